//! Base 64: three bytes as four letters.

use super::{ascii, error};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::{Arguments, Parameters, Result, Value, operations};
use crate::types::bytes;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Marks a byte that is no letter of the alphabet.
const NONE: u8 = 64;

/// The number of each letter.
const NUMBERS: [u8; 256] = {
    let mut numbers = [NONE; 256];
    let mut number = 0;
    while number < 64 {
        numbers[ALPHABET[number] as usize] = number as u8;
        number += 1;
    }
    numbers
};

/// `b2a_base64(data, /, *, newline=True)`.
pub(super) fn encode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<2> =
        Parameters::new(["data", "newline"], 1).positional_only(1).keyword_only(1);
    let [data, newline] = arguments.bind(gil, "b2a_base64", &PARAMETERS)?;
    let data = convert::bytes_like(gil, convert::given(data))?;
    let newline = newline.map_or(Ok(true), |newline| operations::truth(gil, newline))?;
    let mut encoded = Vec::with_capacity(data.len() / 3 * 4 + 5);
    let mut chunks = data.chunks_exact(3);
    for chunk in &mut chunks {
        let word = u32::from(chunk[0]) << 16 | u32::from(chunk[1]) << 8 | u32::from(chunk[2]);
        encoded.extend_from_slice(&[18, 12, 6, 0].map(|shift| ALPHABET[(word >> shift & 63) as usize]));
    }
    let chunk = chunks.remainder();
    if !chunk.is_empty() {
        let word =
            chunk.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = ALPHABET[(word >> (18 - 6 * place) & 63) as usize];
            encoded.push(if place <= chunk.len() { digit } else { b'=' });
        }
    }
    if newline {
        encoded.push(b'\n');
    }
    Ok(bytes::of(gil, encoded))
}

/// `a2b_base64(data, /, *, strict_mode=False)`.
pub(super) fn decode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<2> =
        Parameters::new(["data", "strict_mode"], 1).positional_only(1).keyword_only(1);
    let [data, strict] = arguments.bind(gil, "a2b_base64", &PARAMETERS)?;
    let data = ascii(gil, convert::given(data))?;
    let strict = strict.map_or(Ok(false), |strict| operations::truth(gil, strict))?;
    match decoded(&data, strict) {
        Ok(decoded) => Ok(bytes::of(gil, decoded)),
        Err(message) => Err(error(gil, &message)),
    }
}

/// Decodes letters four by four as long as nothing else comes; how many there were.
fn whole_groups(data: &[u8], decoded: &mut Vec<u8>) -> usize {
    for (group, place) in data.chunks_exact(4).zip((0..).step_by(4)) {
        let digits = [group[0], group[1], group[2], group[3]].map(|letter| NUMBERS[usize::from(letter)]);
        if digits.iter().fold(0, |all, digit| all | digit) >= NONE {
            return place;
        }
        let word = digits.iter().fold(0_u32, |word, &digit| word << 6 | u32::from(digit));
        let [_, bytes @ ..] = word.to_be_bytes();
        decoded.extend_from_slice(&bytes);
    }
    data.len() / 4 * 4
}

/// The bytes that the letters stand for, or what is wrong with them. Without `strict` all that is no letter is passed
/// over.
fn decoded(data: &[u8], strict: bool) -> std::result::Result<Vec<u8>, String> {
    if strict && data.first() == Some(&b'=') {
        return Err("Leading padding not allowed".to_owned());
    }
    let mut decoded = Vec::with_capacity(data.len() / 4 * 3 + 3);
    let whole = whole_groups(data, &mut decoded);
    let (mut word, mut count, mut padding) = (0_u32, 0, 0);
    for (place, &byte) in data.iter().enumerate().skip(whole) {
        if byte == b'=' {
            padding += 1;
            if count >= 2 && count + padding >= 4 {
                if strict && place + 1 < data.len() {
                    return Err("Excess data after padding".to_owned());
                }
                return Ok(decoded);
            }
            if strict && count == 0 {
                return Err("Excess padding not allowed".to_owned());
            }
            continue;
        }
        let digit = NUMBERS[byte as usize];
        if digit == NONE {
            if strict {
                return Err("Only base64 data is allowed".to_owned());
            }
            continue;
        }
        if strict && padding > 0 {
            return Err("Discontinuous padding not allowed".to_owned());
        }
        padding = 0;
        word = word << 6 | u32::from(digit);
        count += 1;
        if count > 1 {
            decoded.push((word >> (2 * (4 - count)) & 0xFF) as u8);
        }
        if count == 4 {
            (word, count) = (0, 0);
        }
    }
    match count {
        0 => Ok(decoded),
        1 => {
            let digits = decoded.len() / 3 * 4 + 1;
            Err(format!(
                "Invalid base64-encoded string: number of data characters ({digits}) cannot be 1 more than a \
                 multiple of 4"
            ))
        }
        _ => Err("Incorrect padding".to_owned()),
    }
}
