//! f-strings: text and replacement fields by turns, and f-strings within fields.

use super::super::error::Fault;
use super::super::location::Span;
use super::super::token::Kind;
use super::string::is_tripled;
use super::{Bracket, Lexer, MAX_BRACKETS};

/// Replacement fields can be this deep in format specifications, as in CPython.
const MAX_FIELDS: usize = 3;

/// f-strings can be this deep in each other's fields, as in CPython.
const MAX_FSTRINGS: usize = 149;

/// An f-string that is not yet closed.
#[derive(Debug)]
pub(super) struct FString {
    pub(super) opening: Span,
    quote: u8,
    pub(super) triple: bool,
    raw: bool,
    /// The replacement fields that are open: fields nest in format specifications.
    fields: Vec<Field>,
}

/// How far a replacement field is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Expression,
    FormatSpec,
}

impl FString {
    /// What comes next is text, not an expression.
    pub(super) fn in_text(&self) -> bool {
        self.fields.last() != Some(&Field::Expression)
    }

    fn in_format_spec(&self) -> bool {
        self.fields.last() == Some(&Field::FormatSpec)
    }

    pub(super) fn quote(&self) -> u8 {
        self.quote
    }
}

impl Lexer<'_> {
    /// Begins an f-string; `opening` is its prefix and first quote.
    pub(super) fn fstring_start(&mut self, opening: Span) -> Result<(), Fault> {
        if self.fstrings.len() >= MAX_FSTRINGS {
            let quote = opening.end - 1;
            return Err(Fault::syntax("too many nested f-strings", Span::new(quote, quote)));
        }
        let bytes = self.text.as_bytes();
        let quote = bytes[opening.end as usize - 1];
        let triple = is_tripled(bytes, opening.end as usize, quote);
        let end = opening.end as usize + if triple { 2 } else { 0 };
        self.raw.bump(end - opening.end as usize);
        let opening = Span::new(opening.start, end as u32);
        let raw = opening.of(self.text).contains(['r', 'R']);
        self.fstrings.push(FString { opening, quote, triple, raw, fields: Vec::new() });
        self.push(Kind::FStringStart, opening);
        Ok(())
    }

    /// Reads text up to the next field, the end of a field, the closing quotes, or the first of two equal braces, which
    /// stand for one: the second is skipped.
    pub(super) fn fstring_text(&mut self) -> Result<(), Fault> {
        let start = self.position();
        let stop = self.end_of_text(start)?;
        if self.is_double_brace(stop) {
            self.push(Kind::FStringMiddle, Span::new(start as u32, stop as u32 + 1));
            self.seek(stop + 2);
            return Ok(());
        }
        // CPython lists a text before the brace that ends a format specification even if there is none.
        let ends_spec = || self.fstrings.last().is_some_and(FString::in_format_spec);
        if stop > start || self.listing && self.text.as_bytes()[stop] == b'}' && ends_spec() {
            self.push(Kind::FStringMiddle, Span::new(start as u32, stop as u32));
        }
        match self.text.as_bytes()[stop] {
            b'{' => self.open_field(stop),
            b'}' => self.close_format_spec(stop),
            b'\n' => {
                self.seek(stop);
                self.leave_format_spec();
                Ok(())
            }
            _ => {
                self.close_fstring(stop);
                Ok(())
            }
        }
    }

    /// The next brace, quote or line end that ends the text.
    fn end_of_text(&self, start: usize) -> Result<usize, Fault> {
        let Some(fstring) = self.fstrings.last() else { return Ok(start) };
        let (bytes, spec) = (self.text.as_bytes(), fstring.in_format_spec());
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'\\' => at = self.end_of_escape(at, fstring.raw),
                b'{' | b'}' => return Ok(at),
                b'\n' if spec && !fstring.triple => return Ok(at),
                b'\n' if !fstring.triple => break,
                _ if byte == fstring.quote && (!fstring.triple || is_tripled(bytes, at + 1, byte)) => {
                    return Ok(at);
                }
                _ => at += 1,
            }
        }
        Err(self.unterminated_fstring(fstring, at))
    }

    /// In a format specification braces always begin or end a field.
    fn is_double_brace(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        matches!(bytes[at], b'{' | b'}')
            && bytes.get(at + 1) == Some(&bytes[at])
            && !self.fstrings.last().is_some_and(FString::in_format_spec)
    }

    /// One past an escape sequence: a brace behind a backslash still counts, but not that of `\N{...}`.
    fn end_of_escape(&self, backslash: usize, raw: bool) -> usize {
        let rest = &self.text[backslash + 1..];
        match rest.as_bytes().first() {
            Some(b'{' | b'}') | None => backslash + 1,
            Some(b'N') if !raw && rest[1..].starts_with('{') => {
                let name =
                    rest.bytes().take_while(|byte| !matches!(byte, b'}' | b'\n' | b'\'' | b'"')).count();
                backslash + 1 + name + usize::from(rest.as_bytes().get(name) == Some(&b'}'))
            }
            Some(_) => backslash + 1 + rest.chars().next().map_or(0, char::len_utf8),
        }
    }

    fn open_field(&mut self, at: usize) -> Result<(), Fault> {
        let span = Span::new(at as u32, at as u32 + 1);
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(Fault::syntax("too many nested parentheses", span));
        }
        if let Some(fstring) = self.fstrings.last_mut() {
            if fstring.fields.len() >= MAX_FIELDS {
                return Err(Fault::syntax(
                    "f-string: expressions nested too deeply",
                    Span::new(span.start - 1, span.start - 1),
                ));
            }
            fstring.fields.push(Field::Expression);
        }
        self.part_lambda(at);
        self.brackets.push(Bracket { kind: Kind::LeftBrace, span, is_field: true });
        self.seek(at + 1);
        self.push(Kind::LeftBrace, span);
        Ok(())
    }

    /// The innermost bracket is that of a field, whose expression is being read.
    pub(super) fn in_field(&self) -> bool {
        self.brackets.last().is_some_and(|bracket| bracket.is_field)
    }

    /// A colon ends the expression of a field, even in `:=`.
    pub(super) fn field_colon(&mut self, span: Span) {
        self.push(Kind::Colon, Span::new(span.start, span.start + 1));
        self.seek(span.start as usize + 1);
        if let Some(field) = self.fstrings.last_mut().and_then(|fstring| fstring.fields.last_mut()) {
            *field = Field::FormatSpec;
        }
    }

    /// The bracket of a field was closed.
    pub(super) fn close_field(&mut self) {
        if let Some(fstring) = self.fstrings.last_mut() {
            fstring.fields.pop();
        }
    }

    fn close_format_spec(&mut self, at: usize) -> Result<(), Fault> {
        let span = Span::new(at as u32, at as u32 + 1);
        if !self.fstrings.last().is_some_and(FString::in_format_spec) {
            return Err(Fault::syntax(
                "f-string: single '}' is not allowed",
                Span::new(span.start, span.start),
            ));
        }
        self.brackets.pop();
        self.close_field();
        self.seek(at + 1);
        self.push(Kind::RightBrace, span);
        Ok(())
    }

    /// A line end in the format specification of a string in single quotes: only `}` can follow.
    fn leave_format_spec(&mut self) {
        self.part_lambda(self.position());
        if let Some(field) = self.fstrings.last_mut().and_then(|fstring| fstring.fields.last_mut()) {
            *field = Field::Expression;
        }
    }

    /// What follows the colon that ended a field's `lambda` is not the body of that: some text stands before it.
    fn part_lambda(&mut self, at: usize) {
        let open = self.tokens.iter().rposition(|token| token.kind == Kind::LeftBrace).unwrap_or(0);
        if self.tokens.last().is_some_and(|token| token.kind == Kind::Colon)
            && self.tokens[open..].iter().any(|token| token.kind == Kind::Lambda)
        {
            self.push(Kind::FStringMiddle, Span::new(at as u32, at as u32));
        }
    }

    fn close_fstring(&mut self, at: usize) {
        let width = if self.fstrings.pop().is_some_and(|fstring| fstring.triple) { 3 } else { 1 };
        self.seek(at + width);
        self.push(Kind::FStringEnd, Span::new(at as u32, (at + width) as u32));
    }
}
