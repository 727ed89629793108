//! The park word: one futex per thread, on which all its waits in this room sleep.
//!
//! Others *post* bits to the word, its owner *waits* for some of them. A post to an owner that sleeps costs a system
//! call, a post to one that is awake costs none. Everything a post does is async-signal-safe, so that a signal
//! handler can wake the main thread.
//!
//! Invariant: a posted bit stays until the owner consumes it; hence no wake-up is lost, whatever the order.

use std::ptr;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed};

use super::clock::Deadline;
use super::spin::Spin;

/// The GIL is yours.
pub(super) const GRANTED: u32 = 1;
/// The GIL will be yours in a moment: stay awake for it.
const ALERTED: u32 = 2;
/// A signal has arrived: look at the pending work.
pub(super) const INTERRUPTED: u32 = 4;
/// The GIL is for grabs: whoever takes the mutex first has it.
pub(super) const OFFERED: u32 = 8;
/// The owner sleeps in the kernel, or is about to.
const PARKED: u32 = 16;

/// For how long a thread that was woken ahead stays awake before it sleeps again, in nanoseconds: twice the usual lead. It
/// passes the bound only if the holder spends long in one instruction, or was put off its core.
const ALERTED_SPIN: u64 = 90_000;

/// The word a thread parks on. See the module's text.
pub(super) struct ParkWord {
    /// | bit | meaning | set by | cleared by |
    /// |---|---|---|---|
    /// | `GRANTED` | the GIL was handed to the owner | who hands it over, after making the owner the holder (release) | the owner, when it takes it (acquire) |
    /// | `ALERTED` | the GIL will be handed over shortly | the holder, ahead of the switch | the owner, when it begins to spin or is granted |
    /// | `INTERRUPTED` | a signal has arrived | a signal handler, after setting the pending bit | the owner, when it begins an interruptible wait or reports the interruption |
    /// | `OFFERED` | the GIL may be claimed | the holder under the unfair policy | the owner, when it tries to claim it |
    /// | `PARKED` | the owner sleeps on this value | the owner, just before it sleeps | the first that posts, who must then wake it; the owner, when it stops waiting |
    ///
    /// The owner publishes nothing through the word and posts read nothing from it but `PARKED`; the release of a
    /// post pairs with the acquire of the owner's load, so that all that was done under the GIL is seen.
    bits: AtomicU32,
}

impl ParkWord {
    pub(super) const fn new() -> ParkWord {
        ParkWord { bits: AtomicU32::new(0) }
    }

    /// Whether the owner sleeps, at this moment.
    pub(super) fn is_parked(&self) -> bool {
        self.bits.load(Relaxed) & PARKED != 0
    }

    /// Hands the owner the GIL.
    pub(super) fn grant(&self) {
        self.post(GRANTED);
    }

    /// Tells the owner that the GIL is about to come.
    pub(super) fn alert(&self) {
        self.post(ALERTED);
    }

    /// Tells the owner that the GIL is for grabs.
    pub(super) fn offer(&self) {
        self.post(OFFERED);
    }

    /// Ends an interruptible wait of the owner. Async-signal-safe.
    pub(super) fn interrupt(&self) {
        self.post(INTERRUPTED);
    }

    /// Forgets an earlier interruption; the caller looks at the pending work *after* this.
    pub(super) fn forget_interrupt(&self) {
        self.bits.fetch_and(!INTERRUPTED, AcqRel);
    }

    /// Waits until one of the bits in `heeded` is posted or the deadline has passed; returns and consumes the bits, 0
    /// for none. Spins as `spin` says before it sleeps. Only the owner calls this.
    pub(super) fn wait(&self, heeded: u32, mut spin: Spin, deadline: Option<Deadline>) -> u32 {
        loop {
            let bits = self.bits.load(Acquire);
            if bits & heeded != 0 {
                self.bits.fetch_and(!(bits & heeded | ALERTED | PARKED), AcqRel);
                return bits & heeded;
            }
            if bits & ALERTED != 0 {
                self.bits.fetch_and(!(ALERTED | PARKED), AcqRel);
                spin = Spin::of(ALERTED_SPIN);
            } else if !spin.turn() && self.sleep(bits, deadline) == Slept::TimedOut && self.leave(heeded) {
                return 0;
            }
        }
    }

    /// After a time-out: clears `PARKED`, and says whether nothing heeded was posted in the meantime.
    fn leave(&self, heeded: u32) -> bool {
        self.bits.fetch_and(!PARKED, AcqRel) & heeded == 0
    }

    /// Sleeps if the word still holds `seen`.
    fn sleep(&self, seen: u32, deadline: Option<Deadline>) -> Slept {
        let parked = seen | PARKED;
        if self.bits.compare_exchange(seen, parked, AcqRel, Relaxed).is_err() {
            return Slept::Disturbed;
        }
        futex_wait(&self.bits, parked, deadline)
    }

    /// Sets a bit and wakes the owner if it sleeps.
    fn post(&self, bit: u32) {
        let mut seen = self.bits.load(Relaxed);
        loop {
            match self.bits.compare_exchange_weak(seen, (seen | bit) & !PARKED, AcqRel, Relaxed) {
                Ok(_) => break,
                Err(now) => seen = now,
            }
        }
        if seen & PARKED != 0 {
            futex_wake(&self.bits);
        }
    }
}

/// How a sleep in the kernel ended. Being disturbed says nothing: the sleeper looks at its word again.
#[derive(PartialEq, Eq)]
enum Slept {
    Disturbed,
    TimedOut,
}

/// Sleeps while `word` holds `expected`, until it is woken, a signal handler has run, or the deadline has passed.
fn futex_wait(word: &AtomicU32, expected: u32, deadline: Option<Deadline>) -> Slept {
    let time = deadline.map(Deadline::to_timespec);
    let time = time.as_ref().map_or(ptr::null(), ptr::from_ref);
    let operation = libc::FUTEX_WAIT_BITSET | libc::FUTEX_PRIVATE_FLAG;
    // SAFETY:
    // - `word` is an aligned 32-bit atomic that lives for the whole call, as the reference says;
    // - `time` is null or points to a timespec that outlives the call, absolute on the monotonic clock;
    // - the fifth argument is not used by this operation.
    let result = unsafe {
        libc::syscall(
            libc::SYS_futex,
            word.as_ptr(),
            operation,
            expected,
            time,
            ptr::null::<u32>(),
            libc::FUTEX_BITSET_MATCH_ANY,
        )
    };
    if result == -1 && errno() == libc::ETIMEDOUT { Slept::TimedOut } else { Slept::Disturbed }
}

/// Wakes the thread that sleeps on `word`. Keeps errno, as a signal handler must.
fn futex_wake(word: &AtomicU32) {
    let kept = errno();
    // SAFETY: waking touches no memory of the process; `word` is only a key.
    unsafe { libc::syscall(libc::SYS_futex, word.as_ptr(), libc::FUTEX_WAKE | libc::FUTEX_PRIVATE_FLAG, 1) };
    // SAFETY: the location of this thread's errno is valid for the thread's life.
    unsafe { *libc::__errno_location() = kept };
}

fn errno() -> libc::c_int {
    // SAFETY: as above.
    unsafe { *libc::__errno_location() }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::AtomicU64;
    use std::thread::spawn;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_post_before_the_wait_is_not_lost() {
        let word = ParkWord::new();
        word.grant();
        assert_eq!(word.wait(GRANTED, Spin::NONE, None), GRANTED);
        word.interrupt();
        assert_eq!(word.wait(GRANTED | INTERRUPTED, Spin::NONE, None), INTERRUPTED);
        assert_eq!(word.wait(GRANTED, Spin::NONE, Some(Deadline::after(Duration::ZERO))), 0);
    }

    #[test]
    fn what_is_not_heeded_stays() {
        let word = ParkWord::new();
        word.interrupt();
        assert_eq!(word.wait(GRANTED, Spin::NONE, Some(Deadline::after(Duration::from_micros(10)))), 0);
        assert_eq!(word.wait(INTERRUPTED, Spin::NONE, None), INTERRUPTED);
        word.interrupt();
        word.forget_interrupt();
        assert_eq!(word.wait(INTERRUPTED, Spin::NONE, Some(Deadline::after(Duration::ZERO))), 0);
    }

    #[test]
    fn an_alert_alone_ends_no_wait() {
        let word = ParkWord::new();
        word.alert();
        assert_eq!(word.wait(GRANTED, Spin::NONE, Some(Deadline::after(Duration::from_micros(10)))), 0);
    }

    /// Two threads grant each other in turn, with alerts, interruptions and time-outs thrown in, spinning or not. A lost
    /// post would stop both for ever.
    #[test]
    fn no_post_is_lost_whatever_the_order() {
        const ROUNDS: u64 = 20_000;
        let words = Arc::new([ParkWord::new(), ParkWord::new()]);
        let turns = Arc::new(AtomicU64::new(0));
        words[0].grant();
        let players = [0, 1].map(|me| {
            let (words, turns) = (Arc::clone(&words), Arc::clone(&turns));
            spawn(move || {
                for round in 0..ROUNDS {
                    wait_somehow(&words[me], round);
                    assert_eq!(turns.fetch_add(1, Relaxed), 2 * round + me as u64);
                    if round % 3 == 0 {
                        words[1 - me].alert();
                    }
                    if round % 5 == 0 {
                        words[1 - me].interrupt();
                    }
                    words[1 - me].grant();
                }
            })
        });
        for player in players {
            assert!(player.join().is_ok());
        }
    }

    fn wait_somehow(word: &ParkWord, round: u64) {
        let spin = Spin::of([0, 1_000, 30_000][round as usize % 3]);
        match round % 4 {
            0 => {
                while word.wait(GRANTED, Spin::of(1_000), Some(Deadline::after(Duration::from_micros(5))))
                    == 0
                {}
            }
            1 => while word.wait(GRANTED | INTERRUPTED, Spin::NONE, None) & GRANTED == 0 {},
            _ => assert_eq!(word.wait(GRANTED, spin, None), GRANTED),
        }
    }
}
