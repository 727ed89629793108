//! Built-in functions that make text of objects, print it and read it.

use crate::gil::Gil;
use crate::modules::memory_streams::{self, StringIO};
use crate::modules::stream::Stream;
use crate::modules::{convert, sys};
use crate::object::native::Function;
use crate::object::raised::{Kind, Raised, runtime_error, type_error};
use crate::object::{Arguments, Parameters, Ref, Result, Text, Value, operations};

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "print",
        "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
        "Prints the values to a stream, or to sys.stdout by default.",
        print,
    ),
    Function::new(
        "input",
        "($module, prompt='', /)",
        "Read a string from standard input.  The trailing newline is stripped.",
        input,
    ),
    Function::new(
        "repr",
        "($module, obj, /)",
        "Return the canonical string representation of the object.",
        repr,
    ),
    Function::new("ascii", "($module, obj, /)", "Return an ASCII-only representation of an object.", ascii),
    Function::new(
        "format",
        "($module, value, format_spec='', /)",
        "Return type(value).__format__(value, format_spec)",
        format,
    ),
];

/// What is printed between and after the values.
fn separator(gil: Gil<'_>, value: Option<&Value>, name: &str, usual: &'static str) -> Result<Vec<u8>> {
    match value.filter(|value| !value.is_none()) {
        None => Ok(usual.as_bytes().to_vec()),
        Some(value) => match value.downcast::<Text>() {
            Some(text) => Ok(text.bytes().to_vec()),
            None => {
                let class = value.class(gil).name();
                Err(type_error(gil, format!("{name} must be None or a string, not {class}")))
            }
        },
    }
}

fn print(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<4> = Parameters::new(["sep", "end", "file", "flush"], 0).keyword_only(0);
    let mut file = None;
    let mut flush = false;
    let (mut between, mut end) = (None, None);
    if !arguments.names.is_empty() {
        let keywords = &arguments.values[arguments.positionals().len()..];
        let keywords = Arguments { values: keywords, names: arguments.names };
        let [given_between, given_end, given_file, given_flush] = keywords.bind(gil, "print", &SIGNATURE)?;
        between = given_between;
        end = given_end;
        file = given_file.filter(|file| !file.is_none()).cloned();
        flush = given_flush.map_or(Ok(false), |flush| operations::truth(gil, flush))?;
    }
    let between = separator(gil, between, "sep", " ")?;
    let end = separator(gil, end, "end", "\n")?;
    let file = match file {
        Some(file) => file,
        None => match sys::get(gil, "stdout") {
            Some(file) if file.is_none() => return Ok(Value::NONE),
            Some(file) => file,
            None => return Err(runtime_error(gil, "lost sys.stdout")),
        },
    };
    if let Some(stream) = file.downcast::<Stream>() {
        // The stream's text layer takes everything at once: nobody can tell it from piece by piece.
        let mut text = Vec::new();
        for (place, value) in arguments.positionals().iter().enumerate() {
            if place > 0 {
                text.extend_from_slice(&between);
            }
            append(gil, &mut text, value)?;
        }
        text.extend_from_slice(&end);
        stream.write(gil, &text)?;
    } else if file.is_exact::<StringIO>(gil) {
        print_in_memory(gil, &file, arguments.positionals(), &between, &end)?;
    } else {
        print_to(gil, &file, arguments.positionals(), between, end)?;
    }
    if flush {
        operations::call_method(gil, &file, "flush", &[])?;
    }
    Ok(Value::NONE)
}

/// Appends `str(value)`; numbers and text take the short way.
fn append(gil: Gil<'_>, text: &mut Vec<u8>, value: &Value) -> Result<()> {
    if let Some(number) = value.bits().as_int() {
        use std::io::Write;
        let _ = write!(text, "{number}");
        return Ok(());
    }
    text.extend_from_slice(operations::str(gil, value)?.bytes());
    Ok(())
}

/// The same for text in memory, whose `write` need not be looked up: nobody has given it another one.
fn print_in_memory(gil: Gil<'_>, file: &Value, values: &[Value], between: &[u8], end: &[u8]) -> Result<()> {
    let mut text = Vec::new();
    for (place, value) in values.iter().enumerate() {
        if place > 0 {
            memory_streams::write(gil, file, between)?;
        }
        text.clear();
        append(gil, &mut text, value)?;
        memory_streams::write(gil, file, &text)?;
    }
    memory_streams::write(gil, file, end)
}

fn print_to(gil: Gil<'_>, file: &Value, values: &[Value], between: Vec<u8>, end: Vec<u8>) -> Result<()> {
    let write = operations::get_attribute(gil, file, &crate::object::intern(gil, "write"))?;
    let new_text = |bytes: Vec<u8>| Ref::new(gil, Text::from_vector(bytes)).into_value();
    let between = new_text(between);
    for (place, value) in values.iter().enumerate() {
        if place > 0 {
            operations::call_one(gil, &write, &between)?;
        }
        let text = operations::str(gil, value)?.into_value();
        operations::call_one(gil, &write, &text)?;
    }
    operations::call_one(gil, &write, &new_text(end))?;
    Ok(())
}

fn input(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "input", 0, 1)?;
    let lost = |name: &str| runtime_error(gil, format!("input(): lost sys.{name}"));
    let stream =
        |name: &str| sys::get(gil, name).filter(|stream| !stream.is_none()).ok_or_else(|| lost(name));
    let (stdin, stdout) = (stream("stdin")?, stream("stdout")?);
    if let Some(stderr) = sys::get(gil, "stderr").filter(|stream| !stream.is_none()) {
        let _ = operations::call_method(gil, &stderr, "flush", &[]);
    }
    if let Some(prompt) = given.first() {
        let prompt = operations::str(gil, prompt)?.into_value();
        operations::call_method(gil, &stdout, "write", &[prompt])?;
    }
    // What cannot be flushed may be read at all the same.
    let _ = operations::call_method(gil, &stdout, "flush", &[]);
    let line = operations::call_method(gil, &stdin, "readline", &[])?;
    let Some(line) = line.downcast::<Text>() else {
        return Err(type_error(gil, "object.readline() returned non-string"));
    };
    let bytes = line.bytes();
    if bytes.is_empty() {
        return Err(Raised::with_message(gil, Kind::EOFError, "EOF when reading a line"));
    }
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    Ok(Ref::new(gil, Text::from_wtf8(bytes)).into_value())
}

fn repr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "repr")?;
    Ok(operations::repr(gil, object)?.into_value())
}

fn ascii(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "ascii")?;
    let text = operations::repr(gil, object)?;
    if text.is_ascii() {
        return Ok(text.into_value());
    }
    let mut escaped = String::new();
    for point in text.characters() {
        match point {
            0..0x80 => escaped.push(char::from(point as u8)),
            0x80..0x100 => escaped += &format!("\\x{point:02x}"),
            0x100..0x10000 => escaped += &format!("\\u{point:04x}"),
            _ => escaped += &format!("\\U{point:08x}"),
        }
    }
    Ok(convert::text(gil, &escaped))
}

fn format(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "format", 1, 2)?;
    let specification = match given.get(1) {
        None => convert::text(gil, ""),
        Some(specification) if specification.downcast::<Text>().is_some() => specification.clone(),
        Some(other) => {
            let class = other.class(gil).name();
            return Err(type_error(gil, format!("format() argument 2 must be str, not {class}")));
        }
    };
    let class = given[0].class(gil).name();
    let formatted = operations::call_special(gil, &given[0], "__format__", &[specification])?;
    let formatted =
        formatted.ok_or_else(|| type_error(gil, format!("Type {class} doesn't define __format__")))?;
    if formatted.downcast::<Text>().is_none() {
        let wrong = formatted.class(gil).name();
        return Err(type_error(gil, format!("__format__ must return a str, not {wrong}")));
    }
    Ok(formatted)
}
