//! Escapes in patterns, in and outside of sets.

use super::parser::Parser;
use super::source::{Fault, Read, Source, digit, is_letter, shown, text_of};
use super::syntax::{At, Category, Item, Node};
use crate::types::str::repr;

/// Escapes that stand for one character, everywhere.
pub fn plain(point: u32) -> Option<u32> {
    Some(match char::from_u32(point)? {
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        '\\' => 92,
        _ => return None,
    })
}

fn category(point: u32) -> Option<Item> {
    Some(match char::from_u32(point)? {
        'd' => Item::Category(Category::Digit, false),
        'D' => Item::Category(Category::Digit, true),
        's' => Item::Category(Category::Space, false),
        'S' => Item::Category(Category::Space, true),
        'w' => Item::Category(Category::Word, false),
        'W' => Item::Category(Category::Word, true),
        _ => return None,
    })
}

fn place(point: u32) -> Option<At> {
    Some(match char::from_u32(point)? {
        'A' => At::BeginningOfText,
        'b' => At::Boundary,
        'B' => At::NoBoundary,
        'Z' => At::EndOfText,
        _ => return None,
    })
}

/// `\x41`, `\u0041`, `\U00000041` and `\N{NAME}`, after the letter.
fn coded(source: &mut Source<'_>, point: u32) -> Read<Option<u32>> {
    let width = match (char::from_u32(point), source.is_text) {
        (Some('x'), _) => 2,
        (Some('u'), true) => 4,
        (Some('U'), true) => 8,
        (Some('N'), true) => return named(source).map(Some),
        _ => return Ok(None),
    };
    let digits = source.digits(width, 16)?;
    let written = format!("\\{}{digits}", shown(point));
    if digits.len() != width {
        return Err(source.fault(format!("incomplete escape {written}"), written.len()));
    }
    let code = u32::from_str_radix(&digits, 16).unwrap_or(u32::MAX);
    if code > 0x0010_FFFF {
        return Err(source.fault(format!("bad escape {written}"), written.len()));
    }
    Ok(Some(code))
}

fn named(source: &mut Source<'_>) -> Read<u32> {
    if !source.matches('{')? {
        return Err(source.fault("missing {", 0));
    }
    let name = source.until('}', "character name")?;
    let text = text_of(&name);
    let found = crate::syntax::character_names::character(&text.lossy());
    found.map(u32::from).ok_or_else(|| {
        let message = format!("undefined character name {}", repr::of(&text));
        source.fault(message, name.len() + 4)
    })
}

fn octal(source: &Source<'_>, digits: &str) -> Read<u32> {
    let code = u32::from_str_radix(digits, 8).unwrap_or(u32::MAX);
    if code > 0o377 {
        let message = format!("octal escape value \\{digits} outside of range 0-0o377");
        return Err(source.fault(message, digits.len() + 1));
    }
    Ok(code)
}

fn bad(source: &Source<'_>, point: u32) -> Fault {
    source.fault(format!("bad escape \\{}", shown(point)), 2)
}

/// An escape in a set.
pub fn in_set(source: &mut Source<'_>, point: u32) -> Read<Item> {
    if let Some(code) = plain(point) {
        return Ok(Item::Literal(code));
    }
    if let Some(item) = category(point) {
        return Ok(item);
    }
    if let Some(code) = coded(source, point)? {
        return Ok(Item::Literal(code));
    }
    if digit(point, 8).is_some() {
        let digits = shown(point) + &source.digits(2, 8)?;
        return octal(source, &digits).map(Item::Literal);
    }
    if digit(point, 10).is_some() || is_letter(point) {
        return Err(bad(source, point));
    }
    Ok(Item::Literal(point))
}

/// An escape outside of a set.
pub fn outside(parser: &mut Parser<'_>, point: u32) -> Read<Node> {
    if let Some(at) = place(point) {
        return Ok(Node::At(at));
    }
    if let Some(item) = category(point) {
        return Ok(Node::Set { items: vec![item], negated: false });
    }
    if let Some(code) = plain(point) {
        return Ok(Node::Literal(code));
    }
    if let Some(code) = coded(&mut parser.source, point)? {
        return Ok(Node::Literal(code));
    }
    if point == '0' as u32 {
        let digits = format!("0{}", parser.source.digits(2, 8)?);
        return Ok(Node::Literal(u32::from_str_radix(&digits, 8).unwrap_or(0)));
    }
    if digit(point, 10).is_some() {
        return number(parser, point);
    }
    if is_letter(point) {
        return Err(bad(&parser.source, point));
    }
    Ok(Node::Literal(point))
}

/// Three octal digits are a character, else it is a group's number.
fn number(parser: &mut Parser<'_>, point: u32) -> Read<Node> {
    let source = &mut parser.source;
    let mut digits = shown(point);
    if source.comes_digit(10) {
        digits += &source.digits(1, 10)?;
        let is_octal = digits.bytes().all(|digit| digit < b'8') && source.comes_digit(8);
        if is_octal {
            digits += &source.digits(1, 8)?;
            return octal(source, &digits).map(Node::Literal);
        }
    }
    let group: usize = digits.parse().unwrap_or(usize::MAX);
    if !parser.has_group(group) {
        return Err(parser.source.fault(format!("invalid group reference {group}"), digits.len()));
    }
    if parser.is_open(group) {
        return Err(parser.source.fault("cannot refer to an open group", digits.len() + 1));
    }
    parser.check_behind(group)?;
    Ok(Node::Reference(group))
}
