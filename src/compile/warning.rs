//! What compiles but is hardly meant: comparing identity with a literal, calling one, asserting a tuple.

use super::emit::Compiler;
use crate::code::Constant;
use crate::syntax::ast::{ComparisonOperator, Constant as Literal, Expr, ExprKind};
use crate::syntax::{Span, SyntaxWarning};

impl Compiler<'_> {
    fn warn(&self, span: Span, message: String) {
        let warning = SyntaxWarning { message, line: self.source.lines.line(span.start) };
        let mut warnings = self.options.warnings.borrow_mut();
        // Parts that are compiled more than once warn once.
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }

    /// `x is 1`.
    pub(super) fn warn_of_identity(
        &self,
        span: Span,
        left: &Expr,
        comparisons: &[(ComparisonOperator, Expr)],
    ) {
        let mut left = left;
        for (op, right) in comparisons {
            let (word, instead) = match op {
                ComparisonOperator::Is => ("is", "=="),
                ComparisonOperator::IsNot => ("is not", "!="),
                _ => {
                    left = right;
                    continue;
                }
            };
            let kind_of = |side: &Expr| self.constant(side).as_ref().and_then(literal_kind);
            if let Some(kind) = kind_of(left).or_else(|| kind_of(right)) {
                self.warn(span, format!("\"{word}\" with '{kind}' literal. Did you mean \"{instead}\"?"));
            }
            left = right;
        }
    }

    /// `"..." (x)`: a comma is missing.
    pub(super) fn warn_of_call(&self, func: &Expr) {
        use ExprKind::*;
        let suspicious = matches!(
            func.node,
            Constant(_)
                | Tuple { .. }
                | List { .. }
                | ListComp { .. }
                | Dict { .. }
                | DictComp { .. }
                | Set { .. }
                | SetComp { .. }
                | GeneratorExp { .. }
                | JoinedStr { .. }
                | FormattedValue { .. }
        );
        if let (true, Some(kind)) = (suspicious, kind_of(func)) {
            self.warn(func.span, format!("'{kind}' object is not callable; perhaps you missed a comma?"));
        }
    }

    /// `[1, 2] [x, y]`: a comma is missing.
    pub(super) fn warn_of_subscript(&self, value: &Expr, index: &Expr) {
        use ExprKind::*;
        let has_no_items = match &value.node {
            Constant(constant) => !matches!(constant, Literal::Str { .. } | Literal::Bytes(_)),
            Set { .. } | SetComp { .. } | GeneratorExp { .. } | Lambda { .. } => true,
            _ => false,
        };
        if let (true, Some(kind)) = (has_no_items, kind_of(value)) {
            self.warn(
                value.span,
                format!("'{kind}' object is not subscriptable; perhaps you missed a comma?"),
            );
            return;
        }
        let is_sequence = matches!(
            &value.node,
            Constant(Literal::Str { .. } | Literal::Bytes(_))
                | Tuple { .. }
                | List { .. }
                | ListComp { .. }
                | JoinedStr { .. }
                | FormattedValue { .. }
        );
        let is_number = match &index.node {
            Constant(constant) => {
                matches!(constant, Literal::Int(_) | Literal::BigInt(_) | Literal::True | Literal::False)
            }
            Tuple { .. } | List { .. } | ListComp { .. } | Set { .. } | SetComp { .. } | Dict { .. } => false,
            DictComp { .. } | GeneratorExp { .. } | Lambda { .. } | JoinedStr { .. } => false,
            _ => true,
        };
        if let (true, false, Some(kind), Some(found)) =
            (is_sequence, is_number, kind_of(value), kind_of(index))
        {
            let message = format!(
                "{kind} indices must be integers or slices, not {found}; perhaps you missed a comma?"
            );
            self.warn(value.span, message);
        }
    }

    /// `assert (test, message)`.
    pub(super) fn warn_of_assertion(&self, span: Span, test: &Expr) {
        if matches!(&test.node, ExprKind::Tuple { elts, .. } if !elts.is_empty()) {
            self.warn(span, "assertion is always true, perhaps remove parentheses?".into());
        }
    }
}

/// The type of a constant that has no identity to rely on.
fn literal_kind(constant: &Constant) -> Option<&'static str> {
    Some(match constant {
        Constant::Int(_) | Constant::BigInt(_) => "int",
        Constant::Float(_) => "float",
        Constant::Complex(..) => "complex",
        Constant::Str(_) => "str",
        Constant::Bytes(_) => "bytes",
        Constant::Tuple(_) => "tuple",
        _ => return None,
    })
}

/// The name of the type that an expression certainly has.
fn kind_of(expression: &Expr) -> Option<&'static str> {
    use ExprKind::*;
    Some(match &expression.node {
        Tuple { .. } => "tuple",
        List { .. } | ListComp { .. } => "list",
        Dict { .. } | DictComp { .. } => "dict",
        Set { .. } | SetComp { .. } => "set",
        GeneratorExp { .. } => "generator",
        Lambda { .. } => "function",
        JoinedStr { .. } | FormattedValue { .. } => "str",
        Constant(constant) => match constant {
            Literal::None => "NoneType",
            Literal::True | Literal::False => "bool",
            Literal::Ellipsis => "ellipsis",
            Literal::Int(_) | Literal::BigInt(_) => "int",
            Literal::Float(_) => "float",
            Literal::Imaginary(_) => "complex",
            Literal::Str { .. } => "str",
            Literal::Bytes(_) => "bytes",
        },
        _ => return None,
    })
}
