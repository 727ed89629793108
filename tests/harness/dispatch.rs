//! What stable Rust does not promise about the loop: each handler ends in a sibling call.
//!
//! A lost one grows the machine stack by a frame an instruction. Both tests look at the release binary, the only one
//! built with the optimiser, and say so when there is none: `cargo build --release` makes it.

use std::path::PathBuf;
use std::process::Command;

use crate::process::Request;

fn release_binary() -> Option<PathBuf> {
    let path = crate::root().join("target/release/gilly");
    if !path.exists() {
        println!("skipped: no release binary; `cargo build --release` makes it");
    }
    path.exists().then_some(path)
}

#[test]
fn ten_million_instructions_run_on_a_small_stack() {
    let Some(binary) = release_binary() else { return };
    let source = "class A:\n    x = 1\n    def f(self, n): return n + self.x\n\
                  a = A(); total = 0; d = {}\n\
                  for i in range(1_000_000):\n    \
                  total += a.f(i); d[i % 7] = [i]; a.y = i; s = str(i % 3); t = 1.5 * i\n\
                  print(total)";
    let shell = format!("ulimit -s 512; exec '{}' -c '{source}'", binary.display());
    let outcome = Request::new("/bin/sh".into(), &["-c", &shell]).run();
    assert!(!outcome.timed_out, "timed out");
    assert_eq!((outcome.stdout.as_str(), outcome.exit), ("500000500000\n", 0), "{}", outcome.stderr);
}

/// Symbols of the loop's handlers, one function an opcode.
fn is_handler(symbol: &str) -> bool {
    symbol.contains("vm::handlers") || symbol.contains("2vm8handlers")
}

#[test]
fn no_handler_dispatches_by_an_indirect_call() {
    let Some(binary) = release_binary() else { return };
    let Ok(listing) = Command::new("objdump").args(["-d", "-C", "--no-show-raw-insn"]).arg(&binary).output()
    else {
        println!("skipped: objdump is not installed");
        return;
    };
    let listing = String::from_utf8_lossy(&listing.stdout);
    let mut handler = None;
    let mut handlers = 0;
    let mut wrong = Vec::new();
    for line in listing.lines() {
        if let Some(symbol) = line.strip_suffix(">:").and_then(|line| line.split_once('<')) {
            handler = is_handler(symbol.1).then_some(symbol.1);
            handlers += usize::from(handler.is_some());
        } else if let Some(name) = handler.filter(|_| dispatches_by_call(line)) {
            wrong.push(format!("{name}: {}", line.trim()));
        }
    }
    println!("{handlers} handlers looked at");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a line of the listing is a call through the dispatch table: indexed by the opcode, eight bytes an entry.
fn dispatches_by_call(line: &str) -> bool {
    let mut words = line.split_whitespace().skip(1);
    words.next().is_some_and(|mnemonic| mnemonic.starts_with("call"))
        && words.next().is_some_and(|target| target.starts_with('*') && target.contains(",8)"))
}
