//! A file of compiled modules: a head, an index of their paths, then the bytes of their code. Each has a sum by which it is
//! known whether it is what was written.
//!
//! Numbers are eight bytes, the lowest first. The head names what the code is for ([`Stamp`]): of anything else nothing
//! is read.

use std::collections::HashMap;
use std::hash::Hasher;
use std::ops::Range;

use siphasher::sip::SipHasher13;

/// What code in a pack is for: numbers that are the same for the binary that wrote it, and for no other.
pub type Stamp = [u64; 4];

/// Begins each pack.
const MAGIC: u64 = u64::from_le_bytes(*b"gillypk1");

/// The bytes before the index: the magic number, the stamp, the index's length.
pub const HEAD: usize = 8 * (2 + size_of::<Stamp>() / 8);

/// Where a module's code lies.
#[derive(Clone)]
pub struct Place {
    pub range: Range<usize>,
    sum: u64,
}

impl Place {
    /// Are these the bytes that were written?
    pub fn holds(&self, bytes: &[u8], stamp: Stamp) -> bool {
        sum(bytes, stamp) == self.sum
    }
}

/// The sum of a module's code: another one for each binary.
fn sum(bytes: &[u8], stamp: Stamp) -> u64 {
    let mut hasher = SipHasher13::new_with_keys(stamp[1], stamp[2]);
    hasher.write(bytes);
    hasher.finish()
}

/// The bytes of a pack of these modules, each with its path.
pub fn write(stamp: Stamp, parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut index = Vec::new();
    let mut place = 0;
    for (path, code) in parts {
        for number in [path.len() as u64, place as u64, code.len() as u64, sum(code, stamp)] {
            index.extend(number.to_le_bytes());
        }
        index.extend_from_slice(path.as_bytes());
        place += code.len();
    }
    let mut bytes = Vec::with_capacity(HEAD + index.len() + place);
    for number in [MAGIC].into_iter().chain(stamp).chain([index.len() as u64]) {
        bytes.extend(number.to_le_bytes());
    }
    bytes.extend(index);
    parts.iter().for_each(|(_, code)| bytes.extend_from_slice(code));
    bytes
}

/// The length of the index that follows this head, if it is one of a pack with that stamp.
pub fn index_length(head: &[u8], stamp: Stamp) -> Option<usize> {
    let mut rest = head;
    for expected in [MAGIC].into_iter().chain(stamp) {
        if number(&mut rest)? != expected as usize {
            return None;
        }
    }
    number(&mut rest)
}

/// Where the code of each module lies in the pack.
pub fn places(index: &[u8]) -> HashMap<String, Place> {
    let start = HEAD + index.len();
    let mut rest = index;
    let mut next = || {
        let (length, place, size) = (number(&mut rest)?, number(&mut rest)?, number(&mut rest)?);
        let sum = number(&mut rest)? as u64;
        let (path, after) = rest.split_at_checked(length)?;
        rest = after;
        let from = start.checked_add(place)?;
        let range = from..from.checked_add(size)?;
        Some((String::from_utf8(path.to_vec()).ok()?, Place { range, sum }))
    };
    std::iter::from_fn(&mut next).collect()
}

fn number(rest: &mut &[u8]) -> Option<usize> {
    let (number, after) = rest.split_first_chunk::<8>()?;
    *rest = after;
    usize::try_from(u64::from_le_bytes(*number)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAMP: Stamp = [1, 2, 3, 4];

    #[test]
    fn what_was_written_is_found() {
        let parts = [("a.py".to_owned(), b"code of a".to_vec()), ("b/c.py".to_owned(), b"c".to_vec())];
        let bytes = write(STAMP, &parts);
        let length = index_length(&bytes, STAMP).unwrap();
        let places = places(&bytes[HEAD..HEAD + length]);
        assert_eq!(places.len(), 2);
        for (path, code) in &parts {
            let place = &places[path];
            assert_eq!(&bytes[place.range.clone()], code);
            assert!(place.holds(code, STAMP) && !place.holds(b"something else", STAMP));
        }
    }

    #[test]
    fn what_is_not_ours_is_not_read() {
        let bytes = write(STAMP, &[("a.py".to_owned(), vec![7; 20])]);
        assert_eq!(index_length(&bytes, [0; 4]), None);
        assert_eq!(index_length(b"GIF89a", STAMP), None);
        assert_eq!(index_length(&[], STAMP), None);
        let length = index_length(&bytes, STAMP).unwrap();
        for end in HEAD..HEAD + length {
            assert!(places(&bytes[HEAD..end]).is_empty());
        }
    }
}
