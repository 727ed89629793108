//! One cache for the attribute look-ups of instructions that meet objects of more shapes than they can remember.
//!
//! A place is chosen by the number of the shape and the address of the name, which is interned and so lives for ever. As
//! in the caches of instructions, the number stands for all that decides a look-up: an entry is right as long as there
//! are objects with that number. It holds no reference: while a class keeps the number it keeps what was found on it.

use std::cell::Cell;

use crate::gil::{Gil, Guarded};
use crate::object::{Ref, Text};

/// What kind of answer is remembered: a shape may have both under one name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The place of an attribute in the object, counted in bytes from its start, for loads.
    Slot,
    /// The same for stores, of an attribute that is there.
    StoredSlot,
    /// The word of a function of the class.
    Method,
}

/// Places of the cache.
const PLACES: usize = 4096;

struct Entry {
    /// The number of the shape and the address of the name, the kind of answer in its lowest bits; zero if empty.
    key: Cell<(u32, u64)>,
    answer: Cell<u64>,
}

struct Cache([Entry; PLACES]);

// SAFETY: reached only through the token.
unsafe impl Send for Cache {}

static CACHE: Guarded<Cache> =
    Guarded::new(Cache([const { Entry { key: Cell::new((0, 0)), answer: Cell::new(0) } }; PLACES]));

#[inline(always)]
fn entry<'a>(gil: Gil<'a>, id: u32, name: &Ref<Text>, kind: Answer) -> (&'a Entry, (u32, u64)) {
    let address = name.as_value().bits().raw() | kind as u64;
    let place = (u64::from(id) ^ (address >> 4)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - 12);
    (&CACHE.get(gil).0[place as usize % PLACES], (id, address))
}

/// The answer for objects with the number `id`, if it is remembered.
#[inline]
pub fn find(gil: Gil<'_>, id: u32, name: &Ref<Text>, kind: Answer) -> Option<u64> {
    let (entry, key) = entry(gil, id, name, kind);
    (id != 0 && entry.key.get() == key).then(|| entry.answer.get())
}

/// Remembers an answer.
pub fn remember(gil: Gil<'_>, id: u32, name: &Ref<Text>, kind: Answer, answer: u64) {
    if id != 0 && name.is_interned() {
        let (entry, key) = entry(gil, id, name, kind);
        entry.key.set(key);
        entry.answer.set(answer);
    }
}
