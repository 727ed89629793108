//! Forking a process that has threads.
//!
//! The copy is a child of this process, or a *sibling*: a child of this process's parent, which then waits for it as if it
//! had started it itself.
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
        // SAFETY: the call has no conditions of its own. What the child then does is ordinary work of this thread; the
        // only state shared between threads that this room has is behind the mutex that is held meanwhile.
        self.copy(|| unsafe { libc::fork() })
    }

    /// The same, but the copy is a child of this process's parent. Only for a process that has this one thread.
    pub fn fork_sibling(self) -> io::Result<Forked> {
        self.copy(clone_sibling)
    }

    fn copy(self, copy: impl FnOnce() -> i32) -> io::Result<Forked> {
        let mut state = scheduler::lock();
        match copy() {
            -1 => Err(io::Error::last_os_error()),
            0 => {
                let me = current(self);
                state.forget_others(me.id);
                me.learn_native_id();
                drop(state);
                current_shared(self).make_main();
                Ok(Forked::Child)
            }
            child => Ok(Forked::Parent(child)),
        }
    }
}

/// `fork` with another parent for the child, which the C library has no call for. -1 if it fails.
fn clone_sibling() -> i32 {
    let mut arguments = libc::clone_args {
        flags: libc::CLONE_PARENT as u64,
        pidfd: 0,
        child_tid: 0,
        parent_tid: 0,
        // The child takes it over from this process, as `CLONE_PARENT` demands.
        exit_signal: 0,
        stack: 0,
        stack_size: 0,
        tls: 0,
        set_tid: 0,
        set_tid_size: 0,
        cgroup: 0,
    };
    let mut place: usize = 0;
    // SAFETY: there is room for the address that the call writes.
    if unsafe { libc::prctl(libc::PR_GET_TID_ADDRESS, &raw mut place) } == 0 {
        // Where the C library keeps the number of this thread: in the child, the kernel puts the new number there, as it
        // does after the library's own `fork`.
        arguments.flags |= (libc::CLONE_CHILD_SETTID | libc::CLONE_CHILD_CLEARTID) as u64;
        arguments.child_tid = place as u64;
    }
    // SAFETY:
    // - without `CLONE_VM` the child has a copy of all memory and goes on from here on a copy of this stack, as after
    //   `fork`; the structure is only read and as large as is said;
    // - of what the library does around its own call, only what concerns other threads is left out (its locks are closed
    //   while one holds them), and there are none.
    unsafe { libc::syscall(libc::SYS_clone3, &raw mut arguments, size_of::<libc::clone_args>()) as i32 }
}
