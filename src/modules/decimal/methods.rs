//! The methods of Decimal.

use super::context::{self, Context};
use super::number::{Number, Rounding, Settings};
use super::operators::{Operation, SLOTS, UnaryOperation};
use super::value::{self, Decimal, of, required, this};
use super::{arithmetic, comparing, digits, formatting, functions, text};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{Arguments, Parameters, Payload, Ref, Result, Storage, Text, Value};
use crate::types::dict::Dict;
use crate::types::{complex, int};

/// A method with no argument but a context.
fn unary(gil: Gil<'_>, arguments: Arguments<'_>, operation: UnaryOperation) -> Result<Value> {
    let (number, context) = receiver_and_context(gil, arguments)?;
    let mut status = 0;
    let result = operation(number, &context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(of(gil, result))
}

fn receiver_and_context<'a>(gil: Gil<'_>, arguments: Arguments<'a>) -> Result<(&'a Number, Ref<Context>)> {
    static PARAMETERS: Parameters<1> = Parameters::new(["context"], 0);
    let [context] = arguments.without_first().bind(gil, "", &PARAMETERS)?;
    Ok((this(gil, &arguments.values[0])?, context::given_or_current(gil, context)?))
}

/// A method with another number and a context.
fn binary(gil: Gil<'_>, arguments: Arguments<'_>, operation: Operation) -> Result<Value> {
    static PARAMETERS: Parameters<2> = Parameters::new(["other", "context"], 1);
    let [other, context] = arguments.without_first().bind(gil, "", &PARAMETERS)?;
    let context = context::given_or_current(gil, context)?;
    let number = this(gil, &arguments.values[0])?;
    let other = required(gil, convert::given(other))?;
    let mut status = 0;
    let result = operation(number, &other, &context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(of(gil, result))
}

/// A method without arguments.
fn plain(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, make: fn(&Number) -> Number) -> Result<Value> {
    let [value] = arguments.method(gil, name)?;
    Ok(of(gil, make(this(gil, value)?)))
}

fn is(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, test: fn(&Number) -> bool) -> Result<Value> {
    let [value] = arguments.method(gil, name)?;
    Ok(Value::bool(test(this(gil, value)?)))
}

fn is_in(gil: Gil<'_>, arguments: Arguments<'_>, test: fn(&Number, &Settings) -> bool) -> Result<Value> {
    let (number, context) = receiver_and_context(gil, arguments)?;
    Ok(Value::bool(test(number, &context.settings.get())))
}

fn itself(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<Value> {
    let [value] = arguments.method(gil, name)?;
    Ok(value.clone())
}

fn quantize(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<3> = Parameters::new(["exp", "rounding", "context"], 1);
    let [pattern, rounding, context] = arguments.without_first().bind(gil, "", &PARAMETERS)?;
    let context = context::given_or_current(gil, context)?;
    let settings = with_rounding(gil, &context, rounding)?;
    let number = this(gil, &arguments.values[0])?;
    let pattern = required(gil, convert::given(pattern))?;
    let mut status = 0;
    let result = digits::quantize(number, &pattern, &settings, &mut status);
    context.note(gil, status)?;
    Ok(of(gil, result))
}

fn with_rounding(gil: Gil<'_>, context: &Context, rounding: Option<&Value>) -> Result<Settings> {
    let mut settings = context.settings.get();
    if let Some(rounding) = rounding.filter(|rounding| !rounding.is_none()) {
        settings.rounding = context::rounding(gil, rounding)?;
    }
    Ok(settings)
}

fn to_integral(gil: Gil<'_>, arguments: Arguments<'_>, operation: UnaryOperation) -> Result<Value> {
    static PARAMETERS: Parameters<2> = Parameters::new(["rounding", "context"], 0);
    let [rounding, context] = arguments.without_first().bind(gil, "", &PARAMETERS)?;
    let context = context::given_or_current(gil, context)?;
    let settings = with_rounding(gil, &context, rounding)?;
    let mut status = 0;
    let result = operation(this(gil, &arguments.values[0])?, &settings, &mut status);
    context.note(gil, status)?;
    Ok(of(gil, result))
}

fn multiply_and_add(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    static PARAMETERS: Parameters<3> = Parameters::new(["other", "third", "context"], 2);
    let [other, third, context] = arguments.without_first().bind(gil, "", &PARAMETERS)?;
    let context = context::given_or_current(gil, context)?;
    let number = this(gil, &arguments.values[0])?;
    let (other, third) = (required(gil, convert::given(other))?, required(gil, convert::given(third))?);
    let mut status = 0;
    let result = arithmetic::multiply_and_add(number, &other, &third, &context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(of(gil, result))
}

/// The other number of a call that also takes a context, whatever that is for.
fn with_other(
    gil: Gil<'_>,
    arguments: Arguments<'_>,
    make: impl FnOnce(&Number, &Number) -> Value,
) -> Result<Value> {
    static PARAMETERS: Parameters<2> = Parameters::new(["other", "context"], 1);
    let [other, context] = arguments.without_first().bind(gil, "", &PARAMETERS)?;
    context::given_or_current(gil, context)?;
    let other = required(gil, convert::given(other))?;
    Ok(make(this(gil, &arguments.values[0])?, &other))
}

fn number_class(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (number, context) = receiver_and_context(gil, arguments)?;
    Ok(convert::text(gil, comparing::class_name(number, &context.settings.get())))
}

fn to_eng_string(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (number, context) = receiver_and_context(gil, arguments)?;
    Ok(convert::text(gil, &text::show(number, true, context.capitals.get())))
}

fn round(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first();
    let number = this(gil, &arguments.values[0])?;
    let places = match given.values {
        [] => return value::to_int(gil, number, Rounding::HalfEven),
        [places] => places,
        more => {
            let message = format!("function takes at most 1 argument ({} given)", more.len());
            return Err(type_error(gil, message));
        }
    };
    if places.is_none() {
        return value::to_int(gil, number, Rounding::HalfEven);
    }
    if int::number(places).is_none() {
        return Err(type_error(gil, "optional arg must be an integer"));
    }
    let places = int::to_size(gil, places)?;
    let context = super::current::current(gil)?;
    let mut status = 0;
    let pattern = Number::new(false, 1, places.saturating_neg());
    let result = digits::quantize(number, &pattern, &context.settings.get(), &mut status);
    context.note(gil, status)?;
    Ok(of(gil, result))
}

fn to_int(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, rounding: Rounding) -> Result<Value> {
    let [value] = arguments.method(gil, name)?;
    value::to_int(gil, this(gil, value)?, rounding)
}

fn to_complex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__complex__")?;
    Ok(complex::of(gil, value::to_float(gil, this(gil, value)?)?, 0.0))
}

fn format(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "__format__", 1, 2)?;
    let Some(spec) = given[0].downcast::<Text>() else {
        return Err(type_error(gil, "format arg must be str"));
    };
    if given.get(1).is_some_and(|locale| locale.downcast::<Dict>().is_none()) {
        return Err(type_error(gil, "optional argument must be a dict"));
    }
    let context = super::current::current(gil)?;
    formatting::format(gil, this(gil, &arguments.values[0])?, spec, &context)
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let shown = convert::text(gil, &text::show(this(gil, value)?, false, true));
    Ok(convert::tuple(gil, vec![value.class(gil).to_value(), convert::tuple(gil, vec![shown])]))
}

fn adjusted(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "adjusted")?;
    let number = this(gil, value)?;
    Ok(int::from_i64(gil, if number.is_finite() { number.adjusted() } else { 0 }))
}

fn size_of(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__sizeof__")?;
    let digits = this(gil, value)?.digits.digits_at_most() as usize;
    Ok(int::from_usize(gil, Decimal::layout().size + digits.saturating_sub(38) / 19 * 8))
}

const CONTEXT: &str = "($self, /, context=None)";
const OTHER: &str = "($self, /, other, context=None)";
const ALONE: &str = "($self, /)";

macro_rules! unary {
    ($name:literal, $doc:literal, $operation:path) => {
        Function::new($name, CONTEXT, $doc, |gil, arguments| unary(gil, arguments, $operation))
    };
}

macro_rules! binary {
    ($name:literal, $doc:literal, $operation:path) => {
        Function::new($name, OTHER, $doc, |gil, arguments| binary(gil, arguments, $operation))
    };
}

macro_rules! is {
    ($name:literal, $doc:literal, $test:expr) => {
        Function::new($name, ALONE, $doc, |gil, arguments| is(gil, arguments, $name, $test))
    };
}

macro_rules! itself {
    ($name:literal, $signature:expr, $doc:literal) => {
        Function::new($name, $signature, $doc, |gil, arguments| itself(gil, arguments, $name))
    };
}

const METHODS: &[Function] = &[
    unary!("exp", "Return e to the power of the number, correctly rounded.", functions::exp),
    unary!("ln", "Return the natural logarithm, correctly rounded.", functions::ln),
    unary!("log10", "Return the logarithm to the base ten, correctly rounded.", functions::log10),
    unary!("logb", "Return the adjusted exponent as a Decimal.", digits::logb),
    unary!("logical_invert", "Return the inversion of the digits, which are 0 or 1.", digits::logical_invert),
    unary!("next_minus", "Return the largest number below.", digits::next_minus),
    unary!("next_plus", "Return the smallest number above.", digits::next_plus),
    unary!("normalize", "Return the number without zeros at its end.", digits::normalize),
    unary!("sqrt", "Return the square root, correctly rounded.", functions::sqrt),
    binary!("compare", "Return -1, 0 or 1 for the order of two numbers, or NaN.", comparing::compare),
    binary!("compare_signal", "Compare two numbers; any NaN signals.", comparing::compare_signal),
    binary!("compare_total", "Compare by the total order of all representations.", comparing::compare_total),
    binary!(
        "compare_total_mag",
        "Compare magnitudes by the total order.",
        comparing::compare_total_magnitude
    ),
    binary!("logical_and", "Return the digits that are 1 in both.", digits::logical_and),
    binary!("logical_or", "Return the digits that are 1 in one of both.", digits::logical_or),
    binary!("logical_xor", "Return the digits that differ.", digits::logical_xor),
    binary!("max", "Return the larger number.", comparing::largest),
    binary!("max_mag", "Return the number of the larger magnitude.", comparing::largest_magnitude),
    binary!("min", "Return the smaller number.", comparing::smallest),
    binary!("min_mag", "Return the number of the smaller magnitude.", comparing::smallest_magnitude),
    binary!("next_toward", "Return the next number in the direction of the other.", digits::next_toward),
    binary!("remainder_near", "Return the remainder by the nearest multiple.", arithmetic::remainder_near),
    binary!("rotate", "Return the digits moved in a circle.", digits::rotate),
    binary!("scaleb", "Return the number with its exponent changed.", digits::scaleb),
    binary!("shift", "Return the digits moved.", digits::shift),
    Function::new(
        "quantize",
        "($self, /, exp, rounding=None, context=None)",
        "Return the number with the exponent of \
        another one.",
        quantize,
    ),
    Function::new(
        "fma",
        "($self, /, other, third, context=None)",
        "Return self*other+third, rounded once.",
        multiply_and_add,
    ),
    Function::new(
        "to_integral",
        "($self, /, rounding=None, context=None)",
        "Round to a whole number.",
        |gil, arguments| to_integral(gil, arguments, digits::to_integral_value),
    ),
    Function::new(
        "to_integral_value",
        "($self, /, rounding=None, context=None)",
        "Round to a whole number.",
        |gil, arguments| to_integral(gil, arguments, digits::to_integral_value),
    ),
    Function::new(
        "to_integral_exact",
        "($self, /, rounding=None, context=None)",
        "Round to a whole number; signals.",
        |gil, arguments| to_integral(gil, arguments, digits::to_integral_exact),
    ),
    is!("is_canonical", "Return True.", |_| true),
    is!("is_finite", "Is it neither infinite nor NaN?", Number::is_finite),
    is!("is_infinite", "Is it infinite?", Number::is_infinite),
    is!("is_nan", "Is it NaN, quiet or signaling?", Number::is_nan),
    is!("is_qnan", "Is it a quiet NaN?", |number| number.kind == super::number::Kind::Quiet),
    is!("is_snan", "Is it a signaling NaN?", |number| number.kind == super::number::Kind::Signaling),
    is!("is_signed", "Is the sign minus?", |number| number.negative),
    is!("is_zero", "Is it zero?", Number::is_zero),
    Function::new("is_normal", CONTEXT, "Is it finite, not zero and not subnormal?", |gil, arguments| {
        is_in(gil, arguments, comparing::is_normal)
    }),
    Function::new("is_subnormal", CONTEXT, "Is it subnormal?", |gil, arguments| {
        is_in(gil, arguments, comparing::is_subnormal)
    }),
    Function::new("number_class", CONTEXT, "Return the name of the kind of number.", number_class),
    Function::new(
        "to_eng_string",
        CONTEXT,
        "Return the number with an exponent that three divides.",
        to_eng_string,
    ),
    Function::new("same_quantum", OTHER, "Do both have the same exponent?", |gil, arguments| {
        with_other(gil, arguments, |number, other| Value::bool(comparing::same_quantum(number, other)))
    }),
    Function::new("copy_sign", OTHER, "Return the number with the sign of another one.", |gil, arguments| {
        with_other(gil, arguments, |number, other| of(gil, number.with_sign(other.negative)))
    }),
    Function::new("copy_abs", ALONE, "Return the magnitude.", |gil, arguments| {
        plain(gil, arguments, "copy_abs", |number| number.with_sign(false))
    }),
    Function::new("copy_negate", ALONE, "Return the number with the other sign.", |gil, arguments| {
        plain(gil, arguments, "copy_negate", |number| number.with_sign(!number.negative))
    }),
    Function::new("radix", ALONE, "Return Decimal(10).", |gil, arguments| {
        plain(gil, arguments, "radix", |_| Number::whole(10))
    }),
    itself!("canonical", ALONE, "Return the number itself."),
    itself!("conjugate", ALONE, "Return the number itself."),
    itself!("__copy__", "", ""),
    Function::new("__deepcopy__", "", "", |gil, arguments| {
        let [value, _] = arguments.method(gil, "__deepcopy__")?;
        Ok(value.clone())
    }),
    Function::class("from_float", "($type, f, /)", "Return the very value of a float.", value::from_float),
    Function::new("adjusted", ALONE, "Return the exponent of the first digit.", adjusted),
    Function::new("as_tuple", ALONE, "Return sign, digits and exponent.", value::as_tuple),
    Function::new(
        "as_integer_ratio",
        ALONE,
        "Return the number as a fraction of two ints.",
        value::as_integer_ratio,
    ),
    Function::new("__round__", "", "", round),
    Function::new("__trunc__", "", "", |gil, arguments| to_int(gil, arguments, "__trunc__", Rounding::Down)),
    Function::new("__floor__", "", "", |gil, arguments| to_int(gil, arguments, "__floor__", Rounding::Floor)),
    Function::new("__ceil__", "", "", |gil, arguments| to_int(gil, arguments, "__ceil__", Rounding::Ceiling)),
    Function::new("__complex__", "", "", to_complex),
    Function::new("__format__", "", "", format),
    Function::new("__reduce__", "", "", reduce),
    Function::new("__sizeof__", "", "", size_of),
];

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Decimal",
    module: "decimal",
    signature: "",
    doc: "Construct a new Decimal object. 'value' can be an integer, string, tuple,\nor another Decimal object. If no \
          value is given, return Decimal('0').",
    base: None,
    layout: Decimal::layout,
    storage: Storage::Nothing,
    flags: flags::BASE,
    slots: SLOTS,
    methods: METHODS,
    attributes: &[
        Attribute::read_only("real", "", |_, value| Ok(value.clone())),
        Attribute::read_only("imag", "", |gil, _| Ok(of(gil, Number::new(false, 0, 0)))),
    ],
};
