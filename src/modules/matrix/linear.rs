//! Linear algebra, by the crate nalgebra: what `numpy.linalg` is made of. Each function takes one matrix of floats and
//! answers None where there is no solution; `numpy.linalg` checks shapes and raises.

use nalgebra::{DMatrix, DVector};

use super::data::{Complex, Data, Kind};
use super::{Matrix, convert, of, run};
use crate::gil::Gil;
use crate::object::raised::value_error;
use crate::object::{Arguments, Ref, Result, Value, operations};
use crate::types::tuple;

type Floats = DMatrix<f64>;

/// The most rounds that an iteration may take for each row.
const ROUNDS: usize = 200;

/// A matrix of floats from an array of two axes, which must be finite for iterations to end.
fn matrix(gil: Gil<'_>, value: &Value) -> Result<Floats> {
    let array: Ref<Matrix> = convert(gil, value, Some(Kind::Float64))?;
    let [rows, columns] = array.shape[..] else {
        return Err(value_error(gil, "a matrix has two axes"));
    };
    Ok(Floats::from_row_slice(rows, columns, array.numbers().slice::<f64>()))
}

/// A matrix as an array.
fn array(gil: Gil<'_>, matrix: &Floats) -> Value {
    let numbers = matrix.transpose().as_slice().to_vec();
    of(gil, vec![matrix.nrows(), matrix.ncols()], Data::Float64(numbers))
}

fn vector(gil: Gil<'_>, numbers: &[f64]) -> Value {
    of(gil, vec![numbers.len()], Data::Float64(numbers.to_vec()))
}

/// Some steps' worth of work for a matrix.
fn steps(matrix: &Floats) -> usize {
    matrix.len().saturating_mul(matrix.nrows().max(matrix.ncols()))
}

fn is_finite(matrix: &Floats) -> bool {
    matrix.iter().all(|number| number.is_finite())
}

/// `_solve(a, b)`: the x with a @ x == b; None if a is singular.
pub fn solve(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [left, right] = arguments.exactly(gil, "_solve")?;
    let (left, right) = (matrix(gil, left)?, matrix(gil, right)?);
    if left.nrows() != left.ncols() || left.nrows() != right.nrows() {
        return Err(value_error(gil, "the sides of the matrices do not fit"));
    }
    let found = run(gil, steps(&left), move || {
        let decomposed = left.lu();
        // A pivot that is exactly zero is what makes a matrix singular for numpy.
        decomposed
            .u()
            .diagonal()
            .iter()
            .all(|&pivot| pivot != 0.0)
            .then(|| decomposed.solve(&right))
            .flatten()
    });
    Ok(found.map_or(Value::NONE, |found| array(gil, &found)))
}

/// `_pivots(a)`: the sign of the exchanges of rows, and the pivots.
pub fn pivots(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "_pivots")?;
    let matrix = matrix(gil, value)?;
    let (sign, pivots) = run(gil, steps(&matrix), move || {
        let decomposed = matrix.lu();
        let sign: f64 = decomposed.p().determinant();
        (sign, decomposed.u().diagonal())
    });
    Ok(tuple::pair(gil, Value::float(sign), vector(gil, pivots.as_slice())))
}

/// `_cholesky(a)`: the lower triangle; None if a is not positive definite.
pub fn cholesky(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "_cholesky")?;
    let matrix = matrix(gil, value)?;
    let found = run(gil, steps(&matrix), move || matrix.cholesky().map(|found| found.unpack()));
    Ok(found.map_or(Value::NONE, |found| array(gil, &found)))
}

/// `_qr(a, width)`: q with so many columns, and r with as many rows, by Householder's reflections.
pub fn qr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, complete] = arguments.exactly(gil, "_qr")?;
    let matrix = matrix(gil, value)?;
    let is_complete = operations::truth(gil, complete)?;
    let (q, r) = run(gil, steps(&matrix), move || reflected(matrix, is_complete));
    Ok(tuple::pair(gil, array(gil, &q), array(gil, &r)))
}

/// Reflections whose diagonals have the sign opposite to the column's first number, as LAPACK's have.
fn reflected(mut r: Floats, is_complete: bool) -> (Floats, Floats) {
    let (rows, columns) = r.shape();
    let least = rows.min(columns);
    let mut mirrors: Vec<(usize, DVector<f64>)> = Vec::new();
    for step in 0..least {
        let mut mirror = r.view((step, step), (rows - step, 1)).column(0).clone_owned();
        if mirror.rows(1, rows - step - 1).norm() == 0.0 {
            continue;
        }
        let length = mirror.norm();
        mirror[0] += length.copysign(mirror[0]);
        let scale = mirror.norm();
        mirror /= scale;
        reflect(&mut r, &mirror, step, step);
        r.view_mut((step + 1, step), (rows - step - 1, 1)).fill(0.0);
        mirrors.push((step, mirror));
    }
    let width = if is_complete { rows } else { least };
    let mut q = Floats::identity(rows, width);
    for (step, mirror) in mirrors.iter().rev() {
        reflect(&mut q, mirror, *step, *step);
    }
    (q, r.rows(0, width).clone_owned())
}

/// Reflects the rows and columns from a place on.
fn reflect(matrix: &mut Floats, mirror: &DVector<f64>, row: usize, column: usize) {
    let columns = matrix.ncols();
    for column in column..columns {
        let mut line = matrix.view_mut((row, column), (mirror.len(), 1));
        let mut line = line.column_mut(0);
        let dot = line.dot(mirror);
        line.axpy(-2.0 * dot, mirror, 1.0);
    }
}

/// `_svd(a, with_vectors)`: u, the values in descending order, v transposed; or the values alone.
pub fn svd(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, vectors] = arguments.exactly(gil, "_svd")?;
    let matrix = matrix(gil, value)?;
    let vectors = operations::truth(gil, vectors)?;
    if !is_finite(&matrix) {
        return Ok(Value::NONE);
    }
    let found = run(gil, steps(&matrix), move || {
        let rounds = ROUNDS * matrix.nrows().max(matrix.ncols()).max(1);
        matrix.try_svd(vectors, vectors, f64::EPSILON, rounds)
    });
    let Some(found) = found else { return Ok(Value::NONE) };
    let values = vector(gil, found.singular_values.as_slice());
    match (found.u, found.v_t) {
        (Some(u), Some(v)) => Ok(tuple::of(gil, vec![array(gil, &u), values, array(gil, &v)])),
        _ => Ok(values),
    }
}

/// `_eigh(a)`: the eigenvalues of a symmetric matrix in ascending order, and its eigenvectors as columns.
pub fn eigh(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "_eigh")?;
    let matrix = matrix(gil, value)?;
    if !is_finite(&matrix) {
        return Ok(Value::NONE);
    }
    let found = run(gil, steps(&matrix), move || {
        let rounds = ROUNDS * matrix.nrows().max(1);
        let found = matrix.try_symmetric_eigen(f64::EPSILON, rounds)?;
        let mut order: Vec<usize> = (0..found.eigenvalues.len()).collect();
        order.sort_by(|&a, &b| found.eigenvalues[a].total_cmp(&found.eigenvalues[b]));
        let values: Vec<f64> = order.iter().map(|&place| found.eigenvalues[place]).collect();
        let mut vectors = found.eigenvectors.select_columns(&order);
        for mut column in vectors.column_iter_mut() {
            if column.iter().next_back().is_some_and(|&last| last < 0.0) {
                column.neg_mut();
            }
        }
        Some((values, vectors))
    });
    Ok(found.map_or(Value::NONE, |(values, vectors)| {
        tuple::pair(gil, vector(gil, &values), array(gil, &vectors))
    }))
}

/// `_eig(a)`: eigenvalues and eigenvectors as columns, both as complex numbers.
pub fn eig(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "_eig")?;
    let matrix = matrix(gil, value)?;
    if !is_finite(&matrix) {
        return Ok(Value::NONE);
    }
    let side = matrix.nrows();
    let Some((values, vectors)) = run(gil, steps(&matrix), move || eigen(matrix)) else {
        return Ok(Value::NONE);
    };
    let vectors = vectors.transpose().as_slice().to_vec();
    let values = of(gil, vec![side], Data::Complex128(values));
    Ok(tuple::pair(gil, values, of(gil, vec![side, side], Data::Complex128(vectors))))
}

/// The eigenvalues, and eigenvectors of length 1: by way of a triangle that turns lead to (Schur's form).
fn eigen(matrix: Floats) -> Option<(Vec<Complex>, DMatrix<Complex>)> {
    let side = matrix.nrows();
    let rounds = ROUNDS * side.max(1);
    let (q, t) = match side {
        0 => return Some((Vec::new(), DMatrix::zeros(0, 0))),
        1 => (Floats::identity(1, 1), matrix),
        2 => turned(&matrix),
        _ => nalgebra::linalg::Schur::try_new(matrix, f64::EPSILON, rounds)?.unpack(),
    };
    let least = f64::EPSILON * t.norm();
    let is_real = (1..side).all(|row| t[(row, row - 1)].abs() <= least);
    let (mut q, mut t) =
        (q.map(|number| Complex::new(number, 0.0)), t.map(|number| Complex::new(number, 0.0)));
    if !is_real {
        split(&mut q, &mut t, least);
    }
    let mut vectors = DMatrix::zeros(side, side);
    for place in 0..side {
        let mut vector = &q * triangular(&t, place, least);
        let length = vector.norm();
        vector /= Complex::new(length, 0.0);
        if t[(place, place)].im != 0.0 {
            // The greatest part is real, as LAPACK leaves it.
            let mut greatest = Complex::ZERO;
            for &part in &vector {
                if part.norm_sqr() > greatest.norm_sqr() * (1.0 + 4.0 * f64::EPSILON) {
                    greatest = part;
                }
            }
            if greatest != Complex::ZERO {
                vector *= greatest.conj() / greatest.norm();
            }
        }
        vectors.set_column(place, &vector);
    }
    Some((t.diagonal().as_slice().to_vec(), vectors))
}

/// The vector that a triangle only stretches by the number at a place of its diagonal.
fn triangular(t: &DMatrix<Complex>, place: usize, least: f64) -> DVector<Complex> {
    let mut vector = DVector::from_element(t.nrows(), Complex::ZERO);
    vector[place] = Complex::ONE;
    for row in (0..place).rev() {
        let sum: Complex = (row + 1..=place).map(|column| t[(row, column)] * vector[column]).sum();
        let mut gap = t[(place, place)] - t[(row, row)];
        if gap.norm() < least.max(f64::MIN_POSITIVE) {
            gap = Complex::new(least.max(f64::MIN_POSITIVE), 0.0);
        }
        vector[row] = sum / gap;
    }
    vector
}

/// Turns pairs of rows and columns until nothing is left below the diagonal.
fn split(q: &mut DMatrix<Complex>, t: &mut DMatrix<Complex>, least: f64) {
    for row in 1..t.nrows() {
        let below = t[(row, row - 1)];
        if below.norm() <= least {
            t[(row, row - 1)] = Complex::ZERO;
            continue;
        }
        let (a, b) = (t[(row - 1, row - 1)], t[(row - 1, row)]);
        let d = t[(row, row)];
        let half = (a - d) / 2.0;
        let root = (half * half + b * below).sqrt();
        let first = (a + d) / 2.0 + root;
        let up = first - d;
        let length = up.norm().hypot(below.norm());
        let (cosine, sine) = (up / length, below / length);
        for column in 0..t.ncols() {
            let (upper, lower) = (t[(row - 1, column)], t[(row, column)]);
            t[(row - 1, column)] = cosine.conj() * upper + sine.conj() * lower;
            t[(row, column)] = cosine * lower - sine * upper;
        }
        for matrix in [&mut *t, &mut *q] {
            for line in 0..matrix.nrows() {
                let (left, right) = (matrix[(line, row - 1)], matrix[(line, row)]);
                matrix[(line, row - 1)] = cosine * left + sine * right;
                matrix[(line, row)] = cosine.conj() * right - sine.conj() * left;
            }
        }
        t[(row, row - 1)] = Complex::ZERO;
    }
}

/// Of two rows and columns: the turn that leads to a triangle with the eigenvalues in LAPACK's order, if they are real.
fn turned(matrix: &Floats) -> (Floats, Floats) {
    let (a, b, c, d) = (matrix[(0, 0)], matrix[(0, 1)], matrix[(1, 0)], matrix[(1, 1)]);
    let keep = || (Floats::identity(2, 2), matrix.clone());
    if c == 0.0 {
        return keep();
    }
    let half = (a - d) / 2.0;
    let square = half * half + b * c;
    if square < 0.0 {
        return keep();
    }
    let z = if b == 0.0 { d - a } else { half + square.sqrt().copysign(half) };
    let (cosine, sine) = if b == 0.0 {
        (0.0, 1.0)
    } else {
        let length = c.hypot(z);
        (z / length, c / length)
    };
    let q = Floats::from_row_slice(2, 2, &[cosine, -sine, sine, cosine]);
    let mut t = q.transpose() * matrix * &q;
    t[(1, 0)] = 0.0;
    if b != 0.0 {
        t[(0, 0)] = d + z;
        t[(1, 1)] = d - b * c / z;
    }
    (q, t)
}
