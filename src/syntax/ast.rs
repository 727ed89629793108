//! The syntax tree of Python 3.13, with the node and field names of CPython's `ast` module.
//!
//! Plain data without behaviour. Invariants, which the parser upholds and the compiler may rely on:
//! - every target is valid, its nodes carry `Context::Store` or `Context::Del`;
//! - no tree is nested deeper than [`MAX_DEPTH`], so it can be walked and dropped recursively;
//! - names are NFKC-normalised, and equal names of one tree share one `Rc`.
//!
//! Where it departs from CPython: an `elif` chain is one flat `If`, `async` is a flag of its statement, lists that
//! CPython keeps in parallel (`ops` and `comparators`, `keys` and `values`, parameters and defaults) are lists of
//! pairs.

use std::rc::Rc;

use super::location::Span;

/// The deepest nesting of expressions and statements in a tree.
pub const MAX_DEPTH: usize = 6000;

/// A name.
pub type Identifier = Rc<str>;

/// What a file holds (`ast.Module`), or one statement typed at the prompt (`ast.Interactive`).
#[derive(Debug, Default)]
pub struct Module {
    pub body: Vec<Stmt>,
}

/// A statement and where it stands. Decorators lie outside the span of what they decorate.
#[derive(Debug)]
pub struct Stmt {
    pub span: Span,
    pub node: StmtKind,
}

#[derive(Debug)]
pub enum StmtKind {
    /// `def` and `async def`.
    FunctionDef(Box<FunctionDef>),
    ClassDef(Box<ClassDef>),
    Return {
        value: Option<Box<Expr>>,
    },
    Delete {
        targets: Vec<Expr>,
    },
    /// `a = b = value`: the targets from left to right.
    Assign {
        targets: Vec<Expr>,
        value: Box<Expr>,
    },
    /// `type name[type_params] = value`; `name` is a `Name`.
    TypeAlias {
        name: Box<Expr>,
        type_params: Vec<TypeParam>,
        value: Box<Expr>,
    },
    AugAssign {
        target: Box<Expr>,
        op: Operator,
        value: Box<Expr>,
    },
    /// `target: annotation = value`; `simple` if the target is a name without parentheses.
    AnnAssign {
        target: Box<Expr>,
        annotation: Box<Expr>,
        value: Option<Box<Expr>>,
        simple: bool,
    },
    For(Box<For>),
    While {
        test: Box<Expr>,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
    },
    /// `if` and its `elif`s in order (never empty), then `else`.
    If {
        branches: Vec<IfBranch>,
        orelse: Vec<Stmt>,
    },
    With {
        items: Vec<WithItem>,
        body: Vec<Stmt>,
        is_async: bool,
    },
    Match {
        subject: Box<Expr>,
        cases: Vec<MatchCase>,
    },
    Raise {
        exc: Option<Box<Expr>>,
        cause: Option<Box<Expr>>,
    },
    Try(Box<Try>),
    Assert {
        test: Box<Expr>,
        msg: Option<Box<Expr>>,
    },
    Import {
        names: Vec<Alias>,
    },
    /// `from ...module import names`; `level` counts the leading dots. `import *` is the one alias `*`.
    ImportFrom {
        module: Option<Identifier>,
        names: Vec<Alias>,
        level: u32,
    },
    Global {
        names: Vec<Identifier>,
    },
    Nonlocal {
        names: Vec<Identifier>,
    },
    Expr {
        value: Box<Expr>,
    },
    Pass,
    Break,
    Continue,
}

#[derive(Debug)]
pub struct FunctionDef {
    pub name: Identifier,
    pub name_span: Span,
    pub type_params: Vec<TypeParam>,
    pub args: Arguments,
    pub body: Vec<Stmt>,
    pub decorator_list: Vec<Expr>,
    pub returns: Option<Expr>,
    pub is_async: bool,
}

#[derive(Debug)]
pub struct ClassDef {
    pub name: Identifier,
    pub name_span: Span,
    pub type_params: Vec<TypeParam>,
    pub bases: Vec<Expr>,
    pub keywords: Vec<Keyword>,
    pub body: Vec<Stmt>,
    pub decorator_list: Vec<Expr>,
}

#[derive(Debug)]
pub struct For {
    pub target: Expr,
    pub iter: Expr,
    pub body: Vec<Stmt>,
    pub orelse: Vec<Stmt>,
    pub is_async: bool,
}

/// `if test: body` or `elif test: body`; the span runs from the keyword to the end of the whole statement, as that of
/// CPython's nested `If`.
#[derive(Debug)]
pub struct IfBranch {
    pub span: Span,
    pub test: Expr,
    pub body: Vec<Stmt>,
}

#[derive(Debug)]
pub struct WithItem {
    pub context_expr: Expr,
    pub optional_vars: Option<Expr>,
}

#[derive(Debug)]
pub struct Try {
    pub body: Vec<Stmt>,
    pub handlers: Vec<ExceptHandler>,
    pub orelse: Vec<Stmt>,
    pub finalbody: Vec<Stmt>,
    /// The handlers are `except*` (CPython's `TryStar`).
    pub is_star: bool,
}

/// `except type_ as name: body`.
#[derive(Debug)]
pub struct ExceptHandler {
    pub span: Span,
    pub type_: Option<Expr>,
    pub name: Option<Identifier>,
    pub body: Vec<Stmt>,
}

/// `name as asname` in an import; `name` may be dotted.
#[derive(Debug)]
pub struct Alias {
    pub span: Span,
    pub name: Identifier,
    pub asname: Option<Identifier>,
}

/// An expression and where it stands, parentheses around it excluded (but those of a tuple or generator included).
#[derive(Debug)]
pub struct Expr {
    pub span: Span,
    pub node: ExprKind,
}

#[derive(Debug)]
pub enum ExprKind {
    /// `a and b and c`: two values at least.
    BoolOp {
        op: BoolOperator,
        values: Vec<Expr>,
    },
    NamedExpr {
        target: Box<Expr>,
        value: Box<Expr>,
    },
    BinOp {
        left: Box<Expr>,
        op: Operator,
        right: Box<Expr>,
    },
    UnaryOp {
        op: UnaryOperator,
        operand: Box<Expr>,
    },
    Lambda {
        args: Box<Arguments>,
        body: Box<Expr>,
    },
    IfExp {
        test: Box<Expr>,
        body: Box<Expr>,
        orelse: Box<Expr>,
    },
    Dict {
        items: Vec<DictItem>,
    },
    Set {
        elts: Vec<Expr>,
    },
    ListComp {
        elt: Box<Expr>,
        generators: Vec<Comprehension>,
    },
    SetComp {
        elt: Box<Expr>,
        generators: Vec<Comprehension>,
    },
    DictComp {
        key: Box<Expr>,
        value: Box<Expr>,
        generators: Vec<Comprehension>,
    },
    GeneratorExp {
        elt: Box<Expr>,
        generators: Vec<Comprehension>,
    },
    Await {
        value: Box<Expr>,
    },
    Yield {
        value: Option<Box<Expr>>,
    },
    YieldFrom {
        value: Box<Expr>,
    },
    /// `left op comparator op comparator`: one pair at least.
    Compare {
        left: Box<Expr>,
        comparisons: Vec<(ComparisonOperator, Expr)>,
    },
    Call {
        func: Box<Expr>,
        args: Vec<Expr>,
        keywords: Vec<Keyword>,
    },
    /// `{value!conversion:format_spec}`; the spec is a `JoinedStr`.
    FormattedValue {
        value: Box<Expr>,
        conversion: Option<Conversion>,
        format_spec: Option<Box<Expr>>,
    },
    /// An f-string: constants and `FormattedValue`s.
    JoinedStr {
        values: Vec<Expr>,
    },
    Constant(Constant),
    Attribute {
        value: Box<Expr>,
        attr: Identifier,
        ctx: Context,
    },
    Subscript {
        value: Box<Expr>,
        slice: Box<Expr>,
        ctx: Context,
    },
    Starred {
        value: Box<Expr>,
        ctx: Context,
    },
    Name {
        id: Identifier,
        ctx: Context,
    },
    List {
        elts: Vec<Expr>,
        ctx: Context,
    },
    Tuple {
        elts: Vec<Expr>,
        ctx: Context,
    },
    Slice {
        lower: Option<Box<Expr>>,
        upper: Option<Box<Expr>>,
        step: Option<Box<Expr>>,
    },
}

/// A literal's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    /// An int of up to 63 bits.
    Int(i64),
    /// A greater int, in lower-case hexadecimal digits without prefix.
    BigInt(Rc<str>),
    Float(f64),
    /// The imaginary part of a complex literal.
    Imaginary(f64),
    /// Text in WTF-8: UTF-8 that may hold surrogates, each in three bytes of its own. Two escapes that would make a
    /// pair stay two characters, as in Python.
    Str {
        value: Rc<[u8]>,
        /// Written with the prefix `u`.
        unicode_prefix: bool,
    },
    Bytes(Rc<[u8]>),
}

/// `key: value` in a dict display, `**value` without a key.
#[derive(Debug)]
pub struct DictItem {
    pub key: Option<Expr>,
    pub value: Expr,
}

/// `for target in iter if ifs...`.
#[derive(Debug)]
pub struct Comprehension {
    pub target: Expr,
    pub iter: Expr,
    pub ifs: Vec<Expr>,
    pub is_async: bool,
}

/// `arg=value` in a call or class statement, `**value` without a name.
#[derive(Debug)]
pub struct Keyword {
    pub span: Span,
    pub arg: Option<Identifier>,
    pub value: Expr,
}

/// The parameters of a function or lambda.
///
/// `defaults` belong to the last of `posonlyargs` and `args` together; `kw_defaults` is as long as `kwonlyargs`.
#[derive(Debug, Default)]
pub struct Arguments {
    pub posonlyargs: Vec<Arg>,
    pub args: Vec<Arg>,
    pub vararg: Option<Arg>,
    pub kwonlyargs: Vec<Arg>,
    pub kw_defaults: Vec<Option<Expr>>,
    pub kwarg: Option<Arg>,
    pub defaults: Vec<Expr>,
}

/// One parameter.
#[derive(Debug)]
pub struct Arg {
    pub span: Span,
    pub arg: Identifier,
    pub annotation: Option<Box<Expr>>,
}

/// A type parameter: `name: bound = default`, `*name = default` or `**name = default`.
#[derive(Debug)]
pub struct TypeParam {
    pub span: Span,
    pub kind: TypeParamKind,
    pub name: Identifier,
    /// Only a `TypeVar` has one.
    pub bound: Option<Expr>,
    pub default_value: Option<Expr>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeParamKind {
    TypeVar,
    TypeVarTuple,
    ParamSpec,
}

/// `case pattern if guard: body`.
#[derive(Debug)]
pub struct MatchCase {
    pub pattern: Pattern,
    pub guard: Option<Expr>,
    pub body: Vec<Stmt>,
}

/// A pattern and where it stands.
#[derive(Debug)]
pub struct Pattern {
    pub span: Span,
    pub node: PatternKind,
}

#[derive(Debug)]
pub enum PatternKind {
    /// A number, string or dotted name, compared with `==`.
    MatchValue {
        value: Box<Expr>,
    },
    /// `None`, `True` or `False`, compared with `is`.
    MatchSingleton {
        value: Constant,
    },
    MatchSequence {
        patterns: Vec<Pattern>,
    },
    /// `{key: pattern, ..., **rest}`.
    MatchMapping {
        items: Vec<(Expr, Pattern)>,
        rest: Option<Identifier>,
    },
    /// `cls(patterns..., name=pattern...)`.
    MatchClass {
        cls: Box<Expr>,
        patterns: Vec<Pattern>,
        keywords: Vec<(Identifier, Pattern)>,
    },
    /// `*name`, or `*_` without a name.
    MatchStar {
        name: Option<Identifier>,
    },
    /// `pattern as name`; without a pattern a capture, without either the wildcard `_`.
    MatchAs {
        pattern: Option<Box<Pattern>>,
        name: Option<Identifier>,
    },
    MatchOr {
        patterns: Vec<Pattern>,
    },
}

/// What is done with a name, attribute, subscript, list or tuple.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    Load,
    Store,
    Del,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoolOperator {
    And,
    Or,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    Invert,
    Not,
    UAdd,
    USub,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonOperator {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

/// The `!s`, `!r` or `!a` of a replacement field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    Str,
    Repr,
    Ascii,
}
