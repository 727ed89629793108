//! The state of the lock: the holder, the queues, the register of threads; and the choice of the successor.
//!
//! Two queues. `ready` holds the threads that compute: first come, first served. `returning` holds those that come back
//! from I/O; they go first, but only as many in a row as were there when the last computing thread's turn ended (the
//! *favours*), so that neither kind starves the other.
//!
//! Nothing in this file waits or looks at the clock: given the same calls, it makes the same choices.
//!
//! Invariants, whenever the mutex around this is free:
//! - if nobody holds the GIL, nobody waits for it;
//! - a thread is in one of the queues if and only if its standing is `Queued`;
//! - the holder's standing is `Holding`, and no other thread's is.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use super::glance::Glance;
use crate::gil::crew::Resting;
use crate::gil::ledger::{Activity, KEPT, Line, Reason};
use crate::gil::policy::{Policy, is_in_order_of_arrival};
use crate::gil::thread::{Record, Standing, ThreadId};
use crate::gil::timeline::{Handover, Timeline};
use crate::gil::watch::{self, Whole};
use crate::gil::watchdog::{self, Contention};

/// Finished threads that keep a line of their own in the ledger.
const FINISHED_LINES: usize = 1000;

/// Where a thread that waits for the GIL is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gil) enum Place {
    /// Behind all that compute: its slice is used up, it is new, or another thread has woken it.
    Back,
    /// Before all that compute: it made way for a thread back from I/O, and its slice goes on.
    Front,
    /// Among those that come back from I/O; under the interval policy the same as `Back`.
    Returning,
}

/// What became of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offered {
    /// Nobody came: the giver has held the GIL all the time.
    InVain,
    /// It was claimed, and released again: the giver has it anew.
    Regained,
    /// It was claimed: the giver is in the queue.
    Lost,
}

/// See the module's text.
pub(in crate::gil) struct State {
    holder: Option<ThreadId>,
    ready: VecDeque<Arc<Record>>,
    returning: VecDeque<Arc<Record>>,
    /// How many from `returning` may still go before `ready`.
    favours: usize,
    /// Whether the present turn is a favour.
    favoured: bool,
    /// The holder, while whoever is first may claim the GIL from it.
    offering: Option<Arc<Record>>,
    /// The thread that ends the interpreter: no other gets the GIL any more.
    finalizer: Option<ThreadId>,
    threads: BTreeMap<ThreadId, (Arc<Record>, String)>,
    finished: VecDeque<Line>,
    /// The sum of the finished threads beyond `FINISHED_LINES`.
    forgotten: Option<Line>,
    timeline: Option<Timeline>,
    resting: Resting,
    /// Whether the watchdog sleeps until somebody waits.
    watchdog_rests: bool,
    /// How many threads are blocked until another one wakes them.
    stuck: usize,
    /// When the last holder released the GIL to nobody. Whoever then asks for it has looked at the clock before it had the
    /// mutex, perhaps before that moment; nobody holds the GIL before it is free.
    freed_at: u64,
    /// When the first thread came, on the clock.
    began: u64,
    /// For how long one thread has held the GIL while another waited, in nanoseconds.
    contended: u64,
    /// Who has waited for whom, in nanoseconds; filled while somebody watches.
    waits: BTreeMap<(ThreadId, ThreadId), u64>,
    glance: &'static Glance,
}

impl State {
    pub(super) const fn new(glance: &'static Glance) -> State {
        State {
            holder: None,
            ready: VecDeque::new(),
            returning: VecDeque::new(),
            favours: 0,
            favoured: false,
            offering: None,
            finalizer: None,
            threads: BTreeMap::new(),
            finished: VecDeque::new(),
            forgotten: None,
            timeline: None,
            resting: Resting::new(),
            watchdog_rests: false,
            stuck: 0,
            freed_at: 0,
            began: 0,
            contended: 0,
            waits: BTreeMap::new(),
            glance,
        }
    }

    /// The threads of the operating system that have nothing to do.
    pub(in crate::gil) fn resting(&mut self) -> &mut Resting {
        &mut self.resting
    }

    pub(super) fn somebody_waits(&self) -> bool {
        self.waiters() > 0
    }

    pub(super) fn waiters(&self) -> usize {
        self.ready.len() + self.returning.len()
    }

    /// The holder wakes a thread that is blocked; one that has asked for the GIL by itself is left where it is.
    pub(super) fn unblock(&mut self, sleeper: &Arc<Record>, now: u64) {
        if sleeper.standing.get() == Standing::Blocked && !self.is_locked_out(sleeper) {
            self.enqueue(sleeper, Place::Back, now);
        }
    }

    /// A thread without the GIL asks for it. True if it has it at once; otherwise it is in the queue, or, when the
    /// interpreter is ending, nowhere: nobody will ever grant it anything.
    pub(super) fn ask(&mut self, me: &Arc<Record>, place: Place, now: u64) -> bool {
        if self.is_locked_out(me) {
            return false;
        }
        if self.holder.is_some() {
            self.enqueue(me, place, now);
            return false;
        }
        let now = now.max(self.freed_at);
        self.unstick(me);
        me.counters.queued(now);
        self.favoured = place == Place::Returning;
        self.appoint(me, now);
        self.record(None, None, Some(me), now);
        true
    }

    /// Puts a thread that does not hold the GIL into its queue.
    pub(super) fn enqueue(&mut self, waiter: &Arc<Record>, place: Place, now: u64) {
        let first = !self.somebody_waits();
        self.unstick(waiter);
        waiter.counters.queued(now);
        waiter.standing.set(Standing::Queued);
        match place {
            Place::Front => self.ready.push_front(Arc::clone(waiter)),
            Place::Returning
                if matches!(Policy::current(), Policy::Ticks(_)) && !is_in_order_of_arrival() =>
            {
                self.returning.push_back(Arc::clone(waiter));
            }
            Place::Back | Place::Returning => self.ready.push_back(Arc::clone(waiter)),
        }
        if first {
            self.glance.wanted_from(now);
            if self.watchdog_rests {
                self.watchdog_rests = false;
                watchdog::wake();
            }
        }
        self.publish();
    }

    /// The holder is about to block until another thread wakes it.
    pub(super) fn stick(&mut self, me: &Record) {
        me.stuck.store(true, Relaxed);
        self.stuck += 1;
    }

    /// A thread is no longer blocked for good.
    fn unstick(&mut self, thread: &Record) {
        if thread.stuck.swap(false, Relaxed) {
            self.stuck -= 1;
        }
    }

    /// Whether all threads but the holder are blocked until another one wakes them: if the holder blocks, nobody can go
    /// on.
    pub(super) fn leaves_nobody(&self) -> bool {
        let signalled = || {
            let mut threads = self.threads.values();
            threads.any(|(record, _)| record.is_main() && record.pending.interrupts())
        };
        self.finalizer.is_none()
            && !self.somebody_waits()
            && self.stuck + 1 == self.threads.len()
            && !signalled()
    }

    /// The same for a holder that ends: there are some that it would leave behind.
    pub(super) fn leaves_only_blocked(&self) -> bool {
        self.stuck > 0 && self.leaves_nobody()
    }

    /// The holder `me` gives up the GIL: makes the next thread the holder and returns it, `None` if nobody waits.
    pub(super) fn pass_on(&mut self, me: &Record, reason: Reason, now: u64) -> Option<Arc<Record>> {
        debug_assert_eq!(self.holder, Some(me.id));
        self.count_waits(me, now);
        self.holder = None;
        let next = self.choose();
        match &next {
            Some(next) => self.appoint(next, now),
            None => self.freed_at = now,
        }
        self.glance.wanted_from(now);
        self.publish();
        self.record(Some(me), Some(reason), next.as_deref(), now);
        next
    }

    /// The holder `me` makes way for the next thread and queues again.
    pub(super) fn swap(
        &mut self,
        me: &Arc<Record>,
        place: Place,
        reason: Reason,
        now: u64,
    ) -> Option<Arc<Record>> {
        // Whoever has run to a boundary has had what a favour gives; the next computing turn counts as begun.
        self.favoured = false;
        let next = self.pass_on(me, reason, now);
        self.enqueue(me, place, now);
        next
    }

    /// The holder `me` offers the GIL to whoever claims it; returns the waiter to wake for it.
    pub(super) fn offer(&mut self, me: &Arc<Record>) -> Option<Arc<Record>> {
        let waiter = self.successor()?;
        self.offering = Some(Arc::clone(me));
        Some(waiter)
    }

    /// A thread in the queue claims the GIL. True if it was still offered.
    pub(super) fn claim(&mut self, me: &Arc<Record>, now: u64) -> bool {
        if me.standing.get() != Standing::Queued {
            return false;
        }
        let Some(giver) = self.offering.take() else { return false };
        giver.standing.set(Standing::Away);
        self.count_waits(&giver, now);
        self.ready.retain(|waiter| waiter.id != me.id);
        self.returning.retain(|waiter| waiter.id != me.id);
        self.favoured = false;
        self.appoint(me, now);
        self.glance.wanted_from(now);
        self.publish();
        self.record(Some(&giver), Some(Reason::Tick), Some(me), now);
        true
    }

    /// The thread that offered the GIL grabs for it. By now it may have been claimed, and even be free again, or offered by
    /// the claimer.
    pub(super) fn end_offer(&mut self, me: &Arc<Record>, now: u64) -> Offered {
        if self.offering.take_if(|giver| giver.id == me.id).is_some() {
            return Offered::InVain;
        }
        if self.ask(me, Place::Back, now) { Offered::Regained } else { Offered::Lost }
    }

    /// Who is in whose way, if anybody is.
    pub(in crate::gil) fn contention(&self) -> Option<Contention<'_>> {
        if !self.somebody_waits() {
            return None;
        }
        let (holder, _) = self.threads.get(&self.holder?)?;
        let returning_since = self.returning.front().map(|first| first.counters.queued_at());
        Some(Contention { holder, wanted_since: self.glance.wanted_since(), returning_since })
    }

    /// The watchdog is about to sleep until somebody waits.
    pub(in crate::gil) fn watchdog_rests(&mut self) {
        self.watchdog_rests = true;
    }

    /// Who would be next if the holder's slice ended now.
    pub(super) fn successor(&self) -> Option<Arc<Record>> {
        self.returning.front().or(self.ready.front()).cloned()
    }

    /// Whether the thread will never get the GIL again, because the interpreter is ending.
    fn is_locked_out(&self, thread: &Record) -> bool {
        self.finalizer.is_some_and(|finalizer| finalizer != thread.id)
    }

    /// When the last holder released the GIL to nobody.
    pub(super) fn freed_at(&self) -> u64 {
        self.freed_at
    }

    /// Takes the next thread out of its queue.
    fn choose(&mut self) -> Option<Arc<Record>> {
        if !self.favoured {
            self.favours = self.returning.len();
        }
        let favour = self.favours > 0 || self.ready.is_empty();
        if favour && let Some(next) = self.returning.pop_front() {
            self.favours = self.favours.saturating_sub(1);
            self.favoured = true;
            return Some(next);
        }
        self.favoured = false;
        self.ready.pop_front()
    }

    fn appoint(&mut self, next: &Record, now: u64) {
        next.counters.appointed(now);
        next.standing.set(Standing::Holding);
        self.holder = Some(next.id);
    }

    fn publish(&self) {
        self.glance.show_queues(!self.ready.is_empty(), !self.returning.is_empty());
    }

    /// The holder's turn ends: takes in who has waited for it, and for how long.
    fn count_waits(&mut self, holder: &Record, now: u64) {
        if !KEPT || !self.somebody_waits() {
            return;
        }
        let wanted = now.saturating_sub(self.glance.wanted_since());
        self.contended += wanted;
        holder.counters.held_up(wanted);
        if watch::find_place().is_some() {
            let began = holder.counters.appointed_at();
            for waiter in self.ready.iter().chain(&self.returning) {
                let waited = now.saturating_sub(waiter.counters.queued_at().max(began));
                *self.waits.entry((waiter.id, holder.id)).or_default() += waited;
            }
        }
    }

    /// What concerns all threads together.
    pub(in crate::gil) fn whole(&self, now: u64) -> Whole {
        let waits = self.waits.iter();
        Whole {
            began: self.began,
            elapsed: Duration::from_nanos(now.saturating_sub(self.began)),
            contended: Duration::from_nanos(self.contended),
            waits: waits
                .map(|(&(waiter, holder), &time)| (waiter, holder, Duration::from_nanos(time)))
                .collect(),
        }
    }

    fn record(&mut self, from: Option<&Record>, reason: Option<Reason>, to: Option<&Record>, now: u64) {
        if let Some(timeline) = &mut self.timeline {
            timeline.push(Handover {
                at: now,
                from: from.map(|from| from.id),
                reason,
                target: from.map_or(0, |from| from.counters.target()),
                ticks: from.map_or(0, |from| from.counters.ticks()),
                to: to.map(|to| to.id),
                asked: to.map_or(now, |to| to.counters.queued_at()),
            });
        }
    }

    pub(in crate::gil) fn timeline(&mut self) -> &mut Option<Timeline> {
        &mut self.timeline
    }
}

/// The register of threads.
impl State {
    pub(in crate::gil) fn register(&mut self, record: &Arc<Record>, name: &str) {
        if self.began == 0 {
            self.began = record.counters.queued_at();
        }
        self.threads.insert(record.id, (Arc::clone(record), name.to_owned()));
        self.name_on_timeline(record.id, name);
    }

    /// Registers and queues a thread that its parent, the holder, is about to start.
    pub(in crate::gil) fn admit(&mut self, record: &Arc<Record>, name: &str, now: u64) -> io::Result<()> {
        if self.finalizer.is_some() {
            return Err(io::Error::other("the interpreter is ending"));
        }
        self.register(record, name);
        self.enqueue(record, Place::Back, now);
        Ok(())
    }

    /// Takes back an `admit`: the operating system has refused the thread. The caller still holds the GIL.
    pub(in crate::gil) fn dismiss(&mut self, id: ThreadId) {
        self.threads.remove(&id);
        self.ready.retain(|waiter| waiter.id != id);
        self.publish();
    }

    /// The thread is about to release the GIL for the last time.
    pub(in crate::gil) fn unregister(&mut self, record: &Record) {
        let Some((_, name)) = self.threads.remove(&record.id) else { return };
        let mut line = record.counters.read(record, name);
        line.activity = Activity::Finished;
        self.finished.push_back(line);
        if self.finished.len() > FINISHED_LINES {
            self.forget_finished();
        }
    }

    fn forget_finished(&mut self) {
        let Some(mut oldest) = self.finished.pop_front() else { return };
        match &mut self.forgotten {
            Some(sum) => sum.add(&oldest),
            None => {
                oldest.thread = None;
                oldest.name = String::from("earlier threads");
                oldest.native_id = 0;
                self.forgotten = Some(oldest);
            }
        }
    }

    pub(in crate::gil) fn find(&self, id: ThreadId) -> Option<Arc<Record>> {
        self.threads.get(&id).map(|(record, _)| Arc::clone(record))
    }

    pub(in crate::gil) fn rename(&mut self, id: ThreadId, name: &str) {
        if let Some((_, old)) = self.threads.get_mut(&id) {
            *old = name.to_owned();
            self.name_on_timeline(id, name);
        }
    }

    fn name_on_timeline(&mut self, id: ThreadId, name: &str) {
        if let Some(timeline) = &mut self.timeline {
            timeline.name_thread(id, name);
        }
    }

    /// The living threads by their names.
    pub(in crate::gil) fn thread_names(&self) -> Vec<(ThreadId, String)> {
        self.threads.iter().map(|(id, (_, name))| (*id, name.clone())).collect()
    }

    /// The lines of the finished threads, and the living with their names.
    pub(in crate::gil) fn ledger_rows(&self) -> (Vec<Line>, Vec<(Arc<Record>, String)>) {
        let finished = self.forgotten.iter().chain(&self.finished).cloned().collect();
        (finished, self.threads.values().cloned().collect())
    }

    /// From now on only `finalizer`, the holder, gets the GIL.
    pub(super) fn finalize(&mut self, finalizer: ThreadId) {
        self.finalizer = Some(finalizer);
        self.ready.clear();
        self.returning.clear();
        self.publish();
    }

    /// In the child of a fork: only `me`, the holder, is left.
    pub(in crate::gil) fn forget_others(&mut self, me: ThreadId) {
        self.ready.clear();
        self.returning.clear();
        self.favours = 0;
        self.favoured = false;
        self.threads.retain(|&id, _| id == me);
        self.finished.clear();
        self.forgotten = None;
        self.timeline = self.timeline.take().and_then(Timeline::in_child);
        for (thread, name) in self.thread_names() {
            self.name_on_timeline(thread, &name);
        }
        self.resting.forget();
        self.watchdog_rests = false;
        watchdog::forget();
        self.stuck = 0;
        self.began = crate::gil::now();
        self.contended = 0;
        self.waits.clear();
        self.publish();
    }
}

#[cfg(test)]
mod tests;
