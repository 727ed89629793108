//! Comparing numbers, and what kind of number one is.

use std::cmp::Ordering;

use super::number::{Kind, Number, Settings, status};

/// The order of two that are numbers.
pub fn order(left: &Number, right: &Number) -> Ordering {
    let (first, second) = (sign(left), sign(right));
    if first != second || first == 0 {
        return first.cmp(&second);
    }
    let magnitudes = order_of_magnitudes(left, right);
    if left.negative { magnitudes.reverse() } else { magnitudes }
}

/// -1, 0 or 1.
fn sign(number: &Number) -> i32 {
    match number.negative {
        _ if number.is_zero() => 0,
        true => -1,
        false => 1,
    }
}

fn order_of_magnitudes(left: &Number, right: &Number) -> Ordering {
    if !left.is_finite() || !right.is_finite() {
        return left.is_infinite().cmp(&right.is_infinite());
    }
    if left.exponent == right.exponent {
        return left.digits.cmp(&right.digits);
    }
    if left.digits.is_zero() || right.digits.is_zero() {
        return right.digits.is_zero().cmp(&left.digits.is_zero());
    }
    let by_place = left.adjusted().cmp(&right.adjusted());
    if by_place != Ordering::Equal {
        return by_place;
    }
    let exponent = left.exponent.min(right.exponent);
    let first = left.digits.shifted((left.exponent - exponent) as usize);
    let second = right.digits.shifted((right.exponent - exponent) as usize);
    first.cmp(&second)
}

fn of_order(order: Ordering) -> Number {
    Number::whole(order as i64)
}

/// -1, 0, 1 or not a number.
pub fn compare(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    match left.nan_of(Some(right), settings, status) {
        Some(nan) => nan,
        None => of_order(order(left, right)),
    }
}

/// The same; what is not a number signals.
pub fn compare_signal(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    match left.nan_of(Some(right), settings, status) {
        Some(nan) => {
            *status |= status::INVALID_OPERATION;
            nan
        }
        None => of_order(order(left, right)),
    }
}

/// The order of all that there is, numbers or not.
pub fn total_order(left: &Number, right: &Number) -> Ordering {
    if left.negative != right.negative {
        return right.negative.cmp(&left.negative);
    }
    let rank = |number: &Number| match number.kind {
        Kind::Finite | Kind::Infinite => 1,
        Kind::Signaling => 2,
        Kind::Quiet => 3,
    };
    let magnitudes = rank(left).cmp(&rank(right)).then_with(|| match left.is_nan() {
        true => left.digits.cmp(&right.digits),
        false => order_of_magnitudes(left, right).then(left.exponent.cmp(&right.exponent)),
    });
    if left.negative { magnitudes.reverse() } else { magnitudes }
}

/// -1, 0 or 1 in that order.
pub fn compare_total(left: &Number, right: &Number, _settings: &Settings, _status: &mut u32) -> Number {
    of_order(total_order(left, right))
}

/// The same of the magnitudes.
pub fn compare_total_magnitude(
    left: &Number,
    right: &Number,
    _settings: &Settings,
    _status: &mut u32,
) -> Number {
    of_order(total_order(&left.with_sign(false), &right.with_sign(false)))
}

/// The larger one, or the smaller, or that by magnitude.
fn extreme(
    (left, right): (&Number, &Number),
    (wanted, by_magnitude): (Ordering, bool),
    settings: &Settings,
    status: &mut u32,
) -> Number {
    if left.is_nan() || right.is_nan() {
        let quiet = left.kind != Kind::Signaling && right.kind != Kind::Signaling;
        if quiet && left.is_nan() != right.is_nan() {
            return (if left.is_nan() { right } else { left }).clone().finish(settings, status);
        }
        return left.nan_of(Some(right), settings, status).unwrap_or_else(Number::nan);
    }
    let by_size = if by_magnitude { order_of_magnitudes(left, right) } else { Ordering::Equal };
    let found = by_size.then_with(|| order(left, right)).then_with(|| total_order(left, right));
    (if found == wanted || found == Ordering::Equal { left } else { right }).clone().finish(settings, status)
}

/// The larger one.
pub fn largest(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    extreme((left, right), (Ordering::Greater, false), settings, status)
}

/// The smaller one.
pub fn smallest(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    extreme((left, right), (Ordering::Less, false), settings, status)
}

/// The one of the larger magnitude.
pub fn largest_magnitude(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    extreme((left, right), (Ordering::Greater, true), settings, status)
}

/// The one of the smaller magnitude.
pub fn smallest_magnitude(left: &Number, right: &Number, settings: &Settings, status: &mut u32) -> Number {
    extreme((left, right), (Ordering::Less, true), settings, status)
}

/// Is it finite, not zero, and not below the least exponent?
pub fn is_normal(number: &Number, settings: &Settings) -> bool {
    number.is_finite() && !number.is_zero() && number.adjusted() >= settings.least
}

/// Is it finite, not zero, and below the least exponent?
pub fn is_subnormal(number: &Number, settings: &Settings) -> bool {
    number.is_finite() && !number.is_zero() && number.adjusted() < settings.least
}

/// The name of the kind.
pub fn class_name(number: &Number, settings: &Settings) -> &'static str {
    match (number.kind, number.negative) {
        (Kind::Signaling, _) => "sNaN",
        (Kind::Quiet, _) => "NaN",
        (Kind::Infinite, false) => "+Infinity",
        (Kind::Infinite, true) => "-Infinity",
        (Kind::Finite, negative) => match (number.is_zero(), is_subnormal(number, settings), negative) {
            (true, _, false) => "+Zero",
            (true, _, true) => "-Zero",
            (_, true, false) => "+Subnormal",
            (_, true, true) => "-Subnormal",
            (_, false, false) => "+Normal",
            (_, false, true) => "-Normal",
        },
    }
}

/// Do both have the same exponent?
pub fn same_quantum(left: &Number, right: &Number) -> bool {
    match left.is_finite() && right.is_finite() {
        true => left.exponent == right.exponent,
        false => left.is_nan() && right.is_nan() || left.is_infinite() && right.is_infinite(),
    }
}
