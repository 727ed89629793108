//! Attributes that objects keep themselves: in the slots that their shape names, or in a dict.
//!
//! An object begins with slots. Those beyond its inline capacity lie in an [`Extension`]. Where a dict is needed
//! (`__dict__` was asked for, an attribute was deleted, there are very many) the attributes move into one, for good, and
//! the area's first word holds it. The places of `__slots__` are at the front of the slots and stay there.
//!
//! A name given here is interned. Must not know: what a dict is; the types room says it through [`DictHooks`].

use std::cell::{Cell, RefCell};

use super::class::{Type, flags};
use super::header::{Header, Payload, Visit};
use super::heap::{AttributeArea, area_of, inline_offset};
use super::native::TypeSpec;
use super::shape::{Shape, Storage};
use super::slots::SlotTable;
use super::table::Table;
use super::text::Text;
use super::value::{Ref, Value};
use super::word::Bits;
use crate::gil::{Gil, Guarded};
use crate::payload;

/// The payload of the block of further slots.
#[derive(Default)]
pub struct Extension(RefCell<Vec<Option<Value>>>);

impl Payload for Extension {
    payload!(Extension, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.0.borrow().iter().flatten().for_each(visit);
    }

    fn clear(&self) {
        drop(self.0.take());
    }
}

/// What a dict is.
#[derive(Clone, Copy)]
pub struct DictHooks {
    /// A dict with this table.
    pub make: fn(Gil<'_>, Table) -> Value,
    /// The table of a dict (or of an instance of a subclass).
    pub table: for<'a> fn(&'a Value) -> Option<&'a RefCell<Table>>,
}

static HOOKS: Guarded<Cell<Option<DictHooks>>> = Guarded::new(Cell::new(None));

/// Says what a dict is; the types room does, at start.
pub fn set_dict_hooks(gil: Gil<'_>, hooks: DictHooks) {
    HOOKS.get(gil).set(Some(hooks));
}

fn hooks(gil: Gil<'_>) -> DictHooks {
    HOOKS.get(gil).get().expect("the built-in types are set up before an instance has a dict")
}

/// Does the object keep attributes under any name (rather than in the places of `__slots__` alone)?
pub fn has_dict(object: &Value) -> bool {
    object.shape().is_some_and(keeps_any)
}

fn keeps_any(shape: &Shape) -> bool {
    shape.storage != Storage::Nothing && !shape.class().has(flags::SLOTS_ONLY)
}

/// An attribute of the object itself.
#[inline]
pub fn get(gil: Gil<'_>, object: &Value, name: &Ref<Text>) -> Option<Value> {
    let header = object.header()?;
    match header.shape().storage {
        Storage::Nothing => None,
        Storage::Slots => slot_of(header, header.shape().slot(name)?),
        Storage::Dict => with_table(gil, header, |table| table.borrow().get_text(name).cloned())?,
    }
}

/// Sets an attribute of the object itself. The value comes back if the object keeps none.
pub fn set(gil: Gil<'_>, object: &Value, name: &Ref<Text>, value: Value) -> Result<(), Value> {
    let Some(header) = object.header().filter(|header| keeps_any(header.shape())) else { return Err(value) };
    let shape = header.shape();
    if shape.storage == Storage::Slots {
        if let Some(slot) = shape.slot(name) {
            put(gil, header, slot, Some(value));
            return Ok(());
        }
        if let Some(next) = shape.with(gil, name) {
            put(gil, header, shape.length(), Some(value));
            // SAFETY: the layout and the inline capacity are the same, and the new slot was filled just now.
            unsafe { header.set_shape(next) };
            return Ok(());
        }
        move_to_dict(gil, header);
    }
    let mut value = Some(value);
    let old = with_table(gil, header, |table| {
        value.take().and_then(|value| table.borrow_mut().set_text(name, value))
    });
    drop(old);
    value.map_or(Ok(()), Err)
}

/// Deletes an attribute of the object itself. False if there is none.
pub fn delete(gil: Gil<'_>, object: &Value, name: &Ref<Text>) -> bool {
    let Some(header) = object.header().filter(|header| keeps_any(header.shape())) else { return false };
    if header.shape().storage == Storage::Slots {
        if header.shape().slot(name).is_none() {
            return false;
        }
        move_to_dict(gil, header);
    }
    let removed = with_table(gil, header, |table| {
        let position = table.borrow().find_text(name)?;
        table.borrow_mut().remove(position)
    });
    removed.flatten().is_some()
}

/// The dict of the object's attributes, which they move into if they are not there yet.
pub fn dict(gil: Gil<'_>, object: &Value) -> Option<Value> {
    let header = object.header().filter(|header| keeps_any(header.shape()))?;
    if header.shape().storage == Storage::Slots {
        move_to_dict(gil, header);
    }
    let extension = extension(header)?.get();
    if extension == Bits::EMPTY {
        // The collector took the dict of an object that was part of garbage.
        let dict = (hooks(gil).make)(gil, Table::new());
        extension_of(header, Some(dict.clone()));
        return Some(dict);
    }
    // SAFETY: a filled word owns its value.
    Some(unsafe { Value::borrow(&extension) }.clone())
}

/// Replaces the dict. False if the object has none.
pub fn set_dict(gil: Gil<'_>, object: &Value, dict: Value) -> bool {
    let Some(header) = object.header().filter(|header| keeps_any(header.shape())) else { return false };
    if header.shape().storage == Storage::Slots {
        move_to_dict(gil, header);
    }
    extension_of(header, Some(dict));
    true
}

/// The attributes in their order, wherever they are; those of `__slots__` not.
pub fn items(gil: Gil<'_>, object: &Value) -> Vec<(Value, Value)> {
    let Some(header) = object.header() else { return Vec::new() };
    let shape = header.shape();
    match shape.storage {
        Storage::Nothing => Vec::new(),
        Storage::Slots => (usize::from(shape.reserved)..shape.length())
            .filter_map(|slot| Some((shape.names()[slot].to_value(), slot_of(header, slot)?)))
            .collect(),
        Storage::Dict => {
            let pairs = |table: &RefCell<Table>| {
                table.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
            };
            with_table(gil, header, pairs).unwrap_or_default()
        }
    }
}

/// Where a slot is, for code that reaches for it directly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// So many bytes from the object's start.
    Inline(usize),
    /// In the block that the word at `extension` bytes refers to.
    Further { extension: usize, index: usize },
}

/// Where a slot is in the objects of a shape.
pub fn place(shape: &Shape, slot: usize) -> Option<Place> {
    if shape.storage != Storage::Slots || slot >= shape.length() {
        return None;
    }
    let capacity = usize::from(shape.inline_capacity);
    Some(match slot.checked_sub(capacity) {
        None => Place::Inline(inline_offset(shape) + slot * 8),
        Some(index) => Place::Further { extension: extension_offset(shape), index },
    })
}

/// What the block of further slots that an area's word refers to holds at an index, not counted anew; empty if it holds
/// nothing there.
#[inline(always)]
pub fn further_at(word: &Cell<Bits>, index: usize) -> Bits {
    if word.get() == Bits::EMPTY {
        return Bits::EMPTY;
    }
    // SAFETY: a filled word owns its value.
    let block = unsafe { Value::borrow(&*word.as_ptr()) };
    let Some(block) = block.downcast::<Extension>() else { return Bits::EMPTY };
    // SAFETY: no borrow of the block is held while other code runs.
    let values = unsafe { &*block.0.as_ptr() };
    values.get(index).and_then(Option::as_ref).map_or(Bits::EMPTY, Value::bits)
}

/// Replaces what [`further_at`] finds there, which is something, by a word that owns its reference; the word before.
#[inline(always)]
pub fn replace_further_at(word: &Cell<Bits>, index: usize, bits: Bits) -> Bits {
    // SAFETY: a filled word owns its value.
    let block = unsafe { Value::borrow(&*word.as_ptr()) };
    let Some(block) = block.downcast::<Extension>() else { unreachable!("something has been found there") };
    // SAFETY: no borrow of the block is held while other code runs; the reference passes to the slot.
    unsafe {
        (&mut *block.0.as_ptr())[index].replace(Value::from_bits(bits)).map_or(Bits::EMPTY, Value::into_bits)
    }
}

/// What a slot of the object holds.
pub fn slot(object: &Value, slot: usize) -> Option<Value> {
    let header = object.header().filter(|header| slot < header.shape().length())?;
    slot_of(header, slot)
}

/// Sets or empties a place of `__slots__`; false if the object has no such place, or if it was empty already.
pub fn set_slot(gil: Gil<'_>, object: &Value, slot: usize, value: Option<Value>) -> bool {
    let Some(header) = object.header().filter(|header| slot < usize::from(header.shape().reserved)) else {
        return false;
    };
    if value.is_none() && slot_of(header, slot).is_none() {
        return false;
    }
    put(gil, header, slot, value);
    true
}

/// Makes the object an instance of another class whose payload, storage and `__slots__` are the same.
pub fn set_class(gil: Gil<'_>, object: &Value, class: &Ref<Type>) {
    let Some(header) = object.header() else { return };
    let old = header.shape();
    let next = match old.storage {
        Storage::Dict => class.dict_root(gil, old.inline_capacity),
        _ => {
            let names = &old.names()[usize::from(old.reserved)..];
            let root = class.root_with_capacity(gil, old.inline_capacity);
            let reached = names.iter().try_fold(root, |shape, name| shape.with(gil, name));
            reached.unwrap_or(root)
        }
    };
    let before = old.class().clone();
    if class.has(flags::HEAP) {
        class.header().retain();
    }
    // SAFETY: the payload is the same (the caller has seen to it), as are the capacity and the slots' order.
    unsafe { header.set_shape(next) };
    if before.has(flags::HEAP) && before.header().count() > 1 {
        // The object's own reference to its old class is given back; `before` is dropped after it.
        before.header().release();
    }
}

#[inline]
fn extension(header: &Header) -> Option<&Cell<Bits>> {
    (header.shape().storage != Storage::Nothing).then(|| {
        // SAFETY: the storage is not `Nothing`, so the area is there as long as the object.
        unsafe { &(*area_of(header)).extension }
    })
}

/// Replaces what the area's first word holds.
fn extension_of(header: &Header, value: Option<Value>) {
    let Some(word) = extension(header) else { return };
    let old = word.replace(value.map_or(Bits::EMPTY, Value::into_bits));
    if old != Bits::EMPTY {
        // SAFETY: a filled word owned its value, and is refilled.
        drop(unsafe { Value::from_bits(old) });
    }
}

/// The inline slot at a number below the capacity.
#[inline]
fn inline(header: &Header, slot: usize) -> Option<&Cell<Bits>> {
    let shape = header.shape();
    (shape.storage != Storage::Nothing && slot < usize::from(shape.inline_capacity)).then(|| {
        // SAFETY: the shape says that the block has this slot.
        unsafe {
            &*(&raw const *header).cast::<u8>().add(inline_offset(shape) + slot * 8).cast::<Cell<Bits>>()
        }
    })
}

/// The slots beyond the inline ones, if there are any yet.
fn further(header: &Header) -> Option<Ref<Extension>> {
    let bits = extension(header)?.get();
    if bits == Bits::EMPTY {
        return None;
    }
    // SAFETY: a filled word owns its value.
    unsafe { Value::borrow(&bits) }.downcast::<Extension>().cloned()
}

#[inline]
fn slot_of(header: &Header, slot: usize) -> Option<Value> {
    if let Some(word) = inline(header, slot) {
        let bits = word.get();
        // SAFETY: a filled slot owns its value.
        return (bits != Bits::EMPTY).then(|| unsafe { Value::borrow(&bits) }.clone());
    }
    let index = slot - usize::from(header.shape().inline_capacity);
    further(header)?.0.borrow().get(index)?.clone()
}

/// Fills or empties a slot, then drops what it held.
fn put(gil: Gil<'_>, header: &Header, slot: usize, value: Option<Value>) {
    if let Some(word) = inline(header, slot) {
        let old = word.replace(value.map_or(Bits::EMPTY, Value::into_bits));
        if old != Bits::EMPTY {
            // SAFETY: a filled slot owned its value, and is refilled.
            drop(unsafe { Value::from_bits(old) });
        }
        return;
    }
    let shape = header.shape();
    let index = slot - usize::from(shape.inline_capacity);
    let block = further(header).unwrap_or_else(|| {
        let block = Ref::new(gil, Extension::default());
        extension_of(header, Some(block.to_value()));
        block
    });
    shape.class().learn(gil, slot + 1);
    let mut values = block.0.borrow_mut();
    if values.len() <= index {
        values.resize_with(index + 1, || None);
    }
    let old = std::mem::replace(&mut values[index], value);
    drop(values);
    drop(old);
}

fn with_table<R>(gil: Gil<'_>, header: &Header, use_it: impl FnOnce(&RefCell<Table>) -> R) -> Option<R> {
    let bits = extension(header)?.get();
    if bits == Bits::EMPTY {
        return None;
    }
    // SAFETY: a filled word owns its value; it is counted while it is used.
    let dict = unsafe { Value::borrow(&bits) }.clone();
    (hooks(gil).table)(&dict).map(use_it)
}

/// Moves the attributes of an object from its slots into a new dict.
#[cold]
fn move_to_dict(gil: Gil<'_>, header: &Header) {
    let shape = header.shape();
    let mut table = Table::new();
    for slot in usize::from(shape.reserved)..shape.length() {
        if let Some(value) = slot_of(header, slot) {
            let old = table.set_text(&shape.names()[slot], value);
            debug_assert!(old.is_none(), "a shape names each attribute once");
        }
    }
    let dict = (hooks(gil).make)(gil, table);
    let inside = usize::from(shape.inline_capacity).min(shape.length());
    for slot in usize::from(shape.reserved)..inside {
        put(gil, header, slot, None);
    }
    let next = shape.class().dict_root(gil, shape.inline_capacity);
    extension_of(header, Some(dict));
    // SAFETY: the layout and the capacity are the same; the word holds the dict, the slots of names are empty.
    unsafe { header.set_shape(next) };
}

/// The type of blocks of further slots, which no script sees.
pub static SPEC: TypeSpec = TypeSpec {
    name: "attribute_block",
    module: "builtins",
    signature: "",
    doc: "The attributes that have no room in their object.",
    base: None,
    layout: Extension::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable::EMPTY,
    methods: &[],
    attributes: &[],
};

/// Bytes from an object's start to the first word of its attribute area, for code that reads it directly.
pub fn extension_offset(shape: &Shape) -> usize {
    inline_offset(shape) - size_of::<AttributeArea>()
}
