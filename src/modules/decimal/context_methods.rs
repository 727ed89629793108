//! The methods of Context, which do operations by this context.

use super::context::{self, Context, this};
use super::number::{Number, Settings};
use super::operators::{Operation, UnaryOperation};
use super::value::{self, Decimal, of, required};
use super::{arithmetic, comparing, digits, functions, power, text};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Value};
use crate::types::int;

/// The context and so many operands of a method that takes no keywords.
fn operands<'a, const N: usize>(
    gil: Gil<'_>,
    arguments: Arguments<'a>,
    name: &str,
) -> Result<(&'a Ref<Context>, &'a [Value; N])> {
    if N == 1 && arguments.values.len() != 2 {
        arguments.method::<2>(gil, name)?;
    }
    let given = arguments.without_first();
    given.no_keywords(gil, name)?;
    match <&[Value; N]>::try_from(given.values) {
        Ok(values) => Ok((this(gil, &arguments.values[0])?, values)),
        Err(_) => {
            let got = given.values.len();
            Err(type_error(gil, format!("function takes exactly {N} arguments ({got} given)")))
        }
    }
}

fn unary(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, operation: UnaryOperation) -> Result<Value> {
    let (context, [operand]) = operands::<1>(gil, arguments, name)?;
    let operand = required(gil, operand)?;
    let mut status = 0;
    let result = operation(&operand, &context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(of(gil, result))
}

fn binary(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, operation: Operation) -> Result<Value> {
    let (context, [left, right]) = operands::<2>(gil, arguments, name)?;
    let (left, right) = (required(gil, left)?, required(gil, right)?);
    let mut status = 0;
    let result = operation(&left, &right, &context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(of(gil, result))
}

fn is(
    gil: Gil<'_>,
    arguments: Arguments<'_>,
    name: &str,
    test: fn(&Number, &Settings) -> bool,
) -> Result<Value> {
    let (context, [operand]) = operands::<1>(gil, arguments, name)?;
    Ok(Value::bool(test(&*required(gil, operand)?, &context.settings.get())))
}

fn plain(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, make: fn(&Number) -> Number) -> Result<Value> {
    let (_, [operand]) = operands::<1>(gil, arguments, name)?;
    Ok(of(gil, make(&*required(gil, operand)?)))
}

fn written(
    gil: Gil<'_>,
    arguments: Arguments<'_>,
    name: &str,
    show: fn(&Number, &Context) -> String,
) -> Result<Value> {
    let (context, [operand]) = operands::<1>(gil, arguments, name)?;
    Ok(convert::text(gil, &show(&*required(gil, operand)?, context)))
}

fn div_mod(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (context, [left, right]) = operands::<2>(gil, arguments, "divmod")?;
    let (left, right) = (required(gil, left)?, required(gil, right)?);
    let mut status = 0;
    let (quotient, rest) = arithmetic::divide_with_rest(&left, &right, &context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(convert::tuple(gil, vec![of(gil, quotient), of(gil, rest)]))
}

fn multiply_and_add(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (context, [first, second, third]) = operands::<3>(gil, arguments, "fma")?;
    let (first, second, third) = (required(gil, first)?, required(gil, second)?, required(gil, third)?);
    let mut status = 0;
    let result = arithmetic::multiply_and_add(&first, &second, &third, &context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(of(gil, result))
}

fn raise_to(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<3> = Parameters::new(["a", "b", "modulo"], 2);
    let [base, exponent, modulus] = arguments.without_first().bind(gil, "", &PARAMETERS)?;
    let context = this(gil, &arguments.values[0])?;
    let (base, exponent) = (required(gil, convert::given(base))?, required(gil, convert::given(exponent))?);
    let (settings, mut status) = (context.settings.get(), 0);
    let result = match modulus.filter(|modulus| !modulus.is_none()) {
        None => power::power(&base, &exponent, &settings, &mut status),
        Some(modulus) => {
            let modulus = required(gil, modulus)?;
            power::power_modulo((&base, &exponent, &modulus), &settings, &mut status)
        }
    };
    context.note(gil, status)?;
    Ok(of(gil, result))
}

fn same_quantum(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (_, [left, right]) = operands::<2>(gil, arguments, "same_quantum")?;
    Ok(Value::bool(comparing::same_quantum(&*required(gil, left)?, &*required(gil, right)?)))
}

fn create_decimal(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "create_decimal", 0, 1)?;
    value::create(gil, this(gil, &arguments.values[0])?, given.first())
}

fn canonical(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (_, [operand]) = operands::<1>(gil, arguments, "canonical")?;
    match operand.downcast::<Decimal>() {
        Some(_) => Ok(operand.clone()),
        None => Err(type_error(gil, "argument must be a Decimal")),
    }
}

fn copy_decimal(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (_, [operand]) = operands::<1>(gil, arguments, "copy_decimal")?;
    match operand.downcast::<Decimal>() {
        Some(_) => Ok(operand.clone()),
        None => Ok(of(gil, required(gil, operand)?.into_owned())),
    }
}

fn clear(gil: Gil<'_>, arguments: Arguments<'_>, traps: bool) -> Result<Value> {
    let [context] = arguments.method(gil, if traps { "clear_traps" } else { "clear_flags" })?;
    let context = this(gil, context)?;
    if traps { &context.signals.traps } else { &context.signals.status }.set(0);
    Ok(Value::NONE)
}

fn number(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, of: fn(&Settings) -> i64) -> Result<Value> {
    let [context] = arguments.method(gil, name)?;
    Ok(int::from_i64(gil, of(&this(gil, context)?.settings.get())))
}

const ONE: &str = "($self, x, /)";
const TWO: &str = "($self, x, y, /)";
const NONE: &str = "($self, /)";

macro_rules! unary {
    ($name:literal, $doc:literal, $operation:path) => {
        Function::new($name, ONE, $doc, |gil, arguments| unary(gil, arguments, $name, $operation))
    };
}

macro_rules! binary {
    ($name:literal, $doc:literal, $operation:path) => {
        Function::new($name, TWO, $doc, |gil, arguments| binary(gil, arguments, $name, $operation))
    };
}

macro_rules! is {
    ($name:literal, $doc:literal, $test:expr) => {
        Function::new($name, ONE, $doc, |gil, arguments| is(gil, arguments, $name, $test))
    };
}

const METHODS: &[Function] = &[
    unary!("abs", "Return the magnitude, rounded.", arithmetic::absolute),
    unary!("exp", "Return e to the power of x.", functions::exp),
    unary!("ln", "Return the natural logarithm of x.", functions::ln),
    unary!("log10", "Return the logarithm of x to the base ten.", functions::log10),
    unary!("logb", "Return the adjusted exponent of x.", digits::logb),
    unary!("logical_invert", "Return the inversion of the digits of x.", digits::logical_invert),
    unary!("minus", "Return -x, rounded.", arithmetic::minus),
    unary!("next_minus", "Return the largest number below x.", digits::next_minus),
    unary!("next_plus", "Return the smallest number above x.", digits::next_plus),
    unary!("normalize", "Return x without zeros at its end.", digits::normalize),
    unary!("plus", "Return x, rounded.", arithmetic::plus),
    unary!("_apply", "Return x, rounded, whatever it is.", arithmetic::rounded),
    unary!("sqrt", "Return the square root of x.", functions::sqrt),
    unary!("to_integral", "Round x to a whole number.", digits::to_integral_value),
    unary!("to_integral_exact", "Round x to a whole number; signals.", digits::to_integral_exact),
    unary!("to_integral_value", "Round x to a whole number.", digits::to_integral_value),
    binary!("add", "Return the sum of x and y.", arithmetic::add),
    binary!("compare", "Compare x and y.", comparing::compare),
    binary!("compare_signal", "Compare x and y; any NaN signals.", comparing::compare_signal),
    binary!("compare_total", "Compare x and y by the total order.", comparing::compare_total),
    binary!(
        "compare_total_mag",
        "Compare magnitudes by the total order.",
        comparing::compare_total_magnitude
    ),
    binary!("divide", "Return x divided by y.", arithmetic::divide),
    binary!("divide_int", "Return the whole quotient of x and y.", arithmetic::divide_whole),
    binary!("logical_and", "Return the digits that are 1 in both.", digits::logical_and),
    binary!("logical_or", "Return the digits that are 1 in one of both.", digits::logical_or),
    binary!("logical_xor", "Return the digits that differ.", digits::logical_xor),
    binary!("max", "Return the larger one of x and y.", comparing::largest),
    binary!("max_mag", "Return the one of the larger magnitude.", comparing::largest_magnitude),
    binary!("min", "Return the smaller one of x and y.", comparing::smallest),
    binary!("min_mag", "Return the one of the smaller magnitude.", comparing::smallest_magnitude),
    binary!("multiply", "Return the product of x and y.", arithmetic::multiply),
    binary!("next_toward", "Return the number next to x towards y.", digits::next_toward),
    binary!("quantize", "Return x with the exponent of y.", digits::quantize),
    binary!("remainder", "Return the remainder of x and y.", arithmetic::remainder),
    binary!("remainder_near", "Return the remainder by the nearest multiple.", arithmetic::remainder_near),
    binary!("rotate", "Return the digits of x moved in a circle.", digits::rotate),
    binary!("scaleb", "Return x with its exponent changed.", digits::scaleb),
    binary!("shift", "Return the digits of x moved.", digits::shift),
    binary!("subtract", "Return the difference of x and y.", arithmetic::subtract),
    Function::new("copy_sign", TWO, "Return x with the sign of y.", |gil, arguments| {
        binary(gil, arguments, "copy_sign", |left, right, _, _| left.with_sign(right.negative))
    }),
    Function::new("divmod", TWO, "Return the whole quotient and the remainder.", div_mod),
    Function::new("fma", "($self, x, y, z, /)", "Return x*y+z, rounded once.", multiply_and_add),
    Function::new(
        "power",
        "($self, /, a, b, modulo=None)",
        "Return a**b, modulo a number if one is given.",
        raise_to,
    ),
    Function::new("same_quantum", TWO, "Do x and y have the same exponent?", same_quantum),
    Function::new("is_canonical", ONE, "Return True.", |gil, arguments| {
        canonical(gil, arguments)?;
        Ok(Value::TRUE)
    }),
    is!("is_finite", "Is x neither infinite nor NaN?", |number, _| number.is_finite()),
    is!("is_infinite", "Is x infinite?", |number, _| number.is_infinite()),
    is!("is_nan", "Is x NaN, quiet or signaling?", |number, _| number.is_nan()),
    is!("is_normal", "Is x finite, not zero and not subnormal?", comparing::is_normal),
    is!("is_qnan", "Is x a quiet NaN?", |number, _| number.kind == super::number::Kind::Quiet),
    is!("is_signed", "Is the sign of x minus?", |number, _| number.negative),
    is!("is_snan", "Is x a signaling NaN?", |number, _| number.kind == super::number::Kind::Signaling),
    is!("is_subnormal", "Is x subnormal?", comparing::is_subnormal),
    is!("is_zero", "Is x zero?", |number, _| number.is_zero()),
    Function::new("canonical", ONE, "Return x itself.", canonical),
    Function::new("copy_decimal", ONE, "Return x as a Decimal.", copy_decimal),
    Function::new("copy_abs", ONE, "Return the magnitude of x.", |gil, arguments| {
        plain(gil, arguments, "copy_abs", |number| number.with_sign(false))
    }),
    Function::new("copy_negate", ONE, "Return x with the other sign.", |gil, arguments| {
        plain(gil, arguments, "copy_negate", |number| number.with_sign(!number.negative))
    }),
    Function::new("number_class", ONE, "Return the name of the kind of x.", |gil, arguments| {
        written(gil, arguments, "number_class", |number, context| {
            comparing::class_name(number, &context.settings.get()).to_owned()
        })
    }),
    Function::new("to_sci_string", ONE, "Return x as a text.", |gil, arguments| {
        written(gil, arguments, "to_sci_string", |number, context| {
            text::show(number, false, context.capitals.get())
        })
    }),
    Function::new("to_eng_string", ONE, "Return x with an exponent that three divides.", |gil, arguments| {
        written(gil, arguments, "to_eng_string", |number, context| {
            text::show(number, true, context.capitals.get())
        })
    }),
    Function::new("radix", NONE, "Return Decimal(10).", |gil, arguments| {
        arguments.method::<1>(gil, "radix")?;
        Ok(of(gil, Number::whole(10)))
    }),
    Function::new("Etiny", NONE, "Return the least exponent.", |gil, arguments| {
        number(gil, arguments, "Etiny", Settings::tiny)
    }),
    Function::new(
        "Etop",
        NONE,
        "Return the largest exponent of a number with all digits.",
        |gil, arguments| number(gil, arguments, "Etop", Settings::top),
    ),
    Function::new("clear_flags", NONE, "Reset all flags to False.", |gil, arguments| {
        clear(gil, arguments, false)
    }),
    Function::new("clear_traps", NONE, "Set all traps to False.", |gil, arguments| {
        clear(gil, arguments, true)
    }),
    Function::new("copy", NONE, "Return a duplicate of the context with all flags.", context::copy),
    Function::new("__copy__", "", "", context::copy),
    Function::new("__reduce__", "", "", context::reduce),
    Function::new("create_decimal", "($self, num=\"0\", /)", "Make a Decimal, rounded.", create_decimal),
    Function::new(
        "create_decimal_from_float",
        "($self, f, /)",
        "Make a Decimal of a float, rounded.",
        value::create_from_float,
    ),
];

macro_rules! setting {
    ($name:literal) => {
        Attribute {
            name: $name,
            doc: "",
            get: |gil, value| context::get(gil, this(gil, value)?, $name),
            set: Some(|gil, value, new| context::set_attribute(gil, value, $name, new)),
        }
    };
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Context",
    module: "decimal",
    signature: "",
    doc: "The context affects almost all operations and controls rounding,\nOver/Underflow, raising of exceptions and \
          much more.",
    base: None,
    layout: Context::layout,
    storage: Storage::Nothing,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(context::new),
        init: Some(context::init),
        repr: Some(context::repr),
        set_attribute: Some(context::set_any),
        ..SlotTable::EMPTY
    },
    methods: METHODS,
    attributes: &[
        setting!("prec"),
        setting!("rounding"),
        setting!("Emin"),
        setting!("Emax"),
        setting!("capitals"),
        setting!("clamp"),
        setting!("flags"),
        setting!("traps"),
    ],
};
