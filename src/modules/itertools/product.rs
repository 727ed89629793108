//! `product`.

use std::cell::{Cell, RefCell};

use super::{REDUCE, SET_STATE, deprecated, made, places_of, remade, shown_places, spec};
use crate::gil::Gil;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{memory_error, type_error, value_error};
use crate::object::{Arguments, Payload, Ref, Result, Type, Value, Visit, operations};
use crate::payload;
use crate::types::tuple;

/// The payload: the pools, and a place in each, the last changing fastest.
pub struct Product {
    pools: RefCell<Vec<std::rc::Rc<Vec<Value>>>>,
    /// So many of the pools are given ones; the others repeat them.
    given: usize,
    places: RefCell<Vec<usize>>,
    started: Cell<bool>,
    ended: Cell<bool>,
}

impl Payload for Product {
    payload!(Product, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.pools.borrow().iter().take(self.given).flat_map(|pool| pool.iter()).for_each(visit);
    }

    fn clear(&self) {
        self.ended.set(true);
        drop(self.pools.take());
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let mut repeat = 1;
    for (name, value) in arguments.keywords() {
        if name.bytes() != b"repeat" {
            let message = format!("product() got an unexpected keyword argument '{}'", name.lossy());
            return Err(type_error(gil, message));
        }
        repeat = super::endless::size(gil, value)?;
    }
    let Ok(repeat) = usize::try_from(repeat) else {
        return Err(value_error(gil, "repeat argument cannot be negative"));
    };
    let mut pools = Vec::new();
    for iterable in arguments.positionals() {
        pools.push(std::rc::Rc::new(operations::collect(gil, iterable)?));
    }
    let given = if repeat == 0 { 0 } else { pools.len() };
    let all = given.checked_mul(repeat).ok_or_else(|| memory_error(gil, ""))?;
    pools.try_reserve(all).map_err(|_| memory_error(gil, ""))?;
    let mut places = Vec::new();
    places.try_reserve_exact(all).map_err(|_| memory_error(gil, ""))?;
    places.resize(all, 0);
    for place in given..all {
        pools.push(pools[place - given].clone());
    }
    pools.truncate(all);
    let ended = Cell::new(pools.iter().any(|pool| pool.is_empty()));
    let (pools, places) = (RefCell::new(pools), RefCell::new(places));
    made(gil, class, Product { pools, given, places, started: Cell::new(false), ended })
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(product) = value.downcast::<Product>() else { return Ok(None) };
    if product.ended.get() || (product.started.replace(true) && !product.advance()) {
        product.ended.set(true);
        return Ok(None);
    }
    let (pools, places) = (product.pools.borrow(), product.places.borrow());
    let items = pools.iter().zip(places.iter()).filter_map(|(pool, &place)| pool.get(place).cloned());
    Ok(Some(tuple::of(gil, items.collect())))
}

impl Product {
    /// Moves on to the next places. False if there are none.
    fn advance(&self) -> bool {
        let (pools, mut places) = (self.pools.borrow(), self.places.borrow_mut());
        for (pool, place) in pools.iter().zip(places.iter_mut()).rev() {
            *place += 1;
            if *place < pool.len() {
                return true;
            }
            *place = 0;
        }
        false
    }
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(product) = value.downcast::<Product>() else { return Ok(Value::NONE) };
    if product.ended.get() && product.started.get() {
        return remade(gil, value, vec![tuple::of(gil, Vec::new())], None);
    }
    let pools = product.pools.borrow().iter().map(|pool| tuple::of(gil, pool.to_vec())).collect();
    let places = product.places.borrow().clone();
    let state = product.started.get().then(|| shown_places(gil, &places));
    remade(gil, value, pools, state)
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    let Some(product) = value.downcast::<Product>() else { return Ok(Value::NONE) };
    deprecated(gil)?;
    let sizes: Vec<usize> = product.pools.borrow().iter().map(|pool| pool.len()).collect();
    let places = places_of(gil, state, sizes.len(), |at| sizes[at].saturating_sub(1))?;
    product.started.set(true);
    product.ended.set(sizes.contains(&0));
    product.places.replace(places);
    Ok(Value::NONE)
}

/// `product`.
pub static PRODUCT: TypeSpec = spec(
    "product",
    "(*iterables, repeat=1)",
    "product(*iterables, repeat=1) --> product object\n\nCartesian product of input iterables.  Equivalent to nested \
     for-loops.\n\nFor example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).\nThe leftmost iterators \
     are in the outermost for-loop, so the output tuples\ncycle in a manner similar to an odometer (with the rightmost \
     element changing\non every iteration).\n\nTo compute the product of an iterable with itself, specify the number\nof \
     repetitions with the optional repeat keyword argument. For example,\nproduct(A, repeat=4) means the same as product(A, \
     A, A, A).\n\nproduct('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)\nproduct((0,1), (0,1), (0,1)) \
     --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...",
    Product::layout,
    new,
    next,
    &[
        Function::new("__reduce__", "", REDUCE, reduce),
        Function::new("__setstate__", "", SET_STATE, set_state),
    ],
);
