//! `bytes`: `making` (what it is made of), `methods` (shared with bytearray), `iterator`.

pub mod hexadecimal;
pub mod iterator;
pub mod making;
pub mod methods;

use std::cell::{Cell, OnceCell};
use std::num::NonZeroU64;

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::slots::Comparison;
use crate::object::{
    Arguments, Exposed, Global, Payload, Ref, Result, SlotTable, Storage, Value, exposed, operations,
};
use crate::payload;

use super::{buffer, str};

/// The payload of `bytes`.
pub struct Bytes {
    pub bytes: Vec<u8>,
    /// The hash, once somebody has asked.
    hash: Cell<Option<NonZeroU64>>,
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Bytes {
        Bytes { bytes, hash: Cell::new(None) }
    }
}

impl Payload for Bytes {
    payload!(Bytes, untracked);

    fn exposed(&self) -> Option<&dyn Exposed> {
        Some(self)
    }
}

impl Exposed for Bytes {
    fn length(&self) -> usize {
        self.bytes.len()
    }

    fn is_read_only(&self) -> bool {
        true
    }

    fn read(&self, place: usize, into: &mut [u8]) -> bool {
        exposed::read_slice(&self.bytes, place, into)
    }

    fn write(&self, _place: usize, _from: &[u8]) -> bool {
        false
    }
}

/// The bytes objects of one byte and, behind them, the empty one: each is one object.
static SHORT: Global<[OnceCell<Ref<Bytes>>; 257]> = Global::new([const { OnceCell::new() }; 257]);

/// A bytes object.
pub fn of(gil: Gil<'_>, bytes: Vec<u8>) -> Value {
    let place = match bytes[..] {
        [] => 256,
        [byte] => byte.into(),
        _ => return Ref::new(gil, Bytes::from(bytes)).into_value(),
    };
    SHORT.get(gil)[place].get_or_init(|| Ref::new(gil, Bytes::from(bytes))).to_value()
}

fn this(value: &Value) -> &Ref<Bytes> {
    match value.downcast() {
        Some(bytes) => bytes,
        None => unreachable!("slots are called on instances of their type"),
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    if let ([only], []) = (arguments.values, arguments.names)
        && only.is_exact::<Bytes>(gil)
        && std::ptr::eq(class.root(), Bytes::layout().exact.get(gil))
    {
        return Ok(only.clone());
    }
    if let ([source], []) = (arguments.values, arguments.names)
        && let Some(made) = making::by_method(gil, source)?
    {
        // An instance of a subclass is taken at its word.
        return match std::ptr::eq(class.root(), Bytes::layout().exact.get(gil)) {
            true => Ok(made),
            false => {
                let bytes = this(&made).bytes.clone();
                Ok(Ref::with_shape(gil, class.root(), Bytes::from(bytes)).into_value())
            }
        };
    }
    let bytes = making::contents(gil, arguments, "bytes")?;
    if std::ptr::eq(class.root(), Bytes::layout().exact.get(gil)) {
        return Ok(of(gil, bytes));
    }
    Ok(Ref::with_shape(gil, class.root(), Bytes::from(bytes)).into_value())
}

/// The repr of bytes.
pub fn shown(bytes: &[u8]) -> String {
    let quote = str::repr::quote_for(bytes);
    let mut shown = format!("b{quote}");
    for &byte in bytes {
        match byte {
            b'\\' => shown.push_str("\\\\"),
            b'\n' => shown.push_str("\\n"),
            b'\r' => shown.push_str("\\r"),
            b'\t' => shown.push_str("\\t"),
            _ if char::from(byte) == quote => {
                shown.push('\\');
                shown.push(quote);
            }
            0x20..0x7F => shown.push(byte.into()),
            _ => shown.push_str(&format!("\\x{byte:02x}")),
        }
    }
    shown.push(quote);
    shown
}

/// Comparison of bytes with each other; what else is bytes-like compares itself with them.
fn compare_bytes(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    match right.downcast::<Bytes>() {
        Some(_) => compare(gil, left, right, comparison),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn hash(value: &Bytes) -> u64 {
    match value.hash.get() {
        Some(hash) => hash.get(),
        None => {
            let hash = crate::object::hash::of_bytes(&value.bytes);
            value.hash.set(NonZeroU64::new(hash));
            hash
        }
    }
}

/// Comparison with anything bytes-like.
pub fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    if let (Some(left), Some(right)) = (left.downcast::<Bytes>(), right.downcast::<Bytes>()) {
        return Ok(Value::bool(comparison.holds(left.bytes.cmp(&right.bytes))));
    }
    match (buffer::contents(left), buffer::lent(gil, right)?) {
        (Some(left), Some(right)) => Ok(Value::bool(comparison.holds(left.cmp(&right)))),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// What `%s` and `%b` of a bytes template make of a value.
pub fn for_format(gil: Gil<'_>, value: &Value) -> Result<Vec<u8>> {
    if let Some(contents) = buffer::lent(gil, value)? {
        return Ok(contents);
    }
    match operations::call_special(gil, value, "__bytes__", &[])? {
        Some(bytes) => buffer::argument(gil, &bytes),
        None => {
            let name = value.class(gil).name();
            let message = format!(
                "%b requires a bytes-like object, or an object that implements __bytes__, not '{name}'"
            );
            Err(type_error(gil, message))
        }
    }
}

fn from_hex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [_, text] = arguments.method(gil, "fromhex")?;
    let bytes = of(gil, hexadecimal::from_hex(gil, text)?);
    match arguments.values[0].downcast::<Type>() {
        Some(class) if !std::ptr::eq(class.root(), Bytes::layout().exact.get(gil)) => {
            operations::call_one(gil, &arguments.values[0], &bytes)
        }
        _ => Ok(bytes),
    }
}

static METHODS: [Function; methods::SHARED_COUNT + 3] = {
    let shared = methods::SHARED;
    let mut rows = [const {
        Function::class(
            "fromhex",
            "($type, string, /)",
            "Create a bytes object from a string of hexadecimal numbers.",
            from_hex,
        )
    }; methods::SHARED_COUNT + 3];
    let mut at = 0;
    while at < methods::SHARED_COUNT {
        rows[at] = Function { ..shared[at] };
        at += 1;
    }
    rows[at] = Function::new("__bytes__", "($self, /)", "Convert this value to exact type bytes.", to_bytes);
    rows[at + 1] = super::memoryview::BUFFER;
    rows
};

fn to_bytes(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__bytes__")?;
    Ok(if value.is_exact::<Bytes>(gil) { value.clone() } else { of(gil, this(value).bytes.clone()) })
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "bytes",
    module: "builtins",
    signature: "",
    doc: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> \
          immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized \
          with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an \
          iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any \
          object implementing the buffer API.\n  - an integer",
    base: None,
    layout: Bytes::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::MATCH_SELF,
    slots: SlotTable {
        new: Some(new),
        repr: Some(|gil, value| Ok(str::new_text(gil, &shown(&this(value).bytes)))),
        hash: Some(|_, value| Ok(hash(this(value)) as i64)),
        compare: Some(compare_bytes),
        iter: Some(|gil, value| Ok(iterator::of(gil, value))),
        length: Some(|_, value| Ok(this(value).bytes.len())),
        truth: Some(|_, value| Ok(!this(value).bytes.is_empty())),
        get_item: Some(methods::get_item),
        contains: Some(methods::contains),
        binary: methods::binary(),
        ..SlotTable::EMPTY
    },
    methods: &METHODS,
    attributes: &[],
};
