//! The compact, ordered hash table under dict, set, and the namespaces of modules and types.
//!
//! Entries lie in a vector in insertion order, with a hash index over their positions once there are more than a few.
//! A removed entry leaves a hole until the vector is rebuilt. The table compares keys by identity and, for text, by
//! characters; other keys are compared by the caller, since that may run Python code: see [`Table::candidates`].
//!
//! `version` changes whenever a key comes or goes (not when a value changes), so that a cache can keep an entry's
//! position as long as the version is the same. Versions are never drawn twice.

use std::cell::Cell;

use hashbrown::HashTable;

use super::header::Visit;
use super::text::Text;
use super::value::{Ref, Value};
use crate::gil::{Gil, Guarded};

/// One key with its value.
pub struct Entry {
    pub hash: u64,
    pub key: Value,
    pub value: Value,
}

/// The table. Its values are dropped by the caller, outside any borrow of the table: a drop may run Python code.
#[derive(Default)]
pub struct Table {
    entries: Vec<Option<Entry>>,
    /// Positions in `entries` by hash; empty while there are at most [`FEW`] entries.
    index: HashTable<u32>,
    length: usize,
    version: u32,
}

/// Up to this many entries are searched without an index.
const FEW: usize = 8;

static NEXT_VERSION: Guarded<Cell<u32>> = Guarded::new(Cell::new(1));

/// A version for a table that changed; zero (which is in no cache) once all are used up.
fn draw_version() -> u32 {
    debug_assert!(crate::gil::held());
    // SAFETY: tables are reached only under the GIL.
    let next = NEXT_VERSION.get(unsafe { Gil::assume() });
    let version = next.get();
    next.set(if version == 0 { 0 } else { version.wrapping_add(1) });
    version
}

impl Table {
    /// An empty table.
    pub fn new() -> Table {
        Table::default()
    }

    /// Room for this many entries.
    pub fn with_capacity(capacity: usize) -> Table {
        Table { entries: Vec::with_capacity(capacity), ..Table::default() }
    }

    /// The number of keys.
    #[inline]
    pub fn length(&self) -> usize {
        self.length
    }

    /// The version, drawn now if there is none.
    pub fn version(&mut self) -> u32 {
        if self.version == 0 {
            self.version = draw_version();
        }
        self.version
    }

    /// The version as caches compare it: zero after a change.
    #[inline(always)]
    pub fn current_version(&self) -> u32 {
        self.version
    }

    /// The number of positions, holes included.
    pub fn positions(&self) -> usize {
        self.entries.len()
    }

    /// The entry at a position; None for a hole or beyond the end.
    #[inline(always)]
    pub fn entry(&self, position: usize) -> Option<&Entry> {
        self.entries.get(position)?.as_ref()
    }

    /// The first entry at or after a position, with its position.
    #[inline]
    pub fn next_from(&self, position: usize) -> Option<(usize, &Entry)> {
        (position..self.entries.len()).find_map(|position| Some((position, self.entry(position)?)))
    }

    /// The last entry with its position.
    pub fn last(&self) -> Option<(usize, &Entry)> {
        (0..self.entries.len()).rev().find_map(|position| Some((position, self.entry(position)?)))
    }

    /// All entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().flatten()
    }

    /// The position of a str key.
    #[inline]
    pub fn find_text(&self, key: &Ref<Text>) -> Option<usize> {
        let word = key.as_value();
        self.find(key.hash(), |known| {
            known.is(word) || known.downcast::<Text>().is_some_and(|known| known.bytes() == key.bytes())
        })
    }

    /// The position of a key that hashes so and of which `is_it` holds. `is_it` must not run Python code.
    #[inline]
    pub fn find(&self, hash: u64, is_it: impl Fn(&Value) -> bool) -> Option<usize> {
        let fits = |position: usize| {
            self.entry(position).is_some_and(|entry| entry.hash == hash && is_it(&entry.key))
        };
        if self.entries.len() <= FEW {
            return (0..self.entries.len()).find(|&position| fits(position));
        }
        self.index.find(spread(hash), |&position| fits(position as usize)).map(|&position| position as usize)
    }

    /// The positions and keys with this hash, for comparisons that may run Python code (and change the table: the
    /// caller compares `version` afterwards).
    pub fn candidates(&self, hash: u64) -> Vec<(usize, Value)> {
        let entry_at = |position: usize| {
            let entry = self.entry(position).filter(|entry| entry.hash == hash)?;
            Some((position, entry.key.clone()))
        };
        if self.entries.len() <= FEW {
            return (0..self.entries.len()).filter_map(entry_at).collect();
        }
        self.index.iter_hash(spread(hash)).filter_map(|&position| entry_at(position as usize)).collect()
    }

    /// The value of a str key.
    pub fn get_text(&self, key: &Ref<Text>) -> Option<&Value> {
        self.find_text(key).and_then(|position| self.entry(position)).map(|entry| &entry.value)
    }

    /// Sets the value of a str key; gives back the one it had.
    #[must_use = "the old value is dropped outside the borrow"]
    pub fn set_text(&mut self, key: &Ref<Text>, value: Value) -> Option<Value> {
        match self.find_text(key) {
            Some(position) => self.replace(position, value),
            None => {
                self.insert_new(key.hash(), key.to_value(), value);
                None
            }
        }
    }

    /// Replaces the value at a position; gives back the old one.
    #[must_use = "the old value is dropped outside the borrow"]
    #[inline(always)]
    pub fn replace(&mut self, position: usize, value: Value) -> Option<Value> {
        let entry = self.entries.get_mut(position)?.as_mut()?;
        Some(std::mem::replace(&mut entry.value, value))
    }

    /// Appends a key that is not there.
    pub fn insert_new(&mut self, hash: u64, key: Value, value: Value) {
        if self.entries.len() == self.entries.capacity() && self.length * 4 < self.entries.len() * 3 {
            self.compact();
        }
        let position = self.entries.len();
        self.entries.push(Some(Entry { hash, key, value }));
        self.length += 1;
        self.version = 0;
        match position {
            0..FEW => {}
            FEW => self.build_index(),
            _ => {
                let entries = &self.entries;
                self.index.insert_unique(spread(hash), position as u32, |&at| hash_at(entries, at));
            }
        }
    }

    /// Removes and gives back the entry at a position.
    #[must_use = "what it held is dropped outside the borrow"]
    pub fn remove(&mut self, position: usize) -> Option<Entry> {
        let entry = self.entries.get_mut(position)?.take()?;
        if self.entries.len() > FEW
            && let Ok(found) = self.index.find_entry(spread(entry.hash), |&at| at as usize == position)
        {
            found.remove();
        }
        self.length -= 1;
        self.version = 0;
        Some(entry)
    }

    /// Removes and gives back the last entry.
    #[must_use = "what it held is dropped outside the borrow"]
    pub fn remove_last(&mut self) -> Option<Entry> {
        let (position, _) = self.last()?;
        let entry = self.remove(position)?;
        let indexed = self.entries.len() > FEW;
        while let Some(None) = self.entries.last() {
            self.entries.pop();
        }
        if indexed && self.entries.len() <= FEW {
            self.index.clear();
        }
        Some(entry)
    }

    /// Moves the entry at a position behind all others. One that is there already is left alone: a search that is under
    /// way, waiting for a key's `__eq__`, need not begin anew.
    pub fn move_to_back(&mut self, position: usize) {
        if self.entries[position + 1..].iter().all(Option::is_none) {
            return;
        }
        if let Some(entry) = self.remove(position) {
            self.insert_new(entry.hash, entry.key, entry.value);
        }
    }

    /// Moves the entry at a position before all others, at the price of numbering them anew.
    pub fn move_to_front(&mut self, position: usize) {
        if self.entries[..position].iter().all(Option::is_none) {
            return;
        }
        self.entries[..=position].rotate_right(1);
        self.compact();
    }

    /// Removes and gives back all entries.
    #[must_use = "what it held is dropped outside the borrow"]
    pub fn take(&mut self) -> Table {
        std::mem::take(self)
    }

    /// Shows all keys and values.
    pub fn traverse(&self, visit: Visit<'_>) {
        for entry in self.iter() {
            visit(&entry.key);
            visit(&entry.value);
        }
    }

    /// A copy with the same order.
    pub fn copy(&self) -> Table {
        let copied = |entry: &Entry| {
            Some(Entry { hash: entry.hash, key: entry.key.clone(), value: entry.value.clone() })
        };
        let entries = self.iter().map(copied).collect();
        let mut copy = Table { entries, length: self.length, ..Table::default() };
        copy.build_index();
        copy
    }

    /// Closes the holes.
    fn compact(&mut self) {
        self.entries.retain(Option::is_some);
        self.version = 0;
        self.build_index();
    }

    fn build_index(&mut self) {
        self.index.clear();
        if self.entries.len() <= FEW {
            return;
        }
        let entries = &self.entries;
        self.index.reserve(entries.capacity(), |&at| hash_at(entries, at));
        for (position, entry) in entries.iter().enumerate() {
            if let Some(entry) = entry {
                self.index.insert_unique(spread(entry.hash), position as u32, |&at| hash_at(entries, at));
            }
        }
    }
}

/// A hash as the index takes it: the hashes of ints differ in their low bits alone, and the index looks at the high ones
/// too.
#[inline(always)]
fn spread(hash: u64) -> u64 {
    hash.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn hash_at(entries: &[Option<Entry>], position: u32) -> u64 {
    spread(entries[position as usize].as_ref().map_or(0, |entry| entry.hash))
}
