//! What took time beside running: sums of pickling and messages, for a process that wants to know without a timeline.
//!
//! Off until `count`; adding costs a lock that nobody else wants.

use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use parking_lot::Mutex;

/// Sums of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// What was done: `pickled`, for example.
    pub what: String,
    /// How often.
    pub times: u64,
    /// Of how many bytes altogether.
    pub bytes: u64,
    /// For how long altogether.
    pub time: Duration,
}

/// Relaxed: what is added a moment early or late makes no difference.
static COUNTED: AtomicBool = AtomicBool::new(false);

static SUMS: Mutex<Vec<Traffic>> = Mutex::new(Vec::new());

/// Counts from now on.
pub fn count() {
    COUNTED.store(true, Relaxed);
}

/// Is anything counted?
pub(super) fn is_counted() -> bool {
    COUNTED.load(Relaxed)
}

/// Adds what was done with so many bytes, if anything is counted.
pub(super) fn add(what: &str, bytes: u64, nanoseconds: u64) {
    if !is_counted() {
        return;
    }
    let mut sums = SUMS.lock();
    let place = sums.iter().position(|sum| sum.what == what).unwrap_or_else(|| {
        sums.push(Traffic { what: what.to_owned(), ..Traffic::default() });
        sums.len() - 1
    });
    let sum = &mut sums[place];
    sum.times += 1;
    sum.bytes += bytes;
    sum.time += Duration::from_nanos(nanoseconds);
}

/// The sums so far, in the order in which their kinds appeared.
pub fn sums() -> Vec<Traffic> {
    SUMS.lock().clone()
}
