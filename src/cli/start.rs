//! Bringing up an interpreter: the types, the machine, the modules, in the order in which they need each other.

use crate::gil::Gil;
use crate::modules::{self, stream, sys};
use crate::object::{Result, Value};

/// Makes everything that a program needs before its first instruction.
pub fn set_up(gil: Gil<'_>) {
    crate::types::set_up(gil);
    modules::set_up(gil);
}

/// The standard streams: those of `_io` where that module is there.
pub fn streams(gil: Gil<'_>) -> Result<()> {
    for (descriptor, name) in [(0, "stdin"), (1, "stdout"), (2, "stderr")] {
        let stream = stream::standard(gil, descriptor).unwrap_or(Value::NONE);
        sys::set(gil, name, stream.clone());
        sys::set(gil, &format!("__{name}__"), stream);
    }
    Ok(())
}
