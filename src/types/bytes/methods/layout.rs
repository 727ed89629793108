//! Padding and tabs.

use super::{contents, like};
use crate::gil::Gil;
use crate::object::raised::type_error;
use crate::object::{Arguments, Parameters, Result, Value};
use crate::types::str::repeat;
use crate::types::{buffer, indexing, str};

pub(super) fn padded(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<Value> {
    let rest = arguments.method_between(gil, name, 1, 2)?;
    let width = indexing::integer(gil, &rest[0])?;
    let fill = match rest.get(1) {
        None => b" ".to_vec(),
        Some(value) => match buffer::contents(value) {
            Some(fill) if fill.len() == 1 => fill,
            _ => {
                let class = value.class(gil).name();
                let message = format!("{name}() argument 2 must be a byte string of length 1, not {class}");
                return Err(type_error(gil, message));
            }
        },
    };
    let bytes = contents(&arguments.values[0]);
    let missing = (width - bytes.len() as i64).max(0);
    let left = match name {
        "rjust" => missing,
        "center" => missing / 2 + (missing & width & 1),
        _ => 0,
    };
    let mut result = repeat(gil, &fill, left)?;
    result.extend(bytes);
    result.extend(repeat(gil, &fill, missing - left)?);
    Ok(like(gil, &arguments.values[0], result))
}

pub(super) fn zfill(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [_, width] = arguments.method(gil, "zfill")?;
    let bytes = contents(&arguments.values[0]);
    let missing = indexing::integer(gil, width)? - bytes.len() as i64;
    let signs = usize::from(matches!(bytes.first(), Some(b'+' | b'-')) && missing > 0);
    let mut result = bytes[..signs].to_vec();
    result.extend(repeat(gil, b"0", missing)?);
    result.extend_from_slice(&bytes[signs..]);
    Ok(like(gil, &arguments.values[0], result))
}

static TABS: Parameters<1> = Parameters::new(["tabsize"], 0);

pub(super) fn expandtabs(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [size] = arguments.without_first().bind(gil, "expandtabs", &TABS)?;
    let size = size.map_or(Ok(8), |size| indexing::integer(gil, size))?;
    if i32::try_from(size).is_err() {
        return Err(crate::object::raised::overflow_error(gil, "Python int too large to convert to C int"));
    }
    let (mut result, mut column) = (Vec::new(), 0);
    for byte in contents(&arguments.values[0]) {
        match byte {
            b'\t' if size > 0 => {
                let spaces = size - column % size;
                result.extend(repeat(gil, b" ", spaces)?);
                column += spaces;
            }
            b'\t' => {}
            _ => {
                result.push(byte);
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(like(gil, &arguments.values[0], result))
}
