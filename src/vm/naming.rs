//! What the code that runs calls an object: the variable or attribute that holds it, for reports.
//!
//! A name is a help for people, nothing depends on it: looked for are the globals and locals of the innermost call and
//! the attributes of what those hold.

use super::activation::{Activation, kind};
use super::state::state;
use crate::gil::Gil;
use crate::object::{Value, attributes};
use crate::types::cell::Cell as Variable;
use crate::types::module::Module;

/// What files of the library begin with.
const LIBRARY: &str = "<gilly>";

/// What the running code calls an object. Where the library runs, the outermost of its calls instead (`Event.wait`,
/// `Queue.get`): its own variables mean nothing to others. Without a name, the line.
pub fn name_of(gil: Gil<'_>, object: &Value) -> Option<String> {
    let state = state(gil);
    let mut library = None;
    for activation in (0..).map_while(|depth| state.below(depth)) {
        let code = activation.code();
        if code.filename.lossy().starts_with(LIBRARY) {
            library = Some(code.code.qualified_name.to_string());
            continue;
        }
        let named = |activation| name_in(gil, activation, object).or_else(|| Some(line(activation)));
        return library.or_else(|| named(activation));
    }
    library
}

/// The file's own name and the line.
fn line(activation: &Activation) -> String {
    let code = activation.code();
    let path = code.filename.lossy();
    let file = path.rsplit('/').next().unwrap_or(&path);
    format!("{file}:{}", code.code.position_at(activation.word() as u32).line)
}

fn name_in(gil: Gil<'_>, activation: &Activation, object: &Value) -> Option<String> {
    let table = activation.globals().table.borrow();
    let globals = || table.iter().map(|entry| (text(&entry.key), &entry.value));
    let locals = locals(activation);
    let own = || locals.iter().map(|(name, value)| (name.clone(), value));
    let direct = globals().chain(own()).find(|(_, value)| value.is(object));
    if let Some((name, _)) = direct {
        return Some(name);
    }
    // Modules have too many attributes, and locks are seldom kept in others' modules.
    let holders = own().chain(globals()).filter(|(_, value)| value.downcast::<Module>().is_none());
    holders.filter(|(_, value)| attributes::has_dict(value)).find_map(|(name, holder)| {
        let held = attributes::items(gil, holder);
        let (attribute, _) = held.iter().find(|(_, value)| value.is(object))?;
        Some(format!("{name}.{}", text(attribute)))
    })
}

/// The local variables that have a value.
fn locals(activation: &Activation) -> Vec<(String, Value)> {
    if activation.has(kind::DORMANT) {
        return Vec::new();
    }
    let window = activation.window.get();
    let names = activation.code().code.local_names.iter().enumerate();
    let values = names.filter_map(|(register, name)| {
        let value = window.get(register as u16)?;
        let value = match value.downcast::<Variable>() {
            Some(variable) => variable.contents.borrow().clone()?,
            None => value.clone(),
        };
        Some((name.to_string(), value))
    });
    values.collect()
}

fn text(name: &Value) -> String {
    name.downcast::<crate::object::Text>().map_or_else(String::new, |text| text.lossy().into_owned())
}
