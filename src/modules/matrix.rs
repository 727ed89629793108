//! `matrix`: arrays of numbers with any number of axes, under what `numpy` offers here.
//!
//! In reading order: this file (payload), `data` (the numbers), `making`, `operators`, `kernel` (products),
//! `exponential`, `view` (whose numbers an array shows), `select` (indices), `reduce`, `lanes`, `dtype`, `random`,
//! `print`, `table` (the type and the functions).
//!
//! Invariants: the shape's product is the count of numbers; an array's own numbers lie in the order of their indices,
//! the last axis fastest. Parts by ints and slices are views. Kernels over many numbers run without the GIL; what they
//! read is shared and never changes under them, since a write makes a copy of what is shared.

mod data;
mod dtype;
mod exponential;
mod kernel;
mod lanes;
mod making;
mod operators;
mod print;
mod random;
mod reduce;
mod select;
mod table;
mod view;

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use data::{Data, Kind};
use view::Source;

use crate::gil::{Gil, Reason};
use crate::object::raised::{memory_error, type_error, value_error};
use crate::object::{Bits, Payload, Ref, Result, Text, Value, operations};
use crate::payload;
use crate::types::list::List;
use crate::types::{float, int, list, tuple};

pub use table::MODULE;

/// The payload of `matrix.ndarray`.
pub struct Matrix {
    pub shape: Vec<usize>,
    pub source: Source,
}

impl Payload for Matrix {
    payload!(Matrix, untracked);
}

/// Do kernels release the GIL? Relaxed: no other memory hangs on it.
static RELEASING: AtomicBool = AtomicBool::new(true);

/// Fewer steps than this are done before another thread could take the GIL.
const MANY: usize = 1 << 15;

/// The most numbers of one array.
const MOST: usize = 1 << 40;

/// Runs a kernel of so many steps, without the GIL where they are many.
pub fn run<R: Send>(gil: Gil<'_>, steps: usize, work: impl FnOnce() -> R + Send) -> R {
    if steps >= MANY && RELEASING.load(Relaxed) { gil.detach(Reason::Native, work) } else { work() }
}

/// An array.
pub fn of(gil: Gil<'_>, shape: Vec<usize>, data: Data) -> Value {
    owner(gil, shape, data).into_value()
}

/// An array that owns its numbers.
fn owner(gil: Gil<'_>, shape: Vec<usize>, data: Data) -> Ref<Matrix> {
    Ref::new(gil, Matrix { shape, source: Source::Own(RefCell::new(Arc::new(data))) })
}

/// The number of numbers of a shape, or an error where it cannot be.
pub fn size_of(gil: Gil<'_>, shape: &[usize]) -> Result<usize> {
    let size = shape.iter().try_fold(1_usize, |size, &side| size.checked_mul(side));
    size.filter(|&size| size < MOST).ok_or_else(|| memory_error(gil, "Unable to allocate the array"))
}

/// A vector of one number, or a MemoryError.
pub fn filled<T: Clone>(gil: Gil<'_>, size: usize, number: T) -> Result<Vec<T>> {
    let mut numbers = Vec::new();
    numbers.try_reserve_exact(size).map_err(|_| memory_error(gil, "Unable to allocate the array"))?;
    numbers.resize(size, number);
    Ok(numbers)
}

/// A shape as a tuple.
pub fn shape_value(gil: Gil<'_>, shape: &[usize]) -> Value {
    tuple::of(gil, shape.iter().map(|&side| int::from_usize(gil, side)).collect())
}

/// A shape as messages show it.
pub fn shape_text(shape: &[usize]) -> String {
    let sides: Vec<String> = shape.iter().map(usize::to_string).collect();
    if sides.len() == 1 { format!("({},)", sides[0]) } else { format!("({})", sides.join(",")) }
}

/// The items of a list or a tuple.
fn sequence(value: &Value) -> Option<Vec<Value>> {
    tuple::items_of(value).or_else(|| value.downcast::<List>().map(|list| list.items.borrow().clone()))
}

/// A shape from an int or a sequence of ints.
pub fn shape_of(gil: Gil<'_>, value: &Value) -> Result<Vec<usize>> {
    let sides = sequence(value).unwrap_or_else(|| vec![value.clone()]);
    let sides = sides.iter().map(|side| {
        let side = int::to_size(gil, side)?;
        usize::try_from(side).map_err(|_| value_error(gil, "negative dimensions are not allowed"))
    });
    sides.collect()
}

/// A kind from its name, a type of numbers, or an object with a `__name__`.
pub fn kind_of(gil: Gil<'_>, value: Option<&Value>) -> Result<Option<Kind>> {
    let Some(value) = value.filter(|value| !value.is_none()) else { return Ok(None) };
    let name = match value.downcast::<Text>() {
        Some(name) => name.lossy().into_owned(),
        None => match operations::find_named(gil, value, "__name__")? {
            Some(name) => operations::str(gil, &name)?.lossy().into_owned(),
            None => operations::str(gil, value)?.lossy().into_owned(),
        },
    };
    match Kind::named(&name) {
        Some(kind) => Ok(Some(kind)),
        None => Err(type_error(gil, format!("data type '{name}' not understood"))),
    }
}

/// One number as Python sees it.
pub fn number_value(gil: Gil<'_>, data: &Data, place: usize) -> Value {
    match data {
        Data::Float64(numbers) => Value::float(numbers[place]),
        Data::Float32(numbers) => Value::float(numbers[place].into()),
        Data::Int64(numbers) => int::from_i64(gil, numbers[place]),
        Data::Bool(numbers) => Value::bool(numbers[place]),
    }
}

/// The array that a value stands for: itself, a number, or nested sequences of numbers.
pub fn convert(gil: Gil<'_>, value: &Value, kind: Option<Kind>) -> Result<Ref<Matrix>> {
    if let Some(matrix) = value.downcast::<Matrix>() {
        let numbers = matrix.numbers();
        if kind.is_none_or(|kind| kind == numbers.kind()) {
            return Ok(matrix.clone());
        }
        let numbers = numbers.cast(kind.unwrap_or(Kind::Float64));
        return Ok(owner(gil, matrix.shape.clone(), numbers));
    }
    let mut shape = Vec::new();
    let mut leaves = Vec::new();
    flatten(gil, value, 0, &mut shape, &mut leaves)?;
    let found = leaves
        .iter()
        .map(leaf_kind)
        .fold(None, |found: Option<Kind>, kind| Some(found.map_or(kind, |found| found.max(kind))));
    let kind = kind.or(found).unwrap_or(Kind::Float64);
    let data = match kind {
        Kind::Bool => {
            Data::Bool(leaves.iter().map(|leaf| operations::truth(gil, leaf)).collect::<Result<_>>()?)
        }
        Kind::Int64 => Data::Int64(leaves.iter().map(|leaf| whole(gil, leaf)).collect::<Result<_>>()?),
        Kind::Float32 => {
            let numbers = leaves.iter().map(|leaf| Ok(float::to_f64(gil, leaf)? as f32));
            Data::Float32(numbers.collect::<Result<_>>()?)
        }
        Kind::Float64 => {
            Data::Float64(leaves.iter().map(|leaf| float::to_f64(gil, leaf)).collect::<Result<_>>()?)
        }
    };
    Ok(owner(gil, shape, data))
}

fn whole(gil: Gil<'_>, value: &Value) -> Result<i64> {
    match float::number(value) {
        Some(number) => Ok(number as i64),
        None => int::to_i64(gil, value),
    }
}

fn leaf_kind(leaf: &Value) -> Kind {
    match leaf.bits() {
        Bits::TRUE | Bits::FALSE => Kind::Bool,
        _ if int::number(leaf).is_some() => Kind::Int64,
        _ => Kind::Float64,
    }
}

fn flatten(
    gil: Gil<'_>,
    value: &Value,
    depth: usize,
    shape: &mut Vec<usize>,
    leaves: &mut Vec<Value>,
) -> Result<()> {
    crate::object::recursion::enter(gil)?;
    let items = match value.downcast::<Matrix>() {
        Some(matrix) if !matrix.shape.is_empty() => Some(select::rows(gil, matrix)?),
        Some(matrix) => {
            leaves.push(number_value(gil, &matrix.numbers(), 0));
            return Ok(());
        }
        None if &*value.class(gil).name() == "range" => Some(operations::collect(gil, value)?),
        None => sequence(value),
    };
    let Some(items) = items else {
        if depth < shape.len() {
            return Err(ragged(gil));
        }
        leaves.push(value.clone());
        return Ok(());
    };
    if depth == shape.len() {
        if !leaves.is_empty() {
            return Err(ragged(gil));
        }
        shape.push(items.len());
    } else if shape[depth] != items.len() {
        return Err(ragged(gil));
    }
    for item in &items {
        flatten(gil, item, depth + 1, shape, leaves)?;
    }
    Ok(())
}

#[cold]
fn ragged(gil: Gil<'_>) -> crate::object::raised::Raised {
    value_error(
        gil,
        "setting an array element with a sequence. The requested array has an inhomogeneous shape.",
    )
}

/// The numbers in nested lists.
pub fn to_list(gil: Gil<'_>, shape: &[usize], data: &Data, start: usize) -> Value {
    match shape {
        [] => number_value(gil, data, start),
        [side, rest @ ..] => {
            let step: usize = rest.iter().product();
            list::of(gil, (0..*side).map(|row| to_list(gil, rest, data, start + row * step)).collect())
        }
    }
}
