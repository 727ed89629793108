//! Statements, and what belongs to them: parameters, handlers, imports, cases.

use super::{Node, Reader};
use crate::object::{Result, Value};
use crate::syntax::Span;
use crate::syntax::ast::*;

impl Reader<'_> {
    /// A list of statements that must not be empty where the grammar wants one.
    pub(super) fn block(&mut self, node: Node<'_>, name: &str) -> Result<Vec<Stmt>> {
        let statements = self.body(node, name)?;
        self.filled(statements, name, node.kind)
    }

    /// A list of statements.
    pub(super) fn body(&mut self, node: Node<'_>, name: &str) -> Result<Vec<Stmt>> {
        let values = self.full_list(node, name, "statement")?;
        values.iter().map(|value| self.statement(value)).collect()
    }

    fn statement(&mut self, value: &Value) -> Result<Stmt> {
        self.deeper(|reader| {
            let node = reader.node(value, "stmt")?;
            let span = reader.span(node, "stmt")?;
            Ok(Stmt { span, node: reader.statement_kind(node, span)? })
        })
    }

    fn statement_kind(&mut self, node: Node<'_>, span: Span) -> Result<StmtKind> {
        Ok(match node.kind {
            "FunctionDef" | "AsyncFunctionDef" => StmtKind::FunctionDef(Box::new(self.function(node, span)?)),
            "ClassDef" => StmtKind::ClassDef(Box::new(self.class(node, span)?)),
            "For" | "AsyncFor" => StmtKind::For(Box::new(For {
                target: self.target(node, "target")?,
                iter: self.load(node, "iter")?,
                body: self.block(node, "body")?,
                orelse: self.body(node, "orelse")?,
                is_async: node.kind == "AsyncFor",
            })),
            "While" => StmtKind::While {
                test: Box::new(self.load(node, "test")?),
                body: self.block(node, "body")?,
                orelse: self.body(node, "orelse")?,
            },
            "If" => self.chain(node, span)?,
            "With" | "AsyncWith" => {
                let items = self.list(node, "items")?;
                let items = self.filled(items, "items", node.kind)?;
                StmtKind::With {
                    items: items.iter().map(|item| self.with_item(item)).collect::<Result<_>>()?,
                    body: self.block(node, "body")?,
                    is_async: node.kind == "AsyncWith",
                }
            }
            "Match" => {
                let subject = Box::new(self.load(node, "subject")?);
                let cases = self.list(node, "cases")?;
                let cases = self.filled(cases, "cases", node.kind)?;
                StmtKind::Match {
                    subject,
                    cases: cases.iter().map(|case| self.case(case)).collect::<Result<_>>()?,
                }
            }
            "Try" | "TryStar" => StmtKind::Try(Box::new(self.try_(node)?)),
            _ => self.simple_statement(node)?,
        })
    }

    fn simple_statement(&mut self, node: Node<'_>) -> Result<StmtKind> {
        Ok(match node.kind {
            "Return" => StmtKind::Return { value: self.optional_load(node, "value")?.map(Box::new) },
            "Delete" => {
                let targets = self.expressions(node, "targets", Context::Del)?;
                StmtKind::Delete { targets: self.filled(targets, "targets", node.kind)? }
            }
            "Assign" => {
                let targets = self.expressions(node, "targets", Context::Store)?;
                let targets = self.filled(targets, "targets", node.kind)?;
                targets.iter().try_for_each(|target| self.no_star(target))?;
                StmtKind::Assign { targets, value: Box::new(self.load(node, "value")?) }
            }
            "TypeAlias" => {
                let name = Box::new(self.target(node, "name")?);
                if !matches!(name.node, ExprKind::Name { .. }) {
                    return Err(self.type_error("TypeAlias with non-Name name"));
                }
                let type_params = self.type_params(node)?;
                StmtKind::TypeAlias { name, type_params, value: Box::new(self.load(node, "value")?) }
            }
            "AugAssign" => {
                let target = Box::new(self.target(node, "target")?);
                if matches!(target.node, ExprKind::List { .. } | ExprKind::Tuple { .. }) {
                    return Err(self.type_error("invalid node type for augmented assignment"));
                }
                let op = self.operator(node)?;
                StmtKind::AugAssign { target, op, value: Box::new(self.load(node, "value")?) }
            }
            "AnnAssign" => self.annotated(node)?,
            "Raise" => {
                let exc = self.optional_load(node, "exc")?.map(Box::new);
                let cause = self.optional_load(node, "cause")?.map(Box::new);
                if exc.is_none() && cause.is_some() {
                    return Err(self.value_error("Raise with cause but no exception"));
                }
                StmtKind::Raise { exc, cause }
            }
            "Assert" => StmtKind::Assert {
                test: Box::new(self.load(node, "test")?),
                msg: self.optional_load(node, "msg")?.map(Box::new),
            },
            "Import" => StmtKind::Import { names: self.aliases(node)? },
            "ImportFrom" => self.import_from(node)?,
            "Global" => {
                let names = self.identifiers(node, "names")?;
                StmtKind::Global { names: self.filled(names, "names", node.kind)? }
            }
            "Nonlocal" => {
                let names = self.identifiers(node, "names")?;
                StmtKind::Nonlocal { names: self.filled(names, "names", node.kind)? }
            }
            "Expr" => StmtKind::Expr { value: Box::new(self.load(node, "value")?) },
            "Break" => StmtKind::Break,
            "Continue" => StmtKind::Continue,
            _ => StmtKind::Pass,
        })
    }

    fn annotated(&mut self, node: Node<'_>) -> Result<StmtKind> {
        let target = Box::new(self.target(node, "target")?);
        if matches!(target.node, ExprKind::List { .. } | ExprKind::Tuple { .. } | ExprKind::Starred { .. }) {
            return Err(self.type_error("invalid node type for annotated assignment"));
        }
        let simple = self.field(node, "simple")?;
        let simple = self.number(&simple)? != 0;
        if simple && !matches!(target.node, ExprKind::Name { .. }) {
            return Err(self.type_error("AnnAssign with simple non-Name target"));
        }
        let value = self.optional_load(node, "value")?.map(Box::new);
        Ok(StmtKind::AnnAssign {
            target,
            annotation: Box::new(self.load(node, "annotation")?),
            value,
            simple,
        })
    }

    /// Refuses a star at the outside of a target.
    fn no_star(&self, target: &Expr) -> Result<()> {
        if matches!(target.node, ExprKind::Starred { .. }) {
            return Err(self.value_error("starred assignment target must be in a list or tuple"));
        }
        Ok(())
    }

    /// An `if` and those that are all of its `orelse`.
    fn chain(&mut self, node: Node<'_>, span: Span) -> Result<StmtKind> {
        let mut branches =
            vec![IfBranch { span, test: self.load(node, "test")?, body: self.block(node, "body")? }];
        let mut rest = self.full_list(node, "orelse", "statement")?;
        while let [only] = &rest[..]
            && let Ok(next) = self.node(only, "stmt")
            && next.kind == "If"
        {
            let branch = IfBranch {
                span: self.span(next, "stmt")?,
                test: self.load(next, "test")?,
                body: self.block(next, "body")?,
            };
            branches.push(branch);
            rest = self.full_list(next, "orelse", "statement")?;
        }
        let orelse = rest.iter().map(|value| self.statement(value)).collect::<Result<_>>()?;
        Ok(StmtKind::If { branches, orelse })
    }

    fn function(&mut self, node: Node<'_>, span: Span) -> Result<FunctionDef> {
        let name = self.name(node, "name")?;
        let decorator_list = self.expressions(node, "decorator_list", Context::Load)?;
        let type_params = self.type_params(node)?;
        let arguments = self.field(node, "args")?;
        let is_async = node.kind == "AsyncFunctionDef";
        let name_span = self.name_span(span, if is_async { "async def" } else { "def" }, &name);
        Ok(FunctionDef {
            name,
            name_span,
            type_params,
            args: self.arguments(&arguments)?,
            returns: self.optional_load(node, "returns")?,
            body: self.block(node, "body")?,
            decorator_list,
            is_async,
        })
    }

    fn class(&mut self, node: Node<'_>, span: Span) -> Result<ClassDef> {
        let name = self.name(node, "name")?;
        let decorator_list = self.expressions(node, "decorator_list", Context::Load)?;
        let name_span = self.name_span(span, "class", &name);
        Ok(ClassDef {
            name,
            name_span,
            type_params: self.type_params(node)?,
            bases: self.expressions(node, "bases", Context::Load)?,
            keywords: self.keywords(node)?,
            body: self.block(node, "body")?,
            decorator_list,
        })
    }

    fn try_(&mut self, node: Node<'_>) -> Result<Try> {
        let body = self.block(node, "body")?;
        let values = self.list(node, "handlers")?;
        let mut handlers = Vec::new();
        for value in &values {
            let handler = self.node(value, "excepthandler")?;
            handlers.push(ExceptHandler {
                span: self.span(handler, "excepthandler")?,
                type_: self.optional_load(handler, "type")?,
                name: self.optional_name(handler, "name")?,
                body: self.block(handler, "body")?,
            });
        }
        let (orelse, finalbody) = (self.body(node, "orelse")?, self.body(node, "finalbody")?);
        let kind = node.kind;
        if handlers.is_empty() && finalbody.is_empty() {
            return Err(self.value_error(format!("{kind} has neither except handlers nor finalbody")));
        }
        if handlers.is_empty() && !orelse.is_empty() {
            return Err(self.value_error(format!("{kind} has orelse but no except handlers")));
        }
        Ok(Try { body, handlers, orelse, finalbody, is_star: kind == "TryStar" })
    }

    fn with_item(&mut self, value: &Value) -> Result<WithItem> {
        let node = self.node(value, "withitem")?;
        Ok(WithItem {
            context_expr: self.load(node, "context_expr")?,
            optional_vars: match self.optional(node, "optional_vars")? {
                Some(value) => Some(self.expression(&value, Context::Store)?),
                None => None,
            },
        })
    }

    fn case(&mut self, value: &Value) -> Result<MatchCase> {
        let node = self.node(value, "match_case")?;
        let pattern = self.field(node, "pattern")?;
        Ok(MatchCase {
            pattern: self.pattern(&pattern, false)?,
            guard: self.optional_load(node, "guard")?,
            body: self.block(node, "body")?,
        })
    }

    fn aliases(&mut self, node: Node<'_>) -> Result<Vec<Alias>> {
        let values = self.list(node, "names")?;
        let values = self.filled(values, "names", node.kind)?;
        let mut aliases = Vec::new();
        for value in &values {
            let alias = self.node(value, "alias")?;
            aliases.push(Alias {
                span: self.span(alias, "alias")?,
                name: self.name(alias, "name")?,
                asname: self.optional_name(alias, "asname")?,
            });
        }
        Ok(aliases)
    }

    fn import_from(&mut self, node: Node<'_>) -> Result<StmtKind> {
        let level = match self.optional(node, "level")? {
            Some(value) => self.number(&value)?,
            None => 0,
        };
        let Ok(level) = u32::try_from(level) else {
            return Err(self.value_error("Negative ImportFrom level"));
        };
        let module = self.optional_name(node, "module")?;
        Ok(StmtKind::ImportFrom { module, names: self.aliases(node)?, level })
    }

    fn type_params(&mut self, node: Node<'_>) -> Result<Vec<TypeParam>> {
        let values = self.list(node, "type_params")?;
        let mut params = Vec::new();
        for value in &values {
            let param = self.node(value, "type_param")?;
            let kind = match param.kind {
                "TypeVar" => TypeParamKind::TypeVar,
                "ParamSpec" => TypeParamKind::ParamSpec,
                _ => TypeParamKind::TypeVarTuple,
            };
            params.push(TypeParam {
                span: self.span(param, "type_param")?,
                kind,
                name: self.name(param, "name")?,
                bound: match kind {
                    TypeParamKind::TypeVar => self.optional_load(param, "bound")?,
                    _ => None,
                },
                default_value: self.optional_load(param, "default_value")?,
            });
        }
        Ok(params)
    }

    /// The parameters of a function or lambda.
    pub(super) fn arguments(&mut self, value: &Value) -> Result<Arguments> {
        let node = self.node(value, "arguments")?;
        let (posonlyargs, args) = (self.args(node, "posonlyargs")?, self.args(node, "args")?);
        let vararg = self.optional_arg(node, "vararg")?;
        let kwonlyargs = self.args(node, "kwonlyargs")?;
        let kwarg = self.optional_arg(node, "kwarg")?;
        let defaults = self.expressions(node, "defaults", Context::Load)?;
        let values = self.list(node, "kw_defaults")?;
        if defaults.len() > posonlyargs.len() + args.len() {
            return Err(self.value_error("more positional defaults than args on arguments"));
        }
        if values.len() != kwonlyargs.len() {
            let message = "length of kwonlyargs is not the same as kw_defaults on arguments";
            return Err(self.value_error(message));
        }
        let mut kw_defaults = Vec::new();
        for value in &values {
            let default = if value.is_none() { None } else { Some(self.expression(value, Context::Load)?) };
            kw_defaults.push(default);
        }
        Ok(Arguments { posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults })
    }

    fn args(&mut self, node: Node<'_>, name: &str) -> Result<Vec<Arg>> {
        let values = self.list(node, name)?;
        values.iter().map(|value| self.arg(value)).collect()
    }

    fn optional_arg(&mut self, node: Node<'_>, name: &str) -> Result<Option<Arg>> {
        self.optional(node, name)?.map(|value| self.arg(&value)).transpose()
    }

    fn arg(&mut self, value: &Value) -> Result<Arg> {
        let node = self.node(value, "arg")?;
        Ok(Arg {
            span: self.span(node, "arg")?,
            arg: self.name(node, "arg")?,
            annotation: self.optional_load(node, "annotation")?.map(Box::new),
        })
    }
}
