//! The operators of ints: in machine words where both operands are, in numbers of any size where not.

use std::cmp::Ordering;

use dashu_int::fast_div::ConstDivisor;
use dashu_int::ops::{BitTest, DivRem, ExtendedGcd};
use dashu_int::{IBig, Sign, UBig};

use super::{Number, from_big, from_i64, from_i128, magnitude, number};
use crate::gil::Gil;
use crate::object::raised::{memory_error, overflow_error, value_error, zero_division_error};
use crate::object::{Result, Value, operations};
use crate::types::tuple;

/// Numbers beyond this many bits are refused with a MemoryError.
const MOST_BITS: usize = 1 << 35;

/// Both operands' numbers; None where one is no int, so that the operator declines.
fn pair<'a>(left: &'a Value, right: &'a Value) -> Option<(Number<'a>, Number<'a>)> {
    Some((number(left)?, number(right)?))
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident($gil:ident, $left:ident, $right:ident) $small:expr, $big:expr;)*) => {
        $(
            $(#[$doc])*
            pub fn $name($gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
                match pair(left, right) {
                    None => Ok(Value::NOT_IMPLEMENTED),
                    Some((Number::Small($left), Number::Small($right))) => $small,
                    Some((left, right)) => {
                        let ($left, $right) = (left.to_big(), right.to_big());
                        $big
                    }
                }
            }
        )*
    };
}

operators! {
    /// `left + right`.
    add(gil, left, right)
        Ok(from_i128(gil, i128::from(left) + i128::from(right))), Ok(from_big(gil, left + right));
    /// `left - right`.
    subtract(gil, left, right)
        Ok(from_i128(gil, i128::from(left) - i128::from(right))), Ok(from_big(gil, left - right));
    /// `left * right`.
    multiply(gil, left, right)
        Ok(from_i128(gil, i128::from(left) * i128::from(right))), Ok(from_big(gil, left * right));
    /// `left & right`.
    bit_and(gil, left, right) Ok(from_i64(gil, left & right)), Ok(from_big(gil, left & right));
    /// `left | right`.
    bit_or(gil, left, right) Ok(from_i64(gil, left | right)), Ok(from_big(gil, left | right));
    /// `left ^ right`.
    bit_xor(gil, left, right) Ok(from_i64(gil, left ^ right)), Ok(from_big(gil, left ^ right));
    /// `left // right`.
    floor_divide(gil, left, right) {
        if right == 0 {
            return Err(zero_division_error(gil, "integer division or modulo by zero"));
        }
        Ok(from_i128(gil, floor_small(left, right).0))
    }, {
        Ok(from_big(gil, floor_big(gil, &left, &right, "integer division or modulo by zero")?.0))
    };
    /// `left % right`.
    modulo(gil, left, right) {
        if right == 0 {
            return Err(zero_division_error(gil, "integer modulo by zero"));
        }
        Ok(from_i128(gil, floor_small(left, right).1))
    }, Ok(from_big(gil, floor_big(gil, &left, &right, "integer modulo by zero")?.1));
    /// `divmod(left, right)`.
    div_mod(gil, left, right) {
        if right == 0 {
            return Err(zero_division_error(gil, "integer division or modulo by zero"));
        }
        let (quotient, rest) = floor_small(left, right);
        Ok(tuple::of(gil, vec![from_i128(gil, quotient), from_i128(gil, rest)]))
    }, {
        let (quotient, rest) = floor_big(gil, &left, &right, "integer division or modulo by zero")?;
        Ok(tuple::of(gil, vec![from_big(gil, quotient), from_big(gil, rest)]))
    };
    /// `left / right`.
    true_divide(gil, left, right) {
        if right == 0 {
            return Err(zero_division_error(gil, "division by zero"));
        }
        const EXACT: u64 = 1 << 53;
        if left.unsigned_abs() <= EXACT && right.unsigned_abs() <= EXACT {
            return Ok(Value::float(left as f64 / right as f64));
        }
        ratio(gil, &left.into(), &right.into()).map(Value::float)
    }, {
        if right.is_zero() {
            return Err(zero_division_error(gil, "division by zero"));
        }
        ratio(gil, &left, &right).map(Value::float)
    };
}

fn floor_small(left: i64, right: i64) -> (i128, i128) {
    let (left, right) = (i128::from(left), i128::from(right));
    let (quotient, rest) = (left / right, left % right);
    if rest != 0 && (rest < 0) != (right < 0) { (quotient - 1, rest + right) } else { (quotient, rest) }
}

/// Quotient and rest, the quotient rounded down.
pub fn floor_big(gil: Gil<'_>, left: &IBig, right: &IBig, message: &str) -> Result<(IBig, IBig)> {
    if right.is_zero() {
        return Err(zero_division_error(gil, message));
    }
    let (quotient, rest) = left.div_rem(right);
    if !rest.is_zero() && rest.sign() != right.sign() {
        return Ok((quotient - IBig::ONE, rest + right));
    }
    Ok((quotient, rest))
}

/// The float nearest to `left / right`, half to even; the divisor is not zero.
pub fn ratio(gil: Gil<'_>, left: &IBig, right: &IBig) -> Result<f64> {
    if left.is_zero() {
        return Ok(if right.sign() == Sign::Negative { -0.0 } else { 0.0 });
    }
    let negative = left.sign() != right.sign();
    let (left, right) = (magnitude(left), magnitude(right));
    let difference = left.bit_len() as i64 - right.bit_len() as i64;
    let too_large = || overflow_error(gil, "integer division result too large for a float");
    if difference > 1025 {
        return Err(too_large());
    }
    if difference < -1080 {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // Two bits more than the result keeps: one to round by, one that says whether anything follows.
    let exponent = difference.max(-1021) - 55;
    let (scaled, divisor) = match exponent {
        0.. => (left, right << exponent as usize),
        _ => (left << (-exponent) as usize, right),
    };
    let (quotient, rest) = scaled.div_rem(&divisor);
    let mut quotient = u64::try_from(&quotient).unwrap_or(u64::MAX);
    if !rest.is_zero() {
        quotient |= 1;
    }
    let length = 64 - i64::from(quotient.leading_zeros());
    let spare = (length - 53).max(-1074 - exponent);
    let (half, mask) = (1_u64 << (spare - 1), (1_u64 << spare) - 1);
    let (low, mut high) = (quotient & mask, quotient >> spare);
    if low > half || low == half && high & 1 == 1 {
        high += 1;
    }
    let size = scale(high as f64, (exponent + spare) as i32);
    if size.is_infinite() {
        return Err(too_large());
    }
    Ok(if negative { -size } else { size })
}

/// `number * 2**exponent`, rounded once.
pub fn scale(mut number: f64, mut exponent: i32) -> f64 {
    let power = |exponent: i32| f64::from_bits(((1023 + exponent) as u64) << 52);
    for _ in 0..2 {
        if exponent > 1023 {
            number *= power(1023);
            exponent -= 1023;
        } else if exponent < -1022 {
            // 2**53 less at a time than a subnormal result would need, so that only the last step rounds.
            number *= power(-1022) * power(53);
            exponent += 1022 - 53;
        }
    }
    number * power(exponent.clamp(-1022, 1023))
}

/// The nearest float.
pub fn to_float(gil: Gil<'_>, number: Number<'_>) -> Result<f64> {
    let float = number.to_f64();
    if float.is_infinite() {
        return Err(overflow_error(gil, "int too large to convert to float"));
    }
    Ok(float)
}

/// `-value`.
pub fn negative(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(match super::receiver(gil, value)? {
        Number::Small(number) => from_i128(gil, -i128::from(number)),
        Number::Big(number) => from_big(gil, -number),
    })
}

/// `~value`.
pub fn invert(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(match super::receiver(gil, value)? {
        Number::Small(number) => from_i64(gil, !number),
        Number::Big(number) => from_big(gil, -number - IBig::ONE),
    })
}

/// `abs(value)`.
pub fn absolute(gil: Gil<'_>, value: &Value) -> Result<Value> {
    if super::receiver(gil, value)?.is_negative() { negative(gil, value) } else { super::plain(gil, value) }
}

/// `left << right`.
pub fn shift_left(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let Some((left, right)) = pair(left, right) else { return Ok(Value::NOT_IMPLEMENTED) };
    if right.is_negative() {
        return Err(value_error(gil, "negative shift count"));
    }
    if left.is_zero() {
        return Ok(from_i64(gil, 0));
    }
    let count = right.to_i64().ok_or_else(|| overflow_error(gil, "too many digits in integer"))?;
    if let Number::Small(number) = left
        && count < 64
    {
        return Ok(from_i128(gil, i128::from(number) << count));
    }
    let count = count as usize;
    check_size(gil, count.saturating_add(left.bit_length()))?;
    Ok(from_big(gil, left.to_big() << count))
}

/// `left >> right`.
pub fn shift_right(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let Some((left, right)) = pair(left, right) else { return Ok(Value::NOT_IMPLEMENTED) };
    if right.is_negative() {
        return Err(value_error(gil, "negative shift count"));
    }
    let rest = from_i64(gil, if left.is_negative() { -1 } else { 0 });
    let Some(count) = right.to_i64() else { return Ok(rest) };
    Ok(match left {
        Number::Small(number) => from_i64(gil, number >> count.min(63)),
        Number::Big(number) if (count as usize) < magnitude(number).bit_len() => {
            from_big(gil, number >> count as usize)
        }
        Number::Big(_) => rest,
    })
}

fn check_size(gil: Gil<'_>, bits: usize) -> Result<()> {
    if bits > MOST_BITS { Err(memory_error(gil, "")) } else { Ok(()) }
}

/// `left ** right`.
pub fn power(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let Some((base, exponent)) = pair(left, right) else { return Ok(Value::NOT_IMPLEMENTED) };
    if exponent.is_negative() {
        let (left, right) = (Value::float(to_float(gil, base)?), Value::float(to_float(gil, exponent)?));
        return operations::binary(gil, crate::object::Operator::Power, &left, &right);
    }
    if let (Number::Small(base), Number::Small(exponent)) = (base, exponent)
        && let Ok(exponent) = u32::try_from(exponent)
        && let Some(power) = base.checked_pow(exponent)
    {
        return Ok(from_i64(gil, power));
    }
    if let Number::Small(small @ (-1..=1)) = base {
        let odd = match exponent {
            Number::Small(number) => number & 1 == 1,
            Number::Big(number) => magnitude(number).bit(0),
        };
        return Ok(from_i64(gil, if odd { small } else { small * small }));
    }
    let exponent = exponent.to_i64().ok_or_else(|| memory_error(gil, ""))? as usize;
    check_size(gil, base.bit_length().saturating_mul(exponent))?;
    Ok(from_big(gil, base.to_big().pow(exponent)))
}

/// `pow(base, exponent, modulus)`.
pub fn power_modulo(gil: Gil<'_>, base: &Value, exponent: &Value, modulus: &Value) -> Result<Value> {
    if modulus.is_none() {
        return power(gil, base, exponent);
    }
    let (Some((base, exponent)), Some(modulus)) = (pair(base, exponent), number(modulus)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if modulus.is_zero() {
        return Err(value_error(gil, "pow() 3rd argument cannot be 0"));
    }
    let size = magnitude(&modulus.to_big());
    if size.is_one() {
        return Ok(from_big(gil, IBig::ZERO));
    }
    let mut base = base.to_big();
    if exponent.is_negative() {
        base = inverse(gil, &base, &size)?;
    }
    let ring = ConstDivisor::new(size.clone());
    let power = IBig::from(ring.reduce(base).pow(&magnitude(&exponent.to_big())).residue());
    let shifted = modulus.is_negative() && !power.is_zero();
    Ok(from_big(gil, if shifted { power - IBig::from(size) } else { power }))
}

fn inverse(gil: Gil<'_>, base: &IBig, modulus: &UBig) -> Result<IBig> {
    let modulus = IBig::from(modulus.clone());
    let (_, base) = floor_big(gil, base, &modulus, "")?;
    let not_invertible = || value_error(gil, "base is not invertible for the given modulus");
    if base.is_zero() {
        return Err(not_invertible());
    }
    let (divisor, factor, _) = (&base).gcd_ext(&modulus);
    if !divisor.is_one() {
        return Err(not_invertible());
    }
    Ok(floor_big(gil, &factor, &modulus, "")?.1)
}

/// How an int compares to a float; None where the float is no number.
pub fn compare_float(number: Number<'_>, float: f64) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    if let Number::Small(small) = number
        && small.unsigned_abs() <= 1 << 53
    {
        return (small as f64).partial_cmp(&float);
    }
    let whole = crate::types::float::whole(float.trunc());
    let ordering = number.to_big().cmp(&whole);
    Some(ordering.then_with(|| 0.0_f64.total_cmp(&(float - float.trunc() + 0.0))))
}
