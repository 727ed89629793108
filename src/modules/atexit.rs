//! `atexit`: functions to be called when a program ends.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::modules::sys;
use crate::object::native::Function;
use crate::object::raised::{Kind, type_error};
use crate::object::{Arguments, Global, Ref, Result, Text, Value, operations};
use crate::types::module::ModuleSpec;

use super::convert;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "atexit",
    doc: "allow programmer to define multiple exit functions to be executed\nupon normal program termination.",
    functions: &[
        Function::new("register", "", "register(func, *args, **kwargs)", register),
        Function::new("unregister", "", "unregister(func)", unregister),
        Function::new(
            "_clear",
            "($module, /)",
            "Clear the list of previously registered exit functions.",
            clear,
        ),
        Function::new("_run_exitfuncs", "($module, /)", "Run all registered exit functions.", run_now),
        Function::new(
            "_ncallbacks",
            "($module, /)",
            "Return the number of registered exit functions.",
            count,
        ),
    ],
    set_up: None,
};

/// A call to be made.
struct Call {
    function: Value,
    values: Vec<Value>,
    names: Vec<Ref<Text>>,
}

static CALLS: Global<RefCell<Vec<Call>>> = Global::new(RefCell::new(Vec::new()));

fn register(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let Some(function) = arguments.positionals().first() else {
        return Err(type_error(gil, "register() takes at least 1 argument (0 given)"));
    };
    if function.class(gil).slots.call.get().is_none() {
        return Err(type_error(gil, "the first argument must be callable"));
    }
    let (values, names) = (arguments.values[1..].to_vec(), arguments.names.to_vec());
    CALLS.get(gil).borrow_mut().push(Call { function: function.clone(), values, names });
    Ok(function.clone())
}

fn unregister(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [function] = arguments.exactly::<1>(gil, "atexit.unregister")?;
    let known: Vec<Value> = CALLS.get(gil).borrow().iter().map(|call| call.function.clone()).collect();
    let mut gone = Vec::new();
    for known in &known {
        gone.push(operations::equal(gil, known, function)?);
    }
    let mut gone = gone.into_iter();
    let calls = CALLS.get(gil).take();
    let (removed, kept): (Vec<Call>, Vec<Call>) =
        calls.into_iter().partition(|_| gone.next().unwrap_or(false));
    CALLS.get(gil).replace(kept);
    drop(removed);
    Ok(Value::NONE)
}

fn clear(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    drop(CALLS.get(gil).take());
    Ok(Value::NONE)
}

fn run_now(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    run(gil);
    Ok(Value::NONE)
}

fn count(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    let count = CALLS.get(gil).borrow().len();
    Ok(convert::int(gil, count as i64))
}

/// Makes the calls, the youngest first; errors are reported.
pub fn run(gil: Gil<'_>) {
    loop {
        let next = CALLS.get(gil).borrow_mut().pop();
        let Some(call) = next else { return };
        let arguments = Arguments { values: &call.values, names: &call.names };
        if let Err(raised) = operations::call(gil, &call.function, arguments) {
            if raised.is(gil, Kind::SystemExit) {
                continue;
            }
            let message = "Exception ignored in atexit callback";
            sys::report_unraisable_of(gil, raised, message, &call.function);
        }
    }
}
