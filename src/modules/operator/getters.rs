//! `attrgetter`, `itemgetter` and `methodcaller`.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{
    Arguments, Payload, Ref, Result, SlotTable, Storage, Text, Type, Value, Visit, intern, operations,
};
use crate::payload;
use crate::types::module;

const fn spec(
    name: &'static str,
    signature: &'static str,
    doc: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    slots: SlotTable,
    methods: &'static [Function],
) -> TypeSpec {
    TypeSpec {
        name,
        module: "operator",
        signature,
        doc,
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: flags::BASE,
        slots,
        methods,
        attributes: CALLED_WITH,
    }
}

/// What the getters themselves are called with.
const CALLED_WITH: &[Attribute] =
    &[Attribute::read_only("__text_signature__", "", |gil, _| Ok(convert::text(gil, "(obj, /)")))];

/// The one object that a getter is called with.
fn object<'a>(gil: Gil<'_>, arguments: Arguments<'a>, name: &str) -> Result<&'a Value> {
    arguments.no_keywords(gil, name)?;
    match arguments.values {
        [object] => Ok(object),
        values => Err(type_error(gil, format!("{name} expected 1 argument, got {}", values.len()))),
    }
}

/// A getter as it was written.
fn shown(gil: Gil<'_>, value: &Value, arguments: &[Value], names: &[Ref<Text>]) -> Result<Value> {
    let name = format!("operator.{}", value.class(gil).own_name());
    let first_named = arguments.len() - names.len();
    let shown = crate::types::sequence::once(value, || {
        let mut parts = Vec::new();
        for (place, argument) in arguments.iter().enumerate() {
            let shown = operations::repr(gil, argument)?;
            parts.push(match place.checked_sub(first_named) {
                Some(place) => format!("{}={}", names[place].lossy(), shown.lossy()),
                None => shown.lossy().into_owned(),
            });
        }
        Ok(format!("{name}({})", parts.join(", ")))
    })?;
    Ok(convert::text(gil, &shown.unwrap_or_else(|| format!("{name}(...)"))))
}

fn one_or_tuple(gil: Gil<'_>, mut results: Vec<Value>) -> Value {
    match (results.len(), results.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            results.extend(last);
            convert::tuple(gil, results)
        }
    }
}

fn reduced(gil: Gil<'_>, value: &Value, arguments: Vec<Value>) -> Value {
    convert::tuple(gil, vec![value.class(gil).to_value(), convert::tuple(gil, arguments)])
}

/// The payload of `attrgetter`: each attribute's names, from dot to dot.
pub struct Attributes {
    paths: Vec<Vec<Ref<Text>>>,
    given: Vec<Value>,
}

impl Payload for Attributes {
    payload!(Attributes, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        for name in self.paths.iter().flatten() {
            visit(name.as_value());
        }
        self.given.iter().for_each(visit);
    }
}

fn attributes_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "attrgetter")?;
    if arguments.values.is_empty() {
        return Err(type_error(gil, "attrgetter expected 1 argument, got 0"));
    }
    let mut paths = Vec::new();
    for name in arguments.values {
        let Some(name) = name.downcast::<Text>() else {
            return Err(type_error(gil, "attribute name must be a string"));
        };
        paths.push(name.lossy().split('.').map(|part| intern(gil, part)).collect());
    }
    let attributes = Attributes { paths, given: arguments.values.to_vec() };
    Ok(Ref::with_shape(gil, class.root(), attributes).into_value())
}

fn attributes_call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let object = object(gil, arguments, "attrgetter")?;
    let Some(getter) = value.downcast::<Attributes>() else { return Ok(Value::NONE) };
    let mut results = Vec::with_capacity(getter.paths.len());
    for path in &getter.paths {
        let mut result = object.clone();
        for name in path {
            result = operations::get_attribute(gil, &result, name)?;
        }
        results.push(result);
    }
    Ok(one_or_tuple(gil, results))
}

fn attributes_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let Some(getter) = value.downcast::<Attributes>() else { return Ok(Value::NONE) };
    shown(gil, value, &getter.given, &[])
}

/// `attrgetter`.
pub static ATTRIBUTES: TypeSpec = spec(
    "attrgetter",
    "(attr, /, *attrs)",
    "Return a callable object that fetches the given attribute(s) from its operand.\n\nAfter f = attrgetter('name'), the \
     call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = \
     attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
    Attributes::layout,
    SlotTable {
        new: Some(attributes_new),
        call: Some(attributes_call),
        repr: Some(attributes_repr),
        ..SlotTable::EMPTY
    },
    &[Function::new("__reduce__", "", "Return state information for pickling", |gil, arguments| {
        let [value] = arguments.method(gil, "__reduce__")?;
        let given = value.downcast::<Attributes>().map(|getter| getter.given.clone());
        Ok(reduced(gil, value, given.unwrap_or_default()))
    })],
);

/// The payload of `itemgetter`.
pub struct Items {
    keys: Vec<Value>,
}

impl Payload for Items {
    payload!(Items, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.keys.iter().for_each(visit);
    }
}

fn items_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "itemgetter")?;
    if arguments.values.is_empty() {
        return Err(type_error(gil, "itemgetter expected 1 argument, got 0"));
    }
    Ok(Ref::with_shape(gil, class.root(), Items { keys: arguments.values.to_vec() }).into_value())
}

fn items_call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let object = object(gil, arguments, "itemgetter")?;
    let Some(getter) = value.downcast::<Items>() else { return Ok(Value::NONE) };
    if let [key] = &getter.keys[..] {
        return operations::get_item(gil, object, key);
    }
    let mut results = Vec::with_capacity(getter.keys.len());
    for key in &getter.keys {
        results.push(operations::get_item(gil, object, key)?);
    }
    Ok(convert::tuple(gil, results))
}

fn items_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let Some(getter) = value.downcast::<Items>() else { return Ok(Value::NONE) };
    shown(gil, value, &getter.keys, &[])
}

/// `itemgetter`.
pub static ITEMS: TypeSpec = spec(
    "itemgetter",
    "(item, /, *items)",
    "Return a callable object that fetches the given item(s) from its operand.\n\nAfter f = itemgetter(2), the call f(r) \
     returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])",
    Items::layout,
    SlotTable { new: Some(items_new), call: Some(items_call), repr: Some(items_repr), ..SlotTable::EMPTY },
    &[Function::new("__reduce__", "", "Return state information for pickling", |gil, arguments| {
        let [value] = arguments.method(gil, "__reduce__")?;
        let keys = value.downcast::<Items>().map(|getter| getter.keys.clone());
        Ok(reduced(gil, value, keys.unwrap_or_default()))
    })],
);

/// The payload of `methodcaller`.
pub struct Method {
    name: Ref<Text>,
    /// The last ones are for keywords.
    arguments: Vec<Value>,
    names: Vec<Ref<Text>>,
}

impl Payload for Method {
    payload!(Method, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.name.as_value());
        self.arguments.iter().for_each(&mut *visit);
        self.names.iter().map(Ref::as_value).for_each(visit);
    }
}

fn method_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let Some(name) = arguments.positionals().first() else {
        return Err(type_error(gil, "methodcaller needs at least one argument, the method name"));
    };
    let Some(name) = name.downcast::<Text>() else {
        return Err(type_error(gil, "method name must be a string"));
    };
    let method = Method {
        name: crate::object::text::intern_text(gil, name),
        arguments: arguments.values[1..].to_vec(),
        names: arguments.names.to_vec(),
    };
    Ok(Ref::with_shape(gil, class.root(), method).into_value())
}

fn method_call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let object = object(gil, arguments, "methodcaller")?;
    let Some(caller) = value.downcast::<Method>() else { return Ok(Value::NONE) };
    let method = operations::get_attribute(gil, object, &caller.name)?;
    operations::call(gil, &method, Arguments { values: &caller.arguments, names: &caller.names })
}

fn method_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let Some(caller) = value.downcast::<Method>() else { return Ok(Value::NONE) };
    let mut arguments = vec![caller.name.to_value()];
    arguments.extend_from_slice(&caller.arguments);
    shown(gil, value, &arguments, &caller.names)
}

fn method_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(caller) = value.downcast::<Method>() else { return Ok(Value::NONE) };
    let (positional, named) = caller.arguments.split_at(caller.arguments.len() - caller.names.len());
    if named.is_empty() {
        let mut arguments = vec![caller.name.to_value()];
        arguments.extend_from_slice(positional);
        return Ok(reduced(gil, value, arguments));
    }
    let functools = module::import(gil, "functools")?;
    let partial = operations::get_attribute(gil, &functools, &intern(gil, "partial"))?;
    let mut bound = vec![value.class(gil).to_value(), caller.name.to_value()];
    bound.extend_from_slice(named);
    let maker = operations::call(gil, &partial, Arguments { values: &bound, names: &caller.names })?;
    Ok(convert::tuple(gil, vec![maker, convert::tuple(gil, positional.to_vec())]))
}

/// `methodcaller`.
pub static METHOD: TypeSpec = spec(
    "methodcaller",
    "(name, /, *args, **kwargs)",
    "Return a callable object that calls the given method on its operand.\n\nAfter f = methodcaller('name'), the call f(r) \
     returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
    Method::layout,
    SlotTable { new: Some(method_new), call: Some(method_call), repr: Some(method_repr), ..SlotTable::EMPTY },
    &[Function::new("__reduce__", "", "Return state information for pickling", method_reduce)],
);
