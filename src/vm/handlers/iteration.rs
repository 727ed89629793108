//! Iterators and loops over them.
//!
//! `ForIter` stands before a loop and `NextIter` at its end; both specialise themselves for the iterators of ranges,
//! lists, tuples, sets and dicts, for pairs that are unpacked, and for generators, whose bodies the machine runs without
//! recursion. At the end of an iterator, and where the guess was wrong, the general form goes on.

use super::{Op, bodies, slow, words};
use crate::code::Opcode;
use crate::code::opcode::TAKE_B;
use crate::object::{Bits, Result, Value, operations};
use crate::types::dict_views::iterator::{KeyIterator, ValueIterator};
use crate::types::range::RangeIterator;
use crate::types::sequence::iterator::{ListIterator, TupleIterator};
use crate::types::set::iterator::SetIterator;
use crate::vm::activation::kind;
use crate::vm::dispatch::{Exit, Flow, dispatch, later, release, release_later};
use crate::vm::pairs::{self, Pair};
use crate::vm::place::{Pc, Window, retain};
use crate::vm::state::State;
use crate::vm::{generator, operators, peek};

const WORDS: usize = words(Opcode::ForIter);

pub fn ForIter(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    later::<WORDS, _>(pc, window, state, ticks, first_item)
}

pub fn NextIter(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    later::<WORDS, _>(pc, window, state, ticks, next_item)
}

/// Writes an item to register a and goes on: into the loop.
#[inline(always)]
fn given(pc: Pc, window: Window, state: &State, ticks: u32, item: Bits, jumps: bool) -> Exit {
    let old = window.replace(pc.a(), item);
    let offset = if jumps { i32::from(pc.c() as i16) } else { 0 };
    release(pc.skip(WORDS).jump(offset), window, state, ticks, old)
}

#[inline(always)]
fn counted(bits: Bits) -> Bits {
    retain(bits);
    bits
}

macro_rules! loops {
    ($($first:ident $next:ident $payload:ident |$iterator:ident| $item:expr;)*) => {
        $(pub fn $first(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
            if let Some($iterator) = window.value(pc.b()).downcast::<$payload>()
                && let item = $item
                && item != Bits::EMPTY
            {
                return given(pc, window, state, ticks, item, false);
            }
            ForIter(pc, window, state, ticks)
        }

        pub fn $next(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
            if let Some($iterator) = window.value(pc.b()).downcast::<$payload>()
                && let item = $item
                && item != Bits::EMPTY
            {
                return given(pc, window, state, ticks, item, true);
            }
            NextIter(pc, window, state, ticks)
        })*
    };
}

loops! {
    ForIterRange NextIterRange RangeIterator |iterator| iterator.advance_small().unwrap_or(Bits::EMPTY);
    ForIterList NextIterList ListIterator |iterator| peek::next_of_list(iterator);
    ForIterTuple NextIterTuple TupleIterator |iterator| peek::next_of_tuple(iterator);
    ForIterSet NextIterSet SetIterator |iterator| peek::next_of_set(iterator);
    ForIterKey NextIterKey KeyIterator |iterator| counted(peek::next_of_dict(&iterator.0).0);
    ForIterValue NextIterValue ValueIterator |iterator| counted(peek::next_of_dict(&iterator.0).1);
}

pub fn ForIterGenerator(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    match generator::enter_plainly(state, window, pc.b(), kind::FOR) {
        Some((start, new)) => entered(pc, state, ticks, start, new),
        None => ForIter(pc, window, state, ticks),
    }
}

pub fn NextIterGenerator(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    match generator::enter_plainly(state, window, pc.b(), kind::LOOP) {
        Some((start, new)) => entered(pc, state, ticks, start, new),
        None => NextIter(pc, window, state, ticks),
    }
}

pub fn ForIterPair(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    let unpack = pc.skip(WORDS);
    if ticks > 0 {
        match pairs::unpack(window, pc.b(), unpack, state) {
            Pair::Unpacked => return dispatch(unpack.skip(1), window, state, ticks - 1),
            Pair::Replaced => return release_later(unpack.skip(1), window, state, ticks - 1),
            Pair::Otherwise => {}
        }
    }
    ForIter(pc, window, state, ticks)
}

pub fn NextIterPair(pc: Pc, window: Window, state: &State, ticks: u32) -> Exit {
    let unpack = pc.skip(WORDS).jump(i32::from(pc.c() as i16));
    if ticks > 0 {
        match pairs::unpack(window, pc.b(), unpack, state) {
            Pair::Unpacked => return dispatch(unpack.skip(1), window, state, ticks - 1),
            Pair::Replaced => return release_later(unpack.skip(1), window, state, ticks - 1),
            Pair::Otherwise => {}
        }
    }
    NextIter(pc, window, state, ticks)
}

/// Goes on in a generator whose activation has begun.
#[inline(always)]
fn entered(pc: Pc, state: &State, ticks: u32, start: Pc, window: Window) -> Exit {
    state.caller().pc.set(pc);
    dispatch(start, window, state, ticks)
}

slow! {
    first_item |op| {
        if generator::enter_deeply(op.state, op.b(), kind::FOR) {
            op.pc.specialise(Opcode::ForIterGenerator);
            return Ok(Flow::Here);
        }
        if generator::can_resume(op.b()) {
            return resume(op, kind::FOR);
        }
        specialise(op, FIRST, op.pc.skip(WORDS));
        match operations::next(op.gil, op.b())? {
            Some(item) => op.put(item),
            None => {
                drop(op.window.take(op.pc.b()));
                Ok(Flow::Jump)
            }
        }
    }

    next_item |op| {
        if generator::enter_deeply(op.state, op.b(), kind::LOOP) {
            op.pc.specialise(Opcode::NextIterGenerator);
            return Ok(Flow::Here);
        }
        if generator::can_resume(op.b()) {
            return resume(op, kind::LOOP);
        }
        specialise(op, NEXT, op.pc.skip(WORDS).jump(i32::from(op.pc.c() as i16)));
        match operations::next(op.gil, op.b())? {
            Some(item) => {
                op.window.put(op.pc.a(), item);
                Ok(Flow::Jump)
            }
            None => {
                drop(op.window.take(op.pc.b()));
                Ok(Flow::Next)
            }
        }
    }
}

bodies! {
    GetIter |op| {
        let value = match operators::begin_iteration(op) {
            Some(made) => made,
            None => operations::iterate(op.gil, op.b())?,
        };
        op.finish(TAKE_B, value)
    }
}

/// The special forms, of a range, a list, a tuple, a set, a dict's keys and values and of pairs.
type Forms = [Opcode; 7];

const FIRST: Forms = [
    Opcode::ForIterRange,
    Opcode::ForIterList,
    Opcode::ForIterTuple,
    Opcode::ForIterSet,
    Opcode::ForIterKey,
    Opcode::ForIterValue,
    Opcode::ForIterPair,
];
const NEXT: Forms = [
    Opcode::NextIterRange,
    Opcode::NextIterList,
    Opcode::NextIterTuple,
    Opcode::NextIterSet,
    Opcode::NextIterKey,
    Opcode::NextIterValue,
    Opcode::NextIterPair,
];

/// Chooses the form for the iterator in operand b; `inside` is where the loop's body begins.
fn specialise(op: Op<'_>, forms: Forms, inside: Pc) {
    let iterator = op.b();
    if iterator.downcast::<RangeIterator>().is_some() {
        op.pc.specialise(forms[0]);
    } else if iterator.downcast::<ListIterator>().is_some() {
        op.pc.specialise(forms[1]);
    } else if iterator.downcast::<TupleIterator>().is_some() {
        op.pc.specialise(forms[2]);
    } else if iterator.downcast::<SetIterator>().is_some() {
        op.pc.specialise(forms[3]);
    } else if iterator.downcast::<KeyIterator>().is_some() {
        op.pc.specialise(forms[4]);
    } else if iterator.downcast::<ValueIterator>().is_some() {
        op.pc.specialise(forms[5]);
    } else if pairs::are_unpacked(iterator, op.pc.a(), inside) {
        op.pc.specialise(forms[6]);
    }
}

fn resume(op: Op<'_>, way: u8) -> Result<Flow> {
    generator::enter(op.gil, op.state, op.b(), way, Value::NONE)?;
    Ok(Flow::Here)
}
