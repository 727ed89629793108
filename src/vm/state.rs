//! What each thread has of the machine: its running frame, the exception that it handles, and how deep its calls nest.

use std::cell::{Cell, RefCell};

use crate::gil::{Gil, Guarded};
use crate::object::Ref;
use crate::object::raised::{Exception, Kind, Raised};

use super::frame::Frame;

thread_local! {
    static FRAME: RefCell<Option<Ref<Frame>>> = const { RefCell::new(None) };
    static HANDLED: RefCell<Option<Ref<Exception>>> = const { RefCell::new(None) };
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

static LIMIT: Guarded<Cell<u32>> = Guarded::new(Cell::new(1000));

/// The running frame.
pub fn current(_gil: Gil<'_>) -> Option<Ref<Frame>> {
    FRAME.with_borrow(Clone::clone)
}

/// The exception that this thread handles.
pub fn handled(_gil: Gil<'_>) -> Option<Ref<Exception>> {
    HANDLED.with_borrow(Clone::clone)
}

/// Says which exception is being handled; gives back the one before.
pub fn set_handled(_gil: Gil<'_>, exception: Option<Ref<Exception>>) -> Option<Ref<Exception>> {
    HANDLED.replace(exception)
}

/// How many calls may nest.
pub fn recursion_limit(gil: Gil<'_>) -> u32 {
    LIMIT.get(gil).get()
}

/// Changes how many calls may nest.
pub fn set_recursion_limit(gil: Gil<'_>, limit: u32) {
    LIMIT.get(gil).set(limit);
}

/// How many calls nest now.
pub fn depth(_gil: Gil<'_>) -> u32 {
    DEPTH.get()
}

/// Enters a frame; RecursionError if that is one too many.
pub fn enter(gil: Gil<'_>, frame: &Ref<Frame>) -> Result<(), Raised> {
    let depth = DEPTH.get();
    if depth >= recursion_limit(gil) {
        let message = "maximum recursion depth exceeded";
        return Err(Raised::with_message(gil, Kind::RecursionError, message));
    }
    DEPTH.set(depth + 1);
    let caller = FRAME.replace(Some(frame.clone()));
    let old = frame.back.replace(caller);
    drop(old);
    Ok(())
}

/// Leaves a frame. It keeps its caller only as long as somebody else refers to it.
pub fn leave(_gil: Gil<'_>, frame: &Ref<Frame>) {
    DEPTH.set(DEPTH.get().saturating_sub(1));
    let caller = frame.back.borrow().clone();
    let left = FRAME.replace(caller);
    drop(left);
}
