//! `itertools`: iterators over iterators, in Rust.
//!
//! Each file of the folder holds a family. An iterator keeps its state in cells, and no borrow of them is held while
//! an inner iterator, a function or a comparison runs: those may come back here.

mod chain;
mod combinations;
mod endless;
mod filters;
mod group;
mod pairs;
mod product;
mod slices;
mod tee;
mod windows;

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::header::Layout;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::slots::{New, Next};
use crate::object::{Kind, Ref, Result, SlotTable, Storage, Type, Value};
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};
use crate::types::{tuple, warning};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "itertools",
    doc: "Functional tools for creating and using iterators.\n\nInfinite iterators:\ncount(start=0, step=1) --> start, \
          start+step, start+2*step, ...\ncycle(p) --> p0, p1, ... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, \
          elem, ... endlessly or up to n times",
    functions: &[tee::TEE],
    set_up: Some(set_up),
};

/// The types that scripts make iterators with.
static PUBLIC: &[&TypeSpec] = &[
    &endless::COUNT,
    &endless::CYCLE,
    &endless::REPEAT,
    &chain::CHAIN,
    &slices::ISLICE,
    &filters::TAKEWHILE,
    &filters::DROPWHILE,
    &filters::FILTERFALSE,
    &filters::COMPRESS,
    &filters::STARMAP,
    &windows::ACCUMULATE,
    &windows::PAIRWISE,
    &windows::BATCHED,
    &pairs::ZIP_LONGEST,
    &product::PRODUCT,
    &combinations::PERMUTATIONS,
    &combinations::COMBINATIONS,
    &combinations::WITH_REPLACEMENT,
    &group::GROUPBY,
    &group::GROUPER,
    &tee::ITERATOR,
    &tee::DATA,
];

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for spec in PUBLIC {
        module.set(gil, spec.name, builder::build(gil, spec).into_value());
    }
    Ok(())
}

/// The table of an iterator's type.
const fn spec(
    name: &'static str,
    signature: &'static str,
    doc: &'static str,
    layout: fn() -> &'static Layout,
    new: New,
    next: Next,
    methods: &'static [Function],
) -> TypeSpec {
    TypeSpec {
        name,
        module: "itertools",
        signature,
        doc,
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: flags::BASE,
        slots: SlotTable {
            new: Some(new),
            iter: Some(|_, value| Ok(value.clone())),
            next: Some(next),
            ..SlotTable::EMPTY
        },
        methods,
        attributes: &[],
    }
}

/// Copies and pickles of these iterators are on their way out.
fn deprecated(gil: Gil<'_>) -> Result<()> {
    let message = "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.";
    warning::warn(gil, Kind::DeprecationWarning, message)
}

/// What an iterator is made again by: its class, of these arguments, and its state where it has one.
fn remade(gil: Gil<'_>, value: &Value, arguments: Vec<Value>, state: Option<Value>) -> Result<Value> {
    deprecated(gil)?;
    let mut parts = vec![value.class(gil).to_value(), tuple::of(gil, arguments)];
    parts.extend(state);
    Ok(tuple::of(gil, parts))
}

/// A new iterator of a class.
fn made<T: crate::object::Payload>(gil: Gil<'_>, class: &Ref<Type>, iterator: T) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), iterator).into_value())
}

/// The parts of a state that must be a tuple of so many.
fn state_parts(gil: Gil<'_>, state: &Value, count: usize) -> Result<Vec<Value>> {
    deprecated(gil)?;
    let Some(parts) = tuple::items_of(state) else {
        return Err(type_error(gil, "state is not a tuple"));
    };
    if parts.len() != count {
        let message = format!("function takes exactly {count} arguments ({} given)", parts.len());
        return Err(type_error(gil, message));
    }
    Ok(parts)
}

/// Places in a pool, brought into bounds; `most` is the last place for each.
fn places_of(gil: Gil<'_>, state: &Value, count: usize, most: impl Fn(usize) -> usize) -> Result<Vec<usize>> {
    let Some(parts) = tuple::items_of(state) else {
        return Err(type_error(gil, "state is not a tuple"));
    };
    if parts.len() != count {
        return Err(value_error(gil, "invalid arguments"));
    }
    let mut places = Vec::with_capacity(count);
    for (number, part) in parts.iter().enumerate() {
        let place = endless::size(gil, part)?.max(0) as usize;
        places.push(place.min(most(number)));
    }
    Ok(places)
}

/// Places as a tuple.
fn shown_places(gil: Gil<'_>, places: &[usize]) -> Value {
    tuple::of(gil, places.iter().map(|place| crate::modules::convert::int(gil, *place as i64)).collect())
}

const REDUCE: &str = "Return state information for pickling.";
const SET_STATE: &str = "Set state information for unpickling.";
