//! `_ast`: the syntax tree as Python objects, beneath the library's `ast`.
//!
//! In reading order: `grammar` (the kinds of nodes as data), `node` (what each node can do), `classes` (types made of
//! the grammar), `objects` (our tree to objects), `reader` (objects to our tree, with CPython's checks).
//!
//! Must not know: how trees are compiled.

mod classes;
mod grammar;
mod node;
mod objects;
mod reader;

use crate::gil::Gil;
use crate::object::{Ref, Result, Value};
use crate::syntax;
use crate::types::module::{Module, ModuleSpec};

use super::machine::Mode;
use super::{convert, source};

pub use reader::{Tree, read};

/// `PyCF_ONLY_AST`, the flag for a tree instead of code.
pub const ONLY_TREE: i64 = 0x400;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_ast",
    doc: "The kinds of nodes of a syntax tree.",
    functions: &[],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    classes::get(gil)?.each(|name, class| module.set(gil, name, class.clone()));
    for (name, flag) in [
        ("PyCF_ONLY_AST", ONLY_TREE),
        ("PyCF_TYPE_COMMENTS", 0x1000),
        ("PyCF_ALLOW_TOP_LEVEL_AWAIT", 0x2000),
        ("PyCF_OPTIMIZED_AST", 0x8000 | ONLY_TREE),
    ] {
        module.set(gil, name, convert::int(gil, flag));
    }
    Ok(())
}

/// Is it a node of a tree?
pub fn is_node(value: &Value) -> bool {
    value.downcast::<node::Node>().is_some()
}

/// The tree of a source, as objects.
pub fn parse(gil: Gil<'_>, text: &[u8], filename: &str, mode: Mode) -> Result<Value> {
    let classes = classes::get(gil)?;
    let lossy = || String::from_utf8_lossy(text);
    let fail = |error| source::syntax_error(gil, &error);
    // What CPython's parser warns of comes up here too, not only when the tree is compiled.
    let warn = |warnings: &[syntax::SyntaxWarning]| {
        warnings.iter().try_for_each(|one| source::warn(gil, text, filename, &one.message, one.line))
    };
    match mode {
        Mode::Expression => {
            let parsed = syntax::parse_expression(&lossy(), filename).map_err(fail)?;
            warn(&parsed.warnings)?;
            objects::make(gil, &classes, &syntax::form::of_expression(&parsed.tree), &parsed.source)
        }
        Mode::Interactive => {
            let parsed = syntax::parse_single(&lossy(), filename).map_err(fail)?;
            warn(&parsed.warnings)?;
            objects::make(gil, &classes, &syntax::form::of_module(&parsed.tree, true), &parsed.source)
        }
        Mode::Module | Mode::Statements => {
            let parsed = syntax::parse_module(text, filename).map_err(fail)?;
            warn(&parsed.warnings)?;
            objects::make(gil, &classes, &syntax::form::of_module(&parsed.tree, false), &parsed.source)
        }
    }
}
