//! The values of number literals. The lexer has checked their form.

use std::borrow::Cow;

use dashu_int::UBig;
use lalrpop_util::ParseError;

use super::super::ast::{Constant, Expr};
use super::super::error::Fault;
use super::super::location::Span;
use super::super::token::Kind;
use super::{Builder, expressions};

/// The most decimal digits that are converted; it bounds the time that the conversion takes.
const MAX_DECIMAL_DIGITS: usize = 4300;

impl Builder<'_> {
    /// An integer in a base of 2, 8, 10 or 16, the prefix of the base still in front.
    pub(crate) fn integer(
        &self,
        start: u32,
        radix: u32,
        end: u32,
    ) -> Result<Expr, ParseError<u32, Kind, Fault>> {
        let span = Span::new(start, end);
        self.warn_of_keyword_behind(
            span,
            match radix {
                2 => "binary",
                8 => "octal",
                16 => "hexadecimal",
                _ => "decimal",
            },
        );
        let digits = without_underscores(self.text(span));
        let digits = if radix == 10 { &*digits } else { &digits[2..] };
        let value = match i64::from_str_radix(digits, radix) {
            Ok(value) => Constant::Int(value),
            Err(_) => big_integer(digits, radix, span)?,
        };
        Ok(expressions::constant(start, value, end))
    }

    /// A float.
    pub(crate) fn float(&self, start: u32, end: u32) -> Expr {
        self.warn_of_keyword_behind(Span::new(start, end), "decimal");
        let value = self.decimal(start, end);
        expressions::constant(start, Constant::Float(value), end)
    }

    /// An imaginary number, with its `j`.
    pub(crate) fn imaginary(&self, start: u32, end: u32) -> Expr {
        self.warn_of_keyword_behind(Span::new(start, end), "imaginary");
        let value = self.decimal(start, end - 1);
        expressions::constant(start, Constant::Imaginary(value), end)
    }

    /// A keyword right behind a number is read as one, with a warning.
    fn warn_of_keyword_behind(&self, span: Span, kind: &str) {
        let behind = &self.text.as_bytes()[span.end as usize..];
        let keywords = ["and", "else", "for", "if", "in", "is", "not", "or"];
        if keywords.iter().any(|keyword| behind.starts_with(keyword.as_bytes())) {
            self.warn(Fault::syntax(format!("invalid {kind} literal"), span));
        }
    }

    fn decimal(&self, start: u32, end: u32) -> f64 {
        let text = without_underscores(self.text(Span::new(start, end)));
        text.parse().expect("what the lexer takes for a float is one for Rust too")
    }
}

fn big_integer(digits: &str, radix: u32, span: Span) -> Result<Constant, Fault> {
    let digits = digits.trim_start_matches('0');
    if radix == 10 && digits.len() > MAX_DECIMAL_DIGITS {
        let message = format!(
            "Exceeds the limit ({MAX_DECIMAL_DIGITS} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer \
             literals to avoid decimal conversion limits.",
            digits.len()
        );
        return Err(Fault::syntax(message, span));
    }
    let value = UBig::from_str_radix(digits, radix).expect("the lexer checked the digits");
    Ok(Constant::BigInt(value.in_radix(16).to_string().into()))
}

fn without_underscores(text: &str) -> Cow<'_, str> {
    if text.contains('_') { text.replace('_', "").into() } else { text.into() }
}
