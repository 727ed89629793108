//! Error texts: tracebacks and syntax errors, the whole of stderr as CPython writes it.

use crate::suite;

#[test]
fn error_texts() {
    let folder = crate::root().join("tests/errors");
    let mut scripts = crate::files_below(&folder, "py");
    scripts.retain(|path| path.with_extension("err").exists());
    suite::run(&folder, &scripts, |script| suite::compare(script, &script.run(&[])));
}
