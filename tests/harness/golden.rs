//! Golden scripts: `tests/golden/<area>/<behaviour>.py` with CPython's output beside it.
//!
//! Only scripts directly in the area are run; folders below hold the modules that they import. One test an area, so
//! that a run names what broke.

use std::path::{Path, PathBuf};

use crate::suite;

macro_rules! areas {
    ($($area:ident)*) => {
        $(#[test]
        fn $area() {
            check(stringify!($area));
        })*

        const AREAS: &[&str] = &[$(stringify!($area)),*];
    };
}

areas! {
    lexical objects
    literals fstrings operators assignment control functions closures scopes generators comprehensions classes dunder
    descriptors exceptions exceptgroups context_managers matching imports decorators generics asynchronous
    numbers strings bytes_types lists dicts sets tuples slices_ranges memoryviews
    formatting hashing lifetimes weakrefs gc iterators builtins sorting files programs threads modules stdlib
    concurrency
}

/// The output of the areas' scripts is the same with options of the interpreter.
fn same_with(areas: &[&str], options: &[&str]) {
    for area in areas {
        let known = suite::known_failures(&folder(area));
        let scripts: Vec<_> = scripts(area).into_iter().filter(|path| !known.contains(&stem(path))).collect();
        if std::env::var_os("REWRITE").is_none() {
            suite::run(&folder(area), &scripts, |script| suite::compare(script, &script.run(options)));
        }
    }
}

/// Areas in which a switch at any instruction must not change the output.
const STRESSED: &[&str] = &["threads", "concurrency"];

#[test]
fn under_a_switch_at_every_instruction() {
    same_with(STRESSED, &["--switch-ticks", "1"]);
}

/// Areas whose scripts meet every instruction that specialises itself.
const GENERAL: &[&str] =
    &["control", "functions", "classes", "generators", "comprehensions", "iterators", "programs"];

#[test]
fn with_general_instructions_alone() {
    same_with(GENERAL, &["--no-specialize"]);
}

#[test]
fn every_area_has_a_test() {
    let folders = std::fs::read_dir(crate::root().join("tests/golden")).expect("tests/golden is there");
    for entry in folders.flatten().filter(|entry| entry.path().is_dir()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(AREAS.contains(&name.as_str()), "tests/golden/{name} has no row in tests/harness/golden.rs");
    }
}

#[test]
fn every_script_has_an_expected_output() {
    for script in AREAS.iter().flat_map(|area| scripts(area)) {
        assert!(
            script.with_extension("out").exists(),
            "{} has no .out: run tests/rewrite-golden",
            script.display()
        );
    }
}

fn check(area: &str) {
    suite::run(&folder(area), &scripts(area), |script| suite::compare(script, &script.run(&[])));
}

fn folder(area: &str) -> PathBuf {
    crate::root().join("tests/golden").join(area)
}

fn scripts(area: &str) -> Vec<PathBuf> {
    let folder = folder(area);
    let mut scripts = crate::files_below(&folder, "py");
    scripts.retain(|path| path.parent() == Some(&folder));
    scripts
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
