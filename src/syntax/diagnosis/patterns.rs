//! Mistakes in the heads of `case` blocks.

use super::super::token::Kind;
use super::cursor::{Cursor, Reading, Stop};

impl Cursor<'_> {
    /// The patterns themselves are passed over: only a missing colon and wrong names behind `as` are looked for.
    pub(super) fn case_head(&mut self) -> Reading<()> {
        self.want(Kind::Case)?;
        let mut level = 0;
        loop {
            match self.kind()? {
                Kind::Newline | Kind::EndMarker => {
                    self.demand(Kind::Colon, ":")?;
                }
                Kind::If if level == 0 => {
                    self.advance();
                    self.named_expression()?;
                    return self.colon_or_newline();
                }
                Kind::Colon if level == 0 => break,
                Kind::As => {
                    self.advance();
                    self.pattern_target()?;
                    continue;
                }
                kind if kind.closing().is_some() => level += 1,
                kind if kind.is_closing() => level -= 1,
                _ => {}
            }
            self.advance();
        }
        self.want(Kind::Colon)?;
        Ok(())
    }

    fn pattern_target(&mut self) -> Reading<()> {
        if self.word() == "_" {
            self.fault("cannot use '_' as a target", self.token()?.span)?;
        }
        if self.is(Kind::Name)? {
            self.advance();
            return Ok(());
        }
        let target = match self.attempt(Self::expression)? {
            Some(target) => target,
            None => return Err(Stop::Lost),
        };
        match target.name {
            "name" => Ok(()),
            _ => self.fault("invalid pattern target", target.span),
        }
    }
}
