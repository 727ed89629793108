//! `deque`: a list that is quick at both ends, with a greatest length if it is wanted.

pub mod iterator;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, Raised, index_error, runtime_error, type_error, value_error};
use crate::object::{
    Arguments, Comparison, Operator, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value,
    Visit, operations,
};
use crate::payload;
use crate::types::{indexing, sequence};

/// The payload.
#[derive(Default)]
pub struct Deque {
    items: RefCell<VecDeque<Value>>,
    most: Cell<Option<usize>>,
    /// Changes with every change of the length, so that iterators notice.
    version: Cell<u64>,
}

impl Payload for Deque {
    payload!(Deque, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.items.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.items.take());
    }
}

fn this(value: &Value) -> &Deque {
    match value.downcast::<Deque>() {
        Some(deque) => deque,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn items(value: &Value) -> Vec<Value> {
    this(value).items.borrow().iter().cloned().collect()
}

impl Deque {
    fn changed(&self) {
        self.version.set(self.version.get() + 1);
    }

    /// Adds an item at the end.
    pub fn push_back(&self, item: Value) {
        self.changed();
        let dropped = {
            let mut items = self.items.borrow_mut();
            items.push_back(item);
            if self.most.get().is_some_and(|most| items.len() > most) { items.pop_front() } else { None }
        };
        drop(dropped);
    }

    fn push_front(&self, item: Value) {
        self.changed();
        let dropped = {
            let mut items = self.items.borrow_mut();
            items.push_front(item);
            if self.most.get().is_some_and(|most| items.len() > most) { items.pop_back() } else { None }
        };
        drop(dropped);
    }
}

fn iter(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(iterator::of(gil, value, false))
}

fn reversed(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(iterator::of(gil, &arguments.values[0], true))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Deque::default()).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    const SIGNATURE: Parameters<2> = Parameters::new(["iterable", "maxlen"], 0);
    let [iterable, most] = arguments.bind(gil, "deque", &SIGNATURE)?;
    let deque = this(value);
    deque.most.set(match most.filter(|most| !most.is_none()) {
        Some(most) => match usize::try_from(convert::to_i64(gil, most)?) {
            Ok(most) => Some(most),
            Err(_) => return Err(value_error(gil, "maxlen must be non-negative")),
        },
        None => None,
    });
    drop(deque.items.take());
    match iterable {
        Some(iterable) => extend_by(gil, deque, iterable),
        None => Ok(()),
    }
}

fn extend_by(gil: Gil<'_>, deque: &Deque, iterable: &Value) -> Result<()> {
    let iterable = own_copy(gil, iterable);
    operations::for_each(gil, &iterable, |item| {
        deque.push_back(item);
        Ok(())
    })
}

/// A deque that is added to itself is read as it is before.
fn own_copy(gil: Gil<'_>, iterable: &Value) -> Value {
    match iterable.downcast::<Deque>() {
        Some(_) => convert::list(gil, items(iterable)),
        None => iterable.clone(),
    }
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = value.class(gil).own_name();
    let shown = sequence::once(value, || sequence::shown(gil, &items(value)))?;
    let Some(shown) = shown else { return Ok(convert::text(gil, "[...]")) };
    Ok(convert::text(
        gil,
        &match this(value).most.get() {
            Some(most) => format!("{name}([{shown}], maxlen={most})"),
            None => format!("{name}([{shown}])"),
        },
    ))
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    if right.downcast::<Deque>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    sequence::compare(gil, &items(left), &items(right), comparison)
}

fn length(_gil: Gil<'_>, value: &Value) -> Result<usize> {
    Ok(this(value).items.borrow().len())
}

fn place(gil: Gil<'_>, value: &Value, key: &Value) -> Result<usize> {
    let length = this(value).items.borrow().len() as i64;
    let Some(index) = sequence::index(gil, key)? else {
        let class = key.class(gil).name();
        return Err(type_error(gil, format!("sequence index must be integer, not '{class}'")));
    };
    let place = if index < 0 { index + length } else { index };
    if (0..length).contains(&place) {
        Ok(place as usize)
    } else {
        Err(index_error(gil, "deque index out of range"))
    }
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    let place = place(gil, value, key)?;
    let found = this(value).items.borrow().get(place).cloned();
    found.ok_or_else(|| index_error(gil, "deque index out of range"))
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    let place = place(gil, value, key)?;
    let deque = this(value);
    let old = match new {
        Some(new) => deque.items.borrow_mut().get_mut(place).map(|item| std::mem::replace(item, new)),
        None => {
            deque.changed();
            deque.items.borrow_mut().remove(place)
        }
    };
    drop(old);
    Ok(())
}

fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    Ok(find(gil, value, item, 0, usize::MAX)?.is_some())
}

fn made(gil: Gil<'_>, items: Vec<Value>, most: Option<usize>) -> Value {
    let deque = Ref::new(gil, Deque::default());
    deque.most.set(most);
    for item in items {
        deque.push_back(item);
    }
    deque.into_value()
}

fn add(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    if left.downcast::<Deque>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    if right.downcast::<Deque>().is_none() {
        let class = right.class(gil).name();
        return Err(type_error(gil, format!("can only concatenate deque (not \"{class}\") to deque")));
    }
    Ok(made(gil, [items(left), items(right)].concat(), this(left).most.get()))
}

fn add_in_place(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    extend_by(gil, this(left), right)?;
    Ok(left.clone())
}

fn multiply(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let (deque, count) = if left.downcast::<Deque>().is_some() { (left, right) } else { (right, left) };
    match sequence::index(gil, count)? {
        Some(count) => {
            let all = sequence::repeated(gil, &items(deque), count)?;
            Ok(made(gil, all, this(deque).most.get()))
        }
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn append(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [item] = arguments.without_first().exactly::<1>(gil, "deque.append")?;
    this(&arguments.values[0]).push_back(item.clone());
    Ok(Value::NONE)
}

fn append_left(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [item] = arguments.without_first().exactly::<1>(gil, "deque.appendleft")?;
    this(&arguments.values[0]).push_front(item.clone());
    Ok(Value::NONE)
}

fn extend(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterable] = arguments.without_first().exactly::<1>(gil, "deque.extend")?;
    extend_by(gil, this(&arguments.values[0]), iterable)?;
    Ok(Value::NONE)
}

fn extend_left(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterable] = arguments.without_first().exactly::<1>(gil, "deque.extendleft")?;
    let deque = this(&arguments.values[0]);
    operations::for_each(gil, &own_copy(gil, iterable), |item| {
        deque.push_front(item);
        Ok(())
    })?;
    Ok(Value::NONE)
}

fn pop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "deque.pop")?;
    let deque = this(&arguments.values[0]);
    deque.changed();
    let item = deque.items.borrow_mut().pop_back();
    item.ok_or_else(|| index_error(gil, "pop from an empty deque"))
}

fn pop_left(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "deque.popleft")?;
    let deque = this(&arguments.values[0]);
    deque.changed();
    let item = deque.items.borrow_mut().pop_front();
    item.ok_or_else(|| index_error(gil, "pop from an empty deque"))
}

fn clear(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    this(&arguments.values[0]).changed();
    drop(this(&arguments.values[0]).items.take());
    Ok(Value::NONE)
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    if value.is_exact::<Deque>(gil) {
        return Ok(made(gil, items(value), this(value).most.get()));
    }
    let most = this(value).most.get().map(|most| convert::int(gil, most as i64));
    let given: Vec<Value> = [value.clone()].into_iter().chain(most).collect();
    operations::call(gil, value.class(gil).as_value(), Arguments::positional(&given))
}

fn rotate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "rotate", 0, 1)?;
    let steps = given.first().map_or(Ok(1), |steps| convert::to_i64(gil, steps))?;
    let mut items = this(&arguments.values[0]).items.borrow_mut();
    if !items.is_empty() {
        let steps = steps.rem_euclid(items.len() as i64) as usize;
        items.rotate_right(steps);
    }
    Ok(Value::NONE)
}

fn reverse(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "deque.reverse")?;
    this(&arguments.values[0]).items.borrow_mut().make_contiguous().reverse();
    Ok(Value::NONE)
}

fn count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [wanted] = arguments.without_first().exactly::<1>(gil, "deque.count")?;
    let value = &arguments.values[0];
    let version = this(value).version.get();
    let mut count = 0;
    for item in items(value) {
        count += i64::from(operations::equal(gil, &item, wanted)?);
        if this(value).version.get() != version {
            return Err(mutated(gil));
        }
    }
    Ok(convert::int(gil, count))
}

#[cold]
fn mutated(gil: Gil<'_>) -> Raised {
    runtime_error(gil, "deque mutated during iteration")
}

/// The first place from `start` on and before `stop` where there is an equal item.
fn find(gil: Gil<'_>, value: &Value, wanted: &Value, start: usize, stop: usize) -> Result<Option<usize>> {
    let version = this(value).version.get();
    for (place, item) in items(value).iter().enumerate().take(stop).skip(start) {
        let equal = operations::equal(gil, item, wanted)?;
        if this(value).version.get() != version {
            return Err(mutated(gil));
        }
        if equal {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

fn index(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "index", 1, 3)?;
    let length = this(&arguments.values[0]).items.borrow().len();
    let (start, stop) = indexing::range(gil, given.get(1), given.get(2), length)?;
    match find(gil, &arguments.values[0], &given[0], start, stop)? {
        Some(place) => Ok(convert::int(gil, place as i64)),
        None => {
            let shown = operations::repr(gil, &given[0])?;
            Err(value_error(gil, format!("{} is not in deque", shown.lossy())))
        }
    }
}

fn remove(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [wanted] = arguments.without_first().exactly::<1>(gil, "deque.remove")?;
    let value = &arguments.values[0];
    let version = this(value).version.get();
    let found = find(gil, value, wanted, 0, usize::MAX);
    // A comparison that fails says so, one that changes the deque has another error than elsewhere.
    let failed = found.as_ref().is_err_and(|raised| !raised.is(gil, Kind::RuntimeError));
    if this(value).version.get() != version && !failed {
        return Err(index_error(gil, "deque mutated during iteration"));
    }
    let Some(place) = found? else {
        let shown = operations::repr(gil, wanted)?;
        return Err(value_error(gil, format!("{} is not in deque", shown.lossy())));
    };
    this(value).changed();
    let removed = this(value).items.borrow_mut().remove(place);
    drop(removed);
    Ok(Value::NONE)
}

fn insert(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "insert", 2, 2)?;
    let index = convert::to_i64(gil, &given[0])?;
    let deque = this(&arguments.values[0]);
    let length = deque.items.borrow().len() as i64;
    if deque.most.get().is_some_and(|most| length >= most as i64) {
        return Err(index_error(gil, "deque already at its maximum size"));
    }
    let place = if index < 0 { (index + length).max(0) } else { index.min(length) };
    deque.changed();
    deque.items.borrow_mut().insert(place as usize, given[1].clone());
    Ok(Value::NONE)
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    let given = match this(value).most.get() {
        Some(most) => vec![convert::tuple(gil, Vec::new()), convert::int(gil, most as i64)],
        None => Vec::new(),
    };
    let state = operations::call_method(gil, value, "__getstate__", &[])?;
    let items = operations::iterate(gil, value)?;
    Ok(convert::tuple(gil, vec![value.class(gil).to_value(), convert::tuple(gil, given), state, items]))
}

const SLOTS: SlotTable = {
    let mut slots = SlotTable {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        compare: Some(compare),
        iter: Some(iter),
        length: Some(length),
        get_item: Some(get_item),
        set_item: Some(set_item),
        contains: Some(contains),
        ..SlotTable::EMPTY
    };
    slots.binary[Operator::Add as usize] = Some(add);
    slots.inplace[Operator::Add as usize] = Some(add_in_place);
    slots.binary[Operator::Multiply as usize] = Some(multiply);
    slots
};

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "deque",
    module: "collections",
    signature: "",
    doc: "A list-like sequence optimized for data accesses near its endpoints.",
    base: None,
    layout: Deque::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::WEAKLY_REFERENCED | flags::SEQUENCE,
    slots: SLOTS,
    methods: &[
        Function::class("__class_getitem__", "", "See PEP 585", crate::types::generic_alias::class_item),
        Function::new("append", "($self, item, /)", "Add an element to the right side of the deque.", append),
        Function::new(
            "appendleft",
            "($self, item, /)",
            "Add an element to the left side of the deque.",
            append_left,
        ),
        Function::new(
            "extend",
            "($self, iterable, /)",
            "Extend the right side of the deque with elements from the iterable.",
            extend,
        ),
        Function::new(
            "extendleft",
            "($self, iterable, /)",
            "Extend the left side of the deque with elements from the iterable.",
            extend_left,
        ),
        Function::new("pop", "($self, /)", "Remove and return the rightmost element.", pop),
        Function::new("popleft", "($self, /)", "Remove and return the leftmost element.", pop_left),
        Function::new("clear", "($self, /)", "Remove all elements from the deque.", clear),
        Function::new("copy", "($self, /)", "Return a shallow copy of a deque.", copy),
        Function::new("__copy__", "($self, /)", "Return a shallow copy of a deque.", copy),
        Function::new("rotate", "($self, n=1, /)", "Rotate the deque n steps to the right.", rotate),
        Function::new("reverse", "($self, /)", "Reverse *IN PLACE*.", reverse),
        Function::new("count", "($self, value, /)", "Return number of occurrences of value.", count),
        Function::new("index", "", "Return first index of value.", index),
        Function::new("remove", "($self, value, /)", "Remove first occurrence of value.", remove),
        Function::new("insert", "($self, index, value, /)", "Insert value before index.", insert),
        Function::new("__reversed__", "($self, /)", "Return a reverse iterator over the deque.", reversed),
        Function::new("__reduce__", "($self, /)", "Return state information for pickling.", reduce),
    ],
    attributes: &[Attribute::read_only(
        "maxlen",
        "maximum size of a deque or None if unbounded",
        |gil, value| Ok(this(value).most.get().map_or(Value::NONE, |most| convert::int(gil, most as i64))),
    )],
};
