//! Room for many numbers: large pages, so that the processor looks up fewer of them.

/// As many bytes as it takes to be worth a call of the system.
const MANY: usize = 1 << 22;

/// No page is larger that is not a large one.
const PAGE: usize = 1 << 12;

/// A vector with room for so many numbers.
pub fn of<T>(count: usize) -> Vec<T> {
    let mut numbers = Vec::with_capacity(count);
    in_large_pages(&mut numbers);
    numbers
}

/// Asks for large pages for what is still to be written, if that is much.
pub fn in_large_pages<T>(numbers: &mut Vec<T>) {
    let room = numbers.spare_capacity_mut();
    let size = size_of_val(room);
    let start = room.as_mut_ptr().cast::<u8>();
    let before = start.align_offset(PAGE);
    if size >= MANY && before < size {
        // SAFETY: the range lies within the vector's room, and this advice changes no byte. Whether it is taken matters to
        // nobody.
        unsafe { libc::madvise(start.add(before).cast(), size - before, libc::MADV_HUGEPAGE) };
    }
}
