//! `types.UnionType`: `int | str`.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Raised, type_error};
use crate::object::slots::{Binary, OPERATORS, SlotTable};
use crate::object::{
    Arguments, Comparison, Operator, Payload, Ref, Result, Storage, Text, Value, Visit, intern, operations,
    recursion,
};
use crate::payload;

use super::generic_alias::{self, parameters, repr};
use super::{class, tuple};

/// The payload of `types.UnionType`.
pub struct Union {
    /// `__args__`, a tuple of distinct members.
    pub members: Value,
    parameters: RefCell<Option<Value>>,
}

impl Payload for Union {
    payload!(Union, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.members);
        self.parameters.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        let old = self.parameters.take();
        drop(old);
    }
}

/// `left | right` where one of them is a type.
pub fn or(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    if !can_be_member(gil, left) || !can_be_member(gil, right) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    of(gil, &[left.clone(), right.clone()])
}

fn can_be_member(gil: Gil<'_>, value: &Value) -> bool {
    value.is_none()
        || value.downcast::<Type>().is_some()
        || value.downcast::<Union>().is_some()
        || generic_alias::is_alias(value)
        || is_type_alias(gil, value)
}

/// What a `type` statement makes is of a class that the library has.
fn is_type_alias(gil: Gil<'_>, value: &Value) -> bool {
    let class = value.class(gil);
    &*class.own_name() == "TypeAliasType"
        && class
            .entry(&intern(gil, "__module__"))
            .and_then(|module| module.downcast::<Text>().map(|text| text.bytes() == b"typing"))
            == Some(true)
}

/// The union of these, flat and without repetitions; one member stands for itself.
pub fn of(gil: Gil<'_>, parts: &[Value]) -> Result<Value> {
    let mut members: Vec<Value> = Vec::new();
    let mut add = |value: &Value| -> Result<()> {
        let value = if value.is_none() { value.class(gil).to_value() } else { value.clone() };
        for known in &members {
            if operations::equal(gil, known, &value)? {
                return Ok(());
            }
        }
        members.push(value);
        Ok(())
    };
    for part in parts {
        match part.downcast::<Union>() {
            Some(union) => {
                tuple::items_of(&union.members).unwrap_or_default().iter().try_for_each(&mut add)?
            }
            None => add(part)?,
        }
    }
    if let [only] = &members[..] {
        return Ok(only.clone());
    }
    let union = Union { members: tuple::of(gil, members), parameters: RefCell::new(None) };
    Ok(Ref::new(gil, union).into_value())
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Union>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'types.UnionType' object but received a '{name}'"))
}

fn members(gil: Gil<'_>, value: &Value) -> Result<Vec<Value>> {
    Ok(tuple::items_of(&this(gil, value)?.members).unwrap_or_default())
}

fn show(gil: Gil<'_>, value: &Value) -> Result<Value> {
    recursion::enter(gil)?;
    let mut text = String::new();
    for (place, member) in members(gil, value)?.iter().enumerate() {
        if place > 0 {
            text += " | ";
        }
        let is_none = member.is(Value::NONE.class(gil).as_value());
        text += &if is_none { "None".to_owned() } else { repr::item(gil, member)? };
    }
    Ok(Ref::text(gil, &text).into_value())
}

/// The order of the members does not matter.
fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    // The members' order is none of its matter: the hash is that of a frozenset, as `typing.Union` has it too.
    let members = super::set::frozen_of(gil, &members(gil, value)?)?;
    operations::hash(gil, &members)
}

fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let is_equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    if !is_equality || value.downcast::<Union>().is_none() || other.downcast::<Union>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = (members(gil, value)?, members(gil, other)?);
    let mut equal = left.len() == right.len();
    for member in &left {
        let mut found = false;
        for candidate in &right {
            found = found || operations::equal(gil, member, candidate)?;
        }
        equal &= found;
    }
    Ok(Value::bool(equal == (comparison == Comparison::Equal)))
}

fn parameters_of(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let union = this(gil, value)?;
    let known = union.parameters.borrow().clone();
    if let Some(known) = known {
        return Ok(known);
    }
    let found = tuple::of(gil, parameters::collect(gil, &union.members)?);
    let old = union.parameters.replace(Some(found.clone()));
    drop(old);
    Ok(found)
}

fn get_item(gil: Gil<'_>, value: &Value, item: &Value) -> Result<Value> {
    let union = this(gil, value)?;
    let found = parameters_of(gil, value)?;
    let new = parameters::substitute(gil, value, &union.members, &found, item)?;
    let mut members = new.into_iter();
    let Some(mut result) = members.next() else { return Ok(Value::NONE) };
    for member in members {
        result = operations::binary(gil, Operator::BitOr, &result, &member)?;
    }
    Ok(result)
}

fn instance_check(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, object] = arguments.method(gil, "__instancecheck__")?;
    let members = members(gil, value)?;
    for member in members {
        let answer = match operations::call_special(
            gil,
            &member,
            "__instancecheck__",
            std::slice::from_ref(object),
        )? {
            Some(answer) => operations::truth(gil, &answer)?,
            None => class::is_instance(gil, object, &member)?,
        };
        if answer {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn subclass_check(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, subclass] = arguments.method(gil, "__subclasscheck__")?;
    if subclass.downcast::<Type>().is_none() {
        return Err(type_error(gil, "issubclass() arg 1 must be a class"));
    }
    let members = members(gil, value)?;
    for member in members {
        let answer = match operations::call_special(
            gil,
            &member,
            "__subclasscheck__",
            std::slice::from_ref(subclass),
        )? {
            Some(answer) => operations::truth(gil, &answer)?,
            None => class::is_subclass(gil, subclass, &member)?,
        };
        if answer {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

/// Made again by `|` of its members.
fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let functools = super::module::import(gil, "functools")?;
    let operator = super::module::import(gil, "operator")?;
    let reduce = operations::get_attribute(gil, &functools, &crate::object::intern(gil, "reduce"))?;
    let or = operations::get_attribute(gil, &operator, &crate::object::intern(gil, "or_"))?;
    let parts = tuple::of(gil, vec![or, this(gil, value)?.members.clone()]);
    Ok(tuple::of(gil, vec![reduce, parts]))
}

const fn operators() -> [Option<Binary>; OPERATORS] {
    let mut table: [Option<Binary>; OPERATORS] = [None; OPERATORS];
    table[Operator::BitOr as usize] = Some(or);
    table
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "UnionType",
    module: "types",
    signature: "",
    doc: "Represent a PEP 604 union type\n\nE.g. for int | str",
    base: None,
    layout: Union::layout,
    storage: Storage::Nothing,
    flags: flags::WEAKLY_REFERENCED | flags::NO_INSTANCES,
    slots: SlotTable {
        repr: Some(show),
        hash: Some(hash),
        compare: Some(compare),
        get_item: Some(get_item),
        binary: operators(),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("__instancecheck__", "", "", instance_check),
        Function::new("__subclasscheck__", "", "", subclass_check),
        Function::new("__reduce__", "", "", reduce),
    ],
    attributes: &[
        Attribute::read_only("__args__", "", |gil, value| Ok(this(gil, value)?.members.clone())),
        Attribute::read_only("__parameters__", "Type variables in the types.UnionType.", parameters_of),
    ],
};
