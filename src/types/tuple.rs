//! `tuple`.

use smallvec::SmallVec;

use crate::gil::Gil;
use crate::object::{Payload, Ref, Value, Visit};
use crate::payload;

/// The payload of `tuple`.
pub struct Tuple {
    pub items: SmallVec<[Value; 3]>,
}

impl Payload for Tuple {
    payload!(Tuple, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.items.iter().for_each(visit);
    }
}

/// A tuple of these items.
pub fn of(gil: Gil<'_>, items: Vec<Value>) -> Value {
    Ref::new(gil, Tuple { items: items.into() }).into_value()
}

/// The items, if the value is a tuple.
pub fn items_of(value: &Value) -> Option<Vec<Value>> {
    value.downcast::<Tuple>().map(|tuple| tuple.items.to_vec())
}

pub static SPEC: crate::object::native::TypeSpec = crate::object::native::TypeSpec {
    name: "tuple",
    module: "builtins",
    doc: "",
    base: None,
    layout: Tuple::layout,
    storage: crate::object::Storage::Nothing,
    flags: crate::object::class::flags::BASE,
    slots: crate::object::SlotTable::EMPTY,
    methods: &[],
    attributes: &[],
};
