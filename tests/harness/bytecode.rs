//! docs/bytecode.md is generated from the opcode table; `REWRITE=1 cargo test bytecode` writes it again.

use std::fmt::Write;

use gilly::code::opcode::{ALL, Extra, INTRINSICS, Operand, Row};

use crate::difftext::unified;

#[test]
fn the_page_of_bytecode_is_current() {
    let path = crate::root().join("docs/bytecode.md");
    let page = page();
    if crate::rewriting() {
        std::fs::write(&path, &page).expect("the page can be written");
    }
    let current = std::fs::read_to_string(&path).unwrap_or_default();
    let diff = unified(&current, &page);
    assert!(diff.is_empty(), "docs/bytecode.md is stale; `REWRITE=1 cargo test bytecode` writes it\n{diff}");
}

const INTRODUCTION: &str = "# Bytecode

Generated from the table in `src/code/opcode.rs`. `gilly dis FILE` shows the code of a script.

Code is a sequence of 64-bit words. An instruction is one word with the fields `op` (8 bits), `x` (8), `a`, `b`, `c`
(16 each), followed by the words of its inline caches. Jumps count words from the end of the jump's own caches; `bc` is
the 32-bit number in b and c.

A function's window holds its locals, then temporaries. Reading an operand borrows it; where the listing marks a
temporary with `!`, the instruction takes the value out of it. Each instruction is one tick.

| letter | operand |
| --- | --- |
| d | a register that is written |
| r | a register that is read |
| r? | a register that is read, or none |
| s | the first of several registers |
| l | a register with a cell |
| n | a name |
| k | a constant |
| i | a number |
| u | a count or selector |
| j | a jump |

| instruction | x | a | b | c | caches | what it does |
| --- | --- | --- | --- | --- | --- | --- |
";

fn page() -> String {
    let mut page = String::from(INTRODUCTION);
    for op in ALL {
        let row = op.row();
        let wide = matches!(row.b, Operand::WideConst | Operand::WideImm | Operand::WideJump);
        let c = if wide { "..." } else { letter(row.c) };
        let _ = writeln!(
            page,
            "| `{}` | {} | {} | {} | {c} | {} | {} |",
            row.name,
            extra(row),
            letter(row.a),
            letter(row.b),
            row.caches,
            row.doc.replace('|', "\\|").replace("**", "\\*\\*")
        );
    }
    page.push_str("\n## Intrinsics\n\n");
    for (number, intrinsic) in INTRINSICS.iter().enumerate() {
        let _ = writeln!(page, "- {number}: `{intrinsic:?}`");
    }
    page
}

fn extra(row: &Row) -> &'static str {
    match row.x {
        Extra::Take => "takes",
        Extra::Count => "u",
        Extra::No => "",
    }
}

fn letter(operand: Operand) -> &'static str {
    match operand {
        Operand::No => "",
        Operand::Def => "d",
        Operand::Use => "r",
        Operand::UseOrNone => "r?",
        Operand::Span => "s",
        Operand::Cell => "l",
        Operand::Name => "n",
        Operand::Const | Operand::WideConst => "k",
        Operand::Imm | Operand::WideImm => "i",
        Operand::Count => "u",
        Operand::Jump | Operand::WideJump => "j",
    }
}
