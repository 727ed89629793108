//! Sums, extremes and the like, over all numbers or along one axis.

use super::data::{Data, Kind};
use super::{Matrix, number_value, of, run, view};
use crate::gil::Gil;
use crate::object::raised::value_error;
use crate::object::{Ref, Result, Value};
use crate::types::{int, tuple};

/// What is made of the numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reduction {
    Sum,
    Product,
    Mean,
    Least,
    Greatest,
    PlaceOfLeast,
    PlaceOfGreatest,
    All,
    Any,
}

/// Sums halves apart, so that rounding errors stay small.
fn sum(numbers: &[f64]) -> f64 {
    if numbers.len() <= 128 {
        let mut sums = [0.0; 8];
        let chunks = numbers.chunks_exact(8);
        let rest: f64 = chunks.remainder().iter().sum();
        for chunk in chunks {
            for (sum, number) in sums.iter_mut().zip(chunk) {
                *sum += number;
            }
        }
        let [a, b, c, d, e, f, g, h] = sums;
        return ((a + b) + (c + d)) + ((e + f) + (g + h)) + rest;
    }
    let middle = numbers.len() / 2 / 8 * 8;
    sum(&numbers[..middle]) + sum(&numbers[middle..])
}

fn place_by(numbers: &[f64], better: impl Fn(f64, f64) -> bool) -> usize {
    let mut best = 0;
    for (place, &number) in numbers.iter().enumerate() {
        if better(number, numbers[best]) || number.is_nan() && !numbers[best].is_nan() {
            best = place;
        }
    }
    best
}

impl Reduction {
    fn of_floats(self, numbers: &[f64]) -> f64 {
        match self {
            Reduction::Sum => sum(numbers),
            Reduction::Product => numbers.iter().product(),
            Reduction::Mean => sum(numbers) / numbers.len() as f64,
            Reduction::Least => numbers[place_by(numbers, |one, other| one < other)],
            Reduction::Greatest => numbers[place_by(numbers, |one, other| one > other)],
            Reduction::PlaceOfLeast => place_by(numbers, |one, other| one < other) as f64,
            Reduction::PlaceOfGreatest => place_by(numbers, |one, other| one > other) as f64,
            Reduction::All => u8::from(numbers.iter().all(|&number| number != 0.0)).into(),
            Reduction::Any => u8::from(numbers.iter().any(|&number| number != 0.0)).into(),
        }
    }

    fn of_ints(self, numbers: &[i64]) -> i64 {
        match self {
            Reduction::Sum => numbers.iter().fold(0, |sum, &number| sum.wrapping_add(number)),
            Reduction::Product => numbers.iter().fold(1, |product, &number| product.wrapping_mul(number)),
            Reduction::Least => numbers.iter().copied().min().unwrap_or(0),
            _ => numbers.iter().copied().max().unwrap_or(0),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Reduction::Least | Reduction::PlaceOfLeast => "minimum",
            _ => "maximum",
        }
    }
}

/// The place of an axis, which may be counted from the end.
pub fn axis_of(gil: Gil<'_>, axis: &Value, count: usize) -> Result<usize> {
    let (index, count) = (int::to_size(gil, axis)?, count as i64);
    let place = if index < 0 { index + count } else { index };
    if !(0..count).contains(&place) {
        let message = format!("axis {index} is out of bounds for array of dimension {count}");
        return Err(value_error(gil, message));
    }
    Ok(place as usize)
}

/// The reduction along one axis or several, or of all numbers; `keeps` leaves sides of 1 where axes were.
pub fn reduce(
    gil: Gil<'_>,
    matrix: &Ref<Matrix>,
    reduction: Reduction,
    axis: Option<&Value>,
    keeps: bool,
) -> Result<Value> {
    let count = matrix.shape.len();
    let axes = match axis.filter(|axis| !axis.is_none()) {
        None => None,
        Some(axis) => match tuple::items_of(axis) {
            Some(axes) => {
                Some(axes.iter().map(|axis| axis_of(gil, axis, count)).collect::<Result<Vec<usize>>>()?)
            }
            None => Some(vec![axis_of(gil, axis, count)?]),
        },
    };
    let is_reduced = |axis: &usize| axes.as_ref().is_none_or(|axes| axes.contains(axis));
    let product = |axes: std::ops::Range<usize>| matrix.shape[axes].iter().product::<usize>();
    let (numbers, (before, side, after)) = match axes.as_deref() {
        None => (matrix.numbers(), (1, matrix.size(), 1)),
        Some(&[axis]) => (matrix.numbers(), (product(0..axis), matrix.shape[axis], product(axis + 1..count))),
        Some(_) => {
            // With the axes that go at the end, what is reduced lies side by side.
            let (kept, gone): (Vec<usize>, Vec<usize>) = (0..count).partition(|axis| !is_reduced(axis));
            let before = kept.iter().map(|&axis| matrix.shape[axis]).product();
            let side = gone.iter().map(|&axis| matrix.shape[axis]).product();
            let order: Vec<usize> = kept.into_iter().chain(gone).collect();
            let turned = view::permuted(gil, matrix, &order);
            let numbers =
                turned.downcast::<Matrix>().map_or_else(|| matrix.numbers(), |turned| turned.numbers());
            (numbers, (before, side, 1))
        }
    };
    let shape: Vec<usize> = (0..count)
        .filter(|axis| keeps || !is_reduced(axis))
        .map(|axis| if is_reduced(&axis) { 1 } else { matrix.shape[axis] })
        .collect();
    let needs_numbers = !matches!(
        reduction,
        Reduction::Sum | Reduction::Product | Reduction::Mean | Reduction::All | Reduction::Any
    );
    if side == 0 && needs_numbers && before * after > 0 {
        let name = reduction.name();
        let message = format!("zero-size array to reduction operation {name} which has no identity");
        return Err(value_error(gil, message));
    }
    let kind = match (reduction, numbers.kind()) {
        (Reduction::PlaceOfLeast | Reduction::PlaceOfGreatest, _) => Kind::Int64,
        (Reduction::All | Reduction::Any, _) => Kind::Bool,
        (Reduction::Mean, Kind::Bool | Kind::Int64) => Kind::Float64,
        (Reduction::Sum | Reduction::Product, Kind::Bool) => Kind::Int64,
        (_, kind) => kind,
    };
    let whole = numbers.kind() <= Kind::Int64
        && kind == Kind::Int64
        && !matches!(reduction, Reduction::PlaceOfLeast | Reduction::PlaceOfGreatest);
    let length = numbers.length();
    let data = run(gil, length, move || {
        if whole {
            let numbers = numbers.ints();
            return Data::Int64(lanes(&numbers, before, side, after, |lane| reduction.of_ints(lane)));
        }
        let numbers = numbers.floats();
        Data::Float64(lanes(&numbers, before, side, after, |lane| reduction.of_floats(lane))).cast(kind)
    });
    if shape.is_empty() { Ok(number_value(gil, &data, 0)) } else { Ok(of(gil, shape, data)) }
}

fn lanes<T: Copy>(
    numbers: &[T],
    before: usize,
    side: usize,
    after: usize,
    reduce: impl Fn(&[T]) -> T,
) -> Vec<T> {
    let mut results = Vec::with_capacity(before * after);
    let mut lane = Vec::new();
    for block in 0..before {
        let block = &numbers[block * side * after..(block + 1) * side * after];
        if after == 1 {
            results.push(reduce(block));
            continue;
        }
        for column in 0..after {
            lane.clear();
            lane.extend((0..side).map(|row| block[row * after + column]));
            results.push(reduce(&lane));
        }
    }
    results
}
