//! What a module binds to its global names, where that is certain: a function, a class, or an instance of one of its classes
//! that is made at the module's top. A name that is bound twice, or in a function, is not certain.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{COUNT, writes};
use crate::code::disassemble::instructions;
use crate::code::{Code, Constant, Instruction, Opcode};

/// What a name is bound to.
#[derive(Clone)]
pub(super) enum Bound {
    Function(Rc<Code>),
    Class(Class),
    /// What a call of a global of this name gives: an instance, if that is a class.
    Made(Rc<str>),
    Unknown,
}

/// A class statement.
#[derive(Clone)]
pub(super) struct Class {
    /// What its body binds: functions, or anything else.
    pub members: BTreeMap<Rc<str>, Option<Rc<Code>>>,
    /// The global names of its bases; none for what is no global.
    bases: Vec<Option<Rc<str>>>,
}

/// The global names of a module, and what might change a class.
#[derive(Default)]
pub(super) struct Names {
    pub bound: BTreeMap<Rc<str>, Bound>,
    /// The names of attributes that are set or deleted anywhere.
    attributes: BTreeSet<Rc<str>>,
    /// The names of globals from which classes derive that are not known by a name.
    derived: BTreeSet<Rc<str>>,
}

/// What is known of a register.
enum Held {
    BuildClass,
    Global(Rc<str>),
    Bound(Bound),
}

impl Names {
    /// Reads a module's code.
    pub fn of(module: &Code) -> Names {
        let mut names = Names::default();
        names.read(module, true);
        names
    }

    fn read(&mut self, code: &Code, is_top: bool) {
        let mut held: BTreeMap<u16, Held> = BTreeMap::new();
        for (_, instruction) in instructions(code) {
            let op = instruction.op.row().generic;
            let name = || code.names.get(usize::from(instruction.c)).cloned();
            match op {
                Opcode::StoreGlobal => {
                    let bound = match held.remove(&instruction.a) {
                        Some(Held::Bound(bound)) if is_top => bound,
                        _ => Bound::Unknown,
                    };
                    if let Some(name) = name() {
                        self.bound.entry(name).and_modify(|known| *known = Bound::Unknown).or_insert(bound);
                    }
                }
                Opcode::DeleteGlobal => self.bound.extend(name().map(|name| (name, Bound::Unknown))),
                Opcode::StoreAttr | Opcode::DeleteAttr => self.attributes.extend(name()),
                _ => {}
            }
            let result = match op {
                Opcode::MakeFunction => constant(code, instruction).map(Bound::Function).map(Held::Bound),
                Opcode::LoadBuildClass => Some(Held::BuildClass),
                Opcode::LoadGlobal => name().map(Held::Global),
                _ => self.called(instruction, &held, is_top),
            };
            writes(instruction).iter().for_each(|register| drop(held.remove(register)));
            held.extend(result.map(|result| (instruction.a, result)));
        }
        for constant in &code.constants {
            if let Constant::Code(inner) = constant {
                self.read(inner, false);
            }
        }
    }

    /// What a call gives. A class that is not made by a plain statement at the top may derive from any global at hand.
    fn called(&mut self, call: Instruction, held: &BTreeMap<u16, Held>, is_top: bool) -> Option<Held> {
        let is_plain = call.op.row().generic == Opcode::Call && call.c == 0;
        match held.get(&call.b)? {
            Held::Global(name) if is_plain => Some(Held::Bound(Bound::Made(name.clone()))),
            Held::BuildClass if is_plain && is_top => {
                let Some(Held::Bound(Bound::Function(body))) = held.get(&(call.b + 2)) else { return None };
                let end = call.b + 2 + u16::from(call.x & COUNT);
                let bases = (call.b + 4..end).map(|register| match held.get(&register) {
                    Some(Held::Global(name)) => Some(name.clone()),
                    _ => None,
                });
                let bases = bases.collect();
                Some(Held::Bound(Bound::Class(Class { members: members(body), bases })))
            }
            Held::BuildClass => {
                let at_hand = held.range(call.b..).filter_map(|(_, held)| match held {
                    Held::Global(name) => Some(name.clone()),
                    _ => None,
                });
                self.derived.extend(at_hand);
                None
            }
            _ => None,
        }
    }

    fn class(&self, name: &str) -> Option<&Class> {
        match self.bound.get(name)? {
            Bound::Class(class) => Some(class),
            _ => None,
        }
    }

    /// The class of which a global is an instance.
    pub fn class_of(&self, global: &str) -> Option<Rc<str>> {
        match self.bound.get(global)? {
            Bound::Made(class) if self.class(class).is_some() => Some(class.clone()),
            _ => None,
        }
    }

    /// The class that defines what a method of this name is for an instance of exactly this class.
    pub fn definer(&self, class: &Rc<str>, method: &str) -> Option<Rc<str>> {
        if self.attributes.contains(method) {
            return None;
        }
        let mut class = class.clone();
        // No longer than there are classes: a name may be its own base.
        for _ in 0..self.bound.len() {
            let known = self.class(&class)?;
            if known.members.contains_key("__getattribute__") {
                return None;
            }
            if known.members.contains_key(method) {
                return Some(class);
            }
            let [Some(base)] = &known.bases[..] else { return None };
            class = base.clone();
        }
        None
    }

    /// Can what a method of this name is for an instance of this class be another function for one of a subclass?
    pub fn is_replaced(&self, class: &Rc<str>, method: &str) -> bool {
        let mut above = BTreeSet::from([class.clone()]);
        if self.derived.contains(class) {
            return true;
        }
        // Subclasses may stand in any order of their names.
        for _ in 0..self.bound.len() {
            let before = above.len();
            for (name, bound) in &self.bound {
                let Bound::Class(subclass) = bound else { continue };
                if above.contains(name) || !subclass.bases.iter().flatten().any(|base| above.contains(base)) {
                    continue;
                }
                // With several bases another one may come first.
                if subclass.members.contains_key(method)
                    || subclass.bases.len() > 1
                    || self.derived.contains(name)
                {
                    return true;
                }
                above.insert(name.clone());
            }
            if above.len() == before {
                break;
            }
        }
        false
    }
}

fn constant(code: &Code, instruction: Instruction) -> Option<Rc<Code>> {
    match code.constants.get(usize::from(instruction.c)) {
        Some(Constant::Code(inner)) => Some(inner.clone()),
        _ => None,
    }
}

/// What the body of a class binds; no function for what is bound twice.
fn members(body: &Code) -> BTreeMap<Rc<str>, Option<Rc<Code>>> {
    let mut made: BTreeMap<u16, Rc<Code>> = BTreeMap::new();
    let mut members: BTreeMap<Rc<str>, Option<Rc<Code>>> = BTreeMap::new();
    for (_, instruction) in instructions(body) {
        let op = instruction.op.row().generic;
        if matches!(op, Opcode::StoreName | Opcode::DeleteName) {
            let function = made.remove(&instruction.a).filter(|_| op == Opcode::StoreName);
            if let Some(name) = body.names.get(usize::from(instruction.c)) {
                members.entry(name.clone()).and_modify(|known| *known = None).or_insert(function);
            }
        }
        writes(instruction).iter().for_each(|register| drop(made.remove(register)));
        if op == Opcode::MakeFunction {
            made.extend(constant(body, instruction).map(|code| (instruction.a, code)));
        }
    }
    members
}
