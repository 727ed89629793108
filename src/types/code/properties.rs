//! The attributes and methods of code objects.

use std::rc::Rc;

use super::super::{bytes, int, list, tuple};
use super::{CodeObject, constant_object, this};
use crate::code::object::Position;
use crate::code::{Code, Instruction};
use crate::gil::Gil;
use crate::object::native::{Attribute, Function};
use crate::object::raised::{type_error, value_error};
use crate::object::slots::Unary;
use crate::object::{Arguments, Ref, Result, Text, Value, operations};

fn number(gil: Gil<'_>, number: impl Into<i64>) -> Value {
    int::from_i64(gil, number.into())
}

fn names(gil: Gil<'_>, names: impl Iterator<Item = Ref<Text>>) -> Value {
    tuple::of(gil, names.map(Ref::into_value).collect())
}

/// A cell made in this code.
const CELL: u8 = 1;
/// A free variable.
const FREE: u8 = 2;

/// The names of locals that are of a kind.
fn locals(gil: Gil<'_>, value: &Value, fits: impl Fn(usize, u8) -> bool) -> Result<Value> {
    let code = this(gil, value)?;
    let kinds = code.code.local_kinds.iter().enumerate();
    let chosen =
        kinds.filter(|(place, kind)| fits(*place, **kind)).map(|(place, _)| code.local_names[place].clone());
    Ok(names(gil, chosen))
}

fn parameters(code: &Code) -> usize {
    let flags = crate::code::object::flags::VARARGS | crate::code::object::flags::VARKEYWORDS;
    let stars = (code.flags & flags).count_ones() as usize;
    usize::from(code.argument_count) + usize::from(code.keyword_only_count) + stars
}

fn variable_names(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let count = parameters(&this(gil, value)?.code);
    locals(gil, value, |place, kind| kind & FREE == 0 && (kind & CELL == 0 || place < count))
}

fn bytes_of_words(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let code = this(gil, value)?;
    Ok(bytes::of(gil, code.code.words.iter().flat_map(|word| word.to_le_bytes()).collect()))
}

fn constants(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(tuple::of(gil, this(gil, value)?.constants.to_vec()))
}

/// The words at which instructions begin.
fn instructions(code: &Code) -> Vec<u32> {
    let mut words = Vec::new();
    let mut word = 0;
    while let Some(bits) = code.words.get(word) {
        words.push(word as u32);
        let caches =
            Instruction::decode(*bits).map_or(0, |instruction| usize::from(instruction.op.row().caches));
        word += 1 + caches;
    }
    words
}

fn or_none(gil: Gil<'_>, position: Position, value: u32) -> Value {
    if position.line == 0 { Value::NONE } else { number(gil, value) }
}

fn positions(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "co_positions")?;
    let code = this(gil, value)?;
    let row = |word: u32| {
        let at = code.code.position_at(word);
        let parts = [at.line, at.end_line, at.column, at.end_column];
        tuple::of(gil, parts.into_iter().map(|part| or_none(gil, at, part)).collect())
    };
    // Words of caches have rows too, so that the place of a word is the place of its row.
    let rows = (0..code.code.words.len() as u32).map(row).collect();
    operations::iterate(gil, &list::of(gil, rows))
}

/// Runs of instructions of one line: (first byte, one past the last, line).
fn lines(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "co_lines")?;
    let code = this(gil, value)?;
    let mut runs: Vec<(u32, u32, u32)> = Vec::new();
    let end = code.code.words.len() as u32;
    for word in instructions(&code.code) {
        let line = code.code.position_at(word).line;
        match runs.last_mut() {
            Some(run) if run.2 == line => {}
            _ => {
                if let Some(run) = runs.last_mut() {
                    run.1 = word;
                }
                runs.push((word, end, line));
            }
        }
    }
    let row = |(start, end, line): (u32, u32, u32)| {
        let line = if line == 0 { Value::NONE } else { number(gil, line) };
        tuple::of(gil, vec![number(gil, start * 8), number(gil, end * 8), line])
    };
    operations::iterate(gil, &list::of(gil, runs.into_iter().map(row).collect()))
}

/// A copy with some parts exchanged.
fn replace(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, ..] = arguments.positionals() else {
        return Err(type_error(gil, "replace() needs a code object"));
    };
    if arguments.positionals().len() > 1 {
        let given = arguments.positionals().len() - 1;
        return Err(type_error(
            gil,
            format!("replace() takes 0 positional arguments but {given} were given"),
        ));
    }
    let old = this(gil, value)?;
    let mut code = (*old.code).clone();
    let mut constants = None;
    for (name, new) in arguments.keywords() {
        let text = || match new.downcast::<Text>().and_then(|text| text.as_str()) {
            Some(text) => Ok(Rc::<str>::from(text)),
            None => {
                let (name, got) = (name.lossy(), new.class(gil).name());
                Err(type_error(gil, format!("replace() argument '{name}' must be str, not {got}")))
            }
        };
        let int = || match new.bits().as_int().and_then(|number| u32::try_from(number).ok()) {
            Some(number) => Ok(number),
            None if new.bits().is_int() => Err(value_error(gil, "code: argument out of range")),
            None => {
                let got = new.class(gil).name();
                Err(type_error(gil, format!("'{got}' object cannot be interpreted as an integer")))
            }
        };
        match &*name.lossy() {
            "co_name" => code.name = text()?,
            "co_qualname" => code.qualified_name = text()?,
            "co_filename" => code.filename = text()?,
            "co_firstlineno" => code.first_line = int()?,
            "co_flags" => code.flags = int()?,
            "co_consts" => match tuple::items_of(new) {
                Some(items) if items.len() == code.constants.len() => constants = Some(items),
                _ => return Err(value_error(gil, "code: co_consts of another length")),
            },
            other => {
                return Err(type_error(
                    gil,
                    format!("replace() got an unexpected or unsupported keyword argument '{other}'"),
                ));
            }
        }
    }
    let new = super::load(gil, Rc::new(code));
    let Some(constants) = constants else { return Ok(new.into_value()) };
    let copied = |place: usize| constants.get(place).cloned();
    let object = CodeObject {
        entry: new.entry,
        code: new.code.clone(),
        words: new.code.words.iter().map(|&word| std::cell::Cell::new(word)).collect(),
        constants: (0..new.constants.len())
            .map(|place| copied(place).unwrap_or_else(|| constant_object(gil, &new.code.constants[place])))
            .collect(),
        names: new.names.clone(),
        local_names: new.local_names.clone(),
        name: new.name.clone(),
        qualified_name: new.qualified_name.clone(),
        filename: new.filename.clone(),
    };
    Ok(Ref::new(gil, object).into_value())
}

const fn row(name: &'static str, get: Unary) -> Attribute {
    Attribute::read_only(name, "", get)
}

pub(super) static ATTRIBUTES: [Attribute; 17] = [
    row("co_name", |gil, value| Ok(this(gil, value)?.name.to_value())),
    row("co_qualname", |gil, value| Ok(this(gil, value)?.qualified_name.to_value())),
    row("co_filename", |gil, value| Ok(this(gil, value)?.filename.to_value())),
    row("co_firstlineno", |gil, value| Ok(number(gil, this(gil, value)?.code.first_line))),
    row("co_flags", |gil, value| Ok(number(gil, this(gil, value)?.code.flags & 0x03FF_FFFF))),
    row("co_argcount", |gil, value| Ok(number(gil, this(gil, value)?.code.argument_count))),
    row("co_posonlyargcount", |gil, value| Ok(number(gil, this(gil, value)?.code.positional_only_count))),
    row("co_kwonlyargcount", |gil, value| Ok(number(gil, this(gil, value)?.code.keyword_only_count))),
    row("co_varnames", variable_names),
    row("co_nlocals", |gil, value| {
        let names = variable_names(gil, value)?;
        operations::length(gil, &names).map(|length| number(gil, length as u32))
    }),
    row("co_cellvars", |gil, value| locals(gil, value, |_, kind| kind & CELL != 0)),
    row("co_freevars", |gil, value| locals(gil, value, |_, kind| kind & FREE != 0)),
    row("co_names", |gil, value| Ok(names(gil, this(gil, value)?.names.iter().cloned()))),
    row("co_consts", constants),
    row("co_stacksize", |gil, value| Ok(number(gil, this(gil, value)?.code.register_count))),
    row("co_code", bytes_of_words),
    row("co_exceptiontable", |gil, _| Ok(bytes::of(gil, Vec::new()))),
];

pub(super) static METHODS: [Function; 4] = [
    Function::new("co_positions", "($self, /)", "", positions),
    Function::new("co_lines", "($self, /)", "", lines),
    Function::new(
        "replace",
        "",
        "Return a copy of the code object with new values for the specified fields.",
        replace,
    ),
    Function::new("__replace__", "", "The same as replace().", replace),
];
