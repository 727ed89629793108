//! The tree of a regular expression, and how wide what it matches can be.
//!
//! Knows no objects of the interpreter.

/// The flags of `re`, with its values.
pub mod flags {
    pub const IGNORECASE: u32 = 2;
    pub const LOCALE: u32 = 4;
    pub const MULTILINE: u32 = 8;
    pub const DOTALL: u32 = 16;
    pub const UNICODE: u32 = 32;
    pub const VERBOSE: u32 = 64;
    pub const ASCII: u32 = 256;
    /// Of these one holds at a time.
    pub const TYPES: u32 = ASCII | LOCALE | UNICODE;
}

/// No upper limit of repetitions.
pub const ENDLESS: u32 = u32::MAX;

/// A set of characters that goes by their nature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    Digit,
    Space,
    Word,
}

/// A part of a character set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Literal(u32),
    Range(u32, u32),
    /// With true: all other characters.
    Category(Category, bool),
}

/// A place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// `^`
    Beginning,
    /// `$`
    End,
    /// `\A`
    BeginningOfText,
    /// `\Z`
    EndOfText,
    /// `\b`
    Boundary,
    /// `\B`
    NoBoundary,
}

/// How eager a repetition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Greedy,
    Lazy,
    Possessive,
}

/// A part of a regular expression.
#[derive(Clone, Debug)]
pub enum Node {
    Literal(u32),
    Any,
    Set {
        items: Vec<Item>,
        negated: bool,
    },
    At(At),
    Sequence(Vec<Node>),
    Branch(Vec<Node>),
    Repeat {
        least: u32,
        most: u32,
        manner: Manner,
        body: Box<Node>,
    },
    /// A group, which captures if it has a number.
    Group {
        number: Option<usize>,
        add: u32,
        remove: u32,
        body: Box<Node>,
    },
    Atomic(Box<Node>),
    Look {
        behind: bool,
        negated: bool,
        body: Box<Node>,
    },
    Reference(usize),
    Conditional {
        group: usize,
        yes: Box<Node>,
        no: Option<Box<Node>>,
    },
    /// Matches nowhere.
    Failure,
}

/// The least and the greatest width of a match.
pub type Width = (u64, u64);

/// Above this, widths are all the same.
const WIDEST: u64 = 1 << 60;

impl Node {
    /// How many characters it matches, `groups` being the widths of the groups before.
    pub fn width(&self, groups: &[Option<Width>]) -> Width {
        match self {
            Node::Literal(_) | Node::Any | Node::Set { .. } => (1, 1),
            Node::At(_) | Node::Look { .. } | Node::Failure => (0, 0),
            Node::Sequence(parts) => parts.iter().fold((0, 0), |(least, most), part| {
                let (low, high) = part.width(groups);
                ((least + low).min(WIDEST), (most + high).min(WIDEST))
            }),
            Node::Branch(branches) => {
                let widths = branches.iter().map(|branch| branch.width(groups));
                widths.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((0, 0))
            }
            Node::Repeat { least, most, body, .. } => {
                let (low, high) = body.width(groups);
                let most = if *most == ENDLESS { WIDEST } else { u64::from(*most) };
                let high = high.checked_mul(most).unwrap_or(WIDEST).min(WIDEST);
                (low.saturating_mul(u64::from(*least)).min(WIDEST), high)
            }
            Node::Group { body, .. } | Node::Atomic(body) => body.width(groups),
            Node::Reference(group) => groups.get(*group).copied().flatten().unwrap_or((0, WIDEST)),
            Node::Conditional { yes, no, .. } => {
                let (low, high) = yes.width(groups);
                let (other_low, other_high) = no.as_ref().map_or((0, 0), |no| no.width(groups));
                (low.min(other_low), high.max(other_high))
            }
        }
    }
}
