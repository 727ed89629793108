//! Seeds mixed into the words of a generator's state as numpy's `SeedSequence` mixes them (O'Neill, `seed_seq_fe`).

use super::pcg::Pcg;
use crate::gil::Gil;
use crate::object::raised::value_error;
use crate::object::{Result, Value};
use crate::types::int;

const POOL: usize = 4;

/// Hashes words, with a constant that changes each time.
struct Hash {
    constant: u32,
    factor: u32,
}

impl Hash {
    fn word(&mut self, word: u32) -> u32 {
        let mixed = word ^ self.constant;
        self.constant = self.constant.wrapping_mul(self.factor);
        let mixed = mixed.wrapping_mul(self.constant);
        mixed ^ mixed >> 16
    }
}

fn mixed(x: u32, y: u32) -> u32 {
    let word = x.wrapping_mul(0xCA01_F9DD).wrapping_sub(y.wrapping_mul(0x4973_F715));
    word ^ word >> 16
}

/// The generator that these words seed.
fn seeded(words: &[u32]) -> Pcg {
    let mut hash = Hash { constant: 0x43B0_D7E5, factor: 0x931E_8875 };
    let mut pool = [0_u32; POOL];
    for (place, word) in pool.iter_mut().enumerate() {
        *word = hash.word(words.get(place).copied().unwrap_or(0));
    }
    for source in 0..POOL {
        for target in (0..POOL).filter(|&target| target != source) {
            pool[target] = mixed(pool[target], hash.word(pool[source]));
        }
    }
    for &word in words.get(POOL..).unwrap_or(&[]) {
        for target in &mut pool {
            *target = mixed(*target, hash.word(word));
        }
    }
    let mut hash = Hash { constant: 0x8B51_F9DD, factor: 0x58F3_8DED };
    let mut long = |place: usize| {
        let low = hash.word(pool[place % POOL]);
        u128::from(low) | u128::from(hash.word(pool[(place + 1) % POOL])) << 32
    };
    let [first, second, third, fourth] = [0, 2, 4, 6].map(&mut long);
    Pcg::new(first << 64 | second, third << 64 | fourth)
}

/// The generator of a seed: a number, or a sequence of numbers.
pub fn of_value(gil: Gil<'_>, seed: &Value) -> Result<Pcg> {
    let mut words = Vec::new();
    for seed in crate::modules::matrix::sequence(seed).unwrap_or_else(|| vec![seed.clone()]) {
        let number = int::index_big(gil, &seed)?;
        if number < dashu_int::IBig::ZERO {
            return Err(value_error(gil, "expected non-negative integer"));
        }
        let bytes = int::magnitude(&number).to_le_bytes();
        let before = words.len();
        words.extend(
            bytes
                .chunks(4)
                .map(|chunk| chunk.iter().rev().fold(0_u32, |word, byte| word << 8 | u32::from(*byte))),
        );
        if words.len() == before {
            words.push(0);
        }
    }
    Ok(seeded(&words))
}

/// A generator whose numbers are others each time.
pub fn of_system() -> Pcg {
    let mut bytes = [0_u8; 16];
    // SAFETY: the buffer is as long as said. A failure leaves zeros, which are a seed as well.
    unsafe { libc::getrandom(bytes.as_mut_ptr().cast(), bytes.len(), 0) };
    let words: Vec<u32> =
        bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect();
    seeded(&words)
}
