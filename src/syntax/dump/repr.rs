//! How Python writes constants: `repr` of text, bytes, floats and big ints.

use std::fmt::Write;

use dashu_int::UBig;
use unicode_general_category::{GeneralCategory, get_general_category};

use super::super::ast::Constant;

/// The `repr` of a constant.
pub(crate) fn constant(value: &Constant) -> String {
    match value {
        Constant::None => "None".into(),
        Constant::True => "True".into(),
        Constant::False => "False".into(),
        Constant::Ellipsis => "Ellipsis".into(),
        Constant::Int(value) => value.to_string(),
        Constant::BigInt(digits) => {
            UBig::from_str_radix(digits, 16).map_or(digits.to_string(), |int| int.to_string())
        }
        Constant::Float(value) => float(*value),
        Constant::Imaginary(value) => format!("{}j", float(*value).trim_end_matches(".0")),
        Constant::Str { value, .. } => text(value),
        Constant::Bytes(value) => format!("b{}", bytes(value)),
    }
}

/// The shortest digits that mean the same float, with an exponent where Python uses one.
fn float(value: f64) -> String {
    if !value.is_finite() {
        return "inf".into();
    }
    let scientific = format!("{value:e}");
    let (digits, exponent) = scientific.split_once('e').expect("the format has an exponent");
    let exponent: i32 = exponent.parse().expect("an exponent is a number");
    match exponent {
        -4..16 => format!("{value:?}"),
        _ => format!("{digits}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs()),
    }
}

/// Text in WTF-8.
pub(super) fn text(value: &[u8]) -> String {
    let quote = quote_for(value);
    let mut out = String::with_capacity(value.len() + 2);
    out.push(quote);
    for chunk in value.utf8_chunks() {
        chunk.valid().chars().for_each(|character| push_character(&mut out, character, quote));
        // Each byte of a surrogate is a chunk of its own: the last two are skipped, the first looks ahead.
        push_surrogate(&mut out, value, chunk.invalid());
    }
    out.push(quote);
    out
}

fn push_surrogate(out: &mut String, value: &[u8], invalid: &[u8]) {
    if invalid.first() != Some(&0xed) {
        return;
    }
    let at = invalid.as_ptr() as usize - value.as_ptr() as usize;
    if let Some(&[_, middle, last]) = value.get(at..at + 3) {
        let code = 0xd000 | u32::from(middle & 0x3f) << 6 | u32::from(last & 0x3f);
        let _ = write!(out, "\\u{code:04x}");
    }
}

fn push_character(out: &mut String, character: char, quote: char) {
    let code = character as u32;
    let _ = match character {
        '\n' => write!(out, "\\n"),
        '\r' => write!(out, "\\r"),
        '\t' => write!(out, "\\t"),
        '\\' => write!(out, "\\\\"),
        _ if character == quote => write!(out, "\\{character}"),
        _ if is_printable(character) => write!(out, "{character}"),
        _ if code < 0x100 => write!(out, "\\x{code:02x}"),
        _ if code < 0x10000 => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

fn bytes(value: &[u8]) -> String {
    let quote = quote_for(value);
    let mut out = String::from(quote);
    for &byte in value {
        let _ = match byte {
            b' '..=b'~' | b'\n' | b'\r' | b'\t' => {
                push_character(&mut out, byte as char, quote);
                Ok(())
            }
            _ => write!(out, "\\x{byte:02x}"),
        };
    }
    out.push(quote);
    out
}

fn quote_for(value: &[u8]) -> char {
    if value.contains(&b'\'') && !value.contains(&b'"') { '"' } else { '\'' }
}

fn is_printable(character: char) -> bool {
    use GeneralCategory::*;
    character == ' '
        || !matches!(
            get_general_category(character),
            Control
                | Format
                | Surrogate
                | PrivateUse
                | Unassigned
                | LineSeparator
                | ParagraphSeparator
                | SpaceSeparator
        )
}
