//! `BaseExceptionGroup` and `ExceptionGroup`: several exceptions as one, split by condition.

use super::super::{builder, generic_alias, list::List, tuple};
use super::base::{self, arguments_of, derived, exception};
use super::fields::{at, put_all};
use super::{base_of, is_exception_class, this};
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, Raised, type_error, value_error};
use crate::object::slots::SlotTable;
use crate::object::{Arguments, Exception, Global, Ref, Result, Text, Value, intern, operations, recursion};

static CLASS: Global<std::cell::OnceCell<Ref<Type>>> = Global::new(std::cell::OnceCell::new());

const MESSAGE: usize = 0;
const EXCEPTIONS: usize = 1;

/// Makes `ExceptionGroup`, which derives from `BaseExceptionGroup` and `Exception`.
pub fn set_up(gil: Gil<'_>) -> Ref<Type> {
    let class = builder::build(gil, &SPEC);
    let (group, exception) = (Kind::BaseExceptionGroup.class(gil), Kind::Exception.class(gil));
    drop(class.replace_bases(vec![group.clone(), exception.clone()]));
    class.register();
    let mut order = vec![class.clone(), group.clone()];
    order.extend(exception.mro().iter().cloned());
    class.set_mro(gil, order);
    let _ = CLASS.get(gil).set(class.clone());
    class
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let [message, exceptions] = arguments.positionals() else {
        let given = arguments.positionals().len();
        let message = format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)");
        return Err(type_error(gil, message));
    };
    if message.downcast::<Text>().is_none() {
        let name = message.class(gil).name();
        return Err(type_error(
            gil,
            format!("BaseExceptionGroup.__new__() argument 1 must be str, not {name}"),
        ));
    }
    let is_sequence = exceptions.downcast::<List>().is_some()
        || exceptions.class(gil).has(crate::object::class::flags::SEQUENCE)
        || exceptions.class(gil).slots.get_item.get().is_some()
            && exceptions.downcast::<crate::types::dict::Dict>().is_none();
    if !is_sequence {
        return Err(type_error(gil, "second argument (exceptions) must be a sequence"));
    }
    let items = operations::collect(gil, exceptions)?;
    if items.is_empty() {
        return Err(value_error(gil, "second argument (exceptions) must be a non-empty sequence"));
    }
    let class = class_for(gil, class, &items)?;
    let group = base::allocate(gil, &class, tuple::of(gil, arguments.positionals().to_vec()));
    put_all(&group, vec![Some(message.clone()), Some(tuple::of(gil, items))]);
    Ok(group.into_value())
}

/// A group of nothing but Exceptions is one itself; others must not be.
fn class_for(gil: Gil<'_>, class: &Ref<Type>, items: &[Value]) -> Result<Ref<Type>> {
    let plain = exception(gil);
    let mut nested = true;
    for (place, item) in items.iter().enumerate() {
        if item.downcast::<Exception>().is_none() {
            let message = format!("Item {place} of second argument (exceptions) is not an exception");
            return Err(value_error(gil, message));
        }
        nested &= item.class(gil).is_subtype(&plain);
    }
    let group = CLASS.get(gil).get();
    if class.is(Kind::BaseExceptionGroup.class(gil)) {
        return Ok(group.filter(|_| nested).unwrap_or(class).clone());
    }
    if nested {
        return Ok(class.clone());
    }
    if group.is_some_and(|group| class.is(group)) {
        return Err(type_error(gil, "Cannot nest BaseExceptions in an ExceptionGroup"));
    }
    if class.is_subtype(&plain) {
        let name = class.name();
        return Err(type_error(gil, format!("Cannot nest BaseExceptions in '{name}'")));
    }
    Ok(class.clone())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    base::init(gil, value, arguments)
}

fn items(exception: &Ref<Exception>) -> Vec<Value> {
    at(exception, EXCEPTIONS).and_then(|items| tuple::items_of(&items)).unwrap_or_default()
}

fn str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let group = this(gil, value)?;
    let message = operations::str(gil, &at(group, MESSAGE).unwrap_or(Value::NONE))?;
    let count = items(group).len();
    let plural = if count == 1 { "" } else { "s" };
    let mut bytes = message.bytes().to_vec();
    bytes.extend_from_slice(format!(" ({count} sub-exception{plural})").as_bytes());
    Ok(Ref::new(gil, Text::from_vector(bytes)).into_value())
}

fn derive(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, exceptions] = arguments.method(gil, "derive")?;
    let message = at(this(gil, value)?, MESSAGE).unwrap_or(Value::NONE);
    let class = Kind::BaseExceptionGroup.class(gil).as_value();
    operations::call(gil, class, Arguments::positional(&[message, exceptions.clone()]))
}

/// What tells exceptions apart.
enum Condition {
    Types(Value),
    Function(Value),
    /// The very exceptions of a group: those that an `except*` chain left over.
    Leaves(Vec<Value>),
}

impl Condition {
    fn of(gil: Gil<'_>, value: &Value) -> Result<Condition> {
        let all_types = |items: Vec<Value>| items.iter().all(|item| is_exception_class(gil, item));
        if is_exception_class(gil, value) || tuple::items_of(value).is_some_and(all_types) {
            return Ok(Condition::Types(value.clone()));
        }
        if value.downcast::<Type>().is_none() && value.class(gil).slots.call.get().is_some() {
            return Ok(Condition::Function(value.clone()));
        }
        Err(type_error(
            gil,
            "expected an exception type, a tuple of exception types, or a callable (other than a class)",
        ))
    }

    fn holds(&self, gil: Gil<'_>, value: &Value) -> Result<bool> {
        match self {
            Condition::Types(types) => {
                let types = tuple::items_of(types).unwrap_or_else(|| vec![types.clone()]);
                let is_one = |class: &Value| {
                    class.downcast::<Type>().is_some_and(|class| value.class(gil).is_subtype(class))
                };
                Ok(types.iter().any(is_one))
            }
            Condition::Function(function) => {
                operations::truth(gil, &operations::call_one(gil, function, value)?)
            }
            Condition::Leaves(leaves) => Ok(leaves.iter().any(|leaf| leaf.is(value))),
        }
    }
}

/// The parts of an exception (a group, mostly) that match, and that do not.
fn parts(
    gil: Gil<'_>,
    value: &Value,
    condition: &Condition,
    rest_too: bool,
) -> Result<(Option<Value>, Option<Value>)> {
    recursion::enter(gil)?;
    if condition.holds(gil, value)? {
        return Ok((Some(value.clone()), None));
    }
    let group = Kind::BaseExceptionGroup.class(gil);
    let Some(exception) = value.downcast::<Exception>().filter(|_| value.class(gil).is_subtype(group)) else {
        return Ok((None, Some(value.clone())));
    };
    let (mut matching, mut rest) = (Vec::new(), Vec::new());
    for item in items(exception) {
        let (first, second) = parts(gil, &item, condition, rest_too)?;
        matching.extend(first);
        rest.extend(second);
    }
    let rest = if rest_too { part(gil, value, exception, rest)? } else { None };
    Ok((part(gil, value, exception, matching)?, rest))
}

/// A group like this one with other exceptions, by `derive`.
fn part(
    gil: Gil<'_>,
    value: &Value,
    group: &Ref<Exception>,
    exceptions: Vec<Value>,
) -> Result<Option<Value>> {
    if exceptions.is_empty() {
        return Ok(None);
    }
    let exceptions = super::super::list::of(gil, exceptions);
    let derived = operations::call_method(gil, value, "derive", &[exceptions])?;
    let is_group = derived.class(gil).is_subtype(Kind::BaseExceptionGroup.class(gil));
    let Some(part) = derived.downcast::<Exception>().filter(|_| is_group) else {
        return Err(type_error(gil, "derive must return an instance of BaseExceptionGroup"));
    };
    for (to, from) in
        [(&part.traceback, &group.traceback), (&part.context, &group.context), (&part.cause, &group.cause)]
    {
        let from = from.borrow().clone();
        drop(to.replace(from));
    }
    part.suppress_context.set(group.suppress_context.get());
    let name = intern(gil, "__notes__");
    if let Some(notes) = operations::find_attribute(gil, value, &name)?
        && operations::iterate(gil, &notes).is_ok()
    {
        let notes = operations::collect(gil, &notes)?;
        operations::set_attribute(gil, &derived, &name, Some(super::super::list::of(gil, notes)))?;
    }
    Ok(Some(derived))
}

fn split(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, condition] = arguments.method(gil, "split")?;
    let condition = Condition::of(gil, condition)?;
    let (matching, rest) = parts(gil, value, &condition, true)?;
    Ok(tuple::of(gil, vec![matching.unwrap_or(Value::NONE), rest.unwrap_or(Value::NONE)]))
}

fn subgroup(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, condition] = arguments.method(gil, "subgroup")?;
    let condition = Condition::of(gil, condition)?;
    let (matching, _) = parts(gil, value, &condition, false)?;
    Ok(matching.unwrap_or(Value::NONE))
}

/// What an `except*` clause takes of an exception, and what it leaves; a plain exception that matches comes in a group.
pub fn split_by_type(gil: Gil<'_>, value: &Value, types: &Value) -> Result<(Option<Value>, Option<Value>)> {
    let is_group = value.class(gil).is_subtype(Kind::BaseExceptionGroup.class(gil));
    let condition = Condition::Types(types.clone());
    if condition.holds(gil, value)? && !is_group {
        let arguments = [intern(gil, "").into_value(), tuple::of(gil, vec![value.clone()])];
        let class = Kind::BaseExceptionGroup.class(gil).as_value();
        let wrapped = operations::call(gil, class, Arguments::positional(&arguments))?;
        if let (Some(wrapped), Some(inner)) = (wrapped.downcast::<Exception>(), value.downcast::<Exception>())
        {
            let traceback = inner.traceback.borrow().clone();
            drop(wrapped.traceback.replace(traceback));
        }
        return Ok((Some(wrapped), None));
    }
    parts(gil, value, &condition, true)
}

fn leaves(value: &Value, found: &mut Vec<Value>) {
    let mut pending = vec![value.clone()];
    while let Some(value) = pending.pop() {
        match value.downcast::<Exception>().map(items).filter(|items| !items.is_empty()) {
            Some(items) => pending.extend(items),
            None => found.push(value),
        }
    }
}

/// The parts of a group that are made of leaves of these other groups: what `except*` clauses raised again or left.
pub fn projection(gil: Gil<'_>, value: &Value, kept: &[Value]) -> Result<Option<Value>> {
    let mut found = Vec::new();
    for group in kept {
        leaves(group, &mut found);
    }
    Ok(parts(gil, value, &Condition::Leaves(found), false)?.0)
}

/// Is the value an exception group?
pub fn is_group(gil: Gil<'_>, value: &Value) -> bool {
    value.class(gil).is_subtype(Kind::BaseExceptionGroup.class(gil))
}

#[cold]
fn read_only(gil: Gil<'_>) -> Raised {
    Raised::with_message(gil, Kind::AttributeError, "readonly attribute")
}

pub static BASE_SPEC: TypeSpec = derived(
    "BaseExceptionGroup",
    "A combination of multiple unrelated exceptions.",
    |gil| base_of(gil, Kind::BaseExceptionGroup),
    SlotTable { new: Some(new), init: Some(init), str: Some(str), ..SlotTable::EMPTY },
    &[
        Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item),
        Function::new("derive", "", "", derive),
        Function::new("split", "", "", split),
        Function::new("subgroup", "", "", subgroup),
    ],
    &[
        Attribute {
            name: "message",
            doc: "exception message",
            get: |gil, value| Ok(at(this(gil, value)?, MESSAGE).unwrap_or(Value::NONE)),
            set: Some(|gil, _, _| Err(read_only(gil))),
        },
        Attribute {
            name: "exceptions",
            doc: "nested exceptions",
            get: |gil, value| {
                let group = this(gil, value)?;
                let second = || arguments_of(group).into_iter().nth(1);
                Ok(at(group, EXCEPTIONS).or_else(second).unwrap_or(Value::NONE))
            },
            set: Some(|gil, _, _| Err(read_only(gil))),
        },
    ],
);

static SPEC: TypeSpec = TypeSpec {
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    ..derived(
        "ExceptionGroup",
        "",
        |gil| Kind::BaseExceptionGroup.class(gil).clone(),
        SlotTable::EMPTY,
        &[],
        &[],
    )
};
