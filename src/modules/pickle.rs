//! `_pickle`: objects into pickles and back.
//!
//! In reading order: `opcode`; `pickler` (the type), `writer` (values of built-in types), `reduction` (all others, and
//! what is found by its name); `unpickler` (the type), `reader` (the machine that runs a pickle), `build` (what it makes);
//! `buffer` is what may travel apart.
//! `pyscripts/stdlib/_pickle_writer.py` and `_pickle_reader.py` do the same in Python, for those who want to read it.

mod buffer;
mod build;
mod opcode;
mod pickler;
mod reader;
mod reduction;
mod unpickler;
mod writer;

use std::cell::OnceCell;

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::raised::{Kind, value_error};
use crate::object::{
    Arguments, Global, Parameters, Payload, Raised, Ref, Result, Value, attributes, intern, operations,
};
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

use super::convert;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_pickle",
    doc: "Optimized C implementation for the Python pickle module.",
    functions: &[
        Function::new(
            "dump",
            "($module, /, obj, file, protocol=None, *, fix_imports=True,\n     buffer_callback=None)",
            "Write a pickled representation of obj to the open file object file.",
            dump,
        ),
        Function::new(
            "dumps",
            "($module, /, obj, protocol=None, *, fix_imports=True,\n      buffer_callback=None)",
            "Return the pickled representation of the object as a bytes object.",
            dumps,
        ),
        Function::new(
            "load",
            "($module, /, file, *, fix_imports=True, encoding='ASCII',\n     errors='strict', buffers=())",
            "Read and return an object from the pickle data stored in a file.",
            unpickler::load,
        ),
        Function::new(
            "loads",
            "($module, data, /, *, fix_imports=True, encoding='ASCII',\n      errors='strict', buffers=())",
            "Read and return an object from the given pickle data.",
            unpickler::loads,
        ),
    ],
    set_up: Some(set_up),
};

/// The highest protocol.
const HIGHEST: i64 = 5;
const USUAL: i64 = 4;

/// The exceptions of this module.
struct Exceptions {
    pickling: Value,
    unpickling: Value,
}

static EXCEPTIONS: Global<OnceCell<Exceptions>> = Global::new(OnceCell::new());

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let exception = Kind::Exception.class(gil).as_value();
    let base = convert::exception_class(gil, "PickleError", "_pickle", exception)?;
    let made = Exceptions {
        pickling: convert::exception_class(gil, "PicklingError", "_pickle", &base)?,
        unpickling: convert::exception_class(gil, "UnpicklingError", "_pickle", &base)?,
    };
    let made = EXCEPTIONS.get(gil).get_or_init(|| made);
    module.set(gil, "PickleError", base);
    module.set(gil, "PicklingError", made.pickling.clone());
    module.set(gil, "UnpicklingError", made.unpickling.clone());
    module.set(gil, "Pickler", builder::build(gil, &pickler::SPEC).into_value());
    module.set(gil, "PickleBuffer", builder::build(gil, &buffer::SPEC).into_value());
    module.set(gil, "Unpickler", builder::build(gil, &unpickler::SPEC).into_value());
    Ok(())
}

fn error(gil: Gil<'_>, class: Option<&Value>, message: &str) -> Raised {
    let Some(class) = class else { return value_error(gil, message) };
    match operations::call_one(gil, class, &convert::text(gil, message)).map(Value::try_into_ref) {
        Ok(Ok(exception)) => Raised::new(exception),
        Ok(Err(_)) => value_error(gil, message),
        Err(raised) => raised,
    }
}

/// A PicklingError.
#[cold]
fn pickling_error(gil: Gil<'_>, message: impl AsRef<str>) -> Raised {
    let class = EXCEPTIONS.get(gil).get().map(|exceptions| &exceptions.pickling);
    error(gil, class, message.as_ref())
}

/// An UnpicklingError.
#[cold]
fn unpickling_error(gil: Gil<'_>, message: impl AsRef<str>) -> Raised {
    let class = EXCEPTIONS.get(gil).get().map(|exceptions| &exceptions.unpickling);
    error(gil, class, message.as_ref())
}

fn dump(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<5> =
        Parameters::new(["obj", "file", "protocol", "fix_imports", "buffer_callback"], 2).keyword_only(3);
    let [object, file, protocol, fix, callback] = arguments.bind(gil, "dump", &SIGNATURE)?;
    let settings = pickler::Settings::of(gil, protocol, fix, callback)?;
    let write = pickler::write_method(gil, convert::given(file))?;
    let pickle = writer::Writer::new(settings).run(gil, convert::given(object))?;
    operations::call_one(gil, &write, &crate::types::bytes::of(gil, pickle))?;
    Ok(Value::NONE)
}

fn dumps(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<4> =
        Parameters::new(["obj", "protocol", "fix_imports", "buffer_callback"], 1).keyword_only(2);
    let [object, protocol, fix, callback] = arguments.bind(gil, "dumps", &SIGNATURE)?;
    let settings = pickler::Settings::of(gil, protocol, fix, callback)?;
    let pickle = writer::Writer::new(settings).run(gil, convert::given(object))?;
    Ok(crate::types::bytes::of(gil, pickle))
}

/// A method that a subclass of the type `T`, or the object itself, has in the place of the type's own.
fn own_method<T: Payload>(gil: Gil<'_>, value: &Value, name: &str) -> Result<Option<Value>> {
    let name = intern(gil, name);
    if let Some(own) = attributes::get(gil, value, &name) {
        return Ok(Some(own));
    }
    let base = T::layout().exact.get(gil).class().entry(&name);
    match (value.class(gil).lookup(&name), base) {
        (Some(found), Some(base)) if found.is(&base) => Ok(None),
        (None, _) => Ok(None),
        _ => operations::find_attribute(gil, value, &name),
    }
}
