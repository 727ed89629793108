//! Messages over stream sockets between gilly's processes: a header, then descriptors in batches, then bytes.
//!
//! Invariant: a message is sent and received whole, whatever signals come; only an exception of a signal's handler cuts
//! it, and with it the connection.

use crate::gil::timeline;
use crate::gil::{Gil, Reason};
use crate::modules::convert;
use crate::modules::posix::calls;
use crate::object::raised::Kind;
use crate::object::{Arguments, Raised, Result, Value, operations};
use crate::types::bytes::{self, Bytes};

use super::patience;

/// Descriptors that go in one control message; the kernel takes 253.
pub const BATCH: usize = 250;

/// Bytes of the header: the length of the contents, and the number of descriptors.
const HEADER: usize = 12;

/// What the timeline calls messages.
pub const SENT: &str = "sent";
pub const RECEIVED: &str = "received";

/// `socketpair()`.
pub fn socketpair(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "socketpair")?;
    let ends = pair(libc::SOCK_STREAM).map_err(|errno| convert::os_error(gil, errno))?;
    Ok(convert::tuple(gil, ends.map(|end| convert::int(gil, end.into())).to_vec()))
}

/// Two connected sockets of a kind.
pub fn pair(kind: i32) -> std::result::Result<[i32; 2], i32> {
    let mut ends = [0; 2];
    // SAFETY: there is room for two numbers.
    let made = unsafe { libc::socketpair(libc::AF_UNIX, kind | libc::SOCK_CLOEXEC, 0, ends.as_mut_ptr()) };
    calls::outcome(made).map(|_| ends)
}

/// `send_message(fd, data, fds=())`.
pub fn send_message(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "send_message", 2, 3)?;
    let descriptor = convert::descriptor(gil, &given[0])?;
    let copied;
    let data: &[u8] = match given[1].downcast::<Bytes>() {
        Some(bytes) => &bytes.bytes,
        None => {
            copied = convert::bytes_like(gil, &given[1])?;
            &copied
        }
    };
    let mut descriptors = Vec::new();
    for value in super::optional(given, 2).map_or(Ok(Vec::new()), |fds| operations::collect(gil, fds))? {
        descriptors.push(convert::descriptor(gil, &value)?);
    }
    let mut header = [0; HEADER];
    header[..8].copy_from_slice(&(data.len() as u64).to_le_bytes());
    header[8..].copy_from_slice(&(descriptors.len() as u32).to_le_bytes());
    let began = timeline::clock();
    if descriptors.is_empty() {
        send(gil, descriptor, &header, data)?;
    } else {
        send(gil, descriptor, &header, &[])?;
        for batch in descriptors.chunks(BATCH) {
            let sent = calls::repeat(gil, Reason::Io, || send_descriptors(descriptor, &[0], batch, 0))?;
            sent.map_err(|errno| convert::os_error(gil, errno))?;
        }
        send(gil, descriptor, &[], data)?;
    }
    timeline::took(gil, SENT, data.len() as u64, began);
    Ok(Value::NONE)
}

/// Writes both, however many calls it takes.
pub fn send(gil: Gil<'_>, descriptor: i32, head: &[u8], data: &[u8]) -> Result<()> {
    let mut done = 0;
    while done < head.len() + data.len() {
        let sent = calls::repeat(gil, Reason::Io, || {
            let rest = [&head[done.min(head.len())..], &data[done.saturating_sub(head.len())..]];
            let parts = rest
                .map(|part| libc::iovec { iov_base: part.as_ptr().cast_mut().cast(), iov_len: part.len() });
            // SAFETY: the parts are slices that outlive the call and are only read.
            unsafe { libc::writev(descriptor, parts.as_ptr(), 2) }
        })?;
        done += sent.map_err(|errno| convert::os_error(gil, errno))? as usize;
    }
    Ok(())
}

/// Room for the control message of a batch, aligned as its header must be.
#[repr(C, align(8))]
struct Control([u8; 16 + 4 * BATCH]);

/// Sends a few bytes with some descriptors, at most a batch.
pub fn send_descriptors(socket: i32, bytes: &[u8], batch: &[i32], flags: i32) -> isize {
    debug_assert!(batch.len() <= BATCH);
    let mut control = Control([0; 16 + 4 * BATCH]);
    let mut part = libc::iovec { iov_base: bytes.as_ptr().cast_mut().cast(), iov_len: bytes.len() };
    let size = size_of_val(batch) as u32;
    // SAFETY:
    // - the message refers to the bytes, which are only read, the part and the control room, which outlive the call;
    // - the room is aligned for a header, and holds one and a whole batch.
    unsafe {
        let mut message = std::mem::zeroed::<libc::msghdr>();
        message.msg_iov = &mut part;
        message.msg_iovlen = 1;
        message.msg_control = control.0.as_mut_ptr().cast();
        message.msg_controllen = libc::CMSG_SPACE(size) as usize;
        let first = libc::CMSG_FIRSTHDR(&message);
        (*first).cmsg_level = libc::SOL_SOCKET;
        (*first).cmsg_type = libc::SCM_RIGHTS;
        (*first).cmsg_len = libc::CMSG_LEN(size) as usize;
        std::ptr::copy_nonoverlapping(batch.as_ptr().cast::<u8>(), libc::CMSG_DATA(first), size as usize);
        libc::sendmsg(socket, &message, libc::MSG_NOSIGNAL | flags)
    }
}

/// `receive_message(fd)`.
pub fn receive_message(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [descriptor] = arguments.exactly::<1>(gil, "receive_message")?;
    let descriptor = convert::descriptor(gil, descriptor)?;
    let mut header = [0; HEADER];
    receive(gil, descriptor, &mut header, true)?;
    // Up to here it has waited for the message.
    let began = timeline::clock();
    let (length, count) = header.split_at(8);
    let length = length.try_into().map_or(0, u64::from_le_bytes);
    let count = count.try_into().map_or(0, u32::from_le_bytes) as usize;
    let mut received = Received::default();
    while received.0.len() < count {
        receive_descriptors(gil, descriptor, &mut received)?;
    }
    let mut data = convert::buffer(gil, usize::try_from(length).unwrap_or(usize::MAX))?;
    receive(gil, descriptor, &mut data, false)?;
    timeline::took(gil, RECEIVED, length, began);
    let numbers = received.take();
    let descriptors = numbers.into_iter().map(|number| convert::int(gil, number.into())).collect();
    Ok(convert::tuple(gil, vec![bytes::of(gil, data), convert::tuple(gil, descriptors)]))
}

/// Fills the room. The end of the stream is an EOFError where a message may begin, and an OSError within one.
pub fn receive(gil: Gil<'_>, descriptor: i32, room: &mut [u8], first: bool) -> Result<()> {
    let mut done = 0;
    while done < room.len() {
        let read = calls::repeat(gil, Reason::Io, || {
            let rest = &mut room[done..];
            patience::wait_awake(descriptor);
            // SAFETY: the room is as long as is said.
            unsafe { libc::read(descriptor, rest.as_mut_ptr().cast(), rest.len()) }
        })?;
        match read {
            Ok(0) if first && done == 0 => {
                return Err(Raised::with_arguments(gil, Kind::EOFError, Vec::new()));
            }
            // The other side is gone with what it had not read: there is nothing to come either.
            Err(libc::ECONNRESET) if first && done == 0 => {
                return Err(Raised::with_arguments(gil, Kind::EOFError, Vec::new()));
            }
            Ok(0) => return Err(cut(gil)),
            Ok(count) => done += count as usize,
            Err(errno) => return Err(convert::os_error(gil, errno)),
        }
    }
    Ok(())
}

#[cold]
fn cut(gil: Gil<'_>) -> Raised {
    Raised::with_message(gil, Kind::OSError, "got end of file during message")
}

/// Descriptors that have arrived and belong to nobody yet.
#[derive(Default)]
pub struct Received(pub Vec<i32>);

impl Received {
    /// The descriptors, which belong to the caller from now on.
    pub fn take(&mut self) -> Vec<i32> {
        std::mem::take(&mut self.0)
    }
}

impl Drop for Received {
    fn drop(&mut self) {
        for descriptor in &self.0 {
            // SAFETY: the descriptor came with the message and nobody else knows of it.
            unsafe { libc::close(*descriptor) };
        }
    }
}

fn receive_descriptors(gil: Gil<'_>, socket: i32, received: &mut Received) -> Result<()> {
    let arrived = calls::repeat(gil, Reason::Io, || receive_batch(socket, &mut [0], &mut received.0, 0))?;
    match arrived {
        Ok(0) => Err(cut(gil)),
        Ok(_) => Ok(()),
        Err(errno) => Err(convert::os_error(gil, errno)),
    }
}

/// Receives a few bytes with some descriptors.
pub fn receive_batch(socket: i32, bytes: &mut [u8], received: &mut Vec<i32>, flags: i32) -> isize {
    let mut control = Control([0; 16 + 4 * BATCH]);
    let mut part = libc::iovec { iov_base: bytes.as_mut_ptr().cast(), iov_len: bytes.len() };
    // SAFETY:
    // - the message refers to the bytes, the part and the control room, which outlive the call;
    // - the control messages are walked with the system's own macros, and each says how long its data are.
    unsafe {
        let mut message = std::mem::zeroed::<libc::msghdr>();
        message.msg_iov = &mut part;
        message.msg_iovlen = 1;
        message.msg_control = control.0.as_mut_ptr().cast();
        message.msg_controllen = control.0.len();
        let count = libc::recvmsg(socket, &mut message, libc::MSG_CMSG_CLOEXEC | flags);
        if count <= 0 {
            return count;
        }
        let mut header = libc::CMSG_FIRSTHDR(&message);
        while !header.is_null() {
            if (*header).cmsg_level == libc::SOL_SOCKET && (*header).cmsg_type == libc::SCM_RIGHTS {
                let size = (*header).cmsg_len - libc::CMSG_LEN(0) as usize;
                let data = libc::CMSG_DATA(header).cast::<i32>();
                received.extend((0..size / size_of::<i32>()).map(|place| data.add(place).read_unaligned()));
            }
            header = libc::CMSG_NXTHDR(&message, header);
        }
        count
    }
}

/// `poll(fds, timeout)`.
pub fn poll(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [descriptors, timeout] = arguments.exactly::<2>(gil, "poll")?;
    let mut asked = Vec::new();
    for value in operations::collect(gil, descriptors)? {
        asked.push(libc::pollfd { fd: convert::descriptor(gil, &value)?, events: libc::POLLIN, revents: 0 });
    }
    let deadline = super::deadline(gil, Some(timeout))?;
    let asked_of = &mut asked;
    calls::repeat(gil, Reason::Io, move || {
        let wait = deadline.map_or(-1, |deadline| milliseconds(deadline.left()));
        // SAFETY: the list is as long as is said.
        unsafe { libc::poll(asked_of.as_mut_ptr(), asked_of.len() as libc::nfds_t, wait) }
    })?
    .map_err(|errno| convert::os_error(gil, errno))?;
    if asked.iter().any(|one| one.revents & libc::POLLNVAL != 0) {
        return Err(convert::os_error(gil, libc::EBADF));
    }
    let ready = asked.iter().filter(|one| one.revents != 0);
    Ok(convert::list(gil, ready.map(|one| convert::int(gil, one.fd.into())).collect()))
}

/// As `poll` takes it, rounded up so that no wait ends early.
fn milliseconds(time: std::time::Duration) -> i32 {
    i32::try_from(time.as_nanos().div_ceil(1_000_000)).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptors_arrive_with_what_they_lead_to() {
        let mut ends = [0; 2];
        // SAFETY: the calls take numbers and places for two of them.
        unsafe {
            assert_eq!(libc::socketpair(libc::AF_UNIX, libc::SOCK_STREAM, 0, ends.as_mut_ptr()), 0);
            let mut pipe = [0; 2];
            assert_eq!(libc::pipe(pipe.as_mut_ptr()), 0);
            assert_eq!(send_descriptors(ends[0], &[0], &pipe, 0), 1);
            let mut received = Vec::new();
            assert_eq!(receive_batch(ends[1], &mut [0], &mut received, 0), 1);
            assert_eq!(received.len(), 2);
            assert_eq!(libc::write(received[1], c"x".as_ptr().cast(), 1), 1);
            let mut byte = 0_u8;
            assert_eq!(libc::read(pipe[0], (&raw mut byte).cast(), 1), 1);
            assert_eq!(byte, b'x');
            for descriptor in ends.into_iter().chain(pipe).chain(received) {
                libc::close(descriptor);
            }
        }
    }
}
