//! Floats of 16 bits, as `struct` and views write them.

/// The 16-bit float nearest to a number, half to even; None where it is too large.
pub fn of_f64(number: f64) -> Option<u16> {
    let sign = if number.is_sign_negative() { 0x8000 } else { 0 };
    let size = number.abs();
    if size.is_nan() {
        return Some(sign | 0x7E00);
    }
    if size.is_infinite() {
        return Some(sign | 0x7C00);
    }
    if size < 6.103_515_625e-5 {
        return Some(sign | (size * 16_777_216.0).round_ties_even() as u16);
    }
    let (mantissa, exponent) = super::parts(size);
    let rounded = (mantissa as f64 / 4_398_046_511_104.0).round_ties_even() as i64;
    let word = i64::from(exponent + 52 + 14) * 1024 + rounded;
    (word < 0x7C00).then_some(sign | word as u16)
}

/// The value of a 16-bit float.
pub fn to_f64(bits: u16) -> f64 {
    let fraction = f64::from(bits & 0x3FF);
    let size = match bits >> 10 & 0x1F {
        0 => fraction / 16_777_216.0,
        31 => {
            if fraction == 0.0 {
                f64::INFINITY
            } else {
                f64::NAN
            }
        }
        exponent => super::super::int::arithmetic::scale(fraction + 1024.0, i32::from(exponent) - 25),
    };
    if bits & 0x8000 != 0 { -size } else { size }
}
