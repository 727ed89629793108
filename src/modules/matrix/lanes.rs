//! What is done with each line of numbers along an axis: sorting, and sums and products so far.

use super::data::{Complex, Data, Number};
use super::reduce::{Reduction, axis_of};
use super::{Matrix, convert, of, run};
use crate::gil::Gil;
use crate::object::raised::type_error;
use crate::object::{Arguments, Parameters, Ref, Result, Value};

/// The lines of an array along an axis: `side` numbers each, `after` numbers apart.
#[derive(Clone, Copy)]
struct Lanes {
    side: usize,
    after: usize,
}

impl Lanes {
    /// Puts each line through a function, whose results lie where the numbers lay.
    fn map<T: Copy, R: Copy + Default>(self, numbers: &[T], change: impl Fn(&[T], &mut [R])) -> Vec<R> {
        let mut results = vec![R::default(); numbers.len()];
        let Lanes { side, after } = self;
        let block = (side * after).max(1);
        let (mut lane, mut changed) = (Vec::with_capacity(side), vec![R::default(); side]);
        for (from, to) in numbers.chunks(block).zip(results.chunks_mut(block)) {
            if after == 1 {
                change(from, to);
                continue;
            }
            for column in 0..after {
                lane.clear();
                lane.extend(from[column..].iter().step_by(after));
                change(&lane, &mut changed);
                for (to, &from) in to[column..].iter_mut().step_by(after).zip(&changed) {
                    *to = from;
                }
            }
        }
        results
    }
}

/// The array an argument stands for, its lines along the axis, and the shape of the result: without an axis, all numbers
/// are one line.
fn lanes(gil: Gil<'_>, value: &Value, axis: Option<&Value>) -> Result<(Ref<Matrix>, Lanes, Vec<usize>)> {
    let matrix = convert(gil, value, None)?;
    let Some(axis) = axis.filter(|axis| !axis.is_none()) else {
        let side = matrix.size();
        return Ok((matrix, Lanes { side, after: 1 }, vec![side]));
    };
    let shape = matrix.shape.clone();
    let axis = axis_of(gil, axis, shape.len())?;
    let lanes = Lanes { side: shape[axis], after: shape[axis + 1..].iter().product() };
    Ok((matrix, lanes, shape))
}

static SORT: Parameters<4> = Parameters::new(["a", "axis", "kind", "stable"], 1);
static ACCUMULATE: Parameters<4> = Parameters::new(["a", "axis", "dtype", "out"], 1);

/// Ascending, what is no number last.
pub fn by_size(left: &f64, right: &f64) -> std::cmp::Ordering {
    left.partial_cmp(right).unwrap_or_else(|| left.is_nan().cmp(&right.is_nan()))
}

/// By the real part, then by the imaginary one.
pub fn by_parts(left: &Complex, right: &Complex) -> std::cmp::Ordering {
    by_size(&left.re, &right.re).then_with(|| by_size(&left.im, &right.im))
}

/// `sort(a, axis)`: a sorted copy.
pub fn sort(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, axis, ..] = arguments.bind(gil, "sort", &SORT)?;
    let last = Value::small_int(-1);
    let none = Value::NONE;
    let (matrix, lanes, shape) = lanes(gil, value.unwrap_or(&none), axis.or(last.as_ref()))?;
    let numbers = matrix.numbers();
    let data = run(gil, numbers.length(), move || match &*numbers {
        Data::Bool(numbers) => Data::Bool(lanes.map(numbers, |from, to| {
            to.copy_from_slice(from);
            to.sort_unstable();
        })),
        Data::Uint64(numbers) => Data::Uint64(lanes.map(numbers, |from, to| {
            to.copy_from_slice(from);
            to.sort_unstable();
        })),
        whole if whole.kind().is_int() => Data::Int64(lanes.map(&whole.ints(), |from, to| {
            to.copy_from_slice(from);
            to.sort_unstable();
        }))
        .into_kind(whole.kind()),
        Data::Complex128(numbers) => Data::Complex128(lanes.map(numbers, |from, to| {
            to.copy_from_slice(from);
            to.sort_by(by_parts);
        })),
        other => Data::Float64(lanes.map(&other.floats(), |from, to| {
            to.copy_from_slice(from);
            to.sort_by(by_size);
        }))
        .cast(other.kind()),
    });
    Ok(of(gil, shape, data))
}

/// `argsort(a, axis)`: the places of the numbers in ascending order, equal ones in the order in which they lie.
pub fn order(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, axis, ..] = arguments.bind(gil, "argsort", &SORT)?;
    let last = Value::small_int(-1);
    let none = Value::NONE;
    let (matrix, lanes, shape) = lanes(gil, value.unwrap_or(&none), axis.or(last.as_ref()))?;
    let numbers = matrix.numbers();
    let places = run(gil, numbers.length(), move || {
        if let Data::Uint64(numbers) = &*numbers {
            return lanes.map(numbers, |from, to| ordered(to, |place| from[place], Ord::cmp));
        }
        if numbers.kind().is_whole() {
            return lanes.map(&numbers.ints(), |from, to| ordered(to, |place| from[place], |a, b| a.cmp(b)));
        }
        if let Data::Complex128(numbers) = &*numbers {
            return lanes.map(numbers, |from, to| ordered(to, |place| from[place], by_parts));
        }
        lanes.map(&numbers.floats(), |from, to| ordered(to, |place| from[place], by_size))
    });
    Ok(of(gil, shape, Data::Int64(places)))
}

fn ordered<T>(
    places: &mut [i64],
    number: impl Fn(usize) -> T,
    compare: impl Fn(&T, &T) -> std::cmp::Ordering,
) {
    places.iter_mut().zip(0..).for_each(|(place, own)| *place = own);
    places.sort_by(|&a, &b| compare(&number(a as usize), &number(b as usize)));
}

/// Each number joined to what was made of those before it, along the axis of the arguments or along `axis`.
fn accumulate(
    gil: Gil<'_>,
    name: &str,
    reduction: Reduction,
    arguments: Arguments<'_>,
    along: Option<&Value>,
) -> Result<Value> {
    let [value, axis, kind, out] = arguments.bind(gil, name, &ACCUMULATE)?;
    let kind = super::kind_of(gil, kind)?;
    let value = convert(gil, value.unwrap_or(&Value::NONE), kind)?;
    let (matrix, lanes, shape) = lanes(gil, value.as_value(), axis.or(along))?;
    let numbers = matrix.numbers();
    let data = run(gil, numbers.length(), move || match (&*numbers, reduction) {
        (Data::Complex128(numbers), Reduction::Sum) => accumulated(lanes, numbers, |a, b| a + b),
        (Data::Complex128(numbers), _) => accumulated(lanes, numbers, |a, b| a * b),
        (Data::Float64(numbers), _) => accumulated(lanes, numbers, float_join(reduction)),
        (Data::Float32(numbers), _) => {
            let join = float_join(reduction);
            accumulated(lanes, numbers, |a, b| join(a.into(), b.into()) as f32)
        }
        (other, Reduction::Sum | Reduction::Product) => {
            let kind = other.kind().summed();
            accumulated(lanes, &other.ints(), int_join(reduction)).into_kind(kind)
        }
        (Data::Uint64(numbers), _) => {
            accumulated(
                lanes,
                numbers,
                |a, b| {
                    if reduction == Reduction::Least { a.min(b) } else { a.max(b) }
                },
            )
        }
        (other, _) => accumulated(lanes, &other.ints(), int_join(reduction)).into_kind(other.kind()),
    });
    let made = of(gil, shape, data);
    match out.filter(|out| !out.is_none()) {
        Some(out) => {
            super::ufunc::store(gil, name, &made, out, None)?;
            Ok(out.clone())
        }
        None => Ok(made),
    }
}

fn float_join(reduction: Reduction) -> fn(f64, f64) -> f64 {
    match reduction {
        Reduction::Sum => |a, b| a + b,
        Reduction::Least => super::operators::least,
        Reduction::Greatest => super::operators::greatest,
        _ => |a, b| a * b,
    }
}

fn int_join(reduction: Reduction) -> fn(i64, i64) -> i64 {
    match reduction {
        Reduction::Sum => i64::wrapping_add,
        Reduction::Least => std::cmp::min,
        Reduction::Greatest => std::cmp::max,
        _ => i64::wrapping_mul,
    }
}

fn accumulated<T: Number>(lanes: Lanes, numbers: &[T], join: impl Fn(T, T) -> T) -> Data {
    T::data(lanes.map(numbers, |from, to| {
        let Some(&first) = from.first() else { return };
        let mut so_far = first;
        to[0] = first;
        for (to, &from) in to.iter_mut().zip(from).skip(1) {
            so_far = join(so_far, from);
            *to = so_far;
        }
    }))
}

/// `accumulate(array, axis=0)` of a function.
pub fn accumulated_along(
    gil: Gil<'_>,
    name: &str,
    reduction: Reduction,
    arguments: Arguments<'_>,
) -> Result<Value> {
    if matches!(reduction, Reduction::All | Reduction::Any) {
        return Err(type_error(gil, format!("accumulate of ufunc '{name}' is not supported")));
    }
    accumulate(gil, name, reduction, arguments, Value::small_int(0).as_ref())
}

/// `cumsum(a, axis)`.
pub fn sums(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    accumulate(gil, "cumsum", Reduction::Sum, arguments, None)
}

/// `cumprod(a, axis)`.
pub fn products(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    accumulate(gil, "cumprod", Reduction::Product, arguments, None)
}
