//! Where objects come from and go to: allocation, the last release, attribute areas.
//!
//! An object is one block: header, payload and, where its shape keeps attributes, the attribute area: one word (the
//! block of further slots, or the dict), then the inline slots.
//!
//! The last release of an object runs its finalizer, clears its weak references and drops its payload, which releases
//! other objects in turn. So that a long chain does not overflow the stack, objects that die below a certain depth wait
//! in a list until the outermost one is done.

use std::cell::{Cell, RefCell};
use std::mem::offset_of;

use super::class::flags;
use super::collector;
use super::header::{Header, Layout, Object, Payload, mark};
use super::pool;
use super::shape::{Shape, Storage};
use super::value::{Ref, Value};
use super::word::Bits;
use crate::gil::{Gil, Guarded};

/// The attribute area behind an object's payload.
#[repr(C)]
pub struct AttributeArea {
    /// The block of further slots, or the dict where the storage is a dict, or empty.
    pub extension: Cell<Bits>,
    /// The first of the inline slots.
    inline: [Cell<Bits>; 0],
}

/// Bytes of an object with this layout whose attributes are kept like this.
pub fn size_of_object(layout: &Layout, storage: Storage, inline_capacity: u16) -> usize {
    let area = match storage {
        Storage::Nothing => 0,
        Storage::Slots | Storage::Dict => size_of::<AttributeArea>() + usize::from(inline_capacity) * 8,
    };
    layout.size.next_multiple_of(8) + area
}

/// A new object with one reference and no attributes.
#[inline]
pub fn allocate<T: Payload>(gil: Gil<'_>, shape: &'static Shape, payload: T) -> Ref<T> {
    allocate_made(gil, shape, || payload)
}

/// As [`allocate`]; `make` makes the payload, and neither fails nor allocates objects.
#[inline(always)]
pub fn allocate_made<T: Payload>(gil: Gil<'_>, shape: &'static Shape, make: impl FnOnce() -> T) -> Ref<T> {
    const { assert!(align_of::<Object<T>>() <= align_of::<Header>()) };
    debug_assert!(std::ptr::eq(shape.layout, T::layout()));
    // SAFETY: the block is larger than a header. It is filled before anyone sees it: the object, then the area, whose
    // slots begin as empty.
    unsafe {
        let pointer = pool::take(gil, shape.size).cast::<Object<T>>();
        pointer.write(Object { header: Header::new(shape), payload: make() });
        if shape.storage != Storage::Nothing {
            let area = area_of(&raw const (*pointer).header).cast::<Bits>().cast_mut();
            let (mut word, words) = (0, usize::from(shape.inline_capacity) + 1);
            while word < words {
                // Volatile, so that the short loop stays one.
                area.add(word).write_volatile(Bits::EMPTY);
                word += 1;
            }
        }
        if shape.class().has(flags::HEAP) {
            shape.class().header().retain();
        }
        if T::TRACKED || shape.storage != Storage::Nothing {
            collector::track(gil, &(*pointer).header);
        }
        Ref::from_pointer(pointer)
    }
}

/// The attribute area of an object whose shape keeps attributes.
///
/// # Safety
/// The header is of a live object whose storage is not `Nothing`.
#[inline(always)]
pub unsafe fn area_of(header: *const Header) -> *const AttributeArea {
    // SAFETY: the area follows the payload in the same block.
    unsafe { header.cast::<u8>().add((*header).shape().layout.size.next_multiple_of(8)).cast() }
}

/// The first inline attribute slot, counted in bytes from an object's start.
pub fn inline_offset(shape: &Shape) -> usize {
    shape.layout.size.next_multiple_of(8) + offset_of!(AttributeArea, inline)
}

/// Objects that died too deep, to be buried by the outermost burial.
struct Waiting {
    objects: RefCell<Vec<*mut Header>>,
    are_some: Cell<bool>,
}

// SAFETY: reached only through the token.
unsafe impl Send for Waiting {}

static WAITING: Guarded<Waiting> =
    Guarded::new(Waiting { objects: RefCell::new(Vec::new()), are_some: Cell::new(false) });

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Burials nest this deep on the stack.
const DEEPEST: u32 = 64;

/// Ends an object whose last reference has gone.
///
/// # Safety
/// The thread holds the GIL, the count is zero, and nobody uses the object afterwards.
#[inline(never)]
pub unsafe fn bury(header: *mut Header) {
    // SAFETY: the caller holds the GIL.
    let gil = unsafe { Gil::assume() };
    let depth = DEPTH.get();
    if depth >= DEEPEST {
        return postpone(gil, header);
    }
    DEPTH.set(depth + 1);
    // SAFETY: as demanded of the caller.
    unsafe { end(gil, header) };
    DEPTH.set(depth);
    if depth == 0 && WAITING.get(gil).are_some.get() {
        bury_waiting(gil);
    }
}

/// Lets an object wait for the outermost burial.
#[cold]
fn postpone(gil: Gil<'_>, header: *mut Header) {
    // Nobody refers to it any more: a collection meanwhile must not take it for garbage.
    // SAFETY: the object is whole until it is ended.
    collector::untrack(gil, unsafe { &*header });
    let waiting = WAITING.get(gil);
    waiting.objects.borrow_mut().push(header);
    waiting.are_some.set(true);
}

#[cold]
fn bury_waiting(gil: Gil<'_>) {
    let waiting = WAITING.get(gil);
    loop {
        let next = waiting.objects.borrow_mut().pop();
        let Some(header) = next else {
            waiting.are_some.set(false);
            return;
        };
        DEPTH.set(1);
        // SAFETY: it was put here instead of being ended, in the same state.
        unsafe { end(gil, header) };
        DEPTH.set(0);
    }
}

/// # Safety
/// As of [`bury`].
#[inline(always)]
unsafe fn end(gil: Gil<'_>, header: *mut Header) {
    // SAFETY: the object is whole until its payload is dropped here; then only the block is used, and freed as it was
    // allocated: a shape change keeps layout and capacity.
    unsafe {
        let shape = (*header).shape();
        if !(*header).has(mark::WEAKLY_REFERENCED) {
            if ends_plainly(shape) {
                collector::untrack(gil, &*header);
                (shape.layout.drop)(header);
                pool::give_back(gil, header.cast(), shape.size);
                return;
            }
            if is_mere_instance(shape) {
                return end_instance(gil, header, shape);
            }
        }
        end_otherwise(gil, header);
    }
}

/// As [`end`] for what has a finalizer, weak references, or both attributes and a payload.
///
/// # Safety
/// As of [`bury`].
#[inline(never)]
unsafe fn end_otherwise(gil: Gil<'_>, header: *mut Header) {
    // SAFETY: as in `end`.
    unsafe {
        let shape = (*header).shape();
        if !finalize(gil, &*header) {
            return;
        }
        // Callbacks may collect: from here on it is no candidate.
        collector::untrack(gil, &*header);
        if (*header).has(mark::WEAKLY_REFERENCED) {
            super::weak::forget(gil, &*header);
        }
        release_attributes(header);
        let shape = if std::ptr::eq(shape, (*header).shape()) { shape } else { (*header).shape() };
        (shape.layout.drop)(header);
        let counted = shape.class().has(flags::HEAP).then(|| shape.class().as_value().bits());
        pool::give_back(gil, header.cast(), shape.size);
        if let Some(class) = counted {
            drop(Value::from_bits(class));
        }
    }
}

/// Do objects of this shape have nothing but their payload? So it is with those of most built-in types, which do not
/// change once they are made.
#[inline]
fn ends_plainly(shape: &Shape) -> bool {
    match shape.ends_plainly.get() {
        0 => look_closer(shape),
        known => known == 2,
    }
}

/// Have objects of this shape nothing but attributes, and nothing to run at their end?
#[inline]
fn is_mere_instance(shape: &Shape) -> bool {
    !shape.layout.drops
        && shape.storage != Storage::Nothing
        && shape.class().has(flags::HEAP)
        && shape.class().slots.finalize.get().is_none()
}

/// As [`end`] for an object that is a mere instance and has no weak references.
///
/// # Safety
/// As of [`bury`].
#[inline(never)]
unsafe fn end_instance(gil: Gil<'_>, header: *mut Header, shape: &'static Shape) {
    // SAFETY: the object is whole until its attributes go here, one by one; nobody else reaches it, since it is untracked
    // and has no weak references, so their places need not be emptied. Then only the block is used, and freed as it was
    // allocated. The object has kept its class alive.
    unsafe {
        collector::untrack(gil, &*header);
        let area = area_of(header).cast::<Bits>();
        let (mut word, words) = (0, usize::from(shape.inline_capacity) + 1);
        while word < words {
            let bits = area.add(word).read();
            if bits.is_heap() {
                drop(Value::from_bits(bits));
            }
            word += 1;
        }
        let class = shape.class().as_value().bits();
        pool::give_back(gil, header.cast(), shape.size);
        drop(Value::from_bits(class));
    }
}

#[cold]
fn look_closer(shape: &Shape) -> bool {
    let class = shape.class();
    let plain =
        shape.storage == Storage::Nothing && !class.has(flags::HEAP) && class.slots.finalize.get().is_none();
    shape.ends_plainly.set(if plain { 2 } else { 1 });
    plain
}

/// Runs `__del__` of a dying object, once. False if it lives again.
fn finalize(gil: Gil<'_>, header: &Header) -> bool {
    let Some(finalizer) = header.shape().class().slots.finalize.get() else { return true };
    if header.has(mark::FINALIZED) {
        return true;
    }
    header.set(mark::FINALIZED, true);
    header.retain();
    // SAFETY: the reference just counted is this value's. It is taken back below without another burial.
    let object = std::mem::ManuallyDrop::new(unsafe { Value::from_bits(Bits::of_pointer(header)) });
    finalizer(gil, &object);
    header.release()
}

/// Shows each value in an object's attribute area.
pub fn traverse_attributes(header: &Header, visit: super::header::Visit<'_>) {
    for_each_attribute(header, |slot| {
        let bits = slot.get();
        if bits != Bits::EMPTY {
            // SAFETY: a filled slot owns its value, and is not changed while it is looked at.
            visit(unsafe { Value::borrow(&bits) });
        }
    });
}

/// Takes everything out of an object's attribute area.
///
/// # Safety
/// The header is of a live object.
pub unsafe fn release_attributes(header: *const Header) {
    // SAFETY: as demanded; what a slot held is dropped after the slot is empty.
    unsafe {
        for_each_attribute(&*header, |slot| {
            let bits = slot.replace(Bits::EMPTY);
            if bits != Bits::EMPTY {
                drop(Value::from_bits(bits));
            }
        });
    }
}

fn for_each_attribute(header: &Header, mut see: impl FnMut(&Cell<Bits>)) {
    let shape = header.shape();
    if shape.storage == Storage::Nothing {
        return;
    }
    // SAFETY: the area has the extension word and as many inline slots as the shape says.
    unsafe {
        let area = area_of(header);
        see(&(*area).extension);
        let first = (&raw const (*area).inline).cast::<Cell<Bits>>();
        for slot in 0..usize::from(shape.inline_capacity) {
            see(&*first.add(slot));
        }
    }
}
