//! Descriptors of built-in types: `method_descriptor`, `classmethod_descriptor`, `getset_descriptor`,
//! `member_descriptor` (of `__slots__`).

use super::native_function;
use super::object;
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::slots::{SlotTable, Unary};
use crate::object::{
    Arguments, Kind, Payload, Raised, Ref, Result, Storage, Text, Value, Visit, attributes, intern, weak,
};
use crate::payload;

/// The payload of `method_descriptor`.
pub struct MethodDescriptor {
    pub owner: Ref<Type>,
    pub function: &'static Function,
    name: Ref<Text>,
}

/// The payload of `classmethod_descriptor`.
pub struct ClassMethodDescriptor {
    owner: Ref<Type>,
    function: &'static Function,
    name: Ref<Text>,
}

/// The payload of `getset_descriptor`.
pub struct Computed {
    pub owner: Ref<Type>,
    pub attribute: &'static Attribute,
    name: Ref<Text>,
}

/// The payload of `member_descriptor`: a place of `__slots__`.
pub struct Member {
    pub owner: Ref<Type>,
    /// The attribute slot.
    pub place: usize,
    name: Ref<Text>,
}

macro_rules! payloads {
    ($($type:ident)*) => {
        $(impl Payload for $type {
            payload!($type, tracked);

            fn traverse(&self, visit: Visit<'_>) {
                visit(self.owner.as_value());
            }
        })*
    };
}

payloads! { MethodDescriptor ClassMethodDescriptor Computed Member }

/// A method of a built-in type.
pub fn method(gil: Gil<'_>, owner: &Ref<Type>, function: &'static Function) -> Value {
    let name = intern(gil, function.name);
    Ref::new(gil, MethodDescriptor { owner: owner.clone(), function, name }).into_value()
}

/// A class method of a built-in type.
pub fn class_method(gil: Gil<'_>, owner: &Ref<Type>, function: &'static Function) -> Value {
    let name = intern(gil, function.name);
    Ref::new(gil, ClassMethodDescriptor { owner: owner.clone(), function, name }).into_value()
}

/// A computed attribute.
pub fn computed(gil: Gil<'_>, owner: &Ref<Type>, attribute: &'static Attribute) -> Value {
    let name = intern(gil, attribute.name);
    Ref::new(gil, Computed { owner: owner.clone(), attribute, name }).into_value()
}

/// A place of `__slots__`.
pub fn member(gil: Gil<'_>, owner: &Ref<Type>, name: &Ref<Text>, place: usize) -> Value {
    Ref::new(gil, Member { owner: owner.clone(), place, name: name.clone() }).into_value()
}

/// `__dict__` of the instances of a class that introduces one.
pub static DICT: Attribute =
    Attribute { get: object::get_inherited_dict, set: Some(object::set_inherited_dict), ..DICT_ROW };

/// That of a native type, as a row for its table of attributes: it can be replaced, but not deleted.
pub const DICT_ROW: Attribute = Attribute {
    name: "__dict__",
    doc: "dictionary for instance variables",
    get: object::get_dict,
    set: Some(|gil, value, new| match new {
        Some(new) => object::set_dict(gil, value, Some(new)),
        None => Err(type_error(gil, "cannot delete __dict__")),
    }),
};

/// `__weakref__` of the instances of a class that introduces it.
pub static WEAK_REFERENCE: Attribute =
    Attribute::read_only("__weakref__", "list of weak references to the object", |gil, value| {
        let first = value.header().and_then(|header| weak::references(gil, header).into_iter().next());
        Ok(first.unwrap_or(Value::NONE))
    });

/// Refuses an instance that the descriptor does not apply to.
pub fn check_instance(gil: Gil<'_>, owner: &Ref<Type>, name: &Ref<Text>, instance: &Value) -> Result<()> {
    if instance.class(gil).is_subtype(owner) {
        return Ok(());
    }
    Err(does_not_apply(gil, owner, name, instance))
}

#[cold]
fn does_not_apply(gil: Gil<'_>, owner: &Ref<Type>, name: &Ref<Text>, instance: &Value) -> Raised {
    let (name, owner, got) = (name.lossy(), owner.name(), instance.class(gil).name());
    type_error(gil, format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{got}' object"))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a descriptor object but received a '{name}'"))
}

fn of<'a, T: Payload>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<T>> {
    value.downcast::<T>().ok_or_else(|| wrong_receiver(gil, value))
}

fn call_method(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let descriptor = of::<MethodDescriptor>(gil, value)?;
    let Some(first) = arguments.positionals().first() else {
        let (owner, name) = (descriptor.owner.name(), descriptor.function.name);
        return Err(type_error(gil, format!("unbound method {owner}.{name}() needs an argument")));
    };
    check_instance(gil, &descriptor.owner, &descriptor.name, first)?;
    (descriptor.function.native)(gil, arguments)
}

fn get_method(gil: Gil<'_>, value: &Value, instance: Option<&Value>, _class: &Value) -> Result<Value> {
    let Some(instance) = instance else { return Ok(value.clone()) };
    let descriptor = of::<MethodDescriptor>(gil, value)?;
    check_instance(gil, &descriptor.owner, &descriptor.name, instance)?;
    Ok(native_function::bound(gil, descriptor.function, instance))
}

fn get_class_method(gil: Gil<'_>, value: &Value, instance: Option<&Value>, class: &Value) -> Result<Value> {
    let descriptor = of::<ClassMethodDescriptor>(gil, value)?;
    let class = match (class.downcast::<Type>(), instance) {
        (Some(class), _) => class.clone(),
        (None, Some(instance)) => instance.class(gil).clone(),
        (None, None) => return Err(does_not_apply(gil, &descriptor.owner, &descriptor.name, class)),
    };
    if !class.is_subtype(&descriptor.owner) {
        let (name, owner, got) = (descriptor.name.lossy(), descriptor.owner.name(), class.name());
        let message = format!("descriptor '{name}' requires a subtype of '{owner}' but received '{got}'");
        return Err(type_error(gil, message));
    }
    Ok(native_function::bound(gil, descriptor.function, class.as_value()))
}

fn call_class_method(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let descriptor = of::<ClassMethodDescriptor>(gil, value)?;
    let Some(first) = arguments.positionals().first() else {
        let (owner, name) = (descriptor.owner.name(), descriptor.name.lossy());
        return Err(type_error(gil, format!("descriptor '{name}' of '{owner}' object needs an argument")));
    };
    let bound = get_class_method(gil, value, None, first)?;
    crate::object::operations::call(gil, &bound, arguments.without_first())
}

fn get_computed(gil: Gil<'_>, value: &Value, instance: Option<&Value>, _class: &Value) -> Result<Value> {
    let Some(instance) = instance else { return Ok(value.clone()) };
    let descriptor = of::<Computed>(gil, value)?;
    check_instance(gil, &descriptor.owner, &descriptor.name, instance)?;
    (descriptor.attribute.get)(gil, instance)
}

fn set_computed(gil: Gil<'_>, value: &Value, instance: &Value, new: Option<Value>) -> Result<()> {
    let descriptor = of::<Computed>(gil, value)?;
    check_instance(gil, &descriptor.owner, &descriptor.name, instance)?;
    match descriptor.attribute.set {
        Some(set) => set(gil, instance, new),
        None => {
            let (name, owner) = (descriptor.name.lossy(), descriptor.owner.name());
            let message = format!("attribute '{name}' of '{owner}' objects is not writable");
            Err(Raised::with_message(gil, Kind::AttributeError, &message))
        }
    }
}

fn get_member(gil: Gil<'_>, value: &Value, instance: Option<&Value>, _class: &Value) -> Result<Value> {
    let Some(instance) = instance else { return Ok(value.clone()) };
    let descriptor = of::<Member>(gil, value)?;
    check_instance(gil, &descriptor.owner, &descriptor.name, instance)?;
    attributes::slot(instance, descriptor.place).ok_or_else(|| is_empty(gil, instance, &descriptor.name))
}

/// The error that a place of `__slots__` holds nothing; it tells the class at length.
#[cold]
fn is_empty(gil: Gil<'_>, instance: &Value, name: &Ref<Text>) -> Raised {
    let class = super::class::told_name(gil, instance.class(gil));
    let message = format!("'{class}' object has no attribute '{}'", name.lossy());
    let raised = Raised::with_message(gil, Kind::AttributeError, &message);
    *raised.exception().fields.borrow_mut() = vec![Some(name.to_value()), Some(instance.clone())];
    raised
}

fn set_member(gil: Gil<'_>, value: &Value, instance: &Value, new: Option<Value>) -> Result<()> {
    let descriptor = of::<Member>(gil, value)?;
    check_instance(gil, &descriptor.owner, &descriptor.name, instance)?;
    if attributes::set_slot(gil, instance, descriptor.place, new) {
        return Ok(());
    }
    // A place that is empty already is complained about by its name alone.
    Err(Raised::with_arguments(gil, Kind::AttributeError, vec![descriptor.name.to_value()]))
}

/// What the four kinds of descriptor have in common.
struct Parts {
    kind: &'static str,
    owner: Ref<Type>,
    name: Ref<Text>,
    doc: &'static str,
    signature: &'static str,
}

fn parts(gil: Gil<'_>, value: &Value) -> Result<Parts> {
    let make = |kind, owner: &Ref<Type>, name: &Ref<Text>, doc, signature| {
        Ok(Parts { kind, owner: owner.clone(), name: name.clone(), doc, signature })
    };
    if let Some(method) = value.downcast::<MethodDescriptor>() {
        return make("method", &method.owner, &method.name, method.function.doc, method.function.signature);
    }
    if let Some(method) = value.downcast::<ClassMethodDescriptor>() {
        return make("method", &method.owner, &method.name, method.function.doc, method.function.signature);
    }
    if let Some(computed) = value.downcast::<Computed>() {
        let kind = if computed.attribute.is_member() { "member" } else { "attribute" };
        return make(kind, &computed.owner, &computed.name, computed.attribute.doc, "");
    }
    let member = of::<Member>(gil, value)?;
    make("member", &member.owner, &member.name, "", "")
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let parts = parts(gil, value)?;
    let text = format!("<{} '{}' of '{}' objects>", parts.kind, parts.name.lossy(), parts.owner.name());
    Ok(Ref::text(gil, &text).into_value())
}

fn name(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(parts(gil, value)?.name.into_value())
}

fn qualified_name(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let parts = parts(gil, value)?;
    let text = format!("{}.{}", parts.owner.qualified_name(), parts.name.lossy());
    Ok(Ref::text(gil, &text).into_value())
}

/// A text, or None where it is empty.
pub fn text_or_none(gil: Gil<'_>, text: &str) -> Value {
    if text.is_empty() { Value::NONE } else { Ref::text(gil, text).into_value() }
}

fn doc(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(text_or_none(gil, parts(gil, value)?.doc))
}

fn signature(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(text_or_none(gil, parts(gil, value)?.signature))
}

fn owner(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(parts(gil, value)?.owner.into_value())
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let parts = parts(gil, value)?;
    super::method::reduced(gil, parts.owner.as_value(), &parts.name)
}

const fn read_only(name: &'static str, get: Unary) -> Attribute {
    Attribute::read_only(name, "", get)
}

static ATTRIBUTES: [Attribute; 5] = [
    read_only("__name__", name),
    read_only("__qualname__", qualified_name),
    read_only("__doc__", doc),
    read_only("__text_signature__", signature),
    read_only("__objclass__", owner),
];

static METHODS: [Function; 1] = [Function::new("__reduce__", "", "", reduce)];

const fn spec(
    name: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    kind: u32,
    slots: SlotTable,
) -> TypeSpec {
    TypeSpec {
        name,
        module: "builtins",
        signature: "",
        doc: "",
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: flags::NO_INSTANCES | kind,
        slots: SlotTable { repr: Some(repr), ..slots },
        methods: &METHODS,
        attributes: &ATTRIBUTES,
    }
}

pub static METHOD_SPEC: TypeSpec = spec(
    "method_descriptor",
    MethodDescriptor::layout,
    flags::METHOD_DESCRIPTOR,
    SlotTable { call: Some(call_method), descriptor_get: Some(get_method), ..SlotTable::EMPTY },
);

pub static CLASS_METHOD_SPEC: TypeSpec = spec(
    "classmethod_descriptor",
    ClassMethodDescriptor::layout,
    0,
    SlotTable { call: Some(call_class_method), descriptor_get: Some(get_class_method), ..SlotTable::EMPTY },
);

pub static COMPUTED_SPEC: TypeSpec = spec(
    "getset_descriptor",
    Computed::layout,
    0,
    SlotTable { descriptor_get: Some(get_computed), descriptor_set: Some(set_computed), ..SlotTable::EMPTY },
);

pub static MEMBER_SPEC: TypeSpec = spec(
    "member_descriptor",
    Member::layout,
    0,
    SlotTable { descriptor_get: Some(get_member), descriptor_set: Some(set_member), ..SlotTable::EMPTY },
);
