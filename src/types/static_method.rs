//! `staticmethod`: a function of a class that gets neither instance nor class.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, TypeSpec};
use crate::object::raised::type_error;
use crate::object::slots::SlotTable;
use crate::object::{Arguments, Payload, Raised, Ref, Result, Storage, Value, Visit, operations};
use crate::payload;

/// The payload of `staticmethod`.
pub struct StaticMethod {
    function: RefCell<Value>,
}

impl Payload for StaticMethod {
    payload!(StaticMethod, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.function.borrow());
    }

    fn clear(&self) {
        drop(self.function.replace(Value::NONE));
    }
}

impl StaticMethod {
    /// The function.
    pub fn function(&self) -> Value {
        self.function.borrow().clone()
    }
}

/// The function as a static method.
pub fn of(gil: Gil<'_>, function: Value) -> Value {
    Ref::new(gil, StaticMethod { function: RefCell::new(function) }).into_value()
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<StaticMethod>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'staticmethod' object but received a '{name}'"))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    let payload = StaticMethod { function: RefCell::new(Value::NONE) };
    Ok(Ref::with_shape(gil, class.root(), payload).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let [function] = arguments.between(gil, "staticmethod", 1, 1)? else { return Ok(()) };
    drop(this(gil, value)?.function.replace(function.clone()));
    super::class_method::copy_description(gil, value, function)
}

fn get(gil: Gil<'_>, value: &Value, _instance: Option<&Value>, _class: &Value) -> Result<Value> {
    Ok(this(gil, value)?.function())
}

fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    operations::call(gil, &this(gil, value)?.function(), arguments)
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let function = operations::repr(gil, &this(gil, value)?.function())?;
    Ok(Ref::text(gil, &format!("<staticmethod({})>", function.lossy())).into_value())
}

fn function(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(this(gil, value)?.function())
}

const DOC: &str = "staticmethod(function) -> method\n\nConvert a function to be a static method.\n\nA static method does not receive an implicit first argument.\nTo declare a static method, use this idiom:\n\n     class C:\n         @staticmethod\n         def f(arg1, arg2, argN):\n             ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()). Both the class and the instance are ignored, and\nneither is passed implicitly as the first argument to the method.\n\nStatic methods in Python are similar to those found in Java or C++.\nFor a more advanced concept, see the classmethod builtin.";

pub static SPEC: TypeSpec = TypeSpec {
    name: "staticmethod",
    module: "builtins",
    signature: "(function, /)",
    doc: DOC,
    base: None,
    layout: StaticMethod::layout,
    storage: Storage::Slots,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        descriptor_get: Some(get),
        call: Some(call),
        ..SlotTable::EMPTY
    },
    methods: &[],
    attributes: &[
        Attribute::read_only("__func__", "", function),
        Attribute::read_only("__wrapped__", "", function),
        Attribute::read_only("__isabstractmethod__", "", |gil, value| {
            super::class_method::is_abstract(gil, &this(gil, value)?.function()).map(Value::bool)
        }),
        super::descriptor::DICT_ROW,
    ],
};
