//! Deliberate differences from CPython: `tests/differences/*.py`, each with title, cause and workaround in its header,
//! gilly's output in `.gilly` and CPython's in `.out`. docs/differences.md is generated from them.
//!
//! `REWRITE=1 cargo test` writes the page and gilly's outputs; `tests/rewrite-golden` writes CPython's.

use std::fmt::Write;

use crate::difftext::unified;
use crate::script::Script;
use crate::suite;

#[test]
fn gilly_differs_as_documented() {
    let folder = crate::root().join("tests/differences");
    suite::run(&folder, &crate::files_below(&folder, "py"), |script| {
        for key in ["difference", "cause", "workaround"] {
            if script.value(key).is_none() {
                return format!("the header has no `# {key}:`\n");
            }
        }
        let outcome = script.run(&[]);
        if crate::rewriting() {
            std::fs::write(script.beside("gilly"), &outcome.stdout).expect("an output can be written");
        }
        if outcome.timed_out {
            "timed out\n".to_string()
        } else {
            unified(&script.expected("gilly"), &outcome.stdout)
        }
    });
}

#[test]
fn the_page_of_differences_is_current() {
    let path = crate::root().join("docs/differences.md");
    let page = page();
    if crate::rewriting() {
        std::fs::write(&path, &page).expect("the page can be written");
    }
    let current = std::fs::read_to_string(&path).unwrap_or_default();
    let diff = unified(&current, &page);
    assert!(diff.is_empty(), "docs/differences.md is stale; `REWRITE=1 cargo test` writes it\n{diff}");
}

fn page() -> String {
    let mut page = String::from(
        "# Where gilly differs from CPython 3.13\n\n\
         Generated from `tests/differences`; each entry is a script that is run as a test.\n",
    );
    for path in crate::files_below(&crate::root().join("tests/differences"), "py") {
        entry(&mut page, &Script::read(&path));
    }
    page
}

fn entry(page: &mut String, script: &Script) {
    let value = |key: &str| script.value(key).unwrap_or("(not said)");
    let source = std::fs::read_to_string(&script.path).expect("a script can be read");
    let body: Vec<_> = source.lines().skip_while(|line| line.starts_with('#') || line.is_empty()).collect();
    let _ = write!(
        page,
        "\n## {}\n\nCause: {}\n\nWorkaround: {}\n\n```python\n{}\n```\n\nCPython prints:\n\n```\n{}```\n\n\
         gilly prints:\n\n```\n{}```\n",
        value("difference"),
        value("cause"),
        value("workaround"),
        body.join("\n"),
        script.expected("out"),
        script.expected("gilly"),
    );
}
