//! The lessons run to their end: what a learner starts first must work.

use crate::process::Request;
use crate::suite;

#[test]
fn the_lessons_run() {
    let folder = crate::root().join("pyscripts/lessons");
    suite::run(&folder, &crate::files_below(&folder, "py"), |script| {
        let outcome = Request::new(crate::gilly(), &[&script.path.to_string_lossy()]).run();
        match (outcome.timed_out, outcome.exit, outcome.stdout.is_empty()) {
            (false, 0, false) => String::new(),
            (true, ..) => "timed out\n".to_string(),
            (_, exit, _) => format!("exit status {exit}\n{}", outcome.stderr),
        }
    });
}
