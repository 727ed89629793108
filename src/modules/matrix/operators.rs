//! Operators with broadcasting, and the product of matrices.

use std::ops::Range;

use super::data::{Data, Kind};
use super::{Matrix, convert, exponential, kernel, of, run, shape_text, size_of};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::{Comparison, Operator, Ref, Result, Value};
use crate::types::{float, int};

/// The shape both broadcast to, or an error that names both.
pub fn joined_shape(gil: Gil<'_>, left: &[usize], right: &[usize]) -> Result<Vec<usize>> {
    let count = left.len().max(right.len());
    let side =
        |shape: &[usize], axis: usize| (axis + shape.len()).checked_sub(count).map_or(1, |axis| shape[axis]);
    (0..count)
        .map(|axis| match (side(left, axis), side(right, axis)) {
            (left, right) if left == right || right == 1 => Ok(left),
            (1, right) => Ok(right),
            _ => {
                let (left, right) = (shape_text(left), shape_text(right));
                let message = format!("operands could not be broadcast together with shapes {left} {right} ");
                Err(value_error(gil, message))
            }
        })
        .collect()
}

/// For each place of `to`, the place in an array of the shape `from` that broadcasts to it.
pub fn places(from: &[usize], to: &[usize]) -> Vec<usize> {
    let mut steps = vec![0; to.len()];
    let mut step = 1;
    for (axis, &side) in from.iter().enumerate().rev() {
        if side != 1 {
            steps[axis + to.len() - from.len()] = step;
        }
        step *= side;
    }
    let mut places = vec![0_usize];
    for (&side, &step) in to.iter().zip(&steps) {
        places = places.iter().flat_map(|&place| (0..side).map(move |index| place + index * step)).collect();
    }
    places
}

/// How the operands' numbers pair up.
enum Pairing {
    Same,
    ScalarLeft,
    ScalarRight,
    Any(Vec<usize>, Vec<usize>),
}

impl Pairing {
    fn of(left: &[usize], right: &[usize], joined: &[usize]) -> Pairing {
        if left == right {
            Pairing::Same
        } else if right.iter().all(|&side| side == 1) && left == joined {
            Pairing::ScalarRight
        } else if left.iter().all(|&side| side == 1) && right == joined {
            Pairing::ScalarLeft
        } else {
            Pairing::Any(places(left, joined), places(right, joined))
        }
    }

    fn zip<T: Copy, R>(&self, left: &[T], right: &[T], function: impl Fn(T, T) -> R) -> Vec<R> {
        match self {
            Pairing::Same => left.iter().zip(right).map(|(&left, &right)| function(left, right)).collect(),
            Pairing::ScalarLeft => right.iter().map(|&right| function(left[0], right)).collect(),
            Pairing::ScalarRight => left.iter().map(|&left| function(left, right[0])).collect(),
            Pairing::Any(first, second) => {
                first.iter().zip(second).map(|(&at, &with)| function(left[at], right[with])).collect()
            }
        }
    }
}

/// Two arrays, and the kind of what is made of them.
type Operands = (Ref<Matrix>, Ref<Matrix>, Kind);

/// Both operands as arrays, and the kind of the result; a Python number takes the array's kind where it can.
fn operands(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Option<Operands>> {
    let is_scalar = |value: &Value| float::number(value).is_some() || int::number(value).is_some();
    let usable = |value: &Value| {
        value.downcast::<Matrix>().is_some() || is_scalar(value) || super::sequence(value).is_some()
    };
    if !usable(left) || !usable(right) {
        return Ok(None);
    }
    let (first, second) = (convert(gil, left, None)?, convert(gil, right, None)?);
    let (left_kind, right_kind) = (first.numbers().kind(), second.numbers().kind());
    let kind = match (is_scalar(left), is_scalar(right)) {
        (true, false) if right_kind == Kind::Float32 => Kind::Float32,
        (false, true) if left_kind == Kind::Float32 => Kind::Float32,
        _ => left_kind.joined(right_kind),
    };
    Ok(Some((first, second, kind)))
}

fn power_int(base: i64, exponent: i64) -> i64 {
    u32::try_from(exponent).map_or(0, |exponent| base.wrapping_pow(exponent))
}

/// `left op right`, number by number.
pub fn arithmetic(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    let Some((left, right, kind)) = operands(gil, left, right)? else { return Ok(Value::NOT_IMPLEMENTED) };
    let shape = joined_shape(gil, &left.shape, &right.shape)?;
    let size = size_of(gil, &shape)?;
    let (first, second) = (left.numbers(), right.numbers());
    let (left_shape, right_shape) = (&left.shape[..], &right.shape[..]);
    let bitwise = matches!(operator, Operator::BitAnd | Operator::BitOr | Operator::BitXor);
    if bitwise && kind > Kind::Int64 {
        return Err(type_error(gil, "bitwise operators are for arrays of ints and truth values"));
    }
    if operator == Operator::Power
        && kind == Kind::Int64
        && second.ints().iter().any(|&exponent| exponent < 0)
    {
        return Err(value_error(gil, "Integers to negative integer powers are not allowed."));
    }
    let kind = match (operator, kind) {
        (Operator::TrueDivide, Kind::Bool | Kind::Int64) => Kind::Float64,
        (_, Kind::Bool) if bitwise => Kind::Bool,
        (Operator::Add | Operator::Multiply, Kind::Bool) => Kind::Bool,
        (_, Kind::Bool) => Kind::Int64,
        (_, kind) => kind,
    };
    let to = shape.clone();
    let data = run(gil, size, move || {
        let pairing = Pairing::of(left_shape, right_shape, &to);
        macro_rules! floats {
            ($left:expr, $right:expr) => {{
                let (left, right) = ($left, $right);
                match operator {
                    Operator::Add => pairing.zip(&left, &right, |left, right| left + right),
                    Operator::Subtract => pairing.zip(&left, &right, |left, right| left - right),
                    Operator::Multiply => pairing.zip(&left, &right, |left, right| left * right),
                    Operator::TrueDivide => pairing.zip(&left, &right, |left, right| left / right),
                    Operator::FloorDivide => pairing.zip(&left, &right, |left, right| (left / right).floor()),
                    Operator::Modulo => pairing.zip(&left, &right, |left, right| {
                        let rest = left % right;
                        if rest != 0.0 && (rest < 0.0) != (right < 0.0) { rest + right } else { rest }
                    }),
                    _ if right.len() == 1 && right[0] == 2.0 => {
                        pairing.zip(&left, &right, |left, _| left * left)
                    }
                    _ => pairing.zip(&left, &right, |left, right| left.powf(right)),
                }
            }};
        }
        match kind {
            Kind::Float64 => Data::Float64(floats!(first.floats(), second.floats())),
            Kind::Float32 => Data::Float32(floats!(first.singles(), second.singles())),
            Kind::Int64 => Data::Int64(pairing.zip(&first.ints(), &second.ints(), whole(operator))),
            Kind::Bool => {
                let (left, right) = (first.truths(), second.truths());
                Data::Bool(match operator {
                    Operator::Add | Operator::BitOr => pairing.zip(&left, &right, |left, right| left | right),
                    Operator::BitXor => pairing.zip(&left, &right, |left, right| left ^ right),
                    _ => pairing.zip(&left, &right, |left, right| left & right),
                })
            }
        }
    });
    Ok(of(gil, shape, data))
}

/// The operator on ints, which wrap around; a division by zero gives zero.
fn whole(operator: Operator) -> fn(i64, i64) -> i64 {
    match operator {
        Operator::Add => i64::wrapping_add,
        Operator::Subtract => i64::wrapping_sub,
        Operator::Multiply => i64::wrapping_mul,
        Operator::FloorDivide => |left, right| {
            if right == 0 {
                return 0;
            }
            let quotient = left.wrapping_div(right);
            let inexact = left.wrapping_rem(right) != 0;
            if inexact && (left < 0) != (right < 0) { quotient - 1 } else { quotient }
        },
        Operator::Modulo => |left, right| {
            if right == 0 {
                return 0;
            }
            let rest = left.wrapping_rem(right);
            if rest != 0 && (rest < 0) != (right < 0) { rest + right } else { rest }
        },
        Operator::Power => power_int,
        Operator::BitAnd => |left, right| left & right,
        Operator::BitOr => |left, right| left | right,
        _ => |left, right| left ^ right,
    }
}

/// `left <op> right`, number by number.
pub fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let Some((left, right, kind)) = operands(gil, left, right)? else { return Ok(Value::NOT_IMPLEMENTED) };
    let shape = joined_shape(gil, &left.shape, &right.shape)?;
    let (first, second) = (left.numbers(), right.numbers());
    let (left_shape, right_shape, to) = (&left.shape[..], &right.shape[..], shape.clone());
    let truths = run(gil, size_of(gil, &shape)?, move || {
        let pairing = Pairing::of(left_shape, right_shape, &to);
        if kind <= Kind::Int64 {
            return pairing
                .zip(&first.ints(), &second.ints(), |left, right| comparison.holds(left.cmp(&right)));
        }
        pairing.zip(&first.floats(), &second.floats(), |left, right| match left.partial_cmp(&right) {
            Some(ordering) => comparison.holds(ordering),
            None => comparison == Comparison::NotEqual,
        })
    });
    Ok(of(gil, shape, Data::Bool(truths)))
}

/// `where(condition, left, right)`.
pub fn choose(gil: Gil<'_>, condition: &Value, left: &Value, right: &Value) -> Result<Value> {
    let condition = convert(gil, condition, None)?;
    let Some((left, right, kind)) = operands(gil, left, right)? else {
        return Err(type_error(gil, "where() takes arrays or numbers"));
    };
    let shape = joined_shape(gil, &left.shape, &right.shape)?;
    let shape = joined_shape(gil, &condition.shape, &shape)?;
    size_of(gil, &shape)?;
    let truths = condition.numbers().truths();
    let picked = places(&condition.shape, &shape);
    let (at, with) = (places(&left.shape, &shape), places(&right.shape, &shape));
    let (first, second) = (left.numbers().cast(kind), right.numbers().cast(kind));
    let split = first.length();
    let both: Vec<usize> = picked
        .iter()
        .zip(at.iter().zip(&with))
        .map(|(&place, (&at, &with))| if truths[place] { at } else { split + with })
        .collect();
    let joined = match (first, second) {
        (Data::Float64(mut first), Data::Float64(second)) => {
            first.extend(second);
            Data::Float64(first)
        }
        (Data::Float32(mut first), Data::Float32(second)) => {
            first.extend(second);
            Data::Float32(first)
        }
        (Data::Int64(mut first), Data::Int64(second)) => {
            first.extend(second);
            Data::Int64(first)
        }
        (first, second) => Data::Bool([first.truths(), second.truths()].concat()),
    };
    Ok(of(gil, shape, joined.picked(&both)))
}

/// `left @ right` for vectors and matrices.
pub fn product(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let (Some(left), Some(right)) = (left.downcast::<Matrix>(), right.downcast::<Matrix>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if left.shape.len().max(right.shape.len()) > 2 && left.shape.len().min(right.shape.len()) > 1 {
        return stacked_product(gil, left, right);
    }
    let (rows, inner) = match left.shape[..] {
        [inner] => (1, inner),
        [rows, inner] => (rows, inner),
        _ => return Err(wrong_axes(gil, left, right)),
    };
    let (depth, columns) = match right.shape[..] {
        [depth] => (depth, 1),
        [depth, columns] => (depth, columns),
        _ => return Err(wrong_axes(gil, left, right)),
    };
    if inner != depth {
        let (first, second) = (shape_text(&left.shape), shape_text(&right.shape));
        let message = format!(
            "matmul: shapes {first} and {second} do not fit: the second operand's first side is {depth}, not {inner}"
        );
        return Err(value_error(gil, message));
    }
    let (first, second) = (left.numbers(), right.numbers());
    let kind = first.kind().joined(second.kind());
    let steps = rows.saturating_mul(inner).saturating_mul(columns);
    let data = run(gil, steps, move || match kind {
        Kind::Float64 => {
            Data::Float64(kernel::multiply(&first.floats(), &second.floats(), rows, inner, columns))
        }
        Kind::Float32 => {
            Data::Float32(kernel::multiply(&first.singles(), &second.singles(), rows, inner, columns))
        }
        _ => Data::Int64(multiply_ints(&first.ints(), &second.ints(), (rows, inner, columns))),
    });
    let shape: Vec<usize> =
        left.shape[..left.shape.len() - 1].iter().chain(&right.shape[1..]).copied().collect();
    if shape.is_empty() {
        return Ok(super::number_value(gil, &data, 0));
    }
    Ok(of(gil, shape, data))
}

/// `left @ right` for stacks of matrices, which broadcast.
fn stacked_product(gil: Gil<'_>, left: &Ref<Matrix>, right: &Ref<Matrix>) -> Result<Value> {
    let (left_stack, left_sides) = left.shape.split_at(left.shape.len() - 2);
    let (right_stack, right_sides) = right.shape.split_at(right.shape.len() - 2);
    let ([rows, inner], [depth, columns]) = (pair(left_sides), pair(right_sides));
    if inner != depth {
        let (first, second) = (shape_text(&left.shape), shape_text(&right.shape));
        let message = format!(
            "matmul: shapes {first} and {second} do not fit: the second operand's first side is {depth}, not {inner}"
        );
        return Err(value_error(gil, message));
    }
    let mut shape = joined_shape(gil, left_stack, right_stack)?;
    let (at, with) = (places(left_stack, &shape), places(right_stack, &shape));
    shape.extend([rows, columns]);
    let size = size_of(gil, &shape)?;
    let (first, second) = (left.numbers(), right.numbers());
    let kind = first.kind().joined(second.kind());
    let data = run(gil, size.saturating_mul(inner), move || {
        let pairs = at.into_iter().zip(with).map(|(at, with)| {
            (at * rows * inner..(at + 1) * rows * inner, with * inner * columns..(with + 1) * inner * columns)
        });
        if kind <= Kind::Int64 {
            let (first, second) = (first.ints(), second.ints());
            let sides = (rows, inner, columns);
            return Data::Int64(
                pairs.flat_map(|(at, with)| multiply_ints(&first[at], &second[with], sides)).collect(),
            );
        }
        let (first, second) = (first.floats(), second.floats());
        let multiply = |(at, with): (Range<usize>, Range<usize>)| {
            kernel::multiply(&first[at], &second[with], rows, inner, columns)
        };
        let product = Data::Float64(pairs.flat_map(multiply).collect());
        if kind == Kind::Float64 { product } else { product.cast(kind) }
    });
    Ok(of(gil, shape, data))
}

fn pair(sides: &[usize]) -> [usize; 2] {
    [sides[0], sides[1]]
}

/// The product for ints, which wrap around.
fn multiply_ints(left: &[i64], right: &[i64], (rows, inner, columns): (usize, usize, usize)) -> Vec<i64> {
    let mut product = vec![0_i64; rows * columns];
    for row in 0..rows {
        let sums = &mut product[row * columns..(row + 1) * columns];
        for step in 0..inner {
            let factor = left[row * inner + step];
            for (sum, &number) in sums.iter_mut().zip(&right[step * columns..(step + 1) * columns]) {
                *sum = sum.wrapping_add(factor.wrapping_mul(number));
            }
        }
    }
    product
}

#[cold]
fn wrong_axes(gil: Gil<'_>, left: &Matrix, right: &Matrix) -> crate::object::raised::Raised {
    let (left, right) = (shape_text(&left.shape), shape_text(&right.shape));
    value_error(gil, format!("matmul: operands have one or two axes, not the shapes {left} and {right}"))
}

/// A function of pairs of numbers, as floats.
pub fn pairs(gil: Gil<'_>, left: &Value, right: &Value, function: fn(f64, f64) -> f64) -> Result<Value> {
    let Some((left, right, kind)) = operands(gil, left, right)? else {
        return Err(type_error(gil, "arrays or numbers are needed"));
    };
    let shape = joined_shape(gil, &left.shape, &right.shape)?;
    let (first, second) = (left.numbers(), right.numbers());
    let (left_shape, right_shape, to) = (&left.shape[..], &right.shape[..], shape.clone());
    let data = run(gil, size_of(gil, &shape)?, move || {
        let pairing = Pairing::of(left_shape, right_shape, &to);
        let floats = Data::Float64(pairing.zip(&first.floats(), &second.floats(), function));
        if kind == Kind::Float32 { floats.cast(kind) } else { floats }
    });
    if shape.is_empty() { Ok(super::number_value(gil, &data, 0)) } else { Ok(of(gil, shape, data)) }
}

/// The greater or the smaller of pairs of numbers; what is no number wins.
pub fn extreme(gil: Gil<'_>, left: &Value, right: &Value, greater: bool) -> Result<Value> {
    let Some((left, right, kind)) = operands(gil, left, right)? else {
        return Err(type_error(gil, "arrays or numbers are needed"));
    };
    let shape = joined_shape(gil, &left.shape, &right.shape)?;
    let (first, second) = (left.numbers(), right.numbers());
    let (left_shape, right_shape, to) = (&left.shape[..], &right.shape[..], shape.clone());
    let data = run(gil, size_of(gil, &shape)?, move || {
        let pairing = Pairing::of(left_shape, right_shape, &to);
        if kind <= Kind::Int64 {
            let ints = pairing.zip(&first.ints(), &second.ints(), |left, right| {
                if (left > right) == greater { left } else { right }
            });
            return if kind == Kind::Bool { Data::Int64(ints).cast(kind) } else { Data::Int64(ints) };
        }
        let floats = pairing.zip(&first.floats(), &second.floats(), |left: f64, right: f64| {
            let first = left.is_nan() || !right.is_nan() && (left > right) == greater;
            if first { left } else { right }
        });
        if kind == Kind::Float32 { Data::Float64(floats).cast(kind) } else { Data::Float64(floats) }
    });
    if shape.is_empty() { Ok(super::number_value(gil, &data, 0)) } else { Ok(of(gil, shape, data)) }
}

/// `exp` of each number.
pub fn exponential(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let matrix = convert(gil, value, None)?;
    let data = matrix.numbers();
    if matrix.shape.is_empty() || data.kind() == Kind::Float32 {
        return map(gil, value, f64::exp);
    }
    let mapped = run(gil, data.length(), move || Data::Float64(exponential::all(&data.floats())));
    Ok(of(gil, matrix.shape.clone(), mapped))
}

/// A function of each number, as floats.
pub fn map(gil: Gil<'_>, value: &Value, function: fn(f64) -> f64) -> Result<Value> {
    let matrix = convert(gil, value, None)?;
    let data = matrix.numbers();
    let size = data.length();
    let mapped = run(gil, size, move || match &*data {
        Data::Float32(numbers) => {
            Data::Float32(numbers.iter().map(|&number| function(number.into()) as f32).collect())
        }
        other => Data::Float64(other.floats().iter().map(|&number| function(number)).collect()),
    });
    if value.downcast::<Matrix>().is_none() && matrix.shape.is_empty() {
        return Ok(super::number_value(gil, &mapped, 0));
    }
    Ok(of(gil, matrix.shape.clone(), mapped))
}
