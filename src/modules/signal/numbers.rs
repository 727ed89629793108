//! The signals and other constants by name.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::{Ref, Result};
use crate::types::module::Module;

/// Gives the module its constants.
pub fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let record = &super::waiting::SIGNAL_INFO;
    module.set(gil, record.name, record.class(gil).into_value());
    for (name, number) in NAMED {
        module.set(gil, name, convert::int(gil, i64::from(*number)));
    }
    for (name, number) in [("SIGRTMIN", libc::SIGRTMIN()), ("SIGRTMAX", libc::SIGRTMAX())] {
        module.set(gil, name, convert::int(gil, number.into()));
    }
    Ok(())
}

/// One more than the highest signal number.
pub const SIGNALS: i32 = 65;

static NAMED: &[(&str, i32)] = &[
    ("SIG_DFL", 0),
    ("SIG_IGN", 1),
    ("NSIG", SIGNALS),
    ("SIG_BLOCK", libc::SIG_BLOCK),
    ("SIG_UNBLOCK", libc::SIG_UNBLOCK),
    ("SIG_SETMASK", libc::SIG_SETMASK),
    ("ITIMER_REAL", 0),
    ("ITIMER_VIRTUAL", 1),
    ("ITIMER_PROF", 2),
    ("SIGHUP", libc::SIGHUP),
    ("SIGINT", libc::SIGINT),
    ("SIGQUIT", libc::SIGQUIT),
    ("SIGILL", libc::SIGILL),
    ("SIGTRAP", libc::SIGTRAP),
    ("SIGABRT", libc::SIGABRT),
    ("SIGIOT", libc::SIGIOT),
    ("SIGBUS", libc::SIGBUS),
    ("SIGFPE", libc::SIGFPE),
    ("SIGKILL", libc::SIGKILL),
    ("SIGUSR1", libc::SIGUSR1),
    ("SIGSEGV", libc::SIGSEGV),
    ("SIGUSR2", libc::SIGUSR2),
    ("SIGPIPE", libc::SIGPIPE),
    ("SIGALRM", libc::SIGALRM),
    ("SIGTERM", libc::SIGTERM),
    ("SIGSTKFLT", libc::SIGSTKFLT),
    ("SIGCHLD", libc::SIGCHLD),
    ("SIGCLD", libc::SIGCHLD),
    ("SIGCONT", libc::SIGCONT),
    ("SIGSTOP", libc::SIGSTOP),
    ("SIGTSTP", libc::SIGTSTP),
    ("SIGTTIN", libc::SIGTTIN),
    ("SIGTTOU", libc::SIGTTOU),
    ("SIGURG", libc::SIGURG),
    ("SIGXCPU", libc::SIGXCPU),
    ("SIGXFSZ", libc::SIGXFSZ),
    ("SIGVTALRM", libc::SIGVTALRM),
    ("SIGPROF", libc::SIGPROF),
    ("SIGWINCH", libc::SIGWINCH),
    ("SIGIO", libc::SIGIO),
    ("SIGPOLL", libc::SIGPOLL),
    ("SIGPWR", libc::SIGPWR),
    ("SIGSYS", libc::SIGSYS),
];
