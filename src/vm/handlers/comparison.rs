//! Comparisons, as values and as jumps.

use super::{Op, go_after_two, slow};
use crate::code::opcode::{TAKE_A, TAKE_B, TAKE_C};
use crate::object::{Bits, Comparison, Result, Text, Value, operations};
use crate::types::object;
use crate::vm::activation::kind;
use crate::vm::dispatch::{Exit, Flow, dispatch, later, release_all, write};
use crate::vm::place::{Pc, Window};
use crate::vm::state::State;
use crate::vm::{operators, peek};

/// Does a comparison hold for two ints, whose order is that of their words?
#[inline(always)]
fn holds(comparison: Comparison, left: Bits, right: Bits) -> bool {
    let (left, right) = (left.raw(), right.raw());
    match comparison {
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
        Comparison::Less => left < right,
        Comparison::LessEqual => left <= right,
        Comparison::Greater => left > right,
        Comparison::GreaterEqual => left >= right,
    }
}

/// A number as a float: ints of 50 bits are floats exactly.
#[inline(always)]
fn float(bits: Bits) -> Option<f64> {
    match bits.as_float() {
        Some(number) => Some(number),
        None => bits.as_int().map(|number| number as f64),
    }
}

/// Does a comparison hold for two numbers, if they are that?
#[inline(always)]
fn float_holds(comparison: Comparison, left: Bits, right: Bits) -> Option<bool> {
    let (left, right) = match left.both_floats(right) {
        Some(both) => both,
        None => (float(left)?, float(right)?),
    };
    Some(match comparison {
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
        Comparison::Less => left < right,
        Comparison::LessEqual => left <= right,
        Comparison::Greater => left > right,
        Comparison::GreaterEqual => left >= right,
    })
}

macro_rules! comparisons {
    ($($value:ident $jump:ident $jump_unless:ident;)*) => {
        $(pub fn $value(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
            let (left, right) = (window.bits(pc.b()), window.bits(pc.c()));
            if left.both_ints(right) {
                let answer = Bits::from_bool(holds(Comparison::$value, left, right));
                return write(pc, window, state, ticks, answer, 1);
            }
            floats::$value(pc, window, state, ticks)
        }

        pub fn $jump(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
            let (left, right) = (window.bits(pc.a()), window.bits(pc.b()));
            if left.both_ints(right) {
                return go(pc, window, state, ticks, holds(Comparison::$value, left, right));
            }
            floats::$jump(pc, window, state, ticks)
        }

        pub fn $jump_unless(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
            let (left, right) = (window.bits(pc.a()), window.bits(pc.b()));
            if left.both_ints(right) {
                return go(pc, window, state, ticks, !holds(Comparison::$value, left, right));
            }
            floats::$jump_unless(pc, window, state, ticks)
        })*

        /// The same for floats, and for all the rest: functions of their own, so that ints pay for no register of theirs.
        mod floats {
            use super::*;

            $(#[inline(never)]
            pub fn $value(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
                match float_holds(Comparison::$value, window.bits(pc.b()), window.bits(pc.c())) {
                    Some(answer) => write(pc, window, state, ticks, Bits::from_bool(answer), 1),
                    None => later::<1, _>(pc, window, state, ticks, slow_paths::$value),
                }
            }

            #[inline(never)]
            pub fn $jump(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
                match float_holds(Comparison::$value, window.bits(pc.a()), window.bits(pc.b())) {
                    Some(answer) => go(pc, window, state, ticks, answer),
                    None => later::<1, _>(pc, window, state, ticks, slow_paths::$jump),
                }
            }

            #[inline(never)]
            pub fn $jump_unless(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
                match float_holds(Comparison::$value, window.bits(pc.a()), window.bits(pc.b())) {
                    Some(answer) => go(pc, window, state, ticks, !answer),
                    None => later::<1, _>(pc, window, state, ticks, slow_paths::$jump_unless),
                }
            })*

            mod slow_paths {
                use super::super::*;

                $(slow! {
                    pub $value |op| { compare(op, Comparison::$value) }
                    pub $jump |op| { jump(op, Comparison::$value, true) }
                    pub $jump_unless |op| { jump(op, Comparison::$value, false) }
                })*
            }
        }
    };
}

comparisons! {
    Equal JumpIfEqual JumpUnlessEqual;
    NotEqual JumpIfNotEqual JumpUnlessNotEqual;
    Less JumpIfLess JumpUnlessLess;
    LessEqual JumpIfLessEqual JumpUnlessLessEqual;
    Greater JumpIfGreater JumpUnlessGreater;
    GreaterEqual JumpIfGreaterEqual JumpUnlessGreaterEqual;
}

/// Goes on, by the offset in c or without it.
#[inline(always)]
fn go(pc: Pc, window: Window, state: &State, ticks: i32, jumps: bool) -> Exit {
    let offset = if jumps { i32::from(pc.c() as i16) } else { 0 };
    dispatch(pc.skip(1).jump(offset), window, state, ticks)
}

/// Are two values equal that are exactly strings, if they are that?
#[inline]
fn same_text(left: &Value, right: &Value) -> Option<bool> {
    Some(peek::exact::<Text>(left)?.equals(peek::exact::<Text>(right)?))
}

/// Are two objects the same that are compared as `object` does it, if they are that?
#[inline]
fn same_object(left: &Value, right: &Value) -> Option<bool> {
    let plainly: crate::object::slots::Compare = object::compare;
    let is_plain = |value: &Value| {
        let slot = value.shape()?.class().slots.compare.get()?;
        std::ptr::fn_addr_eq(slot, plainly).then_some(())
    };
    is_plain(left)?;
    is_plain(right)?;
    Some(left.is(right))
}

/// Does a comparison hold that runs no code of the operands' classes?
fn holds_plainly(comparison: Comparison, left: &Value, right: &Value) -> Option<bool> {
    match comparison {
        Comparison::Equal => same_text(left, right).or_else(|| same_object(left, right)),
        Comparison::NotEqual => holds_plainly(Comparison::Equal, left, right).map(|same| !same),
        _ => peek::sets_hold(comparison, left, right),
    }
}

fn compare(op: Op<'_>, comparison: Comparison) -> Result<Flow> {
    if let Some(holds) = holds_plainly(comparison, op.b(), op.c()) {
        return op.finish_bc(Value::bool(holds));
    }
    if operators::begin_comparison(op, comparison, op.b(), op.c(), kind::OPERATOR) {
        return Ok(Flow::Here);
    }
    let value = operations::compare(op.gil, comparison, op.b(), op.c())?;
    op.finish_bc(value)
}

fn jump(op: Op<'_>, comparison: Comparison, wanted: bool) -> Result<Flow> {
    let holds = match holds_plainly(comparison, op.a(), op.b()) {
        Some(holds) => holds,
        None if operators::begin_comparison(op, comparison, op.a(), op.b(), kind::BRANCH) => {
            return Ok(Flow::Here);
        }
        None => operations::compares(op.gil, comparison, op.a(), op.b())?,
    };
    op.consume(TAKE_A | TAKE_B);
    Ok(if holds == wanted { Flow::Jump } else { Flow::Next })
}

/// Does the comparison in x hold for an int and the number in b, if it is an int?
#[inline(always)]
fn number_holds(pc: Pc, window: Window) -> Option<bool> {
    let left = window.bits(pc.a());
    if !left.is_int() {
        return None;
    }
    let right = Bits::small(i32::from(pc.b() as i16));
    // Each comparison is a set of the orders it holds for: less 1, equal 2, greater 4.
    const SETS: [u8; 6] = [2, 5, 1, 3, 4, 6];
    let order = 1 + u8::from(left.raw() == right.raw()) + 3 * u8::from(left.raw() > right.raw());
    Some(SETS[usize::from(pc.x() >> 3) % 6] & order != 0)
}

pub fn JumpIfCompareImm(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match number_holds(pc, window) {
        Some(holds) => go(pc, window, state, ticks, holds),
        None => jump_if_float(pc, window, state, ticks),
    }
}

pub fn JumpUnlessCompareImm(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match number_holds(pc, window) {
        Some(holds) => go(pc, window, state, ticks, !holds),
        None => jump_unless_float(pc, window, state, ticks),
    }
}

/// The same for a float.
#[inline(always)]
fn number_holds_for_float(pc: Pc, window: Window) -> Option<bool> {
    let left = window.bits(pc.a()).as_float()?;
    let right = f64::from(pc.b() as i16);
    Some(match pc.x() >> 3 {
        0 => left == right,
        1 => left != right,
        2 => left < right,
        3 => left <= right,
        4 => left > right,
        _ => left >= right,
    })
}

#[inline(never)]
fn jump_if_float(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match number_holds_for_float(pc, window) {
        Some(holds) => go(pc, window, state, ticks, holds),
        None => later::<1, _>(pc, window, state, ticks, jump_if_number),
    }
}

#[inline(never)]
fn jump_unless_float(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match number_holds_for_float(pc, window) {
        Some(holds) => go(pc, window, state, ticks, !holds),
        None => later::<1, _>(pc, window, state, ticks, jump_unless_number),
    }
}

fn compare_number(op: Op<'_>) -> Result<bool> {
    let comparison = Comparison::ALL[usize::from(op.pc.x() >> 3) % 6];
    let right = crate::types::int::from_i64(op.gil, i64::from(op.pc.b() as i16));
    let holds = operations::compares(op.gil, comparison, op.a(), &right)?;
    op.consume(TAKE_A);
    Ok(holds)
}

slow! {
    jump_if_number |op| {
        Ok(if compare_number(op)? { Flow::Jump } else { Flow::Next })
    }

    jump_unless_number |op| {
        Ok(if compare_number(op)? { Flow::Next } else { Flow::Jump })
    }
}

/// Writes a truth value to register a, takes operands b and c as their consume bits say, and goes on.
#[inline(always)]
fn answer(pc: Pc, window: Window, state: &State, ticks: i32, truth: bool) -> Exit {
    let (mut b, mut c) = (Bits::EMPTY, Bits::EMPTY);
    if pc.x() & TAKE_B != 0 {
        b = window.replace(pc.b(), Bits::EMPTY);
    }
    if pc.x() & TAKE_C != 0 {
        c = window.replace(pc.c(), Bits::EMPTY);
    }
    let old = window.replace(pc.a(), Bits::from_bool(truth));
    release_all(pc.skip(1), window, state, ticks, old, b, c)
}

pub fn Is(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let same = window.bits(pc.b()) == window.bits(pc.c());
    answer(pc, window, state, ticks, same)
}

pub fn IsNot(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let same = window.bits(pc.b()) == window.bits(pc.c());
    answer(pc, window, state, ticks, !same)
}

pub fn In(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match peek::contains(window.bits(pc.c()), window.bits(pc.b())) {
        Some(found) => answer(pc, window, state, ticks, found),
        None => later::<1, _>(pc, window, state, ticks, is_in),
    }
}

pub fn NotIn(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match peek::contains(window.bits(pc.c()), window.bits(pc.b())) {
        Some(found) => answer(pc, window, state, ticks, !found),
        None => later::<1, _>(pc, window, state, ticks, is_not_in),
    }
}

pub fn JumpIfIn(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match peek::contains(window.bits(pc.b()), window.bits(pc.a())) {
        Some(found) => go_after_two(pc, window, state, ticks, found),
        None => later::<1, _>(pc, window, state, ticks, jump_if_in),
    }
}

pub fn JumpIfNotIn(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match peek::contains(window.bits(pc.b()), window.bits(pc.a())) {
        Some(found) => go_after_two(pc, window, state, ticks, !found),
        None => later::<1, _>(pc, window, state, ticks, jump_if_not_in),
    }
}

/// Is operand a in b? Takes them as their consume bits say.
fn jumps_in(op: Op<'_>) -> Result<bool> {
    let found = operations::contains(op.gil, op.b(), op.a())?;
    op.consume(TAKE_A | TAKE_B);
    Ok(found)
}

slow! {
    is_in |op| {
        let found = operations::contains(op.gil, op.c(), op.b())?;
        op.finish_bc(Value::bool(found))
    }

    is_not_in |op| {
        let found = operations::contains(op.gil, op.c(), op.b())?;
        op.finish_bc(Value::bool(!found))
    }

    jump_if_in |op| { Ok(if jumps_in(op)? { Flow::Jump } else { Flow::Next }) }

    jump_if_not_in |op| { Ok(if jumps_in(op)? { Flow::Next } else { Flow::Jump }) }
}
