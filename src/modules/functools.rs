//! `_functools`: `reduce`, `cmp_to_key`, `partial` and the memory of `lru_cache`, under `functools`.

mod cache;
mod key;
mod partial;

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::{Kind, type_error};
use crate::object::{Arguments, Ref, Result, Value, operations};
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_functools",
    doc: "Tools that operate on functions.",
    functions: &[
        Function::new(
            "reduce",
            "($module, function, iterable, initial=<unrepresentable>, /)",
            "Apply a function of two arguments cumulatively to the items of an iterable, from left to right.\n\nThis \
             effectively reduces the iterable to a single value.  If initial is present,\nit is placed before the items of \
             the iterable in the calculation, and serves as\na default when the iterable is empty.\n\nFor example, \
             reduce(lambda x, y: x+y, [1, 2, 3, 4, 5])\ncalculates ((((1 + 2) + 3) + 4) + 5).",
            reduce,
        ),
        key::CMP_TO_KEY,
    ],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    builder::build(gil, &key::SPEC);
    module.set(gil, "partial", builder::build(gil, &partial::SPEC).into_value());
    module.set(gil, "_lru_cache_wrapper", builder::build(gil, &cache::SPEC).into_value());
    Ok(())
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "reduce", 2, 3)?;
    let iterator = operations::iterate(gil, &given[1]).map_err(|raised| {
        if !raised.is(gil, Kind::TypeError) {
            return raised;
        }
        type_error(gil, "reduce() arg 2 must support iteration")
    })?;
    let first = match given.get(2) {
        Some(initial) => Some(initial.clone()),
        None => operations::next(gil, &iterator)?,
    };
    let Some(mut result) = first else {
        return Err(type_error(gil, "reduce() of empty iterable with no initial value"));
    };
    while let Some(item) = operations::next(gil, &iterator)? {
        result = operations::call(gil, &given[0], Arguments::positional(&[result, item]))?;
    }
    Ok(result)
}
