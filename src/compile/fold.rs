//! Constant folding: what CPython's optimiser evaluates at compile time.
//!
//! Ints are folded up to 64 bits, which only `is` could tell from folding further; results that would be long are left
//! to run time.

use std::rc::Rc;

use super::condition::truth;
use super::emit::Compiler;
use crate::code::Constant;
use crate::syntax::ast::{self, Context, Expr, ExprKind, Operator, UnaryOperator};

/// The longest text, bytes or tuple that repetition makes here.
const LONGEST: usize = 4096;
/// The most items of a tuple that repetition makes here.
const MOST_ITEMS: usize = 256;

impl Compiler<'_> {
    /// The value of an expression if it is constant.
    pub(super) fn constant(&self, expression: &Expr) -> Option<Constant> {
        match &expression.node {
            ExprKind::Constant(constant) => Some(literal(constant)),
            ExprKind::Name { id, ctx: Context::Load } if &**id == "__debug__" => {
                Some(if self.options.optimize == 0 { Constant::True } else { Constant::False })
            }
            ExprKind::UnaryOp { op, operand } => {
                stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || {
                    fold_unary(*op, &self.constant(operand)?)
                })
            }
            ExprKind::BinOp { left, op, right } => {
                // The right side is short in the long chains.
                let right = self.constant(right)?;
                stacker::maybe_grow(super::RED_ZONE, super::STACK_SEGMENT, || {
                    fold_binary(*op, &self.constant(left)?, &right)
                })
            }
            ExprKind::Tuple { elts, ctx: Context::Load } => Some(Constant::Tuple(self.constants(elts)?)),
            ExprKind::Subscript { value, slice, ctx: Context::Load } => {
                let index = self.constant(slice)?;
                fold_subscript(&self.constant(value)?, &index)
            }
            _ => None,
        }
    }

    /// The values of expressions that are all constant.
    pub(super) fn constants(&self, elts: &[Expr]) -> Option<Rc<[Constant]>> {
        elts.iter().map(|element| self.constant(element)).collect()
    }

    /// For `in`: a list of constants may be a tuple, a set a frozen one.
    pub(super) fn constant_collection(&self, expression: &Expr) -> Option<Constant> {
        match &expression.node {
            ExprKind::List { elts, .. } => Some(Constant::Tuple(self.constants(elts)?)),
            ExprKind::Set { elts } => Some(Constant::FrozenSet(self.constants(elts)?)),
            _ => None,
        }
    }

    /// For a loop: a list of constants may be a tuple.
    pub(super) fn constant_sequence(&self, expression: &Expr) -> Option<Constant> {
        match &expression.node {
            ExprKind::List { .. } | ExprKind::Set { .. } => self.constant_collection(expression),
            _ => None,
        }
    }
}

/// A literal as a constant of code.
pub(super) fn literal(constant: &ast::Constant) -> Constant {
    match constant {
        ast::Constant::None => Constant::None,
        ast::Constant::True => Constant::True,
        ast::Constant::False => Constant::False,
        ast::Constant::Ellipsis => Constant::Ellipsis,
        ast::Constant::Int(value) => Constant::Int(*value),
        ast::Constant::BigInt(digits) => Constant::BigInt(digits.clone()),
        ast::Constant::Float(value) => Constant::Float(*value),
        ast::Constant::Imaginary(value) => Constant::Complex(0.0, *value),
        ast::Constant::Str { value, .. } => Constant::Str(value.clone()),
        ast::Constant::Bytes(bytes) => Constant::Bytes(bytes.clone()),
    }
}

fn fold_unary(op: UnaryOperator, operand: &Constant) -> Option<Constant> {
    if op == UnaryOperator::Not {
        return Some(boolean(!truth(operand)));
    }
    match (op, operand) {
        (UnaryOperator::USub, Constant::Float(value)) => Some(Constant::Float(-value)),
        (UnaryOperator::UAdd, Constant::Float(value)) => Some(Constant::Float(*value)),
        (UnaryOperator::USub, Constant::Complex(real, imaginary)) => {
            Some(Constant::Complex(-real, -imaginary))
        }
        (UnaryOperator::USub, operand) => Some(Constant::Int(integer(operand)?.checked_neg()?)),
        (UnaryOperator::UAdd, operand) => Some(Constant::Int(integer(operand)?)),
        // Where it is not constant, inverting a truth value warns.
        (UnaryOperator::Invert, Constant::True) => Some(Constant::Int(-2)),
        (UnaryOperator::Invert, Constant::False) => Some(Constant::Int(-1)),
        (UnaryOperator::Invert, Constant::Int(value)) => Some(Constant::Int(!value)),
        _ => None,
    }
}

fn boolean(value: bool) -> Constant {
    if value { Constant::True } else { Constant::False }
}

fn integer(constant: &Constant) -> Option<i64> {
    match constant {
        Constant::Int(value) => Some(*value),
        Constant::True => Some(1),
        Constant::False => Some(0),
        _ => None,
    }
}

fn number(constant: &Constant) -> Option<f64> {
    match constant {
        Constant::Float(value) => Some(*value),
        // Greater ints might be rounded differently.
        constant => {
            integer(constant).filter(|value| value.unsigned_abs() < 1 << 53).map(|value| value as f64)
        }
    }
}

fn fold_binary(op: Operator, left: &Constant, right: &Constant) -> Option<Constant> {
    match (left, right) {
        (Constant::Complex(..), _) | (_, Constant::Complex(..)) => fold_complex(op, left, right),
        (Constant::Float(_), _) | (_, Constant::Float(_)) => fold_float(op, number(left)?, number(right)?),
        (Constant::Str(left), Constant::Str(right)) if op == Operator::Add => {
            Some(Constant::Str([&left[..], &right[..]].concat().into()))
        }
        (Constant::Bytes(left), Constant::Bytes(right)) if op == Operator::Add => {
            Some(Constant::Bytes([&left[..], &right[..]].concat().into()))
        }
        (Constant::Tuple(left), Constant::Tuple(right)) if op == Operator::Add => {
            Some(Constant::Tuple(left.iter().chain(right.iter()).cloned().collect()))
        }
        (sequence, times) if op == Operator::Mult && integer(sequence).is_none() => {
            repeat(sequence, integer(times)?)
        }
        (times, sequence) if op == Operator::Mult && integer(sequence).is_none() => {
            repeat(sequence, integer(times)?)
        }
        _ => fold_int(op, integer(left)?, integer(right)?),
    }
}

fn repeat(sequence: &Constant, times: i64) -> Option<Constant> {
    let times = usize::try_from(times.max(0)).ok()?;
    let fits = |length: usize, most: usize| length.checked_mul(times).is_some_and(|length| length <= most);
    match sequence {
        Constant::Str(text) if fits(text.len(), LONGEST) => Some(Constant::Str(text.repeat(times).into())),
        Constant::Bytes(bytes) if fits(bytes.len(), LONGEST) => {
            Some(Constant::Bytes(bytes.repeat(times).into()))
        }
        Constant::Tuple(items) if fits(items.len(), MOST_ITEMS) => {
            Some(Constant::Tuple(items.iter().cloned().cycle().take(items.len() * times).collect()))
        }
        _ => None,
    }
}

fn fold_int(op: Operator, left: i64, right: i64) -> Option<Constant> {
    let int = |value: Option<i64>| value.map(Constant::Int);
    match op {
        Operator::Add => int(left.checked_add(right)),
        Operator::Sub => int(left.checked_sub(right)),
        Operator::Mult => int(left.checked_mul(right)),
        Operator::FloorDiv if right != 0 => {
            let (quotient, rest) = (left.checked_div(right)?, left.checked_rem(right)?);
            int(Some(quotient - i64::from(rest != 0 && (rest < 0) != (right < 0))))
        }
        Operator::Mod if right != 0 => {
            let rest = left.checked_rem(right)?;
            int(Some(if rest != 0 && (rest < 0) != (right < 0) { rest + right } else { rest }))
        }
        Operator::Div if right != 0 => {
            Some(Constant::Float(number(&Constant::Int(left))? / number(&Constant::Int(right))?))
        }
        Operator::Pow => int(left.checked_pow(u32::try_from(right).ok()?)),
        Operator::LShift => {
            int(left.checked_mul(1i64.checked_shl(u32::try_from(right).ok().filter(|n| *n < 63)?)?))
        }
        Operator::RShift => int(left.checked_shr(u32::try_from(right).ok()?)),
        // `True & False` is a bool: left to run time, like the errors.
        _ => None,
    }
    .or_else(|| fold_bits(op, left, right))
}

fn fold_bits(op: Operator, left: i64, right: i64) -> Option<Constant> {
    match op {
        // 0 and 1 might have been bools.
        _ if left.unsigned_abs() <= 1 && right.unsigned_abs() <= 1 => None,
        Operator::BitOr => Some(Constant::Int(left | right)),
        Operator::BitXor => Some(Constant::Int(left ^ right)),
        Operator::BitAnd => Some(Constant::Int(left & right)),
        _ => None,
    }
}

fn fold_float(op: Operator, left: f64, right: f64) -> Option<Constant> {
    let value = match op {
        Operator::Add => left + right,
        Operator::Sub => left - right,
        Operator::Mult => left * right,
        Operator::Div if right != 0.0 => left / right,
        // The library's power may differ from the machine's in the last bit; the rest is rare.
        _ => return None,
    };
    Some(Constant::Float(value))
}

fn fold_complex(op: Operator, left: &Constant, right: &Constant) -> Option<Constant> {
    let parts = |constant: &Constant| match constant {
        Constant::Complex(real, imaginary) => Some((*real, *imaginary)),
        constant => number(constant).map(|real| (real, 0.0)),
    };
    let ((a, b), (c, d)) = (parts(left)?, parts(right)?);
    match op {
        Operator::Add => Some(Constant::Complex(a + c, b + d)),
        Operator::Sub => Some(Constant::Complex(a - c, b - d)),
        _ => None,
    }
}

fn fold_subscript(value: &Constant, index: &Constant) -> Option<Constant> {
    let index = integer(index)?;
    let at = |length: usize| {
        let index = if index < 0 { index.checked_add(length as i64)? } else { index };
        usize::try_from(index).ok().filter(|index| *index < length)
    };
    match value {
        Constant::Tuple(items) => Some(items[at(items.len())?].clone()),
        Constant::Bytes(bytes) => Some(Constant::Int(i64::from(bytes[at(bytes.len())?]))),
        Constant::Str(text) if text.is_ascii() => {
            Some(Constant::Str([text[at(text.len())?]].as_slice().into()))
        }
        _ => None,
    }
}
