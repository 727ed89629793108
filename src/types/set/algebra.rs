//! Finding and entering keys, which may run Python code, and what is made of two sets.
//!
//! Which of two equal keys a result keeps, and in what order, is as in CPython. No borrow of a table is held while a key
//! is hashed, compared or dropped.

use std::cell::RefCell;

use super::super::dict::Dict;
use super::super::keyed;
use super::super::list::List;
use super::super::tuple::Tuple;
use super::members::{Members, Met, Probe};
use super::{FrozenSet, Set, members_of};
use crate::gil::Gil;
use crate::object::{Result, Value, operations};

/// The table of a set, which Python code may change at any time.
pub type Table = RefCell<Members>;

/// Where a key is, or the unused place where it would be put.
fn search(gil: Gil<'_>, table: &Table, hash: u64, key: &Value) -> Result<std::result::Result<usize, usize>> {
    'again: loop {
        let mut probe = Probe::new(hash);
        loop {
            let (met, changes) = {
                let members = table.borrow();
                (members.probe(&mut probe, key), members.changes())
            };
            match met {
                Met::Found(at) => return Ok(Ok(at)),
                Met::Unused(at) => return Ok(Err(at)),
                Met::Candidate(at, known) => {
                    let equal = operations::equal(gil, &known, key)?;
                    if table.borrow().changes() != changes {
                        continue 'again;
                    }
                    if equal {
                        return Ok(Ok(at));
                    }
                }
            }
        }
    }
}

/// Is a key there whose hash is known?
pub fn contains_hashed(gil: Gil<'_>, table: &Table, hash: u64, key: &Value) -> Result<bool> {
    if let Some(known) = table.borrow().has(hash, key) {
        return Ok(known);
    }
    Ok(search(gil, table, hash, key)?.is_ok())
}

/// Is a key there?
pub fn contains(gil: Gil<'_>, table: &Table, key: &Value) -> Result<bool> {
    contains_hashed(gil, table, keyed::hash(gil, key)?, key)
}

/// Enters a key whose hash is known, if it is not there.
pub fn add_hashed(gil: Gil<'_>, table: &Table, hash: u64, key: &Value) -> Result<()> {
    if table.borrow_mut().enter(hash, key) {
        return Ok(());
    }
    if let Err(at) = search(gil, table, hash, key)? {
        table.borrow_mut().put(at, hash, key.clone());
    }
    Ok(())
}

/// Enters a key, if it is not there.
pub fn add(gil: Gil<'_>, table: &Table, key: &Value) -> Result<()> {
    add_hashed(gil, table, keyed::hash(gil, key)?, key)
}

/// Removes a key whose hash is known. False if it was not there.
fn discard_hashed(gil: Gil<'_>, table: &Table, hash: u64, key: &Value) -> Result<bool> {
    let Ok(at) = search(gil, table, hash, key)? else { return Ok(false) };
    let gone = table.borrow_mut().take_at(at);
    Ok(gone.is_some())
}

/// Removes a key. False if it was not there.
pub fn discard(gil: Gil<'_>, table: &Table, key: &Value) -> Result<bool> {
    discard_hashed(gil, table, keyed::hash(gil, key)?, key)
}

/// Enters the items of an iterable.
pub fn update(gil: Gil<'_>, table: &Table, other: &Value) -> Result<()> {
    if let Some(other) = members_of(other) {
        return merge(gil, table, other);
    }
    if let Some(list) = other.downcast::<List>().filter(|_| other.is_exact::<List>(gil)) {
        return update_by_place(gil, table, |at, see| see(list.items.borrow().get(at..)));
    }
    if let Some(tuple) = other.downcast::<Tuple>().filter(|_| other.is_exact::<Tuple>(gil)) {
        return update_by_place(gil, table, |at, see| see(tuple.items.get(at..)));
    }
    match dict_keys(gil, other) {
        Some(keys) => {
            table.borrow_mut().make_room(keys.len());
            keys.iter().try_for_each(|(hash, key)| add_hashed(gil, table, *hash, key))
        }
        None => operations::for_each(gil, other, |key| add(gil, table, &key)),
    }
}

/// Enters the items of a sequence, which `show` shows from a place on: plain keys in a row, others one by one, since that
/// may run Python code, which may change the sequence.
fn update_by_place(
    gil: Gil<'_>,
    table: &Table,
    show: impl Fn(usize, &mut dyn FnMut(Option<&[Value]>)),
) -> Result<()> {
    let mut at = 0;
    loop {
        let mut next = None;
        show(at, &mut |items| {
            let mut members = table.borrow_mut();
            for key in items.unwrap_or_default() {
                if !keyed::plain_hash(key).is_some_and(|hash| members.enter(hash, key)) {
                    next = Some(key.clone());
                    return;
                }
                at += 1;
            }
        });
        let Some(key) = next else { return Ok(()) };
        add(gil, table, &key)?;
        at += 1;
    }
}

/// The keys of a dict of exactly the built-in type, with their hashes.
fn dict_keys(gil: Gil<'_>, value: &Value) -> Option<Vec<(u64, Value)>> {
    let dict = value.downcast::<Dict>().filter(|_| value.is_exact::<Dict>(gil))?;
    Some(dict.table.borrow().iter().map(|entry| (entry.hash, entry.key.clone())).collect())
}

fn merge(gil: Gil<'_>, table: &Table, other: &Table) -> Result<()> {
    if std::ptr::eq(table, other) || other.borrow().length() == 0 {
        return Ok(());
    }
    {
        let mut members = table.borrow_mut();
        members.make_room(other.borrow().length());
        if members.take_over(&other.borrow()) {
            return Ok(());
        }
    }
    let keys = other.borrow().copied();
    keys.iter().try_for_each(|(hash, key)| add_hashed(gil, table, *hash, key))
}

/// The table of an iterable's items.
pub fn table_of_items(gil: Gil<'_>, iterable: &Value) -> Result<Table> {
    let table = Table::default();
    update(gil, &table, iterable)?;
    Ok(table)
}

/// The table of a set's items, copied.
pub fn copy(table: &Table) -> Table {
    let copy = Table::default();
    {
        let (mut members, table) = (copy.borrow_mut(), table.borrow());
        members.make_room(table.length());
        members.take_over(&table);
    }
    copy
}

/// What both hold.
pub fn intersection(gil: Gil<'_>, table: &Table, other: &Value) -> Result<Table> {
    let result = Table::default();
    let Some(other) = members_of(other) else {
        operations::for_each(gil, other, |key| {
            let hash = keyed::hash(gil, &key)?;
            match contains_hashed(gil, table, hash, &key)? {
                true => add_hashed(gil, &result, hash, &key),
                false => Ok(()),
            }
        })?;
        return Ok(result);
    };
    if std::ptr::eq(table, other) {
        return Ok(copy(table));
    }
    let swap = other.borrow().length() > table.borrow().length();
    let (table, other) = if swap { (other, table) } else { (table, other) };
    if let Some(plain) = other.borrow().selected(&table.borrow(), true) {
        return Ok(RefCell::new(plain));
    }
    let keys = other.borrow().copied();
    for (hash, key) in keys {
        if contains_hashed(gil, table, hash, &key)? {
            add_hashed(gil, &result, hash, &key)?;
        }
    }
    Ok(result)
}

/// What the table holds and the other does not.
pub fn difference(gil: Gil<'_>, table: &Table, other: &Value) -> Result<Table> {
    let by_lookup = |has: &dyn Fn(u64, &Value) -> Result<bool>| {
        let result = Table::default();
        let keys = table.borrow().copied();
        for (hash, key) in keys {
            if !has(hash, &key)? {
                add_hashed(gil, &result, hash, &key)?;
            }
        }
        Ok(result)
    };
    let quarter = table.borrow().length() >> 2;
    if let Some(members) = members_of(other) {
        if quarter <= members.borrow().length() {
            if let Some(plain) = table.borrow().selected(&members.borrow(), false) {
                return Ok(RefCell::new(plain));
            }
            return by_lookup(&|hash, key| contains_hashed(gil, members, hash, key));
        }
    } else if let Some(dict) = other.downcast::<Dict>().filter(|_| other.is_exact::<Dict>(gil))
        && quarter <= dict.table.borrow().length()
    {
        return by_lookup(&|hash, key| Ok(keyed::find_hashed(gil, &dict.table, key, hash)?.is_some()));
    }
    let result = copy(table);
    subtract(gil, &result, other)?;
    Ok(result)
}

/// Takes the items of an iterable out.
pub fn subtract(gil: Gil<'_>, table: &Table, other: &Value) -> Result<()> {
    match members_of(other) {
        Some(other) if std::ptr::eq(table, other) => {
            let old = table.take();
            drop(old);
            return Ok(());
        }
        Some(members) => {
            let much_larger = members.borrow().length() >> 3 > table.borrow().length();
            let keys = match much_larger {
                true => intersection(gil, table, other)?.into_inner().copied(),
                false => members.borrow().copied(),
            };
            for (hash, key) in keys {
                discard_hashed(gil, table, hash, &key)?;
            }
        }
        None => operations::for_each(gil, other, |key| discard(gil, table, &key).map(drop))?,
    }
    table.borrow_mut().tidy();
    Ok(())
}

/// What one of both holds.
pub fn symmetric_difference(gil: Gil<'_>, table: &Table, other: &Value) -> Result<Table> {
    let result = table_of_items(gil, other)?;
    toggle(gil, &result, table)?;
    Ok(result)
}

/// Takes out what is in both, and enters what only the other holds.
pub fn symmetric_update(gil: Gil<'_>, table: &Table, other: &Value) -> Result<()> {
    match (members_of(other), dict_keys(gil, other)) {
        (Some(other), _) => toggle(gil, table, other),
        (_, Some(keys)) => toggle_all(gil, table, keys),
        _ => toggle(gil, table, &table_of_items(gil, other)?),
    }
}

fn toggle(gil: Gil<'_>, table: &Table, other: &Table) -> Result<()> {
    if std::ptr::eq(table, other) {
        let old = table.take();
        drop(old);
        return Ok(());
    }
    let keys = other.borrow().copied();
    toggle_all(gil, table, keys)
}

fn toggle_all(gil: Gil<'_>, table: &Table, keys: Vec<(u64, Value)>) -> Result<()> {
    for (hash, key) in keys {
        if !discard_hashed(gil, table, hash, &key)? {
            add_hashed(gil, table, hash, &key)?;
        }
    }
    Ok(())
}

/// Is everything in the table in the other, too?
pub fn is_subset(gil: Gil<'_>, table: &Table, other: &Table) -> Result<bool> {
    if table.borrow().length() > other.borrow().length() {
        return Ok(false);
    }
    if let Some(plain) = table.borrow().all(&other.borrow(), true) {
        return Ok(plain);
    }
    let keys = table.borrow().copied();
    for (hash, key) in keys {
        if !contains_hashed(gil, other, hash, &key)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Have the table and an iterable nothing in common?
pub fn is_disjoint(gil: Gil<'_>, table: &Table, other: &Value) -> Result<bool> {
    let Some(other) = members_of(other) else {
        let iterator = operations::iterate(gil, other)?;
        while let Some(key) = operations::next(gil, &iterator)? {
            if contains(gil, table, &key)? {
                return Ok(false);
            }
        }
        return Ok(true);
    };
    let swap = other.borrow().length() > table.borrow().length();
    let (table, other) = if swap { (other, table) } else { (table, other) };
    if let Some(plain) = other.borrow().all(&table.borrow(), false) {
        return Ok(plain);
    }
    let keys = other.borrow().copied();
    for (hash, key) in keys {
        if contains_hashed(gil, table, hash, &key)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A set of exactly the built-in type.
pub fn set(gil: Gil<'_>, members: Table) -> Value {
    crate::object::Ref::new(gil, Set { members }).into_value()
}

/// A frozenset of exactly the built-in type.
pub fn frozen(gil: Gil<'_>, members: Table) -> Value {
    crate::object::Ref::new(gil, FrozenSet { members }).into_value()
}
