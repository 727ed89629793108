//! Text to bytes and back: the encodings and what happens to what cannot be converted.
//!
//! `decoding` and `encoding` hold the encodings, `tables` those of one byte a character, `multibyte` those of East Asia,
//! `handlers` the ways to go on after an error.

pub mod decoding;
pub mod encoding;
pub mod handlers;
mod multibyte;
pub mod tables;

use std::cell::Cell;

use crate::gil::{Gil, Guarded};
use crate::object::raised::{type_error, value_error};
use crate::object::{Kind, Raised, Ref, Result, Text, Value, operations};

use super::{bytes, str};
use tables::Table;

/// An encoding that the interpreter knows itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf8Signature,
    Ascii,
    Latin1,
    /// Width in bytes; byte order, or None for that of the mark.
    Wide(usize, Option<Order>),
    RawUnicodeEscape,
    UnicodeEscape,
    /// One byte a character.
    Table(&'static Table),
    /// One byte, two or more.
    Multibyte(&'static multibyte::Codec),
}

/// The order of bytes in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Little,
    Big,
}

impl Encoding {
    /// The encoding of this name.
    pub fn named(name: &str) -> Option<Encoding> {
        let plain = name.to_ascii_lowercase().replace([' ', '-'], "_");
        Some(match plain.as_str() {
            "utf_8" | "utf8" | "u8" | "utf" | "utf8_ucs2" | "utf8_ucs4" | "cp65001" => Encoding::Utf8,
            "utf_8_sig" | "utf8_sig" => Encoding::Utf8Signature,
            "ascii" | "us_ascii" | "646" | "ansi_x3.4_1968" | "iso646_us" | "iso_ir_6" | "us" => {
                Encoding::Ascii
            }
            "latin_1" | "latin1" | "iso_8859_1" | "iso8859_1" | "8859" | "l1" | "cp819" | "latin"
            | "iso8859" => Encoding::Latin1,
            "utf_16" | "utf16" | "u16" => Encoding::Wide(2, None),
            "utf_16_le" | "utf_16le" | "utf16le" | "utf16_le" => Encoding::Wide(2, Some(Order::Little)),
            "utf_16_be" | "utf_16be" | "utf16be" | "utf16_be" => Encoding::Wide(2, Some(Order::Big)),
            "utf_32" | "utf32" | "u32" => Encoding::Wide(4, None),
            "utf_32_le" | "utf_32le" | "utf32le" | "utf32_le" => Encoding::Wide(4, Some(Order::Little)),
            "utf_32_be" | "utf_32be" | "utf32be" | "utf32_be" => Encoding::Wide(4, Some(Order::Big)),
            "raw_unicode_escape" => Encoding::RawUnicodeEscape,
            "unicode_escape" => Encoding::UnicodeEscape,
            name => match tables::find(&name.replace('.', "_")) {
                Some(table) => Encoding::Table(table),
                None => Encoding::Multibyte(multibyte::find(name)?),
            },
        })
    }

    /// The name in errors and of codecs.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf8Signature => "utf-8-sig",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
            Encoding::Wide(2, None) => "utf-16",
            Encoding::Wide(2, Some(Order::Little)) => "utf-16-le",
            Encoding::Wide(2, Some(Order::Big)) => "utf-16-be",
            Encoding::Wide(_, None) => "utf-32",
            Encoding::Wide(_, Some(Order::Little)) => "utf-32-le",
            Encoding::Wide(_, Some(Order::Big)) => "utf-32-be",
            Encoding::RawUnicodeEscape => "rawunicodeescape",
            Encoding::UnicodeEscape => "unicodeescape",
            Encoding::Table(table) => table.name,
            Encoding::Multibyte(codec) => codec.name,
        }
    }
}

/// An optional argument that names an encoding or a handler.
pub fn name_argument(
    gil: Gil<'_>,
    value: Option<&Value>,
    function: &str,
    parameter: &str,
    usual: &str,
) -> Result<String> {
    let Some(value) = value else { return Ok(usual.to_owned()) };
    match value.downcast::<Text>() {
        Some(text) if text.bytes().contains(&0) => Err(value_error(gil, "embedded null character")),
        Some(text) => Ok(text.lossy().into_owned()),
        None => {
            let name = str::shown_class(gil, value);
            Err(type_error(gil, format!("{function}() argument '{parameter}' must be str, not {name}")))
        }
    }
}

/// The LookupError of an unknown encoding.
pub fn unknown(gil: Gil<'_>, name: &str) -> Raised {
    Raised::with_message(gil, Kind::LookupError, &format!("unknown encoding: {name}"))
}

/// Encodes or decodes by what a program has registered: the value, the encoding's name, errors, and whether to encode.
pub type Search = fn(Gil<'_>, Value, &str, &str, bool) -> Result<Value>;

static SEARCH: Guarded<Cell<Option<Search>>> = Guarded::new(Cell::new(None));

/// Says where encodings are looked for that are not known here; the modules room does, at start.
pub fn set_search(gil: Gil<'_>, search: Search) {
    SEARCH.get(gil).set(Some(search));
}

fn search(gil: Gil<'_>, value: Value, encoding: &str, errors: &str, encodes: bool) -> Result<Value> {
    match SEARCH.get(gil).get() {
        Some(search) => search(gil, value, encoding, errors, encodes),
        None => Err(unknown(gil, encoding)),
    }
}

/// `bytes.decode(encoding, errors)`.
pub fn decode(gil: Gil<'_>, contents: &[u8], name: &str, errors: &str) -> Result<Value> {
    let Some(encoding) = Encoding::named(name) else {
        return search(gil, bytes::of(gil, contents.to_vec()), name, errors, false);
    };
    let text = decoding::decode(gil, encoding, contents, errors);
    Ok(str::of(gil, text.inspect_err(|raised| note(gil, raised, "decoding", name))?))
}

/// `str.encode(encoding, errors)`.
pub fn encode(gil: Gil<'_>, text: &Ref<Text>, name: &str, errors: &str) -> Result<Value> {
    let Some(encoding) = Encoding::named(name) else {
        return search(gil, text.to_value(), name, errors, true);
    };
    let contents = encoding::encode(gil, encoding, text, errors);
    Ok(bytes::of(gil, contents.inspect_err(|raised| note(gil, raised, "encoding", name))?))
}

/// Notes which codec failed, but for those that CPython does not look up.
#[cold]
fn note(gil: Gil<'_>, raised: &Raised, doing: &str, name: &str) {
    let plain = name.to_ascii_lowercase().replace([' ', '-'], "_");
    let quick = ["utf8", "utf_8", "utf16", "utf_16", "utf32", "utf_32", "ascii", "us_ascii"];
    let latin = ["latin1", "latin_1", "iso8859_1", "iso_8859_1"];
    if quick.contains(&plain.as_str()) || latin.contains(&plain.as_str()) {
        return;
    }
    let note = str::new_text(gil, &format!("{doing} with '{name}' codec failed"));
    let exception = raised.exception().to_value();
    // An exception that takes no note goes without.
    let _ = operations::call_method(gil, &exception, "add_note", &[note]);
}
