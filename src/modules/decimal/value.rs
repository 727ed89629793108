//! `decimal.Decimal`: the payload, and making numbers of other values.

use std::borrow::Cow;

use super::coefficient::{Coefficient, power_of_ten};
use super::context::{self, Context};
use super::number::{Kind, Number, Rounding, Settings, status};
use super::text;
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::raised::{Raised, type_error, value_error};
use crate::object::{Arguments, Parameters, Payload, Ref, Result, Text, Type, Value, operations};
use crate::payload;
use crate::types::float;
use crate::types::int::{self, digits};
use dashu_int::{IBig, UBig};

/// The payload.
pub struct Decimal {
    pub number: Number,
}

impl Payload for Decimal {
    payload!(Decimal, untracked);
}

/// A value of the type itself.
#[inline]
pub fn of(gil: Gil<'_>, number: Number) -> Value {
    Ref::new(gil, Decimal { number }).into_value()
}

/// The number of a Decimal.
#[inline]
pub fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Number> {
    match value.downcast::<Decimal>() {
        Some(decimal) => Ok(&decimal.number),
        None => Err(not_decimal(gil, value)),
    }
}

#[cold]
fn not_decimal(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'decimal.Decimal' object but received a '{name}'"))
}

/// The number that an operand is, if it is a Decimal or an int.
#[inline]
pub fn operand(value: &Value) -> Option<Cow<'_, Number>> {
    match value.downcast::<Decimal>() {
        Some(decimal) => Some(Cow::Borrowed(&decimal.number)),
        None => int::number(value).map(|number| Cow::Owned(of_int(number))),
    }
}

/// The number that an operand is, or a TypeError.
pub fn required<'a>(gil: Gil<'_>, value: &'a Value) -> Result<Cow<'a, Number>> {
    operand(value).ok_or_else(|| unsupported(gil, value))
}

#[cold]
fn unsupported(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("conversion from {name} to Decimal is not supported"))
}

/// The number of an int.
pub fn of_int(number: int::Number<'_>) -> Number {
    match number {
        int::Number::Small(number) => Number::whole(number),
        int::Number::Big(big) => Number::new(number.is_negative(), int::magnitude(big), 0),
    }
}

/// The very number of a float.
pub fn of_float(value: f64) -> Number {
    let negative = value.is_sign_negative();
    if value.is_nan() {
        return Number { negative, ..Number::nan() };
    }
    if value.is_infinite() {
        return Number::infinity(negative);
    }
    if value == 0.0 {
        return Number::new(negative, 0, 0);
    }
    let (mantissa, power) = float::parts(value.abs());
    let zeros = mantissa.trailing_zeros();
    let (mantissa, power) = (UBig::from(mantissa >> zeros), power + zeros as i32);
    let size = power.unsigned_abs() as usize;
    match power >= 0 {
        true => Number::new(negative, mantissa << size, 0),
        false => Number::new(negative, mantissa * UBig::from(5_u8).pow(size), i64::from(power)),
    }
}

/// The text of a str as ASCII: other scripts' digits as those of ASCII. What else is not ASCII makes no number.
fn ascii_of(text: &Text) -> Vec<u8> {
    digits::to_ascii(text)
}

/// The number of a str without rounding: spaces around it and underscores in it do not count.
fn of_text(text: &Text) -> Option<Number> {
    let ascii = ascii_of(text);
    let stripped = digits::strip(&ascii);
    match stripped.contains(&b'_') {
        false => text::parse(stripped),
        true => text::parse(&stripped.iter().copied().filter(|&byte| byte != b'_').collect::<Vec<_>>()),
    }
}

/// The number of a sign, digits and an exponent.
fn of_parts(gil: Gil<'_>, parts: &[Value]) -> Result<Number> {
    let [sign, digits, exponent] = parts else {
        return Err(value_error(gil, "argument must be a sequence of length 3"));
    };
    let negative = match int::number(sign).and_then(int::Number::to_i64) {
        Some(0) => false,
        Some(1) => true,
        _ => return Err(value_error(gil, "sign must be an integer with the value 0 or 1")),
    };
    let kind = match exponent.downcast::<Text>().map(|text| text.bytes()) {
        None => Kind::Finite,
        Some(b"F") => return Ok(Number::infinity(negative)),
        Some(b"n") => Kind::Quiet,
        Some(b"N") => Kind::Signaling,
        Some(_) => {
            return Err(value_error(gil, "string argument in the third position must be 'F', 'n' or 'N'"));
        }
    };
    let exponent = match (kind, int::number(exponent)) {
        (Kind::Finite, None) => return Err(value_error(gil, "exponent must be an integer")),
        (Kind::Finite, Some(_)) => int::to_size(gil, exponent)?,
        _ => 0,
    };
    let wrong = || value_error(gil, "coefficient must be a tuple of digits");
    let items = convert::sequence_items(digits).ok_or_else(wrong)?;
    let mut written = String::with_capacity(items.len());
    for item in &items {
        match int::number(item).and_then(int::Number::to_i64) {
            Some(digit @ 0..=9) => written.push(char::from(b'0' + digit as u8)),
            _ => return Err(wrong()),
        }
    }
    Ok(Number { kind, ..Number::new(negative, text::whole(&written), exponent.clamp(-FAR, FAR)) })
}

/// Exponents beyond this are too far for any context.
const FAR: i64 = 2_500_000_000_000_000_000;

/// The value of a str, a float or anything else that a Decimal can be made of, as it is.
fn of_value(gil: Gil<'_>, value: &Value, context: &Context, status: &mut u32) -> Result<Number> {
    if let Some(known) = operand(value) {
        return Ok(known.into_owned());
    }
    if let Some(text) = value.downcast::<Text>() {
        return Ok(of_text(text).unwrap_or_else(|| Number::invalid(status::CONVERSION_SYNTAX, status)));
    }
    if let Some(number) = float::number(value) {
        context.note(gil, status::FLOAT_OPERATION)?;
        return Ok(of_float(number));
    }
    match convert::sequence_items(value) {
        Some(parts) => of_parts(gil, &parts),
        None => Err(unsupported(gil, value)),
    }
}

/// A number that keeps all its digits, or what is not a number where no context could hold it.
fn exact(number: Number, status: &mut u32) -> Number {
    const NEAR: i64 = 900_000_000_000_000_000;
    if !number.is_finite() || number.exponent.abs() < NEAR {
        return number;
    }
    let mut own = 0;
    let kept = number.finish(&Settings::WIDEST, &mut own);
    if own & (status::INEXACT | status::ROUNDED | status::CLAMPED) != 0 {
        return Number::invalid(status::INVALID_OPERATION, status);
    }
    kept
}

/// `Decimal.__new__`.
pub fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<2> = Parameters::new(["value", "context"], 0);
    let [given, context] = arguments.bind(gil, "", &PARAMETERS)?;
    let is_plain = class.is(Decimal::layout().exact.get(gil).class());
    let number = match given {
        None => Number::new(false, 0, 0),
        Some(value) if is_plain && value.is_exact::<Decimal>(gil) && context.is_none() => {
            return Ok(value.clone());
        }
        Some(value) => {
            let context = context::given_or_current(gil, context)?;
            if is_plain && value.is_exact::<Decimal>(gil) {
                return Ok(value.clone());
            }
            let mut status = 0;
            let number = of_value(gil, value, &context, &mut status)?;
            let number = exact(number, &mut status);
            context.note(gil, status)?;
            number
        }
    };
    Ok(Ref::with_shape(gil, class.root(), Decimal { number }).into_value())
}

/// `Context.create_decimal(value)`: rounded.
pub fn create(gil: Gil<'_>, context: &Ref<Context>, value: Option<&Value>) -> Result<Value> {
    let settings = context.settings.get();
    let mut status = 0;
    let number = match value {
        None => Number::new(false, 0, 0),
        Some(value) => match value.downcast::<Text>() {
            // No spaces and underscores here.
            Some(written) => text::parse(&ascii_of(written))
                .unwrap_or_else(|| Number::invalid(status::CONVERSION_SYNTAX, &mut status)),
            None => of_value(gil, value, context, &mut status)?,
        },
    };
    let number = rounded(number, &settings, &mut status);
    context.note(gil, status)?;
    Ok(of(gil, number))
}

/// A number rounded; what is not a number and has too much to tell is not taken.
fn rounded(number: Number, settings: &Settings, status: &mut u32) -> Number {
    let most = settings.precision - i64::from(settings.clamp);
    if number.is_nan() && !number.digits.is_zero() && number.digits.digits() > most {
        return Number::invalid(status::CONVERSION_SYNTAX, status);
    }
    number.finish(settings, status)
}

/// The number of a float or an int, or a TypeError.
fn of_float_or_int(gil: Gil<'_>, value: &Value) -> Result<Number> {
    if let Some(number) = int::number(value) {
        return Ok(of_int(number));
    }
    float::number(value).map(of_float).ok_or_else(|| type_error(gil, "argument must be int or float"))
}

/// `Decimal.from_float(f)`.
pub fn from_float(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [class, given] = arguments.method(gil, "from_float")?;
    let made = of(gil, of_float_or_int(gil, given)?);
    match class.downcast::<Type>() {
        Some(plain) if plain.is(Decimal::layout().exact.get(gil).class()) => Ok(made),
        _ => operations::call_one(gil, class, &made),
    }
}

/// `Context.create_decimal_from_float(f)`.
pub fn create_from_float(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [context, given] = arguments.method(gil, "create_decimal_from_float")?;
    let context = context::this(gil, context)?;
    let mut status = 0;
    let number = of_float_or_int(gil, given)?.finish(&context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(of(gil, number))
}

// Other values of a number.

/// The int that a number is, rounded, or an error that names what it is converted to.
pub fn to_int(gil: Gil<'_>, number: &Number, rounding: Rounding) -> Result<Value> {
    check_finite(gil, number, "integer")?;
    match super::digits::whole_magnitude(number, rounding) {
        Some(magnitude) => Ok(context::int_of(gil, &magnitude, number.negative)),
        None => Err(crate::object::raised::memory_error(gil, "")),
    }
}

fn check_finite(gil: Gil<'_>, number: &Number, what: &str) -> Result<()> {
    match number.kind {
        Kind::Finite => Ok(()),
        Kind::Infinite => {
            let message = format!("cannot convert Infinity to {what}");
            Err(crate::object::raised::overflow_error(gil, message))
        }
        _ => Err(value_error(gil, format!("cannot convert NaN to {what}"))),
    }
}

/// The nearest float.
pub fn to_float(gil: Gil<'_>, number: &Number) -> Result<f64> {
    Ok(match number.kind {
        Kind::Signaling => return Err(value_error(gil, "cannot convert signaling NaN to float")),
        Kind::Quiet if number.negative => -f64::NAN,
        Kind::Quiet => f64::NAN,
        Kind::Infinite if number.negative => f64::NEG_INFINITY,
        Kind::Infinite => f64::INFINITY,
        Kind::Finite => {
            let sign = if number.negative { "-" } else { "" };
            format!("{sign}{}e{}", number.digits, number.exponent).parse().unwrap_or(f64::NAN)
        }
    })
}

/// `Decimal.as_integer_ratio()`.
pub fn as_integer_ratio(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    use dashu_int::ops::Gcd;
    let [value] = arguments.method(gil, "as_integer_ratio")?;
    let number = this(gil, value)?;
    check_finite(gil, number, "integer ratio")?;
    let places = number.exponent;
    if number.digits.is_zero() {
        return Ok(convert::tuple(gil, convert::ints(gil, [0, 1])));
    }
    if super::number::is_too_much(places.abs(), &mut 0) {
        return Err(crate::object::raised::memory_error(gil, ""));
    }
    let power = power_of_ten(places.unsigned_abs() as usize);
    let (numerator, denominator) = match places >= 0 {
        true => (number.digits.to_big() * power, UBig::ONE),
        false => {
            let digits = number.digits.to_big();
            let common = (&digits).gcd(&power);
            (digits / &common, power / common)
        }
    };
    let numerator = context::int_of(gil, &Coefficient::from(numerator), number.negative);
    Ok(convert::tuple(gil, vec![numerator, int::from_big(gil, IBig::from(denominator))]))
}

/// `Decimal.as_tuple()`.
pub fn as_tuple(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "as_tuple")?;
    let number = this(gil, value)?;
    let exponent = match number.kind {
        Kind::Finite => int::from_i64(gil, number.exponent),
        Kind::Infinite => convert::text(gil, "F"),
        Kind::Quiet => convert::text(gil, "n"),
        Kind::Signaling => convert::text(gil, "N"),
    };
    let written = match number.is_nan() && number.digits.is_zero() {
        true => String::new(),
        false => number.digits.to_string(),
    };
    let digits = written.bytes().map(|digit| int::from_i64(gil, i64::from(digit - b'0'))).collect();
    let parts = [int::from_i64(gil, number.negative.into()), convert::tuple(gil, digits), exponent];
    operations::call(gil, &super::signals::tuple_class(gil)?, Arguments::positional(&parts))
}
