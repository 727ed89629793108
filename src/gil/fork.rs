//! Forking a process that has threads.
//!
//! Invariant: the process is copied while the scheduler's mutex is held by the thread that forks, so that the child
//! finds the state of the lock whole; of the threads in it only that one exists in the child.

use std::io;

use super::Gil;
use super::scheduler;
use super::thread::{current, current_shared};

/// In which process `fork` has returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forked {
    /// In the old one; the number is the child's.
    Parent(i32),
    /// In the new one: the calling thread is its main thread, its only thread, and holds the GIL.
    Child,
}

impl Gil<'_> {
    /// Copies the process, as the system call does; of all threads only this one goes on in the child.
    ///
    /// Locks that other threads held stay locked in the child; `Lock::reset` opens them.
    pub fn fork(self) -> io::Result<Forked> {
        let mut state = scheduler::lock();
        // SAFETY: the call has no conditions of its own. What the child then does is ordinary work of this thread; the
        // only state shared between threads that this room has is behind the mutex held here.
        let child = unsafe { libc::fork() };
        match child {
            -1 => Err(io::Error::last_os_error()),
            0 => {
                let me = current(self);
                state.forget_others(me.id);
                me.learn_native_id();
                drop(state);
                current_shared(self).make_main();
                Ok(Forked::Child)
            }
            _ => Ok(Forked::Parent(child)),
        }
    }
}
