//! Between values and what the operating system and Rust take: numbers, texts, bytes, paths, errors.
//!
//! Every module reads its arguments and makes its results here, so that all of them word errors alike.

mod path;
pub mod room;

pub use path::{Path, fspath};

use crate::gil::Gil;
use crate::object::raised::{Kind, Raised, memory_error, overflow_error, type_error, value_error};
use crate::object::{Bits, Ref, Result, Text, Value, operations};
use crate::types::bytes::Bytes;
use crate::types::dict::Dict;
use crate::types::int::BigInt;
use crate::types::list::List;
use crate::types::tuple::Tuple;
use crate::types::{buffer, bytes, float, int, list, set, tuple, unraisable};

/// An argument that the signature demands.
pub fn given(argument: Option<&Value>) -> &Value {
    match argument {
        Some(value) => value,
        None => unreachable!("a required argument is bound or the call has failed"),
    }
}

/// An int.
pub fn int(gil: Gil<'_>, number: i64) -> Value {
    int::from_i64(gil, number)
}

/// Several ints.
pub fn ints<const N: usize>(gil: Gil<'_>, numbers: [i64; N]) -> Vec<Value> {
    numbers.iter().map(|&number| int(gil, number)).collect()
}

/// A str.
pub fn text(gil: Gil<'_>, text: &str) -> Value {
    Ref::text(gil, text).into_value()
}

/// A bytes object.
pub fn bytes(gil: Gil<'_>, contents: &[u8]) -> Value {
    bytes::of(gil, contents.to_vec())
}

/// A tuple.
pub fn tuple(gil: Gil<'_>, items: Vec<Value>) -> Value {
    tuple::of(gil, items)
}

/// A list.
pub fn list(gil: Gil<'_>, items: Vec<Value>) -> Value {
    list::of(gil, items)
}

/// A set.
pub fn set(gil: Gil<'_>, items: &[Value]) -> Result<Value> {
    set::of(gil, items)
}

/// A frozenset of texts.
pub fn frozen_texts<'a>(gil: Gil<'_>, texts: impl Iterator<Item = &'a str>) -> Value {
    let texts: Vec<Value> = texts.map(|text| crate::object::intern(gil, text).into_value()).collect();
    set::frozen_of(gil, &texts).unwrap_or(Value::NONE)
}

/// A dict with str keys.
pub fn dict(gil: Gil<'_>, items: Vec<(&str, Value)>) -> Ref<Dict> {
    let dict = Ref::new(gil, Dict::new());
    for (name, value) in items {
        set_item(gil, &dict, name, value);
    }
    dict
}

/// Sets a str key of a dict.
pub fn set_item(gil: Gil<'_>, dict: &Ref<Dict>, name: &str, value: Value) {
    let old = dict.table.borrow_mut().set_text(&crate::object::intern(gil, name), value);
    drop(old);
}

/// The value of a str key of a dict.
pub fn get_item(gil: Gil<'_>, dict: &Ref<Dict>, name: &str) -> Option<Value> {
    dict.table.borrow().get_text(&crate::object::intern(gil, name)).cloned()
}

/// Text of the system's bytes: those that are no UTF-8 become lone surrogates.
pub fn os_text(gil: Gil<'_>, name: &[u8]) -> Value {
    let mut decoded = Vec::with_capacity(name.len());
    for chunk in name.utf8_chunks() {
        decoded.extend_from_slice(chunk.valid().as_bytes());
        for &byte in chunk.invalid() {
            crate::object::text::encode(0xDC00 + u32::from(byte), &mut decoded);
        }
    }
    Ref::new(gil, Text::from_vector(decoded)).into_value()
}

/// The system's bytes of a text: the inverse of [`os_text`].
pub fn os_bytes(gil: Gil<'_>, text: &Ref<Text>) -> Result<Vec<u8>> {
    if text.as_str().is_some() {
        return Ok(text.bytes().to_vec());
    }
    let mut encoded = Vec::with_capacity(text.bytes().len());
    for (place, point) in text.characters().enumerate() {
        match point {
            0xDC80..=0xDCFF => encoded.push((point - 0xDC00) as u8),
            0xD800..=0xDFFF => {
                return Err(surrogate(gil, text, place));
            }
            _ => crate::object::text::encode(point, &mut encoded),
        }
    }
    Ok(encoded)
}

/// The UTF-8 of a text, or a UnicodeEncodeError.
pub fn utf8(gil: Gil<'_>, text: &Ref<Text>) -> Result<Vec<u8>> {
    match text.as_str() {
        Some(text) => Ok(text.as_bytes().to_vec()),
        None => {
            let place = text.characters().position(|point| (0xD800..0xE000).contains(&point)).unwrap_or(0);
            Err(surrogate(gil, text, place))
        }
    }
}

/// The error that a lone surrogate cannot be encoded.
fn surrogate(gil: Gil<'_>, text: &Ref<Text>, place: usize) -> Raised {
    let parts = [
        self::text(gil, "utf-8"),
        text.to_value(),
        int(gil, place as i64),
        int(gil, place as i64 + 1),
        self::text(gil, "surrogates not allowed"),
    ];
    raise(gil, Kind::UnicodeEncodeError, &parts)
}

/// A new exception, made by calling its class.
pub fn raise(gil: Gil<'_>, kind: Kind, arguments: &[Value]) -> Raised {
    let class = kind.class(gil).as_value();
    match operations::call(gil, class, crate::object::Arguments::positional(arguments)) {
        Ok(exception) => match exception.try_into_ref() {
            Ok(exception) => Raised::new(exception),
            Err(_) => type_error(gil, "exceptions must derive from BaseException"),
        },
        Err(raised) => raised,
    }
}

/// The message of a system's error.
pub fn error_text(errno: i32) -> String {
    super::posix::system::message_of(errno)
}

/// The OSError for an error number, of the subclass that stands for it.
pub fn os_error(gil: Gil<'_>, errno: i32) -> Raised {
    raise(gil, Kind::OSError, &[int(gil, errno.into()), text(gil, &error_text(errno))])
}

/// The same with the name of a file.
pub fn os_error_named(gil: Gil<'_>, errno: i32, name: &Value) -> Raised {
    raise(gil, Kind::OSError, &[int(gil, errno.into()), text(gil, &error_text(errno)), name.clone()])
}

/// The StopIteration for an iterator that has ended.
pub fn stop_iteration(gil: Gil<'_>) -> Raised {
    Raised::with_arguments(gil, Kind::StopIteration, Vec::new())
}

/// The integer that a value stands for, by `__index__`.
pub fn index(gil: Gil<'_>, value: &Value) -> Result<Value> {
    if value.bits().as_int().is_some() {
        return Ok(value.clone());
    }
    match value.class(gil).slots.index.get() {
        Some(slot) => slot(gil, value),
        None => {
            let class = value.class(gil).name();
            Err(type_error(gil, format!("'{class}' object cannot be interpreted as an integer")))
        }
    }
}

/// A number of 64 bits.
pub fn to_i64(gil: Gil<'_>, value: &Value) -> Result<i64> {
    if let Some(number) = value.bits().as_int() {
        return Ok(number);
    }
    let number = index(gil, value)?;
    whole(&number).ok_or_else(|| overflow_error(gil, "Python int too large to convert to C long"))
}

/// The number of an int, if it has 64 bits at most.
pub fn whole(number: &Value) -> Option<i64> {
    match number.bits() {
        Bits::TRUE => Some(1),
        Bits::FALSE => Some(0),
        bits => bits.as_int().or_else(|| i64::try_from(&number.downcast::<BigInt>()?.number).ok()),
    }
}

/// A number of 32 bits.
pub fn to_i32(gil: Gil<'_>, value: &Value) -> Result<i32> {
    let number = to_i64(gil, value).map_err(|raised| match raised.is(gil, Kind::OverflowError) {
        true => overflow_error(gil, "Python int too large to convert to C int"),
        false => raised,
    })?;
    i32::try_from(number).map_err(|_| {
        let which = if number > 0 { "greater than maximum" } else { "less than minimum" };
        overflow_error(gil, format!("signed integer is {which}"))
    })
}

/// A float's number, if it is one.
pub fn as_f64(value: &Value) -> Option<f64> {
    value.bits().as_float().or_else(|| value.downcast::<float::Float>().map(|float| float.number))
}

/// A number as a float, by `__float__` or `__index__`.
pub fn to_f64(gil: Gil<'_>, value: &Value) -> Result<f64> {
    if let Some(number) = as_f64(value) {
        return Ok(number);
    }
    if let Some(number) = value.bits().as_int() {
        return Ok(number as f64);
    }
    let slots = &value.class(gil).slots;
    if let Some(slot) = slots.float.get() {
        let number = slot(gil, value)?;
        return as_f64(&number).ok_or_else(|| type_error(gil, "__float__ returned non-float"));
    }
    if slots.index.get().is_some() {
        return Ok(to_i64(gil, value)? as f64);
    }
    Err(type_error(gil, format!("must be real number, not {}", value.class(gil).name())))
}

/// A truth value.
pub fn to_bool(gil: Gil<'_>, value: &Value) -> Result<bool> {
    operations::truth(gil, value)
}

/// A descriptor's number.
pub fn descriptor(gil: Gil<'_>, value: &Value) -> Result<i32> {
    to_i32(gil, value)
}

/// A descriptor's number, or that of an object with `fileno()`.
pub fn descriptor_of(gil: Gil<'_>, value: &Value) -> Result<i32> {
    let number = if value.class(gil).slots.index.get().is_some() {
        value.clone()
    } else {
        match operations::find_named(gil, value, "fileno")? {
            Some(method) => operations::call(gil, &method, crate::object::Arguments::NONE)?,
            None => {
                return Err(type_error(gil, "argument must be an int, or have a fileno() method."));
            }
        }
    };
    let number = to_i32(gil, &number)?;
    if number < 0 {
        let message = format!("file descriptor cannot be a negative integer ({number})");
        return Err(value_error(gil, message));
    }
    Ok(number)
}

/// Room for so many bytes, or a MemoryError.
pub fn buffer(gil: Gil<'_>, size: usize) -> Result<Vec<u8>> {
    let mut buffer = Vec::new();
    buffer.try_reserve_exact(size).map_err(|_| memory_error(gil, ""))?;
    buffer.resize(size, 0);
    Ok(buffer)
}

/// The contents of a bytes or bytearray object.
pub fn as_bytes(value: &Value) -> Option<Vec<u8>> {
    if let Some(bytes) = value.downcast::<Bytes>() {
        return Some(bytes.bytes.clone());
    }
    None
}

/// The contents of an object that offers its bytes.
pub fn bytes_like(gil: Gil<'_>, value: &Value) -> Result<Vec<u8>> {
    buffer::argument(gil, value)
}

/// The text, if it is a str.
pub fn as_text(value: &Value) -> Option<&Ref<Text>> {
    value.downcast()
}

/// An argument that must be a str.
pub fn text_argument(gil: Gil<'_>, value: &Value, function: &str, position: usize) -> Result<Ref<Text>> {
    match value.downcast::<Text>() {
        Some(text) => Ok(text.clone()),
        None => {
            let class = value.class(gil).name();
            let place = if position == 0 { String::new() } else { format!(" {position}") };
            Err(type_error(gil, format!("{function}() argument{place} must be str, not {class}")))
        }
    }
}

/// The items of a tuple or of an instance of a subclass.
pub fn tuple_items(value: &Value) -> Option<Vec<Value>> {
    value.downcast::<Tuple>().map(|tuple| tuple.items.to_vec())
}

/// The items of a tuple or list.
pub fn sequence_items(value: &Value) -> Option<Vec<Value>> {
    tuple_items(value).or_else(|| value.downcast::<List>().map(|list| list.items.borrow().clone()))
}

/// What `sum` refuses to start with, and what joins it instead.
pub fn joinable(gil: Gil<'_>, start: &Value) -> Option<(&'static str, &'static str)> {
    if start.downcast::<Text>().is_some() {
        return Some(("strings", "''"));
    }
    if start.downcast::<Bytes>().is_some() {
        return Some(("bytes", "b''"));
    }
    (&*start.class(gil).name() == "bytearray").then_some(("bytearray", "b''"))
}

/// The number that `id` tells.
pub fn identity(gil: Gil<'_>, value: &Value) -> Value {
    int(gil, crate::types::object::address(value) as i64)
}

/// The digits of an integer in base 2, 8 or 16, with a sign where it is negative.
pub fn digits(gil: Gil<'_>, value: &Value, base: u32) -> Result<String> {
    let is_number = crate::types::int::number(value).is_some();
    let number = if is_number { value.clone() } else { index(gil, value)? };
    let number = match number.bits() {
        Bits::TRUE => 1,
        Bits::FALSE => 0,
        bits => match bits.as_int() {
            Some(number) => number,
            None => return Ok(big_digits(&number, base)),
        },
    };
    let sign = if number < 0 { "-" } else { "" };
    let size = number.unsigned_abs();
    Ok(match base {
        2 => format!("{sign}{size:b}"),
        8 => format!("{sign}{size:o}"),
        _ => format!("{sign}{size:x}"),
    })
}

fn big_digits(number: &Value, base: u32) -> String {
    let base = base as u8;
    number.downcast::<BigInt>().map_or_else(String::new, |big| big.number.in_radix(base).to_string())
}

/// Runs the handlers of signals that have arrived; what they raise comes out.
pub fn run_signal_handlers(gil: Gil<'_>) -> Result<()> {
    super::thread::deadlock::raise_error(gil)?;
    match super::machine::find(gil) {
        Some(machine) if gil.has_pending() => (machine.run_pending)(gil),
        _ => Ok(()),
    }
}

/// Reports an error that nobody waits for.
pub fn report_unraisable(gil: Gil<'_>, raised: Raised, message: &str, object: &Value) {
    unraisable::report(gil, raised, message, Some(object));
}

/// A new class of exceptions.
pub fn exception_class(gil: Gil<'_>, name: &str, module: &str, base: &Value) -> Result<Value> {
    let names = dict(gil, vec![("__module__", text(gil, module))]).into_value();
    let parts = [text(gil, name), tuple(gil, vec![base.clone()]), names];
    operations::call(gil, base.class(gil).as_value(), crate::object::Arguments::positional(&parts))
}
