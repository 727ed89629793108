//! The place in the tokens, and the tools to look around from it.

use std::cell::Cell;

use super::super::error::Fault;
use super::super::lexer::Lexed;
use super::super::location::Span;
use super::super::token::{Kind, Token};

/// Why reading stops.
#[derive(Debug)]
pub(super) enum Stop {
    /// A mistake that has a name.
    Fault(Box<Fault>),
    /// Something else is wrong.
    Lost,
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Stop {
        Stop::Fault(Box::new(fault))
    }
}

pub(super) type Reading<T> = Result<T, Stop>;

/// Expressions that nest deeper without brackets are not looked into.
const MAX_DEPTH: usize = 300;

/// What was read: enough of an expression to talk about it.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// What it is called in messages.
    pub(super) name: &'static str,
    /// Its first token, and one past its last.
    pub(super) tokens: (usize, usize),
    pub(super) span: Span,
    /// Its operators bind more loosely than `|`.
    pub(super) loose: bool,
    /// It stands in parentheses of its own, which do not belong to it.
    pub(super) grouped: bool,
    /// The elements of a tuple or list, the value of a starred expression, the left side of `in`.
    pub(super) parts: Vec<Phrase>,
}

/// A place in the tokens.
pub(super) struct Cursor<'t> {
    pub(super) lexed: &'t Lexed,
    pub(super) text: &'t str,
    pub(super) at: usize,
    /// Mistakes are passed over: only whether something can be read is asked.
    pub(super) quiet: bool,
    /// A missing comma is looked for; CPython does not in the values of keyword arguments.
    pub(super) commas: bool,
    depth: usize,
    furthest: Cell<usize>,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(lexed: &'t Lexed, text: &'t str, at: usize) -> Cursor<'t> {
        Cursor { lexed, text, at, quiet: false, commas: true, depth: 0, furthest: Cell::new(at) }
    }

    /// The next token; at the end of what the lexer could read its fault is the mistake.
    pub(super) fn token(&self) -> Reading<Token> {
        self.furthest.set(self.furthest.get().max(self.at));
        match (self.lexed.tokens.get(self.at), &self.lexed.fault) {
            (Some(token), _) => Ok(*token),
            (None, Some(fault)) => Err(fault.clone().into()),
            (None, None) => {
                let end = self.text.len() as u32;
                Ok(Token { kind: Kind::EndMarker, span: Span::new(end, end) })
            }
        }
    }

    /// The last token that was looked at.
    pub(super) fn furthest(&self) -> usize {
        self.furthest.get()
    }

    pub(super) fn kind(&self) -> Reading<Kind> {
        Ok(self.token()?.kind)
    }

    pub(super) fn is(&self, kind: Kind) -> Reading<bool> {
        Ok(self.kind()? == kind)
    }

    /// The kind of the token `ahead` places on, as far as the lexer came.
    pub(super) fn ahead(&self, ahead: usize) -> Option<Kind> {
        self.lexed.tokens.get(self.at + ahead).map(|token| token.kind)
    }

    pub(super) fn advance(&mut self) {
        self.at += 1;
    }

    /// Takes the next token if it is of a kind.
    pub(super) fn take(&mut self, kind: Kind) -> Reading<bool> {
        let found = self.is(kind)?;
        self.at += usize::from(found);
        Ok(found)
    }

    /// Takes a token that must come next.
    pub(super) fn want(&mut self, kind: Kind) -> Reading<Span> {
        let token = self.token()?;
        if token.kind != kind {
            return Err(Stop::Lost);
        }
        self.at += 1;
        Ok(token.span)
    }

    /// Takes a token that must come next, or else is said to be expected.
    pub(super) fn demand(&mut self, kind: Kind, written: &str) -> Reading<Span> {
        let token = self.token()?;
        if token.kind != kind {
            return self.fault(format!("expected '{written}'"), token.span).and(Err(Stop::Lost));
        }
        self.at += 1;
        Ok(token.span)
    }

    /// Reports a mistake, unless they are passed over.
    pub(super) fn fault(&self, message: impl Into<String>, span: Span) -> Reading<()> {
        match self.quiet {
            true => Ok(()),
            false => Err(Fault::syntax(message.into(), span).into()),
        }
    }

    /// The text of the token at the cursor.
    pub(super) fn word(&self) -> &'t str {
        self.word_at(self.at)
    }

    pub(super) fn word_at(&self, at: usize) -> &'t str {
        self.lexed.tokens.get(at).map_or("", |token| {
            let end = (token.span.end as usize).min(self.text.len());
            &self.text[token.span.start as usize..end]
        })
    }

    /// The span from one token up to another, exclusive.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let tokens = &self.lexed.tokens;
        match (tokens.get(start), tokens.get(end.saturating_sub(1))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The phrase from a token up to the cursor.
    pub(super) fn phrase(&self, name: &'static str, start: usize) -> Phrase {
        Phrase {
            name,
            tokens: (start, self.at),
            span: self.span(start, self.at),
            loose: false,
            grouped: false,
            parts: Vec::new(),
        }
    }

    /// Reads on if that is possible, without looking for mistakes; else stays in place.
    pub(super) fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Reading<T>) -> Reading<Option<T>> {
        let (at, quiet) = (self.at, self.quiet);
        self.quiet = true;
        let read = rule(self);
        self.quiet = quiet;
        match read {
            Ok(read) => Ok(Some(read)),
            Err(Stop::Lost) => {
                self.at = at;
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    /// Reads what stands in brackets.
    pub(super) fn bracketed<T>(&mut self, rule: impl FnOnce(&mut Self) -> Reading<T>) -> Reading<T> {
        let commas = std::mem::replace(&mut self.commas, true);
        let read = self.nested(rule);
        self.commas = commas;
        read
    }

    /// Reads something nested; gives up when that goes too deep.
    pub(super) fn nested<T>(&mut self, rule: impl FnOnce(&mut Self) -> Reading<T>) -> Reading<T> {
        if self.depth >= MAX_DEPTH {
            return Err(Stop::Lost);
        }
        self.depth += 1;
        let read = rule(self);
        self.depth -= 1;
        read
    }

    /// How many brackets are open behind the last token that was read, counted within the line.
    pub(super) fn in_brackets(&self) -> bool {
        let mut level = 0;
        for token in self.lexed.tokens[..self.at].iter().rev() {
            match token.kind {
                Kind::Newline => return false,
                kind if kind.is_closing() => level += 1,
                kind if kind.closing().is_some() && level == 0 => return true,
                kind if kind.closing().is_some() => level -= 1,
                _ => {}
            }
        }
        false
    }
}
