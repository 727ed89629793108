//! `builtin_function_or_method`: functions of native modules, and methods of built-in types with their object.

use super::descriptor::text_or_none;
use super::object;
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::slots::{New, SlotTable};
use crate::object::{
    Arguments, Comparison, Payload, Raised, Ref, Result, Storage, Text, Value, Visit, intern, operations,
};
use crate::payload;

/// The payload of `builtin_function_or_method`.
pub struct NativeFunction {
    pub function: &'static Function,
    /// The object of a method, passed first.
    pub bound: Option<Value>,
    /// `__self__` of a function of a module: the module. `__module__` is its name.
    pub module: Option<Ref<Text>>,
    /// The type that has it as a static method.
    pub owner: Option<Ref<Type>>,
}

impl Payload for NativeFunction {
    payload!(NativeFunction, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        if let Some(bound) = &self.bound {
            visit(bound);
        }
        if let Some(owner) = &self.owner {
            visit(owner.as_value());
        }
    }
}

impl NativeFunction {
    /// The object of a method. A function of a module that passes one on first keeps it to itself.
    fn receiver(&self) -> Option<&Value> {
        self.bound.as_ref().filter(|_| self.module.is_none())
    }

    /// The type whose instances it makes, if this is a built-in type's `__new__`.
    pub fn constructed_type(&self) -> Option<Ref<Type>> {
        let is_new = std::ptr::eq(self.function, &NEW);
        self.bound.as_ref().filter(|_| is_new)?.downcast::<Type>().cloned()
    }
}

/// A method with its object (or its class).
pub fn bound(gil: Gil<'_>, function: &'static Function, value: &Value) -> Value {
    Ref::new(gil, NativeFunction { function, bound: Some(value.clone()), module: None, owner: None })
        .into_value()
}

/// A function of a module.
pub fn of(gil: Gil<'_>, function: &'static Function, module: Option<&str>) -> Value {
    let module = module.map(|module| intern(gil, module));
    Ref::new(gil, NativeFunction { function, bound: None, module, owner: None }).into_value()
}

/// A function of a module that calls a function written in Python, but does not become a method in a class.
pub fn calling(gil: Gil<'_>, function: &'static Function, module: &str, callee: &Value) -> Value {
    let (bound, module) = (Some(callee.clone()), Some(intern(gil, module)));
    Ref::new(gil, NativeFunction { function, bound, module, owner: None }).into_value()
}

/// A static method of a type.
pub fn of_type(gil: Gil<'_>, function: &'static Function, owner: &Ref<Type>) -> Value {
    Ref::new(gil, NativeFunction { function, bound: None, module: None, owner: Some(owner.clone()) })
        .into_value()
}

/// `__new__` of a built-in type.
pub fn constructor(gil: Gil<'_>, class: &Ref<Type>) -> Value {
    bound(gil, &NEW, class.as_value())
}

static NEW: Function = Function::new(
    "__new__",
    "($type, *args, **kwargs)",
    "Create and return a new object.  See help(type) for accurate signature.",
    construct,
);

/// `T.__new__(C, ...)`: the type, then the class and the arguments.
fn construct(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let Some(owner) = arguments.values.first().and_then(|owner| owner.downcast::<Type>()) else {
        return Err(type_error(gil, "__new__() needs a type"));
    };
    let name = owner.name();
    let Some(asked) = arguments.positionals().get(1) else {
        return Err(type_error(gil, format!("{name}.__new__(): not enough arguments")));
    };
    let Some(class) = asked.downcast::<Type>() else {
        let got = asked.class(gil).name();
        return Err(type_error(gil, format!("{name}.__new__(X): X is not a type object ({got})")));
    };
    if !class.is_subtype(owner) {
        let class = class.name();
        return Err(type_error(gil, format!("{name}.__new__({class}): {class} is not a subtype of {name}")));
    }
    let rest = arguments.without_first().without_first();
    let own = owner.slots.new.get();
    let Some(new) = own else {
        return Err(type_error(gil, format!("cannot create '{name}' instances")));
    };
    let native = nearest_native(class);
    let same = |slot: New| std::ptr::fn_addr_eq(slot, new);
    if native.slots.new.get().is_some_and(|slot| !same(slot)) {
        let (class, native) = (class.name(), native.name());
        return Err(type_error(gil, format!("{name}.__new__({class}) is not safe, use {native}.__new__()")));
    }
    new(gil, class, rest)
}

/// The nearest built-in type in the line of `__base__`.
fn nearest_native(class: &Ref<Type>) -> Ref<Type> {
    let mut class = class.clone();
    while class.has(flags::HEAP) {
        let base = class.base.borrow().clone();
        match base {
            Some(base) => class = base,
            None => break,
        }
    }
    class
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<NativeFunction>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(
        gil,
        format!("descriptor requires a 'builtin_function_or_method' object but received a '{name}'"),
    )
}

/// Calls it.
pub fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let function = this(gil, value)?;
    let native = function.function.native;
    let Some(bound) = &function.bound else { return native(gil, arguments) };
    if arguments.values.is_empty() {
        return native(gil, Arguments::positional(std::slice::from_ref(bound)));
    }
    if let ([argument], []) = (arguments.values, arguments.names) {
        return native(gil, Arguments::positional(&[bound.clone(), argument.clone()]));
    }
    let values = super::slots::with_first(bound, arguments);
    native(gil, Arguments { values: &values, names: arguments.names })
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let function = this(gil, value)?;
    let name = function.function.name;
    let text = match function.receiver().or(function.owner.as_ref().map(Ref::as_value)) {
        None => format!("<built-in function {name}>"),
        Some(bound) => {
            let (class, address) = (bound.class(gil).name(), object::address(bound));
            format!("<built-in method {name} of {class} object at {address:#x}>")
        }
    };
    Ok(Ref::text(gil, &text).into_value())
}

fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(left), Some(right)) = (value.downcast::<NativeFunction>(), other.downcast::<NativeFunction>())
    else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let _ = gil;
    let same_object = match (&left.bound, &right.bound) {
        (Some(left), Some(right)) => left.is(right),
        (left, right) => left.is_none() && right.is_none(),
    };
    let same = same_object && std::ptr::eq(left.function, right.function);
    Ok(match comparison {
        Comparison::Equal => Value::bool(same),
        Comparison::NotEqual => Value::bool(!same),
        _ => Value::NOT_IMPLEMENTED,
    })
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let function = this(gil, value)?;
    let own = (std::ptr::from_ref(function.function).addr() >> 4) as i64;
    match &function.bound {
        Some(bound) => Ok(own ^ object::identity_hash(gil, bound)?),
        None => Ok(own),
    }
}

fn name(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(intern(gil, this(gil, value)?.function.name).into_value())
}

fn qualified_name(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let function = this(gil, value)?;
    let name = function.function.name;
    let text = match function.receiver() {
        None => function
            .owner
            .as_ref()
            .map_or(name.to_owned(), |owner| format!("{}.{name}", owner.qualified_name())),
        Some(bound) => match bound.downcast::<Type>() {
            Some(class) => format!("{}.{name}", class.qualified_name()),
            None => format!("{}.{name}", bound.class(gil).qualified_name()),
        },
    };
    Ok(Ref::text(gil, &text).into_value())
}

fn doc(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(text_or_none(gil, this(gil, value)?.function.doc))
}

fn signature(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(text_or_none(gil, this(gil, value)?.function.signature))
}

fn module(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(this(gil, value)?.module.as_ref().map_or(Value::NONE, Ref::to_value))
}

fn self_of(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let function = this(gil, value)?;
    if let Some(bound) = function.receiver() {
        return Ok(bound.clone());
    }
    match &function.module {
        // What calls a function written in Python may name a module that is not there by itself.
        Some(module) => super::module::import(gil, &module.lossy()).or_else(|raised| match &function.bound {
            Some(_) => Ok(Value::NONE),
            None => Err(raised),
        }),
        None => Ok(function.owner.as_ref().map_or(Value::NONE, Ref::to_value)),
    }
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let function = this(gil, value)?;
    let name = intern(gil, function.function.name);
    match function.receiver() {
        Some(bound) => super::method::reduced(gil, bound, &name),
        None => Ok(name.into_value()),
    }
}

/// Calls it by a value that is one: used where a callable's kind is known.
pub fn invoke(gil: Gil<'_>, function: &Ref<NativeFunction>, arguments: Arguments<'_>) -> Result<Value> {
    operations::call(gil, function.as_value(), arguments)
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "builtin_function_or_method",
    module: "builtins",
    signature: "",
    doc: "",
    base: None,
    layout: NativeFunction::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES | flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        repr: Some(repr),
        call: Some(call),
        compare: Some(compare),
        hash: Some(hash),
        ..SlotTable::EMPTY
    },
    methods: &[Function::new("__reduce__", "($self, /)", "", reduce)],
    attributes: &[
        Attribute::read_only("__name__", "", name),
        Attribute::read_only("__qualname__", "", qualified_name),
        Attribute::read_only("__doc__", "", doc),
        Attribute::read_only("__text_signature__", "", signature),
        Attribute::read_only("__self__", "", self_of),
        Attribute::read_only("__module__", "", module),
    ],
};
