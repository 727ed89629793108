//! Weak references: who is to be told when an object ends.

use std::cell::RefCell;

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
    pub break_: Break,
    pub notify: Notify,
}

static HOOKS: Guarded<std::cell::Cell<Option<Hooks>>> = Guarded::new(std::cell::Cell::new(None));

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
    references.into_iter().flatten().map(|&reference| revive(reference)).collect()
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
