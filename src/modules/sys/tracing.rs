//! `sys.settrace`, `sys.setprofile` and their kin.

use crate::gil::Gil;
use crate::modules::machine;
use crate::object::{Arguments, Result, Value};

/// `sys.gettrace`.
pub fn gettrace(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    get(gil, arguments, "gettrace", false)
}

/// `sys.settrace`.
pub fn settrace(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    set(gil, arguments, "settrace", false)
}

/// `sys.getprofile`.
pub fn getprofile(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    get(gil, arguments, "getprofile", true)
}

/// `sys.setprofile`.
pub fn setprofile(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    set(gil, arguments, "setprofile", true)
}

/// `sys._settraceallthreads`.
pub fn settraceallthreads(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    set(gil, arguments, "_settraceallthreads", false)
}

/// `sys._setprofileallthreads`.
pub fn setprofileallthreads(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    set(gil, arguments, "_setprofileallthreads", true)
}

fn get(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, profiles: bool) -> Result<Value> {
    arguments.exactly::<0>(gil, name)?;
    Ok((machine::get(gil)?.hook)(gil, profiles).unwrap_or(Value::NONE))
}

fn set(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, profiles: bool) -> Result<Value> {
    let [function] = arguments.exactly::<1>(gil, name)?;
    (machine::get(gil)?.set_hook)(
        gil,
        profiles,
        Some(function.clone()).filter(|function| !function.is_none()),
    );
    Ok(Value::NONE)
}
