//! `property`: an attribute computed by functions.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::slots::SlotTable;
use crate::object::{
    Arguments, Kind, Parameters, Payload, Raised, Ref, Result, Storage, Text, Value, Visit, intern,
    operations,
};
use crate::payload;

/// The payload of `property`.
#[derive(Default)]
pub struct Property {
    get: RefCell<Option<Value>>,
    set: RefCell<Option<Value>>,
    delete: RefCell<Option<Value>>,
    doc: RefCell<Option<Value>>,
    name: RefCell<Option<Value>>,
    /// Did the documentation come from the getter?
    doc_of_getter: std::cell::Cell<bool>,
}

impl Payload for Property {
    payload!(Property, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        for part in [&self.get, &self.set, &self.delete, &self.doc, &self.name] {
            part.borrow().iter().for_each(&mut *visit);
        }
    }

    fn clear(&self) {
        let parts = [&self.get, &self.set, &self.delete, &self.doc, &self.name].map(RefCell::take);
        drop(parts);
    }
}

impl Property {
    /// The getter, for caches of attributes.
    pub fn getter(&self) -> Option<Value> {
        self.get.borrow().clone()
    }
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Property>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'property' object but received a '{name}'"))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Property::default()).into_value())
}

static PARAMETERS: Parameters<4> = Parameters::new(["fget", "fset", "fdel", "doc"], 0);

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    let property = this(gil, value)?;
    let [get, set, delete, doc] = arguments.bind(gil, "property", &PARAMETERS)?;
    let some = |part: Option<&Value>| part.filter(|part| !part.is_none()).cloned();
    let get = some(get);
    let given = some(doc);
    property.doc_of_getter.set(false);
    let doc = match (&given, &get) {
        (None, Some(get)) => {
            let found = operations::find_named(gil, get, "__doc__")?.filter(|doc| !doc.is_none());
            property.doc_of_getter.set(found.is_some());
            found
        }
        _ => given,
    };
    // A subclass keeps the documentation among the attributes of the instance, where its own `__doc__` does not hide it.
    if !value.is_exact::<Property>(gil) {
        let own = doc.clone().unwrap_or(Value::NONE);
        let is_set = operations::set_attribute(gil, value, &intern(gil, "__doc__"), Some(own));
        match is_set {
            // Without room for it, what was given is dropped, but what a getter says is not.
            Err(raised) if property.doc_of_getter.get() || !raised.is(gil, Kind::AttributeError) => {
                return Err(raised);
            }
            _ => {}
        }
    }
    for (place, part) in [
        (&property.get, get),
        (&property.set, some(set)),
        (&property.delete, some(delete)),
        (&property.doc, doc),
    ] {
        drop(place.replace(part));
    }
    Ok(())
}

fn get(gil: Gil<'_>, value: &Value, instance: Option<&Value>, _class: &Value) -> Result<Value> {
    let Some(instance) = instance else { return Ok(value.clone()) };
    let property = this(gil, value)?;
    match property.getter() {
        Some(get) => operations::call_one(gil, &get, instance),
        None => Err(has_no(gil, property, instance, "getter")),
    }
}

#[cold]
fn has_no(gil: Gil<'_>, property: &Ref<Property>, instance: &Value, what: &str) -> Raised {
    let class = instance.class(gil).qualified_name();
    let name = match name_of(gil, property) {
        Ok(name) => name,
        Err(raised) => return raised,
    };
    let message = match name {
        Some(name) => match operations::repr(gil, &name) {
            Ok(name) => format!("property {} of '{class}' object has no {what}", name.lossy()),
            Err(raised) => return raised,
        },
        None => format!("property of '{class}' object has no {what}"),
    };
    Raised::with_message(gil, Kind::AttributeError, &message)
}

fn name_of(gil: Gil<'_>, property: &Ref<Property>) -> Result<Option<Value>> {
    let own = property.name.borrow().clone();
    match (own, property.getter()) {
        (Some(name), _) => Ok(Some(name)),
        (None, Some(get)) => operations::find_named(gil, &get, "__name__"),
        (None, None) => Ok(None),
    }
}

fn set(gil: Gil<'_>, value: &Value, instance: &Value, new: Option<Value>) -> Result<()> {
    let property = this(gil, value)?;
    let (part, what) = match new {
        Some(_) => (&property.set, "setter"),
        None => (&property.delete, "deleter"),
    };
    let function = part.borrow().clone();
    let Some(function) = function else { return Err(has_no(gil, property, instance, what)) };
    match new {
        Some(new) => operations::call(gil, &function, Arguments::positional(&[instance.clone(), new]))?,
        None => operations::call_one(gil, &function, instance)?,
    };
    Ok(())
}

/// A property with one function exchanged.
fn changed(gil: Gil<'_>, arguments: Arguments<'_>, name: &str, place: usize) -> Result<Value> {
    let [value, function] = arguments.exactly(gil, name)?;
    let property = this(gil, value)?;
    let part = |part: &RefCell<Option<Value>>| part.borrow().clone().unwrap_or(Value::NONE);
    let doc = if property.doc_of_getter.get() { Value::NONE } else { part(&property.doc) };
    let mut values = [part(&property.get), part(&property.set), part(&property.delete), doc];
    if !function.is_none() {
        values[place] = function.clone();
    }
    let class = value.class(gil).to_value();
    let new = operations::call(gil, &class, Arguments::positional(&values))?;
    if let Some(new) = new.downcast::<Property>() {
        let name = property.name.borrow().clone();
        drop(new.name.replace(name));
    }
    Ok(new)
}

fn getter(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    changed(gil, arguments, "property.getter", 0)
}

fn setter(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    changed(gil, arguments, "property.setter", 1)
}

fn deleter(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    changed(gil, arguments, "property.deleter", 2)
}

fn set_name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, _, name] = arguments.values else {
        let got = arguments.values.len().saturating_sub(1);
        return Err(type_error(
            gil,
            format!("__set_name__() takes 2 positional arguments but {got} were given"),
        ));
    };
    drop(this(gil, value)?.name.replace(Some(name.clone())));
    Ok(Value::NONE)
}

fn part(part: &RefCell<Option<Value>>) -> Result<Value> {
    Ok(part.borrow().clone().unwrap_or(Value::NONE))
}

fn name(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let property = this(gil, value)?;
    match name_of(gil, property)? {
        Some(name) => Ok(name),
        None => Err(operations::no_attribute(gil, value, &intern(gil, "__name__"))),
    }
}

fn is_abstract(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let property = this(gil, value)?;
    for place in [&property.get, &property.set, &property.delete] {
        let function = place.borrow().clone();
        if let Some(function) = function
            && super::class_method::is_abstract(gil, &function)?
        {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

/// Is the text the documentation of a property?
pub fn doc_text(property: &Ref<Property>) -> Option<Ref<Text>> {
    property.doc.borrow().as_ref().and_then(|doc| doc.downcast::<Text>().cloned())
}

const DOC: &str = "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x";

pub static SPEC: TypeSpec = TypeSpec {
    name: "property",
    module: "builtins",
    signature: "(fget=None, fset=None, fdel=None, doc=None)",
    doc: DOC,
    base: None,
    layout: Property::layout,
    storage: Storage::Nothing,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        descriptor_get: Some(get),
        descriptor_set: Some(set),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new(
            "getter",
            "",
            "Descriptor to obtain a copy of the property with a different getter.",
            getter,
        ),
        Function::new(
            "setter",
            "",
            "Descriptor to obtain a copy of the property with a different setter.",
            setter,
        ),
        Function::new(
            "deleter",
            "",
            "Descriptor to obtain a copy of the property with a different deleter.",
            deleter,
        ),
        Function::new("__set_name__", "", "Method to set name of a property.", set_name),
    ],
    attributes: &[
        Attribute::member("fget", "", |gil, value| part(&this(gil, value)?.get)),
        Attribute::member("fset", "", |gil, value| part(&this(gil, value)?.set)),
        Attribute::member("fdel", "", |gil, value| part(&this(gil, value)?.delete)),
        Attribute {
            name: "__doc__",
            doc: "",
            get: |gil, value| part(&this(gil, value)?.doc),
            set: Some(|gil, value, new| {
                drop(this(gil, value)?.doc.replace(new));
                Ok(())
            }),
        },
        Attribute {
            name: "__name__",
            doc: "",
            get: name,
            set: Some(|gil, value, new| {
                drop(this(gil, value)?.name.replace(new));
                Ok(())
            }),
        },
        Attribute::read_only("__isabstractmethod__", "", is_abstract),
    ],
};
