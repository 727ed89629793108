//! Specifications and loaders: what a module says of where it comes from, in `__spec__` and `__loader__`.

use crate::gil::Gil;
use crate::modules::{builtins, convert, machine, source, sys};
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Kind, type_error};
use crate::object::{
    Arguments, Comparison, Parameters, Payload, Ref, Result, SlotTable, Storage, Text, Type, Value, intern,
    operations,
};
use crate::payload;
use crate::types::builder;
use crate::types::code::CodeObject;
use crate::types::module::Module;

use super::finder::Found;

/// Makes the types.
pub fn set_up(gil: Gil<'_>) {
    for spec in [&SPECIFICATION, &FILE_LOADER, &NATIVE_LOADER] {
        // Messages name them as classes of Python code, without the module.
        builder::build(gil, spec).set_name(spec.name);
    }
}

/// The types.
pub fn types(gil: Gil<'_>) -> [Ref<Type>; 3] {
    [Specification::layout(), FileLoader::layout(), NativeLoader::layout()]
        .map(|layout| layout.exact.get(gil).class().clone())
}

/// The payload of a ModuleSpec: everything is in its attributes.
pub struct Specification;

impl Payload for Specification {
    payload!(Specification, tracked);
}

fn specification_new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Specification).into_value())
}

fn specification_init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    const SIGNATURE: Parameters<5> =
        Parameters::new(["name", "loader", "origin", "loader_state", "is_package"], 2).keyword_only(2);
    let [name, loader, origin, state, package] = arguments.bind(gil, "ModuleSpec", &SIGNATURE)?;
    let package = package.map_or(Ok(false), |package| operations::truth(gil, package))?;
    let given = |value: Option<&Value>| value.cloned().unwrap_or(Value::NONE);
    let locations = if package { convert::list(gil, Vec::new()) } else { Value::NONE };
    set_all(
        gil,
        value,
        [
            ("name", given(name)),
            ("loader", given(loader)),
            ("origin", given(origin)),
            ("loader_state", given(state)),
            ("submodule_search_locations", locations),
            ("has_location", Value::FALSE),
            ("cached", Value::NONE),
        ],
    )
}

fn set_all<const N: usize>(gil: Gil<'_>, value: &Value, items: [(&str, Value); N]) -> Result<()> {
    for (name, item) in items {
        operations::set_attribute(gil, value, &intern(gil, name), Some(item))?;
    }
    Ok(())
}

pub(super) fn attribute(gil: Gil<'_>, value: &Value, name: &str) -> Result<Value> {
    operations::get_attribute(gil, value, &intern(gil, name))
}

/// `parent`: the package that relative names are relative to.
fn parent(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = attribute(gil, value, "name")?;
    if !attribute(gil, value, "submodule_search_locations")?.is_none() {
        return Ok(name);
    }
    let name = convert::text_argument(gil, &name, "ModuleSpec", 1)?.lossy().into_owned();
    Ok(convert::text(gil, name.rsplit_once('.').map_or("", |(parent, _)| parent)))
}

fn specification_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let mut text = String::from("ModuleSpec(");
    for (place, name) in ["name", "loader", "origin", "submodule_search_locations"].into_iter().enumerate() {
        let part = attribute(gil, value, name)?;
        if place > 1 && part.is_none() {
            continue;
        }
        let separator = if place == 0 { "" } else { ", " };
        text += &format!("{separator}{name}={}", operations::repr(gil, &part)?.lossy());
    }
    Ok(convert::text(gil, &(text + ")")))
}

/// Two are equal that say the same of where a module is.
fn specification_compare(
    gil: Gil<'_>,
    value: &Value,
    other: &Value,
    comparison: Comparison,
) -> Result<Value> {
    if other.downcast::<Specification>().is_none()
        || !matches!(comparison, Comparison::Equal | Comparison::NotEqual)
    {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let mut equal = true;
    for name in ["name", "loader", "submodule_search_locations", "cached", "has_location", "origin"] {
        equal =
            equal && operations::equal(gil, &attribute(gil, value, name)?, &attribute(gil, other, name)?)?;
    }
    Ok(Value::bool(equal == (comparison == Comparison::Equal)))
}

static SPECIFICATION: TypeSpec = TypeSpec {
    name: "ModuleSpec",
    module: "importlib.machinery",
    signature: "",
    doc: "The specification for a module, used for loading.",
    base: None,
    layout: Specification::layout,
    storage: Storage::Slots,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(specification_new),
        init: Some(specification_init),
        repr: Some(specification_repr),
        compare: Some(specification_compare),
        ..SlotTable::EMPTY
    },
    methods: &[],
    attributes: &[crate::object::native::Attribute::read_only(
        "parent",
        "The name of the module's parent.",
        parent,
    )],
};

/// A loader of sources; an instance keeps `name` and `path`.
pub struct FileLoader;

impl Payload for FileLoader {
    payload!(FileLoader, tracked);
}

fn file_loader_new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), FileLoader).into_value())
}

fn file_loader_init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let [name, path] = arguments.exactly::<2>(gil, "SourceFileLoader")?;
    set_all(gil, value, [("name", name.clone()), ("path", path.clone())])
}

/// The path of a loader, and its source.
fn source_of(gil: Gil<'_>, loader: &Value) -> Result<(String, Vec<u8>)> {
    contents_of(gil, &attribute(gil, loader, "path")?)
}

/// A path as a text, and the bytes of the file, which may be one of the library.
fn contents_of(gil: Gil<'_>, path: &Value) -> Result<(String, Vec<u8>)> {
    let text = convert::text_argument(gil, path, "SourceFileLoader", 2)?.lossy().into_owned();
    if let Some(source) = super::library::text_of(&text) {
        return Ok((text, source.to_vec()));
    }
    match gil.detach(crate::gil::Reason::Io, || std::fs::read(&text)) {
        Ok(source) => Ok((text, source)),
        Err(error) => Err(convert::os_error_named(gil, error.raw_os_error().unwrap_or(libc::EIO), path)),
    }
}

fn get_source(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (_, source) = source_of(gil, &arguments.values[0])?;
    Ok(convert::text(gil, &String::from_utf8_lossy(&source).replace("\r\n", "\n")))
}

fn get_data(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let (_, source) = match arguments.values.get(1) {
        Some(path) => contents_of(gil, path)?,
        None => source_of(gil, &arguments.values[0])?,
    };
    Ok(convert::bytes(gil, &source))
}

/// Is it a loader whose class the program wrote? Its methods may be its own, and are asked.
fn is_changed(gil: Gil<'_>, loader: &Value) -> bool {
    !loader.is_exact::<FileLoader>(gil)
}

fn get_code(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let loader = &arguments.values[0];
    if is_changed(gil, loader) {
        let path = operations::call_method(gil, loader, "get_filename", &[attribute(gil, loader, "name")?])?;
        let data = operations::call_method(gil, loader, "get_data", std::slice::from_ref(&path))?;
        return operations::call_method(gil, loader, "source_to_code", &[data, path]);
    }
    let (path, source) = source_of(gil, &arguments.values[0])?;
    let level = sys::Configuration::current().optimize;
    Ok(source::compile(gil, &source, &path, machine::Mode::Module, level)?.into_value())
}

fn source_to_code(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [_, data, path] = arguments.method(gil, "source_to_code")?;
    let builtins = crate::modules::builtins::module(gil)?.to_value();
    let given = [data.clone(), path.clone(), convert::text(gil, "exec"), convert::int(gil, 0), Value::TRUE];
    operations::call_method(gil, &builtins, "compile", &given)
}

/// `get_resource_reader(name)`: what reads the files beside the module.
fn get_resource_reader(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let readers = super::module(gil, "importlib.resources.readers")?;
    operations::call_method(gil, &readers, "FileReader", &arguments.values[..1])
}

fn get_filename(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    attribute(gil, &arguments.values[0], "path")
}

fn is_package(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let path = attribute(gil, &arguments.values[0], "path")?;
    let path = convert::as_text(&path).map(|path| path.lossy().into_owned()).unwrap_or_default();
    Ok(Value::bool(path.ends_with("/__init__.py")))
}

fn create_module(_gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::NONE)
}

fn exec_module(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [loader, module] = arguments.exactly::<2>(gil, "exec_module")?;
    let Some(module) = module.downcast::<Module>() else {
        return Err(type_error(gil, "exec_module() argument must be a module"));
    };
    if is_changed(gil, loader) {
        let name = operations::get_attribute(gil, module.as_value(), &intern(gil, "__name__"))?;
        let code = operations::call_method(gil, loader, "get_code", &[name])?;
        let Some(code) = code.downcast::<CodeObject>() else {
            return Err(type_error(gil, "exec() arg 1 must be a string, bytes or code object"));
        };
        super::run_code(gil, module, code)?;
        return Ok(Value::NONE);
    }
    let (path, source) = source_of(gil, loader)?;
    super::run_body(gil, module, &path, &source)?;
    Ok(Value::NONE)
}

fn load_module(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let name = attribute(gil, &arguments.values[0], "name")?;
    let name = convert::text_argument(gil, &name, "load_module", 1)?;
    super::module(gil, &name.lossy())
}

fn file_loader_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let address = crate::types::object::address(value);
    Ok(convert::text(gil, &format!("<_frozen_importlib_external.SourceFileLoader object at {address:#x}>")))
}

static FILE_LOADER: TypeSpec = TypeSpec {
    name: "SourceFileLoader",
    module: "importlib.machinery",
    signature: "",
    doc: "Concrete implementation of SourceLoader using the file system.",
    base: None,
    layout: FileLoader::layout,
    storage: Storage::Slots,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(file_loader_new),
        init: Some(file_loader_init),
        repr: Some(file_loader_repr),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("get_source", "", "The module's source text.", get_source),
        Function::new("get_data", "", "The bytes of a file.", get_data),
        Function::new("get_code", "", "The module's code object.", get_code),
        Function::new("source_to_code", "", "The code object of a source.", source_to_code),
        Function::new(
            "get_resource_reader",
            "",
            "What reads the files beside the module.",
            get_resource_reader,
        ),
        Function::new("get_filename", "", "The path to the module's source.", get_filename),
        Function::new("is_package", "", "Whether the module is a package.", is_package),
        Function::new("create_module", "", "Use default semantics for module creation.", create_module),
        Function::new("exec_module", "", "Execute the module.", exec_module),
        Function::new("load_module", "", "Load the module.", load_module),
    ],
    attributes: &[],
};

/// The loader of native modules.
pub struct NativeLoader;

impl Payload for NativeLoader {
    payload!(NativeLoader, untracked);
}

fn native_repr(gil: Gil<'_>, _value: &Value) -> Result<Value> {
    Ok(convert::text(gil, "<class '_frozen_importlib.BuiltinImporter'>"))
}

fn native_load(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    match arguments.values.get(1).and_then(|name| name.downcast::<Text>()) {
        Some(name) => super::module(gil, &name.lossy()),
        None => Err(type_error(gil, "load_module() argument must be str")),
    }
}

static NATIVE_LOADER: TypeSpec = TypeSpec {
    name: "BuiltinImporter",
    module: "_frozen_importlib",
    signature: "",
    doc: "Meta path import for built-in modules.",
    base: None,
    layout: NativeLoader::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { repr: Some(native_repr), ..SlotTable::EMPTY },
    methods: &[
        Function::new("create_module", "", "", create_module),
        Function::new("exec_module", "", "", create_module),
        Function::new("load_module", "", "", native_load),
        Function::new("get_source", "", "", create_module),
    ],
    attributes: &[],
};

/// The loader of native modules.
pub fn native_loader(gil: Gil<'_>) -> Value {
    Ref::new(gil, NativeLoader).into_value()
}

/// The specification of a native module.
pub fn native_specification(gil: Gil<'_>, name: &str) -> Value {
    let specification = Ref::new(gil, Specification).into_value();
    let items = [
        ("name", convert::text(gil, name)),
        ("loader", native_loader(gil)),
        ("origin", convert::text(gil, "built-in")),
        ("loader_state", Value::NONE),
        ("submodule_search_locations", Value::NONE),
        ("has_location", Value::FALSE),
        ("cached", Value::NONE),
    ];
    for (name, item) in items {
        let _ = crate::object::attributes::set(gil, &specification, &intern(gil, name), item);
    }
    specification
}

/// The specification of a module that was found.
pub fn specification(gil: Gil<'_>, name: &str, found: &Found) -> Result<Value> {
    let specification = Ref::new(gil, Specification).into_value();
    let texts = |texts: &[String]| {
        convert::list(gil, texts.iter().map(|text| convert::os_text(gil, text.as_bytes())).collect())
    };
    let name = convert::text(gil, name);
    let (loader, origin, locations) = match found {
        Found::Source { path, folder, .. } => {
            let path = convert::os_text(gil, path.as_bytes());
            let loader = Ref::new(gil, FileLoader).into_value();
            set_all(gil, &loader, [("name", name.clone()), ("path", path.clone())])?;
            (loader, path, folder.as_ref().map_or(Value::NONE, |folder| texts(std::slice::from_ref(folder))))
        }
        Found::Namespace(folders) => (Value::NONE, Value::NONE, texts(folders)),
        Found::Specified(specification) => return Ok(specification.clone()),
    };
    let located = Value::bool(!origin.is_none());
    set_all(
        gil,
        &specification,
        [
            ("name", name),
            ("loader", loader),
            ("origin", origin),
            ("loader_state", Value::NONE),
            ("submodule_search_locations", locations),
            ("has_location", located),
            ("cached", Value::NONE),
        ],
    )?;
    Ok(specification)
}

/// Gives a new module its names.
pub fn describe(
    gil: Gil<'_>,
    module: &Ref<Module>,
    name: &str,
    found: &Found,
    specification: &Value,
) -> Result<()> {
    let locations = attribute(gil, specification, "submodule_search_locations")?;
    let package = match locations.is_none() {
        true => name.rsplit_once('.').map_or("", |(package, _)| package),
        false => name,
    };
    module.set(gil, "__package__", convert::text(gil, package));
    module.set(gil, "__loader__", attribute(gil, specification, "loader")?);
    module.set(gil, "__spec__", specification.clone());
    if !locations.is_none() {
        module.set(gil, "__path__", locations);
    }
    if let Found::Source { path, .. } = found {
        module.set(gil, "__file__", convert::os_text(gil, path.as_bytes()));
        module.set(gil, "__cached__", Value::NONE);
    }
    module.set(gil, "__builtins__", builtins::module(gil)?.dict.to_value());
    Ok(())
}

/// Loads what a program's own finder has specified.
pub fn by_specification(gil: Gil<'_>, name: &str, specification: &Value) -> Result<Value> {
    let loader = attribute(gil, specification, "loader")?;
    let locations =
        operations::find_named(gil, specification, "submodule_search_locations")?.unwrap_or(Value::NONE);
    if loader.is_none() && locations.is_none() {
        return Err(super::import_error(gil, Kind::ImportError, "missing loader", name, None));
    }
    let created = match operations::find_named(gil, &loader, "create_module")? {
        Some(create) => operations::call_one(gil, &create, specification)?,
        None => Value::NONE,
    };
    let module = match created.is_none() {
        true => Ref::<Module>::new_module(gil, name, None).into_value(),
        false => created,
    };
    let package = match locations.is_none() {
        true => name.rsplit_once('.').map_or("", |(package, _)| package),
        false => name,
    };
    let package = convert::text(gil, package);
    let items =
        [("__spec__", specification.clone()), ("__loader__", loader.clone()), ("__package__", package)];
    set_all(gil, &module, items)?;
    if !locations.is_none() {
        set_all(gil, &module, [("__path__", locations)])?;
    }
    if let Some(located) = operations::find_named(gil, specification, "has_location")?
        && operations::truth(gil, &located)?
    {
        set_all(gil, &module, [("__file__", attribute(gil, specification, "origin")?)])?;
    }
    super::enter(gil, name, &module);
    if loader.is_none() {
        return Ok(module);
    }
    let execute = attribute(gil, &loader, "exec_module")?;
    if let Err(raised) = operations::call_one(gil, &execute, &module) {
        super::remove(gil, name);
        return Err(raised);
    }
    Ok(super::loaded(gil, name).unwrap_or(module))
}
