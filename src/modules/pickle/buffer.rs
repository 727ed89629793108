//! `PickleBuffer`: bytes of another object that may travel apart from the pickle that speaks of them.

use std::cell::RefCell;

use super::opcode as op;
use super::writer::Writer;
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::exposed::Exposed;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{
    Arguments, Payload, Raised, Ref, Result, SlotTable, Storage, Type, Value, Visit, operations,
};
use crate::payload;
use crate::types::memoryview::MemoryView;

/// The payload: a view of the object's bytes; None once released.
pub struct PickleBuffer {
    view: RefCell<Option<Value>>,
}

impl Payload for PickleBuffer {
    payload!(PickleBuffer, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.view.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        let old = self.view.take();
        drop(old);
    }

    fn exposed(&self) -> Option<&dyn Exposed> {
        let is_there = self.view.borrow().is_some();
        is_there.then_some(self)
    }
}

impl PickleBuffer {
    /// Asks the view, if there is one.
    fn ask<T>(&self, question: impl FnOnce(&MemoryView) -> T) -> Option<T> {
        let view = self.view.borrow().clone()?;
        view.downcast::<MemoryView>().map(|view| question(view))
    }

    /// May nothing be written to the bytes?
    pub fn is_constant(&self) -> bool {
        self.ask(MemoryView::is_read_only).unwrap_or(true)
    }

    /// The bytes, if the buffer is not released and they lie in one piece.
    pub fn in_one_piece(&self, gil: Gil<'_>) -> Result<Vec<u8>> {
        self.live(gil)?;
        match self.ask(|view| view.target().and_then(|_| view.contents())).flatten() {
            Some(contents) => Ok(contents),
            None => Err(super::pickling_error(
                gil,
                "PickleBuffer can not be pickled when pointing to a non-contiguous buffer",
            )),
        }
    }

    fn live(&self, gil: Gil<'_>) -> Result<Value> {
        let view = self.view.borrow().clone();
        view.ok_or_else(|| value_error(gil, "operation forbidden on released PickleBuffer object"))
    }
}

impl Writer {
    /// Bytes that the callback may take out of the pickle.
    pub fn save_buffer(&mut self, gil: Gil<'_>, object: &Value, buffer: &PickleBuffer) -> Result<()> {
        if self.protocol() < 5 {
            let message = "PickleBuffer can only be pickled with protocol >= 5";
            return Err(super::pickling_error(gil, message));
        }
        let bytes = buffer.in_one_piece(gil)?;
        let stays = match self.settings.buffer_callback.clone() {
            Some(callback) => {
                let answer = operations::call_one(gil, &callback, object)?;
                convert::to_bool(gil, &answer)?
            }
            None => true,
        };
        match (stays, buffer.is_constant()) {
            (true, true) => self.save_bytes(gil, object, &bytes)?,
            (true, false) => self.save_changeable(object, &bytes),
            (false, constant) => {
                self.op(op::NEXT_BUFFER);
                if constant {
                    self.op(op::READONLY_BUFFER);
                }
            }
        }
        Ok(())
    }
}

impl Exposed for PickleBuffer {
    fn length(&self) -> usize {
        self.ask(MemoryView::length_in_bytes).unwrap_or(0)
    }

    fn is_read_only(&self) -> bool {
        self.is_constant()
    }

    fn item(&self) -> (u8, usize) {
        self.ask(MemoryView::items).flatten().map_or((b'B', 1), |items| (items.letter, items.size))
    }

    fn sides(&self) -> Vec<usize> {
        let sides = self.ask(MemoryView::items).flatten().map(|items| items.sides).unwrap_or_default();
        if sides.len() > 1 { sides } else { Vec::new() }
    }

    fn stand_in(&self) -> Option<Value> {
        self.view.borrow().clone()
    }

    fn read(&self, place: usize, into: &mut [u8]) -> bool {
        let contents = self.ask(MemoryView::contents).flatten();
        contents.is_some_and(|contents| crate::object::exposed::read_slice(&contents, place, into))
    }

    fn write(&self, place: usize, from: &[u8]) -> bool {
        let Some((object, start)) = self.ask(MemoryView::target).flatten() else { return false };
        !self.is_constant()
            && place + from.len() <= self.length()
            && object.exposed().is_some_and(|exposed| exposed.write(start + place, from))
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "PickleBuffer")?;
    if object.downcast::<MemoryView>().is_none() && object.exposed().is_none() {
        let name = object.class(gil).name();
        return Err(type_error(gil, format!("a bytes-like object is required, not '{name}'")));
    }
    let viewer = MemoryView::layout().exact.get(gil).class().to_value();
    let view = operations::call_one(gil, &viewer, object)?;
    let buffer = PickleBuffer { view: RefCell::new(Some(view)) };
    Ok(Ref::with_shape(gil, class.root(), buffer).into_value())
}

fn this(value: &Value) -> &Ref<PickleBuffer> {
    match value.downcast() {
        Some(buffer) => buffer,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn raw(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [buffer] = arguments.method::<1>(gil, "raw")?;
    let view = this(buffer).live(gil)?;
    if view.downcast::<MemoryView>().is_some_and(|view| view.target().is_none()) {
        let message = "cannot extract raw buffer from non-contiguous buffer";
        return Err(Raised::with_message(gil, Kind::BufferError, message));
    }
    operations::call_method(gil, &view, "cast", &[convert::text(gil, "B")])
}

fn release(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [buffer] = arguments.method::<1>(gil, "release")?;
    this(buffer).clear();
    Ok(Value::NONE)
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "PickleBuffer",
    module: "pickle",
    doc: "Bytes of another object that may travel apart from a pickle",
    signature: "(object, /)",
    base: None,
    layout: PickleBuffer::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(new), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "raw",
            "($self, /)",
            "A view of the bytes without their form; they must lie in one piece.",
            raw,
        ),
        Function::new("release", "($self, /)", "Let go of the object.", release),
    ],
    attributes: &[],
};
