//! What calls of a module's own functions load and store, where it can be known: the function is defined once, at the
//! module's top, nothing else is ever bound to its name, and it is no generator.
//!
//! Of such a function a summary is made: which shared places what it returns is made of, and to which places it stores
//! what was made of which parameter. At a call the names of parameters in places become those of the arguments.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Analysis, analyse};
use crate::code::disassemble::instructions;
use crate::code::object::flags;
use crate::code::{Code, Constant, Opcode};

/// The functions of a module of which something is known, by their names.
#[derive(Default)]
pub struct Functions(BTreeMap<Rc<str>, Summary>);

/// See the module's text.
pub(super) struct Summary {
    locals: Box<[Rc<str>]>,
    parameters: usize,
    returned: Vec<String>,
    /// Parameters and places.
    stored: Vec<(u16, String)>,
}

/// How often functions that call functions are looked at again.
const ROUNDS: usize = 4;

impl Functions {
    /// What is known of the functions of a module, by its code.
    pub fn of(module: &Code) -> Functions {
        let mut bound = BTreeMap::new();
        bind(module, true, &mut bound);
        let known = bound.into_iter().filter_map(|(name, code)| Some((name, code?)));
        let known: Vec<(Rc<str>, Rc<Code>)> = known.filter(|(_, code)| is_plain(code)).collect();
        let mut functions = Functions::default();
        for _ in 0..ROUNDS {
            let summaries = known.iter().map(|(name, code)| (name.clone(), summary(code, &functions)));
            functions = Functions(summaries.collect());
        }
        functions
    }

    /// What is known of a global function that code calls by this name; a local variable of the name is another thing.
    pub(super) fn find(&self, code: &Code, name: &str) -> Option<&Summary> {
        if code.local_names.iter().any(|local| **local == *name) { None } else { self.0.get(name) }
    }
}

impl Summary {
    /// The places that what the function returns is made of, by the names of the arguments.
    pub(super) fn returned(&self, argument: impl Fn(u16) -> Option<String>) -> Vec<String> {
        self.returned.iter().filter_map(|place| self.at_call(place, &argument)).collect()
    }

    /// The parameters that the function stores something made of, and the places.
    pub(super) fn stored(&self, argument: impl Fn(u16) -> Option<String>) -> Vec<(u16, String)> {
        let stored = self.stored.iter();
        stored.filter_map(|(parameter, place)| Some((*parameter, self.at_call(place, &argument)?))).collect()
    }

    /// A place as the caller would call it; none if only the function itself knows it.
    fn at_call(&self, place: &str, argument: impl Fn(u16) -> Option<String>) -> Option<String> {
        let end = place.find(['.', '[']).unwrap_or(place.len());
        let (first, rest) = place.split_at(end);
        match self.locals.iter().position(|local| **local == *first) {
            None => Some(place.to_owned()),
            Some(local) if local < self.parameters && !rest.is_empty() => {
                Some(argument(local as u16)? + rest)
            }
            Some(_) => None,
        }
    }
}

fn is_plain(code: &Code) -> bool {
    code.flags & (flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR) == 0
}

fn summary(code: &Code, functions: &Functions) -> Summary {
    let Analysis { returned, stored, .. } = analyse(code, functions);
    Summary {
        locals: code.local_names.clone(),
        parameters: usize::from(code.argument_count),
        returned: returned.into_iter().collect(),
        stored,
    }
}

/// Notes what is bound to global names: a function's code, or None for anything else or more than one.
fn bind(code: &Code, is_top: bool, bound: &mut BTreeMap<Rc<str>, Option<Rc<Code>>>) {
    let mut made: BTreeMap<u16, Rc<Code>> = BTreeMap::new();
    for (_, instruction) in instructions(code) {
        let name = || code.names.get(usize::from(instruction.c)).cloned();
        match instruction.op.row().generic {
            Opcode::MakeFunction => {
                if let Some(Constant::Code(inner)) = code.constants.get(usize::from(instruction.c)) {
                    made.insert(instruction.a, inner.clone());
                }
            }
            Opcode::StoreGlobal => {
                let function = made.remove(&instruction.a).filter(|_| is_top);
                if let Some(name) = name() {
                    bound.entry(name).and_modify(|known| *known = None).or_insert(function);
                }
            }
            Opcode::DeleteGlobal => {
                bound.extend(name().map(|name| (name, None)));
            }
            _ => {
                made.remove(&instruction.a);
            }
        }
    }
    for constant in &code.constants {
        if let Constant::Code(inner) = constant {
            bind(inner, false, bound);
        }
    }
}
