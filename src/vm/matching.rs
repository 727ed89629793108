//! Patterns: what kind of thing a subject is, and its parts.

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::raised::{type_error, value_error};
use crate::object::{Ref, Result, Text, Type, Value, operations};
use crate::types::dict::Dict;
use crate::types::tuple;

/// Can the subject match a sequence pattern (0) or a mapping pattern (1)?
pub fn is_kind(gil: Gil<'_>, subject: &Value, kind: u8) -> bool {
    subject.class(gil).has(if kind == 0 { flags::SEQUENCE } else { flags::MAPPING })
}

/// The values under keys, or None where one is missing.
pub fn keys(gil: Gil<'_>, subject: &Value, keys: &Value) -> Result<Value> {
    let mut values = Vec::new();
    let missing = Ref::new(gil, Dict::new()).into_value();
    let get = operations::get_attribute(gil, subject, &crate::object::intern(gil, "get"))?;
    let all = tuple::items_of(keys).unwrap_or_default();
    for (place, key) in all.iter().enumerate() {
        for known in &all[..place] {
            if operations::equal(gil, known, key)? {
                let shown = operations::repr(gil, key)?;
                let message = format!("mapping pattern checks duplicate key ({})", shown.lossy());
                return Err(value_error(gil, message));
            }
        }
    }
    for key in all {
        let value = super::call_with(gil, &get, &[key, missing.clone()])?;
        if value.is(&missing) {
            return Ok(Value::NONE);
        }
        values.push(value);
    }
    Ok(tuple::of(gil, values))
}

/// A dict of a mapping's items without some keys.
pub fn rest(gil: Gil<'_>, subject: &Value, keys: &Value) -> Result<Value> {
    let dict = Ref::new(gil, Dict::new()).into_value();
    super::displays::update(gil, &dict, subject, None)?;
    for key in tuple::items_of(keys).unwrap_or_default() {
        operations::set_item(gil, &dict, &key, None)?;
    }
    Ok(dict)
}

/// The attributes that a class pattern asks for, or None if the subject does not match.
pub fn class(
    gil: Gil<'_>,
    subject: &Value,
    class: &Value,
    names: &Value,
    positional: usize,
) -> Result<Value> {
    let Some(wanted) = class.downcast::<Type>() else {
        return Err(type_error(gil, "called match pattern must be a class"));
    };
    if !instance(gil, subject, class)? {
        return Ok(Value::NONE);
    }
    let mut values = Vec::new();
    let mut seen: Vec<Ref<Text>> = Vec::new();
    if positional > 0 {
        let arguments = operations::find_named(gil, class, "__match_args__")?;
        match arguments {
            None if wanted.has(flags::MATCH_SELF) && positional == 1 => values.push(subject.clone()),
            arguments => {
                let allowed = match &arguments {
                    Some(arguments) => tuple::items_of(arguments).ok_or_else(|| {
                        let got = arguments.class(gil).name();
                        let name = wanted.name();
                        type_error(gil, format!("{name}.__match_args__ must be a tuple (got {got})"))
                    })?,
                    None => Vec::new(),
                };
                if allowed.len() < positional {
                    let itself = arguments.is_none() && wanted.has(flags::MATCH_SELF);
                    let (name, most) = (wanted.name(), if itself { 1 } else { allowed.len() });
                    let plural = if most == 1 { "" } else { "s" };
                    let message = format!(
                        "{name}() accepts {most} positional sub-pattern{plural} ({positional} given)"
                    );
                    return Err(type_error(gil, message));
                }
                for name in &allowed[..positional] {
                    let Some(name) = name.downcast::<Text>() else {
                        let got = name.class(gil).name();
                        return Err(type_error(
                            gil,
                            format!("__match_args__ elements must be strings (got {got})"),
                        ));
                    };
                    match part(gil, subject, wanted, name, &mut seen)? {
                        Some(value) => values.push(value),
                        None => return Ok(Value::NONE),
                    }
                }
            }
        }
    }
    for name in tuple::items_of(names).unwrap_or_default() {
        let Some(name) = name.downcast::<Text>() else { continue };
        match part(gil, subject, wanted, name, &mut seen)? {
            Some(value) => values.push(value),
            None => return Ok(Value::NONE),
        }
    }
    Ok(tuple::of(gil, values))
}

fn instance(gil: Gil<'_>, subject: &Value, class: &Value) -> Result<bool> {
    crate::modules::builtins::is_instance(gil, subject, class)
}

fn part(
    gil: Gil<'_>,
    subject: &Value,
    class: &Ref<Type>,
    name: &Ref<Text>,
    seen: &mut Vec<Ref<Text>>,
) -> Result<Option<Value>> {
    if seen.iter().any(|known| known.equals(name)) {
        let (class, name) = (class.name(), name.lossy());
        return Err(type_error(gil, format!("{class}() got multiple sub-patterns for attribute '{name}'")));
    }
    seen.push(name.clone());
    let name = crate::object::text::intern_text(gil, name);
    operations::find_attribute(gil, subject, &name)
}
