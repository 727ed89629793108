//! The collector of cycles: which objects are tracked, and finding those that only hold each other.
//!
//! Tracked objects stand in one vector per generation; an object's header knows its place, so that leaving is a swap
//! with the last. Ordinary objects pay nothing else. A collection counts, for each object of the generations it looks
//! at, the references that come from within (trial deletion); what has references from outside is alive, and so is
//! all that is reached from there; the rest is garbage.

use std::cell::{Cell, RefCell};

use super::header::{Header, mark};
use super::heap;
use super::value::Value;
use super::word::Bits;
use crate::gil::{Gil, Guarded};

/// The tracked objects.
#[derive(Default)]
struct Tracked {
    objects: RefCell<Vec<*const Header>>,
    /// Objects from this index on came since the last collection.
    young: Cell<usize>,
    enabled: Cell<bool>,
    collecting: Cell<bool>,
    collections: Cell<usize>,
}

// SAFETY: reached only through the token.
unsafe impl Send for Tracked {}

static TRACKED: Guarded<Tracked> = Guarded::new(Tracked {
    objects: RefCell::new(Vec::new()),
    young: Cell::new(0),
    enabled: Cell::new(true),
    collecting: Cell::new(false),
    collections: Cell::new(0),
});

/// Begins to track an object.
#[inline]
pub fn track(gil: Gil<'_>, header: &Header) {
    let mut objects = TRACKED.get(gil).objects.borrow_mut();
    header.set_tracked(Some(objects.len()));
    objects.push(header);
}

/// Ceases to track an object, if it is tracked.
#[inline]
pub fn untrack(gil: Gil<'_>, header: &Header) {
    let Some(place) = header.tracked() else { return };
    header.set_tracked(None);
    let tracked = TRACKED.get(gil);
    let mut objects = tracked.objects.borrow_mut();
    // An old object's place is filled with the last of the old, and that one's with the last of all.
    let young = tracked.young.get();
    let mut hole = place;
    if place < young {
        tracked.young.set(young - 1);
        objects.swap(place, young - 1);
        if place != young - 1 {
            renumber(&objects, place);
        }
        hole = young - 1;
    }
    objects.swap_remove(hole);
    if hole < objects.len() {
        renumber(&objects, hole);
    }
}

fn renumber(objects: &[*const Header], place: usize) {
    // SAFETY: tracked objects are alive: they leave before they end.
    unsafe { (*objects[place]).set_tracked(Some(place)) };
}

/// So many new objects call for a collection of the young.
const YOUNG: usize = 10_000;

/// Should a collection run at the next convenient instruction?
pub fn is_due(gil: Gil<'_>) -> bool {
    let tracked = TRACKED.get(gil);
    tracked.enabled.get()
        && !tracked.collecting.get()
        && tracked.objects.borrow().len() > tracked.young.get() + YOUNG
}

/// Is automatic collection on?
pub fn is_enabled(gil: Gil<'_>) -> bool {
    TRACKED.get(gil).enabled.get()
}

/// Switches automatic collection on or off.
pub fn enable(gil: Gil<'_>, on: bool) {
    TRACKED.get(gil).enabled.set(on);
}

/// The numbers of young and of all tracked objects.
pub fn count(gil: Gil<'_>) -> (usize, usize) {
    let tracked = TRACKED.get(gil);
    let all = tracked.objects.borrow().len();
    (all - tracked.young.get(), all)
}

/// All tracked objects.
pub fn objects(gil: Gil<'_>) -> Vec<Value> {
    TRACKED.get(gil).objects.borrow().iter().map(|&header| owner(header)).collect()
}

fn owner(header: *const Header) -> Value {
    // SAFETY: tracked objects are alive; the new value is counted.
    unsafe {
        (*header).retain();
        Value::from_bits(Bits::of_pointer(header))
    }
}

/// Collects cycles, among the young objects or all; the number of objects found unreachable.
pub fn collect(gil: Gil<'_>, all: bool) -> usize {
    let tracked = TRACKED.get(gil);
    if tracked.collecting.replace(true) {
        return 0;
    }
    tracked.collections.set(tracked.collections.get() + 1);
    // Most collections look at the young; every tenth at all, so that old garbage goes too.
    let from = if all || tracked.collections.get().is_multiple_of(10) { 0 } else { tracked.young.get() };
    let garbage = find_garbage(gil, from);
    tracked.young.set(tracked.objects.borrow().len());
    let found = finish(gil, garbage);
    let left = tracked.objects.borrow().len();
    tracked.young.set(left.min(tracked.young.get()));
    tracked.collecting.set(false);
    found
}

/// The objects from an index on which only each other refer to, as owners.
fn find_garbage(gil: Gil<'_>, from: usize) -> Vec<Value> {
    let objects = TRACKED.get(gil).objects.borrow();
    let candidates = &objects[from..];
    // SAFETY: tracked objects are alive.
    let header_at = |place: usize| unsafe { &*candidates[place] };
    let place_of = |value: &Value| value.header()?.tracked()?.checked_sub(from);
    let mut outside: Vec<u32> = (0..candidates.len()).map(|place| header_at(place).count()).collect();
    for place in 0..candidates.len() {
        traverse(header_at(place), &mut |value| {
            if let Some(place) = place_of(value) {
                outside[place] = outside[place].saturating_sub(1);
            }
        });
    }
    let mut alive: Vec<bool> = outside.iter().map(|&count| count > 0).collect();
    let mut pending: Vec<usize> = (0..candidates.len()).filter(|&place| alive[place]).collect();
    while let Some(place) = pending.pop() {
        traverse(header_at(place), &mut |value| {
            if let Some(place) = place_of(value).filter(|&place| !alive[place]) {
                alive[place] = true;
                pending.push(place);
            }
        });
    }
    (0..candidates.len()).filter(|&place| !alive[place]).map(|place| owner(candidates[place])).collect()
}

/// Shows every value that an object owns.
pub fn traverse(header: &Header, visit: super::header::Visit<'_>) {
    // SAFETY: the object is alive, and its layout is its payload's.
    unsafe { (header.shape().layout.traverse)(header, visit) };
    heap::traverse_attributes(header, visit);
    if header.shape().class().has(super::class::flags::HEAP) {
        visit(header.shape().class().as_value());
    }
}

/// Runs finalizers, keeps what they brought back to life, and breaks the rest apart.
fn finish(gil: Gil<'_>, garbage: Vec<Value>) -> usize {
    let headers = || garbage.iter().filter_map(Value::header);
    for header in headers().filter(|header| header.has(mark::WEAKLY_REFERENCED)) {
        super::weak::forget(gil, header);
    }
    let mut finalized = false;
    for (object, header) in garbage.iter().zip(headers()) {
        if let Some(finalizer) = header.shape().class().slots.finalize.get()
            && !header.has(mark::FINALIZED)
        {
            header.set(mark::FINALIZED, true);
            finalizer(gil, object);
            finalized = true;
        }
    }
    if finalized && is_reached_from_outside(&garbage) {
        return garbage.len();
    }
    for header in headers() {
        // SAFETY: the object is alive (`garbage` owns it), and nobody but the garbage refers to it.
        unsafe {
            (header.shape().layout.clear)(header);
            heap::release_attributes(header);
        }
    }
    garbage.len()
}

/// Did a finalizer bring anything back to life? Then all of it stays for another collection.
fn is_reached_from_outside(garbage: &[Value]) -> bool {
    let mut inside = hashbrown::HashMap::new();
    for object in garbage {
        inside.insert(object.bits(), 1);
    }
    for header in garbage.iter().filter_map(Value::header) {
        traverse(header, &mut |value| {
            if let Some(count) = inside.get_mut(&value.bits()) {
                *count += 1;
            }
        });
    }
    garbage.iter().any(|object| object.header().is_some_and(|header| header.count() > inside[&object.bits()]))
}
