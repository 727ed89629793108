//! Class statements, and `super()` without arguments.

use crate::gil::Gil;
use crate::object::raised::{runtime_error, type_error};
use crate::object::{Arguments, Result, Text, Type, Value, intern, operations};
use crate::types::cell::Cell;
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::types::{class, tuple};

use super::state::state;
use super::{calls, frame};

/// `__build_class__(function, name, *bases, metaclass=..., **keywords)`.
pub fn build_class(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let positionals = arguments.positionals();
    let [function, name, given @ ..] = positionals else {
        return Err(type_error(gil, "__build_class__: not enough arguments"));
    };
    let Some(function) = function.downcast::<Function>() else {
        return Err(type_error(gil, "__build_class__: func must be a function"));
    };
    if name.downcast::<Text>().is_none() {
        return Err(type_error(gil, "__build_class__: name is not a string"));
    }
    let bases = resolved_bases(gil, given)?;
    let (mut names, mut values, mut asked) = (Vec::new(), Vec::new(), None);
    for (name, value) in arguments.keywords() {
        if name.bytes() == b"metaclass" {
            asked = Some(value.clone());
        } else {
            names.push(name.clone());
            values.push(value.clone());
        }
    }
    let meta = match asked {
        Some(meta) => meta,
        None => bases.first().map_or_else(|| class::class(gil).to_value(), |base| base.class(gil).to_value()),
    };
    let meta = match meta.downcast::<Type>() {
        Some(asked) => class::making::metatype(gil, asked, &bases)?.into_value(),
        None => meta,
    };
    let bases_tuple = tuple::of(gil, bases.clone());
    let namespace = match operations::find_named(gil, &meta, "__prepare__")? {
        Some(prepare) => {
            let mut all = vec![name.clone(), bases_tuple.clone()];
            all.extend(values.iter().cloned());
            operations::call(gil, &prepare, Arguments { values: &all, names: &names })?
        }
        None => frame::new_namespace(gil),
    };
    if namespace.class(gil).slots.get_item.get().is_none() && namespace.downcast::<Dict>().is_none() {
        let (meta, wrong) = (shown(&meta), namespace.class(gil).name());
        return Err(type_error(gil, format!("{meta}.__prepare__() must return a mapping, not {wrong}")));
    }
    calls::call_in(gil, function, Arguments::NONE, Some(namespace.clone()))?;
    let cell = match namespace.downcast::<Dict>() {
        Some(dict) => dict.table.borrow().get_text(&intern(gil, "__classcell__")).cloned(),
        None => None,
    };
    if bases.len() != given.len() || bases.iter().zip(given).any(|(base, given)| !base.is(given)) {
        let original = tuple::of(gil, given.to_vec());
        operations::set_item(gil, &namespace, intern(gil, "__orig_bases__").as_value(), Some(original))?;
    }
    let mut all = vec![name.clone(), bases_tuple, namespace.clone()];
    all.extend(values);
    let made = operations::call(gil, &meta, Arguments { values: &all, names: &names })?;
    check_class_cell(gil, cell.as_ref(), name, &made)?;
    Ok(made)
}

fn shown(meta: &Value) -> String {
    meta.downcast::<Type>().map_or_else(|| "<metaclass>".to_owned(), |meta| meta.name().to_string())
}

/// Bases that are no types may stand for others: `__mro_entries__`.
fn resolved_bases(gil: Gil<'_>, given: &[Value]) -> Result<Vec<Value>> {
    let mut bases = Vec::with_capacity(given.len());
    for base in given {
        let entries = match base.downcast::<Type>() {
            Some(_) => None,
            None => operations::find_named(gil, base, "__mro_entries__")?,
        };
        match entries {
            None => bases.push(base.clone()),
            Some(entries) => {
                let found = operations::call_one(gil, &entries, &tuple::of(gil, given.to_vec()))?;
                match tuple::items_of(&found) {
                    Some(found) => bases.extend(found),
                    None => return Err(type_error(gil, "__mro_entries__ must return a tuple")),
                }
            }
        }
    }
    Ok(bases)
}

/// The cell of `__class__` must hold the class by now: a metaclass may have lost it, or taken another's.
fn check_class_cell(gil: Gil<'_>, cell: Option<&Value>, name: &Value, made: &Value) -> Result<()> {
    let Some(cell) = cell.and_then(|cell| cell.downcast::<Cell>()) else { return Ok(()) };
    if made.downcast::<Type>().is_none() {
        return Ok(());
    }
    let name = name.downcast::<Text>().map(|name| name.lossy().into_owned()).unwrap_or_default();
    match cell.get() {
        None => {
            let shown = operations::repr(gil, made)?;
            let message = format!(
                "__class__ not set defining '{name}' as {}. Was __classcell__ propagated to type.__new__?",
                shown.lossy()
            );
            Err(runtime_error(gil, message))
        }
        Some(found) if !found.is(made) => {
            let (found, shown) = (operations::repr(gil, &found)?, operations::repr(gil, made)?);
            let message =
                format!("__class__ set to {} defining '{name}' as {}", found.lossy(), shown.lossy());
            Err(type_error(gil, message))
        }
        Some(_) => Ok(()),
    }
}

/// The class and the object that `super()` means in the running function.
pub fn super_context(gil: Gil<'_>) -> Result<(Value, Value)> {
    let Some(activation) = state(gil).running() else {
        return Err(runtime_error(gil, "super(): no current frame"));
    };
    let (code, window) = (&activation.code().code, activation.window.get());
    if code.argument_count == 0 {
        return Err(runtime_error(gil, "super(): no arguments"));
    }
    let is_cell = code.local_kinds.first().is_some_and(|kind| kind & 3 != 0);
    let first = match window.get(0) {
        Some(first) => match first.downcast::<Cell>().filter(|_| is_cell) {
            Some(cell) => cell.get(),
            None => Some(first.clone()),
        },
        None => None,
    };
    let Some(first) = first else { return Err(runtime_error(gil, "super(): arg[0] deleted")) };
    // A variable of the function's own may have the name too.
    let mut locals = activation.code().local_names.iter().zip(code.local_kinds.iter());
    let place = locals.position(|(name, kind)| name.bytes() == b"__class__" && kind & 2 != 0);
    let Some(place) = place else { return Err(runtime_error(gil, "super(): __class__ cell not found")) };
    let cell = window.get(place as u16).cloned();
    match cell.as_ref().and_then(|cell| cell.downcast::<Cell>()).and_then(|cell| cell.get()) {
        Some(class) => Ok((class, first)),
        None => Err(runtime_error(gil, "super(): empty __class__ cell")),
    }
}
