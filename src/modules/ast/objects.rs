//! Our tree to objects: by way of the form that has it as CPython's.

use super::classes::{Classes, put};
use super::grammar::ATTRIBUTES;
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::{Ref, Result, Text, Value, intern};
use crate::syntax::ast::Constant;
use crate::syntax::form::{Item, Node};
use crate::syntax::{Source, Span};
use crate::types;

/// Stack that must be left before a node is visited, else a new segment is taken.
const RED_ZONE: usize = 64 * 1024;
const STACK_SEGMENT: usize = 4 * 1024 * 1024;

/// The object of a form.
pub fn make(gil: Gil<'_>, classes: &Classes, item: &Item<'_>, source: &Source) -> Result<Value> {
    match item {
        Item::Missing => Ok(Value::NONE),
        Item::Text(text) => Ok(intern(gil, text).into_value()),
        Item::Number(number) => Ok(convert::int(gil, *number)),
        Item::Constant(value) => Ok(constant(gil, value)),
        Item::List(items) => {
            let made = items.iter().map(|item| make(gil, classes, item, source));
            Ok(convert::list(gil, made.collect::<Result<Vec<_>>>()?))
        }
        Item::Node(node) => {
            stacker::maybe_grow(RED_ZONE, STACK_SEGMENT, || make_node(gil, classes, node, source))
        }
    }
}

fn make_node(gil: Gil<'_>, classes: &Classes, node: &Node<'_>, source: &Source) -> Result<Value> {
    let Some(kind) = classes.named(node.name) else { return Ok(Value::NONE) };
    let object = kind.instance(gil);
    for (name, item) in &node.fields {
        put(gil, &object, name, make(gil, classes, item, source)?);
    }
    if let Some(span) = node.span {
        put_position(gil, &object, span, source);
    }
    Ok(object)
}

fn put_position(gil: Gil<'_>, object: &Value, span: Span, source: &Source) {
    let (line, column) = source.lines.position(span.start);
    let (end_line, end_column) = source.lines.position(span.end);
    for (name, number) in ATTRIBUTES.into_iter().zip([line, column, end_line, end_column]) {
        put(gil, object, name, convert::int(gil, number.into()));
    }
}

fn constant(gil: Gil<'_>, value: &Constant) -> Value {
    match value {
        Constant::None => Value::NONE,
        Constant::True => Value::TRUE,
        Constant::False => Value::FALSE,
        Constant::Ellipsis => Value::ELLIPSIS,
        Constant::Int(number) => types::int::from_i64(gil, *number),
        Constant::BigInt(digits) => {
            let number = dashu_int::UBig::from_str_radix(digits, 16).unwrap_or_default();
            types::int::from_big(gil, number.into())
        }
        Constant::Float(number) => Value::float(*number),
        Constant::Imaginary(number) => types::complex::of(gil, 0.0, *number),
        Constant::Str { value, .. } => Ref::new(gil, Text::from_wtf8(value)).into_value(),
        Constant::Bytes(value) => types::bytes::of(gil, value.to_vec()),
    }
}
