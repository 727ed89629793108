//! Type objects from the tables that built-in types declare.

use std::cell::RefCell;

use super::slots::{self, names::Name, special::Slot};
use super::{class, descriptor, native_function, object, static_method, wrapper};
use crate::gil::Gil;
use crate::object::class::{self as object_class, Type, TypeParts, flags};
use crate::object::native::{Binding, Function, TypeSpec};
use crate::object::{Global, Operator, Ref, Storage, Text, Value, intern};

/// Makes `type` and `object`, on which all others stand.
pub fn bootstrap(gil: Gil<'_>) {
    let meta = object_class::bootstrap(gil, &class::SPEC.slots, class::SPEC.flags);
    (class::SPEC.layout)().exact.set(gil, meta.root());
    let root = make(gil, &object::SPEC, None);
    (object::SPEC.layout)().exact.set(gil, root.root());
    keep(&root);
    *meta.base.borrow_mut() = Some(root.clone());
    meta.bases.borrow_mut().push(root.clone());
    settle(gil, &root, None);
    settle(gil, &meta, Some(&root));
}

/// Fills the namespaces of `type` and `object`, once the types of descriptors are there.
pub fn complete(gil: Gil<'_>) {
    for spec in [&object::SPEC, &class::SPEC] {
        let class = (spec.layout)().exact.get(gil).class().clone();
        fill(gil, &class, spec);
        class.changed(gil);
    }
}

/// The type object of a table. It lives for ever.
pub fn build(gil: Gil<'_>, spec: &'static TypeSpec) -> Ref<Type> {
    let class = declare(gil, spec);
    fill(gil, &class, spec);
    class.changed(gil);
    class
}

/// The type object of a table, which may have been built before: a module that is imported afresh has the same types.
pub fn build_once(gil: Gil<'_>, spec: &'static TypeSpec) -> Ref<Type> {
    let exact = &(spec.layout)().exact;
    match exact.is_set(gil) {
        true => exact.get(gil).class().clone(),
        false => build(gil, spec),
    }
}

/// The same with an empty namespace, to be filled later.
pub fn declare(gil: Gil<'_>, spec: &'static TypeSpec) -> Ref<Type> {
    let base = match spec.base {
        Some(base) => base(gil),
        None => object::class(gil).clone(),
    };
    let class = make(gil, spec, Some(&base));
    let exact = &(spec.layout)().exact;
    if !exact.is_set(gil) {
        exact.set(gil, class.root());
    }
    keep(&class);
    settle(gil, &class, Some(&base));
    class
}

/// Built-in types live for ever: shapes and layouts point to them uncounted.
fn keep(class: &Ref<Type>) {
    std::mem::forget(class.clone());
}

fn make(gil: Gil<'_>, spec: &TypeSpec, base: Option<&Ref<Type>>) -> Ref<Type> {
    let storage = match (spec.storage, base) {
        (Storage::Nothing, Some(base)) => base.storage,
        (storage, _) => storage,
    };
    const INHERITED: u32 = flags::WEAKLY_REFERENCED | flags::SEQUENCE | flags::MAPPING | flags::MATCH_SELF;
    let inherited = base.map_or(0, |base| base.flags.get() & INHERITED);
    let parts = TypeParts {
        name: spec.name,
        layout: (spec.layout)(),
        storage,
        base: base.cloned(),
        bases: base.into_iter().cloned().collect(),
        slots: &spec.slots,
        flags: spec.flags | inherited,
        slot_names: Vec::new(),
    };
    Ref::new_type(gil, class::class(gil).root(), parts)
}

/// Gives the class its order of resolution and what it inherits.
fn settle(gil: Gil<'_>, class: &Ref<Type>, base: Option<&Ref<Type>>) {
    let mut order = vec![class.clone()];
    if let Some(base) = base {
        order.extend(base.mro().iter().cloned());
        class.slots.inherit(&base.slots);
        if class.has(flags::NO_INSTANCES) {
            class.slots.new.set(None);
        }
    }
    class.set_mro(gil, order);
    class.register();
}

/// Fills the namespace.
pub fn fill(gil: Gil<'_>, class: &Ref<Type>, spec: &'static TypeSpec) {
    let add = |name: &Ref<Text>, value: Value| {
        let old = class.attributes.borrow_mut().set_text(name, value);
        drop(old);
    };
    let own = crate::object::slots::Slots::new(&spec.slots);
    for special in slots::specials(gil) {
        if special.is_filled(&own) && !is_left_out(spec, special.slot) {
            add(&special.name, wrapper::of(gil, class, special));
        }
    }
    if spec.slots.new.is_some() {
        add(Name::New.text(gil), native_function::constructor(gil, class));
    }
    if spec.slots.compare.is_some() && spec.slots.hash.is_none() {
        add(Name::Hash.text(gil), Value::NONE);
    }
    for function in spec.methods {
        add(&intern(gil, function.name), method(gil, class, function));
    }
    for attribute in spec.attributes {
        add(&intern(gil, attribute.name), descriptor::computed(gil, class, attribute));
    }
    let doc = Name::Doc.text(gil);
    let shadowed = class.entry(doc).is_some();
    if !shadowed {
        add(doc, descriptor::text_or_none(gil, spec.doc));
    }
    if shadowed || !spec.signature.is_empty() {
        SPECS.get(gil).borrow_mut().push((class.clone(), spec));
    }
    if spec.module != "builtins" {
        add(Name::Module.text(gil), intern(gil, spec.module).into_value());
        class.tell_module(spec.module);
    }
}

/// The tables of types that tell more of themselves than their namespace holds: a signature, or a documentation where
/// the namespace has how instances get theirs.
static SPECS: Global<RefCell<Vec<(Ref<Type>, &'static TypeSpec)>>> = Global::new(RefCell::new(Vec::new()));

fn spec_of(gil: Gil<'_>, class: &Ref<Type>) -> Option<&'static TypeSpec> {
    SPECS.get(gil).borrow().iter().find(|(known, _)| known.is(class)).map(|(_, spec)| *spec)
}

/// The documentation of a built-in type whose namespace holds how instances get theirs.
pub fn doc_of(gil: Gil<'_>, class: &Ref<Type>) -> Option<&'static str> {
    spec_of(gil, class).map(|spec| spec.doc)
}

/// What calling a built-in type takes, where a signature can tell it.
pub fn signature_of(gil: Gil<'_>, class: &Ref<Type>) -> Option<&'static str> {
    spec_of(gil, class).map(|spec| spec.signature).filter(|signature| !signature.is_empty())
}

/// Sequences add and index without what numbers have: no `__radd__`, no `__rmod__` but that of text.
fn is_left_out(spec: &TypeSpec, slot: Slot) -> bool {
    let is_sequence = spec.flags & flags::SEQUENCE != 0 || ["str", "bytes", "bytearray"].contains(&spec.name);
    match slot {
        Slot::Reflected(Operator::Add) => is_sequence,
        Slot::DelItem => spec.name == "mappingproxy",
        _ => false,
    }
}

fn method(gil: Gil<'_>, class: &Ref<Type>, function: &'static Function) -> Value {
    match function.binding {
        Binding::Instance => descriptor::method(gil, class, function),
        Binding::Class => descriptor::class_method(gil, class, function),
        Binding::Static => static_method::of(gil, native_function::of_type(gil, function, class)),
    }
}
