//! `set` and `frozenset`.

use std::cell::RefCell;

use crate::object::{Payload, Table, Visit};
use crate::payload;

/// The payload of `set`.
#[derive(Default)]
pub struct Set {
    pub table: RefCell<Table>,
}

impl Payload for Set {
    payload!(Set, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.table.borrow().traverse(visit);
    }

    fn clear(&self) {
        let table = self.table.borrow_mut().take();
        drop(table);
    }
}

/// The payload of `frozenset`.
#[derive(Default)]
pub struct FrozenSet {
    pub table: RefCell<Table>,
}

impl Payload for FrozenSet {
    payload!(FrozenSet, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.table.borrow().traverse(visit);
    }
}

pub static SPEC: crate::object::native::TypeSpec = crate::object::native::TypeSpec {
    name: "set",
    module: "builtins",
    doc: "",
    base: None,
    layout: Set::layout,
    storage: crate::object::Storage::Nothing,
    flags: crate::object::class::flags::BASE,
    slots: crate::object::SlotTable::EMPTY,
    methods: &[],
    attributes: &[],
};

pub static FROZEN_SPEC: crate::object::native::TypeSpec = crate::object::native::TypeSpec {
    name: "frozenset",
    module: "builtins",
    doc: "",
    base: None,
    layout: FrozenSet::layout,
    storage: crate::object::Storage::Nothing,
    flags: crate::object::class::flags::BASE,
    slots: crate::object::SlotTable::EMPTY,
    methods: &[],
    attributes: &[],
};
