//! `set` and `frozenset`: `members` is their table, `algebra` what is looked up in and made of tables.

pub mod algebra;
pub mod iterator;
pub mod members;

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Kind, Raised};
use crate::object::{
    Arguments, Comparison, Operator, Payload, Ref, Result, SlotTable, Storage, Type, Value, Visit, operations,
};
use crate::payload;

use super::{int, list, sequence, tuple};
use algebra::Table;
use members::Members;

/// The payload of `set`.
#[derive(Default)]
pub struct Set {
    pub members: Table,
}

impl Payload for Set {
    payload!(Set, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.members.borrow().traverse(visit);
    }

    fn clear(&self) {
        drop(self.members.take());
    }
}

/// The payload of `frozenset`.
#[derive(Default)]
pub struct FrozenSet {
    pub members: Table,
}

impl Payload for FrozenSet {
    payload!(FrozenSet, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.members.borrow().traverse(visit);
    }
}

/// The table of a set or frozenset.
pub fn members_of(value: &Value) -> Option<&Table> {
    match value.downcast::<Set>() {
        Some(set) => Some(&set.members),
        None => value.downcast::<FrozenSet>().map(|set| &set.members),
    }
}

fn table(value: &Value) -> &Table {
    match members_of(value) {
        Some(table) => table,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

/// A set of these items.
pub fn of(gil: Gil<'_>, items: &[Value]) -> Result<Value> {
    let table = Table::default();
    for item in items {
        algebra::add(gil, &table, item)?;
    }
    Ok(algebra::set(gil, table))
}

/// A frozenset of these items.
pub fn frozen_of(gil: Gil<'_>, items: &[Value]) -> Result<Value> {
    let table = Table::default();
    for item in items {
        algebra::add(gil, &table, item)?;
    }
    Ok(algebra::frozen(gil, table))
}

/// A set of the same kind as another.
fn like(gil: Gil<'_>, value: &Value, table: Table) -> Value {
    if value.downcast::<Set>().is_some() { algebra::set(gil, table) } else { algebra::frozen(gil, table) }
}

fn items(value: &Value) -> Vec<Value> {
    table(value).borrow().iter().map(|(_, key)| key.clone()).collect()
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Set::default()).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let given = arguments.between(gil, "set", 0, 1)?;
    let old = table(value).take();
    drop(old);
    given.first().map_or(Ok(()), |iterable| algebra::update(gil, table(value), iterable))
}

fn frozen_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let exact = FrozenSet::layout().exact.get(gil).class();
    // A subclass with an `__init__` of its own may take keywords.
    let own_init = match (class.slots.init.get(), exact.slots.init.get()) {
        (Some(own), Some(inherited)) => !std::ptr::fn_addr_eq(own, inherited),
        (own, _) => own.is_some(),
    };
    let positional = Arguments::positional(arguments.positionals());
    let given = if own_init { positional } else { arguments }.between(gil, "frozenset", 0, 1)?;
    let members = match given.first() {
        Some(value) if class.is(exact) && value.is_exact::<FrozenSet>(gil) => return Ok(value.clone()),
        Some(iterable) => algebra::table_of_items(gil, iterable)?,
        None => Table::default(),
    };
    Ok(Ref::with_shape(gil, class.root(), FrozenSet { members }).into_value())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = value.class(gil).name();
    let text = sequence::once(value, || {
        let items = items(value);
        if items.is_empty() {
            return Ok(format!("{class}()"));
        }
        let shown = sequence::shown(gil, &items)?;
        Ok(if value.is_exact::<Set>(gil) { format!("{{{shown}}}") } else { format!("{class}({{{shown}}})") })
    })?;
    Ok(Ref::text(gil, &text.unwrap_or_else(|| format!("{class}(...)"))).into_value())
}

fn frozen_hash(_gil: Gil<'_>, value: &Value) -> Result<i64> {
    Ok(hash_of_members(table(value)))
}

/// The hash of a frozenset, which does not depend on the order.
fn hash_of_members(table: &Table) -> i64 {
    let mut hash = 0_u64;
    let members = table.borrow();
    for (of_key, _) in members.iter() {
        hash ^= (of_key ^ 89_869_747 ^ of_key << 16).wrapping_mul(3_644_798_167);
    }
    hash ^= (members.length() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= hash >> 11 ^ hash >> 25;
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash as i64 }
}

/// Does a comparison hold for two sets? None where only Python code could tell.
pub fn holds_plainly(comparison: Comparison, left: &Members, right: &Members) -> Option<bool> {
    let order = left.length().cmp(&right.length());
    match comparison {
        Comparison::Equal if order.is_eq() => left.all(right, true),
        Comparison::NotEqual if order.is_eq() => left.all(right, true).map(|same| !same),
        Comparison::NotEqual => Some(true),
        Comparison::Less if order.is_lt() => left.all(right, true),
        Comparison::LessEqual if order.is_le() => left.all(right, true),
        Comparison::Greater if order.is_gt() => right.all(left, true),
        Comparison::GreaterEqual if order.is_ge() => right.all(left, true),
        _ => Some(false),
    }
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let Some(other) = members_of(right) else { return Ok(Value::NOT_IMPLEMENTED) };
    let own = table(left);
    let (count, others) = (own.borrow().length(), other.borrow().length());
    let holds = match comparison {
        Comparison::Equal => count == others && algebra::is_subset(gil, own, other)?,
        Comparison::NotEqual => !(count == others && algebra::is_subset(gil, own, other)?),
        Comparison::Less => count < others && algebra::is_subset(gil, own, other)?,
        Comparison::LessEqual => algebra::is_subset(gil, own, other)?,
        Comparison::Greater => count > others && algebra::is_subset(gil, other, own)?,
        Comparison::GreaterEqual => algebra::is_subset(gil, other, own)?,
    };
    Ok(Value::bool(holds))
}

fn iter(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(iterator::of(gil, value))
}

fn length(_gil: Gil<'_>, value: &Value) -> Result<usize> {
    Ok(table(value).borrow().length())
}

/// Runs an operation on a key; a set as the key stands for the equal frozenset.
fn with_key<T>(gil: Gil<'_>, key: &Value, run: impl Fn(&Value) -> Result<T>) -> Result<T> {
    match (run(key), key.downcast::<Set>()) {
        (Err(raised), Some(set)) if raised.is(gil, Kind::TypeError) => {
            run(&algebra::frozen(gil, algebra::copy(&set.members)))
        }
        (result, _) => result,
    }
}

fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    with_key(gil, item, |key| algebra::contains(gil, table(value), key))
}

/// The result of an operator as a table; none where the operands are not both sets.
fn operate(gil: Gil<'_>, left: &Value, right: &Value, make: Make) -> Result<Value> {
    match (members_of(left), members_of(right)) {
        (Some(table), Some(_)) => Ok(like(gil, left, make(gil, table, right)?)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

type Make = fn(Gil<'_>, &Table, &Value) -> Result<Table>;
type Change = fn(Gil<'_>, &Table, &Value) -> Result<()>;

fn union(gil: Gil<'_>, table: &Table, other: &Value) -> Result<Table> {
    let result = algebra::copy(table);
    algebra::update(gil, &result, other)?;
    Ok(result)
}

fn intersect(gil: Gil<'_>, table: &Table, other: &Value) -> Result<()> {
    let old = table.replace(algebra::intersection(gil, table, other)?.into_inner());
    drop(old);
    Ok(())
}

fn operate_in_place(gil: Gil<'_>, left: &Value, right: &Value, change: Change) -> Result<Value> {
    if members_of(right).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    change(gil, table(left), right)?;
    Ok(left.clone())
}

/// A method that makes a set of the set and any number of iterables: the first by `make`, the result changed by the
/// others.
fn with_others(
    gil: Gil<'_>,
    arguments: Arguments<'_>,
    name: &str,
    make: Make,
    change: Change,
) -> Result<Value> {
    no_keywords(gil, arguments, name)?;
    let own = &arguments.values[0];
    let Some((first, others)) = arguments.values[1..].split_first() else {
        return Ok(like(gil, own, algebra::copy(table(own))));
    };
    let result = make(gil, table(own), first)?;
    for other in others {
        change(gil, &result, other)?;
    }
    Ok(like(gil, own, result))
}

/// A method that changes the set by any number of iterables, one after the other.
fn by_others(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, change: Change) -> Result<Value> {
    no_keywords(gil, arguments, name)?;
    for other in &arguments.values[1..] {
        change(gil, table(&arguments.values[0]), other)?;
    }
    Ok(Value::NONE)
}

fn no_keywords(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<()> {
    if arguments.names.is_empty() {
        return Ok(());
    }
    arguments.no_keywords(gil, &qualified(gil, arguments, name))
}

/// A method's name for messages, with that of the built-in type that has it.
fn qualified(_gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> String {
    let is_set = arguments.values.first().is_some_and(|value| value.downcast::<Set>().is_some());
    format!("{}.{name}", if is_set { "set" } else { "frozenset" })
}

/// The one argument of a method.
fn one<'a>(gil: Gil<'_>, arguments: Arguments<'a>, name: &str) -> Result<(&'a Table, &'a Value)> {
    if let ([own, other], []) = (arguments.values, arguments.names) {
        return Ok((table(own), other));
    }
    let [other] = arguments.without_first().exactly::<1>(gil, &qualified(gil, arguments, name))?;
    Ok((table(&arguments.values[0]), other))
}

fn none<'a>(gil: Gil<'_>, arguments: Arguments<'a>, name: &str) -> Result<&'a Table> {
    arguments.without_first().exactly::<0>(gil, &qualified(gil, arguments, name))?;
    Ok(table(&arguments.values[0]))
}

fn symmetric_difference(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (table, other) = one(gil, arguments, "symmetric_difference")?;
    Ok(like(gil, &arguments.values[0], algebra::symmetric_difference(gil, table, other)?))
}

fn is_subset(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (own, other) = one(gil, arguments, "issubset")?;
    match members_of(other) {
        Some(other) => algebra::is_subset(gil, own, other).map(Value::bool),
        None => {
            let common = algebra::intersection(gil, own, other)?.borrow().length();
            Ok(Value::bool(common == own.borrow().length()))
        }
    }
}

fn is_superset(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (own, other) = one(gil, arguments, "issuperset")?;
    if let Some(other) = members_of(other) {
        return algebra::is_subset(gil, other, own).map(Value::bool);
    }
    let iterator = operations::iterate(gil, other)?;
    while let Some(key) = operations::next(gil, &iterator)? {
        if !algebra::contains(gil, own, &key)? {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

fn is_disjoint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (table, other) = one(gil, arguments, "isdisjoint")?;
    algebra::is_disjoint(gil, table, other).map(Value::bool)
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let table = none(gil, arguments, "copy")?;
    let own = &arguments.values[0];
    if own.is_exact::<FrozenSet>(gil) {
        return Ok(own.clone());
    }
    Ok(like(gil, own, algebra::copy(table)))
}

fn has(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (_, item) = one(gil, arguments, "__contains__")?;
    contains(gil, &arguments.values[0], item).map(Value::bool)
}

fn size_of(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let capacity = none(gil, arguments, "__sizeof__")?.borrow().capacity();
    // As CPython counts: a head with eight places inside, and what is beyond those.
    let beyond = if capacity > 8 { capacity * 16 } else { 0 };
    Ok(int::from_i64(gil, (200 + beyond) as i64))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    none(gil, arguments, "__reduce__")?;
    let value = &arguments.values[0];
    let items = list::of(gil, items(value));
    let state = super::object::reduce::plain_state(gil, value)?;
    Ok(tuple::of(gil, vec![value.class(gil).to_value(), tuple::of(gil, vec![items]), state]))
}

/// Enters a member, if it is not there, into a set (or an instance of a subclass).
pub fn insert(gil: Gil<'_>, value: &Value, item: &Value) -> Result<()> {
    algebra::add(gil, table(value), item)
}

fn add(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (table, item) = one(gil, arguments, "add")?;
    algebra::add(gil, table, item)?;
    Ok(Value::NONE)
}

fn discard(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (table, item) = one(gil, arguments, "discard")?;
    with_key(gil, item, |key| algebra::discard(gil, table, key))?;
    Ok(Value::NONE)
}

fn remove(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (table, item) = one(gil, arguments, "remove")?;
    match with_key(gil, item, |key| algebra::discard(gil, table, key))? {
        true => Ok(Value::NONE),
        false => Err(Raised::with_arguments(gil, Kind::KeyError, vec![item.clone()])),
    }
}

fn pop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let removed = none(gil, arguments, "pop")?.borrow_mut().take_any();
    removed.ok_or_else(|| Raised::with_message(gil, Kind::KeyError, "pop from an empty set"))
}

fn clear(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let old = none(gil, arguments, "clear")?.take();
    drop(old);
    Ok(Value::NONE)
}

fn symmetric_update(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (table, other) = one(gil, arguments, "symmetric_difference_update")?;
    algebra::symmetric_update(gil, table, other)?;
    Ok(Value::NONE)
}

const fn shared(mut slots: SlotTable) -> SlotTable {
    slots.repr = Some(repr);
    slots.compare = Some(compare);
    slots.iter = Some(iter);
    slots.length = Some(length);
    slots.contains = Some(contains);
    slots.binary[Operator::BitAnd as usize] =
        Some(|gil, left, right| operate(gil, left, right, algebra::intersection));
    slots.binary[Operator::BitOr as usize] = Some(|gil, left, right| operate(gil, left, right, union));
    slots.binary[Operator::BitXor as usize] =
        Some(|gil, left, right| operate(gil, left, right, algebra::symmetric_difference));
    slots.binary[Operator::Subtract as usize] =
        Some(|gil, left, right| operate(gil, left, right, algebra::difference));
    slots
}

const SET_SLOTS: SlotTable = {
    let mut slots = shared(SlotTable { new: Some(new), init: Some(init), ..SlotTable::EMPTY });
    slots.inplace[Operator::BitAnd as usize] =
        Some(|gil, left, right| operate_in_place(gil, left, right, intersect));
    slots.inplace[Operator::BitOr as usize] =
        Some(|gil, left, right| operate_in_place(gil, left, right, algebra::update));
    slots.inplace[Operator::BitXor as usize] =
        Some(|gil, left, right| operate_in_place(gil, left, right, algebra::symmetric_update));
    slots.inplace[Operator::Subtract as usize] =
        Some(|gil, left, right| operate_in_place(gil, left, right, algebra::subtract));
    slots
};

const UNION: Function = Function::new(
    "union",
    "($self, /, *others)",
    "Return a new set with elements from the set and all others.",
    |gil, arguments| with_others(gil, arguments, "union", union, algebra::update),
);
const INTERSECTION: Function = Function::new(
    "intersection",
    "($self, /, *others)",
    "Return a new set with elements common to the set and all others.",
    |gil, arguments| with_others(gil, arguments, "intersection", algebra::intersection, intersect),
);
const DIFFERENCE: Function = Function::new(
    "difference",
    "($self, /, *others)",
    "Return a new set with elements in the set that are not in the others.",
    |gil, arguments| with_others(gil, arguments, "difference", algebra::difference, algebra::subtract),
);
const SYMMETRIC_DIFFERENCE: Function = Function::new(
    "symmetric_difference",
    "($self, other, /)",
    "Return a new set with elements in either the set or other but not both.",
    symmetric_difference,
);
const IS_SUBSET: Function = Function::new(
    "issubset",
    "($self, other, /)",
    "Report whether another set contains this set.",
    is_subset,
);
const IS_SUPERSET: Function = Function::new(
    "issuperset",
    "($self, other, /)",
    "Report whether this set contains another set.",
    is_superset,
);
const IS_DISJOINT: Function = Function::new(
    "isdisjoint",
    "($self, other, /)",
    "Return True if two sets have a null intersection.",
    is_disjoint,
);
const CONTAINS: Function =
    Function::new("__contains__", "($self, object, /)", "x.__contains__(y) <==> y in x.", has);
const SIZE_OF: Function =
    Function::new("__sizeof__", "($self, /)", "S.__sizeof__() -> size of S in memory, in bytes.", size_of);
const REDUCE: Function =
    Function::new("__reduce__", "($self, /)", "Return state information for pickling.", reduce);
const COPY: Function = Function::new("copy", "($self, /)", "Return a shallow copy of a set.", copy);

/// `set`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "set",
    module: "builtins",
    signature: "(iterable=(), /)",
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
        CONTAINS,
        SIZE_OF,
        REDUCE,
        Function::new(
            "add",
            "($self, object, /)",
            "Add an element to a set.\n\nThis has no effect if the element is already present.",
            add,
        ),
        Function::new(
            "discard",
            "($self, object, /)",
            "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan \
             exception when an element is missing from the set.",
            discard,
        ),
        Function::new(
            "remove",
            "($self, object, /)",
            "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.",
            remove,
        ),
        Function::new(
            "pop",
            "($self, /)",
            "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.",
            pop,
        ),
        Function::new("clear", "($self, /)", "Remove all elements from this set.", clear),
        Function::new(
            "update",
            "($self, /, *others)",
            "Update the set, adding elements from all others.",
            |gil, arguments| by_others(gil, arguments, "update", algebra::update),
        ),
        Function::new(
            "intersection_update",
            "($self, /, *others)",
            "Update the set, keeping only elements found in it and all others.",
            |gil, arguments| by_others(gil, arguments, "intersection_update", intersect),
        ),
        Function::new(
            "difference_update",
            "($self, /, *others)",
            "Update the set, removing elements found in others.",
            |gil, arguments| by_others(gil, arguments, "difference_update", algebra::subtract),
        ),
        Function::new(
            "symmetric_difference_update",
            "($self, other, /)",
            "Update the set, keeping only elements found in either set, but not in both.",
            symmetric_update,
        ),
    ],
    attributes: &[],
};

/// `frozenset`.
pub static FROZEN_SPEC: TypeSpec = TypeSpec {
    name: "frozenset",
    module: "builtins",
    signature: "(iterable=(), /)",
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
        CONTAINS,
        SIZE_OF,
        REDUCE,
    ],
    attributes: &[],
};
