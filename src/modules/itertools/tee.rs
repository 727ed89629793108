//! `tee`: iterators that share what one iterator gives.
//!
//! Items are kept in a chain of blocks. Each iterator holds the block that it has come to, so blocks that all have
//! passed are let go of.

use std::cell::{Cell, RefCell};

use super::{REDUCE, SET_STATE, made, remade, spec, state_parts};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{runtime_error, type_error, value_error};
use crate::object::{Arguments, Payload, Ref, Result, Type, Value, Visit, operations};
use crate::payload;

/// Items in a block.
const BLOCK: usize = 57;

/// The payload of a block.
pub struct Data {
    iterator: Value,
    items: RefCell<Vec<Value>>,
    following: RefCell<Option<Ref<Data>>>,
    /// Is the next item being taken?
    running: Cell<bool>,
}

impl Payload for Data {
    payload!(Data, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.iterator);
        self.items.borrow().iter().for_each(&mut *visit);
        if let Some(following) = &*self.following.borrow() {
            visit(following.as_value());
        }
    }

    fn clear(&self) {
        drop((self.items.take(), self.following.take()));
    }
}

impl Data {
    fn new(gil: Gil<'_>, iterator: Value) -> Ref<Data> {
        let data = Data {
            iterator,
            items: RefCell::default(),
            following: RefCell::new(None),
            running: Cell::new(false),
        };
        Ref::new(gil, data)
    }

    /// The item at a place, taken from the iterator if nobody has asked for it yet.
    fn item(&self, gil: Gil<'_>, place: usize) -> Result<Option<Value>> {
        if let Some(known) = self.items.borrow().get(place) {
            return Ok(Some(known.clone()));
        }
        if self.running.replace(true) {
            return Err(runtime_error(gil, "cannot re-enter the tee iterator"));
        }
        let item = operations::next(gil, &self.iterator);
        self.running.set(false);
        let item = item?;
        if let Some(item) = &item {
            self.items.borrow_mut().push(item.clone());
        }
        Ok(item)
    }

    fn following(&self, gil: Gil<'_>) -> Ref<Data> {
        if let Some(following) = &*self.following.borrow() {
            return following.clone();
        }
        let following = Data::new(gil, self.iterator.clone());
        self.following.replace(Some(following.clone()));
        following
    }
}

/// The payload of an iterator: its block and its place in it.
pub struct Tee {
    data: RefCell<Ref<Data>>,
    place: Cell<usize>,
}

impl Payload for Tee {
    payload!(Tee, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.data.borrow().as_value());
    }
}

impl Tee {
    fn copy(&self) -> Tee {
        Tee { data: self.data.clone(), place: self.place.clone() }
    }
}

/// An iterator over an iterable; of one that is such an iterator already, a copy.
fn of_iterable(gil: Gil<'_>, iterable: &Value) -> Result<Tee> {
    let iterator = operations::iterate(gil, iterable)?;
    if let Some(tee) = iterator.downcast::<Tee>() {
        return Ok(tee.copy());
    }
    Ok(Tee { data: RefCell::new(Data::new(gil, iterator)), place: Cell::new(0) })
}

fn tee(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "itertools.tee")?;
    let given = arguments.between(gil, "tee", 1, 2)?;
    let count = given.get(1).map_or(Ok(2), |count| super::endless::size(gil, count))?;
    if count < 0 {
        return Err(value_error(gil, "n must be >= 0"));
    }
    let mut iterators = Vec::new();
    if iterators.try_reserve_exact(count as usize).is_err() {
        return Err(crate::object::raised::memory_error(gil, ""));
    }
    if count == 0 {
        return Ok(convert::tuple(gil, iterators));
    }
    let iterator = operations::iterate(gil, &given[0])?;
    let copy = operations::find_named(gil, &iterator, "__copy__")?;
    let (first, copy) = match copy {
        Some(copy) => (iterator, copy),
        None => {
            let first = Ref::new(gil, of_iterable(gil, &iterator)?).into_value();
            let copy = operations::get_attribute(gil, &first, &crate::object::intern(gil, "__copy__"))?;
            (first, copy)
        }
    };
    iterators.push(first);
    while iterators.len() < count as usize {
        iterators.push(operations::call(gil, &copy, Arguments::NONE)?);
    }
    Ok(convert::tuple(gil, iterators))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterable] = arguments.exactly::<1>(gil, "_tee")?;
    made(gil, class, of_iterable(gil, iterable)?)
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(tee) = value.downcast::<Tee>() else { return Ok(None) };
    if tee.place.get() >= BLOCK {
        let following = tee.data.borrow().clone().following(gil);
        let old = tee.data.replace(following);
        drop(old);
        tee.place.set(0);
    }
    let data = tee.data.borrow().clone();
    let item = data.item(gil, tee.place.get())?;
    if item.is_some() {
        tee.place.set(tee.place.get() + 1);
    }
    Ok(item)
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__copy__")?;
    match value.downcast::<Tee>() {
        Some(tee) => made(gil, value.class(gil), tee.copy()),
        None => Ok(Value::NONE),
    }
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(tee) = value.downcast::<Tee>() else { return Ok(Value::NONE) };
    let data = tee.data.borrow().to_value();
    let state = convert::tuple(gil, vec![data, convert::int(gil, tee.place.get() as i64)]);
    remade(gil, value, vec![convert::tuple(gil, Vec::new())], Some(state))
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    let Some(tee) = value.downcast::<Tee>() else { return Ok(Value::NONE) };
    let parts = state_parts(gil, state, 2)?;
    let Some(data) = parts[0].downcast::<Data>() else {
        let name = parts[0].class(gil).name();
        return Err(type_error(gil, format!("argument 1 must be itertools._tee_dataobject, not {name}")));
    };
    let place = super::endless::size(gil, &parts[1])?;
    match usize::try_from(place) {
        Ok(place) if place <= BLOCK => tee.place.set(place),
        _ => return Err(value_error(gil, "Index out of range")),
    }
    let old = tee.data.replace(data.clone());
    drop(old);
    Ok(Value::NONE)
}

/// `_tee_dataobject(iterator, items, following)`: a block as its own `__reduce__` tells of it.
fn data_new(gil: Gil<'_>, _class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterator, items, following] = arguments.exactly::<3>(gil, "_tee_dataobject")?;
    let Some(known) = items.downcast::<crate::types::list::List>() else {
        let name = items.class(gil).name();
        return Err(type_error(gil, format!("teedataobject() argument 2 must be list, not {name}")));
    };
    let known = known.items.borrow().clone();
    if known.len() > BLOCK {
        return Err(value_error(gil, "Invalid arguments"));
    }
    let data = Data::new(gil, iterator.clone());
    if !following.is_none() {
        match following.downcast::<Data>() {
            Some(following) if known.len() == BLOCK => drop(data.following.replace(Some(following.clone()))),
            _ => return Err(value_error(gil, "Invalid arguments")),
        }
    }
    data.items.replace(known);
    Ok(data.into_value())
}

fn data_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(data) = value.downcast::<Data>() else { return Ok(Value::NONE) };
    let items = convert::list(gil, data.items.borrow().clone());
    let following = data.following.borrow().as_ref().map_or(Value::NONE, Ref::to_value);
    remade(gil, value, vec![data.iterator.clone(), items, following], None)
}

/// The function `tee`.
pub const TEE: Function =
    Function::new("tee", "($module, iterable, n=2, /)", "Returns a tuple of n independent iterators.", tee);

/// The type of the iterators.
pub static ITERATOR: TypeSpec = {
    let mut spec = spec(
        "_tee",
        "",
        "Iterator wrapped to make it copyable.",
        Tee::layout,
        new,
        next,
        &[
            Function::new("__copy__", "($self, /)", "Returns an independent iterator.", copy),
            Function::new("__reduce__", "", REDUCE, reduce),
            Function::new("__setstate__", "", SET_STATE, set_state),
        ],
    );
    spec.flags = flags::WEAKLY_REFERENCED;
    spec
};

/// The type of the blocks.
pub static DATA: TypeSpec = {
    let mut spec = spec(
        "_tee_dataobject",
        "",
        "Data container common to multiple tee objects.",
        Data::layout,
        data_new,
        |_, _| Ok(None),
        &[Function::new("__reduce__", "", REDUCE, data_reduce)],
    );
    spec.slots.iter = None;
    spec.slots.next = None;
    spec.flags = 0;
    spec
};
