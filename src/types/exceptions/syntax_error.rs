//! `SyntaxError`: where source is wrong.

use super::super::tuple;
use super::base::{self, derived};
use super::fields::{at, field, put_all};
use super::{base_of, this};
use crate::gil::Gil;
use crate::object::native::TypeSpec;
use crate::object::raised::{Kind, type_error};
use crate::object::slots::SlotTable;
use crate::object::{Arguments, Ref, Result, Text, Value, operations};

/// The second argument is where it is: file, line, offset, text, and perhaps where it ends.
fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    base::init(gil, value, arguments)?;
    let exception = this(gil, value)?;
    let mut fields = vec![None; 8];
    fields[0] = arguments.values.first().cloned();
    if let [_, place] = arguments.values {
        let place = match tuple::items_of(place) {
            Some(items) => items,
            None => operations::collect(gil, place)?,
        };
        let got = place.len();
        if got < 4 {
            return Err(type_error(gil, format!("function takes at least 4 arguments ({got} given)")));
        }
        if got > 6 {
            return Err(type_error(gil, format!("function takes at most 6 arguments ({got} given)")));
        }
        if got == 5 {
            return Err(type_error(gil, "end_offset must be provided when end_lineno is provided"));
        }
        for (field, part) in fields[1..].iter_mut().zip(place.into_iter().take(6)) {
            *field = Some(part);
        }
    }
    put_all(exception, fields);
    Ok(())
}

fn str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let exception = this(gil, value)?;
    let message = operations::str(gil, &at(exception, 0).unwrap_or(Value::NONE))?;
    let file = at(exception, 1).and_then(|file| file.downcast::<Text>().cloned());
    let line = at(exception, 2).and_then(|line| line.bits().as_int());
    let mut bytes = message.bytes().to_vec();
    let name = file.as_ref().map(|file| file.bytes().rsplit(|&byte| byte == b'/').next().unwrap_or_default());
    match (name, line) {
        (Some(name), Some(line)) => {
            bytes.extend_from_slice(b" (");
            bytes.extend_from_slice(name);
            bytes.extend_from_slice(format!(", line {line})").as_bytes());
        }
        (Some(name), None) => {
            bytes.extend_from_slice(b" (");
            bytes.extend_from_slice(name);
            bytes.push(b')');
        }
        (None, Some(line)) => bytes.extend_from_slice(format!(" (line {line})").as_bytes()),
        (None, None) => return Ok(message.into_value()),
    }
    Ok(Ref::new(gil, Text::from_vector(bytes)).into_value())
}

pub static SPEC: TypeSpec = derived(
    "SyntaxError",
    "Invalid syntax.",
    |gil| base_of(gil, Kind::SyntaxError),
    SlotTable { init: Some(init), str: Some(str), ..SlotTable::EMPTY },
    &[],
    &[
        field::<0>("msg", "exception msg"),
        field::<1>("filename", "exception filename"),
        field::<2>("lineno", "exception lineno"),
        field::<3>("offset", "exception offset"),
        field::<4>("text", "exception text"),
        field::<5>("end_lineno", "exception end lineno"),
        field::<6>("end_offset", "exception end offset"),
        field::<7>("print_file_and_line", "exception print_file_and_line"),
    ],
);
