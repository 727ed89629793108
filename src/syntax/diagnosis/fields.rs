//! Mistakes in the replacement fields of f-strings.

use super::super::token::Kind;
use super::cursor::{Cursor, Reading, Stop};
use super::expressions::begins_expression;

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
            Err(Stop::Lost) => {
                self.at = start;
                match self.attempt(Self::prefix_of_value)? {
                    Some(()) => Err(Stop::Lost),
                    None => {
                        self.at = start;
                        self.fault("f-string: expecting a valid expression after '{'", token.span)?;
                        Err(Stop::Lost)
                    }
                }
            }
            Err(fault) => Err(fault),
        }
    }

    /// Whether any expression can be read here at all.
    fn prefix_of_value(&mut self) -> Reading<()> {
        if !begins_expression(self.kind()?) && !matches!(self.kind()?, Kind::Star | Kind::Yield) {
            return Err(Stop::Lost);
        }
        self.assigned_value().map(|_| ())
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
