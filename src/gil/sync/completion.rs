//! A one-shot: it happens once, and whoever waits for it, now or later, goes on. The end of a thread is one.

use std::cell::Cell;

use super::{Patience, Wait, WaitQueue};
use crate::gil::{Gil, Guarded, Reason};

/// Something that happens once.
#[derive(Default)]
pub struct Completion {
    done: Guarded<Cell<bool>>,
    waiters: WaitQueue,
}

impl Completion {
    /// It has not happened yet.
    pub fn new() -> Completion {
        Completion::default()
    }

    /// It happens; all that wait go on, in the order in which they came.
    pub fn complete(&self, gil: Gil<'_>) {
        self.done.get(gil).set(true);
        self.waiters.wake_all(gil);
    }

    /// Whether it has happened.
    pub fn is_done(&self, gil: Gil<'_>) -> bool {
        self.done.get(gil).get()
    }

    /// Waits for it.
    pub fn wait(&self, gil: Gil<'_>, reason: Reason, patience: Patience) -> Wait {
        if self.is_done(gil) { Wait::Done } else { self.waiters.wait(gil, reason, patience) }
    }

    /// The number by which the ledger names this as what a thread waits for.
    pub fn identity(&self) -> usize {
        self.waiters.identity()
    }

    /// Forgets all that wait: for the child of a fork.
    pub fn reset(&self, gil: Gil<'_>) {
        self.waiters.reset(gil);
    }
}
