//! BLAKE2 with its parameters: size of the digest, key, salt, personalisation.

use blake2::digest::Output;
use blake2::digest::block_api::{Buffer, UpdateCore, VariableOutputCore};
use blake2::{Blake2bVarCore, Blake2sVarCore};

/// A state of the function, with what has not filled a block yet.
#[derive(Clone)]
pub struct Blake<C: UpdateCore + VariableOutputCore> {
    core: C,
    buffer: Buffer<C>,
    size: usize,
}

/// BLAKE2b.
pub type Blake2b = Blake<Blake2bVarCore>;
/// BLAKE2s.
pub type Blake2s = Blake<Blake2sVarCore>;

/// What a digest may be made with; the sizes have been checked against [`Limits`].
#[derive(Clone, Default)]
pub struct Settings {
    pub size: usize,
    pub key: Vec<u8>,
    pub salt: Vec<u8>,
    pub person: Vec<u8>,
}

/// The greatest sizes, in bytes; those of a digest and of a key are the same.
pub struct Limits {
    pub size: usize,
    pub salt: usize,
}

impl Limits {
    /// The longest digest, without a key.
    pub fn greatest(&self) -> Settings {
        Settings { size: self.size, ..Settings::default() }
    }
}

/// Of BLAKE2b.
pub const WIDE: Limits = Limits { size: 64, salt: 16 };
/// Of BLAKE2s.
pub const NARROW: Limits = Limits { size: 32, salt: 8 };

macro_rules! kinds {
    ($($core:ident $block:literal;)*) => {
        $(
            impl Blake<$core> {
                /// A state before the first byte.
                pub fn with(settings: &Settings) -> Self {
                    let key = &settings.key;
                    let core = $core::new_with_params(&settings.salt, &settings.person, key.len(), settings.size);
                    let mut blake = Blake { core, buffer: Buffer::<$core>::default(), size: settings.size };
                    if !key.is_empty() {
                        // The key fills a block before the data.
                        let mut block = [0; $block];
                        block[..key.len()].copy_from_slice(key);
                        blake.update(&block);
                    }
                    blake
                }
            }
        )*
    };
}

kinds! {
    Blake2bVarCore 128;
    Blake2sVarCore 64;
}

impl<C: UpdateCore + VariableOutputCore> Blake<C> {
    /// Takes in more.
    pub fn update(&mut self, data: &[u8]) {
        let core = &mut self.core;
        self.buffer.digest_blocks(data, |blocks| core.update_blocks(blocks));
    }

    /// The digest.
    pub fn finish(mut self) -> Vec<u8> {
        let mut digest = Output::<C>::default();
        self.core.finalize_variable_core(&mut self.buffer, &mut digest);
        digest[..self.size].to_vec()
    }
}
