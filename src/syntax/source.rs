//! A decoded source text with its name and lines.

use std::rc::Rc;

use super::location::{LineIndex, Span};

/// What was parsed: the name that errors show, the decoded text (line ends made `\n`), and its lines.
#[derive(Clone, Debug)]
pub struct Source {
    pub filename: Rc<str>,
    pub text: Rc<str>,
    pub lines: LineIndex,
}

impl Source {
    /// A source from text that is already decoded.
    pub fn new(filename: &str, text: &str) -> Source {
        Source { filename: filename.into(), text: text.into(), lines: LineIndex::new(text) }
    }

    /// A source of a tree that was not made of a text: it knows positions alone.
    pub fn without_text(filename: &str, lines: LineIndex) -> Source {
        Source { filename: filename.into(), text: "".into(), lines }
    }

    /// The text of `line` (from 1) without its newline.
    pub fn line(&self, line: u32) -> &str {
        self.line_with_end(line).trim_end_matches('\n')
    }

    /// The text of `line` (from 1) with its newline, if it has one.
    pub fn line_with_end(&self, line: u32) -> &str {
        let start = self.lines.start(line) as usize;
        self.text[start..].split_inclusive('\n').next().unwrap_or("")
    }

    /// The line and the column of the end of a span, as [`Source::character_position`], but a newline ends on its own
    /// line, even the one that is missing at the end of the text.
    pub fn end_position(&self, span: Span) -> (u32, u32) {
        let last = span.end.saturating_sub(1);
        let is_newline = self.text.as_bytes().get(last as usize).is_none_or(|&byte| byte == b'\n');
        if span.start >= span.end || !is_newline || self.lines.is_table() {
            return self.character_position(span.end);
        }
        let (line, column) = self.character_position(last);
        (line, column + 1)
    }

    /// The line and the column of an offset, both from 1, the column in bytes.
    pub fn byte_position(&self, offset: u32) -> (u32, u32) {
        let (line, column) = self.lines.position(offset);
        (line, column + 1)
    }

    /// The line and the column of an offset, both from 1, the column in characters.
    pub fn character_position(&self, offset: u32) -> (u32, u32) {
        if self.lines.is_table() {
            let (line, column) = self.lines.position(offset);
            return (line, column + 1);
        }
        let offset = (offset as usize).min(self.text.len());
        let (line, column) = self.lines.position(offset as u32);
        let before = &self.text[offset - column as usize..offset];
        (line, before.chars().count() as u32 + 1)
    }
}
