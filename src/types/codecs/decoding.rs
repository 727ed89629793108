//! Bytes to characters.

use super::handlers::{self, DecodeFault};
use super::tables::Table;
use super::{Encoding, Order, multibyte};
use crate::gil::Gil;
use crate::object::Result;
use crate::object::text::encode;

/// The characters of bytes, as WTF-8.
pub fn decode(gil: Gil<'_>, encoding: Encoding, contents: &[u8], errors: &str) -> Result<Vec<u8>> {
    match encoding {
        Encoding::Utf8 => utf8(gil, contents, errors),
        Encoding::Utf8Signature => {
            utf8(gil, contents.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(contents), errors)
        }
        Encoding::Latin1 => Ok(latin_1(contents)),
        Encoding::Ascii => ascii(gil, contents, errors),
        Encoding::Table(table) => by_table(gil, table, contents, errors),
        Encoding::Multibyte(codec) => multibyte::decode(gil, codec, contents, errors),
        Encoding::Wide(width, order) => wide(gil, encoding, contents, (width, order), errors),
        Encoding::UnicodeEscape | Encoding::RawUnicodeEscape => escapes(gil, encoding, contents, errors),
    }
}

fn latin_1(contents: &[u8]) -> Vec<u8> {
    let upper = contents.iter().filter(|byte| !byte.is_ascii()).count();
    if upper == 0 {
        return contents.to_vec();
    }
    // Two bytes are written for each, and the second again if the first is all: no branch that could be guessed wrong.
    let mut result = vec![0; contents.len() + upper + 1];
    let mut at = 0;
    for &byte in contents {
        result[at] = if byte.is_ascii() { byte } else { 0xC0 | byte >> 6 };
        result[at + 1] = 0x80 | byte & 0x3F;
        at += 1 + usize::from(byte >> 7);
    }
    result.truncate(at);
    result
}

fn utf8(gil: Gil<'_>, contents: &[u8], errors: &str) -> Result<Vec<u8>> {
    let (mut result, mut at) = (Vec::with_capacity(contents.len()), 0);
    loop {
        let fault = match std::str::from_utf8(&contents[at..]) {
            Ok(rest) => {
                result.extend_from_slice(rest.as_bytes());
                return Ok(result);
            }
            Err(fault) => fault,
        };
        let start = at + fault.valid_up_to();
        result.extend_from_slice(&contents[at..start]);
        let (end, reason) = match fault.error_len() {
            None => (contents.len(), "unexpected end of data"),
            Some(width) if matches!(contents[start], 0x80..=0xC1 | 0xF5..) => {
                (start + width, "invalid start byte")
            }
            Some(width) => (start + width, "invalid continuation byte"),
        };
        let fault = DecodeFault { encoding: "utf-8", contents, start, end, reason };
        at = handlers::decode_error(gil, &fault, errors, &mut result)?;
    }
}

fn ascii(gil: Gil<'_>, contents: &[u8], errors: &str) -> Result<Vec<u8>> {
    if contents.is_ascii() {
        return Ok(contents.to_vec());
    }
    let (mut result, mut at) = (Vec::with_capacity(contents.len()), 0);
    while let Some(&byte) = contents.get(at) {
        if byte.is_ascii() {
            result.push(byte);
            at += 1;
            continue;
        }
        let reason = "ordinal not in range(128)";
        let fault = DecodeFault { encoding: "ascii", contents, start: at, end: at + 1, reason };
        at = handlers::decode_error(gil, &fault, errors, &mut result)?;
    }
    Ok(result)
}

fn by_table(gil: Gil<'_>, table: &Table, contents: &[u8], errors: &str) -> Result<Vec<u8>> {
    let (mut result, mut at) = (Vec::with_capacity(contents.len()), 0);
    while let Some(&byte) = contents.get(at) {
        if let Some(character) = table.character(byte) {
            encode(character.into(), &mut result);
            at += 1;
            continue;
        }
        let reason = "character maps to <undefined>";
        let fault = DecodeFault { encoding: "charmap", contents, start: at, end: at + 1, reason };
        at = handlers::decode_error(gil, &fault, errors, &mut result)?;
    }
    Ok(result)
}

fn wide(
    gil: Gil<'_>,
    encoding: Encoding,
    contents: &[u8],
    (width, order): (usize, Option<Order>),
    errors: &str,
) -> Result<Vec<u8>> {
    let (mut order, mut at) = (order, 0);
    if order.is_none() {
        let big: &[u8] = if width == 2 { b"\xFE\xFF" } else { b"\0\0\xFE\xFF" };
        let little: &[u8] = if width == 2 { b"\xFF\xFE" } else { b"\xFF\xFE\0\0" };
        if contents.starts_with(big) {
            (order, at) = (Some(Order::Big), width);
        } else if contents.starts_with(little) {
            at = width;
        }
    }
    let big = order == Some(Order::Big);
    let unit = |at: usize| -> Option<u32> {
        let bytes = contents.get(at..at + width)?;
        let fold = |value: u32, byte: &u8| value << 8 | u32::from(*byte);
        Some(if big { bytes.iter().fold(0, fold) } else { bytes.iter().rev().fold(0, fold) })
    };
    let mut result = Vec::with_capacity(contents.len());
    while at < contents.len() {
        let (end, reason) = match unit(at) {
            None => (contents.len(), "truncated data"),
            Some(first @ 0xD800..=0xDBFF) if width == 2 => match unit(at + 2) {
                Some(second @ 0xDC00..=0xDFFF) => {
                    encode(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), &mut result);
                    at += 4;
                    continue;
                }
                None => (contents.len(), "unexpected end of data"),
                Some(_) => (at + 2, "illegal UTF-16 surrogate"),
            },
            Some(0xD800..=0xDFFF) if width == 2 => (at + 2, "illegal encoding"),
            Some(0xD800..=0xDFFF) => (at + 4, "code point in surrogate code point range(0xd800, 0xe000)"),
            Some(point) if point > 0x10FFFF => (at + 4, "code point not in range(0x110000)"),
            Some(point) => {
                encode(point, &mut result);
                at += width;
                continue;
            }
        };
        let name = match (encoding, order) {
            (Encoding::Wide(2, None), Some(Order::Big)) => "utf-16-be",
            (Encoding::Wide(2, None), _) => "utf-16-le",
            (Encoding::Wide(_, None), Some(Order::Big)) => "utf-32-be",
            (Encoding::Wide(_, None), _) => "utf-32-le",
            _ => encoding.name(),
        };
        let fault = DecodeFault { encoding: name, contents, start: at, end, reason };
        at = handlers::decode_error(gil, &fault, errors, &mut result)?;
    }
    Ok(result)
}

fn escapes(gil: Gil<'_>, encoding: Encoding, contents: &[u8], errors: &str) -> Result<Vec<u8>> {
    let raw = encoding == Encoding::RawUnicodeEscape;
    let (mut result, mut at) = (Vec::with_capacity(contents.len()), 0);
    while let Some(&byte) = contents.get(at) {
        let next = contents.get(at + 1).copied();
        if byte != b'\\' || raw && !matches!(next, Some(b'u' | b'U')) {
            encode(byte.into(), &mut result);
            at += 1;
            continue;
        }
        let plain = match next {
            Some(b'\n') => Some(None),
            Some(b'\\' | b'\'' | b'"') => Some(next),
            Some(b'a') => Some(Some(7)),
            Some(b'b') => Some(Some(8)),
            Some(b'f') => Some(Some(12)),
            Some(b'n') => Some(Some(b'\n')),
            Some(b'r') => Some(Some(b'\r')),
            Some(b't') => Some(Some(b'\t')),
            Some(b'v') => Some(Some(11)),
            _ => None,
        };
        if let Some(plain) = plain {
            result.extend(plain);
            at += 2;
            continue;
        }
        if let Some(b'0'..=b'7') = next {
            let digits = contents[at + 1..].iter().take(3).take_while(|digit| (b'0'..=b'7').contains(digit));
            let digits: Vec<u8> = digits.copied().collect();
            encode(digits.iter().fold(0, |value, digit| value << 3 | u32::from(digit - b'0')), &mut result);
            at += 1 + digits.len();
            continue;
        }
        let (width, reason) = match next {
            Some(b'x') => (2, "truncated \\xXX escape"),
            Some(b'u') => (4, "truncated \\uXXXX escape"),
            Some(b'U') => (8, "truncated \\UXXXXXXXX escape"),
            Some(b'N') => (0, "malformed \\N character escape"),
            None => (0, "\\ at end of string"),
            Some(other) => {
                result.push(b'\\');
                encode(other.into(), &mut result);
                at += 2;
                continue;
            }
        };
        let digits: Vec<u8> = contents[(at + 2).min(contents.len())..]
            .iter()
            .take(width)
            .take_while(|digit| digit.is_ascii_hexdigit())
            .copied()
            .collect();
        let point = std::str::from_utf8(&digits).ok().and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let named = (next == Some(b'N')).then(|| named(&contents[at + 2..])).flatten();
        if let Some((character, size)) = named {
            encode(character.into(), &mut result);
            at += 2 + size;
            continue;
        }
        let (end, reason) = match point {
            Some(point) if width > 0 && digits.len() == width && point <= 0x10FFFF => {
                encode(point, &mut result);
                at += 2 + width;
                continue;
            }
            Some(_) if digits.len() == width && width > 0 => (at + 10, "illegal Unicode character"),
            _ if contents[at + 1..].starts_with(b"N{") => {
                match contents[at..].iter().position(|byte| *byte == b'}') {
                    Some(3) => (at + 3, reason),
                    Some(width) => (at + width + 1, "unknown Unicode character name"),
                    None => (contents.len(), reason),
                }
            }
            _ => ((at + 2 + digits.len()).min(contents.len()), reason),
        };
        let fault = DecodeFault { encoding: encoding.name(), contents, start: at, end, reason };
        at = handlers::decode_error(gil, &fault, errors, &mut result)?;
    }
    Ok(result)
}

/// The character of `{NAME}` and the width of that.
fn named(bytes: &[u8]) -> Option<(char, usize)> {
    let end = bytes.iter().position(|byte| *byte == b'}')?;
    let name = std::str::from_utf8(bytes.get(1..end)?).ok()?;
    Some((crate::syntax::character_names::character(name)?, end + 1)).filter(|_| bytes[0] == b'{')
}
