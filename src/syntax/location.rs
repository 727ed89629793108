//! Where things are in a source text: byte spans, and lines and columns from them.
//!
//! Invariant: a span counts bytes of the *decoded* source (UTF-8, line ends made `\n`, no byte order mark), which
//! is kept in [`super::Source`].

use std::fmt;

/// A range of bytes of the decoded source; the default is empty and at its start.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset one past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to `end`.
    pub fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The covered part of the source.
    pub fn of(self, source: &str) -> &str {
        &source[self.start as usize..self.end as usize]
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Where the lines of a source begin, to turn offsets into positions; or, for a tree that was not made of a text, a table
/// of positions in which offsets are places.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    starts: Vec<u32>,
    positions: Option<Vec<(u32, u32)>>,
}

impl LineIndex {
    /// Finds the lines of `source`.
    pub fn new(source: &str) -> LineIndex {
        let mut starts = Vec::with_capacity(source.len() / 32 + 1);
        starts.push(0);
        starts.extend(memchr::memchr_iter(b'\n', source.as_bytes()).map(|at| at as u32 + 1));
        LineIndex { starts, positions: None }
    }

    /// The positions that the offsets `0..` stand for.
    pub fn of_positions(positions: Vec<(u32, u32)>) -> LineIndex {
        LineIndex { starts: vec![0], positions: Some(positions) }
    }

    /// Is it a table of positions, without a text?
    pub fn is_table(&self) -> bool {
        self.positions.is_some()
    }

    /// The line, from 1, that holds the byte at `offset`.
    pub fn line(&self, offset: u32) -> u32 {
        match &self.positions {
            None => self.starts.partition_point(|&start| start <= offset) as u32,
            Some(_) => self.position(offset).0,
        }
    }

    /// The line, from 1, and the column, from 0 in UTF-8 bytes: CPython's `lineno` and `col_offset`.
    pub fn position(&self, offset: u32) -> (u32, u32) {
        if let Some(positions) = &self.positions {
            return positions.get(offset as usize).copied().unwrap_or((1, 0));
        }
        let line = self.line(offset);
        (line, offset - self.starts[line as usize - 1])
    }

    /// The offset at which `line` (from 1) begins; lines past the end begin at the end.
    pub fn start(&self, line: u32) -> u32 {
        let index = (line.max(1) as usize - 1).min(self.starts.len() - 1);
        self.starts[index]
    }

    /// How many lines there are; a text that ends in a newline has an empty last one.
    pub fn count(&self) -> u32 {
        self.starts.len() as u32
    }
}
