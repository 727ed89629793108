//! `binascii`: bytes as hexadecimal digits and in base 64.

use super::compression::zlib::crc32;
use super::convert;
use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::{Raised, value_error};
use crate::object::{Arguments, Global, Kind, Parameters, Ref, Result, Text, Value, operations};
use crate::types::module::{Module, ModuleSpec};
use crate::types::{bytes, tuple};

static ERROR: Global<std::cell::OnceCell<Value>> = Global::new(std::cell::OnceCell::new());

/// `binascii.Error`.
#[cold]
fn error(gil: Gil<'_>, message: &str) -> Raised {
    let text = convert::text(gil, message);
    let made = ERROR.get(gil).get().map(|class| operations::call_one(gil, class, &text));
    match made {
        Some(Ok(exception)) => {
            exception.try_into_ref().map_or_else(|_| value_error(gil, message), Raised::new)
        }
        Some(Err(raised)) => raised,
        None => value_error(gil, message),
    }
}

/// The bytes of a str of ASCII or of an object that offers bytes.
fn ascii(gil: Gil<'_>, value: &Value) -> Result<Vec<u8>> {
    match value.downcast::<Text>() {
        Some(text) if text.is_ascii() => Ok(text.bytes().to_vec()),
        Some(_) => Err(value_error(gil, "string argument should contain only ASCII characters")),
        None => convert::bytes_like(gil, value),
    }
}

fn hexlify(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "hexlify", 1, 1)?;
    let data = convert::bytes_like(gil, &values[0])?;
    let digits: String = data.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(bytes::of(gil, digits.into_bytes()))
}

fn unhexlify(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [digits] = arguments.exactly(gil, "unhexlify")?;
    let digits = ascii(gil, digits)?;
    if digits.len() % 2 != 0 {
        return Err(error(gil, "Odd-length string"));
    }
    let value = |byte: u8| (byte as char).to_digit(16);
    let decoded = digits.chunks_exact(2).map(|pair| Some((value(pair[0])? << 4 | value(pair[1])?) as u8));
    match decoded.collect::<Option<Vec<u8>>>() {
        Some(decoded) => Ok(bytes::of(gil, decoded)),
        None => Err(error(gil, "Non-hexadecimal digit found")),
    }
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static ENCODE: Parameters<2> = Parameters::new(["data", "newline"], 1).positional_only(1).keyword_only(1);

fn encode64(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [data, newline] = arguments.bind(gil, "b2a_base64", &ENCODE)?;
    let data = convert::bytes_like(gil, convert::given(data))?;
    let newline = newline.map_or(Ok(true), |newline| operations::truth(gil, newline))?;
    let mut encoded = Vec::with_capacity(data.len() / 3 * 4 + 5);
    for chunk in data.chunks(3) {
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

static DECODE: Parameters<2> = Parameters::new(["data", "strict_mode"], 1).positional_only(1).keyword_only(1);

fn decode64(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [data, strict] = arguments.bind(gil, "a2b_base64", &DECODE)?;
    let data = ascii(gil, convert::given(data))?;
    let strict = strict.map_or(Ok(false), |strict| operations::truth(gil, strict))?;
    let (mut decoded, mut word, mut count, mut padding) = (Vec::new(), 0_u32, 0_usize, 0);
    for &byte in &data {
        if byte == b'=' {
            padding += 1;
            if count >= 2 && count + padding >= 4 {
                count = 0;
                break;
            }
            continue;
        }
        let Some(digit) = ALPHABET.iter().position(|&known| known == byte) else {
            if strict {
                return Err(error(gil, "Only base64 data is allowed"));
            }
            continue;
        };
        padding = 0;
        word = word << 6 | digit as u32;
        count += 1;
        if count > 1 {
            decoded.push((word >> (2 * (4 - count)) & 0xFF) as u8);
        }
        if count == 4 {
            (word, count) = (0, 0);
        }
    }
    match count {
        0 => Ok(bytes::of(gil, decoded)),
        1 => {
            let digits = decoded.len() / 3 * 4 + 1;
            let message = format!(
                "Invalid base64-encoded string: number of data characters ({digits}) cannot be 1 more than a \
                 multiple of 4"
            );
            Err(error(gil, &message))
        }
        _ => Err(error(gil, "Incorrect padding")),
    }
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let meta = Kind::ValueError.class(gil).as_value().class(gil).to_value();
    for (name, base) in [("Error", Kind::ValueError), ("Incomplete", Kind::Exception)] {
        let names = convert::dict(gil, vec![("__module__", convert::text(gil, "binascii"))]).into_value();
        let bases = tuple::of(gil, vec![base.class(gil).to_value()]);
        let arguments = [convert::text(gil, name), bases, names];
        let made = operations::call(gil, &meta, Arguments::positional(&arguments))?;
        if name == "Error" {
            let _ = ERROR.get(gil).set(made.clone());
        }
        module.set(gil, name, made);
    }
    Ok(())
}

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "binascii",
    doc: "Conversion between binary data and ASCII",
    functions: &[
        Function::new("hexlify", "($module, /, data)", "Hexadecimal representation of binary data.", hexlify),
        Function::new("b2a_hex", "($module, /, data)", "Hexadecimal representation of binary data.", hexlify),
        Function::new(
            "unhexlify",
            "($module, hexstr, /)",
            "Binary data of hexadecimal representation.",
            unhexlify,
        ),
        Function::new(
            "a2b_hex",
            "($module, hexstr, /)",
            "Binary data of hexadecimal representation.",
            unhexlify,
        ),
        Function::new(
            "b2a_base64",
            "($module, data, /, *, newline=True)",
            "Base64-code line of data.",
            encode64,
        ),
        Function::new(
            "a2b_base64",
            "($module, data, /, *, strict_mode=False)",
            "Decode a line of base64 data.",
            decode64,
        ),
        Function::new("crc32", "($module, data, crc=0, /)", "Compute CRC-32 incrementally.", crc32),
    ],
    set_up: Some(set_up),
};
