//! Sums, extremes and the like, over all numbers or along axes.
//!
//! The axis whose numbers lie closest together is gone along first: if it is one that goes, each stretch of it is joined
//! by itself; if it is one that stays, a whole row of results is joined to at once.

use std::cmp::Ordering;

use super::data::{Complex, Data, Kind, Number};
use super::operators::{self, Extreme, greatest, least};
use super::shared::{BLOCK, Lent, pieces};
use super::strided::Walk;
use super::view::{Layout, Operand};
use super::{Matrix, convert, kind_of, of, result, run, strided, ufunc, wide};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Operator, Parameters, Ref, Result, Value, operations};
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

impl Reduction {
    fn finds_places(self) -> bool {
        matches!(self, Reduction::PlaceOfLeast | Reduction::PlaceOfGreatest)
    }

    /// Of no numbers there is none.
    fn needs_numbers(self) -> bool {
        self.finds_places() || matches!(self, Reduction::Least | Reduction::Greatest)
    }

    /// The number that changes nothing it is joined to.
    fn identity(self) -> f64 {
        match self {
            Reduction::Product | Reduction::All => 1.0,
            Reduction::Least => f64::INFINITY,
            Reduction::Greatest => f64::NEG_INFINITY,
            _ => 0.0,
        }
    }

    /// The kind of the numbers while they are joined, and that of the results.
    fn kinds(self, kind: Kind) -> (Kind, Kind) {
        let working = kind.working();
        match (self, kind) {
            (Reduction::All | Reduction::Any, _) => (Kind::Bool, Kind::Bool),
            (Reduction::PlaceOfLeast | Reduction::PlaceOfGreatest, Kind::Bool) => (Kind::Int64, Kind::Int64),
            (Reduction::PlaceOfLeast | Reduction::PlaceOfGreatest, _) => (working, Kind::Int64),
            (Reduction::Mean, kind) if kind.is_whole() => (Kind::Float64, Kind::Float64),
            (Reduction::Sum | Reduction::Product, _) => (kind.summed(), kind.summed()),
            (Reduction::Least | Reduction::Greatest, Kind::Bool) => (Kind::Int64, Kind::Bool),
            (_, kind) => (working, kind),
        }
    }
}

/// The place of an axis, which may be counted from the end.
pub fn axis_of(gil: Gil<'_>, axis: &Value, count: usize) -> Result<usize> {
    let (index, count) = (int::to_size(gil, axis)?, count as i64);
    let place = if index < 0 { index + count } else { index };
    if !(0..count).contains(&place) {
        return Err(axis_error(gil, index, count));
    }
    Ok(place as usize)
}

#[cold]
fn axis_error(gil: Gil<'_>, index: i64, count: i64) -> crate::object::Raised {
    let message = format!("axis {index} is out of bounds for array of dimension {count}");
    super::table::exception(gil, "AxisError", &message)
}

/// Which axes go; all without an argument.
fn axes_of(gil: Gil<'_>, axis: Option<&Value>, count: usize) -> Result<Vec<bool>> {
    let Some(axis) = axis.filter(|axis| !axis.is_none()) else { return Ok(vec![true; count]) };
    let mut goes = vec![false; count];
    for axis in tuple::items_of(axis).unwrap_or_else(|| vec![axis.clone()]) {
        let axis = axis_of(gil, &axis, count)?;
        if goes[axis] {
            return Err(value_error(gil, "duplicate value in 'axis'"));
        }
        goes[axis] = true;
    }
    Ok(goes)
}

static REDUCE: Parameters<7> =
    Parameters::new(["a", "axis", "dtype", "out", "keepdims", "initial", "where"], 1);
static EXTREME: Parameters<6> = Parameters::new(["a", "axis", "out", "keepdims", "initial", "where"], 1);
static PLACE: Parameters<4> = Parameters::new(["a", "axis", "out", "keepdims"], 1);

/// A function `name(a, axis, ...)`; without an axis of all numbers, or along `axis`.
pub fn reduce_with(
    gil: Gil<'_>,
    name: &str,
    reduction: Reduction,
    arguments: Arguments<'_>,
    axis: Option<i64>,
) -> Result<Value> {
    let [value, given, kind, out, keeps, initial, places] = match reduction {
        Reduction::Sum | Reduction::Product | Reduction::Mean => arguments.bind(gil, name, &REDUCE)?,
        _ if axis.is_some() => arguments.bind(gil, name, &REDUCE)?,
        Reduction::PlaceOfLeast | Reduction::PlaceOfGreatest => {
            let [value, axis, out, keeps] = arguments.bind(gil, name, &PLACE)?;
            [value, axis, None, out, keeps, None, None]
        }
        _ => {
            let [value, axis, out, keeps, initial, places] = arguments.bind(gil, name, &EXTREME)?;
            [value, axis, None, out, keeps, initial, places]
        }
    };
    let mut matrix = convert(gil, value.unwrap_or(&Value::NONE), kind_of(gil, kind)?)?;
    let keeps = keeps.map_or(Ok(false), |keeps| operations::truth(gil, keeps))?;
    let axis = axis.map(|axis| int::from_i64(gil, axis));
    let axis = given.or(if matrix.shape.is_empty() { None } else { axis.as_ref() });
    let places = places.filter(|places| !places.is(&Value::TRUE));
    let mut initial = initial.filter(|initial| !initial.is_none()).cloned();
    if let Some(places) = places {
        if reduction == Reduction::Mean {
            return mean_where(gil, &matrix, axis, keeps, places);
        }
        if reduction.needs_numbers() && initial.is_none() {
            let what = if reduction == Reduction::Least { "minimum" } else { "maximum" };
            let message = format!(
                "reduction operation '{what}' does not have an identity, so to use a where mask one has to specify \
                 'initial'"
            );
            return Err(value_error(gil, message));
        }
        let identity = match initial.as_ref() {
            Some(initial) if reduction.needs_numbers() => initial.clone(),
            _ => int::from_i64(gil, reduction.identity() as i64),
        };
        let chosen = operators::choose(gil, places, matrix.as_value(), &identity)?;
        matrix = convert(gil, &chosen, Some(matrix.kind()))?;
    }
    let is_empty = matrix.size() == 0;
    let made = if is_empty && reduction.needs_numbers() && initial.is_some() {
        initial.take().unwrap_or(Value::NONE)
    } else {
        reduce(gil, &matrix, reduction, axis, keeps)?
    };
    let made = match initial {
        Some(initial) => joined(gil, reduction, &made, &initial)?,
        None => made,
    };
    match out.filter(|out| !out.is_none()) {
        Some(out) => {
            ufunc::store(gil, name, &made, out, None)?;
            Ok(out.clone())
        }
        None => Ok(made),
    }
}

/// A result joined to the number that was given to start with.
fn joined(gil: Gil<'_>, reduction: Reduction, made: &Value, initial: &Value) -> Result<Value> {
    match reduction {
        Reduction::Sum => operators::arithmetic(gil, Operator::Add, made, initial),
        Reduction::Product => operators::arithmetic(gil, Operator::Multiply, made, initial),
        Reduction::Least => operators::extreme(gil, "minimum", made, initial, Extreme::Least),
        Reduction::Greatest => operators::extreme(gil, "maximum", made, initial, Extreme::Greatest),
        _ => Err(type_error(gil, "got an unexpected keyword argument 'initial'")),
    }
}

/// The mean of the numbers where a mask holds.
fn mean_where(
    gil: Gil<'_>,
    matrix: &Ref<Matrix>,
    axis: Option<&Value>,
    keeps: bool,
    places: &Value,
) -> Result<Value> {
    let zero = int::from_i64(gil, 0);
    let chosen = convert(gil, &operators::choose(gil, places, matrix.as_value(), &zero)?, None)?;
    let one = int::from_i64(gil, 1);
    let counted = convert(gil, &operators::choose(gil, places, &one, &zero)?, None)?;
    let counted = counted.operand().broadcast(&chosen.shape);
    let counted = convert(gil, &of(gil, chosen.shape.clone(), counted.gathered()), None)?;
    let sum = reduce(gil, &chosen, Reduction::Sum, axis, keeps)?;
    let count = reduce(gil, &counted, Reduction::Sum, axis, keeps)?;
    operators::arithmetic(gil, Operator::TrueDivide, &sum, &count)
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
    let goes = axes_of(gil, axis, count)?;
    let gone: usize = (0..count).filter(|&axis| goes[axis]).map(|axis| matrix.shape[axis]).product();
    let shape: Vec<usize> = (0..count)
        .filter(|&axis| keeps || !goes[axis])
        .map(|axis| if goes[axis] { 1 } else { matrix.shape[axis] })
        .collect();
    if gone == 0 && reduction.needs_numbers() && shape.iter().product::<usize>() > 0 {
        let message = match reduction {
            Reduction::PlaceOfLeast => "attempt to get argmin of an empty sequence",
            Reduction::PlaceOfGreatest => "attempt to get argmax of an empty sequence",
            Reduction::Least => "zero-size array to reduction operation minimum which has no identity",
            _ => "zero-size array to reduction operation maximum which has no identity",
        };
        return Err(value_error(gil, message));
    }
    let (joined, kind) = reduction.kinds(matrix.kind());
    if joined == Kind::Complex128 && reduction.needs_numbers() {
        return Err(type_error(
            gil,
            "complex numbers have no order here: min, max and their places need floats",
        ));
    }
    let operand = matrix.lent();
    let data = run(gil, matrix.size(), move || {
        let axes = Axes::new(&operand.into_kind(joined), &goes);
        axes.reduced(reduction, joined, gone).into_kind(kind)
    });
    Ok(result(gil, shape, data))
}

/// An operand's axes: those that stay, and those that go.
struct Axes {
    operand: Operand,
    kept: Layout,
    gone: Layout,
}

impl Axes {
    fn new(operand: &Operand, goes: &[bool]) -> Axes {
        let layout = &operand.layout;
        let part = |which: bool, start: usize| {
            let axes: Vec<usize> = (0..goes.len()).filter(|&axis| goes[axis] == which).collect();
            Layout { start, ..layout.permuted(&axes) }
        };
        let kept = part(false, layout.start);
        let gone = part(true, 0);
        Axes { operand: operand.clone(), kept, gone }
    }

    fn reduced(mut self, reduction: Reduction, kind: Kind, count: usize) -> Data {
        if !reduction.finds_places() {
            self.order();
        }
        match reduction {
            Reduction::Sum | Reduction::Mean => {
                let sums = match kind {
                    Kind::Float64 => self.joined(0.0_f64, |a, b| a + b, wide::sum),
                    Kind::Float32 => self.joined(0.0_f32, |a, b| a + b, wide::sum),
                    Kind::Complex128 => self.joined(Complex::ZERO, |a, b| a + b, wide::sum),
                    Kind::Uint64 => self.folded(0, u64::wrapping_add),
                    _ => self.folded(0, i64::wrapping_add),
                };
                if reduction == Reduction::Mean { divided(sums, count as f64) } else { sums }
            }
            Reduction::Product => match kind {
                Kind::Float64 => self.folded(1.0_f64, |a, b| a * b),
                Kind::Float32 => self.folded(1.0_f32, |a, b| a * b),
                Kind::Complex128 => self.folded(Complex::ONE, |a, b| a * b),
                Kind::Uint64 => self.folded(1, u64::wrapping_mul),
                _ => self.folded(1, i64::wrapping_mul),
            },
            Reduction::Least => match kind {
                Kind::Int64 => self.folded(i64::MAX, i64::min),
                Kind::Uint64 => self.folded(u64::MAX, u64::min),
                Kind::Float32 => self.folded(f32::INFINITY, |a, b| least(a.into(), b.into()) as f32),
                _ => self.folded(f64::INFINITY, least),
            },
            Reduction::Greatest => match kind {
                Kind::Int64 => self.folded(i64::MIN, i64::max),
                Kind::Uint64 => self.folded(u64::MIN, u64::max),
                Kind::Float32 => self.folded(f32::NEG_INFINITY, |a, b| greatest(a.into(), b.into()) as f32),
                _ => self.folded(f64::NEG_INFINITY, greatest),
            },
            Reduction::All => self.folded(true, |a, b| a & b),
            Reduction::Any => self.folded(false, |a, b| a | b),
            Reduction::PlaceOfLeast => self.found(kind, Ordering::Less),
            Reduction::PlaceOfGreatest => self.found(kind, Ordering::Greater),
        }
    }

    /// Puts the axes that go into the order of their steps, since the order of joining is free there.
    fn order(&mut self) {
        let mut order: Vec<usize> = (0..self.gone.shape.len()).collect();
        order.sort_by_key(|&axis| std::cmp::Reverse(self.gone.steps[axis].unsigned_abs()));
        self.gone = self.gone.permuted(&order);
    }

    /// Does the axis with the smallest step stay?
    fn is_by_rows(&self) -> bool {
        let closest = |layout: &Layout| {
            let longer = layout.shape.iter().zip(&layout.steps).filter(|(side, _)| **side > 1);
            longer.map(|(_, step)| step.unsigned_abs()).min().unwrap_or(usize::MAX)
        };
        let kept = closest(&self.kept);
        kept != usize::MAX && kept < closest(&self.gone)
    }

    fn folded<T: Number>(&self, start: T, join: impl Fn(T, T) -> T + Copy) -> Data {
        self.joined(start, join, |numbers| wide::fold(numbers, start, join))
    }

    /// The results: `join` joins two, `stretch` all of those that lie side by side.
    fn joined<T: Number>(
        &self,
        start: T,
        join: impl Fn(T, T) -> T + Copy,
        stretch: impl Fn(&[T]) -> T,
    ) -> Data {
        let (numbers, _) = self.operand.numbers::<T>();
        let size = self.kept.size();
        if self.gone.size() == 0 {
            return T::data(vec![start; size]);
        }
        if self.is_by_rows() {
            return T::data(self.by_rows(numbers, start, join));
        }
        let walk = Walk::new([&self.gone]);
        let (count, [step]) = walk.lane();
        let mut results = Vec::with_capacity(size);
        let mut stretched = Stretched { numbers, step, block: Vec::new(), join, stretch };
        for place in self.kept.places() {
            let mut sum = None;
            walk.each(|[at]| {
                let part = stretched.joined(at.wrapping_add(place), count);
                sum = Some(sum.map_or(part, |sum| join(sum, part)));
            });
            results.push(sum.unwrap_or(start));
        }
        T::data(results)
    }

    fn by_rows<T: Number>(&self, numbers: Lent<'_, T>, start: T, join: impl Fn(T, T) -> T + Copy) -> Vec<T> {
        let mut results = vec![start; self.kept.size()];
        let walk = Walk::new([&self.kept, &Layout::whole(&self.kept.shape)]);
        let (count, [step, _]) = walk.lane();
        let (mut is_first, mut block) = (true, Vec::new());
        for place in self.gone.places() {
            walk.each(|[at, to]| {
                let start = at.wrapping_add(place) as isize;
                for (first, count) in pieces(count, numbers.most()) {
                    let row = &mut results[to + first..to + first + count];
                    let start = (start + first as isize * step) as usize;
                    let lane = numbers.lane(start, step, count, &mut block);
                    if is_first {
                        wide::join(row, lane, |_, number| number);
                    } else {
                        wide::join(row, lane, join);
                    }
                }
            });
            is_first = false;
        }
        results
    }

    /// The places of the best numbers along what goes: those that stand so to the others.
    fn found(&self, kind: Kind, better: Ordering) -> Data {
        Data::Int64(match kind {
            Kind::Int64 => self.places_of(|_: i64| false, better),
            Kind::Uint64 => self.places_of(|_: u64| false, better),
            Kind::Float32 => self.places_of(f32::is_nan, better),
            _ => self.places_of(f64::is_nan, better),
        })
    }

    fn places_of<T: Number + PartialOrd>(&self, is_nan: impl Fn(T) -> bool, better: Ordering) -> Vec<i64> {
        let (numbers, _) = self.operand.numbers::<T>();
        let offsets = Layout { start: 0, ..self.gone.clone() };
        let mut results = Vec::with_capacity(self.kept.size());
        for place in self.kept.places() {
            let lane = strided::gathered(numbers, &Layout { start: place, ..offsets.clone() });
            let mut best = 0;
            for (index, &number) in lane.iter().enumerate() {
                if number.partial_cmp(&lane[best]) == Some(better) || is_nan(number) && !is_nan(lane[best]) {
                    best = index;
                }
            }
            results.push(best as i64);
        }
        results
    }
}

/// Numbers some steps apart that are joined: those that do not lie side by side in a slice are copied block by block.
struct Stretched<'a, T, J, S> {
    numbers: Lent<'a, T>,
    step: isize,
    block: Vec<T>,
    join: J,
    stretch: S,
}

impl<T: Number, J: Fn(T, T) -> T, S: Fn(&[T]) -> T> Stretched<'_, T, J, S> {
    /// In the order of `wide::sum`, whose halves these are.
    fn joined(&mut self, first: usize, count: usize) -> T {
        if let (Lent::Slice(numbers), 1) = (self.numbers, self.step) {
            return (self.stretch)(&numbers[first..first + count]);
        }
        if count <= BLOCK {
            self.block.clear();
            self.numbers.append(&mut self.block, first, self.step, count);
            return (self.stretch)(&self.block);
        }
        let half = count / 2 / 8 * 8;
        let second = (first as isize + half as isize * self.step) as usize;
        let (left, right) = (self.joined(first, half), self.joined(second, count - half));
        (self.join)(left, right)
    }
}

fn divided(sums: Data, count: f64) -> Data {
    match sums {
        Data::Float64(sums) => Data::Float64(sums.iter().map(|sum| sum / count).collect()),
        Data::Float32(sums) => Data::Float32(sums.iter().map(|sum| sum / count as f32).collect()),
        Data::Complex128(sums) => Data::Complex128(sums.iter().map(|sum| sum / count).collect()),
        other => other,
    }
}
