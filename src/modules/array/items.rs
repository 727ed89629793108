//! The items of arrays: which kinds there are, and each as bytes.

use super::Array;
use crate::gil::Gil;
use crate::object::raised::{overflow_error, type_error};
use crate::object::{Bits, Ref, Result, Text, Value, text};
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
    pub(super) fn get(&self, gil: Gil<'_>, place: usize) -> Option<Value> {
        let bits = {
            let contents = self.contents.borrow();
            let item = contents.get(place * self.width..(place + 1) * self.width)?;
            match *item {
                [byte] => u64::from(byte),
                [first, second] => u16::from_le_bytes([first, second]).into(),
                [a, b, c, d] => u32::from_le_bytes([a, b, c, d]).into(),
                _ => u64::from_le_bytes(item.try_into().ok()?),
            }
        };
        Some(match self.code {
            b'd' => Value::float(f64::from_bits(bits)),
            b'f' => Value::float(f32::from_bits(bits as u32).into()),
            b'u' | b'w' => {
                let mut character = Vec::new();
                text::encode(bits as u32, &mut character);
                Ref::new(gil, Text::from_vector(character)).into_value()
            }
            code if code.is_ascii_lowercase() => {
                let unused = 64 - 8 * self.width as u32;
                int::from_i64(gil, (bits << unused) as i64 >> unused)
            }
            _ => int::from_i128(gil, bits.into()),
        })
    }

    /// The word of the item at a small int, for the machine: of an array of floats or ints. Empty in any other case.
    #[inline(always)]
    pub fn number_at(&self, index: Bits) -> Bits {
        let contents = self.contents.borrow();
        let Some(start) = self.start_of(index, contents.len()) else { return Bits::EMPTY };
        let item = &contents[start..];
        let number = match (self.code, item) {
            (b'd', &[a, b, c, d, e, f, g, h, ..]) => {
                return Bits::from_float(f64::from_le_bytes([a, b, c, d, e, f, g, h]));
            }
            (b'l' | b'q', &[a, b, c, d, e, f, g, h, ..]) => i64::from_le_bytes([a, b, c, d, e, f, g, h]),
            (b'i', &[a, b, c, d, ..]) => i32::from_le_bytes([a, b, c, d]).into(),
            (b'B', &[byte, ..]) => byte.into(),
            _ => return Bits::EMPTY,
        };
        Bits::from_int(number).unwrap_or(Bits::EMPTY)
    }

    /// Writes a word to the place of a small int, for the machine. False, and nothing done, where it is no float or int
    /// that such an array takes as it is.
    #[inline(always)]
    pub fn set_number(&self, index: Bits, new: Bits) -> bool {
        let mut contents = self.contents.borrow_mut();
        let Some(start) = self.start_of(index, contents.len()) else { return false };
        let place = &mut contents[start..start + self.width];
        match (self.code, new.as_float(), new.as_int()) {
            (b'd', Some(number), _) => place.copy_from_slice(&number.to_le_bytes()),
            (b'd', _, Some(number)) => place.copy_from_slice(&(number as f64).to_le_bytes()),
            (b'l' | b'q', _, Some(number)) => place.copy_from_slice(&number.to_le_bytes()),
            (b'i', _, Some(number)) => match i32::try_from(number) {
                Ok(number) => place.copy_from_slice(&number.to_le_bytes()),
                Err(_) => return false,
            },
            (b'B', _, Some(number)) => match u8::try_from(number) {
                Ok(number) => place.copy_from_slice(&[number]),
                Err(_) => return false,
            },
            _ => return false,
        }
        true
    }

    /// Where the item at a small int begins, in so many bytes.
    #[inline(always)]
    fn start_of(&self, index: Bits, bytes: usize) -> Option<usize> {
        let (index, shift) = (index.as_int()?, self.width.trailing_zeros());
        let length = bytes >> shift;
        let place = if index < 0 { index.wrapping_add(length as i64) as usize } else { index as usize };
        (place < length).then_some(place << shift)
    }

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
