//! What the productions of expressions build, and the small tools for lists.

use super::super::ast::*;
use super::super::location::Span;

/// Adds an item to a list.
pub(crate) fn push<T>(mut items: Vec<T>, item: T) -> Vec<T> {
    items.push(item);
    items
}

/// Adds a list to a list.
pub(crate) fn append<T>(mut items: Vec<T>, mut more: Vec<T>) -> Vec<T> {
    items.append(&mut more);
    items
}

fn expression(start: u32, node: ExprKind, end: u32) -> Expr {
    Expr { span: Span::new(start, end), node }
}

pub(crate) fn name(start: u32, id: Identifier, end: u32) -> Expr {
    expression(start, ExprKind::Name { id, ctx: Context::Load }, end)
}

pub(crate) fn constant(start: u32, value: Constant, end: u32) -> Expr {
    expression(start, ExprKind::Constant(value), end)
}

pub(crate) fn tuple(start: u32, elts: Vec<Expr>, end: u32) -> Expr {
    expression(start, ExprKind::Tuple { elts, ctx: Context::Load }, end)
}

pub(crate) fn list(start: u32, elts: Vec<Expr>, end: u32) -> Expr {
    expression(start, ExprKind::List { elts, ctx: Context::Load }, end)
}

pub(crate) fn set(start: u32, elts: Vec<Expr>, end: u32) -> Expr {
    expression(start, ExprKind::Set { elts }, end)
}

pub(crate) fn dict(start: u32, items: Vec<DictItem>, end: u32) -> Expr {
    expression(start, ExprKind::Dict { items }, end)
}

pub(crate) fn starred(start: u32, value: Expr, end: u32) -> Expr {
    expression(start, ExprKind::Starred { value: Box::new(value), ctx: Context::Load }, end)
}

pub(crate) fn yield_(start: u32, value: Option<Expr>, end: u32) -> Expr {
    expression(start, ExprKind::Yield { value: value.map(Box::new) }, end)
}

pub(crate) fn yield_from(start: u32, value: Expr, end: u32) -> Expr {
    expression(start, ExprKind::YieldFrom { value: Box::new(value) }, end)
}

pub(crate) fn await_(start: u32, value: Expr, end: u32) -> Expr {
    expression(start, ExprKind::Await { value: Box::new(value) }, end)
}

pub(crate) fn named(start: u32, mut target: Expr, value: Expr, end: u32) -> Expr {
    if let ExprKind::Name { ctx, .. } = &mut target.node {
        *ctx = Context::Store;
    }
    expression(start, ExprKind::NamedExpr { target: Box::new(target), value: Box::new(value) }, end)
}

pub(crate) fn conditional(start: u32, body: Expr, test: Expr, orelse: Expr, end: u32) -> Expr {
    let (body, test, orelse) = (Box::new(body), Box::new(test), Box::new(orelse));
    expression(start, ExprKind::IfExp { test, body, orelse }, end)
}

pub(crate) fn lambda(start: u32, args: Arguments, body: Expr, end: u32) -> Expr {
    expression(start, ExprKind::Lambda { args: Box::new(args), body: Box::new(body) }, end)
}

pub(crate) fn boolean(start: u32, op: BoolOperator, values: Vec<Expr>, end: u32) -> Expr {
    expression(start, ExprKind::BoolOp { op, values }, end)
}

pub(crate) fn unary(start: u32, op: UnaryOperator, operand: Expr, end: u32) -> Expr {
    expression(start, ExprKind::UnaryOp { op, operand: Box::new(operand) }, end)
}

pub(crate) fn binary(start: u32, left: Expr, op: Operator, right: Expr, end: u32) -> Expr {
    expression(start, ExprKind::BinOp { left: Box::new(left), op, right: Box::new(right) }, end)
}

pub(crate) fn compare(
    start: u32,
    left: Expr,
    comparisons: Vec<(ComparisonOperator, Expr)>,
    end: u32,
) -> Expr {
    expression(start, ExprKind::Compare { left: Box::new(left), comparisons }, end)
}

pub(crate) fn attribute(start: u32, value: Expr, attr: Identifier, end: u32) -> Expr {
    expression(start, ExprKind::Attribute { value: Box::new(value), attr, ctx: Context::Load }, end)
}

pub(crate) fn subscript(start: u32, value: Expr, slice: Expr, end: u32) -> Expr {
    let (value, slice) = (Box::new(value), Box::new(slice));
    expression(start, ExprKind::Subscript { value, slice, ctx: Context::Load }, end)
}

pub(crate) fn slice(
    start: u32,
    lower: Option<Expr>,
    upper: Option<Expr>,
    step: Option<Expr>,
    end: u32,
) -> Expr {
    let (lower, upper, step) = (lower.map(Box::new), upper.map(Box::new), step.map(Box::new));
    expression(start, ExprKind::Slice { lower, upper, step }, end)
}

pub(crate) fn comprehension(target: Expr, iter: Expr, is_async: bool) -> Comprehension {
    Comprehension { target, iter, ifs: Vec::new(), is_async }
}

/// Gives the last `for` of a comprehension another `if`.
pub(crate) fn add_condition(mut generators: Vec<Comprehension>, condition: Expr) -> Vec<Comprehension> {
    if let Some(last) = generators.last_mut() {
        last.ifs.push(condition);
    }
    generators
}

pub(crate) fn generator(start: u32, elt: Expr, generators: Vec<Comprehension>, end: u32) -> Expr {
    expression(start, ExprKind::GeneratorExp { elt: Box::new(elt), generators }, end)
}

pub(crate) fn list_comprehension(start: u32, elt: Expr, generators: Vec<Comprehension>, end: u32) -> Expr {
    expression(start, ExprKind::ListComp { elt: Box::new(elt), generators }, end)
}

pub(crate) fn set_comprehension(start: u32, elt: Expr, generators: Vec<Comprehension>, end: u32) -> Expr {
    expression(start, ExprKind::SetComp { elt: Box::new(elt), generators }, end)
}

pub(crate) fn dict_comprehension(
    start: u32,
    key: Expr,
    value: Expr,
    generators: Vec<Comprehension>,
    end: u32,
) -> Expr {
    let (key, value) = (Box::new(key), Box::new(value));
    expression(start, ExprKind::DictComp { key, value, generators }, end)
}
