//! What to colour in a source that someone is typing: keywords, numbers, strings and comments.

use super::lexer;
use super::token::Kind;

/// What a stretch of source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Keyword,
    Number,
    /// A string, or an f-string without its fields.
    Text,
    Comment,
}

/// The stretches of a source that have a class, in their order, as ranges of bytes. What stands after a mistake has
/// none.
pub fn stretches(text: &str) -> Vec<(Class, std::ops::Range<usize>)> {
    let lexed = lexer::scan(text, true);
    let found = lexed.tokens.iter().filter_map(|token| {
        let class = match token.kind {
            Kind::String | Kind::FStringStart | Kind::FStringMiddle | Kind::FStringEnd => Class::Text,
            Kind::Comment => Class::Comment,
            kind if kind.is_keyword() => Class::Keyword,
            kind if kind.is_number() => Class::Number,
            _ => return None,
        };
        let (start, end) = (token.span.start as usize, (token.span.end as usize).min(text.len()));
        (start < end).then_some((class, start..end))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_and_places() {
        let text = "if é: f'a{1}b' # end";
        let shown: Vec<_> = stretches(text).into_iter().map(|(class, range)| (class, &text[range])).collect();
        assert_eq!(
            shown,
            [
                (Class::Keyword, "if"),
                (Class::Text, "f'"),
                (Class::Text, "a"),
                (Class::Number, "1"),
                (Class::Text, "b"),
                (Class::Text, "'"),
                (Class::Comment, "# end"),
            ]
        );
    }

    #[test]
    fn a_string_without_its_end_is_no_mishap() {
        assert_eq!(stretches("x = 'abc").len(), 0);
    }
}
