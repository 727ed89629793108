//! `select.epoll`.

use std::cell::Cell;

use crate::gil::{Gil, Reason};
use crate::modules::convert;
use crate::modules::posix::calls;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value, class};
use crate::payload;

/// The payload: the descriptor, -1 once closed.
pub struct Epoll(Cell<i32>);

impl Payload for Epoll {
    payload!(Epoll, untracked);
}

impl Drop for Epoll {
    fn drop(&mut self) {
        close_descriptor(self.0.get());
    }
}

fn close_descriptor(descriptor: i32) {
    if descriptor >= 0 {
        // SAFETY: the descriptor is the object's own, and is not used again.
        unsafe { libc::close(descriptor) };
    }
}

fn this(value: &Value) -> &Ref<Epoll> {
    match value.downcast() {
        Some(epoll) => epoll,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

/// The descriptor of an object that is not closed.
fn open(gil: Gil<'_>, value: &Value) -> Result<i32> {
    match this(value).0.get() {
        -1 => Err(value_error(gil, "I/O operation on closed epoll object")),
        descriptor => Ok(descriptor),
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["sizehint", "flags"], 0);
    let [hint, flags] = arguments.bind(gil, "epoll", &SIGNATURE)?;
    let hint = hint.map_or(Ok(-1), |hint| convert::to_i32(gil, hint))?;
    if hint < -1 || hint == 0 {
        return Err(value_error(gil, "sizehint must be positive or -1"));
    }
    let flags = flags.map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    // SAFETY: the call takes a number only.
    let descriptor = calls::checked(gil, unsafe { libc::epoll_create1(flags | libc::EPOLL_CLOEXEC) })?;
    Ok(Ref::with_shape(gil, class.root(), Epoll(Cell::new(descriptor))).into_value())
}

/// An object that takes over a descriptor.
fn from_descriptor(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [class, descriptor] = arguments.exactly(gil, "fromfd")?;
    let descriptor = convert::to_i32(gil, descriptor)?;
    let Some(class) = class.downcast::<Type>() else { return Err(type_error(gil, "fromfd() needs a type")) };
    Ok(Ref::with_shape(gil, class.root(), Epoll(Cell::new(descriptor))).into_value())
}

/// Changes what is waited for.
fn control(gil: Gil<'_>, object: &Value, operation: i32, fd: &Value, mask: u32) -> Result<Value> {
    let epoll = open(gil, object)?;
    let fd = convert::descriptor_of(gil, fd)?;
    let mut event = libc::epoll_event { events: mask, u64: fd as u64 };
    // SAFETY: the event is plain data that the call reads.
    calls::checked(gil, unsafe { libc::epoll_ctl(epoll, operation, fd, &mut event) })?;
    Ok(Value::NONE)
}

fn mask(gil: Gil<'_>, value: Option<&Value>) -> Result<u32> {
    let usual = (libc::EPOLLIN | libc::EPOLLPRI | libc::EPOLLOUT) as u32;
    value.map_or(Ok(usual), |value| Ok(convert::to_i64(gil, value)? as u32))
}

fn register(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["fd", "eventmask"], 1);
    let [fd, events] = arguments.without_first().bind(gil, "register", &SIGNATURE)?;
    let mask = mask(gil, events)?;
    control(gil, &arguments.values[0], libc::EPOLL_CTL_ADD, convert::given(fd), mask)
}

fn modify(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["fd", "eventmask"], 2);
    let [fd, events] = arguments.without_first().bind(gil, "modify", &SIGNATURE)?;
    let mask = mask(gil, events)?;
    control(gil, &arguments.values[0], libc::EPOLL_CTL_MOD, convert::given(fd), mask)
}

fn unregister(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["fd"], 1);
    let [fd] = arguments.without_first().bind(gil, "unregister", &SIGNATURE)?;
    control(gil, &arguments.values[0], libc::EPOLL_CTL_DEL, convert::given(fd), 0)
}

/// `poll(timeout=None, maxevents=-1)`, in seconds; a negative timeout is none.
fn poll(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["timeout", "maxevents"], 0);
    let epoll = open(gil, &arguments.values[0])?;
    let [timeout, most] = arguments.without_first().bind(gil, "poll", &SIGNATURE)?;
    let is_negative = |timeout: &&Value| {
        convert::as_f64(timeout)
            .or_else(|| convert::whole(timeout).map(|whole| whole as f64))
            .is_some_and(|t| t < 0.0)
    };
    let deadline = super::deadline(gil, timeout.filter(|timeout| !is_negative(timeout)))?;
    let most = match most.map_or(Ok(-1), |most| convert::to_i32(gil, most))? {
        -1 => 1023,
        most if most > 0 => most,
        most => {
            return Err(value_error(gil, format!("maxevents must be greater than 0, got {most}")));
        }
    };
    let mut events = vec![libc::epoll_event { events: 0, u64: 0 }; most as usize];
    let room = &mut events;
    let ready = calls::repeat(gil, Reason::Io, || {
        // SAFETY: there is room for as many events as are said.
        unsafe { libc::epoll_wait(epoll, room.as_mut_ptr(), most, super::milliseconds(deadline)) }
    })?;
    let count = ready.map_err(|errno| convert::os_error(gil, errno))? as usize;
    let pair = |event: &libc::epoll_event| {
        let (fd, events) = (event.u64 as i64, event.events);
        convert::tuple(gil, convert::ints(gil, [fd, events.into()]))
    };
    Ok(convert::list(gil, events[..count].iter().map(pair).collect()))
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "close")?;
    close_descriptor(this(object).0.replace(-1));
    Ok(Value::NONE)
}

fn fileno(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "fileno")?;
    open(gil, object).map(|descriptor| convert::int(gil, descriptor.into()))
}

fn enter(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    open(gil, &arguments.values[0])?;
    Ok(arguments.values[0].clone())
}

fn leave(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    close_descriptor(this(&arguments.values[0]).0.replace(-1));
    Ok(Value::NONE)
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "epoll",
    module: "select",
    signature: "",
    doc: "Returns an epolling object.",
    base: None,
    layout: Epoll::layout,
    storage: Storage::Nothing,
    flags: class::flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(new), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "register",
            "($self, /, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT)",
            "Registers a new fd or raises an OSError if the fd is already registered.",
            register,
        ),
        Function::new(
            "modify",
            "($self, /, fd, eventmask)",
            "Modify event mask for a registered file descriptor.",
            modify,
        ),
        Function::new(
            "unregister",
            "($self, /, fd)",
            "Remove a registered file descriptor from the epoll object.",
            unregister,
        ),
        Function::new(
            "poll",
            "($self, /, timeout=None, maxevents=-1)",
            "Wait for events on the epoll file descriptor.",
            poll,
        ),
        Function::class(
            "fromfd",
            "($type, fd, /)",
            "Create an epoll object from a given control fd.",
            from_descriptor,
        ),
        Function::new("close", "($self, /)", "Close the epoll control file descriptor.", close),
        Function::new("fileno", "($self, /)", "Return the epoll control file descriptor.", fileno),
        Function::new("__enter__", "($self, /)", "", enter),
        Function::new("__exit__", "", "", leave),
    ],
    attributes: &[Attribute::read_only("closed", "True if the epoll handler is closed", |_, value| {
        Ok(Value::bool(this(value).0.get() < 0))
    })],
};
