//! `_asyncio`: futures, tasks and handles, which the event loop of `asyncio`, written in Python, works with.
//!
//! In reading order: `place` (a variable that holds a value), `callback` (what is to be called), `schedule` (giving a
//! callback to a loop), `handle` (a callback that a loop holds); `future`, with `outcome` (what becomes of one) and
//! `iterator` (what awaits one); `task`, with `step` (running its coroutine); `running` (which loop is whose) and
//! `registry` (which tasks there are, which of them run).

mod callback;
mod future;
pub mod handle;
pub mod iterator;
mod outcome;
mod place;
mod registry;
pub mod running;
mod schedule;
mod step;
mod task;

use std::cell::OnceCell;

use crate::gil::Gil;
use crate::object::raised::{Exception, type_error};
use crate::object::{Arguments, Global, Raised, Ref, Result, Text, Value, intern, operations};
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

use super::import;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_asyncio",
    doc: "Accelerator module for asyncio",
    functions: &[
        running::GET_RUNNING_LOOP,
        running::SET_RUNNING_LOOP,
        running::GET_RUNNING_LOOP_OR_RAISE,
        running::GET_EVENT_LOOP,
        registry::CURRENT_TASK,
        registry::REGISTER,
        registry::REGISTER_EAGER,
        registry::UNREGISTER,
        registry::UNREGISTER_EAGER,
        registry::ENTER,
        registry::LEAVE,
        registry::SWAP,
        registry::REGISTERED,
        schedule::KNOW_LOOP,
    ],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for spec in [&iterator::SPEC, &step::SPEC] {
        builder::build_once(gil, spec);
    }
    module.set(gil, "Future", builder::build_once(gil, &future::SPEC).into_value());
    module.set(gil, "Task", task::class(gil).to_value());
    module.set(gil, "_Handle", builder::build_once(gil, &handle::SPEC).into_value());
    registry::set_up(gil, module)
}

macro_rules! names {
    ($($name:ident)*) => {
        /// The names of attributes that are asked for often.
        struct Names { $($name: Ref<Text>,)* }

        /// Those names, interned.
        fn names(gil: Gil<'_>) -> &Names {
            static NAMES: Global<OnceCell<Names>> = Global::new(OnceCell::new());
            NAMES.get(gil).get_or_init(|| Names { $($name: intern(gil, stringify!($name)),)* })
        }
    };
}

names! {
    call_soon get_debug context msg cancel result run _ready _closed _debug _asyncio_future_blocking
    add_done_callback get_loop _loop
}

/// Calls a function of one of asyncio's modules that are written in Python.
fn call_library(gil: Gil<'_>, module: &str, function: &str, arguments: &[Value]) -> Result<Value> {
    let function = operations::get_attribute(gil, &import::module(gil, module)?, &intern(gil, function))?;
    operations::call(gil, &function, Arguments::positional(arguments))
}

/// `asyncio.CancelledError`.
fn cancelled_error(gil: Gil<'_>) -> Result<&Value> {
    static CLASS: Global<OnceCell<Value>> = Global::new(OnceCell::new());
    let known = CLASS.get(gil);
    if known.get().is_none() {
        let module = import::module(gil, "asyncio.exceptions")?;
        let class = operations::get_attribute(gil, &module, &intern(gil, "CancelledError"))?;
        let _ = known.set(class);
    }
    known.get().ok_or_else(|| type_error(gil, "asyncio.CancelledError is not there"))
}

/// Is it an instance of `asyncio.CancelledError`?
fn is_cancelled_error(gil: Gil<'_>, exception: &Value) -> bool {
    let class = cancelled_error(gil).ok().and_then(|class| class.downcast());
    class.is_some_and(|class| operations::is_instance(gil, exception, class))
}

/// An `asyncio.InvalidStateError`.
#[cold]
fn invalid_state(gil: Gil<'_>, message: &str) -> Raised {
    let text = Ref::text(gil, message).into_value();
    let make = || {
        let module = import::module(gil, "asyncio.exceptions")?;
        let class = operations::get_attribute(gil, &module, &intern(gil, "InvalidStateError"))?;
        operations::call_one(gil, &class, &text)
    };
    make().map_or_else(|raised| raised, |exception| raise(gil, exception))
}

/// An exception object on its way.
fn raise(gil: Gil<'_>, exception: Value) -> Raised {
    match exception.try_into_ref::<Exception>() {
        Ok(exception) => Raised::new(exception),
        Err(_) => type_error(gil, "exceptions must derive from BaseException"),
    }
}

/// A value as messages show it.
fn shown(gil: Gil<'_>, value: &Value) -> Result<String> {
    Ok(operations::repr(gil, value)?.lossy().into_owned())
}
