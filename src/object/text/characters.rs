//! Where the bytes of text lie: short text in the object itself, longer text in a buffer of its own.
//!
//! Three words. The first, the *head*, says which it is:
//!
//! ```text
//!   bits 0-7   flags
//!   bits 8-63  short text:          its bytes (8-15) and its characters (16-23)
//!              long ASCII text:     the buffer's capacity
//!              other long text:     the address of a `Wide`
//! ```
//!
//! The other two are the bytes of short text, the rest zero, or address and length of the buffer.

use std::cell::{Cell, OnceCell};
use std::ptr;

use super::{STRIDE, count_characters, starts_character};

/// Text of so many bytes at most is short.
const SHORT: usize = 16;

/// The bytes are in a buffer.
const LONG: u64 = 1;
/// A character is not ASCII.
const WIDE: u64 = 2;
/// This is the one object with these characters that names are made of.
const INTERNED: u64 = 4;
const SHIFT: u32 = 8;

/// The bytes of a text, with what is known about them.
pub struct Characters {
    head: Cell<u64>,
    body: Body,
}

union Body {
    short: [u8; SHORT],
    long: Buffer,
}

#[derive(Clone, Copy)]
struct Buffer {
    start: *mut u8,
    length: usize,
}

/// What long text that is not ASCII knows besides.
struct Wide {
    capacity: usize,
    /// The length in characters.
    length: usize,
    index: Index,
}

/// Byte offsets of the characters 64, 128, ...
type Index = OnceCell<Box<[usize]>>;

impl Characters {
    /// A copy of WTF-8.
    #[inline]
    pub fn of_slice(bytes: &[u8]) -> Characters {
        if bytes.len() <= SHORT { Characters::short(bytes) } else { Characters::long(bytes.to_vec()) }
    }

    /// WTF-8, kept as it is if it is long.
    pub fn of_vector(bytes: Vec<u8>) -> Characters {
        if bytes.len() <= SHORT { Characters::short(&bytes) } else { Characters::long(bytes) }
    }

    #[inline]
    fn short(bytes: &[u8]) -> Characters {
        let mut short = [0; SHORT];
        short[..bytes.len()].copy_from_slice(bytes);
        let length = bytes.len() as u64;
        let head = if short.is_ascii() {
            length << SHIFT | length << (2 * SHIFT)
        } else {
            WIDE | length << SHIFT | (count_characters(bytes) as u64) << (2 * SHIFT)
        };
        Characters { head: Cell::new(head), body: Body { short } }
    }

    fn long(bytes: Vec<u8>) -> Characters {
        let characters = if bytes.is_ascii() { bytes.len() } else { count_characters(&bytes) };
        Characters::of_parts(bytes, characters)
    }

    fn of_parts(bytes: Vec<u8>, characters: usize) -> Characters {
        let mut bytes = std::mem::ManuallyDrop::new(bytes);
        let (start, length, capacity) = (bytes.as_mut_ptr(), bytes.len(), bytes.capacity());
        let head = if characters == length {
            LONG | (capacity as u64) << SHIFT
        } else {
            let wide = Box::new(Wide { capacity, length: characters, index: OnceCell::new() });
            // Addresses have at most 56 bits: no machine that this runs on has larger ones for programs.
            LONG | WIDE | (Box::into_raw(wide).expose_provenance() as u64) << SHIFT
        };
        Characters { head: Cell::new(head), body: Body { long: Buffer { start, length } } }
    }

    /// The WTF-8.
    #[inline(always)]
    pub fn bytes(&self) -> &[u8] {
        let head = self.head.get();
        // SAFETY: the flag tells which of the two the body is; a buffer is alive as long as its text.
        unsafe {
            let (start, length) = if head & LONG == 0 {
                (ptr::from_ref(&self.body.short).cast(), (head >> SHIFT & 0xFF) as usize)
            } else {
                (self.body.long.start.cast_const(), self.body.long.length)
            };
            std::slice::from_raw_parts(start, length)
        }
    }

    /// Is it all ASCII?
    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.head.get() & WIDE == 0
    }

    /// The length in characters.
    #[inline]
    pub fn length(&self) -> usize {
        match self.wide() {
            Some(wide) => wide.length,
            None if self.is_ascii() => self.bytes().len(),
            None => (self.head.get() >> (2 * SHIFT) & 0xFF) as usize,
        }
    }

    #[inline]
    fn wide(&self) -> Option<&Wide> {
        let head = self.head.get();
        // SAFETY: with both flags the head holds the address of a box that this characters owns.
        (head & (LONG | WIDE) == LONG | WIDE)
            .then(|| unsafe { &*ptr::with_exposed_provenance((head >> SHIFT) as usize) })
    }

    /// Byte offsets of the characters 64, 128, ... of text that is not ASCII.
    pub fn index(&self) -> &[usize] {
        let Some(wide) = self.wide() else { return &[] };
        wide.index.get_or_init(|| {
            let starts = self.bytes().iter().enumerate().filter(|(_, byte)| starts_character(**byte));
            starts.map(|(offset, _)| offset).step_by(STRIDE).skip(1).collect()
        })
    }

    /// Is the mark of [`Characters::set_interned`] set?
    #[inline(always)]
    pub fn is_interned(&self) -> bool {
        self.head.get() & INTERNED != 0
    }

    /// Marks this as the one object with these characters.
    pub fn set_interned(&self) {
        self.head.set(self.head.get() | INTERNED);
    }

    /// The same bytes?
    #[inline]
    pub fn equals(&self, other: &Characters) -> bool {
        let (mine, theirs) = (self.head.get(), other.head.get());
        if (mine | theirs) & LONG != 0 {
            return self.bytes() == other.bytes();
        }
        // SAFETY: both are short. What is beyond their bytes is zero.
        (mine ^ theirs) & !INTERNED == 0 && unsafe { self.body.short == other.body.short }
    }

    /// Appends the bytes of another text.
    pub fn append(&mut self, more: &Characters) {
        let bytes = more.bytes();
        let characters = self.length() + more.length();
        let length = self.bytes().len() + bytes.len();
        if length <= SHORT {
            let mut all = [0; SHORT];
            all[..length - bytes.len()].copy_from_slice(self.bytes());
            all[length - bytes.len()..length].copy_from_slice(bytes);
            *self = Characters::short(&all[..length]);
            return;
        }
        let mut all = self.take_vector(length);
        all.extend_from_slice(bytes);
        *self = Characters::of_parts(all, characters);
    }

    /// The bytes as a vector, which is the buffer if there is one; with room for so many. Leaves empty text.
    fn take_vector(&mut self, room: usize) -> Vec<u8> {
        let taken = std::mem::replace(self, Characters::short(&[]));
        if taken.head.get() & LONG == 0 {
            let mut vector = Vec::with_capacity(room.max(2 * SHORT));
            vector.extend_from_slice(taken.bytes());
            return vector;
        }
        let taken = std::mem::ManuallyDrop::new(taken);
        // SAFETY: nobody drops what was taken, so that the vector now owns the buffer.
        unsafe { taken.release() }
    }

    /// Frees what stands beside the buffer and gives the buffer up.
    ///
    /// # Safety
    /// The text is long, and nobody uses it afterwards.
    unsafe fn release(&self) -> Vec<u8> {
        let head = self.head.get();
        let capacity = if head & WIDE == 0 {
            (head >> SHIFT) as usize
        } else {
            // SAFETY: the address is that of the box made in `of_parts`, whose last use this is.
            unsafe { Box::from_raw(ptr::with_exposed_provenance_mut::<Wide>((head >> SHIFT) as usize)) }
                .capacity
        };
        // SAFETY: these are the parts of the vector that `of_parts` took apart.
        unsafe { Vec::from_raw_parts(self.body.long.start, self.body.long.length, capacity) }
    }
}

impl Drop for Characters {
    #[inline]
    fn drop(&mut self) {
        if self.head.get() & LONG != 0 {
            // SAFETY: the text is long, and this is its end.
            drop(unsafe { self.release() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(characters: &Characters, text: &str) {
        assert_eq!(characters.bytes(), text.as_bytes());
        assert_eq!(characters.length(), text.chars().count());
        assert_eq!(characters.is_ascii(), text.is_ascii());
    }

    #[test]
    fn is_three_words() {
        assert_eq!(size_of::<Characters>(), 24);
    }

    #[test]
    fn holds_text_of_any_length_and_width() {
        for piece in
            ["", "a", "sixteen letters.", "seventeen letters", "é", "ééééééé", "日本語日本語", "𝄞𝄞𝄞𝄞𝄞"]
        {
            check(&Characters::of_slice(piece.as_bytes()), piece);
            check(&Characters::of_vector(piece.repeat(30).into_bytes()), &piece.repeat(30));
        }
    }

    #[test]
    fn appends_across_the_bounds() {
        for piece in ["a", "é", "abcdefghijk", "日本語"] {
            for other in ["b", "ß", "𝄞"] {
                let (mut characters, mut text) = (Characters::of_slice(b""), String::new());
                for number in 0..40 {
                    let more = if number % 7 == 6 { other } else { piece };
                    characters.append(&Characters::of_slice(more.as_bytes()));
                    text.push_str(more);
                    check(&characters, &text);
                }
            }
        }
    }

    #[test]
    fn equality_ignores_the_mark() {
        for text in ["name", "a name of more than sixteen letters"] {
            let (one, other) = (Characters::of_slice(text.as_bytes()), Characters::of_slice(text.as_bytes()));
            one.set_interned();
            assert!(one.equals(&other) && one.is_interned() && !other.is_interned());
            assert!(!one.equals(&Characters::of_slice(b"nam\0")) && !one.equals(&Characters::of_slice(b"")));
        }
    }
}
