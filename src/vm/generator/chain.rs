//! Generators in a row that delegate each to the next, kept as they stand while they wait.
//!
//! A value that comes up through them leaves their activations, all dormant, in the array beyond the last one, where
//! they stay until another call is made from the same place. If whoever got the value asks for the next one first, the
//! whole row runs again at once, however long it is, and the next value leaves it at once.
//!
//! One row is kept at a time. Its generators are *parked*: whether they run or wait is noted only here, until somebody
//! looks at one of them. The last generator, the one that does not delegate, does not belong to the row.

use std::cell::Cell;

use super::*;

/// The row that is kept.
struct Chain {
    /// Its first generator, which is parked and so has not ended; not counted. Empty if no row is kept.
    root: Cell<Bits>,
    /// The address of the first activation.
    first: Cell<usize>,
    /// So many generators.
    length: Cell<u32>,
    /// Do they run?
    runs: Cell<bool>,
}

// SAFETY: reached only through the token.
unsafe impl Send for Chain {}

static CHAIN: Guarded<Chain> = Guarded::new(Chain {
    root: Cell::new(Bits::EMPTY),
    first: Cell::new(0),
    length: Cell::new(0),
    runs: Cell::new(false),
});

const SIZE: usize = size_of::<Activation>();

fn address(activation: &Activation) -> usize {
    std::ptr::from_ref(activation).addr()
}

fn body(generator: &Value) -> Option<&Suspended> {
    generator.downcast::<Generator>().map(|generator| &generator.body)
}

/// Begins the activations of the row whose first generator is to be resumed, if it is the one that is kept and nothing
/// has happened since; each takes the tick of its instruction. The generator that the last one delegates to.
#[inline(always)]
pub fn resume<'a>(state: &'a State, value: &'a Value, way: u8) -> Option<&'a Value> {
    let chain = CHAIN.get(state.gil());
    if chain.root.get() != value.bits() || chain.runs.get() {
        return None;
    }
    resume_kept(chain, state, way)
}

#[inline(never)]
fn resume_kept<'a>(chain: &Chain, state: &'a State, way: u8) -> Option<&'a Value> {
    let (length, ticks, top) = (chain.length.get(), state.ticks.get(), state.activation().top.get());
    let first = state.beyond(length)?;
    let stands = address(first) == chain.first.get()
        && first.callee_bits() == chain.root.get()
        && first.has(way::DORMANT)
        && first.window.get() == top;
    if !stands || ticks < length as i32 {
        return None;
    }
    first.kind.set(way | way::DORMANT);
    state.rise(length);
    state.ticks.set(ticks - length as i32);
    chain.runs.set(true);
    let last = body(state.activation().callee()?)?;
    // SAFETY: the register owns its object until the generator is woken, which is after the other has ended.
    Some(unsafe { Value::borrow(&*last.inner.as_ptr()) })
}

/// If the last activation is the last of the row, ends the activations of all of it for a while; how its first generator
/// was resumed. `above` activations beyond it are dormant, too, and join it.
#[inline(always)]
pub fn leave(state: &State, above: u32) -> Option<u8> {
    let chain = CHAIN.get(state.gil());
    let length = chain.length.get();
    let ends_here =
        address(state.activation()) == chain.first.get() + (length.wrapping_sub(1)) as usize * SIZE;
    if !chain.runs.get() || !ends_here {
        return None;
    }
    park(state, 1, above);
    chain.length.set(length + above);
    chain.runs.set(false);
    state.sink(length);
    Some(state.beyond_by(1).way())
}

/// Keeps the row whose activations stand beyond the last one, if it is long enough.
#[inline(always)]
pub fn keep(state: &State, length: u32) {
    if length > 1 {
        keep_long(state, length);
    }
}

#[inline(never)]
fn keep_long(state: &State, length: u32) {
    let chain = CHAIN.get(state.gil());
    settle();
    let Some(first) = state.beyond(length) else { return };
    park(state, 1, length);
    chain.root.set(first.callee_bits());
    chain.first.set(address(first));
    chain.length.set(length);
    chain.runs.set(false);
}

/// The generators of so many activations, from the one `from` places beyond the last on, are parked.
#[inline(always)]
fn park(state: &State, from: u32, count: u32) {
    for place in from..from + count {
        if let Some(body) = state.beyond_by(place).callee().and_then(body) {
            body.status.set(Status::Parked);
        }
    }
}

/// A parked generator whose activation this is runs on by itself: the row ends before it.
pub fn wake(activation: &Activation, body: &Suspended) {
    // SAFETY: activations are reached only under the GIL.
    let chain = CHAIN.get(unsafe { Gil::assume() });
    let shorter = chain.length.get().wrapping_sub(1);
    if !chain.runs.get() || address(activation) != chain.first.get() + shorter as usize * SIZE {
        settle();
        return;
    }
    body.status.set(Status::Running);
    chain.length.set(shorter);
    if shorter == 0 {
        chain.root.set(Bits::EMPTY);
        chain.runs.set(false);
    }
}

/// Notes for each parked generator whether it runs or waits; no row is kept any more.
#[cold]
#[inline(never)]
pub fn settle() {
    // SAFETY: generators are reached only under the GIL.
    let chain = CHAIN.get(unsafe { Gil::assume() });
    let mut next = chain.root.replace(Bits::EMPTY);
    let status = if chain.runs.replace(false) { Status::Running } else { Status::Waiting };
    for _ in 0..chain.length.replace(0) {
        // SAFETY: the first is alive since it has not ended, each other one since the one before delegates to it.
        let Some(body) = body(unsafe { Value::borrow(&next) }) else { return };
        body.status.set(status);
        next = body.inner.get();
    }
}
