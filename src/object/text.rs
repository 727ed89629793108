//! Text: the payload of `str`.
//!
//! Characters are kept as WTF-8: UTF-8 in which lone surrogates may stand, too. ASCII text, the common kind, is indexed
//! directly; other text has an index of every 64th character, made when it is first needed, so that indexing is
//! O(1) for it as well. Text never changes, and its hash is kept.

use std::cell::{Cell, OnceCell, RefCell};

use hashbrown::HashTable;

use super::hash;
use super::header::Payload;
use super::value::{Ref, Value};
use super::word::Bits;
use crate::gil::{Gil, Guarded};
use crate::payload;

/// The payload of `str`.
pub struct Text {
    bytes: Vec<u8>,
    /// The length in characters.
    length: usize,
    /// The hash, zero until it is first asked for.
    hash: Cell<u64>,
    interned: Cell<bool>,
    /// Byte offsets of the characters 64, 128, ...
    index: OnceCell<Box<[usize]>>,
}

/// A character: a code point, a lone surrogate perhaps.
pub type CodePoint = u32;

const STRIDE: usize = 64;

impl Payload for Text {
    payload!(Text, untracked);
}

impl Text {
    /// Text of well-formed WTF-8 (no surrogate pair encoded as two).
    pub fn from_wtf8(bytes: Box<[u8]>) -> Text {
        Text::from_vector(bytes.into_vec())
    }

    /// The same of a vector, whose spare room is kept.
    pub fn from_vector(bytes: Vec<u8>) -> Text {
        let length = bytes.iter().filter(|&&byte| starts_character(byte)).count();
        Text { bytes, length, hash: Cell::new(0), interned: Cell::new(false), index: OnceCell::new() }
    }

    /// The characters as WTF-8.
    #[inline]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The characters, if none is a lone surrogate.
    pub fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// The characters, lone surrogates replaced: for messages.
    pub fn lossy(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// The number of characters.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Is it all ASCII?
    pub fn is_ascii(&self) -> bool {
        self.length == self.bytes.len()
    }

    /// The byte offset of a character, or the end for the length itself.
    pub fn offset(&self, position: usize) -> usize {
        if self.is_ascii() {
            return position.min(self.bytes.len());
        }
        if position >= self.length {
            return self.bytes.len();
        }
        let index = self.index.get_or_init(|| self.build_index());
        let start = match position / STRIDE {
            0 => 0,
            block => index[block - 1],
        };
        let mut offset = start;
        for _ in 0..position % STRIDE {
            offset += character_width(self.bytes[offset]);
        }
        offset
    }

    /// The position of the character that begins at a byte offset: the inverse of [`Text::offset`].
    pub fn position(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        let index = self.index.get_or_init(|| self.build_index());
        let blocks = index.partition_point(|&start| start <= offset);
        let start = if blocks == 0 { 0 } else { index[blocks - 1] };
        blocks * STRIDE + self.bytes[start..offset].iter().filter(|&&byte| starts_character(byte)).count()
    }

    fn build_index(&self) -> Box<[usize]> {
        let starts = self.bytes.iter().enumerate().filter(|(_, byte)| starts_character(**byte));
        starts.map(|(offset, _)| offset).step_by(STRIDE).skip(1).collect()
    }

    /// The character at a position below the length.
    pub fn character(&self, position: usize) -> Option<CodePoint> {
        decode(&self.bytes[self.offset(position)..]).map(|(point, _)| point)
    }

    /// The bytes of the characters from one position up to another.
    pub fn slice(&self, start: usize, end: usize) -> &[u8] {
        &self.bytes[self.offset(start)..self.offset(end.max(start))]
    }

    /// All characters in order.
    pub fn characters(&self) -> impl Iterator<Item = CodePoint> + '_ {
        let mut rest = &*self.bytes;
        std::iter::from_fn(move || {
            let (point, width) = decode(rest)?;
            rest = &rest[width..];
            Some(point)
        })
    }

    /// The hash; equal text has equal hashes, and it is never zero.
    #[inline]
    pub fn hash(&self) -> u64 {
        match self.hash.get() {
            0 => self.compute_hash(),
            hash => hash,
        }
    }

    #[cold]
    fn compute_hash(&self) -> u64 {
        let hash = match hash::of_bytes(&self.bytes) {
            0 if !self.bytes.is_empty() => 1,
            hash => hash,
        };
        self.hash.set(hash);
        hash
    }

    /// Is this the one object with these characters that names are made of?
    pub fn is_interned(&self) -> bool {
        self.interned.get()
    }
}

impl Ref<Text> {
    /// A new str.
    pub fn text(gil: Gil<'_>, text: &str) -> Ref<Text> {
        Ref::new(gil, Text::from_wtf8(text.as_bytes().into()))
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
        text.bytes.extend_from_slice(&more.bytes);
        text.length += more.length;
        text.hash.set(0);
        text.index.take();
        true
    }

    /// Equal characters?
    #[inline]
    pub fn equals(&self, other: &Ref<Text>) -> bool {
        self.is(other) || self.bytes() == other.bytes()
    }
}

/// Does this byte begin a character?
pub fn starts_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
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

static INTERNED: Guarded<RefCell<Interned>> = Guarded::new(RefCell::new(Interned(HashTable::new())));

/// The interned strings, each kept for ever: names are few.
struct Interned(HashTable<Ref<Text>>);

// SAFETY: reached only through the token, see `Guarded`; the counts of what it holds change only under the GIL.
unsafe impl Send for Interned {}

/// The one str with these characters that all names are: equal interned strings are the same object.
pub fn intern(gil: Gil<'_>, text: &str) -> Ref<Text> {
    // Most are constants of the program: where one stood, it stands again.
    let place = &RECENT.get(gil)[text.as_ptr().addr() / 4 % RECENTS];
    let recent = place.get();
    if recent != Bits::EMPTY {
        // SAFETY: interned text lives for ever.
        let known = unsafe { Value::borrow(&recent) }.downcast::<Text>();
        if let Some(known) = known.filter(|known| known.bytes() == text.as_bytes()) {
            return known.clone();
        }
    }
    let found = intern_hashed(gil, text);
    place.set(found.as_value().bits());
    found
}

const RECENTS: usize = 1024;

/// What was interned last, by where the characters stood.
static RECENT: Guarded<[Cell<Bits>; RECENTS]> = Guarded::new([const { Cell::new(Bits::EMPTY) }; RECENTS]);

fn intern_hashed(gil: Gil<'_>, text: &str) -> Ref<Text> {
    let hash = match hash::of_bytes(text.as_bytes()) {
        0 if !text.is_empty() => 1,
        hash => hash,
    };
    if let Some(known) = INTERNED.get(gil).borrow().0.find(hash, |known| known.bytes() == text.as_bytes()) {
        return known.clone();
    }
    intern_new(gil, Ref::text(gil, text))
}

/// As [`intern`], of a str that is there already: perhaps it becomes the one.
pub fn intern_text(gil: Gil<'_>, text: &Ref<Text>) -> Ref<Text> {
    if text.is_interned() {
        return text.clone();
    }
    if let Some(known) = INTERNED.get(gil).borrow().0.find(text.hash(), |known| known.equals(text)) {
        return known.clone();
    }
    intern_new(gil, text.clone())
}

/// As [`intern`], of WTF-8.
pub fn intern_bytes(gil: Gil<'_>, bytes: &[u8]) -> Ref<Text> {
    match std::str::from_utf8(bytes) {
        Ok(text) => intern(gil, text),
        Err(_) => intern_text(gil, &Ref::new(gil, Text::from_wtf8(bytes.into()))),
    }
}

fn intern_new(gil: Gil<'_>, text: Ref<Text>) -> Ref<Text> {
    text.interned.set(true);
    INTERNED.get(gil).borrow_mut().0.insert_unique(text.hash(), text.clone(), |known| known.hash());
    text
}
