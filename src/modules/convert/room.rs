//! Objects that bytes are put into: bytearrays, writable memoryviews, arrays.

use crate::object::Value;
use crate::types::memoryview::MemoryView;

/// How many bytes the object has room for; None if it cannot be written.
pub fn writable_length(target: &Value) -> Option<usize> {
    match (target.downcast::<MemoryView>(), target.exposed()) {
        (Some(view), _) if !view.is_read_only() => Some(view.length_in_bytes()),
        (None, Some(exposed)) if !exposed.is_read_only() => Some(exposed.length()),
        _ => None,
    }
}

/// Writes what was received to the object's start.
pub fn put(target: &Value, received: &[u8]) {
    match (target.downcast::<MemoryView>(), target.exposed()) {
        (Some(view), _) => view.fill(received),
        (None, Some(exposed)) => exposed.write(0, received),
        _ => false,
    };
}

/// Writes bytes from a place on; false if they do not lie in a row there.
pub fn put_at(target: &Value, place: usize, bytes: &[u8]) -> bool {
    match target.downcast::<MemoryView>() {
        None => target.exposed().is_some_and(|exposed| exposed.write(place, bytes)),
        Some(view) => view.target().is_some_and(|(source, start)| {
            source.exposed().is_some_and(|exposed| exposed.write(start + place, bytes))
        }),
    }
}

/// These objects, and how many bytes each has room for; None if one cannot be written.
pub fn writable_items(items: Vec<Value>) -> Option<Vec<(Value, usize)>> {
    items.into_iter().map(|item| writable_length(&item).map(|length| (item, length))).collect()
}

/// Spreads what was received over objects, each filled before the next.
pub fn spread(targets: &[(Value, usize)], mut received: &[u8]) {
    for (target, length) in targets {
        let (part, rest) = received.split_at((*length).min(received.len()));
        if part.is_empty() {
            return;
        }
        put(target, part);
        received = rest;
    }
}
