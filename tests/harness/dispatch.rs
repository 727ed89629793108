//! What stable Rust does not promise about the loop: each handler ends in a sibling call.
//!
//! A lost one grows the machine stack by a frame an instruction. Both tests look at the release binary, the only one
//! built with the optimiser, and say so when there is none: `cargo build --release` makes it.

use std::path::PathBuf;
use std::process::Command;

use crate::process::Request;

fn release_binary() -> Option<PathBuf> {
    let path = crate::root().join("target/release/gilly");
    let there = path.exists();
    if !there {
        println!("skipped: no release binary; `cargo build --release` makes it");
    }
    there.then_some(path)
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

/// Functions of the machine, the handlers of opcodes among them.
fn belongs_to_the_machine(symbol: &str) -> bool {
    symbol.contains("gilly::vm::")
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
    let mut functions = 0;
    let mut wrong = Vec::new();
    let mut function = Function::default();
    for line in listing.lines() {
        if let Some((_, symbol)) = line.strip_suffix(">:").and_then(|line| line.split_once('<')) {
            function = Function { symbol: symbol.to_string(), ..Function::default() };
            functions += usize::from(belongs_to_the_machine(symbol));
        } else if belongs_to_the_machine(&function.symbol) && function.dispatches_by_call(line) {
            wrong.push(format!("{}: {}", function.symbol, line.trim()));
        }
    }
    assert!(functions > 0, "no function of gilly::vm has a symbol in {}", binary.display());
    println!("{functions} functions of the machine looked at");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A function in the listing, as far as it has been read.
#[derive(Default)]
struct Function {
    symbol: String,
    /// The register that an entry of a table of pointers was just loaded into.
    from_table: String,
}

impl Function {
    /// Whether this instruction calls through a table of pointers: index times eight, at once or by way of a register.
    fn dispatches_by_call(&mut self, line: &str) -> bool {
        let Some((_, instruction)) = line.split_once('\t') else { return false };
        let (mnemonic, operands) = instruction.split_once(' ').unwrap_or((instruction, ""));
        let operands = operands.trim();
        if mnemonic.starts_with("call") {
            let through_register = !self.from_table.is_empty() && operands == format!("*{}", self.from_table);
            return through_register || operands.starts_with('*') && operands.contains(",8)");
        }
        match operands.rsplit_once(',') {
            Some((source, target)) if mnemonic.starts_with("mov") && source.contains(",8)") => {
                self.from_table = target.to_string();
            }
            Some((_, target)) if target == self.from_table => self.from_table.clear(),
            _ => {}
        }
        false
    }
}

#[test]
fn a_call_through_a_table_is_recognised() {
    let calls = |lines: &[&str]| {
        let mut function = Function::default();
        lines.iter().any(|line| function.dispatches_by_call(line))
    };
    assert!(calls(&["  1:\tcall   *0x10(,%rax,8)"]));
    assert!(calls(&["  1:\tmov    (%rdx,%rax,8),%rcx", "  2:\tmov    %rdi,%rsi", "  3:\tcall   *%rcx"]));
    assert!(!calls(&["  1:\tmov    (%rdx,%rax,8),%rcx", "  2:\tjmp    *%rcx"]));
    assert!(!calls(&[
        "  1:\tmov    (%rdx,%rax,8),%rcx",
        "  2:\tmov    0x8(%rdi),%rcx",
        "  3:\tcall   *%rcx"
    ]));
    assert!(!calls(&["  1:\tcall   8a0 <memcpy>"]));
}
