//! Messages over streams to any process, also to CPython: the length in four bytes, or -1 and the length in eight, the
//! highest byte first; then the bytes.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::raised::memory_error;
use crate::object::{Arguments, Result, Value};
use crate::types::bytes;

use super::message;

/// `send_frame(fd, data)`.
pub fn send_frame(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [descriptor, data] = arguments.exactly::<2>(gil, "send_frame")?;
    let descriptor = convert::descriptor(gil, descriptor)?;
    let data = convert::bytes_like(gil, data)?;
    let mut head = Vec::with_capacity(12);
    match i32::try_from(data.len()) {
        Ok(length) => head.extend(length.to_be_bytes()),
        Err(_) => {
            head.extend((-1_i32).to_be_bytes());
            head.extend((data.len() as u64).to_be_bytes());
        }
    }
    message::send(gil, descriptor, &head, &data)?;
    Ok(Value::NONE)
}

/// `receive_frame(fd, most=None)`.
pub fn receive_frame(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "receive_frame", 1, 2)?;
    let descriptor = convert::descriptor(gil, &given[0])?;
    let most = super::optional(given, 1).map_or(Ok(i64::MAX), |most| convert::to_i64(gil, most))?;
    let mut head = [0; 4];
    message::receive(gil, descriptor, &mut head, true)?;
    let mut length = i64::from(i32::from_be_bytes(head));
    if length == -1 {
        let mut long = [0; 8];
        message::receive(gil, descriptor, &mut long, false)?;
        length = i64::try_from(u64::from_be_bytes(long)).unwrap_or(i64::MAX);
    }
    if !(0..=most).contains(&length) {
        return Ok(Value::NONE);
    }
    let data = receive_whole(gil, descriptor, length as usize)?;
    Ok(bytes::of(gil, data))
}

/// So many bytes. What a stranger says about their number is believed only as they come.
fn receive_whole(gil: Gil<'_>, descriptor: i32, length: usize) -> Result<Vec<u8>> {
    const STEP: usize = 1 << 20;
    let mut data = convert::buffer(gil, length.min(STEP))?;
    message::receive(gil, descriptor, &mut data, false)?;
    while data.len() < length {
        let before = data.len();
        let more = (length - before).min(before);
        if data.try_reserve(more).is_err() {
            return Err(memory_error(gil, ""));
        }
        data.resize(before + more, 0);
        message::receive(gil, descriptor, &mut data[before..], false)?;
    }
    Ok(data)
}
