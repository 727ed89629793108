//! Replacement templates: text with references to groups.

use super::escapes;
use super::source::{Fault, Read, Source, Token, digit, is_letter, number_of, shown, text_of};
use crate::object::text;
use crate::types::str::repr;

/// A part of a template.
pub enum Piece {
    Literal(Vec<u8>),
    Group(usize),
}

/// What a template needs to know of its pattern.
pub struct Groups<'a> {
    /// Without the whole match.
    pub count: usize,
    pub names: &'a [(Vec<u32>, usize)],
    pub is_text: bool,
}

struct Template<'a> {
    source: Source<'a>,
    groups: &'a Groups<'a>,
    pieces: Vec<Piece>,
    literal: Vec<u8>,
}

/// Reads a template.
pub fn parse(characters: &[u32], groups: &Groups<'_>) -> Read<Vec<Piece>> {
    let source = Source::new(characters, groups.is_text)?;
    let mut template = Template { source, groups, pieces: Vec::new(), literal: Vec::new() };
    while let Some(token) = template.source.take()? {
        match token {
            Token::Plain(point) => template.push(point),
            Token::Escape(point) => template.escape(point)?,
        }
    }
    template.end_literal();
    Ok(template.pieces)
}

impl Template<'_> {
    fn push(&mut self, point: u32) {
        if self.groups.is_text {
            text::encode(point, &mut self.literal);
        } else {
            self.literal.push(point as u8);
        }
    }

    fn end_literal(&mut self) {
        if !self.literal.is_empty() {
            self.pieces.push(Piece::Literal(std::mem::take(&mut self.literal)));
        }
    }

    fn group(&mut self, number: u64, back: usize) -> Read<()> {
        if number > self.groups.count as u64 {
            return Err(self.source.fault(format!("invalid group reference {number}"), back));
        }
        self.end_literal();
        self.pieces.push(Piece::Group(number as usize));
        Ok(())
    }

    fn escape(&mut self, point: u32) -> Read<()> {
        if point == 'g' as u32 {
            return self.named();
        }
        if point == '0' as u32 {
            let digits = self.source.digits(2, 8)?;
            self.push(u32::from_str_radix(&digits, 8).unwrap_or(0) & 0xFF);
            return Ok(());
        }
        if digit(point, 10).is_some() {
            return self.numbered(point);
        }
        match escapes::plain(point) {
            Some(code) => self.push(code),
            None if is_letter(point) => {
                return Err(self.source.fault(format!("bad escape \\{}", shown(point)), 2));
            }
            None => {
                self.push('\\' as u32);
                self.push(point);
            }
        }
        Ok(())
    }

    fn numbered(&mut self, point: u32) -> Read<()> {
        let mut digits = shown(point);
        digits += &self.source.digits(1, 10)?;
        let is_octal =
            digits.len() == 2 && digits.bytes().all(|digit| digit < b'8') && self.source.comes_digit(8);
        if is_octal {
            digits += &self.source.digits(1, 8)?;
            let code = u32::from_str_radix(&digits, 8).unwrap_or(u32::MAX);
            if code > 0o377 {
                let message = format!("octal escape value \\{digits} outside of range 0-0o377");
                return Err(self.source.fault(message, 4));
            }
            self.push(code);
            return Ok(());
        }
        self.group(digits.parse().unwrap_or(u64::MAX), digits.len())
    }

    fn named(&mut self) -> Read<()> {
        if !self.source.matches('<')? {
            return Err(self.source.fault("missing <", 0));
        }
        let name = self.source.until('>', "group name")?;
        if let Some(number) = number_of(&name) {
            return self.group(number, name.len() + 1);
        }
        self.source.check_name(&name, 1)?;
        match self.groups.names.iter().find(|(known, _)| *known == name) {
            Some((_, number)) => self.group(*number as u64, name.len() + 1),
            None => Err(Fault::Index(format!("unknown group name {}", repr::of(&text_of(&name))))),
        }
    }
}
