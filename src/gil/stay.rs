//! Taking turns on one core: where the successor of a computing thread wakes.
//!
//! A thread that was put to sleep wakes on the core where it ran last, and if another thread has computed meanwhile,
//! that core is cold: idle, clocked down, with nothing in its caches. So whoever hands over the GIL at the end of its slice,
//! at its own end, or because it waits for a lock, and is about to sleep itself, binds its successor to its own core before
//! it wakes it; the kernel then only changes threads there. Once awake, the successor takes its own set of cores back, so
//! the system may move whoever computes as it likes, and the others follow at the next switch.
//!
//! Whoever lets go of the GIL to do something without it goes on running, so its successor must *not* wake on its core: the
//! kernel may let the successor run there at once, and look again at its next tick, 4 ms later, before it lets the other
//! finish a call of microseconds. On a virtual machine it does so easily, since a processor that idles counts as one that
//! the host has taken away. A successor that computes is therefore bound to all cores but this one.
//!
//! Binding and unbinding takes some 4 µs. Threads that hand over the GIL often enough are mostly woken by the kernel where
//! they are needed; so a thread is bound only after it has woken in the wrong place, and every so often the kernel is tried
//! again.
//!
//! Invariant: a thread is bound only from just before it is granted the GIL until just after it has taken it. Whatever it
//! then does (asks for its set of cores, starts a process, computes without the GIL), it does with its own set; and
//! a set that somebody chose is never made wider, because the cores are some of the set.

use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU32};

use parking_lot::Mutex;

use super::policy;
use super::thread::Record;

/// Whether the system has refused to bind a thread. Relaxed: no other memory hangs on it.
static REFUSED: AtomicBool = AtomicBool::new(false);

/// A thread that has woken elsewhere is bound the next times, so often.
const BINDINGS: u32 = 64;

/// A thread that has woken in the way of another is kept away the next times, so often: to try the kernel may cost 4 ms.
const BINDINGS_AWAY: u32 = 1024;

/// A new thread sleeps where the system has started it, which is mostly another core: its first wake is bound.
const FIRST: u32 = 1;

/// Where a successor should wake, as seen by who grants it the GIL.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// On the granter's core, which becomes free.
    Here,
    /// On any other.
    Elsewhere,
}

/// A thread's part in this. The atomics are written by who hands over the GIL before it grants it, and by the successor
/// afterwards. Relaxed: the grant itself orders them.
pub(super) struct Binding {
    /// The set of cores that a bound thread takes back when it is awake, `None` while it is not bound.
    ///
    /// Filled by who hands over the GIL before it grants it, emptied by the successor afterwards; so the mutex is never
    /// waited for, and never held while a process forks.
    own: Mutex<Option<libc::cpu_set_t>>,
    /// The core of who granted the GIL and left it to the kernel where this thread wakes, -1 for none.
    granter: AtomicI32,
    /// Whether it should wake on that core.
    is_wanted: AtomicBool,
    /// So many times is it bound, to the core of who granted the GIL, before the kernel is tried again.
    left: AtomicU32,
    /// So many times is it kept away from that core before the kernel is tried again.
    left_away: AtomicU32,
    /// Whether it has made way at a boundary: it computes, and whose core it wakes on has to wait.
    computes: AtomicBool,
}

impl Binding {
    pub(super) const fn new() -> Binding {
        Binding {
            own: Mutex::new(None),
            granter: AtomicI32::new(-1),
            is_wanted: AtomicBool::new(false),
            left: AtomicU32::new(FIRST),
            left_away: AtomicU32::new(0),
            computes: AtomicBool::new(false),
        }
    }

    /// Notes whether the thread has made way at a boundary.
    pub(super) fn made_way(&self, computes: bool) {
        self.computes.store(computes, Relaxed);
    }

    fn take(&self) -> Option<libc::cpu_set_t> {
        self.own.lock().take()
    }
}

/// Whether successors that sleep are brought here, so that there is no use in waking them ahead on their own cores.
pub(super) fn is_possible() -> bool {
    policy::cores() > 1 && !REFUSED.load(Relaxed)
}

/// Sees to it that a thread that sleeps, and that is about to be granted the GIL, wakes on the core of the calling one, which
/// is about to sleep.
pub(super) fn bring_here(successor: &Record) {
    place(successor, Wish::Here);
}

/// Sees to it that a computing thread that sleeps, and that is about to be granted the GIL, wakes on another core than that
/// of the calling one, which goes on without the GIL. Two threads that answer each other are quickest on one core.
pub(super) fn keep_away(successor: &Record) {
    if successor.binding.computes.load(Relaxed) {
        place(successor, Wish::Elsewhere);
    }
}

fn place(successor: &Record, wish: Wish) {
    if !is_possible() || !successor.word.is_parked() {
        return;
    }
    // SAFETY: the call takes nothing and touches no memory of the process.
    let here = unsafe { libc::sched_getcpu() };
    let binding = &successor.binding;
    let counter = if wish == Wish::Here { &binding.left } else { &binding.left_away };
    let left = counter.load(Relaxed);
    if left == 0 {
        binding.is_wanted.store(wish == Wish::Here, Relaxed);
        binding.granter.store(here, Relaxed);
        return;
    }
    counter.store(left - 1, Relaxed);
    let native_id = successor.counters.native_id();
    let Ok(core) = usize::try_from(here) else { return };
    let Some(own) = cores_of(native_id) else { return };
    let Some(chosen) = chosen(&own, core, wish) else { return };
    if bind(native_id, &chosen) {
        *binding.own.lock() = Some(own);
    }
}

/// Of a set of cores, those where a successor should wake; `None` if there are none.
fn chosen(own: &libc::cpu_set_t, core: usize, wish: Wish) -> Option<libc::cpu_set_t> {
    // SAFETY: the macro looks at a bit of the set, whose number it compares with the size of the set.
    if core >= libc::CPU_SETSIZE as usize || !unsafe { libc::CPU_ISSET(core, own) } {
        return None;
    }
    if wish == Wish::Here {
        // SAFETY: the set is all zeros, a state that it may have.
        let mut only = unsafe { std::mem::zeroed::<libc::cpu_set_t>() };
        // SAFETY: the number of the bit is below the size of the set, as tested above.
        unsafe { libc::CPU_SET(core, &mut only) };
        return Some(only);
    }
    let mut others = *own;
    // SAFETY: as above; the other call counts the bits of a set.
    let count = unsafe {
        libc::CPU_CLR(core, &mut others);
        libc::CPU_COUNT(&others)
    };
    (count > 0).then_some(others)
}

/// The calling thread, which has just taken the GIL, takes its own set of cores back, if it was bound; if not, it notes
/// whether it woke where it should.
#[inline]
pub(super) fn settle(me: &Record) {
    let binding = &me.binding;
    if let Some(own) = binding.take() {
        bind(0, &own);
        return;
    }
    if binding.granter.load(Relaxed) == -1 {
        return;
    }
    let granter = binding.granter.swap(-1, Relaxed);
    // SAFETY: the call takes nothing and touches no memory of the process.
    let is_there = unsafe { libc::sched_getcpu() } == granter;
    match (binding.is_wanted.load(Relaxed), is_there) {
        (true, false) => binding.left.store(BINDINGS, Relaxed),
        (false, true) => binding.left_away.store(BINDINGS_AWAY, Relaxed),
        _ => {}
    }
}

/// The set of cores that a thread may run on; the thread of the number 0 is the calling one.
fn cores_of(native_id: i32) -> Option<libc::cpu_set_t> {
    // SAFETY: the set is all zeros, a state that it may have, and as large as is said.
    unsafe {
        let mut set = std::mem::zeroed::<libc::cpu_set_t>();
        (libc::sched_getaffinity(native_id, size_of::<libc::cpu_set_t>(), &raw mut set) == 0).then_some(set)
    }
}

fn bind(native_id: i32, set: &libc::cpu_set_t) -> bool {
    // SAFETY: the set is valid for the call and as large as is said.
    let bound = unsafe { libc::sched_setaffinity(native_id, size_of::<libc::cpu_set_t>(), set) == 0 };
    if !bound {
        REFUSED.store(true, Relaxed);
    }
    bound
}
