//! `dict`.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Kind, Raised, runtime_error, type_error, value_error};
use crate::object::{
    Arguments, Comparison, Operator, Payload, Ref, Result, SlotTable, Storage, Table, Type, Value, Visit,
    operations,
};
use crate::payload;

use super::dict_views::{self, Part};
use super::{keyed, sequence, tuple};

/// The payload of `dict`.
#[derive(Default)]
pub struct Dict {
    pub table: RefCell<Table>,
}

impl Payload for Dict {
    payload!(Dict, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.table.borrow().traverse(visit);
    }

    fn clear(&self) {
        let table = self.table.borrow_mut().take();
        drop(table);
    }
}

impl Dict {
    /// An empty dict.
    pub fn new() -> Dict {
        Dict::default()
    }
}

/// A dict with this table.
pub fn of(gil: Gil<'_>, table: Table) -> Value {
    Ref::new(gil, Dict { table: RefCell::new(table) }).into_value()
}

fn this(value: &Value) -> &Ref<Dict> {
    match value.downcast::<Dict>() {
        Some(dict) => dict,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Dict::new()).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    update_from(gil, this(value), arguments, "dict")
}

/// Updates from at most one mapping or iterable of pairs, then from keywords.
fn update_from(gil: Gil<'_>, dict: &Ref<Dict>, arguments: Arguments<'_>, function: &str) -> Result<()> {
    let positionals = arguments.positionals();
    if positionals.len() > 1 {
        let got = positionals.len();
        return Err(type_error(gil, format!("{function} expected at most 1 argument, got {got}")));
    }
    if let Some(source) = positionals.first() {
        merge(gil, dict, source)?;
    }
    for (name, value) in arguments.keywords() {
        let old = dict.table.borrow_mut().set_text(name, value.clone());
        drop(old);
    }
    Ok(())
}

/// The keys and values as they are now.
pub fn entries(dict: &Ref<Dict>) -> Vec<(Value, Value)> {
    dict.table.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
}

/// Takes over the entries of another dict with their hashes.
fn merge_dict(gil: Gil<'_>, dict: &Ref<Dict>, other: &Ref<Dict>) -> Result<()> {
    if dict.is(other) {
        return Ok(());
    }
    let length = other.table.borrow().length();
    let mut place = 0;
    loop {
        let next = {
            let table = other.table.borrow();
            table.next_from(place).map(|(at, entry)| (at, entry.hash, entry.key.clone(), entry.value.clone()))
        };
        let Some((at, hash, key, value)) = next else { return Ok(()) };
        place = at + 1;
        keyed::set_hashed(gil, &dict.table, &key, hash, value)?;
        if other.table.borrow().length() != length {
            return Err(runtime_error(gil, "dict mutated during update"));
        }
    }
}

/// The dict that a mapping is, unless it has an iteration of its own: then its methods are asked for its items.
pub fn plain<'a>(gil: Gil<'_>, mapping: &'a Value) -> Option<&'a Ref<Dict>> {
    let dict = mapping.downcast::<Dict>()?;
    let own: crate::object::slots::Unary = iter;
    mapping.class(gil).slots.iter.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, own)).then_some(dict)
}

fn merge(gil: Gil<'_>, dict: &Ref<Dict>, source: &Value) -> Result<()> {
    if let Some(other) = plain(gil, source) {
        return merge_dict(gil, dict, other);
    }
    if let Some(keys) = operations::find_named(gil, source, "keys")? {
        let keys = operations::call(gil, &keys, Arguments::NONE)?;
        for key in operations::collect(gil, &keys)? {
            let value = operations::get_item(gil, source, &key)?;
            keyed::set(gil, &dict.table, &key, value)?;
        }
        return Ok(());
    }
    for (number, pair) in operations::collect(gil, source)?.into_iter().enumerate() {
        let parts = operations::collect(gil, &pair).map_err(|raised| {
            if !raised.is(gil, Kind::TypeError) {
                return raised;
            }
            type_error(
                gil,
                format!("cannot convert dictionary update sequence element #{number} to a sequence"),
            )
        })?;
        let [key, value] = &parts[..] else {
            let length = parts.len();
            let message =
                format!("dictionary update sequence element #{number} has length {length}; 2 is required");
            return Err(value_error(gil, message));
        };
        keyed::set(gil, &dict.table, key, value.clone())?;
    }
    Ok(())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let text = sequence::once(value, || {
        crate::object::recursion::enter(gil)?;
        let mut parts = Vec::new();
        for (key, item) in entries(this(value)) {
            let (key, item) = (operations::repr(gil, &key)?, operations::repr(gil, &item)?);
            parts.push(format!("{}: {}", key.lossy(), item.lossy()));
        }
        Ok(format!("{{{}}}", parts.join(", ")))
    })?;
    Ok(Ref::text(gil, text.as_deref().unwrap_or("{...}")).into_value())
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let Some(other) = right.downcast::<Dict>() else { return Ok(Value::NOT_IMPLEMENTED) };
    if !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    crate::object::recursion::enter(gil)?;
    let equal = equals(gil, this(left), other)?;
    Ok(Value::bool(equal == (comparison == Comparison::Equal)))
}

fn equals(gil: Gil<'_>, left: &Ref<Dict>, right: &Ref<Dict>) -> Result<bool> {
    if left.table.borrow().length() != right.table.borrow().length() {
        return Ok(false);
    }
    // The keys are not hashed again: a hash that changes must not make a dict differ from itself.
    let entries: Vec<_> =
        left.table.borrow().iter().map(|e| (e.hash, e.key.clone(), e.value.clone())).collect();
    for (hash, key, value) in entries {
        let position = keyed::find_hashed(gil, &right.table, &key, hash)?;
        let found = position
            .and_then(|position| right.table.borrow().entry(position).map(|entry| entry.value.clone()));
        match found {
            Some(other) if operations::equal(gil, &value, &other)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

fn iter(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(dict_views::iterate(gil, this(value), Part::Key, false))
}

fn length(_gil: Gil<'_>, value: &Value) -> Result<usize> {
    Ok(this(value).table.borrow().length())
}

fn key_error(gil: Gil<'_>, key: &Value) -> Raised {
    Raised::with_arguments(gil, Kind::KeyError, vec![key.clone()])
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    if let Some(found) = keyed::get(gil, &this(value).table, key)? {
        return Ok(found);
    }
    if !value.is_exact::<Dict>(gil)
        && let Some(found) = operations::call_special(gil, value, "__missing__", std::slice::from_ref(key))?
    {
        return Ok(found);
    }
    Err(key_error(gil, key))
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    match new {
        Some(new) => keyed::set(gil, &this(value).table, key, new),
        None => match keyed::remove(gil, &this(value).table, key)? {
            Some(_) => Ok(()),
            None => Err(key_error(gil, key)),
        },
    }
}

fn contains(gil: Gil<'_>, value: &Value, key: &Value) -> Result<bool> {
    Ok(keyed::find(gil, &this(value).table, key)?.is_some())
}

fn or(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let (Some(left), Some(_)) = (left.downcast::<Dict>(), right.downcast::<Dict>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let copy = of(gil, left.table.borrow().copy());
    merge(gil, this(&copy), right)?;
    Ok(copy)
}

fn or_in_place(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    merge(gil, this(left), right)?;
    Ok(left.clone())
}

/// `dict.get`; the machine knows it and does it itself.
pub fn get(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "get", 1, 2)?;
    let found = keyed::get(gil, &this(&arguments.values[0]).table, &given[0])?;
    Ok(found.unwrap_or_else(|| given.get(1).cloned().unwrap_or(Value::NONE)))
}

fn set_default(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "setdefault", 1, 2)?;
    let dict = this(&arguments.values[0]);
    let hash = keyed::hash(gil, &given[0])?;
    if let Some(position) = keyed::find_hashed(gil, &dict.table, &given[0], hash)? {
        let table = dict.table.borrow();
        return Ok(table.entry(position).map_or(Value::NONE, |entry| entry.value.clone()));
    }
    let default = given.get(1).cloned().unwrap_or(Value::NONE);
    dict.table.borrow_mut().insert_new(hash, given[0].clone(), default.clone());
    Ok(default)
}

fn pop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "pop", 1, 2)?;
    if this(&arguments.values[0]).table.borrow().length() == 0 {
        // An empty one does not even hash the key.
        return given.get(1).cloned().ok_or_else(|| key_error(gil, &given[0]));
    }
    match (keyed::remove(gil, &this(&arguments.values[0]).table, &given[0])?, given.get(1)) {
        (Some(found), _) => Ok(found),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(key_error(gil, &given[0])),
    }
}

fn pop_item(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "dict.popitem")?;
    let removed = {
        let mut table = this(&arguments.values[0]).table.borrow_mut();
        table.remove_last()
    };
    match removed {
        Some(entry) => Ok(tuple::of(gil, vec![entry.key, entry.value])),
        None => {
            let message = Ref::text(gil, "popitem(): dictionary is empty").into_value();
            Err(key_error(gil, &message))
        }
    }
}

fn update(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    update_from(gil, this(&arguments.values[0]), arguments.without_first(), "update")?;
    Ok(Value::NONE)
}

fn clear(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "dict.clear")?;
    let table = this(&arguments.values[0]).table.borrow_mut().take();
    drop(table);
    Ok(Value::NONE)
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "dict.copy")?;
    let table = this(&arguments.values[0]).table.borrow().copy();
    Ok(of(gil, table))
}

fn from_keys(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "fromkeys", 1, 2)?;
    let value = given.get(1).cloned().unwrap_or(Value::NONE);
    let dict = operations::call(gil, &arguments.values[0], Arguments::NONE)?;
    if let Some(made) = dict.downcast::<Dict>().filter(|_| dict.is_exact::<Dict>(gil)) {
        if let Some(source) = given[0].downcast::<Dict>().filter(|_| given[0].is_exact::<Dict>(gil)) {
            let keys: Vec<_> =
                source.table.borrow().iter().map(|entry| (entry.hash, entry.key.clone())).collect();
            keys.iter()
                .try_for_each(|(hash, key)| keyed::set_hashed(gil, &made.table, key, *hash, value.clone()))?;
            return Ok(dict);
        }
        if let Some(source) = super::set::members_of(&given[0]) {
            let keys = source.borrow().copied();
            keys.iter()
                .try_for_each(|(hash, key)| keyed::set_hashed(gil, &made.table, key, *hash, value.clone()))?;
            return Ok(dict);
        }
    }
    operations::for_each(gil, &given[0], |key| operations::set_item(gil, &dict, &key, Some(value.clone())))?;
    Ok(dict)
}

fn keys(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "dict.keys")?;
    Ok(dict_views::view(gil, this(&arguments.values[0]), Part::Key))
}

fn values(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "dict.values")?;
    Ok(dict_views::view(gil, this(&arguments.values[0]), Part::Value))
}

fn items(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "dict.items")?;
    Ok(dict_views::view(gil, this(&arguments.values[0]), Part::Both))
}

fn reversed(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(dict_views::iterate(gil, this(&arguments.values[0]), Part::Key, true))
}

const SLOTS: SlotTable = {
    let mut slots = SlotTable {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        compare: Some(compare),
        iter: Some(iter),
        length: Some(length),
        get_item: Some(get_item),
        set_item: Some(set_item),
        contains: Some(contains),
        ..SlotTable::EMPTY
    };
    slots.binary[Operator::BitOr as usize] = Some(or);
    slots.inplace[Operator::BitOr as usize] = Some(or_in_place);
    slots
};

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "dict",
    module: "builtins",
    signature: "",
    doc: "dict() -> new empty dictionary",
    base: None,
    layout: Dict::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::MAPPING | flags::MATCH_SELF,
    slots: SLOTS,
    methods: &[
        Function::class("__class_getitem__", "", "See PEP 585", super::generic_alias::class_item),
        Function::new(
            "get",
            "($self, key, default=None, /)",
            "Return the value for key if key is in the dictionary, else default.",
            get,
        ),
        Function::new(
            "setdefault",
            "($self, key, default=None, /)",
            "Insert key with a value of default if key is not in the dictionary.",
            set_default,
        ),
        Function::new(
            "pop",
            "",
            "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.",
            pop,
        ),
        Function::new(
            "popitem",
            "($self, /)",
            "Remove and return a (key, value) pair as a 2-tuple.",
            pop_item,
        ),
        Function::new(
            "update",
            "",
            "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.",
            update,
        ),
        Function::new("clear", "($self, /)", "Remove all items from the dict.", clear),
        Function::new("copy", "($self, /)", "Return a shallow copy of the dict.", copy),
        Function::class(
            "fromkeys",
            "($type, iterable, value=None, /)",
            "Create a new dictionary with keys from iterable and values set to value.",
            from_keys,
        ),
        Function::new(
            "keys",
            "($self, /)",
            "Return a set-like object providing a view on the dict's keys.",
            keys,
        ),
        Function::new(
            "values",
            "($self, /)",
            "Return an object providing a view on the dict's values.",
            values,
        ),
        Function::new(
            "items",
            "($self, /)",
            "Return a set-like object providing a view on the dict's items.",
            items,
        ),
        Function::new(
            "__reversed__",
            "($self, /)",
            "Return a reverse iterator over the dict keys.",
            reversed,
        ),
    ],
    attributes: &[],
};
