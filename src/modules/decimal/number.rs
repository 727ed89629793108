//! Numbers, what an operation goes by, what it signals, and the rounding of its result.

use super::coefficient::{Coefficient, Lost, Packed};
use super::wide;

/// What an operation has to tell, as bits. Some are kinds of one signal.
pub mod status {
    pub const CLAMPED: u32 = 1;
    pub const CONVERSION_SYNTAX: u32 = 2;
    pub const DIVISION_BY_ZERO: u32 = 4;
    pub const DIVISION_IMPOSSIBLE: u32 = 8;
    pub const DIVISION_UNDEFINED: u32 = 0x10;
    pub const INEXACT: u32 = 0x40;
    pub const INVALID_CONTEXT: u32 = 0x80;
    pub const INVALID_OPERATION: u32 = 0x100;
    /// The result has more digits than memory could hold: no signal, but an error.
    pub const NO_MEMORY: u32 = 0x200;
    pub const OVERFLOW: u32 = 0x800;
    pub const ROUNDED: u32 = 0x1000;
    pub const SUBNORMAL: u32 = 0x2000;
    pub const UNDERFLOW: u32 = 0x4000;
    pub const FLOAT_OPERATION: u32 = 0x8000;
    /// All that the signal InvalidOperation stands for.
    pub const ALL_INVALID: u32 =
        CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | INVALID_CONTEXT | INVALID_OPERATION;
}

/// The largest precision and exponent.
pub const MOST: i64 = 999_999_999_999_999_999;

/// More digits than a result can have, at the most.
const MOST_DIGITS: i64 = 400_000_000;

/// Which way to round.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    Up,
    Down,
    Ceiling,
    Floor,
    HalfUp,
    HalfDown,
    HalfEven,
    ZeroFiveUp,
}

impl Rounding {
    /// All, with their names.
    pub const ALL: [(&'static str, Rounding); 8] = [
        ("ROUND_UP", Rounding::Up),
        ("ROUND_DOWN", Rounding::Down),
        ("ROUND_CEILING", Rounding::Ceiling),
        ("ROUND_FLOOR", Rounding::Floor),
        ("ROUND_HALF_UP", Rounding::HalfUp),
        ("ROUND_HALF_DOWN", Rounding::HalfDown),
        ("ROUND_HALF_EVEN", Rounding::HalfEven),
        ("ROUND_05UP", Rounding::ZeroFiveUp),
    ];

    /// The name.
    pub fn name(self) -> &'static str {
        Rounding::ALL.iter().find(|(_, known)| *known == self).map_or("", |(name, _)| name)
    }

    /// Does what was kept become one more?
    #[inline]
    fn rounds_up(self, kept: &Coefficient, lost: Lost, negative: bool) -> bool {
        if lost == Lost::Nothing {
            return false;
        }
        match self {
            Rounding::HalfEven => lost == Lost::MoreThanHalf || lost == Lost::Half && kept.is_odd(),
            Rounding::Down => false,
            Rounding::HalfUp => lost != Lost::LessThanHalf,
            Rounding::HalfDown => lost == Lost::MoreThanHalf,
            Rounding::Up => true,
            Rounding::Ceiling => !negative,
            Rounding::Floor => negative,
            Rounding::ZeroFiveUp => kept.ends_in_five_or_zero(),
        }
    }

    /// A number without its last digits (or with zeros more), rounded, and whether anything but zeros was lost.
    #[inline]
    pub fn apply(self, number: &Coefficient, places: i64, negative: bool) -> (Coefficient, bool) {
        if places <= 0 {
            return (number.shifted(places.unsigned_abs() as usize), false);
        }
        let (kept, lost) = number.cut(places as usize);
        match self.rounds_up(&kept, lost, negative) {
            true => (kept.plus(&Coefficient::ONE), true),
            false => (kept, lost != Lost::Nothing),
        }
    }

    /// Does a result too large for the exponent become infinite, and not the largest number?
    fn overflows_to_infinity(self, negative: bool) -> bool {
        match self {
            Rounding::Down | Rounding::ZeroFiveUp => false,
            Rounding::Ceiling => !negative,
            Rounding::Floor => negative,
            _ => true,
        }
    }
}

/// What an operation goes by.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub precision: i64,
    pub most: i64,
    pub least: i64,
    pub rounding: Rounding,
    pub clamp: bool,
    /// What a coefficient is below, where that fits; otherwise zero.
    limit: Packed,
}

impl Settings {
    /// Settings with this precision, the largest and the smallest exponent.
    pub const fn new(precision: i64, most: i64, least: i64, rounding: Rounding, clamp: bool) -> Settings {
        let limit = if precision < wide::COUNT as i64 { wide::power(precision as usize) } else { 0 };
        Settings { precision, most, least, rounding, clamp, limit: Packed(limit) }
    }

    /// The widest ones there are.
    pub const WIDEST: Settings = Settings::new(MOST, MOST, -MOST, Rounding::HalfEven, false);

    /// The same with another way to round.
    pub fn rounding(self, rounding: Rounding) -> Settings {
        Settings { rounding, ..self }
    }

    /// The least exponent.
    #[inline]
    pub fn tiny(&self) -> i64 {
        self.least - (self.precision - 1)
    }

    /// The largest exponent of a number with all digits.
    #[inline]
    pub fn top(&self) -> i64 {
        self.most - (self.precision - 1)
    }

    /// Is it more than the precision allows?
    pub fn too_long(&self, number: &Coefficient) -> bool {
        match (number.small(), self.limit.0) {
            (Some(number), limit) if limit != 0 => number >= limit,
            (Some(_), _) => false,
            _ => number.digits_at_most() > self.precision && number.digits() > self.precision,
        }
    }
}

/// What kind of number one is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Finite,
    Infinite,
    Quiet,
    Signaling,
}

/// A number: its sign, its digits, and the exponent of ten of the last one. The digits of one that is not a number are
/// what it tells.
#[derive(Clone, Debug)]
pub struct Number {
    pub digits: Coefficient,
    pub exponent: i64,
    pub negative: bool,
    pub kind: Kind,
}

impl Number {
    /// A finite number.
    #[inline]
    pub fn new(negative: bool, digits: impl Into<Coefficient>, exponent: i64) -> Number {
        Number { digits: digits.into(), exponent, negative, kind: Kind::Finite }
    }

    /// An infinity.
    pub fn infinity(negative: bool) -> Number {
        Number { kind: Kind::Infinite, ..Number::new(negative, 0, 0) }
    }

    /// What is not a number.
    pub fn nan() -> Number {
        Number { kind: Kind::Quiet, ..Number::new(false, 0, 0) }
    }

    /// A whole number.
    pub fn whole(number: i64) -> Number {
        Number::new(number < 0, u128::from(number.unsigned_abs()), 0)
    }

    /// What an invalid operation gives.
    pub fn invalid(why: u32, status: &mut u32) -> Number {
        *status |= why;
        Number::nan()
    }

    /// The number of the largest magnitude.
    pub fn largest(negative: bool, settings: &Settings, status: &mut u32) -> Number {
        if is_too_much(settings.precision, status) {
            return Number::nan();
        }
        let digits = Coefficient::ONE.shifted(settings.precision as usize).minus(&Coefficient::ONE);
        Number::new(negative, digits, settings.top())
    }

    /// Is it finite?
    #[inline(always)]
    pub fn is_finite(&self) -> bool {
        self.kind == Kind::Finite
    }

    /// Is it infinite?
    pub fn is_infinite(&self) -> bool {
        self.kind == Kind::Infinite
    }

    /// Is it not a number?
    pub fn is_nan(&self) -> bool {
        matches!(self.kind, Kind::Quiet | Kind::Signaling)
    }

    /// Is it zero?
    #[inline(always)]
    pub fn is_zero(&self) -> bool {
        self.kind == Kind::Finite && self.digits.is_zero()
    }

    /// The exponent of the first digit.
    pub fn adjusted(&self) -> i64 {
        self.exponent + self.digits.digits() - 1
    }

    /// The same with a sign.
    pub fn with_sign(&self, negative: bool) -> Number {
        Number { negative, ..self.clone() }
    }

    /// The whole number that it is, if it is one of 64 bits.
    pub fn to_i64(&self) -> Option<i64> {
        if !self.is_finite() || self.exponent > 19 && !self.digits.is_zero() {
            return None;
        }
        let digits = if self.exponent >= 0 {
            self.digits.shifted(self.exponent.min(20) as usize)
        } else {
            let (kept, lost) = self.digits.cut(self.exponent.unsigned_abs() as usize);
            if lost != Lost::Nothing {
                return None;
            }
            kept
        };
        let number = i64::try_from(digits.small()?).ok()?;
        Some(if self.negative { -number } else { number })
    }

    /// The result if one operand, or the other, is not a number.
    #[cold]
    pub fn nan_of(&self, other: Option<&Number>, settings: &Settings, status: &mut u32) -> Option<Number> {
        let both = [Some(self), other];
        let all = || both.iter().copied().flatten();
        let found = all()
            .find(|number| number.kind == Kind::Signaling)
            .or_else(|| all().find(|number| number.kind == Kind::Quiet))?;
        if found.kind == Kind::Signaling {
            *status |= status::INVALID_OPERATION;
        }
        let quiet = Number { kind: Kind::Quiet, ..found.clone() };
        Some(quiet.with_short_payload(settings))
    }

    fn with_short_payload(mut self, settings: &Settings) -> Number {
        let most = settings.precision - i64::from(settings.clamp);
        if !self.digits.is_zero() && self.digits.digits_at_most() > most {
            self.digits = self.digits.last(most as usize);
        }
        self
    }

    /// The number rounded to what the settings allow.
    #[inline]
    pub fn finish(self, settings: &Settings, status: &mut u32) -> Number {
        if let Some(number) = self.digits.small()
            && self.kind == Kind::Finite
            && number < settings.limit.0
            && number != 0
            && self.exponent >= settings.least
            && self.exponent <= settings.top()
        {
            return self;
        }
        self.finish_slowly(settings, status)
    }

    fn finish_slowly(mut self, settings: &Settings, status: &mut u32) -> Number {
        match self.kind {
            Kind::Infinite => return self,
            Kind::Quiet | Kind::Signaling => return self.with_short_payload(settings),
            Kind::Finite => {}
        }
        let (tiny, top) = (settings.tiny(), settings.top());
        if self.digits.is_zero() {
            let exponent = self.exponent.max(tiny).min(if settings.clamp { top } else { settings.most });
            if exponent != self.exponent {
                *status |= status::CLAMPED;
                self.exponent = exponent;
            }
            return self;
        }
        let most_digits = self.digits.digits_at_most();
        if most_digits <= settings.precision && self.exponent <= top && self.exponent >= settings.least {
            return self;
        }
        let digits = self.digits.digits();
        let mut least = digits + self.exponent - settings.precision;
        if least > top {
            return Number::overflow(self.negative, settings, status);
        }
        let subnormal = least < tiny;
        least = least.max(tiny);
        if self.exponent < least {
            return self.shorten(least, subnormal, settings, status);
        }
        if subnormal {
            *status |= status::SUBNORMAL;
        }
        if settings.clamp && self.exponent > top {
            *status |= status::CLAMPED;
            self.digits = self.digits.shifted((self.exponent - top) as usize);
            self.exponent = top;
        }
        self
    }

    fn shorten(self, mut least: i64, subnormal: bool, settings: &Settings, status: &mut u32) -> Number {
        let places = least - self.exponent;
        let (mut kept, inexact) = settings.rounding.apply(&self.digits, places, self.negative);
        if settings.too_long(&kept) {
            kept = kept.cut(1).0;
            least += 1;
        }
        *status |= status::ROUNDED;
        if inexact {
            *status |= status::INEXACT;
        }
        if least > settings.top() {
            return Number::overflow(self.negative, settings, status);
        }
        if subnormal {
            *status |= status::SUBNORMAL;
            if inexact {
                *status |= status::UNDERFLOW;
            }
        }
        if kept.is_zero() {
            *status |= status::CLAMPED;
        }
        Number::new(self.negative, kept, least)
    }

    #[cold]
    fn overflow(negative: bool, settings: &Settings, status: &mut u32) -> Number {
        *status |= status::OVERFLOW | status::INEXACT | status::ROUNDED;
        match settings.rounding.overflows_to_infinity(negative) {
            true => Number::infinity(negative),
            false => Number::largest(negative, settings, status),
        }
    }
}

/// Are so many digits more than memory holds? Then the status says so.
#[inline]
pub fn is_too_much(digits: i64, status: &mut u32) -> bool {
    let too_much = digits > MOST_DIGITS;
    if too_much {
        *status |= status::NO_MEMORY;
    }
    too_much
}
