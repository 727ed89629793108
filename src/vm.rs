//! The machine: runs code objects over objects, under the GIL.
//!
//! In reading order: `place` (registers and addresses in code), `activation` (running calls), `state` (a thread's
//! machine), `dispatch` (from one instruction to the next), `handlers` (what each does), `lookup` and `shared_cache` (what
//! they remember of attributes), `peek` and `pairs` (how they look into payloads); `unwind` (exceptions on their way),
//! `bind` (arguments to registers), `calls`, `generator`, `frame` (what Python code sees of calls), `trace` (who is told of
//! calls and lines); then the longer bodies of instructions by theme: `names`, `displays`, `exceptions`, `classes`,
//! `matching`.
//!
//! Must not know: the command line.

mod activation;
mod bind;
mod calls;
mod classes;
mod dispatch;
mod displays;
mod exceptions;
pub mod frame;
mod generator;
mod handlers;
pub mod heat;
mod jump;
mod lookup;
mod matching;
pub mod monitor;
mod names;
pub mod naming;
mod operators;
mod pairs;
mod peek;
mod place;
mod shared_cache;
mod state;
pub mod threads;
pub mod trace;
mod type_parameters;
mod unwind;

use crate::gil::Gil;
use crate::object::raised::{runtime_error, system_error};
use crate::object::{Arguments, Raised, Ref, Result, Value, intern};
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::module::Module;
use crate::types::{builder, class, function, super_};

use activation::{Parts, kind};
use place::Pc;
pub use place::stay_general;
use state::{State, state};

pub use classes::build_class;
pub use generator::{go_on, go_on_with, origin};
pub use state::{depth, handled, recursion_limit, set_recursion_limit};

/// Connects the machine with the types.
pub fn set_up(gil: Gil<'_>) {
    builder::build(gil, &frame::SPEC);
    builder::build(gil, frame::LOCALS);
    for spec in generator::SPECS {
        builder::build(gil, spec);
    }
    function::set_call(gil, calls::call_function);
    function::set_find_builtins(gil, builtins_of);
    super_::set_context(gil, classes::super_context);
    class::making::set_current_module(gil, |gil| {
        let globals = globals(gil)?;

        globals.table.borrow().get_text(&intern(gil, "__name__")).cloned()
    });
}

/// The built-in names that go with globals: those of their `__builtins__`, or the running frame's.
pub fn builtins_of(gil: Gil<'_>, globals: &Ref<Dict>) -> Ref<Dict> {
    let found = globals.table.borrow().get_text(&intern(gil, "__builtins__")).cloned();
    if let Some(found) = found {
        if let Some(module) = found.downcast::<Module>() {
            return module.dict.clone();
        }
        if let Some(dict) = found.downcast::<Dict>() {
            return dict.clone();
        }
    }
    match state(gil).running() {
        Some(activation) => activation.builtins().clone(),
        None => globals.clone(),
    }
}

/// Runs the code of a module, of `exec` or of `eval`, with a namespace beside the globals if there is one.
pub fn run(
    gil: Gil<'_>,
    code: &Ref<CodeObject>,
    globals: &Ref<Dict>,
    locals: Option<&Value>,
) -> Result<Value> {
    let builtins = builtins_of(gil, globals);
    let namespace = locals.cloned().unwrap_or_else(|| globals.to_value());
    crate::object::recursion::enter(gil)?;
    let state = state(gil);
    let window = state.activation().top.get();
    state.make_room(gil, window.from(code.entry.registers as usize))?;
    window.clear(0, code.entry.locals as usize);
    state.push(Parts {
        pc: Pc::of(code, 0),
        window,
        top: window.from(code.entry.registers as usize),
        code,
        globals,
        builtins: &builtins,
        // The globals and built-in names are kept by whoever waits here.
        callee: code.to_value().into_bits(),
        kind: kind::ENTRY,
    });
    state.activation().set_extra(namespace);
    calls::run(state)
}

/// The frame so many calls up; 0 is the one running.
pub fn frame(gil: Gil<'_>, depth: usize) -> Option<Value> {
    state(gil).below(depth).map(|activation| frame::of(gil, activation).into_value())
}

/// The file and the line that the running call is at.
pub fn place(gil: Gil<'_>) -> Option<(String, u32)> {
    let activation = state::state(gil).running()?;
    let code = activation.code();
    let line = code.code.position_at(activation.word() as u32).line;
    Some((code.filename.lossy().into_owned(), line))
}

/// The globals of the running frame.
pub fn globals(gil: Gil<'_>) -> Option<Ref<Dict>> {
    state(gil).running().map(|activation| activation.globals().clone())
}

/// `locals()` of the running frame.
pub fn locals(gil: Gil<'_>) -> Result<Value> {
    match state(gil).running() {
        Some(activation) => frame::of(gil, activation).locals_mapping(gil),
        None => Err(runtime_error(gil, "no frame is running")),
    }
}

/// Does what other threads and signals have asked this thread for.
pub fn run_pending(gil: Gil<'_>) -> Result<()> {
    if gil.take_pending().contains(crate::gil::PendingWork::Signal) {
        return crate::modules::signal::run_handlers(gil);
    }
    Ok(())
}

/// Calls a value with positional arguments.
fn call_with(gil: Gil<'_>, callable: &Value, arguments: &[Value]) -> Result<Value> {
    crate::object::operations::call(gil, callable, Arguments::positional(arguments))
}

/// An instruction has read a register that holds nothing: broken code.
#[cold]
fn empty_register(gil: Gil<'_>) -> Raised {
    system_error(gil, "an empty register was read")
}

/// The exception that the loop has ended with.
fn raised(state: &State) -> Raised {
    match state.take_raised() {
        Some(exception) => Raised::new(exception),
        None => system_error(state.gil(), "the loop ended with an exception that is not there"),
    }
}
