//! What blocks: locks, one-shots, queues, sleep; and that it ends as it says.

use gilly::gil::sync::{
    self, Completion, Lock, NotLocked, NotOwner, Patience, RecursiveLock, Wait, WaitQueue,
};
use gilly::gil::{Deadline, Gil, Reason, attach_thread, held, set_switch_ticks};
use std::sync::Arc;
use std::time::Duration;

use crate::{Body, STACK, log, read, run, serial, spawn_and_join, write};

fn soon() -> Patience {
    Patience::Until(Deadline::after(Duration::from_millis(2)))
}

#[test]
fn a_lock_is_open_or_locked() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let lock = Lock::new();
        assert_eq!(lock.release(gil), Err(NotLocked));
        assert_eq!(lock.acquire(gil, Patience::Forever), Wait::Done);
        assert!(lock.is_locked(gil));
        assert_eq!(lock.acquire(gil, Patience::Never), Wait::TimedOut);
        assert_eq!(lock.acquire(gil, soon()), Wait::TimedOut);
        assert_eq!(lock.release(gil), Ok(()));
        assert!(!lock.is_locked(gil));
        let statistics = lock.statistics(gil);
        assert_eq!((statistics.acquired, statistics.contended), (1, 1));
    });
}

#[test]
fn a_recursive_lock_counts_for_its_owner() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let lock = Arc::new(RecursiveLock::new());
        for depth in 1..=3 {
            assert_eq!(lock.acquire(gil, Patience::Forever), Wait::Done);
            assert_eq!(lock.depth(gil), depth);
        }
        let theirs = Arc::clone(&lock);
        spawn_and_join(
            gil,
            vec![Box::new(move |gil| {
                assert_eq!(theirs.release(gil), Err(NotOwner));
                assert_eq!(theirs.acquire(gil, Patience::Never), Wait::TimedOut);
                assert_eq!(theirs.acquire(gil, soon()), Wait::TimedOut);
            })],
        );
        let saved = lock.release_save(gil).expect("owned");
        assert_eq!(lock.owner(gil), None);
        lock.acquire_restore(gil, saved);
        assert_eq!(lock.depth(gil), 3);
        for _ in 0..3 {
            assert_eq!(lock.release(gil), Ok(()));
        }
        assert_eq!(lock.release(gil), Err(NotOwner));
    });
}

#[test]
fn a_lock_protects_at_every_switch() {
    let _serial = serial();
    attach_thread("main", |gil| {
        for switch_ticks in [1, 3, 1000] {
            set_switch_ticks(switch_ticks);
            let lock = Arc::new(Lock::new());
            let inside = log();
            let bodies = (0..5).map(|worker| {
                let (lock, inside) = (Arc::clone(&lock), Arc::clone(&inside));
                Box::new(move |gil: Gil<'_>| {
                    for _ in 0..50 {
                        assert_eq!(lock.acquire(gil, Patience::Forever), Wait::Done);
                        write(gil, &inside, (worker, true));
                        run(gil, 5, |_| ());
                        write(gil, &inside, (worker, false));
                        assert_eq!(lock.release(gil), Ok(()));
                        run(gil, 2, |_| ());
                    }
                }) as Body
            });
            spawn_and_join(gil, bodies.collect());
            let inside = read(gil, &inside);
            assert_eq!(inside.len(), 500);
            for pair in inside.chunks(2) {
                assert_eq!((pair[0].0, pair[0].1, pair[1].1), (pair[1].0, true, false));
            }
        }
    });
}

#[test]
fn nobody_starves_at_a_lock_that_is_nearly_always_held() {
    let _serial = serial();
    attach_thread("main", |gil| {
        set_switch_ticks(1000);
        let lock = Arc::new(Lock::new());
        let seen = Arc::new(Completion::new());
        let (theirs, ended) = (Arc::clone(&lock), Arc::clone(&seen));
        let greedy: Body = Box::new(move |gil| {
            while !ended.is_done(gil) {
                assert_eq!(theirs.acquire(gil, Patience::Forever), Wait::Done);
                run(gil, 1000, |_| ());
                assert_eq!(theirs.release(gil), Ok(()));
            }
        });
        let modest: Body = Box::new(move |gil| {
            assert_eq!(lock.acquire(gil, Patience::Forever), Wait::Done);
            seen.complete(gil);
            assert_eq!(lock.release(gil), Ok(()));
        });
        spawn_and_join(gil, vec![greedy, modest]);
    });
}

#[test]
fn waiters_are_woken_in_the_order_in_which_they_came() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let queue = Arc::new(WaitQueue::new());
        let order = log();
        for worker in 0..6 {
            let (queue, order) = (Arc::clone(&queue), Arc::clone(&order));
            let spawned = gil.spawn("waiter", STACK, move |gil| {
                assert_eq!(queue.wait(gil, Reason::Queue, Patience::Forever), Wait::Done);
                write(gil, &order, worker);
            });
            assert!(spawned.is_ok());
        }
        while queue.len(gil) < 6 {
            gil.yield_now();
        }
        assert!(queue.wake_one(gil).is_some());
        assert_eq!(queue.wake_all(gil), 5);
        assert_eq!(queue.wake_one(gil), None);
        while read(gil, &order).len() < 6 {
            gil.yield_now();
        }
        assert_eq!(read(gil, &order), [0, 1, 2, 3, 4, 5]);
    });
}

#[test]
fn a_wake_up_that_meets_a_time_out_is_not_lost() {
    let _serial = serial();
    attach_thread("main", |gil| {
        // Both sides count; whatever way the races go, each wake-up was given to a wait that says so.
        let queue = Arc::new(WaitQueue::new());
        let outcomes = log();
        let bodies = (0..4).map(|_| {
            let (queue, outcomes) = (Arc::clone(&queue), Arc::clone(&outcomes));
            Box::new(move |gil: Gil<'_>| {
                for _ in 0..100 {
                    let patience = Patience::Until(Deadline::after(Duration::from_micros(30)));
                    let outcome = queue.wait(gil, Reason::Queue, patience);
                    write(gil, &outcomes, outcome);
                }
            }) as Body
        });
        let (waker, woken) = (Arc::clone(&queue), log());
        let ours = Arc::clone(&woken);
        let mut bodies: Vec<_> = bodies.collect();
        bodies.push(Box::new(move |gil| {
            for _ in 0..200 {
                if let Some(id) = waker.wake_one(gil) {
                    write(gil, &ours, id);
                }
                gil.detach(Reason::Io, || std::thread::sleep(Duration::from_micros(20)));
            }
        }));
        spawn_and_join(gil, bodies);
        let outcomes = read(gil, &outcomes);
        assert_eq!(outcomes.len(), 400);
        let done = outcomes.iter().filter(|&&outcome| outcome == Wait::Done).count();
        assert_eq!(done, read(gil, &woken).len());
        assert!(queue.is_empty(gil));
    });
}

#[test]
fn what_has_happened_is_not_waited_for() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let completion = Completion::new();
        assert_eq!(completion.wait(gil, Reason::Join, Patience::Never), Wait::TimedOut);
        assert_eq!(completion.wait(gil, Reason::Join, soon()), Wait::TimedOut);
        completion.complete(gil);
        assert_eq!(completion.wait(gil, Reason::Join, Patience::Never), Wait::Done);
    });
}

#[test]
fn sleep_lasts_until_its_moment() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let until = Deadline::after(Duration::from_millis(3));
        assert_eq!(sync::sleep(gil, until), Wait::TimedOut);
        assert!(until.is_past() && held());
        let end_of_time = Deadline::after(Duration::MAX);
        assert!(!end_of_time.is_past());
    });
}
