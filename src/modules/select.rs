//! `select`: waiting for many descriptors at once, by select, poll and epoll.
//!
//! All of them wait without the GIL, and go on with the time that is left after the handlers of signals have run.

mod epoll;
mod poll;

use std::time::Duration;

use crate::gil::{Deadline, Gil, Reason};
use crate::object::native::Function;
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{Arguments, Ref, Result, Value, operations};
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

use super::convert;
use super::posix::calls;
use super::time::span;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "select",
    doc: "This module supports asynchronous I/O on multiple file descriptors.",
    functions: &[
        Function::new(
            "select",
            "($module, rlist, wlist, xlist, timeout=None, /)",
            "Wait until one or more file descriptors are ready for some kind of I/O.",
            select,
        ),
        Function::new("poll", "($module, /)", "Returns a polling object.", poll::make),
    ],
    set_up: Some(set_up),
};

const CONSTANTS: &[(&str, i64)] = &[
    ("POLLIN", libc::POLLIN as i64),
    ("POLLPRI", libc::POLLPRI as i64),
    ("POLLOUT", libc::POLLOUT as i64),
    ("POLLERR", libc::POLLERR as i64),
    ("POLLHUP", libc::POLLHUP as i64),
    ("POLLNVAL", libc::POLLNVAL as i64),
    ("POLLRDHUP", libc::POLLRDHUP as i64),
    ("POLLRDNORM", libc::POLLRDNORM as i64),
    ("POLLRDBAND", libc::POLLRDBAND as i64),
    ("POLLWRNORM", libc::POLLWRNORM as i64),
    ("POLLWRBAND", libc::POLLWRBAND as i64),
    ("POLLMSG", 0x400),
    ("PIPE_BUF", 4096),
    ("EPOLLIN", libc::EPOLLIN as i64),
    ("EPOLLOUT", libc::EPOLLOUT as i64),
    ("EPOLLPRI", libc::EPOLLPRI as i64),
    ("EPOLLERR", libc::EPOLLERR as i64),
    ("EPOLLHUP", libc::EPOLLHUP as i64),
    ("EPOLLRDHUP", libc::EPOLLRDHUP as i64),
    ("EPOLLET", 1 << 31),
    ("EPOLLONESHOT", libc::EPOLLONESHOT as i64),
    ("EPOLLEXCLUSIVE", libc::EPOLLEXCLUSIVE as i64),
    ("EPOLLRDNORM", libc::EPOLLRDNORM as i64),
    ("EPOLLRDBAND", libc::EPOLLRDBAND as i64),
    ("EPOLLWRNORM", libc::EPOLLWRNORM as i64),
    ("EPOLLWRBAND", libc::EPOLLWRBAND as i64),
    ("EPOLLMSG", libc::EPOLLMSG as i64),
    ("EPOLL_CLOEXEC", libc::EPOLL_CLOEXEC as i64),
];

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for (name, number) in CONSTANTS {
        module.set(gil, name, convert::int(gil, *number));
    }
    module.set(gil, "error", Kind::OSError.class(gil).to_value());
    module.set(gil, "epoll", builder::build(gil, &epoll::SPEC).into_value());
    builder::build(gil, &poll::SPEC);
    Ok(())
}

/// The moment at which a wait of so many seconds ends; None for ever.
fn deadline(gil: Gil<'_>, timeout: Option<&Value>) -> Result<Option<Deadline>> {
    let Some(timeout) = timeout.filter(|timeout| !timeout.is_none()) else { return Ok(None) };
    let nanoseconds = span::nanoseconds(gil, timeout).map_err(|raised| {
        if raised.is(gil, Kind::TypeError) {
            type_error(gil, "timeout must be a float or None")
        } else {
            raised
        }
    })?;
    Ok(Some(Deadline::after(Duration::from_nanos(nanoseconds.max(0).unsigned_abs()))))
}

/// What is left until a deadline, as the system takes it: milliseconds, rounded up, -1 for ever.
fn milliseconds(deadline: Option<Deadline>) -> i32 {
    let Some(deadline) = deadline else { return -1 };
    i32::try_from(deadline.left().as_nanos().div_ceil(1_000_000)).unwrap_or(i32::MAX)
}

/// Waits for descriptors, until the deadline; each one's events are found in it.
fn wait(gil: Gil<'_>, asked: &mut [libc::pollfd], deadline: Option<Deadline>) -> Result<()> {
    let ready = calls::repeat(gil, Reason::Io, || {
        // SAFETY: the list is as long as is said.
        unsafe { libc::poll(asked.as_mut_ptr(), asked.len() as libc::nfds_t, milliseconds(deadline)) }
    })?;
    ready.map(drop).map_err(|errno| convert::os_error(gil, errno))
}

/// `select`, by poll: there is no highest descriptor.
fn select(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "select", 3, 4)?;
    let deadline = deadline(gil, given.get(3))?;
    let is_negative = |timeout: &Value| convert::to_f64(gil, timeout).is_ok_and(|timeout| timeout < 0.0);
    if given.get(3).is_some_and(|timeout| !timeout.is_none() && is_negative(timeout)) {
        return Err(value_error(gil, "timeout must be non-negative"));
    }
    const KINDS: [(i16, i16); 3] = [
        (libc::POLLIN, libc::POLLIN | libc::POLLHUP | libc::POLLERR),
        (libc::POLLOUT, libc::POLLOUT | libc::POLLERR),
        (libc::POLLPRI, libc::POLLPRI),
    ];
    let mut asked = Vec::new();
    let mut lists = Vec::new();
    for (list, (events, _)) in given.iter().zip(KINDS) {
        if list.class(gil).slots.iter.get().is_none() && list.class(gil).slots.get_item.get().is_none() {
            return Err(type_error(gil, "arguments 1-3 must be sequences"));
        }
        let list = operations::collect(gil, list)?;
        for item in &list {
            asked.push(libc::pollfd { fd: convert::descriptor_of(gil, item)?, events, revents: 0 });
        }
        lists.push(list);
    }
    wait(gil, &mut asked, deadline)?;
    if asked.iter().any(|one| one.revents & libc::POLLNVAL != 0) {
        return Err(convert::os_error(gil, libc::EBADF));
    }
    let mut answers = asked.iter();
    let ready = lists.into_iter().zip(KINDS).map(|(list, (_, wanted))| {
        let answered = list.into_iter().zip(answers.by_ref());
        convert::list(
            gil,
            answered.filter(|(_, one)| one.revents & wanted != 0).map(|(item, _)| item).collect(),
        )
    });
    let ready = ready.collect();
    Ok(convert::tuple(gil, ready))
}
