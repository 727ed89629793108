//! `module`: a namespace, and how native modules declare theirs.

use std::cell::Cell;

use super::dict::{self, Dict};
use super::slots::names::Name;
use super::{list, native_function, object};
use crate::gil::{Gil, Guarded};
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, Raised, type_error};
use crate::object::slots::SlotTable;
use crate::object::{
    Arguments, Parameters, Payload, Ref, Result, Storage, Table, Text, Value, Visit, intern, operations,
};
use crate::payload;

/// The payload of `module`.
pub struct Module {
    /// The namespace.
    pub dict: Ref<Dict>,
}

impl Payload for Module {
    payload!(Module, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.dict.as_value());
    }

    fn clear(&self) {
        let table = self.dict.table.borrow_mut().take();
        drop(table);
    }
}

/// A native module as data.
pub struct ModuleSpec {
    pub name: &'static str,
    pub doc: &'static str,
    pub functions: &'static [Function],
    /// Adds what is no function: types, constants.
    pub set_up: Option<fn(Gil<'_>, &Ref<Module>) -> Result<()>>,
}

impl Ref<Module> {
    /// A module with `__name__`, `__doc__` and the other usual names.
    pub fn new_module(gil: Gil<'_>, name: &str, doc: Option<&str>) -> Ref<Module> {
        let module = Ref::new(gil, Module { dict: Ref::new(gil, Dict::new()) });
        let doc = doc.map_or(Value::NONE, |doc| Ref::text(gil, doc).into_value());
        describe(gil, &module, intern(gil, name).into_value(), doc);
        module
    }

    /// The module that a native module's table describes.
    pub fn from_spec(gil: Gil<'_>, spec: &'static ModuleSpec) -> Result<Ref<Module>> {
        let module = Ref::new_module(gil, spec.name, Some(spec.doc).filter(|doc| !doc.is_empty()));
        for function in spec.functions {
            module.set(gil, function.name, native_function::of(gil, function, Some(spec.name)));
        }
        if let Some(set_up) = spec.set_up {
            set_up(gil, &module)?;
        }
        Ok(module)
    }

    /// Sets a name of the namespace.
    pub fn set(&self, gil: Gil<'_>, name: &str, value: Value) {
        let old = self.dict.table.borrow_mut().set_text(&intern(gil, name), value);
        drop(old);
    }

    /// The value of a name of the namespace.
    pub fn get(&self, gil: Gil<'_>, name: &str) -> Option<Value> {
        self.dict.table.borrow().get_text(&intern(gil, name)).cloned()
    }
}

/// Imports a module by its dotted name, as `import a.b` followed by a look into `sys.modules` does.
pub type Importer = fn(Gil<'_>, &str) -> Result<Value>;

static IMPORTER: Guarded<Cell<Option<Importer>>> = Guarded::new(Cell::new(None));

/// Says how modules are imported; the import machinery does, at start.
pub fn set_importer(gil: Gil<'_>, importer: Importer) {
    IMPORTER.get(gil).set(Some(importer));
}

/// Imports a module.
pub fn import(gil: Gil<'_>, name: &str) -> Result<Value> {
    match IMPORTER.get(gil).get() {
        Some(importer) => importer(gil, name),
        None => Err(Raised::with_message(gil, Kind::ImportError, "modules cannot be imported yet")),
    }
}

fn describe(gil: Gil<'_>, module: &Ref<Module>, name: Value, doc: Value) {
    module.set(gil, "__name__", name);
    module.set(gil, "__doc__", doc);
    for name in ["__package__", "__loader__", "__spec__"] {
        module.set(gil, name, Value::NONE);
    }
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Module>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'module' object but received a '{name}'"))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    let module = Module { dict: Ref::new(gil, Dict::new()) };
    Ok(Ref::with_shape(gil, class.root(), module).into_value())
}

static PARAMETERS: Parameters<2> = Parameters::new(["name", "doc"], 1);

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let [name, doc] = arguments.bind(gil, "module", &PARAMETERS)?;
    let name = name.cloned().unwrap_or(Value::NONE);
    if name.downcast::<Text>().is_none() {
        let got = name.class(gil).name();
        return Err(type_error(gil, format!("module() argument 'name' must be str, not {got}")));
    }
    describe(gil, this(gil, value)?, name, doc.cloned().unwrap_or(Value::NONE));
    Ok(())
}

/// `module.name`: the type's data descriptors, the namespace, the type's others, the module's `__getattr__`.
pub fn get_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Value> {
    let module = this(gil, value)?;
    let found = value.class(gil).lookup(name);
    if let Some(found) = &found {
        let slots = &found.class(gil).slots;
        if let (Some(get), Some(_)) = (slots.descriptor_get.get(), slots.descriptor_set.get()) {
            return get(gil, found, Some(value), &value.class(gil).to_value());
        }
    }
    let own = module.dict.table.borrow().get_text(name).cloned();
    if let Some(own) = own {
        return Ok(own);
    }
    if let Some(found) = found {
        return match found.class(gil).slots.descriptor_get.get() {
            Some(get) => get(gil, &found, Some(value), &value.class(gil).to_value()),
            None => Ok(found),
        };
    }
    if let Some(hook) = module.get(gil, "__getattr__") {
        return operations::call_one(gil, &hook, name.as_value());
    }
    Err(no_attribute(gil, value, module, name))
}

#[cold]
fn no_attribute(gil: Gil<'_>, value: &Value, module: &Ref<Module>, name: &Ref<Text>) -> Raised {
    let own = module.get(gil, "__name__");
    let own = own.as_ref().and_then(Value::downcast::<Text>);
    let shown = name.lossy();
    let initializing = module.get(gil, "__spec__").filter(|specification| !specification.is_none());
    let initializing = initializing.is_some_and(|specification| {
        let flag = operations::find_attribute(gil, &specification, Name::Initializing.text(gil));
        matches!(flag, Ok(Some(flag)) if operations::truth(gil, &flag).unwrap_or(false))
    });
    let message = match own {
        Some(own) if initializing => format!(
            "partially initialized module '{}' has no attribute '{shown}' (most likely due to a circular import)",
            own.lossy()
        ),
        Some(own) => format!("module '{}' has no attribute '{shown}'", own.lossy()),
        None => format!("module has no attribute '{shown}'"),
    };
    object::attribute_error(gil, &message, value, name)
}

fn set_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>, new: Option<Value>) -> Result<()> {
    let module = this(gil, value)?;
    if let Some(found) = value.class(gil).lookup(name)
        && let Some(set) = found.class(gil).slots.descriptor_set.get()
    {
        return set(gil, &found, value, new);
    }
    let mut table = module.dict.table.borrow_mut();
    let old = match new {
        Some(new) => {
            let old = table.set_text(name, new);
            drop(table);
            drop(old);
            return Ok(());
        }
        None => table.find_text(name).and_then(|position| table.remove(position)),
    };
    drop(table);
    match old {
        Some(_) => Ok(()),
        None => Err(no_attribute(gil, value, module, name)),
    }
}

/// `<module 'name' (built-in)>` or `<module 'name' from 'file'>`.
fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let module = this(gil, value)?;
    let name = match module.get(gil, "__name__") {
        Some(name) => operations::repr(gil, &name)?.lossy().into_owned(),
        None => "'?'".to_owned(),
    };
    let text = match module.get(gil, "__file__") {
        Some(file) => format!("<module {name} from {}>", operations::repr(gil, &file)?.lossy()),
        None => match module.get(gil, "__spec__").filter(|specification| !specification.is_none()) {
            Some(specification) => origin(gil, &specification, &name)?,
            None => match module.get(gil, "__loader__").filter(|loader| !loader.is_none()) {
                Some(loader) => format!("<module {name} ({})>", operations::repr(gil, &loader)?.lossy()),
                None => format!("<module {name}>"),
            },
        },
    };
    Ok(Ref::text(gil, &text).into_value())
}

fn origin(gil: Gil<'_>, specification: &Value, name: &str) -> Result<String> {
    let origin = operations::find_named(gil, specification, "origin")?.filter(|origin| !origin.is_none());
    let Some(origin) = origin else { return Ok(format!("<module {name} (namespace)>")) };
    let located = match operations::find_named(gil, specification, "has_location")? {
        Some(located) => operations::truth(gil, &located)?,
        None => false,
    };
    Ok(match located {
        true => format!("<module {name} from {}>", operations::repr(gil, &origin)?.lossy()),
        false => format!("<module {name} ({})>", operations::str(gil, &origin)?.lossy()),
    })
}

fn dir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__dir__")?;
    this(gil, value)?;
    let dict = operations::get_attribute(gil, value, &intern(gil, "__dict__"))?;
    let Some(dict) = dict.downcast::<Dict>() else {
        return Err(type_error(gil, "<module>.__dict__ is not a dictionary"));
    };
    let hook = dict.table.borrow().get_text(&intern(gil, "__dir__")).cloned();
    if let Some(hook) = hook {
        return operations::call(gil, &hook, Arguments::NONE);
    }
    let names = dict.table.borrow().iter().map(|entry| entry.key.clone()).collect();
    Ok(list::of(gil, names))
}

fn annotations(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let module = this(gil, value)?;
    if let Some(annotations) = module.get(gil, "__annotations__") {
        return Ok(annotations);
    }
    let new = dict::of(gil, Table::new());
    module.set(gil, "__annotations__", new.clone());
    Ok(new)
}

fn set_annotations(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let module = this(gil, value)?;
    match new {
        Some(new) => module.set(gil, "__annotations__", new),
        None => {
            let mut table = module.dict.table.borrow_mut();
            let removed = table.find_text(Name::Annotations.text(gil)).and_then(|at| table.remove(at));
            drop(table);
            if removed.is_none() {
                return Err(Raised::with_message(gil, Kind::AttributeError, "__annotations__"));
            }
        }
    }
    Ok(())
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "module",
    module: "builtins",
    signature: "",
    doc: "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
    base: None,
    layout: Module::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        get_attribute: Some(get_attribute),
        set_attribute: Some(set_attribute),
        ..SlotTable::EMPTY
    },
    methods: &[Function::new(
        "__dir__",
        "($self, /)",
        "__dir__() -> list\nspecialized dir() implementation",
        dir,
    )],
    attributes: &[
        Attribute::read_only("__dict__", "", |gil, value| Ok(this(gil, value)?.dict.to_value())),
        Attribute { name: "__annotations__", doc: "", get: annotations, set: Some(set_annotations) },
    ],
};
