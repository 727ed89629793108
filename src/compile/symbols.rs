//! Tree to scopes: collects the names of each block and reports what symbol tables report.
//!
//! Does not decide where a name lives; see `resolve`.

mod comprehensions;
mod expressions;

use std::rc::Rc;

use super::scope::{Kind, Mangling, Part, Role, Scope, ScopeId, Scopes, address, uses};
use crate::syntax::Span;
use crate::syntax::ast::*;
use crate::syntax::error::Fault;

type Outcome = Result<(), Fault>;

/// Collects the scopes of a module.
pub(super) fn of_module(module: &Module, future_annotations: bool) -> Result<Scopes, Fault> {
    let mut builder = Builder::new(future_annotations);
    builder.body(&module.body)?;
    Ok(builder.scopes)
}

/// Collects the scopes of an expression.
pub(super) fn of_expression(expression: &Expr) -> Result<Scopes, Fault> {
    let mut builder = Builder::new(false);
    builder.expression(expression)?;
    Ok(builder.scopes)
}

struct Builder {
    scopes: Scopes,
    current: ScopeId,
    mangling: Mangling,
    future_annotations: bool,
    /// In the iterable of a comprehension.
    in_iterable: u32,
    /// The first parameter of the method we are in.
    receiver: Option<Rc<str>>,
}

impl Builder {
    fn new(future_annotations: bool) -> Builder {
        let mut scopes = Scopes::default();
        scopes.all.push(Scope::new(Kind::Module, None, false));
        Builder {
            scopes,
            current: ScopeId(0),
            mangling: Mangling::default(),
            future_annotations,
            in_iterable: 0,
            receiver: None,
        }
    }

    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes[self.current]
    }

    fn enter<T>(&mut self, kind: Kind, node: &T, role: Role, (name, start): (&str, u32)) -> ScopeId {
        let parent = self.current;
        let nested = self.scopes[parent].nested || self.scopes[parent].kind.is_function();
        let id = ScopeId(self.scopes.all.len());
        let mut scope = Scope::new(kind, Some(parent), nested);
        (scope.name, scope.start) = (name.into(), start);
        let parent_scope = &self.scopes[parent];
        let class_above = parent_scope.kind == Kind::Class || parent_scope.sees_class;
        scope.sees_class = class_above && kind.is_annotation();
        self.scopes.all.push(scope);
        self.scopes[parent].children.push(id);
        self.scopes.by_node.insert((address(node), role), id);
        self.current = id;
        parent
    }

    fn define(&mut self, name: &Rc<str>, how: u16, span: Span) -> Outcome {
        let name = self.mangling.apply(name);
        if how & uses::PARAMETER != 0 && self.scope().uses(&name) & uses::PARAMETER != 0 {
            return Err(Fault::syntax(format!("duplicate argument '{name}' in function definition"), span));
        }
        if how & uses::TYPE_PARAMETER != 0 && self.scope().uses(&name) & uses::TYPE_PARAMETER != 0 {
            return Err(Fault::syntax(format!("duplicate type parameter '{name}'"), span));
        }
        self.scope().add(&name, how);
        Ok(())
    }

    fn store(&mut self, name: &Rc<str>, span: Span) -> Outcome {
        if &**name == "__debug__" {
            return Err(Fault::syntax("cannot assign to __debug__", span));
        }
        self.define(name, uses::LOCAL, span)
    }

    fn body(&mut self, body: &[Stmt]) -> Outcome {
        body.iter().try_for_each(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &Stmt) -> Outcome {
        stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || self.statement_here(statement))
    }

    fn statement_here(&mut self, statement: &Stmt) -> Outcome {
        let span = statement.span;
        match &statement.node {
            StmtKind::FunctionDef(function) => self.function(function, span),
            StmtKind::ClassDef(class) => self.class(class, span),
            StmtKind::Return { value } => self.optional(value.as_deref()),
            StmtKind::Delete { targets } => self.expressions(targets),
            StmtKind::Assign { targets, value } => {
                self.expression(value)?;
                self.expressions(targets)
            }
            StmtKind::TypeAlias { name, type_params, value } => {
                self.expression(name)?;
                let called = match &name.node {
                    ExprKind::Name { id, .. } => (&**id, span.start),
                    _ => ("", span.start),
                };
                let outer = (!type_params.is_empty())
                    .then(|| self.enter(Kind::TypeParameters, statement, Role::TypeParameters, called));
                self.type_parameters(type_params)?;
                let around = self.enter(Kind::TypeAlias, statement, Role::Body, called);
                self.expression(value)?;
                self.current = outer.unwrap_or(around);
                Ok(())
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.expression(target)?;
                self.expression(value)
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated(statement.span, target, annotation, *simple, value.is_some())?;
                self.optional(value.as_deref())
            }
            StmtKind::For(node) => {
                self.expression(&node.target)?;
                self.expression(&node.iter)?;
                self.scope().has_await |= node.is_async;
                self.body(&node.body)?;
                self.body(&node.orelse)
            }
            StmtKind::While { test, body, orelse } => {
                self.expression(test)?;
                self.body(body)?;
                self.body(orelse)
            }
            StmtKind::If { branches, orelse } => {
                for branch in branches {
                    self.expression(&branch.test)?;
                    self.body(&branch.body)?;
                }
                self.body(orelse)
            }
            StmtKind::With { items, body, is_async } => {
                self.scope().has_await |= is_async;
                for item in items {
                    self.expression(&item.context_expr)?;
                    self.optional(item.optional_vars.as_ref())?;
                }
                self.body(body)
            }
            StmtKind::Match { subject, cases } => {
                self.expression(subject)?;
                for case in cases {
                    self.pattern(&case.pattern)?;
                    self.optional(case.guard.as_ref())?;
                    self.body(&case.body)?;
                }
                Ok(())
            }
            StmtKind::Raise { exc, cause } => {
                self.optional(exc.as_deref())?;
                self.optional(cause.as_deref())
            }
            StmtKind::Try(node) => self.try_statement(node),
            StmtKind::Assert { test, msg } => {
                self.expression(test)?;
                self.optional(msg.as_deref())
            }
            StmtKind::Import { names } => names.iter().try_for_each(|alias| self.alias(alias, span)),
            StmtKind::ImportFrom { names, .. } => names.iter().try_for_each(|alias| self.alias(alias, span)),
            StmtKind::Global { names } => {
                names.iter().try_for_each(|name| self.declare(name, uses::GLOBAL, "global", span))
            }
            StmtKind::Nonlocal { names } => {
                names.iter().try_for_each(|name| self.declare(name, uses::NONLOCAL, "nonlocal", span))
            }
            StmtKind::Expr { value } => self.expression(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
        }
    }

    fn try_statement(&mut self, node: &Try) -> Outcome {
        self.body(&node.body)?;
        for handler in &node.handlers {
            self.optional(handler.type_.as_ref())?;
            if let Some(name) = &handler.name {
                self.store(name, handler.span)?;
                self.define(name, uses::DELETED, handler.span)?;
            }
            self.body(&handler.body)?;
        }
        self.body(&node.orelse)?;
        self.body(&node.finalbody)
    }

    fn alias(&mut self, alias: &Alias, span: Span) -> Outcome {
        if &*alias.name == "*" {
            if self.scope().kind != Kind::Module {
                return Err(Fault::syntax("import * only allowed at module level", alias.span));
            }
            return Ok(());
        }
        let first: Rc<str> = match &alias.asname {
            Some(name) => name.clone(),
            None => alias.name.split('.').next().unwrap_or_default().into(),
        };
        if &*first == "__debug__" {
            return Err(Fault::syntax("cannot assign to __debug__", span));
        }
        self.define(&first, uses::IMPORTED, span)
    }

    fn declare(&mut self, name: &Rc<str>, how: u16, word: &str, span: Span) -> Outcome {
        let mangled = self.mangling.apply(name);
        let used = self.scope().uses(&mangled);
        let complaint = if used & uses::PARAMETER != 0 {
            Some(format!("name '{name}' is parameter and {word}"))
        } else if used & uses::USE != 0 {
            Some(format!("name '{name}' is used prior to {word} declaration"))
        } else if used & uses::ANNOTATED != 0 {
            Some(format!("annotated name '{name}' can't be {word}"))
        } else if used & uses::LOCAL != 0 {
            Some(format!("name '{name}' is assigned to before {word} declaration"))
        } else {
            None
        };
        if let Some(message) = complaint {
            return Err(Fault::syntax(message, span));
        }
        if how == uses::NONLOCAL && self.scope().kind == Kind::Module {
            return Err(Fault::syntax("nonlocal declaration not allowed at module level", span));
        }
        if (used | how) & (uses::GLOBAL | uses::NONLOCAL) == uses::GLOBAL | uses::NONLOCAL {
            let first = self.scope().declared.iter().find(|(declared, _)| *declared == mangled);
            let span = first.map_or(span, |(_, span)| *span);
            return Err(Fault::syntax(format!("name '{name}' is nonlocal and global"), span));
        }
        self.scope().add(&mangled, how);
        if how == uses::GLOBAL {
            // What is a global anywhere is one at the top, should that run in a namespace of its own.
            self.scopes[ScopeId(0)].add(&mangled, how);
        }
        self.scope().declared.push((mangled, span));
        Ok(())
    }

    fn annotated(
        &mut self,
        span: Span,
        target: &Expr,
        annotation: &Expr,
        simple: bool,
        has_value: bool,
    ) -> Outcome {
        if let ExprKind::Name { id, .. } = &target.node {
            let mangled = self.mangling.apply(id);
            let used = self.scope().uses(&mangled);
            let declared = used & (uses::GLOBAL | uses::NONLOCAL);
            if declared != 0 && simple && self.current != ScopeId(0) {
                let word = if used & uses::GLOBAL != 0 { "global" } else { "nonlocal" };
                return Err(Fault::syntax(format!("annotated name '{id}' can't be {word}"), span));
            }
            if &**id == "__debug__" {
                return Err(Fault::syntax("cannot assign to __debug__", target.span));
            }
            if simple {
                self.define(id, uses::ANNOTATED | uses::LOCAL, target.span)?;
            } else if has_value {
                self.define(id, uses::LOCAL, target.span)?;
            }
        } else {
            self.expression(target)?;
        }
        if simple {
            self.scope().has_annotations = true;
        }
        self.annotation(annotation)
    }

    fn annotation(&mut self, annotation: &Expr) -> Outcome {
        if self.future_annotations { Ok(()) } else { self.expression(annotation) }
    }

    fn function(&mut self, function: &FunctionDef, span: Span) -> Outcome {
        self.store(&function.name, span)?;
        self.expressions(&function.decorator_list)?;
        self.defaults(&function.args)?;
        let called = (&*function.name, span.start);
        let outer = (!function.type_params.is_empty()).then(|| {
            let outer = self.enter(Kind::TypeParameters, function, Role::TypeParameters, called);
            for name in [".defaults", ".kwdefaults"] {
                self.scope().add(&name.into(), uses::PARAMETER);
            }
            outer
        });
        self.type_parameters(&function.type_params)?;
        for argument in all_arguments(&function.args) {
            if let Some(annotation) = &argument.annotation {
                self.annotation(annotation)?;
            }
        }
        if let Some(annotation) = &function.returns {
            self.annotation(annotation)?;
        }
        let in_class = self.scopes[outer.unwrap_or(self.current)].kind == Kind::Class;
        let around = self.enter(Kind::Function, function, Role::Body, called);
        let receiver = self.receiver.take();
        self.scope().is_async = function.is_async;
        self.parameters(&function.args)?;
        let first = function.args.posonlyargs.first().or(function.args.args.first());
        self.receiver = if in_class { first.map(|argument| argument.arg.clone()) } else { receiver.clone() };
        self.body(&function.body)?;
        self.receiver = receiver;
        self.current = outer.unwrap_or(around);
        Ok(())
    }

    fn class(&mut self, class: &ClassDef, span: Span) -> Outcome {
        self.store(&class.name, span)?;
        self.expressions(&class.decorator_list)?;
        let mangling = self.mangling.clone();
        let called = (&*class.name, span.start);
        let outer = if class.type_params.is_empty() {
            None
        } else {
            self.mangling = Mangling::around_class(&class.name, &class.type_params);
            let outer = self.enter(Kind::TypeParameters, class, Role::TypeParameters, called);
            self.scope().add(&".type_params".into(), uses::LOCAL);
            self.scope().add(&".generic_base".into(), uses::LOCAL);
            self.type_parameters(&class.type_params)?;
            Some(outer)
        };
        self.expressions(&class.bases)?;
        class.keywords.iter().try_for_each(|keyword| self.expression(&keyword.value))?;
        let around = self.enter(Kind::Class, class, Role::Body, called);
        if outer.is_some() {
            self.scope().add(&".type_params".into(), uses::USE);
        }
        self.mangling = Mangling::in_class(&class.name);
        let receiver = self.receiver.take();
        self.body(&class.body)?;
        self.receiver = receiver;
        self.mangling = mangling;
        self.current = outer.unwrap_or(around);
        Ok(())
    }

    fn type_parameters(&mut self, parameters: &[TypeParam]) -> Outcome {
        let mut seen_default = false;
        for parameter in parameters {
            if &*parameter.name == "__debug__" {
                return Err(Fault::syntax("cannot assign to __debug__", parameter.span));
            }
            self.define(&parameter.name, uses::TYPE_PARAMETER | uses::LOCAL, parameter.span)?;
            if self.scope().sees_class {
                self.scope().add(&"__classdict__".into(), uses::USE);
            }
            let called = (&*parameter.name, parameter.span.start);
            if let Some(bound) = &parameter.bound {
                let part = match bound.node {
                    ExprKind::Tuple { .. } => Part::Constraints,
                    _ => Part::Bound,
                };
                let around = self.enter(Kind::TypeVariable(part), parameter, Role::Bound, called);
                self.expression(bound)?;
                self.current = around;
            }
            if let Some(default) = &parameter.default_value {
                seen_default = true;
                let part = Part::Default(parameter.kind);
                let around = self.enter(Kind::TypeVariable(part), parameter, Role::Default, called);
                self.expression(default)?;
                self.current = around;
            } else if seen_default {
                let message =
                    format!("non-default type parameter '{}' follows default type parameter", parameter.name);
                return Err(Fault::syntax(message, parameter.span));
            }
        }
        Ok(())
    }

    fn parameters(&mut self, arguments: &Arguments) -> Outcome {
        for argument in all_arguments(arguments) {
            if &*argument.arg == "__debug__" {
                return Err(Fault::syntax("cannot assign to __debug__", argument.span));
            }
            self.define(&argument.arg, uses::PARAMETER, argument.span)?;
        }
        Ok(())
    }

    fn defaults(&mut self, arguments: &Arguments) -> Outcome {
        self.expressions(&arguments.defaults)?;
        arguments.kw_defaults.iter().try_for_each(|default| self.optional(default.as_ref()))
    }

    fn pattern(&mut self, pattern: &Pattern) -> Outcome {
        stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || self.pattern_here(pattern))
    }

    fn pattern_here(&mut self, pattern: &Pattern) -> Outcome {
        let span = pattern.span;
        match &pattern.node {
            PatternKind::MatchValue { value } => self.expression(value),
            PatternKind::MatchSingleton { .. } => Ok(()),
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => {
                patterns.iter().try_for_each(|pattern| self.pattern(pattern))
            }
            PatternKind::MatchMapping { items, rest } => {
                for (key, pattern) in items {
                    self.expression(key)?;
                    self.pattern(pattern)?;
                }
                rest.as_ref().map_or(Ok(()), |name| self.store(name, span))
            }
            PatternKind::MatchClass { cls, patterns, keywords } => {
                self.expression(cls)?;
                patterns.iter().try_for_each(|pattern| self.pattern(pattern))?;
                keywords.iter().try_for_each(|(_, pattern)| self.pattern(pattern))
            }
            PatternKind::MatchStar { name } => name.as_ref().map_or(Ok(()), |name| self.store(name, span)),
            PatternKind::MatchAs { pattern, name } => {
                if let Some(pattern) = pattern {
                    self.pattern(pattern)?;
                }
                name.as_ref().map_or(Ok(()), |name| self.store(name, span))
            }
        }
    }
}

/// The parameters in the order of their registers.
pub(super) fn all_arguments(arguments: &Arguments) -> impl Iterator<Item = &Arg> {
    let positional = arguments.posonlyargs.iter().chain(&arguments.args);
    positional.chain(&arguments.kwonlyargs).chain(&arguments.vararg).chain(&arguments.kwarg)
}
