//! Moves, constants, locals and cells.

use super::{Op, bodies, slow};
use crate::code::opcode::TAKE_B;
use crate::object::raised::system_error;
use crate::object::{Bits, Raised, Ref, Result, Text};
use crate::types::cell::Cell;
use crate::vm::dispatch::{Exit, Flow, dispatch, later, release, write};
use crate::vm::place::{Pc, Window, retain};
use crate::vm::state::State;
use crate::vm::{names, peek};

pub fn Nop(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    dispatch(pc.skip(1), window, state, ticks)
}

pub fn Move(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let bits = window.bits(pc.b());
    retain(bits);
    write(pc, window, state, ticks, bits, 1)
}

// Emptiness moves too: the place of a method's receiver is empty where the callable is bound already.
pub fn Take(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let bits = window.replace(pc.b(), Bits::EMPTY);
    write(pc, window, state, ticks, bits, 1)
}

pub fn LoadConst(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let bits = state.activation().constant(pc.wide() as usize);
    retain(bits);
    write(pc, window, state, ticks, bits, 1)
}

pub fn LoadInt(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    write(pc, window, state, ticks, Bits::small(pc.wide()), 1)
}

pub fn Release(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let bits = window.replace(pc.a(), Bits::EMPTY);
    release(pc.skip(1), window, state, ticks, bits)
}

pub fn CheckBound(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if window.bits(pc.a()) == Bits::EMPTY {
        return later::<1, _>(pc, window, state, ticks, unbound_local);
    }
    dispatch(pc.skip(1), window, state, ticks)
}

pub fn DeleteLocal(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if window.bits(pc.a()) == Bits::EMPTY {
        return later::<1, _>(pc, window, state, ticks, unbound_local);
    }
    Release(pc, window, state, ticks)
}

pub fn LoadCell(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if let Some(cell) = window.value(pc.b()).downcast::<Cell>() {
        let bits = peek::contents(cell);
        if bits != Bits::EMPTY {
            retain(bits);
            return write(pc, window, state, ticks, bits, 1);
        }
    }
    later::<1, _>(pc, window, state, ticks, load_cell)
}

pub fn StoreCell(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let Some(cell) = window.value(pc.a()).downcast::<Cell>() else {
        return later::<1, _>(pc, window, state, ticks, no_cell);
    };
    let bits = if pc.x() & TAKE_B != 0 {
        window.replace(pc.b(), Bits::EMPTY)
    } else {
        let bits = window.bits(pc.b());
        retain(bits);
        bits
    };
    let old = peek::replace_contents(cell, bits);
    release(pc.skip(1), window, state, ticks, old)
}

slow! {
    no_cell |op| { Err(system_error(op.gil, "a register holds no cell")) }

    unbound_local |op| { Err(names::unbound_local(op.gil, op.name(op.pc.c()))) }

    load_cell |op| {
        let value = cell(op, op.pc.b())?.get().ok_or_else(|| unbound(op, op.pc.b()))?;
        op.put(value)
    }
}

bodies! {
    MakeCell |op| {
        let contents = op.window.take(op.pc.a());
        op.put(Ref::new(op.gil, Cell::new(contents)).into_value())
    }

    DeleteCell |op| {
        let cell = cell(op, op.pc.a())?;
        if cell.get().is_none() {
            return Err(unbound(op, op.pc.a()));
        }
        cell.set(None);
        Ok(Flow::Next)
    }

    LoadClassCell |op| {
        let namespace = names::namespace(op.state.activation());
        let value = match names::find_in(op.gil, &namespace, op.name(op.pc.c()))? {
            Some(value) => value,
            None => cell(op, op.pc.b())?.get().ok_or_else(|| unbound(op, op.pc.b()))?,
        };
        op.put(value)
    }

    LoadFromDictOrCell |op| {
        let register = op.pc.c();
        // An annotation scope has no hidden registers, so that the cell's own name is the one that is meant.
        let name = &op.state.activation().code().local_names[usize::from(register)];
        let value = match names::find_in(op.gil, op.b(), name)? {
            Some(value) => value,
            None => cell(op, register)?.get().ok_or_else(|| unbound_named(op, register, name))?,
        };
        op.finish(TAKE_B, value)
    }
}

fn cell<'a>(op: Op<'a>, register: u16) -> Result<&'a Ref<Cell>> {
    let found = op.window.value(register).downcast::<Cell>();
    found.ok_or_else(|| system_error(op.gil, "a register holds no cell"))
}

#[cold]
fn unbound(op: Op<'_>, register: u16) -> Raised {
    unbound_named(op, register, op.name(op.pc.c()))
}

#[cold]
fn unbound_named(op: Op<'_>, register: u16, name: &Ref<Text>) -> Raised {
    let code = &op.state.activation().code().code;
    let kinds = &code.local_kinds;
    // What a comprehension in a class body asks for is free to it.
    let is_function = code.flags & crate::code::object::flags::OPTIMIZED != 0;
    if !is_function || kinds.get(usize::from(register)).is_some_and(|kind| kind & 2 != 0) {
        names::unbound_free(op.gil, name)
    } else {
        names::unbound_local(op.gil, name)
    }
}
