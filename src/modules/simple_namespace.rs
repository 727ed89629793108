//! `types.SimpleNamespace`: an object that is nothing but its attributes.

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{
    Arguments, Comparison, Payload, Ref, Result, SlotTable, Storage, Text, Type, Value, attributes,
    operations,
};
use crate::payload;

use super::convert;
use crate::types::dict::Dict;
use crate::types::sequence;

/// The payload: everything is in the attributes.
pub struct SimpleNamespace;

impl Payload for SimpleNamespace {
    payload!(SimpleNamespace, tracked);
}

/// A namespace with these attributes.
pub fn make(gil: Gil<'_>, attributes: &[(&str, Value)]) -> Result<Value> {
    let namespace = Ref::new(gil, SimpleNamespace).into_value();
    for (name, value) in attributes {
        let name = crate::object::intern(gil, name);
        operations::set_attribute(gil, &namespace, &name, Some(value.clone()))?;
    }
    Ok(namespace)
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), SimpleNamespace).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let positionals = arguments.positionals();
    if positionals.len() > 1 {
        let got = positionals.len();
        return Err(type_error(gil, format!("SimpleNamespace expected at most 1 argument, got {got}")));
    }
    if let Some(given) = positionals.first() {
        // Pairs may come instead of a mapping.
        let mapping = &match operations::find_named(gil, given, "keys")? {
            Some(_) => given.clone(),
            None => operations::call_one(gil, Dict::layout().exact.get(gil).class().as_value(), given)?,
        };
        let keys = operations::call_method(gil, mapping, "keys", &[])?;
        for key in operations::collect(gil, &keys)? {
            let item = operations::get_item(gil, mapping, &key)?;
            let Some(name) = key.downcast::<Text>() else {
                return Err(type_error(gil, "keywords must be strings"));
            };
            let name = crate::object::text::intern_text(gil, name);
            operations::set_attribute(gil, value, &name, Some(item))?;
        }
    }
    for (name, item) in arguments.keywords() {
        operations::set_attribute(gil, value, name, Some(item.clone()))?;
    }
    Ok(())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    crate::object::recursion::enter(gil)?;
    let class = value.class(gil);
    let name = if class.is(SimpleNamespace::layout().exact.get(gil).class()) {
        "namespace".into()
    } else {
        class.own_name()
    };
    let body = sequence::once(value, || {
        let mut parts = Vec::new();
        for (key, item) in attributes::items(gil, value) {
            let shown = operations::repr(gil, &item)?;
            parts.push(format!("{}={}", operations::str(gil, &key)?.lossy(), shown.lossy()));
        }
        Ok(parts.join(", "))
    })?;
    Ok(convert::text(gil, &format!("{name}({})", body.as_deref().unwrap_or("..."))))
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let both = left.downcast::<SimpleNamespace>().is_some() && right.downcast::<SimpleNamespace>().is_some();
    if !both || !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let [left, right] = [left, right].map(|value| attributes::dict(gil, value).unwrap_or(Value::NONE));
    operations::compare(gil, comparison, &left, &right)
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    let state = attributes::dict(gil, value).unwrap_or(Value::NONE);
    Ok(convert::tuple(gil, vec![value.class(gil).to_value(), convert::tuple(gil, Vec::new()), state]))
}

fn replace(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    if arguments.positionals().len() > 1 {
        return Err(type_error(gil, "__replace__() takes no positional arguments"));
    }
    let copy = operations::call(gil, value.class(gil).as_value(), Arguments::NONE)?;
    for (key, item) in attributes::items(gil, value) {
        if let Some(name) = key.downcast::<Text>() {
            operations::set_attribute(gil, &copy, name, Some(item))?;
        }
    }
    for (name, item) in arguments.keywords() {
        operations::set_attribute(gil, &copy, name, Some(item.clone()))?;
    }
    Ok(copy)
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "SimpleNamespace",
    module: "types",
    signature: "(mapping_or_iterable=(), /, **kwargs)",
    doc: "A simple attribute-based namespace.",
    base: None,
    layout: SimpleNamespace::layout,
    storage: Storage::Slots,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        compare: Some(compare),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("__reduce__", "($self, /)", "Return state information for pickling", reduce),
        Function::new(
            "__replace__",
            "",
            "Return a copy of the namespace object with new values for the specified attributes.",
            replace,
        ),
    ],
    attributes: &[Attribute::read_only("__dict__", "", |gil, value| {
        Ok(attributes::dict(gil, value).unwrap_or(Value::NONE))
    })],
};
