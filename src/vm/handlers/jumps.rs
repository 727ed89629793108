//! Jumps, by truth and by identity.

use super::slow;
use crate::code::opcode::{TAKE_A, TAKE_B};
use crate::object::{Bits, operations};
use crate::vm::dispatch::{Exit, Flow, dispatch, later_wide, release, release_two};
use crate::vm::place::{Pc, Window};
use crate::vm::state::State;

pub fn Jump(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    dispatch(pc.skip(1).jump(pc.wide()), window, state, ticks)
}

pub fn JumpBack(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    dispatch(pc.skip(1).jump(pc.wide()), window, state, ticks)
}

/// The truth of a word that is no object and no float.
#[inline(always)]
fn truth(bits: Bits) -> Option<bool> {
    match bits {
        Bits::TRUE => Some(true),
        Bits::FALSE | Bits::NONE => Some(false),
        bits if bits.is_int() => Some(bits != Bits::small(0)),
        _ => None,
    }
}

/// Goes on, by the offset in b and c or without it.
#[inline(always)]
fn go(pc: Pc, window: Window, state: &State, ticks: i32, jumps: bool) -> Exit {
    let offset = if jumps { pc.wide() } else { 0 };
    dispatch(pc.skip(1).jump(offset), window, state, ticks)
}

pub fn JumpIfTrue(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match truth(window.bits(pc.a())) {
        Some(truth) => go(pc, window, state, ticks, truth),
        None => later_wide(pc, window, state, ticks, jump_if_true),
    }
}

pub fn JumpIfFalse(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match truth(window.bits(pc.a())) {
        Some(truth) => go(pc, window, state, ticks, !truth),
        None => later_wide(pc, window, state, ticks, jump_if_false),
    }
}

pub fn JumpIfTrueOrPop(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match truth(window.bits(pc.a())) {
        Some(truth) => go(pc, window, state, ticks, truth),
        None => later_wide(pc, window, state, ticks, jump_if_true_or_pop),
    }
}

pub fn JumpIfFalseOrPop(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match truth(window.bits(pc.a())) {
        Some(truth) => go(pc, window, state, ticks, !truth),
        None => later_wide(pc, window, state, ticks, jump_if_false_or_pop),
    }
}

pub fn JumpIfNone(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if window.bits(pc.a()) == Bits::NONE {
        return dispatch(pc.skip(1).jump(pc.wide()), window, state, ticks);
    }
    consume_a(pc, pc.skip(1), window, state, ticks)
}

pub fn JumpIfNotNone(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if window.bits(pc.a()) == Bits::NONE {
        return dispatch(pc.skip(1), window, state, ticks);
    }
    consume_a(pc, pc.skip(1).jump(pc.wide()), window, state, ticks)
}

/// Takes operand a as its consume bit says, and goes on at `next`.
#[inline(always)]
fn consume_a(pc: Pc, next: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if pc.x() & TAKE_A != 0 {
        let bits = window.replace(pc.a(), Bits::EMPTY);
        return release(next, window, state, ticks, bits);
    }
    dispatch(next, window, state, ticks)
}

/// Takes operands a and b as their consume bits say, and goes on by the offset in c or without it.
#[inline(always)]
pub(super) fn go_after_two(pc: Pc, window: Window, state: &State, ticks: i32, jumps: bool) -> Exit {
    let (mut a, mut b) = (Bits::EMPTY, Bits::EMPTY);
    if pc.x() & TAKE_A != 0 {
        a = window.replace(pc.a(), Bits::EMPTY);
    }
    if pc.x() & TAKE_B != 0 {
        b = window.replace(pc.b(), Bits::EMPTY);
    }
    let offset = if jumps { i32::from(pc.c() as i16) } else { 0 };
    release_two(pc.skip(1).jump(offset), window, state, ticks, a, b)
}

pub fn JumpIfIs(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let same = window.bits(pc.a()) == window.bits(pc.b());
    go_after_two(pc, window, state, ticks, same)
}

pub fn JumpIfIsNot(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let same = window.bits(pc.a()) == window.bits(pc.b());
    go_after_two(pc, window, state, ticks, !same)
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
