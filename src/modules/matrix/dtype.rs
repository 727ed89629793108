//! The type `dtype`: the kind of an array's numbers as an object.

use super::data::Kind;
use super::kind_of;
use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Attribute, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{Comparison, Payload, Ref, Result, SlotTable, Storage, Value, operations};
use crate::payload;
use crate::types::int;

/// The payload of `numpy.dtype`.
pub struct DType {
    kind: Kind,
}

impl Payload for DType {
    payload!(DType, untracked);
}

/// The object of a kind.
pub fn of(gil: Gil<'_>, kind: Kind) -> Value {
    Ref::new(gil, DType { kind }).into_value()
}

fn kind(gil: Gil<'_>, value: &Value) -> Result<Kind> {
    value.downcast::<DType>().map(|dtype| dtype.kind).ok_or_else(|| type_error(gil, "a dtype is required"))
}

/// Equal to whatever names the same kind.
fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let is_equal =
        kind_of(gil, Some(right)).is_ok_and(|other| other == left.downcast::<DType>().map(|left| left.kind));
    match comparison {
        Comparison::Equal => Ok(Value::bool(is_equal)),
        Comparison::NotEqual => Ok(Value::bool(!is_equal)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn name(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(Ref::text(gil, kind(gil, value)?.name()).into_value())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(Ref::text(gil, &format!("dtype('{}')", kind(gil, value)?.name())).into_value())
}

fn letter(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let letter = match kind(gil, value)? {
        Kind::Bool => "b",
        Kind::Int64 => "i",
        Kind::Float32 | Kind::Float64 => "f",
    };
    Ok(Ref::text(gil, letter).into_value())
}

/// The bytes of a number.
pub fn item_size(kind: Kind) -> usize {
    match kind {
        Kind::Bool => 1,
        Kind::Float32 => 4,
        Kind::Int64 | Kind::Float64 => 8,
    }
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "dtype",
    module: "numpy",
    doc: "The kind of an array's numbers.",
    base: None,
    layout: DType::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable {
        repr: Some(repr),
        str: Some(name),
        compare: Some(compare),
        hash: Some(|gil, value| operations::hash(gil, &name(gil, value)?)),
        ..SlotTable::EMPTY
    },
    methods: &[],
    attributes: &[
        Attribute::read_only("name", "Its name.", name),
        Attribute::read_only("kind", "A letter for the kind.", letter),
        Attribute::read_only("itemsize", "The bytes of a number.", |gil, value| {
            Ok(int::from_usize(gil, item_size(kind(gil, value)?)))
        }),
    ],
};
