//! Built-in functions on numbers and characters.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::Function;
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{Arguments, Operator, Parameters, Result, Text, Value, operations};
use crate::types::bytearray::ByteArray;
use crate::types::str;

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new("abs", "($module, x, /)", "Return the absolute value of the argument.", abs),
    Function::new("bin", "($module, number, /)", "Return the binary representation of an integer.", bin),
    Function::new("oct", "($module, number, /)", "Return the octal representation of an integer.", oct),
    Function::new("hex", "($module, number, /)", "Return the hexadecimal representation of an integer.", hex),
    Function::new(
        "chr",
        "($module, i, /)",
        "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.",
        chr,
    ),
    Function::new("ord", "($module, c, /)", "Return the Unicode code point for a one-character string.", ord),
    Function::new(
        "divmod",
        "($module, x, y, /)",
        "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.",
        divmod,
    ),
    Function::new(
        "pow",
        "($module, /, base, exp, mod=None)",
        "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.",
        pow,
    ),
    Function::new(
        "round",
        "($module, /, number, ndigits=None)",
        "Round a number to a given precision in decimal digits.",
        round,
    ),
];

fn abs(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [number] = arguments.exactly::<1>(gil, "abs")?;
    operations::unary(gil, number, number.class(gil).slots.absolute.get(), "abs()")
}

fn bin(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    in_base(gil, arguments, "bin", 2)
}

fn oct(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    in_base(gil, arguments, "oct", 8)
}

fn hex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    in_base(gil, arguments, "hex", 16)
}

fn in_base(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, base: u32) -> Result<Value> {
    let [number] = arguments.exactly::<1>(gil, function)?;
    let digits = convert::digits(gil, number, base)?;
    let prefix = match base {
        2 => "0b",
        8 => "0o",
        _ => "0x",
    };
    let text = match digits.strip_prefix('-') {
        Some(digits) => format!("-{prefix}{digits}"),
        None => format!("{prefix}{digits}"),
    };
    Ok(convert::text(gil, &text))
}

fn chr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [number] = arguments.exactly::<1>(gil, "chr")?;
    let out_of_range = || value_error(gil, "chr() arg not in range(0x110000)");
    let point = match convert::to_i64(gil, number) {
        Ok(point) => point,
        Err(raised) if raised.is(gil, Kind::OverflowError) => return Err(out_of_range()),
        Err(raised) => return Err(raised),
    };
    let point = u32::try_from(point).ok().filter(|&point| point <= 0x0010_FFFF).ok_or_else(out_of_range)?;
    Ok(str::character(gil, point))
}

fn ord(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [character] = arguments.exactly::<1>(gil, "ord")?;
    let length = if let Some(text) = character.downcast::<Text>() {
        if text.length() == 1 {
            return Ok(convert::int(gil, text.character(0).unwrap_or_default().into()));
        }
        text.length()
    } else if let Some(bytes) = convert::as_bytes(character)
        .or_else(|| character.downcast::<ByteArray>().map(|array| array.bytes.borrow().clone()))
    {
        if let [byte] = bytes[..] {
            return Ok(convert::int(gil, byte.into()));
        }
        bytes.len()
    } else {
        let class = character.class(gil).name();
        return Err(type_error(gil, format!("ord() expected string of length 1, but {class} found")));
    };
    Err(type_error(gil, format!("ord() expected a character, but string of length {length} found")))
}

fn divmod(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [left, right] = arguments.exactly::<2>(gil, "divmod")?;
    operations::binary(gil, Operator::DivMod, left, right)
}

fn pow(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["base", "exp", "mod"], 2);
    let [base, exponent, modulus] = arguments.bind(gil, "pow", &SIGNATURE)?;
    let (base, exponent) = (convert::given(base), convert::given(exponent));
    match modulus.filter(|modulus| !modulus.is_none()) {
        None => operations::binary(gil, Operator::Power, base, exponent),
        Some(modulus) => modular_power(gil, base, exponent, modulus),
    }
}

fn modular_power(gil: Gil<'_>, base: &Value, exponent: &Value, modulus: &Value) -> Result<Value> {
    let operands = [base, exponent, modulus];
    for operand in operands {
        if let Some(slot) = operand.class(gil).slots.power.get() {
            let result = slot(gil, base, exponent, modulus)?;
            if result.bits() != crate::object::Bits::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
    }
    let [base, exponent, modulus] = operands.map(|operand| operand.class(gil).name());
    let message = format!("unsupported operand type(s) for ** or pow(): '{base}', '{exponent}', '{modulus}'");
    Err(type_error(gil, message))
}

fn round(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["number", "ndigits"], 1);
    let [number, digits] = arguments.bind(gil, "round", &SIGNATURE)?;
    let number = convert::given(number);
    let digits = digits.filter(|digits| !digits.is_none());
    let rounded =
        operations::call_special(gil, number, "__round__", digits.map_or(&[], std::slice::from_ref))?;
    rounded.ok_or_else(|| {
        let class = number.class(gil).name();
        type_error(gil, format!("type {class} doesn't define __round__ method"))
    })
}
