//! Waiting awake: for how long it is worth it, and where it is not.
//!
//! A thread that spins for the GIL is of use only while the holder runs on another core. On the holder's own core it
//! takes from the holder the time that it waits for: there, a waiter sleeps at once, and the switch costs what the kernel
//! needs to change threads on a core, which is little.
//!
//! Nothing hangs on being right here but time: the system may move a thread at any moment.

use std::hint::spin_loop;
use std::sync::atomic::AtomicI32;
use std::sync::atomic::Ordering::Relaxed;

use super::clock;

/// The core on which the holder of the GIL was seen last, -1 if that is not known.
///
/// Written by the holder, read by those that spin. Relaxed: it is a guess, and no other memory hangs on it.
static HOLDER: AtomicI32 = AtomicI32::new(-1);

/// So many turns pass between two looks at the clock and at the cores.
const TURNS: u32 = 16;

fn core() -> i32 {
    // SAFETY: the call takes nothing and touches no memory of the process.
    unsafe { libc::sched_getcpu() }
}

/// The holder of the GIL tells where it runs.
pub(super) fn holder_is_here() {
    let here = core();
    if HOLDER.load(Relaxed) != here {
        HOLDER.store(here, Relaxed);
    }
}

/// The GIL is about to go to a thread on a core that is not known.
pub(super) fn holder_is_elsewhere() {
    HOLDER.store(-1, Relaxed);
}

/// A bounded time of waiting awake.
pub(super) struct Spin {
    /// On the clock; 0 for no spinning.
    until: u64,
    turn: u32,
}

impl Spin {
    /// No waiting awake at all.
    pub(super) const NONE: Spin = Spin { until: 0, turn: 0 };

    /// Waits awake for so many nanoseconds at most.
    pub(super) fn of(nanoseconds: u64) -> Spin {
        match nanoseconds {
            0 => Spin::NONE,
            _ => Spin { until: clock::now().saturating_add(nanoseconds), turn: 0 },
        }
    }

    /// Spins a turn; false once it is no longer worth it.
    #[inline]
    pub(super) fn turn(&mut self) -> bool {
        if self.until == 0 {
            return false;
        }
        if self.turn.is_multiple_of(TURNS) && (HOLDER.load(Relaxed) == core() || clock::now() >= self.until) {
            self.until = 0;
            return false;
        }
        self.turn = self.turn.wrapping_add(1);
        spin_loop();
        true
    }
}
