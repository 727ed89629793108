//! What each thread did when: the spans between the hand-overs of a timeline.
//!
//! Invariant: the spans of a lane follow one another without gap or overlap, from the thread's first word to its last.

use std::collections::BTreeMap;

use crate::gil::timeline::{Event, Handover, Mark, Phase, Recording};
use crate::gil::{Reason, ThreadId};

/// What a thread does during a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It holds the GIL.
    Held,
    /// It waits for the GIL.
    Waiting,
    /// It does without the GIL, for this reason.
    Away(Reason),
}

/// A time during which a thread's state stays the same. Times are nanoseconds from the beginning of the trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: u64,
    pub end: u64,
    pub state: State,
    /// Which lock or other thing it waits for: numbered from 1 in the order in which they appear, 0 for none.
    pub target: usize,
    /// The thread that has it, or whose end is awaited, where that is known.
    pub owner: Option<u64>,
}

/// A task that a thread works on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub start: u64,
    pub end: u64,
    pub name: String,
}

/// Something that a thread does beside its states: bytes are pickled, or go to another process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub start: u64,
    pub end: u64,
    pub text: String,
    /// How many bytes.
    pub amount: u64,
}

/// A thread.
#[derive(Clone, Debug, Default)]
pub struct Lane {
    pub thread: u64,
    pub name: String,
    pub spans: Vec<Span>,
    pub tasks: Vec<Task>,
    pub notes: Vec<Note>,
    /// The ticks it had run when it last let go of the GIL.
    pub ticks: u64,
}

/// A thread hands the GIL to another one; threads are places in the list of lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handoff {
    pub at: u64,
    pub from: usize,
    pub to: usize,
    pub reason: Reason,
}

/// A process.
#[derive(Clone, Debug, Default)]
pub struct Process {
    pub process: i32,
    pub parent: i32,
    pub name: String,
    pub start: u64,
    pub end: u64,
    /// How many of its earliest events are not there.
    pub dropped: u64,
    pub lanes: Vec<Lane>,
    pub handoffs: Vec<Handoff>,
    /// What the program calls the targets, from number 1 on; empty where it does not say.
    pub targets: Vec<String>,
}

impl Process {
    /// What a span waits for, in words; empty if there is nothing to say.
    pub fn awaited(&self, span: &Span) -> String {
        match span.target.checked_sub(1).map(|place| self.targets[place].as_str()) {
            None => String::new(),
            Some("") => format!("#{}", span.target),
            Some(name) => name.to_owned(),
        }
    }

    /// What a thread is called.
    pub fn thread_name(&self, thread: u64) -> Option<&str> {
        self.lanes.iter().find(|lane| lane.thread == thread).map(|lane| lane.name.as_str())
    }
}

/// All processes, the first one first.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    pub length: u64,
    pub processes: Vec<Process>,
}

impl Trace {
    /// The trace of recordings. The process that was started first ran until `ended`.
    pub fn of(mut recordings: Vec<Recording>, ended: u64) -> Trace {
        recordings.sort_by_key(|recording| recording.began);
        let zero = recordings.first().map_or(ended, |recording| recording.began);
        let mut processes = Vec::new();
        for (place, recording) in recordings.into_iter().enumerate() {
            let last = recording.events.last().map_or(recording.began, time_of);
            let end = if place == 0 { ended } else { last };
            processes.push(Builder::new(&recording, zero, end).process(recording));
        }
        let length = processes.iter().map(|process| process.end).max().unwrap_or(0);
        Trace { length, processes }
    }

    /// How much there is, in words.
    pub fn summary(&self) -> String {
        let threads: usize = self.processes.iter().map(|process| process.lanes.len()).sum();
        let dropped: u64 = self.processes.iter().map(|process| process.dropped).sum();
        let count = |number: usize, one: &str, many: &str| {
            if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
        };
        let mut text = format!(
            "{:.3} s, {}, {}",
            self.length as f64 / 1e9,
            count(self.processes.len(), "process", "processes"),
            count(threads, "thread", "threads")
        );
        if dropped > 0 {
            text += &format!("; the first {dropped} events did not fit");
        }
        text
    }
}

fn time_of(event: &Event) -> u64 {
    match event {
        Event::Handover(handover) => handover.at,
        Event::Mark(mark) => mark.at,
    }
}

/// Reads the events of one process in their order.
struct Builder {
    zero: u64,
    start: u64,
    end: u64,
    lanes: Vec<Lane>,
    places: BTreeMap<ThreadId, usize>,
    /// By lane: the state it is in, as a span without an end; `None` before its first word and after its last.
    open: Vec<Option<Span>>,
    /// By lane: the name of what it is about to wait for, and who has it.
    awaited: Vec<Option<(String, u64)>>,
    /// By lane: the tasks that have begun.
    begun: Vec<Vec<(u64, String)>>,
    targets: BTreeMap<usize, usize>,
    target_names: Vec<String>,
    handoffs: Vec<Handoff>,
    partial: bool,
}

impl Builder {
    fn new(recording: &Recording, zero: u64, end: u64) -> Builder {
        let partial = recording.dropped > 0;
        let first = recording.events.first().filter(|_| partial).map_or(recording.began, time_of);
        Builder {
            zero,
            start: first.saturating_sub(zero),
            end: end.saturating_sub(zero),
            lanes: Vec::new(),
            places: BTreeMap::new(),
            open: Vec::new(),
            awaited: Vec::new(),
            begun: Vec::new(),
            targets: BTreeMap::new(),
            target_names: Vec::new(),
            handoffs: Vec::new(),
            partial,
        }
    }

    fn process(mut self, recording: Recording) -> Process {
        for event in &recording.events {
            match event {
                Event::Handover(handover) => self.hand_over(handover),
                Event::Mark(mark) => self.mark(mark),
            }
        }
        for place in 0..self.lanes.len() {
            self.close(place, self.end);
            for (start, name) in std::mem::take(&mut self.begun[place]) {
                self.lanes[place].tasks.push(Task { start, end: self.end, name });
            }
            self.lanes[place].tasks.sort_by_key(|task| task.start);
        }
        for (thread, name) in recording.threads {
            if let Some(&place) = self.places.get(&thread) {
                self.lanes[place].name = name;
            }
        }
        self.order_by_thread();
        Process {
            process: recording.process,
            parent: recording.parent,
            name: recording.name,
            start: self.start,
            end: self.end,
            dropped: recording.dropped,
            lanes: self.lanes,
            handoffs: self.handoffs,
            targets: self.target_names,
        }
    }

    /// Puts the lanes into the order in which their threads were started; what is left of a long run may begin with any.
    fn order_by_thread(&mut self) {
        let threads: Vec<u64> = self.lanes.iter().map(|lane| lane.thread).collect();
        self.lanes.sort_by_key(|lane| lane.thread);
        let now: BTreeMap<u64, usize> =
            self.lanes.iter().enumerate().map(|(place, lane)| (lane.thread, place)).collect();
        for handoff in &mut self.handoffs {
            (handoff.from, handoff.to) = (now[&threads[handoff.from]], now[&threads[handoff.to]]);
        }
    }

    fn place(&mut self, thread: ThreadId) -> usize {
        *self.places.entry(thread).or_insert_with(|| {
            let name = format!("thread {thread}");
            self.lanes.push(Lane { thread: thread.get(), name, ..Lane::default() });
            self.open.push(None);
            self.awaited.push(None);
            self.begun.push(Vec::new());
            self.lanes.len() - 1
        })
    }

    /// The span under way ends.
    fn close(&mut self, place: usize, at: u64) {
        if let Some(span) = self.open[place].take()
            && at > span.start
        {
            self.lanes[place].spans.push(Span { end: at, ..span });
        }
    }

    fn enter(&mut self, place: usize, at: u64, state: State) {
        self.close(place, at);
        self.open[place] = Some(Span { start: at, end: at, state, target: 0, owner: None });
    }

    fn hand_over(&mut self, handover: &Handover) {
        let at = handover.at.saturating_sub(self.zero);
        let from = handover.from.map(|thread| self.place(thread));
        if let (Some(place), Some(reason)) = (from, handover.reason) {
            self.let_go(place, at, reason, handover.target);
            self.lanes[place].ticks = handover.ticks;
        }
        let Some(to) = handover.to.map(|thread| self.place(thread)) else { return };
        let asked = handover.asked.saturating_sub(self.zero).clamp(self.start, at);
        // Who makes way after a slice is in the queue at once.
        let since = self.open[to].map_or(asked, |span| asked.max(span.start));
        self.enter(to, since, State::Waiting);
        self.enter(to, at, State::Held);
        if let (Some(from), Some(reason)) = (from, handover.reason)
            && from != to
        {
            self.handoffs.push(Handoff { at, from, to, reason });
        }
    }

    fn let_go(&mut self, place: usize, at: u64, reason: Reason, target: usize) {
        if self.open[place].is_none() && self.partial {
            self.enter(place, self.start, State::Held);
        }
        let awaited = self.awaited[place].take();
        match reason {
            Reason::Exit => self.close(place, at),
            Reason::Tick | Reason::Interval | Reason::Favour | Reason::Yield => {
                self.enter(place, at, State::Waiting);
            }
            reason => {
                self.enter(place, at, State::Away(reason));
                let (name, owner) = awaited.unwrap_or_default();
                let target = if target == 0 { 0 } else { self.number(target, name) };
                if let Some(span) = &mut self.open[place] {
                    (span.target, span.owner) = (target, Some(owner).filter(|owner| *owner != 0));
                }
            }
        }
    }

    /// The number of a target. At the place of one that is no more there may be another, which has another name.
    fn number(&mut self, target: usize, name: String) -> usize {
        let known = self.targets.get(&target).copied();
        if let Some(number) = known.filter(|number| name.is_empty() || self.target_names[number - 1] == name)
        {
            return number;
        }
        self.target_names.push(name);
        self.targets.insert(target, self.target_names.len());
        self.target_names.len()
    }

    fn mark(&mut self, mark: &Mark) {
        let place = self.place(mark.thread);
        let at = mark.at.saturating_sub(self.zero);
        match mark.phase {
            Phase::Begin => self.begun[place].push((at, mark.text.clone())),
            Phase::End => {
                if let Some((start, name)) = self.begun[place].pop() {
                    self.lanes[place].tasks.push(Task { start, end: at, name });
                }
            }
            Phase::Took => {
                let start = mark.since.saturating_sub(self.zero).min(at);
                let (text, amount) = (mark.text.clone(), mark.amount);
                self.lanes[place].notes.push(Note { start, end: at, text, amount });
            }
            Phase::Waits => self.awaited[place] = Some((mark.text.clone(), mark.amount)),
        }
    }
}
