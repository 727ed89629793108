//! The header of every heap object, and the description of what follows it.

use std::cell::Cell;

use super::exposed::Exposed;
use super::shape::{Shape, ShapeCell};
use super::value::Value;
use crate::gil;

/// The first 16 bytes of every object.
#[repr(C)]
pub struct Header {
    /// References to the object.
    count: Cell<u32>,
    /// The collector's word: its index among the tracked objects and some flags, see [`mark`].
    mark: Cell<u32>,
    /// The shape, and by it the type. An exact built-in type has one shape for all its objects, so that a guard is one
    /// comparison; instances with attributes move from shape to shape.
    shape: Cell<&'static Shape>,
}

/// Bits of a header's `mark`; what is above them is one more than the index among the tracked objects, or zero.
pub mod mark {
    /// Weak references to the object exist.
    pub const WEAKLY_REFERENCED: u32 = 1;
    /// `__del__` has run.
    pub const FINALIZED: u32 = 2;
    /// Where the index begins.
    pub const INDEX_SHIFT: u32 = 3;
}

impl Header {
    /// The header of a new object with one reference.
    pub fn new(shape: &'static Shape) -> Header {
        Header { count: Cell::new(1), mark: Cell::new(0), shape: Cell::new(shape) }
    }

    /// Counts one more reference.
    #[inline(always)]
    pub fn retain(&self) {
        debug_assert!(gil::held(), "a count changes only under the GIL");
        self.count.set(self.count.get() + 1);
    }

    /// Counts one reference less; true if it was the last.
    #[inline(always)]
    pub fn release(&self) -> bool {
        debug_assert!(gil::held(), "a count changes only under the GIL");
        debug_assert!(self.count.get() > 0, "an object is released once too often");
        let count = self.count.get() - 1;
        self.count.set(count);
        count == 0
    }

    /// Counts one reference less unless it is the last.
    #[inline(always)]
    pub fn release_unless_last(&self) -> bool {
        debug_assert!(gil::held(), "a count changes only under the GIL");
        debug_assert!(self.count.get() > 0, "an object is released once too often");
        // Counted down in any case, which is one instruction of the processor, and up again in the seldom one.
        let count = self.count.get().wrapping_sub(1);
        self.count.set(count);
        if count == 0 {
            // SAFETY: the cell is this object's, and only the holder of the GIL reaches it. Volatile, so that the
            // compiler does not make one store of the two and choose what to store.
            unsafe { self.count.as_ptr().write_volatile(1) };
            return false;
        }
        true
    }

    /// The number of references.
    pub fn count(&self) -> u32 {
        self.count.get()
    }

    /// The shape.
    #[inline(always)]
    pub fn shape(&self) -> &'static Shape {
        self.shape.get()
    }

    /// Moves the object to another shape.
    ///
    /// # Safety
    /// The shape describes what the object holds from now on: its layout is the same and its attribute slots are
    /// filled.
    pub unsafe fn set_shape(&self, shape: &'static Shape) {
        self.shape.set(shape);
    }

    /// Is a flag of [`mark`] set?
    pub fn has(&self, flag: u32) -> bool {
        self.mark.get() & flag != 0
    }

    /// Sets or clears a flag of [`mark`].
    pub fn set(&self, flag: u32, on: bool) {
        let word = self.mark.get();
        self.mark.set(if on { word | flag } else { word & !flag });
    }

    /// The index among the tracked objects, if it is tracked.
    pub fn tracked(&self) -> Option<usize> {
        (self.mark.get() >> mark::INDEX_SHIFT).checked_sub(1).map(|index| index as usize)
    }

    /// Notes the index among the tracked objects.
    pub fn set_tracked(&self, index: Option<usize>) {
        let flags = self.mark.get() & ((1 << mark::INDEX_SHIFT) - 1);
        let number = index.map_or(0, |index| index as u32 + 1);
        self.mark.set(flags | number << mark::INDEX_SHIFT);
    }
}

/// What a visitor of references is: it sees each value that an object owns.
pub type Visit<'a> = &'a mut dyn FnMut(&Value);

/// How the heap handles the payload of one Rust type behind an object of unknown type. One static each, so its address
/// tells payloads apart.
pub struct Layout {
    /// Bytes of header and payload.
    pub size: usize,
    /// Drops the payload in place.
    pub drop: unsafe fn(*mut Header),
    /// Is there anything to be dropped?
    pub drops: bool,
    /// Shows each value the payload owns.
    pub traverse: unsafe fn(*const Header, Visit<'_>),
    /// Lets go of what can be part of a cycle.
    pub clear: unsafe fn(*const Header),
    /// The bytes that the payload exposes.
    pub exposed: for<'a> unsafe fn(&'a Header) -> Option<&'a dyn Exposed>,
    /// Can it be part of a cycle?
    pub tracked: bool,
    /// Do its references stay as they are?
    pub fixed: bool,
    /// The shape of objects of the built-in type itself.
    pub exact: ShapeCell,
}

/// What follows the header in an object.
///
/// Write the impl with [`payload!`](crate::payload), which gives the layout its static.
pub trait Payload: Sized + 'static {
    /// Can an object of this kind be part of a cycle?
    const TRACKED: bool;

    /// Do its references stay as they are from when it is made to its end? Then one that leads to nothing tracked never
    /// will, and need not be tracked itself.
    const FIXED: bool = false;

    /// The one layout of this type.
    fn layout() -> &'static Layout;

    /// Shows each value that the payload owns.
    fn traverse(&self, _visit: Visit<'_>) {}

    /// Lets go of every value that can lead back here; called by the collector on garbage.
    fn clear(&self) {}

    /// The bytes that the payload lets others at, if it is of that kind.
    fn exposed(&self) -> Option<&dyn Exposed> {
        None
    }
}

impl Layout {
    /// The layout of a payload type.
    pub const fn of<T: Payload>() -> Layout {
        Layout {
            size: size_of::<Object<T>>(),
            drop: drop_payload::<T>,
            drops: std::mem::needs_drop::<T>(),
            traverse: traverse_payload::<T>,
            clear: clear_payload::<T>,
            exposed: exposed_payload::<T>,
            tracked: T::TRACKED,
            fixed: T::FIXED,
            exact: ShapeCell::new(),
        }
    }
}

/// A header and its payload. Attribute slots, where the shape has some, come after it.
#[repr(C)]
pub struct Object<T> {
    pub header: Header,
    pub payload: T,
}

/// # Safety
/// The object's payload is a live `T`; nobody uses it afterwards.
unsafe fn drop_payload<T>(header: *mut Header) {
    // SAFETY: as demanded.
    unsafe { std::ptr::drop_in_place(&raw mut (*header.cast::<Object<T>>()).payload) }
}

/// # Safety
/// The object's payload is a live `T`.
unsafe fn traverse_payload<T: Payload>(header: *const Header, visit: Visit<'_>) {
    // SAFETY: as demanded.
    unsafe { (*header.cast::<Object<T>>()).payload.traverse(visit) }
}

/// # Safety
/// The object's payload is a live `T`.
unsafe fn clear_payload<T: Payload>(header: *const Header) {
    // SAFETY: as demanded.
    unsafe { (*header.cast::<Object<T>>()).payload.clear() }
}

/// # Safety
/// The object's payload is a live `T`.
unsafe fn exposed_payload<T: Payload>(header: &Header) -> Option<&dyn Exposed> {
    // SAFETY: as demanded; the payload follows its header and lives as long.
    unsafe { (*(&raw const *header).cast::<Object<T>>()).payload.exposed() }
}

/// The parts of an impl of [`Payload`] that are the same for all: `payload!(List, tracked)`.
#[macro_export]
macro_rules! payload {
    ($type:ty, tracked) => {
        $crate::payload!(@ $type, true);
    };
    ($type:ty, untracked) => {
        $crate::payload!(@ $type, false);
    };
    (@ $type:ty, $tracked:literal) => {
        const TRACKED: bool = $tracked;

        fn layout() -> &'static $crate::object::Layout {
            static LAYOUT: $crate::object::Layout = $crate::object::Layout::of::<$type>();
            &LAYOUT
        }
    };
}
