//! `bytearray`.

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{buffer_error, type_error, value_error};
use crate::object::{
    Arguments, Exposed, Kind, Operator, Payload, Raised, Ref, Result, SlotTable, Storage, Text, Value,
    exposed, operations,
};
use crate::payload;

use super::bytes::{self, iterator, making, methods};
use super::{buffer, indexing, int, str, tuple};

/// The payload of `bytearray`.
#[derive(Default)]
pub struct ByteArray {
    pub bytes: RefCell<Vec<u8>>,
    /// How many views there are: while there is one, the size stays.
    views: Cell<usize>,
}

impl Payload for ByteArray {
    payload!(ByteArray, untracked);

    fn exposed(&self) -> Option<&dyn Exposed> {
        Some(self)
    }
}

impl Exposed for ByteArray {
    fn length(&self) -> usize {
        self.bytes.borrow().len()
    }

    fn is_read_only(&self) -> bool {
        false
    }

    fn read(&self, place: usize, into: &mut [u8]) -> bool {
        exposed::read_slice(&self.bytes.borrow(), place, into)
    }

    fn write(&self, place: usize, from: &[u8]) -> bool {
        exposed::write_slice(&mut self.bytes.borrow_mut(), place, from)
    }

    fn hold(&self) {
        self.views.set(self.views.get() + 1);
    }

    fn let_go(&self) {
        self.views.set(self.views.get().saturating_sub(1));
    }
}

impl ByteArray {
    /// Is there a view of it, so that the size has to stay?
    pub fn is_viewed(&self) -> bool {
        self.views.get() > 0
    }
}

/// A bytearray.
pub fn of(gil: Gil<'_>, bytes: Vec<u8>) -> Value {
    Ref::new(gil, ByteArray { bytes: RefCell::new(bytes), views: Cell::new(0) }).into_value()
}

fn this(value: &Value) -> &Ref<ByteArray> {
    match value.downcast() {
        Some(array) => array,
        None => unreachable!("slots are called on instances of their type"),
    }
}

/// The bytes of an array whose size may change.
fn resizable<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a RefCell<Vec<u8>>> {
    if this(value).is_viewed() {
        return Err(buffer_error(gil, "Existing exports of data: object cannot be re-sized"));
    }
    Ok(&this(value).bytes)
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), ByteArray::default()).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    if let ([source], []) = (arguments.values, arguments.names)
        && is_iterated(gil, source)
    {
        // Whoever makes the items may look at how far it has got.
        resizable(gil, value)?.borrow_mut().clear();
        return operations::for_each(gil, source, |item| {
            let byte = making::byte(gil, &item, "byte")?;
            resizable(gil, value)?.borrow_mut().push(byte);
            Ok(())
        });
    }
    let contents = making::contents(gil, arguments, "bytearray")?;
    resizable(gil, value)?.replace(contents);
    Ok(())
}

/// Is it neither text nor a number nor bytes, but something to go over?
fn is_iterated(gil: Gil<'_>, source: &Value) -> bool {
    let slots = &source.class(gil).slots;
    slots.iter.get().is_some()
        && slots.index.get().is_none()
        && source.downcast::<Text>().is_none()
        && source.downcast::<super::memoryview::MemoryView>().is_none()
        && source.exposed().is_none()
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = value.class(gil).name();
    let mut shown = bytes::shown(&this(value).bytes.borrow());
    if shown.starts_with("b\"") {
        // Between double quotes the single ones are escaped all the same.
        shown = shown.replace('\'', "\\'");
    }
    Ok(str::new_text(gil, &format!("{name}({shown})")))
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    let array = this(value);
    if !indexing::is_slice(gil, key) {
        let new = match new {
            Some(new) if key.bits().is_int() || key.class(gil).slots.index.get().is_some() => {
                Some(making::byte(gil, &new, "byte")?)
            }
            Some(_) => {
                indexing::position(gil, key, 0, "bytearray")?;
                None
            }
            None => None,
        };
        let place = indexing::position(gil, key, array.bytes.borrow().len(), "bytearray")?;
        match new {
            Some(byte) => array.bytes.borrow_mut()[place] = byte,
            None => drop(resizable(gil, value)?.borrow_mut().remove(place)),
        }
        return Ok(());
    }
    let new = match new {
        None => None,
        Some(new) if is_number(gil, &new) || new.downcast::<Text>().is_some() => {
            return Err(type_error(
                gil,
                "can assign only bytes, buffers, or iterables of ints in range(0, 256)",
            ));
        }
        Some(new) => Some(making::of_value(gil, &new, "bytearray")?),
    };
    let bounds = indexing::slice(gil, key, array.bytes.borrow().len())?;
    if new.as_ref().map_or(0, Vec::len) != bounds.count {
        resizable(gil, value)?;
    }
    let mut bytes = array.bytes.borrow_mut();
    match new {
        Some(new) if bounds.step == 1 => {
            let start = bounds.start as usize;
            bytes.splice(start..start + bounds.count, new);
        }
        Some(new) if new.len() == bounds.count => {
            bounds.positions().zip(new).for_each(|(at, byte)| bytes[at] = byte);
        }
        Some(new) if !new.is_empty() => {
            let (got, size) = (new.len(), bounds.count);
            drop(bytes);
            let message = format!("attempt to assign bytes of size {got} to extended slice of size {size}");
            return Err(value_error(gil, message));
        }
        _ if bounds.step == 1 => {
            let start = bounds.start as usize;
            bytes.drain(start..start + bounds.count);
        }
        _ => {
            let mut places: Vec<usize> = bounds.positions().collect();
            places.sort_unstable();
            let mut removed = places.into_iter().peekable();
            let mut place = 0..;
            bytes.retain(|_| place.next().is_none_or(|place| removed.next_if_eq(&place).is_none()));
        }
    }
    Ok(())
}

fn is_number(gil: Gil<'_>, value: &Value) -> bool {
    let slots = &value.class(gil).slots;
    slots.index.get().is_some() || slots.int.get().is_some() || slots.float.get().is_some()
}

/// Appends bytes; none may be appended to what has views.
fn grow(gil: Gil<'_>, value: &Value, more: &[u8]) -> Result<()> {
    if !more.is_empty() {
        resizable(gil, value)?.borrow_mut().extend_from_slice(more);
    }
    Ok(())
}

fn inplace_add(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let Some(more) = buffer::lent(gil, right)? else {
        let (first, second) = (left.class(gil).name(), right.class(gil).name());
        return Err(type_error(gil, format!("can't concat {second} to {first}")));
    };
    grow(gil, left, &more)?;
    Ok(left.clone())
}

fn inplace_multiply(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let Some(count) = indexing::clamped(gil, right)? else { return Ok(Value::NOT_IMPLEMENTED) };
    let repeated = str::repeat(gil, &this(left).bytes.borrow(), count)?;
    if repeated.len() != this(left).bytes.borrow().len() {
        resizable(gil, left)?.replace(repeated);
    }
    Ok(left.clone())
}

fn append(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [item] = arguments.without_first().exactly(gil, "bytearray.append")?;
    let byte = making::byte(gil, item, "byte")?;
    resizable(gil, &arguments.values[0])?.borrow_mut().push(byte);
    Ok(Value::NONE)
}

fn extend(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [items] = arguments.without_first().exactly(gil, "bytearray.extend")?;
    let more = match buffer::lent(gil, items)? {
        Some(more) => more,
        None if items.class(gil).slots.iter.get().is_none() => {
            let name = items.class(gil).name();
            return Err(type_error(gil, format!("can't extend bytearray with {name}")));
        }
        None if items.downcast::<Text>().is_some() => {
            return Err(type_error(gil, "expected iterable of integers; got: 'str'"));
        }
        None => making::items(gil, items, "byte")?,
    };
    grow(gil, &arguments.values[0], &more)?;
    Ok(Value::NONE)
}

fn insert(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [place, item] = arguments.without_first().exactly(gil, "insert")?;
    let (place, byte) = (indexing::integer(gil, place)?, making::byte(gil, item, "byte")?);
    let mut bytes = resizable(gil, &arguments.values[0])?.borrow_mut();
    let length = bytes.len() as i64;
    let place = if place < 0 { (place + length).max(0) } else { place.min(length) };
    bytes.insert(place as usize, byte);
    Ok(Value::NONE)
}

fn pop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let rest = arguments.method_between(gil, "pop", 0, 1)?;
    let place = rest.first().map_or(Ok(-1), |place| indexing::integer(gil, place))?;
    let mut bytes = resizable(gil, &arguments.values[0])?.borrow_mut();
    let length = bytes.len() as i64;
    let place = if place < 0 { place + length } else { place };
    if length == 0 || place < 0 || place >= length {
        drop(bytes);
        let message = if length == 0 { "pop from empty bytearray" } else { "pop index out of range" };
        return Err(Raised::with_message(gil, Kind::IndexError, message));
    }
    Ok(int::from_i64(gil, bytes.remove(place as usize).into()))
}

fn remove(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [item] = arguments.without_first().exactly(gil, "bytearray.remove")?;
    let byte = making::byte(gil, item, "byte")?;
    let mut bytes = resizable(gil, &arguments.values[0])?.borrow_mut();
    match bytes.iter().position(|known| *known == byte) {
        Some(place) => {
            bytes.remove(place);
            Ok(Value::NONE)
        }
        None => {
            drop(bytes);
            Err(value_error(gil, "value not found in bytearray"))
        }
    }
}

fn clear(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "clear")?;
    resizable(gil, value)?.borrow_mut().clear();
    Ok(Value::NONE)
}

fn reverse(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "reverse")?;
    this(value).bytes.borrow_mut().reverse();
    Ok(Value::NONE)
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "copy")?;
    let bytes = this(value).bytes.borrow().clone();
    Ok(of(gil, bytes))
}

/// `__reduce_ex__`: old protocols write the bytes as text; what else the object has is its state.
fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    let protocol = arguments.values.get(1).map_or(Ok(2), |protocol| indexing::integer(gil, protocol))?;
    let contents = this(value).bytes.borrow().clone();
    let made_of = if contents.is_empty() {
        Vec::new()
    } else if protocol < 3 {
        let text: String = contents.iter().map(|&byte| char::from(byte)).collect();
        vec![str::new_text(gil, &text), str::new_text(gil, "latin-1")]
    } else {
        vec![bytes::of(gil, contents)]
    };
    let state = operations::call_method(gil, value, "__getstate__", &[])?;
    Ok(tuple::of(gil, vec![value.class(gil).to_value(), tuple::of(gil, made_of), state]))
}

/// `__alloc__`: the bytes that the array has room for, and one more, as where a zero follows them.
fn allocated(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__alloc__")?;
    let room = this(value).bytes.borrow().capacity();
    Ok(int::from_usize(gil, if room == 0 { 0 } else { room + 1 }))
}

fn from_hex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [_, text] = arguments.method(gil, "fromhex")?;
    let contents = bytes::of(gil, bytes::hexadecimal::from_hex(gil, text)?);
    operations::call_one(gil, &arguments.values[0], &contents)
}

const OWN_COUNT: usize = 14;
const OWN: [Function; OWN_COUNT] = [
    Function::new("append", "($self, item, /)", "Append a single item to the end of the bytearray.", append),
    Function::new(
        "extend",
        "($self, iterable_of_ints, /)",
        "Append all the items from the iterator or sequence to the end of the bytearray.",
        extend,
    ),
    Function::new(
        "insert",
        "($self, index, item, /)",
        "Insert a single item into the bytearray before the given index.",
        insert,
    ),
    Function::new("pop", "($self, index=-1, /)", "Remove and return a single item from B.", pop),
    Function::new(
        "remove",
        "($self, value, /)",
        "Remove the first occurrence of a value in the bytearray.",
        remove,
    ),
    Function::new("clear", "($self, /)", "Remove all items from the bytearray.", clear),
    Function::new("reverse", "($self, /)", "Reverse the order of the values in B in place.", reverse),
    Function::new("copy", "($self, /)", "Return a copy of B.", copy),
    Function::new("__reduce__", "($self, /)", "Return state information for pickling.", reduce),
    Function::new("__reduce_ex__", "($self, proto=0, /)", "Return state information for pickling.", reduce),
    Function::new("__alloc__", "($self, /)", "Return the number of bytes actually allocated.", allocated),
    super::memoryview::BUFFER,
    super::memoryview::RELEASE_BUFFER,
    Function::class(
        "fromhex",
        "($type, string, /)",
        "Create a bytearray object from a string of hexadecimal numbers.",
        from_hex,
    ),
];

static METHODS: [Function; methods::SHARED_COUNT + OWN_COUNT] = {
    let (shared, own) = (methods::SHARED, OWN);
    let mut rows = [const { Function::new("append", "", "", append) }; methods::SHARED_COUNT + OWN_COUNT];
    let mut at = 0;
    while at < methods::SHARED_COUNT {
        rows[at] = Function { ..shared[at] };
        at += 1;
    }
    while at < methods::SHARED_COUNT + OWN_COUNT {
        rows[at] = Function { ..own[at - methods::SHARED_COUNT] };
        at += 1;
    }
    rows
};

const fn inplace() -> [Option<crate::object::slots::Binary>; crate::object::slots::OPERATORS] {
    let mut table = SlotTable::EMPTY.inplace;
    table[Operator::Add as usize] = Some(inplace_add);
    table[Operator::Multiply as usize] = Some(inplace_multiply);
    table
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "bytearray",
    module: "builtins",
    signature: "",
    doc: "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\n\
          bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given \
          by the parameter initialized with null bytes\nbytearray() -> empty bytes array",
    base: None,
    layout: ByteArray::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::MATCH_SELF,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        compare: Some(bytes::compare),
        iter: Some(|gil, value| Ok(iterator::of(gil, value))),
        length: Some(|_, value| Ok(this(value).bytes.borrow().len())),
        truth: Some(|_, value| Ok(!this(value).bytes.borrow().is_empty())),
        get_item: Some(methods::get_item),
        set_item: Some(set_item),
        contains: Some(methods::contains),
        binary: methods::binary(),
        inplace: inplace(),
        ..SlotTable::EMPTY
    },
    methods: &METHODS,
    attributes: &[],
};
