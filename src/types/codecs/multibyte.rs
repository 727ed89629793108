//! Encodings of East Asia, whose characters take one, two or more bytes.
//!
//! The tables of characters are encoding_rs's. Those are of the encodings as browsers have them, which are often wider; a
//! row of `codecs` says what Python leaves out, and where it sees another character. The tables are made at the first use.

mod codecs;
mod tables;

use super::handlers::{self, DecodeFault, Replacement};
use crate::gil::Gil;
use crate::object::text::encode as push_utf8;
use crate::object::{Ref, Result, Text};
use codecs::Lead;
pub use codecs::{Codec, find};
use tables::Tables;

/// What stands at a place among the bytes.
enum Step {
    /// A character and its width.
    Character(u32, usize),
    /// No character begins with this byte.
    Illegal,
    /// More bytes must come.
    Incomplete,
}

/// The characters of bytes, as WTF-8.
pub fn decode(gil: Gil<'_>, codec: &Codec, contents: &[u8], errors: &str) -> Result<Vec<u8>> {
    let tables = tables::of(codec);
    let (mut result, mut at) = (Vec::with_capacity(contents.len() + contents.len() / 2), 0);
    while at < contents.len() {
        let (end, reason) = match step(codec, tables, &contents[at..]) {
            Step::Character(point, width) => {
                push_utf8(point, &mut result);
                at += width;
                continue;
            }
            Step::Illegal => (at + 1, "illegal multibyte sequence"),
            Step::Incomplete => (contents.len(), "incomplete multibyte sequence"),
        };
        let fault = DecodeFault { encoding: codec.name, contents, start: at, end, reason };
        at = handlers::decode_error(gil, &fault, errors, &mut result)?;
    }
    Ok(result)
}

fn step(codec: &Codec, tables: &Tables, bytes: &[u8]) -> Step {
    let first = bytes[0];
    let width = match (codec.lead, first) {
        (_, 0..0x80) | (Lead::Cp932, 0x80) => return Step::Character(first.into(), 1),
        (Lead::ShiftJis | Lead::Cp932, 0xA1..=0xDF) => return Step::Character(half_width(first), 1),
        (Lead::Cp932, 0xA0) => return Step::Character(0xF8F0, 1),
        (Lead::Cp932, 0xFD..) => return Step::Character(0xF8F1 + u32::from(first - 0xFD), 1),
        (Lead::ShiftJis, 0x80 | 0xA0 | 0xEB..) => return Step::Illegal,
        (Lead::EucJp, 0x8F) => 3,
        (Lead::Gb18030, _) if matches!(bytes.get(1), Some(b'0'..=b'9')) => 4,
        (Lead::EucKr, 0xA4) if bytes.get(1) == Some(&0xD4) => 8,
        _ => 2,
    };
    let Some(bytes) = bytes.get(..width) else { return Step::Incomplete };
    let point = match width {
        2 if codec.lead == Lead::EucJp && first == 0x8E => {
            Some(half_width(bytes[1])).filter(|_| (0xA1..=0xDF).contains(&bytes[1]))
        }
        2 => tables.pair(first, bytes[1]),
        3 => tables.triple(bytes[1], bytes[2]),
        4 => tables::four(codec, bytes),
        _ => composed(bytes),
    };
    point.map_or(Step::Illegal, |point| Step::Character(point, width))
}

/// The katakana of half width.
fn half_width(byte: u8) -> u32 {
    0xFEC0 + u32::from(byte)
}

/// Appends a character, if the encoding has it.
fn push(codec: &Codec, tables: &Tables, point: u32, result: &mut Vec<u8>) -> bool {
    let single = match (codec.lead, point) {
        (_, 0..0x80) | (Lead::Cp932, 0x80) => Some(point as u8),
        (Lead::Cp932, 0xF8F0) => Some(0xA0),
        (Lead::Cp932, 0xF8F1..=0xF8F3) => Some((point - 0xF8F1) as u8 + 0xFD),
        (Lead::ShiftJis | Lead::EucJp, 0xA5) => Some(b'\\'),
        (Lead::ShiftJis | Lead::EucJp, 0x203E) => Some(b'~'),
        (Lead::ShiftJis | Lead::Cp932, 0xFF61..=0xFF9F) => Some((point - 0xFEC0) as u8),
        _ => None,
    };
    if let Some(byte) = single {
        result.push(byte);
        return true;
    }
    if let (Lead::EucJp, 0xFF61..=0xFF9F) = (codec.lead, point) {
        result.extend([0x8E, (point - 0xFEC0) as u8]);
        return true;
    }
    if let Some(code) = tables.code(point) {
        result.extend(code.to_be_bytes().iter().skip_while(|byte| **byte == 0));
        return true;
    }
    match codec.lead {
        Lead::Gb18030 => tables::push_four(codec, point, result),
        Lead::EucKr if (0xAC00..=0xD7A3).contains(&point) => {
            push_composed(point - 0xAC00, result);
            true
        }
        _ => false,
    }
}

/// The bytes of a text. Of each character that cannot be encoded the handler hears by itself.
pub fn encode(gil: Gil<'_>, codec: &Codec, text: &Ref<Text>, errors: &str) -> Result<Vec<u8>> {
    if text.is_ascii() {
        return Ok(text.bytes().to_vec());
    }
    let tables = tables::of(codec);
    let points: Vec<u32> = text.characters().collect();
    let (mut result, mut at) = (Vec::with_capacity(points.len() * 2), 0);
    let (name, reason) = (codec.name, "illegal multibyte sequence");
    while at < points.len() {
        if push(codec, tables, points[at], &mut result) {
            at += 1;
            continue;
        }
        let range = (at, at + 1);
        let (replacement, next) = handlers::encode_error(gil, name, text, range, reason, errors)?;
        match replacement {
            Replacement::Bytes(bytes) => result.extend(bytes),
            Replacement::Text(replacement) => {
                for point in replacement {
                    if !push(codec, tables, point, &mut result) {
                        handlers::encode_error(gil, name, text, range, reason, "strict")?;
                    }
                }
            }
        }
        at = next;
    }
    Ok(result)
}

// Syllables of Hangul that have no code of their own are written as letters in KS X 1001: a filler, then three codes
// of the row of letters. Unicode counts the syllables through: 19 initials, 21 vowels, and 27 finals or none.

const INITIALS: &[u8; 19] = b"\xA1\xA2\xA4\xA7\xA8\xA9\xB1\xB2\xB3\xB5\xB6\xB7\xB8\xB9\xBA\xBB\xBC\xBD\xBE";
const FIRST_VOWEL: u8 = 0xBF;
/// The filler stands for no final.
const FINALS: &[u8; 28] =
    b"\xD4\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA9\xAA\xAB\xAC\xAD\xAE\xAF\xB0\xB1\xB2\xB4\xB5\xB6\xB7\xB8\xBA\xBB\xBC\xBD\xBE";
const LETTERS: u8 = 0xA4;
const FILLER: u8 = 0xD4;

fn composed(bytes: &[u8]) -> Option<u32> {
    let [LETTERS, FILLER, LETTERS, initial, LETTERS, vowel, LETTERS, last] = *bytes else { return None };
    let initial = INITIALS.iter().position(|byte| *byte == initial)? as u32;
    let vowel = u32::from(vowel.checked_sub(FIRST_VOWEL).filter(|vowel| *vowel < 21)?);
    let last = FINALS.iter().position(|byte| *byte == last)? as u32;
    Some(0xAC00 + (initial * 21 + vowel) * 28 + last)
}

fn push_composed(syllable: u32, result: &mut Vec<u8>) {
    let initial = INITIALS[(syllable / 28 / 21) as usize % INITIALS.len()];
    let vowel = FIRST_VOWEL + (syllable / 28 % 21) as u8;
    let last = FINALS[(syllable % 28) as usize];
    result.extend([LETTERS, FILLER, LETTERS, initial, LETTERS, vowel, LETTERS, last]);
}
