//! Importing: from a name to a module in `sys.modules`.
//!
//! A module is looked for among the native ones, then by what a program has put into `sys.meta_path`, then along the
//! path: `sys.path`, or the package's `__path__`. The library within the binary is an entry of `sys.path` like any other.
//!
//! While a thread runs a module's body, others that import it wait; if that would be a circle of waiting threads, they get
//! the module as it is, as a circular import in one thread does.

mod finder;
mod from;
pub mod library;
mod loader;
mod locks;
mod missing;
mod pack;
mod relative;
pub mod shelf;
mod times;

use crate::gil::Gil;
use crate::modules::{builtins, convert, machine, source, sys};
use crate::object::raised::{Kind, value_error};
use crate::object::{Arguments, Raised, Ref, Result, Text, Value, intern, operations};
use crate::types::code::{self, CodeObject};
use crate::types::dict::Dict;
use crate::types::module::Module;

use finder::Found;
pub use from::import_from;
pub use loader::{native_specification, types};

/// Makes the types of loaders and specifications.
pub fn set_up(gil: Gil<'_>) {
    loader::set_up(gil);
}

/// `__import__`: the module at the top of the name, or the module itself where names are imported from it.
pub fn import(
    gil: Gil<'_>,
    name: &str,
    globals: Option<&Ref<Dict>>,
    names: &Value,
    level: usize,
) -> Result<Value> {
    let absolute = match level {
        0 if name.is_empty() => return Err(value_error(gil, "Empty module name")),
        0 => name.to_owned(),
        _ => relative::resolve(gil, name, globals, level)?,
    };
    let imported = module(gil, &absolute)?;
    if !names.is_none() && operations::truth(gil, names)? {
        if find_path(gil, &imported)?.is_some() {
            submodules(gil, &imported, &absolute, names, true)?;
        }
        return Ok(imported);
    }
    if level == 0 {
        return match name.split_once('.') {
            Some((top, _)) => loaded(gil, top).ok_or_else(|| not_found(gil, top, None)),
            None => Ok(imported),
        };
    }
    match name.split_once('.') {
        _ if name.is_empty() => Ok(imported),
        None => Ok(imported),
        Some((top, _)) => {
            let cut = absolute.len() - (name.len() - top.len());
            loaded(gil, &absolute[..cut]).ok_or_else(|| not_found(gil, &absolute[..cut], None))
        }
    }
}

/// Imports the submodules among the names that are to be imported from a package.
fn submodules(gil: Gil<'_>, package: &Value, name: &str, names: &Value, star: bool) -> Result<()> {
    for wanted in operations::collect(gil, names)? {
        let Some(wanted) = wanted.downcast::<Text>() else {
            let class = wanted.class(gil).name();
            let place = if star { "``from list''".to_owned() } else { format!("{name}.__all__") };
            let message = format!("Item in {place} must be str, not {class}");
            return Err(crate::object::raised::type_error(gil, message));
        };
        if wanted.bytes() == b"*" {
            if star && let Some(all) = operations::find_attribute(gil, package, &intern(gil, "__all__"))? {
                submodules(gil, package, name, &all, false)?;
            }
            continue;
        }
        let attribute = crate::object::text::intern_text(gil, wanted);
        if operations::find_attribute(gil, package, &attribute)?.is_some() {
            continue;
        }
        let full = format!("{name}.{}", wanted.lossy());
        if let Err(raised) = module(gil, &full)
            && !is_absent(gil, &raised, &full)
        {
            return Err(raised);
        }
    }
    Ok(())
}

/// Is this the error that there is no such module (rather than an error within it)?
fn is_absent(gil: Gil<'_>, raised: &Raised, name: &str) -> bool {
    if !raised.is(gil, Kind::ModuleNotFoundError) {
        return false;
    }
    let named = operations::find_named(gil, raised.exception().as_value(), "name").ok().flatten();
    named.as_ref().and_then(convert::as_text).is_some_and(|named| named.bytes() == name.as_bytes())
}

/// The entry of `sys.modules`.
fn loaded(gil: Gil<'_>, name: &str) -> Option<Value> {
    convert::get_item(gil, &sys::modules(gil), name)
}

/// Imports a module by its absolute name and gives back the module itself.
pub fn module(gil: Gil<'_>, name: &str) -> Result<Value> {
    match loaded(gil, name) {
        Some(module) if module.is_none() => {
            let message = format!("import of {name} halted; None in sys.modules");
            return Err(import_error(gil, Kind::ModuleNotFoundError, &message, name, None));
        }
        Some(module) => {
            locks::wait(gil, name)?;
            return Ok(loaded(gil, name).unwrap_or(module));
        }
        None => {}
    }
    let parent = match name.rsplit_once('.') {
        None => None,
        Some((parent_name, _)) => {
            let parent = module(gil, parent_name)?;
            if let Some(module) = loaded(gil, name) {
                return Ok(module);
            }
            Some((parent, parent_name))
        }
    };
    let path = match &parent {
        None => None,
        Some((parent, parent_name)) => match find_path(gil, parent)? {
            Some(path) => Some(path),
            None => {
                let message = format!("No module named '{name}'; '{parent_name}' is not a package");
                return Err(import_error(gil, Kind::ModuleNotFoundError, &message, name, None));
            }
        },
    };
    let Some(_loading) = locks::begin(gil, name)? else {
        return loaded(gil, name).ok_or_else(|| not_found(gil, name, None));
    };
    if let Some(module) = loaded(gil, name) {
        return Ok(module);
    }
    let module = times::taken(gil, name, || load(gil, name, path))?;
    if let Some((parent, parent_name)) = parent {
        let child = intern(gil, &name[parent_name.len() + 1..]);
        operations::set_attribute(gil, &parent, &child, Some(module.clone()))?;
    }
    Ok(module)
}

/// The specification of a module that has a source, and whether it is a package; nothing is run but its parents.
pub fn find(gil: Gil<'_>, name: &str) -> Result<Option<(Value, bool)>> {
    let path = match name.rsplit_once('.') {
        None => None,
        Some((parent, _)) => match find_path(gil, &module(gil, parent)?)? {
            Some(path) => Some(path),
            None => return Ok(None),
        },
    };
    match finder::along_path(gil, name, path.as_ref())? {
        Some(found) => {
            let specification = loader::specification(gil, name, &found)?;
            let locations = loader::attribute(gil, &specification, "submodule_search_locations")?;
            Ok(Some((specification, !locations.is_none())))
        }
        None => Ok(None),
    }
}

/// The specification of a module that is along a path of folders.
pub fn find_in(gil: Gil<'_>, name: &str, path: &Value) -> Result<Option<Value>> {
    let found = finder::along_path(gil, name, Some(path))?;
    found.map(|found| loader::specification(gil, name, &found)).transpose()
}

/// A package's `__path__`.
fn find_path(gil: Gil<'_>, module: &Value) -> Result<Option<Value>> {
    operations::find_attribute(gil, module, &intern(gil, "__path__"))
}

/// Finds and runs a module.
fn load(gil: Gil<'_>, name: &str, path: Option<Value>) -> Result<Value> {
    if path.is_none()
        && let Some(spec) = super::find(name)
    {
        return native(gil, spec);
    }
    if let Some(module) = finder::by_program(gil, name, path.as_ref())? {
        return Ok(module);
    }
    match finder::along_path(gil, name, path.as_ref())? {
        Some(found) => run(gil, name, &found),
        None => Err(not_found(gil, name, None)),
    }
}

fn native(gil: Gil<'_>, spec: &'static crate::types::module::ModuleSpec) -> Result<Value> {
    let module = match spec.name {
        "sys" => sys::module(gil)?,
        "builtins" => builtins::module(gil)?,
        _ => Ref::<Module>::from_spec(gil, spec)?,
    };
    let specification = loader::native_specification(gil, spec.name);
    module.set(gil, "__loader__", loader::native_loader(gil));
    module.set(gil, "__spec__", specification);
    module.set(gil, "__package__", convert::text(gil, ""));
    let module = module.into_value();
    enter(gil, spec.name, &module);
    Ok(module)
}

fn enter(gil: Gil<'_>, name: &str, module: &Value) {
    convert::set_item(gil, &sys::modules(gil), name, module.clone());
}

fn remove(gil: Gil<'_>, name: &str) {
    let name = intern(gil, name);
    let modules = sys::modules(gil);
    let removed = {
        let mut table = modules.table.borrow_mut();
        table.find_text(&name).and_then(|position| table.remove(position))
    };
    drop(removed);
}

/// Makes a module of what was found and runs its body.
fn run(gil: Gil<'_>, name: &str, found: &Found) -> Result<Value> {
    if let Found::Specified(specification) = found {
        return loader::by_specification(gil, name, specification);
    }
    let module = Ref::<Module>::new_module(gil, name, None);
    let specification = loader::specification(gil, name, found)?;
    loader::describe(gil, &module, name, found, &specification)?;
    let value = module.to_value();
    enter(gil, name, &value);
    if let Found::Source { path, text, .. } = found {
        let initializing = intern(gil, "_initializing");
        operations::set_attribute(gil, &specification, &initializing, Some(Value::TRUE))?;
        let result = run_body(gil, &module, path, text);
        operations::set_attribute(gil, &specification, &initializing, Some(Value::FALSE))?;
        if let Err(raised) = result {
            remove(gil, name);
            return Err(raised);
        }
    }
    // A body may put something else into its place, but not leave it empty.
    loaded(gil, name)
        .ok_or_else(|| Raised::with_arguments(gil, Kind::KeyError, vec![convert::text(gil, name)]))
}

/// Runs a source in a module.
pub fn run_body(gil: Gil<'_>, module: &Ref<Module>, path: &str, text: &[u8]) -> Result<()> {
    run_code(gil, module, &compiled(gil, path, text)?)
}

/// Runs code in a module's dict.
fn run_code(gil: Gil<'_>, module: &Ref<Module>, code: &Ref<CodeObject>) -> Result<()> {
    if module.get(gil, "__builtins__").is_none() {
        module.set(gil, "__builtins__", builtins::module(gil)?.dict.to_value());
    }
    (machine::get(gil)?.run)(gil, code, &module.dict, None)?;
    Ok(())
}

/// The code of a source; of one of the library maybe as the parent process or an earlier run compiled it.
fn compiled(gil: Gil<'_>, path: &str, text: &[u8]) -> Result<Ref<CodeObject>> {
    let level = sys::Configuration::current().optimize;
    if !shelf::covers(path) {
        return source::compile(gil, text, path, machine::Mode::Module, level);
    }
    if let Some(code) = shelf::find(gil, path) {
        return Ok(code::load(gil, code));
    }
    let code = source::compile(gil, text, path, machine::Mode::Module, level)?;
    shelf::add(gil, path, code.code.clone());
    Ok(code)
}

/// The ModuleNotFoundError for a name.
fn not_found(gil: Gil<'_>, name: &str, path: Option<&Value>) -> Raised {
    let message = format!("No module named '{name}'{}", missing::hint(name));
    import_error(gil, Kind::ModuleNotFoundError, &message, name, path)
}

/// An ImportError with its attributes.
fn import_error(gil: Gil<'_>, kind: Kind, message: &str, name: &str, path: Option<&Value>) -> Raised {
    let mut names = vec![intern(gil, "name")];
    let mut values = vec![convert::text(gil, message), convert::text(gil, name)];
    if let Some(path) = path {
        names.push(intern(gil, "path"));
        values.push(path.clone());
    }
    let class = kind.class(gil).as_value();
    match operations::call(gil, class, Arguments { values: &values, names: &names }) {
        Ok(exception) => match exception.try_into_ref() {
            Ok(exception) => Raised::new(exception),
            Err(_) => Raised::with_message(gil, kind, message),
        },
        Err(raised) => raised,
    }
}
