//! The token: holding the GIL as a type.

use std::marker::PhantomData;

use super::ledger::Reason;
use super::pending;
use super::scheduler;
use super::thread::{Detachment, held};

/// Proof that this thread holds the GIL. Whatever touches objects takes one first.
///
/// It takes no room and is copied freely. It cannot leave its thread, and it cannot be used while the GIL is released:
///
/// ```compile_fail
/// gilly::gil::attach_thread("main", |gil| {
///     std::thread::scope(|scope| {
///         scope.spawn(move || gil.thread_id());
///     });
/// });
/// ```
///
/// ```compile_fail
/// use gilly::gil::{Reason, attach_thread};
/// attach_thread("main", |gil| gil.detach(Reason::Io, || gil.thread_id()));
/// ```
///
/// Nor can it be kept beyond its time, or made by anyone:
///
/// ```compile_fail
/// let kept = gilly::gil::attach_thread("main", |gil| gil);
/// ```
///
/// ```compile_fail
/// let made = gilly::gil::Gil(std::marker::PhantomData);
/// ```
///
/// What a closure that runs without the GIL may take along is what any thread may take along:
///
/// ```compile_fail
/// use gilly::gil::{Reason, attach_thread};
/// use std::rc::Rc;
/// let object = Rc::new(1);
/// attach_thread("main", |gil| gil.detach(Reason::Io, || drop(Rc::clone(&object))));
/// ```
///
/// ```
/// use gilly::gil::{Reason, attach_thread, held};
/// let sum = attach_thread("main", |gil| {
///     let numbers = vec![1, 2, 3];
///     gil.detach(Reason::Native, || {
///         assert!(!held());
///         numbers.iter().sum::<i32>()
///     })
/// });
/// assert_eq!(sum, 6);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Gil<'a>(PhantomData<(&'a (), *mut ())>);

impl<'a> Gil<'a> {
    /// A token out of nothing, for the borders where none can be passed: the handlers of the VM's loop, `Drop`.
    ///
    /// # Safety
    /// This thread is attached and holds the GIL, and the token is used neither after that ends nor while the GIL is
    /// released.
    #[inline]
    pub unsafe fn assume() -> Gil<'a> {
        debug_assert!(held(), "this thread does not hold the GIL");
        Gil(PhantomData)
    }

    /// Releases the GIL, runs `work`, and takes the GIL back, waiting for its turn.
    ///
    /// The GIL goes to whoever is next. `work` can take along only what is `Send`, so no token and no object. If it
    /// unwinds, the GIL is taken back all the same. If something is pending by then, the thread looks at it at its next
    /// instruction.
    pub fn detach<R: Send>(self, reason: Reason, work: impl FnOnce() -> R + Send) -> R {
        let detachment = Detachment::begin(self, reason);
        let result = work();
        drop(detachment);
        pending::look_soon(self);
        result
    }

    /// Ends the interpreter's threads: from now on no other thread gets the GIL. Those that wait for it, or ask for it
    /// later, stop where they are for ever; a daemon thread must not run on in an interpreter that is being taken
    /// apart.
    pub fn finalize(self) {
        scheduler::finalize(self);
    }
}
