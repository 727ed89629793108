//! Displays, comprehensions' collecting and unpacking.

use smallvec::SmallVec;

use super::{bodies, slow};
use crate::code::opcode::{TAKE_A, TAKE_B, TAKE_C};
use crate::object::{Bits, Payload, Ref, Shape, operations};
use crate::types::list::{self, List};
use crate::types::tuple::{self, Tuple};
use crate::vm::dispatch::{Exit, Flow, dispatch, later, release};
use crate::vm::place::{Pc, Window, retain};
use crate::vm::state::State;
use crate::vm::{displays, peek};

pub fn ListAppend(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    let Some(list) = window.value(pc.a()).downcast::<List>() else {
        return later::<1, _>(pc, window, state, ticks, append);
    };
    let bits = window.bits(pc.b());
    if pc.x() & TAKE_B != 0 {
        window.set(pc.b(), Bits::EMPTY);
    } else {
        retain(bits);
    }
    peek::push_item(list, bits);
    dispatch(pc.skip(1), window, state, ticks)
}

pub fn UnpackSequence(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    let value = window.value(pc.b());
    let items = if let Some(tuple) = value.downcast::<Tuple>() {
        &tuple.items[..]
    } else if let Some(list) = value.downcast::<List>() {
        peek::items(list)
    } else {
        &[]
    };
    let count = usize::from(pc.c());
    let shape: *const Shape = value.shape_of(state.gil());
    let is_exact = Tuple::layout().exact.is(shape) || List::layout().exact.is(shape);
    let mut place = 0;
    let mut plain = items.len() == count && is_exact;
    while place < count {
        // What a local holds is released by the body.
        plain &= !window.bits(pc.a() + place as u16).is_heap();
        place += 1;
    }
    if !plain {
        return later::<1, _>(pc, window, state, ticks, unpack);
    }
    place = 0;
    while place < count {
        let bits = items[place].bits();
        retain(bits);
        window.set(pc.a() + place as u16, bits);
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
        let first = op.pc.b();
        let mut items = SmallVec::with_capacity(op.pc.c().into());
        items.extend((0..op.pc.c()).filter_map(|place| op.window.take(first + place)));
        op.put(Ref::new(op.gil, Tuple { items }).into_value())
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
