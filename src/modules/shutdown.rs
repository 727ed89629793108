//! The end of an interpreter: threads are waited for, exit functions run, modules are let go of, streams flushed.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use crate::gil::{Gil, Guarded};
use crate::modules::{atexit, report, sys};
use crate::object::class::flags;
use crate::object::{Bits, Global, Payload, Ref, Table, Text, Type, Value, collector, operations};
use crate::types::function::Function;
use crate::types::module::Module;
use crate::types::native_function::NativeFunction;
use crate::types::weakref::Reference;

static FINALIZING: Guarded<Cell<bool>> = Guarded::new(Cell::new(false));

/// The modules that last to the end of the process, with what they held when that was said.
static LASTING: Global<RefCell<Vec<Lasting>>> = Global::new(RefCell::new(Vec::new()));

/// A module whose functions and classes are not taken apart at the end.
struct Lasting {
    module: Ref<Module>,
    /// By name. Each value is held, so that no other has its bits.
    held: HashMap<Bits, Value>,
}

impl Lasting {
    /// Was a definition of this name there from the beginning?
    fn holds(&self, name: &Value, value: &Value) -> bool {
        self.held.get(&name.bits()).is_some_and(|held| held.bits() == value.bits())
    }
}

/// Says that the functions, classes and modules that there are now last to the end of the process: it will be copied, and
/// a copy that took apart what it shares with the others would have to copy its memory first. What the modules are given
/// later is let go of at the end, as always.
pub fn keep(gil: Gil<'_>) {
    collector::exempt(gil);
    let modules: Vec<Value> =
        sys::modules(gil).table.borrow().iter().map(|entry| entry.value.clone()).collect();
    let modules = modules.iter().filter_map(|module| module.downcast::<Module>());
    LASTING.get(gil).borrow_mut().extend(modules.map(|module| {
        let table = module.dict.table.borrow();
        let definitions = table.iter().filter(|entry| is_definition(&entry.value));
        let held = definitions.map(|entry| (entry.key.bits(), entry.value.clone())).collect();
        Lasting { module: module.clone(), held }
    }));
}

fn is_definition(value: &Value) -> bool {
    value.downcast::<Function>().is_some()
        || value.downcast::<Type>().is_some()
        || value.downcast::<NativeFunction>().is_some()
        || value.downcast::<Module>().is_some()
        || value.downcast::<Text>().is_some()
        || value.is_none()
}

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
    for name in ["stdin", "stdout", "stderr"] {
        if let Some(own) = sys::get(gil, &format!("__{name}__")) {
            sys::set(gil, name, own);
        }
    }
    let stays = |name: &Value| {
        let name = name.downcast::<Text>();
        name.is_some_and(|name| matches!(name.bytes(), b"sys" | b"builtins"))
    };
    let taken: Table = sys::modules(gil).table.borrow_mut().take();
    let kept: Vec<Value> = taken.iter().filter(|e| stays(&e.key)).map(|e| e.value.clone()).collect();
    let is_builtins = |name: &Value| name.downcast::<Text>().is_some_and(|name| name.bytes() == b"builtins");
    let builtins = taken.iter().find(|entry| is_builtins(&entry.key)).map(|entry| entry.value.clone());
    let lasting = LASTING.get(gil).take();
    let lasts = |module: &Value| lasting.iter().any(|one| one.module.as_value().bits() == module.bits());
    let others = taken.iter().filter(|entry| !stays(&entry.key) && !lasts(&entry.value));
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
            empty(module, None);
        }
    }
    drop(references);
    for one in lasting
        .iter()
        .rev()
        .filter(|one| !kept.iter().any(|kept| kept.bits() == one.module.as_value().bits()))
    {
        empty(&one.module, Some(one));
    }
    // They last.
    std::mem::forget(lasting);
    collector::collect(gil, true);
    if let Some(builtins) = builtins.as_ref().and_then(|module| module.downcast::<Module>()) {
        let_go_of_objects(gil, builtins);
    }
    drop((kept, builtins));
}

/// Lets go of the objects of a program's classes that it put into a module that stays.
fn let_go_of_objects(gil: Gil<'_>, module: &Ref<Module>) {
    let found: Vec<Value> = {
        let table = module.dict.table.borrow();
        let entries = table.iter().filter(|entry| entry.value.class(gil).has(flags::HEAP));
        entries.map(|entry| entry.key.clone()).collect()
    };
    for name in found {
        let Some(name) = name.downcast::<Text>() else { continue };
        let old = module.dict.table.borrow_mut().set_text(name, Value::NONE);
        drop(old);
    }
}

/// Sets a module's names to None: those with one underscore first, then the others. What lasts stays as it is.
fn empty(module: &Ref<Module>, lasting: Option<&Lasting>) {
    for underscored in [true, false] {
        let names: Vec<Ref<Text>> = {
            let table = module.dict.table.borrow();
            let entries =
                table.iter().filter(|entry| !lasting.is_some_and(|one| one.holds(&entry.key, &entry.value)));
            let names = entries.filter_map(|entry| entry.key.downcast::<Text>());
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
