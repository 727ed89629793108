//! What the room reports: syntax errors and warnings, in CPython's form.

use std::rc::Rc;

/// Which exception class an error is raised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    SyntaxError,
    IndentationError,
    TabError,
    /// The source is nested too deeply (`MemoryError` or `RecursionError` in CPython).
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
    /// `end_offset`: from 1, in characters, past the end; 0 if there is no range.
    pub end_column: u32,
    /// The line, with its newline if it has one.
    pub text: Option<String>,
    /// The source ends where more must follow: the prompt asks for another line.
    pub incomplete: bool,
}

/// A `SyntaxWarning` to be shown when the source is compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    pub message: String,
    pub line: u32,
}
