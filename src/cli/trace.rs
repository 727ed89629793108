//! `gilly trace`: runs a program as a process of its own that keeps a timeline, as its child VMs do, and draws all of them
//! on one clock.
//!
//! In reading order: this file (running, collecting); `lanes` (what each thread did when); `chrome` (trace.json, in the
//! trace-event format that Perfetto reads); `page` (trace.html).
//!
//! Invariant: the program's own exit status, streams and signals are as without `trace`.

mod chrome;
pub mod lanes;
mod page;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus};

use crate::gil::{self, timeline};
use lanes::Trace;

/// So many events of all processes together are drawn at most, the last ones of each: files of less than 50 MB.
const MOST_EVENTS: usize = 150_000;

/// Runs the command line of the words, and writes trace.json and trace.html into the folder.
pub fn run(folder: &OsStr, words: &[OsString]) -> ExitCode {
    let folder = Path::new(folder);
    let events = folder.join(format!(".gilly-trace-{}", std::process::id()));
    let status = match fs::create_dir_all(&events).and_then(|()| run_traced(&events, words)) {
        Ok(status) => status,
        Err(error) => {
            eprintln!("gilly: cannot trace into '{}': {error}", folder.display());
            return ExitCode::from(2);
        }
    };
    let written = collect(&events, MOST_EVENTS).and_then(|trace| {
        chrome::write(&trace, fs::File::create(folder.join("trace.json"))?)?;
        fs::write(folder.join("trace.html"), page::text(&trace))?;
        Ok(trace)
    });
    let removed = fs::remove_dir_all(&events);
    match written.and_then(|trace| removed.map(|()| trace)) {
        Ok(trace) => eprintln!("gilly: {}: {}", folder.join("trace.html").display(), trace.summary()),
        Err(error) => eprintln!("gilly: cannot write the trace into '{}': {error}", folder.display()),
    }
    code(status)
}

/// Runs the program to its end. An interrupt from the terminal is for the program; this process goes on to draw.
fn run_traced(events: &Path, words: &[OsString]) -> io::Result<ExitStatus> {
    crate::modules::posix::system::outlive_interrupts();
    let executable = std::env::current_exe()?;
    Command::new(executable).arg("--trace-into").arg(events).args(words).status()
}

/// The traces of all processes that have written one, of their last events so many altogether.
pub fn collect(events: &Path, most: usize) -> io::Result<Trace> {
    let ended = gil::now();
    let mut files: Vec<PathBuf> =
        fs::read_dir(events)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.sort();
    let counts = files.iter().map(|file| timeline::count(file)).collect::<io::Result<Vec<_>>>()?;
    let share = fair_share(counts, most);
    let recordings = files.iter().map(|file| timeline::read(file, share)).collect::<io::Result<Vec<_>>>()?;
    Ok(Trace::of(recordings, ended))
}

/// How many events each process may keep if there are to be so many at most: who has fewer leaves the rest to the others.
fn fair_share(mut counts: Vec<usize>, most: usize) -> usize {
    counts.sort_unstable();
    let mut left = most;
    for (place, count) in counts.iter().enumerate() {
        let share = left / (counts.len() - place);
        if *count > share {
            return share;
        }
        left -= count;
    }
    most
}

/// A program that died of a signal ends this process as a shell would say it.
fn code(status: ExitStatus) -> ExitCode {
    let number = status.code().or_else(|| Some(128 + status.signal()?)).unwrap_or(1);
    ExitCode::from(number as u8)
}

#[cfg(test)]
mod tests {
    use super::fair_share;

    #[test]
    fn who_has_few_events_keeps_them() {
        assert_eq!(fair_share(vec![10, 20], 100), 100);
        assert_eq!(fair_share(vec![10, 200, 300], 100), 45);
        assert_eq!(fair_share(vec![70, 70], 100), 50);
        assert_eq!(fair_share(Vec::new(), 100), 100);
    }
}
