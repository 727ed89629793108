//! A variable of the whole process that holds values.

use crate::gil::Gil;

/// As [`Guarded`](crate::gil::Guarded), for contents with values inside. Put a `Cell`, a `RefCell` or a `OnceCell` in.
#[derive(Default)]
pub struct Global<T>(T);

impl<T> Global<T> {
    /// The variable with its first contents.
    pub const fn new(contents: T) -> Global<T> {
        Global(contents)
    }

    /// The contents, for as long as the token lives.
    #[inline]
    pub fn get<'a>(&'a self, _gil: Gil<'a>) -> &'a T {
        &self.0
    }
}

// SAFETY:
// - `get` demands the token, so one thread after the other reaches the contents, ordered by the GIL's hand-over;
// - a reference to them outlives no token, and `detach` takes no closure with what is not `Sync` (cells are not);
// - values may be used and dropped by any thread that holds the GIL. The contents are cells of values, nothing that is
//   bound to its thread.
unsafe impl<T> Sync for Global<T> {}
