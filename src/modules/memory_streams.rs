//! `_memory_streams`: `StringIO` and `BytesIO`, the streams of `_io` that lie in memory.
//!
//! They derive from the abstract classes in Python (`_io_base`, `_io_text`), as all streams do; what is read and written
//! stays here.

mod bytes;
mod text;

pub use text::{StringIO, write};

use crate::gil::Gil;
use crate::object::raised::{overflow_error, type_error};
use crate::object::{Ref, Result, Type, Value, attributes, intern, operations};
use crate::types::builder::build_once;
use crate::types::dict::Dict;
use crate::types::module::{Module, ModuleSpec};

use super::{convert, import};

/// The module.
pub static MODULE: ModuleSpec =
    ModuleSpec { name: "_memory_streams", doc: "Streams in memory.", functions: &[], set_up: Some(set_up) };

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for (name, spec) in [("_io_text", &text::SPEC), ("_io_base", &bytes::SPEC)] {
        import::module(gil, name)?;
        module.set(gil, spec.name, build_once(gil, spec).into_value());
    }
    Ok(())
}

/// An abstract class of one of the modules that `set_up` has imported; `object` where somebody has taken it away.
fn abstract_class(gil: Gil<'_>, module: &str, name: &str) -> Ref<Type> {
    let found = import::module(gil, module)
        .and_then(|module| operations::get_attribute(gil, &module, &intern(gil, name)))
        .ok();
    match found.as_ref().and_then(Value::downcast::<Type>) {
        Some(class) => class.clone(),
        None => crate::types::object::class(gil).clone(),
    }
}

/// An optional number of what to read: None where everything is wanted.
fn size(gil: Gil<'_>, argument: Option<&Value>) -> Result<Option<usize>> {
    let Some(argument) = argument.filter(|argument| !argument.is_none()) else { return Ok(None) };
    Ok(usize::try_from(number(gil, argument)?).ok())
}

/// A number that may be left out elsewhere.
fn number(gil: Gil<'_>, argument: &Value) -> Result<i64> {
    if let Some(number) = argument.bits().as_int() {
        return Ok(number);
    }
    if argument.class(gil).slots.index.get().is_none() {
        let class = argument.class(gil).name();
        return Err(type_error(gil, format!("argument should be integer or None, not '{class}'")));
    }
    convert::whole(&convert::index(gil, argument)?)
        .ok_or_else(|| overflow_error(gil, "cannot fit 'int' into an index-sized integer"))
}

/// A place to go to.
fn offset(gil: Gil<'_>, argument: &Value) -> Result<i64> {
    convert::whole(&convert::index(gil, argument)?)
        .ok_or_else(|| overflow_error(gil, "Python int too large to convert to C ssize_t"))
}

/// The attributes of a stream's own, for its state: a dict, or None where there are none.
fn own_attributes(gil: Gil<'_>, stream: &Value) -> Result<Value> {
    if attributes::items(gil, stream).is_empty() {
        return Ok(Value::NONE);
    }
    let own = operations::get_attribute(gil, stream, &intern(gil, "__dict__"))?;
    operations::call_method(gil, &own, "copy", &[])
}

/// Gives a stream attributes of its own.
fn set_own_attributes(gil: Gil<'_>, stream: &Value, own: &Value) -> Result<()> {
    if own.is_none() {
        return Ok(());
    }
    if own.downcast::<Dict>().is_none() {
        let class = own.class(gil).name();
        return Err(type_error(gil, format!("state should be a dict, got a {class}")));
    }
    let dict = operations::get_attribute(gil, stream, &intern(gil, "__dict__"))?;
    operations::call_method(gil, &dict, "update", std::slice::from_ref(own)).map(drop)
}

/// The parts of a state, which is a tuple of so many.
fn parts<const N: usize>(gil: Gil<'_>, state: &Value, kind: &str) -> Result<[Value; N]> {
    convert::tuple_items(state).and_then(|parts| <[Value; N]>::try_from(parts).ok()).ok_or_else(|| {
        let class = state.class(gil).name();
        let message = format!("_io.{kind}.__setstate__ argument should be {N}-tuple, got {class}");
        type_error(gil, message)
    })
}
