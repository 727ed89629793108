//! Arrays of which the system is asked for addresses only: memory comes with the first touch.
//!
//! They come from the system itself. The allocator's memory is made of large pages, of which a thread that calls a
//! function or two would fill two with zeros.

use std::alloc::{Layout, handle_alloc_error};
use std::marker::PhantomData;
use std::ptr::{self, NonNull};

/// An array without a size in memory. Its elements are zeros at first and are not dropped.
pub struct Reserved<T> {
    pub start: NonNull<T>,
    /// How many elements it has room for.
    pub length: usize,
    owns: PhantomData<T>,
}

/// A process whose addresses are few gets this part of what was asked for at least.
const LEAST: usize = 64;

impl<T> Reserved<T> {
    /// Room for so many elements, or for fewer if the process may not have so many addresses.
    pub fn new(length: usize) -> Reserved<T> {
        let mut part = 1;
        while part <= LEAST {
            if let Some(start) = map(length / part * size_of::<T>()) {
                return Reserved { start, length: length / part, owns: PhantomData };
            }
            part *= 2;
        }
        handle_alloc_error(Layout::new::<T>())
    }
}

fn map<T>(bytes: usize) -> Option<NonNull<T>> {
    let (protection, kind) =
        (libc::PROT_READ | libc::PROT_WRITE, libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE);
    // SAFETY: a new mapping at a place of the system's choice touches nothing that is there.
    let start = unsafe { libc::mmap(ptr::null_mut(), bytes, protection, kind, -1, 0) };
    if start == libc::MAP_FAILED { None } else { NonNull::new(start.cast()) }
}

impl<T> Drop for Reserved<T> {
    fn drop(&mut self) {
        // SAFETY: mapped with this size; nothing points into it once its owner is gone.
        unsafe { libc::munmap(self.start.as_ptr().cast(), self.length * size_of::<T>()) };
    }
}
