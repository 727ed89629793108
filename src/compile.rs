//! Tree to code: scopes first, then instructions for registers.
//!
//! In reading order: `scope`, `symbols` and `resolve` find out where names live; `unit` and `assembler` are one code
//! object in the making; `emit`, `names`, `expression`, `call`, `display`, `condition`, `comprehension`, `target`,
//! `statement`, `block`, `exception`, `function`, `class`, `generic`, `pattern` turn nodes into instructions; `fold`
//! evaluates constants, `unparse` writes annotations as text, `warning` finds what is suspicious; `table` shows scopes
//! as symbol tables.
//!
//! Invariant: knows nothing of objects, the GIL or the machine.

mod assembler;
mod block;
mod call;
mod class;
mod comprehension;
mod condition;
mod display;
mod emit;
mod exception;
mod expression;
mod fold;
mod function;
mod future;
mod generic;
mod names;
mod pattern;
mod resolve;
mod scope;
mod statement;
mod symbols;
mod table;
mod target;
mod unit;
mod unparse;
mod warning;

use std::cell::RefCell;
use std::rc::Rc;

use crate::code::Code;
use crate::code::block::Block;
use crate::syntax::error::Fault;
use crate::syntax::{Parsed, SyntaxError, SyntaxWarning, ast};
use emit::Compiler;

/// Stack that must be left before a node is visited, else a new segment is taken.
const RED_ZONE: usize = 128 * 1024;
/// Size of a new stack segment.
const STACK_SEGMENT: usize = 4 * 1024 * 1024;

/// How to compile.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// 0; 1 for `-O` (no assertions); 2 for `-OO` (no docstrings either).
    pub optimize: u8,
    /// `from __future__ import annotations` is in force from outside.
    pub future_annotations: bool,
    /// A module may await; its code is then that of a coroutine (`PyCF_ALLOW_TOP_LEVEL_AWAIT`).
    pub top_level_await: bool,
    /// The module's namespace is certainly its globals (scripts, imported modules; not `exec` with two mappings): its
    /// names are then reached as globals, through caches.
    pub namespace_is_globals: bool,
    /// Receives the warnings that come up.
    pub warnings: Rc<RefCell<Vec<SyntaxWarning>>>,
}

/// Compiles a module (`exec` mode).
pub fn module(parsed: &Parsed<ast::Module>, options: &Options) -> Result<Rc<Code>, SyntaxError> {
    compile_module(parsed, options, false).map_err(|fault| fault.locate_late(&parsed.source))
}

/// Compiles what was typed at a prompt (`single` mode): values of expression statements are displayed.
pub fn interactive(parsed: &Parsed<ast::Module>, options: &Options) -> Result<Rc<Code>, SyntaxError> {
    compile_module(parsed, options, true).map_err(|fault| fault.locate_late(&parsed.source))
}

/// Compiles an expression (`eval` mode): the code returns its value.
pub fn expression(parsed: &Parsed<ast::Expr>, options: &Options) -> Result<Rc<Code>, SyntaxError> {
    compile_expression(parsed, options).map_err(|fault| fault.locate_late(&parsed.source))
}

/// The symbol table of a module.
pub fn module_blocks(parsed: &Parsed<ast::Module>) -> Result<Vec<Block>, SyntaxError> {
    let scopes = future::annotations(&parsed.tree.body)
        .and_then(|future| symbols::of_module(&parsed.tree, future))
        .and_then(resolved);
    let scopes = scopes.map_err(|fault| fault.locate_late(&parsed.source))?;
    Ok(table::blocks(&scopes, &parsed.source.lines))
}

/// The symbol table of an expression.
pub fn expression_blocks(parsed: &Parsed<ast::Expr>) -> Result<Vec<Block>, SyntaxError> {
    let scopes = symbols::of_expression(&parsed.tree).and_then(resolved);
    let scopes = scopes.map_err(|fault| fault.locate_late(&parsed.source))?;
    Ok(table::blocks(&scopes, &parsed.source.lines))
}

fn resolved(mut scopes: scope::Scopes) -> Result<scope::Scopes, Fault> {
    resolve::resolve(&mut scopes)?;
    Ok(scopes)
}

fn compile_module(
    parsed: &Parsed<ast::Module>,
    options: &Options,
    interactive: bool,
) -> Result<Rc<Code>, Fault> {
    let future = future::annotations(&parsed.tree.body)? || options.future_annotations;
    let scopes = resolved(symbols::of_module(&parsed.tree, future)?)?;
    let mut compiler = Compiler::new(&parsed.source, options, scopes, future);
    compiler.interactive = interactive;
    compiler.module(&parsed.tree)
}

fn compile_expression(parsed: &Parsed<ast::Expr>, options: &Options) -> Result<Rc<Code>, Fault> {
    let scopes = resolved(symbols::of_expression(&parsed.tree)?)?;
    let mut compiler = Compiler::new(&parsed.source, options, scopes, options.future_annotations);
    compiler.whole_expression(&parsed.tree)
}
