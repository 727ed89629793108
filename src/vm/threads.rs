//! The threads that run Python code, and their stacks: as text can show them, and as frames.

use std::cell::RefCell;
use std::ptr::NonNull;
use std::rc::Rc;

use super::activation::{Activation, kind};
use super::frame;
use super::state::{State, state};
use crate::code::Code;
use crate::gil::Gil;
use crate::object::{Global, Value};

/// Invariant: a thread enters itself before it runs Python code and leaves before it ends, and its state lives longer.
static THREADS: Global<RefCell<Vec<Known>>> = Global::new(RefCell::new(Vec::new()));

struct Known {
    id: u64,
    main: bool,
    state: NonNull<State>,
}

/// While this lives, the thread's stack can be looked at by others.
pub struct Entered<'a>(Gil<'a>);

/// Enters the calling thread.
pub fn enter(gil: Gil<'_>) -> Entered<'_> {
    let known =
        Known { id: gil.thread_id().get(), main: gil.is_main_thread(), state: NonNull::from(state(gil)) };
    THREADS.get(gil).borrow_mut().push(known);
    Entered(gil)
}

impl Drop for Entered<'_> {
    fn drop(&mut self) {
        let me = self.0.thread_id().get();
        THREADS.get(self.0).borrow_mut().retain(|known| known.id != me);
    }
}

/// In the child of a fork this thread is the only one, and the main one.
pub fn forget_others(gil: Gil<'_>) {
    let me = gil.thread_id().get();
    THREADS.get(gil).borrow_mut().retain_mut(|known| {
        known.main = true;
        known.id == me
    });
}

/// The number of the main thread.
pub fn main(gil: Gil<'_>) -> Option<u64> {
    THREADS.get(gil).borrow().iter().find(|known| known.main).map(|known| known.id)
}

/// A running call.
#[derive(Clone)]
pub struct Call {
    pub file: String,
    pub line: u32,
    /// The qualified name of the function.
    pub name: String,
    /// By what `here` tells code from other code.
    pub code_address: usize,
    code: Rc<Code>,
}

impl Call {
    /// The line of a word of its code.
    pub fn line_of(&self, word: u32) -> u32 {
        self.code.position_at(word).line
    }
}

/// The stacks of all threads that run Python code, outermost calls first.
pub fn stacks(gil: Gil<'_>) -> Vec<(u64, Vec<Call>)> {
    let threads = THREADS.get(gil).borrow();
    threads
        .iter()
        .map(|known| {
            // SAFETY: by the invariant of `THREADS` it is alive; a state changes only with the GIL held, which is here.
            let state = unsafe { known.state.as_ref() };
            let calls = (0..).map_while(|depth| state.below(depth));
            let mut stack: Vec<Call> = calls.map(call).collect();
            stack.reverse();
            (known.id, stack)
        })
        .collect()
}

/// The innermost frames of all threads that run Python code.
pub fn frames(gil: Gil<'_>) -> Vec<(u64, Value)> {
    let me = gil.thread_id().get();
    let innermost = |known: &Known| {
        // SAFETY: as in `stacks`.
        let state = unsafe { known.state.as_ref() };
        let is_seen = |activation: &&Activation| known.id == me || !activation.has(kind::DORMANT);
        let activation = (0..).map_while(|depth| state.below(depth)).find(is_seen)?;
        Some((known.id, frame::of(gil, activation).into_value()))
    };
    THREADS.get(gil).borrow().iter().filter_map(innermost).collect()
}

/// The activation that called one of another thread. What lies dormant there is passed over: only its own thread can
/// wake it.
pub fn caller_of<'a>(gil: Gil<'a>, activation: &Activation) -> Option<&'a Activation> {
    let threads = THREADS.get(gil).borrow();
    let mut called = activation;
    loop {
        // SAFETY: as in `stacks`; an activation stays where it is for as long as its call lasts.
        let caller = threads.iter().find_map(|known| unsafe { known.state.as_ref() }.caller_of(called))?;
        if !caller.has(kind::DORMANT) {
            return Some(caller);
        }
        called = caller;
    }
}

fn call(activation: &Activation) -> Call {
    let code = activation.code();
    Call {
        file: code.filename.lossy().into_owned(),
        line: code.code.position_at(activation.word() as u32).line,
        name: code.qualified_name.lossy().into_owned(),
        code_address: Rc::as_ptr(&code.code).addr(),
        code: Rc::clone(&code.code),
    }
}

/// Where the running call is: the address of its code, and the word.
#[inline]
pub fn here(gil: Gil<'_>) -> (usize, u32) {
    match state(gil).running() {
        Some(activation) => (Rc::as_ptr(&activation.code().code).addr(), activation.word() as u32),
        None => (0, 0),
    }
}
