//! The gamma function and its logarithm, by Lanczos' approximation.
//!
//! The coefficients are those for g = 6.02468... and 13 terms, as a quotient of polynomials: they
//! keep the error of doubles below a few units in the last place.

use std::f64::consts::PI;

const G: f64 = 6.024_680_040_776_73;
const G_MINUS_HALF: f64 = 5.524_680_040_776_73;
const LOG_PI: f64 = 1.144_729_885_849_400_2;

/// The coefficients of the numerator and the denominator, from the constant ones on.
const TERMS: [(f64, f64); 13] = [
    (23_531_376_880.410_76, 0.0),
    (42_919_803_642.649_1, 39_916_800.0),
    (35_711_959_237.355_67, 120_543_840.0),
    (17_921_034_426.037_21, 150_917_976.0),
    (6_039_542_586.352_028, 105_258_076.0),
    (1_439_720_407.311_721_6, 45_995_730.0),
    (248_874_557.862_054_17, 13_339_535.0),
    (31_426_415.585_400_194, 2_637_558.0),
    (2_876_370.628_935_372_5, 357_423.0),
    (186_056.265_395_223_48, 32_670.0),
    (8_071.672_002_365_816, 1_925.0),
    (210.824_277_751_579_36, 66.0),
    (2.506_628_274_631_000_2, 1.0),
];

/// The quotient of the two polynomials; in powers of 1/x where those of x grow large.
fn lanczos(x: f64) -> f64 {
    let (above, below) = if x < 5.0 {
        TERMS.iter().rev().fold((0.0, 0.0), |(above, below), term| (above * x + term.0, below * x + term.1))
    } else {
        TERMS.iter().fold((0.0, 0.0), |(above, below), term| (above / x + term.0, below / x + term.1))
    };
    above / below
}

/// sin(pi * x), exact in the reduction of the argument.
fn sine_of_turns(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let sine = match (2.0 * y).round() as u8 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1.0_f64.copysign(x) * sine
}

/// The gamma function of what is finite and no pole; infinite beyond the floats.
pub(super) fn gamma(x: f64) -> f64 {
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sine_of_turns(x) } else { f64::INFINITY };
    }
    let y = size + G_MINUS_HALF;
    // What the addition has lost.
    let lost = if size > G_MINUS_HALF { (y - size) - G_MINUS_HALF } else { (y - G_MINUS_HALF) - size };
    let correction = lost * G / y;
    if x < 0.0 {
        let first = -PI / sine_of_turns(size) / size * y.exp() / lanczos(size);
        let result = first - correction * first;
        if size < 140.0 {
            return result / y.powf(size - 0.5);
        }
        let root = y.powf(size / 2.0 - 0.25);
        return result / root / root;
    }
    let first = lanczos(size) / y.exp();
    let result = first + correction * first;
    if size < 140.0 {
        return result * y.powf(size - 0.5);
    }
    let root = y.powf(size / 2.0 - 0.25);
    result * root * root
}

/// The logarithm of the gamma function's size, of what is finite and no pole.
pub(super) fn log_gamma(x: f64) -> f64 {
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let size = x.abs();
    if size < 1e-20 {
        return -size.ln();
    }
    let result = lanczos(size).ln() - G + (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 { LOG_PI - sine_of_turns(size).abs().ln() - size.ln() - result } else { result }
}
