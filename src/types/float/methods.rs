//! The methods of floats.

use dashu_int::IBig;

use super::{parts, receiver, to_int};
use crate::gil::Gil;
use crate::object::native::{Attribute, Function};
use crate::object::raised::{overflow_error, type_error, value_error};
use crate::object::{Arguments, Ref, Result, Text, Value, operations};
use crate::types::int::arithmetic::scale;
use crate::types::{format_spec, int, tuple};

fn this(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<f64> {
    let [value] = arguments.method(gil, name)?;
    receiver(gil, value)
}

fn conjugate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    this(gil, arguments, "conjugate").map(Value::float)
}

fn is_integer(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let number = this(gil, arguments, "is_integer")?;
    Ok(Value::bool(number.is_finite() && number == number.trunc()))
}

fn trunc(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    to_int(gil, this(gil, arguments, "__trunc__")?)
}

fn floor(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    to_int(gil, this(gil, arguments, "__floor__")?.floor())
}

fn ceil(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    to_int(gil, this(gil, arguments, "__ceil__")?.ceil())
}

/// `round(value, digits)`: exact decimal rounding, half to even.
fn round(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "__round__", 1, 2)?;
    let number = receiver(gil, &values[0])?;
    let Some(digits) = values.get(1).filter(|digits| !digits.is_none()) else {
        return to_int(gil, number.round_ties_even());
    };
    let digits = int::clamped(gil, digits)?;
    if !number.is_finite() || number == 0.0 || digits > 323 {
        return Ok(Value::float(number));
    }
    if digits < -308 {
        return Ok(Value::float(0.0_f64.copysign(number)));
    }
    let rounded = if digits >= 0 {
        format!("{number:.*}", digits as usize).parse().unwrap_or(number)
    } else {
        let unit = IBig::from(10).pow(-digits as usize);
        let whole = super::whole(number.trunc());
        let twice = IBig::from(2) * &whole;
        let mut quotient = &whole / &unit;
        let rest: IBig = &twice - IBig::from(2) * &quotient * &unit;
        let (rest, exact) = (if number < 0.0 { -rest } else { rest }, number == number.trunc());
        let odd = (&quotient % IBig::from(2)) != IBig::ZERO;
        if rest > unit || rest == unit && (odd || !exact) {
            quotient += IBig::from(if number < 0.0 { -1 } else { 1 });
        }
        (quotient * unit).to_string().parse::<f64>().unwrap_or(number).abs().copysign(number)
    };
    if rounded.is_infinite() {
        return Err(overflow_error(gil, "rounded value too large to represent"));
    }
    Ok(Value::float(rounded))
}

fn as_integer_ratio(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let number = this(gil, arguments, "as_integer_ratio")?;
    if number.is_nan() {
        return Err(value_error(gil, "cannot convert NaN to integer ratio"));
    }
    if number.is_infinite() {
        return Err(overflow_error(gil, "cannot convert Infinity to integer ratio"));
    }
    if number == 0.0 {
        return Ok(tuple::of(gil, vec![int::from_i64(gil, 0), int::from_i64(gil, 1)]));
    }
    let (mantissa, exponent) = parts(number.abs());
    let zeros = mantissa.trailing_zeros();
    let (mantissa, exponent) = (mantissa >> zeros, exponent + zeros as i32);
    let mut above = IBig::from(mantissa) << exponent.max(0) as usize;
    if number < 0.0 {
        above = -above;
    }
    let below = IBig::ONE << (-exponent).max(0) as usize;
    Ok(tuple::of(gil, vec![int::from_big(gil, above), int::from_big(gil, below)]))
}

fn hex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let number = this(gil, arguments, "hex")?;
    if !number.is_finite() {
        return Ok(Ref::text(gil, &super::digits::repr(number)).into_value());
    }
    let sign = if number.is_sign_negative() { "-" } else { "" };
    let bits = number.to_bits();
    let (exponent, fraction) = ((bits >> 52 & 0x7FF) as i32, bits & ((1 << 52) - 1));
    let text = match (exponent, fraction) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format!("{sign}0x1.{fraction:013x}p{:+}", exponent - 1023),
    };
    Ok(Ref::text(gil, &text).into_value())
}

fn from_hex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [class, text] = arguments.method(gil, "fromhex")?;
    let Some(text) = text.downcast::<Text>() else {
        return Err(type_error(gil, "bad argument type for built-in operation"));
    };
    let number = parse_hex(&text.lossy())
        .ok_or_else(|| value_error(gil, "invalid hexadecimal floating-point string"))?;
    if number.is_infinite() && !text.lossy().to_ascii_lowercase().contains("inf") {
        return Err(overflow_error(gil, "hexadecimal value too large to represent as a float"));
    }
    let number = Value::float(number);
    if class.is(super::class(gil).as_value()) {
        Ok(number)
    } else {
        operations::call_one(gil, class, &number)
    }
}

fn parse_hex(text: &str) -> Option<f64> {
    let text = text.trim().to_ascii_lowercase();
    let negative = text.starts_with('-');
    let rest = text.strip_prefix(['+', '-']).unwrap_or(&text);
    let sign = if negative { -1.0 } else { 1.0 };
    match rest {
        "inf" | "infinity" => return Some(sign * f64::INFINITY),
        "nan" => return Some(f64::NAN.copysign(sign)),
        _ => {}
    }
    let rest = rest.strip_prefix("0x").unwrap_or(rest);
    let (digits, exponent) = match rest.split_once('p') {
        Some((digits, exponent)) => (digits, parse_exponent(exponent)?),
        None => (rest, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let number = IBig::from_str_radix(&all, 16).ok()?;
    let exponent = exponent - 4 * fraction.len() as i64;
    Some(sign * round_to_float(&number, exponent))
}

/// A decimal exponent; one that is out of all bounds becomes one that is as good.
fn parse_exponent(text: &str) -> Option<i64> {
    const FAR: i64 = i64::MAX / 4;
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse::<i64>().map_or(FAR, |size| size.min(FAR));
    Some(if text.starts_with('-') { -size } else { size })
}

/// `number * 2**exponent` rounded half to even; the number is not negative.
fn round_to_float(number: &IBig, exponent: i64) -> f64 {
    let length = int::Number::Big(number).bit_length() as i64;
    if length == 0 || length + exponent < -1080 {
        return 0.0;
    }
    if length + exponent > 1024 {
        return f64::INFINITY;
    }
    let spare = (length - 53).max(-1074 - exponent).max(0);
    let mut kept = number >> spare as usize;
    let rest = number - (&kept << spare as usize);
    if spare > 0 {
        let half = IBig::ONE << (spare - 1) as usize;
        if rest > half || rest == half && (&kept % IBig::from(2)) != IBig::ZERO {
            kept += IBig::ONE;
        }
    }
    scale(kept.to_f64().value(), (exponent + spare) as i32)
}

fn new_arguments(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let number = this(gil, arguments, "__getnewargs__")?;
    Ok(tuple::of(gil, vec![Value::float(number)]))
}

fn format(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, spec] = arguments.method(gil, "__format__")?;
    format_spec::format_value(gil, value, spec)
}

fn get_format(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [_, kind] = arguments.method(gil, "__getformat__")?;
    match kind.downcast::<Text>().map(|kind| kind.bytes().to_vec()).as_deref() {
        Some(b"double" | b"float") => Ok(Ref::text(gil, "IEEE, little-endian").into_value()),
        _ => Err(value_error(gil, "__getformat__() argument 1 must be 'double' or 'float'")),
    }
}

pub static METHODS: &[Function] = &[
    Function::new("conjugate", "($self, /)", "Return self, the complex conjugate of any float.", conjugate),
    Function::new("is_integer", "($self, /)", "Return True if the float is an integer.", is_integer),
    Function::new("__trunc__", "($self, /)", "Return the Integral closest to x between 0 and x.", trunc),
    Function::new("__floor__", "($self, /)", "Return the floor as an Integral.", floor),
    Function::new("__ceil__", "($self, /)", "Return the ceiling as an Integral.", ceil),
    Function::new(
        "__round__",
        "($self, ndigits=None, /)",
        "Return the Integral closest to x, rounding half toward even.",
        round,
    ),
    Function::new(
        "as_integer_ratio",
        "($self, /)",
        "Return a pair of integers, whose ratio is exactly equal to the original float.",
        as_integer_ratio,
    ),
    Function::new(
        "hex",
        "($self, /)",
        "Return a hexadecimal representation of a floating-point number.",
        hex,
    ),
    Function::class(
        "fromhex",
        "($type, string, /)",
        "Create a floating-point number from a hexadecimal string.",
        from_hex,
    ),
    Function::new("__getnewargs__", "($self, /)", "", new_arguments),
    Function::new(
        "__format__",
        "($self, format_spec, /)",
        "Formats the float according to format_spec.",
        format,
    ),
    Function::class("__getformat__", "($type, typestr, /)", "", get_format),
];

pub static ATTRIBUTES: &[Attribute] = &[
    Attribute::read_only("real", "the real part of a complex number", |gil, value| {
        receiver(gil, value).map(Value::float)
    }),
    Attribute::read_only("imag", "the imaginary part of a complex number", |_, _| Ok(Value::float(0.0))),
];
