//! Room for many numbers: large pages, so that the processor looks up fewer of them.

/// As many bytes as it takes to be worth a call of the system.
const MANY: usize = 1 << 22;

/// The size of a large page.
const LARGE: usize = 1 << 21;

/// A vector with room for so many numbers.
pub fn of<T>(count: usize) -> Vec<T> {
    let mut numbers = Vec::with_capacity(count);
    in_large_pages(&mut numbers);
    numbers
}

/// Asks for large pages for what is still to be written, if that is much. Those that it begins and ends in are asked for
/// whole: what else lies there is mostly other arrays.
pub fn in_large_pages<T>(numbers: &mut Vec<T>) {
    let room = numbers.spare_capacity_mut().as_mut_ptr_range();
    let (start, end) = (room.start.addr(), room.end.addr());
    if end - start >= MANY {
        let (start, end) = (start / LARGE * LARGE, end.next_multiple_of(LARGE));
        // SAFETY: this advice changes no byte, whoever owns it. Whether it is taken matters to nobody.
        unsafe { libc::madvise(std::ptr::without_provenance_mut(start), end - start, libc::MADV_HUGEPAGE) };
    }
}
