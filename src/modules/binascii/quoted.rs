//! Quoted-printable: bytes that are mostly text, the others as `=XX`.

use super::ascii;
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::{Arguments, Parameters, Result, Value, operations};
use crate::types::bytes;

/// A line is shorter than this, its soft break included.
const LONGEST: usize = 76;

/// What is to be encoded beside what always is.
struct Style {
    /// Spaces and tabs.
    tabs: bool,
    /// Line ends stay as they are.
    text: bool,
    /// For an encoded word of a header: spaces become underscores.
    header: bool,
}

/// `b2a_qp(data, quotetabs=False, istext=True, header=False)`.
pub(super) fn encode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<4> = Parameters::new(["data", "quotetabs", "istext", "header"], 1);
    let [data, tabs, text, header] = arguments.bind(gil, "b2a_qp", &PARAMETERS)?;
    let data = convert::bytes_like(gil, convert::given(data))?;
    let flag = |given: Option<&Value>, usual| given.map_or(Ok(usual), |given| operations::truth(gil, given));
    let style = Style { tabs: flag(tabs, false)?, text: flag(text, true)?, header: flag(header, false)? };
    Ok(bytes::of(gil, encoded(&data, &style)))
}

/// The first line end tells which kind soft breaks are.
fn line_end(data: &[u8]) -> &'static [u8] {
    match memchr::memchr(b'\n', data) {
        Some(place) if place > 0 && data[place - 1] == b'\r' => b"=\r\n",
        _ => b"=\n",
    }
}

impl Style {
    /// Whether this byte is written as `=XX`.
    fn quotes(&self, data: &[u8], place: usize, is_first: bool) -> bool {
        match data[place] {
            b'=' | 127.. => true,
            b'_' => self.header,
            // A lone dot would end a message on its way.
            b'.' => is_first && matches!(data.get(place + 1), None | Some(b'\n' | b'\r' | 0)),
            b'\r' | b'\n' => !self.text,
            b'\t' | b' ' => self.tabs || place + 1 == data.len(),
            0..=31 => true,
            _ => false,
        }
    }
}

fn quote(byte: u8, output: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    output.extend([b'=', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
}

fn encoded(data: &[u8], style: &Style) -> Vec<u8> {
    let soft = line_end(data);
    let mut output = Vec::with_capacity(data.len() + data.len() / 8);
    let (mut place, mut length) = (0, 0);
    while place < data.len() {
        let byte = data[place];
        if style.quotes(data, place, length == 0) {
            if length + 3 >= LONGEST {
                output.extend_from_slice(soft);
                length = 0;
            }
            quote(byte, &mut output);
            length += 3;
        } else if style.text && (byte == b'\n' || byte == b'\r' && data.get(place + 1) == Some(&b'\n')) {
            // White space before a line end would be lost on the way.
            if let Some(space @ (b' ' | b'\t')) = output.last().copied() {
                output.pop();
                quote(space, &mut output);
            }
            if byte == b'\r' {
                output.push(b'\r');
                place += 1;
            }
            output.push(b'\n');
            length = 0;
        } else {
            if data.get(place + 1).is_some_and(|&next| next != b'\n') && length + 1 >= LONGEST {
                output.extend_from_slice(soft);
                length = 0;
            }
            output.push(if style.header && byte == b' ' { b'_' } else { byte });
            length += 1;
        }
        place += 1;
    }
    output
}

/// `a2b_qp(data, header=False)`.
pub(super) fn decode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<2> = Parameters::new(["data", "header"], 1);
    let [data, header] = arguments.bind(gil, "a2b_qp", &PARAMETERS)?;
    let data = ascii(gil, convert::given(data))?;
    let header = header.map_or(Ok(false), |header| operations::truth(gil, header))?;
    Ok(bytes::of(gil, decoded(&data, header)))
}

fn decoded(data: &[u8], header: bool) -> Vec<u8> {
    let digit = |place: usize| data.get(place).and_then(|&byte| (byte as char).to_digit(16));
    let mut output = Vec::with_capacity(data.len());
    let mut place = 0;
    while place < data.len() {
        let byte = data[place];
        place += 1;
        match byte {
            b'=' => match (data.get(place), digit(place), digit(place + 1)) {
                (None, ..) => {}
                // A soft break: the rest of the line is not there.
                (Some(b'\n' | b'\r'), ..) => {
                    place = memchr::memchr(b'\n', &data[place..]).map_or(data.len(), |end| place + end + 1);
                }
                (Some(b'='), ..) => {
                    output.push(b'=');
                    place += 1;
                }
                (_, Some(high), Some(low)) => {
                    output.push((high << 4 | low) as u8);
                    place += 2;
                }
                _ => output.push(b'='),
            },
            b'_' if header => output.push(b' '),
            _ => output.push(byte),
        }
    }
    output
}
