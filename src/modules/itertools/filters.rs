//! `takewhile`, `dropwhile`, `filterfalse`, `compress` and `starmap`.

use std::cell::Cell;

use super::{REDUCE, SET_STATE, made, remade, spec};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::{Function, TypeSpec};
use crate::object::{Arguments, Parameters, Payload, Ref, Result, Type, Value, Visit, operations};
use crate::payload;
use crate::types::iterators::no_keywords;
use crate::types::tuple;

/// A function and an iterator, of which these iterators are made.
struct Pair {
    function: Value,
    iterator: Value,
}

impl Pair {
    fn of(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>, name: &str) -> Result<Pair> {
        let given = no_keywords(gil, class, name, arguments)?;
        let given = Arguments::positional(given).between(gil, name, 2, 2)?;
        let iterator = operations::iterate(gil, &given[1])?;
        Ok(Pair { function: given[0].clone(), iterator })
    }
}

macro_rules! pairs {
    ($($name:ident $python:literal $($past:ident)?;)*) => {
        $(
            #[doc = concat!("The payload of `", $python, "`.")]
            pub struct $name {
                pair: Pair,
                $(
                    /// Has the first item for which the function is false come?
                    $past: Cell<bool>,
                )?
            }

            impl Payload for $name {
                payload!($name, tracked);

                fn traverse(&self, visit: Visit<'_>) {
                    visit(&self.pair.function);
                    visit(&self.pair.iterator);
                }
            }

            impl $name {
                fn make(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
                    let pair = Pair::of(gil, class, arguments, $python)?;
                    made(gil, class, $name { pair, $($past: Cell::new(false))? })
                }

                fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
                    let [value] = arguments.method(gil, "__reduce__")?;
                    let Some(this) = value.downcast::<$name>() else { return Ok(Value::NONE) };
                    let parts = vec![this.pair.function.clone(), this.pair.iterator.clone()];
                    let state: &[Value] = &[$(crate::modules::convert::int(gil, this.$past.get().into()))?];
                    remade(gil, value, parts, state.first().cloned())
                }

                $(
                    fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
                        let [value, state] = arguments.method(gil, "__setstate__")?;
                        super::deprecated(gil)?;
                        let $past = operations::truth(gil, state)?;
                        if let Some(this) = value.downcast::<$name>() {
                            this.$past.set($past);
                        }
                        Ok(Value::NONE)
                    }
                )?
            }
        )*
    };
}

pairs! {
    TakeWhile "takewhile" past;
    DropWhile "dropwhile" past;
    FilterFalse "filterfalse";
    StarMap "starmap";
}

/// Is the function true of an item?
fn holds(gil: Gil<'_>, function: &Value, item: &Value) -> Result<bool> {
    let answer = operations::call_one(gil, function, item)?;
    operations::truth(gil, &answer)
}

fn take_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(this) = value.downcast::<TakeWhile>() else { return Ok(None) };
    if this.past.get() {
        return Ok(None);
    }
    let Some(item) = operations::next(gil, &this.pair.iterator)? else { return Ok(None) };
    if holds(gil, &this.pair.function, &item)? {
        return Ok(Some(item));
    }
    this.past.set(true);
    Ok(None)
}

fn drop_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(this) = value.downcast::<DropWhile>() else { return Ok(None) };
    while let Some(item) = operations::next(gil, &this.pair.iterator)? {
        if this.past.get() {
            return Ok(Some(item));
        }
        if !holds(gil, &this.pair.function, &item)? {
            this.past.set(true);
            return Ok(Some(item));
        }
    }
    Ok(None)
}

fn filter_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(this) = value.downcast::<FilterFalse>() else { return Ok(None) };
    while let Some(item) = operations::next(gil, &this.pair.iterator)? {
        let is_true = match this.pair.function.is_none() {
            true => operations::truth(gil, &item)?,
            false => holds(gil, &this.pair.function, &item)?,
        };
        if !is_true {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

fn star_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(this) = value.downcast::<StarMap>() else { return Ok(None) };
    let Some(item) = operations::next(gil, &this.pair.iterator)? else { return Ok(None) };
    let collected;
    let items = match item.downcast::<tuple::Tuple>() {
        Some(tuple) => &tuple.items[..],
        None => {
            collected = operations::collect(gil, &item)?;
            &collected
        }
    };
    operations::call(gil, &this.pair.function, Arguments::positional(items)).map(Some)
}

/// `takewhile`.
pub static TAKEWHILE: TypeSpec = spec(
    "takewhile",
    "(predicate, iterable, /)",
    "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
    TakeWhile::layout,
    TakeWhile::make,
    take_next,
    &[
        Function::new("__reduce__", "", REDUCE, TakeWhile::reduce),
        Function::new("__setstate__", "", SET_STATE, TakeWhile::set_state),
    ],
);

/// `dropwhile`.
pub static DROPWHILE: TypeSpec = spec(
    "dropwhile",
    "(predicate, iterable, /)",
    "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable \
     is exhausted.",
    DropWhile::layout,
    DropWhile::make,
    drop_next,
    &[
        Function::new("__reduce__", "", REDUCE, DropWhile::reduce),
        Function::new("__setstate__", "", SET_STATE, DropWhile::set_state),
    ],
);

/// `filterfalse`.
pub static FILTERFALSE: TypeSpec = spec(
    "filterfalse",
    "(function, iterable, /)",
    "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are \
     false.",
    FilterFalse::layout,
    FilterFalse::make,
    filter_next,
    &[Function::new("__reduce__", "", REDUCE, FilterFalse::reduce)],
);

/// `starmap`.
pub static STARMAP: TypeSpec = spec(
    "starmap",
    "(function, iterable, /)",
    "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the \
     given sequence.",
    StarMap::layout,
    StarMap::make,
    star_next,
    &[Function::new("__reduce__", "", REDUCE, StarMap::reduce)],
);

/// The payload of `compress`.
pub struct Compress {
    data: Value,
    selectors: Value,
}

impl Payload for Compress {
    payload!(Compress, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.data);
        visit(&self.selectors);
    }
}

fn compress_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["data", "selectors"], 2);
    let [data, selectors] = arguments.bind(gil, "compress", &SIGNATURE)?;
    let data = operations::iterate(gil, convert::given(data))?;
    let selectors = operations::iterate(gil, convert::given(selectors))?;
    made(gil, class, Compress { data, selectors })
}

fn compress_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(compress) = value.downcast::<Compress>() else { return Ok(None) };
    while let Some(item) = operations::next(gil, &compress.data)? {
        let Some(selector) = operations::next(gil, &compress.selectors)? else { return Ok(None) };
        if operations::truth(gil, &selector)? {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

fn compress_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(compress) = value.downcast::<Compress>() else { return Ok(Value::NONE) };
    remade(gil, value, vec![compress.data.clone(), compress.selectors.clone()], None)
}

/// `compress`.
pub static COMPRESS: TypeSpec = spec(
    "compress",
    "(data, selectors)",
    "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data \
     elements using the selectors to\nchoose the data elements.",
    Compress::layout,
    compress_new,
    compress_next,
    &[Function::new("__reduce__", "", REDUCE, compress_reduce)],
);
