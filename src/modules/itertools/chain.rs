//! `chain`.

use std::cell::RefCell;

use super::{REDUCE, SET_STATE, made, remade, spec};
use crate::gil::Gil;
use crate::object::class::Type;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{Arguments, Payload, Ref, Result, Value, Visit, operations};
use crate::payload;
use crate::types::generic_alias;
use crate::types::iterators::no_keywords;
use crate::types::tuple;

/// The payload: the iterator of iterables, and that of the one under way. Both are let go of at their end.
pub struct Chain {
    source: RefCell<Option<Value>>,
    active: RefCell<Option<Value>>,
}

impl Payload for Chain {
    payload!(Chain, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.source.borrow().iter().chain(self.active.borrow().iter()).for_each(visit);
    }

    fn clear(&self) {
        drop((self.source.take(), self.active.take()));
    }
}

fn of(gil: Gil<'_>, class: &Ref<Type>, iterables: &Value) -> Result<Value> {
    let source = RefCell::new(Some(operations::iterate(gil, iterables)?));
    made(gil, class, Chain { source, active: RefCell::new(None) })
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let given = no_keywords(gil, class, "chain", arguments)?;
    of(gil, class, &tuple::of(gil, given.to_vec()))
}

fn from_iterable(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterables] = arguments.without_first().exactly::<1>(gil, "chain.from_iterable")?;
    match arguments.values[0].downcast::<Type>() {
        Some(class) => of(gil, class, iterables),
        None => Err(type_error(gil, "chain.from_iterable() needs a class")),
    }
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(chain) = value.downcast::<Chain>() else { return Ok(None) };
    loop {
        let active = chain.active.borrow().clone();
        if let Some(active) = active {
            if let Some(item) = operations::next(gil, &active)? {
                return Ok(Some(item));
            }
            drop(chain.active.take());
        }
        let Some(source) = chain.source.borrow().clone() else { return Ok(None) };
        let following = match operations::next(gil, &source)? {
            Some(iterable) => operations::iterate(gil, &iterable).map(Some),
            None => Ok(None),
        };
        match following {
            Ok(Some(iterator)) => drop(chain.active.replace(Some(iterator))),
            ended => {
                drop(chain.source.take());
                ended?;
                return Ok(None);
            }
        }
    }
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(chain) = value.downcast::<Chain>() else { return Ok(Value::NONE) };
    let state: Vec<Value> =
        chain.source.borrow().iter().cloned().chain(chain.active.borrow().iter().cloned()).collect();
    let state = (!state.is_empty()).then(|| tuple::of(gil, state));
    remade(gil, value, Vec::new(), state)
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    super::deprecated(gil)?;
    let Some(chain) = value.downcast::<Chain>() else { return Ok(Value::NONE) };
    let Some(parts) = tuple::items_of(state) else {
        return Err(type_error(gil, "state is not a tuple"));
    };
    let is_iterator = |value: &Value| value.class(gil).slots.next.get().is_some();
    if !(1..=2).contains(&parts.len()) || !parts.iter().all(is_iterator) {
        return Err(type_error(gil, "Arguments must be iterators."));
    }
    let old = (chain.source.replace(parts.first().cloned()), chain.active.replace(parts.get(1).cloned()));
    drop(old);
    Ok(Value::NONE)
}

/// `chain`.
pub static CHAIN: TypeSpec = spec(
    "chain",
    "(*iterables)",
    "chain(*iterables) --> chain object\n\nReturn a chain object whose .__next__() method returns elements from \
     the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are \
     exhausted.",
    Chain::layout,
    new,
    next,
    &[
        Function::class(
            "from_iterable",
            "($type, iterable, /)",
            "Alternative chain() constructor taking a single iterable argument that evaluates lazily.",
            from_iterable,
        ),
        Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item),
        Function::new("__reduce__", "", REDUCE, reduce),
        Function::new("__setstate__", "", SET_STATE, set_state),
    ],
);
