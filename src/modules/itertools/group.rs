//! `groupby`.

use std::cell::{Cell, RefCell};

use super::{REDUCE, SET_STATE, made, remade, spec, state_parts};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::{Arguments, Parameters, Payload, Ref, Result, Type, Value, Visit, operations};
use crate::payload;
use crate::types::tuple;

/// The payload of `groupby`: the iterator, and the item that it has come to.
pub struct GroupBy {
    iterator: Value,
    function: Option<Value>,
    /// The key of the group that was given last.
    target: RefCell<Option<Value>>,
    /// The key of the item that the iterator has come to.
    key: RefCell<Option<Value>>,
    /// That item, until a group gives it.
    item: RefCell<Option<Value>>,
    /// The number of the group that was given last: older ones have ended.
    group: Cell<u64>,
}

impl Payload for GroupBy {
    payload!(GroupBy, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.iterator);
        self.function.iter().for_each(&mut *visit);
        for part in [&self.target, &self.key, &self.item] {
            part.borrow().iter().for_each(&mut *visit);
        }
    }

    fn clear(&self) {
        drop((self.target.take(), self.key.take(), self.item.take()));
    }
}

/// The payload of a group.
pub struct Grouper {
    parent: Ref<GroupBy>,
    key: Value,
    number: u64,
}

impl Payload for Grouper {
    payload!(Grouper, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.parent.as_value());
        visit(&self.key);
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["iterable", "key"], 1);
    let [iterable, function] = arguments.bind(gil, "groupby", &SIGNATURE)?;
    let groups = GroupBy {
        iterator: operations::iterate(gil, convert::given(iterable))?,
        function: function.filter(|function| !function.is_none()).cloned(),
        target: RefCell::new(None),
        key: RefCell::new(None),
        item: RefCell::new(None),
        group: Cell::new(0),
    };
    made(gil, class, groups)
}

impl GroupBy {
    /// Moves on to the next item. False at the end.
    fn step(&self, gil: Gil<'_>) -> Result<bool> {
        let Some(item) = operations::next(gil, &self.iterator)? else { return Ok(false) };
        let key = match &self.function {
            Some(function) => operations::call_one(gil, function, &item)?,
            None => item.clone(),
        };
        let old = (self.item.replace(Some(item)), self.key.replace(Some(key)));
        drop(old);
        Ok(true)
    }

    /// Is the item at hand of the group that was given last (or is there none)?
    fn is_behind(&self, gil: Gil<'_>) -> Result<bool> {
        let (key, target) = (self.key.borrow().clone(), self.target.borrow().clone());
        match (key, target) {
            (None, _) => Ok(true),
            (Some(_), None) => Ok(false),
            (Some(key), Some(target)) => operations::equal(gil, &target, &key),
        }
    }
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(groups) = value.downcast::<GroupBy>() else { return Ok(None) };
    let number = groups.group.get() + 1;
    groups.group.set(number);
    while groups.is_behind(gil)? {
        if !groups.step(gil)? {
            return Ok(None);
        }
    }
    let Some(key) = groups.key.borrow().clone() else { return Ok(None) };
    let old = groups.target.replace(Some(key.clone()));
    drop(old);
    let group = Grouper { parent: groups.clone(), key: key.clone(), number };
    Ok(Some(tuple::of(gil, vec![key, Ref::new(gil, group).into_value()])))
}

fn group_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(group) = value.downcast::<Grouper>() else { return Ok(None) };
    let parent = &group.parent;
    if parent.group.get() != group.number {
        return Ok(None);
    }
    if parent.item.borrow().is_none() && !parent.step(gil)? {
        return Ok(None);
    }
    let Some(key) = parent.key.borrow().clone() else { return Ok(None) };
    if !operations::equal(gil, &group.key, &key)? {
        return Ok(None);
    }
    drop(parent.key.take());
    Ok(parent.item.take())
}

fn group_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "_grouper", 2, 2)?;
    match given[0].downcast::<GroupBy>() {
        Some(parent) => {
            let number = parent.group.get();
            made(gil, class, Grouper { parent: parent.clone(), key: given[1].clone(), number })
        }
        None => {
            let got = given[0].class(gil).name();
            let message = format!("_grouper() argument 1 must be itertools.groupby, not {got}");
            Err(crate::object::raised::type_error(gil, message))
        }
    }
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(groups) = value.downcast::<GroupBy>() else { return Ok(Value::NONE) };
    let parts = vec![groups.iterator.clone(), groups.function.clone().unwrap_or(Value::NONE)];
    let (item, target, key) =
        (groups.item.borrow().clone(), groups.target.borrow().clone(), groups.key.borrow().clone());
    let state = match (item, target, key) {
        (Some(item), Some(target), Some(key)) => Some(tuple::of(gil, vec![item, target, key])),
        _ => None,
    };
    remade(gil, value, parts, state)
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    let Some(groups) = value.downcast::<GroupBy>() else { return Ok(Value::NONE) };
    let parts = state_parts(gil, state, 3)?;
    let mut parts = parts.into_iter();
    for place in [&groups.item, &groups.target, &groups.key] {
        let old = place.replace(parts.next());
        drop(old);
    }
    Ok(Value::NONE)
}

fn group_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(group) = value.downcast::<Grouper>() else { return Ok(Value::NONE) };
    if group.parent.group.get() == group.number {
        return remade(gil, value, vec![group.parent.to_value(), group.key.clone()], None);
    }
    super::deprecated(gil)?;
    let module = crate::modules::import::module(gil, "builtins")?;
    let iter = operations::find_named(gil, &module, "iter")?.unwrap_or(Value::NONE);
    let nothing = tuple::of(gil, vec![tuple::of(gil, Vec::new())]);
    Ok(tuple::pair(gil, iter, nothing))
}

/// `groupby`.
pub static GROUPBY: TypeSpec = spec(
    "groupby",
    "(iterable, key=None)",
    "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide \
     into groups according to the key function.\n  key\n    A function for computing the group category for each \
     element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.",
    GroupBy::layout,
    new,
    next,
    &[
        Function::new("__reduce__", "", REDUCE, reduce),
        Function::new("__setstate__", "", SET_STATE, set_state),
    ],
);

/// The type of groups.
pub static GROUPER: TypeSpec = {
    let mut spec = spec(
        "_grouper",
        "",
        "",
        Grouper::layout,
        group_new,
        group_next,
        &[Function::new("__reduce__", "", REDUCE, group_reduce)],
    );
    spec.flags &= !flags::BASE;
    spec
};
