//! `weakref.ReferenceType` and the proxies: references that do not keep an object alive.
//!
//! - `proxy`: objects that behave as what they refer to.

pub mod proxy;

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Raised, type_error};
use crate::object::slots::SlotTable;
use crate::object::weak::{self, Hooks, Target};
use crate::object::{Arguments, Comparison, Payload, Ref, Result, Storage, Value, Visit, operations};
use crate::payload;

use super::{generic_alias, object, unraisable};

/// The payload of `weakref.ReferenceType`.
#[derive(Default)]
pub struct Reference {
    target: Target,
    callback: RefCell<Option<Value>>,
    /// The hash of the object, once it was asked for.
    hash: Cell<Option<i64>>,
}

impl Payload for Reference {
    payload!(Reference, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.callback.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        let old = self.callback.take();
        drop(old);
    }
}

/// Says how weak references are broken.
pub fn set_up(gil: Gil<'_>) {
    weak::set_hooks(gil, Hooks { is_reference, break_, notify });
    proxy::set_up(gil);
}

fn is_reference(value: &Value) -> bool {
    value.downcast::<Reference>().is_some() || value.downcast::<proxy::Proxy>().is_some()
}

fn break_(_gil: Gil<'_>, value: &Value) -> Option<Value> {
    if let Some(reference) = value.downcast::<Reference>() {
        reference.target.clear();
        return reference.callback.take();
    }
    let proxy = value.downcast::<proxy::Proxy>()?;
    proxy.break_off()
}

fn notify(gil: Gil<'_>, reference: &Value, callback: &Value) -> Result<()> {
    if let Err(raised) = operations::call_one(gil, callback, reference) {
        unraisable::report(gil, raised, "Exception ignored in", Some(callback));
    }
    Ok(())
}

/// Refuses objects of types without weak references.
fn check(gil: Gil<'_>, object: &Value) -> Result<()> {
    if object.header().is_some() && object.class(gil).has(flags::WEAKLY_REFERENCED) {
        return Ok(());
    }
    let name = object.class(gil).name();
    Err(type_error(gil, format!("cannot create weak reference to '{name}' object")))
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Reference>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'weakref.ReferenceType' object but received a '{name}'"))
}

/// Is it the reference that everybody shares who wants no callback?
pub fn is_plain(gil: Gil<'_>, value: &Value) -> bool {
    value.is_exact::<Reference>(gil)
        && value.downcast::<Reference>().is_some_and(|known| known.callback.borrow().is_none())
}

/// A weak reference; one without a callback is made once for each object.
fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let given = Arguments::positional(arguments.positionals()).between(gil, "__new__", 1, 2)?;
    let object = &given[0];
    let callback = given.get(1).filter(|callback| !callback.is_none()).cloned();
    check(gil, object)?;
    let Some(header) = object.header() else { return Ok(Value::NONE) };
    if callback.is_none()
        && class.is(Reference::layout().exact.get(gil).class())
        && let Some(known) = weak::references(gil, header).into_iter().find(|known| is_plain(gil, known))
    {
        return Ok(known);
    }
    let reference = Reference { callback: RefCell::new(callback), ..Reference::default() };
    let reference = Ref::with_shape(gil, class.root(), reference);
    reference.target.set(gil, header, reference.header());
    Ok(reference.into_value())
}

fn init(gil: Gil<'_>, _value: &Value, arguments: Arguments<'_>) -> Result<()> {
    Arguments::positional(arguments.positionals()).between(gil, "__init__", 1, 2)?;
    arguments.no_keywords(gil, "ReferenceType")
}

fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let reference = this(gil, value)?;
    if !arguments.values.is_empty() {
        let got = arguments.values.len();
        return Err(type_error(gil, format!("weakref.ReferenceType() takes no arguments ({got} given)")));
    }
    Ok(reference.target.get().unwrap_or(Value::NONE))
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let reference = this(gil, value)?;
    if let Some(hash) = reference.hash.get() {
        return Ok(hash);
    }
    let Some(object) = reference.target.get() else {
        return Err(type_error(gil, "weak object has gone away"));
    };
    let hash = operations::hash(gil, &object)?;
    reference.hash.set(Some(hash));
    Ok(hash)
}

fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(left), Some(right)) = (value.downcast::<Reference>(), other.downcast::<Reference>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    match (left.target.get(), right.target.get()) {
        (Some(left), Some(right)) => operations::compare(gil, comparison, &left, &right),
        _ => Ok(Value::bool(value.is(other) == (comparison == Comparison::Equal))),
    }
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let target = this(gil, value)?.target.get();
    let own = object::address(value);
    let text = match target {
        None => format!("<weakref at {own:#x}; dead>"),
        Some(target) => {
            let (class, address) = (target.class(gil).name(), object::address(&target));
            let name = operations::special_method(gil, &target, "__name__")?;
            let name = name.as_ref().and_then(|name| name.downcast::<crate::object::Text>());
            match name {
                Some(name) => {
                    format!("<weakref at {own:#x}; to '{class}' at {address:#x} ({})>", name.lossy())
                }
                None => format!("<weakref at {own:#x}; to '{class}' at {address:#x}>"),
            }
        }
    };
    Ok(Ref::text(gil, &text).into_value())
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "ReferenceType",
    module: "weakref",
    signature: "",
    doc: "",
    base: None,
    layout: Reference::layout,
    storage: Storage::Nothing,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        call: Some(call),
        hash: Some(hash),
        compare: Some(compare),
        repr: Some(repr),
        ..SlotTable::EMPTY
    },
    methods: &[Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item)],
    attributes: &[Attribute::read_only("__callback__", "", |gil, value| {
        Ok(this(gil, value)?.callback.borrow().clone().unwrap_or(Value::NONE))
    })],
};
