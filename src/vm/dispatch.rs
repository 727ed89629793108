//! Dispatch: from one instruction to the next.
//!
//! Each opcode has a handler, a small function of four arguments that stay in registers, and each handler ends by
//! calling the next one. Optimised builds make that call a jump. What keeps it one: nothing in a handler needs dropping
//! when it makes the call, and no variable of it has an address that anybody knows. So all longer work is done by a
//! *body*, an ordinary function that a handler calls on its way and that answers with a plain number, a [`Flow`].
//!
//! Unoptimised builds run the same handlers, which then return to a loop.
//!
//! Each instruction is one tick; the ticks left until the next boundary of the slice are counted down before it, so a
//! switch falls between two instructions, exactly where the policy says. A negative number means that somebody has cut the
//! countdown short (`gil::Countdown`).

use super::handlers;
use super::place::{Pc, Window, own, release_unless_last};
use super::state::State;
use super::{heat, trace, unwind};
use crate::code::Opcode;
use crate::object::{Bits, Raised, Result, collector};
use crate::opcodes;

/// What runs an instruction: its place, the window, the thread's state, the ticks left.
pub type Handler = fn(Pc, Window, &State, i32) -> Exit;

/// How the loop ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Not at all: the driver of unoptimised builds goes on where the state says.
    #[cfg_attr(not(debug_assertions), allow(dead_code))]
    GoOn,
    Returned,
    Yielded,
    Raised,
}

/// How it goes on after a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Flow {
    /// With the next instruction.
    Next,
    /// With the one that operand c leads to.
    Jump,
    /// Where the last activation says.
    Here,
    /// An exception is on its way.
    Raise,
    /// The loop ends with a result.
    Return,
    /// The loop ends with a yielded value.
    Yield,
}

/// A body.
pub type Body = fn(Pc, Window, &State) -> Flow;

impl State {
    /// What came of a body.
    #[inline]
    pub fn flow(&self, result: Result<Flow>) -> Flow {
        match result {
            Ok(flow) => flow,
            Err(raised) => self.raise(raised),
        }
    }

    /// Puts an exception on its way.
    #[cold]
    pub fn raise(&self, raised: Raised) -> Flow {
        self.set_raised(raised);
        Flow::Raise
    }
}

macro_rules! define {
    ($($doc:literal $name:ident ($($operand:ident),*) $caches:literal $(=> $generic:ident)?;)*) => {
        /// The handlers by opcode.
        static HANDLERS: [Handler; 256] = {
            let mut table: [Handler; 256] = [broken; 256];
            $(table[Opcode::$name as usize] = handlers::$name;)*
            table
        };
    };
}
opcodes!(define);

/// The handler of bytes that name no opcode; `code::verify` lets none through.
#[cold]
fn broken(_pc: Pc, _window: Window, state: &State, _ticks: i32) -> Exit {
    let gil = state.gil();
    state.set_raised(crate::object::raised::system_error(gil, "unknown opcode"));
    Exit::Raised
}

/// Goes on with the instruction at `pc`.
#[cfg(not(debug_assertions))]
#[inline(always)]
pub fn dispatch(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if cfg!(feature = "without-ticks") {
        return HANDLERS[usize::from(pc.opcode())](pc, window, state, ticks);
    }
    if ticks <= 0 {
        return boundary(pc, window, state, ticks);
    }
    HANDLERS[usize::from(pc.opcode())](pc, window, state, ticks - 1)
}

/// Goes on with the instruction at `pc`: the driver does.
#[cfg(debug_assertions)]
pub fn dispatch(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    state.next.set((pc, window, ticks));
    Exit::GoOn
}

/// Runs the last activation from where it stands until the loop ends.
#[inline(never)]
pub fn drive(state: &State) -> Exit {
    let activation = state.activation();
    finish(state, dispatch(activation.pc.get(), activation.window.get(), state, state.ticks.get()))
}

/// The same, where the exception on its way is to be raised first.
#[inline(never)]
pub fn drive_thrown(state: &State) -> Exit {
    let activation = state.activation();
    finish(state, unwind::unwind(activation.pc.get(), activation.window.get(), state, 0))
}

/// The sibling calls have come to their end.
#[cfg(not(debug_assertions))]
fn finish(_state: &State, exit: Exit) -> Exit {
    exit
}

/// The driver: calls one handler after the other.
#[cfg(debug_assertions)]
fn finish(state: &State, mut exit: Exit) -> Exit {
    while exit == Exit::GoOn {
        let (pc, window, ticks) = state.next.get();
        exit = match ticks {
            ..=0 => boundary(pc, window, state, ticks),
            _ => HANDLERS[usize::from(pc.opcode())](pc, window, state, ticks - 1),
        };
    }
    exit
}

/// The budget is used up: the GIL may change hands, and pending work is done.
#[cold]
#[inline(never)]
fn boundary(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    state.save(pc, ticks);
    match pending(state) {
        Flow::Raise => unwind::unwind(pc, window, state, 0),
        // A trace function may have asked to go on elsewhere.
        _ => dispatch(state.activation().pc.get(), window, state, state.ticks.get()),
    }
}

#[inline(never)]
fn pending(state: &State) -> Flow {
    let gil = state.gil();
    let told = if trace::is_on() { trace::instruction(state) } else { Ok(()) };
    let arrived = heat::is_on().then(|| heat::Moment::now(gil));
    let slice = gil.spent(state.used());
    if let Some(arrived) = arrived {
        heat::instruction(state, arrived);
    }
    let budget = if trace::is_on() || heat::is_on() { 1 } else { slice.budget };
    state.give(budget);
    if let Err(raised) = told {
        return state.raise(raised);
    }
    state.follow_limit(gil);
    if collector::is_due(gil) {
        collector::collect(gil, false);
    }
    if slice.pending { state.flow(super::run_pending(gil).map(|()| Flow::Next)) } else { Flow::Next }
}

/// Does an instruction by a body, and goes on as it says. `words` is the length of the instruction with its caches.
#[inline(always)]
pub fn general(pc: Pc, window: Window, state: &State, ticks: i32, body: Body, words: usize) -> Exit {
    state.save(pc, ticks);
    match body(pc, window, state) {
        Flow::Next => dispatch(pc.skip(words), window, state, state.ticks.get()),
        Flow::Jump => {
            let offset = i32::from(pc.c() as i16);
            dispatch(pc.skip(words).jump(offset), window, state, state.ticks.get())
        }
        Flow::Here => here(pc, window, state, ticks),
        Flow::Raise => unwind::unwind(pc, window, state, 1),
        Flow::Return => Exit::Returned,
        Flow::Yield => Exit::Yielded,
    }
}

/// As [`general`], for handlers that have done the common case themselves: a function of its own, so that what it keeps
/// on the stack burdens only the rest. The body is given by its type alone and takes no register.
#[inline(never)]
pub fn later<const WORDS: usize, B>(pc: Pc, window: Window, state: &State, ticks: i32, body: B) -> Exit
where
    B: Fn(Pc, Window, &State) -> Flow,
{
    const { assert!(size_of::<B>() == 0) };
    state.save(pc, ticks);
    match body(pc, window, state) {
        Flow::Next => dispatch(pc.skip(WORDS), window, state, state.ticks.get()),
        Flow::Jump => {
            let offset = i32::from(pc.c() as i16);
            dispatch(pc.skip(WORDS).jump(offset), window, state, state.ticks.get())
        }
        Flow::Here => here(pc, window, state, ticks),
        Flow::Raise => unwind::unwind(pc, window, state, 1),
        Flow::Return => Exit::Returned,
        Flow::Yield => Exit::Yielded,
    }
}

/// As [`later`] for an instruction whose jump is the number in b and c.
#[inline(never)]
pub fn later_wide<B>(pc: Pc, window: Window, state: &State, ticks: i32, body: B) -> Exit
where
    B: Fn(Pc, Window, &State) -> Flow,
{
    const { assert!(size_of::<B>() == 0) };
    state.save(pc, ticks);
    match body(pc, window, state) {
        Flow::Jump => dispatch(pc.skip(1).jump(pc.wide()), window, state, state.ticks.get()),
        Flow::Raise => unwind::unwind(pc, window, state, 1),
        _ => dispatch(pc.skip(1), window, state, state.ticks.get()),
    }
}

/// Goes on where the last activation says.
#[inline(always)]
pub fn here(_pc: Pc, _window: Window, state: &State, _ticks: i32) -> Exit {
    let activation = state.activation();
    dispatch(activation.pc.get(), activation.window.get(), state, state.ticks.get())
}

/// Writes a word to register a, and goes on `words` further.
#[inline(always)]
pub fn write(pc: Pc, window: Window, state: &State, ticks: i32, bits: Bits, words: usize) -> Exit {
    let old = window.replace(pc.a(), bits);
    release(pc.skip(words), window, state, ticks, old)
}

/// Releases a word that was taken out of its register, and goes on at `pc`.
#[inline(always)]
pub fn release(pc: Pc, window: Window, state: &State, ticks: i32, bits: Bits) -> Exit {
    if release_unless_last(bits) {
        return dispatch(pc, window, state, ticks);
    }
    state.dying[0].set(bits);
    release_later(pc, window, state, ticks)
}

/// Releases two words, and goes on at `pc`.
#[inline(always)]
pub fn release_two(pc: Pc, window: Window, state: &State, ticks: i32, first: Bits, second: Bits) -> Exit {
    release_all(pc, window, state, ticks, first, second, Bits::EMPTY)
}

/// Releases three words, and goes on at `pc`.
#[inline(always)]
pub fn release_all(pc: Pc, window: Window, state: &State, ticks: i32, a: Bits, b: Bits, c: Bits) -> Exit {
    release_each(pc, window, state, ticks, [a, b, c])
}

/// Releases several words, and goes on at `pc`.
#[inline(always)]
pub fn release_each<const N: usize>(
    pc: Pc,
    window: Window,
    state: &State,
    ticks: i32,
    words: [Bits; N],
) -> Exit {
    let mut late = false;
    let mut place = 0;
    while place < N {
        if !release_unless_last(words[place]) {
            state.dying[place].set(words[place]);
            late = true;
        }
        place += 1;
    }
    if late {
        return release_later(pc, window, state, ticks);
    }
    dispatch(pc, window, state, ticks)
}

/// Releases what the state says is dying, and goes on at `pc`.
#[inline(never)]
pub fn release_later(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    state.save(pc, ticks);
    bury(state);
    dispatch(pc, window, state, state.ticks.get())
}

/// Releases what the state says is dying.
#[inline(never)]
pub fn bury(state: &State) {
    for place in &state.dying {
        drop(own(place.replace(Bits::EMPTY)));
    }
}
