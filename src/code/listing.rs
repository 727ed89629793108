//! The disassembler: code objects as text, one instruction a line, driven by the opcode table.
//!
//! A line has the source line where it changes, the word's number, a mark where jumps lead, the name and the operands:
//! `r3` a register (with its name if it is a local), `!` where a temporary is consumed, `->` before what is written.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::rc::Rc;

use super::instruction::Instruction;
use super::object::{Code, Constant};
use super::opcode::{self, Extra, INTRINSICS, Opcode, Operand};

/// The listing of a code object and of those among its constants, outermost first.
pub fn listing(code: &Rc<Code>) -> String {
    let mut text = String::new();
    let mut pending = vec![code.clone()];
    while let Some(code) = pending.pop() {
        if !text.is_empty() {
            text.push('\n');
        }
        heading(&mut text, &code);
        body(&mut text, &code);
        handlers(&mut text, &code);
        let inner = code.constants.iter().rev().filter_map(|constant| match constant {
            Constant::Code(inner) => Some(inner.clone()),
            _ => None,
        });
        pending.extend(inner);
    }
    text
}

fn heading(text: &mut String, code: &Code) {
    let (name, file, line) = (&code.qualified_name, &code.filename, code.first_line);
    let _ = writeln!(text, "{name} ({file}, line {line}), {} registers", code.register_count);
    if !code.local_names.is_empty() {
        let locals = code.local_names.iter().enumerate();
        let locals: Vec<String> = locals.map(|(place, name)| format!("r{place} {name}")).collect();
        let _ = writeln!(text, "  locals: {}", locals.join(", "));
    }
}

/// The instructions with the numbers of their words.
fn instructions(code: &Code) -> Vec<(usize, Option<Instruction>)> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < code.words.len() {
        let instruction = Instruction::decode(code.words[place]);
        found.push((place, instruction));
        place += 1 + instruction.map_or(0, |instruction| usize::from(instruction.op.row().caches));
    }
    found
}

/// Where an instruction jumps to, if it does.
fn target(place: usize, instruction: Instruction) -> Option<usize> {
    let row = instruction.op.row();
    let operands = [(row.a, instruction.a), (row.b, instruction.b), (row.c, instruction.c)];
    let offset = operands.into_iter().find_map(|(kind, field)| match kind {
        Operand::Jump => Some(i64::from(field as i16)),
        Operand::WideJump => Some(i64::from(instruction.wide())),
        _ => None,
    })?;
    usize::try_from(place as i64 + 1 + i64::from(row.caches) + offset).ok()
}

fn body(text: &mut String, code: &Code) {
    let instructions = instructions(code);
    let jumped = instructions.iter().filter_map(|&(place, instruction)| target(place, instruction?));
    let mut targets: BTreeSet<usize> = jumped.collect();
    targets.extend(code.handlers.iter().map(|handler| handler.target as usize));
    let mut last_line = 0;
    for (place, instruction) in instructions {
        let line = code.position_at(place as u32).line;
        let shown = if line != last_line && line != 0 { line.to_string() } else { String::new() };
        last_line = line;
        let mark = if targets.contains(&place) { ">>" } else { "" };
        let operation = instruction.map_or_else(|| "?".to_owned(), |found| operation(code, place, found));
        let _ = writeln!(text, "{}", format!("{shown:>5} {mark:>2} {place:>4}  {operation}").trim_end());
    }
}

fn operation(code: &Code, place: usize, instruction: Instruction) -> String {
    let row = instruction.op.row();
    let mut parts = Vec::new();
    if let (Extra::Count, Opcode::Intrinsic) = (row.x, instruction.op) {
        let known = INTRINSICS.get(usize::from(instruction.x));
        parts.push(known.map_or_else(|| instruction.x.to_string(), |intrinsic| format!("{intrinsic:?}")));
    } else if matches!(row.x, Extra::Count) {
        parts.push(format!("x={}", instruction.x));
    } else if instruction.x >> 3 != 0 {
        parts.push(format!("x={}", instruction.x >> 3));
    }
    let takes = |bit: u8| matches!(row.x, Extra::Take) && instruction.x & bit != 0;
    for (kind, field, taken) in [
        (row.a, instruction.a, takes(opcode::TAKE_A)),
        (row.b, instruction.b, takes(opcode::TAKE_B)),
        (row.c, instruction.c, takes(opcode::TAKE_C)),
    ] {
        parts.extend(operand(code, place, instruction, kind, field, taken));
    }
    format!("{:<20} {}", row.name, parts.join(", "))
}

fn operand(
    code: &Code,
    place: usize,
    instruction: Instruction,
    kind: Operand,
    field: u16,
    taken: bool,
) -> Option<String> {
    let mark = if taken { "!" } else { "" };
    Some(match kind {
        Operand::No => return None,
        Operand::UseOrNone | Operand::Const if field == opcode::NONE => "-".to_owned(),
        Operand::Def => format!("-> {}", register(code, field)),
        Operand::Use | Operand::UseOrNone | Operand::Cell => format!("{}{mark}", register(code, field)),
        Operand::Span => format!("{}{mark}..", register(code, field)),
        Operand::Name => {
            code.names.get(usize::from(field)).map_or_else(|| "?".to_owned(), |name| name.to_string())
        }
        Operand::Const => constant(code, usize::from(field)),
        Operand::WideConst => constant(code, usize::try_from(instruction.wide()).unwrap_or(usize::MAX)),
        Operand::Imm => (field as i16).to_string(),
        Operand::WideImm => instruction.wide().to_string(),
        Operand::Count => format!("#{field}"),
        Operand::Jump | Operand::WideJump => format!("to {}", target(place, instruction).unwrap_or(0)),
    })
}

fn register(code: &Code, number: u16) -> String {
    match code.local_names.get(usize::from(number)) {
        Some(name) => format!("r{number} {name}"),
        None => format!("r{number}"),
    }
}

fn constant(code: &Code, place: usize) -> String {
    code.constants.get(place).map_or_else(|| "?".to_owned(), shown)
}

/// A constant about as Python writes it.
fn shown(constant: &Constant) -> String {
    let several = |items: &[Constant]| items.iter().map(shown).collect::<Vec<_>>().join(", ");
    match constant {
        Constant::None => "None".to_owned(),
        Constant::True => "True".to_owned(),
        Constant::False => "False".to_owned(),
        Constant::Ellipsis => "...".to_owned(),
        Constant::Int(number) => number.to_string(),
        Constant::BigInt(digits) => format!("0x{digits}"),
        Constant::Float(number) => format!("{number:?}"),
        Constant::Complex(real, imaginary) => format!("({real:?}+{imaginary:?}j)"),
        Constant::Str(text) => format!("{:?}", String::from_utf8_lossy(text)),
        Constant::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Constant::Tuple(items) if items.len() == 1 => format!("({},)", several(items)),
        Constant::Tuple(items) => format!("({})", several(items)),
        Constant::FrozenSet(items) => format!("frozenset({{{}}})", several(items)),
        Constant::Code(code) => format!("<code {}>", code.qualified_name),
    }
}

fn handlers(text: &mut String, code: &Code) {
    if code.handlers.is_empty() {
        return;
    }
    let _ = writeln!(text, "  handlers:");
    for handler in &code.handlers {
        let (start, end, target) = (handler.start, handler.end, handler.target);
        let _ = writeln!(text, "    {start} to {end}: at {target}, exception in r{}", handler.register);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_are_shown_by_their_kind() {
        let words = [
            Instruction { op: Opcode::LoadConst, x: 0, a: 1, b: 0, c: 0 },
            Instruction { op: Opcode::Add, x: opcode::TAKE_C, a: 0, b: 0, c: 1 },
            Instruction { op: Opcode::JumpIfTrue, x: 0, a: 0, b: 0, c: 0 }.with_wide(-3),
        ];
        let code = Code {
            qualified_name: "f".into(),
            filename: "f.py".into(),
            first_line: 1,
            register_count: 2,
            local_names: Box::new(["x".into()]),
            words: words.map(Instruction::encode).into(),
            constants: Box::new([Constant::Str(b"one"[..].into())]),
            ..Code::default()
        };
        let expected = "f (f.py, line 1), 2 registers\n  locals: r0 x\n\
                        \x20     >>    0  LoadConst            -> r1, \"one\"\n\
                        \x20           1  Add                  -> r0 x, r0 x, r1!\n\
                        \x20           2  JumpIfTrue           r0 x, to 0\n";
        assert_eq!(listing(&Rc::new(code)), expected);
    }
}
