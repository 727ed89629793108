//! Iterators and loops over them.

use super::{Op, bodies};
use crate::code::opcode::TAKE_B;
use crate::object::{Result, Value, operations};
use crate::vm::activation::kind;
use crate::vm::dispatch::Flow;
use crate::vm::generator;

bodies! {
    GetIter |op| {
        let value = operations::iterate(op.gil, op.b())?;
        op.finish(TAKE_B, value)
    }

    ForIter |op| {
        if generator::can_resume(op.b()) {
            return resume(op);
        }
        match operations::next(op.gil, op.b())? {
            Some(item) => op.put(item),
            None => {
                drop(op.window.take(op.pc.b()));
                Ok(Flow::Jump)
            }
        }
    }

    NextIter |op| {
        if generator::can_resume(op.b()) {
            return resume(op);
        }
        match operations::next(op.gil, op.b())? {
            Some(item) => {
                op.window.put(op.pc.a(), item);
                Ok(Flow::Jump)
            }
            None => {
                drop(op.window.take(op.pc.b()));
                Ok(Flow::Next)
            }
        }
    }
}

fn resume(op: Op<'_>) -> Result<Flow> {
    generator::enter(op.gil, op.state, op.b(), kind::FOR, Value::NONE)?;
    Ok(Flow::Here)
}
