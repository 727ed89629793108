//! `matrix`: arrays of numbers with any number of axes, under what `numpy` offers here.
//!
//! In reading order: this file (payload), `data` (the numbers), `view` (whose numbers an array shows), `shared` (those
//! that others change), `room` (for many of them), `strided` (walks over them), `wide` (inner loops), `whole` (ints), `making`, `operators`, `products` and `kernel`, `exponential`, `select` (indices),
//! `reduce`, `lanes`, `linear` (algebra), `dtype`, `scalar` (single numbers), `storing` (bytes), `random`, `print`,
//! `ufunc` and `table` (the types and the functions).
//!
//! Invariants: the shape's product is the count of numbers; an array's own numbers lie in the order of their indices,
//! the last axis fastest. Parts by ints and slices are views. Kernels over many numbers run without the GIL; what they
//! read is shared and never changes under them, since a write makes a copy of what is shared.

mod data;
mod dtype;
mod exponential;
mod functions;
mod kernel;
mod lanes;
mod linear;
mod making;
mod operators;
mod print;
mod products;
mod random;
mod reduce;
mod room;
mod scalar;
mod select;
mod shared;
mod storing;
mod strided;
mod table;
mod ufunc;
mod view;
mod whole;
mod wide;

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use data::{Data, Kind};
use view::Source;

use crate::gil::{Gil, Reason};
use crate::object::raised::{memory_error, type_error, value_error};
use crate::object::{Bits, Exposed, Payload, Raised, Ref, Result, Text, Value, operations};
use crate::payload;
use crate::types::list::List;
use crate::types::{complex, float, int, list, tuple};

pub use functions::MODULE;

/// The payload of `matrix.ndarray`.
pub struct Matrix {
    pub shape: Vec<usize>,
    pub source: Source,
}

impl Payload for Matrix {
    payload!(Matrix, untracked);

    fn exposed(&self) -> Option<&dyn Exposed> {
        Some(self)
    }
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
    room::in_large_pages(&mut numbers);
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
    if let Some(kind) = dtype::kind_of_object(value) {
        return Ok(Some(kind));
    }
    let name = match value.downcast::<Text>() {
        Some(name) => name.lossy().into_owned(),
        None => match operations::find_named(gil, value, "__name__")? {
            Some(name) => operations::str(gil, &name)?.lossy().into_owned(),
            None => {
                let shown = operations::repr(gil, value)?;
                return Err(type_error(gil, format!("Cannot interpret '{}' as a data type", shown.lossy())));
            }
        },
    };
    if let Some(kind) = Kind::named(&name) {
        return Ok(Some(kind));
    }
    Err(type_error(gil, dtype::unknown(&name)))
}

/// One number as an object of its kind.
pub fn number_value(gil: Gil<'_>, data: &Data, place: usize) -> Value {
    scalar::of(gil, data, place)
}

/// What was made: an array, or a number if it has no axes.
pub fn result(gil: Gil<'_>, shape: Vec<usize>, data: Data) -> Value {
    if shape.is_empty() { number_value(gil, &data, 0) } else { of(gil, shape, data) }
}

/// The kind of a single number, of Python's or numpy's.
pub fn scalar_kind(value: &Value) -> Option<Kind> {
    match value.downcast::<scalar::Scalar>().map(|scalar| scalar.number) {
        Some(scalar::Single::Bool(_)) => return Some(Kind::Bool),
        Some(scalar::Single::Int(kind, _)) => return Some(kind),
        Some(scalar::Single::Float32(_)) => return Some(Kind::Float32),
        None => {}
    }
    match value.bits() {
        Bits::TRUE | Bits::FALSE => Some(Kind::Bool),
        _ if float::number(value).is_some() => Some(Kind::Float64),
        _ if int::number(value).is_some() => Some(scalar::kind_of_int(value)),
        _ => complex::parts(value).map(|_| Kind::Complex128),
    }
}

/// The array that a value stands for: itself, a number, or nested sequences of numbers.
pub fn convert(gil: Gil<'_>, value: &Value, kind: Option<Kind>) -> Result<Ref<Matrix>> {
    if let Some(matrix) = value.downcast::<Matrix>() {
        if kind.is_none_or(|kind| kind == matrix.kind()) {
            return Ok(matrix.clone());
        }
        let numbers = matrix.numbers().cast(kind.unwrap_or(Kind::Float64));
        return Ok(owner(gil, matrix.shape.clone(), numbers));
    }
    if let Some(data) = scalar::data_of(gil, value)? {
        if let Some(kind) = kind {
            scalar::check_bounds(gil, value, kind)?;
        }
        let found = data.kind();
        return Ok(owner(gil, Vec::new(), data.into_kind(kind.unwrap_or(found))));
    }
    if let Some(items) = storing::of_items(gil, value)? {
        let kind = kind.filter(|&kind| kind != items.kind());
        return Ok(match kind {
            Some(kind) => owner(gil, items.shape.clone(), items.numbers().cast(kind)),
            None => items,
        });
    }
    let mut shape = Vec::new();
    let mut leaves = Vec::new();
    flatten(gil, value, 0, &mut shape, &mut leaves)?;
    let data = match kind {
        Some(kind) => of_leaves(gil, &leaves, kind)?,
        None => {
            let mut found = None;
            for leaf in &leaves {
                let kind = scalar_kind(leaf).ok_or_else(|| no_number(gil, leaf))?;
                found = Some(found.map_or(kind, |found: Kind| found.joined(kind)));
            }
            of_leaves(gil, &leaves, found.unwrap_or(Kind::Float64))?
        }
    };
    Ok(owner(gil, shape, data))
}

/// numpy has arrays of text and objects; here all arrays are of numbers.
#[cold]
fn no_number(gil: Gil<'_>, leaf: &Value) -> Raised {
    let name = leaf.class(gil).name();
    let message = format!(
        "arrays of '{name}' objects are not supported: arrays hold bool, ints, float32, float64 or complex128"
    );
    type_error(gil, message)
}

fn of_leaves(gil: Gil<'_>, leaves: &[Value], kind: Kind) -> Result<Data> {
    let is_number = |leaf: &&Value| scalar_kind(leaf).is_some() || leaf.downcast::<Text>().is_some();
    if let Some(leaf) = leaves.iter().find(|leaf| !is_number(leaf)).filter(|_| kind.is_int()) {
        let name = leaf.class(gil).name();
        let message =
            format!("int() argument must be a string, a bytes-like object or a real number, not '{name}'");
        return Err(type_error(gil, message));
    }
    Ok(match kind {
        Kind::Bool => {
            Data::Bool(leaves.iter().map(|leaf| operations::truth(gil, leaf)).collect::<Result<_>>()?)
        }
        Kind::Float32 => {
            let numbers = leaves.iter().map(|leaf| Ok(float::from_value(gil, leaf)? as f32));
            Data::Float32(numbers.collect::<Result<_>>()?)
        }
        Kind::Float64 => {
            Data::Float64(leaves.iter().map(|leaf| float::from_value(gil, leaf)).collect::<Result<_>>()?)
        }
        Kind::Complex128 => {
            let number = |leaf: &Value| match complex::parts(leaf) {
                Some((real, imaginary)) => Ok(data::Complex::new(real, imaginary)),
                None => Ok(data::Complex::new(float::from_value(gil, leaf)?, 0.0)),
            };
            Data::Complex128(leaves.iter().map(number).collect::<Result<_>>()?)
        }
        Kind::Int64 => Data::Int64(leaves.iter().map(|leaf| whole(gil, leaf)).collect::<Result<_>>()?),
        kind => {
            for leaf in leaves {
                scalar::check_bounds(gil, leaf, kind)?;
            }
            let numbers = leaves.iter().map(|leaf| whole(gil, leaf)).collect::<Result<_>>()?;
            Data::Int64(numbers).into_kind(kind)
        }
    })
}

/// An int from a number or its text; a float loses its fraction.
fn whole(gil: Gil<'_>, value: &Value) -> Result<i64> {
    match scalar::data_of(gil, value)? {
        Some(Data::Float64(numbers)) if !numbers[0].is_finite() => {
            let what = if numbers[0].is_nan() { "NaN" } else { "infinity" };
            Err(value_error(gil, format!("cannot convert float {what} to integer")))
        }
        Some(data) => Ok(data.ints()[0]),
        None => int::to_i64(gil, &int::from_value(gil, value)?),
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
        None => sequence(value),
    };
    let items = match items {
        None if is_other_sequence(gil, value) => Some(operations::collect(gil, value)?),
        items => items,
    };
    let Some(items) = items else {
        if depth < shape.len() {
            return Err(ragged(gil, shape, depth));
        }
        leaves.push(value.clone());
        return Ok(());
    };
    if depth == shape.len() {
        if !leaves.is_empty() {
            return Err(ragged(gil, shape, depth));
        }
        shape.push(items.len());
    } else if shape[depth] != items.len() {
        return Err(ragged(gil, shape, depth));
    }
    for item in &items {
        flatten(gil, item, depth + 1, shape, leaves)?;
    }
    Ok(())
}

/// Ranges, byte strings and arrays of the array module hold numbers as lists do.
fn is_other_sequence(gil: Gil<'_>, value: &Value) -> bool {
    matches!(
        &*value.class(gil).name(),
        "range" | "array.array" | "bytearray" | "memoryview" | "collections.deque"
    )
}

#[cold]
fn ragged(gil: Gil<'_>, shape: &[usize], depth: usize) -> Raised {
    let detected = shape_value(gil, &shape[..depth]);
    let detected = operations::repr(gil, &detected).map(|text| text.lossy().into_owned()).unwrap_or_default();
    let message = format!(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after {depth} \
         dimensions. The detected shape was {detected} + inhomogeneous part."
    );
    value_error(gil, message)
}

/// The numbers in nested lists.
pub fn to_list(gil: Gil<'_>, shape: &[usize], data: &Data, start: usize) -> Value {
    match shape {
        [] => scalar::plain(gil, data, start),
        [side, rest @ ..] => {
            let step: usize = rest.iter().product();
            list::of(gil, (0..*side).map(|row| to_list(gil, rest, data, start + row * step)).collect())
        }
    }
}
