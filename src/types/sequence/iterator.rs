//! Iterators over lists, tuples and objects that give their items by number.
//!
//! Each lets go of what it iterates at its end, and stays at its end. The machine reads those of lists and tuples
//! directly, by `advance`.

use std::cell::{Cell, RefCell};

use super::super::list::List;
use super::super::tuple::Tuple;
use super::super::{int, list, module, tuple};
use crate::gil::Gil;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{Arguments, Kind, Payload, Ref, Result, Value, Visit, intern, operations};
use crate::payload;

/// An iterator over a list.
pub struct ListIterator {
    pub list: RefCell<Option<Ref<List>>>,
    /// The place of the next item.
    pub next: Cell<usize>,
}

/// An iterator over a list from its end.
pub struct ListReverseIterator {
    list: RefCell<Option<Ref<List>>>,
    /// One more than the next place.
    next: Cell<usize>,
}

/// An iterator over a tuple.
pub struct TupleIterator {
    pub tuple: RefCell<Option<Ref<Tuple>>>,
    /// The place of the next item.
    pub next: Cell<usize>,
}

/// An iterator over an object that gives its items by number until an IndexError.
pub struct SequenceIterator {
    sequence: RefCell<Option<Value>>,
    next: Cell<usize>,
}

macro_rules! payloads {
    ($($name:ident $field:ident $as_value:expr;)*) => {
        $(impl Payload for $name {
            payload!($name, tracked);

            fn traverse(&self, visit: Visit<'_>) {
                self.$field.borrow().iter().map($as_value).for_each(visit);
            }

            fn clear(&self) {
                drop(self.$field.take());
            }
        })*
    };
}

payloads! {
    ListIterator list Ref::as_value;
    ListReverseIterator list Ref::as_value;
    TupleIterator tuple Ref::as_value;
    SequenceIterator sequence |value| value;
}

impl ListIterator {
    /// The next item.
    #[inline]
    pub fn advance(&self) -> Option<Value> {
        let place = self.next.get();
        let found = self.list.borrow().as_ref().and_then(|list| list.items.borrow().get(place).cloned());
        match found {
            Some(_) => self.next.set(place + 1),
            None => drop(self.list.take()),
        }
        found
    }
}

impl ListReverseIterator {
    fn advance(&self) -> Option<Value> {
        let place = self.next.get().checked_sub(1);
        let found = self.list.borrow().as_ref().and_then(|list| list.items.borrow().get(place?).cloned());
        match (&found, place) {
            (Some(_), Some(place)) => self.next.set(place),
            _ => drop(self.list.take()),
        }
        found
    }
}

impl TupleIterator {
    /// The next item.
    #[inline]
    pub fn advance(&self) -> Option<Value> {
        let place = self.next.get();
        let found = self.tuple.borrow().as_ref().and_then(|tuple| tuple.items.get(place).cloned());
        match found {
            Some(_) => self.next.set(place + 1),
            None => drop(self.tuple.take()),
        }
        found
    }
}

/// `iter(value)` of a list or tuple.
pub fn iterate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(of_sequence(gil, value))
}

/// The iterator of a list or a tuple, or of what only has `__getitem__`.
pub fn of_sequence(gil: Gil<'_>, value: &Value) -> Value {
    if let Some(list) = value.downcast::<List>() {
        let list = RefCell::new(Some(list.clone()));
        return Ref::new(gil, ListIterator { list, next: Cell::new(0) }).into_value();
    }
    match value.downcast::<Tuple>() {
        Some(tuple) => {
            let tuple = RefCell::new(Some(tuple.clone()));
            Ref::new(gil, TupleIterator { tuple, next: Cell::new(0) }).into_value()
        }
        None => iterate_by_number(gil, value),
    }
}

/// The iterator of an object that only has `__getitem__`.
pub fn iterate_by_number(gil: Gil<'_>, value: &Value) -> Value {
    let sequence = RefCell::new(Some(value.clone()));
    Ref::new(gil, SequenceIterator { sequence, next: Cell::new(0) }).into_value()
}

/// `reversed(value)` of a list.
pub fn reversed(gil: Gil<'_>, list: &Ref<List>) -> Value {
    let next = Cell::new(list.items.borrow().len());
    Ref::new(gil, ListReverseIterator { list: RefCell::new(Some(list.clone())), next }).into_value()
}

fn next_by_number(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(iterator) = value.downcast::<SequenceIterator>() else { return Ok(None) };
    let Some(sequence) = iterator.sequence.borrow().clone() else { return Ok(None) };
    let place = iterator.next.get();
    match operations::get_item(gil, &sequence, &int::from_i64(gil, place as i64)) {
        Ok(item) => {
            iterator.next.set(place + 1);
            Ok(Some(item))
        }
        Err(raised) if raised.is(gil, Kind::IndexError) || raised.is(gil, Kind::StopIteration) => {
            drop(iterator.sequence.take());
            Ok(None)
        }
        Err(raised) => Err(raised),
    }
}

/// What an iterator can tell of itself: what it iterates, and the place it is at. None at its end.
fn state(value: &Value) -> Option<(Value, usize)> {
    if let Some(iterator) = value.downcast::<ListIterator>() {
        return Some((iterator.list.borrow().as_ref()?.to_value(), iterator.next.get()));
    }
    if let Some(iterator) = value.downcast::<ListReverseIterator>() {
        return Some((iterator.list.borrow().as_ref()?.to_value(), iterator.next.get()));
    }
    if let Some(iterator) = value.downcast::<TupleIterator>() {
        return Some((iterator.tuple.borrow().as_ref()?.to_value(), iterator.next.get()));
    }
    let iterator = value.downcast::<SequenceIterator>()?;
    Some((iterator.sequence.borrow().clone()?, iterator.next.get()))
}

fn length_hint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__length_hint__")?;
    let Some((sequence, place)) = state(value) else { return Ok(int::from_i64(gil, 0)) };
    if sequence.class(gil).slots.length.get().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let length = operations::length(gil, &sequence)?;
    if value.downcast::<ListReverseIterator>().is_some() {
        return Ok(int::from_i64(gil, if place > length { 0 } else { place as i64 }));
    }
    match length.checked_sub(place) {
        Some(left) => Ok(int::from_i64(gil, left as i64)),
        None if value.downcast::<SequenceIterator>().is_some() => Ok(Value::NOT_IMPLEMENTED),
        None => Ok(int::from_i64(gil, 0)),
    }
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let backwards = value.downcast::<ListReverseIterator>().is_some();
    let Some((sequence, place)) = state(value) else {
        let nothing = match value.downcast::<ListIterator>().is_some() || backwards {
            true => list::of(gil, Vec::new()),
            false => tuple::of(gil, Vec::new()),
        };
        return remade(gil, if backwards { "reversed" } else { "iter" }, nothing, None);
    };
    let (function, place) = if backwards { ("reversed", place as i64 - 1) } else { ("iter", place as i64) };
    remade(gil, function, sequence, Some(int::from_i64(gil, place)))
}

/// How an iterator is made again: by a built-in function of what it iterates, and the place that it is set to.
pub fn remade(gil: Gil<'_>, function: &str, iterated: Value, place: Option<Value>) -> Result<Value> {
    remade_of(gil, function, vec![iterated], place)
}

/// The same by a function of several arguments.
pub fn remade_of(gil: Gil<'_>, function: &str, arguments: Vec<Value>, place: Option<Value>) -> Result<Value> {
    let builtins = module::import(gil, "builtins")?;
    let function = operations::get_attribute(gil, &builtins, &intern(gil, function))?;
    let mut parts = vec![function, tuple::of(gil, arguments)];
    parts.extend(place);
    Ok(tuple::of(gil, parts))
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, place] = arguments.method(gil, "__setstate__")?;
    let Some(place) = super::index(gil, place)? else {
        let name = place.class(gil).name();
        return Err(type_error(gil, format!("'{name}' object cannot be interpreted as an integer")));
    };
    let Some((sequence, _)) = state(value) else { return Ok(Value::NONE) };
    if let Some(iterator) = value.downcast::<SequenceIterator>() {
        iterator.next.set(place.max(0) as usize);
        return Ok(Value::NONE);
    }
    let length = operations::length(gil, &sequence)? as i64;
    if let Some(iterator) = value.downcast::<ListReverseIterator>() {
        iterator.next.set((place.clamp(-1, length - 1) + 1) as usize);
    }
    if let Some(iterator) = value.downcast::<ListIterator>() {
        // Before the first place is beyond the end.
        iterator.next.set(usize::try_from(place.min(length)).unwrap_or(usize::MAX));
    }
    let place = place.clamp(0, length) as usize;
    if let Some(iterator) = value.downcast::<TupleIterator>() {
        iterator.next.set(place);
    }
    Ok(Value::NONE)
}

static METHODS: [Function; 3] = [
    Function::new(
        "__length_hint__",
        "",
        "Private method returning an estimate of len(list(it)).",
        length_hint,
    ),
    Function::new("__reduce__", "", "Return state information for pickling.", reduce),
    Function::new("__setstate__", "", "Set state information for unpickling.", set_state),
];

const fn spec(
    name: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    next: crate::object::slots::Next,
) -> TypeSpec {
    TypeSpec::iterator(name, layout, next, &METHODS)
}

/// `list_iterator`.
pub static LIST: TypeSpec = spec("list_iterator", ListIterator::layout, |_, value| {
    Ok(value.downcast::<ListIterator>().and_then(|iterator| iterator.advance()))
});
/// `list_reverseiterator`.
pub static LIST_REVERSE: TypeSpec = spec("list_reverseiterator", ListReverseIterator::layout, |_, value| {
    Ok(value.downcast::<ListReverseIterator>().and_then(|iterator| iterator.advance()))
});
/// `tuple_iterator`.
pub static TUPLE: TypeSpec = spec("tuple_iterator", TupleIterator::layout, |_, value| {
    Ok(value.downcast::<TupleIterator>().and_then(|iterator| iterator.advance()))
});
/// `iterator`.
pub static SEQUENCE: TypeSpec = spec("iterator", SequenceIterator::layout, next_by_number);
