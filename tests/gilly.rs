//! The interpreter against its data: golden scripts, listings, error texts, the command line, the tree's own rules.
//!
//! A behaviour is a `.py` file; what CPython 3.13 printed for it stands beside it. `tests/rewrite-golden python3.13`
//! writes those files again. `GOLDEN=part-of-a-path cargo test` runs only the scripts whose path has that part, and
//! `GILLY=path cargo test` puts another binary to the test (a release build, or CPython itself).
//!
//! Invariant: no test waits for ever. Every child has a time limit, after which its process group is killed.

#[path = "harness/arrows.rs"]
mod arrows;
#[path = "harness/bytecode.rs"]
mod bytecode;
#[path = "harness/cache.rs"]
mod cache;
#[path = "harness/children.rs"]
mod children;
#[path = "harness/command_line.rs"]
mod command_line;
#[path = "harness/comparing.rs"]
mod comparing;
#[path = "harness/differences.rs"]
mod differences;
#[path = "harness/difftext.rs"]
mod difftext;
#[path = "harness/dispatch.rs"]
mod dispatch;
#[path = "harness/errors.rs"]
mod errors;
#[path = "harness/faults.rs"]
mod faults;
#[path = "harness/gil.rs"]
mod gil;
#[path = "harness/golden.rs"]
mod golden;
#[path = "harness/heat.rs"]
mod heat;
#[path = "harness/lessons.rs"]
mod lessons;
#[path = "harness/listings.rs"]
mod listings;
#[path = "harness/parsing.rs"]
mod parsing;
#[path = "harness/process.rs"]
mod process;
#[path = "harness/prompt.rs"]
mod prompt;
#[path = "harness/script.rs"]
mod script;
#[path = "harness/suite.rs"]
mod suite;
#[path = "harness/tracing.rs"]
mod tracing;

use std::path::{Path, PathBuf};

/// The root of the repository.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The interpreter under test.
fn gilly() -> PathBuf {
    std::env::var_os("GILLY").map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_gilly")), PathBuf::from)
}

/// Whether expected files are to be written instead of compared.
fn rewriting() -> bool {
    std::env::var_os("REWRITE").is_some()
}

/// All files below `folder` with this extension, sorted.
fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
