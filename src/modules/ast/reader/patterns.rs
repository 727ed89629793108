//! Patterns of `match` statements.

use super::expressions::simple_constant;
use super::{Node, Reader};
use crate::object::{Result, Value};
use crate::syntax::ast::*;

impl Reader<'_> {
    /// A pattern; a star is allowed in a sequence alone.
    pub(super) fn pattern(&mut self, value: &Value, star: bool) -> Result<Pattern> {
        self.deeper(|reader| {
            let node = reader.node(value, "pattern")?;
            let span = reader.span(node, "pattern")?;
            if node.kind == "MatchStar" && !star {
                return Err(reader.value_error("MatchStar is allowed only in a MatchSequence"));
            }
            Ok(Pattern { span, node: reader.pattern_kind(node)? })
        })
    }

    fn patterns(&mut self, node: Node<'_>, name: &str, star: bool) -> Result<Vec<Pattern>> {
        let values = self.full_list(node, name, "pattern")?;
        values.iter().map(|value| self.pattern(value, star)).collect()
    }

    fn pattern_kind(&mut self, node: Node<'_>) -> Result<PatternKind> {
        Ok(match node.kind {
            "MatchValue" => {
                let value = self.load(node, "value")?;
                self.literal_or_attribute(&value)?;
                PatternKind::MatchValue { value: Box::new(value) }
            }
            "MatchSingleton" => {
                let value = self.attribute(node, "value")?.unwrap_or(Value::ELLIPSIS);
                match simple_constant(&value, false) {
                    Some(value @ (Constant::None | Constant::True | Constant::False)) => {
                        PatternKind::MatchSingleton { value }
                    }
                    _ => {
                        let message = "MatchSingleton can only contain True, False and None";
                        return Err(self.value_error(message));
                    }
                }
            }
            "MatchSequence" => {
                PatternKind::MatchSequence { patterns: self.patterns(node, "patterns", true)? }
            }
            "MatchMapping" => self.mapping(node)?,
            "MatchClass" => self.class_pattern(node)?,
            "MatchStar" => PatternKind::MatchStar { name: self.capture(node, "name")? },
            "MatchAs" => {
                let pattern = self.optional(node, "pattern")?;
                let name = self.capture(node, "name")?;
                if name.is_none() && pattern.is_some() {
                    let message = "MatchAs must specify a target name if a pattern is given";
                    return Err(self.value_error(message));
                }
                let pattern = pattern.map(|pattern| self.pattern(&pattern, false)).transpose()?;
                PatternKind::MatchAs { pattern: pattern.map(Box::new), name }
            }
            _ => {
                let patterns = self.patterns(node, "patterns", false)?;
                if patterns.len() < 2 {
                    return Err(self.value_error("MatchOr requires at least 2 patterns"));
                }
                PatternKind::MatchOr { patterns }
            }
        })
    }

    fn capture(&mut self, node: Node<'_>, name: &str) -> Result<Option<Identifier>> {
        let name = self.optional_name(node, name)?;
        name.as_deref().map_or(Ok(()), |name| self.no_constant(name))?;
        if name.as_deref() == Some("_") {
            return Err(self.value_error("can't capture name '_' in patterns"));
        }
        Ok(name)
    }

    fn mapping(&mut self, node: Node<'_>) -> Result<PatternKind> {
        let keys = self.expressions(node, "keys", Context::Load)?;
        let patterns = self.patterns(node, "patterns", false)?;
        if keys.len() != patterns.len() {
            let message = "MatchMapping doesn't have the same number of keys as patterns";
            return Err(self.value_error(message));
        }
        for key in &keys {
            let singleton = Constant::None;
            let is_word = matches!(
                &key.node,
                ExprKind::Constant(value) if *value == singleton || matches!(value, Constant::True | Constant::False)
            );
            if !is_word {
                self.literal_or_attribute(key)?;
            }
        }
        let rest = self.capture(node, "rest")?;
        Ok(PatternKind::MatchMapping { items: keys.into_iter().zip(patterns).collect(), rest })
    }

    fn class_pattern(&mut self, node: Node<'_>) -> Result<PatternKind> {
        let cls = Box::new(self.load(node, "cls")?);
        let names = self.identifiers(node, "kwd_attrs")?;
        let keywords = self.patterns(node, "kwd_patterns", false)?;
        if names.len() != keywords.len() {
            let message = "MatchClass doesn't have the same number of keyword attributes as patterns";
            return Err(self.value_error(message));
        }
        if !is_dotted(&cls) {
            let message = "MatchClass cls field can only contain Name or Attribute nodes.";
            return Err(self.value_error(message));
        }
        let patterns = self.patterns(node, "patterns", false)?;
        Ok(PatternKind::MatchClass { cls, patterns, keywords: names.into_iter().zip(keywords).collect() })
    }

    /// What a pattern may compare with.
    fn literal_or_attribute(&self, value: &Expr) -> Result<()> {
        let number = |value: &Expr| {
            matches!(
                &value.node,
                ExprKind::Constant(
                    Constant::Int(_) | Constant::BigInt(_) | Constant::Float(_) | Constant::Imaginary(_)
                )
            )
        };
        let signed = |value: &Expr| match &value.node {
            ExprKind::UnaryOp { op: UnaryOperator::USub, operand } => number(operand),
            _ => number(value),
        };
        let fits = match &value.node {
            ExprKind::Constant(Constant::Str { .. } | Constant::Bytes(_)) | ExprKind::JoinedStr { .. } => {
                true
            }
            ExprKind::Attribute { .. } => is_dotted(value),
            ExprKind::BinOp { left, op: Operator::Add | Operator::Sub, right } => {
                signed(left) && number(right)
            }
            _ => signed(value),
        };
        match fits {
            true => Ok(()),
            false => Err(self.value_error("patterns may only match literals and attribute lookups")),
        }
    }
}

fn is_dotted(value: &Expr) -> bool {
    match &value.node {
        ExprKind::Name { .. } => true,
        ExprKind::Attribute { value, .. } => is_dotted(value),
        _ => false,
    }
}
