//! `UnicodeEncodeError`, `UnicodeDecodeError`, `UnicodeTranslateError`: what a codec could not do, and where.

use super::super::bytes::Bytes;
use super::base::{self, derived};
use super::fields::{at, field, put_all};
use super::{base_of, this};
use crate::gil::Gil;
use crate::object::native::{Attribute, TypeSpec};
use crate::object::raised::{Kind, type_error};
use crate::object::slots::SlotTable;
use crate::object::{Arguments, Exception, Ref, Result, Text, Value, operations};

const OBJECT: usize = 1;
const START: usize = 2;
const END: usize = 3;
const REASON: usize = 4;

/// What the argument at a place must be.
#[derive(Clone, Copy)]
enum Part {
    Str,
    BytesLike,
    Int,
}

fn check(gil: Gil<'_>, place: usize, part: Part, value: &Value) -> Result<()> {
    let (fits, wanted) = match part {
        Part::Str => (value.downcast::<Text>().is_some(), "str"),
        Part::BytesLike => {
            (value.downcast::<Text>().is_none() && !value.bits().is_int(), "a bytes-like object")
        }
        Part::Int => (value.class(gil).slots.index.get().is_some(), "int"),
    };
    if fits {
        return Ok(());
    }
    let class = value.class(gil).name();
    Err(type_error(
        gil,
        match part {
            Part::Int => format!("'{class}' object cannot be interpreted as an integer"),
            Part::BytesLike => format!("a bytes-like object is required, not '{class}'"),
            Part::Str => format!("argument {place} must be {wanted}, not {class}"),
        },
    ))
}

fn init_parts(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>, parts: &[Part]) -> Result<()> {
    base::init(gil, value, arguments)?;
    let (wanted, got) = (parts.len(), arguments.values.len());
    if wanted != got {
        let message = format!("function takes exactly {wanted} arguments ({got} given)");
        return Err(type_error(gil, message));
    }
    for (place, (part, given)) in parts.iter().zip(arguments.values).enumerate() {
        check(gil, place + 1, *part, given)?;
    }
    let mut fields: Vec<_> = arguments.values.iter().cloned().map(Some).collect();
    if wanted == 4 {
        fields.insert(0, None);
    } else if matches!(parts[OBJECT], Part::BytesLike)
        && let Some(object) = &mut fields[OBJECT]
        && object.downcast::<Bytes>().is_none()
    {
        let bytes = super::super::builtin(gil, "bytes");
        if let Some(bytes) = bytes {
            *object = operations::call_one(gil, bytes.as_value(), object)?;
        }
    }
    put_all(this(gil, value)?, fields);
    Ok(())
}

fn init_encode(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let parts = [Part::Str, Part::Str, Part::Int, Part::Int, Part::Str];
    init_parts(gil, value, arguments, &parts)
}

fn init_decode(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let parts = [Part::Str, Part::BytesLike, Part::Int, Part::Int, Part::Str];
    init_parts(gil, value, arguments, &parts)
}

fn init_translate(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    init_parts(gil, value, arguments, &[Part::Str, Part::Int, Part::Int, Part::Str])
}

fn shown(gil: Gil<'_>, exception: &Ref<Exception>, place: usize) -> Result<String> {
    let value = at(exception, place).unwrap_or(Value::NONE);
    Ok(operations::str(gil, &value)?.lossy().into_owned())
}

/// The object, and the range in it.
fn range(exception: &Ref<Exception>) -> (Option<Value>, i64, i64) {
    let number = |place| at(exception, place).and_then(|number| number.bits().as_int()).unwrap_or(0);
    (at(exception, OBJECT), number(START), number(END))
}

/// The single character that the range is, if it is one.
fn single_character(object: Option<&Value>, start: i64, end: i64) -> Option<String> {
    let text = object?.downcast::<Text>()?;
    let place = usize::try_from(start).ok().filter(|&place| place < text.length())?;
    if start.checked_add(1) != Some(end) {
        return None;
    }
    let point = text.character(place)?;
    Some(match point {
        0..=0xFF => format!("\\x{point:02x}"),
        0x100..=0xFFFF => format!("\\u{point:04x}"),
        _ => format!("\\U{point:08x}"),
    })
}

fn encode_str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let exception = this(gil, value)?;
    let (object, start, end) = range(exception);
    if object.is_none() {
        return Ok(Ref::text(gil, "").into_value());
    }
    let (encoding, reason) = (shown(gil, exception, 0)?, shown(gil, exception, REASON)?);
    let last = end.wrapping_sub(1);
    let message = match single_character(object.as_ref(), start, end) {
        Some(character) => {
            format!("'{encoding}' codec can't encode character '{character}' in position {start}: {reason}")
        }
        None => format!("'{encoding}' codec can't encode characters in position {start}-{last}: {reason}"),
    };
    Ok(Ref::text(gil, &message).into_value())
}

fn translate_str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let exception = this(gil, value)?;
    let (object, start, end) = range(exception);
    if object.is_none() {
        return Ok(Ref::text(gil, "").into_value());
    }
    let reason = shown(gil, exception, REASON)?;
    let last = end.wrapping_sub(1);
    let message = match single_character(object.as_ref(), start, end) {
        Some(character) => format!("can't translate character '{character}' in position {start}: {reason}"),
        None => format!("can't translate characters in position {start}-{last}: {reason}"),
    };
    Ok(Ref::text(gil, &message).into_value())
}

fn decode_str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let exception = this(gil, value)?;
    let (object, start, end) = range(exception);
    let Some(object) = object else { return Ok(Ref::text(gil, "").into_value()) };
    let (encoding, reason) = (shown(gil, exception, 0)?, shown(gil, exception, REASON)?);
    let single = match (object.downcast::<Bytes>(), usize::try_from(start)) {
        (Some(bytes), Ok(place)) if start.checked_add(1) == Some(end) => bytes.bytes.get(place).copied(),
        _ => None,
    };
    let last = end.wrapping_sub(1);
    let message = match single {
        Some(byte) => {
            format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}")
        }
        None => format!("'{encoding}' codec can't decode bytes in position {start}-{last}: {reason}"),
    };
    Ok(Ref::text(gil, &message).into_value())
}

static FIELDS: [Attribute; 5] = [
    field::<0>("encoding", "exception encoding"),
    field::<OBJECT>("object", "exception object"),
    field::<START>("start", "exception start"),
    field::<END>("end", "exception end"),
    field::<REASON>("reason", "exception reason"),
];

pub static ENCODE: TypeSpec = derived(
    "UnicodeEncodeError",
    "Unicode encoding error.",
    |gil| base_of(gil, Kind::UnicodeEncodeError),
    SlotTable { init: Some(init_encode), str: Some(encode_str), ..SlotTable::EMPTY },
    &[],
    &FIELDS,
);

pub static DECODE: TypeSpec = derived(
    "UnicodeDecodeError",
    "Unicode decoding error.",
    |gil| base_of(gil, Kind::UnicodeDecodeError),
    SlotTable { init: Some(init_decode), str: Some(decode_str), ..SlotTable::EMPTY },
    &[],
    &FIELDS,
);

pub static TRANSLATE: TypeSpec = derived(
    "UnicodeTranslateError",
    "Unicode translation error.",
    |gil| base_of(gil, Kind::UnicodeTranslateError),
    SlotTable { init: Some(init_translate), str: Some(translate_str), ..SlotTable::EMPTY },
    &[],
    &FIELDS,
);
