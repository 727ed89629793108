//! What the productions of statements build. A compound statement ends where its last block ends, which the grammar
//! does not see behind the dedents; so blocks carry their ends along.

use lalrpop_util::ParseError;

use super::super::ast::*;
use super::super::error::Fault;
use super::super::location::Span;
use super::super::token::Kind;
use super::calls::CallArguments;
use super::targets;

type Checked<T> = Result<T, ParseError<u32, Kind, Fault>>;

/// Statements, and where the last line of them ends, a closing semicolon included.
#[derive(Default)]
pub(crate) struct Block {
    pub(crate) statements: Vec<Stmt>,
    /// 0 if there are no statements.
    pub(crate) end: u32,
}

impl Block {
    pub(crate) fn compound(statement: Stmt) -> Block {
        Block { end: statement.span.end, statements: vec![statement] }
    }

    pub(crate) fn followed_by(mut self, mut more: Block) -> Block {
        self.statements.append(&mut more.statements);
        Block { end: more.end, ..self }
    }
}

/// A part of a compound statement, and where its last block ends.
pub(crate) struct Compound<T> {
    node: T,
    end: u32,
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

pub(crate) fn if_branch(start: u32, test: Expr, body: Block) -> IfBranch {
    IfBranch { span: Span::new(start, body.end), test, body: body.statements }
}

pub(crate) fn if_(start: u32, mut branches: Vec<IfBranch>, orelse: Block) -> Stmt {
    let end = branches.last().map_or(start, |branch| branch.span.end).max(orelse.end);
    for branch in &mut branches {
        branch.span.end = end;
    }
    statement(start, StmtKind::If { branches, orelse: orelse.statements }, end)
}

pub(crate) fn while_(start: u32, test: Expr, body: Block, orelse: Block) -> Stmt {
    let end = body.end.max(orelse.end);
    let (body, orelse) = (body.statements, orelse.statements);
    statement(start, StmtKind::While { test: Box::new(test), body, orelse }, end)
}

pub(crate) fn for_parts(target: Expr, iter: Expr, body: Block, orelse: Block) -> Compound<For> {
    let end = body.end.max(orelse.end);
    let (body, orelse) = (body.statements, orelse.statements);
    Compound { node: For { target, iter, body, orelse, is_async: false }, end }
}

pub(crate) fn for_(start: u32, is_async: bool, mut parts: Compound<For>) -> Stmt {
    parts.node.is_async = is_async;
    statement(start, StmtKind::For(Box::new(parts.node)), parts.end)
}

pub(crate) fn try_parts(
    body: Block,
    handlers: Vec<ExceptHandler>,
    orelse: Block,
    finalbody: Block,
    is_star: bool,
) -> Compound<Try> {
    let end = handlers.last().map_or(0, |handler| handler.span.end).max(orelse.end).max(finalbody.end);
    let (body, orelse, finalbody) = (body.statements, orelse.statements, finalbody.statements);
    Compound { node: Try { body, handlers, orelse, finalbody, is_star }, end }
}

pub(crate) fn try_(start: u32, parts: Compound<Try>) -> Stmt {
    statement(start, StmtKind::Try(Box::new(parts.node)), parts.end)
}

pub(crate) fn handler(
    start: u32,
    type_: Option<Expr>,
    name: Option<Identifier>,
    body: Block,
) -> ExceptHandler {
    ExceptHandler { span: Span::new(start, body.end), type_, name, body: body.statements }
}

pub(crate) fn with_item(context_expr: Expr, target: Expr) -> Checked<WithItem> {
    Ok(WithItem { context_expr, optional_vars: Some(targets::store(target)?) })
}

pub(crate) fn with(start: u32, is_async: bool, (items, body): (Vec<WithItem>, Block)) -> Stmt {
    statement(start, StmtKind::With { items, body: body.statements, is_async }, body.end)
}

pub(crate) fn function_parts(
    name_span: Span,
    name: Identifier,
    type_params: Vec<TypeParam>,
    args: Arguments,
    returns: Option<Expr>,
    body: Block,
) -> Compound<FunctionDef> {
    let (end, body, decorator_list) = (body.end, body.statements, Vec::new());
    let node =
        FunctionDef { name, name_span, type_params, args, body, decorator_list, returns, is_async: false };
    Compound { node, end }
}

pub(crate) fn function(
    start: u32,
    decorator_list: Vec<Expr>,
    is_async: bool,
    parts: Compound<FunctionDef>,
) -> Stmt {
    let function = FunctionDef { decorator_list, is_async, ..parts.node };
    statement(start, StmtKind::FunctionDef(Box::new(function)), parts.end)
}

pub(crate) fn class_parts(
    name_span: Span,
    name: Identifier,
    type_params: Vec<TypeParam>,
    arguments: CallArguments,
    body: Block,
) -> Compound<ClassDef> {
    let CallArguments { args: bases, keywords } = arguments;
    let (end, body, decorator_list) = (body.end, body.statements, Vec::new());
    Compound { node: ClassDef { name, name_span, type_params, bases, keywords, body, decorator_list }, end }
}

pub(crate) fn class(start: u32, decorator_list: Vec<Expr>, parts: Compound<ClassDef>) -> Stmt {
    let class = ClassDef { decorator_list, ..parts.node };
    statement(start, StmtKind::ClassDef(Box::new(class)), parts.end)
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

pub(crate) fn case(pattern: Pattern, guard: Option<Expr>, body: Block) -> Compound<MatchCase> {
    Compound { node: MatchCase { pattern, guard, body: body.statements }, end: body.end }
}

pub(crate) fn first_case(case: Compound<MatchCase>) -> Compound<Vec<MatchCase>> {
    Compound { node: vec![case.node], end: case.end }
}

pub(crate) fn another_case(
    mut cases: Compound<Vec<MatchCase>>,
    case: Compound<MatchCase>,
) -> Compound<Vec<MatchCase>> {
    cases.node.push(case.node);
    Compound { end: case.end, ..cases }
}

pub(crate) fn match_(start: u32, subject: Expr, cases: Compound<Vec<MatchCase>>) -> Stmt {
    statement(start, StmtKind::Match { subject: Box::new(subject), cases: cases.node }, cases.end)
}
