//! Characters: their nature, what is equal to what regardless of case, and sets of them.

use super::syntax::{Category, Item, flags};
use crate::types::str::predicates;

/// How characters are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// By identity.
    Exact,
    /// Regardless of the case of ASCII letters.
    Ascii,
    /// Regardless of the case of all letters.
    Unicode,
}

impl Case {
    /// As flags say.
    pub fn of(given: u32) -> Case {
        match given & flags::IGNORECASE {
            0 => Case::Exact,
            _ if given & flags::UNICODE != 0 => Case::Unicode,
            _ => Case::Ascii,
        }
    }

    /// The same character for all that count as equal.
    #[inline]
    pub fn fold(self, point: u32) -> u32 {
        match self {
            Case::Exact => point,
            _ if point < 128 => u32::from((point as u8).to_ascii_lowercase()),
            Case::Ascii => point,
            Case::Unicode => representative(lower(point)),
        }
    }

    /// The lower case.
    pub fn lower(self, point: u32) -> u32 {
        match self {
            Case::Exact => point,
            _ if point < 128 => u32::from((point as u8).to_ascii_lowercase()),
            Case::Ascii => point,
            Case::Unicode => lower(point),
        }
    }
}

fn lower(point: u32) -> u32 {
    let of = |point: char| point.to_lowercase().next().unwrap_or(point);
    char::from_u32(point).map_or(point, |point| of(point).into())
}

/// Lower case characters with the same upper case: the second counts as the first.
const ALIKE: &[(u32, u32)] = &[
    (0x131, 0x69),
    (0x17F, 0x73),
    (0x3BC, 0xB5),
    (0x3B9, 0x345),
    (0x1FBE, 0x345),
    (0x1FD3, 0x390),
    (0x1FE3, 0x3B0),
    (0x3D0, 0x3B2),
    (0x3F5, 0x3B5),
    (0x3D1, 0x3B8),
    (0x3F0, 0x3BA),
    (0x3D6, 0x3C0),
    (0x3F1, 0x3C1),
    (0x3C3, 0x3C2),
    (0x3D5, 0x3C6),
    (0x1C80, 0x432),
    (0x1C81, 0x434),
    (0x1C82, 0x43E),
    (0x1C83, 0x441),
    (0x1C84, 0x442),
    (0x1C85, 0x442),
    (0x1C86, 0x44A),
    (0x1C87, 0x463),
    (0xA64B, 0x1C88),
    (0x1E9B, 0x1E61),
    (0xFB06, 0xFB05),
];

fn representative(point: u32) -> u32 {
    ALIKE.iter().find(|(other, _)| *other == point).map_or(point, |(_, first)| *first)
}

/// Above this no character has a case.
const LAST_CASED: u32 = 0x1E943;

/// Is it equal to no other character?
pub fn is_caseless(case: Case, point: u32) -> bool {
    match case {
        Case::Exact => true,
        Case::Ascii => !(point < 128 && (point as u8).is_ascii_alphabetic()),
        Case::Unicode if point < 128 => !(point as u8).is_ascii_alphabetic(),
        Case::Unicode => {
            let changes = char::from_u32(point).is_some_and(|point| !point.to_uppercase().eq([point]));
            changes == (lower(point) != point)
                && !changes
                && !ALIKE.iter().any(|pair| pair.0 == point || pair.1 == point)
        }
    }
}

/// Which characters are digits, space and letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nature {
    is_unicode: bool,
}

impl Nature {
    /// As flags say.
    pub fn of(given: u32) -> Nature {
        Nature { is_unicode: given & flags::UNICODE != 0 }
    }

    /// Is a character of this kind?
    #[inline]
    pub fn is(self, point: u32, category: Category) -> bool {
        if point < 128 {
            let byte = point as u8;
            return match category {
                Category::Digit => byte.is_ascii_digit(),
                Category::Space => {
                    matches!(byte, 9..=13 | 32) || self.is_unicode && matches!(byte, 0x1C..=0x1F)
                }
                Category::Word => byte.is_ascii_alphanumeric() || byte == b'_',
            };
        }
        self.is_unicode && is_beyond_ascii(point, category)
    }
}

fn is_beyond_ascii(point: u32, category: Category) -> bool {
    match category {
        Category::Digit => predicates::decimal(point).is_some(),
        Category::Space => predicates::is_space(point),
        Category::Word => predicates::is_alpha(point) || predicates::is_numeric(point),
    }
}

/// A set of characters, made to be asked.
#[derive(Debug)]
pub struct Set {
    /// The answers for the first 256 characters.
    low: [u64; 4],
    /// The others' ranges, folded and sorted.
    ranges: Vec<(u32, u32)>,
    categories: Vec<(Category, bool)>,
    negated: bool,
    case: Case,
    nature: Nature,
}

impl Set {
    /// Of the items, as flags say.
    pub fn new(items: &[Item], negated: bool, given: u32) -> Set {
        let (case, nature) = (Case::of(given), Nature::of(given));
        let mut ranges = Vec::new();
        let mut categories = Vec::new();
        for item in items {
            match *item {
                Item::Literal(point) => ranges.push((case.fold(point), case.fold(point))),
                Item::Range(low, high) if case == Case::Exact => ranges.push((low, high)),
                Item::Range(low, high) => {
                    for point in low..=high.min(LAST_CASED) {
                        let folded = case.fold(point);
                        match ranges.last_mut() {
                            Some((_, end)) if *end + 1 == folded => *end = folded,
                            _ => ranges.push((folded, folded)),
                        }
                    }
                    if high > LAST_CASED {
                        ranges.push((low.max(LAST_CASED + 1), high));
                    }
                }
                Item::Category(category, others) => categories.push((category, others)),
            }
        }
        ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
        for (low, high) in ranges {
            match merged.last_mut() {
                Some((_, end)) if low <= end.saturating_add(1) => *end = (*end).max(high),
                _ => merged.push((low, high)),
            }
        }
        let mut set = Set { low: [0; 4], ranges: merged, categories, negated, case, nature };
        for point in 0..256 {
            if set.decide(point) {
                set.low[point as usize / 64] |= 1 << (point % 64);
            }
        }
        set
    }

    /// Is a character in it?
    #[inline]
    pub fn contains(&self, point: u32) -> bool {
        if point < 256 { self.low[point as usize / 64] >> (point % 64) & 1 != 0 } else { self.decide(point) }
    }

    /// Is a character below 128 in it?
    #[inline]
    pub fn contains_byte(&self, byte: u8) -> bool {
        self.low[usize::from(byte) / 64] >> (byte % 64) & 1 != 0
    }

    fn decide(&self, point: u32) -> bool {
        let folded = self.case.fold(point);
        let after = self.ranges.partition_point(|(low, _)| *low <= folded);
        let in_range = after > 0 && folded <= self.ranges[after - 1].1;
        let lower = self.case.lower(point);
        let found = in_range
            || self.categories.iter().any(|(category, others)| self.nature.is(lower, *category) != *others);
        found != self.negated
    }
}
