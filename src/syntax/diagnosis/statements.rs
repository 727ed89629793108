//! Mistakes in statements, line by line.

use super::super::location::Span;
use super::super::token::Kind;
use super::cursor::{Cursor, Reading, Stop};
use super::targets::Purpose;

impl Cursor<'_> {
    /// One line: simple statements, or the head of a compound one with what stands behind its colon.
    pub(super) fn line(&mut self) -> Reading<()> {
        while matches!(self.kind()?, Kind::Indent | Kind::Dedent) {
            self.advance();
        }
        if self.head()? {
            if self.is(Kind::Newline)? {
                return Ok(());
            }
            return self.simple_statements();
        }
        self.simple_statements()
    }

    /// Reads the head of a compound statement through its colon; false if there is none.
    fn head(&mut self) -> Reading<bool> {
        if self.is(Kind::Async)? {
            return match self.ahead(1) {
                Some(Kind::Def | Kind::For | Kind::With) => {
                    self.advance();
                    self.head()
                }
                _ => Err(Stop::Lost),
            };
        }
        match self.kind()? {
            Kind::If | Kind::Elif | Kind::While => {
                self.advance();
                self.named_expression()?;
                self.colon_or_newline()?;
            }
            Kind::Else | Kind::Try | Kind::Finally => {
                self.advance();
                self.demand(Kind::Colon, ":")?;
            }
            Kind::For => {
                self.advance();
                self.for_targets(false)?;
                self.star_expressions()?;
                self.colon_or_newline()?;
            }
            Kind::With => self.with_head()?,
            Kind::Except => self.except_head()?,
            Kind::Def => self.function_head()?,
            Kind::Class => self.class_head()?,
            Kind::Match => {
                self.advance();
                self.star_named_list()?;
                self.colon_or_newline()?;
            }
            Kind::Case => self.case_head()?,
            Kind::At => {
                self.advance();
                self.named_expression()?;
            }
            Kind::Name if self.word() == "match" => return self.match_without_colon(),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The colon of a head. If the line ends instead, that is what was forgotten.
    pub(super) fn colon_or_newline(&mut self) -> Reading<()> {
        match self.kind()? {
            Kind::Newline => self.demand(Kind::Colon, ":")?,
            _ => self.want(Kind::Colon)?,
        };
        Ok(())
    }

    fn star_named_list(&mut self) -> Reading<()> {
        loop {
            self.star_named_expression()?;
            if !self.take(Kind::Comma)? || !self.begins_item()? {
                return Ok(());
            }
        }
    }

    fn match_without_colon(&mut self) -> Reading<bool> {
        let start = self.at;
        self.advance();
        let subject = self.attempt(Self::star_named_list)?;
        if subject.is_some() && self.is(Kind::Newline)? {
            self.demand(Kind::Colon, ":")?;
        }
        self.at = start;
        Ok(false)
    }

    fn with_head(&mut self) -> Reading<()> {
        self.want(Kind::With)?;
        let found = self.has_items_in_parentheses()?;
        let grouped = found || self.take(Kind::WithParenthesis)?;
        loop {
            self.with_item()?;
            if !self.take(Kind::Comma)? || !self.begins_item()? {
                break;
            }
        }
        if found && !self.is(Kind::RightParenthesis)? {
            self.fault("invalid syntax", self.token()?.span)?;
        }
        if grouped {
            self.want(Kind::RightParenthesis)?;
        }
        if found && !matches!(self.kind()?, Kind::Colon | Kind::Newline) {
            self.fault("invalid syntax", self.token()?.span)?;
        }
        self.colon_or_newline()
    }

    /// Without its colon the parenthesis around items looks like that of an expression. A target can stand in items only.
    fn has_items_in_parentheses(&mut self) -> Reading<bool> {
        if !self.is(Kind::LeftParenthesis)? {
            return Ok(false);
        }
        let start = self.at;
        self.advance();
        let item = self.attempt(Self::expression)?;
        let has_target = item.is_some() && matches!(self.kind()?, Kind::As | Kind::Comma);
        let found = has_target && (self.is(Kind::As)? || self.attempt(Self::rest_of_items)?.is_some());
        self.at = if found { start + 1 } else { start };
        Ok(found)
    }

    fn rest_of_items(&mut self) -> Reading<()> {
        loop {
            if self.is(Kind::As)? {
                return Ok(());
            }
            if !self.take(Kind::Comma)? || !self.begins_item()? {
                break;
            }
            self.expression()?;
        }
        self.want(Kind::RightParenthesis)?;
        self.want(Kind::Newline)?;
        Ok(())
    }

    fn with_item(&mut self) -> Reading<()> {
        self.expression()?;
        if self.take(Kind::As)? {
            let target = self.star_expression()?;
            if matches!(self.kind()?, Kind::Comma | Kind::RightParenthesis | Kind::Colon) {
                self.check_targets(&target, Purpose::Assignment)?;
            }
        }
        Ok(())
    }

    fn except_head(&mut self) -> Reading<()> {
        let start = self.at;
        self.want(Kind::Except)?;
        let star = self.take(Kind::Star)?;
        self.check_mixed_handlers(start, star)?;
        if matches!(self.kind()?, Kind::Newline | Kind::Colon) {
            if star {
                self.fault("expected one or more exception types", self.token()?.span)?;
            }
            return self.colon_or_newline();
        }
        let first = self.expression()?;
        if self.is(Kind::Comma)? {
            self.several_exceptions(first.span)?;
        }
        if self.take(Kind::As)? {
            self.want(Kind::Name)?;
        }
        self.colon_or_newline()
    }

    /// `except A, B:`.
    fn several_exceptions(&mut self, first: Span) -> Reading<()> {
        let mut last = first;
        while self.take(Kind::Comma)? && self.begins_item()? {
            last = self.expression()?.span;
        }
        if self.take(Kind::As)? {
            last = self.want(Kind::Name)?;
        }
        if self.is(Kind::Colon)? {
            self.fault("multiple exception types must be parenthesized", first.to(last))?;
        }
        Err(Stop::Lost)
    }

    fn simple_statements(&mut self) -> Reading<()> {
        loop {
            self.simple_statement()?;
            if !self.take(Kind::Semicolon)? || self.is(Kind::Newline)? {
                break;
            }
        }
        self.want(Kind::Newline)?;
        Ok(())
    }

    fn simple_statement(&mut self) -> Reading<()> {
        match self.kind()? {
            Kind::Pass | Kind::Break | Kind::Continue => self.advance(),
            Kind::Return => {
                self.advance();
                if self.begins_item()? {
                    self.star_expressions()?;
                }
            }
            Kind::Raise => {
                self.advance();
                if self.begins_item()? {
                    self.expression()?;
                    if self.take(Kind::From)? {
                        self.expression()?;
                    }
                }
            }
            Kind::Assert => {
                self.advance();
                self.expression()?;
                if self.take(Kind::Comma)? {
                    self.expression()?;
                }
            }
            Kind::Del => {
                self.advance();
                let targets = self.star_expressions()?;
                self.check_targets(&targets, Purpose::Deletion)?;
            }
            Kind::Global | Kind::Nonlocal => {
                self.advance();
                self.want(Kind::Name)?;
                while self.take(Kind::Comma)? {
                    self.want(Kind::Name)?;
                }
            }
            Kind::Import => self.import()?,
            Kind::From => self.import_from()?,
            Kind::Type => self.type_alias()?,
            _ => self.expression_statement()?,
        }
        Ok(())
    }

    fn import(&mut self) -> Reading<()> {
        let start = self.at;
        self.want(Kind::Import)?;
        self.demand_names()?;
        loop {
            self.dotted_name()?;
            if self.take(Kind::As)? {
                self.want(Kind::Name)?;
            }
            if !self.take(Kind::Comma)? {
                break;
            }
        }
        if self.take(Kind::From)? {
            self.dotted_name()?;
            let span = self.span(start, self.at);
            self.fault("Did you mean to use 'from ... import ...' instead?", span)?;
        }
        Ok(())
    }

    fn demand_names(&mut self) -> Reading<()> {
        match self.kind()? {
            Kind::Newline => {
                let newline = self.token()?.span;
                let place = Span::new(newline.start, newline.end - 1);
                self.fault("Expected one or more names after 'import'", place)
            }
            _ => Ok(()),
        }
    }

    fn dotted_name(&mut self) -> Reading<()> {
        self.want(Kind::Name)?;
        while self.take(Kind::Dot)? {
            self.want(Kind::Name)?;
        }
        Ok(())
    }

    fn import_from(&mut self) -> Reading<()> {
        self.want(Kind::From)?;
        let dots = self.at;
        while self.take(Kind::Dot)? || self.take(Kind::Ellipsis)? {}
        if self.at == dots || self.is(Kind::Name)? {
            self.dotted_name()?;
        }
        self.want(Kind::Import)?;
        self.demand_names()?;
        if self.take(Kind::Star)? {
            return Ok(());
        }
        let grouped = self.take(Kind::LeftParenthesis)?;
        self.imported_names(grouped)?;
        if grouped {
            self.want(Kind::RightParenthesis)?;
        }
        Ok(())
    }

    fn imported_names(&mut self, grouped: bool) -> Reading<()> {
        loop {
            self.want(Kind::Name)?;
            if self.take(Kind::As)? {
                self.want(Kind::Name)?;
            }
            if !self.take(Kind::Comma)? || (grouped && self.is(Kind::RightParenthesis)?) {
                return Ok(());
            }
            if self.is(Kind::Newline)? {
                let message = "trailing comma not allowed without surrounding parentheses";
                self.fault(message, self.token()?.span)?;
            }
        }
    }

    fn type_alias(&mut self) -> Reading<()> {
        self.want(Kind::Type)?;
        self.want(Kind::Name)?;
        self.type_parameters()?;
        self.want(Kind::Equal)?;
        self.expression()?;
        Ok(())
    }
}
