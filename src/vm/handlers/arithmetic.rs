//! Arithmetic.
//!
//! A handler does it for small ints, then for floats; the rest is the operands' affair.

use super::{Op, bodies, slow};
use crate::code::Opcode;
use crate::code::opcode::TAKE_B;
use crate::object::{Bits, Operator, Result, Value, operations};
use crate::types::int;
use crate::types::slots::names::Name;
use crate::vm::dispatch::{Exit, Flow, later, write};
use crate::vm::operators;
use crate::vm::place::{Pc, Window};
use crate::vm::state::State;

macro_rules! numbers {
    ($($name:ident $ints:ident $floats:ident $mixed:ident;)*) => {
        $(pub fn $name(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
            let (left, right) = (window.bits(pc.b()), window.bits(pc.c()));
            match $ints(left, right).or_else(|| $floats(left, right)) {
                Some(result) => write(pc, window, state, ticks, result, 1),
                None => mixed::$name(pc, window, state, ticks),
            }
        })*

        /// The same for an int and a float, and for all the rest.
        mod mixed {
            use super::*;

            $(#[inline(never)]
            pub fn $name(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
                match $mixed(window.bits(pc.b()), window.bits(pc.c())) {
                    Some(result) => write(pc, window, state, ticks, result, 1),
                    None => later::<1, _>(pc, window, state, ticks, slow_paths::$name),
                }
            })*
        }

        mod slow_paths {
            use super::*;

            slow! { $(pub $name |op| { binary(op, Operator::$name) })* }
        }
    };
}

numbers! {
    Add add add_floats add_mixed;
    Subtract subtract subtract_floats subtract_mixed;
    Multiply multiply multiply_floats multiply_mixed;
    FloorDivide floor_divide no_floats no_floats;
    Modulo modulo no_floats no_floats;
    BitAnd bit_and no_floats no_floats;
    BitOr bit_or no_floats no_floats;
    BitXor bit_xor no_floats no_floats;
    ShiftLeft shift_left no_floats no_floats;
    ShiftRight shift_right no_floats no_floats;
}

macro_rules! in_place {
    ($($name:ident $ints:ident $floats:ident;)*) => {
        // Numbers have nothing to change in place.
        $(pub fn $name(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
            let (left, right) = (window.bits(pc.b()), window.bits(pc.c()));
            match $ints(left, right).or_else(|| $floats(left, right)) {
                Some(result) => write(pc, window, state, ticks, result, 1),
                None => Inplace(pc, window, state, ticks),
            }
        })*
    };
}

in_place! {
    InplaceAdd add add_floats;
    InplaceSubtract subtract subtract_floats;
    InplaceMultiply multiply multiply_floats;
    InplaceTrueDivide no_ints divide_floats;
}

pub fn Inplace(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<1, _>(pc, window, state, ticks, inplace)
}

macro_rules! with_number {
    ($($name:ident $ints:ident $floats:ident $slow:ident;)*) => {
        $(pub fn $name(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
            let (left, right) = (window.bits(pc.b()), i32::from(pc.c() as i16));
            match $ints(left, Bits::small(right)).or_else(|| $floats(left, Bits::of_float(right.into()))) {
                Some(result) => write(pc, window, state, ticks, result, 1),
                None => later::<1, _>(pc, window, state, ticks, $slow),
            }
        })*
    };
}

with_number! {
    MultiplyImm multiply multiply_floats multiply_number;
    FloorDivideImm floor_divide no_floats floor_divide_number;
    ModuloImm modulo no_floats modulo_number;
    BitAndImm bit_and no_floats bit_and_number;
    ShiftLeftImm shift_left no_floats shift_left_number;
    ShiftRightImm shift_right no_floats shift_right_number;
}

#[inline(always)]
fn add(left: Bits, right: Bits) -> Option<Bits> {
    left.checked_add(right)
}

#[inline(always)]
fn subtract(left: Bits, right: Bits) -> Option<Bits> {
    left.checked_subtract(right)
}

#[inline(always)]
fn multiply(left: Bits, right: Bits) -> Option<Bits> {
    Bits::from_int(left.as_int()?.checked_mul(right.as_int()?)?)
}

#[inline(always)]
fn floor_divide(left: Bits, right: Bits) -> Option<Bits> {
    let (left, right) = (left.as_int()?, right.as_int()?);
    if right <= 0 {
        return None;
    }
    // Most numbers have 32 bits, for which processors divide faster.
    if let (Ok(left), Ok(right)) = (u32::try_from(left), u32::try_from(right)) {
        return Bits::from_int(i64::from(left / right));
    }
    Bits::from_int(left.div_euclid(right))
}

#[inline(always)]
fn modulo(left: Bits, right: Bits) -> Option<Bits> {
    let (left, right) = (left.as_int()?, right.as_int()?);
    if right <= 0 {
        return None;
    }
    if let (Ok(left), Ok(right)) = (u32::try_from(left), u32::try_from(right)) {
        return Bits::from_int(i64::from(left % right));
    }
    Bits::from_int(left.rem_euclid(right))
}

#[inline(always)]
fn bit_and(left: Bits, right: Bits) -> Option<Bits> {
    Bits::from_int(left.as_int()? & right.as_int()?)
}

#[inline(always)]
fn bit_or(left: Bits, right: Bits) -> Option<Bits> {
    Bits::from_int(left.as_int()? | right.as_int()?)
}

#[inline(always)]
fn bit_xor(left: Bits, right: Bits) -> Option<Bits> {
    Bits::from_int(left.as_int()? ^ right.as_int()?)
}

#[inline(always)]
fn shift_left(left: Bits, right: Bits) -> Option<Bits> {
    let (left, right) = (left.as_int()?, right.as_int()?);
    if !(0..13).contains(&right) {
        return None;
    }
    Bits::from_int(left << right)
}

#[inline(always)]
fn shift_right(left: Bits, right: Bits) -> Option<Bits> {
    let (left, right) = (left.as_int()?, right.as_int()?);
    if right < 0 {
        return None;
    }
    Bits::from_int(left >> right.min(63))
}

/// A number as a float, where the other operand of the operation is one.
#[inline(always)]
fn float(bits: Bits) -> Option<f64> {
    match bits.as_float() {
        Some(number) => Some(number),
        None => bits.as_int().map(|number| number as f64),
    }
}

#[inline(always)]
fn add_floats(left: Bits, right: Bits) -> Option<Bits> {
    left.both_floats(right).map(|(left, right)| Bits::of_float(left + right))
}

#[inline(always)]
fn subtract_floats(left: Bits, right: Bits) -> Option<Bits> {
    left.both_floats(right).map(|(left, right)| Bits::of_float(left - right))
}

#[inline(always)]
fn multiply_floats(left: Bits, right: Bits) -> Option<Bits> {
    left.both_floats(right).map(|(left, right)| Bits::of_float(left * right))
}

#[inline(always)]
fn add_mixed(left: Bits, right: Bits) -> Option<Bits> {
    Some(Bits::of_float(float(left)? + float(right)?)).filter(|_| !left.both_ints(right))
}

#[inline(always)]
fn subtract_mixed(left: Bits, right: Bits) -> Option<Bits> {
    Some(Bits::of_float(float(left)? - float(right)?)).filter(|_| !left.both_ints(right))
}

#[inline(always)]
fn multiply_mixed(left: Bits, right: Bits) -> Option<Bits> {
    Some(Bits::of_float(float(left)? * float(right)?)).filter(|_| !left.both_ints(right))
}

#[inline(always)]
fn no_floats(_left: Bits, _right: Bits) -> Option<Bits> {
    None
}

#[inline(always)]
fn no_ints(_left: Bits, _right: Bits) -> Option<Bits> {
    None
}

#[inline(always)]
fn divide_floats(left: Bits, right: Bits) -> Option<Bits> {
    let (left, right) = left.both_floats(right).filter(|(_, right)| *right != 0.0)?;
    Some(Bits::of_float(left / right))
}

/// A quotient of ints and floats; ints of 50 bits are floats exactly, so it is rounded once.
#[inline(always)]
fn divide(left: Bits, right: Bits) -> Option<Bits> {
    let (left, right) = (float(left)?, float(right).filter(|right| *right != 0.0)?);
    Some(Bits::of_float(left / right))
}

pub fn TrueDivide(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match divide_floats(window.bits(pc.b()), window.bits(pc.c())) {
        Some(quotient) => write(pc, window, state, ticks, quotient, 1),
        None => divide_mixed(pc, window, state, ticks),
    }
}

/// The same for ints, and for all the rest.
#[inline(never)]
fn divide_mixed(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match divide(window.bits(pc.b()), window.bits(pc.c())) {
        Some(quotient) => write(pc, window, state, ticks, quotient, 1),
        None => later::<1, _>(pc, window, state, ticks, true_divide),
    }
}

pub fn AddImm(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match window.bits(pc.b()).checked_add(Bits::small(i32::from(pc.c() as i16))) {
        Some(sum) => write(pc, window, state, ticks, sum, 1),
        None => later::<1, _>(pc, window, state, ticks, add_number),
    }
}

pub fn Negate(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let bits = window.bits(pc.b());
    let result = match bits.as_float() {
        Some(number) => Some(Bits::of_float(-number)),
        None => Bits::small(0).checked_subtract(bits),
    };
    match result {
        Some(result) => write(pc, window, state, ticks, result, 1),
        None => later::<1, _>(pc, window, state, ticks, negate),
    }
}

pub fn Not(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match window.bits(pc.b()) {
        Bits::TRUE => write(pc, window, state, ticks, Bits::FALSE, 1),
        Bits::FALSE | Bits::NONE => write(pc, window, state, ticks, Bits::TRUE, 1),
        _ => later::<1, _>(pc, window, state, ticks, not),
    }
}

fn binary(op: Op<'_>, operator: Operator) -> Result<Flow> {
    if operators::begin_binary(op, operator, op.b(), op.c(), false) {
        return Ok(Flow::Here);
    }
    let value = operations::binary(op.gil, operator, op.b(), op.c())?;
    op.finish_bc(value)
}

/// As [`binary`] where the right operand is the number in c.
fn binary_with_number(op: Op<'_>, operator: Operator) -> Result<Flow> {
    let right = int::from_i64(op.gil, i64::from(op.pc.c() as i16));
    if operators::begin_binary(op, operator, op.b(), &right, false) {
        return Ok(Flow::Here);
    }
    let value = operations::binary(op.gil, operator, op.b(), &right)?;
    op.finish(TAKE_B, value)
}

fn unary(
    op: Op<'_>,
    slot: fn(&crate::object::slots::Slots) -> Option<crate::object::slots::Unary>,
    what: &str,
) -> Result<Flow> {
    let slot = slot(&op.b().class(op.gil).slots);
    let value = operations::unary(op.gil, op.b(), slot, what)?;
    op.finish_b(value)
}

slow! {
    negate |op| {
        if operators::begin_unary(op, Name::Neg) {
            return Ok(Flow::Here);
        }
        unary(op, |slots| slots.negative.get(), "unary -")
    }

    not |op| {
        let truth = operations::truth(op.gil, op.b())?;
        op.finish_b(Value::bool(!truth))
    }

    true_divide |op| { binary(op, Operator::TrueDivide) }

    // `b + number`, or `b - number` where the row's bit says so.
    add_number |op| {
        let (x, by) = (op.pc.x(), i64::from(op.pc.c() as i16));
        let (operator, by) = if x & 8 != 0 { (Operator::Subtract, -by) } else { (Operator::Add, by) };
        let right = int::from_i64(op.gil, by);
        if operators::begin_binary(op, operator, op.b(), &right, x & 16 != 0) {
            return Ok(Flow::Here);
        }
        let value = match x & 16 != 0 {
            true => operations::inplace(op.gil, operator, op.b(), &right)?,
            false => operations::binary(op.gil, operator, op.b(), &right)?,
        };
        op.finish(TAKE_B, value)
    }

    multiply_number |op| { binary_with_number(op, Operator::Multiply) }

    floor_divide_number |op| { binary_with_number(op, Operator::FloorDivide) }

    modulo_number |op| { binary_with_number(op, Operator::Modulo) }

    bit_and_number |op| { binary_with_number(op, Operator::BitAnd) }

    shift_left_number |op| { binary_with_number(op, Operator::ShiftLeft) }

    shift_right_number |op| { binary_with_number(op, Operator::ShiftRight) }

    inplace |op| {
        let operator = Operator::ALL[usize::from(op.pc.x() >> 3) % Operator::ALL.len()];
        let (left, right) = (window_bits(op, op.pc.b()), window_bits(op, op.pc.c()));
        let quick = match operator {
            Operator::Add => {
                op.pc.specialise(Opcode::InplaceAdd);
                add(left, right).or_else(|| add_floats(left, right)).or_else(|| add_mixed(left, right))
            }
            Operator::Subtract => {
                op.pc.specialise(Opcode::InplaceSubtract);
                let floats = || subtract_floats(left, right).or_else(|| subtract_mixed(left, right));
                subtract(left, right).or_else(floats)
            }
            Operator::Multiply => {
                op.pc.specialise(Opcode::InplaceMultiply);
                let floats = || multiply_floats(left, right).or_else(|| multiply_mixed(left, right));
                multiply(left, right).or_else(floats)
            }
            Operator::TrueDivide => {
                op.pc.specialise(Opcode::InplaceTrueDivide);
                divide(left, right)
            }
            Operator::FloorDivide => floor_divide(left, right),
            Operator::Modulo => modulo(left, right),
            Operator::BitAnd => bit_and(left, right),
            Operator::BitOr => bit_or(left, right),
            Operator::BitXor => bit_xor(left, right),
            _ => None,
        };
        let value = match quick {
            Some(quick) => crate::vm::place::own(quick).unwrap_or(Value::NONE),
            None if operators::begin_binary(op, operator, op.b(), op.c(), true) => return Ok(Flow::Here),
            None => operations::inplace(op.gil, operator, op.b(), op.c())?,
        };
        op.finish_bc(value)
    }
}

fn window_bits(op: Op<'_>, register: u16) -> Bits {
    op.window.bits(register)
}

bodies! {
    Power |op| { binary(op, Operator::Power) }

    MatrixMultiply |op| { binary(op, Operator::MatrixMultiply) }

    Positive |op| { unary(op, |slots| slots.positive.get(), "unary +") }

    Invert |op| { unary(op, |slots| slots.invert.get(), "unary ~") }
}
