//! Mistakes in the layout: blocks that are missing, `try` without handlers, handlers of two kinds.

use super::super::error::Fault;
use super::super::lexer::Lexed;
use super::super::location::Span;
use super::super::token::Kind;
use super::cursor::{Cursor, Reading};

/// A head without its block before the token at `at`, or a `try` that nothing handles.
pub(super) fn explain(lexed: &Lexed, text: &str, at: usize) -> Option<Fault> {
    let kind_at = |at: usize| lexed.tokens.get(at).map(|token| token.kind);
    let newline = at.checked_sub(1)?;
    if kind_at(newline) == Some(Kind::Newline) && newline > 0 && kind_at(newline - 1) == Some(Kind::Colon) {
        return missing_block(lexed, text, newline, at);
    }
    let first = first_of_line(lexed, at);
    let head = head_of_closed_block(lexed, first, at).or_else(|| head_of_line_before(lexed, first))?;
    let layout = lexed.tokens[first..].iter().take_while(|token| token.kind == Kind::Dedent).count();
    let handled = matches!(kind_at(first + layout), Some(Kind::Except | Kind::Finally));
    if kind_at(head) == Some(Kind::Try) && !handled {
        return Some(unhandled(lexed, text, at));
    }
    None
}

fn unhandled(lexed: &Lexed, text: &str, at: usize) -> Fault {
    let message = "expected 'except' or 'finally' block";
    let span = lexed.tokens.get(at).map_or(Span::default(), |token| token.span);
    let end = text.trim_end().len() as u32;
    if span.start < end {
        return Fault::syntax(message, span);
    }
    Fault::syntax(message, Span::new(end, end)).open_ended(-1).mendable()
}

fn missing_block(lexed: &Lexed, text: &str, newline: usize, at: usize) -> Option<Fault> {
    let head = line_start(lexed, newline);
    let name = head_name(lexed, head, text)?;
    let token = lexed.tokens.get(at)?;
    let line =
        memchr::memchr_iter(b'\n', &text.as_bytes()[..lexed.tokens[head].span.start as usize]).count() + 1;
    let message = format!("expected an indented block after {name} on line {line}");
    Some(match token.kind {
        Kind::EndMarker | Kind::Dedent if token.span.start as usize >= text.trim_end().len() => {
            let end = text.strip_suffix('\n').unwrap_or(text).len() as u32;
            Fault::indentation(message, Span::new(end, end)).open_ended(-1).mendable()
        }
        Kind::Dedent => {
            let before = token.span.end.saturating_sub(1);
            let before = if text.as_bytes()[before as usize] == b'\n' { token.span.end } else { before };
            Fault::indentation(message, Span::new(before, before)).open_ended(-1)
        }
        _ => Fault::indentation(message, token.span),
    })
}

/// The first token of the line that ends before `newline`, indentation left out.
fn line_start(lexed: &Lexed, newline: usize) -> usize {
    let before = &lexed.tokens[..newline];
    let start = before.iter().rposition(|token| token.kind == Kind::Newline).map_or(0, |newline| newline + 1);
    let layout =
        lexed.tokens[start..].iter().take_while(|token| matches!(token.kind, Kind::Indent | Kind::Dedent));
    start + layout.count()
}

fn first_of_line(lexed: &Lexed, at: usize) -> usize {
    let before = &lexed.tokens[..at];
    before.iter().rposition(|token| token.kind == Kind::Newline).map_or(0, |newline| newline + 1)
}

/// What CPython calls the statement of a head.
fn head_name(lexed: &Lexed, head: usize, text: &str) -> Option<String> {
    let mut at = head;
    if lexed.tokens.get(at)?.kind == Kind::Async {
        at += 1;
    }
    let token = lexed.tokens.get(at)?;
    let word = token.span.of(text);
    match token.kind {
        Kind::Def => Some("function definition".into()),
        Kind::Class => Some("class definition".into()),
        Kind::Except if lexed.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Star) => {
            Some("'except*' statement".into())
        }
        Kind::If | Kind::Elif | Kind::Else | Kind::For | Kind::While | Kind::With | Kind::Try => {
            Some(format!("'{word}' statement"))
        }
        Kind::Except | Kind::Finally | Kind::Match | Kind::Case => Some(format!("'{word}' statement")),
        _ => None,
    }
}

/// The head of the line before the one that begins at `first`, if its block stands on it too.
fn head_of_line_before(lexed: &Lexed, first: usize) -> Option<usize> {
    let newline = first.checked_sub(1)?;
    let opens_block = lexed.tokens[newline.checked_sub(1)?].kind == Kind::Colon;
    (!opens_block).then(|| line_start(lexed, newline))
}

/// The head of the block that ends with the dedents from `first` up to `at`.
fn head_of_closed_block(lexed: &Lexed, first: usize, at: usize) -> Option<usize> {
    let dedents = lexed.tokens[first..at].iter().take_while(|token| token.kind == Kind::Dedent).count();
    if dedents == 0 {
        return None;
    }
    let mut open = dedents;
    for at in (0..first).rev() {
        match lexed.tokens[at].kind {
            Kind::Dedent => open += 1,
            Kind::Indent if open == 1 => return Some(line_start(lexed, at - 1)),
            Kind::Indent => open -= 1,
            _ => {}
        }
    }
    None
}

impl Cursor<'_> {
    /// `except` and `except*` of one `try`.
    pub(super) fn check_mixed_handlers(&self, except: usize, star: bool) -> Reading<()> {
        let first = first_of_line(self.lexed, except);
        let Some(head) = head_of_closed_block(self.lexed, first, except)
            .or_else(|| head_of_line_before(self.lexed, first))
        else {
            return Ok(());
        };
        let kind = |at: usize| self.lexed.tokens.get(at).map(|token| token.kind);
        if kind(head) != Some(Kind::Except) || (kind(head + 1) == Some(Kind::Star)) == star {
            return Ok(());
        }
        let message = "cannot have both 'except' and 'except*' on the same 'try'";
        self.fault(message, self.span(except, except + 1 + usize::from(star)))
    }
}
