//! Where an array's numbers lie: in a vector of its own, in another array's, some steps apart, or in the bytes of
//! another object.

use std::cell::RefCell;
use std::sync::Arc;

use super::data::{Data, Number, each};
use super::{Kind, Matrix, strided};
use crate::gil::Gil;
use crate::object::{Ref, Value};

/// Whose numbers an array shows.
pub enum Source {
    Own(RefCell<Arc<Data>>),
    /// A part of another array, which owns its numbers or shows bytes; writing here writes there.
    View(Ref<Matrix>, Layout),
    /// Bytes of an object that others may see and change as well: they are copied at each access.
    Bytes(Exposure),
}

/// Numbers in the bytes of another object.
pub struct Exposure {
    object: Value,
    kind: Kind,
    /// Where they begin, in bytes.
    offset: usize,
}

impl Exposure {
    /// The numbers of a kind from an offset on, in the bytes of an object that exposes them.
    pub fn new(object: Value, kind: Kind, offset: usize) -> Exposure {
        if let Some(exposed) = object.exposed() {
            exposed.hold();
        }
        Exposure { object, kind, offset }
    }

    /// The object.
    pub fn object(&self) -> &Value {
        &self.object
    }

    /// So many numbers from a place on; zeros where the bytes are gone.
    fn read(&self, place: usize, count: usize) -> Data {
        let size = self.kind.size();
        let mut bytes = vec![0; count * size];
        if let Some(exposed) = self.object.exposed() {
            exposed.read(self.offset + place * size, &mut bytes);
        }
        Data::from_bytes(self.kind, &bytes)
    }

    /// Writes numbers of the same kind to the places of a layout.
    fn write(&self, places: &Layout, numbers: &Data, sources: &Layout) {
        let Some(exposed) = self.object.exposed() else { return };
        let size = self.kind.size();
        let numbers = each!(numbers, all => Data::bytes(&Number::data(strided::gathered(all, sources))));
        let walk = strided::Walk::new([places]);
        let (count, [step]) = walk.lane();
        let mut rest = numbers.chunks(count * size);
        walk.each(|[start]| {
            let Some(lane) = rest.next() else { return };
            if step == 1 {
                exposed.write(self.offset + start * size, lane);
                return;
            }
            for (number, index) in lane.chunks(size).zip(0..) {
                exposed.write(self.offset + (start as isize + index * step) as usize * size, number);
            }
        });
    }
}

impl Drop for Exposure {
    fn drop(&mut self) {
        if let Some(exposed) = self.object.exposed() {
            exposed.let_go();
        }
    }
}

/// The places of an array's numbers in a vector.
///
/// Invariant: with each index below its side, `start` and the steps lead to a place inside the vector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub start: usize,
    pub shape: Vec<usize>,
    pub steps: Vec<isize>,
}

impl Layout {
    /// All numbers in the order of their indices.
    pub fn whole(shape: &[usize]) -> Layout {
        let mut steps = vec![0; shape.len()];
        let mut step = 1;
        for (place, &side) in steps.iter_mut().zip(shape).rev() {
            *place = step;
            step *= side.max(1) as isize;
        }
        Layout { start: 0, shape: shape.to_vec(), steps }
    }

    /// How many numbers it picks.
    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// Do the numbers lie side by side in the order of their indices?
    pub fn is_contiguous(&self) -> bool {
        let whole = Layout::whole(&self.shape);
        self.shape.iter().zip(self.steps.iter().zip(&whole.steps)).all(|(&side, (a, b))| side <= 1 || a == b)
    }

    /// The same numbers under a shape that this one broadcasts to.
    pub fn broadcast(&self, shape: &[usize]) -> Layout {
        let mut steps = vec![0; shape.len()];
        let missing = shape.len().saturating_sub(self.shape.len());
        for (place, (&side, &step)) in self.shape.iter().zip(&self.steps).enumerate() {
            if side != 1 {
                steps[place + missing] = step;
            }
        }
        Layout { start: self.start, shape: shape.to_vec(), steps }
    }

    /// The axes in another order.
    pub fn permuted(&self, order: &[usize]) -> Layout {
        let shape = order.iter().map(|&axis| self.shape[axis]).collect();
        let steps = order.iter().map(|&axis| self.steps[axis]).collect();
        Layout { start: self.start, shape, steps }
    }

    /// The first place and the one after the last; both the same where there are no numbers.
    fn span(&self) -> (usize, usize) {
        if self.size() == 0 {
            return (self.start, self.start);
        }
        let (mut least, mut most) = (self.start as isize, self.start as isize);
        for (&side, &step) in self.shape.iter().zip(&self.steps) {
            let way = (side as isize - 1) * step;
            least += way.min(0);
            most += way.max(0);
        }
        (least as usize, most as usize + 1)
    }

    /// The same places in another shape, where steps can lead through it.
    fn reshaped(&self, shape: &[usize]) -> Option<Layout> {
        if self.is_contiguous() {
            return Some(Layout { start: self.start, ..Layout::whole(shape) });
        }
        // Axes of one index come and go without moving anything.
        let longer = |shape: &[usize]| shape.iter().copied().filter(|&side| side != 1).collect::<Vec<_>>();
        if longer(shape) != longer(&self.shape) {
            return None;
        }
        let mut own = self.shape.iter().zip(&self.steps).filter(|(side, _)| **side != 1);
        let steps =
            shape.iter().map(|&side| if side == 1 { 0 } else { own.next().map_or(0, |(_, step)| *step) });
        Some(Layout { start: self.start, shape: shape.to_vec(), steps: steps.collect() })
    }

    /// The places in the order of the indices.
    pub fn places(&self) -> Vec<usize> {
        if self.size() == 0 {
            return Vec::new();
        }
        let mut places = vec![self.start as isize];
        for (&side, &step) in self.shape.iter().zip(&self.steps) {
            places = places
                .iter()
                .flat_map(|&place| (0..side as isize).map(move |index| place + index * step))
                .collect();
        }
        places.into_iter().map(|place| place as usize).collect()
    }
}

/// Numbers for a kernel: where they are, and in which order.
#[derive(Clone)]
pub struct Operand {
    pub data: Arc<Data>,
    pub layout: Layout,
}

impl Operand {
    /// The same as numbers of a kind.
    pub fn into_kind(self, kind: Kind) -> Operand {
        if self.data.kind() == kind {
            return self;
        }
        let layout = Layout::whole(&self.layout.shape);
        Operand { data: Arc::new(self.gathered().cast(kind)), layout }
    }

    /// The numbers in the order of the indices.
    fn gathered(&self) -> Data {
        each!(&*self.data, numbers => Number::data(strided::gathered(numbers, &self.layout)))
    }

    /// The numbers with the layout that broadcasts them to a shape.
    pub fn broadcast(self, shape: &[usize]) -> Operand {
        if self.layout.shape == shape {
            return self;
        }
        Operand { layout: self.layout.broadcast(shape), data: self.data }
    }

    /// The numbers of this type with their layout, for a walk.
    pub fn numbers<T: Number>(&self) -> (&[T], &Layout) {
        (self.data.slice(), &self.layout)
    }
}

impl Matrix {
    /// The array that owns the numbers, and where in it they are.
    pub fn laid_out(matrix: &Ref<Matrix>) -> (&Ref<Matrix>, Layout) {
        match &matrix.source {
            Source::Own(_) | Source::Bytes(_) => (matrix, Layout::whole(&matrix.shape)),
            Source::View(base, layout) => (base, layout.clone()),
        }
    }

    /// The kind of the numbers.
    pub fn kind(&self) -> Kind {
        match &self.source {
            Source::Own(data) => data.borrow().kind(),
            Source::View(base, _) => base.kind(),
            Source::Bytes(exposure) => exposure.kind,
        }
    }

    /// How many numbers there are.
    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// May nothing be written?
    pub fn is_read_only(&self) -> bool {
        match &self.source {
            Source::Own(_) => false,
            Source::View(base, _) => base.is_read_only(),
            Source::Bytes(exposure) => {
                exposure.object.exposed().is_none_or(crate::object::Exposed::is_read_only)
            }
        }
    }

    /// The numbers where they are.
    pub fn operand(&self) -> Operand {
        match &self.source {
            Source::Own(data) => Operand { data: data.borrow().clone(), layout: Layout::whole(&self.shape) },
            Source::Bytes(exposure) => {
                Operand { data: Arc::new(exposure.read(0, self.size())), layout: Layout::whole(&self.shape) }
            }
            Source::View(base, layout) => match &base.source {
                Source::Bytes(exposure) => {
                    let (start, end) = layout.span();
                    let layout = Layout { start: layout.start - start, ..layout.clone() };
                    Operand { data: Arc::new(exposure.read(start, end - start)), layout }
                }
                _ => Operand { data: base.numbers(), layout: layout.clone() },
            },
        }
    }

    /// The numbers in the order of the indices: shared where they lie so, otherwise gathered.
    pub fn numbers(&self) -> Arc<Data> {
        if let Source::Own(data) = &self.source {
            return data.borrow().clone();
        }
        let operand = self.operand();
        if operand.layout.start == 0
            && operand.layout.is_contiguous()
            && operand.layout.size() == operand.data.length()
        {
            return operand.data;
        }
        Arc::new(operand.gathered())
    }

    /// Writes numbers of the array's kind to places of an array that is no view; who shares its numbers keeps what it
    /// had.
    pub fn write(&self, places: &Layout, numbers: &Operand) {
        match &self.source {
            Source::Own(data) => {
                let mut data = data.borrow_mut();
                each!(Arc::make_mut(&mut data), to => {
                    let (from, layout) = numbers.numbers();
                    if !from.is_empty() {
                        strided::scatter(to, places, from, layout);
                    }
                });
            }
            Source::Bytes(exposure) => exposure.write(places, &numbers.data, &numbers.layout),
            Source::View(base, _) => base.write(places, numbers),
        }
    }

    /// Changes the numbers of an array, or of the one it shows; who shares them keeps what it had.
    pub fn change(&self, change: impl FnOnce(&mut Data)) {
        match &self.source {
            Source::Own(data) => change(Arc::make_mut(&mut data.borrow_mut())),
            Source::View(base, _) => base.change(change),
            Source::Bytes(exposure) => {
                let mut data = exposure.read(0, self.size());
                change(&mut data);
                let whole = Layout::whole(&self.shape);
                exposure.write(&whole, &data, &whole);
            }
        }
    }

    /// Takes new numbers of the same kind and count instead of its own, if it owns some.
    pub fn replace(&self, numbers: Arc<Data>) -> bool {
        match &self.source {
            Source::Own(data) => {
                *data.borrow_mut() = numbers;
                true
            }
            _ => false,
        }
    }
}

/// A part of an array that shows its numbers.
pub fn of_part(gil: Gil<'_>, base: &Ref<Matrix>, layout: Layout) -> Value {
    let shape = layout.shape.clone();
    Ref::new(gil, Matrix { shape, source: Source::View(base.clone(), layout) }).into_value()
}

/// The same numbers in another shape of the same size; shown where steps can lead through it, otherwise copied.
pub fn reshaped(gil: Gil<'_>, matrix: &Ref<Matrix>, shape: Vec<usize>) -> Value {
    let (base, layout) = Matrix::laid_out(matrix);
    match layout.reshaped(&shape) {
        Some(layout) => of_part(gil, base, layout),
        None => super::of(gil, shape, Data::clone(&matrix.numbers())),
    }
}

/// The axes in another order, as a view.
pub fn permuted(gil: Gil<'_>, matrix: &Ref<Matrix>, order: &[usize]) -> Value {
    let (base, layout) = Matrix::laid_out(matrix);
    of_part(gil, base, layout.permuted(order))
}

/// The axes in reverse order.
pub fn transposed(gil: Gil<'_>, matrix: &Ref<Matrix>) -> Value {
    let order: Vec<usize> = (0..matrix.shape.len()).rev().collect();
    permuted(gil, matrix, &order)
}
