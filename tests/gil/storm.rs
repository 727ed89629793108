//! Many threads at once: storms of releases, of beginnings and ends, with random mixtures; on all cores and on one.

use gilly::gil::sync::{self, Lock, Patience, Wait, WaitQueue};
use gilly::gil::{
    Deadline, Gil, Guarded, Policy, Reason, attach_thread, count_cores, held, set_switch_ticks,
};
use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use crate::{Body, run, serial, spawn_and_join};

/// Counts up with a read and a write that no other thread may come between.
fn count(gil: Gil<'_>, counter: &Guarded<Cell<u64>>) {
    let counter = counter.get(gil);
    counter.set(counter.get() + 1);
}

#[test]
fn a_storm_of_releases() {
    let _serial = serial();
    attach_thread("main", detach_storm);
}

fn detach_storm(gil: Gil<'_>) {
    let counter = Arc::new(Guarded::new(Cell::new(0)));
    let bodies = (0..16).map(|_| {
        let counter = Arc::clone(&counter);
        Box::new(move |gil: Gil<'_>| {
            for _ in 0..200 {
                count(gil, &counter);
                gil.detach(Reason::Io, || assert!(!held()));
                assert!(held());
            }
        }) as Body
    });
    spawn_and_join(gil, bodies.collect());
    assert_eq!(counter.get(gil).get(), 16 * 200);
}

#[test]
fn threads_by_the_thousand() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let counter = Arc::new(Guarded::new(Cell::new(0)));
        for _ in 0..60 {
            let bodies = (0..50).map(|_| {
                let counter = Arc::clone(&counter);
                Box::new(move |gil: Gil<'_>| count(gil, &counter)) as Body
            });
            spawn_and_join(gil, bodies.collect());
        }
        assert_eq!(counter.get(gil).get(), 3000);
    });
}

#[test]
fn foreign_threads_attach_by_themselves() {
    let _serial = serial();
    let counter = Guarded::new(Cell::new(0));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..100 {
                    attach_thread("foreign", |gil| {
                        count(gil, &counter);
                        gil.yield_now();
                    });
                }
            });
        }
    });
    attach_thread("main", |gil| assert_eq!(counter.get(gil).get(), 800));
}

#[test]
fn random_mixtures_end() {
    let _serial = serial();
    attach_thread("main", |gil| {
        for seed in 0..12 {
            set_switch_ticks([1, 2, 13, 500][seed as usize % 4]);
            mixture(gil, seed);
        }
    });
}

#[test]
fn random_mixtures_end_under_each_policy() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let interval = Duration::from_micros(20);
        for policy in [Policy::Unfair(1), Policy::Unfair(100), Policy::Interval(interval), Policy::Ticks(50)]
        {
            policy.set();
            detach_storm(gil);
            mixture(gil, 77);
        }
        for round in 0..40 {
            // The policy changes while all are under way.
            let policy = [Policy::Unfair(10), Policy::Ticks(3), Policy::Interval(interval)][round % 3];
            policy.set();
            mixture_of(gil, 200 + round as u64, 10);
        }
    });
}

#[test]
fn the_same_on_one_core() {
    let _serial = serial();
    // A thread of its own, since the test harness goes on with this one; the threads it starts inherit the core.
    let pinned = std::thread::spawn(|| {
        pin_to_one_core();
        assert_eq!(count_cores(), 1);
        attach_thread("main", |gil| {
            detach_storm(gil);
            for seed in 100..104 {
                set_switch_ticks(if seed % 2 == 0 { 1 } else { 100 });
                mixture(gil, seed);
            }
        });
    });
    assert!(pinned.join().is_ok());
    count_cores();
}

fn pin_to_one_core() {
    // SAFETY: the set is a plain bit mask that lives for the calls; 0 is the calling thread.
    unsafe {
        let mut all: libc::cpu_set_t = std::mem::zeroed();
        assert_eq!(libc::sched_getaffinity(0, size_of_val(&all), &mut all), 0);
        let first = (0..libc::CPU_SETSIZE as usize).find(|&core| libc::CPU_ISSET(core, &all));
        let mut one: libc::cpu_set_t = std::mem::zeroed();
        libc::CPU_SET(first.expect("a core"), &mut one);
        assert_eq!(libc::sched_setaffinity(0, size_of_val(&one), &one), 0);
    }
}

/// Eight threads that do a random thing at each step; each counts its steps under the GIL.
fn mixture(gil: Gil<'_>, seed: u64) {
    mixture_of(gil, seed, 150);
}

fn mixture_of(gil: Gil<'_>, seed: u64, steps: u64) {
    let counter = Arc::new(Guarded::new(Cell::new(0)));
    let lock = Arc::new(Lock::new());
    let queue = Arc::new(WaitQueue::new());
    let bodies = (0..8).map(|worker| {
        let (counter, lock, queue) = (Arc::clone(&counter), Arc::clone(&lock), Arc::clone(&queue));
        Box::new(move |gil: Gil<'_>| {
            let mut random = Random(seed * 1000 + worker + 1);
            for _ in 0..steps {
                step(gil, &mut random, &lock, &queue);
                count(gil, &counter);
            }
        }) as Body
    });
    spawn_and_join(gil, bodies.collect());
    assert_eq!(counter.get(gil).get(), 8 * steps);
    assert!(!lock.is_locked(gil) && queue.is_empty(gil));
}

fn step(gil: Gil<'_>, random: &mut Random, lock: &Lock, queue: &WaitQueue) {
    let soon = |random: &mut Random| Deadline::after(Duration::from_micros(random.below(60)));
    match random.below(8) {
        0 => gil.detach(Reason::Io, || ()),
        1 => gil.yield_now(),
        2 => assert_eq!(sync::sleep(gil, soon(random)), Wait::TimedOut),
        3 => {
            let _ = queue.wait(gil, Reason::Queue, Patience::Until(soon(random)));
        }
        4 => {
            queue.wake_one(gil);
        }
        5 => {
            if lock.acquire(gil, Patience::Until(soon(random))) == Wait::Done {
                run(gil, random.below(30), |_| ());
                assert!(lock.release(gil).is_ok());
            }
        }
        6 => {
            assert_eq!(lock.acquire(gil, Patience::Forever), Wait::Done);
            gil.detach(Reason::Native, || ());
            assert!(lock.release(gil).is_ok());
        }
        _ => run(gil, random.below(200), |_| ()),
    }
}

/// A generator of random numbers that the seed determines (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}
