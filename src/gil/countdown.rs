//! The countdown: how many ticks a thread has left until its next boundary, where others can cut it short.
//!
//! The loop keeps the number in a register. It writes it here before anything that may take long, and goes on afterwards
//! with what it finds. Whoever cannot wait for the boundary sets a mark on the number, which makes it negative: the loop
//! asks for a boundary at zero *and below*, so it comes to one as soon as the long work is done, and the number beside the
//! mark still says how many ticks were left.
//!
//! A mark that is set while the number is in the register is lost with the next write. That costs nothing where ticks are
//! quick, since the boundary is near then; where they are slow, nearly all time is spent in the long work, and the watchdog
//! sets the mark again.

use std::sync::atomic::AtomicI32;
use std::sync::atomic::Ordering::Relaxed;

/// The mark: the sign.
const MARK: i32 = i32::MIN;

/// See the module's text. Written by its thread with plain stores, marked by anyone. Relaxed: no other memory hangs on it.
pub struct Countdown(AtomicI32);

impl Countdown {
    /// So many ticks are left.
    pub const fn new(ticks: u32) -> Countdown {
        Countdown(AtomicI32::new(ticks as i32))
    }

    /// The number as the loop counts it down: zero or below at a boundary.
    #[inline(always)]
    pub fn get(&self) -> i32 {
        self.0.load(Relaxed)
    }

    /// Writes the number, and wipes out any mark.
    #[inline(always)]
    pub fn set(&self, number: i32) {
        self.0.store(number, Relaxed);
    }

    /// The ticks left, whether there is a mark or not.
    pub fn left(&self) -> u32 {
        (self.get() & !MARK) as u32
    }

    /// Sets the mark. Async-signal-safe.
    pub fn cut_short(&self) {
        let number = self.get();
        if number > 0 {
            // If its thread writes in between, the mark would be lost anyway.
            let _ = self.0.compare_exchange(number, number | MARK, Relaxed, Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_keeps_the_number() {
        let countdown = Countdown::new(7);
        countdown.cut_short();
        countdown.cut_short();
        assert!(countdown.get() < 0);
        assert_eq!(countdown.left(), 7);
        countdown.set(6);
        assert_eq!((countdown.get(), countdown.left()), (6, 6));
        countdown.set(0);
        countdown.cut_short();
        assert_eq!(countdown.get(), 0);
    }
}
