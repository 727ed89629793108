//! Descriptors: opening, reading, writing, and what else is done with a number that the system gave.

use std::ffi::CString;
use std::ptr::{null, null_mut};

use crate::gil::{Gil, Reason};
use crate::modules::convert::{self, Path};
use crate::object::native::Function;
use crate::object::{Arguments, Parameters, Result, Value};

use super::calls::{self, directory};

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "open",
        "($module, /, path, flags, mode=511, *, dir_fd=None)",
        "Open a file for low level IO.\n\nReturns a file descriptor (integer).",
        open,
    ),
    Function::new("close", "($module, /, fd)", "Close a file descriptor.", close),
    Function::new(
        "closerange",
        "($module, fd_low, fd_high, /)",
        "Closes all file descriptors in [fd_low, fd_high), ignoring errors.",
        closerange,
    ),
    Function::new(
        "read",
        "($module, fd, length, /)",
        "Read from a file descriptor.  Returns a bytes object.",
        read,
    ),
    Function::new("write", "($module, fd, data, /)", "Write a bytes object to a file descriptor.", write),
    Function::new(
        "pread",
        "($module, fd, length, offset, /)",
        "Read a number of bytes from a file descriptor starting at a particular offset.",
        pread,
    ),
    Function::new(
        "pwrite",
        "($module, fd, buffer, offset, /)",
        "Write bytes to a file descriptor starting at a particular offset.",
        pwrite,
    ),
    Function::new(
        "lseek",
        "($module, fd, position, whence, /)",
        "Set the position of a file descriptor.  Return the new position.",
        lseek,
    ),
    Function::new("dup", "($module, fd, /)", "Return a duplicate of a file descriptor.", dup),
    Function::new("dup2", "($module, /, fd, fd2, inheritable=True)", "Duplicate file descriptor.", dup2),
    Function::new(
        "pipe",
        "($module, /)",
        "Create a pipe.\n\nReturns a tuple of two file descriptors:\n  (read_fd, write_fd)",
        pipe,
    ),
    Function::new("pipe2", "($module, flags, /)", "Create a pipe with flags set atomically.", pipe2),
    Function::new(
        "openpty",
        "($module, /)",
        "Open a pseudo-terminal: its master's and slave's ends.",
        openpty,
    ),
    Function::new("isatty", "($module, fd, /)", "Return True if the fd is connected to a terminal.", isatty),
    Function::new(
        "ttyname",
        "($module, fd, /)",
        "Return the name of the terminal device connected to 'fd'.",
        ttyname,
    ),
    Function::new("fsync", "($module, /, fd)", "Force write of fd to disk.", fsync),
    Function::new(
        "fdatasync",
        "($module, /, fd)",
        "Force write of fd to disk without forcing update of metadata.",
        fdatasync,
    ),
    Function::new(
        "ftruncate",
        "($module, fd, length, /)",
        "Truncate a file, specified by file descriptor, to a specific length.",
        ftruncate,
    ),
    Function::new(
        "truncate",
        "($module, /, path, length)",
        "Truncate a file, specified by path, to a specific length.",
        truncate,
    ),
    Function::new(
        "get_inheritable",
        "($module, fd, /)",
        "Get the close-on-exe flag of the specified file descriptor.",
        get_inheritable,
    ),
    Function::new(
        "set_inheritable",
        "($module, fd, inheritable, /)",
        "Set the inheritable flag of the specified file descriptor.",
        set_inheritable,
    ),
    Function::new(
        "get_blocking",
        "($module, fd, /)",
        "Get the blocking mode of the file descriptor.",
        get_blocking,
    ),
    Function::new(
        "set_blocking",
        "($module, fd, blocking, /)",
        "Set the blocking mode of the specified file descriptor.",
        set_blocking,
    ),
    Function::new(
        "get_terminal_size",
        "($module, fd=<unrepresentable>, /)",
        "Return the size of the terminal window as (columns, lines).",
        get_terminal_size,
    ),
];

fn open(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<4> = Parameters::new(["path", "flags", "mode", "dir_fd"], 2).keyword_only(3);
    let [path, flags, mode, dir_fd] = arguments.bind(gil, "open", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "open", "path", false)?;
    let flags = convert::to_i32(gil, convert::given(flags))?;
    let mode = mode.map_or(Ok(0o777), |mode| convert::to_i32(gil, mode))? as libc::mode_t;
    let folder = directory(gil, dir_fd)?;
    let name = path.c_string().to_owned();
    let result = calls::repeat(gil, Reason::Io, || {
        // SAFETY: the name is a string that ends in a zero byte.
        unsafe { libc::openat(folder, name.as_ptr(), flags | libc::O_CLOEXEC, mode) }
    });
    result.and_then(|fd| fd.map_err(|errno| path.error(gil, errno))).map(|fd| convert::int(gil, fd.into()))
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["fd"], 1);
    let [fd] = arguments.bind(gil, "close", &SIGNATURE)?;
    let fd = descriptor(gil, convert::given(fd))?;
    // SAFETY: closing takes a number; one that is not open is an error.
    let closed = gil.detach(Reason::Io, || calls::outcome(unsafe { libc::close(fd) }));
    match closed {
        Err(errno) if errno != libc::EINTR => Err(convert::os_error(gil, errno)),
        _ => Ok(Value::NONE),
    }
}

fn closerange(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [low, high] = arguments.exactly::<2>(gil, "closerange")?;
    let (low, high) = (convert::to_i32(gil, low)?, convert::to_i32(gil, high)?);
    gil.detach(Reason::Io, || {
        for fd in low.max(0)..high {
            // SAFETY: as in `close`.
            unsafe { libc::close(fd) };
        }
    });
    Ok(Value::NONE)
}

fn descriptor(gil: Gil<'_>, value: &Value) -> Result<i32> {
    convert::descriptor(gil, value)
}

fn read(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, length] = arguments.exactly::<2>(gil, "read")?;
    read_at(gil, fd, length, None)
}

fn pread(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, length, offset] = arguments.exactly::<3>(gil, "pread")?;
    read_at(gil, fd, length, Some(convert::to_i64(gil, offset)?))
}

fn read_at(gil: Gil<'_>, fd: &Value, length: &Value, offset: Option<i64>) -> Result<Value> {
    let fd = descriptor(gil, fd)?;
    let length = convert::to_i64(gil, length)?;
    let Ok(length) = usize::try_from(length) else { return Err(convert::os_error(gil, libc::EINVAL)) };
    let mut buffer = convert::buffer(gil, length.min(0x7FFF_F000))?;
    let read = calls::repeat(gil, Reason::Io, || {
        let (start, room) = (buffer.as_mut_ptr().cast(), buffer.len());
        // SAFETY: the buffer has room for as many bytes as are asked for.
        match offset {
            Some(offset) => unsafe { libc::pread(fd, start, room, offset) },
            None => unsafe { libc::read(fd, start, room) },
        }
    })?;
    let read = read.map_err(|errno| convert::os_error(gil, errno))?;
    buffer.truncate(read as usize);
    Ok(convert::bytes(gil, &buffer))
}

fn write(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, data] = arguments.exactly::<2>(gil, "write")?;
    write_at(gil, fd, data, None)
}

fn pwrite(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, data, offset] = arguments.exactly::<3>(gil, "pwrite")?;
    write_at(gil, fd, data, Some(convert::to_i64(gil, offset)?))
}

fn write_at(gil: Gil<'_>, fd: &Value, data: &Value, offset: Option<i64>) -> Result<Value> {
    let fd = descriptor(gil, fd)?;
    let data = convert::bytes_like(gil, data)?;
    let written = calls::repeat(gil, Reason::Io, || {
        let (start, length) = (data.as_ptr().cast(), data.len());
        // SAFETY: the data are as long as is said.
        match offset {
            Some(offset) => unsafe { libc::pwrite(fd, start, length, offset) },
            None => unsafe { libc::write(fd, start, length) },
        }
    })?;
    written.map(|count| convert::int(gil, count as i64)).map_err(|errno| convert::os_error(gil, errno))
}

fn lseek(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, position, whence] = arguments.exactly::<3>(gil, "lseek")?;
    let (fd, position) = (descriptor(gil, fd)?, convert::to_i64(gil, position)?);
    let whence = convert::to_i32(gil, whence)?;
    // SAFETY: the call takes numbers only.
    let position = calls::checked(gil, unsafe { libc::lseek(fd, position, whence) })?;
    Ok(convert::int(gil, position))
}

fn dup(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, "dup")?;
    let fd = descriptor(gil, fd)?;
    // SAFETY: the call takes numbers only.
    let copy = calls::checked(gil, unsafe { libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, 0) })?;
    Ok(convert::int(gil, copy.into()))
}

fn dup2(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["fd", "fd2", "inheritable"], 2);
    let [fd, target, inheritable] = arguments.bind(gil, "dup2", &SIGNATURE)?;
    let (fd, target) = (descriptor(gil, convert::given(fd))?, descriptor(gil, convert::given(target))?);
    let inheritable = inheritable.map_or(Ok(true), |value| convert::to_bool(gil, value))?;
    let flags = if inheritable { 0 } else { libc::O_CLOEXEC };
    // SAFETY: the calls take numbers only.
    let copy = if fd == target { fd } else { calls::checked(gil, unsafe { libc::dup3(fd, target, flags) })? };
    Ok(convert::int(gil, copy.into()))
}

fn pipe(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "posix.pipe")?;
    make_pipe(gil, libc::O_CLOEXEC)
}

fn pipe2(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [flags] = arguments.exactly::<1>(gil, "pipe2")?;
    make_pipe(gil, convert::to_i32(gil, flags)?)
}

fn make_pipe(gil: Gil<'_>, flags: i32) -> Result<Value> {
    let mut ends = [0; 2];
    // SAFETY: there is room for two numbers.
    calls::checked(gil, unsafe { libc::pipe2(ends.as_mut_ptr(), flags) })?;
    Ok(convert::tuple(gil, ends.map(|end| convert::int(gil, end.into())).to_vec()))
}

fn isatty(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, "isatty")?;
    let fd = descriptor(gil, fd)?;
    // SAFETY: the call takes a number only.
    Ok(Value::bool(unsafe { libc::isatty(fd) } == 1))
}

fn openpty(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [] = arguments.exactly::<0>(gil, "openpty")?;
    let (mut master, mut slave) = (0, 0);
    // SAFETY: there is room for both numbers; the other arguments may be null.
    let result = unsafe { libc::openpty(&mut master, &mut slave, null_mut(), null(), null()) };
    calls::checked(gil, result)?;
    for end in [master, slave] {
        // SAFETY: the call takes numbers only.
        calls::checked(gil, unsafe { libc::fcntl(end, libc::F_SETFD, libc::FD_CLOEXEC) })?;
    }
    Ok(convert::tuple(gil, convert::ints(gil, [master.into(), slave.into()])))
}

fn ttyname(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, "ttyname")?;
    let fd = descriptor(gil, fd)?;
    let mut name = [0_u8; 256];
    // SAFETY: the buffer is as long as is said, and filled with zeros.
    let errno = unsafe { libc::ttyname_r(fd, name.as_mut_ptr().cast(), name.len() - 1) };
    if errno != 0 {
        return Err(convert::os_error(gil, errno));
    }
    let end = name.iter().position(|&byte| byte == 0).unwrap_or(name.len());
    Ok(convert::os_text(gil, &name[..end]))
}

fn fsync(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    // SAFETY: the call takes a number only.
    synchronise(gil, arguments, "fsync", |fd| unsafe { libc::fsync(fd) })
}

fn fdatasync(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    // SAFETY: the call takes a number only.
    synchronise(gil, arguments, "fdatasync", |fd| unsafe { libc::fdatasync(fd) })
}

fn synchronise(
    gil: Gil<'_>,
    arguments: Arguments<'_>,
    function: &str,
    call: impl Fn(i32) -> i32 + Sync + Send,
) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["fd"], 1);
    let [fd] = arguments.bind(gil, function, &SIGNATURE)?;
    let fd = convert::descriptor_of(gil, convert::given(fd))?;
    calls::repeat(gil, Reason::Io, || call(fd))?.map_err(|errno| convert::os_error(gil, errno))?;
    Ok(Value::NONE)
}

fn ftruncate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, length] = arguments.exactly::<2>(gil, "ftruncate")?;
    truncate_descriptor(gil, descriptor(gil, fd)?, convert::to_i64(gil, length)?)
}

fn truncate_descriptor(gil: Gil<'_>, fd: i32, length: i64) -> Result<Value> {
    // SAFETY: the call takes numbers only.
    let done = calls::repeat(gil, Reason::Io, || unsafe { libc::ftruncate(fd, length) })?;
    done.map(|_| Value::NONE).map_err(|errno| convert::os_error(gil, errno))
}

fn truncate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["path", "length"], 2);
    let [path, length] = arguments.bind(gil, "truncate", &SIGNATURE)?;
    let path = Path::of(gil, convert::given(path), "truncate", "path", true)?;
    let length = convert::to_i64(gil, convert::given(length))?;
    if let Some(fd) = path.descriptor() {
        return truncate_descriptor(gil, fd, length);
    }
    let name: CString = path.c_string().to_owned();
    // SAFETY: the name is a string that ends in a zero byte.
    let done = calls::repeat(gil, Reason::Io, || unsafe { libc::truncate(name.as_ptr(), length) })?;
    done.map(|_| Value::NONE).map_err(|errno| path.error(gil, errno))
}

fn get_inheritable(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, "get_inheritable")?;
    let fd = descriptor(gil, fd)?;
    // SAFETY: the call takes numbers only.
    let flags = calls::checked(gil, unsafe { libc::fcntl(fd, libc::F_GETFD) })?;
    Ok(Value::bool(flags & libc::FD_CLOEXEC == 0))
}

fn set_inheritable(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, inheritable] = arguments.exactly::<2>(gil, "set_inheritable")?;
    let (fd, inheritable) = (descriptor(gil, fd)?, convert::to_bool(gil, inheritable)?);
    // SAFETY: the calls take numbers only.
    unsafe {
        let flags = calls::checked(gil, libc::fcntl(fd, libc::F_GETFD))?;
        let flags = if inheritable { flags & !libc::FD_CLOEXEC } else { flags | libc::FD_CLOEXEC };
        calls::checked(gil, libc::fcntl(fd, libc::F_SETFD, flags))?;
    }
    Ok(Value::NONE)
}

fn get_blocking(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd] = arguments.exactly::<1>(gil, "get_blocking")?;
    let fd = descriptor(gil, fd)?;
    // SAFETY: the call takes numbers only.
    let flags = calls::checked(gil, unsafe { libc::fcntl(fd, libc::F_GETFL) })?;
    Ok(Value::bool(flags & libc::O_NONBLOCK == 0))
}

fn set_blocking(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, blocking] = arguments.exactly::<2>(gil, "set_blocking")?;
    let (fd, blocking) = (descriptor(gil, fd)?, convert::to_bool(gil, blocking)?);
    // SAFETY: the calls take numbers only.
    unsafe {
        let flags = calls::checked(gil, libc::fcntl(fd, libc::F_GETFL))?;
        let flags = if blocking { flags & !libc::O_NONBLOCK } else { flags | libc::O_NONBLOCK };
        calls::checked(gil, libc::fcntl(fd, libc::F_SETFL, flags))?;
    }
    Ok(Value::NONE)
}

fn get_terminal_size(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "get_terminal_size", 0, 1)?;
    let fd = given.first().map_or(Ok(1), |fd| convert::to_i32(gil, fd))?;
    // SAFETY: the structure is plain numbers, and as long as the request says.
    let size = unsafe {
        let mut size = std::mem::zeroed::<libc::winsize>();
        calls::checked(gil, libc::ioctl(fd, libc::TIOCGWINSZ, &mut size))?;
        size
    };
    let numbers = [size.ws_col, size.ws_row].map(|number| convert::int(gil, number.into()));
    Ok(super::TERMINAL_SIZE.make(gil, numbers.to_vec()))
}
