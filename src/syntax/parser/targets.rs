//! What can be assigned to and deleted: expressions become targets here, or the error that says why not.

use lalrpop_util::ParseError;

use super::super::ast::*;
use super::super::error::Fault;
use super::super::token::Kind;

type Checked<T> = Result<T, ParseError<u32, Kind, Fault>>;

/// The first target of an assignment.
pub(crate) fn first(target: Expr) -> Checked<Vec<Expr>> {
    Ok(vec![store(target)?])
}

/// One more target of an assignment.
pub(crate) fn another(mut targets: Vec<Expr>, target: Expr) -> Checked<Vec<Expr>> {
    targets.push(store(target)?);
    Ok(targets)
}

/// A target that is assigned to, by any statement but an augmented or annotated assignment.
pub(crate) fn store(mut target: Expr) -> Result<Expr, Fault> {
    bind(&mut target, Context::Store)?;
    Ok(target)
}

/// The targets of a `for`.
pub(crate) fn loop_targets(target: Expr) -> Checked<Expr> {
    Ok(store(target)?)
}

/// A target of `del`.
pub(crate) fn delete(mut target: Expr) -> Result<Expr, Fault> {
    bind(&mut target, Context::Del)?;
    Ok(target)
}

/// The one target of an augmented assignment.
pub(crate) fn augmented(mut target: Expr) -> Result<Expr, Fault> {
    match target.node {
        ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => {
            bind(&mut target, Context::Store)?;
            Ok(target)
        }
        _ => {
            let name = describe(&target);
            let message = format!("'{name}' is an illegal expression for augmented assignment");
            Err(Fault::syntax(message, target.span))
        }
    }
}

/// The one target of an annotation.
pub(crate) fn annotated(mut target: Expr) -> Result<Expr, Fault> {
    let message = match &target.node {
        ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => {
            bind(&mut target, Context::Store)?;
            return Ok(target);
        }
        ExprKind::List { .. } => "only single target (not list) can be annotated",
        ExprKind::Tuple { .. } => "only single target (not tuple) can be annotated",
        _ => "illegal target for annotation",
    };
    Err(Fault::syntax(message, target.span))
}

/// Gives a target and its parts their context. Nesting is bounded by that of brackets.
fn bind(target: &mut Expr, context: Context) -> Result<(), Fault> {
    match &mut target.node {
        ExprKind::Name { ctx, .. } | ExprKind::Attribute { ctx, .. } | ExprKind::Subscript { ctx, .. } => {
            *ctx = context;
            Ok(())
        }
        ExprKind::List { elts, ctx } | ExprKind::Tuple { elts, ctx } => {
            *ctx = context;
            elts.iter_mut().try_for_each(|element| bind(element, context))
        }
        ExprKind::Starred { value, ctx } if context == Context::Store => {
            *ctx = context;
            bind(value, context)
        }
        _ => {
            let verb = if context == Context::Del { "delete" } else { "assign to" };
            Err(Fault::syntax(format!("cannot {verb} {}", describe(target)), target.span))
        }
    }
}

/// What an expression is called in messages.
pub(crate) fn describe(expression: &Expr) -> &'static str {
    match &expression.node {
        ExprKind::Attribute { .. } => "attribute",
        ExprKind::Subscript { .. } => "subscript",
        ExprKind::Starred { .. } => "starred",
        ExprKind::Name { .. } => "name",
        ExprKind::List { .. } => "list",
        ExprKind::Tuple { .. } => "tuple",
        ExprKind::Lambda { .. } => "lambda",
        ExprKind::Call { .. } => "function call",
        ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => "expression",
        ExprKind::GeneratorExp { .. } => "generator expression",
        ExprKind::Yield { .. } | ExprKind::YieldFrom { .. } => "yield expression",
        ExprKind::Await { .. } => "await expression",
        ExprKind::ListComp { .. } => "list comprehension",
        ExprKind::SetComp { .. } => "set comprehension",
        ExprKind::DictComp { .. } => "dict comprehension",
        ExprKind::Dict { .. } => "dict literal",
        ExprKind::Set { .. } => "set display",
        ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => "f-string expression",
        ExprKind::Constant(Constant::None) => "None",
        ExprKind::Constant(Constant::True) => "True",
        ExprKind::Constant(Constant::False) => "False",
        ExprKind::Constant(Constant::Ellipsis) => "ellipsis",
        ExprKind::Constant(_) => "literal",
        ExprKind::Compare { .. } => "comparison",
        ExprKind::IfExp { .. } => "conditional expression",
        ExprKind::NamedExpr { .. } => "named expression",
        ExprKind::Slice { .. } => "slice",
    }
}
