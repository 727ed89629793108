//! What each thread has of the machine: its running frame, the exception that it handles, how deep its calls nest, and
//! what is left of its budget of ticks. The budget is the thread's and not a loop's: a loop that runs inside another
//! goes on with the rest of the outer one's, or else a boundary would fall later with each call that is under way.

use std::cell::{Cell, RefCell};

use crate::gil::{Gil, Guarded};
use crate::object::Ref;
use crate::object::raised::{Exception, Kind, Raised};

use super::frame::Frame;

thread_local! {
    static FRAME: RefCell<Option<Ref<Frame>>> = const { RefCell::new(None) };
    static HANDLED: RefCell<Option<Ref<Exception>>> = const { RefCell::new(None) };
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    /// The budget of ticks until the next boundary.
    static BUDGET: Cell<u32> = const { Cell::new(0) };
    /// How many ticks of it are left.
    static LEFT: Cell<u32> = const { Cell::new(0) };
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

/// Counts one tick, unless the budget is used up.
#[inline]
pub fn tick() -> bool {
    let left = LEFT.get();
    LEFT.set(left.saturating_sub(1));
    left > 0
}

/// Tells the GIL of the ticks that have run, and begins a new budget; the GIL may change hands meanwhile. Says whether
/// there is work pending.
pub fn report_ticks(gil: Gil<'_>) -> bool {
    let ticks = BUDGET.replace(0) - LEFT.replace(0);
    let slice = gil.spent(ticks);
    BUDGET.set(slice.budget);
    LEFT.set(slice.budget);
    slice.pending
}

/// Ends the budget here, so that the next instruction begins at a boundary: a new policy holds at once.
pub fn end_budget(_gil: Gil<'_>) {
    BUDGET.set(BUDGET.get() - LEFT.replace(0));
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

/// Leaves a frame. It keeps its caller only as long as somebody else refers to it. The outermost gives the budget back,
/// so that the ledger is exact when a thread ends.
pub fn leave(gil: Gil<'_>, frame: &Ref<Frame>) {
    if frame.back.borrow().is_none() {
        let ticks = BUDGET.replace(0) - LEFT.replace(0);
        let _ = gil.spent(ticks);
    }
    DEPTH.set(DEPTH.get().saturating_sub(1));
    let caller = frame.back.borrow().clone();
    let left = FRAME.replace(caller);
    drop(left);
}
