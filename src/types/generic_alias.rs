//! `types.GenericAlias`: `list[int]`, a class with arguments.
//!
//! - `repr`: how arguments are written; `parameters`: type variables among them, and their substitution.

pub mod iterator;
pub mod parameters;
pub mod repr;

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Raised, type_error};
use crate::object::slots::{Binary, OPERATORS, SlotTable};
use crate::object::{
    Arguments, Comparison, Operator, Payload, Ref, Result, Storage, Text, Value, Visit, attributes, intern,
    operations, recursion,
};
use crate::payload;

use super::{descriptor, list, object, tuple, union};

/// The payload of `types.GenericAlias`.
pub struct GenericAlias {
    /// `__origin__`.
    pub origin: Value,
    /// `__args__`, a tuple.
    pub arguments: Value,
    /// Is it `*tuple[int, str]`?
    starred: bool,
    /// `__parameters__`, found when they are first asked for.
    parameters: RefCell<Option<Value>>,
}

impl Payload for GenericAlias {
    payload!(GenericAlias, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.origin);
        visit(&self.arguments);
        self.parameters.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        let old = self.parameters.take();
        drop(old);
    }
}

fn payload_of(gil: Gil<'_>, origin: Value, arguments: &Value, starred: bool) -> GenericAlias {
    let arguments = match tuple::items_of(arguments) {
        Some(_) => arguments.clone(),
        None => tuple::of(gil, vec![arguments.clone()]),
    };
    GenericAlias { origin, arguments, starred, parameters: RefCell::new(None) }
}

/// `origin[arguments]`.
pub fn of(gil: Gil<'_>, origin: Value, arguments: &Value) -> Value {
    Ref::new(gil, payload_of(gil, origin, arguments, false)).into_value()
}

/// `__class_getitem__` of generic built-in classes: a class method of one argument.
pub fn class_item(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [class, item] = arguments.method(gil, "__class_getitem__")?;
    Ok(of(gil, class.clone(), item))
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<GenericAlias>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'types.GenericAlias' object but received a '{name}'"))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let [origin, items] = arguments.exactly(gil, "GenericAlias")?;
    Ok(Ref::with_shape(gil, class.root(), payload_of(gil, origin.clone(), items, false)).into_value())
}

fn show(gil: Gil<'_>, value: &Value) -> Result<Value> {
    recursion::enter(gil)?;
    let alias = this(gil, value)?;
    let mut text = if alias.starred { "*".to_owned() } else { String::new() };
    text += &repr::item(gil, &alias.origin)?;
    text.push('[');
    let items = tuple::items_of(&alias.arguments).unwrap_or_default();
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            text += ", ";
        }
        text += &repr::argument(gil, item)?;
    }
    if items.is_empty() {
        text += "()";
    }
    text.push(']');
    Ok(Ref::text(gil, &text).into_value())
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let alias = this(gil, value)?;
    Ok(operations::hash(gil, &alias.origin)? ^ operations::hash(gil, &alias.arguments)?)
}

fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(left), Some(right)) = (value.downcast::<GenericAlias>(), other.downcast::<GenericAlias>())
    else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let equal = left.starred == right.starred
        && operations::equal(gil, &left.origin, &right.origin)?
        && operations::equal(gil, &left.arguments, &right.arguments)?;
    Ok(Value::bool(equal == (comparison == Comparison::Equal)))
}

/// Makes an instance of the class, and tells it as what it was made.
fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let made = operations::call(gil, &this(gil, value)?.origin, arguments)?;
    let name = intern(gil, "__orig_class__");
    if attributes::has_dict(&made) {
        // Objects that refuse attributes do without.
        let _ = operations::set_attribute(gil, &made, &name, Some(value.clone()));
    }
    Ok(made)
}

/// What is asked of the alias itself; all else is asked of the class.
const OWN: [&str; 12] = [
    "__class__",
    "__bases__",
    "__origin__",
    "__args__",
    "__unpacked__",
    "__parameters__",
    "__typing_unpacked_tuple_args__",
    "__mro_entries__",
    "__reduce_ex__",
    "__reduce__",
    "__copy__",
    "__deepcopy__",
];

fn get_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Value> {
    if OWN.iter().any(|own| own.as_bytes() == name.bytes()) {
        return object::get_attribute(gil, value, name);
    }
    operations::get_attribute(gil, &this(gil, value)?.origin, name)
}

fn dir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__dir__")?;
    let names = operations::call_special(gil, &this(gil, value)?.origin, "__dir__", &[])?;
    let mut names = names.map_or_else(|| Ok(Vec::new()), |names| operations::collect(gil, &names))?;
    for own in OWN {
        let is_own =
            |name: &Value| name.downcast::<Text>().is_some_and(|name| name.bytes() == own.as_bytes());
        if !names.iter().any(is_own) {
            names.push(intern(gil, own).into_value());
        }
    }
    Ok(list::of(gil, names))
}

/// Its type variables.
pub fn parameters_of(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let alias = this(gil, value)?;
    let known = alias.parameters.borrow().clone();
    if let Some(known) = known {
        return Ok(known);
    }
    let found = tuple::of(gil, parameters::collect(gil, &alias.arguments)?);
    let old = alias.parameters.replace(Some(found.clone()));
    drop(old);
    Ok(found)
}

fn get_item(gil: Gil<'_>, value: &Value, item: &Value) -> Result<Value> {
    let alias = this(gil, value)?;
    let found = parameters_of(gil, value)?;
    let arguments = parameters::substitute(gil, value, &alias.arguments, &found, item)?;
    let payload = payload_of(gil, alias.origin.clone(), &tuple::of(gil, arguments), alias.starred);
    Ok(Ref::new(gil, payload).into_value())
}

/// `*tuple[int, str]`: iteration gives the starred alias.
fn iter(gil: Gil<'_>, value: &Value) -> Result<Value> {
    this(gil, value)?;
    Ok(iterator::of(gil, value))
}

fn mro_entries(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, _] = arguments.method(gil, "__mro_entries__")?;
    Ok(tuple::of(gil, vec![this(gil, value)?.origin.clone()]))
}

fn instance_check(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Err(type_error(gil, "isinstance() argument 2 cannot be a parameterized generic"))
}

fn subclass_check(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Err(type_error(gil, "issubclass() argument 2 cannot be a parameterized generic"))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let alias = this(gil, value)?;
    if alias.starred {
        // Made again by iteration of the plain one.
        let plain = payload_of(gil, alias.origin.clone(), &alias.arguments, false);
        let items = iterator::of(gil, &Ref::new(gil, plain).into_value());
        return Ok(tuple::of(gil, vec![iterator::built_in(gil, "next")?, tuple::of(gil, vec![items])]));
    }
    let parts = tuple::of(gil, vec![alias.origin.clone(), alias.arguments.clone()]);
    Ok(tuple::of(gil, vec![class_of(gil).to_value(), parts]))
}

fn class_of(gil: Gil<'_>) -> &Ref<Type> {
    GenericAlias::layout().exact.get(gil).class()
}

fn unpacked_arguments(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let alias = this(gil, value)?;
    let is_tuple = super::builtin(gil, "tuple").is_some_and(|tuple| alias.origin.is(tuple.as_value()));
    Ok(if alias.starred && is_tuple { alias.arguments.clone() } else { Value::NONE })
}

/// Is the value one?
pub fn is_alias(value: &Value) -> bool {
    value.downcast::<GenericAlias>().is_some()
}

const fn operators() -> [Option<Binary>; OPERATORS] {
    let mut table: [Option<Binary>; OPERATORS] = [None; OPERATORS];
    table[Operator::BitOr as usize] = Some(union::or);
    table
}

/// The built-in classes that take arguments.
const GENERIC: [&str; 7] = ["tuple", "list", "dict", "set", "frozenset", "enumerate", "mappingproxy"];

static CLASS_ITEM: Function = Function::class("__class_getitem__", "", "See PEP 585", class_item);

/// Gives `__class_getitem__` to the built-in classes that take arguments and do not say so themselves.
pub fn set_up(gil: Gil<'_>, types: &[Ref<Type>]) {
    operations::set_type_item(gil, |gil, class, item| of(gil, class.clone(), item));
    let name = intern(gil, "__class_getitem__");
    for class in types.iter().filter(|class| GENERIC.contains(&&*class.name())) {
        if class.entry(&name).is_none() {
            class.set_entry(gil, &name, Some(descriptor::class_method(gil, class, &CLASS_ITEM)));
        }
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "GenericAlias",
    module: "types",
    signature: "(origin, args, /)",
    doc: "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    base: None,
    layout: GenericAlias::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        new: Some(new),
        repr: Some(show),
        hash: Some(hash),
        compare: Some(compare),
        call: Some(call),
        get_attribute: Some(get_attribute),
        get_item: Some(get_item),
        iter: Some(iter),
        binary: operators(),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("__mro_entries__", "", "", mro_entries),
        Function::new("__instancecheck__", "", "", instance_check),
        Function::new("__subclasscheck__", "", "", subclass_check),
        Function::new("__reduce__", "", "", reduce),
        Function::new("__dir__", "", "", dir),
    ],
    attributes: &[
        Attribute::member("__origin__", "", |gil, value| Ok(this(gil, value)?.origin.clone())),
        Attribute::member("__args__", "", |gil, value| Ok(this(gil, value)?.arguments.clone())),
        Attribute::read_only("__parameters__", "Type variables in the GenericAlias.", parameters_of),
        Attribute::member("__unpacked__", "", |gil, value| Ok(Value::bool(this(gil, value)?.starred))),
        Attribute::read_only("__typing_unpacked_tuple_args__", "", unpacked_arguments),
    ],
};
