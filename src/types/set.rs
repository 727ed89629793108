//! `set` and `frozenset`.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Kind, Raised};
use crate::object::{
    Arguments, Comparison, Operator, Payload, Ref, Result, SlotTable, Storage, Table, Type, Value, Visit,
    operations,
};
use crate::payload;

use super::{keyed, sequence};

/// The payload of `set`.
#[derive(Default)]
pub struct Set {
    pub table: RefCell<Table>,
}

impl Payload for Set {
    payload!(Set, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.table.borrow().traverse(visit);
    }

    fn clear(&self) {
        let table = self.table.borrow_mut().take();
        drop(table);
    }
}

/// The payload of `frozenset`.
#[derive(Default)]
pub struct FrozenSet {
    pub table: RefCell<Table>,
}

impl Payload for FrozenSet {
    payload!(FrozenSet, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.table.borrow().traverse(visit);
    }
}

/// The table of a set or frozenset.
pub fn table_of(value: &Value) -> Option<&RefCell<Table>> {
    match value.downcast::<Set>() {
        Some(set) => Some(&set.table),
        None => value.downcast::<FrozenSet>().map(|set| &set.table),
    }
}

fn table(value: &Value) -> &RefCell<Table> {
    match table_of(value) {
        Some(table) => table,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn filled(gil: Gil<'_>, items: Vec<Value>) -> Result<Table> {
    let table = RefCell::new(Table::with_capacity(items.len()));
    for item in items {
        keyed::set(gil, &table, &item, Value::NONE)?;
    }
    Ok(table.into_inner())
}

/// A set of these items.
pub fn of(gil: Gil<'_>, items: Vec<Value>) -> Result<Value> {
    Ok(Ref::new(gil, Set { table: RefCell::new(filled(gil, items)?) }).into_value())
}

fn items(value: &Value) -> Vec<Value> {
    table(value).borrow().iter().map(|entry| entry.key.clone()).collect()
}

/// A set of the same kind as another.
fn like(gil: Gil<'_>, value: &Value, items: Vec<Value>) -> Result<Value> {
    let table = RefCell::new(filled(gil, items)?);
    Ok(match value.downcast::<Set>() {
        Some(_) => Ref::new(gil, Set { table }).into_value(),
        None => Ref::new(gil, FrozenSet { table }).into_value(),
    })
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Set::default()).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let given = arguments.between(gil, "set", 0, 1)?;
    let items = given.first().map_or(Ok(Vec::new()), |iterable| operations::collect(gil, iterable))?;
    let old = table(value).replace(filled(gil, items)?);
    drop(old);
    Ok(())
}

fn frozen_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "frozenset", 0, 1)?;
    let items = given.first().map_or(Ok(Vec::new()), |iterable| operations::collect(gil, iterable))?;
    let table = RefCell::new(filled(gil, items)?);
    Ok(Ref::with_shape(gil, class.root(), FrozenSet { table }).into_value())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let (items, class) = (items(value), value.class(gil).name());
    let plain = value.is_exact::<Set>(gil);
    if items.is_empty() {
        return Ok(Ref::text(gil, &format!("{class}()")).into_value());
    }
    let text = sequence::once(value, || {
        let shown = sequence::shown(gil, &items)?;
        Ok(if plain { format!("{{{shown}}}") } else { format!("{class}({{{shown}}})") })
    })?;
    Ok(Ref::text(gil, &text.unwrap_or_else(|| format!("{class}(...)"))).into_value())
}

fn frozen_hash(_gil: Gil<'_>, value: &Value) -> Result<i64> {
    let mut hash = 0_u64;
    let table = table(value).borrow();
    for entry in table.iter() {
        let mixed = (entry.hash ^ 89_869_747 ^ entry.hash << 16).wrapping_mul(3_644_798_167);
        hash ^= mixed;
    }
    hash ^= (table.length() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= hash >> 11 ^ hash >> 25;
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    Ok(if hash == u64::MAX { 590_923_713 } else { hash as i64 })
}

fn is_subset(gil: Gil<'_>, left: &Value, right: &Value) -> Result<bool> {
    for item in items(left) {
        if keyed::find(gil, table(right), &item)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    if table_of(right).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (own, other) = (table(left).borrow().length(), table(right).borrow().length());
    let holds = match comparison {
        Comparison::Equal => own == other && is_subset(gil, left, right)?,
        Comparison::NotEqual => !(own == other && is_subset(gil, left, right)?),
        Comparison::Less => own < other && is_subset(gil, left, right)?,
        Comparison::LessEqual => own <= other && is_subset(gil, left, right)?,
        Comparison::Greater => own > other && is_subset(gil, right, left)?,
        Comparison::GreaterEqual => own >= other && is_subset(gil, right, left)?,
    };
    Ok(Value::bool(holds))
}

fn iter(gil: Gil<'_>, value: &Value) -> Result<Value> {
    sequence::iterate(gil, &super::tuple::of(gil, items(value)))
}

fn length(_gil: Gil<'_>, value: &Value) -> Result<usize> {
    Ok(table(value).borrow().length())
}

fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    Ok(keyed::find(gil, table(value), item)?.is_some())
}

/// The items of the result of a set operation.
fn combined(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Vec<Value>> {
    let both = |value: &Value, other: &Value, wanted: bool| -> Result<Vec<Value>> {
        let mut kept = Vec::new();
        for item in items(value) {
            if keyed::find(gil, table(other), &item)?.is_some() == wanted {
                kept.push(item);
            }
        }
        Ok(kept)
    };
    match operator {
        Operator::BitAnd => both(left, right, true),
        Operator::Subtract => both(left, right, false),
        Operator::BitXor => Ok([both(left, right, false)?, both(right, left, false)?].concat()),
        _ => Ok([items(left), items(right)].concat()),
    }
}

fn operate(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    if table_of(left).is_none() || table_of(right).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    like(gil, left, combined(gil, operator, left, right)?)
}

fn operate_in_place(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    if table_of(right).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let new = filled(gil, combined(gil, operator, left, right)?)?;
    let old = table(left).replace(new);
    drop(old);
    Ok(left.clone())
}

/// A method that combines a set with iterables.
fn with_others(gil: Gil<'_>, arguments: Arguments<'_>, operator: Operator) -> Result<Value> {
    let mut result = like(gil, &arguments.values[0], items(&arguments.values[0]))?;
    for other in &arguments.values[1..] {
        let other = of(gil, operations::collect(gil, other)?)?;
        result = operate(gil, operator, &result, &other)?;
    }
    Ok(result)
}

fn update_with_others(gil: Gil<'_>, arguments: Arguments<'_>, operator: Operator) -> Result<Value> {
    for other in &arguments.values[1..] {
        let other = of(gil, operations::collect(gil, other)?)?;
        operate_in_place(gil, operator, &arguments.values[0], &other)?;
    }
    Ok(Value::NONE)
}

fn compared_with(gil: Gil<'_>, arguments: Arguments<'_>, comparison: Comparison) -> Result<Value> {
    let [set, other] = arguments.exactly::<2>(gil, "issubset")?;
    let other = of(gil, operations::collect(gil, other)?)?;
    compare(gil, set, &other, comparison)
}

fn is_disjoint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [set, other] = arguments.exactly::<2>(gil, "isdisjoint")?;
    for item in operations::collect(gil, other)? {
        if contains(gil, set, &item)? {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    like(gil, &arguments.values[0], items(&arguments.values[0]))
}

fn add(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [item] = arguments.without_first().exactly::<1>(gil, "set.add")?;
    if keyed::find(gil, table(&arguments.values[0]), item)?.is_none() {
        keyed::set(gil, table(&arguments.values[0]), item, Value::NONE)?;
    }
    Ok(Value::NONE)
}

fn discard(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [item] = arguments.without_first().exactly::<1>(gil, "set.discard")?;
    keyed::remove(gil, table(&arguments.values[0]), item)?;
    Ok(Value::NONE)
}

fn remove(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [item] = arguments.without_first().exactly::<1>(gil, "set.remove")?;
    match keyed::remove(gil, table(&arguments.values[0]), item)? {
        Some(_) => Ok(Value::NONE),
        None => Err(Raised::with_arguments(gil, Kind::KeyError, vec![item.clone()])),
    }
}

fn pop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let removed = {
        let mut table = table(&arguments.values[0]).borrow_mut();
        let first = table.next_from(0).map(|(position, _)| position);
        first.and_then(|position| table.remove(position))
    };
    match removed {
        Some(entry) => Ok(entry.key),
        None => {
            let message = Ref::text(gil, "pop from an empty set").into_value();
            Err(Raised::with_arguments(gil, Kind::KeyError, vec![message]))
        }
    }
}

fn clear(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let old = table(&arguments.values[0]).borrow_mut().take();
    drop(old);
    Ok(Value::NONE)
}

const fn shared(mut slots: SlotTable) -> SlotTable {
    slots.repr = Some(repr);
    slots.compare = Some(compare);
    slots.iter = Some(iter);
    slots.length = Some(length);
    slots.contains = Some(contains);
    slots.binary[Operator::BitAnd as usize] =
        Some(|gil, left, right| operate(gil, Operator::BitAnd, left, right));
    slots.binary[Operator::BitOr as usize] =
        Some(|gil, left, right| operate(gil, Operator::BitOr, left, right));
    slots.binary[Operator::BitXor as usize] =
        Some(|gil, left, right| operate(gil, Operator::BitXor, left, right));
    slots.binary[Operator::Subtract as usize] =
        Some(|gil, left, right| operate(gil, Operator::Subtract, left, right));
    slots
}

const SET_SLOTS: SlotTable = {
    let mut slots = shared(SlotTable { new: Some(new), init: Some(init), ..SlotTable::EMPTY });
    slots.inplace[Operator::BitAnd as usize] =
        Some(|gil, left, right| operate_in_place(gil, Operator::BitAnd, left, right));
    slots.inplace[Operator::BitOr as usize] =
        Some(|gil, left, right| operate_in_place(gil, Operator::BitOr, left, right));
    slots.inplace[Operator::BitXor as usize] =
        Some(|gil, left, right| operate_in_place(gil, Operator::BitXor, left, right));
    slots.inplace[Operator::Subtract as usize] =
        Some(|gil, left, right| operate_in_place(gil, Operator::Subtract, left, right));
    slots
};

const UNION: Function = Function::new(
    "union",
    "($self, /, *others)",
    "Return a new set with elements from the set and all others.",
    |gil, arguments| with_others(gil, arguments, Operator::BitOr),
);
const INTERSECTION: Function = Function::new(
    "intersection",
    "($self, /, *others)",
    "Return a new set with elements common to the set and all others.",
    |gil, arguments| with_others(gil, arguments, Operator::BitAnd),
);
const DIFFERENCE: Function = Function::new(
    "difference",
    "($self, /, *others)",
    "Return a new set with elements in the set that are not in the others.",
    |gil, arguments| with_others(gil, arguments, Operator::Subtract),
);
const SYMMETRIC_DIFFERENCE: Function = Function::new(
    "symmetric_difference",
    "($self, other, /)",
    "Return a new set with elements in either the set or other but not both.",
    |gil, arguments| with_others(gil, arguments, Operator::BitXor),
);
const IS_SUBSET: Function = Function::new(
    "issubset",
    "($self, other, /)",
    "Report whether another set contains this set.",
    |gil, arguments| compared_with(gil, arguments, Comparison::LessEqual),
);
const IS_SUPERSET: Function = Function::new(
    "issuperset",
    "($self, other, /)",
    "Report whether this set contains another set.",
    |gil, arguments| compared_with(gil, arguments, Comparison::GreaterEqual),
);
const IS_DISJOINT: Function = Function::new(
    "isdisjoint",
    "($self, other, /)",
    "Return True if two sets have a null intersection.",
    is_disjoint,
);
const COPY: Function = Function::new("copy", "($self, /)", "Return a shallow copy of a set.", copy);

/// `set`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "set",
    module: "builtins",
    doc: "Build an unordered collection of unique elements.",
    base: None,
    layout: Set::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::WEAKLY_REFERENCED | flags::MATCH_SELF,
    slots: SET_SLOTS,
    methods: &[
        Function::class("__class_getitem__", "", "See PEP 585", super::generic_alias::class_item),
        UNION,
        INTERSECTION,
        DIFFERENCE,
        SYMMETRIC_DIFFERENCE,
        IS_SUBSET,
        IS_SUPERSET,
        IS_DISJOINT,
        COPY,
        Function::new("add", "($self, object, /)", "Add an element to a set.", add),
        Function::new(
            "discard",
            "($self, object, /)",
            "Remove an element from a set if it is a member.",
            discard,
        ),
        Function::new(
            "remove",
            "($self, object, /)",
            "Remove an element from a set; it must be a member.",
            remove,
        ),
        Function::new("pop", "($self, /)", "Remove and return an arbitrary set element.", pop),
        Function::new("clear", "($self, /)", "Remove all elements from this set.", clear),
        Function::new(
            "update",
            "($self, /, *others)",
            "Update the set, adding elements from all others.",
            |gil, arguments| update_with_others(gil, arguments, Operator::BitOr),
        ),
        Function::new(
            "intersection_update",
            "($self, /, *others)",
            "Update the set, keeping only elements found in it and all others.",
            |gil, arguments| update_with_others(gil, arguments, Operator::BitAnd),
        ),
        Function::new(
            "difference_update",
            "($self, /, *others)",
            "Update the set, removing elements found in others.",
            |gil, arguments| update_with_others(gil, arguments, Operator::Subtract),
        ),
        Function::new(
            "symmetric_difference_update",
            "($self, other, /)",
            "Update the set, keeping only elements found in either set, but not in both.",
            |gil, arguments| update_with_others(gil, arguments, Operator::BitXor),
        ),
    ],
    attributes: &[],
};

/// `frozenset`.
pub static FROZEN_SPEC: TypeSpec = TypeSpec {
    name: "frozenset",
    module: "builtins",
    doc: "Build an immutable unordered collection of unique elements.",
    base: None,
    layout: FrozenSet::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::WEAKLY_REFERENCED | flags::MATCH_SELF,
    slots: shared(SlotTable { new: Some(frozen_new), hash: Some(frozen_hash), ..SlotTable::EMPTY }),
    methods: &[
        Function::class("__class_getitem__", "", "See PEP 585", super::generic_alias::class_item),
        UNION,
        INTERSECTION,
        DIFFERENCE,
        SYMMETRIC_DIFFERENCE,
        IS_SUBSET,
        IS_SUPERSET,
        IS_DISJOINT,
        COPY,
    ],
    attributes: &[],
};
