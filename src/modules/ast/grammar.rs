//! The abstract grammar: which nodes there are, in which groups, with which fields. Plain data.

/// Nodes that can stand for each other, and the type they derive from.
pub struct Group {
    pub name: &'static str,
    /// `Name(type field, ...)` each; one without a name is the group's own type.
    pub nodes: &'static [&'static str],
    /// Do the nodes say where they stand?
    pub located: bool,
}

/// How often a field's value occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurrence {
    Once,
    Optional,
    List,
}

/// A field of a node.
#[derive(Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    /// A group, or `identifier`, `string`, `int`, `constant`.
    pub kind: &'static str,
    pub occurrence: Occurrence,
}

/// The attributes of nodes that say where they stand; the last two may be missing.
pub const ATTRIBUTES: [&str; 4] = ["lineno", "col_offset", "end_lineno", "end_col_offset"];

/// A node's name and fields.
pub fn fields(node: &'static str) -> (&'static str, Vec<Field>) {
    let Some((name, rest)) = node.split_once('(') else { return (node, Vec::new()) };
    let fields = rest.trim_end_matches(')').split(", ").filter_map(|field| {
        let (kind, name) = field.split_once(' ')?;
        let occurrence = match kind.as_bytes().last() {
            Some(b'*') => Occurrence::List,
            Some(b'?') => Occurrence::Optional,
            _ => Occurrence::Once,
        };
        Some(Field { name, kind: kind.trim_end_matches(['*', '?']), occurrence })
    });
    (name, fields.collect())
}

/// All groups, what others derive from first.
pub static GROUPS: &[Group] = &[
    Group {
        name: "mod",
        nodes: &[
            "Module(stmt* body, type_ignore* type_ignores)",
            "Interactive(stmt* body)",
            "Expression(expr body)",
            "FunctionType(expr* argtypes, expr returns)",
        ],
        located: false,
    },
    Group { name: "stmt", nodes: STATEMENTS, located: true },
    Group { name: "expr", nodes: EXPRESSIONS, located: true },
    Group { name: "expr_context", nodes: &["Load", "Store", "Del"], located: false },
    Group { name: "boolop", nodes: &["And", "Or"], located: false },
    Group { name: "operator", nodes: OPERATORS, located: false },
    Group { name: "unaryop", nodes: &["Invert", "Not", "UAdd", "USub"], located: false },
    Group {
        name: "cmpop",
        nodes: &["Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"],
        located: false,
    },
    Group {
        name: "comprehension",
        nodes: &["(expr target, expr iter, expr* ifs, int is_async)"],
        located: false,
    },
    Group {
        name: "excepthandler",
        nodes: &["ExceptHandler(expr? type, identifier? name, stmt* body)"],
        located: true,
    },
    Group {
        name: "arguments",
        nodes: &[
            "(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)",
        ],
        located: false,
    },
    Group {
        name: "arg",
        nodes: &["(identifier arg, expr? annotation, string? type_comment)"],
        located: true,
    },
    Group { name: "keyword", nodes: &["(identifier? arg, expr value)"], located: true },
    Group { name: "alias", nodes: &["(identifier name, identifier? asname)"], located: true },
    Group { name: "withitem", nodes: &["(expr context_expr, expr? optional_vars)"], located: false },
    Group { name: "match_case", nodes: &["(pattern pattern, expr? guard, stmt* body)"], located: false },
    Group { name: "pattern", nodes: PATTERNS, located: true },
    Group { name: "type_ignore", nodes: &["TypeIgnore(int lineno, string tag)"], located: false },
    Group {
        name: "type_param",
        nodes: &[
            "TypeVar(identifier name, expr? bound, expr? default_value)",
            "ParamSpec(identifier name, expr? default_value)",
            "TypeVarTuple(identifier name, expr? default_value)",
        ],
        located: true,
    },
];

static STATEMENTS: &[&str] = &[
    "FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)",
    "AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)",
    "ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)",
    "Return(expr? value)",
    "Delete(expr* targets)",
    "Assign(expr* targets, expr value, string? type_comment)",
    "TypeAlias(expr name, type_param* type_params, expr value)",
    "AugAssign(expr target, operator op, expr value)",
    "AnnAssign(expr target, expr annotation, expr? value, int simple)",
    "For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)",
    "AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)",
    "While(expr test, stmt* body, stmt* orelse)",
    "If(expr test, stmt* body, stmt* orelse)",
    "With(withitem* items, stmt* body, string? type_comment)",
    "AsyncWith(withitem* items, stmt* body, string? type_comment)",
    "Match(expr subject, match_case* cases)",
    "Raise(expr? exc, expr? cause)",
    "Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)",
    "TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)",
    "Assert(expr test, expr? msg)",
    "Import(alias* names)",
    "ImportFrom(identifier? module, alias* names, int? level)",
    "Global(identifier* names)",
    "Nonlocal(identifier* names)",
    "Expr(expr value)",
    "Pass",
    "Break",
    "Continue",
];

static EXPRESSIONS: &[&str] = &[
    "BoolOp(boolop op, expr* values)",
    "NamedExpr(expr target, expr value)",
    "BinOp(expr left, operator op, expr right)",
    "UnaryOp(unaryop op, expr operand)",
    "Lambda(arguments args, expr body)",
    "IfExp(expr test, expr body, expr orelse)",
    "Dict(expr* keys, expr* values)",
    "Set(expr* elts)",
    "ListComp(expr elt, comprehension* generators)",
    "SetComp(expr elt, comprehension* generators)",
    "DictComp(expr key, expr value, comprehension* generators)",
    "GeneratorExp(expr elt, comprehension* generators)",
    "Await(expr value)",
    "Yield(expr? value)",
    "YieldFrom(expr value)",
    "Compare(expr left, cmpop* ops, expr* comparators)",
    "Call(expr func, expr* args, keyword* keywords)",
    "FormattedValue(expr value, int conversion, expr? format_spec)",
    "JoinedStr(expr* values)",
    "Constant(constant value, string? kind)",
    "Attribute(expr value, identifier attr, expr_context ctx)",
    "Subscript(expr value, expr slice, expr_context ctx)",
    "Starred(expr value, expr_context ctx)",
    "Name(identifier id, expr_context ctx)",
    "List(expr* elts, expr_context ctx)",
    "Tuple(expr* elts, expr_context ctx)",
    "Slice(expr? lower, expr? upper, expr? step)",
];

static OPERATORS: &[&str] = &[
    "Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd",
    "FloorDiv",
];

static PATTERNS: &[&str] = &[
    "MatchValue(expr value)",
    "MatchSingleton(constant value)",
    "MatchSequence(pattern* patterns)",
    "MatchMapping(expr* keys, pattern* patterns, identifier? rest)",
    "MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)",
    "MatchStar(identifier? name)",
    "MatchAs(pattern? pattern, identifier? name)",
    "MatchOr(pattern* patterns)",
];
