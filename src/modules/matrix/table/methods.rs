//! Methods that change the shape, the kind or the order of the numbers, or give them in another form.

use super::{only, this};
use crate::gil::Gil;
use crate::modules::matrix::data::{Data, Kind};
use crate::modules::matrix::reduce::axis_of;
use crate::modules::matrix::{Matrix, kind_of, of, result, run, scalar, select, sequence, to_list, view};
use crate::object::raised::value_error;
use crate::object::{Arguments, Parameters, Ref, Result, Value, operations};
use crate::types::{int, tuple};

pub(super) fn transpose(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.positionals();
    let matrix = this(gil, values.first())?;
    let axes = match &values[1..] {
        [] => return Ok(view::transposed(gil, &matrix)),
        [one] if one.is_none() => return Ok(view::transposed(gil, &matrix)),
        [one] => sequence(one).unwrap_or_else(|| vec![one.clone()]),
        all => all.to_vec(),
    };
    let count = matrix.shape.len();
    if axes.len() != count {
        return Err(value_error(gil, "axes don't match array"));
    }
    let order = axes.iter().map(|axis| axis_of(gil, axis, count)).collect::<Result<Vec<usize>>>()?;
    if (0..count).any(|axis| !order.contains(&axis)) {
        return Err(value_error(gil, "repeated axis in transpose"));
    }
    Ok(view::permuted(gil, &matrix, &order))
}

pub(super) fn reshape(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.positionals();
    let matrix = this(gil, values.first())?;
    let sides = match &values[1..] {
        [one] => tuple::items_of(one).unwrap_or_else(|| sequence(one).unwrap_or_else(|| vec![one.clone()])),
        all => all.to_vec(),
    };
    let sides = sides.iter().map(|side| int::to_size(gil, side)).collect::<Result<Vec<i64>>>()?;
    let size = matrix.size();
    let known: usize =
        sides.iter().filter(|&&side| side >= 0).fold(1, |all, &side| all.saturating_mul(side as usize));
    let shape: Vec<usize> = sides
        .iter()
        .map(|&side| if side < 0 { size.checked_div(known).unwrap_or(0) } else { side as usize })
        .collect();
    let fits = shape.iter().try_fold(1_usize, |all, &side| all.checked_mul(side)) == Some(size);
    if !fits || sides.iter().filter(|&&side| side < 0).count() > 1 {
        let wanted: Vec<String> = sides.iter().map(i64::to_string).collect();
        let wanted = wanted.join(",") + if sides.len() == 1 { "," } else { "" };
        let message = match sides.iter().filter(|&&side| side < 0).count() {
            0 | 1 => format!("cannot reshape array of size {size} into shape ({wanted})"),
            _ => "can only specify one unknown dimension".to_owned(),
        };
        return Err(value_error(gil, message));
    }
    Ok(view::reshaped(gil, &matrix, shape))
}

/// With `order="F"`, the first axis is the fastest.
fn is_by_columns(gil: Gil<'_>, order: Option<&Value>) -> Result<bool> {
    let Some(order) = order.filter(|order| !order.is_none()) else { return Ok(false) };
    match &*operations::str(gil, order)?.lossy() {
        "C" | "A" | "K" => Ok(false),
        "F" => Ok(true),
        other => Err(value_error(gil, format!("order must be one of 'C', 'F', 'A', or 'K' (got '{other}')"))),
    }
}

/// The array with its axes turned around where the order asks for it.
pub(super) fn ordered(gil: Gil<'_>, name: &str, arguments: Arguments<'_>) -> Result<Ref<Matrix>> {
    static ORDER: Parameters<2> = Parameters::new(["self", "order"], 1);
    let [value, order] = arguments.bind(gil, name, &ORDER)?;
    let matrix = this(gil, value)?;
    if is_by_columns(gil, order)? { this(gil, Some(&view::transposed(gil, &matrix))) } else { Ok(matrix) }
}

pub(super) fn ravel(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let matrix = ordered(gil, "ravel", arguments)?;
    Ok(view::reshaped(gil, &matrix, vec![matrix.size()]))
}

pub(super) fn flatten(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let matrix = ordered(gil, "flatten", arguments)?;
    Ok(of(gil, vec![matrix.size()], Data::clone(&matrix.numbers())))
}

pub(super) fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let matrix = this(gil, arguments.values.first())?;
    Ok(of(gil, matrix.shape.clone(), Data::clone(&matrix.numbers())))
}

pub(super) fn as_type(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static AS_TYPE: Parameters<6> =
        Parameters::new(["self", "dtype", "order", "casting", "subok", "copy"], 2);
    let [value, kind, .., copy] = arguments.bind(gil, "astype", &AS_TYPE)?;
    let matrix = this(gil, value)?;
    let kind = kind_of(gil, kind)?.unwrap_or(Kind::Float64);
    if kind == matrix.kind() && !copy.map_or(Ok(true), |copy| operations::truth(gil, copy))? {
        return Ok(matrix.into_value());
    }
    let numbers = matrix.numbers();
    let data = run(gil, numbers.length(), move || numbers.cast(kind));
    Ok(match value.and_then(Value::downcast::<Matrix>) {
        Some(matrix) => of(gil, matrix.shape.clone(), data),
        None => result(gil, matrix.shape.clone(), data),
    })
}

pub(super) fn as_list(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let matrix = this(gil, arguments.values.first())?;
    Ok(to_list(gil, &matrix.shape, &matrix.numbers(), 0))
}

/// `item()`, or `item(index)` with one index or several.
pub(super) fn item(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.positionals();
    let matrix = this(gil, values.first())?;
    let found = match &values[1..] {
        [] if matrix.size() != 1 => {
            return Err(value_error(gil, "can only convert an array of size 1 to a Python scalar"));
        }
        [] => return Ok(scalar::plain(gil, &matrix.numbers(), 0)),
        [one] if tuple::items_of(one).is_some() => select::get(gil, &matrix, one)?,
        [one] => {
            let flat = this(gil, Some(&view::reshaped(gil, &matrix, vec![matrix.size()])))?;
            select::get(gil, &flat, one)?
        }
        many => select::get(gil, &matrix, &tuple::of(gil, many.to_vec()))?,
    };
    only(gil, &found)
}
