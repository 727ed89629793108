//! `builtins`: the functions, types and constants that every module sees.

mod attributes;
pub mod code;
mod iteration;
mod numbers;
mod output;
mod site;

use std::cell::OnceCell;

pub use attributes::{IS_INSTANCE, is_instance, is_plainly_instance, is_subclass};
pub use iteration::{ALL, ANY, LEN, MAX, MIN, SUM, extreme_further, no_extreme, sum_further};

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::Kind;
use crate::object::{Global, Ref, Result, Value};
use crate::types::module::{Module, ModuleSpec};
use crate::types::{builder, native_function};

use super::sys::Configuration;

pub use site::COPYRIGHT;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "builtins",
    doc: "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\nidentifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().",
    functions: code::FUNCTIONS,
    set_up: Some(set_up),
};

/// The functions by part; those of `code` are in the module's own table.
const PARTS: &[&[Function]] =
    &[attributes::FUNCTIONS, iteration::FUNCTIONS, numbers::FUNCTIONS, output::FUNCTIONS];

/// Built-in types that have a name here.
const TYPES: &[&str] = &[
    "bool",
    "bytearray",
    "bytes",
    "classmethod",
    "complex",
    "dict",
    "enumerate",
    "filter",
    "float",
    "frozenset",
    "int",
    "list",
    "map",
    "memoryview",
    "object",
    "property",
    "range",
    "reversed",
    "set",
    "slice",
    "staticmethod",
    "str",
    "super",
    "tuple",
    "type",
    "zip",
    "BaseExceptionGroup",
    "ExceptionGroup",
];

static BUILTINS: Global<OnceCell<Ref<Module>>> = Global::new(OnceCell::new());

/// The module object, made when first asked for.
pub fn module(gil: Gil<'_>) -> Result<Ref<Module>> {
    if let Some(module) = BUILTINS.get(gil).get() {
        return Ok(module.clone());
    }
    let module = Ref::<Module>::from_spec(gil, &MODULE)?;
    Ok(BUILTINS.get(gil).get_or_init(|| module).clone())
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for spec in
        [&iteration::CALL_ITERATOR, &iteration::AWAITING, &site::QUITTER, &site::PRINTER, &site::HELPER]
    {
        builder::build(gil, spec);
    }
    for function in PARTS.iter().copied().flatten() {
        module.set(gil, function.name, native_function::of(gil, function, Some("builtins")));
    }
    for class in crate::types::all(gil) {
        let name = class.name();
        if TYPES.contains(&&*name) {
            module.set(gil, &name, class.to_value());
        }
    }
    for &kind in Kind::ALL {
        module.set(gil, kind.name(), kind.class(gil).to_value());
    }
    for alias in ["EnvironmentError", "IOError"] {
        module.set(gil, alias, Kind::OSError.class(gil).to_value());
    }
    for (name, value) in [
        ("None", Value::NONE),
        ("True", Value::TRUE),
        ("False", Value::FALSE),
        ("Ellipsis", Value::ELLIPSIS),
        ("NotImplemented", Value::NOT_IMPLEMENTED),
        ("__debug__", Value::bool(Configuration::current().optimize == 0)),
    ] {
        module.set(gil, name, value);
    }
    site::set_up(gil, module);
    Ok(())
}
