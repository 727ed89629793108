//! The whole text file that a plain stream turns into, and the codecs for what is not plain UTF-8.

use super::{Stream, mode, this};
use crate::gil::Gil;
use crate::modules::{convert, import};
use crate::object::{Arguments, Ref, Result, Text, Value, intern, operations};

/// The whole file of a stream; made if it is not there yet.
fn of(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let stream = this(value);
    if let Some(whole) = stream.whole() {
        return Ok(whole);
    }
    stream.check(gil)?;
    let made = make(gil, stream)?;
    let whole = stream.whole.borrow_mut().get_or_insert(made).clone();
    if stream.writes {
        // It stays text that has not gone out: bytes written beneath it overtake it.
        let text = Ref::new(gil, Text::from_vector(stream.buffer.take())).into_value();
        operations::call_method(gil, &whole, "write", &[text])?;
    }
    Ok(whole)
}

fn make(gil: Gil<'_>, stream: &Stream) -> Result<Value> {
    let module = import::module(gil, "_io")?;
    let ahead = if stream.writes { Vec::new() } else { stream.buffer.take() };
    let arguments = [
        convert::int(gil, stream.descriptor.into()),
        convert::text(gil, stream.name),
        convert::text(gil, mode(stream)),
        convert::bytes(gil, &ahead),
        convert::text(gil, stream.errors()),
        Value::bool(stream.by_line),
        Value::bool(stream.at_once),
    ];
    operations::call_method(gil, &module, "_standard", &arguments)
}

/// Calls a method of the whole file.
pub(super) fn call(gil: Gil<'_>, name: &str, arguments: Arguments<'_>) -> Result<Value> {
    let whole = of(gil, &arguments.values[0])?;
    let method = operations::get_attribute(gil, &whole, &intern(gil, name))?;
    operations::call(gil, &method, arguments.without_first())
}

/// An attribute of the whole file.
pub(super) fn attribute(gil: Gil<'_>, value: &Value, name: &str) -> Result<Value> {
    operations::get_attribute(gil, &of(gil, value)?, &intern(gil, name))
}

/// An attribute of the whole file, if there is one; otherwise what the plain stream has.
pub(super) fn attribute_or(
    gil: Gil<'_>,
    value: &Value,
    name: &str,
    plain: impl FnOnce() -> Value,
) -> Result<Value> {
    match this(value).whole() {
        Some(whole) => operations::get_attribute(gil, &whole, &intern(gil, name)),
        None => Ok(plain()),
    }
}

/// The bytes of text that holds lone surrogates.
pub(super) fn encoded(gil: Gil<'_>, text: &[u8], errors: &str) -> Result<Vec<u8>> {
    let text = Ref::new(gil, Text::from_wtf8(text)).into_value();
    let arguments = [convert::text(gil, "utf-8"), convert::text(gil, errors)];
    let encoded = operations::call_method(gil, &text, "encode", &arguments)?;
    Ok(crate::types::buffer::contents(&encoded).unwrap_or_default())
}

/// The text of bytes that are no UTF-8: an error, in the codec's words, or what stands for them.
pub(super) fn decoded(gil: Gil<'_>, bytes: &[u8], errors: &str) -> Result<Value> {
    let bytes = convert::bytes(gil, bytes);
    let arguments = [convert::text(gil, "utf-8"), convert::text(gil, errors)];
    operations::call_method(gil, &bytes, "decode", &arguments)
}
