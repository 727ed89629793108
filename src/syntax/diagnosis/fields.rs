//! Mistakes in the replacement fields of f-strings.

use super::super::location::Span;
use super::super::token::Kind;
use super::cursor::{Cursor, Reading, Stop};

impl Cursor<'_> {
    /// A whole f-string.
    pub(super) fn fstring(&mut self) -> Reading<()> {
        self.want(Kind::FStringStart)?;
        self.fstring_items()?;
        self.want(Kind::FStringEnd)?;
        Ok(())
    }

    fn fstring_items(&mut self) -> Reading<()> {
        loop {
            match self.kind()? {
                Kind::FStringMiddle => self.advance(),
                Kind::LeftBrace => self.nested(Self::field)?,
                _ => return Ok(()),
            }
        }
    }

    fn field(&mut self) -> Reading<()> {
        self.want(Kind::LeftBrace)?;
        self.field_value()?;
        let debug = self.take(Kind::Equal)?;
        let next = self.token()?.span;
        self.check_lambda(next)?;
        let expected = match debug {
            true => "f-string: expecting '!', or ':', or '}'",
            false => "f-string: expecting '=', or '!', or ':', or '}'",
        };
        self.expect(&[Kind::Exclamation, Kind::Colon, Kind::RightBrace], expected)?;
        if self.is(Kind::Exclamation)? {
            self.field_conversion()?;
        }
        self.expect(&[Kind::Colon, Kind::RightBrace], "f-string: expecting ':' or '}'")?;
        if self.take(Kind::Colon)? {
            self.fstring_items()?;
            self.expect(&[Kind::RightBrace], "f-string: expecting '}', or format specs")?;
        }
        self.want(Kind::RightBrace)?;
        Ok(())
    }

    fn field_value(&mut self) -> Reading<()> {
        let token = self.token()?;
        let missing = |written| format!("f-string: valid expression required before '{written}'");
        match token.kind {
            Kind::Equal => self.fault(missing("="), token.span)?,
            Kind::Exclamation => self.fault(missing("!"), token.span)?,
            Kind::Colon => self.fault(missing(":"), token.span)?,
            Kind::RightBrace => self.fault(missing("}"), token.span)?,
            _ => {}
        }
        let start = self.at;
        match self.assigned_value() {
            Ok(_) => Ok(()),
            Err(Stop::Lost) if !self.quiet => {
                self.at = start;
                self.broken_value(token.span)?;
                Err(Stop::Lost)
            }
            Err(stop) => Err(stop),
        }
    }

    /// What begins as an expression was cut off; else there is none at all.
    fn broken_value(&mut self, place: Span) -> Reading<()> {
        self.check_lambda(place)?;
        match self.attempt(Self::beginning_of_primary)? {
            Some(_) => {
                let message = "f-string: expecting '=', or '!', or ':', or '}'";
                let token = self.token()?;
                self.check_lambda(token.span)?;
                self.fault(message, token.span)
            }
            None => self.fault("f-string: expecting a valid expression after '{'", place),
        }
    }

    /// The colon of a `lambda` begins a format specification, even an empty one.
    fn check_lambda(&mut self, place: Span) -> Reading<()> {
        let start = self.at;
        let head = |cursor: &mut Self| {
            cursor.want(Kind::Lambda)?;
            cursor.lambda_parameters()?;
            cursor.want(Kind::Colon)
        };
        if let Some(colon) = self.attempt(head)?
            && matches!(self.kind()?, Kind::RightBrace | Kind::FStringMiddle)
        {
            let message = "f-string: lambda expressions are not allowed without parentheses";
            self.fault(message, place.to(colon))?;
        }
        self.at = start;
        Ok(())
    }

    fn expect(&mut self, kinds: &[Kind], message: &str) -> Reading<()> {
        let token = self.token()?;
        match kinds.contains(&token.kind) {
            true => Ok(()),
            false => self.fault(message, token.span),
        }
    }

    fn field_conversion(&mut self) -> Reading<()> {
        let exclamation = self.want(Kind::Exclamation)?;
        let token = self.token()?;
        match token.kind {
            Kind::Name => self.advance(),
            Kind::Colon | Kind::RightBrace => {
                self.fault("f-string: missing conversion character", token.span)?;
            }
            _ => self.fault("f-string: invalid conversion character", token.span)?,
        }
        if exclamation.end != token.span.start {
            let message = "f-string: conversion type must come right after the exclamanation mark";
            self.fault(message, exclamation.to(token.span))?;
        }
        Ok(())
    }
}
