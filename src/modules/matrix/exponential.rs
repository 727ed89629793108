//! `exp` of many floats, several at a time where the processor can.

use pulp::NullaryFnOnce;

use super::room;

/// `e` to the power of each.
pub fn all(numbers: &[f64]) -> Vec<f64> {
    #[cfg(target_arch = "x86_64")]
    if let Some(simd) = pulp::x86::V4::try_new() {
        return simd.vectorize(Series(numbers));
    }
    #[cfg(target_arch = "x86_64")]
    if let Some(simd) = pulp::x86::V3::try_new() {
        return simd.vectorize(Series(numbers));
    }
    // Without a fused multiply-add the series would be slower than the library's function.
    numbers.iter().map(|number| number.exp()).collect()
}

/// The loop, which has no branches: compiled for wide registers, it does as many at once as they hold.
struct Series<'a>(&'a [f64]);

impl NullaryFnOnce for Series<'_> {
    type Output = Vec<f64>;

    #[inline(always)]
    fn call(self) -> Vec<f64> {
        let mut results = room::of(self.0.len());
        results.extend(self.0.iter().map(|&number| one(number)));
        results
    }
}

/// Adding it leaves a whole number in the low bits of the sum, rounded.
const ROUNDER: f64 = 6_755_399_441_055_744.0;

/// ln 2 in two parts; the first has zeros at its end, so that its multiples are exact.
const LN_2_HIGH: f64 = 0.693_147_180_369_123_8;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// Reciprocals of factorials, from 13 down to 2.
const TERMS: [f64; 12] = [
    1.0 / 6_227_020_800.0,
    1.0 / 479_001_600.0,
    1.0 / 39_916_800.0,
    1.0 / 3_628_800.0,
    1.0 / 362_880.0,
    1.0 / 40_320.0,
    1.0 / 5_040.0,
    1.0 / 720.0,
    1.0 / 120.0,
    1.0 / 24.0,
    1.0 / 6.0,
    1.0 / 2.0,
];

/// 2**n * e**r with the smallest r there is, by the series of e**r; the error is below one unit in the last place.
#[inline(always)]
fn one(number: f64) -> f64 {
    // Beyond these the result is zero or infinite as well, and n stays small.
    let x = number.clamp(-1000.0, 1000.0);
    let n = (x * std::f64::consts::LOG2_E + ROUNDER) - ROUNDER;
    let rest = n.mul_add(-LN_2_LOW, n.mul_add(-LN_2_HIGH, x));
    let series = TERMS.iter().fold(0.0_f64, |sum, &term| sum.mul_add(rest, term));
    let small = (series * rest).mul_add(rest, rest) + 1.0;
    // In two halves, since 2**n alone may be too large or too small for a float.
    let half = (n * 0.5 + ROUNDER) - ROUNDER;
    let result = small * power_of_two(half) * power_of_two(n - half);
    if number.is_nan() { number } else { result }
}

/// 2**n for a whole n of at most some 1000.
#[inline(always)]
fn power_of_two(n: f64) -> f64 {
    f64::from_bits((n + ROUNDER).to_bits().wrapping_add(1023) << 52)
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_the_c_library_has_it() {
        let mut numbers: Vec<f64> = (-7600..7200).map(|step| f64::from(step) * 0.1 + 0.003).collect();
        numbers.extend([0.0, -0.0, 1.0, -1.0, 1e-300, -1e-9, 709.78, 709.79, -745.1, -746.0, 1e9, -1e9]);
        numbers.extend([f64::INFINITY, f64::NEG_INFINITY]);
        for (number, result) in numbers.iter().zip(super::all(&numbers)) {
            let expected = number.exp();
            let near = (result - expected).abs() <= expected * 3e-16 + 1e-323;
            assert!(result == expected || near, "exp({number}) is {expected}, not {result}");
        }
        assert!(super::all(&[f64::NAN])[0].is_nan());
    }
}
