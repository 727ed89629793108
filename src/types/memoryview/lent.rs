//! Views that `__buffer__` of a class in Python gives: they end by telling its `__release_buffer__`.

use std::cell::RefCell;

use super::{MemoryView, native, this};
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::exposed::Exposed;
use crate::object::native::TypeSpec;
use crate::object::raised::type_error;
use crate::object::{Payload, Ref, Result, SlotTable, Storage, Value, Visit, intern, operations};
use crate::payload;
use crate::types::descriptor::MethodDescriptor;
use crate::types::{int, unraisable};

/// The payload of `_buffer_wrapper`: what views of a lent view keep. Its end is that of the last of them.
pub struct Lent {
    owner: RefCell<Option<Value>>,
    /// The memoryview that was given, or a plain one where only the release is the class's own.
    view: RefCell<Option<Value>>,
    /// Is only the release the class's own?
    is_plain: bool,
}

impl Payload for Lent {
    payload!(Lent, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.owner.borrow().iter().for_each(&mut *visit);
        self.view.borrow().iter().for_each(visit);
    }

    fn exposed(&self) -> Option<&dyn Exposed> {
        Some(self)
    }

    fn clear(&self) {
        let old = (self.owner.take(), self.view.take());
        drop(old);
    }
}

impl Lent {
    /// What the view sees.
    fn source(&self) -> Option<Value> {
        let view = self.view.borrow().clone()?;
        view.downcast::<MemoryView>()?.source.borrow().clone()
    }
}

impl Exposed for Lent {
    fn length(&self) -> usize {
        self.source().and_then(|source| source.exposed().map(Exposed::length)).unwrap_or(0)
    }

    fn is_read_only(&self) -> bool {
        self.source().is_none_or(|source| source.exposed().is_none_or(Exposed::is_read_only))
    }

    fn read(&self, place: usize, into: &mut [u8]) -> bool {
        self.source().is_some_and(|source| source.exposed().is_some_and(|exposed| exposed.read(place, into)))
    }

    fn write(&self, place: usize, from: &[u8]) -> bool {
        self.source().is_some_and(|source| source.exposed().is_some_and(|exposed| exposed.write(place, from)))
    }
}

/// What a class in Python has under a name; None if that comes from a built-in type.
fn own(gil: Gil<'_>, class: &Ref<Type>, name: &str) -> Option<Value> {
    let found = class.lookup(&intern(gil, name))?;
    found.downcast::<MethodDescriptor>().is_none().then_some(found)
}

/// A view of an object whose class says in Python how it is lent or given back; None for all others.
pub fn view(gil: Gil<'_>, object: &Value, flags: i64) -> Result<Option<Value>> {
    let class = object.class(gil);
    if !class.has(flags::HEAP) {
        return Ok(None);
    }
    let is_plain = own(gil, class, "__buffer__").is_none_or(|method| method.is_none());
    let view = if !is_plain {
        let flags = int::from_i64(gil, flags);
        let given = operations::call_special(gil, object, "__buffer__", &[flags])?.unwrap_or(Value::NONE);
        if given.downcast::<MemoryView>().is_none() {
            return Err(type_error(gil, "__buffer__ returned non-memoryview object"));
        }
        given
    } else if own(gil, class, "__release_buffer__").is_some() && object.exposed().is_some() {
        native(gil, object)?
    } else {
        return Ok(None);
    };
    this(&view).live(gil)?;
    let lent =
        Lent { owner: RefCell::new(Some(object.clone())), view: RefCell::new(Some(view.clone())), is_plain };
    let lent = Ref::new(gil, lent).into_value();
    let bounds = this(&view).bounds;
    let mut lending = this(&view).part(lent, bounds);
    lending.read_only = this(&view).read_only;
    Ok(Some(Ref::new(gil, lending).into_value()))
}

/// What bytes are to be put into: the object itself, or the view that its class in Python gives.
pub fn writable(gil: Gil<'_>, target: &Value) -> Result<Value> {
    Ok(view(gil, target, super::WRITABLE)?.unwrap_or_else(|| target.clone()))
}

/// What a view tells as its object: whoever it is that lends its own bytes.
pub fn shown(source: Value) -> Value {
    let owner = source.downcast::<Lent>().filter(|lent| lent.is_plain);
    owner.and_then(|lent| lent.owner.borrow().clone()).unwrap_or(source)
}

/// The last view has ended.
fn finalize(gil: Gil<'_>, value: &Value) {
    let Some(lent) = value.downcast::<Lent>() else { return };
    let (Some(owner), Some(view)) = (lent.owner.take(), lent.view.take()) else { return };
    if own(gil, owner.class(gil), "__release_buffer__").is_none() {
        return;
    }
    let given = view.clone();
    if let Err(raised) = operations::call_special(gil, &owner, "__release_buffer__", &[given]) {
        let method = operations::special_method(gil, &owner, "__release_buffer__").ok().flatten();
        unraisable::report(gil, raised, "Exception ignored in", method.as_ref());
    }
    // A built-in base gets its own bytes back, whatever the method did.
    let seen = this(&view).source.borrow().clone();
    if seen.is_some_and(|source| source.is(&owner)) {
        this(&view).release();
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "_buffer_wrapper",
    module: "builtins",
    signature: "",
    doc: "",
    base: None,
    layout: Lent::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable { finalize: Some(finalize), ..SlotTable::EMPTY },
    methods: &[],
    attributes: &[],
};
