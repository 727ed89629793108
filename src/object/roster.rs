//! Lists of objects that others keep alive: whoever is on a list leaves it when it ends.
//!
//! An object that can be on a list has a [`Seat`] in its payload, so that neither joining nor leaving takes an
//! allocation or a search.

use std::cell::{Cell, RefCell};

use super::header::{Header, Object, Payload};
use super::value::{Ref, Value};
use super::word::Bits;
use crate::gil::{Gil, Guarded};

/// A list of objects, in no order.
pub struct Roster(RefCell<Vec<Entry>>);

/// Invariant: the object's payload has not been dropped, and the seat is part of it.
struct Entry {
    object: *const Header,
    seat: *const Seat,
}

// SAFETY: reached only through the token.
unsafe impl Send for Roster {}

impl Roster {
    /// An empty list.
    pub const fn new() -> Roster {
        Roster(RefCell::new(Vec::new()))
    }

    /// The objects on the list, but for those that are about to end.
    pub fn members(&self) -> Vec<Value> {
        // SAFETY: by the invariant the header is there; with a count the object is alive, and the new value is counted.
        let owner = |entry: &Entry| unsafe {
            ((*entry.object).count() > 0).then(|| {
                (*entry.object).retain();
                Value::from_bits(Bits::of_pointer(entry.object))
            })
        };
        self.0.borrow().iter().filter_map(owner).collect()
    }
}

impl Default for Roster {
    fn default() -> Roster {
        Roster::new()
    }
}

/// Where an object sits on a list, if it does: the list and the place.
#[derive(Default)]
pub struct Seat(Cell<Option<(&'static Guarded<Roster>, u32)>>);

impl Seat {
    /// Puts the object, of whose payload the seat is part, on a list. It stays on the list that it is on already.
    ///
    /// # Panics
    /// If the seat is not part of the object's payload.
    pub fn take<T: Payload>(&self, gil: Gil<'_>, list: &'static Guarded<Roster>, object: &Ref<T>) {
        let (own, start) = (std::ptr::from_ref(self).addr(), object.pointer().addr().get());
        let is_inside = own >= start && own + size_of::<Seat>() <= start + size_of::<Object<T>>();
        assert!(is_inside, "the seat of another object");
        if self.0.get().is_some() {
            return;
        }
        let mut entries = list.get(gil).0.borrow_mut();
        self.0.set(Some((list, entries.len() as u32)));
        entries.push(Entry { object: object.header(), seat: self });
    }

    /// Takes the object off its list.
    pub fn leave(&self, gil: Gil<'_>) {
        let Some((list, place)) = self.0.take() else { return };
        let mut entries = list.get(gil).0.borrow_mut();
        entries.swap_remove(place as usize);
        if let Some(moved) = entries.get(place as usize) {
            // SAFETY: by the invariant the seat is there.
            unsafe { (*moved.seat).0.set(Some((list, place))) };
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        if self.0.get().is_some() {
            // SAFETY: the thread that drops a payload holds the GIL.
            self.leave(unsafe { Gil::assume() });
        }
    }
}
