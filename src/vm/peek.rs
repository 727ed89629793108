//! How handlers look into payloads: past the flags of their cells.
//!
//! Invariant: a handler runs no other code between looking and the end of the borrow, and no borrow of a payload is held
//! while Python code runs, so nobody holds a borrow that a look could clash with.

use crate::object::{Bits, Ref, Table, Value};
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::types::list::List;

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

/// Replaces an item of a list at a place below its length; the word that was there.
#[inline(always)]
pub fn replace_item(list: &Ref<List>, place: usize, bits: Bits) -> Bits {
    // SAFETY: by the invariant of this file; the word owns its reference, which passes to the list.
    unsafe {
        let items = &mut *list.items.as_ptr();
        std::mem::replace(items.get_unchecked_mut(place), Value::from_bits(bits)).into_bits()
    }
}

/// The code of a function.
#[inline(always)]
pub fn code(function: &Ref<Function>) -> &Ref<CodeObject> {
    // SAFETY: by the invariant of this file.
    unsafe { &*function.code.as_ptr() }
}
