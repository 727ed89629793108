//! Parts of arrays by ints, slices, tuples of them, masks and arrays of places.

use super::data::Data;
use super::operators::places;
use super::view::{self, Layout};
use super::{Matrix, convert, number_value, of, shape_text};
use crate::gil::Gil;
use crate::object::raised::{index_error, value_error};
use crate::object::{Bits, Ref, Result, Value};
use crate::types::slice::{self, Slice};
use crate::types::{int, tuple};

/// What a key picks: places in order, and the shape of the part.
struct Part {
    places: Vec<usize>,
    shape: Vec<usize>,
}

/// The part that a mask or an array of places picks, by places in the array's own order.
fn part(gil: Gil<'_>, shape: &[usize], key: &Value) -> Result<Part> {
    let chosen = convert(gil, key, None)?;
    let numbers = chosen.numbers();
    match &*numbers {
        Data::Bool(mask) => masked(gil, shape, &chosen.shape, mask),
        other => taken(gil, shape, &chosen.shape, &other.ints()),
    }
}

/// Is the key made of ints, slices, None and `...` only?
fn is_basic(key: &Value) -> bool {
    key.downcast::<crate::types::list::List>().is_none() && key.downcast::<Matrix>().is_none()
}

/// The part that ints, slices, None and `...` pick.
fn basic(gil: Gil<'_>, layout: &Layout, key: &Value) -> Result<Layout> {
    let keys = tuple::items_of(key).unwrap_or_else(|| vec![key.clone()]);
    let count = layout.shape.len();
    let used = keys.iter().filter(|key| !key.is_none() && key.bits() != Bits::ELLIPSIS).count();
    if used > count {
        let message =
            format!("too many indices for array: array is {count}-dimensional, but {used} were indexed");
        return Err(index_error(gil, message));
    }
    let mut part = Layout { start: layout.start, shape: Vec::new(), steps: Vec::new() };
    let mut axis = 0;
    let keep = |part: &mut Layout, axes: std::ops::Range<usize>| {
        part.shape.extend(&layout.shape[axes.clone()]);
        part.steps.extend(&layout.steps[axes]);
    };
    for key in &keys {
        if key.is_none() {
            part.shape.push(1);
            part.steps.push(0);
            continue;
        }
        if key.bits() == Bits::ELLIPSIS {
            keep(&mut part, axis..axis + count - used);
            axis += count - used;
            continue;
        }
        let (side, step) = (layout.shape[axis], layout.steps[axis]);
        let first = if let Some(slice) = key.downcast::<Slice>() {
            let indices = slice::resolve(gil, slice, side)?;
            part.shape.push(indices.length);
            part.steps.push(step * indices.step as isize);
            if indices.length == 0 { 0 } else { indices.start as isize }
        } else {
            place(gil, int::as_index(gil, key)?, side, axis)? as isize
        };
        part.start = (part.start as isize + first * step) as usize;
        axis += 1;
    }
    keep(&mut part, axis..count);
    Ok(part)
}

fn place(gil: Gil<'_>, index: i64, side: usize, axis: usize) -> Result<usize> {
    let place = if index < 0 { index + side as i64 } else { index };
    if (0..side as i64).contains(&place) {
        return Ok(place as usize);
    }
    Err(index_error(gil, format!("index {index} is out of bounds for axis {axis} with size {side}")))
}

fn masked(gil: Gil<'_>, shape: &[usize], mask_shape: &[usize], mask: &[bool]) -> Result<Part> {
    if !shape.starts_with(mask_shape) {
        let (shape, mask) = (shape_text(shape), shape_text(mask_shape));
        let message = format!("boolean index of shape {mask} did not match indexed array of shape {shape}");
        return Err(index_error(gil, message));
    }
    let rest = &shape[mask_shape.len()..];
    let step: usize = rest.iter().product();
    let picked: Vec<usize> = (0..mask.len()).filter(|&place| mask[place]).collect();
    let shape = [picked.len()].into_iter().chain(rest.iter().copied()).collect();
    Ok(Part { places: picked.iter().flat_map(|place| place * step..(place + 1) * step).collect(), shape })
}

fn taken(gil: Gil<'_>, shape: &[usize], chosen_shape: &[usize], chosen: &[i64]) -> Result<Part> {
    let Some((&side, rest)) = shape.split_first() else {
        return Err(index_error(
            gil,
            "too many indices for array: array is 0-dimensional, but 1 were indexed",
        ));
    };
    let step: usize = rest.iter().product();
    let rows = chosen.iter().map(|&index| place(gil, index, side, 0)).collect::<Result<Vec<usize>>>()?;
    let shape = chosen_shape.iter().chain(rest).copied().collect();
    Ok(Part { places: rows.iter().flat_map(|row| row * step..(row + 1) * step).collect(), shape })
}

/// `matrix[key]`.
pub fn get(gil: Gil<'_>, matrix: &Ref<Matrix>, key: &Value) -> Result<Value> {
    if is_basic(key) {
        let (base, layout) = Matrix::laid_out(matrix);
        let part = basic(gil, &layout, key)?;
        let is_number = part.shape.is_empty();
        return Ok(if is_number {
            number_value(gil, &base.numbers(), part.start)
        } else {
            view::of_part(gil, base, part)
        });
    }
    let part = part(gil, &matrix.shape, key)?;
    Ok(of(gil, part.shape, matrix.numbers().picked(&part.places)))
}

/// `matrix[key] = value`.
pub fn set(gil: Gil<'_>, matrix: &Ref<Matrix>, key: &Value, value: &Value) -> Result<()> {
    let (base, layout) = Matrix::laid_out(matrix);
    let (shape, to) = if is_basic(key) {
        let part = basic(gil, &layout, key)?;
        let places = part.places();
        (part.shape, places)
    } else {
        let part = part(gil, &matrix.shape, key)?;
        let all = layout.places();
        (part.shape, part.places.iter().map(|&place| all[place]).collect())
    };
    let value = convert(gil, value, Some(matrix.kind()))?;
    let fits = value.shape.len() <= shape.len()
        && value.shape.iter().rev().zip(shape.iter().rev()).all(|(from, to)| from == to || *from == 1);
    if !fits {
        let (from, to) = (shape_text(&value.shape), shape_text(&shape));
        let message = format!("could not broadcast input array from shape {from} into shape {to}");
        return Err(value_error(gil, message));
    }
    let from = places(&value.shape, &shape);
    let source = value.numbers();
    base.change(|data| match (data, &*source) {
        (Data::Float64(numbers), Data::Float64(new)) => scatter(numbers, new, &to, &from),
        (Data::Float32(numbers), Data::Float32(new)) => scatter(numbers, new, &to, &from),
        (Data::Int64(numbers), Data::Int64(new)) => scatter(numbers, new, &to, &from),
        (Data::Bool(numbers), Data::Bool(new)) => scatter(numbers, new, &to, &from),
        _ => {}
    });
    Ok(())
}

fn scatter<T: Copy>(to: &mut [T], numbers: &[T], places: &[usize], from: &[usize]) {
    for (&place, &at) in places.iter().zip(from) {
        to[place] = numbers[at];
    }
}

/// The parts along the first axis.
pub fn rows(gil: Gil<'_>, matrix: &Ref<Matrix>) -> Result<Vec<Value>> {
    let count = matrix.shape.first().copied().unwrap_or(0);
    (0..count).map(|row| get(gil, matrix, &int::from_usize(gil, row))).collect()
}
