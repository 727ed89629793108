//! A folder of scripts run in parallel, and the report on those that failed.
//!
//! A folder may hold `failing.txt`: names of scripts that are known to fail, one a line. They are run all the same, and
//! one that passes fails the test until it is taken off. `REWRITE=failing cargo test` writes the lists from a run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::difftext::unified;
use crate::process::Outcome;
use crate::script::Script;

/// Runs `check` on every script of `folder` and panics with one report if any fails.
///
/// `check` returns what is wrong, empty when nothing is.
pub fn run(folder: &Path, scripts: &[PathBuf], check: impl Fn(&Script) -> String + Sync) {
    let chosen = std::env::var("GOLDEN").unwrap_or_default();
    let scripts: Vec<_> = scripts.iter().filter(|path| path.to_string_lossy().contains(&chosen)).collect();
    let complaints = in_parallel(&scripts, |path| check(&Script::read(path)));
    let failed: BTreeSet<String> = scripts
        .iter()
        .zip(&complaints)
        .filter(|(_, complaint)| !complaint.is_empty())
        .map(|(path, _)| name_below(folder, path))
        .collect();
    let shown = folder.strip_prefix(crate::root()).unwrap_or(folder).display();
    println!("{shown}: {} of {} scripts pass", scripts.len() - failed.len(), scripts.len());
    if std::env::var("REWRITE").is_ok_and(|value| value == "failing") {
        return write_known(folder, &failed);
    }
    let known = known_failures(folder);
    let mut report = String::new();
    for (path, complaint) in scripts.iter().zip(&complaints) {
        let name = name_below(folder, path);
        match (complaint.is_empty(), known.contains(&name)) {
            (false, false) => report += &format!("\n{shown}/{name}\n{complaint}"),
            (true, true) => report += &format!("\n{shown}/{name} passes: take it off failing.txt\n"),
            _ => {}
        }
    }
    assert!(report.is_empty(), "{report}");
}

/// Compares stdout, stderr and the exit status with what stands beside the script.
pub fn compare(script: &Script, outcome: &Outcome) -> String {
    if outcome.timed_out {
        return format!("timed out\n{}", tail(&outcome.stderr));
    }
    let mut complaint = unified(&script.expected("out"), &outcome.stdout);
    if script.beside("err").exists() {
        let got = if script.whole_stderr() { outcome.stderr.clone() } else { last_line(&outcome.stderr) };
        complaint += &unified(&script.expected("err"), &got);
    } else if !outcome.stderr.is_empty() {
        complaint += &format!("unexpected stderr:\n{}", tail(&outcome.stderr));
    }
    if outcome.exit != script.exit() {
        complaint += &format!("exit status {}, not {}\n", outcome.exit, script.exit());
    }
    complaint
}

fn last_line(text: &str) -> String {
    text.lines().last().map(|line| format!("{line}\n")).unwrap_or_default()
}

/// The last lines of a text: where an error says what it is.
fn tail(text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(8)..].iter().map(|line| format!("  {line}\n")).collect()
}

/// `work` on every item, on as many threads as there are cores; the results in the items' order.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((index, item)) = take_next(&next, items) {
                    let result = work(item);
                    results.lock().expect("no worker panics with the lock").push((index, result));
                }
            });
        }
    });
    let mut results = results.into_inner().expect("no worker panics with the lock");
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

fn take_next<'a, T>(next: &AtomicUsize, items: &'a [T]) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    items.get(index).map(|item| (index, item))
}

fn name_below(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).with_extension("").to_string_lossy().into_owned()
}

/// The scripts of `folder` that are known to fail.
pub fn known_failures(folder: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(folder.join("failing.txt")).unwrap_or_default();
    text.lines().map(|line| line.trim().to_string()).filter(|line| !line.is_empty()).collect()
}

fn write_known(folder: &Path, failed: &BTreeSet<String>) {
    let list = folder.join("failing.txt");
    if failed.is_empty() {
        let _ = std::fs::remove_file(list);
        return;
    }
    let text: String = failed.iter().map(|name| format!("{name}\n")).collect();
    std::fs::write(list, text).expect("failing.txt can be written");
}
