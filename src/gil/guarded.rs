//! A value that only the holder of the GIL can reach.

use super::Gil;

/// Owns a value and shows it to whoever shows the token. With a `Cell` or a `RefCell` inside, it is the plain variable
/// of this interpreter: no atomic, no lock but the one that is already held.
#[derive(Default)]
pub struct Guarded<T>(T);

impl<T> Guarded<T> {
    /// Puts the value under the GIL.
    pub const fn new(value: T) -> Guarded<T> {
        Guarded(value)
    }

    /// The value, for as long as the token lives.
    #[inline]
    pub fn get<'a>(&'a self, _gil: Gil<'a>) -> &'a T {
        &self.0
    }
}

// SAFETY: `get` is the only way to the value, and it demands a token. At most one thread acts on a token at a time; the
// hand-over of the GIL orders their accesses. References to a value that is not `Sync` cannot be used while the GIL is
// released, since `Gil::detach` takes only closures that are `Send`. `T: Send`, because the value is used by one
// thread after the other.
unsafe impl<T: Send> Sync for Guarded<T> {}
