//! `_collections`: the containers under `collections`.

mod default_dict;
mod deque;

use crate::gil::Gil;
use crate::object::{Ref, Result};
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_collections",
    doc: "High performance data structures.",
    functions: &[],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    builder::build(gil, &deque::ITERATOR);
    module.set(gil, "deque", builder::build(gil, &deque::SPEC).into_value());
    module.set(gil, "defaultdict", builder::build(gil, &default_dict::SPEC).into_value());
    Ok(())
}
