//! Characters to bytes.

use super::handlers::{self, Replacement};
use super::{Encoding, Order, multibyte};
use crate::gil::Gil;
use crate::object::text::encode as push_utf8;
use crate::object::{Ref, Result, Text};

/// The bytes of a text.
pub fn encode(gil: Gil<'_>, encoding: Encoding, text: &Ref<Text>, errors: &str) -> Result<Vec<u8>> {
    if text.is_ascii() && matches!(encoding, Encoding::Utf8 | Encoding::Ascii | Encoding::Latin1)
        || encoding == Encoding::Utf8 && text.as_str().is_some()
    {
        return Ok(text.bytes().to_vec());
    }
    if let Encoding::Multibyte(codec) = encoding {
        return multibyte::encode(gil, codec, text, errors);
    }
    let mut result = mark(encoding);
    let points: Vec<u32> = text.characters().collect();
    let mut at = 0;
    while at < points.len() {
        if push(encoding, points[at], &mut result) {
            at += 1;
            continue;
        }
        let wrong = |point: &u32| !push(encoding, *point, &mut Vec::new());
        let end = at + points[at..].iter().take_while(|point| wrong(point)).count();
        let (name, reason) = match encoding {
            Encoding::Ascii => ("ascii", "ordinal not in range(128)"),
            Encoding::Latin1 => ("latin-1", "ordinal not in range(256)"),
            Encoding::Table(_) => ("charmap", "character maps to <undefined>"),
            Encoding::Utf8Signature => ("utf-8", "surrogates not allowed"),
            _ => (encoding.name(), "surrogates not allowed"),
        };
        let (replacement, next) = handlers::encode_error(gil, name, text, (at, end), reason, errors)?;
        match replacement {
            Replacement::Bytes(bytes) => result.extend(bytes),
            Replacement::Text(replacement) => {
                for point in replacement {
                    if !push(encoding, point, &mut result) {
                        handlers::encode_error(gil, name, text, (at, end), reason, "strict")?;
                    }
                }
            }
        }
        at = next;
    }
    Ok(result)
}

fn mark(encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8Signature => vec![0xEF, 0xBB, 0xBF],
        Encoding::Wide(2, None) => vec![0xFF, 0xFE],
        Encoding::Wide(_, None) => vec![0xFF, 0xFE, 0, 0],
        _ => Vec::new(),
    }
}

/// Appends a character, if the encoding has it.
fn push(encoding: Encoding, point: u32, result: &mut Vec<u8>) -> bool {
    let surrogate = (0xD800..0xE000).contains(&point);
    match encoding {
        Encoding::Ascii if point >= 0x80 => return false,
        Encoding::Latin1 if point >= 0x100 => return false,
        Encoding::Ascii | Encoding::Latin1 => result.push(point as u8),
        Encoding::Table(table) => match table.byte(point) {
            Some(byte) => result.push(byte),
            None => return false,
        },
        Encoding::UnicodeEscape => match point {
            0x5C => result.extend(b"\\\\"),
            0x09 => result.extend(b"\\t"),
            0x0A => result.extend(b"\\n"),
            0x0D => result.extend(b"\\r"),
            0x20..0x7F => result.push(point as u8),
            _ => result.extend(super::str::repr::numeric_escape(point).bytes()),
        },
        Encoding::RawUnicodeEscape => match u8::try_from(point) {
            Ok(byte) => result.push(byte),
            Err(_) => result.extend(super::str::repr::numeric_escape(point).bytes()),
        },
        _ if surrogate => return false,
        Encoding::Multibyte(_) => return false,
        Encoding::Utf8 | Encoding::Utf8Signature => push_utf8(point, result),
        Encoding::Wide(width, order) => push_wide(point, width, order, result),
    }
    true
}

fn push_wide(point: u32, width: usize, order: Option<Order>, result: &mut Vec<u8>) {
    let big = order == Some(Order::Big);
    if width == 4 {
        return result.extend(if big { point.to_be_bytes() } else { point.to_le_bytes() });
    }
    let mut units = [0; 2];
    let character = char::from_u32(point).unwrap_or('\u{FFFD}');
    for unit in character.encode_utf16(&mut units) {
        result.extend(if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
    }
}
