//! Source text to syntax tree: bytes -> text -> tokens -> layout -> tree, and the errors on the way.
//!
//! - [`ast`]: the tree, [`location`]: spans, lines and columns, [`source`]: the decoded text, [`error`]: what is
//!   reported.
//!
//! Invariant: knows nothing of code, objects, the GIL or the machine.

pub mod ast;
pub mod error;
pub mod location;
pub mod source;

pub use error::{SyntaxError, SyntaxErrorKind, SyntaxWarning};
pub use location::{LineIndex, Span};
pub use source::Source;

/// A tree with the source it was made from and the warnings that came up.
#[derive(Debug)]
pub struct Parsed<Tree> {
    pub tree: Tree,
    pub source: Source,
    pub warnings: Vec<SyntaxWarning>,
}
