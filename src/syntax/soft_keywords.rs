//! Where `match`, `case` and `type` are keywords, and which parenthesis holds the items of a `with`.
//!
//! The grammar has one token of lookahead, which these need more of. Each is decided from the tokens of its line:
//! - `match` begins a line that ends in a colon, with something between the two;
//! - `case` begins a line of the block of a `match`;
//! - `type` begins a statement and a name follows;
//! - the parenthesis behind `with` holds items if its partner comes right before the colon, and what is in it is
//!   neither empty nor something that only an expression can be (a walrus, generator, star or yield).

use super::token::{Kind, Token};

/// Changes the kinds of tokens that are keywords in their place.
pub(crate) fn resolve(tokens: &mut [Token], text: &str) {
    let mut statement_start = true;
    let mut line_start = true;
    let mut blocks = Blocks::default();
    for at in 0..tokens.len() {
        let Token { kind, span } = tokens[at];
        match kind {
            Kind::Name if statement_start => {
                tokens[at].kind = blocks.resolve_name(&tokens[at..], span.of(text), line_start);
            }
            Kind::With if is_item_list(&tokens[at + 1..]) => tokens[at + 1].kind = Kind::WithParenthesis,
            Kind::Indent => blocks.open(),
            Kind::Dedent => blocks.close(),
            _ => {}
        }
        line_start = matches!(kind, Kind::Newline | Kind::Indent | Kind::Dedent);
        statement_start = line_start || matches!(kind, Kind::Semicolon | Kind::Colon);
    }
}

/// Which of the open blocks belong to a `match`.
#[derive(Default)]
struct Blocks {
    is_match: Vec<bool>,
    match_precedes: bool,
}

impl Blocks {
    fn open(&mut self) {
        self.is_match.push(std::mem::take(&mut self.match_precedes));
    }

    fn close(&mut self) {
        self.is_match.pop();
    }

    fn resolve_name(&mut self, tokens: &[Token], name: &str, line_start: bool) -> Kind {
        match name {
            "match" if line_start && is_match_line(tokens) => {
                self.match_precedes = true;
                Kind::Match
            }
            "case" if line_start && self.is_match.last() == Some(&true) => Kind::Case,
            "type" if tokens.get(1).is_some_and(|next| next.kind == Kind::Name) => Kind::Type,
            _ => Kind::Name,
        }
    }
}

fn is_match_line(tokens: &[Token]) -> bool {
    let end = tokens.iter().position(|token| token.kind == Kind::Newline).unwrap_or(tokens.len());
    end > 2 && tokens[end - 1].kind == Kind::Colon && can_begin_subject(tokens[1].kind)
}

/// `match` is a name in `match = 1:` and `match.x:`, whatever else is wrong there.
fn can_begin_subject(kind: Kind) -> bool {
    !matches!(kind, Kind::Colon | Kind::Equal | Kind::Dot | Kind::Comma | Kind::Semicolon)
        && !kind.is_augmented_assignment()
}

/// The tokens behind a `with` begin with a parenthesis around its items.
fn is_item_list(tokens: &[Token]) -> bool {
    if tokens.first().map(|token| token.kind) != Some(Kind::LeftParenthesis) {
        return false;
    }
    let mut scan = ItemScan::default();
    for (at, token) in tokens.iter().enumerate() {
        match scan.see(token.kind) {
            None => {}
            Some(false) => return false,
            Some(true) => return at > 1 && tokens.get(at + 1).map(|next| next.kind) == Some(Kind::Colon),
        }
    }
    false
}

#[derive(Default)]
struct ItemScan {
    depth: usize,
    /// Inside the parameters of a lambda, where a star means something else.
    in_lambda: bool,
    /// The last token began an item.
    item_start: bool,
}

impl ItemScan {
    /// Looks at the next token; true at the closing parenthesis, false at what no item list contains.
    fn see(&mut self, kind: Kind) -> Option<bool> {
        let item_start = std::mem::replace(&mut self.item_start, false);
        match kind {
            _ if kind.closing().is_some() || kind == Kind::FStringStart => {
                self.depth += 1;
                self.item_start = self.depth == 1;
            }
            _ if kind.is_closing() || kind == Kind::FStringEnd => {
                self.depth -= 1;
                return (self.depth == 0).then_some(true);
            }
            Kind::Newline | Kind::EndMarker => return Some(false),
            _ if self.depth > 1 => {}
            Kind::Lambda => self.in_lambda = true,
            Kind::Colon => self.in_lambda = false,
            Kind::Comma => self.item_start = !self.in_lambda,
            Kind::ColonEqual | Kind::For | Kind::Yield => return Some(false),
            Kind::Async => return Some(false),
            Kind::Star if item_start => return Some(false),
            _ => {}
        }
        None
    }
}
