//! Statements: dispatch, simple statements, imports.

use std::rc::Rc;

use super::emit::{Compiler, NOWHERE, Outcome, Value, fail};
use super::scope::Kind;
use crate::code::object::flags;
use crate::code::opcode::NONE;
use crate::code::{Constant, Intrinsic, Opcode};
use crate::syntax::Span;
use crate::syntax::ast::{self, Alias, Expr, ExprKind, IfBranch, Stmt, StmtKind};

impl<'a> Compiler<'a> {
    pub(super) fn body(&mut self, body: &'a [Stmt]) -> Outcome {
        body.iter().try_for_each(|statement| self.statement(statement))
    }

    pub(super) fn statement(&mut self, statement: &'a Stmt) -> Outcome {
        stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || {
            self.scoped(|this| this.statement_here(statement))
        })
    }

    fn statement_here(&mut self, statement: &'a Stmt) -> Outcome {
        let span = statement.span;
        self.span = span;
        match &statement.node {
            StmtKind::FunctionDef(function) => self.function(function),
            StmtKind::ClassDef(class) => self.class(class, span),
            StmtKind::Return { value } => self.return_statement(value.as_deref(), span),
            StmtKind::Delete { targets } => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::TypeAlias { name, type_params, value } => {
                self.type_alias(statement, name, type_params, value)
            }
            StmtKind::AugAssign { target, op, value } => self.augmented(span, target, *op, value),
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated(target, annotation, value.as_deref(), *simple)
            }
            StmtKind::For(node) => self.for_statement(statement, node),
            StmtKind::While { test, body, orelse } => self.while_statement(test, body, orelse),
            StmtKind::If { branches, orelse } => self.if_statement(branches, orelse),
            StmtKind::With { items, body, is_async } => {
                self.with_statement(statement, items, body, *is_async)
            }
            StmtKind::Match { subject, cases } => self.match_statement(subject, cases),
            StmtKind::Raise { exc, cause } => {
                self.raise_statement(statement, exc.as_deref(), cause.as_deref())
            }
            StmtKind::Try(node) => self.try_statement(node),
            StmtKind::Assert { test, msg } => self.assert_statement(statement, test, msg.as_deref()),
            StmtKind::Import { names } => names.iter().try_for_each(|alias| self.import(alias, span)),
            StmtKind::ImportFrom { module, names, level } => {
                self.import_from(module.as_ref(), names, *level, span)
            }
            StmtKind::Global { .. } | StmtKind::Nonlocal { .. } => Ok(()),
            StmtKind::Expr { value } => self.expression_statement(value),
            StmtKind::Pass => {
                self.op(Opcode::Nop, 0, 0, 0);
                Ok(())
            }
            StmtKind::Break => self.break_statement(span),
            StmtKind::Continue => self.continue_statement(span),
        }
    }

    fn expression_statement(&mut self, value: &'a Expr) -> Outcome {
        if !self.interactive || !self.outer.is_empty() {
            let length = self.unit.assembler.length();
            self.effect(value)?;
            if self.unit.assembler.length() == length {
                self.pass_line(value.span);
            }
            return Ok(());
        }
        let shown = self.temporary(value)?;
        self.span = value.span;
        let which = Intrinsic::PrintExpression as u8;
        self.op_x(Opcode::Intrinsic, which, shown.register, shown.register, NONE);
        self.release(shown.register);
        Ok(())
    }

    fn if_statement(&mut self, branches: &'a [IfBranch], orelse: &'a [Stmt]) -> Outcome {
        let end = self.label();
        for branch in branches {
            let next = self.label();
            self.jump_if(&branch.test, false, next)?;
            self.body(&branch.body)?;
            self.span = NOWHERE;
            self.jump(end);
            self.place(next);
        }
        self.body(orelse)?;
        self.place(end);
        Ok(())
    }

    fn return_statement(&mut self, value: Option<&'a Expr>, span: Span) -> Outcome {
        let kind = self.scopes[self.unit.scope].kind;
        if !matches!(kind, Kind::Function | Kind::Lambda) {
            return fail("'return' outside function", span);
        }
        if value.is_some() && self.unit.flags & flags::ASYNC_GENERATOR != 0 {
            return fail("'return' with value in async generator", span);
        }
        self.forbid_leaving_star(0, span)?;
        let constant = value.map_or(Some(Constant::None), |value| self.constant(value));
        if let Some(constant) = constant {
            self.pass_line(span);
            let inside = self.unwind_to(0, span)?;
            self.span = self.after_unwinding(0, span);
            if self.unit.reachable {
                let index = self.unit.constant(constant);
                self.op_wide(Opcode::ReturnConst, 0, index as i32);
            }
            self.unit.handler = inside;
            return Ok(());
        }
        let Some(value) = value else { return Ok(()) };
        let runs_code = !self.unit.blocks.is_empty();
        let value = if runs_code { self.temporary(value)? } else { self.operand(value)? };
        let inside = self.unwind_to(0, span)?;
        self.span = self.after_unwinding(0, span);
        self.return_value(value);
        self.unit.handler = inside;
        Ok(())
    }

    fn annotated(
        &mut self,
        target: &'a Expr,
        annotation: &'a Expr,
        value: Option<&'a Expr>,
        simple: bool,
    ) -> Outcome {
        if let Some(value) = value {
            self.assign(std::slice::from_ref(target), value)?;
        }
        let in_namespace = !self.scopes[self.unit.scope].kind.is_function();
        match &target.node {
            ExprKind::Name { id, .. } if simple && in_namespace => {
                self.scoped(|this| this.note_annotation(id, annotation))
            }
            ExprKind::Name { .. } => Ok(()),
            // The parts of other targets are evaluated even without a value, and so is the annotation.
            node => self.scoped(|this| {
                if value.is_none() {
                    match node {
                        ExprKind::Attribute { value, .. } => this.effect(value)?,
                        ExprKind::Subscript { value, slice, .. } => {
                            this.effect(value)?;
                            this.check_unstarred(slice)?;
                            this.effect(slice)?;
                        }
                        _ => {}
                    }
                }
                if in_namespace && !this.future_annotations { this.effect(annotation) } else { Ok(()) }
            }),
        }
    }

    /// The parts of an annotated subscript that gets no value are evaluated one by one, and a star has no meaning there.
    fn check_unstarred(&self, slice: &Expr) -> Outcome {
        let ExprKind::Tuple { elts, .. } = &slice.node else { return Ok(()) };
        let starred = elts.iter().find(|part| matches!(part.node, ExprKind::Starred { .. }));
        starred.map_or(Ok(()), |part| fail("can't use starred expression here", part.span))
    }

    /// `__annotations__[name] = annotation`.
    fn note_annotation(&mut self, id: &Rc<str>, annotation: &'a Expr) -> Outcome {
        let value = self.unit.push();
        self.annotation_into(annotation, value)?;
        self.span = annotation.span;
        let annotations = self.unit.push();
        self.load_name(annotations, &"__annotations__".into());
        let key = self.unit.push();
        let name = self.mangled(id);
        self.load_text(key, &name);
        self.op_x(Opcode::StoreItem, 7, annotations, key, value);
        Ok(())
    }

    /// The value of an annotation, or its text.
    pub(super) fn annotation_into(&mut self, annotation: &'a Expr, to: u16) -> Outcome {
        if self.future_annotations {
            self.span = annotation.span;
            self.load_text(to, &super::unparse::unparse(annotation));
            return Ok(());
        }
        // `*args: *Ts`: the one item that unpacking gives.
        if let ExprKind::Starred { value, .. } = &annotation.node {
            return self.scoped(|this| {
                let value = this.operand(value)?;
                this.span = annotation.span;
                let item = this.unit.push();
                let x = super::assembler::take(false, value.temporary, false);
                this.op_x(Opcode::UnpackSequence, x, item, value.register, 1);
                this.transfer(to, Value::temporary(item));
                Ok(())
            });
        }
        self.into(annotation, to)
    }

    // ---- imports ----

    fn import(&mut self, alias: &Alias, span: Span) -> Outcome {
        self.scoped(|this| {
            let module = this.unit.push();
            this.import_name(&alias.name, 0, Constant::None, span, module);
            let mut parts = alias.name.split('.');
            let first: Rc<str> = parts.next().unwrap_or_default().into();
            let Some(asname) = &alias.asname else {
                this.store_name(&first, Value::temporary(module));
                return Ok(());
            };
            // `import a.b.c as d` binds c.
            let mut current = module;
            for part in parts {
                let inner = this.unit.push();
                let name = this.unit.name(&part.into());
                this.op(Opcode::ImportFrom, inner, current, name);
                this.release(current);
                current = inner;
            }
            this.store_name(asname, Value::temporary(current));
            Ok(())
        })
    }

    fn import_name(&mut self, name: &Rc<str>, level: u32, names: Constant, span: Span, to: u16) {
        let base = self.unit.push_many(2);
        self.span = span;
        self.load_constant(base, Constant::Int(i64::from(level)));
        self.load_constant(base + 1, names);
        if self.unit.reachable {
            let name = if name.contains('.') { self.unit.name(name) } else { self.name_index(name) };
            self.op(Opcode::ImportName, to, base, name);
        }
        self.unit.next = u32::from(base);
    }

    fn import_from(
        &mut self,
        module: Option<&Rc<str>>,
        names: &'a [Alias],
        level: u32,
        span: Span,
    ) -> Outcome {
        let is_future = level == 0 && module.is_some_and(|module| &**module == "__future__");
        if is_future && !self.is_future_place(span) {
            return fail("from __future__ imports must occur at the beginning of the file", span);
        }
        let from: Vec<Constant> =
            names.iter().map(|alias| Constant::Str(alias.name.as_bytes().into())).collect();
        let object = self.unit.push();
        let empty: Rc<str> = "".into();
        self.import_name(module.unwrap_or(&empty), level, Constant::Tuple(from.into()), span, object);
        for alias in names {
            if &*alias.name == "*" {
                self.op(Opcode::ImportStar, object, 0, 0);
                return Ok(());
            }
            let value = self.unit.push();
            self.span = span;
            if self.unit.reachable {
                let name = self.name_index(&alias.name);
                self.op(Opcode::ImportFrom, value, object, name);
            }
            self.store_name(alias.asname.as_ref().unwrap_or(&alias.name), Value::temporary(value));
            self.unit.next = u32::from(value);
        }
        self.release(object);
        Ok(())
    }

    /// Does only what may stand before it precede an import from `__future__`?
    fn is_future_place(&self, span: Span) -> bool {
        self.outer.is_empty() && self.future_end.is_some_and(|end| span.start < end)
    }

    /// Notes where the imports from `__future__` at the beginning of the module end.
    pub(super) fn find_future_end(&mut self, body: &[Stmt]) {
        for (index, statement) in body.iter().enumerate() {
            match &statement.node {
                StmtKind::ImportFrom { module, level: 0, .. } if module.as_deref() == Some("__future__") => {
                    self.future_end = Some(statement.span.end);
                }
                StmtKind::Expr { value } if index == 0 && is_text(value) => {}
                _ => return,
            }
        }
    }

    /// Stores the docstring of a module or class; gives the statements after it.
    pub(super) fn docstring(&mut self, body: &'a [Stmt]) -> Result<&'a [Stmt], crate::syntax::error::Fault> {
        let Some((text, span)) = docstring_of(body) else { return Ok(body) };
        if self.options.optimize < 2 {
            let register = self.unit.push();
            self.span = span;
            self.load_constant(register, Constant::Str(clean_docstring(text).into()));
            self.store_name(&"__doc__".into(), Value::temporary(register));
            self.unit.next -= 1;
        }
        Ok(&body[1..])
    }
}

fn is_text(expression: &Expr) -> bool {
    matches!(&expression.node, ExprKind::Constant(ast::Constant::Str { .. }))
}

/// The text that a body opens with.
pub(super) fn docstring_of(body: &[Stmt]) -> Option<(&[u8], Span)> {
    let StmtKind::Expr { value } = &body.first()?.node else { return None };
    match &value.node {
        ExprKind::Constant(ast::Constant::Str { value: text, .. }) => Some((text, value.span)),
        _ => None,
    }
}

/// A docstring without the indentation that its lines share.
pub(super) fn clean_docstring(text: &[u8]) -> Vec<u8> {
    let lines: Vec<Vec<u8>> = text.split(|byte| *byte == b'\n').map(expand_tabs).collect();
    let indent = |line: &Vec<u8>| line.iter().take_while(|byte| **byte == b' ').count();
    let filled = lines[1..].iter().filter(|line| indent(line) < line.len());
    let margin = filled.map(indent).min().unwrap_or(0);
    let mut clean = lines[0][indent(&lines[0])..].to_vec();
    for line in &lines[1..] {
        clean.push(b'\n');
        clean.extend(
            &line[margin.min(line.len()).min(if indent(line) == line.len() { line.len() } else { margin })..],
        );
    }
    clean
}

/// Tabs as spaces up to the next column that is a multiple of eight.
fn expand_tabs(line: &[u8]) -> Vec<u8> {
    let mut expanded = Vec::with_capacity(line.len());
    let mut column = 0;
    for byte in line {
        if *byte == b'\t' {
            let spaces = 8 - column % 8;
            expanded.extend(std::iter::repeat_n(b' ', spaces));
            column += spaces;
        } else {
            expanded.push(*byte);
            column += usize::from(*byte < 0x80 || *byte >= 0xC0);
        }
    }
    expanded
}
