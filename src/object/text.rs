//! Text: the payload of `str`.
//!
//! Characters are kept as WTF-8: UTF-8 in which lone surrogates may stand, too. ASCII text, the common kind, is indexed
//! directly; other text has an index of every 64th character, made when it is first needed, so that indexing is
//! O(1) for it as well. Text never changes, and its hash is kept. Where the bytes lie is `characters`'s affair; the one
//! object of each name is `interned`'s.

mod characters;
mod interned;

use std::cell::Cell;

use characters::Characters;
pub use interned::{intern, intern_bytes, intern_text};

use super::hash;
use super::header::Payload;
use super::value::Ref;
use crate::gil::Gil;
use crate::payload;

/// The payload of `str`.
pub struct Text {
    /// The hash, zero until it is first asked for.
    hash: Cell<u64>,
    characters: Characters,
}

/// A character: a code point, a lone surrogate perhaps.
pub type CodePoint = u32;

/// Characters from one entry of an index to the next.
const STRIDE: usize = 64;

impl Payload for Text {
    payload!(Text, untracked);
}

impl Text {
    /// Text of well-formed WTF-8 (no surrogate pair encoded as two).
    pub fn from_wtf8(bytes: &[u8]) -> Text {
        Text { hash: Cell::new(0), characters: Characters::of_slice(bytes) }
    }

    /// The same of a vector; if it is long, the vector and its spare room are kept.
    pub fn from_vector(bytes: Vec<u8>) -> Text {
        Text { hash: Cell::new(0), characters: Characters::of_vector(bytes) }
    }

    /// The same, with the hash that [`hash_of`] has given for it.
    pub fn hashed(bytes: &[u8], hash: u64) -> Text {
        Text { hash: Cell::new(hash), characters: Characters::of_slice(bytes) }
    }

    /// The characters as WTF-8.
    #[inline(always)]
    pub fn bytes(&self) -> &[u8] {
        self.characters.bytes()
    }

    /// The characters, if none is a lone surrogate.
    pub fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(self.bytes()).ok()
    }

    /// The characters, lone surrogates replaced: for messages.
    pub fn lossy(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(self.bytes())
    }

    /// The number of characters.
    pub fn length(&self) -> usize {
        self.characters.length()
    }

    /// Is it all ASCII?
    #[inline]
    pub fn is_ascii(&self) -> bool {
        self.characters.is_ascii()
    }

    /// The byte offset of a character, or the end for the length itself.
    pub fn offset(&self, position: usize) -> usize {
        let bytes = self.bytes();
        if self.is_ascii() {
            return position.min(bytes.len());
        }
        if position >= self.length() {
            return bytes.len();
        }
        let mut offset = match position / STRIDE {
            0 => 0,
            block => self.characters.index()[block - 1],
        };
        for _ in 0..position % STRIDE {
            offset += character_width(bytes[offset]);
        }
        offset
    }

    /// The position of the character that begins at a byte offset: the inverse of [`Text::offset`].
    pub fn position(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        let index = self.characters.index();
        let blocks = index.partition_point(|&start| start <= offset);
        let start = if blocks == 0 { 0 } else { index[blocks - 1] };
        blocks * STRIDE + count_characters(&self.bytes()[start..offset])
    }

    /// The character at a position below the length.
    pub fn character(&self, position: usize) -> Option<CodePoint> {
        decode(&self.bytes()[self.offset(position)..]).map(|(point, _)| point)
    }

    /// The bytes of the characters from one position up to another.
    pub fn slice(&self, start: usize, end: usize) -> &[u8] {
        &self.bytes()[self.offset(start)..self.offset(end.max(start))]
    }

    /// All characters in order.
    pub fn characters(&self) -> impl Iterator<Item = CodePoint> + '_ {
        let mut rest = self.bytes();
        std::iter::from_fn(move || {
            let (point, width) = decode(rest)?;
            rest = &rest[width..];
            Some(point)
        })
    }

    /// The hash; equal text has equal hashes, and it is zero for the empty text alone.
    #[inline]
    pub fn hash(&self) -> u64 {
        match self.hash.get() {
            0 => self.compute_hash(),
            hash => hash,
        }
    }

    #[cold]
    fn compute_hash(&self) -> u64 {
        let hash = hash_of(self.bytes());
        self.hash.set(hash);
        hash
    }

    /// Is this the one object with these characters that names are made of?
    pub fn is_interned(&self) -> bool {
        self.characters.is_interned()
    }
}

/// The hash of text of these characters.
pub fn hash_of(bytes: &[u8]) -> u64 {
    let hash = if bytes.is_ascii() { hash::of_bytes(bytes) } else { hash::of_bytes(&units_of(bytes)) };
    if hash == 0 && !bytes.is_empty() { 1 } else { hash }
}

/// The characters in as many bytes each as the widest of them needs, one, two or four: what CPython hashes.
#[cold]
fn units_of(mut bytes: &[u8]) -> Vec<u8> {
    let mut points = Vec::with_capacity(bytes.len());
    while let Some((point, width)) = decode(bytes) {
        points.push(point);
        bytes = &bytes[width..];
    }
    let unit = match points.iter().copied().max().unwrap_or(0) {
        0..0x100 => 1,
        0x100..0x1_0000 => 2,
        _ => 4,
    };
    points.iter().flat_map(|point| point.to_le_bytes().into_iter().take(unit)).collect()
}

impl Ref<Text> {
    /// A new str.
    pub fn text(gil: Gil<'_>, text: &str) -> Ref<Text> {
        Ref::new(gil, Text::from_wtf8(text.as_bytes()))
    }

    /// Appends to the text itself if nobody could tell: this is its only reference. False, and nothing done, if not.
    ///
    /// For `text += more` alone, whose left operand is about to be replaced by the result.
    pub fn append_in_place(&self, more: &Ref<Text>) -> bool {
        if self.header().count() != 1 || self.is(more) || self.is_interned() {
            return false;
        }
        // SAFETY: the one reference is the operand of the running instruction, and the other operand is another
        // object, so that nobody else looks at the payload; no slice of its bytes outlives an instruction.
        let text = unsafe { &mut (*self.pointer().as_ptr()).payload };
        text.characters.append(&more.characters);
        text.hash.set(0);
        true
    }

    /// Equal characters?
    #[inline]
    pub fn equals(&self, other: &Ref<Text>) -> bool {
        self.is(other) || self.characters.equals(&other.characters)
    }
}

/// Does this byte begin a character?
pub fn starts_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn count_characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| starts_character(byte)).count()
}

/// The width of the character that begins with this byte.
pub fn character_width(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// The first character of WTF-8 and its width.
pub fn decode(bytes: &[u8]) -> Option<(CodePoint, usize)> {
    let first = *bytes.first()?;
    let width = character_width(first);
    let head = match width {
        1 => return Some((first.into(), 1)),
        2 => first & 0x1F,
        3 => first & 0x0F,
        _ => first & 0x07,
    };
    let tail = bytes.get(1..width)?;
    let point =
        tail.iter().fold(CodePoint::from(head), |point, byte| point << 6 | CodePoint::from(byte & 0x3F));
    Some((point, width))
}

/// Appends a character, surrogates included.
pub fn encode(point: CodePoint, bytes: &mut Vec<u8>) {
    match char::from_u32(point) {
        Some(character) => bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        None => bytes.extend([0xED, 0x80 | (point >> 6 & 0x3F) as u8, 0x80 | (point & 0x3F) as u8]),
    }
}
