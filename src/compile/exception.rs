//! `try` with its handlers, `else` and `finally`; `except*`; `raise` and `assert`.
//!
//! A handler's exception arrives in the first temporary that is free where its range begins; the register after it keeps
//! what was handled before. What leaves a handler by an exception arrives two registers further.

use super::assembler::HandlerId;
use super::emit::{Compiler, NOWHERE, Outcome, Value, fail};
use super::unit::{Block, Entry};
use crate::code::opcode::NONE;
use crate::code::{Instruction, Opcode};
use crate::syntax::ast::{ExceptHandler, Expr, Stmt, Try};

impl<'a> Compiler<'a> {
    pub(super) fn try_statement(&mut self, node: &'a Try) -> Outcome {
        self.pass_line(self.span);
        if node.finalbody.is_empty() {
            return self.try_except(node);
        }
        let arrives = self.label();
        let register = self.unit.next as u16;
        let bound = self.unit.entry();
        let outside = self.unit.handler;
        self.unit.handler = Some(self.unit.assembler.handler(arrives, register));
        self.unit.blocks.push(Block::Finally { body: &node.finalbody, outside });
        if node.handlers.is_empty() {
            self.body(&node.body)?;
        } else {
            self.try_except(node)?;
        }
        self.unit.blocks.pop();
        self.unit.handler = outside;
        let end = self.label();
        self.body(&node.finalbody)?;
        self.jump(end);
        self.finally_with_exception(node, arrives, &bound, register, outside)?;
        self.place(end);
        Ok(())
    }

    fn finally_with_exception(
        &mut self,
        node: &'a Try,
        arrives: super::assembler::Label,
        bound: &Entry,
        register: u16,
        outside: Option<HandlerId>,
    ) -> Outcome {
        self.unit.place_handler(arrives, bound);
        self.span = NOWHERE;
        let window = self.unit.push_many(2);
        debug_assert_eq!(window, register);
        self.op(Opcode::EnterHandler, register, 0, 0);
        let clean_up = self.label();
        let bound = self.unit.entry();
        self.unit.handler = Some(self.unit.assembler.handler(clean_up, register + 2));
        self.unit.blocks.push(Block::Handler { register, name: None, outside, star: false });
        self.body(&node.finalbody)?;
        self.unit.blocks.pop();
        self.span = NOWHERE;
        self.again(register);
        self.jump(clean_up);
        self.unit.handler = outside;
        self.clean_up(clean_up, &bound, register);
        self.unit.next = u32::from(register);
        Ok(())
    }

    /// Puts the handled exception where the clean-up raises it again.
    fn again(&mut self, register: u16) {
        let next = self.unit.next;
        self.unit.next = u32::from(register) + 2;
        let to = self.unit.push();
        self.op(Opcode::Move, to, register, 0);
        self.unit.next = next;
    }

    fn try_except(&mut self, node: &'a Try) -> Outcome {
        let (arrives, end) = (self.label(), self.label());
        let register = self.unit.next as u16;
        let bound = self.unit.entry();
        let outside = self.unit.handler;
        self.unit.handler = Some(self.unit.assembler.handler(arrives, register));
        self.unit.blocks.push(Block::Plain { outside });
        self.body(&node.body)?;
        self.unit.blocks.pop();
        self.unit.handler = outside;
        self.body(&node.orelse)?;
        self.jump(end);
        self.unit.place_handler(arrives, &bound);
        self.span = NOWHERE;
        self.unit.push_many(2);
        self.op(Opcode::EnterHandler, register, 0, 0);
        let bound = self.unit.entry();
        let clean_up = self.label();
        self.unit.handler = Some(self.unit.assembler.handler(clean_up, register + 2));
        if node.is_star {
            self.star_handlers(node, register, outside, end)?;
        } else {
            self.handlers(node, register, outside, end)?;
        }
        self.unit.handler = outside;
        self.clean_up(clean_up, &bound, register);
        self.unit.next = u32::from(register);
        self.place(end);
        Ok(())
    }

    fn handlers(
        &mut self,
        node: &'a Try,
        register: u16,
        outside: Option<HandlerId>,
        end: super::assembler::Label,
    ) -> Outcome {
        let inside = self.unit.handler;
        for (index, handler) in node.handlers.iter().enumerate() {
            self.unit.handler = inside;
            let next = self.label();
            match &handler.type_ {
                Some(type_) => self.match_exception(type_, register, next)?,
                None if index + 1 < node.handlers.len() => {
                    return fail("default 'except:' must be last", handler.span);
                }
                None => {}
            }
            self.handler_body(handler, register, outside)?;
            self.jump(end);
            self.place(next);
        }
        self.unit.handler = inside;
        // None matched: the exception goes on.
        self.span = NOWHERE;
        self.again(register);
        if self.unit.reachable {
            self.op(Opcode::LeaveHandler, register, 0, 0);
            self.unit.handler = outside;
            self.op(Opcode::Reraise, register + 2, 0, 0);
        }
        Ok(())
    }

    fn match_exception(&mut self, type_: &'a Expr, register: u16, next: super::assembler::Label) -> Outcome {
        self.scoped(|this| {
            let class = this.temporary(type_)?;
            this.span = type_.span;
            let instruction =
                Instruction { op: Opcode::JumpUnlessMatch, x: 0, a: register, b: class.register, c: 0 };
            this.emit(instruction, Some(next));
            Ok(())
        })
    }

    /// The body of a handler, the handler's name bound in it and forgotten after it; then the end of the handling.
    fn handler_body(
        &mut self,
        handler: &'a ExceptHandler,
        register: u16,
        outside: Option<HandlerId>,
    ) -> Outcome {
        let inside = self.unit.handler;
        let name = handler.name.as_ref();
        self.unit.blocks.push(Block::Handler { register, name, outside, star: false });
        self.span = handler.span;
        let Some(name) = name else {
            self.body(&handler.body)?;
            self.unit.blocks.pop();
            self.span = NOWHERE;
            self.unit.handler = outside;
            self.op(Opcode::LeaveHandler, register, 0, 0);
            return Ok(());
        };
        self.store_name(name, Value { register, temporary: false });
        let forget = self.label();
        let bound = self.unit.entry();
        self.unit.handler = Some(self.unit.assembler.handler(forget, register + 2));
        self.body(&handler.body)?;
        self.unit.blocks.pop();
        self.span = NOWHERE;
        self.unit.handler = inside;
        let done = self.label();
        self.op(Opcode::LeaveHandler, register, 0, 0);
        self.unit.handler = outside;
        self.forget_name(name)?;
        self.jump(done);
        self.unit.handler = inside;
        self.unit.place_handler(forget, &bound);
        let next = self.unit.next;
        self.unit.next = u32::from(register) + 3;
        self.unit.highest = self.unit.highest.max(self.unit.next);
        self.forget_name(name)?;
        self.op(Opcode::LeaveHandler, register, 0, 0);
        self.unit.handler = outside;
        self.op(Opcode::Reraise, register + 2, 0, 0);
        self.unit.next = next;
        self.place(done);
        Ok(())
    }

    /// `except*`: registers after the handler's two hold the original group, the list of what is to be raised, and the
    /// rest that no handler has matched yet.
    fn star_handlers(
        &mut self,
        node: &'a Try,
        register: u16,
        outside: Option<HandlerId>,
        end: super::assembler::Label,
    ) -> Outcome {
        let inside = self.unit.handler;
        let (list, rest) = (self.unit.push(), self.unit.push());
        self.span = NOWHERE;
        self.op(Opcode::BuildList, list, 0, 0);
        self.op(Opcode::Move, rest, register, 0);
        for handler in &node.handlers {
            self.unit.handler = inside;
            let next = self.label();
            // All matched already: the remaining handlers see nothing.
            self.jump_test(Opcode::JumpIfNone, Value { register: rest, temporary: false }, next);
            let matched = self.unit.push();
            if let Some(type_) = &handler.type_ {
                let class = self.temporary(type_)?;
                self.span = type_.span;
                self.op(Opcode::SplitGroup, matched, rest, class.register);
                self.unit.next -= 1;
            }
            let unmatched = self.label();
            self.jump_test(Opcode::JumpIfNone, Value { register: matched, temporary: false }, unmatched);
            self.star_body(handler, matched, list, inside)?;
            self.jump(next);
            self.place(unmatched);
            self.release(matched);
            self.place(next);
            self.unit.next = u32::from(matched);
        }
        self.unit.handler = inside;
        self.span = NOWHERE;
        self.op_x(Opcode::ListAppend, 2, list, rest, 0);
        let result = self.unit.push();
        self.op(Opcode::JoinGroup, result, register, list);
        self.release(list);
        let raise = self.label();
        self.jump_test(Opcode::JumpIfNotNone, Value { register: result, temporary: false }, raise);
        self.release(result);
        self.op(Opcode::LeaveHandler, register, 0, 0);
        self.unit.handler = outside;
        self.jump(end);
        self.unit.handler = inside;
        self.place(raise);
        self.op(Opcode::Take, register + 2, result, 0);
        self.op(Opcode::LeaveHandler, register, 0, 0);
        self.unit.handler = outside;
        self.op(Opcode::Reraise, register + 2, 0, 0);
        self.unit.next = u32::from(register) + 2;
        Ok(())
    }

    /// The body of one `except*`: the matched part is what is handled; what the body raises goes into the list.
    fn star_body(
        &mut self,
        handler: &'a ExceptHandler,
        matched: u16,
        list: u16,
        outside: Option<HandlerId>,
    ) -> Outcome {
        let before = self.unit.push();
        debug_assert_eq!(before, matched + 1);
        self.span = handler.span;
        self.op(Opcode::EnterHandler, matched, 0, 0);
        let raised = self.label();
        if let Some(name) = &handler.name {
            self.store_name(name, Value { register: matched, temporary: false });
        }
        let bound = self.unit.entry();
        self.unit.handler = Some(self.unit.assembler.handler(raised, matched + 2));
        let name = handler.name.as_ref();
        self.unit.blocks.push(Block::Handler { register: matched, name, outside, star: true });
        self.body(&handler.body)?;
        self.unit.blocks.pop();
        self.unit.handler = outside;
        self.span = NOWHERE;
        let done = self.label();
        if let Some(name) = &handler.name {
            self.forget_name(name)?;
        }
        self.op(Opcode::LeaveHandler, matched, 0, 0);
        self.jump(done);
        self.unit.place_handler(raised, &bound);
        self.unit.next = u32::from(matched) + 3;
        self.unit.highest = self.unit.highest.max(self.unit.next);
        if let Some(name) = &handler.name {
            self.forget_name(name)?;
        }
        self.op(Opcode::LeaveHandler, matched, 0, 0);
        self.op_x(Opcode::ListAppend, 2, list, matched + 2, 0);
        self.place(done);
        self.unit.next = u32::from(matched) + 1;
        Ok(())
    }

    pub(super) fn raise_statement(
        &mut self,
        statement: &Stmt,
        exc: Option<&'a Expr>,
        cause: Option<&'a Expr>,
    ) -> Outcome {
        let Some(exc) = exc else {
            self.span = statement.span;
            self.op_x(Opcode::Raise, 0, NONE, NONE, 0);
            return Ok(());
        };
        let exception = self.temporary(exc)?;
        let cause = match cause {
            Some(cause) => self.temporary(cause)?.register,
            None => NONE,
        };
        self.span = statement.span;
        let x = if cause == NONE { 1 } else { 2 };
        self.op_x(Opcode::Raise, x, exception.register, cause, 0);
        Ok(())
    }

    pub(super) fn assert_statement(
        &mut self,
        statement: &Stmt,
        test: &'a Expr,
        msg: Option<&'a Expr>,
    ) -> Outcome {
        if self.options.optimize > 0 {
            return Ok(());
        }
        self.warn_of_assertion(statement.span, test);
        let end = self.label();
        self.jump_if(test, true, end)?;
        self.span = statement.span;
        let result = self.unit.push();
        if let Some(msg) = msg {
            let base = self.unit.push_many(2);
            self.op(Opcode::LoadAssertionError, base, 0, 0);
            self.temporary(msg)?;
            self.span = statement.span;
            self.op_x(Opcode::Call, 1, result, base, 0);
        } else {
            self.op(Opcode::LoadAssertionError, result, 0, 0);
        }
        self.span = test.span;
        self.op_x(Opcode::Raise, 1, result, NONE, 0);
        self.span = statement.span;
        self.place(end);
        Ok(())
    }
}
