//! Sums, products, quotients and remainders.

use super::coefficient::Coefficient;
use super::number::{Kind, Number, Rounding, Settings, is_too_much, status};
use super::wide::{self, POWERS};

/// The sum.
#[inline]
pub fn add(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    add_signed(left, right, right.negative, settings, status)
}

/// The difference.
#[inline]
pub fn subtract(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    add_signed(left, right, !right.negative, settings, status)
}

#[inline]
fn add_signed(
    left: &Number,
    right: &Number,
    negative: bool,
    settings: &Settings,
    status: &mut u32,
) -> Number {
    if left.kind != Kind::Finite || right.kind != Kind::Finite {
        return add_special(left, right, negative, settings, status);
    }
    if let Some(sum) = add_small(left, right, negative) {
        return sum.finish(settings, status);
    }
    add_large(left, right, negative, settings, status)
}

/// The sum where it takes no more than 128 bits and is not zero.
#[inline]
fn add_small(left: &Number, right: &Number, negative: bool) -> Option<Number> {
    let (mut first, mut second) = (left.digits.small()?, right.digits.small()?);
    if first == 0 || second == 0 {
        return None;
    }
    let apart = left.exponent - right.exponent;
    let power = *POWERS.get(apart.unsigned_abs() as usize)?;
    let longer = if apart > 0 { &mut first } else { &mut second };
    if longer.leading_zeros() + power.leading_zeros() < 129 {
        return None;
    }
    *longer *= power;
    let exponent = left.exponent.min(right.exponent);
    if left.negative == negative {
        return Some(Number::new(negative, first.checked_add(second)?, exponent));
    }
    match first.cmp(&second) {
        std::cmp::Ordering::Greater => Some(Number::new(left.negative, first - second, exponent)),
        std::cmp::Ordering::Less => Some(Number::new(negative, second - first, exponent)),
        std::cmp::Ordering::Equal => None,
    }
}

fn add_special(
    left: &Number,
    right: &Number,
    negative: bool,
    settings: &Settings,
    status: &mut u32,
) -> Number {
    if let Some(nan) = left.nan_of(Some(right), settings, status) {
        return nan;
    }
    match (left.is_infinite(), right.is_infinite()) {
        (true, true) if left.negative != negative => Number::invalid(status::INVALID_OPERATION, status),
        (true, _) => left.clone(),
        _ => Number::infinity(negative),
    }
}

fn add_large(left: &Number, right: &Number, negative: bool, settings: &Settings, status: &mut u32) -> Number {
    if left.digits.is_zero() || right.digits.is_zero() {
        return add_zero(left, right, negative, settings, status);
    }
    let (mut first, mut second) = (left.clone(), right.with_sign(negative));
    let apart = (first.exponent - second.exponent).abs();
    let longest = first.digits.digits_at_most().max(second.digits.digits_at_most());
    if apart > 2 * settings.precision + 4 + longest {
        match first.adjusted() < second.adjusted() {
            true => first = brought_near(&second, first, settings),
            false => second = brought_near(&first, second, settings),
        }
    }
    let apart = first.exponent - second.exponent;
    if is_too_much(apart.abs(), status) {
        return Number::nan();
    }
    let exponent = first.exponent.min(second.exponent);
    let longer = if apart > 0 { &mut first } else { &mut second };
    longer.digits = longer.digits.shifted(apart.unsigned_abs() as usize);
    if first.negative == second.negative {
        return Number::new(negative, first.digits.plus(&second.digits), exponent).finish(settings, status);
    }
    let sum = match first.digits.cmp(&second.digits) {
        std::cmp::Ordering::Greater => {
            Number::new(first.negative, first.digits.minus(&second.digits), exponent)
        }
        std::cmp::Ordering::Less => {
            Number::new(second.negative, second.digits.minus(&first.digits), exponent)
        }
        std::cmp::Ordering::Equal => Number::new(settings.rounding == Rounding::Floor, 0, exponent),
    };
    sum.finish(settings, status)
}

/// A number so much smaller than the other that only its presence matters, as a small one that is nearer.
fn brought_near(larger: &Number, smaller: Number, settings: &Settings) -> Number {
    let least = (larger.exponent + larger.digits.digits() - settings.precision - 3).min(larger.exponent - 1);
    match smaller.exponent + smaller.digits.digits() <= least {
        true => Number::new(smaller.negative, 1, least),
        false => smaller,
    }
}

fn add_zero(left: &Number, right: &Number, negative: bool, settings: &Settings, status: &mut u32) -> Number {
    let exponent = left.exponent.min(right.exponent);
    let (mut sum, sign) = match (left.digits.is_zero(), right.digits.is_zero()) {
        (true, true) => {
            let differ = left.negative != negative;
            let sign = if differ { settings.rounding == Rounding::Floor } else { negative };
            return Number::new(sign, 0, exponent).finish(settings, status);
        }
        (true, false) => (right.clone(), negative),
        _ => (left.clone(), left.negative),
    };
    sum.negative = sign;
    // The zero asks for its exponent, as far as the precision goes.
    let least = exponent.max(sum.exponent - settings.precision - 1);
    if least < sum.exponent && !is_too_much(sum.exponent - least, status) {
        sum.digits = sum.digits.shifted((sum.exponent - least) as usize);
        sum.exponent = least;
    }
    sum.finish(settings, status)
}

/// The product.
#[inline]
pub fn multiply(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    let negative = left.negative != right.negative;
    if left.kind != Kind::Finite || right.kind != Kind::Finite {
        if let Some(nan) = left.nan_of(Some(right), settings, status) {
            return nan;
        }
        if left.is_zero() || right.is_zero() {
            return Number::invalid(status::INVALID_OPERATION, status);
        }
        return Number::infinity(negative);
    }
    let exponent = left.exponent + right.exponent;
    if let (Some(first), Some(second)) = (left.digits.small(), right.digits.small())
        && first.leading_zeros() + second.leading_zeros() < 128
    {
        return multiply_wide(first, second, negative, exponent, settings, status);
    }
    Number::new(negative, left.digits.times(&right.digits), exponent).finish(settings, status)
}

/// A product of more than 128 bits: what is too much for the precision is cut off in registers, and what then is known
/// is the digits that are kept and whether there was more.
fn multiply_wide(
    first: u128,
    second: u128,
    negative: bool,
    exponent: i64,
    settings: &Settings,
    status: &mut u32,
) -> Number {
    let (high, low) = wide::multiply(first, second);
    // So many digits can go at once; two stay to be rounded.
    let digits = wide::count_digits(first) + wide::count_digits(second);
    let spare = i64::from(digits) - settings.precision - 3;
    if let Some(&power) = usize::try_from(spare).ok().and_then(|spare| POWERS.get(spare))
        && high < power
    {
        let (kept, rest) = wide::divide(high, low, power);
        // An odd digit more says that something was cut off; it may not look like a half.
        let sticky = u128::from(rest != 0 && kept.is_multiple_of(5));
        let cut = Number::new(negative, kept + sticky, exponent + spare);
        if rest != 0 {
            *status |= status::INEXACT | status::ROUNDED;
        }
        return cut.finish(settings, status);
    }
    let product = Coefficient::from(first).times(&Coefficient::from(second));
    Number::new(negative, product, exponent).finish(settings, status)
}

/// The quotient.
pub fn divide(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    let negative = left.negative != right.negative;
    if left.kind != Kind::Finite || right.kind != Kind::Finite {
        if let Some(nan) = left.nan_of(Some(right), settings, status) {
            return nan;
        }
        if left.is_infinite() {
            return match right.is_infinite() {
                true => Number::invalid(status::INVALID_OPERATION, status),
                false => Number::infinity(negative),
            };
        }
        *status |= status::CLAMPED;
        return Number::new(negative, 0, settings.tiny());
    }
    if right.digits.is_zero() {
        return divide_by_zero(left, negative, status);
    }
    let ideal = left.exponent - right.exponent;
    if left.digits.is_zero() {
        return Number::new(negative, 0, ideal).finish(settings, status);
    }
    let (mut quotient, mut exponent, exact) = match quotient(left, right, settings.precision) {
        Some(found) => found,
        None => {
            // An exact quotient has far fewer digits than a huge precision; another one has no room.
            let enough = 4 * (left.digits.digits() + right.digits.digits()) + 4;
            match quotient(left, right, enough) {
                Some(found) if found.2 => found,
                _ => return Number::invalid(status::NO_MEMORY, status),
            }
        }
    };
    if !exact {
        // What is lost lies between two digits, and must not look like a half.
        if quotient.ends_in_five_or_zero() {
            quotient = quotient.plus(&Coefficient::ONE);
        }
    } else if exponent < ideal {
        let (short, zeros) = quotient.without_zeros(ideal - exponent);
        (quotient, exponent) = (short, exponent + zeros);
    }
    Number::new(negative, quotient, exponent).finish(settings, status)
}

/// A digit or two more of the quotient than the precision wants, their exponent, and whether that is all. None if they
/// are more than memory holds.
#[inline]
fn quotient(left: &Number, right: &Number, precision: i64) -> Option<(Coefficient, i64, bool)> {
    let shift = right.digits.digits() - left.digits.digits() + precision + 1;
    let exponent = left.exponent - right.exponent - shift;
    if let (Some(first), Some(second)) = (left.digits.small(), right.digits.small())
        && let Some(&power) = usize::try_from(shift).ok().and_then(|shift| POWERS.get(shift))
    {
        let (high, low) = wide::multiply(first, power);
        if high < second {
            let (quotient, rest) = wide::divide(high, low, second);
            return Some((quotient.into(), exponent, rest == 0));
        }
    }
    if is_too_much(shift, &mut 0) {
        return None;
    }
    let places = shift.unsigned_abs() as usize;
    let (quotient, rest) = match shift >= 0 {
        true => left.digits.shifted(places).divided(&right.digits),
        false => left.digits.divided(&right.digits.shifted(places)),
    };
    Some((quotient, exponent, rest.is_zero()))
}

#[cold]
fn divide_by_zero(left: &Number, negative: bool, status: &mut u32) -> Number {
    if left.is_zero() {
        return Number::invalid(status::DIVISION_UNDEFINED, status);
    }
    *status |= status::DIVISION_BY_ZERO;
    Number::infinity(negative)
}

/// Whole quotient and remainder of finite numbers, the divisor not zero; None if the quotient has too many digits.
fn whole_quotient(left: &Number, right: &Number, settings: &Settings) -> Option<(Number, Number)> {
    let negative = left.negative != right.negative;
    let exponent = left.exponent.min(right.exponent);
    if left.digits.is_zero() {
        return Some((Number::new(negative, 0, 0), Number::new(left.negative, 0, exponent)));
    }
    let apart = left.adjusted() - right.adjusted();
    if apart > settings.precision + 1 || is_too_much(apart, &mut 0) {
        return None;
    }
    if apart < -1 {
        // The remainder is the number itself, with the exponent of the other one where that is less.
        let rest = left.digits.shifted((left.exponent - exponent).min(settings.precision + 2) as usize);
        let exponent = exponent.max(left.exponent - settings.precision - 2);
        return Some((Number::new(negative, 0, 0), Number::new(left.negative, rest, exponent)));
    }
    let first = left.digits.shifted((left.exponent - exponent) as usize);
    let second = right.digits.shifted((right.exponent - exponent) as usize);
    let (quotient, rest) = first.divided(&second);
    if settings.too_long(&quotient) {
        return None;
    }
    Some((Number::new(negative, quotient, 0), Number::new(left.negative, rest, exponent)))
}

/// The whole quotient and the remainder.
pub fn divide_with_rest(
    left: &Number,
    right: &Number,
    settings: &Settings,
    status: &mut u32,
) -> (Number, Number) {
    let negative = left.negative != right.negative;
    if let Some(nan) = left.nan_of(Some(right), settings, status) {
        return (nan.clone(), nan);
    }
    if left.is_infinite() {
        let rest = Number::invalid(status::INVALID_OPERATION, status);
        let quotient = if right.is_infinite() { rest.clone() } else { Number::infinity(negative) };
        return (quotient, rest);
    }
    if right.is_infinite() {
        return (Number::new(negative, 0, 0), left.clone().finish(settings, status));
    }
    if right.is_zero() {
        if left.is_zero() {
            let nan = Number::invalid(status::DIVISION_UNDEFINED, status);
            return (nan.clone(), nan);
        }
        *status |= status::DIVISION_BY_ZERO | status::INVALID_OPERATION;
        return (Number::infinity(negative), Number::nan());
    }
    match whole_quotient(left, right, settings) {
        Some((quotient, rest)) => (quotient, rest.finish(settings, status)),
        None => {
            let nan = Number::invalid(status::DIVISION_IMPOSSIBLE, status);
            (nan.clone(), nan)
        }
    }
}

/// The whole quotient.
pub fn divide_whole(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    let negative = left.negative != right.negative;
    if let Some(nan) = left.nan_of(Some(right), settings, status) {
        return nan;
    }
    if left.is_infinite() {
        return match right.is_infinite() {
            true => Number::invalid(status::INVALID_OPERATION, status),
            false => Number::infinity(negative),
        };
    }
    if right.is_infinite() {
        return Number::new(negative, 0, 0);
    }
    if right.is_zero() {
        return divide_by_zero(left, negative, status);
    }
    match whole_quotient(left, right, settings) {
        Some((quotient, _)) => quotient.finish(settings, status),
        None => Number::invalid(status::DIVISION_IMPOSSIBLE, status),
    }
}

/// The remainder.
pub fn remainder(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = left.nan_of(Some(right), settings, status) {
        return nan;
    }
    if left.is_infinite() {
        return Number::invalid(status::INVALID_OPERATION, status);
    }
    if right.is_infinite() {
        return left.clone().finish(settings, status);
    }
    if right.is_zero() {
        let why = if left.is_zero() { status::DIVISION_UNDEFINED } else { status::INVALID_OPERATION };
        return Number::invalid(why, status);
    }
    match whole_quotient(left, right, settings) {
        Some((_, rest)) => rest.finish(settings, status),
        None => Number::invalid(status::DIVISION_IMPOSSIBLE, status),
    }
}

/// What is left of the nearest whole multiple of the other one.
pub fn remainder_near(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = left.nan_of(Some(right), settings, status) {
        return nan;
    }
    if left.is_infinite() || right.is_zero() {
        let undefined = left.is_zero();
        let why = if undefined { status::DIVISION_UNDEFINED } else { status::INVALID_OPERATION };
        return Number::invalid(why, status);
    }
    if right.is_infinite() {
        return left.clone().finish(settings, status);
    }
    let Some((quotient, mut rest)) = whole_quotient(left, right, settings) else {
        return Number::invalid(status::DIVISION_IMPOSSIBLE, status);
    };
    if rest.is_zero() || left.adjusted() < right.adjusted() - 1 {
        return rest.finish(settings, status);
    }
    let divisor = right.digits.shifted((right.exponent - rest.exponent) as usize);
    let twice = rest.digits.plus(&rest.digits);
    if twice > divisor || twice == divisor && quotient.digits.is_odd() {
        rest = Number::new(!rest.negative, divisor.minus(&rest.digits), rest.exponent);
        if settings.too_long(&quotient.digits.plus(&Coefficient::ONE)) {
            return Number::invalid(status::DIVISION_IMPOSSIBLE, status);
        }
    }
    rest.finish(settings, status)
}

/// `first * second + third`, rounded once.
pub fn multiply_and_add(
    first: &Number,
    second: &Number,
    third: &Number,
    settings: &Settings,
    status: &mut u32,
) -> Number {
    let negative = first.negative != second.negative;
    if first.is_finite() && second.is_finite() {
        let product =
            Number::new(negative, first.digits.times(&second.digits), first.exponent + second.exponent);
        return add(&product, third, settings, status);
    }
    let signals = |number: &Number| number.kind == Kind::Signaling;
    if third.kind == Kind::Signaling && !signals(first) && !signals(second) {
        return third.nan_of(None, settings, status).unwrap_or_else(Number::nan);
    }
    if let Some(nan) = first.nan_of(Some(second), settings, status) {
        return nan;
    }
    if first.is_zero() || second.is_zero() {
        return Number::invalid(status::INVALID_OPERATION, status);
    }
    add(&Number::infinity(negative), third, settings, status)
}

/// The number as it is, rounded; what is not a number does not signal.
pub fn rounded(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    number.clone().finish(settings, status)
}

/// The number itself, rounded.
pub fn plus(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    signed(number, number.negative, settings, status)
}

/// The number with the other sign, rounded.
pub fn minus(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    signed(number, !number.negative, settings, status)
}

/// The magnitude, rounded.
pub fn absolute(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    signed(number, false, settings, status)
}

fn signed(number: &Number, negative: bool, settings: &Settings, status: &mut u32) -> Number {
    if number.is_nan() {
        return number.nan_of(None, settings, status).unwrap_or_else(Number::nan);
    }
    // Only towards the floor does zero keep a minus.
    let negative = negative && (!number.is_zero() || settings.rounding == Rounding::Floor);
    number.with_sign(negative).finish(settings, status)
}
