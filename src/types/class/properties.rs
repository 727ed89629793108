//! The attributes of classes: `__name__`, `__bases__`, `__dict__`, `__doc__` and the like.

use super::super::slots::names::Name;
use super::super::{builder, dict, int, mapping_proxy, tuple};
use super::{making, order};
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::Attribute;
use crate::object::raised::{type_error, value_error};
use crate::object::{Kind, Raised, Ref, Result, Table, Text, Value, operations};

fn of(gil: Gil<'_>, value: &Value) -> Result<Ref<Type>> {
    value.downcast::<Type>().cloned().ok_or_else(|| super::not_a_type(gil, value))
}

/// `__module__`, if it is a str.
pub fn module_of(gil: Gil<'_>, class: &Ref<Type>) -> Option<Ref<Text>> {
    match class.entry(Name::Module.text(gil)) {
        Some(module) if class.has(flags::HEAP) || module.downcast::<Text>().is_some() => {
            module.downcast::<Text>().cloned()
        }
        _ => Some(crate::object::intern(gil, "builtins")),
    }
}

/// Refuses to set or delete an attribute that cannot be.
fn check(gil: Gil<'_>, class: &Ref<Type>, name: &str, new: &Option<Value>) -> Result<()> {
    let shown = class.name();
    if !class.has(flags::HEAP) || class.has(flags::IMMUTABLE) {
        return Err(type_error(gil, format!("cannot set '{name}' attribute of immutable type '{shown}'")));
    }
    if new.is_none() {
        return Err(type_error(gil, format!("cannot delete '{name}' attribute of immutable type '{shown}'")));
    }
    Ok(())
}

fn missing(gil: Gil<'_>, class: &Ref<Type>, name: Name) -> Raised {
    operations::no_attribute(gil, class.as_value(), name.text(gil))
}

fn name(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(Ref::text(gil, &of(gil, value)?.own_name()).into_value())
}

fn string(gil: Gil<'_>, class: &Ref<Type>, attribute: &str, new: Option<Value>) -> Result<String> {
    check(gil, class, attribute, &new)?;
    let new = new.unwrap_or(Value::NONE);
    match new.downcast::<Text>() {
        Some(text) => Ok(text.lossy().into_owned()),
        None => {
            let (class, got) = (class.name(), new.class(gil).name());
            Err(type_error(gil, format!("can only assign string to {class}.{attribute}, not '{got}'")))
        }
    }
}

fn set_name(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let class = of(gil, value)?;
    check(gil, &class, "__name__", &new)?;
    let name = string(gil, &class, "__name__", new.clone())?;
    if name.contains('\0') {
        return Err(value_error(gil, "type name must not contain null characters"));
    }
    new.map_or(Ok(()), |new| making::check_text(gil, &new))?;
    class.set_name(&name);
    Ok(())
}

fn qualified_name(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(Ref::text(gil, &of(gil, value)?.qualified_name()).into_value())
}

fn set_qualified_name(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let class = of(gil, value)?;
    let name = string(gil, &class, "__qualname__", new)?;
    class.set_qualified_name(&name);
    Ok(())
}

fn module(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = of(gil, value)?;
    let own = class.entry(Name::Module.text(gil));
    if let Some(module) = own.filter(|module| class.has(flags::HEAP) || module.downcast::<Text>().is_some()) {
        return Ok(module);
    }
    if class.has(flags::HEAP) {
        return Err(Raised::with_message(gil, Kind::AttributeError, "__module__"));
    }
    Ok(crate::object::intern(gil, "builtins").into_value())
}

fn set_module(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let class = of(gil, value)?;
    check(gil, &class, "__module__", &new)?;
    class.set_entry(gil, Name::Module.text(gil), new);
    // Where the class statement was says nothing about another module.
    class.set_entry(gil, &crate::object::intern(gil, "__firstlineno__"), None);
    Ok(())
}

fn bases(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let bases = of(gil, value)?.bases.borrow().clone();
    Ok(tuple::of(gil, bases.into_iter().map(Ref::into_value).collect()))
}

fn set_bases(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let class = of(gil, value)?;
    check(gil, &class, "__bases__", &new)?;
    let new = new.unwrap_or(Value::NONE);
    let Some(values) = tuple::items_of(&new) else {
        let (class, got) = (class.name(), new.class(gil).name());
        return Err(type_error(gil, format!("can only assign tuple to {class}.__bases__, not {got}")));
    };
    if values.is_empty() {
        let class = class.name();
        return Err(type_error(gil, format!("can only assign non-empty tuple to {class}.__bases__, not ()")));
    }
    let mut types = Vec::new();
    for value in &values {
        let Some(base) = value.downcast::<Type>() else {
            let (class, got) = (class.name(), value.class(gil).name());
            let message = format!("{class}.__bases__ must be tuple of classes, not '{got}'");
            return Err(type_error(gil, message));
        };
        types.push(base.clone());
    }
    making::set_bases(gil, &class, types)
}

fn base(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(of(gil, value)?.base.borrow().as_ref().map_or(Value::NONE, Ref::to_value))
}

fn mro(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let mro = of(gil, value)?.mro();
    // There is no order yet while the metatype's `mro` makes it.
    if mro.is_empty() {
        return Ok(Value::NONE);
    }
    Ok(tuple::of(gil, mro.iter().map(Ref::to_value).collect()))
}

fn dict(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(mapping_proxy::of_class(gil, &of(gil, value)?))
}

fn doc(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = of(gil, value)?;
    let found = match class.entry(Name::Doc.text(gil)) {
        Some(found) => found,
        None => return Ok(Value::NONE),
    };
    if let Some(text) = builder::doc_of(gil, &class).filter(|_| !class.has(flags::HEAP)) {
        return Ok(super::super::descriptor::text_or_none(gil, text));
    }
    match found.class(gil).slots.descriptor_get.get() {
        Some(get) => get(gil, &found, None, value),
        None => Ok(found),
    }
}

fn set_doc(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let class = of(gil, value)?;
    check(gil, &class, "__doc__", &new)?;
    class.set_entry(gil, Name::Doc.text(gil), new);
    Ok(())
}

fn annotations(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = of(gil, value)?;
    if !class.has(flags::HEAP) {
        return Err(missing(gil, &class, Name::Annotations));
    }
    let name = Name::Annotations.text(gil);
    if let Some(found) = class.entry(name) {
        return match found.class(gil).slots.descriptor_get.get() {
            Some(get) => get(gil, &found, None, value),
            None => Ok(found),
        };
    }
    let new = dict::of(gil, Table::new());
    class.set_entry(gil, name, Some(new.clone()));
    Ok(new)
}

fn set_annotations(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let class = of(gil, value)?;
    if !class.has(flags::HEAP) || class.has(flags::IMMUTABLE) {
        let shown = class.name();
        let message = format!("cannot set '__annotations__' attribute of immutable type '{shown}'");
        return Err(type_error(gil, message));
    }
    if !class.set_entry(gil, Name::Annotations.text(gil), new) {
        return Err(Raised::with_message(gil, Kind::AttributeError, "__annotations__"));
    }
    Ok(())
}

fn abstract_methods(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = of(gil, value)?;
    // `type` itself has the descriptor under this name, not a set of methods.
    match class.entry(Name::AbstractMethods.text(gil)) {
        Some(found) if !class.is(super::class(gil)) => Ok(found),
        _ => Err(missing(gil, &class, Name::AbstractMethods)),
    }
}

fn set_abstract_methods(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let class = of(gil, value)?;
    let some = match &new {
        Some(new) => operations::truth(gil, new)?,
        None => false,
    };
    if !class.set_entry(gil, Name::AbstractMethods.text(gil), new) {
        return Err(missing(gil, &class, Name::AbstractMethods));
    }
    class.set_flag(flags::ABSTRACT, some);
    Ok(())
}

fn type_parameters(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = of(gil, value)?;
    // `type` itself has the descriptor under this name.
    let found = class.entry(Name::TypeParameters.text(gil)).filter(|_| !class.is(super::class(gil)));
    Ok(found.unwrap_or_else(|| tuple::of(gil, Vec::new())))
}

fn set_type_parameters(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let class = of(gil, value)?;
    check(gil, &class, "__type_params__", &new)?;
    class.set_entry(gil, Name::TypeParameters.text(gil), new);
    Ok(())
}

fn text_signature(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let own = builder::signature_of(gil, &of(gil, value)?);
    Ok(own.map_or(Value::NONE, |signature| Ref::text(gil, signature).into_value()))
}

/// Bits of `__flags__`, as CPython numbers them.
fn type_flags(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = of(gil, value)?;
    let table = [
        (flags::HEAP, 1 << 9),
        (flags::BASE, 1 << 10),
        (flags::SEQUENCE, 1 << 5),
        (flags::MAPPING, 1 << 6),
        (flags::ABSTRACT, 1 << 20),
        (flags::METHOD_DESCRIPTOR, 1 << 17),
        (flags::MATCH_SELF, 1 << 22),
    ];
    let bits = table.iter().filter(|(flag, _)| class.has(*flag)).fold(1 << 12, |bits, (_, bit)| bits | bit);
    let immutable = if class.has(flags::HEAP) && !class.has(flags::IMMUTABLE) { 0 } else { 1 << 8 };
    Ok(int::from_i64(gil, bits | immutable))
}

fn basic_size(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = of(gil, value)?;
    let area = if order::has_dict(&class) { 8 } else { 0 } + 8 * class.slot_names.borrow().len();
    Ok(int::from_i64(gil, (class.layout.size + area) as i64))
}

/// Where CPython keeps an instance's dict: -1 says that it is managed apart.
fn dict_offset(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = of(gil, value)?;
    let offset = match (order::has_dict(&class), class.has(flags::HEAP)) {
        (false, _) => 0,
        (true, true) => -1,
        (true, false) => class.layout.size as i64,
    };
    Ok(int::from_i64(gil, offset))
}

/// The same of its weak references, which lie before the object.
fn weak_offset(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let is_referenced = of(gil, value)?.has(flags::WEAKLY_REFERENCED);
    Ok(int::from_i64(gil, if is_referenced { -32 } else { 0 }))
}

fn zero(gil: Gil<'_>, _value: &Value) -> Result<Value> {
    Ok(int::from_i64(gil, 0))
}

const fn row(
    name: &'static str,
    get: crate::object::slots::Unary,
    set: crate::object::native::Setter,
) -> Attribute {
    Attribute { name, doc: "", get, set: Some(set) }
}

pub(super) static ATTRIBUTES: &[Attribute] = &[
    row("__name__", name, set_name),
    row("__qualname__", qualified_name, set_qualified_name),
    row("__module__", module, set_module),
    row("__bases__", bases, set_bases),
    Attribute::read_only("__base__", "", base),
    Attribute::read_only("__mro__", "", mro),
    Attribute::read_only("__dict__", "", dict),
    row("__doc__", doc, set_doc),
    row("__annotations__", annotations, set_annotations),
    row("__abstractmethods__", abstract_methods, set_abstract_methods),
    row("__type_params__", type_parameters, set_type_parameters),
    Attribute::read_only("__text_signature__", "", text_signature),
    Attribute::read_only("__flags__", "", type_flags),
    Attribute::read_only("__basicsize__", "", basic_size),
    Attribute::read_only("__itemsize__", "", zero),
    Attribute::read_only("__dictoffset__", "", dict_offset),
    Attribute::read_only("__weakrefoffset__", "", weak_offset),
];
