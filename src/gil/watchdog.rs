//! The watchdog: a thread of the system that sees to it that nobody waits for the GIL for long because ticks are slow.
//!
//! Boundaries lie so many ticks apart, and a tick may be a call that takes milliseconds: a loop over `sum(range(1000000))`
//! comes to the end of a minimum slice after seconds. So while threads wait, this one looks at the holder every few
//! milliseconds, and cuts its countdown short
//!
//! - for a thread back from I/O, which is let in then;
//! - under the interval policy, when the interval is over;
//! - under the tick policy, when the slice has used up a time of the processor that ordinary ticks never need. Not if the
//!   program has chosen the length of slices: then they end by ticks alone, and schedules repeat however slow ticks are.
//!
//! It measures the holder's own time on a processor, not the time that passes: on a busy machine no slice is shorter.
//!
//! Invariant: it touches only the holder's record, and that under the scheduler's mutex.

use std::ptr;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::thread::{Builder, sleep};
use std::time::Duration;

use super::clock;
use super::park::{GRANTED, ParkWord};
use super::policy::{self, Policy};
use super::scheduler;
use super::spin::Spin;
use super::thread::{Haste, Record, ThreadId};

/// The time between two looks while somebody is kept waiting.
const LOOK: Duration = Duration::from_millis(5);

/// The time between two looks at most. It doubles from look to look as long as the GIL changes hands between them: there is
/// nothing to mend then, and each look wakes a core.
const LONGEST_PAUSE: Duration = Duration::from_millis(40);

/// After so many looks in a row at which nobody waited it goes to sleep, until somebody does.
const QUIET_LOOKS: u32 = 20;

/// How long a thread back from I/O waits for the next minimum slice, in nanoseconds, before it is let in by the clock.
const PATIENCE: u64 = 1_000_000;

/// The time of the processor that a slice may take, in nanoseconds: some 50 for each tick of a slice of the usual length.
/// Ticks of builds with assertions are slow by nature.
const LONGEST_SLICE: u64 = if cfg!(debug_assertions) { 1_000_000_000 } else { 50_000_000 };

const STACK: usize = 64 << 10;

/// On which the watchdog sleeps while nobody waits.
static WORD: ParkWord = ParkWord::new();

/// Whether this process has a watchdog. Relaxed: no other memory hangs on it. Of several threads that attach at the same
/// time, the one that turns it on starts the watchdog.
static EXISTS: AtomicBool = AtomicBool::new(false);

/// A second thread is about to begin: from now on there is a watchdog, if the system allows it.
pub(super) fn set_up() {
    if !EXISTS.swap(true, Relaxed) && Builder::new().stack_size(STACK).spawn(live).is_err() {
        EXISTS.store(false, Relaxed);
    }
}

/// In the child of a fork there is none.
pub(super) fn forget() {
    EXISTS.store(false, Relaxed);
}

/// Somebody waits.
pub(super) fn wake() {
    WORD.grant();
}

/// Who is in whose way.
pub(super) struct Contention<'a> {
    pub(super) holder: &'a Record,
    /// Since when it has been waited for.
    pub(super) wanted_since: u64,
    /// Since when the first of those back from I/O has waited.
    pub(super) returning_since: Option<u64>,
}

/// The life of the watchdog.
fn live() {
    leave_signals_to_others();
    let mut watched = Watched::default();
    let mut quiet = 0;
    let mut pause = LOOK;
    loop {
        sleep(pause);
        let mut state = scheduler::lock();
        if let Some(contention) = state.contention() {
            quiet = 0;
            pause = if watched.look(&contention) { LOOK } else { LONGEST_PAUSE.min(pause * 2) };
            continue;
        }
        quiet += 1;
        if quiet == QUIET_LOOKS {
            (quiet, pause) = (0, LOOK);
            state.watchdog_rests();
            drop(state);
            WORD.wait(GRANTED, Spin::NONE, None);
        }
    }
}

/// What was seen at the last look.
#[derive(Default)]
struct Watched {
    /// The holder and how often it had got the GIL.
    turn: Option<(ThreadId, u64)>,
    /// The time that it had spent on processors when it was seen in that turn for the second time.
    spent: Option<u64>,
}

impl Watched {
    /// Looks at the holder, and sees to it that it makes way in time; whether it keeps anybody waiting.
    fn look(&mut self, contention: &Contention<'_>) -> bool {
        let holder = contention.holder;
        let turn = Some((holder.id, holder.counters.turns()));
        let lasts = self.turn == turn;
        if !lasts {
            (self.turn, self.spent) = (turn, None);
        }
        let now = clock::now();
        let waited = |since: u64| now.saturating_sub(since);
        let returns = contention.returning_since.is_some_and(|since| waited(since) >= PATIENCE);
        match Policy::current() {
            Policy::Ticks(_) if returns => holder.make_haste(Haste::LetIn),
            Policy::Ticks(_) if policy::is_bounded_in_time() && lasts && self.is_long(holder) => {
                holder.make_haste(Haste::End);
            }
            Policy::Interval(interval)
                if u128::from(waited(contention.wanted_since)) >= interval.as_nanos() =>
            {
                holder.make_haste(Haste::LetIn);
            }
            // A signal's mark may have been lost.
            _ if holder.pending.any() => holder.make_haste(Haste::None),
            _ => {}
        }
        lasts || returns
    }

    /// Whether the holder's turn has taken longer than any slice should.
    fn is_long(&mut self, holder: &Record) -> bool {
        let spent = clock::processor_time(holder.counters.native_id());
        spent.saturating_sub(*self.spent.get_or_insert(spent)) >= LONGEST_SLICE
    }
}

/// Signals are for the threads of the interpreter.
fn leave_signals_to_others() {
    // SAFETY: the set is a valid place for the first call to fill and for the second to read.
    unsafe {
        let mut all = std::mem::zeroed::<libc::sigset_t>();
        libc::sigfillset(&raw mut all);
        libc::pthread_sigmask(libc::SIG_BLOCK, &raw const all, ptr::null_mut());
    }
}
