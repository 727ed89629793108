//! Timers that send signals, signals that are held back, and waiting for them.

use crate::gil::{Gil, Reason};
use crate::modules::convert;
use crate::modules::posix::calls;
use crate::object::raised::value_error;
use crate::object::{Arguments, Result, Value, operations};

use super::number_of;

/// `setitimer(which, seconds, interval=0.0)`.
pub fn setitimer(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "setitimer", 2, 3)?;
    let which = convert::to_i32(gil, &values[0])?;
    let span = |value: Option<&Value>| -> Result<libc::timeval> {
        let seconds = value.map_or(Ok(0.0), |value| convert::to_f64(gil, value))?;
        if !(0.0..1e15).contains(&seconds) {
            return Err(value_error(gil, "the time must be a number that is not negative"));
        }
        let microseconds = ((seconds.fract() * 1e6) as i64).min(999_999);
        Ok(libc::timeval { tv_sec: seconds as i64, tv_usec: microseconds })
    };
    let new = libc::itimerval { it_value: span(values.get(1))?, it_interval: span(values.get(2))? };
    let mut old = nothing();
    // SAFETY: both structures are whole and live until the call returns.
    calls::checked(gil, unsafe { libc::setitimer(which, &new, &mut old) })?;
    Ok(shown(gil, &old))
}

/// `getiwhich`.
pub fn getitimer(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [which] = arguments.exactly(gil, "getitimer")?;
    let which = convert::to_i32(gil, which)?;
    let mut now = nothing();
    // SAFETY: the structure is whole and lives until the call returns.
    calls::checked(gil, unsafe { libc::getitimer(which, &mut now) })?;
    Ok(shown(gil, &now))
}

fn nothing() -> libc::itimerval {
    let zero = libc::timeval { tv_sec: 0, tv_usec: 0 };
    libc::itimerval { it_value: zero, it_interval: zero }
}

fn shown(gil: Gil<'_>, timer: &libc::itimerval) -> Value {
    let seconds = |span: &libc::timeval| Value::float(span.tv_sec as f64 + span.tv_usec as f64 / 1e6);
    convert::tuple(gil, vec![seconds(&timer.it_value), seconds(&timer.it_interval)])
}

/// `pthread_kill(thread_id, signalnum)`.
pub fn pthread_kill(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [thread, number] = arguments.exactly(gil, "pthread_kill")?;
    let (thread, number) = (convert::to_i64(gil, thread)?, convert::to_i32(gil, number)?);
    // SAFETY: the number is one that `threading` has given for a thread; a thread that is gone is an error.
    let failed = unsafe { libc::pthread_kill(thread as libc::pthread_t, number) };
    if failed != 0 {
        return Err(convert::os_error(gil, failed));
    }
    super::run_handlers(gil)?;
    Ok(Value::NONE)
}

/// The set of these signals.
pub fn set_of(gil: Gil<'_>, numbers: &Value) -> Result<libc::sigset_t> {
    let mut set = empty();
    for number in operations::collect(gil, numbers)? {
        let number = number_of(gil, &number)?;
        // SAFETY: the set is whole, and the number is a signal's.
        unsafe { libc::sigaddset(&mut set, number) };
    }
    Ok(set)
}

fn empty() -> libc::sigset_t {
    // SAFETY: the structure is plain data, and the call makes it whole.
    unsafe {
        let mut set = std::mem::zeroed();
        libc::sigemptyset(&mut set);
        set
    }
}

fn members(gil: Gil<'_>, set: &libc::sigset_t) -> Result<Value> {
    // SAFETY: the set is whole.
    let held = |number: &i32| unsafe { libc::sigismember(set, *number) == 1 };
    let numbers = (1..super::numbers::SIGNALS).filter(held);
    let numbers: Vec<_> = numbers.map(|number| convert::int(gil, number.into())).collect();
    convert::set(gil, &numbers)
}

/// Keeps all signals from the calling thread, or lets them come; those for the process then go to another thread.
pub fn hold_back_all(held: bool) {
    let mut set = empty();
    // SAFETY: the set is whole and lives until the calls return.
    unsafe {
        libc::sigfillset(&mut set);
        let how = if held { libc::SIG_BLOCK } else { libc::SIG_UNBLOCK };
        libc::pthread_sigmask(how, &set, std::ptr::null_mut());
    }
}

/// `pthread_sigmask(how, mask)`.
pub fn pthread_sigmask(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [how, mask] = arguments.exactly(gil, "pthread_sigmask")?;
    let (how, new) = (convert::to_i32(gil, how)?, set_of(gil, mask)?);
    let mut old = empty();
    // SAFETY: both sets are whole and live until the call returns.
    let failed = unsafe { libc::pthread_sigmask(how, &new, &mut old) };
    if failed != 0 {
        return Err(convert::os_error(gil, failed));
    }
    super::run_handlers(gil)?;
    members(gil, &old)
}

/// `sigpending()`.
pub fn sigpending(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    let mut set = empty();
    // SAFETY: the set lives until the call returns.
    calls::checked(gil, unsafe { libc::sigpending(&mut set) })?;
    members(gil, &set)
}

/// `sigwait(sigset)`.
pub fn sigwait(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [numbers] = arguments.exactly(gil, "sigwait")?;
    let set = set_of(gil, numbers)?;
    let (failed, number) = gil.detach(Reason::Sleep, || {
        let mut number = 0;
        // SAFETY: the set is whole, and both live until the call returns.
        (unsafe { libc::sigwait(&set, &mut number) }, number)
    });
    if failed != 0 {
        return Err(convert::os_error(gil, failed));
    }
    Ok(convert::int(gil, number.into()))
}

/// `valid_signals()`.
pub fn valid_signals(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    let (first, last) = (libc::SIGRTMIN(), libc::SIGRTMAX());
    let numbers =
        (1..super::numbers::SIGNALS).filter(|number| *number < 32 || (first..=last).contains(number));
    let numbers: Vec<_> = numbers.map(|number| convert::int(gil, number.into())).collect();
    convert::set(gil, &numbers)
}

/// `siginterrupt(signalnum, flag)`.
pub fn siginterrupt(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [number, flag] = arguments.exactly(gil, "siginterrupt")?;
    let (number, interrupts) = (number_of(gil, number)?, convert::to_bool(gil, flag)?);
    // SAFETY: the structure is filled in by the first call and given back by the second.
    unsafe {
        let mut how = std::mem::zeroed::<libc::sigaction>();
        calls::checked(gil, libc::sigaction(number, std::ptr::null(), &mut how))?;
        if interrupts {
            how.sa_flags &= !libc::SA_RESTART;
        } else {
            how.sa_flags |= libc::SA_RESTART;
        }
        calls::checked(gil, libc::sigaction(number, &how, std::ptr::null_mut()))?;
    }
    Ok(Value::NONE)
}
