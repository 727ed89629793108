//! `gilly compare`: the same work in series, on threads and in child VMs, and where the time went.
//!
//! In reading order: this file (the words, the runs); `parts` (a run's time taken apart by its timeline); `report` (the
//! table, bars and words); `amdahl` (what more workers would bring); `page` (the same as HTML). The work is run by the
//! library module `_compare`.
//!
//! Invariant: the parts of a run add up to its time; they are spans of its timeline, none counted twice.

mod amdahl;
mod page;
mod parts;
mod report;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use super::options::Unusable;
use super::trace;
use parts::Measure;

/// What is to be compared.
#[derive(Debug)]
pub struct Comparison {
    /// How many workers do the work, once each.
    workers: u32,
    /// How often each way is run; the median counts.
    repetitions: u32,
    /// A function of the script, and the source of its arguments; the whole script if empty.
    function: OsString,
    arguments: OsString,
    /// Where a page is written.
    page: Option<OsString>,
    /// The script and its arguments.
    script: Vec<OsString>,
}

/// A way to do the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Serial,
    Threads,
    /// Threads, with matrix kernels that keep the GIL.
    Holding,
    Processes,
}

impl Way {
    /// What the library module calls it.
    fn word(self) -> &'static str {
        match self {
            Way::Serial => "serial",
            Way::Threads => "threads",
            Way::Holding => "holding",
            Way::Processes => "processes",
        }
    }

    /// What people call it.
    fn title(self, workers: u32) -> String {
        match self {
            Way::Serial => "one after the other".into(),
            Way::Threads => format!("{workers} threads"),
            Way::Holding => format!("{workers} threads, kernels hold the GIL"),
            Way::Processes => format!("{workers} child VMs"),
        }
    }
}

/// Reads the words after `compare`.
pub fn read(words: &[OsString]) -> Result<Comparison, Unusable> {
    let cores = std::thread::available_parallelism().map_or(2, |cores| cores.get() as u32);
    let mut comparison = Comparison {
        workers: cores.clamp(2, 4),
        repetitions: 3,
        function: OsString::new(),
        arguments: OsString::new(),
        page: None,
        script: Vec::new(),
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if !word.as_bytes().starts_with(b"-") || word == "-" {
            comparison.script = [word].into_iter().chain(words).cloned().collect();
            return Ok(comparison);
        }
        let option = word.to_string_lossy();
        let value = words.next().ok_or_else(|| Unusable(format!("Argument expected for {option}")))?;
        match &*option {
            "--workers" => comparison.workers = positive(&option, value)?,
            "--repeat" => comparison.repetitions = positive(&option, value)?,
            "--function" => comparison.function = value.clone(),
            "--args" => comparison.arguments = value.clone(),
            "--html" => comparison.page = Some(value.clone()),
            _ => return Err(Unusable(format!("unknown option {option} of compare"))),
        }
    }
    Err(Unusable("compare needs a script".into()))
}

fn positive(option: &str, value: &OsStr) -> Result<u32, Unusable> {
    let value = value.to_string_lossy();
    let number = value.parse().ok().filter(|number| (1..=1000).contains(number));
    number.ok_or_else(|| Unusable(format!("{option} needs a number from 1 to 1000, not '{value}'")))
}

/// Runs each way some times and prints what they took.
pub fn run(comparison: &Comparison) -> ExitCode {
    match measure(comparison) {
        Ok(results) => {
            let shown = match &comparison.page {
                Some(file) => fs::write(file, page::text(comparison, &results)),
                None => Ok(()),
            };
            let text = report::text(comparison, &results);
            match shown {
                Ok(()) => super::write_out(&text),
                Err(error) => failed(&format!("cannot write the page: {error}")),
            }
        }
        Err(message) => failed(&message),
    }
}

fn failed(message: &str) -> ExitCode {
    eprintln!("gilly compare: {message}");
    ExitCode::FAILURE
}

/// The median run of each way. They are run in turn, so that a slow minute of the machine hits all of them.
fn measure(comparison: &Comparison) -> Result<Vec<(Way, Measure)>, String> {
    let mut runs = vec![(Way::Serial, vec![run_once(comparison, Way::Serial)?])];
    let holding = runs[0].1[0].has("matrix_is_used").then_some(Way::Holding);
    let others = [Some(Way::Threads), holding, Some(Way::Processes)];
    runs.extend(others.into_iter().flatten().map(|way| (way, Vec::new())));
    for round in 1..=comparison.repetitions as usize {
        for (way, runs) in &mut runs {
            if runs.len() < round {
                runs.push(run_once(comparison, *way)?);
            }
        }
    }
    let median = |(way, mut runs): (Way, Vec<Measure>)| {
        runs.sort_by_key(Measure::total);
        (way, runs.swap_remove(runs.len() / 2))
    };
    Ok(runs.into_iter().map(median).collect())
}

fn run_once(comparison: &Comparison, way: Way) -> Result<Measure, String> {
    let folder = std::env::temp_dir().join(format!("gilly-compare-{}", std::process::id()));
    let outcome = fs::create_dir_all(&folder).and_then(|()| run_in(comparison, way, &folder));
    let trace = outcome.and_then(|()| trace::collect(&folder, usize::MAX));
    let _ = fs::remove_dir_all(&folder);
    let trace = trace.map_err(|error| format!("{}: {error}", way.title(comparison.workers)))?;
    if trace.processes.iter().any(|process| process.dropped > 0) {
        let title = way.title(comparison.workers);
        return Err(format!("{title}: too many hand-overs of the GIL to keep them all; compare less work"));
    }
    Measure::of(&trace).ok_or_else(|| "the work was not seen on the timeline".to_owned())
}

/// Runs one way in a process of its own; what the work prints is dropped, its errors are shown.
fn run_in(comparison: &Comparison, way: Way, folder: &Path) -> io::Result<()> {
    let status = Command::new(std::env::current_exe()?)
        .arg("--trace-into")
        .arg(folder)
        .args(["-m", "_compare", way.word(), &comparison.workers.to_string()])
        .args([&comparison.function, &comparison.arguments])
        .args(&comparison.script)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("the work failed: {status}"))) }
}
