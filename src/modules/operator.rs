//! `_operator`: the operators as functions, and callables that fetch attributes or items or call methods.

mod getters;

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Function, Native};
use crate::object::raised::{Kind, Raised, type_error, value_error};
use crate::object::slots::Unary;
use crate::object::{Arguments, Comparison, Operator, Ref, Result, Text, Value, operations};
use crate::types::builder;
use crate::types::int;
use crate::types::module::{Module, ModuleSpec};

const BOTH: &str = "($module, a, b, /)";
const ONE: &str = "($module, a, /)";

macro_rules! functions {
    (
        compare { $($compare:ident $comparison:ident $compare_doc:literal;)* }
        binary { $($binary:ident $python:literal $operator:ident $binary_doc:literal;)* }
        inplace { $($inplace:ident $inplace_python:literal $inplace_operator:ident $inplace_doc:literal;)* }
        unary { $($unary:ident $unary_doc:literal $function:expr;)* }
        others { $($other:expr,)* }
    ) => {
        &[
            $(Function::new(stringify!($compare), BOTH, $compare_doc, |gil, arguments| {
                let [left, right] = arguments.exactly(gil, stringify!($compare))?;
                operations::compare(gil, Comparison::$comparison, left, right)
            }),)*
            $(Function::new($python, BOTH, $binary_doc, |gil, arguments| {
                let [left, right] = arguments.exactly(gil, $python)?;
                operations::binary(gil, Operator::$operator, left, right)
            }),)*
            $(Function::new($inplace_python, BOTH, $inplace_doc, |gil, arguments| {
                let [left, right] = arguments.exactly(gil, $inplace_python)?;
                operations::inplace(gil, Operator::$inplace_operator, left, right)
            }),)*
            $(Function::new(stringify!($unary), ONE, $unary_doc, |gil, arguments| {
                let [value] = arguments.exactly(gil, concat!("_operator.", stringify!($unary)))?;
                let function: Unary = $function;
                function(gil, value)
            }),)*
            $($other,)*
        ]
    };
}

static FUNCTIONS: &[Function] = functions! {
    compare {
        lt Less "Same as a < b.";
        le LessEqual "Same as a <= b.";
        eq Equal "Same as a == b.";
        ne NotEqual "Same as a != b.";
        ge GreaterEqual "Same as a >= b.";
        gt Greater "Same as a > b.";
    }
    binary {
        add "add" Add "Same as a + b.";
        and_ "and_" BitAnd "Same as a & b.";
        floordiv "floordiv" FloorDivide "Same as a // b.";
        lshift "lshift" ShiftLeft "Same as a << b.";
        modulo "mod" Modulo "Same as a % b.";
        mul "mul" Multiply "Same as a * b.";
        matmul "matmul" MatrixMultiply "Same as a @ b.";
        or_ "or_" BitOr "Same as a | b.";
        pow "pow" Power "Same as a ** b.";
        rshift "rshift" ShiftRight "Same as a >> b.";
        sub "sub" Subtract "Same as a - b.";
        truediv "truediv" TrueDivide "Same as a / b.";
        xor "xor" BitXor "Same as a ^ b.";
    }
    inplace {
        iadd "iadd" Add "Same as a += b.";
        iand "iand" BitAnd "Same as a &= b.";
        ifloordiv "ifloordiv" FloorDivide "Same as a //= b.";
        ilshift "ilshift" ShiftLeft "Same as a <<= b.";
        imod "imod" Modulo "Same as a %= b.";
        imul "imul" Multiply "Same as a *= b.";
        imatmul "imatmul" MatrixMultiply "Same as a @= b.";
        ior "ior" BitOr "Same as a |= b.";
        ipow "ipow" Power "Same as a **= b.";
        irshift "irshift" ShiftRight "Same as a >>= b.";
        isub "isub" Subtract "Same as a -= b.";
        itruediv "itruediv" TrueDivide "Same as a /= b.";
        ixor "ixor" BitXor "Same as a ^= b.";
    }
    unary {
        not_ "Same as not a." |gil, value| Ok(Value::bool(!operations::truth(gil, value)?));
        truth "Return True if a is true, False otherwise." |gil, value| {
            operations::truth(gil, value).map(Value::bool)
        };
        abs "Same as abs(a)." |gil, value| {
            operations::unary(gil, value, value.class(gil).slots.absolute.get(), "abs()")
        };
        index "Same as a.__index__()" |gil, value| int::plain(gil, &int::index(gil, value)?);
        inv "Same as ~a." invert;
        invert "Same as ~a." invert;
        neg "Same as -a." |gil, value| {
            operations::unary(gil, value, value.class(gil).slots.negative.get(), "unary -")
        };
        pos "Same as +a." |gil, value| {
            operations::unary(gil, value, value.class(gil).slots.positive.get(), "unary +")
        };
    }
    others {
        both("is_", "Same as a is b.", |gil, arguments| {
            let [left, right] = arguments.exactly(gil, "is_")?;
            Ok(Value::bool(left.is(right)))
        }),
        both("is_not", "Same as a is not b.", |gil, arguments| {
            let [left, right] = arguments.exactly(gil, "is_not")?;
            Ok(Value::bool(!left.is(right)))
        }),
        both("concat", "Same as a + b, for a and b sequences.", |gil, arguments| {
            let [left, right] = arguments.exactly(gil, "concat")?;
            concatenate(gil, left, right, operations::binary)
        }),
        both("iconcat", "Same as a += b, for a and b sequences.", |gil, arguments| {
            let [left, right] = arguments.exactly(gil, "iconcat")?;
            concatenate(gil, left, right, operations::inplace)
        }),
        both("contains", "Same as b in a (note reversed operands).", |gil, arguments| {
            let [container, item] = arguments.exactly(gil, "contains")?;
            operations::contains(gil, container, item).map(Value::bool)
        }),
        both("countOf", "Return the number of items in a which are, or which equal, b.", count_of),
        both("indexOf", "Return the first index of b in a.", index_of),
        both("getitem", "Same as a[b].", |gil, arguments| {
            let [container, key] = arguments.exactly(gil, "getitem")?;
            operations::get_item(gil, container, key)
        }),
        both("delitem", "Same as del a[b].", |gil, arguments| {
            let [container, key] = arguments.exactly(gil, "delitem")?;
            operations::set_item(gil, container, key, None).map(|()| Value::NONE)
        }),
        Function::new("setitem", "($module, a, b, c, /)", "Same as a[b] = c.", |gil, arguments| {
            let [container, key, value] = arguments.exactly(gil, "setitem")?;
            operations::set_item(gil, container, key, Some(value.clone())).map(|()| Value::NONE)
        }),
        Function::new(
            "length_hint",
            "($module, obj, default=0, /)",
            "Return an estimate of the number of items in obj.\n\nThis is useful for presizing containers when building \
             from an iterable.\n\nIf the object supports len(), the result will be exact.\nOtherwise, it may over- or \
             under-estimate by an arbitrary amount.",
            length_hint,
        ),
        Function::new(
            "call",
            "($module, obj, /, *args, **kwargs)",
            "Same as obj(*args, **kwargs).",
            |gil, arguments| match arguments.positionals().first() {
                Some(callable) => operations::call(gil, callable, arguments.without_first()),
                None => Err(type_error(gil, "call expected at least 1 argument, got 0")),
            },
        ),
        both("_compare_digest", "Return 'a == b', in constant time.", compare_digest),
    }
};

const fn both(name: &'static str, doc: &'static str, native: Native) -> Function {
    Function::new(name, BOTH, doc, native)
}

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_operator",
    doc: "Operator interface.\n\nThis module exports a set of functions implemented in Rust corresponding\nto the intrinsic \
          operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.",
    functions: FUNCTIONS,
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for spec in [&getters::ATTRIBUTES, &getters::ITEMS, &getters::METHOD] {
        module.set(gil, spec.name, builder::build(gil, spec).into_value());
    }
    Ok(())
}

fn invert(gil: Gil<'_>, value: &Value) -> Result<Value> {
    operations::unary(gil, value, value.class(gil).slots.invert.get(), "unary ~")
}

fn concatenate(
    gil: Gil<'_>,
    left: &Value,
    right: &Value,
    operate: fn(Gil<'_>, Operator, &Value, &Value) -> Result<Value>,
) -> Result<Value> {
    let is_sequence = |value: &Value| {
        value.class(gil).slots.get_item.get().is_some()
            && !value.class(gil).has(flags::MAPPING | flags::NO_POSITIONS)
    };
    if !is_sequence(left) {
        let class = left.class(gil).name();
        return Err(type_error(gil, format!("'{class}' object can't be concatenated")));
    }
    operate(gil, Operator::Add, left, right)
}

fn items_of(gil: Gil<'_>, iterable: &Value) -> Result<Value> {
    operations::iterate(gil, iterable).map_err(|raised| {
        if !raised.is(gil, Kind::TypeError) {
            return raised;
        }
        type_error(gil, format!("argument of type '{}' is not iterable", iterable.class(gil).name()))
    })
}

fn count_of(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterable, wanted] = arguments.exactly(gil, "countOf")?;
    let iterator = items_of(gil, iterable)?;
    let mut count = 0;
    while let Some(item) = operations::next(gil, &iterator)? {
        count += i64::from(operations::equal(gil, &item, wanted)?);
    }
    Ok(convert::int(gil, count))
}

fn index_of(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterable, wanted] = arguments.exactly(gil, "indexOf")?;
    let iterator = items_of(gil, iterable)?;
    let mut place = 0;
    while let Some(item) = operations::next(gil, &iterator)? {
        if operations::equal(gil, &item, wanted)? {
            return Ok(convert::int(gil, place));
        }
        place += 1;
    }
    Err(value_error(gil, "sequence.index(x): x not in sequence"))
}

fn length_hint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "length_hint", 1, 2)?;
    let default = match given.get(1) {
        Some(default) if default.class(gil).is_subtype(crate::types::int::class(gil)) => {
            convert::int(gil, int::to_size(gil, default)?)
        }
        Some(wrong) => {
            let class = wrong.class(gil).name();
            return Err(type_error(gil, format!("'{class}' object cannot be interpreted as an integer")));
        }
        None => convert::int(gil, 0),
    };
    Ok(match operations::length_hint(gil, &given[0])? {
        Some(hint) => convert::int(gil, hint as i64),
        None => default,
    })
}

/// Compares secrets: looks at all of them, wherever they differ first.
fn compare_digest(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [left, right] = arguments.exactly(gil, "_compare_digest")?;
    let (left, right) = match (left.downcast::<Text>(), right.downcast::<Text>()) {
        (Some(left), Some(right)) if left.is_ascii() && right.is_ascii() => {
            (left.bytes().to_vec(), right.bytes().to_vec())
        }
        (Some(_), Some(_)) => {
            return Err(type_error(gil, "comparing strings with non-ASCII characters is not supported"));
        }
        _ => (digest(gil, left, right)?, digest(gil, right, left)?),
    };
    let differences = left.iter().zip(&right).fold(0, |sum, (left, right)| sum | (left ^ right));
    Ok(Value::bool(left.len() == right.len() && differences == 0))
}

fn digest(gil: Gil<'_>, value: &Value, other: &Value) -> Result<Vec<u8>> {
    let wrong = || -> Raised {
        let (left, right) = (value.class(gil).name(), other.class(gil).name());
        let message = format!("unsupported operand types(s) or combination of types: '{left}' and '{right}'");
        type_error(gil, message)
    };
    if crate::types::buffer::contents(value).is_none() && crate::types::buffer::contents(other).is_none() {
        return Err(wrong());
    }
    convert::bytes_like(gil, value)
}
