//! Iterators over the characters of a str.

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::object::native::{Function, TypeSpec};
use crate::object::text::{character_width, decode};
use crate::object::{Arguments, Payload, Ref, Result, SlotTable, Storage, Text, Value};
use crate::payload;

use super::super::int;
use super::character;

/// The payload: the text, until it is exhausted, and the byte offset of the next character.
pub struct TextIterator {
    text: RefCell<Option<Ref<Text>>>,
    offset: Cell<usize>,
}

impl Payload for TextIterator {
    payload!(TextIterator, untracked);
}

/// An iterator over a text.
pub fn of(gil: Gil<'_>, text: &Ref<Text>) -> Value {
    let iterator = TextIterator { text: RefCell::new(Some(text.clone())), offset: Cell::new(0) };
    Ref::new(gil, iterator).into_value()
}

fn this(value: &Value) -> &TextIterator {
    match value.downcast::<TextIterator>() {
        Some(iterator) => iterator,
        None => unreachable!("slots are called on instances of their type"),
    }
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let iterator = this(value);
    let text = iterator.text.borrow().clone();
    let Some(text) = text else { return Ok(None) };
    let offset = iterator.offset.get();
    match decode(&text.bytes()[offset.min(text.bytes().len())..]) {
        Some((point, _)) => {
            iterator.offset.set(offset + character_width(text.bytes()[offset]));
            Ok(Some(character(gil, point)))
        }
        None => {
            drop(iterator.text.take());
            Ok(None)
        }
    }
}

fn length_hint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "__length_hint__")?;
    let iterator = this(value);
    let left = match &*iterator.text.borrow() {
        Some(text) => text.length() - text.position(iterator.offset.get().min(text.bytes().len())),
        None => 0,
    };
    Ok(int::from_i64(gil, left as i64))
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "str_iterator",
    module: "builtins",
    doc: "",
    base: None,
    layout: TextIterator::layout,
    storage: Storage::Nothing,
    flags: crate::object::class::flags::NO_INSTANCES,
    slots: SlotTable { iter: Some(|_, value| Ok(value.clone())), next: Some(next), ..SlotTable::EMPTY },
    methods: &[Function::new(
        "__length_hint__",
        "($self, /)",
        "Private method returning an estimate of len(list(it)).",
        length_hint,
    )],
    attributes: &[],
};
