//! Bounds how deep a tree can become, before it is built: what walks a tree may then recurse.
//!
//! Brackets and blocks are bounded by the lexer, but operators, calls, lambdas and conditions nest without them. Their
//! number since the last comma bounds the nesting of what they form. What is flat in the tree (`and`, `or`) starts the
//! count anew. The bound is generous where it is not exact.

use super::ast::MAX_DEPTH;
use super::error::{Fault, SyntaxErrorKind};
use super::token::{Kind, Token};

/// Fails at the token that could make the tree deeper than [`MAX_DEPTH`].
pub(crate) fn check(tokens: &[Token]) -> Result<(), Fault> {
    let mut outer: Vec<Level> = Vec::new();
    let mut level = Level::default();
    for token in tokens {
        match token.kind {
            kind if opens(kind) => {
                // Strings side by side do not nest, but each call of a chain does.
                let chained = u32::from(kind != Kind::FStringStart);
                outer.push(Level { depth: level.depth + chained, ..level });
                level = level.inner();
            }
            kind if closes(kind) => level = outer.pop().unwrap_or_default(),
            Kind::Comma | Kind::Newline | Kind::Semicolon | Kind::FStringMiddle => level = level.fresh(),
            Kind::And | Kind::Or => level.depth = level.floor,
            Kind::Lambda | Kind::If | Kind::Equal => {
                level.floor += 1;
                level.depth = level.floor.max(level.depth + 1);
            }
            kind if nests(kind) => level.depth += 1,
            _ => {}
        }
        if level.depth as usize > MAX_DEPTH {
            let message = "Parser stack overflowed - Python source too complex to parse";
            return Err(Fault::new(SyntaxErrorKind::TooComplex, message, token.span));
        }
    }
    Ok(())
}

/// The nesting between one pair of brackets.
#[derive(Clone, Copy, Default)]
struct Level {
    /// Where the brackets themselves stand.
    base: u32,
    /// What binds more loosely than `or` has nested so far.
    floor: u32,
    depth: u32,
}

impl Level {
    fn inner(self) -> Level {
        let base = self.depth + 2;
        Level { base, floor: base, depth: base }
    }

    fn fresh(self) -> Level {
        Level { floor: self.base, depth: self.base, ..self }
    }
}

fn opens(kind: Kind) -> bool {
    kind.closing().is_some() || matches!(kind, Kind::FStringStart | Kind::Indent)
}

fn closes(kind: Kind) -> bool {
    kind.is_closing() || matches!(kind, Kind::FStringEnd | Kind::Dedent)
}

fn nests(kind: Kind) -> bool {
    match kind {
        Kind::Dot | Kind::Not | Kind::Await | Kind::Yield | Kind::At | Kind::ColonEqual => true,
        _ => (Kind::Plus as u8..=Kind::Tilde as u8).contains(&(kind as u8)),
    }
}
