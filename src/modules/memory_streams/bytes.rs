//! `BytesIO`: bytes in memory.
//!
//! The bytes lie in a bytearray, so that views of them are the views of that: while there is one, nothing is written.

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{buffer_error, memory_error, overflow_error, type_error, value_error};
use crate::object::{
    Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value, operations,
};
use crate::payload;
use crate::types::bytearray::ByteArray;
use crate::types::memoryview::{MemoryView, lent};
use crate::types::{buffer, bytes};

/// The payload.
pub struct BytesIO {
    array: RefCell<Ref<ByteArray>>,
    place: Cell<usize>,
    closed: Cell<bool>,
}

impl Payload for BytesIO {
    payload!(BytesIO, untracked);
}

impl BytesIO {
    /// The bytes from the reader's place to the end of what is to be read, and moves it there. `until` finds that end
    /// in what is left.
    fn take(&self, until: impl FnOnce(&[u8]) -> usize) -> Vec<u8> {
        let array = self.array.borrow();
        let bytes = array.bytes.borrow();
        let rest = bytes.get(self.place.get()..).unwrap_or_default();
        let taken = rest[..until(rest)].to_vec();
        self.place.set(self.place.get() + taken.len());
        taken
    }

    fn length(&self) -> usize {
        self.array.borrow().bytes.borrow().len()
    }
}

fn this(value: &Value) -> &Ref<BytesIO> {
    match value.downcast() {
        Some(stream) => stream,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

/// The stream, if it is open.
fn open<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<BytesIO>> {
    match this(value) {
        stream if stream.closed.get() => Err(value_error(gil, "I/O operation on closed file.")),
        stream => Ok(stream),
    }
}

/// The bytes of a stream, if no view sees them.
fn resizable(gil: Gil<'_>, stream: &BytesIO) -> Result<Ref<ByteArray>> {
    let array = stream.array.borrow().clone();
    match array.is_viewed() {
        true => Err(buffer_error(gil, "Existing exports of data: object cannot be re-sized")),
        false => Ok(array),
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    let array = RefCell::new(Ref::new(gil, ByteArray::default()));
    let stream = BytesIO { array, place: Cell::new(0), closed: Cell::new(false) };
    Ok(Ref::with_shape(gil, class.root(), stream).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    const SIGNATURE: Parameters<1> = Parameters::new(["initial_bytes"], 0);
    let [initial] = arguments.bind(gil, "BytesIO", &SIGNATURE)?;
    let initial = match initial.filter(|initial| !initial.is_none()) {
        Some(initial) => buffer::argument(gil, initial)?,
        None => Vec::new(),
    };
    let stream = this(value);
    resizable(gil, stream)?.bytes.replace(initial);
    stream.place.set(0);
    stream.closed.set(false);
    Ok(())
}

fn put(gil: Gil<'_>, stream: &BytesIO, data: &[u8]) -> Result<()> {
    let array = resizable(gil, stream)?;
    if data.is_empty() {
        return Ok(());
    }
    let (mut bytes, place) = (array.bytes.borrow_mut(), stream.place.get());
    let end = place.checked_add(data.len()).filter(|&end| isize::try_from(end).is_ok());
    let Some(end) = end else { return Err(overflow_error(gil, "new buffer size too large")) };
    let length = bytes.len();
    if end > length && bytes.try_reserve(end - length).is_err() {
        return Err(memory_error(gil, ""));
    }
    if place >= length {
        bytes.resize(place, 0);
        bytes.extend_from_slice(data);
    } else {
        let within = data.len().min(length - place);
        bytes[place..place + within].copy_from_slice(&data[..within]);
        bytes.extend_from_slice(&data[within..]);
    }
    stream.place.set(end);
    Ok(())
}

fn write(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream, data] = arguments.method::<2>(gil, "write")?;
    let stream = open(gil, stream)?;
    let length = match data.downcast::<bytes::Bytes>() {
        Some(data) => {
            put(gil, stream, &data.bytes)?;
            data.bytes.len()
        }
        None => {
            // It may be the stream's own bytes that are to be written: they are copied first.
            let data = buffer::argument(gil, data)?;
            put(gil, stream, &data)?;
            data.len()
        }
    };
    Ok(convert::int(gil, length as i64))
}

/// `read()` and `read1()`.
fn read(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = open(gil, &arguments.values[0])?;
    let size = super::size(gil, arguments.method_between(gil, "read", 0, 1)?.first())?;
    Ok(bytes::of(gil, stream.take(|rest| size.map_or(rest.len(), |size| size.min(rest.len())))))
}

fn line(stream: &BytesIO, size: Option<usize>) -> Vec<u8> {
    stream.take(|rest| {
        let rest = &rest[..size.map_or(rest.len(), |size| size.min(rest.len()))];
        memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1)
    })
}

fn read_line(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = open(gil, &arguments.values[0])?;
    let size = super::size(gil, arguments.method_between(gil, "readline", 0, 1)?.first())?;
    Ok(bytes::of(gil, line(stream, size)))
}

fn read_lines(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = open(gil, &arguments.values[0])?;
    let most = super::size(gil, arguments.method_between(gil, "readlines", 0, 1)?.first())?;
    let most = most.filter(|&most| most > 0).unwrap_or(usize::MAX);
    let (mut lines, mut total) = (Vec::new(), 0);
    while total < most {
        let line = line(stream, None);
        if line.is_empty() {
            break;
        }
        total += line.len();
        lines.push(bytes::of(gil, line));
    }
    Ok(convert::list(gil, lines))
}

fn read_into(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream, target] = arguments.method::<2>(gil, "readinto")?;
    let stream = open(gil, stream)?;
    let target = &lent::writable(gil, target)?;
    let room = match (target.downcast::<MemoryView>(), target.exposed()) {
        (Some(view), _) if !view.is_read_only() => view.length_in_bytes(),
        (None, Some(exposed)) if !exposed.is_read_only() => exposed.length(),
        _ => {
            let class = target.class(gil).name();
            let message = format!("readinto() argument must be read-write bytes-like object, not {class}");
            return Err(type_error(gil, message));
        }
    };
    let data = stream.take(|rest| room.min(rest.len()));
    match (target.downcast::<MemoryView>(), target.exposed()) {
        (Some(view), _) => view.fill(&data),
        (None, Some(exposed)) => exposed.write(0, &data),
        _ => false,
    };
    Ok(convert::int(gil, data.len() as i64))
}

fn iterate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    open(gil, value)?;
    Ok(value.clone())
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let line = line(open(gil, value)?, None);
    Ok((!line.is_empty()).then(|| bytes::of(gil, line)))
}

fn get_value(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream] = arguments.method::<1>(gil, "getvalue")?;
    let array = open(gil, stream)?.array.borrow().clone();
    let contents = array.bytes.borrow().clone();
    Ok(bytes::of(gil, contents))
}

fn get_buffer(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream] = arguments.method::<1>(gil, "getbuffer")?;
    let array = open(gil, stream)?.array.borrow().to_value();
    let class = MemoryView::layout().exact.get(gil).class().as_value();
    operations::call_one(gil, class, &array)
}

fn tell(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream] = arguments.method::<1>(gil, "tell")?;
    Ok(convert::int(gil, open(gil, stream)?.place.get() as i64))
}

fn seek(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let rest = arguments.method_between(gil, "seek", 1, 2)?;
    let offset = super::offset(gil, &rest[0])?;
    let whence = rest.get(1).map_or(Ok(0), |whence| convert::to_i32(gil, whence))?;
    let stream = open(gil, &arguments.values[0])?;
    let start = match whence {
        0 if offset < 0 => return Err(value_error(gil, format!("negative seek value {offset}"))),
        0 => 0,
        1 => stream.place.get(),
        2 => stream.length(),
        _ => {
            let message = format!("invalid whence ({whence}, should be 0, 1 or 2)");
            return Err(value_error(gil, message));
        }
    };
    let Some(place) = (start as i64).checked_add(offset) else {
        return Err(overflow_error(gil, "new position too large"));
    };
    stream.place.set(place.max(0) as usize);
    Ok(convert::int(gil, place.max(0)))
}

fn truncate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let size = arguments.method_between(gil, "truncate", 0, 1)?.first().filter(|size| !size.is_none());
    let stream = open(gil, &arguments.values[0])?;
    let array = resizable(gil, stream)?;
    let size = size.map_or(Ok(stream.place.get() as i64), |size| super::number(gil, size))?;
    if size < 0 {
        return Err(value_error(gil, format!("negative size value {size}")));
    }
    array.bytes.borrow_mut().truncate(size as usize);
    Ok(convert::int(gil, size))
}

fn flush(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    open(gil, &arguments.values[0])?;
    Ok(Value::NONE)
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream] = arguments.method::<1>(gil, "close")?;
    let stream = this(stream);
    resizable(gil, stream)?;
    stream.closed.set(true);
    let array = stream.array.replace(Ref::new(gil, ByteArray::default()));
    drop(array);
    Ok(Value::NONE)
}

/// `readable()`, `writable()` and `seekable()`.
fn able(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    open(gil, &arguments.values[0])?;
    Ok(Value::TRUE)
}

fn get_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method::<1>(gil, "__getstate__")?;
    let contents = get_value(gil, arguments)?;
    let own = super::own_attributes(gil, value)?;
    Ok(convert::tuple(gil, vec![contents, convert::int(gil, this(value).place.get() as i64), own]))
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream, state] = arguments.method::<2>(gil, "__setstate__")?;
    let [initial, place, own] = super::parts::<3>(gil, state, "BytesIO")?;
    init(gil, stream, Arguments::positional(&[initial]))?;
    let Some(place) = convert::whole(&place) else {
        let class = place.class(gil).name();
        let message = format!("second item of state must be an integer, not {class}");
        return Err(type_error(gil, message));
    };
    let Ok(place) = usize::try_from(place) else {
        return Err(value_error(gil, "position value cannot be negative"));
    };
    this(stream).place.set(place);
    super::set_own_attributes(gil, stream, &own)?;
    Ok(Value::NONE)
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "BytesIO",
    module: "_io",
    signature: "(initial_bytes=b'')",
    doc: "Buffered I/O implementation using an in-memory bytes buffer.",
    base: Some(|gil| super::abstract_class(gil, "_io_base", "_BufferedIOBase")),
    layout: BytesIO::layout,
    storage: Storage::Slots,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        iter: Some(iterate),
        next: Some(next),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("write", "($self, b, /)", "Write bytes; return how many.", write),
        Function::new("read", "($self, size=-1, /)", "Read at most size bytes.", read),
        Function::new("read1", "($self, size=-1, /)", "Read at most size bytes.", read),
        Function::new(
            "readinto",
            "($self, buffer, /)",
            "Read bytes into buffer; return how many.",
            read_into,
        ),
        Function::new("readline", "($self, size=-1, /)", "Next line from the file, as bytes.", read_line),
        Function::new("readlines", "($self, size=None, /)", "List of lines of the file.", read_lines),
        Function::new("getvalue", "($self, /)", "Return everything that the stream holds.", get_value),
        Function::new("getbuffer", "($self, /)", "Get a view over the contents of the stream.", get_buffer),
        Function::new("tell", "($self, /)", "Current file position, an integer.", tell),
        Function::new(
            "seek",
            "($self, pos, whence=0, /)",
            "Change stream position: from the start, from here (1) or from the end (2).",
            seek,
        ),
        Function::new(
            "truncate",
            "($self, size=None, /)",
            "Truncate the file to at most size bytes.",
            truncate,
        ),
        Function::new("flush", "($self, /)", "Do nothing: all is where it belongs.", flush),
        Function::new("close", "($self, /)", "Close the stream; its contents are gone.", close),
        Function::new("readable", "($self, /)", "Returns True if the IO object can be read.", able),
        Function::new("writable", "($self, /)", "Returns True if the IO object can be written.", able),
        Function::new("seekable", "($self, /)", "Returns True if the IO object can be seeked.", able),
        Function::new("__getstate__", "($self, /)", "", get_state),
        Function::new("__setstate__", "($self, state, /)", "", set_state),
    ],
    attributes: &[Attribute::read_only("closed", "", |_, value| Ok(Value::bool(this(value).closed.get())))],
};
