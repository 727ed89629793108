//! Iterators over iterators: `enumerate`, `zip`, `map`, `filter`, `reversed`.

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{
    Arguments, Payload, Raised, Ref, Result, SlotTable, Storage, Text, Type, Value, Visit, operations,
};
use crate::payload;

use smallvec::SmallVec;

use super::range::{self, Range};
use super::tuple::Tuple;
use super::{int, tuple};

fn itself(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.clone())
}

/// The positional arguments of an iterator that takes no others; a subclass with an `__init__` of its own may.
pub fn no_keywords<'a>(
    gil: Gil<'_>,
    class: &Ref<Type>,
    name: &str,
    arguments: Arguments<'a>,
) -> Result<&'a [Value]> {
    let own_init = match (class.slots.init.get(), super::object::class(gil).slots.init.get()) {
        (Some(own), Some(inherited)) => !std::ptr::fn_addr_eq(own, inherited),
        (own, _) => own.is_some(),
    };
    if !own_init {
        arguments.no_keywords(gil, name)?;
    }
    Ok(arguments.positionals())
}

/// What an iterator is made again by: its class, of these arguments.
fn remade(gil: Gil<'_>, value: &Value, arguments: Vec<Value>) -> Result<Value> {
    Ok(tuple::of(gil, vec![value.class(gil).to_value(), tuple::of(gil, arguments)]))
}

const REDUCE_DOC: &str = "Return state information for pickling.";
const SET_STATE_DOC: &str = "Set state information for unpickling.";

const fn spec(
    name: &'static str,
    signature: &'static str,
    doc: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    new: crate::object::slots::New,
    next: crate::object::slots::Next,
    methods: &'static [Function],
) -> TypeSpec {
    TypeSpec {
        name,
        module: "builtins",
        signature,
        doc,
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: flags::BASE,
        slots: SlotTable { new: Some(new), iter: Some(itself), next: Some(next), ..SlotTable::EMPTY },
        methods,
        attributes: &[],
    }
}

/// The payload of `enumerate`.
pub struct Enumerate {
    pub iterator: Value,
    pub number: RefCell<Value>,
}

impl Payload for Enumerate {
    payload!(Enumerate, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.iterator);
        visit(&self.number.borrow());
    }
}

/// The two arguments of `enumerate`, whose messages are its own.
fn enumerate_arguments<'a>(gil: Gil<'_>, arguments: Arguments<'a>) -> Result<(&'a Value, Option<&'a Value>)> {
    let wrong_keyword = |name: &Ref<Text>| {
        let message = format!("'{}' is an invalid keyword argument for enumerate()", name.lossy());
        type_error(gil, message)
    };
    let (given, positionals) = (arguments.values.len(), arguments.positionals());
    if given > 2 {
        return Err(type_error(gil, format!("enumerate() takes at most 2 arguments ({given} given)")));
    }
    let (mut iterable, mut start) = (positionals.first(), positionals.get(1));
    for (name, value) in arguments.keywords() {
        match name.bytes() {
            b"iterable" if iterable.is_none() => iterable = Some(value),
            b"start" if start.is_none() && (iterable.is_some() || given == 2) => start = Some(value),
            _ => return Err(wrong_keyword(name)),
        }
    }
    match iterable {
        Some(iterable) => Ok((iterable, start)),
        None => Err(type_error(gil, "enumerate() missing required argument 'iterable'")),
    }
}

fn enumerate_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let (iterable, start) = enumerate_arguments(gil, arguments)?;
    let iterator = operations::iterate(gil, iterable)?;
    let number = match start {
        None => int::from_i64(gil, 0),
        Some(start) => match start.class(gil).slots.index.get() {
            Some(slot) => slot(gil, start)?,
            None => {
                let name = start.class(gil).name();
                return Err(type_error(gil, format!("'{name}' object cannot be interpreted as an integer")));
            }
        },
    };
    let number = RefCell::new(number);
    Ok(Ref::with_shape(gil, class.root(), Enumerate { iterator, number }).into_value())
}

fn enumerate_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(enumerate) = value.downcast::<Enumerate>() else { return Ok(None) };
    let Some(item) = operations::next(gil, &enumerate.iterator)? else { return Ok(None) };
    let number = enumerate.number.borrow().clone();
    let one = int::from_i64(gil, 1);
    let following = match number.bits().as_int() {
        Some(number) => int::from_i64(gil, number + 1),
        None => operations::binary(gil, crate::object::Operator::Add, &number, &one)?,
    };
    let old = enumerate.number.replace(following);
    drop(old);
    Ok(Some(tuple::pair(gil, number, item)))
}

fn enumerate_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(enumerate) = value.downcast::<Enumerate>() else { return Ok(Value::NONE) };
    let number = enumerate.number.borrow().clone();
    remade(gil, value, vec![enumerate.iterator.clone(), number])
}

/// `enumerate`.
pub static ENUMERATE: TypeSpec = spec(
    "enumerate",
    "(iterable, start=0)",
    "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs \
     containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable \
     argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
    Enumerate::layout,
    enumerate_new,
    enumerate_next,
    &[
        Function::new("__reduce__", "", REDUCE_DOC, enumerate_reduce),
        Function::class("__class_getitem__", "", "See PEP 585", super::generic_alias::class_item),
    ],
);

/// The payload of `zip`.
pub struct Zip {
    pub iterators: Vec<Value>,
    strict: Cell<bool>,
}

impl Payload for Zip {
    payload!(Zip, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.iterators.iter().for_each(visit);
    }
}

fn zip_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let mut strict = false;
    for (name, value) in arguments.keywords() {
        if name.bytes() != b"strict" {
            return Err(crate::object::unexpected_keyword(gil, "zip", &name.lossy(), &["strict"]));
        }
        strict = operations::truth(gil, value)?;
    }
    let mut iterators = Vec::new();
    for iterable in arguments.positionals() {
        iterators.push(operations::iterate(gil, iterable)?);
    }
    Ok(Ref::with_shape(gil, class.root(), Zip { iterators, strict: Cell::new(strict) }).into_value())
}

fn zip_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(zip) = value.downcast::<Zip>() else { return Ok(None) };
    if zip.iterators.is_empty() {
        return Ok(None);
    }
    let mut items: SmallVec<[Value; 4]> = SmallVec::new();
    for (place, iterator) in zip.iterators.iter().enumerate() {
        match operations::next(gil, iterator)? {
            Some(item) => items.push(item),
            None if zip.strict.get() => return uneven(gil, zip, place).map(|()| None),
            None => return Ok(None),
        }
    }
    Ok(Some(Ref::new(gil, Tuple { items }).into_value()))
}

/// One iterator of a strict `zip` has ended: have the others?
fn uneven(gil: Gil<'_>, zip: &Zip, ended: usize) -> Result<()> {
    let before = |place: usize| match place {
        1 => "argument 1".to_owned(),
        _ => format!("arguments 1-{place}"),
    };
    if ended > 0 {
        let message = format!("zip() argument {} is shorter than {}", ended + 1, before(ended));
        return Err(value_error(gil, message));
    }
    for (place, iterator) in zip.iterators.iter().enumerate().skip(1) {
        if operations::next(gil, iterator)?.is_some() {
            let message = format!("zip() argument {} is longer than {}", place + 1, before(place));
            return Err(value_error(gil, message));
        }
    }
    Ok(())
}

fn zip_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(zip) = value.downcast::<Zip>() else { return Ok(Value::NONE) };
    let mut parts = vec![value.class(gil).to_value(), tuple::of(gil, zip.iterators.clone())];
    if zip.strict.get() {
        parts.push(Value::TRUE);
    }
    Ok(tuple::of(gil, parts))
}

fn zip_set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, strict] = arguments.method(gil, "__setstate__")?;
    let strict = operations::truth(gil, strict)?;
    if let Some(zip) = value.downcast::<Zip>() {
        zip.strict.set(strict);
    }
    Ok(Value::NONE)
}

/// `zip`.
pub static ZIP: TypeSpec = spec(
    "zip",
    "(*iterables, strict=False)",
    "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to \
     zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until \
     the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the \
     others,\nraise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', \
     2, 2)]",
    Zip::layout,
    zip_new,
    zip_next,
    &[
        Function::new("__reduce__", "", REDUCE_DOC, zip_reduce),
        Function::new("__setstate__", "", SET_STATE_DOC, zip_set_state),
    ],
);

/// The payload of `map`.
pub struct Map {
    function: Value,
    iterators: Vec<Value>,
}

impl Payload for Map {
    payload!(Map, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.function);
        self.iterators.iter().for_each(visit);
    }
}

fn map_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let [function, iterables @ ..] = no_keywords(gil, class, "map", arguments)? else {
        return Err(type_error(gil, "map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(type_error(gil, "map() must have at least two arguments."));
    }
    let mut iterators = Vec::new();
    for iterable in iterables {
        iterators.push(operations::iterate(gil, iterable)?);
    }
    let map = Map { function: function.clone(), iterators };
    Ok(Ref::with_shape(gil, class.root(), map).into_value())
}

fn map_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(map) = value.downcast::<Map>() else { return Ok(None) };
    let mut items = Vec::with_capacity(map.iterators.len());
    for iterator in &map.iterators {
        match operations::next(gil, iterator)? {
            Some(item) => items.push(item),
            None => return Ok(None),
        }
    }
    operations::call(gil, &map.function, Arguments::positional(&items)).map(Some)
}

fn map_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(map) = value.downcast::<Map>() else { return Ok(Value::NONE) };
    let mut parts = vec![map.function.clone()];
    parts.extend_from_slice(&map.iterators);
    remade(gil, value, parts)
}

/// `map`.
pub static MAP: TypeSpec = spec(
    "map",
    "(function, iterable, /, *iterables)",
    "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest \
     iterable is exhausted.",
    Map::layout,
    map_new,
    map_next,
    &[Function::new("__reduce__", "", REDUCE_DOC, map_reduce)],
);

/// The payload of `filter`.
pub struct Filter {
    function: Value,
    iterator: Value,
}

impl Payload for Filter {
    payload!(Filter, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.function);
        visit(&self.iterator);
    }
}

fn filter_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let given = no_keywords(gil, class, "filter", arguments)?;
    let given = Arguments::positional(given).between(gil, "filter", 2, 2)?;
    let filter = Filter { function: given[0].clone(), iterator: operations::iterate(gil, &given[1])? };
    Ok(Ref::with_shape(gil, class.root(), filter).into_value())
}

fn filter_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(filter) = value.downcast::<Filter>() else { return Ok(None) };
    while let Some(item) = operations::next(gil, &filter.iterator)? {
        let wanted = match filter.function.is_none() {
            true => operations::truth(gil, &item)?,
            false => {
                let answer = operations::call_one(gil, &filter.function, &item)?;
                operations::truth(gil, &answer)?
            }
        };
        if wanted {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

fn filter_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(filter) = value.downcast::<Filter>() else { return Ok(Value::NONE) };
    remade(gil, value, vec![filter.function.clone(), filter.iterator.clone()])
}

/// `filter`.
pub static FILTER: TypeSpec = spec(
    "filter",
    "(function, iterable, /)",
    "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return \
     the items that are true.",
    Filter::layout,
    filter_new,
    filter_next,
    &[Function::new("__reduce__", "", REDUCE_DOC, filter_reduce)],
);

/// The payload of `reversed`, for what has a length and items by number.
pub struct Reversed {
    /// None once it is exhausted.
    sequence: RefCell<Option<Value>>,
    next: Cell<i64>,
}

impl Payload for Reversed {
    payload!(Reversed, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.sequence.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.sequence.take());
    }
}

fn reversed_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let given = no_keywords(gil, class, "reversed", arguments)?;
    let given = Arguments::positional(given).between(gil, "reversed", 1, 1)?;
    if let Some(range) = given[0].downcast::<Range>() {
        return Ok(range::reverse(gil, range));
    }
    if let Some(method) = operations::special_method(gil, &given[0], "__reversed__")? {
        if method.is_none() {
            return Err(not_reversible(gil, &given[0]));
        }
        return operations::call(gil, &method, Arguments::NONE);
    }
    let slots = &given[0].class(gil).slots;
    let is_sequence = slots.get_item.get().is_some() && !given[0].class(gil).has(flags::MAPPING);
    if !is_sequence || slots.length.get().is_none() {
        return Err(not_reversible(gil, &given[0]));
    }
    let next = Cell::new(operations::length(gil, &given[0])? as i64 - 1);
    let sequence = RefCell::new(Some(given[0].clone()));
    Ok(Ref::with_shape(gil, class.root(), Reversed { sequence, next }).into_value())
}

#[cold]
fn not_reversible(gil: Gil<'_>, value: &Value) -> Raised {
    type_error(gil, format!("'{}' object is not reversible", value.class(gil).name()))
}

fn reversed_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(reversed) = value.downcast::<Reversed>() else { return Ok(None) };
    let Some(sequence) = reversed.sequence.borrow().clone() else { return Ok(None) };
    let place = reversed.next.get();
    let found = match place {
        0.. => operations::get_item(gil, &sequence, &int::from_i64(gil, place)).map(Some),
        _ => Ok(None),
    };
    match found {
        Ok(Some(item)) => {
            reversed.next.set(place - 1);
            return Ok(Some(item));
        }
        Err(raised) if !raised.is(gil, Kind::IndexError) && !raised.is(gil, Kind::StopIteration) => {
            return Err(raised);
        }
        _ => {}
    }
    reversed.next.set(-1);
    drop(reversed.sequence.take());
    Ok(None)
}

fn reversed_length_hint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__length_hint__")?;
    let Some(reversed) = value.downcast::<Reversed>() else { return Ok(Value::NONE) };
    let sequence = reversed.sequence.borrow().clone();
    let length = sequence.map_or(Ok(0), |sequence| operations::length(gil, &sequence))? as i64;
    let left = reversed.next.get() + 1;
    Ok(int::from_i64(gil, if left > length { 0 } else { left }))
}

fn reversed_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(reversed) = value.downcast::<Reversed>() else { return Ok(Value::NONE) };
    let class = value.class(gil).to_value();
    let parts = match reversed.sequence.borrow().clone() {
        Some(sequence) => {
            vec![class, tuple::of(gil, vec![sequence]), int::from_i64(gil, reversed.next.get())]
        }
        None => vec![class, tuple::of(gil, vec![tuple::of(gil, Vec::new())])],
    };
    Ok(tuple::of(gil, parts))
}

fn reversed_set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, place] = arguments.method(gil, "__setstate__")?;
    let Some(place) = super::sequence::index(gil, place)? else {
        let name = place.class(gil).name();
        return Err(type_error(gil, format!("'{name}' object cannot be interpreted as an integer")));
    };
    let Some(reversed) = value.downcast::<Reversed>() else { return Ok(Value::NONE) };
    if let Some(sequence) = reversed.sequence.borrow().clone() {
        let length = operations::length(gil, &sequence)? as i64;
        reversed.next.set(place.clamp(-1, length - 1));
    }
    Ok(Value::NONE)
}

/// `reversed`.
pub static REVERSED: TypeSpec = spec(
    "reversed",
    "(sequence, /)",
    "Return a reverse iterator over the values of the given sequence.",
    Reversed::layout,
    reversed_new,
    reversed_next,
    &[
        Function::new(
            "__length_hint__",
            "",
            "Private method returning an estimate of len(list(it)).",
            reversed_length_hint,
        ),
        Function::new("__reduce__", "", REDUCE_DOC, reversed_reduce),
        Function::new("__setstate__", "", SET_STATE_DOC, reversed_set_state),
    ],
);
