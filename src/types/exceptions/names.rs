//! `NameError`, `AttributeError`, `ImportError`: exceptions that tell which name was not found.

use super::super::{dict, tuple};
use super::base::{derived, own_attributes, reduction, set_arguments, str};
use super::fields::{at, field, put_all};
use super::{base_of, this};
use crate::gil::Gil;
use crate::object::native::{Function, TypeSpec};
use crate::object::slots::SlotTable;
use crate::object::{Arguments, Exception, Kind, Ref, Result, Table, Text, Value, intern};

/// Sets `args` from the positional arguments, and the fields from `first` on from the keywords of these names.
fn init_named(
    gil: Gil<'_>,
    value: &Value,
    arguments: Arguments<'_>,
    function: &str,
    first: usize,
    names: &[&str],
) -> Result<()> {
    let exception = this(gil, value)?;
    let mut fields = vec![None; first + names.len()];
    for (name, given) in arguments.keywords() {
        let Some(place) = names.iter().position(|known| known.as_bytes() == name.bytes()) else {
            return Err(crate::object::unexpected_keyword(gil, function, &name.lossy(), names));
        };
        fields[first + place] = Some(given.clone());
    }
    if let (1, [message]) = (first, arguments.positionals()) {
        fields[0] = Some(message.clone());
    }
    set_arguments(gil, exception, arguments.positionals());
    put_all(exception, fields);
    Ok(())
}

fn init_name_error(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    init_named(gil, value, arguments, "NameError", 0, &["name"])
}

fn init_attribute_error(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    init_named(gil, value, arguments, "AttributeError", 0, &["name", "obj"])
}

fn init_import_error(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    init_named(gil, value, arguments, "ImportError", 1, &["name", "path", "name_from"])
}

fn import_error_str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    match at(this(gil, value)?, 0).filter(|message| message.is_exact::<Text>(gil)) {
        Some(message) => Ok(message),
        None => str(gil, value),
    }
}

/// The attributes of the exception and the fields of these places and names, as a dict.
fn state(gil: Gil<'_>, value: &Value, exception: &Ref<Exception>, fields: &[(usize, &str)]) -> Option<Value> {
    let own = own_attributes(gil, value);
    let fields: Vec<_> =
        fields.iter().filter_map(|(place, name)| at(exception, *place).map(|field| (*name, field))).collect();
    if fields.is_empty() {
        return own;
    }
    let mut table = match own.as_ref().and_then(|own| own.downcast::<dict::Dict>()) {
        Some(own) => own.table.borrow().copy(),
        None => Table::new(),
    };
    for (name, field) in fields {
        let old = table.set_text(&intern(gil, name), field);
        drop(old);
    }
    Some(dict::of(gil, table))
}

fn import_error_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let exception = this(gil, value)?;
    let state = state(gil, value, exception, &[(1, "name"), (2, "path"), (3, "name_from")]);
    let arguments = exception.arguments.borrow().clone();
    Ok(reduction(gil, value, arguments, state))
}

/// The object is not kept: it may not be fit for pickling.
fn attribute_error_get_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__getstate__")?;
    let exception = this(gil, value)?;
    let arguments = exception.arguments.borrow().clone();
    let state = state(gil, value, exception, &[(0, "name")]);
    let mut table = match state.as_ref().and_then(|state| state.downcast::<dict::Dict>()) {
        Some(state) => state.table.borrow().copy(),
        None => Table::new(),
    };
    let old = table.set_text(&intern(gil, "args"), arguments);
    drop(old);
    Ok(dict::of(gil, table))
}

fn attribute_error_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let state = attribute_error_get_state(gil, arguments)?;
    let [value] = arguments.method(gil, "__reduce__")?;
    let arguments = this(gil, value)?.arguments.borrow().clone();
    Ok(tuple::of(gil, vec![value.class(gil).to_value(), arguments, state]))
}

pub static NAME_ERROR: TypeSpec = derived(
    "NameError",
    "Name not found globally.",
    |gil| base_of(gil, Kind::NameError),
    SlotTable { init: Some(init_name_error), str: Some(str), ..SlotTable::EMPTY },
    &[],
    &[field::<0>("name", "name")],
);

pub static ATTRIBUTE_ERROR: TypeSpec = derived(
    "AttributeError",
    "Attribute not found.",
    |gil| base_of(gil, Kind::AttributeError),
    SlotTable { init: Some(init_attribute_error), str: Some(str), ..SlotTable::EMPTY },
    &[
        Function::new("__getstate__", "", "", attribute_error_get_state),
        Function::new("__reduce__", "", "", attribute_error_reduce),
    ],
    &[field::<0>("name", "attribute name"), field::<1>("obj", "object")],
);

pub static IMPORT_ERROR: TypeSpec = derived(
    "ImportError",
    "Import can't find module, or can't find name in module.",
    |gil| base_of(gil, Kind::ImportError),
    SlotTable { init: Some(init_import_error), str: Some(import_error_str), ..SlotTable::EMPTY },
    &[Function::new("__reduce__", "", "", import_error_reduce)],
    &[
        field::<0>("msg", "exception message"),
        field::<1>("name", "module name"),
        field::<2>("path", "module path"),
        field::<3>("name_from", "name imported from module"),
    ],
);
