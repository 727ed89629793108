//! The type `dtype`: the kind of an array's numbers as an object.

use super::data::Kind;
use super::{kind_of, scalar};
use crate::gil::Gil;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{
    Arguments, Comparison, Payload, Ref, Result, SlotTable, Storage, Type, Value, operations,
};
use crate::payload;
use crate::types::{int, list, str, tuple};

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

/// The kind that a dtype object stands for.
pub fn kind_of_object(value: &Value) -> Option<Kind> {
    value.downcast::<DType>().map(|dtype| dtype.kind)
}

/// Kinds that numpy has and arrays here do not.
const ELSEWHERE: &[&str] = &[
    "float16",
    "half",
    "longdouble",
    "float128",
    "complex64",
    "csingle",
    "clongdouble",
    "object",
    "object_",
    "O",
    "str",
    "str_",
    "bytes",
    "bytes_",
    "void",
    "datetime64",
    "timedelta64",
    "M8",
    "m8",
    "f2",
    "c8",
    "e",
    "F",
];

/// What is said of a name that is no kind of arrays here.
pub fn unknown(name: &str) -> String {
    let plain = name.trim_start_matches(['<', '>', '=', '|']);
    if ELSEWHERE.contains(&plain) || plain.starts_with('U') || plain.starts_with('S') {
        return format!(
            "data type '{name}' is not supported: arrays hold bool, ints, float32, float64 or complex128"
        );
    }
    format!("data type '{name}' not understood")
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

/// `dtype(kind)`.
fn new(gil: Gil<'_>, _class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "dtype")?;
    Ok(of(gil, kind_of(gil, Some(value))?.unwrap_or(Kind::Float64)))
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "dtype",
    module: "numpy",
    signature: "",
    doc: "The kind of an array's numbers.",
    base: None,
    layout: DType::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        str: Some(name),
        compare: Some(compare),
        hash: Some(|gil, value| operations::hash(gil, &name(gil, value)?)),
        ..SlotTable::EMPTY
    },
    methods: &[Function::new("__reduce__", "($self, /)", "For pickling.", |gil, arguments| {
        let [value] = arguments.exactly(gil, "__reduce__")?;
        let class = value.class(gil).clone().into_value();
        Ok(tuple::pair(gil, class, tuple::of(gil, vec![name(gil, value)?])))
    })],
    attributes: &[
        Attribute::read_only("name", "Its name.", name),
        Attribute::read_only("kind", "The letter of all kinds like it.", |gil, value| {
            Ok(str::new_text(gil, &kind(gil, value)?.letter().to_string()))
        }),
        Attribute::read_only("char", "The letter of this kind alone.", |gil, value| {
            Ok(str::new_text(gil, &kind(gil, value)?.own_letter().to_string()))
        }),
        Attribute::read_only("str", "As files name it.", |gil, value| {
            Ok(str::new_text(gil, &kind(gil, value)?.code()))
        }),
        Attribute::read_only("descr", "As files name it, in a list.", |gil, value| {
            let code = str::new_text(gil, &kind(gil, value)?.code());
            Ok(list::of(gil, vec![tuple::pair(gil, str::new_text(gil, ""), code)]))
        }),
        Attribute::read_only("itemsize", "The bytes of a number.", |gil, value| {
            Ok(int::from_usize(gil, kind(gil, value)?.size()))
        }),
        Attribute::read_only("type", "The class of single numbers.", |gil, value| {
            let class = scalar::class(gil, kind(gil, value)?);
            Ok(class.map_or(Value::NONE, |class| class.clone().into_value()))
        }),
        Attribute::read_only("byteorder", "The order of the bytes.", |gil, value| {
            let order = if kind(gil, value)?.size() == 1 { "|" } else { "=" };
            Ok(str::new_text(gil, order))
        }),
    ],
};
