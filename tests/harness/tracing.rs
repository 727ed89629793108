//! `gilly trace`: what it draws, and that the program does not notice.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{Outcome, Request};

/// A folder for the pictures of one test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("gilly-tracing-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        Folder(folder)
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect("a file of the trace")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn trace(folder: &Folder, words: &[&str]) -> Outcome {
    let out = folder.0.to_string_lossy();
    Request::new(crate::gilly(), &[&["trace", "--out", &out], words].concat()).run()
}

fn script(name: &str) -> String {
    crate::root().join("tests/trace").join(name).to_string_lossy().into_owned()
}

#[test]
fn threads_and_child_vms_are_on_one_timeline() {
    let folder = Folder::new("whole");
    let outcome = trace(&folder, &[&script("program.py")]);
    assert_eq!(outcome.stdout, "[499500, 1999000, 4498500, 7998000]\n", "{}", outcome.stderr);
    assert_eq!(outcome.exit, 3);
    assert!(outcome.stderr.contains("trace.html: "), "{}", outcome.stderr);
    let file = folder.0.join("trace.json");
    let checked = Request::new(crate::gilly(), &[&script("check.py"), &file.to_string_lossy()]).run();
    let expected = "\
['counter-0', 'counter-1', 'locker-0', 'locker-1']
['</script>', 'SpawnPoolWorker-1', 'SpawnPoolWorker-2', 'forked', 'main process']
['holds the GIL', 'io', 'join', 'lock', 'process', 'sleep', 'waits for the GIL']
['count'] 4 True
True True True True
{'lock'}
True
";
    assert_eq!(checked.stdout, expected, "{}", checked.stderr);
    let left: Vec<_> = std::fs::read_dir(&folder.0).expect("the folder").flatten().collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn the_page_shows_every_thread() {
    let Some(browser) = browser() else {
        eprintln!("skipped: no chromium on this machine");
        return;
    };
    let folder = Folder::new("page");
    trace(&folder, &[&script("program.py")]);
    let profile = folder.0.join("profile");
    let page = folder.0.join("trace.html");
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"])
        .args(["--disable-background-networking", "--disable-component-update", "--virtual-time-budget=2000"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg("--dump-dom")
        .arg(format!("file://{}", page.display()))
        .output()
        .expect("the browser starts");
    let page = String::from_utf8_lossy(&output.stdout);
    for text in ["counter-0", "locker-1", "SpawnPoolWorker-2", "&lt;/script&gt;", "5 processes, 10 threads"] {
        assert!(page.contains(text), "{text} is not in the page:\n{page}");
    }
}

fn browser() -> Option<&'static Path> {
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .into_iter()
        .map(Path::new)
        .find(|path| path.exists())
}

#[test]
fn the_page_needs_no_network() {
    let folder = Folder::new("alone");
    let outcome = trace(&folder, &["-c", "print(1)"]);
    assert_eq!((outcome.stdout.as_str(), outcome.exit), ("1\n", 0), "{}", outcome.stderr);
    let page = folder.text("trace.html");
    assert!(!page.contains("http") && !page.contains("src="));
    assert!(page.contains("prefers-color-scheme: dark"));
}

#[test]
fn what_cannot_be_traced_is_an_error() {
    let outcome = Request::new(crate::gilly(), &["trace", "--out", "/proc/none", "-c", "1"]).run();
    assert_eq!(outcome.exit, 2);
    assert!(outcome.stderr.starts_with("gilly: cannot trace into '/proc/none'"), "{}", outcome.stderr);
    let outcome = Request::new(crate::gilly(), &["trace", "dis", "x.py"]).run();
    assert_eq!(outcome.exit, 2);
    let folder = Folder::new("missing");
    let outcome = trace(&folder, &["missing.py"]);
    assert_eq!(outcome.exit, 2);
    assert!(outcome.stderr.contains("can't open file"), "{}", outcome.stderr);
}
