//! One instruction word: packing and unpacking.

use super::opcode::{ALL, Opcode};

/// An instruction word, decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction {
    pub op: Opcode,
    pub x: u8,
    pub a: u16,
    pub b: u16,
    pub c: u16,
}

impl Instruction {
    /// An instruction with all operands zero.
    pub fn new(op: Opcode) -> Self {
        Instruction { op, x: 0, a: 0, b: 0, c: 0 }
    }

    /// The 64-bit word.
    pub fn encode(self) -> u64 {
        u64::from(self.op as u8)
            | u64::from(self.x) << 8
            | u64::from(self.a) << 16
            | u64::from(self.b) << 32
            | u64::from(self.c) << 48
    }

    /// Reads a word; None if its opcode byte names none.
    pub fn decode(word: u64) -> Option<Self> {
        let op = *ALL.get(usize::from(word as u8))?;
        Some(Instruction {
            op,
            x: (word >> 8) as u8,
            a: (word >> 16) as u16,
            b: (word >> 32) as u16,
            c: (word >> 48) as u16,
        })
    }

    /// The signed 32-bit number in b and c.
    pub fn wide(self) -> i32 {
        (u32::from(self.b) | u32::from(self.c) << 16) as i32
    }

    /// Puts a signed 32-bit number into b and c.
    pub fn with_wide(self, number: i32) -> Self {
        Instruction { b: number as u16, c: (number as u32 >> 16) as u16, ..self }
    }
}
