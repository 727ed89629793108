//! What the room reports: syntax errors and warnings, in CPython's form.
//!
//! Inside the room an error is a `Fault`, which names spans; at its border it becomes a [`SyntaxError`] with lines
//! and columns.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

use super::location::Span;
use super::source::Source;

/// Which exception class an error is raised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    SyntaxError,
    IndentationError,
    TabError,
    /// The source is nested too deeply: `MemoryError` in CPython.
    TooComplex,
}

/// An error in the source, with the attributes of Python's `SyntaxError`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: SyntaxErrorKind,
    /// `msg`.
    pub message: String,
    pub filename: Rc<str>,
    /// `lineno`, from 1.
    pub line: u32,
    /// `offset`: from 1, in characters.
    pub column: u32,
    /// `end_lineno`.
    pub end_line: u32,
    /// `end_offset`: from 1, in characters, past the end; 0 or -1 if only the start is known.
    pub end_column: i32,
    /// The line, with its newline if it has one.
    pub text: Option<String>,
    /// The source ends where more must follow: the prompt asks for another line.
    pub incomplete: bool,
    /// The compiler found it, which has no text of its own to show.
    pub late: bool,
    /// The line may be shown with its end.
    pub is_whole_line: bool,
}

/// As the traceback module shows it.
impl fmt::Display for SyntaxError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "  File \"{}\", line {}", self.filename, self.line)?;
        if let Some(text) = &self.text {
            let line = text.trim_end_matches(['\n', '\r']);
            let shown = line.trim_start_matches([' ', '\t', '\x0c']);
            writeln!(out, "    {shown}")?;
            let indentation = line.chars().count() - shown.chars().count();
            let width = shown.chars().count();
            if let Some(start) = (self.column as usize).checked_sub(1 + indentation) {
                let end = match usize::try_from(self.end_column) {
                    Ok(end) if self.end_line == self.line && end > 0 => end.saturating_sub(1 + indentation),
                    _ => width,
                };
                let carets = end.clamp(start + 1, width.max(start + 1)) - start;
                writeln!(out, "    {}{}", " ".repeat(start), "^".repeat(carets))?;
            }
        }
        let kind = match self.kind {
            SyntaxErrorKind::TooComplex => "MemoryError".to_owned(),
            kind => format!("{kind:?}"),
        };
        write!(out, "{kind}: {}", self.message)
    }
}

/// A `SyntaxWarning` to be shown when the source is compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    pub message: String,
    pub line: u32,
}

/// An error or warning that does not yet know lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: SyntaxErrorKind,
    pub(crate) message: Cow<'static, str>,
    pub(crate) span: Span,
    /// What to show for the end, if it is not that of the span.
    pub(crate) end_column: Option<i32>,
    /// More input could mend it.
    pub(crate) incomplete: bool,
}

impl Fault {
    /// A plain syntax error.
    pub(crate) fn syntax(message: impl Into<Cow<'static, str>>, span: Span) -> Fault {
        Fault::new(SyntaxErrorKind::SyntaxError, message, span)
    }

    /// An error in the indentation.
    pub(crate) fn indentation(message: impl Into<Cow<'static, str>>, span: Span) -> Fault {
        Fault::new(SyntaxErrorKind::IndentationError, message, span)
    }

    /// An error of a kind.
    pub(crate) fn new(kind: SyntaxErrorKind, message: impl Into<Cow<'static, str>>, span: Span) -> Fault {
        Fault { kind, message: message.into(), span, end_column: None, incomplete: false }
    }

    /// The same, but more input could mend it.
    pub(crate) fn mendable(self) -> Fault {
        Fault { incomplete: true, ..self }
    }

    /// The same, without an end: CPython has 0 or -1 there, depending on where it found the error.
    pub(crate) fn open_ended(self, end_column: i32) -> Fault {
        Fault { end_column: Some(end_column), ..self }
    }

    /// The error as Python sees it.
    pub(crate) fn locate(self, source: &Source) -> SyntaxError {
        let (line, column) = source.character_position(self.span.start);
        let (end_line, end_column) = source.end_position(self.span);
        let (end_line, end_column) = match self.end_column {
            Some(end_column) => (line, end_column),
            None => (end_line, end_column as i32),
        };
        SyntaxError {
            kind: self.kind,
            message: self.message.into_owned(),
            filename: source.filename.clone(),
            line,
            column,
            end_line,
            end_column,
            text: (!source.lines.is_table()).then(|| source.line_with_end(line).to_owned()),
            incomplete: self.incomplete,
            late: false,
            is_whole_line: true,
        }
    }

    /// The same for what is wrong with a tree.
    pub(crate) fn locate_late(self, source: &Source) -> SyntaxError {
        let (span, open) = (self.span, self.end_column);
        let mut error = SyntaxError { late: true, ..self.locate(source) };
        // Trees count columns in bytes.
        (error.line, error.column) = source.byte_position(span.start);
        if open.is_none() {
            let (line, column) = source.byte_position(span.end);
            (error.end_line, error.end_column) = (line, column as i32);
        }
        error
    }
}
