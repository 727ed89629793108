//! Signals, forks, the end of the interpreter.

use gilly::gil::ledger::{self, Activity};
use gilly::gil::pending;
use gilly::gil::sync::{self, Completion, Lock, Patience, Wait};
use gilly::gil::{Deadline, Forked, PendingWork, Reason, attach_main, attach_thread, held};
use std::sync::Arc;
use std::time::Duration;

use crate::{STACK, run, serial};

extern "C" fn on_signal(_number: libc::c_int) {
    pending::request(PendingWork::Signal);
}

fn install_handler() {
    let handler: extern "C" fn(libc::c_int) = on_signal;
    // SAFETY: the handler does only what is async-signal-safe; the action is a plain structure that lives for the call.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = handler as usize;
        assert_eq!(libc::sigaction(libc::SIGUSR1, &action, std::ptr::null_mut()), 0);
    }
}

fn send_signal() {
    // SAFETY: the signal has a handler.
    assert_eq!(unsafe { libc::kill(libc::getpid(), libc::SIGUSR1) }, 0);
}

#[test]
fn a_signal_interrupts_the_waits_of_the_main_thread() {
    let _serial = serial();
    install_handler();
    attach_main(|gil| {
        assert!(gil.is_main_thread());
        let (lock, never) = (Lock::new(), Completion::new());
        assert_eq!(lock.acquire(gil, Patience::Forever), Wait::Done);
        for _ in 0..20 {
            let sender = gil.spawn("sender", STACK, |gil| {
                assert!(!gil.is_main_thread());
                gil.detach(Reason::Native, send_signal);
            });
            assert!(sender.is_ok());
            assert_eq!(lock.acquire(gil, Patience::Forever), Wait::Interrupted);
            // Until the work is taken, nothing waits.
            assert_eq!(never.wait(gil, Reason::Join, Patience::Forever), Wait::Interrupted);
            let until = Deadline::after(Duration::from_secs(3600));
            assert_eq!(sync::sleep(gil, until), Wait::Interrupted);
            assert!(gil.take_pending().contains(PendingWork::Signal));
            assert!(!gil.has_pending());
        }
    });
}

#[test]
fn a_running_main_thread_sees_a_signal_at_a_boundary() {
    let _serial = serial();
    install_handler();
    attach_main(|gil| {
        send_signal();
        while !gil.begin_slice().pending {
            run(gil, 1000, |_| ());
        }
        assert!(gil.take_pending().contains(PendingWork::Signal));
    });
}

#[test]
fn a_signal_leaves_the_waits_of_other_threads_alone() {
    let _serial = serial();
    install_handler();
    attach_main(|gil| {
        let ended = Arc::new(Completion::new());
        let theirs = Arc::clone(&ended);
        let sleeper = gil.spawn("sleeper", STACK, move |gil| {
            let until = Deadline::after(Duration::from_millis(20));
            assert_eq!(sync::sleep(gil, until), Wait::TimedOut);
            assert!(until.is_past());
            theirs.complete(gil);
        });
        assert!(sleeper.is_ok());
        gil.yield_now();
        send_signal();
        assert_eq!(ended.wait(gil, Reason::Join, Patience::Unshakable), Wait::Done);
        assert!(gil.take_pending().contains(PendingWork::Signal));
    });
}

#[test]
fn work_can_be_sent_to_a_thread() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let ended = Arc::new(Completion::new());
        let theirs = Arc::clone(&ended);
        let target = gil.spawn("target", STACK, move |gil| {
            while !gil.begin_slice().pending {
                gil.yield_now();
            }
            assert!(gil.take_pending().contains(PendingWork::Exception));
            theirs.complete(gil);
        });
        let target = target.expect("a thread");
        assert!(pending::request_of(gil, target, PendingWork::Exception));
        assert_eq!(ended.wait(gil, Reason::Join, Patience::Unshakable), Wait::Done);
    });
}

/// Runs `body` in a forked child and asserts that it succeeds; a body that panics or hangs does not.
fn in_child(fork: impl FnOnce() -> Option<i32>, body: impl FnOnce()) {
    if let Some(child) = fork() {
        let mut status = 0;
        // SAFETY: the status is a valid place for the call.
        assert_eq!(unsafe { libc::waitpid(child, &mut status, 0) }, child);
        assert_eq!(status, 0, "the child failed");
        return;
    }
    // SAFETY: the alarm ends a child that hangs; `_exit` leaves without touching the test harness.
    unsafe { libc::alarm(60) };
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(body));
    // SAFETY: as above.
    unsafe { libc::_exit(i32::from(outcome.is_err())) };
}

#[test]
fn a_child_has_one_thread_and_the_gil() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let stop = Arc::new(Completion::new());
        for _ in 0..3 {
            let stop = Arc::clone(&stop);
            let busy = gil.spawn("busy", STACK, move |gil| {
                while !stop.is_done(gil) {
                    gil.detach(Reason::Io, || ());
                }
            });
            assert!(busy.is_ok());
        }
        for _ in 0..20 {
            gil.yield_now();
            let fork = || match gil.fork().expect("a child") {
                Forked::Parent(child) => Some(child),
                Forked::Child => None,
            };
            in_child(fork, || {
                assert!(held() && gil.is_main_thread());
                assert_eq!(ledger::snapshot().len(), 1);
                gil.detach(Reason::Io, || ());
                let done = Arc::new(Completion::new());
                let theirs = Arc::clone(&done);
                assert!(gil.spawn("new", STACK, move |gil| theirs.complete(gil)).is_ok());
                assert_eq!(done.wait(gil, Reason::Join, Patience::Forever), Wait::Done);
            });
        }
        stop.complete(gil);
        while busy_threads() > 0 {
            gil.detach(Reason::Io, std::thread::yield_now);
        }
    });
}

fn busy_threads() -> usize {
    let lines = ledger::snapshot();
    lines.iter().filter(|line| line.name == "busy" && line.activity != Activity::Finished).count()
}

#[test]
fn after_the_end_no_other_thread_runs() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let fork = || match gil.fork().expect("a child") {
            Forked::Parent(child) => Some(child),
            Forked::Child => None,
        };
        in_child(fork, || {
            for _ in 0..4 {
                let daemon = gil.spawn("daemon", STACK, |gil| {
                    loop {
                        run(gil, 100, |_| ());
                        gil.detach(Reason::Io, || ());
                    }
                });
                assert!(daemon.is_ok());
            }
            gil.yield_now();
            gil.finalize();
            let before = ledger::snapshot();
            for _ in 0..10 {
                gil.detach(Reason::Io, std::thread::yield_now);
                gil.yield_now();
            }
            let after = ledger::snapshot();
            let turns = |lines: &[ledger::Line]| -> u64 {
                lines.iter().filter(|line| line.name == "daemon").map(|line| line.turns).sum()
            };
            assert_eq!(turns(&before), turns(&after));
            assert!(gil.spawn("late", STACK, |_| ()).is_err());
        });
    });
}
