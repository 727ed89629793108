//! Keys in hash tables: finding, entering and removing them by hash and equality, which may run Python code.
//!
//! No borrow of a table is held while keys are compared; a table that has changed meanwhile is searched again.

use std::cell::{Cell, RefCell};

use super::bytes::Bytes;
use super::tuple::Tuple;
use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::{Payload, Ref, Result, Table, Text, Value, operations};

/// The hash of a key.
pub fn hash(gil: Gil<'_>, key: &Value) -> Result<u64> {
    match plain_hash(key) {
        Some(hash) => Ok(hash),
        None => Ok(operations::hash(gil, key)? as u64),
    }
}

/// The hash of a small int or of text.
#[inline(always)]
pub fn plain_hash(key: &Value) -> Option<u64> {
    match key.bits().as_int() {
        // The hash of a small int is the number, but for -1.
        Some(number) => Some(if number == -1 { -2 } else { number } as u64),
        None => Some(exactly::<Text>(key)?.hash()),
    }
}

/// The position of a key.
pub fn find(gil: Gil<'_>, table: &RefCell<Table>, key: &Value) -> Result<Option<usize>> {
    let hash = hash(gil, key)?;
    find_hashed(gil, table, key, hash)
}

/// The position of a key whose hash is known.
pub fn find_hashed(gil: Gil<'_>, table: &RefCell<Table>, key: &Value, hash: u64) -> Result<Option<usize>> {
    if let Some(text) = key.downcast::<Text>().filter(|_| key.is_exact::<Text>(gil))
        && let Some(found) = table.borrow().find_text(text)
    {
        return Ok(Some(found));
    }
    // Most often no key with the same hash need be asked.
    let others = Cell::new(false);
    let found = table.borrow().find(hash, |known| {
        plainly_equal(known, key).unwrap_or_else(|| {
            others.set(true);
            false
        })
    });
    if found.is_some() || !others.get() {
        return Ok(found);
    }
    'again: loop {
        let (version, candidates) = {
            let mut table = table.borrow_mut();
            (table.version(), table.candidates(hash))
        };
        for (position, known) in candidates {
            if known.is(key) {
                return Ok(Some(position));
            }
            let equal = operations::equal(gil, &known, key)?;
            if table.borrow().current_version() != version {
                continue 'again;
            }
            if equal {
                return Ok(Some(position));
            }
        }
        return Ok(None);
    }
}

/// Are keys with the same hash equal? None where only Python code could tell.
#[inline]
pub fn plainly_equal(known: &Value, key: &Value) -> Option<bool> {
    if let Some(same) = simply_equal(known, key) {
        return Some(same);
    }
    let (known, key) = (exactly::<Tuple>(known)?, exactly::<Tuple>(key)?);
    if known.items.len() != key.items.len() {
        return Some(false);
    }
    for (known, key) in known.items.iter().zip(&key.items) {
        if !simply_equal(known, key)? {
            return Some(false);
        }
    }
    Some(true)
}

/// The same of ints, text and bytes alone, and of what is the same object.
#[inline(always)]
fn simply_equal(known: &Value, key: &Value) -> Option<bool> {
    if known.is(key) {
        return Some(true);
    }
    if known.bits().both_ints(key.bits()) {
        return Some(false);
    }
    Some(match exactly::<Text>(known) {
        Some(known) => known.equals(exactly::<Text>(key)?),
        None => exactly::<Bytes>(known)?.bytes == exactly::<Bytes>(key)?.bytes,
    })
}

/// A value of a built-in type itself, whose comparison nobody overrides.
#[inline(always)]
fn exactly<T: Payload>(value: &Value) -> Option<&Ref<T>> {
    value.downcast::<T>().filter(|_| !value.shape().is_some_and(|shape| shape.class().has(flags::HEAP)))
}

/// The value of a key.
pub fn get(gil: Gil<'_>, table: &RefCell<Table>, key: &Value) -> Result<Option<Value>> {
    let position = find(gil, table, key)?;
    let table = table.borrow();
    Ok(position.and_then(|position| table.entry(position)).map(|entry| entry.value.clone()))
}

/// Sets the value of a key; a key that is there stays.
pub fn set(gil: Gil<'_>, table: &RefCell<Table>, key: &Value, value: Value) -> Result<()> {
    let hash = hash(gil, key)?;
    set_hashed(gil, table, key, hash, value)
}

/// Sets the value of a key whose hash is known.
pub fn set_hashed(gil: Gil<'_>, table: &RefCell<Table>, key: &Value, hash: u64, value: Value) -> Result<()> {
    let position = find_hashed(gil, table, key, hash)?;
    let old = match position {
        Some(position) => table.borrow_mut().replace(position, value),
        None => {
            table.borrow_mut().insert_new(hash, key.clone(), value);
            None
        }
    };
    drop(old);
    Ok(())
}

/// Removes a key; gives back its value.
pub fn remove(gil: Gil<'_>, table: &RefCell<Table>, key: &Value) -> Result<Option<Value>> {
    let Some(position) = find(gil, table, key)? else { return Ok(None) };
    let entry = table.borrow_mut().remove(position);
    Ok(entry.map(|entry| entry.value))
}
