//! `sys`: the interpreter as programs see it.

mod configuration;
mod functions;
pub mod generators;
mod hooks;
mod names;
mod records;
mod tracing;

use std::cell::OnceCell;

pub use configuration::Configuration;
pub use hooks::{display, report_unraisable, report_unraisable_of};
pub use names::is_standard;

use crate::gil::Gil;
use crate::modules::{convert, simple_namespace};
use crate::object::{Global, Ref, Result, Value};
use crate::types::dict::Dict;
use crate::types::module::{Module, ModuleSpec};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "sys",
    doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
    functions: functions::FUNCTIONS,
    set_up: Some(set_up),
};

static SYS: Global<OnceCell<Ref<Module>>> = Global::new(OnceCell::new());
static MODULES: Global<OnceCell<Ref<Dict>>> = Global::new(OnceCell::new());

/// The version of the language, as `sys.version` begins.
pub const LANGUAGE: &str = "3.13.0";
/// The version as a number.
pub const HEX_VERSION: i64 = 0x030d_00f0;

/// The module object, made when first asked for.
pub fn module(gil: Gil<'_>) -> Result<Ref<Module>> {
    if let Some(module) = SYS.get(gil).get() {
        return Ok(module.clone());
    }
    let module = Ref::<Module>::from_spec(gil, &MODULE)?;
    Ok(SYS.get(gil).get_or_init(|| module).clone())
}

/// `sys.name`, if it is there.
pub fn get(gil: Gil<'_>, name: &str) -> Option<Value> {
    SYS.get(gil).get()?.get(gil, name)
}

/// Sets `sys.name`.
pub fn set(gil: Gil<'_>, name: &str, value: Value) {
    if let Some(module) = SYS.get(gil).get() {
        module.set(gil, name, value);
    }
}

/// `sys.modules` as the import machinery knows it.
pub fn modules(gil: Gil<'_>) -> Ref<Dict> {
    MODULES.get(gil).get_or_init(|| convert::dict(gil, Vec::new())).clone()
}

/// `sys.version`.
pub fn version() -> String {
    format!("{LANGUAGE} (gilly {}) [Rust]", env!("CARGO_PKG_VERSION"))
}

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let settings = Configuration::current();
    let text = |text: &str| convert::text(gil, text);
    let number = |number: i64| convert::int(gil, number);
    let texts = |texts: &[Vec<u8>]| {
        convert::list(gil, texts.iter().map(|text| convert::os_text(gil, text)).collect())
    };
    let empty_list = || convert::list(gil, Vec::new());
    let names = |names: Vec<Value>| convert::tuple(gil, names);
    // Whoever develops wants to see all warnings, unless further options say otherwise.
    let shown_to_developers = settings.x_option("dev").map(|_| "default");
    let warnings = shown_to_developers.into_iter().chain(settings.warnings.iter().map(String::as_str));
    for (name, value) in [
        ("modules", modules(gil).into_value()),
        ("argv", texts(&settings.arguments)),
        ("orig_argv", texts(&settings.original_arguments)),
        ("path", initial_path(gil)),
        ("meta_path", empty_list()),
        ("path_hooks", empty_list()),
        ("path_importer_cache", convert::dict(gil, Vec::new()).into_value()),
        ("warnoptions", convert::list(gil, warnings.map(text).collect())),
        ("_xoptions", x_options(gil)),
        ("executable", convert::os_text(gil, &settings.executable)),
        ("_base_executable", convert::os_text(gil, &settings.executable)),
        ("prefix", text("/usr/local")),
        ("exec_prefix", text("/usr/local")),
        ("base_prefix", text("/usr/local")),
        ("base_exec_prefix", text("/usr/local")),
        ("platlibdir", text("lib")),
        ("pycache_prefix", Value::NONE),
        ("dont_write_bytecode", Value::TRUE),
        ("version", text(&version())),
        ("hexversion", number(HEX_VERSION)),
        ("api_version", number(1013)),
        ("copyright", text(super::builtins::COPYRIGHT)),
        ("platform", text("linux")),
        ("byteorder", text(if cfg!(target_endian = "little") { "little" } else { "big" })),
        ("maxsize", number(i64::MAX)),
        ("maxunicode", number(0x0010_FFFF)),
        ("abiflags", text("")),
        ("float_repr_style", text("short")),
        ("version_info", records::version_info(gil)),
        ("flags", records::flags(gil)),
        ("float_info", records::float_info(gil)),
        ("int_info", records::int_info(gil)),
        ("hash_info", records::hash_info(gil)),
        ("thread_info", records::thread_info(gil)),
        ("implementation", implementation(gil)?),
        ("builtin_module_names", names(super::names().map(text).collect())),
        ("stdlib_module_names", names::stdlib(gil)),
    ] {
        module.set(gil, name, value);
    }
    module.set(gil, "monitoring", Ref::from_spec(gil, super::machine::get(gil)?.monitoring)?.into_value());
    for hook in ["displayhook", "excepthook", "breakpointhook", "unraisablehook"] {
        if let Some(function) = module.get(gil, hook) {
            module.set(gil, &format!("__{hook}__"), function);
        }
    }
    Ok(())
}

fn implementation(gil: Gil<'_>) -> Result<Value> {
    simple_namespace::make(
        gil,
        &[
            ("name", convert::text(gil, "gilly")),
            ("cache_tag", convert::text(gil, "gilly-313")),
            ("version", records::version_info(gil)),
            ("hexversion", convert::int(gil, HEX_VERSION)),
        ],
    )
}

fn x_options(gil: Gil<'_>) -> Value {
    let options = &Configuration::current().x_options;
    let value = |value: &Option<String>| match value {
        Some(value) => convert::text(gil, value),
        None => Value::TRUE,
    };
    convert::dict(gil, options.iter().map(|(name, given)| (&**name, value(given))).collect()).into_value()
}

/// The program's folder, `PYTHONPATH`, and the library within the binary.
fn initial_path(gil: Gil<'_>) -> Value {
    use std::os::unix::ffi::OsStringExt;
    let settings = Configuration::current();
    let mut entries = Vec::new();
    entries.extend(settings.first_path.as_ref().map(|path| convert::os_text(gil, path)));
    if let Some(paths) = settings.variable("PYTHONPATH") {
        for path in paths.into_vec().split(|&byte| byte == b':') {
            entries.push(convert::os_text(gil, path));
        }
    }
    entries.push(convert::text(gil, super::import::library::FOLDER));
    convert::list(gil, entries)
}
