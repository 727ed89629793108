//! Iterators over iterators: `enumerate`, `zip`, `map`, `filter`, `reversed`.

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::TypeSpec;
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{
    Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value, Visit, operations,
};
use crate::payload;

use super::{int, tuple};

fn itself(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.clone())
}

const fn spec(
    name: &'static str,
    doc: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    new: crate::object::slots::New,
    next: crate::object::slots::Next,
) -> TypeSpec {
    TypeSpec {
        name,
        module: "builtins",
        doc,
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: flags::BASE,
        slots: SlotTable { new: Some(new), iter: Some(itself), next: Some(next), ..SlotTable::EMPTY },
        methods: &[],
        attributes: &[],
    }
}

/// The payload of `enumerate`.
pub struct Enumerate {
    iterator: Value,
    number: RefCell<Value>,
}

impl Payload for Enumerate {
    payload!(Enumerate, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.iterator);
        visit(&self.number.borrow());
    }
}

fn enumerate_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["iterable", "start"], 1);
    let [iterable, start] = arguments.bind(gil, "enumerate", &SIGNATURE)?;
    let iterator = operations::iterate(gil, iterable.unwrap_or(&Value::NONE))?;
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
    Ok(Some(tuple::of(gil, vec![number, item])))
}

/// `enumerate`.
pub static ENUMERATE: TypeSpec =
    spec("enumerate", "Return an enumerate object.", Enumerate::layout, enumerate_new, enumerate_next);

/// The payload of `zip`.
pub struct Zip {
    iterators: Vec<Value>,
    strict: bool,
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
            let name = name.lossy();
            return Err(type_error(gil, format!("zip() got an unexpected keyword argument '{name}'")));
        }
        strict = operations::truth(gil, value)?;
    }
    let mut iterators = Vec::new();
    for (place, iterable) in arguments.positionals().iter().enumerate() {
        iterators.push(operations::iterate(gil, iterable).map_err(|raised| {
            let class = iterable.class(gil);
            if raised.is(gil, Kind::TypeError) && class.slots.iter.get().is_none() {
                let name = class.name();
                let message = format!("'{name}' object is not iterable");
                let _ = place;
                return type_error(gil, message);
            }
            raised
        })?);
    }
    Ok(Ref::with_shape(gil, class.root(), Zip { iterators, strict }).into_value())
}

fn zip_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(zip) = value.downcast::<Zip>() else { return Ok(None) };
    if zip.iterators.is_empty() {
        return Ok(None);
    }
    let mut items = Vec::with_capacity(zip.iterators.len());
    for (place, iterator) in zip.iterators.iter().enumerate() {
        match operations::next(gil, iterator)? {
            Some(item) => items.push(item),
            None if zip.strict => return uneven(gil, zip, place).map(|()| None),
            None => return Ok(None),
        }
    }
    Ok(Some(tuple::of(gil, items)))
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

/// `zip`.
pub static ZIP: TypeSpec =
    spec("zip", "The zip object yields n-length tuples.", Zip::layout, zip_new, zip_next);

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
    let [function, iterables @ ..] = arguments.positionals() else {
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

/// `map`.
pub static MAP: TypeSpec = spec(
    "map",
    "Make an iterator that computes the function using arguments from each of the iterables.",
    Map::layout,
    map_new,
    map_next,
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
    let given = arguments.between(gil, "filter", 2, 2)?;
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

/// `filter`.
pub static FILTER: TypeSpec = spec(
    "filter",
    "Return an iterator yielding those items of iterable for which function(item) is true.",
    Filter::layout,
    filter_new,
    filter_next,
);

/// The payload of `reversed`, for what has a length and items by number.
pub struct Reversed {
    sequence: Value,
    next: Cell<i64>,
}

impl Payload for Reversed {
    payload!(Reversed, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.sequence);
    }
}

fn reversed_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "reversed", 1, 1)?;
    if let Some(reversed) = operations::call_special(gil, &given[0], "__reversed__", &[])? {
        return Ok(reversed);
    }
    let slots = &given[0].class(gil).slots;
    if slots.get_item.get().is_none() || slots.length.get().is_none() {
        let name = given[0].class(gil).name();
        return Err(type_error(gil, format!("'{name}' object is not reversible")));
    }
    let next = Cell::new(operations::length(gil, &given[0])? as i64 - 1);
    Ok(Ref::with_shape(gil, class.root(), Reversed { sequence: given[0].clone(), next }).into_value())
}

fn reversed_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(reversed) = value.downcast::<Reversed>() else { return Ok(None) };
    let place = reversed.next.get();
    if place < 0 {
        return Ok(None);
    }
    reversed.next.set(place - 1);
    match operations::get_item(gil, &reversed.sequence, &int::from_i64(gil, place)) {
        Ok(item) => Ok(Some(item)),
        Err(raised) if raised.is(gil, Kind::IndexError) || raised.is(gil, Kind::StopIteration) => {
            reversed.next.set(-1);
            Ok(None)
        }
        Err(raised) => Err(raised),
    }
}

/// `reversed`.
pub static REVERSED: TypeSpec = spec(
    "reversed",
    "Return a reverse iterator over the values of the given sequence.",
    Reversed::layout,
    reversed_new,
    reversed_next,
);
