//! `_codecs`: encoding, decoding and the registry of error handlers.

mod escapes;

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::type_error;
use crate::object::{Arguments, Kind, Parameters, Raised, Ref, Result, Text, Value, operations};
use crate::types::codecs::{self, Encoding, handlers};
use crate::types::module::ModuleSpec;
use crate::types::{buffer, str};

static PARAMETERS: Parameters<3> = Parameters::new(["obj", "encoding", "errors"], 1);

fn encode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object, encoding, errors] = arguments.bind(gil, "encode", &PARAMETERS)?;
    let encoding = codecs::name_argument(gil, encoding, "encode", "encoding", "utf-8")?;
    let errors = codecs::name_argument(gil, errors, "encode", "errors", "strict")?;
    match object.and_then(Value::downcast::<Text>) {
        Some(text) => codecs::encode(gil, text, &encoding, &errors),
        None => Err(type_error(gil, "encode() argument 'obj' must be str")),
    }
}

fn decode(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object, encoding, errors] = arguments.bind(gil, "decode", &PARAMETERS)?;
    let encoding = codecs::name_argument(gil, encoding, "decode", "encoding", "utf-8")?;
    let errors = codecs::name_argument(gil, errors, "decode", "errors", "strict")?;
    let contents = buffer::argument(gil, object.unwrap_or(&Value::NONE))?;
    codecs::decode(gil, &contents, &encoding, &errors)
}

fn name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [encoding] = arguments.exactly(gil, "name")?;
    let encoding = codecs::name_argument(gil, Some(encoding), "lookup", "encoding", "")?;
    match Encoding::named(&encoding) {
        Some(known) => Ok(str::new_text(gil, known.name())),
        None => Err(codecs::unknown(gil, &encoding)),
    }
}

fn register_error(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name, handler] = arguments.exactly(gil, "register_error")?;
    let name = codecs::name_argument(gil, Some(name), "register_error", "errors", "")?;
    if handler.class(gil).slots.call.get().is_none() {
        return Err(type_error(gil, "handler must be callable"));
    }
    handlers::REGISTERED.get(gil).borrow_mut().push((name, handler.clone()));
    Ok(Value::NONE)
}

fn lookup_error(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly(gil, "lookup_error")?;
    let name = codecs::name_argument(gil, Some(name), "lookup_error", "name", "")?;
    handlers::registered(gil, &name).ok_or_else(|| {
        let message = format!("unknown error handler name '{name}'");
        Raised::with_message(gil, Kind::LookupError, &message)
    })
}

/// Encodes or decodes by what a program has registered with the codecs module.
pub fn search(gil: Gil<'_>, value: Value, encoding: &str, errors: &str, encodes: bool) -> Result<Value> {
    let module = super::import::module(gil, "codecs")?;
    let arguments = [value, str::new_text(gil, encoding), str::new_text(gil, errors), Value::bool(encodes)];
    operations::call_method(gil, &module, "_convert_text", &arguments)
}

/// The text argument of a function, for sibling modules.
pub fn text_of<'a>(gil: Gil<'_>, value: &'a Value, function: &str) -> Result<&'a Ref<Text>> {
    value.downcast().ok_or_else(|| {
        let name = value.class(gil).name();
        type_error(gil, format!("{function}() argument must be str, not {name}"))
    })
}

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_codecs",
    doc: "",
    functions: &[
        Function::new(
            "encode",
            "($module, /, obj, encoding='utf-8', errors='strict')",
            "Encodes obj using the codec registered for encoding.",
            encode,
        ),
        Function::new(
            "decode",
            "($module, /, obj, encoding='utf-8', errors='strict')",
            "Decodes obj using the codec registered for encoding.",
            decode,
        ),
        Function::new("_name", "($module, encoding, /)", "The usual name of an encoding.", name),
        Function::new(
            "register_error",
            "($module, errors, handler, /)",
            "Register the specified error handler under the name errors.",
            register_error,
        ),
        Function::new("lookup_error", "($module, name, /)", "lookup_error(errors) -> handler", lookup_error),
        Function::new("escape_decode", "($module, data, errors=None, /)", "", escapes::escape_decode),
    ],
    set_up: None,
};
