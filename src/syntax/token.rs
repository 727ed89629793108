//! The kinds of tokens; logos makes the scanner of what can be told from the characters alone.
//!
//! Kinds without a pattern are made by the lexer (strings, line ends), by the layout (indentation) or by the pass
//! over soft keywords. A token is a kind and a span: its text is looked up in the source when it is needed.

use logos::Logos;

use super::location::Span;

/// A token and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub span: Span,
}

/// What a token is.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[logos(skip r"[ \t\x0C]+")]
pub enum Kind {
    // Which grammar follows; the parser puts one of them in front of the tokens.
    StartFile,
    StartExpression,

    // Layout.
    #[token("\n")]
    Newline,
    Indent,
    Dedent,
    /// A line end that ends no statement; only for listings.
    BlankNewline,
    #[regex(r"#[^\n]*", allow_greedy = true)]
    Comment,
    #[token("\\\n")]
    LineJoin,
    #[token("\\")]
    Backslash,
    EndMarker,

    // Names and literals.
    #[regex(r"[A-Za-z_[^\x00-\x7F]][A-Za-z0-9_[^\x00-\x7F]]*")]
    Name,
    #[regex(r"0(_?0)*|[1-9](_?[0-9])*")]
    DecimalInteger,
    #[regex(r"0[xX](_?[0-9a-fA-F])+")]
    HexInteger,
    #[regex(r"0[oO](_?[0-7])+")]
    OctalInteger,
    #[regex(r"0[bB](_?[01])+")]
    BinaryInteger,
    #[regex(r"([0-9](_?[0-9])*)?\.[0-9](_?[0-9])*([eE][+-]?[0-9](_?[0-9])*)?")]
    #[regex(r"[0-9](_?[0-9])*\.([eE][+-]?[0-9](_?[0-9])*)?")]
    #[regex(r"[0-9](_?[0-9])*[eE][+-]?[0-9](_?[0-9])*")]
    Float,
    #[regex(r"[0-9](_?[0-9])*[jJ]")]
    #[regex(r"([0-9](_?[0-9])*)?\.[0-9](_?[0-9])*([eE][+-]?[0-9](_?[0-9])*)?[jJ]")]
    #[regex(r"[0-9](_?[0-9])*\.([eE][+-]?[0-9](_?[0-9])*)?[jJ]")]
    #[regex(r"[0-9](_?[0-9])*[eE][+-]?[0-9](_?[0-9])*[jJ]")]
    Imaginary,
    /// A whole string or bytes literal; logos finds only its prefix and first quote.
    #[regex(r#"([rRuUbB]|[bB][rR]|[rR][bB])?['"]"#)]
    String,
    /// The prefix and opening quotes of an f-string.
    #[regex(r#"([fF]|[fF][rR]|[rR][fF])['"]"#)]
    FStringStart,
    FStringMiddle,
    FStringEnd,

    // Soft keywords where they are keywords, and the parenthesis around the items of a `with`.
    Match,
    Case,
    Type,
    WithParenthesis,

    // Keywords.
    #[token("False")]
    False,
    #[token("None")]
    None,
    #[token("True")]
    True,
    #[token("and")]
    And,
    #[token("as")]
    As,
    #[token("assert")]
    Assert,
    #[token("async")]
    Async,
    #[token("await")]
    Await,
    #[token("break")]
    Break,
    #[token("class")]
    Class,
    #[token("continue")]
    Continue,
    #[token("def")]
    Def,
    #[token("del")]
    Del,
    #[token("elif")]
    Elif,
    #[token("else")]
    Else,
    #[token("except")]
    Except,
    #[token("finally")]
    Finally,
    #[token("for")]
    For,
    #[token("from")]
    From,
    #[token("global")]
    Global,
    #[token("if")]
    If,
    #[token("import")]
    Import,
    #[token("in")]
    In,
    #[token("is")]
    Is,
    #[token("lambda")]
    Lambda,
    #[token("nonlocal")]
    Nonlocal,
    #[token("not")]
    Not,
    #[token("or")]
    Or,
    #[token("pass")]
    Pass,
    #[token("raise")]
    Raise,
    #[token("return")]
    Return,
    #[token("try")]
    Try,
    #[token("while")]
    While,
    #[token("with")]
    With,
    #[token("yield")]
    Yield,

    // Brackets and delimiters.
    #[token("(")]
    LeftParenthesis,
    #[token(")")]
    RightParenthesis,
    #[token("[")]
    LeftBracket,
    #[token("]")]
    RightBracket,
    #[token("{")]
    LeftBrace,
    #[token("}")]
    RightBrace,
    #[token(",")]
    Comma,
    #[token(":")]
    Colon,
    #[token(";")]
    Semicolon,
    #[token(".")]
    Dot,
    #[token("...")]
    Ellipsis,
    #[token("->")]
    Arrow,
    #[token(":=")]
    ColonEqual,
    #[token("!")]
    Exclamation,
    #[token("@")]
    At,

    // Operators.
    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("/")]
    Slash,
    #[token("//")]
    DoubleSlash,
    #[token("%")]
    Percent,
    #[token("**")]
    DoubleStar,
    #[token("<<")]
    LeftShift,
    #[token(">>")]
    RightShift,
    #[token("&")]
    Ampersand,
    #[token("|")]
    Bar,
    #[token("^")]
    Caret,
    #[token("~")]
    Tilde,
    #[token("==")]
    EqualEqual,
    #[token("!=")]
    NotEqual,
    /// `<>`, which only `from __future__ import barry_as_FLUFL` allows.
    #[token("<>")]
    LessGreater,
    #[token("<")]
    Less,
    #[token("<=")]
    LessEqual,
    #[token(">")]
    Greater,
    #[token(">=")]
    GreaterEqual,

    // Assignment.
    #[token("=")]
    Equal,
    #[token("+=")]
    PlusEqual,
    #[token("-=")]
    MinusEqual,
    #[token("*=")]
    StarEqual,
    #[token("/=")]
    SlashEqual,
    #[token("//=")]
    DoubleSlashEqual,
    #[token("%=")]
    PercentEqual,
    #[token("@=")]
    AtEqual,
    #[token("&=")]
    AmpersandEqual,
    #[token("|=")]
    BarEqual,
    #[token("^=")]
    CaretEqual,
    #[token(">>=")]
    RightShiftEqual,
    #[token("<<=")]
    LeftShiftEqual,
    #[token("**=")]
    DoubleStarEqual,

    /// A character that begins no token.
    #[regex(r"[$?`\x00-\x08\x0B\x0D-\x1F\x7F]")]
    Unknown,
}

impl Kind {
    /// One of the reserved words; soft keywords are names.
    pub fn is_keyword(self) -> bool {
        (Kind::False as u8..=Kind::Yield as u8).contains(&(self as u8))
    }

    /// A literal number.
    pub fn is_number(self) -> bool {
        (Kind::DecimalInteger as u8..=Kind::Imaginary as u8).contains(&(self as u8))
    }

    /// `+=` and its like.
    pub fn is_augmented_assignment(self) -> bool {
        (Kind::PlusEqual as u8..=Kind::DoubleStarEqual as u8).contains(&(self as u8))
    }

    /// The bracket that closes this one.
    pub fn closing(self) -> Option<Kind> {
        match self {
            Kind::LeftParenthesis | Kind::WithParenthesis => Some(Kind::RightParenthesis),
            Kind::LeftBracket => Some(Kind::RightBracket),
            Kind::LeftBrace => Some(Kind::RightBrace),
            _ => None,
        }
    }

    /// Closes a bracket.
    pub fn is_closing(self) -> bool {
        matches!(self, Kind::RightParenthesis | Kind::RightBracket | Kind::RightBrace)
    }
}
