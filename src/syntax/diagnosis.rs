//! What is wrong where the parser stopped, in CPython's words.
//!
//! The parser only says which token it could not take. Here the statement around it is read a second time, by
//! recursive descent and without building a tree, by a grammar that also knows common mistakes: the first it meets is
//! reported. If it knows none, the error is "invalid syntax". One file per family of mistakes.
//!
//! Invariant: nothing here decides whether a source is right. What is read was refused already.

mod calls;
mod cursor;
mod definitions;
mod displays;
mod expressions;
mod fields;
mod layout;
mod patterns;
mod statements;
mod targets;

use super::error::Fault;
use super::lexer::Lexed;
use super::location::Span;
use super::parser::Failure;
use super::token::Kind;
use cursor::{Cursor, Stop};

/// Turns the parser's failure into the fault to be shown.
pub(crate) fn explain(failure: Failure, start: Kind, lexed: &Lexed, text: &str) -> Fault {
    let (at, known) = match failure {
        Failure::Fault(fault) if lexed.fault.as_ref() == Some(&fault) => return fault,
        Failure::Fault(fault) => (token_at(lexed, fault.span.start), Some(fault)),
        Failure::Unexpected(at) => (at, None),
    };
    let is_indent = lexed.tokens.get(at).is_some_and(|token| token.kind == Kind::Indent);
    let found = match start {
        _ if is_indent && known.is_none() => None,
        Kind::StartExpression => reread(lexed, text, 0, |cursor| cursor.whole_expression()),
        _ => reread(lexed, text, line_start(lexed, at), |cursor| cursor.line()),
    };
    let missing = if known.is_none() { layout::explain(lexed, text, at) } else { None };
    let fault = missing.or(found).or(known).unwrap_or_else(|| generic(lexed, at));
    outranked(lexed, text, fault, at)
}

fn reread(
    lexed: &Lexed,
    text: &str,
    from: usize,
    rule: fn(&mut Cursor<'_>) -> Result<(), Stop>,
) -> Option<Fault> {
    match rule(&mut Cursor::new(lexed, text, from)) {
        Err(Stop::Fault(fault)) => Some(*fault),
        Err(Stop::Lost) | Ok(()) => None,
    }
}

fn token_at(lexed: &Lexed, offset: u32) -> usize {
    lexed.tokens.partition_point(|token| token.span.start <= offset).saturating_sub(1)
}

/// The first token of the line of the token at `at`; of an indented line that is the `Indent`.
fn line_start(lexed: &Lexed, at: usize) -> usize {
    let before = &lexed.tokens[..at.min(lexed.tokens.len())];
    before.iter().rposition(|token| token.kind == Kind::Newline).map_or(0, |newline| newline + 1)
}

fn generic(lexed: &Lexed, at: usize) -> Fault {
    let Some(token) = lexed.tokens.get(at).or(lexed.tokens.last()) else {
        return Fault::syntax("invalid syntax", Span::default());
    };
    let place = Span::new(token.span.end, token.span.end);
    match token.kind {
        Kind::Indent => Fault::indentation("unexpected indent", place).open_ended(-1),
        Kind::Dedent => Fault::indentation("unexpected unindent", place).open_ended(-1),
        _ => Fault::syntax("invalid syntax", token.span),
    }
}

/// What the lexer finds later outranks the error: that of a bracket only if it was opened on an earlier line.
fn outranked(lexed: &Lexed, text: &str, fault: Fault, at: usize) -> Fault {
    let Some(later) = &lexed.fault else { return fault };
    let is_unclosed = later.message.ends_with("was never closed");
    let last = lexed.tokens.get(at).map_or(0, |token| token.span.start);
    let newline_between =
        later.span.start < last && text[later.span.start as usize..last as usize].contains('\n');
    if is_unclosed && !newline_between { fault } else { later.clone() }
}
