//! `bytes`.

use crate::gil::Gil;
use crate::object::{Payload, Ref, Value};
use crate::payload;

/// The payload of `bytes`.
pub struct Bytes {
    pub bytes: Vec<u8>,
}

impl Payload for Bytes {
    payload!(Bytes, untracked);
}

/// A bytes object.
pub fn of(gil: Gil<'_>, bytes: Vec<u8>) -> Value {
    Ref::new(gil, Bytes { bytes }).into_value()
}

pub static SPEC: crate::object::native::TypeSpec = crate::object::native::TypeSpec {
    name: "bytes",
    module: "builtins",
    doc: "",
    base: None,
    layout: Bytes::layout,
    storage: crate::object::Storage::Nothing,
    flags: crate::object::class::flags::BASE,
    slots: crate::object::SlotTable::EMPTY,
    methods: &[],
    attributes: &[],
};
