//! The product of matrices of floats, by the crate `gemm`: this file owns the one unsafe call.
//!
//! Invariant: the lengths of the slices are checked here, so that what is safe outside is sound inside.

/// `left @ right` for matrices in rows; empty if the slices do not have these sides.
pub fn multiply<T: Number>(left: &[T], right: &[T], rows: usize, inner: usize, columns: usize) -> Vec<T> {
    let has_sides = |numbers: &[T], high: usize, wide: usize| high.checked_mul(wide) == Some(numbers.len());
    let size = rows.checked_mul(columns).and_then(|size| isize::try_from(size).ok());
    let (Some(size), true, true) = (size, has_sides(left, rows, inner), has_sides(right, inner, columns))
    else {
        return Vec::new();
    };
    let mut product = vec![T::ZERO; size as usize];
    // The product of a row and a column is quicker without the kernel's packing.
    if rows == 1 && columns == 1 {
        product[0] = T::dot(left, right);
        return product;
    }
    // The crate steps by columns and by rows; these matrices lie row after row.
    let (inner_step, column_step) = (inner as isize, columns as isize);
    // SAFETY:
    // - `product` has rows * columns numbers, `left` rows * inner and `right` inner * columns: checked above, and the
    //   steps given reach each of them once and nothing else;
    // - `product` is new, so it overlaps neither of the others;
    // - the products of the sides fit `isize`, since the slices exist.
    unsafe {
        gemm::gemm(
            rows,
            columns,
            inner,
            product.as_mut_ptr(),
            1,
            column_step,
            false,
            left.as_ptr(),
            1,
            inner_step,
            right.as_ptr(),
            1,
            column_step,
            T::ZERO,
            T::ONE,
            false,
            false,
            false,
            gemm::Parallelism::None,
        );
    }
    product
}

/// Floats of either size.
pub trait Number: Copy + 'static {
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
    use super::multiply;

    #[test]
    fn as_sums_of_products() {
        for (rows, inner, columns) in [(1, 1, 1), (2, 3, 4), (1, 70, 5), (65, 33, 17), (3, 0, 2), (0, 3, 2)] {
            let left: Vec<f64> = (0..rows * inner).map(|place| place as f64 / 7.0).collect();
            let right: Vec<f64> = (0..inner * columns).map(|place| 1.0 - place as f64).collect();
            let product = multiply(&left, &right, rows, inner, columns);
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
    fn nothing_for_other_sides() {
        assert!(multiply(&[1.0_f32; 3], &[1.0; 4], 2, 2, 2).is_empty());
    }
}
