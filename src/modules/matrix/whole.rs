//! Arithmetic of ints of 64 bits, with a sign and without: it wraps around, and a division by zero gives zero.

use std::ops::{BitAnd, BitOr, BitXor};

use super::data::Number;

/// An int of 64 bits.
pub trait Whole: Number + BitAnd<Output = Self> + BitOr<Output = Self> + BitXor<Output = Self> {
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;

    /// The quotient rounded down, and what is left, which has the divisor's sign.
    fn floor_and_rest(self, by: Self) -> (Self, Self);

    /// A power; the exponent is not negative.
    fn power(self, exponent: Self) -> Self;

    /// Zero where it is shifted too far.
    fn shifted_left(self, by: Self) -> Self;

    /// Nothing but the sign where it is shifted too far.
    fn shifted_right(self, by: Self) -> Self;
}

macro_rules! whole {
    ($($number:ident { $far:expr, $floor:expr })*) => {
        $(
            impl Whole for $number {
                #[inline(always)]
                fn plus(self, other: $number) -> $number {
                    self.wrapping_add(other)
                }

                #[inline(always)]
                fn minus(self, other: $number) -> $number {
                    self.wrapping_sub(other)
                }

                #[inline(always)]
                fn times(self, other: $number) -> $number {
                    self.wrapping_mul(other)
                }

                #[inline(always)]
                fn floor_and_rest(self, by: $number) -> ($number, $number) {
                    if by == 0 {
                        return (0, 0);
                    }
                    let floor: fn($number, $number) -> ($number, $number) = $floor;
                    floor(self, by)
                }

                fn power(self, mut exponent: $number) -> $number {
                    let (mut base, mut product) = (self, 1);
                    while exponent > 0 {
                        if exponent & 1 == 1 {
                            product = $number::wrapping_mul(product, base);
                        }
                        base = base.wrapping_mul(base);
                        exponent >>= 1;
                    }
                    product
                }

                #[inline(always)]
                fn shifted_left(self, by: $number) -> $number {
                    if (0..64).contains(&by) { self << by } else { 0 }
                }

                #[inline(always)]
                fn shifted_right(self, by: $number) -> $number {
                    let far: fn($number) -> $number = $far;
                    if (0..64).contains(&by) { self >> by } else { far(self) }
                }
            }
        )*
    };
}

whole! {
    i64 {
        |number| number >> 63,
        |left, by| {
            let (quotient, rest) = (left.wrapping_div(by), left.wrapping_rem(by));
            if rest != 0 && (rest < 0) != (by < 0) { (quotient - 1, rest + by) } else { (quotient, rest) }
        }
    }
    u64 { |_| 0, |left, by| (left / by, left % by) }
}

#[cfg(test)]
mod tests {
    use super::Whole;

    #[test]
    fn rounds_down_and_wraps_around() {
        assert_eq!((-7_i64).floor_and_rest(2), (-4, 1));
        assert_eq!(7_i64.floor_and_rest(-2), (-4, -1));
        assert_eq!(7_u64.floor_and_rest(2), (3, 1));
        assert_eq!(5_i64.floor_and_rest(0), (0, 0));
        assert_eq!(i64::MIN.floor_and_rest(-1), (i64::MIN, 0));
        assert_eq!(3_u64.power(41), 3_u64.wrapping_pow(41));
        assert_eq!((-1_i64).shifted_right(64), -1);
        assert_eq!(u64::MAX.shifted_right(64), 0);
        assert_eq!(1_i64.shifted_left(64), 0);
    }
}
