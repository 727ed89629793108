//! Checks code before it runs: operands within bounds, jumps to instructions, temporaries written before they are read.
//!
//! The compiler's own check in debug builds; also for code that arrives from elsewhere.

use super::disassemble::{instructions, jump_target};
use super::opcode::{Extra, INTRINSICS, NONE, Operand, TAKE_A, TAKE_B, TAKE_C};
use super::{Code, Instruction, Opcode};

/// Checks a code object, not those among its constants; says what is wrong.
pub fn verify(code: &Code) -> Result<(), String> {
    let at = |word: usize, what: String| format!("{} at word {word}: {what}", code.qualified_name);
    let starts = starts(code)?;
    if code.local_kinds.len() != code.local_names.len() {
        return Err(at(0, "kinds and names of locals differ in number".into()));
    }
    let mut falls_off = true;
    for (word, instruction) in instructions(code) {
        check_operands(code, instruction).map_err(|what| at(word, what))?;
        if let Some(target) = jump_target(word, instruction) {
            let found = usize::try_from(target).ok().and_then(|target| starts.get(target));
            if found != Some(&true) {
                return Err(at(
                    word,
                    format!("{:?} jumps to {target}, where no instruction begins", instruction.op),
                ));
            }
        }
        falls_off = !ends(instruction.op);
    }
    if falls_off {
        return Err(at(code.words.len(), "the code runs off its end".into()));
    }
    for handler in &code.handlers {
        let inside = handler.start < handler.end && handler.end as usize <= code.words.len();
        if !inside || starts.get(handler.target as usize) != Some(&true) {
            return Err(at(handler.start as usize, "a handler is out of bounds".into()));
        }
        if handler.register >= code.register_count || usize::from(handler.register) < code.nlocals() {
            return Err(at(handler.start as usize, "a handler's register is no temporary".into()));
        }
    }
    check_definedness(code).map_err(|(word, what)| at(word, what))
}

/// Does nothing follow the instruction?
pub(super) fn ends(op: Opcode) -> bool {
    use Opcode::*;
    matches!(op, Jump | JumpBack | Return | ReturnConst | Raise | Reraise)
}

/// For each word: does an instruction begin there?
fn starts(code: &Code) -> Result<Vec<bool>, String> {
    let mut starts = vec![false; code.words.len()];
    let mut end = 0;
    for (word, instruction) in instructions(code) {
        starts[word] = true;
        end = word + 1 + usize::from(instruction.op.row().caches);
    }
    if end != code.words.len() {
        return Err(format!("{}: word {end} is no instruction", code.qualified_name));
    }
    Ok(starts)
}

fn check_operands(code: &Code, instruction: Instruction) -> Result<(), String> {
    let row = instruction.op.row();
    let operands =
        [(row.a, instruction.a, TAKE_A), (row.b, instruction.b, TAKE_B), (row.c, instruction.c, TAKE_C)];
    for (kind, value, bit) in operands {
        let fits = match kind {
            Operand::UseOrNone | Operand::Const if value == NONE => true,
            Operand::Def | Operand::Use | Operand::UseOrNone | Operand::Cell => value < code.register_count,
            Operand::Span => value <= code.register_count,
            Operand::Name => usize::from(value) < code.names.len(),
            Operand::Const => usize::from(value) < code.constants.len(),
            Operand::WideConst => {
                usize::try_from(instruction.wide()).is_ok_and(|index| index < code.constants.len())
            }
            _ => true,
        };
        if !fits {
            return Err(format!("{} has {kind:?} {value} out of bounds", row.name));
        }
        let is_register = matches!(kind, Operand::Use | Operand::UseOrNone);
        let taken = row.x == Extra::Take && instruction.x & bit != 0 && is_register;
        if taken && usize::from(value) < code.nlocals() {
            return Err(format!("{} consumes the local {}", row.name, code.local_names[usize::from(value)]));
        }
    }
    if instruction.op == Opcode::Intrinsic && usize::from(instruction.x) >= INTRINSICS.len() {
        return Err(format!("there is no intrinsic {}", instruction.x));
    }
    for (first, count) in spans(instruction) {
        if u32::from(first) + count > u32::from(code.register_count) {
            return Err(format!("{} reaches beyond the registers", row.name));
        }
    }
    Ok(())
}

/// The spans of registers that an instruction reads (taking them), as first and number.
pub(super) fn spans(instruction: Instruction) -> Vec<(u16, u32)> {
    let Instruction { op, x, a, b, c } = instruction;
    use Opcode::*;
    match op {
        BuildTuple | BuildList | BuildSet | BuildString => vec![(b, u32::from(c))],
        BuildMap => vec![(b, 2 * u32::from(c))],
        BuildSlice | LoadSuperAttr => vec![(b, 3)],
        LoadSuperMethod => vec![(b, 3), (a, 2)],
        Call => vec![(b, 2 + u32::from(x))],
        CallKeywords => vec![(b, 2 + u32::from(x & 127))],
        CallSpread => vec![(b, 4)],
        MakeFunction => vec![(b, x.count_ones())],
        Generate => vec![(b, 1 + u32::from(x))],
        LoadSlice | StoreSlice => vec![(c, 2)],
        ImportName => vec![(b, 2)],
        UnpackSequence => vec![(a, u32::from(c))],
        UnpackRest => vec![(a, u32::from(x) + 1 + u32::from(c))],
        EnterHandler | LeaveHandler | LoadMethod | LoadSpecial | BeginLoop => vec![(a, 2)],
        WithExceptStart => vec![(b, 2)],
        _ => Vec::new(),
    }
}

/// Temporaries that an instruction reads for certain (a window's second register may be empty).
fn reads(instruction: Instruction) -> Vec<u16> {
    let Instruction { op, x, a, b, c } = instruction;
    use Opcode::*;
    let range = |first: u16, count: u32| (0..count).map(move |index| first + index as u16);
    match op {
        // Release may meet a register that one of several paths has filled.
        Release => Vec::new(),
        BuildTuple | BuildList | BuildSet | BuildString => range(b, u32::from(c)).collect(),
        BuildMap => range(b, 2 * u32::from(c)).collect(),
        Call => std::iter::once(b).chain(range(b + 2, u32::from(x))).collect(),
        CallKeywords => std::iter::once(b).chain(range(b + 2, u32::from(x & 127))).collect(),
        CallSpread => vec![b, b + 2],
        MakeFunction => range(b, x.count_ones()).collect(),
        Generate => range(b, 1 + u32::from(x)).collect(),
        LoadSlice => vec![b, c, c + 1],
        StoreSlice => vec![a, b, c, c + 1],
        BuildSlice | LoadSuperAttr | LoadSuperMethod => range(b, 3).collect(),
        ImportName => vec![b, b + 1],
        EnterHandler => vec![a],
        LeaveHandler => vec![a, a + 1],
        WithExceptStart => vec![b, b + 1, c],
        MatchClass => vec![b, c, c + 1],
        _ => {
            let row = instruction.op.row();
            let kinds = [(row.a, a), (row.b, b), (row.c, c)];
            let read = |(kind, value): &(Operand, u16)| {
                *kind == Operand::Use || *kind == Operand::UseOrNone && *value != NONE
            };
            kinds.iter().filter(|pair| read(pair)).map(|(_, value)| *value).collect()
        }
    }
}

/// Temporaries that an instruction empties or consumes.
pub(super) fn empties(instruction: Instruction) -> Vec<u16> {
    let Instruction { op, x, a, b, c } = instruction;
    use Opcode::*;
    let row = op.row();
    let mut emptied = match op {
        Take => vec![b],
        Release | Reraise | Return | ImportStar => vec![a],
        FormatValue => vec![b, c],
        BuildTuple | BuildList | BuildSet | BuildString | BuildMap | Call | CallKeywords | CallSpread
        | MakeFunction | Generate | LoadSlice | StoreSlice | BuildSlice | LoadSuperAttr | LoadSuperMethod
        | ImportName => reads(instruction),
        LeaveHandler => vec![a, a + 1],
        WithExceptStart => vec![b, b + 1],
        MatchClass => vec![c, c + 1],
        JumpUnlessMatch => vec![b],
        SplitGroup => vec![c],
        UnpackRest => vec![b],
        YieldFrom => vec![b, c],
        Intrinsic => vec![b, c],
        EndAsyncFor => vec![a, b],
        _ => Vec::new(),
    };
    if matches!(op, LoadSlice) {
        emptied.retain(|register| *register != b);
    }
    if matches!(op, StoreSlice) {
        emptied.retain(|register| *register != a && *register != b);
    }
    if row.x == Extra::Take {
        let kinds = [(row.a, a, TAKE_A), (row.b, b, TAKE_B), (row.c, c, TAKE_C)];
        for (kind, value, bit) in kinds {
            if matches!(kind, Operand::Use | Operand::UseOrNone) && x & bit != 0 {
                emptied.push(value);
            }
        }
    }
    emptied
}

/// Registers that an instruction writes.
pub(super) fn writes(instruction: Instruction) -> Vec<u16> {
    let Instruction { op, x, a, b, c } = instruction;
    use Opcode::*;
    match op {
        UnpackSequence => (0..c).map(|index| a + index).collect(),
        UnpackRest => (0..=u16::from(x) + c).map(|index| a + index).collect(),
        LoadMethod | LoadSuperMethod | LoadSpecial | EnterHandler | BeginLoop => vec![a, a + 1],
        SplitGroup => vec![a, b],
        ListToTuple => vec![a],
        _ if op.row().a == Operand::Def => vec![a],
        _ => Vec::new(),
    }
}

/// Follows all paths once for each state that only grows smaller: is every temporary that is read written before?
fn check_definedness(code: &Code) -> Result<(), (usize, String)> {
    let nlocals = code.nlocals();
    let count = usize::from(code.register_count).saturating_sub(nlocals);
    let words = count.div_ceil(64);
    // Great code is trusted: the analysis is for finding mistakes of the compiler.
    if count * code.words.len() > 1 << 22 {
        return Ok(());
    }
    let mut states: Vec<Option<Vec<u64>>> = vec![None; code.words.len()];
    let mut work = vec![(0usize, vec![0u64; words])];
    while let Some((word, incoming)) = work.pop() {
        let Some(slot) = states.get_mut(word) else { continue };
        let mut state = match slot {
            None => incoming,
            Some(known) => {
                let merged: Vec<u64> = known.iter().zip(&incoming).map(|(a, b)| a & b).collect();
                if merged == *known {
                    continue;
                }
                merged
            }
        };
        *slot = Some(state.clone());
        let Some(instruction) = Instruction::decode(code.words[word]) else { continue };
        if let Some(handler) = code.handler_at(word as u32) {
            let mut caught = state.clone();
            let first = usize::from(handler.register) - nlocals;
            (first..count).for_each(|bit| caught[bit / 64] &= !(1 << (bit % 64)));
            caught[first / 64] |= 1 << (first % 64);
            work.push((handler.target as usize, caught));
        }
        let temporary = |register: u16| usize::from(register).checked_sub(nlocals).filter(|bit| *bit < count);
        for register in reads(instruction) {
            if let Some(bit) = temporary(register)
                && state[bit / 64] >> (bit % 64) & 1 == 0
            {
                return Err((word, format!("{:?} reads t{bit}, which may be empty", instruction.op)));
            }
        }
        for bit in empties(instruction).into_iter().filter_map(temporary) {
            state[bit / 64] &= !(1 << (bit % 64));
        }
        if let Some(target) = jump_target(word, instruction) {
            let mut taken = state.clone();
            apply_jump(instruction, &mut taken, &mut state, temporary);
            work.push((target as usize, taken));
        } else {
            define(instruction, &mut state, temporary);
        }
        if !ends(instruction.op) {
            work.push((word + 1 + usize::from(instruction.op.row().caches), state));
        }
    }
    Ok(())
}

fn define(instruction: Instruction, state: &mut [u64], temporary: impl Fn(u16) -> Option<usize>) {
    for bit in writes(instruction).into_iter().filter_map(temporary) {
        state[bit / 64] |= 1 << (bit % 64);
    }
}

/// What a jump leaves where it jumps and where it goes on.
fn apply_jump(
    instruction: Instruction,
    taken: &mut [u64],
    goes_on: &mut [u64],
    temporary: impl Fn(u16) -> Option<usize>,
) {
    let clear = |register: u16, state: &mut [u64]| {
        if let Some(bit) = temporary(register) {
            state[bit / 64] &= !(1 << (bit % 64));
        }
    };
    match instruction.op {
        Opcode::JumpIfTrueOrPop | Opcode::JumpIfFalseOrPop => clear(instruction.a, goes_on),
        Opcode::ForIter => {
            clear(instruction.b, taken);
            define(instruction, goes_on, &temporary);
        }
        Opcode::NextIter => {
            clear(instruction.b, goes_on);
            define(instruction, taken, &temporary);
        }
        _ => {}
    }
}
