//! Loading, storing and deleting names, wherever they live.

use std::rc::Rc;

use super::assembler::take;
use super::emit::{Compiler, Outcome, Value};
use super::scope::{Kind, Place};
use crate::code::Opcode;

/// How a name is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Register(u16),
    Cell(u16),
    /// The class namespace, else the cell.
    ClassCell(u16),
    Global,
    /// The namespace, else globals and built-ins.
    Namespace,
    /// The namespace of the class around an annotation scope, else globals.
    ClassDict,
    /// The namespace of the class around an annotation scope, else the cell.
    ClassDictCell(u16),
}

impl<'a> Compiler<'a> {
    /// How a (mangled) name is reached from here.
    pub(super) fn access(&self, name: &Rc<str>) -> Access {
        for inlined in self.unit.inlined.iter().rev() {
            match self.scopes[inlined.scope].place(name) {
                Some(Place::Local) => return Access::Register(inlined.registers[name].0),
                Some(Place::Cell) => return Access::Cell(inlined.registers[name].0),
                Some(Place::Free) => return Access::Cell(self.unit.registers[name].0),
                Some(Place::GlobalExplicit) => return Access::Global,
                Some(Place::GlobalImplicit) => return Access::Global,
                Some(Place::Inherited) | None => {}
            }
        }
        let scope = &self.scopes[self.unit.scope];
        match (scope.kind, scope.place(name)) {
            (Kind::Module, Some(Place::GlobalExplicit)) => Access::Global,
            (Kind::Module, _) if self.options.namespace_is_globals => Access::Global,
            (Kind::Module, _) => Access::Namespace,
            (Kind::Class, Some(Place::Free)) => Access::ClassCell(self.unit.registers[name].0),
            (Kind::Class, Some(Place::GlobalExplicit)) => Access::Global,
            (Kind::Class, _) => Access::Namespace,
            (_, Some(Place::Local)) => Access::Register(self.unit.registers[name].0),
            (_, Some(Place::Cell | Place::Free)) if scope.sees_class => {
                Access::ClassDictCell(self.unit.registers[name].0)
            }
            (_, Some(Place::Cell | Place::Free)) => Access::Cell(self.unit.registers[name].0),
            (_, Some(Place::GlobalImplicit)) if scope.sees_class => Access::ClassDict,
            _ => Access::Global,
        }
    }

    /// The register of the cell of a name that a function made here captures. In a class body `__class__` may be a
    /// variable of a function around, but what stands in the body captures the class.
    pub(super) fn captured_register(&self, name: &Rc<str>) -> u16 {
        match self.unit.class_cell {
            Some(cell) if &**name == "__class__" => cell,
            _ => self.cell_register(name),
        }
    }

    /// The register of the cell of a name.
    pub(super) fn cell_register(&self, name: &Rc<str>) -> u16 {
        for inlined in self.unit.inlined.iter().rev() {
            if let Some((register, true)) = inlined.registers.get(name) {
                return *register;
            }
        }
        self.unit.registers.get(name).map_or(0, |(register, _)| *register)
    }

    /// Makes sure that a local is bound before it is read.
    pub(super) fn check_bound(&mut self, register: u16, name: &Rc<str>) {
        if !self.unit.bound.contains(register) {
            let name = self.unit.name(name);
            self.op(Opcode::CheckBound, register, 0, name);
            self.unit.bound.insert(register);
        }
    }

    /// A name as an operand: its own register if it has one.
    pub(super) fn name_operand(&mut self, id: &Rc<str>) -> Value {
        let name = self.mangled(id);
        if let Access::Register(register) = self.access(&name) {
            self.check_bound(register, &name);
            return Value { register, temporary: false };
        }
        let register = self.unit.push();
        self.load_name(register, id);
        Value::temporary(register)
    }

    /// Loads a name into a register.
    pub(super) fn load_name(&mut self, to: u16, id: &Rc<str>) {
        let name = self.mangled(id);
        let access = self.access(&name);
        if let Access::Register(register) = access {
            self.check_bound(register, &name);
            self.transfer(to, Value { register, temporary: false });
            return;
        }
        if !self.unit.reachable {
            return;
        }
        let index = self.unit.name(&name);
        match access {
            Access::Cell(cell) => self.op(Opcode::LoadCell, to, cell, index),
            Access::ClassCell(cell) => self.op(Opcode::LoadClassCell, to, cell, index),
            Access::Namespace => self.op(Opcode::LoadName, to, 0, index),
            Access::ClassDict => {
                let dict = self.class_dict();
                self.op_x(Opcode::LoadFromDictOrGlobals, take(false, true, false), to, dict, index);
                self.unit.next -= 1;
            }
            Access::ClassDictCell(cell) => {
                let dict = self.class_dict();
                self.op_x(Opcode::LoadFromDictOrCell, take(false, true, false), to, dict, cell);
                self.unit.next -= 1;
            }
            Access::Register(_) | Access::Global => self.op(Opcode::LoadGlobal, to, 0, index),
        }
    }

    /// Loads the namespace of the class that an annotation scope sees into a new temporary.
    fn class_dict(&mut self) -> u16 {
        let name: Rc<str> = "__classdict__".into();
        let (cell, index) = (self.cell_register(&name), self.unit.name(&name));
        let dict = self.unit.push();
        self.op(Opcode::LoadCell, dict, cell, index);
        dict
    }

    /// Binds a name to a value.
    pub(super) fn store_name(&mut self, id: &Rc<str>, value: Value) {
        let name = self.mangled(id);
        let access = self.access(&name);
        if let Access::Register(register) = access {
            self.transfer(register, value);
            self.unit.bound.insert(register);
            return;
        }
        if !self.unit.reachable {
            return;
        }
        let x = take(value.temporary, false, false);
        match access {
            Access::Cell(cell) | Access::ClassCell(cell) | Access::ClassDictCell(cell) => {
                self.op_x(Opcode::StoreCell, take(false, value.temporary, false), cell, value.register, 0);
            }
            Access::Namespace | Access::ClassDict => {
                let index = self.unit.name(&name);
                self.op_x(Opcode::StoreName, x, value.register, 0, index);
            }
            Access::Register(_) | Access::Global => {
                let index = self.unit.name(&name);
                self.op_x(Opcode::StoreGlobal, x, value.register, 0, index);
            }
        }
    }

    /// `del name`.
    pub(super) fn delete_name(&mut self, id: &Rc<str>) -> Outcome {
        let name = self.mangled(id);
        if !self.unit.reachable {
            return Ok(());
        }
        let index = self.unit.name(&name);
        match self.access(&name) {
            Access::Register(register) => {
                self.op(Opcode::DeleteLocal, register, 0, index);
                self.unit.bound.remove(register);
            }
            Access::Cell(cell) | Access::ClassCell(cell) | Access::ClassDictCell(cell) => {
                self.op(Opcode::DeleteCell, cell, 0, index)
            }
            Access::Namespace | Access::ClassDict => self.op(Opcode::DeleteName, 0, 0, index),
            Access::Global => self.op(Opcode::DeleteGlobal, 0, 0, index),
        }
        Ok(())
    }

    /// Unbinds the name of a handler, which may be unbound already.
    pub(super) fn forget_name(&mut self, id: &Rc<str>) -> Outcome {
        let name = self.mangled(id);
        if let Access::Register(register) = self.access(&name) {
            self.release(register);
            self.unit.bound.remove(register);
            return Ok(());
        }
        let none = self.unit.push();
        self.load_constant(none, crate::code::Constant::None);
        self.store_name(id, Value::temporary(none));
        self.unit.next -= 1;
        self.delete_name(id)
    }
}
