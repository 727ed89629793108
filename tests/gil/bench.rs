//! What the lock costs. Nothing is asserted; run it with
//! `cargo test --release --test gil -- --ignored --nocapture bench`.

use gilly::gil::ledger;
use gilly::gil::sync::{Lock, Patience, Wait};
use gilly::gil::{DEFAULT_WAKE_AHEAD, Gil, Reason, attach_thread, now, set_switch_ticks, set_wake_ahead};
use std::hint::black_box;
use std::time::Duration;

use crate::{Body, serial, spawn_and_join};

#[test]
#[ignore = "measures, asserts nothing"]
fn bench_what_is_uncontended() {
    let _serial = serial();
    attach_thread("main", |gil| {
        let lock = Lock::new();
        each("acquire and release of an open lock", 10_000_000, || {
            assert_eq!(lock.acquire(gil, Patience::Forever), Wait::Done);
            assert!(lock.release(gil).is_ok());
        });
        each("a boundary at which nobody waits", 10_000_000, || {
            let _ = black_box(gil.spent(1));
        });
        each("held()", 100_000_000, || {
            black_box(gilly::gil::held());
        });
        each("detach when nobody waits", 1_000_000, || gil.detach(Reason::Native, || ()));
        each("starting and joining a thread", 1000, || {
            spawn_and_join(gil, vec![Box::new(|_| ())]);
        });
    });
}

fn each(what: &str, times: u32, mut operation: impl FnMut()) {
    let best = (0..5)
        .map(|_| {
            let began = now();
            for _ in 0..times {
                operation();
            }
            (now() - began) as f64 / f64::from(times)
        })
        .fold(f64::INFINITY, f64::min);
    println!("{what}: {best:.1} ns");
}

#[test]
#[ignore = "measures, asserts nothing"]
fn bench_hand_over_between_computing_threads() {
    let _serial = serial();
    attach_thread("main", |gil| {
        println!(
            "us per hand-over, medians of 15: more than one thread alone takes / from release to running"
        );
        for slice in [1, 10_000, 100_000, 500_000, 1_000_000] {
            let leads = [0, 20, 30, 40, 60].map(Duration::from_micros);
            let costs = leads.map(|lead| cost_of_switch(gil, slice, lead));
            println!("slice {slice:7} ticks; lead 0, 20, 30, 40, 60 us: {}", costs.join(", "));
        }
        set_wake_ahead(DEFAULT_WAKE_AHEAD);
    });
}

#[test]
#[ignore = "measures, asserts nothing"]
fn bench_a_switch_at_each_tick() {
    let _serial = serial();
    attach_thread("main", |gil| {
        set_switch_ticks(1);
        for threads in [2, 3, 4, 8, 32] {
            let ticks = 20_000 / u64::from(threads);
            let (time, _) = time_of(gil, threads, ticks);
            println!("{threads} threads, a switch at each tick: {:.1} us per switch", time as f64 / 2e7);
        }
    });
}

/// Two threads share some milliseconds of work; what that takes longer than one thread alone, per switch.
fn cost_of_switch(gil: Gil<'_>, slice: u32, lead: Duration) -> String {
    let switches = (20_000_000 / slice).clamp(20, 20_000);
    let ticks = u64::from(slice) * u64::from(switches);
    set_wake_ahead(lead);
    set_switch_ticks(slice);
    let per_switch = |nanoseconds: f64| nanoseconds / f64::from(switches) / 1000.0;
    let (mut alone, mut both, mut gaps) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..15 {
        alone.push(time_of(gil, 1, ticks).0 as f64);
        let (time, waking) = time_of(gil, 2, ticks / 2);
        both.push(time as f64);
        gaps.push(waking as f64);
    }
    format!("{:.1}/{:.1}", per_switch(median(both) - median(alone)), per_switch(median(gaps)))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// How long so many threads take, and how long altogether the GIL was somebody's who was not awake.
fn time_of(gil: Gil<'_>, threads: u32, ticks: u64) -> (u64, u64) {
    let began = now();
    let bodies = (0..threads).map(|_| Box::new(move |gil: Gil<'_>| work(gil, ticks)) as Body);
    let ids = spawn_and_join(gil, bodies.collect());
    let time = now() - began;
    let lines = ledger::snapshot();
    let waking = lines.iter().filter(|line| line.thread.is_some_and(|thread| ids.contains(&thread)));
    (time, waking.map(|line| line.waking.as_nanos() as u64).sum())
}

/// A loop of some nanoseconds a tick.
fn work(gil: Gil<'_>, ticks: u64) {
    let mut left = ticks;
    let mut budget = gil.begin_slice().budget;
    let mut hash = 1u64;
    while left > 0 {
        for _ in 0..budget {
            hash = black_box(hash).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(7);
        }
        left = left.saturating_sub(u64::from(budget));
        budget = gil.spent(budget).budget;
    }
    black_box(hash);
}
