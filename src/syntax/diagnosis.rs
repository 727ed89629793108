//! What is wrong where the parser stopped, in CPython's words.

use super::error::Fault;
use super::lexer::Lexed;
use super::location::Span;
use super::parser::Failure;
use super::token::Kind;

/// Turns the parser's failure into the fault to be shown.
pub(crate) fn explain(failure: Failure, _start: Kind, lexed: &Lexed, _text: &str) -> Fault {
    match failure {
        Failure::Fault(fault) => fault,
        Failure::Unexpected(at) => {
            let span = lexed.tokens.get(at).map_or(Span::default(), |token| token.span);
            Fault::syntax("invalid syntax", span)
        }
    }
}
