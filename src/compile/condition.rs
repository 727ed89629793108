//! Conditions: jumps that compare, without a value in between.

use super::assembler::{Label, take};
use super::emit::{Compiler, Outcome, Value};
use crate::code::{Constant, Instruction, Opcode};
use crate::syntax::ast::{BoolOperator, ComparisonOperator, Expr, ExprKind, UnaryOperator};

impl<'a> Compiler<'a> {
    /// Jumps to the label if the truth of the expression is `when`, else goes on.
    pub(super) fn jump_if(&mut self, expression: &'a Expr, when: bool, label: Label) -> Outcome {
        stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || {
            let next = self.unit.next;
            let result = self.jump_if_here(expression, when, label);
            self.unit.next = next;
            result
        })
    }

    fn jump_if_here(&mut self, expression: &'a Expr, when: bool, label: Label) -> Outcome {
        if let Some(constant) = self.constant(expression) {
            self.pass_line(expression.span);
            if truth(&constant) == when {
                self.span = expression.span;
                self.jump(label);
            }
            return Ok(());
        }
        match &expression.node {
            ExprKind::UnaryOp { op: UnaryOperator::Not, operand } => self.jump_if(operand, !when, label),
            ExprKind::BoolOp { op, values } => {
                let (last, first) = values.split_last().expect("a boolean operation has values");
                // `and` is decided by the first false value, `or` by the first true one.
                let decides = *op == BoolOperator::Or;
                if decides == when {
                    return values.iter().try_for_each(|value| self.jump_if(value, when, label));
                }
                let decided = self.label();
                first.iter().try_for_each(|value| self.jump_if(value, decides, decided))?;
                self.jump_if(last, when, label)?;
                self.place(decided);
                Ok(())
            }
            ExprKind::IfExp { test, body, orelse } => {
                let (otherwise, end) = (self.label(), self.label());
                self.jump_if(test, false, otherwise)?;
                self.jump_if(body, when, label)?;
                self.jump(end);
                self.place(otherwise);
                self.jump_if(orelse, when, label)?;
                self.place(end);
                Ok(())
            }
            ExprKind::Compare { left, comparisons } => {
                self.jump_if_compares(expression, left, comparisons, when, label)
            }
            _ => {
                let value = self.operand(expression)?;
                self.span = expression.span;
                let op = if when { Opcode::JumpIfTrue } else { Opcode::JumpIfFalse };
                self.jump_test(op, value, label);
                Ok(())
            }
        }
    }

    fn jump_if_compares(
        &mut self,
        whole: &Expr,
        left: &'a Expr,
        comparisons: &'a [(ComparisonOperator, Expr)],
        when: bool,
        label: Label,
    ) -> Outcome {
        self.warn_of_identity(whole.span, left, comparisons);
        let others: Vec<&Expr> = comparisons.iter().map(|(_, right)| right).collect();
        let (last, first) = comparisons.split_last().expect("a comparison has an operator");
        let mut left = self.early_operand(left, &others)?;
        if first.is_empty() {
            return self.jump_if_compare(whole, left, last.0, &last.1, when, label);
        }
        let failed = self.label();
        let where_false = if when { failed } else { label };
        let mut clean_ups = Vec::new();
        for (index, (op, right)) in first.iter().enumerate() {
            let right = self.early_operand(right, &others[index + 1..])?;
            self.span = whole.span;
            let exit = if right.temporary { self.label() } else { where_false };
            self.compare_and_jump(*op, left, right.borrowed(), false, exit);
            if right.temporary {
                clean_ups.push((exit, right.register));
            }
            left = right;
        }
        self.jump_if_compare(whole, left, last.0, &last.1, when, label)?;
        if !clean_ups.is_empty() {
            let end = self.label();
            self.jump(end);
            for (exit, register) in clean_ups {
                self.place(exit);
                self.release(register);
                self.jump(where_false);
            }
            self.place(end);
        }
        self.place(failed);
        Ok(())
    }

    /// One comparison: with a small constant, with None, or of two registers.
    fn jump_if_compare(
        &mut self,
        whole: &Expr,
        left: Value,
        op: ComparisonOperator,
        right: &'a Expr,
        when: bool,
        label: Label,
    ) -> Outcome {
        use ComparisonOperator::{Is, IsNot};
        if matches!(op, Is | IsNot) && self.constant(right) == Some(Constant::None) {
            self.span = whole.span;
            let op = if (op == Is) == when { Opcode::JumpIfNone } else { Opcode::JumpIfNotNone };
            self.jump_test(op, left, label);
            return Ok(());
        }
        if let (Some(code), Some(number)) = (order(op), self.small_number(right)) {
            self.span = whole.span;
            let op = if when { Opcode::JumpIfCompareImm } else { Opcode::JumpUnlessCompareImm };
            let x = code << 3 | take(left.temporary, false, false);
            let instruction = Instruction { op, x, a: left.register, b: number as u16, c: 0 };
            self.emit(instruction, Some(label));
            return Ok(());
        }
        let right = self.comparand(op, right)?;
        self.span = whole.span;
        self.compare_and_jump(op, left, right, when, label);
        Ok(())
    }

    fn compare_and_jump(
        &mut self,
        op: ComparisonOperator,
        left: Value,
        right: Value,
        when: bool,
        label: Label,
    ) {
        let x = take(left.temporary, right.temporary, false);
        let op = fused(op, when);
        self.emit(Instruction { op, x, a: left.register, b: right.register, c: 0 }, Some(label));
    }
}

/// The opcode of a comparison with a value.
pub(super) fn comparison(op: ComparisonOperator) -> Opcode {
    use ComparisonOperator::*;
    match op {
        Eq => Opcode::Equal,
        NotEq => Opcode::NotEqual,
        Lt => Opcode::Less,
        LtE => Opcode::LessEqual,
        Gt => Opcode::Greater,
        GtE => Opcode::GreaterEqual,
        Is => Opcode::Is,
        IsNot => Opcode::IsNot,
        In => Opcode::In,
        NotIn => Opcode::NotIn,
    }
}

/// The number of an ordering comparison in `JumpIfCompareImm`.
fn order(op: ComparisonOperator) -> Option<u8> {
    use ComparisonOperator::*;
    Some(match op {
        Eq => 0,
        NotEq => 1,
        Lt => 2,
        LtE => 3,
        Gt => 4,
        GtE => 5,
        Is | IsNot | In | NotIn => return None,
    })
}

/// The jump that compares two registers.
fn fused(op: ComparisonOperator, when: bool) -> Opcode {
    use ComparisonOperator::{Eq, Gt, GtE, Lt, LtE, NotEq};
    use Opcode::*;
    match (op, when) {
        (Eq, true) => JumpIfEqual,
        (Eq, false) => JumpUnlessEqual,
        (NotEq, true) => JumpIfNotEqual,
        (NotEq, false) => JumpUnlessNotEqual,
        (Lt, true) => JumpIfLess,
        (Lt, false) => JumpUnlessLess,
        (LtE, true) => JumpIfLessEqual,
        (LtE, false) => JumpUnlessLessEqual,
        (Gt, true) => JumpIfGreater,
        (Gt, false) => JumpUnlessGreater,
        (GtE, true) => JumpIfGreaterEqual,
        (GtE, false) => JumpUnlessGreaterEqual,
        (ComparisonOperator::Is, true) | (ComparisonOperator::IsNot, false) => JumpIfIs,
        (ComparisonOperator::Is, false) | (ComparisonOperator::IsNot, true) => JumpIfIsNot,
        (ComparisonOperator::In, true) | (ComparisonOperator::NotIn, false) => JumpIfIn,
        (ComparisonOperator::In, false) | (ComparisonOperator::NotIn, true) => JumpIfNotIn,
    }
}

/// The truth of a constant.
pub(super) fn truth(constant: &Constant) -> bool {
    match constant {
        Constant::None | Constant::False => false,
        Constant::True | Constant::Ellipsis | Constant::BigInt(_) | Constant::Code(_) => true,
        Constant::Int(value) => *value != 0,
        Constant::Float(value) => *value != 0.0,
        Constant::Complex(real, imaginary) => *real != 0.0 || *imaginary != 0.0,
        Constant::Str(bytes) | Constant::Bytes(bytes) => !bytes.is_empty(),
        Constant::Tuple(items) | Constant::FrozenSet(items) => !items.is_empty(),
    }
}
