//! `OSError`: the error numbers of the system, each with the exception that stands for it.

use super::super::tuple;
use super::base::{self, arguments_of, derived, own_attributes, reduction, set_arguments};
use super::fields::{at, field, put, put_all};
use super::{base_of, this};
use crate::gil::Gil;
use crate::object::class::Type;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Raised, value_error};
use crate::object::slots::{Init, New, SlotTable};
use crate::object::{Arguments, Exception, Kind, Ref, Result, Text, Value, intern, operations};

const ERRNO: usize = 0;
const MESSAGE: usize = 1;
const FILE: usize = 2;
const SECOND_FILE: usize = 3;
const WRITTEN: usize = 4;

fn kind_of(errno: i32) -> Option<Kind> {
    Some(match errno {
        libc::EAGAIN | libc::EALREADY | libc::EINPROGRESS => Kind::BlockingIOError,
        libc::EPIPE | libc::ESHUTDOWN => Kind::BrokenPipeError,
        libc::ECHILD => Kind::ChildProcessError,
        libc::ECONNABORTED => Kind::ConnectionAbortedError,
        libc::ECONNREFUSED => Kind::ConnectionRefusedError,
        libc::ECONNRESET => Kind::ConnectionResetError,
        libc::EEXIST => Kind::FileExistsError,
        libc::ENOENT => Kind::FileNotFoundError,
        libc::EISDIR => Kind::IsADirectoryError,
        libc::ENOTDIR => Kind::NotADirectoryError,
        libc::EINTR => Kind::InterruptedError,
        libc::EACCES | libc::EPERM => Kind::PermissionError,
        libc::ESRCH => Kind::ProcessLookupError,
        libc::ETIMEDOUT => Kind::TimeoutError,
        _ => return None,
    })
}

/// A class with an `__init__` of its own, but no `__new__`, gets its fields there.
fn waits_for_init(class: &Ref<Type>) -> bool {
    let own_new = class.slots.new.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, new as New));
    let own_init = class.slots.init.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, init as Init));
    own_new && !own_init
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.positionals();
    if waits_for_init(class) {
        return Ok(base::allocate(gil, class, tuple::of(gil, Vec::new())).into_value());
    }
    arguments.no_keywords(gil, &class.name())?;
    let is_plain = class.is(Kind::OSError.class(gil));
    let kind = match given {
        [errno, _, ..] if is_plain && given.len() <= 5 => {
            errno.bits().as_int().and_then(|errno| kind_of(errno.try_into().ok()?))
        }
        _ => None,
    };
    let class = kind.map_or(class, |kind| kind.class(gil));
    let exception = base::allocate(gil, class, tuple::of(gil, Vec::new()));
    fill(gil, &exception, given);
    Ok(exception.into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let class = value.class(gil);
    if waits_for_init(class) {
        arguments.no_keywords(gil, &class.name())?;
        fill(gil, this(gil, value)?, arguments.positionals());
    }
    Ok(())
}

/// From two to five arguments are number, message, file, an error number of other systems, second file.
fn fill(gil: Gil<'_>, exception: &Ref<Exception>, given: &[Value]) {
    if !(2..=5).contains(&given.len()) {
        set_arguments(gil, exception, given);
        return;
    }
    let some = |place: usize| given.get(place).filter(|value| !value.is_none()).cloned();
    let is_blocking = exception.as_value().class(gil).is_subtype(Kind::BlockingIOError.class(gil));
    let mut fields = vec![Some(given[0].clone()), Some(given[1].clone()), some(2), some(4), None];
    if is_blocking && fields[FILE].as_ref().is_some_and(|third| third.bits().is_int()) {
        fields[WRITTEN] = fields[FILE].take();
        set_arguments(gil, exception, given);
    } else if fields[FILE].is_some() {
        set_arguments(gil, exception, &given[..2]);
    } else {
        set_arguments(gil, exception, given);
    }
    put_all(exception, fields);
}

fn str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let exception = this(gil, value)?;
    let part = |place| at(exception, place).unwrap_or(Value::NONE);
    let mut bytes = Vec::new();
    if at(exception, FILE).is_none() && (at(exception, ERRNO).is_none() || at(exception, MESSAGE).is_none()) {
        return base::str(gil, value);
    }
    bytes.extend_from_slice(b"[Errno ");
    bytes.extend_from_slice(operations::str(gil, &part(ERRNO))?.bytes());
    bytes.extend_from_slice(b"] ");
    bytes.extend_from_slice(operations::str(gil, &part(MESSAGE))?.bytes());
    if let Some(file) = at(exception, FILE) {
        bytes.extend_from_slice(b": ");
        bytes.extend_from_slice(operations::repr(gil, &file)?.bytes());
        if let Some(second) = at(exception, SECOND_FILE) {
            bytes.extend_from_slice(b" -> ");
            bytes.extend_from_slice(operations::repr(gil, &second)?.bytes());
        }
    }
    Ok(Ref::new(gil, Text::from_vector(bytes)).into_value())
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let exception = this(gil, value)?;
    let mut items = arguments_of(exception);
    if let (2, Some(file)) = (items.len(), at(exception, FILE)) {
        items.push(file);
        if let Some(second) = at(exception, SECOND_FILE) {
            items.extend([Value::NONE, second]);
        }
    }
    Ok(reduction(gil, value, tuple::of(gil, items), own_attributes(gil, value)))
}

fn characters_written(gil: Gil<'_>, value: &Value) -> Result<Value> {
    at(this(gil, value)?, WRITTEN).ok_or_else(|| no_characters(gil))
}

#[cold]
fn no_characters(gil: Gil<'_>) -> Raised {
    Raised::with_arguments(gil, Kind::AttributeError, vec![intern(gil, "characters_written").into_value()])
}

fn set_characters_written(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let exception = this(gil, value)?;
    if new.is_none() && at(exception, WRITTEN).is_none() {
        return Err(no_characters(gil));
    }
    if new.as_ref().is_some_and(|new| !new.bits().is_int()) {
        return Err(value_error(gil, "characters_written must be an integer"));
    }
    put(exception, WRITTEN, new);
    Ok(())
}

pub static SPEC: TypeSpec = derived(
    "OSError",
    "Base class for I/O related errors.",
    |gil| base_of(gil, Kind::OSError),
    SlotTable { new: Some(new), init: Some(init), str: Some(str), ..SlotTable::EMPTY },
    &[Function::new("__reduce__", "", "", reduce)],
    &[
        field::<ERRNO>("errno", "POSIX exception code"),
        field::<MESSAGE>("strerror", "exception strerror"),
        field::<FILE>("filename", "exception filename"),
        field::<SECOND_FILE>("filename2", "second exception filename"),
        Attribute {
            name: "characters_written",
            doc: "",
            get: characters_written,
            set: Some(set_characters_written),
        },
    ],
);
