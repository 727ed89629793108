//! `from module import name`: an attribute, or a submodule that has been imported; and what is said where it is neither.

use crate::gil::Gil;
use crate::modules::{convert, sys};
use crate::object::raised::Kind;
use crate::object::{Raised, Ref, Result, Text, Value, intern, operations};

/// The value that `from module import name` binds.
pub fn import_from(gil: Gil<'_>, module: &Value, name: &Ref<Text>) -> Result<Value> {
    if let Some(found) = operations::find_attribute(gil, module, name)? {
        return Ok(found);
    }
    let own_name = attribute(gil, module, "__name__")?.filter(|name| convert::as_text(name).is_some());
    if let Some(own_name) = &own_name {
        let full = format!("{}.{}", operations::str(gil, own_name)?.lossy(), name.lossy());
        if let Some(found) = super::loaded(gil, &full) {
            return Ok(found);
        }
    }
    Err(cannot_import(gil, module, own_name.as_ref(), name)?)
}

fn attribute(gil: Gil<'_>, value: &Value, name: &str) -> Result<Option<Value>> {
    operations::find_attribute(gil, value, &intern(gil, name))
}

/// The ImportError, in CPython's words.
fn cannot_import(gil: Gil<'_>, module: &Value, own_name: Option<&Value>, name: &Ref<Text>) -> Result<Raised> {
    let own = match own_name {
        Some(own) => operations::str(gil, own)?.lossy().into_owned(),
        None => "<unknown module name>".to_owned(),
    };
    let file = attribute(gil, module, "__file__")?.filter(|file| convert::as_text(file).is_some());
    let place = match &file {
        Some(file) => operations::str(gil, file)?.lossy().into_owned(),
        None => "unknown location".to_owned(),
    };
    let wanted = name.lossy();
    let message = if is_shadowing(&own, &place) {
        format!(
            "cannot import name '{wanted}' from '{own}' (consider renaming '{place}' since it has the same name as the \
             standard library module named '{own}' and prevents importing that standard library module)"
        )
    } else if is_initializing(gil, module)? {
        format!(
            "cannot import name '{wanted}' from partially initialized module '{own}' (most likely due to a circular \
             import) ({place})"
        )
    } else {
        format!("cannot import name '{wanted}' from '{own}' ({place})")
    };
    let path = file.unwrap_or(Value::NONE);
    let raised = super::import_error(gil, Kind::ImportError, &message, &own, Some(&path));
    let name_from = intern(gil, "name_from");
    let exception = raised.exception().as_value();
    let _ = operations::set_attribute(gil, exception, &name_from, Some(name.to_value()));
    Ok(raised)
}

/// Is a program's own file in the way of a module of the standard library?
fn is_shadowing(name: &str, place: &str) -> bool {
    !place.starts_with(super::library::FOLDER) && place != "unknown location" && sys::is_standard(name)
}

fn is_initializing(gil: Gil<'_>, module: &Value) -> Result<bool> {
    let Some(specification) = attribute(gil, module, "__spec__")?.filter(|value| !value.is_none()) else {
        return Ok(false);
    };
    match attribute(gil, &specification, "_initializing")? {
        Some(flag) => operations::truth(gil, &flag),
        None => Ok(false),
    }
}
