//! `int`: numbers of any size. Those of 50 bits are in the value, the others are objects with a [`BigInt`].
//!
//! Invariant: a plain int that fits into a value is in the value; only instances of subclasses are objects at any size.
//! In reading order: this file (payload, making and reading), `arithmetic`, `digits` (text to number and back),
//! `methods`.

pub mod arithmetic;
pub mod digits;
mod methods;

use dashu_int::ops::BitTest;
use dashu_int::{IBig, Sign, UBig};

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::TypeSpec;
use crate::object::raised::{Raised, index_error, overflow_error, type_error, value_error};
use crate::object::{
    Arguments, Bits, Comparison, Operator, Parameters, Payload, Ref, Result, SlotTable, Storage, Text, Value,
};
use crate::payload;
use crate::types::bytes::Bytes;

/// The payload of ints that do not fit into a value, and of all instances of subclasses.
pub struct BigInt {
    pub number: IBig,
}

impl Payload for BigInt {
    payload!(BigInt, untracked);
}

/// An int's number, wherever it lies.
#[derive(Clone, Copy)]
pub enum Number<'a> {
    Small(i64),
    Big(&'a IBig),
}

impl Number<'_> {
    /// As a number of any size.
    pub fn to_big(self) -> IBig {
        match self {
            Number::Small(number) => number.into(),
            Number::Big(number) => number.clone(),
        }
    }

    /// As a number of 64 bits, if it has no more.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            Number::Small(number) => Some(number),
            Number::Big(number) => i64::try_from(number).ok(),
        }
    }

    /// Is it below zero?
    pub fn is_negative(self) -> bool {
        match self {
            Number::Small(number) => number < 0,
            Number::Big(number) => number.sign() == Sign::Negative,
        }
    }

    /// Is it zero?
    pub fn is_zero(self) -> bool {
        match self {
            Number::Small(number) => number == 0,
            Number::Big(number) => number.is_zero(),
        }
    }

    /// The nearest float; infinite where it is too large.
    pub fn to_f64(self) -> f64 {
        match self {
            Number::Small(number) => number as f64,
            Number::Big(number) => number.to_f64().value(),
        }
    }

    /// Bits of its magnitude.
    pub fn bit_length(self) -> usize {
        match self {
            Number::Small(number) => 64 - number.unsigned_abs().leading_zeros() as usize,
            Number::Big(number) => magnitude(number).bit_len(),
        }
    }
}

/// The magnitude.
pub fn magnitude(number: &IBig) -> UBig {
    number.clone().into_parts().1
}

/// The number of an int, a bool or an instance of a subclass.
#[inline]
pub fn number(value: &Value) -> Option<Number<'_>> {
    match value.bits() {
        Bits::TRUE => Some(Number::Small(1)),
        Bits::FALSE => Some(Number::Small(0)),
        bits => match bits.as_int() {
            Some(number) => Some(Number::Small(number)),
            None => value.downcast::<BigInt>().map(|big| Number::Big(&big.number)),
        },
    }
}

/// Is it of exactly the type `int`?
pub fn is_exact(gil: Gil<'_>, value: &Value) -> bool {
    value.bits().as_int().is_some() || value.is_exact::<BigInt>(gil)
}

/// The number as one of any size, if the value is an int.
pub fn to_big(value: &Value) -> Option<IBig> {
    number(value).map(Number::to_big)
}

/// An int.
#[inline]
pub fn from_i64(gil: Gil<'_>, number: i64) -> Value {
    Value::small_int(number).unwrap_or_else(|| Ref::new(gil, BigInt { number: number.into() }).into_value())
}

/// An int.
pub fn from_usize(gil: Gil<'_>, number: usize) -> Value {
    from_i128(gil, number as i128)
}

/// An int.
pub fn from_i128(gil: Gil<'_>, number: i128) -> Value {
    match i64::try_from(number) {
        Ok(number) => from_i64(gil, number),
        Err(_) => Ref::new(gil, BigInt { number: number.into() }).into_value(),
    }
}

/// An int.
pub fn from_big(gil: Gil<'_>, number: IBig) -> Value {
    match i64::try_from(&number) {
        Ok(number) => from_i64(gil, number),
        Err(_) => Ref::new(gil, BigInt { number }).into_value(),
    }
}

/// The int that a value stands for, by `__index__`.
pub fn index(gil: Gil<'_>, value: &Value) -> Result<Value> {
    if number(value).is_some() {
        return Ok(value.clone());
    }
    let class = value.class(gil);
    let Some(slot) = class.slots.index.get() else {
        return Err(type_error(
            gil,
            format!("'{}' object cannot be interpreted as an integer", class.name()),
        ));
    };
    let result = slot(gil, value)?;
    if number(&result).is_none() {
        let name = result.class(gil).name();
        return Err(type_error(gil, format!("__index__ returned non-int (type {name})")));
    }
    warn_of_subclass(gil, "__index__", &result)?;
    Ok(result)
}

/// The number that a value stands for, by `__index__`, of any size.
pub fn index_big(gil: Gil<'_>, value: &Value) -> Result<IBig> {
    let value = index(gil, value)?;
    Ok(to_big(&value).unwrap_or_default())
}

/// The number that a value stands for, by `__index__`, of 64 bits.
pub fn to_i64(gil: Gil<'_>, value: &Value) -> Result<i64> {
    if let Some(number) = value.bits().as_int() {
        return Ok(number);
    }
    let value = index(gil, value)?;
    number(&value)
        .and_then(Number::to_i64)
        .ok_or_else(|| overflow_error(gil, "Python int too large to convert to C long"))
}

/// The number that a value stands for as a size or an index; OverflowError where it is too large.
pub fn to_size(gil: Gil<'_>, value: &Value) -> Result<i64> {
    if let Some(number) = value.bits().as_int() {
        return Ok(number);
    }
    let value = index(gil, value)?;
    number(&value)
        .and_then(Number::to_i64)
        .ok_or_else(|| overflow_error(gil, "Python int too large to convert to C ssize_t"))
}

/// The number that a value stands for as the index of a sequence; IndexError where it is too large.
pub fn as_index(gil: Gil<'_>, value: &Value) -> Result<i64> {
    if let Some(number) = value.bits().as_int() {
        return Ok(number);
    }
    let number_of = index(gil, value)?;
    number(&number_of).and_then(Number::to_i64).ok_or_else(|| {
        let name = value.class(gil).name();
        index_error(gil, format!("cannot fit '{name}' into an index-sized integer"))
    })
}

/// The number that a value stands for; one of more than 64 bits becomes the nearest of 64.
pub fn clamped(gil: Gil<'_>, value: &Value) -> Result<i64> {
    if let Some(number) = value.bits().as_int() {
        return Ok(number);
    }
    let value = index(gil, value)?;
    Ok(number(&value).map_or(0, |number| {
        number.to_i64().unwrap_or(if number.is_negative() { i64::MIN } else { i64::MAX })
    }))
}

/// The type object.
pub fn class(gil: Gil<'_>) -> &Ref<Type> {
    BigInt::layout().exact.get(gil).class()
}

/// An int of a class: of `int` itself, or an instance of a subclass.
pub fn of_class(gil: Gil<'_>, of: &Ref<Type>, number: IBig) -> Value {
    if of.is(class(gil)) {
        return from_big(gil, number);
    }
    Ref::with_shape(gil, of.root(), BigInt { number }).into_value()
}

/// The hash of a number: its remainder by the prime 2**61 - 1, with its sign.
pub fn hash_of(number: Number<'_>) -> i64 {
    const PRIME: u64 = (1 << 61) - 1;
    let rest = match number {
        Number::Small(number) => number.unsigned_abs() % PRIME,
        Number::Big(number) => {
            let rest: UBig = magnitude(number) % UBig::from(PRIME);
            u64::try_from(&rest).unwrap_or(0)
        }
    } as i64;
    match if number.is_negative() { -rest } else { rest } {
        -1 => -2,
        hash => hash,
    }
}

/// The receiver's number.
pub fn receiver<'a>(gil: Gil<'_>, value: &'a Value) -> Result<Number<'a>> {
    number(value).ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'int' object but received a '{name}'"))
}

/// A plain int of the same number.
pub fn plain(gil: Gil<'_>, value: &Value) -> Result<Value> {
    if value.bits().is_int() || value.is_exact::<BigInt>(gil) {
        return Ok(value.clone());
    }
    Ok(from_big(gil, receiver(gil, value)?.to_big()))
}

static PARAMETERS: Parameters<2> = Parameters::new(["x", "base"], 0).positional_only(1);

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    if arguments.names.is_empty() {
        arguments.between(gil, "int", 0, 2)?;
    }
    let [x, base] = arguments.bind(gil, "int", &PARAMETERS)?;
    let value = match (x, base) {
        (None, None) => from_i64(gil, 0),
        (None, Some(_)) => return Err(type_error(gil, "int() missing string argument")),
        (Some(x), None) => from_value(gil, x)?,
        (Some(x), Some(base)) => with_base(gil, x, base)?,
    };
    if class.is(self::class(gil)) {
        return plain(gil, &value);
    }
    Ok(of_class(gil, class, receiver(gil, &value)?.to_big()))
}

fn with_base(gil: Gil<'_>, x: &Value, base: &Value) -> Result<Value> {
    let base = clamped(gil, base)?;
    if base != 0 && !(2..=36).contains(&base) {
        return Err(value_error(gil, "int() base must be >= 2 and <= 36, or 0"));
    }
    let is_string = x.downcast::<Bytes>().is_some()
        || x.downcast::<Text>().is_some()
        || x.downcast::<super::bytearray::ByteArray>().is_some();
    match text_of(gil, x)?.filter(|_| is_string) {
        Some(text) => digits::parse(gil, &text, base as u32, x),
        None => Err(type_error(gil, "int() can't convert non-string with explicit base")),
    }
}

/// The characters of a str or of bytes.
pub fn text_of(gil: Gil<'_>, value: &Value) -> Result<Option<Vec<u8>>> {
    if let Some(text) = value.downcast::<Text>() {
        return Ok(Some(digits::to_ascii(text)));
    }
    if let Some(bytes) = value.downcast::<Bytes>() {
        return Ok(Some(bytes.bytes.clone()));
    }
    super::buffer::lent(gil, value)
}

/// A special method has given an instance of a subclass of int.
fn warn_of_subclass(gil: Gil<'_>, method: &str, result: &Value) -> Result<()> {
    if result.bits().is_int() || result.is_exact::<BigInt>(gil) {
        return Ok(());
    }
    let name = result.class(gil).name();
    let message = format!(
        "{method} returned non-int (type {name}).  The ability to return an instance of a strict subclass of int is \
         deprecated, and may be removed in a future version of Python."
    );
    super::warning::warn(gil, crate::object::Kind::DeprecationWarning, &message)
}

fn plain_or_bool(gil: Gil<'_>, value: &Value) -> Result<Value> {
    match number(value) {
        Some(_) if value.is(&Value::TRUE) || value.is(&Value::FALSE) => {
            Ok(from_i64(gil, i64::from(value.is(&Value::TRUE))))
        }
        _ => plain(gil, value),
    }
}

/// `int()` of what can do nothing but truncate itself, which is on its way out.
fn truncated(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(method) = crate::object::operations::special_method(gil, value, "__trunc__")? else {
        return Ok(None);
    };
    let message = "The delegation of int() to __trunc__ is deprecated.";
    super::warning::warn(gil, crate::object::Kind::DeprecationWarning, message)?;
    let result = crate::object::operations::call(gil, &method, Arguments::NONE)?;
    if number(&result).is_some() {
        return plain_or_bool(gil, &result).map(Some);
    }
    if result.class(gil).slots.index.get().is_none() {
        let name = result.class(gil).name();
        return Err(type_error(gil, format!("__trunc__ returned non-Integral (type {name})")));
    }
    plain_or_bool(gil, &index(gil, &result)?).map(Some)
}

/// `int(value)`.
pub fn from_value(gil: Gil<'_>, value: &Value) -> Result<Value> {
    if value.bits().is_int() || value.is_exact::<BigInt>(gil) {
        return Ok(value.clone());
    }
    let class = value.class(gil);
    for (slot, method) in [(class.slots.int.get(), "__int__"), (class.slots.index.get(), "__index__")] {
        let Some(slot) = slot else { continue };
        let result = slot(gil, value)?;
        if number(&result).is_none() {
            let name = result.class(gil).name();
            return Err(type_error(gil, format!("{method} returned non-int (type {name})")));
        }
        warn_of_subclass(gil, method, &result)?;
        return plain_or_bool(gil, &result);
    }
    if let Some(result) = truncated(gil, value)? {
        return Ok(result);
    }
    if let Some(text) = text_of(gil, value)? {
        return digits::parse(gil, &text, 10, value);
    }
    let message = format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{}'",
        class.name()
    );
    Err(type_error(gil, message))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let number = receiver(gil, value)?;
    Ok(Ref::text(gil, &digits::decimal(gil, number)?).into_value())
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    Ok(hash_of(receiver(gil, value)?))
}

/// The six comparisons; floats compare themselves.
pub fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let left = receiver(gil, left)?;
    Ok(match (left, number(right)) {
        (_, None) => Value::NOT_IMPLEMENTED,
        (Number::Small(left), Some(Number::Small(right))) => Value::bool(comparison.holds(left.cmp(&right))),
        (left, Some(right)) => Value::bool(comparison.holds(left.to_big().cmp(&right.to_big()))),
    })
}

const BINARY: [Option<crate::object::slots::Binary>; crate::object::slots::OPERATORS] = {
    let mut slots: [Option<crate::object::slots::Binary>; crate::object::slots::OPERATORS] =
        SlotTable::EMPTY.binary;
    slots[Operator::Add as usize] = Some(arithmetic::add);
    slots[Operator::Subtract as usize] = Some(arithmetic::subtract);
    slots[Operator::Multiply as usize] = Some(arithmetic::multiply);
    slots[Operator::TrueDivide as usize] = Some(arithmetic::true_divide);
    slots[Operator::FloorDivide as usize] = Some(arithmetic::floor_divide);
    slots[Operator::Modulo as usize] = Some(arithmetic::modulo);
    slots[Operator::DivMod as usize] = Some(arithmetic::div_mod);
    slots[Operator::Power as usize] = Some(arithmetic::power);
    slots[Operator::ShiftLeft as usize] = Some(arithmetic::shift_left);
    slots[Operator::ShiftRight as usize] = Some(arithmetic::shift_right);
    slots[Operator::BitAnd as usize] = Some(arithmetic::bit_and);
    slots[Operator::BitOr as usize] = Some(arithmetic::bit_or);
    slots[Operator::BitXor as usize] = Some(arithmetic::bit_xor);
    slots
};

pub static SPEC: TypeSpec = TypeSpec {
    name: "int",
    module: "builtins",
    signature: "",
    doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 \
          if no arguments\nare given.",
    base: None,
    layout: BigInt::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::MATCH_SELF,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        truth: Some(|gil, value| Ok(!receiver(gil, value)?.is_zero())),
        negative: Some(arithmetic::negative),
        positive: Some(plain),
        invert: Some(arithmetic::invert),
        absolute: Some(arithmetic::absolute),
        int: Some(plain),
        float: Some(|gil, value| arithmetic::to_float(gil, receiver(gil, value)?).map(Value::float)),
        index: Some(plain),
        power: Some(arithmetic::power_modulo),
        binary: BINARY,
        ..SlotTable::EMPTY
    },
    methods: methods::METHODS,
    attributes: methods::ATTRIBUTES,
};
