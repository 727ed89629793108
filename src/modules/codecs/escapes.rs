//! `_codecs.escape_decode`: bytes with the escapes of a bytes literal.

use crate::gil::Gil;
use crate::object::raised::{Kind, value_error};
use crate::object::{Arguments, Result, Text, Value};
use crate::types::{buffer, bytes, codecs, int, tuple, warning};

/// The bytes that escapes stand for, and how many bytes they were.
pub fn escape_decode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "escape_decode", 1, 2)?;
    let source = match values[0].downcast::<Text>() {
        Some(text) => text.bytes().to_vec(),
        None => buffer::argument(gil, &values[0])?,
    };
    let errors = values.get(1).filter(|errors| !errors.is_none());
    let errors = codecs::name_argument(gil, errors, "escape_decode", "errors", "strict")?;
    let mut decoder =
        Decoder { source: &source, at: 0, made: Vec::with_capacity(source.len()), doubtful: None };
    decoder.run(gil, &errors)?;
    let Decoder { made, doubtful, .. } = decoder;
    if let Some(message) = doubtful {
        warning::warn(gil, Kind::DeprecationWarning, &message)?;
    }
    Ok(tuple::of(gil, vec![bytes::of(gil, made), int::from_i64(gil, source.len() as i64)]))
}

struct Decoder<'a> {
    source: &'a [u8],
    at: usize,
    made: Vec<u8>,
    /// What the first escape that is none is to be warned of.
    doubtful: Option<String>,
}

impl Decoder<'_> {
    fn run(&mut self, gil: Gil<'_>, errors: &str) -> Result<()> {
        while let Some(byte) = self.next() {
            if byte != b'\\' {
                self.made.push(byte);
                continue;
            }
            let Some(letter) = self.next() else {
                return Err(value_error(gil, "Trailing \\ in string"));
            };
            match letter {
                b'x' => self.hexadecimal(gil, errors)?,
                b'0'..=b'7' => self.octal(letter),
                b'\n' => {}
                _ => self.letter(letter),
            }
        }
        Ok(())
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.source.get(self.at).copied();
        self.at += usize::from(byte.is_some());
        byte
    }

    fn letter(&mut self, letter: u8) {
        let meant = match letter {
            b'\\' | b'\'' | b'"' => letter,
            b'a' => 7,
            b'b' => 8,
            b't' => b'\t',
            b'n' => b'\n',
            b'v' => 11,
            b'f' => 12,
            b'r' => b'\r',
            _ => {
                self.doubt(|| format!("invalid escape sequence '\\{}'", char::from(letter)));
                self.made.push(b'\\');
                letter
            }
        };
        self.made.push(meant);
    }

    fn octal(&mut self, first: u8) {
        let mut number = u32::from(first - b'0');
        for _ in 0..2 {
            match self.source.get(self.at) {
                Some(digit @ b'0'..=b'7') => number = number * 8 + u32::from(digit - b'0'),
                _ => break,
            }
            self.at += 1;
        }
        if number > 0xFF {
            self.doubt(|| format!("invalid octal escape sequence '\\{number:o}'"));
        }
        self.made.push(number as u8);
    }

    fn hexadecimal(&mut self, gil: Gil<'_>, errors: &str) -> Result<()> {
        let begin = self.at - 2;
        let digit = |place: usize| {
            self.source.get(place).and_then(|byte| char::from(*byte).to_digit(16)).map(|digit| digit as u8)
        };
        match (digit(self.at), digit(self.at + 1)) {
            (Some(high), Some(low)) => {
                self.made.push(high * 16 + low);
                self.at += 2;
                return Ok(());
            }
            // A single digit is passed over with the letter.
            (Some(_), None) => self.at += 1,
            _ => {}
        }
        match errors {
            "strict" => Err(value_error(gil, format!("invalid \\x escape at position {begin}"))),
            "replace" => {
                self.made.push(b'?');
                Ok(())
            }
            "ignore" => Ok(()),
            _ => {
                let message = format!("decoding error; unknown error handling code: {errors}");
                Err(value_error(gil, message))
            }
        }
    }

    fn doubt(&mut self, message: impl FnOnce() -> String) {
        self.doubtful.get_or_insert_with(message);
    }
}
