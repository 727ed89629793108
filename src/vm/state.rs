//! What each thread has of the machine: its value stack, its activations, what it handles and how many ticks are left.
//!
//! Both arrays are reserved at their full size and never move, so that addresses into them stay good; the system gives
//! memory to what has been touched. Words of the value stack are emptied before their first use, a stretch at a time.

mod reserved;

use std::cell::Cell;
use std::ptr::NonNull;

use super::activation::{Activation, Parts};
use super::heat;
use super::place::{Pc, Window, own};
use crate::gil::{Countdown, Gil, Guarded, was_main};
use crate::object::raised::{Exception, Kind, Raised};
use crate::object::{Bits, Ref, Result, Value};
use reserved::Reserved;

/// Words of a thread's value stack.
const STACK: usize = 8 << 20;
/// Activations of a thread.
const ACTIVATIONS: usize = 400_000;
/// So many words are made ready at a time, and as many activations at most: what a thread does not touch costs nothing.
const STRETCH: usize = 1024;
/// So many activations are made ready at first.
const FIRST: usize = 40;

thread_local! {
    static STATE: Cell<*const State> = const { Cell::new(std::ptr::null()) };
    static OWNER: Owner = const { Owner(Cell::new(std::ptr::null_mut())) };
}

static LIMIT: Guarded<Cell<u32>> = Guarded::new(Cell::new(1000));

/// The machine of one thread.
pub struct State {
    activation: Cell<NonNull<Activation>>,
    /// The last activation that may be begun without a closer look.
    last: Cell<NonNull<Activation>>,
    /// The end of the value stack as far as it is ready.
    ready: Cell<Window>,
    /// Ticks left until the next boundary, up to date before anything that could run Python code.
    pub ticks: Countdown,
    /// Ticks given at the last boundary.
    budget: Cell<u32>,
    /// The exception that is being handled, or empty. Counted.
    handled: Cell<Bits>,
    /// An exception on its way to a handler.
    raised: Cell<Bits>,
    /// What the loop leaves with.
    result: Cell<Bits>,
    /// Words to be released out of line, the last references of objects perhaps.
    pub dying: [Cell<Bits>; 4],
    /// Where the driver of unoptimised builds goes on.
    #[cfg(debug_assertions)]
    pub next: Cell<(Pc, Window, i32)>,
    activations: Reserved<Activation>,
    /// Activations made ready.
    prepared: Cell<usize>,
    stack: Reserved<Bits>,
}

/// Frees a thread's state when the thread ends.
struct Owner(Cell<*mut State>);

impl Drop for Owner {
    fn drop(&mut self) {
        STATE.set(std::ptr::null());
        let state = self.0.get();
        if !state.is_null() && !was_main() {
            // SAFETY: it came from a box, and nothing runs on this thread any more. A signal handler may still look at the
            // main thread's countdown, which therefore stays.
            drop(unsafe { Box::from_raw(state) });
        }
    }
}

/// This thread's machine.
#[inline]
pub fn state<'a>(gil: Gil<'a>) -> &'a State {
    let state = STATE.get();
    if state.is_null() {
        return make(gil);
    }
    // SAFETY: it lives until the thread ends, and tokens do not outlive the thread.
    unsafe { &*state }
}

#[cold]
fn make(gil: Gil<'_>) -> &State {
    let activations = Reserved::<Activation>::new(ACTIVATIONS);
    let stack = Reserved::<Bits>::new(STACK);
    let budget = if heat::is_on() { 0 } else { gil.begin_slice().budget };
    let state = Box::new(State {
        activation: Cell::new(activations.start),
        last: Cell::new(activations.start),
        ready: Cell::new(Window::at(stack.start.as_ptr())),
        ticks: Countdown::new(budget),
        budget: Cell::new(budget),
        handled: Cell::new(Bits::EMPTY),
        raised: Cell::new(Bits::EMPTY),
        result: Cell::new(Bits::EMPTY),
        dying: [const { Cell::new(Bits::EMPTY) }; 4],
        #[cfg(debug_assertions)]
        next: Cell::new((Pc::NOWHERE, Window::at(stack.start.as_ptr()), 0)),
        activations,
        prepared: Cell::new(0),
        stack,
    });
    state.prepare_activations();
    // The first activation runs nothing: it is where the stack begins.
    // SAFETY: the place is ready.
    unsafe {
        let first = state.activations.start.as_ref();
        first.window.set(Window::at(state.stack.start.as_ptr()));
        first.top.set(Window::at(state.stack.start.as_ptr()));
    }
    state.follow_limit(gil);
    let state = Box::into_raw(state);
    STATE.set(state);
    OWNER.with(|owner| owner.0.set(state));
    // SAFETY: as for `state`; its owner frees it when the thread of the system ends, the main thread's never.
    unsafe {
        gil.counts_down(&raw const (*state).ticks);
        &*state
    }
}

impl State {
    /// The token; whatever has the state runs under the GIL.
    #[inline(always)]
    pub fn gil<'a>(&self) -> Gil<'a> {
        // SAFETY: the state is reached only through a token, and handlers run between two boundaries.
        unsafe { Gil::assume() }
    }

    /// The last activation, which is where the stack begins if nothing runs.
    #[inline(always)]
    pub fn activation(&self) -> &Activation {
        // SAFETY: the array lives as long as the state, and the places up to the last are ready.
        unsafe { self.activation.get().as_ref() }
    }

    /// The activation below the last, where something runs.
    #[inline(always)]
    pub fn caller(&self) -> &Activation {
        debug_assert!(self.depth() > 0);
        // SAFETY: the last is not the first, which runs nothing.
        unsafe { self.activation.get().sub(1).as_ref() }
    }

    /// The last activation, if something runs.
    pub fn running(&self) -> Option<&Activation> {
        (self.depth() > 0).then(|| self.activation())
    }

    /// The activation so many below the last, if something runs there.
    pub fn below(&self, count: usize) -> Option<&Activation> {
        (count < self.depth()).then(|| {
            // SAFETY: the place is above the first, which runs nothing.
            unsafe { self.activation.get().sub(count).as_ref() }
        })
    }

    /// How many calls nest.
    pub fn depth(&self) -> usize {
        // SAFETY: both point into the array of activations.
        unsafe { self.activation.get().offset_from(self.activations.start) as usize }
    }

    /// The activation that called a given one, if something runs there.
    pub fn caller_of(&self, activation: &Activation) -> Option<&Activation> {
        let address = std::ptr::from_ref(activation).addr();
        let first = self.activations.start.addr().get();
        let place = address.checked_sub(first)? / size_of::<Activation>();
        (place >= 2 && place < self.prepared.get()).then(|| {
            // SAFETY: the place is in the array, above the first.
            unsafe { self.activations.start.add(place - 1).as_ref() }
        })
    }

    /// Is there room for one more activation whose window ends at `top`, without a closer look?
    #[inline(always)]
    pub fn has_room(&self, top: Window) -> bool {
        self.activation.get() < self.last.get() && top <= self.ready.get()
    }

    /// Begins an activation for which there is room.
    #[inline(always)]
    pub fn push(&self, parts: Parts<'_>) {
        // SAFETY: there is room, so the next place is in the array and ready.
        let next = unsafe { self.activation.get().add(1) };
        // SAFETY: as above.
        unsafe { next.as_ref() }.begin(parts);
        self.activation.set(next);
    }

    /// Ends the last activation, whose window and fields are empty by now.
    #[inline(always)]
    pub fn pop(&self) {
        debug_assert!(self.depth() > 0);
        // SAFETY: it is not the first, which runs nothing.
        self.activation.set(unsafe { self.activation.get().sub(1) });
    }

    /// The place beyond the last activation, if so many more may be begun there without a closer look.
    #[inline(always)]
    pub fn beyond(&self, count: u32) -> Option<&Activation> {
        let last = self.activation.get().as_ptr().wrapping_add(count as usize);
        (last <= self.last.get().as_ptr()).then(|| self.beyond_by(1))
    }

    /// The place so many beyond the last activation, where one has stood.
    #[inline(always)]
    pub fn beyond_by(&self, count: u32) -> &Activation {
        debug_assert!(self.depth() + (count as usize) < self.prepared.get());
        // SAFETY: the place has been used, so it is in the array and ready.
        unsafe { self.activation.get().add(count as usize).as_ref() }
    }

    /// Begins again so many activations, for which there is room and which stand beyond the last.
    #[inline(always)]
    pub fn rise(&self, count: u32) {
        debug_assert!(self.depth() + (count as usize) < self.prepared.get());
        // SAFETY: there is room, so the places are in the array.
        self.activation.set(unsafe { self.activation.get().add(count as usize) });
    }

    /// Ends the last activations, which have nothing to release.
    #[inline(always)]
    pub fn sink(&self, count: u32) {
        debug_assert!(self.depth() >= count as usize);
        // SAFETY: so many nest.
        self.activation.set(unsafe { self.activation.get().sub(count as usize) });
    }

    /// Makes room for one more activation whose window ends at `top`; RecursionError if there is none.
    pub fn make_room(&self, gil: Gil<'_>, top: Window) -> Result<()> {
        if self.has_room(top) {
            return Ok(());
        }
        let depth = self.depth();
        let most = (LIMIT.get(gil).get() as usize).min(self.activations.length - 1);
        let end = self.stack.start.as_ptr().wrapping_add(self.stack.length);
        if depth >= most || top.address() > end {
            return Err(too_deep(gil));
        }
        if depth + 1 >= self.prepared.get() {
            self.prepare_activations();
        }
        let mut place = self.ready.get().address();
        let enough = top.address().wrapping_add(STRETCH).min(end);
        while place < enough {
            // SAFETY: below the end of the stack.
            unsafe {
                place.write(Bits::EMPTY);
                place = place.add(1);
            }
        }
        self.ready.set(self.ready.get().max(Window::at(enough)));
        self.follow_limit(gil);
        Ok(())
    }

    fn prepare_activations(&self) {
        let prepared = self.prepared.get();
        let more = (prepared + prepared.clamp(FIRST, STRETCH)).min(self.activations.length);
        for place in prepared..more {
            // SAFETY: within the array.
            unsafe { Activation::prepare(self.activations.start.add(place).as_ptr()) }
        }
        self.prepared.set(more);
    }

    /// Takes the limit of nesting to heart.
    pub fn follow_limit(&self, gil: Gil<'_>) {
        let most = (LIMIT.get(gil).get() as usize).min(self.prepared.get() - 1);
        // SAFETY: within the array.
        self.last.set(unsafe { self.activations.start.add(most) });
    }

    /// Brings the place and the ticks up to date, before anything that could look at them.
    #[inline(always)]
    pub fn save(&self, pc: Pc, ticks: i32) {
        self.activation().pc.set(pc);
        self.ticks.set(ticks);
    }

    /// Tells the ledger of the ticks that have run: nothing runs for now.
    pub fn report_ticks(&self) {
        let slice = self.gil().spent(self.used());
        self.give(if heat::is_on() { 0 } else { slice.budget });
    }

    /// The ticks that have run since the last budget was given.
    pub fn used(&self) -> u32 {
        self.budget.get() - self.ticks.left()
    }

    /// Gives a budget.
    pub fn give(&self, budget: u32) {
        self.budget.set(budget);
        self.ticks.set(budget as i32);
    }

    /// The exception that is being handled.
    pub fn handled(&self) -> Option<Ref<Exception>> {
        let bits = self.handled.get();
        // SAFETY: a filled word owns its reference.
        (bits != Bits::EMPTY).then(|| unsafe { Value::borrow(&bits) }.clone())?.try_into_ref().ok()
    }

    /// The word of the exception that is being handled.
    pub fn handled_bits(&self) -> Bits {
        self.handled.get()
    }

    /// Says which exception is being handled; gives back the one before.
    #[must_use = "what was handled before is dropped once the new state stands"]
    pub fn set_handled(&self, exception: Option<Value>) -> Option<Value> {
        own(self.handled.replace(exception.map_or(Bits::EMPTY, Value::into_bits)))
    }

    /// Puts an exception on its way.
    pub fn set_raised(&self, raised: Raised) {
        debug_assert!(self.raised.get() == Bits::EMPTY);
        self.raised.set(raised.into_exception().into_value().into_bits());
    }

    /// Takes the exception that is on its way.
    pub fn take_raised(&self) -> Option<Ref<Exception>> {
        own(self.raised.replace(Bits::EMPTY))?.try_into_ref().ok()
    }

    /// Says what the loop leaves with.
    pub fn set_result(&self, value: Value) {
        self.result.set(value.into_bits());
    }

    /// Takes what the loop has left with.
    pub fn take_result(&self) -> Value {
        own(self.result.replace(Bits::EMPTY)).unwrap_or(Value::NONE)
    }
}

#[cold]
fn too_deep(gil: Gil<'_>) -> Raised {
    Raised::with_message(gil, Kind::RecursionError, "maximum recursion depth exceeded")
}

/// The exception that this thread handles.
pub fn handled(gil: Gil<'_>) -> Option<Ref<Exception>> {
    state(gil).handled()
}

/// How many calls may nest.
pub fn recursion_limit(gil: Gil<'_>) -> u32 {
    LIMIT.get(gil).get()
}

/// Changes how many calls may nest. Other threads follow at their next boundary.
pub fn set_recursion_limit(gil: Gil<'_>, limit: u32) {
    LIMIT.get(gil).set(limit);
    state(gil).follow_limit(gil);
}

/// How many calls nest now.
pub fn depth(gil: Gil<'_>) -> u32 {
    state(gil).depth() as u32
}
