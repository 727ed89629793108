//! The handlers of the opcodes, by theme; each does what the sentence of its row says.
//!
//! A handler does the common case in a few instructions of the processor and leaves the rest to its body, see
//! `dispatch`. What an instruction does not take it borrows: operands stay in their registers while a body runs, so
//! that nothing is counted, and what is to be taken is taken at its end. If a body fails, its operands stay where they
//! are, for the unwinding to release.

// Handlers bear the names of their opcodes.
#![allow(non_snake_case)]

mod arithmetic;
mod attributes;
mod calls;
mod comparison;
mod direct;
mod displays;
mod exceptions;
mod generators;
mod iteration;
mod jumps;
mod moves;
mod names;
mod rest;
mod subscript;

pub use arithmetic::*;
pub use attributes::*;
pub use calls::*;
pub use comparison::*;
pub use direct::*;
pub use displays::*;
pub use exceptions::*;
pub use generators::*;
pub use iteration::*;
use jumps::go_after_two;
pub use jumps::*;
pub use moves::*;
pub use names::*;
pub use rest::*;
pub use subscript::*;

use super::dispatch::Flow;
use super::place::{Pc, Window};
use super::state::State;
use crate::code::Opcode;
use crate::code::opcode::{CACHES, NONE, TAKE_A, TAKE_B, TAKE_C};
use crate::gil::Gil;
use crate::object::{Ref, Result, Text, Value};

/// The words of an instruction with its caches.
pub const fn words(op: Opcode) -> usize {
    1 + CACHES[op as usize] as usize
}

/// A running instruction, as bodies see it.
#[derive(Clone, Copy)]
pub struct Op<'a> {
    pub pc: Pc,
    pub window: Window,
    pub state: &'a State,
    pub gil: Gil<'a>,
}

impl<'a> Op<'a> {
    pub fn new(pc: Pc, window: Window, state: &'a State) -> Op<'a> {
        Op { pc, window, state, gil: state.gil() }
    }

    /// Operand a, borrowed.
    #[inline]
    pub fn a(&self) -> &'a Value {
        self.window.value(self.pc.a())
    }

    /// Operand b, borrowed.
    #[inline]
    pub fn b(&self) -> &'a Value {
        self.window.value(self.pc.b())
    }

    /// Operand c, borrowed.
    #[inline]
    pub fn c(&self) -> &'a Value {
        self.window.value(self.pc.c())
    }

    /// Takes what a register holds.
    pub fn taken(&self, register: u16) -> Result<Value> {
        self.window.take(register).ok_or_else(|| super::empty_register(self.gil))
    }

    /// The same, where the operand may be left out.
    pub fn taken_or_none(&self, register: u16) -> Option<Value> {
        if register == NONE { None } else { self.window.take(register) }
    }

    /// A name of the code.
    pub fn name(&self, index: u16) -> &'a Ref<Text> {
        &self.state.activation().code().names[usize::from(index)]
    }

    /// A constant of the code.
    pub fn constant(&self, index: usize) -> &'a Value {
        &self.state.activation().code().constants[index]
    }

    /// Takes and drops the operands whose consume bits are set, of those that `which` names.
    #[inline]
    pub fn consume(&self, which: u8) {
        let x = self.pc.x() & which;
        if x == 0 {
            return;
        }
        for (bit, register) in [(TAKE_A, self.pc.a()), (TAKE_B, self.pc.b()), (TAKE_C, self.pc.c())] {
            if x & bit != 0 {
                drop(self.window.take(register));
            }
        }
    }

    /// Writes the result to register a.
    #[inline]
    pub fn put(&self, value: Value) -> Result<Flow> {
        self.window.put(self.pc.a(), value);
        Ok(Flow::Next)
    }

    /// Takes operand b as its consume bit says, and writes the result.
    #[inline]
    pub fn finish_b(&self, value: Value) -> Result<Flow> {
        self.finish(TAKE_B, value)
    }

    /// Takes operands b and c as their consume bits say, and writes the result.
    #[inline]
    pub fn finish_bc(&self, value: Value) -> Result<Flow> {
        self.finish(TAKE_B | TAKE_C, value)
    }

    #[inline]
    fn finish(&self, which: u8, value: Value) -> Result<Flow> {
        let x = self.pc.x() & which;
        let b = if x & TAKE_B != 0 { self.window.take(self.pc.b()) } else { None };
        let c = if x & TAKE_C != 0 { self.window.take(self.pc.c()) } else { None };
        self.window.put(self.pc.a(), value);
        drop((b, c));
        Ok(Flow::Next)
    }

    /// Takes operands as their consume bits say, after an instruction without a result.
    #[inline]
    pub fn done(&self, which: u8) -> Result<Flow> {
        self.consume(which);
        Ok(Flow::Next)
    }
}

/// Defines handlers that are all body: `Name |op| { ... }`, the body giving a `Result<Flow>`.
macro_rules! bodies {
    ($($(#[$doc:meta])* $name:ident |$op:ident| $body:block)*) => {
        $($(#[$doc])*
        pub fn $name(
            pc: $crate::vm::place::Pc,
            window: $crate::vm::place::Window,
            state: &$crate::vm::state::State,
            ticks: i32,
        ) -> $crate::vm::dispatch::Exit {
            #[inline(never)]
            fn body(
                pc: $crate::vm::place::Pc,
                window: $crate::vm::place::Window,
                state: &$crate::vm::state::State,
            ) -> $crate::vm::dispatch::Flow {
                fn work($op: $crate::vm::handlers::Op<'_>) -> $crate::object::Result<$crate::vm::dispatch::Flow> {
                    $body
                }
                state.flow(work($crate::vm::handlers::Op::new(pc, window, state)))
            }
            const WORDS: usize = $crate::vm::handlers::words($crate::code::Opcode::$name);
            $crate::vm::dispatch::general(pc, window, state, ticks, body, WORDS)
        })*
    };
}
pub(in crate::vm) use bodies;

/// Defines bodies alone, for handlers that do the common case themselves.
macro_rules! slow {
    ($($(#[$doc:meta])* $visibility:vis $name:ident |$op:ident| $body:block)*) => {
        $($(#[$doc])*
        #[inline(never)]
        $visibility fn $name(
            pc: $crate::vm::place::Pc,
            window: $crate::vm::place::Window,
            state: &$crate::vm::state::State,
        ) -> $crate::vm::dispatch::Flow {
            fn work($op: $crate::vm::handlers::Op<'_>) -> $crate::object::Result<$crate::vm::dispatch::Flow> {
                $body
            }
            state.flow(work($crate::vm::handlers::Op::new(pc, window, state)))
        })*
    };
}
pub(in crate::vm) use slow;
