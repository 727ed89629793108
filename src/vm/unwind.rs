//! Unwinding: from an exception on its way to its handler, and the end of activations.

use super::activation::{Activation, kind};
use super::dispatch::{Exit, here};
use super::place::{Pc, Window};
use super::state::State;
use super::{exceptions, frame, generator, trace};
use crate::code::{Instruction, Intrinsic, Opcode};
use crate::gil::Gil;
use crate::object::raised::{Exception, Raised};
use crate::object::{Ref, Value};
use crate::types::traceback::Traceback;

/// Takes the exception on its way to its handler. `by` is 1 where the instruction at the activation's place raised it,
/// 0 where it came from outside.
#[cold]
#[inline(never)]
pub fn unwind(pc: Pc, window: Window, state: &State, by: u32) -> Exit {
    if find(state, by == 1) {
        return here(pc, window, state, 0);
    }
    Exit::Raised
}

/// How an instruction that raises treats the exception.
struct Manner {
    /// It is new: what is being handled becomes its context.
    is_new: bool,
    /// It is raised by a statement: the context that it had goes.
    is_stated: bool,
    /// The traceback tells of this call, unless it does already.
    is_noted: bool,
    is_first: bool,
    /// It is raised again, at the end of a handler.
    is_again: bool,
}

fn manner(activation: &Activation, exception: &Ref<Exception>, by_instruction: bool) -> Manner {
    let word = activation.code().words.get(activation.word()).map(std::cell::Cell::get);
    let instruction = word.and_then(Instruction::decode).filter(|_| by_instruction);
    let of = |op: Opcode, x: u8| instruction.is_some_and(|known| known.op == op && known.x == x);
    let again = of(Opcode::Reraise, 0) || of(Opcode::EndAsyncFor, 0);
    let bare = of(Opcode::Raise, 0);
    let stated = of(Opcode::Raise, 1) || of(Opcode::Raise, 2);
    // A call that an instruction made from native code has ended by it: its context was settled in there.
    let settled = instruction.is_some() && !stated && !exception.traceback.borrow().is_none();
    let end_of_generator = of(Opcode::Intrinsic, Intrinsic::StopIterationError as u8);
    // What is raised again as it was has been noted where it was raised first.
    let known =
        (again || bare) && activation.frame().is_some_and(|frame| exceptions::begins_with(exception, frame));
    Manner {
        is_new: !again && !end_of_generator && !settled,
        is_stated: stated,
        is_noted: !known && !end_of_generator,
        is_first: true,
        is_again: again,
    }
}

/// Finds the handler of the exception on its way and makes its activation the last. False where the loop ends.
#[inline(never)]
fn find(state: &State, by_instruction: bool) -> bool {
    let gil = state.gil();
    let Some(mut exception) = state.take_raised() else { return false };
    let mut manner = manner(state.activation(), &exception, by_instruction);
    if manner.is_new {
        exceptions::set_context(gil, &exception, manner.is_stated);
    }
    loop {
        let activation = state.activation();
        generator::wake(activation);
        if manner.is_noted || !manner.is_first {
            exceptions::add_traceback(gil, &exception, activation);
        }
        if trace::is_on() {
            exception = trace::raised(state, exception, !(manner.is_first && manner.is_again));
        }
        manner.is_first = false;
        let code = activation.code();
        if let Some(handler) = code.code.handler_at(activation.word() as u32) {
            let window = activation.window.get();
            window.release(handler.register.into(), code.entry.registers as usize);
            window.put(handler.register, exception.into_value());
            activation.pc.set(Pc::of(code, handler.target as usize));
            return true;
        }
        if trace::is_on() {
            exception = trace::ended(state, exception);
        }
        if manner.is_again {
            manner.is_again = false;
            stand_where_raised(activation, &exception);
        }
        let (way, callee) = end(gil, state);
        match way {
            kind::ENTRY | kind::RESUMED => {
                generator::finished(&callee);
                drop(callee);
                state.set_raised(Raised::new(exception));
                return false;
            }
            kind::FOR | kind::LOOP | kind::DELEGATE | kind::COLLECT => generator::finished(&callee),
            _ => {}
        }
    }
}

/// A call that ends by an exception that is raised again ends where that was raised first.
fn stand_where_raised(activation: &Activation, exception: &Ref<Exception>) {
    let Some(frame) = activation.frame() else { return };
    let first = exception.traceback.borrow().clone();
    if let Some(first) = first.downcast::<Traceback>().filter(|first| first.frame.is(frame)) {
        activation.pc.set(Pc::of(activation.code(), first.instruction as usize / 2));
    }
}

/// Ends the last activation: restores what was being handled, gives the locals to the frame object if somebody keeps
/// one, releases the registers otherwise. Its way, and what ran.
pub fn end(gil: Gil<'_>, state: &State) -> (u8, Option<Value>) {
    let activation = state.activation();
    let way = activation.way();
    let window = activation.window.get();
    let registers = activation.code().entry.registers as usize;
    if activation.kind.get() == way {
        window.release(0, registers);
    }
    // What was released may have looked at the frame.
    if activation.kind.get() == way {
        let callee = super::place::own(activation.callee_bits());
        state.pop();
        return (way, callee);
    }
    restore_handled(state);
    leave_frame(gil, state, activation);
    window.release(0, registers);
    // What was released may have looked at the frame.
    leave_frame(gil, state, activation);
    let extra = activation.take_extra();
    let callee = super::place::own(activation.callee_bits());
    state.pop();
    drop(extra);
    (way, callee)
}

/// What was being handled when the call began is being handled again.
pub fn restore_handled(state: &State) {
    let activation = state.activation();
    if activation.has(kind::HANDLES) {
        let before = super::place::copy(activation.handled.get());
        drop(state.set_handled(before));
    }
}

/// The frame object of a call that ends goes on alone, or ends with it.
fn leave_frame(gil: Gil<'_>, state: &State, activation: &Activation) {
    if !activation.has(kind::FRAMED) {
        return;
    }
    let Some(frame) = activation.take_frame() else { return };
    activation.kind.set(activation.kind.get() & !kind::FRAMED);
    if let Some(frame) = frame.downcast::<frame::Frame>() {
        let (mut locals, mut back) = (Vec::new(), None);
        if frame.header().count() > 1 {
            let window = activation.window.get();
            locals = (0..activation.code().entry.locals).map(|place| window.take(place as u16)).collect();
            back = state.caller_of(activation).map(|caller| frame::of(gil, caller));
        }
        frame.end(activation.word(), locals, back);
    }
}
