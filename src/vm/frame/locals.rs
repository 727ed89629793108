//! `FrameLocalsProxy`: `frame.f_locals` of a function. What is written through it is written to the variables.

use super::Frame;
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Kind, Raised, type_error, value_error};
use crate::object::slots::{Binary, OPERATORS, SlotTable};
use crate::object::{
    Arguments, Comparison, Operator, Payload, Ref, Result, Storage, Text, Value, Visit, operations,
};
use crate::payload;
use crate::types::dict::{self, Dict};
use crate::types::{list, sequence, tuple};

/// The payload of `FrameLocalsProxy`.
pub struct Locals {
    frame: Ref<Frame>,
}

impl Payload for Locals {
    payload!(Locals, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.frame.as_value());
    }
}

/// The proxy of a frame.
pub fn of(gil: Gil<'_>, frame: &Ref<Frame>) -> Value {
    Ref::new(gil, Locals { frame: frame.clone() }).into_value()
}

fn this(value: &Value) -> &Ref<Frame> {
    match value.downcast::<Locals>() {
        Some(locals) => &locals.frame,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn make(gil: Gil<'_>, _class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.no_keywords(gil, "FrameLocalsProxy")?;
    let [frame] = arguments.exactly::<1>(gil, "FrameLocalsProxy")?;
    match frame.downcast::<Frame>() {
        Some(frame) => Ok(of(gil, frame)),
        None => {
            let name = frame.class(gil).name();
            Err(type_error(gil, format!("expect frame, not {name}")))
        }
    }
}

/// The variable that a key is equal to, bound or not.
fn name_of(gil: Gil<'_>, frame: &Ref<Frame>, key: &Value) -> Result<Option<Ref<Text>>> {
    let hash = operations::hash(gil, key)?;
    if let Some(name) = key.downcast::<Text>().filter(|_| key.is_exact::<Text>(gil)) {
        return Ok(frame.has_variable(name).then(|| name.clone()));
    }
    for name in frame.variables(gil) {
        if operations::hash(gil, name.as_value())? == hash && operations::equal(gil, name.as_value(), key)? {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// What a name or another key stands for.
fn find(gil: Gil<'_>, frame: &Ref<Frame>, key: &Value) -> Result<Option<Value>> {
    if let Some(name) = name_of(gil, frame, key)? {
        return Ok(frame.variable(&name));
    }
    let more = frame.more_locals(gil);
    match more {
        Some(more) if operations::contains(gil, &more, key)? => {
            operations::get_item(gil, &more, key).map(Some)
        }
        _ => Ok(None),
    }
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    match find(gil, this(value), key)? {
        Some(found) => Ok(found),
        None => Err(not_defined(gil, key)),
    }
}

fn not_defined(gil: Gil<'_>, key: &Value) -> Raised {
    match operations::repr(gil, key) {
        Ok(shown) => {
            let message = format!("local variable '{}' is not defined", shown.lossy());
            Raised::with_message(gil, Kind::KeyError, &message)
        }
        Err(raised) => raised,
    }
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    let frame = this(value);
    let name = name_of(gil, frame, key)?;
    let Some(new) = new else {
        if name.is_some() {
            return Err(value_error(gil, "cannot remove local variables from FrameLocalsProxy"));
        }
        return match frame.more_locals(gil) {
            Some(more) => operations::set_item(gil, &more, key, None),
            None => Err(Raised::with_arguments(gil, Kind::KeyError, vec![key.clone()])),
        };
    };
    if let Some(name) = name {
        frame.set_variable(&name, &new);
        return Ok(());
    }
    let more = frame.own_more_locals(gil);
    operations::set_item(gil, &more, key, Some(new))
}

fn contains(gil: Gil<'_>, value: &Value, key: &Value) -> Result<bool> {
    Ok(find(gil, this(value), key)?.is_some())
}

/// All keys and values: a new dict.
fn snapshot(gil: Gil<'_>, frame: &Ref<Frame>) -> Result<Value> {
    frame.snapshot(gil)
}

fn entries(gil: Gil<'_>, value: &Value) -> Result<Vec<(Value, Value)>> {
    let all = snapshot(gil, this(value))?;
    Ok(all.downcast::<Dict>().map(dict::entries).unwrap_or_default())
}

fn length(gil: Gil<'_>, value: &Value) -> Result<usize> {
    Ok(entries(gil, value)?.len())
}

fn listed(gil: Gil<'_>, value: &Value, of: impl Fn((Value, Value)) -> Value) -> Result<Value> {
    Ok(list::of(gil, entries(gil, value)?.into_iter().map(of).collect()))
}

fn iter(gil: Gil<'_>, value: &Value) -> Result<Value> {
    operations::iterate(gil, &listed(gil, value, |(key, _)| key)?)
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let text = sequence::once(value, || {
        Ok(operations::repr(gil, &snapshot(gil, this(value))?)?.lossy().into_owned())
    })?;
    Ok(Ref::text(gil, text.as_deref().unwrap_or("{...}")).into_value())
}

fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let same = match (other.downcast::<Locals>(), other.downcast::<Dict>()) {
        (Some(other), _) => other.frame.is(this(value)),
        (None, Some(_)) => operations::equal(gil, &snapshot(gil, this(value))?, other)?,
        (None, None) => return Ok(Value::NOT_IMPLEMENTED),
    };
    match comparison {
        Comparison::Equal => Ok(Value::bool(same)),
        Comparison::NotEqual => Ok(Value::bool(!same)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn or(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let plain = |value: &Value| match value.downcast::<Locals>() {
        Some(locals) => snapshot(gil, &locals.frame),
        None => Ok(value.clone()),
    };
    operations::binary(gil, Operator::BitOr, &plain(left)?, &plain(right)?)
}

fn inplace_or(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    let is_mapping = right.downcast::<Dict>().is_some() || right.downcast::<Locals>().is_some();
    if !is_mapping {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    merge(gil, left, right)?;
    Ok(left.clone())
}

/// Writes what a mapping or an iterable of pairs holds.
fn merge(gil: Gil<'_>, value: &Value, other: &Value) -> Result<()> {
    let dict = dict::of(gil, crate::object::Table::new());
    let other = match other.downcast::<Locals>() {
        Some(other) => snapshot(gil, &other.frame)?,
        None => other.clone(),
    };
    operations::call_method(gil, &dict, "update", &[other])?;
    for (key, new) in dict.downcast::<Dict>().map(dict::entries).unwrap_or_default() {
        set_item(gil, value, &key, Some(new))?;
    }
    Ok(())
}

fn get(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "get", 1, 2)?;
    let found = find(gil, this(&arguments.values[0]), &given[0])?;
    Ok(found.or_else(|| given.get(1).cloned()).unwrap_or(Value::NONE))
}

fn set_default(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "setdefault", 1, 2)?;
    let value = &arguments.values[0];
    if let Some(found) = find(gil, this(value), &given[0])? {
        return Ok(found);
    }
    let new = given.get(1).cloned().unwrap_or(Value::NONE);
    set_item(gil, value, &given[0], Some(new.clone()))?;
    Ok(new)
}

fn update(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, other] = arguments.method::<2>(gil, "update")?;
    let is_mapping =
        other.downcast::<Locals>().is_some() || operations::find_named(gil, other, "keys")?.is_some();
    if !is_mapping {
        return Err(type_error(gil, "update() argument must be dict or another FrameLocalsProxy"));
    }
    merge(gil, value, other)?;
    Ok(Value::NONE)
}

fn pop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "pop", 1, 2)?;
    let frame = this(&arguments.values[0]);
    if name_of(gil, frame, &given[0])?.is_some() {
        return Err(value_error(gil, "cannot remove local variables from FrameLocalsProxy"));
    }
    match frame.more_locals(gil) {
        Some(more) => operations::call_method(gil, &more, "pop", given),
        None if given.len() > 1 => Ok(given[1].clone()),
        None => Err(Raised::with_arguments(gil, Kind::KeyError, vec![given[0].clone()])),
    }
}

fn keys(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method::<1>(gil, "keys")?;
    listed(gil, value, |(key, _)| key)
}

fn values(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method::<1>(gil, "values")?;
    listed(gil, value, |(_, found)| found)
}

fn items(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method::<1>(gil, "items")?;
    listed(gil, value, |(key, found)| tuple::pair(gil, key, found))
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method::<1>(gil, "copy")?;
    snapshot(gil, this(value))
}

fn reversed(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method::<1>(gil, "__reversed__")?;
    let mut keys: Vec<Value> = entries(gil, value)?.into_iter().map(|(key, _)| key).collect();
    keys.reverse();
    Ok(list::of(gil, keys))
}

fn no_pickle(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Err(type_error(gil, "cannot pickle 'FrameLocalsProxy' object"))
}

const fn operator(with: Binary) -> [Option<Binary>; OPERATORS] {
    let mut table: [Option<Binary>; OPERATORS] = [None; OPERATORS];
    table[Operator::BitOr as usize] = Some(with);
    table
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "FrameLocalsProxy",
    module: "builtins",
    signature: "",
    doc: "",
    base: None,
    layout: Locals::layout,
    storage: Storage::Nothing,
    flags: flags::MAPPING,
    slots: SlotTable {
        new: Some(make),
        repr: Some(repr),
        compare: Some(compare),
        iter: Some(iter),
        length: Some(length),
        get_item: Some(get_item),
        set_item: Some(set_item),
        contains: Some(contains),
        binary: operator(or),
        inplace: operator(inplace_or),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("__contains__", "($self, key, /)", "Return bool(key in self).", |gil, arguments| {
            let [value, key] = arguments.method::<2>(gil, "__contains__")?;
            contains(gil, value, key).map(Value::bool)
        }),
        Function::new("get", "", "", get),
        Function::new("setdefault", "", "", set_default),
        Function::new("update", "", "", update),
        Function::new("pop", "", "", pop),
        Function::new("keys", "", "", keys),
        Function::new("values", "", "", values),
        Function::new("items", "", "", items),
        Function::new("copy", "", "", copy),
        Function::new("__reversed__", "", "", reversed),
        Function::new("__reduce_ex__", "", "", no_pickle),
    ],
    attributes: &[],
};
