//! Uncaught exceptions on stderr.
//!
//! The library's `traceback` module prints them, in CPython's format. Where it cannot be used (the exception is one of
//! the last words of a broken interpreter, or comes from `traceback` itself) a short form is written from here.

use crate::gil::Gil;
use crate::modules::{convert, import, sys};
use crate::object::raised::{Exception, Kind};
use crate::object::{Arguments, Raised, Ref, Result, Text, Value, operations};

/// Writes text to `sys.stderr`, or to the process's stderr where there is none.
pub fn write_error(gil: Gil<'_>, text: &str) {
    let stream = sys::get(gil, "stderr").filter(|stream| !stream.is_none());
    let written = stream.map(|stream| {
        operations::call_method(gil, &stream, "write", &[convert::text(gil, text)])?;
        operations::call_method(gil, &stream, "flush", &[])
    });
    if !matches!(written, Some(Ok(_))) {
        eprint!("{text}");
    }
}

/// Writes characters as they are, halves of surrogate pairs too.
fn write_error_text(gil: Gil<'_>, text: Ref<Text>) {
    let plain = text.lossy().into_owned();
    let stream = sys::get(gil, "stderr").filter(|stream| !stream.is_none());
    let written = stream.map(|stream| operations::call_method(gil, &stream, "write", &[text.into_value()]));
    if !matches!(written, Some(Ok(_))) {
        eprint!("{plain}");
    }
}

/// Prints an exception with all that belongs to it.
pub fn print(gil: Gil<'_>, exception: &Ref<Exception>) {
    if let Some(stdout) = sys::get(gil, "stdout").filter(|stream| !stream.is_none()) {
        let _ = operations::call_method(gil, &stdout, "flush", &[]);
    }
    let text = formatted(gil, exception).unwrap_or_else(|_| short(gil, exception));
    write_error(gil, &text);
}

/// Prints an exception that cannot be raised, as CPython does: its own calls without marks, not what it came from, and
/// a colon before a message that is empty.
pub fn print_unraisable(gil: Gil<'_>, exception: &Ref<Exception>) {
    let mut text = plain(gil, exception).unwrap_or_else(|_| short(gil, exception));
    if operations::str(gil, exception.as_value()).is_ok_and(|message| message.bytes().is_empty()) {
        text.truncate(text.trim_end_matches('\n').len());
        text += ": \n";
    }
    write_error(gil, &text);
}

/// The calls with their lines, and the message.
fn plain(gil: Gil<'_>, exception: &Ref<Exception>) -> Result<String> {
    let entry = exception.traceback.borrow().clone();
    if entry.is_none() {
        return Ok(last_line(gil, exception));
    }
    let module = import::module(gil, "traceback")?;
    let summary = operations::call_method(gil, &module, "extract_tb", &[entry])?;
    let mut calls = Vec::new();
    for frame in operations::collect(gil, &summary)? {
        let part = |name: &str| operations::get_attribute(gil, &frame, &crate::object::intern(gil, name));
        let parts = vec![part("filename")?, part("lineno")?, part("name")?, part("line")?];
        calls.push(convert::tuple(gil, parts));
    }
    let calls = crate::types::list::of(gil, calls);
    let lines = operations::call_method(gil, &module, "format_list", &[calls])?;
    let mut text = "Traceback (most recent call last):\n".to_owned();
    for line in operations::collect(gil, &lines)? {
        text += &operations::str(gil, &line)?.lossy();
    }
    Ok(text + &last_line(gil, exception))
}

/// By the library's `traceback`.
fn formatted(gil: Gil<'_>, exception: &Ref<Exception>) -> Result<String> {
    let module = import::module(gil, "traceback")?;
    let format = operations::get_attribute(gil, &module, &crate::object::intern(gil, "format_exception"))?;
    // The library takes a limit for the first calls, the interpreter for the last.
    let limit = sys::get(gil, "tracebacklimit").and_then(|limit| convert::whole(&limit));
    let lines = match limit.filter(|&limit| limit > 0) {
        None => operations::call_one(gil, &format, exception.as_value())?,
        Some(limit) => {
            let values = [exception.to_value(), convert::int(gil, -limit)];
            let names = [crate::object::intern(gil, "limit")];
            operations::call(gil, &format, Arguments { values: &values, names: &names })?
        }
    };
    let mut text = String::new();
    for line in operations::collect(gil, &lines)? {
        text += &operations::str(gil, &line)?.lossy();
    }
    Ok(text)
}

/// The last line alone, with the places of the calls before it.
fn short(gil: Gil<'_>, exception: &Ref<Exception>) -> String {
    let mut text = String::new();
    let mut entry = exception.traceback.borrow().clone();
    let attribute = |value: &Value, name: &str| operations::find_named(gil, value, name).ok().flatten();
    if !entry.is_none() {
        text += "Traceback (most recent call last):\n";
    }
    while !entry.is_none() {
        let code = attribute(&entry, "tb_frame").and_then(|frame| attribute(&frame, "f_code"));
        let shown = |name: &str| {
            let part = code.as_ref().and_then(|code| attribute(code, name));
            part.and_then(|part| operations::str(gil, &part).ok()).map(|part| part.lossy().into_owned())
        };
        let line = attribute(&entry, "tb_lineno").and_then(|line| convert::whole(&line)).unwrap_or(0);
        let (file, function) =
            (shown("co_filename").unwrap_or_default(), shown("co_name").unwrap_or_default());
        text += &format!("  File \"{file}\", line {line}, in {function}\n");
        entry = attribute(&entry, "tb_next").unwrap_or(Value::NONE);
    }
    text + &last_line(gil, exception)
}

fn last_line(gil: Gil<'_>, exception: &Ref<Exception>) -> String {
    let value = exception.as_value();
    let class = crate::types::class::full_name(gil, value.class(gil));
    let own = ["builtins.", "__main__."].iter().find_map(|module| class.strip_prefix(module));
    let class = own.unwrap_or(&class).to_owned();
    match operations::str(gil, value) {
        Ok(message) if message.length() == 0 => format!("{class}\n"),
        Ok(message) => format!("{class}: {}\n", message.lossy()),
        Err(_) => format!("{class}: <exception str() failed>\n"),
    }
}

/// What an exception that has reached the top of a program makes of it: its exit status.
pub fn uncaught(gil: Gil<'_>, raised: Raised) -> u8 {
    if raised.is(gil, Kind::SystemExit) {
        return exit_status(gil, raised);
    }
    let exception = raised.into_exception();
    let interrupted = exception.as_value().class(gil).is_subtype(Kind::KeyboardInterrupt.class(gil));
    let class = exception.as_value().class(gil).to_value();
    let traceback = exception.traceback.borrow().clone();
    sys::set(gil, "last_exc", exception.to_value());
    sys::set(gil, "last_type", class.clone());
    sys::set(gil, "last_value", exception.to_value());
    sys::set(gil, "last_traceback", traceback.clone());
    match sys::get(gil, "excepthook") {
        Some(hook) => {
            let arguments = [class, exception.to_value(), traceback];
            let called = operations::call(gil, &hook, crate::object::Arguments::positional(&arguments));
            if let Err(raised) = called {
                if raised.is(gil, Kind::SystemExit) {
                    return exit_status(gil, raised);
                }
                write_error(gil, "Error in sys.excepthook:\n");
                print(gil, raised.exception());
                write_error(gil, "\nOriginal exception was:\n");
                print(gil, &exception);
            }
        }
        None => {
            write_error(gil, "sys.excepthook is missing\n");
            print(gil, &exception);
        }
    }
    if interrupted { 130 } else { 1 }
}

/// The status that a SystemExit asks for; a message goes to stderr.
pub fn exit_status(gil: Gil<'_>, raised: Raised) -> u8 {
    let exception = raised.into_exception().into_value();
    let code = operations::find_named(gil, &exception, "code").ok().flatten().unwrap_or(Value::NONE);
    if code.is_none() {
        return 0;
    }
    let is_int = code.class(gil).slots.index.get().is_some()
        && code.downcast::<crate::types::float::Float>().is_none();
    if is_int {
        return convert::whole(&code).map_or(255, |status| status as u8);
    }
    if let Ok(message) = operations::str(gil, &code) {
        write_error_text(gil, message);
    }
    write_error(gil, "\n");
    1
}
