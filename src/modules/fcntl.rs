//! `fcntl`: control of descriptors, and locks on files.

use std::ffi::c_ulong;

use crate::gil::{Gil, Reason};
use crate::object::native::Function;
use crate::object::raised::value_error;
use crate::object::{Arguments, Parameters, Ref, Result, Text, Value};
use crate::types::memoryview::MemoryView;
use crate::types::module::{Module, ModuleSpec};

use super::convert;
use super::posix::calls;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "fcntl",
    doc: "This module performs file control and I/O control on file descriptors.",
    functions: &[
        Function::new("fcntl", "($module, fd, cmd, arg=0, /)", "Do an operation on a descriptor.", fcntl),
        Function::new(
            "ioctl",
            "($module, fd, request, arg=0, mutate_flag=True, /)",
            "Do an operation on a device.",
            ioctl,
        ),
        Function::new("flock", "($module, fd, operation, /)", "Lock or unlock a whole file.", flock),
        Function::new(
            "lockf",
            "($module, fd, cmd, len=0, start=0, whence=0, /)",
            "Lock or unlock a part of a file.",
            lockf,
        ),
    ],
    set_up: Some(set_up),
};

macro_rules! constants {
    ($($name:ident)*) => {
        const CONSTANTS: &[(&str, i64)] = &[$((stringify!($name), libc::$name as i64),)*];
    };
}

constants! {
    LOCK_SH LOCK_EX LOCK_NB LOCK_UN F_DUPFD F_DUPFD_CLOEXEC F_GETFD F_SETFD F_GETFL F_SETFL F_GETLK F_SETLK F_SETLKW
    F_GETOWN F_SETOWN F_RDLCK F_WRLCK F_UNLCK FD_CLOEXEC F_OFD_GETLK F_OFD_SETLK F_OFD_SETLKW F_SETLEASE F_GETLEASE
    F_NOTIFY F_SETPIPE_SZ F_GETPIPE_SZ F_ADD_SEALS F_GET_SEALS F_SEAL_SEAL F_SEAL_SHRINK F_SEAL_GROW F_SEAL_WRITE FICLONE
    FICLONERANGE F_SEAL_FUTURE_WRITE
}

/// Names that the library of calls does not have.
const MORE: &[(&str, i64)] = &[
    ("DN_ACCESS", 1),
    ("DN_MODIFY", 2),
    ("DN_CREATE", 4),
    ("DN_DELETE", 8),
    ("DN_RENAME", 16),
    ("DN_ATTRIB", 32),
    ("DN_MULTISHOT", 0x8000_0000),
    ("FASYNC", 0x2000),
    ("F_EXLCK", 4),
    ("F_SHLCK", 8),
    ("F_GETLK64", 5),
    ("F_SETLK64", 6),
    ("F_SETLKW64", 7),
    ("F_SETSIG", 10),
    ("F_GETSIG", 11),
    ("F_SETOWN_EX", 15),
    ("F_GETOWN_EX", 16),
    ("F_OWNER_TID", 0),
    ("F_OWNER_PID", 1),
    ("F_OWNER_PGRP", 2),
    ("F_GET_RW_HINT", 1035),
    ("F_SET_RW_HINT", 1036),
    ("F_GET_FILE_RW_HINT", 1037),
    ("F_SET_FILE_RW_HINT", 1038),
    ("RWH_WRITE_LIFE_NOT_SET", 0),
    ("RWH_WRITE_LIFE_NONE", 1),
    ("RWH_WRITE_LIFE_SHORT", 2),
    ("RWH_WRITE_LIFE_MEDIUM", 3),
    ("RWH_WRITE_LIFE_LONG", 4),
    ("RWH_WRITE_LIFE_EXTREME", 5),
    ("LOCK_MAND", 32),
    ("LOCK_READ", 64),
    ("LOCK_WRITE", 128),
    ("LOCK_RW", 192),
];

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for (name, number) in CONSTANTS.iter().chain(MORE) {
        module.set(gil, name, convert::int(gil, *number));
    }
    Ok(())
}

/// The longest structure that is passed by value.
const LONGEST: usize = 1024;

/// The third argument: a number or a structure.
enum Extra {
    Number(i64),
    Structure(Vec<u8>),
}

impl Extra {
    fn of(gil: Gil<'_>, value: Option<&Value>, function: &str) -> Result<Extra> {
        let Some(value) = value else { return Ok(Extra::Number(0)) };
        let bytes = match value.downcast::<Text>() {
            Some(text) => convert::utf8(gil, text)?,
            None if value.class(gil).slots.index.get().is_some() => {
                return Ok(Extra::Number(convert::to_i64(gil, value)?));
            }
            None => convert::bytes_like(gil, value)?,
        };
        if bytes.len() > LONGEST {
            return Err(value_error(gil, format!("{function} string arg too long")));
        }
        Ok(Extra::Structure(bytes))
    }
}

/// A structure with room behind it, should the system write more than was given.
fn with_room(structure: &[u8]) -> Box<[u8; 2 * LONGEST]> {
    let mut room = Box::new([0; 2 * LONGEST]);
    room[..structure.len()].copy_from_slice(structure);
    room
}

fn fcntl(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "fcntl", 2, 3)?;
    let (fd, command) = (convert::descriptor_of(gil, &given[0])?, convert::to_i32(gil, &given[1])?);
    match Extra::of(gil, given.get(2), "fcntl")? {
        Extra::Number(number) => {
            // SAFETY: commands that take a number or nothing get one; a command that takes a structure gets an address
            // that the system finds to be none of the process's.
            let result = calls::repeat(gil, Reason::Io, || unsafe { libc::fcntl(fd, command, number) })?;
            result
                .map(|result| convert::int(gil, result.into()))
                .map_err(|errno| convert::os_error(gil, errno))
        }
        Extra::Structure(structure) => {
            let mut room = with_room(&structure);
            // SAFETY: there is as much room as any command's structure needs.
            let result =
                calls::repeat(gil, Reason::Io, || unsafe { libc::fcntl(fd, command, room.as_mut_ptr()) })?;
            result.map_err(|errno| convert::os_error(gil, errno))?;
            Ok(convert::bytes(gil, &room[..structure.len()]))
        }
    }
}

fn ioctl(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "ioctl", 2, 4)?;
    let fd = convert::descriptor_of(gil, &given[0])?;
    let request = convert::to_i64(gil, &given[1])? as c_ulong;
    let change = given.get(3).map_or(Ok(true), |flag| convert::to_bool(gil, flag))?;
    if let (true, Some(target)) = (change, given.get(2).filter(|target| is_writable(target))) {
        let mut room = with_start(&convert::bytes_like(gil, target)?);
        // SAFETY: there is as much room as any request's structure needs.
        let result =
            calls::repeat(gil, Reason::Io, || unsafe { libc::ioctl(fd, request, room.as_mut_ptr()) })?;
        put(target, &room);
        return result
            .map(|result| convert::int(gil, result.into()))
            .map_err(|errno| convert::os_error(gil, errno));
    }
    match Extra::of(gil, given.get(2), "ioctl")? {
        Extra::Number(number) => {
            // SAFETY: as for `fcntl`.
            let result = calls::repeat(gil, Reason::Io, || unsafe { libc::ioctl(fd, request, number) })?;
            result
                .map(|result| convert::int(gil, result.into()))
                .map_err(|errno| convert::os_error(gil, errno))
        }
        Extra::Structure(structure) => {
            let mut room = with_room(&structure);
            // SAFETY: there is as much room as any request's structure needs.
            let result =
                calls::repeat(gil, Reason::Io, || unsafe { libc::ioctl(fd, request, room.as_mut_ptr()) })?;
            result.map_err(|errno| convert::os_error(gil, errno))?;
            Ok(convert::bytes(gil, &room[..structure.len()]))
        }
    }
}

/// The bytes of a buffer, and at least as much room as the longest structure has.
fn with_start(contents: &[u8]) -> Vec<u8> {
    let mut room = contents.to_vec();
    room.resize(contents.len().max(2 * LONGEST), 0);
    room
}

fn is_writable(target: &Value) -> bool {
    match (target.downcast::<MemoryView>(), target.exposed()) {
        (Some(view), _) => !view.is_read_only(),
        (None, Some(exposed)) => !exposed.is_read_only(),
        _ => false,
    }
}

/// Writes as much as the buffer holds.
fn put(target: &Value, contents: &[u8]) {
    match (target.downcast::<MemoryView>(), target.exposed()) {
        (Some(view), _) => view.fill(&contents[..view.length_in_bytes().min(contents.len())]),
        (None, Some(exposed)) => exposed.write(0, &contents[..exposed.length().min(contents.len())]),
        _ => false,
    };
}

fn flock(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, operation] = arguments.exactly::<2>(gil, "flock")?;
    let (fd, operation) = (convert::descriptor_of(gil, fd)?, convert::to_i32(gil, operation)?);
    // SAFETY: the call takes numbers only.
    calls::repeat(gil, Reason::Io, || unsafe { libc::flock(fd, operation) })?
        .map_err(|errno| convert::os_error(gil, errno))?;
    Ok(Value::NONE)
}

fn lockf(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<5> =
        Parameters::new(["fd", "cmd", "len", "start", "whence"], 2).positional_only(5);
    let [fd, command, length, start, whence] = arguments.bind(gil, "lockf", &SIGNATURE)?;
    let fd = convert::descriptor_of(gil, convert::given(fd))?;
    let command = convert::to_i32(gil, convert::given(command))?;
    let kind = match command {
        libc::LOCK_UN => libc::F_UNLCK,
        _ if command & libc::LOCK_SH != 0 => libc::F_RDLCK,
        _ if command & libc::LOCK_EX != 0 => libc::F_WRLCK,
        _ => return Err(value_error(gil, "unrecognized lockf argument")),
    };
    let number = |value: Option<&Value>| value.map_or(Ok(0), |value| convert::to_i64(gil, value));
    // SAFETY: the structure is plain numbers.
    let mut lock = unsafe { std::mem::zeroed::<libc::flock>() };
    lock.l_type = kind as _;
    lock.l_len = number(length)?;
    lock.l_start = number(start)?;
    lock.l_whence = number(whence)? as _;
    let command = if command & libc::LOCK_NB != 0 { libc::F_SETLK } else { libc::F_SETLKW };
    // SAFETY: the structure is the one that the command takes.
    calls::repeat(gil, Reason::Io, || unsafe { libc::fcntl(fd, command, &raw const lock) })?
        .map_err(|errno| convert::os_error(gil, errno))?;
    Ok(Value::NONE)
}
