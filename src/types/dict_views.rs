//! Views of a dict, `keys()`, `values()` and `items()`, and their iterators.

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::runtime_error;
use crate::object::table::Entry;
use crate::object::{
    Arguments, Comparison, Payload, Ref, Result, SlotTable, Storage, Value, Visit, operations,
};
use crate::payload;

use super::dict::Dict;
use super::{keyed, sequence, tuple};

/// What of an entry is seen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Key,
    Value,
    Both,
}

fn part(gil: Gil<'_>, part: Part, entry: &Entry) -> Value {
    match part {
        Part::Key => entry.key.clone(),
        Part::Value => entry.value.clone(),
        Part::Both => tuple::of(gil, vec![entry.key.clone(), entry.value.clone()]),
    }
}

macro_rules! views {
    ($($name:ident $part:ident;)*) => {
        $(
            /// The payload of a view.
            pub struct $name(Ref<Dict>);

            impl Payload for $name {
                payload!($name, tracked);

                fn traverse(&self, visit: Visit<'_>) {
                    visit(self.0.as_value());
                }
            }
        )*

        /// A view's dict, and what of it is seen.
        fn of(value: &Value) -> Option<(Ref<Dict>, Part)> {
            $(if let Some(view) = value.downcast::<$name>() {
                return Some((view.0.clone(), Part::$part));
            })*
            None
        }
    };
}

views! {
    Keys Key;
    Values Value;
    Items Both;
}

/// A view of a dict.
pub fn view(gil: Gil<'_>, dict: &Ref<Dict>, part: Part) -> Value {
    match part {
        Part::Key => Ref::new(gil, Keys(dict.clone())).into_value(),
        Part::Value => Ref::new(gil, Values(dict.clone())).into_value(),
        Part::Both => Ref::new(gil, Items(dict.clone())).into_value(),
    }
}

/// An iterator over a dict, which it lets go of at its end.
pub struct DictIterator {
    dict: RefCell<Option<Ref<Dict>>>,
    part: Part,
    next: Cell<usize>,
    /// The number of keys at the start: it must not change.
    length: usize,
    backwards: bool,
}

impl Payload for DictIterator {
    payload!(DictIterator, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        if let Some(dict) = &*self.dict.borrow() {
            visit(dict.as_value());
        }
    }

    fn clear(&self) {
        drop(self.dict.take());
    }
}

/// An iterator over a part of each entry.
pub fn iterate(gil: Gil<'_>, dict: &Ref<Dict>, part: Part, backwards: bool) -> Value {
    let (positions, length) = {
        let table = dict.table.borrow();
        (table.positions(), table.length())
    };
    let next = Cell::new(if backwards { positions } else { 0 });
    let dict = RefCell::new(Some(dict.clone()));
    Ref::new(gil, DictIterator { dict, part, next, length, backwards }).into_value()
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(iterator) = value.downcast::<DictIterator>() else { return Ok(None) };
    let Some(dict) = iterator.dict.borrow().clone() else { return Ok(None) };
    if dict.table.borrow().length() != iterator.length {
        return Err(runtime_error(gil, "dictionary changed size during iteration"));
    }
    let found = {
        let table = dict.table.borrow();
        let place = iterator.next.get();
        if iterator.backwards {
            (0..place).rev().find_map(|place| Some((place, part(gil, iterator.part, table.entry(place)?))))
        } else {
            table.next_from(place).map(|(place, entry)| (place + 1, part(gil, iterator.part, entry)))
        }
    };
    match found {
        Some((next, item)) => {
            iterator.next.set(next);
            Ok(Some(item))
        }
        None => {
            drop(iterator.dict.take());
            Ok(None)
        }
    }
}

fn itself(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.clone())
}

fn view_iter(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(of(value).map_or(Value::NONE, |(dict, part)| iterate(gil, &dict, part, false)))
}

fn view_length(_gil: Gil<'_>, value: &Value) -> Result<usize> {
    Ok(of(value).map_or(0, |(dict, _)| dict.table.borrow().length()))
}

fn view_items(gil: Gil<'_>, value: &Value) -> Vec<Value> {
    let Some((dict, seen)) = of(value) else { return Vec::new() };
    let table = dict.table.borrow();
    table.iter().map(|entry| part(gil, seen, entry)).collect()
}

fn view_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let text = sequence::once(value, || sequence::shown(gil, &view_items(gil, value)))?;
    let name = value.class(gil).name();
    Ok(Ref::text(gil, &format!("{name}([{}])", text.as_deref().unwrap_or("..."))).into_value())
}

fn view_contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    match of(value) {
        Some((dict, Part::Key)) => Ok(keyed::find(gil, &dict.table, item)?.is_some()),
        Some((dict, Part::Both)) => match tuple::items_of(item).as_deref() {
            Some([key, wanted]) => match keyed::get(gil, &dict.table, key)? {
                Some(found) => operations::equal(gil, &found, wanted),
                None => Ok(false),
            },
            _ => Ok(false),
        },
        _ => sequence::contains(gil, &view_items(gil, value), item),
    }
}

fn view_compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let sized = |value: &Value| of(value).is_some() || super::set::table_of(value).is_some();
    if !sized(right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (own, other) = (view_items(gil, left).len(), operations::length(gil, right)?);
    let holds = match comparison {
        Comparison::Equal => own == other && all_in(gil, left, right)?,
        Comparison::NotEqual => !(own == other && all_in(gil, left, right)?),
        Comparison::Less => own < other && all_in(gil, left, right)?,
        Comparison::LessEqual => own <= other && all_in(gil, left, right)?,
        Comparison::Greater => own > other && all_in(gil, right, left)?,
        Comparison::GreaterEqual => own >= other && all_in(gil, right, left)?,
    };
    Ok(Value::bool(holds))
}

fn all_in(gil: Gil<'_>, items: &Value, container: &Value) -> Result<bool> {
    for item in operations::collect(gil, items)? {
        if !operations::contains(gil, container, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A set operation of a view: that of a set of its items.
fn as_sets(gil: Gil<'_>, left: &Value, right: &Value, operator: crate::object::Operator) -> Result<Value> {
    let set = |value: &Value| super::set::of(gil, operations::collect(gil, value)?);
    let (left, right) = (set(left)?, set(right)?);
    operations::binary(gil, operator, &left, &right)
}

fn view_reversed(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(of(&arguments.values[0]).map_or(Value::NONE, |(dict, part)| iterate(gil, &dict, part, true)))
}

fn is_disjoint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [view, other] = arguments.exactly::<2>(gil, "isdisjoint")?;
    for item in operations::collect(gil, other)? {
        if view_contains(gil, view, &item)? {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

const METHODS: &[Function] = &[
    Function::new("__reversed__", "", "", view_reversed),
    Function::new(
        "isdisjoint",
        "",
        "Return True if the view and the given iterable have a null intersection.",
        is_disjoint,
    ),
];

const fn spec(
    name: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    set_like: bool,
) -> TypeSpec {
    use crate::object::Operator;
    let mut slots = SlotTable {
        iter: Some(view_iter),
        length: Some(view_length),
        repr: Some(view_repr),
        contains: Some(view_contains),
        ..SlotTable::EMPTY
    };
    if set_like {
        slots.compare = Some(view_compare);
        slots.binary[Operator::BitAnd as usize] =
            Some(|gil, left, right| as_sets(gil, left, right, Operator::BitAnd));
        slots.binary[Operator::BitOr as usize] =
            Some(|gil, left, right| as_sets(gil, left, right, Operator::BitOr));
        slots.binary[Operator::BitXor as usize] =
            Some(|gil, left, right| as_sets(gil, left, right, Operator::BitXor));
        slots.binary[Operator::Subtract as usize] =
            Some(|gil, left, right| as_sets(gil, left, right, Operator::Subtract));
    }
    TypeSpec {
        name,
        module: "builtins",
        doc: "",
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: flags::NO_INSTANCES,
        slots,
        methods: METHODS,
        attributes: &[],
    }
}

/// `dict_keys`.
pub static KEYS: TypeSpec = spec("dict_keys", Keys::layout, true);
/// `dict_values`.
pub static VALUES: TypeSpec = spec("dict_values", Values::layout, false);
/// `dict_items`.
pub static ITEMS: TypeSpec = spec("dict_items", Items::layout, true);

/// The type of a dict's iterators.
pub static ITERATOR: TypeSpec = TypeSpec {
    name: "dict_keyiterator",
    module: "builtins",
    doc: "",
    base: None,
    layout: DictIterator::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable { iter: Some(itself), next: Some(next), ..SlotTable::EMPTY },
    methods: &[],
    attributes: &[],
};
