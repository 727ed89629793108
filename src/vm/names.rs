//! Names: globals, namespaces of class bodies, cells, imports.

use crate::gil::Gil;
use crate::object::raised::{Kind, Raised};
use crate::object::{Arguments, Ref, Result, Text, Value, intern, operations};
use crate::types::dict::Dict;

use super::activation::Activation;

fn in_dict(dict: &Ref<Dict>, name: &Ref<Text>) -> Option<Value> {
    dict.table.borrow().get_text(name).cloned()
}

/// A global, or else a built-in name.
pub fn load_global(gil: Gil<'_>, frame: &Activation, name: &Ref<Text>) -> Result<Value> {
    // A dict of a class of its own may find what its table does not hold, and refuse what it does.
    for namespace in [frame.globals(), frame.builtins()] {
        if let Some(found) = find_in(gil, namespace.as_value(), name)? {
            return Ok(found);
        }
    }
    Err(not_defined(gil, name))
}

/// The NameError for a name that is nowhere.
#[cold]
pub fn not_defined(gil: Gil<'_>, name: &Ref<Text>) -> Raised {
    named(gil, Kind::NameError, &format!("name '{}' is not defined", name.lossy()), name)
}

/// The UnboundLocalError for a local without a value.
#[cold]
pub fn unbound_local(gil: Gil<'_>, name: &Ref<Text>) -> Raised {
    let name_text = name.lossy();
    let message =
        format!("cannot access local variable '{name_text}' where it is not associated with a value");
    Raised::with_message(gil, Kind::UnboundLocalError, &message)
}

/// The NameError for a free variable without a value.
#[cold]
pub fn unbound_free(gil: Gil<'_>, name: &Ref<Text>) -> Raised {
    let message = format!(
        "cannot access free variable '{}' where it is not associated with a value in enclosing scope",
        name.lossy()
    );
    named(gil, Kind::NameError, &message, name)
}

fn named(gil: Gil<'_>, kind: Kind, message: &str, name: &Ref<Text>) -> Raised {
    let raised = Raised::with_message(gil, kind, message);
    *raised.exception().fields.borrow_mut() = vec![Some(name.to_value())];
    raised
}

/// Sets a key of a dict whose keys are names.
pub fn store(dict: &Ref<Dict>, name: &Ref<Text>, value: Value) {
    let old = dict.table.borrow_mut().set_text(name, value);
    drop(old);
}

/// Deletes a global.
pub fn delete_global(gil: Gil<'_>, frame: &Activation, name: &Ref<Text>) -> Result<()> {
    let removed = {
        let mut table = frame.globals().table.borrow_mut();
        table.find_text(name).and_then(|position| table.remove(position))
    };
    match removed {
        Some(_) => Ok(()),
        None => Err(not_defined(gil, name)),
    }
}

/// A name in a mapping; a missing one is no error.
pub fn find_in(gil: Gil<'_>, mapping: &Value, name: &Ref<Text>) -> Result<Option<Value>> {
    if mapping.is_exact::<Dict>(gil)
        && let Some(dict) = mapping.downcast::<Dict>()
    {
        return Ok(in_dict(dict, name));
    }
    match operations::get_item(gil, mapping, name.as_value()) {
        Ok(found) => Ok(Some(found)),
        Err(raised) if raised.is(gil, Kind::KeyError) => Ok(None),
        Err(raised) => Err(raised),
    }
}

/// The mapping that names of this frame are stored in.
pub fn namespace(frame: &Activation) -> Value {
    frame.namespace().cloned().unwrap_or_else(|| frame.globals().to_value())
}

/// A name of the namespace, else a global or built-in one.
pub fn load_name(gil: Gil<'_>, frame: &Activation, name: &Ref<Text>) -> Result<Value> {
    match find_in(gil, &namespace(frame), name)? {
        Some(found) => Ok(found),
        None => load_global(gil, frame, name),
    }
}

/// Stores a name of the namespace.
pub fn store_name(gil: Gil<'_>, frame: &Activation, name: &Ref<Text>, value: Value) -> Result<()> {
    let mapping = namespace(frame);
    if mapping.is_exact::<Dict>(gil)
        && let Some(dict) = mapping.downcast::<Dict>()
    {
        store(dict, name, value);
        return Ok(());
    }
    operations::set_item(gil, &mapping, name.as_value(), Some(value))
}

/// Deletes a name of the namespace.
pub fn delete_name(gil: Gil<'_>, frame: &Activation, name: &Ref<Text>) -> Result<()> {
    let mapping = namespace(frame);
    if mapping.is_exact::<Dict>(gil)
        && let Some(dict) = mapping.downcast::<Dict>()
    {
        let removed = {
            let mut table = dict.table.borrow_mut();
            table.find_text(name).and_then(|position| table.remove(position))
        };
        return removed.map(drop).ok_or_else(|| not_defined(gil, name));
    }
    operations::set_item(gil, &mapping, name.as_value(), None).map_err(|_| not_defined(gil, name))
}

/// `import name`: by the `__import__` that is among the built-in names.
pub fn import(
    gil: Gil<'_>,
    frame: &Activation,
    name: &Ref<Text>,
    level: Value,
    names: Value,
) -> Result<Value> {
    let Some(function) = find_in(gil, frame.builtins().as_value(), &intern(gil, "__import__"))? else {
        return Err(Raised::with_message(gil, Kind::ImportError, "__import__ not found"));
    };
    let locals = frame.namespace().cloned().unwrap_or(Value::NONE);
    let arguments = [name.to_value(), frame.globals().to_value(), locals, names, level];
    operations::call(gil, &function, Arguments::positional(&arguments))
}

/// `from module import *`.
pub fn import_star(gil: Gil<'_>, frame: &Activation, module: &Value) -> Result<()> {
    let all = operations::find_named(gil, module, "__all__")?;
    let public_only = all.is_none();
    let names = match all {
        Some(all) => operations::collect(gil, &all)?,
        None => match operations::find_named(gil, module, "__dict__")? {
            Some(dict) => match dict.downcast::<Dict>() {
                Some(dict) => dict.table.borrow().iter().map(|entry| entry.key.clone()).collect(),
                None => operations::collect(gil, &operations::call_method(gil, &dict, "keys", &[])?)?,
            },
            None => {
                let message = "from-import-* object has no __dict__ and no __all__";
                return Err(Raised::with_message(gil, Kind::ImportError, message));
            }
        },
    };
    for name in names {
        let Some(name) = name.downcast::<Text>() else { continue };
        if public_only && name.bytes().starts_with(b"_") {
            continue;
        }
        let name = crate::object::text::intern_text(gil, name);
        let value = operations::get_attribute(gil, module, &name)?;
        store_name(gil, frame, &name, value)?;
    }
    Ok(())
}
