//! `float`.

use crate::object::Payload;
use crate::payload;

/// The payload of instances of subclasses of `float`; ordinary floats are in the value.
pub struct Float {
    pub number: f64,
}

impl Payload for Float {
    payload!(Float, untracked);
}

pub static SPEC: crate::object::native::TypeSpec = crate::object::native::TypeSpec {
    name: "float",
    module: "builtins",
    doc: "",
    base: None,
    layout: Float::layout,
    storage: crate::object::Storage::Nothing,
    flags: crate::object::class::flags::BASE,
    slots: crate::object::SlotTable::EMPTY,
    methods: &[],
    attributes: &[],
};
