//! Views of a dict, `keys()`, `values()` and `items()`; in `iterator`, their iterators.

pub mod iterator;

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::table::Entry;
use crate::object::{
    Arguments, Comparison, Payload, Ref, Result, SlotTable, Storage, Value, Visit, operations,
};
use crate::payload;

use super::dict::Dict;
use super::set::{self, algebra};
use super::{keyed, mapping_proxy, sequence, tuple};

pub use iterator::iterate;

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
        Part::Both => tuple::pair(gil, entry.key.clone(), entry.value.clone()),
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
    let Some(text) = text else { return Ok(Ref::text(gil, "...").into_value()) };
    Ok(Ref::text(gil, &format!("{}([{text}])", value.class(gil).name())).into_value())
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

/// Is it a view of keys or items, which are like sets?
fn is_like_set(value: &Value) -> bool {
    of(value).is_some_and(|(_, part)| part != Part::Value)
}

fn view_compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    if !is_like_set(right) && set::members_of(right).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (own, other) = (operations::length(gil, left)?, operations::length(gil, right)?);
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
    let iterator = operations::iterate(gil, items)?;
    while let Some(item) = operations::next(gil, &iterator)? {
        if !operations::contains(gil, container, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A set of what the left operand holds, to be changed by the right one.
fn as_set(gil: Gil<'_>, left: &Value) -> Result<algebra::Table> {
    match of(left) {
        Some((dict, Part::Key)) => algebra::table_of_items(gil, dict.as_value()),
        _ => algebra::table_of_items(gil, left),
    }
}

fn changed(
    gil: Gil<'_>,
    left: &Value,
    right: &Value,
    change: fn(Gil<'_>, &algebra::Table, &Value) -> Result<()>,
) -> Result<Value> {
    let result = as_set(gil, left)?;
    change(gil, &result, right)?;
    Ok(algebra::set(gil, result))
}

fn and(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let (mut view, mut other) = if is_like_set(left) { (left, right) } else { (right, left) };
    let length = operations::length(gil, view)?;
    if other.is_exact::<set::Set>(gil) && length <= operations::length(gil, other)? {
        return operations::call_method(gil, other, "intersection", std::slice::from_ref(view));
    }
    if is_like_set(other) && operations::length(gil, other)? > length {
        (view, other) = (other, view);
    }
    let result = algebra::Table::default();
    operations::for_each(gil, other, |item| match view_contains(gil, view, &item)? {
        true => algebra::add(gil, &result, &item),
        false => Ok(()),
    })?;
    Ok(algebra::set(gil, result))
}

fn view_reversed(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.method::<1>(gil, "__reversed__")?;
    Ok(of(&arguments.values[0]).map_or(Value::NONE, |(dict, part)| iterate(gil, &dict, part, true)))
}

fn is_disjoint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let name = format!("{}.isdisjoint", arguments.values[0].class(gil).name());
    let [other] = arguments.without_first().exactly::<1>(gil, &name)?;
    let iterator = operations::iterate(gil, other)?;
    while let Some(item) = operations::next(gil, &iterator)? {
        if view_contains(gil, &arguments.values[0], &item)? {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

fn mapping(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(of(value).map_or(Value::NONE, |(dict, _)| mapping_proxy::of(gil, dict.as_value())))
}

const REVERSED: Function =
    Function::new("__reversed__", "", "Return a reverse iterator over the dict's contents.", view_reversed);

static VALUES_METHODS: [Function; 1] = [REVERSED];
static SET_METHODS: [Function; 2] = [
    REVERSED,
    Function::new(
        "isdisjoint",
        "",
        "Return True if the view and the given iterable have a null intersection.",
        is_disjoint,
    ),
];

static MAPPING: [Attribute; 1] =
    [Attribute::read_only("mapping", "dictionary that this view refers to", mapping)];

const fn spec(
    name: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    set_like: bool,
) -> TypeSpec {
    use crate::object::Operator;
    let methods: &[Function] = if set_like { &SET_METHODS } else { &VALUES_METHODS };
    let mut slots = SlotTable {
        iter: Some(view_iter),
        length: Some(view_length),
        repr: Some(view_repr),
        contains: if set_like { Some(view_contains) } else { None },
        ..SlotTable::EMPTY
    };
    if set_like {
        slots.compare = Some(view_compare);
        slots.binary[Operator::BitAnd as usize] = Some(and);
        slots.binary[Operator::BitOr as usize] =
            Some(|gil, left, right| changed(gil, left, right, algebra::update));
        slots.binary[Operator::BitXor as usize] =
            Some(|gil, left, right| changed(gil, left, right, algebra::symmetric_update));
        slots.binary[Operator::Subtract as usize] =
            Some(|gil, left, right| changed(gil, left, right, algebra::subtract));
    }
    TypeSpec {
        name,
        module: "builtins",
        signature: "",
        doc: "",
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: flags::NO_INSTANCES,
        slots,
        methods,
        attributes: &MAPPING,
    }
}

/// `dict_keys`.
pub static KEYS: TypeSpec = spec("dict_keys", Keys::layout, true);
/// `dict_values`.
pub static VALUES: TypeSpec = spec("dict_values", Values::layout, false);
/// `dict_items`.
pub static ITEMS: TypeSpec = spec("dict_items", Items::layout, true);
