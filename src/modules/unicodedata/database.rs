//! Properties of characters that are kept as tables: text files beside this one, made of the Unicode Character Database.
//!
//! Each is read at its first use.

use std::sync::LazyLock;

/// What all characters from one on have in common, up to the next row.
pub struct Properties {
    start: u32,
    /// The class in the bidirectional algorithm; empty for what is not assigned.
    pub bidirectional: &'static str,
    /// The East Asian width.
    pub width: &'static str,
    /// Is it mirrored in text from right to left?
    pub mirrored: bool,
}

/// Numbers that follow one another.
struct Run {
    start: u32,
    count: u32,
    numerator: i64,
    denominator: i64,
    kind: Number,
}

/// What kind of number a character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// A digit of a decimal system.
    Decimal,
    /// A digit in some other form, as a superscript.
    Digit,
    /// Something else that has a value.
    Numeric,
}

static PROPERTIES: LazyLock<Vec<Properties>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut fields = line.split(' ');
        Some(Properties {
            start: u32::from_str_radix(fields.next()?, 16).ok()?,
            bidirectional: fields.next().filter(|class| *class != "-").unwrap_or_default(),
            width: fields.next()?,
            mirrored: fields.next().is_some(),
        })
    };
    include_str!("properties.txt").lines().filter_map(row).collect()
});

static NUMBERS: LazyLock<Vec<Run>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut fields = line.split(' ');
        let start = u32::from_str_radix(fields.next()?, 16).ok()?;
        let count = fields.next()?.parse().ok()?;
        let (numerator, denominator) = match fields.next()?.split_once('/') {
            Some((above, below)) => (above.parse().ok()?, below.parse().ok()?),
            None => (line.split(' ').nth(2)?.parse().ok()?, 1),
        };
        let kind = match fields.next()? {
            "d" => Number::Decimal,
            "g" => Number::Digit,
            _ => Number::Numeric,
        };
        Some(Run { start, count, numerator, denominator, kind })
    };
    include_str!("numbers.txt").lines().filter_map(row).collect()
});

static DECOMPOSITIONS: LazyLock<Vec<(u32, &'static str)>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let (point, parts) = line.split_once(' ')?;
        Some((u32::from_str_radix(point, 16).ok()?, parts))
    };
    include_str!("decompositions.txt").lines().filter_map(row).collect()
});

/// The properties of a character.
pub fn properties(point: u32) -> &'static Properties {
    // The first row begins at zero.
    let at = PROPERTIES.partition_point(|row| row.start <= point);
    &PROPERTIES[at.saturating_sub(1)]
}

/// The value of a number, as a fraction, and its kind.
pub fn number(point: u32) -> Option<(f64, Number)> {
    let at = NUMBERS.partition_point(|run| run.start <= point);
    let run = NUMBERS.get(at.checked_sub(1)?)?;
    let step = point - run.start;
    let value = (run.numerator + i64::from(step) * run.denominator) as f64 / run.denominator as f64;
    (step < run.count).then_some((value, run.kind))
}

/// What a character is made of: its parts in hexadecimal, behind a tag if it is not quite the same.
pub fn decomposition(point: u32) -> &'static str {
    let found = DECOMPOSITIONS.binary_search_by_key(&point, |row| row.0);
    found.map_or("", |at| DECOMPOSITIONS[at].1)
}
