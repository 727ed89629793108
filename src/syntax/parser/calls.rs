//! The arguments of calls and class statements: their order is checked when the list is complete.

use std::rc::Rc;

use lalrpop_util::ParseError;

use super::super::ast::*;
use super::super::error::Fault;
use super::super::location::Span;
use super::super::token::Kind;

/// One argument as it is written.
pub(crate) enum Argument {
    /// A value, or `*value`.
    Positional(Expr),
    /// `name=value`, or `**value`.
    Keyword(Keyword),
}

/// The arguments of one call.
#[derive(Default)]
pub(crate) struct CallArguments {
    pub(crate) args: Vec<Expr>,
    pub(crate) keywords: Vec<Keyword>,
}

pub(crate) fn keyword(start: u32, arg: Option<Identifier>, value: Expr, end: u32) -> Argument {
    Argument::Keyword(Keyword { span: Span::new(start, end), arg, value })
}

pub(crate) fn call(start: u32, func: Expr, arguments: CallArguments, end: u32) -> Expr {
    let CallArguments { args, keywords } = arguments;
    Expr { span: Span::new(start, end), node: ExprKind::Call { func: Box::new(func), args, keywords } }
}

/// `func(element for target in values)`.
pub(crate) fn call_with_generator(start: u32, func: Expr, argument: Expr, end: u32) -> Expr {
    call(start, func, CallArguments { args: vec![argument], keywords: Vec::new() }, end)
}

/// Parts positional arguments from keywords, and checks what may follow what.
pub(crate) fn arrange(arguments: Vec<Argument>) -> Result<CallArguments, ParseError<u32, Kind, Fault>> {
    let mut arranged = CallArguments::default();
    for argument in arguments {
        match argument {
            Argument::Positional(value) => {
                check_position(&arranged.keywords, &value)?;
                arranged.args.push(value);
            }
            Argument::Keyword(keyword) => {
                check_repetition(&arranged.keywords, &keyword)?;
                arranged.keywords.push(keyword);
            }
        }
    }
    Ok(arranged)
}

fn check_position(keywords: &[Keyword], value: &Expr) -> Result<(), Fault> {
    let unpacked = keywords.iter().any(|keyword| keyword.arg.is_none());
    let starred = matches!(value.node, ExprKind::Starred { .. });
    let message = match (keywords.is_empty(), unpacked, starred) {
        (true, ..) | (_, false, true) => return Ok(()),
        (_, true, true) => "iterable argument unpacking follows keyword argument unpacking",
        (_, true, false) => "positional argument follows keyword argument unpacking",
        (_, false, false) => "positional argument follows keyword argument",
    };
    Err(Fault::syntax(message, value.span))
}

/// Names are shared within a tree, so that comparing the pointers is enough.
fn check_repetition(keywords: &[Keyword], new: &Keyword) -> Result<(), Fault> {
    let Some(name) = &new.arg else { return Ok(()) };
    let same = |other: &Keyword| other.arg.as_ref().is_some_and(|other| Rc::ptr_eq(other, name));
    match keywords.iter().any(same) {
        false => Ok(()),
        true => Err(Fault::syntax(format!("keyword argument repeated: {name}"), new.span)),
    }
}
