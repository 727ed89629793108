//! Bytecode listings: `tests/listings/*.py` with the disassembly beside it; `REWRITE=1 cargo test` writes it again.
//!
//! A change of the compiler shows here as a diff that a reviewer can read.

use crate::difftext::unified;
use crate::process::Request;
use crate::suite;

#[test]
fn bytecode_listings() {
    let folder = crate::root().join("tests/listings");
    let scripts = crate::files_below(&folder, "py");
    if !crate::rewriting() && !scripts.iter().any(|path| path.with_extension("dis").exists()) {
        println!("skipped: no listing has been written yet");
        return;
    }
    suite::run(&folder, &scripts, |script| {
        let outcome = Request::new(crate::gilly(), &["dis", &script.path.to_string_lossy()]).run();
        if outcome.exit != 0 || outcome.timed_out {
            return format!("`gilly dis` failed:\n{}", outcome.stderr);
        }
        let listing = outcome.stdout.replace(&format!("{}/", folder.display()), "");
        if crate::rewriting() {
            std::fs::write(script.beside("dis"), &listing).expect("a listing can be written");
        }
        unified(&script.expected("dis"), &listing)
    });
}
