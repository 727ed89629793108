//! Bytes from and to several buffers at once, and from one descriptor to another without coming by here.

use crate::gil::{Gil, Reason};
use crate::modules::convert::{self, room};
use crate::object::native::Function;
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{Arguments, Parameters, Raised, Result, Value};
use crate::types::buffer;

use super::calls::{self, Returned};

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "readv",
        "($module, fd, buffers, /)",
        "Read from a descriptor into writable buffers, one after the other; how many bytes came.",
        readv,
    ),
    Function::new(
        "preadv",
        "($module, fd, buffers, offset, flags=0, /)",
        "Like readv(), from an offset of the file, whose own position stays.",
        preadv,
    ),
    Function::new(
        "writev",
        "($module, fd, buffers, /)",
        "Write the contents of buffers to a descriptor; how many bytes went.",
        writev,
    ),
    Function::new(
        "pwritev",
        "($module, fd, buffers, offset, flags=0, /)",
        "Like writev(), to an offset of the file, whose own position stays.",
        pwritev,
    ),
    Function::new(
        "sendfile",
        "($module, /, out_fd, in_fd, offset, count)",
        "Send so many bytes of a file to another descriptor; how many went.",
        sendfile,
    ),
    Function::new(
        "copy_file_range",
        "($module, /, src, dst, count, offset_src=None, offset_dst=None)",
        "Copy so many bytes from one file to another within the kernel; how many went.",
        copy_file_range,
    ),
    Function::new(
        "splice",
        "($module, /, src, dst, count, offset_src=None, offset_dst=None,\n       flags=0)",
        "Move so many bytes between two descriptors, one of them a pipe; how many went.",
        splice,
    ),
    Function::new(
        "posix_fadvise",
        "($module, fd, offset, length, advice, /)",
        "Announce in which way a part of a file will be used.",
        posix_fadvise,
    ),
    Function::new(
        "posix_fallocate",
        "($module, fd, offset, length, /)",
        "Make sure that there is room on the disk for a part of a file.",
        posix_fallocate,
    ),
    Function::new(
        "lockf",
        "($module, fd, command, length, /)",
        "Lock, test or unlock a part of a file.",
        lockf,
    ),
];

/// More buffers than this the system does not take at once.
const MOST_BUFFERS: usize = 1024;

/// The objects of an argument that is a sequence of buffers.
fn buffers(gil: Gil<'_>, value: &Value, function: &str) -> Result<Vec<Value>> {
    let Some(items) = convert::sequence_items(value) else {
        return Err(type_error(gil, format!("{function}() arg 2 must be a sequence")));
    };
    match items.len() <= MOST_BUFFERS {
        true => Ok(items),
        false => Err(convert::os_error(gil, libc::EINVAL)),
    }
}

fn readv(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, targets] = arguments.exactly::<2>(gil, "readv")?;
    let fd = convert::descriptor(gil, fd)?;
    read_into(gil, &buffers(gil, targets, "readv")?, |start, length| {
        // SAFETY: there is as much room as is said.
        unsafe { libc::read(fd, start, length) }
    })
}

fn preadv(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "preadv", 3, 4)?;
    let fd = convert::descriptor(gil, &given[0])?;
    let offset = convert::to_i64(gil, &given[2])?;
    let flags = given.get(3).map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    read_into(gil, &buffers(gil, &given[1], "preadv")?, |start, length| {
        let one = libc::iovec { iov_base: start, iov_len: length };
        // SAFETY: there is as much room as the one entry says.
        unsafe { libc::preadv2(fd, &one, 1, offset, flags) }
    })
}

/// Reads into several objects. Another thread may use them meanwhile, so the bytes wait in a buffer of ours.
fn read_into(
    gil: Gil<'_>,
    targets: &[Value],
    mut call: impl FnMut(*mut libc::c_void, usize) -> isize + Send,
) -> Result<Value> {
    let Some(targets) = room::writable_items(targets.to_vec()) else {
        return Err(Raised::with_message(gil, Kind::BufferError, "Object is not writable."));
    };
    let mut received = convert::buffer(gil, targets.iter().map(|(_, length)| length).sum())?;
    let count = calls::repeat(gil, Reason::Io, || call(received.as_mut_ptr().cast(), received.len()))?;
    let count = count.map_err(|errno| convert::os_error(gil, errno))?;
    room::spread(&targets, &received[..count as usize]);
    Ok(convert::int(gil, count as i64))
}

fn writev(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, sources] = arguments.exactly::<2>(gil, "writev")?;
    let fd = convert::descriptor(gil, fd)?;
    write_from(gil, &buffers(gil, sources, "writev")?, |start, length| {
        // SAFETY: the data are as long as is said.
        unsafe { libc::write(fd, start, length) }
    })
}

fn pwritev(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "pwritev", 3, 4)?;
    let fd = convert::descriptor(gil, &given[0])?;
    let offset = convert::to_i64(gil, &given[2])?;
    let flags = given.get(3).map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    write_from(gil, &buffers(gil, &given[1], "pwritev")?, |start, length| {
        let one = libc::iovec { iov_base: start.cast_mut(), iov_len: length };
        // SAFETY: the data are as long as the one entry says; they are only read.
        unsafe { libc::pwritev2(fd, &one, 1, offset, flags) }
    })
}

fn write_from(
    gil: Gil<'_>,
    sources: &[Value],
    mut call: impl FnMut(*const libc::c_void, usize) -> isize + Send,
) -> Result<Value> {
    let mut data = Vec::new();
    for source in sources {
        data.extend(buffer::argument(gil, source)?);
    }
    let count = calls::repeat(gil, Reason::Io, || call(data.as_ptr().cast(), data.len()))?;
    counted(gil, count)
}

/// How many bytes went, as programs see it.
fn counted(gil: Gil<'_>, count: std::result::Result<isize, i32>) -> Result<Value> {
    count.map(|count| convert::int(gil, count as i64)).map_err(|errno| convert::os_error(gil, errno))
}

/// An offset that may be left out, or None.
fn offset(gil: Gil<'_>, value: Option<&Value>) -> Result<Option<i64>> {
    value.filter(|value| !value.is_none()).map(|value| convert::to_i64(gil, value)).transpose()
}

/// Where the system finds an offset, and puts the one after the call; null if there is none.
fn place(offset: &mut Option<i64>) -> *mut i64 {
    offset.as_mut().map_or(std::ptr::null_mut(), |offset| &raw mut *offset)
}

fn count_argument(gil: Gil<'_>, value: &Value) -> Result<usize> {
    usize::try_from(convert::to_i64(gil, value)?)
        .map_err(|_| value_error(gil, "negative value for 'count' not allowed"))
}

fn sendfile(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<4> = Parameters::new(["out_fd", "in_fd", "offset", "count"], 4);
    let [target, source, start, count] = arguments.bind(gil, "sendfile", &SIGNATURE)?;
    let target = convert::descriptor(gil, convert::given(target))?;
    let source = convert::descriptor(gil, convert::given(source))?;
    let start = offset(gil, start)?;
    let count = convert::to_i64(gil, convert::given(count))? as usize;
    let sent = calls::repeat(gil, Reason::Io, || {
        // SAFETY: the offset is null or room for a number.
        unsafe { libc::sendfile(target, source, place(&mut start.clone()), count) }
    })?;
    counted(gil, sent)
}

fn copy_file_range(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<5> = Parameters::new(["src", "dst", "count", "offset_src", "offset_dst"], 3);
    let [source, target, count, from, to] = arguments.bind(gil, "copy_file_range", &SIGNATURE)?;
    let source = convert::descriptor(gil, convert::given(source))?;
    let target = convert::descriptor(gil, convert::given(target))?;
    let count = count_argument(gil, convert::given(count))?;
    let (from, to) = (offset(gil, from)?, offset(gil, to)?);
    let copied = calls::repeat(gil, Reason::Io, || {
        let (mut from, mut to) = (from, to);
        // SAFETY: the offsets are null or room for a number.
        unsafe { libc::copy_file_range(source, place(&mut from), target, place(&mut to), count, 0) }
    })?;
    counted(gil, copied)
}

fn splice(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<6> =
        Parameters::new(["src", "dst", "count", "offset_src", "offset_dst", "flags"], 3);
    let [source, target, count, from, to, flags] = arguments.bind(gil, "splice", &SIGNATURE)?;
    let source = convert::descriptor(gil, convert::given(source))?;
    let target = convert::descriptor(gil, convert::given(target))?;
    let count = count_argument(gil, convert::given(count))?;
    let (from, to) = (offset(gil, from)?, offset(gil, to)?);
    let flags = flags.map_or(Ok(0), |flags| convert::to_i32(gil, flags))? as u32;
    let moved = calls::repeat(gil, Reason::Io, || {
        let (mut from, mut to) = (from, to);
        // SAFETY: the offsets are null or room for a number.
        unsafe { libc::splice(source, place(&mut from), target, place(&mut to), count, flags) }
    })?;
    counted(gil, moved)
}

/// An error number that a call returns instead of setting it, as calls otherwise fail.
#[derive(Clone, Copy)]
struct Number(i32);

impl Returned for Number {
    fn failed(self) -> bool {
        if self.0 != 0 {
            // SAFETY: the place of the thread's own error number can always be written.
            unsafe { *libc::__errno_location() = self.0 };
        }
        self.0 != 0
    }
}

fn posix_fadvise(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, start, length, advice] = arguments.exactly::<4>(gil, "posix_fadvise")?;
    let (fd, advice) = (convert::descriptor(gil, fd)?, convert::to_i32(gil, advice)?);
    let (start, length) = (convert::to_i64(gil, start)?, convert::to_i64(gil, length)?);
    // SAFETY: the call takes numbers only.
    let done =
        calls::repeat(gil, Reason::Io, || Number(unsafe { libc::posix_fadvise(fd, start, length, advice) }))?;
    done.map(|_| Value::NONE).map_err(|errno| convert::os_error(gil, errno))
}

fn posix_fallocate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, start, length] = arguments.exactly::<3>(gil, "posix_fallocate")?;
    let fd = convert::descriptor(gil, fd)?;
    let (start, length) = (convert::to_i64(gil, start)?, convert::to_i64(gil, length)?);
    // SAFETY: the call takes numbers only.
    let done =
        calls::repeat(gil, Reason::Io, || Number(unsafe { libc::posix_fallocate(fd, start, length) }))?;
    done.map(|_| Value::NONE).map_err(|errno| convert::os_error(gil, errno))
}

fn lockf(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [fd, command, length] = arguments.exactly::<3>(gil, "lockf")?;
    let (fd, command) = (convert::descriptor(gil, fd)?, convert::to_i32(gil, command)?);
    let length = convert::to_i64(gil, length)?;
    // SAFETY: the call takes numbers only.
    let done = calls::repeat(gil, Reason::Io, || unsafe { libc::lockf(fd, command, length) })?;
    done.map(|_| Value::NONE).map_err(|errno| convert::os_error(gil, errno))
}
