//! Frames: the running of one code object. A frame is an object, so that generators own theirs and tracebacks can name it.
//!
//! Registers are reached only by the thread that holds the GIL; what is read is counted anew, so no borrow of a register
//! outlives the call that makes it.

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::object::native::{Attribute, TypeSpec};
use crate::object::raised::Exception;
use crate::object::{Payload, Ref, Result, SlotTable, Storage, Text, Value, Visit};
use crate::payload;
use crate::types::cell::Cell as Variable;
use crate::types::code::CodeObject;
use crate::types::dict::{self, Dict};
use crate::types::int;

/// The payload of `frame`.
pub struct Frame {
    pub code: Ref<CodeObject>,
    pub globals: Ref<Dict>,
    pub builtins: Ref<Dict>,
    /// The namespace of a class body or of `exec`; the registers hold a function's locals.
    pub namespace: Option<Value>,
    registers: RefCell<Vec<Option<Value>>>,
    /// The word of the next instruction.
    pub next: Cell<usize>,
    /// The word of the instruction that runs.
    pub current: Cell<usize>,
    /// Who called.
    pub back: RefCell<Option<Ref<Frame>>>,
    /// What was being handled when the frame was left: a generator takes it up again.
    pub handled: RefCell<Option<Ref<Exception>>>,
}

impl Payload for Frame {
    payload!(Frame, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.code.as_value());
        visit(self.globals.as_value());
        visit(self.builtins.as_value());
        self.namespace.iter().for_each(&mut *visit);
        self.registers.borrow().iter().flatten().for_each(&mut *visit);
        if let Some(back) = &*self.back.borrow() {
            visit(back.as_value());
        }
        if let Some(handled) = &*self.handled.borrow() {
            visit(handled.as_value());
        }
    }

    fn clear(&self) {
        let registers = self.registers.take();
        drop((registers, self.back.take(), self.handled.take()));
    }
}

impl Frame {
    /// A frame before its first instruction.
    pub fn new(
        code: &Ref<CodeObject>,
        globals: &Ref<Dict>,
        builtins: &Ref<Dict>,
        namespace: Option<Value>,
    ) -> Frame {
        let count = usize::from(code.code.register_count).max(code.code.nlocals());
        Frame {
            code: code.clone(),
            globals: globals.clone(),
            builtins: builtins.clone(),
            namespace,
            registers: RefCell::new(std::iter::repeat_with(|| None).take(count).collect()),
            next: Cell::new(0),
            current: Cell::new(0),
            back: RefCell::new(None),
            handled: RefCell::new(None),
        }
    }

    /// What a register holds.
    #[inline]
    pub fn get(&self, register: u16) -> Option<Value> {
        self.registers.borrow().get(usize::from(register)).cloned().flatten()
    }

    /// Takes what a register holds.
    #[inline]
    pub fn take(&self, register: u16) -> Option<Value> {
        self.registers.borrow_mut().get_mut(usize::from(register)).and_then(Option::take)
    }

    /// Writes a register; what it held is released after the write.
    #[inline]
    pub fn set(&self, register: u16, value: Option<Value>) {
        let old = match self.registers.borrow_mut().get_mut(usize::from(register)) {
            Some(place) => std::mem::replace(place, value),
            None => None,
        };
        drop(old);
    }

    /// Takes what the registers from one on hold, so many of them, empty ones left out.
    pub fn take_span(&self, first: u16, count: usize) -> Vec<Value> {
        let mut registers = self.registers.borrow_mut();
        registers.iter_mut().skip(first.into()).take(count).filter_map(Option::take).collect()
    }

    /// Releases all registers from one on.
    pub fn release_from(&self, first: u16) {
        let taken: Vec<_> = {
            let mut registers = self.registers.borrow_mut();
            registers.iter_mut().skip(first.into()).map(Option::take).collect()
        };
        drop(taken);
    }

    /// The source line of the instruction that runs.
    pub fn line(&self) -> u32 {
        self.code.code.position_at(self.current.get() as u32).line
    }

    /// The names and values of what is bound: locals, and the contents of cells.
    pub fn locals(&self) -> Vec<(Ref<Text>, Value)> {
        let registers = self.registers.borrow();
        let mut found = Vec::new();
        for (place, name) in self.code.local_names.iter().enumerate() {
            let kind = self.code.code.local_kinds.get(place).copied().unwrap_or(0);
            let Some(Some(value)) = registers.get(place) else { continue };
            if kind & 4 != 0 {
                continue;
            }
            match value.downcast::<Variable>().filter(|_| kind & 3 != 0) {
                Some(cell) => found.extend(cell.get().map(|value| (name.clone(), value))),
                None => found.push((name.clone(), value.clone())),
            }
        }
        found
    }
}

impl Ref<Frame> {
    /// `locals()`: the namespace itself, or a new dict of a function's locals.
    pub fn locals_mapping(&self, gil: Gil<'_>) -> Value {
        if let Some(namespace) = &self.namespace {
            return namespace.clone();
        }
        let optimized = self.code.code.flags & crate::code::object::flags::OPTIMIZED != 0;
        if !optimized {
            return self.globals.to_value();
        }
        let dict = Ref::new(gil, Dict::new());
        for (name, value) in self.locals() {
            let old = dict.table.borrow_mut().set_text(&name, value);
            drop(old);
        }
        dict.into_value()
    }
}

fn this(value: &Value) -> &Ref<Frame> {
    match value.downcast::<Frame>() {
        Some(frame) => frame,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn back(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    let back = this(value).back.borrow().clone();
    Ok(back.map_or(Value::NONE, Ref::into_value))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let frame = this(value);
    let (file, line, name) = (frame.code.filename.lossy(), frame.line(), frame.code.name.lossy());
    let address = crate::types::object::address(value);
    let text = format!("<frame at {address:#x}, file '{file}', line {line}, code {name}>");
    Ok(Ref::text(gil, &text).into_value())
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "frame",
    module: "builtins",
    doc: "",
    base: None,
    layout: Frame::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { repr: Some(repr), ..SlotTable::EMPTY },
    methods: &[],
    attributes: &[
        Attribute::read_only("f_back", "", back),
        Attribute::read_only("f_code", "", |_, value| Ok(this(value).code.to_value())),
        Attribute::read_only("f_globals", "", |_, value| Ok(this(value).globals.to_value())),
        Attribute::read_only("f_builtins", "", |_, value| Ok(this(value).builtins.to_value())),
        Attribute::read_only("f_locals", "", |gil, value| Ok(this(value).locals_mapping(gil))),
        Attribute::read_only("f_lineno", "", |gil, value| Ok(int::from_i64(gil, this(value).line().into()))),
        Attribute::read_only("f_lasti", "", |gil, value| {
            Ok(int::from_i64(gil, 2 * this(value).current.get() as i64))
        }),
        Attribute::read_only("f_trace", "", |_, _| Ok(Value::NONE)),
    ],
};

/// A new dict for a namespace.
pub fn new_namespace(gil: Gil<'_>) -> Value {
    dict::of(gil, crate::object::Table::new())
}
