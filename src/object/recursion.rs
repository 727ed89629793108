//! Native recursion: how near a thread is to the end of its stack.
//!
//! Slots that work on the elements of containers (repr, compare, hash) call themselves in Rust, as deep as the data
//! goes. They ask here first, and the script gets a RecursionError instead of a crash.

use std::cell::Cell;

use super::raised::{Result, recursion_error};
use crate::gil::Gil;

thread_local! {
    /// The lowest address that the stack may reach; 1 until it is found out.
    static LIMIT: Cell<usize> = const { Cell::new(1) };
}

/// Representations may be this deep in each other, as in CPython, however large the stack is.
const MOST_LEVELS: u32 = 10_000;

thread_local! {
    /// How deep the representations that are being made are in each other.
    static LEVELS: Cell<u32> = const { Cell::new(0) };
}

/// One level more, until it is dropped.
pub struct Level(());

impl Drop for Level {
    fn drop(&mut self) {
        LEVELS.set(LEVELS.get() - 1);
    }
}

/// May something be shown that is within what is being shown? `doing` is what the message says of it.
#[inline]
pub fn level(gil: Gil<'_>, doing: &str) -> Result<Level> {
    if LEVELS.get() >= MOST_LEVELS || enter(gil).is_err() {
        return Err(too_deep(gil, doing));
    }
    LEVELS.set(LEVELS.get() + 1);
    Ok(Level(()))
}

#[cold]
fn too_deep(gil: Gil<'_>, doing: &str) -> super::raised::Raised {
    recursion_error(gil, format!("maximum recursion depth exceeded {doing}"))
}

/// This much of a stack is kept for what does not ask.
const RESERVE: usize = 192 * 1024;

/// May native code recurse once more?
#[inline]
pub fn enter(gil: Gil<'_>) -> Result<()> {
    let here = 0_u8;
    if (&raw const here).addr() > LIMIT.get() && LIMIT.get() != 1 { Ok(()) } else { look_closer(gil) }
}

#[cold]
#[inline(never)]
fn look_closer(gil: Gil<'_>) -> Result<()> {
    if LIMIT.get() == 1 {
        LIMIT.set(lowest_address() + RESERVE);
        return enter(gil);
    }
    Err(recursion_error(gil, "maximum recursion depth exceeded"))
}

/// Where the stack that this thread is on ends; 2 if the system does not say, which switches the check off.
fn lowest_address() -> usize {
    let here = 0_u8;
    stacker::remaining_stack().map_or(2, |rest| (&raw const here).addr().saturating_sub(rest))
}
