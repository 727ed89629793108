//! A tree in the form of CPython's `ast`: what is an attribute by itself in our tree (branches of an `if`, pairs) is put
//! as CPython has it. Listings and the node objects of the `ast` module are both made of this form.

mod operators;

use super::ast::*;
use super::location::Span;
use operators::{comparison, context, operator};

/// What a field holds.
pub enum Item<'t> {
    /// None.
    Missing,
    /// A name.
    Text(&'t str),
    Number(i64),
    /// The value of a literal.
    Constant(&'t Constant),
    List(Vec<Item<'t>>),
    Node(Node<'t>),
}

/// A node: its class, its fields in order, where it stands if its class has positions.
pub struct Node<'t> {
    pub name: &'static str,
    pub fields: Fields<'t>,
    pub span: Option<Span>,
}

/// Fields by name.
pub type Fields<'t> = Vec<(&'static str, Item<'t>)>;

/// Stack that must be left before a node is visited, else a new segment is taken.
const RED_ZONE: usize = 64 * 1024;
const STACK_SEGMENT: usize = 4 * 1024 * 1024;

/// A module, as `ast.Module` or, typed at a prompt, as `ast.Interactive`.
pub fn of_module(module: &Module, interactive: bool) -> Item<'_> {
    let body = ("body", Writer.statements(&module.body));
    match interactive {
        true => node("Interactive", vec![body]),
        false => node("Module", vec![body, ("type_ignores", Item::List(vec![]))]),
    }
}

/// An expression that was parsed alone.
pub fn of_expression(expression: &Expr) -> Item<'_> {
    node("Expression", vec![("body", Writer.expression(expression))])
}

fn node<'t>(name: &'static str, fields: Fields<'t>) -> Item<'t> {
    Item::Node(Node { name, fields, span: None })
}

fn located<'t>(name: &'static str, fields: Fields<'t>, span: Span) -> Item<'t> {
    Item::Node(Node { name, fields, span: Some(span) })
}

fn optional_text(text: &Option<Identifier>) -> Item<'_> {
    text.as_deref().map_or(Item::Missing, Item::Text)
}

fn number(value: u32) -> Item<'static> {
    Item::Number(value.into())
}

fn identifiers(names: &[Identifier]) -> Item<'_> {
    Item::List(names.iter().map(|name| Item::Text(name)).collect())
}

struct Writer;

impl Writer {
    fn statements<'t>(&self, statements: &'t [Stmt]) -> Item<'t> {
        Item::List(statements.iter().map(|statement| self.statement(statement)).collect())
    }

    fn statement<'t>(&self, statement: &'t Stmt) -> Item<'t> {
        stacker::maybe_grow(RED_ZONE, STACK_SEGMENT, || self.whole_statement(statement))
    }

    fn whole_statement<'t>(&self, statement: &'t Stmt) -> Item<'t> {
        let span = statement.span;
        let (name, fields) = match &statement.node {
            StmtKind::If { branches, orelse } => return self.if_(branches, orelse),
            StmtKind::FunctionDef(function) => self.function(function),
            StmtKind::ClassDef(class) => self.class(class),
            StmtKind::For(loop_) => self.for_(loop_),
            StmtKind::Try(try_) => self.try_(try_),
            StmtKind::While { test, body, orelse } => (
                "While",
                vec![
                    ("test", self.expression(test)),
                    ("body", self.statements(body)),
                    ("orelse", self.statements(orelse)),
                ],
            ),
            StmtKind::With { items, body, is_async } => {
                let items = items.iter().map(|item| self.with_item(item)).collect();
                let name = if *is_async { "AsyncWith" } else { "With" };
                (
                    name,
                    vec![
                        ("items", Item::List(items)),
                        ("body", self.statements(body)),
                        ("type_comment", Item::Missing),
                    ],
                )
            }
            StmtKind::Match { subject, cases } => {
                let cases = cases.iter().map(|case| self.case(case)).collect();
                ("Match", vec![("subject", self.expression(subject)), ("cases", Item::List(cases))])
            }
            simple => self.simple_statement(simple),
        };
        located(name, fields, span)
    }

    fn simple_statement<'t>(&self, statement: &'t StmtKind) -> (&'static str, Fields<'t>) {
        match statement {
            StmtKind::Return { value } => ("Return", vec![("value", self.optional(value))]),
            StmtKind::Delete { targets } => ("Delete", vec![("targets", self.expressions(targets))]),
            StmtKind::Assign { targets, value } => (
                "Assign",
                vec![
                    ("targets", self.expressions(targets)),
                    ("value", self.expression(value)),
                    ("type_comment", Item::Missing),
                ],
            ),
            StmtKind::TypeAlias { name, type_params, value } => (
                "TypeAlias",
                vec![
                    ("name", self.expression(name)),
                    ("type_params", self.type_params(type_params)),
                    ("value", self.expression(value)),
                ],
            ),
            StmtKind::AugAssign { target, op, value } => (
                "AugAssign",
                vec![
                    ("target", self.expression(target)),
                    ("op", operator(*op)),
                    ("value", self.expression(value)),
                ],
            ),
            StmtKind::AnnAssign { target, annotation, value, simple } => (
                "AnnAssign",
                vec![
                    ("target", self.expression(target)),
                    ("annotation", self.expression(annotation)),
                    ("value", self.optional(value)),
                    ("simple", number(u32::from(*simple))),
                ],
            ),
            StmtKind::Raise { exc, cause } => {
                ("Raise", vec![("exc", self.optional(exc)), ("cause", self.optional(cause))])
            }
            StmtKind::Assert { test, msg } => {
                ("Assert", vec![("test", self.expression(test)), ("msg", self.optional(msg))])
            }
            StmtKind::Import { names } => ("Import", vec![("names", self.aliases(names))]),
            StmtKind::ImportFrom { module, names, level } => (
                "ImportFrom",
                vec![
                    ("module", optional_text(module)),
                    ("names", self.aliases(names)),
                    ("level", number(*level)),
                ],
            ),
            StmtKind::Global { names } => ("Global", vec![("names", identifiers(names))]),
            StmtKind::Nonlocal { names } => ("Nonlocal", vec![("names", identifiers(names))]),
            StmtKind::Expr { value } => ("Expr", vec![("value", self.expression(value))]),
            StmtKind::Break => ("Break", vec![]),
            StmtKind::Continue => ("Continue", vec![]),
            _ => ("Pass", vec![]),
        }
    }

    /// CPython has each `elif` as an `If` in the `orelse` of the one before.
    fn if_<'t>(&self, branches: &'t [IfBranch], orelse: &'t [Stmt]) -> Item<'t> {
        let mut rest = self.statements(orelse);
        for branch in branches.iter().rev() {
            let fields = vec![
                ("test", self.expression(&branch.test)),
                ("body", self.statements(&branch.body)),
                ("orelse", rest),
            ];
            rest = Item::List(vec![located("If", fields, branch.span)]);
        }
        match rest {
            Item::List(mut items) => items.pop().unwrap_or(Item::Missing),
            other => other,
        }
    }

    fn function<'t>(&self, function: &'t FunctionDef) -> (&'static str, Fields<'t>) {
        let fields = vec![
            ("name", Item::Text(&function.name)),
            ("args", self.arguments(&function.args)),
            ("body", self.statements(&function.body)),
            ("decorator_list", self.expressions(&function.decorator_list)),
            ("returns", self.option(function.returns.as_ref())),
            ("type_comment", Item::Missing),
            ("type_params", self.type_params(&function.type_params)),
        ];
        (if function.is_async { "AsyncFunctionDef" } else { "FunctionDef" }, fields)
    }

    fn class<'t>(&self, class: &'t ClassDef) -> (&'static str, Fields<'t>) {
        let fields = vec![
            ("name", Item::Text(&class.name)),
            ("bases", self.expressions(&class.bases)),
            ("keywords", self.keywords(&class.keywords)),
            ("body", self.statements(&class.body)),
            ("decorator_list", self.expressions(&class.decorator_list)),
            ("type_params", self.type_params(&class.type_params)),
        ];
        ("ClassDef", fields)
    }

    fn for_<'t>(&self, loop_: &'t For) -> (&'static str, Fields<'t>) {
        let fields = vec![
            ("target", self.expression(&loop_.target)),
            ("iter", self.expression(&loop_.iter)),
            ("body", self.statements(&loop_.body)),
            ("orelse", self.statements(&loop_.orelse)),
            ("type_comment", Item::Missing),
        ];
        (if loop_.is_async { "AsyncFor" } else { "For" }, fields)
    }

    fn try_<'t>(&self, try_: &'t Try) -> (&'static str, Fields<'t>) {
        let handler = |handler: &'t ExceptHandler| {
            let fields = vec![
                ("type", self.option(handler.type_.as_ref())),
                ("name", optional_text(&handler.name)),
                ("body", self.statements(&handler.body)),
            ];
            located("ExceptHandler", fields, handler.span)
        };
        let fields = vec![
            ("body", self.statements(&try_.body)),
            ("handlers", Item::List(try_.handlers.iter().map(handler).collect())),
            ("orelse", self.statements(&try_.orelse)),
            ("finalbody", self.statements(&try_.finalbody)),
        ];
        (if try_.is_star { "TryStar" } else { "Try" }, fields)
    }

    fn with_item<'t>(&self, item: &'t WithItem) -> Item<'t> {
        let fields = vec![
            ("context_expr", self.expression(&item.context_expr)),
            ("optional_vars", self.option(item.optional_vars.as_ref())),
        ];
        node("withitem", fields)
    }

    fn aliases<'t>(&self, aliases: &'t [Alias]) -> Item<'t> {
        let alias = |alias: &'t Alias| {
            let fields = vec![("name", Item::Text(&alias.name)), ("asname", optional_text(&alias.asname))];
            located("alias", fields, alias.span)
        };
        Item::List(aliases.iter().map(alias).collect())
    }

    fn type_params<'t>(&self, params: &'t [TypeParam]) -> Item<'t> {
        let param = |param: &'t TypeParam| {
            let name = match param.kind {
                TypeParamKind::TypeVar => "TypeVar",
                TypeParamKind::TypeVarTuple => "TypeVarTuple",
                TypeParamKind::ParamSpec => "ParamSpec",
            };
            let fields = vec![
                ("name", Item::Text(&param.name)),
                ("bound", self.option(param.bound.as_ref())),
                ("default_value", self.option(param.default_value.as_ref())),
            ];
            located(name, fields, param.span)
        };
        Item::List(params.iter().map(param).collect())
    }

    fn arguments<'t>(&self, arguments: &'t Arguments) -> Item<'t> {
        let kw_defaults = arguments.kw_defaults.iter().map(|default| self.option(default.as_ref())).collect();
        let fields = vec![
            ("posonlyargs", self.args(&arguments.posonlyargs)),
            ("args", self.args(&arguments.args)),
            ("vararg", arguments.vararg.as_ref().map_or(Item::Missing, |arg| self.arg(arg))),
            ("kwonlyargs", self.args(&arguments.kwonlyargs)),
            ("kw_defaults", Item::List(kw_defaults)),
            ("kwarg", arguments.kwarg.as_ref().map_or(Item::Missing, |arg| self.arg(arg))),
            ("defaults", self.expressions(&arguments.defaults)),
        ];
        node("arguments", fields)
    }

    fn args<'t>(&self, args: &'t [Arg]) -> Item<'t> {
        Item::List(args.iter().map(|arg| self.arg(arg)).collect())
    }

    fn arg<'t>(&self, arg: &'t Arg) -> Item<'t> {
        let fields = vec![
            ("arg", Item::Text(&arg.arg)),
            ("annotation", self.optional(&arg.annotation)),
            ("type_comment", Item::Missing),
        ];
        located("arg", fields, arg.span)
    }

    fn keywords<'t>(&self, keywords: &'t [Keyword]) -> Item<'t> {
        let keyword = |keyword: &'t Keyword| {
            let fields =
                vec![("arg", optional_text(&keyword.arg)), ("value", self.expression(&keyword.value))];
            located("keyword", fields, keyword.span)
        };
        Item::List(keywords.iter().map(keyword).collect())
    }

    fn case<'t>(&self, case: &'t MatchCase) -> Item<'t> {
        let fields = vec![
            ("pattern", self.pattern(&case.pattern)),
            ("guard", self.option(case.guard.as_ref())),
            ("body", self.statements(&case.body)),
        ];
        node("match_case", fields)
    }

    fn patterns<'t>(&self, patterns: &'t [Pattern]) -> Item<'t> {
        Item::List(patterns.iter().map(|pattern| self.pattern(pattern)).collect())
    }

    fn pattern<'t>(&self, pattern: &'t Pattern) -> Item<'t> {
        let (name, fields) = match &pattern.node {
            PatternKind::MatchValue { value } => ("MatchValue", vec![("value", self.expression(value))]),
            PatternKind::MatchSingleton { value } => {
                ("MatchSingleton", vec![("value", Item::Constant(value))])
            }
            PatternKind::MatchSequence { patterns } => {
                ("MatchSequence", vec![("patterns", self.patterns(patterns))])
            }
            PatternKind::MatchMapping { items, rest } => (
                "MatchMapping",
                vec![
                    ("keys", Item::List(items.iter().map(|(key, _)| self.expression(key)).collect())),
                    (
                        "patterns",
                        Item::List(items.iter().map(|(_, pattern)| self.pattern(pattern)).collect()),
                    ),
                    ("rest", optional_text(rest)),
                ],
            ),
            PatternKind::MatchClass { cls, patterns, keywords } => (
                "MatchClass",
                vec![
                    ("cls", self.expression(cls)),
                    ("patterns", self.patterns(patterns)),
                    ("kwd_attrs", Item::List(keywords.iter().map(|(name, _)| Item::Text(name)).collect())),
                    (
                        "kwd_patterns",
                        Item::List(keywords.iter().map(|(_, pattern)| self.pattern(pattern)).collect()),
                    ),
                ],
            ),
            PatternKind::MatchStar { name } => ("MatchStar", vec![("name", optional_text(name))]),
            PatternKind::MatchAs { pattern, name } => {
                let pattern = pattern.as_ref().map_or(Item::Missing, |pattern| self.pattern(pattern));
                ("MatchAs", vec![("pattern", pattern), ("name", optional_text(name))])
            }
            PatternKind::MatchOr { patterns } => ("MatchOr", vec![("patterns", self.patterns(patterns))]),
        };
        located(name, fields, pattern.span)
    }

    fn expressions<'t>(&self, expressions: &'t [Expr]) -> Item<'t> {
        Item::List(expressions.iter().map(|expression| self.expression(expression)).collect())
    }

    fn optional<'t>(&self, expression: &'t Option<Box<Expr>>) -> Item<'t> {
        self.option(expression.as_deref())
    }

    fn option<'t>(&self, expression: Option<&'t Expr>) -> Item<'t> {
        expression.map_or(Item::Missing, |expression| self.expression(expression))
    }

    fn expression<'t>(&self, expression: &'t Expr) -> Item<'t> {
        stacker::maybe_grow(RED_ZONE, STACK_SEGMENT, || self.whole_expression(expression))
    }

    fn whole_expression<'t>(&self, expression: &'t Expr) -> Item<'t> {
        let (name, fields) = match &expression.node {
            ExprKind::BoolOp { .. }
            | ExprKind::BinOp { .. }
            | ExprKind::UnaryOp { .. }
            | ExprKind::Compare { .. } => self.operation(&expression.node),
            ExprKind::ListComp { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::DictComp { .. }
            | ExprKind::GeneratorExp { .. } => self.comprehension(&expression.node),
            ExprKind::Constant(_)
            | ExprKind::JoinedStr { .. }
            | ExprKind::FormattedValue { .. }
            | ExprKind::Dict { .. }
            | ExprKind::Set { .. } => self.display(&expression.node),
            ExprKind::Attribute { .. }
            | ExprKind::Subscript { .. }
            | ExprKind::Starred { .. }
            | ExprKind::Name { .. }
            | ExprKind::List { .. }
            | ExprKind::Tuple { .. } => self.target(&expression.node),
            other => self.other_expression(other),
        };
        located(name, fields, expression.span)
    }

    fn operation<'t>(&self, expression: &'t ExprKind) -> (&'static str, Fields<'t>) {
        match expression {
            ExprKind::BoolOp { op, values } => {
                let op = if *op == BoolOperator::And { "And" } else { "Or" };
                ("BoolOp", vec![("op", node(op, vec![])), ("values", self.expressions(values))])
            }
            ExprKind::BinOp { left, op, right } => (
                "BinOp",
                vec![
                    ("left", self.expression(left)),
                    ("op", operator(*op)),
                    ("right", self.expression(right)),
                ],
            ),
            ExprKind::UnaryOp { op, operand } => {
                let op = match op {
                    UnaryOperator::Invert => "Invert",
                    UnaryOperator::Not => "Not",
                    UnaryOperator::UAdd => "UAdd",
                    UnaryOperator::USub => "USub",
                };
                ("UnaryOp", vec![("op", node(op, vec![])), ("operand", self.expression(operand))])
            }
            ExprKind::Compare { left, comparisons } => {
                let ops = comparisons.iter().map(|(op, _)| comparison(*op)).collect();
                let comparators = comparisons.iter().map(|(_, right)| self.expression(right)).collect();
                let comparators = Item::List(comparators);
                let fields = vec![
                    ("left", self.expression(left)),
                    ("ops", Item::List(ops)),
                    ("comparators", comparators),
                ];
                ("Compare", fields)
            }
            _ => unreachable!("called for operations"),
        }
    }

    fn comprehension<'t>(&self, expression: &'t ExprKind) -> (&'static str, Fields<'t>) {
        let (name, elt, generators) = match expression {
            ExprKind::ListComp { elt, generators } => ("ListComp", elt, generators),
            ExprKind::SetComp { elt, generators } => ("SetComp", elt, generators),
            ExprKind::GeneratorExp { elt, generators } => ("GeneratorExp", elt, generators),
            ExprKind::DictComp { key, value, generators } => {
                let (key, value) = (self.expression(key), self.expression(value));
                return (
                    "DictComp",
                    vec![("key", key), ("value", value), ("generators", self.generators(generators))],
                );
            }
            _ => unreachable!("called for comprehensions"),
        };
        (name, vec![("elt", self.expression(elt)), ("generators", self.generators(generators))])
    }

    fn generators<'t>(&self, generators: &'t [Comprehension]) -> Item<'t> {
        let generator = |generator: &'t Comprehension| {
            let fields = vec![
                ("target", self.expression(&generator.target)),
                ("iter", self.expression(&generator.iter)),
                ("ifs", self.expressions(&generator.ifs)),
                ("is_async", number(u32::from(generator.is_async))),
            ];
            node("comprehension", fields)
        };
        Item::List(generators.iter().map(generator).collect())
    }

    fn display<'t>(&self, expression: &'t ExprKind) -> (&'static str, Fields<'t>) {
        match expression {
            ExprKind::Constant(value) => {
                let kind = match value {
                    Constant::Str { unicode_prefix: true, .. } => Item::Text("u"),
                    _ => Item::Missing,
                };
                ("Constant", vec![("value", Item::Constant(value)), ("kind", kind)])
            }
            ExprKind::JoinedStr { values } => ("JoinedStr", vec![("values", self.expressions(values))]),
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                let conversion = match conversion {
                    None => -1,
                    Some(Conversion::Str) => 115,
                    Some(Conversion::Repr) => 114,
                    Some(Conversion::Ascii) => 97,
                };
                let fields = vec![
                    ("value", self.expression(value)),
                    ("conversion", Item::Number(conversion)),
                    ("format_spec", self.optional(format_spec)),
                ];
                ("FormattedValue", fields)
            }
            ExprKind::Dict { items } => {
                let keys = items.iter().map(|item| self.option(item.key.as_ref())).collect();
                let values = items.iter().map(|item| self.expression(&item.value)).collect();
                ("Dict", vec![("keys", Item::List(keys)), ("values", Item::List(values))])
            }
            ExprKind::Set { elts } => ("Set", vec![("elts", self.expressions(elts))]),
            _ => unreachable!("called for displays"),
        }
    }

    fn target<'t>(&self, expression: &'t ExprKind) -> (&'static str, Fields<'t>) {
        match expression {
            ExprKind::Attribute { value, attr, ctx } => (
                "Attribute",
                vec![("value", self.expression(value)), ("attr", Item::Text(attr)), context(*ctx)],
            ),
            ExprKind::Subscript { value, slice, ctx } => (
                "Subscript",
                vec![("value", self.expression(value)), ("slice", self.expression(slice)), context(*ctx)],
            ),
            ExprKind::Starred { value, ctx } => {
                ("Starred", vec![("value", self.expression(value)), context(*ctx)])
            }
            ExprKind::Name { id, ctx } => ("Name", vec![("id", Item::Text(id)), context(*ctx)]),
            ExprKind::List { elts, ctx } => ("List", vec![("elts", self.expressions(elts)), context(*ctx)]),
            ExprKind::Tuple { elts, ctx } => ("Tuple", vec![("elts", self.expressions(elts)), context(*ctx)]),
            _ => unreachable!("called for what can be a target"),
        }
    }

    fn other_expression<'t>(&self, expression: &'t ExprKind) -> (&'static str, Fields<'t>) {
        match expression {
            ExprKind::NamedExpr { target, value } => {
                ("NamedExpr", vec![("target", self.expression(target)), ("value", self.expression(value))])
            }
            ExprKind::Lambda { args, body } => {
                ("Lambda", vec![("args", self.arguments(args)), ("body", self.expression(body))])
            }
            ExprKind::IfExp { test, body, orelse } => (
                "IfExp",
                vec![
                    ("test", self.expression(test)),
                    ("body", self.expression(body)),
                    ("orelse", self.expression(orelse)),
                ],
            ),
            ExprKind::Await { value } => ("Await", vec![("value", self.expression(value))]),
            ExprKind::Yield { value } => ("Yield", vec![("value", self.optional(value))]),
            ExprKind::YieldFrom { value } => ("YieldFrom", vec![("value", self.expression(value))]),
            ExprKind::Call { func, args, keywords } => (
                "Call",
                vec![
                    ("func", self.expression(func)),
                    ("args", self.expressions(args)),
                    ("keywords", self.keywords(keywords)),
                ],
            ),
            ExprKind::Slice { lower, upper, step } => (
                "Slice",
                vec![
                    ("lower", self.optional(lower)),
                    ("upper", self.optional(upper)),
                    ("step", self.optional(step)),
                ],
            ),
            _ => unreachable!("the other kinds have functions of their own"),
        }
    }
}
