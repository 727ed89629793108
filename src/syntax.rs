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
mod whole;

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
    parse_file(Source::new(filename, &decode(bytes, filename)?))
}

/// The characters of a source, by its mark or its line about the encoding.
pub fn decode(bytes: &[u8], filename: &str) -> Result<String, SyntaxError> {
    decode::decode(bytes, filename).map_err(|fault| fault.locate(&Source::new(filename, "")))
}

/// Parses a file that is text already.
pub fn parse_module_str(text: &str, filename: &str) -> Result<Parsed<ast::Module>, SyntaxError> {
    let text = decode::universal_newlines(Cow::Borrowed(text));
    parse_file(Source::new(filename, &text))
}

/// Parses one expression (`eval` mode).
pub fn parse_expression(text: &str, filename: &str) -> Result<Parsed<ast::Expr>, SyntaxError> {
    let text = decode::universal_newlines(Cow::Borrowed(text));
    let source = Source::new(filename, &text);
    whole::check_blank(&source)?;
    let (tree, source, warnings) =
        parse(Kind::StartExpression, source.clone()).map_err(|error| whole::at_end(error, &source))?;
    match tree {
        Tree::Expression(tree) => {
            whole::check_unstarred(&tree, &source)?;
            Ok(Parsed { tree, source, warnings })
        }
        Tree::Module(_) => unreachable!("the start token asks for an expression"),
    }
}

/// Parses one statement as it is typed at a prompt (`single` mode).
///
/// An error that is `incomplete` means that more lines are wanted: what is there has not ended, or it is a compound
/// statement that no empty line has closed.
pub fn parse_interactive(text: &str, filename: &str) -> Result<Parsed<ast::Module>, SyntaxError> {
    let text = decode::universal_newlines(Cow::Borrowed(text));
    let source = Source::new(filename, &text);
    match parse_module_text(source.clone()) {
        Err(error) if error.incomplete => Err(error),
        parsed => whole::single(whole::closed(parsed?)?),
    }
}

/// Parses one statement that is given whole (`single` mode of `compile`).
pub fn parse_single(text: &str, filename: &str) -> Result<Parsed<ast::Module>, SyntaxError> {
    let text = decode::universal_newlines(Cow::Borrowed(text));
    let source = Source::new(filename, &text);
    whole::check_blank(&source)?;
    whole::check_first_line(&source)?;
    whole::single(parse_module_text(source.clone()).map_err(|error| whole::at_end(error, &source))?)
}

/// A text that is in no file gets the line end that its last line may lack.
fn parse_file(source: Source) -> Result<Parsed<ast::Module>, SyntaxError> {
    let is_open = source.filename.starts_with('<') && !source.text.ends_with('\n');
    parse_module_text(source).map_err(|mut error| {
        if let Some(text) =
            error.text.as_mut().filter(|text| is_open && error.is_whole_line && !text.ends_with('\n'))
        {
            text.push('\n');
        }
        error
    })
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
        Err(failure) => {
            let fault = explain(failure, start, &lexed, &source);
            let is_own = lexed.fault.as_ref() == Some(&fault);
            let is_lexical = is_own && is_of_token(&fault);
            let mut error = fault.locate(&source);
            // The line as it was read then: what is open goes on behind its end.
            let goes_on = error.end_line > error.line || (is_own && goes_on(&source, error.line));
            if let Some(text) = error.text.as_mut().filter(|_| is_lexical || goes_on) {
                text.truncate(text.trim_end_matches('\n').len());
                error.is_whole_line = false;
            }
            error.late = is_found_by_symbols(&error);
            Err(error)
        }
    }
}

/// CPython finds these when it makes its table of symbols.
fn is_found_by_symbols(error: &SyntaxError) -> bool {
    ["duplicate argument '", "keyword argument repeated: "]
        .iter()
        .any(|words| error.message.starts_with(words))
}

/// Does a line with more than white space follow this one?
fn goes_on(source: &Source, line: u32) -> bool {
    source.text.lines().skip(line as usize).any(|line| !line.trim().is_empty())
}

/// Was the lexer within a token when it failed?
fn is_of_token(fault: &Fault) -> bool {
    let is_of_layout = ["was never closed", "line continuation character", "unexpected EOF"];
    fault.kind == SyntaxErrorKind::SyntaxError
        && !is_of_layout.iter().any(|words| fault.message.contains(words))
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
