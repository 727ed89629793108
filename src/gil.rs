//! The global interpreter lock: who may touch objects, for how long, and who is next.
//!
//! This room knows no object and no VM. The lock is one per process. In reading order:
//!
//! - `token`: holding the lock as a type; releasing it only through a closure;
//! - `thread`: threads as the lock knows them, how one begins and ends;
//! - `crew`: threads of the operating system, which carry them;
//! - `countdown`: the ticks left, and how others cut them short;
//! - `slice`: ticks, budgets and boundaries: when the running thread makes way;
//! - `policy`: the length of a slice, by ticks or by the clock;
//! - `scheduler`: the lock itself and the choice of the successor;
//! - `watchdog`: what happens if ticks are slow;
//! - `park`, `spin`: the futex word on which a thread sleeps, and when it rather stays awake;
//! - `stay`: on which core a computing thread's successor wakes;
//! - `sync`: locks, one-shots, sleep: what blocks a thread without the GIL;
//! - `stuck`: when nobody can go on;
//! - `pending`: signals and other work that a thread is asked to look at;
//! - `ledger`, `timeline`, `watch`: what each thread did with the lock;
//! - `guarded`: a variable that only the holder reaches;
//! - `fork`, `clock`.
//!
//! docs/gil.md explains the whole to a student.

mod clock;
mod countdown;
mod crew;
mod fork;
mod guarded;
pub mod ledger;
mod park;
pub mod pending;
mod policy;
mod scheduler;
mod slice;
mod spin;
mod stay;
pub mod stuck;
pub mod sync;
mod thread;
pub mod timeline;
mod token;
pub mod watch;
mod watchdog;

pub use clock::{Deadline, now};
pub use countdown::Countdown;
pub use crew::cores_were_chosen;
pub use fork::Forked;
pub use guarded::Guarded;
pub use ledger::Reason;
pub use pending::{Pending, PendingWork};
pub use policy::{
    Choice, DEFAULT_SWITCH_TICKS, DEFAULT_WAKE_AHEAD, MINIMUM_SLICE, Policy, cores, count_cores,
    leave_time_aside, set_switch_interval, set_switch_ticks, set_wake_ahead,
};
pub use slice::Slice;
pub use thread::{ThreadId, attach_main, attach_thread, held, was_main};
pub use token::Gil;
