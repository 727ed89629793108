//! `gilly compare`: the table holds together, and the work is done in each way.

use crate::process::{Outcome, Request};

/// A script in a file of its own, removed at the end.
struct Script(std::path::PathBuf);

impl Script {
    fn new(name: &str, text: &str) -> Script {
        let path = std::env::temp_dir().join(format!("gilly-compare-{name}-{}.py", std::process::id()));
        std::fs::write(&path, text).expect("a script can be written");
        Script(path)
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn compare(options: &[&str], script: &Script) -> Outcome {
    let path = script.0.to_string_lossy();
    let words = [&["compare", "--repeat", "1"], options, &[&*path, "word"]].concat();
    Request::new(crate::gilly(), &words).run()
}

/// The numbers of a row: seconds, speedup, efficiency, then the parts that occur.
fn numbers(report: &str, title: &str) -> Vec<f64> {
    let row = report.lines().find(|line| line.starts_with(title)).unwrap_or_default();
    let words = row[title.len().min(row.len())..].split_whitespace();
    words.filter_map(|word| word.trim_end_matches('x').parse().ok()).collect()
}

#[test]
fn the_parts_are_the_whole() {
    let text =
        "def count(n, step=1):\n    total = 0\n    while n > 0:\n        n -= step\n    return total\n";
    let script = Script::new("parts", text);
    let outcome = compare(&["--workers", "2", "--function", "count", "--args", "60_000, 1"], &script);
    assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
    for title in ["one after the other", "2 threads", "2 child VMs"] {
        let numbers = numbers(&outcome.stdout, title);
        assert!(numbers.len() > 3, "{title}: {}", outcome.stdout);
        let sum: f64 = numbers[3..].iter().sum();
        assert!((sum - numbers[0]).abs() < 0.006 + numbers[0] * 0.03, "{title}: {}", outcome.stdout);
    }
}

/// The amounts before these words, on the line that begins so.
fn amounts(report: &str, title: &str, words: &str) -> Vec<u64> {
    let line = report.lines().find(|line| line.starts_with(title)).unwrap_or_default();
    let before = line.split(words).collect::<Vec<_>>();
    let before = before.iter().take(before.len().saturating_sub(1));
    before.filter_map(|text| text.split_whitespace().last()?.parse().ok()).collect()
}

#[test]
fn what_is_pickled_and_sent_is_counted() {
    let text = "def double(data):\n    return data + data\n";
    let script = Script::new("pickled", text);
    let options = ["--workers", "2", "--function", "double", "--args", "b'x' * 1_000_000"];
    let outcome = compare(&options, &script);
    assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
    let report = &outcome.stdout;
    // One million there and two million back, twice, and some bytes around them.
    for words in [" bytes pickled", " bytes sent", " bytes received", " bytes unpickled"] {
        let bytes = amounts(report, "2 child VMs, all together", words);
        assert!(bytes.len() == 1 && (6_000_000..6_100_000).contains(&bytes[0]), "{words}: {report}");
    }
    assert!(report.contains("pickling") && report.contains("copying"), "{report}");
    assert!(amounts(report, "2 threads, all together", " bytes pickled").is_empty(), "{report}");
    assert!(report.contains("Amdahl's law") && report.contains("what one GIL allows"), "{report}");
    assert!(!report.contains("cannot be pickled"), "{report}");
}

#[test]
fn what_cannot_be_pickled_is_made_anew() {
    let text = "import threading\ndef hold(lock):\n    with lock:\n        return lock\n";
    let script = Script::new("anew", text);
    let outcome = compare(&["--workers", "2", "--function", "hold", "--args", "threading.Lock()"], &script);
    assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
    assert!(outcome.stdout.contains("hold or its arguments cannot be pickled"), "{}", outcome.stdout);
    let script = Script::new("stays", "import threading\ndef lock():\n    return threading.Lock()\n");
    let outcome = compare(&["--workers", "2", "--function", "lock"], &script);
    assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
    assert!(outcome.stdout.contains("What lock returns cannot be pickled"), "{}", outcome.stdout);
}

#[test]
fn work_with_workers_of_its_own_is_called_that() {
    let text = "\
import multiprocessing, sys, threading
def count():
    for _ in range(20_000): pass
if __name__ == '__main__':
    threads = [threading.Thread(target=count) for _ in range(3)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    process = multiprocessing.Process(target=count)
    process.start()
    process.join()
";
    let script = Script::new("own", text);
    let outcome = compare(&["--workers", "2"], &script);
    assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
    let report = &outcome.stdout;
    assert!(report.contains("as a whole, run by each of 2 workers"), "{report}");
    assert!(report.contains("The script itself starts 3 threads and 1 process each time."), "{report}");
    assert!(report.contains("--function count --args"), "{report}");
    assert!(report.contains("own workers") && !report.contains("what one GIL allows"), "{report}");
}

#[test]
fn a_whole_script_is_work_too() {
    let text = "\
import sys, numpy
class Point: pass
def main():
    assert sys.argv[1:] == ['word'] and __name__ == '__main__'
    (numpy.ones((300, 300)) @ numpy.ones((300, 300))).sum()
    print('not shown')
    sys.exit()
main()
";
    let script = Script::new("script", text);
    let page = script.0.with_extension("html");
    let outcome = compare(&["--html", &page.to_string_lossy()], &script);
    assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
    assert!(outcome.stdout.contains("kernels hold the GIL"), "{}", outcome.stdout);
    assert!(!outcome.stdout.contains("not shown"));
    let html = std::fs::read_to_string(&page).expect("the page");
    assert!(html.contains("child VMs") && html.contains("<svg") && !html.contains("http"));
    std::fs::remove_file(&page).expect("removed");
}

#[test]
fn work_that_fails_is_an_error() {
    let script = Script::new("fails", "def f(): 1 / 0\n");
    let outcome = compare(&["--function", "f"], &script);
    assert_eq!(outcome.exit, 1);
    assert!(outcome.stderr.contains("ZeroDivisionError"), "{}", outcome.stderr);
    assert!(
        outcome.stderr.contains("gilly compare: one after the other: the work failed"),
        "{}",
        outcome.stderr
    );
    let outcome = compare(&["--function", "g"], &script);
    assert!(outcome.stderr.contains("has no function 'g'"), "{}", outcome.stderr);
    let outcome = Request::new(crate::gilly(), &["compare", "--workers", "0", "x.py"]).run();
    assert_eq!(outcome.exit, 2);
    assert!(
        outcome.stderr.contains("--workers needs a number from 1 to 1000, not '0'"),
        "{}",
        outcome.stderr
    );
}
