//! Names in the file system: making, removing, renaming, and the rights to them.

use std::ffi::CString;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::Relaxed;

use crate::gil::{Gil, Reason};
use crate::modules::convert::{self, Path};
use crate::object::native::Function;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Parameters, Result, Value};

use super::calls::{self, directory};

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new("mkdir", "($module, /, path, mode=511, *, dir_fd=None)", "Create a directory.", mkdir),
    Function::new("rmdir", "($module, /, path, *, dir_fd=None)", "Remove a directory.", rmdir),
    Function::new(
        "remove",
        "($module, /, path, *, dir_fd=None)",
        "Remove a file (same as unlink()).",
        remove,
    ),
    Function::new(
        "unlink",
        "($module, /, path, *, dir_fd=None)",
        "Remove a file (same as remove()).",
        unlink,
    ),
    Function::new(
        "rename",
        "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        "Rename a file or directory.",
        rename,
    ),
    Function::new(
        "replace",
        "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        "Rename a file or directory, overwriting the destination.",
        replace,
    ),
    Function::new(
        "link",
        "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None,\n     follow_symlinks=True)",
        "Create a hard link to a file.",
        link,
    ),
    Function::new(
        "symlink",
        "($module, /, src, dst, target_is_directory=False, *, dir_fd=None)",
        "Create a symbolic link pointing to src named dst.",
        symlink,
    ),
    Function::new(
        "readlink",
        "($module, /, path, *, dir_fd=None)",
        "Return a string representing the path to which the symbolic link points.",
        readlink,
    ),
    Function::new(
        "chmod",
        "($module, /, path, mode, *, dir_fd=None, follow_symlinks=<unrepresentable>)",
        "Change the access permissions of a file.",
        chmod,
    ),
    Function::new(
        "fchmod",
        "($module, /, fd, mode)",
        "Change the access permissions of the file given by file descriptor fd.",
        fchmod,
    ),
    Function::new(
        "chown",
        "($module, /, path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
        "Change the owner and group id of path to the numeric uid and gid.",
        chown,
    ),
    Function::new(
        "fchown",
        "($module, /, fd, uid, gid)",
        "Change the owner and group id of the file specified by file descriptor.",
        fchown,
    ),
    Function::new(
        "access",
        "($module, /, path, mode, *, dir_fd=None, effective_ids=False,\n       follow_symlinks=True)",
        "Use the real uid/gid to test for access to a path.",
        access,
    ),
    Function::new(
        "utime",
        "($module, /, path, times=None, *, ns=<unrepresentable>, dir_fd=None,\n      follow_symlinks=True)",
        "Set the access and modified time of path.",
        utime,
    ),
    Function::new(
        "mkfifo",
        "($module, /, path, mode=438, *, dir_fd=None)",
        "Create a \"fifo\" (a POSIX named pipe).",
        mkfifo,
    ),
    Function::new(
        "mknod",
        "($module, /, path, mode=384, device=0, *, dir_fd=None)",
        "Create a node in the file system: a file, a device or a named pipe.",
        mknod,
    ),
    Function::new(
        "chdir",
        "($module, /, path)",
        "Change the current working directory to the specified path.",
        chdir,
    ),
    Function::new(
        "fchdir",
        "($module, /, fd)",
        "Change to the directory of the given file descriptor.",
        fchdir,
    ),
    Function::new("chroot", "($module, /, path)", "Change root directory to path.", chroot),
    Function::new(
        "getcwd",
        "($module, /)",
        "Return a unicode string representing the current working directory.",
        getcwd,
    ),
    Function::new(
        "getcwdb",
        "($module, /)",
        "Return a bytes string representing the current working directory.",
        getcwdb,
    ),
    Function::new(
        "umask",
        "($module, mask, /)",
        "Set the current numeric umask and return the previous umask.",
        umask,
    ),
    Function::new(
        "fspath",
        "($module, /, path)",
        "Return the file system path representation of the object.",
        fspath,
    ),
];

/// Makes a call about one name, without the GIL.
fn named(
    gil: Gil<'_>,
    path: &Path,
    call: impl Fn(*const libc::c_char) -> i32 + Send + Sync,
) -> Result<Value> {
    let name: CString = path.c_string().to_owned();
    let done = calls::repeat(gil, Reason::Io, || call(name.as_ptr()))?;
    done.map(|_| Value::NONE).map_err(|errno| path.error(gil, errno))
}

/// Makes a call about two names.
fn named_two(
    gil: Gil<'_>,
    paths: [&Path; 2],
    call: impl Fn(*const libc::c_char, *const libc::c_char) -> i32 + Send + Sync,
) -> Result<Value> {
    let [first, second]: [CString; 2] = paths.map(|path| path.c_string().to_owned());
    let done = calls::repeat(gil, Reason::Io, || call(first.as_ptr(), second.as_ptr()))?;
    done.map(|_| Value::NONE).map_err(|errno| paths[0].error_with(gil, errno, paths[1]))
}

fn mkdir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["path", "mode", "dir_fd"], 1).keyword_only(2);
    let [path, mode, dir_fd] = arguments.bind(gil, "mkdir", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "mkdir", "path", false)?;
    let mode = mode.map_or(Ok(0o777), |mode| convert::to_i32(gil, mode))? as libc::mode_t;
    let folder = directory(gil, dir_fd)?;
    // SAFETY: the name ends in a zero byte.
    named(gil, &path, |name| unsafe { libc::mkdirat(folder, name, mode) })
}

fn rmdir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    unlink_at(gil, arguments, "rmdir", libc::AT_REMOVEDIR)
}

fn remove(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    unlink_at(gil, arguments, "remove", 0)
}

fn unlink(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    unlink_at(gil, arguments, "unlink", 0)
}

fn unlink_at(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, flags: i32) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["path", "dir_fd"], 1).keyword_only(1);
    let [path, dir_fd] = arguments.bind(gil, function, &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), function, "path", false)?;
    let folder = directory(gil, dir_fd)?;
    // SAFETY: the name ends in a zero byte.
    named(gil, &path, |name| unsafe { libc::unlinkat(folder, name, flags) })
}

fn rename(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    rename_at(gil, arguments, "rename")
}

fn replace(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    rename_at(gil, arguments, "replace")
}

fn rename_at(gil: Gil<'_>, arguments: Arguments<'_>, function: &str) -> Result<Value> {
    const SIGNATURE: Parameters<4> =
        Parameters::new(["src", "dst", "src_dir_fd", "dst_dir_fd"], 2).keyword_only(2);
    let [from, to, from_folder, to_folder] = arguments.bind(gil, function, &SIGNATURE)?;
    let from = Path::of(gil, convert::given(from), function, "src", false)?;
    let to = Path::of(gil, convert::given(to), function, "dst", false)?;
    let (old, new) = (directory(gil, from_folder)?, directory(gil, to_folder)?);
    // SAFETY: the names end in a zero byte.
    named_two(gil, [&from, &to], |from, to| unsafe { libc::renameat(old, from, new, to) })
}

fn link(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<5> =
        Parameters::new(["src", "dst", "src_dir_fd", "dst_dir_fd", "follow_symlinks"], 2).keyword_only(2);
    let [from, to, from_folder, to_folder, follow] = arguments.bind(gil, "link", &SIGNATURE)?;
    let from = Path::of(gil, convert::given(from), "link", "src", false)?;
    let to = Path::of(gil, convert::given(to), "link", "dst", false)?;
    let (old, new) = (directory(gil, from_folder)?, directory(gil, to_folder)?);
    let follow = follow.map_or(Ok(false), |value| convert::to_bool(gil, value))?;
    let flags = if follow { libc::AT_SYMLINK_FOLLOW } else { 0 };
    // SAFETY: the names end in a zero byte.
    named_two(gil, [&from, &to], |from, to| unsafe { libc::linkat(old, from, new, to, flags) })
}

fn symlink(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<4> =
        Parameters::new(["src", "dst", "target_is_directory", "dir_fd"], 2).keyword_only(3);
    let [from, to, _, dir_fd] = arguments.bind(gil, "symlink", &SIGNATURE)?;
    let from = Path::of(gil, convert::given(from), "symlink", "src", false)?;
    let to = Path::of(gil, convert::given(to), "symlink", "dst", false)?;
    let folder = directory(gil, dir_fd)?;
    // SAFETY: the names end in a zero byte.
    named_two(gil, [&from, &to], |from, to| unsafe { libc::symlinkat(from, folder, to) })
}

fn readlink(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["path", "dir_fd"], 1).keyword_only(1);
    let [path, dir_fd] = arguments.bind(gil, "readlink", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "readlink", "path", false)?;
    let folder = directory(gil, dir_fd)?;
    let name: CString = path.c_string().to_owned();
    let mut target = [0_u8; libc::PATH_MAX as usize];
    let length = calls::repeat(gil, Reason::Io, || {
        // SAFETY: the name ends in a zero byte, and the buffer is as long as is said.
        unsafe { libc::readlinkat(folder, name.as_ptr(), target.as_mut_ptr().cast(), target.len()) }
    })?;
    let length = length.map_err(|errno| path.error(gil, errno))? as usize;
    Ok(path.same_kind(gil, &target[..length]))
}

fn chmod(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<4> =
        Parameters::new(["path", "mode", "dir_fd", "follow_symlinks"], 2).keyword_only(2);
    let [path, mode, dir_fd, follow] = arguments.bind(gil, "chmod", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "chmod", "path", true)?;
    let mode = convert::to_i32(gil, convert::given(mode))? as libc::mode_t;
    if let Some(fd) = path.descriptor() {
        // SAFETY: the call takes numbers only.
        calls::checked(gil, unsafe { libc::fchmod(fd, mode) })?;
        return Ok(Value::NONE);
    }
    let folder = directory(gil, dir_fd)?;
    let flags = no_follow(gil, follow)?;
    // SAFETY: the name ends in a zero byte.
    named(gil, &path, |name| unsafe { libc::fchmodat(folder, name, mode, flags) })
}

fn fchmod(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["fd", "mode"], 2);
    let [fd, mode] = arguments.bind(gil, "fchmod", &SIGNATURE)?;
    let fd = convert::to_i32(gil, convert::given(fd))?;
    let mode = convert::to_i32(gil, convert::given(mode))? as libc::mode_t;
    // SAFETY: the call takes numbers only.
    calls::checked(gil, unsafe { libc::fchmod(fd, mode) })?;
    Ok(Value::NONE)
}

fn no_follow(gil: Gil<'_>, follow: Option<&Value>) -> Result<i32> {
    let follow = follow.map_or(Ok(true), |value| convert::to_bool(gil, value))?;
    Ok(if follow { 0 } else { libc::AT_SYMLINK_NOFOLLOW })
}

fn chown(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<5> =
        Parameters::new(["path", "uid", "gid", "dir_fd", "follow_symlinks"], 3).keyword_only(3);
    let [path, user, group, dir_fd, follow] = arguments.bind(gil, "chown", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "chown", "path", true)?;
    let user = convert::to_i64(gil, convert::given(user))? as libc::uid_t;
    let group = convert::to_i64(gil, convert::given(group))? as libc::gid_t;
    if let Some(fd) = path.descriptor() {
        // SAFETY: the call takes numbers only.
        calls::checked(gil, unsafe { libc::fchown(fd, user, group) })?;
        return Ok(Value::NONE);
    }
    let (folder, flags) = (directory(gil, dir_fd)?, no_follow(gil, follow)?);
    // SAFETY: the name ends in a zero byte.
    named(gil, &path, |name| unsafe { libc::fchownat(folder, name, user, group, flags) })
}

fn fchown(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["fd", "uid", "gid"], 3);
    let [fd, user, group] = arguments.bind(gil, "fchown", &SIGNATURE)?;
    let fd = convert::descriptor_of(gil, convert::given(fd))?;
    let user = super::identity::identity(gil, convert::given(user), "uid")?;
    let group = super::identity::identity(gil, convert::given(group), "gid")?;
    // SAFETY: the call takes numbers only.
    let done = calls::repeat(gil, Reason::Io, || unsafe { libc::fchown(fd, user, group) })?;
    done.map(|_| Value::NONE).map_err(|errno| convert::os_error(gil, errno))
}

fn access(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<5> =
        Parameters::new(["path", "mode", "dir_fd", "effective_ids", "follow_symlinks"], 2).keyword_only(2);
    let [path, mode, dir_fd, effective, follow] = arguments.bind(gil, "access", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "access", "path", false)?;
    let mode = convert::to_i32(gil, convert::given(mode))?;
    let (folder, mut flags) = (directory(gil, dir_fd)?, no_follow(gil, follow)?);
    if effective.map_or(Ok(false), |value| convert::to_bool(gil, value))? {
        flags |= libc::AT_EACCESS;
    }
    let name: CString = path.c_string().to_owned();
    // SAFETY: the name ends in a zero byte.
    let allowed = gil.detach(Reason::Io, || unsafe { libc::faccessat(folder, name.as_ptr(), mode, flags) });
    Ok(Value::bool(allowed == 0))
}

fn utime(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<5> =
        Parameters::new(["path", "times", "ns", "dir_fd", "follow_symlinks"], 1).keyword_only(2);
    let [path, times, nanoseconds, dir_fd, follow] = arguments.bind(gil, "utime", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "utime", "path", true)?;
    let times = times.filter(|times| !times.is_none());
    let moments = match (times, nanoseconds) {
        (Some(_), Some(_)) => {
            let message = "utime: you may specify either 'times' or 'ns' but not both";
            return Err(value_error(gil, message));
        }
        (Some(times), None) => Some(pair(gil, times, "times", |gil, time| {
            let seconds = convert::to_f64(gil, time)?;
            let whole = seconds.floor();
            Ok(moment(whole as i64, ((seconds - whole) * 1e9) as i64))
        })?),
        (None, Some(nanoseconds)) => Some(pair(gil, nanoseconds, "ns", |gil, time| {
            let time = convert::to_i64(gil, time)?;
            Ok(moment(time.div_euclid(1_000_000_000), time.rem_euclid(1_000_000_000)))
        })?),
        (None, None) => None,
    };
    let pointer = moments.as_ref().map_or(std::ptr::null(), |moments| moments.as_ptr());
    if let Some(fd) = path.descriptor() {
        // SAFETY: the pointer is null or to two times.
        calls::checked(gil, unsafe { libc::futimens(fd, pointer) })?;
        return Ok(Value::NONE);
    }
    let (folder, flags) = (directory(gil, dir_fd)?, no_follow(gil, follow)?);
    // SAFETY: the name ends in a zero byte, and the pointer is null or to two times.
    let done = calls::outcome(unsafe { libc::utimensat(folder, path.c_string().as_ptr(), pointer, flags) });
    done.map(|_| Value::NONE).map_err(|errno| path.error(gil, errno))
}

fn moment(seconds: i64, nanoseconds: i64) -> libc::timespec {
    libc::timespec { tv_sec: seconds, tv_nsec: nanoseconds }
}

fn pair(
    gil: Gil<'_>,
    value: &Value,
    name: &str,
    each: impl Fn(Gil<'_>, &Value) -> Result<libc::timespec>,
) -> Result<[libc::timespec; 2]> {
    let items = convert::tuple_items(value).filter(|items| items.len() == 2);
    let Some(items) = items else {
        let end = if name == "times" { "a tuple of two ints or None" } else { "a tuple of two ints" };
        return Err(type_error(gil, format!("utime: '{name}' must be {end}")));
    };
    Ok([each(gil, &items[0])?, each(gil, &items[1])?])
}

fn mknod(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<4> = Parameters::new(["path", "mode", "device", "dir_fd"], 1).keyword_only(3);
    let [path, mode, device, dir_fd] = arguments.bind(gil, "mknod", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "mknod", "path", false)?;
    let mode = mode.map_or(Ok(0o600), |mode| convert::to_i32(gil, mode))? as libc::mode_t;
    let device = device.map_or(Ok(0), |device| convert::to_i64(gil, device))? as libc::dev_t;
    let folder = directory(gil, dir_fd)?;
    let name: CString = path.c_string().to_owned();
    // SAFETY: the name ends in a zero byte.
    let made =
        calls::repeat(gil, Reason::Io, || unsafe { libc::mknodat(folder, name.as_ptr(), mode, device) })?;
    made.map(|_| Value::NONE).map_err(|errno| convert::os_error(gil, errno))
}

fn mkfifo(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["path", "mode", "dir_fd"], 1).keyword_only(2);
    let [path, mode, dir_fd] = arguments.bind(gil, "mkfifo", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "mkfifo", "path", false)?;
    let mode = mode.map_or(Ok(0o666), |mode| convert::to_i32(gil, mode))? as libc::mode_t;
    let folder = directory(gil, dir_fd)?;
    // SAFETY: the name ends in a zero byte.
    named(gil, &path, |name| unsafe { libc::mkfifoat(folder, name, mode) })
}

fn chdir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["path"], 1);
    let [path] = arguments.bind(gil, "chdir", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "chdir", "path", true)?;
    if let Some(fd) = path.descriptor() {
        // SAFETY: the call takes a number only.
        calls::checked(gil, unsafe { libc::fchdir(fd) })?;
        return Ok(Value::NONE);
    }
    // SAFETY: the name ends in a zero byte.
    named(gil, &path, |name| unsafe { libc::chdir(name) })
}

fn fchdir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["fd"], 1);
    let [fd] = arguments.bind(gil, "fchdir", &SIGNATURE)?;
    let fd = convert::descriptor_of(gil, convert::given(fd))?;
    // SAFETY: the call takes a number only.
    calls::checked(gil, unsafe { libc::fchdir(fd) })?;
    Ok(Value::NONE)
}

fn chroot(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["path"], 1);
    let [path] = arguments.bind(gil, "chroot", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "chroot", "path", false)?;
    // SAFETY: the name ends in a zero byte.
    named(gil, &path, |name| unsafe { libc::chroot(name) })
}

fn working_directory(gil: Gil<'_>) -> Result<Vec<u8>> {
    use std::os::unix::ffi::OsStringExt;
    match std::env::current_dir() {
        Ok(path) => Ok(path.into_os_string().into_vec()),
        Err(error) => Err(convert::os_error(gil, error.raw_os_error().unwrap_or(libc::ENOENT))),
    }
}

fn getcwd(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.getcwd")?;
    Ok(convert::os_text(gil, &working_directory(gil)?))
}

fn getcwdb(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.getcwdb")?;
    Ok(convert::bytes(gil, &working_directory(gil)?))
}

/// How often the mask of new files' permissions has been set. Relaxed: it is read and written under the GIL.
static MASKS: AtomicU32 = AtomicU32::new(0);

/// A number that is another one whenever the mask may be: the mask itself cannot be read without setting it.
pub fn generation_of_mask() -> u32 {
    MASKS.load(Relaxed)
}

fn umask(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [mask] = arguments.exactly::<1>(gil, "umask")?;
    let mask = convert::to_i32(gil, mask)? as libc::mode_t;
    MASKS.fetch_add(1, Relaxed);
    // SAFETY: the call takes a number only.
    Ok(convert::int(gil, unsafe { libc::umask(mask) }.into()))
}

fn fspath(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["path"], 1);
    let [path] = arguments.bind(gil, "fspath", &SIGNATURE)?;
    convert::fspath(gil, convert::given(path))
}
