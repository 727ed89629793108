//! A growing list of addresses that never moves: the tracked objects stand in it.
//!
//! It grows by blocks. A vector would be copied each time it doubles, and the largest of the old copies stays with the
//! allocator: half as many bytes again as the list itself.

use crate::object::header::Header;

/// Addresses to a block, which is 16 KiB.
const BLOCK: usize = 2048;

type Block = [*const Header; BLOCK];

/// The addresses, oldest first; null where one has left.
pub struct Members {
    blocks: Vec<Box<Block>>,
    length: usize,
}

impl Members {
    /// An empty list.
    pub const fn new() -> Members {
        Members { blocks: Vec::new(), length: 0 }
    }

    /// The number of places, the empty ones too.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.length
    }

    /// Adds an address at the end.
    #[inline(always)]
    pub fn push(&mut self, member: *const Header) {
        let place = self.length;
        if place.is_multiple_of(BLOCK) && place / BLOCK == self.blocks.len() {
            self.grow();
        }
        self.blocks[place / BLOCK][place % BLOCK] = member;
        self.length = place + 1;
    }

    #[cold]
    fn grow(&mut self) {
        // By way of a slice: a builder of arrays would put the 16 KiB on the stack first where nothing is optimised.
        let block = vec![std::ptr::null(); BLOCK].into_boxed_slice();
        self.blocks.push(block.try_into().expect("the slice is as long as a block"));
    }

    /// What stands at a place.
    #[inline(always)]
    pub fn get(&self, place: usize) -> *const Header {
        debug_assert!(place < self.length);
        self.blocks[place / BLOCK][place % BLOCK]
    }

    /// Replaces what stands at a place.
    #[inline(always)]
    pub fn set(&mut self, place: usize, member: *const Header) {
        debug_assert!(place < self.length);
        self.blocks[place / BLOCK][place % BLOCK] = member;
    }

    /// Forgets the last.
    #[inline(always)]
    pub fn pop(&mut self) {
        debug_assert!(self.length > 0);
        self.length -= 1;
    }

    /// Forgets what stands from a place on. One block stays for those to come.
    pub fn truncate(&mut self, length: usize) {
        self.length = length;
        self.blocks.truncate(length / BLOCK + 2);
    }

    /// What stands from a place on, without the empty places.
    pub fn iter_from(&self, place: usize) -> impl Iterator<Item = *const Header> + '_ {
        (place..self.length).map(|place| self.get(place)).filter(|member| !member.is_null())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stay_over_the_borders_of_blocks() {
        let address = |number: usize| std::ptr::without_provenance::<Header>(number * 16);
        let mut members = Members::new();
        for number in 1..=3 * BLOCK {
            members.push(address(number));
        }
        members.set(BLOCK, std::ptr::null());
        assert_eq!(members.len(), 3 * BLOCK);
        assert_eq!(members.iter_from(BLOCK - 1).next(), Some(address(BLOCK)));
        assert_eq!(members.iter_from(BLOCK - 1).count(), 2 * BLOCK);
        members.truncate(BLOCK);
        members.pop();
        members.push(address(7));
        members.push(address(8));
        assert_eq!(members.iter_from(BLOCK - 1).collect::<Vec<_>>(), [address(7), address(8)]);
    }
}
