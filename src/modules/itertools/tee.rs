//! `tee`: iterators that share what one iterator gives.
//!
//! Items are kept in a chain of blocks. Each iterator holds the block that it has come to, so blocks that all have
//! passed are let go of.

use std::cell::{Cell, RefCell};

use super::{made, spec};
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

fn data_new(gil: Gil<'_>, _class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Err(type_error(gil, "cannot create 'itertools._tee_dataobject' instances"))
}

/// The function `tee`.
pub const TEE: Function =
    Function::new("tee", "($module, iterable, n=2, /)", "Returns a tuple of n independent iterators.", tee);

/// The type of the iterators.
pub static ITERATOR: TypeSpec = {
    let mut spec = spec(
        "_tee",
        "Iterator wrapped to make it copyable.",
        Tee::layout,
        new,
        next,
        &[Function::new("__copy__", "($self, /)", "Returns an independent iterator.", copy)],
    );
    spec.flags = flags::WEAKLY_REFERENCED;
    spec
};

/// The type of the blocks.
pub static DATA: TypeSpec = {
    let mut spec = spec(
        "_tee_dataobject",
        "Data container common to multiple tee objects.",
        Data::layout,
        data_new,
        |_, _| Ok(None),
        &[],
    );
    spec.slots.iter = None;
    spec.slots.next = None;
    spec.flags = 0;
    spec
};
