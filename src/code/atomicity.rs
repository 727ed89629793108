//! Where a switch of threads can lose an update: the instructions between the load of something that threads share and the
//! store of a value that was made of it.
//!
//! Another thread that stores in between is overwritten. Found by following values from register to register along the
//! code in its order; jumps are not followed, so of code that branches between load and store only what stands in
//! between is seen. A call of one of the module's own functions or methods is a load or a store, too, where that can be known.
//!
//! In reading order: this file (values along the code); `calls` (what functions load and store); `names` (which ones a
//! module's names and classes stand for).

mod calls;
mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub use calls::Functions;

use super::disassemble::{instructions, register};
use super::opcode::Operand;
use super::verify::spans;
use super::{Code, Instruction, Opcode};

/// A load and the store that belongs to it, as words of the code. A switch after the load and before the store can lose
/// an update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    pub load: usize,
    pub store: usize,
    /// What is loaded and stored, as a source would call it: `counter`, `self.n`, `d[...]`.
    pub place: String,
}

/// What is known of the value of a register.
#[derive(Clone, Default)]
struct Origin {
    /// What a source would call it, where that is one name or path.
    path: Option<String>,
    /// The places that it is made of, by the words that load them.
    loads: BTreeMap<usize, BTreeSet<String>>,
    /// The parameters that it is made of.
    parameters: BTreeSet<u16>,
    /// Of a method about to be called: the object, as a source would call it, and the method's name.
    method: Option<(String, Rc<str>)>,
}

impl Origin {
    /// The value is made of another one, too.
    fn include(&mut self, other: &Origin) {
        for (load, places) in &other.loads {
            self.loads.entry(*load).or_default().extend(places.iter().cloned());
        }
        self.parameters.extend(&other.parameters);
    }
}

/// What is found in a code object.
#[derive(Default)]
struct Analysis {
    windows: Vec<Window>,
    /// The places that the results are made of.
    returned: BTreeSet<String>,
    /// Parameters, and the places to which something made of them is stored.
    stored: Vec<(u16, String)>,
}

/// The windows of a code object, not of those among its constants, in the order of their stores.
pub fn windows(code: &Code, functions: &Functions) -> Vec<Window> {
    analyse(code, functions).windows
}

fn analyse(code: &Code, functions: &Functions) -> Analysis {
    let parameter = |register| (register, Origin { parameters: [register].into(), ..Origin::default() });
    let mut origins: BTreeMap<u16, Origin> = (0..code.argument_count).map(parameter).collect();
    let mut analysis = Analysis::default();
    for (word, instruction) in instructions(code) {
        // What an instruction reads and writes does not change as it specialises itself.
        let instruction = Instruction { op: instruction.op.row().generic, ..instruction };
        let mut origin = Origin::default();
        for register in reads(instruction) {
            origins.get(&register).into_iter().for_each(|known| origin.include(known));
        }
        let path = |register| path(code, &origins, register);
        if instruction.op == Opcode::Move {
            origin.path = path(instruction.b);
        }
        if instruction.op == Opcode::LoadMethod {
            origin.method = path(instruction.b).zip(code.names.get(usize::from(instruction.c)).cloned());
        }
        let (mut stores, mut loads) = (Vec::new(), BTreeSet::new());
        stores.extend(stored(code, instruction, path));
        if let Some(place) = loaded(code, instruction, path) {
            origin.path = Some(place.clone()).filter(|place| !place.ends_with(ITEM));
            loads.insert(place);
        }
        if let Some(called) = called(code, instruction, &origins, functions) {
            let argument = |parameter| match &called.object {
                Some(object) if parameter == 0 => Some(object.clone()),
                _ => path(called.first + parameter),
            };
            loads.extend(called.summary.returned(argument));
            let stored = called.summary.stored(argument).into_iter();
            let stored = stored.filter(|(parameter, _)| *parameter < called.given);
            stores.extend(stored.map(|(parameter, place)| (place, called.first + parameter)));
        }
        for (place, value) in stores {
            let Some(known) = origins.get(&value) else { continue };
            let load = known.loads.iter().rfind(|(_, loaded)| loaded.contains(&place));
            analysis.stored.extend(known.parameters.iter().map(|parameter| (*parameter, place.clone())));
            analysis.windows.extend(load.map(|(load, _)| Window { load: *load, store: word, place }));
        }
        if instruction.op == Opcode::Return {
            analysis.returned.extend(origin.loads.values().flatten().cloned());
        }
        if !loads.is_empty() {
            origin.loads.entry(word).or_default().extend(loads);
        }
        for register in writes(instruction) {
            origins.insert(register, origin.clone());
        }
    }
    analysis
}

/// The bits of a call that count its arguments.
const COUNT: u8 = 127;

/// What is known of the function that an instruction calls.
struct Called<'a> {
    summary: &'a calls::Summary,
    /// The register of the first argument, and how many there are; a method's first one is its object.
    first: u16,
    given: u16,
    /// What a source would call the object, for a method.
    object: Option<String>,
}

fn called<'a>(
    code: &Code,
    instruction: Instruction,
    origins: &BTreeMap<u16, Origin>,
    functions: &'a Functions,
) -> Option<Called<'a>> {
    if instruction.op != Opcode::Call {
        return None;
    }
    let given = u16::from(instruction.x & COUNT);
    let known = origins.get(&instruction.b)?;
    // Operand c says whether an object may stand before the arguments, as a method has it.
    if instruction.c == 0 {
        let summary = functions.find(code, known.path.as_ref()?)?;
        return Some(Called { summary, first: instruction.b + 2, given, object: None });
    }
    let (object, method) = known.method.as_ref()?;
    let summary = functions.find_method(code, object, method)?;
    Some(Called { summary, first: instruction.b + 1, given: given + 1, object: Some(object.clone()) })
}

/// How a path goes on to any of an object's items.
const ITEM: &str = "[...]";

/// What a source would call the value of a register.
fn path(code: &Code, origins: &BTreeMap<u16, Origin>, number: u16) -> Option<String> {
    if usize::from(number) < code.nlocals() {
        return Some(register(code, number));
    }
    origins.get(&number)?.path.clone()
}

/// The shared place that an instruction loads from.
fn loaded(code: &Code, instruction: Instruction, path: impl Fn(u16) -> Option<String>) -> Option<String> {
    let Instruction { op, b, c, .. } = instruction;
    match op {
        Opcode::LoadGlobal => Some(name(code, c)),
        Opcode::LoadAttr => Some(format!("{}.{}", path(b)?, name(code, c))),
        Opcode::LoadCell => Some(register(code, b)),
        // What a method of a container gives, `d.get(...)` for example, may well be stored back.
        Opcode::LoadItem | Opcode::LoadMethod => Some(path(b)? + ITEM),
        _ => None,
    }
}

/// The shared place that an instruction stores to, and the register of the value.
fn stored(
    code: &Code,
    instruction: Instruction,
    path: impl Fn(u16) -> Option<String>,
) -> Option<(String, u16)> {
    let Instruction { op, a, b, c, .. } = instruction;
    match op {
        Opcode::StoreGlobal => Some((name(code, c), a)),
        Opcode::StoreAttr => Some((format!("{}.{}", path(a)?, name(code, c)), b)),
        Opcode::StoreCell => Some((register(code, a), b)),
        Opcode::StoreItem => Some((path(a)? + ITEM, c)),
        _ => None,
    }
}

fn name(code: &Code, index: u16) -> String {
    code.names.get(usize::from(index)).map_or_else(|| "?".into(), |name| name.to_string())
}

fn operands(instruction: Instruction) -> [(Operand, u16); 3] {
    let row = instruction.op.row();
    [(row.a, instruction.a), (row.b, instruction.b), (row.c, instruction.c)]
}

fn reads(instruction: Instruction) -> Vec<u16> {
    let single = operands(instruction)
        .into_iter()
        .filter(|(kind, _)| matches!(kind, Operand::Use | Operand::UseOrNone));
    let single = single.map(|(_, register)| register);
    let written = span_written(instruction);
    let spans =
        spans(instruction).into_iter().filter(|&(first, _)| Some(first) != written.map(|span| span.0));
    single.chain(spans.flat_map(registers)).collect()
}

fn writes(instruction: Instruction) -> Vec<u16> {
    let defined = operands(instruction).into_iter().filter(|(kind, _)| *kind == Operand::Def);
    let defined = defined.map(|(_, register)| register);
    defined.chain(span_written(instruction).into_iter().flat_map(registers)).collect()
}

/// A span in the first operand is written.
fn span_written(instruction: Instruction) -> Option<(u16, u32)> {
    let is_span = instruction.op.row().a == Operand::Span;
    spans(instruction).into_iter().find(|&(first, _)| is_span && first == instruction.a)
}

fn registers((first, count): (u16, u32)) -> impl Iterator<Item = u16> {
    (u32::from(first)..u32::from(first) + count).map(|register| register as u16)
}
