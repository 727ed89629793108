//! The built-in exceptions: `BaseException` and all that derives from it.
//!
//! All share the payload [`Exception`]. What some of them hold besides (`errno`, `value`, ...) is in its fields, by
//! position; a type's file knows the names:
//! - `base`: what all can do; `fields`: attributes that are fields;
//! - `plain`: the types that add nothing;
//! - `values`: StopIteration, SystemExit, KeyError; `names`: NameError, AttributeError, ImportError;
//! - `os_error`, `syntax_error`, `unicode_error`, `group`.
//!
//! Must not know: who raises what, and how exceptions are printed.

mod base;
mod fields;
pub mod group;
mod names;
mod os_error;
mod plain;
mod syntax_error;
mod unicode_error;
mod values;

use crate::gil::Gil;
use crate::object::class::Type;
use crate::object::native::TypeSpec;
use crate::object::raised::{self, type_error};
use crate::object::{Arguments, Exception, Kind, Raised, Ref, Result, Value};

pub use base::{allocate, instance};
pub use group::{is_group, projection, split_by_type};

use super::{builder, tuple};

/// The types with an own file.
static SPECIAL: &[&TypeSpec] = &[
    &base::SPEC,
    &group::BASE_SPEC,
    &values::STOP_ITERATION,
    &values::SYSTEM_EXIT,
    &values::KEY_ERROR,
    &names::NAME_ERROR,
    &names::ATTRIBUTE_ERROR,
    &names::IMPORT_ERROR,
    &os_error::SPEC,
    &syntax_error::SPEC,
    &unicode_error::ENCODE,
    &unicode_error::DECODE,
    &unicode_error::TRANSLATE,
];

/// Makes all built-in exceptions.
pub fn set_up(gil: Gil<'_>) -> Vec<Ref<Type>> {
    let mut types = Vec::new();
    for &kind in Kind::ALL {
        let mut specs = SPECIAL.iter().copied().chain(plain::ALL.iter().copied());
        let spec = specs.find(|spec| spec.name == kind.name()).expect("every kind has a table");
        let class = builder::build(gil, spec);
        Kind::push_class(gil, class.clone());
        types.push(class);
    }
    types.push(group::set_up(gil));
    raised::set_maker(gil, make);
    types
}

/// An exception of a built-in type with these arguments, as calling the type makes it.
fn make(gil: Gil<'_>, kind: Kind, arguments: Vec<Value>) -> Ref<Exception> {
    let class = kind.class(gil);
    let called = super::class::instantiate(gil, class, Arguments::positional(&arguments));
    match called.map(Value::try_into_ref) {
        Ok(Ok(exception)) => exception,
        // Arguments that the type refuses are kept as they are.
        _ => base::allocate(gil, class, tuple::of(gil, arguments)),
    }
}

/// The type that a type of the kind derives from.
fn base_of(gil: Gil<'_>, kind: Kind) -> Ref<Type> {
    kind.base().map_or_else(|| super::object::class(gil).clone(), |base| base.class(gil).clone())
}

/// The value as an exception.
pub fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Exception>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'BaseException' object but received a '{name}'"))
}

/// Is the value a class that derives from BaseException?
pub fn is_exception_class(gil: Gil<'_>, value: &Value) -> bool {
    value.downcast::<Type>().is_some_and(|class| class.is_subtype(Kind::BaseException.class(gil)))
}
