//! Where an array's numbers lie: in a vector of its own, in another array's, some steps apart, or in the bytes of
//! another object.

use std::cell::RefCell;
use std::sync::Arc;

use super::data::{Data, Number, each, of_kind};
use super::shared::{BLOCK, Held, Lent, Shared, pieces};
use super::{Kind, Matrix, strided};
use crate::gil::Gil;
use crate::object::{Ref, Value};
use crate::types::memoryview::MemoryView;

/// Whose numbers an array shows.
pub enum Source {
    Own(RefCell<Arc<Data>>),
    /// A part of another array, which owns its numbers or shows bytes; writing here writes there.
    View(Ref<Matrix>, Layout),
    /// Bytes of an object that others may see and change as well: shared memory is read block by block, other bytes are
    /// copied at each access.
    Bytes(Exposure),
}

/// Numbers in the bytes of another object.
pub struct Exposure {
    pub object: Value,
    pub kind: Kind,
    /// Where they begin, in bytes.
    pub offset: usize,
    pub read_only: bool,
    /// The memoryview that keeps the object's size, if one does.
    keeper: Option<Value>,
}

impl Exposure {
    /// The numbers of a kind from an offset on, in the bytes of an object that exposes them.
    pub fn new(object: Value, kind: Kind, offset: usize, keeper: Option<Value>) -> Exposure {
        let view = keeper.as_ref().and_then(Value::downcast::<MemoryView>);
        let read_only = match view {
            Some(view) => view.is_read_only(),
            None => object.exposed().is_none_or(crate::object::Exposed::is_read_only),
        };
        Exposure { object, kind, offset, read_only, keeper }
    }

    /// What an array over the bytes is based on.
    pub fn object(&self) -> &Value {
        self.keeper.as_ref().unwrap_or(&self.object)
    }

    /// So many numbers from a place on, to be read when they are needed if the memory is shared.
    fn held(&self, place: usize, count: usize) -> Held {
        let offset = self.offset + place * self.kind.size();
        match self.object.exposed().and_then(crate::object::Exposed::shared) {
            Some(memory) => Held::Shared(Shared::new(memory, self.kind, offset, count)),
            None => Held::Own(Arc::new(self.read(place, count))),
        }
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
        of_kind!(self.kind, T => self.put::<T>(places, numbers.slice(), sources));
    }

    fn put<T: Number>(&self, places: &Layout, numbers: &[T], sources: &Layout) {
        let Some(exposed) = self.object.exposed().filter(|_| !numbers.is_empty()) else { return };
        let size = T::KIND.size();
        let walk = strided::Walk::new([places, sources]);
        let (count, [step, source_step]) = walk.lane();
        let mut bytes = Vec::with_capacity(size * BLOCK.min(count));
        walk.each(|[start, source]| {
            for (first, count) in pieces(count, BLOCK) {
                let indices = first as isize..(first + count) as isize;
                bytes.clear();
                for index in indices.clone() {
                    numbers[(source as isize + index * source_step) as usize].put_bytes(&mut bytes);
                }
                if step == 1 {
                    exposed.write(self.offset + (start + first) * size, &bytes);
                    continue;
                }
                for (number, index) in bytes.chunks(size).zip(indices) {
                    exposed.write(self.offset + (start as isize + index * step) as usize * size, number);
                }
            }
        });
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

    /// The place of an index that is counted through all axes.
    pub fn place(&self, index: usize) -> usize {
        let (mut rest, mut place) = (index, self.start as isize);
        for (&side, &step) in self.shape.iter().zip(&self.steps).rev() {
            place += (rest % side.max(1)) as isize * step;
            rest /= side.max(1);
        }
        place as usize
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
    pub data: Held,
    pub layout: Layout,
}

impl Operand {
    /// The same as numbers of a kind.
    pub fn into_kind(self, kind: Kind) -> Operand {
        if self.data.kind() == kind {
            return self;
        }
        let layout = Layout::whole(&self.layout.shape);
        Operand { data: Held::Own(Arc::new(self.gathered().into_kind(kind))), layout }
    }

    /// The numbers in the order of the indices.
    pub fn gathered(&self) -> Data {
        of_kind!(self.data.kind(), T => T::data(strided::gathered(self.data.lent::<T>(), &self.layout)))
    }

    /// The numbers with these indices, counted through all axes.
    pub fn picked(&self, indices: &[usize]) -> Data {
        let layout = &self.layout;
        if !layout.is_contiguous() {
            return self.gathered().picked(indices);
        }
        match &self.data {
            Held::Own(data) if layout.start == 0 => data.picked(indices),
            held => {
                fn picked<T: Number>(numbers: Lent<'_, T>, start: usize, indices: &[usize]) -> Data {
                    let mut picked = Vec::with_capacity(indices.len());
                    indices.iter().for_each(|index| numbers.append(&mut picked, start + index, 1, 1));
                    T::data(picked)
                }
                of_kind!(held.kind(), T => picked::<T>(held.lent(), layout.start, indices))
            }
        }
    }

    /// The numbers with the layout that broadcasts them to a shape.
    pub fn broadcast(self, shape: &[usize]) -> Operand {
        if self.layout.shape == shape {
            return self;
        }
        Operand { layout: self.layout.broadcast(shape), data: self.data }
    }

    /// The numbers of this type with their layout, for a walk.
    pub fn numbers<T: Number>(&self) -> (Lent<'_, T>, &Layout) {
        (self.data.lent(), &self.layout)
    }

    /// The numbers of this type with their layout, if the operand owns them.
    pub fn slice<T: Number>(&self) -> (&[T], &Layout) {
        match &self.data {
            Held::Own(data) => (data.slice(), &self.layout),
            Held::Shared(_) => (&[], &self.layout),
        }
    }

    /// The same with numbers of its own.
    pub fn owned(self) -> Operand {
        Operand { data: Held::Own(self.data.owned()), layout: self.layout }
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
            Source::Bytes(exposure) => exposure.read_only,
        }
    }

    /// The numbers, none of which changes any more.
    pub fn operand(&self) -> Operand {
        self.lent().owned()
    }

    /// The numbers where they are: shared ones may change until a walk reads them.
    pub fn lent(&self) -> Operand {
        match &self.source {
            Source::Own(data) => {
                Operand { data: Held::Own(data.borrow().clone()), layout: Layout::whole(&self.shape) }
            }
            Source::Bytes(exposure) => {
                Operand { data: exposure.held(0, self.size()), layout: Layout::whole(&self.shape) }
            }
            Source::View(base, layout) => match &base.source {
                Source::Bytes(exposure) => {
                    let (start, end) = layout.span();
                    let layout = Layout { start: layout.start - start, ..layout.clone() };
                    Operand { data: exposure.held(start, end - start), layout }
                }
                _ => Operand { data: Held::Own(base.numbers()), layout: layout.clone() },
            },
        }
    }

    /// The numbers in the order of the indices: shared where they lie so, otherwise gathered.
    pub fn numbers(&self) -> Arc<Data> {
        if let Source::Own(data) = &self.source {
            return data.borrow().clone();
        }
        let operand = self.lent();
        if operand.layout.start == 0
            && operand.layout.is_contiguous()
            && operand.layout.size() == operand.data.length()
        {
            return operand.data.owned();
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
                    let (from, layout) = numbers.slice();
                    if !from.is_empty() {
                        strided::scatter(to, places, from, layout);
                    }
                });
            }
            Source::Bytes(exposure) => exposure.write(places, &numbers.data.owned(), &numbers.layout),
            Source::View(base, _) => base.write(places, numbers),
        }
    }

    /// Writes numbers of the array's kind to places one at a time, in their order: the last one written to a place stays.
    pub fn put(&self, places: &[usize], numbers: &Data, sources: &[usize]) {
        match &self.source {
            Source::Own(data) => each!(Arc::make_mut(&mut data.borrow_mut()), to => {
                let from = numbers.slice();
                if !from.is_empty() {
                    places.iter().zip(sources).for_each(|(&place, &source)| to[place] = from[source]);
                }
            }),
            Source::View(base, _) => base.put(places, numbers, sources),
            Source::Bytes(exposure) => {
                let single = |start: usize| Layout { start, shape: Vec::new(), steps: Vec::new() };
                for (&place, &source) in places.iter().zip(sources) {
                    exposure.write(&single(place), numbers, &single(source));
                }
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
