//! The lock itself: who holds the GIL, who waits for it, and who gets it next.
//!
//! Releasing never means "unlock and hope": who releases the GIL chooses the successor, makes it the holder, and only
//! then posts to its park word. Between the two the GIL already belongs to the successor, so nobody can slip in.
//!
//! Who that is, `State` decides; this file moves the threads.

mod glance;
mod state;

use std::sync::Arc;
use std::thread::yield_now;
use std::time::Duration;

use parking_lot::{Mutex, MutexGuard};

use super::Gil;
use super::clock::{self, Deadline};
use super::ledger::Reason;
use super::park::{GRANTED, INTERRUPTED, OFFERED};
use super::policy::{self, MINIMUM_SLICE, Policy};
use super::spin::{self, Spin};
use super::stay;
use super::stuck::{self, Occasion, Verdict};
use super::thread::{Record, Standing, current, current_shared, set_held};
use super::watch;
use glance::Glance;

use state::Offered;

pub(super) use state::{Place, State};

/// A wait for the GIL is spun through, not slept through, if it is expected to be this short (in nanoseconds): sleeping
/// and being woken takes about as long.
const SHORT_WAIT: u64 = 80_000;

/// For how long a short wait is spun through at most, in nanoseconds: the estimate may be half of the truth.
const SHORT_SPIN: u64 = 2 * SHORT_WAIT;

/// For how long a thread that made way for one back from I/O waits awake for the GIL, in nanoseconds: waking the other
/// takes some 25 to 47 microseconds, and mostly it soon goes back to its I/O.
const FAVOUR_SPIN: u64 = 100_000;

static STATE: Mutex<State> = Mutex::new(State::new(&GLANCE));
static GLANCE: Glance = Glance::new();

/// What the holder may see of the queues without the mutex.
#[inline]
pub(super) fn glance() -> &'static Glance {
    &GLANCE
}

/// Takes the mutex. It is held for some tens of nanoseconds, but for `fork`, which keeps it while the process is copied.
///
/// The wait for it never sleeps in parking_lot's own table of waiters: a fork must not copy that table in mid-change.
pub(super) fn lock() -> MutexGuard<'static, State> {
    let mut tries = 0;
    loop {
        if let Some(state) = STATE.try_lock() {
            return state;
        }
        tries += 1;
        match tries {
            0..100 => std::hint::spin_loop(),
            100..200 => yield_now(),
            _ => std::thread::sleep(Duration::from_micros(50)),
        }
    }
}

/// A thread begins: it takes the GIL, or waits for the turn that its parent has queued it for.
pub(super) fn arrive(me: &Arc<Record>) {
    let admitted = me.standing.get() != Standing::Away;
    let now = if admitted {
        await_grant(me, 0);
        clock::now()
    } else {
        request(me, Place::Back)
    };
    taken(me, now, false);
}

/// Takes the GIL back, waiting for its turn.
pub(super) fn take(me: &Arc<Record>, place: Place) {
    let now = request(me, place);
    taken(me, now, true);
}

/// Releases the GIL to whoever is next.
pub(super) fn release(me: &Arc<Record>, reason: Reason, standing: Standing) {
    release_for(me, reason, standing, false);
}

/// Releases the GIL to whoever is next, perhaps until another thread wakes this one.
fn release_for(me: &Arc<Record>, reason: Reason, standing: Standing, for_good: bool) {
    let now = clock::now();
    note_hold(me, now);
    let next = {
        let mut state = lock();
        me.standing.set(standing);
        if for_good {
            state.stick(me);
        }
        state.pass_on(me, reason, now)
    };
    released(me, reason, now);
    if let Some(next) = next {
        match standing {
            Standing::Blocked => stay::bring_here(&next),
            _ => stay::keep_away(&next),
        }
        next.word.grant();
    }
}

/// A thread ends: its line in the ledger is closed, and the GIL goes to whoever is next.
pub(super) fn leave(me: &Arc<Record>) {
    if let Some(judge) = stuck::judge()
        && lock().leaves_only_blocked()
    {
        // SAFETY: this thread holds the GIL until it is released below.
        let _ = judge(unsafe { Gil::assume() }, Occasion::Ending);
    }
    let now = clock::now();
    note_hold(me, now);
    released(me, Reason::Exit, now);
    let next = {
        let mut state = lock();
        me.standing.set(Standing::Away);
        let next = state.pass_on(me, Reason::Exit, now);
        state.unregister(me);
        next
    };
    if let Some(next) = next {
        stay::bring_here(&next);
        next.word.grant();
    }
}

/// Hands the GIL to whoever is next and waits for another turn; does nothing if nobody waits.
pub(super) fn give_way(gil: Gil<'_>, reason: Reason, place: Place) {
    let me = current_shared(gil);
    let now = clock::now();
    note_hold(&me, now);
    let (next, spin) = {
        let mut state = lock();
        if !state.somebody_waits() {
            return;
        }
        let spin = match Policy::current() {
            Policy::Ticks(_) if reason == Reason::Favour && policy::cores() > 1 => FAVOUR_SPIN,
            Policy::Ticks(ticks) => worth_spinning(&state, ticks),
            Policy::Interval(_) | Policy::Unfair(_) => 0,
        };
        me.binding.made_way(true);
        (state.swap(&me, place, reason, now), spin)
    };
    released(&me, reason, now);
    if let Some(next) = next {
        if spin == 0 {
            stay::bring_here(&next);
        } else if reason == Reason::Favour {
            spin::holder_is_elsewhere();
        }
        next.word.grant();
    }
    await_grant(&me, spin);
    me.binding.made_way(false);
    taken(&me, clock::now(), true);
}

/// Lets go of the GIL, wakes a waiter, and grabs for the GIL again at once; waits for another turn if the waiter was
/// faster. That is how Python 2 switched. The waiter is seldom faster, and its wake-up is in vain.
pub(super) fn offer(gil: Gil<'_>) {
    let me = current_shared(gil);
    let now = clock::now();
    let Some(successor) = lock().offer(&me) else { return };
    successor.word.offer();
    let outcome = lock().end_offer(&me, now);
    if outcome == Offered::InVain {
        me.counters.offered_in_vain();
        return;
    }
    released(&me, Reason::Tick, now);
    if outcome == Offered::Lost {
        await_grant(&me, 0);
    }
    taken(&me, clock::now(), true);
}

/// Wakes whoever would be next, so that it is awake when the GIL comes, unless it is to wake on this core.
pub(super) fn alert_successor() {
    if stay::is_possible() {
        return;
    }
    let successor = lock().successor();
    if let Some(successor) = successor {
        spin::holder_is_here();
        successor.word.alert();
    }
}

/// How a blocked thread came to run again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unblocked {
    Woken,
    TimedOut,
    Interrupted,
}

/// Releases the GIL until another thread wakes this one with `wake`, the deadline has passed, or a signal has come to
/// the main thread. Has the GIL back in any case.
pub(super) fn block(
    gil: Gil<'_>,
    reason: Reason,
    target: usize,
    deadline: Option<Deadline>,
    interruptible: bool,
) -> Unblocked {
    let me = current_shared(gil);
    let unshakable = !interruptible;
    let interruptible = interruptible && me.is_main();
    if interruptible {
        me.word.forget_interrupt();
        if me.pending.interrupts() {
            return Unblocked::Interrupted;
        }
    }
    if deadline.is_none()
        && let Some(judge) = stuck::judge()
        && lock().leaves_nobody()
    {
        let occasion = if unshakable { Occasion::BlockingFirmly } else { Occasion::Blocking };
        if judge(gil, occasion) == Verdict::Interrupt && !unshakable {
            return Unblocked::Interrupted;
        }
    }
    me.counters.waits_for(target);
    release_for(&me, reason, Standing::Blocked, deadline.is_none());
    let heeded = if interruptible { GRANTED | INTERRUPTED } else { GRANTED };
    let bits = wait(&me, heeded, Spin::NONE, deadline);
    if bits & GRANTED == 0 {
        stop_blocking(&me);
    }
    taken(&me, clock::now(), true);
    match bits {
        0 => Unblocked::TimedOut,
        INTERRUPTED => Unblocked::Interrupted,
        _ => Unblocked::Woken,
    }
}

/// Puts a blocked thread into the queue for the GIL. It is not woken before its turn comes: the place in the queue is
/// settled here, under the GIL, not by the operating system.
pub(super) fn wake(_gil: Gil<'_>, sleeper: &Arc<Record>) {
    lock().unblock(sleeper, clock::now());
}

/// From now on no other thread gets the GIL: those that ask for it, or wait for it, stay where they are for ever.
pub(super) fn finalize(gil: Gil<'_>) {
    lock().finalize(current(gil).id);
}

/// The wait of a blocked thread has timed out or was interrupted: it asks for the GIL, unless another thread has queued
/// it in the meantime.
fn stop_blocking(me: &Arc<Record>) {
    let mut state = lock();
    if me.standing.get() == Standing::Blocked && state.ask(me, Place::Returning, clock::now()) {
        return;
    }
    drop(state);
    await_grant(me, 0);
}

/// Asks for the GIL and waits until it is granted; returns the time of the grant.
fn request(me: &Arc<Record>, place: Place) -> u64 {
    let now = clock::now();
    let spin = {
        let mut state = lock();
        if state.ask(me, place, now) {
            return now.max(state.freed_at());
        }
        match (place, Policy::current()) {
            (Place::Returning, Policy::Ticks(ticks)) => worth_spinning(&state, ticks.min(MINIMUM_SLICE)),
            _ => 0,
        }
    };
    await_grant(me, spin);
    clock::now()
}

/// Waits for the GIL, without end if need be.
fn await_grant(me: &Arc<Record>, spin: u64) {
    let bits = wait(me, GRANTED, Spin::of(spin), None);
    debug_assert_eq!(bits, GRANTED);
}

/// Waits on the park word of this thread; claims the GIL if it is offered meanwhile.
fn wait(me: &Arc<Record>, heeded: u32, spin: Spin, deadline: Option<Deadline>) -> u32 {
    let mut spin = spin;
    loop {
        let bits = me.word.wait(heeded | OFFERED, std::mem::replace(&mut spin, Spin::NONE), deadline);
        if bits != OFFERED {
            return bits & !OFFERED;
        }
        if lock().claim(me, clock::now()) {
            return GRANTED;
        }
    }
}

/// For how many nanoseconds a thread that is about to wait should spin first, if each thread that goes before it runs so
/// many ticks.
fn worth_spinning(state: &State, ticks: u32) -> u64 {
    let waiters = state.waiters();
    let wait = policy::time_of(u64::from(ticks) * waiters as u64);
    if wait <= SHORT_WAIT && waiters < policy::cores() as usize { SHORT_SPIN } else { 0 }
}

/// This thread is about to release the GIL: if somebody watches and no hold has kept others waiting for longer, notes where.
fn note_hold(me: &Record, now: u64) {
    let Some(find_place) = watch::find_place() else { return };
    let kept_waiting = now.saturating_sub(GLANCE.wanted_since());
    if GLANCE.somebody_waits() && kept_waiting > me.counters.longest_hold() {
        // SAFETY: this thread holds the GIL until its caller has released it.
        me.counters.holds_longest_at(find_place(unsafe { Gil::assume() }));
    }
}

/// The GIL has been released by this thread.
fn released(me: &Record, reason: Reason, now: u64) {
    set_held(false);
    me.counters.released(reason, now);
}

/// The GIL has been taken by this thread.
fn taken(me: &Record, now: u64, came_back: bool) {
    me.counters.got(now, came_back);
    me.forget_haste();
    stay::settle(me);
    spin::holder_is_here();
    set_held(true);
}
