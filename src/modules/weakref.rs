//! `_weakref`: weak references, as the library's `weakref` stands on them.

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::weak;
use crate::object::{Arguments, Payload, Ref, Result, Text, Value};
use crate::types::dict::Dict;
use crate::types::module::{Module, ModuleSpec};
use crate::types::weakref::{Reference, proxy};

use super::convert;

/// The weak references to an object: those without a callback that everybody shares come first.
fn references(gil: Gil<'_>, object: &Value) -> Vec<Value> {
    let mut found = object.header().map(|header| weak::references(gil, header)).unwrap_or_default();
    found.reverse();
    found.sort_by_key(|reference| !crate::types::weakref::is_plain(gil, reference));
    found
}

fn count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly(gil, "getweakrefcount")?;
    Ok(convert::int(gil, references(gil, object).len() as i64))
}

fn all(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly(gil, "getweakrefs")?;
    Ok(convert::list(gil, references(gil, object)))
}

fn make_proxy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "proxy", 1, 2)?;
    let callback = given.get(1).filter(|callback| !callback.is_none()).cloned();
    proxy::of(gil, &given[0], callback)
}

/// Takes a key out of a dict if its value is a weak reference whose object has ended.
fn remove_dead(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [dict, key] = arguments.exactly(gil, "_remove_dead_weakref")?;
    let Some(dict) = dict.downcast::<Dict>() else {
        let name = dict.class(gil).name();
        let message = format!("_remove_dead_weakref() argument 1 must be dict, not {name}");
        return Err(crate::object::raised::type_error(gil, message));
    };
    let found = match key.downcast::<Text>() {
        Some(name) => dict.table.borrow().get_text(name).cloned(),
        None => {
            let value = dict.to_value();
            if crate::object::operations::contains(gil, &value, key)? {
                Some(crate::object::operations::get_item(gil, &value, key)?)
            } else {
                None
            }
        }
    };
    if let Some(found) = found
        && found.downcast::<Reference>().is_some()
        && crate::object::operations::call(gil, &found, Arguments::NONE)?.is_none()
    {
        crate::object::operations::set_item(gil, dict.as_value(), key, None)?;
    }
    Ok(Value::NONE)
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let reference = Reference::layout().exact.get(gil).class();
    module.set(gil, "ref", reference.to_value());
    module.set(gil, "ReferenceType", reference.to_value());
    module.set(gil, "ProxyType", proxy::class(gil).into_value());
    if let Some(callable) = proxy::callable_class(gil) {
        module.set(gil, "CallableProxyType", callable.into_value());
    }
    Ok(())
}

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_weakref",
    doc: "Weak-reference support module.",
    functions: &[
        Function::new(
            "getweakrefcount",
            "($module, object, /)",
            "Return the number of weak references to 'object'.",
            count,
        ),
        Function::new(
            "getweakrefs",
            "($module, object, /)",
            "Return a list of all weak reference objects pointing to 'object'.",
            all,
        ),
        Function::new(
            "proxy",
            "($module, object, callback=None, /)",
            "Create a proxy object that weakly references 'object'.\n\n  callback\n    If given, called with a reference to the proxy when 'object' is\n    about to be finalized.",
            make_proxy,
        ),
        Function::new(
            "_remove_dead_weakref",
            "($module, dct, key, /)",
            "Atomically remove key from dict if it points to a dead weakref.",
            remove_dead,
        ),
    ],
    set_up: Some(set_up),
};
