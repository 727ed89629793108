//! What goes through a socket, and how long that may take.

use std::ops::Range;
use std::time::Duration;

use super::address::{self, Address};
use super::object::{Socket, this};
use crate::gil::{Deadline, Gil, Reason};
use crate::modules::convert::{self, room};
use crate::modules::posix::calls::{self, Returned};
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{Arguments, Parameters, Raised, Ref, Result, Value};
use crate::types::buffer;
use crate::types::bytes::Bytes;
use crate::types::memoryview::MemoryView;

/// The error that a timeout has passed.
#[cold]
pub fn timed_out(gil: Gil<'_>) -> Raised {
    Raised::with_message(gil, Kind::TimeoutError, "timed out")
}

/// The moment at which the socket's timeout will have passed.
fn deadline(socket: &Socket) -> Option<Deadline> {
    let seconds = socket.timeout.get()?;
    Some(Deadline::after(Duration::from_secs_f64(seconds.min(9e9))))
}

/// Waits until the socket is ready, at most until the deadline: false if that has passed.
fn wait(gil: Gil<'_>, descriptor: i32, events: i16, deadline: Deadline) -> Result<bool> {
    let mut asked = libc::pollfd { fd: descriptor, events, revents: 0 };
    let ready = calls::repeat(gil, Reason::Io, || {
        let left = deadline.left().as_nanos().div_ceil(1_000_000);
        // SAFETY: the list has one entry.
        unsafe { libc::poll(&mut asked, 1, i32::try_from(left).unwrap_or(i32::MAX)) }
    })?;
    ready.map(|count| count > 0).map_err(|errno| convert::os_error(gil, errno))
}

/// Makes a call on a socket and waits for it as its timeout says.
pub fn patient<T: Returned>(
    gil: Gil<'_>,
    socket: &Ref<Socket>,
    events: i16,
    call: impl FnMut() -> T + Send,
) -> Result<std::result::Result<T, i32>> {
    patient_until(gil, socket, events, deadline(socket), call)
}

fn patient_until<T: Returned>(
    gil: Gil<'_>,
    socket: &Ref<Socket>,
    events: i16,
    deadline: Option<Deadline>,
    mut call: impl FnMut() -> T + Send,
) -> Result<std::result::Result<T, i32>> {
    let waits = socket.timeout.get().is_some_and(|timeout| timeout > 0.0);
    loop {
        let result = calls::repeat(gil, Reason::Io, &mut call)?;
        match (result, deadline) {
            (Err(libc::EAGAIN), Some(deadline)) if waits => {
                if !wait(gil, socket.descriptor.get(), events, deadline)? {
                    return Err(timed_out(gil));
                }
            }
            _ => return Ok(result),
        }
    }
}

/// Connects; the result is an error number, zero if that went well, `ETIMEDOUT` also for the socket's own timeout.
pub fn connect(gil: Gil<'_>, socket: &Ref<Socket>, address: Address) -> Result<i32> {
    let descriptor = socket.descriptor.get();
    convert::run_signal_handlers(gil)?;
    // SAFETY: the address is as long as is said.
    let connected = gil.detach(Reason::Io, || {
        calls::outcome(unsafe { libc::connect(descriptor, address.pointer(), address.length()) })
    });
    let timeout = socket.timeout.get();
    match connected {
        Ok(_) => return Ok(0),
        // A connection goes on being made when a signal has come between.
        Err(libc::EINTR) => convert::run_signal_handlers(gil)?,
        Err(libc::EINPROGRESS) if timeout.is_some_and(|timeout| timeout > 0.0) => {}
        Err(errno) => return Ok(errno),
    }
    let forever = Deadline::after(Duration::MAX);
    if !wait(gil, descriptor, libc::POLLOUT, deadline(socket).unwrap_or(forever))? {
        return Ok(libc::ETIMEDOUT);
    }
    let (mut errno, mut length) = (0_i32, size_of::<i32>() as libc::socklen_t);
    // SAFETY: there is room for the number, as is said.
    calls::checked(gil, unsafe {
        let place = (&raw mut errno).cast();
        libc::getsockopt(descriptor, libc::SOL_SOCKET, libc::SO_ERROR, place, &mut length)
    })?;
    Ok(errno)
}

/// The size and the flags of a `recv`.
fn size_and_flags(gil: Gil<'_>, given: &[Value], function: &str) -> Result<(Vec<u8>, i32)> {
    let size = convert::to_i64(gil, &given[0])?;
    let Ok(size) = usize::try_from(size) else {
        return Err(value_error(gil, format!("negative buffersize in {function}")));
    };
    let flags = given.get(1).map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    Ok((convert::buffer(gil, size)?, flags))
}

/// Receives into the room; how many bytes came.
fn receive(gil: Gil<'_>, socket: &Ref<Socket>, room: &mut [u8], flags: i32) -> Result<usize> {
    let descriptor = socket.descriptor.get();
    let received = patient(gil, socket, libc::POLLIN, || {
        // SAFETY: the room is as long as is said.
        unsafe { libc::recv(descriptor, room.as_mut_ptr().cast(), room.len(), flags) }
    })?;
    received.map(|count| count as usize).map_err(|errno| convert::os_error(gil, errno))
}

/// The same with the sender's address.
fn receive_from(gil: Gil<'_>, socket: &Ref<Socket>, room: &mut [u8], flags: i32) -> Result<(usize, Value)> {
    let descriptor = socket.descriptor.get();
    let mut address = Address::room();
    let sender = &mut address;
    let received = patient(gil, socket, libc::POLLIN, || {
        *sender = Address::room();
        let (start, size) = (room.as_mut_ptr().cast(), room.len());
        // SAFETY: the room is as long as is said, and there is room for any address, as its length says.
        unsafe { libc::recvfrom(descriptor, start, size, flags, sender.pointer_mut(), sender.length_mut()) }
    })?;
    let count = received.map_err(|errno| convert::os_error(gil, errno))?;
    Ok((count as usize, address.show(gil)))
}

/// `recv(bufsize[, flags])`.
pub fn recv(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "recv", 1, 2)?;
    let (mut room, flags) = size_and_flags(gil, given, "recv")?;
    let count = receive(gil, this(&arguments.values[0]), &mut room, flags)?;
    room.truncate(count);
    Ok(crate::types::bytes::of(gil, room))
}

/// `recvfrom(bufsize[, flags])`.
pub fn recvfrom(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "recvfrom", 1, 2)?;
    let (mut room, flags) = size_and_flags(gil, given, "recvfrom")?;
    let (count, sender) = receive_from(gil, this(&arguments.values[0]), &mut room, flags)?;
    room.truncate(count);
    Ok(convert::tuple(gil, vec![crate::types::bytes::of(gil, room), sender]))
}

/// The room, the flags and the target of a `recv_into`.
fn target(gil: Gil<'_>, arguments: Arguments<'_>, function: &str) -> Result<(Vec<u8>, i32, Value)> {
    const SIGNATURE: Parameters<3> = Parameters::new(["buffer", "nbytes", "flags"], 1);
    let [target, size, flags] = arguments.without_first().bind(gil, function, &SIGNATURE)?;
    let target = crate::types::memoryview::lent::writable(gil, convert::given(target))?;
    let length = writable_length(gil, &target, function)?;
    let size = size.map_or(Ok(0), |size| convert::to_i64(gil, size))?;
    let Ok(size) = usize::try_from(size) else {
        return Err(value_error(gil, format!("negative buffersize in {function}")));
    };
    if size > length {
        return Err(value_error(gil, "buffer too small for requested bytes"));
    }
    let flags = flags.map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    Ok((convert::buffer(gil, if size == 0 { length } else { size })?, flags, target))
}

fn writable_length(gil: Gil<'_>, target: &Value, function: &str) -> Result<usize> {
    room::writable_length(target).ok_or_else(|| {
        let name = target.class(gil).name();
        type_error(gil, format!("{function}() argument 1 must be read-write bytes-like object, not {name}"))
    })
}

/// `recv_into(buffer[, nbytes[, flags]])`.
pub fn recv_into(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (mut received, flags, target) = target(gil, arguments, "recv_into")?;
    let count = receive(gil, this(&arguments.values[0]), &mut received, flags)?;
    room::put(&target, &received[..count]);
    Ok(convert::int(gil, count as i64))
}

/// `recvfrom_into(buffer[, nbytes[, flags]])`.
pub fn recvfrom_into(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (mut received, flags, target) = target(gil, arguments, "recvfrom_into")?;
    let (count, sender) = receive_from(gil, this(&arguments.values[0]), &mut received, flags)?;
    room::put(&target, &received[..count]);
    Ok(convert::tuple(gil, vec![convert::int(gil, count as i64), sender]))
}

/// The bytes of an argument; those of a bytes object are not copied, nor are those that a view of one sees.
enum Data<'a> {
    Shared(&'a [u8]),
    Seen(Ref<Bytes>, Range<usize>),
    Copied(Vec<u8>),
}

impl<'a> Data<'a> {
    fn of(gil: Gil<'_>, value: &'a Value) -> Result<Data<'a>> {
        if let Some(bytes) = value.downcast::<Bytes>() {
            return Ok(Data::Shared(&bytes.bytes));
        }
        match value.downcast::<MemoryView>().and_then(|view| Data::seen(view)) {
            Some(seen) => Ok(seen),
            None => buffer::argument(gil, value).map(Data::Copied),
        }
    }

    /// What a view of a bytes object sees, if that is one piece.
    fn seen(view: &MemoryView) -> Option<Data<'a>> {
        let (source, start) = view.target()?;
        let bytes = source.try_into_ref::<Bytes>().ok()?;
        let part = start..start + view.length_in_bytes();
        bytes.bytes.get(part.clone()).is_some().then_some(Data::Seen(bytes, part))
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Data::Shared(bytes) => bytes,
            Data::Seen(bytes, part) => &bytes.bytes[part.clone()],
            Data::Copied(bytes) => bytes,
        }
    }
}

/// `send(data[, flags])`.
pub fn send(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "send", 1, 2)?;
    let data = Data::of(gil, &given[0])?;
    let flags = given.get(1).map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    let socket = this(&arguments.values[0]);
    let count = send_some(gil, socket, data.bytes(), flags, deadline(socket))?;
    Ok(convert::int(gil, count as i64))
}

fn send_some(
    gil: Gil<'_>,
    socket: &Ref<Socket>,
    data: &[u8],
    flags: i32,
    deadline: Option<Deadline>,
) -> Result<usize> {
    let descriptor = socket.descriptor.get();
    let sent = patient_until(gil, socket, libc::POLLOUT, deadline, || {
        let flags = flags | libc::MSG_NOSIGNAL;
        // SAFETY: the data are as long as is said.
        unsafe { libc::send(descriptor, data.as_ptr().cast(), data.len(), flags) }
    })?;
    sent.map(|count| count as usize).map_err(|errno| convert::os_error(gil, errno))
}

/// `sendall(data[, flags])`: the timeout is for all of it.
pub fn sendall(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "sendall", 1, 2)?;
    let data = Data::of(gil, &given[0])?;
    let flags = given.get(1).map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    let socket = this(&arguments.values[0]);
    let deadline = deadline(socket);
    let mut rest = data.bytes();
    while !rest.is_empty() {
        let count = send_some(gil, socket, rest, flags, deadline)?;
        rest = &rest[count..];
        // A signal that came while bytes were on their way ended the call early, and without an error.
        convert::run_signal_handlers(gil)?;
    }
    Ok(Value::NONE)
}

/// `sendto(data[, flags], address)`.
pub fn sendto(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "sendto", 2, 3)?;
    let socket = this(&arguments.values[0]);
    let data = Data::of(gil, &given[0])?;
    let data = data.bytes();
    let flags = if given.len() == 3 { convert::to_i32(gil, &given[1])? } else { 0 };
    let address = address::parse(gil, socket.family.get(), &given[given.len() - 1], "sendto")?;
    let descriptor = socket.descriptor.get();
    let sent = patient(gil, socket, libc::POLLOUT, || {
        let flags = flags | libc::MSG_NOSIGNAL;
        let (start, size) = (data.as_ptr().cast(), data.len());
        // SAFETY: the data and the address are as long as is said.
        unsafe { libc::sendto(descriptor, start, size, flags, address.pointer(), address.length()) }
    })?;
    sent.map(|count| convert::int(gil, count as i64)).map_err(|errno| convert::os_error(gil, errno))
}
