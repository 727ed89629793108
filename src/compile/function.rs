//! Functions and lambdas: their code, and making them.

use std::rc::Rc;

use super::assembler::Label;
use super::emit::{Compiler, NOWHERE, Outcome, Value};
use super::scope::{Role, ScopeId};
use super::statement::{clean_docstring, docstring_of};
use super::symbols::all_arguments;
use super::unit::Entry;
use crate::code::object::flags;
use crate::code::{Code, Constant, Intrinsic, Opcode};
use crate::syntax::ast::{Arguments, Expr, FunctionDef, Stmt};
use crate::syntax::error::Fault;

/// The handler around a whole generator.
pub(super) struct Guard {
    arrives: Label,
    entry: Entry,
}

impl<'a> Compiler<'a> {
    pub(super) fn function(&mut self, function: &'a FunctionDef) -> Outcome {
        let name = &function.name;
        let next = self.unit.next;
        let result = self.unit.push();
        let windows = self.decorators(&function.decorator_list)?;
        let to = windows.last().map_or(result, |base| base + 2);
        if !windows.is_empty() {
            self.unit.push();
        }
        let first =
            function.decorator_list.first().map_or(function.name_span.start, |first| first.span.start);
        self.span = function.name_span;
        if function.type_params.is_empty() {
            self.scoped(|this| {
                let base = this.unit.next as u16;
                let x = this.defaults(&function.args)?;
                this.plain_function(function, first, base, x, to)
            })?;
        } else {
            self.scoped(|this| this.generic_function(function, first, to))?;
        }
        self.apply_decorators(&function.decorator_list, &windows, result);
        self.span = function.name_span;
        self.store_name(name, Value::temporary(result));
        self.unit.next = next;
        Ok(())
    }

    /// Makes the function; its defaults stand at `base` as `x` says.
    pub(super) fn plain_function(
        &mut self,
        function: &'a FunctionDef,
        first: u32,
        base: u16,
        mut x: u8,
        to: u16,
    ) -> Outcome {
        if self.annotations(function)? {
            x |= 4;
        }
        let scope = self.scopes.of(function, Role::Body);
        let code = self.function_code(function, scope, first)?;
        self.span = function.name_span;
        self.make_function(to, code, base, x);
        Ok(())
    }

    /// Evaluates decorators, each in a window for its call; the windows from the first on.
    pub(super) fn decorators(&mut self, decorators: &'a [Expr]) -> Result<Vec<u16>, Fault> {
        let mut windows = Vec::new();
        for decorator in decorators {
            let base = self.unit.push_many(2);
            self.into(decorator, base)?;
            windows.push(base);
        }
        Ok(windows)
    }

    /// Calls the decorators, innermost first, on what stands in the last window.
    pub(super) fn apply_decorators(&mut self, decorators: &'a [Expr], windows: &[u16], result: u16) {
        for index in (0..windows.len()).rev() {
            self.span = decorators[index].span;
            let to = if index == 0 { result } else { windows[index - 1] + 2 };
            self.op_x(Opcode::Call, 1, to, windows[index], 0);
        }
    }

    /// Evaluates defaults into a tuple and a dict in the next temporaries; which there are.
    pub(super) fn defaults(&mut self, arguments: &'a Arguments) -> Result<u8, Fault> {
        let mut x = 0;
        if !arguments.defaults.is_empty() {
            x |= 1;
            let tuple = self.unit.push();
            if let Some(constants) = self.constants(&arguments.defaults) {
                self.load_constant(tuple, Constant::Tuple(constants));
            } else {
                self.scoped(|this| {
                    let base = this.unit.push_many(arguments.defaults.len() as u32);
                    for (index, default) in arguments.defaults.iter().enumerate() {
                        this.into(default, base + index as u16)?;
                    }
                    this.op(Opcode::BuildTuple, tuple, base, arguments.defaults.len() as u16);
                    Ok(())
                })?;
            }
        }
        if arguments.kw_defaults.iter().any(Option::is_some) {
            x |= 2;
            let dict = self.unit.push();
            self.scoped(|this| {
                let base = this.unit.next as u16;
                let mut count = 0;
                for (argument, default) in arguments.kwonlyargs.iter().zip(&arguments.kw_defaults) {
                    let Some(default) = default else { continue };
                    let pair = this.unit.push_many(2);
                    let name = this.mangled(&argument.arg);
                    this.load_text(pair, &name);
                    this.into(default, pair + 1)?;
                    count += 1;
                }
                this.op(Opcode::BuildMap, dict, base, count);
                Ok(())
            })?;
        }
        Ok(x)
    }

    /// Evaluates annotations into a tuple in the next temporary, if there are any.
    fn annotations(&mut self, function: &'a FunctionDef) -> Result<bool, Fault> {
        let arguments = all_arguments_as_annotated(&function.args);
        let mut pairs: Vec<(Rc<str>, &'a Expr)> = Vec::new();
        for argument in arguments {
            if let Some(annotation) = &argument.annotation {
                pairs.push((self.mangled(&argument.arg), annotation));
            }
        }
        if let Some(annotation) = &function.returns {
            pairs.push(("return".into(), annotation));
        }
        if pairs.is_empty() {
            return Ok(false);
        }
        let tuple = self.unit.push();
        self.scoped(|this| {
            let base = this.unit.push_many(2 * pairs.len() as u32);
            for (index, (name, annotation)) in pairs.iter().enumerate() {
                let pair = base + 2 * index as u16;
                this.span = annotation.span;
                this.load_text(pair, name);
                this.annotation_into(annotation, pair + 1)?;
            }
            this.op(Opcode::BuildTuple, tuple, base, 2 * pairs.len() as u16);
            Ok(())
        })?;
        Ok(true)
    }

    fn function_code(
        &mut self,
        function: &'a FunctionDef,
        scope: ScopeId,
        first: u32,
    ) -> Result<Rc<Code>, Fault> {
        self.enter_function(scope, function.name.clone(), first, &function.args);
        let has_yield = self.scopes[scope].has_yield;
        self.unit.flags |= match (function.is_async, has_yield) {
            (true, true) => flags::ASYNC_GENERATOR,
            (true, false) => flags::COROUTINE,
            (false, true) => flags::GENERATOR,
            (false, false) => 0,
        };
        let guard = self.begin_generator();
        let body = self.function_docstring(&function.body);
        self.body(body)?;
        self.span = NOWHERE;
        self.return_none();
        self.end_generator(guard);
        self.leave()
    }

    /// Begins the code of a function with these parameters.
    fn enter_function(&mut self, scope: ScopeId, name: Rc<str>, first: u32, arguments: &Arguments) {
        let parameters: Vec<Rc<str>> =
            all_arguments(arguments).map(|argument| self.mangled(&argument.arg)).collect();
        self.enter(scope, name, first, &parameters);
        let unit = &mut self.unit;
        unit.positional_only_count = arguments.posonlyargs.len() as u16;
        unit.argument_count = (arguments.posonlyargs.len() + arguments.args.len()) as u16;
        unit.keyword_only_count = arguments.kwonlyargs.len() as u16;
        unit.flags |= flags::OPTIMIZED | flags::NEWLOCALS;
        if arguments.vararg.is_some() {
            unit.flags |= flags::VARARGS;
        }
        if arguments.kwarg.is_some() {
            unit.flags |= flags::VARKEYWORDS;
        }
    }

    /// Makes the docstring the first constant.
    fn function_docstring(&mut self, body: &'a [Stmt]) -> &'a [Stmt] {
        let Some((text, _)) = docstring_of(body) else { return body };
        if self.options.optimize < 2 {
            self.unit.flags |= flags::HAS_DOCSTRING;
            self.unit.constants.insert(0, Constant::Str(clean_docstring(text).into()));
        }
        &body[1..]
    }

    pub(super) fn lambda(
        &mut self,
        whole: &'a Expr,
        args: &'a Arguments,
        body: &'a Expr,
        to: u16,
    ) -> Outcome {
        let base = self.unit.next as u16;
        let x = self.defaults(args)?;
        let scope = self.scopes.of(whole, Role::Body);
        self.enter_function(scope, "<lambda>".into(), whole.span.start, args);
        if self.scopes[scope].has_yield {
            self.unit.flags |= flags::GENERATOR;
        }
        let guard = self.begin_generator();
        let value = self.operand(body)?;
        self.span = body.span;
        self.return_value(value);
        self.end_generator(guard);
        let code = self.leave()?;
        self.span = whole.span;
        self.make_function(to, code, base, x);
        Ok(())
    }

    /// In a generator: begins the range of the handler that keeps StopIteration from leaving it.
    pub(super) fn begin_generator(&mut self) -> Option<Guard> {
        let kinds = flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR;
        if self.unit.flags & kinds == 0 {
            return None;
        }
        let arrives = self.label();
        let register = self.unit.push();
        self.unit.next -= 1;
        let entry = self.unit.entry();
        self.unit.handler = Some(self.unit.assembler.handler(arrives, register));
        Some(Guard { arrives, entry })
    }

    pub(super) fn end_generator(&mut self, guard: Option<Guard>) {
        let Some(guard) = guard else { return };
        self.unit.handler = None;
        self.unit.next = self.unit.local_names.len() as u32;
        self.unit.place_handler(guard.arrives, &guard.entry);
        self.span = NOWHERE;
        let register = self.unit.push();
        let which = Intrinsic::StopIterationError as u8;
        self.op_x(Opcode::Intrinsic, which, register, register, crate::code::opcode::NONE);
        self.op(Opcode::Reraise, register, 0, 0);
    }

    /// Makes a function of code; what `x` says stands in temporaries from `base` on, up to the next free one.
    pub(super) fn make_function(&mut self, to: u16, code: Rc<Code>, base: u16, mut x: u8) {
        if !self.unit.reachable {
            return;
        }
        let next = self.unit.next;
        let free = usize::from(code.free_count);
        if free > 0 {
            x |= 8;
            let closure = self.unit.push();
            let cells = self.unit.push_many(free as u32);
            let names = &code.local_names[code.local_names.len() - free..];
            for (index, name) in names.iter().enumerate() {
                let cell = self.captured_register(name);
                self.op(Opcode::Move, cells + index as u16, cell, 0);
            }
            self.op(Opcode::BuildTuple, closure, cells, free as u16);
        }
        let constant = self.unit.short_constant(Constant::Code(code));
        self.op_x(Opcode::MakeFunction, x, to, base, constant);
        self.unit.next = next;
    }
}

/// The parameters in the order in which CPython evaluates their annotations.
fn all_arguments_as_annotated(arguments: &Arguments) -> impl Iterator<Item = &crate::syntax::ast::Arg> {
    let positional = arguments.posonlyargs.iter().chain(&arguments.args);
    positional.chain(&arguments.vararg).chain(&arguments.kwonlyargs).chain(&arguments.kwarg)
}
