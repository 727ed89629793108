//! What stands in the slots of classes of Python code: functions that look the special method up and call it.

use super::names::{self, Name};
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::operations;
use crate::object::raised::{overflow_error, type_error, value_error};
use crate::object::slots::{Binary, OPERATORS};
use crate::object::{Arguments, Comparison, Kind, Operator, Raised, Ref, Result, Text, Value, recursion};
use crate::types::wrapper::WrapperDescriptor;
use crate::types::{int, object, unraisable};

/// Calls what the type has under a name with `value` as self. None if the type has nothing there.
pub fn call_on(gil: Gil<'_>, value: &Value, name: &Ref<Text>, arguments: &[&Value]) -> Result<Option<Value>> {
    let Some(method) = value.class(gil).lookup(name) else { return Ok(None) };
    invoke(gil, &method, value, arguments).map(Some)
}

/// Calls a method found on the type with `value` as self.
fn invoke(gil: Gil<'_>, method: &Value, value: &Value, arguments: &[&Value]) -> Result<Value> {
    recursion::enter(gil)?;
    let mut values = [const { Value::NONE }; 4];
    for (place, argument) in values[1..].iter_mut().zip(arguments) {
        *place = (*argument).clone();
    }
    let count = arguments.len();
    let class = method.class(gil);
    if class.has(flags::METHOD_DESCRIPTOR) {
        values[0] = value.clone();
        return operations::call(gil, method, Arguments::positional(&values[..=count]));
    }
    let bound = bind(gil, method, value)?;
    operations::call(gil, &bound, Arguments::positional(&values[1..=count]))
}

/// What a type's attribute is as an attribute of `value`.
fn bind(gil: Gil<'_>, found: &Value, value: &Value) -> Result<Value> {
    match found.class(gil).slots.descriptor_get.get() {
        Some(get) => get(gil, found, Some(value), &value.class(gil).to_value()),
        None => Ok(found.clone()),
    }
}

/// As [`invoke`] with the arguments of a call.
fn invoke_with(gil: Gil<'_>, method: &Value, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    recursion::enter(gil)?;
    if method.class(gil).has(flags::METHOD_DESCRIPTOR) {
        let values = super::with_first(value, arguments);
        return operations::call(gil, method, Arguments { values: &values, names: arguments.names });
    }
    let bound = bind(gil, method, value)?;
    operations::call(gil, &bound, arguments)
}

#[cold]
fn missing(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Raised {
    operations::no_attribute(gil, value, name)
}

fn required(gil: Gil<'_>, value: &Value, name: &Ref<Text>, arguments: &[&Value]) -> Result<Value> {
    match call_on(gil, value, name, arguments)? {
        Some(result) => Ok(result),
        None => Err(missing(gil, value, name)),
    }
}

macro_rules! unary {
    ($($(#[$doc:meta])* $function:ident $name:ident;)*) => {
        $($(#[$doc])* pub fn $function(gil: Gil<'_>, value: &Value) -> Result<Value> {
            required(gil, value, Name::$name.text(gil), &[])
        })*
    };
}

unary! {
    /// By `__repr__`.
    repr Repr;
    /// By `__str__`.
    str Str;
    /// By `__neg__`.
    negative Neg;
    /// By `__pos__`.
    positive Pos;
    /// By `__invert__`.
    invert Invert;
    /// By `__abs__`.
    absolute Abs;
    /// By `__int__`.
    int Int;
    /// By `__float__`.
    float Float;
    /// By `__await__`.
    await_ Await;
    /// By `__aiter__`.
    aiter Aiter;
    /// By `__anext__`.
    anext Anext;
}

/// By `__index__`.
pub fn index(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let result = required(gil, value, Name::Index.text(gil), &[])?;
    if result.bits().is_int() || result.is_exact::<int::BigInt>(gil) {
        return Ok(result);
    }
    let name = result.class(gil).name();
    let Some(number) = int::number(&result) else {
        return Err(type_error(gil, format!("__index__ returned non-int (type {name})")));
    };
    let message = format!(
        "__index__ returned non-int (type {name}).  The ability to return an instance of a strict subclass of int \
         is deprecated, and may not be supported in a future version of Python."
    );
    super::super::warning::warn(gil, Kind::DeprecationWarning, &message)?;
    Ok(int::from_big(gil, number.to_big()))
}

/// By `__hash__`.
pub fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let method = value.class(gil).lookup(Name::Hash.text(gil)).filter(|method| !method.is_none());
    let Some(method) = method else {
        return Err(type_error(gil, format!("unhashable type: '{}'", value.class(gil).name())));
    };
    let result = invoke(gil, &method, value, &[])?;
    if let Some(number) = result.bits().as_int() {
        return Ok(if number == -1 { -2 } else { number });
    }
    if !super::is_int(gil, &result) {
        return Err(type_error(gil, "__hash__ method should return an integer"));
    }
    // A hash that does not fit a machine word is reduced as an int's own hash is.
    match super::super::int::number(&result).and_then(|number| i64::try_from(&number.to_big()).ok()) {
        Some(number) => Ok(if number == -1 { -2 } else { number }),
        None => operations::hash(gil, &result),
    }
}

/// By `__call__`.
pub fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    match value.class(gil).lookup(Name::Call.text(gil)) {
        Some(method) => invoke_with(gil, &method, value, arguments),
        None => Err(type_error(gil, format!("'{}' object is not callable", value.class(gil).name()))),
    }
}

/// By `__getattribute__`, then `__getattr__`.
pub fn get_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Value> {
    let class = value.class(gil);
    let generic: crate::object::slots::GetAttribute = object::get_attribute;
    let first = match class.lookup(Name::GetAttribute.text(gil)) {
        Some(method) => match super::native_get_attribute(class, &method) {
            // The usual case, which raises no error to catch it again.
            Some(native) if std::ptr::fn_addr_eq(native, generic) => {
                match object::find_attribute(gil, value, name) {
                    Ok(None) => return ask_getattr(gil, value, name, None),
                    found => found.and_then(|found| found.ok_or_else(|| missing(gil, value, name))),
                }
            }
            Some(native) => native(gil, value, name),
            None => invoke(gil, &method, value, &[name.as_value()]),
        },
        None => Err(missing(gil, value, name)),
    };
    let raised = match first {
        Err(raised) if raised.is(gil, Kind::AttributeError) => raised,
        done => return done,
    };
    ask_getattr(gil, value, name, Some(raised))
}

/// By `__getattr__`, after there was no attribute, or `raised` said so.
fn ask_getattr(gil: Gil<'_>, value: &Value, name: &Ref<Text>, raised: Option<Raised>) -> Result<Value> {
    match value.class(gil).lookup(Name::GetAttr.text(gil)) {
        Some(method) => invoke(gil, &method, value, &[name.as_value()]),
        None => Err(raised.unwrap_or_else(|| missing(gil, value, name))),
    }
}

/// By `__setattr__` or `__delattr__`.
pub fn set_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>, new: Option<Value>) -> Result<()> {
    match new {
        Some(new) => required(gil, value, Name::SetAttr.text(gil), &[name.as_value(), &new])?,
        None => required(gil, value, Name::DelAttr.text(gil), &[name.as_value()])?,
    };
    Ok(())
}

/// By `__eq__` and its like.
pub fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let Some(method) = value.class(gil).lookup(names::comparison(gil, comparison)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if method.class(gil).has(flags::METHOD_DESCRIPTOR) {
        return invoke(gil, &method, value, &[other]);
    }
    recursion::enter(gil)?;
    match bind(gil, &method, value) {
        Ok(bound) => operations::call_one(gil, &bound, other),
        // A descriptor that refuses counts as a method that is not there.
        Err(_) => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// By `__iter__`.
pub fn iter(gil: Gil<'_>, value: &Value) -> Result<Value> {
    match value.class(gil).lookup(Name::Iter.text(gil)) {
        Some(method) if !method.is_none() => invoke(gil, &method, value, &[]),
        _ => Err(type_error(gil, format!("'{}' object is not iterable", value.class(gil).name()))),
    }
}

/// By `__next__`; a StopIteration, which ends it, is passed on with its value.
pub fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    required(gil, value, Name::Next.text(gil), &[]).map(Some)
}

/// By `__get__`.
pub fn descriptor_get(gil: Gil<'_>, value: &Value, instance: Option<&Value>, class: &Value) -> Result<Value> {
    match call_on(gil, value, Name::Get.text(gil), &[instance.unwrap_or(&Value::NONE), class])? {
        Some(result) => Ok(result),
        None => Ok(value.clone()),
    }
}

/// By `__set__` or `__delete__`.
pub fn descriptor_set(gil: Gil<'_>, value: &Value, instance: &Value, new: Option<Value>) -> Result<()> {
    let (name, called) = match new {
        Some(new) => (Name::Set, call_on(gil, value, Name::Set.text(gil), &[instance, &new])?),
        None => (Name::Delete, call_on(gil, value, Name::Delete.text(gil), &[instance])?),
    };
    match called {
        Some(_) => Ok(()),
        None => Err(Raised::with_message(gil, Kind::AttributeError, &name.text(gil).lossy())),
    }
}

/// By `__init__`.
pub fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let Some(method) = value.class(gil).lookup(Name::Init.text(gil)) else { return Ok(()) };
    let result = invoke_with(gil, &method, value, arguments)?;
    if !result.is_none() {
        let name = result.class(gil).name();
        return Err(type_error(gil, format!("__init__() should return None, not '{name}'")));
    }
    Ok(())
}

/// By `__new__`.
pub fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let Some(method) = class.lookup(Name::New.text(gil)) else {
        return Err(type_error(gil, format!("cannot create '{}' instances", class.name())));
    };
    let method = match method.class(gil).slots.descriptor_get.get() {
        Some(get) => get(gil, &method, None, class.as_value())?,
        None => method,
    };
    recursion::enter(gil)?;
    let values = super::with_first(class.as_value(), arguments);
    operations::call(gil, &method, Arguments { values: &values, names: arguments.names })
}

/// By `__del__`.
pub fn finalize(gil: Gil<'_>, value: &Value) {
    let Some(method) = value.class(gil).lookup(Name::Del.text(gil)) else { return };
    if let Err(raised) = invoke(gil, &method, value, &[]) {
        unraisable::report(gil, raised, "Exception ignored in", Some(&method));
    }
}

/// By `__len__`.
pub fn length(gil: Gil<'_>, value: &Value) -> Result<usize> {
    let result = required(gil, value, Name::Len.text(gil), &[])?;
    let result = super::index(gil, &result)?;
    match crate::types::int::number(&result).and_then(|number| number.to_i64()) {
        Some(length) => usize::try_from(length).map_err(|_| value_error(gil, "__len__() should return >= 0")),
        None => {
            let zero = Value::bool(false);
            if operations::compares(gil, Comparison::Less, &result, &zero)? {
                return Err(value_error(gil, "__len__() should return >= 0"));
            }
            Err(overflow_error(gil, "cannot fit 'int' into an index-sized integer"))
        }
    }
}

/// By `__getitem__`.
pub fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    required(gil, value, Name::GetItem.text(gil), &[key])
}

/// By `__setitem__` or `__delitem__`.
pub fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    // A class that has only one of the two of its own, such as Counter, does the other as its base does.
    let name = if new.is_some() { Name::SetItem } else { Name::DelItem }.text(gil);
    if let Some(found) = value.class(gil).lookup(name)
        && let Some(wrapper) = found.downcast::<WrapperDescriptor>()
        && value.class(gil).is_subtype(wrapper.owner())
        && wrapper.special().name.is(name)
        && let Some(slot) = wrapper.owner().slots.set_item.get()
    {
        return slot(gil, value, key, new);
    }
    let (what, called) = match new {
        Some(new) => ("assignment", call_on(gil, value, Name::SetItem.text(gil), &[key, &new])?),
        None => ("deletion", call_on(gil, value, Name::DelItem.text(gil), &[key])?),
    };
    match called {
        Some(_) => Ok(()),
        None => {
            let name = value.class(gil).name();
            Err(type_error(gil, format!("'{name}' object does not support item {what}")))
        }
    }
}

/// By `__contains__`.
pub fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    match value.class(gil).lookup(Name::Contains.text(gil)) {
        Some(method) if !method.is_none() => {
            let result = invoke(gil, &method, value, &[item])?;
            operations::truth(gil, &result)
        }
        _ => Err(type_error(gil, format!("'{}' object is not a container", value.class(gil).name()))),
    }
}

/// By `__bool__`.
pub fn truth(gil: Gil<'_>, value: &Value) -> Result<bool> {
    let result = required(gil, value, Name::Bool.text(gil), &[])?;
    if result.is(&Value::TRUE) || result.is(&Value::FALSE) {
        return Ok(result.is(&Value::TRUE));
    }
    let name = result.class(gil).name();
    Err(type_error(gil, format!("__bool__ should return bool, returned {name}")))
}

/// pow() with three arguments, by `__pow__`.
pub fn power(gil: Gil<'_>, base: &Value, exponent: &Value, modulus: &Value) -> Result<Value> {
    let name = names::binary(gil, Operator::Power);
    Ok(call_on(gil, base, name, &[exponent, modulus])?.unwrap_or(Value::NOT_IMPLEMENTED))
}

/// A binary operator by `__add__` of the left operand or `__radd__` of the right, whichever has this slot.
fn binary<const OPERATOR: usize>(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let operator = Operator::ALL[OPERATOR];
    let has_this = |value: &Value| {
        let slot = value.class(gil).slots.binary[OPERATOR].get();
        slot.is_some_and(|slot| std::ptr::fn_addr_eq(slot, BINARY[OPERATOR]))
    };
    let same = left.class(gil).is(right.class(gil));
    let mut ask_right = !same && has_this(right);
    if has_this(left) {
        if ask_right
            && right.class(gil).is_subtype(left.class(gil))
            && is_overloaded(gil, left, right, operator)
        {
            let result = reflected(gil, operator, left, right)?;
            if !result.is(&Value::NOT_IMPLEMENTED) {
                return Ok(result);
            }
            ask_right = false;
        }
        let result = call_on(gil, left, names::binary(gil, operator), &[right])?;
        let result = result.unwrap_or(Value::NOT_IMPLEMENTED);
        if !result.is(&Value::NOT_IMPLEMENTED) || same {
            return Ok(result);
        }
    }
    if ask_right { reflected(gil, operator, left, right) } else { Ok(Value::NOT_IMPLEMENTED) }
}

/// By `__radd__` and its like of the right operand.
pub fn reflected(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    let result = call_on(gil, right, names::reflected(gil, operator), &[left])?;
    Ok(result.unwrap_or(Value::NOT_IMPLEMENTED))
}

/// Has the right operand's type a reflected method that the left's does not have?
fn is_overloaded(gil: Gil<'_>, left: &Value, right: &Value, operator: Operator) -> bool {
    let name = names::reflected(gil, operator);
    match (left.class(gil).lookup(name), right.class(gil).lookup(name)) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(left), Some(right)) => !left.is(&right),
    }
}

fn inplace<const OPERATOR: usize>(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let name = names::inplace(gil, Operator::ALL[OPERATOR]);
    Ok(call_on(gil, left, name, &[right])?.unwrap_or(Value::NOT_IMPLEMENTED))
}

/// By [`Operator`].
pub static BINARY: [Binary; OPERATORS] = [
    binary::<0>,
    binary::<1>,
    binary::<2>,
    binary::<3>,
    binary::<4>,
    binary::<5>,
    binary::<6>,
    binary::<7>,
    binary::<8>,
    binary::<9>,
    binary::<10>,
    binary::<11>,
    binary::<12>,
    binary::<13>,
];

/// By [`Operator`].
pub static INPLACE: [Binary; OPERATORS] = [
    inplace::<0>,
    inplace::<1>,
    inplace::<2>,
    inplace::<3>,
    inplace::<4>,
    inplace::<5>,
    inplace::<6>,
    inplace::<7>,
    inplace::<8>,
    inplace::<9>,
    inplace::<10>,
    inplace::<11>,
    inplace::<12>,
    inplace::<13>,
];
