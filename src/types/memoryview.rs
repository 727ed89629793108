//! `memoryview` over bytes and bytearrays: one dimension of unsigned bytes.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::class::Type;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Payload, Raised, Ref, Result, SlotTable, Storage, Value, Visit};
use crate::payload;

use super::bytearray::ByteArray;
use super::bytes::{self, Bytes, making};
use super::indexing::{self, Bounds};
use super::{int, list, str, tuple};

/// The payload: what is seen (None once released) and which of its bytes.
pub struct MemoryView {
    source: RefCell<Option<Value>>,
    bounds: Bounds,
}

impl Payload for MemoryView {
    payload!(MemoryView, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.source.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.source.take());
    }
}

impl MemoryView {
    /// The bytes seen, unless the view is released.
    pub fn contents(&self) -> Option<Vec<u8>> {
        let source = self.source.borrow().clone()?;
        let pick = |bytes: &[u8]| self.bounds.positions().filter_map(|at| bytes.get(at).copied()).collect();
        match source.downcast::<Bytes>() {
            Some(bytes) => Some(pick(&bytes.bytes)),
            None => source.downcast::<ByteArray>().map(|array| pick(&array.bytes.borrow())),
        }
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
    let [source] = arguments.exactly(gil, "memoryview")?;
    let (source, bounds) = if let Some(view) = source.downcast::<MemoryView>() {
        (view.live(gil)?, view.bounds)
    } else if let Some(count) = super::buffer::with(source, <[u8]>::len) {
        (source.clone(), Bounds { start: 0, step: 1, count })
    } else {
        let name = source.class(gil).name();
        let message = format!("memoryview: a bytes-like object is required, not '{name}'");
        return Err(type_error(gil, message));
    };
    let view = MemoryView { source: RefCell::new(Some(source)), bounds };
    Ok(Ref::with_shape(gil, class.root(), view).into_value())
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    let view = this(value);
    let source = view.live(gil)?;
    if indexing::is_slice(gil, key) {
        let part = indexing::slice(gil, key, view.bounds.count)?;
        let bounds = Bounds {
            start: view.bounds.start + part.start * view.bounds.step,
            step: part.step * view.bounds.step,
            count: part.count,
        };
        return Ok(Ref::new(gil, MemoryView { source: RefCell::new(Some(source)), bounds }).into_value());
    }
    let place = position(gil, key, view)?;
    match view.contents().and_then(|bytes| bytes.get(place).copied()) {
        Some(byte) => Ok(int::from_i64(gil, byte.into())),
        None => Err(out_of_bounds(gil)),
    }
}

fn position(gil: Gil<'_>, key: &Value, view: &MemoryView) -> Result<usize> {
    let Some(index) = indexing::clamped(gil, key)? else {
        return Err(type_error(gil, "memoryview: invalid slice key"));
    };
    let length = view.bounds.count as i64;
    let place = if index < 0 { index.saturating_add(length) } else { index };
    if (0..length).contains(&place) { Ok(place as usize) } else { Err(out_of_bounds(gil)) }
}

fn out_of_bounds(gil: Gil<'_>) -> Raised {
    crate::object::raised::index_error(gil, "index out of bounds on dimension 1")
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    let view = this(value);
    let source = view.live(gil)?;
    let Some(array) = source.downcast::<ByteArray>() else {
        return Err(type_error(gil, "cannot modify read-only memory"));
    };
    let Some(new) = new else { return Err(type_error(gil, "cannot delete memory")) };
    let (places, new): (Vec<usize>, Vec<u8>) = if indexing::is_slice(gil, key) {
        let part = indexing::slice(gil, key, view.bounds.count)?;
        let new = super::buffer::argument(gil, &new)?;
        if new.len() != part.count {
            let message = "memoryview assignment: lvalue and rvalue have different structures";
            return Err(value_error(gil, message));
        }
        (part.positions().collect(), new)
    } else {
        let place = position(gil, key, view)?;
        (vec![place], vec![making::byte(gil, &new, "memoryview: invalid value for format 'B'")?])
    };
    let mut bytes = array.bytes.borrow_mut();
    for (place, byte) in places.into_iter().zip(new) {
        let at = view.bounds.start + place as i64 * view.bounds.step;
        if let Some(target) = bytes.get_mut(at as usize) {
            *target = byte;
        }
    }
    Ok(())
}

fn contents(gil: Gil<'_>, value: &Value) -> Result<Vec<u8>> {
    this(value).live(gil)?;
    Ok(this(value).contents().unwrap_or_default())
}

fn release(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    let _ = gil;
    let old = this(value).source.take();
    drop(old);
    Ok(Value::NONE)
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let released = if this(value).source.borrow().is_none() { "released " } else { "" };
    let address = super::object::address(value);
    Ok(str::new_text(gil, &format!("<{released}memory at {address:#x}>")))
}

fn one(gil: Gil<'_>, number: usize) -> Result<Value> {
    Ok(tuple::of(gil, vec![int::from_i64(gil, number as i64)]))
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "memoryview",
    module: "builtins",
    doc: "Create a new memoryview object which references the given object.",
    base: None,
    layout: MemoryView::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        hash: Some(|gil, value| Ok(crate::object::hash::of_bytes(&contents(gil, value)?) as i64)),
        compare: Some(bytes::compare),
        iter: Some(|gil, value| {
            let copy = bytes::of(gil, contents(gil, value)?);
            Ok(bytes::iterator::of(gil, &copy))
        }),
        length: Some(|_, value| Ok(this(value).bounds.count)),
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
        Function::new("__enter__", "", "", |_, arguments| Ok(arguments.values[0].clone())),
        Function::new("__exit__", "", "", release),
        Function::new(
            "tobytes",
            "($self, /, order='C')",
            "Return the data in the buffer as a byte string.",
            |gil, arguments| Ok(bytes::of(gil, contents(gil, &arguments.values[0])?)),
        ),
        Function::new(
            "tolist",
            "($self, /)",
            "Return the data in the buffer as a list of elements.",
            |gil, arguments| {
                let bytes = contents(gil, &arguments.values[0])?;
                Ok(list::of(gil, bytes.into_iter().map(|byte| int::from_i64(gil, byte.into())).collect()))
            },
        ),
        Function::new(
            "hex",
            "",
            "Return the data in the buffer as a str of hexadecimal numbers.",
            |gil, arguments| {
                let shown: String =
                    contents(gil, &arguments.values[0])?.iter().map(|byte| format!("{byte:02x}")).collect();
                Ok(str::new_text(gil, &shown))
            },
        ),
    ],
    attributes: &[
        Attribute::read_only("obj", "", |gil, value| this(value).live(gil)),
        Attribute::read_only("nbytes", "", |gil, value| {
            Ok(int::from_i64(gil, this(value).bounds.count as i64))
        }),
        Attribute::read_only("itemsize", "", |gil, _| Ok(int::from_i64(gil, 1))),
        Attribute::read_only("ndim", "", |gil, _| Ok(int::from_i64(gil, 1))),
        Attribute::read_only("format", "", |gil, _| Ok(str::new_text(gil, "B"))),
        Attribute::read_only("shape", "", |gil, value| one(gil, this(value).bounds.count)),
        Attribute::read_only("strides", "", |gil, value| {
            Ok(tuple::of(gil, vec![int::from_i64(gil, this(value).bounds.step)]))
        }),
        Attribute::read_only("contiguous", "", |_, value| Ok(Value::bool(this(value).bounds.step == 1))),
        Attribute::read_only("readonly", "", |gil, value| {
            Ok(Value::bool(this(value).live(gil)?.downcast::<ByteArray>().is_none()))
        }),
    ],
};
