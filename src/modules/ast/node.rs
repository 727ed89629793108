//! `ast.AST`: what all nodes can do. They are nothing but their attributes.

use super::classes;
use super::grammar::Occurrence;
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind as Exceptions, type_error};
use crate::object::{
    Arguments, Payload, Ref, Result, SlotTable, Storage, Text, Type, Value, attributes, intern, operations,
};
use crate::payload;
use crate::types::{dict, warning};

/// The payload: everything is in the attributes.
pub struct Node;

impl Payload for Node {
    payload!(Node, tracked);
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Node).into_value())
}

/// The names in a tuple that a class has.
fn names(gil: Gil<'_>, value: &Value, attribute: &str) -> Result<Vec<Value>> {
    match operations::find_named(gil, value.class(gil).as_value(), attribute)? {
        Some(names) => operations::collect(gil, &names),
        None => Ok(Vec::new()),
    }
}

fn has(gil: Gil<'_>, names: &[Value], name: &Ref<Text>) -> Result<bool> {
    for known in names {
        if operations::equal(gil, known, name.as_value())? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let fields = names(gil, value, "_fields")?;
    let class = value.class(gil).name();
    let positionals = arguments.positionals();
    if positionals.len() > fields.len() {
        let (most, plural) = (fields.len(), if fields.len() == 1 { "" } else { "s" });
        let message = format!("{class} constructor takes at most {most} positional argument{plural}");
        return Err(type_error(gil, message));
    }
    let mut missing = fields.clone();
    missing.drain(..positionals.len());
    for (field, given) in fields.iter().zip(positionals) {
        set(gil, value, field, given.clone())?;
    }
    for (name, given) in arguments.keywords() {
        let known = has(gil, &fields, name)?;
        let count = missing.len();
        if known {
            let mut rest = Vec::new();
            for field in missing {
                if !operations::equal(gil, &field, name.as_value())? {
                    rest.push(field);
                }
            }
            missing = rest;
            if missing.len() == count {
                let name = operations::repr(gil, name.as_value())?;
                let message = format!("{class} got multiple values for argument {}", name.lossy());
                return Err(type_error(gil, message));
            }
        } else if !has(gil, &names(gil, value, "_attributes")?, name)? {
            let name = operations::repr(gil, name.as_value())?;
            let message = format!(
                "{class}.__init__ got an unexpected keyword argument {}. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.",
                name.lossy()
            );
            warning::warn(gil, Exceptions::DeprecationWarning, &message)?;
        }
        operations::set_attribute(gil, value, name, Some(given.clone()))?;
    }
    for field in missing {
        set_default(gil, value, &class, &field)?;
    }
    Ok(())
}

fn set(gil: Gil<'_>, value: &Value, field: &Value, new: Value) -> Result<()> {
    match field.downcast::<Text>() {
        Some(name) => {
            let name = crate::object::text::intern_text(gil, name);
            operations::set_attribute(gil, value, &name, Some(new))
        }
        None => Err(type_error(gil, "attribute name must be string")),
    }
}

/// A field that was not given: an empty list, None, `Load()`, or a complaint.
fn set_default(gil: Gil<'_>, value: &Value, class: &str, field: &Value) -> Result<()> {
    let classes = classes::get(gil)?;
    let name = field.downcast::<Text>().map(|name| name.lossy().into_owned()).unwrap_or_default();
    let kind = classes.kind_of(gil, value);
    let known = kind.and_then(|kind| kind.fields.iter().find(|known| known.name == name));
    let own_types = operations::find_named(gil, value.class(gil).as_value(), "_field_types")?;
    let listed = match own_types.as_ref().and_then(|types| types.downcast::<dict::Dict>()) {
        Some(types) => convert::get_item(gil, types, &name),
        None => None,
    };
    let (Some(known), true) = (known, listed.is_some()) else {
        if let Some(annotation) = listed {
            return set_by_annotation(gil, value, class, field, &annotation);
        }
        if own_types.is_none() {
            return Ok(());
        }
        let message = format!(
            "Field '{name}' is missing from {class}._field_types. This will become an error in Python 3.15."
        );
        return warning::warn(gil, Exceptions::DeprecationWarning, &message);
    };
    match (known.occurrence, known.kind) {
        (Occurrence::List, _) => set(gil, value, field, convert::list(gil, Vec::new())),
        (Occurrence::Optional, _) => Ok(()),
        (Occurrence::Once, "expr_context") => {
            let load = classes.named("Load").map(|load| load.instance(gil));
            set(gil, value, field, load.unwrap_or(Value::NONE))
        }
        (Occurrence::Once, _) => complain(gil, class, &name),
    }
}

/// The default of a field that a class written in Python adds: its `_field_types` says what it is.
fn set_by_annotation(gil: Gil<'_>, value: &Value, class: &str, field: &Value, held: &Value) -> Result<()> {
    let shown = operations::repr(gil, held)?;
    let name = field.downcast::<Text>().map(|name| name.lossy().into_owned()).unwrap_or_default();
    match shown.lossy() {
        shown if shown.starts_with("list[") => set(gil, value, field, convert::list(gil, Vec::new())),
        shown if shown.contains(" | ") => Ok(()),
        _ => complain(gil, class, &name),
    }
}

fn complain(gil: Gil<'_>, class: &str, name: &str) -> Result<()> {
    let message = format!(
        "{class}.__init__ missing 1 required positional argument: '{name}'. This will become an error in Python 3.15."
    );
    warning::warn(gil, Exceptions::DeprecationWarning, &message)
}

/// For pickling: the positional arguments that make it, and its attributes.
fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let mut given = Vec::new();
    for field in names(gil, value, "_fields")? {
        let Some(name) = field.downcast::<Text>() else { break };
        match attributes::get(gil, value, &intern(gil, &name.lossy())) {
            Some(item) => given.push(item),
            None => break,
        }
    }
    let state = attributes::dict(gil, value).unwrap_or(Value::NONE);
    Ok(convert::tuple(gil, vec![value.class(gil).to_value(), convert::tuple(gil, given), state]))
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "AST",
    module: "ast",
    signature: "",
    doc: "",
    base: None,
    layout: Node::layout,
    storage: Storage::Slots,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(new), init: Some(init), ..SlotTable::EMPTY },
    methods: &[Function::new("__reduce__", "($self, /)", "", reduce)],
    attributes: &[Attribute {
        name: "__dict__",
        doc: "",
        get: |gil, value| Ok(attributes::dict(gil, value).unwrap_or(Value::NONE)),
        set: Some(crate::types::object::set_dict),
    }],
};
