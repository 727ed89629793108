//! A plain text stream on one of the process's descriptors: UTF-8, buffered by line where it is a terminal.
//!
//! The standard streams are of this type until a program opens others; it has the methods of a text file that
//! standard streams are used with.

use std::cell::{Cell, RefCell};

use crate::gil::{Gil, Reason};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Payload, Ref, Result, SlotTable, Storage, Text, Value, operations};
use crate::payload;

use super::posix::calls;
use super::{convert, sys};

/// The payload.
pub struct Stream {
    descriptor: i32,
    name: &'static str,
    writes: bool,
    /// Each line goes out at once.
    by_line: bool,
    /// What has been written and not yet gone out, or read and not yet asked for.
    buffer: RefCell<Vec<u8>>,
    closed: Cell<bool>,
}

impl Payload for Stream {
    payload!(Stream, untracked);
}

/// So much is gathered before it goes out.
const ROOM: usize = 8192;

/// A standard stream, if the process has it.
pub fn standard(gil: Gil<'_>, descriptor: i32) -> Option<Value> {
    use std::io::IsTerminal;
    // SAFETY: the call takes numbers only.
    if unsafe { libc::fcntl(descriptor, libc::F_GETFD) } == -1 {
        return None;
    }
    let (name, terminal) = match descriptor {
        0 => ("<stdin>", std::io::stdin().is_terminal()),
        1 => ("<stdout>", std::io::stdout().is_terminal()),
        _ => ("<stderr>", true),
    };
    let by_line = terminal || sys::Configuration::current().unbuffered;
    let buffer = RefCell::default();
    let stream =
        Stream { descriptor, name, writes: descriptor != 0, by_line, buffer, closed: Cell::new(false) };
    Some(Ref::new(gil, stream).into_value())
}

impl Stream {
    /// Writes text; it goes out when there is enough of it, or a whole line on a terminal.
    pub fn write(&self, gil: Gil<'_>, text: &[u8]) -> Result<()> {
        self.check(gil)?;
        let full = {
            let mut buffer = self.buffer.borrow_mut();
            buffer.extend_from_slice(text);
            buffer.len() >= ROOM || self.by_line && text.contains(&b'\n')
        };
        if full { self.flush(gil) } else { Ok(()) }
    }

    /// Sends out what has been gathered.
    pub fn flush(&self, gil: Gil<'_>) -> Result<()> {
        let gathered = self.buffer.take();
        if !self.writes {
            self.buffer.replace(gathered);
            return Ok(());
        }
        let mut sent = 0;
        while sent < gathered.len() {
            let (rest, descriptor) = (&gathered[sent..], self.descriptor);
            let written = calls::repeat(gil, Reason::Io, || {
                // SAFETY: the bytes are as many as is said.
                unsafe { libc::write(descriptor, rest.as_ptr().cast(), rest.len()) }
            })?;
            sent += written.map_err(|errno| convert::os_error(gil, errno))? as usize;
        }
        Ok(())
    }

    fn check(&self, gil: Gil<'_>) -> Result<()> {
        if self.closed.get() { Err(value_error(gil, "I/O operation on closed file.")) } else { Ok(()) }
    }

    /// Reads more; false at the end.
    fn fill(&self, gil: Gil<'_>) -> Result<bool> {
        let (mut more, descriptor) = (vec![0; ROOM], self.descriptor);
        let read = calls::repeat(gil, Reason::Io, || {
            // SAFETY: the buffer is as long as is said.
            unsafe { libc::read(descriptor, more.as_mut_ptr().cast(), more.len()) }
        })?;
        let read = read.map_err(|errno| convert::os_error(gil, errno))? as usize;
        self.buffer.borrow_mut().extend_from_slice(&more[..read]);
        Ok(read > 0)
    }

    /// The next line with its end; empty at the end of input.
    fn line(&self, gil: Gil<'_>) -> Result<Vec<u8>> {
        self.check(gil)?;
        loop {
            let end = self.buffer.borrow().iter().position(|&byte| byte == b'\n');
            if let Some(end) = end {
                return Ok(self.buffer.borrow_mut().drain(..=end).collect());
            }
            if !self.fill(gil)? {
                return Ok(self.buffer.take());
            }
        }
    }
}

fn this(value: &Value) -> &Stream {
    match value.downcast::<Stream>() {
        Some(stream) => stream,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn write(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream, text] = arguments.method::<2>(gil, "write")?;
    let Some(text) = text.downcast::<Text>() else {
        let class = text.class(gil).name();
        return Err(type_error(gil, format!("write() argument must be str, not {class}")));
    };
    this(stream).write(gil, text.bytes())?;
    Ok(convert::int(gil, text.length() as i64))
}

fn writelines(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [stream, lines] = arguments.method::<2>(gil, "writelines")?;
    operations::for_each(gil, lines, |line| {
        write(gil, Arguments::positional(&[stream.clone(), line])).map(drop)
    })?;
    Ok(Value::NONE)
}

fn flush(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    this(&arguments.values[0]).flush(gil)?;
    Ok(Value::NONE)
}

fn readline(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let line = this(&arguments.values[0]).line(gil)?;
    Ok(convert::text(gil, &String::from_utf8_lossy(&line).replace("\r\n", "\n")))
}

fn read(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = this(&arguments.values[0]);
    stream.check(gil)?;
    while stream.fill(gil)? {}
    let all = stream.buffer.take();
    Ok(convert::text(gil, &String::from_utf8_lossy(&all)))
}

fn readlines(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::list(gil, operations::collect(gil, &arguments.values[0])?))
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let line = this(value).line(gil)?;
    Ok((!line.is_empty()).then(|| convert::text(gil, &String::from_utf8_lossy(&line))))
}

fn itself(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.clone())
}

fn enter(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(arguments.values[0].clone())
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = this(&arguments.values[0]);
    stream.flush(gil)?;
    stream.closed.set(true);
    Ok(Value::NONE)
}

fn fileno(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, this(&arguments.values[0]).descriptor.into()))
}

fn isatty(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    // SAFETY: the call takes a number only.
    Ok(Value::bool(unsafe { libc::isatty(this(&arguments.values[0]).descriptor) } == 1))
}

fn readable(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(!this(&arguments.values[0]).writes))
}

fn writable(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(this(&arguments.values[0]).writes))
}

fn mode(stream: &Stream) -> &'static str {
    if stream.writes { "w" } else { "r" }
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let stream = this(value);
    let (name, mode) = (stream.name, mode(stream));
    Ok(convert::text(gil, &format!("<_io.TextIOWrapper name='{name}' mode='{mode}' encoding='utf-8'>")))
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "TextIOWrapper",
    module: "_io",
    doc: "A standard stream.",
    base: None,
    layout: Stream::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { repr: Some(repr), iter: Some(itself), next: Some(next), ..SlotTable::EMPTY },
    methods: &[
        Function::new("write", "", "Write string s to stream.", write),
        Function::new("writelines", "", "Write a list of lines to stream.", writelines),
        Function::new("flush", "", "Flush write buffers, if applicable.", flush),
        Function::new("read", "", "Read all that is left.", read),
        Function::new("readline", "", "Read until newline or EOF.", readline),
        Function::new("readlines", "", "Return a list of lines from the stream.", readlines),
        Function::new("close", "", "Flush and close the IO object.", close),
        Function::new("fileno", "", "Return underlying file descriptor if one exists.", fileno),
        Function::new("isatty", "", "Return whether this is an 'interactive' stream.", isatty),
        Function::new("readable", "", "Return whether object was opened for reading.", readable),
        Function::new("writable", "", "Return whether object was opened for writing.", writable),
        Function::new("__enter__", "", "", enter),
        Function::new("__exit__", "", "", close),
    ],
    attributes: &[
        Attribute::read_only("name", "", |gil, value| Ok(convert::text(gil, this(value).name))),
        Attribute::read_only("mode", "", |gil, value| Ok(convert::text(gil, mode(this(value))))),
        Attribute::read_only("encoding", "", |gil, _| Ok(convert::text(gil, "utf-8"))),
        Attribute::read_only("errors", "", |gil, _| Ok(convert::text(gil, "strict"))),
        Attribute::read_only("newlines", "", |_, _| Ok(Value::NONE)),
        Attribute::read_only("line_buffering", "", |_, value| Ok(Value::bool(this(value).by_line))),
        Attribute::read_only("closed", "", |_, value| Ok(Value::bool(this(value).closed.get()))),
    ],
};
