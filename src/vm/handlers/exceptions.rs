//! Raising, handling and matching exceptions; exits of `with` statements.

use super::bodies;
use crate::object::Raised;
use crate::object::raised::Kind;
use crate::vm::activation::kind;
use crate::vm::dispatch::Flow;
use crate::vm::exceptions;

bodies! {
    // Empty stands for what was being handled when the call began, or when its generator was resumed.
    EnterHandler |op| {
        let (activation, register) = (op.state.activation(), op.pc.a());
        if !activation.has(kind::HANDLES) {
            activation.handled.set(op.state.handled_bits());
            activation.flag(kind::HANDLES);
        }
        let before = op.state.set_handled(Some(op.a().clone()));
        let outside = activation.handled.get();
        let inside = before.filter(|before| before.bits() != outside);
        op.window.put_option(register + 1, inside);
        Ok(Flow::Next)
    }

    LeaveHandler |op| {
        exceptions::end_handling(op.state, op.pc.a());
        Ok(Flow::Next)
    }

    Raise |op| {
        let x = op.pc.x();
        let exception = if x > 0 { op.taken_or_none(op.pc.a()) } else { None };
        let cause = if x > 1 { op.taken_or_none(op.pc.b()) } else { None };
        Err(exceptions::raise(op.gil, exception, cause))
    }

    Reraise |op| {
        let exception = op.taken(op.pc.a())?.try_into_ref();
        Err(exception.map_or_else(|_| crate::vm::empty_register(op.gil), Raised::new))
    }

    JumpUnlessMatch |op| {
        let matches = exceptions::matches(op.gil, op.a(), op.b())?;
        drop(op.window.take(op.pc.b()));
        Ok(if matches { Flow::Next } else { Flow::Jump })
    }

    SplitGroup |op| {
        let (matched, rest) = exceptions::split_group(op.gil, op.b(), op.c())?;
        drop(op.window.take(op.pc.c()));
        op.window.put(op.pc.b(), rest);
        op.put(matched)
    }

    JoinGroup |op| {
        let joined = exceptions::join_group(op.gil, op.b(), op.c())?;
        op.put(joined)
    }

    WithExceptStart |op| {
        let exit = crate::vm::displays::span(op, op.pc.b(), 2);
        let result = exceptions::call_exit(op.gil, exit, op.c())?;
        op.put(result)
    }

    LoadAssertionError |op| {
        op.put(Kind::AssertionError.class(op.gil).to_value())
    }
}
