//! What the productions of patterns build.

use lalrpop_util::ParseError;

use super::super::ast::*;
use super::super::error::Fault;
use super::super::location::Span;
use super::super::token::Kind;
use super::expressions;

type Checked<T> = Result<T, ParseError<u32, Kind, Fault>>;

/// One argument of a class pattern as it is written.
pub(crate) enum PatternArgument {
    Positional(Pattern),
    Keyword(Identifier, Pattern),
}

fn pattern(start: u32, node: PatternKind, end: u32) -> Pattern {
    Pattern { span: Span::new(start, end), node }
}

/// `_` binds nothing.
fn unless_wildcard(name: Identifier) -> Option<Identifier> {
    (&*name != "_").then_some(name)
}

pub(crate) fn literal(start: u32, value: Expr, end: u32) -> Pattern {
    let node = match value.node {
        ExprKind::Constant(value @ (Constant::None | Constant::True | Constant::False)) => {
            PatternKind::MatchSingleton { value }
        }
        _ => PatternKind::MatchValue { value: Box::new(value) },
    };
    pattern(start, node, end)
}

pub(crate) fn value(start: u32, value: Expr, end: u32) -> Pattern {
    pattern(start, PatternKind::MatchValue { value: Box::new(value) }, end)
}

pub(crate) fn capture(start: u32, name: Identifier, end: u32) -> Pattern {
    pattern(start, PatternKind::MatchAs { pattern: None, name: unless_wildcard(name) }, end)
}

pub(crate) fn star(start: u32, name: Identifier, end: u32) -> Pattern {
    pattern(start, PatternKind::MatchStar { name: unless_wildcard(name) }, end)
}

pub(crate) fn as_(start: u32, inner: Pattern, name: Identifier, end: u32) -> Checked<Pattern> {
    if &*name == "_" {
        return Err(Fault::syntax("cannot use '_' as a target", Span::new(end - 1, end)).into());
    }
    Ok(pattern(start, PatternKind::MatchAs { pattern: Some(Box::new(inner)), name: Some(name) }, end))
}

/// Alternatives; a single one is itself.
pub(crate) fn or(start: u32, mut patterns: Vec<Pattern>, end: u32) -> Pattern {
    match patterns.pop() {
        Some(only) if patterns.is_empty() => only,
        last => {
            patterns.extend(last);
            pattern(start, PatternKind::MatchOr { patterns }, end)
        }
    }
}

pub(crate) fn sequence(start: u32, patterns: Vec<Pattern>, end: u32) -> Pattern {
    pattern(start, PatternKind::MatchSequence { patterns }, end)
}

pub(crate) fn mapping(
    start: u32,
    items: Vec<(Expr, Pattern)>,
    rest: Option<Identifier>,
    end: u32,
) -> Pattern {
    pattern(start, PatternKind::MatchMapping { items, rest }, end)
}

/// The name behind `**`, which cannot be the wildcard.
pub(crate) fn rest(start: u32, name: Identifier) -> Checked<Identifier> {
    match &*name {
        "_" => Err(Fault::syntax("invalid syntax", Span::new(start, start + 1)).into()),
        _ => Ok(name),
    }
}

pub(crate) fn class(start: u32, cls: Expr, arguments: Vec<PatternArgument>, end: u32) -> Checked<Pattern> {
    let (mut patterns, mut keywords) = (Vec::new(), Vec::new());
    for argument in arguments {
        match argument {
            PatternArgument::Positional(pattern) if keywords.is_empty() => patterns.push(pattern),
            PatternArgument::Positional(pattern) => {
                let message = "positional patterns follow keyword patterns";
                return Err(Fault::syntax(message, pattern.span).into());
            }
            PatternArgument::Keyword(name, pattern) => keywords.push((name, pattern)),
        }
    }
    Ok(pattern(start, PatternKind::MatchClass { cls: Box::new(cls), patterns, keywords }, end))
}

pub(crate) fn negative(start: u32, operand: Expr, end: u32) -> Expr {
    expressions::unary(start, UnaryOperator::USub, operand, end)
}

/// `-1 + 2j`: a real number first, an imaginary one behind.
pub(crate) fn complex(start: u32, left: Expr, op: Operator, right: Expr, end: u32) -> Checked<Expr> {
    let number = match &left.node {
        ExprKind::UnaryOp { operand, .. } => &operand.node,
        node => node,
    };
    if matches!(number, ExprKind::Constant(Constant::Imaginary(_))) {
        return Err(Fault::syntax("real number required in complex literal", left.span).into());
    }
    if !matches!(right.node, ExprKind::Constant(Constant::Imaginary(_))) {
        return Err(Fault::syntax("imaginary number required in complex literal", right.span).into());
    }
    Ok(expressions::binary(start, left, op, right, end))
}
