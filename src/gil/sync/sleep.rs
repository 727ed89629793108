//! Sleeping.

use super::Wait;
use crate::gil::{Deadline, Gil, Reason, scheduler};

/// Sleeps until the moment `until`: `TimedOut` is how this ends well. If the moment has passed already, the GIL is
/// offered to whoever waits, as `time.sleep(0)` does.
pub fn sleep(gil: Gil<'_>, until: Deadline) -> Wait {
    if until.is_past() {
        gil.yield_now();
        return Wait::TimedOut;
    }
    scheduler::block(gil, Reason::Sleep, 0, Some(until), true).into()
}
