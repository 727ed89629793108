//! Bringing up an interpreter: the types, the machine, the modules, in the order in which they need each other.

use std::rc::Rc;

use crate::code::{Code, disassemble};
use crate::compile::{self, Options};
use crate::gil::Gil;
use crate::modules::machine::{self, Machine, Mode, Settings};
use crate::modules::{self, ast::Tree, stream, sys};
use crate::object::{Arguments, Result, Value, operations};
use crate::syntax::{self, SyntaxError, SyntaxWarning};
use crate::vm;

/// Makes everything that a program needs before its first instruction.
pub fn set_up(gil: Gil<'_>) {
    crate::types::set_up(gil);
    vm::set_up(gil);
    machine::set(
        gil,
        Machine {
            compile,
            compile_tree,
            blocks,
            run: vm::run,
            frame: vm::frame,
            place: vm::place,
            globals: vm::globals,
            locals: vm::locals,
            handled_exception: vm::handled,
            run_pending: vm::run_pending,
            recursion_limit: vm::recursion_limit,
            set_recursion_limit: vm::set_recursion_limit,
            depth: vm::depth,
            hook: |gil, profiles| vm::trace::get(gil, hook(profiles)),
            set_hook: |gil, profiles, function| vm::trace::set(gil, hook(profiles), function),
            go_on: vm::go_on,
            go_on_with: vm::go_on_with,
            monitoring: &vm::monitor::MODULE,
            build_class: vm::build_class,
        },
    );
    modules::set_up(gil);
}

fn hook(profiles: bool) -> vm::trace::Hook {
    if profiles { vm::trace::Hook::Profile } else { vm::trace::Hook::Trace }
}

/// The bytecode listing of a script.
pub fn bytecode(bytes: &[u8], name: &str) -> std::result::Result<String, SyntaxError> {
    let parsed = syntax::parse_module(bytes, name)?;
    let options = Options { namespace_is_globals: true, ..Options::default() };
    Ok(disassemble::disassemble(&*compile::module(&parsed, &options)?))
}

type Compiled = (Rc<Code>, Vec<(String, u32)>);

/// Compiles a source; its warnings with their lines come along.
pub fn compile(
    text: &[u8],
    name: &str,
    mode: Mode,
    settings: Settings,
) -> std::result::Result<Compiled, Box<SyntaxError>> {
    compile_source(text, name, mode, settings).map_err(Box::new)
}

fn compile_source(
    text: &[u8],
    name: &str,
    mode: Mode,
    settings: Settings,
) -> std::result::Result<Compiled, SyntaxError> {
    let options = Options {
        optimize: settings.optimize,
        future_annotations: settings.future_annotations,
        top_level_await: settings.top_level_await,
        namespace_is_globals: mode == Mode::Module,
        ..Options::default()
    };
    let found = options.warnings.clone();
    let shown = |warnings: Vec<SyntaxWarning>| {
        warnings.into_iter().chain(found.take()).map(|warning| (warning.message, warning.line)).collect()
    };
    Ok(match mode {
        Mode::Module | Mode::Statements => {
            let parsed = match settings.is_text {
                true => syntax::parse_module_str(&String::from_utf8_lossy(text), name)?,
                false => syntax::parse_module(text, name)?,
            };
            (compile::module(&parsed, &options)?, shown(parsed.warnings))
        }
        Mode::Expression => {
            let text = decoded(text, name, settings)?;
            let parsed = syntax::parse_expression(&text, name)?;
            (compile::expression(&parsed, &options)?, shown(parsed.warnings))
        }
        Mode::Interactive => {
            let text = decoded(text, name, settings)?;
            let parsed = match settings.is_whole {
                true => syntax::parse_single(&text, name)?,
                false => syntax::parse_interactive(&text, name)?,
            };
            (compile::interactive(&parsed, &options)?, shown(parsed.warnings))
        }
    })
}

/// The characters of a source that stands in no file.
fn decoded<'a>(
    text: &'a [u8],
    name: &str,
    settings: Settings,
) -> std::result::Result<std::borrow::Cow<'a, str>, SyntaxError> {
    match settings.is_text {
        true => Ok(String::from_utf8_lossy(text)),
        false => syntax::decode(text, name).map(std::borrow::Cow::Owned),
    }
}

fn blocks(text: &str, name: &str, mode: Mode) -> machine::Blocks {
    let found = match mode {
        Mode::Module | Mode::Statements => {
            syntax::parse_module_str(text, name).and_then(|parsed| compile::module_blocks(&parsed))
        }
        Mode::Expression => {
            syntax::parse_expression(text, name).and_then(|parsed| compile::expression_blocks(&parsed))
        }
        Mode::Interactive => {
            syntax::parse_single(text, name).and_then(|parsed| compile::module_blocks(&parsed))
        }
    };
    found.map_err(Box::new)
}

fn compile_tree(tree: &Tree, mode: Mode, optimize: u8) -> std::result::Result<Compiled, Box<SyntaxError>> {
    let options = Options { optimize, namespace_is_globals: mode == Mode::Module, ..Options::default() };
    let code = match tree {
        Tree::Expression(parsed) => compile::expression(parsed, &options),
        Tree::Module(parsed) if mode == Mode::Interactive => compile::interactive(parsed, &options),
        Tree::Module(parsed) => compile::module(parsed, &options),
    };
    let warnings = options.warnings.take().into_iter().map(|warning| (warning.message, warning.line));
    Ok((code?, warnings.collect()))
}

/// The standard streams: those of `_io` where that module is there.
pub fn streams(gil: Gil<'_>) -> Result<()> {
    for (descriptor, name) in [(0, "stdin"), (1, "stdout"), (2, "stderr")] {
        let stream = stream::standard(gil, descriptor).unwrap_or(Value::NONE);
        sys::set(gil, name, stream.clone());
        sys::set(gil, &format!("__{name}__"), stream);
    }
    match sys::Configuration::current().variable("PYTHONIOENCODING") {
        Some(asked) => encode_streams(gil, &asked.to_string_lossy()),
        None => Ok(()),
    }
}

/// `PYTHONIOENCODING`, an encoding and what is done about errors: standard error shows all characters by escapes.
fn encode_streams(gil: Gil<'_>, asked: &str) -> Result<()> {
    let (encoding, errors) = asked.split_once(':').unwrap_or((asked, ""));
    for name in ["stdin", "stdout", "stderr"] {
        let Some(stream) = sys::get(gil, name).filter(|stream| !stream.is_none()) else { continue };
        let errors = match (name, errors) {
            ("stderr", _) => "backslashreplace",
            (_, "") => "strict",
            (_, errors) => errors,
        };
        let encoding = if encoding.is_empty() { "utf-8" } else { encoding };
        let words = ["encoding", "errors"].map(|name| crate::object::intern(gil, name));
        let values = [encoding, errors].map(|value| crate::object::Ref::text(gil, value).into_value());
        let reconfigure = crate::object::intern(gil, "reconfigure");
        let reconfigure = operations::get_attribute(gil, &stream, &reconfigure)?;
        operations::call(gil, &reconfigure, Arguments { values: &values, names: &words })?;
    }
    Ok(())
}
