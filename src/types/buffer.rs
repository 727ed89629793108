//! The bytes of objects that expose them.

use crate::gil::Gil;
use crate::object::raised::type_error;
use crate::object::{Result, Value};

use super::bytearray::ByteArray;
use super::bytes::Bytes;
use super::memoryview::{self, MemoryView};

/// A copy of the bytes of a bytes-like object, if it is one.
pub fn contents(value: &Value) -> Option<Vec<u8>> {
    with(value, <[u8]>::to_vec)
}

/// Shows the bytes of a bytes-like object. `see` must not run Python code.
pub fn with<R>(value: &Value, see: impl FnOnce(&[u8]) -> R) -> Option<R> {
    if let Some(bytes) = value.downcast::<Bytes>() {
        return Some(see(&bytes.bytes));
    }
    if let Some(array) = value.downcast::<ByteArray>() {
        return Some(see(&array.bytes.borrow()));
    }
    if let Some(view) = value.downcast::<MemoryView>() {
        return view.contents().map(|bytes| see(&bytes));
    }
    let exposed = value.exposed()?;
    let mut bytes = vec![0; exposed.length()];
    exposed.read(0, &mut bytes).then(|| see(&bytes))
}

/// The same, where a class in Python may lend them by its `__buffer__`.
pub fn lent(gil: Gil<'_>, value: &Value) -> Result<Option<Vec<u8>>> {
    if let Some(contents) = contents(value) {
        return Ok(Some(contents));
    }
    lent_by(gil, value, SIMPLE)
}

/// Those that a class in Python lends, asked for it with these flags.
pub fn lent_by(gil: Gil<'_>, value: &Value, flags: i64) -> Result<Option<Vec<u8>>> {
    let view = memoryview::lent::view(gil, value, flags)?;
    Ok(view.as_ref().and_then(contents))
}

/// What is asked of a `__buffer__` for plain bytes (`PyBUF_SIMPLE`).
const SIMPLE: i64 = 0;

/// The same of an argument that must be bytes-like.
pub fn argument(gil: Gil<'_>, value: &Value) -> Result<Vec<u8>> {
    lent(gil, value)?.ok_or_else(|| {
        let name = value.class(gil).name();
        type_error(gil, format!("a bytes-like object is required, not '{name}'"))
    })
}
