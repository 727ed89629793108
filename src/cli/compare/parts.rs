//! A run's time, taken apart.

use crate::cli::trace::lanes::{Lane, Span, State, Task, Trace};
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
    /// Before the worker's work began: starting it, and copying what it needs.
    Start,
    /// After its end, until the last worker was done.
    Idle,
}

impl Part {
    /// All parts, in the order of their numbers.
    pub const ALL: [Part; 6] =
        [Part::Computing, Part::Native, Part::Gil, Part::Other, Part::Start, Part::Idle];

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Part::Computing => "Python",
            Part::Native => "native",
            Part::Gil => "GIL wait",
            Part::Other => "other wait",
            Part::Start => "start-up",
            Part::Idle => "idle",
        }
    }
}

/// The time of a run in seconds, by parts: the mean of its workers.
#[derive(Clone, Debug)]
pub struct Measure {
    pub parts: [f64; Part::ALL.len()],
    pub uses_matrix: bool,
    nanoseconds: u64,
}

impl Measure {
    /// Reads the run off its timeline; `None` if the work is not on it.
    pub fn of(trace: &Trace) -> Option<Measure> {
        let lanes = || trace.processes.iter().flat_map(|process| &process.lanes);
        let whole = lanes().flat_map(|lane| &lane.tasks).find(|task| task.name == "compare")?;
        let workers: Vec<&Lane> =
            lanes().filter(|lane| lane.tasks.iter().any(|task| task.name == "work")).collect();
        if workers.is_empty() {
            return None;
        }
        let mut sums = [0; Part::ALL.len()];
        for lane in &workers {
            add(&mut sums, lane, whole);
        }
        let uses_matrix = lanes().flat_map(|lane| &lane.tasks).any(|task| task.name == "matrix_is_used");
        let parts = sums.map(|sum| sum as f64 / 1e9 / workers.len() as f64);
        Some(Measure { parts, uses_matrix, nanoseconds: whole.end - whole.start })
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
}

/// Adds the parts of a worker's time, in nanoseconds.
fn add(sums: &mut [u64; Part::ALL.len()], lane: &Lane, whole: &Task) {
    let tasks = || lane.tasks.iter().filter(|task| task.name == "work");
    let begin = tasks().map(|task| task.start).min().unwrap_or(whole.start);
    let end = tasks().map(|task| task.end).max().unwrap_or(whole.end);
    sums[Part::Start as usize] += begin.saturating_sub(whole.start);
    sums[Part::Idle as usize] += whole.end.saturating_sub(end);
    let mut seen = 0;
    for span in &lane.spans {
        let length = span.end.min(end).saturating_sub(span.start.max(begin));
        sums[part_of(span) as usize] += length;
        seen += length;
    }
    // What no span covers, a thread's last moments, it was running.
    sums[Part::Computing as usize] += (end - begin).saturating_sub(seen);
}

fn part_of(span: &Span) -> Part {
    match span.state {
        State::Held => Part::Computing,
        State::Waiting => Part::Gil,
        State::Away(Reason::Native) => Part::Native,
        State::Away(_) => Part::Other,
    }
}
