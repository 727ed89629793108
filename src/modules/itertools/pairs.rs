//! `zip_longest`.

use std::cell::{Cell, RefCell};

use super::{REDUCE, SET_STATE, made, remade, spec};
use crate::gil::Gil;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{Arguments, Payload, Ref, Result, Type, Value, Visit, operations};
use crate::payload;
use crate::types::tuple;

/// The payload. An iterator that has ended is let go of.
pub struct ZipLongest {
    iterators: RefCell<Vec<Option<Value>>>,
    running: Cell<usize>,
    fill: RefCell<Value>,
}

impl Payload for ZipLongest {
    payload!(ZipLongest, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.iterators.borrow().iter().flatten().for_each(&mut *visit);
        visit(&self.fill.borrow());
    }

    fn clear(&self) {
        drop(self.iterators.take());
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let fill = match arguments.names {
        [] => Value::NONE,
        [name] if name.bytes() == b"fillvalue" => arguments.values[arguments.values.len() - 1].clone(),
        _ => return Err(type_error(gil, "zip_longest() got an unexpected keyword argument")),
    };
    let mut iterators = Vec::new();
    for iterable in arguments.positionals() {
        iterators.push(Some(operations::iterate(gil, iterable)?));
    }
    let running = Cell::new(iterators.len());
    made(gil, class, ZipLongest { iterators: RefCell::new(iterators), running, fill: RefCell::new(fill) })
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(zip) = value.downcast::<ZipLongest>() else { return Ok(None) };
    if zip.running.get() == 0 {
        return Ok(None);
    }
    let count = zip.iterators.borrow().len();
    let mut items = Vec::with_capacity(count);
    for place in 0..count {
        let iterator = zip.iterators.borrow().get(place).cloned().flatten();
        let item = match iterator {
            Some(iterator) => operations::next(gil, &iterator).inspect_err(|_| zip.running.set(0))?,
            None => {
                items.push(zip.fill.borrow().clone());
                continue;
            }
        };
        if let Some(item) = item {
            items.push(item);
            continue;
        }
        zip.running.set(zip.running.get().saturating_sub(1));
        if zip.running.get() == 0 {
            return Ok(None);
        }
        let old = zip.iterators.borrow_mut().get_mut(place).and_then(Option::take);
        drop(old);
        items.push(zip.fill.borrow().clone());
    }
    Ok(Some(tuple::of(gil, items)))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(zip) = value.downcast::<ZipLongest>() else { return Ok(Value::NONE) };
    let iterators = zip.iterators.borrow().clone();
    let nothing = || tuple::of(gil, Vec::new());
    let parts = iterators.into_iter().map(|iterator| iterator.unwrap_or_else(nothing)).collect();
    let fill = zip.fill.borrow().clone();
    remade(gil, value, parts, Some(fill))
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    super::deprecated(gil)?;
    if let Some(zip) = value.downcast::<ZipLongest>() {
        let old = zip.fill.replace(state.clone());
        drop(old);
    }
    Ok(Value::NONE)
}

/// `zip_longest`.
pub static ZIP_LONGEST: TypeSpec = spec(
    "zip_longest",
    "(*iterables, fillvalue=None)",
    "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th \
     iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis \
     exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted \
     in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.",
    ZipLongest::layout,
    new,
    next,
    &[
        Function::new("__reduce__", "", REDUCE, reduce),
        Function::new("__setstate__", "", SET_STATE, set_state),
    ],
);
