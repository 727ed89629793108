//! Weak references: who is to be told when an object ends.

use std::cell::{Cell, RefCell};

use hashbrown::HashMap;

use super::header::{Header, mark};
use super::raised::Result;
use super::value::Value;
use crate::gil::{Gil, Guarded};

/// The weak references to each object, by its address, oldest first. Not counted: a weak reference that ends takes
/// itself off.
struct Registry(RefCell<HashMap<usize, Vec<*const Header>>>);

// SAFETY: reached only through the token.
unsafe impl Send for Registry {}

static REGISTRY: Guarded<std::sync::LazyLock<Registry>> =
    Guarded::new(std::sync::LazyLock::new(|| Registry(RefCell::default())));

/// What a weak reference does when its object ends: forgets the object, and gives back its callback.
pub type Break = fn(Gil<'_>, &Value) -> Option<Value>;
/// Calls a callback with the weak reference; errors are reported, not raised.
pub type Notify = fn(Gil<'_>, &Value, &Value) -> Result<()>;

/// How weak references are broken and their callbacks called; the types room says it at start.
#[derive(Clone, Copy)]
pub struct Hooks {
    pub is_reference: fn(&Value) -> bool,
    pub break_: Break,
    pub notify: Notify,
}

static HOOKS: Guarded<Cell<Option<Hooks>>> = Guarded::new(Cell::new(None));

/// Sets the hooks.
pub fn set_hooks(gil: Gil<'_>, hooks: Hooks) {
    HOOKS.get(gil).set(Some(hooks));
}

/// Enters a weak reference to an object.
pub fn enter(gil: Gil<'_>, object: &Header, reference: &Header) {
    object.set(mark::WEAKLY_REFERENCED, true);
    let address = (&raw const *object).addr();
    REGISTRY.get(gil).0.borrow_mut().entry(address).or_default().push(reference);
}

/// Takes off a weak reference that ends before its object does.
pub fn leave(gil: Gil<'_>, object: &Header, reference: &Header) {
    let address = (&raw const *object).addr();
    let mut registry = REGISTRY.get(gil).0.borrow_mut();
    let Some(references) = registry.get_mut(&address) else { return };
    references.retain(|&known| !std::ptr::eq(known, reference));
    if references.is_empty() {
        registry.remove(&address);
        object.set(mark::WEAKLY_REFERENCED, false);
    }
}

/// The weak references to an object, oldest first.
pub fn references(gil: Gil<'_>, object: &Header) -> Vec<Value> {
    let registry = REGISTRY.get(gil).0.borrow();
    let references = registry.get(&(&raw const *object).addr());
    // SAFETY: weak references in the registry are alive. One without references only waits for its end.
    let is_in_use = |reference: &&*const Header| unsafe { (***reference).count() > 0 };
    references.into_iter().flatten().filter(is_in_use).map(|&reference| revive(reference)).collect()
}

fn revive(reference: *const Header) -> Value {
    // SAFETY: weak references in the registry are alive, since they take themselves off; the new value is counted.
    unsafe {
        (*reference).retain();
        Value::from_bits(super::word::Bits::of_pointer(reference))
    }
}

/// Breaks all weak references to an object that ends, then calls their callbacks, the youngest first.
pub(super) fn forget(gil: Gil<'_>, object: &Header) {
    let references = references(gil, object);
    REGISTRY.get(gil).0.borrow_mut().remove(&(&raw const *object).addr());
    object.set(mark::WEAKLY_REFERENCED, false);
    let Some(hooks) = HOOKS.get(gil).get() else { return };
    let broken: Vec<_> = references.iter().map(|reference| (hooks.break_)(gil, reference)).collect();
    for (reference, callback) in references.iter().zip(broken).rev() {
        if let Some(callback) = callback {
            // An error in a callback is reported by the hook itself.
            let _ = (hooks.notify)(gil, reference, &callback);
        }
    }
}

/// The same for objects that end together in a collection: weak references among them do not tell of each other.
pub(super) fn forget_together(gil: Gil<'_>, objects: &[Value]) {
    let Some(hooks) = HOOKS.get(gil).get() else { return };
    let referred = || {
        let headers = objects.iter().filter_map(Value::header);
        headers.filter(|header| header.has(mark::WEAKLY_REFERENCED))
    };
    if referred().next().is_none() {
        return;
    }
    let together: hashbrown::HashSet<u64> = objects.iter().map(|object| object.bits().raw()).collect();
    let mut to_tell = Vec::new();
    let mut silent = Vec::new();
    for object in referred() {
        let found = references(gil, object);
        REGISTRY.get(gil).0.borrow_mut().remove(&(&raw const *object).addr());
        object.set(mark::WEAKLY_REFERENCED, false);
        for reference in found.into_iter().rev() {
            let callback = (hooks.break_)(gil, &reference);
            match callback {
                Some(callback) if !together.contains(&reference.bits().raw()) => {
                    to_tell.push((reference, callback));
                }
                callback => silent.push((reference, callback)),
            }
        }
    }
    for (reference, callback) in &to_tell {
        // An error in a callback is reported by the hook itself.
        let _ = (hooks.notify)(gil, reference, callback);
    }
    drop((to_tell, silent));
}

/// Is an object a weak reference?
pub(super) fn is_reference(gil: Gil<'_>, object: &Value) -> bool {
    HOOKS.get(gil).get().is_some_and(|hooks| (hooks.is_reference)(object))
}

/// What a weak reference refers to, not counted: a part of its payload. It takes itself off the registry when it ends.
///
/// Invariant: both pointers are null, or the reference is in the registry under the object, which is alive until
/// `forget` has run the hook that calls [`Target::clear`].
pub struct Target {
    object: Cell<*const Header>,
    reference: Cell<*const Header>,
}

impl Default for Target {
    fn default() -> Target {
        Target { object: Cell::new(std::ptr::null()), reference: Cell::new(std::ptr::null()) }
    }
}

impl Target {
    /// Refers to an object from now on; `reference` is the weak reference whose payload this is part of.
    pub fn set(&self, gil: Gil<'_>, object: &Header, reference: &Header) {
        enter(gil, object, reference);
        self.object.set(object);
        self.reference.set(reference);
    }

    /// The object, unless it has ended or is about to.
    pub fn get(&self) -> Option<Value> {
        let object = self.object.get();
        // SAFETY: the object is alive as long as the pointer is set.
        unsafe { (!object.is_null() && (*object).count() > 0).then(|| revive(object)) }
    }

    /// Refers to nothing from now on; the object has ended.
    pub fn clear(&self) {
        self.object.set(std::ptr::null());
        self.reference.set(std::ptr::null());
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        if self.object.get().is_null() {
            return;
        }
        // SAFETY: the thread that drops a payload holds the GIL; both headers are still there: the object is alive, and
        // the block of this payload is freed after the payload is dropped.
        unsafe { leave(Gil::assume(), &*self.object.get(), &*self.reference.get()) }
    }
}
