//! Frame objects: what Python code sees of a running call. They are made when somebody looks: `sys._getframe`, a
//! traceback, `gi_frame`.
//!
//! While the call runs its registers are on the stack, while its generator waits they are the generator's; when it ends
//! and the object goes on being referred to, it takes them over.

mod locals;

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

use super::activation::{Activation, kind};
use super::generator::{self, Suspended};
use super::jump;
use super::place::Window;
use super::state::state;
use super::threads;
use super::trace::{self, Marks};
use crate::code::object::Hidden;
use crate::gil::Gil;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{runtime_error, type_error};
use crate::object::{
    Arguments, Payload, Ref, Result, SlotTable, Storage, Text, Value, Visit, intern, operations,
};
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
    place: Cell<Place>,
    /// The locals once the call has ended.
    locals: RefCell<Vec<Option<Value>>>,
    /// The word of the last instruction that ran, once the call does not run.
    word: Cell<usize>,
    /// Who called, once the call has ended.
    back: RefCell<Option<Ref<Frame>>>,
    /// What was written to `f_locals` beside the variables.
    more: RefCell<Option<Value>>,
    /// What `f_locals` has overwritten: an instruction that runs may have borrowed it.
    retired: RefCell<Vec<Value>>,
    pub(super) marks: Marks,
}

/// Where the registers are.
#[derive(Clone, Copy)]
enum Place {
    /// Invariant: the activation names this frame as its own, and says so before it ends.
    Running(NonNull<Activation>),
    /// Invariant: the generator names this frame as its own, and says so before it ends.
    Waiting(NonNull<Suspended>),
    Ended,
}

impl Payload for Frame {
    payload!(Frame, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.code.as_value());
        visit(self.globals.as_value());
        visit(self.builtins.as_value());
        self.namespace.iter().for_each(&mut *visit);
        self.locals.borrow().iter().flatten().for_each(&mut *visit);
        if let Some(back) = &*self.back.borrow() {
            visit(back.as_value());
        }
        self.more.borrow().iter().for_each(&mut *visit);
        self.retired.borrow().iter().for_each(&mut *visit);
        self.marks.trace().iter().for_each(&mut *visit);
    }

    fn clear(&self) {
        let locals = self.locals.take();
        drop((locals, self.back.take(), self.more.take()));
        self.marks.set_trace(None);
    }
}

/// The frame object of a running call, made if there is none.
pub fn of(gil: Gil<'_>, activation: &Activation) -> Ref<Frame> {
    if let Some(frame) = activation.frame().and_then(|frame| frame.downcast::<Frame>()) {
        return frame.clone();
    }
    if activation.has(kind::DORMANT) {
        // From now on it is out of the ordinary.
        generator::settle();
    }
    let frame = Frame {
        code: activation.code().clone(),
        globals: activation.globals().clone(),
        builtins: activation.builtins().clone(),
        namespace: activation.namespace().cloned(),
        place: Cell::new(Place::Running(NonNull::from(activation))),
        locals: RefCell::default(),
        word: Cell::new(0),
        back: RefCell::default(),
        more: RefCell::default(),
        retired: RefCell::default(),
        marks: Marks::default(),
    };
    let frame = Ref::new(gil, frame);
    activation.set_frame(frame.to_value());
    frame
}

/// The frame object of a waiting generator.
pub fn of_waiting(gil: Gil<'_>, suspended: &Suspended) -> Ref<Frame> {
    let frame = Frame {
        code: suspended.code.clone(),
        globals: suspended.globals.clone(),
        builtins: suspended.builtins.clone(),
        namespace: None,
        place: Cell::new(Place::Waiting(NonNull::from(suspended))),
        locals: RefCell::default(),
        word: Cell::new(0),
        back: RefCell::default(),
        more: RefCell::default(),
        retired: RefCell::default(),
        marks: Marks::default(),
    };
    Ref::new(gil, frame)
}

impl Frame {
    /// The call runs (again).
    pub fn runs(&self, activation: &Activation) {
        self.place.set(Place::Running(NonNull::from(activation)));
    }

    /// The call waits: its registers are the generator's.
    pub fn waits(&self, suspended: &Suspended) {
        self.place.set(Place::Waiting(NonNull::from(suspended)));
    }

    /// The call has ended at a word, called by `back`; its locals are these.
    pub fn end(&self, word: usize, locals: Vec<Option<Value>>, back: Option<Ref<Frame>>) {
        self.place.set(Place::Ended);
        self.word.set(word);
        let old = (self.locals.replace(locals), self.back.replace(back), self.retired.take());
        drop(old);
    }

    fn window(&self) -> Option<Window> {
        match self.place.get() {
            // SAFETY: by the invariants of `Place` both are alive.
            Place::Running(activation) => Some(generator::window_of(unsafe { activation.as_ref() })),
            // SAFETY: as above.
            Place::Waiting(suspended) => unsafe { suspended.as_ref() }.window(),
            Place::Ended => None,
        }
    }

    /// The call, while it runs.
    pub(super) fn activation(&self) -> Option<&Activation> {
        match self.place.get() {
            // SAFETY: by the invariant of `Place` it is alive, and it says so before it ends; nobody keeps the borrow
            // while the call goes on.
            Place::Running(activation) => Some(unsafe { activation.as_ref() }),
            Place::Waiting(_) | Place::Ended => None,
        }
    }

    /// What a local's register holds.
    pub fn get(&self, register: usize) -> Option<Value> {
        if register >= self.code.code.nlocals() {
            return None;
        }
        match self.window() {
            Some(window) => window.get(register as u16).cloned(),
            None => self.locals.borrow().get(register).cloned().flatten(),
        }
    }

    /// The word of the instruction that runs, or ran last.
    pub fn word(&self) -> usize {
        match self.place.get() {
            // SAFETY: by the invariants of `Place` both are alive.
            Place::Running(activation) => unsafe { activation.as_ref() }.word(),
            // SAFETY: as above.
            Place::Waiting(suspended) => unsafe { suspended.as_ref() }.word(),
            Place::Ended => self.word.get(),
        }
    }

    /// The frame of who called.
    pub fn back(&self, gil: Gil<'_>) -> Option<Ref<Frame>> {
        match self.place.get() {
            Place::Running(activation) => {
                // SAFETY: by the invariant of `Place` it is alive.
                let activation = unsafe { activation.as_ref() };
                let own = state(gil).caller_of(activation);
                own.or_else(|| threads::caller_of(gil, activation)).map(|caller| of(gil, caller))
            }
            Place::Waiting(_) => None,
            Place::Ended => self.back.borrow().clone(),
        }
    }

    /// The source line of the instruction that runs.
    pub fn line(&self) -> u32 {
        // SAFETY: by the invariants of `Place` it is alive.
        if let Place::Waiting(suspended) = self.place.get()
            && unsafe { suspended.as_ref() }.is_new()
        {
            return self.code.code.first_line;
        }
        self.code.code.position_at(self.word() as u32).line
    }

    fn is_optimized(&self) -> bool {
        self.code.code.flags & crate::code::object::flags::OPTIMIZED != 0
    }

    /// The variables of inlined comprehensions that run here, innermost last.
    fn hidden(&self) -> impl DoubleEndedIterator<Item = &Hidden> {
        let word = self.word() as u32;
        self.code.code.hidden.iter().filter(move |hidden| hidden.start <= word && word < hidden.end)
    }

    /// The register of a variable, and whether it is a cell's.
    fn place_of(&self, name: &Text) -> Option<usize> {
        let hidden = self.hidden().rev().find(|hidden| hidden.name.as_bytes() == name.bytes());
        if let Some(hidden) = hidden {
            return Some(hidden.register.into());
        }
        let kinds = &self.code.code.local_kinds;
        let is_it = |(place, known): (usize, &Ref<Text>)| {
            known.bytes() == name.bytes() && kinds.get(place).is_some_and(|kind| kind & 4 == 0)
        };
        self.is_optimized().then(|| self.code.local_names.iter().enumerate().position(is_it)).flatten()
    }

    fn held(&self, place: usize) -> Option<Value> {
        let value = self.get(place)?;
        let kind = self.code.code.local_kinds.get(place).copied().unwrap_or(0);
        match value.downcast::<Variable>().filter(|_| kind != 0) {
            Some(cell) => cell.get(),
            None => Some(value),
        }
    }

    /// What a variable is bound to.
    pub fn variable(&self, name: &Text) -> Option<Value> {
        self.held(self.place_of(name)?)
    }

    /// Is there such a variable, bound or not?
    pub fn has_variable(&self, name: &Text) -> bool {
        self.place_of(name).is_some()
    }

    /// The names of all variables.
    pub fn variables(&self, gil: Gil<'_>) -> Vec<Ref<Text>> {
        let own = if self.is_optimized() { &self.code.local_names[..] } else { &[] };
        own.iter().cloned().chain(self.hidden().map(|hidden| intern(gil, &hidden.name))).collect()
    }

    /// Binds a variable, if there is one of this name.
    pub fn set_variable(&self, name: &Text, new: &Value) {
        let Some(place) = self.place_of(name) else { return };
        let kind = self.code.code.local_kinds.get(place).copied().unwrap_or(0);
        let old = self.get(place);
        if let Some(cell) = old.as_ref().and_then(|old| old.downcast::<Variable>()).filter(|_| kind != 0) {
            cell.set(Some(new.clone()));
            return;
        }
        match self.window() {
            Some(window) => {
                self.retired.borrow_mut().extend(old.clone());
                window.put(place as u16, new.clone());
            }
            None => {
                let mut locals = self.locals.borrow_mut();
                if locals.len() <= place {
                    locals.resize(place + 1, None);
                }
                locals[place] = Some(new.clone());
            }
        }
        drop(old);
    }

    /// What was written to `f_locals` beside the variables, if anything.
    pub fn more_locals(&self, _gil: Gil<'_>) -> Option<Value> {
        self.more.borrow().clone()
    }

    /// The dict for it.
    pub fn own_more_locals(&self, gil: Gil<'_>) -> Value {
        self.more.borrow_mut().get_or_insert_with(|| new_namespace(gil)).clone()
    }

    /// The names and values of what is bound: locals, and the contents of cells.
    pub fn bound(&self) -> Vec<(Ref<Text>, Value)> {
        let mut found = Vec::new();
        if self.is_optimized() {
            for (place, name) in self.code.local_names.iter().enumerate() {
                let kind = self.code.code.local_kinds.get(place).copied().unwrap_or(0);
                if kind & 4 == 0 {
                    found.extend(self.held(place).map(|value| (name.clone(), value)));
                }
            }
        }
        found
    }

    /// A new dict of the variables, and of what was written beside them.
    fn snapshot(&self, gil: Gil<'_>) -> Result<Value> {
        let dict = Ref::new(gil, Dict::new());
        let hidden = self.hidden().filter_map(|hidden| {
            self.held(hidden.register.into()).map(|value| (intern(gil, &hidden.name), value))
        });
        for (name, value) in self.bound().into_iter().chain(hidden) {
            let old = dict.table.borrow_mut().set_text(&name, value);
            drop(old);
        }
        let more = self.more.borrow().as_ref().and_then(|more| more.downcast::<Dict>()).cloned();
        for (key, value) in more.as_ref().map(dict::entries).unwrap_or_default() {
            operations::set_item(gil, dict.as_value(), &key, Some(value))?;
        }
        Ok(dict.into_value())
    }

    fn has_own_variables(&self) -> bool {
        self.is_optimized() || self.hidden().next().is_some()
    }

    /// `locals()`: the namespace itself, or a new dict of a function's locals.
    pub fn locals_mapping(&self, gil: Gil<'_>) -> Result<Value> {
        if self.has_own_variables() {
            return self.snapshot(gil);
        }
        Ok(self.namespace.clone().unwrap_or_else(|| self.globals.to_value()))
    }

    /// The frame's own trace function.
    pub fn trace(&self) -> Option<Value> {
        self.marks.trace()
    }

    /// Changes it.
    pub fn set_trace(&self, function: Option<Value>) {
        self.marks.set_trace(function);
    }
}

fn locals_of(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let frame = this(value);
    if frame.has_own_variables() {
        return Ok(locals::of(gil, frame));
    }
    frame.locals_mapping(gil)
}

fn set_trace(gil: Gil<'_>, value: &Value, function: Option<Value>) -> Result<()> {
    let frame = this(value);
    frame.set_trace(function.filter(|function| !function.is_none()));
    frame.marks.stand_at(frame.line(), frame.word());
    trace::begin_here(gil);
    Ok(())
}

fn set_trace_lines(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    set_switch(gil, &this(value).marks.lines, new)
}

fn set_trace_opcodes(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    set_switch(gil, &this(value).marks.opcodes, new)
}

fn set_switch(gil: Gil<'_>, switch: &Cell<bool>, new: Option<Value>) -> Result<()> {
    match new {
        Some(new) if new.is(&Value::TRUE) || new.is(&Value::FALSE) => {
            switch.set(new.is(&Value::TRUE));
            Ok(())
        }
        Some(_) => Err(type_error(gil, "attribute value type must be bool")),
        None => Err(type_error(gil, "can't delete numeric/char attribute")),
    }
}

fn this(value: &Value) -> &Ref<Frame> {
    match value.downcast::<Frame>() {
        Some(frame) => frame,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn back(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(this(value).back(gil).map_or(Value::NONE, Ref::into_value))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let frame = this(value);
    let (file, line, name) = (frame.code.filename.lossy(), frame.line(), frame.code.name.lossy());
    let address = crate::types::object::address(value);
    let text = format!("<frame at {address:#x}, file '{file}', line {line}, code {name}>");
    Ok(Ref::text(gil, &text).into_value())
}

fn clear(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, "frame.clear")?;
    let frame = this(&arguments.values[0]);
    match frame.place.get() {
        Place::Running(_) => return Err(runtime_error(gil, "cannot clear an executing frame")),
        Place::Waiting(suspended) => {
            // SAFETY: by the invariant of `Place` it is alive; the frame's owner keeps the generator or ends it here.
            if !unsafe { suspended.as_ref() }.end_unbegun() {
                return Err(runtime_error(gil, "cannot clear a suspended frame"));
            }
        }
        Place::Ended => {}
    }
    let old = (frame.locals.take(), frame.more.take(), frame.retired.take());
    drop(old);
    frame.set_trace(None);
    Ok(Value::NONE)
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "frame",
    module: "builtins",
    signature: "",
    doc: "",
    base: None,
    layout: Frame::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { repr: Some(repr), ..SlotTable::EMPTY },
    methods: &[Function::new("clear", "($self, /)", "Clear all references held by the frame.", clear)],
    attributes: &[
        Attribute::read_only("f_back", "", back),
        Attribute::read_only("f_code", "", |_, value| Ok(this(value).code.to_value())),
        Attribute::read_only("f_globals", "", |_, value| Ok(this(value).globals.to_value())),
        Attribute::read_only("f_builtins", "", |_, value| Ok(this(value).builtins.to_value())),
        Attribute::read_only("f_locals", "", locals_of),
        Attribute {
            name: "f_lineno",
            doc: "",
            get: |gil, value| Ok(trace::frame_line(gil, this(value))),
            set: Some(|gil, value, new| jump::set_line(gil, this(value), new)),
        },
        Attribute::read_only("f_lasti", "", |gil, value| {
            Ok(int::from_i64(gil, 2 * this(value).word() as i64))
        }),
        Attribute {
            name: "f_trace",
            doc: "",
            get: |gil, value| Ok(trace::frame_trace(gil, this(value))),
            set: Some(set_trace),
        },
        Attribute {
            name: "f_trace_lines",
            doc: "",
            get: |_, value| Ok(Value::bool(this(value).marks.lines.get())),
            set: Some(set_trace_lines),
        },
        Attribute {
            name: "f_trace_opcodes",
            doc: "",
            get: |_, value| Ok(Value::bool(this(value).marks.opcodes.get())),
            set: Some(set_trace_opcodes),
        },
    ],
};

/// The type of `f_locals`.
pub static LOCALS: &TypeSpec = &locals::SPEC;

/// A new dict for a namespace.
pub fn new_namespace(gil: Gil<'_>) -> Value {
    dict::of(gil, crate::object::Table::new())
}
