//! What blocks a thread: locks, one-shots, sleep. Each releases the GIL while it waits.
//!
//! These are plain values that an object can embed. Their state is reached only with the token, so an uncontended
//! operation is a few plain loads and stores. Who is woken is put into the queue for the GIL by whoever wakes it: the
//! order of events is that of the bytecode, not that of the operating system.
//!
//! Waits with a deadline, and interruptible waits of the main thread, may end early; `Wait` says how a wait ended.

mod completion;
mod lock;
mod recursive_lock;
mod sleep;
mod wait_queue;

pub use completion::Completion;
pub use lock::{Lock, LockStatistics, NotLocked};
pub use recursive_lock::{NotOwner, RecursiveLock, SavedOwnership};
pub use sleep::sleep;
pub use wait_queue::WaitQueue;

use super::Deadline;
use super::scheduler::Unblocked;

/// How long to wait for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patience {
    /// Not at all.
    Never,
    /// Until a moment; a signal interrupts the main thread.
    Until(Deadline),
    /// For ever; a signal interrupts the main thread.
    Forever,
    /// For ever, and no signal interrupts.
    Unshakable,
}

impl Patience {
    fn deadline(self) -> Option<Deadline> {
        match self {
            Patience::Until(deadline) => Some(deadline),
            Patience::Never | Patience::Forever | Patience::Unshakable => None,
        }
    }

    /// Whether there is no more time at all.
    fn is_over(self) -> bool {
        match self {
            Patience::Never => true,
            Patience::Until(deadline) => deadline.is_past(),
            Patience::Forever | Patience::Unshakable => false,
        }
    }

    fn is_interruptible(self) -> bool {
        self != Patience::Unshakable
    }
}

/// How a wait ended. The GIL is held in every case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Wait {
    /// What was waited for has come.
    Done,
    /// The time is over; or there was none, and it was not there.
    TimedOut,
    /// A signal has arrived, on the main thread only. The caller takes the pending work and runs the handlers, then
    /// waits again with the same patience; while the work is not taken, each wait is interrupted at once.
    Interrupted,
}

impl From<Unblocked> for Wait {
    fn from(unblocked: Unblocked) -> Wait {
        match unblocked {
            Unblocked::Woken => Wait::Done,
            Unblocked::TimedOut => Wait::TimedOut,
            Unblocked::Interrupted => Wait::Interrupted,
        }
    }
}
