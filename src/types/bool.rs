//! `bool`: the two truth values, a subtype of `int`.

use super::int::{self, BigInt};
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::TypeSpec;
use crate::object::slots::{Binary, OPERATORS};
use crate::object::{
    Arguments, Bits, Kind, Operator, Payload, Ref, Result, SlotTable, Storage, Value, intern, operations,
};

fn new(gil: Gil<'_>, _class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    match arguments.between(gil, "bool", 0, 1)?.first() {
        Some(value) => Ok(Value::bool(operations::truth(gil, value)?)),
        None => Ok(Value::FALSE),
    }
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = if value.bits() == Bits::TRUE { "True" } else { "False" };
    Ok(intern(gil, name).into_value())
}

/// The truth values of both operands, if both are.
fn pair(left: &Value, right: &Value) -> Option<(bool, bool)> {
    let read = |value: &Value| match value.bits() {
        Bits::TRUE => Some(true),
        Bits::FALSE => Some(false),
        _ => None,
    };
    Some((read(left)?, read(right)?))
}

fn bit_and(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    match pair(left, right) {
        Some((left, right)) => Ok(Value::bool(left & right)),
        None => int::arithmetic::bit_and(gil, left, right),
    }
}

fn bit_or(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    match pair(left, right) {
        Some((left, right)) => Ok(Value::bool(left | right)),
        None => int::arithmetic::bit_or(gil, left, right),
    }
}

fn bit_xor(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    match pair(left, right) {
        Some((left, right)) => Ok(Value::bool(left ^ right)),
        None => int::arithmetic::bit_xor(gil, left, right),
    }
}

fn invert(gil: Gil<'_>, value: &Value) -> Result<Value> {
    super::warning::warn(
        gil,
        Kind::DeprecationWarning,
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise \
         inversion of the underlying int object and is usually not what you expect from negating a bool. Use the \
         'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying \
         int.",
    )?;
    Ok(int::from_i64(gil, if value.bits() == Bits::TRUE { -2 } else { -1 }))
}

const BINARY: [Option<Binary>; OPERATORS] = {
    let mut slots: [Option<Binary>; OPERATORS] = SlotTable::EMPTY.binary;
    slots[Operator::BitAnd as usize] = Some(bit_and);
    slots[Operator::BitOr as usize] = Some(bit_or);
    slots[Operator::BitXor as usize] = Some(bit_xor);
    slots
};

pub static SPEC: TypeSpec = TypeSpec {
    name: "bool",
    module: "builtins",
    signature: "(object=False, /)",
    doc: "Returns True when the argument is true, False otherwise.\nThe builtins True and False are the only two \
          instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed.",
    base: Some(|gil| int::class(gil).clone()),
    layout: BigInt::layout,
    storage: Storage::Nothing,
    flags: flags::MATCH_SELF,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        invert: Some(invert),
        binary: BINARY,
        ..SlotTable::EMPTY
    },
    methods: &[],
    attributes: &[],
};
