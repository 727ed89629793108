//! A plain text stream on one of the process's descriptors: UTF-8, buffered by line where it is a terminal.
//!
//! The standard streams are of this type, which needs nothing of the library. As soon as a program asks for what it does
//! not have, such as the bytes beneath the text, a whole text file is made of `_io`'s layers, and does everything from
//! then on.

mod whole;

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
    /// All that is written goes out at once.
    at_once: bool,
    /// What has been written and not yet gone out, or read and not yet asked for.
    buffer: RefCell<Vec<u8>>,
    closed: Cell<bool>,
    /// The file that does everything from now on, once there is one.
    whole: RefCell<Option<Value>>,
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
    let at_once = sys::Configuration::current().unbuffered;
    let by_line = terminal && !at_once;
    let buffer = RefCell::default();
    let stream = Stream {
        descriptor,
        name,
        writes: descriptor != 0,
        by_line,
        at_once,
        buffer,
        closed: Cell::new(false),
        whole: RefCell::default(),
    };
    Some(Ref::new(gil, stream).into_value())
}

impl Stream {
    /// Writes text; it goes out when there is enough of it, or a whole line on a terminal.
    pub fn write(&self, gil: Gil<'_>, text: &[u8]) -> Result<()> {
        if let Some(whole) = self.whole() {
            let text = Ref::new(gil, Text::from_wtf8(text)).into_value();
            return operations::call_method(gil, &whole, "write", &[text]).map(drop);
        }
        self.check(gil)?;
        if memchr::memchr(0xED, text).is_some() && std::str::from_utf8(text).is_err() {
            return self.write(gil, &whole::encoded(gil, text, self.errors())?);
        }
        let full = {
            let mut buffer = self.buffer.borrow_mut();
            buffer.extend_from_slice(text);
            buffer.len() >= ROOM || self.at_once || self.by_line && text.contains(&b'\n')
        };
        if full { self.flush(gil) } else { Ok(()) }
    }

    /// Sends out what has been gathered.
    pub fn flush(&self, gil: Gil<'_>) -> Result<()> {
        if let Some(whole) = self.whole() {
            return operations::call_method(gil, &whole, "flush", &[]).map(drop);
        }
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

    fn whole(&self) -> Option<Value> {
        self.whole.borrow().clone()
    }

    /// What becomes of characters that have no bytes.
    fn errors(&self) -> &'static str {
        match self.descriptor {
            2 => "backslashreplace",
            _ => sys::Configuration::current().stream_errors(),
        }
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

/// May a method work on the plain stream: is there no whole file, and are no sizes given?
fn plainly(arguments: Arguments<'_>) -> Option<&Stream> {
    let stream = this(&arguments.values[0]);
    (arguments.values.len() == 1 && !stream.writes && stream.whole.borrow().is_none()).then_some(stream)
}

fn readline(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let Some(stream) = plainly(arguments) else { return whole::call(gil, "readline", arguments) };
    let line = stream.line(gil)?;
    text_of(gil, line)
}

fn read(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let Some(stream) = plainly(arguments) else { return whole::call(gil, "read", arguments) };
    stream.check(gil)?;
    while stream.fill(gil)? {}
    let all = stream.buffer.take();
    text_of(gil, all)
}

fn readlines(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let Some(_) = plainly(arguments) else { return whole::call(gil, "readlines", arguments) };
    Ok(convert::list(gil, operations::collect(gil, &arguments.values[0])?))
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let line = readline(gil, Arguments::positional(std::slice::from_ref(value)))?;
    Ok(operations::truth(gil, &line)?.then_some(line))
}

/// The text of bytes that were read, with the ends of lines as text has them.
fn text_of(gil: Gil<'_>, bytes: Vec<u8>) -> Result<Value> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let errors = sys::Configuration::current().stream_errors();
            return whole::decoded(gil, error.as_bytes(), errors);
        }
    };
    Ok(convert::text(
        gil,
        &if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text },
    ))
}

fn itself(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.clone())
}

fn enter(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(arguments.values[0].clone())
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = this(&arguments.values[0]);
    if let Some(whole) = stream.whole() {
        return operations::call_method(gil, &whole, "close", &[]);
    }
    stream.flush(gil)?;
    stream.closed.set(true);
    Ok(Value::NONE)
}

fn fileno(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = this(&arguments.values[0]);
    stream.check(gil)?;
    Ok(convert::int(gil, stream.descriptor.into()))
}

fn isatty(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = this(&arguments.values[0]);
    stream.check(gil)?;
    // SAFETY: the call takes a number only.
    Ok(Value::bool(unsafe { libc::isatty(stream.descriptor) } == 1))
}

fn readable(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = this(&arguments.values[0]);
    stream.check(gil)?;
    Ok(Value::bool(!stream.writes))
}

fn writable(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let stream = this(&arguments.values[0]);
    stream.check(gil)?;
    Ok(Value::bool(stream.writes))
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
    signature: "",
    doc: "A standard stream.",
    base: None,
    layout: Stream::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { repr: Some(repr), iter: Some(itself), next: Some(next), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "reconfigure",
            "",
            "Reconfigure the text stream with new parameters.",
            |gil, arguments| whole::call(gil, "reconfigure", arguments),
        ),
        Function::new("detach", "", "Separate the underlying buffer and return it.", |gil, arguments| {
            whole::call(gil, "detach", arguments)
        }),
        Function::new("seekable", "", "Return whether object supports random access.", |gil, arguments| {
            whole::call(gil, "seekable", arguments)
        }),
        Function::new("seek", "", "Change the stream position.", |gil, arguments| {
            whole::call(gil, "seek", arguments)
        }),
        Function::new("tell", "", "Return the stream position.", |gil, arguments| {
            whole::call(gil, "tell", arguments)
        }),
        Function::new("truncate", "", "Truncate file to size bytes.", |gil, arguments| {
            whole::call(gil, "truncate", arguments)
        }),
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
        Attribute::read_only("buffer", "", |gil, value| whole::attribute(gil, value, "buffer")),
        Attribute::read_only("write_through", "", |_, value| Ok(Value::bool(this(value).at_once))),
        Attribute::read_only("name", "", |gil, value| Ok(convert::text(gil, this(value).name))),
        Attribute::read_only("mode", "", |gil, value| Ok(convert::text(gil, mode(this(value))))),
        Attribute::read_only("encoding", "", |gil, value| {
            whole::attribute_or(gil, value, "encoding", || convert::text(gil, "utf-8"))
        }),
        Attribute::read_only("errors", "", |gil, value| {
            whole::attribute_or(gil, value, "errors", || convert::text(gil, this(value).errors()))
        }),
        Attribute::read_only("newlines", "", |gil, value| {
            whole::attribute_or(gil, value, "newlines", || Value::NONE)
        }),
        Attribute::read_only("line_buffering", "", |gil, value| {
            whole::attribute_or(gil, value, "line_buffering", || Value::bool(this(value).by_line))
        }),
        Attribute::read_only("closed", "True if the file is closed", |gil, value| {
            whole::attribute_or(gil, value, "closed", || Value::bool(this(value).closed.get()))
        }),
    ],
};
