//! The lock of `_thread`: not owned, so any thread may release it.
//!
//! Releasing opens the lock and queues the first waiter for the GIL; until that one's turn comes, the releasing thread,
//! or any other, may take the lock again. Handing the lock over each time would instead make two threads that share a
//! lock change places at every operation (a *convoy*). The price is that a waiter may come too late. It does so once:
//! then it waits in front, and the next release hands it the lock itself. So each waiter gets the lock after two of its
//! turns at most, and the order stays repeatable.

use std::cell::Cell;
use std::time::Duration;

use super::{Patience, Wait, WaitQueue};
use crate::gil::{Gil, Guarded, Reason, ThreadId, clock};

/// A lock with no owner.
#[derive(Default)]
pub struct Lock {
    state: Guarded<LockState>,
    waiters: WaitQueue,
}

#[derive(Default)]
struct LockState {
    locked: Cell<bool>,
    /// Who locked it, for reports; another thread may release it.
    locked_by: Cell<Option<ThreadId>>,
    /// A waiter has been woken and has not had its turn yet: there is no use in waking another.
    waking: Cell<bool>,
    /// The first waiter has come too late once: the next release hands the lock over.
    overdue: Cell<bool>,
    /// Whom the lock was handed to, until that thread takes notice.
    handed_to: Cell<Option<ThreadId>>,
    acquired: Cell<u64>,
    contended: Cell<u64>,
    waited: Cell<u64>,
}

/// What a lock has seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LockStatistics {
    /// How often it was acquired.
    pub acquired: u64,
    /// How many of the attempts had to wait.
    pub contended: u64,
    /// How long they waited altogether, for the lock and then for the GIL.
    pub waited: Duration,
}

/// The lock to be released is not locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLocked;

impl LockState {
    #[inline]
    fn acquired_by(&self, gil: Gil<'_>) {
        self.locked_by.set(Some(gil.thread_id()));
        self.acquired.set(self.acquired.get() + 1);
    }
}

impl Lock {
    /// An open lock.
    pub fn new() -> Lock {
        Lock::default()
    }

    /// Locks the lock, waiting for it as long as `patience` says.
    #[inline]
    pub fn acquire(&self, gil: Gil<'_>, patience: Patience) -> Wait {
        if self.try_acquire(gil) { Wait::Done } else { self.acquire_contended(gil, patience) }
    }

    /// Locks the lock if it is open.
    #[inline]
    pub fn try_acquire(&self, gil: Gil<'_>) -> bool {
        let state = self.state.get(gil);
        if state.locked.get() {
            return false;
        }
        state.locked.set(true);
        state.acquired_by(gil);
        true
    }

    /// Opens the lock, or hands it to a waiter whose turn it is.
    #[inline]
    pub fn release(&self, gil: Gil<'_>) -> Result<(), NotLocked> {
        let state = self.state.get(gil);
        if !state.locked.get() {
            return Err(NotLocked);
        }
        if self.waiters.is_empty(gil) {
            state.locked.set(false);
        } else {
            self.release_contended(gil);
        }
        Ok(())
    }

    /// Whether the lock is locked.
    #[inline]
    pub fn is_locked(&self, gil: Gil<'_>) -> bool {
        self.state.get(gil).locked.get()
    }

    /// Who locked the lock, `None` if it is open. A lock that is being handed over still names the giver.
    pub fn locked_by(&self, gil: Gil<'_>) -> Option<ThreadId> {
        let state = self.state.get(gil);
        if state.locked.get() { state.locked_by.get() } else { None }
    }

    /// The number by which the ledger names this lock as what a thread waits for.
    pub fn identity(&self) -> usize {
        self.waiters.identity()
    }

    /// What the lock has seen so far.
    pub fn statistics(&self, gil: Gil<'_>) -> LockStatistics {
        let state = self.state.get(gil);
        LockStatistics {
            acquired: state.acquired.get(),
            contended: state.contended.get(),
            waited: Duration::from_nanos(state.waited.get()),
        }
    }

    /// Opens the lock and forgets its waiters: for the child of a fork, where the other threads do not exist.
    pub fn reset(&self, gil: Gil<'_>) {
        let state = self.state.get(gil);
        state.locked.set(false);
        state.waking.set(false);
        state.overdue.set(false);
        state.handed_to.set(None);
        self.waiters.reset(gil);
    }

    #[cold]
    fn acquire_contended(&self, gil: Gil<'_>, patience: Patience) -> Wait {
        if patience == Patience::Never {
            return Wait::TimedOut;
        }
        let state = self.state.get(gil);
        let began = clock::now();
        let outcome = self.wait_for_turn(gil, patience);
        state.contended.set(state.contended.get() + 1);
        state.waited.set(state.waited.get() + clock::now().saturating_sub(began));
        outcome
    }

    fn wait_for_turn(&self, gil: Gil<'_>, patience: Patience) -> Wait {
        let mut outcome = self.waiters.wait(gil, Reason::Lock, patience);
        while outcome == Wait::Done {
            let state = self.state.get(gil);
            if state.handed_to.get() == Some(gil.thread_id()) {
                state.handed_to.set(None);
                state.acquired_by(gil);
                return Wait::Done;
            }
            state.waking.set(false);
            if self.try_acquire(gil) {
                return Wait::Done;
            }
            state.overdue.set(true);
            outcome = self.waiters.wait_in_front(gil, Reason::Lock, patience);
        }
        outcome
    }

    #[cold]
    fn release_contended(&self, gil: Gil<'_>) {
        let state = self.state.get(gil);
        if state.overdue.take() {
            state.handed_to.set(self.waiters.wake_one(gil));
            return;
        }
        state.locked.set(false);
        if !state.waking.replace(true) {
            self.waiters.wake_one(gil);
        }
    }
}
