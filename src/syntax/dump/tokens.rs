//! Tokens in the form of `python -m tokenize -e`: where a token stands, its kind, its text.

use super::super::lexer;
use super::super::location::Span;
use super::super::source::Source;
use super::super::token::{Kind, Token};
use super::super::{SyntaxError, decode};
use super::repr;

/// A token as the `tokenize` module has it.
pub struct Listed<'s> {
    pub name: &'static str,
    /// Line from 1, column from 0 in characters.
    pub start: (u32, u32),
    pub end: (u32, u32),
    pub text: &'s str,
}

/// The tokens of a source, comments included, up to the first fault, and that fault.
pub fn list_tokens(source: &Source) -> (Vec<Listed<'_>>, Option<SyntaxError>) {
    let lexed = lexer::scan(&source.text, true);
    let listed = lexed.tokens.iter().map(|token| {
        let (start, end) = ends(token, source);
        Listed { name: name(token.kind), start, end, text: text(token, source) }
    });
    (listed.collect(), lexed.fault.map(|fault| fault.locate(source)))
}

/// Lists the tokens of a file, comments included, one a line.
pub fn dump_tokens(bytes: &[u8], filename: &str) -> Result<String, SyntaxError> {
    let text = decode::decode(bytes, filename).map_err(|fault| fault.locate(&Source::new(filename, "")))?;
    let source = Source::new(filename, &text);
    let (tokens, error) = list_tokens(&source);
    if let Some(error) = error {
        return Err(error);
    }
    let mut out = line("0,0-0,0:", "ENCODING", "'utf-8'");
    for Listed { name, start, end, text } in &tokens {
        let place = format!("{},{}-{},{}:", start.0, start.1, end.0, end.1);
        out.push_str(&line(&place, name, &repr::text(text.as_bytes())));
    }
    Ok(out)
}

fn line(place: &str, name: &str, text: &str) -> String {
    format!("{place:<20}{name:<15}{text:<15}").trim_end().to_owned() + "\n"
}

/// Lines from 1, columns from 0 in characters. A newline ends on its own line, and indentation at the end of the text
/// stands on the line behind it.
fn ends(token: &Token, source: &Source) -> ((u32, u32), (u32, u32)) {
    let length = source.text.len() as u32;
    let position = |offset: u32| {
        let (line, column) = source.character_position(offset);
        (line, column - 1)
    };
    let start = position(token.span.start);
    match token.kind {
        Kind::Newline | Kind::BlankNewline => (start, (start.0, start.1 + 1)),
        Kind::EndMarker | Kind::Dedent
            if token.span.start == length && !source.text.ends_with('\n') && length > 0 =>
        {
            let place = (start.0 + 1, 0);
            (place, place)
        }
        _ => (start, position(token.span.end)),
    }
}

fn text<'s>(token: &Token, source: &'s Source) -> &'s str {
    let end = token.span.end.min(source.text.len() as u32);
    Span::new(token.span.start, end).of(&source.text)
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Newline => "NEWLINE",
        Kind::BlankNewline => "NL",
        Kind::Indent => "INDENT",
        Kind::Dedent => "DEDENT",
        Kind::Comment => "COMMENT",
        Kind::EndMarker => "ENDMARKER",
        Kind::Name => "NAME",
        kind if kind.is_keyword() => "NAME",
        kind if kind.is_number() => "NUMBER",
        Kind::String => "STRING",
        Kind::FStringStart => "FSTRING_START",
        Kind::FStringMiddle => "FSTRING_MIDDLE",
        Kind::FStringEnd => "FSTRING_END",
        _ => "OP",
    }
}
