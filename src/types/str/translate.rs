//! `str.maketrans` and `str.translate`.

use super::super::dict::{self, Dict};
use super::super::int;
use super::{of, this};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::text::encode;
use crate::object::{Arguments, Kind, Result, Table, Text, Value, operations};

pub(super) fn make(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "maketrans", 1, 3)?;
    let table = dict::of(gil, Table::new());
    let put = |key: i64, value: Value| operations_set(gil, &table, &int::from_i64(gil, key), value);
    if let [only] = values {
        let Some(given) = only.downcast::<Dict>() else {
            return Err(type_error(gil, "if you give only one argument to maketrans it must be a dict"));
        };
        let entries: Vec<(Value, Value)> =
            given.table.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        for (key, value) in entries {
            match key.downcast::<Text>() {
                Some(text) if text.length() == 1 => put(text.character(0).unwrap_or(0).into(), value)?,
                Some(_) => {
                    return Err(value_error(gil, "string keys in translate table must be of length 1"));
                }
                None if key.bits().is_int() => operations_set(gil, &table, &key, value)?,
                None => return Err(type_error(gil, "keys in translate table must be strings or integers")),
            }
        }
        return Ok(table);
    }
    let text = |place: usize| match values[place].downcast::<Text>() {
        Some(text) => Ok(text),
        None if place == 0 => {
            Err(type_error(gil, "first maketrans argument must be a string if there is a second argument"))
        }
        None => {
            let name = values[place].class(gil).name();
            Err(type_error(gil, format!("maketrans() argument {} must be str, not {name}", place + 1)))
        }
    };
    let (from, to) = (text(0)?, text(1)?);
    if from.length() != to.length() {
        return Err(value_error(gil, "the first two maketrans arguments must have equal length"));
    }
    for (from, to) in from.characters().zip(to.characters()) {
        put(from.into(), int::from_i64(gil, to.into()))?;
    }
    if values.len() == 3 {
        for point in text(2)?.characters() {
            put(point.into(), Value::NONE)?;
        }
    }
    Ok(table)
}

fn operations_set(gil: Gil<'_>, table: &Value, key: &Value, value: Value) -> Result<()> {
    operations::set_item(gil, table, key, Some(value))
}

pub(super) fn translate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [table] = arguments.without_first().exactly(gil, "str.translate")?;
    let mut result = Vec::new();
    for point in this(&arguments.values[0]).characters() {
        match operations::get_item(gil, table, &int::from_i64(gil, point.into())) {
            Ok(replacement) if replacement.is_none() => {}
            Ok(replacement) => match (replacement.bits().as_int(), replacement.downcast::<Text>()) {
                (Some(number), _) if (0..0x110000).contains(&number) => encode(number as u32, &mut result),
                (Some(_), _) => {
                    return Err(value_error(gil, "character mapping must be in range(0x110000)"));
                }
                (_, Some(text)) => result.extend_from_slice(text.bytes()),
                _ => {
                    return Err(type_error(gil, "character mapping must return integer, None or str"));
                }
            },
            Err(raised) if raised.is(gil, Kind::LookupError) => encode(point, &mut result),
            Err(raised) => return Err(raised),
        }
    }
    Ok(of(gil, result))
}
