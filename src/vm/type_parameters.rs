//! Type parameters and `type` statements: the library's `typing` makes what they stand for.

use crate::code::Intrinsic;
use crate::gil::Gil;
use crate::object::raised::{Raised, system_error};
use crate::object::{Result, Value, intern, operations};
use crate::types::{module, tuple};

/// What the intrinsics of type parameters make of their operands.
pub fn make(gil: Gil<'_>, which: Intrinsic, first: Value, second: Option<Value>) -> Result<Value> {
    let second = second.unwrap_or(Value::NONE);
    match which {
        Intrinsic::TypeVar => parameter(gil, "TypeVar", first, second),
        Intrinsic::TypeVarWithBound => parameter(gil, "TypeVarWithBound", first, second),
        Intrinsic::TypeVarWithConstraints => parameter(gil, "TypeVarWithConstraints", first, second),
        Intrinsic::ParamSpec => parameter(gil, "ParamSpec", first, second),
        Intrinsic::TypeVarTuple => parameter(gil, "TypeVarTuple", first, second),
        Intrinsic::SetTypeParamDefault => call(gil, "_type_parameter_default", &[first, second]),
        Intrinsic::SubscriptGeneric => call(gil, "_generic_base", &[second]),
        Intrinsic::TypeAlias => {
            let parts = tuple::items_of(&first).ok_or_else(|| unexpected(gil))?;
            call(gil, "_type_alias", &parts)
        }
        _ => Err(unexpected(gil)),
    }
}

fn parameter(gil: Gil<'_>, kind: &str, name: Value, value: Value) -> Result<Value> {
    call(gil, "_type_parameter", &[intern(gil, kind).into_value(), name, value])
}

fn call(gil: Gil<'_>, function: &str, arguments: &[Value]) -> Result<Value> {
    let typing = module::import(gil, "typing")?;
    operations::call_method(gil, &typing, function, arguments)
}

#[cold]
fn unexpected(gil: Gil<'_>) -> Raised {
    system_error(gil, "unknown intrinsic")
}
