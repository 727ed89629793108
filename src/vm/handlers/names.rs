//! Globals, built-in names and the names of namespaces.

use super::bodies;
use crate::code::opcode::{TAKE_A, TAKE_B};
use crate::vm::dispatch::Flow;
use crate::vm::{frame, names};

bodies! {
    LoadGlobal |op| {
        let value = names::load_global(op.gil, op.state.activation(), op.name(op.pc.c()))?;
        op.put(value)
    }

    StoreGlobal |op| {
        names::store(op.state.activation().globals(), op.name(op.pc.c()), op.a().clone());
        op.done(TAKE_A)
    }

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
            None => frame::of(op.gil, activation).locals_mapping(op.gil),
        };
        op.put(value)
    }
}
