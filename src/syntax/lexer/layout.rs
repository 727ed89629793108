//! Indentation: the stack of blocks that are open, and what the next line does to it.

use super::super::error::{Fault, SyntaxErrorKind};
use super::super::location::Span;

/// Blocks can be this deep in each other, as in CPython.
const MAX_INDENTS: usize = 100;

/// The white space before a line.
///
/// It is measured twice, with tabs to the next multiple of eight and with tabs as one column: where the two disagree
/// about what is deeper, the meaning hangs on the width of a tab, and that is an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Indentation {
    columns: u32,
    columns_with_narrow_tabs: u32,
    /// In bytes.
    pub(super) width: usize,
}

impl Indentation {
    /// Measures the white space at the start of `rest`. If a backslash joins lines within it, the first counts.
    pub(super) fn measure(rest: &str) -> Indentation {
        let mut line = Indentation::default();
        let mut before_join = None;
        let bytes = rest.as_bytes();
        loop {
            match bytes.get(line.width) {
                Some(b' ') => line.advance(line.columns + 1),
                Some(b'\t') => line.advance((line.columns / 8 + 1) * 8),
                Some(b'\x0c') => (line.columns, line.columns_with_narrow_tabs) = (0, 0),
                Some(b'\\') if bytes.get(line.width + 1) == Some(&b'\n') && line.width > 0 => {
                    before_join.get_or_insert((line.columns, line.columns_with_narrow_tabs));
                    line.width += 1;
                }
                _ => break,
            }
            line.width += 1;
        }
        if let Some((columns, narrow)) = before_join {
            (line.columns, line.columns_with_narrow_tabs) = (columns, narrow);
        }
        line
    }

    fn advance(&mut self, columns: u32) {
        self.columns = columns;
        self.columns_with_narrow_tabs += 1;
    }
}

/// What a line does to the blocks.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Change {
    None,
    Indent,
    /// It ends this many.
    Dedent(usize),
}

/// The indentations of the blocks that are open, without the outermost, which has none.
#[derive(Debug, Default)]
pub(super) struct Layout {
    blocks: Vec<Indentation>,
}

impl Layout {
    /// Compares a line with the blocks; `span` is the whole line without its newline, for errors.
    pub(super) fn line(&mut self, line: Indentation, span: Span) -> Result<Change, Fault> {
        let current = self.blocks.last().copied().unwrap_or_default();
        if line.columns == current.columns {
            return consistent(line, current, span).map(|()| Change::None);
        }
        if line.columns > current.columns {
            self.open(line, current, span)?;
            return Ok(Change::Indent);
        }
        let deeper = self.blocks.iter().rev().take_while(|block| block.columns > line.columns).count();
        self.blocks.truncate(self.blocks.len() - deeper);
        let outer = self.blocks.last().copied().unwrap_or_default();
        if outer.columns != line.columns {
            let message = "unindent does not match any outer indentation level";
            return Err(Fault::indentation(message, Span::new(span.end, span.end)).open_ended(-1));
        }
        consistent(line, outer, span).map(|()| Change::Dedent(deeper))
    }

    /// Closes all blocks and says how many there were.
    pub(super) fn close(&mut self) -> usize {
        std::mem::take(&mut self.blocks).len()
    }

    fn open(&mut self, line: Indentation, current: Indentation, span: Span) -> Result<(), Fault> {
        if self.blocks.len() + 1 >= MAX_INDENTS {
            return Err(Fault::indentation(
                "too many levels of indentation",
                Span::new(span.start, span.start),
            )
            .open_ended(0));
        }
        if line.columns_with_narrow_tabs <= current.columns_with_narrow_tabs {
            return Err(inconsistent(span));
        }
        self.blocks.push(line);
        Ok(())
    }
}

fn consistent(line: Indentation, block: Indentation, span: Span) -> Result<(), Fault> {
    match line.columns_with_narrow_tabs == block.columns_with_narrow_tabs {
        true => Ok(()),
        false => Err(inconsistent(span)),
    }
}

fn inconsistent(span: Span) -> Fault {
    let message = "inconsistent use of tabs and spaces in indentation";
    Fault::new(SyntaxErrorKind::TabError, message, Span::new(span.start, span.start)).open_ended(0)
}
