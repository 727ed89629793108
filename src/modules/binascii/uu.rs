//! Uuencode: a line of up to 45 bytes as letters, the first of which tells how many they are.

use super::{ascii, error};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::{Arguments, Parameters, Result, Value, operations};
use crate::types::bytes;

/// The most bytes that a line holds.
const MOST: usize = 45;

/// `b2a_uu(data, /, *, backtick=False)`.
pub(super) fn encode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<2> =
        Parameters::new(["data", "backtick"], 1).positional_only(1).keyword_only(1);
    let [data, backtick] = arguments.bind(gil, "b2a_uu", &PARAMETERS)?;
    let data = convert::bytes_like(gil, convert::given(data))?;
    let backtick = backtick.map_or(Ok(false), |backtick| operations::truth(gil, backtick))?;
    if data.len() > MOST {
        return Err(error(gil, "At most 45 bytes at once"));
    }
    let letter = |number: u8| if number == 0 && backtick { b'`' } else { b' ' + number };
    let mut line = vec![letter(data.len() as u8)];
    for chunk in data.chunks(3) {
        let word =
            (0..3).fold(0_u32, |word, place| word << 8 | u32::from(chunk.get(place).copied().unwrap_or(0)));
        line.extend((0..4).map(|place| letter((word >> (18 - 6 * place) & 63) as u8)));
    }
    line.push(b'\n');
    Ok(bytes::of(gil, line))
}

/// `a2b_uu(data, /)`.
pub(super) fn decode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [line] = arguments.exactly(gil, "a2b_uu")?;
    let line = ascii(gil, line)?;
    match decoded(&line) {
        Ok(decoded) => Ok(bytes::of(gil, decoded)),
        Err(message) => Err(error(gil, message)),
    }
}

/// The bytes of a line. A line that is too short goes on with zeros; an empty one is 32 zeros.
fn decoded(line: &[u8]) -> std::result::Result<Vec<u8>, &'static str> {
    let length = usize::from(line.first().copied().unwrap_or(0).wrapping_sub(b' ') & 63);
    let mut letters = line.get(1..).unwrap_or(&[]).iter().copied();
    let mut output = Vec::with_capacity(length);
    let (mut word, mut bits) = (0_u32, 0);
    while output.len() < length {
        let number = match letters.next() {
            None | Some(b'\n' | b'\r') => 0,
            Some(letter @ b' '..=b'`') => (letter - b' ') & 63,
            Some(_) => return Err("Illegal char"),
        };
        word = word << 6 | u32::from(number);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            output.push((word >> bits & 0xFF) as u8);
            word &= (1 << bits) - 1;
        }
    }
    match letters.all(|letter| matches!(letter, b' ' | b'`' | b'\n' | b'\r')) {
        true => Ok(output),
        false => Err("Trailing garbage"),
    }
}
