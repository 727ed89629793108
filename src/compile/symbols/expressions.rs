//! The names that expressions use.

use std::rc::Rc;

use super::{Builder, Outcome};
use crate::compile::scope::{Kind, Role, uses};
use crate::compile::{RED_ZONE, STACK_SEGMENT};
use crate::syntax::Span;
use crate::syntax::ast::*;
use crate::syntax::error::Fault;

impl Builder {
    pub(super) fn optional(&mut self, expression: Option<&Expr>) -> Outcome {
        expression.map_or(Ok(()), |expression| self.expression(expression))
    }

    pub(super) fn expressions(&mut self, expressions: &[Expr]) -> Outcome {
        expressions.iter().try_for_each(|expression| self.expression(expression))
    }

    pub(super) fn expression(&mut self, expression: &Expr) -> Outcome {
        stacker::maybe_grow(RED_ZONE, STACK_SEGMENT, || self.expression_here(expression))
    }

    fn expression_here(&mut self, expression: &Expr) -> Outcome {
        match &expression.node {
            ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr { values } => self.expressions(values),
            ExprKind::NamedExpr { target, value } => self.walrus(expression, target, value),
            ExprKind::BinOp { left, right, .. } => {
                self.expression(left)?;
                self.expression(right)
            }
            ExprKind::UnaryOp { operand, .. } => self.expression(operand),
            ExprKind::Lambda { args, body } => {
                self.defaults(args)?;
                let called = ("lambda", expression.span.start);
                let around = self.enter(Kind::Lambda, expression, Role::Body, called);
                self.parameters(args)?;
                self.expression(body)?;
                self.current = around;
                Ok(())
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.expression(test)?;
                self.expression(body)?;
                self.expression(orelse)
            }
            ExprKind::Dict { items } => items.iter().try_for_each(|item| {
                self.optional(item.key.as_ref())?;
                self.expression(&item.value)
            }),
            ExprKind::Set { elts } => self.expressions(elts),
            ExprKind::ListComp { elt, generators } => {
                self.comprehension(Kind::ListComprehension, expression, elt, None, generators)
            }
            ExprKind::SetComp { elt, generators } => {
                self.comprehension(Kind::SetComprehension, expression, elt, None, generators)
            }
            ExprKind::DictComp { key, value, generators } => {
                self.comprehension(Kind::DictComprehension, expression, key, Some(value), generators)
            }
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension(Kind::Generator, expression, elt, None, generators)
            }
            ExprKind::Await { value } => {
                self.forbid_in_annotation("await expression", expression.span)?;
                self.expression(value)?;
                self.scope().has_await = true;
                Ok(())
            }
            ExprKind::Yield { value } => {
                self.yields(expression.span)?;
                self.optional(value.as_deref())
            }
            ExprKind::YieldFrom { value } => {
                self.yields(expression.span)?;
                self.expression(value)
            }
            ExprKind::Compare { left, comparisons } => {
                self.expression(left)?;
                comparisons.iter().try_for_each(|(_, right)| self.expression(right))
            }
            ExprKind::Call { func, args, keywords } => {
                self.expression(func)?;
                self.expressions(args)?;
                keywords.iter().try_for_each(|keyword| {
                    if keyword.arg.as_deref() == Some("__debug__") {
                        return Err(Fault::syntax("cannot assign to __debug__", keyword.span));
                    }
                    self.expression(&keyword.value)
                })
            }
            ExprKind::FormattedValue { value, format_spec, .. } => {
                self.expression(value)?;
                self.optional(format_spec.as_deref())
            }
            ExprKind::Constant(_) => Ok(()),
            ExprKind::Attribute { value, attr, ctx } => {
                if &**attr == "__debug__" && *ctx != Context::Load {
                    let verb = if *ctx == Context::Store { "assign to" } else { "delete" };
                    return Err(Fault::syntax(format!("cannot {verb} __debug__"), expression.span));
                }
                if *ctx == Context::Store {
                    self.static_attribute(value, attr);
                }
                self.expression(value)
            }
            ExprKind::Subscript { value, slice, .. } => {
                self.expression(value)?;
                self.expression(slice)
            }
            ExprKind::Starred { value, .. } => self.expression(value),
            ExprKind::Name { id, ctx } => self.name(id, *ctx, expression.span),
            ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => self.expressions(elts),
            ExprKind::Slice { lower, upper, step } => {
                self.optional(lower.as_deref())?;
                self.optional(upper.as_deref())?;
                self.optional(step.as_deref())
            }
        }
    }

    /// `self.attr = ...` in a method: the class lists it.
    fn static_attribute(&mut self, value: &Expr, attr: &Rc<str>) {
        let ExprKind::Name { id, .. } = &value.node else { return };
        if self.receiver.as_ref() != Some(id) {
            return;
        }
        let mut above = Some(self.current);
        while let Some(id) = above {
            if self.scopes[id].kind == Kind::Class {
                let attributes = &mut self.scopes[id].static_attributes;
                if !attributes.contains(attr) {
                    attributes.push(attr.clone());
                }
                return;
            }
            above = self.scopes[id].parent;
        }
    }

    pub(super) fn name(&mut self, id: &Rc<str>, ctx: Context, span: Span) -> Outcome {
        match ctx {
            Context::Load => {
                self.define(id, uses::USE, span)?;
                if &**id == "super" && self.in_function() {
                    self.define(&"__class__".into(), uses::USE, span)?;
                }
                if self.scope().sees_class {
                    self.scope().add(&"__classdict__".into(), uses::USE);
                }
                Ok(())
            }
            Context::Store => self.store(id, span),
            Context::Del => {
                if &**id == "__debug__" {
                    return Err(Fault::syntax("cannot delete __debug__", span));
                }
                self.define(id, uses::LOCAL | uses::DELETED, span)
            }
        }
    }

    fn in_function(&self) -> bool {
        self.scopes[self.current].kind.is_function()
    }

    fn yields(&mut self, span: Span) -> Outcome {
        self.forbid_in_annotation("yield expression", span)?;
        let kind = self.scope().kind;
        let comprehension = match kind {
            Kind::ListComprehension => "list comprehension",
            Kind::SetComprehension => "set comprehension",
            Kind::DictComprehension => "dict comprehension",
            Kind::Generator => "generator expression",
            _ => {
                self.scope().has_yield = true;
                return Ok(());
            }
        };
        Err(Fault::syntax(format!("'yield' inside {comprehension}"), span))
    }

    pub(super) fn forbid_in_annotation(&mut self, what: &str, span: Span) -> Outcome {
        let place = match self.scope().kind {
            Kind::TypeParameters => "the definition of a generic",
            Kind::TypeAlias => "a type alias",
            Kind::TypeVariable(part) => part.told(),
            _ => return Ok(()),
        };
        Err(Fault::syntax(format!("{what} cannot be used within {place}"), span))
    }
}
