//! `float`: numbers in the value itself; instances of subclasses are objects with a [`Float`].
//!
//! In reading order: this file (payload, operators), `digits` (text to number and back), `methods`.

pub mod digits;
pub mod half;
mod methods;

use dashu_int::IBig;

use super::int::{self, Number};
use super::tuple;
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::TypeSpec;
use crate::object::raised::{Kind, Raised, overflow_error, type_error, value_error, zero_division_error};
use crate::object::slots::{Binary, OPERATORS};
use crate::object::{
    Arguments, Comparison, Operator, Payload, Ref, Result, SlotTable, Storage, Value, operations,
};
use crate::payload;

/// The payload of instances of subclasses of `float`; ordinary floats are in the value.
pub struct Float {
    pub number: f64,
}

impl Payload for Float {
    payload!(Float, untracked);
}

/// The number, if the value is a float.
#[inline]
pub fn number(value: &Value) -> Option<f64> {
    value.bits().as_float().or_else(|| value.downcast::<Float>().map(|float| float.number))
}

/// The number as the operand of a float's operator: that of a float or an int.
fn operand(gil: Gil<'_>, value: &Value) -> Result<Option<f64>> {
    if let Some(number) = number(value) {
        return Ok(Some(number));
    }
    match int::number(value) {
        Some(number) => int::arithmetic::to_float(gil, number).map(Some),
        None => Ok(None),
    }
}

/// The number that `__float__` gave; one of a subclass is out of fashion.
fn number_given(gil: Gil<'_>, value: &Value, result: &Value) -> Result<f64> {
    let (class, name) = (value.class(gil).name(), result.class(gil).name());
    let Some(number) = number(result) else {
        return Err(type_error(gil, format!("{class}.__float__ returned non-float (type {name})")));
    };
    if result.bits().as_float().is_none() {
        let message = format!(
            "{class}.__float__ returned non-float (type {name}).  The ability to return an instance of a strict \
             subclass of float is deprecated, and may be removed in a future version of Python."
        );
        super::warning::warn(gil, Kind::DeprecationWarning, &message)?;
    }
    Ok(number)
}

/// The number that a value stands for, by `__float__` or `__index__`; `what` begins the message where it has neither.
pub fn from_number(gil: Gil<'_>, value: &Value, what: &str) -> Result<f64> {
    if let Some(number) = operand(gil, value)? {
        return Ok(number);
    }
    let class = value.class(gil);
    if let Some(slot) = class.slots.float.get() {
        let result = slot(gil, value)?;
        return number_given(gil, value, &result);
    }
    if class.slots.index.get().is_some() {
        let index = int::index(gil, value)?;
        return Ok(operand(gil, &index)?.unwrap_or(0.0));
    }
    Err(type_error(gil, format!("{what}{}{}", class.name(), if what.ends_with('\'') { "'" } else { "" })))
}

/// The number that a value stands for, as natives read their arguments.
pub fn to_f64(gil: Gil<'_>, value: &Value) -> Result<f64> {
    from_number(gil, value, "must be real number, not ")
}

/// The integer of a float that has no fraction.
pub fn whole(number: f64) -> IBig {
    if number.abs() < 9e18 {
        return IBig::from(number as i64);
    }
    let bits = number.to_bits();
    let mantissa = (bits & ((1 << 52) - 1)) | 1 << 52;
    let size = IBig::from(mantissa) << ((bits >> 52 & 0x7FF) as usize - 1075);
    if number < 0.0 { -size } else { size }
}

/// The int of a float without its fraction.
pub fn to_int(gil: Gil<'_>, number: f64) -> Result<Value> {
    if number.is_nan() {
        return Err(value_error(gil, "cannot convert float NaN to integer"));
    }
    if number.is_infinite() {
        return Err(overflow_error(gil, "cannot convert float infinity to integer"));
    }
    let number = number.trunc();
    if number.abs() < 9e18 {
        return Ok(int::from_i64(gil, number as i64));
    }
    Ok(int::from_big(gil, whole(number)))
}

/// The type object.
pub fn class(gil: Gil<'_>) -> &Ref<Type> {
    Float::layout().exact.get(gil).class()
}

/// The receiver's number.
pub fn receiver(gil: Gil<'_>, value: &Value) -> Result<f64> {
    number(value).ok_or_else(|| {
        let name = value.class(gil).name();
        type_error(gil, format!("descriptor requires a 'float' object but received a '{name}'"))
    })
}

/// A plain float of the same number.
fn plain(gil: Gil<'_>, value: &Value) -> Result<Value> {
    receiver(gil, value).map(Value::float)
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let values = super::class::for_new(class, self::class(gil), arguments).between(gil, "float", 0, 1)?;
    let number = match values.first() {
        None => 0.0,
        Some(value) => from_value(gil, value)?,
    };
    if class.is(self::class(gil)) {
        return Ok(Value::float(number));
    }
    Ok(Ref::with_shape(gil, class.root(), Float { number }).into_value())
}

/// `float(value)`.
pub fn from_value(gil: Gil<'_>, value: &Value) -> Result<f64> {
    let is_number = number(value).is_some() || value.class(gil).slots.float.get().is_some();
    if !is_number && let Some(text) = int::text_of(gil, value)? {
        return digits::parse(&text).ok_or_else(|| not_a_float(gil, value));
    }
    if value.downcast::<Float>().is_some()
        && let Some(slot) = value.class(gil).slots.float.get()
    {
        let result = slot(gil, value)?;
        return number_given(gil, value, &result);
    }
    from_number(gil, value, "float() argument must be a string or a real number, not '")
}

#[cold]
fn not_a_float(gil: Gil<'_>, value: &Value) -> Raised {
    match operations::repr(gil, value) {
        Ok(shown) => value_error(gil, format!("could not convert string to float: {}", shown.lossy())),
        Err(raised) => raised,
    }
}

/// The hash, equal to that of an int of the same value.
pub fn hash_of(value: &Value, number: f64) -> i64 {
    if number.is_nan() {
        return super::object::identity_hash_of(value);
    }
    if number.is_infinite() {
        return if number > 0.0 { 314_159 } else { -314_159 };
    }
    if number == number.trunc() && number.abs() < 9e18 {
        return int::hash_of(Number::Small(number as i64));
    }
    const PRIME: u64 = (1 << 61) - 1;
    let (mantissa, exponent) = parts(number.abs());
    let turn = exponent.rem_euclid(61) as u32;
    let turned = ((u128::from(mantissa) << turn) % u128::from(PRIME)) as i64;
    match if number < 0.0 { -turned } else { turned } {
        -1 => -2,
        hash => hash,
    }
}

/// Mantissa and exponent of a positive number: `mantissa * 2**exponent`.
pub fn parts(number: f64) -> (u64, i32) {
    let bits = number.to_bits();
    let (exponent, fraction) = ((bits >> 52 & 0x7FF) as i32, bits & ((1 << 52) - 1));
    if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) }
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let left = receiver(gil, left)?;
    let ordering = match (number(right), int::number(right)) {
        (Some(right), _) => left.partial_cmp(&right),
        (None, Some(right)) => int::arithmetic::compare_float(right, left).map(std::cmp::Ordering::reverse),
        (None, None) => return Ok(Value::NOT_IMPLEMENTED),
    };
    Ok(Value::bool(match ordering {
        Some(ordering) => comparison.holds(ordering),
        None => comparison == Comparison::NotEqual,
    }))
}

macro_rules! operators {
    ($($name:ident($gil:ident, $left:ident, $right:ident) $result:expr;)*) => {
        $(
            fn $name($gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
                if number(left).is_none() && int::number(left).is_none()
                    || number(right).is_none() && int::number(right).is_none()
                {
                    return Ok(Value::NOT_IMPLEMENTED);
                }
                let (Some($left), Some($right)) = (operand($gil, left)?, operand($gil, right)?) else {
                    return Ok(Value::NOT_IMPLEMENTED);
                };
                $result
            }
        )*
    };
}

operators! {
    add(gil, left, right) Ok(Value::float(left + right));
    subtract(gil, left, right) Ok(Value::float(left - right));
    multiply(gil, left, right) Ok(Value::float(left * right));
    true_divide(gil, left, right) {
        non_zero(gil, right, "float division by zero")?;
        Ok(Value::float(left / right))
    };
    floor_divide(gil, left, right) {
        non_zero(gil, right, "float floor division by zero")?;
        Ok(Value::float(floor_and_rest(left, right).0))
    };
    modulo(gil, left, right) {
        non_zero(gil, right, "float modulo by zero")?;
        Ok(Value::float(floor_and_rest(left, right).1))
    };
    div_mod(gil, left, right) {
        non_zero(gil, right, "float divmod()")?;
        let (quotient, rest) = floor_and_rest(left, right);
        Ok(tuple::of(gil, vec![Value::float(quotient), Value::float(rest)]))
    };
    power(gil, left, right) raise_to(gil, left, right);
}

fn non_zero(gil: Gil<'_>, divisor: f64, message: &str) -> Result<()> {
    if divisor == 0.0 { Err(zero_division_error(gil, message)) } else { Ok(()) }
}

/// `left // right` and `left % right`; the rest has the divisor's sign.
pub fn floor_and_rest(left: f64, right: f64) -> (f64, f64) {
    let mut rest = left % right;
    let mut quotient = (left - rest) / right;
    if rest == 0.0 {
        rest = 0.0_f64.copysign(right);
    } else if (right < 0.0) != (rest < 0.0) {
        rest += right;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(left / right), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

/// `left ** right`; a root of a negative number is a complex one.
pub fn raise_to(gil: Gil<'_>, left: f64, right: f64) -> Result<Value> {
    if left == 0.0 && right < 0.0 && right.is_finite() {
        return Err(zero_division_error(gil, "0.0 cannot be raised to a negative power"));
    }
    if left < 0.0 && left.is_finite() && right.is_finite() && right != right.floor() {
        let power = (-left).powf(right);
        let (sine, cosine) = (right * std::f64::consts::PI).sin_cos();
        return Ok(super::complex::of(gil, power * cosine, power * sine));
    }
    let power = left.powf(right);
    if power.is_infinite() && left.is_finite() && right.is_finite() {
        let arguments =
            vec![int::from_i64(gil, 34), Ref::text(gil, "Numerical result out of range").into_value()];
        return Err(Raised::with_arguments(gil, Kind::OverflowError, arguments));
    }
    Ok(Value::float(power))
}

fn power_modulo(gil: Gil<'_>, base: &Value, exponent: &Value, modulus: &Value) -> Result<Value> {
    if modulus.is_none() {
        return power(gil, base, exponent);
    }
    let is_real = |value: &Value| number(value).is_some() || int::number(value).is_some();
    if !is_real(base) || !is_real(exponent) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Err(type_error(gil, "pow() 3rd argument not allowed unless all arguments are integers"))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(Ref::text(gil, &digits::repr(receiver(gil, value)?)).into_value())
}

const BINARY: [Option<Binary>; OPERATORS] = {
    let mut slots: [Option<Binary>; OPERATORS] = SlotTable::EMPTY.binary;
    slots[Operator::Add as usize] = Some(add);
    slots[Operator::Subtract as usize] = Some(subtract);
    slots[Operator::Multiply as usize] = Some(multiply);
    slots[Operator::TrueDivide as usize] = Some(true_divide);
    slots[Operator::FloorDivide as usize] = Some(floor_divide);
    slots[Operator::Modulo as usize] = Some(modulo);
    slots[Operator::DivMod as usize] = Some(div_mod);
    slots[Operator::Power as usize] = Some(power);
    slots
};

pub static SPEC: TypeSpec = TypeSpec {
    name: "float",
    module: "builtins",
    signature: "(x=0, /)",
    doc: "Convert a string or number to a floating-point number, if possible.",
    base: None,
    layout: Float::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::MATCH_SELF,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        hash: Some(|gil, value| Ok(hash_of(value, receiver(gil, value)?))),
        compare: Some(compare),
        truth: Some(|gil, value| Ok(receiver(gil, value)? != 0.0)),
        negative: Some(|gil, value| Ok(Value::float(-receiver(gil, value)?))),
        positive: Some(plain),
        absolute: Some(|gil, value| Ok(Value::float(receiver(gil, value)?.abs()))),
        int: Some(|gil, value| to_int(gil, receiver(gil, value)?)),
        float: Some(plain),
        power: Some(power_modulo),
        binary: BINARY,
        ..SlotTable::EMPTY
    },
    methods: methods::METHODS,
    attributes: methods::ATTRIBUTES,
};
