//! Code as data: the opcode table, instructions, code objects.
//!
//! Invariant: nothing here knows the objects, the machine or the GIL.

pub mod atomicity;
pub mod block;
pub mod disassemble;
pub mod instruction;
pub mod object;
pub mod opcode;
pub mod serial;
pub mod stack;
pub mod verify;

pub use instruction::Instruction;
pub use object::{Code, Constant, Handler, Position};
pub use opcode::{Intrinsic, Opcode};
