//! Keys made of passwords: PBKDF2 with HMAC (RFC 8018).

use super::Hasher;

/// A key of so many bytes; `hasher` has taken nothing in.
pub fn derive(hasher: &Hasher, password: &[u8], salt: &[u8], rounds: u64, length: usize) -> Vec<u8> {
    let authenticator = Authenticator::of(hasher, password);
    let mut key = Vec::new();
    let mut number = 0_u32;
    while key.len() < length {
        number = number.wrapping_add(1);
        let mut block = authenticator.sign(&[salt, &number.to_be_bytes()]);
        let mut sum = block.clone();
        for _ in 1..rounds {
            block = authenticator.sign(&[&block]);
            sum.iter_mut().zip(&block).for_each(|(sum, byte)| *sum ^= byte);
        }
        key.extend_from_slice(&sum);
    }
    key.truncate(length);
    key
}

/// HMAC with a key (RFC 2104): both states have taken the key in.
struct Authenticator {
    inner: Hasher,
    outer: Hasher,
}

impl Authenticator {
    fn of(hasher: &Hasher, key: &[u8]) -> Authenticator {
        let size = hasher.block_size() as usize;
        let mut block = if key.len() > size {
            let mut short = hasher.clone();
            short.update(key);
            short.finish()
        } else {
            key.to_vec()
        };
        block.resize(size, 0);
        let (mut inner, mut outer) = (hasher.clone(), hasher.clone());
        inner.update(&block.iter().map(|byte| byte ^ 0x36).collect::<Vec<_>>());
        outer.update(&block.iter().map(|byte| byte ^ 0x5C).collect::<Vec<_>>());
        Authenticator { inner, outer }
    }

    fn sign(&self, parts: &[&[u8]]) -> Vec<u8> {
        let (mut inner, mut outer) = (self.inner.clone(), self.outer.clone());
        parts.iter().for_each(|part| inner.update(part));
        outer.update(&inner.finish());
        outer.finish()
    }
}
