//! `mappingproxy`: a mapping that can be read only, such as a class's namespace.

use super::{dict, keyed, list};
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Kind, Raised, type_error};
use crate::object::slots::{Binary, OPERATORS, SlotTable};
use crate::object::{
    Arguments, Comparison, Operator, Parameters, Payload, Ref, Result, Storage, Text, Value, Visit,
    operations,
};
use crate::payload;

/// The payload of `mappingproxy`.
pub enum MappingProxy {
    /// The namespace of a class.
    Class(Ref<Type>),
    /// Any mapping.
    Mapping(Value),
}

impl Payload for MappingProxy {
    payload!(MappingProxy, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        match self {
            MappingProxy::Class(class) => visit(class.as_value()),
            MappingProxy::Mapping(mapping) => visit(mapping),
        }
    }
}

/// The namespace of a class.
pub fn of_class(gil: Gil<'_>, class: &Ref<Type>) -> Value {
    Ref::new(gil, MappingProxy::Class(class.clone())).into_value()
}

/// A proxy of a mapping.
pub fn of(gil: Gil<'_>, mapping: &Value) -> Value {
    Ref::new(gil, MappingProxy::Mapping(mapping.clone())).into_value()
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<MappingProxy>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'mappingproxy' object but received a '{name}'"))
}

/// The mapping; of a class a copy of its namespace.
fn mapping(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(match &**this(gil, value)? {
        MappingProxy::Class(class) => dict::of(gil, class.attributes.borrow().copy()),
        MappingProxy::Mapping(mapping) => mapping.clone(),
    })
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    static SIGNATURE: Parameters<1> = Parameters::new(["mapping"], 1);
    let [mapping] = arguments.bind(gil, "mappingproxy", &SIGNATURE)?;
    let Some(mapping) = mapping else { return Ok(Value::NONE) };
    let is_mapping = mapping.class(gil).slots.get_item.get().is_some()
        && !mapping.class(gil).has(flags::SEQUENCE)
        && mapping.downcast::<Text>().is_none();
    if !is_mapping {
        let name = mapping.class(gil).name();
        return Err(type_error(gil, format!("mappingproxy() argument must be a mapping, not {name}")));
    }
    Ok(Ref::with_shape(gil, class.root(), MappingProxy::Mapping(mapping.clone())).into_value())
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    if let MappingProxy::Class(class) = &**this(gil, value)? {
        let found = match key.downcast::<Text>() {
            Some(name) => class.entry(name),
            None => keyed::get(gil, &class.attributes, key)?,
        };
        return found.ok_or_else(|| Raised::with_arguments(gil, Kind::KeyError, vec![key.clone()]));
    }
    operations::get_item(gil, &mapping(gil, value)?, key)
}

fn contains(gil: Gil<'_>, value: &Value, key: &Value) -> Result<bool> {
    if let MappingProxy::Class(class) = &**this(gil, value)? {
        return match key.downcast::<Text>() {
            Some(name) => Ok(class.entry(name).is_some()),
            None => Ok(keyed::get(gil, &class.attributes, key)?.is_some()),
        };
    }
    operations::contains(gil, &mapping(gil, value)?, key)
}

fn length(gil: Gil<'_>, value: &Value) -> Result<usize> {
    if let MappingProxy::Class(class) = &**this(gil, value)? {
        return Ok(class.attributes.borrow().length());
    }
    operations::length(gil, &mapping(gil, value)?)
}

fn iter(gil: Gil<'_>, value: &Value) -> Result<Value> {
    if let MappingProxy::Class(class) = &**this(gil, value)? {
        let keys = class.attributes.borrow().iter().map(|entry| entry.key.clone()).collect();
        return operations::iterate(gil, &list::of(gil, keys));
    }
    operations::iterate(gil, &mapping(gil, value)?)
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let inner = operations::repr(gil, &mapping(gil, value)?)?;
    Ok(Ref::text(gil, &format!("mappingproxy({})", inner.lossy())).into_value())
}

fn str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    operations::str(gil, &mapping(gil, value)?).map(Ref::into_value)
}

fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let other = if other.downcast::<MappingProxy>().is_some() { mapping(gil, other)? } else { other.clone() };
    operations::compare(gil, comparison, &mapping(gil, value)?, &other)
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    operations::hash(gil, &mapping(gil, value)?)
}

fn or_in_place(gil: Gil<'_>, _left: &Value, _right: &Value) -> Result<Value> {
    Err(type_error(gil, "'|=' is not supported by mappingproxy; use '|' instead"))
}

fn or(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let plain = |value: &Value| match value.downcast::<MappingProxy>() {
        Some(_) => mapping(gil, value),
        None => Ok(value.clone()),
    };
    operations::binary(gil, Operator::BitOr, &plain(left)?, &plain(right)?)
}

fn forward(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<Value> {
    let Some(value) = arguments.values.first() else {
        return Err(type_error(gil, format!("mappingproxy.{name}() needs an argument")));
    };
    let method = operations::get_attribute(gil, &mapping(gil, value)?, &crate::object::intern(gil, name))?;
    operations::call(gil, &method, arguments.without_first())
}

const fn operators() -> [Option<Binary>; OPERATORS] {
    let mut table: [Option<Binary>; OPERATORS] = [None; OPERATORS];
    table[Operator::BitOr as usize] = Some(or);
    table
}

const fn inplace_operators() -> [Option<Binary>; OPERATORS] {
    let mut table: [Option<Binary>; OPERATORS] = [None; OPERATORS];
    table[Operator::BitOr as usize] = Some(or_in_place);
    table
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "mappingproxy",
    module: "builtins",
    signature: "(mapping)",
    doc: "Read-only proxy of a mapping.",
    base: None,
    layout: MappingProxy::layout,
    storage: Storage::Nothing,
    flags: flags::MAPPING,
    slots: SlotTable {
        inplace: inplace_operators(),
        new: Some(new),
        repr: Some(repr),
        str: Some(str),
        hash: Some(hash),
        compare: Some(compare),
        iter: Some(iter),
        length: Some(length),
        get_item: Some(get_item),
        contains: Some(contains),
        binary: operators(),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new(
            "get",
            "($self, key, default=None, /)",
            "Return the value for key if key is in the mapping, else default.",
            |gil, arguments| forward(gil, arguments, "get"),
        ),
        Function::new(
            "keys",
            "($self, /)",
            "D.keys() -> a set-like object providing a view on D's keys",
            |gil, arguments| forward(gil, arguments, "keys"),
        ),
        Function::new(
            "values",
            "($self, /)",
            "D.values() -> an object providing a view on D's values",
            |gil, arguments| forward(gil, arguments, "values"),
        ),
        Function::new(
            "items",
            "($self, /)",
            "D.items() -> a set-like object providing a view on D's items",
            |gil, arguments| forward(gil, arguments, "items"),
        ),
        Function::new("copy", "($self, /)", "D.copy() -> a shallow copy of D", |gil, arguments| {
            forward(gil, arguments, "copy")
        }),
        Function::new("__reversed__", "", "D.__reversed__() -> reverse iterator", |gil, arguments| {
            forward(gil, arguments, "__reversed__")
        }),
    ],
    attributes: &[],
};
