//! Iterators over the bytes of bytes and bytearrays.

use std::cell::{Cell, RefCell};

use super::super::{buffer, int};
use crate::gil::Gil;
use crate::object::native::TypeSpec;
use crate::object::{Payload, Ref, Result, SlotTable, Storage, Value, Visit};
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

/// An iterator over the bytes of a value.
pub fn of(gil: Gil<'_>, source: &Value) -> Value {
    let source = RefCell::new(Some(source.clone()));
    Ref::new(gil, BytesIterator { source, position: Cell::new(0) }).into_value()
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(iterator) = value.downcast::<BytesIterator>() else { return Ok(None) };
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

pub static SPEC: TypeSpec = TypeSpec {
    name: "bytes_iterator",
    module: "builtins",
    doc: "",
    base: None,
    layout: BytesIterator::layout,
    storage: Storage::Nothing,
    flags: crate::object::class::flags::NO_INSTANCES,
    slots: SlotTable { iter: Some(|_, value| Ok(value.clone())), next: Some(next), ..SlotTable::EMPTY },
    methods: &[],
    attributes: &[],
};
