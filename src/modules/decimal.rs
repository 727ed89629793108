//! `_decimal`: decimal numbers of any precision, as the General Decimal Arithmetic specification has them.
//!
//! In reading order: `wide` (128 and 256 bits), `coefficient` (digits of any number), `number` (numbers, settings,
//! rounding); what is done with them: `arithmetic`, `comparing`, `digits`, `functions`, `power`, `text`, `formatting`.
//! None of these knows Python's objects. Then what Python sees: `signals`, `context`, `current`, `value`, `operators`,
//! `methods`, `context_methods`. The classes of signals are Python code (`pyscripts/stdlib/_decimal_signals.py`).
//!
//! An operation takes settings, gives a number, and adds to a status what it has to signal; only when it is done does
//! the context raise what is trapped.

mod arithmetic;
mod coefficient;
mod comparing;
mod context;
mod context_methods;
mod current;
mod digits;
mod formatting;
mod functions;
mod methods;
mod number;
mod operators;
mod power;
mod signals;
mod text;
mod value;
mod wide;

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::{Ref, Result};
use crate::types::builder::build_once;
use crate::types::int;
use crate::types::module::{Module, ModuleSpec};

use super::convert;

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    // The current context is the value of a context variable.
    super::import::module(gil, "_contextvars")?;
    for spec in [&methods::SPEC, &context_methods::SPEC, &current::SPEC, &signals::SPEC] {
        let class = build_once(gil, spec);
        module.set(gil, spec.name, class.into_value());
    }
    for (name, _) in number::Rounding::ALL {
        module.set(gil, name, crate::object::intern(gil, name).into_value());
    }
    for (name, limit) in [
        ("MAX_PREC", number::MOST),
        ("MAX_EMAX", number::MOST),
        ("MIN_EMIN", -number::MOST),
        ("MIN_ETINY", -2 * number::MOST + 1),
    ] {
        module.set(gil, name, int::from_i64(gil, limit));
    }
    module.set(gil, "HAVE_THREADS", crate::object::Value::TRUE);
    module.set(gil, "HAVE_CONTEXTVAR", crate::object::Value::TRUE);
    module.set(gil, "__version__", convert::text(gil, "1.70"));
    module.set(gil, "__libmpdec_version__", convert::text(gil, "2.5.1"));
    Ok(())
}

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_decimal",
    doc: "C decimal arithmetic module",
    functions: &[
        Function::new("getcontext", "($module, /)", "Get the current default context.", current::get_context),
        Function::new(
            "setcontext",
            "($module, context, /)",
            "Set a new default context.",
            current::set_context,
        ),
        Function::new(
            "localcontext",
            "($module, /, ctx=None, **kwargs)",
            "Return a context manager that will set the default context to a copy of ctx\non entry to the \
             with-statement and restore the previous default context when\nexiting the with-statement.",
            current::local_context,
        ),
        Function::new("_set_classes", "", "", signals::set_classes),
        Function::new("_set_templates", "", "", context::set_templates),
    ],
    set_up: Some(set_up),
};
