//! Inline caches of attributes: what an instruction may remember of a look-up, and the parts of its fast path that are
//! too long for a handler.
//!
//! A cache is filled only where the number of the object's shape stands for the whole answer: the type looks attributes
//! up in the plain way, and nothing that could come first is there.

use super::handlers::Op;
use super::shared_cache::{self, Answer};
use crate::code::Opcode;
use crate::gil::Gil;
use crate::object::attributes::{self, Place};
use crate::object::class::flags;
use crate::object::slots::{GetAttribute, SetAttribute};
use crate::object::{Bits, Payload, Ref, Shape, Storage, Text, Type, Value};
use crate::types::class_method::ClassMethod;
use crate::types::descriptor::Member;
use crate::types::module::{self, Module};
use crate::types::{class, object, super_};

fn looks_up(class: &Type, by: GetAttribute) -> bool {
    class.slots.get_attribute.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, by))
}

fn stores_plainly(class: &Type) -> bool {
    let by: SetAttribute = object::set_attribute;
    class.slots.set_attribute.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, by))
}

/// What kind of descriptor a class's attribute is.
struct Found {
    value: Value,
    gets: bool,
    sets: bool,
}

fn found(gil: Gil<'_>, class: &Ref<Type>, name: &Ref<Text>) -> Option<Found> {
    let value = class.lookup(name)?;
    let slots = &value.class(gil).slots;
    let (gets, sets) = (slots.descriptor_get.get().is_some(), slots.descriptor_set.get().is_some());
    Some(Found { value, gets, sets })
}

fn fill(op: Op<'_>, as_what: Opcode, id: u32, upper: u32, word: u64) {
    if id != 0 {
        op.pc.cache(0).set(u64::from(id) | u64::from(upper) << 32);
        op.pc.cache(1).set(word);
        op.pc.specialise(as_what);
    }
}

/// As [`fill`] with the place of a slot; what the instruction remembered before stays as its second and third guess.
fn fill_another(op: Op<'_>, as_what: Opcode, id: u32, offset: u32) {
    if id == 0 {
        return;
    }
    let caches = [op.pc.cache(0), op.pc.cache(1), op.pc.cache(2)];
    let known = op.pc.opcode() == as_what as u8;
    let new = u64::from(id) | u64::from(offset) << 32;
    let [first, second] = if known { [caches[0].get(), caches[1].get()] } else { [new, new] };
    caches[2].set(second);
    caches[1].set(first);
    caches[0].set(new);
    op.pc.specialise(as_what);
}

/// As [`fill`] with a method; the one remembered before stays as the second guess.
fn fill_method(op: Op<'_>, id: u32, function: Bits) {
    if id == 0 {
        return;
    }
    let caches = [op.pc.cache(0), op.pc.cache(1), op.pc.cache(2)];
    let known = op.pc.opcode() == Opcode::LoadMethodSelf as u8;
    let [before, of_before] =
        if known { [caches[0].get(), caches[1].get()] } else { [u64::from(id), function.raw()] };
    caches[0].set(u64::from(id) | before << 32);
    caches[1].set(function.raw());
    caches[2].set(of_before);
    op.pc.specialise(Opcode::LoadMethodSelf);
}

/// Has an instruction that found slots met as many shapes as it can remember?
fn is_full(op: Op<'_>, form: Opcode) -> bool {
    op.pc.opcode() == form as u8 && op.pc.cache(1).get() as u32 != op.pc.cache(2).get() as u32
}

/// The attribute in a slot of the object in a register, where an instruction that has met many shapes finds it in the
/// cache that all share. Empty if it does not.
#[inline(always)]
pub fn shared_load(op: Op<'_>) -> Bits {
    let object = op.b().bits();
    if !is_full(op, Opcode::LoadAttrSlot) || !object.is_heap() {
        return Bits::EMPTY;
    }
    let id = super::place::header(object).shape().id();
    match shared_cache::find(op.gil, id, op.name(op.pc.c()), Answer::Slot) {
        Some(offset) => super::place::field(object, offset as usize).get(),
        None => Bits::EMPTY,
    }
}

/// The same for a store: the slot's place, where there is a value to be replaced.
pub fn shared_store(op: Op<'_>) -> Option<&std::cell::Cell<Bits>> {
    let object = op.a().bits();
    if !is_full(op, Opcode::StoreAttrSlot) || !object.is_heap() {
        return None;
    }
    let id = super::place::header(object).shape().id();
    let offset = shared_cache::find(op.gil, id, op.name(op.pc.c()), Answer::StoredSlot)?;
    Some(super::place::field(object, offset as usize))
}

/// The same for a method: the word of the function.
#[inline(always)]
pub fn shared_method(op: Op<'_>) -> Option<Bits> {
    let object = op.b().bits();
    let first = op.pc.cache(0).get();
    let is_full = op.pc.opcode() == Opcode::LoadMethodSelf as u8 && first as u32 != (first >> 32) as u32;
    if !is_full || !object.is_heap() {
        return None;
    }
    let id = super::place::header(object).shape().id();
    shared_cache::find(op.gil, id, op.name(op.pc.c()), Answer::Method).map(Bits::of_raw)
}

/// Specialises a load for the object in operand b, if its attribute is one that an instruction can remember.
pub fn specialise_load(op: Op<'_>) {
    let (gil, value, name) = (op.gil, op.b(), op.name(op.pc.c()));
    let Some(shape) = value.shape() else { return };
    let class = shape.class();
    if looks_up(class, object::get_attribute) {
        let found = found(gil, class, name);
        if let Some(found) = found.as_ref().filter(|found| found.gets && found.sets) {
            if let Some(member) = found.value.downcast::<Member>()
                && class.is_subtype(&member.owner)
            {
                fill_slot(op, shape, member.place);
            }
            return;
        }
        if let Some(slot) = shape.slot(name) {
            fill_slot(op, shape, slot);
        } else if let Some(found) = found.filter(|found| !found.gets)
            && shape.storage != Storage::Dict
        {
            fill(op, Opcode::LoadAttrClass, shape.id(), 0, found.value.bits().raw());
        }
    } else if let Some(class) = value.downcast::<Type>() {
        if let Some(bits) = of_type(gil, value, class, name) {
            fill(op, Opcode::LoadAttrType, shape.id(), class.root().id(), bits.raw());
        }
    } else if let Some(module) = value.downcast::<Module>() {
        specialise_module(op, Opcode::LoadAttrModule, shape, module);
    }
}

fn fill_slot(op: Op<'_>, shape: &'static Shape, slot: usize) {
    match attributes::place(shape, slot) {
        Some(Place::Inline(offset)) => {
            shared_cache::remember(op.gil, shape.id(), op.name(op.pc.c()), Answer::Slot, offset as u64);
            fill_another(op, Opcode::LoadAttrSlot, shape.id(), offset as u32);
        }
        Some(Place::Further { extension, index }) => {
            fill(op, Opcode::LoadAttrFurther, shape.id(), 0, extension as u64 | (index as u64) << 32);
        }
        None => {}
    }
}

/// The attribute of a type that is no descriptor, or a function or the like that is given as it is.
fn of_type(gil: Gil<'_>, value: &Value, class: &Ref<Type>, name: &Ref<Text>) -> Option<Bits> {
    let meta = value.class(gil);
    if !looks_up(meta, class::get_attribute) || class.root().id() == 0 {
        return None;
    }
    if found(gil, meta, name).is_some_and(|of_meta| of_meta.gets && of_meta.sets) {
        return None;
    }
    let found = found(gil, class, name)?;
    let as_it_is = !found.gets || found.value.downcast::<crate::types::function::Function>().is_some();
    as_it_is.then(|| found.value.bits())
}

/// The attribute of a type that is a class method, of a function.
fn class_method(gil: Gil<'_>, value: &Value, class: &Ref<Type>, name: &Ref<Text>) -> Option<Bits> {
    let meta = value.class(gil);
    if !looks_up(meta, class::get_attribute)
        || class.root().id() == 0
        || found(gil, meta, name).is_some_and(|of_meta| of_meta.gets && of_meta.sets)
    {
        return None;
    }
    // It may have attributes of its own, and so another shape than those without.
    let exact = ClassMethod::layout().exact.get(gil).class();
    let found = class.lookup(name).filter(|found| found.class(gil).is(exact))?;
    let function = found.downcast::<ClassMethod>()?.function();
    function.downcast::<crate::types::function::Function>().is_some().then(|| found.bits())
}

fn specialise_module(op: Op<'_>, as_what: Opcode, shape: &'static Shape, module: &Ref<Module>) {
    let (gil, name) = (op.gil, op.name(op.pc.c()));
    let class = shape.class();
    if !looks_up(class, module::get_attribute)
        || found(gil, class, name).is_some_and(|found| found.gets && found.sets)
    {
        return;
    }
    let mut table = module.dict.table.borrow_mut();
    let Some(position) = table.find_text(name) else { return };
    let version = table.version();
    if let Some(entry) = table.entry(position).filter(|_| version != 0) {
        let address = (&raw const entry.value).expose_provenance() as u64;
        fill(op, as_what, shape.id(), version, address);
    }
}

/// Specialises the look-up of a method on the object in operand b. The function itself, where it is one that is called
/// with the object as its first argument.
pub fn specialise_method(op: Op<'_>) -> Option<Value> {
    let (gil, value, name) = (op.gil, op.b(), op.name(op.pc.c()));
    let shape = value.shape_of(gil);
    let class = shape.class();
    if looks_up(class, object::get_attribute) {
        let found = found(gil, class, name)?;
        let is_method = found.value.class(gil).has(flags::METHOD_DESCRIPTOR);
        if !is_method || shape.slot(name).is_some() {
            return None;
        }
        if shape.storage == Storage::Dict {
            return attributes::get(gil, value, name).is_none().then_some(found.value);
        }
        if value.header().is_some() {
            let function = found.value.bits();
            shared_cache::remember(gil, shape.id(), name, Answer::Method, function.raw());
            fill_method(op, shape.id(), function);
        }
        return Some(found.value);
    }
    if let Some(class) = value.downcast::<Type>() {
        if let Some(bits) = of_type(gil, value, class, name) {
            fill(op, Opcode::LoadMethodType, shape.id(), class.root().id(), bits.raw());
        } else if let Some(bits) = class_method(gil, value, class, name) {
            fill(op, Opcode::LoadMethodClass, shape.id(), class.root().id(), bits.raw());
        }
    } else if let Some(module) = value.downcast::<Module>() {
        specialise_module(op, Opcode::LoadMethodModule, shape, module);
    }
    None
}

/// The function that `super(class, value)` finds under the instruction's name, which remembers it by the numbers of the
/// class and of the value's class.
pub fn super_method(op: Op<'_>, class: &Value, value: &Value) -> Option<Value> {
    let (first, own) = (class.downcast::<Type>()?.root().id(), value.class(op.gil).root().id());
    let numbers = u64::from(first) | u64::from(own) << 32;
    if op.pc.cache(0).get() == numbers && first != 0 && own != 0 {
        // As long as the numbers are the same, a class in the order of resolution keeps the function.
        return super::place::copy(Bits::of_raw(op.pc.cache(1).get()));
    }
    let found = super_::method(op.gil, class, value, op.name(op.pc.c()))?;
    op.pc.cache(0).set(numbers);
    op.pc.cache(1).set(found.bits().raw());
    Some(found)
}

/// Specialises a store to the object in operand a, which has been done; `before` is the shape that the object had.
pub fn specialise_store(op: Op<'_>, before: Option<&'static Shape>) {
    let (gil, name) = (op.gil, op.name(op.pc.c()));
    let (Some(before), Some(after)) = (before, op.a().shape()) else { return };
    let class = after.class();
    if !stores_plainly(class) || !class.is(before.class()) {
        return;
    }
    if let Some(found) = found(gil, class, name).filter(|found| found.sets) {
        if let Some(member) = found.value.downcast::<Member>()
            && class.is_subtype(&member.owner)
            && std::ptr::eq(before, after)
            && let Some(Place::Inline(offset)) = attributes::place(after, member.place)
        {
            fill_store(op, after, offset);
        }
        return;
    }
    let Some(slot) = after.slot(name) else { return };
    let offset = match attributes::place(after, slot) {
        Some(Place::Inline(offset)) => offset,
        Some(Place::Further { extension, index }) if std::ptr::eq(before, after) => {
            let place = extension as u64 | (index as u64) << 32;
            return fill(op, Opcode::StoreAttrFurther, after.id(), 0, place);
        }
        _ => return,
    };
    if std::ptr::eq(before, after) {
        fill_store(op, after, offset);
    } else if before.storage == Storage::Slots && after.length() == before.length() + 1 {
        let next = std::ptr::from_ref(after).expose_provenance() as u64;
        fill(op, Opcode::StoreAttrNew, before.id(), offset as u32, next);
    }
}

fn fill_store(op: Op<'_>, shape: &'static Shape, offset: usize) {
    shared_cache::remember(op.gil, shape.id(), op.name(op.pc.c()), Answer::StoredSlot, offset as u64);
    fill_another(op, Opcode::StoreAttrSlot, shape.id(), offset as u32);
}

/// The attribute in an object's further slots, at the place in a cache; empty if it is not there.
#[inline(always)]
pub fn further(object: Bits, cache: u64) -> Bits {
    attributes::further_at(super::place::field(object, cache as u32 as usize), (cache >> 32) as usize)
}

/// Replaces what [`further`] finds there, which is something; the word before.
#[inline(always)]
pub fn replace_further(object: Bits, cache: u64, bits: Bits) -> Bits {
    let word = super::place::field(object, cache as u32 as usize);
    attributes::replace_further_at(word, (cache >> 32) as usize, bits)
}

/// Moves an object to the shape whose address is in a cache.
#[inline(always)]
pub fn enter_shape(object: Bits, address: u64) {
    // SAFETY: shapes live for ever, and this one differs from the object's in the slot just filled.
    unsafe {
        let shape: &'static Shape = &*std::ptr::with_exposed_provenance(address as usize);
        super::place::header(object).set_shape(shape);
    }
}
