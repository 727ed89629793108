//! Strings: literals side by side become one, and f-strings their constants and replacement fields.

use std::borrow::Cow;

use lalrpop_util::ParseError;

use super::super::ast::*;
use super::super::error::Fault;
use super::super::lexer;
use super::super::location::Span;
use super::super::token::{Kind, Token};
use super::Builder;
use super::escapes::{self, Alphabet};

type Checked<T> = Result<T, ParseError<u32, Kind, Fault>>;

/// A part of a string as it is written.
pub(crate) enum Piece {
    /// A whole string token, or the text between the fields of an f-string; not yet decoded.
    Literal(Span),
    /// A replacement field, whose format specification is not yet decoded.
    Field(Box<Field>),
    /// A complete f-string.
    FString(Vec<Expr>),
}

/// `{value=!conversion:spec}`.
pub(crate) struct Field {
    span: Span,
    value: Expr,
    debug: Option<Span>,
    conversion: Option<Conversion>,
    spec: Option<(Span, Vec<Piece>)>,
}

/// A replacement field; `debug` is the end of the `=` of `{value=}`, whose text takes in the white space behind it.
#[expect(clippy::too_many_arguments, reason = "one for each symbol of the production")]
pub(crate) fn field(
    builder: &Builder<'_>,
    start: u32,
    value_start: u32,
    value: Expr,
    debug: Option<u32>,
    conversion: Option<Conversion>,
    spec: Option<(Span, Vec<Piece>)>,
    end: u32,
) -> Piece {
    let debug = debug.map(|equal_end| {
        let behind = builder.text(Span::new(equal_end, end));
        let rest = skip_blank(behind);
        Span::new(value_start, equal_end + (behind.len() - rest.len()) as u32)
    });
    let conversion = conversion.or((debug.is_some() && spec.is_none()).then_some(Conversion::Repr));
    Piece::Field(Box::new(Field { span: Span::new(start, end), value, debug, conversion, spec }))
}

/// What follows white space and comments.
fn skip_blank(mut text: &str) -> &str {
    loop {
        text = text.trim_start_matches([' ', '\t', '\x0c', '\n']);
        match text.strip_prefix('#').and_then(|comment| comment.find('\n').map(|end| &comment[end..])) {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

/// The text of `value=` as it is shown: comments are left out.
fn without_comments(text: &str) -> Cow<'_, str> {
    if !text.contains('#') {
        return text.into();
    }
    let (mut shown, mut quote, mut in_comment) = (String::new(), None, false);
    for character in text.chars() {
        in_comment &= character != '\n';
        match (character, quote) {
            ('#', None) => in_comment = true,
            ('"' | '\'', None) if !in_comment => quote = Some(character),
            (_, Some(open)) if character == open => quote = None,
            _ => {}
        }
        if !in_comment {
            shown.push(character);
        }
    }
    shown.into()
}

/// A complete f-string; `opening` is its prefix and quotes. Escapes that are wrong are shown at its end, `closing`.
pub(crate) fn fstring(
    builder: &Builder<'_>,
    opening: Span,
    items: Vec<Piece>,
    closing: Span,
) -> Checked<Piece> {
    let raw = builder.text(opening).contains(['r', 'R']);
    Ok(Piece::FString(fstring_values(builder, items, raw, Some(closing))?))
}

/// The values of items; without a place for what is wrong with escapes, their text is it.
fn fstring_values(
    builder: &Builder<'_>,
    items: Vec<Piece>,
    raw: bool,
    place: Option<Span>,
) -> Result<Vec<Expr>, Fault> {
    let mut values = Vec::with_capacity(items.len());
    for item in items {
        match item {
            Piece::Literal(span) => values.push(fstring_text(builder, span, raw, place.unwrap_or(span))?),
            Piece::Field(field) => push_field(builder, *field, raw, &mut values)?,
            Piece::FString(mut more) => values.append(&mut more),
        }
    }
    Ok(values)
}

fn push_field(builder: &Builder<'_>, field: Field, raw: bool, values: &mut Vec<Expr>) -> Result<(), Fault> {
    if let Some(span) = field.debug {
        let text = without_comments(builder.text(span));
        values.push(text_constant(span, text.as_bytes().into(), false));
    }
    let format_spec = match field.spec {
        None => None,
        Some((span, items)) => {
            let values = merge(fstring_values(builder, items, raw, None)?);
            Some(Box::new(Expr { span, node: ExprKind::JoinedStr { values } }))
        }
    };
    let (value, conversion) = (Box::new(field.value), field.conversion);
    values.push(Expr { span: field.span, node: ExprKind::FormattedValue { value, conversion, format_spec } });
    Ok(())
}

/// Text between fields. If a doubled brace ends it, both count as its place.
fn fstring_text(builder: &Builder<'_>, span: Span, raw: bool, place: Span) -> Result<Expr, Fault> {
    let text = builder.text(span);
    let value = match raw || !text.contains('\\') {
        true => text.as_bytes().into(),
        false => escapes::decode_part(builder, text, place, builder.byte(span.end))?,
    };
    let last = text.as_bytes().last();
    let doubled = matches!(last, Some(b'{' | b'}')) && builder.byte(span.end) == last.copied();
    Ok(text_constant(Span::new(span.start, span.end + u32::from(doubled)), value, false))
}

/// The value of string tokens side by side.
pub(crate) fn concatenate(builder: &Builder<'_>, start: u32, pieces: Vec<Piece>, end: u32) -> Checked<Expr> {
    let span = Span::new(start, end);
    let is_bytes =
        |piece: &Piece| matches!(piece, Piece::Literal(span) if prefix(builder, *span).contains(['b', 'B']));
    let bytes = pieces.iter().filter(|piece| is_bytes(piece)).count();
    if bytes > 0 && bytes < pieces.len() {
        return Err(mixed_literals(builder, &pieces, end).into());
    }
    let node = if bytes > 0 {
        ExprKind::Constant(Constant::Bytes(plain_value(builder, pieces, Alphabet::Bytes)?.into()))
    } else if pieces.iter().all(|piece| matches!(piece, Piece::Literal(_))) {
        let unicode_prefix =
            matches!(&pieces[0], Piece::Literal(span) if prefix(builder, *span).contains(['u', 'U']));
        let value = plain_value(builder, pieces, Alphabet::Text)?.into();
        ExprKind::Constant(Constant::Str { value, unicode_prefix })
    } else {
        ExprKind::JoinedStr { values: joined_values(builder, pieces)? }
    };
    Ok(Expr { span, node })
}

/// The fault of mixed literals, which lies at the token behind them: there CPython has read up to.
#[cold]
fn mixed_literals(builder: &Builder<'_>, pieces: &[Piece], end: u32) -> Fault {
    for piece in pieces {
        if let Piece::Literal(span) = piece
            && prefix(builder, *span).contains(['b', 'B'])
            && let Err(fault) = literal_value(builder, *span, Alphabet::Bytes)
        {
            return fault;
        }
    }
    let lexed = lexer::scan(builder.text, false);
    let behind = |token: &&Token| token.span.start >= end && token.span.end > token.span.start;
    let span = lexed.tokens.iter().find(behind).map_or(Span::new(end, end + 1), |token| token.span);
    // The line end begins where its comment does.
    let comment = builder.text.get(end as usize..span.start as usize).and_then(|between| between.find('#'));
    let start = comment.map_or(span.start, |offset| end + offset as u32);
    Fault::syntax("cannot mix bytes and nonbytes literals", Span::new(start, span.end))
}

fn joined_values(builder: &Builder<'_>, pieces: Vec<Piece>) -> Result<Vec<Expr>, Fault> {
    let mut values = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Literal(span) => {
                let unicode_prefix = prefix(builder, span).contains(['u', 'U']);
                values.push(text_constant(
                    span,
                    literal_value(builder, span, Alphabet::Text)?,
                    unicode_prefix,
                ));
            }
            Piece::FString(mut more) => values.append(&mut more),
            Piece::Field(_) => unreachable!("fields stand only in f-strings"),
        }
    }
    Ok(merge(values))
}

/// Makes one of constants side by side and drops empty ones.
fn merge(values: Vec<Expr>) -> Vec<Expr> {
    let mut merged: Vec<Expr> = Vec::with_capacity(values.len());
    let mut values = values.into_iter().filter(|value| text_of(value) != Some(&[])).peekable();
    while let Some(first) = values.next() {
        let mut run = vec![first];
        while is_text(&run[0]) && values.peek().is_some_and(is_text) {
            run.extend(values.next());
        }
        merged.push(join(run));
    }
    merged
}

/// One constant of a run of them; a single expression is itself.
fn join(mut run: Vec<Expr>) -> Expr {
    if run.len() > 1 {
        let joined = run.iter().filter_map(text_of).flatten().copied().collect();
        run[0].span.end = run[run.len() - 1].span.end;
        if let ExprKind::Constant(Constant::Str { value, .. }) = &mut run[0].node {
            *value = joined;
        }
    }
    run.swap_remove(0)
}

fn is_text(expression: &Expr) -> bool {
    text_of(expression).is_some()
}

fn text_of(expression: &Expr) -> Option<&[u8]> {
    match &expression.node {
        ExprKind::Constant(Constant::Str { value, .. }) => Some(value),
        _ => None,
    }
}

fn text_constant(span: Span, value: Vec<u8>, unicode_prefix: bool) -> Expr {
    Expr { span, node: ExprKind::Constant(Constant::Str { value: value.into(), unicode_prefix }) }
}

fn plain_value(builder: &Builder<'_>, pieces: Vec<Piece>, alphabet: Alphabet) -> Result<Vec<u8>, Fault> {
    let mut value = Vec::new();
    for piece in pieces {
        if let Piece::Literal(span) = piece {
            value.append(&mut literal_value(builder, span, alphabet)?);
        }
    }
    Ok(value)
}

/// What stands before the quotes of a string token.
fn prefix<'s>(builder: &Builder<'s>, span: Span) -> &'s str {
    let text = builder.text(span);
    &text[..text.find(['\'', '"']).unwrap_or(0)]
}

/// The value of one string token.
fn literal_value(builder: &Builder<'_>, span: Span, alphabet: Alphabet) -> Result<Vec<u8>, Fault> {
    let prefix = prefix(builder, span);
    let quoted = &builder.text(span)[prefix.len()..];
    let quotes =
        if quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''")) { 3 } else { 1 };
    let body = &quoted[quotes..quoted.len() - quotes];
    if alphabet == Alphabet::Bytes && !body.is_ascii() {
        return Err(Fault::syntax("bytes can only contain ASCII literal characters", span));
    }
    if prefix.contains(['r', 'R']) || !body.contains('\\') {
        return Ok(body.as_bytes().into());
    }
    escapes::decode(builder, body, span, alphabet)
}
