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

use super::error::{Fault, SyntaxErrorKind};
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
    let found = match start {
        _ if known.is_none() && is_misplaced(lexed, at) => None,
        Kind::StartExpression => reread(lexed, text, 0, |cursor| cursor.whole_expression()),
        _ => reread(lexed, text, line_start(lexed, at), |cursor| cursor.line()),
    };
    let (found, furthest) = found.unwrap_or((None, at));
    let last = furthest.max(at);
    let missing = if known.is_none() { layout::explain(lexed, text, at) } else { None };
    match missing.or(found).or(known) {
        Some(fault) => outranked(lexed, text, fault, last),
        None => {
            let fault = generic(lexed, at);
            if fault.kind == SyntaxErrorKind::SyntaxError {
                outranked(lexed, text, fault, last)
            } else {
                fault
            }
        }
    }
}

/// Reads with a rule: the mistake it meets, and the last token that it looked at.
fn reread(
    lexed: &Lexed,
    text: &str,
    from: usize,
    rule: fn(&mut Cursor<'_>) -> Result<(), Stop>,
) -> Option<(Option<Fault>, usize)> {
    let mut cursor = Cursor::new(lexed, text, from);
    let fault = match rule(&mut cursor) {
        Err(Stop::Fault(fault)) => Some(*fault),
        Err(Stop::Lost) | Ok(()) => None,
    };
    Some((fault, cursor.furthest()))
}

/// The token is an indentation, or a keyword such as `else` that goes on with a statement where there is none: then
/// its line may be right in itself.
fn is_misplaced(lexed: &Lexed, at: usize) -> bool {
    let Some(token) = lexed.tokens.get(at) else { return false };
    matches!(token.kind, Kind::Indent | Kind::Else | Kind::Elif | Kind::Except | Kind::Finally)
        && lexed.tokens[line_start(lexed, at)..at].iter().all(|token| token.kind == Kind::Dedent)
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
    let before = token.span.end.saturating_sub(1);
    let place = Span::new(before, before);
    match token.kind {
        Kind::Indent => Fault::indentation("unexpected indent", place).open_ended(-1),
        Kind::Dedent => Fault::indentation("unexpected unindent", place).open_ended(-1),
        Kind::EndMarker => Fault::syntax("invalid syntax", token.span).mendable(),
        _ => Fault::syntax("invalid syntax", token.span),
    }
}

/// What the lexer finds wrong with a token later outranks the error; that a bracket is never closed does so only if it
/// was opened on an earlier line. Faults of the layout and within f-strings do not. `at` is the last token looked at.
fn outranked(lexed: &Lexed, text: &str, fault: Fault, at: usize) -> Fault {
    let Some(later) = lexed.fault.as_ref().filter(|later| !lexed.in_fstring && concerns_token(later)) else {
        return fault;
    };
    let is_unclosed = later.message.ends_with("was never closed");
    let last = lexed.tokens.get(at).map_or(0, |token| token.span.start);
    let newline_between =
        later.span.start < last && text[later.span.start as usize..last as usize].contains('\n');
    if is_unclosed && !newline_between { fault } else { later.clone() }
}

fn concerns_token(fault: &Fault) -> bool {
    fault.kind == SyntaxErrorKind::SyntaxError
        && !fault.message.ends_with("line continuation character")
        && !fault.message.starts_with("unexpected EOF")
}
