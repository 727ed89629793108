//! Mistakes in expressions: a missing comma, `if` without `else`, `=` for `==`, `print` without parentheses.

use super::super::token::Kind;
use super::cursor::{Cursor, Phrase, Reading, Stop};

impl Cursor<'_> {
    /// A source that is one expression.
    pub(super) fn whole_expression(&mut self) -> Reading<()> {
        self.star_expressions()?;
        self.want(Kind::Newline)?;
        Ok(())
    }

    /// Expressions with commas between them, each perhaps starred.
    pub(super) fn star_expressions(&mut self) -> Reading<Phrase> {
        self.comma_list(Self::star_expression)
    }

    fn comma_list(&mut self, item: fn(&mut Self) -> Reading<Phrase>) -> Reading<Phrase> {
        let start = self.at;
        let first = item(self)?;
        if !self.is(Kind::Comma)? {
            return Ok(first);
        }
        let mut parts = vec![first];
        while self.take(Kind::Comma)? && self.begins_item()? {
            parts.push(item(self)?);
        }
        Ok(Phrase { parts, ..self.phrase("tuple", start) })
    }

    pub(super) fn begins_item(&self) -> Reading<bool> {
        Ok(self.is(Kind::Star)? || begins_expression(self.kind()?))
    }

    pub(super) fn star_expression(&mut self) -> Reading<Phrase> {
        match self.is(Kind::Star)? {
            true => self.starred(),
            false => self.expression(),
        }
    }

    pub(super) fn starred(&mut self) -> Reading<Phrase> {
        let start = self.at;
        self.advance();
        let value = self.bitwise_or()?;
        Ok(Phrase { parts: vec![value], ..self.phrase("starred", start) })
    }

    pub(super) fn star_named_expression(&mut self) -> Reading<Phrase> {
        match self.is(Kind::Star)? {
            true => self.starred(),
            false => self.named_expression(),
        }
    }

    /// An expression, or `name := expression`; a single `=` here was meant to be something else.
    pub(super) fn named_expression(&mut self) -> Reading<Phrase> {
        let start = self.at;
        if self.is(Kind::Name)? && self.ahead(1) == Some(Kind::ColonEqual) {
            self.at += 2;
            self.expression()?;
            return Ok(Phrase { loose: true, ..self.phrase("named expression", start) });
        }
        let value = self.expression()?;
        match self.kind()? {
            Kind::ColonEqual => {
                self.fault(format!("cannot use assignment expressions with {}", value.name), value.span)?
            }
            Kind::Equal => self.equal_sign(&value)?,
            _ => {}
        }
        Ok(value)
    }

    /// `value = other` where only an expression can stand.
    fn equal_sign(&mut self, value: &Phrase) -> Reading<()> {
        if self.quiet {
            return Ok(());
        }
        let here = self.at;
        self.advance();
        let other = self.attempt(Self::bitwise_or)?;
        let chained = matches!(self.kind()?, Kind::Equal | Kind::ColonEqual);
        self.at = here;
        let Some(other) = other.filter(|_| !chained) else { return Ok(()) };
        let bare = value.tokens.1 == here;
        if value.name == "name" && bare && value.tokens.1 == value.tokens.0 + 1 {
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            return self.fault(message, value.span.to(other.span));
        }
        if suggests_comparison(value) {
            let message =
                format!("cannot assign to {} here. Maybe you meant '==' instead of '='?", value.name);
            return self.fault(message, value.span);
        }
        Ok(())
    }

    pub(super) fn expression(&mut self) -> Reading<Phrase> {
        self.nested(Self::expression_here)
    }

    fn expression_here(&mut self) -> Reading<Phrase> {
        let start = self.at;
        if self.is(Kind::Lambda)? {
            return self.lambda();
        }
        let value = self.disjunction()?;
        if !self.quiet {
            self.missing_comma(&value)?;
            self.legacy_statement(&value)?;
        }
        if self.is(Kind::If)? {
            return self.conditional(start, value);
        }
        Ok(value)
    }

    /// `body if test else other`; without `else` the `if` may be that of a comprehension.
    fn conditional(&mut self, start: usize, body: Phrase) -> Reading<Phrase> {
        let here = self.at;
        self.advance();
        let test = match self.disjunction() {
            Err(Stop::Lost) => None,
            test => Some(test?),
        };
        if test.is_some() && self.take(Kind::Else)? {
            self.expression()?;
            return Ok(Phrase { loose: true, ..self.phrase("conditional expression", start) });
        }
        if let Some(test) = test.filter(|_| !matches!(self.kind(), Ok(Kind::Else | Kind::Colon))) {
            self.fault("expected 'else' after 'if' expression", body.span.to(test.span))?;
        }
        self.at = here;
        Ok(body)
    }

    /// Two expressions in brackets with nothing between them.
    fn missing_comma(&mut self, left: &Phrase) -> Reading<()> {
        let first = left.tokens.0;
        let is_prefix = self.ahead_kind(first) == Some(Kind::Name)
            && matches!(self.ahead_kind(first + 1), Some(Kind::String | Kind::FStringStart));
        let is_soft = matches!(self.word_at(first), "match" | "case" | "type" | "_");
        if is_prefix || is_soft || !self.commas || !begins_expression(self.kind()?) || self.is_legacy(left) {
            return Ok(());
        }
        let here = self.at;
        let right = self.attempt(Self::expression)?;
        let in_brackets = self.in_brackets();
        self.at = here;
        match right.filter(|_| in_brackets) {
            None => Ok(()),
            Some(right) => {
                let message = "invalid syntax. Perhaps you forgot a comma?";
                self.fault(message, left.span.to(right.span))
            }
        }
    }

    fn ahead_kind(&self, at: usize) -> Option<Kind> {
        self.lexed.tokens.get(at).map(|token| token.kind)
    }

    /// `print x`, `exec x`: statements of Python 2.
    fn legacy_statement(&mut self, left: &Phrase) -> Reading<()> {
        if !self.is_legacy(left) || !self.begins_item()? || self.is(Kind::LeftParenthesis)? {
            return Ok(());
        }
        let here = self.at;
        let word = self.word_at(left.tokens.0);
        let rest = match self.star_expressions() {
            Err(Stop::Lost) => None,
            rest => Some(rest?),
        };
        self.at = here;
        match rest {
            None => Ok(()),
            Some(rest) => {
                let message = format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
                self.fault(message, left.span.to(rest.span))
            }
        }
    }

    fn is_legacy(&self, phrase: &Phrase) -> bool {
        phrase.name == "name" && matches!(self.word_at(phrase.tokens.0), "print" | "exec")
    }

    pub(super) fn disjunction(&mut self) -> Reading<Phrase> {
        let start = self.at;
        let mut value = self.inversion()?;
        while matches!(self.kind()?, Kind::And | Kind::Or) {
            self.advance();
            self.inversion()?;
            value = Phrase { loose: true, ..self.phrase("expression", start) };
        }
        Ok(value)
    }

    fn inversion(&mut self) -> Reading<Phrase> {
        let start = self.at;
        while self.take(Kind::Not)? {}
        let negated = self.at > start;
        let value = self.comparison()?;
        Ok(if negated { Phrase { loose: true, ..self.phrase("expression", start) } } else { value })
    }

    fn comparison(&mut self) -> Reading<Phrase> {
        let start = self.at;
        let mut value = self.bitwise_or()?;
        let is_membership = self.is(Kind::In)?;
        let left = value.clone();
        while self.comparison_operator()? {
            self.bitwise_or()?;
            value = Phrase { loose: true, ..self.phrase("comparison", start) };
        }
        if is_membership {
            value.parts = vec![left];
        }
        Ok(value)
    }

    fn comparison_operator(&mut self) -> Reading<bool> {
        match self.kind()? {
            Kind::EqualEqual | Kind::NotEqual | Kind::Less | Kind::LessEqual => self.advance(),
            Kind::Greater | Kind::GreaterEqual | Kind::In => self.advance(),
            Kind::Not if self.ahead(1) == Some(Kind::In) => self.at += 2,
            Kind::Is => {
                self.advance();
                self.take(Kind::Not)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    pub(super) fn bitwise_or(&mut self) -> Reading<Phrase> {
        let start = self.at;
        let mut value = self.factor()?;
        loop {
            let kind = self.kind()?;
            if !is_binary(kind) {
                return Ok(value);
            }
            self.advance();
            if is_arithmetic(kind) {
                self.bare_not()?;
            }
            self.factor()?;
            value = self.phrase("expression", start);
        }
    }

    /// `not` binds more loosely than the operator before it.
    fn bare_not(&mut self) -> Reading<()> {
        if self.quiet || !self.is(Kind::Not)? {
            return Ok(());
        }
        let start = self.at;
        let operand = self.nested(Self::inversion)?;
        let span = self.span(start, start + 1).to(operand.span);
        self.fault("'not' after an operator must be parenthesized", span)
    }

    fn factor(&mut self) -> Reading<Phrase> {
        let start = self.at;
        while matches!(self.kind()?, Kind::Plus | Kind::Minus | Kind::Tilde) {
            self.advance();
            self.bare_not()?;
        }
        let signed = self.at > start;
        let value = self.power()?;
        Ok(if signed { self.phrase("expression", start) } else { value })
    }

    fn power(&mut self) -> Reading<Phrase> {
        let start = self.at;
        let awaited = self.take(Kind::Await)?;
        let mut value = self.primary()?;
        if awaited {
            value = self.phrase("await expression", start);
        }
        if self.take(Kind::DoubleStar)? {
            self.nested(Self::factor)?;
            return Ok(self.phrase("expression", start));
        }
        Ok(value)
    }

    pub(super) fn primary(&mut self) -> Reading<Phrase> {
        let start = self.at;
        let mut value = self.atom()?;
        loop {
            match self.kind()? {
                Kind::Dot => {
                    self.advance();
                    self.want(Kind::Name)?;
                    value = self.phrase("attribute", start);
                }
                Kind::LeftParenthesis => {
                    self.nested(Self::call)?;
                    value = self.phrase("function call", start);
                }
                Kind::LeftBracket => {
                    self.nested(Self::subscript)?;
                    value = self.phrase("subscript", start);
                }
                _ => return Ok(value),
            }
        }
    }

    /// As much of a primary as there is.
    pub(super) fn beginning_of_primary(&mut self) -> Reading<Phrase> {
        let start = self.at;
        let mut value = self.atom()?;
        loop {
            let further = match self.kind()? {
                Kind::Dot => self.attempt(|cursor| {
                    cursor.advance();
                    cursor.want(Kind::Name).map(drop)
                })?,
                Kind::LeftParenthesis => self.attempt(|cursor| cursor.nested(Self::call))?,
                Kind::LeftBracket => self.attempt(|cursor| cursor.nested(Self::subscript))?,
                _ => None,
            };
            match further {
                Some(()) => value = self.phrase("attribute", start),
                None => return Ok(value),
            }
        }
    }

    fn subscript(&mut self) -> Reading<()> {
        self.want(Kind::LeftBracket)?;
        loop {
            if self.take(Kind::Star)? {
                self.value_behind_star()?;
            } else {
                self.slice()?;
            }
            if !self.take(Kind::Comma)? || self.is(Kind::RightBracket)? {
                break;
            }
        }
        self.want(Kind::RightBracket)?;
        Ok(())
    }

    fn slice(&mut self) -> Reading<()> {
        let mut parts = 0;
        loop {
            let value = begins_expression(self.kind()?);
            match value {
                true if parts == 0 => drop(self.named_expression()?),
                true => drop(self.expression()?),
                false => {}
            }
            if !self.is(Kind::Colon)? || parts == 2 {
                return if value || parts > 0 { Ok(()) } else { Err(Stop::Lost) };
            }
            self.advance();
            parts += 1;
        }
    }

    fn atom(&mut self) -> Reading<Phrase> {
        let start = self.at;
        let name = match self.kind()? {
            Kind::Name => "name",
            Kind::None => "None",
            Kind::True => "True",
            Kind::False => "False",
            Kind::Ellipsis => "ellipsis",
            kind if kind.is_number() => "literal",
            Kind::String | Kind::FStringStart => return self.strings(),
            Kind::LeftParenthesis => return self.bracketed(Self::parentheses),
            Kind::LeftBracket => return self.bracketed(Self::list),
            Kind::LeftBrace => return self.bracketed(Self::braces),
            _ => return Err(Stop::Lost),
        };
        self.advance();
        Ok(self.phrase(name, start))
    }

    fn strings(&mut self) -> Reading<Phrase> {
        let start = self.at;
        let mut name = "literal";
        let (mut bytes, mut text) = (false, false);
        loop {
            match self.kind()? {
                Kind::String => {
                    let word = self.word();
                    let prefix = &word[..word.find(['\'', '"']).unwrap_or(0)];
                    let is_bytes = prefix.contains(['b', 'B']);
                    (bytes, text) = (bytes || is_bytes, text || !is_bytes);
                    self.advance();
                }
                Kind::FStringStart => {
                    name = "f-string expression";
                    text = true;
                    self.nested(Self::fstring)?;
                }
                _ => {
                    if bytes && text {
                        self.fault("cannot mix bytes and nonbytes literals", self.token()?.span)?;
                    }
                    return Ok(self.phrase(name, start));
                }
            }
        }
    }

    /// A `yield`, if one comes next.
    pub(super) fn yield_expression(&mut self) -> Reading<Phrase> {
        let start = self.at;
        self.want(Kind::Yield)?;
        if self.take(Kind::From)? {
            self.expression()?;
        } else if self.begins_item()? {
            self.star_expressions()?;
        }
        Ok(Phrase { loose: true, ..self.phrase("yield expression", start) })
    }

    /// The right side of an assignment.
    pub(super) fn assigned_value(&mut self) -> Reading<Phrase> {
        match self.is(Kind::Yield)? {
            true => self.yield_expression(),
            false => self.star_expressions(),
        }
    }

    fn lambda(&mut self) -> Reading<Phrase> {
        let start = self.at;
        self.advance();
        self.lambda_parameters()?;
        let colon = self.want(Kind::Colon)?;
        if self.is(Kind::FStringMiddle)? {
            let message = "f-string: lambda expressions are not allowed without parentheses";
            self.fault(message, self.span(start, start + 1).to(colon))?;
        }
        self.expression()?;
        Ok(Phrase { loose: true, ..self.phrase("lambda", start) })
    }
}

/// `value = other` could be meant as `value == other`.
pub(super) fn suggests_comparison(value: &Phrase) -> bool {
    let keeps_message = matches!(
        value.name,
        "name" | "starred" | "list" | "tuple" | "generator expression" | "True" | "None" | "False"
    );
    !keeps_message && (value.grouped || !value.loose)
}

/// A token of this kind can begin an expression.
pub(super) fn begins_expression(kind: Kind) -> bool {
    kind.is_number()
        || matches!(
            kind,
            Kind::Name
                | Kind::None
                | Kind::True
                | Kind::False
                | Kind::Ellipsis
                | Kind::String
                | Kind::FStringStart
                | Kind::LeftParenthesis
                | Kind::LeftBracket
                | Kind::LeftBrace
                | Kind::Lambda
                | Kind::Not
                | Kind::Await
                | Kind::Plus
                | Kind::Minus
                | Kind::Tilde
        )
}

fn is_arithmetic(kind: Kind) -> bool {
    use Kind::*;
    matches!(kind, Plus | Minus | Star | Slash | DoubleSlash | Percent | At)
}

fn is_binary(kind: Kind) -> bool {
    is_arithmetic(kind)
        || matches!(kind, Kind::LeftShift | Kind::RightShift | Kind::Ampersand | Kind::Bar | Kind::Caret)
}
