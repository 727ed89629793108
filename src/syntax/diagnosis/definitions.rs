//! Mistakes in the heads of functions and classes: parameters and type parameters.

use super::super::location::Span;
use super::super::token::Kind;
use super::cursor::{Cursor, Reading, Stop};

/// What a parameter list is of.
#[derive(Clone, Copy)]
struct List {
    closing: Kind,
    annotated: bool,
    parenthesized: &'static str,
}

/// What was read of a parameter list so far.
#[derive(Default)]
struct Parameters {
    count: usize,
    default: bool,
    slash: bool,
    star: bool,
    keywords: bool,
}

impl Cursor<'_> {
    pub(super) fn function_head(&mut self) -> Reading<()> {
        self.want(Kind::Def)?;
        self.want(Kind::Name)?;
        let bracket = self.at;
        match self.type_parameters() {
            Err(Stop::Lost) => self.at = bracket,
            read => read?,
        }
        self.demand(Kind::LeftParenthesis, "(")?;
        let parenthesized = "Function parameters cannot be parenthesized";
        self.parameters(List { closing: Kind::RightParenthesis, annotated: true, parenthesized })?;
        self.want(Kind::RightParenthesis)?;
        if self.is(Kind::Arrow)? {
            let arrow = self.at;
            self.advance();
            match self.expression() {
                Err(Stop::Lost) => self.at = arrow,
                returns => drop(returns?),
            }
        }
        self.demand(Kind::Colon, ":")?;
        Ok(())
    }

    pub(super) fn class_head(&mut self) -> Reading<()> {
        self.want(Kind::Class)?;
        self.want(Kind::Name)?;
        self.type_parameters()?;
        if self.is(Kind::LeftParenthesis)? {
            self.call()?;
        }
        self.colon_or_newline()
    }

    pub(super) fn lambda_parameters(&mut self) -> Reading<()> {
        let parenthesized = "Lambda expression parameters cannot be parenthesized";
        self.parameters(List { closing: Kind::Colon, annotated: false, parenthesized })
    }

    fn parameters(&mut self, list: List) -> Reading<()> {
        let mut seen = Parameters::default();
        while !self.is(list.closing)? {
            self.parameter(list, &mut seen)?;
            seen.count += 1;
            if !self.take(Kind::Comma)? {
                break;
            }
        }
        Ok(())
    }

    fn parameter(&mut self, list: List, seen: &mut Parameters) -> Reading<()> {
        let span = self.token()?.span;
        let kind = self.kind()?;
        if seen.keywords && matches!(kind, Kind::Name | Kind::Star | Kind::DoubleStar | Kind::Slash) {
            self.fault("arguments cannot follow var-keyword argument", span)?;
        }
        match kind {
            Kind::Name => self.plain_parameter(list, seen),
            Kind::Slash => self.slash(span, seen),
            Kind::Star => self.star_parameter(list, seen, span),
            Kind::DoubleStar => {
                self.advance();
                self.annotated_name(list)?;
                if self.is(Kind::Equal)? {
                    let message = "var-keyword argument cannot have default value";
                    self.fault(message, self.token()?.span)?;
                }
                seen.keywords = true;
                Ok(())
            }
            Kind::LeftParenthesis => self.parenthesized_parameters(list),
            _ => Err(Stop::Lost),
        }
    }

    fn annotated_name(&mut self, list: List) -> Reading<Span> {
        let name = self.want(Kind::Name)?;
        if list.annotated && self.take(Kind::Colon)? {
            self.star_expression()?;
        }
        Ok(name)
    }

    fn plain_parameter(&mut self, list: List, seen: &mut Parameters) -> Reading<()> {
        let name = self.annotated_name(list)?;
        let equal = self.token()?.span;
        if self.take(Kind::Equal)? {
            if list.annotated && self.is(list.closing)? || self.is(Kind::Comma)? {
                self.fault("expected default value expression", equal)?;
            }
            self.expression()?;
            seen.default |= !seen.star;
        } else if seen.default && !seen.star {
            self.fault("parameter without a default follows parameter with a default", name)?;
        }
        Ok(())
    }

    fn slash(&mut self, span: Span, seen: &mut Parameters) -> Reading<()> {
        self.advance();
        if self.is(Kind::Star)? {
            self.fault("expected comma between / and *", self.token()?.span)?;
        }
        if seen.count == 0 {
            if self.is(Kind::Comma)? {
                self.fault("at least one argument must precede /", span)?;
            }
            return Err(Stop::Lost);
        }
        if seen.slash {
            self.fault("/ may appear only once", span)?;
        }
        if seen.star {
            self.fault("/ must be ahead of *", span)?;
        }
        seen.slash = true;
        Ok(())
    }

    fn star_parameter(&mut self, list: List, seen: &mut Parameters, span: Span) -> Reading<()> {
        let is_followed = matches!(self.ahead(1), Some(Kind::Name | Kind::Comma));
        if seen.star && is_followed {
            self.fault("* argument may appear only once", span)?;
        }
        seen.star = true;
        self.advance();
        if self.is(Kind::Name)? {
            self.annotated_name(list)?;
            if self.is(Kind::Equal)? {
                let message = "var-positional argument cannot have default value";
                self.fault(message, self.token()?.span)?;
            }
            return Ok(());
        }
        let behind = if self.is(Kind::Comma)? { self.ahead(1) } else { Some(self.kind()?) };
        if behind == Some(list.closing) || (self.is(Kind::Comma)? && behind == Some(Kind::DoubleStar)) {
            let span = if list.annotated { span } else { self.token()?.span };
            self.fault("named arguments must follow bare *", span)?;
        }
        Ok(())
    }

    fn parenthesized_parameters(&mut self, list: List) -> Reading<()> {
        let start = self.at;
        self.advance();
        while self.take(Kind::Name)? {
            if !self.take(Kind::Comma)? {
                break;
            }
        }
        if self.at > start + 1 && self.take(Kind::RightParenthesis)? {
            self.fault(list.parenthesized, self.span(start, self.at))?;
        }
        Err(Stop::Lost)
    }

    pub(super) fn type_parameters(&mut self) -> Reading<()> {
        if !self.take(Kind::LeftBracket)? {
            return Ok(());
        }
        if self.is(Kind::RightBracket)? {
            let place = self.token()?.span.start;
            self.fault("Type parameter list cannot be empty", Span::new(place, place))?;
        }
        while !self.is(Kind::RightBracket)? {
            self.type_parameter()?;
            if !self.take(Kind::Comma)? {
                break;
            }
        }
        self.want(Kind::RightBracket)?;
        Ok(())
    }

    fn type_parameter(&mut self) -> Reading<()> {
        let kind = match self.kind()? {
            Kind::Star => Some("TypeVarTuple"),
            Kind::DoubleStar => Some("ParamSpec"),
            _ => None,
        };
        self.at += usize::from(kind.is_some());
        self.want(Kind::Name)?;
        let colon = self.token()?.span;
        if self.take(Kind::Colon)? {
            let bound = self.expression()?;
            if let Some(kind) = kind {
                let what = if bound.name == "tuple" { "constraints" } else { "bound" };
                self.fault(
                    format!("cannot use {what} with {kind}"),
                    colon.to(self.span(self.at - 1, self.at)),
                )?;
            }
        }
        if self.take(Kind::Equal)? {
            self.star_expression()?;
        }
        Ok(())
    }
}
