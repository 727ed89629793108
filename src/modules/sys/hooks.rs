//! The hooks of `sys`: what is done with uncaught exceptions, results at the prompt, and errors nobody waits for.

use std::cell::OnceCell;

use crate::gil::Gil;
use crate::modules::struct_sequence::{Class, StructSequence};
use crate::modules::{builtins, convert, import, report};
use crate::object::raised::{Exception, runtime_error, type_error};
use crate::object::{Arguments, Kind, Raised, Ref, Result, Text, Value, operations};

/// `sys.excepthook(type, value, traceback)`.
pub fn excepthook(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [_, value, traceback] = arguments.exactly::<3>(gil, "excepthook")?;
    match value.downcast::<Exception>() {
        Some(exception) => {
            if !traceback.is_none() && exception.traceback.borrow().is_none() {
                let old = exception.traceback.replace(traceback.clone());
                drop(old);
            }
            report::print(gil, exception);
        }
        None => {
            let class = value.class(gil).name();
            let message =
                format!("TypeError: print_exception(): Exception expected for value, {class} found\n");
            report::write_error(gil, &message);
        }
    }
    Ok(Value::NONE)
}

/// `sys.displayhook(value)`.
pub fn displayhook(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly::<1>(gil, "displayhook")?;
    display(gil, value)?;
    Ok(Value::NONE)
}

/// Shows a result at the prompt and keeps it as `_`.
pub fn display(gil: Gil<'_>, value: &Value) -> Result<()> {
    if value.is_none() {
        return Ok(());
    }
    let builtins = builtins::module(gil)?;
    builtins.set(gil, "_", Value::NONE);
    let text = operations::repr(gil, value)?;
    let Some(stdout) = super::get(gil, "stdout") else { return Err(runtime_error(gil, "lost sys.stdout")) };
    operations::call_method(gil, &stdout, "write", &[text.into_value()])?;
    operations::call_method(gil, &stdout, "write", &[convert::text(gil, "\n")])?;
    builtins.set(gil, "_", value.clone());
    Ok(())
}

/// What `sys.unraisablehook` is given.
static UNRAISABLE: StructSequence = StructSequence {
    name: "UnraisableHookArgs",
    module: "sys",
    doc: "Type used to pass arguments to sys.unraisablehook.",
    fields: &["exc_type", "exc_value", "exc_traceback", "err_msg", "object"],
    unnamed: &[],
    hidden: &[],
    constructible: false,
    class: Class::new(OnceCell::new()),
};

/// `sys.unraisablehook(unraisable)`.
pub fn unraisablehook(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [unraisable] = arguments.exactly::<1>(gil, "unraisablehook")?;
    let field = |name: &str| operations::get_attribute(gil, unraisable, &crate::object::intern(gil, name));
    let (exception, message, object) = (field("exc_value")?, field("err_msg")?, field("object")?);
    let Some(exception) = exception.downcast::<Exception>() else {
        return Err(type_error(gil, "sys.unraisablehook argument type must be UnraisableHookArgs"));
    };
    let message = message.downcast::<Text>().map(|message| message.lossy().into_owned());
    show_unraisable(gil, exception, message.as_deref().unwrap_or("Exception ignored in"), &object);
    Ok(Value::NONE)
}

fn show_unraisable(gil: Gil<'_>, exception: &Ref<Exception>, message: &str, object: &Value) {
    let mut heading = message.to_owned();
    if !object.is_none() {
        heading += &format!(": {}", shown(gil, object));
    } else {
        heading.push(':');
    }
    report::write_error(gil, &(heading + "\n"));
    report::print_unraisable(gil, exception);
}

fn shown(gil: Gil<'_>, object: &Value) -> String {
    match operations::repr(gil, object) {
        Ok(shown) => shown.lossy().into_owned(),
        Err(_) => "<object repr() failed>".to_owned(),
    }
}

/// The same with a message that names the function in which the error was raised.
pub fn report_unraisable_of(gil: Gil<'_>, raised: Raised, message: &str, function: &Value) {
    let message = format!("{message} {}", shown(gil, function));
    report_unraisable(gil, raised, &message, None);
}

/// Reports an error that cannot be raised: to `sys.unraisablehook`, if a program has set one.
pub fn report_unraisable(gil: Gil<'_>, raised: Raised, message: &str, object: Option<&Value>) {
    let exception = raised.into_exception();
    let object = object.cloned().unwrap_or(Value::NONE);
    let hook = super::get(gil, "unraisablehook").filter(|hook| !hook.is_none());
    let own = super::get(gil, "__unraisablehook__");
    let changed = hook.filter(|hook| own.is_none_or(|own| !own.is(hook)));
    let Some(hook) = changed else { return show_unraisable(gil, &exception, message, &object) };
    let traceback = exception.traceback.borrow().clone();
    let class = exception.as_value().class(gil).to_value();
    let message = convert::text(gil, message);
    let argument = UNRAISABLE.make(gil, vec![class, exception.into_value(), traceback, message, object]);
    if let Err(raised) = operations::call_one(gil, &hook, &argument) {
        show_unraisable(gil, raised.exception(), "Exception ignored in sys.unraisablehook", &hook);
    }
}

/// `sys.breakpointhook(...)`: the debugger, as `PYTHONBREAKPOINT` names it.
pub fn breakpointhook(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let chosen = super::Configuration::current().variable("PYTHONBREAKPOINT");
    let chosen =
        chosen.map_or_else(|| "pdb.set_trace".to_owned(), |name| name.to_string_lossy().into_owned());
    if chosen == "0" {
        return Ok(Value::NONE);
    }
    let chosen = if chosen.is_empty() { "pdb.set_trace" } else { &chosen };
    match debugger(gil, chosen) {
        Ok(function) => operations::call(gil, &function, arguments),
        Err(raised)
            if [Kind::ImportError, Kind::AttributeError, Kind::ValueError]
                .into_iter()
                .any(|kind| raised.is(gil, kind)) =>
        {
            let message = format!("Ignoring unimportable $PYTHONBREAKPOINT: \"{chosen}\"");
            crate::types::warning::warn(gil, Kind::RuntimeWarning, &message)?;
            Ok(Value::NONE)
        }
        Err(raised) => Err(raised),
    }
}

/// The function of a dotted name.
fn debugger(gil: Gil<'_>, name: &str) -> Result<Value> {
    let (module, function) = name.rsplit_once('.').unwrap_or(("builtins", name));
    if module.is_empty() || module.starts_with('.') {
        return Err(Raised::with_message(gil, Kind::ValueError, "Empty module name"));
    }
    let module = import::module(gil, module)?;
    operations::get_attribute(gil, &module, &crate::object::intern(gil, function))
}
