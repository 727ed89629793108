//! Comprehensions, inlined or as functions of their own, and generator expressions.

use std::collections::HashMap;
use std::rc::Rc;

use super::assembler::take;
use super::emit::{Compiler, Outcome, Value, fail};
use super::names::Access;
use super::resolve::is_variable;
use super::scope::{Kind, Place, Role, ScopeId};
use super::unit::Inlined;
use crate::code::object::flags;
use crate::code::{Constant, Opcode};
use crate::syntax::ast::{Comprehension, Expr, ExprKind};
use crate::syntax::error::Fault;

/// What a comprehension collects.
struct Collected<'a> {
    kind: Kind,
    element: &'a Expr,
    value: Option<&'a Expr>,
    generators: &'a [Comprehension],
    span: crate::syntax::Span,
    /// The list, set or dict that grows.
    result: u16,
}

impl<'a> Compiler<'a> {
    pub(super) fn comprehension(&mut self, whole: &'a Expr, to: u16) -> Outcome {
        let (kind, element, value, generators) = match &whole.node {
            ExprKind::ListComp { elt, generators } => (Kind::ListComprehension, elt, None, generators),
            ExprKind::SetComp { elt, generators } => (Kind::SetComprehension, elt, None, generators),
            ExprKind::DictComp { key, value, generators } => {
                (Kind::DictComprehension, key, Some(&**value), generators)
            }
            ExprKind::GeneratorExp { elt, generators } => (Kind::Generator, elt, None, generators),
            _ => unreachable!("only comprehensions come here"),
        };
        let scope = self.scopes.of(whole, Role::Body);
        let is_async = self.scopes[scope].has_await;
        if is_async && kind != Kind::Generator && !self.may_hold_async_comprehension() {
            let message = "asynchronous comprehension outside of an asynchronous function";
            return fail(message, whole.span);
        }
        let mut collected = Collected { kind, element, value, generators, span: whole.span, result: 0 };
        if self.scopes[scope].inlined {
            return self.inlined(scope, &mut collected, to);
        }
        self.called(scope, &mut collected, to)
    }

    fn may_hold_async_comprehension(&self) -> bool {
        let kind = self.scopes[self.unit.scope].kind;
        self.is_async_function() || kind.is_comprehension()
    }

    /// Runs the comprehension as part of the code around it.
    fn inlined(&mut self, scope: ScopeId, collected: &mut Collected<'a>, to: u16) -> Outcome {
        // A local is written at the end only: the comprehension may fail, or read it.
        collected.result = if self.unit.is_temporary(to) { to } else { self.unit.push() };
        let first = &collected.generators[0];
        let iterator = self.begin_loop(&first.iter, first.is_async)?;
        self.span = collected.span;
        self.op(collection(collected.kind), collected.result, 0, 0);
        let registers = self.hide_variables(scope);
        let used = registers.len() as u32;
        self.unit.hidden_used += used;
        self.unit.inlined.push(Inlined { scope, registers });
        let (start, end) = (self.label(), self.label());
        self.unit.assembler.bound(start);
        let outcome = self.generator(collected, 0, iterator);
        self.unit.assembler.bound(end);
        let inlined = self.unit.inlined.pop().expect("it was pushed above");
        self.unit.hidden_used -= used;
        outcome?;
        for (name, (register, _)) in &inlined.registers {
            self.unit.assembler.hide(name.clone(), *register, start, end);
        }
        self.span = collected.span;
        let mut spent: Vec<u16> = inlined.registers.values().map(|(register, _)| *register).collect();
        spent.sort_unstable();
        for register in spent {
            self.release(register);
            self.unit.bound.remove(register);
        }
        self.transfer(to, Value::temporary(collected.result));
        Ok(())
    }

    /// Gives the variables of an inlined comprehension registers, and cells where they are captured.
    fn hide_variables(&mut self, scope: ScopeId) -> HashMap<Rc<str>, (u16, bool)> {
        let mut registers = HashMap::new();
        let names = self.scopes[scope].names.clone();
        for name in names {
            let scope = &self.scopes[scope];
            if !is_variable(scope, &name) {
                continue;
            }
            let is_cell = scope.place(&name) == Some(Place::Cell);
            let register = (self.unit.hidden_first + self.unit.hidden_used) as u16 + registers.len() as u16;
            if is_cell {
                // An exception may have left the cell of an earlier run.
                self.release(register);
                self.op(Opcode::MakeCell, register, 0, 0);
            }
            self.unit.bound.remove(register);
            registers.insert(name, (register, is_cell));
        }
        registers
    }

    /// Makes a generator of a generator expression and the outermost iterator.
    fn generated(&mut self, collected: &mut Collected<'a>, code: Rc<crate::code::Code>, to: u16) -> Outcome {
        let first = &collected.generators[0];
        let iterator = self.iterator(&first.iter, first.is_async)?;
        self.span = collected.span;
        let free = code.free_count;
        let cells = self.unit.push_many(free.into());
        for (index, name) in code.local_names[code.local_names.len() - usize::from(free)..].iter().enumerate()
        {
            let cell = self.captured_register(name);
            self.op(Opcode::Move, cells + index as u16, cell, 0);
        }
        let constant = self.unit.short_constant(Constant::Code(code));
        self.op_x(Opcode::Generate, free as u8, to, iterator, constant);
        Ok(())
    }

    /// Makes the comprehension a function and calls it with the outermost iterator.
    fn called(&mut self, scope: ScopeId, collected: &mut Collected<'a>, to: u16) -> Outcome {
        if collected.kind == Kind::Generator && self.unit.reachable {
            let code = self.comprehension_code(scope, collected)?;
            if u8::try_from(code.free_count).is_ok() {
                return self.scoped(|this| this.generated(collected, code, to));
            }
        }
        let base = self.unit.push_many(2);
        let code = self.comprehension_code(scope, collected)?;
        self.span = collected.span;
        self.scoped(|this| {
            this.make_function(base, code, this.unit.next as u16, 0);
            Ok(())
        })?;
        let first = &collected.generators[0];
        self.iterator(&first.iter, first.is_async)?;
        self.span = collected.span;
        let is_coroutine = self.scopes[scope].has_await && collected.kind != Kind::Generator;
        if is_coroutine {
            let result = self.unit.push();
            self.op_x(Opcode::Call, 1, result, base, 0);
            self.await_register(result, 1, to);
        } else {
            self.op_x(Opcode::Call, 1, to, base, 0);
        }
        Ok(())
    }

    fn comprehension_code(
        &mut self,
        scope: ScopeId,
        collected: &mut Collected<'a>,
    ) -> Result<Rc<crate::code::Code>, Fault> {
        let name = match collected.kind {
            Kind::Generator => "<genexpr>",
            Kind::ListComprehension => "<listcomp>",
            Kind::SetComprehension => "<setcomp>",
            _ => "<dictcomp>",
        };
        self.enter(scope, name.into(), collected.span.start, &[".0".into()]);
        self.unit.argument_count = 1;
        let is_generator = collected.kind == Kind::Generator;
        self.unit.flags |= flags::OPTIMIZED | flags::NEWLOCALS;
        self.unit.flags |= match (is_generator, self.scopes[scope].has_await) {
            (true, true) => flags::ASYNC_GENERATOR,
            (true, false) => flags::GENERATOR,
            (false, true) => flags::COROUTINE,
            (false, false) => 0,
        };
        let guard = self.begin_generator();
        self.span = collected.span;
        if !is_generator {
            collected.result = self.unit.push();
            self.op(collection(collected.kind), collected.result, 0, 0);
        }
        let iterator = self.unit.push_many(2);
        self.op(Opcode::Move, iterator, 0, 0);
        self.generator(collected, 0, iterator)?;
        self.span = collected.span;
        if is_generator {
            self.return_none();
        } else {
            self.return_value(Value::temporary(collected.result));
        }
        self.end_generator(guard);
        self.leave()
    }

    /// The iterator of an expression in a new temporary.
    fn iterator(&mut self, iterable: &'a Expr, is_async: bool) -> Result<u16, Fault> {
        let iterator = self.unit.push();
        self.iterate(iterable, if is_async { Opcode::GetAiter } else { Opcode::GetIter }, iterator)?;
        Ok(iterator)
    }

    /// What a `for` goes over, in two new temporaries; an asynchronous one uses the first alone.
    pub(super) fn begin_loop(&mut self, iterable: &'a Expr, is_async: bool) -> Result<u16, Fault> {
        let iterator = self.unit.push_many(2);
        self.iterate(iterable, if is_async { Opcode::GetAiter } else { Opcode::BeginLoop }, iterator)?;
        Ok(iterator)
    }

    fn iterate(&mut self, iterable: &'a Expr, op: Opcode, iterator: u16) -> Outcome {
        self.scoped(|this| {
            let value = if op != Opcode::GetAiter
                && let Some(constant) = this.constant_sequence(iterable)
            {
                let register = this.unit.push();
                this.span = iterable.span;
                this.load_constant(register, constant);
                Value::temporary(register)
            } else {
                this.operand(iterable)?
            };
            this.span = iterable.span;
            this.unary(op, iterator, value);
            Ok(())
        })
    }

    /// The loop of the generator with this index, whose iterator is in a temporary, and all inside it.
    fn generator(&mut self, collected: &Collected<'a>, index: usize, iterator: u16) -> Outcome {
        let generator = &collected.generators[index];
        if generator.is_async && !self.is_async_code() {
            let message = "asynchronous comprehension outside of an asynchronous function";
            return fail(message, collected.span);
        }
        let span = generator.iter.span;
        let target_span = generator.target.span;
        let next = self.label();
        let shape = self.begin_for(&generator.target, iterator, generator.is_async, next, span)?;
        for condition in &generator.ifs {
            self.jump_if(condition, false, next)?;
        }
        if index + 1 < collected.generators.len() {
            self.scoped(|this| {
                let inner = &collected.generators[index + 1];
                let iterator = this.begin_loop(&inner.iter, inner.is_async)?;
                this.generator(collected, index + 1, iterator)
            })?;
        } else {
            self.scoped(|this| this.collect(collected))?;
        }
        self.span = target_span;
        self.end_for(shape, next);
        Ok(())
    }

    fn collect(&mut self, collected: &Collected<'a>) -> Outcome {
        let element = match collected.value {
            Some(value) => self.early_operand(collected.element, &[value])?,
            None => self.operand(collected.element)?,
        };
        let op = match collected.kind {
            Kind::Generator => {
                let sent = self.unit.push();
                self.span = collected.element.span;
                self.yield_value(element, sent);
                self.release(sent);
                return Ok(());
            }
            Kind::ListComprehension => Opcode::ListAppend,
            Kind::SetComprehension => Opcode::SetAdd,
            _ => Opcode::MapAdd,
        };
        let value = match collected.value {
            Some(value) => self.operand(value)?,
            None => Value { register: 0, temporary: false },
        };
        self.span = match collected.value {
            Some(value) => collected.element.span.to(value.span),
            None => collected.element.span,
        };
        let x = take(false, element.temporary, value.temporary);
        self.op_x(op, x, collected.result, element.register, value.register);
        Ok(())
    }

    /// The register that a loop may write its items to directly.
    pub(super) fn direct_target(&self, target: &Expr) -> Option<u16> {
        let ExprKind::Name { id, .. } = &target.node else { return None };
        match self.access(&self.mangled(id)) {
            Access::Register(register) => Some(register),
            _ => None,
        }
    }
}

/// What makes the empty collection.
fn collection(kind: Kind) -> Opcode {
    match kind {
        Kind::SetComprehension => Opcode::BuildSet,
        Kind::DictComprehension => Opcode::BuildMap,
        _ => Opcode::BuildList,
    }
}
