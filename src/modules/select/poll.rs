//! The object of `select.poll()`.

use std::cell::RefCell;
use std::time::Duration;

use crate::gil::{Deadline, Gil};
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{overflow_error, type_error};
use crate::object::{Arguments, Kind, Payload, Ref, Result, SlotTable, Storage, Value};
use crate::payload;

/// The payload: descriptors and the events that they are waited for, in the order in which they were registered.
pub struct Poll(RefCell<Vec<(i32, i16)>>);

impl Payload for Poll {
    payload!(Poll, untracked);
}

/// `poll()`.
pub fn make(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "poll")?;
    Ok(Ref::new(gil, Poll(RefCell::default())).into_value())
}

fn this(value: &Value) -> &Ref<Poll> {
    match value.downcast() {
        Some(poll) => poll,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

/// A mask of events.
fn events(gil: Gil<'_>, value: Option<&Value>) -> Result<i16> {
    let usual = libc::POLLIN | libc::POLLPRI | libc::POLLOUT;
    let Some(value) = value else { return Ok(usual) };
    let mask = convert::to_i64(gil, value)?;
    u16::try_from(mask).map(|mask| mask as i16).map_err(|_| match mask < 0 {
        true => crate::object::raised::value_error(gil, "value must be positive"),
        false => overflow_error(gil, "Python int too large for C unsigned short"),
    })
}

fn register(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "register", 1, 2)?;
    let (descriptor, events) = (convert::descriptor_of(gil, &given[0])?, events(gil, given.get(1))?);
    let mut known = this(&arguments.values[0]).0.borrow_mut();
    match known.iter_mut().find(|(other, _)| *other == descriptor) {
        Some(entry) => entry.1 = events,
        None => known.push((descriptor, events)),
    }
    Ok(Value::NONE)
}

fn modify(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, mask] = arguments.without_first().exactly::<2>(gil, "modify")?;
    let (descriptor, events) = (convert::descriptor_of(gil, fd)?, events(gil, Some(mask))?);
    let mut known = this(&arguments.values[0]).0.borrow_mut();
    match known.iter_mut().find(|(other, _)| *other == descriptor) {
        Some(entry) => {
            entry.1 = events;
            Ok(Value::NONE)
        }
        None => {
            drop(known);
            Err(convert::os_error(gil, libc::ENOENT))
        }
    }
}

fn unregister(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd] = arguments.without_first().exactly::<1>(gil, "unregister")?;
    let descriptor = convert::descriptor_of(gil, fd)?;
    let mut known = this(&arguments.values[0]).0.borrow_mut();
    match known.iter().position(|(other, _)| *other == descriptor) {
        Some(place) => {
            known.remove(place);
            Ok(Value::NONE)
        }
        None => {
            drop(known);
            Err(convert::raise(gil, Kind::KeyError, &[convert::int(gil, descriptor.into())]))
        }
    }
}

/// `poll([timeout])`, in milliseconds.
fn poll(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "poll", 0, 1)?;
    let deadline = match given.first().filter(|timeout| !timeout.is_none()) {
        None => None,
        Some(timeout) => {
            let milliseconds = match convert::as_f64(timeout) {
                Some(milliseconds) => milliseconds,
                None if convert::whole(timeout).is_some() => convert::to_i64(gil, timeout)? as f64,
                None => return Err(type_error(gil, "timeout must be an integer or None")),
            };
            let time = Duration::from_secs_f64((milliseconds / 1e3).clamp(0.0, 9e9));
            (milliseconds >= 0.0).then(|| Deadline::after(time))
        }
    };
    let mut asked: Vec<libc::pollfd> = {
        let known = this(&arguments.values[0]).0.borrow();
        known.iter().map(|&(fd, events)| libc::pollfd { fd, events, revents: 0 }).collect()
    };
    super::wait(gil, &mut asked, deadline)?;
    let ready = asked.iter().filter(|one| one.revents != 0);
    let pairs = ready.map(|one| convert::tuple(gil, convert::ints(gil, [one.fd.into(), one.revents.into()])));
    Ok(convert::list(gil, pairs.collect()))
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "poll",
    module: "select",
    signature: "",
    doc: "",
    base: None,
    layout: Poll::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable::EMPTY,
    methods: &[
        Function::new(
            "register",
            "($self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /)",
            "Register a file descriptor with the polling object.",
            register,
        ),
        Function::new(
            "modify",
            "($self, fd, eventmask, /)",
            "Modify an already registered file descriptor.",
            modify,
        ),
        Function::new(
            "unregister",
            "($self, fd, /)",
            "Remove a file descriptor being tracked by the polling object.",
            unregister,
        ),
        Function::new(
            "poll",
            "($self, timeout=None, /)",
            "Polls the set of registered file descriptors.",
            poll,
        ),
    ],
    attributes: &[],
};
