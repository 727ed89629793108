//! `list`; in `sort`, its order.

mod sort;

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Raised, index_error, memory_error, type_error, value_error};
use crate::object::{
    Arguments, Comparison, Kind, Operator, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value,
    Visit, operations,
};
use crate::payload;

use super::sequence;
use super::slice::Slice;

/// The payload of `list`.
pub struct List {
    pub items: RefCell<Vec<Value>>,
}

impl Payload for List {
    payload!(List, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.items.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        release(self.items.take());
    }
}

impl Drop for List {
    /// The last item goes first.
    fn drop(&mut self) {
        let items = self.items.get_mut();
        while let Some(item) = items.pop() {
            drop(item);
        }
    }
}

/// Lets go of items, the last first.
fn release(mut items: Vec<Value>) {
    while let Some(item) = items.pop() {
        drop(item);
    }
}

impl List {
    /// The item at a place, if there is one.
    fn item(&self, place: usize) -> Option<Value> {
        self.items.borrow().get(place).cloned()
    }
}

/// A list of these items.
pub fn of(gil: Gil<'_>, items: Vec<Value>) -> Value {
    Ref::new(gil, List { items: RefCell::new(items) }).into_value()
}

fn this(value: &Value) -> &List {
    match value.downcast::<List>() {
        Some(list) => list,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn items(value: &Value) -> Vec<Value> {
    this(value).items.borrow().clone()
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), List { items: RefCell::default() }).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let builtin = List::layout().exact.get(gil).class();
    let given = super::class::for_init(value.class(gil), builtin, arguments).between(gil, "list", 0, 1)?;
    let new = given.first().map_or(Ok(Vec::new()), |iterable| sequence::collect(gil, iterable))?;
    let old = this(value).items.replace(new);
    release(old);
    Ok(())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let list = this(value);
    let text =
        sequence::once(value, || Ok(format!("[{}]", sequence::shown_by(gil, |place| list.item(place))?)))?;
    Ok(Ref::text(gil, text.as_deref().unwrap_or("[...]")).into_value())
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let Some(other) = right.downcast::<List>() else { return Ok(Value::NOT_IMPLEMENTED) };
    sequence::enter_comparison(gil)?;
    let list = this(left);
    let lengths = || (list.items.borrow().len(), other.items.borrow().len());
    let by_length = |(own, others): (usize, usize)| Value::bool(comparison.holds(own.cmp(&others)));
    let is_equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    if is_equality && lengths().0 != lengths().1 {
        return Ok(by_length(lengths()));
    }
    let mut place = 0;
    while let (Some(left), Some(right)) = (list.item(place), other.item(place)) {
        if !operations::equal(gil, &left, &right)? {
            // The comparison may have changed the lists.
            if place >= lengths().0 || place >= lengths().1 {
                return Ok(by_length(lengths()));
            }
            return match comparison {
                Comparison::Equal => Ok(Value::FALSE),
                Comparison::NotEqual => Ok(Value::TRUE),
                _ => operations::compare(gil, comparison, &left, &right),
            };
        }
        place += 1;
    }
    Ok(by_length(lengths()))
}

fn length(_gil: Gil<'_>, value: &Value) -> Result<usize> {
    Ok(this(value).items.borrow().len())
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    let list = this(value);
    let length = list.items.borrow().len();
    if let Some(slice) = key.downcast::<Slice>() {
        let places = sequence::slice(gil, slice, length)?;
        let found = sequence::sliced(&list.items.borrow(), places);
        return Ok(of(gil, found));
    }
    let place = sequence::place(gil, key, length, "list", "")?;
    let found = list.items.borrow().get(place).cloned();
    found.ok_or_else(|| index_error(gil, "list index out of range"))
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    let list = this(value);
    if let Some(slice) = key.downcast::<Slice>() {
        let bounds = super::slice::bounds(gil, slice)?;
        return set_slice(gil, list, bounds, new);
    }
    let length = list.items.borrow().len();
    let place = sequence::place(gil, key, length, "list", " assignment")?;
    let old = {
        let mut items = list.items.borrow_mut();
        match new {
            Some(new) => items.get_mut(place).map(|item| std::mem::replace(item, new)),
            None if place < items.len() => Some(items.remove(place)),
            None => None,
        }
    };
    drop(old);
    Ok(())
}

fn set_slice(
    gil: Gil<'_>,
    list: &List,
    (start, stop, step): (Option<i64>, Option<i64>, i64),
    new: Option<Value>,
) -> Result<()> {
    let is_removal = new.is_none();
    let new = match new {
        Some(new) => sequence::collect(gil, &new).map_err(|raised| not_iterable(gil, &new, raised))?,
        None => Vec::new(),
    };
    // Taking the new items out of their iterable may have changed the list.
    let places = super::slice::adjust(start, stop, step, list.items.borrow().len());
    let (start, count) = (places.start, places.length);
    let new = match is_removal {
        false => new,
        true if step == 1 => new,
        true => {
            let mut gone: Vec<usize> =
                (0..count as i64).map(|number| (start + number * step) as usize).collect();
            gone.sort_unstable();
            let mut taken = Vec::new();
            let mut items = list.items.borrow_mut();
            for place in gone.into_iter().rev().filter(|&place| place < items.len()).collect::<Vec<_>>() {
                taken.push(items.remove(place));
            }
            drop(items);
            drop(taken);
            return Ok(());
        }
    };
    if step == 1 {
        let start = (start as usize).min(list.items.borrow().len());
        replace(list, start..start + count, new);
        return Ok(());
    }
    if new.len() != count {
        let given = new.len();
        let message = format!("attempt to assign sequence of size {given} to extended slice of size {count}");
        return Err(value_error(gil, message));
    }
    let mut old = Vec::new();
    for (number, new) in new.into_iter().enumerate() {
        let place = (start + number as i64 * step) as usize;
        old.extend(list.items.borrow_mut().get_mut(place).map(|item| std::mem::replace(item, new)));
    }
    drop(old);
    Ok(())
}

/// Puts other items in the place of a span, as far as there is one.
pub fn replace(list: &List, span: std::ops::Range<usize>, mut new: Vec<Value>) {
    let mut items = list.items.borrow_mut();
    let span = span.start..span.end.min(items.len());
    let old = if span.len() == new.len() {
        items[span].swap_with_slice(&mut new);
        new
    } else {
        items.splice(span, new).collect()
    };
    drop(items);
    release(old);
}

fn not_iterable(gil: Gil<'_>, value: &Value, raised: Raised) -> Raised {
    if !raised.is(gil, Kind::TypeError) || value.class(gil).slots.iter.get().is_some() {
        return raised;
    }
    type_error(gil, "must assign iterable to extended slice")
}

fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    Ok(find(gil, this(value), item, 0, usize::MAX)?.is_some())
}

fn add(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    if left.downcast::<List>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    if right.downcast::<List>().is_none() {
        if right.class(gil).has(flags::HEAP)
            && right.class(gil).slots.binary[Operator::Add as usize].get().is_some()
        {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let class = right.class(gil).name();
        return Err(type_error(gil, format!("can only concatenate list (not \"{class}\") to list")));
    }
    let mut all = items(left);
    if let Some(right) = right.downcast::<List>() {
        all.extend_from_slice(&right.items.borrow());
    }
    Ok(of(gil, all))
}

fn add_in_place(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    if right.downcast::<List>().is_none()
        && let Some(answer) = sequence::asked_first(gil, Operator::Add, add, left, right)?
    {
        return Ok(answer);
    }
    extend_by(gil, this(left), right)?;
    Ok(left.clone())
}

fn multiply(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let (list, count) = if left.downcast::<List>().is_some() { (left, right) } else { (right, left) };
    if left.is(list)
        && right.downcast::<List>().is_none()
        && let Some(answer) = sequence::asked_first(gil, Operator::Multiply, multiply, left, right)?
    {
        return Ok(answer);
    }
    match sequence::factor(gil, count)? {
        Some(count) => Ok(of(gil, sequence::repeated(gil, &items(list), count)?)),
        None => {
            let class = count.class(gil).name();
            Err(type_error(gil, format!("can't multiply sequence by non-int of type '{class}'")))
        }
    }
}

fn multiply_in_place(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    if let Some(answer) = sequence::asked_first(gil, Operator::Multiply, multiply, left, right)? {
        return Ok(answer);
    }
    let product = multiply(gil, left, right)?;
    if let (Some(list), Some(product)) = (left.downcast::<List>(), product.downcast::<List>()) {
        let old = list.items.replace(product.items.take());
        drop(old);
    }
    Ok(left.clone())
}

/// `list.append`; the machine knows it and does it itself.
pub fn append(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [item] = arguments.without_first().exactly::<1>(gil, "list.append")?;
    this(&arguments.values[0]).items.borrow_mut().push(item.clone());
    Ok(Value::NONE)
}

fn extend_by(gil: Gil<'_>, list: &List, iterable: &Value) -> Result<()> {
    if let Some(other) = iterable.downcast::<List>() {
        let more = other.items.borrow().clone();
        list.items.borrow_mut().extend(more);
        return Ok(());
    }
    let hint = operations::length_hint(gil, iterable)?.unwrap_or(0);
    list.items.borrow_mut().try_reserve(hint).map_err(|_| memory_error(gil, ""))?;
    operations::for_each(gil, iterable, |item| {
        list.items.borrow_mut().push(item);
        Ok(())
    })
}

fn extend(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterable] = arguments.without_first().exactly::<1>(gil, "list.extend")?;
    extend_by(gil, this(&arguments.values[0]), iterable)?;
    Ok(Value::NONE)
}

fn insert(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "insert", 2, 2)?;
    let index = sequence::size(gil, &given[0])?;
    let mut items = this(&arguments.values[0]).items.borrow_mut();
    let length = items.len() as i64;
    let place = if index < 0 { (index + length).max(0) } else { index.min(length) };
    items.insert(place as usize, given[1].clone());
    Ok(Value::NONE)
}

fn pop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "pop", 0, 1)?;
    let index = match given.first() {
        Some(index) => sequence::size(gil, index)?,
        None => -1,
    };
    let mut items = this(&arguments.values[0]).items.borrow_mut();
    if items.is_empty() {
        return Err(index_error(gil, "pop from empty list"));
    }
    let place = if index < 0 { index + items.len() as i64 } else { index };
    match usize::try_from(place) {
        Ok(place) if place < items.len() => Ok(items.remove(place)),
        _ => Err(index_error(gil, "pop index out of range")),
    }
}

/// The first place from `start` up to `stop` of an item that equals the wanted one. Comparing may change the list.
fn find(gil: Gil<'_>, list: &List, wanted: &Value, start: usize, stop: usize) -> Result<Option<usize>> {
    let mut start = start;
    if wanted.bits().is_int() {
        // Among ints there is nothing to ask.
        let items = list.items.borrow();
        let ints = items.get(start..stop.min(items.len())).unwrap_or_default();
        let met = ints.iter().position(|item| item.is(wanted) || !item.bits().is_int()).unwrap_or(ints.len());
        if ints.get(met).is_some_and(|item| item.is(wanted)) {
            return Ok(Some(start + met));
        }
        start += met;
    }
    for place in start..stop {
        let Some(item) = list.item(place) else { break };
        if operations::equal(gil, &item, wanted)? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

fn remove(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [wanted] = arguments.without_first().exactly::<1>(gil, "list.remove")?;
    let list = this(&arguments.values[0]);
    let Some(place) = find(gil, list, wanted, 0, usize::MAX)? else {
        return Err(value_error(gil, "list.remove(x): x not in list"));
    };
    let removed = {
        let mut items = list.items.borrow_mut();
        (place < items.len()).then(|| items.remove(place))
    };
    drop(removed);
    Ok(Value::NONE)
}

fn index(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "index", 1, 3)?;
    let list = this(&arguments.values[0]);
    let length = list.items.borrow().len();
    let start = sequence::bound(gil, given.get(1), length, 0)?;
    let stop = sequence::bound(gil, given.get(2), length, usize::MAX)?;
    if let Some(place) = find(gil, list, &given[0], start, stop)? {
        return Ok(super::int::from_i64(gil, place as i64));
    }
    let shown = operations::repr(gil, &given[0])?;
    Err(value_error(gil, format!("{} is not in list", shown.lossy())))
}

fn count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [wanted] = arguments.without_first().exactly::<1>(gil, "list.count")?;
    let list = this(&arguments.values[0]);
    let (mut count, mut place) = (0, 0);
    while let Some(item) = list.item(place) {
        count += i64::from(operations::equal(gil, &item, wanted)?);
        place += 1;
    }
    Ok(super::int::from_i64(gil, count))
}

fn clear(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "list.clear")?;
    release(this(&arguments.values[0]).items.take());
    Ok(Value::NONE)
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "list.copy")?;
    Ok(of(gil, items(&arguments.values[0])))
}

fn reverse(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "list.reverse")?;
    this(&arguments.values[0]).items.borrow_mut().reverse();
    Ok(Value::NONE)
}

fn reversed(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "list.__reversed__")?;
    Ok(arguments.values[0].downcast().map_or(Value::NONE, |list| sequence::iterator::reversed(gil, list)))
}

fn sort(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["key", "reverse"], 0).keyword_only(0);
    let [key, reverse] = arguments.without_first().bind(gil, "sort", &SIGNATURE)?;
    let reverse = reverse.map_or(Ok(false), |reverse| operations::truth(gil, reverse))?;
    let list = this(&arguments.values[0]);
    let key = key.filter(|key| !key.is_none());
    // The list is empty while it is sorted, so that a comparison cannot change what is being sorted.
    let items = list.items.take();
    let (items, result) = sorted(gil, items, key, reverse);
    let meanwhile = list.items.replace(items);
    // A list that was never touched has no room of its own.
    let changed = meanwhile.capacity() > 0;
    drop(meanwhile);
    result?;
    if changed {
        return Err(value_error(gil, "list modified during sort"));
    }
    Ok(Value::NONE)
}

/// The items in order, or as far as they have got.
fn sorted(gil: Gil<'_>, items: Vec<Value>, key: Option<&Value>, reverse: bool) -> (Vec<Value>, Result<()>) {
    let mut keys = Vec::new();
    if let Some(key) = key {
        for item in &items {
            match operations::call_one(gil, key, item) {
                Ok(key) => keys.push(key),
                Err(raised) => return (items, Err(raised)),
            }
        }
    }
    let (order, result) = sort::order(gil, if key.is_some() { &keys } else { &items }, reverse);
    let mut places: Vec<Option<Value>> = items.into_iter().map(Some).collect();
    let items = order.into_iter().filter_map(|place| places[place as usize].take()).collect();
    (items, result)
}

const SLOTS: SlotTable = {
    let mut slots = SlotTable {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        compare: Some(compare),
        iter: Some(sequence::iterate),
        length: Some(length),
        get_item: Some(get_item),
        set_item: Some(set_item),
        contains: Some(contains),
        ..SlotTable::EMPTY
    };
    slots.binary[Operator::Add as usize] = Some(add);
    slots.inplace[Operator::Add as usize] = Some(add_in_place);
    slots.binary[Operator::Multiply as usize] = Some(multiply);
    slots.inplace[Operator::Multiply as usize] = Some(multiply_in_place);
    slots
};

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "list",
    module: "builtins",
    signature: "(iterable=(), /)",
    doc: "Built-in mutable sequence.",
    base: None,
    layout: List::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::SEQUENCE | flags::MATCH_SELF,
    slots: SLOTS,
    methods: &[
        Function::class("__class_getitem__", "", "See PEP 585", super::generic_alias::class_item),
        Function::new("append", "($self, object, /)", "Append object to the end of the list.", append),
        Function::new(
            "extend",
            "($self, iterable, /)",
            "Extend list by appending elements from the iterable.",
            extend,
        ),
        Function::new("insert", "($self, index, object, /)", "Insert object before index.", insert),
        Function::new("pop", "($self, index=-1, /)", "Remove and return item at index (default last).", pop),
        Function::new("remove", "($self, value, /)", "Remove first occurrence of value.", remove),
        Function::new(
            "index",
            "($self, value, start=0, stop=sys.maxsize, /)",
            "Return first index of value.",
            index,
        ),
        Function::new("count", "($self, value, /)", "Return number of occurrences of value.", count),
        Function::new("clear", "($self, /)", "Remove all items from list.", clear),
        Function::new("copy", "($self, /)", "Return a shallow copy of the list.", copy),
        Function::new("reverse", "($self, /)", "Reverse *IN PLACE*.", reverse),
        Function::new("__reversed__", "($self, /)", "Return a reverse iterator over the list.", reversed),
        Function::new(
            "sort",
            "($self, /, *, key=None, reverse=False)",
            "Sort the list in ascending order and return None.",
            sort,
        ),
    ],
    attributes: &[],
};
