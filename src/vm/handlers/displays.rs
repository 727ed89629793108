//! Displays, comprehensions' collecting and unpacking.

use super::bodies;
use crate::code::opcode::{TAKE_A, TAKE_B, TAKE_C};
use crate::object::operations;
use crate::types::list::{self, List};
use crate::types::tuple;
use crate::vm::dispatch::Flow;
use crate::vm::displays;

bodies! {
    BuildTuple |op| {
        let items = displays::span(op, op.pc.b(), op.pc.c().into());
        op.put(tuple::of(op.gil, items))
    }

    BuildList |op| {
        let items = displays::span(op, op.pc.b(), op.pc.c().into());
        op.put(list::of(op.gil, items))
    }

    BuildSet |op| {
        let items = displays::span(op, op.pc.b(), op.pc.c().into());
        let set = displays::set(op.gil, items)?;
        op.put(set)
    }

    BuildMap |op| {
        let items = displays::span(op, op.pc.b(), usize::from(op.pc.c()) * 2);
        let map = displays::map(op.gil, items)?;
        op.put(map)
    }

    BuildString |op| {
        let parts = displays::span(op, op.pc.b(), op.pc.c().into());
        op.put(displays::string(op.gil, parts))
    }

    BuildSlice |op| {
        let slice = displays::slice(op, op.pc.b(), 3)?;
        op.put(slice)
    }

    ListAppend |op| {
        displays::append(op.gil, op.a(), op.b().clone())?;
        op.done(TAKE_A | TAKE_B)
    }

    SetAdd |op| {
        displays::add(op.gil, op.a(), op.b().clone())?;
        op.done(TAKE_A | TAKE_B)
    }

    MapAdd |op| {
        displays::put(op.gil, op.a(), op.b(), op.c().clone())?;
        op.done(TAKE_A | TAKE_B | TAKE_C)
    }

    ListExtend |op| {
        displays::extend(op.gil, op.a(), op.b(), op.pc.x() >> 3 == 1)?;
        op.done(TAKE_A | TAKE_B)
    }

    SetUpdate |op| {
        operations::call_method(op.gil, op.a(), "update", std::slice::from_ref(op.b()))?;
        op.done(TAKE_A | TAKE_B)
    }

    DictUpdate |op| {
        displays::update(op.gil, op.a(), op.b(), None)?;
        op.done(TAKE_A | TAKE_B)
    }

    DictMerge |op| {
        displays::update(op.gil, op.a(), op.b(), Some(op.c()))?;
        op.done(TAKE_A | TAKE_B | TAKE_C)
    }

    ListToTuple |op| {
        let list = op.taken(op.pc.a())?;
        let items = match list.downcast::<List>() {
            Some(list) => list.items.take(),
            None => operations::collect(op.gil, &list)?,
        };
        op.put(tuple::of(op.gil, items))
    }

    FormatValue |op| {
        let value = op.taken(op.pc.b())?;
        let specification = op.taken_or_none(op.pc.c());
        let text = displays::format(op.gil, value, op.pc.x(), specification)?;
        op.put(text)
    }

    UnpackSequence |op| {
        let items = displays::unpack(op.gil, op.b(), op.pc.c().into())?;
        op.consume(TAKE_B);
        displays::spread(op, items);
        Ok(Flow::Next)
    }

    UnpackRest |op| {
        let value = op.taken(op.pc.b())?;
        let items = displays::unpack_rest(op.gil, &value, op.pc.x().into(), op.pc.c().into())?;
        displays::spread(op, items);
        Ok(Flow::Next)
    }
}
