//! The end of an interpreter: threads are waited for, exit functions run, modules are let go of, streams flushed.

use std::cell::Cell;

use crate::gil::{Gil, Guarded};
use crate::modules::{atexit, report, sys};
use crate::object::{Payload, Table, Value, collector, operations};
use crate::types::module::Module;
use crate::types::weakref::Reference;

static FINALIZING: Guarded<Cell<bool>> = Guarded::new(Cell::new(false));

/// Is the interpreter ending?
pub fn is_finalizing(gil: Gil<'_>) -> bool {
    FINALIZING.get(gil).get()
}

/// Ends the interpreter after a program; the exit status, which a failure to flush changes.
pub fn end(gil: Gil<'_>, status: u8) -> u8 {
    wait_for_threads(gil);
    atexit::run(gil);
    let flushed = flush(gil);
    super::gil::report(gil);
    super::import::shelf::keep(gil);
    FINALIZING.get(gil).set(true);
    gil.finalize();
    let_go(gil);
    let flushed = flush(gil) && flushed;
    if flushed { status } else { 120 }
}

/// Waits for the threads that are no daemons, as the threading module knows them; without it there are none.
fn wait_for_threads(gil: Gil<'_>) {
    let Some(threading) = super::loaded(gil, "threading") else { return };
    let Ok(Some(shutdown)) = operations::find_named(gil, &threading, "_shutdown") else { return };
    if let Err(raised) = operations::call(gil, &shutdown, crate::object::Arguments::NONE) {
        sys::report_unraisable(gil, raised, "Exception ignored on threading shutdown", Some(&threading));
    }
}

/// Flushes stdout and stderr; false if stdout could not be.
pub fn flush(gil: Gil<'_>) -> bool {
    let mut whole = true;
    for name in ["stdout", "stderr"] {
        let Some(stream) = sys::get(gil, name).filter(|stream| !stream.is_none()) else { continue };
        let closed = operations::find_named(gil, &stream, "closed").ok().flatten();
        if closed.is_some_and(|closed| operations::truth(gil, &closed).unwrap_or(true)) {
            continue;
        }
        if let Err(raised) = operations::call_method(gil, &stream, "flush", &[])
            && name == "stdout"
        {
            whole = false;
            // A reader that has gone away is told to nobody, as `yes | head` shows.
            if !raised.is(gil, crate::object::Kind::BrokenPipeError) {
                sys::report_unraisable(gil, raised, "Exception ignored in", Some(&stream));
            }
        }
    }
    whole
}

/// Empties the modules, so that finalizers run: first the program's own names, then the modules in the order opposite
/// to their import. `sys` and `builtins` stay to the end, since finalizers print.
fn let_go(gil: Gil<'_>) {
    for name in ["last_exc", "last_type", "last_value", "last_traceback"] {
        sys::set(gil, name, Value::NONE);
    }
    let stays = |name: &Value| {
        let name = name.downcast::<crate::object::Text>();
        name.is_some_and(|name| matches!(name.bytes(), b"sys" | b"builtins"))
    };
    let taken: Table = sys::modules(gil).table.borrow_mut().take();
    let kept: Vec<Value> = taken.iter().filter(|e| stays(&e.key)).map(|e| e.value.clone()).collect();
    let others = taken.iter().filter(|entry| !stays(&entry.key));
    let weakly = Reference::layout().exact.get(gil).class().to_value();
    let references: Vec<Value> =
        others.filter_map(|entry| operations::call_one(gil, &weakly, &entry.value).ok()).collect();
    drop(taken);
    // A module that nobody but its functions refers to ends here, its objects' finalizers seeing all the others; the
    // modules that are left are emptied one by one.
    collector::collect(gil, true);
    for reference in references.iter().rev() {
        let module = operations::call(gil, reference, crate::object::Arguments::NONE).unwrap_or(Value::NONE);
        if let Some(module) = module.downcast::<Module>() {
            empty(module);
        }
    }
    drop(references);
    collector::collect(gil, true);
    drop(kept);
}

/// Sets a module's names to None: those with one underscore first, then the others.
fn empty(module: &crate::object::Ref<Module>) {
    for underscored in [true, false] {
        let names: Vec<crate::object::Ref<crate::object::Text>> = {
            let table = module.dict.table.borrow();
            let names = table.iter().filter_map(|entry| entry.key.downcast::<crate::object::Text>());
            names.filter(|name| name.bytes() != b"__builtins__").cloned().collect()
        };
        for name in names {
            let single = name.bytes().starts_with(b"_") && !name.bytes().starts_with(b"__");
            if single == underscored {
                let old = module.dict.table.borrow_mut().set_text(&name, Value::NONE);
                drop(old);
            }
        }
    }
}

/// The status of a program that ended with an exception or without.
pub fn status(gil: Gil<'_>, result: crate::object::Result<()>) -> u8 {
    match result {
        Ok(()) => 0,
        Err(raised) => report::uncaught(gil, raised),
    }
}
