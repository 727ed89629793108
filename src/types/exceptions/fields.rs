//! Attributes of exceptions that are fields of the payload.

use super::this;
use crate::gil::Gil;
use crate::object::native::Attribute;
use crate::object::{Exception, Ref, Result, Value};

/// The attribute of this name that is the field at place `N`.
pub const fn field<const N: usize>(name: &'static str, doc: &'static str) -> Attribute {
    Attribute { name, doc, get: get::<N>, set: Some(set::<N>) }
}

fn get<const N: usize>(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(at(this(gil, value)?, N).unwrap_or(Value::NONE))
}

fn set<const N: usize>(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    put(this(gil, value)?, N, new);
    Ok(())
}

/// What a field holds.
pub fn at(exception: &Ref<Exception>, place: usize) -> Option<Value> {
    exception.fields.borrow().get(place).cloned().flatten()
}

/// Sets one field.
pub fn put(exception: &Ref<Exception>, place: usize, new: Option<Value>) {
    let mut fields = exception.fields.borrow_mut();
    if fields.len() <= place {
        fields.resize_with(place + 1, || None);
    }
    let old = std::mem::replace(&mut fields[place], new);
    drop(fields);
    drop(old);
}

/// Sets all fields.
pub fn put_all(exception: &Ref<Exception>, all: Vec<Option<Value>>) {
    let old = exception.fields.replace(all);
    drop(old);
}
