//! `list`.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::{Payload, Ref, Value, Visit};
use crate::payload;

/// The payload of `list`.
#[derive(Default)]
pub struct List {
    pub items: RefCell<Vec<Value>>,
}

impl Payload for List {
    payload!(List, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.items.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.items.take());
    }
}

/// A list of these items.
pub fn of(gil: Gil<'_>, items: Vec<Value>) -> Value {
    Ref::new(gil, List { items: RefCell::new(items) }).into_value()
}

pub static SPEC: crate::object::native::TypeSpec = crate::object::native::TypeSpec {
    name: "list",
    module: "builtins",
    doc: "",
    base: None,
    layout: List::layout,
    storage: crate::object::Storage::Nothing,
    flags: crate::object::class::flags::BASE,
    slots: crate::object::SlotTable::EMPTY,
    methods: &[],
    attributes: &[],
};
