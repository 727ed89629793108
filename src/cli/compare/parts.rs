//! A run's time, taken apart.

use std::iter;

use crate::cli::trace::lanes::{Lane, Note, Span, State, Task, Trace};
use crate::gil::Reason;

/// What a worker's time went into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Part {
    /// Running Python with the GIL.
    Computing,
    /// Native code without the GIL.
    Native,
    /// Waiting for the GIL.
    Gil,
    /// Waiting for anything else: files, locks, the clock.
    Other,
    /// Waiting for threads and processes that the work has started itself.
    Workers,
    /// Before the worker's work began: starting it.
    Start,
    /// Making pickles and reading them.
    Pickling,
    /// Writing messages to other processes and reading them.
    Copying,
    /// After its end, until the last worker was done.
    Idle,
}

impl Part {
    /// All parts, in the order of their numbers.
    pub const ALL: [Part; 9] = [
        Part::Computing,
        Part::Native,
        Part::Gil,
        Part::Other,
        Part::Workers,
        Part::Start,
        Part::Pickling,
        Part::Copying,
        Part::Idle,
    ];

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Part::Computing => "Python",
            Part::Native => "native",
            Part::Gil => "GIL wait",
            Part::Other => "other wait",
            Part::Workers => "own workers",
            Part::Start => "start-up",
            Part::Pickling => "pickling",
            Part::Copying => "copying",
            Part::Idle => "idle",
        }
    }
}

/// Something done with bytes, all over a run: pickled, unpickled, sent or received.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    pub what: String,
    pub times: u64,
    pub bytes: u64,
    pub nanoseconds: u64,
}

/// The time of a run in seconds, by parts: the mean of its workers.
#[derive(Clone, Debug)]
pub struct Measure {
    pub parts: [f64; Part::ALL.len()],
    /// What the library module has noted: tasks of no length, known by their names.
    pub remarks: Vec<String>,
    pub traffic: Vec<Traffic>,
    /// The names of the threads, and the number of the processes, that the work has started itself. Only a run in series
    /// tells them from the workers.
    pub own_threads: Vec<String>,
    pub own_processes: usize,
    nanoseconds: u64,
}

impl Measure {
    /// Reads the run off its timeline; `None` if the work is not on it.
    pub fn of(trace: &Trace) -> Option<Measure> {
        let lanes = || trace.processes.iter().flat_map(|process| &process.lanes);
        let is_first = |lane: &&Lane| lane.tasks.iter().any(|task| task.name == "compare");
        let first = lanes().find(is_first)?;
        let whole = first.tasks.iter().find(|task| task.name == "compare")?;
        let workers: Vec<&Lane> =
            lanes().filter(|lane| lane.tasks.iter().any(|task| task.name == "work")).collect();
        if workers.is_empty() {
            return None;
        }
        let mut sums = [0; Part::ALL.len()];
        for lane in &workers {
            add(&mut sums, lane, first, whole);
        }
        let remarks = first.tasks.iter().map(|task| task.name.clone()).collect();
        let parts = sums.map(|sum| sum as f64 / 1e9 / workers.len() as f64);
        let beside = trace.processes.first().into_iter().flat_map(|process| &process.lanes);
        let beside = beside.filter(|lane| lane.thread != first.thread && lives_on(lane, whole.start));
        // What the script started as it was loaded is no part of the work.
        let others = trace.processes.iter().skip(1);
        let others = others.filter(|other| other.lanes.iter().any(|lane| lives_on(lane, whole.start)));
        Some(Measure {
            parts,
            remarks,
            traffic: traffic(lanes(), whole),
            own_threads: beside.map(|lane| lane.name.clone()).collect(),
            own_processes: others.count(),
            nanoseconds: whole.end - whole.start,
        })
    }

    /// The time in nanoseconds, to compare.
    pub fn total(&self) -> u64 {
        self.nanoseconds
    }

    /// The time in seconds.
    pub fn seconds(&self) -> f64 {
        self.nanoseconds as f64 / 1e9
    }

    /// A part, in seconds.
    pub fn part(&self, part: Part) -> f64 {
        self.parts[part as usize]
    }

    /// Has the library module noted this?
    pub fn has(&self, remark: &str) -> bool {
        self.remarks.iter().any(|known| known == remark)
    }

    /// Does the work start threads or processes itself? Asked of a run in series.
    pub fn has_own_workers(&self) -> bool {
        !self.own_threads.is_empty() || self.own_processes > 0
    }
}

/// Does a thread live at some time after a moment?
fn lives_on(lane: &Lane, moment: u64) -> bool {
    lane.spans.last().is_some_and(|span| span.end > moment)
}

/// All that was done with bytes during a task, by what it was.
fn traffic<'a>(lanes: impl Iterator<Item = &'a Lane>, whole: &Task) -> Vec<Traffic> {
    let mut sums: Vec<Traffic> = Vec::new();
    let during = |note: &&Note| note.start < whole.end && note.end > whole.start;
    for note in lanes.flat_map(|lane| lane.notes.iter().filter(during)) {
        let place = sums.iter().position(|sum| sum.what == note.text).unwrap_or_else(|| {
            sums.push(Traffic { what: note.text.clone(), ..Traffic::default() });
            sums.len() - 1
        });
        sums[place].times += 1;
        sums[place].bytes += note.amount;
        sums[place].nanoseconds += note.end - note.start;
    }
    sums.sort_by_key(|sum| {
        ["pickled", "sent", "received", "unpickled"].iter().position(|known| sum.what == *known)
    });
    sums
}

/// Times in which bytes were pickled or copied, one after the other.
struct Beside(Vec<(u64, u64, Part)>);

impl Beside {
    fn of<'a>(lanes: impl IntoIterator<Item = &'a Lane>) -> Beside {
        let mut notes: Vec<&Note> = lanes.into_iter().flat_map(|lane| &lane.notes).collect();
        notes.sort_by_key(|note| note.start);
        let mut seen = 0;
        let times = notes.into_iter().filter_map(|note| {
            let start = note.start.max(seen);
            seen = seen.max(note.end);
            let part = if note.text.ends_with("pickled") { Part::Pickling } else { Part::Copying };
            (start < note.end).then_some((start, note.end, part))
        });
        Beside(times.collect())
    }

    /// Adds the time from one moment to another: what lies within these times to their parts, the rest to `part`.
    fn add(&self, sums: &mut [u64; Part::ALL.len()], part: Part, from: u64, to: u64) {
        let mut rest = to.saturating_sub(from);
        let first = self.0.partition_point(|&(_, end, _)| end <= from);
        for &(start, end, beside) in self.0[first..].iter().take_while(|&&(start, ..)| start < to) {
            let length = end.min(to) - start.max(from);
            sums[beside as usize] += length;
            rest -= length;
        }
        sums[part as usize] += rest;
    }
}

/// Adds the parts of a worker's time, in nanoseconds. Before and after its work also what the first thread pickles and
/// copies counts, since the worker waits for it, or it for the worker.
fn add(sums: &mut [u64; Part::ALL.len()], lane: &Lane, first: &Lane, whole: &Task) {
    let tasks = || lane.tasks.iter().filter(|task| task.name == "work");
    let begin = tasks().map(|task| task.start).min().unwrap_or(whole.start).max(whole.start);
    let end = tasks().map(|task| task.end).max().unwrap_or(whole.end).clamp(begin, whole.end.max(begin));
    let (own, both) = (Beside::of(iter::once(lane)), Beside::of([lane, first]));
    both.add(sums, Part::Start, whole.start, begin);
    both.add(sums, Part::Idle, end, whole.end);
    let mut seen = begin;
    for span in &lane.spans {
        let (from, to) = (span.start.max(begin), span.end.min(end));
        if from < to {
            own.add(sums, part_of(span), from, to);
            seen = to;
        }
    }
    // What no span covers, a thread's last moments, it was running.
    own.add(sums, Part::Computing, seen, end);
}

fn part_of(span: &Span) -> Part {
    match span.state {
        State::Held => Part::Computing,
        State::Waiting => Part::Gil,
        State::Away(Reason::Native) => Part::Native,
        State::Away(Reason::Join | Reason::Process) => Part::Workers,
        State::Away(_) => Part::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(start: u64, end: u64, text: &str) -> Note {
        Note { start, end, text: text.into(), amount: 10 }
    }

    fn span(start: u64, end: u64, state: State) -> Span {
        Span { start, end, state, target: 0, owner: None }
    }

    #[test]
    fn the_parts_of_a_worker_are_its_time() {
        let task = |start, end, name: &str| Task { start, end, name: name.into() };
        let first = Lane {
            tasks: vec![task(100, 1000, "compare")],
            notes: vec![note(90, 150, "pickled"), note(150, 200, "sent"), note(930, 980, "received")],
            ..Lane::default()
        };
        let lane = Lane {
            tasks: vec![task(300, 900, "work")],
            spans: vec![
                span(250, 500, State::Held),
                span(500, 600, State::Waiting),
                span(600, 850, State::Away(Reason::Join)),
            ],
            // The second one lies across the first thread's.
            notes: vec![note(400, 450, "unpickled"), note(920, 940, "pickled")],
            ..Lane::default()
        };
        let mut sums = [0; Part::ALL.len()];
        add(&mut sums, &lane, &first, &first.tasks[0]);
        assert_eq!(sums.iter().sum::<u64>(), 900);
        let part = |part: Part| sums[part as usize];
        assert_eq!((part(Part::Start), part(Part::Idle)), (100, 20 + 20));
        assert_eq!((part(Part::Pickling), part(Part::Copying)), (50 + 50 + 20, 50 + 40));
        assert_eq!((part(Part::Computing), part(Part::Gil), part(Part::Workers)), (150 + 50, 100, 250));
    }
}
