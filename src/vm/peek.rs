//! How handlers look into payloads: past the flags of their cells.
//!
//! Invariant: a handler runs no other code between looking and the end of the borrow, and no borrow of a payload is held
//! while Python code runs, so nobody holds a borrow that a look could clash with.

use super::place::{Window, header, own, retain};
use crate::object::slots::Hash;
use crate::object::{Bits, Comparison, Payload, Ref, Shape, Table, Text, Value};
use crate::types::cell::Cell;
use crate::types::class_method::ClassMethod;
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::dict_views::iterator::Walk;
use crate::types::function::Function;
use crate::types::list::List;
use crate::types::object;
use crate::types::sequence::iterator::{ListIterator, TupleIterator};
use crate::types::set::iterator::SetIterator;
use crate::types::set::members::Members;
use crate::types::set::{self, FrozenSet, Set, members_of};
use crate::types::tuple::Tuple;

/// The table of a dict.
#[inline(always)]
pub fn table(dict: &Ref<Dict>) -> &Table {
    // SAFETY: by the invariant of this file.
    unsafe { &*dict.table.as_ptr() }
}

/// Replaces the value at a position of a dict's table, if there is one; the word that was there.
#[inline(always)]
pub fn replace_entry(dict: &Ref<Dict>, position: usize, bits: Bits) -> Bits {
    // SAFETY: by the invariant of this file; the word owns its reference, which passes to the table.
    unsafe {
        let old = (*dict.table.as_ptr()).replace(position, Value::from_bits(bits));
        old.map_or(Bits::EMPTY, Value::into_bits)
    }
}

/// The items of a list.
#[inline(always)]
pub fn items(list: &Ref<List>) -> &[Value] {
    // SAFETY: by the invariant of this file.
    unsafe { &*list.items.as_ptr() }
}

/// Copies of values that lie in a row.
pub fn copies(items: &[Value]) -> Vec<Value> {
    let mut copied = Vec::with_capacity(items.len());
    // SAFETY: there is room for all of them; each is counted anew below, and nothing in between fails or looks.
    unsafe {
        std::ptr::copy_nonoverlapping(items.as_ptr(), copied.as_mut_ptr(), items.len());
        copied.set_len(items.len());
    }
    items.iter().for_each(|item| retain(item.bits()));
    copied
}

/// Replaces an item of a list at a place below its length; the word that was there.
#[inline(always)]
pub fn replace_item(list: &Ref<List>, place: usize, bits: Bits) -> Bits {
    // SAFETY: by the invariant of this file; the word owns its reference, which passes to the list.
    unsafe {
        let items = &mut *list.items.as_ptr();
        std::mem::replace(items.get_unchecked_mut(place), Value::from_bits(bits)).into_bits()
    }
}

/// Appends a word that owns its reference to a list.
#[inline(always)]
pub fn push_item(list: &Ref<List>, bits: Bits) {
    // SAFETY: by the invariant of this file; the word owns its reference, which passes to the list.
    unsafe { (*list.items.as_ptr()).push(Value::from_bits(bits)) }
}

/// As [`push_item`] if the list has room for one more; false, and nothing done, otherwise.
#[inline(always)]
pub fn push_within(list: &Ref<List>, bits: Bits) -> bool {
    // SAFETY: by the invariant of this file; there is room behind the last item, and the word owns its reference, which
    // passes to the list.
    unsafe {
        let items = &mut *list.items.as_ptr();
        let length = items.len();
        if length == items.capacity() {
            return false;
        }
        items.as_mut_ptr().add(length).write(Value::from_bits(bits));
        items.set_len(length + 1);
        true
    }
}

/// The word of the next item of a list's iterator, counted anew; empty at the end, which is left to others.
#[inline(always)]
pub fn next_of_list(iterator: &Ref<ListIterator>) -> Bits {
    let place = iterator.next.get();
    // SAFETY: by the invariant of this file.
    let Some(list) = (unsafe { &*iterator.list.as_ptr() }) else { return Bits::EMPTY };
    let Some(item) = items(list).get(place) else { return Bits::EMPTY };
    iterator.next.set(place + 1);
    retain(item.bits());
    item.bits()
}

/// The same of a tuple's.
#[inline(always)]
pub fn next_of_tuple(iterator: &Ref<TupleIterator>) -> Bits {
    let place = iterator.next.get();
    // SAFETY: by the invariant of this file.
    let Some(tuple) = (unsafe { &*iterator.tuple.as_ptr() }) else { return Bits::EMPTY };
    let Some(item) = tuple.items.get(place) else { return Bits::EMPTY };
    iterator.next.set(place + 1);
    retain(item.bits());
    item.bits()
}

/// The same of a set's.
#[inline(always)]
pub fn next_of_set(iterator: &Ref<SetIterator>) -> Bits {
    // SAFETY: by the invariant of this file.
    let Some(set) = (unsafe { &*iterator.set.as_ptr() }) else { return Bits::EMPTY };
    let Some(members) = members_of(set) else { return Bits::EMPTY };
    // SAFETY: by the invariant of this file.
    let members = unsafe { &*members.as_ptr() };
    let Some(key) = iterator.advance_plainly(members) else { return Bits::EMPTY };
    retain(key.bits());
    key.bits()
}

/// The words of the next key and value on a walk over a dict, of which one is to be counted anew; empty at the end and
/// where something is wrong, which is left to others.
#[inline(always)]
pub fn next_of_dict(walk: &Walk) -> (Bits, Bits) {
    // SAFETY: by the invariant of this file.
    let dict = unsafe { &*walk.dict.as_ptr() };
    match dict.as_ref().and_then(|dict| walk.advance_plainly(table(dict))) {
        Some(entry) => (entry.key.bits(), entry.value.bits()),
        None => (Bits::EMPTY, Bits::EMPTY),
    }
}

/// The word of what a cell holds, not counted anew.
#[inline(always)]
pub fn contents(cell: &Ref<Cell>) -> Bits {
    // SAFETY: by the invariant of this file.
    unsafe { &*cell.contents.as_ptr() }.as_ref().map_or(Bits::EMPTY, Value::bits)
}

/// Replaces what a cell holds; the word that was there.
#[inline(always)]
pub fn replace_contents(cell: &Ref<Cell>, bits: Bits) -> Bits {
    // SAFETY: by the invariant of this file; the word owns its reference, which passes to the cell.
    let old = unsafe { std::mem::replace(&mut *cell.contents.as_ptr(), own(bits)) };
    old.map_or(Bits::EMPTY, Value::into_bits)
}

/// The position of a key in a dict, where finding it runs no Python code; else, and if it is not there, `usize::MAX`.
#[inline(always)]
pub fn find(dict: &Ref<Dict>, key: Bits) -> usize {
    match key.as_int() {
        Some(number) => find_number(table(dict), number, key),
        None => find_object(table(dict), key),
    }
}

#[inline(never)]
fn find_number(table: &Table, number: i64, key: Bits) -> usize {
    table.find(hash_of_int(number), |known| known.bits() == key).unwrap_or(usize::MAX)
}

#[inline(never)]
fn find_object(table: &Table, key: Bits) -> usize {
    if !key.is_heap() {
        return usize::MAX;
    }
    // SAFETY: the word is in a register of a running instruction.
    let key = unsafe { Value::borrow(&key) };
    let position = match exact::<Text>(key) {
        Some(text) => table.find_text(text),
        None => plain_hash(key).and_then(|hash| table.find(hash, |known| known.is(key))),
    };
    position.unwrap_or(usize::MAX)
}

/// The hash of a small int is the number, but for -1.
#[inline(always)]
fn hash_of_int(number: i64) -> u64 {
    (if number == -1 { -2 } else { number }) as u64
}

/// The hash of an object that has that of its identity, as classes and most instances do.
#[inline]
fn plain_hash(key: &Value) -> Option<u64> {
    let slot = key.shape()?.class().slots.hash.get()?;
    let plainly: Hash = object::identity_hash;
    std::ptr::fn_addr_eq(slot, plainly).then(|| object::identity_hash_of(key) as u64)
}

/// The position of a key in a dict, or `usize::MAX` if it is not there; where only Python code could tell, a position
/// beyond all entries.
#[inline(always)]
pub fn look(dict: &Ref<Dict>, key: Bits) -> usize {
    match key.as_int() {
        Some(number) => look_number(table(dict), number, key),
        None => look_object(table(dict), key),
    }
}

/// What [`look`] gives where only Python code could tell.
const UNKNOWN: usize = usize::MAX - 1;

#[inline(never)]
fn look_number(table: &Table, number: i64, key: Bits) -> usize {
    let others = std::cell::Cell::new(false);
    let is_it = |known: &Value| {
        let same = known.bits() == key;
        others.set(others.get() || !same);
        same
    };
    let found = table.find(hash_of_int(number), is_it);
    found.unwrap_or(if others.get() { UNKNOWN } else { usize::MAX })
}

#[inline(never)]
fn look_object(table: &Table, key: Bits) -> usize {
    if !key.is_heap() {
        return UNKNOWN;
    }
    let others = std::cell::Cell::new(false);
    let note = |same: bool| {
        others.set(others.get() || !same);
        same
    };
    // SAFETY: the word is in a register of a running instruction.
    let key = unsafe { Value::borrow(&key) };
    let found = if let Some(text) = exact::<Text>(key) {
        table.find(text.hash(), |known| {
            note(known.is(key) || known.downcast::<Text>().is_some_and(|known| known.equals(text)))
        })
    } else {
        let Some(hash) = plain_hash(key) else { return UNKNOWN };
        table.find(hash, |known| note(known.is(key)))
    };
    found.unwrap_or(if others.get() { UNKNOWN } else { usize::MAX })
}

/// Is an item in a container? None where only Python code, or a longer search, could tell.
#[inline(never)]
pub fn contains(container: Bits, item: Bits) -> Option<bool> {
    if !container.is_heap() {
        return None;
    }
    // SAFETY: both words are in registers of a running instruction.
    let (container, value) = unsafe { (Value::borrow(&container), Value::borrow(&item)) };
    if let Some(list) = exact::<List>(container) {
        return is_among(items(list), value);
    }
    if let Some(tuple) = exact::<Tuple>(container) {
        return is_among(&tuple.items, value);
    }
    if let Some(dict) = exact::<Dict>(container) {
        return match look(dict, item) {
            usize::MAX => Some(false),
            position => table(dict).entry(position).map(|_| true),
        };
    }
    let members = members(container)?;
    let hash = match item.as_int() {
        Some(number) => hash_of_int(number),
        None => match exact::<Text>(value) {
            Some(text) => text.hash(),
            None => plain_hash(value)?,
        },
    };
    members.has(hash, value)
}

/// The members of a set or a frozenset.
#[inline(always)]
fn members(value: &Value) -> Option<&Members> {
    let table = match exact::<Set>(value) {
        Some(set) => &set.members,
        None => &exact::<FrozenSet>(value)?.members,
    };
    // SAFETY: by the invariant of this file.
    Some(unsafe { &*table.as_ptr() })
}

/// Does a comparison hold for two sets? None for others, and where only Python code could tell.
pub fn sets_hold(comparison: Comparison, left: &Value, right: &Value) -> Option<bool> {
    set::holds_plainly(comparison, members(left)?, members(right)?)
}

/// Enters a small int into a set. False, and nothing done, for other items and where only Python code could tell.
#[inline(always)]
pub fn enter_number(set: &Ref<Set>, item: Bits) -> bool {
    let Some(number) = item.as_int() else { return false };
    // SAFETY: by the invariant of this file; the word owns nothing.
    unsafe { (*set.members.as_ptr()).enter(hash_of_int(number), Value::borrow(&item)) }
}

/// Is an int, a string or an object that is there itself among these?
#[inline]
fn is_among(items: &[Value], item: &Value) -> Option<bool> {
    if item.bits().is_int() {
        for known in items {
            if known.is(item) {
                return Some(true);
            }
            // What else could equal an int: a float, a truth value, or what an object has to say.
            if !known.bits().is_int() && !known.is_none() && exact::<Text>(known).is_none() {
                return None;
            }
        }
        return Some(false);
    }
    let text = exact::<Text>(item);
    for known in items {
        if known.is(item) && !item.bits().is_float() {
            return Some(true);
        }
        match (text, exact::<Text>(known)) {
            (Some(text), Some(known)) if known.equals(text) => return Some(true),
            (Some(_), Some(_)) => {}
            (Some(_), None) if !known.bits().is_heap() => {}
            _ => return None,
        }
    }
    Some(false)
}

/// A value as an object of exactly the built-in type with this payload, if it is one.
#[inline(always)]
pub fn exact<T: Payload>(value: &Value) -> Option<&Ref<T>> {
    let shape: *const Shape = value.shape()?;
    if !T::layout().exact.is(shape) {
        return None;
    }
    // SAFETY: objects of exactly this type have this payload; `Value` and `Ref` are both the pointer alone.
    Some(unsafe { &*std::ptr::from_ref(value).cast::<Ref<T>>() })
}

/// The object in a word, if it is of exactly the built-in type with this payload.
#[inline(always)]
pub fn exactly<'a, T: Payload>(window: Window, register: u16) -> Option<&'a Ref<T>> {
    let bits = window.bits(register);
    if !bits.is_heap() {
        return None;
    }
    let shape: *const Shape = header(bits).shape();
    if !T::layout().exact.is(shape) {
        return None;
    }
    // SAFETY: objects of exactly this type have this payload; the register keeps the object alive.
    Some(unsafe { &*(&raw const *window.value(register)).cast::<Ref<T>>() })
}

/// The function in a register, if it holds one. Functions have no subclasses, but those with attributes have other shapes.
#[inline(always)]
pub fn function<'a>(window: Window, register: u16) -> Option<&'a Ref<Function>> {
    if window.bits(register).is_heap() { window.value(register).downcast() } else { None }
}

/// The function in a cache word that has been filled with one.
#[inline(always)]
pub fn remembered(cache: &std::cell::Cell<u64>) -> &Ref<Function> {
    // SAFETY: where such a word is used, the number of a class has been compared that keeps the function alive; the
    // word of an object and a `Ref` are both the pointer alone.
    unsafe { &*std::ptr::from_ref(cache).cast::<Ref<Function>>() }
}

/// The word of what the class method calls that is in a cache word which has been filled with one.
#[inline(always)]
pub fn of_class_method(cache: &std::cell::Cell<u64>) -> Bits {
    // SAFETY: as for `remembered`.
    unsafe { &*std::ptr::from_ref(cache).cast::<Ref<ClassMethod>>() }.function_bits()
}

/// The values of a function's last positional parameters.
#[inline(always)]
pub fn defaults(function: &Function) -> &[Value] {
    // SAFETY: by the invariant of this file.
    unsafe { &*function.defaults.as_ptr() }.as_ref().map_or(&[], |defaults| &defaults.items)
}

/// The code of a function.
#[inline(always)]
pub fn code(function: &Ref<Function>) -> &Ref<CodeObject> {
    // SAFETY: by the invariant of this file.
    unsafe { &*function.code.as_ptr() }
}
