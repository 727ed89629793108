//! `str`.

use crate::object::{Payload, Text};

pub static SPEC: crate::object::native::TypeSpec = crate::object::native::TypeSpec {
    name: "str",
    module: "builtins",
    doc: "",
    base: None,
    layout: Text::layout,
    storage: crate::object::Storage::Nothing,
    flags: crate::object::class::flags::BASE,
    slots: crate::object::SlotTable::EMPTY,
    methods: &[],
    attributes: &[],
};
