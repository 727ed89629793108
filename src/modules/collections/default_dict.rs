//! `defaultdict`: a dict that makes a value for a key it lacks.

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, Raised, type_error};
use crate::object::{
    Arguments, Global, Operator, Payload, Ref, Result, SlotTable, Storage, Type, Value, attributes, intern,
    operations,
};
use crate::types::dict::{self, Dict};
use crate::types::sequence;

use crate::modules::convert;

/// The name that the factory is kept under, among the object's own attributes.
const FACTORY: &str = "_default_factory";

fn factory(gil: Gil<'_>, value: &Value) -> Value {
    attributes::get(gil, value, &intern(gil, FACTORY)).unwrap_or(Value::NONE)
}

fn set_factory(gil: Gil<'_>, value: &Value, factory: Value) {
    let _ = attributes::set(gil, value, &intern(gil, FACTORY), factory);
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Dict::new()).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let mut rest = arguments;
    if let Some(first) = arguments.positionals().first() {
        if !first.is_none() && first.class(gil).slots.call.get().is_none() {
            return Err(type_error(gil, "first argument must be callable or None"));
        }
        set_factory(gil, value, first.clone());
        rest = arguments.without_first();
    }
    match dict::SPEC.slots.init {
        Some(init) => init(gil, value, rest),
        None => Ok(()),
    }
}

fn missing(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, key] = arguments.method::<2>(gil, "__missing__")?;
    let factory = factory(gil, value);
    if factory.is_none() {
        return Err(Raised::with_arguments(gil, Kind::KeyError, vec![key.clone()]));
    }
    let made = operations::call(gil, &factory, Arguments::NONE)?;
    operations::set_item(gil, value, key, Some(made.clone()))?;
    Ok(made)
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    crate::object::recursion::enter(gil)?;
    // A bound method as factory may show the dict that it is the factory of.
    let factory = factory(gil, value);
    let shown = sequence::once(&factory, || Ok(operations::repr(gil, &factory)?.lossy().into_owned()))?;
    let factory = shown.unwrap_or_else(|| "...".to_owned());
    let contents = match dict::SPEC.slots.repr {
        Some(repr) => operations::str(gil, &repr(gil, value)?)?.lossy().into_owned(),
        None => String::new(),
    };
    let name = value.class(gil).own_name();
    Ok(convert::text(gil, &format!("{name}({}, {contents})", factory)))
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    let parts = [factory(gil, value), value.clone()];
    operations::call(gil, value.class(gil).as_value(), Arguments::positional(&parts))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    let factory = factory(gil, value);
    let given = if factory.is_none() { Vec::new() } else { vec![factory] };
    let items = operations::call_method(gil, value, "items", &[])?;
    let parts = vec![
        value.class(gil).to_value(),
        convert::tuple(gil, given),
        Value::NONE,
        Value::NONE,
        operations::iterate(gil, &items)?,
    ];
    Ok(convert::tuple(gil, parts))
}

/// `left | right`: of the two the first defaultdict says what it becomes.
fn union(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    if left.downcast::<Dict>().is_none() || right.downcast::<Dict>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let class = DEFAULT_DICT.get(gil).get();
    let is_ours = |value: &Value| class.is_some_and(|class| value.class(gil).is_subtype(class));
    let source = if is_ours(left) { left } else { right };
    let parts = [factory(gil, source), left.clone()];
    let made = operations::call(gil, source.class(gil).as_value(), Arguments::positional(&parts))?;
    operations::call_method(gil, &made, "update", std::slice::from_ref(right))?;
    Ok(made)
}

/// The type, once it is built.
static DEFAULT_DICT: Global<std::cell::OnceCell<Ref<Type>>> = Global::new(std::cell::OnceCell::new());

/// Remembers the type for the operators.
pub fn remember(gil: Gil<'_>, class: &Ref<Type>) {
    let _ = DEFAULT_DICT.get(gil).set(class.clone());
}

const SLOTS: SlotTable = {
    let mut slots = SlotTable { new: Some(new), init: Some(init), repr: Some(repr), ..SlotTable::EMPTY };
    slots.binary[Operator::BitOr as usize] = Some(union);
    slots
};

fn get_factory(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(factory(gil, value))
}

fn change_factory(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    set_factory(gil, value, new.unwrap_or(Value::NONE));
    Ok(())
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "defaultdict",
    module: "collections",
    signature: "",
    doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory",
    base: Some(|gil| Dict::layout().exact.get(gil).class().clone()),
    layout: Dict::layout,
    storage: Storage::Slots,
    flags: flags::BASE | flags::MAPPING,
    slots: SLOTS,
    methods: &[
        Function::class("__class_getitem__", "", "See PEP 585", crate::types::generic_alias::class_item),
        Function::new(
            "__missing__",
            "",
            "__missing__(key) # Called by __getitem__ for missing key.",
            missing,
        ),
        Function::new("copy", "($self, /)", "D.copy() -> a shallow copy of D.", copy),
        Function::new("__copy__", "", "D.copy() -> a shallow copy of D.", copy),
        Function::new("__reduce__", "", "Return state information for pickling.", reduce),
    ],
    attributes: &[Attribute {
        name: "default_factory",
        doc: "Factory for default value called by __missing__().",
        get: get_factory,
        set: Some(change_factory),
    }],
};
