//! Descriptors that stand for something other than a file: counters, timers, memory, the ends of a terminal.

use std::ffi::{CStr, CString};

use crate::gil::{Forked, Gil, Reason};
use crate::modules::convert::{self, fspath};
use crate::modules::time::span;
use crate::object::native::Function;
use crate::object::raised::{overflow_error, value_error};
use crate::object::{Arguments, Parameters, Result, Value};

use super::{calls, processes};

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "eventfd",
        "($module, /, initval, flags=EFD_CLOEXEC)",
        "A descriptor with a counter in it, for one end to add to and the other to wait for.",
        eventfd,
    ),
    Function::new("eventfd_read", "($module, /, fd)", "Take the number out of an eventfd.", eventfd_read),
    Function::new(
        "eventfd_write",
        "($module, /, fd, value)",
        "Add a number to the counter of an eventfd.",
        eventfd_write,
    ),
    Function::new(
        "memfd_create",
        "($module, /, name, flags=MFD_CLOEXEC)",
        "A file that lies in memory and has no name in the file system.",
        memfd_create,
    ),
    Function::new(
        "timerfd_create",
        "($module, clockid, /, *, flags=0)",
        "A descriptor that can be read from when a timer has run out.",
        timerfd_create,
    ),
    Function::new(
        "timerfd_settime",
        "($module, fd, /, *, flags=0, initial=0.0, interval=0.0)",
        "Set a timer in seconds; what it was set to before.",
        |gil, arguments| timerfd_settime(gil, arguments, "timerfd_settime", SECONDS),
    ),
    Function::new(
        "timerfd_settime_ns",
        "($module, fd, /, *, flags=0, initial=0, interval=0)",
        "Set a timer in nanoseconds; what it was set to before.",
        |gil, arguments| timerfd_settime(gil, arguments, "timerfd_settime_ns", NANOSECONDS),
    ),
    Function::new(
        "timerfd_gettime",
        "($module, fd, /)",
        "When a timer runs out next, and at which interval, in seconds.",
        |gil, arguments| timerfd_gettime(gil, arguments, "timerfd_gettime", SECONDS),
    ),
    Function::new(
        "timerfd_gettime_ns",
        "($module, fd, /)",
        "When a timer runs out next, and at which interval, in nanoseconds.",
        |gil, arguments| timerfd_gettime(gil, arguments, "timerfd_gettime_ns", NANOSECONDS),
    ),
    Function::new(
        "posix_openpt",
        "($module, oflag, /)",
        "Open the master's end of a new terminal.",
        posix_openpt,
    ),
    Function::new(
        "grantpt",
        "($module, fd, /)",
        "Give this user the slave's end of a terminal.",
        |gil, arguments| of_number(gil, arguments, "grantpt", libc::grantpt),
    ),
    Function::new(
        "unlockpt",
        "($module, fd, /)",
        "Let the slave's end of a terminal be opened.",
        |gil, arguments| of_number(gil, arguments, "unlockpt", libc::unlockpt),
    ),
    Function::new("ptsname", "($module, fd, /)", "The name of the slave's end of a terminal.", ptsname),
    Function::new(
        "login_tty",
        "($module, fd, /)",
        "Make a terminal the one of a new session, and its three streams.",
        |gil, arguments| of_number(gil, arguments, "login_tty", libc::login_tty),
    ),
    Function::new(
        "forkpty",
        "($module, /)",
        "Fork a child that has a new terminal: its number, 0 in the child, and the master's end.",
        forkpty,
    ),
    Function::new(
        "tcgetpgrp",
        "($module, fd, /)",
        "The group of processes that a terminal belongs to.",
        tcgetpgrp,
    ),
    Function::new(
        "tcsetpgrp",
        "($module, fd, pgid, /)",
        "Give a terminal to a group of processes.",
        tcsetpgrp,
    ),
    Function::new(
        "device_encoding",
        "($module, /, fd)",
        "The encoding of a terminal; None if the descriptor is none.",
        device_encoding,
    ),
];

fn eventfd(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["initval", "flags"], 1);
    let [start, flags] = arguments.bind(gil, "eventfd", &SIGNATURE)?;
    let start = convert::to_i64(gil, convert::given(start))?;
    if start < 0 {
        return Err(value_error(gil, "value must be positive"));
    }
    let start = u32::try_from(start)
        .map_err(|_| overflow_error(gil, "Python int too large to convert to C unsigned int"))?;
    let flags = flags.map_or(Ok(libc::EFD_CLOEXEC), |flags| convert::to_i32(gil, flags))?;
    // SAFETY: the call takes numbers only.
    Ok(convert::int(gil, calls::checked(gil, unsafe { libc::eventfd(start, flags) })?.into()))
}

fn eventfd_read(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["fd"], 1);
    let [fd] = arguments.bind(gil, "eventfd_read", &SIGNATURE)?;
    let fd = convert::descriptor_of(gil, convert::given(fd))?;
    let mut number = 0_u64;
    let done = calls::repeat(gil, Reason::Io, || {
        // SAFETY: there is room for the eight bytes.
        unsafe { libc::read(fd, (&raw mut number).cast(), size_of::<u64>()) }
    })?;
    match done {
        Ok(8) => Ok(crate::types::int::from_i128(gil, number.into())),
        Ok(_) => Err(convert::os_error(gil, libc::EINVAL)),
        Err(errno) => Err(convert::os_error(gil, errno)),
    }
}

fn eventfd_write(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["fd", "value"], 2);
    let [fd, number] = arguments.bind(gil, "eventfd_write", &SIGNATURE)?;
    let fd = convert::descriptor_of(gil, convert::given(fd))?;
    let number = convert::to_i64(gil, convert::given(number))? as u64;
    let done = calls::repeat(gil, Reason::Io, || {
        // SAFETY: the eight bytes are there.
        unsafe { libc::write(fd, (&raw const number).cast(), size_of::<u64>()) }
    })?;
    done.map(|_| Value::NONE).map_err(|errno| convert::os_error(gil, errno))
}

fn memfd_create(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["name", "flags"], 1);
    let [name, flags] = arguments.bind(gil, "memfd_create", &SIGNATURE)?;
    let name = fspath(gil, convert::given(name))?;
    let name = match convert::as_text(&name) {
        Some(name) => convert::os_bytes(gil, name)?,
        None => convert::bytes_like(gil, &name)?,
    };
    let name = CString::new(name).map_err(|_| value_error(gil, "embedded null byte"))?;
    let flags = flags.map_or(Ok(libc::MFD_CLOEXEC as i32), |flags| convert::to_i32(gil, flags))? as u32;
    // SAFETY: the name ends in a zero byte.
    let fd = calls::checked(gil, unsafe { libc::memfd_create(name.as_ptr(), flags) })?;
    Ok(convert::int(gil, fd.into()))
}

/// A unit that programs give and take the times of timers in.
#[derive(Clone, Copy)]
struct Unit {
    read: fn(Gil<'_>, &Value) -> Result<i64>,
    show: fn(Gil<'_>, i64) -> Value,
}

const SECONDS: Unit =
    Unit { read: span::nanoseconds, show: |_, nanoseconds| Value::float(nanoseconds as f64 / 1e9) };
const NANOSECONDS: Unit = Unit { read: convert::to_i64, show: convert::int };

const SECOND: i64 = 1_000_000_000;

fn moment(nanoseconds: i64) -> libc::timespec {
    libc::timespec { tv_sec: nanoseconds.div_euclid(SECOND), tv_nsec: nanoseconds.rem_euclid(SECOND) }
}

fn show_timer(gil: Gil<'_>, timer: &libc::itimerspec, unit: Unit) -> Value {
    let shown = [&timer.it_value, &timer.it_interval]
        .map(|moment| (unit.show)(gil, moment.tv_sec.saturating_mul(SECOND).saturating_add(moment.tv_nsec)));
    convert::tuple(gil, shown.to_vec())
}

fn timerfd_create(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["clockid", "flags"], 1).keyword_only(1);
    let [clock, flags] = arguments.bind(gil, "timerfd_create", &SIGNATURE)?;
    let clock = convert::to_i32(gil, convert::given(clock))?;
    let flags = flags.map_or(Ok(0), |flags| convert::to_i32(gil, flags))? | libc::TFD_CLOEXEC;
    // SAFETY: the call takes numbers only.
    Ok(convert::int(gil, calls::checked(gil, unsafe { libc::timerfd_create(clock, flags) })?.into()))
}

fn timerfd_settime(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, unit: Unit) -> Result<Value> {
    const SIGNATURE: Parameters<4> =
        Parameters::new(["fd", "flags", "initial", "interval"], 1).keyword_only(1);
    let [fd, flags, initial, interval] = arguments.bind(gil, function, &SIGNATURE)?;
    let fd = convert::descriptor_of(gil, convert::given(fd))?;
    let flags = flags.map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    let time = |value: Option<&Value>| value.map_or(Ok(0), |value| (unit.read)(gil, value));
    let wanted = libc::itimerspec { it_value: moment(time(initial)?), it_interval: moment(time(interval)?) };
    let mut before = libc::itimerspec { it_value: moment(0), it_interval: moment(0) };
    // SAFETY: both structures are there.
    calls::checked(gil, unsafe { libc::timerfd_settime(fd, flags, &wanted, &mut before) })?;
    Ok(show_timer(gil, &before, unit))
}

fn timerfd_gettime(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, unit: Unit) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, function)?;
    let fd = convert::descriptor_of(gil, fd)?;
    let mut timer = libc::itimerspec { it_value: moment(0), it_interval: moment(0) };
    // SAFETY: the structure is there.
    calls::checked(gil, unsafe { libc::timerfd_gettime(fd, &mut timer) })?;
    Ok(show_timer(gil, &timer, unit))
}

fn posix_openpt(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [flags] = arguments.exactly::<1>(gil, "posix_openpt")?;
    let flags = convert::to_i32(gil, flags)? | libc::O_CLOEXEC;
    // SAFETY: the call takes numbers only.
    Ok(convert::int(gil, calls::checked(gil, unsafe { libc::posix_openpt(flags) })?.into()))
}

/// A call of the library about one descriptor.
type Call = unsafe extern "C" fn(libc::c_int) -> libc::c_int;

fn of_number(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, call: Call) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, function)?;
    let fd = convert::descriptor_of(gil, fd)?;
    // SAFETY: the call takes a number only.
    calls::checked(gil, unsafe { call(fd) })?;
    Ok(Value::NONE)
}

fn ptsname(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, "ptsname")?;
    let fd = convert::descriptor_of(gil, fd)?;
    let mut name = [0_u8; 256];
    // SAFETY: the buffer is as long as is said, and filled with zeros.
    let errno = unsafe { libc::ptsname_r(fd, name.as_mut_ptr().cast(), name.len() - 1) };
    if errno != 0 {
        return Err(convert::os_error(gil, errno));
    }
    let name = CStr::from_bytes_until_nul(&name).unwrap_or_default();
    Ok(convert::os_text(gil, name.to_bytes()))
}

fn forkpty(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [] = arguments.exactly::<0>(gil, "posix.forkpty")?;
    let (mut master, mut slave) = (0, 0);
    // SAFETY: there is room for both numbers; the other arguments may be null.
    let made = unsafe {
        libc::openpty(&mut master, &mut slave, std::ptr::null_mut(), std::ptr::null(), std::ptr::null())
    };
    calls::checked(gil, made)?;
    let mut in_child = false;
    let child = processes::copy(gil, |gil| {
        let forked = gil.fork()?;
        in_child = matches!(forked, Forked::Child);
        // SAFETY: the calls take numbers only. The child has the slave's end alone, the parent the master's.
        unsafe {
            if in_child {
                libc::close(master);
                libc::login_tty(slave);
            } else {
                libc::close(slave);
                libc::fcntl(master, libc::F_SETFD, libc::FD_CLOEXEC);
            }
        }
        Ok(forked)
    });
    let child = child.inspect_err(|_| {
        // SAFETY: the calls take numbers only; without a child nobody has use for the terminal.
        unsafe {
            libc::close(master);
            libc::close(slave);
        }
    })?;
    let master = if in_child { -1 } else { master };
    Ok(convert::tuple(gil, vec![child, convert::int(gil, master.into())]))
}

fn tcgetpgrp(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, "tcgetpgrp")?;
    let fd = convert::descriptor(gil, fd)?;
    // SAFETY: the call takes a number only.
    Ok(convert::int(gil, calls::checked(gil, unsafe { libc::tcgetpgrp(fd) })?.into()))
}

fn tcsetpgrp(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, group] = arguments.exactly::<2>(gil, "tcsetpgrp")?;
    let (fd, group) = (convert::descriptor(gil, fd)?, convert::to_i32(gil, group)?);
    // SAFETY: the call takes numbers only.
    calls::checked(gil, unsafe { libc::tcsetpgrp(fd, group) })?;
    Ok(Value::NONE)
}

fn device_encoding(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["fd"], 1);
    let [fd] = arguments.bind(gil, "device_encoding", &SIGNATURE)?;
    let fd = convert::descriptor(gil, convert::given(fd))?;
    // SAFETY: the call takes a number only.
    Ok(if unsafe { libc::isatty(fd) } == 1 { convert::text(gil, "UTF-8") } else { Value::NONE })
}
