//! Products of vectors, matrices and stacks of matrices.

use super::data::{Complex, Data, Kind, Number};
use super::operators::{joined_shape, places};
use super::view::{Layout, Operand};
use super::{Matrix, convert, kernel, result, room, run, shape_text, size_of};
use crate::gil::Gil;
use crate::object::raised::{Raised, value_error};
use crate::object::{Ref, Result, Value};

/// `left @ right` for arrays; one beside a sequence makes an array of that.
pub fn matmul(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let is_array = |value: &Value| value.downcast::<Matrix>().is_some();
    let is_operand = |value: &Value| is_array(value) || super::sequence(value).is_some();
    if !is_operand(left) || !is_operand(right) {
        if super::scalar_kind(left).or_else(|| super::scalar_kind(right)).is_some() {
            return Err(no_axes(gil, usize::from(is_operand(left))));
        }
        return Ok(Value::NOT_IMPLEMENTED);
    }
    product(gil, &convert(gil, left, None)?, &convert(gil, right, None)?)
}

fn no_axes(gil: Gil<'_>, which: usize) -> Raised {
    let message = format!(
        "matmul: Input operand {which} does not have enough dimensions (has 0, gufunc core with signature \
         (n?,k),(k,m?)->(n?,m?) requires 1)"
    );
    value_error(gil, message)
}

fn misfit(gil: Gil<'_>, depth: usize, inner: usize) -> Raised {
    let message = format!(
        "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \
         (n?,k),(k,m?)->(n?,m?) (size {depth} is different from {inner})"
    );
    value_error(gil, message)
}

/// The sides of one product.
#[derive(Clone, Copy)]
struct Sides {
    rows: usize,
    inner: usize,
    columns: usize,
}

/// The product of two arrays: stacks of matrices broadcast, a vector is a row on the left and a column on the right.
pub fn product(gil: Gil<'_>, left: &Ref<Matrix>, right: &Ref<Matrix>) -> Result<Value> {
    for (which, matrix) in [left, right].iter().enumerate() {
        if matrix.shape.is_empty() {
            return Err(no_axes(gil, which));
        }
    }
    let (left_stack, rows, inner) = match &left.shape[..] {
        [inner] => (&[][..], None, *inner),
        [stack @ .., rows, inner] => (stack, Some(*rows), *inner),
        [] => (&[][..], None, 1),
    };
    let (right_stack, depth, columns) = match &right.shape[..] {
        [depth] => (&[][..], *depth, None),
        [stack @ .., depth, columns] => (stack, *depth, Some(*columns)),
        [] => (&[][..], 1, None),
    };
    if inner != depth {
        return Err(misfit(gil, depth, inner));
    }
    let stack = joined_shape(gil, left_stack, right_stack)?;
    let (at, with) = (places(left_stack, &stack), places(right_stack, &stack));
    let sides = Sides { rows: rows.unwrap_or(1), inner, columns: columns.unwrap_or(1) };
    let shape: Vec<usize> = stack.iter().copied().chain(rows).chain(columns).collect();
    let size = size_of(gil, &shape)?;
    let kind = left.kind().joined(right.kind());
    let (left, right) = (left.operand(), right.operand());
    let data = run(gil, size.saturating_mul(inner), move || {
        let (left, right) = (left.into_kind(kind), right.into_kind(kind));
        match kind {
            Kind::Float64 => stacked::<f64>((&left, &at), (&right, &with), sides, kernel::multiply),
            Kind::Float32 => stacked::<f32>((&left, &at), (&right, &with), sides, kernel::multiply),
            Kind::Complex128 => stacked::<Complex>((&left, &at), (&right, &with), sides, plain),
            Kind::Uint64 => stacked::<u64>((&left, &at), (&right, &with), sides, plain),
            kind => {
                let (left, right) = (left.into_kind(Kind::Int64), right.into_kind(Kind::Int64));
                stacked::<i64>((&left, &at), (&right, &with), sides, plain).into_kind(kind)
            }
        }
    });
    Ok(result(gil, shape, data))
}

/// One matrix: numbers, where it begins, and how far rows and columns are apart.
#[derive(Clone, Copy)]
pub struct Part<'a, T> {
    pub numbers: &'a [T],
    pub start: usize,
    pub row_step: isize,
    pub column_step: isize,
}

/// Multiplies two matrices with these rows, inner sides and columns; appends the product.
type Multiply<T> = fn(&mut Vec<T>, Part<'_, T>, Part<'_, T>, [usize; 3]);

/// The products of pairs of matrices in two stacks.
fn stacked<T: Number>(
    (left, at): (&Operand, &[usize]),
    (right, with): (&Operand, &[usize]),
    sides: Sides,
    multiply: Multiply<T>,
) -> Data {
    let (first, first_layout) = left.slice::<T>();
    let (second, second_layout) = right.slice::<T>();
    let (first_starts, [row, step]) = starts(first_layout, true);
    let (second_starts, [depth, column]) = starts(second_layout, false);
    let mut products = room::of(at.len() * sides.rows * sides.columns);
    for (&at, &with) in at.iter().zip(with) {
        let left = Part { numbers: first, start: first_starts[at], row_step: row, column_step: step };
        let right =
            Part { numbers: second, start: second_starts[with], row_step: depth, column_step: column };
        multiply(&mut products, left, right, [sides.rows, sides.inner, sides.columns]);
    }
    T::data(products)
}

/// Where each matrix of a stack begins, and the steps between its rows and columns. A vector is a row or a column.
fn starts(layout: &Layout, is_left: bool) -> (Vec<usize>, [isize; 2]) {
    let count = layout.shape.len();
    let steps = match layout.steps[..] {
        [step] if is_left => [0, step],
        [step] => [step, 0],
        [.., row, column] => [row, column],
        [] => [0, 0],
    };
    let outer = count.saturating_sub(2);
    let stack = Layout {
        start: layout.start,
        shape: layout.shape[..outer].to_vec(),
        steps: layout.steps[..outer].to_vec(),
    };
    (stack.places(), steps)
}

/// Numbers that sums of products are made of.
trait Summand: Number {
    fn add_product(self, left: Self, right: Self) -> Self;
}

impl Summand for i64 {
    fn add_product(self, left: i64, right: i64) -> i64 {
        self.wrapping_add(left.wrapping_mul(right))
    }
}

impl Summand for u64 {
    fn add_product(self, left: u64, right: u64) -> u64 {
        self.wrapping_add(left.wrapping_mul(right))
    }
}

impl Summand for Complex {
    fn add_product(self, left: Complex, right: Complex) -> Complex {
        self + left * right
    }
}

/// The product row by row: ints wrap around.
fn plain<T: Summand>(
    product: &mut Vec<T>,
    left: Part<'_, T>,
    right: Part<'_, T>,
    [rows, inner, columns]: [usize; 3],
) {
    let place = |part: &Part<'_, T>, row: usize, column: usize| {
        (part.start as isize + row as isize * part.row_step + column as isize * part.column_step) as usize
    };
    for row in 0..rows {
        let start = product.len();
        product.resize(start + columns, T::default());
        for step in 0..inner {
            let factor = left.numbers[place(&left, row, step)];
            let sums = &mut product[start..];
            if right.column_step == 1 {
                let at = place(&right, step, 0);
                let numbers = &right.numbers[at..at + columns];
                sums.iter_mut()
                    .zip(numbers)
                    .for_each(|(sum, &number)| *sum = sum.add_product(factor, number));
                continue;
            }
            for (column, sum) in sums.iter_mut().enumerate() {
                *sum = sum.add_product(factor, right.numbers[place(&right, step, column)]);
            }
        }
    }
}

/// `dot(left, right)`: as `@`, but numbers multiply, and of more axes the right's last but one is summed over.
pub fn dot(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let (first, second) = (convert(gil, left, None)?, convert(gil, right, None)?);
    if first.shape.is_empty() || second.shape.is_empty() {
        let (left, right) = (first.as_value(), second.as_value());
        return super::operators::arithmetic(gil, crate::object::Operator::Multiply, left, right);
    }
    let depth = second.shape[second.shape.len().saturating_sub(2)];
    let inner = first.shape[first.shape.len() - 1];
    if inner != depth {
        let axis = second.shape.len().saturating_sub(2);
        let (left, right) = (shape_text(&first.shape), shape_text(&second.shape));
        let message = format!(
            "shapes {left} and {right} not aligned: {inner} (dim {}) != {depth} (dim {axis})",
            first.shape.len() - 1
        );
        return Err(value_error(gil, message));
    }
    if second.shape.len() <= 2 {
        return product(gil, &first, &second);
    }
    many_axes(gil, &first, &second)
}

/// `dot` where the right has more axes than two: its columns of all its matrices, side by side, are one matrix.
fn many_axes(gil: Gil<'_>, first: &Ref<Matrix>, second: &Ref<Matrix>) -> Result<Value> {
    let count = second.shape.len();
    let order: Vec<usize> =
        std::iter::once(count - 2).chain(0..count - 2).chain(std::iter::once(count - 1)).collect();
    let depth = second.shape[count - 2];
    let rest: Vec<usize> = order[1..].iter().map(|&axis| second.shape[axis]).collect();
    let turned = super::view::permuted(gil, second, &order);
    let turned = convert(gil, &turned, None)?;
    let flat = super::view::reshaped(gil, &turned, vec![depth, rest.iter().product()]);
    let product = product(gil, first, &convert(gil, &flat, None)?)?;
    let shape = first.shape[..first.shape.len() - 1].iter().copied().chain(rest).collect();
    Ok(super::view::reshaped(gil, &convert(gil, &product, None)?, shape))
}
