//! Calls, returns and the making of functions.

use super::{bodies, direct, slow, words};
use crate::code::Opcode;
use crate::code::opcode::{CACHES, TAKE_B, TAKE_C};
use crate::object::raised::Kind;
use crate::object::{Bits, Raised, intern};
use crate::vm::activation::kind;
use crate::vm::dispatch::{Exit, bury, later, release_each, release_two};
use crate::vm::place::{Pc, Window, release_unless_last, retain};
use crate::vm::state::State;
use crate::vm::{calls, generator, heat};

const WORDS: usize = words(Opcode::Call);

pub fn Call(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<WORDS, _>(pc, window, state, ticks, call)
}

pub fn Return(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if state.activation().kind.get() != kind::CALL {
        return return_otherwise(pc, window, state, ticks);
    }
    let value = window.replace(pc.a(), Bits::EMPTY);
    let last = release_locals(window, state);
    if last != Bits::EMPTY {
        window.set(pc.a(), value);
        state.dying[0].set(last);
        return return_later(pc, window, state, ticks);
    }
    deliver(state, ticks, value, WORDS)
}

/// The same for calls made in other ways. A special method's result goes to the operator's instruction.
#[inline(never)]
fn return_otherwise(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if state.activation().kind.get() == kind::AWAITED {
        return return_unmade(pc, window, state, ticks);
    }
    if state.activation().kind.get() == kind::DELEGATE {
        return return_awaited(pc, window, state, ticks);
    }
    let value = window.bits(pc.a());
    if state.activation().kind.get() != kind::OPERATOR || value == Bits::NOT_IMPLEMENTED {
        return later::<1, _>(pc, window, state, ticks, leave);
    }
    window.set(pc.a(), Bits::EMPTY);
    let last = release_locals(window, state);
    if last != Bits::EMPTY {
        window.set(pc.a(), value);
        state.dying[0].set(last);
        return return_later(pc, window, state, ticks);
    }
    let callee = state.activation().callee_bits();
    state.pop();
    let activation = state.activation();
    let (pc, window) = (activation.pc.get(), activation.window.get());
    let (mut b, mut c) = (Bits::EMPTY, Bits::EMPTY);
    if pc.x() & TAKE_B != 0 {
        b = window.replace(pc.b(), Bits::EMPTY);
    }
    if pc.x() & TAKE_C != 0 {
        c = window.replace(pc.c(), Bits::EMPTY);
    }
    let old = window.replace(pc.a(), value);
    let next = pc.skip(1 + usize::from(CACHES[usize::from(pc.opcode())]));
    release_each(next, window, state, ticks, [b, c, callee, old])
}

/// The same for a coroutine without an object.
fn return_unmade(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let value = window.replace(pc.a(), Bits::EMPTY);
    let last = release_locals(window, state);
    if last != Bits::EMPTY {
        window.set(pc.a(), value);
        state.dying[0].set(last);
        return return_later(pc, window, state, ticks);
    }
    deliver(state, ticks, value, 1)
}

/// The same for a coroutine that is awaited: the instruction that awaits it has the result.
#[inline(never)]
fn return_awaited(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let value = window.replace(pc.a(), Bits::EMPTY);
    let last = release_locals(window, state);
    if last != Bits::EMPTY {
        window.set(pc.a(), value);
        state.dying[0].set(last);
        return return_later(pc, window, state, ticks);
    }
    let coroutine = generator::end_awaited(state);
    if coroutine == Bits::EMPTY {
        window.set(pc.a(), value);
        return later::<1, _>(pc, window, state, ticks, leave);
    }
    let activation = state.activation();
    let (pc, window) = (activation.pc.get(), activation.window.get());
    let awaited = window.replace(pc.b(), Bits::EMPTY);
    let old = window.replace(pc.a(), value);
    release_each(pc.skip(1), window, state, ticks, [old, awaited, coroutine])
}

/// Releases a function's locals, up to one that is the last reference to its object: that one, or empty.
#[inline(always)]
fn release_locals(window: Window, state: &State) -> Bits {
    let (mut at, end) = (window, window.from(state.activation().code().entry.locals as usize));
    while at != end {
        let bits = at.bits(0);
        if bits.is_heap() {
            at.set(0, Bits::EMPTY);
            if !release_unless_last(bits) {
                return bits;
            }
        }
        at = at.from(1);
    }
    Bits::EMPTY
}

/// A local's object ends; then the function goes on returning.
#[inline(never)]
fn return_later(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    state.save(pc, ticks);
    bury(state);
    Return(pc, window, state, state.ticks.get())
}

/// As [`return_later`] for a constant.
#[inline(never)]
fn return_constant_later(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    state.save(pc, ticks);
    bury(state);
    ReturnConst(pc, window, state, state.ticks.get())
}

/// Gives a result to the instruction that has called, of so many words, and goes on after it.
#[inline(always)]
fn deliver(state: &State, ticks: i32, value: Bits, words: usize) -> Exit {
    let callee = state.activation().callee_bits();
    state.pop();
    let activation = state.activation();
    let (pc, window) = (activation.pc.get(), activation.window.get());
    let old = window.replace(pc.a(), value);
    release_two(pc.skip(words), window, state, ticks, old, callee)
}

pub fn ReturnConst(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let value = state.activation().constant(pc.wide() as usize);
    let kind = state.activation().kind.get();
    let is_init = kind == kind::INIT | kind::EXTRA && value == Bits::NONE;
    if kind != kind::CALL && kind != kind::AWAITED && !is_init {
        if kind == kind::COLLECT | kind::EXTRA {
            return end_collection(pc, window, state, ticks);
        }
        return later::<1, _>(pc, window, state, ticks, leave_with_constant);
    }
    let last = release_locals(window, state);
    if last != Bits::EMPTY {
        state.dying[0].set(last);
        return return_constant_later(pc, window, state, ticks);
    }
    let value = if is_init { state.activation().take_extra_bits() } else { value };
    if !is_init {
        retain(value);
    }
    deliver(state, ticks, value, if kind == kind::AWAITED { 1 } else { WORDS })
}

/// The end of a generator whose items a function collects.
fn end_collection(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let last = release_locals(window, state);
    if last != Bits::EMPTY {
        state.dying[0].set(last);
        return return_constant_later(pc, window, state, ticks);
    }
    later::<1, _>(pc, window, state, ticks, finish_collection)
}

slow! {
    finish_collection |op| { Ok(generator::collecting::end_plainly(op.state)) }

    call |op| {
        heat::general(op.state);
        direct::specialise(op);
        calls::call(op, op.pc.x(), op.pc.c() != 0, &[])
    }

    leave |op| {
        // A frame object that outlives the call keeps all its locals.
        let activation = op.state.activation();
        let is_local = usize::from(op.pc.a()) < activation.code().code.nlocals();
        let is_kept = is_local && activation.has(kind::FRAMED);
        let value = if is_kept { op.a().clone() } else { op.taken(op.pc.a())? };
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
