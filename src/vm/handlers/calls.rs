//! Calls, returns and the making of functions.

use super::{bodies, slow, words};
use crate::code::Opcode;
use crate::object::raised::Kind;
use crate::object::{Raised, intern};
use crate::vm::calls;
use crate::vm::dispatch::{Exit, general};
use crate::vm::place::{Pc, Window};
use crate::vm::state::State;

pub fn Call(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    general(pc, window, state, ticks, call, words(Opcode::Call))
}

pub fn Return(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    general(pc, window, state, ticks, leave, 1)
}

pub fn ReturnConst(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    general(pc, window, state, ticks, leave_with_constant, 1)
}

slow! {
    call |op| { calls::call(op, op.pc.x(), op.pc.c() != 0, &[]) }

    leave |op| {
        let value = op.taken(op.pc.a())?;
        calls::leave(op.state, value)
    }

    leave_with_constant |op| {
        calls::leave(op.state, op.constant(op.pc.wide() as usize).clone())
    }
}

bodies! {
    CallKeywords |op| {
        let x = op.pc.x();
        let names = calls::names_of(op.constant(op.pc.c().into()));
        calls::call(op, x & 127, x & 128 != 0, names)
    }

    CallSpread |op| { calls::call_spread(op) }

    MakeFunction |op| {
        let code = op.constant(op.pc.c().into());
        let function = calls::make_function(op, code, op.pc.x(), op.pc.b())?;
        op.put(function)
    }

    LoadBuildClass |op| {
        let name = intern(op.gil, "__build_class__");
        let found = op.state.activation().builtins().table.borrow().get_text(&name).cloned();
        let missing = || Raised::with_message(op.gil, Kind::NameError, "__build_class__ not found");
        let value = found.ok_or_else(missing)?;
        op.put(value)
    }
}
