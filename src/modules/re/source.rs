//! The characters of a pattern or of a template, a character or a backslash with the next one at a time.

use crate::object::{Raised, Text};
use crate::types::str::predicates;
use crate::types::str::repr;

/// Why a pattern is no pattern.
pub enum Fault {
    /// `re.PatternError`, with a position if it has one.
    Error(String, Option<usize>),
    /// OverflowError.
    TooLarge(&'static str),
    /// ValueError.
    Value(&'static str),
    /// IndexError.
    Index(String),
    Raised(Raised),
}

/// What comes of reading.
pub type Read<T> = Result<T, Fault>;

impl From<Raised> for Fault {
    fn from(raised: Raised) -> Fault {
        Fault::Raised(raised)
    }
}

/// A character, or a backslash and a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    Plain(u32),
    Escape(u32),
}

impl Token {
    /// How many characters it is.
    pub fn length(self) -> usize {
        match self {
            Token::Plain(_) => 1,
            Token::Escape(_) => 2,
        }
    }

    /// As written.
    pub fn shown(self) -> String {
        match self {
            Token::Plain(point) => shown(point),
            Token::Escape(point) => format!("\\{}", shown(point)),
        }
    }

    /// Is it this character, unescaped?
    pub fn is(self, character: char) -> bool {
        self == Token::Plain(character.into())
    }
}

/// A character for a message.
pub fn shown(point: u32) -> String {
    char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER).into()
}

/// The text of characters.
pub fn text_of(points: &[u32]) -> Text {
    let mut bytes = Vec::with_capacity(points.len());
    points.iter().for_each(|&point| crate::object::text::encode(point, &mut bytes));
    Text::from_vector(bytes)
}

/// The characters that are still to be read.
pub struct Source<'a> {
    pub characters: &'a [u32],
    pub is_text: bool,
    at: usize,
}

impl<'a> Source<'a> {
    /// From the beginning.
    pub fn new(characters: &'a [u32], is_text: bool) -> Read<Source<'a>> {
        let source = Source { characters, is_text, at: 0 };
        source.check()?;
        Ok(source)
    }

    /// A backslash must not be the last character.
    fn check(&self) -> Read<()> {
        if self.characters[self.at..] == ['\\' as u32] {
            return Err(Fault::Error("bad escape (end of pattern)".into(), Some(self.at)));
        }
        Ok(())
    }

    /// Where the next token begins.
    pub fn tell(&self) -> usize {
        self.at
    }

    /// Goes back.
    pub fn seek(&mut self, at: usize) {
        self.at = at;
    }

    /// The next token, which stays there.
    pub fn peek(&self) -> Option<Token> {
        match self.characters.get(self.at..)? {
            [] => None,
            [first, second, ..] if *first == '\\' as u32 => Some(Token::Escape(*second)),
            [first, ..] => Some(Token::Plain(*first)),
        }
    }

    /// Is this the next character?
    pub fn comes(&self, character: char) -> bool {
        self.peek().is_some_and(|next| next.is(character))
    }

    /// Is the next token a digit below `base`?
    pub fn comes_digit(&self, base: u32) -> bool {
        matches!(self.peek(), Some(Token::Plain(point)) if digit(point, base).is_some())
    }

    /// Takes the next token.
    pub fn take(&mut self) -> Read<Option<Token>> {
        let next = self.peek();
        self.at += next.map_or(0, Token::length);
        self.check()?;
        Ok(next)
    }

    /// Takes the next character if it is this one.
    pub fn matches(&mut self, character: char) -> Read<bool> {
        let comes = self.comes(character);
        if comes {
            self.take()?;
        }
        Ok(comes)
    }

    /// Takes at most so many digits below `base`.
    pub fn digits(&mut self, most: usize, base: u32) -> Read<String> {
        let mut digits = String::new();
        while digits.len() < most
            && let Some(Token::Plain(point)) = self.peek()
            && digit(point, base).is_some()
        {
            digits.push_str(&shown(point));
            self.take()?;
        }
        Ok(digits)
    }

    /// Takes what stands before a terminator, and the terminator.
    pub fn until(&mut self, terminator: char, name: &str) -> Read<Vec<u32>> {
        let mut found = Vec::new();
        loop {
            let Some(next) = self.take()? else {
                if found.is_empty() {
                    return Err(self.fault(format!("missing {name}"), 0));
                }
                let message = format!("missing {terminator}, unterminated name");
                return Err(self.fault(message, found.len()));
            };
            if next.is(terminator) {
                if found.is_empty() {
                    return Err(self.fault(format!("missing {name}"), 1));
                }
                return Ok(found);
            }
            match next {
                Token::Plain(point) => found.push(point),
                Token::Escape(point) => found.extend(['\\' as u32, point]),
            }
        }
    }

    /// The error that something so many characters back is wrong.
    pub fn fault(&self, message: impl Into<String>, back: usize) -> Fault {
        let mut message = message.into();
        if !self.is_text {
            message = escaped(&message);
        }
        Fault::Error(message, Some(self.at.saturating_sub(back)))
    }

    /// A name must be an identifier.
    pub fn check_name(&self, name: &[u32], back: usize) -> Read<()> {
        let is_ascii = name.iter().all(|&point| point < 128);
        let text = text_of(name);
        if (self.is_text || is_ascii) && predicates::is_identifier(&text) {
            return Ok(());
        }
        let shown = repr::of(&text);
        let shown = if self.is_text { shown } else { escaped(&shown) };
        Err(self.fault(format!("bad character in group name {shown}"), name.len() + back))
    }
}

fn escaped(text: &str) -> String {
    let escape = |point: char| match point as u32 {
        0..0x80 => point.to_string(),
        0x80..0x100 => format!("\\x{:02x}", point as u32),
        0x100..0x10000 => format!("\\u{:04x}", point as u32),
        _ => format!("\\U{:08x}", point as u32),
    };
    text.chars().map(escape).collect()
}

/// The value of an ASCII digit below `base`.
pub fn digit(point: u32, base: u32) -> Option<u32> {
    char::from_u32(point).filter(char::is_ascii)?.to_digit(base)
}

/// The number that is a name, if it is one in decimal digits.
pub fn number_of(name: &[u32]) -> Option<u64> {
    if name.is_empty() {
        return None;
    }
    name.iter().try_fold(0u64, |number, &point| {
        let digit = digit(point, 10)?;
        Some(number.saturating_mul(10).saturating_add(digit.into()))
    })
}

/// Is it an ASCII letter?
pub fn is_letter(point: u32) -> bool {
    char::from_u32(point).is_some_and(|point| point.is_ascii_alphabetic())
}
