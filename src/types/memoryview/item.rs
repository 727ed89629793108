//! The items of a view: what the letters of the struct module stand for, and numbers between them and bytes.

use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::{Raised, Result, Text, Value, operations};
use crate::types::float::half;
use crate::types::{bytes, float, indexing, int, str};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The struct module's letter.
    pub letter: u8,
    /// Bytes of an item.
    pub size: usize,
}

/// What a view sees: items in an object's bytes, from `start` on; rows begin `step` bytes apart.
pub struct Items {
    pub object: Value,
    pub letter: u8,
    pub size: usize,
    pub sides: Vec<usize>,
    pub start: i64,
    pub step: i64,
}

impl Item {
    /// Plain bytes.
    pub const BYTE: Item = Item { letter: b'B', size: 1 };

    /// The item of a letter.
    pub fn of_letter(letter: u8) -> Option<Item> {
        let size = match letter {
            b'c' | b'b' | b'B' | b'?' => 1,
            b'h' | b'H' | b'e' => 2,
            b'i' | b'I' | b'f' | b'w' => 4,
            b'l' | b'L' | b'q' | b'Q' | b'n' | b'N' | b'd' | b'P' => 8,
            _ => return None,
        };
        Some(Item { letter, size })
    }

    /// The item of a `cast`'s format: one letter, with or without `@`.
    pub fn of_format(format: &Value) -> Option<Item> {
        match format.downcast::<Text>()?.bytes() {
            &[b'@', letter] | &[letter] if letter != b'w' => Item::of_letter(letter),
            _ => None,
        }
    }

    /// Is it one byte?
    pub fn is_byte(self) -> bool {
        matches!(self.letter, b'c' | b'b' | b'B')
    }

    /// The value of an item's bytes.
    pub fn unpack(self, gil: Gil<'_>, item: &[u8]) -> Value {
        let mut word = [0_u8; 8];
        word[..self.size].copy_from_slice(item);
        let bits = u64::from_le_bytes(word);
        match self.letter {
            b'c' => bytes::of(gil, item.to_vec()),
            b'?' => Value::bool(bits != 0),
            b'd' => Value::float(f64::from_bits(bits)),
            b'f' => Value::float(f32::from_bits(bits as u32).into()),
            b'e' => Value::float(half::to_f64(bits as u16)),
            b'w' => str::character(gil, bits as u32),
            b'b' | b'h' | b'i' | b'l' | b'q' | b'n' => {
                let unused = 64 - 8 * self.size as u32;
                int::from_i64(gil, (bits << unused) as i64 >> unused)
            }
            _ => int::from_i128(gil, bits.into()),
        }
    }

    /// The bytes of a value, the first `size` of them. It may run Python code.
    pub fn pack(self, gil: Gil<'_>, value: &Value) -> Result<[u8; 8]> {
        let bits = match self.letter {
            b'c' => match super::super::buffer::contents(value).as_deref() {
                Some(&[byte]) => byte.into(),
                Some(_) => return Err(self.wrong_value(gil)),
                None => return Err(self.wrong_type(gil)),
            },
            b'?' => operations::truth(gil, value)?.into(),
            b'd' => self.float(gil, value)?.to_bits(),
            b'f' => u64::from((self.float(gil, value)? as f32).to_bits()),
            b'e' => half::of_f64(self.float(gil, value)?).ok_or_else(|| self.wrong_value(gil))?.into(),
            b'w' => return Err(self.wrong_type(gil)),
            _ => self.whole(gil, value)?,
        };
        Ok(bits.to_le_bytes())
    }

    fn float(self, gil: Gil<'_>, value: &Value) -> Result<f64> {
        float::to_f64(gil, value).map_err(|_| self.wrong_type(gil))
    }

    fn whole(self, gil: Gil<'_>, value: &Value) -> Result<u64> {
        let bits = 8 * self.size as u32;
        let signed = self.letter.is_ascii_lowercase();
        let number = match indexing::clamped(gil, value)? {
            None => return Err(self.wrong_type(gil)),
            Some(i64::MAX) => int::index_big(gil, value)?.try_into().unwrap_or(i128::MAX),
            Some(i64::MIN) => int::index_big(gil, value)?.try_into().unwrap_or(i128::MIN),
            Some(number) => number.into(),
        };
        let (least, most) = match signed {
            true => (-(1_i128 << (bits - 1)), (1_i128 << (bits - 1)) - 1),
            false => (0, (1_i128 << bits) - 1),
        };
        if (least..=most).contains(&number) { Ok(number as u64) } else { Err(self.wrong_value(gil)) }
    }

    #[cold]
    fn wrong_type(self, gil: Gil<'_>) -> Raised {
        type_error(gil, format!("memoryview: invalid type for format '{}'", char::from(self.letter)))
    }

    #[cold]
    fn wrong_value(self, gil: Gil<'_>) -> Raised {
        value_error(gil, format!("memoryview: invalid value for format '{}'", char::from(self.letter)))
    }
}
