//! `partial`: a call with some of its arguments given.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, Raised, type_error};
use crate::object::{
    Arguments, Payload, Ref, Result, SlotTable, Storage, Text, Value, Visit, attributes, intern, operations,
};
use crate::payload;
use crate::types::descriptor::DICT_ROW;
use crate::types::dict::{self, Dict};
use crate::types::tuple::{self, Tuple};
use crate::types::{generic_alias, module, sequence};

/// What is called, and with what.
struct Parts {
    function: Value,
    arguments: Value,
    keywords: Value,
}

/// The payload.
pub struct Partial {
    parts: RefCell<Parts>,
}

impl Payload for Partial {
    payload!(Partial, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        let parts = self.parts.borrow();
        for part in [&parts.function, &parts.arguments, &parts.keywords] {
            visit(part);
        }
    }

    fn clear(&self) {
        let nothing = Parts { function: Value::NONE, arguments: Value::NONE, keywords: Value::NONE };
        drop(self.parts.replace(nothing));
    }
}

fn this(value: &Value) -> &Ref<Partial> {
    match value.downcast() {
        Some(partial) => partial,
        None => unreachable!("slots are called on instances of their type"),
    }
}

impl Partial {
    fn parts(&self) -> (Value, Value, Value) {
        let parts = self.parts.borrow();
        (parts.function.clone(), parts.arguments.clone(), parts.keywords.clone())
    }
}

/// Keywords and their values, the later ones replacing the earlier.
fn keywords_of(gil: Gil<'_>, known: &Value, arguments: Arguments<'_>) -> Value {
    let dict = Ref::new(gil, Dict::new());
    if let Some(known) = known.downcast::<Dict>() {
        dict.table.replace(known.table.borrow().copy());
    }
    for (name, value) in arguments.keywords() {
        let old = dict.table.borrow_mut().set_text(name, value.clone());
        drop(old);
    }
    dict.into_value()
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let Some(function) = arguments.positionals().first() else {
        return Err(type_error(gil, "type 'partial' takes at least one argument"));
    };
    if function.class(gil).slots.call.get().is_none() {
        return Err(type_error(gil, "the first argument must be callable"));
    }
    let mut positional = Vec::new();
    let (mut called, mut known) = (function.clone(), Value::NONE);
    // A partial of a partial is one of its function, unless it has attributes that would be lost.
    if let Some(inner) =
        function.downcast::<Partial>().filter(|_| attributes::items(gil, function).is_empty())
    {
        let (inner_function, inner_arguments, inner_keywords) = inner.parts();
        positional = tuple::items_of(&inner_arguments).unwrap_or_default();
        (called, known) = (inner_function, inner_keywords);
    }
    positional.extend_from_slice(&arguments.positionals()[1..]);
    let parts = Parts {
        function: called,
        arguments: tuple::of(gil, positional),
        keywords: keywords_of(gil, &known, arguments),
    };
    Ok(Ref::with_shape(gil, class.root(), Partial { parts: RefCell::new(parts) }).into_value())
}

fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let (function, given, keywords) = this(value).parts();
    let given = given.downcast::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    let mut values = Vec::with_capacity(given.len() + arguments.values.len());
    values.extend_from_slice(given);
    values.extend_from_slice(arguments.positionals());
    let has_keywords = keywords.downcast::<Dict>().is_some_and(|dict| dict.table.borrow().length() > 0);
    if !has_keywords {
        values.extend(arguments.keywords().map(|(_, value)| value.clone()));
        return operations::call(gil, &function, Arguments { values: &values, names: arguments.names });
    }
    let merged = keywords_of(gil, &keywords, arguments);
    let mut names = Vec::new();
    if let Some(merged) = merged.downcast::<Dict>() {
        for (name, value) in dict::entries(merged) {
            let Ok(name) = name.try_into_ref::<Text>() else {
                return Err(type_error(gil, "keywords must be strings"));
            };
            names.push(name);
            values.push(value);
        }
    }
    operations::call(gil, &function, Arguments { values: &values, names: &names })
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = value.class(gil);
    let name = match value.is_exact::<Partial>(gil) {
        true => "functools.partial".to_owned(),
        false => {
            let name = operations::get_attribute(gil, class.as_value(), &intern(gil, "__module__"))?;
            let name = operations::str(gil, &name)?;
            format!("{}.{}", name.lossy(), class.qualified_name())
        }
    };
    let (function, given, keywords) = this(value).parts();
    let shown = sequence::once(value, || {
        let mut parts = vec![operations::repr(gil, &function)?.lossy().into_owned()];
        for argument in tuple::items_of(&given).unwrap_or_default() {
            parts.push(operations::repr(gil, &argument)?.lossy().into_owned());
        }
        for (name, argument) in keywords.downcast::<Dict>().map(dict::entries).unwrap_or_default() {
            let (name, argument) = (operations::str(gil, &name)?, operations::repr(gil, &argument)?);
            parts.push(format!("{}={}", name.lossy(), argument.lossy()));
        }
        Ok(parts.join(", "))
    })?;
    Ok(convert::text(gil, &shown.map_or_else(|| "...".to_owned(), |shown| format!("{name}({shown})"))))
}

/// Fetched from an instance it is itself still, but says that this is going to change.
fn descriptor_get(gil: Gil<'_>, value: &Value, instance: Option<&Value>, _class: &Value) -> Result<Value> {
    if instance.is_some_and(|instance| !instance.is_none()) {
        let warnings = module::import(gil, "warnings")?;
        let message = "functools.partial will be a method descriptor in future Python versions; wrap it in \
                       staticmethod() if you want to preserve the old behavior";
        let arguments =
            [convert::text(gil, message), Kind::FutureWarning.class(gil).to_value(), convert::int(gil, 1)];
        operations::call_method(gil, &warnings, "warn", &arguments)?;
    }
    Ok(value.clone())
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let (function, given, keywords) = this(value).parts();
    let namespace = match attributes::items(gil, value).is_empty() {
        true => Value::NONE,
        false => attributes::dict(gil, value).unwrap_or(Value::NONE),
    };
    let state = tuple::of(gil, vec![function.clone(), given, keywords, namespace]);
    Ok(tuple::of(gil, vec![value.class(gil).to_value(), tuple::of(gil, vec![function]), state]))
}

fn set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    let invalid = || -> Raised { type_error(gil, "invalid partial state") };
    let state = tuple::items_of(state).ok_or_else(invalid)?;
    let [function, given, keywords, namespace] = &state[..] else { return Err(invalid()) };
    let is_callable = function.class(gil).slots.call.get().is_some();
    let is_dict = keywords.is_none() || keywords.downcast::<Dict>().is_some();
    let Some(items) = tuple::items_of(given).filter(|_| is_callable && is_dict) else {
        return Err(invalid());
    };
    let given = if given.is_exact::<Tuple>(gil) { given.clone() } else { tuple::of(gil, items) };
    let keywords = match keywords.is_exact::<Dict>(gil) {
        true => keywords.clone(),
        false => keywords_of(gil, keywords, Arguments::NONE),
    };
    let parts = Parts { function: function.clone(), arguments: given, keywords };
    let old = this(value).parts.replace(parts);
    drop(old);
    let namespace = match namespace.is_none() {
        true => Ref::new(gil, Dict::new()).into_value(),
        false => namespace.clone(),
    };
    operations::set_attribute(gil, value, &intern(gil, "__dict__"), Some(namespace))?;
    Ok(Value::NONE)
}

fn read_only(gil: Gil<'_>, _value: &Value, _new: Option<Value>) -> Result<()> {
    Err(Raised::with_message(gil, Kind::AttributeError, "readonly attribute"))
}

/// `partial`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "partial",
    module: "functools",
    signature: "(func, /, *args, **keywords)",
    doc: "Create a new function with partial application of the given arguments and keywords.",
    base: None,
    layout: Partial::layout,
    storage: Storage::Slots,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        new: Some(new),
        call: Some(call),
        repr: Some(repr),
        descriptor_get: Some(descriptor_get),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("__reduce__", "", "", reduce),
        Function::new("__setstate__", "", "", set_state),
        Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item),
    ],
    attributes: &[
        DICT_ROW,
        Attribute {
            name: "func",
            doc: "function object to use in future partial calls",
            get: |_, value| Ok(this(value).parts().0),
            set: Some(read_only),
        },
        Attribute {
            name: "args",
            doc: "tuple of arguments to future partial calls",
            get: |_, value| Ok(this(value).parts().1),
            set: Some(read_only),
        },
        Attribute {
            name: "keywords",
            doc: "dictionary of keyword arguments to future partial calls",
            get: |_, value| Ok(this(value).parts().2),
            set: Some(read_only),
        },
    ],
};
