//! The ledger: what each thread did with the GIL, counted always and exactly.
//!
//! A line per thread: ticks run, time held, time waited, how often and why the GIL was released and how long the thread
//! then stayed away. The clock is read only where the GIL changes hands.
//!
//! Invariant: each counter is written by its own thread alone, so that counting costs a plain addition; readers may
//! see a line that is a hand-over behind.

use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicI32, AtomicU8, AtomicU64, AtomicUsize};
use std::time::Duration;

use parking_lot::Mutex;

use super::clock;
use super::scheduler;
use super::thread::{Record, Standing, ThreadId};
use super::watch::Place;

/// Why a thread released the GIL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Reason {
    /// Its slice was used up, and another thread waited.
    Tick,
    /// Another thread had waited for the switch interval; or, under the tick policy, ticks were so slow that the slice was
    /// ended by the clock.
    Interval,
    /// A thread back from I/O was let in; the slice goes on afterwards.
    Favour,
    /// It offered the GIL to whoever waits (`time.sleep(0)`).
    Yield,
    /// It sleeps.
    Sleep,
    /// It reads or writes a file, a socket or a pipe.
    Io,
    /// It waits for a lock.
    Lock,
    /// It waits for a condition.
    Condition,
    /// It waits for an event.
    Event,
    /// It waits for an item in a queue.
    Queue,
    /// It waits for the end of a thread.
    Join,
    /// It waits for another process.
    Process,
    /// It runs native code that touches no object.
    Native,
    /// It has ended.
    Exit,
}

impl Reason {
    /// All reasons, in the order of their numbers.
    pub const ALL: [Reason; 14] = [
        Reason::Tick,
        Reason::Interval,
        Reason::Favour,
        Reason::Yield,
        Reason::Sleep,
        Reason::Io,
        Reason::Lock,
        Reason::Condition,
        Reason::Event,
        Reason::Queue,
        Reason::Join,
        Reason::Process,
        Reason::Native,
        Reason::Exit,
    ];

    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Tick => "tick",
            Reason::Interval => "interval",
            Reason::Favour => "favour",
            Reason::Yield => "yield",
            Reason::Sleep => "sleep",
            Reason::Io => "io",
            Reason::Lock => "lock",
            Reason::Condition => "condition",
            Reason::Event => "event",
            Reason::Queue => "queue",
            Reason::Join => "join",
            Reason::Process => "process",
            Reason::Native => "native",
            Reason::Exit => "exit",
        }
    }
}

/// What a thread is doing at the moment of a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// It holds the GIL.
    Holding,
    /// It waits for the GIL.
    Queued,
    /// It has released the GIL for this reason; the number names what it waits for, 0 if there is nothing to name.
    Away(Reason, usize),
    /// It has ended.
    Finished,
}

/// The releases of one thread for one reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Releases {
    /// How often.
    pub count: u64,
    /// How long, altogether, until it asked for the GIL again; of a release that goes on, until the line was read.
    pub away: Duration,
}

/// One line of the ledger.
#[derive(Clone, Debug)]
pub struct Line {
    /// The thread, `None` for the sum of finished threads that have no line of their own any more.
    pub thread: Option<ThreadId>,
    /// Its name when the line was read.
    pub name: String,
    /// Its number in the operating system, 0 if it has not started yet.
    pub native_id: i32,
    /// What it was doing.
    pub activity: Activity,
    /// When it was made, in nanoseconds on the monotonic clock.
    pub born_at: u64,
    /// Instructions run, up to its last boundary.
    pub ticks: u64,
    /// How often it got the GIL.
    pub turns: u64,
    /// How often it offered the GIL, under the unfair policy, and nobody was there in time.
    pub offers_in_vain: u64,
    /// How long it has held the GIL.
    pub held: Duration,
    /// How long it has waited for the GIL, from asking to getting.
    pub waited: Duration,
    /// The longest of these waits.
    pub longest_wait: Duration,
    /// The part of the waits during which the GIL was the thread's already, but the thread was not awake yet: time in
    /// which nobody runs.
    pub waking: Duration,
    /// How long it has held the GIL while another waited for it.
    pub held_up: Duration,
    /// The longest of these times.
    pub longest_hold: Duration,
    /// The line at which the longest of them ended, if somebody watched.
    pub place: Option<Place>,
    /// Releases by reason, indexed as `Reason::ALL`.
    releases: [Releases; Reason::ALL.len()],
}

impl Line {
    /// The releases for one reason.
    pub fn releases(&self, reason: Reason) -> Releases {
        self.releases[reason as usize]
    }

    /// Adds the figures of another line to this one.
    pub(super) fn add(&mut self, other: &Line) {
        self.ticks += other.ticks;
        self.turns += other.turns;
        self.offers_in_vain += other.offers_in_vain;
        self.held += other.held;
        self.waited += other.waited;
        self.longest_wait = self.longest_wait.max(other.longest_wait);
        self.waking += other.waking;
        self.held_up += other.held_up;
        if self.longest_hold < other.longest_hold {
            self.longest_hold = other.longest_hold;
            self.place.clone_from(&other.place);
        }
        for (sum, more) in self.releases.iter_mut().zip(&other.releases) {
            sum.count += more.count;
            sum.away += more.away;
        }
    }
}

/// All lines: living threads in the order of their ids after the finished ones in the order of their ends. Beyond a
/// thousand finished threads the oldest are summed in one line.
pub fn snapshot() -> Vec<Line> {
    let (mut lines, living) = scheduler::lock().ledger_rows();
    lines.extend(living.into_iter().map(|(record, name)| record.counters.read(&record, name)));
    lines
}

/// The counters behind a line.
///
/// All are written with relaxed stores by the thread they belong to, and read with relaxed loads by anyone; but
/// `queued_at` and `appointed_at` are written by whoever queues or appoints the thread, under the scheduler's mutex.
pub(super) struct Counters {
    pub(super) native_id: AtomicI32,
    born_at: u64,
    ticks: AtomicU64,
    turns: AtomicU64,
    offers_in_vain: AtomicU64,
    held: AtomicU64,
    waited: AtomicU64,
    longest_wait: AtomicU64,
    waking: AtomicU64,
    held_up: AtomicU64,
    longest_hold: AtomicU64,
    /// Written by the thread itself with the GIL held, read by who asks for the ledger.
    place: Mutex<Option<Place>>,
    counts: [AtomicU64; Reason::ALL.len()],
    away: [AtomicU64; Reason::ALL.len()],
    /// When the thread last got the GIL.
    got_at: AtomicU64,
    /// When the thread last released the GIL.
    released_at: AtomicU64,
    /// When the thread last asked for the GIL, or was put into the queue by another.
    queued_at: AtomicU64,
    /// When the thread was last made the holder.
    appointed_at: AtomicU64,
    /// The ticks at the time of `got_at`.
    ticks_then: AtomicU64,
    /// The last reason of release, as a number.
    reason: AtomicU8,
    /// What the thread waits for.
    target: AtomicUsize,
}

impl Counters {
    pub(super) fn new() -> Counters {
        let now = clock::now();
        Counters {
            native_id: AtomicI32::new(0),
            born_at: now,
            ticks: AtomicU64::new(0),
            turns: AtomicU64::new(0),
            offers_in_vain: AtomicU64::new(0),
            held: AtomicU64::new(0),
            waited: AtomicU64::new(0),
            longest_wait: AtomicU64::new(0),
            waking: AtomicU64::new(0),
            held_up: AtomicU64::new(0),
            longest_hold: AtomicU64::new(0),
            place: Mutex::new(None),
            counts: [const { AtomicU64::new(0) }; Reason::ALL.len()],
            away: [const { AtomicU64::new(0) }; Reason::ALL.len()],
            got_at: AtomicU64::new(now),
            released_at: AtomicU64::new(now),
            queued_at: AtomicU64::new(now),
            appointed_at: AtomicU64::new(now),
            ticks_then: AtomicU64::new(0),
            reason: AtomicU8::new(Reason::Native as u8),
            target: AtomicUsize::new(0),
        }
    }

    /// The number that the operating system knows the thread by.
    pub(super) fn native_id(&self) -> i32 {
        self.native_id.load(Relaxed)
    }

    /// Ticks have run.
    #[inline]
    pub(super) fn ran(&self, ticks: u32) {
        add(&self.ticks, u64::from(ticks));
    }

    pub(super) fn ticks(&self) -> u64 {
        self.ticks.load(Relaxed)
    }

    /// How often the thread has got the GIL.
    pub(super) fn turns(&self) -> u64 {
        self.turns.load(Relaxed)
    }

    /// How long the thread, which holds the GIL, has held it until now, and waited for it.
    pub(super) fn times(&self, now: u64) -> (u64, u64) {
        let held = self.held.load(Relaxed) + now.saturating_sub(self.got_at.load(Relaxed));
        (held, self.waited.load(Relaxed))
    }

    /// When the thread last got the GIL.
    pub(super) fn got_at(&self) -> u64 {
        self.got_at.load(Relaxed)
    }

    /// The ticks run since the thread got the GIL, to go with `got_at`.
    pub(super) fn ticks_this_turn(&self) -> u64 {
        self.ticks.load(Relaxed) - self.ticks_then.load(Relaxed)
    }

    /// The thread has offered the GIL, and nobody came.
    pub(super) fn offered_in_vain(&self) {
        add(&self.offers_in_vain, 1);
    }

    /// When the thread was last made the holder.
    pub(super) fn appointed_at(&self) -> u64 {
        self.appointed_at.load(Relaxed)
    }

    /// The thread, which is about to release the GIL, has held it for so long while another waited.
    pub(super) fn held_up(&self, nanoseconds: u64) {
        add(&self.held_up, nanoseconds);
        self.longest_hold.store(self.longest_hold().max(nanoseconds), Relaxed);
    }

    pub(super) fn longest_hold(&self) -> u64 {
        self.longest_hold.load(Relaxed)
    }

    /// The longest hold so far is about to end at this line.
    pub(super) fn holds_longest_at(&self, place: Option<Place>) {
        *self.place.lock() = place;
    }

    /// The thread is put into the queue for the GIL.
    pub(super) fn queued(&self, now: u64) {
        self.queued_at.store(now, Relaxed);
    }

    /// When the thread last asked for the GIL, or was put into the queue.
    pub(super) fn queued_at(&self) -> u64 {
        self.queued_at.load(Relaxed)
    }

    /// What the thread waits for, 0 if there is nothing to name.
    pub(super) fn target(&self) -> usize {
        self.target.load(Relaxed)
    }

    /// The thread is made the holder.
    pub(super) fn appointed(&self, now: u64) {
        self.appointed_at.store(now, Relaxed);
    }

    /// What the thread is about to wait for.
    pub(super) fn waits_for(&self, target: usize) {
        self.target.store(target, Relaxed);
    }

    /// The thread releases the GIL.
    pub(super) fn released(&self, reason: Reason, now: u64) {
        if !KEPT {
            return;
        }
        add(&self.held, now.saturating_sub(self.got_at.load(Relaxed)));
        add(&self.counts[reason as usize], 1);
        self.reason.store(reason as u8, Relaxed);
        self.released_at.store(now, Relaxed);
    }

    /// The thread has got the GIL, for the first time if it does not come back from a release.
    pub(super) fn got(&self, now: u64, came_back: bool) {
        if KEPT {
            self.count_turn(now, came_back);
        }
        self.got_at.store(now, Relaxed);
        self.ticks_then.store(self.ticks.load(Relaxed), Relaxed);
        self.target.store(0, Relaxed);
    }

    fn count_turn(&self, now: u64, came_back: bool) {
        let queued_at = self.queued_at.load(Relaxed);
        let waited = now.saturating_sub(queued_at);
        add(&self.turns, 1);
        add(&self.waited, waited);
        self.longest_wait.store(self.longest_wait.load(Relaxed).max(waited), Relaxed);
        add(&self.waking, now.saturating_sub(self.appointed_at.load(Relaxed)));
        if came_back {
            let reason = usize::from(self.reason.load(Relaxed));
            add(&self.away[reason], queued_at.saturating_sub(self.released_at.load(Relaxed)));
        }
    }

    /// The counters as a line.
    pub(super) fn read(&self, record: &Record, name: String) -> Line {
        let activity = match record.standing.get() {
            Standing::Holding => Activity::Holding,
            Standing::Queued => Activity::Queued,
            Standing::Away | Standing::Blocked => {
                let reason = Reason::ALL[usize::from(self.reason.load(Relaxed))];
                Activity::Away(reason, self.target.load(Relaxed))
            }
        };
        let (mut held, mut waited) = (self.held.load(Relaxed), self.waited.load(Relaxed));
        let mut releases = self.read_releases();
        // What has begun and not ended belongs to the thread's life too.
        let now = clock::now();
        match activity {
            Activity::Holding => held += now.saturating_sub(self.got_at.load(Relaxed)),
            Activity::Queued => {
                let queued_at = self.queued_at.load(Relaxed);
                waited += now.saturating_sub(queued_at);
                self.add_release(&mut held, &mut releases, queued_at);
            }
            Activity::Away(Reason::Exit, _) | Activity::Finished => {}
            Activity::Away(..) => self.add_release(&mut held, &mut releases, now),
        }
        Line {
            thread: Some(record.id),
            name,
            native_id: self.native_id.load(Relaxed),
            activity,
            born_at: self.born_at,
            ticks: self.ticks.load(Relaxed),
            turns: self.turns.load(Relaxed),
            offers_in_vain: self.offers_in_vain.load(Relaxed),
            held: Duration::from_nanos(held),
            waited: Duration::from_nanos(waited),
            longest_wait: Duration::from_nanos(self.longest_wait.load(Relaxed)),
            waking: Duration::from_nanos(self.waking.load(Relaxed)),
            held_up: Duration::from_nanos(self.held_up.load(Relaxed)),
            longest_hold: Duration::from_nanos(self.longest_hold()),
            place: self.place.lock().clone(),
            releases,
        }
    }

    /// Adds the release from which the thread has not come back yet, which lasts until this moment.
    fn add_release(&self, held: &mut u64, releases: &mut [Releases; Reason::ALL.len()], until: u64) {
        if self.turns() == 0 {
            return;
        }
        let (got_at, released_at) = (self.got_at.load(Relaxed), self.released_at.load(Relaxed));
        if released_at >= got_at {
            let reason = usize::from(self.reason.load(Relaxed));
            releases[reason].away += Duration::from_nanos(until.saturating_sub(released_at));
        } else {
            // It has only just passed the GIL on, and has not written that down.
            *held += until.saturating_sub(got_at);
        }
    }

    fn read_releases(&self) -> [Releases; Reason::ALL.len()] {
        Reason::ALL.map(|reason| Releases {
            count: self.counts[reason as usize].load(Relaxed),
            away: Duration::from_nanos(self.away[reason as usize].load(Relaxed)),
        })
    }
}

/// Are times and counts kept? Builds with the feature `without-ledger` leave them out, to measure what they cost.
pub(super) const KEPT: bool = !cfg!(feature = "without-ledger");

/// Adds to a counter that only this thread writes.
#[inline]
fn add(counter: &AtomicU64, more: u64) {
    counter.store(counter.load(Relaxed) + more, Relaxed);
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: u64 = 1_000_000_000;

    /// A thread that was born ten seconds ago, waited for one, held the GIL for two, was away for three, and has been in
    /// the queue for four.
    fn queued(wrote_its_release: bool) -> Line {
        let record = Record::new();
        let counters = &record.counters;
        let born_at = clock::now() - 10 * SECOND;
        // What the counters hold of the moment in which they were made.
        counters.released_at.store(born_at, Relaxed);
        counters.queued(born_at);
        counters.appointed(born_at + SECOND);
        counters.got(born_at + SECOND, false);
        record.standing.set(Standing::Blocked);
        if wrote_its_release {
            counters.released(Reason::Lock, born_at + 3 * SECOND);
        }
        counters.queued(born_at + 6 * SECOND);
        record.standing.set(Standing::Queued);
        counters.read(&record, String::new())
    }

    #[test]
    fn the_wait_of_a_queued_thread_lasts_until_its_line_is_read() {
        let line = queued(true);
        assert_eq!(line.activity, Activity::Queued);
        assert_eq!(line.held, Duration::from_secs(2));
        assert_eq!(line.releases(Reason::Lock).away, Duration::from_secs(3));
        let waited = line.waited.as_secs_f64();
        assert!((5.0..6.0).contains(&waited), "{waited}");
    }

    #[test]
    fn a_thread_that_has_not_written_its_release_has_held_until_it_was_queued() {
        let line = queued(false);
        assert_eq!(line.held, Duration::from_secs(5));
        assert_eq!(line.releases(Reason::Lock).away, Duration::ZERO);
        let waited = line.waited.as_secs_f64();
        assert!((5.0..6.0).contains(&waited), "{waited}");
    }

    #[test]
    fn a_thread_that_never_had_the_gil_has_only_waited() {
        let record = Record::new();
        record.counters.queued(clock::now() - 2 * SECOND);
        record.standing.set(Standing::Queued);
        let line = record.counters.read(&record, String::new());
        assert_eq!((line.turns, line.held), (0, Duration::ZERO));
        assert!(line.waited >= Duration::from_secs(2), "{:?}", line.waited);
    }
}
