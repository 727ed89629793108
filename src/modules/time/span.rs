//! Spans of time that a program gives as a number of seconds, in CPython's range and with its errors.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::raised::{Kind, overflow_error, type_error, value_error};
use crate::object::{Result, Value};

const SECOND: i64 = 1_000_000_000;

/// The nanoseconds of so many seconds, rounded away from zero, so that no wait is shorter than asked for.
pub fn nanoseconds(gil: Gil<'_>, seconds: &Value) -> Result<i64> {
    if let Some(seconds) = convert::as_f64(seconds) {
        return from_float(gil, seconds);
    }
    let whole = convert::to_i64(gil, seconds).map_err(|raised| {
        if raised.is(gil, Kind::OverflowError) {
            return too_large(gil);
        }
        if raised.is(gil, Kind::TypeError) {
            let class = seconds.class(gil).name();
            return type_error(gil, format!("'{class}' object cannot be interpreted as an integer"));
        }
        raised
    })?;
    whole.checked_mul(SECOND).ok_or_else(|| too_large(gil))
}

fn too_large(gil: Gil<'_>) -> crate::object::Raised {
    overflow_error(gil, "timestamp too large to convert to C PyTime_t")
}

fn from_float(gil: Gil<'_>, seconds: f64) -> Result<i64> {
    if seconds.is_nan() {
        return Err(value_error(gil, "Invalid value NaN (not a number)"));
    }
    let exact = seconds * SECOND as f64;
    let rounded = if exact < 0.0 { exact.floor() } else { exact.ceil() };
    // The greatest i64 is no f64; the next one is too large already.
    if rounded < i64::MIN as f64 || rounded >= i64::MAX as f64 {
        return Err(overflow_error(gil, "timestamp out of range for platform time_t"));
    }
    Ok(rounded as i64)
}
