//! `cell`: a variable that functions share.

use std::cell::RefCell;

use super::object;
use crate::gil::Gil;
use crate::object::class::Type;
use crate::object::native::{Attribute, TypeSpec};
use crate::object::raised::{Kind, Raised, type_error, value_error};
use crate::object::slots::SlotTable;
use crate::object::{Arguments, Comparison, Payload, Ref, Result, Storage, Value, Visit, operations};
use crate::payload;

/// The payload of `cell`.
#[derive(Default)]
pub struct Cell {
    pub contents: RefCell<Option<Value>>,
}

impl Payload for Cell {
    payload!(Cell, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.contents.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        self.set(None);
    }
}

impl Cell {
    /// A cell with or without contents.
    pub fn new(contents: Option<Value>) -> Cell {
        Cell { contents: RefCell::new(contents) }
    }

    /// The contents.
    #[inline]
    pub fn get(&self) -> Option<Value> {
        self.contents.borrow().clone()
    }

    /// Changes the contents.
    #[inline]
    pub fn set(&self, contents: Option<Value>) {
        let old = self.contents.replace(contents);
        drop(old);
    }
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Cell>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'cell' object but received a '{name}'"))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let contents = arguments.between(gil, "cell", 0, 1)?.first().cloned();
    Ok(Ref::with_shape(gil, class.root(), Cell::new(contents)).into_value())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let address = object::address(value);
    let text = match this(gil, value)?.get() {
        None => format!("<cell at {address:#x}: empty>"),
        Some(contents) => {
            let name = contents.class(gil).name();
            format!("<cell at {address:#x}: {name} object at {:#x}>", object::address(&contents))
        }
    };
    Ok(Ref::text(gil, &text).into_value())
}

fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(left), Some(right)) = (value.downcast::<Cell>(), other.downcast::<Cell>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    match (left.get(), right.get()) {
        (Some(left), Some(right)) => operations::compare(gil, comparison, &left, &right),
        (left, right) => Ok(Value::bool(comparison.holds(left.is_some().cmp(&right.is_some())))),
    }
}

fn contents(gil: Gil<'_>, value: &Value) -> Result<Value> {
    this(gil, value)?.get().ok_or_else(|| value_error(gil, "Cell is empty"))
}

fn set_contents(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    this(gil, value)?.set(new);
    Ok(())
}

/// The NameError of an empty cell of this variable.
#[cold]
pub fn unbound(gil: Gil<'_>, name: &str) -> Raised {
    let message = format!(
        "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
    );
    Raised::with_message(gil, Kind::NameError, &message)
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "cell",
    module: "builtins",
    signature: "",
    doc: "Create a new cell object.\n\n  contents\n    the contents of the cell. If not specified, the cell will be empty,\n    and \nfurther attempts to access its cell_contents attribute will\n    raise a ValueError.",
    base: None,
    layout: Cell::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { new: Some(new), repr: Some(repr), compare: Some(compare), ..SlotTable::EMPTY },
    methods: &[],
    attributes: &[Attribute { name: "cell_contents", doc: "", get: contents, set: Some(set_contents) }],
};
