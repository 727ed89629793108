//! `permutations`, `combinations` and `combinations_with_replacement`.

use std::cell::{Cell, RefCell};

use super::{REDUCE, SET_STATE, deprecated, made, places_of, remade, shown_places, spec, state_parts};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{memory_error, type_error, value_error};
use crate::object::{Arguments, Parameters, Payload, Ref, Result, Type, Value, Visit, operations};
use crate::payload;
use crate::types::tuple;

/// What the three have in common: a pool of items, and the places in it of those that are given next.
pub struct Selection {
    pool: RefCell<Vec<Value>>,
    places: RefCell<Vec<usize>>,
    /// So many are chosen.
    size: usize,
    started: Cell<bool>,
    ended: Cell<bool>,
    /// Of permutations: how many changes at each place are left in the round.
    cycles: RefCell<Vec<usize>>,
}

impl Selection {
    fn new(pool: Vec<Value>, places: Vec<usize>, size: usize, ended: bool) -> Selection {
        Selection {
            pool: RefCell::new(pool),
            places: RefCell::new(places),
            size,
            started: Cell::new(false),
            ended: Cell::new(ended),
            cycles: RefCell::default(),
        }
    }

    /// The next tuple; `advance` moves on to it, and says whether there is one.
    fn next(&self, gil: Gil<'_>, advance: fn(&Selection) -> bool) -> Option<Value> {
        if self.ended.get() || (self.started.replace(true) && !advance(self)) {
            self.ended.set(true);
            return None;
        }
        let (pool, places) = (self.pool.borrow(), self.places.borrow());
        let items = places.iter().take(self.size).filter_map(|&place| pool.get(place).cloned());
        Some(tuple::of(gil, items.collect()))
    }

    /// The next combination: the last place that can grow does, and those after it follow it.
    fn next_combination(&self) -> bool {
        let (count, mut places) = (self.pool.borrow().len(), self.places.borrow_mut());
        let size = self.size;
        let Some(at) = (0..size).rev().find(|&at| places[at] != at + count - size) else { return false };
        places[at] += 1;
        for place in at + 1..size {
            places[place] = places[place - 1] + 1;
        }
        true
    }

    /// The same where an item may be chosen again.
    fn next_with_replacement(&self) -> bool {
        let (count, mut places) = (self.pool.borrow().len(), self.places.borrow_mut());
        let Some(at) = places.iter().rposition(|&place| place + 1 != count) else { return false };
        let place = places[at] + 1;
        places[at..].fill(place);
        true
    }

    /// What it is made again by.
    fn reduce(&self, gil: Gil<'_>, value: &Value) -> Result<Value> {
        let pool = if self.ended.get() { Vec::new() } else { self.pool.borrow().clone() };
        let parts = vec![tuple::of(gil, pool), convert::int(gil, self.size as i64)];
        if self.ended.get() || !self.started.get() {
            return remade(gil, value, parts, None);
        }
        let (places, cycles) = (self.places.borrow().clone(), self.cycles.borrow().clone());
        let mut state = shown_places(gil, &places);
        if value.downcast::<Permutations>().is_some() {
            state = tuple::pair(gil, state, shown_places(gil, &cycles));
        }
        remade(gil, value, parts, Some(state))
    }

    fn set_state(&self, gil: Gil<'_>, state: &Value, most: impl Fn(usize) -> usize) -> Result<()> {
        deprecated(gil)?;
        let places = places_of(gil, state, self.size, most)?;
        self.places.replace(places);
        self.started.set(true);
        Ok(())
    }

    fn next_permutation(&self) -> bool {
        let (mut places, mut cycles) = (self.places.borrow_mut(), self.cycles.borrow_mut());
        let count = places.len();
        for at in (0..self.size).rev() {
            cycles[at] -= 1;
            if cycles[at] == 0 {
                places[at..].rotate_left(1);
                cycles[at] = count - at;
            } else {
                let other = count - cycles[at];
                places.swap(at, other);
                return true;
            }
        }
        false
    }
}

macro_rules! payloads {
    ($($(#[$doc:meta])* $name:ident $advance:ident;)*) => {
        $(
            $(#[$doc])*
            pub struct $name(Selection);

            impl Payload for $name {
                payload!($name, tracked);

                fn traverse(&self, visit: Visit<'_>) {
                    self.0.pool.borrow().iter().for_each(visit);
                }

                fn clear(&self) {
                    self.0.ended.set(true);
                    drop(self.0.pool.take());
                }
            }

            impl $name {
                fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
                    let [value] = arguments.method(gil, "__reduce__")?;
                    value.downcast::<$name>().map_or(Ok(Value::NONE), |this| this.0.reduce(gil, value))
                }

                fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
                    Ok(value.downcast::<$name>().and_then(|this| this.0.next(gil, Selection::$advance)))
                }
            }
        )*
    };
}

payloads! {
    /// The payload of `permutations`.
    Permutations next_permutation;
    /// The payload of `combinations`.
    Combinations next_combination;
    /// The payload of `combinations_with_replacement`.
    WithReplacement next_with_replacement;
}

/// So many places, each of `make`, or a MemoryError.
fn places(gil: Gil<'_>, count: usize, make: impl Fn(usize) -> usize) -> Result<Vec<usize>> {
    let mut places = Vec::new();
    places.try_reserve_exact(count).map_err(|_| memory_error(gil, ""))?;
    places.extend((0..count).map(make));
    Ok(places)
}

fn not_negative(gil: Gil<'_>, size: i64) -> Result<usize> {
    usize::try_from(size).map_err(|_| value_error(gil, "r must be non-negative"))
}

fn permutations_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["iterable", "r"], 1);
    let [iterable, size] = arguments.bind(gil, "permutations", &SIGNATURE)?;
    let pool = operations::collect(gil, convert::given(iterable))?;
    let count = pool.len();
    let size = match size.filter(|size| !size.is_none()) {
        None => count,
        Some(size) if size.class(gil).is_subtype(crate::types::int::class(gil)) => {
            not_negative(gil, super::endless::size(gil, size)?)?
        }
        Some(_) => return Err(type_error(gil, "Expected int as r")),
    };
    let selection = Selection::new(pool, places(gil, count, |place| place)?, size, size > count);
    if size <= count {
        selection.cycles.replace(places(gil, size, |place| count - place)?);
    }
    made(gil, class, Permutations(selection))
}

type Bound<'a> = (Vec<Value>, usize);

fn pool_and_size<'a>(gil: Gil<'_>, arguments: Arguments<'a>, name: &str) -> Result<Bound<'a>> {
    const SIGNATURE: Parameters<2> = Parameters::new(["iterable", "r"], 2);
    let [iterable, size] = arguments.bind(gil, name, &SIGNATURE)?;
    let size = super::endless::size(gil, convert::given(size))?;
    let pool = operations::collect(gil, convert::given(iterable))?;
    Ok((pool, not_negative(gil, size)?))
}

fn combinations_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let (pool, size) = pool_and_size(gil, arguments, "combinations")?;
    let ended = size > pool.len();
    let places = places(gil, if ended { 0 } else { size }, |place| place)?;
    made(gil, class, Combinations(Selection::new(pool, places, size, ended)))
}

fn with_replacement_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let (pool, size) = pool_and_size(gil, arguments, "combinations_with_replacement")?;
    let ended = pool.is_empty() && size > 0;
    let places = places(gil, if ended { 0 } else { size }, |_| 0)?;
    made(gil, class, WithReplacement(Selection::new(pool, places, size, ended)))
}

fn permutations_set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    let Some(Permutations(this)) = value.downcast::<Permutations>().map(|this| &**this) else {
        return Ok(Value::NONE);
    };
    let parts = state_parts(gil, state, 2)?;
    let count = this.pool.borrow().len();
    let places = places_of(gil, &parts[0], count, |_| count.saturating_sub(1))?;
    let cycles = places_of(gil, &parts[1], this.size, |at| count - at.min(count))?;
    this.places.replace(places);
    this.cycles.replace(cycles.into_iter().map(|cycle| cycle.max(1)).collect());
    this.started.set(true);
    Ok(Value::NONE)
}

fn combinations_set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    if let Some(this) = value.downcast::<Combinations>() {
        let (count, size) = (this.0.pool.borrow().len(), this.0.size);
        this.0.set_state(gil, state, |at| (count + at).saturating_sub(size))?;
    }
    Ok(Value::NONE)
}

fn with_replacement_set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    if let Some(this) = value.downcast::<WithReplacement>() {
        let count = this.0.pool.borrow().len();
        this.0.set_state(gil, state, |_| count.saturating_sub(1))?;
    }
    Ok(Value::NONE)
}

/// `permutations`.
pub static PERMUTATIONS: TypeSpec = spec(
    "permutations",
    "(iterable, r=None)",
    "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), \
     (1,0), (1,2), (2,0), (2,1)",
    Permutations::layout,
    permutations_new,
    Permutations::next,
    &[
        Function::new("__reduce__", "", REDUCE, Permutations::reduce),
        Function::new("__setstate__", "", SET_STATE, permutations_set_state),
    ],
);

/// `combinations`.
pub static COMBINATIONS: TypeSpec = spec(
    "combinations",
    "(iterable, r)",
    "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), \
     (0,1,3), (0,2,3), (1,2,3)",
    Combinations::layout,
    combinations_new,
    Combinations::next,
    &[
        Function::new("__reduce__", "", REDUCE, Combinations::reduce),
        Function::new("__setstate__", "", SET_STATE, combinations_set_state),
    ],
);

/// `combinations_with_replacement`.
pub static WITH_REPLACEMENT: TypeSpec = spec(
    "combinations_with_replacement",
    "(iterable, r)",
    "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive \
     repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), \
     ('C','C')",
    WithReplacement::layout,
    with_replacement_new,
    WithReplacement::next,
    &[
        Function::new("__reduce__", "", REDUCE, WithReplacement::reduce),
        Function::new("__setstate__", "", SET_STATE, with_replacement_set_state),
    ],
);
