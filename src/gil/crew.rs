//! The crew: threads of the operating system, of which each carries one thread of the interpreter after another.
//!
//! To start a thread of the operating system and to end it costs several times what it costs to wake one. So one whose
//! work is done rests for a while, and takes over the next body that wants the same stack.
//!
//! Invariant: who takes a hand off the list of resting ones gives it a job; a hand that finds itself off the list waits
//! for that job, however long it takes to come.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::thread::Builder;
use std::time::Duration;

use parking_lot::Mutex;

use super::clock::Deadline;
use super::park::{GRANTED, ParkWord};
use super::policy;
use super::scheduler;
use super::spin::Spin;

/// What a hand does; all of a thread of the interpreter.
pub(super) type Job = Box<dyn FnOnce() + Send>;

/// So many rest at most.
const RESTING: usize = 8;
/// For so long.
const REST: Duration = Duration::from_secs(1);

/// Whether the program has chosen on which cores its threads run. A new thread inherits the set of the one that starts it,
/// which only the system can see to: nobody rests then. Relaxed: no other memory hangs on it.
static CORES_CHOSEN: AtomicBool = AtomicBool::new(false);

/// The program has chosen the cores of some thread, perhaps of this one.
pub fn cores_were_chosen() {
    CORES_CHOSEN.store(true, Relaxed);
    policy::count_cores();
}

/// A thread of the operating system.
struct Hand {
    word: ParkWord,
    job: Mutex<Option<Job>>,
    stack: usize,
}

/// Those that rest. Behind the scheduler's mutex, so that a fork finds the list whole.
pub(super) struct Resting(Vec<Arc<Hand>>);

impl Resting {
    pub(super) const fn new() -> Resting {
        Resting(Vec::new())
    }

    /// Forgets all: they do not exist in this process.
    pub(super) fn forget(&mut self) {
        // Their words and jobs are leaked: another thread may have been in the middle of changing them.
        std::mem::forget(std::mem::take(&mut self.0));
    }

    /// Takes one with such a stack off the list, the last that has come.
    fn take(&mut self, stack: usize) -> Option<Arc<Hand>> {
        if CORES_CHOSEN.load(Relaxed) {
            return None;
        }
        let place = self.0.iter().rposition(|hand| hand.stack == stack)?;
        Some(self.0.remove(place))
    }

    /// Puts one on the list, if there is room.
    fn add(&mut self, hand: &Arc<Hand>) -> bool {
        let room = self.0.len() < RESTING && !CORES_CHOSEN.load(Relaxed);
        if room {
            self.0.push(Arc::clone(hand));
        }
        room
    }

    /// Takes this one off the list; false if somebody has done so.
    fn leave(&mut self, hand: &Arc<Hand>) -> bool {
        let place = self.0.iter().position(|other| Arc::ptr_eq(other, hand));
        place.map(|place| self.0.remove(place)).is_some()
    }
}

/// Has a thread of the operating system do the job, on a stack of that size.
pub(super) fn employ(stack: usize, job: Job) -> io::Result<()> {
    let hand = scheduler::lock().resting().take(stack);
    let Some(hand) = hand else {
        Builder::new().stack_size(stack).spawn(move || live(stack, job))?;
        return Ok(());
    };
    *hand.job.lock() = Some(job);
    hand.word.grant();
    Ok(())
}

/// Prepares the process for many threads: the C library, of which little is asked, is to keep one arena, not to reserve
/// one for each thread.
pub(super) fn set_up() {
    // SAFETY: the call takes numbers only.
    unsafe { libc::mallopt(libc::M_ARENA_MAX, 1) };
}

/// The life of a hand.
fn live(stack: usize, job: Job) {
    let hand = Arc::new(Hand { word: ParkWord::new(), job: Mutex::new(None), stack });
    let process = std::process::id();
    let mut job = job;
    loop {
        job();
        // In the child of a fork nobody is left to give it another one.
        if std::process::id() != process || !scheduler::lock().resting().add(&hand) {
            return;
        }
        let deadline = Deadline::after(REST);
        if hand.word.wait(GRANTED, Spin::NONE, Some(deadline)) == 0 {
            if scheduler::lock().resting().leave(&hand) {
                return;
            }
            hand.word.wait(GRANTED, Spin::NONE, None);
        }
        let Some(next) = hand.job.lock().take() else { return };
        job = next;
    }
}
