//! `_json`: what the package `json` has done natively: reading values (`reader`), writing them (`writer`), and strings.

mod reader;
mod strings;
mod writer;

use crate::gil::Gil;
use crate::object::native::Function;
use crate::object::{Ref, Result};
use crate::types::module::{Module, ModuleSpec};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_json",
    doc: "json speedups\n",
    functions: &[
        Function::new(
            "encode_basestring",
            "($module, string, /)",
            "encode_basestring(string) -> string\n\nReturn a JSON representation of a Python string",
            strings::encode_plain,
        ),
        Function::new(
            "encode_basestring_ascii",
            "($module, string, /)",
            "encode_basestring_ascii(string) -> string\n\nReturn an ASCII-only JSON representation of a Python string",
            strings::encode_ascii,
        ),
        Function::new(
            "scanstring",
            "($module, string, end, strict=True, /)",
            "Scan the string s for a JSON string: returns it and the place after its closing quote.",
            strings::scan,
        ),
        Function::new("make_scanner", "($module, context, /)", "JSON scanner object", reader::make),
        Function::new("make_encoder", "", "JSON encoder object", writer::make),
    ],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, _module: &Ref<Module>) -> Result<()> {
    crate::types::builder::build(gil, &reader::SPEC);
    crate::types::builder::build(gil, &writer::SPEC);
    Ok(())
}
