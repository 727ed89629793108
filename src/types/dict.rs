//! `dict`.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::{Payload, Ref, Table, Value, Visit};
use crate::payload;

/// The payload of `dict`.
#[derive(Default)]
pub struct Dict {
    pub table: RefCell<Table>,
}

impl Payload for Dict {
    payload!(Dict, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.table.borrow().traverse(visit);
    }

    fn clear(&self) {
        let table = self.table.borrow_mut().take();
        drop(table);
    }
}

impl Dict {
    /// An empty dict.
    pub fn new() -> Dict {
        Dict::default()
    }
}

/// A dict with this table.
pub fn of(gil: Gil<'_>, table: Table) -> Value {
    Ref::new(gil, Dict { table: RefCell::new(table) }).into_value()
}

pub static SPEC: crate::object::native::TypeSpec = crate::object::native::TypeSpec {
    name: "dict",
    module: "builtins",
    doc: "",
    base: None,
    layout: Dict::layout,
    storage: crate::object::Storage::Nothing,
    flags: crate::object::class::flags::BASE,
    slots: crate::object::SlotTable::EMPTY,
    methods: &[],
    attributes: &[],
};
