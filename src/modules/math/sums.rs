//! The functions of sequences: sums, products and distances.

use crate::gil::Gil;
use crate::object::raised::{overflow_error, value_error};
use crate::object::{Arguments, Operator, Parameters, Result, Value, operations};
use crate::types::float::{self, to_f64};
use crate::types::int;

/// `fsum(seq)`: exact partial sums that do not overlap, rounded once.
pub fn fsum(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [sequence] = arguments.exactly(gil, "math.fsum")?;
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinite) = (0.0, 0.0);
    operations::for_each(gil, sequence, |item| {
        let mut x = to_f64(gil, &item)?;
        let original = x;
        let mut kept = 0;
        for place in 0..partials.len() {
            let mut y = partials[place];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x != 0.0 {
            if x.is_finite() {
                partials.push(x);
            } else {
                if original.is_finite() {
                    return Err(overflow_error(gil, "intermediate overflow in fsum"));
                }
                if original.is_infinite() {
                    infinite += original;
                }
                special += original;
                partials.clear();
            }
        }
        Ok(())
    })?;
    if special != 0.0 {
        if f64::is_nan(infinite) {
            return Err(value_error(gil, "-inf + inf in fsum"));
        }
        return Ok(Value::float(special));
    }
    Ok(Value::float(round_once(&partials)))
}

/// The sum of partial sums that do not overlap, rounded half to even.
fn round_once(partials: &[f64]) -> f64 {
    let Some((&last, rest)) = partials.split_last() else { return 0.0 };
    let (mut high, mut low) = (last, 0.0);
    let mut left = rest.len();
    while left > 0 {
        left -= 1;
        let (x, y) = (high, rest[left]);
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    if left > 0 && (low < 0.0 && rest[left - 1] < 0.0 || low > 0.0 && rest[left - 1] > 0.0) {
        let twice = low * 2.0;
        let moved = high + twice;
        if twice == moved - high {
            high = moved;
        }
    }
    high
}

static PROD: Parameters<2> = Parameters::new(["iterable", "start"], 1).positional_only(1).keyword_only(1);

/// `prod(iterable, start=1)`.
pub fn prod(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterable, start] = arguments.bind(gil, "prod", &PROD)?;
    let mut product = start.cloned().unwrap_or_else(|| int::from_i64(gil, 1));
    operations::for_each(gil, iterable.unwrap_or(&Value::NONE), |item| {
        product = operations::binary(gil, Operator::Multiply, &product, &item)?;
        Ok(())
    })?;
    Ok(product)
}

/// `sumprod(p, q)`: exact for ints, and for floats with thrice their precision.
pub fn sumprod(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [left, right] = arguments.exactly(gil, "sumprod")?;
    let (left, right) = (operations::collect(gil, left)?, operations::collect(gil, right)?);
    if left.len() != right.len() {
        return Err(value_error(gil, "Inputs are not the same length"));
    }
    let mut sum = int::from_i64(gil, 0);
    let mut floats = Some(Triple::default());
    let mut any_float = false;
    for (x, y) in left.iter().zip(&right) {
        if let (Some(triple), Some((x, y))) = (floats, factors(gil, x, y)) {
            let next = triple.add_product(x, y);
            if next.high.is_finite() {
                (floats, any_float) = (Some(next), true);
                continue;
            }
        }
        // What is neither ends the sum of floats, once one has begun; ints before it are summed by themselves.
        let ints = int::is_exact(gil, x) && int::is_exact(gil, y);
        if let Some(triple) = floats.filter(|_| any_float || !ints) {
            floats = None;
            if any_float {
                sum = operations::binary(gil, Operator::Add, &sum, &Value::float(triple.rounded()))?;
                any_float = false;
            }
        }
        let product = operations::binary(gil, Operator::Multiply, x, y)?;
        sum = operations::binary(gil, Operator::Add, &sum, &product)?;
    }
    match floats.filter(|_| any_float) {
        Some(triple) => operations::binary(gil, Operator::Add, &sum, &Value::float(triple.rounded())),
        None => Ok(sum),
    }
}

/// Two numbers as floats, if one is a float and the other a float or an int that is not too large for one.
fn factors(gil: Gil<'_>, x: &Value, y: &Value) -> Option<(f64, f64)> {
    // Small ints and the two bools.
    let is_small = |value: &Value| matches!(int::number(value), Some(int::Number::Small(_)));
    let number = |value: &Value| match value.bits().as_float() {
        Some(number) => Some(number),
        None if int::is_exact(gil, value) || is_small(value) => to_f64(gil, value).ok(),
        None => None,
    };
    (x.bits().is_float() || y.bits().is_float()).then_some(())?;
    Some((number(x)?, number(y)?))
}

/// A sum and what rounding takes from it.
fn two_sum(x: f64, y: f64) -> (f64, f64) {
    let sum = x + y;
    let of_y = sum - x;
    (sum, (x - (sum - of_y)) + (y - of_y))
}

/// The same, if x is the larger.
fn quick_two_sum(x: f64, y: f64) -> (f64, f64) {
    let sum = x + y;
    (sum, (x - sum) + y)
}

/// A product and what rounding takes from it.
fn two_product(x: f64, y: f64) -> (f64, f64) {
    let product = x * y;
    (product, x.mul_add(y, -product))
}

/// A sum of floats kept in three of them.
#[derive(Clone, Copy, Default)]
struct Triple {
    high: f64,
    low: f64,
    tiny: f64,
}

impl Triple {
    fn add_product(self, x: f64, y: f64) -> Self {
        let (product, product_rest) = two_product(x, y);
        let (high, high_rest) = two_sum(self.high, product);
        let (low, low_rest) = two_sum(self.low, product_rest);
        let (low, last) = two_sum(low, high_rest);
        Self { high, low, tiny: self.tiny + low_rest + last }
    }

    fn rounded(self) -> f64 {
        self.high + (self.low + self.tiny)
    }
}

/// The length of a vector, scaled by a power of two so that squares neither overflow nor vanish; the sum of the squares
/// is kept with what rounding takes from it, and the root is corrected by what its square lacks.
fn norm(coordinates: &[f64]) -> f64 {
    let largest = coordinates.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    if coordinates.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if coordinates.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || coordinates.len() == 1 {
        return largest;
    }
    let (fraction, exponent) = float::parts(largest);
    let shift = -(exponent + 64 - fraction.leading_zeros() as i32);
    // The scaled squares are at most 1 each: from 1 on, whatever is added is the smaller, or nearly so.
    let (mut sum, mut of_squares, mut of_sums) = (1.0, 0.0, 0.0);
    let mut add = |x: f64, y: f64| {
        let (square, square_rest) = two_product(x, y);
        let (next, sum_rest) = quick_two_sum(sum, square);
        sum = next;
        of_squares += square_rest;
        of_sums += sum_rest;
        sum - 1.0 + (of_squares + of_sums)
    };
    let mut total = 0.0;
    for x in coordinates {
        let x = int::arithmetic::scale(*x, shift);
        total = add(x, x);
    }
    let root = total.sqrt();
    let rest = add(-root, root);
    int::arithmetic::scale(root + rest / (2.0 * root), -shift)
}

/// `hypot(*coordinates)`.
pub fn hypot(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "math.hypot")?;
    let numbers = arguments.values.iter().map(|value| to_f64(gil, value)).collect::<Result<Vec<f64>>>()?;
    Ok(Value::float(norm(&numbers)))
}

/// `dist(p, q)`.
pub fn dist(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [left, right] = arguments.exactly(gil, "dist")?;
    let (left, right) = (operations::collect(gil, left)?, operations::collect(gil, right)?);
    if left.len() != right.len() {
        return Err(value_error(gil, "both points must have the same number of dimensions"));
    }
    let mut differences = Vec::with_capacity(left.len());
    for (x, y) in left.iter().zip(&right) {
        differences.push(to_f64(gil, x)? - to_f64(gil, y)?);
    }
    Ok(Value::float(norm(&differences)))
}
