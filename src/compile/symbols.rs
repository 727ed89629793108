//! Tree to scopes: collects the names of each block and reports what symbol tables report.
//!
//! Does not decide where a name lives; see `resolve`.

use std::rc::Rc;

use super::scope::{Kind, Mangling, Role, Scope, ScopeId, Scopes, address, uses};
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
                self.annotated(statement.span, target, annotation, *simple)?;
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

    fn annotated(&mut self, span: Span, target: &Expr, annotation: &Expr, simple: bool) -> Outcome {
        if let ExprKind::Name { id, .. } = &target.node {
            let mangled = self.mangling.apply(id);
            let used = self.scope().uses(&mangled);
            let declared = used & (uses::GLOBAL | uses::NONLOCAL);
            if declared != 0 && simple && self.current != ScopeId(0) {
                let word = if used & uses::GLOBAL != 0 { "global" } else { "nonlocal" };
                return Err(Fault::syntax(format!("annotated name '{id}' can't be {word}"), span));
            }
            let how = if simple { uses::ANNOTATED | uses::LOCAL } else { uses::LOCAL };
            self.store(id, target.span)?;
            self.define(id, how, target.span)?;
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
                let around = self.enter(Kind::TypeVariable, parameter, Role::Bound, called);
                self.expression(bound)?;
                self.current = around;
            }
            if let Some(default) = &parameter.default_value {
                seen_default = true;
                let around = self.enter(Kind::TypeVariable, parameter, Role::Default, called);
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

    fn optional(&mut self, expression: Option<&Expr>) -> Outcome {
        expression.map_or(Ok(()), |expression| self.expression(expression))
    }

    fn expressions(&mut self, expressions: &[Expr]) -> Outcome {
        expressions.iter().try_for_each(|expression| self.expression(expression))
    }

    fn expression(&mut self, expression: &Expr) -> Outcome {
        stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || self.expression_here(expression))
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

    fn name(&mut self, id: &Rc<str>, ctx: Context, span: Span) -> Outcome {
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

    fn forbid_in_annotation(&mut self, what: &str, span: Span) -> Outcome {
        let place = match self.scope().kind {
            Kind::TypeParameters => "the definition of a generic",
            Kind::TypeAlias => "a type alias",
            Kind::TypeVariable => "a TypeVar bound",
            _ => return Ok(()),
        };
        Err(Fault::syntax(format!("{what} cannot be used within {place}"), span))
    }

    fn walrus(&mut self, expression: &Expr, target: &Expr, value: &Expr) -> Outcome {
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
            Kind::TypeVariable => "a TypeVar bound",
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

    fn comprehension(
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
