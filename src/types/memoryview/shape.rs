//! The dimensions of a view behind the first: a row lies in one piece, whatever the steps between rows.

use smallvec::SmallVec;

use crate::gil::Gil;
use crate::object::raised::{index_error, not_implemented_error, type_error, value_error};
use crate::object::{Raised, Result, Value};
use crate::types::{indexing, list, slice, tuple};

/// The sizes of a row's dimensions; none if rows are single items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub sizes: SmallVec<[usize; 2]>,
}

impl Row {
    /// Items in a row.
    pub fn count(&self) -> usize {
        self.sizes.iter().product()
    }

    /// How many dimensions the view has.
    pub fn dimensions(&self) -> usize {
        1 + self.sizes.len()
    }

    /// The steps within a row, in bytes.
    pub fn steps(&self, item: usize) -> Vec<i64> {
        let mut step = item as i64;
        let mut steps = Vec::new();
        for &size in self.sizes.iter().rev() {
            steps.push(step);
            step *= size as i64;
        }
        steps.reverse();
        steps
    }

    /// Where the item of a tuple's numbers lies: the row, and the place in it in bytes.
    pub fn place(&self, gil: Gil<'_>, key: &[Value], rows: usize, item: usize) -> Result<(i64, usize)> {
        if key.len() < self.dimensions() {
            return Err(not_implemented_error(gil, "sub-views are not implemented"));
        }
        if key.len() > self.dimensions() {
            let (dimensions, given) = (self.dimensions(), key.len());
            let message = format!("cannot index {dimensions}-dimension view with {given}-element tuple");
            return Err(type_error(gil, message));
        }
        let row = index(gil, &key[0], rows, 1)?;
        let mut place = 0;
        for (number, (key, step)) in key[1..].iter().zip(self.steps(item)).enumerate() {
            place += index(gil, key, self.sizes[number], number + 2)? * step;
        }
        Ok((row, place as usize))
    }
}

/// The number that a key stands for in a dimension.
pub fn index(gil: Gil<'_>, key: &Value, size: usize, dimension: usize) -> Result<i64> {
    let Some(index) = indexing::clamped(gil, key)? else {
        return Err(type_error(gil, "memoryview: invalid slice key"));
    };
    let index = if index < 0 { index.saturating_add(size as i64) } else { index };
    if (0..size as i64).contains(&index) { Ok(index) } else { Err(out_of_bounds(gil, dimension)) }
}

#[cold]
pub fn out_of_bounds(gil: Gil<'_>, dimension: usize) -> Raised {
    index_error(gil, format!("index out of bounds on dimension {dimension}"))
}

/// What a tuple as a key asks for.
pub enum Key {
    Item(SmallVec<[Value; 3]>),
    Slices,
    Other,
}

/// Sorts a key that is neither a number nor a slice.
pub fn key(gil: Gil<'_>, key: &Value) -> Key {
    let Some(keys) = tuple::items_of(key) else { return Key::Other };
    let is_index = |key: &Value| key.bits().as_int().is_some() || key.class(gil).slots.index.get().is_some();
    if keys.iter().all(is_index) {
        Key::Item(keys.iter().cloned().collect())
    } else if keys.iter().all(|key| key.downcast::<slice::Slice>().is_some()) {
        Key::Slices
    } else {
        Key::Other
    }
}

/// The dimensions that `cast` is asked for: the first one and a row's.
pub fn of_argument(gil: Gil<'_>, shape: &Value, count: usize) -> Result<(usize, Row)> {
    let sizes = tuple::items_of(shape).map(|items| items.to_vec()).or_else(|| {
        let list = shape.downcast::<list::List>()?;
        Some(list.items.borrow().clone())
    });
    let Some(sizes) = sizes else { return Err(type_error(gil, "shape must be a list or a tuple")) };
    let mut row = Row::default();
    let mut product = 1_usize;
    for size in &sizes {
        let Some(size) = indexing::clamped(gil, size)? else {
            return Err(type_error(gil, "memoryview.cast(): elements of shape must be integers"));
        };
        if size <= 0 {
            return Err(value_error(gil, "memoryview.cast(): elements of shape must be integers > 0"));
        }
        product = product.saturating_mul(size as usize);
        row.sizes.push(size as usize);
    }
    if sizes.is_empty() {
        return Err(not_implemented_error(gil, "memoryview: views of no dimension are not supported"));
    }
    if product != count {
        return Err(type_error(gil, "memoryview: product(shape) * itemsize != buffer size"));
    }
    let first = row.sizes.remove(0);
    Ok((first, row))
}

/// The items with their first index running fastest.
pub fn columns_first(contents: &[u8], sizes: &[usize], item: usize) -> Vec<u8> {
    let mut result = Vec::with_capacity(contents.len());
    for count in 0..contents.len() / item.max(1) {
        let (mut rest, mut place) = (count, 0);
        let mut stride = contents.len() / item;
        for &size in sizes {
            stride /= size.max(1);
            place += rest % size.max(1) * stride;
            rest /= size.max(1);
        }
        result.extend_from_slice(&contents[place * item..(place + 1) * item]);
    }
    result
}
