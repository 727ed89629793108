//! Who runs when: the order of turns, and that it is the same on each run.

use gilly::gil::ledger::{self, Activity};
use gilly::gil::sync::{self, Completion, Lock, Patience, Wait};
use gilly::gil::timeline;
use gilly::gil::{
    DEFAULT_SWITCH_TICKS, Deadline, Gil, MINIMUM_SLICE, Policy, Reason, attach_thread, held, set_switch_ticks,
};
use std::sync::Arc;
use std::time::Duration;

use crate::{Body, Log, STACK, log, read, run, serial, spawn_and_join, write};

/// Three threads that only compute; returns who ran each instruction, as runs of the same thread.
fn trace(gil: Gil<'_>, switch_ticks: u32, ticks: u64) -> Vec<(usize, u64)> {
    set_switch_ticks(switch_ticks);
    let trace: Log<(usize, u64)> = log();
    let bodies = (0..3).map(|worker| {
        let trace = Arc::clone(&trace);
        Box::new(move |gil: Gil<'_>| {
            run(gil, ticks, |_| {
                let mut trace = trace.get(gil).borrow_mut();
                match trace.last_mut() {
                    Some((last, length)) if *last == worker => *length += 1,
                    _ => trace.push((worker, 1)),
                }
            });
        }) as Body
    });
    spawn_and_join(gil, bodies.collect());
    read(gil, &trace)
}

#[test]
fn a_switch_falls_exactly_at_the_nth_tick() {
    let _serial = serial();
    attach_thread("main", |gil| {
        for switch_ticks in [1, 2, 7, 1000] {
            let ticks = u64::from(switch_ticks) * 5;
            let turns = trace(gil, switch_ticks, ticks);
            let expected: Vec<(usize, u64)> =
                (0..15).map(|turn| (turn % 3, u64::from(switch_ticks))).collect();
            assert_eq!(turns, expected, "switching every {switch_ticks} ticks");
        }
    });
}

#[test]
fn the_boundaries_in_between_do_not_move_the_switch() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let switch_ticks = 3 * MINIMUM_SLICE + 17;
        let turns = trace(gil, switch_ticks, u64::from(switch_ticks) * 2 + 5);
        let full = u64::from(switch_ticks);
        let expected: Vec<(usize, u64)> =
            [full, full, 5].iter().flat_map(|&length| (0..3).map(move |worker| (worker, length))).collect();
        assert_eq!(turns, expected);
    });
}

#[test]
fn the_same_ticks_give_the_same_schedule_with_locks_and_joins() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let first = contended_schedule(gil);
        for _ in 0..5 {
            assert_eq!(contended_schedule(gil), first);
        }
    });
}

/// A hand-over without its time: from whom, why, at which of its ticks, to whom.
type Step = (Option<u64>, Option<Reason>, u64, Option<u64>);

/// Four threads that share a lock; returns each hand-over without the time.
fn contended_schedule(gil: Gil<'_>) -> Vec<Step> {
    set_switch_ticks(97);
    assert!(timeline::start(100_000).is_ok());
    let lock = Arc::new(Lock::new());
    let bodies = (0..4).map(|worker: u64| {
        let lock = Arc::clone(&lock);
        Box::new(move |gil: Gil<'_>| {
            run(gil, 5000, |tick| match tick % (50 + worker) {
                3 => assert_eq!(lock.acquire(gil, Patience::Forever), Wait::Done),
                40 => assert!(lock.release(gil).is_ok()),
                _ => (),
            });
            if lock.is_locked(gil) && 4999 % (50 + worker) < 40 && 4999 % (50 + worker) >= 3 {
                assert!(lock.release(gil).is_ok());
            }
        }) as Body
    });
    let first = spawn_and_join(gil, bodies.collect())[0].get();
    let recording = timeline::stop();
    assert_eq!(recording.dropped, 0);
    let handovers: Vec<timeline::Handover> = recording
        .events
        .iter()
        .filter_map(|event| match event {
            timeline::Event::Handover(handover) => Some(*handover),
            timeline::Event::Mark(_) => None,
        })
        .collect();
    assert!(handovers.iter().filter(|handover| handover.reason == Some(Reason::Lock)).count() > 10);
    let me = gil.thread_id();
    let number = |id: gilly::gil::ThreadId| if id == me { 0 } else { id.get() - first + 1 };
    handovers
        .iter()
        .map(|handover| {
            (handover.from.map(number), handover.reason, own_ticks(handover, me), handover.to.map(number))
        })
        .collect()
}

/// The ticks of a worker; the main thread's go on counting from one round to the next.
fn own_ticks(handover: &timeline::Handover, me: gilly::gil::ThreadId) -> u64 {
    if handover.from == Some(me) { 0 } else { handover.ticks }
}

#[test]
fn a_lone_thread_keeps_the_gil_and_its_slices_begin_anew() {
    let _serial = serial();
    attach_thread("main", |gil| {
        set_switch_ticks(100);
        assert!(timeline::start(10).is_ok());
        run(gil, 1050, |_| ());
        assert!(timeline::stop().events.is_empty());
        // The slice under way has 50 ticks left: that is where the first switch falls.
        let order = log();
        let theirs = Arc::clone(&order);
        let other = gil.spawn("other", STACK, move |gil| write(gil, &theirs, u64::MAX));
        assert!(other.is_ok());
        run(gil, 100, |tick| write(gil, &order, tick));
        let order = read(gil, &order);
        assert_eq!(order.iter().position(|&entry| entry == u64::MAX), Some(50));
    });
}

#[test]
fn a_policy_set_in_mid_budget_holds_at_once_if_the_rest_is_given_back() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let slice = gil.begin_slice();
        assert!(slice.budget > 1000);
        set_switch_ticks(10);
        assert_eq!(gil.spent(3).budget, 7);
        assert_eq!(gil.spent(7).budget, 10);
    });
}

#[test]
fn a_thread_back_from_io_is_let_in_after_a_minimum_slice_and_moves_no_switch() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let entries = log();
        let back = Arc::new(Completion::new());
        let (theirs, ours) = (Arc::clone(&entries), Arc::clone(&back));
        let reader = gil.spawn("reader", STACK, move |gil| {
            gil.detach(Reason::Io, || ());
            write(gil, &theirs, "reader");
            ours.complete(gil);
        });
        assert!(reader.is_ok());
        let theirs = Arc::clone(&entries);
        let computer = gil.spawn("computer", STACK, move |gil| write(gil, &theirs, "computer"));
        assert!(computer.is_ok());
        gil.yield_now();
        // Whichever way the reader's I/O went: it comes before the end of the slice, the computer has had its turn.
        let mut ticks = 0;
        while !back.is_done(gil) {
            ticks += u64::from(MINIMUM_SLICE);
            run(gil, u64::from(MINIMUM_SLICE), |_| ());
        }
        let mut seen = read(gil, &entries);
        seen.sort_unstable();
        assert_eq!(seen, ["computer", "reader"]);
        assert_eq!(ticks % u64::from(MINIMUM_SLICE), 0);
    });
}

#[test]
fn computing_threads_are_not_starved_by_threads_that_do_io() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let done = Arc::new(Completion::new());
        let mut bodies: Vec<Body> = Vec::new();
        for _ in 0..4 {
            let done = Arc::clone(&done);
            bodies.push(Box::new(move |gil| {
                while !done.is_done(gil) {
                    gil.detach(Reason::Io, std::thread::yield_now);
                }
            }));
        }
        let ours = Arc::clone(&done);
        bodies.push(Box::new(move |gil| {
            run(gil, u64::from(DEFAULT_SWITCH_TICKS), |_| ());
            ours.complete(gil);
        }));
        spawn_and_join(gil, bodies);
    });
}

#[test]
fn the_interval_policy_switches_too() {
    let _serial = serial();
    attach_thread("main", |gil| {
        gilly::gil::set_switch_interval(Duration::from_micros(50));
        let seen = Arc::new(Completion::new());
        let theirs = Arc::clone(&seen);
        assert!(gil.spawn("other", STACK, move |gil| theirs.complete(gil)).is_ok());
        while !seen.is_done(gil) {
            run(gil, 1000, |_| ());
        }
    });
}

#[test]
fn unfair_offers_do_come_to_something() {
    let _serial = serial();
    attach_thread("main", |gil| {
        Policy::Unfair(100).set();
        let seen = Arc::new(Completion::new());
        let theirs = Arc::clone(&seen);
        assert!(gil.spawn("other", STACK, move |gil| theirs.complete(gil)).is_ok());
        while !seen.is_done(gil) {
            run(gil, 1000, |_| ());
        }
    });
}

#[test]
fn the_ledger_adds_up() {
    let _serial = serial();
    attach_thread("main", |gil| {
        set_switch_ticks(100);
        let ids = spawn_and_join(gil, (0..3).map(|_| worker_of(1000)).collect());
        // The last to end completes its join before it releases the GIL.
        assert_eq!(sync::sleep(gil, Deadline::after(Duration::ZERO)), Wait::TimedOut);
        let lines = ledger::snapshot();
        for id in ids {
            let line = lines.iter().find(|line| line.thread == Some(id)).expect("a line");
            assert_eq!(line.activity, Activity::Finished);
            assert_eq!(line.ticks, 1000);
            let releases: u64 = Reason::ALL.iter().map(|&reason| line.releases(reason).count).sum();
            assert_eq!(line.turns, releases);
            assert_eq!(line.releases(Reason::Exit).count, 1);
            assert!(line.releases(Reason::Tick).count >= 9);
        }
        let mine = lines.iter().find(|line| line.thread == Some(gil.thread_id())).expect("a line");
        assert_eq!(mine.activity, Activity::Holding);
        assert!(mine.releases(Reason::Join).count >= 1);
    });
}

fn worker_of(ticks: u64) -> Body {
    Box::new(move |gil| run(gil, ticks, |_| assert!(held())))
}
