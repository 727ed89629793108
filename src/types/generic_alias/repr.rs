//! How the arguments of generic classes and unions are written.

use super::super::{list::List, tuple};
use crate::gil::Gil;
use crate::object::{Bits, Result, Type, Value, operations, recursion};

/// An argument: `...`, a list of arguments, or anything else.
pub fn argument(gil: Gil<'_>, value: &Value) -> Result<String> {
    recursion::enter(gil)?;
    let items = value.downcast::<List>().map(|list| list.items.borrow().clone());
    match items {
        Some(items) => {
            let mut text = String::from("[");
            for (place, inner) in items.iter().enumerate() {
                if place > 0 {
                    text += ", ";
                }
                text += &item(gil, inner)?;
            }
            text.push(']');
            Ok(text)
        }
        None => item(gil, value),
    }
}

/// A class by its name, anything else by its repr.
pub fn item(gil: Gil<'_>, value: &Value) -> Result<String> {
    if value.bits() == Bits::ELLIPSIS {
        return Ok("...".to_owned());
    }
    let is_alias = super::is_alias(value)
        || (operations::find_named(gil, value, "__origin__")?.is_some()
            && operations::find_named(gil, value, "__args__")?.is_some());
    if !is_alias
        && let Some(name) = operations::find_named(gil, value, "__qualname__")?
        && let Some(module) = operations::find_named(gil, value, "__module__")?
        && !module.is_none()
    {
        let (name, module) = (operations::str(gil, &name)?, operations::str(gil, &module)?);
        return Ok(match &*module.lossy() {
            "builtins" => name.lossy().into_owned(),
            module => format!("{module}.{}", name.lossy()),
        });
    }
    Ok(operations::repr(gil, value)?.lossy().into_owned())
}

/// Is it a class, whose parameters are its own affair?
pub fn is_class(value: &Value) -> bool {
    value.downcast::<Type>().is_some()
}

/// The items of a tuple, or the one value.
pub fn items(value: &Value) -> Vec<Value> {
    tuple::items_of(value).unwrap_or_else(|| vec![value.clone()])
}
