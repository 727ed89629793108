//! Mistakes in targets: what cannot be assigned to, deleted or annotated.

use super::super::token::Kind;
use super::cursor::{Cursor, Phrase, Reading, Stop};
use super::expressions::suggests_comparison;

/// What a target is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Assignment,
    Loop,
    Deletion,
}

impl Cursor<'_> {
    /// Reports the first part of a phrase that cannot be a target.
    pub(super) fn check_targets(&self, phrase: &Phrase, purpose: Purpose) -> Reading<()> {
        let Some(wrong) = invalid_target(phrase, purpose) else { return Ok(()) };
        let verb = if purpose == Purpose::Deletion { "delete" } else { "assign to" };
        self.fault(format!("cannot {verb} {}", wrong.name), wrong.span)
    }

    /// A statement that begins with an expression: an assignment of some kind, or that expression alone.
    pub(super) fn expression_statement(&mut self) -> Reading<()> {
        let start = self.at;
        let value = self.assigned_value()?;
        match self.kind()? {
            Kind::Equal => self.assignment(value),
            Kind::Colon => self.annotation(start, &value),
            kind if kind.is_augmented_assignment() => {
                if !matches!(value.name, "name" | "attribute" | "subscript") {
                    let message =
                        format!("'{}' is an illegal expression for augmented assignment", value.name);
                    self.fault(message, value.span)?;
                }
                self.advance();
                self.assigned_value().map(|_| ())
            }
            _ => Ok(()),
        }
    }

    fn assignment(&mut self, first: Phrase) -> Reading<()> {
        match first.parts.last() {
            Some(last) if !first.grouped && first.tokens.1 == last.tokens.1 => self.meant_comparison(last)?,
            _ => self.meant_comparison(&first)?,
        }
        let mut target = first;
        while self.is(Kind::Equal)? {
            self.advance();
            if target.name == "yield expression" && !target.grouped {
                self.fault("assignment to yield expression not possible", target.span)?;
            }
            self.check_targets(&target, Purpose::Assignment)?;
            target = self.assigned_value()?;
        }
        Ok(())
    }

    /// `f() = 1`: the value behind shows that `==` could be meant.
    fn meant_comparison(&mut self, target: &Phrase) -> Reading<()> {
        if matches!(target.name, "attribute" | "subscript") || !suggests_comparison(target) {
            return Ok(());
        }
        let here = self.at;
        self.advance();
        let value = self.attempt(Self::bitwise_or)?;
        let chained = matches!(self.kind()?, Kind::Equal | Kind::ColonEqual);
        self.at = here;
        if value.is_none() || chained {
            return Ok(());
        }
        let message = format!("cannot assign to {} here. Maybe you meant '==' instead of '='?", target.name);
        self.fault(message, target.span)
    }

    fn annotation(&mut self, start: usize, target: &Phrase) -> Reading<()> {
        let here = self.at;
        self.advance();
        let annotation = self.attempt(Self::expression)?;
        if annotation.is_none() {
            self.at = here;
            return Err(Stop::Lost);
        }
        match target.name {
            "name" | "attribute" | "subscript" => {}
            "tuple"
                if self.word_at(start) != "("
                    || target.parts.first().is_some_and(|part| part.tokens.0 == start) =>
            {
                let first = target.parts.first().map_or(target.span, |first| first.span);
                self.fault("only single target (not tuple) can be annotated", first)?;
            }
            "list" | "tuple" => {
                let message = format!("only single target (not {}) can be annotated", target.name);
                self.fault(message, target.span)?;
            }
            _ => self.fault("illegal target for annotation", target.span)?,
        }
        self.at = here + 1;
        self.expression()?;
        if self.take(Kind::Equal)? {
            self.assigned_value()?;
        }
        Ok(())
    }
}

fn invalid_target(phrase: &Phrase, purpose: Purpose) -> Option<&Phrase> {
    match phrase.name {
        "name" | "attribute" | "subscript" => None,
        "list" | "tuple" => phrase.parts.iter().find_map(|part| invalid_target(part, purpose)),
        "starred" if purpose != Purpose::Deletion => invalid_target(&phrase.parts[0], purpose),
        "comparison" if purpose == Purpose::Loop && !phrase.parts.is_empty() => {
            invalid_target(&phrase.parts[0], purpose)
        }
        _ => Some(phrase),
    }
}
