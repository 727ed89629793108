//! How arrays are made and filled.

use std::cell::{Cell, RefCell};

use super::Array;
use super::items::width_of;
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::Type;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Ref, Result, Text, Value, operations};

pub(super) fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.positionals();
    if values.is_empty() || values.len() > 2 {
        let bound = if values.is_empty() { "at least 1 argument" } else { "at most 2 arguments" };
        return Err(type_error(gil, format!("array() takes {bound} ({} given)", values.len())));
    }
    let code = match values[0].downcast::<Text>().map(|code| code.bytes()) {
        Some(&[code]) => code,
        Some(_) => {
            return Err(type_error(gil, "array() argument 1 must be a unicode character, not str"));
        }
        None => {
            let name = values[0].class(gil).name();
            return Err(type_error(
                gil,
                format!("array() argument 1 must be a unicode character, not {name}"),
            ));
        }
    };
    let Some(width) = width_of(code) else {
        return Err(value_error(gil, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)"));
    };
    let array = Ref::with_shape(
        gil,
        class.root(),
        Array { code, width, contents: RefCell::default(), views: Cell::new(0) },
    );
    if let Some(start) = values.get(1) {
        if let Some(text) = start.downcast::<Text>()
            && !matches!(code, b'u' | b'w')
        {
            let _ = text;
            let code = code as char;
            return Err(type_error(
                gil,
                format!("cannot use a str to initialize an array with typecode '{code}'"),
            ));
        }
        let is_bytes = matches!(&*start.class(gil).name(), "bytes" | "bytearray");
        if is_bytes {
            add_bytes(gil, &array, start)?;
        } else {
            add_all(gil, &array, start)?;
        }
    }
    Ok(array.into_value())
}

pub(super) fn add_bytes(gil: Gil<'_>, array: &Ref<Array>, source: &Value) -> Result<()> {
    let source = convert::bytes_like(gil, source)?;
    if source.len() % array.width != 0 {
        return Err(value_error(gil, "bytes length not a multiple of item size"));
    }
    array.check_resizable(gil)?;
    array.contents.borrow_mut().extend_from_slice(&source);
    Ok(())
}

pub(super) fn add_all(gil: Gil<'_>, array: &Ref<Array>, source: &Value) -> Result<()> {
    if let Some(other) = source.downcast::<Array>().filter(|other| other.code == array.code) {
        array.check_resizable(gil)?;
        let more = other.contents.borrow().clone();
        array.contents.borrow_mut().extend_from_slice(&more);
        return Ok(());
    }
    operations::for_each(gil, source, |item| array.push(gil, &item))
}
