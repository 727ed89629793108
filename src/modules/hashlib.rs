//! `_hashlib`: the digests behind `hashlib`. Long data is hashed without the GIL. `blake` has BLAKE2 with its parameters,
//! `key` makes keys of passwords.

mod blake;
mod key;

use std::cell::RefCell;

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use sha3::digest::{ExtendableOutput, Update as _};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512, Shake128, Shake256};

use blake::{Blake2b, Blake2s, Settings};

use super::convert;
use crate::gil::{Gil, Reason};
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Payload, Ref, Result, SlotTable, Storage, Text, Value};
use crate::payload;
use crate::types::bytes;
use crate::types::module::{Module, ModuleSpec};

/// Data of this length or more is hashed without the GIL.
const LONG: usize = 2048;

macro_rules! algorithms {
    ($($variant:ident($type:ty) $name:literal $block:literal;)*) => {
        /// A digest that is being computed.
        #[derive(Clone)]
        enum Hasher {
            $($variant(Box<$type>),)*
            Shake128(Box<Shake128>),
            Shake256(Box<Shake256>),
            Blake2b(Box<Blake2b>),
            Blake2s(Box<Blake2s>),
        }

        impl Hasher {
            fn named(name: &str) -> Option<Hasher> {
                Some(match name {
                    $($name => Hasher::$variant(Box::new(<$type>::new())),)*
                    "shake_128" => Hasher::Shake128(Box::default()),
                    "shake_256" => Hasher::Shake256(Box::default()),
                    "blake2b" => Hasher::Blake2b(Box::new(Blake2b::with(&blake::WIDE.greatest()))),
                    "blake2s" => Hasher::Blake2s(Box::new(Blake2s::with(&blake::NARROW.greatest()))),
                    _ => return None,
                })
            }

            fn name(&self) -> &'static str {
                match self {
                    $(Hasher::$variant(_) => $name,)*
                    Hasher::Shake128(_) => "shake_128",
                    Hasher::Shake256(_) => "shake_256",
                    Hasher::Blake2b(_) => "blake2b",
                    Hasher::Blake2s(_) => "blake2s",
                }
            }

            fn block_size(&self) -> i64 {
                match self {
                    $(Hasher::$variant(_) => $block,)*
                    Hasher::Shake128(_) => 168,
                    Hasher::Shake256(_) => 136,
                    Hasher::Blake2b(_) => 128,
                    Hasher::Blake2s(_) => 64,
                }
            }

            fn update(&mut self, data: &[u8]) {
                match self {
                    $(Hasher::$variant(hasher) => Digest::update(&mut **hasher, data),)*
                    Hasher::Shake128(hasher) => hasher.update(data),
                    Hasher::Shake256(hasher) => hasher.update(data),
                    Hasher::Blake2b(hasher) => hasher.update(data),
                    Hasher::Blake2s(hasher) => hasher.update(data),
                }
            }

            fn finish(self) -> Vec<u8> {
                match self {
                    $(Hasher::$variant(hasher) => hasher.finalize().to_vec(),)*
                    Hasher::Shake128(_) | Hasher::Shake256(_) => Vec::new(),
                    Hasher::Blake2b(hasher) => hasher.finish(),
                    Hasher::Blake2s(hasher) => hasher.finish(),
                }
            }
        }
    };
}

algorithms! {
    Md5(Md5) "md5" 64;
    Sha1(Sha1) "sha1" 64;
    Sha224(Sha224) "sha224" 64;
    Sha256(Sha256) "sha256" 64;
    Sha384(Sha384) "sha384" 128;
    Sha512(Sha512) "sha512" 128;
    Sha3Of224(Sha3_224) "sha3_224" 144;
    Sha3Of256(Sha3_256) "sha3_256" 136;
    Sha3Of384(Sha3_384) "sha3_384" 104;
    Sha3Of512(Sha3_512) "sha3_512" 72;
}

impl Hasher {
    /// The digest of a function that gives as many bytes as are asked for.
    fn finish_with(self, length: usize) -> Option<Vec<u8>> {
        let mut digest = vec![0; length];
        match self {
            Hasher::Shake128(hasher) => hasher.finalize_xof_into(&mut digest),
            Hasher::Shake256(hasher) => hasher.finalize_xof_into(&mut digest),
            _ => return None,
        }
        Some(digest)
    }

    fn is_extendable(&self) -> bool {
        matches!(self, Hasher::Shake128(_) | Hasher::Shake256(_))
    }
}

/// The payload of `_hashlib.HASH`.
pub struct Hash {
    hasher: RefCell<Hasher>,
}

impl Payload for Hash {
    payload!(Hash, untracked);
}

fn this<'a>(gil: Gil<'_>, value: Option<&'a Value>) -> Result<&'a Ref<Hash>> {
    value.and_then(Value::downcast).ok_or_else(|| type_error(gil, "a HASH object is required"))
}

fn feed(gil: Gil<'_>, hash: &Ref<Hash>, data: &Value) -> Result<()> {
    if data.downcast::<Text>().is_some() {
        return Err(type_error(gil, "Strings must be encoded before hashing"));
    }
    let data = convert::bytes_like(gil, data)?;
    if data.len() < LONG {
        hash.hasher.borrow_mut().update(&data);
        return Ok(());
    }
    let mut hasher = hash.hasher.borrow().clone();
    let hasher = gil.detach(Reason::Native, move || {
        hasher.update(&data);
        hasher
    });
    drop(hash.hasher.replace(hasher));
    Ok(())
}

/// The function of a name, which may be written in several ways.
fn named(gil: Gil<'_>, name: &Ref<Text>) -> Result<Hasher> {
    let given = name.lossy();
    let name = given.to_ascii_lowercase().replace('-', "_");
    let name = if name.starts_with("sha_") { name.replacen('_', "", 1) } else { name };
    Hasher::named(&name).ok_or_else(|| value_error(gil, format!("unsupported hash type {given}")))
}

/// `blake2(name, data, digest_size, key, salt, person)`.
fn blake2(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name, data, size, key, salt, person] = arguments.exactly(gil, "blake2")?;
    let is_wide = name.downcast::<Text>().is_some_and(|name| name.bytes() == b"blake2b");
    let limits = if is_wide { blake::WIDE } else { blake::NARROW };
    let size = convert::to_i64(gil, size)?;
    if !(1..=limits.size as i64).contains(&size) {
        let message = format!("digest_size must be between 1 and {} bytes", limits.size);
        return Err(value_error(gil, message));
    }
    let part = |value: &Value, what: &str, most: usize| -> Result<Vec<u8>> {
        let bytes = convert::bytes_like(gil, value)?;
        if bytes.len() > most {
            return Err(value_error(gil, format!("maximum {what} length is {most} bytes")));
        }
        Ok(bytes)
    };
    let settings = Settings {
        size: size as usize,
        salt: part(salt, "salt", limits.salt)?,
        person: part(person, "person", limits.salt)?,
        key: part(key, "key", limits.size)?,
    };
    let hasher = match is_wide {
        true => Hasher::Blake2b(Box::new(Blake2b::with(&settings))),
        false => Hasher::Blake2s(Box::new(Blake2s::with(&settings))),
    };
    let hash = Ref::new(gil, Hash { hasher: RefCell::new(hasher) });
    feed(gil, &hash, data)?;
    Ok(hash.into_value())
}

/// `pbkdf2_hmac(name, password, salt, iterations, dklen)`.
fn pbkdf2(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name, password, salt, rounds, length] = arguments.exactly(gil, "pbkdf2_hmac")?;
    let Some(name) = name.downcast::<Text>() else {
        return Err(type_error(gil, "name must be a string"));
    };
    let hasher = named(gil, name)?;
    let (password, salt) = (convert::bytes_like(gil, password)?, convert::bytes_like(gil, salt)?);
    let rounds = convert::to_i64(gil, rounds)?;
    if rounds < 1 {
        return Err(value_error(gil, "iteration value must be greater than 0."));
    }
    let length =
        if length.is_none() { hasher.clone().finish().len() as i64 } else { convert::to_i64(gil, length)? };
    if !(1..LONGEST).contains(&length) {
        return Err(value_error(gil, "key length must be greater than 0."));
    }
    if hasher.is_extendable() {
        return Err(value_error(gil, "unsupported hash type"));
    }
    let key = gil.detach(Reason::Native, move || {
        key::derive(&hasher, &password, &salt, rounds as u64, length as usize)
    });
    Ok(bytes::of(gil, key))
}

/// `scrypt(password, salt, log_n, r, p, dklen)`: the caller has seen to the memory that it takes.
fn scrypt(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [password, salt, doublings, block, lanes, length] = arguments.exactly(gil, "scrypt")?;
    let (password, salt) = (convert::bytes_like(gil, password)?, convert::bytes_like(gil, salt)?);
    let wrong = || value_error(gil, "Invalid parameter combination for n, r, p, maxmem.");
    let number = |value| convert::to_i64(gil, value).map(u32::try_from);
    let doublings = u8::try_from(convert::to_i64(gil, doublings)?).map_err(|_| wrong())?;
    let (block, lanes) = (number(block)?.map_err(|_| wrong())?, number(lanes)?.map_err(|_| wrong())?);
    let length = convert::to_i64(gil, length)?.clamp(0, LONGEST) as usize;
    let wanted = ::scrypt::Params::new(doublings, block, lanes).map_err(|_| wrong())?;
    let mut key = convert::buffer(gil, length)?;
    let room = &mut key;
    gil.detach(Reason::Native, || ::scrypt::scrypt(&password, &salt, &wanted, room)).map_err(|_| wrong())?;
    Ok(bytes::of(gil, key))
}

fn new(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.positionals();
    let Some(name) = values.first().and_then(Value::downcast::<Text>) else {
        return Err(type_error(gil, "name must be a string"));
    };
    let hasher = named(gil, name)?;
    let hash = Ref::new(gil, Hash { hasher: RefCell::new(hasher) });
    if let Some(data) = values.get(1) {
        feed(gil, &hash, data)?;
    }
    Ok(hash.into_value())
}

fn update(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [hash, data] = arguments.method(gil, "update")?;
    feed(gil, this(gil, Some(hash))?, data)?;
    Ok(Value::NONE)
}

/// The longest digest that is asked for.
const LONGEST: i64 = 1 << 29;

/// The digest; how long, the second argument says where the function gives any length.
fn result(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<Vec<u8>> {
    let hasher = this(gil, arguments.values.first())?.hasher.borrow().clone();
    if !hasher.is_extendable() {
        let [_] = arguments.exactly(gil, name)?;
        return Ok(hasher.finish());
    }
    let given = arguments.positionals().get(1).or_else(|| arguments.keyword("length"));
    let Some(length) = given else {
        return Err(type_error(gil, format!("{name}() missing required argument 'length' (pos 1)")));
    };
    let length = convert::to_i64(gil, length)?;
    if !(0..LONGEST).contains(&length) {
        return Err(value_error(
            gil,
            if length < 0 { "value must be positive" } else { "length is too large" },
        ));
    }
    Ok(gil.detach(Reason::Native, move || hasher.finish_with(length as usize)).unwrap_or_default())
}

fn digest(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(bytes::of(gil, result(gil, arguments, "digest")?))
}

fn hex_digest(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let digits: String =
        result(gil, arguments, "hexdigest")?.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(convert::text(gil, &digits))
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let hasher = this(gil, arguments.values.first())?.hasher.borrow().clone();
    Ok(Ref::new(gil, Hash { hasher: RefCell::new(hasher) }).into_value())
}

static SPEC: TypeSpec = TypeSpec {
    name: "HASH",
    module: "_hashlib",
    signature: "",
    doc: "A digest that is being computed.",
    base: None,
    layout: Hash::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable::EMPTY,
    methods: &[
        Function::new(
            "update",
            "($self, obj, /)",
            "Update this hash object's state with the provided bytes.",
            update,
        ),
        Function::new("digest", "($self, /)", "Return the digest value as a bytes object.", digest),
        Function::new(
            "hexdigest",
            "($self, /)",
            "Return the digest value as a string of digits.",
            hex_digest,
        ),
        Function::new("copy", "($self, /)", "Return a copy of the hash object.", copy),
    ],
    attributes: &[
        Attribute::read_only("name", "", |gil, value| {
            Ok(convert::text(gil, this(gil, Some(value))?.hasher.borrow().name()))
        }),
        Attribute::read_only("digest_size", "", |gil, value| {
            let hasher = this(gil, Some(value))?.hasher.borrow().clone();
            Ok(convert::int(gil, hasher.finish().len() as i64))
        }),
        Attribute::read_only("block_size", "", |gil, value| {
            Ok(convert::int(gil, this(gil, Some(value))?.hasher.borrow().block_size()))
        }),
    ],
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "HASH", crate::types::builder::build(gil, &SPEC).into_value());
    Ok(())
}

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_hashlib",
    doc: "The digests behind hashlib.",
    functions: &[
        Function::new("new", "($module, name, string=b'', /)", "A digest of the named kind.", new),
        Function::new(
            "blake2",
            "($module, name, data, digest_size, key, salt, person, /)",
            "BLAKE2.",
            blake2,
        ),
        Function::new(
            "pbkdf2_hmac",
            "($module, hash_name, password, salt, iterations, dklen, /)",
            "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function.",
            pbkdf2,
        ),
        Function::new(
            "scrypt",
            "($module, password, salt, log_n, r, p, dklen, /)",
            "A key made of a password by a function that takes much memory.",
            scrypt,
        ),
    ],
    set_up: Some(set_up),
};
