//! `posix`: the system calls that `os` is made of.

pub mod calls;
mod descriptors;
mod directories;
mod extended;
mod handles;
mod identity;
mod limits;
pub mod paths;
pub mod processes;
mod spawn;
mod status;
pub mod system;
mod vectors;

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

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let parts = [
        paths::FUNCTIONS,
        status::FUNCTIONS,
        directories::FUNCTIONS,
        processes::FUNCTIONS,
        system::FUNCTIONS,
        vectors::FUNCTIONS,
        extended::FUNCTIONS,
        handles::FUNCTIONS,
        identity::FUNCTIONS,
        limits::FUNCTIONS,
        spawn::FUNCTIONS,
    ];
    for function in parts.iter().copied().flatten() {
        module.set(gil, function.name, native_function::of(gil, function, Some("posix")));
    }
    builder::build(gil, &directories::SCAN);
    module.set(gil, "DirEntry", builder::build(gil, &directories::ENTRY).into_value());
    for record in [
        &status::STAT_RESULT,
        &status::STATVFS_RESULT,
        &TERMINAL_SIZE,
        &system::UNAME_RESULT,
        &system::TIMES_RESULT,
        &identity::SCHED_PARAM,
        &spawn::WAITID_RESULT,
    ] {
        module.set(gil, record.name, record.class(gil).into_value());
    }
    module.set(gil, "error", Kind::OSError.class(gil).to_value());
    let environment = convert::dict(gil, Vec::new()).into_value();
    for (name, value) in system::environment(gil) {
        crate::object::operations::set_item(gil, &environment, &name, Some(value))?;
    }
    module.set(gil, "environ", environment);
    for (name, known) in [
        ("sysconf_names", limits::SYSCONF_NAMES),
        ("pathconf_names", limits::PATHCONF_NAMES),
        ("confstr_names", limits::CONFSTR_NAMES),
    ] {
        let names = known.iter().map(|&(name, number)| (name, convert::int(gil, number.into())));
        module.set(gil, name, convert::dict(gil, names.collect()).into_value());
    }
    for (name, number) in spawn::ACTIONS {
        module.set(gil, name, convert::int(gil, number));
    }
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
            ("EX_NOUSER", 67),
            ("EX_NOHOST", 68),
            ("EX_OSFILE", 72),
            ("EX_PROTOCOL", 76),
            ("EX_CONFIG", 78),
            ("SCHED_RESET_ON_FORK", 0x4000_0000),
            ("XATTR_SIZE_MAX", 65_536),
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
    RTLD_LAZY RTLD_NOW RTLD_GLOBAL RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_DEEPBIND ST_RDONLY ST_NOSUID ST_APPEND
    ST_MANDLOCK ST_NOATIME ST_NODEV ST_NODIRATIME ST_NOEXEC ST_RELATIME ST_SYNCHRONOUS ST_WRITE CLONE_FILES CLONE_FS
    CLONE_NEWCGROUP CLONE_NEWIPC CLONE_NEWNET CLONE_NEWNS CLONE_NEWPID CLONE_NEWTIME CLONE_NEWUSER CLONE_NEWUTS
    CLONE_SIGHAND CLONE_SYSVSEM CLONE_THREAD CLONE_VM EFD_CLOEXEC EFD_NONBLOCK EFD_SEMAPHORE MFD_ALLOW_SEALING
    MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_64KB MFD_HUGE_512KB MFD_HUGE_1MB MFD_HUGE_2MB MFD_HUGE_8MB MFD_HUGE_16MB
    MFD_HUGE_32MB MFD_HUGE_256MB MFD_HUGE_512MB MFD_HUGE_1GB MFD_HUGE_2GB MFD_HUGE_16GB MFD_HUGE_MASK MFD_HUGE_SHIFT
    O_FSYNC POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL
    POSIX_FADV_WILLNEED P_PIDFD RWF_APPEND RWF_DSYNC RWF_HIPRI RWF_NOWAIT RWF_SYNC SPLICE_F_MORE SPLICE_F_MOVE
    SPLICE_F_NONBLOCK TFD_CLOEXEC TFD_NONBLOCK TFD_TIMER_ABSTIME TFD_TIMER_CANCEL_ON_SET XATTR_CREATE XATTR_REPLACE
}
