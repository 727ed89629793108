//! The clock of this room: nanoseconds of the monotonic clock, which every wait and every line of the ledger uses.
//!
//! Invariant: one clock for all, so that a deadline, a wait in the kernel and a figure in the ledger can be compared.

use std::time::Duration;

/// Nanoseconds on the monotonic clock; its zero means nothing.
#[inline]
pub fn now() -> u64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `time` is a valid place for a timespec, and the call keeps no pointer to it.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &mut time) };
    time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
}

/// Nanoseconds that a thread of this process has spent on processors; 0 if there is no such thread.
pub(super) fn processor_time(native_id: i32) -> u64 {
    // How the kernel writes the clock of a thread: the number's complement, then "of a thread" and "as scheduled".
    let clock = (!native_id << 3) | 6;
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `time` is a valid place for a timespec, and the call keeps no pointer to it.
    unsafe { libc::clock_gettime(clock, &mut time) };
    time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
}

/// A moment on the monotonic clock at which a wait gives up.
///
/// Waits take moments, not durations, so that an interrupted wait is taken up again with the time that is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline(u64);

impl Deadline {
    /// The moment `duration` from now; a duration beyond what the clock can tell lies at its end, centuries ahead.
    pub fn after(duration: Duration) -> Deadline {
        let nanoseconds = u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX);
        Deadline(now().saturating_add(nanoseconds).min(i64::MAX as u64))
    }

    /// Whether the moment has passed.
    pub fn is_past(self) -> bool {
        now() >= self.0
    }

    /// The time that is left, zero once the moment has passed.
    pub fn left(self) -> Duration {
        Duration::from_nanos(self.0.saturating_sub(now()))
    }

    /// The moment as the kernel takes it.
    pub(super) fn to_timespec(self) -> libc::timespec {
        libc::timespec {
            tv_sec: (self.0 / 1_000_000_000) as libc::time_t,
            tv_nsec: (self.0 % 1_000_000_000) as libc::c_long,
        }
    }
}
