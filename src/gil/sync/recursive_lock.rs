//! The lock of `threading.RLock`: owned by a thread, which may acquire it again.

use std::cell::Cell;

use super::{Lock, LockStatistics, Patience, Wait};
use crate::gil::{Gil, Guarded, ThreadId};

/// A lock that its owner may acquire again.
///
/// Invariant: `lock` is locked if and only if there is an owner, and then `depth` is at least 1. Only the instant between
/// a hand-over and the new owner's turn is different: locked, with no owner yet.
#[derive(Default)]
pub struct RecursiveLock {
    lock: Lock,
    ownership: Guarded<Ownership>,
}

#[derive(Default)]
struct Ownership {
    owner: Cell<Option<ThreadId>>,
    depth: Cell<u64>,
}

/// The calling thread does not own the lock that it wants to release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOwner;

/// How often a lock was acquired when `release_save` gave it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SavedOwnership {
    /// The depth to restore.
    pub depth: u64,
}

impl RecursiveLock {
    /// An open lock.
    pub fn new() -> RecursiveLock {
        RecursiveLock::default()
    }

    /// Locks the lock once more if the thread owns it; otherwise waits for it as long as `patience` says.
    #[inline]
    pub fn acquire(&self, gil: Gil<'_>, patience: Patience) -> Wait {
        let ownership = self.ownership.get(gil);
        if self.is_owned(gil) {
            ownership.depth.set(ownership.depth.get() + 1);
            return Wait::Done;
        }
        let outcome = self.lock.acquire(gil, patience);
        if outcome == Wait::Done {
            self.own(gil, 1);
        }
        outcome
    }

    /// Undoes one `acquire`; the last one opens the lock.
    #[inline]
    pub fn release(&self, gil: Gil<'_>) -> Result<(), NotOwner> {
        if !self.is_owned(gil) {
            return Err(NotOwner);
        }
        let depth = &self.ownership.get(gil).depth;
        depth.set(depth.get() - 1);
        if depth.get() == 0 {
            self.open(gil);
        }
        Ok(())
    }

    /// Opens the lock however often it was acquired: a condition does so before it waits.
    pub fn release_save(&self, gil: Gil<'_>) -> Result<SavedOwnership, NotOwner> {
        if !self.is_owned(gil) {
            return Err(NotOwner);
        }
        let depth = self.ownership.get(gil).depth.replace(0);
        self.open(gil);
        Ok(SavedOwnership { depth })
    }

    /// Takes the lock back as it was saved. Nothing interrupts this.
    pub fn acquire_restore(&self, gil: Gil<'_>, saved: SavedOwnership) {
        let outcome = self.lock.acquire(gil, Patience::Unshakable);
        debug_assert_eq!(outcome, Wait::Done);
        self.own(gil, saved.depth);
    }

    /// Whether the calling thread owns the lock.
    #[inline]
    pub fn is_owned(&self, gil: Gil<'_>) -> bool {
        self.owner(gil) == Some(gil.thread_id())
    }

    /// The thread that owns the lock.
    #[inline]
    pub fn owner(&self, gil: Gil<'_>) -> Option<ThreadId> {
        self.ownership.get(gil).owner.get()
    }

    /// How often the owner has acquired the lock, 0 if it is open.
    pub fn depth(&self, gil: Gil<'_>) -> u64 {
        self.ownership.get(gil).depth.get()
    }

    /// The number by which the ledger names this lock as what a thread waits for.
    pub fn identity(&self) -> usize {
        self.lock.identity()
    }

    /// What the lock has seen so far, not counting the owner's further acquisitions.
    pub fn statistics(&self, gil: Gil<'_>) -> LockStatistics {
        self.lock.statistics(gil)
    }

    /// Opens the lock and forgets its waiters: for the child of a fork.
    pub fn reset(&self, gil: Gil<'_>) {
        let ownership = self.ownership.get(gil);
        ownership.owner.set(None);
        ownership.depth.set(0);
        self.lock.reset(gil);
    }

    fn own(&self, gil: Gil<'_>, depth: u64) {
        let ownership = self.ownership.get(gil);
        ownership.owner.set(Some(gil.thread_id()));
        ownership.depth.set(depth);
    }

    fn open(&self, gil: Gil<'_>) {
        self.ownership.get(gil).owner.set(None);
        let released = self.lock.release(gil);
        debug_assert!(released.is_ok());
    }
}
