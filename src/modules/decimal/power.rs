//! Powers.

use std::cmp::Ordering;

use dashu_int::UBig;
use dashu_int::fast_div::ConstDivisor;

use super::arithmetic::{divide, multiply};
use super::coefficient::Coefficient;
use super::comparing::order;
use super::digits::is_whole;
use super::functions;
use super::number::{MOST, Number, Rounding, Settings, is_too_much, status};

/// `base ** exponent`.
pub fn power(base: &Number, exponent: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = base.nan_of(Some(exponent), settings, status) {
        return nan;
    }
    let whole = is_whole(exponent);
    let negative = base.negative && whole && is_odd(exponent);
    if exponent.is_zero() {
        return match base.is_zero() {
            true => Number::invalid(status::INVALID_OPERATION, status),
            false => Number::new(false, 1, 0),
        };
    }
    if base.is_zero() {
        return match exponent.negative {
            true => Number::infinity(negative),
            false => Number::new(negative, 0, 0),
        };
    }
    if base.negative && !whole {
        return Number::invalid(status::INVALID_OPERATION, status);
    }
    if base.is_infinite() {
        return match exponent.negative {
            true => Number::new(negative, 0, 0),
            false => Number::infinity(negative),
        };
    }
    let magnitude = base.with_sign(false);
    let against_one = order(&magnitude, &Number::whole(1));
    if against_one == Ordering::Equal {
        return power_of_one(base, exponent, negative, settings, status);
    }
    if exponent.is_infinite() {
        return match (against_one == Ordering::Greater) != exponent.negative {
            true => Number::infinity(false),
            false => Number::new(false, 0, 0),
        };
    }
    if let Some(result) = out_of_bounds(&magnitude, exponent, negative, settings, status) {
        return result;
    }
    match whole {
        true => whole_power(&magnitude, exponent, negative, settings, status),
        false => real_power(&magnitude, exponent, settings, status),
    }
}

fn is_odd(number: &Number) -> bool {
    match number.exponent {
        0 => number.digits.is_odd(),
        1.. => false,
        places => number.digits.cut(places.unsigned_abs() as usize).0.is_odd(),
    }
}

/// A power of 1, which has as many digits as fit unless both numbers are whole.
fn power_of_one(
    base: &Number,
    exponent: &Number,
    negative: bool,
    settings: &Settings,
    status: &mut u32,
) -> Number {
    let places = settings.precision - 1;
    let kept = match is_whole(exponent) && !exponent.negative {
        true => {
            let times = exponent.to_i64().unwrap_or(i64::MAX);
            Some(base.exponent.saturating_neg().saturating_mul(times))
        }
        false if is_whole(exponent) && base.exponent == 0 => Some(0),
        false => None,
    };
    let places = match kept {
        Some(kept) if kept <= places => kept,
        _ => {
            *status |= status::INEXACT | status::ROUNDED;
            places
        }
    };
    if is_too_much(places, status) {
        return Number::nan();
    }
    match places {
        // A base such as 1E+0 with a positive exponent of ten does not exist: it would not be 1.
        ..0 => Number::new(negative, 1, 0),
        places => {
            Number::new(negative, Coefficient::ONE.shifted(places as usize), -places).finish(settings, status)
        }
    }
}

/// The result where the size of the operands alone says that it is too large or too small.
fn out_of_bounds(
    base: &Number,
    exponent: &Number,
    negative: bool,
    settings: &Settings,
    status: &mut u32,
) -> Option<Number> {
    // log10 of the base lies between its adjusted exponent and one more; near 1 it says nothing.
    let adjusted = base.adjusted();
    let least = if adjusted >= 0 { adjusted } else { -adjusted - 1 };
    let widest = i128::from(settings.most.max(-settings.tiny())) + i128::from(settings.precision);
    let digits = exponent.adjusted();
    let huge = match digits {
        // Even a base as near to 1 as its digits allow leaves the bounds.
        19.. => digits > 20 + base.digits.digits().max(-base.exponent) || least > 0,
        0.. => {
            let size = i128::from(exponent.with_sign(false).to_whole_part().unwrap_or(0));
            size * i128::from(least) > 4 * widest
        }
        _ => false,
    };
    if !huge {
        return None;
    }
    let grows = (adjusted >= 0) != exponent.negative;
    let far = if grows { settings.most + 1 } else { settings.tiny() - 1 };
    Some(Number::new(negative, 1, far).finish(settings, status))
}

impl Number {
    /// The whole part, if it has 64 bits.
    fn to_whole_part(&self) -> Option<i64> {
        match self.exponent >= 0 {
            true => self.to_i64(),
            false => Number::new(self.negative, self.digits.cut(self.exponent.unsigned_abs() as usize).0, 0)
                .to_i64(),
        }
    }
}

/// A power with a whole exponent, by squaring with some digits more.
fn whole_power(
    base: &Number,
    exponent: &Number,
    negative: bool,
    settings: &Settings,
    status: &mut u32,
) -> Number {
    let precision = settings.precision + exponent.adjusted() + 1 + 4 + i64::from(exponent.negative);
    let precision = precision.min(MOST);
    let work = Settings::new(precision, settings.most, settings.least, Rounding::HalfEven, false);
    let Some(times) = exponent.to_i64().map(i64::unsigned_abs) else {
        return real_power(base, exponent, settings, status).with_sign(negative);
    };
    let mut own = 0;
    let base = match exponent.negative {
        true => divide(&Number::whole(1), base, &work, &mut own),
        false => base.clone(),
    };
    let mut result = base.clone();
    let mut bit = times.ilog2();
    while bit > 0 && own & status::NO_MEMORY == 0 {
        bit -= 1;
        result = multiply(&result, &result, &work, &mut own);
        if times >> bit & 1 == 1 {
            result = multiply(&result, &base, &work, &mut own);
        }
        if !result.is_finite() || result.is_zero() {
            break;
        }
    }
    *status |= own;
    if own & status::NO_MEMORY != 0 {
        return Number::nan();
    }
    if result.is_infinite() {
        result = Number::new(negative, 1, settings.most + 1);
    }
    result.negative = negative;
    result.finish(settings, status)
}

/// A power by logarithm, with so many digits more that it is nearly always rounded right.
fn real_power(base: &Number, exponent: &Number, settings: &Settings, status: &mut u32) -> Number {
    /// Digits of the largest exponent.
    const EXPONENT_DIGITS: i64 = 19;
    let precision = base.digits.digits().max(settings.precision) + 4 + EXPONENT_DIGITS;
    if is_too_much(precision * 4, status) {
        return Number::nan();
    }
    let work = Settings::new(precision, MOST, -MOST, Rounding::HalfEven, false);
    let mut own = 0;
    let log = functions::ln(base, &work, &mut own);
    let product = multiply(&log, exponent, &work, &mut own);
    let result = functions::exp(&product, &work, &mut own);
    *status |= status::INEXACT | status::ROUNDED | own & status::NO_MEMORY;
    let result = match result.is_infinite() {
        true => Number::new(false, 1, settings.most + 1),
        false => result,
    };
    if order(&result, &Number::whole(1)) == Ordering::Equal {
        let places = settings.precision - 1;
        return Number::new(false, Coefficient::ONE.shifted(places as usize), -places)
            .finish(settings, status);
    }
    result.finish(settings, status)
}

/// `base ** exponent % modulus`, of whole numbers.
pub fn power_modulo(
    (base, exponent, modulus): (&Number, &Number, &Number),
    settings: &Settings,
    status: &mut u32,
) -> Number {
    for pair in [(base, Some(exponent)), (modulus, None)] {
        if let Some(nan) = pair.0.nan_of(pair.1, settings, status) {
            return nan;
        }
    }
    let all_whole = is_whole(base) && is_whole(exponent) && is_whole(modulus);
    let none = base.is_zero() && exponent.is_zero();
    if !all_whole
        || exponent.negative
        || modulus.is_zero()
        || none
        || modulus.adjusted() >= settings.precision
    {
        return Number::invalid(status::INVALID_OPERATION, status);
    }
    if is_too_much(modulus.exponent.max(exponent.exponent), status) {
        return Number::nan();
    }
    let negative = base.negative && is_odd(exponent);
    let modulus = whole(modulus);
    let ring = ConstDivisor::new(modulus.clone());
    let residue = |number: &Number| match number.exponent >= 0 {
        true => {
            let ten = ring.reduce(UBig::from(10_u8)).pow(&UBig::from(number.exponent.unsigned_abs()));
            (ring.reduce(number.digits.to_big()) * ten).residue()
        }
        false => whole(number) % &modulus,
    };
    let base = residue(base);
    // 10**exponent in the exponent is one power after the other.
    let mut result = ring.reduce(base);
    let (digits, tens) = match exponent.exponent >= 0 {
        true => (exponent.digits.to_big(), exponent.exponent),
        false => (whole(exponent), 0),
    };
    for _ in 0..tens {
        result = result.pow(&UBig::from(10_u8));
    }
    Number::new(negative, result.pow(&digits).residue(), 0)
}

/// The magnitude of a whole number that has no exponent above zero, or a small one.
fn whole(number: &Number) -> UBig {
    let places = number.exponent.unsigned_abs() as usize;
    match number.exponent >= 0 {
        true => number.digits.shifted(places).to_big(),
        false => number.digits.cut(places).0.to_big(),
    }
}
