//! Random numbers as numpy's generators draw them: PCG64 (O'Neill, `pcg_setseq_128_xsl_rr_64`) and the ziggurat.
//!
//! The state travels as ints, so that generators can be classes in Python: (state, increment, half of a word or -1).

use super::data::Data;
use super::ziggurat::{LAYERS_OF_NORMAL, TAIL};
use super::{filled, of, run, shape_of, size_of};
use crate::gil::Gil;
use crate::object::raised::value_error;
use crate::object::{Arguments, Result, Value};
use crate::types::{int, tuple};

const MULTIPLIER: u128 = 0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645;

/// The generator.
struct Pcg {
    state: u128,
    increment: u128,
    /// The upper half of a word whose lower half was drawn.
    half: Option<u32>,
}

impl Pcg {
    fn of(gil: Gil<'_>, state: &Value) -> Result<Pcg> {
        let items = tuple::items_of(state).unwrap_or_default();
        let [state, increment, half] = &items[..] else {
            return Err(value_error(gil, "a generator's state has three parts"));
        };
        let word = |value: &Value| {
            let number = int::index_big(gil, value)?;
            u128::try_from(number).map_err(|_| value_error(gil, "a generator's state is out of range"))
        };
        let half = u32::try_from(int::to_i64(gil, half)?).ok();
        Ok(Pcg { state: word(state)?, increment: word(increment)?, half })
    }

    fn to_value(&self, gil: Gil<'_>) -> Value {
        let half = self.half.map_or(-1, i64::from);
        let parts = [int::from_big(gil, self.state.into()), int::from_big(gil, self.increment.into())];
        tuple::of(gil, parts.into_iter().chain([int::from_i64(gil, half)]).collect())
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
    fn fraction(&mut self) -> f64 {
        (self.word() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    fn normal(&mut self) -> f64 {
        let layers = &*LAYERS_OF_NORMAL;
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
            let x = -(-self.fraction()).ln_1p() * (1.0 / TAIL);
            let y = -(-self.fraction()).ln_1p();
            if y + y > x * x {
                return TAIL + x;
            }
        }
    }

    /// From 0 up to the largest (Lemire, "Fast Random Integer Generation in an Interval").
    fn below(&mut self, largest: u64) -> u64 {
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

/// Draws an array, and gives it with the generator's next state.
fn drawn(gil: Gil<'_>, shape: &Value, state: &Value, draw: fn(&mut Pcg) -> f64) -> Result<Value> {
    let shape = shape_of(gil, shape)?;
    let mut generator = Pcg::of(gil, state)?;
    let size = size_of(gil, &shape)?;
    let mut numbers = filled(gil, size, 0.0)?;
    let numbers = run(gil, size, || {
        numbers.iter_mut().for_each(|number| *number = draw(&mut generator));
        numbers
    });
    let array = of(gil, shape, Data::Float64(numbers));
    let state = generator.to_value(gil);
    Ok(tuple::of(gil, [array, state].into_iter().collect()))
}

/// `random(shape, state)`.
pub fn uniform(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [shape, state] = arguments.exactly(gil, "random")?;
    drawn(gil, shape, state, Pcg::fraction)
}

/// `normal(shape, state)`.
pub fn normal(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [shape, state] = arguments.exactly(gil, "normal")?;
    drawn(gil, shape, state, Pcg::normal)
}

/// `integers(shape, state, low, count)`.
pub fn integers(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [shape, state, low, count] = arguments.exactly(gil, "integers")?;
    let shape = shape_of(gil, shape)?;
    let mut generator = Pcg::of(gil, state)?;
    let (low, count) = (int::to_i64(gil, low)?, int::to_i64(gil, count)?);
    if count <= 0 {
        return Err(value_error(gil, "low >= high"));
    }
    let mut numbers = filled(gil, size_of(gil, &shape)?, 0_i64)?;
    for number in &mut numbers {
        *number = low.wrapping_add(generator.below(count as u64 - 1) as i64);
    }
    let array = of(gil, shape, Data::Int64(numbers));
    let state = generator.to_value(gil);
    Ok(tuple::of(gil, [array, state].into_iter().collect()))
}
