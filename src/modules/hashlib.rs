//! `_hashlib`: the digests behind `hashlib`. Long data is hashed without the GIL.

use std::cell::RefCell;

use blake2::{Blake2b512, Blake2s256};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};

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
        }

        impl Hasher {
            fn named(name: &str) -> Option<Hasher> {
                Some(match name {
                    $($name => Hasher::$variant(Box::new(<$type>::new())),)*
                    _ => return None,
                })
            }

            fn name(&self) -> &'static str {
                match self {
                    $(Hasher::$variant(_) => $name,)*
                }
            }

            fn block_size(&self) -> i64 {
                match self {
                    $(Hasher::$variant(_) => $block,)*
                }
            }

            fn update(&mut self, data: &[u8]) {
                match self {
                    $(Hasher::$variant(hasher) => Digest::update(&mut **hasher, data),)*
                }
            }

            fn finish(self) -> Vec<u8> {
                match self {
                    $(Hasher::$variant(hasher) => hasher.finalize().to_vec(),)*
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
    Blake2b(Blake2b512) "blake2b" 128;
    Blake2s(Blake2s256) "blake2s" 64;
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

fn new(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let values = arguments.positionals();
    let Some(name) = values.first().and_then(Value::downcast::<Text>) else {
        return Err(type_error(gil, "name must be a string"));
    };
    let name = name.lossy().to_ascii_lowercase().replace('-', "_");
    let name = if name.starts_with("sha_") { name.replacen('_', "", 1) } else { name };
    let hasher =
        Hasher::named(&name).ok_or_else(|| value_error(gil, format!("unsupported hash type {name}")))?;
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

fn result(gil: Gil<'_>, value: Option<&Value>) -> Result<Vec<u8>> {
    Ok(this(gil, value)?.hasher.borrow().clone().finish())
}

fn digest(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(bytes::of(gil, result(gil, arguments.values.first())?))
}

fn hex_digest(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let digits: String =
        result(gil, arguments.values.first())?.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(convert::text(gil, &digits))
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let hasher = this(gil, arguments.values.first())?.hasher.borrow().clone();
    Ok(Ref::new(gil, Hash { hasher: RefCell::new(hasher) }).into_value())
}

static SPEC: TypeSpec = TypeSpec {
    name: "HASH",
    module: "_hashlib",
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
            Ok(convert::int(gil, result(gil, Some(value))?.len() as i64))
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
    functions: &[Function::new("new", "($module, name, string=b'', /)", "A digest of the named kind.", new)],
    set_up: Some(set_up),
};
