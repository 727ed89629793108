//! Built-in functions that ask objects about attributes and types.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::{Function, Native};
use crate::object::raised::{recursion_error, type_error};
use crate::object::slots::GetAttribute;
use crate::object::{Arguments, Ref, Result, Text, Type, Value, intern, operations, text};
use crate::types::object;
use crate::types::slots::names::Name;
use crate::types::tuple::Tuple;

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new(
        "getattr",
        "",
        "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.",
        getattr,
    ),
    Function::new(
        "setattr",
        "($module, obj, name, value, /)",
        "Sets the named attribute on the given object to the specified value.",
        setattr,
    ),
    Function::new(
        "hasattr",
        "($module, obj, name, /)",
        "Return whether the object has an attribute with the given name.",
        hasattr,
    ),
    Function::new(
        "delattr",
        "($module, obj, name, /)",
        "Deletes the named attribute from the given object.",
        delattr,
    ),
    Function::new(
        "callable",
        "($module, obj, /)",
        "Return whether the object is callable (i.e., some kind of function).",
        callable,
    ),
    Function::new("id", "($module, obj, /)", "Return the identity of an object.", id),
    Function::new("hash", "($module, obj, /)", "Return the hash value for the given object.", hash),
    Function::new("dir", "", "dir([object]) -> list of strings", dir),
    Function::new("vars", "", "vars([object]) -> dictionary", vars),
    Function::new(
        "isinstance",
        "($module, obj, class_or_tuple, /)",
        "Return whether an object is an instance of a class or of a subclass thereof.",
        isinstance,
    ),
    Function::new(
        "issubclass",
        "($module, cls, class_or_tuple, /)",
        "Return whether 'cls' is derived from another class or is the same class.",
        issubclass,
    ),
];

/// An attribute's name, interned.
fn name_of(gil: Gil<'_>, name: &Value) -> Result<Ref<Text>> {
    match name.downcast::<Text>() {
        Some(name) => Ok(text::intern_text(gil, name)),
        None => {
            let class = name.class(gil).name();
            Err(type_error(gil, format!("attribute name must be string, not '{class}'")))
        }
    }
}

fn getattr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "getattr", 2, 3)?;
    let name = name_of(gil, &given[1])?;
    match given.get(2) {
        None => operations::get_attribute(gil, &given[0], &name),
        Some(default) => Ok(object::find(gil, &given[0], &name)?.unwrap_or_else(|| default.clone())),
    }
}

fn setattr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object, name, value] = arguments.exactly::<3>(gil, "setattr")?;
    operations::set_attribute(gil, object, &name_of(gil, name)?, Some(value.clone()))?;
    Ok(Value::NONE)
}

fn hasattr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, name] = arguments.exactly::<2>(gil, "hasattr")?;
    let found = object::find(gil, value, &name_of(gil, name)?)?;
    Ok(Value::bool(found.is_some()))
}

fn delattr(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object, name] = arguments.exactly::<2>(gil, "delattr")?;
    operations::set_attribute(gil, object, &name_of(gil, name)?, None)?;
    Ok(Value::NONE)
}

fn callable(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "callable")?;
    Ok(Value::bool(object.class(gil).slots.call.get().is_some()))
}

fn id(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "id")?;
    Ok(convert::identity(gil, object))
}

fn hash(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "hash")?;
    Ok(convert::int(gil, operations::hash(gil, object)?))
}

fn dir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "dir", 0, 1)?;
    let names = match given.first() {
        Some(object) => match operations::call_special(gil, object, "__dir__", &[])? {
            Some(names) => operations::collect(gil, &names)?,
            None => return Err(type_error(gil, "object does not provide __dir__")),
        },
        None => {
            let locals = super::code::current_locals(gil)?;
            let keys = operations::call_method(gil, &locals, "keys", &[])?;
            operations::collect(gil, &keys)?
        }
    };
    super::iteration::sorted_list(gil, names, &[])
}

fn vars(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "vars", 0, 1)?;
    let Some(object) = given.first() else { return super::code::current_locals(gil) };
    let found = operations::find_named(gil, object, "__dict__")?;
    found.ok_or_else(|| type_error(gil, "vars() argument must have __dict__ attribute"))
}

/// How the machine knows the function.
pub const IS_INSTANCE: Native = isinstance;

fn isinstance(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object, class] = arguments.exactly::<2>(gil, "isinstance")?;
    Ok(Value::bool(is_instance(gil, object, class)?))
}

fn issubclass(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [class, other] = arguments.exactly::<2>(gil, "issubclass")?;
    Ok(Value::bool(is_subclass(gil, class, other)?))
}

/// Is the metatype `type` itself, so that it has no `__instancecheck__` of its own?
fn is_plain(gil: Gil<'_>, class: &Value) -> bool {
    class.is_exact::<Type>(gil)
}

/// So deep tuples of classes may nest; deeper ones would take long before the stack ends.
const MOST_NESTED: u32 = 10_000;

/// `isinstance(object, class)`.
pub fn is_instance(gil: Gil<'_>, object: &Value, class: &Value) -> Result<bool> {
    nested_instance(gil, object, class, 0)
}

fn nested_instance(gil: Gil<'_>, object: &Value, class: &Value, depth: u32) -> Result<bool> {
    if object.class(gil).as_value().is(class) {
        return Ok(true);
    }
    if is_plain(gil, class) {
        return plain_instance(gil, object, class);
    }
    if let Some(classes) = class.downcast::<Tuple>() {
        if depth == MOST_NESTED {
            return Err(too_deep(gil, "__instancecheck__"));
        }
        crate::object::recursion::enter(gil).map_err(|_| too_deep(gil, "__instancecheck__"))?;
        for class in &classes.items {
            if nested_instance(gil, object, class, depth + 1)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    match operations::call_special(gil, class, "__instancecheck__", std::slice::from_ref(object))? {
        Some(answer) => operations::truth(gil, &answer),
        None => plain_instance(gil, object, class),
    }
}

fn too_deep(gil: Gil<'_>, what: &str) -> crate::object::Raised {
    recursion_error(gil, format!("maximum recursion depth exceeded in {what}"))
}

/// `isinstance(object, class)` for a class whose metaclass is `type`, where the types alone tell; None otherwise.
pub fn is_plainly_instance(gil: Gil<'_>, object: &Value, class: &Value) -> Option<bool> {
    let class = class.downcast::<Type>().filter(|_| is_plain(gil, class))?;
    if object.class(gil).is_subtype(class) {
        return Some(true);
    }
    says_its_class(gil, object).then_some(false)
}

/// Is the `__class__` of an object its type, since nobody has overridden it?
fn says_its_class(gil: Gil<'_>, object: &Value) -> bool {
    let (class, name) = (object.class(gil), Name::Class.text(gil));
    let plainly: GetAttribute = object::get_attribute;
    class.slots.get_attribute.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, plainly))
        && match (class.lookup(name), object::class(gil).lookup(name)) {
            (Some(own), Some(of_object)) => own.is(&of_object),
            _ => false,
        }
}

/// What `type.__instancecheck__` does: by the real type, then by what the object says is its class.
pub fn plain_instance(gil: Gil<'_>, object: &Value, class: &Value) -> Result<bool> {
    let said = |gil| operations::find_named(gil, object, "__class__");
    if let Some(class) = class.downcast::<Type>() {
        if object.class(gil).is_subtype(class) {
            return Ok(true);
        }
        // Only a class that overrides `__class__` can say something else.
        if says_its_class(gil, object) {
            return Ok(false);
        }
        let Some(said) = said(gil)? else { return Ok(false) };
        return Ok(said
            .downcast::<Type>()
            .is_some_and(|said| !said.is(object.class(gil)) && said.is_subtype(class)));
    }
    let message = "isinstance() arg 2 must be a type, a tuple of types, or a union";
    check_class(gil, class, message)?;
    match said(gil)? {
        Some(said) => derives(gil, &said, class),
        None => Ok(false),
    }
}

/// `issubclass(class, other)`.
pub fn is_subclass(gil: Gil<'_>, class: &Value, other: &Value) -> Result<bool> {
    nested_subclass(gil, class, other, 0)
}

fn nested_subclass(gil: Gil<'_>, class: &Value, other: &Value, depth: u32) -> Result<bool> {
    if is_plain(gil, other) {
        if class.is(other) {
            return Ok(true);
        }
        return plain_subclass(gil, class, other);
    }
    if let Some(others) = other.downcast::<Tuple>() {
        if depth == MOST_NESTED {
            return Err(too_deep(gil, "__subclasscheck__"));
        }
        crate::object::recursion::enter(gil).map_err(|_| too_deep(gil, "__subclasscheck__"))?;
        for other in &others.items {
            if nested_subclass(gil, class, other, depth + 1)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    match operations::call_special(gil, other, "__subclasscheck__", std::slice::from_ref(class))? {
        Some(answer) => operations::truth(gil, &answer),
        None => plain_subclass(gil, class, other),
    }
}

/// What `type.__subclasscheck__` does.
pub fn plain_subclass(gil: Gil<'_>, class: &Value, other: &Value) -> Result<bool> {
    if let (Some(class), Some(other)) = (class.downcast::<Type>(), other.downcast::<Type>()) {
        return Ok(class.is_subtype(other));
    }
    check_class(gil, class, "issubclass() arg 1 must be a class")?;
    check_class(gil, other, "issubclass() arg 2 must be a class, a tuple of classes, or a union")?;
    derives(gil, class, other)
}

/// `__bases__` of something that acts like a class.
fn bases(gil: Gil<'_>, class: &Value) -> Result<Option<Vec<Value>>> {
    let found = operations::find_attribute(gil, class, &intern(gil, "__bases__"))?;
    Ok(found.and_then(|bases| bases.downcast::<Tuple>().map(|bases| bases.items.to_vec())))
}

fn check_class(gil: Gil<'_>, class: &Value, message: &str) -> Result<()> {
    if class.downcast::<Type>().is_some() || bases(gil, class)?.is_some() {
        return Ok(());
    }
    Err(type_error(gil, message))
}

fn derives(gil: Gil<'_>, class: &Value, other: &Value) -> Result<bool> {
    if class.is(other) {
        return Ok(true);
    }
    crate::object::recursion::enter(gil)?;
    for base in bases(gil, class)?.unwrap_or_default() {
        if derives(gil, &base, other)? {
            return Ok(true);
        }
    }
    Ok(false)
}
