//! The choice of the successor without any thread: all short histories, and long random ones.

use super::*;

/// The lock and some threads that exist only on paper.
struct Model {
    state: State,
    threads: Vec<Arc<Record>>,
    now: u64,
}

/// What may happen next; the holder does it, or the thread whose number is given.
#[derive(Clone, Copy, Debug)]
enum Event {
    Ask(usize, Place),
    Unblock(usize),
    Release(Standing),
    Swap(Place),
    /// The holder offers the GIL; the thread claims it, if there is one.
    Offer(Option<usize>),
}

impl Model {
    fn new(threads: usize) -> Model {
        let glance = Box::leak(Box::new(Glance::new()));
        let threads = (0..threads).map(|_| Record::new()).collect();
        Model { state: State::new(glance), threads, now: 0 }
    }

    fn holder(&self) -> Option<&Arc<Record>> {
        self.threads.iter().find(|thread| Some(thread.id) == self.state.holder)
    }

    fn standing(&self, thread: usize) -> Standing {
        self.threads[thread].standing.get()
    }

    /// What can happen in this state.
    fn possible(&self) -> Vec<Event> {
        let mut events = Vec::new();
        for thread in 0..self.threads.len() {
            if matches!(self.standing(thread), Standing::Away | Standing::Blocked) {
                events.push(Event::Ask(thread, Place::Back));
                events.push(Event::Ask(thread, Place::Returning));
            }
            if self.standing(thread) == Standing::Blocked && self.holder().is_some() {
                events.push(Event::Unblock(thread));
            }
        }
        if self.holder().is_some() {
            events.extend([Event::Release(Standing::Away), Event::Release(Standing::Blocked)]);
            if self.state.somebody_waits() {
                events.extend([Event::Swap(Place::Back), Event::Swap(Place::Front), Event::Offer(None)]);
                let queued =
                    (0..self.threads.len()).filter(|&thread| self.standing(thread) == Standing::Queued);
                events.extend(queued.map(|thread| Event::Offer(Some(thread))));
            }
        }
        events
    }

    fn happen(&mut self, event: Event) {
        self.now += 1;
        let holder = self.holder().cloned();
        match (event, holder) {
            (Event::Ask(thread, place), holder) => {
                let got = self.state.ask(&self.threads[thread], place, self.now);
                assert_eq!(got, holder.is_none());
            }
            (Event::Unblock(thread), _) => self.state.unblock(&self.threads[thread], self.now),
            (Event::Release(standing), Some(holder)) => {
                holder.standing.set(standing);
                let waited = self.state.somebody_waits();
                assert_eq!(self.state.pass_on(&holder, Reason::Io, self.now).is_some(), waited);
            }
            (Event::Swap(place), Some(holder)) => {
                let foretold = self.state.successor().map(|next| next.id);
                let next = self.state.swap(&holder, place, Reason::Tick, self.now);
                assert_eq!(next.as_ref().map(|next| next.id), foretold);
                assert!(next.is_some_and(|next| next.id != holder.id));
            }
            (Event::Offer(claimer), Some(holder)) => {
                assert!(self.state.offer(&holder).is_some());
                let claimed = claimer.map(|thread| self.state.claim(&self.threads[thread], self.now));
                assert_eq!(claimed, claimer.map(|_| true));
                let outcome = if claimer.is_some() { Offered::Lost } else { Offered::InVain };
                assert_eq!(self.state.end_offer(&holder, self.now), outcome);
                assert!(!self.state.claim(&holder, self.now));
            }
            (event, None) => unreachable!("{event:?} needs a holder"),
        }
        self.check();
    }

    /// The invariants of the module's text.
    fn check(&self) {
        let queued = |id| {
            self.state.ready.iter().chain(&self.state.returning).filter(|waiter| waiter.id == id).count()
        };
        for thread in &self.threads {
            let standing = thread.standing.get();
            assert_eq!(queued(thread.id), usize::from(standing == Standing::Queued));
            assert_eq!(standing == Standing::Holding, self.state.holder == Some(thread.id));
        }
        assert!(self.state.holder.is_some() || !self.state.somebody_waits());
        assert_eq!(self.state.glance.somebody_waits(), self.state.somebody_waits());
        assert_eq!(self.state.glance.somebody_returns(), !self.state.returning.is_empty());
    }
}

#[test]
fn all_short_histories_keep_the_invariants() {
    fn replay(history: &[Event]) -> Model {
        let mut model = Model::new(3);
        for &event in history {
            model.happen(event);
        }
        model
    }
    fn explore(history: &mut Vec<Event>, depth: usize) {
        for event in replay(history).possible() {
            history.push(event);
            if depth > 0 {
                explore(history, depth - 1);
            } else {
                replay(history);
            }
            history.pop();
        }
    }
    explore(&mut Vec::new(), 4);
}

#[test]
fn long_random_histories_keep_the_invariants() {
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    for threads in 1..9 {
        let mut model = Model::new(threads);
        for _ in 0..20_000 {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let events = model.possible();
            model.happen(events[(random >> 20) as usize % events.len()]);
        }
    }
}

#[test]
fn neither_kind_starves_the_other() {
    // Three threads that do nothing but I/O, three that only compute: all ask again at once.
    let mut model = Model::new(6);
    for thread in 0..6 {
        model.happen(Event::Ask(thread, if thread < 3 { Place::Returning } else { Place::Back }));
    }
    let mut turns = [0; 6];
    for _ in 0..600 {
        let holder = model.threads.iter().position(|thread| thread.standing.get() == Standing::Holding);
        let holder = holder.expect("a holder");
        turns[holder] += 1;
        if holder < 3 {
            model.happen(Event::Release(Standing::Away));
            model.happen(Event::Ask(holder, Place::Returning));
        } else {
            model.happen(Event::Swap(Place::Back));
        }
    }
    // Each computing turn is followed by one turn of each thread that is back.
    for (thread, &turns) in turns.iter().enumerate() {
        let fair = if thread < 3 { 150 } else { 50 };
        assert!((fair - 3..=fair + 3).contains(&turns), "thread {thread} had {turns} turns");
    }
}

#[test]
fn a_thread_that_made_way_goes_on_before_those_that_waited_longer() {
    let mut model = Model::new(3);
    model.happen(Event::Ask(0, Place::Back));
    model.happen(Event::Ask(1, Place::Back));
    model.happen(Event::Ask(2, Place::Returning));
    model.happen(Event::Swap(Place::Front));
    assert_eq!(model.standing(2), Standing::Holding);
    model.happen(Event::Release(Standing::Away));
    assert_eq!(model.standing(0), Standing::Holding);
}

#[test]
fn an_offer_may_be_claimed_and_be_over_before_the_giver_looks() {
    let mut model = Model::new(3);
    for thread in 0..3 {
        model.happen(Event::Ask(thread, Place::Back));
    }
    let [giver, claimer, third] = [0, 1, 2].map(|thread| Arc::clone(&model.threads[thread]));
    // The claimer offers it in turn: that offer is not the giver's to end.
    assert!(model.state.offer(&giver).is_some());
    assert!(model.state.claim(&claimer, 10));
    assert!(model.state.offer(&claimer).is_some());
    assert_eq!(model.state.end_offer(&giver, 11), Offered::Lost);
    model.check();
    assert_eq!(model.state.end_offer(&claimer, 12), Offered::InVain);
    // All others are gone when the giver looks: the GIL is free.
    assert!(model.state.offer(&claimer).is_some());
    assert!(model.state.claim(&third, 13));
    for _ in 0..2 {
        model.happen(Event::Release(Standing::Away));
    }
    assert_eq!(model.state.end_offer(&claimer, 14), Offered::Regained);
    model.check();
}

#[test]
fn at_the_end_only_the_finalizer_gets_the_gil() {
    let mut model = Model::new(3);
    for thread in 0..3 {
        model.happen(Event::Ask(thread, Place::Back));
    }
    model.happen(Event::Swap(Place::Back));
    model.happen(Event::Release(Standing::Blocked));
    let finalizer = model.holder().map(|holder| holder.id).expect("a holder");
    model.state.finalize(finalizer);
    assert!(!model.state.somebody_waits());
    let (blocked, other) = (Arc::clone(&model.threads[1]), Arc::clone(&model.threads[0]));
    model.state.unblock(&blocked, 10);
    assert!(!model.state.somebody_waits());
    let last = model.holder().cloned().expect("a holder");
    assert!(model.state.pass_on(&last, Reason::Io, 11).is_none());
    assert!(!model.state.ask(&other, Place::Back, 12));
    assert!(model.state.ask(&last, Place::Returning, 13));
}
