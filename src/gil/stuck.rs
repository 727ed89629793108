//! When nobody can go on: every thread blocked, none of them with a deadline, and nobody left to wake them.
//!
//! A thread that is about to block, or to end, is the last one that could wake another. If all others are blocked for good,
//! it calls whoever has asked to be told, with the GIL held, instead of leaving all asleep for ever. Threads that
//! sleep, that are in I/O, wait for another process or for a moment are not blocked for good.

use std::sync::OnceLock;

use super::Gil;

/// What a thread was about to do when it found that nobody could go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// To block; a wait that may be interrupted.
    Blocking,
    /// To block in a wait that must not be interrupted.
    BlockingFirmly,
    /// To end.
    Ending,
}

/// What is to happen to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Verdict {
    /// It does what it was about to do.
    GoOn,
    /// Its wait is interrupted, as by a signal.
    Interrupt,
}

/// Is told when nobody can go on.
pub type Judge = fn(Gil<'_>, Occasion) -> Verdict;

static JUDGE: OnceLock<Judge> = OnceLock::new();

/// Says who is told; the first word holds.
pub fn set_judge(_gil: Gil<'_>, judge: Judge) {
    let _ = JUDGE.set(judge);
}

pub(super) fn judge() -> Option<Judge> {
    JUDGE.get().copied()
}
