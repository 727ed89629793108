//! `from __future__ import ...`: which features are asked for, and whether they are asked for in time.

use crate::syntax::Span;
use crate::syntax::ast::{Constant, ExprKind, Stmt, StmtKind};
use crate::syntax::error::Fault;

/// Features that have long been the rule.
const SETTLED: &[&str] = &[
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "generator_stop",
];

/// Are annotations to be kept as text? Reports unknown features.
pub(super) fn annotations(body: &[Stmt]) -> Result<bool, Fault> {
    let mut found = false;
    for (index, statement) in body.iter().enumerate() {
        match &statement.node {
            StmtKind::ImportFrom { module, names, level: 0 } if module.as_deref() == Some("__future__") => {
                for alias in names {
                    found |= &*alias.name == "annotations";
                    known(&alias.name, statement.span)?;
                }
            }
            StmtKind::Expr { value } if index == 0 && is_text(&value.node) => {}
            _ => break,
        }
    }
    Ok(found)
}

/// Reports a feature that does not exist.
fn known(name: &str, span: Span) -> Result<(), Fault> {
    match name {
        "annotations" | "barry_as_FLUFL" => Ok(()),
        name if SETTLED.contains(&name) => Ok(()),
        "braces" => Err(Fault::syntax("not a chance", span)),
        _ => Err(Fault::syntax(format!("future feature {name} is not defined"), span)),
    }
}

fn is_text(node: &ExprKind) -> bool {
    matches!(node, ExprKind::Constant(Constant::Str { .. }))
}
