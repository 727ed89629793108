//! `object`: what every value can do, and the generic way to attributes.
//!
//! The attributes that instances keep are the object room's ([`attributes`]); here is the order in which the type's
//! descriptors and the instance's own attributes are asked.

pub mod reduce;

use super::list;
use super::slots::names::Name;
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{memory_error, type_error};
use crate::object::slots::{GetAttribute, Init, New, SlotTable};
use crate::object::{
    Arguments, Bits, Comparison, Kind, Payload, Raised, Ref, Result, Storage, Text, Value, attributes,
    intern, operations,
};
use crate::payload;

/// The payload of instances that have nothing but attributes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Instance;

impl Payload for Instance {
    payload!(Instance, untracked);
}

/// The type `object`.
pub fn class(gil: Gil<'_>) -> &Ref<Type> {
    Instance::layout().exact.get(gil).class()
}

/// `object.__getattribute__`: data descriptors of the type, the object's own attributes, the type's other attributes.
pub fn get_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Value> {
    if let Some(kept) = kept_by_module(gil, value, name) {
        return Ok(kept);
    }
    match find_attribute(gil, value, name)? {
        Some(found) => Ok(found),
        None => Err(operations::no_attribute(gil, value, name)),
    }
}

/// A module keeps its names in a dict of its own, which comes before what its class has, data descriptors apart.
fn kept_by_module(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Option<Value> {
    let module = value.downcast::<super::module::Module>()?;
    let found = value.class(gil).lookup(name);
    if found.is_some_and(|found| found.class(gil).slots.descriptor_set.get().is_some()) {
        return None;
    }
    module.dict.table.borrow().get_text(name).cloned()
}

/// The same, None where there is no such attribute. (A descriptor may raise AttributeError all the same.)
pub fn find_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Option<Value>> {
    let class = value.class(gil);
    let Some(found) = class.lookup(name) else { return Ok(attributes::get(gil, value, name)) };
    let slots = &found.class(gil).slots;
    let get = slots.descriptor_get.get();
    if let Some(get) = get.filter(|_| slots.descriptor_set.get().is_some()) {
        return get(gil, &found, Some(value), &class.to_value()).map(Some);
    }
    if let Some(own) = attributes::get(gil, value, name) {
        return Ok(Some(own));
    }
    match get {
        Some(get) => get(gil, &found, Some(value), &class.to_value()).map(Some),
        None => Ok(Some(found)),
    }
}

/// As [`operations::find_attribute`]: where the type looks attributes up in the plain way, no exception is made for one
/// that is not there.
pub fn find(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Option<Value>> {
    if !looks_up_plainly(value.class(gil)) {
        return operations::find_attribute(gil, value, name);
    }
    match find_attribute(gil, value, name) {
        Err(raised) if raised.is(gil, Kind::AttributeError) => Ok(None),
        found => found,
    }
}

/// Do the instances of a class look attributes up as `object` does?
pub fn looks_up_plainly(class: &Type) -> bool {
    let plainly: GetAttribute = get_attribute;
    class.slots.get_attribute.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, plainly))
}

/// `object.__setattr__` and `object.__delattr__`.
pub fn set_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>, new: Option<Value>) -> Result<()> {
    let found = value.class(gil).lookup(name);
    if let Some(found) = &found
        && let Some(set) = found.class(gil).slots.descriptor_set.get()
    {
        return set(gil, found, value, new);
    }
    let done = match new {
        Some(new) => attributes::set(gil, value, name, new).is_ok(),
        None => attributes::delete(gil, value, name),
    };
    if done { Ok(()) } else { Err(cannot_set(gil, value, name, found.is_some())) }
}

#[cold]
fn cannot_set(gil: Gil<'_>, value: &Value, name: &Ref<Text>, on_class: bool) -> Raised {
    if attributes::has_dict(value) {
        return operations::no_attribute(gil, value, name);
    }
    let (class, shown) = (value.class(gil).name(), name.lossy());
    let message = if on_class {
        format!("'{class}' object attribute '{shown}' is read-only")
    } else {
        format!("'{class}' object has no attribute '{shown}' and no __dict__ for setting new attributes")
    };
    attribute_error(gil, &message, value, name)
}

/// An AttributeError with `name` and `obj`.
#[cold]
pub fn attribute_error(gil: Gil<'_>, message: &str, value: &Value, name: &Ref<Text>) -> Raised {
    let text = Ref::text(gil, message).into_value();
    let raised = Raised::with_arguments(gil, Kind::AttributeError, vec![text]);
    *raised.exception().fields.borrow_mut() = vec![Some(name.to_value()), Some(value.clone())];
    raised
}

/// A new instance that keeps nothing but attributes.
pub fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    if !arguments.values.is_empty() {
        refuse_arguments_of_new(gil, class)?;
    }
    if class.has(flags::ABSTRACT) {
        return Err(abstract_class(gil, class));
    }
    if !std::ptr::eq(class.layout, Instance::layout()) {
        let name = class.name();
        return Err(type_error(gil, format!("object.__new__({name}) is not safe, use {name}.__new__()")));
    }
    Ok(Ref::with_shape(gil, class.root(), Instance).into_value())
}

fn has_own_new(class: &Ref<Type>) -> bool {
    let own: New = new;
    class.slots.new.get().is_none_or(|slot| !std::ptr::fn_addr_eq(slot, own))
}

fn has_own_init(class: &Ref<Type>) -> bool {
    let own: Init = init;
    class.slots.init.get().is_none_or(|slot| !std::ptr::fn_addr_eq(slot, own))
}

fn refuse_arguments_of_new(gil: Gil<'_>, class: &Ref<Type>) -> Result<()> {
    if has_own_new(class) {
        return Err(type_error(gil, "object.__new__() takes exactly one argument (the type to instantiate)"));
    }
    if !has_own_init(class) {
        return Err(type_error(gil, format!("{}() takes no arguments", class.name())));
    }
    Ok(())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    if arguments.values.is_empty() {
        return Ok(());
    }
    let class = value.class(gil);
    if has_own_init(class) {
        return Err(type_error(
            gil,
            "object.__init__() takes exactly one argument (the instance to initialize)",
        ));
    }
    if !has_own_new(class) {
        let name = class.name();
        let message = format!("{name}.__init__() takes exactly one argument (the instance to initialize)");
        return Err(type_error(gil, message));
    }
    Ok(())
}

/// The TypeError that an abstract class has no instances.
#[cold]
pub fn abstract_class(gil: Gil<'_>, class: &Ref<Type>) -> Raised {
    let missing = class.entry(Name::AbstractMethods.text(gil)).unwrap_or(Value::NONE);
    let mut names: Vec<String> = match operations::collect(gil, &missing) {
        Ok(names) => names
            .iter()
            .filter_map(|name| name.downcast::<Text>().map(|name| format!("'{}'", name.lossy())))
            .collect(),
        Err(raised) => return raised,
    };
    names.sort();
    let plural = if names.len() == 1 { "" } else { "s" };
    let (class, names) = (class.name(), names.join(", "));
    type_error(
        gil,
        format!(
            "Can't instantiate abstract class {class} without an implementation for abstract method{plural} {names}"
        ),
    )
}

/// The address that repr() shows and id() gives.
pub fn address(value: &Value) -> u64 {
    value.bits().raw()
}

/// `<module.Class object at 0x...>`.
pub fn default_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = super::class::full_name(gil, value.class(gil));
    Ok(Ref::text(gil, &format!("<{name} object at {:#x}>", address(value))).into_value())
}

fn str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    // What is no text is complained about by the caller, in the name of `__str__`.
    operations::repr_of(gil, value)
}

/// The hash of an object that is equal to itself alone.
pub fn identity_hash(_gil: Gil<'_>, value: &Value) -> Result<i64> {
    if value.is_none() {
        return Ok(0xfca8_6420);
    }
    Ok(identity_hash_of(value))
}

/// The hash of what is equal to itself alone.
pub fn identity_hash_of(value: &Value) -> i64 {
    (address(value).rotate_right(4) as i64) >> 1
}

/// Comparison as `object` does it: by identity.
pub fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    match comparison {
        Comparison::Equal if value.is(other) => Ok(Value::TRUE),
        Comparison::NotEqual => {
            let Some(slot) = value.class(gil).slots.compare.get() else { return Ok(Value::NOT_IMPLEMENTED) };
            let equal = slot(gil, value, other, Comparison::Equal)?;
            if equal.bits() == Bits::NOT_IMPLEMENTED {
                return Ok(equal);
            }
            Ok(Value::bool(!operations::truth(gil, &equal)?))
        }
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn format(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, specification] = arguments.method(gil, "__format__")?;
    let Some(text) = specification.downcast::<Text>() else {
        let name = specification.class(gil).name();
        return Err(type_error(gil, format!("__format__() argument must be str, not {name}")));
    };
    if text.length() > 0 {
        let name = value.class(gil).name();
        return Err(type_error(gil, format!("unsupported format string passed to {name}.__format__")));
    }
    operations::str(gil, value).map(Ref::into_value)
}

fn size_of(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__sizeof__")?;
    let size = value.shape().map_or(24, |shape| {
        let area =
            if shape.storage == Storage::Nothing { 0 } else { 8 + 8 * usize::from(shape.inline_capacity) };
        shape.layout.size + area
    });
    Value::small_int(size as i64).ok_or_else(|| memory_error(gil, ""))
}

fn init_subclass(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let gil = _gil;
    if arguments.values.len() > 1 {
        let name =
            arguments.values[0].downcast::<Type>().map_or_else(|| "object".into(), |class| class.name());
        let message = match arguments.names.is_empty() {
            true => format!(
                "{name}.__init_subclass__() takes no arguments ({} given)",
                arguments.values.len() - 1
            ),
            false => format!("{name}.__init_subclass__() takes no keyword arguments"),
        };
        return Err(type_error(gil, message));
    }
    Ok(Value::NONE)
}

fn subclass_hook(_gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::NOT_IMPLEMENTED)
}

/// The names of a class and of its bases, into `names`.
pub fn collect_class_names(class: &Ref<Type>, names: &mut Vec<Value>) {
    for class in class.mro().iter() {
        names.extend(class.attributes.borrow().iter().map(|entry| entry.key.clone()));
    }
}

/// The values without repetitions of str keys, as a list.
pub fn distinct(gil: Gil<'_>, names: Vec<Value>) -> Result<Value> {
    let mut seen = hashbrown::HashSet::new();
    let mut distinct = Vec::with_capacity(names.len());
    for name in names {
        let fresh = match name.downcast::<Text>() {
            Some(text) => seen.insert(text.bytes().to_vec()),
            None => true,
        };
        if fresh {
            distinct.push(name);
        }
    }
    Ok(list::of(gil, distinct))
}

fn dir(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__dir__")?;
    let mut names = Vec::new();
    if let Some(dict) = operations::find_attribute(gil, value, Name::Dict.text(gil))?
        && let Some(dict) = dict.downcast::<super::dict::Dict>()
    {
        names.extend(dict.table.borrow().iter().map(|entry| entry.key.clone()));
    }
    if let Some(class) = operations::find_attribute(gil, value, Name::Class.text(gil))?
        && let Some(class) = class.downcast::<Type>()
    {
        collect_class_names(class, &mut names);
    }
    distinct(gil, names)
}

fn get_class(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.class(gil).to_value())
}

/// Do the places of two classes come from the same class, or from two that add the same to the same base?
fn have_same_places(old: &Ref<Type>, new: &Ref<Type>) -> bool {
    let adds_nothing = |class: &Ref<Type>, base: &Ref<Type>| {
        std::ptr::eq(class.layout, base.layout)
            && class.storage == base.storage
            && class.has(flags::WEAKLY_REFERENCED) == base.has(flags::WEAKLY_REFERENCED)
            && class.slot_names.borrow().len() == base.slot_names.borrow().len()
    };
    let adding = |class: &Ref<Type>| {
        let mut class = class.clone();
        loop {
            let base = class.base.borrow().clone();
            match base.filter(|base| adds_nothing(&class, base)) {
                Some(base) => class = base,
                None => return class,
            }
        }
    };
    let (old, new) = (adding(old), adding(new));
    let (old_base, new_base) = (old.base.borrow().clone(), new.base.borrow().clone());
    old.is(&new) || matches!((old_base, new_base), (Some(old), Some(new)) if old.is(&new))
}

fn set_class(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    let Some(new) = new else { return Err(type_error(gil, "can't delete __class__ attribute")) };
    let Some(class) = new.downcast::<Type>() else {
        let name = new.class(gil).name();
        return Err(type_error(gil, format!("__class__ must be set to a class, not '{name}' object")));
    };
    let old = value.class(gil).clone();
    let is_module = |class: &Ref<Type>| std::ptr::eq(class.layout, super::module::Module::layout());
    let mutable = |class: &Ref<Type>| class.has(flags::HEAP) && !class.has(flags::IMMUTABLE);
    if !(mutable(class) && mutable(&old) || is_module(class) && is_module(&old)) {
        let message = "__class__ assignment only supported for mutable types or ModuleType subclasses";
        return Err(type_error(gil, message));
    }
    let names = |class: &Ref<Type>| -> Vec<String> {
        class.slot_names.borrow().iter().map(|name| name.lossy().into_owned()).collect()
    };
    let keeps = |class: &Ref<Type>| class.storage != Storage::Nothing && !class.has(flags::SLOTS_ONLY);
    let same = std::ptr::eq(old.layout, class.layout)
        && (old.storage == Storage::Nothing) == (class.storage == Storage::Nothing)
        && keeps(&old) == keeps(class)
        && old.has(flags::WEAKLY_REFERENCED) == class.has(flags::WEAKLY_REFERENCED)
        && names(&old) == names(class)
        && have_same_places(&old, class);
    if !same {
        let (new, old) = (class.name(), old.name());
        let message = format!("__class__ assignment: '{new}' object layout differs from '{old}'");
        return Err(type_error(gil, message));
    }
    attributes::set_class(gil, value, class);
    Ok(())
}

/// `__dict__` of an instance, as the classes that introduce one declare it.
pub fn get_dict(gil: Gil<'_>, value: &Value) -> Result<Value> {
    match attributes::dict(gil, value) {
        Some(dict) => Ok(dict),
        None => Err(operations::no_attribute(gil, value, Name::Dict.text(gil))),
    }
}

/// The `__dict__` of a native base that has one of its own, like classes and modules; the descriptor that a class in
/// Python declares stands back behind it.
fn native_dict(gil: Gil<'_>, value: &Value) -> Option<Value> {
    let name = Name::Dict.text(gil);
    let order = value.class(gil).mro();
    order.iter().filter(|base| !base.has(flags::HEAP)).find_map(|base| base.entry(name))
}

/// `__dict__` of an instance of a class in Python.
pub fn get_inherited_dict(gil: Gil<'_>, value: &Value) -> Result<Value> {
    match native_dict(gil, value) {
        Some(descriptor) => {
            let class = value.class(gil).to_value();
            operations::call_method(gil, &descriptor, "__get__", &[value.clone(), class])
        }
        None => get_dict(gil, value),
    }
}

/// Sets or deletes it.
pub fn set_inherited_dict(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    match (native_dict(gil, value), new) {
        (Some(descriptor), Some(new)) => {
            operations::call_method(gil, &descriptor, "__set__", &[value.clone(), new]).map(drop)
        }
        (Some(descriptor), None) => {
            operations::call_method(gil, &descriptor, "__delete__", std::slice::from_ref(value)).map(drop)
        }
        (None, new) => set_dict(gil, value, new),
    }
}

/// Sets `__dict__`.
pub fn set_dict(gil: Gil<'_>, value: &Value, new: Option<Value>) -> Result<()> {
    // Without a dict an object begins a new one.
    let new = new.unwrap_or_else(|| super::dict::of(gil, crate::object::Table::new()));
    if new.downcast::<super::dict::Dict>().is_none() {
        let name = new.class(gil).name();
        return Err(type_error(gil, format!("__dict__ must be set to a dictionary, not a '{name}'")));
    }
    if !attributes::set_dict(gil, value, new) {
        return Err(operations::no_attribute(gil, value, &intern(gil, "__dict__")));
    }
    Ok(())
}

const DOC: &str = "The base class of the class hierarchy.\n\n\
    When called, it accepts no arguments and returns a new featureless\n\
    instance that has no instance attributes and cannot be given any.\n";

pub static SPEC: TypeSpec = TypeSpec {
    name: "object",
    module: "builtins",
    signature: "()",
    doc: DOC,
    base: None,
    layout: Instance::layout,
    storage: Storage::Nothing,
    flags: flags::BASE,
    slots: SlotTable {
        repr: Some(default_repr),
        str: Some(str),
        hash: Some(identity_hash),
        compare: Some(compare),
        get_attribute: Some(get_attribute),
        set_attribute: Some(set_attribute),
        new: Some(new),
        init: Some(init),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new(
            "__format__",
            "($self, format_spec, /)",
            "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.",
            format,
        ),
        Function::new("__sizeof__", "($self, /)", "Size of object in memory, in bytes.", size_of),
        Function::new("__dir__", "($self, /)", "Default dir() implementation.", dir),
        Function::new("__reduce__", "($self, /)", "Helper for pickle.", reduce::reduce),
        Function::new("__reduce_ex__", "($self, protocol, /)", "Helper for pickle.", reduce::reduce_ex),
        Function::new("__getstate__", "($self, /)", "Helper for pickle.", reduce::get_state),
        Function::class(
            "__init_subclass__",
            "",
            "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n",
            init_subclass,
        ),
        Function::class(
            "__subclasshook__",
            "",
            "Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n",
            subclass_hook,
        ),
    ],
    attributes: &[Attribute {
        name: "__class__",
        doc: "the object's class",
        get: get_class,
        set: Some(set_class),
    }],
};
