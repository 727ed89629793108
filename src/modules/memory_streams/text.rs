//! `StringIO`: text in memory.
//!
//! Invariant: `offset` is where the character number `place` begins, or the end where there is no such character.

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, Raised, memory_error, type_error, value_error};
use crate::object::text::{character_width, starts_character};
use crate::object::{
    Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Text, Type, Value, operations,
};
use crate::payload;
use crate::types::str;

/// What ends a line, and what becomes of ends when text comes in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Newline {
    /// Any of the three ends a line; each becomes `\n`.
    Universal,
    /// Any of the three ends a line.
    Any,
    Feed,
    /// `\n` becomes `\r`.
    Return,
    /// `\n` becomes `\r\n`.
    Both,
}

impl Newline {
    fn of(gil: Gil<'_>, value: &Value) -> Result<Newline> {
        if value.is_none() {
            return Ok(Newline::Universal);
        }
        let Some(text) = value.downcast::<Text>() else {
            let class = value.class(gil).name();
            return Err(type_error(gil, format!("newline must be str or None, not {class}")));
        };
        match text.bytes() {
            b"" => Ok(Newline::Any),
            b"\n" => Ok(Newline::Feed),
            b"\r" => Ok(Newline::Return),
            b"\r\n" => Ok(Newline::Both),
            _ => {
                let shown = operations::repr(gil, value)?;
                Err(value_error(gil, format!("illegal newline value: {}", shown.lossy())))
            }
        }
    }

    fn value(self, gil: Gil<'_>) -> Value {
        match self {
            Newline::Universal => Value::NONE,
            Newline::Any => convert::text(gil, ""),
            Newline::Feed => convert::text(gil, "\n"),
            Newline::Return => convert::text(gil, "\r"),
            Newline::Both => convert::text(gil, "\r\n"),
        }
    }

    /// Where the line that these bytes begin with ends.
    fn line(self, bytes: &[u8]) -> usize {
        let end = match self {
            Newline::Universal | Newline::Feed => memchr::memchr(b'\n', bytes).map(|at| at + 1),
            Newline::Return => memchr::memchr(b'\r', bytes).map(|at| at + 1),
            Newline::Both => memchr::memmem::find(bytes, b"\r\n").map(|at| at + 2),
            Newline::Any => memchr::memchr2(b'\r', b'\n', bytes).map(|at| {
                let pair = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
                at + 1 + usize::from(pair)
            }),
        };
        end.unwrap_or(bytes.len())
    }
}

/// Ends of lines that have come in, as bits.
const RETURN: u8 = 1;
const FEED: u8 = 2;
const PAIR: u8 = 4;

/// What ends of lines there are.
fn ends(bytes: &[u8]) -> u8 {
    let mut seen = 0;
    for at in memchr::memchr2_iter(b'\r', b'\n', bytes) {
        seen |= match bytes[at] {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => PAIR,
            b'\r' => RETURN,
            _ if at > 0 && bytes[at - 1] == b'\r' => 0,
            _ => FEED,
        };
    }
    seen
}

/// Bytes with each end of a line replaced that `ends` finds.
fn with_ends(bytes: &[u8], newline: Newline) -> Option<Vec<u8>> {
    let end: &[u8] = match newline {
        Newline::Any | Newline::Feed => return None,
        Newline::Universal => b"\n",
        Newline::Return => b"\r",
        Newline::Both => b"\r\n",
    };
    let wanted = if newline == Newline::Universal { b'\r' } else { b'\n' };
    memchr::memchr(wanted, bytes)?;
    let mut replaced = Vec::with_capacity(bytes.len() + bytes.len() / 8);
    let mut from = 0;
    for at in memchr::memchr_iter(wanted, bytes) {
        replaced.extend_from_slice(&bytes[from..at]);
        replaced.extend_from_slice(end);
        let pair = newline == Newline::Universal && bytes.get(at + 1) == Some(&b'\n');
        from = at + 1 + usize::from(pair);
    }
    replaced.extend_from_slice(&bytes[from..]);
    Some(replaced)
}

fn count(bytes: &[u8]) -> usize {
    if bytes.is_ascii() { bytes.len() } else { bytes.iter().filter(|&&byte| starts_character(byte)).count() }
}

/// The text and where its reader and writer is.
struct Contents {
    bytes: Vec<u8>,
    /// In characters.
    length: usize,
    place: usize,
    offset: usize,
    newline: Newline,
    seen: u8,
}

impl Contents {
    fn new(newline: Newline) -> Contents {
        Contents { bytes: Vec::new(), length: 0, place: 0, offset: 0, newline, seen: 0 }
    }

    fn is_ascii(&self) -> bool {
        self.bytes.len() == self.length
    }

    /// The offset that is so many characters after another, or the end.
    fn after(&self, offset: usize, characters: usize) -> usize {
        let rest = &self.bytes[offset..];
        if self.is_ascii() {
            return offset + characters.min(rest.len());
        }
        let mut at = 0;
        for _ in 0..characters {
            let Some(&first) = rest.get(at) else { break };
            at += character_width(first);
        }
        offset + at
    }

    fn seek(&mut self, place: usize) {
        self.offset = match place {
            _ if place >= self.length => self.bytes.len(),
            _ if place >= self.place => self.after(self.offset, place - self.place),
            _ => self.after(0, place),
        };
        self.place = place;
    }

    /// Writes what has come in as it is to be; false if there is no room.
    fn put(&mut self, bytes: &[u8], characters: usize) -> bool {
        let blank = self.place.saturating_sub(self.length);
        let Some(wanted) = blank.checked_add(bytes.len()) else { return false };
        if self.bytes.capacity() - self.bytes.len() < wanted && self.bytes.try_reserve(wanted).is_err() {
            return false;
        }
        if blank > 0 {
            self.bytes.resize(self.bytes.len() + blank, 0);
            (self.length, self.offset) = (self.place, self.bytes.len());
        }
        if self.offset == self.bytes.len() {
            self.bytes.extend_from_slice(bytes);
            self.length += characters;
        } else {
            let end = self.after(self.offset, characters);
            self.bytes.splice(self.offset..end, bytes.iter().copied());
            self.length = self.length.max(self.place + characters);
        }
        self.place += characters;
        self.offset += bytes.len();
        true
    }

    fn write(&mut self, bytes: &[u8], characters: usize) -> bool {
        if matches!(self.newline, Newline::Universal | Newline::Any) {
            self.seen |= ends(bytes);
        }
        match with_ends(bytes, self.newline) {
            Some(bytes) => self.put(&bytes, count(&bytes)),
            None => self.put(bytes, characters),
        }
    }

    /// The next characters, so many at most.
    fn read(&mut self, size: Option<usize>) -> Text {
        let end = size.map_or(self.bytes.len(), |size| self.after(self.offset, size));
        self.read_to(end)
    }

    fn read_to(&mut self, end: usize) -> Text {
        let text = Text::from_wtf8(&self.bytes[self.offset..end]);
        self.place += text.length();
        self.offset = end;
        text
    }

    fn line(&mut self, size: Option<usize>) -> Text {
        let mut end = self.offset + self.newline.line(&self.bytes[self.offset..]);
        if let Some(size) = size {
            end = end.min(self.after(self.offset, size));
        }
        self.read_to(end)
    }

    fn truncate(&mut self, size: usize) {
        if size < self.length {
            let end = self.after(0, size);
            self.bytes.truncate(end);
            self.length = size;
            self.offset = self.offset.min(end);
        }
    }
}

/// The payload.
#[derive(Default)]
pub struct StringIO {
    /// None until `__init__`.
    contents: RefCell<Option<Contents>>,
    closed: Cell<bool>,
}

impl Payload for StringIO {
    payload!(StringIO, untracked);
}

fn this(value: &Value) -> &Ref<StringIO> {
    match value.downcast() {
        Some(stream) => stream,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

/// Does something with the contents of an open stream. `act` must not run Python code.
fn with<R>(gil: Gil<'_>, value: &Value, act: impl FnOnce(&mut Contents) -> R) -> Result<R> {
    let stream = this(value);
    match stream.contents.borrow_mut().as_mut() {
        Some(contents) if !stream.closed.get() => Ok(act(contents)),
        contents => Err(unusable(gil, contents.is_some())),
    }
}

#[cold]
fn unusable(gil: Gil<'_>, closed: bool) -> Raised {
    let what = if closed { "I/O operation on closed file" } else { "I/O operation on uninitialized object" };
    value_error(gil, what)
}

fn check(gil: Gil<'_>, value: &Value) -> Result<()> {
    with(gil, value, |_| ())
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), StringIO::default()).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    const SIGNATURE: Parameters<2> = Parameters::new(["initial_value", "newline"], 0);
    let [initial, newline] = arguments.bind(gil, "StringIO", &SIGNATURE)?;
    let newline = newline.map_or(Ok(Newline::Feed), |newline| Newline::of(gil, newline))?;
    let mut contents = Contents::new(newline);
    if let Some(initial) = initial.filter(|initial| !initial.is_none()) {
        let Some(text) = initial.downcast::<Text>() else {
            let class = initial.class(gil).name();
            let message = format!("initial_value must be str or None, not {class}");
            return Err(type_error(gil, message));
        };
        if !contents.write(text.bytes(), text.length()) {
            return Err(memory_error(gil, ""));
        }
        contents.seek(0);
    }
    this(value).contents.replace(Some(contents));
    this(value).closed.set(false);
    Ok(())
}

/// Writes text, in WTF-8, to a stream.
pub fn write(gil: Gil<'_>, stream: &Value, text: &[u8]) -> Result<()> {
    match with(gil, stream, |contents| contents.write(text, count(text)))? {
        true => Ok(()),
        false => Err(memory_error(gil, "")),
    }
}

fn write_text(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream, text] = arguments.method::<2>(gil, "write")?;
    let Some(text) = text.downcast::<Text>() else {
        let class = text.class(gil).name();
        return Err(type_error(gil, format!("string argument expected, got '{class}'")));
    };
    if !with(gil, stream, |contents| contents.write(text.bytes(), text.length()))? {
        return Err(memory_error(gil, ""));
    }
    Ok(convert::int(gil, text.length() as i64))
}

fn get_value(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream] = arguments.method::<1>(gil, "getvalue")?;
    let text = with(gil, stream, |contents| Text::from_wtf8(&contents.bytes))?;
    Ok(Ref::new(gil, text).into_value())
}

fn read(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let size = super::size(gil, arguments.method_between(gil, "read", 0, 1)?.first())?;
    let text = with(gil, &arguments.values[0], |contents| contents.read(size))?;
    // One character is the one object that it always is.
    Ok(if text.bytes().len() <= 2 { str::copy(gil, text.bytes()) } else { Ref::new(gil, text).into_value() })
}

fn read_line(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let size = super::size(gil, arguments.method_between(gil, "readline", 0, 1)?.first())?;
    let text = with(gil, &arguments.values[0], |contents| contents.line(size))?;
    Ok(Ref::new(gil, text).into_value())
}

fn iterate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    match this(value).closed.get() {
        true => Err(value_error(gil, "I/O operation on closed file.")),
        false => Ok(value.clone()),
    }
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let line = if value.is_exact::<StringIO>(gil) {
        read_line(gil, Arguments::positional(std::slice::from_ref(value)))?
    } else {
        operations::call_method(gil, value, "readline", &[])?
    };
    match line.downcast::<Text>() {
        Some(text) => Ok((!text.bytes().is_empty()).then(|| line.clone())),
        None => {
            let class = line.class(gil).name();
            let message = format!("readline() should have returned a str object, not '{class}'");
            Err(Raised::with_message(gil, Kind::OSError, &message))
        }
    }
}

fn tell(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream] = arguments.method::<1>(gil, "tell")?;
    let place = with(gil, stream, |contents| contents.place)?;
    Ok(convert::int(gil, place as i64))
}

fn seek(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = &arguments.values[0];
    let rest = arguments.method_between(gil, "seek", 1, 2)?;
    let offset = super::offset(gil, &rest[0])?;
    let whence = rest.get(1).map_or(Ok(0), |whence| convert::to_i32(gil, whence))?;
    check(gil, stream)?;
    if !(0..=2).contains(&whence) {
        return Err(value_error(gil, format!("Invalid whence ({whence}, should be 0, 1 or 2)")));
    }
    if whence == 0 && offset < 0 {
        return Err(value_error(gil, format!("Negative seek position {offset}")));
    }
    if whence != 0 && offset != 0 {
        return Err(Raised::with_message(gil, Kind::OSError, "Can't do nonzero cur-relative seeks"));
    }
    let place = with(gil, stream, |contents| {
        contents.seek(match whence {
            0 => offset as usize,
            1 => contents.place,
            _ => contents.length,
        });
        contents.place
    })?;
    Ok(convert::int(gil, place as i64))
}

fn truncate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = &arguments.values[0];
    let size = arguments.method_between(gil, "truncate", 0, 1)?.first().filter(|size| !size.is_none());
    let place = with(gil, stream, |contents| contents.place)? as i64;
    let size = size.map_or(Ok(place), |size| super::number(gil, size))?;
    if size < 0 {
        return Err(value_error(gil, format!("Negative size value {size}")));
    }
    with(gil, stream, |contents| contents.truncate(size as usize))?;
    Ok(convert::int(gil, size))
}

fn flush(_gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::NONE)
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream] = arguments.method::<1>(gil, "close")?;
    let stream = this(stream);
    stream.closed.set(true);
    if let Some(contents) = stream.contents.borrow_mut().as_mut() {
        *contents = Contents::new(contents.newline);
    }
    Ok(Value::NONE)
}

/// `readable()`, `writable()` and `seekable()`.
fn able(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    check(gil, &arguments.values[0])?;
    Ok(Value::TRUE)
}

fn get_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream] = arguments.method::<1>(gil, "__getstate__")?;
    let (text, newline, place) =
        with(gil, stream, |contents| (Text::from_wtf8(&contents.bytes), contents.newline, contents.place))?;
    let own = super::own_attributes(gil, stream)?;
    let text = Ref::new(gil, text).into_value();
    Ok(convert::tuple(gil, vec![text, newline.value(gil), convert::int(gil, place as i64), own]))
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream, state] = arguments.method::<2>(gil, "__setstate__")?;
    let [initial, newline, place, own] = super::parts::<4>(gil, state, "StringIO")?;
    init(gil, stream, Arguments::positional(&[Value::NONE, newline]))?;
    let Some(text) = initial.downcast::<Text>() else {
        let class = initial.class(gil).name();
        return Err(type_error(gil, format!("initial_value must be str or None, not {class}")));
    };
    let Some(place) = convert::whole(&place) else {
        let class = place.class(gil).name();
        return Err(type_error(gil, format!("third item of state must be an integer, got {class}")));
    };
    let Ok(place) = usize::try_from(place) else {
        return Err(value_error(gil, "position value cannot be negative"));
    };
    // The text's ends of lines are as they are to be.
    with(gil, stream, |contents| {
        *contents = Contents::new(contents.newline);
        contents.put(text.bytes(), text.length());
        contents.seek(place);
    })?;
    super::set_own_attributes(gil, stream, &own)?;
    Ok(Value::NONE)
}

fn newlines(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let seen = with(gil, value, |contents| contents.seen)?;
    let mut found = Vec::new();
    for (bit, end) in [(RETURN, "\r"), (FEED, "\n"), (PAIR, "\r\n")] {
        if seen & bit != 0 {
            found.push(convert::text(gil, end));
        }
    }
    Ok(match found.len() {
        0 => Value::NONE,
        1 => found.swap_remove(0),
        _ => convert::tuple(gil, found),
    })
}

fn is_closed(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let stream = this(value);
    match stream.contents.borrow().is_some() {
        true => Ok(Value::bool(stream.closed.get())),
        false => Err(unusable(gil, false)),
    }
}

fn line_buffering(gil: Gil<'_>, value: &Value) -> Result<Value> {
    check(gil, value)?;
    Ok(Value::FALSE)
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "StringIO",
    module: "_io",
    signature: "(initial_value='', newline='\\n')",
    doc: "Text I/O implementation using an in-memory buffer.\n\nThe initial_value argument sets the value of \
          object.  The newline\nargument is like the one of TextIOWrapper's constructor.",
    base: Some(|gil| super::abstract_class(gil, "_io_text", "_TextIOBase")),
    layout: StringIO::layout,
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
        Function::new("write", "($self, s, /)", "Write a string; return its length.", write_text),
        Function::new("getvalue", "($self, /)", "Return everything that the stream holds.", get_value),
        Function::new("read", "($self, size=-1, /)", "Read at most size characters.", read),
        Function::new("readline", "($self, size=-1, /)", "Read until newline or EOF.", read_line),
        Function::new("tell", "($self, /)", "Tell the current file position.", tell),
        Function::new(
            "seek",
            "($self, pos, whence=0, /)",
            "Change stream position: from the start, or by 0 from here (1) or the end (2).",
            seek,
        ),
        Function::new("truncate", "($self, pos=None, /)", "Truncate size to pos.", truncate),
        Function::new("flush", "($self, /)", "Do nothing: all is where it belongs.", flush),
        Function::new("close", "($self, /)", "Close the IO object; its contents are gone.", close),
        Function::new("readable", "($self, /)", "Returns True if the IO object can be read.", able),
        Function::new("writable", "($self, /)", "Returns True if the IO object can be written.", able),
        Function::new("seekable", "($self, /)", "Returns True if the IO object can be seeked.", able),
        Function::new("__getstate__", "($self, /)", "", get_state),
        Function::new("__setstate__", "($self, state, /)", "", set_state),
    ],
    attributes: &[
        Attribute::read_only("closed", "", is_closed),
        Attribute::read_only("newlines", "", newlines),
        Attribute::read_only("line_buffering", "", line_buffering),
    ],
};
