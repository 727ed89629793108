//! Mistakes between brackets: tuples, lists, sets, dicts and comprehensions.

use super::super::error::Fault;
use super::super::location::Span;
use super::super::token::Kind;
use super::cursor::{Cursor, Phrase, Reading, Stop};
use super::expressions::begins_expression;
use super::targets::Purpose;

impl Cursor<'_> {
    /// A group, tuple or generator.
    pub(super) fn parentheses(&mut self) -> Reading<Phrase> {
        let start = self.at;
        self.want(Kind::LeftParenthesis)?;
        match self.kind()? {
            Kind::RightParenthesis => {
                self.advance();
                return Ok(self.phrase("tuple", start));
            }
            Kind::Yield => {
                let value = self.yield_expression()?;
                self.want(Kind::RightParenthesis)?;
                return Ok(Phrase { grouped: true, ..value });
            }
            Kind::DoubleStar => self.double_starred_group()?,
            _ => {}
        }
        let starred = self.is(Kind::Star)?;
        let first = self.star_named_expression()?;
        if matches!(self.kind()?, Kind::For | Kind::Async) {
            self.comprehension(&first, starred)?;
            self.want(Kind::RightParenthesis)?;
            return Ok(self.phrase("generator expression", start));
        }
        if self.take(Kind::RightParenthesis)? {
            if starred {
                self.fault("cannot use starred expression here", first.span)?;
            }
            return Ok(Phrase { grouped: true, ..first });
        }
        let (parts, _) = self.more_items(first, Kind::RightParenthesis)?;
        self.want(Kind::RightParenthesis)?;
        Ok(Phrase { parts, ..self.phrase("tuple", start) })
    }

    fn double_starred_group(&mut self) -> Reading<()> {
        let start = self.at;
        self.advance();
        self.expression()?;
        if self.is(Kind::RightParenthesis)? {
            self.fault("cannot use double starred expression here", self.span(start, start + 1))?;
        }
        Err(Stop::Lost)
    }

    /// A list or list comprehension.
    pub(super) fn list(&mut self) -> Reading<Phrase> {
        let start = self.at;
        self.want(Kind::LeftBracket)?;
        if self.take(Kind::RightBracket)? {
            return Ok(self.phrase("list", start));
        }
        let starred = self.is(Kind::Star)?;
        let first = self.star_named_expression()?;
        if matches!(self.kind()?, Kind::For | Kind::Async) {
            self.comprehension(&first, starred)?;
            self.want(Kind::RightBracket)?;
            return Ok(self.phrase("list comprehension", start));
        }
        let (parts, items) = self.more_items(first, Kind::RightBracket)?;
        self.bare_comprehension_target(items)?;
        self.want(Kind::RightBracket)?;
        Ok(Phrase { parts, ..self.phrase("list", start) })
    }

    /// The items behind the first, and the span of all.
    fn more_items(&mut self, first: Phrase, closing: Kind) -> Reading<(Vec<Phrase>, Span)> {
        let mut span = first.span;
        let mut parts = vec![first];
        while self.is(Kind::Comma)? {
            let comma = self.token()?.span;
            self.advance();
            if self.is(closing)? || !self.begins_item()? {
                if parts.len() == 1 {
                    span = span.to(comma);
                }
                break;
            }
            let item = self.star_named_expression()?;
            span = span.to(item.span);
            parts.push(item);
        }
        Ok((parts, span))
    }

    /// `[a, b for ...]`.
    fn bare_comprehension_target(&mut self, items: Span) -> Reading<()> {
        if !matches!(self.kind()?, Kind::For | Kind::Async) {
            return Ok(());
        }
        self.for_clauses()?;
        self.fault("did you forget parentheses around the comprehension target?", items)
    }

    fn comprehension(&mut self, element: &Phrase, starred: bool) -> Reading<()> {
        self.for_clauses()?;
        match starred {
            true => self.fault("iterable unpacking cannot be used in comprehension", element.span),
            false => Ok(()),
        }
    }

    /// The `for` and `if` clauses of a comprehension; the span of the last of them.
    pub(super) fn for_clauses(&mut self) -> Reading<Span> {
        let mut last = self.token()?.span;
        while matches!(self.kind()?, Kind::For | Kind::Async) {
            self.take(Kind::Async)?;
            self.want(Kind::For)?;
            self.for_targets(true)?;
            last = last.to(self.disjunction()?.span);
            while self.take(Kind::If)? {
                let condition = self.named_condition()?;
                last = last.to(condition.span);
            }
        }
        Ok(last)
    }

    fn named_condition(&mut self) -> Reading<Phrase> {
        self.disjunction()
    }

    /// The targets of a `for`, up to its `in`.
    pub(super) fn for_targets(&mut self, in_comprehension: bool) -> Reading<()> {
        let start = self.at;
        let mut parts = Vec::new();
        loop {
            parts.push(if self.is(Kind::Star)? { self.starred()? } else { self.bitwise_or()? });
            if !self.take(Kind::Comma)? || !self.begins_item()? {
                break;
            }
        }
        let targets = match parts.len() {
            1 => parts.remove(0),
            _ => Phrase { parts, ..self.phrase("tuple", start) },
        };
        if in_comprehension && !self.is(Kind::In)? {
            let span = self.token()?.span;
            self.fault("'in' expected after for-loop variables", span)?;
        }
        self.check_targets(&targets, Purpose::Loop)?;
        self.want(Kind::In)?;
        Ok(())
    }

    /// A set, dict or comprehension of one.
    pub(super) fn braces(&mut self) -> Reading<Phrase> {
        let start = self.at;
        self.want(Kind::LeftBrace)?;
        if self.take(Kind::RightBrace)? {
            return Ok(self.phrase("dict literal", start));
        }
        if self.is(Kind::DoubleStar)? {
            return self.dict(start, None);
        }
        let starred = self.is(Kind::Star)?;
        let first = self.star_named_expression()?;
        if self.is(Kind::Colon)? {
            return self.dict(start, Some(first));
        }
        if matches!(self.kind()?, Kind::For | Kind::Async) {
            self.comprehension(&first, starred)?;
            self.want(Kind::RightBrace)?;
            return Ok(self.phrase("set comprehension", start));
        }
        let (_, items) = self.more_items(first, Kind::RightBrace)?;
        self.bare_comprehension_target(items)?;
        self.want(Kind::RightBrace)?;
        Ok(self.phrase("set display", start))
    }

    /// A dict whose first key may have been read.
    fn dict(&mut self, start: usize, mut first_key: Option<Phrase>) -> Reading<Phrase> {
        let mut name = "dict literal";
        while !self.is(Kind::RightBrace)? {
            let item = self.at;
            if let Some(key) = first_key.take() {
                self.dict_value(&key)?;
            } else if self.take(Kind::DoubleStar)? {
                self.bitwise_or()?;
                if matches!(self.kind()?, Kind::For | Kind::Async) {
                    self.for_clauses()?;
                    let span = self.span(item, item + 1);
                    self.fault("dict unpacking cannot be used in dict comprehension", span)?;
                }
            } else {
                let key = self.expression()?;
                self.dict_value(&key)?;
            }
            if matches!(self.kind()?, Kind::For | Kind::Async) {
                self.for_clauses()?;
                name = "dict comprehension";
            }
            if !self.take(Kind::Comma)? {
                break;
            }
        }
        self.want(Kind::RightBrace)?;
        Ok(self.phrase(name, start))
    }

    fn dict_value(&mut self, key: &Phrase) -> Reading<()> {
        if !self.is(Kind::Colon)? {
            let last = Span::new(key.span.end - 1, key.span.end - 1);
            return match self.quiet {
                true => Err(Stop::Lost),
                false => Err(Fault::syntax("':' expected after dictionary key", last).open_ended(0).into()),
            };
        }
        let colon = self.token()?.span;
        self.advance();
        match self.kind()? {
            Kind::RightBrace | Kind::Comma => {
                self.fault("expression expected after dictionary key and ':'", colon)?;
            }
            Kind::Star => {
                let value = self.starred()?;
                self.fault("cannot use a starred expression in a dictionary value", value.span)?;
            }
            kind if begins_expression(kind) => {
                self.expression()?;
            }
            _ => return Err(Stop::Lost),
        }
        Ok(())
    }
}
