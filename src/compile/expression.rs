//! Expressions: operands straight from locals, results straight into the register that wants them.
//!
//! Invariant of [`Compiler::into`]: its destination is written by the last instruction only, so a local may be one.

use super::assembler::take;
use super::call;
use super::condition::comparison;
use super::emit::{Compiler, Outcome, Value, fail};
use crate::code::object::flags;
use crate::code::{Constant, Opcode};
use crate::syntax::ast::{
    BoolOperator, ComparisonOperator, Conversion, Expr, ExprKind, Operator, UnaryOperator,
};
use crate::syntax::error::Fault;

/// The most pieces of an f-string that are joined at once.
const MOST_PIECES: usize = 512;

impl<'a> Compiler<'a> {
    /// The value of an expression in a register: a local's own, or a new temporary.
    pub(super) fn operand(&mut self, expression: &'a Expr) -> Result<Value, Fault> {
        if let ExprKind::Name { id, .. } = &expression.node
            && &**id != "__debug__"
        {
            self.span = expression.span;
            return Ok(self.name_operand(id));
        }
        self.temporary(expression)
    }

    /// The value of an expression in a new temporary.
    pub(super) fn temporary(&mut self, expression: &'a Expr) -> Result<Value, Fault> {
        let register = self.unit.push();
        self.into(expression, register)?;
        Ok(Value::temporary(register))
    }

    /// An operand that is read only after others have been evaluated: a walrus in those could change a local.
    pub(super) fn early_operand(&mut self, expression: &'a Expr, others: &[&Expr]) -> Result<Value, Fault> {
        let simple = |other: &&Expr| matches!(other.node, ExprKind::Name { .. } | ExprKind::Constant(_));
        if self.unit.has_walrus && !others.iter().all(simple) {
            return self.temporary(expression);
        }
        self.operand(expression)
    }

    /// Evaluates an expression into a register.
    pub(super) fn into(&mut self, expression: &'a Expr, to: u16) -> Outcome {
        stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || {
            let next = self.unit.next;
            let result = self.evaluate(expression, to);
            self.unit.next = next;
            result
        })
    }

    /// Evaluates an expression for its effects.
    pub(super) fn effect(&mut self, expression: &'a Expr) -> Outcome {
        self.scoped(|this| {
            if let ExprKind::Name { .. } = &expression.node {
                let value = this.operand(expression)?;
                this.discard(value);
                return Ok(());
            }
            if this.constant(expression).is_some() {
                return Ok(());
            }
            let value = this.temporary(expression)?;
            this.release(value.register);
            Ok(())
        })
    }

    fn evaluate(&mut self, expression: &'a Expr, to: u16) -> Outcome {
        self.span = expression.span;
        if let Some(constant) = self.constant(expression) {
            self.load_constant(to, constant);
            return Ok(());
        }
        match &expression.node {
            ExprKind::Constant(_) => Ok(()),
            ExprKind::Name { id, .. } => {
                self.load_name(to, id);
                Ok(())
            }
            ExprKind::BinOp { left, op, right } => self.binary_operation(expression, left, *op, right, to),
            ExprKind::UnaryOp { op, operand } => {
                let value = self.operand(operand)?;
                self.span = expression.span;
                let op = match op {
                    UnaryOperator::Not => Opcode::Not,
                    UnaryOperator::Invert => Opcode::Invert,
                    UnaryOperator::UAdd => Opcode::Positive,
                    UnaryOperator::USub => Opcode::Negate,
                };
                self.unary(op, to, value);
                Ok(())
            }
            ExprKind::BoolOp { op, values } => self.bool_operation(*op, values, to),
            ExprKind::NamedExpr { target, value } => {
                let value = self.operand(value)?;
                self.span = expression.span;
                if let ExprKind::Name { id, .. } = &target.node {
                    self.store_name(id, value.borrowed());
                }
                self.transfer(to, value);
                Ok(())
            }
            ExprKind::Compare { left, comparisons } => self.compare(expression, left, comparisons, to),
            ExprKind::Call { func, args, keywords } => self.call(expression, func, args, keywords, to),
            ExprKind::IfExp { test, body, orelse } => {
                let (otherwise, end) = (self.label(), self.label());
                self.jump_if(test, false, otherwise)?;
                self.into(body, to)?;
                self.jump(end);
                self.place(otherwise);
                self.into(orelse, to)?;
                self.place(end);
                Ok(())
            }
            ExprKind::Lambda { args, body } => self.lambda(expression, args, body, to),
            ExprKind::Attribute { value, attr, .. } => self.attribute(expression, value, attr, to),
            ExprKind::Subscript { value, slice, .. } => self.subscript(expression, value, slice, to),
            ExprKind::Slice { .. } => {
                let base = self.slice_bounds(expression, 3)?;
                self.span = expression.span;
                self.op(Opcode::BuildSlice, to, base, 0);
                Ok(())
            }
            ExprKind::List { elts, .. } => self.list_display(expression, elts, to),
            ExprKind::Tuple { elts, .. } => self.tuple_display(expression, elts, to),
            ExprKind::Set { elts } => self.set_display(expression, elts, to),
            ExprKind::Dict { items } => self.dict_display(expression, items, to),
            ExprKind::ListComp { .. } | ExprKind::SetComp { .. } | ExprKind::DictComp { .. } => {
                self.comprehension(expression, to)
            }
            ExprKind::GeneratorExp { .. } => self.comprehension(expression, to),
            ExprKind::JoinedStr { values } => self.joined_text(expression, values, to),
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                self.formatted(expression, value, *conversion, format_spec.as_deref(), to)
            }
            ExprKind::Await { value } => self.await_expression(expression, value, to),
            ExprKind::Yield { value } => self.yield_expression(expression, value.as_deref(), to),
            ExprKind::YieldFrom { value } => self.yield_from(expression, value, to),
            ExprKind::Starred { .. } => fail("can't use starred expression here", expression.span),
        }
    }

    fn binary_operation(
        &mut self,
        whole: &Expr,
        left: &'a Expr,
        op: Operator,
        right: &'a Expr,
        to: u16,
    ) -> Outcome {
        let left = self.early_operand(left, &[right])?;
        let number =
            if matches!(op, Operator::Add | Operator::Sub) { self.small_number(right) } else { None };
        if let Some(number) = number {
            self.span = whole.span;
            let (number, x) = if op == Operator::Sub { (-number, 8) } else { (number, 0) };
            let x = x | take(false, left.temporary, false);
            self.op_x(Opcode::AddImm, x, to, left.register, number as u16);
            return Ok(());
        }
        if let (Some(op), Some(number)) = (operation_with_number(op), self.small_number(right)) {
            self.span = whole.span;
            self.op_x(op, take(false, left.temporary, false), to, left.register, number as u16);
            return Ok(());
        }
        let right = self.operand(right)?;
        self.span = whole.span;
        self.binary(operation(op), 0, to, left, right);
        Ok(())
    }

    /// The value of a literal int that fits an immediate operand, with either sign.
    pub(super) fn small_number(&self, expression: &Expr) -> Option<i16> {
        match self.constant(expression)? {
            Constant::Int(value) => i16::try_from(value).ok().filter(|value| *value != i16::MIN),
            _ => None,
        }
    }

    fn bool_operation(&mut self, op: BoolOperator, values: &'a [Expr], to: u16) -> Outcome {
        let end = self.label();
        let register = if self.unit.is_temporary(to) { to } else { self.unit.push() };
        let jump = match op {
            BoolOperator::And => Opcode::JumpIfFalseOrPop,
            BoolOperator::Or => Opcode::JumpIfTrueOrPop,
        };
        let (last, first) = values.split_last().expect("a boolean operation has values");
        for value in first {
            self.into(value, register)?;
            self.span = value.span;
            self.jump_or_pop(jump, register, end);
        }
        self.into(last, register)?;
        self.place(end);
        self.transfer(to, Value::temporary(register));
        Ok(())
    }

    fn compare(
        &mut self,
        whole: &Expr,
        left: &'a Expr,
        comparisons: &'a [(ComparisonOperator, Expr)],
        to: u16,
    ) -> Outcome {
        self.warn_of_identity(whole.span, left, comparisons);
        let others: Vec<&Expr> = comparisons.iter().map(|(_, right)| right).collect();
        let (last, first) = comparisons.split_last().expect("a comparison has an operator");
        if first.is_empty() {
            let left = self.early_operand(left, &others)?;
            let right = self.comparand(last.0, &last.1)?;
            self.span = whole.span;
            self.binary(comparison(last.0), 0, to, left, right);
            return Ok(());
        }
        let result = if self.unit.is_temporary(to) { to } else { self.unit.push() };
        let end = self.label();
        let mut left = self.early_operand(left, &others)?;
        let mut clean_ups = Vec::new();
        for (index, (op, right)) in first.iter().enumerate() {
            let right = self.early_operand(right, &others[index + 1..])?;
            self.span = whole.span;
            self.binary(comparison(*op), 0, result, left, right.borrowed());
            let exit = if right.temporary { self.label() } else { end };
            self.jump_or_pop(Opcode::JumpIfFalseOrPop, result, exit);
            if right.temporary {
                clean_ups.push((exit, right.register));
            }
            left = right;
        }
        let right = self.operand(&last.1)?;
        self.span = whole.span;
        self.binary(comparison(last.0), 0, result, left, right);
        for (label, register) in clean_ups {
            self.jump(end);
            self.place(label);
            self.release(register);
        }
        self.place(end);
        self.transfer(to, Value::temporary(result));
        Ok(())
    }

    /// The right side of a comparison; what `in` looks through may as well be constant.
    pub(super) fn comparand(&mut self, op: ComparisonOperator, right: &'a Expr) -> Result<Value, Fault> {
        if matches!(op, ComparisonOperator::In | ComparisonOperator::NotIn)
            && let Some(constant) = self.constant_collection(right)
        {
            let register = self.unit.push();
            self.span = right.span;
            self.load_constant(register, constant);
            return Ok(Value::temporary(register));
        }
        self.operand(right)
    }

    fn attribute(&mut self, whole: &Expr, value: &'a Expr, attr: &std::rc::Rc<str>, to: u16) -> Outcome {
        if let Some(base) = self.super_operands(value)? {
            self.span = whole.span;
            let name = self.name_index(attr);
            self.op_x(Opcode::LoadSuperAttr, call::is_bare(value).into(), to, base, name);
            return Ok(());
        }
        let value = self.operand(value)?;
        self.span = whole.span;
        let name = self.name_index(attr);
        self.op_x(Opcode::LoadAttr, take(false, value.temporary, false), to, value.register, name);
        Ok(())
    }

    fn subscript(&mut self, whole: &Expr, value: &'a Expr, index: &'a Expr, to: u16) -> Outcome {
        self.warn_of_subscript(value, index);
        let object = self.early_operand(value, &[index])?;
        if self.is_plain_slice(index) {
            let base = self.slice_bounds(index, 2)?;
            self.span = whole.span;
            self.op_x(Opcode::LoadSlice, take(false, object.temporary, false), to, object.register, base);
            return Ok(());
        }
        if let Some(number) = self.small_number(index) {
            self.span = whole.span;
            let x = take(false, object.temporary, false);
            self.op_x(Opcode::LoadItemNumber, x, to, object.register, number as u16);
            return Ok(());
        }
        let index = self.operand(index)?;
        self.span = whole.span;
        self.binary(Opcode::LoadItem, 0, to, object, index);
        Ok(())
    }

    /// A slice without a step that is not constant as a whole.
    pub(super) fn is_plain_slice(&self, index: &Expr) -> bool {
        matches!(&index.node, ExprKind::Slice { step: None, .. })
    }

    /// The bounds of a slice, and its step where `count` is 3, in temporaries; the first of them.
    pub(super) fn slice_bounds(&mut self, slice: &'a Expr, count: u32) -> Result<u16, Fault> {
        let ExprKind::Slice { lower, upper, step } = &slice.node else {
            unreachable!("only slices have bounds")
        };
        let base = self.unit.push_many(count);
        for (index, bound) in [lower, upper, step].into_iter().take(count as usize).enumerate() {
            let register = base + index as u16;
            match bound {
                Some(bound) => self.into(bound, register)?,
                None => {
                    self.span = slice.span;
                    self.load_constant(register, Constant::None);
                }
            }
        }
        Ok(base)
    }

    fn joined_text(&mut self, whole: &'a Expr, values: &'a [Expr], to: u16) -> Outcome {
        match values {
            [] => {
                self.load_text(to, "");
                return Ok(());
            }
            [only] if matches!(only.node, ExprKind::FormattedValue { .. }) => return self.into(only, to),
            _ => {}
        }
        // Many pieces are joined in parts, so that they need few registers at a time.
        if values.len() > MOST_PIECES {
            let parts = values.chunks(MOST_PIECES);
            let base = self.unit.push_many(parts.len() as u32);
            let count = parts.len() as u16;
            for (index, part) in parts.enumerate() {
                let next = self.unit.next;
                self.joined_text(whole, part, base.wrapping_add(index as u16))?;
                self.unit.next = next;
            }
            self.span = whole.span;
            self.op(Opcode::BuildString, to, base, count);
            return Ok(());
        }
        let base = self.unit.push_many(values.len() as u32);
        for (index, value) in values.iter().enumerate() {
            self.into(value, base.wrapping_add(index as u16))?;
        }
        self.span = whole.span;
        self.op(Opcode::BuildString, to, base, values.len() as u16);
        Ok(())
    }

    fn formatted(
        &mut self,
        whole: &Expr,
        value: &'a Expr,
        conversion: Option<Conversion>,
        spec: Option<&'a Expr>,
        to: u16,
    ) -> Outcome {
        let value = self.temporary(value)?;
        let x = match conversion {
            None => 0,
            Some(Conversion::Str) => 1,
            Some(Conversion::Repr) => 2,
            Some(Conversion::Ascii) => 3,
        };
        let spec = match spec {
            Some(spec) => self.temporary(spec)?.register,
            None => crate::code::opcode::NONE,
        };
        self.span = whole.span;
        self.op_x(Opcode::FormatValue, x, to, value.register, spec);
        Ok(())
    }

    fn await_expression(&mut self, whole: &Expr, value: &'a Expr, to: u16) -> Outcome {
        if !self.stands_in_function() {
            return fail("'await' outside function", whole.span);
        }
        if !self.is_async_code() {
            return fail("'await' outside async function", whole.span);
        }
        let value = self.temporary(value)?;
        self.span = whole.span;
        self.await_register(value.register, 1, to);
        Ok(())
    }

    /// Awaits what is in a temporary (taken); `x` as for the row.
    pub(super) fn await_register(&mut self, register: u16, x: u8, to: u16) {
        self.op_x(Opcode::GetYieldFromIter, x, register, register, 0);
        self.delegate(register, to);
    }

    /// Runs the iterator in a temporary to its end, yielding what it yields.
    fn delegate(&mut self, register: u16, to: u16) {
        let sent = self.unit.push();
        self.load_constant(sent, Constant::None);
        self.op(Opcode::YieldFrom, to, register, sent);
        self.unit.next -= 1;
    }

    /// May the code object that we are in await?
    pub(super) fn is_async_code(&self) -> bool {
        self.unit.flags & (flags::COROUTINE | flags::ASYNC_GENERATOR) != 0
    }

    /// The same of statements, which only functions may have.
    pub(super) fn is_async_function(&self) -> bool {
        self.is_async_code() && self.stands_in_function()
    }

    /// Is this a function's code, or that of a module that may await like one?
    pub(super) fn stands_in_function(&self) -> bool {
        let kind = self.scopes[self.unit.scope].kind;
        kind.is_function() || kind == super::scope::Kind::Module && self.options.top_level_await
    }

    fn yield_expression(&mut self, whole: &Expr, value: Option<&'a Expr>, to: u16) -> Outcome {
        if !self.scopes[self.unit.scope].kind.is_function() {
            return fail("'yield' outside function", whole.span);
        }
        let value = match value {
            Some(value) => self.operand(value)?,
            None => {
                let register = self.unit.push();
                self.load_constant(register, Constant::None);
                Value::temporary(register)
            }
        };
        self.span = whole.span;
        self.yield_value(value, to);
        Ok(())
    }

    /// Yields a value as the kind of generator that we are in does.
    pub(super) fn yield_value(&mut self, value: Value, to: u16) {
        let is_async = self.unit.flags & flags::ASYNC_GENERATOR != 0;
        self.unary(if is_async { Opcode::YieldAsync } else { Opcode::Yield }, to, value);
    }

    fn yield_from(&mut self, whole: &Expr, value: &'a Expr, to: u16) -> Outcome {
        if !self.scopes[self.unit.scope].kind.is_function() {
            return fail("'yield from' outside function", whole.span);
        }
        if self.is_async_code() {
            return fail("'yield from' inside async function", whole.span);
        }
        let value = self.temporary(value)?;
        self.span = whole.span;
        self.op_x(Opcode::GetYieldFromIter, 0, value.register, value.register, 0);
        self.delegate(value.register, to);
        Ok(())
    }
}

/// The opcode of a binary operator whose right operand is a small number, where there is one but for sums.
fn operation_with_number(op: Operator) -> Option<Opcode> {
    Some(match op {
        Operator::Mult => Opcode::MultiplyImm,
        Operator::FloorDiv => Opcode::FloorDivideImm,
        Operator::Mod => Opcode::ModuloImm,
        Operator::BitAnd => Opcode::BitAndImm,
        Operator::LShift => Opcode::ShiftLeftImm,
        Operator::RShift => Opcode::ShiftRightImm,
        _ => return None,
    })
}

/// The opcode of a binary operator.
pub(super) fn operation(op: Operator) -> Opcode {
    match op {
        Operator::Add => Opcode::Add,
        Operator::Sub => Opcode::Subtract,
        Operator::Mult => Opcode::Multiply,
        Operator::MatMult => Opcode::MatrixMultiply,
        Operator::Div => Opcode::TrueDivide,
        Operator::Mod => Opcode::Modulo,
        Operator::Pow => Opcode::Power,
        Operator::LShift => Opcode::ShiftLeft,
        Operator::RShift => Opcode::ShiftRight,
        Operator::BitOr => Opcode::BitOr,
        Operator::BitXor => Opcode::BitXor,
        Operator::BitAnd => Opcode::BitAnd,
        Operator::FloorDiv => Opcode::FloorDivide,
    }
}
