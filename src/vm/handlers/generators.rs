//! Generators, coroutines and delegation.

use super::bodies;
use crate::code::opcode::TAKE_B;
use crate::object::Value;
use crate::object::raised::not_implemented_error;
use crate::vm::activation::kind;
use crate::vm::dispatch::Flow;
use crate::vm::generator::{self, Left};

bodies! {
    Yield |op| {
        let value = op.b().clone();
        op.consume(TAKE_B);
        Ok(generator::give(op.state, value))
    }

    GetYieldFromIter |op| {
        let iterator = generator::delegate(op.gil, op.b(), op.pc.x())?;
        op.put(iterator)
    }

    YieldFrom |op| {
        let (b, c) = (op.pc.b(), op.pc.c());
        if generator::can_resume(op.b()) {
            let sent = op.taken(c)?;
            generator::enter(op.gil, op.state, op.b(), kind::DELEGATE, sent)?;
            return Ok(Flow::Here);
        }
        match generator::send_to(op.gil, op.b(), op.c())? {
            // The instruction runs again when the generator is resumed.
            Left::Yielded(value) => Ok(generator::give(op.state, value)),
            Left::Returned(value) => {
                let done = (op.window.take(b), op.window.take(c));
                op.window.put(op.pc.a(), value);
                drop(done);
                Ok(Flow::Next)
            }
        }
    }

    GetAiter |op| { Err(unsupported(op.gil)) }

    GetAnext |op| { Err(unsupported(op.gil)) }

    EndAsyncFor |op| { Err(unsupported(op.gil)) }

    YieldAsync |op| { Err(unsupported(op.gil)) }
}

fn unsupported(gil: crate::gil::Gil<'_>) -> crate::object::Raised {
    let _ = Value::NONE;
    not_implemented_error(gil, "gilly does not run asynchronous iteration yet")
}
