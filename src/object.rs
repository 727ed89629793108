//! What values are made of: the value word.
//!
//! Must not know: the machine, the types, the modules.

pub mod word;

pub use word::Bits;
