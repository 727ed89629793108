//! The digits of a number: a whole number that is not negative, of 128 bits or of any size.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::f64::consts::LOG10_2;

use dashu_int::UBig;
use dashu_int::ops::{BitTest, DivRem};

use super::wide::{self, POWERS};

/// A number of 128 bits that wants no more than the alignment of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C, packed(8))]
pub struct Packed(pub u128);

/// The coefficient of a number.
///
/// Invariant: one that fits into 128 bits is `Small`.
#[derive(Clone, Debug)]
pub enum Coefficient {
    Small(Packed),
    Big(Box<UBig>),
}

/// How much was cut off, in units of the last digit that was kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lost {
    Nothing,
    LessThanHalf,
    Half,
    MoreThanHalf,
}

impl Lost {
    fn of(rest_is_zero: bool, against_half: Ordering) -> Lost {
        match against_half {
            _ if rest_is_zero => Lost::Nothing,
            Ordering::Less => Lost::LessThanHalf,
            Ordering::Equal => Lost::Half,
            Ordering::Greater => Lost::MoreThanHalf,
        }
    }
}

thread_local! {
    /// Powers of ten that were wanted last.
    static BIG_POWERS: RefCell<Vec<(usize, UBig)>> = const { RefCell::new(Vec::new()) };
}

/// Does something with a power of ten. Operations of one precision want the same few again and again.
pub fn with_power<T>(places: usize, work: impl FnOnce(&UBig) -> T) -> T {
    const KEPT: usize = 8;
    if places < POWERS.len() {
        return work(&UBig::from(POWERS[places]));
    }
    BIG_POWERS.with_borrow_mut(|known| {
        let place = known.iter().position(|(power, _)| *power == places).unwrap_or_else(|| {
            known.truncate(KEPT - 1);
            known.insert(0, (places, UBig::from(5_u8).pow(places) << places));
            0
        });
        work(&known[place].1)
    })
}

/// A power of ten.
pub fn power_of_ten(places: usize) -> UBig {
    with_power(places, UBig::clone)
}

impl From<u128> for Coefficient {
    #[inline]
    fn from(number: u128) -> Coefficient {
        Coefficient::Small(Packed(number))
    }
}

impl From<UBig> for Coefficient {
    fn from(number: UBig) -> Coefficient {
        match u128::try_from(&number) {
            Ok(small) => small.into(),
            Err(_) => Coefficient::Big(Box::new(number)),
        }
    }
}

impl PartialEq for Coefficient {
    fn eq(&self, other: &Coefficient) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Coefficient {}

impl PartialOrd for Coefficient {
    fn partial_cmp(&self, other: &Coefficient) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Coefficient {
    fn cmp(&self, other: &Coefficient) -> Ordering {
        match (self, other) {
            (Coefficient::Small(left), Coefficient::Small(right)) => {
                let (left, right) = (left.0, right.0);
                left.cmp(&right)
            }
            (Coefficient::Small(_), Coefficient::Big(_)) => Ordering::Less,
            (Coefficient::Big(_), Coefficient::Small(_)) => Ordering::Greater,
            (Coefficient::Big(left), Coefficient::Big(right)) => left.cmp(right),
        }
    }
}

impl std::fmt::Display for Coefficient {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Coefficient::Small(number) => {
                let number = number.0;
                match u64::try_from(number) {
                    Ok(number) => number.fmt(formatter),
                    Err(_) => number.fmt(formatter),
                }
            }
            Coefficient::Big(number) => number.fmt(formatter),
        }
    }
}

impl Coefficient {
    /// No digits.
    pub const ZERO: Coefficient = Coefficient::Small(Packed(0));
    /// One.
    pub const ONE: Coefficient = Coefficient::Small(Packed(1));

    /// The number, if it has no more than 128 bits.
    #[inline(always)]
    pub fn small(&self) -> Option<u128> {
        match self {
            Coefficient::Small(number) => Some(number.0),
            Coefficient::Big(_) => None,
        }
    }

    /// The number as one of any size.
    pub fn to_big(&self) -> UBig {
        match self {
            Coefficient::Small(number) => UBig::from(number.0),
            Coefficient::Big(number) => (**number).clone(),
        }
    }

    /// Is it zero?
    #[inline(always)]
    pub fn is_zero(&self) -> bool {
        self.small() == Some(0)
    }

    /// Is it odd?
    pub fn is_odd(&self) -> bool {
        match self {
            Coefficient::Small(number) => number.0 & 1 == 1,
            Coefficient::Big(number) => number.bit(0),
        }
    }

    /// How many decimal digits it has; zero has one.
    #[inline]
    pub fn digits(&self) -> i64 {
        match self {
            Coefficient::Small(number) => wide::count_digits(number.0).into(),
            Coefficient::Big(number) => big_digits(number),
        }
    }

    /// More digits than it has by no more than two; quick for numbers of any size.
    pub fn digits_at_most(&self) -> i64 {
        match self {
            Coefficient::Small(number) => wide::count_digits(number.0).into(),
            Coefficient::Big(number) => big_digits_at_most(number),
        }
    }

    /// The rest by five of the last digit is zero: the digit is 0 or 5.
    pub fn ends_in_five_or_zero(&self) -> bool {
        match self {
            Coefficient::Small(number) => number.0.is_multiple_of(5),
            Coefficient::Big(number) => (&**number % 5_u8) == 0,
        }
    }

    /// The sum.
    #[inline]
    pub fn plus(&self, other: &Coefficient) -> Coefficient {
        if let (Some(left), Some(right)) = (self.small(), other.small())
            && let Some(sum) = left.checked_add(right)
        {
            return sum.into();
        }
        (self.to_big() + other.to_big()).into()
    }

    /// The difference; this one is not less than the other.
    #[inline]
    pub fn minus(&self, other: &Coefficient) -> Coefficient {
        match (self.small(), other.small()) {
            (Some(left), Some(right)) => (left - right).into(),
            _ => (self.to_big() - other.to_big()).into(),
        }
    }

    /// The product.
    pub fn times(&self, other: &Coefficient) -> Coefficient {
        match (self, other) {
            (Coefficient::Small(left), Coefficient::Small(right)) => {
                let (left, right) = (left.0, right.0);
                match left.leading_zeros() + right.leading_zeros() >= 128 {
                    true => (left * right).into(),
                    false => (UBig::from(left) * UBig::from(right)).into(),
                }
            }
            (Coefficient::Big(left), Coefficient::Big(right)) => (&**left * &**right).into(),
            (Coefficient::Small(small), Coefficient::Big(big))
            | (Coefficient::Big(big), Coefficient::Small(small)) => (&**big * UBig::from(small.0)).into(),
        }
    }

    /// Quotient and remainder; the divisor is not zero.
    pub fn divided(&self, other: &Coefficient) -> (Coefficient, Coefficient) {
        if let (Some(left), Some(right)) = (self.small(), other.small()) {
            return ((left / right).into(), (left % right).into());
        }
        let (quotient, rest) = self.to_big().div_rem(other.to_big());
        (quotient.into(), rest.into())
    }

    /// With so many zeros at its end.
    #[inline]
    pub fn shifted(&self, places: usize) -> Coefficient {
        if places == 0 || self.is_zero() {
            return self.clone();
        }
        if let Some(number) = self.small()
            && places < POWERS.len()
        {
            let power = POWERS[places];
            if number.leading_zeros() + power.leading_zeros() >= 128 {
                return (number * power).into();
            }
        }
        with_power(places, |power| self.to_big() * power).into()
    }

    /// Without its last digits, and how much they were.
    #[inline]
    pub fn cut(&self, places: usize) -> (Coefficient, Lost) {
        if places == 0 {
            return (self.clone(), Lost::Nothing);
        }
        match self {
            Coefficient::Small(number) => cut_small(number.0, places),
            Coefficient::Big(number) => cut_big(number, places),
        }
    }

    /// The last so many digits.
    pub fn last(&self, places: usize) -> Coefficient {
        match self.small() {
            Some(number) if places < POWERS.len() => (number % POWERS[places]).into(),
            Some(_) => self.clone(),
            None if self.digits_at_most() <= places as i64 => self.clone(),
            None => with_power(places, |power| self.to_big() % power).into(),
        }
    }

    /// Without zeros at its end, `most` at most, and how many they were; the number is not zero.
    pub fn without_zeros(self, most: i64) -> (Coefficient, i64) {
        match self {
            Coefficient::Small(number) => {
                let (mut number, mut left) = (number.0, most);
                for (step, power) in [(16, POWERS[16]), (8, POWERS[8]), (4, POWERS[4]), (2, 100), (1, 10)] {
                    while left >= step && number.is_multiple_of(power) {
                        number /= power;
                        left -= step;
                    }
                }
                (number.into(), most - left)
            }
            Coefficient::Big(number) => big_without_zeros(*number, most),
        }
    }
}

fn cut_small(number: u128, places: usize) -> (Coefficient, Lost) {
    if places >= POWERS.len() {
        // No number of 128 bits has more than half of that.
        return (Coefficient::ZERO, Lost::of(number == 0, Ordering::Less));
    }
    let unit = POWERS[places];
    let (kept, rest) = match (u64::try_from(number), u64::try_from(unit)) {
        (Ok(number), Ok(unit)) => ((number / unit).into(), (number % unit).into()),
        _ => (number / unit, number % unit),
    };
    (kept.into(), Lost::of(rest == 0, rest.cmp(&(unit / 2))))
}

fn cut_big(number: &UBig, places: usize) -> (Coefficient, Lost) {
    if places as i64 > big_digits_at_most(number) {
        return (Coefficient::ZERO, Lost::LessThanHalf);
    }
    with_power(places, |power| {
        let (kept, rest) = number.div_rem(power);
        let half = power >> 1_usize;
        (kept.into(), Lost::of(rest.is_zero(), rest.cmp(&half)))
    })
}

fn big_digits_at_most(number: &UBig) -> i64 {
    (number.bit_len() as f64 * LOG10_2) as i64 + 2
}

fn big_digits(number: &UBig) -> i64 {
    // Between these, one comparison decides. The margin is for the rounding of floats.
    const MARGIN: f64 = 1e-6;
    let bits = number.bit_len() as f64;
    let least = ((bits - 1.0) * LOG10_2 - MARGIN) as i64 + 1;
    let most = (bits * LOG10_2 + MARGIN) as i64 + 1;
    (least..most).find(|&digits| with_power(digits as usize, |power| number < power)).unwrap_or(most)
}

fn big_without_zeros(mut number: UBig, most: i64) -> (Coefficient, i64) {
    // A number with so many twos has no more zeros.
    let mut left = most.min(number.trailing_zeros().unwrap_or(0) as i64);
    let begin = left;
    let mut step = 1_i64;
    while left > 0 {
        step = step.min(left);
        let (kept, rest) = with_power(step as usize, |power| (&number).div_rem(power));
        if rest.is_zero() {
            number = kept;
            left -= step;
            step *= 2;
        } else if step == 1 {
            break;
        } else {
            step = (step / 2).max(1);
        }
    }
    (number.into(), begin - left)
}
