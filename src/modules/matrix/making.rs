//! New arrays: of sequences, of one number, of numbers at equal distances.

use super::data::{Data, Kind, Number, each};
use super::{Matrix, convert, filled, kind_of, of, shape_of, size_of};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Kind as Exception, Parameters, Raised, Result, Value, operations};
use crate::types::{float, int, tuple};

/// `array(object, dtype)`.
pub fn array(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static ARRAY: Parameters<6> =
        Parameters::new(["object", "dtype", "copy", "order", "subok", "ndmin"], 1).keyword_only(4);
    let [value, kind, copy, _, _, least] = arguments.bind(gil, "array", &ARRAY)?;
    let matrix = convert(gil, value.unwrap_or(&Value::NONE), kind_of(gil, kind)?)?;
    let least = least.map_or(Ok(0), |least| int::to_size(gil, least))?.clamp(0, 64) as usize;
    let mut shape = vec![1; least.saturating_sub(matrix.shape.len())];
    if shape.is_empty() && !copy.map_or(Ok(true), |copy| operations::truth(gil, copy))? {
        return Ok(matrix.into_value());
    }
    shape.extend(&matrix.shape);
    Ok(of(gil, shape, Data::clone(&matrix.numbers())))
}

/// `asarray(a, dtype)`: the array itself where it is one of that kind.
pub fn as_array(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static AS_ARRAY: Parameters<4> = Parameters::new(["a", "dtype", "order", "copy"], 1);
    let [value, kind, ..] = arguments.bind(gil, "asarray", &AS_ARRAY)?;
    Ok(convert(gil, value.unwrap_or(&Value::NONE), kind_of(gil, kind)?)?.into_value())
}

/// An array of one number.
fn uniform(gil: Gil<'_>, shape: Vec<usize>, number: &Data) -> Result<Value> {
    let size = size_of(gil, &shape)?;
    let data = match number {
        _ if number.length() != 1 => return Err(value_error(gil, "full() takes one number")),
        number => each!(number, number => Number::data(filled(gil, size, number[0])?)),
    };
    Ok(of(gil, shape, data))
}

/// The numbers of a value in a shape that it broadcasts to.
fn spread(gil: Gil<'_>, shape: Vec<usize>, numbers: &Matrix) -> Result<Value> {
    if numbers.size() == 1 {
        return uniform(gil, shape, &numbers.numbers());
    }
    let size = size_of(gil, &shape)?;
    if super::operators::joined_shape(gil, &shape, &numbers.shape).ok().as_ref() != Some(&shape) {
        let (from, to) = (super::shape_text(&numbers.shape), super::shape_text(&shape));
        let message = format!("could not broadcast input array from shape {from} into shape {to}");
        return Err(value_error(gil, message));
    }
    let places = super::operators::places(&numbers.shape, &shape);
    debug_assert_eq!(places.len(), size);
    Ok(of(gil, shape, numbers.numbers().picked(&places)))
}

/// `full(shape, fill_value, dtype)`.
pub fn full(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static FULL: Parameters<4> = Parameters::new(["shape", "fill_value", "dtype", "order"], 2);
    let [shape, number, kind, _] = arguments.bind(gil, "full", &FULL)?;
    let shape = shape_of(gil, shape.unwrap_or(&Value::NONE))?;
    let number = convert(gil, number.unwrap_or(&Value::NONE), kind_of(gil, kind)?)?;
    spread(gil, shape, &number)
}

/// `full_like(a, fill_value, dtype)`.
pub fn full_like(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static FULL: Parameters<4> = Parameters::new(["a", "fill_value", "dtype", "shape"], 2);
    let [like, number, kind, shape] = arguments.bind(gil, "full_like", &FULL)?;
    let like = convert(gil, like.unwrap_or(&Value::NONE), None)?;
    let kind = kind_of(gil, kind)?.unwrap_or(like.kind());
    let number = convert(gil, number.unwrap_or(&Value::NONE), Some(kind))?;
    spread(gil, shape_like(gil, &like, shape)?, &number)
}

/// The shape that was asked for, or that of the array.
fn shape_like(gil: Gil<'_>, like: &Matrix, shape: Option<&Value>) -> Result<Vec<usize>> {
    match shape.filter(|shape| !shape.is_none()) {
        Some(shape) => shape_of(gil, shape),
        None => Ok(like.shape.clone()),
    }
}

fn of_shape(gil: Gil<'_>, name: &str, arguments: Arguments<'_>, number: u8) -> Result<Value> {
    static SHAPE: Parameters<3> = Parameters::new(["shape", "dtype", "order"], 1);
    let [shape, kind, _] = arguments.bind(gil, name, &SHAPE)?;
    let kind = kind_of(gil, kind)?.unwrap_or(Kind::Float64);
    let shape = shape_of(gil, shape.unwrap_or(&Value::NONE))?;
    uniform(gil, shape, &Data::Float64(vec![number.into()]).cast(kind))
}

fn of_likeness(gil: Gil<'_>, name: &str, arguments: Arguments<'_>, number: u8) -> Result<Value> {
    static LIKE: Parameters<5> = Parameters::new(["a", "dtype", "order", "subok", "shape"], 1);
    let [like, kind, _, _, shape] = arguments.bind(gil, name, &LIKE)?;
    let like = convert(gil, like.unwrap_or(&Value::NONE), None)?;
    let kind = kind_of(gil, kind)?.unwrap_or(like.kind());
    uniform(gil, shape_like(gil, &like, shape)?, &Data::Float64(vec![number.into()]).cast(kind))
}

/// `zeros(shape, dtype)`; `empty` as well.
pub fn zeros(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    of_shape(gil, "zeros", arguments, 0)
}

/// `ones(shape, dtype)`.
pub fn ones(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    of_shape(gil, "ones", arguments, 1)
}

/// `zeros_like(a, dtype)`; `empty_like` as well.
pub fn zeros_like(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    of_likeness(gil, "zeros_like", arguments, 0)
}

/// `ones_like(a, dtype)`.
pub fn ones_like(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    of_likeness(gil, "ones_like", arguments, 1)
}

/// `eye(N, M, k, dtype)`: ones on a diagonal.
pub fn eye(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static EYE: Parameters<4> = Parameters::new(["N", "M", "k", "dtype"], 1);
    let [rows, columns, above, kind] = arguments.bind(gil, "eye", &EYE)?;
    let none = Value::NONE;
    let rows = rows.unwrap_or(&none);
    let columns = columns.filter(|columns| !columns.is_none()).unwrap_or(rows);
    let shape = shape_of(gil, &tuple::pair(gil, rows.clone(), columns.clone()))?;
    let above = above.map_or(Ok(0), |above| int::to_size(gil, above))?;
    let columns = shape[1];
    let mut numbers = filled(gil, size_of(gil, &shape)?, false)?;
    for (row, numbers) in numbers.chunks_mut(columns.max(1)).enumerate() {
        let column = usize::try_from((row as i64).saturating_add(above)).ok();
        if let Some(number) = column.and_then(|column| numbers.get_mut(column)) {
            *number = true;
        }
    }
    let kind = kind_of(gil, kind)?.unwrap_or(Kind::Float64);
    Ok(of(gil, shape, Data::Bool(numbers).cast(kind)))
}

/// `linspace(start, stop, num, endpoint, retstep, dtype)`.
pub fn linspace(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static LINSPACE: Parameters<6> =
        Parameters::new(["start", "stop", "num", "endpoint", "retstep", "dtype"], 2);
    let [start, stop, count, endpoint, with_step, kind] = arguments.bind(gil, "linspace", &LINSPACE)?;
    let start = float::to_f64(gil, start.unwrap_or(&Value::NONE))?;
    let stop = float::to_f64(gil, stop.unwrap_or(&Value::NONE))?;
    let count = count.map_or(Ok(50), |count| int::to_size(gil, count))?;
    let Ok(count) = usize::try_from(count) else {
        return Err(value_error(gil, format!("Number of samples, {count}, must be non-negative.")));
    };
    let endpoint = endpoint.map_or(Ok(true), |endpoint| operations::truth(gil, endpoint))?;
    let parts = if endpoint { count.saturating_sub(1) } else { count };
    let step = (stop - start) / parts as f64;
    let mut numbers = filled(gil, size_of(gil, &[count])?, start)?;
    for (place, number) in numbers.iter_mut().enumerate().skip(1) {
        *number = place as f64 * step + start;
    }
    if endpoint && count > 1 {
        numbers[count - 1] = stop;
    }
    let kind = kind_of(gil, kind)?.unwrap_or(Kind::Float64);
    let data = Data::Float64(numbers);
    let array = of(gil, vec![count], if kind == Kind::Float64 { data } else { data.cast(kind) });
    if with_step.map_or(Ok(false), |with_step| operations::truth(gil, with_step))? {
        let step = if parts == 0 { f64::NAN } else { step };
        let step = super::number_value(gil, &Data::Float64(vec![step]), 0);
        return Ok(tuple::pair(gil, array, step));
    }
    Ok(array)
}

/// `arange(start, stop, step, dtype)`.
pub fn arange(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static ARANGE: Parameters<4> = Parameters::new(["start", "stop", "step", "dtype"], 0);
    let [start, stop, step, kind] = arguments.bind(gil, "arange", &ARANGE)?;
    let kind = kind_of(gil, kind)?;
    let (zero, one) = (int::from_i64(gil, 0), int::from_i64(gil, 1));
    let (start, stop) = match (start, stop.filter(|stop| !stop.is_none())) {
        (None, None) => return Err(type_error(gil, "arange() requires stop to be specified.")),
        (Some(stop), None) => (&zero, stop),
        (start, Some(stop)) => (start.unwrap_or(&zero), stop),
    };
    let step = step.filter(|step| !step.is_none()).unwrap_or(&one);
    let values = [start, stop, step];
    let whole = values.iter().all(|&value| super::scalar_kind(value).is_some_and(Kind::is_whole));
    let numbers = values.map(|value| float::to_f64(gil, value));
    let [start, stop, step] = numbers;
    let (start, stop, step) = (start?, stop?, step?);
    if step == 0.0 {
        let message = if whole { "division by zero" } else { "float division by zero" };
        return Err(Raised::with_message(gil, Exception::ZeroDivisionError, message));
    }
    let count = ((stop - start) / step).ceil().max(0.0) as usize;
    let size = size_of(gil, &[count])?;
    let mut numbers = filled(gil, size, 0.0)?;
    // As numpy has it: the distance of the first two numbers.
    let distance = if whole { step } else { (start + step) - start };
    numbers.iter_mut().enumerate().for_each(|(place, number)| *number = start + place as f64 * distance);
    let data = Data::Float64(numbers);
    let kind = kind.unwrap_or(if whole { Kind::Int64 } else { Kind::Float64 });
    Ok(of(gil, vec![count], if kind == Kind::Float64 { data } else { data.cast(kind) }))
}
