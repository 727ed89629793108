//! Code objects as plain data: what the compiler makes and the machine loads.
//!
//! Knows no object of the interpreter: constants are data, made objects when the code is loaded.

use std::rc::Rc;

/// A constant as data.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    Int(i64),
    /// An int beyond 64 bits, in hexadecimal digits, without sign.
    BigInt(Rc<str>),
    Float(f64),
    Complex(f64, f64),
    /// Text in WTF-8: UTF-8 that may hold lone surrogates.
    Str(Rc<[u8]>),
    Bytes(Rc<[u8]>),
    Tuple(Rc<[Constant]>),
    FrozenSet(Rc<[Constant]>),
    Code(Rc<Code>),
}

/// Flags of a code object, with CPython's values of `co_flags`.
pub mod flags {
    pub const OPTIMIZED: u32 = 0x1;
    pub const NEWLOCALS: u32 = 0x2;
    pub const VARARGS: u32 = 0x4;
    pub const VARKEYWORDS: u32 = 0x8;
    pub const NESTED: u32 = 0x10;
    pub const GENERATOR: u32 = 0x20;
    pub const COROUTINE: u32 = 0x80;
    pub const ITERABLE_COROUTINE: u32 = 0x100;
    pub const ASYNC_GENERATOR: u32 = 0x200;
    pub const FUTURE_ANNOTATIONS: u32 = 0x0100_0000;
    /// The first constant is the docstring.
    pub const HAS_DOCSTRING: u32 = 0x0400_0000;
    /// Of a library module that stands for what CPython has in C: tracebacks do not tell of calls there.
    pub const NATIVE_IN_CPYTHON: u32 = 0x0800_0000;
}

/// A range of words whose exceptions a handler catches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// First word covered.
    pub start: u32,
    /// One past the last word covered.
    pub end: u32,
    /// Word where the handler begins.
    pub target: u32,
    /// The register that receives the exception. All temporaries from this register on are released first.
    pub register: u16,
}

/// A variable of an inlined comprehension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    pub name: Rc<str>,
    pub register: u16,
    /// First word of the comprehension's loop.
    pub start: u32,
    /// One past its last word.
    pub end: u32,
}

/// A line that the way to an instruction leads through although it has no instruction of its own (`try:`, a `break` that
/// became part of a jump): who traces lines hears of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassedLine {
    /// The word that ran before; `ANYWHERE` if each way to the instruction leads through the line.
    pub from: u32,
    /// The word of the instruction.
    pub to: u32,
    pub line: u32,
}

/// In place of the word that ran before.
pub const ANYWHERE: u32 = u32::MAX;

/// Where in the source an instruction comes from; lines from 1, columns from 0 in UTF-8 bytes; line 0: nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Position {
    pub line: u32,
    pub end_line: u32,
    pub column: u32,
    pub end_column: u32,
}

/// Compiled code of a module, class body, function, lambda, comprehension or annotation scope.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Code {
    pub name: Rc<str>,
    pub qualified_name: Rc<str>,
    pub filename: Rc<str>,
    pub first_line: u32,
    pub flags: u32,
    /// Positional parameters, positional-only ones included.
    pub argument_count: u16,
    pub positional_only_count: u16,
    pub keyword_only_count: u16,
    /// Names of the registers below `nlocals`: parameters (positional, keyword-only, *args, **kwargs), other locals,
    /// cell variables that are not parameters, then free variables. A parameter that is a cell keeps its register.
    pub local_names: Box<[Rc<str>]>,
    /// For each of `local_names`: is it a cell made here (bit 1), a free variable (bit 2), hidden from locals() (bit 4: the
    /// variable of an inlined comprehension).
    pub local_kinds: Box<[u8]>,
    /// The variables of inlined comprehensions: between which words they are there, and in which registers.
    pub hidden: Box<[Hidden]>,
    /// Number of free variables: the last registers below nlocals; filled from the closure on entry.
    pub free_count: u16,
    /// Registers in all, temporaries included, and room for the windows of outgoing calls' arguments.
    pub register_count: u16,
    /// The instructions and their caches.
    pub words: Box<[u64]>,
    pub constants: Box<[Constant]>,
    pub names: Box<[Rc<str>]>,
    /// Exception table: for a word the innermost handler is the *last* entry that covers it.
    pub handlers: Box<[Handler]>,
    /// Runs of words with one position: (first word, position), ascending.
    pub positions: Box<[(u32, Position)]>,
    /// Lines without instructions, ascending by `to`, and in the order of the source for one word.
    pub passed_lines: Box<[PassedLine]>,
}

impl Code {
    /// Locals, cells and free variables: registers that are no temporaries.
    pub fn nlocals(&self) -> usize {
        self.local_names.len()
    }

    /// The position of the instruction at a word.
    pub fn position_at(&self, word: u32) -> Position {
        match self.positions.partition_point(|(start, _)| *start <= word) {
            0 => Position::default(),
            after => self.positions[after - 1].1,
        }
    }

    /// The line of the instruction at a word; where that stands nowhere, of what is before it.
    pub fn line_near(&self, word: u32) -> u32 {
        let before = self.positions.partition_point(|(start, _)| *start <= word);
        let mut lines = self.positions[..before].iter().rev().map(|(_, position)| position.line);
        lines.find(|line| *line > 0).unwrap_or(self.first_line)
    }

    /// The lines without instructions on the way from one word to another.
    pub fn lines_between(&self, from: u32, to: u32) -> impl Iterator<Item = u32> {
        let first = self.passed_lines.partition_point(|passed| passed.to < to);
        let here = self.passed_lines[first..].iter().take_while(move |passed| passed.to == to);
        here.filter(move |passed| passed.from == ANYWHERE || passed.from == from).map(|passed| passed.line)
    }

    /// The innermost handler covering a word.
    pub fn handler_at(&self, word: u32) -> Option<Handler> {
        self.handlers.iter().rev().find(|handler| handler.start <= word && word < handler.end).copied()
    }
}
