//! Which loop runs in which thread.

use std::cell::RefCell;

use crate::gil::{Gil, ThreadId};
use crate::object::native::Function;
use crate::object::raised::runtime_error;
use crate::object::{Arguments, Global, Result, Value, operations};

use super::call_library;

/// The loops that run; seldom more than one.
static RUNNING: Global<RefCell<Vec<(ThreadId, Value)>>> = Global::new(RefCell::new(Vec::new()));

/// `_get_running_loop`
pub const GET_RUNNING_LOOP: Function = Function::new(
    "_get_running_loop",
    "($module, /)",
    "Return the running event loop or None.\n\nThis is a low-level function intended to be used by event loops.\nThis \
     function is thread-specific.",
    |gil, arguments| {
        arguments.exactly::<0>(gil, "_asyncio._get_running_loop")?;
        Ok(current(gil).unwrap_or(Value::NONE))
    },
);

/// `_set_running_loop`
pub const SET_RUNNING_LOOP: Function = Function::new(
    "_set_running_loop",
    "($module, loop, /)",
    "Set the running event loop.\n\nThis is a low-level function intended to be used by event loops.\nThis function is \
     thread-specific.",
    |gil, arguments| {
        let [of] = arguments.exactly::<1>(gil, "_asyncio._set_running_loop")?;
        set(gil, Some(of.clone()).filter(|of| !of.is_none()));
        Ok(Value::NONE)
    },
);

/// `get_running_loop`
pub const GET_RUNNING_LOOP_OR_RAISE: Function = Function::new(
    "get_running_loop",
    "($module, /)",
    "Return the running event loop.  Raise a RuntimeError if there is none.\n\nThis function is thread-specific.",
    |gil, arguments| {
        arguments.exactly::<0>(gil, "_asyncio.get_running_loop")?;
        expect(gil)
    },
);

/// `get_event_loop`
pub const GET_EVENT_LOOP: Function = Function::new(
    "get_event_loop",
    "($module, /)",
    "Return an asyncio event loop.\n\nWhen called from a coroutine or a callback (e.g. scheduled with\ncall_soon or similar \
     API), this function will always return the\nrunning event loop.\n\nIf there is no running event loop set, the function \
     will return\nthe result of `get_event_loop_policy().get_event_loop()` call.",
    get_event_loop,
);

fn get_event_loop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "_asyncio.get_event_loop")?;
    of_thread(gil)
}

/// The loop that runs in this thread.
pub fn current(gil: Gil<'_>) -> Option<Value> {
    let thread = gil.thread_id();
    RUNNING.get(gil).borrow().iter().find(|(owner, _)| *owner == thread).map(|(_, of)| of.clone())
}

/// The loop that runs in this thread, or a RuntimeError.
pub fn expect(gil: Gil<'_>) -> Result<Value> {
    current(gil).ok_or_else(|| runtime_error(gil, "no running event loop"))
}

/// The loop that runs in this thread, or else the one that the policy says.
pub fn of_thread(gil: Gil<'_>) -> Result<Value> {
    match current(gil) {
        Some(running) => Ok(running),
        None => {
            let policy = call_library(gil, "asyncio.events", "get_event_loop_policy", &[])?;
            operations::call_method(gil, &policy, "get_event_loop", &[])
        }
    }
}

fn set(gil: Gil<'_>, new: Option<Value>) {
    let thread = gil.thread_id();
    let mut running = RUNNING.get(gil).borrow_mut();
    let place = running.iter().position(|(owner, _)| *owner == thread);
    let old = place.map(|place| running.swap_remove(place));
    running.extend(new.map(|new| (thread, new)));
    drop(running);
    drop(old);
}

/// The running thread ends.
pub fn thread_ends(gil: Gil<'_>) {
    set(gil, None);
}

/// No loop runs in the copy of a process.
pub fn forget(gil: Gil<'_>) {
    let forgotten = RUNNING.get(gil).take();
    drop(forgotten);
}
