//! `classmethod`: a function that gets the class as its first argument.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, TypeSpec};
use crate::object::raised::type_error;
use crate::object::slots::SlotTable;
use crate::object::{
    Arguments, Bits, Payload, Raised, Ref, Result, Storage, Value, Visit, attributes, intern, operations,
};
use crate::payload;

/// The payload of `classmethod`.
pub struct ClassMethod {
    function: RefCell<Value>,
}

impl Payload for ClassMethod {
    payload!(ClassMethod, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.function.borrow());
    }

    fn clear(&self) {
        drop(self.function.replace(Value::NONE));
    }
}

impl ClassMethod {
    /// The function.
    pub fn function(&self) -> Value {
        self.function.borrow().clone()
    }

    /// The word of the function, not counted anew.
    pub fn function_bits(&self) -> Bits {
        self.function.borrow().bits()
    }
}

/// The function as a class method.
pub fn of(gil: Gil<'_>, function: Value) -> Value {
    Ref::new(gil, ClassMethod { function: RefCell::new(function) }).into_value()
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<ClassMethod>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'classmethod' object but received a '{name}'"))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    let payload = ClassMethod { function: RefCell::new(Value::NONE) };
    Ok(Ref::with_shape(gil, class.root(), payload).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let [function] = arguments.between(gil, "classmethod", 1, 1)? else { return Ok(()) };
    drop(this(gil, value)?.function.replace(function.clone()));
    copy_description(gil, value, function)
}

/// Takes over what describes the function.
pub fn copy_description(gil: Gil<'_>, value: &Value, function: &Value) -> Result<()> {
    for name in ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"] {
        let name = intern(gil, name);
        if let Some(found) = operations::find_attribute(gil, function, &name)? {
            drop(attributes::set(gil, value, &name, found));
        }
    }
    Ok(())
}

/// Is a function marked as abstract?
pub fn is_abstract(gil: Gil<'_>, function: &Value) -> Result<bool> {
    match operations::find_named(gil, function, "__isabstractmethod__")? {
        Some(mark) => operations::truth(gil, &mark),
        None => Ok(false),
    }
}

fn get(gil: Gil<'_>, value: &Value, instance: Option<&Value>, class: &Value) -> Result<Value> {
    let class = match instance {
        Some(instance) if class.is_none() => instance.class(gil).to_value(),
        _ => class.clone(),
    };
    Ok(super::method::of(gil, this(gil, value)?.function(), class))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let function = operations::repr(gil, &this(gil, value)?.function())?;
    Ok(Ref::text(gil, &format!("<classmethod({})>", function.lossy())).into_value())
}

fn function(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(this(gil, value)?.function())
}

const DOC: &str = "classmethod(function) -> method\n\nConvert a function to be a class method.\n\nA class method receives the class as implicit first argument,\njust like an instance method receives the instance.\nTo declare a class method, use this idiom:\n\n  class C:\n      @classmethod\n      def f(cls, arg1, arg2, argN):\n          ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()).  The instance is ignored except for its class.\nIf a class method is called for a derived class, the derived class\nobject is passed as the implied first argument.\n\nClass methods are different than C++ or Java static methods.\nIf you want those, see the staticmethod builtin.";

pub static SPEC: TypeSpec = TypeSpec {
    name: "classmethod",
    module: "builtins",
    signature: "(function, /)",
    doc: DOC,
    base: None,
    layout: ClassMethod::layout,
    storage: Storage::Slots,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        descriptor_get: Some(get),
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
