//! Upper, lower and title case.

use crate::gil::Gil;
use crate::object::text::{CodePoint, encode};
use crate::object::{Arguments, Result, Text, Value};

use super::predicates::{is_cased, is_lower, is_title, is_upper, receiver_only};
use super::{category, of, this};

/// Appends the upper case of a character.
pub fn upper(point: CodePoint, result: &mut Vec<u8>) {
    match char::from_u32(point).filter(|_| !has_later_partner(point)) {
        Some(character) => character.to_uppercase().for_each(|one| encode(one.into(), result)),
        None => encode(point, result),
    }
}

/// Appends the title case of a character.
pub fn title_character(point: CodePoint, result: &mut Vec<u8>) {
    match point {
        0x01C4..=0x01C6 => encode(0x01C5, result),
        0x01C7..=0x01C9 => encode(0x01C8, result),
        0x01CA..=0x01CC => encode(0x01CB, result),
        0x01F1..=0x01F3 => encode(0x01F2, result),
        0x10D0..=0x10FA | 0x10FD..=0x10FF => encode(point, result),
        0x1F80..=0x1FAF => encode(point | 8, result),
        0x1FB3 | 0x1FC3 | 0x1FF3 => encode(point + 9, result),
        0x1FBC | 0x1FCC | 0x1FFC => encode(point, result),
        // Of the letters and ligatures that are several in upper case, the first stays so. An iota below it stays.
        0xDF | 0x587 | 0x1FB2..=0x1FF7 | 0xFB00..=0xFB17 => {
            let mut whole = Vec::new();
            upper(point, &mut whole);
            for (place, point) in Text::from_vector(whole).characters().enumerate() {
                match (place, point) {
                    (0, _) => encode(point, result),
                    (_, 0x399) => encode(0x345, result),
                    _ => lower_plain(point, result),
                }
            }
        }
        _ => upper(point, result),
    }
}

/// Got it another case only with Unicode 16?
fn has_later_partner(point: CodePoint) -> bool {
    matches!(point, 0x19B | 0x264) || category::is_later(point)
}

fn lower_plain(point: CodePoint, result: &mut Vec<u8>) {
    match char::from_u32(point).filter(|_| !has_later_partner(point)) {
        Some(character) => character.to_lowercase().for_each(|one| encode(one.into(), result)),
        None => encode(point, result),
    }
}

/// Appends the lower case of the character at a place: a sigma that ends a word has a form of its own.
fn lower_at(points: &[CodePoint], place: usize, result: &mut Vec<u8>) {
    if points[place] != 0x3A3 {
        return lower_plain(points[place], result);
    }
    let ignorable =
        |point: &&CodePoint| !matches!(**point, 0x27 | 0x2E | 0x3A | 0xAD | 0xB7 | 0x300..=0x36F | 0x2019);
    let before = points[..place].iter().rev().find(ignorable).is_some_and(|point| is_cased(*point));
    let after = points[place + 1..].iter().find(ignorable).is_some_and(|point| is_cased(*point));
    encode(if before && !after { 0x3C2 } else { 0x3C3 }, result);
}

/// The lower case of a text.
pub fn lower_of(text: &Text) -> Vec<u8> {
    if text.is_ascii() {
        return text.bytes().to_ascii_lowercase();
    }
    let points: Vec<CodePoint> = text.characters().collect();
    let mut result = Vec::with_capacity(text.bytes().len());
    for place in 0..points.len() {
        lower_at(&points, place, &mut result);
    }
    result
}

pub(super) fn lower(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, "lower")?;
    Ok(of(gil, lower_of(this(value))))
}

pub(super) fn upper_method(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, "upper")?;
    let text = this(value);
    if text.is_ascii() {
        return Ok(of(gil, text.bytes().to_ascii_uppercase()));
    }
    let mut result = Vec::with_capacity(text.bytes().len());
    text.characters().for_each(|point| upper(point, &mut result));
    Ok(of(gil, result))
}

pub(super) fn casefold(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, "casefold")?;
    let text = this(value);
    if text.is_ascii() {
        return Ok(of(gil, text.bytes().to_ascii_lowercase()));
    }
    let mut result = Vec::with_capacity(text.bytes().len());
    text.characters().for_each(|point| fold(point, &mut result));
    Ok(of(gil, result))
}

/// Folding goes through upper case, which unites what lower case alone keeps apart (sharp s, final sigma).
fn fold(point: CodePoint, result: &mut Vec<u8>) {
    if matches!(point, 0x13A0..=0x13F5) {
        return encode(point, result);
    }
    if matches!(point, 0x130 | 0x131) {
        return if point == 0x130 { lower_plain(point, result) } else { encode(point, result) };
    }
    let mut large = Vec::new();
    upper(point, &mut large);
    let large = Text::from_vector(large);
    large.characters().for_each(|point| match point {
        0x13F8..=0x13FD => encode(point, result),
        _ => lower_plain(point, result),
    });
}

pub(super) fn swapcase(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, "swapcase")?;
    let points: Vec<CodePoint> = this(value).characters().collect();
    let mut result = Vec::with_capacity(this(value).bytes().len());
    for (place, &point) in points.iter().enumerate() {
        if is_upper(point) {
            lower_at(&points, place, &mut result);
        } else if is_lower(point) {
            upper(point, &mut result);
        } else {
            encode(point, &mut result);
        }
    }
    Ok(of(gil, result))
}

pub(super) fn capitalize(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, "capitalize")?;
    let points: Vec<CodePoint> = this(value).characters().collect();
    let mut result = Vec::with_capacity(this(value).bytes().len());
    for (place, &point) in points.iter().enumerate() {
        if place == 0 {
            title_character(point, &mut result);
        } else {
            lower_at(&points, place, &mut result);
        }
    }
    Ok(of(gil, result))
}

pub(super) fn title(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = receiver_only(gil, arguments, "title")?;
    let points: Vec<CodePoint> = this(value).characters().collect();
    let mut result = Vec::with_capacity(this(value).bytes().len());
    let mut inside = false;
    for (place, &point) in points.iter().enumerate() {
        if inside {
            lower_at(&points, place, &mut result);
        } else {
            title_character(point, &mut result);
        }
        inside = is_cased(point) || is_title(point);
    }
    Ok(of(gil, result))
}
