//! What the holder sees of the queues at each boundary without taking the mutex.
//!
//! Invariant: it is brought up to date before the mutex is released. A glance may be a moment late, never wrong for good:
//! whoever acts on it takes the mutex and looks again.

use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicU32, AtomicU64};

/// Somebody waits in `ready`.
const READY: u32 = 1;
/// Somebody waits in `returning`.
const RETURNING: u32 = 2;

/// See the module's text.
pub(in crate::gil) struct Glance {
    /// | bit | meaning |
    /// |---|---|
    /// | `READY` | somebody waits in `ready` |
    /// | `RETURNING` | somebody waits in `returning` |
    ///
    /// Written under the mutex, read by the holder. Relaxed, since nothing is read on the strength of it alone.
    waiting: AtomicU32,
    /// Since when the present holder has been waited for, on the clock; meaningless while nobody waits. Written and
    /// read as above.
    wanted_since: AtomicU64,
}

impl Glance {
    pub(super) const fn new() -> Glance {
        Glance { waiting: AtomicU32::new(0), wanted_since: AtomicU64::new(0) }
    }

    /// Whether anybody waits for the GIL.
    #[inline]
    pub(in crate::gil) fn somebody_waits(&self) -> bool {
        self.waiting.load(Relaxed) != 0
    }

    /// Whether a thread back from I/O waits for the GIL.
    #[inline]
    pub(in crate::gil) fn somebody_returns(&self) -> bool {
        self.waiting.load(Relaxed) & RETURNING != 0
    }

    /// Since when the present holder has been waited for.
    pub(in crate::gil) fn wanted_since(&self) -> u64 {
        self.wanted_since.load(Relaxed)
    }

    pub(super) fn show_queues(&self, ready: bool, returning: bool) {
        let bits = if ready { READY } else { 0 } | if returning { RETURNING } else { 0 };
        self.waiting.store(bits, Relaxed);
    }

    pub(super) fn wanted_from(&self, now: u64) {
        self.wanted_since.store(now, Relaxed);
    }
}
