//! Ints from text and to text, with the limit on the number of decimal digits.

use std::sync::atomic::{AtomicUsize, Ordering};

use dashu_int::IBig;

use super::{Number, from_big, from_i64, magnitude};
use crate::gil::Gil;
use crate::object::raised::{Raised, value_error};
use crate::object::{Result, Text, Value, operations, text};

/// Most decimal digits of a conversion, as `sys.set_int_max_str_digits` sets; zero for no limit.
pub static MOST_DIGITS: AtomicUsize = AtomicUsize::new(4300);

/// The decimal value of a character.
pub fn decimal_value(point: u32) -> Option<u32> {
    crate::types::str::predicates::decimal(point)
}

/// The text with digits and spaces of all scripts as those of ASCII.
pub fn to_ascii(text: &Text) -> Vec<u8> {
    if text.is_ascii() {
        return text.bytes().to_vec();
    }
    let mut ascii = Vec::new();
    for point in text.characters() {
        match (decimal_value(point), char::from_u32(point)) {
            (Some(digit), _) => ascii.push(b'0' + digit as u8),
            (None, Some(space)) if space.is_whitespace() => ascii.push(b' '),
            _ => text::encode(point, &mut ascii),
        }
    }
    ascii
}

/// The bytes without white space around them; the separators of ASCII count, too.
pub fn strip(bytes: &[u8]) -> &[u8] {
    let is_space = |byte: &u8| matches!(byte, b'\t'..=b'\r' | 0x1C..=0x1F | b' ');
    let start = bytes.iter().position(|byte| !is_space(byte)).unwrap_or(bytes.len());
    let end = bytes.iter().rposition(|byte| !is_space(byte)).map_or(start, |last| last + 1);
    &bytes[start..end]
}

/// The int that a text stands for; `original` is shown where it stands for none.
pub fn parse(gil: Gil<'_>, bytes: &[u8], base: u32, original: &Value) -> Result<Value> {
    let invalid = || invalid_literal(gil, base, original);
    let mut rest = strip(bytes);
    let negative = rest.first() == Some(&b'-');
    if let Some(b'-' | b'+') = rest.first() {
        rest = &rest[1..];
    }
    let prefix = match rest {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    let mut radix = base;
    if base == 0 {
        radix = if prefix == 0 { 10 } else { prefix };
        let zeros = rest.iter().all(|byte| matches!(byte, b'0' | b'_'));
        if prefix == 0 && rest.len() > 1 && rest[0] == b'0' && !zeros {
            return Err(invalid());
        }
    }
    if prefix != 0 && prefix == radix {
        rest = &rest[2..];
        if rest.first() == Some(&b'_') {
            rest = &rest[1..];
        }
    }
    let digits = digits_of(rest, radix).ok_or_else(invalid)?;
    if digits.len() <= 9 {
        let number = i64::from_str_radix(&digits, radix).map_err(|_| invalid())?;
        return Ok(from_i64(gil, if negative { -number } else { number }));
    }
    check_length(gil, &digits, radix)?;
    let number = IBig::from_str_radix(&digits, radix).map_err(|_| invalid())?;
    Ok(from_big(gil, if negative { -number } else { number }))
}

/// The digits without underscores, of which each must stand between two digits.
fn digits_of(bytes: &[u8], radix: u32) -> Option<String> {
    let mut digits = String::with_capacity(bytes.len());
    let mut after_digit = false;
    for &byte in bytes {
        if byte == b'_' && after_digit {
            after_digit = false;
        } else if (byte as char).is_digit(radix) {
            digits.push(byte as char);
            after_digit = true;
        } else {
            return None;
        }
    }
    after_digit.then_some(digits)
}

fn check_length(gil: Gil<'_>, digits: &str, radix: u32) -> Result<()> {
    let most = MOST_DIGITS.load(Ordering::Relaxed);
    if most == 0 || radix.is_power_of_two() || digits.len() <= most {
        return Ok(());
    }
    let count = digits.len();
    let message = format!(
        "Exceeds the limit ({most} digits) for integer string conversion: value has {count} digits; use \
         sys.set_int_max_str_digits() to increase the limit"
    );
    Err(value_error(gil, message))
}

#[cold]
fn invalid_literal(gil: Gil<'_>, base: u32, original: &Value) -> Raised {
    match operations::repr(gil, original) {
        Ok(shown) => {
            let shown: String = shown.lossy().chars().take(200).collect();
            value_error(gil, format!("invalid literal for int() with base {base}: {shown}"))
        }
        Err(raised) => raised,
    }
}

/// The decimal digits with their sign, or a ValueError where they are too many.
pub fn decimal(gil: Gil<'_>, number: Number<'_>) -> Result<String> {
    let number = match number {
        Number::Small(number) => return Ok(number.to_string()),
        Number::Big(number) => number,
    };
    let most = MOST_DIGITS.load(Ordering::Relaxed);
    let too_many = || {
        let message = format!(
            "Exceeds the limit ({most} digits) for integer string conversion; use sys.set_int_max_str_digits() \
             to increase the limit"
        );
        value_error(gil, message)
    };
    // Ten digits take more than 33 bits: so many bits are surely too many digits.
    if most != 0 && Number::Big(number).bit_length() / 10 * 3 > most + 10 {
        return Err(too_many());
    }
    let digits = number.to_string();
    if most != 0 && digits.trim_start_matches('-').len() > most {
        return Err(too_many());
    }
    Ok(digits)
}

/// The digits of the magnitude in another base, lower case.
pub fn in_base(number: Number<'_>, base: u32) -> String {
    match number {
        Number::Small(number) => {
            let size = number.unsigned_abs();
            match base {
                2 => format!("{size:b}"),
                8 => format!("{size:o}"),
                16 => format!("{size:x}"),
                _ => size.to_string(),
            }
        }
        Number::Big(number) => magnitude(number).in_radix(base as u8).to_string(),
    }
}
