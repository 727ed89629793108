//! Jumps, by truth and by identity.

use super::{bodies, slow};
use crate::code::opcode::{TAKE_A, TAKE_B};
use crate::object::{Bits, operations};
use crate::vm::dispatch::{Exit, Flow, dispatch, general_wide, release};
use crate::vm::place::{Pc, Window};
use crate::vm::state::State;

pub fn Jump(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    dispatch(pc.skip(1).jump(pc.wide()), window, state, ticks)
}

pub fn JumpBack(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    dispatch(pc.skip(1).jump(pc.wide()), window, state, ticks)
}

pub fn JumpIfTrue(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    match window.bits(pc.a()) {
        Bits::TRUE => dispatch(pc.skip(1).jump(pc.wide()), window, state, ticks),
        Bits::FALSE => dispatch(pc.skip(1), window, state, ticks),
        _ => general_wide(pc, window, state, ticks, jump_if_true),
    }
}

pub fn JumpIfFalse(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    match window.bits(pc.a()) {
        Bits::FALSE => dispatch(pc.skip(1).jump(pc.wide()), window, state, ticks),
        Bits::TRUE => dispatch(pc.skip(1), window, state, ticks),
        _ => general_wide(pc, window, state, ticks, jump_if_false),
    }
}

pub fn JumpIfTrueOrPop(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    general_wide(pc, window, state, ticks, jump_if_true_or_pop)
}

pub fn JumpIfFalseOrPop(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    general_wide(pc, window, state, ticks, jump_if_false_or_pop)
}

pub fn JumpIfNone(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    if window.bits(pc.a()) == Bits::NONE {
        return dispatch(pc.skip(1).jump(pc.wide()), window, state, ticks);
    }
    consume_a(pc, pc.skip(1), window, state, ticks)
}

pub fn JumpIfNotNone(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    if window.bits(pc.a()) == Bits::NONE {
        return dispatch(pc.skip(1), window, state, ticks);
    }
    consume_a(pc, pc.skip(1).jump(pc.wide()), window, state, ticks)
}

/// Takes operand a as its consume bit says, and goes on at `next`.
#[inline(always)]
fn consume_a(pc: Pc, next: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    if pc.x() & TAKE_A != 0 {
        let bits = window.replace(pc.a(), Bits::EMPTY);
        return release(next, window, state, ticks, bits);
    }
    dispatch(next, window, state, ticks)
}

slow! {
    jump_if_true |op| {
        let truth = operations::truth(op.gil, op.a())?;
        op.consume(TAKE_A);
        Ok(if truth { Flow::Jump } else { Flow::Next })
    }

    jump_if_false |op| {
        let truth = operations::truth(op.gil, op.a())?;
        op.consume(TAKE_A);
        Ok(if truth { Flow::Next } else { Flow::Jump })
    }

    jump_if_true_or_pop |op| {
        if operations::truth(op.gil, op.a())? {
            return Ok(Flow::Jump);
        }
        drop(op.window.take(op.pc.a()));
        Ok(Flow::Next)
    }

    jump_if_false_or_pop |op| {
        if !operations::truth(op.gil, op.a())? {
            return Ok(Flow::Jump);
        }
        drop(op.window.take(op.pc.a()));
        Ok(Flow::Next)
    }
}

bodies! {
    JumpIfIs |op| {
        let same = op.a().is(op.b());
        op.consume(TAKE_A | TAKE_B);
        Ok(if same { Flow::Jump } else { Flow::Next })
    }

    JumpIfIsNot |op| {
        let same = op.a().is(op.b());
        op.consume(TAKE_A | TAKE_B);
        Ok(if same { Flow::Next } else { Flow::Jump })
    }
}
