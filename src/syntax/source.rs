//! A decoded source text with its name and lines.

use std::rc::Rc;

use super::location::LineIndex;

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

    /// The text of `line` (from 1) without its newline.
    pub fn line(&self, line: u32) -> &str {
        let start = self.lines.start(line) as usize;
        self.text[start..].split('\n').next().unwrap_or("")
    }
}
