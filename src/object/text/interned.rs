//! Interned text: the one `str` object that each name is.

use std::cell::{Cell, RefCell};

use hashbrown::HashTable;

use super::{Text, hash_of};
use crate::gil::{Gil, Guarded};
use crate::object::value::{Ref, Value};
use crate::object::word::Bits;

static INTERNED: Guarded<RefCell<Interned>> = Guarded::new(RefCell::new(Interned(HashTable::new())));

/// The interned strings, each kept for ever: names are few.
struct Interned(HashTable<Ref<Text>>);

// SAFETY: reached only through the token, see `Guarded`; the counts of what it holds change only under the GIL.
unsafe impl Send for Interned {}

/// The one str with these characters that all names are: equal interned strings are the same object.
pub fn intern(gil: Gil<'_>, text: &str) -> Ref<Text> {
    // Most are constants of the program: where one stood, it stands again.
    let place = &RECENT.get(gil)[text.as_ptr().addr() / 4 % RECENTS];
    let recent = place.get();
    if recent != Bits::EMPTY {
        // SAFETY: interned text lives for ever.
        let known = unsafe { Value::borrow(&recent) }.downcast::<Text>();
        if let Some(known) = known.filter(|known| known.bytes() == text.as_bytes()) {
            return known.clone();
        }
    }
    let found = intern_hashed(gil, text);
    place.set(found.as_value().bits());
    found
}

const RECENTS: usize = 1024;

/// What was interned last, by where the characters stood.
static RECENT: Guarded<[Cell<Bits>; RECENTS]> = Guarded::new([const { Cell::new(Bits::EMPTY) }; RECENTS]);

fn intern_hashed(gil: Gil<'_>, text: &str) -> Ref<Text> {
    let hash = hash_of(text.as_bytes());
    if let Some(known) = INTERNED.get(gil).borrow().0.find(hash, |known| known.bytes() == text.as_bytes()) {
        return known.clone();
    }
    intern_new(gil, Ref::text(gil, text))
}

/// As [`intern`], of a str that is there already: perhaps it becomes the one.
pub fn intern_text(gil: Gil<'_>, text: &Ref<Text>) -> Ref<Text> {
    if text.is_interned() {
        return text.clone();
    }
    if let Some(known) = INTERNED.get(gil).borrow().0.find(text.hash(), |known| known.equals(text)) {
        return known.clone();
    }
    intern_new(gil, text.clone())
}

/// As [`intern`], of WTF-8.
pub fn intern_bytes(gil: Gil<'_>, bytes: &[u8]) -> Ref<Text> {
    match std::str::from_utf8(bytes) {
        Ok(text) => intern(gil, text),
        Err(_) => intern_text(gil, &Ref::new(gil, Text::from_wtf8(bytes))),
    }
}

fn intern_new(gil: Gil<'_>, text: Ref<Text>) -> Ref<Text> {
    text.characters.set_interned();
    INTERNED.get(gil).borrow_mut().0.insert_unique(text.hash(), text.clone(), |known| known.hash());
    text
}
