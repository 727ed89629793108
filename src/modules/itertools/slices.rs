//! `islice`.

use std::cell::{Cell, RefCell};

use super::{REDUCE, SET_STATE, made, remade, spec};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::value_error;
use crate::object::{Arguments, Payload, Ref, Result, Type, Value, Visit, operations};
use crate::payload;
use crate::types::iterators::no_keywords;

/// The payload. The iterator is let go of at the end.
pub struct Slice {
    iterator: RefCell<Option<Value>>,
    /// The place of the next item to give.
    next: Cell<i64>,
    /// So many items have been taken from the iterator.
    taken: Cell<i64>,
    stop: Option<i64>,
    step: i64,
}

impl Payload for Slice {
    payload!(Slice, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.iterator.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.iterator.take());
    }
}

/// A bound that is None or a number that is not negative; none where it is neither.
fn bound(gil: Gil<'_>, value: Option<&Value>, absent: Option<i64>) -> Option<Option<i64>> {
    let Some(value) = value.filter(|value| !value.is_none()) else { return Some(absent) };
    let number = convert::whole(&convert::index(gil, value).ok()?)?;
    Some(Some(number))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const RANGE: &str = "islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    let given = no_keywords(gil, class, "islice", arguments)?;
    let given = Arguments::positional(given).between(gil, "islice", 2, 4)?;
    let wrong_stop = || value_error(gil, format!("Stop argument for {RANGE}"));
    let (start, stop) = match given.len() {
        2 => {
            let stop = bound(gil, given.get(1), None).ok_or_else(wrong_stop)?;
            if stop.is_some_and(|stop| stop < 0) {
                return Err(wrong_stop());
            }
            (0, stop)
        }
        _ => {
            let start = bound(gil, given.get(1), Some(0)).flatten().unwrap_or(-1);
            let stop = bound(gil, given.get(2), None).ok_or_else(wrong_stop)?;
            // CPython cannot tell -1 from a stop that is no number.
            if stop == Some(-1) {
                return Err(wrong_stop());
            }
            if start < 0 || stop.is_some_and(|stop| stop < 0) {
                return Err(value_error(gil, format!("Indices for {RANGE}")));
            }
            (start, stop)
        }
    };
    let step = bound(gil, given.get(3), Some(1)).flatten().unwrap_or(-1);
    if step < 1 {
        return Err(value_error(gil, "Step for islice() must be a positive integer or None."));
    }
    let iterator = RefCell::new(Some(operations::iterate(gil, &given[0])?));
    made(gil, class, Slice { iterator, next: Cell::new(start), taken: Cell::new(0), stop, step })
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(slice) = value.downcast::<Slice>() else { return Ok(None) };
    let Some(iterator) = slice.iterator.borrow().clone() else { return Ok(None) };
    let item = slice.take(gil, &iterator);
    if matches!(item, Ok(None)) {
        drop(slice.iterator.take());
    }
    item
}

impl Slice {
    fn take(&self, gil: Gil<'_>, iterator: &Value) -> Result<Option<Value>> {
        while self.taken.get() < self.next.get() {
            if operations::next(gil, iterator)?.is_none() {
                return Ok(None);
            }
            self.taken.set(self.taken.get() + 1);
        }
        if self.stop.is_some_and(|stop| self.taken.get() >= stop) {
            return Ok(None);
        }
        let Some(item) = operations::next(gil, iterator)? else { return Ok(None) };
        self.taken.set(self.taken.get() + 1);
        let following = self.next.get().saturating_add(self.step);
        self.next.set(self.stop.map_or(following, |stop| following.min(stop)));
        Ok(Some(item))
    }
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(slice) = value.downcast::<Slice>() else { return Ok(Value::NONE) };
    let int = |number: i64| convert::int(gil, number);
    let Some(iterator) = slice.iterator.borrow().clone() else {
        let nothing = operations::iterate(gil, &convert::list(gil, Vec::new()))?;
        return remade(gil, value, vec![nothing, int(0)], Some(int(0)));
    };
    let stop = slice.stop.map_or(Value::NONE, int);
    let parts = vec![iterator, int(slice.next.get()), stop, int(slice.step)];
    remade(gil, value, parts, Some(int(slice.taken.get())))
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    super::deprecated(gil)?;
    if let Some(slice) = value.downcast::<Slice>() {
        slice.taken.set(super::endless::size(gil, state)?);
    }
    Ok(Value::NONE)
}

/// `islice`.
pub static ISLICE: TypeSpec = spec(
    "islice",
    "",
    "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an \
     iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all \
     preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step \
     determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an \
     iterator.",
    Slice::layout,
    new,
    next,
    &[
        Function::new("__reduce__", "", REDUCE, reduce),
        Function::new("__setstate__", "", SET_STATE, set_state),
    ],
);
