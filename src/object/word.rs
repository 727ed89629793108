//! The value word: one 64-bit number that is an int, a float, a constant or a pointer to an object.
//!
//! ```text
//! 0000 pppp pppp pppp              heap pointer, never null
//! 0001 0000 0000 000n              immediate: empty, None, False, True, Ellipsis, NotImplemented
//! 0003 ........ to FFFB ........   float: its bits plus 3 << 48
//! FFFC ........ to FFFF ........   int: 50 bits, biased by 2^49
//! ```
//!
//! Biasing makes ints compare as unsigned words, and their sum needs one range test; adding 3 << 48 moves every float
//! (the quiet NaNs included) into the gap between immediates and ints, so arithmetic on plain numbers allocates
//! nothing. Other NaN payloads are folded into the quiet one on entry, since some would look like ints.
//!
//! Invariant: a word whose upper 16 bits are zero is a pointer to a live object, and no other word is.

use super::header::Header;

/// A value word as plain bits: `Copy`, owning nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Bits(u64);

/// Added to a float's bits.
const FLOAT_OFFSET: u64 = 3 << 48;
/// The least word that is an int.
const INT_TAG: u64 = 0xFFFC << 48;
/// Added to an int so that the least one becomes zero.
const INT_BIAS: i64 = 1 << 49;
/// The tag of immediates.
const IMMEDIATE: u64 = 1 << 48;

impl Bits {
    /// What an empty register or an unbound local holds; no Python value.
    pub const EMPTY: Bits = Bits(IMMEDIATE);
    pub const NONE: Bits = Bits(IMMEDIATE + 1);
    pub const FALSE: Bits = Bits(IMMEDIATE + 2);
    pub const TRUE: Bits = Bits(IMMEDIATE + 3);
    pub const ELLIPSIS: Bits = Bits(IMMEDIATE + 4);
    pub const NOT_IMPLEMENTED: Bits = Bits(IMMEDIATE + 5);

    /// The least and the greatest int that fit into a word.
    pub const INT_MIN: i64 = -INT_BIAS;
    pub const INT_MAX: i64 = INT_BIAS - 1;

    /// The number itself.
    #[inline(always)]
    pub const fn raw(self) -> u64 {
        self.0
    }

    /// The word with this number; [`Value`](super::Value) says what it may be.
    #[inline(always)]
    pub const fn of_raw(raw: u64) -> Bits {
        Bits(raw)
    }

    /// The word of a pointer to an object.
    #[inline(always)]
    pub fn of_pointer(pointer: *const Header) -> Bits {
        let word = pointer.expose_provenance() as u64;
        debug_assert!(word != 0 && word >> 48 == 0, "user space ends below 2^48");
        Bits(word)
    }

    /// The pointer, meaningful where [`is_heap`](Bits::is_heap) holds.
    #[inline(always)]
    pub fn pointer(self) -> *const Header {
        std::ptr::with_exposed_provenance(self.0 as usize)
    }

    /// The word of an int of 32 bits, which always fits.
    #[inline(always)]
    pub const fn small(number: i32) -> Bits {
        Bits(INT_TAG.wrapping_add((number as i64 + INT_BIAS) as u64))
    }

    /// The word of an int, if it fits into 50 bits.
    #[inline(always)]
    pub fn from_int(number: i64) -> Option<Bits> {
        let biased = number.wrapping_add(INT_BIAS) as u64;
        (biased < 1 << 50).then(|| Bits(INT_TAG + biased))
    }

    /// The word of a float.
    #[inline(always)]
    pub fn from_float(number: f64) -> Bits {
        let bits = if number.is_nan() { f64::NAN.copysign(number).to_bits() } else { number.to_bits() };
        Bits(bits.wrapping_add(FLOAT_OFFSET))
    }

    /// The word of a float that arithmetic on floats gave: its NaNs are the quiet ones.
    #[inline(always)]
    pub fn of_float(number: f64) -> Bits {
        debug_assert!(!number.is_nan() || number.to_bits() << 1 == f64::NAN.to_bits() << 1);
        Bits(number.to_bits().wrapping_add(FLOAT_OFFSET))
    }

    /// The word of a truth value.
    #[inline(always)]
    pub fn from_bool(truth: bool) -> Bits {
        if truth { Bits::TRUE } else { Bits::FALSE }
    }

    /// Is this an int?
    #[inline(always)]
    pub fn is_int(self) -> bool {
        self.0 >= INT_TAG
    }

    /// Are both ints? One test for two words.
    #[inline(always)]
    pub fn both_ints(self, other: Bits) -> bool {
        self.0 & other.0 >= INT_TAG
    }

    /// Is this a float?
    #[inline(always)]
    pub fn is_float(self) -> bool {
        self.0.wrapping_sub(FLOAT_OFFSET) < INT_TAG - FLOAT_OFFSET
    }

    /// Is this a pointer to an object?
    #[inline(always)]
    pub fn is_heap(self) -> bool {
        self.0 >> 48 == 0
    }

    /// The int, if it is one.
    #[inline(always)]
    pub fn as_int(self) -> Option<i64> {
        self.is_int().then(|| (self.0 - INT_TAG) as i64 - INT_BIAS)
    }

    /// The float, if it is one.
    #[inline(always)]
    pub fn as_float(self) -> Option<f64> {
        self.is_float().then(|| f64::from_bits(self.0 - FLOAT_OFFSET))
    }

    /// Both numbers, if both are floats: a test for each that gives what the number needs as well.
    #[inline(always)]
    pub fn both_floats(self, other: Bits) -> Option<(f64, f64)> {
        let (left, right) = (self.0.wrapping_sub(FLOAT_OFFSET), other.0.wrapping_sub(FLOAT_OFFSET));
        const LIMIT: u64 = INT_TAG - FLOAT_OFFSET;
        (left < LIMIT && right < LIMIT).then(|| (f64::from_bits(left), f64::from_bits(right)))
    }

    /// The sum of two ints where both are ints and it fits.
    #[inline(always)]
    pub fn checked_add(self, other: Bits) -> Option<Bits> {
        // Both biases are in the sum of the payloads: one is taken off again.
        let sum = self.0.wrapping_sub(INT_TAG).wrapping_add(other.0.wrapping_sub(INT_TAG));
        let biased = sum.wrapping_sub(INT_BIAS as u64);
        (self.both_ints(other) && biased < 1 << 50).then(|| Bits(INT_TAG + biased))
    }

    /// The difference of two ints where both are ints and it fits.
    #[inline(always)]
    pub fn checked_subtract(self, other: Bits) -> Option<Bits> {
        // The biases cancel each other: one is put on again.
        let biased = self.0.wrapping_sub(other.0).wrapping_add(INT_BIAS as u64);
        (self.both_ints(other) && biased < 1 << 50).then(|| Bits(INT_TAG + biased))
    }
}

impl std::fmt::Debug for Bits {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.as_int(), self.as_float()) {
            (Some(number), _) => write!(formatter, "{number}"),
            (_, Some(number)) => write!(formatter, "{number:?}"),
            _ if self.is_heap() => write!(formatter, "object at {:#x}", self.0),
            _ => formatter.write_str(match *self {
                Bits::NONE => "None",
                Bits::FALSE => "False",
                Bits::TRUE => "True",
                Bits::ELLIPSIS => "Ellipsis",
                Bits::NOT_IMPLEMENTED => "NotImplemented",
                _ => "<empty>",
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    const FLOATS: [f64; 9] =
        [0.0, -0.0, 1.5, -2.5e300, f64::MIN_POSITIVE, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, f64::MAX];

    #[test]
    fn a_word_is_eight_bytes() {
        assert_eq!(size_of::<Bits>(), 8);
    }

    #[test]
    fn ints_come_back() {
        for number in [0, 1, -1, 123_456_789, Bits::INT_MIN, Bits::INT_MAX] {
            let word = Bits::from_int(number).unwrap();
            assert_eq!(word.as_int(), Some(number));
            assert!(!word.is_float() && !word.is_heap());
        }
        for number in [Bits::INT_MIN - 1, Bits::INT_MAX + 1, i64::MIN, i64::MAX] {
            assert_eq!(Bits::from_int(number), None);
        }
    }

    #[test]
    fn floats_come_back() {
        for number in FLOATS {
            let word = Bits::from_float(number);
            assert_eq!(word.as_float().unwrap().to_bits(), number.to_bits());
            assert!(!word.is_int() && !word.is_heap());
        }
    }

    #[test]
    fn any_nan_is_a_float() {
        for bits in [u64::MAX, 0x7FF0_0000_0000_0001, 0xFFF8_0000_0000_0001] {
            let word = Bits::from_float(f64::from_bits(bits));
            assert!(word.as_float().unwrap().is_nan());
        }
    }

    #[test]
    fn immediates_are_nothing_else() {
        for word in [Bits::EMPTY, Bits::NONE, Bits::FALSE, Bits::TRUE, Bits::ELLIPSIS, Bits::NOT_IMPLEMENTED]
        {
            assert!(!word.is_int() && !word.is_float() && !word.is_heap(), "{word:?}");
        }
    }

    #[test]
    fn sums_of_ints_fit_or_are_refused() {
        let word = |number| Bits::from_int(number).unwrap();
        assert_eq!(word(-7).checked_add(word(5)), Some(word(-2)));
        assert_eq!(word(Bits::INT_MAX).checked_add(word(1)), None);
        assert_eq!(word(Bits::INT_MIN).checked_add(word(-1)), None);
        assert_eq!(word(Bits::INT_MIN).checked_add(word(Bits::INT_MAX)), Some(word(-1)));
        assert_eq!(word(1).checked_add(Bits::from_float(1.0)), None);
        assert_eq!(Bits::NONE.checked_add(word(1)), None);
    }
}
