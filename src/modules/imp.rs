//! `_imp`: the import machinery as the library's `importlib` reaches it.

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::{Arguments, Raised, Ref, Result, Text, Type, Value, intern, operations};
use crate::types::module::{Module, ModuleSpec};
use crate::types::native_function;
use crate::types::traceback::Traceback;

use super::{convert, import, source};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_imp",
    doc: "The import machinery.",
    functions: &[
        Function::new(
            "find_spec",
            "($module, name, /)",
            "The specification of a module, or None.",
            find_spec,
        ),
        Function::new(
            "find_in",
            "($module, name, path, /)",
            "The specification of a module that is along a path of folders, or None.",
            find_in,
        ),
        Function::new(
            "is_builtin",
            "($module, name, /)",
            "Returns 1 if the module is built in, else 0.",
            is_builtin,
        ),
        Function::new(
            "kept_source",
            "($module, name, /)",
            "The source of a command line or of what was typed at the prompt, or None.",
            kept_source,
        ),
        Function::new(
            "tell_module",
            "($module, class, /)",
            "Has messages name a class with its module, as they name those of native modules.",
            tell_module,
        ),
        Function::new(
            "unite",
            "($module, left, right, /)",
            "What `|` gives of two things of which one is a type, or NotImplemented.",
            unite,
        ),
        Function::new(
            "as_native",
            "($module, function, module, signature, /)",
            "A built-in function that calls one written in Python: no method where a class has it.",
            as_native,
        ),
    ],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    for class in import::types(gil) {
        module.set(gil, &class.own_name(), class.to_value());
    }
    Ok(())
}

fn find_spec(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "find_spec")?;
    let name = convert::text_argument(gil, name, "find_spec", 1)?.lossy().into_owned();
    if super::find(&name).is_some() {
        return Ok(import::native_specification(gil, &name));
    }
    Ok(import::find(gil, &name)?.map_or(Value::NONE, |(specification, _)| specification))
}

fn find_in(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name, path] = arguments.exactly(gil, "find_in")?;
    let name = convert::text_argument(gil, name, "find_in", 1)?.lossy().into_owned();
    Ok(import::find_in(gil, &name, path)?.unwrap_or(Value::NONE))
}

fn kept_source(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "kept_source")?;
    let name = convert::text_argument(gil, name, "kept_source", 1)?;
    Ok(source::kept(gil, &name.lossy()).map_or(Value::NONE, |text| convert::text(gil, &text)))
}

fn unite(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [left, right] = arguments.exactly::<2>(gil, "unite")?;
    crate::types::union::or(gil, left, right)
}

fn tell_module(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly::<1>(gil, "tell_module")?;
    if let Some(class) = value.downcast::<Type>() {
        crate::types::class::tell_module(gil, class);
    }
    Ok(value.clone())
}

fn as_native(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [function, module, signature] = arguments.exactly(gil, "as_native")?;
    let text = |value: &Value, position| {
        convert::text_argument(gil, value, "as_native", position).map(|text| text.lossy().into_owned())
    };
    let attribute = |name: &str| operations::get_attribute(gil, function, &intern(gil, name));
    // Tables of functions live as long as the program; the library makes some hundreds of these.
    let keep = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
    let name = keep(text(&attribute("__name__")?, 1)?);
    let doc = attribute("__doc__")?;
    let doc = if doc.is_none() { "" } else { keep(text(&doc, 1)?) };
    let made = Box::leak(Box::new(Function::new(name, keep(text(signature, 3)?), doc, call_first)));
    Ok(native_function::calling(gil, made, &text(module, 2)?, function))
}

fn call_first(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let Some(callee) = arguments.values.first() else { return Ok(Value::NONE) };
    operations::call(gil, &callee.clone(), arguments.without_first())
        .inspect_err(|raised| without_own_frames(gil, raised))
}

/// Takes the frames of the library from the traceback up to the first of a program's: a built-in function has none.
#[cold]
fn without_own_frames(gil: Gil<'_>, raised: &Raised) {
    let mut rest = raised.exception().traceback.borrow().clone();
    while let Some(traceback) = rest.clone().downcast::<Traceback>() {
        let frame = traceback.frame.clone();
        let file = operations::get_attribute(gil, &frame, &intern(gil, "f_code"))
            .and_then(|code| operations::get_attribute(gil, &code, &intern(gil, "co_filename")));
        let own = |file: Value| {
            let path = file.downcast::<Text>()?.bytes().strip_prefix(import::library::FOLDER.as_bytes())?;
            path.starts_with(b"/").then_some(())
        };
        if file.ok().and_then(own).is_none() {
            break;
        }
        rest = traceback.next.borrow().clone();
    }
    let old = raised.exception().traceback.replace(rest);
    drop(old);
}

fn is_builtin(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "is_builtin")?;
    let name = convert::text_argument(gil, name, "is_builtin", 1)?;
    Ok(convert::int(gil, super::find(&name.lossy()).is_some().into()))
}
