//! How system calls are made: without the GIL where they may block, again where a signal came between, and with the
//! error number as an exception.

use crate::gil::{Gil, Reason};
use crate::modules::convert;
use crate::object::{Result, Value};

/// What system calls return: a negative number for an error.
pub trait Returned: Copy + Send {
    /// Is it an error?
    fn failed(self) -> bool;
}

impl Returned for i32 {
    fn failed(self) -> bool {
        self < 0
    }
}

impl Returned for i64 {
    fn failed(self) -> bool {
        self < 0
    }
}

impl Returned for isize {
    fn failed(self) -> bool {
        self < 0
    }
}

/// The result, or the error number.
pub fn outcome<T: Returned>(returned: T) -> std::result::Result<T, i32> {
    if returned.failed() { Err(errno()) } else { Ok(returned) }
}

/// The last error's number.
pub fn errno() -> i32 {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

/// The result, or an OSError that names no file.
pub fn checked<T: Returned>(gil: Gil<'_>, returned: T) -> Result<T> {
    outcome(returned).map_err(|errno| convert::os_error(gil, errno))
}

/// Makes a call without the GIL; if a signal interrupts it, runs the signals' handlers and makes it again. The outer
/// result is a handler's exception. The handlers of signals that have come before run first: the call might wait for
/// ever, and nothing would interrupt it.
pub fn repeat<T: Returned>(
    gil: Gil<'_>,
    reason: Reason,
    mut call: impl FnMut() -> T + Send,
) -> Result<std::result::Result<T, i32>> {
    loop {
        convert::run_signal_handlers(gil)?;
        let result = gil.detach(reason, || outcome(call()));
        if !matches!(result, Err(libc::EINTR)) {
            return Ok(result);
        }
    }
}

/// The directory that a `dir_fd` argument stands for.
pub fn directory(gil: Gil<'_>, dir_fd: Option<&Value>) -> Result<i32> {
    match dir_fd {
        Some(value) if !value.is_none() => convert::to_i32(gil, value),
        _ => Ok(libc::AT_FDCWD),
    }
}
