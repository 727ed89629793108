//! Special methods and slots: how the two are kept equal.
//!
//! A built-in type's filled slots give it special methods ([`special`]); a class of Python code gets slots that call
//! its special methods ([`trampolines`]), or, where a special method is inherited from a built-in type, that type's own
//! slot, so that nothing is lost by deriving from one. [`update`] is called after every change of a special method.

pub mod names;
pub mod special;
pub mod trampolines;

use std::cell::OnceCell;

use names::Name;
use special::Special;

use super::int::BigInt;
use super::native_function::NativeFunction;
use super::wrapper::WrapperDescriptor;
use crate::gil::Gil;
use crate::object::class::{Type, flags};
use crate::object::raised::type_error;
use crate::object::slots::{GetAttribute, New, Slots};
use crate::object::{Arguments, Bits, Comparison, Global, Operator, Ref, Result, Text, Value, intern_text};

static SPECIALS: Global<OnceCell<&'static [Special]>> = Global::new(OnceCell::new());

/// The special methods that stand for slots.
pub fn specials(gil: Gil<'_>) -> &'static [Special] {
    SPECIALS.get(gil).get_or_init(|| special::all(gil).leak())
}

/// The arguments of a call with one more in front.
pub fn with_first(first: &Value, arguments: Arguments<'_>) -> Vec<Value> {
    let mut values = Vec::with_capacity(arguments.values.len() + 1);
    values.push(first.clone());
    values.extend_from_slice(arguments.values);
    values
}

/// Is it an int (or a bool, or an instance of a subclass)?
pub fn is_int(_gil: Gil<'_>, value: &Value) -> bool {
    let bits = value.bits();
    bits.is_int() || bits == Bits::TRUE || bits == Bits::FALSE || value.downcast::<BigInt>().is_some()
}

/// The exact int that the value is or stands for by `__index__`.
fn index(gil: Gil<'_>, value: &Value) -> Result<Value> {
    if value.bits().is_int() {
        return Ok(value.clone());
    }
    match value.class(gil).slots.index.get() {
        Some(slot) => slot(gil, value),
        None => {
            let name = value.class(gil).name();
            Err(type_error(gil, format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
}

/// The interned name of an attribute given as a value.
pub fn attribute_name(gil: Gil<'_>, name: &Value) -> Result<Ref<Text>> {
    match name.downcast::<Text>() {
        Some(text) if name.is_exact::<Text>(gil) => Ok(intern_text(gil, text)),
        Some(text) => Ok(crate::object::text::intern_bytes(gil, text.bytes())),
        None => {
            let class = name.class(gil).name();
            Err(type_error(gil, format!("attribute name must be string, not '{class}'")))
        }
    }
}

/// Refuses `object.__setattr__(SomeType, ...)`: a base's way to set attributes must not go round a built-in type's.
fn check_set_attribute(gil: Gil<'_>, owner: &Ref<Type>, value: &Value, method: &Ref<Text>) -> Result<()> {
    let mro = value.class(gil).mro();
    let native = mro.iter().find(|class| !class.has(flags::HEAP));
    let (Some(native), Some(own)) = (native, owner.slots.set_attribute.get()) else { return Ok(()) };
    if native.slots.set_attribute.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, own)) {
        return Ok(());
    }
    let (method, class) = (method.lossy(), native.name());
    Err(type_error(gil, format!("can't apply this {method} to {class} object")))
}

/// The slot's function if `method`, found as `__getattribute__`, is a built-in type's.
fn native_get_attribute(class: &Ref<Type>, method: &Value) -> Option<GetAttribute> {
    let wrapper = method.downcast::<WrapperDescriptor>()?;
    (wrapper.special().slot == special::Slot::GetAttribute && class.is_subtype(wrapper.owner()))
        .then(|| wrapper.owner().slots.get_attribute.get())
        .flatten()
}

/// What a class has under the names that share a slot.
enum Found<F> {
    Nothing,
    Native(F),
    Python,
}

fn find<F: Copy>(class: &Ref<Type>, names: &[&Ref<Text>], pick: impl Fn(&Slots) -> Option<F>) -> Found<F> {
    let mut owner: Option<Ref<Type>> = None;
    let mut found = Found::Nothing;
    for name in names {
        let Some(method) = class.lookup(name) else { continue };
        let Some(wrapper) = method.downcast::<WrapperDescriptor>() else { return Found::Python };
        let fits = wrapper.special().name.is(name) && class.is_subtype(wrapper.owner());
        if !fits || owner.as_ref().is_some_and(|owner| !owner.is(wrapper.owner())) {
            return Found::Python;
        }
        match pick(&wrapper.owner().slots) {
            Some(native) => found = Found::Native(native),
            None => return Found::Python,
        }
        owner = Some(wrapper.owner().clone());
    }
    found
}

/// Sets the slots of a class of Python code according to its special methods as they are now.
pub fn update(gil: Gil<'_>, class: &Ref<Type>) {
    let slots = &class.slots;
    macro_rules! fill {
        ($($slot:ident $python:ident $($name:ident)+;)*) => {
            $(
                let found = find(class, &[$(Name::$name.text(gil)),+], |slots| slots.$slot.get());
                slots.$slot.set(match found {
                    Found::Nothing => None,
                    Found::Native(native) => Some(native),
                    Found::Python => Some(trampolines::$python),
                });
            )*
        };
    }
    fill! {
        repr repr Repr;
        str str Str;
        hash hash Hash;
        call call Call;
        get_attribute get_attribute GetAttribute GetAttr;
        set_attribute set_attribute SetAttr DelAttr;
        iter iter Iter;
        next next Next;
        descriptor_get descriptor_get Get;
        descriptor_set descriptor_set Set Delete;
        init init Init;
        finalize finalize Del;
        length length Len;
        get_item get_item GetItem;
        set_item set_item SetItem DelItem;
        contains contains Contains;
        truth truth Bool;
        negative negative Neg;
        positive positive Pos;
        invert invert Invert;
        absolute absolute Abs;
        int int Int;
        float float Float;
        index index Index;
        await_ await_ Await;
        aiter aiter Aiter;
        anext anext Anext;
    }
    if class.lookup(Name::Hash.text(gil)).is_none_or(|method| method.is_none()) {
        slots.hash.set(None);
    }
    let comparisons = Comparison::ALL.map(|comparison| names::comparison(gil, comparison));
    slots.compare.set(match find(class, &comparisons, |slots| slots.compare.get()) {
        Found::Nothing => None,
        Found::Native(native) => Some(native),
        Found::Python => Some(trampolines::compare),
    });
    update_operators(gil, class);
    slots.new.set(find_new(gil, class));
    let is_own = |own: bool| class.set_flag(flags::CUSTOM_ATTRIBUTES, own);
    let get: GetAttribute = trampolines::get_attribute;
    let gets = slots.get_attribute.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, get));
    let set: crate::object::slots::SetAttribute = trampolines::set_attribute;
    let sets = slots.set_attribute.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, set));
    is_own(gets || sets);
}

fn update_operators(gil: Gil<'_>, class: &Ref<Type>) {
    let slots = &class.slots;
    for operator in Operator::ALL {
        let number = operator as usize;
        let both = [names::binary(gil, operator), names::reflected(gil, operator)];
        slots.binary[number].set(match find(class, &both, |slots| slots.binary[number].get()) {
            Found::Nothing => None,
            Found::Native(native) => Some(native),
            Found::Python => Some(trampolines::BINARY[number]),
        });
        let own = [names::inplace(gil, operator)];
        slots.inplace[number].set(match find(class, &own, |slots| slots.inplace[number].get()) {
            Found::Nothing => None,
            Found::Native(native) => Some(native),
            Found::Python => Some(trampolines::INPLACE[number]),
        });
    }
    let own = [names::binary(gil, Operator::Power)];
    slots.power.set(match find(class, &own, |slots| slots.power.get()) {
        Found::Nothing => None,
        Found::Native(native) => Some(native),
        Found::Python => Some(trampolines::power),
    });
}

/// The way to make instances: a built-in type's own, unless a class of Python code has a `__new__`.
fn find_new(gil: Gil<'_>, class: &Ref<Type>) -> Option<New> {
    let found = class.lookup(Name::New.text(gil))?;
    match found.downcast::<NativeFunction>().and_then(|function| function.constructed_type()) {
        Some(owner) if class.is_subtype(&owner) => owner.slots.new.get(),
        _ => Some(trampolines::new),
    }
}

/// Updates the slots of a class and of what derives from it, after its attribute `name` changed.
pub fn attribute_changed(gil: Gil<'_>, class: &Ref<Type>, name: &Ref<Text>) {
    let bytes = name.bytes();
    if bytes.starts_with(b"__") && bytes.ends_with(b"__") {
        update_all(gil, class);
    }
}

/// Updates the slots of a class and of what derives from it.
pub fn update_all(gil: Gil<'_>, class: &Ref<Type>) {
    if class.has(flags::HEAP) {
        update(gil, class);
    }
    for class in class.subclasses() {
        update_all(gil, &class);
    }
}
