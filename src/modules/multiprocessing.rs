//! `_multiprocessing`: the system calls of processes that talk to each other.
//!
//! In reading order: `spawn` (a child VM), `message` and `frame` (what goes through sockets), `map` (shared memory),
//! `owned` and `semaphore` (locks and semaphores in it), `spool` (queues in it). Everything waits without the GIL, and
//! goes on after the handlers of signals have run.
//!
//! Must not know: processes as programs see them, pickles, pools. Those are `pyscripts/stdlib/multiprocessing`.

mod frame;
mod likeness;
mod map;
mod message;
mod owned;
mod patience;
mod semaphore;
mod spawn;
mod spool;

use std::time::Duration;

use crate::gil::{Deadline, Gil};
use crate::object::native::Function;
use crate::object::raised::value_error;
use crate::object::{Ref, Result, Value, operations};
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

use super::{convert, import, report};

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
        Function::new(
            "fork_sibling",
            "($module, /)",
            "Copy this process; the copy is a child of its parent. 0 in the copy, otherwise its process identifier.",
            spawn::fork_sibling,
        ),
        Function::new(
            "settle",
            "($module, /)",
            "Say that the functions, classes and modules that there are now last to the end of this process.",
            spawn::settle,
        ),
        Function::new(
            "likeness",
            "($module, /)",
            "Bytes that are others whenever a child VM started now would be another; None if it has to be one of its own.",
            likeness::likeness,
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
            "send_frame",
            "($module, fd, data, /)",
            "Send bytes as CPython does: their length, then they themselves.",
            frame::send_frame,
        ),
        Function::new(
            "receive_frame",
            "($module, fd, most=None, /)",
            "Receive bytes as CPython sends them; None if they are more than allowed.",
            frame::receive_frame,
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
    module.set(gil, "Spool", builder::build(gil, &spool::SPEC).into_value());
    let class = builder::build(gil, &semaphore::SPEC);
    let most = convert::int(gil, semaphore::MOST.into());
    class.set_entry(gil, &crate::object::intern(gil, "SEM_VALUE_MAX"), Some(most));
    module.set(gil, "SemLock", class.into_value());
    Ok(())
}

/// What a child VM does: its parent tells it over the descriptor. The result is its exit status.
///
/// What it is told is code to run, so it listens to nobody else.
pub fn run_child(gil: Gil<'_>, descriptor: i32) -> Result<u8> {
    match spawn::peer(descriptor) {
        // SAFETY: the call takes nothing.
        Some(process) if process == unsafe { libc::getppid() } => {}
        // The parent is gone already, or never was.
        Some(_) => return Ok(1),
        None => {
            report::write_error(gil, "gilly: --child-vm is for the processes that gilly starts itself\n");
            return Ok(2);
        }
    }
    import::shelf::inherit(gil, spawn::SHELF_DESCRIPTOR);
    let child = import::module(gil, "multiprocessing.child")?;
    let status = operations::call_method(gil, &child, "main", &[convert::int(gil, descriptor.into())])?;
    Ok(convert::to_i64(gil, &status)? as u8)
}

/// The optional argument of a native function without keywords.
fn optional(values: &[Value], place: usize) -> Option<&Value> {
    values.get(place).filter(|value| !value.is_none())
}

/// Until when something is to wait that was given a number of seconds; None for ever.
fn deadline(gil: Gil<'_>, timeout: Option<&Value>) -> Result<Option<Deadline>> {
    let Some(timeout) = timeout.filter(|timeout| !timeout.is_none()) else { return Ok(None) };
    let seconds = convert::to_f64(gil, timeout)?;
    if seconds.is_nan() {
        return Err(value_error(gil, "Invalid value NaN (not a number)"));
    }
    Ok(Some(Deadline::after(Duration::from_secs_f64(seconds.clamp(0.0, 9e9)))))
}
