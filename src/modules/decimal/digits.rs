//! What is done with digits and exponents: other exponents, whole numbers, neighbours, shifts, logic.

use std::cmp::Ordering;

use super::arithmetic;
use super::coefficient::{Coefficient, Lost};
use super::comparing::order;
use super::number::{Number, Rounding, Settings, is_too_much, status};

/// The number with the exponent of the other one.
pub fn quantize(number: &Number, pattern: &Number, settings: &Settings, status: &mut u32) -> Number {
    if !number.is_finite() || !pattern.is_finite() {
        if let Some(nan) = number.nan_of(Some(pattern), settings, status) {
            return nan;
        }
        return match number.is_infinite() && pattern.is_infinite() {
            true => number.clone(),
            false => Number::invalid(status::INVALID_OPERATION, status),
        };
    }
    let exponent = pattern.exponent;
    if exponent > settings.most || exponent < settings.tiny() {
        return Number::invalid(status::INVALID_OPERATION, status);
    }
    if number.digits.is_zero() {
        return Number::new(number.negative, 0, exponent).finish(settings, status);
    }
    let places = exponent - number.exponent;
    if places < 0 && number.digits.digits() - places > settings.precision || is_too_much(-places, status) {
        return Number::invalid(status::INVALID_OPERATION, status);
    }
    let (kept, inexact) = settings.rounding.apply(&number.digits, places, number.negative);
    if settings.too_long(&kept) {
        return Number::invalid(status::INVALID_OPERATION, status);
    }
    let result = Number::new(number.negative, kept, exponent);
    if !result.digits.is_zero() && (exponent < settings.least || exponent > settings.top()) {
        let adjusted = result.adjusted();
        if adjusted > settings.most {
            return Number::invalid(status::INVALID_OPERATION, status);
        }
        if adjusted < settings.least {
            *status |= status::SUBNORMAL;
        }
    }
    if places > 0 {
        *status |= status::ROUNDED | if inexact { status::INEXACT } else { 0 };
    }
    if settings.clamp { result.finish(settings, status) } else { result }
}

/// The number without zeros at the end.
pub fn normalize(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = number.nan_of(None, settings, status) {
        return nan;
    }
    let result = number.clone().finish(settings, status);
    if !result.is_finite() {
        return result;
    }
    if result.digits.is_zero() {
        return Number::new(result.negative, 0, 0);
    }
    let most = if settings.clamp { settings.top() } else { settings.most };
    let (digits, zeros) = result.digits.without_zeros((most - result.exponent).max(0));
    Number::new(result.negative, digits, result.exponent + zeros)
}

/// The whole number, and whether digits were rounded off and lost; None where nothing was rounded.
fn whole(number: &Number, settings: &Settings, status: &mut u32) -> (Number, Option<bool>) {
    if let Some(nan) = number.nan_of(None, settings, status) {
        return (nan, None);
    }
    if number.is_infinite() || number.exponent >= 0 {
        return (number.clone(), None);
    }
    let (kept, inexact) = settings.rounding.apply(&number.digits, -number.exponent, number.negative);
    // Zero loses nothing with its exponent.
    let rounded = if number.digits.is_zero() { None } else { Some(inexact) };
    (Number::new(number.negative, kept, 0), rounded)
}

/// The whole number; signals when digits are lost.
pub fn to_integral_exact(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    let (whole, rounded) = whole(number, settings, status);
    if let Some(inexact) = rounded {
        *status |= status::ROUNDED | if inexact { status::INEXACT } else { 0 };
    }
    whole
}

/// The whole number.
pub fn to_integral_value(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    whole(number, settings, status).0
}

/// A finite number's magnitude as a whole number, rounded; None where it has more digits than memory holds.
pub fn whole_magnitude(number: &Number, rounding: Rounding) -> Option<Coefficient> {
    if number.digits.is_zero() {
        return Some(Coefficient::ZERO);
    }
    match is_too_much(number.exponent, &mut 0) {
        true => None,
        false => Some(rounding.apply(&number.digits, -number.exponent, number.negative).0),
    }
}

// Neighbours.

fn next(number: &Number, up: bool, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = number.nan_of(None, settings, status) {
        return nan;
    }
    if number.is_infinite() {
        return match number.negative == up {
            true => Number::largest(number.negative, settings, status),
            false => number.clone(),
        };
    }
    let rounding = if up { Rounding::Ceiling } else { Rounding::Floor };
    let directed = settings.rounding(rounding);
    let rounded = number.clone().finish(&directed, &mut 0);
    if !rounded.is_finite() || order(&rounded, number) != Ordering::Equal {
        return rounded;
    }
    let mut own = 0;
    let next = arithmetic::add(&rounded, &Number::new(!up, 1, settings.tiny() - 1), &directed, &mut own);
    *status |= own & status::NO_MEMORY;
    next
}

/// The largest number below.
pub fn next_minus(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    next(number, false, settings, status)
}

/// The smallest number above.
pub fn next_plus(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    next(number, true, settings, status)
}

/// The next number in the direction of the other one.
pub fn next_toward(number: &Number, other: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = number.nan_of(Some(other), settings, status) {
        return nan;
    }
    let order = order(number, other);
    if order == Ordering::Equal {
        return number.with_sign(other.negative);
    }
    let result = next(number, order == Ordering::Less, settings, status);
    if result.is_infinite() {
        *status |= status::OVERFLOW | status::ROUNDED | status::INEXACT;
    } else if result.is_finite() && result.adjusted() < settings.least {
        *status |= status::UNDERFLOW | status::SUBNORMAL | status::ROUNDED | status::INEXACT;
        if result.is_zero() {
            *status |= status::CLAMPED;
        }
    }
    result
}

/// The exponent of the first digit, as a number.
pub fn logb(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = number.nan_of(None, settings, status) {
        return nan;
    }
    if number.is_infinite() {
        return Number::infinity(false);
    }
    if number.is_zero() {
        *status |= status::DIVISION_BY_ZERO;
        return Number::infinity(true);
    }
    Number::whole(number.adjusted()).finish(settings, status)
}

// Shifts.

/// How many places the other number says; none where it says no whole number or too many.
fn places(other: &Number, most: i64, status: &mut u32) -> Option<i64> {
    let places = other.to_i64().filter(|_| other.exponent == 0).filter(|places| places.abs() <= most);
    if places.is_none() {
        *status |= status::INVALID_OPERATION;
    }
    places
}

/// The number with the other one added to its exponent.
pub fn scaleb(number: &Number, other: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = number.nan_of(Some(other), settings, status) {
        return nan;
    }
    match places(other, 2 * (settings.most + settings.precision), status) {
        None => Number::nan(),
        Some(_) if number.is_infinite() => number.clone(),
        Some(places) => {
            Number { exponent: number.exponent + places, ..number.clone() }.finish(settings, status)
        }
    }
}

/// The digits moved, with zeros coming in.
pub fn shift(number: &Number, other: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = number.nan_of(Some(other), settings, status) {
        return nan;
    }
    let Some(places) = places(other, settings.precision, status) else { return Number::nan() };
    if number.is_infinite() || is_too_much(places, status) {
        return number.clone();
    }
    let precision = settings.precision as usize;
    let digits = match usize::try_from(places) {
        Ok(left) => number.digits.last(precision).shifted(left).last(precision),
        Err(_) => number.digits.last(precision).cut(places.unsigned_abs() as usize).0,
    };
    Number { digits, ..number.clone() }
}

/// The digits moved in a circle.
pub fn rotate(number: &Number, other: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = number.nan_of(Some(other), settings, status) {
        return nan;
    }
    let Some(places) = places(other, settings.precision, status) else { return Number::nan() };
    if number.is_infinite() || is_too_much(settings.precision, status) {
        return number.clone();
    }
    let precision = settings.precision as usize;
    let digits = number.digits.last(precision);
    let left = places.rem_euclid(settings.precision) as usize;
    let right = precision - left;
    let digits = digits.last(right).shifted(left).plus(&digits.cut(right).0);
    Number { digits, ..number.clone() }
}

// Logic on digits that are 0 or 1.

/// The last digits of a number that has no others but 0 and 1, the last one first.
fn logical_digits(number: &Number, settings: &Settings) -> Option<Vec<u8>> {
    if !number.is_finite() || number.negative || number.exponent != 0 {
        return None;
    }
    let mut digits = number.digits.to_string().into_bytes();
    if digits.iter().any(|digit| !matches!(digit, b'0' | b'1')) {
        return None;
    }
    digits.reverse();
    digits.truncate(usize::try_from(settings.precision).unwrap_or(usize::MAX));
    Some(digits)
}

fn logical(
    left: &Number,
    right: &Number,
    operation: fn(u8, u8) -> u8,
    settings: &Settings,
    status: &mut u32,
) -> Number {
    let (Some(first), Some(second)) = (logical_digits(left, settings), logical_digits(right, settings))
    else {
        return Number::invalid(status::INVALID_OPERATION, status);
    };
    let at = |digits: &[u8], place: usize| digits.get(place).copied().unwrap_or(b'0');
    let places = (0..first.len().max(second.len())).rev();
    let digits: String = places
        .map(|place| char::from(b'0' + operation(at(&first, place) & 1, at(&second, place) & 1)))
        .collect();
    Number::new(false, super::text::whole(&digits), 0)
}

/// 1 where both digits are 1.
pub fn logical_and(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    logical(left, right, |left, right| left & right, settings, status)
}

/// 1 where a digit is 1.
pub fn logical_or(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    logical(left, right, |left, right| left | right, settings, status)
}

/// 1 where the digits differ.
pub fn logical_xor(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    logical(left, right, |left, right| left ^ right, settings, status)
}

/// 1 for 0, 0 for 1.
pub fn logical_invert(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    if is_too_much(settings.precision, status) {
        return Number::nan();
    }
    let ones = super::text::whole(&"1".repeat(settings.precision as usize));
    logical_xor(number, &Number::new(false, ones, 0), settings, status)
}

/// Is the number a whole one?
pub fn is_whole(number: &Number) -> bool {
    number.is_finite()
        && (number.exponent >= 0
            || number.digits.cut(number.exponent.unsigned_abs() as usize).1 == Lost::Nothing)
}
