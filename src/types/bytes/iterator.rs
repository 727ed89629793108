//! Iterators over the bytes of bytes and bytearrays.

use std::cell::{Cell, RefCell};

use super::super::bytearray::ByteArray;
use super::super::sequence::iterator;
use super::super::{buffer, int, tuple};
use crate::gil::Gil;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{Arguments, Payload, Ref, Result, Value, Visit};
use crate::payload;

/// The payload: what is iterated, until it is exhausted, and the next position.
pub struct BytesIterator {
    source: RefCell<Option<Value>>,
    position: Cell<usize>,
}

impl Payload for BytesIterator {
    payload!(BytesIterator, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.source.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.source.take());
    }
}

/// The same for a bytearray, whose type has another name.
pub struct BytearrayIterator(BytesIterator);

impl Payload for BytearrayIterator {
    payload!(BytearrayIterator, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.0.traverse(visit);
    }

    fn clear(&self) {
        self.0.clear();
    }
}

/// An iterator over the bytes of a value.
pub fn of(gil: Gil<'_>, source: &Value) -> Value {
    let iterator = BytesIterator { source: RefCell::new(Some(source.clone())), position: Cell::new(0) };
    match source.downcast::<ByteArray>() {
        Some(_) => Ref::new(gil, BytearrayIterator(iterator)).into_value(),
        None => Ref::new(gil, iterator).into_value(),
    }
}

fn this(value: &Value) -> Option<&BytesIterator> {
    match value.downcast::<BytesIterator>() {
        Some(iterator) => Some(iterator),
        None => value.downcast::<BytearrayIterator>().map(|iterator| &iterator.0),
    }
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(iterator) = this(value) else { return Ok(None) };
    let source = iterator.source.borrow().clone();
    let Some(source) = source else { return Ok(None) };
    let position = iterator.position.get();
    match buffer::with(&source, |bytes| bytes.get(position).copied()).flatten() {
        Some(byte) => {
            iterator.position.set(position + 1);
            Ok(Some(int::from_i64(gil, byte.into())))
        }
        None => {
            drop(iterator.source.take());
            Ok(None)
        }
    }
}

/// The value and the position, until the end.
fn state(value: &Value) -> Option<(Value, usize)> {
    let iterator = this(value)?;
    Some((iterator.source.borrow().clone()?, iterator.position.get()))
}

fn length_hint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__length_hint__")?;
    let left = state(value).map_or(0, |(source, position)| {
        buffer::with(&source, |bytes| bytes.len().saturating_sub(position)).unwrap_or(0)
    });
    Ok(int::from_i64(gil, left as i64))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    match state(value) {
        Some((source, position)) => {
            iterator::remade(gil, "iter", source, Some(int::from_i64(gil, position as i64)))
        }
        None => iterator::remade(gil, "iter", tuple::of(gil, Vec::new()), None),
    }
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, place] = arguments.method(gil, "__setstate__")?;
    let Some(place) = super::super::sequence::index(gil, place)? else {
        let name = place.class(gil).name();
        return Err(type_error(gil, format!("'{name}' object cannot be interpreted as an integer")));
    };
    if let (Some(iterator), Some((source, _))) = (this(value), state(value)) {
        let length = buffer::with(&source, |bytes| bytes.len()).unwrap_or(0);
        iterator.position.set((place.max(0) as usize).min(length));
    }
    Ok(Value::NONE)
}

static METHODS: [Function; 3] = [
    Function::new(
        "__length_hint__",
        "($self, /)",
        "Private method returning an estimate of len(list(it)).",
        length_hint,
    ),
    Function::new("__reduce__", "($self, /)", "Return state information for pickling.", reduce),
    Function::new("__setstate__", "", "Set state information for unpickling.", set_state),
];

/// `bytes_iterator`.
pub static SPEC: TypeSpec = TypeSpec::iterator("bytes_iterator", BytesIterator::layout, next, &METHODS);
/// `bytearray_iterator`.
pub static BYTEARRAY: TypeSpec =
    TypeSpec::iterator("bytearray_iterator", BytearrayIterator::layout, next, &METHODS);
