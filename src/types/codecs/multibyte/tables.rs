//! The tables of an encoding of several bytes a character, made of encoding_rs's.

use std::sync::OnceLock;

use super::codecs::{CODECS, Codec, Lead};

/// Codes of two bytes, and after 0x8F of three, and back.
pub struct Tables {
    /// By the bytes, the first from 0x80 on; 0 for none.
    pairs: Vec<u16>,
    triples: Vec<u16>,
    /// By the character; 0 for none.
    codes: Vec<u32>,
}

impl Tables {
    pub fn pair(&self, first: u8, second: u8) -> Option<u32> {
        found(&self.pairs, place(first, second))
    }

    pub fn triple(&self, second: u8, third: u8) -> Option<u32> {
        found(&self.triples, place(second, third)).filter(|_| second >= 0x80)
    }

    pub fn code(&self, point: u32) -> Option<u32> {
        self.codes.get(point as usize).copied().filter(|code| *code != 0)
    }

    /// Notes the code of a character.
    fn tell(&mut self, codec: &Codec, code: u32, point: u16) {
        let known = &mut self.codes[usize::from(point)];
        if *known == 0 || codec.last_counts {
            *known = code;
        }
    }
}

fn place(first: u8, second: u8) -> usize {
    usize::from(first) % 0x80 * 0x100 + usize::from(second)
}

fn found(table: &[u16], place: usize) -> Option<u32> {
    table.get(place).map(|point| u32::from(*point)).filter(|point| *point != 0)
}

/// The tables of an encoding.
pub fn of(codec: &Codec) -> &'static Tables {
    static MADE: [OnceLock<Tables>; CODECS.len()] = [const { OnceLock::new() }; CODECS.len()];
    let place = CODECS.iter().position(|other| other == codec).unwrap_or(0);
    MADE[place].get_or_init(|| make(codec))
}

fn make(codec: &Codec) -> Tables {
    let mut tables = Tables { pairs: vec![0; 0x8000], triples: Vec::new(), codes: vec![0; 0x10000] };
    for (code, point) in all_pairs(codec) {
        tables.pairs[usize::from(code) & 0x7FFF] = point;
        tables.tell(codec, code.into(), point);
    }
    if codec.lead == Lead::EucJp {
        tables.triples = vec![0; 0x8000];
        for second in 0xA1..=0xFE {
            for third in 0xA1..=0xFE {
                let bytes = [0x8F, second, third];
                let Some(point) = decoded(codec, &bytes) else { continue };
                // Where encoding_rs has the tilde of full width CPython has that of ASCII.
                let point = if point == 0xFF5E { 0x7E } else { point };
                tables.triples[place(second, third)] = point;
                // A character of both sets is written with two bytes.
                if tables.code(point.into()).is_none() {
                    tables.tell(codec, 0x8F_0000 | u32::from(second) << 8 | u32::from(third), point);
                }
            }
        }
    }
    for (point, code) in codec.also {
        tables.codes[*point as usize] = (*code).into();
    }
    tables
}

/// The codes of two bytes in their order, with their characters.
fn all_pairs(codec: &Codec) -> Vec<(u16, u16)> {
    let mut pairs = Vec::new();
    let mut moved = Vec::new().into_iter();
    for code in 0x8000..=u16::MAX {
        let bytes = code.to_be_bytes();
        // Where the first byte says all encoding_rs takes the second for a character of its own.
        if matches!((codec.lead, bytes[0]), (Lead::Cp932 | Lead::ShiftJis, 0xA0..=0xDF) | (Lead::EucJp, 0x8E))
        {
            continue;
        }
        let Some(point) = decoded(codec, &bytes) else { continue };
        if let Some((_, characters)) = codec.moved.iter().find(|(first, _)| *first == code) {
            moved = characters.encode_utf16().collect::<Vec<u16>>().into_iter();
        }
        let point = moved.next().unwrap_or(point);
        if codec.keeps(code) {
            pairs.push((code, point));
        }
    }
    pairs
}

/// The one character of these bytes, as encoding_rs sees it.
fn decoded(codec: &Codec, bytes: &[u8]) -> Option<u16> {
    let text = codec.source.decode_without_bom_handling_and_without_replacement(bytes)?;
    let mut characters = text.chars();
    let character = characters.next().filter(|_| characters.next().is_none())?;
    u16::try_from(u32::from(character)).ok()
}

// GB 18030 counts the characters without a code of two bytes through, in four bytes. In its edition of 2022,
// which is encoding_rs's, some have codes of two bytes that in CPython's are those of characters of private use.

/// Codes of four bytes in CPython's edition only: the first, its character, how many follow one another.
const FOUR: &[([u8; 4], u32, u32)] = &[
    (*b"\x81\x35\xF4\x37", 0x1E3F, 1),
    (*b"\x82\x35\x90\x37", 0x9FB4, 8),
    (*b"\x84\x31\x82\x36", 0xFE10, 10),
];

/// The number of a code of four bytes, of those that are well formed.
fn number(bytes: &[u8]) -> Option<u32> {
    let [first @ 0x81..=0xFE, second @ b'0'..=b'9', third @ 0x81..=0xFE, fourth @ b'0'..=b'9'] = *bytes
    else {
        return None;
    };
    let digits = [(first, 0x81, 126), (second, b'0', 10), (third, 0x81, 126), (fourth, b'0', 10)];
    Some(digits.iter().fold(0, |number, (byte, from, count)| number * count + u32::from(byte - from)))
}

fn bytes_of(number: u32) -> [u8; 4] {
    let (rest, fourth) = (number / 10, number % 10);
    let (rest, third) = (rest / 126, rest % 126);
    [rest / 10 + 0x81, rest % 10 + 0x30, third + 0x81, fourth + 0x30].map(|byte| byte as u8)
}

/// The character of a code of four bytes.
pub fn four(codec: &Codec, bytes: &[u8]) -> Option<u32> {
    let code = number(bytes)?;
    for (first, point, count) in FOUR {
        if let Some(offset) = code.checked_sub(number(first)?).filter(|offset| offset < count) {
            return Some(point + offset);
        }
    }
    let text = codec.source.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.chars().next()?.into())
}

/// Appends the code of four bytes.
pub fn push_four(codec: &Codec, point: u32, result: &mut Vec<u8>) -> bool {
    for (first, start, count) in FOUR {
        if let (Some(offset), Some(first)) =
            (point.checked_sub(*start).filter(|offset| offset < count), number(first))
        {
            result.extend(bytes_of(first + offset));
            return true;
        }
    }
    let Some(character) = char::from_u32(point) else { return false };
    let text = character.to_string();
    let (bytes, _, unmappable) = codec.source.encode(&text);
    if !unmappable {
        result.extend_from_slice(&bytes);
    }
    !unmappable
}
