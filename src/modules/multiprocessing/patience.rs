//! Waiting awake for a message, where that is likely to be short.
//!
//! A process that sleeps in a read is woken some 25 to 47 microseconds after the message was written, more than most
//! answers take to make. So who reads looks for a moment whether something has come before it sleeps; but only while that
//! has gone well of late, lest those that wait for long burn a core for nothing.

use std::cell::Cell;
use std::time::Duration;

use crate::gil;

/// For how long a reader looks before it sleeps: about as long as it takes to be woken.
const MOMENT: Duration = Duration::from_micros(50);

/// So many reads sleep at once after one that has looked in vain.
const DISCOURAGED: u32 = 8;

thread_local! {
    /// How many of this thread's reads are still to sleep at once.
    static TO_SLEEP: Cell<u32> = const { Cell::new(0) };
}

/// Waits until the descriptor has something to read, or the moment is over; not at all with one core, or if it was in vain
/// lately.
pub fn wait_awake(descriptor: i32) {
    let to_sleep = TO_SLEEP.get();
    if to_sleep > 0 {
        TO_SLEEP.set(to_sleep - 1);
        return;
    }
    if gil::cores() < 2 {
        return;
    }
    let until = gil::now() + MOMENT.as_nanos() as u64;
    while !is_ready(descriptor) {
        if gil::now() > until {
            TO_SLEEP.set(DISCOURAGED);
            return;
        }
    }
}

/// Whether a read would return at once, be it with an error.
fn is_ready(descriptor: i32) -> bool {
    let mut asked = libc::pollfd { fd: descriptor, events: libc::POLLIN, revents: 0 };
    // SAFETY: there is one structure, which outlives the call.
    unsafe { libc::poll(&raw mut asked, 1, 0) != 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_looked_in_vain_sleeps_at_once_for_a_while() {
        let ends = super::super::message::pair(libc::SOCK_STREAM).expect("two sockets");
        TO_SLEEP.set(0);
        wait_awake(ends[0]);
        if gil::cores() > 1 {
            assert_eq!(TO_SLEEP.get(), DISCOURAGED);
            wait_awake(ends[0]);
            assert_eq!(TO_SLEEP.get(), DISCOURAGED - 1);
        }
        TO_SLEEP.set(0);
        // SAFETY: the calls take a descriptor, and bytes that are as long as is said.
        unsafe {
            assert_eq!(libc::write(ends[1], c"x".as_ptr().cast(), 1), 1);
            wait_awake(ends[0]);
            assert_eq!(TO_SLEEP.get(), 0);
            libc::close(ends[0]);
            libc::close(ends[1]);
        }
    }
}
