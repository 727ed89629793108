//! The methods of ints.

use dashu_int::ops::BitTest;
use dashu_int::{IBig, Sign, UBig};

use super::arithmetic::floor_big;
use super::{from_big, from_i64, from_usize, index_big, magnitude, plain, receiver, to_size};
use crate::gil::Gil;
use crate::object::class::Type;
use crate::object::native::{Attribute, Function};
use crate::object::raised::{memory_error, overflow_error, type_error, value_error};
use crate::object::{Arguments, Parameters, Payload, Result, Text, Value, operations};
use crate::types::bytes::{self, Bytes};
use crate::types::{format_spec, tuple};

fn bit_length(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "bit_length")?;
    Ok(from_usize(gil, receiver(gil, value)?.bit_length()))
}

fn bit_count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "bit_count")?;
    Ok(from_usize(gil, magnitude(&receiver(gil, value)?.to_big()).count_ones()))
}

fn conjugate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "conjugate")?;
    plain(gil, value)
}

fn is_integer(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [_] = arguments.method(gil, "is_integer")?;
    Ok(Value::TRUE)
}

fn as_integer_ratio(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "as_integer_ratio")?;
    Ok(tuple::of(gil, vec![plain(gil, value)?, from_i64(gil, 1)]))
}

fn new_arguments(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__getnewargs__")?;
    Ok(tuple::of(gil, vec![plain(gil, value)?]))
}

fn size_of(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__sizeof__")?;
    Ok(from_usize(gil, 24 + 4 * receiver(gil, value)?.bit_length().div_ceil(30).max(1)))
}

fn format(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, spec] = arguments.method(gil, "__format__")?;
    format_spec::format_value(gil, value, spec)
}

/// `round(value, digits)`: to a power of ten, half to even.
fn round(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "__round__", 1, 2)?;
    let Some(digits) = values.get(1).filter(|digits| !digits.is_none()) else {
        return plain(gil, &values[0]);
    };
    let digits = index_big(gil, digits)?;
    if digits.sign() == Sign::Positive {
        return plain(gil, &values[0]);
    }
    let number = receiver(gil, &values[0])?;
    let zeros = usize::try_from(-digits).unwrap_or(usize::MAX);
    // A power of ten beyond twice the number: nothing is left of it.
    if zeros > number.bit_length() / 3 + 2 {
        return Ok(from_i64(gil, 0));
    }
    let (number, unit) = (number.to_big(), IBig::from(10).pow(zeros));
    let (quotient, rest) = floor_big(gil, &number, &unit, "")?;
    let twice = &rest * IBig::from(2);
    let up = twice > unit || twice == unit && magnitude(&quotient).bit(0);
    Ok(from_big(gil, (if up { quotient + IBig::ONE } else { quotient }) * unit))
}

static TO_BYTES: Parameters<3> = Parameters::new(["length", "byteorder", "signed"], 0).keyword_only(2);
static FROM_BYTES: Parameters<3> = Parameters::new(["bytes", "byteorder", "signed"], 1).keyword_only(2);

fn is_little(gil: Gil<'_>, order: Option<&Value>, method: &str) -> Result<bool> {
    let Some(order) = order else { return Ok(false) };
    let Some(text) = order.downcast::<Text>() else {
        let name = super::super::str::shown_class(gil, order);
        return Err(type_error(gil, format!("{method}() argument 'byteorder' must be str, not {name}")));
    };
    match text.bytes() {
        b"little" => Ok(true),
        b"big" => Ok(false),
        _ => Err(value_error(gil, "byteorder must be either 'little' or 'big'")),
    }
}

/// The bytes of a machine's number.
const BYTES: usize = i64::BITS as usize / 8;

/// Can a number be written in so many bytes, at least one and no more than it has itself?
fn fits(number: i64, length: usize, signed: bool) -> bool {
    if !(1..=BYTES).contains(&length) {
        return false;
    }
    let bits = 8 * length as u32;
    match signed {
        true => matches!(number >> (bits - 1), 0 | -1),
        false => number >= 0 && number.checked_shr(bits).unwrap_or(0) == 0,
    }
}

fn to_bytes(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [length, order, signed] = arguments.without_first().bind(gil, "to_bytes", &TO_BYTES)?;
    let length = length.map_or(Ok(1), |length| to_size(gil, length))?;
    let little = is_little(gil, order, "to_bytes")?;
    let signed = signed.map_or(Ok(false), |signed| operations::truth(gil, signed))?;
    if length < 0 {
        return Err(value_error(gil, "length argument must be non-negative"));
    }
    let length = length as usize;
    if let Some(number) = arguments.values[0].bits().as_int()
        && fits(number, length, signed)
    {
        return Ok(bytes::of(
            gil,
            match little {
                true => number.to_le_bytes()[..length].to_vec(),
                false => number.to_be_bytes()[BYTES - length..].to_vec(),
            },
        ));
    }
    let number = receiver(gil, &arguments.values[0])?.to_big();
    let negative = number.sign() == Sign::Negative;
    if negative && !signed {
        return Err(overflow_error(gil, "can't convert negative int to unsigned"));
    }
    let bits =
        if negative { magnitude(&(&number + IBig::ONE)).bit_len() } else { magnitude(&number).bit_len() };
    // As CPython has it, -1 can be written in no bytes at all.
    if bits + usize::from(signed && bits > 0) > length.saturating_mul(8) {
        return Err(overflow_error(gil, "int too big to convert"));
    }
    let mut contents = Vec::new();
    contents.try_reserve_exact(length).map_err(|_| memory_error(gil, ""))?;
    let pattern = if negative { magnitude(&(&number + IBig::ONE)) } else { magnitude(&number) };
    contents.extend(pattern.to_le_bytes().iter().take(length));
    contents.resize(length, 0);
    if negative {
        contents.iter_mut().for_each(|byte| *byte = !*byte);
    }
    if !little {
        contents.reverse();
    }
    Ok(bytes::of(gil, contents))
}

fn from_bytes(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [source, order, signed] = arguments.without_first().bind(gil, "from_bytes", &FROM_BYTES)?;
    let class = arguments.values.first();
    let none = Value::NONE;
    let source = source.unwrap_or(&none);
    let little = is_little(gil, order, "from_bytes")?;
    let signed = signed.map_or(Ok(false), |signed| operations::truth(gil, signed))?;
    let mut contents = match source.downcast::<Bytes>() {
        Some(bytes) => bytes.bytes.clone(),
        None if source.downcast::<Text>().is_some() || super::number(source).is_some() => {
            let name = source.class(gil).name();
            return Err(type_error(gil, format!("cannot convert '{name}' object to bytes")));
        }
        None => {
            let maker = Bytes::layout().exact.get(gil).class().to_value();
            let made = operations::call_one(gil, &maker, source)?;
            made.downcast::<Bytes>().map_or_else(Vec::new, |bytes| bytes.bytes.clone())
        }
    };
    if !little {
        contents.reverse();
    }
    let negative = signed && contents.last().is_some_and(|byte| byte & 0x80 != 0);
    let made = if contents.len() < BYTES {
        let number = contents.iter().rev().fold(0, |number, &byte| number << 8 | i64::from(byte));
        from_i64(gil, if negative { number - (1 << (8 * contents.len())) } else { number })
    } else {
        let number = IBig::from(UBig::from_le_bytes(&contents));
        from_big(gil, if negative { number - (IBig::ONE << (8 * contents.len())) } else { number })
    };
    match class.and_then(|class| class.downcast::<Type>()) {
        Some(class) if !class.is(super::class(gil)) => operations::call_one(gil, class.as_value(), &made),
        _ => Ok(made),
    }
}

fn plain_method(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    plain(gil, arguments.values.first().unwrap_or(&Value::NONE))
}

pub static METHODS: &[Function] = &[
    Function::new("conjugate", "($self, /)", "Returns self, the complex conjugate of any int.", conjugate),
    Function::new(
        "bit_length",
        "($self, /)",
        "Number of bits necessary to represent self in binary.\n\n>>> bin(37)\n'0b100101'\n>>> \
         (37).bit_length()\n6",
        bit_length,
    ),
    Function::new(
        "bit_count",
        "($self, /)",
        "Number of ones in the binary representation of the absolute value of self.",
        bit_count,
    ),
    Function::new(
        "to_bytes",
        "($self, /, length=1, byteorder='big', *, signed=False)",
        "Return an array of bytes representing an integer.",
        to_bytes,
    ),
    Function::class(
        "from_bytes",
        "($type, /, bytes, byteorder='big', *, signed=False)",
        "Return the integer represented by the given array of bytes.",
        from_bytes,
    ),
    Function::new(
        "as_integer_ratio",
        "($self, /)",
        "Return a pair of integers, whose ratio is equal to the original int.",
        as_integer_ratio,
    ),
    Function::new(
        "is_integer",
        "($self, /)",
        "Returns True. Exists for duck type compatibility with float.is_integer.",
        is_integer,
    ),
    Function::new("__trunc__", "", "Truncating an Integral returns itself.", plain_method),
    Function::new("__floor__", "", "Flooring an Integral returns itself.", plain_method),
    Function::new("__ceil__", "", "Ceiling of an Integral returns itself.", plain_method),
    Function::new("__round__", "", "Rounding an Integral returns itself.", round),
    Function::new("__getnewargs__", "($self, /)", "", new_arguments),
    Function::new(
        "__format__",
        "($self, format_spec, /)",
        "Convert to a string according to format_spec.",
        format,
    ),
    Function::new("__sizeof__", "($self, /)", "Returns size in memory, in bytes.", size_of),
];

pub static ATTRIBUTES: &[Attribute] = &[
    Attribute::read_only("real", "the real part of a complex number", plain),
    Attribute::read_only("imag", "the imaginary part of a complex number", |gil, _| Ok(from_i64(gil, 0))),
    Attribute::read_only("numerator", "the numerator of a rational number in lowest terms", plain),
    Attribute::read_only("denominator", "the denominator of a rational number in lowest terms", |gil, _| {
        Ok(from_i64(gil, 1))
    }),
];
