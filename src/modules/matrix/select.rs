//! Parts of arrays by ints, slices, tuples of them, masks and arrays of places.

use std::sync::Arc;

use super::data::{Data, Kind};
use super::operators::places;
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

fn part(gil: Gil<'_>, shape: &[usize], key: &Value) -> Result<Part> {
    let is_list = key.downcast::<crate::types::list::List>().is_some();
    if is_list || key.downcast::<Matrix>().is_some() {
        let chosen = convert(gil, key, None)?;
        let numbers = chosen.numbers();
        return match &*numbers {
            Data::Bool(mask) => masked(gil, shape, &chosen.shape, mask),
            other => taken(gil, shape, &chosen.shape, &other.ints()),
        };
    }
    let keys = tuple::items_of(key).unwrap_or_else(|| vec![key.clone()]);
    let used = keys.iter().filter(|key| !key.is_none() && key.bits() != Bits::ELLIPSIS).count();
    if used > shape.len() {
        let (count, used) = (shape.len(), used);
        let message =
            format!("too many indices for array: array is {count}-dimensional, but {used} were indexed");
        return Err(index_error(gil, message));
    }
    let mut part = Part { places: vec![0], shape: Vec::new() };
    let mut axis = 0;
    for key in &keys {
        if key.is_none() {
            part.shape.push(1);
            continue;
        }
        if key.bits() == Bits::ELLIPSIS {
            for _ in 0..shape.len() - used {
                extend(&mut part, shape[axis], 0..shape[axis]);
                part.shape.push(shape[axis]);
                axis += 1;
            }
            continue;
        }
        let side = shape[axis];
        if let Some(slice) = key.downcast::<Slice>() {
            let indices = slice::resolve(gil, slice, side)?;
            extend(&mut part, side, indices.positions());
            part.shape.push(indices.length);
        } else {
            let place = place(gil, int::as_index(gil, key)?, side, axis)?;
            extend(&mut part, side, std::iter::once(place));
        }
        axis += 1;
    }
    for &side in &shape[axis..] {
        extend(&mut part, side, 0..side);
        part.shape.push(side);
    }
    Ok(part)
}

fn extend(part: &mut Part, side: usize, picked: impl Iterator<Item = usize>) {
    let picked: Vec<usize> = picked.collect();
    part.places =
        part.places.iter().flat_map(|&place| picked.iter().map(move |pick| place * side + pick)).collect();
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
    let part = part(gil, &matrix.shape, key)?;
    let numbers = matrix.numbers();
    if part.shape.is_empty() {
        return Ok(number_value(gil, &numbers, part.places[0]));
    }
    Ok(of(gil, part.shape, numbers.picked(&part.places)))
}

/// `matrix[key] = value`.
pub fn set(gil: Gil<'_>, matrix: &Ref<Matrix>, key: &Value, value: &Value) -> Result<()> {
    let part = part(gil, &matrix.shape, key)?;
    let kind: Kind = matrix.numbers().kind();
    let value = convert(gil, value, Some(kind))?;
    let fits = value.shape.len() <= part.shape.len()
        && value.shape.iter().rev().zip(part.shape.iter().rev()).all(|(from, to)| from == to || *from == 1);
    if !fits {
        let (from, to) = (shape_text(&value.shape), shape_text(&part.shape));
        let message = format!("could not broadcast input array from shape {from} into shape {to}");
        return Err(value_error(gil, message));
    }
    let from = places(&value.shape, &part.shape);
    let source = value.numbers();
    let mut shared = matrix.data.borrow_mut();
    match (Arc::make_mut(&mut shared), &*source) {
        (Data::Float64(to), Data::Float64(numbers)) => scatter(to, numbers, &part.places, &from),
        (Data::Float32(to), Data::Float32(numbers)) => scatter(to, numbers, &part.places, &from),
        (Data::Int64(to), Data::Int64(numbers)) => scatter(to, numbers, &part.places, &from),
        (Data::Bool(to), Data::Bool(numbers)) => scatter(to, numbers, &part.places, &from),
        _ => {}
    }
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

/// The axes in another order.
pub fn transposed(gil: Gil<'_>, matrix: &Ref<Matrix>) -> Value {
    let numbers = matrix.numbers();
    let shape: Vec<usize> = matrix.shape.iter().rev().copied().collect();
    let mut steps = vec![0; shape.len()];
    let mut step = 1;
    for (place, &side) in steps.iter_mut().zip(matrix.shape.iter().rev()) {
        *place = step;
        step *= side;
    }
    let mut places = vec![0_usize];
    for (&side, &step) in shape.iter().zip(&steps) {
        places = places.iter().flat_map(|&place| (0..side).map(move |index| place + index * step)).collect();
    }
    of(gil, shape, numbers.picked(&places))
}
