//! PCG64 (O'Neill, `pcg_setseq_128_xsl_rr_64`): words, and what single numbers are made of them.

use super::ziggurat::{EXPONENTIAL, NORMAL, TAIL_OF_EXPONENTIAL, TAIL_OF_NORMAL};

const MULTIPLIER: u128 = 0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645;

/// The generator.
#[derive(Clone, Copy)]
pub struct Pcg {
    state: u128,
    increment: u128,
    /// The upper half of a word whose lower half was drawn.
    half: Option<u32>,
}

impl Pcg {
    /// The generator with this state and stream, as its authors start it.
    pub fn new(state: u128, stream: u128) -> Pcg {
        let increment = stream << 1 | 1;
        let state = increment.wrapping_add(state).wrapping_mul(MULTIPLIER).wrapping_add(increment);
        Pcg { state, increment, half: None }
    }

    fn word(&mut self) -> u64 {
        self.state = self.state.wrapping_mul(MULTIPLIER).wrapping_add(self.increment);
        let mixed = (self.state >> 64) as u64 ^ self.state as u64;
        mixed.rotate_right((self.state >> 122) as u32)
    }

    fn half_word(&mut self) -> u32 {
        if let Some(half) = self.half.take() {
            return half;
        }
        let word = self.word();
        self.half = Some((word >> 32) as u32);
        word as u32
    }

    /// From 0 up to below 1.
    #[inline]
    pub fn fraction(&mut self) -> f64 {
        (self.word() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// Normally distributed around 0.
    #[inline]
    pub fn normal(&mut self) -> f64 {
        let layers = &*NORMAL;
        loop {
            let word = self.word();
            let layer = (word & 0xFF) as usize;
            let word = word >> 8;
            let place = (word >> 1) & 0x000F_FFFF_FFFF_FFFF;
            let magnitude = place as f64 * layers.widths[layer];
            let x = if word & 1 == 1 { -magnitude } else { magnitude };
            if place < layers.sure[layer] {
                return x;
            }
            if layer == 0 {
                let beyond = self.beyond();
                return if place >> 8 & 1 == 1 { -beyond } else { beyond };
            }
            let (low, high) = (layers.heights[layer], layers.heights[layer - 1]);
            if (high - low) * self.fraction() + low < (-0.5 * x * x).exp() {
                return x;
            }
        }
    }

    /// A number of the tail.
    fn beyond(&mut self) -> f64 {
        loop {
            let x = -(-self.fraction()).ln_1p() * (1.0 / TAIL_OF_NORMAL);
            let y = -(-self.fraction()).ln_1p();
            if y + y > x * x {
                return TAIL_OF_NORMAL + x;
            }
        }
    }

    /// Exponentially distributed with the mean 1.
    pub fn exponential(&mut self) -> f64 {
        let layers = &*EXPONENTIAL;
        loop {
            let word = self.word() >> 3;
            let layer = (word & 0xFF) as usize;
            let place = word >> 8;
            let x = place as f64 * layers.widths[layer];
            if place < layers.sure[layer] {
                return x;
            }
            if layer == 0 {
                return TAIL_OF_EXPONENTIAL - (-self.fraction()).ln_1p();
            }
            let (low, high) = (layers.heights[layer], layers.heights[layer - 1]);
            if (high - low) * self.fraction() + low < (-x).exp() {
                return x;
            }
        }
    }

    /// From 0 up to the largest: words with enough bits, until one is not too large.
    pub fn masked(&mut self, largest: u64) -> u64 {
        let mask = u64::MAX.checked_shr(largest.leading_zeros()).unwrap_or(0);
        loop {
            let word =
                if largest <= u64::from(u32::MAX) { self.half_word().into() } else { self.word() } & mask;
            if word <= largest {
                return word;
            }
        }
    }

    /// From 0 up to the largest (Lemire, "Fast Random Integer Generation in an Interval").
    pub fn below(&mut self, largest: u64) -> u64 {
        if largest == 0 {
            return 0;
        }
        if largest == u64::from(u32::MAX) {
            return self.half_word().into();
        }
        if largest == u64::MAX {
            return self.word();
        }
        let count = largest + 1;
        if largest < u64::from(u32::MAX) {
            let mut product = u64::from(self.half_word()) * count;
            let rest = |product: u64| product & 0xFFFF_FFFF;
            if rest(product) < count {
                let least = (u64::from(u32::MAX) - largest) % count;
                while rest(product) < least {
                    product = u64::from(self.half_word()) * count;
                }
            }
            return product >> 32;
        }
        let mut product = u128::from(self.word()) * u128::from(count);
        if (product as u64) < count {
            let least = (u64::MAX - largest) % count;
            while (product as u64) < least {
                product = u128::from(self.word()) * u128::from(count);
            }
        }
        (product >> 64) as u64
    }
}
