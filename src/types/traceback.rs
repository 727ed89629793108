//! `traceback`: the calls that an exception has come through, outermost first. The machine makes them.

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::object::class::Type;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Raised, type_error, value_error};
use crate::object::slots::SlotTable;
use crate::object::{Arguments, Parameters, Payload, Ref, Result, Storage, Value, Visit, intern};
use crate::payload;

use super::{int, list};

/// The payload of `traceback`.
pub struct Traceback {
    /// `tb_next`: the call further in, a traceback or None.
    pub next: RefCell<Value>,
    /// `tb_frame`.
    pub frame: Value,
    /// `tb_lasti`: two for each word of code before the instruction that raised, as its users divide by two.
    pub instruction: i64,
    /// `tb_lineno`.
    pub line: Cell<i64>,
}

impl Payload for Traceback {
    payload!(Traceback, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.next.borrow());
        visit(&self.frame);
    }

    fn clear(&self) {
        let old = self.next.replace(Value::NONE);
        drop(old);
    }
}

impl Drop for Traceback {
    /// A chain as long as the recursion that failed is taken apart link by link.
    fn drop(&mut self) {
        let mut next = self.next.replace(Value::NONE);
        while let Some(link) = next.downcast::<Traceback>() {
            if link.header().count() > 1 {
                break;
            }
            let further = link.next.replace(Value::NONE);
            next = further;
        }
    }
}

/// A traceback.
pub fn of(gil: Gil<'_>, next: Value, frame: Value, instruction: i64, line: i64) -> Ref<Traceback> {
    Ref::new(gil, Traceback { next: next.into(), frame, instruction, line: Cell::new(line) })
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Traceback>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'traceback' object but received a '{name}'"))
}

static PARAMETERS: Parameters<4> = Parameters::new(["tb_next", "tb_frame", "tb_lasti", "tb_lineno"], 4);

fn new(gil: Gil<'_>, _class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let [next, frame, instruction, line] = arguments.bind(gil, "traceback", &PARAMETERS)?;
    let (Some(next), Some(frame)) = (next, frame) else { return Ok(Value::NONE) };
    let number = |value: Option<&Value>| {
        value.and_then(|value| value.bits().as_int()).ok_or_else(|| {
            let name = value.map_or_else(|| "NoneType".into(), |value| value.class(gil).name());
            type_error(gil, format!("'{name}' object cannot be interpreted as an integer"))
        })
    };
    if !next.is_none() && next.downcast::<Traceback>().is_none() {
        let name = next.class(gil).name();
        return Err(type_error(gil, format!("expected traceback object or None, got '{name}'")));
    }
    if &*frame.class(gil).name() != "frame" {
        let name = frame.class(gil).name();
        return Err(type_error(gil, format!("traceback() argument 'tb_frame' must be frame, not {name}")));
    }
    Ok(of(gil, next.clone(), frame.clone(), number(instruction)?, number(line)?).into_value())
}

fn set_next(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let Some(new) = new else { return Err(type_error(gil, "can't delete tb_next attribute")) };
    if !new.is_none() && new.downcast::<Traceback>().is_none() {
        let name = new.class(gil).name();
        return Err(type_error(gil, format!("expected traceback object, got '{name}'")));
    }
    let traceback = this(gil, value)?;
    let mut link = new.clone();
    while let Some(next) = link.clone().downcast::<Traceback>() {
        if next.is(traceback) {
            return Err(value_error(gil, "traceback loop detected"));
        }
        link = next.next.borrow().clone();
    }
    let old = traceback.next.replace(new);
    drop(old);
    Ok(())
}

fn dir(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    let names = ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"];
    Ok(list::of(gil, names.map(|name| intern(gil, name).into_value()).into()))
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "traceback",
    module: "builtins",
    signature: "(tb_next, tb_frame, tb_lasti, tb_lineno)",
    doc: "Create a new traceback object.",
    base: None,
    layout: Traceback::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { new: Some(new), ..SlotTable::EMPTY },
    methods: &[Function::new("__dir__", "", "", dir)],
    attributes: &[
        Attribute::read_only("tb_frame", "", |gil, value| Ok(this(gil, value)?.frame.clone())),
        Attribute {
            name: "tb_next",
            doc: "",
            get: |gil, value| Ok(this(gil, value)?.next.borrow().clone()),
            set: Some(set_next),
        },
        Attribute::read_only("tb_lasti", "", |gil, value| {
            Ok(int::from_i64(gil, this(gil, value)?.instruction))
        }),
        Attribute::read_only("tb_lineno", "", |gil, value| {
            Ok(int::from_i64(gil, this(gil, value)?.line.get()))
        }),
    ],
};
