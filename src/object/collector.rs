//! The collector of cycles: which objects are tracked, and finding those that only hold each other.
//!
//! Tracked objects stand in one list, oldest first; an object's header knows its place, so that leaving is to leave a
//! gap there. Gaps are closed when they are many. Ordinary objects pay nothing else. A collection counts, for each
//! object of the generations it looks at, the references that come from within (trial deletion); what has references
//! from outside is alive, and so is all that is reached from there; the rest is garbage.

mod members;

use std::cell::{Cell, RefCell};

use self::members::Members;
use super::header::{Header, Layout, mark};
use super::heap;
use super::shape::Storage;
use super::value::Value;
use super::word::Bits;
use crate::gil::{Gil, Guarded};

/// The tracked objects.
struct Tracked {
    /// Oldest first, so that garbage is finalized in that order. Null where one has left.
    objects: RefCell<Members>,
    /// Objects before this index last as long as the interpreter: no collection looks at them.
    lasting: Cell<usize>,
    /// Objects from this index on came since the last collection.
    young: Cell<usize>,
    /// The nulls before that index, and from it on.
    old_gaps: Cell<usize>,
    young_gaps: Cell<usize>,
    enabled: Cell<bool>,
    collecting: Cell<bool>,
    /// Collections since the last that looked at all objects, and how many there were then.
    collections: Cell<usize>,
    looked_at: Cell<usize>,
}

// SAFETY: reached only through the token.
unsafe impl Send for Tracked {}

static TRACKED: Guarded<Tracked> = Guarded::new(Tracked {
    objects: RefCell::new(Members::new()),
    lasting: Cell::new(0),
    young: Cell::new(0),
    old_gaps: Cell::new(0),
    young_gaps: Cell::new(0),
    enabled: Cell::new(true),
    collecting: Cell::new(false),
    collections: Cell::new(0),
    looked_at: Cell::new(0),
});

/// Begins to track an object.
#[inline]
pub fn track(gil: Gil<'_>, header: &Header) {
    let tracked = TRACKED.get(gil);
    if tracked.young_gaps.get() > GAPS {
        tracked.close_gaps();
    }
    let objects = tracked.exclusively();
    header.set_tracked(Some(objects.len()));
    objects.push(header);
}

/// Ceases to track an object, if it is tracked.
#[inline]
pub fn untrack(gil: Gil<'_>, header: &Header) {
    let Some(place) = header.tracked() else { return };
    header.set_tracked(None);
    let tracked = TRACKED.get(gil);
    let objects = tracked.exclusively();
    if place + 1 == objects.len() && place >= tracked.young.get() {
        objects.pop();
        return;
    }
    objects.set(place, std::ptr::null());
    let gaps = if place < tracked.young.get() { &tracked.old_gaps } else { &tracked.young_gaps };
    gaps.set(gaps.get() + 1);
}

/// With so many gaps among the young, or more than objects among the old, the objects close up.
const GAPS: usize = 16 * 1024;

impl Tracked {
    /// The tracked objects, for a change that is made at once.
    #[inline(always)]
    #[allow(clippy::mut_from_ref)]
    fn exclusively(&self) -> &mut Members {
        debug_assert!(self.objects.try_borrow_mut().is_ok(), "objects are looked through while they change");
        // SAFETY: the variable is reached by the holder of the GIL alone. Whoever borrows the list neither makes nor
        // ends objects meanwhile, and the two callers let go of it before they do anything else.
        unsafe { &mut *self.objects.as_ptr() }
    }

    /// Closes the gaps among the young, and among the old if they are many.
    #[cold]
    fn close_gaps(&self) {
        let mut objects = self.objects.borrow_mut();
        let young = self.young.get();
        let is_old_sparse = self.old_gaps.get() > GAPS && self.old_gaps.get() > young / 2;
        let from = if is_old_sparse { self.lasting.get() } else { young };
        let mut kept = from;
        for place in from..objects.len() {
            if place == young {
                self.young.set(kept);
            }
            let header = objects.get(place);
            if header.is_null() {
                continue;
            }
            if kept != place {
                objects.set(kept, header);
                // SAFETY: tracked objects are alive: they leave before they end.
                unsafe { (*header).set_tracked(Some(kept)) };
            }
            kept += 1;
        }
        self.young.set(self.young.get().min(kept));
        objects.truncate(kept);
        self.young_gaps.set(0);
        if is_old_sparse {
            self.old_gaps.set(0);
        }
    }

    /// So many are young.
    fn young_count(&self) -> usize {
        self.objects.borrow().len().saturating_sub(self.young.get() + self.young_gaps.get())
    }

    /// Should a collection look at the old objects, too? Every tenth may, so that old garbage goes, but only when a
    /// quarter is new to it: looking at all takes time, and so the time per object stays bounded as they become more.
    fn is_old_due(&self) -> bool {
        let count = self.objects.borrow().len();
        let last = self.looked_at.get().min(count);
        self.looked_at.set(last);
        self.collections.set(self.collections.get() + 1);
        self.collections.get() >= 10 && count - last >= last / 4
    }

    /// All are old from now on.
    fn age(&self) {
        self.young.set(self.objects.borrow().len());
        self.old_gaps.set(self.old_gaps.get() + self.young_gaps.replace(0));
    }
}

/// So many new objects call for a collection of the young.
const YOUNG: usize = 10_000;

/// Should a collection run at the next convenient instruction?
pub fn is_due(gil: Gil<'_>) -> bool {
    let tracked = TRACKED.get(gil);
    tracked.enabled.get() && !tracked.collecting.get() && tracked.young_count() > YOUNG
}

/// Says that what there is now, types and modules, lasts as long as the interpreter.
pub fn exempt(gil: Gil<'_>) {
    let tracked = TRACKED.get(gil);
    tracked.age();
    tracked.lasting.set(tracked.young.get());
    tracked.looked_at.set(tracked.young.get());
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
    let gaps = tracked.old_gaps.get() + tracked.young_gaps.get();
    (tracked.young_count(), tracked.objects.borrow().len() - gaps)
}

/// All tracked objects.
pub fn objects(gil: Gil<'_>) -> Vec<Value> {
    let objects = TRACKED.get(gil).objects.borrow();
    objects.iter_from(0).map(owner).collect()
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
    tracked.close_gaps();
    let is_full = all || tracked.is_old_due();
    let from = if is_full { tracked.lasting.get() } else { tracked.young.get() };
    let Found { garbage, idle } = look_through(gil, from);
    for header in idle {
        // SAFETY: it was alive a moment ago, and nothing has run since.
        untrack(gil, unsafe { &*header });
    }
    tracked.age();
    if is_full {
        tracked.collections.set(0);
        tracked.looked_at.set(tracked.objects.borrow().len());
    }
    let found = finish(gil, garbage);
    tracked.collecting.set(false);
    found
}

/// What a look through the objects brings.
struct Found {
    /// Objects that only each other refer to, as owners.
    garbage: Vec<Value>,
    /// Live objects that lead to nothing tracked, and never will: they need not be looked at again.
    idle: Vec<*const Header>,
}

/// Looks through the objects from an index on.
fn look_through(gil: Gil<'_>, from: usize) -> Found {
    let objects = TRACKED.get(gil).objects.borrow();
    let count = objects.len() - from;
    // SAFETY: tracked objects are alive.
    let found_at = |place: usize| unsafe { objects.get(from + place).as_ref() };
    let place_of = |value: &Value| value.header()?.tracked()?.checked_sub(from);
    // References from outside; later also one where the object is reached from one that has some.
    let mut outside: Vec<u32> = (0..count).map(|place| found_at(place).map_or(0, Header::count)).collect();
    let mut idle = Vec::new();
    for turn in 0..count {
        let Some(header) = found_at(turn) else { continue };
        let mut leads_on = false;
        traverse(header, &mut |value| {
            leads_on |= value.header().is_some_and(may_lead_on);
            if let Some(place) = place_of(value) {
                outside[place] = outside[place].saturating_sub(1);
            }
        });
        if header.shape().layout.fixed && !leads_on {
            idle.push(turn);
        }
    }
    // What is reached further on is looked at when its turn comes, so that what waits is little.
    let mut passed = Vec::new();
    for turn in 0..count {
        if outside[turn] > 0 {
            passed.push(turn);
        }
        while let Some(place) = passed.pop() {
            let Some(header) = found_at(place) else { continue };
            traverse(header, &mut |value| {
                if let Some(place) = place_of(value).filter(|&place| outside[place] == 0) {
                    outside[place] = 1;
                    if place <= turn {
                        passed.push(place);
                    }
                }
            });
        }
    }
    let dead = (0..count).filter(|&place| outside[place] == 0);
    let garbage = dead.filter_map(found_at).map(|header| owner(header)).collect();
    let idle = idle.into_iter().filter(|&place| outside[place] > 0).map(|place| objects.get(from + place));
    Found { garbage, idle: idle.collect() }
}

/// Is an object tracked, or could it come to be?
fn may_lead_on(header: &Header) -> bool {
    let Layout { tracked, fixed, .. } = header.shape().layout;
    header.tracked().is_some() || (*tracked && !fixed) || header.shape().storage != Storage::Nothing
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
    super::weak::forget_together(gil, &garbage);
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
    // Weak references first: no callback shall see what is half taken apart.
    let (first, rest): (Vec<_>, Vec<_>) =
        garbage.iter().partition(|object| super::weak::is_reference(gil, object));
    for header in first.into_iter().chain(rest).filter_map(Value::header) {
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
