//! `posix`: the system calls that `os` is made of.

pub mod calls;
mod descriptors;
mod directories;
pub mod paths;
pub mod processes;
mod status;
pub mod system;

use std::cell::OnceCell;

use crate::gil::Gil;
use crate::object::raised::Kind;
use crate::object::{Ref, Result};
use crate::types::module::{Module, ModuleSpec};
use crate::types::{builder, native_function};

use super::convert;
use super::struct_sequence::{Class, StructSequence};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "posix",
    doc: "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).",
    functions: descriptors::FUNCTIONS,
    set_up: Some(set_up),
};

/// `os.terminal_size`.
pub static TERMINAL_SIZE: StructSequence = StructSequence {
    name: "terminal_size",
    module: "os",
    doc: "A tuple of (columns, lines) for holding terminal window size",
    fields: &["columns", "lines"],
    unnamed: &[],
    hidden: &[],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

/// `os.statvfs_result`.
pub static STATVFS_RESULT: StructSequence = StructSequence {
    name: "statvfs_result",
    module: "os",
    doc: "statvfs_result: Result from statvfs or fstatvfs.",
    fields: &[
        "f_bsize",
        "f_frsize",
        "f_blocks",
        "f_bfree",
        "f_bavail",
        "f_files",
        "f_ffree",
        "f_favail",
        "f_flag",
        "f_namemax",
    ],
    unnamed: &[],
    hidden: &[],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let parts = [
        paths::FUNCTIONS,
        status::FUNCTIONS,
        directories::FUNCTIONS,
        processes::FUNCTIONS,
        system::FUNCTIONS,
    ];
    for function in parts.iter().copied().flatten() {
        module.set(gil, function.name, native_function::of(gil, function, Some("posix")));
    }
    builder::build(gil, &directories::SCAN);
    module.set(gil, "DirEntry", builder::build(gil, &directories::ENTRY).into_value());
    for record in
        [&status::STAT_RESULT, &TERMINAL_SIZE, &STATVFS_RESULT, &system::UNAME_RESULT, &system::TIMES_RESULT]
    {
        module.set(gil, record.name, record.class(gil).into_value());
    }
    module.set(gil, "error", Kind::OSError.class(gil).to_value());
    let environment = convert::dict(gil, Vec::new()).into_value();
    for (name, value) in system::environment(gil) {
        crate::object::operations::set_item(gil, &environment, &name, Some(value))?;
    }
    module.set(gil, "environ", environment);
    let names = system::SYSCONF_NAMES.iter().map(|&(name, number)| (name, convert::int(gil, number.into())));
    module.set(gil, "sysconf_names", convert::dict(gil, names.collect()).into_value());
    for &(name, number) in CONSTANTS {
        module.set(gil, name, convert::int(gil, number));
    }
    Ok(())
}

macro_rules! constants {
    ($($name:ident)*) => {
        const CONSTANTS: &[(&str, i64)] = &[
            $((stringify!($name), libc::$name as i64),)*
            ("EX_OK", 0),
            ("EX_USAGE", 64),
            ("EX_DATAERR", 65),
            ("EX_NOINPUT", 66),
            ("EX_UNAVAILABLE", 69),
            ("EX_SOFTWARE", 70),
            ("EX_OSERR", 71),
            ("EX_CANTCREAT", 73),
            ("EX_IOERR", 74),
            ("EX_TEMPFAIL", 75),
            ("EX_NOPERM", 77),
            ("EX_CONFIG", 78),
            ("TMP_MAX", 238_328),
            ("NGROUPS_MAX", 65_536),
        ];
    };
}

constants! {
    F_OK R_OK W_OK X_OK O_RDONLY O_WRONLY O_RDWR O_APPEND O_CREAT O_EXCL O_TRUNC O_NONBLOCK O_CLOEXEC O_DIRECTORY
    O_NOFOLLOW O_SYNC O_DSYNC O_RSYNC O_NOCTTY O_ASYNC O_DIRECT O_LARGEFILE O_NOATIME O_PATH O_TMPFILE O_NDELAY
    O_ACCMODE SEEK_DATA SEEK_HOLE WNOHANG WUNTRACED WCONTINUED WEXITED WSTOPPED WNOWAIT P_ALL P_PID P_PGID
    CLD_EXITED CLD_KILLED CLD_DUMPED CLD_TRAPPED CLD_STOPPED CLD_CONTINUED SCHED_OTHER SCHED_FIFO SCHED_RR
    SCHED_BATCH SCHED_IDLE PRIO_PROCESS PRIO_PGRP PRIO_USER F_LOCK F_TLOCK F_ULOCK F_TEST GRND_NONBLOCK GRND_RANDOM
    RTLD_LAZY RTLD_NOW RTLD_GLOBAL RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD ST_RDONLY ST_NOSUID
}
