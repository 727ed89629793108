//! The scopes of comprehensions, and what `:=` binds out of them.

use std::rc::Rc;

use super::{Builder, Outcome};
use crate::compile::scope::{Kind, Role, ScopeId, uses};
use crate::syntax::Span;
use crate::syntax::ast::*;
use crate::syntax::error::Fault;

impl Builder {
    pub(super) fn walrus(&mut self, expression: &Expr, target: &Expr, value: &Expr) -> Outcome {
        self.forbid_in_annotation("named expression", expression.span)?;
        let span = target.span;
        if self.in_iterable > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            return Err(Fault::syntax(message, expression.span));
        }
        if let ExprKind::Name { id, .. } = &target.node {
            if &**id == "__debug__" {
                return Err(Fault::syntax("cannot assign to __debug__", span));
            }
            if self.scope().kind.is_comprehension() {
                self.walrus_out_of_comprehension(id, span)?;
            } else {
                self.store(id, span)?;
            }
        }
        self.scope().has_walrus = true;
        self.expression(value)
    }

    /// The target of a walrus in a comprehension belongs to the function or module around.
    fn walrus_out_of_comprehension(&mut self, id: &Rc<str>, span: Span) -> Outcome {
        let name = self.mangling.apply(id);
        let mut above = self.current;
        let mut passed = Vec::new();
        while self.scopes[above].kind.is_comprehension() {
            if self.scopes[above].uses(&name) & uses::ITERATION != 0 {
                let message =
                    format!("assignment expression cannot rebind comprehension iteration variable '{id}'");
                return Err(Fault::syntax(message, span));
            }
            passed.push(above);
            above = self.scopes[above].parent.expect("a comprehension is in something");
        }
        let what = match self.scopes[above].kind {
            Kind::Class => "a class body",
            Kind::TypeParameters => "the definition of a generic",
            Kind::TypeAlias => "a type alias",
            // CPython tells no parts here.
            Kind::TypeVariable(_) => "a TypeVar bound",
            Kind::Module => {
                self.scopes[above].add(&name, uses::GLOBAL);
                self.mark(&passed, &name, uses::GLOBAL);
                return Ok(());
            }
            _ => {
                let global = self.scopes[above].uses(&name) & uses::GLOBAL;
                if global == 0 {
                    self.scopes[above].add(&name, uses::LOCAL);
                }
                self.scopes[above].has_walrus = true;
                self.mark(&passed, &name, if global == 0 { uses::NONLOCAL } else { uses::GLOBAL });
                return Ok(());
            }
        };
        let message = format!("assignment expression within a comprehension cannot be used in {what}");
        Err(Fault::syntax(message, span))
    }

    fn mark(&mut self, scopes: &[ScopeId], name: &Rc<str>, how: u16) {
        for id in scopes {
            self.scopes[*id].add(name, how);
            self.scopes[*id].has_walrus = true;
        }
    }

    pub(super) fn comprehension(
        &mut self,
        kind: Kind,
        node: &Expr,
        element: &Expr,
        value: Option<&Expr>,
        generators: &[Comprehension],
    ) -> Outcome {
        self.in_iterable += 1;
        self.expression(&generators[0].iter)?;
        self.in_iterable -= 1;
        let name = match kind {
            Kind::Generator => "genexpr",
            Kind::SetComprehension => "setcomp",
            Kind::DictComprehension => "dictcomp",
            _ => "listcomp",
        };
        let around = self.enter(kind, node, Role::Body, (name, node.span.start));
        self.scope().add(&".0".into(), uses::PARAMETER);
        self.scope().has_await = generators.iter().any(|generator| generator.is_async);
        for (index, generator) in generators.iter().enumerate() {
            self.iteration_target(&generator.target)?;
            if index > 0 {
                self.in_iterable += 1;
                self.expression(&generator.iter)?;
                self.in_iterable -= 1;
            }
            self.expressions(&generator.ifs)?;
        }
        self.optional(value)?;
        self.expression(element)?;
        let is_async = self.scope().has_await;
        let has_walrus = self.scope().has_walrus;
        self.current = around;
        self.scope().has_walrus |= has_walrus;
        // An asynchronous comprehension makes what it stands in asynchronous, a generator expression does not.
        if is_async && kind != Kind::Generator {
            self.scope().has_await = true;
        }
        Ok(())
    }

    fn iteration_target(&mut self, target: &Expr) -> Outcome {
        let before = self.scope().names.len();
        self.expression(target)?;
        self.forbid_rebinding(target)?;
        let names: Vec<Rc<str>> = self.scope().names[before..].to_vec();
        for name in names {
            if self.scope().uses(&name) & uses::LOCAL != 0 {
                self.scope().add(&name, uses::ITERATION);
            }
        }
        Ok(())
    }

    /// What a walrus inside has bound outside of the comprehension, an inner loop does not bind.
    fn forbid_rebinding(&mut self, target: &Expr) -> Outcome {
        match &target.node {
            ExprKind::Name { id, .. } => {
                let name = self.mangling.apply(id);
                if self.scope().uses(&name) & (uses::GLOBAL | uses::NONLOCAL) == 0 {
                    return Ok(());
                }
                let message =
                    format!("comprehension inner loop cannot rebind assignment expression target '{id}'");
                Err(Fault::syntax(message, target.span))
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                elts.iter().try_for_each(|element| self.forbid_rebinding(element))
            }
            ExprKind::Starred { value, .. } => self.forbid_rebinding(value),
            _ => Ok(()),
        }
    }
}
