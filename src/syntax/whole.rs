//! Sources that are one expression or one statement: what they may not be, and how errors at their end are placed.
//!
//! Invariant: knows nothing of files, whose ends are lines like any other.

use super::error::{Fault, SyntaxError, SyntaxErrorKind};
use super::location::Span;
use super::source::Source;
use super::token::{Kind, Token};
use super::{Parsed, ast, lexer, soft_keywords};

/// Nothing but white space and comments is no expression and no statement.
pub(super) fn check_blank(source: &Source) -> Result<(), SyntaxError> {
    let text = &*source.text;
    let is_blank = |line: &str| line.trim_start().is_empty() || line.trim_start().starts_with('#');
    if !text.lines().all(is_blank) {
        return Ok(());
    }
    let end = text.len() as u32;
    if !text.is_empty() && text.chars().all(|character| matches!(character, ' ' | '\t')) {
        let place = Span::new(end - 1, end - 1);
        return Err(Fault::indentation("unexpected indent", place).open_ended(-1).locate(source));
    }
    let error = Fault::syntax("invalid syntax", Span::new(end, end)).mendable().locate(source);
    Err(at_end(error, source))
}

/// The end of the text has no column, and is on the last line that is written.
pub(super) fn at_end(error: SyntaxError, source: &Source) -> SyntaxError {
    let text = &*source.text;
    let line = text.lines().count() as u32;
    let (end_line, end_column) = source.character_position(text.len() as u32);
    let is_generic = error.kind == SyntaxErrorKind::SyntaxError && error.message == "invalid syntax";
    if !is_generic || (error.line, error.column) != (end_line, end_column) {
        return error;
    }
    let shown = text.split_inclusive('\n').next_back().unwrap_or("").to_owned();
    SyntaxError { line, column: 0, end_line: line, end_column: 0, text: Some(shown), ..error }
}

/// An expression is no list of values with stars.
pub(super) fn check_unstarred(tree: &ast::Expr, source: &Source) -> Result<(), SyntaxError> {
    let is_starred = |part: &&ast::Expr| matches!(part.node, ast::ExprKind::Starred { .. });
    let starred = match &tree.node {
        ast::ExprKind::Starred { .. } => Some(tree),
        ast::ExprKind::Tuple { elts, .. } => elts.iter().find(is_starred),
        _ => None,
    };
    let Some(starred) = starred else { return Ok(()) };
    let start = starred.span.start;
    let before = tokens(source);
    let before = before.iter().take_while(|token| token.span.start < start).map(|token| token.kind);
    let depth: i32 = before.map(nesting).sum();
    if depth > 0 {
        return Ok(());
    }
    Err(Fault::syntax("invalid syntax", Span::new(start, start + 1)).locate(source))
}

/// A simple statement on the first line must be all there is, whatever follows it.
pub(super) fn check_first_line(source: &Source) -> Result<(), SyntaxError> {
    let tokens = tokens(source);
    let starts = |token: &&Token| !matches!(token.kind, Kind::StartFile | Kind::Newline);
    let Some(first) = tokens.iter().find(starts) else { return Ok(()) };
    let Some(newline) =
        tokens.iter().find(|token| token.kind == Kind::Newline && token.span.start > first.span.start)
    else {
        return Ok(());
    };
    let rest = source.text.get(newline.span.end as usize..).unwrap_or("");
    let goes_on = rest.lines().any(|line| !line.trim().is_empty() && !line.trim().starts_with('#'));
    if begins_compound(first.kind) || !goes_on {
        return Ok(());
    }
    let line = Source::new(&source.filename, &source.text[..newline.span.end as usize]);
    super::parse_module_text(line)?;
    let message = "multiple statements found while compiling a single statement";
    let place = Span::new(newline.span.start, newline.span.start + 1);
    Err(Fault::syntax(message, place).locate(source))
}

fn begins_compound(kind: Kind) -> bool {
    use Kind::*;
    matches!(kind, If | While | For | Try | With | Def | Class | Async | At | Match | Indent)
}

/// At a prompt a compound statement ends with an empty line.
pub(super) fn closed(parsed: Parsed<ast::Module>) -> Result<Parsed<ast::Module>, SyntaxError> {
    match parsed.tree.body.last() {
        Some(last) if is_compound(last) && !ends_in_empty_line(&parsed.source.text) => {
            let end = parsed.source.text.len() as u32;
            let fault = Fault::syntax("incomplete input", Span::new(end, end)).mendable();
            Err(fault.locate(&parsed.source))
        }
        _ => Ok(parsed),
    }
}

/// There may be one statement, or simple ones on one line.
pub(super) fn single(parsed: Parsed<ast::Module>) -> Result<Parsed<ast::Module>, SyntaxError> {
    let text = &parsed.source.text;
    if let Some(last) = parsed.tree.body.last()
        && is_compound(last)
        && !text.ends_with(['\n', '\r'])
    {
        // What closes a compound statement is the end of its line, or of its block.
        let begin = text.rfind('\n').map_or(0, |newline| newline + 1);
        let is_indented = |line: &str| line.starts_with([' ', '\t', '\x0c']);
        let closes = match text[begin..].trim_start().starts_with('#') {
            false => is_indented(&text[begin..]),
            true => {
                let end = last.span.end as usize;
                !is_indented(&text[text[..end].rfind('\n').map_or(0, |newline| newline + 1)..])
            }
        };
        if !closes {
            let start = begin as u32;
            let mut error = Fault::syntax("invalid syntax", Span::new(start, start)).locate(&parsed.source);
            (error.column, error.end_column) = (0, 0);
            return Err(error);
        }
    }
    let [first, .., last] = &parsed.tree.body[..] else { return Ok(parsed) };
    let second = &parsed.tree.body[1];
    let between = &parsed.source.text[first.span.end as usize..last.span.start as usize];
    if !between.contains('\n') {
        return Ok(parsed);
    }
    if is_compound(first) {
        let start = second.span.start;
        let word = tokens(&parsed.source)
            .iter()
            .find(|token| token.span.start == start && token.span.end > start)
            .map(|token| token.span);
        return Err(Fault::syntax("invalid syntax", word.unwrap_or(second.span)).locate(&parsed.source));
    }
    let message = "multiple statements found while compiling a single statement";
    let newline = first.span.end + between.find('\n').unwrap_or(0) as u32;
    Err(Fault::syntax(message, Span::new(newline, newline + 1)).locate(&parsed.source))
}

fn tokens(source: &Source) -> Vec<Token> {
    let mut lexed = lexer::scan(&source.text, false);
    soft_keywords::resolve(&mut lexed.tokens, &source.text);
    lexed.tokens
}

/// How many brackets more are open after a token of this kind.
fn nesting(kind: Kind) -> i32 {
    match kind {
        Kind::LeftParenthesis | Kind::LeftBracket | Kind::LeftBrace => 1,
        Kind::RightParenthesis | Kind::RightBracket | Kind::RightBrace => -1,
        _ => 0,
    }
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
