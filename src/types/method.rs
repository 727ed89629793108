//! `method`: a function with its object.

use super::{object, tuple, wrapper};
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::slots::SlotTable;
use crate::object::{
    Arguments, Comparison, Payload, Raised, Ref, Result, Storage, Text, Value, Visit, intern, operations,
};
use crate::payload;

/// The payload of `method`.
pub struct BoundMethod {
    pub function: Value,
    pub receiver: Value,
}

impl Payload for BoundMethod {
    payload!(BoundMethod, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.function);
        visit(&self.receiver);
    }
}

/// A function with its object.
pub fn of(gil: Gil<'_>, function: Value, receiver: Value) -> Value {
    Ref::new(gil, BoundMethod { function, receiver }).into_value()
}

/// How pickle sees an attribute of an object: `getattr(value, name)`.
pub fn reduced(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Value> {
    let arguments = tuple::of(gil, vec![value.clone(), name.to_value()]);
    Ok(tuple::of(gil, vec![wrapper::getattr(gil)?, arguments]))
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<BoundMethod>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'method' object but received a '{name}'"))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let [function, receiver] = arguments.between(gil, "method", 2, 2)? else { return Ok(Value::NONE) };
    if function.class(gil).slots.call.get().is_none() {
        return Err(type_error(gil, "first argument must be callable"));
    }
    if receiver.is_none() {
        return Err(type_error(gil, "instance must not be None"));
    }
    let payload = BoundMethod { function: function.clone(), receiver: receiver.clone() };
    Ok(Ref::with_shape(gil, class.root(), payload).into_value())
}

/// Calls the function with the object as its first argument.
pub fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let method = this(gil, value)?;
    if arguments.values.is_empty() {
        return operations::call_one(gil, &method.function, &method.receiver);
    }
    if let ([argument], []) = (arguments.values, arguments.names) {
        let values = [method.receiver.clone(), argument.clone()];
        return operations::call(gil, &method.function, Arguments::positional(&values));
    }
    let values = super::slots::with_first(&method.receiver, arguments);
    operations::call(gil, &method.function, Arguments { values: &values, names: arguments.names })
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let method = this(gil, value)?;
    let name = match operations::find_named(gil, &method.function, "__qualname__")? {
        Some(name) => Some(name),
        None => operations::find_named(gil, &method.function, "__name__")?,
    };
    let name = name.as_ref().and_then(|name| name.downcast::<Text>());
    let name = name.map_or_else(|| "?".to_owned(), |name| name.lossy().into_owned());
    let receiver = operations::repr(gil, &method.receiver)?;
    Ok(Ref::text(gil, &format!("<bound method {name} of {}>", receiver.lossy())).into_value())
}

fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(left), Some(right)) = (value.downcast::<BoundMethod>(), other.downcast::<BoundMethod>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let same = left.receiver.is(&right.receiver) && operations::equal(gil, &left.function, &right.function)?;
    Ok(Value::bool(same == (comparison == Comparison::Equal)))
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let method = this(gil, value)?;
    Ok(object::identity_hash(gil, &method.receiver)? ^ operations::hash(gil, &method.function)?)
}

/// Attributes that a method has not are its function's.
fn get_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Value> {
    let method = this(gil, value)?;
    match value.class(gil).lookup(name) {
        Some(found) => match found.class(gil).slots.descriptor_get.get() {
            Some(get) => get(gil, &found, Some(value), value.class(gil).as_value()),
            None => Ok(found),
        },
        None => operations::get_attribute(gil, &method.function, name),
    }
}

fn function(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(this(gil, value)?.function.clone())
}

fn receiver(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(this(gil, value)?.receiver.clone())
}

fn doc(gil: Gil<'_>, value: &Value) -> Result<Value> {
    operations::get_attribute(gil, &this(gil, value)?.function, &intern(gil, "__doc__"))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let method = this(gil, value)?;
    let name = operations::get_attribute(gil, &method.function, &intern(gil, "__name__"))?;
    match name.downcast::<Text>() {
        Some(name) => reduced(gil, &method.receiver, name),
        None => Err(type_error(gil, "__name__ must be a string")),
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "method",
    module: "builtins",
    signature: "(function, instance, /)",
    doc: "Create a bound instance method object.",
    base: None,
    layout: BoundMethod::layout,
    storage: Storage::Nothing,
    flags: flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        repr: Some(repr),
        new: Some(new),
        call: Some(call),
        compare: Some(compare),
        hash: Some(hash),
        get_attribute: Some(get_attribute),
        // A method that becomes a class's attribute stays bound to its own object.
        descriptor_get: Some(|_, value, _, _| Ok(value.clone())),
        ..SlotTable::EMPTY
    },
    methods: &[Function::new("__reduce__", "($self, /)", "", reduce)],
    attributes: &[
        Attribute::member("__func__", "the function (or other callable) implementing a method", function),
        Attribute::member("__self__", "the instance to which a method is bound", receiver),
        Attribute::read_only("__doc__", "", doc),
    ],
};
