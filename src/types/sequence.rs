//! What lists and tuples share: indices and slices, comparison, representation; in `iterator`, iteration.

pub mod iterator;

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::raised::{index_error, memory_error, overflow_error, type_error};
use crate::object::slots::Binary;
use crate::object::{Comparison, Kind, Operator, Ref, Result, Value, operations, recursion};

use super::bytes::Bytes;
use super::list::List;
use super::slice::Slice;
use super::tuple::Tuple;

pub use iterator::{iterate, iterate_by_number};

/// The int that an index stands for, cut down to 64 bits.
pub fn index(gil: Gil<'_>, key: &Value) -> Result<Option<i64>> {
    if let Some(number) = key.bits().as_int() {
        return Ok(Some(number));
    }
    match key.class(gil).slots.index.get() {
        Some(_) => super::int::as_index(gil, key).map(Some),
        None => Ok(None),
    }
}

/// What the other operand's own method says to `+` or `*` with a sequence: it is asked first, as sequences join and
/// repeat only what does not know better. None where it has no method or does not know.
pub fn asked_first(
    gil: Gil<'_>,
    operator: Operator,
    own: Binary,
    left: &Value,
    right: &Value,
) -> Result<Option<Value>> {
    let slot = right.class(gil).slots.binary[operator as usize].get();
    let Some(slot) =
        slot.filter(|slot| right.class(gil).has(flags::HEAP) && !std::ptr::fn_addr_eq(*slot, own))
    else {
        return Ok(None);
    };
    let answer = slot(gil, left, right)?;
    Ok((!answer.is(&Value::NOT_IMPLEMENTED)).then_some(answer))
}

/// A number that is a size: an argument that counts or that is a place.
pub fn size(gil: Gil<'_>, value: &Value) -> Result<i64> {
    super::int::to_size(gil, value)
}

/// The int that a sequence is multiplied by, if the value stands for one.
pub fn factor(gil: Gil<'_>, value: &Value) -> Result<Option<i64>> {
    index(gil, value).map_err(|raised| match raised.is(gil, Kind::IndexError) {
        true => {
            let class = value.class(gil).name();
            overflow_error(gil, format!("cannot fit '{class}' into an index-sized integer"))
        }
        false => raised,
    })
}

/// A bound of a search, from the end if it is negative, cut down to what there is.
pub fn bound(gil: Gil<'_>, value: Option<&Value>, length: usize, usual: usize) -> Result<usize> {
    let Some(value) = value else { return Ok(usual) };
    let Some(index) = super::indexing::clamped(gil, value)? else {
        return Err(type_error(gil, "slice indices must be integers or have an __index__ method"));
    };
    let place = if index < 0 { index.saturating_add(length as i64).max(0) } else { index };
    Ok(usize::try_from(place).unwrap_or(usize::MAX))
}

/// The place of an index, from the end if it is negative.
pub fn place(gil: Gil<'_>, key: &Value, length: usize, what: &str, doing: &str) -> Result<usize> {
    let Some(index) = index(gil, key)? else {
        let class = key.class(gil).name();
        return Err(type_error(gil, format!("{what} indices must be integers or slices, not {class}")));
    };
    let place = if index < 0 { index + length as i64 } else { index };
    match usize::try_from(place) {
        Ok(place) if place < length => Ok(place),
        _ => Err(index_error(gil, format!("{what}{doing} index out of range"))),
    }
}

/// First place, step and number of the places of a slice.
pub fn slice(gil: Gil<'_>, key: &Ref<Slice>, length: usize) -> Result<(i64, i64, usize)> {
    let indices = super::slice::resolve(gil, key, length)?;
    Ok((indices.start, indices.step, indices.length))
}

/// The items at the places of a slice.
pub fn sliced(items: &[Value], (start, step, count): (i64, i64, usize)) -> Vec<Value> {
    if step == 1 {
        return items.get(start as usize..start as usize + count).unwrap_or_default().to_vec();
    }
    if step == -1 && (start as usize) < items.len() && count <= start as usize + 1 {
        return items[start as usize + 1 - count..=start as usize].iter().rev().cloned().collect();
    }
    let mut all = Vec::with_capacity(count.min(items.len()));
    all.extend((0..count as i64).filter_map(|number| items.get((start + number * step) as usize).cloned()));
    all
}

/// The items of an iterable.
pub fn collect(gil: Gil<'_>, iterable: &Value) -> Result<Vec<Value>> {
    if let Some(list) = iterable.downcast::<List>().filter(|_| iterable.is_exact::<List>(gil)) {
        return Ok(list.items.borrow().clone());
    }
    if let Some(tuple) = iterable.downcast::<Tuple>().filter(|_| iterable.is_exact::<Tuple>(gil)) {
        return Ok(tuple.items.to_vec());
    }
    operations::collect(gil, iterable)
}

/// `items * count`, or a MemoryError.
pub fn repeated(gil: Gil<'_>, items: &[Value], count: i64) -> Result<Vec<Value>> {
    let count = usize::try_from(count).unwrap_or(0);
    let mut all = Vec::new();
    let size = items.len().checked_mul(count).ok_or_else(|| memory_error(gil, ""))?;
    all.try_reserve_exact(size).map_err(|_| memory_error(gil, ""))?;
    for _ in 0..count {
        all.extend_from_slice(items);
    }
    Ok(all)
}

/// May a comparison of sequences go one level deeper?
pub fn enter_comparison(gil: Gil<'_>) -> Result<()> {
    recursion::enter(gil).map_err(|_| {
        crate::object::raised::recursion_error(gil, "maximum recursion depth exceeded in comparison")
    })
}

/// Compares item by item: the first that differ decide, then the lengths.
pub fn compare(gil: Gil<'_>, left: &[Value], right: &[Value], comparison: Comparison) -> Result<Value> {
    enter_comparison(gil)?;
    if left.len() != right.len() && matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
        return Ok(Value::bool(comparison == Comparison::NotEqual));
    }
    for (left, right) in left.iter().zip(right) {
        if !equal(gil, left, right)? {
            return match comparison {
                Comparison::Equal => Ok(Value::FALSE),
                Comparison::NotEqual => Ok(Value::TRUE),
                _ => operations::compare(gil, comparison, left, right),
            };
        }
    }
    Ok(Value::bool(comparison.holds(left.len().cmp(&right.len()))))
}

/// As [`operations::equal`]; bytes take the short way, as text does there.
fn equal(gil: Gil<'_>, left: &Value, right: &Value) -> Result<bool> {
    match (left.downcast::<Bytes>(), right.downcast::<Bytes>()) {
        (Some(known), Some(other)) if left.is_exact::<Bytes>(gil) && right.is_exact::<Bytes>(gil) => {
            Ok(known.bytes == other.bytes)
        }
        _ => operations::equal(gil, left, right),
    }
}

/// Is an item among these?
pub fn contains(gil: Gil<'_>, items: &[Value], wanted: &Value) -> Result<bool> {
    for item in items {
        if operations::equal(gil, item, wanted)? {
            return Ok(true);
        }
    }
    Ok(false)
}

thread_local! {
    /// The containers whose representation is under way, by address.
    static SHOWN: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

/// Runs `show` unless the representation of this container is under way already.
pub fn once(value: &Value, show: impl FnOnce() -> Result<String>) -> Result<Option<String>> {
    let address = super::object::address(value);
    if SHOWN.with_borrow(|shown| shown.contains(&address)) {
        return Ok(None);
    }
    SHOWN.with_borrow_mut(|shown| shown.push(address));
    let result = show();
    SHOWN.with_borrow_mut(Vec::pop);
    result.map(Some)
}

/// The representations of items, with commas between.
pub fn shown(gil: Gil<'_>, items: &[Value]) -> Result<String> {
    shown_by(gil, |place| items.get(place).cloned())
}

/// The same of items that may become more or fewer meanwhile.
pub fn shown_by(gil: Gil<'_>, item: impl Fn(usize) -> Option<Value>) -> Result<String> {
    recursion::enter(gil).map_err(|_| {
        let message = "maximum recursion depth exceeded while getting the repr of an object";
        crate::object::raised::recursion_error(gil, message)
    })?;
    let (mut shown, mut count) = (String::new(), 0);
    while let Some(item) = item(count) {
        if count > 0 {
            shown.push_str(", ");
        }
        shown.push_str(&operations::repr(gil, &item)?.lossy());
        count += 1;
    }
    Ok(shown)
}
