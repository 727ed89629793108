//! Attributes and methods.
//!
//! An instruction remembers the number of the object's shape and where the attribute is: the number also stands for all
//! that is found on the class, see `object::shape`. What specialises an instruction is in `vm::lookup`.

use super::{Op, bodies, slow, words};
use crate::code::Opcode;
use crate::code::opcode::{TAKE_A, TAKE_B};
use crate::object::class::flags;
use crate::object::raised::{runtime_error, type_error};
use crate::object::{Bits, Result, Type, Value, operations};
use crate::types::module::Module;
use crate::types::slots::names::Name;
use crate::types::super_;
use crate::vm::dispatch::{Exit, Flow, later, release_all, release_each, release_two};
use crate::vm::peek;
use crate::vm::place::{self, Pc, Window, field, header, retain};
use crate::vm::state::State;
use crate::vm::{heat, lookup};

const WORDS: usize = words(Opcode::LoadAttr);
const SUPER_WORDS: usize = words(Opcode::LoadSuperMethod);

/// Is the object of the shape whose number is in the lower half of the first cache?
#[inline(always)]
fn fits(object: Bits, cache: u64) -> bool {
    object.is_heap() && header(object).shape().id() == cache as u32
}

/// Writes an attribute to register a, takes operand b as its consume bit says, and goes on.
#[inline(always)]
fn loaded(pc: Pc, window: Window, state: &State, ticks: i32, bits: Bits) -> Exit {
    retain(bits);
    if pc.x() & TAKE_B != 0 {
        let object = window.replace(pc.b(), Bits::EMPTY);
        let old = window.replace(pc.a(), bits);
        return release_two(pc.skip(WORDS), window, state, ticks, old, object);
    }
    let old = window.replace(pc.a(), bits);
    release_two(pc.skip(WORDS), window, state, ticks, old, Bits::EMPTY)
}

pub fn LoadAttr(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<WORDS, _>(pc, window, state, ticks, load_attribute)
}

pub fn LoadAttrSlot(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let (object, cache) = (window.bits(pc.b()), pc.cache(0).get());
    if fits(object, cache) {
        let bits = field(object, (cache >> 32) as usize).get();
        if bits != Bits::EMPTY {
            return loaded(pc, window, state, ticks, bits);
        }
    }
    load_other_slot(pc, window, state, ticks)
}

/// The same for the shapes that were there before.
fn load_other_slot(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let object = window.bits(pc.b());
    let (second, third) = (pc.cache(1).get(), pc.cache(2).get());
    let cache = if fits(object, second) { second } else { third };
    if fits(object, cache) {
        let bits = field(object, (cache >> 32) as usize).get();
        if bits != Bits::EMPTY {
            return loaded(pc, window, state, ticks, bits);
        }
    }
    load_shared_slot(pc, window, state, ticks)
}

/// The same where an instruction has met many shapes: all such instructions share a cache.
#[inline(never)]
fn load_shared_slot(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let bits = lookup::shared_load(Op::new(pc, window, state));
    if bits != Bits::EMPTY {
        return loaded(pc, window, state, ticks, bits);
    }
    LoadAttr(pc, window, state, ticks)
}

pub fn LoadAttrFurther(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let (object, cache) = (window.bits(pc.b()), pc.cache(0).get());
    if fits(object, cache) {
        let bits = lookup::further(object, pc.cache(1).get());
        if bits != Bits::EMPTY {
            return loaded(pc, window, state, ticks, bits);
        }
    }
    LoadAttr(pc, window, state, ticks)
}

pub fn LoadAttrClass(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if fits(window.bits(pc.b()), pc.cache(0).get()) {
        return loaded(pc, window, state, ticks, Bits::of_raw(pc.cache(1).get()));
    }
    LoadAttr(pc, window, state, ticks)
}

pub fn LoadAttrModule(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match of_module(pc, window) {
        Some(bits) => loaded(pc, window, state, ticks, bits),
        None => LoadAttr(pc, window, state, ticks),
    }
}

pub fn LoadAttrType(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if fits_type(pc, window) {
        return loaded(pc, window, state, ticks, Bits::of_raw(pc.cache(1).get()));
    }
    LoadAttr(pc, window, state, ticks)
}

/// The attribute of a module whose names are as the caches remember them.
#[inline(always)]
fn of_module(pc: Pc, window: Window) -> Option<Bits> {
    let cache = pc.cache(0).get();
    if !fits(window.bits(pc.b()), cache) {
        return None;
    }
    let module = window.value(pc.b()).downcast::<Module>()?;
    let table = peek::table(&module.dict);
    if table.current_version() != (cache >> 32) as u32 {
        return None;
    }
    // SAFETY: under the same version the table has its entries where they were.
    Some(unsafe { *std::ptr::with_exposed_provenance::<Bits>(pc.cache(1).get() as usize) })
}

/// Is the object the type that the first cache remembers, unchanged, and its metatype as well?
#[inline(always)]
fn fits_type(pc: Pc, window: Window) -> bool {
    let cache = pc.cache(0).get();
    if !fits(window.bits(pc.b()), cache) {
        return false;
    }
    let class = window.value(pc.b()).downcast::<Type>();
    class.is_some_and(|class| class.root().id() == (cache >> 32) as u32)
}

/// Writes a method and its object to the registers a and a+1, and goes on. Operand b may be one of them.
#[inline(always)]
fn loaded_method(pc: Pc, window: Window, state: &State, ticks: i32, function: Bits, has_self: bool) -> Exit {
    retain(function);
    let object = if pc.x() & TAKE_B != 0 {
        window.replace(pc.b(), Bits::EMPTY)
    } else {
        let object = window.bits(pc.b());
        retain(object);
        object
    };
    let old = window.replace(pc.a(), function);
    if has_self {
        let old_self = window.replace(pc.a() + 1, object);
        return release_two(pc.skip(WORDS), window, state, ticks, old, old_self);
    }
    let old_self = window.replace(pc.a() + 1, Bits::EMPTY);
    release_all(pc.skip(WORDS), window, state, ticks, old, old_self, object)
}

pub fn LoadMethod(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<WORDS, _>(pc, window, state, ticks, load_method)
}

pub fn LoadMethodSelf(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let (object, cache) = (window.bits(pc.b()), pc.cache(0).get());
    if fits(object, cache) {
        return loaded_method(pc, window, state, ticks, Bits::of_raw(pc.cache(1).get()), true);
    }
    // The class that was there before.
    if fits(object, cache >> 32) {
        return loaded_method(pc, window, state, ticks, Bits::of_raw(pc.cache(2).get()), true);
    }
    load_shared_method(pc, window, state, ticks)
}

/// The same where an instruction has met many classes.
#[inline(never)]
fn load_shared_method(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match lookup::shared_method(Op::new(pc, window, state)) {
        Some(function) => loaded_method(pc, window, state, ticks, function, true),
        None => LoadMethod(pc, window, state, ticks),
    }
}

pub fn LoadMethodModule(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match of_module(pc, window) {
        Some(bits) => loaded_method(pc, window, state, ticks, bits, false),
        None => LoadMethod(pc, window, state, ticks),
    }
}

pub fn LoadMethodType(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if fits_type(pc, window) {
        return loaded_method(pc, window, state, ticks, Bits::of_raw(pc.cache(1).get()), false);
    }
    LoadMethod(pc, window, state, ticks)
}

pub fn LoadMethodClass(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if fits_type(pc, window) {
        return loaded_method(pc, window, state, ticks, peek::of_class_method(pc.cache(1)), true);
    }
    LoadMethod(pc, window, state, ticks)
}

pub fn StoreAttr(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<WORDS, _>(pc, window, state, ticks, store_attribute)
}

/// The value to store: operand b, taken or counted anew.
#[inline(always)]
fn stored(pc: Pc, window: Window) -> Bits {
    if pc.x() & TAKE_B != 0 {
        return window.replace(pc.b(), Bits::EMPTY);
    }
    let bits = window.bits(pc.b());
    retain(bits);
    bits
}

/// Goes on after a store that replaced a word; takes operand a as its consume bit says.
#[inline(always)]
fn after_store(pc: Pc, window: Window, state: &State, ticks: i32, old: Bits) -> Exit {
    if pc.x() & TAKE_A != 0 {
        let object = window.replace(pc.a(), Bits::EMPTY);
        return release_two(pc.skip(WORDS), window, state, ticks, old, object);
    }
    release_two(pc.skip(WORDS), window, state, ticks, old, Bits::EMPTY)
}

pub fn StoreAttrSlot(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let (object, cache) = (window.bits(pc.a()), pc.cache(0).get());
    if !fits(object, cache) {
        return store_other_slot(pc, window, state, ticks);
    }
    let old = field(object, (cache >> 32) as usize).replace(stored(pc, window));
    after_store(pc, window, state, ticks, old)
}

/// The same for the shapes that were there before.
fn store_other_slot(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let object = window.bits(pc.a());
    let (second, third) = (pc.cache(1).get(), pc.cache(2).get());
    let cache = if fits(object, second) { second } else { third };
    if !fits(object, cache) {
        return StoreAttr(pc, window, state, ticks);
    }
    let old = field(object, (cache >> 32) as usize).replace(stored(pc, window));
    after_store(pc, window, state, ticks, old)
}

pub fn StoreAttrFurther(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let (object, place) = (window.bits(pc.a()), pc.cache(1).get());
    if !fits(object, pc.cache(0).get()) || lookup::further(object, place) == Bits::EMPTY {
        return StoreAttr(pc, window, state, ticks);
    }
    let old = lookup::replace_further(object, place, stored(pc, window));
    after_store(pc, window, state, ticks, old)
}

pub fn StoreAttrNew(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let (object, cache) = (window.bits(pc.a()), pc.cache(0).get());
    if !fits(object, cache) {
        return StoreAttr(pc, window, state, ticks);
    }
    let old = field(object, (cache >> 32) as usize).replace(stored(pc, window));
    lookup::enter_shape(object, pc.cache(1).get());
    after_store(pc, window, state, ticks, old)
}

slow! {
    load_attribute |op| {
        heat::general(op.state);
        lookup::specialise_load(op);
        let value = operations::get_attribute(op.gil, op.b(), op.name(op.pc.c()))?;
        op.finish_b(value)
    }

    load_method |op| {
        heat::general(op.state);
        if let Some(function) = lookup::specialise_method(op) {
            let receiver = op.b().clone();
            op.consume(TAKE_B);
            return set_method(op, function, Some(receiver));
        }
        let value = operations::get_attribute(op.gil, op.b(), op.name(op.pc.c()))?;
        op.consume(TAKE_B);
        set_method(op, value, None)
    }

    store_attribute |op| {
        heat::general(op.state);
        if let Some(slot) = lookup::shared_store(op) {
            let old = slot.replace(op.b().clone().into_bits());
            let done = op.done(TAKE_A | TAKE_B);
            drop(place::own(old));
            return done;
        }
        let before = op.a().header().map(crate::object::Header::shape);
        operations::set_attribute(op.gil, op.a(), op.name(op.pc.c()), Some(op.b().clone()))?;
        lookup::specialise_store(op, before);
        op.done(TAKE_A | TAKE_B)
    }
}

bodies! {
    DeleteAttr |op| {
        operations::set_attribute(op.gil, op.a(), op.name(op.pc.c()), None)?;
        op.done(TAKE_A)
    }

    LoadSuperAttr |op| {
        let value = super_attribute(op)?;
        op.put(value)
    }

    LoadSpecial |op| {
        let (function, receiver) = special(op)?;
        set_method(op, function, receiver)
    }
}

pub fn LoadSuperMethod(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let b = pc.b();
    if let Some(function) = remembered_super(pc, window) {
        retain(function);
        let [own, class, receiver] = [b, b + 1, b + 2].map(|register| window.replace(register, Bits::EMPTY));
        let old = window.replace(pc.a(), function);
        let old_self = window.replace(pc.a() + 1, receiver);
        return release_each(pc.skip(SUPER_WORDS), window, state, ticks, [old, old_self, own, class]);
    }
    later::<SUPER_WORDS, _>(pc, window, state, ticks, load_super_method)
}

/// The function that the instruction has found before for the class and the object's class in its registers.
#[inline(always)]
fn remembered_super(pc: Pc, window: Window) -> Option<Bits> {
    let (b, cache) = (pc.b(), pc.cache(0).get());
    let receiver = window.bits(b + 2);
    let (own, class) = (peek::exactly::<Type>(window, b)?, peek::exactly::<Type>(window, b + 1)?);
    if !super_::is_super(own) || !receiver.is_heap() {
        return None;
    }
    let of_receiver = header(receiver).shape().class().root().id();
    let (first, numbers) = (class.root().id(), u64::from(class.root().id()) | u64::from(of_receiver) << 32);
    (numbers == cache && first != 0 && of_receiver != 0).then(|| Bits::of_raw(pc.cache(1).get()))
}

slow! {
    load_super_method |op| {
        let window = op.window;
        let parts = [op.pc.b(), op.pc.b() + 1, op.pc.b() + 2].map(|register| window.value(register));
        if super_::class(op.gil).as_value().is(parts[0])
            && let Some(function) = lookup::super_method(op, parts[1], parts[2])
        {
            let [own, class, receiver] = [0, 1, 2].map(|place| window.take(op.pc.b() + place));
            drop((own, class));
            op.window.put(op.pc.a(), function);
            op.window.put_option(op.pc.a() + 1, receiver);
            return Ok(Flow::Next);
        }
        let value = super_attribute(op)?;
        set_method(op, value, None)
    }
}

/// A function and the object it is looked up on, in two registers, for a call.
fn set_method(op: Op<'_>, function: Value, receiver: Option<Value>) -> Result<Flow> {
    op.window.put(op.pc.a(), function);
    op.window.put_option(op.pc.a() + 1, receiver);
    Ok(Flow::Next)
}

/// The call of `super` has no arguments.
const BARE: u8 = 1;

fn super_attribute(op: Op<'_>) -> Result<Value> {
    let first = op.pc.b();
    let (function, class, receiver) = (op.taken(first)?, op.taken(first + 1)?, op.taken(first + 2)?);
    let name = op.name(op.pc.c());
    if super_::class(op.gil).as_value().is(&function) {
        if op.pc.x() == BARE && class.downcast::<Type>().is_none() {
            let kind = class.class(op.gil).name();
            return Err(runtime_error(op.gil, format!("super(): __class__ is not a type ({kind})")));
        }
        return super_::attribute(op.gil, &class, &receiver, name);
    }
    let arguments = [class, receiver];
    let given = if op.pc.x() == BARE { &[][..] } else { &arguments };
    let made = crate::vm::call_with(op.gil, &function, given)?;
    operations::get_attribute(op.gil, &made, name)
}

/// A special method for a `with` statement, and the object it is to be given, if it is not bound to that already.
fn special(op: Op<'_>) -> Result<(Value, Option<Value>)> {
    const NAMES: [Name; 4] = [Name::Enter, Name::Exit, Name::AsyncEnter, Name::AsyncExit];
    let (gil, object, which) = (op.gil, op.b(), op.pc.x());
    let name = NAMES[usize::from(which) % NAMES.len()].text(gil);
    let class = object.class(gil);
    if let Some(found) = class.lookup(name) {
        let kind = found.class(gil);
        if kind.has(flags::METHOD_DESCRIPTOR) {
            return Ok((found, Some(object.clone())));
        }
        return match kind.slots.descriptor_get.get() {
            Some(get) => Ok((get(gil, &found, Some(object), class.as_value())?, None)),
            None => Ok((found, None)),
        };
    }
    let name = name.lossy();
    let class = object.class(gil).name();
    let asynchronous = if which > 1 { "asynchronous " } else { "" };
    let missed = if which % 2 == 1 { format!(" (missed {name} method)") } else { String::new() };
    Err(type_error(
        gil,
        format!("'{class}' object does not support the {asynchronous}context manager protocol{missed}"),
    ))
}
