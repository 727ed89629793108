//! Globals, built-in names and the names of namespaces.
//!
//! A global's instruction remembers the version of the table that has the name and where its value lies there: the value
//! may change under the same version, its place may not. A built-in name's instruction remembers both tables' versions.

use super::{Op, bodies, slow, words};
use crate::code::Opcode;
use crate::code::opcode::{TAKE_A, TAKE_B};
use crate::object::{Bits, Result, Value};
use crate::types::dict::Dict;
use crate::vm::dispatch::{Exit, Flow, later, release, write};
use crate::vm::peek;
use crate::vm::place::{Pc, Window, retain};
use crate::vm::state::State;
use crate::vm::{frame, heat, names};

/// The value at the address in a cache.
#[inline(always)]
fn cached(address: u64) -> Bits {
    // SAFETY: the versions in the cache have been compared: the table still has its entries where they were.
    unsafe { *std::ptr::with_exposed_provenance::<Bits>(address as usize) }
}

pub fn LoadGlobal(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<{ words(Opcode::LoadGlobal) }, _>(pc, window, state, ticks, load_global)
}

pub fn LoadGlobalModule(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let globals = peek::table(state.activation().globals());
    if u64::from(globals.current_version()) != pc.cache(0).get() {
        return LoadGlobal(pc, window, state, ticks);
    }
    let bits = cached(pc.cache(1).get());
    retain(bits);
    write(pc, window, state, ticks, bits, words(Opcode::LoadGlobal))
}

pub fn LoadGlobalBuiltin(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let activation = state.activation();
    let globals = peek::table(activation.globals()).current_version();
    let builtins = peek::table(activation.builtins()).current_version();
    if u64::from(globals) | u64::from(builtins) << 32 != pc.cache(0).get() {
        return LoadGlobal(pc, window, state, ticks);
    }
    let bits = cached(pc.cache(1).get());
    retain(bits);
    write(pc, window, state, ticks, bits, words(Opcode::LoadGlobal))
}

pub fn StoreGlobal(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<{ words(Opcode::StoreGlobal) }, _>(pc, window, state, ticks, store_global)
}

pub fn StoreGlobalModule(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let globals = state.activation().globals();
    let cache = pc.cache(0).get();
    if peek::table(globals).current_version() != cache as u32 {
        return StoreGlobal(pc, window, state, ticks);
    }
    let bits = if pc.x() & TAKE_A != 0 {
        window.replace(pc.a(), Bits::EMPTY)
    } else {
        let bits = window.bits(pc.a());
        retain(bits);
        bits
    };
    let old = peek::replace_entry(globals, (cache >> 32) as usize, bits);
    release(pc.skip(words(Opcode::StoreGlobal)), window, state, ticks, old)
}

slow! {
    load_global |op| {
        heat::general(op.state);
        let value = load(op)?;
        op.put(value)
    }

    store_global |op| {
        heat::general(op.state);
        let globals = op.state.activation().globals();
        let name = op.name(op.pc.c());
        names::store(globals, name, op.a().clone());
        let mut table = globals.table.borrow_mut();
        if let Some(position) = table.find_text(name) {
            let version = table.version();
            if version != 0 {
                op.pc.cache(0).set(u64::from(version) | (position as u64) << 32);
                op.pc.specialise(Opcode::StoreGlobalModule);
            }
        }
        drop(table);
        op.done(TAKE_A)
    }
}

/// A global, or else a built-in name; the instruction remembers where it was found.
fn load(op: Op<'_>) -> Result<Value> {
    let Op { pc, gil, .. } = op;
    let activation = op.state.activation();
    let name = op.name(pc.c());
    let mut globals = activation.globals().table.borrow_mut();
    if let Some(position) = globals.find_text(name) {
        let version = globals.version();
        if let Some(entry) = globals.entry(position) {
            if version != 0 {
                pc.cache(0).set(version.into());
                pc.cache(1).set((&raw const entry.value).expose_provenance() as u64);
                pc.specialise(Opcode::LoadGlobalModule);
            }
            return Ok(entry.value.clone());
        }
    }
    let version = globals.version();
    drop(globals);
    if !activation.globals().as_value().is_exact::<Dict>(gil) {
        return names::load_global(gil, activation, name);
    }
    let mut builtins = activation.builtins().table.borrow_mut();
    if let Some(position) = builtins.find_text(name) {
        let both = u64::from(version) | u64::from(builtins.version()) << 32;
        if let Some(entry) = builtins.entry(position) {
            if both as u32 != 0 && both >> 32 != 0 {
                pc.cache(0).set(both);
                pc.cache(1).set((&raw const entry.value).expose_provenance() as u64);
                pc.specialise(Opcode::LoadGlobalBuiltin);
            }
            return Ok(entry.value.clone());
        }
    }
    drop(builtins);
    names::load_global(gil, activation, name)
}

bodies! {
    DeleteGlobal |op| {
        names::delete_global(op.gil, op.state.activation(), op.name(op.pc.c()))?;
        Ok(Flow::Next)
    }

    LoadName |op| {
        let value = names::load_name(op.gil, op.state.activation(), op.name(op.pc.c()))?;
        op.put(value)
    }

    StoreName |op| {
        names::store_name(op.gil, op.state.activation(), op.name(op.pc.c()), op.a().clone())?;
        op.done(TAKE_A)
    }

    DeleteName |op| {
        names::delete_name(op.gil, op.state.activation(), op.name(op.pc.c()))?;
        Ok(Flow::Next)
    }

    LoadFromDictOrGlobals |op| {
        let name = op.name(op.pc.c());
        let value = match names::find_in(op.gil, op.b(), name)? {
            Some(value) => value,
            None => names::load_global(op.gil, op.state.activation(), name)?,
        };
        op.finish(TAKE_B, value)
    }

    LoadLocals |op| {
        let activation = op.state.activation();
        let value = match activation.namespace() {
            Some(namespace) => namespace.clone(),
            None => frame::of(op.gil, activation).locals_mapping(op.gil)?,
        };
        op.put(value)
    }
}
