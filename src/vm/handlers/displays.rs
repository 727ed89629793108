//! Displays, comprehensions' collecting and unpacking.

use super::{bodies, slow};
use crate::code::opcode::{TAKE_A, TAKE_B, TAKE_C};
use crate::object::{Bits, Ref, operations};
use crate::types::list::{self, List};
use crate::types::tuple::{self, Tuple};
use crate::vm::dispatch::{Exit, Flow, dispatch, later, release};
use crate::vm::place::{Pc, Window, release_unless_last, retain};
use crate::vm::state::State;
use crate::vm::{displays, peek};

pub fn ListAppend(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let Some(list) = window.value(pc.a()).downcast::<List>() else {
        return later::<1, _>(pc, window, state, ticks, append);
    };
    let bits = window.bits(pc.b());
    if !peek::push_within(list, bits) {
        return later::<1, _>(pc, window, state, ticks, append);
    }
    if pc.x() & TAKE_B != 0 {
        window.set(pc.b(), Bits::EMPTY);
    } else {
        retain(bits);
    }
    dispatch(pc.skip(1), window, state, ticks)
}

pub fn UnpackSequence(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let items = if let Some(tuple) = peek::exactly::<Tuple>(window, pc.b()) {
        &tuple.items[..]
    } else if let Some(list) = peek::exactly::<List>(window, pc.b()) {
        peek::items(list)
    } else {
        &[]
    };
    let (first, count) = (pc.a(), pc.c());
    if items.len() != usize::from(count) || count == 0 {
        return later::<1, _>(pc, window, state, ticks, unpack);
    }
    let mut place = 0;
    while place < count {
        // Where a register held the last reference to something, the body begins again and does it all.
        if !release_unless_last(window.bits(first + place)) {
            return later::<1, _>(pc, window, state, ticks, unpack);
        }
        let bits = items[usize::from(place)].bits();
        retain(bits);
        window.set(first + place, bits);
        place += 1;
    }
    if pc.x() & TAKE_B != 0 {
        let bits = window.replace(pc.b(), Bits::EMPTY);
        return release(pc.skip(1), window, state, ticks, bits);
    }
    dispatch(pc.skip(1), window, state, ticks)
}

slow! {
    append |op| {
        displays::append(op.gil, op.a(), op.b().clone())?;
        op.done(TAKE_A | TAKE_B)
    }

    unpack |op| {
        if let Some(tuple) = peek::exactly::<Tuple>(op.window, op.pc.b())
            && tuple.items.len() == usize::from(op.pc.c())
        {
            for (place, item) in tuple.items.iter().enumerate() {
                op.window.put(op.pc.a() + place as u16, item.clone());
            }
            return op.done(TAKE_B);
        }
        let items = displays::unpack(op.gil, op.b(), op.pc.c().into())?;
        op.consume(TAKE_B);
        displays::spread(op, items);
        Ok(Flow::Next)
    }
}

bodies! {
    BuildTuple |op| {
        let items = op.window.take_few(op.pc.b(), op.pc.c().into());
        op.put(Ref::new(op.gil, Tuple { items }).into_value())
    }

    BuildList |op| {
        let items = op.window.take_many(op.pc.b(), op.pc.c().into());
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
        if displays::sliced_by_next(op) {
            return Ok(Flow::Here);
        }
        let slice = displays::slice(op, op.pc.b(), 3)?;
        op.put(slice)
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

    UnpackRest |op| {
        let value = op.taken(op.pc.b())?;
        let items = displays::unpack_rest(op.gil, &value, op.pc.x().into(), op.pc.c().into())?;
        displays::spread(op, items);
        Ok(Flow::Next)
    }
}
