//! Iterators over the characters of a str: one for ASCII text, one for all other.

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::text::{character_width, decode};
use crate::object::{Arguments, Payload, Ref, Result, Text, Value, intern};
use crate::payload;

use super::super::int;
use super::super::sequence::{self, iterator};
use super::character;

/// The payload: the text, until it is exhausted, and the byte offset of the next character.
pub struct TextIterator {
    text: RefCell<Option<Ref<Text>>>,
    offset: Cell<usize>,
}

impl Payload for TextIterator {
    payload!(TextIterator, untracked);
}

/// The same for ASCII text, whose type has another name.
pub struct AsciiIterator(TextIterator);

impl Payload for AsciiIterator {
    payload!(AsciiIterator, untracked);
}

/// An iterator over a text.
pub fn of(gil: Gil<'_>, text: &Ref<Text>) -> Value {
    let iterator = TextIterator { text: RefCell::new(Some(text.clone())), offset: Cell::new(0) };
    if text.is_ascii() {
        return Ref::new(gil, AsciiIterator(iterator)).into_value();
    }
    Ref::new(gil, iterator).into_value()
}

fn this(value: &Value) -> &TextIterator {
    match (value.downcast::<TextIterator>(), value.downcast::<AsciiIterator>()) {
        (Some(iterator), _) => iterator,
        (_, Some(iterator)) => &iterator.0,
        _ => unreachable!("slots are called on instances of their type"),
    }
}

impl TextIterator {
    /// The next character.
    fn advance(&self, gil: Gil<'_>) -> Option<Value> {
        let next = {
            let text = self.text.borrow();
            let rest = text.as_ref()?.bytes().get(self.offset.get()..).unwrap_or_default();
            decode(rest).map(|(point, _)| (point, character_width(rest[0])))
        };
        match next {
            Some((point, width)) => {
                self.offset.set(self.offset.get() + width);
                Some(character(gil, point))
            }
            None => {
                drop(self.text.take());
                None
            }
        }
    }
}

impl AsciiIterator {
    /// The next character.
    #[inline]
    pub fn advance(&self, gil: Gil<'_>) -> Option<Value> {
        self.0.advance(gil)
    }
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    Ok(this(value).advance(gil))
}

fn length_hint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__length_hint__")?;
    let iterator = this(value);
    let left = match &*iterator.text.borrow() {
        Some(text) => text.length() - text.position(iterator.offset.get().min(text.bytes().len())),
        None => 0,
    };
    Ok(int::from_i64(gil, left as i64))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let iterator = this(value);
    let Some(text) = iterator.text.borrow().clone() else {
        return iterator::remade(gil, "iter", intern(gil, "").into_value(), None);
    };
    let place = text.position(iterator.offset.get());
    iterator::remade(gil, "iter", text.into_value(), Some(int::from_i64(gil, place as i64)))
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, place] = arguments.method(gil, "__setstate__")?;
    let Some(place) = sequence::index(gil, place)? else {
        let name = place.class(gil).name();
        return Err(type_error(gil, format!("'{name}' object cannot be interpreted as an integer")));
    };
    let iterator = this(value);
    if let Some(text) = &*iterator.text.borrow() {
        iterator.offset.set(text.offset(place.max(0) as usize));
    }
    Ok(Value::NONE)
}

static METHODS: [Function; 3] = [
    Function::new(
        "__length_hint__",
        "($self, /)",
        "Private method returning an estimate of len(list(it)).",
        length_hint,
    ),
    Function::new("__reduce__", "($self, /)", "Return state information for pickling.", reduce),
    Function::new("__setstate__", "", "Set state information for unpickling.", set_state),
];

/// `str_iterator`.
pub static SPEC: TypeSpec = TypeSpec::iterator("str_iterator", TextIterator::layout, next, &METHODS);
/// `str_ascii_iterator`.
pub static ASCII: TypeSpec = TypeSpec::iterator("str_ascii_iterator", AsciiIterator::layout, next, &METHODS);
