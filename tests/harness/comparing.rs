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

/// The numbers of a row: seconds, speedup, efficiency, then the parts.
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
        assert_eq!(numbers.len(), 9, "{title}: {}", outcome.stdout);
        let sum: f64 = numbers[3..].iter().sum();
        assert!((sum - numbers[0]).abs() < 0.006 + numbers[0] * 0.03, "{title}: {}", outcome.stdout);
    }
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
    assert!(html.contains("child VMs") && !html.contains("http"));
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
