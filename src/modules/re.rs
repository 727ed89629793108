//! `_re`: compiled regular expressions for the `re` module, which translates Python's syntax to that of the engine.
//!
//! A match is a tuple of positions: start and end of the whole and of each group, -1 where a group took no part.

use std::borrow::Cow;

use crate::gil::Gil;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{runtime_error, type_error, value_error};
use crate::object::{Arguments, Payload, Ref, Result, SlotTable, Storage, Text, Value};
use crate::payload;
use crate::types::module::{Module, ModuleSpec};
use crate::types::{builder, indexing, int, list, tuple};

/// The payload of a compiled expression.
struct Program {
    regex: fancy_regex::Regex,
}

impl Payload for Program {
    payload!(Program, untracked);
}

fn text_argument<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Text>> {
    value.downcast().ok_or_else(|| {
        let name = value.class(gil).name();
        type_error(gil, format!("expected string or bytes-like object, got '{name}'"))
    })
}

fn compile(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [pattern] = arguments.exactly(gil, "compile")?;
    let pattern = text_argument(gil, pattern)?;
    let built = fancy_regex::RegexBuilder::new(&pattern.lossy()).backtrack_limit(50_000_000).build();
    match built {
        Ok(regex) => Ok(Ref::new(gil, Program { regex }).into_value()),
        Err(error) => Err(value_error(gil, error.to_string())),
    }
}

fn this(value: &Value) -> &Ref<Program> {
    match value.downcast() {
        Some(program) => program,
        None => unreachable!("methods are called on instances of their type"),
    }
}

/// The text for the engine: lone surrogates become replacement characters, which are as wide.
fn searchable(text: &Text) -> Cow<'_, str> {
    match text.as_str() {
        Some(text) => Cow::Borrowed(text),
        None => {
            let mut bytes = text.bytes().to_vec();
            for at in 0..bytes.len().saturating_sub(2) {
                if bytes[at] == 0xED && bytes[at + 1] >= 0xA0 {
                    bytes[at..at + 3].copy_from_slice("\u{FFFD}".as_bytes());
                }
            }
            Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
        }
    }
}

/// Where the whole match and each group lie, as byte offsets.
type Spans = Vec<Option<(usize, usize)>>;

/// A search's text and the positions between which it runs.
struct Search<'a> {
    text: &'a Ref<Text>,
    content: Cow<'a, str>,
    start: usize,
    end: usize,
}

fn search_of<'a>(gil: Gil<'_>, values: &'a [Value]) -> Result<Option<Search<'a>>> {
    let text = text_argument(gil, &values[1])?;
    let place = |value: &Value| -> Result<usize> {
        let number = indexing::clamped(gil, value)?.unwrap_or(0);
        Ok((number.max(0) as usize).min(text.length()))
    };
    let (start, end) = (place(&values[2])?, place(&values[3])?);
    let content = searchable(text);
    Ok((start <= end).then(|| Search { text, content, start: text.offset(start), end: text.offset(end) }))
}

impl Search<'_> {
    fn find(&self, gil: Gil<'_>, program: &Program, from: usize) -> Result<Option<Spans>> {
        let found = program.regex.captures_from_pos(&self.content[..self.end], from);
        let found = found.map_err(|error| runtime_error(gil, error.to_string()))?;
        let spans = |captures: fancy_regex::Captures<'_>| {
            (0..captures.len())
                .map(|group| captures.get(group).map(|part| (part.start(), part.end())))
                .collect()
        };
        Ok(found.map(spans))
    }

    fn shown(&self, gil: Gil<'_>, spans: &[Option<(usize, usize)>]) -> Value {
        let place = |offset: usize| int::from_i64(gil, self.text.position(offset) as i64);
        let none = || int::from_i64(gil, -1);
        let positions = spans.iter().flat_map(|span| match span {
            Some((start, end)) => [place(*start), place(*end)],
            None => [none(), none()],
        });
        tuple::of(gil, positions.collect())
    }
}

fn first(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values: &[Value; 4] = arguments.exactly(gil, "first")?;
    let Some(search) = search_of(gil, values)? else { return Ok(Value::NONE) };
    let found = search.find(gil, this(&values[0]), search.start)?;
    Ok(found.map_or(Value::NONE, |spans| search.shown(gil, &spans)))
}

/// All matches from left to right, at most `limit` unless that is zero. An empty match may follow a match directly, but
/// not another empty one.
fn all(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values: &[Value; 5] = arguments.exactly(gil, "all")?;
    let limit = indexing::clamped(gil, &values[4])?.unwrap_or(0).max(0) as usize;
    let Some(search) = search_of(gil, values)? else { return Ok(list::of(gil, Vec::new())) };
    let program = this(&values[0]);
    let (mut matches, mut from, mut empty_at) = (Vec::new(), search.start, None);
    while from <= search.end && (limit == 0 || matches.len() < limit) {
        let Some(spans) = search.find(gil, program, from)? else { break };
        let Some(Some((start, end))) = spans.first().copied() else { break };
        if start == end && empty_at == Some(start) {
            let width = search.content[start..search.end].chars().next().map_or(1, char::len_utf8);
            from = start + width;
            empty_at = None;
            continue;
        }
        matches.push(search.shown(gil, &spans));
        empty_at = (start == end).then_some(start);
        from = end;
    }
    Ok(list::of(gil, matches))
}

static PROGRAM: TypeSpec = TypeSpec {
    name: "Program",
    module: "_re",
    doc: "A compiled regular expression.",
    base: None,
    layout: Program::layout,
    storage: Storage::Nothing,
    flags: crate::object::class::flags::NO_INSTANCES,
    slots: SlotTable::EMPTY,
    methods: &[
        Function::new("first", "($self, text, start, end, /)", "The first match, or None.", first),
        Function::new("all", "($self, text, start, end, limit, /)", "All matches.", all),
    ],
    attributes: &[],
};

fn set_up(gil: Gil<'_>, _module: &Ref<Module>) -> Result<()> {
    builder::build(gil, &PROGRAM);
    Ok(())
}

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_re",
    doc: "Compiled regular expressions.",
    functions: &[Function::new(
        "compile",
        "($module, pattern, /)",
        "Compile a pattern in the engine's syntax.",
        compile,
    )],
    set_up: Some(set_up),
};
