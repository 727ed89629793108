//! The built-in types, one file or folder each.
//!
//! A type's file holds its payload, what makes and reads values of it, its slots and methods, and at its foot one
//! [`TypeSpec`] that declares it. Types never name the machine: to call back into
//! Python they use [`operations`](crate::object::operations), whose slots lead there.
//!
//! In reading order: `builder` and `slots` (tables to types, special methods to slots and back), `object` and `class`,
//! descriptors (`descriptor`, `wrapper`, `property`, `class_method`, `static_method`, `super_`), what is called
//! (`function`, `method`, `native_function`, `code`, `cell`), `module`, then the types of data.

pub mod bool;
pub mod buffer;
pub mod builder;
pub mod bytearray;
pub mod bytes;
pub mod cell;
pub mod class;
pub mod class_method;
pub mod code;
pub mod codecs;
pub mod complex;
pub mod descriptor;
pub mod dict;
pub mod dict_views;
pub mod exceptions;
pub mod float;
pub mod format_spec;
pub mod function;
pub mod generic_alias;
pub mod indexing;
pub mod int;
pub mod iterators;
pub mod keyed;
pub mod list;
pub mod mapping_proxy;
pub mod memoryview;
pub mod method;
pub mod module;
pub mod native_function;
pub mod object;
pub mod property;
pub mod range;
pub mod sequence;
pub mod set;
pub mod singletons;
pub mod slice;
pub mod slots;
pub mod static_method;
pub mod str;
pub mod super_;
pub mod traceback;
pub mod tuple;
pub mod union;
pub mod unraisable;
pub mod warning;
pub mod weakref;
pub mod wrapper;

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::class::Type;
use crate::object::native::TypeSpec;
use crate::object::{Bits, Global, Ref, attributes, shape};

/// The built-in types, bases before what derives from them; `type` and `object` apart.
static ALL: &[&TypeSpec] = &[
    &attributes::SPEC,
    &singletons::NONE_SPEC,
    &int::SPEC,
    &bool::SPEC,
    &float::SPEC,
    &complex::SPEC,
    &range::SPEC,
    &range::ITERATOR_SPEC,
    &range::BIG_ITERATOR_SPEC,
    &slice::SPEC,
    &tuple::SPEC,
    &list::SPEC,
    &dict::SPEC,
    &sequence::iterator::LIST,
    &sequence::iterator::LIST_REVERSE,
    &sequence::iterator::TUPLE,
    &sequence::iterator::SEQUENCE,
    &dict_views::KEYS,
    &dict_views::VALUES,
    &dict_views::ITEMS,
    &dict_views::iterator::KEYS,
    &dict_views::iterator::VALUES,
    &dict_views::iterator::ITEMS,
    &dict_views::iterator::REVERSE_KEYS,
    &dict_views::iterator::REVERSE_VALUES,
    &dict_views::iterator::REVERSE_ITEMS,
    &iterators::ENUMERATE,
    &iterators::ZIP,
    &iterators::MAP,
    &iterators::FILTER,
    &iterators::REVERSED,
    &set::SPEC,
    &set::FROZEN_SPEC,
    &set::iterator::SPEC,
    &str::iterator::SPEC,
    &str::iterator::ASCII,
    &bytes::SPEC,
    &bytes::iterator::SPEC,
    &bytes::iterator::BYTEARRAY,
    &bytearray::SPEC,
    &memoryview::SPEC,
    &memoryview::lent::SPEC,
    &singletons::ELLIPSIS_SPEC,
    &singletons::NOT_IMPLEMENTED_SPEC,
    &property::SPEC,
    &super_::SPEC,
    &function::SPEC,
    &method::SPEC,
    &cell::SPEC,
    &code::SPEC,
    &module::SPEC,
    &mapping_proxy::SPEC,
    &traceback::SPEC,
    &generic_alias::SPEC,
    &generic_alias::iterator::SPEC,
    &union::SPEC,
    &weakref::SPEC,
    &weakref::proxy::SPEC,
];

/// What the namespaces of all types are made of, so these exist before any namespace is filled.
static FIRST: &[&TypeSpec] = &[
    &descriptor::METHOD_SPEC,
    &descriptor::CLASS_METHOD_SPEC,
    &descriptor::COMPUTED_SPEC,
    &descriptor::MEMBER_SPEC,
    &wrapper::SPEC,
    &wrapper::BOUND_SPEC,
    &native_function::SPEC,
    &class_method::SPEC,
    &static_method::SPEC,
];

static TYPES: Global<RefCell<Vec<Ref<Type>>>> = Global::new(RefCell::new(Vec::new()));

/// Makes all built-in types, in the order in which they need each other.
pub fn set_up(gil: Gil<'_>) {
    builder::bootstrap(gil);
    let text = builder::declare(gil, &str::SPEC);
    let mut first: Vec<(Ref<Type>, &'static TypeSpec)> = vec![(text, &str::SPEC)];
    first.extend(FIRST.iter().map(|spec| (builder::declare(gil, spec), *spec)));
    builder::complete(gil);
    let mut types = vec![class::class(gil).clone(), object::class(gil).clone()];
    for (class, spec) in first {
        builder::fill(gil, &class, spec);
        class.changed(gil);
        types.push(class);
    }
    for spec in ALL {
        types.push(builder::build(gil, spec));
    }
    types.extend(exceptions::set_up(gil));
    generic_alias::set_up(gil, &types);
    weakref::set_up(gil);
    set_up_immediates(gil, &types);
    TYPES.get(gil).replace(types);
    crate::object::operations::set_sequence_iterator(gil, sequence::iterate_by_number);
    attributes::set_dict_hooks(
        gil,
        attributes::DictHooks {
            make: dict::of,
            table: |value| value.downcast::<dict::Dict>().map(|dict| &dict.table),
        },
    );
}

/// The shapes of values that are no pointers.
fn set_up_immediates(gil: Gil<'_>, types: &[Ref<Type>]) {
    let examples = [
        ("NoneType", Bits::NONE),
        ("ellipsis", Bits::ELLIPSIS),
        ("NotImplementedType", Bits::NOT_IMPLEMENTED),
        ("bool", Bits::FALSE),
        ("bool", Bits::TRUE),
        ("int", Bits::from_bool(false)),
        ("float", Bits::from_float(0.0)),
    ];
    for (name, example) in examples {
        let example = if name == "int" { Bits::from_int(0).unwrap_or(example) } else { example };
        if let Some(class) = types.iter().find(|class| &*class.name() == name) {
            shape::set_immediate(gil, example, class.root());
        }
    }
}

/// All built-in types.
pub fn all(gil: Gil<'_>) -> Vec<Ref<Type>> {
    TYPES.get(gil).borrow().clone()
}

/// The built-in type of this name.
pub fn builtin(gil: Gil<'_>, name: &str) -> Option<Ref<Type>> {
    TYPES.get(gil).borrow().iter().find(|class| &*class.name() == name).cloned()
}

#[cfg(test)]
mod tests;
