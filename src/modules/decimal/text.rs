//! Numbers from text and to text.

use dashu_int::UBig;

use super::coefficient::Coefficient;
use super::number::{Kind, Number};

/// Exponents beyond this are the same: none of the widest context.
const FAR: i64 = 2_500_000_000_000_000_000;

/// The whole number of some digits of ASCII.
pub fn whole(digits: &str) -> Coefficient {
    if digits.len() <= 38 {
        return digits.bytes().fold(0_u128, |number, digit| number * 10 + u128::from(digit - b'0')).into();
    }
    digits.parse::<UBig>().unwrap_or_default().into()
}

/// The number that a text stands for, if it stands for one. There are no spaces and underscores left in it.
pub fn parse(text: &[u8]) -> Option<Number> {
    let (negative, rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    match rest.first()? {
        b'0'..=b'9' | b'.' => parse_finite(negative, rest),
        _ => parse_special(negative, rest),
    }
}

fn parse_finite(negative: bool, text: &[u8]) -> Option<Number> {
    let is_mark = |byte: &u8| matches!(byte, b'e' | b'E');
    let (mantissa, exponent) = match text.iter().position(is_mark) {
        Some(place) => (&text[..place], parse_exponent(&text[place + 1..])?),
        None => (text, 0),
    };
    let mut digits = String::with_capacity(mantissa.len());
    let mut fraction = None;
    for (place, &byte) in mantissa.iter().enumerate() {
        match byte {
            b'0'..=b'9' => digits.push(byte.into()),
            b'.' if fraction.is_none() => fraction = Some(mantissa.len() - place - 1),
            _ => return None,
        }
    }
    if digits.is_empty() {
        return None;
    }
    let exponent = exponent - fraction.unwrap_or(0) as i64;
    Some(Number::new(negative, whole(&digits), exponent))
}

fn parse_exponent(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let size = digits
        .iter()
        .fold(0_i64, |size, digit| size.saturating_mul(10).saturating_add(i64::from(digit - b'0')));
    let size = size.min(FAR);
    Some(if negative { -size } else { size })
}

fn parse_special(negative: bool, text: &[u8]) -> Option<Number> {
    let lower = text.to_ascii_lowercase();
    if matches!(&*lower, b"inf" | b"infinity") {
        return Some(Number::infinity(negative));
    }
    let (kind, payload) = match &*lower {
        [b's', b'n', b'a', b'n', payload @ ..] => (Kind::Signaling, payload),
        [b'n', b'a', b'n', payload @ ..] => (Kind::Quiet, payload),
        _ => return None,
    };
    if !payload.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let digits = whole(std::str::from_utf8(payload).ok()?);
    Some(Number { kind, ..Number::new(negative, digits, 0) })
}

/// The name of what is not finite, without its sign.
pub fn special_name(number: &Number) -> String {
    let name = match number.kind {
        Kind::Infinite => return "Infinity".to_owned(),
        Kind::Signaling => "sNaN",
        _ => "NaN",
    };
    match number.digits.is_zero() {
        true => name.to_owned(),
        false => format!("{name}{}", number.digits),
    }
}

/// The number as a text; `engineering` for an exponent that three divides.
pub fn show(number: &Number, engineering: bool, capitals: bool) -> String {
    let sign = if number.negative { "-" } else { "" };
    if !number.is_finite() {
        return format!("{sign}{}", special_name(number));
    }
    let digits = number.digits.to_string();
    let exponent = number.exponent;
    if exponent == 0 {
        return match number.negative {
            true => format!("-{digits}"),
            false => digits,
        };
    }
    let left = exponent + digits.len() as i64;
    let place = if exponent <= 0 && left > -6 {
        left
    } else if !engineering {
        1
    } else if number.digits.is_zero() {
        (left + 1).rem_euclid(3) - 1
    } else {
        (left - 1).rem_euclid(3) + 1
    };
    let mut shown = String::with_capacity(digits.len() + 24);
    shown.push_str(sign);
    place_point(&mut shown, &digits, place);
    if left != place {
        let letter = if capitals { 'E' } else { 'e' };
        shown.push_str(&format!("{letter}{:+}", left - place));
    }
    shown
}

/// Adds the digits with the point behind so many of them.
fn place_point(shown: &mut String, digits: &str, place: i64) {
    let length = digits.len() as i64;
    if place <= 0 {
        shown.push_str("0.");
        shown.extend(std::iter::repeat_n('0', place.unsigned_abs() as usize));
        shown.push_str(digits);
    } else if place >= length {
        shown.push_str(digits);
        shown.extend(std::iter::repeat_n('0', (place - length) as usize));
    } else {
        let (whole, fraction) = digits.split_at(place as usize);
        shown.push_str(whole);
        shown.push('.');
        shown.push_str(fraction);
    }
}
