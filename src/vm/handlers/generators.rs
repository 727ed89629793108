//! Generators, coroutines and delegation.

use super::bodies;
use crate::code::opcode::TAKE_B;
use crate::object::raised::{Exception, Kind, runtime_error};
use crate::object::{Bits, Raised};
use crate::vm::activation::kind;
use crate::vm::dispatch::Flow;
use crate::vm::generator::{self, Left};

bodies! {
    Yield |op| {
        let value = match op.pc.x() & TAKE_B {
            0 => op.b().clone(),
            _ => op.taken(op.pc.b())?,
        };
        Ok(generator::give(op.state, value))
    }

    GetYieldFromIter |op| {
        let iterator = generator::delegate(op.gil, op.b(), op.pc.x())?;
        op.put(iterator)
    }

    YieldFrom |op| {
        let (b, c) = (op.pc.b(), op.pc.c());
        let sent = op.window.bits(c);
        let entered = match sent {
            Bits::NONE => generator::enter_deeply(op.state, op.b(), kind::DELEGATE),
            _ => generator::enter_quickly(op.state, op.b(), kind::DELEGATE, sent),
        };
        if entered {
            op.window.set(c, Bits::EMPTY);
            return Ok(Flow::Here);
        }
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

    GetAiter |op| {
        let iterator = generator::async_iterator(op.gil, op.b())?;
        op.finish_b(iterator)
    }

    GetAnext |op| {
        let awaitable = generator::async_next(op.gil, op.b())?;
        op.put(awaitable)
    }

    EndAsyncFor |op| {
        let (exception, iterator) = (op.taken(op.pc.a())?, op.pc.b());
        match exception.try_into_ref::<Exception>() {
            Ok(exception) if exception.header().shape().class().is_subtype(Kind::StopAsyncIteration.class(op.gil)) => {
                let done = (exception, op.window.take(iterator));
                drop(done);
                Ok(Flow::Next)
            }
            Ok(exception) => Err(Raised::new(exception)),
            Err(_) => Err(runtime_error(op.gil, "no exception")),
        }
    }

    YieldAsync |op| {
        let value = op.b().clone();
        op.consume(TAKE_B);
        Ok(generator::give(op.state, value))
    }
}
