//! What the productions of statements build. A compound statement ends where its last block ends, which the grammar
//! does not see behind the dedents.

use lalrpop_util::ParseError;

use super::super::ast::*;
use super::super::error::Fault;
use super::super::location::Span;
use super::super::token::Kind;
use super::calls::CallArguments;
use super::targets;

type Checked<T> = Result<T, ParseError<u32, Kind, Fault>>;

fn end_of(blocks: &[&[Stmt]]) -> u32 {
    blocks.iter().rev().find_map(|block| block.last()).map_or(0, |last| last.span.end)
}

fn statement(start: u32, node: StmtKind, end: u32) -> Stmt {
    Stmt { span: Span::new(start, end), node }
}

pub(crate) fn delete(targets: Vec<Expr>) -> Checked<StmtKind> {
    let targets = targets.into_iter().map(targets::delete).collect::<Result<_, Fault>>()?;
    Ok(StmtKind::Delete { targets })
}

pub(crate) fn import_from(level: u32, module: Option<Identifier>, names: Vec<Alias>) -> StmtKind {
    StmtKind::ImportFrom { module, names, level }
}

pub(crate) fn type_alias(span: Span, id: Identifier, type_params: Vec<TypeParam>, value: Expr) -> StmtKind {
    let name = Box::new(Expr { span, node: ExprKind::Name { id, ctx: Context::Store } });
    StmtKind::TypeAlias { name, type_params, value: Box::new(value) }
}

pub(crate) fn augmented_assignment(target: Expr, op: Operator, value: Expr) -> Checked<StmtKind> {
    let target = Box::new(targets::augmented(target)?);
    Ok(StmtKind::AugAssign { target, op, value: Box::new(value) })
}

pub(crate) fn annotated_assignment(
    start: u32,
    target: Expr,
    annotation: Expr,
    value: Option<Expr>,
) -> Checked<StmtKind> {
    let simple = matches!(target.node, ExprKind::Name { .. }) && target.span.start == start;
    let target = Box::new(targets::annotated(target)?);
    let (annotation, value) = (Box::new(annotation), value.map(Box::new));
    Ok(StmtKind::AnnAssign { target, annotation, value, simple })
}

pub(crate) fn if_branch(start: u32, test: Expr, body: Vec<Stmt>) -> IfBranch {
    IfBranch { span: Span::new(start, end_of(&[&body])), test, body }
}

pub(crate) fn if_(start: u32, mut branches: Vec<IfBranch>, orelse: Vec<Stmt>) -> Stmt {
    let last = branches.last().map_or(start, |branch| branch.span.end);
    let end = last.max(end_of(&[&orelse]));
    for branch in &mut branches {
        branch.span.end = end;
    }
    statement(start, StmtKind::If { branches, orelse }, end)
}

pub(crate) fn while_(start: u32, test: Expr, body: Vec<Stmt>, orelse: Vec<Stmt>) -> Stmt {
    let end = end_of(&[&body, &orelse]);
    statement(start, StmtKind::While { test: Box::new(test), body, orelse }, end)
}

pub(crate) fn for_(start: u32, is_async: bool, mut node: For) -> Stmt {
    node.is_async = is_async;
    let end = end_of(&[&node.body, &node.orelse]);
    statement(start, StmtKind::For(Box::new(node)), end)
}

pub(crate) fn try_parts(
    body: Vec<Stmt>,
    handlers: Vec<ExceptHandler>,
    orelse: Vec<Stmt>,
    finalbody: Vec<Stmt>,
    is_star: bool,
) -> Try {
    Try { body, handlers, orelse, finalbody, is_star }
}

pub(crate) fn try_(start: u32, node: Try) -> Stmt {
    let handlers = node.handlers.last().map_or(0, |handler| handler.span.end);
    let end = handlers.max(end_of(&[&node.orelse, &node.finalbody]));
    statement(start, StmtKind::Try(Box::new(node)), end)
}

pub(crate) fn handler(
    start: u32,
    type_: Option<Expr>,
    name: Option<Identifier>,
    body: Vec<Stmt>,
) -> ExceptHandler {
    ExceptHandler { span: Span::new(start, end_of(&[&body])), type_, name, body }
}

pub(crate) fn with_item(context_expr: Expr, target: Expr) -> Checked<WithItem> {
    Ok(WithItem { context_expr, optional_vars: Some(targets::store(target)?) })
}

pub(crate) fn with(start: u32, is_async: bool, (items, body): (Vec<WithItem>, Vec<Stmt>)) -> Stmt {
    let end = end_of(&[&body]);
    statement(start, StmtKind::With { items, body, is_async }, end)
}

pub(crate) fn function_parts(
    name_span: Span,
    name: Identifier,
    type_params: Vec<TypeParam>,
    args: Arguments,
    returns: Option<Expr>,
    body: Vec<Stmt>,
) -> FunctionDef {
    let decorator_list = Vec::new();
    FunctionDef { name, name_span, type_params, args, body, decorator_list, returns, is_async: false }
}

pub(crate) fn function(
    start: u32,
    decorator_list: Vec<Expr>,
    is_async: bool,
    mut function: FunctionDef,
) -> Stmt {
    function.decorator_list = decorator_list;
    function.is_async = is_async;
    let end = end_of(&[&function.body]);
    statement(start, StmtKind::FunctionDef(Box::new(function)), end)
}

pub(crate) fn class_parts(
    name_span: Span,
    name: Identifier,
    type_params: Vec<TypeParam>,
    arguments: CallArguments,
    body: Vec<Stmt>,
) -> ClassDef {
    let CallArguments { args: bases, keywords } = arguments;
    ClassDef { name, name_span, type_params, bases, keywords, body, decorator_list: Vec::new() }
}

pub(crate) fn class(start: u32, decorator_list: Vec<Expr>, mut class: ClassDef) -> Stmt {
    class.decorator_list = decorator_list;
    let end = end_of(&[&class.body]);
    statement(start, StmtKind::ClassDef(Box::new(class)), end)
}

pub(crate) fn type_param(
    start: u32,
    kind: TypeParamKind,
    name: Identifier,
    bound: Option<Expr>,
    default_value: Option<Expr>,
    end: u32,
) -> TypeParam {
    TypeParam { span: Span::new(start, end), kind, name, bound, default_value }
}

pub(crate) fn match_(start: u32, subject: Expr, cases: Vec<MatchCase>) -> Stmt {
    let end = cases.last().map_or(0, |case| end_of(&[&case.body]));
    statement(start, StmtKind::Match { subject: Box::new(subject), cases }, end)
}
