//! `memoryview`: items of one kind in the bytes of another object; `item` knows the kinds, `shape` the dimensions,
//! `lent` the views that classes in Python give.
//!
//! Invariant: a view keeps its object, not its bytes: they are looked for at each access, since they may have moved.

mod item;
pub mod lent;
mod shape;

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, not_implemented_error, overflow_error, type_error, value_error};
use crate::object::{
    Arguments, Comparison, Parameters, Payload, Raised, Ref, Result, SlotTable, Storage, Text, Value, Visit,
    operations,
};
use crate::payload;

use super::bytes::{self, hexadecimal};
use super::indexing::{self, Bounds};
use super::{int, list, sequence, str, tuple};
use item::Item;
use shape::{Key, Row, columns_first, out_of_bounds};

pub use item::Items;

/// The payload: what is seen (None once released) and which of its bytes.
pub struct MemoryView {
    source: RefCell<Option<Value>>,
    item: Item,
    /// Where the items begin, in bytes; with more dimensions than one, the rows.
    bounds: Bounds,
    /// The dimensions of a row, which lies in one piece: none for a plain view.
    row: Row,
    read_only: bool,
    /// The hash, once somebody has asked; a released view keeps it.
    hash: Cell<Option<i64>>,
}

impl Payload for MemoryView {
    payload!(MemoryView, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.source.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        self.release();
    }
}

impl Drop for MemoryView {
    fn drop(&mut self) {
        self.release();
    }
}

impl MemoryView {
    /// A view of an object that exposes its bytes.
    fn of(source: Value, item: Item, bounds: Bounds, read_only: bool) -> MemoryView {
        if let Some(exposed) = source.exposed() {
            exposed.hold();
        }
        let source = RefCell::new(Some(source));
        MemoryView { source, item, bounds, row: Row::default(), read_only, hash: Cell::new(None) }
    }

    /// A view of the same object with other bounds.
    fn part(&self, source: Value, bounds: Bounds) -> MemoryView {
        let mut part = MemoryView::of(source, self.item, bounds, self.read_only);
        part.row = self.row.clone();
        part
    }

    /// Bytes of a row.
    fn unit(&self) -> usize {
        self.row.count() * self.item.size
    }

    fn release(&self) {
        let source = self.source.take();
        if let Some(exposed) = source.as_ref().and_then(Value::exposed) {
            exposed.let_go();
        }
    }

    /// The bytes seen, unless the view is released.
    pub fn contents(&self) -> Option<Vec<u8>> {
        let source = self.source.borrow().clone()?;
        let exposed = source.exposed()?;
        let mut contents = vec![0; self.length_in_bytes()];
        let whole = if self.is_contiguous() {
            exposed.read(self.bounds.start as usize, &mut contents)
        } else {
            let mut rows = self.bounds.positions().zip(contents.chunks_exact_mut(self.unit()));
            rows.all(|(place, row)| exposed.read(place, row))
        };
        whole.then_some(contents)
    }

    /// Copies bytes in from the view's start on; false if they do not fit, or if writing is refused.
    pub fn fill(&self, from: &[u8]) -> bool {
        let source = self.source.borrow().clone();
        let Some(source) = source.filter(|_| !self.read_only && from.len() <= self.length_in_bytes()) else {
            return false;
        };
        let Some(exposed) = source.exposed() else { return false };
        if self.is_contiguous() {
            return exposed.write(self.bounds.start as usize, from);
        }
        self.bounds.positions().zip(from.chunks(self.unit())).all(|(at, row)| exposed.write(at, row))
    }

    /// The object seen and where in its bytes the view begins, if it sees one piece of them.
    pub fn target(&self) -> Option<(Value, usize)> {
        let source = self.source.borrow().clone()?;
        self.is_contiguous().then_some((source, self.bounds.start as usize))
    }

    /// The items seen, unless the view is released.
    pub fn items(&self) -> Option<Items> {
        let object = self.source.borrow().clone()?;
        let sides = std::iter::once(self.bounds.count).chain(self.row.sizes.iter().copied()).collect();
        let Bounds { start, step, .. } = self.bounds;
        Some(Items { object, letter: self.item.letter, size: self.item.size, sides, start, step })
    }

    /// Bytes seen.
    pub fn length_in_bytes(&self) -> usize {
        self.bounds.count * self.unit()
    }

    /// May nothing be written through the view?
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    fn is_contiguous(&self) -> bool {
        self.bounds.step == self.unit() as i64 || self.bounds.count <= 1
    }

    fn live(&self, gil: Gil<'_>) -> Result<Value> {
        let source = self.source.borrow().clone();
        source.ok_or_else(|| value_error(gil, "operation forbidden on released memoryview object"))
    }
}

fn this(value: &Value) -> &Ref<MemoryView> {
    match value.downcast() {
        Some(view) => view,
        None => unreachable!("slots are called on instances of their type"),
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["object"], 1);
    let [Some(source)] = arguments.bind(gil, "memoryview", &SIGNATURE)? else {
        return Err(type_error(gil, "memoryview() missing required argument 'object' (pos 1)"));
    };
    let view = payload_of(gil, source, FULL_READ_ONLY)?;
    Ok(Ref::with_shape(gil, class.root(), view).into_value())
}

/// What is asked of a `__buffer__` for a memoryview: the items' kind and the dimensions (`PyBUF_FULL_RO`).
pub const FULL_READ_ONLY: i64 = 0x11C;
/// What is asked of it where bytes are to be put in (`PyBUF_WRITABLE`).
pub const WRITABLE: i64 = 1;

/// A view by whatever way the object's class has to give one.
fn payload_of(gil: Gil<'_>, source: &Value, flags: i64) -> Result<MemoryView> {
    match lent::view(gil, source, flags)? {
        Some(view) => {
            let view = this(&view);
            Ok(view.part(view.live(gil)?, view.bounds))
        }
        None => native_payload(gil, source),
    }
}

/// A view of a built-in object itself, whatever its class says.
fn native(gil: Gil<'_>, source: &Value) -> Result<Value> {
    Ok(Ref::new(gil, native_payload(gil, source)?).into_value())
}

fn native_payload(gil: Gil<'_>, source: &Value) -> Result<MemoryView> {
    let stand_in = source.exposed().and_then(|exposed| exposed.stand_in());
    let source = stand_in.as_ref().unwrap_or(source);
    let view = if let Some(view) = source.downcast::<MemoryView>() {
        view.part(view.live(gil)?, view.bounds)
    } else if let Some(exposed) = source.exposed() {
        let (letter, size) = exposed.item();
        let item = Item::of_letter(letter).filter(|item| item.size == size).unwrap_or(Item::BYTE);
        let bounds = Bounds { start: 0, step: item.size as i64, count: exposed.length() / item.size };
        let mut view = MemoryView::of(source.clone(), item, bounds, exposed.is_read_only());
        if let [rows, row @ ..] = &exposed.sides()[..] {
            view.row.sizes.extend_from_slice(row);
            view.bounds = Bounds { start: 0, step: view.unit() as i64, count: *rows };
        }
        view
    } else {
        let name = source.class(gil).name();
        let message = format!("memoryview: a bytes-like object is required, not '{name}'");
        return Err(type_error(gil, message));
    };
    Ok(view)
}

/// `_from_flags`: a view of an object that is asked for it in so many words.
fn from_flags(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["object", "flags"], 2);
    let [Some(source), Some(flags)] = arguments.without_first().bind(gil, "_from_flags", &SIGNATURE)? else {
        return Err(type_error(gil, "_from_flags() missing required arguments"));
    };
    let flags = indexing::integer(gil, flags)?;
    let view = payload_of(gil, source, flags)?;
    writable_if(gil, &view, flags)?;
    Ok(Ref::new(gil, view).into_value())
}

/// Refuses bytes that are to be written but cannot.
fn writable_if(gil: Gil<'_>, view: &MemoryView, flags: i64) -> Result<()> {
    if flags & WRITABLE != 0 && view.read_only {
        return Err(Raised::with_message(gil, Kind::BufferError, "Object is not writable."));
    }
    Ok(())
}

/// The part that a slice stands for.
fn part(gil: Gil<'_>, key: &Value, view: &MemoryView) -> Result<Bounds> {
    let part = indexing::slice(gil, key, view.bounds.count)?;
    let step = view.bounds.step;
    Ok(Bounds { start: view.bounds.start + part.start * step, step: part.step * step, count: part.count })
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    let view = this(value);
    let source = view.live(gil)?;
    if indexing::is_slice(gil, key) {
        let bounds = part(gil, key, view)?;
        return Ok(Ref::new(gil, view.part(source, bounds)).into_value());
    }
    let place = match shape::key(gil, key) {
        Key::Item(keys) => place(gil, view, &keys)?,
        Key::Slices => {
            return Err(not_implemented_error(gil, "multi-dimensional slicing is not implemented"));
        }
        Key::Other if view.row.dimensions() > 1 && key.class(gil).slots.index.get().is_some() => {
            return Err(not_implemented_error(gil, "multi-dimensional sub-views are not implemented"));
        }
        Key::Other => position(gil, key, view)?,
    };
    // An `__index__` may have released the view meanwhile.
    let source = view.live(gil)?;
    let mut item = [0_u8; 8];
    let item = &mut item[..view.item.size];
    match source.exposed() {
        Some(exposed) if exposed.read(place, item) => Ok(view.item.unpack(gil, item)),
        _ => Err(out_of_bounds(gil, 1)),
    }
}

/// Where the item of an index begins.
fn position(gil: Gil<'_>, key: &Value, view: &MemoryView) -> Result<usize> {
    let place = shape::index(gil, key, view.bounds.count, 1)?;
    Ok((view.bounds.start + place * view.bounds.step) as usize)
}

/// Where the item of several numbers begins.
fn place(gil: Gil<'_>, view: &MemoryView, keys: &[Value]) -> Result<usize> {
    let (row, within) = view.row.place(gil, keys, view.bounds.count, view.item.size)?;
    Ok((view.bounds.start + row * view.bounds.step) as usize + within)
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    let view = this(value);
    view.live(gil)?;
    if view.read_only {
        return Err(type_error(gil, "cannot modify read-only memory"));
    }
    let Some(new) = new else { return Err(type_error(gil, "cannot delete memory")) };
    let many = view.row.dimensions() > 1;
    let place = match shape::key(gil, key) {
        Key::Item(keys) => place(gil, view, &keys)?,
        Key::Other if indexing::is_slice(gil, key) && !many => return set_slice(gil, view, key, &new),
        Key::Slices => return Err(one_dimension(gil)),
        Key::Other if indexing::is_slice(gil, key) => return Err(one_dimension(gil)),
        Key::Other if many && key.class(gil).slots.index.get().is_some() => {
            return Err(not_implemented_error(gil, "sub-views are not implemented"));
        }
        Key::Other => position(gil, key, view)?,
    };
    view.live(gil)?;
    let item = view.item.pack(gil, &new)?;
    match view.live(gil)?.exposed() {
        Some(exposed) if exposed.write(place, &item[..view.item.size]) => Ok(()),
        _ => Err(out_of_bounds(gil, 1)),
    }
}

fn set_slice(gil: Gil<'_>, view: &MemoryView, key: &Value, new: &Value) -> Result<()> {
    let (contents, item) = contents_and_item(gil, new)?;
    let bounds = part(gil, key, view)?;
    let target = view.part(view.live(gil)?, bounds);
    if contents.len() != bounds.count * view.item.size || item != view.item {
        let message = "memoryview assignment: lvalue and rvalue have different structures";
        return Err(value_error(gil, message));
    }
    if target.fill(&contents) { Ok(()) } else { Err(out_of_bounds(gil, 1)) }
}

#[cold]
fn one_dimension(gil: Gil<'_>) -> Raised {
    not_implemented_error(gil, "memoryview slice assignments are currently restricted to ndim = 1")
}

/// The bytes of a bytes-like object, and what its items are.
fn contents_and_item(gil: Gil<'_>, value: &Value) -> Result<(Vec<u8>, Item)> {
    let contents = super::buffer::argument(gil, value)?;
    let item = match (value.downcast::<MemoryView>(), value.exposed().map(|exposed| exposed.item())) {
        (Some(view), _) => view.item,
        (_, Some((letter, size))) => Item { letter, size },
        _ => Item::BYTE,
    };
    Ok((contents, item))
}

fn contents(gil: Gil<'_>, value: &Value) -> Result<Vec<u8>> {
    this(value).live(gil)?;
    this(value).contents().ok_or_else(|| out_of_bounds(gil, 1))
}

fn items(gil: Gil<'_>, value: &Value) -> Result<Vec<Value>> {
    let item = this(value).item;
    Ok(contents(gil, value)?.chunks_exact(item.size).map(|bytes| item.unpack(gil, bytes)).collect())
}

/// Equal views show equal items, whatever their bytes.
fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let decides = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    let is_view = |value: &Value| value.downcast::<MemoryView>().is_some() || value.exposed().is_some();
    if !decides || !is_view(left) || !is_view(right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let same = left.is(right) || equals(gil, left, right)?;
    Ok(Value::bool(same == (comparison == Comparison::Equal)))
}

fn equals(gil: Gil<'_>, left: &Value, right: &Value) -> Result<bool> {
    let released =
        |value: &Value| value.downcast::<MemoryView>().is_some_and(|view| view.contents().is_none());
    if released(left) || released(right) {
        return Ok(false);
    }
    let row = |value: &Value| value.downcast::<MemoryView>().map(|view| view.row.clone()).unwrap_or_default();
    if row(left) != row(right) {
        return Ok(false);
    }
    let (first, second) = (contents_and_item(gil, left)?, contents_and_item(gil, right)?);
    if first.1 == second.1 && !matches!(first.1.letter, b'f' | b'd') {
        return Ok(first.0 == second.0);
    }
    let shown = |(bytes, item): (Vec<u8>, Item)| -> Vec<Value> {
        bytes.chunks_exact(item.size).map(|bytes| item.unpack(gil, bytes)).collect()
    };
    let (first, second) = (shown(first), shown(second));
    if first.len() != second.len() {
        return Ok(false);
    }
    for (one, other) in first.iter().zip(&second) {
        if !operations::equal(gil, one, other)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let view = this(value);
    if let Some(hash) = view.hash.get() {
        return Ok(hash);
    }
    view.live(gil)?;
    if !view.read_only {
        return Err(value_error(gil, "cannot hash writable memoryview object"));
    }
    if !view.item.is_byte() {
        return Err(value_error(gil, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
    }
    let hash = crate::object::hash::of_bytes(&contents(gil, value)?) as i64;
    view.hash.set(Some(hash));
    Ok(hash)
}

fn release(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    this(&arguments.values[0]).release();
    Ok(Value::NONE)
}

fn enter(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    this(&arguments.values[0]).live(gil)?;
    Ok(arguments.values[0].clone())
}

/// `cast`: the same bytes as other items.
fn cast(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["format", "shape"], 1);
    let view = this(&arguments.values[0]);
    let source = view.live(gil)?;
    let [Some(format), shape] = arguments.without_first().bind(gil, "cast", &SIGNATURE)? else {
        return Err(type_error(gil, "cast() missing required argument 'format' (pos 1)"));
    };
    let Some(item) = Item::of_format(format) else {
        let message = "memoryview: destination format must be a native single character format prefixed with \
                       an optional '@'";
        return Err(value_error(gil, message));
    };
    if !view.is_contiguous() {
        return Err(type_error(gil, "memoryview: casts are restricted to C-contiguous views"));
    }
    if !item.is_byte() && !view.item.is_byte() {
        return Err(type_error(gil, "memoryview: cannot cast between two non-byte formats"));
    }
    let length = view.length_in_bytes();
    if !length.is_multiple_of(item.size) {
        return Err(type_error(gil, "memoryview: length is not a multiple of itemsize"));
    }
    let count = length / item.size;
    let (count, row) = match shape {
        Some(_) if view.row.dimensions() > 1 => {
            return Err(type_error(gil, "memoryview: cast must be 1D -> ND or ND -> 1D"));
        }
        Some(shape) => shape::of_argument(gil, shape, count)?,
        None => (count, Row::default()),
    };
    let step = (row.count() * item.size) as i64;
    let mut cast = view.part(source, Bounds { start: view.bounds.start, step, count });
    (cast.item, cast.row) = (item, row);
    Ok(Ref::new(gil, cast).into_value())
}

fn to_read_only(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let view = this(&arguments.values[0]);
    let mut copy = view.part(view.live(gil)?, view.bounds);
    copy.read_only = true;
    Ok(Ref::new(gil, copy).into_value())
}

fn to_bytes(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["self", "order"], 1);
    let [_, order] = arguments.bind(gil, "tobytes", &SIGNATURE)?;
    let value = &arguments.values[0];
    let order = match order.filter(|order| !order.is_none()) {
        None => b'C',
        Some(order) => match order.downcast::<Text>().map(|text| text.bytes()) {
            Some(&[order @ (b'C' | b'F' | b'A')]) => order,
            Some(_) => return Err(value_error(gil, "order must be 'C', 'F' or 'A'")),
            None => {
                let name = order.class(gil).name();
                let message = format!("tobytes() argument 'order' must be str or None, not {name}");
                return Err(type_error(gil, message));
            }
        },
    };
    let contents = contents(gil, value)?;
    let view = this(value);
    if order != b'F' || view.row.sizes.is_empty() {
        return Ok(bytes::of(gil, contents));
    }
    let rows = contents.len() / view.unit().max(1);
    let sizes: Vec<usize> = std::iter::once(rows).chain(view.row.sizes.iter().copied()).collect();
    Ok(bytes::of(gil, columns_first(&contents, &sizes, view.item.size)))
}

fn to_list(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let mut items = items(gil, &arguments.values[0])?;
    for &size in this(&arguments.values[0]).row.sizes.iter().rev() {
        items = items.chunks(size).map(|row| list::of(gil, row.to_vec())).collect();
    }
    Ok(list::of(gil, items))
}

/// `__buffer__`: a view of the object itself, for code that asks by name.
pub fn buffer(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, flags] = arguments.method(gil, "__buffer__")?;
    let flags = match indexing::clamped(gil, flags)? {
        Some(i64::MIN | i64::MAX) => {
            return Err(overflow_error(gil, "cannot fit 'int' into an index-sized integer"));
        }
        Some(flags) => flags,
        None => indexing::integer(gil, flags)?,
    };
    if i32::try_from(flags).is_err() {
        return Err(overflow_error(gil, "buffer flags out of range"));
    }
    let view = native_payload(gil, value)?;
    writable_if(gil, &view, flags)?;
    Ok(Ref::new(gil, view).into_value())
}

/// `__release_buffer__`: lets go of a view that `__buffer__` gave.
pub fn release_buffer(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object, view] = arguments.method(gil, "__release_buffer__")?;
    let Some(view) = view.downcast::<MemoryView>() else {
        return Err(type_error(gil, "expected a memoryview object"));
    };
    let source = view.source.borrow().clone();
    match source {
        None => Err(value_error(gil, "memoryview's buffer has already been released")),
        Some(source) if !source.is(object) => Err(value_error(gil, "memoryview's buffer is not this object")),
        Some(_) => {
            view.release();
            Ok(Value::NONE)
        }
    }
}

pub const BUFFER: Function = Function::new(
    "__buffer__",
    "($self, flags, /)",
    "Return a buffer object that exposes the underlying memory of the object.",
    buffer,
);

pub const RELEASE_BUFFER: Function = Function::new(
    "__release_buffer__",
    "($self, buffer, /)",
    "Release the buffer object that exposes the underlying memory of the object.",
    release_buffer,
);

fn hex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    this(&arguments.values[0]).live(gil)?;
    hexadecimal::hex(gil, arguments)
}

fn cannot_pickle(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Err(Raised::with_message(gil, Kind::TypeError, "cannot pickle 'memoryview' object"))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let released = if this(value).source.borrow().is_none() { "released " } else { "" };
    let address = super::object::address(value);
    Ok(str::new_text(gil, &format!("<{released}memory at {address:#x}>")))
}

fn numbers(gil: Gil<'_>, first: i64, others: Vec<i64>) -> Value {
    tuple::of(gil, std::iter::once(first).chain(others).map(|number| int::from_i64(gil, number)).collect())
}

/// An attribute of a view that is not released.
fn shown(gil: Gil<'_>, value: &Value, show: impl FnOnce(&MemoryView) -> Value) -> Result<Value> {
    this(value).live(gil)?;
    Ok(show(this(value)))
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "memoryview",
    module: "builtins",
    signature: "(object)",
    doc: "Create a new memoryview object which references the given object.",
    base: None,
    layout: MemoryView::layout,
    storage: Storage::Nothing,
    flags: flags::WEAKLY_REFERENCED | flags::SEQUENCE,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        iter: Some(sequence::iterate),
        length: Some(|gil, value| {
            this(value).live(gil)?;
            Ok(this(value).bounds.count)
        }),
        get_item: Some(get_item),
        set_item: Some(set_item),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new(
            "release",
            "($self, /)",
            "Release the underlying buffer exposed by the memoryview object.",
            release,
        ),
        Function::new("__enter__", "", "", enter),
        Function::new("__exit__", "", "", release),
        Function::new(
            "cast",
            "($self, /, format, shape=<unrepresentable>)",
            "Cast a memoryview to a new format or shape.",
            cast,
        ),
        Function::new(
            "toreadonly",
            "($self, /)",
            "Return a readonly version of the memoryview.",
            to_read_only,
        ),
        Function::new(
            "tobytes",
            "($self, /, order='C')",
            "Return the data in the buffer as a byte string.",
            to_bytes,
        ),
        Function::new(
            "tolist",
            "($self, /)",
            "Return the data in the buffer as a list of elements.",
            to_list,
        ),
        Function::new("hex", "", "Return the data in the buffer as a str of hexadecimal numbers.", hex),
        BUFFER,
        RELEASE_BUFFER,
        Function::class("_from_flags", "($type, /, object, flags)", "", from_flags),
        Function::new("__reduce_ex__", "($self, protocol, /)", "Helper for pickle.", cannot_pickle),
    ],
    attributes: &[
        Attribute::read_only("obj", "The underlying object of the memoryview.", |gil, value| {
            this(value).live(gil).map(lent::shown)
        }),
        Attribute::read_only("nbytes", "", |gil, value| {
            shown(gil, value, |view| int::from_usize(gil, view.length_in_bytes()))
        }),
        Attribute::read_only("itemsize", "", |gil, value| {
            shown(gil, value, |view| int::from_usize(gil, view.item.size))
        }),
        Attribute::read_only("ndim", "", |gil, value| {
            shown(gil, value, |view| int::from_usize(gil, view.row.dimensions()))
        }),
        Attribute::read_only("format", "", |gil, value| {
            shown(gil, value, |view| str::new_text(gil, &char::from(view.item.letter).to_string()))
        }),
        Attribute::read_only("shape", "", |gil, value| {
            let sizes = |view: &MemoryView| view.row.sizes.iter().map(|&size| size as i64).collect();
            shown(gil, value, |view| numbers(gil, view.bounds.count as i64, sizes(view)))
        }),
        Attribute::read_only("strides", "", |gil, value| {
            shown(gil, value, |view| numbers(gil, view.bounds.step, view.row.steps(view.item.size)))
        }),
        Attribute::read_only("suboffsets", "", |gil, value| {
            shown(gil, value, |_| tuple::of(gil, Vec::new()))
        }),
        Attribute::read_only("contiguous", "", is_contiguous),
        Attribute::read_only("c_contiguous", "", is_contiguous),
        Attribute::read_only("f_contiguous", "", |gil, value| {
            shown(gil, value, |view| Value::bool(view.is_contiguous() && view.row.dimensions() == 1))
        }),
        Attribute::read_only("readonly", "", |gil, value| {
            shown(gil, value, |view| Value::bool(view.read_only))
        }),
    ],
};

fn is_contiguous(gil: Gil<'_>, value: &Value) -> Result<Value> {
    shown(gil, value, |view| Value::bool(view.is_contiguous()))
}
