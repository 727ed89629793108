//! `complex`.

use super::float::{self, digits};
use super::int;
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{overflow_error, type_error, value_error, zero_division_error};
use crate::object::slots::{Binary, OPERATORS};
use crate::object::{
    Arguments, Comparison, Operator, Parameters, Payload, Ref, Result, SlotTable, Storage, Text, Value,
    intern, operations,
};
use crate::payload;
use crate::types::{format_spec, tuple};

/// The payload of `complex`.
pub struct Complex {
    pub real: f64,
    pub imaginary: f64,
}

impl Payload for Complex {
    payload!(Complex, untracked);
}

/// A complex number.
pub fn of(gil: Gil<'_>, real: f64, imaginary: f64) -> Value {
    Ref::new(gil, Complex { real, imaginary }).into_value()
}

fn receiver(gil: Gil<'_>, value: &Value) -> Result<(f64, f64)> {
    parts(value).ok_or_else(|| {
        let name = value.class(gil).name();
        type_error(gil, format!("descriptor requires a 'complex' object but received a '{name}'"))
    })
}

/// Both parts, if the value is a complex number.
pub fn parts(value: &Value) -> Option<(f64, f64)> {
    value.downcast::<Complex>().map(|complex| (complex.real, complex.imaginary))
}

/// Both parts of a complex number, a float or an int.
fn operand(gil: Gil<'_>, value: &Value) -> Result<Option<(f64, f64)>> {
    if let Some(parts) = parts(value) {
        return Ok(Some(parts));
    }
    if let Some(number) = float::number(value) {
        return Ok(Some((number, 0.0)));
    }
    match int::number(value) {
        Some(number) => Ok(Some((int::arithmetic::to_float(gil, number)?, 0.0))),
        None => Ok(None),
    }
}

static PARAMETERS: Parameters<2> = Parameters::new(["real", "imag"], 0);

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let [real, imaginary] = arguments.bind(gil, "complex", &PARAMETERS)?;
    let make =
        |(real, imaginary)| Ref::with_shape(gil, class.root(), Complex { real, imaginary }).into_value();
    if let Some(text) = real.filter(|real| real.downcast::<Text>().is_some()) {
        if imaginary.is_some() {
            return Err(type_error(gil, "complex() can't take second arg if first is a string"));
        }
        let ascii = int::text_of(gil, text)?.unwrap_or_default();
        return match parse(&ascii) {
            Some(parts) => Ok(make(parts)),
            None if ascii.contains(&b'_') => {
                let shown = operations::repr(gil, text)?.lossy().into_owned();
                Err(value_error(gil, format!("could not convert string to complex: {shown}")))
            }
            None => Err(value_error(gil, "complex() arg is a malformed string")),
        };
    }
    if let (Some(real), None) = (real, imaginary)
        && real.is_exact::<Complex>(gil)
        && class.is(Complex::layout().exact.get(gil).class())
    {
        return Ok(real.clone());
    }
    if imaginary.is_some_and(|imaginary| imaginary.downcast::<Text>().is_some()) {
        return Err(type_error(gil, "complex() second arg can't be a string"));
    }
    let first = real.map_or(Ok((0.0, 0.0)), |real| {
        convert(gil, real, "complex() first argument must be a string or a number, not '")
    })?;
    let Some(second) = imaginary else { return Ok(make(first)) };
    // A second argument is never asked for its `__complex__`.
    let second = match operand(gil, second)? {
        Some(parts) => parts,
        None => (float::from_number(gil, second, "complex() second argument must be a number, not '")?, 0.0),
    };
    // A part that is a plain number leaves the sign of the other part's zero alone.
    let real_part =
        if imaginary.is_some_and(|value| is_complex(gil, value)) { first.0 - second.1 } else { first.0 };
    let is_whole = real.is_some_and(|value| is_complex(gil, value));
    let imaginary_part = if is_whole { first.1 + second.0 } else { second.0 };
    Ok(make((real_part, imaginary_part)))
}

/// Does the value give a complex number?
fn is_complex(gil: Gil<'_>, value: &Value) -> bool {
    value.downcast::<Complex>().is_some() || value.class(gil).lookup(&intern(gil, "__complex__")).is_some()
}

fn convert(gil: Gil<'_>, value: &Value, what: &str) -> Result<(f64, f64)> {
    let is_derived = value.downcast::<Complex>().is_some() && !value.is_exact::<Complex>(gil);
    if let Some(parts) = operand(gil, value)?.filter(|_| !is_derived) {
        return Ok(parts);
    }
    if let Some(made) = operations::call_special(gil, value, "__complex__", &[])? {
        let name = made.class(gil).name();
        let Some(parts) = parts(&made) else {
            return Err(type_error(gil, format!("__complex__ returned non-complex (type {name})")));
        };
        if !made.is_exact::<Complex>(gil) {
            let message = format!(
                "__complex__ returned non-complex (type {name}).  The ability to return an instance of a strict \
                 subclass of complex is deprecated, and may be removed in a future version of Python."
            );
            super::warning::warn(gil, crate::object::Kind::DeprecationWarning, &message)?;
        }
        return Ok(parts);
    }
    Ok((float::from_number(gil, value, what)?, 0.0))
}

fn parse(text: &[u8]) -> Option<(f64, f64)> {
    let text = std::str::from_utf8(int::digits::strip(text)).ok()?;
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text).trim();
    if inner.contains(char::is_whitespace) {
        return None;
    }
    let Some(body) = inner.strip_suffix(['j', 'J']) else {
        return Some((digits::parse(inner.as_bytes())?, 0.0));
    };
    let imaginary = |text: &str| match text {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        _ => digits::parse(text.as_bytes()),
    };
    let bytes = body.as_bytes();
    let split = (1..bytes.len())
        .rev()
        .find(|&place| matches!(bytes[place], b'+' | b'-') && !matches!(bytes[place - 1], b'e' | b'E'));
    match split {
        Some(place) => Some((digits::parse(&bytes[..place])?, imaginary(&body[place..])?)),
        None => Some((0.0, imaginary(body)?)),
    }
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let (real, imaginary) = receiver(gil, value)?;
    Ok(Ref::text(gil, &text(real, imaginary)).into_value())
}

fn text(real: f64, imaginary: f64) -> String {
    let short = |number: f64| {
        let text = digits::repr(number);
        text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
    };
    if real == 0.0 && real.is_sign_positive() {
        return format!("{}j", short(imaginary));
    }
    let sign = if imaginary.is_sign_negative() && !imaginary.is_nan() { "" } else { "+" };
    format!("({}{sign}{}j)", short(real), short(imaginary))
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let (real, imaginary) = receiver(gil, value)?;
    let sum =
        float::hash_of(value, real).wrapping_add(float::hash_of(value, imaginary).wrapping_mul(1_000_003));
    Ok(if sum == -1 { -2 } else { sum })
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let (real, imaginary) = receiver(gil, left)?;
    if !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let equal = match (parts(right), float::number(right), int::number(right)) {
        (Some(right), ..) => real == right.0 && imaginary == right.1,
        (_, Some(right), _) => imaginary == 0.0 && real == right,
        (_, _, Some(right)) => {
            imaginary == 0.0
                && int::arithmetic::compare_float(right, real).is_some_and(std::cmp::Ordering::is_eq)
        }
        _ => return Ok(Value::NOT_IMPLEMENTED),
    };
    Ok(Value::bool(equal == (comparison == Comparison::Equal)))
}

macro_rules! operators {
    ($($name:ident($gil:ident, $left:ident, $right:ident) $result:expr;)*) => {
        $(
            fn $name($gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
                let (Some($left), Some($right)) = (operand($gil, left)?, operand($gil, right)?) else {
                    return Ok(Value::NOT_IMPLEMENTED);
                };
                let (real, imaginary): (f64, f64) = $result;
                Ok(of($gil, real, imaginary))
            }
        )*
    };
}

operators! {
    add(gil, left, right) (left.0 + right.0, left.1 + right.1);
    subtract(gil, left, right) (left.0 - right.0, left.1 - right.1);
    multiply(gil, left, right) product(left, right);
    true_divide(gil, left, right) {
        quotient(left, right).ok_or_else(|| zero_division_error(gil, "complex division by zero"))?
    };
    power(gil, left, right) raise_to(gil, left, right)?;
}

fn power_modulo(gil: Gil<'_>, base: &Value, exponent: &Value, modulus: &Value) -> Result<Value> {
    let result = power(gil, base, exponent)?;
    if modulus.is_none() || result.is(&Value::NOT_IMPLEMENTED) {
        return Ok(result);
    }
    Err(value_error(gil, "complex modulo"))
}

fn product(left: (f64, f64), right: (f64, f64)) -> (f64, f64) {
    (left.0 * right.0 - left.1 * right.1, left.0 * right.1 + left.1 * right.0)
}

/// The quotient, scaled by the divisor's larger part; None where the divisor is zero.
fn quotient(left: (f64, f64), right: (f64, f64)) -> Option<(f64, f64)> {
    if right.0.abs() >= right.1.abs() {
        if right.0 == 0.0 {
            return None;
        }
        let ratio = right.1 / right.0;
        let divisor = right.0 + right.1 * ratio;
        return Some(((left.0 + left.1 * ratio) / divisor, (left.1 - left.0 * ratio) / divisor));
    }
    let ratio = right.0 / right.1;
    let divisor = right.0 * ratio + right.1;
    Some(((left.0 * ratio + left.1) / divisor, (left.1 * ratio - left.0) / divisor))
}

fn raise_to(gil: Gil<'_>, base: (f64, f64), exponent: (f64, f64)) -> Result<(f64, f64)> {
    if exponent == (0.0, 0.0) {
        return Ok((1.0, 0.0));
    }
    if base == (0.0, 0.0) {
        if exponent.1 != 0.0 || exponent.0 < 0.0 {
            return Err(zero_division_error(gil, "0.0 to a negative or complex power"));
        }
        return Ok((0.0, 0.0));
    }
    let result = if exponent.1 == 0.0 && exponent.0 == exponent.0.floor() && exponent.0.abs() <= 100.0 {
        let (mut power, mut factor, mut count) = ((1.0, 0.0), base, exponent.0.abs() as u32);
        while count > 0 {
            if count & 1 == 1 {
                power = product(power, factor);
            }
            factor = product(factor, factor);
            count >>= 1;
        }
        if exponent.0 > 0.0 {
            power
        } else {
            quotient((1.0, 0.0), power).ok_or_else(|| overflow_error(gil, "complex exponentiation"))?
        }
    } else {
        let (length, angle) = (base.0.hypot(base.1), base.1.atan2(base.0));
        let mut size = length.powf(exponent.0);
        let mut turn = angle * exponent.0;
        if exponent.1 != 0.0 {
            size *= (-angle * exponent.1).exp();
            turn += exponent.1 * length.ln();
        }
        (size * turn.cos(), size * turn.sin())
    };
    if result.0.is_infinite() || result.1.is_infinite() {
        return Err(overflow_error(gil, "complex exponentiation"));
    }
    Ok(result)
}

fn absolute(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let (real, imaginary) = receiver(gil, value)?;
    let size = real.hypot(imaginary);
    if size.is_infinite() && real.is_finite() && imaginary.is_finite() {
        return Err(overflow_error(gil, "absolute value too large"));
    }
    Ok(Value::float(size))
}

fn conjugate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "conjugate")?;
    let (real, imaginary) = receiver(gil, value)?;
    Ok(of(gil, real, -imaginary))
}

fn plain(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__complex__")?;
    let (real, imaginary) = receiver(gil, value)?;
    Ok(of(gil, real, imaginary))
}

fn new_arguments(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__getnewargs__")?;
    let (real, imaginary) = receiver(gil, value)?;
    Ok(tuple::of(gil, vec![Value::float(real), Value::float(imaginary)]))
}

fn format(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, spec] = arguments.method(gil, "__format__")?;
    format_spec::format_value(gil, value, spec)
}

const BINARY: [Option<Binary>; OPERATORS] = {
    let mut slots: [Option<Binary>; OPERATORS] = SlotTable::EMPTY.binary;
    slots[Operator::Add as usize] = Some(add);
    slots[Operator::Subtract as usize] = Some(subtract);
    slots[Operator::Multiply as usize] = Some(multiply);
    slots[Operator::TrueDivide as usize] = Some(true_divide);
    slots[Operator::Power as usize] = Some(power);
    slots
};

pub static SPEC: TypeSpec = TypeSpec {
    name: "complex",
    module: "builtins",
    signature: "(real=0, imag=0)",
    doc: "Create a complex number from a string or numbers.",
    base: None,
    layout: Complex::layout,
    storage: Storage::Nothing,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        truth: Some(|gil, value| Ok(receiver(gil, value)? != (0.0, 0.0))),
        negative: Some(|gil, value| receiver(gil, value).map(|(real, imaginary)| of(gil, -real, -imaginary))),
        positive: Some(|gil, value| receiver(gil, value).map(|(real, imaginary)| of(gil, real, imaginary))),
        absolute: Some(absolute),
        power: Some(power_modulo),
        binary: BINARY,
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("conjugate", "($self, /)", "Return the complex conjugate of its argument.", conjugate),
        Function::new("__complex__", "($self, /)", "Convert this value to exact type complex.", plain),
        Function::new("__getnewargs__", "($self, /)", "", new_arguments),
        Function::new(
            "__format__",
            "($self, format_spec, /)",
            "Convert to a string according to format_spec.",
            format,
        ),
    ],
    attributes: &[
        Attribute::member("real", "the real part of a complex number", |gil, value| {
            Ok(Value::float(receiver(gil, value)?.0))
        }),
        Attribute::member("imag", "the imaginary part of a complex number", |gil, value| {
            Ok(Value::float(receiver(gil, value)?.1))
        }),
    ],
};
