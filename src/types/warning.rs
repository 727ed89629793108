//! Warnings that the types give: the modules room says how they are shown.

use std::cell::Cell;

use crate::gil::{Gil, Guarded};
use crate::object::{Kind, Result, Value};

/// Warns of what the running Python code does: an error if warnings of this kind are errors.
pub type Hook = fn(Gil<'_>, Kind, &str, Option<&Value>) -> Result<()>;

static HOOK: Guarded<Cell<Option<Hook>>> = Guarded::new(Cell::new(None));

/// Says how warnings are given; the modules room does, at start.
pub fn set_hook(gil: Gil<'_>, hook: Hook) {
    HOOK.get(gil).set(Some(hook));
}

/// Warns of what the running Python code does.
#[cold]
pub fn warn(gil: Gil<'_>, kind: Kind, message: &str) -> Result<()> {
    HOOK.get(gil).get().map_or(Ok(()), |hook| hook(gil, kind, message, None))
}

/// The same where an object was not used as it should be.
#[cold]
pub fn warn_about(gil: Gil<'_>, kind: Kind, message: &str, object: &Value) -> Result<()> {
    HOOK.get(gil).get().map_or(Ok(()), |hook| hook(gil, kind, message, Some(object)))
}
