//! Iterators and loops over them.
//!
//! `ForIter` stands before a loop and `NextIter` at its end; both specialise themselves for ranges, lists, tuples, sets
//! and dicts, for pairs that are unpacked, and for generators, whose bodies the machine runs without recursion. At the
//! end of an iterator, and where the guess was wrong, the general form goes on.
//!
//! A loop over a list, a tuple or a range of steps by one makes no iterator, which nobody could see: it has the sequence
//! and a place, or the next number and the end, in its two registers.

use super::direct::{CallClass, lasting};
use super::{Op, slow, words};
use crate::code::Opcode;
use crate::code::opcode::TAKE_B;
use crate::object::slots::Unary;
use crate::object::{Bits, Payload, Result, Type, Value, operations};
use crate::types::dict_views::iterator::{KeyIterator, ValueIterator};
use crate::types::list::List;
use crate::types::range::{Range, RangeIterator};
use crate::types::sequence;
use crate::types::sequence::iterator::{ListIterator, TupleIterator};
use crate::types::set::iterator::SetIterator;
use crate::types::tuple::Tuple;
use crate::vm::activation::kind;
use crate::vm::dispatch::{Exit, Flow, dispatch, later, release, release_later, release_two};
use crate::vm::pairs::{self, Pair};
use crate::vm::place::{Pc, Window, header, own, retain};
use crate::vm::state::State;
use crate::vm::{generator, heat, operators, peek};

const WORDS: usize = words(Opcode::ForIter);
const CALL_WORDS: usize = words(Opcode::Call);

pub fn ForIter(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<WORDS, _>(pc, window, state, ticks, first_item)
}

pub fn NextIter(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<WORDS, _>(pc, window, state, ticks, next_item)
}

/// Writes an item to register a and goes on: into the loop.
#[inline(always)]
fn given(pc: Pc, window: Window, state: &State, ticks: i32, item: Bits, jumps: bool) -> Exit {
    let old = window.replace(pc.a(), item);
    let offset = if jumps { i32::from(pc.c() as i16) } else { 0 };
    release(pc.skip(WORDS).jump(offset), window, state, ticks, old)
}

#[inline(always)]
fn counted(bits: Bits) -> Bits {
    retain(bits);
    bits
}

/// The next item, counted anew, of the range that a loop goes over; empty at its end, which is left to others.
#[inline(always)]
fn next_of_range(window: Window, b: u16) -> Bits {
    let at = window.bits(b);
    if at.is_int() {
        let end = window.bits(b + 1);
        if !end.is_int() || at.raw() >= end.raw() {
            return Bits::EMPTY;
        }
        window.set(b, at.checked_add(Bits::small(1)).unwrap_or(end));
        return at;
    }
    match window.value(b).downcast::<RangeIterator>() {
        Some(iterator) => iterator.advance_small().unwrap_or(Bits::EMPTY),
        None => Bits::EMPTY,
    }
}

/// The same of a list.
#[inline(always)]
fn next_of_list(window: Window, b: u16) -> Bits {
    let iterated = window.value(b);
    if let Some(list) = iterated.downcast::<List>() {
        return item_at_place(window, b, peek::items(list));
    }
    iterated.downcast::<ListIterator>().map_or(Bits::EMPTY, peek::next_of_list)
}

/// The same of a tuple.
#[inline(always)]
fn next_of_tuple(window: Window, b: u16) -> Bits {
    let iterated = window.value(b);
    if let Some(tuple) = iterated.downcast::<Tuple>() {
        return item_at_place(window, b, &tuple.items);
    }
    iterated.downcast::<TupleIterator>().map_or(Bits::EMPTY, peek::next_of_tuple)
}

/// The item at the place in register b+1, which moves on.
#[inline(always)]
fn item_at_place(window: Window, b: u16, items: &[Value]) -> Bits {
    let place = window.bits(b + 1);
    let Some(number) = place.as_int() else { return Bits::EMPTY };
    let Some(item) = items.get(number as usize) else { return Bits::EMPTY };
    window.set(b + 1, place.checked_add(Bits::small(1)).unwrap_or(Bits::EMPTY));
    counted(item.bits())
}

#[inline(always)]
fn next_of_set(window: Window, b: u16) -> Bits {
    window.value(b).downcast::<SetIterator>().map_or(Bits::EMPTY, peek::next_of_set)
}

#[inline(always)]
fn next_key(window: Window, b: u16) -> Bits {
    let iterator = window.value(b).downcast::<KeyIterator>();
    iterator.map_or(Bits::EMPTY, |iterator| counted(peek::next_of_dict(&iterator.0).0))
}

#[inline(always)]
fn next_value(window: Window, b: u16) -> Bits {
    let iterator = window.value(b).downcast::<ValueIterator>();
    iterator.map_or(Bits::EMPTY, |iterator| counted(peek::next_of_dict(&iterator.0).1))
}

/// Is a loop at its end that goes over a range, a list or a tuple without an iterator?
#[inline(always)]
fn is_at_end(window: Window, b: u16) -> bool {
    let (iterated, place) = (window.bits(b), window.bits(b + 1));
    if !place.is_int() || !iterated.is_heap() {
        return iterated.both_ints(place) && iterated.raw() >= place.raw();
    }
    let length = if let Some(list) = window.value(b).downcast::<List>() {
        peek::items(list).len()
    } else if let Some(tuple) = window.value(b).downcast::<Tuple>() {
        tuple.items.len()
    } else {
        return false;
    };
    place.as_int().is_some_and(|place| place as usize >= length)
}

/// Ends a loop that has no item more, where that is known; else the general form sees to it.
#[inline(never)]
fn end_before(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if is_at_end(window, pc.b()) {
        let iterated = window.replace(pc.b(), Bits::EMPTY);
        let after = pc.skip(WORDS).jump(i32::from(pc.c() as i16));
        return release(after, window, state, ticks, iterated);
    }
    ForIter(pc, window, state, ticks)
}

/// The same at the end of the body.
#[inline(never)]
fn end_behind(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if is_at_end(window, pc.b()) {
        let iterated = window.replace(pc.b(), Bits::EMPTY);
        return release(pc.skip(WORDS), window, state, ticks, iterated);
    }
    NextIter(pc, window, state, ticks)
}

macro_rules! loops {
    ($($first:ident $next:ident $next_of:ident;)*) => {
        $(pub fn $first(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
            match $next_of(window, pc.b()) {
                Bits::EMPTY => end_before(pc, window, state, ticks),
                item => given(pc, window, state, ticks, item, false),
            }
        }

        pub fn $next(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
            match $next_of(window, pc.b()) {
                Bits::EMPTY => end_behind(pc, window, state, ticks),
                item => given(pc, window, state, ticks, item, true),
            }
        })*
    };
}

loops! {
    ForIterRange NextIterRange next_of_range;
    ForIterList NextIterList next_of_list;
    ForIterTuple NextIterTuple next_of_tuple;
    ForIterSet NextIterSet next_of_set;
    ForIterKey NextIterKey next_key;
    ForIterValue NextIterValue next_value;
}

pub fn ForIterGenerator(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match generator::enter_plainly(state, window, pc.b(), kind::FOR) {
        Some((start, new)) => entered(pc, state, ticks, start, new),
        None => ForIter(pc, window, state, ticks),
    }
}

pub fn NextIterGenerator(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match generator::enter_plainly(state, window, pc.b(), kind::LOOP) {
        Some((start, new)) => entered(pc, state, ticks, start, new),
        None => NextIter(pc, window, state, ticks),
    }
}

pub fn ForIterPair(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
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

pub fn NextIterPair(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
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
fn entered(pc: Pc, state: &State, ticks: i32, start: Pc, window: Window) -> Exit {
    state.caller().pc.set(pc);
    dispatch(start, window, state, ticks)
}

slow! {
    get_iterator |op| {
        let value = iterator(op)?;
        op.finish(TAKE_B, value)
    }

    begin_loop |op| {
        let is_list = op.b().downcast::<List>().is_some()
            && op.b().shape().is_some_and(|shape| iterates_plainly(shape.class()));
        let iterated = if is_list { op.b().clone() } else { iterator(op)? };
        op.window.set(op.pc.a() + 1, Bits::small(0));
        op.finish(TAKE_B, iterated)
    }

    first_item |op| {
        note_general(op, FIRST, op.pc.skip(WORDS));
        if generator::enter_deeply(op.state, op.b(), kind::FOR) {
            op.pc.specialise(Opcode::ForIterGenerator);
            return Ok(Flow::Here);
        }
        if generator::can_resume(op.b()) {
            return resume(op, kind::FOR);
        }
        specialise(op, FIRST, op.pc.skip(WORDS));
        match next(op)? {
            Some(item) => op.put(item),
            None => {
                drop(op.window.take(op.pc.b()));
                Ok(Flow::Jump)
            }
        }
    }

    next_item |op| {
        note_general(op, NEXT, inside(op));
        if generator::enter_deeply(op.state, op.b(), kind::LOOP) {
            op.pc.specialise(Opcode::NextIterGenerator);
            return Ok(Flow::Here);
        }
        if generator::can_resume(op.b()) {
            return resume(op, kind::LOOP);
        }
        specialise(op, NEXT, inside(op));
        match next(op)? {
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

pub fn GetIter(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let b = pc.b();
    if peek::exactly::<List>(window, b).is_none() && peek::exactly::<Tuple>(window, b).is_none() {
        return later::<1, _>(pc, window, state, ticks, get_iterator);
    }
    let made = sequence::iterator::of_sequence(state.gil(), window.value(b)).into_bits();
    let taken = if pc.x() & TAKE_B != 0 { window.replace(b, Bits::EMPTY) } else { Bits::EMPTY };
    let old = window.replace(pc.a(), made);
    release_two(pc.skip(1), window, state, ticks, old, taken)
}

/// `iter(b)`
fn iterator(op: Op<'_>) -> Result<Value> {
    match operators::begin_iteration(op) {
        Some(made) => Ok(made),
        None => operations::iterate(op.gil, op.b()),
    }
}

pub fn BeginLoop(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let (a, b) = (pc.a(), pc.b());
    if peek::exactly::<List>(window, b).is_some() || peek::exactly::<Tuple>(window, b).is_some() {
        let sequence =
            if pc.x() & TAKE_B != 0 { window.replace(b, Bits::EMPTY) } else { counted(window.bits(b)) };
        window.set(a, sequence);
        window.set(a + 1, Bits::small(0));
        return dispatch(pc.skip(1), window, state, ticks);
    }
    if let Some(range) = peek::exactly::<Range>(window, b)
        && let Some((first, end)) = range.steps_of_one()
    {
        let spent = if pc.x() & TAKE_B != 0 { window.replace(b, Bits::EMPTY) } else { Bits::EMPTY };
        window.set(a, first);
        window.set(a + 1, end);
        return release(pc.skip(1), window, state, ticks, spent);
    }
    later::<1, _>(pc, window, state, ticks, begin_loop)
}

/// Does a call make a range for the loop that the next instruction begins?
pub(super) fn begins_range(call: Pc, window: Window) -> bool {
    let begin = call.skip(CALL_WORDS);
    let is_range = peek::exactly::<Type>(window, call.b())
        .is_some_and(|class| std::ptr::eq(class.layout, Range::layout()));
    is_range
        && call.c() == 0
        && begin.opcode() == Opcode::BeginLoop as u8
        && begin.b() == call.a()
        && begin.x() & TAKE_B != 0
        && bounds(window, call.b() + 2, call.x()).is_some()
}

/// The first number and the end of a range with these arguments, if they are ints that lie in words.
#[inline(always)]
fn bounds(window: Window, first: u16, count: u8) -> Option<(Bits, Bits)> {
    let (start, stop) = match count {
        1 => (Bits::small(0), window.bits(first)),
        2 => (window.bits(first), window.bits(first + 1)),
        _ => return None,
    };
    // The order of small ints is that of their words.
    start.both_ints(stop).then_some((start, if stop.raw() > start.raw() { stop } else { start }))
}

pub fn CallRange(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let (b, begin) = (pc.b(), pc.skip(CALL_WORDS));
    if ticks > 0
        && let Some(class) = peek::exactly::<Type>(window, b)
        && std::ptr::eq(class.layout, Range::layout())
        && let Some((first, end)) = bounds(window, b + 2, pc.x())
        && lasting(window, b).is_some()
    {
        header(window.replace(b, Bits::EMPTY)).release_unless_last();
        window.set(begin.a(), first);
        window.set(begin.a() + 1, end);
        return dispatch(begin.skip(1), window, state, ticks - 1);
    }
    CallClass(pc, window, state, ticks)
}

/// Does a class iterate its lists as `list` does?
fn iterates_plainly(class: &Type) -> bool {
    let plainly: Unary = sequence::iterator::iterate;
    class.slots.iter.get().is_some_and(|slot| std::ptr::fn_addr_eq(slot, plainly))
}

/// The next item of what a loop goes over.
fn next(op: Op<'_>) -> Result<Option<Value>> {
    let (window, b) = (op.window, op.pc.b());
    let is_range = window.bits(b).is_int() && window.bits(b + 1).is_int();
    let item = if is_range {
        next_of_range(window, b)
    } else if op.b().downcast::<List>().is_some() {
        next_of_list(window, b)
    } else if op.b().downcast::<Tuple>().is_some() {
        next_of_tuple(window, b)
    } else {
        return operations::next(op.gil, op.b());
    };
    Ok(own(item))
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

/// Where the loop of a `NextIter` begins.
fn inside(op: Op<'_>) -> Pc {
    op.pc.skip(WORDS).jump(i32::from(op.pc.c() as i16))
}

/// Tells who counts that the general form runs. The form of pairs does two instructions at once, which nothing does that
/// stops at each: that it leaves the first one to the general form is then no wrong guess.
fn note_general(op: Op<'_>, forms: Forms, inside: Pc) {
    if heat::is_on() {
        let takes_pairs = op.pc.opcode() == forms[6] as u8;
        if !takes_pairs || !pairs::are_unpacked(op.b(), op.pc.a(), inside) {
            heat::general(op.state);
        }
    }
}

/// Chooses the form for the iterator in operand b; `inside` is where the loop's body begins.
fn specialise(op: Op<'_>, forms: Forms, inside: Pc) {
    let iterator = op.b();
    if iterator.bits().is_int() || iterator.downcast::<RangeIterator>().is_some() {
        op.pc.specialise(forms[0]);
    } else if iterator.downcast::<List>().is_some() || iterator.downcast::<ListIterator>().is_some() {
        op.pc.specialise(forms[1]);
    } else if iterator.downcast::<Tuple>().is_some() || iterator.downcast::<TupleIterator>().is_some() {
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
