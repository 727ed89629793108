//! Small blocks of memory that are used again: objects come and go by the million, most of them of a few sizes.
//!
//! A block that is given back waits in the list of its size, up to a limit, and is taken from there. The lists are
//! under the GIL, so this is a push and a pop. What is beyond goes to the allocator.

use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use std::cell::Cell;

use crate::gil::{Gil, Guarded};

/// Sizes are multiples of this many bytes.
const STEP: usize = 16;
/// Blocks of so many steps are the largest that are kept.
const SIZES: usize = 20;
/// So many bytes at most wait in one list.
const MOST: usize = 1 << 19;

/// The blocks of one size.
struct List {
    /// The first; each block begins with the address of the next.
    first: Cell<*mut u8>,
    /// So many more may wait: counted down, for a division at each block would cost more than all else here.
    room: Cell<usize>,
}

impl List {
    const fn of_steps(number: usize) -> List {
        let size = if number == 0 { STEP } else { number * STEP };
        List { first: Cell::new(std::ptr::null_mut()), room: Cell::new(MOST / size) }
    }
}

struct Pool([List; SIZES + 1]);

// SAFETY: reached only through the token.
unsafe impl Send for Pool {}

static POOL: Guarded<Pool> = Guarded::new(Pool({
    let mut lists = [const { List::of_steps(0) }; SIZES + 1];
    let mut number = 1;
    while number <= SIZES {
        lists[number] = List::of_steps(number);
        number += 1;
    }
    lists
}));

/// The list of a size; no object is so large that the sum is too.
#[inline(always)]
fn steps(size: usize) -> usize {
    size.wrapping_add(STEP - 1) / STEP
}

/// A block of so many bytes, not null.
#[inline]
pub fn take(gil: Gil<'_>, size: usize) -> *mut u8 {
    let number = steps(size);
    if let Some(list) = POOL.get(gil).0.get(number) {
        let block = list.first.get();
        if !block.is_null() {
            // SAFETY: a block in the list is not in use, and begins with the address of the next.
            list.first.set(unsafe { block.cast::<*mut u8>().read() });
            list.room.set(list.room.get() + 1);
            return block;
        }
    }
    fresh(size)
}

#[inline(never)]
fn fresh(size: usize) -> *mut u8 {
    let layout = layout(size);
    // SAFETY: the size is not zero.
    let block = unsafe { alloc(layout) };
    if block.is_null() {
        handle_alloc_error(layout);
    }
    block
}

fn layout(size: usize) -> Layout {
    Layout::from_size_align(size.max(1).next_multiple_of(STEP), align_of::<u64>()).expect("objects are small")
}

/// Gives a block back.
///
/// # Safety
/// The block came from [`take`] for the same size, and nobody uses it any more.
#[inline]
pub unsafe fn give_back(gil: Gil<'_>, block: *mut u8, size: usize) {
    let number = steps(size);
    if let Some(list) = POOL.get(gil).0.get(number)
        && let Some(room) = list.room.get().checked_sub(1)
    {
        // SAFETY: nobody uses the block, which has room for an address.
        unsafe { block.cast::<*mut u8>().write(list.first.get()) };
        list.first.set(block);
        list.room.set(room);
        return;
    }
    // SAFETY: as demanded.
    unsafe { give_to_allocator(block, size) };
}

/// # Safety
/// As of [`give_back`].
#[cold]
#[inline(never)]
unsafe fn give_to_allocator(block: *mut u8, size: usize) {
    // SAFETY: allocated with this layout.
    unsafe { dealloc(block, layout(size)) };
}
