//! `tuple`.

use smallvec::SmallVec;

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::{
    Arguments, Comparison, Global, Operator, Payload, Ref, Result, SlotTable, Storage, Type, Value, Visit,
    operations,
};
use crate::payload;

use super::keyed;
use super::sequence;
use super::slice::Slice;

/// The payload of `tuple`.
pub struct Tuple {
    pub items: SmallVec<[Value; 4]>,
}

impl Payload for Tuple {
    payload!(Tuple, tracked);

    const FIXED: bool = true;

    fn traverse(&self, visit: Visit<'_>) {
        self.items.iter().for_each(visit);
    }
}

impl Drop for Tuple {
    /// The last item goes first.
    fn drop(&mut self) {
        while let Some(item) = self.items.pop() {
            drop(item);
        }
    }
}

/// A tuple of these items.
pub fn of(gil: Gil<'_>, items: Vec<Value>) -> Value {
    if items.is_empty() {
        return empty(gil);
    }
    Ref::new(gil, Tuple { items: items.into() }).into_value()
}

/// The tuple of nothing, of which there is one.
pub fn empty(gil: Gil<'_>) -> Value {
    static EMPTY: Global<std::cell::OnceCell<Value>> = Global::new(std::cell::OnceCell::new());
    EMPTY.get(gil).get_or_init(|| Ref::new(gil, Tuple { items: SmallVec::new() }).into_value()).clone()
}

/// A tuple of two items.
pub fn pair(gil: Gil<'_>, first: Value, second: Value) -> Value {
    let items = SmallVec::from_buf_and_len([first, second, Value::NONE, Value::NONE], 2);
    Ref::new(gil, Tuple { items }).into_value()
}

/// The items, if the value is a tuple.
pub fn items_of(value: &Value) -> Option<Vec<Value>> {
    value.downcast::<Tuple>().map(|tuple| tuple.items.to_vec())
}

fn items(value: &Value) -> &[Value] {
    value.downcast::<Tuple>().map_or(&[], |tuple| &tuple.items)
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let builtin = Tuple::layout().exact.get(gil).class();
    let given = super::class::for_new(class, builtin, arguments).between(gil, "tuple", 0, 1)?;
    let items = match given {
        [] => Vec::new(),
        [iterable, ..]
            if class.is(Tuple::layout().exact.get(gil).class()) && iterable.is_exact::<Tuple>(gil) =>
        {
            return Ok(iterable.clone());
        }
        [iterable, ..] => sequence::collect(gil, iterable)?,
    };
    if items.is_empty() && std::ptr::eq(class.root(), Tuple::layout().exact.get(gil)) {
        return Ok(empty(gil));
    }
    Ok(Ref::with_shape(gil, class.root(), Tuple { items: items.into() }).into_value())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let items = items(value);
    let text = sequence::once(value, || {
        let shown = sequence::shown(gil, items)?;
        Ok(if items.len() == 1 { format!("({shown},)") } else { format!("({shown})") })
    })?;
    Ok(Ref::text(gil, text.as_deref().unwrap_or("(...)")).into_value())
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    crate::object::recursion::enter(gil)?;
    const FIRST: u64 = 11_400_714_785_074_694_791;
    const SECOND: u64 = 14_029_467_366_897_019_727;
    const FIFTH: u64 = 2_870_177_450_012_600_261;
    let mut sum = FIFTH;
    for item in items(value) {
        let lane = keyed::hash(gil, item)?;
        sum = sum.wrapping_add(lane.wrapping_mul(SECOND)).rotate_left(31).wrapping_mul(FIRST);
    }
    sum = sum.wrapping_add(items(value).len() as u64 ^ (FIFTH ^ 3_527_539));
    Ok(if sum == u64::MAX { 1_546_275_796 } else { sum as i64 })
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    if right.downcast::<Tuple>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    sequence::compare(gil, items(left), items(right), comparison)
}

fn length(_gil: Gil<'_>, value: &Value) -> Result<usize> {
    Ok(items(value).len())
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    let items = items(value);
    if let Some(slice) = key.downcast::<Slice>() {
        let places = sequence::slice(gil, slice, items.len())?;
        if places == (0, 1, items.len()) && value.is_exact::<Tuple>(gil) {
            return Ok(value.clone());
        }
        return Ok(of(gil, sequence::sliced(items, places)));
    }
    Ok(items[sequence::place(gil, key, items.len(), "tuple", "")?].clone())
}

fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    sequence::contains(gil, items(value), item)
}

fn add(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    if left.downcast::<Tuple>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    if right.downcast::<Tuple>().is_none() {
        if right.class(gil).has(flags::HEAP)
            && right.class(gil).slots.binary[Operator::Add as usize].get().is_some()
        {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let class = right.class(gil).name();
        let message = format!("can only concatenate tuple (not \"{class}\") to tuple");
        return Err(type_error(gil, message));
    }
    if items(left).is_empty() && right.is_exact::<Tuple>(gil) {
        return Ok(right.clone());
    }
    if items(right).is_empty() && left.is_exact::<Tuple>(gil) {
        return Ok(left.clone());
    }
    Ok(of(gil, [items(left), items(right)].concat()))
}

fn multiply(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let (tuple, count) = if left.downcast::<Tuple>().is_some() { (left, right) } else { (right, left) };
    if left.is(tuple)
        && right.downcast::<Tuple>().is_none()
        && let Some(answer) = sequence::asked_first(gil, Operator::Multiply, multiply, left, right)?
    {
        return Ok(answer);
    }
    match sequence::factor(gil, count)? {
        Some(1) if tuple.is_exact::<Tuple>(gil) => Ok(tuple.clone()),
        Some(count) => Ok(of(gil, sequence::repeated(gil, items(tuple), count)?)),
        None => {
            let class = count.class(gil).name();
            Err(type_error(gil, format!("can't multiply sequence by non-int of type '{class}'")))
        }
    }
}

fn count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [tuple, wanted] = arguments.method::<2>(gil, "count")?;
    let mut count = 0;
    for item in items(tuple) {
        count += i64::from(operations::equal(gil, item, wanted)?);
    }
    Ok(super::int::from_i64(gil, count))
}

fn index(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "index", 1, 3)?;
    let items = items(&arguments.values[0]);
    let start = sequence::bound(gil, given.get(1), items.len(), 0)?;
    let stop = sequence::bound(gil, given.get(2), items.len(), usize::MAX)?;
    for (place, item) in items.iter().enumerate().take(stop).skip(start) {
        if operations::equal(gil, item, &given[0])? {
            return Ok(super::int::from_i64(gil, place as i64));
        }
    }
    Err(value_error(gil, "tuple.index(x): x not in tuple"))
}

fn new_arguments(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [tuple] = arguments.method(gil, "__getnewargs__")?;
    Ok(of(gil, vec![of(gil, items(tuple).to_vec())]))
}

const SLOTS: SlotTable = {
    let mut slots = SlotTable {
        new: Some(new),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        iter: Some(sequence::iterate),
        length: Some(length),
        get_item: Some(get_item),
        contains: Some(contains),
        ..SlotTable::EMPTY
    };
    slots.binary[Operator::Add as usize] = Some(add);
    slots.binary[Operator::Multiply as usize] = Some(multiply);
    slots
};

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "tuple",
    module: "builtins",
    signature: "(iterable=(), /)",
    doc: "Built-in immutable sequence.",
    base: None,
    layout: Tuple::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::SEQUENCE | flags::MATCH_SELF,
    slots: SLOTS,
    methods: &[
        Function::class("__class_getitem__", "", "See PEP 585", super::generic_alias::class_item),
        Function::new("count", "($self, value, /)", "Return number of occurrences of value.", count),
        Function::new(
            "index",
            "($self, value, start=0, stop=sys.maxsize, /)",
            "Return first index of value.\n\nRaises ValueError if the value is not present.",
            index,
        ),
        Function::new("__getnewargs__", "($self, /)", "", new_arguments),
    ],
    attributes: &[],
};
