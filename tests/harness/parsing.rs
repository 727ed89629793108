//! The parser over every script of the tree: what CPython runs is parsed, and what it refuses is refused in its words.
//!
//! Asks the library, not the binary, so that a hole in the grammar shows as such.

use gilly::syntax::{SyntaxError, SyntaxErrorKind, parse_module};

use std::path::{Path, PathBuf};

#[test]
fn every_script_that_runs_is_parsed() {
    let root = crate::root();
    let folders = ["tests/golden", "tests/listings", "tests/differences", "pyscripts", "benches"];
    let scripts: Vec<_> =
        folders.iter().flat_map(|folder| crate::files_below(&root.join(folder), "py")).collect();
    let refused: Vec<_> = scripts.iter().filter_map(|path| refusal(path)).collect();
    println!("{} scripts parsed", scripts.len() - refused.len());
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn syntax_errors_are_in_the_words_of_cpython() {
    let mut wrong = Vec::new();
    for path in syntax_error_scripts() {
        // What the parser lets pass is the compiler's to refuse: `return` outside a function and its like.
        let Err(error) = parse(&path) else { continue };
        let expected =
            std::fs::read_to_string(path.with_extension("err")).expect("an error script has its .err");
        let last = expected.lines().last().unwrap_or_default();
        if text(&error) != last {
            wrong.push(format!("{}\n-{last}\n+{}", path.display(), text(&error)));
        }
        if !expected.contains(&format!(", line {}\n", error.line)) {
            wrong.push(format!("{}: line {} is not CPython's\n{expected}", path.display(), error.line));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn syntax_error_scripts() -> Vec<PathBuf> {
    let mut scripts = crate::files_below(&crate::root().join("tests/errors"), "py");
    scripts.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("syntax_")));
    scripts
}

fn parse(path: &Path) -> Result<(), SyntaxError> {
    let bytes = std::fs::read(path).expect("a script can be read");
    parse_module(&bytes, &path.to_string_lossy()).map(|_| ())
}

fn refusal(path: &Path) -> Option<String> {
    parse(path)
        .err()
        .map(|error| format!("{}:{}:{}: {}", path.display(), error.line, error.column, text(&error)))
}

/// The last line of the error's report.
fn text(error: &SyntaxError) -> String {
    let class = match error.kind {
        SyntaxErrorKind::SyntaxError => "SyntaxError",
        SyntaxErrorKind::IndentationError => "IndentationError",
        SyntaxErrorKind::TabError => "TabError",
        SyntaxErrorKind::TooComplex => "MemoryError",
    };
    format!("{class}: {}", error.message)
}
