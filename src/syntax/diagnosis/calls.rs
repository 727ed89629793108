//! Mistakes in the arguments of calls and class statements.

use super::super::location::Span;
use super::super::token::Kind;
use super::cursor::{Cursor, Phrase, Reading, Stop};

/// What was read of the arguments so far.
#[derive(Default)]
struct Arguments {
    count: usize,
    has_keyword: bool,
    has_unpacking: bool,
    /// The first positional argument behind a keyword.
    misplaced: Option<Span>,
}

impl Cursor<'_> {
    /// The parentheses of a call.
    pub(super) fn call(&mut self) -> Reading<()> {
        self.want(Kind::LeftParenthesis)?;
        let mut arguments = Arguments::default();
        while !self.is(Kind::RightParenthesis)? {
            self.argument(&mut arguments)?;
            if !self.take(Kind::Comma)? {
                break;
            }
        }
        if let Some(span) = arguments.misplaced {
            let unpacking = if arguments.has_unpacking { " unpacking" } else { "" };
            self.fault(format!("positional argument follows keyword argument{unpacking}"), span)?;
        }
        self.want(Kind::RightParenthesis)?;
        Ok(())
    }

    fn argument(&mut self, arguments: &mut Arguments) -> Reading<()> {
        match self.kind()? {
            Kind::Star => self.unpacked_argument(arguments)?,
            Kind::DoubleStar => {
                self.unpacked_keywords()?;
                arguments.has_unpacking = true;
            }
            Kind::Name if self.ahead(1) == Some(Kind::Equal) => {
                self.keyword_argument()?;
                arguments.has_keyword = true;
            }
            Kind::True | Kind::False | Kind::None if self.ahead(1) == Some(Kind::Equal) => {
                let message = format!("cannot assign to {}", self.word());
                self.fault(message, self.span(self.at, self.at + 2))?;
                return Err(Stop::Lost);
            }
            _ => self.positional_argument(arguments)?,
        }
        arguments.count += 1;
        Ok(())
    }

    fn positional_argument(&mut self, arguments: &mut Arguments) -> Reading<()> {
        let start = self.at;
        let value = self.argument_value()?;
        if self.is(Kind::Equal)? {
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            self.fault(message, value.span.to(self.token()?.span))?;
        }
        if matches!(self.kind()?, Kind::For | Kind::Async) {
            self.generator_argument(&value, arguments)?;
        } else if arguments.misplaced.is_none() && (arguments.has_keyword || arguments.has_unpacking) {
            arguments.misplaced = Some(self.place_of_misplaced(start)?);
        }
        Ok(())
    }

    /// An argument without the hint about `=`, which means something else here.
    fn argument_value(&mut self) -> Reading<Phrase> {
        if self.is(Kind::Name)? && self.ahead(1) == Some(Kind::ColonEqual) {
            return self.named_expression();
        }
        let value = self.expression()?;
        if self.is(Kind::ColonEqual)? {
            self.fault(format!("cannot use assignment expressions with {}", value.name), value.span)?;
        }
        Ok(value)
    }

    /// CPython shows the last token that it looked at before it gave up.
    fn place_of_misplaced(&self, start: usize) -> Reading<Span> {
        Ok(self.span(self.at.max(start), self.at.max(start) + 1))
    }

    /// A generator must stand in parentheses unless it is the only argument.
    fn generator_argument(&mut self, value: &Phrase, arguments: &mut Arguments) -> Reading<()> {
        let last = self.for_clauses()?;
        let more = self.is(Kind::Comma)? && self.ahead(1) != Some(Kind::RightParenthesis);
        let trailing = self.is(Kind::Comma)?;
        if arguments.count > 0 || more || trailing {
            self.fault("Generator expression must be parenthesized", value.span.to(last))?;
        }
        Ok(())
    }

    fn unpacked_argument(&mut self, arguments: &mut Arguments) -> Reading<()> {
        let start = self.at;
        self.advance();
        self.value_behind_star()?;
        if matches!(self.kind()?, Kind::For | Kind::Async) {
            let message = "iterable unpacking cannot be used in comprehension";
            self.fault(message, self.span(start, self.at))?;
        }
        if self.take(Kind::Equal)? {
            let value = self.expression()?;
            let span = self.span(start, start + 1).to(value.span);
            self.fault("cannot assign to iterable argument unpacking", span)?;
        }
        if arguments.has_unpacking {
            let message = "iterable argument unpacking follows keyword argument unpacking";
            self.fault(message, self.span(start - 1, self.at))?;
        }
        Ok(())
    }

    /// What a star in an argument or subscript stands before.
    pub(super) fn value_behind_star(&mut self) -> Reading<()> {
        match self.expression() {
            Err(Stop::Lost) => {
                self.fault("Invalid star expression", self.token()?.span)?;
                Err(Stop::Lost)
            }
            value => value.map(|_| ()),
        }
    }

    fn unpacked_keywords(&mut self) -> Reading<()> {
        let start = self.at;
        self.advance();
        self.expression()?;
        if self.take(Kind::Equal)? {
            let value = self.expression()?;
            let span = self.span(start, start + 1).to(value.span);
            self.fault("cannot assign to keyword argument unpacking", span)?;
        }
        Ok(())
    }

    fn keyword_argument(&mut self) -> Reading<()> {
        let start = self.at;
        self.at += 2;
        if matches!(self.kind()?, Kind::Comma | Kind::RightParenthesis) {
            self.fault("expected argument value expression", self.span(start, start + 2))?;
        }
        let commas = std::mem::replace(&mut self.commas, false);
        self.expression()?;
        self.commas = commas;
        if matches!(self.kind()?, Kind::For | Kind::Async) {
            self.for_clauses()?;
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            self.fault(message, self.span(start, start + 2))?;
        }
        Ok(())
    }
}
