//! Attributes and methods.

use super::{Op, bodies};
use crate::code::opcode::{TAKE_A, TAKE_B};
use crate::object::raised::type_error;
use crate::object::{Result, Value, operations};
use crate::types::super_;
use crate::vm::dispatch::Flow;

bodies! {
    LoadAttr |op| {
        let value = operations::get_attribute(op.gil, op.b(), op.name(op.pc.c()))?;
        op.finish_b(value)
    }

    LoadMethod |op| {
        let value = operations::get_attribute(op.gil, op.b(), op.name(op.pc.c()))?;
        op.consume(TAKE_B);
        set_method(op, value, None)
    }

    StoreAttr |op| {
        operations::set_attribute(op.gil, op.a(), op.name(op.pc.c()), Some(op.b().clone()))?;
        op.done(TAKE_A | TAKE_B)
    }

    DeleteAttr |op| {
        operations::set_attribute(op.gil, op.a(), op.name(op.pc.c()), None)?;
        op.done(TAKE_A)
    }

    LoadSuperAttr |op| {
        let value = super_attribute(op)?;
        op.put(value)
    }

    LoadSuperMethod |op| {
        let value = super_attribute(op)?;
        set_method(op, value, None)
    }

    LoadSpecial |op| {
        let found = special(op)?;
        set_method(op, found, None)
    }
}

/// A function and the object it is looked up on, in two registers, for a call.
fn set_method(op: Op<'_>, function: Value, receiver: Option<Value>) -> Result<Flow> {
    op.window.put(op.pc.a(), function);
    op.window.put_option(op.pc.a() + 1, receiver);
    Ok(Flow::Next)
}

fn super_attribute(op: Op<'_>) -> Result<Value> {
    let first = op.pc.b();
    let (function, class, receiver) = (op.taken(first)?, op.taken(first + 1)?, op.taken(first + 2)?);
    let name = op.name(op.pc.c());
    let own = crate::types::builtin(op.gil, "super");
    if own.is_some_and(|own| own.as_value().is(&function)) {
        return super_::attribute(op.gil, &class, &receiver, name);
    }
    let made = crate::vm::call_with(op.gil, &function, &[class, receiver])?;
    operations::get_attribute(op.gil, &made, name)
}

/// A special method for a `with` statement.
fn special(op: Op<'_>) -> Result<Value> {
    let (gil, object, which) = (op.gil, op.b(), op.pc.x());
    let name = ["__enter__", "__exit__", "__aenter__", "__aexit__"][usize::from(which) % 4];
    if let Some(found) = operations::special_method(gil, object, name)? {
        return Ok(found);
    }
    let class = object.class(gil).name();
    let asynchronous = if which > 1 { "asynchronous " } else { "" };
    let missed = if which % 2 == 1 { format!(" (missed {name} method)") } else { String::new() };
    Err(type_error(
        gil,
        format!("'{class}' object does not support the {asynchronous}context manager protocol{missed}"),
    ))
}
