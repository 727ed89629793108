//! `_tokenize`: the tokens of a source, beneath the library's `tokenize`.

use super::convert;
use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::{Arguments, Result, Value};
use crate::syntax::dump::{Listed, list_tokens};
use crate::syntax::{Source, SyntaxError, SyntaxErrorKind};
use crate::types::module::ModuleSpec;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_tokenize",
    doc: "The tokens of a source.",
    functions: &[Function::new(
        "scan",
        "($module, source, /)",
        "The tokens of a source, each with its name, text, start, end and line, and what is wrong with the source: None, or the exception's name, message, line, offset and text.",
        scan,
    )],
    set_up: None,
};

fn scan(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [text] = arguments.exactly::<1>(gil, "scan")?;
    let text = convert::text_argument(gil, text, "scan", 1)?;
    let written = text.lossy();
    let source = Source::new("<string>", &written.replace("\r\n", "\n"));
    let lines: Vec<&str> = written.split_inclusive('\n').collect();
    let (tokens, error) = list_tokens(&source);
    let tokens = tokens.iter().map(|token| token_value(gil, token, &lines)).collect();
    let error = error.map_or(Value::NONE, |error| error_value(gil, &error));
    Ok(convert::tuple(gil, vec![convert::list(gil, tokens), error]))
}

fn token_value(gil: Gil<'_>, token: &Listed<'_>, lines: &[&str]) -> Value {
    let (first, last) = (token.start.0 as usize, token.end.0 as usize);
    let line_end = matches!(token.name, "NEWLINE" | "NL");
    let (mut text, mut end) = (token.text, token.end);
    // A line end has one character to us, whatever it was written as.
    if line_end && lines.get(first - 1).is_some_and(|line| line.ends_with("\r\n")) {
        text = "\r\n";
        end.1 += 1;
    }
    let shown = match token.name {
        "ENDMARKER" => String::new(),
        _ if first == last => lines.get(first - 1).map_or(String::new(), |line| (*line).to_owned()),
        _ => lines[(first - 1).min(lines.len())..last.min(lines.len())].concat(),
    };
    let place = |(line, column): (u32, u32)| {
        convert::tuple(gil, vec![convert::int(gil, line.into()), convert::int(gil, column.into())])
    };
    let name = crate::object::intern(gil, token.name).into_value();
    let (start, end) = (place(token.start), place(end));
    convert::tuple(gil, vec![name, convert::text(gil, text), start, end, convert::text(gil, &shown)])
}

fn error_value(gil: Gil<'_>, error: &SyntaxError) -> Value {
    let name = match error.kind {
        SyntaxErrorKind::IndentationError => "IndentationError",
        SyntaxErrorKind::TabError => "TabError",
        _ => "SyntaxError",
    };
    let parts = vec![
        convert::text(gil, name),
        convert::text(gil, &error.message),
        convert::int(gil, error.line.into()),
        convert::int(gil, error.column.into()),
        error.text.as_ref().map_or(Value::NONE, |text| convert::text(gil, text)),
    ];
    convert::tuple(gil, parts)
}
