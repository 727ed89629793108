//! Numbers of 128 and 256 bits: powers of ten, counting digits, the long product and its division.
//!
//! Coefficients of a usual precision have 28 digits, and so their products and extended dividends have some 57, too many
//! for 128 bits: here they are worked with in registers, without a big integer.

/// How many powers of ten fit.
pub const COUNT: usize = 39;

/// A power of ten, for constants.
pub const fn power(places: usize) -> u128 {
    10_u128.pow(places as u32)
}

/// The powers of ten that fit.
pub static POWERS: [u128; COUNT] = {
    let mut powers = [1; COUNT];
    let mut place = 1;
    while place < COUNT {
        powers[place] = power(place);
        place += 1;
    }
    powers
};

/// How many decimal digits a number has; zero has one.
#[inline]
pub fn count_digits(number: u128) -> u32 {
    if number < 10 {
        return 1;
    }
    // 1233 / 4096 is log10(2), a little more than it: the guess is right or one too small.
    let bits = 128 - number.leading_zeros();
    let guess = (bits * 1233) >> 12;
    guess + u32::from(guess < COUNT as u32 && number >= POWERS[guess as usize])
}

/// The product, its upper and its lower half.
#[inline]
pub fn multiply(left: u128, right: u128) -> (u128, u128) {
    const LOW: u128 = u64::MAX as u128;
    let (left_high, left_low) = (left >> 64, left & LOW);
    let (right_high, right_low) = (right >> 64, right & LOW);
    let low = left_low * right_low;
    let middle = left_high * right_low + (low >> 64);
    let other = left_low * right_high + (middle & LOW);
    (left_high * right_high + (middle >> 64) + (other >> 64), (other << 64) | (low & LOW))
}

/// Quotient and remainder of a number of 256 bits; the upper half is less than the divisor, so that the quotient fits.
#[inline]
pub fn divide(high: u128, low: u128, divisor: u128) -> (u128, u128) {
    debug_assert!(high < divisor);
    if high == 0 {
        return (low / divisor, low % divisor);
    }
    // Two steps of long division, each for 64 bits of the quotient (Knuth's algorithm D).
    let shift = divisor.leading_zeros();
    let divisor = divisor << shift;
    let high = if shift == 0 { high } else { high << shift | low >> (128 - shift) };
    let low = low << shift;
    let (first, rest) = step(high, low >> 64, divisor);
    let (second, rest) = step(rest, low & u128::from(u64::MAX), divisor);
    (first << 64 | second, rest >> shift)
}

/// A digit of 64 bits of the quotient of `high * 2**64 + next`, and the remainder. The divisor's first bit is set.
fn step(high: u128, next: u128, divisor: u128) -> (u128, u128) {
    const BASE: u128 = 1 << 64;
    let (top, bottom) = (divisor >> 64, divisor & (BASE - 1));
    let (mut digit, mut rest) = (high / top, high % top);
    while digit >= BASE || digit * bottom > (rest << 64 | next) {
        digit -= 1;
        rest += top;
        if rest >= BASE {
            break;
        }
    }
    // What overflows cancels out: the remainder is less than the divisor.
    let left = (high << 64 | next).wrapping_sub(digit.wrapping_mul(divisor));
    (digit, left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_products_divide_back() {
        let numbers =
            [1, 9, 10, u64::MAX.into(), 1 << 64, POWERS[28] - 1, POWERS[38], u128::MAX / 3, u128::MAX];
        for left in numbers {
            for right in numbers {
                let (high, low) = multiply(left, right);
                for rest in [0, right / 2, right - 1] {
                    let (low, carry) = low.overflowing_add(rest);
                    let high = high + u128::from(carry);
                    if high < right {
                        assert_eq!(divide(high, low, right), (left, rest));
                    }
                }
            }
        }
    }

    #[test]
    fn digits_are_counted() {
        for (place, &power) in POWERS.iter().enumerate() {
            assert_eq!(count_digits(power), place as u32 + 1);
            assert_eq!(count_digits(power - 1), (place as u32).max(1));
        }
        assert_eq!(count_digits(u128::MAX), 39);
    }
}
