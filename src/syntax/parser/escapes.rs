//! The escape sequences of string and bytes literals.
//!
//! Text is decoded to WTF-8, because `\ud800` names half of a surrogate pair. An escape that means nothing stays as
//! it is written and is warned of.

use super::super::error::Fault;
use super::super::location::Span;
use super::Builder;

/// What the escapes of a literal can name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Alphabet {
    Text,
    Bytes,
}

/// The value of the characters between the quotes.
pub(crate) fn decode(
    builder: &Builder<'_>,
    raw: &str,
    literal: Span,
    alphabet: Alphabet,
) -> Result<Vec<u8>, Fault> {
    Decoder::new(builder, raw, literal, alphabet).run()
}

/// The same of text of an f-string, where a field may follow a backslash.
pub(crate) fn decode_part(
    builder: &Builder<'_>,
    raw: &str,
    place: Span,
    next: Option<u8>,
) -> Result<Vec<u8>, Fault> {
    Decoder { next, ..Decoder::new(builder, raw, place, Alphabet::Text) }.run()
}

struct Decoder<'a, 's> {
    builder: &'a Builder<'s>,
    raw: &'a str,
    literal: Span,
    alphabet: Alphabet,
    at: usize,
    /// What follows the text.
    next: Option<u8>,
    /// Only the first of the escapes that mean nothing is warned of.
    warned: bool,
    value: Vec<u8>,
}

impl<'a, 's> Decoder<'a, 's> {
    fn new(builder: &'a Builder<'s>, raw: &'a str, literal: Span, alphabet: Alphabet) -> Decoder<'a, 's> {
        let value = Vec::with_capacity(raw.len());
        Decoder { builder, raw, literal, alphabet, at: 0, next: None, warned: false, value }
    }
}

impl Decoder<'_, '_> {
    fn run(mut self) -> Result<Vec<u8>, Fault> {
        let bytes = self.raw.as_bytes();
        while let Some(skip) = memchr::memchr(b'\\', &bytes[self.at..]) {
            let backslash = self.at + skip;
            self.value.extend_from_slice(&bytes[self.at..backslash]);
            self.at = backslash + 1;
            self.escape(backslash)?;
        }
        self.value.extend_from_slice(&bytes[self.at..]);
        Ok(self.value)
    }

    fn escape(&mut self, backslash: usize) -> Result<(), Fault> {
        let Some(letter) = self.raw[self.at..].chars().next() else {
            let next = self.next.map_or('{', char::from);
            self.warn(format!("invalid escape sequence '\\{next}'"));
            self.value.push(b'\\');
            return Ok(());
        };
        let after = self.at;
        self.at += letter.len_utf8();
        match (letter, self.alphabet) {
            ('\n', _) => {}
            ('\\' | '\'' | '"', _) => self.value.push(letter as u8),
            ('a', _) => self.value.push(0x07),
            ('b', _) => self.value.push(0x08),
            ('f', _) => self.value.push(0x0c),
            ('n', _) => self.value.push(b'\n'),
            ('r', _) => self.value.push(b'\r'),
            ('t', _) => self.value.push(b'\t'),
            ('v', _) => self.value.push(0x0b),
            ('0'..='7', _) => self.octal(backslash),
            ('x', _) => self.hexadecimal(backslash, 2, "\\xXX")?,
            ('u', Alphabet::Text) => self.hexadecimal(backslash, 4, "\\uXXXX")?,
            ('U', Alphabet::Text) => self.hexadecimal(backslash, 8, "\\UXXXXXXXX")?,
            ('N', Alphabet::Text) => self.named(backslash)?,
            _ => {
                if letter.is_ascii() {
                    self.warn(format!("invalid escape sequence '\\{letter}'"));
                }
                self.value.push(b'\\');
                self.at = after;
                self.copy_character();
            }
        }
        Ok(())
    }

    fn copy_character(&mut self) {
        let width = self.raw[self.at..].chars().next().map_or(0, char::len_utf8);
        self.value.extend_from_slice(&self.raw.as_bytes()[self.at..self.at + width]);
        self.at += width;
    }

    fn octal(&mut self, backslash: usize) {
        let first = self.at - 1;
        let digits =
            self.raw.as_bytes()[first..].iter().take(3).take_while(|digit| (b'0'..=b'7').contains(digit));
        let width = digits.count();
        self.at = first + width;
        let value = u32::from_str_radix(&self.raw[first..self.at], 8).unwrap_or(0);
        if value > 0o377 {
            let written = &self.raw[backslash..self.at];
            self.warn(format!("invalid octal escape sequence '{written}'"));
        }
        self.push_code_point(value);
    }

    fn hexadecimal(&mut self, backslash: usize, width: usize, form: &str) -> Result<(), Fault> {
        let rest = &self.raw.as_bytes()[self.at..];
        let count = rest.iter().take(width).take_while(|digit| digit.is_ascii_hexdigit()).count();
        if count < width {
            return Err(match self.alphabet {
                Alphabet::Bytes => {
                    let message = format!("(value error) invalid \\x escape at position {backslash}");
                    Fault::syntax(message, self.literal)
                }
                Alphabet::Text => {
                    self.undecodable(backslash, self.at + count, &format!("truncated {form} escape"))
                }
            });
        }
        let value = u32::from_str_radix(&self.raw[self.at..self.at + width], 16).unwrap_or(0);
        self.at += width;
        if value > char::MAX as u32 {
            return Err(self.undecodable(backslash, self.at, "illegal Unicode character"));
        }
        self.push_code_point(value);
        Ok(())
    }

    fn named(&mut self, backslash: usize) -> Result<(), Fault> {
        let rest = &self.raw[self.at..];
        let name = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(name, _)| name);
        let Some(name) = name.filter(|name| !name.is_empty()) else {
            let is_empty = rest.starts_with("{}");
            let end = self.at
                + if is_empty {
                    1
                } else {
                    rest.find('}').map_or(if rest.starts_with('{') { rest.len() } else { 0 }, |end| end + 1)
                };
            return Err(self.undecodable(backslash, end, "malformed \\N character escape"));
        };
        self.at += name.len() + 2;
        match crate::syntax::character_names::character(name) {
            Some(character) => self.push_code_point(character as u32),
            None => return Err(self.undecodable(backslash, self.at, "unknown Unicode character name")),
        }
        Ok(())
    }

    fn push_code_point(&mut self, value: u32) {
        match (self.alphabet, char::from_u32(value)) {
            (Alphabet::Bytes, _) => self.value.push(value as u8),
            (_, Some(character)) => {
                self.value.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            }
            // A surrogate, in the three bytes that UTF-8 would have for it.
            (_, None) => self.value.extend_from_slice(&[
                0xe0 | (value >> 12) as u8,
                0x80 | (value >> 6 & 0x3f) as u8,
                0x80 | (value & 0x3f) as u8,
            ]),
        }
    }

    /// CPython counts in the bytes of the literal; `end` is one past the last that is wrong.
    fn undecodable(&self, backslash: usize, end: usize, reason: &str) -> Fault {
        let last = end.max(backslash + 1) - 1;
        let place = match last == backslash {
            true => format!("byte 0x5c in position {backslash}"),
            false => format!("bytes in position {backslash}-{last}"),
        };
        let message = format!("(unicode error) 'unicodeescape' codec can't decode {place}: {reason}");
        Fault::syntax(message, self.literal)
    }

    fn warn(&mut self, message: String) {
        if !std::mem::replace(&mut self.warned, true) {
            self.builder.warn(Fault::syntax(message, self.literal));
        }
    }
}
