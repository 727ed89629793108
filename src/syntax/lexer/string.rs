//! The ends of string and bytes literals.

use super::super::error::Fault;
use super::super::location::Span;
use super::super::token::Kind;
use super::Lexer;

impl Lexer<'_> {
    /// Finds the end of a literal; `opening` is its prefix and first quote.
    pub(super) fn string(&mut self, opening: Span) -> Result<(), Fault> {
        let bytes = self.text.as_bytes();
        let quote = bytes[opening.end as usize - 1];
        let triple = is_tripled(bytes, opening.end as usize, quote);
        let body = opening.end as usize + if triple { 2 } else { 0 };
        let end = match triple {
            true => end_of_triple(bytes, body, quote),
            false => end_of_single(bytes, body, quote),
        };
        match end {
            Ok(end) => {
                self.raw.bump(end - opening.end as usize);
                self.push(Kind::String, Span::new(opening.start, end as u32));
                Ok(())
            }
            Err(stop) => Err(self.unterminated_string(opening, triple, stop)),
        }
    }
}

/// Two more quotes follow the one before `position`.
pub(super) fn is_tripled(bytes: &[u8], position: usize, quote: u8) -> bool {
    bytes.get(position..position + 2) == Some(&[quote, quote])
}

/// One past the closing quote, or where the line ends without it.
fn end_of_single(bytes: &[u8], body: usize, quote: u8) -> Result<usize, usize> {
    let mut at = body;
    while let Some(skip) = memchr::memchr3(quote, b'\\', b'\n', &bytes[at..]) {
        at += skip;
        match bytes[at] {
            b'\\' => at = (at + 2).min(bytes.len()),
            b'\n' => return Err(at),
            _ => return Ok(at + 1),
        }
    }
    Err(bytes.len())
}

/// One past the closing quotes, or the end of the source.
fn end_of_triple(bytes: &[u8], body: usize, quote: u8) -> Result<usize, usize> {
    let mut at = body;
    while let Some(skip) = memchr::memchr2(quote, b'\\', &bytes[at..]) {
        at += skip;
        match bytes[at] {
            b'\\' => at = (at + 2).min(bytes.len()),
            _ if is_tripled(bytes, at + 1, quote) => return Ok(at + 3),
            _ => at += 1,
        }
    }
    Err(bytes.len())
}
