//! Type variables among arguments, and what stands for them.

use super::super::{list::List, tuple};
use super::repr::{is_class, items};
use crate::gil::Gil;
use crate::object::raised::type_error;
use crate::object::{Arguments, Result, Value, operations, recursion};

/// The type variables among arguments, each once, in order.
pub fn collect(gil: Gil<'_>, arguments: &Value) -> Result<Vec<Value>> {
    let mut found = Vec::new();
    add(gil, &tuple::items_of(arguments).unwrap_or_default(), &mut found)?;
    Ok(found)
}

fn add(gil: Gil<'_>, arguments: &[Value], found: &mut Vec<Value>) -> Result<()> {
    recursion::enter(gil)?;
    for argument in arguments.iter().filter(|argument| !is_class(argument)) {
        let inner = match argument.downcast::<List>() {
            Some(list) => Some(list.items.borrow().clone()),
            None => tuple::items_of(argument),
        };
        if let Some(inner) = inner {
            add(gil, &inner, found)?;
        } else if operations::find_named(gil, argument, "__typing_subst__")?.is_some() {
            add_one(found, argument);
        } else if let Some(inner) = operations::find_named(gil, argument, "__parameters__")? {
            for parameter in tuple::items_of(&inner).unwrap_or_default() {
                add_one(found, &parameter);
            }
        }
    }
    Ok(())
}

fn add_one(found: &mut Vec<Value>, parameter: &Value) {
    if !found.iter().any(|known| known.is(parameter)) {
        found.push(parameter.clone());
    }
}

/// The arguments with `item` (or the items of the tuple) in the place of the parameters.
pub fn substitute(
    gil: Gil<'_>,
    alias: &Value,
    arguments: &Value,
    parameters: &Value,
    item: &Value,
) -> Result<Vec<Value>> {
    let parameters = tuple::items_of(parameters).unwrap_or_default();
    if parameters.is_empty() {
        let alias = operations::repr(gil, alias)?;
        return Err(type_error(gil, format!("{} is not a generic class", alias.lossy())));
    }
    let mut given = tuple::of(gil, unpack(gil, item)?);
    for parameter in &parameters {
        if let Some(prepare) = operations::find_named(gil, parameter, "__typing_prepare_subst__")?
            && !prepare.is_none()
        {
            given = operations::call(gil, &prepare, Arguments::positional(&[alias.clone(), given]))?;
        }
    }
    let given = items(&given);
    let (actual, expected) = (given.len(), parameters.len());
    if actual != expected {
        let (much, expected) = match actual > expected {
            true => ("many", expected.to_string()),
            false => ("few", format!("at least {}", actual + 1)),
        };
        let alias = operations::repr(gil, alias)?;
        let message =
            format!("Too {much} arguments for {}; actual {actual}, expected {expected}", alias.lossy());
        return Err(type_error(gil, message));
    }
    replace(gil, &tuple::items_of(arguments).unwrap_or_default(), &parameters, &given)
}

/// Unpacked tuples give their items.
fn unpack(gil: Gil<'_>, item: &Value) -> Result<Vec<Value>> {
    let mut all = Vec::new();
    for item in items(item) {
        let inner = if is_class(&item) {
            None
        } else {
            operations::find_named(gil, &item, "__typing_unpacked_tuple_args__")?
        };
        match inner.as_ref().and_then(tuple::items_of) {
            Some(inner) if !matches!(inner.last(), Some(last) if last.is(&Value::ELLIPSIS)) => {
                all.extend(inner)
            }
            _ => all.push(item),
        }
    }
    Ok(all)
}

fn replace(gil: Gil<'_>, arguments: &[Value], parameters: &[Value], given: &[Value]) -> Result<Vec<Value>> {
    recursion::enter(gil)?;
    let mut new = Vec::new();
    for argument in arguments {
        if is_class(argument) {
            new.push(argument.clone());
            continue;
        }
        let listed = argument.downcast::<List>().map(|list| list.items.borrow().clone());
        if let Some(listed) = listed {
            new.push(super::super::list::of(gil, replace(gil, &listed, parameters, given)?));
            continue;
        }
        if let Some(inner) = tuple::items_of(argument) {
            new.push(tuple::of(gil, replace(gil, &inner, parameters, given)?));
            continue;
        }
        let is_unpacked = match operations::find_named(gil, argument, "__typing_is_unpacked_typevartuple__")?
        {
            Some(answer) => operations::truth(gil, &answer)?,
            None => false,
        };
        let replaced = one(gil, argument, parameters, given)?;
        match tuple::items_of(&replaced) {
            Some(several) if is_unpacked => new.extend(several),
            _ => new.push(replaced),
        }
    }
    Ok(new)
}

fn one(gil: Gil<'_>, argument: &Value, parameters: &[Value], given: &[Value]) -> Result<Value> {
    let of = |parameter: &Value| {
        parameters.iter().position(|known| known.is(parameter)).map(|place| &given[place])
    };
    if let Some(substitute) = operations::find_named(gil, argument, "__typing_subst__")? {
        return match of(argument) {
            Some(item) => operations::call_one(gil, &substitute, item),
            None => Ok(argument.clone()),
        };
    }
    let inner = operations::find_named(gil, argument, "__parameters__")?;
    let inner = inner.as_ref().and_then(tuple::items_of).unwrap_or_default();
    if inner.is_empty() {
        return Ok(argument.clone());
    }
    let mut items = Vec::new();
    for parameter in &inner {
        match (of(parameter), tuple::items_of(of(parameter).unwrap_or(&Value::NONE))) {
            (Some(_), Some(several)) if is_many(gil, parameter)? => items.extend(several),
            (Some(item), _) => items.push(item.clone()),
            (None, _) => items.push(parameter.clone()),
        }
    }
    operations::get_item(gil, argument, &tuple::of(gil, items))
}

/// Does the parameter stand for any number of arguments?
fn is_many(gil: Gil<'_>, parameter: &Value) -> Result<bool> {
    Ok(&*parameter.class(gil).own_name() == "TypeVarTuple")
}
