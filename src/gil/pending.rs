//! Work that waits for a thread of the interpreter: signals that have arrived, exceptions that another thread has sent.
//!
//! A request sets a bit. The thread it is meant for sees the bit at its next boundary (`Gil::spent` says so), at the
//! latest after a minimum slice, or when the wait it is in ends early with `Interrupted`; a long call of the main thread
//! is followed by a boundary at once. *What* is to be done is the requester's affair; this module only makes the thread
//! look. A thread that comes back from work without the GIL looks at once: a loop of native kernels runs few ticks, and
//! would otherwise see a signal a minute later.

use std::ptr;
use std::sync::Arc;
use std::sync::atomic::AtomicPtr;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};

use super::Gil;
use super::park::ParkWord;
use super::scheduler;
use super::thread::{Record, ThreadId, current};

/// What a thread is asked to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PendingWork {
    /// A signal has arrived whose handler is to be run; always for the main thread.
    Signal,
    /// Another thread has sent an exception.
    Exception,
    /// Something else is to be called at the next instruction boundary.
    Call,
}

impl PendingWork {
    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// A set of pending work, as taken by the thread that it was meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending(u32);

impl Pending {
    /// Whether this work is asked for.
    pub fn contains(self, work: PendingWork) -> bool {
        self.0 & work.bit() != 0
    }

    /// Whether nothing is asked for.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The pending work of one thread.
pub(super) struct PendingFlags {
    /// | bit | meaning | set by | cleared by |
    /// |---|---|---|---|
    /// | 0 `Signal` | a signal arrived | a signal handler, on any thread | the thread itself, in `take_pending` |
    /// | 1 `Exception` | an exception was sent | any thread that holds the GIL | as above |
    /// | 2 `Call` | something is to be called | any thread, a signal handler too | as above |
    ///
    /// Set with release after the details are in place, taken with acquire before they are read; the glance at each
    /// boundary is relaxed.
    bits: AtomicU32,
}

impl PendingFlags {
    pub(super) const fn new() -> PendingFlags {
        PendingFlags { bits: AtomicU32::new(0) }
    }

    fn set(&self, work: PendingWork) {
        self.bits.fetch_or(work.bit(), AcqRel);
    }

    #[inline]
    pub(super) fn any(&self) -> bool {
        self.bits.load(Relaxed) != 0
    }

    /// Whether there is work that ends an interruptible wait. Called after the park word has forgotten its interruptions:
    /// a handler that runs before this load is seen here, one that runs after it is seen in the word.
    pub(super) fn interrupts(&self) -> bool {
        self.bits.load(Acquire) & (PendingWork::Signal.bit() | PendingWork::Call.bit()) != 0
    }

    fn take(&self) -> Pending {
        Pending(self.bits.swap(0, AcqRel))
    }
}

/// The record of the main thread, null until it is attached. It is never freed.
///
/// Written when the main thread attaches and by `fork` in the child, with release; read by signal handlers with
/// acquire.
static MAIN: AtomicPtr<Record> = AtomicPtr::new(ptr::null_mut());

/// Makes this the thread that signals are for. The record is leaked: a handler may look at it at any time.
pub(super) fn set_main(record: &Arc<Record>) {
    let leaked = Arc::into_raw(Arc::clone(record)).cast_mut();
    MAIN.store(leaked, Release);
}

/// Asks the main thread to look: at its next instruction if it runs a long one, within a minimum slice if it runs many, at
/// once if it is in an interruptible wait. Async-signal-safe. Before the main thread is attached there is nobody to ask,
/// and the request is dropped.
pub fn request(work: PendingWork) {
    let main = MAIN.load(Acquire);
    // SAFETY: the pointer is null or that of a record that is never freed; records are shared between threads, and
    // all that is touched here are atomics.
    if let Some(main) = unsafe { main.as_ref() } {
        main.pending.set(work);
        main.cut_short();
        ParkWord::interrupt(&main.word);
    }
}

/// Asks the thread `id` to look at its next boundary; false if there is no such thread. Its waits go on.
pub fn request_of(_gil: Gil<'_>, id: ThreadId, work: PendingWork) -> bool {
    let record = scheduler::lock().find(id);
    record.is_some_and(|record| {
        record.pending.set(work);
        true
    })
}

/// This thread has come back: if it is asked to look at something, it does so at its next instruction.
pub(super) fn look_soon(gil: Gil<'_>) {
    if gil.has_pending() {
        gil.end_budget();
    }
}

impl Gil<'_> {
    /// Takes what this thread is asked to look at, leaving nothing.
    pub fn take_pending(self) -> Pending {
        current(self).pending.take()
    }

    /// Whether this thread is asked to look at something.
    #[inline]
    pub fn has_pending(self) -> bool {
        current(self).pending.any()
    }
}
