//! Waiting for signals and learning what is known of them, and signals to processes that a descriptor stands for.

use std::cell::OnceCell;

use crate::gil::{Deadline, Gil, Reason};
use crate::modules::convert;
use crate::modules::posix::calls;
use crate::modules::struct_sequence::{Class, StructSequence};
use crate::modules::time::span;
use crate::object::raised::value_error;
use crate::object::{Arguments, Result, Value};

use super::masks::set_of;

/// `signal.struct_siginfo`.
pub static SIGNAL_INFO: StructSequence = StructSequence {
    name: "struct_siginfo",
    module: "signal",
    doc: "struct_siginfo: Result from sigwaitinfo or sigtimedwait.",
    fields: &["si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"],
    unnamed: &[],
    hidden: &[],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

/// `sigwaitinfo(sigset)`.
pub fn sigwaitinfo(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [numbers] = arguments.exactly(gil, "sigwaitinfo")?;
    wait(gil, set_of(gil, numbers)?, None)
}

/// `sigtimedwait(sigset, timeout)`: None if the time has passed.
pub fn sigtimedwait(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [numbers, timeout] = arguments.exactly(gil, "sigtimedwait")?;
    let set = set_of(gil, numbers)?;
    let Ok(nanoseconds) = u64::try_from(span::nanoseconds(gil, timeout)?) else {
        return Err(value_error(gil, "timeout must be non-negative"));
    };
    wait(gil, set, Some(Deadline::after(std::time::Duration::from_nanos(nanoseconds))))
}

fn wait(gil: Gil<'_>, set: libc::sigset_t, deadline: Option<Deadline>) -> Result<Value> {
    let mut told = [0_i64; 7];
    let came = calls::repeat(gil, Reason::Sleep, || {
        let left = deadline.map(|deadline| {
            let left = deadline.left();
            libc::timespec { tv_sec: left.as_secs() as i64, tv_nsec: left.subsec_nanos().into() }
        });
        // SAFETY: the set is whole, the time is there or null, and the structure is plain numbers, for which zeros are a
        // value; the call fills it.
        unsafe {
            let mut found = std::mem::zeroed::<libc::siginfo_t>();
            let came = match &left {
                Some(left) => libc::sigtimedwait(&set, &mut found, left),
                None => libc::sigwaitinfo(&set, &mut found),
            };
            told = [
                found.si_signo.into(),
                found.si_code.into(),
                found.si_errno.into(),
                found.si_pid().into(),
                found.si_uid().into(),
                found.si_status().into(),
                0,
            ];
            came
        }
    })?;
    match came {
        Ok(_) => Ok(SIGNAL_INFO.make(gil, convert::ints(gil, told))),
        Err(libc::EAGAIN) if deadline.is_some() => Ok(Value::NONE),
        Err(errno) => Err(convert::os_error(gil, errno)),
    }
}

/// `pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0)`.
pub fn pidfd_send_signal(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "pidfd_send_signal", 2, 4)?;
    let (process, number) = (convert::to_i32(gil, &given[0])?, convert::to_i32(gil, &given[1])?);
    if given.get(2).is_some_and(|information| !information.is_none()) {
        return Err(crate::object::raised::type_error(gil, "siginfo must be None"));
    }
    let flags = given.get(3).map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    let nothing = std::ptr::null::<libc::siginfo_t>();
    // SAFETY: the call takes numbers and a null pointer.
    let sent = unsafe { libc::syscall(libc::SYS_pidfd_send_signal, process, number, nothing, flags) };
    calls::checked(gil, sent)?;
    convert::run_signal_handlers(gil)?;
    Ok(Value::NONE)
}
