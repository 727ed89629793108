//! The timeline: each hand-over of the GIL, one after the other, while somebody wants to know.
//!
//! Off unless `start` was called. It is kept under the scheduler's mutex, so its order is the true order.

use std::collections::VecDeque;

use super::ledger::Reason;
use super::scheduler;
use super::thread::ThreadId;

/// The GIL changes hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handover {
    /// When, in nanoseconds on the monotonic clock.
    pub at: u64,
    /// Who released it, `None` if it was free.
    pub from: Option<ThreadId>,
    /// Why, `None` if it was free.
    pub reason: Option<Reason>,
    /// The ticks that the releasing thread had run in its life, up to its last boundary.
    pub ticks: u64,
    /// Who has it now, `None` if nobody wants it.
    pub to: Option<ThreadId>,
}

/// The last hand-overs, at most `limit`.
pub(super) struct Timeline {
    limit: usize,
    handovers: VecDeque<Handover>,
    dropped: u64,
}

impl Timeline {
    pub(super) fn push(&mut self, handover: Handover) {
        if self.handovers.len() == self.limit {
            self.handovers.pop_front();
            self.dropped += 1;
        }
        self.handovers.push_back(handover);
    }
}

/// Begins a timeline that keeps the last `limit` hand-overs, dropping an earlier one.
pub fn start(limit: usize) {
    let timeline = Timeline { limit: limit.max(1), handovers: VecDeque::new(), dropped: 0 };
    *scheduler::lock().timeline() = Some(timeline);
}

/// Ends the timeline and returns it, with the number of earlier hand-overs that did not fit. Empty if none was begun.
pub fn stop() -> (Vec<Handover>, u64) {
    let timeline = scheduler::lock().timeline().take();
    timeline.map_or((Vec::new(), 0), |timeline| (timeline.handovers.into(), timeline.dropped))
}
