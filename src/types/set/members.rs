//! The hash table under set and frozenset: open addressing, in the order that scripts know.
//!
//! A set is iterated in the order of its table, so the table grows, probes and leaves dummies behind exactly as
//! CPython's does: a script that prints a set of ints prints the same here.
//!
//! The table never compares keys by Python code itself: [`Members::probe`] stops at a key that may be equal, the caller
//! compares it with no borrow held, and goes on or, if the table has `changed` meanwhile, begins again.

use smallvec::SmallVec;

use super::super::keyed;
use crate::object::{Value, Visit};

/// One place of the table: a key, nothing yet, or a dummy where a key has been.
#[derive(Clone)]
struct Place {
    hash: u64,
    key: Option<Value>,
}

/// The hash that marks a dummy; no key has it.
const DUMMY: u64 = u64::MAX;

impl Place {
    const UNUSED: Place = Place { hash: 0, key: None };

    #[inline(always)]
    fn is_unused(&self) -> bool {
        self.key.is_none() && self.hash == 0
    }
}

/// So many places after the first are looked at in a row.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
/// The smallest table.
const LEAST: usize = 8;

type Places = SmallVec<[Place; LEAST]>;

/// So many places, unused.
fn unused(count: usize) -> Places {
    if count == LEAST {
        return SmallVec::from_buf([const { Place::UNUSED }; LEAST]);
    }
    SmallVec::from_vec(std::iter::repeat_n(Place::UNUSED, count).collect())
}

/// The table.
#[derive(Default)]
pub struct Members {
    /// A power of two of places; none before the first key. The smallest table lies in the object itself.
    places: Places,
    /// Keys and dummies.
    filled: usize,
    /// Keys.
    length: usize,
    /// Where the next `pop` begins to look.
    finger: usize,
    /// Counts changes, so that a search that ran Python code knows whether to begin again.
    changes: u32,
}

/// Where a search has come to.
#[derive(Clone, Copy)]
pub struct Probe {
    hash: u64,
    perturb: u64,
    /// The first place of the row that is being looked at, and how far in it the search is.
    row: usize,
    along: usize,
    /// The last dummy seen: a key that is not there is put there.
    dummy: Option<usize>,
}

impl Probe {
    /// The beginning of a search for keys with this hash.
    pub fn new(hash: u64) -> Probe {
        Probe { hash, perturb: hash, row: usize::MAX, along: 0, dummy: None }
    }
}

/// What a search meets.
pub enum Met {
    /// The key itself, or equal text.
    Found(usize),
    /// A key with the same hash, to be compared.
    Candidate(usize, Value),
    /// No such key; it would be put here, where nothing or a dummy is.
    Unused(usize),
}

impl Members {
    /// The number of keys.
    pub fn length(&self) -> usize {
        self.length
    }

    /// The number of changes so far.
    pub fn changes(&self) -> u32 {
        self.changes
    }

    /// The places as CPython counts them, of which an empty table has some already.
    pub fn capacity(&self) -> usize {
        self.places.len().max(LEAST)
    }

    fn mask(&self) -> usize {
        self.capacity() - 1
    }

    /// Goes on with a search.
    pub fn probe(&self, probe: &mut Probe, key: &Value) -> Met {
        let mask = self.mask();
        if self.places.is_empty() {
            return Met::Unused(probe.hash as usize & mask);
        }
        if probe.row == usize::MAX {
            probe.row = probe.hash as usize & mask;
        }
        loop {
            let row = if probe.row + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 };
            while probe.along <= row {
                let at = probe.row + probe.along;
                probe.along += 1;
                let place = &self.places[at];
                match &place.key {
                    None if place.hash == 0 => return Met::Unused(probe.dummy.unwrap_or(at)),
                    None => probe.dummy = Some(at),
                    Some(known) if place.hash == probe.hash => match keyed::plainly_equal(known, key) {
                        Some(true) => return Met::Found(at),
                        Some(false) => {}
                        None => return Met::Candidate(at, known.clone()),
                    },
                    _ => {}
                }
            }
            probe.perturb >>= PERTURB_SHIFT;
            probe.row = next_row(probe.row, probe.perturb, mask);
            probe.along = 0;
        }
    }

    /// Enters a key if it is not there. False, and nothing done, where only Python code could tell.
    #[inline]
    pub fn enter(&mut self, hash: u64, key: &Value) -> bool {
        if self.places.is_empty() {
            self.places = unused(LEAST);
        }
        let mask = self.places.len() - 1;
        let row = hash as usize & mask;
        let count = if row + LINEAR_PROBES <= mask { LINEAR_PROBES + 1 } else { 1 };
        // Most often the search ends in the first row.
        for place in &mut self.places[row..row + count] {
            match &place.key {
                Some(known) if known.is(key) => return true,
                Some(_) if place.hash != hash => {}
                None if place.hash == 0 => {
                    *place = Place { hash, key: Some(key.clone()) };
                    self.entered();
                    return true;
                }
                _ => break,
            }
        }
        match self.probe(&mut Probe::new(hash), key) {
            Met::Found(_) => true,
            Met::Unused(at) => {
                self.put(at, hash, key.clone());
                true
            }
            Met::Candidate(..) => false,
        }
    }

    /// Puts a key into the place that a search for it has ended at.
    pub fn put(&mut self, at: usize, hash: u64, key: Value) {
        if self.places.is_empty() {
            self.places = unused(LEAST);
        }
        let unused = self.places[at].is_unused();
        self.places[at] = Place { hash, key: Some(key) };
        if !unused {
            self.length += 1;
            self.changes = self.changes.wrapping_add(1);
            return;
        }
        self.entered();
    }

    /// One more place holds a key.
    fn entered(&mut self) {
        self.length += 1;
        self.changes = self.changes.wrapping_add(1);
        self.filled += 1;
        if self.filled * 5 >= self.mask() * 3 {
            self.grow();
        }
    }

    /// Takes a key out.
    #[must_use = "the key is dropped outside the borrow"]
    pub fn take_at(&mut self, at: usize) -> Option<Value> {
        let place = self.places.get_mut(at)?;
        let key = place.key.take()?;
        place.hash = DUMMY;
        self.length -= 1;
        self.changes = self.changes.wrapping_add(1);
        Some(key)
    }

    /// Takes some key out: the first from where the last one was taken.
    #[must_use = "the key is dropped outside the borrow"]
    pub fn take_any(&mut self) -> Option<Value> {
        if self.length == 0 {
            return None;
        }
        let from = self.finger & self.mask();
        let at = (from..self.places.len()).chain(0..from).find(|&at| self.places[at].key.is_some())?;
        self.finger = at + 1;
        self.take_at(at)
    }

    /// The first key at or after a place.
    #[inline]
    pub fn next_from(&self, mut at: usize) -> Option<(usize, u64, &Value)> {
        loop {
            let place = self.places.get(at)?;
            if let Some(key) = &place.key {
                return Some((at, place.hash, key));
            }
            at += 1;
        }
    }

    /// All keys in order, with their hashes.
    pub fn iter(&self) -> impl Iterator<Item = (u64, &Value)> {
        self.places.iter().filter_map(|place| Some((place.hash, place.key.as_ref()?)))
    }

    /// The keys in order, with their hashes, as owners.
    pub fn copied(&self) -> Vec<(u64, Value)> {
        self.iter().map(|(hash, key)| (hash, key.clone())).collect()
    }

    /// Is a key there? None where only Python code could tell.
    #[inline]
    pub fn has(&self, hash: u64, key: &Value) -> Option<bool> {
        // Most often the first place tells.
        let Some(first) = self.places.get(hash as usize & self.mask()) else { return Some(false) };
        match &first.key {
            Some(known) if known.is(key) => return Some(true),
            None if first.hash == 0 => return Some(false),
            _ => {}
        }
        match self.probe(&mut Probe::new(hash), key) {
            Met::Found(_) => Some(true),
            Met::Unused(_) => Some(false),
            Met::Candidate(..) => None,
        }
    }

    /// Those of the keys that are in another set, or that are not. None where only Python code could tell.
    pub fn selected(&self, other: &Members, wanted: bool) -> Option<Members> {
        let mut result = Members::default();
        for (hash, key) in self.iter() {
            if other.has(hash, key)? == wanted {
                result.put_new(hash, key.clone());
            }
        }
        Some(result)
    }

    /// Is each of the keys in another set, or is none? None where only Python code could tell.
    pub fn all(&self, other: &Members, wanted: bool) -> Option<bool> {
        for (hash, key) in self.iter() {
            if other.has(hash, key)? != wanted {
                return Some(false);
            }
        }
        Some(true)
    }

    /// Enters a key that is not there into a table without dummies.
    fn put_new(&mut self, hash: u64, key: Value) {
        if self.places.is_empty() {
            self.places = unused(LEAST);
        }
        insert_clean(&mut self.places, hash, key);
        self.entered();
    }

    /// The number of keys and dummies.
    pub fn filled(&self) -> usize {
        self.filled
    }

    /// Makes room for so many more keys at once, before they are added from elsewhere.
    pub fn make_room(&mut self, more: usize) {
        if (self.filled + more) * 5 >= self.mask() * 3 {
            self.resize((self.length + more) * 2);
        }
    }

    /// Takes over another set's keys, if this one is empty: none of them is compared. False if it is not empty.
    pub fn take_over(&mut self, other: &Members) -> bool {
        if self.filled != 0 {
            return false;
        }
        self.changes = self.changes.wrapping_add(1);
        if self.capacity() == other.capacity() && other.filled == other.length {
            self.places = other.places.clone();
        } else {
            if self.places.is_empty() {
                self.places = unused(LEAST);
            }
            for (hash, key) in other.iter() {
                insert_clean(&mut self.places, hash, key.clone());
            }
        }
        self.filled = other.length;
        self.length = other.length;
        true
    }

    /// Gets rid of dummies if they are more than a quarter.
    pub fn tidy(&mut self) {
        if self.filled - self.length > self.mask() / 4 {
            self.grow();
        }
    }

    fn grow(&mut self) {
        let factor = if self.length > 50_000 { 2 } else { 4 };
        self.resize(self.length * factor);
    }

    /// A table of more than so many places, without dummies.
    fn resize(&mut self, least: usize) {
        let mut size = LEAST;
        while size <= least {
            size <<= 1;
        }
        let mut places = unused(size);
        for place in &mut self.places[..] {
            if let Some(key) = place.key.take() {
                insert_clean(&mut places, place.hash, key);
            }
        }
        self.places = places;
        self.filled = self.length;
        self.changes = self.changes.wrapping_add(1);
    }

    /// Shows all keys.
    pub fn traverse(&self, visit: Visit<'_>) {
        for (_, key) in self.iter() {
            visit(key);
        }
    }
}

/// Puts a key that is not there into a table without dummies.
fn insert_clean(places: &mut [Place], hash: u64, key: Value) {
    let mask = places.len() - 1;
    let (mut row, mut perturb) = (hash as usize & mask, hash);
    // Most often the first place is unused.
    let first = &mut places[row];
    if first.is_unused() {
        *first = Place { hash, key: Some(key) };
        return;
    }
    loop {
        let last = if row + LINEAR_PROBES <= mask { row + LINEAR_PROBES } else { row };
        if let Some(at) = (row..=last).find(|&at| places[at].is_unused()) {
            places[at] = Place { hash, key: Some(key) };
            return;
        }
        perturb >>= PERTURB_SHIFT;
        row = next_row(row, perturb, mask);
    }
}

fn next_row(row: usize, perturb: u64, mask: usize) -> usize {
    row.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize) & mask
}
