//! Tokens to tree: drives the generated parser, and holds what its actions share.
//!
//! Invariant: the grammar holds no logic. Its actions call the modules below, one per group of productions; a check
//! that fails there is a [`Fault`].

pub(crate) mod calls;
pub(crate) mod escapes;
pub(crate) mod expressions;
pub(crate) mod fields;
pub(crate) mod numbers;
pub(crate) mod parameters;
pub(crate) mod patterns;
pub(crate) mod statements;
pub(crate) mod targets;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use hashbrown::HashSet;
use lalrpop_util::ParseError;
use unicode_normalization::UnicodeNormalization;

use super::ast::{Alias, Conversion, Expr, Identifier, Module};
use super::error::Fault;
use super::lexer::Lexed;
use super::location::Span;
use super::token::Kind;

/// The generated parser.
#[allow(clippy::all, unused_imports, unused_parens)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/python.rs"));
}

/// What the start token asked for.
pub(crate) enum Tree {
    Module(Module),
    Expression(Expr),
}

/// Why there is no tree.
pub(crate) enum Failure {
    /// A check or the lexer names the fault.
    Fault(Fault),
    /// The token at this index cannot stand where it does.
    Unexpected(usize),
}

/// Parses tokens as what `start` asks for.
pub(crate) fn parse(start: Kind, lexed: &Lexed, builder: &Builder<'_>) -> Result<Tree, Failure> {
    let taken = Cell::new(0);
    let first = Ok((0, start, 0));
    let rest = lexed.tokens.iter().take_while(|token| token.kind != Kind::EndMarker).map(|token| {
        taken.set(taken.get() + 1);
        Ok((token.span.start, token.kind, token.span.end))
    });
    let broken = lexed.fault.iter().map(|fault| Err(fault.clone()));
    let tokens = std::iter::once(first).chain(rest).chain(broken);
    generated::TopParser::new().parse(builder, tokens).map_err(|error| match error {
        ParseError::User { error } => Failure::Fault(error),
        ParseError::UnrecognizedEof { .. } => Failure::Unexpected(taken.get()),
        _ => Failure::Unexpected(taken.get() - 1),
    })
}

/// What actions share: the source, its tokens, the table of names and the warnings so far.
pub(crate) struct Builder<'s> {
    text: &'s str,
    names: RefCell<HashSet<Identifier>>,
    warnings: RefCell<Vec<Fault>>,
}

impl<'s> Builder<'s> {
    /// A builder for the tree of `text`.
    pub(crate) fn new(text: &'s str) -> Builder<'s> {
        Builder { text, names: RefCell::default(), warnings: RefCell::default() }
    }

    /// The warnings that came up.
    pub(crate) fn into_warnings(self) -> Vec<Fault> {
        self.warnings.into_inner()
    }

    /// The source under a span.
    pub(crate) fn text(&self, span: Span) -> &'s str {
        span.of(self.text)
    }

    /// The byte of the source at an offset.
    pub(crate) fn byte(&self, offset: u32) -> Option<u8> {
        self.text.as_bytes().get(offset as usize).copied()
    }

    /// The name under a span, normalised.
    pub(crate) fn name(&self, span: Span) -> Identifier {
        let text = self.text(span);
        if text.is_ascii() { self.intern(text) } else { self.intern(&text.nfkc().collect::<String>()) }
    }

    /// `left.right`.
    pub(crate) fn dotted(&self, left: &str, right: &str) -> Identifier {
        self.intern(&format!("{left}.{right}"))
    }

    /// The names of `import *`.
    pub(crate) fn import_star(&self, span: Span) -> Vec<Alias> {
        vec![Alias { span, name: self.intern("*"), asname: None }]
    }

    /// The conversion that follows a `!`.
    pub(crate) fn conversion(&self, span: Span) -> Result<Option<Conversion>, ParseError<u32, Kind, Fault>> {
        let name = self.text(span);
        if self.text[..span.start as usize].ends_with([' ', '\t', '\n', '\x0c']) {
            let message = "f-string: conversion type must come right after the exclamanation mark";
            return Err(Fault::syntax(message, span).into());
        }
        match name {
            "s" => Ok(Some(Conversion::Str)),
            "r" => Ok(Some(Conversion::Repr)),
            "a" => Ok(Some(Conversion::Ascii)),
            _ => {
                let message =
                    format!("f-string: invalid conversion character '{name}': expected 's', 'r', or 'a'");
                Err(Fault::syntax(message, span).into())
            }
        }
    }

    /// Remembers a warning.
    pub(crate) fn warn(&self, warning: Fault) {
        self.warnings.borrow_mut().push(warning);
    }

    fn intern(&self, text: &str) -> Identifier {
        let mut names = self.names.borrow_mut();
        if let Some(name) = names.get(text) {
            return name.clone();
        }
        let name: Identifier = Rc::from(text);
        names.insert(name.clone());
        name
    }
}
