//! Pairs without tuples: what `enumerate`, `zip` and a dict's items give to a loop that unpacks it at once.
//!
//! Nobody else can have seen such a tuple, so none is made. It is done only where the iterators beneath are those of
//! lists, tuples and ranges and have an item to give; the end of a loop, and all else, goes the ordinary way.

use std::cell::RefCell;

use super::peek::{exact, items, next_of_dict};
use super::place::{Pc, Window, release_unless_last, retain};
use super::state::State;
use crate::code::Opcode;
use crate::code::opcode::TAKE_B;
use crate::object::{Bits, Ref, Value};
use crate::types::dict_views::iterator::ItemIterator;
use crate::types::iterators::{Enumerate, Zip};
use crate::types::range::RangeIterator;
use crate::types::sequence::iterator::{ListIterator, TupleIterator};

/// What has become of a pair.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Pair {
    /// There was none to be had so, and nothing is done.
    Otherwise,
    /// It stands in the two registers.
    Unpacked,
    /// It does, and what those held before is left with the state to be released.
    Replaced,
}

/// Does an iterator give pairs, and does the instruction at `unpack` take apart what it gives to the register `item`?
pub fn are_unpacked(iterator: &Value, item: u16, unpack: Pc) -> bool {
    let gives_pairs = exact::<Enumerate>(iterator).is_some()
        || exact::<ItemIterator>(iterator).is_some()
        || exact::<Zip>(iterator).is_some_and(|zip| zip.iterators.len() == 2);
    gives_pairs
        && unpack.opcode() == Opcode::UnpackSequence as u8
        && (unpack.b(), unpack.c()) == (item, 2)
        && unpack.x() & TAKE_B != 0
}

/// Gives the next pair of the iterator in a register to the two registers of the instruction at `unpack`.
#[inline(never)]
pub fn unpack(window: Window, register: u16, unpack: Pc, state: &State) -> Pair {
    let (first, second) = next(window.value(register));
    if first == Bits::EMPTY {
        return Pair::Otherwise;
    }
    let target = unpack.a();
    let old = [window.replace(target, first), window.replace(target + 1, second)];
    let mut pair = Pair::Unpacked;
    for (place, old) in old.into_iter().enumerate() {
        if !release_unless_last(old) {
            state.dying[place].set(old);
            pair = Pair::Replaced;
        }
    }
    pair
}

/// The words of the next pair, counted anew; empty words where others must see to it.
#[inline(always)]
fn next(iterator: &Value) -> (Bits, Bits) {
    const NONE: (Bits, Bits) = (Bits::EMPTY, Bits::EMPTY);
    if let Some(enumerate) = exact::<Enumerate>(iterator) {
        let number = look_into(&enumerate.number).bits();
        let (Some(following), item) = (number.checked_add(Bits::small(1)), coming(&enumerate.iterator))
        else {
            return NONE;
        };
        if item == Bits::EMPTY {
            return NONE;
        }
        // Numbers in a word own nothing.
        if let Some(following) = super::place::own(following) {
            drop(enumerate.number.replace(following));
        }
        retain(item);
        go_on(&enumerate.iterator);
        return (number, item);
    }
    if let Some(zip) = exact::<Zip>(iterator) {
        let [left, right] = &zip.iterators[..] else { return NONE };
        let (first, second) = (coming(left), coming(right));
        if first == Bits::EMPTY || second == Bits::EMPTY || left.is(right) {
            return NONE;
        }
        retain(first);
        retain(second);
        go_on(left);
        go_on(right);
        return (first, second);
    }
    let Some(items) = exact::<ItemIterator>(iterator) else { return NONE };
    let (key, value) = next_of_dict(&items.0);
    retain(key);
    retain(value);
    (key, value)
}

/// The word of the item that an iterator gives next, not counted anew; empty if that is not known.
#[inline(always)]
fn coming(iterator: &Value) -> Bits {
    let found = if let Some(iterator) = exact::<ListIterator>(iterator) {
        let list: Option<&Ref<_>> = look_into(&iterator.list).as_ref();
        list.and_then(|list| items(list).get(iterator.next.get()))
    } else if let Some(iterator) = exact::<TupleIterator>(iterator) {
        let tuple: Option<&Ref<crate::types::tuple::Tuple>> = look_into(&iterator.tuple).as_ref();
        tuple.and_then(|tuple| tuple.items.get(iterator.next.get()))
    } else if let Some(range) = exact::<RangeIterator>(iterator) {
        let number = Some(range.next.get()).filter(|_| range.remaining.get() > 0);
        return number.and_then(Bits::from_int).unwrap_or(Bits::EMPTY);
    } else {
        None
    };
    found.map_or(Bits::EMPTY, Value::bits)
}

/// Goes on behind the item that was coming.
#[inline(always)]
fn go_on(iterator: &Value) {
    if let Some(iterator) = exact::<ListIterator>(iterator) {
        iterator.next.set(iterator.next.get() + 1);
    } else if let Some(iterator) = exact::<TupleIterator>(iterator) {
        iterator.next.set(iterator.next.get() + 1);
    } else if let Some(range) = exact::<RangeIterator>(iterator) {
        range.advance_small();
    }
}

/// What a cell of a payload holds, past its flag.
#[inline(always)]
fn look_into<T>(cell: &RefCell<T>) -> &T {
    // SAFETY: by the invariant of `peek`: nothing else runs between the look and the end of the borrow.
    unsafe { &*cell.as_ptr() }
}
