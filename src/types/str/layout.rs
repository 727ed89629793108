//! Padding and tabs.

use super::super::indexing;
use super::{exact, of, repeat, this};
use crate::gil::Gil;
use crate::object::raised::type_error;
use crate::object::{Arguments, Parameters, Result, Text, Value};

/// The width still missing, and the bytes of the fill character.
fn padding(gil: Gil<'_>, arguments: Arguments<'_>, function: &str) -> Result<(i64, Vec<u8>)> {
    let rest = arguments.method_between(gil, function, 1, 2)?;
    let width = indexing::integer(gil, &rest[0])?;
    let fill = match rest.get(1) {
        None => vec![b' '],
        Some(value) => match value.downcast::<Text>() {
            Some(text) if text.length() == 1 => text.bytes().to_vec(),
            Some(_) => {
                return Err(type_error(gil, "The fill character must be exactly one character long"));
            }
            None => {
                let name = value.class(gil).name();
                let message = format!("The fill character must be a unicode character, not {name}");
                return Err(type_error(gil, message));
            }
        },
    };
    Ok((width - this(&arguments.values[0]).length() as i64, fill))
}

fn padded(gil: Gil<'_>, value: &Value, left: i64, right: i64, fill: &[u8]) -> Result<Value> {
    if left <= 0 && right <= 0 {
        return Ok(exact(gil, value));
    }
    let mut result = repeat(gil, fill, left)?;
    result.extend_from_slice(this(value).bytes());
    result.extend(repeat(gil, fill, right)?);
    Ok(of(gil, result))
}

pub(super) fn ljust(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (missing, fill) = padding(gil, arguments, "ljust")?;
    padded(gil, &arguments.values[0], 0, missing, &fill)
}

pub(super) fn rjust(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (missing, fill) = padding(gil, arguments, "rjust")?;
    padded(gil, &arguments.values[0], missing, 0, &fill)
}

pub(super) fn center(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (missing, fill) = padding(gil, arguments, "center")?;
    let width = missing + this(&arguments.values[0]).length() as i64;
    let left = if missing > 0 { missing / 2 + (missing & width & 1) } else { 0 };
    padded(gil, &arguments.values[0], left, missing - left, &fill)
}

pub(super) fn zfill(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [width] = arguments.without_first().exactly(gil, "str.zfill")?;
    let value = &arguments.values[0];
    let missing = indexing::integer(gil, width)? - this(value).length() as i64;
    if missing <= 0 {
        return Ok(exact(gil, value));
    }
    let bytes = this(value).bytes();
    let signs = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let mut result = bytes[..signs].to_vec();
    result.extend(repeat(gil, b"0", missing)?);
    result.extend_from_slice(&bytes[signs..]);
    Ok(of(gil, result))
}

static TABS: Parameters<1> = Parameters::new(["tabsize"], 0);

pub(super) fn expandtabs(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [size] = arguments.without_first().bind(gil, "expandtabs", &TABS)?;
    let size = size.map_or(Ok(8), |size| indexing::integer(gil, size))?;
    if i32::try_from(size).is_err() {
        return Err(crate::object::raised::overflow_error(gil, "Python int too large to convert to C int"));
    }
    let (mut result, mut column) = (Vec::new(), 0);
    for &byte in this(&arguments.values[0]).bytes() {
        match byte {
            b'\t' if size > 0 => {
                let spaces = size - column % size;
                result.extend(repeat(gil, b" ", spaces)?);
                column += spaces;
            }
            b'\t' => {}
            b'\n' | b'\r' => {
                result.push(byte);
                column = 0;
            }
            _ => {
                result.push(byte);
                column += i64::from(crate::object::text::starts_character(byte));
            }
        }
    }
    Ok(of(gil, result))
}
