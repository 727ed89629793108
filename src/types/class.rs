//! `type`: calling classes, their attributes, and what a class statement makes.
//!
//! - `making`: `type(name, bases, namespace)`;
//! - `order`: the order of resolution, the best base, layout conflicts;
//! - `places`: `__slots__`;
//! - `properties`: `__name__`, `__bases__`, `__dict__` and the like.

pub mod making;
pub mod order;
pub mod places;
mod properties;

use super::slots::{self, names::Name};
use super::{list, object, union};
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::slots::{OPERATORS, SlotTable};
use crate::object::{Arguments, Operator, Payload, Raised, Ref, Result, Storage, Text, Value, operations};

/// The type `type`.
pub fn class(gil: Gil<'_>) -> &Ref<Type> {
    Type::layout().exact.get(gil).class()
}

/// `module.qualname`, the module left out where it is builtins.
pub fn full_name(gil: Gil<'_>, class: &Ref<Type>) -> String {
    let name = class.qualified_name();
    match properties::module_of(gil, class) {
        Some(module) if module.bytes() != b"builtins" => format!("{}.{name}", module.lossy()),
        _ => name.to_string(),
    }
}

/// The same for messages, where the module of a program's own classes is left out too.
pub fn told_name(gil: Gil<'_>, class: &Ref<Type>) -> String {
    let name = full_name(gil, class);
    name.strip_prefix("__main__.").map(str::to_owned).unwrap_or(name)
}

/// Has messages name a class with its module.
pub fn tell_module(gil: Gil<'_>, class: &Ref<Type>) {
    if let Some(module) = properties::module_of(gil, class) {
        class.tell_module(&module.lossy());
    }
}

/// The arguments of `new` of a built-in type: keywords are for the `__init__` of a subclass, if it has one.
pub fn for_new<'a>(class: &Ref<Type>, builtin: &Ref<Type>, arguments: Arguments<'a>) -> Arguments<'a> {
    let address = |class: &Ref<Type>| class.slots.init.get().map(|slot| slot as *const ());
    let same = class.is(builtin) || address(class) == address(builtin);
    if same { arguments } else { Arguments::positional(arguments.positionals()) }
}

/// The arguments of `init` of a built-in type: keywords are for the `__new__` of a subclass, if it has one.
pub fn for_init<'a>(class: &Ref<Type>, builtin: &Ref<Type>, arguments: Arguments<'a>) -> Arguments<'a> {
    let address = |class: &Ref<Type>| class.slots.new.get().map(|slot| slot as *const ());
    let same = class.is(builtin) || address(class) == address(builtin);
    if same { arguments } else { Arguments::positional(arguments.positionals()) }
}

/// Makes an instance: `__new__`, then `__init__` if it is one.
pub fn call(gil: Gil<'_>, callable: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let Some(class) = callable.downcast::<Type>() else { return Err(not_a_type(gil, callable)) };
    if class.is(self::class(gil)) && arguments.values.len() == 1 && arguments.names.is_empty() {
        return Ok(arguments.values[0].class(gil).to_value());
    }
    instantiate(gil, class, arguments)
}

/// As [`call`], of any class but `type` with one argument.
pub fn instantiate(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let Some(new) = class.slots.new.get().filter(|_| !class.has(flags::NO_INSTANCES)) else {
        return Err(type_error(gil, format!("cannot create '{}' instances", class.name())));
    };
    let instance = new(gil, class, arguments)?;
    if instance.class(gil).is_subtype(class)
        && let Some(init) = instance.class(gil).slots.init.get()
    {
        init(gil, &instance, arguments)?;
    }
    Ok(instance)
}

#[cold]
fn not_a_type(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'type' object but received a '{name}'"))
}

fn new(gil: Gil<'_>, meta: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let positional = arguments.positionals();
    if meta.is(class(gil)) && positional.len() == 1 {
        if !arguments.names.is_empty() {
            return Err(type_error(gil, "type() takes 1 or 3 arguments"));
        }
        return Ok(positional[0].class(gil).to_value());
    }
    let [name, bases, namespace] = positional else {
        if meta.is(class(gil)) {
            return Err(type_error(gil, "type() takes 1 or 3 arguments"));
        }
        let message = format!("type.__new__() takes exactly 3 arguments ({} given)", positional.len());
        return Err(type_error(gil, message));
    };
    making::make(gil, meta, name, bases, namespace, arguments)
}

fn init(gil: Gil<'_>, _class: &Value, arguments: Arguments<'_>) -> Result<()> {
    match (arguments.positionals().len(), arguments.names.len()) {
        (1, 1..) => Err(type_error(gil, "type.__init__() takes no keyword arguments")),
        (1 | 3, _) => Ok(()),
        _ => Err(type_error(gil, "type.__init__() takes 1 or 3 arguments")),
    }
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let Some(class) = value.downcast::<Type>() else { return Err(not_a_type(gil, value)) };
    Ok(Ref::text(gil, &format!("<class '{}'>", full_name(gil, class))).into_value())
}

/// `type.__getattribute__`: data descriptors of the metatype, the class and its bases, the metatype's other attributes.
pub fn get_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Value> {
    let Some(class) = value.downcast::<Type>() else { return object::get_attribute(gil, value, name) };
    let meta = value.class(gil);
    let of_meta = meta.lookup(name);
    let get_of_meta = of_meta.as_ref().and_then(|found| {
        let slots = &found.class(gil).slots;
        slots.descriptor_get.get().map(|get| (get, slots.descriptor_set.get().is_some()))
    });
    if let (Some(found), Some((get, true))) = (&of_meta, get_of_meta) {
        return get(gil, found, Some(value), meta.as_value());
    }
    if let Some(found) = class.lookup(name) {
        return match found.class(gil).slots.descriptor_get.get() {
            Some(get) => get(gil, &found, None, value),
            None => Ok(found),
        };
    }
    match (of_meta, get_of_meta) {
        (Some(found), Some((get, _))) => get(gil, &found, Some(value), meta.as_value()),
        (Some(found), None) => Ok(found),
        (None, _) => Err(operations::no_attribute(gil, value, name)),
    }
}

/// `type.__setattr__` and `type.__delattr__`.
pub fn set_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>, new: Option<Value>) -> Result<()> {
    let Some(class) = value.downcast::<Type>() else { return object::set_attribute(gil, value, name, new) };
    if !class.has(flags::HEAP) || class.has(flags::IMMUTABLE) {
        let (shown, class) = (name.lossy(), class.name());
        return Err(type_error(gil, format!("cannot set '{shown}' attribute of immutable type '{class}'")));
    }
    if let Some(found) = value.class(gil).lookup(name)
        && let Some(set) = found.class(gil).slots.descriptor_set.get()
    {
        return set(gil, &found, value, new);
    }
    if !class.set_entry(gil, name, new) {
        return Err(operations::no_attribute(gil, value, name));
    }
    slots::attribute_changed(gil, class, name);
    Ok(())
}

fn mro(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "mro")?;
    let Some(class) = value.downcast::<Type>() else { return Err(not_a_type(gil, value)) };
    let order = order::linearize(gil, class, &class.bases.borrow().clone())?;
    Ok(list::of(gil, order.into_iter().map(Ref::into_value).collect()))
}

fn subclasses(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__subclasses__")?;
    let Some(class) = value.downcast::<Type>() else { return Err(not_a_type(gil, value)) };
    Ok(list::of(gil, class.subclasses().into_iter().map(Ref::into_value).collect()))
}

fn prepare(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(super::dict::of(gil, crate::object::Table::new()))
}

fn instance_check(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [class, value] = arguments.method(gil, "__instancecheck__")?;
    is_instance(gil, value, class).map(Value::bool)
}

fn subclass_check(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [class, value] = arguments.method(gil, "__subclasscheck__")?;
    is_subclass(gil, value, class).map(Value::bool)
}

/// Is it an instance of a class, by its type or by what it says its `__class__` is? No `__instancecheck__` is asked.
pub fn is_instance(gil: Gil<'_>, value: &Value, class: &Value) -> Result<bool> {
    if let Some(class) = class.downcast::<Type>() {
        if value.class(gil).is_subtype(class) {
            return Ok(true);
        }
        let said = operations::find_attribute(gil, value, Name::Class.text(gil))?;
        let said = said.as_ref().and_then(Value::downcast::<Type>);
        return Ok(said.is_some_and(|said| said.is_subtype(class)));
    }
    if bases_of(gil, class)?.is_none() {
        let message = "isinstance() arg 2 must be a type, a tuple of types, or a union";
        return Err(type_error(gil, message));
    }
    match operations::find_attribute(gil, value, Name::Class.text(gil))? {
        Some(said) => derives(gil, &said, class),
        None => Ok(false),
    }
}

/// Is it derived from a class? No `__subclasscheck__` is asked.
pub fn is_subclass(gil: Gil<'_>, value: &Value, class: &Value) -> Result<bool> {
    if let (Some(value), Some(class)) = (value.downcast::<Type>(), class.downcast::<Type>()) {
        return Ok(value.is_subtype(class));
    }
    if bases_of(gil, value)?.is_none() {
        return Err(type_error(gil, "issubclass() arg 1 must be a class"));
    }
    if bases_of(gil, class)?.is_none() {
        let message = "issubclass() arg 2 must be a class, a tuple of classes, or a union";
        return Err(type_error(gil, message));
    }
    derives(gil, value, class)
}

/// `__bases__`, if that is a tuple.
fn bases_of(gil: Gil<'_>, value: &Value) -> Result<Option<Vec<Value>>> {
    let bases = operations::find_attribute(gil, value, Name::Bases.text(gil))?;
    Ok(bases.and_then(|bases| super::tuple::items_of(&bases)))
}

/// Is it reached along `__bases__`?
fn derives(gil: Gil<'_>, value: &Value, class: &Value) -> Result<bool> {
    crate::object::recursion::enter(gil)?;
    if value.is(class) {
        return Ok(true);
    }
    for base in bases_of(gil, value)?.unwrap_or_default() {
        if derives(gil, &base, class)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn dir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__dir__")?;
    let mut names = Vec::new();
    if let Some(class) = value.downcast::<Type>() {
        object::collect_class_names(class, &mut names);
    }
    object::distinct(gil, names)
}

fn size_of(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.method::<1>(gil, "__sizeof__")?;
    let size = std::mem::size_of::<Type>() + 16;
    Ok(super::int::from_i64(gil, size as i64))
}

const fn operators() -> [Option<crate::object::slots::Binary>; OPERATORS] {
    let mut table: [Option<crate::object::slots::Binary>; OPERATORS] = [None; OPERATORS];
    table[Operator::BitOr as usize] = Some(union::or);
    table
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "type",
    module: "builtins",
    signature: "",
    doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    base: None,
    layout: Type::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        repr: Some(repr),
        call: Some(call),
        get_attribute: Some(get_attribute),
        set_attribute: Some(set_attribute),
        new: Some(new),
        init: Some(init),
        binary: operators(),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("mro", "($self, /)", "Return a type's method resolution order.", mro),
        Function::new("__subclasses__", "($self, /)", "Return a list of immediate subclasses.", subclasses),
        Function::class("__prepare__", "", "Create the namespace for the class statement", prepare),
        Function::new(
            "__instancecheck__",
            "($self, instance, /)",
            "Check if an object is an instance.",
            instance_check,
        ),
        Function::new(
            "__subclasscheck__",
            "($self, subclass, /)",
            "Check if a class is a subclass.",
            subclass_check,
        ),
        Function::new("__dir__", "($self, /)", "Specialized __dir__ implementation for types.", dir),
        Function::new("__sizeof__", "($self, /)", "Return memory consumption of the type object.", size_of),
    ],
    attributes: properties::ATTRIBUTES,
};
