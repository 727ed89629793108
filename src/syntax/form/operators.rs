//! Contexts and operators as nodes.

use super::{Item, node};
use crate::syntax::ast::*;

pub(super) fn context<'t>(context: Context) -> (&'static str, Item<'t>) {
    let name = match context {
        Context::Load => "Load",
        Context::Store => "Store",
        Context::Del => "Del",
    };
    ("ctx", node(name, vec![]))
}

pub(super) fn operator<'t>(operator: Operator) -> Item<'t> {
    let name = match operator {
        Operator::Add => "Add",
        Operator::Sub => "Sub",
        Operator::Mult => "Mult",
        Operator::MatMult => "MatMult",
        Operator::Div => "Div",
        Operator::Mod => "Mod",
        Operator::Pow => "Pow",
        Operator::LShift => "LShift",
        Operator::RShift => "RShift",
        Operator::BitOr => "BitOr",
        Operator::BitXor => "BitXor",
        Operator::BitAnd => "BitAnd",
        Operator::FloorDiv => "FloorDiv",
    };
    node(name, vec![])
}

pub(super) fn comparison<'t>(operator: ComparisonOperator) -> Item<'t> {
    let name = match operator {
        ComparisonOperator::Eq => "Eq",
        ComparisonOperator::NotEq => "NotEq",
        ComparisonOperator::Lt => "Lt",
        ComparisonOperator::LtE => "LtE",
        ComparisonOperator::Gt => "Gt",
        ComparisonOperator::GtE => "GtE",
        ComparisonOperator::Is => "Is",
        ComparisonOperator::IsNot => "IsNot",
        ComparisonOperator::In => "In",
        ComparisonOperator::NotIn => "NotIn",
    };
    node(name, vec![])
}
