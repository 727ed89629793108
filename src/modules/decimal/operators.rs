//! The operators of Decimal, its comparisons, its hash and its truth.

use std::borrow::Cow;

use dashu_int::UBig;

use super::comparing::order;
use super::context::Context;
use super::current::current;
use super::number::{Kind, Number, Rounding, Settings, status};
use super::value::{self, Decimal, of, of_float, operand, this};
use super::{arithmetic, power, text};
use crate::gil::Gil;
use crate::modules::{convert, import};
use crate::object::raised::type_error;
use crate::object::slots::{Binary, OPERATORS};
use crate::object::{Comparison, Operator, Ref, Result, SlotTable, Value, operations};
use crate::types::{complex, float, object};

/// An operation on two numbers.
pub type Operation = fn(&Number, &Number, &Settings, &mut u32) -> Number;

/// An operation on a number.
pub type UnaryOperation = fn(&Number, &Settings, &mut u32) -> Number;

/// Does an operation in the current context.
#[inline(always)]
fn binary(
    gil: Gil<'_>,
    left: &Value,
    right: &Value,
    operation: impl Fn(&Number, &Number, &Settings, &mut u32) -> Number,
) -> Result<Value> {
    let mut status = 0;
    let (context, number) = match (left.downcast::<Decimal>(), right.downcast::<Decimal>()) {
        (Some(left), Some(right)) => {
            let context = current(gil)?;
            let number = operation(&left.number, &right.number, &context.settings.get(), &mut status);
            (context, number)
        }
        _ => {
            let (Some(left), Some(right)) = (operand(left), operand(right)) else {
                return Ok(Value::NOT_IMPLEMENTED);
            };
            let context = current(gil)?;
            let number = operation(&left, &right, &context.settings.get(), &mut status);
            (context, number)
        }
    };
    context.note(gil, status)?;
    Ok(of(gil, number))
}

fn div_mod(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let (Some(left), Some(right)) = (operand(left), operand(right)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let context = current(gil)?;
    let mut status = 0;
    let (quotient, rest) = arithmetic::divide_with_rest(&left, &right, &context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(convert::tuple(gil, vec![of(gil, quotient), of(gil, rest)]))
}

/// `pow(base, exponent, modulus)`.
fn power_modulo(gil: Gil<'_>, base: &Value, exponent: &Value, modulus: &Value) -> Result<Value> {
    if modulus.is_none() {
        return binary(gil, base, exponent, power::power);
    }
    let (Some(base), Some(exponent), Some(modulus)) = (operand(base), operand(exponent), operand(modulus))
    else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let context = current(gil)?;
    let mut status = 0;
    let number = power::power_modulo((&base, &exponent, &modulus), &context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(of(gil, number))
}

fn unary(gil: Gil<'_>, value: &Value, operation: UnaryOperation) -> Result<Value> {
    let (number, context, mut status) = (this(gil, value)?, current(gil)?, 0);
    let result = operation(number, &context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(of(gil, result))
}

// Comparing.

/// What a Decimal is compared with, as a number, and the Decimal itself as it is to be compared with that.
type Pair<'a> = (Cow<'a, Number>, Cow<'a, Number>);

fn comparable<'a>(
    gil: Gil<'_>,
    left: &'a Number,
    right: &'a Value,
    equality: bool,
    context: &Context,
) -> Result<Option<Pair<'a>>> {
    if let Some(right) = operand(right) {
        return Ok(Some((Cow::Borrowed(left), right)));
    }
    let real = match complex::parts(right) {
        Some((real, imaginary)) if equality && imaginary == 0.0 && float::number(right).is_none() => {
            Some(real)
        }
        _ => float::number(right),
    };
    if let Some(real) = real {
        match equality {
            true => context.signals.status.set(context.signals.status.get() | status::FLOAT_OPERATION),
            false => context.note(gil, status::FLOAT_OPERATION)?,
        }
        return Ok(Some((Cow::Borrowed(left), Cow::Owned(of_float(real)))));
    }
    if !is_rational(gil, right)? {
        return Ok(None);
    }
    // A fraction's denominator goes to the other side.
    let part = |name: &str| operations::get_attribute(gil, right, &crate::object::intern(gil, name));
    let (numerator, denominator) = (part("numerator")?, part("denominator")?);
    let (numerator, denominator) = (value::required(gil, &numerator)?, value::required(gil, &denominator)?);
    let left = match left.is_finite() {
        true => Cow::Owned(arithmetic::multiply(left, &denominator, &Settings::WIDEST, &mut 0)),
        false => Cow::Borrowed(left),
    };
    Ok(Some((left, Cow::Owned(numerator.into_owned()))))
}

fn is_rational(gil: Gil<'_>, value: &Value) -> Result<bool> {
    let numbers = import::module(gil, "numbers")?;
    let rational = operations::get_attribute(gil, &numbers, &crate::object::intern(gil, "Rational"))?;
    crate::modules::builtins::is_instance(gil, value, &rational)
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let (number, context) = (this(gil, left)?, current(gil)?);
    let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    let Some((first, second)) = comparable(gil, number, right, equality, &context)? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if first.is_nan() || second.is_nan() {
        let signals = first.kind == Kind::Signaling || second.kind == Kind::Signaling;
        if signals || !equality {
            context.note(gil, status::INVALID_OPERATION)?;
        }
        return Ok(Value::bool(comparison == Comparison::NotEqual));
    }
    Ok(Value::bool(comparison.holds(order(&first, &second))))
}

/// The hash: that of the same number of another type.
fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    const PRIME: u128 = (1 << 61) - 1;
    const INFINITE: i64 = 314_159;
    let number = this(gil, value)?;
    match number.kind {
        Kind::Signaling => return Err(type_error(gil, "Cannot hash a signaling NaN value")),
        Kind::Quiet => return Ok(object::identity_hash_of(value)),
        Kind::Infinite => return Ok(if number.negative { -INFINITE } else { INFINITE }),
        Kind::Finite => {}
    }
    let rest = match number.digits.small() {
        Some(small) => small % PRIME,
        None => u128::try_from(number.digits.to_big() % UBig::from(PRIME)).unwrap_or(0),
    };
    // A tenth is the inverse of ten; powers of ten come again after PRIME - 1.
    let places = i128::from(number.exponent).rem_euclid(PRIME as i128 - 1);
    let mut hash = rest;
    let (mut power, mut left) = (10, places);
    while left > 0 {
        if left & 1 == 1 {
            hash = hash * power % PRIME;
        }
        power = power * power % PRIME;
        left >>= 1;
    }
    let hash = if number.negative { -(hash as i64) } else { hash as i64 };
    Ok(if hash == -1 { -2 } else { hash })
}

fn str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let shown = text::show(this(gil, value)?, false, capitals(gil)?);
    Ok(Ref::text(gil, &shown).into_value())
}

fn capitals(gil: Gil<'_>) -> Result<bool> {
    Ok(current(gil)?.capitals.get())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let shown = text::show(this(gil, value)?, false, capitals(gil)?);
    Ok(Ref::text(gil, &format!("Decimal('{shown}')")).into_value())
}

const BINARY: [Option<Binary>; OPERATORS] = {
    let mut slots: [Option<Binary>; OPERATORS] = SlotTable::EMPTY.binary;
    slots[Operator::Add as usize] = Some(|gil, left, right| binary(gil, left, right, arithmetic::add));
    slots[Operator::Subtract as usize] =
        Some(|gil, left, right| binary(gil, left, right, arithmetic::subtract));
    slots[Operator::Multiply as usize] =
        Some(|gil, left, right| binary(gil, left, right, arithmetic::multiply));
    slots[Operator::TrueDivide as usize] =
        Some(|gil, left, right| binary(gil, left, right, arithmetic::divide));
    slots[Operator::FloorDivide as usize] =
        Some(|gil, left, right| binary(gil, left, right, arithmetic::divide_whole));
    slots[Operator::Modulo as usize] =
        Some(|gil, left, right| binary(gil, left, right, arithmetic::remainder));
    slots[Operator::Power as usize] = Some(|gil, left, right| binary(gil, left, right, power::power));
    slots[Operator::DivMod as usize] = Some(div_mod);
    slots
};

/// The slots.
pub const SLOTS: SlotTable = SlotTable {
    new: Some(value::new),
    repr: Some(repr),
    str: Some(str),
    compare: Some(compare),
    hash: Some(hash),
    truth: Some(|gil, value| Ok(!this(gil, value)?.is_zero())),
    negative: Some(|gil, value| unary(gil, value, arithmetic::minus)),
    positive: Some(|gil, value| unary(gil, value, arithmetic::plus)),
    absolute: Some(|gil, value| unary(gil, value, arithmetic::absolute)),
    int: Some(|gil, value| value::to_int(gil, this(gil, value)?, Rounding::Down)),
    float: Some(|gil, value| Ok(Value::float(value::to_float(gil, this(gil, value)?)?))),
    power: Some(power_modulo),
    binary: BINARY,
    ..SlotTable::EMPTY
};
