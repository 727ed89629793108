//! What the system knows of a file: `stat` and its kin.

use std::cell::OnceCell;
use std::ffi::CString;

use crate::gil::{Gil, Reason};
use crate::modules::convert::{self, Path};
use crate::modules::struct_sequence::{Class, StructSequence};
use crate::object::native::Function;
use crate::object::{Arguments, Parameters, Result, Value};

use super::calls::{self, directory};

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "stat",
        "($module, /, path, *, dir_fd=None, follow_symlinks=True)",
        "Perform a stat system call on the given path.",
        stat,
    ),
    Function::new(
        "lstat",
        "($module, /, path, *, dir_fd=None)",
        "Perform a stat system call on the given path, without following symbolic links.",
        lstat,
    ),
    Function::new(
        "fstat",
        "($module, /, fd)",
        "Perform a stat system call on the given file descriptor.",
        fstat,
    ),
    Function::new(
        "statvfs",
        "($module, /, path)",
        "Perform a statvfs system call on the given path.",
        statvfs,
    ),
    Function::new(
        "fstatvfs",
        "($module, /, fd)",
        "Perform an fstatvfs system call on the given fd.",
        fstatvfs,
    ),
];

/// `os.stat_result`.
pub static STAT_RESULT: StructSequence = StructSequence {
    name: "stat_result",
    module: "os",
    doc: "stat_result: Result from stat, fstat, or lstat.",
    fields: &[
        "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime",
        "st_ctime",
    ],
    unnamed: &[7, 8, 9],
    hidden: &[
        "st_atime",
        "st_mtime",
        "st_ctime",
        "st_atime_ns",
        "st_mtime_ns",
        "st_ctime_ns",
        "st_blksize",
        "st_blocks",
        "st_rdev",
    ],
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
    hidden: &["f_fsid"],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

fn stat(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> =
        Parameters::new(["path", "dir_fd", "follow_symlinks"], 1).keyword_only(1);
    let [path, dir_fd, follow] = arguments.bind(gil, "stat", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "stat", "path", true)?;
    let follow = follow.map_or(Ok(true), |value| convert::to_bool(gil, value))?;
    status(gil, &path, directory(gil, dir_fd)?, follow)
}

fn lstat(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["path", "dir_fd"], 1).keyword_only(1);
    let [path, dir_fd] = arguments.bind(gil, "lstat", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "lstat", "path", false)?;
    status(gil, &path, directory(gil, dir_fd)?, false)
}

fn fstat(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["fd"], 1);
    let [fd] = arguments.bind(gil, "fstat", &SIGNATURE)?;
    let fd = convert::to_i32(gil, convert::given(fd))?;
    let status = gil.detach(Reason::Io, || of_descriptor(fd));
    status.map(|status| result(gil, &status)).map_err(|errno| convert::os_error(gil, errno))
}

/// The status behind a path.
pub fn status(gil: Gil<'_>, path: &Path, folder: i32, follow: bool) -> Result<Value> {
    let status = match path.descriptor() {
        Some(fd) => gil.detach(Reason::Io, || of_descriptor(fd)),
        None => {
            let name: CString = path.c_string().to_owned();
            gil.detach(Reason::Io, || of_name(&name, folder, follow))
        }
    };
    status.map(|status| result(gil, &status)).map_err(|errno| path.error(gil, errno))
}

fn of_descriptor(fd: i32) -> std::result::Result<libc::stat, i32> {
    // SAFETY: the structure is plain numbers, and the call fills it.
    unsafe {
        let mut status = std::mem::zeroed::<libc::stat>();
        calls::outcome(libc::fstat(fd, &mut status)).map(|_| status)
    }
}

/// The status of a name in a folder, or the error number.
pub fn of_name(name: &CString, folder: i32, follow: bool) -> std::result::Result<libc::stat, i32> {
    let flags = if follow { 0 } else { libc::AT_SYMLINK_NOFOLLOW };
    // SAFETY: the structure is plain numbers, and the call fills it; the name ends in a zero byte.
    unsafe {
        let mut status = std::mem::zeroed::<libc::stat>();
        calls::outcome(libc::fstatat(folder, name.as_ptr(), &mut status, flags)).map(|_| status)
    }
}

/// The `stat_result` of a status.
pub fn result(gil: Gil<'_>, status: &libc::stat) -> Value {
    let times = [
        (status.st_atime, status.st_atime_nsec),
        (status.st_mtime, status.st_mtime_nsec),
        (status.st_ctime, status.st_ctime_nsec),
    ];
    let number = |number: i64| convert::int(gil, number);
    let mut items = vec![
        number(status.st_mode.into()),
        number(status.st_ino as i64),
        number(status.st_dev as i64),
        number(status.st_nlink as i64),
        number(status.st_uid.into()),
        number(status.st_gid.into()),
        number(status.st_size),
    ];
    items.extend(times.map(|(seconds, _)| number(seconds)));
    items.extend(times.map(|(seconds, rest)| Value::float(seconds as f64 + rest as f64 * 1e-9)));
    items.extend(times.map(|(seconds, rest)| number(seconds * 1_000_000_000 + rest)));
    items.extend([status.st_blksize, status.st_blocks, status.st_rdev as i64].map(number));
    STAT_RESULT.make(gil, items)
}

fn statvfs(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["path"], 1);
    let [path] = arguments.bind(gil, "statvfs", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "statvfs", "path", true)?;
    let (name, descriptor) = (path.c_string().to_owned(), path.descriptor());
    file_system(gil, |status| {
        // SAFETY: the structure is there, to be filled; the name ends in a zero byte.
        unsafe {
            match descriptor {
                Some(fd) => libc::fstatvfs(fd, status),
                None => libc::statvfs(name.as_ptr(), status),
            }
        }
    })?
    .map_err(|errno| path.error(gil, errno))
}

fn fstatvfs(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["fd"], 1);
    let [fd] = arguments.bind(gil, "fstatvfs", &SIGNATURE)?;
    let fd = convert::to_i32(gil, convert::given(fd))?;
    // SAFETY: the structure is there, to be filled.
    let found = file_system(gil, |status| unsafe { libc::fstatvfs(fd, status) })?;
    found.map_err(|errno| convert::os_error(gil, errno))
}

/// The `statvfs_result` of what a call finds, or its error number.
fn file_system(
    gil: Gil<'_>,
    call: impl Fn(&mut libc::statvfs) -> i32 + Send + Sync,
) -> Result<std::result::Result<Value, i32>> {
    // SAFETY: the structure is plain numbers, for which zeros are a value.
    let mut status = unsafe { std::mem::zeroed::<libc::statvfs>() };
    let done = calls::repeat(gil, Reason::Io, || call(&mut status))?;
    let numbers = [
        status.f_bsize,
        status.f_frsize,
        status.f_blocks,
        status.f_bfree,
        status.f_bavail,
        status.f_files,
        status.f_ffree,
        status.f_favail,
        status.f_flag,
        status.f_namemax,
        status.f_fsid,
    ];
    let items = numbers.map(|number| crate::types::int::from_i128(gil, number.into())).to_vec();
    Ok(done.map(|_| STATVFS_RESULT.make(gil, items)))
}
