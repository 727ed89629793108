//! Source text to code objects, with syntax errors as exceptions and syntax warnings on stderr.

use std::cell::RefCell;

use crate::gil::{Gil, Guarded};
use crate::modules::machine::{self, Mode, Settings};
use crate::modules::{convert, report, sys};
use crate::object::raised::{Kind, memory_error};
use crate::object::{Raised, Ref, Result, Value, operations};
use crate::syntax::SyntaxError;
use crate::syntax::error::SyntaxErrorKind;
use crate::types::code::{self, CodeObject};

/// Sources that are in no file, by the name that their code has instead of one's.
static KEPT: Guarded<RefCell<Vec<(Box<str>, Box<str>)>>> = Guarded::new(RefCell::new(Vec::new()));

/// Keeps a source of a command line or a prompt, so that tracebacks can show its lines.
pub fn keep(gil: Gil<'_>, name: &str, text: &str) {
    let mut kept = KEPT.get(gil).borrow_mut();
    kept.retain(|(other, _)| **other != *name);
    kept.push((name.into(), text.into()));
}

/// The source kept under a name.
pub fn kept(gil: Gil<'_>, name: &str) -> Option<Box<str>> {
    KEPT.get(gil).borrow().iter().find(|(other, _)| **other == *name).map(|(_, text)| text.clone())
}

/// Compiles a source.
pub fn compile(
    gil: Gil<'_>,
    text: &[u8],
    filename: &str,
    mode: Mode,
    settings: impl Into<Settings>,
) -> Result<Ref<CodeObject>> {
    let (code, warnings) = (machine::get(gil)?.compile)(text, filename, mode, settings.into())
        .map_err(|error| syntax_error(gil, &error))?;
    for (message, line) in warnings {
        warn(gil, text, filename, &message, line)?;
    }
    Ok(code::load(gil, code))
}

/// Is a source wrong only because it ends where more could follow?
pub fn is_incomplete(gil: Gil<'_>, text: &[u8], mode: Mode) -> Result<bool> {
    let compiled = (machine::get(gil)?.compile)(text, "<string>", mode, Settings::default());
    Ok(compiled.is_err_and(|error| error.incomplete))
}

/// Compiles a tree of nodes.
pub fn compile_tree(
    gil: Gil<'_>,
    tree: &Value,
    filename: &str,
    mode: Mode,
    optimize: u8,
) -> Result<Ref<CodeObject>> {
    let tree = super::ast::read(gil, tree, filename, mode)?;
    let (code, warnings) = (machine::get(gil)?.compile_tree)(&tree, mode, optimize)
        .map_err(|error| syntax_error(gil, &error))?;
    for (message, line) in warnings {
        warn(gil, &[], filename, &message, line)?;
    }
    Ok(code::load(gil, code))
}

/// The exception for an error in a source.
pub fn syntax_error(gil: Gil<'_>, error: &SyntaxError) -> Raised {
    let kind = match error.kind {
        SyntaxErrorKind::SyntaxError => Kind::SyntaxError,
        SyntaxErrorKind::IndentationError => Kind::IndentationError,
        SyntaxErrorKind::TabError => Kind::TabError,
        SyntaxErrorKind::TooComplex => return memory_error(gil, &error.message),
    };
    let number = |number: i64| convert::int(gil, number);
    let text = match &error.text {
        Some(_) if error.late && !is_shown_late(&error.filename) => line_of_file(error),
        text => text.clone(),
    };
    let text = text.map_or(Value::NONE, |text| convert::text(gil, &text));
    let place = vec![
        convert::text(gil, &error.filename),
        number(error.line.into()),
        number(error.column.into()),
        text,
        number(error.end_line.into()),
        number(error.end_column.into()),
    ];
    convert::raise(gil, kind, &[convert::text(gil, &error.message), convert::tuple(gil, place)])
}

/// What was typed at the prompt is still at hand when the compiler finds something wrong.
fn is_shown_late(filename: &str) -> bool {
    let configuration = sys::Configuration::current();
    filename != "<string>" && (configuration.interactive || configuration.inspect)
}

/// The line where the compiler found an error, as it stands in the file.
fn line_of_file(error: &SyntaxError) -> Option<String> {
    if error.filename.starts_with('<') {
        return None;
    }
    let source = std::fs::read(&*error.filename).ok()?;
    let source = match crate::syntax::decode(&source, &error.filename) {
        Ok(source) => source,
        Err(_) => String::from_utf8_lossy(&source).into_owned(),
    };
    source.split_inclusive('\n').nth(error.line.checked_sub(1)? as usize).map(str::to_owned)
}

/// Gives a SyntaxWarning: by the warnings module if the program has loaded it or says how to treat warnings.
pub fn warn(gil: Gil<'_>, text: &[u8], filename: &str, message: &str, line: u32) -> Result<()> {
    if !sys::Configuration::current().warnings.is_empty() || super::loaded(gil, "warnings").is_some() {
        return warn_explicitly(gil, text, filename, message, line);
    }
    let mut shown = format!("{filename}:{line}: SyntaxWarning: {message}\n");
    let source = String::from_utf8_lossy(text);
    if let Some(source) = source.lines().nth(line.saturating_sub(1) as usize)
        && !filename.starts_with('<')
    {
        shown += &format!("  {}\n", source.trim());
    }
    report::write_error(gil, &shown);
    Ok(())
}

/// A warning that is to be an error is a SyntaxError.
fn warn_explicitly(gil: Gil<'_>, text: &[u8], filename: &str, message: &str, line: u32) -> Result<()> {
    let warnings = super::import::module(gil, "warnings")?;
    let number = convert::int(gil, line.into());
    let arguments = [
        convert::text(gil, message),
        Kind::SyntaxWarning.class(gil).to_value(),
        convert::text(gil, filename),
        number.clone(),
    ];
    match operations::call_method(gil, &warnings, "warn_explicit", &arguments) {
        Ok(_) => Ok(()),
        Err(raised) if raised.is(gil, Kind::SyntaxWarning) => {
            let source = String::from_utf8_lossy(text);
            let source = source.lines().nth(line.saturating_sub(1) as usize).unwrap_or_default();
            let (first, last) = (convert::int(gil, 1), convert::int(gil, source.chars().count() as i64 + 1));
            let shown = convert::text(gil, &format!("{source}\n"));
            let place = vec![convert::text(gil, filename), number.clone(), first, shown, number, last];
            let arguments = [convert::text(gil, message), convert::tuple(gil, place)];
            Err(convert::raise(gil, Kind::SyntaxError, &arguments))
        }
        Err(raised) => Err(raised),
    }
}
