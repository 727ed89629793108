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

/// The code's own name of its file is an absolute path, whatever the script was called by.
#[test]
fn a_script_is_found_by_a_path_that_is_relative() {
    let script = Script::new("relative", SCRIPT);
    let (folder, name) = (script.0.parent().expect("a folder"), script.0.file_name().expect("a name"));
    let shell = format!(
        "cd '{}' && exec '{}' dis --heat '{}'",
        folder.display(),
        crate::gilly().display(),
        name.display()
    );
    let outcome = Request::new("/bin/sh".into(), &["-c", &shell]).run();
    assert_eq!(outcome.stdout, heat(&[&script.path()]), "{}", outcome.stderr);
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

/// Ticks, hits and misses of the rows of an instruction or of its special forms.
fn guesses_of(listing: &str, instruction: &str) -> Vec<[u64; 3]> {
    let rows =
        listing.lines().filter(|line| line.split_whitespace().any(|word| word.starts_with(instruction)));
    let cell = |row: &str, from: usize, to: usize| row.get(from..to)?.trim().parse().ok();
    rows.filter_map(|row| Some([cell(row, 0, 12)?, cell(row, 41, 50)?, cell(row, 51, 60)?])).collect()
}

#[test]
fn right_and_wrong_guesses_are_counted() {
    let text = "\
class First:
    def __init__(self): self.value = 1
class Second:
    def __init__(self): self.other, self.value = 2, 3

def add(things):
    total = 0
    for thing in things:
        total += thing.value
    return total

one = [First() for _ in range(100)]
mixed = [First() if place % 2 else Second() for place in range(100)]
add(one)
add(mixed)
for key, value in dict.fromkeys(range(50), 1).items():
    pass
";
    let script = Script::new("guesses", text);
    let listing = heat(&[&script.path()]);
    let rows = [guesses_of(&listing, "LoadAttr"), guesses_of(&listing, "NextIter")].concat();
    assert!(rows.iter().all(|[ticks, hits, misses]| hits + misses == *ticks), "{listing}");
    let attribute = guesses_of(&listing, "LoadAttr").into_iter().find(|row| row[0] == 200);
    // Nothing was remembered at first, then nothing of the second class.
    assert_eq!(attribute, Some([200, 198, 2]), "{listing}");
    let pairs = guesses_of(&listing, "NextIterPair");
    assert_eq!(pairs.iter().map(|row| row[0]).collect::<Vec<_>>(), [50], "{listing}");
    assert!(pairs[0][2] <= 2, "{listing}");
}

#[test]
fn the_page_stands_alone() {
    let script = Script::new("page", SCRIPT);
    let page = std::env::temp_dir().join(format!("gilly-heat-{}.html", std::process::id()));
    let output = heat(&["--html", &page.to_string_lossy(), &script.path()]);
    assert_eq!(output, "499500\n");
    let text = std::fs::read_to_string(&page).expect("the page");
    assert!(text.contains("<a href=\"#code0\">add</a>") && text.contains("<h2 id=code0>add "), "{text}");
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
