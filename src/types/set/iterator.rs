//! Iterators over sets.

use std::cell::{Cell, RefCell};

use super::super::{int, list, sequence};
use super::members::Members;
use super::members_of;
use crate::gil::Gil;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::runtime_error;
use crate::object::{Arguments, Payload, Ref, Result, Value, Visit};
use crate::payload;

/// The payload: the set, until it is exhausted.
pub struct SetIterator {
    pub set: RefCell<Option<Value>>,
    /// The place in the set's table to look at next.
    next: Cell<usize>,
    /// The number of keys at the start, which must not change; none once it has.
    length: Cell<Option<usize>>,
    /// How many are still to come.
    left: Cell<usize>,
}

impl Payload for SetIterator {
    payload!(SetIterator, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.set.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.set.take());
    }
}

/// An iterator over a set.
pub fn of(gil: Gil<'_>, set: &Value) -> Value {
    let length = members_of(set).map_or(0, |members| members.borrow().length());
    let iterator = SetIterator {
        set: RefCell::new(Some(set.clone())),
        next: Cell::new(0),
        length: Cell::new(Some(length)),
        left: Cell::new(length),
    };
    Ref::new(gil, iterator).into_value()
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(iterator) = value.downcast::<SetIterator>() else { return Ok(None) };
    iterator.advance(gil)
}

impl SetIterator {
    /// The next key.
    #[inline]
    pub fn advance(&self, gil: Gil<'_>) -> Result<Option<Value>> {
        let found = {
            let set = self.set.borrow();
            let Some(members) = set.as_ref().and_then(members_of) else { return Ok(None) };
            let members = members.borrow();
            if self.length.get() != Some(members.length()) {
                self.length.set(None);
                return Err(runtime_error(gil, "Set changed size during iteration"));
            }
            members.next_from(self.next.get()).map(|(at, _, key)| (at, key.clone()))
        };
        let Some((at, key)) = found else {
            drop(self.set.take());
            return Ok(None);
        };
        self.next.set(at + 1);
        self.left.set(self.left.get().saturating_sub(1));
        Ok(Some(key))
    }

    /// As [`SetIterator::advance`] for the machine, borrowed; None at the end, which is left to others.
    #[inline(always)]
    pub fn advance_plainly<'a>(&self, members: &'a Members) -> Option<&'a Value> {
        if self.length.get() != Some(members.length()) {
            return None;
        }
        let (at, _, key) = members.next_from(self.next.get())?;
        self.next.set(at + 1);
        self.left.set(self.left.get().saturating_sub(1));
        Some(key)
    }

    fn is_current(&self) -> bool {
        let set = self.set.borrow();
        let length = set.as_ref().and_then(members_of).map(|members| members.borrow().length());
        length.is_some() && length == self.length.get()
    }
}

fn length_hint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__length_hint__")?;
    let iterator = value.downcast::<SetIterator>();
    let left = iterator.filter(|iterator| iterator.is_current()).map_or(0, |iterator| iterator.left.get());
    Ok(int::from_i64(gil, left as i64))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let mut rest = Vec::new();
    if let Some(iterator) = value.downcast::<SetIterator>().filter(|iterator| iterator.is_current())
        && let Some(members) = iterator.set.borrow().as_ref().and_then(members_of)
    {
        let members = members.borrow();
        let mut at = iterator.next.get();
        while let Some((place, _, key)) = members.next_from(at) {
            rest.push(key.clone());
            at = place + 1;
        }
    }
    sequence::iterator::remade(gil, "iter", list::of(gil, rest), None)
}

pub static SPEC: TypeSpec = TypeSpec::iterator(
    "set_iterator",
    SetIterator::layout,
    next,
    &[
        Function::new(
            "__length_hint__",
            "",
            "Private method returning an estimate of len(list(it)).",
            length_hint,
        ),
        Function::new("__reduce__", "", "Return state information for pickling.", reduce),
    ],
);
