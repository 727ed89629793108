//! What packs data: `zlib` and `_bz2`. Long data is packed and unpacked without the GIL.
//!
//! In reading order: here, what the streams share; `zlib` with its functions, `compressor` and `decompressor`; `bz2`.

pub mod bz2;
mod compressor;
mod decompressor;
pub mod zlib;

use std::cell::RefCell;

use crate::gil::sync::{Lock, Patience, Wait};
use crate::gil::{Gil, Reason};

/// Data of this length or more is worked on without the GIL.
const LONG: usize = 4096;

/// The least room that is made for output.
const LEAST: usize = 16 * 1024;

/// The most room that is made at once.
const MOST: usize = 64 * 1024 * 1024;

/// The state of a stream, which one thread at a time works on, perhaps without the GIL.
///
/// Invariant: `state` is borrowed only while `lock` is locked.
struct Stream<T> {
    state: RefCell<T>,
    lock: Lock,
}

impl<T: Send> Stream<T> {
    fn new(state: T) -> Stream<T> {
        Stream { state: RefCell::new(state), lock: Lock::new() }
    }

    /// Works on the state; without the GIL where there is much to do. `work` must not run Python code.
    fn work<R: Send>(&self, gil: Gil<'_>, length: usize, work: impl FnOnce(&mut T) -> R + Send) -> R {
        let wait = self.lock.acquire(gil, Patience::Unshakable);
        debug_assert_eq!(wait, Wait::Done, "nothing ends this wait but the lock");
        let result = {
            let mut state = self.state.borrow_mut();
            let state = &mut *state;
            if length < LONG { work(state) } else { gil.detach(Reason::Native, || work(state)) }
        };
        let released = self.lock.release(gil);
        debug_assert!(released.is_ok(), "the lock was acquired above");
        result
    }
}

/// There is no memory for the output.
struct NoRoom;

/// Output that grows as it is written, up to a limit.
struct Output {
    bytes: Vec<u8>,
    /// So many of them are written.
    length: usize,
    limit: usize,
}

impl Output {
    fn new(limit: Option<usize>) -> Output {
        Output { bytes: Vec::new(), length: 0, limit: limit.unwrap_or(usize::MAX) }
    }

    /// Room to write to; empty where the limit is reached.
    fn room(&mut self) -> Result<&mut [u8], NoRoom> {
        if self.length == self.bytes.len() && self.length < self.limit {
            let more = self.bytes.len().clamp(LEAST, MOST).min(self.limit - self.length);
            self.bytes.try_reserve(more).map_err(|_| NoRoom)?;
            self.bytes.resize(self.length + more, 0);
        }
        Ok(&mut self.bytes[self.length..])
    }

    /// Says that so many bytes of the room have been written.
    fn wrote(&mut self, count: usize) {
        self.length += count;
    }

    /// Whether all room was used, so that there may be more to come.
    fn is_full(&self) -> bool {
        self.length == self.bytes.len()
    }

    fn is_at_the_limit(&self) -> bool {
        self.length == self.limit
    }

    fn finish(mut self) -> Vec<u8> {
        self.bytes.truncate(self.length);
        if self.bytes.capacity() > 2 * self.length {
            self.bytes.shrink_to_fit();
        }
        self.bytes
    }
}
