//! `NoneType`, `ellipsis` and `NotImplementedType`: types with one value each.

use super::object::Instance;
use crate::gil::Gil;
use crate::object::Kind;
use crate::object::class::Type;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::slots::{SlotTable, Truth, Unary};
use crate::object::{Arguments, Payload, Ref, Result, Storage, Value, intern};

fn no_arguments(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<()> {
    if arguments.values.is_empty() {
        return Ok(());
    }
    let name = class.name();
    let name = if &*name == "ellipsis" { "EllipsisType" } else { &*name };
    Err(type_error(gil, format!("{name} takes no arguments")))
}

fn new_none(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    no_arguments(gil, class, arguments).map(|()| Value::NONE)
}

fn new_ellipsis(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    no_arguments(gil, class, arguments).map(|()| Value::ELLIPSIS)
}

fn new_not_implemented(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    no_arguments(gil, class, arguments).map(|()| Value::NOT_IMPLEMENTED)
}

fn repr_none(gil: Gil<'_>, _value: &Value) -> Result<Value> {
    Ok(intern(gil, "None").into_value())
}

fn repr_ellipsis(gil: Gil<'_>, _value: &Value) -> Result<Value> {
    Ok(intern(gil, "Ellipsis").into_value())
}

fn repr_not_implemented(gil: Gil<'_>, _value: &Value) -> Result<Value> {
    Ok(intern(gil, "NotImplemented").into_value())
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    crate::object::operations::repr(gil, value).map(Ref::into_value)
}

static REDUCE: [Function; 1] = [Function::new("__reduce__", "", "", reduce)];

const fn spec(
    name: &'static str,
    signature: &'static str,
    doc: &'static str,
    new: crate::object::slots::New,
    repr: Unary,
    truth: Option<Truth>,
    methods: &'static [Function],
) -> TypeSpec {
    TypeSpec {
        name,
        module: "builtins",
        signature,
        doc,
        base: None,
        layout: Instance::layout,
        storage: Storage::Nothing,
        flags: 0,
        slots: SlotTable { new: Some(new), repr: Some(repr), truth, ..SlotTable::EMPTY },
        methods,
        attributes: &[],
    }
}

pub static NONE_SPEC: TypeSpec =
    spec("NoneType", "", "The type of the None singleton.", new_none, repr_none, Some(|_, _| Ok(false)), &[]);

pub static ELLIPSIS_SPEC: TypeSpec =
    spec("ellipsis", "()", "The type of the Ellipsis singleton.", new_ellipsis, repr_ellipsis, None, &REDUCE);

pub static NOT_IMPLEMENTED_SPEC: TypeSpec = spec(
    "NotImplementedType",
    "()",
    "The type of the NotImplemented singleton.",
    new_not_implemented,
    repr_not_implemented,
    Some(|gil, _| {
        let message = "NotImplemented should not be used in a boolean context";
        super::warning::warn(gil, Kind::DeprecationWarning, message)?;
        Ok(true)
    }),
    &REDUCE,
);
