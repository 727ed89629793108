//! Locks in shared memory that outlive whoever holds them: a word that says which process has taken the lock.
//!
//! The word is 1 while the lock is free. While it is taken its lowest bit is zero and the others name the process, by
//! its identifier and some bits of the time at which it began, so that a later process with the same identifier is not
//! taken for it. Taking is one exchange, so that there is no moment at which the lock has a holder that nobody knows.
//! Whoever has waited for a while looks whether the holder is still there, and takes the lock over from a dead one.

use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, SeqCst};
use std::time::Duration;

use crate::modules::posix::calls;

/// The word of a lock that nobody holds.
pub const FREE: u32 = 1;

/// How long a waiter sleeps before it looks whether the holder is still alive.
pub const PATIENCE: Duration = Duration::from_millis(50);

/// Bits of the word below the process's identifier: the free bit and those of the time.
const PROCESS_SHIFT: u32 = 10;
const TIME_MASK: u64 = (1 << (PROCESS_SHIFT - 1)) - 1;

/// What this process writes into the locks that it takes; 0 until it is asked for.
static OWN: AtomicU32 = AtomicU32::new(0);

/// In the child of a fork: it is another process.
pub fn forget() {
    OWN.store(0, Relaxed);
}

/// What this process writes into the locks that it takes.
fn own() -> u32 {
    let known = OWN.load(Relaxed);
    if known != 0 {
        return known;
    }
    let process = std::process::id();
    let began = look_at(process).map_or(0, |(_, began)| began);
    let word = process << PROCESS_SHIFT | ((began & TIME_MASK) as u32) << 1;
    OWN.store(word, Relaxed);
    word
}

/// The state of a process and when it began; None if there is none or the system does not say.
fn look_at(process: u32) -> Option<(u8, u64)> {
    let shown = std::fs::read(format!("/proc/{process}/stat")).ok()?;
    // The name of the program is in parentheses and may hold anything.
    let after = shown.iter().rposition(|byte| *byte == b')')? + 2;
    let rest = std::str::from_utf8(shown.get(after..)?).ok()?;
    let mut fields = rest.split(' ');
    let state = *fields.next()?.as_bytes().first()?;
    // The state is the third field, the time the twenty-second.
    Some((state, fields.nth(18)?.parse().ok()?))
}

/// Is the process that a taken lock's word names gone?
fn is_gone(word: u32) -> bool {
    let process = word >> PROCESS_SHIFT;
    if process == 0 || word == own() {
        return false;
    }
    match look_at(process) {
        Some((b'Z' | b'X', _)) => true,
        Some((_, began)) => (began & TIME_MASK) as u32 != (word >> 1) & TIME_MASK as u32,
        // SAFETY: the call takes numbers only, and signal 0 is none.
        None => {
            let sent = unsafe { libc::kill(process as i32, 0) };
            calls::outcome(sent) == Err(libc::ESRCH)
        }
    }
}

/// Takes the lock if it is free.
pub fn try_take(word: &AtomicU32) -> bool {
    word.compare_exchange(FREE, own(), AcqRel, Relaxed).is_ok()
}

/// Takes the lock over if the one who held it, as the word said, is dead.
pub fn take_over(word: &AtomicU32, seen: u32) -> bool {
    seen != FREE && is_gone(seen) && word.compare_exchange(seen, own(), AcqRel, Relaxed).is_ok()
}

/// Waits for the lock, at most for the time and not longer than until a signal comes; whether it was taken.
pub fn take_within(word: &AtomicU32, waiters: &AtomicU32, time: Duration) -> bool {
    if try_take(word) {
        return true;
    }
    waiters.fetch_add(1, SeqCst);
    let seen = word.load(Acquire);
    let slept = if seen == FREE { Ok(0) } else { sleep(word, seen, Some(time.min(PATIENCE))) };
    waiters.fetch_sub(1, SeqCst);
    try_take(word) || slept == Err(libc::ETIMEDOUT) && take_over(word, seen)
}

/// Frees the lock; false if it was free.
pub fn free(word: &AtomicU32, waiters: &AtomicU32) -> bool {
    let was_free = word.swap(FREE, SeqCst) == FREE;
    if !was_free && waiters.load(SeqCst) > 0 {
        wake(word, 1);
    }
    !was_free
}

/// Sleeps while the word is as it was seen, at most for the time.
pub fn sleep(word: &AtomicU32, seen: u32, time: Option<Duration>) -> std::result::Result<i64, i32> {
    let time = time.map(|time| libc::timespec {
        tv_sec: time.as_secs() as libc::time_t,
        tv_nsec: time.subsec_nanos().into(),
    });
    let time = time.as_ref().map_or(std::ptr::null(), std::ptr::from_ref);
    // SAFETY: the word is in memory that outlives the call; the time is null or outlives it too.
    calls::outcome(unsafe { libc::syscall(libc::SYS_futex, word.as_ptr(), libc::FUTEX_WAIT, seen, time) })
}

/// Wakes some that sleep on the word, in whichever process.
pub fn wake(word: &AtomicU32, most: i32) {
    // SAFETY: waking touches no memory; the word is only a key.
    unsafe { libc::syscall(libc::SYS_futex, word.as_ptr(), libc::FUTEX_WAKE, most) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_taken_over_from_a_dead_process_alone() {
        let word = AtomicU32::new(FREE);
        assert!(try_take(&word) && !try_take(&word));
        assert!(!take_over(&word, word.load(Relaxed)), "this process is alive");
        let mut child = std::process::Command::new("true").spawn().expect("true starts");
        let process = child.id();
        child.wait().expect("true ends");
        let dead = process << PROCESS_SHIFT;
        word.store(dead, Relaxed);
        assert!(take_over(&word, dead) && word.load(Relaxed) == own());
        let waiters = AtomicU32::new(0);
        assert!(free(&word, &waiters) && !free(&word, &waiters));
    }
}
