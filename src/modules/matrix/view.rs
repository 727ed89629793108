//! Where an array's numbers lie: in a vector of its own, or in another array's, some steps apart.

use std::cell::RefCell;
use std::sync::Arc;

use super::data::Data;
use super::{Kind, Matrix};
use crate::gil::Gil;
use crate::object::{Ref, Value};

/// Whose numbers an array shows.
pub enum Source {
    Own(RefCell<Arc<Data>>),
    /// A part of another array, which owns its numbers; writing here writes there.
    View(Ref<Matrix>, Layout),
}

/// The places of an array's numbers in a vector.
///
/// Invariant: with each index below its side, `start` and the steps lead to a place inside the vector.
#[derive(Clone, PartialEq, Eq)]
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

impl Matrix {
    /// The array that owns the numbers, and where in it they are.
    pub fn laid_out(matrix: &Ref<Matrix>) -> (&Ref<Matrix>, Layout) {
        match &matrix.source {
            Source::Own(_) => (matrix, Layout::whole(&matrix.shape)),
            Source::View(base, layout) => (base, layout.clone()),
        }
    }

    /// The kind of the numbers.
    pub fn kind(&self) -> Kind {
        match &self.source {
            Source::Own(data) => data.borrow().kind(),
            Source::View(base, _) => base.kind(),
        }
    }

    /// How many numbers there are.
    pub fn size(&self) -> usize {
        self.shape.iter().product()
    }

    /// The numbers in the order of the indices: shared where they lie so, otherwise gathered.
    pub fn numbers(&self) -> Arc<Data> {
        match &self.source {
            Source::Own(data) => data.borrow().clone(),
            Source::View(base, layout) => {
                let all = base.numbers();
                if !layout.is_contiguous() {
                    return Arc::new(all.picked(&layout.places()));
                }
                let size = layout.size();
                if layout.start == 0 && size == all.length() {
                    return all;
                }
                Arc::new(all.range(layout.start..layout.start + size))
            }
        }
    }

    /// Changes the vector of an array that owns its numbers; who shares it keeps what it had.
    pub fn change(&self, change: impl FnOnce(&mut Data)) {
        match &self.source {
            Source::Own(data) => change(Arc::make_mut(&mut data.borrow_mut())),
            Source::View(base, _) => base.change(change),
        }
    }
}

/// A part of an array that shows its numbers.
pub fn of_part(gil: Gil<'_>, base: &Ref<Matrix>, layout: Layout) -> Value {
    let shape = layout.shape.clone();
    Ref::new(gil, Matrix { shape, source: Source::View(base.clone(), layout) }).into_value()
}

/// The same numbers in another shape of the same size; shown where they lie side by side, otherwise copied.
pub fn reshaped(gil: Gil<'_>, matrix: &Ref<Matrix>, shape: Vec<usize>) -> Value {
    let (base, layout) = Matrix::laid_out(matrix);
    if layout.is_contiguous() {
        return of_part(gil, base, Layout { start: layout.start, ..Layout::whole(&shape) });
    }
    super::of(gil, shape, Data::clone(&matrix.numbers()))
}

/// The axes in another order, as a view.
pub fn permuted(gil: Gil<'_>, matrix: &Ref<Matrix>, order: &[usize]) -> Value {
    let (base, layout) = Matrix::laid_out(matrix);
    let shape = order.iter().map(|&axis| layout.shape[axis]).collect();
    let steps = order.iter().map(|&axis| layout.steps[axis]).collect();
    of_part(gil, base, Layout { start: layout.start, shape, steps })
}

/// The axes in reverse order.
pub fn transposed(gil: Gil<'_>, matrix: &Ref<Matrix>) -> Value {
    let order: Vec<usize> = (0..matrix.shape.len()).rev().collect();
    permuted(gil, matrix, &order)
}
