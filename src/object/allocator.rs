//! The allocator of the process: mimalloc, except that it refuses what the machine could never give.
//!
//! mimalloc maps memory without asking whether there is any, so that `'x' * 10**13` would be granted, and the process
//! killed when it writes there. A refused request becomes a MemoryError wherever sizes come from a script, since those
//! requests are made by `try_reserve`.

use std::alloc::{GlobalAlloc, Layout};
use std::sync::atomic::{AtomicUsize, Ordering};

use mimalloc::MiMalloc;

/// mimalloc with a bound on a single request: the machine's memory and swap together.
pub struct Allocator;

/// Requests below this are not looked at: a constant to compare with, and no machine has less.
const LARGE: usize = 1 << 30;

/// The bound in bytes; 0 until the first large request asks the system.
static BOUND: AtomicUsize = AtomicUsize::new(0);

/// mimalloc's option for the memory that it reserves at a time, in KiB: its number in mimalloc's header.
const ARENA_RESERVE: libmimalloc_sys::mi_option_t = 23;

/// What is reserved at first. mimalloc takes more at a time as it comes to need it; but the tables for its own choice, a
/// gibibyte, are 40 pages, which each start would have to touch.
const FIRST_ARENA: libc::c_long = 64 * 1024;

/// Called by the loader before `main`, since Rust's runtime allocates before that.
#[used]
#[unsafe(link_section = ".init_array")]
static BEFORE_MAIN: extern "C" fn() = reserve_little;

extern "C" fn reserve_little() {
    // SAFETY: an option's number and a value; mimalloc reads it when it reserves memory.
    unsafe { libmimalloc_sys::mi_option_set(ARENA_RESERVE, FIRST_ARENA) };
}

#[inline]
fn is_refused(size: usize) -> bool {
    size >= LARGE && size > bound()
}

/// Has a block the alignment that all blocks of mimalloc have? Then its shorter way is taken.
#[inline]
fn is_usual(layout: Layout) -> bool {
    layout.align() <= 8
}

#[cold]
fn bound() -> usize {
    let known = BOUND.load(Ordering::Relaxed);
    if known != 0 {
        return known;
    }
    // SAFETY: `sysinfo` only writes to the structure, for which all zeroes are valid.
    let total = unsafe {
        let mut about = std::mem::zeroed::<libc::sysinfo>();
        match libc::sysinfo(&mut about) {
            0 => (about.totalram as usize + about.totalswap as usize).saturating_mul(about.mem_unit as usize),
            _ => isize::MAX as usize,
        }
    };
    BOUND.store(total, Ordering::Relaxed);
    total
}

// SAFETY: every method forwards to mimalloc unchanged or returns null, which the trait defines as a refusal; a refused
// `realloc` leaves the old block as it is.
unsafe impl GlobalAlloc for Allocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if is_refused(layout.size()) {
            return std::ptr::null_mut();
        }
        if is_usual(layout) {
            // SAFETY: any size will do, and every block has this alignment.
            return unsafe { libmimalloc_sys::mi_malloc(layout.size()).cast() };
        }
        // SAFETY: the caller's promises are passed on.
        unsafe { MiMalloc.alloc(layout) }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if is_refused(layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promises are passed on.
        unsafe { MiMalloc.alloc_zeroed(layout) }
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if is_refused(size) {
            return std::ptr::null_mut();
        }
        if is_usual(layout) {
            // SAFETY: the block is mimalloc's, and every block has this alignment.
            return unsafe { libmimalloc_sys::mi_realloc(block.cast(), size).cast() };
        }
        // SAFETY: the caller's promises are passed on.
        unsafe { MiMalloc.realloc(block, layout, size) }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's promises are passed on.
        unsafe { MiMalloc.dealloc(block, layout) }
    }
}
