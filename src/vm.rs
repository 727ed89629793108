//! The machine: runs code objects over objects, under the GIL.
//!
//! In reading order: `frame` (the running of one code object), `bind` (arguments to registers), `execute` (the loop),
//! then the bodies of its instructions by theme: `names`, `displays`, `calls`, `exceptions`, `classes`, `matching`; and
//! `generator`.
//!
//! Must not know: the command line.

mod bind;
mod calls;
mod classes;
mod displays;
mod exceptions;
mod execute;
pub mod frame;
mod generator;
mod matching;
mod names;
mod state;
mod type_parameters;

use crate::gil::Gil;
use crate::object::raised::runtime_error;
use crate::object::{Arguments, Ref, Result, Text, Value, intern};
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::module::Module;
use crate::types::{builder, class, function, super_};

use frame::Frame;

pub use classes::build_class;
pub use state::{depth, end_budget, handled, recursion_limit, set_recursion_limit};

/// Connects the machine with the types.
pub fn set_up(gil: Gil<'_>) {
    for spec in [&frame::SPEC, &generator::SPEC, &generator::COROUTINE] {
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
    match state::current(gil) {
        Some(frame) => frame.builtins.clone(),
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
    let frame = Ref::new(gil, Frame::new(code, globals, &builtins, Some(namespace)));
    execute::run(gil, &frame)
}

/// The frame so many calls up; 0 is the one running.
pub fn frame(gil: Gil<'_>, depth: usize) -> Option<Value> {
    let mut frame = state::current(gil)?;
    for _ in 0..depth {
        let back = frame.back.borrow().clone()?;
        frame = back;
    }
    Some(frame.into_value())
}

/// The globals of the running frame.
pub fn globals(gil: Gil<'_>) -> Option<Ref<Dict>> {
    state::current(gil).map(|frame| frame.globals.clone())
}

/// `locals()` of the running frame.
pub fn locals(gil: Gil<'_>) -> Result<Value> {
    match state::current(gil) {
        Some(frame) => Ok(frame.locals_mapping(gil)),
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

/// A name as an object.
fn name_of(code: &Ref<CodeObject>, index: u16) -> Ref<Text> {
    code.names[usize::from(index)].clone()
}
