//! What stable Rust does not promise about the loop: each handler ends in a sibling call.
//!
//! A lost one grows the machine stack by a frame an instruction. Both tests look at the release binary, the only one
//! built with the optimiser, and say so when there is none: `cargo build --release` makes it.

use std::path::{Path, PathBuf};
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
    let table = table_of_handlers(&binary);
    let mut functions = 0;
    let mut wrong = Vec::new();
    let mut function = Function::default();
    for line in listing.lines() {
        if let Some((_, symbol)) = line.strip_suffix(">:").and_then(|line| line.split_once('<')) {
            function = Function { symbol: symbol.to_string(), ..Function::default() };
            functions += usize::from(belongs_to_the_machine(symbol));
        } else if belongs_to_the_machine(&function.symbol) && function.dispatches_by_call(line, &table) {
            wrong.push(format!("{}: {}", function.symbol, line.trim()));
        }
    }
    assert!(functions > 0, "no function of gilly::vm has a symbol in {}", binary.display());
    println!("{functions} functions of the machine looked at");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where the table of handlers lies, as the listing writes numbers.
fn table_of_handlers(binary: &Path) -> String {
    let symbols =
        Command::new("objdump").args(["-t", "-C"]).arg(binary).output().expect("objdump ran before");
    let symbols = String::from_utf8_lossy(&symbols.stdout);
    let line = symbols.lines().find(|line| line.contains("gilly::vm::dispatch::HANDLERS"));
    let address = line.and_then(|line| line.split(' ').next()).expect("the table has a symbol");
    format!("0x{}", address.trim_start_matches('0'))
}

/// A function in the listing, as far as it has been read.
#[derive(Default)]
struct Function {
    symbol: String,
    /// The register that the table's address was last loaded into.
    table: String,
    /// The register that an entry of the table was just loaded into.
    entry: String,
}

impl Function {
    /// Whether this instruction calls through the table at an address: index times eight, at once or by way of a register.
    fn dispatches_by_call(&mut self, line: &str, address: &str) -> bool {
        let Some((_, instruction)) = line.split_once('\t') else { return false };
        let (mnemonic, operands) = instruction.split_once(' ').unwrap_or((instruction, ""));
        let (operands, comment) = operands.split_once('#').unwrap_or((operands, ""));
        let operands = operands.trim();
        if mnemonic.starts_with("call") {
            let through_entry = !self.entry.is_empty() && operands == format!("*{}", self.entry);
            return through_entry || operands.starts_with('*') && self.is_entry(operands, address);
        }
        let Some((source, target)) = operands.rsplit_once(',') else { return false };
        // Half a register is loaded with a number as if it were the whole.
        let target = target.replace("%e", "%r");
        if mnemonic.starts_with("mov") && self.is_entry(source, address) {
            self.entry = target;
        } else if source == format!("${address}") || comment.contains("vm::dispatch::HANDLERS") {
            self.table = target;
        } else {
            for register in [&mut self.entry, &mut self.table] {
                if *register == target {
                    register.clear();
                }
            }
        }
        false
    }

    fn is_entry(&self, operand: &str, address: &str) -> bool {
        let by_address = operand.contains(&format!("{address}(,"));
        let by_register = !self.table.is_empty() && operand.contains(&format!("({},", self.table));
        operand.contains(",8)") && (by_address || by_register)
    }
}

#[test]
fn a_call_through_a_table_is_recognised() {
    let calls = |lines: &[&str]| {
        let mut function = Function::default();
        lines.iter().any(|line| function.dispatches_by_call(line, "0x285680"))
    };
    let load = "  1:\tlea    0x12(%rip),%rdx        # 285680 <gilly::vm::dispatch::HANDLERS>";
    assert!(calls(&["  1:\tcall   *0x285680(,%rax,8)"]));
    assert!(calls(&["  1:\tmov    $0x285680,%edx", "  2:\tcall   *(%rdx,%rax,8)"]));
    assert!(calls(&[
        load,
        "  2:\tmov    (%rdx,%rax,8),%rcx",
        "  3:\tmov    %rdi,%rsi",
        "  4:\tcall   *%rcx"
    ]));
    assert!(!calls(&[load, "  2:\tmov    (%rdx,%rax,8),%rcx", "  3:\tjmp    *%rcx"]));
    assert!(!calls(&[
        load,
        "  2:\tmov    (%rdx,%rax,8),%rcx",
        "  3:\tmov    0x8(%rdi),%rcx",
        "  4:\tcall   *%rcx"
    ]));
    // The table of a class's operators, say.
    assert!(!calls(&["  1:\tmov    0x40(%rdx,%rax,8),%rcx", "  2:\tcall   *%rcx"]));
    assert!(!calls(&["  1:\tcall   8a0 <memcpy>"]));
}
