//! The functions of ints.

use dashu_int::ops::{Gcd, SquareRoot};
use dashu_int::{IBig, Sign};

use crate::gil::Gil;
use crate::object::raised::{overflow_error, value_error};
use crate::object::{Arguments, Result, Value};
use crate::types::int::{from_big, from_i64, index_big, magnitude};

/// `gcd(*integers)`.
pub fn gcd(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "math.gcd")?;
    let mut divisor = IBig::ZERO;
    for value in arguments.values {
        let number = index_big(gil, value)?;
        divisor = if divisor.is_zero() || number.is_zero() {
            IBig::from(magnitude(&(divisor + number)))
        } else {
            IBig::from((&divisor).gcd(&number))
        };
    }
    Ok(from_big(gil, divisor))
}

/// `lcm(*integers)`.
pub fn lcm(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "math.lcm")?;
    let mut multiple = IBig::ONE;
    for value in arguments.values {
        let number = index_big(gil, value)?;
        if multiple.is_zero() || number.is_zero() {
            multiple = IBig::ZERO;
            continue;
        }
        let divisor = IBig::from((&multiple).gcd(&number));
        multiple = IBig::from(magnitude(&(multiple / divisor * number)));
    }
    Ok(from_big(gil, multiple))
}

/// `isqrt(n)`.
pub fn isqrt(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "math.isqrt")?;
    let number = index_big(gil, value)?;
    if number.sign() == Sign::Negative {
        return Err(value_error(gil, "isqrt() argument must be nonnegative"));
    }
    Ok(from_big(gil, magnitude(&number).sqrt().into()))
}

/// The product of the ints from `first` up to `last`, halves at a time so that the factors stay of one size.
fn product(first: u64, last: u64) -> IBig {
    if last < first {
        return IBig::ONE;
    }
    let bits = u64::from(u64::BITS - last.leading_zeros());
    if (last - first + 1).saturating_mul(bits) <= u64::from(u128::BITS) {
        return IBig::from((first..=last).map(u128::from).product::<u128>());
    }
    let middle = first + (last - first) / 2;
    product(first, middle) * product(middle + 1, last)
}

/// `factorial(n)`.
pub fn factorial(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "math.factorial")?;
    let number = index_big(gil, value)?;
    if number.sign() == Sign::Negative {
        return Err(value_error(gil, "factorial() not defined for negative values"));
    }
    let number = i64::try_from(&number)
        .map_err(|_| overflow_error(gil, format!("factorial() argument should not exceed {}", i64::MAX)))?;
    Ok(from_big(gil, product(1, number as u64)))
}

/// `perm(n, k=None)`.
pub fn perm(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "perm", 1, 2)?;
    let Some(chosen) = values.get(1).filter(|chosen| !chosen.is_none()) else {
        return factorial(gil, Arguments::positional(&values[..1]));
    };
    let (number, chosen) = (natural(gil, &values[0], "n")?, natural(gil, chosen, "k")?);
    if chosen > number {
        return Ok(from_i64(gil, 0));
    }
    Ok(from_big(gil, falling(gil, &number, &chosen, "perm")?))
}

/// `comb(n, k)`.
pub fn comb(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [number, chosen] = arguments.exactly(gil, "comb")?;
    let (number, chosen) = (natural(gil, number, "n")?, natural(gil, chosen, "k")?);
    if chosen > number {
        return Ok(from_i64(gil, 0));
    }
    let rest = &number - &chosen;
    let chosen = chosen.min(rest);
    let below = u64::try_from(&chosen).unwrap_or(0);
    Ok(from_big(gil, falling(gil, &number, &chosen, "comb")? / product(1, below)))
}

fn natural(gil: Gil<'_>, value: &Value, name: &str) -> Result<IBig> {
    let number = index_big(gil, value)?;
    if number.sign() == Sign::Negative {
        return Err(value_error(gil, format!("{name} must be a non-negative integer")));
    }
    Ok(number)
}

/// `number * (number - 1) * ...`, so many factors.
fn falling(gil: Gil<'_>, number: &IBig, count: &IBig, function: &str) -> Result<IBig> {
    let count = i64::try_from(count).map_err(|_| {
        let which = if function == "comb" { "min(n - k, k)" } else { "k" };
        overflow_error(gil, format!("{which} must not exceed {}", i64::MAX))
    })? as u64;
    if let Ok(number) = u64::try_from(number) {
        return Ok(product(number - count + 1, number));
    }
    let mut result = IBig::ONE;
    for step in 0..count {
        result *= number - IBig::from(step);
    }
    Ok(result)
}
