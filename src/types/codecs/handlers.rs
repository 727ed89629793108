//! What happens to what cannot be encoded or decoded.

use std::cell::RefCell;

use super::super::{bytes, int, str, tuple};
use crate::gil::Gil;
use crate::object::raised::type_error;
use crate::object::text::encode;
use crate::object::{Arguments, Global, Kind, Raised, Ref, Result, Text, Value, operations};

/// Handlers that programs registered, by name.
pub static REGISTERED: Global<RefCell<Vec<(String, Value)>>> = Global::new(RefCell::new(Vec::new()));

/// The registered handler of this name.
pub fn registered(gil: Gil<'_>, name: &str) -> Option<Value> {
    let handlers = REGISTERED.get(gil).borrow();
    handlers.iter().rev().find(|(known, _)| known == name).map(|(_, handler)| handler.clone())
}

fn exception(gil: Gil<'_>, kind: Kind, arguments: Vec<Value>) -> Value {
    match operations::call(gil, kind.class(gil).as_value(), Arguments::positional(&arguments)) {
        Ok(exception) => exception,
        Err(raised) => raised.into_exception().into_value(),
    }
}

fn raised(gil: Gil<'_>, exception: Value) -> Raised {
    match exception.try_into_ref() {
        Ok(exception) => Raised::new(exception),
        Err(_) => type_error(gil, "exceptions must derive from BaseException"),
    }
}

/// A place where decoding failed.
pub struct DecodeFault<'a> {
    pub encoding: &'a str,
    pub contents: &'a [u8],
    pub start: usize,
    pub end: usize,
    pub reason: &'a str,
}

/// Appends what the handler puts there; gives back where to go on.
pub fn decode_error(
    gil: Gil<'_>,
    fault: &DecodeFault<'_>,
    errors: &str,
    result: &mut Vec<u8>,
) -> Result<usize> {
    let wrong = &fault.contents[fault.start..fault.end];
    match errors {
        "ignore" => return Ok(fault.end),
        "replace" => {
            encode(0xFFFD, result);
            return Ok(fault.end);
        }
        "backslashreplace" => {
            wrong.iter().for_each(|byte| result.extend(format!("\\x{byte:02x}").bytes()));
            return Ok(fault.end);
        }
        "surrogateescape" if wrong.first().is_some_and(|byte| *byte >= 0x80) => {
            let escaped = wrong.iter().take_while(|byte| **byte >= 0x80).count();
            wrong[..escaped].iter().for_each(|byte| encode(0xDC00 + u32::from(*byte), result));
            return Ok(fault.start + escaped);
        }
        "surrogatepass" if fault.encoding == "utf-8" => {
            if let Some([0xED, second @ 0xA0..=0xBF, third @ 0x80..=0xBF]) =
                fault.contents.get(fault.start..fault.start + 3)
            {
                result.extend([0xED, *second, *third]);
                return Ok(fault.start + 3);
            }
        }
        "surrogatepass" => {
            if let Some((point, width)) = wide_surrogate(fault) {
                encode(point, result);
                return Ok(fault.start + width);
            }
        }
        _ => {}
    }
    let parts = vec![
        str::new_text(gil, fault.encoding),
        bytes::of(gil, fault.contents.to_vec()),
        int::from_i64(gil, fault.start as i64),
        int::from_i64(gil, fault.end as i64),
        str::new_text(gil, fault.reason),
    ];
    let exception = exception(gil, Kind::UnicodeDecodeError, parts);
    let (text, next) = custom(gil, exception, errors, fault.contents.len())?;
    match text.downcast::<Text>() {
        Some(text) => result.extend_from_slice(text.bytes()),
        None => return Err(type_error(gil, "decoding error handler must return (str, int) tuple")),
    }
    Ok(next)
}

/// The surrogate that stands at a fault in an encoding of wide units, and its width.
fn wide_surrogate(fault: &DecodeFault<'_>) -> Option<(u32, usize)> {
    let width = match fault.encoding {
        "utf-16-le" | "utf-16-be" => 2,
        "utf-32-le" | "utf-32-be" => 4,
        _ => return None,
    };
    let bytes = fault.contents.get(fault.start..fault.start + width)?;
    let fold = |value: u32, byte: &u8| value << 8 | u32::from(*byte);
    let point = match fault.encoding.ends_with("be") {
        true => bytes.iter().fold(0, fold),
        false => bytes.iter().rev().fold(0, fold),
    };
    (0xD800..=0xDFFF).contains(&point).then_some((point, width))
}

/// Asks a registered handler: the replacement and the place to go on.
fn custom(gil: Gil<'_>, exception: Value, errors: &str, length: usize) -> Result<(Value, usize)> {
    let Some(handler) = registered(gil, errors) else {
        if matches!(
            errors,
            "strict" | "surrogateescape" | "surrogatepass" | "xmlcharrefreplace" | "namereplace"
        ) {
            return Err(raised(gil, exception));
        }
        let message = format!("unknown error handler name '{errors}'");
        return Err(Raised::with_message(gil, Kind::LookupError, &message));
    };
    let answer = operations::call_one(gil, &handler, &exception)?;
    let items = tuple::items_of(&answer).unwrap_or_default();
    let [replacement, next] = &*items else {
        return Err(type_error(gil, "encoding error handler must return (str/bytes, int) tuple"));
    };
    let place = super::super::indexing::integer(gil, next)?;
    let place = if place < 0 { place + length as i64 } else { place };
    if place < 0 || place > length as i64 {
        let message = format!("position {place} from error handler out of bounds");
        return Err(Raised::with_message(gil, Kind::IndexError, &message));
    }
    Ok((replacement.clone(), place as usize))
}

/// What stands in for characters that could not be encoded.
pub enum Replacement {
    /// Text that is encoded in their place.
    Text(Vec<u32>),
    Bytes(Vec<u8>),
}

/// What the handler puts in the place of the characters from `start` to `end`, and where to go on.
pub fn encode_error(
    gil: Gil<'_>,
    encoding: &str,
    text: &Ref<Text>,
    range: (usize, usize),
    reason: &str,
    errors: &str,
) -> Result<(Replacement, usize)> {
    let (start, end) = range;
    let points = || (start..end).filter_map(|place| text.character(place));
    let written = |shown: String| Ok((Replacement::Text(shown.chars().map(u32::from).collect()), end));
    match errors {
        "ignore" => return Ok((Replacement::Bytes(Vec::new()), end)),
        "replace" => return written("?".repeat(end - start)),
        "backslashreplace" => return written(points().map(str::repr::numeric_escape).collect()),
        "xmlcharrefreplace" => return written(points().map(|point| format!("&#{point};")).collect()),
        "namereplace" => {
            return written(
                points()
                    .map(|point| match char::from_u32(point).and_then(unicode_names2::name) {
                        Some(name) => format!("\\N{{{name}}}"),
                        None => str::repr::numeric_escape(point),
                    })
                    .collect(),
            );
        }
        "surrogateescape" if points().all(|point| (0xDC80..=0xDCFF).contains(&point)) => {
            return Ok((Replacement::Bytes(points().map(|point| (point - 0xDC00) as u8).collect()), end));
        }
        "surrogatepass"
            if encoding.starts_with("utf-") && points().all(|point| (0xD800..=0xDFFF).contains(&point)) =>
        {
            let mut passed = Vec::new();
            for point in points() {
                match encoding {
                    "utf-8" => encode(point, &mut passed),
                    "utf-16" | "utf-16-le" => passed.extend((point as u16).to_le_bytes()),
                    "utf-16-be" => passed.extend((point as u16).to_be_bytes()),
                    "utf-32-be" => passed.extend(point.to_be_bytes()),
                    _ => passed.extend(point.to_le_bytes()),
                }
            }
            return Ok((Replacement::Bytes(passed), end));
        }
        _ => {}
    }
    let parts = vec![
        str::new_text(gil, encoding),
        text.to_value(),
        int::from_i64(gil, start as i64),
        int::from_i64(gil, end as i64),
        str::new_text(gil, reason),
    ];
    let exception = exception(gil, Kind::UnicodeEncodeError, parts);
    let (replacement, next) = custom(gil, exception, errors, text.length())?;
    if let Some(text) = replacement.downcast::<Text>() {
        return Ok((Replacement::Text(text.characters().collect()), next));
    }
    match super::super::buffer::contents(&replacement) {
        Some(contents) => Ok((Replacement::Bytes(contents), next)),
        None => Err(type_error(gil, "encoding error handler must return (str/bytes, int) tuple")),
    }
}
