//! Source text to syntax tree: bytes -> text -> tokens -> layout -> tree, and the errors on the way.
//!
//! In reading order: [`ast`] is what comes out; `decode` makes text of bytes; `token` and `lexer` make tokens of text,
//! indentation included; `soft_keywords` tells names from keywords where that hangs on the place; `depth` bounds the
//! nesting; `parser` runs the generated parser and holds the logic of its actions; `diagnosis` says what is wrong where
//! the parser stopped; [`form`] puts a tree as CPython has it, [`dump`] lists tokens and trees, [`highlight`]
//! says what to colour, [`character_names`] finds characters by their names.
//!
//! Invariant: knows nothing of code, objects, the GIL or the machine.

pub mod ast;
pub mod character_names;
pub mod dump;
pub mod error;
pub mod form;
pub mod highlight;
pub mod location;
pub mod source;

mod decode;
mod depth;
mod diagnosis;
mod lexer;
mod parser;
mod soft_keywords;
mod token;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use error::{SyntaxError, SyntaxErrorKind, SyntaxWarning};
pub use location::{LineIndex, Span};
pub use source::Source;

use error::Fault;
use parser::{Builder, Failure, Tree};
use token::Kind;

/// A tree with the source it was made from and the warnings that came up.
#[derive(Debug)]
pub struct Parsed<T> {
    pub tree: T,
    pub source: Source,
    pub warnings: Vec<SyntaxWarning>,
}

/// Parses a file (`exec` mode); finds out its encoding.
pub fn parse_module(bytes: &[u8], filename: &str) -> Result<Parsed<ast::Module>, SyntaxError> {
    let text = decode::decode(bytes, filename).map_err(|fault| fault.locate(&Source::new(filename, "")))?;
    parse_module_text(Source::new(filename, &text)).map_err(SyntaxError::with_ended_line)
}

/// Parses a file that is text already.
pub fn parse_module_str(text: &str, filename: &str) -> Result<Parsed<ast::Module>, SyntaxError> {
    let text = decode::universal_newlines(Cow::Borrowed(text));
    parse_module_text(Source::new(filename, &text)).map_err(SyntaxError::with_ended_line)
}

/// Parses one expression (`eval` mode).
pub fn parse_expression(text: &str, filename: &str) -> Result<Parsed<ast::Expr>, SyntaxError> {
    let text = decode::universal_newlines(Cow::Borrowed(text));
    let text = text.trim_start_matches([' ', '\t']);
    let (tree, source, warnings) = parse(Kind::StartExpression, Source::new(filename, text))?;
    match tree {
        Tree::Expression(tree) => Ok(Parsed { tree, source, warnings }),
        Tree::Module(_) => unreachable!("the start token asks for an expression"),
    }
}

/// Parses one statement as it is typed at a prompt (`single` mode).
///
/// An error that is `incomplete` means that more lines are wanted: what is there has not ended, or it is a compound
/// statement that no empty line has closed.
pub fn parse_interactive(text: &str, filename: &str) -> Result<Parsed<ast::Module>, SyntaxError> {
    let text = decode::universal_newlines(Cow::Borrowed(text));
    let parsed = parse_module_text(Source::new(filename, &text))?;
    match parsed.tree.body.last() {
        Some(last) if is_compound(last) && !ends_in_empty_line(&parsed.source.text) => {
            let end = parsed.source.text.len() as u32;
            let fault = Fault::syntax("incomplete input", Span::new(end, end)).mendable();
            Err(fault.locate(&parsed.source))
        }
        Some(last) if !same_line(&parsed, last) => {
            let message = "multiple statements found while compiling a single statement";
            Err(Fault::syntax(message, last.span).locate(&parsed.source))
        }
        _ => Ok(parsed),
    }
}

/// Does a source end within an indented block, without a newline? `single` mode then needs no empty line to close it.
pub fn ends_in_block(text: &str) -> bool {
    let mut level = 0;
    let mut within = false;
    for token in &lexer::scan(text, false).tokens {
        match token.kind {
            Kind::Indent => level += 1,
            Kind::Dedent => level -= 1,
            Kind::Newline | Kind::BlankNewline | Kind::EndMarker => {}
            _ => within = level > 0,
        }
    }
    within && !text.ends_with('\n')
}

fn parse_module_text(source: Source) -> Result<Parsed<ast::Module>, SyntaxError> {
    let (tree, source, warnings) = parse(Kind::StartFile, source)?;
    match tree {
        Tree::Module(tree) => Ok(Parsed { tree, source, warnings }),
        Tree::Expression(_) => unreachable!("the start token asks for a module"),
    }
}

fn parse(start: Kind, source: Source) -> Result<(Tree, Source, Vec<SyntaxWarning>), SyntaxError> {
    if source.text.len() > u32::MAX as usize / 2 {
        let fault = Fault::new(SyntaxErrorKind::TooComplex, "source code string too long", Span::default());
        return Err(fault.locate(&source));
    }
    let mut lexed = lexer::scan(&source.text, false);
    soft_keywords::resolve(&mut lexed.tokens, &source.text);
    depth::check(&lexed.tokens).map_err(|fault| fault.locate(&source))?;
    let builder = Builder::new(&source.text);
    match parser::parse(start, &lexed, &builder) {
        Ok(tree) => {
            let warnings = locate_warnings(builder.into_warnings(), &source);
            Ok((tree, source, warnings))
        }
        Err(failure) => Err(explain(failure, start, &lexed, &source).locate(&source)),
    }
}

fn explain(failure: Failure, start: Kind, lexed: &lexer::Lexed, source: &Source) -> Fault {
    diagnosis::explain(failure, start, lexed, &source.text)
}

fn locate_warnings(mut faults: Vec<Fault>, source: &Source) -> Vec<SyntaxWarning> {
    faults.sort_by_key(|fault| fault.span.start);
    let warning = |fault: Fault| SyntaxWarning {
        line: source.lines.line(fault.span.start),
        message: fault.message.into_owned(),
    };
    faults.into_iter().map(warning).collect()
}

fn is_compound(statement: &ast::Stmt) -> bool {
    use ast::StmtKind::*;
    matches!(
        statement.node,
        FunctionDef(_)
            | ClassDef(_)
            | For(_)
            | While { .. }
            | If { .. }
            | With { .. }
            | Match { .. }
            | Try(_)
    )
}

fn ends_in_empty_line(text: &str) -> bool {
    text.strip_suffix('\n')
        .is_some_and(|text| text.rsplit('\n').next().is_some_and(|line| line.trim().is_empty()))
}

/// All statements of the tree stand on one line, or there is only one.
fn same_line(parsed: &Parsed<ast::Module>, last: &ast::Stmt) -> bool {
    let first = &parsed.tree.body[0];
    let between = &parsed.source.text[first.span.end as usize..];
    parsed.tree.body.len() == 1 || !between[..(last.span.start - first.span.end) as usize].contains('\n')
}
