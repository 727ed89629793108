//! Relative names: which package `from . import x` means.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::raised::{Kind, type_error};
use crate::object::{Raised, Ref, Result, Value, operations};
use crate::types::dict::Dict;

/// The absolute name of a relative one.
pub fn resolve(gil: Gil<'_>, name: &str, globals: Option<&Ref<Dict>>, level: usize) -> Result<String> {
    let package = match globals {
        Some(globals) => package_of(gil, globals)?,
        None => return Err(no_name(gil)),
    };
    if package.is_empty() {
        let message = "attempted relative import with no known parent package";
        return Err(Raised::with_message(gil, Kind::ImportError, message));
    }
    let mut base = &*package;
    for _ in 1..level {
        base = match base.rsplit_once('.') {
            Some((parent, _)) => parent,
            None => {
                let message = "attempted relative import beyond top-level package";
                return Err(Raised::with_message(gil, Kind::ImportError, message));
            }
        };
    }
    Ok(if name.is_empty() { base.to_owned() } else { format!("{base}.{name}") })
}

fn no_name(gil: Gil<'_>) -> Raised {
    Raised::with_message(gil, Kind::KeyError, "'__name__' not in globals")
}

/// `__package__`, or what `__spec__` or `__name__` say of it.
fn package_of(gil: Gil<'_>, globals: &Ref<Dict>) -> Result<String> {
    let given = |name: &str| convert::get_item(gil, globals, name).filter(|value| !value.is_none());
    if let Some(package) = given("__package__") {
        return text(gil, &package, "__package__");
    }
    if let Some(specification) = given("__spec__")
        && let Some(parent) = operations::find_named(gil, &specification, "parent")?
    {
        return text(gil, &parent, "__spec__.parent");
    }
    let message = "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__";
    crate::types::warning::warn(gil, Kind::ImportWarning, message)?;
    let Some(name) = given("__name__") else { return Err(no_name(gil)) };
    let name = text(gil, &name, "__name__")?;
    if convert::get_item(gil, globals, "__path__").is_some() {
        return Ok(name);
    }
    Ok(name.rsplit_once('.').map_or_else(String::new, |(package, _)| package.to_owned()))
}

fn text(gil: Gil<'_>, value: &Value, what: &str) -> Result<String> {
    match convert::as_text(value) {
        Some(text) => Ok(text.lossy().into_owned()),
        None => Err(type_error(gil, format!("{what} must be a string"))),
    }
}
