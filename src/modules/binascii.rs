//! `binascii`: bytes as text. Here those as hexadecimal digits; `base64`, `bases` (32 and 85),
//! `quoted` and `uu` are the other ways.

mod base64;
pub mod bases;
mod quoted;
mod uu;

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
    static PARAMETERS: Parameters<3> = Parameters::new(["data", "sep", "bytes_per_sep"], 1);
    let [data, separator, group] = arguments.bind(gil, "hexlify", &PARAMETERS)?;
    let data = convert::bytes_like(gil, convert::given(data))?;
    Ok(bytes::of(gil, bytes::hexadecimal::shown(gil, &data, separator, group)?.into_bytes()))
}

fn unhexlify(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [digits] = arguments.exactly(gil, "unhexlify")?;
    let digits = ascii(gil, digits)?;
    if digits.len() % 2 != 0 {
        return Err(error(gil, "Odd-length string"));
    }
    let mut wrong = 0;
    let decoded = digits.chunks_exact(2).map(|pair| {
        let [high, low] = [pair[0], pair[1]].map(|digit| HEXADECIMAL[usize::from(digit)]);
        wrong |= high | low;
        high << 4 | low
    });
    let decoded: Vec<u8> = decoded.collect();
    if wrong > 15 { Err(error(gil, "Non-hexadecimal digit found")) } else { Ok(bytes::of(gil, decoded)) }
}

/// The number of each hexadecimal digit, a greater one for what is none.
const HEXADECIMAL: [u8; 256] = {
    let mut numbers = [0x80; 256];
    let mut digit = 0;
    while digit < 256 {
        if let Some(number) = (digit as u8 as char).to_digit(16) {
            numbers[digit] = number as u8;
        }
        digit += 1;
    }
    numbers
};

/// The checksum of the format BinHex.
fn crc_hqx(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [data, start] = arguments.exactly(gil, "crc_hqx")?;
    let data = convert::bytes_like(gil, data)?;
    let start = (convert::to_i64(gil, start)? & 0xFFFF) as u16;
    let sum = data.iter().fold(start, |sum, &byte| {
        (0..8)
            .fold(sum ^ u16::from(byte) << 8, |sum, _| sum << 1 ^ if sum & 0x8000 != 0 { 0x1021 } else { 0 })
    });
    Ok(convert::int(gil, sum.into()))
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
        Function::new(
            "hexlify",
            "($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)",
            "Hexadecimal representation of binary data.",
            hexlify,
        ),
        Function::new(
            "b2a_hex",
            "($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)",
            "Hexadecimal representation of binary data.",
            hexlify,
        ),
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
            base64::encode,
        ),
        Function::new(
            "a2b_base64",
            "($module, data, /, *, strict_mode=False)",
            "Decode a line of base64 data.",
            base64::decode,
        ),
        Function::new(
            "b2a_qp",
            "($module, /, data, quotetabs=False, istext=True, header=False)",
            "Encode a string using quoted-printable encoding.",
            quoted::encode,
        ),
        Function::new(
            "a2b_qp",
            "($module, /, data, header=False)",
            "Decode a string of qp-encoded data.",
            quoted::decode,
        ),
        Function::new(
            "b2a_uu",
            "($module, data, /, *, backtick=False)",
            "Uuencode line of data.",
            uu::encode,
        ),
        Function::new("a2b_uu", "($module, data, /)", "Decode a line of uuencoded data.", uu::decode),
        Function::new("crc_hqx", "($module, data, crc, /)", "Compute CRC-CCITT incrementally.", crc_hqx),
        Function::new("crc32", "($module, data, crc=0, /)", "Compute CRC-32 incrementally.", crc32),
    ],
    set_up: Some(set_up),
};
