//! The items of arrays: which kinds there are, and each as bytes.

use super::Array;
use crate::gil::Gil;
use crate::object::raised::{overflow_error, type_error};
use crate::object::{Result, Text, Value};
use crate::types::{float, int};

pub(super) const CODES: &str = "bBuwhHiIlLqQfd";

pub(super) fn width_of(code: u8) -> Option<usize> {
    Some(match code {
        b'b' | b'B' => 1,
        b'h' | b'H' => 2,
        b'u' | b'w' | b'i' | b'I' | b'f' => 4,
        b'l' | b'L' | b'q' | b'Q' | b'd' => 8,
        _ => return None,
    })
}

impl Array {
    /// The bytes of an item; it may run Python code.
    pub(super) fn encode(&self, gil: Gil<'_>, value: &Value) -> Result<[u8; 8]> {
        let bits = match self.code {
            b'd' => float::to_f64(gil, value)?.to_bits(),
            b'f' => u64::from((float::to_f64(gil, value)? as f32).to_bits()),
            b'u' | b'w' => {
                let name = value.class(gil).name();
                let Some(text) = value.downcast::<Text>() else {
                    return Err(type_error(
                        gil,
                        format!("array item must be a unicode character, not {name}"),
                    ));
                };
                if text.length() != 1 {
                    let length = text.length();
                    let message =
                        format!("array item must be a unicode character, not a string of length {length}");
                    return Err(type_error(gil, message));
                }
                text.character(0).unwrap_or(0).into()
            }
            code => self.encode_int(gil, code, value)?,
        };
        Ok(bits.to_le_bytes())
    }

    fn encode_int(&self, gil: Gil<'_>, code: u8, value: &Value) -> Result<u64> {
        let number = match value.bits().as_int() {
            Some(number) => number.into(),
            None => {
                let value = int::index(gil, value)?;
                let big = int::to_big(&value).unwrap_or_default();
                i128::try_from(&big).unwrap_or(i128::MAX)
            }
        };
        let bits = 8 * self.width as u32;
        let (least, most) = match code.is_ascii_lowercase() {
            true => (-(1_i128 << (bits - 1)), (1_i128 << (bits - 1)) - 1),
            false => (0, (1_i128 << bits) - 1),
        };
        if (least..=most).contains(&number) {
            return Ok(number as u64);
        }
        let which = if number > most { "greater than maximum" } else { "less than minimum" };
        Err(overflow_error(
            gil,
            match code {
                b'b' => format!("signed char is {which}"),
                b'B' => format!("unsigned byte integer is {which}"),
                b'h' => format!("signed short integer is {which}"),
                b'H' => format!("unsigned short is {which}"),
                b'i' if i64::try_from(number).is_ok() => format!("signed integer is {which}"),
                b'I' if number > 0 => format!("unsigned int is {which}"),
                b'I' | b'L' | b'Q' if number < 0 => "can't convert negative value to unsigned int".to_owned(),
                b'q' | b'Q' => "int too big to convert".to_owned(),
                _ => "Python int too large to convert to C long".to_owned(),
            },
        ))
    }
}
