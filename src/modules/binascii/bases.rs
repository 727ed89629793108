//! `_bases`: what the module base64 needs for the bases 32 and 85. It checks arguments and words errors; here are the
//! loops.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::Function;
use crate::object::{Arguments, Result, Value, operations};
use crate::types::bytes;
use crate::types::module::ModuleSpec;

/// Marks a byte that is no letter of an alphabet.
const NONE: u8 = 0xFF;

/// The number of each letter of an alphabet.
fn numbers(alphabet: &[u8]) -> [u8; 256] {
    let mut numbers = [NONE; 256];
    for (number, &letter) in (0..NONE).zip(alphabet) {
        numbers[usize::from(letter)] = number;
    }
    numbers
}

/// The letter of a number; the alphabet's length is the caller's concern.
fn letter(alphabet: &[u8], number: u64) -> u8 {
    alphabet.get(number as usize).copied().unwrap_or(b'?')
}

/// Each five bytes as eight letters; zeros stand for what is missing at the end.
fn base_32(data: &[u8], alphabet: &[u8]) -> Vec<u8> {
    let mut encoded = Vec::with_capacity(data.len().div_ceil(5) * 8);
    for chunk in data.chunks(5) {
        let mut word = [0; 8];
        word[3..3 + chunk.len()].copy_from_slice(chunk);
        let word = u64::from_be_bytes(word);
        encoded.extend((0..8).rev().map(|place| letter(alphabet, word >> (5 * place) & 31)));
    }
    encoded
}

/// The bytes of letters, eight by eight; None where one is no letter.
fn from_base_32(letters: &[u8], alphabet: &[u8]) -> Option<Vec<u8>> {
    let numbers = numbers(alphabet);
    let mut decoded = Vec::with_capacity(letters.len() / 8 * 5);
    for chunk in letters.chunks(8) {
        let mut word = 0_u64;
        for &letter in chunk {
            let number = numbers[usize::from(letter)];
            if number == NONE {
                return None;
            }
            word = word << 5 | u64::from(number);
        }
        let word = word << (5 * (8 - chunk.len()));
        decoded.extend_from_slice(&word.to_be_bytes()[3..]);
    }
    Some(decoded)
}

/// Each four bytes as five letters; zeros stand for what is missing at the end. Four zeros may be one `z`, four blanks
/// one `y`.
fn base_85(data: &[u8], alphabet: &[u8], zeros: bool, blanks: bool) -> Vec<u8> {
    let mut encoded = Vec::with_capacity(data.len().div_ceil(4) * 5);
    for chunk in data.chunks(4) {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        match u32::from_be_bytes(word) {
            0 if zeros && chunk.len() == 4 => encoded.push(b'z'),
            0x2020_2020 if blanks => encoded.push(b'y'),
            word => {
                const POWERS: [u32; 5] = [52_200_625, 614_125, 7_225, 85, 1];
                encoded.extend(POWERS.map(|power| letter(alphabet, (word / power % 85).into())));
            }
        }
    }
    encoded
}

/// What is wrong with letters in base 85.
enum Wrong {
    /// The byte at this place is no letter.
    Letter(usize),
    /// Five letters from this place on are more than four bytes.
    Overflow(usize),
}

/// The bytes of letters, five by five.
fn from_base_85(letters: &[u8], alphabet: &[u8]) -> std::result::Result<Vec<u8>, Wrong> {
    let numbers = numbers(alphabet);
    let mut decoded = Vec::with_capacity(letters.len() / 5 * 4);
    for (start, chunk) in (0..).step_by(5).zip(letters.chunks(5)) {
        let mut word = 0_u64;
        for (place, &letter) in (start..).zip(chunk) {
            let number = numbers[usize::from(letter)];
            if number == NONE {
                return Err(Wrong::Letter(place));
            }
            word = word * 85 + u64::from(number);
        }
        let word = u32::try_from(word).map_err(|_| Wrong::Overflow(start))?;
        decoded.extend(word.to_be_bytes());
    }
    Ok(decoded)
}

fn encode_32(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [data, alphabet] = arguments.exactly(gil, "encode32")?;
    let (data, alphabet) = (convert::bytes_like(gil, data)?, convert::bytes_like(gil, alphabet)?);
    Ok(bytes::of(gil, base_32(&data, &alphabet)))
}

fn decode_32(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [letters, alphabet] = arguments.exactly(gil, "decode32")?;
    let (letters, alphabet) = (convert::bytes_like(gil, letters)?, convert::bytes_like(gil, alphabet)?);
    Ok(from_base_32(&letters, &alphabet).map_or(Value::NONE, |decoded| bytes::of(gil, decoded)))
}

fn encode_85(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [data, alphabet, zeros, blanks] = arguments.exactly(gil, "encode85")?;
    let (data, alphabet) = (convert::bytes_like(gil, data)?, convert::bytes_like(gil, alphabet)?);
    let (zeros, blanks) = (operations::truth(gil, zeros)?, operations::truth(gil, blanks)?);
    Ok(bytes::of(gil, base_85(&data, &alphabet, zeros, blanks)))
}

/// The bytes; or the place of what is no letter; or, negative and less one, the place of what is too much.
fn decode_85(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [letters, alphabet] = arguments.exactly(gil, "decode85")?;
    let (letters, alphabet) = (convert::bytes_like(gil, letters)?, convert::bytes_like(gil, alphabet)?);
    Ok(match from_base_85(&letters, &alphabet) {
        Ok(decoded) => bytes::of(gil, decoded),
        Err(Wrong::Letter(place)) => convert::int(gil, place as i64),
        Err(Wrong::Overflow(place)) => convert::int(gil, -1 - place as i64),
    })
}

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_bases",
    doc: "The loops of base64 for the bases 32 and 85.",
    functions: &[
        Function::new(
            "encode32",
            "($module, data, alphabet, /)",
            "Each five bytes as eight letters.",
            encode_32,
        ),
        Function::new("decode32", "($module, letters, alphabet, /)", "The bytes, or None.", decode_32),
        Function::new(
            "encode85",
            "($module, data, alphabet, zeros, blanks, /)",
            "Each four bytes as five letters.",
            encode_85,
        ),
        Function::new(
            "decode85",
            "($module, letters, alphabet, /)",
            "The bytes, or the place of an error.",
            decode_85,
        ),
    ],
    set_up: None,
};
