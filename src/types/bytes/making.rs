//! What `bytes(...)` and `bytearray(...)` take.

use crate::gil::Gil;
use crate::object::raised::{overflow_error, type_error, value_error};
use crate::object::{Arguments, Parameters, Result, Text, Value, operations};

use super::super::memoryview::FULL_READ_ONLY;
use super::super::{buffer, codecs, indexing, str};

static PARAMETERS: Parameters<3> = Parameters::new(["source", "encoding", "errors"], 0);

/// The contents that the arguments stand for.
pub fn contents(gil: Gil<'_>, arguments: Arguments<'_>, what: &str) -> Result<Vec<u8>> {
    let [source, encoding, errors] = arguments.bind(gil, what, &PARAMETERS)?;
    let Some(source) = source else {
        if encoding.is_some() || errors.is_some() {
            let given = if encoding.is_some() { "encoding" } else { "errors" };
            return Err(type_error(gil, format!("{given} without a string argument")));
        }
        return Ok(Vec::new());
    };
    if let Some(text) = source.downcast::<Text>() {
        if encoding.is_none() {
            return Err(type_error(gil, "string argument without an encoding"));
        }
        let encoding = codecs::name_argument(gil, encoding, what, "encoding", "utf-8")?;
        let errors = codecs::name_argument(gil, errors, what, "errors", "strict")?;
        let encoded = codecs::encode(gil, text, &encoding, &errors)?;
        return Ok(buffer::contents(&encoded).unwrap_or_default());
    }
    if encoding.is_some() || errors.is_some() {
        let given = if encoding.is_some() { "encoding" } else { "errors" };
        return Err(type_error(gil, format!("{given} without a string argument")));
    }
    of_value(gil, source, what)
}

/// What the value's own `__bytes__` makes, for `bytes(value)`; None without one.
pub fn by_method(gil: Gil<'_>, source: &Value) -> Result<Option<Value>> {
    let Some(made) = operations::call_special(gil, source, "__bytes__", &[])? else { return Ok(None) };
    if made.downcast::<super::Bytes>().is_none() {
        let name = made.class(gil).name();
        return Err(type_error(gil, format!("__bytes__ returned non-bytes (type {name})")));
    }
    Ok(Some(made))
}

/// The contents that one value stands for: bytes, a number of zeros, or ints.
pub fn of_value(gil: Gil<'_>, source: &Value, what: &str) -> Result<Vec<u8>> {
    if let Some(contents) = buffer::contents(source) {
        return Ok(contents);
    }
    if let Some(contents) = buffer::lent_by(gil, source, FULL_READ_ONLY)? {
        return Ok(contents);
    }
    let number = match source.class(gil).slots.index.get() {
        None if !source.bits().is_int() => None,
        _ => indexing::clamped(gil, source)?,
    };
    if let Some(count) = number {
        return match count {
            i64::MIN | i64::MAX => Err(overflow_error(gil, "cannot fit 'int' into an index-sized integer")),
            ..0 => Err(value_error(gil, "negative count")),
            _ => str::repeat(gil, b"\0", count),
        };
    }
    if source.class(gil).slots.iter.get().is_none() && source.class(gil).slots.get_item.get().is_none()
        || source.downcast::<Text>().is_some()
    {
        let name = source.class(gil).name();
        return Err(type_error(gil, format!("cannot convert '{name}' object to {what}")));
    }
    items(gil, source, what)
}

/// The ints of an iterable as bytes.
pub fn items(gil: Gil<'_>, source: &Value, what: &str) -> Result<Vec<u8>> {
    let mut contents = Vec::new();
    operations::for_each(gil, source, |item| {
        contents.push(byte(gil, &item, what)?);
        Ok(())
    })?;
    Ok(contents)
}

/// An int as a byte.
pub fn byte(gil: Gil<'_>, value: &Value, what: &str) -> Result<u8> {
    match indexing::clamped(gil, value)? {
        Some(number) => u8::try_from(number).map_err(|_| {
            let what = if what == "bytearray" { "byte" } else { what };
            value_error(gil, format!("{what} must be in range(0, 256)"))
        }),
        None => {
            let name = value.class(gil).name();
            Err(type_error(gil, format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
}
