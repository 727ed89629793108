//! Floats from text and to text.

use crate::types::int::digits::strip;

/// The shortest text that reads back as the same number, as `repr` shows it.
pub fn repr(number: f64) -> String {
    if number.is_nan() {
        return "nan".into();
    }
    if number.is_infinite() {
        return if number > 0.0 { "inf".into() } else { "-inf".into() };
    }
    let (negative, digits, point) = shortest(number);
    let sign = if negative { "-" } else { "" };
    let body = match place(&digits, point, -4, 16) {
        body if body.contains(['.', 'e']) => body,
        whole => whole + ".0",
    };
    format!("{sign}{body}")
}

/// Sign, significant digits, and where the point stands among them, of the shortest text.
pub fn shortest(number: f64) -> (bool, String, i32) {
    let shortest = split(&format!("{number:e}"));
    if shortest.1.len() >= 16 {
        // Of two texts equally near, the one whose last digit is even.
        let even = significant(number, shortest.1.len());
        let text = format!("{}e{}", even.1, even.2 - even.1.len() as i32);
        if text.parse() == Ok(number.abs()) {
            return even;
        }
    }
    shortest
}

/// The same with exactly so many significant digits.
pub fn significant(number: f64, count: usize) -> (bool, String, i32) {
    split(&format!("{number:.*e}", count.saturating_sub(1).min(1100)))
}

/// Sign, digits and place of the point of a number in Rust's scientific notation.
pub fn split(scientific: &str) -> (bool, String, i32) {
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, "0"));
    let negative = mantissa.starts_with('-');
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    (negative, digits, exponent.parse::<i32>().unwrap_or(0) + 1)
}

/// Digits as a decimal number where its exponent is from `least` up to below `most`, with an exponent elsewhere.
pub fn place(digits: &str, point: i32, least: i32, most: i32) -> String {
    let exponent = point - 1;
    if exponent < least || exponent >= most {
        let (first, rest) = digits.split_at(1);
        let rest = if rest.is_empty() { String::new() } else { format!(".{rest}") };
        return format!("{first}{rest}e{}", exponent_text(exponent));
    }
    let length = digits.len() as i32;
    if point <= 0 {
        format!("0.{}{digits}", "0".repeat(-point as usize))
    } else if point >= length {
        format!("{digits}{}", "0".repeat((point - length) as usize))
    } else {
        format!("{}.{}", &digits[..point as usize], &digits[point as usize..])
    }
}

/// An exponent with its sign and at least two digits.
pub fn exponent_text(exponent: i32) -> String {
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{sign}{:02}", exponent.abs())
}

/// The number that a text stands for.
pub fn parse(text: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(strip(text)).ok()?;
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let negative = text.starts_with('-');
    let size = match unsigned.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        _ => {
            let plain = without_underscores(unsigned)?;
            let valid =
                plain.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
            if !valid || plain.starts_with(['+', '-']) || !plain.bytes().any(|byte| byte.is_ascii_digit()) {
                return None;
            }
            plain.parse().ok()?
        }
    };
    Some(if negative { -size } else { size })
}

/// The text without underscores, each of which must stand between digits.
fn without_underscores(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_digit =
        |place: Option<usize>| place.and_then(|place| bytes.get(place)).is_some_and(u8::is_ascii_digit);
    for (place, _) in text.match_indices('_') {
        if !is_digit(place.checked_sub(1)) || !is_digit(Some(place + 1)) {
            return None;
        }
    }
    Some(text.replace('_', ""))
}
