//! The product of matrices of floats, by the crate `gemm`: this file owns the one unsafe call.
//!
//! Invariant: the places that steps lead to are checked here, so that what is safe outside is sound inside.

use super::products::Part;

/// Appends `left @ right` for matrices with these rows, inner sides and columns; zeros if a place lies outside.
pub fn multiply<T: Number>(
    product: &mut Vec<T>,
    left: Part<'_, T>,
    right: Part<'_, T>,
    [rows, inner, columns]: [usize; 3],
) {
    let size = rows * columns;
    let places = || Some((reach(&left, rows, inner)?, reach(&right, inner, columns)?));
    let Some((first, second)) = places() else { return product.resize(product.len() + size, T::ZERO) };
    // The product of a row and a column is quicker without the kernel's packing.
    if rows == 1 && columns == 1 && left.column_step == 1 && right.row_step == 1 {
        let (row, column) = (&left.numbers[first..first + inner], &right.numbers[second..second + inner]);
        return product.push(T::dot(row, column));
    }
    let (left_numbers, right_numbers) = (&left.numbers[first..], &right.numbers[second..]);
    product.reserve(size);
    let target = &mut product.spare_capacity_mut()[..size];
    // SAFETY:
    // - `target` has rows * columns places, and the steps given reach each of them once and nothing else; since it is told
    //   not to add to what is there, the kernel writes each of them, without reading it first;
    // - `reach` found that with these steps no index of `left` and `right` leaves their numbers, in either direction;
    // - `target` is borrowed alone, so it overlaps neither of the others;
    // - the products of the sides fit `isize`, since the slices exist;
    // - the length then takes in what has been written.
    unsafe {
        gemm::gemm(
            rows,
            columns,
            inner,
            target.as_mut_ptr().cast::<T>(),
            1,
            columns as isize,
            false,
            left_numbers.as_ptr(),
            left.column_step,
            left.row_step,
            right_numbers.as_ptr(),
            right.column_step,
            right.row_step,
            T::ZERO,
            T::ONE,
            false,
            false,
            false,
            gemm::Parallelism::None,
        );
        product.set_len(product.len() + size);
    }
}

/// Where a matrix begins, if it has numbers and all of them lie inside.
fn reach<T>(part: &Part<'_, T>, rows: usize, columns: usize) -> Option<usize> {
    let way = |side: usize, step: isize| isize::try_from(side).ok()?.checked_sub(1)?.checked_mul(step);
    let (down, right) = (way(rows, part.row_step)?, way(columns, part.column_step)?);
    if rows == 0 || columns == 0 {
        return None;
    }
    let start = isize::try_from(part.start).ok()?;
    let least = start.checked_add(down.min(0))?.checked_add(right.min(0))?;
    let most = start.checked_add(down.max(0))?.checked_add(right.max(0))?;
    (least >= 0 && most < isize::try_from(part.numbers.len()).ok()?).then_some(part.start)
}

/// Floats of either size.
pub trait Number: super::data::Number {
    const ZERO: Self;
    const ONE: Self;

    /// The sum of the products of pairs.
    fn dot(left: &[Self], right: &[Self]) -> Self;
}

macro_rules! numbers {
    ($($float:ty)*) => {
        $(
            impl Number for $float {
                const ZERO: $float = 0.0;
                const ONE: $float = 1.0;

                fn dot(left: &[$float], right: &[$float]) -> $float {
                    ndarray::ArrayView1::from(left).dot(&ndarray::ArrayView1::from(right))
                }
            }
        )*
    };
}

numbers! { f64 f32 }

#[cfg(test)]
mod tests {
    use super::{Part, multiply};

    fn part(numbers: &[f64], row_step: usize, column_step: usize) -> Part<'_, f64> {
        Part { numbers, start: 0, row_step: row_step as isize, column_step: column_step as isize }
    }

    #[test]
    fn as_sums_of_products() {
        for (rows, inner, columns) in [(1, 1, 1), (2, 3, 4), (1, 70, 5), (65, 33, 17), (3, 0, 2), (0, 3, 2)] {
            let left: Vec<f64> = (0..rows * inner).map(|place| place as f64 / 7.0).collect();
            let right: Vec<f64> = (0..inner * columns).map(|place| 1.0 - place as f64).collect();
            let mut product = Vec::new();
            multiply(&mut product, part(&left, inner, 1), part(&right, columns, 1), [rows, inner, columns]);
            assert_eq!(product.len(), rows * columns);
            for (place, found) in product.iter().enumerate() {
                let (row, column) = (place / columns, place % columns);
                let expected: f64 =
                    (0..inner).map(|step| left[row * inner + step] * right[step * columns + column]).sum();
                assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{found} {expected}");
            }
        }
    }

    #[test]
    fn zeros_where_places_lie_outside() {
        let mut product = Vec::new();
        multiply(&mut product, part(&[1.0; 3], 2, 1), part(&[1.0; 4], 2, 1), [2, 2, 2]);
        assert_eq!(product, [0.0; 4]);
    }
}
