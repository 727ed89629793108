//! `syslog`: lines for the system's log.

use std::cell::RefCell;
use std::ffi::CString;

use crate::gil::{Gil, Reason};
use crate::object::native::Function;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Global, Parameters, Ref, Result, Value};
use crate::types::module::{Module, ModuleSpec};

use super::{convert, sys};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "syslog",
    doc: "Lines for the log that the system keeps.",
    functions: &[
        Function::new(
            "openlog",
            "($module, /, ident=<unrepresentable>, logoption=0, facility=LOG_USER)",
            "Say how the lines that follow are to be marked.",
            openlog,
        ),
        Function::new("syslog", "", "Log a line, of a priority if one is given first.", syslog),
        Function::new("closelog", "($module, /)", "Forget what openlog() has said.", closelog),
        Function::new(
            "setlogmask",
            "($module, maskpri, /)",
            "Say which priorities are logged at all; the mask from before.",
            setlogmask,
        ),
        Function::new("LOG_MASK", "($module, pri, /)", "The mask of one priority.", |gil, arguments| {
            mask(gil, arguments, "LOG_MASK", |priority| 1 << priority)
        }),
        Function::new(
            "LOG_UPTO",
            "($module, pri, /)",
            "The mask of all priorities up to one.",
            |gil, arguments| mask(gil, arguments, "LOG_UPTO", |priority| (2 << priority) - 1),
        ),
    ],
    set_up: Some(set_up),
};

/// What the lines are marked with; the C library keeps a pointer to it.
struct Log {
    identity: Option<CString>,
    is_open: bool,
}

static LOG: Global<RefCell<Log>> = Global::new(RefCell::new(Log { identity: None, is_open: false }));

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for &(name, number) in CONSTANTS {
        module.set(gil, name, convert::int(gil, number.into()));
    }
    Ok(())
}

/// The program's name, as `sys.argv` has it.
fn program(gil: Gil<'_>) -> Option<CString> {
    let words = convert::sequence_items(&sys::get(gil, "argv")?)?;
    let name = convert::as_text(words.first()?)?.lossy().into_owned();
    let name = name.rsplit('/').next().unwrap_or_default();
    CString::new(name).ok().filter(|name| !name.is_empty())
}

fn open(gil: Gil<'_>, identity: Option<CString>, options: i32, facility: i32) {
    let mut log = LOG.get(gil).borrow_mut();
    let pointer = identity.as_ref().map_or(std::ptr::null(), |identity| identity.as_ptr());
    // SAFETY: the name ends in a zero byte and is kept below; the one before it goes only then.
    unsafe { libc::openlog(pointer, options, facility) };
    log.identity = identity;
    log.is_open = true;
}

fn openlog(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["ident", "logoption", "facility"], 0);
    let [identity, options, facility] = arguments.bind(gil, "openlog", &SIGNATURE)?;
    let identity = match identity {
        Some(identity) if convert::as_text(identity).is_none() => {
            let name = identity.class(gil).name();
            return Err(type_error(gil, format!("openlog() argument 'ident' must be str, not {name}")));
        }
        Some(identity) => Some(line(gil, identity, "openlog", 1)?),
        None => program(gil),
    };
    let number = |value: Option<&Value>, usual| value.map_or(Ok(usual), |value| convert::to_i32(gil, value));
    open(gil, identity, number(options, 0)?, number(facility, libc::LOG_USER)?);
    Ok(Value::NONE)
}

fn line(gil: Gil<'_>, value: &Value, function: &str, place: usize) -> Result<CString> {
    let text = convert::text_argument(gil, value, function, place)?;
    CString::new(convert::utf8(gil, &text)?).map_err(|_| value_error(gil, "embedded null character"))
}

fn syslog(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "syslog.syslog")?;
    let (priority, message) = match arguments.values {
        [message] => (libc::LOG_INFO, line(gil, message, "syslog", 1)?),
        [priority, message] => (convert::to_i32(gil, priority)?, line(gil, message, "syslog", 2)?),
        _ => return Err(type_error(gil, "syslog.syslog requires 1 to 2 arguments")),
    };
    if !LOG.get(gil).borrow().is_open {
        open(gil, program(gil), 0, libc::LOG_USER);
    }
    // SAFETY: both texts end in a zero byte, and the format takes one text.
    gil.detach(Reason::Io, || unsafe { libc::syslog(priority, c"%s".as_ptr(), message.as_ptr()) });
    Ok(Value::NONE)
}

fn closelog(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [] = arguments.exactly::<0>(gil, "syslog.closelog")?;
    let mut log = LOG.get(gil).borrow_mut();
    if log.is_open {
        // SAFETY: the call takes nothing; from here on the library does not look at the name.
        unsafe { libc::closelog() };
        *log = Log { identity: None, is_open: false };
    }
    Ok(Value::NONE)
}

fn setlogmask(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [mask] = arguments.exactly::<1>(gil, "setlogmask")?;
    let mask = convert::to_i32(gil, mask)?;
    // SAFETY: the call takes a number only.
    Ok(convert::int(gil, unsafe { libc::setlogmask(mask) }.into()))
}

fn mask(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, of: fn(i64) -> i64) -> Result<Value> {
    let [priority] = arguments.exactly::<1>(gil, function)?;
    let priority = convert::to_i32(gil, priority)?.clamp(0, 31);
    Ok(convert::int(gil, of(priority.into()) & 0xFFFF_FFFF))
}

macro_rules! constants {
    ($($name:ident)*) => {
        const CONSTANTS: &[(&str, i32)] = &[$((stringify!($name), libc::$name),)*];
    };
}

constants! {
    LOG_EMERG LOG_ALERT LOG_CRIT LOG_ERR LOG_WARNING LOG_NOTICE LOG_INFO LOG_DEBUG LOG_KERN LOG_USER LOG_MAIL LOG_DAEMON
    LOG_AUTH LOG_LPR LOG_NEWS LOG_UUCP LOG_CRON LOG_SYSLOG LOG_AUTHPRIV LOG_FTP LOG_LOCAL0 LOG_LOCAL1 LOG_LOCAL2
    LOG_LOCAL3 LOG_LOCAL4 LOG_LOCAL5 LOG_LOCAL6 LOG_LOCAL7 LOG_PID LOG_CONS LOG_NDELAY LOG_NOWAIT LOG_PERROR LOG_ODELAY
}
