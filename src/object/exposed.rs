//! Objects that let others at their bytes: `memoryview`, files and sockets reach them here, whatever room they are of.

use std::sync::Arc;

use super::value::Value;

/// Bytes that other processes change at any moment: any thread may read them, with the GIL or without it.
pub trait Shared: Send + Sync {
    /// Copies bytes out, from a place on. False if there are not so many.
    fn read(&self, place: usize, into: &mut [u8]) -> bool;
}

/// The bytes behind an object. They may move or become fewer between two calls, but never during one.
pub trait Exposed {
    /// How many there are.
    fn length(&self) -> usize;

    /// Is writing refused?
    fn is_read_only(&self) -> bool;

    /// What an item is, as the struct module's letter, and its size.
    fn item(&self) -> (u8, usize) {
        (b'B', 1)
    }

    /// The sides, if the items are those of an array of several axes, in the order of their indices.
    fn sides(&self) -> Vec<usize> {
        Vec::new()
    }

    /// A memoryview to take for one of this object, if its bytes are another object's.
    fn stand_in(&self) -> Option<Value> {
        None
    }

    /// The bytes for readers without the GIL, if they are shared memory; readers keep it mapped.
    fn shared(&self) -> Option<Arc<dyn Shared>> {
        None
    }

    /// Copies bytes out, from a place on. False if there are not so many.
    fn read(&self, place: usize, into: &mut [u8]) -> bool;

    /// Copies bytes in, from a place on. False if there are not so many, or if writing is refused.
    fn write(&self, place: usize, from: &[u8]) -> bool;

    /// A view of the bytes begins: their number should stay until it ends.
    fn hold(&self) {}

    /// A view ends.
    fn let_go(&self) {}
}

/// Copies a part of a slice out; false if it has no such part.
pub fn read_slice(bytes: &[u8], place: usize, into: &mut [u8]) -> bool {
    let part = place.checked_add(into.len()).and_then(|end| bytes.get(place..end));
    part.inspect(|part| into.copy_from_slice(part)).is_some()
}

/// Copies into a part of a slice; false if it has no such part.
pub fn write_slice(bytes: &mut [u8], place: usize, from: &[u8]) -> bool {
    let part = place.checked_add(from.len()).and_then(|end| bytes.get_mut(place..end));
    match part {
        Some(part) => {
            part.copy_from_slice(from);
            true
        }
        None => false,
    }
}
