//! Targets: storing, unpacking, augmented assignment, deleting.

use super::assembler::take;
use super::call::is_starred;
use super::emit::{Compiler, Outcome, Value, fail};
use super::expression::operation;
use super::names::Access;
use crate::code::{Constant, Opcode};
use crate::syntax::Span;
use crate::syntax::ast::{Expr, ExprKind, Operator};

impl<'a> Compiler<'a> {
    /// `targets = value`.
    pub(super) fn assign(&mut self, targets: &'a [Expr], value: &'a Expr) -> Outcome {
        let [target] = targets else {
            let value = self.temporary(value)?;
            let (last, first) = targets.split_last().expect("an assignment has targets");
            for target in first {
                self.scoped(|this| this.store(target, value.borrowed()))?;
            }
            return self.store(last, value);
        };
        if let Some(register) = self.direct_target(target) {
            self.into(value, register)?;
            self.unit.bound.insert(register);
            return Ok(());
        }
        if let Some(done) = self.assign_side_by_side(target, value) {
            return done;
        }
        // The operands of a target are evaluated after the value, which a walrus there could change.
        let simple = matches!(target.node, ExprKind::Name { .. });
        let value =
            if self.unit.has_walrus && !simple { self.temporary(value)? } else { self.operand(value)? };
        self.store(target, value)
    }

    /// `a, b = c, d` without a tuple.
    fn assign_side_by_side(&mut self, target: &'a Expr, value: &'a Expr) -> Option<Outcome> {
        let (ExprKind::Tuple { elts: targets, .. } | ExprKind::List { elts: targets, .. }) = &target.node
        else {
            return None;
        };
        let ExprKind::Tuple { elts: values, .. } = &value.node else { return None };
        let plain = targets.len() == values.len() && (2..=16).contains(&targets.len());
        if !plain || targets.iter().chain(values).any(is_starred) || self.constant(value).is_some() {
            return None;
        }
        Some(self.store_side_by_side(targets, values))
    }

    fn store_side_by_side(&mut self, targets: &'a [Expr], values: &'a [Expr]) -> Outcome {
        let direct: Vec<Option<u16>> = targets.iter().map(|target| self.direct_target(target)).collect();
        let all_distinct = direct
            .iter()
            .enumerate()
            .all(|(index, register)| register.is_some() && !direct[..index].contains(register));
        let mut parts = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            let last = index + 1 == values.len();
            if let (true, true, Some(register)) = (last, all_distinct, direct[index]) {
                // Nothing reads the last target any more: its value goes straight there.
                self.into(value, register)?;
                parts.push(Value { register, temporary: false });
                continue;
            }
            let own = self.direct_target(value).is_some_and(|register| direct.contains(&Some(register)));
            let part = if own || self.unit.has_walrus || !all_distinct {
                self.temporary(value)?
            } else {
                self.operand(value)?
            };
            parts.push(part);
        }
        for (target, part) in targets.iter().zip(parts) {
            self.scoped(|this| this.store(target, part))?;
        }
        Ok(())
    }

    /// Stores a value into a target.
    pub(super) fn store(&mut self, target: &'a Expr, value: Value) -> Outcome {
        stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || {
            self.scoped(|this| this.store_here(target, value))
        })
    }

    fn store_here(&mut self, target: &'a Expr, value: Value) -> Outcome {
        self.span = target.span;
        match &target.node {
            ExprKind::Name { id, .. } => self.store_name(id, value),
            ExprKind::Attribute { value: object, attr, .. } => {
                let object = self.operand(object)?;
                self.span = target.span;
                let name = self.name_index(attr);
                let x = take(object.temporary, value.temporary, false);
                self.op_x(Opcode::StoreAttr, x, object.register, value.register, name);
            }
            ExprKind::Subscript { value: object, slice, .. } => {
                let object = self.early_operand(object, &[slice])?;
                if self.is_plain_slice(slice) {
                    let base = self.slice_bounds(slice, 2)?;
                    self.span = target.span;
                    let x = take(object.temporary, value.temporary, false);
                    self.op_x(Opcode::StoreSlice, x, object.register, value.register, base);
                    return Ok(());
                }
                let index = self.operand(slice)?;
                self.span = target.span;
                let x = take(object.temporary, index.temporary, value.temporary);
                self.op_x(Opcode::StoreItem, x, object.register, index.register, value.register);
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                self.unpack(elts, value, target.span)?;
            }
            ExprKind::Starred { .. } => {
                return fail("starred assignment target must be in a list or tuple", target.span);
            }
            _ => return fail("cannot assign to expression", target.span),
        }
        Ok(())
    }

    fn unpack(&mut self, elts: &'a [Expr], value: Value, span: Span) -> Outcome {
        let mut stars = elts.iter().enumerate().filter(|(_, element)| is_starred(element));
        let star = stars.next().map(|(index, _)| index);
        if stars.next().is_some() {
            return fail("multiple starred expressions in assignment", span);
        }
        let base = match star {
            None if let Some(first) = self.side_by_side(elts, value) => {
                let x = take(false, value.temporary, false);
                self.op_x(Opcode::UnpackSequence, x, first, value.register, elts.len() as u16);
                (first..).zip(elts).for_each(|(register, _)| self.unit.bound.insert(register));
                return Ok(());
            }
            None => {
                let base = self.unit.push_many(elts.len() as u32);
                let x = take(false, value.temporary, false);
                self.op_x(Opcode::UnpackSequence, x, base, value.register, elts.len() as u16);
                base
            }
            Some(before) => {
                if before >= 256 || elts.len() - before > 0xFFFF {
                    return fail("too many expressions in star-unpacking assignment", span);
                }
                let base = self.unit.push_many(elts.len() as u32);
                let source = self.unit.push();
                self.transfer(source, value);
                let after = (elts.len() - before - 1) as u16;
                self.op_x(Opcode::UnpackRest, before as u8, base, source, after);
                base
            }
        };
        for (index, element) in elts.iter().enumerate() {
            let inner = match &element.node {
                ExprKind::Starred { value, .. } => value,
                _ => element,
            };
            self.store(inner, Value::temporary(base + index as u16))?;
        }
        Ok(())
    }

    /// The first of the registers that the targets of an unpacking are, if they stand side by side in this order and
    /// none of them holds what is unpacked.
    fn side_by_side(&mut self, elts: &'a [Expr], value: Value) -> Option<u16> {
        let first = self.direct_target(elts.first()?)?;
        let side_by_side = (first..).zip(elts).all(|(register, element)| {
            self.direct_target(element) == Some(register) && value.register != register
        });
        side_by_side.then_some(first)
    }

    /// `target op= value`.
    pub(super) fn augmented(
        &mut self,
        span: Span,
        target: &'a Expr,
        op: Operator,
        value: &'a Expr,
    ) -> Outcome {
        match &target.node {
            ExprKind::Name { id, .. } => {
                let name = self.mangled(id);
                self.span = target.span;
                if let Access::Register(register) = self.access(&name) {
                    let old = self.early_operand(target, &[value])?;
                    return self.inplace(span, op, register, old, value);
                }
                let result = self.unit.push();
                let old = self.name_operand(id);
                self.inplace(span, op, result, old, value)?;
                self.store_name(id, Value::temporary(result));
            }
            ExprKind::Attribute { value: object, attr, .. } => {
                let object = self.early_operand(object, &[value])?;
                let (result, old) = (self.unit.push(), self.unit.push());
                self.span = target.span;
                let name = self.name_index(attr);
                self.op(Opcode::LoadAttr, old, object.register, name);
                self.inplace(span, op, result, Value::temporary(old), value)?;
                self.span = target.span;
                let x = take(object.temporary, true, false);
                self.op_x(Opcode::StoreAttr, x, object.register, result, name);
            }
            ExprKind::Subscript { value: object, slice, .. } => {
                let object = self.early_operand(object, &[slice, value])?;
                let index = self.early_operand(slice, &[value])?;
                let (result, old) = (self.unit.push(), self.unit.push());
                self.span = target.span;
                self.binary(Opcode::LoadItem, 0, old, object.borrowed(), index.borrowed());
                self.inplace(span, op, result, Value::temporary(old), value)?;
                self.span = target.span;
                let x = take(object.temporary, index.temporary, true);
                self.op_x(Opcode::StoreItem, x, object.register, index.register, result);
            }
            _ => return fail("illegal target for augmented assignment", target.span),
        }
        Ok(())
    }

    fn inplace(&mut self, span: Span, op: Operator, to: u16, old: Value, value: &'a Expr) -> Outcome {
        if let (Operator::Add | Operator::Sub, Some(number)) = (op, self.small_number(value)) {
            self.span = span;
            let (number, x) = if op == Operator::Sub { (-number, 8) } else { (number, 0) };
            let x = x | 16 | take(false, old.temporary, false);
            self.op_x(Opcode::AddImm, x, to, old.register, number as u16);
            return Ok(());
        }
        let value = self.operand(value)?;
        self.span = span;
        let number = operation(op) as u8 - Opcode::Add as u8;
        self.binary(Opcode::Inplace, number << 3, to, old, value);
        Ok(())
    }

    /// `del target`.
    pub(super) fn delete(&mut self, target: &'a Expr) -> Outcome {
        self.scoped(|this| this.delete_here(target))
    }

    fn delete_here(&mut self, target: &'a Expr) -> Outcome {
        self.span = target.span;
        match &target.node {
            ExprKind::Name { id, .. } => return self.delete_name(id),
            ExprKind::Attribute { value, attr, .. } => {
                let object = self.operand(value)?;
                self.span = target.span;
                let name = self.name_index(attr);
                self.op_x(Opcode::DeleteAttr, take(object.temporary, false, false), object.register, 0, name);
            }
            ExprKind::Subscript { value, slice, .. } => {
                let object = self.early_operand(value, &[slice])?;
                let index = self.operand(slice)?;
                self.span = target.span;
                let x = take(object.temporary, index.temporary, false);
                self.op_x(Opcode::DeleteItem, x, object.register, index.register, 0);
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                for element in elts {
                    self.delete(element)?;
                }
            }
            _ => return fail("cannot delete expression", target.span),
        }
        Ok(())
    }

    /// A constant in a new temporary.
    pub(super) fn constant_operand(&mut self, constant: Constant) -> Value {
        let register = self.unit.push();
        self.load_constant(register, constant);
        Value::temporary(register)
    }
}
