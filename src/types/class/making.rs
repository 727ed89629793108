//! Making a class: what `type(name, bases, namespace)` and the end of a class statement do.

use std::cell::Cell as Variable;

use super::places::{self, Plan};
use super::{class, order};
use crate::gil::{Gil, Guarded};
use crate::object::class::{Type, TypeParts, flags};
use crate::object::raised::{Exception, type_error, value_error};
use crate::object::slots::{New, SlotTable};
use crate::object::{Arguments, Kind, Ref, Result, Table, Text, Value, intern, operations};
use crate::types::slots::{self, names::Name};
use crate::types::{cell, class_method, descriptor, dict, function, object, static_method, tuple};

/// Finds the `__name__` of the module that runs now.
pub type CurrentModule = fn(Gil<'_>) -> Option<Value>;

static CURRENT_MODULE: Guarded<Variable<Option<CurrentModule>>> = Guarded::new(Variable::new(None));

/// Says how to find the running module's name; the machine does, at start.
pub fn set_current_module(gil: Gil<'_>, find: CurrentModule) {
    CURRENT_MODULE.get(gil).set(Some(find));
}

/// The metatype of a class with these bases: the most derived of theirs and the one asked for.
pub fn metatype(gil: Gil<'_>, asked: &Ref<Type>, bases: &[Value]) -> Result<Ref<Type>> {
    let mut winner = asked.clone();
    for base in bases {
        let meta = base.class(gil);
        if winner.is_subtype(meta) {
            continue;
        }
        if !meta.is_subtype(&winner) {
            return Err(type_error(
                gil,
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
                 metaclasses of all its bases",
            ));
        }
        winner = meta.clone();
    }
    Ok(winner)
}

/// A new class. `arguments` are those of the call, with the keywords for `__init_subclass__`.
pub fn make(
    gil: Gil<'_>,
    meta: &Ref<Type>,
    name: &Value,
    bases: &Value,
    namespace: &Value,
    arguments: Arguments<'_>,
) -> Result<Value> {
    let wrong = |number: usize, expected: &str, got: &Value| {
        let got = got.class(gil).name();
        type_error(gil, format!("type.__new__() argument {number} must be {expected}, not {got}"))
    };
    let text = name.downcast::<Text>().ok_or_else(|| wrong(1, "str", name))?;
    let base_values = tuple::items_of(bases).ok_or_else(|| wrong(2, "tuple", bases))?;
    let dict = namespace.downcast::<dict::Dict>().ok_or_else(|| wrong(3, "dict", namespace))?;
    let winner = metatype(gil, meta, &base_values)?;
    let own_new: New = super::new;
    if !winner.is(meta)
        && let Some(new) = winner.slots.new.get()
        && !std::ptr::fn_addr_eq(new, own_new)
    {
        return new(gil, &winner, arguments);
    }
    let mut bases = order::bases_as_types(gil, &base_values)?;
    if bases.is_empty() {
        bases.push(object::class(gil).clone());
    }
    if let Some(incomplete) = bases.iter().find(|base| base.mro().is_empty()) {
        let message = format!("Cannot extend an incomplete type '{}'", incomplete.name());
        return Err(type_error(gil, message));
    }
    if text.bytes().contains(&0) {
        return Err(value_error(gil, "type name must not contain null characters"));
    }
    check_text(gil, name)?;
    if let Some(doc) = dict.table.borrow().get_text(Name::Doc.text(gil)) {
        check_text(gil, doc)?;
    }
    let base = order::best_base(gil, &bases)?;
    let mut table = dict.table.borrow().copy();
    let plan = places::plan(gil, text, &base, &bases, &table)?;
    let cell = prepare_namespace(gil, text, &mut table)?;
    let dict_cell = take_text(&mut table, &intern(gil, "__classdictcell__"));
    let new = allocate(gil, &winner, text, &base, bases, &plan, &mut table)?;
    let attributes: Vec<(Value, Value)> =
        table.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
    let old = new.attributes.replace(table);
    drop(old);
    add_places(gil, &new, &plan);
    // A metatype's `mro` may call methods of the class already.
    if let Some(cell) = cell {
        cell.set(Some(new.to_value()));
    }
    // Annotations that are evaluated later see what the class holds by then.
    if let Some(cell) = dict_cell.as_ref().and_then(|cell| cell.downcast::<cell::Cell>()) {
        cell.set(Some(super::super::mapping_proxy::of_class(gil, &new)));
    }
    let mro = resolve(gil, &new)?;
    new.set_mro(gil, mro);
    new.register();
    slots::update(gil, &new);
    inherit_flags(&new);
    if attributes.iter().any(|(key, _)| key.downcast::<Text>().is_none()) {
        let message = format!("non-string key in the __dict__ of class {}", new.name());
        crate::types::warning::warn(gil, Kind::RuntimeWarning, &message)?;
    }
    set_names(gil, &new, attributes)?;
    init_subclass(gil, &new, arguments)?;
    Ok(new.into_value())
}

/// Refuses a text that UTF-8 cannot tell: one with halves of surrogate pairs.
pub fn check_text(gil: Gil<'_>, text: &Value) -> Result<()> {
    match text.downcast::<Text>() {
        Some(found) if std::str::from_utf8(found.bytes()).is_err() => {
            let arguments = [Ref::text(gil, "utf-8").into_value()];
            operations::call_method(gil, text, "encode", &arguments).map(drop)
        }
        _ => Ok(()),
    }
}

fn allocate(
    gil: Gil<'_>,
    meta: &Ref<Type>,
    name: &Ref<Text>,
    base: &Ref<Type>,
    bases: Vec<Ref<Type>>,
    plan: &Plan,
    table: &mut Table,
) -> Result<Ref<Type>> {
    let qualified = match take(gil, table, Name::Qualname) {
        None => name.lossy().into_owned(),
        Some(qualified) => match qualified.downcast::<Text>() {
            Some(text) => text.lossy().into_owned(),
            None => {
                let name = qualified.class(gil).name();
                return Err(type_error(gil, format!("type __qualname__ must be a str, not {name}")));
            }
        },
    };
    let shown = name.lossy();
    let parts = TypeParts {
        name: &shown,
        layout: base.layout,
        storage: plan.storage,
        base: Some(base.clone()),
        bases,
        slots: &SlotTable::EMPTY,
        flags: flags::HEAP | flags::BASE | plan.flags,
        slot_names: plan.names.clone(),
    };
    let class = Ref::new_type(gil, meta.root(), parts);
    class.set_qualified_name(&qualified);
    Ok(class)
}

fn take_text(table: &mut Table, name: &Ref<Text>) -> Option<Value> {
    let position = table.find_text(name)?;
    table.remove(position).map(|entry| entry.value)
}

/// Takes an entry out of the namespace.
fn take(gil: Gil<'_>, table: &mut Table, name: Name) -> Option<Value> {
    let position = table.find_text(name.text(gil))?;
    table.remove(position).map(|entry| entry.value)
}

/// Adds what every class has and wraps what needs it. The result is the cell of `__class__`, if a method uses it.
fn prepare_namespace(gil: Gil<'_>, _name: &Ref<Text>, table: &mut Table) -> Result<Option<Ref<cell::Cell>>> {
    if table.find_text(Name::Module.text(gil)).is_none()
        && let Some(find) = CURRENT_MODULE.get(gil).get()
        && let Some(module) = find(gil)
    {
        drop(table.set_text(Name::Module.text(gil), module));
    }
    wrap(gil, table, Name::New, |function| static_method::of(gil, function));
    wrap(gil, table, Name::InitSubclass, |function| class_method::of(gil, function));
    wrap(gil, table, Name::ClassGetItem, |function| class_method::of(gil, function));
    if table.find_text(Name::Doc.text(gil)).is_none() {
        drop(table.set_text(Name::Doc.text(gil), Value::NONE));
    }
    let equal = slots::names::comparison(gil, crate::object::Comparison::Equal);
    if table.find_text(equal).is_some() && table.find_text(Name::Hash.text(gil)).is_none() {
        drop(table.set_text(Name::Hash.text(gil), Value::NONE));
    }
    let Some(found) = take(gil, table, Name::ClassCell) else { return Ok(None) };
    found.try_into_ref::<cell::Cell>().map(Some).map_err(|found| {
        let name = found.class(gil).to_value();
        let shown =
            operations::repr(gil, &name).map_or_else(|_| String::new(), |text| text.lossy().into_owned());
        type_error(gil, format!("__classcell__ must be a nonlocal cell, not {shown}"))
    })
}

fn wrap(gil: Gil<'_>, table: &mut Table, name: Name, wrapper: impl Fn(Value) -> Value) {
    let Some(position) = table.find_text(name.text(gil)) else { return };
    let Some(value) = table.entry(position).map(|entry| entry.value.clone()) else { return };
    if value.downcast::<function::Function>().is_some() {
        drop(table.replace(position, wrapper(value)));
    }
}

/// Adds the descriptors of `__slots__`, `__dict__` and `__weakref__`.
fn add_places(gil: Gil<'_>, class: &Ref<Type>, plan: &Plan) {
    for (place, name) in plan.names.iter().enumerate().skip(plan.inherited) {
        let descriptor = descriptor::member(gil, class, name, place);
        drop(class.attributes.borrow_mut().set_text(name, descriptor));
    }
    let add = |attribute: &'static crate::object::native::Attribute| {
        let name = intern(gil, attribute.name);
        if class.attributes.borrow().find_text(&name).is_none() {
            let descriptor = descriptor::computed(gil, class, attribute);
            drop(class.attributes.borrow_mut().set_text(&name, descriptor));
        }
    };
    if plan.adds_dict {
        add(&descriptor::DICT);
    }
    if plan.adds_weak {
        add(&descriptor::WEAK_REFERENCE);
    }
}

/// The order of resolution: by the metatype's `mro`, where it has one of its own.
pub fn resolve(gil: Gil<'_>, new: &Ref<Type>) -> Result<Vec<Ref<Type>>> {
    let bases = new.bases.borrow().clone();
    let meta = new.as_value().class(gil);
    let name = Name::Mro.text(gil);
    let (own, default) = (meta.lookup(name), class(gil).entry(name));
    let (Some(own), Some(default)) = (own, default) else { return order::linearize(gil, new, &bases) };
    if own.is(&default) {
        return order::linearize(gil, new, &bases);
    }
    let result = slots::trampolines::call_on(gil, new.as_value(), name, &[])?.unwrap_or(Value::NONE);
    let solid = order::solid_base(new);
    let checked = |class: Value| match class.downcast::<Type>() {
        Some(class) if solid.is_subtype(&order::solid_base(class)) => Ok(class.clone()),
        Some(class) => {
            let message = format!("mro() returned base with unsuitable layout ('{}')", class.name());
            Err(type_error(gil, message))
        }
        None => {
            let message = format!("mro() returned a non-class ('{}')", class.class(gil).name());
            Err(type_error(gil, message))
        }
    };
    operations::collect(gil, &result)?.into_iter().map(checked).collect()
}

/// What instances of the bases are to patterns they are to this class.
fn inherit_flags(class: &Ref<Type>) {
    for base in class.mro().iter().skip(1) {
        for flag in [flags::SEQUENCE, flags::MAPPING, flags::MATCH_SELF] {
            let excluded = match flag {
                flags::SEQUENCE => class.has(flags::MAPPING),
                flags::MAPPING => class.has(flags::SEQUENCE),
                _ => false,
            };
            if base.has(flag) && !excluded {
                class.set_flag(flag, true);
            }
        }
    }
}

/// Calls `__set_name__` of the namespace's values.
fn set_names(gil: Gil<'_>, class: &Ref<Type>, attributes: Vec<(Value, Value)>) -> Result<()> {
    let name = Name::SetName.text(gil);
    for (key, value) in attributes {
        let Err(raised) = slots::trampolines::call_on(gil, &value, name, &[class.as_value(), &key]) else {
            continue;
        };
        let key = operations::repr(gil, &key)?;
        let (kind, shown) = (value.class(gil).name(), key.lossy());
        let note = format!("Error calling __set_name__ on '{kind}' instance {shown} in '{}'", class.name());
        add_note(gil, raised.exception(), &note)?;
        return Err(raised);
    }
    Ok(())
}

fn add_note(gil: Gil<'_>, exception: &Ref<Exception>, note: &str) -> Result<()> {
    let note = Ref::text(gil, note).into_value();
    match operations::call_method(gil, exception.as_value(), "add_note", &[note]) {
        Err(raised) if !raised.is(gil, Kind::AttributeError) => Err(raised),
        _ => Ok(()),
    }
}

/// Calls the `__init_subclass__` that the class inherits, with the keywords of the class statement.
fn init_subclass(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<()> {
    let name = Name::InitSubclass.text(gil);
    let order = class.mro();
    if !order.iter().any(|base| base.is(class)) {
        // A metatype's `mro` has left the class itself out.
        let name = class.name();
        let message =
            format!("super(type, obj): obj (type {name}) is not an instance or subtype of type ({name}).");
        return Err(type_error(gil, message));
    }
    let found = order.iter().skip(1).find_map(|base| base.entry(name));
    let Some(found) = found else { return Ok(()) };
    let hook = match found.class(gil).slots.descriptor_get.get() {
        Some(get) => get(gil, &found, None, class.as_value())?,
        None => found,
    };
    let from = arguments.values.len() - arguments.names.len();
    let keywords = Arguments { values: &arguments.values[from..], names: arguments.names };
    operations::call(gil, &hook, keywords)?;
    Ok(())
}

/// Changes `__bases__`: the order of resolution of the class and of all that derive from it follows.
pub fn set_bases(gil: Gil<'_>, class: &Ref<Type>, bases: Vec<Ref<Type>>) -> Result<()> {
    if bases.iter().any(|base| base.is_subtype(class) || derives_from(base, class)) {
        return Err(type_error(gil, "a __bases__ item causes an inheritance cycle"));
    }
    let base = order::best_base(gil, &bases)?;
    let old_base = class.base.borrow().clone();
    if old_base.is_some_and(|old| {
        !std::ptr::eq(old.layout, base.layout)
            || old.storage != base.storage && !class.slot_names.borrow().is_empty()
    }) {
        let (new, old) =
            (base.name(), class.base.borrow().as_ref().map_or_else(|| "object".into(), |old| old.name()));
        let message = format!("__bases__ assignment: '{new}' object layout differs from '{old}'");
        return Err(type_error(gil, message));
    }
    let old_bases = class.replace_bases(bases.clone());
    let old_base = class.base.replace(Some(base));
    class.register();
    match reorder(gil, class) {
        Ok(()) => {
            drop((old_bases, old_base));
            slots::update_all(gil, class);
            Ok(())
        }
        // A metatype's `mro` may have given it other bases meanwhile: those stay.
        Err(raised) if !same_bases(&class.bases.borrow(), &bases) => Err(raised),
        Err(raised) => {
            drop(class.replace_bases(old_bases));
            let refused = class.base.replace(old_base);
            drop(refused);
            class.register();
            reorder(gil, class)?;
            Err(raised)
        }
    }
}

fn same_bases(some: &[Ref<Type>], others: &[Ref<Type>]) -> bool {
    some.len() == others.len() && some.iter().zip(others).all(|(some, other)| some.is(other))
}

/// Does a class derive from another by its bases? Its order of resolution may not say so yet.
fn derives_from(class: &Ref<Type>, other: &Ref<Type>) -> bool {
    let mut pending = vec![class.clone()];
    let mut seen: Vec<Ref<Type>> = Vec::new();
    while let Some(class) = pending.pop() {
        if class.is(other) {
            return true;
        }
        if !seen.iter().any(|known| known.is(&class)) {
            pending.extend(class.bases.borrow().iter().cloned());
            seen.push(class);
        }
    }
    false
}

fn reorder(gil: Gil<'_>, class: &Ref<Type>) -> Result<()> {
    crate::object::recursion::enter(gil)?;
    let mro = resolve(gil, class)?;
    class.set_mro(gil, mro);
    for subclass in class.subclasses() {
        reorder(gil, &subclass)?;
    }
    Ok(())
}
