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

/// `sumprod(p, q)`: exact for ints, and for floats by sums of products with their errors.
pub fn sumprod(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [left, right] = arguments.exactly(gil, "sumprod")?;
    let (left, right) = (operations::collect(gil, left)?, operations::collect(gil, right)?);
    if left.len() != right.len() {
        return Err(value_error(gil, "Inputs are not the same length"));
    }
    let is_real = |value: &Value| value.bits().is_float() || int::number(value).is_some();
    let any_float = left.iter().chain(&right).any(|value| value.bits().is_float());
    if any_float && left.iter().chain(&right).all(is_real) {
        let mut parts = Vec::new();
        for (x, y) in left.iter().zip(&right) {
            let (x, y) = (to_f64(gil, x)?, to_f64(gil, y)?);
            let product = x * y;
            parts.extend([product, x.mul_add(y, -product)]);
        }
        if parts.iter().all(|part| part.is_finite()) {
            let parts = crate::types::list::of(gil, parts.into_iter().map(Value::float).collect());
            return fsum(gil, Arguments::positional(&[parts]));
        }
        return Ok(Value::float(parts.iter().step_by(2).sum()));
    }
    let mut sum = int::from_i64(gil, 0);
    for (x, y) in left.iter().zip(&right) {
        let product = operations::binary(gil, Operator::Multiply, x, y)?;
        sum = operations::binary(gil, Operator::Add, &sum, &product)?;
    }
    Ok(sum)
}

/// The length of a vector, scaled so that squares neither overflow nor vanish.
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
    if let [x, y] = coordinates {
        return x.hypot(*y);
    }
    let (_, exponent) = float::parts(largest);
    let shift = -(exponent + 53);
    let mut partials = Vec::with_capacity(2 * coordinates.len());
    for x in coordinates {
        let x = int::arithmetic::scale(*x, shift);
        partials.extend([x * x, x.mul_add(x, -(x * x))]);
    }
    let (mut sum, mut lost) = (0.0_f64, 0.0);
    for part in partials {
        let next = sum + part;
        lost += if sum.abs() >= part.abs() { (sum - next) + part } else { (part - next) + sum };
        sum = next;
    }
    let total = sum + lost;
    let root = total.sqrt();
    // One step of Newton's with the square's rounding error known.
    let rest = (-root).mul_add(root, sum) + lost;
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
