//! Roots, exponentials and logarithms: computed with some digits more than are wanted, and with more again until they
//! settle which way to round.
//!
//! Inside, a number is an int that counts parts of a power of two, so that no division is needed to multiply.

use std::cell::RefCell;
use std::cmp::Ordering;

use dashu_int::ops::{BitTest, SquareRootRem};
use dashu_int::{IBig, UBig};

use super::coefficient::{Coefficient, power_of_ten, with_power};
use super::comparing::order;
use super::number::{Number, Rounding, Settings, is_too_much, status};

/// Digits, and the exponent of ten of the last one, of a number that has no end; within a few units of the last digit.
type Approximation = (IBig, i64);

/// The bits for so many decimal places.
fn bits_of(places: i64) -> usize {
    (places.max(0) as f64 * 3.321_928_094_888) as usize + 8
}

/// A number in parts of a power of two: `number * 10**exponent * 2**bits`.
fn to_parts(number: &UBig, exponent: i64, bits: usize) -> UBig {
    let places = exponent.unsigned_abs() as usize;
    match exponent >= 0 {
        true => with_power(places, |power| (number * power) << bits),
        false => with_power(places, |power| (number << bits) / power),
    }
}

/// Parts of a power of two as units of a decimal place.
fn to_places(parts: &IBig, bits: usize, places: i64) -> IBig {
    (parts * IBig::from(power_of_ten(places as usize))) >> bits
}

/// e to the power of a number that is not negative and not large; all in parts of a power of two.
fn exponential(x: &UBig, bits: usize) -> UBig {
    let halvings = x.bit_len().saturating_sub(bits) + (bits as f64).sqrt() as usize / 2 + 1;
    let work = bits + halvings + 16;
    let x = (x << (work - bits)) >> halvings;
    let one = UBig::from(1_u8) << work;
    let (mut total, mut term) = (one.clone(), one);
    let mut count = 0_u32;
    while !term.is_zero() {
        count += 1;
        term = ((term * &x) >> work) / count;
        total += &term;
    }
    for _ in 0..halvings {
        total = total.sqr() >> work;
    }
    total >> (work - bits)
}

thread_local! {
    /// ln 10 in parts of a power of two, with the most bits that were wanted so far.
    static LN10: RefCell<(usize, UBig)> = const { RefCell::new((0, UBig::ZERO)) };
}

/// ln 10 in parts of a power of two.
fn ln10(bits: usize) -> UBig {
    const GUARD: usize = 16;
    LN10.with_borrow_mut(|(known, value)| {
        if *known < bits {
            // ln 10 = 46 atanh(1/31) + 34 atanh(1/49) + 20 atanh(1/161)
            let unit = UBig::from(1_u8) << (bits + GUARD);
            let parts = [(46_u8, 31_u8), (34, 49), (20, 161)];
            let sum: UBig = parts
                .iter()
                .map(|&(factor, x)| atanh_inverse(x, &unit) * factor)
                .fold(UBig::ZERO, |sum, part| sum + part);
            (*known, *value) = (bits, sum >> GUARD);
        }
        &*value >> (*known - bits)
    })
}

/// atanh(1/x) in parts of a unit.
fn atanh_inverse(x: u8, unit: &UBig) -> UBig {
    let square = u32::from(x) * u32::from(x);
    let mut term = unit / x;
    let mut total = term.clone();
    let mut count = 1_u32;
    while !term.is_zero() {
        term /= square;
        count += 2;
        total += &term / count;
    }
    total
}

/// ln of a positive number, in units of a decimal place.
fn logarithm(number: &Number, places: i64) -> IBig {
    let digits = number.digits.digits();
    let shift = number.exponent + digits - 1;
    let guard = 12 + shift.unsigned_abs().checked_ilog10().map_or(0, i64::from);
    let bits = bits_of(places + guard);
    // The number is m * 10**shift with m from 1 to 10; ln m by Newton's method from the float's logarithm.
    let m = to_parts(&number.digits.to_big(), 1 - digits, bits);
    let spare = m.bit_len().saturating_sub(53);
    let rough = u64::try_from(&(&m >> spare)).unwrap_or(1) as f64;
    let guess = rough.ln() + (spare as f64 - bits as f64) * std::f64::consts::LN_2;
    // 48 bits of it are sure.
    let mut y = match bits >= 48 {
        true => UBig::from((guess.max(0.0) * 2_f64.powi(48)) as u64) << (bits - 48),
        false => UBig::from((guess.max(0.0) * 2_f64.powi(bits as i32)) as u64),
    };
    let mut right = 40;
    loop {
        // y + 2 (m - e**y) / (m + e**y) has three times as many right digits.
        let e = exponential(&y, bits);
        let step = ((IBig::from(m.clone()) - IBig::from(e.clone())) << (bits + 1)) / IBig::from(&m + &e);
        y = UBig::try_from(IBig::from(y) + step).unwrap_or_default();
        right *= 3;
        if right > bits + 8 {
            break;
        }
    }
    let sum = IBig::from(y) + IBig::from(ln10(bits)) * IBig::from(shift);
    to_places(&sum, bits, places)
}

/// ln of a positive number that is not 1, to about so many digits.
fn logarithm_digits(number: &Number, digits: i64) -> Approximation {
    // Close to one the logarithm is small, and needs more places.
    let small = match number.exponent <= 0 && matches!(number.adjusted(), -1 | 0) {
        true => {
            let one = Coefficient::ONE.shifted(number.exponent.unsigned_abs() as usize);
            let apart =
                if number.digits > one { number.digits.minus(&one) } else { one.minus(&number.digits) };
            (1 - number.exponent - apart.digits()).max(0)
        }
        false => 0,
    };
    (logarithm(number, digits + small), -digits - small)
}

/// A result rounded half to even to the precision: with more digits until they settle it.
fn settled(settings: &Settings, status: &mut u32, compute: impl Fn(i64) -> Approximation) -> Number {
    let mut extra = 3;
    loop {
        let (number, exponent) = compute(settings.precision + extra);
        let (sign, digits) = number.into_parts();
        let digits = Coefficient::from(digits);
        let spare = digits.digits() - settings.precision;
        if extra > 3 * settings.precision + 60 || spare > 1 && is_settled(&digits, spare) {
            let negative = sign == dashu_int::Sign::Negative;
            let even = settings.rounding(Rounding::HalfEven);
            return Number::new(negative, digits, exponent).finish(&even, status);
        }
        extra += extra;
    }
}

/// Do an error of a few units and the way to round not touch?
fn is_settled(digits: &Coefficient, spare: i64) -> bool {
    let lost = digits.last(spare as usize).to_big();
    with_power(spare as usize, |unit| {
        let margin = UBig::from(10_u8);
        let twice = &lost << 1_usize;
        let from_half = if &twice > unit { &twice - unit } else { unit - &twice };
        lost > margin && &lost + &margin < *unit && from_half > UBig::from(20_u8)
    })
}

/// e to the power of the number.
pub fn exp(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = number.nan_of(None, settings, status) {
        return nan;
    }
    if number.is_infinite() {
        return if number.negative { Number::new(false, 0, 0) } else { number.clone() };
    }
    if number.is_zero() {
        return Number::new(false, 1, 0);
    }
    let even = settings.rounding(Rounding::HalfEven);
    let adjusted = number.adjusted();
    let widest = settings.most.max(-settings.tiny()).max(1).ilog10() as i64 + 1;
    if adjusted > widest + 1 {
        let exponent = if number.negative { settings.tiny() - 1 } else { settings.most + 1 };
        return Number::new(false, 1, exponent).finish(&even, status);
    }
    if is_too_much(settings.precision * 4, status) {
        return Number::nan();
    }
    if adjusted < -settings.precision - 1 {
        // 1 and a little, far behind the last digit.
        let places = settings.precision + 1;
        let one = Coefficient::ONE.shifted(places as usize);
        let near = if number.negative { one.minus(&Coefficient::ONE) } else { one.plus(&Coefficient::ONE) };
        return Number::new(false, near, -places).finish(&even, status);
    }
    settled(settings, status, |digits| {
        let bits = bits_of(digits + adjusted.max(0) + 8);
        let x = IBig::from(to_parts(&number.digits.to_big(), number.exponent, bits));
        raised(&if number.negative { -x } else { x }, bits, digits)
    })
}

/// e to the power of a number in parts of a power of two, to so many digits.
fn raised(x: &IBig, bits: usize, digits: i64) -> Approximation {
    let ten = IBig::from(ln10(bits));
    let mut tens = x / &ten;
    let mut rest = x - &tens * &ten;
    if rest.sign() == dashu_int::Sign::Negative {
        rest += &ten;
        tens -= 1;
    }
    let rest = UBig::try_from(rest).unwrap_or_default();
    let parts = IBig::from(exponential(&rest, bits));
    (to_places(&parts, bits, digits), i64::try_from(&tens).unwrap_or(i64::MAX / 4) - digits)
}

/// What the logarithms have in common: the result for numbers that are special, if this is one.
fn special_logarithm(number: &Number, settings: &Settings, status: &mut u32) -> Option<Number> {
    if let Some(nan) = number.nan_of(None, settings, status) {
        return Some(nan);
    }
    if number.is_zero() {
        return Some(Number::infinity(true));
    }
    if number.negative {
        return Some(Number::invalid(status::INVALID_OPERATION, status));
    }
    if number.is_infinite() {
        return Some(Number::infinity(false));
    }
    if is_too_much(settings.precision * 4, status) {
        return Some(Number::nan());
    }
    None
}

/// The natural logarithm.
pub fn ln(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(result) = special_logarithm(number, settings, status) {
        return result;
    }
    if order(number, &Number::whole(1)) == Ordering::Equal {
        return Number::new(false, 0, 0);
    }
    settled(settings, status, |digits| logarithm_digits(number, digits))
}

/// The logarithm to the base ten.
pub fn log10(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(result) = special_logarithm(number, settings, status) {
        return result;
    }
    let digits = number.digits.digits();
    if number.digits == Coefficient::ONE.shifted((digits - 1) as usize) {
        let even = settings.rounding(Rounding::HalfEven);
        return Number::whole(number.exponent + digits - 1).finish(&even, status);
    }
    settled(settings, status, |digits| {
        let (log, exponent) = logarithm_digits(number, digits + 6);
        let bits = bits_of(-exponent + 4);
        ((log << bits) / IBig::from(ln10(bits)), exponent)
    })
}

/// The square root.
pub fn sqrt(number: &Number, settings: &Settings, status: &mut u32) -> Number {
    if let Some(nan) = number.nan_of(None, settings, status) {
        return nan;
    }
    let ideal = number.exponent >> 1;
    if number.is_zero() {
        return Number::new(number.negative, 0, ideal).finish(settings, status);
    }
    if number.negative {
        return Number::invalid(status::INVALID_OPERATION, status);
    }
    if number.is_infinite() {
        return number.clone();
    }
    let even = settings.rounding(Rounding::HalfEven);
    let digits = number.digits.digits();
    // An exact root has no more digits than the number; a huge precision has no room for another.
    let huge = is_too_much(settings.precision, &mut 0);
    let wanted = if huge { digits + 2 } else { settings.precision + 1 };
    let coefficient = number.digits.shifted((number.exponent & 1) as usize);
    let shift = wanted - ((coefficient.digits() + 1) >> 1);
    let (radicand, cut) = match shift >= 0 {
        true => (coefficient.shifted(2 * shift as usize), false),
        false => {
            let (kept, lost) = coefficient.cut(2 * shift.unsigned_abs() as usize);
            (kept, lost != super::coefficient::Lost::Nothing)
        }
    };
    let radicand = radicand.to_big();
    let (root, rest) = radicand.sqrt_rem();
    if rest.is_zero() && !cut {
        let root = Coefficient::from(root);
        let root =
            if shift >= 0 { root.cut(shift as usize).0 } else { root.shifted(shift.unsigned_abs() as usize) };
        return Number::new(false, root, ideal).finish(&even, status);
    }
    if huge {
        return Number::invalid(status::NO_MEMORY, status);
    }
    let sticky = u8::from((&root % 5_u8) == 0);
    Number::new(false, root + sticky, ideal - shift).finish(&even, status)
}
