//! Listings of code: one instruction a line, with source lines, operands by kind, and the exception table. Brackets join
//! a load to the store of what was made of it, where another thread's update in between is lost.
//!
//! Everything comes from the rows of the opcode table.

use std::fmt::Write;

use super::atomicity::{Functions, Window, windows};
use super::opcode::{Extra, INTRINSICS, NONE, Operand, TAKE_A, TAKE_B, TAKE_C};
use super::{Code, Constant, Instruction, Opcode};

/// The listing of a code object and of all code among its constants.
pub fn disassemble(code: &Code) -> String {
    let mut out = String::new();
    write_code(&mut out, code, &Functions::of(code));
    out
}

fn write_code(out: &mut String, code: &Code, functions: &Functions) {
    let locals = local_list(code);
    let _ = writeln!(
        out,
        "{} (line {}, {} locals{locals}, {} registers)",
        code.qualified_name,
        code.first_line,
        code.nlocals(),
        code.register_count
    );
    let targets = jump_targets(code);
    let windows = windows(code, functions);
    let mut line = 0;
    for (word, instruction) in instructions(code) {
        let position = code.position_at(word as u32);
        let shown = if position.line != line && position.line != 0 {
            line = position.line;
            format!("{line:>5}")
        } else {
            "     ".into()
        };
        let mark = if targets.contains(&word) { ">>" } else { "  " };
        let lens = lens(&windows, word);
        let text = show(code, word, instruction);
        let _ = writeln!(out, "{shown} {mark} {word:>4}{lens} {}", text.trim_end());
    }
    for handler in &code.handlers {
        let (start, end, target) = (handler.start, handler.end, handler.target);
        let _ =
            writeln!(out, "      handler {start}..{end} -> {target} in {}", register(code, handler.register));
    }
    for constant in &code.constants {
        if let Constant::Code(inner) = constant {
            out.push('\n');
            write_code(out, inner, functions);
        }
    }
}

/// How an instruction stands to the windows in which a switch of threads can lose an update: it opens one, lies in one, or
/// closes one.
pub fn lens(windows: &[Window], word: usize) -> char {
    if windows.iter().any(|window| window.store == word) {
        '\u{2518}'
    } else if windows.iter().any(|window| window.load == word) {
        '\u{2510}'
    } else if windows.iter().any(|window| (window.load..window.store).contains(&word)) {
        '\u{2502}'
    } else {
        ' '
    }
}

/// One instruction, ready to be shown.
pub struct Row {
    /// The word at which it begins.
    pub word: usize,
    pub opcode: Opcode,
    pub operands: String,
    /// Its line, 0 for none.
    pub line: u32,
    /// Where it jumps.
    pub target: Option<i64>,
    /// Do jumps or handlers lead here?
    pub is_target: bool,
}

/// The instructions of a code object.
pub fn rows(code: &Code) -> Vec<Row> {
    let targets = jump_targets(code);
    let row = |(word, instruction): (usize, Instruction)| Row {
        word,
        opcode: instruction.op,
        operands: show_operands(code, word, instruction),
        line: code.position_at(word as u32).line,
        target: jump_target(word, instruction),
        is_target: targets.contains(&word),
    };
    instructions(code).map(row).collect()
}

fn local_list(code: &Code) -> String {
    if code.local_names.is_empty() {
        return String::new();
    }
    let kind = |kind: &u8| match kind {
        1 => "cell ",
        2 => "free ",
        4 => "hidden ",
        _ => "",
    };
    let names: Vec<String> = code
        .local_names
        .iter()
        .zip(&code.local_kinds)
        .map(|(name, flag)| format!("{}{name}", kind(flag)))
        .collect();
    format!(": {}", names.join(", "))
}

/// The instructions with the words at which they begin, caches left out.
pub(super) fn instructions(code: &Code) -> impl Iterator<Item = (usize, Instruction)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let word = *code.words.get(at)?;
        let instruction = Instruction::decode(word)?;
        let here = at;
        at += 1 + usize::from(instruction.op.row().caches);
        Some((here, instruction))
    })
}

/// Where a jump goes.
pub(super) fn jump_target(word: usize, instruction: Instruction) -> Option<i64> {
    let row = instruction.op.row();
    let offset = match (row.b, row.c) {
        (Operand::WideJump, _) => i64::from(instruction.wide()),
        (_, Operand::Jump) => i64::from(instruction.c as i16),
        _ => return None,
    };
    Some(word as i64 + 1 + i64::from(row.caches) + offset)
}

fn jump_targets(code: &Code) -> Vec<usize> {
    let jumps = instructions(code).filter_map(|(word, instruction)| jump_target(word, instruction));
    jumps
        .map(|target| target as usize)
        .chain(code.handlers.iter().map(|handler| handler.target as usize))
        .collect()
}

fn show(code: &Code, word: usize, instruction: Instruction) -> String {
    format!("{:<22}{}", instruction.op.row().name, show_operands(code, word, instruction))
}

fn show_operands(code: &Code, word: usize, instruction: Instruction) -> String {
    let row = instruction.op.row();
    let operands =
        [(row.a, instruction.a, TAKE_A), (row.b, instruction.b, TAKE_B), (row.c, instruction.c, TAKE_C)];
    let mut parts = Vec::new();
    for (kind, value, bit) in operands {
        let taken = row.x == Extra::Take && instruction.x & bit != 0;
        if let Some(part) = show_operand(code, word, instruction, kind, value) {
            parts.push(if taken { format!("{part}!") } else { part });
        }
    }
    if row.x == Extra::Count {
        parts.push(match INTRINSICS.get(usize::from(instruction.x)) {
            Some(name) if instruction.op == Opcode::Intrinsic => format!("{name:?}"),
            _ => format!("x={}", instruction.x),
        });
    } else if instruction.x >> 3 != 0 {
        parts.push(format!("x={}", instruction.x >> 3));
    }
    parts.join(", ")
}

fn show_operand(
    code: &Code,
    word: usize,
    instruction: Instruction,
    kind: Operand,
    value: u16,
) -> Option<String> {
    Some(match kind {
        Operand::No => return None,
        Operand::UseOrNone | Operand::Const if value == NONE => "-".into(),
        Operand::Def | Operand::Use | Operand::UseOrNone | Operand::Span | Operand::Cell => {
            register(code, value)
        }
        Operand::Name => code.names.get(usize::from(value)).map_or("?".into(), |name| name.to_string()),
        Operand::Const => constant(code, i32::from(value)),
        Operand::WideConst => constant(code, instruction.wide()),
        Operand::Imm => (value as i16).to_string(),
        Operand::WideImm => instruction.wide().to_string(),
        Operand::Count => value.to_string(),
        Operand::Jump | Operand::WideJump => {
            format!("-> {}", jump_target(word, instruction).unwrap_or_default())
        }
    })
}

/// A register by the name of its local, or the number of its temporary.
pub fn register(code: &Code, register: u16) -> String {
    match code.local_names.get(usize::from(register)) {
        Some(name) => name.to_string(),
        None => format!("t{}", usize::from(register) - code.nlocals()),
    }
}

fn constant(code: &Code, index: i32) -> String {
    code.constants.get(index as usize).map_or("?".into(), show_constant)
}

/// A constant in short.
pub fn show_constant(constant: &Constant) -> String {
    let list = |items: &[Constant]| items.iter().map(show_constant).collect::<Vec<_>>().join(", ");
    match constant {
        Constant::None => "None".into(),
        Constant::True => "True".into(),
        Constant::False => "False".into(),
        Constant::Ellipsis => "...".into(),
        Constant::Int(value) => value.to_string(),
        Constant::BigInt(digits) => format!("0x{digits}"),
        Constant::Float(value) => format!("{value:?}"),
        Constant::Complex(real, imaginary) => format!("({real:?}{imaginary:+?}j)"),
        Constant::Str(text) => format!("{:?}", String::from_utf8_lossy(text)),
        Constant::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Constant::Tuple(items) if items.len() == 1 => format!("({},)", list(items)),
        Constant::Tuple(items) => format!("({})", list(items)),
        Constant::FrozenSet(items) => format!("frozenset({})", list(items)),
        Constant::Code(code) => format!("<code {}>", code.qualified_name),
    }
}
