//! Indices and slices as the sequence types take them.

use crate::gil::Gil;
use crate::object::raised::{overflow_error, type_error};
use crate::object::{Kind, Raised, Result, Value};

use super::int::BigInt;
use super::slice::Slice;

/// The positions a slice stands for: `count` of them from `start` in steps of `step`.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    pub start: i64,
    pub step: i64,
    pub count: usize,
}

impl Bounds {
    /// The positions as one range, if they follow each other.
    pub fn run(self) -> Option<std::ops::Range<usize>> {
        let start = usize::try_from(self.start).ok().filter(|_| self.step == 1)?;
        Some(start..start + self.count)
    }

    /// The positions in order.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |index| (self.start + index * self.step) as usize)
    }
}

/// An int of any size, cut down to what an `i64` holds; None if the value is no int and has no `__index__`.
pub fn clamped(gil: Gil<'_>, value: &Value) -> Result<Option<i64>> {
    Ok(whole(gil, value)?.map(|number| number.unwrap_or_else(|limit| limit)))
}

/// The same; an int that does not fit is told apart, as the limit that it is beyond.
fn whole(gil: Gil<'_>, value: &Value) -> Result<Option<std::result::Result<i64, i64>>> {
    if let Some(number) = value.bits().as_int() {
        return Ok(Some(Ok(number)));
    }
    if value.is(&Value::TRUE) || value.is(&Value::FALSE) {
        return Ok(Some(Ok(i64::from(value.is(&Value::TRUE)))));
    }
    if let Some(big) = value.downcast::<BigInt>() {
        let limit = if big.number < dashu_int::IBig::ZERO { i64::MIN } else { i64::MAX };
        return Ok(Some(i64::try_from(&big.number).map_err(|_| limit)));
    }
    match value.class(gil).slots.index.get() {
        Some(slot) => {
            let number = slot(gil, value)?;
            if number.bits().as_int().is_some() || number.downcast::<BigInt>().is_some() {
                return whole(gil, &number);
            }
            let name = number.class(gil).name();
            Err(type_error(gil, format!("__index__ returned non-int (type {name})")))
        }
        None => Ok(None),
    }
}

/// An argument that must be an int.
pub fn integer(gil: Gil<'_>, value: &Value) -> Result<i64> {
    match whole(gil, value)? {
        Some(Err(_)) => Err(overflow_error(gil, "Python int too large to convert to C ssize_t")),
        Some(Ok(number)) => Ok(number),
        None => {
            let name = value.class(gil).name();
            Err(type_error(gil, format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
}

/// Is the key a slice?
pub fn is_slice(_gil: Gil<'_>, key: &Value) -> bool {
    key.downcast::<Slice>().is_some()
}

/// The position that an index stands for; `what` names the sequence in errors.
pub fn position(gil: Gil<'_>, key: &Value, length: usize, what: &str) -> Result<usize> {
    let Some(index) = whole(gil, key)? else {
        let name = key.class(gil).name();
        let message = match what {
            "string" => format!("string indices must be integers, not '{name}'"),
            "byte" => format!("byte indices must be integers or slices, not {name}"),
            _ => format!("{what} indices must be integers or slices, not {name}"),
        };
        return Err(type_error(gil, message));
    };
    let Ok(index) = index else {
        let name = key.class(gil).name();
        let message = format!("cannot fit '{name}' into an index-sized integer");
        return Err(Raised::with_message(gil, Kind::IndexError, &message));
    };
    let place = if index < 0 { index.saturating_add(length as i64) } else { index };
    if place < 0 || place >= length as i64 {
        let what = if what == "byte" { "index" } else { what };
        let message = format!("{what}{} out of range", if what == "index" { "" } else { " index" });
        return Err(Raised::with_message(gil, Kind::IndexError, &message));
    }
    Ok(place as usize)
}

/// The positions of a slice in a sequence of this length.
pub fn slice(gil: Gil<'_>, key: &Value, length: usize) -> Result<Bounds> {
    let Some(key) = key.downcast::<Slice>() else { return Err(type_error(gil, "a slice is needed")) };
    let indices = super::slice::resolve(gil, key, length)?;
    Ok(Bounds { start: indices.start, step: indices.step, count: indices.length })
}

/// The optional `start` and `end` of methods like `find`, as positions.
pub fn range(
    gil: Gil<'_>,
    start: Option<&Value>,
    end: Option<&Value>,
    length: usize,
) -> Result<(usize, usize)> {
    let part = |value: Option<&Value>| match value {
        Some(value) if !value.is_none() => match clamped(gil, value)? {
            Some(number) => Ok(Some(number)),
            None => {
                Err(type_error(gil, "slice indices must be integers or None or have an __index__ method"))
            }
        },
        _ => Ok(None),
    };
    let length = length as i64;
    let place = |index: i64| if index < 0 { index.saturating_add(length).max(0) } else { index };
    let start = part(start)?.map_or(0, place);
    let end = part(end)?.map_or(length, place).min(length);
    Ok((start as usize, end as usize))
}
