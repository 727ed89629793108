//! Slices: how the ticks of the running thread decide when the GIL changes hands.
//!
//! The loop of the VM counts a *budget* of ticks down in a register and calls `Gil::spent` when it is used up. A budget
//! ends at the next *boundary* of the slice. Under the tick policy with N ticks a slice these are
//!
//! - each multiple of the minimum slice: a thread back from I/O may be let in, pending work is looked at;
//! - one some 40 microseconds before the end: the successor is woken;
//! - the Nth tick: the GIL is handed over if another thread waits, otherwise a new slice begins on the spot.
//!
//! So a switch by ticks falls only where the thread's own count says, never where the clock says. Releasing the GIL for
//! another reason does not touch the slice: it goes on where it was, so a thread cannot get more than its share by
//! sleeping now and then.
//!
//! Where ticks are slow the watchdog makes a boundary of the next instruction (`thread::Haste`): to let a thread back from
//! I/O in, or to end the slice there.
//!
//! Under the interval policy the boundaries lie at each minimum slice while nobody waits; while somebody does, where the
//! interval is expected to end, going by the pace of the ticks so far. Under the unfair policy there is one boundary every
//! N ticks, at which the GIL is let go and grabbed for again.

use std::cell::Cell;

use super::Gil;
use super::clock;
use super::ledger::Reason;
use super::policy::{self, MINIMUM_SLICE, Policy};
use super::scheduler::{self, Place};
use super::thread::{Haste, current};

/// What the loop gets at a boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Slice {
    /// The ticks to run before `Gil::spent` is called; at least one, and what a positive `i32` can hold.
    pub budget: u32,
    /// Whether this thread is asked to look at something: `Gil::take_pending`.
    pub pending: bool,
}

thread_local! {
    /// The ticks of this thread's slice that had run at the last boundary; below the N of the policy then in force.
    static POSITION: Cell<u32> = const { Cell::new(0) };
}

/// A new thread begins with a whole slice.
pub(super) fn reset() {
    POSITION.set(0);
}

impl Gil<'_> {
    /// The budget with which the thread's loop begins, or goes on after it has given the rest of a budget back with
    /// `spent`.
    pub fn begin_slice(self) -> Slice {
        self.spent(0)
    }

    /// `ticks` ticks have run since the last budget was given, and none of them is under way. May hand the GIL over, and
    /// returns when it is back.
    ///
    /// The loop calls this with the whole budget when it is used up. It may call it earlier with a part: to bring the
    /// ledger up to date, or to follow a new policy at once; that moves no switch.
    pub fn spent(self, ticks: u32) -> Slice {
        let thread = current(self);
        thread.counters.ran(ticks);
        let position = POSITION.get().saturating_add(ticks);
        let budget = match Policy::current() {
            Policy::Ticks(length) => self.after_ticks(position, length, ticks),
            Policy::Interval(interval) => self.after_interval(interval.as_nanos() as u64),
            Policy::Unfair(ticks) => self.after_unfair(position, ticks),
        };
        Slice { budget: budget.min(i32::MAX as u32), pending: thread.pending.any() }
    }

    /// How often this thread has got the GIL.
    pub fn turns(self) -> u64 {
        current(self).counters.turns()
    }

    /// How long this thread has held the GIL up to now, and waited for it, in nanoseconds.
    pub fn times(self) -> (u64, u64) {
        current(self).counters.times(clock::now())
    }

    /// Offers the GIL to whoever waits, and queues behind all of them: `time.sleep(0)`.
    pub fn yield_now(self) {
        if scheduler::glance().somebody_waits() {
            scheduler::give_way(self, Reason::Yield, Place::Back);
        }
    }

    /// A boundary under the tick policy; returns the distance of the next.
    fn after_ticks(self, position: u32, length: u32, ticks: u32) -> u32 {
        let haste = current(self).haste();
        if position >= length || haste == Haste::End {
            POSITION.set(0);
            self.end_slice(if position >= length { Reason::Tick } else { Reason::Interval });
            return next_boundary(0, length);
        }
        POSITION.set(position);
        let lets_in = haste == Haste::LetIn || ticks > 0 && position.is_multiple_of(MINIMUM_SLICE);
        if lets_in && scheduler::glance().somebody_returns() {
            scheduler::give_way(self, Reason::Favour, Place::Front);
        } else if position == alert_position(length) && scheduler::glance().somebody_waits() {
            scheduler::alert_successor();
        }
        next_boundary(position, length)
    }

    /// The slice is over.
    fn end_slice(self, reason: Reason) {
        let counters = &current(self).counters;
        policy::learn_pace(counters.ticks_this_turn(), clock::now().saturating_sub(counters.got_at()));
        if scheduler::glance().somebody_waits() {
            scheduler::give_way(self, reason, Place::Back);
        }
    }

    /// A boundary under the interval policy; returns the distance of the next.
    fn after_interval(self, interval: u64) -> u32 {
        POSITION.set(0);
        if !scheduler::glance().somebody_waits() {
            return MINIMUM_SLICE;
        }
        let counters = &current(self).counters;
        let now = clock::now();
        policy::learn_pace(counters.ticks_this_turn(), now.saturating_sub(counters.got_at()));
        let due = scheduler::glance().wanted_since().saturating_add(interval);
        if now < due {
            return policy::ticks_in(due - now).clamp(1, MINIMUM_SLICE);
        }
        scheduler::give_way(self, Reason::Interval, Place::Back);
        policy::ticks_in(interval).clamp(1, MINIMUM_SLICE)
    }

    /// A boundary under the unfair policy; returns the distance of the next.
    fn after_unfair(self, position: u32, length: u32) -> u32 {
        if position < length {
            POSITION.set(position);
            return length - position;
        }
        POSITION.set(0);
        if scheduler::glance().somebody_waits() {
            scheduler::offer(self);
        }
        length
    }
}

/// The distance from `position` to the next boundary of a slice of `length` ticks.
fn next_boundary(position: u32, length: u32) -> u32 {
    let minimum = (position / MINIMUM_SLICE + 1).saturating_mul(MINIMUM_SLICE);
    let alert = alert_position(length);
    let end = minimum.min(length);
    if position < alert { end.min(alert) - position } else { end - position }
}

/// Where in a slice of `length` ticks the successor is woken, 0 for nowhere: not if one core is all there is, nor in
/// slices so short that the successor better stays awake.
fn alert_position(length: u32) -> u32 {
    let lead = policy::lead_ticks();
    if lead == 0 || length / 2 <= lead || policy::cores() == 1 { 0 } else { length - lead }
}
