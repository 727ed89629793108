//! What the modules need of the machine and the compiler: a table that the start fills in.
//!
//! So this room depends on neither, and a program that only looks at trees needs neither.

use std::cell::Cell;
use std::rc::Rc;

use crate::code::Code;
use crate::code::block::Block;
use crate::gil::{Gil, Guarded};
use crate::object::raised::{Exception, runtime_error};
use crate::object::{Ref, Result, Value};
use crate::syntax::SyntaxError;
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::module::ModuleSpec;

use super::ast::Tree;

/// How a source is to be compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A script or a module: its names are its globals.
    Module,
    /// Statements for `exec`, which may get a namespace beside the globals.
    Statements,
    /// One expression.
    Expression,
    /// One statement at a prompt.
    Interactive,
}

/// What else is to be known of a source.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// The level of optimisation.
    pub optimize: u8,
    /// Annotations are kept as text, as if the source asked for it.
    pub future_annotations: bool,
    /// What stands at the top may await.
    pub top_level_await: bool,
    /// It came as a str: a byte order mark or the name of an encoding in it means nothing.
    pub is_text: bool,
    /// In `single` mode: nothing more will follow, so that no empty line is needed at the end.
    pub is_whole: bool,
}

impl From<u8> for Settings {
    fn from(optimize: u8) -> Settings {
        Settings { optimize, ..Settings::default() }
    }
}

/// Code with the warnings met on the way and their lines, or why there is none.
pub type Compiled = std::result::Result<(Rc<Code>, Vec<(String, u32)>), Box<SyntaxError>>;

/// The blocks of a source, or why there are none.
pub type Blocks = std::result::Result<Vec<Block>, Box<SyntaxError>>;

/// How a coroutine or a generator is left that was taken up again.
pub enum Left {
    Returned(Value),
    Yielded(Value),
}

/// The machine and the compiler.
#[derive(Clone, Copy)]
pub struct Machine {
    /// Compiles a source: text in bytes, name of the file.
    pub compile: fn(&[u8], &str, Mode, Settings) -> Compiled,
    /// Compiles a tree: the mode says what it is the tree of.
    pub compile_tree: fn(&Tree, Mode, u8) -> Compiled,
    /// The symbol table of a source.
    pub blocks: fn(&str, &str, Mode) -> Blocks,
    /// Runs code in globals, with locals of their own if there are some.
    pub run: fn(Gil<'_>, &Ref<CodeObject>, &Ref<Dict>, Option<&Value>) -> Result<Value>,
    /// The frame that many calls up, 0 for the one running.
    pub frame: fn(Gil<'_>, usize) -> Option<Value>,
    /// The file and the line that the running frame is at.
    pub place: fn(Gil<'_>) -> Option<(String, u32)>,
    /// The globals of the running frame.
    pub globals: fn(Gil<'_>) -> Option<Ref<Dict>>,
    /// `locals()` of the running frame.
    pub locals: fn(Gil<'_>) -> Result<Value>,
    /// The exception that the running thread is handling.
    pub handled_exception: fn(Gil<'_>) -> Option<Ref<Exception>>,
    /// Runs the handlers of signals and other work that waits for this thread.
    pub run_pending: fn(Gil<'_>) -> Result<()>,
    /// How many calls may nest, and how many do.
    pub recursion_limit: fn(Gil<'_>) -> u32,
    pub set_recursion_limit: fn(Gil<'_>, u32),
    pub depth: fn(Gil<'_>) -> u32,
    /// The function that traces the running thread, or with true the one that profiles it.
    pub hook: fn(Gil<'_>, bool) -> Option<Value>,
    pub set_hook: fn(Gil<'_>, bool, Option<Value>),
    /// Takes a coroutine up again, with None or with an exception, and waits until it is left.
    pub go_on: fn(Gil<'_>, &Value) -> Result<Left>,
    pub go_on_with: fn(Gil<'_>, &Value, &Value) -> Result<Left>,
    /// `sys.monitoring`.
    pub monitoring: &'static ModuleSpec,
    /// `__build_class__`.
    pub build_class: crate::object::native::Native,
}

static MACHINE: Guarded<Cell<Option<Machine>>> = Guarded::new(Cell::new(None));

/// Puts a machine in place, at start.
pub fn set(gil: Gil<'_>, machine: Machine) {
    MACHINE.get(gil).set(Some(machine));
}

/// The machine, or a RuntimeError that there is none yet.
pub fn get(gil: Gil<'_>) -> Result<Machine> {
    MACHINE.get(gil).get().ok_or_else(|| runtime_error(gil, "the machine is not set up"))
}

/// The machine, if there is one.
pub fn find(gil: Gil<'_>) -> Option<Machine> {
    MACHINE.get(gil).get()
}
