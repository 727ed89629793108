//! Threads as the lock knows them: a record each, and how a thread of the operating system comes to have one.
//!
//! Invariant: while a token exists on a thread, `CURRENT` points to its record, which lives at least until the thread
//! is detached for good.

use std::cell::Cell;
use std::ffi::CString;
use std::fmt;
use std::io;
use std::num::NonZeroU64;
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU8, AtomicU64};

use super::Gil;
use super::clock;
use super::countdown::Countdown;
use super::crew;
use super::ledger::{Counters, Reason};
use super::park::ParkWord;
use super::pending::{self, PendingFlags};
use super::policy;
use super::scheduler::{self, Place};
use super::slice;
use super::stay::Binding;
use super::watchdog;

/// The number of a thread, given in the order of creation and never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThreadId(NonZeroU64);

impl ThreadId {
    /// The number itself, from 1 on.
    pub fn get(self) -> u64 {
        self.0.get()
    }

    /// The thread of this number, `None` for 0.
    pub(super) fn numbered(number: u64) -> Option<ThreadId> {
        NonZeroU64::new(number).map(ThreadId)
    }

    fn next() -> ThreadId {
        /// The last number given. Relaxed: only the numbers must differ.
        static LAST: AtomicU64 = AtomicU64::new(0);
        ThreadId(NonZeroU64::MIN.saturating_add(LAST.fetch_add(1, Relaxed)))
    }
}

impl fmt::Display for ThreadId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// What the lock knows of a thread.
pub(super) struct Record {
    pub(super) id: ThreadId,
    /// Set once, before any other thread sees the record or by `fork` in the child; relaxed.
    main: AtomicBool,
    pub(super) word: ParkWord,
    pub(super) standing: StandingCell,
    pub(super) pending: PendingFlags,
    pub(super) counters: Counters,
    pub(super) binding: Binding,
    /// Whether it is blocked until another thread wakes it. Changed under the scheduler's mutex; relaxed.
    pub(super) stuck: AtomicBool,
    /// The countdown of the loop that the thread runs, null if it has none yet. Written by the thread, with release once the
    /// countdown is in place; read with acquire by the watchdog while the thread holds the GIL, and, if it is the main
    /// thread's, by signal handlers at any time.
    countdown: AtomicPtr<Countdown>,
    /// A [`Haste`]. Written by the watchdog under the scheduler's mutex, emptied by the thread at its boundaries and when it
    /// gets the GIL; relaxed.
    haste: AtomicU8,
}

impl Record {
    pub(super) fn new() -> Arc<Record> {
        Arc::new(Record {
            id: ThreadId::next(),
            main: AtomicBool::new(false),
            word: ParkWord::new(),
            standing: StandingCell(AtomicU8::new(Standing::Away as u8)),
            pending: PendingFlags::new(),
            counters: Counters::new(),
            binding: Binding::new(),
            stuck: AtomicBool::new(false),
            countdown: AtomicPtr::new(ptr::null_mut()),
            haste: AtomicU8::new(Haste::None as u8),
        })
    }

    /// Has the thread look at its next instruction, if it runs one.
    pub(super) fn cut_short(&self) {
        // SAFETY: whoever registers a countdown keeps it for as long as this is called (`Gil::counts_down`).
        if let Some(countdown) = unsafe { self.countdown.load(Acquire).as_ref() } {
            countdown.cut_short();
        }
    }

    /// Has the holder come to a boundary, and says what it is to do there.
    pub(super) fn make_haste(&self, haste: Haste) {
        if haste != Haste::None {
            self.haste.store(haste as u8, Relaxed);
        }
        self.cut_short();
    }

    /// What the watchdog wants of this thread; leaves nothing.
    pub(super) fn haste(&self) -> Haste {
        let haste = match self.haste.load(Relaxed) {
            0 => return Haste::None,
            1 => Haste::LetIn,
            _ => Haste::End,
        };
        self.forget_haste();
        haste
    }

    pub(super) fn forget_haste(&self) {
        self.haste.store(Haste::None as u8, Relaxed);
    }

    /// Whether signals are for this thread.
    pub(super) fn is_main(&self) -> bool {
        self.main.load(Relaxed)
    }

    pub(super) fn make_main(self: &Arc<Record>) {
        self.main.store(true, Relaxed);
        WAS_MAIN.set(true);
        pending::set_main(self);
    }

    /// Takes in the number that the operating system knows the calling thread by.
    pub(super) fn learn_native_id(&self) {
        // SAFETY: the call takes nothing and touches no memory.
        let native_id = unsafe { libc::gettid() };
        self.counters.native_id.store(native_id, Relaxed);
    }
}

/// What the watchdog wants of the holder at its next boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Haste {
    /// No more than that it looks.
    None,
    /// To let in a thread back from I/O, or whoever has waited for the interval.
    LetIn,
    /// To end its slice.
    End,
}

/// How a thread stands to the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Standing {
    /// It does without the GIL and will ask for it itself.
    Away,
    /// It is parked; another thread, or its deadline, will put it into the queue.
    Blocked,
    /// It is in the queue for the GIL.
    Queued,
    /// The GIL is its own.
    Holding,
}

/// The standing of a thread.
///
/// | from | to | by |
/// |---|---|---|
/// | `Away` | `Queued`, `Holding` | the thread, when it asks for the GIL; its parent, when it is started |
/// | `Holding` | `Away`, `Blocked`, `Queued` | the thread, when it releases the GIL |
/// | `Blocked` | `Queued` | the holder, when it wakes the thread |
/// | `Blocked` | `Queued`, `Holding` | the thread, when its wait has timed out or was interrupted |
/// | `Queued` | `Holding` | who hands over the GIL |
///
/// Changed only under the scheduler's mutex, which orders everything: relaxed. The ledger reads it without.
pub(super) struct StandingCell(AtomicU8);

impl StandingCell {
    pub(super) fn get(&self) -> Standing {
        match self.0.load(Relaxed) {
            0 => Standing::Away,
            1 => Standing::Blocked,
            2 => Standing::Queued,
            _ => Standing::Holding,
        }
    }

    /// The caller has the scheduler's mutex.
    pub(super) fn set(&self, standing: Standing) {
        self.0.store(standing as u8, Relaxed);
    }
}

thread_local! {
    /// Whether this thread holds the GIL.
    static HELD: Cell<bool> = const { Cell::new(false) };
    /// The record of this thread, null if it has none.
    static CURRENT: Cell<*const Record> = const { Cell::new(ptr::null()) };
    /// The countdown of this thread's loop, null before it has one.
    static COUNTDOWN: Cell<*const Countdown> = const { Cell::new(ptr::null()) };
    /// Whether this thread of the system has been the main thread of the interpreter.
    static WAS_MAIN: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread of the system has been the main thread of the interpreter, which signal handlers look at.
pub fn was_main() -> bool {
    WAS_MAIN.get()
}

/// Whether this thread holds the GIL: one load from thread-local memory.
#[inline]
pub fn held() -> bool {
    HELD.get()
}

pub(super) fn set_held(held: bool) {
    HELD.set(held);
}

/// The record of the thread that holds the GIL.
#[inline]
pub(super) fn current<'a>(_gil: Gil<'a>) -> &'a Record {
    let record = CURRENT.get();
    debug_assert!(!record.is_null());
    // SAFETY: the token is this thread's (it is not `Send`), so an `Attachment` of this thread is alive; it set the
    // pointer, owns the record, and outlives every token it gave out.
    unsafe { &*record }
}

/// The same, to be kept in a queue.
pub(super) fn current_shared(_gil: Gil<'_>) -> Arc<Record> {
    let record = CURRENT.get();
    // SAFETY: the pointer came from an `Arc` that is alive, as above; the count is raised for the one made here.
    unsafe {
        Arc::increment_strong_count(record);
        Arc::from_raw(record)
    }
}

/// Registers the calling thread, takes the GIL, runs `body`, releases the GIL and forgets the thread.
///
/// # Panics
/// If the thread is registered already.
pub fn attach_thread<R>(name: &str, body: impl FnOnce(Gil<'_>) -> R) -> R {
    assert_not_attached();
    watchdog::set_up();
    let record = Record::new();
    scheduler::lock().register(&record, name);
    inhabit(record, body)
}

/// As `attach_thread`, for the thread that signals are for: the one on which the interpreter starts.
pub fn attach_main<R>(body: impl FnOnce(Gil<'_>) -> R) -> R {
    assert_not_attached();
    policy::count_cores();
    crew::set_up();
    let record = Record::new();
    record.make_main();
    scheduler::lock().register(&record, "MainThread");
    inhabit(record, body)
}

impl Gil<'_> {
    /// Starts a thread that runs `body` with the GIL.
    ///
    /// The new thread is in the queue for the GIL when this returns, whether or not the operating system has started it
    /// yet: the order in which threads get their first turn is the order in which they were started.
    ///
    /// What `body` has captured is dropped with the GIL held, also when the thread cannot be started.
    pub fn spawn(
        self,
        name: &str,
        stack_size: usize,
        body: impl FnOnce(Gil<'_>) + Send + 'static,
    ) -> io::Result<ThreadId> {
        watchdog::set_up();
        let record = Record::new();
        let id = record.id;
        scheduler::lock().admit(&record, name, clock::now())?;
        let inhabitant = Arc::clone(&record);
        let name = CString::new(name.replace('\0', "")).unwrap_or_default();
        let job = move || {
            // SAFETY: the name ends in a zero byte; the system takes as much of it as it keeps.
            unsafe { libc::prctl(libc::PR_SET_NAME, name.as_ptr()) };
            inhabit(inhabitant, body);
        };
        match crew::employ(stack_size, Box::new(job)) {
            Ok(()) => Ok(id),
            Err(error) => {
                scheduler::lock().dismiss(id);
                Err(error)
            }
        }
    }

    /// Says where the loop of this thread of the system counts its ticks down.
    ///
    /// # Safety
    /// The countdown stays until the thread of the system ends; that of the main thread (`was_main`), for ever.
    pub unsafe fn counts_down(self, countdown: *const Countdown) {
        COUNTDOWN.set(countdown);
        current(self).countdown.store(countdown.cast_mut(), Release);
    }

    /// Ends this thread's budget, so that its next instruction begins at a boundary: a new policy holds at once.
    pub fn end_budget(self) {
        current(self).cut_short();
    }

    /// The number of this thread.
    pub fn thread_id(self) -> ThreadId {
        current(self).id
    }

    /// The number that the operating system knows this thread by.
    pub fn native_id(self) -> i32 {
        current(self).counters.native_id.load(Relaxed)
    }

    /// Whether this is the thread that signals are for.
    pub fn is_main_thread(self) -> bool {
        current(self).is_main()
    }

    /// Gives a thread another name in the ledger.
    pub fn rename_thread(self, id: ThreadId, name: &str) {
        scheduler::lock().rename(id, name);
    }
}

fn assert_not_attached() {
    assert!(CURRENT.get().is_null(), "this thread is attached to the interpreter already");
}

/// Runs `body` as the thread of `record`.
fn inhabit<R>(record: Arc<Record>, body: impl FnOnce(Gil<'_>) -> R) -> R {
    let attachment = Attachment::begin(record);
    body(attachment.gil())
}

/// The time during which a thread of the operating system is a thread of the interpreter.
struct Attachment {
    record: Arc<Record>,
}

impl Attachment {
    fn begin(record: Arc<Record>) -> Attachment {
        record.learn_native_id();
        record.countdown.store(COUNTDOWN.get().cast_mut(), Release);
        CURRENT.set(Arc::as_ptr(&record));
        slice::reset();
        scheduler::arrive(&record);
        Attachment { record }
    }

    fn gil(&self) -> Gil<'_> {
        // SAFETY: `begin` has taken the GIL, and the token cannot outlive this attachment.
        unsafe { Gil::assume() }
    }
}

impl Drop for Attachment {
    fn drop(&mut self) {
        // A body that unwinds out of `detach` has the GIL back by now.
        scheduler::leave(&self.record);
        CURRENT.set(ptr::null());
    }
}

/// The time during which a thread does without the GIL.
pub(super) struct Detachment {
    record: Arc<Record>,
}

impl Detachment {
    pub(super) fn begin(gil: Gil<'_>, reason: Reason) -> Detachment {
        let record = current_shared(gil);
        scheduler::release(&record, reason, Standing::Away);
        Detachment { record }
    }
}

impl Drop for Detachment {
    fn drop(&mut self) {
        scheduler::take(&self.record, Place::Returning);
    }
}
