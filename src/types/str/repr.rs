//! `repr(str)`, and which characters are printable.

use unicode_general_category::GeneralCategory;

use crate::object::Text;
use crate::object::text::CodePoint;

/// The repr: quoted, and what is not printable escaped.
pub fn of(text: &Text) -> String {
    let quote = quote_for(text.bytes());
    let mut shown = String::with_capacity(text.bytes().len() + 2);
    shown.push(quote);
    let is_plain = |byte: u8| (0x20..0x7F).contains(&byte) && byte != b'\\' && char::from(byte) != quote;
    match text.as_str() {
        Some(plain) if plain.bytes().all(is_plain) => shown.push_str(plain),
        _ => text.characters().for_each(|point| escape(point, quote, &mut shown)),
    }
    shown.push(quote);
    shown
}

/// Single quotes, unless there are some inside and no double ones.
pub fn quote_for(bytes: &[u8]) -> char {
    if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' }
}

fn escape(point: CodePoint, quote: char, shown: &mut String) {
    match char::from_u32(point) {
        Some('\\') => shown.push_str("\\\\"),
        Some('\n') => shown.push_str("\\n"),
        Some('\r') => shown.push_str("\\r"),
        Some('\t') => shown.push_str("\\t"),
        Some(character) if character == quote => {
            shown.push('\\');
            shown.push(quote);
        }
        Some(character) if is_printable(point) => shown.push(character),
        _ => shown.push_str(&numeric_escape(point)),
    }
}

/// `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
pub fn numeric_escape(point: CodePoint) -> String {
    match point {
        0..=0xFF => format!("\\x{point:02x}"),
        0x100..=0xFFFF => format!("\\u{point:04x}"),
        _ => format!("\\U{point:08x}"),
    }
}

/// Is it shown as itself by repr()?
pub fn is_printable(point: CodePoint) -> bool {
    if point < 0x7F {
        return point >= 0x20;
    }
    char::from_u32(point).is_some_and(|character| {
        !matches!(
            super::category::of(character),
            GeneralCategory::Control
                | GeneralCategory::Format
                | GeneralCategory::Surrogate
                | GeneralCategory::PrivateUse
                | GeneralCategory::Unassigned
                | GeneralCategory::LineSeparator
                | GeneralCategory::ParagraphSeparator
                | GeneralCategory::SpaceSeparator
        )
    })
}
