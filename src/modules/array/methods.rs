//! The methods of arrays.

use super::making::{add_all, add_bytes};
use super::{Array, find, this};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::raised::{index_error, memory_error, type_error, value_error};
use crate::object::{Arguments, Ref, Result, Text, Value, operations};
use crate::types::list::List;
use crate::types::{bytes, int, tuple};

pub(super) fn append(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [array, item] = arguments.method(gil, "append")?;
    this(gil, Some(array))?.push(gil, item)?;
    Ok(Value::NONE)
}

pub(super) fn extend(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, more] = arguments.method(gil, "extend")?;
    let array = this(gil, Some(value))?;
    if more.downcast::<Array>().is_some_and(|more| more.code != array.code) {
        return Err(type_error(gil, "can only extend with array of same kind"));
    }
    add_all(gil, array, more)?;
    Ok(Value::NONE)
}

pub(super) fn insert(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, index, item] = arguments.method(gil, "insert")?;
    let array = this(gil, Some(value))?;
    let index = int::to_size(gil, index)?;
    let item = array.encode(gil, item)?;
    array.check_resizable(gil)?;
    let length = array.length() as i64;
    let place = (if index < 0 { index + length } else { index }).clamp(0, length) as usize * array.width;
    array.contents.borrow_mut().splice(place..place, item[..array.width].iter().copied());
    Ok(Value::NONE)
}

pub(super) fn pop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "pop", 1, 2)?;
    let array = this(gil, values.first())?;
    let index = values.get(1).map_or(Ok(-1), |index| int::to_size(gil, index))?;
    if array.length() == 0 {
        return Err(index_error(gil, "pop from empty array"));
    }
    let place = array.place(index).ok_or_else(|| index_error(gil, "pop index out of range"))?;
    array.check_resizable(gil)?;
    let item = array.get(gil, place);
    array.contents.borrow_mut().drain(place * array.width..(place + 1) * array.width);
    item.ok_or_else(|| index_error(gil, "pop index out of range"))
}

pub(super) fn remove(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, item] = arguments.method(gil, "remove")?;
    let array = this(gil, Some(value))?;
    let place =
        find(gil, array, item, 0)?.ok_or_else(|| value_error(gil, "array.remove(x): x not in array"))?;
    array.check_resizable(gil)?;
    let mut contents = array.contents.borrow_mut();
    if contents.len() >= (place + 1) * array.width {
        contents.drain(place * array.width..(place + 1) * array.width);
    }
    Ok(Value::NONE)
}

pub(super) fn index(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "index", 2, 4)?;
    let array = this(gil, values.first())?;
    let length = array.length() as i64;
    let bound = |value: Option<&Value>, or: i64| -> Result<i64> {
        let Some(value) = value else { return Ok(or) };
        let index = int::clamped(gil, value)?;
        Ok(if index < 0 { index.saturating_add(length).max(0) } else { index })
    };
    let (start, stop) = (bound(values.get(2), 0)?, bound(values.get(3), i64::MAX)?);
    match find(gil, array, &values[1], start as usize)? {
        Some(place) if (place as i64) < stop => Ok(int::from_usize(gil, place)),
        _ => Err(value_error(gil, "array.index(x): x not in array")),
    }
}

pub(super) fn count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, item] = arguments.method(gil, "count")?;
    let (array, mut count, mut from) = (this(gil, Some(value))?, 0, 0);
    while let Some(place) = find(gil, array, item, from)? {
        (count, from) = (count + 1, place + 1);
    }
    Ok(int::from_i64(gil, count))
}

pub(super) fn reverse(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "reverse")?;
    let array = this(gil, Some(value))?;
    let mut contents = array.contents.borrow_mut();
    let reversed = contents.chunks_exact(array.width).rev().flatten().copied().collect();
    *contents = reversed;
    Ok(Value::NONE)
}

pub(super) fn byteswap(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "byteswap")?;
    let array = this(gil, Some(value))?;
    array.contents.borrow_mut().chunks_exact_mut(array.width).for_each(<[u8]>::reverse);
    Ok(Value::NONE)
}

pub(super) fn clear(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "clear")?;
    let array = this(gil, Some(value))?;
    array.check_resizable(gil)?;
    array.contents.borrow_mut().clear();
    Ok(Value::NONE)
}

pub(super) fn to_list(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "tolist")?;
    Ok(convert::list(gil, this(gil, Some(value))?.items(gil)))
}

pub(super) fn to_bytes(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "tobytes", 1, 2)?;
    let contents = this(gil, values.first())?.contents.borrow().clone();
    Ok(bytes::of(gil, contents))
}

pub(super) fn from_bytes(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, source] = arguments.method(gil, "frombytes")?;
    add_bytes(gil, this(gil, Some(value))?, source)?;
    Ok(Value::NONE)
}

pub(super) fn from_list(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, items] = arguments.method(gil, "fromlist")?;
    let array = this(gil, Some(value))?;
    let Some(list) = items.downcast::<List>() else { return Err(type_error(gil, "arg must be list")) };
    let (length, items) = (array.contents.borrow().len(), list.items.borrow().clone());
    for item in &items {
        if let Err(raised) = array.push(gil, item) {
            array.contents.borrow_mut().truncate(length);
            return Err(raised);
        }
    }
    Ok(Value::NONE)
}

pub(super) fn from_unicode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, source] = arguments.method(gil, "fromunicode")?;
    let array = this(gil, Some(value))?;
    if source.downcast::<Text>().is_none() {
        let name = source.class(gil).name();
        return Err(type_error(gil, format!("fromunicode() argument must be str, not {name}")));
    }
    if !matches!(array.code, b'u' | b'w') {
        return Err(value_error(gil, "fromunicode() may only be called on unicode type arrays ('u' or 'w')"));
    }
    add_all(gil, array, source)?;
    Ok(Value::NONE)
}

pub(super) fn to_unicode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "tounicode")?;
    let array = this(gil, Some(value))?;
    if !matches!(array.code, b'u' | b'w') {
        return Err(value_error(gil, "tounicode() may only be called on unicode type arrays ('u' or 'w')"));
    }
    let mut characters = Vec::new();
    for item in array.items(gil) {
        characters.extend_from_slice(item.downcast::<Text>().map_or(&[], |text| text.bytes()));
    }
    Ok(Ref::new(gil, Text::from_vector(characters)).into_value())
}

/// `array.tofile(f)`: in pieces of 64 KiB, as CPython writes them.
pub(super) fn to_file(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const PIECE: usize = 64 * 1024;
    let [value, file] = arguments.method(gil, "tofile")?;
    let contents = this(gil, Some(value))?.contents.borrow().clone();
    for piece in contents.chunks(PIECE) {
        operations::call_method(gil, file, "write", &[convert::bytes(gil, piece)])?;
    }
    Ok(Value::NONE)
}

pub(super) fn from_file(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, file, count] = arguments.method(gil, "fromfile")?;
    let array = this(gil, Some(value))?;
    let count = int::to_size(gil, count)?;
    let Ok(count) = usize::try_from(count) else {
        return Err(value_error(gil, "negative count"));
    };
    let wanted = count.checked_mul(array.width).ok_or_else(|| memory_error(gil, ""))?;
    let data = operations::call_method(gil, file, "read", &[int::from_usize(gil, wanted)])?;
    let Some(got) = data.downcast::<bytes::Bytes>().map(|data| data.bytes.len()) else {
        return Err(type_error(gil, "read() didn't return bytes"));
    };
    add_bytes(gil, array, &data)?;
    if got != wanted {
        return Err(crate::object::Raised::with_message(
            gil,
            crate::object::Kind::EOFError,
            "read() didn't return enough bytes",
        ));
    }
    Ok(Value::NONE)
}

pub(super) fn buffer_info(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "buffer_info")?;
    let array = this(gil, Some(value))?;
    let address = array.contents.borrow().as_ptr().addr();
    Ok(tuple::of(gil, vec![int::from_usize(gil, address), int::from_usize(gil, array.length())]))
}

pub(super) fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "__copy__", 1, 2)?;
    let array = this(gil, values.first())?;
    let contents = array.contents.borrow().clone();
    Ok(array.similar(gil, contents))
}

pub(super) fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.between(gil, "__reduce_ex__", 1, 2)?;
    let array = this(gil, values.first())?;
    let code = convert::text(gil, &(array.code as char).to_string());
    let made_of = tuple::of(gil, vec![code, convert::list(gil, array.items(gil))]);
    Ok(tuple::of(gil, vec![values[0].class(gil).to_value(), made_of]))
}
