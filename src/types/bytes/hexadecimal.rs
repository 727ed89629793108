//! Bytes as pairs of hexadecimal digits, and back.

use super::super::{buffer, indexing, str};
use super::methods::{contents, is_space};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Parameters, Result, Text, Value, operations};

/// `bytes.hex`.
pub fn hex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static HEX: Parameters<2> = Parameters::new(["sep", "bytes_per_sep"], 0);
    let [separator, group] = arguments.without_first().bind(gil, "hex", &HEX)?;
    Ok(str::new_text(gil, &shown(gil, &contents(&arguments.values[0]), separator, group)?))
}

/// The digits, with a separator between groups of so many bytes if there is one.
pub fn shown(gil: Gil<'_>, bytes: &[u8], separator: Option<&Value>, group: Option<&Value>) -> Result<String> {
    let group = group.map_or(Ok(1), |group| indexing::integer(gil, group))?;
    let separator = match separator {
        None => None,
        Some(value) => {
            if operations::length(gil, value)? != 1 {
                return Err(value_error(gil, "sep must be length 1."));
            }
            let text = value.downcast::<Text>().map(|text| match text.is_ascii() {
                true => text.bytes().to_vec(),
                false => vec![0xFF],
            });
            match text.or_else(|| buffer::contents(value)).as_deref() {
                Some([byte]) if byte.is_ascii() => Some(char::from(*byte)),
                Some([_]) => return Err(value_error(gil, "sep must be ASCII.")),
                Some(_) => return Err(value_error(gil, "sep must be ASCII.")),
                None => return Err(type_error(gil, "sep must be str or bytes.")),
            }
        }
    };
    let Some(separator) = separator else { return Ok(in_a_row(bytes)) };
    let mut shown = String::with_capacity(bytes.len() * 3);
    let width = group.unsigned_abs() as usize;
    for (place, &byte) in bytes.iter().enumerate() {
        let counted = if group > 0 { bytes.len() - place } else { place };
        if place > 0 && width > 0 && counted.is_multiple_of(width) {
            shown.push(separator);
        }
        shown.extend(digits(byte).map(char::from));
    }
    Ok(shown)
}

fn digits(byte: u8) -> [u8; 2] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    [byte >> 4, byte & 15].map(|number| DIGITS[usize::from(number)])
}

fn in_a_row(bytes: &[u8]) -> String {
    let mut shown = vec![0; bytes.len() * 2];
    for (pair, &byte) in shown.chunks_exact_mut(2).zip(bytes) {
        pair.copy_from_slice(&digits(byte));
    }
    String::from_utf8(shown).unwrap_or_default()
}

/// The bytes of pairs of hexadecimal digits.
pub fn from_hex(gil: Gil<'_>, value: &Value) -> Result<Vec<u8>> {
    let Some(text) = value.downcast::<Text>() else {
        let name = value.class(gil).name();
        return Err(type_error(gil, format!("fromhex() argument must be str, not {name}")));
    };
    let (mut result, mut at) = (Vec::new(), 0);
    let digits: Vec<u32> = text.characters().collect();
    let digit = |at: usize| {
        digits.get(at).and_then(|point| char::from_u32(*point)).and_then(|digit| digit.to_digit(16))
    };
    while at < digits.len() {
        if digits[at] < 128 && is_space(digits[at] as u8) {
            at += 1;
            continue;
        }
        match (digit(at), digit(at + 1)) {
            (Some(high), Some(low)) => result.push((high << 4 | low) as u8),
            (high, _) => {
                let place = at + usize::from(high.is_some());
                let message = format!("non-hexadecimal number found in fromhex() arg at position {place}");
                return Err(value_error(gil, message));
            }
        }
        at += 2;
    }
    Ok(result)
}
