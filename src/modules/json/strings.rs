//! JSON strings: escaping, unescaping, and the error about a text.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::raised::{Raised, type_error, value_error};
use crate::object::text::encode;
use crate::object::{Arguments, Ref, Result, Text, Value, operations};
use crate::types::str;

/// A JSONDecodeError about a place, which is given in bytes.
#[cold]
pub fn decode_error(gil: Gil<'_>, message: &str, text: &Ref<Text>, offset: usize) -> Raised {
    let place = text.position(offset.min(text.bytes().len())) as i64;
    let class = crate::modules::loaded(gil, "json.decoder")
        .and_then(|module| operations::find_named(gil, &module, "JSONDecodeError").ok().flatten());
    let Some(class) = class else { return value_error(gil, message) };
    let arguments = [convert::text(gil, message), text.to_value(), convert::int(gil, place)];
    match operations::call(gil, &class, Arguments::positional(&arguments)) {
        Ok(exception) => match exception.try_into_ref() {
            Ok(exception) => Raised::new(exception),
            Err(_) => value_error(gil, message),
        },
        Err(raised) => raised,
    }
}

fn text_argument<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Text>> {
    value.downcast::<Text>().ok_or_else(|| {
        let name = value.class(gil).name();
        type_error(gil, format!("first argument must be a string, not {name}"))
    })
}

/// `encode_basestring(string)`.
pub fn encode_plain(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "encode_basestring")?;
    let mut out = Vec::new();
    write_plain(&mut out, text_argument(gil, value)?);
    Ok(str::of(gil, out))
}

/// `encode_basestring_ascii(string)`.
pub fn encode_ascii(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "encode_basestring_ascii")?;
    let mut out = Vec::new();
    write_ascii(&mut out, text_argument(gil, value)?);
    Ok(str::of(gil, out))
}

/// Has the byte, a character of its own, an escape in every JSON string?
fn is_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

fn write_escape(out: &mut Vec<u8>, byte: u8) {
    match byte {
        b'"' => out.extend(b"\\\""),
        b'\\' => out.extend(b"\\\\"),
        b'\n' => out.extend(b"\\n"),
        b'\r' => out.extend(b"\\r"),
        b'\t' => out.extend(b"\\t"),
        0x0C => out.extend(b"\\f"),
        0x08 => out.extend(b"\\b"),
        other => write_unit(out, other.into()),
    }
}

fn write_unit(out: &mut Vec<u8>, unit: u16) {
    out.extend(b"\\u");
    for shift in [12, 8, 4, 0] {
        out.push(b"0123456789abcdef"[usize::from(unit >> shift & 15)]);
    }
}

/// Writes a string in quotes; only what must be is escaped.
pub fn write_plain(out: &mut Vec<u8>, text: &Text) {
    out.push(b'"');
    let bytes = text.bytes();
    let mut start = 0;
    for (place, &byte) in bytes.iter().enumerate() {
        if is_escaped(byte) {
            out.extend_from_slice(&bytes[start..place]);
            write_escape(out, byte);
            start = place + 1;
        }
    }
    out.extend_from_slice(&bytes[start..]);
    out.push(b'"');
}

/// Writes a string in quotes; all that is not printable ASCII is escaped.
pub fn write_ascii(out: &mut Vec<u8>, text: &Text) {
    if text.is_ascii() && !text.bytes().contains(&0x7F) {
        write_plain(out, text);
        return;
    }
    out.push(b'"');
    for point in text.characters() {
        match u8::try_from(point) {
            Ok(byte) if byte < 0x7F && !is_escaped(byte) => out.push(byte),
            Ok(byte) if byte < 0x7F => write_escape(out, byte),
            _ if point < 0x1_0000 => write_unit(out, point as u16),
            _ => {
                let rest = point - 0x1_0000;
                write_unit(out, 0xD800 | (rest >> 10) as u16);
                write_unit(out, 0xDC00 | (rest & 0x3FF) as u16);
            }
        }
    }
    out.push(b'"');
}

/// `scanstring(string, end, strict=True)`.
pub fn scan(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "scanstring", 2, 3)?;
    let text = text_argument(gil, &values[0])?;
    let place = convert::to_i64(gil, &values[1])?;
    let strict = values.get(2).map_or(Ok(true), |strict| convert::to_bool(gil, strict))?;
    let place = usize::try_from(place).ok().filter(|&place| place <= text.length());
    let Some(place) = place else { return Err(value_error(gil, "end is out of bounds")) };
    let mut buffer = Vec::new();
    let (piece, end) = read(gil, text, text.offset(place), strict, &mut buffer)?;
    let found = str::copy(gil, piece);
    Ok(convert::tuple(gil, vec![found, convert::int(gil, text.position(end) as i64)]))
}

/// The contents of the string whose opening quote is before `start`, and the place after its closing quote; in bytes.
/// `buffer` is room for what has escapes.
pub fn read<'a>(
    gil: Gil<'_>,
    text: &'a Ref<Text>,
    start: usize,
    strict: bool,
    buffer: &'a mut Vec<u8>,
) -> Result<(&'a [u8], usize)> {
    let bytes = text.bytes();
    buffer.clear();
    let mut from = start;
    loop {
        let plain = bytes[from..].iter().position(|&byte| STOPS[usize::from(byte)]);
        let Some(at) = plain.map(|plain| from + plain) else {
            return Err(decode_error(gil, "Unterminated string starting at", text, start - 1));
        };
        if bytes[at] == b'"' && buffer.is_empty() {
            return Ok((&bytes[from..at], at + 1));
        }
        buffer.extend_from_slice(&bytes[from..at]);
        match bytes[at] {
            b'"' => return Ok((buffer, at + 1)),
            b'\\' => from = escape(gil, text, at, start, buffer)?,
            _ if strict => return Err(decode_error(gil, "Invalid control character at", text, at)),
            control => {
                buffer.push(control);
                from = at + 1;
            }
        }
    }
}

/// The bytes at which a string does not just go on.
const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        stops[byte] = true;
        byte += 1;
    }
    stops[b'"' as usize] = true;
    stops[b'\\' as usize] = true;
    stops
};

/// Reads the escape at a backslash; gives the place after it.
fn escape(gil: Gil<'_>, text: &Ref<Text>, at: usize, start: usize, out: &mut Vec<u8>) -> Result<usize> {
    let bytes = text.bytes();
    let Some(&letter) = bytes.get(at + 1) else {
        return Err(decode_error(gil, "Unterminated string starting at", text, start - 1));
    };
    let plain = match letter {
        b'"' | b'\\' | b'/' => letter,
        b'b' => 0x08,
        b'f' => 0x0C,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'u' => {
            let unit = four_digits(gil, text, at + 2)?;
            let end = at + 6;
            if (0xD800..0xDC00).contains(&unit) && bytes[end..].starts_with(b"\\u") {
                let second = four_digits(gil, text, end + 2)?;
                if (0xDC00..0xE000).contains(&second) {
                    encode(0x1_0000 + ((unit - 0xD800) << 10 | (second - 0xDC00)), out);
                    return Ok(end + 6);
                }
            }
            encode(unit, out);
            return Ok(end);
        }
        _ => return Err(decode_error(gil, "Invalid \\escape", text, at)),
    };
    out.push(plain);
    Ok(at + 2)
}

fn four_digits(gil: Gil<'_>, text: &Ref<Text>, at: usize) -> Result<u32> {
    let digits = text.bytes().get(at..at + 4).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    let number = digits.and_then(|digits| std::str::from_utf8(digits).ok());
    number
        .and_then(|number| u32::from_str_radix(number, 16).ok())
        .ok_or_else(|| decode_error(gil, "Invalid \\uXXXX escape", text, at - 1))
}
