//! `_multiprocessing`: the system calls of processes that talk to each other.
//!
//! In reading order: `spawn` (a child VM), `message` (what goes through sockets), `map` (shared memory), `semaphore`
//! (semaphores in it). Everything waits without the GIL, and goes on after the handlers of signals have run.
//!
//! Must not know: processes as programs see them, pickles, pools. Those are `pyscripts/stdlib/multiprocessing`.

mod map;
mod message;
mod semaphore;
mod spawn;

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::{Ref, Result, Value, operations};
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

use super::{convert, import};

pub use map::Region;
pub use semaphore::forget_holds;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_multiprocessing",
    doc: "System calls of processes that talk to each other.",
    functions: &[
        Function::new(
            "spawn",
            "($module, fd, /)",
            "Start this executable as a child VM that keeps the descriptor; its process identifier.",
            spawn::spawn,
        ),
        Function::new("socketpair", "($module, /)", "Two connected stream sockets.", message::socketpair),
        Function::new(
            "send_message",
            "($module, fd, data, fds=(), /)",
            "Send one message: bytes and descriptors.",
            message::send_message,
        ),
        Function::new(
            "receive_message",
            "($module, fd, /)",
            "Receive one message: a tuple of bytes and descriptors.",
            message::receive_message,
        ),
        Function::new(
            "poll",
            "($module, fds, timeout, /)",
            "Those of the descriptors that can be read from or whose other side is closed.",
            message::poll,
        ),
    ],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "Map", builder::build(gil, &map::SPEC).into_value());
    let class = builder::build(gil, &semaphore::SPEC);
    let most = convert::int(gil, semaphore::MOST.into());
    class.set_entry(gil, &crate::object::intern(gil, "SEM_VALUE_MAX"), Some(most));
    module.set(gil, "SemLock", class.into_value());
    Ok(())
}

/// What a child VM does: its parent tells it over the descriptor. The result is its exit status.
pub fn run_child(gil: Gil<'_>, descriptor: i32) -> Result<u8> {
    import::shelf::inherit(gil, spawn::SHELF_DESCRIPTOR);
    let child = import::module(gil, "multiprocessing.child")?;
    let status = operations::call_method(gil, &child, "main", &[convert::int(gil, descriptor.into())])?;
    Ok(convert::to_i64(gil, &status)? as u8)
}

/// The optional argument of a native function without keywords.
fn optional(values: &[Value], place: usize) -> Option<&Value> {
    values.get(place).filter(|value| !value.is_none())
}
