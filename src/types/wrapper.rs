//! `wrapper_descriptor` and `method-wrapper`: special methods of built-in types, which stand for slots.

use super::slots::special::Special;
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, TypeSpec};
use crate::object::raised::type_error;
use crate::object::slots::SlotTable;
use crate::object::{Arguments, Comparison, Payload, Raised, Ref, Result, Storage, Value, Visit, operations};
use crate::payload;

/// The payload of `wrapper_descriptor`: a slot of a built-in type under its special method's name.
pub struct WrapperDescriptor {
    owner: Ref<Type>,
    special: &'static Special,
}

impl Payload for WrapperDescriptor {
    payload!(WrapperDescriptor, untracked);
}

impl WrapperDescriptor {
    /// The type whose slot it calls.
    pub fn owner(&self) -> &Ref<Type> {
        &self.owner
    }

    /// The special method.
    pub fn special(&self) -> &'static Special {
        self.special
    }
}

/// The payload of `method-wrapper`: a wrapper with its object.
pub struct MethodWrapper {
    descriptor: Ref<WrapperDescriptor>,
    value: Value,
}

impl Payload for MethodWrapper {
    payload!(MethodWrapper, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.value);
    }
}

/// A wrapper of a type's slot.
pub fn of(gil: Gil<'_>, owner: &Ref<Type>, special: &'static Special) -> Value {
    Ref::new(gil, WrapperDescriptor { owner: owner.clone(), special }).into_value()
}

#[cold]
fn not_ours(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'wrapper_descriptor' object but received a '{name}'"))
}

fn wrapper<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<WrapperDescriptor>> {
    value.downcast().ok_or_else(|| not_ours(gil, value))
}

fn bound<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<MethodWrapper>> {
    value.downcast().ok_or_else(|| not_ours(gil, value))
}

fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let wrapper = wrapper(gil, value)?;
    match arguments.positionals().first() {
        Some(first) if first.class(gil).is_subtype(&wrapper.owner) => {
            wrapper.special.call(gil, &wrapper.owner, first, arguments.without_first())
        }
        first => Err(not_of_owner(gil, wrapper, first)),
    }
}

#[cold]
fn not_of_owner(gil: Gil<'_>, wrapper: &WrapperDescriptor, first: Option<&Value>) -> Raised {
    let (name, owner) = (wrapper.special.name.lossy(), wrapper.owner.name());
    let Some(first) = first else {
        return type_error(gil, format!("descriptor '{name}' of '{owner}' object needs an argument"));
    };
    let got = first.class(gil).name();
    type_error(gil, format!("descriptor '{name}' requires a '{owner}' object but received a '{got}'"))
}

fn get(gil: Gil<'_>, value: &Value, instance: Option<&Value>, _class: &Value) -> Result<Value> {
    let Some(instance) = instance else { return Ok(value.clone()) };
    let descriptor = wrapper(gil, value)?;
    super::descriptor::check_instance(gil, &descriptor.owner, &descriptor.special.name, instance)?;
    Ok(Ref::new(gil, MethodWrapper { descriptor: descriptor.clone(), value: instance.clone() }).into_value())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let wrapper = wrapper(gil, value)?;
    let text =
        format!("<slot wrapper '{}' of '{}' objects>", wrapper.special.name.lossy(), wrapper.owner.name());
    Ok(Ref::text(gil, &text).into_value())
}

fn name(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(wrapper(gil, value)?.special.name.to_value())
}

fn qualified_name(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let wrapper = wrapper(gil, value)?;
    let text = format!("{}.{}", wrapper.owner.qualified_name(), wrapper.special.name.lossy());
    Ok(Ref::text(gil, &text).into_value())
}

fn doc(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(Ref::text(gil, &wrapper(gil, value)?.special.doc).into_value())
}

fn signature(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(Ref::text(gil, wrapper(gil, value)?.special.signature).into_value())
}

fn owner(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(wrapper(gil, value)?.owner.to_value())
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "wrapper_descriptor",
    module: "builtins",
    signature: "",
    doc: "",
    base: None,
    layout: WrapperDescriptor::layout,
    storage: Storage::Nothing,
    flags: flags::METHOD_DESCRIPTOR | flags::NO_INSTANCES,
    slots: SlotTable { repr: Some(repr), call: Some(call), descriptor_get: Some(get), ..SlotTable::EMPTY },
    methods: &[],
    attributes: &[
        Attribute::read_only("__name__", "", name),
        Attribute::read_only("__qualname__", "", qualified_name),
        Attribute::read_only("__doc__", "", doc),
        Attribute::read_only("__text_signature__", "", signature),
        Attribute::read_only("__objclass__", "", owner),
    ],
};

fn call_bound(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let bound = bound(gil, value)?;
    bound.descriptor.special.call(gil, &bound.descriptor.owner, &bound.value, arguments)
}

fn repr_bound(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let bound = bound(gil, value)?;
    let (name, class) = (bound.descriptor.special.name.lossy(), bound.value.class(gil).name());
    let address = super::object::address(&bound.value);
    Ok(Ref::text(gil, &format!("<method-wrapper '{name}' of {class} object at {address:#x}>")).into_value())
}

fn compare_bound(_gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(left), Some(right)) = (value.downcast::<MethodWrapper>(), other.downcast::<MethodWrapper>())
    else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let same = left.descriptor.is(&right.descriptor) && left.value.is(&right.value);
    Ok(match comparison {
        Comparison::Equal => Value::bool(same),
        Comparison::NotEqual => Value::bool(!same),
        _ => Value::NOT_IMPLEMENTED,
    })
}

fn hash_bound(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let bound = bound(gil, value)?;
    let own = super::object::identity_hash(gil, &bound.value)?;
    Ok(own ^ super::object::identity_hash(gil, bound.descriptor.as_value())?)
}

fn self_of_bound(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(bound(gil, value)?.value.clone())
}

fn name_of_bound(gil: Gil<'_>, value: &Value) -> Result<Value> {
    name(gil, bound(gil, value)?.descriptor.as_value())
}

fn qualified_name_of_bound(gil: Gil<'_>, value: &Value) -> Result<Value> {
    qualified_name(gil, bound(gil, value)?.descriptor.as_value())
}

fn doc_of_bound(gil: Gil<'_>, value: &Value) -> Result<Value> {
    doc(gil, bound(gil, value)?.descriptor.as_value())
}

fn signature_of_bound(gil: Gil<'_>, value: &Value) -> Result<Value> {
    signature(gil, bound(gil, value)?.descriptor.as_value())
}

fn owner_of_bound(gil: Gil<'_>, value: &Value) -> Result<Value> {
    owner(gil, bound(gil, value)?.descriptor.as_value())
}

fn reduce_bound(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let bound = bound(gil, value)?;
    super::method::reduced(gil, &bound.value, &bound.descriptor.special.name)
}

pub static BOUND_SPEC: TypeSpec = TypeSpec {
    name: "method-wrapper",
    module: "builtins",
    signature: "",
    doc: "",
    base: None,
    layout: MethodWrapper::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable {
        repr: Some(repr_bound),
        call: Some(call_bound),
        compare: Some(compare_bound),
        hash: Some(hash_bound),
        ..SlotTable::EMPTY
    },
    methods: &[crate::object::native::Function::new("__reduce__", "", "", reduce_bound)],
    attributes: &[
        Attribute::read_only("__self__", "", self_of_bound),
        Attribute::read_only("__name__", "", name_of_bound),
        Attribute::read_only("__qualname__", "", qualified_name_of_bound),
        Attribute::read_only("__doc__", "", doc_of_bound),
        Attribute::read_only("__text_signature__", "", signature_of_bound),
        Attribute::read_only("__objclass__", "", owner_of_bound),
    ],
};

/// `getattr(value, name)` as what pickle makes of a bound method.
pub fn getattr(gil: Gil<'_>) -> Result<Value> {
    let builtins = super::module::import(gil, "builtins")?;
    operations::get_attribute(gil, &builtins, &crate::object::intern(gil, "getattr"))
}
