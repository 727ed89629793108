//! Displays of lists, tuples, sets and dicts, starred items included.

use super::assembler::take;
use super::call::is_starred;
use super::emit::{Compiler, Outcome, Value};
use crate::code::{Constant, Opcode};
use crate::syntax::ast::{DictItem, Expr, ExprKind};

/// Items that are evaluated into registers side by side; longer displays grow item by item.
const MOST: usize = 128;

impl<'a> Compiler<'a> {
    pub(super) fn list_display(&mut self, whole: &Expr, elts: &'a [Expr], to: u16) -> Outcome {
        if elts.len() <= MOST && !elts.iter().any(is_starred) {
            if elts.len() > 2
                && let Some(constants) = self.constants(elts)
            {
                let list = self.collection_register(to);
                let items = self.unit.push();
                self.load_constant(items, Constant::Tuple(constants));
                self.op(Opcode::BuildList, list, 0, 0);
                self.op_x(Opcode::ListExtend, take(false, true, false), list, items, 0);
                self.transfer(to, Value::temporary(list));
                return Ok(());
            }
            return self.build(whole, Opcode::BuildList, elts, to);
        }
        let list = self.collection_register(to);
        self.op(Opcode::BuildList, list, 0, 0);
        self.extend_list(list, elts)?;
        self.span = whole.span;
        self.transfer(to, Value::temporary(list));
        Ok(())
    }

    /// Where a collection grows before it goes to a register: there, unless that is a local.
    fn collection_register(&mut self, to: u16) -> u16 {
        if self.unit.is_temporary(to) { to } else { self.unit.push() }
    }

    pub(super) fn tuple_display(&mut self, whole: &Expr, elts: &'a [Expr], to: u16) -> Outcome {
        if elts.len() <= MOST && !elts.iter().any(is_starred) {
            return self.build(whole, Opcode::BuildTuple, elts, to);
        }
        let list = self.collection_register(to);
        self.op(Opcode::BuildList, list, 0, 0);
        self.extend_list(list, elts)?;
        self.span = whole.span;
        self.op(Opcode::ListToTuple, list, 0, 0);
        self.transfer(to, Value::temporary(list));
        Ok(())
    }

    pub(super) fn set_display(&mut self, whole: &Expr, elts: &'a [Expr], to: u16) -> Outcome {
        if elts.len() <= MOST && !elts.iter().any(is_starred) {
            return self.build(whole, Opcode::BuildSet, elts, to);
        }
        let set = self.collection_register(to);
        self.op(Opcode::BuildSet, set, 0, 0);
        for element in elts {
            self.scoped(|this| {
                let (op, inner) = match &element.node {
                    ExprKind::Starred { value, .. } => (Opcode::SetUpdate, &**value),
                    _ => (Opcode::SetAdd, element),
                };
                let value = this.operand(inner)?;
                this.span = element.span;
                this.op_x(op, take(false, value.temporary, false), set, value.register, 0);
                Ok(())
            })?;
        }
        self.span = whole.span;
        self.transfer(to, Value::temporary(set));
        Ok(())
    }

    fn build(&mut self, whole: &Expr, op: Opcode, elts: &'a [Expr], to: u16) -> Outcome {
        let base = self.unit.push_many(elts.len() as u32);
        for (index, element) in elts.iter().enumerate() {
            self.into(element, base + index as u16)?;
        }
        self.span = whole.span;
        self.op(op, to, base, elts.len() as u16);
        Ok(())
    }

    /// Appends expressions to the list in a temporary.
    pub(super) fn extend_list(&mut self, list: u16, elts: &'a [Expr]) -> Outcome {
        for element in elts {
            self.scoped(|this| {
                if let ExprKind::Starred { value, .. } = &element.node {
                    let value = this.operand(value)?;
                    this.span = element.span;
                    let x = 1 << 3 | take(false, value.temporary, false);
                    this.op_x(Opcode::ListExtend, x, list, value.register, 0);
                } else {
                    let value = this.operand(element)?;
                    this.span = element.span;
                    let x = take(false, value.temporary, false);
                    this.op_x(Opcode::ListAppend, x, list, value.register, 0);
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    pub(super) fn dict_display(&mut self, whole: &Expr, items: &'a [DictItem], to: u16) -> Outcome {
        let leading = items.iter().take_while(|item| item.key.is_some()).count().min(MOST / 2);
        let whole_in_one = leading == items.len();
        let dict = if whole_in_one { to } else { self.collection_register(to) };
        self.scoped(|this| {
            let base = this.unit.push_many(2 * leading as u32);
            for (index, item) in items[..leading].iter().enumerate() {
                if let Some(key) = &item.key {
                    this.into(key, base + 2 * index as u16)?;
                    this.into(&item.value, base + 2 * index as u16 + 1)?;
                }
            }
            this.span = whole.span;
            this.op(Opcode::BuildMap, dict, base, leading as u16);
            Ok(())
        })?;
        if whole_in_one {
            return Ok(());
        }
        for item in &items[leading..] {
            self.scoped(|this| match &item.key {
                Some(key) => {
                    let key = this.early_operand(key, &[&item.value])?;
                    let value = this.operand(&item.value)?;
                    this.span = whole.span;
                    let x = take(false, key.temporary, value.temporary);
                    this.op_x(Opcode::MapAdd, x, dict, key.register, value.register);
                    Ok(())
                }
                None => {
                    let mapping = this.operand(&item.value)?;
                    this.span = whole.span;
                    let x = take(false, mapping.temporary, false);
                    this.op_x(Opcode::DictUpdate, x, dict, mapping.register, 0);
                    Ok(())
                }
            })?;
        }
        self.transfer(to, Value::temporary(dict));
        Ok(())
    }
}
