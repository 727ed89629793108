//! The GIL under load: order, repeatability, no lost wake-up, no deadlock.
//!
//! A test binary of its own, because the lock is one per process and these tests look at every hand-over. No test
//! passes or fails by the clock: where time is involved, only the order of events is asserted.

#[path = "gil/bench.rs"]
mod bench;
#[path = "gil/blocking.rs"]
mod blocking;
#[path = "gil/process.rs"]
mod process;
#[path = "gil/schedule.rs"]
mod schedule;
#[path = "gil/storm.rs"]
mod storm;

use std::cell::RefCell;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use gilly::gil::sync::{Completion, Patience, Wait};
use gilly::gil::{DEFAULT_SWITCH_TICKS, Gil, Guarded, Policy, Reason, ThreadId, set_switch_ticks};

const STACK: usize = 256 * 1024;

/// What a thread runs.
type Body = Box<dyn FnOnce(Gil<'_>) + Send>;

/// One test at a time; each begins and ends with the default policy.
struct Serial {
    _alone: MutexGuard<'static, ()>,
}

fn serial() -> Serial {
    static ONE: Mutex<()> = Mutex::new(());
    let alone = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    set_switch_ticks(DEFAULT_SWITCH_TICKS);
    Serial { _alone: alone }
}

impl Drop for Serial {
    fn drop(&mut self) {
        Policy::Ticks(DEFAULT_SWITCH_TICKS).set();
    }
}

/// Runs `ticks` instructions, each a call of `instruction` with its number, as the VM's loop would.
fn run(gil: Gil<'_>, ticks: u64, mut instruction: impl FnMut(u64)) {
    let mut budget = gil.begin_slice().budget;
    let mut left = budget;
    for number in 0..ticks {
        instruction(number);
        left -= 1;
        if left == 0 {
            budget = gil.spent(budget).budget;
            left = budget;
        }
    }
    let _ = gil.spent(budget - left);
}

/// A list that threads append to under the GIL.
type Log<T> = Arc<Guarded<RefCell<Vec<T>>>>;

fn log<T>() -> Log<T> {
    Arc::new(Guarded::new(RefCell::new(Vec::new())))
}

fn write<T: Send>(gil: Gil<'_>, log: &Log<T>, entry: T) {
    log.get(gil).borrow_mut().push(entry);
}

fn read<T: Send + Clone>(gil: Gil<'_>, log: &Log<T>) -> Vec<T> {
    log.get(gil).borrow().clone()
}

/// Starts threads with these bodies and waits for all of them.
fn spawn_and_join(gil: Gil<'_>, bodies: Vec<Body>) -> Vec<ThreadId> {
    let mut ids = Vec::new();
    let mut ends = Vec::new();
    for body in bodies {
        let end = Arc::new(Completion::new());
        let ended = Arc::clone(&end);
        let spawned = gil.spawn("worker", STACK, move |gil| {
            body(gil);
            ended.complete(gil);
        });
        ids.push(spawned.expect("a thread"));
        ends.push(end);
    }
    for end in ends {
        assert_eq!(end.wait(gil, Reason::Join, Patience::Unshakable), Wait::Done);
    }
    ids
}
