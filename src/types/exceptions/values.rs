//! `StopIteration`, `SystemExit`, `KeyError`: exceptions whose argument means something.

use super::super::tuple;
use super::base::{arguments_of, derived, init, str};
use super::fields::{field, put};
use super::{base_of, this};
use crate::gil::Gil;
use crate::object::native::TypeSpec;
use crate::object::slots::SlotTable;
use crate::object::{Arguments, Kind, Ref, Result, Value, operations};

fn init_stop_iteration(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    init(gil, value, arguments)?;
    put(this(gil, value)?, 0, arguments.values.first().cloned());
    Ok(())
}

fn init_system_exit(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    init(gil, value, arguments)?;
    let code = match arguments.values {
        [] => None,
        [code] => Some(code.clone()),
        several => Some(tuple::of(gil, several.to_vec())),
    };
    put(this(gil, value)?, 0, code);
    Ok(())
}

/// A single key is shown as it is written, so that an empty str can be seen.
fn key_error_str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    match &arguments_of(this(gil, value)?)[..] {
        [key] => operations::repr(gil, key).map(Ref::into_value),
        _ => str(gil, value),
    }
}

pub static STOP_ITERATION: TypeSpec = derived(
    "StopIteration",
    "Signal the end from iterator.__next__().",
    |gil| base_of(gil, Kind::StopIteration),
    SlotTable { init: Some(init_stop_iteration), ..SlotTable::EMPTY },
    &[],
    &[field::<0>("value", "generator return value")],
);

pub static SYSTEM_EXIT: TypeSpec = derived(
    "SystemExit",
    "Request to exit from the interpreter.",
    |gil| base_of(gil, Kind::SystemExit),
    SlotTable { init: Some(init_system_exit), ..SlotTable::EMPTY },
    &[],
    &[field::<0>("code", "exception code")],
);

pub static KEY_ERROR: TypeSpec = derived(
    "KeyError",
    "Mapping key not found.",
    |gil| base_of(gil, Kind::KeyError),
    SlotTable { str: Some(key_error_str), ..SlotTable::EMPTY },
    &[],
    &[],
);
