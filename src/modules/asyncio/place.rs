//! A variable that holds a value or none.

use std::cell::Cell;

use crate::object::{Value, Visit};

/// A variable that holds a value or none, in one word.
#[derive(Default)]
pub struct Place(Cell<Option<Value>>);

impl Place {
    /// One that holds nothing.
    pub const fn new() -> Place {
        Place(Cell::new(None))
    }

    /// What it holds.
    pub fn get(&self) -> Option<Value> {
        let held = self.0.take();
        let copy = held.clone();
        self.0.set(held);
        copy
    }

    /// What it holds, or else None.
    pub fn get_or_none(&self) -> Value {
        self.get().unwrap_or(Value::NONE)
    }

    /// Does it hold something?
    pub fn is_filled(&self) -> bool {
        self.holds(|_| true)
    }

    /// Does it hold this very object?
    pub fn is(&self, value: &Value) -> bool {
        self.holds(|held| held.is(value))
    }

    /// Is that so of what it holds? The question runs no Python code.
    pub fn holds(&self, question: impl FnOnce(&Value) -> bool) -> bool {
        let held = self.0.take();
        let answer = held.as_ref().is_some_and(question);
        self.0.set(held);
        answer
    }

    /// Replaces what it holds, which ends after it is replaced.
    pub fn set(&self, value: Option<Value>) {
        let old = self.0.replace(value);
        drop(old);
    }

    /// Takes out what it holds.
    pub fn take(&self) -> Option<Value> {
        self.0.take()
    }

    /// Shows what it holds.
    pub fn visit(&self, visit: Visit<'_>) {
        let held = self.0.take();
        held.iter().for_each(visit);
        self.0.set(held);
    }
}
