//! Source text to tokens: drives the scanner that logos made, and adds what no regular expression knows: brackets,
//! the ends of strings, f-strings in each other, line ends that count and those that do not, and indentation.
//!
//! Scanning stops at the first fault, which is kept behind the tokens before it: the parser meets it in its place,
//! after any error that stands earlier.

mod fault;
mod fstring;
mod layout;
mod string;

use logos::Logos;

use super::error::Fault;
use super::location::Span;
use super::token::{Kind, Token};
use fstring::FString;
use layout::Layout;

/// Brackets can be this deep in each other, as in CPython.
const MAX_BRACKETS: usize = 200;

/// The tokens of a source, the last of them an `EndMarker` unless there is a fault.
#[derive(Debug)]
pub(crate) struct Lexed {
    pub(crate) tokens: Vec<Token>,
    /// Why scanning stopped before the end.
    pub(crate) fault: Option<Fault>,
    /// It stopped inside an f-string.
    pub(crate) in_fstring: bool,
}

/// A bracket that waits for its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bracket {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
    /// It begins a replacement field of the innermost f-string.
    pub(crate) is_field: bool,
}

/// Scans a source. `listing` keeps comments and the line ends that end no statement.
pub(crate) fn scan(text: &str, listing: bool) -> Lexed {
    let mut lexer = Lexer {
        text,
        raw: Kind::lexer(text),
        tokens: Vec::with_capacity(text.len() / 4 + 4),
        layout: Layout::default(),
        brackets: Vec::new(),
        fstrings: Vec::new(),
        at_line_start: true,
        comment: None,
        listing,
    };
    let fault = lexer.run().err();
    Lexed { tokens: lexer.tokens, fault, in_fstring: !lexer.fstrings.is_empty() }
}

struct Lexer<'s> {
    text: &'s str,
    raw: logos::Lexer<'s, Kind>,
    tokens: Vec<Token>,
    layout: Layout,
    brackets: Vec<Bracket>,
    fstrings: Vec<FString>,
    at_line_start: bool,
    /// The last comment behind something.
    comment: Option<Span>,
    listing: bool,
}

impl<'s> Lexer<'s> {
    fn run(&mut self) -> Result<(), Fault> {
        loop {
            if self.at_line_start {
                self.line_start()?;
            }
            if self.fstrings.last().is_some_and(FString::in_text) {
                self.fstring_text()?;
                continue;
            }
            match self.raw.next() {
                Some(Ok(kind)) => self.token(kind)?,
                Some(Err(())) => return Err(self.unknown_character()),
                None => return self.end(),
            }
        }
    }

    /// Handles a token as logos found it.
    fn token(&mut self, kind: Kind) -> Result<(), Fault> {
        let span = self.span();
        match kind {
            Kind::Newline => self.newline(span),
            Kind::Comment => self.comment(span),
            Kind::LineJoin if span.end as usize == self.text.len() => {
                let end = Span::new(span.end, span.end);
                let ends = || Fault::syntax("unexpected EOF while parsing", end).mendable();
                return Err(self.unclosed().unwrap_or_else(ends));
            }
            Kind::LineJoin => {}
            Kind::Backslash => return Err(self.stray_backslash(span)),
            Kind::String => self.string(span)?,
            Kind::FStringStart => self.fstring_start(span)?,
            Kind::Name => self.name(span)?,
            Kind::Unknown if !matches!(span.of(self.text), "$" | "?" | "`") => {
                return Err(self.unknown_character());
            }
            Kind::Colon | Kind::ColonEqual if self.in_field() => self.field_colon(span),
            _ if kind.closing().is_some() => self.open_bracket(kind, span)?,
            _ if kind.is_closing() => self.close_bracket(kind, span)?,
            _ if kind.is_number() => self.number(kind, span)?,
            _ => self.push(kind, span),
        }
        Ok(())
    }

    fn span(&self) -> Span {
        let span = self.raw.span();
        Span::new(span.start as u32, span.end as u32)
    }

    fn push(&mut self, kind: Kind, span: Span) {
        self.tokens.push(Token { kind, span });
    }

    /// Where scanning goes on.
    fn position(&self) -> usize {
        self.raw.span().end
    }

    /// Goes on at another place.
    fn seek(&mut self, position: usize) {
        self.raw = Kind::lexer(self.text);
        self.raw.bump(position);
    }

    fn newline(&mut self, span: Span) {
        let ends_statement = self.brackets.is_empty() && self.in_statement();
        let kind = if ends_statement { Kind::Newline } else { Kind::BlankNewline };
        if self.listing {
            self.push(kind, span);
        } else if ends_statement {
            self.push(kind, self.with_comment(span));
        }
        self.at_line_start = self.brackets.is_empty();
    }

    fn comment(&mut self, span: Span) {
        match self.listing {
            true => self.push(Kind::Comment, span),
            false => self.comment = Some(span),
        }
    }

    /// To CPython's parser the end of a line begins with the comment before it.
    fn with_comment(&self, newline: Span) -> Span {
        match self.comment {
            Some(comment) if comment.end == newline.start => comment.to(newline),
            _ => newline,
        }
    }

    /// Skips lines with nothing on them, then compares the indentation of the next with that of the last.
    fn line_start(&mut self) -> Result<(), Fault> {
        self.at_line_start = false;
        let mut position = self.position();
        loop {
            let line = layout::Indentation::measure(&self.text[position..]);
            let begin = position + line.width;
            let rest = self.text.as_bytes().get(begin);
            let end = match rest {
                None => {
                    self.seek(self.text.len());
                    return Ok(());
                }
                Some(b'#') => memchr::memchr(b'\n', &self.text.as_bytes()[begin..])
                    .map_or(self.text.len(), |n| begin + n),
                Some(b'\n') => begin,
                Some(_) => {
                    self.seek(begin);
                    return self.indent(line, begin);
                }
            };
            self.blank_line(begin, end);
            position = (end + 1).min(self.text.len());
        }
    }

    fn blank_line(&mut self, begin: usize, end: usize) {
        if !self.listing {
            return;
        }
        let (begin, end) = (begin as u32, end as u32);
        if begin < end {
            self.push(Kind::Comment, Span::new(begin, end));
        }
        self.push(Kind::BlankNewline, Span::new(end, end + 1));
    }

    fn indent(&mut self, line: layout::Indentation, begin: usize) -> Result<(), Fault> {
        let begin = begin as u32;
        let line_start = self.text[..begin as usize].rfind('\n').map_or(0, |newline| newline as u32 + 1);
        let line_end = memchr::memchr(b'\n', &self.text.as_bytes()[begin as usize..]);
        let whole = Span::new(line_start, line_end.map_or(self.text.len() as u32, |end| begin + end as u32));
        match self.layout.line(line, whole)? {
            layout::Change::None => {}
            layout::Change::Indent => self.push(Kind::Indent, Span::new(line_start, begin)),
            layout::Change::Dedent(count) => {
                for _ in 0..count {
                    self.push(Kind::Dedent, Span::new(begin, begin));
                }
            }
        }
        Ok(())
    }

    fn open_bracket(&mut self, kind: Kind, span: Span) -> Result<(), Fault> {
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(Fault::syntax("too many nested parentheses", span));
        }
        self.brackets.push(Bracket { kind, span, is_field: false });
        self.push(kind, span);
        Ok(())
    }

    fn close_bracket(&mut self, kind: Kind, span: Span) -> Result<(), Fault> {
        match self.brackets.pop() {
            Some(open) if open.kind.closing() == Some(kind) => {
                if open.is_field {
                    self.close_field();
                }
                self.push(kind, span);
                Ok(())
            }
            // A listing has them as they stand, as CPython's has.
            open if self.listing && open.is_none_or(|open| !open.is_field) => {
                self.push(kind, span);
                Ok(())
            }
            open => {
                let fault = self.unmatched(span, open);
                self.brackets.extend(open);
                Err(fault)
            }
        }
    }

    fn name(&mut self, span: Span) -> Result<(), Fault> {
        self.check_name(span)?;
        self.push(Kind::Name, span);
        Ok(())
    }

    fn number(&mut self, kind: Kind, span: Span) -> Result<(), Fault> {
        self.check_number(kind, span)?;
        self.push(kind, span);
        Ok(())
    }

    /// The end of the source: the last line is ended and all blocks are closed.
    fn end(&mut self) -> Result<(), Fault> {
        let end = self.text.len() as u32;
        if let Some(fault) = self.unclosed() {
            return Err(fault);
        }
        if self.in_statement() {
            let newline = Span::new(end, end + 1);
            self.push(Kind::Newline, if self.listing { newline } else { self.with_comment(newline) });
        }
        for _ in 0..self.layout.close() {
            self.push(Kind::Dedent, Span::new(end, end));
        }
        self.push(Kind::EndMarker, Span::new(end, end));
        Ok(())
    }

    /// The line has tokens that no line end has ended.
    fn in_statement(&self) -> bool {
        let last = self.tokens.iter().rev().find(|token| token.kind != Kind::Comment);
        last.is_some_and(|last| {
            !matches!(last.kind, Kind::Newline | Kind::BlankNewline | Kind::Dedent | Kind::Indent)
        })
    }
}
