//! Coroutines and generators that run before their object is made, which most often is never.
//!
//! A coroutine function that is awaited where it is called runs as any function does: the object that the call would
//! have given is made only if the coroutine waits for something, and is then where the `await` has it. So it is with a
//! generator expression whose items a built-in function collects: its object is made only if that function goes on with
//! it by itself. Nobody could have seen either object before. What runs is kept alive by the function, or by the code
//! object, in the object's place; the instructions that are done at once are counted as they were.

use super::*;
use crate::code::opcode::ALL;
use crate::vm::place::retain;

/// Words of `Call`.
const CALL_WORDS: usize = crate::vm::handlers::words(Opcode::Call);

/// The ticks of the instructions that await what a call gives.
pub const AWAITING: i32 = 3;

/// The instruction that delegates, for a call whose result is awaited at once.
#[inline(always)]
pub fn awaiting(call: Pc) -> Pc {
    call.skip(CALL_WORDS + 2)
}

/// Is the result of a call awaited at once, in a way that needs no register which the callee's window covers?
pub fn is_awaited(state: &State, call: Pc) -> bool {
    let (get, none, delegate) = (call.skip(CALL_WORDS), call.skip(CALL_WORDS + 1), awaiting(call));
    let made = call.a();
    get.opcode() == Opcode::GetYieldFromIter as u8
        && get.x() != 0
        && (get.a(), get.b()) == (made, made)
        && none.opcode() == Opcode::LoadConst as u8
        && state.activation().constant(none.wide() as usize) == Bits::NONE
        && delegate.opcode() == Opcode::YieldFrom as u8
        && (delegate.b(), delegate.c()) == (made, none.a())
        && made <= call.b()
        && none.a() <= call.b()
}

/// Does an instruction make a generator that the call behind it collects?
pub fn is_collected(state: &State, generate: Pc) -> bool {
    const SUSPENDS_OTHERWISE: u32 = code_flags::COROUTINE | code_flags::ASYNC_GENERATOR;
    let call = generate.skip(1);
    let is_call = ALL.get(usize::from(call.opcode())).is_some_and(|op| op.row().generic == Opcode::Call);
    is_call
        && (call.x(), call.c()) == (1, 0)
        && generate.a() == call.b() + 2
        && state
            .activation()
            .code()
            .constants
            .get(usize::from(generate.c()))
            .and_then(|code| code.downcast::<CodeObject>())
            .is_some_and(|code| code.code.flags & SUSPENDS_OTHERWISE == 0)
        && collecting::beginning(state.gil(), state.activation().window.get().value(call.b())).is_some()
}

/// Begins the generator that the instruction at `generate` would make, and the collection by the call behind it: where
/// the generator begins. None, and nothing done, where it must be made.
#[inline(never)]
pub fn begin_collected(state: &State, generate: Pc, caller: Window) -> Option<(Pc, Window)> {
    let (activation, call) = (state.activation(), generate.skip(1));
    let code = activation.code().constants[usize::from(generate.c())].downcast::<CodeObject>()?;
    let window = activation.top.get();
    let top = window.from(code.entry.registers as usize);
    if !state.has_room(top) {
        return None;
    }
    let (purpose, collection) = collecting::beginning(state.gil(), caller.value(call.b()))?;
    let (first, locals, free) = (generate.b(), code.entry.locals as u16, code.entry.free as u16);
    window.clear(1, usize::from(locals));
    window.set(0, caller.replace(first, Bits::EMPTY));
    for cell in 0..free {
        window.set(locals - free + cell, caller.replace(first + 1 + cell, Bits::EMPTY));
    }
    activation.pc.set(call);
    let start = Pc::of(code, 0);
    retain(code.as_value().bits());
    state.push(Parts {
        pc: start,
        window,
        top,
        code,
        globals: activation.globals(),
        builtins: activation.builtins(),
        callee: code.as_value().bits(),
        kind: way::COLLECT,
    });
    state.activation().purpose.set(purpose);
    state.activation().set_extra(collection);
    Some((start, window))
}

/// Does the last activation run without the object that would wait for it?
#[inline(always)]
pub fn is_last(state: &State) -> bool {
    let activation = state.activation();
    match activation.way() {
        way::AWAITED => true,
        way::COLLECT => activation.callee().is_some_and(|callee| callee.downcast::<CodeObject>().is_some()),
        _ => false,
    }
}

/// Makes the object of the last activation, if that runs without: it will wait. What kept it alive so far.
#[inline(always)]
pub fn make(state: &State) -> Option<Value> {
    if is_last(state) { make_last(state) } else { None }
}

#[cold]
#[inline(never)]
fn make_last(state: &State) -> Option<Value> {
    let activation = state.activation();
    let code = activation.code();
    let callee = activation.callee()?;
    let (name, qualified_name) = match callee.downcast::<Function>() {
        Some(function) => (function.name.clone(), function.qualified_name.clone()),
        None => (RefCell::new(code.name.clone()), RefCell::new(code.qualified_name.clone())),
    };
    let make = || Generator {
        body: Suspended::new(code, (activation.globals(), activation.builtins())),
        name,
        qualified_name,
    };
    let made = of_code(state.gil(), code, make, |count, registers| {
        registers.extend(std::iter::repeat_n(Cell::new(Bits::EMPTY), count));
    });
    if let Some(generator) = of(&made) {
        generator.body.status.set(Status::Running);
    }
    if activation.way() == way::AWAITED {
        // The activation below stands at the instruction that delegates.
        let caller = state.caller();
        caller.window.get().put(caller.pc.get().b(), made.clone());
        activation.kind.set(activation.kind.get() & !way::WAY | way::DELEGATE);
    }
    own(activation.replace_callee(made.into_bits()))
}

/// Gives a result to the instruction that awaits it, whose activation is the last.
pub fn deliver(state: &State, value: Value) -> Flow {
    let activation = state.activation();
    let pc = activation.pc.get();
    activation.window.get().put(pc.a(), value);
    activation.pc.set(pc.skip(1));
    Flow::Here
}

/// Ends the last activation, whose generator nobody will resume; what it had collected.
pub fn abandon(state: &State) -> Option<Value> {
    let collection = state.activation().take_extra();
    let ended = crate::vm::unwind::end(state.gil(), state);
    drop(ended);
    collection
}
