//! `_re`: the patterns, matches and scanners of the module `re`, over an engine of our own.
//!
//! In reading order: `syntax` (the tree of a pattern), `source` and `parser` (from text to tree), `escapes`,
//! `characters` (sets of them, and their cases), `program` (from the tree to instructions), `matcher` (runs them),
//! `pattern`, `found` and `scanner` (what programs see), `template` (what `sub` replaces by).

mod characters;
mod escapes;
mod found;
mod matcher;
mod parser;
mod pattern;
mod program;
mod scanner;
mod source;
mod syntax;
mod template;

use std::cell::RefCell;

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::Global;
use crate::object::native::Function;
use crate::object::raised::{index_error, overflow_error, type_error, value_error};
use crate::object::{Arguments, Raised, Ref, Result, Text, Value, intern, operations};
use crate::types::dict::Dict;
use crate::types::module::{Module, ModuleSpec};
use crate::types::{builder, int, list, tuple};
use pattern::Pattern;
use source::Fault;

/// `re.PatternError`.
static ERROR: Global<RefCell<Option<Value>>> = Global::new(RefCell::new(None));

/// The exception for what is wrong with a pattern or a template.
fn raise(gil: Gil<'_>, fault: Fault, pattern: &Value) -> Raised {
    let (message, position) = match fault {
        Fault::Raised(raised) => return raised,
        Fault::TooLarge(message) => return overflow_error(gil, message),
        Fault::Value(message) => return value_error(gil, message),
        Fault::Index(message) => return index_error(gil, message),
        Fault::Error(message, position) => (message, position),
    };
    let class = ERROR.get(gil).borrow().clone();
    let Some(class) = class else { return value_error(gil, message) };
    let mut arguments = vec![convert::text(gil, &message)];
    if let Some(position) = position {
        arguments.extend([pattern.clone(), int::from_usize(gil, position)]);
    }
    match operations::call(gil, &class, Arguments::positional(&arguments)) {
        Ok(exception) => match exception.try_into_ref() {
            Ok(exception) => Raised::new(exception),
            Err(_) => type_error(gil, "exceptions must derive from BaseException"),
        },
        Err(raised) => raised,
    }
}

/// `compile(pattern, flags)`: the pattern, and messages of FutureWarnings.
fn compile(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, flags] = arguments.exactly(gil, "compile")?;
    let flags = convert::to_i64(gil, flags)? as u32;
    let Some(characters) = pattern::characters(value) else {
        return Err(type_error(gil, "first argument must be string or compiled pattern"));
    };
    let is_text = value.downcast::<Text>().is_some();
    let parsed = parser::parse(gil, &characters, is_text, flags).map_err(|fault| raise(gil, fault, value))?;
    let program = program::compile(gil, &parsed, is_text).map_err(|fault| raise(gil, fault, value))?;
    let group_index = Ref::new(gil, Dict::new());
    for (name, number) in &parsed.names {
        let name = intern(gil, &source::text_of(name).lossy());
        drop(group_index.table.borrow_mut().set_text(&name, int::from_usize(gil, *number)));
    }
    let warnings = parsed.warnings.iter().map(|warning| convert::text(gil, warning)).collect();
    let pattern = Pattern {
        pattern: value.clone(),
        flags: parsed.flags,
        is_text,
        program,
        names: parsed.names,
        group_index,
    };
    Ok(tuple::pair(gil, Ref::new(gil, pattern).into_value(), list::of(gil, warnings)))
}

/// Says which exception is raised for what is no pattern.
fn set_error(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [class] = arguments.exactly(gil, "set_error")?;
    let old = ERROR.get(gil).replace(Some(class.clone()));
    drop(old);
    Ok(Value::NONE)
}

fn pieces(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [pattern, template] = arguments.exactly(gil, "template")?;
    let Some(pattern) = pattern.downcast::<Pattern>() else {
        return Err(type_error(gil, "expected a pattern"));
    };
    pattern::pieces(gil, pattern, template)?;
    Ok(Value::NONE)
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "Pattern", builder::build(gil, &pattern::SPEC).into_value());
    module.set(gil, "Match", builder::build(gil, &found::SPEC).into_value());
    builder::build(gil, &scanner::SCANNER);
    builder::build(gil, &scanner::MATCHES);
    Ok(())
}

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_re",
    doc: "Compiled regular expressions.",
    functions: &[
        Function::new("compile", "($module, pattern, flags, /)", "Compile a pattern.", compile),
        Function::new(
            "set_error",
            "($module, class, /)",
            "Say what is raised for wrong patterns.",
            set_error,
        ),
        Function::new("template", "($module, pattern, template, /)", "Check a template.", pieces),
    ],
    set_up: Some(set_up),
};
