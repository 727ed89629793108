//! `gilly dis --heat`: what it counts.

use crate::process::Request;

const SCRIPT: &str = "\
def add(a, b):
    return a + b

total = 0
for i in range(1000):
    total = add(total, i)
print(total)
";

fn heat(words: &[&str]) -> String {
    let outcome = Request::new(crate::gilly(), &[&["dis", "--heat"], words].concat()).run();
    assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
    outcome.stdout
}

/// A script in a file of its own, removed at the end.
struct Script(std::path::PathBuf);

impl Script {
    fn new(name: &str, text: &str) -> Script {
        let path = std::env::temp_dir().join(format!("gilly-heat-{name}-{}.py", std::process::id()));
        std::fs::write(&path, text).expect("a script can be written");
        Script(path)
    }

    fn path(&self) -> String {
        self.0.to_string_lossy().into_owned()
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The counts in front of the instructions of this name.
fn ticks_of(listing: &str, instruction: &str) -> Vec<u64> {
    let rows = listing.lines().filter(|line| line.split_whitespace().any(|word| word == instruction));
    rows.filter_map(|line| line.split_whitespace().next()?.parse().ok()).collect()
}

#[test]
fn every_run_of_an_instruction_is_counted() {
    let script = Script::new("counts", SCRIPT);
    let listing = heat(&[&script.path()]);
    assert!(listing.starts_with("499500\n"), "{listing}");
    assert_eq!(ticks_of(&listing, "Return"), [1000], "{listing}");
    assert!(listing.contains("add (line 1): 2000 ticks"), "{listing}");
    assert!(listing.contains("    2 |     return a + b\n"), "{listing}");
    // It does not depend on when threads switch.
    assert_eq!(heat(&[&script.path()]), listing);
    assert_eq!(heat(&["--switch-ticks", "7", &script.path()]), listing);
}

#[test]
fn switches_are_counted_where_they_fall() {
    let text = "\
import threading

def count():
    for i in range(1000):
        pass

threads = [threading.Thread(target=count) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
";
    let script = Script::new("switches", text);
    let listing = heat(&["--switch-ticks", "100", &script.path()]);
    // The third column; the second ends in a percent sign.
    let rows = listing.lines().filter(|line| line.get(18..20) == Some(" %"));
    let switches: u64 = rows.filter_map(|row| row.get(20..30)?.trim().parse::<u64>().ok()).sum();
    assert!(switches > 5, "{listing}");
}

#[test]
fn the_page_stands_alone() {
    let script = Script::new("page", SCRIPT);
    let page = std::env::temp_dir().join(format!("gilly-heat-{}.html", std::process::id()));
    let output = heat(&["--html", &page.to_string_lossy(), &script.path()]);
    assert_eq!(output, "499500\n");
    let text = std::fs::read_to_string(&page).expect("the page");
    assert!(text.contains("total = add(total, i)") && text.contains("loses an update of total"), "{text}");
    assert!(!text.contains("http"));
    std::fs::remove_file(&page).expect("removed");
}

#[test]
fn what_cannot_be_counted_is_an_error() {
    let outcome = Request::new(crate::gilly(), &["dis", "--heat", "-c", "1"]).run();
    assert_eq!(outcome.exit, 2);
    assert!(outcome.stderr.starts_with("dis --heat needs a script to run"), "{}", outcome.stderr);
}
