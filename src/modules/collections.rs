//! `_collections`: the containers under `collections`.

mod default_dict;
pub mod deque;
mod order;

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::{Ref, Result};
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_collections",
    doc: "High performance data structures.",
    functions: &[Function::new(
        "_move_to_end",
        "($module, dict, key, last, /)",
        "Move an item of a dict to the end, or to the beginning.",
        order::move_to_end,
    )],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for spec in [&deque::iterator::FORWARDS, &deque::iterator::BACKWARDS] {
        module.set(gil, spec.name, builder::build(gil, spec).into_value());
    }
    module.set(gil, "deque", builder::build(gil, &deque::SPEC).into_value());
    let default_dict = builder::build(gil, &default_dict::SPEC);
    default_dict::remember(gil, &default_dict);
    module.set(gil, "defaultdict", default_dict.into_value());
    Ok(())
}
