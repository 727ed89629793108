//! What a process that is started now takes over from this one beside its command line.
//!
//! Two likenesses are equal exactly if a child VM started at the one moment would be as one started at the other; so a
//! copy of the earlier can stand for the later.

use std::mem::zeroed;
use std::os::unix::ffi::OsStrExt;

use crate::gil::{Gil, timeline};
use crate::modules::posix::paths;
use crate::modules::signal;
use crate::object::{Arguments, Result, Value};
use crate::types::bytes;

/// `likeness()`.
pub fn likeness(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "likeness")?;
    // Each process of a timeline writes a file of its own, from its first instruction on.
    if timeline::folder().is_some() {
        return Ok(Value::NONE);
    }
    let mut found = Vec::new();
    write_environment(&mut found);
    write_numbers(&mut found);
    write_limits(&mut found);
    write_signals(&mut found);
    write_files(&mut found);
    Ok(bytes::of(gil, found))
}

fn write(found: &mut Vec<u8>, number: i64) {
    found.extend(number.to_le_bytes());
}

fn write_environment(found: &mut Vec<u8>) {
    for (name, value) in std::env::vars_os() {
        found.extend(name.as_bytes());
        found.push(b'=');
        found.extend(value.as_bytes());
        found.push(0);
    }
}

/// Who the process is to the system, and where and how its threads run.
fn write_numbers(found: &mut Vec<u8>) {
    write(found, paths::generation_of_mask().into());
    // SAFETY: the calls take numbers only.
    unsafe {
        for number in [libc::getpgid(0), libc::getsid(0), libc::getpriority(libc::PRIO_PROCESS, 0)] {
            write(found, number.into());
        }
        write(found, libc::sched_getscheduler(0).into());
    }
    // SAFETY: there is room for the numbers that the calls write, and for as many groups as is said.
    unsafe {
        let mut ids = [0; 6];
        let [real, effective, saved, real_group, effective_group, saved_group] = &mut ids;
        libc::getresuid(real, effective, saved);
        libc::getresgid(real_group, effective_group, saved_group);
        let mut groups = [0; 256];
        let count = libc::getgroups(groups.len() as i32, groups.as_mut_ptr()).max(0) as usize;
        for id in ids.iter().chain(&groups[..count]) {
            write(found, i64::from(*id));
        }
    }
    // SAFETY: the set is all zeros, a state that it may have, and as large as is said; the macro only reads it.
    unsafe {
        let mut cores = zeroed::<libc::cpu_set_t>();
        libc::sched_getaffinity(0, size_of::<libc::cpu_set_t>(), &raw mut cores);
        let chosen = (0..libc::CPU_SETSIZE as usize).filter(|&core| libc::CPU_ISSET(core, &cores));
        chosen.for_each(|core| write(found, core as i64));
    }
}

fn write_limits(found: &mut Vec<u8>) {
    for resource in 0.. {
        let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
        // SAFETY: there is room for the two numbers that the call writes.
        if unsafe { libc::getrlimit(resource, &raw mut limit) } != 0 {
            // There is no such resource: those before it are all.
            return;
        }
        write(found, limit.rlim_cur as i64);
        write(found, limit.rlim_max as i64);
    }
}

/// Which signals are ignored: of all that a process has arranged for signals, this is what its children keep.
fn write_signals(found: &mut Vec<u8>) {
    found.extend((1..=libc::SIGRTMAX()).map(|number| u8::from(signal::is_ignored(number))));
}

/// The folder it works in, and where its output goes.
fn write_files(found: &mut Vec<u8>) {
    // SAFETY: the structure is all zeros, a state that it may have; the calls write to it and take a string that ends.
    unsafe {
        let mut about = zeroed::<libc::stat>();
        libc::stat(c".".as_ptr(), &raw mut about);
        write(found, about.st_dev as i64);
        write(found, about.st_ino as i64);
        for descriptor in [1, 2] {
            let mut about = zeroed::<libc::stat>();
            write(found, libc::fstat(descriptor, &raw mut about).into());
            write(found, about.st_dev as i64);
            write(found, about.st_ino as i64);
            write(found, libc::fcntl(descriptor, libc::F_GETFL).into());
            write(found, libc::fcntl(descriptor, libc::F_GETFD).into());
        }
    }
}
