//! Watching more closely than the ledger does by itself: who waited for whom, and where the longest holds were.
//!
//! Off until `start`: it costs a step per waiting thread at each hand-over.

use std::sync::OnceLock;
use std::time::Duration;

use super::scheduler;
use super::{Gil, ThreadId};

/// A line of a script: the file and the number.
pub type Place = (String, u32);

/// Finds the line that the calling thread is at.
pub type FindPlace = fn(Gil<'_>) -> Option<Place>;

static FIND_PLACE: OnceLock<FindPlace> = OnceLock::new();

/// Watches from now on, and asks `find_place` for lines.
pub fn start(_gil: Gil<'_>, find_place: FindPlace) {
    FIND_PLACE.get_or_init(|| find_place);
}

/// How lines are found, if anybody watches.
pub(super) fn find_place() -> Option<FindPlace> {
    FIND_PLACE.get().copied()
}

/// What concerns all threads together.
#[derive(Clone, Debug)]
pub struct Whole {
    /// When the process began, in nanoseconds on the monotonic clock.
    pub began: u64,
    /// How long it has run.
    pub elapsed: Duration,
    /// For how long one thread held the GIL while another waited for it.
    pub contended: Duration,
    /// Who waited for how long while whom held the GIL; empty if nobody watches.
    pub waits: Vec<(ThreadId, ThreadId, Duration)>,
}

/// What concerns all threads together, up to now.
pub fn whole() -> Whole {
    scheduler::lock().whole(super::now())
}
