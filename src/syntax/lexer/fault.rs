//! What the lexer finds wrong, in CPython's words.

use unicode_ident::{is_xid_continue, is_xid_start};
use unicode_normalization::UnicodeNormalization;

use super::super::error::Fault;
use super::super::location::Span;
use super::super::token::Kind;
use super::fstring::FString;
use super::{Bracket, Lexer};

impl Lexer<'_> {
    /// A character, the last one scanned, that begins no token.
    pub(super) fn unknown_character(&self) -> Fault {
        let span = self.span();
        let character = span.of(self.text).chars().next().unwrap_or('\0');
        let span = Span::new(span.start, span.start);
        match character {
            '\0' => Fault::syntax("source code cannot contain null bytes", span),
            _ => invalid_character(character, span),
        }
    }

    /// A name may hold any character beyond ASCII so far: here they are checked.
    pub(super) fn check_name(&self, span: Span) -> Result<(), Fault> {
        let text = span.of(self.text);
        if text.is_ascii() || is_identifier(text) {
            return Ok(());
        }
        for (at, character) in text.char_indices() {
            let fits = if at == 0 { is_start(character) } else { is_xid_continue(character) };
            if !fits {
                let start = span.start + at as u32;
                return Err(invalid_character(character, Span::new(start, start)));
            }
        }
        Ok(())
    }

    /// A backslash that does not end its line.
    pub(super) fn stray_backslash(&self, span: Span) -> Fault {
        if span.end as usize == self.text.len() {
            if let Some(unclosed) = self.unclosed() {
                return unclosed;
            }
            return Fault::syntax("unexpected EOF while parsing", Span::new(span.end, span.end))
                .open_ended(-1)
                .mendable();
        }
        let message = "unexpected character after line continuation character";
        Fault::syntax(message, Span::new(span.end, span.end)).open_ended(0)
    }

    /// A closing bracket without its partner.
    pub(super) fn unmatched(&self, span: Span, open: Option<Bracket>) -> Fault {
        let closing = span.of(self.text);
        let span = Span::new(span.start, span.start);
        let open = match open {
            None => return Fault::syntax(format!("unmatched '{closing}'"), span),
            Some(open) if open.is_field => {
                return Fault::syntax(format!("f-string: unmatched '{closing}'"), span);
            }
            Some(open) => open,
        };
        let opening = open.span.of(self.text);
        let (line, open_line) = (self.line(span.start), self.line(open.span.start));
        let place = if line == open_line { String::new() } else { format!(" on line {open_line}") };
        let message =
            format!("closing parenthesis '{closing}' does not match opening parenthesis '{opening}'{place}");
        Fault::syntax(message, span)
    }

    /// A bracket that is open at the end of the source.
    pub(super) fn unclosed(&self) -> Option<Fault> {
        let open = self.brackets.last()?;
        let message = format!("'{}' was never closed", open.span.of(self.text));
        Some(Fault::syntax(message, open.span).open_ended(0).mendable())
    }

    /// A literal without closing quotes; `stop` is where the search for them ended.
    pub(super) fn unterminated_string(&self, opening: Span, triple: bool, stop: usize) -> Fault {
        // In CPython the error begins at the quote when it is single, at the prefix when there are three.
        let start = opening.start;
        let span = Span::new(start, start);
        if self.enclosing_fstring(opening, triple).is_some() {
            return Fault::syntax("f-string: expecting '}'", span);
        }
        if triple {
            let line = self.line(self.text.len() as u32);
            let message = format!("unterminated triple-quoted string literal (detected at line {line})");
            return Fault::syntax(message, span).mendable();
        }
        let line = self.line(stop as u32);
        let escaped = self.text[..stop].ends_with(self.text.as_bytes()[opening.end as usize - 1] as char)
            && stop > opening.end as usize;
        let hint = if escaped { "; perhaps you escaped the end quote?" } else { "" };
        Fault::syntax(format!("unterminated string literal (detected at line {line}){hint}"), span)
    }

    /// The f-string around a quote that was meant to close it, so that a `}` is missing.
    fn enclosing_fstring(&self, opening: Span, triple: bool) -> Option<&FString> {
        let quote = *self.text.as_bytes().get(opening.end as usize - 1)?;
        self.fstrings.last().filter(|fstring| fstring.quote() == quote && fstring.triple == triple)
    }

    /// An f-string without closing quotes.
    pub(super) fn unterminated_fstring(&self, fstring: &FString, stop: usize) -> Fault {
        let start = fstring.opening.start;
        let span = Span::new(start, start);
        if fstring.triple {
            let line = self.line(self.text.len() as u32);
            let message = format!("unterminated triple-quoted f-string literal (detected at line {line})");
            return Fault::syntax(message, span).mendable();
        }
        let line = self.line(stop as u32);
        Fault::syntax(format!("unterminated f-string literal (detected at line {line})"), span)
    }

    /// What follows a number must not look like more of it.
    pub(super) fn check_number(&self, kind: Kind, span: Span) -> Result<(), Fault> {
        let rest = &self.text[span.end as usize..];
        let Some(next) = rest.chars().next() else { return Ok(()) };
        if !(next.is_ascii_alphanumeric() || next == '_' || (!next.is_ascii() && is_xid_continue(next))) {
            return Ok(());
        }
        let written = span.of(self.text);
        match (kind, next) {
            (Kind::DecimalInteger, 'x' | 'X' | 'o' | 'O' | 'b' | 'B') if written == "0" => {
                Err(self.empty_radix(span, rest))
            }
            (Kind::DecimalInteger, '0'..='9' | '_') if written.starts_with('0') => {
                Err(self.leading_zeros(span))
            }
            (Kind::OctalInteger | Kind::BinaryInteger, '_')
                if let Some(digit @ '0'..='9') = rest[1..].chars().next() =>
            {
                let message = format!("invalid digit '{digit}' in {} literal", radix_name(kind));
                Err(Fault::syntax(message, Span::new(span.end + 1, span.end + 1)))
            }
            (Kind::OctalInteger | Kind::BinaryInteger, '0'..='9') => {
                let message = format!("invalid digit '{next}' in {} literal", radix_name(kind));
                Err(Fault::syntax(message, Span::new(span.end, span.end)))
            }
            (_, 'e' | 'E') if rest[1..].starts_with(['+', '-']) => {
                Err(Fault::syntax("invalid decimal literal", Span::new(span.end + 1, span.end + 1)))
            }
            _ if begins_with_operator(rest) => Ok(()),
            _ => {
                let at = if next == '_' { span.end + 1 } else { span.end };
                let message = format!("invalid {} literal", radix_name(kind));
                Err(Fault::syntax(message, Span::new(at - 1, at - 1)))
            }
        }
    }

    /// `0x`, `0o` or `0b` without a digit behind it.
    fn empty_radix(&self, span: Span, rest: &str) -> Fault {
        let kind = match rest.as_bytes()[0].to_ascii_lowercase() {
            b'x' => Kind::HexInteger,
            b'o' => Kind::OctalInteger,
            _ => Kind::BinaryInteger,
        };
        let mut at = span.end + 1;
        let mut after = &rest[1..];
        if let Some(behind) = after.strip_prefix('_') {
            (after, at) = (behind, at + 1);
        }
        match after.chars().next() {
            Some(digit @ '0'..='9') => {
                let message = format!("invalid digit '{digit}' in {} literal", radix_name(kind));
                Fault::syntax(message, Span::new(at, at))
            }
            _ => Fault::syntax(format!("invalid {} literal", radix_name(kind)), Span::new(at - 1, at - 1)),
        }
    }

    fn leading_zeros(&self, span: Span) -> Fault {
        let rest = &self.text[span.start as usize..];
        let digits = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'_').count();
        if rest[..digits].contains("__") || rest[..digits].ends_with('_') {
            let at = span.start + digits as u32;
            return Fault::syntax("invalid decimal literal", Span::new(at - 1, at - 1));
        }
        let zeros = rest.bytes().take_while(|byte| matches!(byte, b'0' | b'_')).count();
        let message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
        Fault::syntax(message, Span::new(span.start, span.start + zeros as u32))
    }

    fn line(&self, offset: u32) -> usize {
        let offset = (offset as usize).min(self.text.len());
        let lines = memchr::memchr_iter(b'\n', &self.text.as_bytes()[..offset]).count() + 1;
        // The empty line behind the last newline is none.
        if offset == self.text.len() && self.text.ends_with('\n') { lines - 1 } else { lines }
    }
}

fn is_start(character: char) -> bool {
    character == '_' || is_xid_start(character)
}

/// A name must be one after normalisation too.
fn is_identifier(text: &str) -> bool {
    let mut characters = text.nfkc();
    characters.next().is_some_and(is_start)
        && characters.all(is_xid_continue)
        && text.chars().all(|character| is_start(character) || is_xid_continue(character))
}

fn invalid_character(character: char, span: Span) -> Fault {
    let code = character as u32;
    use unicode_general_category::GeneralCategory as C;
    let category = unicode_general_category::get_general_category(character);
    let is_printable = !matches!(
        category,
        C::Control
            | C::Format
            | C::Surrogate
            | C::PrivateUse
            | C::Unassigned
            | C::LineSeparator
            | C::ParagraphSeparator
            | C::SpaceSeparator
    );
    let message = match !is_printable {
        true => format!("invalid non-printable character U+{code:04X}"),
        false => format!("invalid character '{character}' (U+{code:04X})"),
    };
    Fault::syntax(message, span)
}

fn radix_name(kind: Kind) -> &'static str {
    match kind {
        Kind::HexInteger => "hexadecimal",
        Kind::OctalInteger => "octal",
        Kind::BinaryInteger => "binary",
        Kind::Imaginary => "imaginary",
        _ => "decimal",
    }
}

/// `1if x else y` is allowed, if frowned upon.
fn begins_with_operator(rest: &str) -> bool {
    ["and", "else", "for", "if", "in", "is", "not", "or"].iter().any(|word| rest.starts_with(word))
}
