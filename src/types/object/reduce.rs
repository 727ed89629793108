//! How objects without a way of their own are taken apart for pickle and copy.

use super::super::descriptor::Computed;
use super::super::slots::names::Name;
use super::super::{dict, function, keyed, module, tuple};
use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::raised::{Raised, type_error, value_error};
use crate::object::{Arguments, Payload, Ref, Result, Table, Type, Value, attributes, intern, operations};

/// `object.__reduce__`, as with protocols 0 and 1.
pub(super) fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "__reduce__")?;
    old_protocols(gil, value, 0)
}

/// `object.__reduce_ex__`: a `__reduce__` of the class's own, or the protocol's way.
pub(super) fn reduce_ex(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, protocol] = arguments.exactly(gil, "__reduce_ex__")?;
    reduced(gil, value, protocol)
}

/// What `object.__reduce_ex__` takes a value apart into.
pub fn reduced(gil: Gil<'_>, value: &Value, protocol: &Value) -> Result<Value> {
    let name = Name::Reduce.text(gil);
    let inherited = super::class(gil).entry(name);
    let own = value.class(gil).lookup(name);
    if let (Some(own), Some(inherited)) = (&own, &inherited)
        && !own.is(inherited)
    {
        let method = operations::get_attribute(gil, value, name)?;
        return operations::call(gil, &method, Arguments::NONE);
    }
    match protocol.bits().as_int() {
        Some(protocol) if protocol >= 2 => new_protocols(gil, value),
        Some(protocol) => old_protocols(gil, value, protocol),
        None => {
            let name = protocol.class(gil).name();
            Err(type_error(gil, format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
}

fn copyreg(gil: Gil<'_>, name: &str) -> Result<Value> {
    let module = module::import(gil, "copyreg")?;
    operations::get_attribute(gil, &module, &intern(gil, name))
}

fn old_protocols(gil: Gil<'_>, value: &Value, protocol: i64) -> Result<Value> {
    let protocol = Value::small_int(protocol).unwrap_or(Value::NONE);
    let reduce = copyreg(gil, "_reduce_ex")?;
    operations::call(gil, &reduce, Arguments::positional(&[value.clone(), protocol]))
}

/// Protocols from 2 on: `copyreg.__newobj__`, its arguments, the state, and the items of lists and dicts.
fn new_protocols(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = value.class(gil).to_value();
    if value.class(gil).slots.new.get().is_none() {
        let name = value.class(gil).name();
        return Err(type_error(gil, format!("cannot pickle '{name}' object")));
    }
    let (positional, keywords) = new_arguments(gil, value)?;
    let has_arguments = positional.is_some();
    let state = state_of(gil, value, !has_arguments && keywords.is_none())?;
    let (make, arguments) = match keywords {
        None => {
            let mut values = vec![class];
            values.extend(positional.unwrap_or_default());
            (copyreg(gil, "__newobj__")?, tuple::of(gil, values))
        }
        Some(keywords) => {
            let positional = tuple::of(gil, positional.unwrap_or_default());
            (copyreg(gil, "__newobj_ex__")?, tuple::of(gil, vec![class, positional, keywords]))
        }
    };
    let list_items = match value.downcast::<super::super::list::List>() {
        Some(_) => operations::iterate(gil, value)?,
        None => Value::NONE,
    };
    let dict_items = match value.downcast::<dict::Dict>() {
        Some(_) => {
            let items = operations::call_method(gil, value, "items", &[])?;
            operations::iterate(gil, &items)?
        }
        None => Value::NONE,
    };
    Ok(tuple::of(gil, vec![make, arguments, state, list_items, dict_items]))
}

/// Are the instances of a class remade from their attributes alone, without asking anybody? Then `__reduce_ex__` gives
/// `copyreg.__newobj__`, the class, and their dict, unless an instance has hooks of its own.
pub fn is_plain(gil: Gil<'_>, class: &Ref<Type>) -> bool {
    let base = super::class(gil);
    let is_inherited = |name: Name| match (class.lookup(name.text(gil)), base.entry(name.text(gil))) {
        (Some(found), Some(inherited)) => found.is(&inherited),
        _ => false,
    };
    let is_absent = |name: Name| class.lookup(name.text(gil)).is_none();
    std::ptr::eq(class.layout, super::Instance::layout())
        && class.has(flags::HEAP)
        && !class.has(flags::ABSTRACT | flags::SLOTS_ONLY)
        && class.slot_names.borrow().is_empty()
        && super::looks_up_plainly(class)
        && class.lookup(Name::Dict.text(gil)).is_some_and(|found| found.downcast::<Computed>().is_some())
        && [Name::New, Name::ReduceEx, Name::Reduce, Name::GetState].into_iter().all(is_inherited)
        && [Name::SetState, Name::GetNewArguments, Name::GetNewArgumentsEx].into_iter().all(is_absent)
}

type NewArguments = (Option<Vec<Value>>, Option<Value>);

/// What `__getnewargs_ex__` or `__getnewargs__` say.
fn new_arguments(gil: Gil<'_>, value: &Value) -> Result<NewArguments> {
    if let Some(result) = operations::call_special(gil, value, "__getnewargs_ex__", &[])? {
        let Some(parts) = tuple::items_of(&result) else {
            let name = result.class(gil).name();
            return Err(type_error(gil, format!("__getnewargs_ex__ should return a tuple, not '{name}'")));
        };
        let [positional, keywords] = &parts[..] else {
            let count = parts.len();
            let message = format!("__getnewargs_ex__ should return a tuple of length 2, not {count}");
            return Err(value_error(gil, message));
        };
        let Some(positional) = tuple::items_of(positional) else {
            return Err(wrong_part(gil, "first", "tuple", positional));
        };
        if keywords.downcast::<dict::Dict>().is_none() {
            return Err(wrong_part(gil, "second", "dict", keywords));
        }
        let empty = operations::length(gil, keywords)? == 0;
        return Ok((Some(positional), (!empty).then(|| keywords.clone())));
    }
    let Some(result) = operations::call_special(gil, value, "__getnewargs__", &[])? else {
        return Ok((None, None));
    };
    match tuple::items_of(&result) {
        Some(items) => Ok((Some(items), None)),
        None => {
            let name = result.class(gil).name();
            Err(type_error(gil, format!("__getnewargs__ should return a tuple, not '{name}'")))
        }
    }
}

#[cold]
fn wrong_part(gil: Gil<'_>, which: &str, wanted: &str, part: &Value) -> Raised {
    let name = part.class(gil).name();
    let message =
        format!("{which} item of the tuple returned by __getnewargs_ex__ must be a {wanted}, not '{name}'");
    type_error(gil, message)
}

fn state_of(gil: Gil<'_>, value: &Value, required: bool) -> Result<Value> {
    let name = Name::GetState.text(gil);
    let method = operations::get_attribute(gil, value, name)?;
    let inherited = super::class(gil).entry(name);
    let own = value.class(gil).lookup(name);
    let is_default = matches!((&own, &inherited), (Some(own), Some(inherited)) if own.is(inherited));
    if is_default && attributes::get(gil, value, name).is_none() {
        return default_state(gil, value, required);
    }
    operations::call(gil, &method, Arguments::NONE)
}

/// `object.__getstate__`: the attributes, those of `__slots__` apart.
pub(super) fn get_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "__getstate__")?;
    default_state(gil, value, false)
}

/// The attributes of an object whose contents are pickled otherwise.
pub fn plain_state(gil: Gil<'_>, value: &Value) -> Result<Value> {
    default_state(gil, value, false)
}

fn default_state(gil: Gil<'_>, value: &Value, required: bool) -> Result<Value> {
    let class = value.class(gil);
    if required && !can_be_made_again(gil, value) {
        return Err(type_error(gil, format!("cannot pickle '{}' object", class.name())));
    }
    let mut state = Value::NONE;
    if attributes::has_dict(value) {
        let kept = Ref::new(gil, dict::Dict::new());
        for (name, attribute) in attributes::items(gil, value) {
            keyed::set(gil, &kept.table, &name, attribute)?;
        }
        // An object without attributes has no state.
        if kept.table.borrow().length() > 0 {
            state = kept.into_value();
        }
    }
    let mut places = Table::new();
    for (place, name) in class.slot_names.borrow().iter().enumerate() {
        if let Some(attribute) = attributes::slot(value, place) {
            drop(places.set_text(name, attribute));
        }
    }
    if places.length() == 0 {
        return Ok(state);
    }
    let places = dict::of(gil, places);
    Ok(tuple::of(gil, vec![state, places]))
}

/// Has the object only attributes, lists' items and dicts' items to be remade from?
fn can_be_made_again(gil: Gil<'_>, value: &Value) -> bool {
    let class = value.class(gil);
    let plain = [
        super::Instance::layout(),
        super::super::list::List::layout(),
        dict::Dict::layout(),
        super::super::tuple::Tuple::layout(),
        super::super::set::Set::layout(),
        super::super::set::FrozenSet::layout(),
        super::super::int::BigInt::layout(),
        super::super::float::Float::layout(),
        crate::object::Text::layout(),
    ];
    let is_plain = plain.iter().any(|layout| std::ptr::eq(*layout, class.layout));
    let is_function = std::ptr::eq(class.layout, function::Function::layout());
    is_plain
        && !is_function
        && (class.has(flags::HEAP) || class.is(super::class(gil)) || class.has(flags::BASE))
}
