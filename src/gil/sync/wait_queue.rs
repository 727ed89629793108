//! A queue of threads that wait for something: what all other blocking things are made of.
//!
//! Invariant: a thread is in the queue from the moment it begins to wait until it is woken or has given up; so whoever
//! finds itself taken out has been woken, even if its time ran out meanwhile. No wake-up is lost.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ptr;
use std::sync::Arc;

use super::{Patience, Wait};
use crate::gil::scheduler;
use crate::gil::thread::{Record, ThreadId, current_shared};
use crate::gil::{Gil, Guarded, Reason};

/// Threads that wait, in the order in which they are to be woken.
#[derive(Default)]
pub struct WaitQueue {
    sleepers: Guarded<RefCell<VecDeque<Arc<Record>>>>,
}

impl WaitQueue {
    /// Nobody waits.
    pub const fn new() -> WaitQueue {
        WaitQueue { sleepers: Guarded::new(RefCell::new(VecDeque::new())) }
    }

    /// Waits, behind all others, until woken. With no time left it returns at once and releases nothing.
    pub fn wait(&self, gil: Gil<'_>, reason: Reason, patience: Patience) -> Wait {
        self.wait_at(gil, reason, patience, VecDeque::push_back)
    }

    /// As `wait`, but before all others: for a thread that was woken in vain.
    pub(super) fn wait_in_front(&self, gil: Gil<'_>, reason: Reason, patience: Patience) -> Wait {
        self.wait_at(gil, reason, patience, VecDeque::push_front)
    }

    fn wait_at(
        &self,
        gil: Gil<'_>,
        reason: Reason,
        patience: Patience,
        push: fn(&mut VecDeque<Arc<Record>>, Arc<Record>),
    ) -> Wait {
        if patience.is_over() {
            return Wait::TimedOut;
        }
        let me = current_shared(gil);
        let id = me.id;
        push(&mut self.sleepers.get(gil).borrow_mut(), me);
        let unblocked =
            scheduler::block(gil, reason, self.identity(), patience.deadline(), patience.is_interruptible());
        if self.leave(gil, id) { unblocked.into() } else { Wait::Done }
    }

    /// Takes this thread out of the queue; false if it was taken out before.
    fn leave(&self, gil: Gil<'_>, id: ThreadId) -> bool {
        let mut sleepers = self.sleepers.get(gil).borrow_mut();
        let position = sleepers.iter().position(|sleeper| sleeper.id == id);
        position.is_some_and(|position| sleepers.remove(position).is_some())
    }

    /// Wakes the first of those that wait; says which thread that is.
    pub fn wake_one(&self, gil: Gil<'_>) -> Option<ThreadId> {
        let sleeper = self.sleepers.get(gil).borrow_mut().pop_front()?;
        scheduler::wake(gil, &sleeper);
        Some(sleeper.id)
    }

    /// Wakes all; says how many.
    pub fn wake_all(&self, gil: Gil<'_>) -> usize {
        let mut woken = 0;
        while self.wake_one(gil).is_some() {
            woken += 1;
        }
        woken
    }

    /// The number by which the ledger names this as what a thread waits for.
    pub fn identity(&self) -> usize {
        ptr::from_ref(self).addr()
    }

    /// How many threads wait.
    pub fn len(&self, gil: Gil<'_>) -> usize {
        self.sleepers.get(gil).borrow().len()
    }

    /// Whether nobody waits.
    pub fn is_empty(&self, gil: Gil<'_>) -> bool {
        self.len(gil) == 0
    }

    /// Forgets all that wait: in the child of a fork they do not exist.
    pub fn reset(&self, gil: Gil<'_>) {
        self.sleepers.get(gil).borrow_mut().clear();
    }
}
