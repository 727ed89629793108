//! `__slots__`: places for attributes instead of a dict.

use super::order;
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::raised::{type_error, value_error};
use crate::object::{Payload, Ref, Result, Storage, Table, Text, Value, intern_text, operations};
use crate::types::slots::names::Name;
use crate::types::{bytes, int, tuple};

/// How the instances of a new class keep attributes.
pub struct Plan {
    pub storage: Storage,
    /// Flags of the type that follow.
    pub flags: u32,
    /// The names of all places, those of the base first.
    pub names: Vec<Ref<Text>>,
    /// So many of them are the base's.
    pub inherited: usize,
    /// Does the class introduce `__dict__`, `__weakref__`?
    pub adds_dict: bool,
    pub adds_weak: bool,
}

/// What follows from the namespace's `__slots__`, or from there being none.
pub fn plan(
    gil: Gil<'_>,
    name: &Ref<Text>,
    base: &Ref<Type>,
    bases: &[Ref<Type>],
    namespace: &Table,
) -> Result<Plan> {
    let inherited: Vec<Ref<Text>> = base.slot_names.borrow().clone();
    let base_dict = order::has_dict(base);
    let base_weak = base.has(flags::WEAKLY_REFERENCED);
    let declared = namespace.get_text(Name::Slots.text(gil)).cloned();
    let mut plan = Plan {
        storage: Storage::Slots,
        flags: 0,
        inherited: inherited.len(),
        names: inherited,
        adds_dict: !base_dict,
        adds_weak: !base_weak,
    };
    if let Some(declared) = declared {
        let own = names_of(gil, name, &declared)?;
        let disallowed = |what: &str| type_error(gil, format!("{what} slot disallowed: we already got one"));
        if !own.is_empty() && is_variable_size(base) {
            let base = base.name();
            return Err(type_error(gil, format!("nonempty __slots__ not supported for subtype of '{base}'")));
        }
        let (mut wants_dict, mut wants_weak) = (false, false);
        let mut places = Vec::new();
        for place in own {
            match place.bytes() {
                b"__dict__" if base_dict || wants_dict => return Err(disallowed("__dict__")),
                b"__weakref__" if base_weak || wants_weak => return Err(disallowed("__weakref__")),
                b"__dict__" => wants_dict = true,
                b"__weakref__" => wants_weak = true,
                _ => {
                    let place = mangle(gil, name, &place);
                    let special =
                        [&b"__qualname__"[..], b"__classcell__", b"__firstlineno__"].contains(&place.bytes());
                    if namespace.find_text(&place).is_some() && !special {
                        let place = place.lossy();
                        return Err(value_error(
                            gil,
                            format!("'{place}' in __slots__ conflicts with class variable"),
                        ));
                    }
                    places.push(place);
                }
            }
        }
        places.sort_by(|left, right| left.bytes().cmp(right.bytes()));
        plan.names.extend(places);
        let others = || bases.iter().filter(|other| !other.is(base));
        plan.adds_dict = !base_dict && (wants_dict || others().any(order::has_dict));
        plan.adds_weak =
            !base_weak && (wants_weak || others().any(|other| other.has(flags::WEAKLY_REFERENCED)));
    }
    if !order::keeps_attributes(base) && !plan.adds_dict {
        plan.flags |= flags::SLOTS_ONLY;
        if plan.names.is_empty() {
            plan.storage = Storage::Nothing;
            plan.flags &= !flags::SLOTS_ONLY;
        }
    }
    if base_weak || plan.adds_weak {
        plan.flags |= flags::WEAKLY_REFERENCED;
    }
    Ok(plan)
}

fn is_variable_size(base: &Ref<Type>) -> bool {
    [int::BigInt::layout(), tuple::Tuple::layout(), bytes::Bytes::layout(), Type::layout()]
        .iter()
        .any(|layout| std::ptr::eq(*layout, base.layout))
}

fn names_of(gil: Gil<'_>, _class: &Ref<Text>, declared: &Value) -> Result<Vec<Ref<Text>>> {
    let values = match declared.downcast::<Text>() {
        Some(_) => vec![declared.clone()],
        None => operations::collect(gil, declared)?,
    };
    let checked = |value: Value| match value.downcast::<Text>() {
        Some(text) if is_identifier(text) => Ok(intern_text(gil, text)),
        Some(_) => Err(type_error(gil, "__slots__ must be identifiers")),
        None => {
            let name = value.class(gil).name();
            Err(type_error(gil, format!("__slots__ items must be strings, not '{name}'")))
        }
    };
    values.into_iter().map(checked).collect()
}

/// Is it an identifier?
pub fn is_identifier(text: &Text) -> bool {
    let Some(text) = text.as_str() else { return false };
    let mut characters = text.chars();
    characters.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && characters.all(unicode_ident::is_xid_continue)
}

/// `__name` in the class `Class` is `_Class__name`.
fn mangle(gil: Gil<'_>, class: &Ref<Text>, name: &Ref<Text>) -> Ref<Text> {
    let private = name.bytes().starts_with(b"__") && !name.bytes().ends_with(b"__");
    let class = class.lossy();
    let stem = class.trim_start_matches('_');
    if !private || stem.is_empty() {
        return name.clone();
    }
    crate::object::intern(gil, &format!("_{stem}{}", name.lossy()))
}
