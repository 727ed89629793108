//! The attributes of functions: `__name__`, `__code__`, `__defaults__` and the like.

use std::cell::RefCell;

use super::super::code::CodeObject;
use super::super::dict::{self, Dict};
use super::super::tuple::{self, Tuple};
use super::{draw_version, this};
use crate::gil::Gil;
use crate::object::native::{Attribute, Setter};
use crate::object::raised::{type_error, value_error};
use crate::object::slots::Unary;
use crate::object::{Ref, Result, Table, Text, Value};

fn text(gil: Gil<'_>, place: &RefCell<Ref<Text>>, attribute: &str, new: Option<Value>) -> Result<()> {
    let Some(text) = new.as_ref().and_then(Value::downcast::<Text>) else {
        return Err(type_error(gil, format!("{attribute} must be set to a string object")));
    };
    drop(place.replace(text.clone()));
    Ok(())
}

fn set_code(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let function = this(gil, value)?;
    let Some(code) = new.as_ref().and_then(Value::downcast::<CodeObject>) else {
        return Err(type_error(gil, "__code__ must be set to a code object"));
    };
    let (needed, has) = (usize::from(code.code.free_count), function.closure.len());
    if needed != has {
        let name = function.name.borrow().lossy().into_owned();
        let message = format!("{name}() requires a code object with {has} free vars, not {needed}");
        return Err(value_error(gil, message));
    }
    function.version.set(draw_version(gil));
    drop(function.code.replace(code.clone()));
    Ok(())
}

fn defaults(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(this(gil, value)?.defaults.borrow().as_ref().map_or(Value::NONE, Ref::to_value))
}

fn set_defaults(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let function = this(gil, value)?;
    let new = match new.filter(|new| !new.is_none()) {
        None => None,
        Some(new) => match new.downcast::<Tuple>() {
            Some(defaults) => Some(defaults.clone()),
            None => return Err(type_error(gil, "__defaults__ must be set to a tuple object")),
        },
    };
    function.version.set(draw_version(gil));
    drop(function.defaults.replace(new));
    Ok(())
}

fn keyword_defaults(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(this(gil, value)?.keyword_defaults.borrow().as_ref().map_or(Value::NONE, Ref::to_value))
}

fn set_keyword_defaults(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let function = this(gil, value)?;
    let new = match new.filter(|new| !new.is_none()) {
        None => None,
        Some(new) => match new.downcast::<Dict>() {
            Some(defaults) => Some(defaults.clone()),
            None => return Err(type_error(gil, "__kwdefaults__ must be set to a dict object")),
        },
    };
    function.version.set(draw_version(gil));
    drop(function.keyword_defaults.replace(new));
    Ok(())
}

fn closure(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let function = this(gil, value)?;
    if function.closure.is_empty() {
        return Ok(Value::NONE);
    }
    Ok(tuple::of(gil, function.closure.iter().map(Ref::to_value).collect()))
}

fn annotations(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let function = this(gil, value)?;
    let known = function.annotations.borrow().clone();
    let mut table = Table::new();
    match known.as_ref().map(|known| (known, tuple::items_of(known))) {
        // The code that makes the function leaves names and values in turn; most functions are never asked.
        Some((_, Some(pairs))) => {
            for pair in pairs.chunks_exact(2) {
                if let Some(name) = pair[0].downcast::<Text>() {
                    drop(table.set_text(name, pair[1].clone()));
                }
            }
        }
        Some((known, None)) => return Ok(known.clone()),
        None => {}
    }
    let new = dict::of(gil, table);
    drop(function.annotations.replace(Some(new.clone())));
    Ok(new)
}

fn set_annotations(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let function = this(gil, value)?;
    let new = new.filter(|new| !new.is_none());
    if new.as_ref().is_some_and(|new| new.downcast::<Dict>().is_none()) {
        return Err(type_error(gil, "__annotations__ must be set to a dict object"));
    }
    drop(function.annotations.replace(new));
    Ok(())
}

fn type_parameters(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let known = this(gil, value)?.type_parameters.borrow().clone();
    Ok(known.unwrap_or_else(|| tuple::of(gil, Vec::new())))
}

fn set_type_parameters(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let function = this(gil, value)?;
    if new.as_ref().is_none_or(|new| new.downcast::<Tuple>().is_none()) {
        return Err(type_error(gil, "__type_params__ must be set to a tuple"));
    }
    drop(function.type_parameters.replace(new));
    Ok(())
}

const fn row(name: &'static str, get: Unary, set: Setter) -> Attribute {
    Attribute { name, doc: "", get, set: Some(set) }
}

pub(super) static ATTRIBUTES: [Attribute; 13] = [
    row(
        "__name__",
        |gil, value| Ok(this(gil, value)?.name.borrow().to_value()),
        |gil, value, new| text(gil, &this(gil, value)?.name, "__name__", new),
    ),
    row(
        "__qualname__",
        |gil, value| Ok(this(gil, value)?.qualified_name.borrow().to_value()),
        |gil, value, new| text(gil, &this(gil, value)?.qualified_name, "__qualname__", new),
    ),
    row("__code__", |gil, value| Ok(this(gil, value)?.code.borrow().to_value()), set_code),
    row("__defaults__", defaults, set_defaults),
    row("__kwdefaults__", keyword_defaults, set_keyword_defaults),
    Attribute::member("__closure__", "", closure),
    Attribute::member("__globals__", "", |gil, value| Ok(this(gil, value)?.globals.to_value())),
    Attribute::read_only("__builtins__", "", |gil, value| Ok(this(gil, value)?.builtins.to_value())),
    row("__annotations__", annotations, set_annotations),
    row(
        "__doc__",
        |gil, value| Ok(this(gil, value)?.doc.borrow().clone()),
        |gil, value, new| {
            drop(this(gil, value)?.doc.replace(new.unwrap_or(Value::NONE)));
            Ok(())
        },
    ),
    row(
        "__module__",
        |gil, value| Ok(this(gil, value)?.module.borrow().clone()),
        |gil, value, new| {
            drop(this(gil, value)?.module.replace(new.unwrap_or(Value::NONE)));
            Ok(())
        },
    ),
    row("__type_params__", type_parameters, set_type_parameters),
    super::super::descriptor::DICT_ROW,
];
