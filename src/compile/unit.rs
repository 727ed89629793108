//! One code object in the making: registers, names, constants, what is known to be bound.
//!
//! Invariants: temporaries are taken and given back as a stack; `bound` holds the locals that certainly have a value at
//! the point that has been reached; where no path leads, nothing is emitted.

use std::collections::HashMap;
use std::rc::Rc;

use super::assembler::{Assembler, HandlerId, Label};
use super::scope::{Mangling, ScopeId};
use crate::code::Constant;
use crate::syntax::{Span, ast};

/// A set of registers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Registers(Vec<u64>);

impl Registers {
    pub(super) fn insert(&mut self, register: u16) {
        let word = usize::from(register / 64);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (register % 64);
    }

    pub(super) fn remove(&mut self, register: u16) {
        if let Some(word) = self.0.get_mut(usize::from(register / 64)) {
            *word &= !(1 << (register % 64));
        }
    }

    pub(super) fn contains(&self, register: u16) -> bool {
        self.0.get(usize::from(register / 64)).is_some_and(|word| word >> (register % 64) & 1 == 1)
    }

    fn intersect(&mut self, other: &Registers) {
        self.0.truncate(other.0.len());
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    fn subtract(&mut self, other: &Registers) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= !other;
        }
    }
}

/// What is known where a handler's range begins.
pub(super) struct Entry {
    bound: Registers,
    reachable: bool,
}

/// What a jump out of a block has to undo, innermost last.
#[derive(Clone, Copy)]
pub(super) enum Block<'a> {
    /// A loop: where `continue` and `break` go; the register of its iterator if it has one.
    Loop { next: Label, exit: Label, iterator: Option<u16> },
    /// The body of try with a finally part, and the handler outside.
    Finally { body: &'a [ast::Stmt], outside: Option<HandlerId> },
    /// The body of a with statement: where its exit function is.
    With { register: u16, is_async: bool, span: Span, outside: Option<HandlerId> },
    /// In a handler: the register of the exception, the name it is bound to.
    Handler { register: u16, name: Option<&'a Rc<str>>, outside: Option<HandlerId>, star: bool },
    /// A body in a handler's range without anything to undo but the range.
    Plain { outside: Option<HandlerId> },
    /// A temporary that lives on while statements run.
    Temporary { register: u16 },
}

/// An inlined comprehension that is being compiled: its scope and the registers of its variables.
pub(super) struct Inlined {
    pub(super) scope: ScopeId,
    pub(super) registers: HashMap<Rc<str>, (u16, bool)>,
}

/// The state of one code object.
pub(super) struct Unit<'a> {
    pub(super) scope: ScopeId,
    pub(super) name: Rc<str>,
    pub(super) qualified_name: Rc<str>,
    pub(super) first_line: u32,
    pub(super) flags: u32,
    pub(super) mangling: Mangling,
    pub(super) assembler: Assembler,
    pub(super) handler: Option<HandlerId>,
    pub(super) blocks: Vec<Block<'a>>,
    pub(super) inlined: Vec<Inlined>,
    /// Own locals, cells and free variables: register and whether it holds a cell.
    pub(super) registers: HashMap<Rc<str>, (u16, bool)>,
    /// The register of the cell that gets the class, in a class body.
    pub(super) class_cell: Option<u16>,
    pub(super) local_names: Vec<Rc<str>>,
    pub(super) local_kinds: Vec<u8>,
    pub(super) free_count: u16,
    /// Hidden registers that inlined comprehensions may use: the first, and how many are in use.
    pub(super) hidden_first: u32,
    pub(super) hidden_used: u32,
    pub(super) next: u32,
    pub(super) highest: u32,
    pub(super) reachable: bool,
    pub(super) bound: Registers,
    /// Locals that some statement unbinds: loops and handlers do not trust them.
    pub(super) deletable: Registers,
    label_bound: HashMap<usize, Registers>,
    pub(super) constants: Vec<Constant>,
    constant_index: HashMap<Vec<u8>, u32>,
    pub(super) names: Vec<Rc<str>>,
    name_index: HashMap<Rc<str>, u16>,
    pub(super) argument_count: u16,
    pub(super) positional_only_count: u16,
    pub(super) keyword_only_count: u16,
    /// There are walruses: operands in locals may change before they are used.
    pub(super) has_walrus: bool,
    /// Something did not fit the encoding.
    pub(super) overflow: bool,
}

impl<'a> Unit<'a> {
    pub(super) fn new(scope: ScopeId, name: Rc<str>, qualified_name: Rc<str>, first_line: u32) -> Self {
        Unit {
            scope,
            name,
            qualified_name,
            first_line,
            flags: 0,
            mangling: Mangling::default(),
            assembler: Assembler::default(),
            handler: None,
            blocks: Vec::new(),
            inlined: Vec::new(),
            registers: HashMap::new(),
            class_cell: None,
            local_names: Vec::new(),
            local_kinds: Vec::new(),
            free_count: 0,
            hidden_first: 0,
            hidden_used: 0,
            next: 0,
            highest: 0,
            reachable: true,
            bound: Registers::default(),
            deletable: Registers::default(),
            label_bound: HashMap::new(),
            constants: Vec::new(),
            constant_index: HashMap::new(),
            names: Vec::new(),
            name_index: HashMap::new(),
            argument_count: 0,
            positional_only_count: 0,
            keyword_only_count: 0,
            has_walrus: false,
            overflow: false,
        }
    }

    /// Takes the next temporary.
    pub(super) fn push(&mut self) -> u16 {
        self.push_many(1)
    }

    /// Takes several temporaries in a row; the first of them.
    pub(super) fn push_many(&mut self, count: u32) -> u16 {
        let first = self.next;
        self.next += count;
        self.highest = self.highest.max(self.next);
        if self.next >= 0xFF00 {
            self.overflow = true;
            self.next = first.min(0xF000);
        }
        first as u16
    }

    pub(super) fn is_temporary(&self, register: u16) -> bool {
        usize::from(register) >= self.local_names.len()
    }

    /// The index of a name.
    pub(super) fn name(&mut self, name: &Rc<str>) -> u16 {
        if let Some(index) = self.name_index.get(name) {
            return *index;
        }
        let index = self.names.len();
        if index >= 0xFFFF {
            self.overflow = true;
            return 0;
        }
        self.names.push(name.clone());
        self.name_index.insert(name.clone(), index as u16);
        index as u16
    }

    /// The index of a constant.
    pub(super) fn constant(&mut self, constant: Constant) -> u32 {
        let mut key = Vec::new();
        if !constant_key(&constant, &mut key) {
            self.constants.push(constant);
            return self.constants.len() as u32 - 1;
        }
        let index = self.constants.len() as u32;
        let found = *self.constant_index.entry(key).or_insert(index);
        if found == index {
            self.constants.push(constant);
        }
        found
    }

    /// The index of a constant for a 16-bit operand.
    pub(super) fn short_constant(&mut self, constant: Constant) -> u16 {
        let index = self.constant(constant);
        if index >= 0xFFFF {
            self.overflow = true;
        }
        index as u16
    }

    /// Notes what is bound where a jump leaves for the label.
    pub(super) fn jumps_to(&mut self, label: Label) {
        if !self.reachable {
            return;
        }
        let key = label.index();
        match self.label_bound.get_mut(&key) {
            Some(bound) => bound.intersect(&self.bound),
            None => {
                self.label_bound.insert(key, self.bound.clone());
            }
        }
    }

    /// Places a label that only jumps from before lead to.
    pub(super) fn place(&mut self, label: Label) {
        self.assembler.place(label, self.handler);
        if let Some(bound) = self.label_bound.remove(&label.index()) {
            if self.reachable {
                self.bound.intersect(&bound);
            } else {
                self.bound = bound;
            }
            self.reachable = true;
        }
    }

    /// Places a label that jumps from behind will lead to too.
    pub(super) fn place_loop(&mut self, label: Label) {
        self.place(label);
        let deletable = self.deletable.clone();
        self.bound.subtract(&deletable);
    }

    /// What holds where a handler's range begins.
    pub(super) fn entry(&self) -> Entry {
        Entry { bound: self.bound.clone(), reachable: self.reachable }
    }

    /// Places a label that the exception table leads to; `entry` is from where its range began.
    pub(super) fn place_handler(&mut self, label: Label, entry: &Entry) {
        self.assembler.place(label, self.handler);
        self.reachable = entry.reachable;
        self.bound = entry.bound.clone();
        let deletable = self.deletable.clone();
        self.bound.subtract(&deletable);
    }
}

/// A key that tells constants apart that compare equal (`0.0` and `-0.0`, `1` and `True`); none for code.
fn constant_key(constant: &Constant, key: &mut Vec<u8>) -> bool {
    let mut part = |tag: u8, bytes: &[u8]| {
        key.push(tag);
        key.extend((bytes.len() as u32).to_le_bytes());
        key.extend(bytes);
        true
    };
    match constant {
        Constant::None => part(0, &[]),
        Constant::True => part(1, &[]),
        Constant::False => part(2, &[]),
        Constant::Ellipsis => part(3, &[]),
        Constant::Int(value) => part(4, &value.to_le_bytes()),
        Constant::BigInt(digits) => part(5, digits.as_bytes()),
        Constant::Float(value) => part(6, &value.to_bits().to_le_bytes()),
        Constant::Complex(real, imaginary) => {
            part(7, &real.to_bits().to_le_bytes()) && part(7, &imaginary.to_bits().to_le_bytes())
        }
        Constant::Str(text) => part(8, text),
        Constant::Bytes(bytes) => part(9, bytes),
        Constant::Tuple(items) => {
            part(10, &(items.len() as u32).to_le_bytes());
            items.iter().all(|item| constant_key(item, key))
        }
        Constant::FrozenSet(items) => {
            part(11, &(items.len() as u32).to_le_bytes());
            items.iter().all(|item| constant_key(item, key))
        }
        Constant::Code(_) => false,
    }
}
