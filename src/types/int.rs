//! `int`.

use dashu_int::IBig;

use crate::gil::Gil;
use crate::object::{Payload, Ref, Value};
use crate::payload;

/// The payload of ints that do not fit into a value, and of all instances of subclasses.
pub struct BigInt {
    pub number: IBig,
}

impl Payload for BigInt {
    payload!(BigInt, untracked);
}

/// An int.
pub fn from_i64(gil: Gil<'_>, number: i64) -> Value {
    Value::small_int(number).unwrap_or_else(|| Ref::new(gil, BigInt { number: number.into() }).into_value())
}

pub static SPEC: crate::object::native::TypeSpec = crate::object::native::TypeSpec {
    name: "int",
    module: "builtins",
    doc: "",
    base: None,
    layout: BigInt::layout,
    storage: crate::object::Storage::Nothing,
    flags: crate::object::class::flags::BASE,
    slots: crate::object::SlotTable::EMPTY,
    methods: &[],
    attributes: &[],
};
