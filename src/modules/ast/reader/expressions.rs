//! Expressions, and what belongs to them: literals, comprehensions, keywords.

use std::rc::Rc;

use super::{Node, Reader, is_exactly};
use crate::modules::convert;
use crate::object::{Result, Text, Value};
use crate::syntax::Span;
use crate::syntax::ast::*;
use crate::types;

fn context_name(context: Context) -> &'static str {
    match context {
        Context::Load => "Load",
        Context::Store => "Store",
        Context::Del => "Del",
    }
}

impl Reader<'_> {
    /// A field whose value is read.
    pub(super) fn load(&mut self, node: Node<'_>, name: &str) -> Result<Expr> {
        let value = self.field(node, name)?;
        self.expression(&value, Context::Load)
    }

    fn boxed(&mut self, node: Node<'_>, name: &str) -> Result<Box<Expr>> {
        self.load(node, name).map(Box::new)
    }

    /// A field whose value is read, if there is one.
    pub(super) fn optional_load(&mut self, node: Node<'_>, name: &str) -> Result<Option<Expr>> {
        self.optional(node, name)?.map(|value| self.expression(&value, Context::Load)).transpose()
    }

    /// A field that is stored to.
    pub(super) fn target(&mut self, node: Node<'_>, name: &str) -> Result<Expr> {
        let value = self.field(node, name)?;
        self.expression(&value, Context::Store)
    }

    /// A list of expressions.
    pub(super) fn expressions(&mut self, node: Node<'_>, name: &str, context: Context) -> Result<Vec<Expr>> {
        let values = self.full_list(node, name, "expression")?;
        values.iter().map(|value| self.expression(value, context)).collect()
    }

    /// An expression that must be fit for the context.
    pub(super) fn expression(&mut self, value: &Value, context: Context) -> Result<Expr> {
        self.deeper(|reader| {
            let node = reader.node(value, "expr")?;
            let span = reader.span(node, "expr")?;
            let kind = match node.kind {
                "Attribute" | "Subscript" | "Starred" | "Name" | "List" | "Tuple" => {
                    let got = reader.word(node, "ctx", "expr_context")?;
                    let wanted = context_name(context);
                    if got != wanted {
                        let message = format!("expression must have {wanted} context but has {got} instead");
                        return Err(reader.value_error(message));
                    }
                    reader.assignable(node, context)?
                }
                _ if context != Context::Load => {
                    let context = context_name(context);
                    let message = format!("expression which can't be assigned to in {context} context");
                    return Err(reader.value_error(message));
                }
                "Constant" => {
                    let value = reader.attribute(node, "value")?;
                    let missing = || reader.type_error("required field \"value\" missing from Constant");
                    let value = value.ok_or_else(missing)?;
                    let unicode_prefix = match reader.optional(node, "kind")? {
                        Some(kind) => kind.downcast::<Text>().is_some_and(|kind| kind.bytes() == b"u"),
                        None => false,
                    };
                    reader.constant(&value, unicode_prefix, span)?
                }
                _ => reader.expression_kind(node)?,
            };
            Ok(Expr { span, node: kind })
        })
    }

    fn assignable(&mut self, node: Node<'_>, ctx: Context) -> Result<ExprKind> {
        Ok(match node.kind {
            "Attribute" => {
                ExprKind::Attribute { value: self.boxed(node, "value")?, attr: self.name(node, "attr")?, ctx }
            }
            "Subscript" => ExprKind::Subscript {
                value: self.boxed(node, "value")?,
                slice: self.boxed(node, "slice")?,
                ctx,
            },
            "Starred" => {
                let value = self.field(node, "value")?;
                ExprKind::Starred { value: Box::new(self.expression(&value, ctx)?), ctx }
            }
            "Name" => {
                let id = self.name(node, "id")?;
                self.no_constant(&id)?;
                ExprKind::Name { id, ctx }
            }
            "List" => ExprKind::List { elts: self.elements(node, ctx)?, ctx },
            _ => ExprKind::Tuple { elts: self.elements(node, ctx)?, ctx },
        })
    }

    fn elements(&mut self, node: Node<'_>, context: Context) -> Result<Vec<Expr>> {
        let elements = self.expressions(node, "elts", context)?;
        let stars =
            elements.iter().filter(|element| matches!(element.node, ExprKind::Starred { .. })).count();
        if context == Context::Store && stars > 1 {
            return Err(self.value_error("multiple starred expressions in assignment"));
        }
        Ok(elements)
    }

    fn expression_kind(&mut self, node: Node<'_>) -> Result<ExprKind> {
        Ok(match node.kind {
            "BoolOp" => {
                let op = self.word(node, "op", "boolop")?;
                let op = if op == "And" { BoolOperator::And } else { BoolOperator::Or };
                let values = self.expressions(node, "values", Context::Load)?;
                if values.len() < 2 {
                    return Err(self.value_error("BoolOp with less than 2 values"));
                }
                ExprKind::BoolOp { op, values }
            }
            "NamedExpr" => {
                let target = Box::new(self.target(node, "target")?);
                if !matches!(target.node, ExprKind::Name { .. }) {
                    return Err(self.type_error("NamedExpr target must be a Name"));
                }
                ExprKind::NamedExpr { target, value: self.boxed(node, "value")? }
            }
            "BinOp" => {
                let left = self.boxed(node, "left")?;
                ExprKind::BinOp { left, op: self.operator(node)?, right: self.boxed(node, "right")? }
            }
            "UnaryOp" => {
                let op = match self.word(node, "op", "unaryop")? {
                    "Invert" => UnaryOperator::Invert,
                    "Not" => UnaryOperator::Not,
                    "UAdd" => UnaryOperator::UAdd,
                    _ => UnaryOperator::USub,
                };
                ExprKind::UnaryOp { op, operand: self.boxed(node, "operand")? }
            }
            "Lambda" => {
                let arguments = self.field(node, "args")?;
                let args = Box::new(self.arguments(&arguments)?);
                ExprKind::Lambda { args, body: self.boxed(node, "body")? }
            }
            "IfExp" => ExprKind::IfExp {
                test: self.boxed(node, "test")?,
                body: self.boxed(node, "body")?,
                orelse: self.boxed(node, "orelse")?,
            },
            "Await" => ExprKind::Await { value: self.boxed(node, "value")? },
            "Yield" => ExprKind::Yield { value: self.optional_load(node, "value")?.map(Box::new) },
            "YieldFrom" => ExprKind::YieldFrom { value: self.boxed(node, "value")? },
            "Compare" => self.comparison(node)?,
            "Call" => ExprKind::Call {
                func: self.boxed(node, "func")?,
                args: self.expressions(node, "args", Context::Load)?,
                keywords: self.keywords(node)?,
            },
            "Slice" => ExprKind::Slice {
                lower: self.optional_load(node, "lower")?.map(Box::new),
                upper: self.optional_load(node, "upper")?.map(Box::new),
                step: self.optional_load(node, "step")?.map(Box::new),
            },
            "Dict" => self.dict(node)?,
            "Set" => ExprKind::Set { elts: self.expressions(node, "elts", Context::Load)? },
            "JoinedStr" => ExprKind::JoinedStr { values: self.expressions(node, "values", Context::Load)? },
            "FormattedValue" => self.formatted(node)?,
            _ => self.collected(node)?,
        })
    }

    fn collected(&mut self, node: Node<'_>) -> Result<ExprKind> {
        if node.kind == "DictComp" {
            let (key, value) = (self.boxed(node, "key")?, self.boxed(node, "value")?);
            return Ok(ExprKind::DictComp { key, value, generators: self.generators(node)? });
        }
        let elt = self.boxed(node, "elt")?;
        let generators = self.generators(node)?;
        Ok(match node.kind {
            "ListComp" => ExprKind::ListComp { elt, generators },
            "SetComp" => ExprKind::SetComp { elt, generators },
            _ => ExprKind::GeneratorExp { elt, generators },
        })
    }

    fn generators(&mut self, node: Node<'_>) -> Result<Vec<Comprehension>> {
        let values = self.list(node, "generators")?;
        if values.is_empty() {
            return Err(self.value_error("comprehension with no generators"));
        }
        let mut generators = Vec::new();
        for value in &values {
            let node = self.node(value, "comprehension")?;
            let is_async = self.field(node, "is_async")?;
            generators.push(Comprehension {
                target: self.target(node, "target")?,
                iter: self.load(node, "iter")?,
                ifs: self.expressions(node, "ifs", Context::Load)?,
                is_async: self.number(&is_async)? != 0,
            });
        }
        Ok(generators)
    }

    fn comparison(&mut self, node: Node<'_>) -> Result<ExprKind> {
        let left = self.boxed(node, "left")?;
        let ops = self.list(node, "ops")?;
        let comparators = self.expressions(node, "comparators", Context::Load)?;
        if comparators.is_empty() {
            return Err(self.value_error("Compare with no comparators"));
        }
        if comparators.len() != ops.len() {
            let message = "Compare has a different number of comparators and operands";
            return Err(self.value_error(message));
        }
        let mut comparisons = Vec::new();
        for (op, comparator) in ops.iter().zip(comparators) {
            let op = match self.node(op, "cmpop")?.kind {
                "Eq" => ComparisonOperator::Eq,
                "NotEq" => ComparisonOperator::NotEq,
                "Lt" => ComparisonOperator::Lt,
                "LtE" => ComparisonOperator::LtE,
                "Gt" => ComparisonOperator::Gt,
                "GtE" => ComparisonOperator::GtE,
                "Is" => ComparisonOperator::Is,
                "IsNot" => ComparisonOperator::IsNot,
                "In" => ComparisonOperator::In,
                _ => ComparisonOperator::NotIn,
            };
            comparisons.push((op, comparator));
        }
        Ok(ExprKind::Compare { left, comparisons })
    }

    fn dict(&mut self, node: Node<'_>) -> Result<ExprKind> {
        let keys = self.list(node, "keys")?;
        let values = self.full_list(node, "values", "expression")?;
        if keys.len() != values.len() {
            return Err(self.value_error("Dict doesn't have the same number of keys as values"));
        }
        let mut items = Vec::new();
        for (key, value) in keys.iter().zip(&values) {
            let key = if key.is_none() { None } else { Some(self.expression(key, Context::Load)?) };
            items.push(DictItem { key, value: self.expression(value, Context::Load)? });
        }
        Ok(ExprKind::Dict { items })
    }

    fn formatted(&mut self, node: Node<'_>) -> Result<ExprKind> {
        let value = self.boxed(node, "value")?;
        let conversion = self.field(node, "conversion")?;
        let conversion = match self.number(&conversion)? {
            -1 => None,
            115 => Some(Conversion::Str),
            114 => Some(Conversion::Repr),
            97 => Some(Conversion::Ascii),
            other => {
                let message = format!("Unrecognized conversion character {other}");
                return Err(crate::object::raised::system_error(self.gil, message));
            }
        };
        let format_spec = self.optional_load(node, "format_spec")?.map(Box::new);
        Ok(ExprKind::FormattedValue { value, conversion, format_spec })
    }

    /// The keywords of a call or class.
    pub(super) fn keywords(&mut self, node: Node<'_>) -> Result<Vec<Keyword>> {
        let values = self.list(node, "keywords")?;
        let mut keywords = Vec::new();
        for value in &values {
            let keyword = self.node(value, "keyword")?;
            keywords.push(Keyword {
                span: self.span(keyword, "keyword")?,
                arg: self.optional_name(keyword, "arg")?,
                value: self.load(keyword, "value")?,
            });
        }
        Ok(keywords)
    }

    /// The operator in the field `op`.
    pub(super) fn operator(&mut self, node: Node<'_>) -> Result<Operator> {
        Ok(match self.word(node, "op", "operator")? {
            "Add" => Operator::Add,
            "Sub" => Operator::Sub,
            "Mult" => Operator::Mult,
            "MatMult" => Operator::MatMult,
            "Div" => Operator::Div,
            "Mod" => Operator::Mod,
            "Pow" => Operator::Pow,
            "LShift" => Operator::LShift,
            "RShift" => Operator::RShift,
            "BitOr" => Operator::BitOr,
            "BitXor" => Operator::BitXor,
            "BitAnd" => Operator::BitAnd,
            _ => Operator::FloorDiv,
        })
    }

    /// A literal; what no literal can say is put together of several.
    fn constant(&mut self, value: &Value, unicode_prefix: bool, span: Span) -> Result<ExprKind> {
        let gil = self.gil;
        let class = value.class(gil);
        if let Some(value) = simple_constant(value, unicode_prefix) {
            return Ok(ExprKind::Constant(value));
        }
        if is_exactly(gil, value, types::int::class(gil)) {
            if let Some(number) = convert::whole(value).filter(|&number| number != i64::MIN) {
                return Ok(ExprKind::Constant(Constant::Int(number)));
            }
            let Some(number) = types::int::to_big(value) else {
                return Ok(ExprKind::Constant(Constant::Int(0)));
            };
            let digits = types::int::magnitude(&number).in_radix(16).to_string();
            let magnitude = ExprKind::Constant(Constant::BigInt(Rc::from(digits)));
            let positive = number >= dashu_int::IBig::ZERO;
            return Ok(if positive { magnitude } else { negated(magnitude, span) });
        }
        if class.name().as_ref() == "complex"
            && let Some((real, imaginary)) = types::complex::parts(value)
        {
            let imaginary = ExprKind::Constant(Constant::Imaginary(imaginary));
            if real == 0.0 && real.is_sign_positive() {
                return Ok(imaginary);
            }
            let real = Expr { span, node: ExprKind::Constant(Constant::Float(real)) };
            let (left, right) = (Box::new(real), Box::new(Expr { span, node: imaginary }));
            return Ok(ExprKind::BinOp { left, op: Operator::Add, right });
        }
        if class.name().as_ref() == "tuple"
            && let Some(items) = types::tuple::items_of(value)
        {
            let elts = items.iter().map(|item| {
                self.deeper(|reader| Ok(Expr { span, node: reader.constant(item, false, span)? }))
            });
            return Ok(ExprKind::Tuple { elts: elts.collect::<Result<_>>()?, ctx: Context::Load });
        }
        let message = format!("got an invalid type in Constant: {}", class.name());
        Err(self.type_error(message))
    }
}

fn negated(operand: ExprKind, span: Span) -> ExprKind {
    let operand = Box::new(Expr { span, node: operand });
    ExprKind::UnaryOp { op: UnaryOperator::USub, operand }
}

/// What is a constant of ours as it is.
pub(super) fn simple_constant(value: &Value, unicode_prefix: bool) -> Option<Constant> {
    if value.is_none() {
        return Some(Constant::None);
    }
    for (word, constant) in [
        (Value::TRUE, Constant::True),
        (Value::FALSE, Constant::False),
        (Value::ELLIPSIS, Constant::Ellipsis),
    ] {
        if value.is(&word) {
            return Some(constant);
        }
    }
    if value.header().is_none() {
        return convert::whole(value)
            .map(Constant::Int)
            .or_else(|| convert::as_f64(value).map(Constant::Float));
    }
    if let Some(text) = value.downcast::<Text>() {
        return Some(Constant::Str { value: text.bytes().into(), unicode_prefix });
    }
    convert::as_bytes(value).map(|bytes| Constant::Bytes(bytes.into()))
}
