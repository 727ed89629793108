//! The timeline: each hand-over of the GIL, one after the other, and marks that others set, while somebody wants to know.
//!
//! Off unless `start` or `start_in` was called. It is kept under the scheduler's mutex, so its order is the true order. A
//! timeline in a folder is a file that is written by a mapping: what is recorded outlives the process, however it ends.
//!
//! In reading order: this file (what happens, when it is kept); `record` (an event as eight words); `store` (the ring of
//! records, in memory or in a file); `traffic` (sums of some marks, which need no timeline).

mod record;
mod store;
pub mod traffic;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

use super::Gil;
use super::clock;
use super::ledger::Reason;
use super::scheduler;
use super::thread::ThreadId;
use record::{Name, Record};
use store::Store;

/// The GIL changes hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handover {
    /// When, in nanoseconds on the monotonic clock.
    pub at: u64,
    /// Who released it, `None` if it was free.
    pub from: Option<ThreadId>,
    /// Why, `None` if it was free.
    pub reason: Option<Reason>,
    /// What the releasing thread waits for, 0 if there is nothing to name.
    pub target: usize,
    /// The ticks that the releasing thread had run in its life, up to its last boundary.
    pub ticks: u64,
    /// Who has it now, `None` if nobody wants it.
    pub to: Option<ThreadId>,
    /// When the new holder asked for it.
    pub asked: u64,
}

/// Something that the program above the lock does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// When, as above.
    pub at: u64,
    /// On which thread.
    pub thread: ThreadId,
    /// Its beginning, its end, or all of it.
    pub phase: Phase,
    /// What it is; the first 32 bytes are kept, 24 of what took some time.
    pub text: String,
    /// A number that goes with it, bytes for example.
    pub amount: u64,
    /// When it began, for what took some time; 0 otherwise.
    pub since: u64,
}

/// Which part of something a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Phase {
    /// It begins; the thread's next `End` ends it.
    Begin,
    /// It ends.
    End,
    /// It is over, and began at `since`.
    Took,
    /// The thread is about to wait for what is called so, which the thread numbered `amount` has; 0 for none.
    Waits,
}

/// What a timeline holds, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The GIL changes hands.
    Handover(Handover),
    /// Something above the lock.
    Mark(Mark),
}

/// The timeline of a process, as it was written.
#[derive(Clone, Debug, Default)]
pub struct Recording {
    /// The process, and the one that started it.
    pub process: i32,
    /// See `process`.
    pub parent: i32,
    /// When it began, in nanoseconds on the monotonic clock, which all processes share.
    pub began: u64,
    /// What the process calls itself, empty if it does not.
    pub name: String,
    /// The names of the threads, by their numbers.
    pub threads: Vec<(ThreadId, String)>,
    /// What happened.
    pub events: Vec<Event>,
    /// How many earlier events did not fit.
    pub dropped: u64,
}

/// Is there a timeline? Relaxed: only a hint, the truth is under the mutex.
static ON: AtomicBool = AtomicBool::new(false);

/// The last events, as many as the store holds.
pub(super) struct Timeline {
    store: Store,
    /// Where the file of this process is.
    folder: Option<PathBuf>,
}

impl Timeline {
    pub(super) fn push(&mut self, handover: Handover) {
        self.store.push(&Record::of_handover(&handover));
    }

    /// A thread is called so from now on.
    pub(super) fn name_thread(&mut self, thread: ThreadId, name: &str) {
        self.store.name(&Name { thread: Some(thread), text: name.to_owned() });
    }

    /// The timeline of a new process, a copy of this one's: in a file of its own, or none.
    pub(super) fn in_child(self) -> Option<Timeline> {
        let folder = self.folder?;
        let store = Store::in_folder(&folder, self.store.limit()).ok()?;
        Some(Timeline { store, folder: Some(folder) })
    }
}

fn begin(timeline: Timeline) {
    let mut state = scheduler::lock();
    let names = state.thread_names();
    let timeline = state.timeline().insert(timeline);
    for (thread, name) in names {
        timeline.name_thread(thread, &name);
    }
    ON.store(true, Relaxed);
}

/// Begins a timeline in memory that keeps the last `limit` events, dropping an earlier timeline.
pub fn start(limit: usize) -> io::Result<()> {
    begin(Timeline { store: Store::in_memory(limit)?, folder: None });
    Ok(())
}

/// Begins a timeline in a file in the folder, one for this process and one for each that it forks.
pub fn start_in(folder: &Path, limit: usize) -> io::Result<()> {
    begin(Timeline { store: Store::in_folder(folder, limit)?, folder: Some(folder.to_owned()) });
    Ok(())
}

/// Is there a timeline? A hint that may be a moment late.
#[inline]
pub fn is_on() -> bool {
    ON.load(Relaxed)
}

/// Ends the timeline and returns what it holds. Empty if none was begun.
pub fn stop() -> Recording {
    ON.store(false, Relaxed);
    let timeline = scheduler::lock().timeline().take();
    timeline.map_or_else(Recording::default, |timeline| timeline.store.read(usize::MAX))
}

/// The folder of the timeline, for other processes to write theirs to.
pub fn folder() -> Option<PathBuf> {
    scheduler::lock().timeline().as_ref()?.folder.clone()
}

/// How many events are in the timeline that a process has written.
pub fn count(path: &Path) -> io::Result<usize> {
    Ok(Store::open(path)?.count())
}

/// Reads the timeline that a process has written, whether or not it still runs: its last events, `most` of them at most.
pub fn read(path: &Path, most: usize) -> io::Result<Recording> {
    Ok(Store::open(path)?.read(most))
}

/// Sets a mark for the calling thread, if there is a timeline.
pub fn mark(gil: Gil<'_>, phase: Phase, text: &str, amount: u64) {
    if is_on() {
        set_mark(gil, phase, text, amount, 0);
    }
}

/// The time, for [`took`]; 0 if nobody wants to know.
pub fn clock() -> u64 {
    if is_on() || traffic::is_counted() { clock::now() } else { 0 }
}

/// Notes what the calling thread has done since then, if somebody wants to know and did so then.
pub fn took(gil: Gil<'_>, text: &str, amount: u64, since: u64) {
    if since == 0 {
        return;
    }
    traffic::add(text, amount, clock::now().saturating_sub(since));
    if is_on() {
        set_mark(gil, Phase::Took, text, amount, since);
    }
}

fn set_mark(gil: Gil<'_>, phase: Phase, text: &str, amount: u64, since: u64) {
    let (at, thread, text) = (clock::now(), gil.thread_id(), text.to_owned());
    let mark = Mark { at, thread, phase, text, amount, since };
    if let Some(timeline) = scheduler::lock().timeline() {
        timeline.store.push(&Record::of_mark(&mark));
    }
}

/// What this process calls itself, if there is a timeline.
pub fn name_process(_gil: Gil<'_>, name: &str) {
    if is_on()
        && let Some(timeline) = scheduler::lock().timeline()
    {
        timeline.store.name(&Name { thread: None, text: name.to_owned() });
    }
}
