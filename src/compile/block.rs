//! Loops, `with`, and jumps out of blocks, which undo what the blocks did.

use super::assembler::{HandlerId, Label};
use super::emit::{Compiler, NOWHERE, Outcome, Value, fail};
use super::unit::{Block, Entry};
use crate::code::{Constant, Instruction, Opcode};
use crate::syntax::Span;
use crate::syntax::ast::{Expr, For, Stmt, WithItem};

/// A `for` loop whose body is being emitted.
pub(super) struct ForShape {
    body: Label,
    exit: Label,
    item: u16,
    iterator: u16,
    is_async: bool,
    /// For an asynchronous loop: where the exception of its anext arrives, and what was bound there.
    ended: Option<(Label, Entry)>,
    span: Span,
}

impl<'a> Compiler<'a> {
    /// Begins a loop over the iterator in a temporary; the body follows.
    pub(super) fn begin_for(
        &mut self,
        target: &'a Expr,
        iterator: u16,
        is_async: bool,
        next: Label,
        span: Span,
    ) -> Result<ForShape, crate::syntax::error::Fault> {
        let (body, exit) = (self.label(), self.label());
        self.span = span;
        if is_async {
            return self.begin_async_for(target, iterator, next, span);
        }
        let base = self.unit.next;
        let direct = self.direct_target(target);
        let item = direct.unwrap_or_else(|| self.unit.push());
        self.emit(Instruction { op: Opcode::ForIter, x: 0, a: item, b: iterator, c: 0 }, Some(exit));
        self.unit.place_loop(body);
        match direct {
            Some(register) => self.unit.bound.insert(register),
            None => {
                self.store(target, Value::temporary(item))?;
                self.unit.next = base;
            }
        }
        Ok(ForShape { body, exit, item, iterator, is_async, ended: None, span })
    }

    fn begin_async_for(
        &mut self,
        target: &'a Expr,
        iterator: u16,
        next: Label,
        span: Span,
    ) -> Result<ForShape, crate::syntax::error::Fault> {
        let (exit, ended) = (self.label(), self.label());
        self.unit.place_loop(next);
        let bound = self.unit.entry();
        let item = self.unit.push();
        let outside = self.unit.handler;
        self.unit.handler = Some(self.unit.assembler.handler(ended, item));
        self.op(Opcode::GetAnext, item, iterator, 0);
        self.await_register(item, 2, item);
        self.unit.handler = outside;
        self.store(target, Value::temporary(item))?;
        self.unit.next = u32::from(iterator) + 1;
        Ok(ForShape { body: next, exit, item, iterator, is_async: true, ended: Some((ended, bound)), span })
    }

    /// Ends a loop: the next item, or what follows the loop. `next` is where `continue` goes.
    pub(super) fn end_for(&mut self, shape: ForShape, next: Label) {
        self.span = shape.span;
        if let (true, Some((ended, bound))) = (shape.is_async, &shape.ended) {
            self.jump_back(next);
            self.unit.place_handler(*ended, bound);
            self.op(Opcode::EndAsyncFor, shape.item, shape.iterator, 0);
        } else {
            self.place(next);
            let instruction =
                Instruction { op: Opcode::NextIter, x: 0, a: shape.item, b: shape.iterator, c: 0 };
            self.emit(instruction, Some(shape.body));
        }
        self.place(shape.exit);
    }

    pub(super) fn for_statement(&mut self, statement: &'a Stmt, node: &'a For) -> Outcome {
        if node.is_async && !self.is_async_function() {
            return fail("'async for' outside async function", statement.span);
        }
        let iterator = self.begin_loop(&node.iter, node.is_async)?;
        let (next, exit) = (self.label(), self.label());
        let shape = self.begin_for(&node.target, iterator, node.is_async, next, node.iter.span)?;
        self.unit.blocks.push(Block::Loop { next, exit, iterator: Some(iterator) });
        self.body(&node.body)?;
        self.unit.blocks.pop();
        self.end_for(shape, next);
        self.unit.next = u32::from(iterator);
        self.body(&node.orelse)?;
        self.place(exit);
        Ok(())
    }

    /// The test stands before the loop and again at its end, so that a turn costs one jump.
    pub(super) fn while_statement(
        &mut self,
        test: &'a Expr,
        body: &'a [Stmt],
        orelse: &'a [Stmt],
    ) -> Outcome {
        let (top, next, otherwise, exit) = (self.label(), self.label(), self.label(), self.label());
        self.jump_if(test, false, otherwise)?;
        self.unit.place_loop(top);
        self.unit.blocks.push(Block::Loop { next, exit, iterator: None });
        self.body(body)?;
        self.unit.blocks.pop();
        self.place(next);
        if self.constant(test).is_some_and(|constant| super::condition::truth(&constant)) {
            self.span = test.span;
            self.jump_back(top);
        } else {
            self.jump_if(test, true, top)?;
        }
        self.place(otherwise);
        self.body(orelse)?;
        self.place(exit);
        Ok(())
    }

    // ---- leaving blocks ----

    pub(super) fn break_statement(&mut self, span: Span) -> Outcome {
        self.forbid_leaving_star(self.loop_index().unwrap_or(0), span)?;
        let Some(index) = self.loop_index() else { return fail("'break' outside loop", span) };
        let Block::Loop { exit, iterator, .. } = self.unit.blocks[index] else { return Ok(()) };
        self.pass_line(span);
        let inside = self.unwind_to(index + 1, span)?;
        self.span = self.after_unwinding(index + 1, span);
        if let Some(iterator) = iterator {
            self.release(iterator);
        }
        self.jump(exit);
        self.unit.handler = inside;
        Ok(())
    }

    pub(super) fn continue_statement(&mut self, span: Span) -> Outcome {
        self.forbid_leaving_star(self.loop_index().unwrap_or(0), span)?;
        let Some(index) = self.loop_index() else { return fail("'continue' not properly in loop", span) };
        let Block::Loop { next, .. } = self.unit.blocks[index] else { return Ok(()) };
        self.pass_line(span);
        let inside = self.unwind_to(index + 1, span)?;
        self.span = self.after_unwinding(index + 1, span);
        self.jump(next);
        self.unit.handler = inside;
        Ok(())
    }

    fn loop_index(&self) -> Option<usize> {
        self.unit.blocks.iter().rposition(|block| matches!(block, Block::Loop { .. }))
    }

    /// `break`, `continue` and `return` do not leave the handlers of `except*`.
    pub(super) fn forbid_leaving_star(&self, down_to: usize, span: Span) -> Outcome {
        let star = |block: &Block<'_>| matches!(block, Block::Handler { star: true, .. });
        if self.unit.blocks[down_to..].iter().any(star) {
            let message = "'break', 'continue' and 'return' cannot appear in an except* block";
            return fail(message, span);
        }
        Ok(())
    }

    /// Emits what leaving the blocks from the innermost down to index `down_to` has to do. The handler outside of them
    /// is in force then; gives the one that was, for what is emitted after the jump.
    pub(super) fn unwind_to(
        &mut self,
        down_to: usize,
        span: Span,
    ) -> Result<Option<HandlerId>, crate::syntax::error::Fault> {
        let (blocks, handler, next) = (self.unit.blocks.clone(), self.unit.handler, self.unit.next);
        for index in (down_to..blocks.len()).rev() {
            self.unit.blocks = blocks.clone();
            self.span = self.after_unwinding(index + 1, span);
            self.unit.blocks.truncate(index);
            self.leave_block(blocks[index])?;
        }
        self.unit.blocks = blocks;
        self.unit.next = next;
        Ok(handler)
    }

    /// Where the jump stands that follows the unwinding of blocks: what ran in between has lines of its own.
    pub(super) fn after_unwinding(&self, down_to: usize, span: Span) -> Span {
        let runs_code = |block: &Block<'_>| matches!(block, Block::Finally { .. } | Block::With { .. });
        if self.unit.blocks[down_to..].iter().any(runs_code) { NOWHERE } else { span }
    }

    fn leave_block(&mut self, block: Block<'a>) -> Outcome {
        match block {
            Block::Loop { iterator, .. } => {
                if let Some(iterator) = iterator {
                    self.release(iterator);
                }
            }
            Block::Temporary { register } => self.release(register),
            Block::Plain { outside } => self.unit.handler = outside,
            Block::Finally { body, outside } => {
                self.unit.handler = outside;
                self.body(body)?;
            }
            Block::With { register, is_async, span, outside } => {
                self.unit.handler = outside;
                self.exit_normally(register, is_async, span);
            }
            Block::Handler { register, name, outside, .. } => {
                self.unit.handler = outside;
                self.op(Opcode::LeaveHandler, register, 0, 0);
                if let Some(name) = name {
                    self.forget_name(name)?;
                }
            }
        }
        Ok(())
    }

    // ---- with ----

    pub(super) fn with_statement(
        &mut self,
        statement: &'a Stmt,
        items: &'a [WithItem],
        body: &'a [Stmt],
        is_async: bool,
    ) -> Outcome {
        if is_async && !self.is_async_function() {
            return fail("'async with' outside async function", statement.span);
        }
        stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || self.with_items(items, body, is_async))
    }

    fn with_items(&mut self, items: &'a [WithItem], body: &'a [Stmt], is_async: bool) -> Outcome {
        let Some((item, rest)) = items.split_first() else { return self.body(body) };
        let span = item.context_expr.span;
        let exit = self.unit.push_many(2);
        let enter = self.unit.push_many(2);
        let manager = self.operand(&item.context_expr)?;
        self.span = span;
        let which = if is_async { 2 } else { 0 };
        self.op_x(Opcode::LoadSpecial, which, enter, manager.register, 0);
        self.op_x(Opcode::LoadSpecial, which + 1, exit, manager.register, 0);
        self.discard(manager);
        self.op_x(Opcode::Call, 0, enter, enter, 1);
        if is_async {
            self.await_register(enter, 3, enter);
        }
        let arrives = self.label();
        let bound = self.unit.entry();
        let outside = self.unit.handler;
        let handler = self.unit.assembler.handler(arrives, enter);
        self.unit.handler = Some(handler);
        self.unit.blocks.push(Block::With { register: exit, is_async, span, outside });
        self.unit.next = u32::from(enter) + 1;
        match &item.optional_vars {
            Some(target) => self.store(target, Value::temporary(enter))?,
            None => self.release(enter),
        }
        self.unit.next = u32::from(enter);
        self.with_items(rest, body, is_async)?;
        self.unit.blocks.pop();
        self.unit.handler = outside;
        self.exit_normally(exit, is_async, span);
        let end = self.label();
        self.jump(end);
        self.exit_with_exception(arrives, &bound, exit, is_async, outside);
        self.place(end);
        self.unit.next = u32::from(exit);
        Ok(())
    }

    /// Calls the exit function in `exit` with three times None.
    fn exit_normally(&mut self, exit: u16, is_async: bool, span: Span) {
        let next = self.unit.next;
        // What stands above the window stays: a value that is being returned.
        let window = if self.unit.next > u32::from(exit) + 2 {
            let window = self.unit.push_many(2);
            self.op(Opcode::Take, window, exit, 0);
            self.op(Opcode::Take, window + 1, exit + 1, 0);
            window
        } else {
            exit
        };
        self.span = span;
        let arguments = self.unit.push_many(3);
        for argument in arguments..arguments + 3 {
            self.load_constant(argument, Constant::None);
        }
        self.op_x(Opcode::Call, 3, window, window, 1);
        if is_async {
            self.await_register(window, 4, window);
        }
        self.release(window);
        self.unit.next = next;
    }

    /// Lets the exit function see the exception; goes on after the statement if it says so.
    fn exit_with_exception(
        &mut self,
        arrives: Label,
        bound: &Entry,
        exit: u16,
        is_async: bool,
        outside: Option<HandlerId>,
    ) {
        let span = self.span;
        self.unit.place_handler(arrives, bound);
        self.unit.next = u32::from(exit) + 4;
        let exception = exit + 2;
        let (clean_up, done) = (self.label(), self.label());
        self.op(Opcode::EnterHandler, exception, 0, 0);
        let bound = self.unit.entry();
        let result = self.unit.push();
        self.unit.handler = Some(self.unit.assembler.handler(clean_up, result));
        self.op(Opcode::WithExceptStart, result, exit, exception);
        if is_async {
            self.await_register(result, 4, result);
        }
        let suppressed = self.label();
        self.jump_test(Opcode::JumpIfTrue, Value::temporary(result), suppressed);
        self.op(Opcode::Move, result, exception, 0);
        self.jump(clean_up);
        self.unit.handler = outside;
        self.place(suppressed);
        self.op(Opcode::LeaveHandler, exception, 0, 0);
        self.jump(done);
        self.clean_up(clean_up, &bound, exception);
        self.place(done);
        self.span = span;
    }

    /// Where exceptions that leave a handler arrive: what was handled before is handled again, the new one goes on.
    pub(super) fn clean_up(&mut self, label: Label, bound: &Entry, register: u16) {
        self.unit.place_handler(label, bound);
        self.unit.highest = self.unit.highest.max(u32::from(register) + 3);
        self.span = NOWHERE;
        self.op(Opcode::LeaveHandler, register, 0, 0);
        self.op(Opcode::Reraise, register + 2, 0, 0);
    }
}
