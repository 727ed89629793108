//! What the prompt's users find among the built-in names: `exit`, `quit`, `help`, `copyright`, `credits`, `license`.

use crate::gil::Gil;
use crate::modules::{convert, import, sys};
use crate::object::native::TypeSpec;
use crate::object::raised::Kind;
use crate::object::{Arguments, Payload, Ref, Result, SlotTable, Storage, Value, intern, operations};
use crate::payload;
use crate::types::module::Module;

/// `sys.copyright` and what `copyright` shows.
pub const COPYRIGHT: &str = "Copyright (c) the gilly developers.\nAll Rights Reserved.";

const CREDITS: &str = "gilly stands on the work of the Python community, whose language it runs, and on that of\nthe Rust community, whose crates it is built of.";

const LICENSE: &str =
    "gilly may be used under the MIT License or the Apache License, Version 2.0, at your choice.";

/// Adds the names to the module.
pub fn set_up(gil: Gil<'_>, module: &Ref<Module>) {
    for name in ["exit", "quit"] {
        module.set(gil, name, Ref::new(gil, Quitter { name }).into_value());
    }
    for (name, text) in [("copyright", COPYRIGHT), ("credits", CREDITS), ("license", LICENSE)] {
        module.set(gil, name, Ref::new(gil, Printer { text }).into_value());
    }
    module.set(gil, "help", Ref::new(gil, Helper).into_value());
}

/// `exit` and `quit`.
pub struct Quitter {
    name: &'static str,
}

impl Payload for Quitter {
    payload!(Quitter, untracked);
}

fn quitter_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = value.downcast::<Quitter>().map_or("exit", |quitter| quitter.name);
    Ok(convert::text(gil, &format!("Use {name}() or Ctrl-D (i.e. EOF) to exit")))
}

fn quitter_call(gil: Gil<'_>, _value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let code = arguments.values.first().cloned().unwrap_or(Value::NONE);
    Err(convert::raise(gil, Kind::SystemExit, &[code]))
}

const fn spec(
    name: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    slots: SlotTable,
) -> TypeSpec {
    TypeSpec {
        name,
        module: "_sitebuiltins",
        signature: "",
        doc: "",
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: 0,
        slots,
        methods: &[],
        attributes: &[],
    }
}

/// The type of `exit`.
pub static QUITTER: TypeSpec = TypeSpec {
    attributes: &[crate::object::native::Attribute::read_only("name", "", |gil, value| {
        Ok(convert::text(gil, value.downcast::<Quitter>().map_or("exit", |quitter| quitter.name)))
    })],
    ..spec(
        "Quitter",
        Quitter::layout,
        SlotTable { repr: Some(quitter_repr), call: Some(quitter_call), ..SlotTable::EMPTY },
    )
};

/// A text that is shown when it is looked at or called.
pub struct Printer {
    text: &'static str,
}

impl Payload for Printer {
    payload!(Printer, untracked);
}

fn printer_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let text = value.downcast::<Printer>().map_or("", |printer| printer.text);
    Ok(convert::text(gil, text))
}

fn printer_call(gil: Gil<'_>, value: &Value, _arguments: Arguments<'_>) -> Result<Value> {
    let text = value.downcast::<Printer>().map_or("", |printer| printer.text);
    write_out(gil, &format!("{text}\n"))
}

fn write_out(gil: Gil<'_>, text: &str) -> Result<Value> {
    if let Some(stdout) = sys::get(gil, "stdout").filter(|stdout| !stdout.is_none()) {
        operations::call_method(gil, &stdout, "write", &[convert::text(gil, text)])?;
    }
    Ok(Value::NONE)
}

/// The type of `copyright`.
pub static PRINTER: TypeSpec = spec(
    "_Printer",
    Printer::layout,
    SlotTable { repr: Some(printer_repr), call: Some(printer_call), ..SlotTable::EMPTY },
);

/// `help`: what it does is `pydoc`'s business, which is not loaded before somebody asks.
pub struct Helper;

impl Payload for Helper {
    payload!(Helper, untracked);
}

fn helper_repr(gil: Gil<'_>, _value: &Value) -> Result<Value> {
    let text = "Type help() for interactive help, or help(object) for help about object.";
    Ok(convert::text(gil, text))
}

fn helper_call(gil: Gil<'_>, _value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let help = operations::get_attribute(gil, &import::module(gil, "pydoc")?, &intern(gil, "help"))?;
    operations::call(gil, &help, arguments)
}

/// The type of `help`.
pub static HELPER: TypeSpec = spec(
    "_Helper",
    Helper::layout,
    SlotTable { repr: Some(helper_repr), call: Some(helper_call), ..SlotTable::EMPTY },
);
