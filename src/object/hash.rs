//! Hashes of bytes: SipHash-1-3 under a key drawn at start, or derived from `PYTHONHASHSEED`.

use std::hash::Hasher;
use std::sync::OnceLock;

static KEY: OnceLock<(u64, u64)> = OnceLock::new();

/// Sets the key, before the first hash is taken. Later calls change nothing.
pub fn set_key(key: (u64, u64)) {
    let _ = KEY.set(key);
}

/// The key of a seed: as CPython draws it, by a linear congruential generator; of the seed zero it is zero.
pub fn key_of(seed: u32) -> (u64, u64) {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(214_013).wrapping_add(2_531_011);
        (state >> 16) as u8
    };
    let mut number = || u64::from_le_bytes(std::array::from_fn(|_| next()));
    if seed == 0 { (0, 0) } else { (number(), number()) }
}

/// The hash of a str's or a bytes object's contents; zero for none, as in CPython.
#[allow(deprecated)]
pub fn of_bytes(bytes: &[u8]) -> u64 {
    if bytes.is_empty() {
        return 0;
    }
    let (first, second) = *KEY.get_or_init(random_key);
    let mut hasher = siphasher::sip::SipHasher13::new_with_keys(first, second);
    hasher.write(bytes);
    hasher.finish()
}

fn random_key() -> (u64, u64) {
    let mut key = [0_u8; 16];
    // SAFETY: the buffer is 16 bytes long. A failure leaves zeros: a known key, no wrong hash.
    unsafe { libc::getrandom(key.as_mut_ptr().cast(), key.len(), 0) };
    let (first, second) = key.split_at(8);
    let number = |half: &[u8]| half.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    (number(first), number(second))
}
