//! `str.__format__`: fill, alignment, width and precision of text.

use super::{of, repeat, this};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::text::{decode, encode};
use crate::object::{Arguments, Result, Text, Value, operations};

/// `format(value, spec)`.
pub fn format_value(gil: Gil<'_>, value: &Value, spec: &Value) -> Result<Value> {
    if value.is_exact::<Text>(gil) {
        return formatted(gil, value, spec);
    }
    match operations::call_special(gil, value, "__format__", std::slice::from_ref(spec))? {
        Some(result) if result.downcast::<Text>().is_some() => Ok(result),
        Some(result) => {
            let name = result.class(gil).name();
            Err(type_error(gil, format!("__format__ must return a str, not {name}")))
        }
        None => {
            let name = value.class(gil).name();
            Err(type_error(gil, format!("Type {name} doesn't define __format__")))
        }
    }
}

pub(super) fn format_method(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [spec] = arguments.without_first().exactly(gil, "str.__format__")?;
    if spec.downcast::<Text>().is_none() {
        let name = spec.class(gil).name();
        return Err(type_error(gil, format!("__format__() argument must be str, not {name}")));
    }
    formatted(gil, &arguments.values[0], spec)
}

fn formatted(gil: Gil<'_>, value: &Value, spec: &Value) -> Result<Value> {
    let bytes = this(spec).bytes();
    if bytes.is_empty() {
        return if value.is_exact::<Text>(gil) {
            Ok(value.clone())
        } else {
            Ok(operations::str(gil, value)?.into_value())
        };
    }
    let (mut fill, mut alignment, mut at) = (u32::from(b' '), b'<', 0);
    let mut filled = false;
    let is_alignment = |byte: Option<&u8>| matches!(byte, Some(b'<' | b'>' | b'=' | b'^'));
    if let Some((point, width)) = decode(bytes)
        && is_alignment(bytes.get(width))
    {
        (fill, alignment, at, filled) = (point, bytes[width], width + 1, true);
    } else if is_alignment(bytes.first()) {
        (alignment, at) = (bytes[0], 1);
    }
    match bytes.get(at) {
        Some(b'+' | b'-') => return Err(value_error(gil, "Sign not allowed in string format specifier")),
        Some(b' ') => return Err(value_error(gil, "Space not allowed in string format specifier")),
        Some(b'z') => {
            return Err(value_error(
                gil,
                "Negative zero coercion (z) not allowed in string format specifier",
            ));
        }
        Some(b'#') => {
            return Err(value_error(gil, "Alternate form (#) not allowed in string format specifier"));
        }
        Some(b'0') => {
            if !filled {
                fill = b'0'.into();
            }
            at += 1;
        }
        _ => {}
    }
    let width = number(gil, bytes, &mut at)?;
    if let Some(separator @ (b',' | b'_')) = bytes.get(at) {
        return Err(value_error(gil, format!("Cannot specify '{}' with 's'.", char::from(*separator))));
    }
    let mut precision = None;
    if bytes.get(at) == Some(&b'.') {
        at += 1;
        precision = number(gil, bytes, &mut at)?;
        if precision.is_none() {
            return Err(value_error(gil, "Format specifier missing precision"));
        }
    }
    match &bytes[at..] {
        [] | [b's'] => {}
        rest if Text::from_wtf8(rest).length() == 1 => {
            let code = String::from_utf8_lossy(rest)
                .chars()
                .map(super::super::format_spec::shown_code)
                .collect::<String>();
            let class = value.class(gil).name();
            let message = format!("Unknown format code '{code}' for object of type '{class}'");
            return Err(value_error(gil, message));
        }
        _ => {
            let (spec, class) = (this(spec).lossy().into_owned(), value.class(gil).name());
            let message = format!("Invalid format specifier '{spec}' for object of type '{class}'");
            return Err(value_error(gil, message));
        }
    }
    if alignment == b'=' {
        return Err(value_error(gil, "'=' alignment not allowed in string format specifier"));
    }
    let text = this(value);
    let shown = text.slice(0, precision.unwrap_or(usize::MAX).min(text.length()));
    let missing = width.unwrap_or(0).saturating_sub(precision.unwrap_or(usize::MAX).min(text.length()));
    let left = match alignment {
        b'>' => missing,
        b'^' => missing / 2,
        _ => 0,
    };
    let mut padding = Vec::new();
    encode(fill, &mut padding);
    let mut result = repeat(gil, &padding, left as i64)?;
    result.extend_from_slice(shown);
    result.extend(repeat(gil, &padding, (missing - left) as i64)?);
    Ok(of(gil, result))
}

fn number(gil: Gil<'_>, bytes: &[u8], at: &mut usize) -> Result<Option<usize>> {
    let mut number = None;
    while let Some(digit) = bytes.get(*at).filter(|byte| byte.is_ascii_digit()) {
        let next =
            number.unwrap_or(0_usize).checked_mul(10).and_then(|ten| ten.checked_add((digit - b'0').into()));
        match next.filter(|next| *next <= isize::MAX as usize) {
            Some(next) => number = Some(next),
            None => return Err(value_error(gil, "Too many decimal digits in format string")),
        }
        *at += 1;
    }
    Ok(number)
}
