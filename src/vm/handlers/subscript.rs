//! Items and slices.

use super::{bodies, slow};
use crate::code::Opcode;
use crate::code::opcode::{TAKE_A, TAKE_B, TAKE_C};
use crate::modules::array::Array;
use crate::object::{Bits, Payload, Shape, operations};
use crate::types::dict::Dict;
use crate::types::int;
use crate::types::list::List;
use crate::types::tuple::Tuple;
use crate::vm::dispatch::{Exit, Flow, later, release, release_all, release_two};
use crate::vm::place::{Pc, Window, header, retain};
use crate::vm::state::State;
use crate::vm::{displays, heat, operators, peek};

const WORDS: usize = super::words(Opcode::LoadItem);
const STORE_WORDS: usize = super::words(Opcode::StoreItem);

/// The place of an index in a sequence of some length, counted from the end where it is negative.
#[inline(always)]
fn place(index: Bits, length: usize) -> Option<usize> {
    let index = index.as_int()?;
    let place = if index < 0 { index.wrapping_add(length as i64) as usize } else { index as usize };
    (place < length).then_some(place)
}

/// As [`loaded`] where operand c is a small int, of which no register owns anything.
#[inline(always)]
fn loaded_by_number(pc: Pc, window: Window, state: &State, ticks: i32, bits: Bits) -> Exit {
    retain(bits);
    if pc.x() & TAKE_B == 0 {
        let old = window.replace(pc.a(), bits);
        return release(pc.skip(WORDS), window, state, ticks, old);
    }
    let object = window.replace(pc.b(), Bits::EMPTY);
    let old = window.replace(pc.a(), bits);
    release_two(pc.skip(WORDS), window, state, ticks, old, object)
}

/// Writes an item to register a, takes operands b and c as their consume bits say, and goes on.
#[inline(always)]
fn loaded(pc: Pc, window: Window, state: &State, ticks: i32, bits: Bits) -> Exit {
    retain(bits);
    let (mut object, mut key) = (Bits::EMPTY, Bits::EMPTY);
    if pc.x() & TAKE_B != 0 {
        object = window.replace(pc.b(), Bits::EMPTY);
    }
    if pc.x() & TAKE_C != 0 {
        key = window.replace(pc.c(), Bits::EMPTY);
    }
    let old = window.replace(pc.a(), bits);
    release_all(pc.skip(WORDS), window, state, ticks, old, object, key)
}

pub fn LoadItem(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<WORDS, _>(pc, window, state, ticks, load_item)
}

pub fn LoadItemList(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if let Some(list) = peek::exactly::<List>(window, pc.b()) {
        let items = peek::items(list);
        if let Some(place) = place(window.bits(pc.c()), items.len()) {
            return loaded_by_number(pc, window, state, ticks, items[place].bits());
        }
    }
    LoadItem(pc, window, state, ticks)
}

pub fn LoadItemTuple(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if let Some(tuple) = peek::exactly::<Tuple>(window, pc.b()) {
        let items = &tuple.items[..];
        if let Some(place) = place(window.bits(pc.c()), items.len()) {
            return loaded_by_number(pc, window, state, ticks, items[place].bits());
        }
    }
    LoadItem(pc, window, state, ticks)
}

pub fn LoadItemMethod(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let (object, top) = (window.bits(pc.b()), state.activation().top.get());
    if object.is_heap() && u64::from(header(object).shape().id()) == pc.cache(0).get() {
        let function = peek::remembered(pc.cache(1));
        let code = peek::code(function);
        if code.entry.direct == 2 && state.has_room(top.from(code.entry.registers as usize)) {
            let key = window.bits(pc.c());
            retain(object);
            retain(key);
            top.set(0, object);
            top.set(1, key);
            return operators::run(pc, top, state, ticks, function, 2);
        }
    }
    LoadItem(pc, window, state, ticks)
}

pub fn LoadItemDict(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if let Some(dict) = peek::exactly::<Dict>(window, pc.b()) {
        let position = peek::find(dict, window.bits(pc.c()));
        if let Some(entry) = peek::table(dict).entry(position) {
            return loaded(pc, window, state, ticks, entry.value.bits());
        }
    }
    LoadItem(pc, window, state, ticks)
}

pub fn LoadItemArray(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if let Some(array) = peek::exactly::<Array>(window, pc.b()) {
        let number = array.number_at(window.bits(pc.c()));
        if number != Bits::EMPTY {
            return loaded_by_number(pc, window, state, ticks, number);
        }
    }
    LoadItem(pc, window, state, ticks)
}

pub fn LoadItemNumber(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let index = Bits::small(i32::from(pc.c() as i16));
    let found = if let Some(list) = peek::exactly::<List>(window, pc.b()) {
        let items = peek::items(list);
        place(index, items.len()).map_or(Bits::EMPTY, |place| items[place].bits())
    } else if let Some(tuple) = peek::exactly::<Tuple>(window, pc.b()) {
        place(index, tuple.items.len()).map_or(Bits::EMPTY, |place| tuple.items[place].bits())
    } else {
        Bits::EMPTY
    };
    if found == Bits::EMPTY {
        return later::<1, _>(pc, window, state, ticks, load_item_number);
    }
    retain(found);
    let object = if pc.x() & TAKE_B != 0 { window.replace(pc.b(), Bits::EMPTY) } else { Bits::EMPTY };
    let old = window.replace(pc.a(), found);
    release_two(pc.skip(1), window, state, ticks, old, object)
}

pub fn StoreItem(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<STORE_WORDS, _>(pc, window, state, ticks, store_item)
}

/// The value to store: operand c, taken or counted anew.
#[inline(always)]
fn stored(pc: Pc, window: Window) -> Bits {
    if pc.x() & TAKE_C != 0 {
        return window.replace(pc.c(), Bits::EMPTY);
    }
    let bits = window.bits(pc.c());
    retain(bits);
    bits
}

/// Goes on after a store that replaced a word; takes operands a and b as their consume bits say.
#[inline(always)]
fn after_store(pc: Pc, window: Window, state: &State, ticks: i32, old: Bits) -> Exit {
    let (mut object, mut key) = (Bits::EMPTY, Bits::EMPTY);
    if pc.x() & TAKE_A != 0 {
        object = window.replace(pc.a(), Bits::EMPTY);
    }
    if pc.x() & TAKE_B != 0 {
        key = window.replace(pc.b(), Bits::EMPTY);
    }
    release_all(pc.skip(STORE_WORDS), window, state, ticks, old, object, key)
}

pub fn StoreItemList(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if let Some(list) = peek::exactly::<List>(window, pc.a())
        && let Some(place) = place(window.bits(pc.b()), peek::items(list).len())
    {
        let old = peek::replace_item(list, place, stored(pc, window));
        if pc.x() & TAKE_A == 0 {
            return release(pc.skip(STORE_WORDS), window, state, ticks, old);
        }
        let object = window.replace(pc.a(), Bits::EMPTY);
        return release_two(pc.skip(STORE_WORDS), window, state, ticks, old, object);
    }
    StoreItem(pc, window, state, ticks)
}

pub fn StoreItemDict(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if let Some(dict) = peek::exactly::<Dict>(window, pc.a())
        && let position = peek::find(dict, window.bits(pc.b()))
        && position != usize::MAX
    {
        let old = peek::replace_entry(dict, position, stored(pc, window));
        return after_store(pc, window, state, ticks, old);
    }
    StoreItem(pc, window, state, ticks)
}

pub fn StoreItemArray(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if let Some(array) = peek::exactly::<Array>(window, pc.a())
        && array.set_number(window.bits(pc.b()), window.bits(pc.c()))
    {
        let object = if pc.x() & TAKE_A != 0 { window.replace(pc.a(), Bits::EMPTY) } else { Bits::EMPTY };
        return release(pc.skip(STORE_WORDS), window, state, ticks, object);
    }
    StoreItem(pc, window, state, ticks)
}

slow! {
    load_item |op| {
        heat::general(op.state);
        let shape: *const Shape = op.b().shape_of(op.gil);
        if List::layout().exact.is(shape) {
            op.pc.specialise(Opcode::LoadItemList);
        } else if Tuple::layout().exact.is(shape) {
            op.pc.specialise(Opcode::LoadItemTuple);
        } else if Dict::layout().exact.is(shape) {
            op.pc.specialise(Opcode::LoadItemDict);
        } else if Array::layout().exact.is(shape) {
            op.pc.specialise(Opcode::LoadItemArray);
        } else if operators::begin_item(op) {
            return Ok(Flow::Here);
        }
        let value = operations::get_item(op.gil, op.b(), op.c())?;
        op.finish_bc(value)
    }

    load_item_number |op| {
        let index = int::from_i64(op.gil, i64::from(op.pc.c() as i16));
        let value = operations::get_item(op.gil, op.b(), &index)?;
        op.finish_b(value)
    }

    store_item |op| {
        heat::general(op.state);
        let shape: *const Shape = op.a().shape_of(op.gil);
        if List::layout().exact.is(shape) {
            op.pc.specialise(Opcode::StoreItemList);
        } else if Dict::layout().exact.is(shape) {
            op.pc.specialise(Opcode::StoreItemDict);
        } else if Array::layout().exact.is(shape) {
            op.pc.specialise(Opcode::StoreItemArray);
        } else if operators::begin_store_item(op) {
            return Ok(Flow::Here);
        }
        operations::set_item(op.gil, op.a(), op.b(), Some(op.c().clone()))?;
        op.done(TAKE_A | TAKE_B | TAKE_C)
    }
}

bodies! {
    DeleteItem |op| {
        operations::set_item(op.gil, op.a(), op.b(), None)?;
        op.done(TAKE_A | TAKE_B)
    }

    LoadSlice |op| {
        if let Some(value) = displays::sliced(op, op.pc.b(), op.pc.c()) {
            return op.finish_b(value);
        }
        let bounds = displays::slice(op, op.pc.c(), 2)?;
        let value = operations::get_item(op.gil, op.b(), &bounds)?;
        op.finish_b(value)
    }

    StoreSlice |op| {
        if displays::replace_slice(op) {
            return op.done(TAKE_A | TAKE_B);
        }
        let bounds = displays::slice(op, op.pc.c(), 2)?;
        operations::set_item(op.gil, op.a(), &bounds, Some(op.b().clone()))?;
        op.done(TAKE_A | TAKE_B)
    }
}
