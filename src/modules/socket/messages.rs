//! `sendmsg` and `recvmsg`: data in several parts, and what travels beside them (descriptors, credentials).

use super::address::{self, Address};
use super::object::{Socket, this};
use super::transfer::patient;
use crate::gil::Gil;
use crate::modules::convert::{self, room};
use crate::object::raised::{Kind, memory_error, overflow_error, type_error, value_error};
use crate::object::{Arguments, Raised, Ref, Result, Value, operations};
use crate::types::buffer;

/// One thing that travels beside the data: its level, its type and its bytes.
type Ancillary = (i32, i32, Vec<u8>);

/// `sendmsg(buffers[, ancdata[, flags[, address]]])`.
pub fn sendmsg(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "sendmsg", 1, 4)?;
    let socket = this(&arguments.values[0]);
    let mut data = Vec::new();
    let parts = operations::collect(gil, &given[0])
        .map_err(|_| type_error(gil, "sendmsg() argument 1 must be an iterable"))?;
    for part in parts {
        data.extend(buffer::argument(gil, &part)?);
    }
    let beside = match given.get(1) {
        Some(beside) => ancillary_argument(gil, beside)?,
        None => Vec::new(),
    };
    let flags = given.get(2).map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    let address = match given.get(3).filter(|address| !address.is_none()) {
        Some(address) => Some(address::parse(gil, socket.family.get(), address, "sendmsg")?),
        None => None,
    };
    let mut control = pack(&beside);
    let descriptor = socket.descriptor.get();
    let sent = patient(gil, socket, libc::POLLOUT, || {
        let mut part = libc::iovec { iov_base: data.as_mut_ptr().cast(), iov_len: data.len() };
        // SAFETY: the header is plain numbers and null pointers, for which zeros are a value.
        let mut header = unsafe { std::mem::zeroed::<libc::msghdr>() };
        header.msg_iov = &mut part;
        header.msg_iovlen = 1;
        if let Some(address) = &address {
            header.msg_name = address.pointer().cast_mut().cast();
            header.msg_namelen = address.length();
        }
        if !control.is_empty() {
            header.msg_control = control.as_mut_ptr().cast();
            header.msg_controllen = size_of_val(&control[..]);
        }
        // SAFETY: all that the header names is there and as long as it says; the call only reads it.
        unsafe { libc::sendmsg(descriptor, &header, flags | libc::MSG_NOSIGNAL) }
    })?;
    sent.map(|count| convert::int(gil, count as i64)).map_err(|errno| convert::os_error(gil, errno))
}

fn ancillary_argument(gil: Gil<'_>, value: &Value) -> Result<Vec<Ancillary>> {
    let mut found = Vec::new();
    let items = operations::collect(gil, value)
        .map_err(|_| type_error(gil, "sendmsg() argument 2 must be an iterable"))?;
    for item in items {
        let parts = convert::sequence_items(&item).unwrap_or_default();
        let [level, kind, data] = &parts[..] else {
            let what = "[sendmsg() ancillary data items]() argument must be sequence of length 3";
            return Err(type_error(gil, format!("{what}, not {}", parts.len())));
        };
        let (level, kind) = (convert::to_i32(gil, level)?, convert::to_i32(gil, kind)?);
        let data = buffer::argument(gil, data)?;
        if u32::try_from(data.len()).is_err() {
            return Err(Raised::with_message(gil, Kind::OSError, "ancillary data item too large"));
        }
        found.push((level, kind, data));
    }
    Ok(found)
}

/// The bytes that a thing of so many bytes takes beside a message, and where its own begin.
fn space(length: usize) -> usize {
    // SAFETY: the call computes with numbers only.
    unsafe { libc::CMSG_SPACE(length as u32) as usize }
}

/// The things as the system takes them, in words so that their headers lie where they must.
fn pack(beside: &[Ancillary]) -> Vec<u64> {
    let total: usize = beside.iter().map(|(_, _, data)| space(data.len())).sum();
    let mut packed = vec![0_u64; total.div_ceil(size_of::<u64>())];
    let mut start = 0;
    for (level, kind, data) in beside {
        // SAFETY: the room for this thing begins `start` bytes into the whole, at a multiple of eight, and is as large as
        // `space` says, which counts the header and the data.
        unsafe {
            let header = packed.as_mut_ptr().cast::<u8>().add(start).cast::<libc::cmsghdr>();
            (*header).cmsg_level = *level;
            (*header).cmsg_type = *kind;
            (*header).cmsg_len = libc::CMSG_LEN(data.len() as u32) as _;
            std::ptr::copy_nonoverlapping(data.as_ptr(), libc::CMSG_DATA(header), data.len());
        }
        start += space(data.len());
    }
    packed
}

/// What came with a message.
struct Received {
    count: usize,
    beside: Vec<Ancillary>,
    flags: i32,
    sender: Value,
}

fn receive(gil: Gil<'_>, socket: &Ref<Socket>, data: &mut [u8], size: usize, flags: i32) -> Result<Received> {
    let mut control = Vec::<u64>::new();
    let words = size.div_ceil(size_of::<u64>());
    control.try_reserve_exact(words).map_err(|_| memory_error(gil, ""))?;
    control.resize(words, 0);
    let descriptor = socket.descriptor.get();
    let mut address = Address::room();
    let (sender, beside) = (&mut address, &mut control);
    let mut came = (0, 0, 0);
    let told = &mut came;
    let count = patient(gil, socket, libc::POLLIN, || {
        *sender = Address::room();
        let mut part = libc::iovec { iov_base: data.as_mut_ptr().cast(), iov_len: data.len() };
        // SAFETY: the header is plain numbers and null pointers, for which zeros are a value.
        let mut header = unsafe { std::mem::zeroed::<libc::msghdr>() };
        header.msg_iov = &mut part;
        header.msg_iovlen = 1;
        header.msg_name = sender.pointer_mut().cast();
        header.msg_namelen = sender.length();
        if size > 0 {
            header.msg_control = beside.as_mut_ptr().cast();
            header.msg_controllen = size;
        }
        // SAFETY: all that the header names is there, with as much room as it says.
        let count = unsafe { libc::recvmsg(descriptor, &mut header, flags) };
        *told = (header.msg_controllen, header.msg_flags, header.msg_namelen);
        count
    })?;
    let count = count.map_err(|errno| convert::os_error(gil, errno))? as usize;
    let (length, flags, name_length) = came;
    // SAFETY: the place is the address's own.
    unsafe { *address.length_mut() = name_length };
    Ok(Received { count, beside: unpack(&control, length.min(size)), flags, sender: address.show(gil) })
}

/// The things that lie in so many bytes beside a message; the last may be cut off.
fn unpack(control: &[u64], length: usize) -> Vec<Ancillary> {
    let mut found = Vec::new();
    let (head, mut start) = (space(0), 0);
    while start + head <= length {
        // SAFETY: the header lies within the bytes, `start` is a multiple of eight, and what is read are plain numbers.
        let header = unsafe { &*control.as_ptr().cast::<u8>().add(start).cast::<libc::cmsghdr>() };
        let size = header.cmsg_len.min(length - start);
        if size < head {
            break;
        }
        // SAFETY: the bytes up to `start + size` were received.
        let data = unsafe {
            std::slice::from_raw_parts(control.as_ptr().cast::<u8>().add(start + head), size - head)
        };
        found.push((header.cmsg_level, header.cmsg_type, data.to_vec()));
        start += size.next_multiple_of(size_of::<usize>());
    }
    found
}

fn show(gil: Gil<'_>, first: Value, received: Received) -> Value {
    let beside = received.beside.iter().map(|(level, kind, data)| {
        let parts = vec![
            convert::int(gil, (*level).into()),
            convert::int(gil, (*kind).into()),
            convert::bytes(gil, data),
        ];
        convert::tuple(gil, parts)
    });
    let beside = convert::list(gil, beside.collect());
    let flags = convert::int(gil, received.flags.into());
    convert::tuple(gil, vec![first, beside, flags, received.sender])
}

/// The room beside the message and the flags, which are optional.
fn rest(gil: Gil<'_>, given: &[Value]) -> Result<(usize, i32)> {
    let size = given.get(1).map_or(Ok(0), |size| convert::to_i64(gil, size))?;
    if !(0..=i64::from(i32::MAX)).contains(&size) {
        return Err(value_error(gil, "invalid ancillary data buffer length"));
    }
    let flags = given.get(2).map_or(Ok(0), |flags| convert::to_i32(gil, flags))?;
    Ok((size as usize, flags))
}

/// `recvmsg(bufsize[, ancbufsize[, flags]])`.
pub fn recvmsg(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "recvmsg", 1, 3)?;
    let Ok(length) = usize::try_from(convert::to_i64(gil, &given[0])?) else {
        return Err(value_error(gil, "negative buffer size in recvmsg()"));
    };
    let (size, flags) = rest(gil, given)?;
    let mut data = convert::buffer(gil, length)?;
    let received = receive(gil, this(&arguments.values[0]), &mut data, size, flags)?;
    data.truncate(received.count);
    Ok(show(gil, crate::types::bytes::of(gil, data), received))
}

/// `recvmsg_into(buffers[, ancbufsize[, flags]])`.
pub fn recvmsg_into(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "recvmsg_into", 1, 3)?;
    let targets = operations::collect(gil, &given[0])
        .map_err(|_| type_error(gil, "recvmsg_into() argument 1 must be an iterable"))?;
    let Some(targets) = room::writable_items(targets) else {
        let message = "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers";
        return Err(type_error(gil, message));
    };
    let (size, flags) = rest(gil, given)?;
    let mut data = convert::buffer(gil, targets.iter().map(|(_, length)| length).sum())?;
    let received = receive(gil, this(&arguments.values[0]), &mut data, size, flags)?;
    room::spread(&targets, &data[..received.count]);
    Ok(show(gil, convert::int(gil, received.count as i64), received))
}

/// `CMSG_LEN(length)` and `CMSG_SPACE(length)`: what a thing of so many bytes takes, without and with padding.
pub fn length_beside(gil: Gil<'_>, arguments: Arguments<'_>, function: &str) -> Result<Value> {
    let [length] = arguments.exactly::<1>(gil, function)?;
    let length = convert::to_i64(gil, length)?;
    if !(0..=i64::from(i32::MAX) - 64).contains(&length) {
        return Err(overflow_error(gil, format!("{function}() argument out of range")));
    }
    let length = length as u32;
    // SAFETY: the calls compute with numbers only.
    let size = unsafe {
        match function {
            "CMSG_LEN" => libc::CMSG_LEN(length),
            _ => libc::CMSG_SPACE(length),
        }
    };
    Ok(convert::int(gil, size.into()))
}
