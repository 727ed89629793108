//! The order of resolution (C3), and which base gives a class its layout.

use std::collections::VecDeque;

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::raised::type_error;
use crate::object::{Payload, Raised, Ref, Result, Storage, Value};
use crate::types::module::Module;

/// The order of resolution of a class with these bases.
pub fn linearize(gil: Gil<'_>, class: &Ref<Type>, bases: &[Ref<Type>]) -> Result<Vec<Ref<Type>>> {
    let mut order = vec![class.clone()];
    if let [base] = bases {
        order.extend(base.mro().iter().cloned());
        return Ok(order);
    }
    for (place, base) in bases.iter().enumerate() {
        if bases[..place].iter().any(|other| other.is(base)) {
            return Err(type_error(gil, format!("duplicate base class {}", base.name())));
        }
    }
    let mut rows: Vec<VecDeque<Ref<Type>>> =
        bases.iter().map(|base| base.mro().iter().cloned().collect()).collect();
    rows.push(bases.iter().cloned().collect());
    loop {
        rows.retain(|row| !row.is_empty());
        if rows.is_empty() {
            return Ok(order);
        }
        let is_good =
            |head: &Ref<Type>| !rows.iter().any(|row| row.iter().skip(1).any(|later| later.is(head)));
        let Some(next) = rows.iter().map(|row| &row[0]).find(|head| is_good(head)).cloned() else {
            return Err(inconsistent(gil, &rows));
        };
        for row in &mut rows {
            if row.front().is_some_and(|head| head.is(&next)) {
                row.pop_front();
            }
        }
        order.push(next);
    }
}

#[cold]
fn inconsistent(gil: Gil<'_>, rows: &[VecDeque<Ref<Type>>]) -> Raised {
    let mut heads: Vec<&Ref<Type>> = Vec::new();
    for row in rows {
        if !heads.iter().any(|head| head.is(&row[0])) {
            heads.push(&row[0]);
        }
    }
    let names: Vec<_> = heads.iter().map(|head| head.name().to_string()).collect();
    let message =
        format!("Cannot create a consistent method resolution order (MRO) for bases {}", names.join(", "));
    type_error(gil, message)
}

/// The bases as types.
pub fn bases_as_types(gil: Gil<'_>, bases: &[Value]) -> Result<Vec<Ref<Type>>> {
    let as_type = |base: &Value| match base.downcast::<Type>() {
        Some(base) => Ok(base.clone()),
        None if base.class(gil).lookup(super::Name::MroEntries.text(gil)).is_some() => {
            Err(type_error(gil, "type() doesn't support MRO entry resolution; use types.new_class()"))
        }
        None => Err(type_error(gil, "bases must be types")),
    };
    bases.iter().map(as_type).collect()
}

/// The base whose layout a class with these bases extends.
pub fn best_base(gil: Gil<'_>, bases: &[Ref<Type>]) -> Result<Ref<Type>> {
    let mut best: Option<(Ref<Type>, Ref<Type>)> = None;
    for base in bases {
        if !base.has(flags::BASE) {
            let name = base.name();
            return Err(type_error(gil, format!("type '{name}' is not an acceptable base type")));
        }
        let candidate = solid_base(base);
        best = match best {
            None => Some((base.clone(), candidate)),
            Some((best, winner)) if winner.is_subtype(&candidate) => Some((best, winner)),
            Some((_, winner)) if candidate.is_subtype(&winner) => Some((base.clone(), candidate)),
            Some(_) => return Err(type_error(gil, "multiple bases have instance lay-out conflict")),
        };
    }
    match best {
        Some((base, _)) => Ok(base),
        None => Ok(crate::types::object::class(gil).clone()),
    }
}

/// The nearest type in the line of `__base__` that adds something to its base's layout.
pub fn solid_base(class: &Ref<Type>) -> Ref<Type> {
    let base = class.base.borrow().clone();
    let Some(base) = base else { return class.clone() };
    let adds_places = class.slot_names.borrow().len() > base.slot_names.borrow().len();
    if !std::ptr::eq(class.layout, base.layout) || adds_places || class.has(flags::OWN_FIELDS) {
        return class.clone();
    }
    solid_base(&base)
}

/// Have its instances a dict: in their attribute area, or, as modules and classes, in their payload?
pub fn has_dict(class: &Ref<Type>) -> bool {
    keeps_attributes(class) || has_namespace(class)
}

/// Do its instances keep attributes under any name in their attribute area?
pub fn keeps_attributes(class: &Ref<Type>) -> bool {
    class.storage != Storage::Nothing && !class.has(flags::SLOTS_ONLY)
}

fn has_namespace(class: &Ref<Type>) -> bool {
    std::ptr::eq(class.layout, Type::layout()) || std::ptr::eq(class.layout, Module::layout())
}
