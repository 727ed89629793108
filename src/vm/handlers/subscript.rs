//! Items and slices.

use super::bodies;
use crate::code::opcode::{TAKE_A, TAKE_B, TAKE_C};
use crate::object::operations;
use crate::vm::displays;

bodies! {
    LoadItem |op| {
        let value = operations::get_item(op.gil, op.b(), op.c())?;
        op.finish_bc(value)
    }

    StoreItem |op| {
        operations::set_item(op.gil, op.a(), op.b(), Some(op.c().clone()))?;
        op.done(TAKE_A | TAKE_B | TAKE_C)
    }

    DeleteItem |op| {
        operations::set_item(op.gil, op.a(), op.b(), None)?;
        op.done(TAKE_A | TAKE_B)
    }

    LoadSlice |op| {
        let bounds = displays::slice(op, op.pc.c(), 2)?;
        let value = operations::get_item(op.gil, op.b(), &bounds)?;
        op.finish_b(value)
    }

    StoreSlice |op| {
        let bounds = displays::slice(op, op.pc.c(), 2)?;
        operations::set_item(op.gil, op.a(), &bounds, Some(op.b().clone()))?;
        op.done(TAKE_A | TAKE_B)
    }
}
