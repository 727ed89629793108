//! The iterator of `tuple[int, str]`, which gives the starred alias once.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::native::{Function, TypeSpec};
use crate::object::slots::SlotTable;
use crate::object::{Arguments, Payload, Ref, Result, Storage, Value, Visit, intern, operations};
use crate::payload;
use crate::types::{module, tuple};

use super::{GenericAlias, payload_of};

/// The payload of a `generic_alias_iterator`.
pub struct AliasIterator {
    /// The alias, until its starred form was given.
    alias: RefCell<Option<Value>>,
}

impl Payload for AliasIterator {
    payload!(AliasIterator, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.alias.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        let old = self.alias.take();
        drop(old);
    }
}

/// An iterator over an alias.
pub fn of(gil: Gil<'_>, alias: &Value) -> Value {
    Ref::new(gil, AliasIterator { alias: RefCell::new(Some(alias.clone())) }).into_value()
}

fn itself(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.clone())
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(iterator) = value.downcast::<AliasIterator>() else { return Ok(None) };
    let alias = iterator.alias.take();
    let Some(given) = alias.as_ref().and_then(|alias| alias.downcast::<GenericAlias>()) else {
        return Ok(None);
    };
    let starred = payload_of(gil, given.origin.clone(), &given.arguments, true);
    Ok(Some(Ref::new(gil, starred).into_value()))
}

/// Made again by `iter` of the alias, or of nothing.
fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let iter = built_in(gil, "iter")?;
    let alias = value.downcast::<AliasIterator>().and_then(|iterator| iterator.alias.borrow().clone());
    let source = alias.unwrap_or_else(|| tuple::of(gil, Vec::new()));
    Ok(tuple::of(gil, vec![iter, tuple::of(gil, vec![source])]))
}

/// A built-in function.
pub(super) fn built_in(gil: Gil<'_>, name: &str) -> Result<Value> {
    let builtins = module::import(gil, "builtins")?;
    operations::get_attribute(gil, &builtins, &intern(gil, name))
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "generic_alias_iterator",
    module: "builtins",
    signature: "",
    doc: "",
    base: None,
    layout: AliasIterator::layout,
    storage: Storage::Nothing,
    flags: crate::object::class::flags::NO_INSTANCES,
    slots: SlotTable { iter: Some(itself), next: Some(next), ..SlotTable::EMPTY },
    methods: &[Function::new("__reduce__", "", "", reduce)],
    attributes: &[],
};
