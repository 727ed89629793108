//! Generators, coroutines and delegation.

use super::{bodies, slow};
use crate::code::Opcode;
use crate::code::opcode::TAKE_B;
use crate::object::raised::{Exception, Kind, runtime_error, system_error};
use crate::object::{Bits, Raised};
use crate::types::code::{CodeObject, Entry};
use crate::vm::activation::kind;
use crate::vm::dispatch::{Exit, Flow, dispatch, later, release_two};
use crate::vm::generator::{self, Left, unmade};
use crate::vm::place::{Pc, Window, retain};
use crate::vm::state::State;
use crate::vm::{calls, operators, peek};

use super::calls::Call;
use super::direct::begin;

pub fn Yield(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    match state.activation().kind.get() {
        kind::FOR | kind::LOOP => yield_to_loop(pc, window, state, ticks),
        COLLECTS => yield_to_collection(pc, window, state, ticks),
        _ => later::<1, _>(pc, window, state, ticks, give),
    }
}

const COLLECTS: u8 = kind::COLLECT | kind::EXTRA;

#[inline(never)]
fn yield_to_loop(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let value = given(pc, window);
    let (pc, window, old, callee) = generator::give_plainly(state, pc, window, value);
    release_two(pc, window, state, ticks, old, callee)
}

#[inline(never)]
fn yield_to_collection(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let stays = pc.a() != pc.b() || pc.x() & TAKE_B == 0;
    if stays && window.bits(pc.a()).is_heap() {
        return later::<1, _>(pc, window, state, ticks, give);
    }
    match generator::collecting::push_plainly(state, window.bits(pc.b())) {
        Some(true) => go_on_collecting(pc, window, state, ticks),
        Some(false) => later::<1, _>(pc, window, state, ticks, collect),
        None => yield_to_reduction(pc, window, state, ticks),
    }
}

/// The same where no list is made of the items.
#[inline(never)]
fn yield_to_reduction(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if generator::collecting::collect_plainly(state, window.bits(pc.b())) {
        return go_on_collecting(pc, window, state, ticks);
    }
    later::<1, _>(pc, window, state, ticks, collect)
}

/// Goes on in a generator whose item has been collected.
#[inline(always)]
fn go_on_collecting(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if pc.x() & TAKE_B != 0 {
        window.set(pc.b(), Bits::EMPTY);
    } else {
        retain(window.bits(pc.b()));
    }
    window.set(pc.a(), Bits::NONE);
    dispatch(pc.skip(1), window, state, ticks)
}

pub fn GetYieldFromIter(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    // Most often a coroutine is awaited where it is made.
    if pc.x() != 0 && pc.a() == pc.b() && generator::is_fresh_coroutine(window, pc.b()) {
        return dispatch(pc.skip(1), window, state, ticks);
    }
    later::<1, _>(pc, window, state, ticks, get_yield_from_iter)
}

pub fn YieldFrom(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if window.bits(pc.c()) == Bits::NONE
        && let Some((start, new)) = generator::enter_awaited(state, window, pc.b())
    {
        window.set(pc.c(), Bits::EMPTY);
        state.caller().pc.set(pc);
        return dispatch(start, new, state, ticks);
    }
    later::<1, _>(pc, window, state, ticks, yield_from)
}

pub fn CallAwaited(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    let b = pc.b();
    let has_self = pc.c() != 0 && window.bits(b + 1) != Bits::EMPTY;
    let total = usize::from(pc.x()) + usize::from(has_self);
    if let Some(function) = peek::function(window, b) {
        let code = peek::code(function);
        let new = window.from(usize::from(b) + if has_self { 1 } else { 2 });
        let top = new.from(code.entry.registers as usize);
        if code.entry.awaited != Entry::NEVER
            && !generator::origin::are_tracked()
            && ticks >= unmade::AWAITING
            && state.has_room(top)
            && calls::windows::fill(function, code, new, total)
        {
            state.activation().pc.set(unmade::awaiting(pc));
            return begin(pc, window, state, ticks - unmade::AWAITING, function, new, kind::AWAITED);
        }
    }
    Call(pc, window, state, ticks)
}

pub fn Generate(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    later::<1, _>(pc, window, state, ticks, generate)
}

pub fn GenerateCollected(pc: Pc, window: Window, state: &State, ticks: i32) -> Exit {
    if ticks > 0
        && let Some((start, new)) = unmade::begin_collected(state, pc, window)
    {
        return dispatch(start, new, state, ticks - 1);
    }
    Generate(pc, window, state, ticks)
}

/// The word of operand b, taken as its consume bit says or counted anew.
#[inline(always)]
fn given(pc: Pc, window: Window) -> Bits {
    if pc.x() & TAKE_B != 0 {
        return window.replace(pc.b(), Bits::EMPTY);
    }
    let bits = window.bits(pc.b());
    retain(bits);
    bits
}

slow! {
    give |op| {
        let value = match op.pc.x() & TAKE_B {
            0 => op.b().clone(),
            _ => op.taken(op.pc.b())?,
        };
        Ok(generator::give(op.state, value))
    }

    generate |op| {
        let code = op.constant(op.pc.c().into());
        let Some(code) = code.downcast::<CodeObject>() else {
            return Err(system_error(op.gil, "no code to make a generator of"));
        };
        if unmade::is_collected(op.state, op.pc) {
            op.pc.specialise(Opcode::GenerateCollected);
        }
        op.put(generator::of_expression(op.state, code, op.window, op.pc.b()))
    }

    // As `give` where a built-in function collects, and nothing is to be released in the register of what is sent.
    collect |op| {
        if !generator::collecting::wants_more(op)? {
            let value = op.b().clone();
            op.consume(TAKE_B);
            return Ok(generator::give(op.state, value));
        }
        op.consume(TAKE_B);
        op.window.set(op.pc.a(), Bits::NONE);
        Ok(Flow::Next)
    }

    get_yield_from_iter |op| {
        let made = if op.pc.x() == 0 { operators::begin_iteration(op) } else { None };
        let iterator = match made {
            Some(made) => made,
            None => generator::delegate(op.gil, op.b(), op.pc.x())?,
        };
        op.put(iterator)
    }

    yield_from |op| {
        let (b, c) = (op.pc.b(), op.pc.c());
        let sent = op.window.bits(c);
        let entered = match sent {
            Bits::NONE => generator::enter_deeply(op.state, op.b(), kind::DELEGATE),
            _ => generator::enter_quickly(op.state, op.b(), kind::DELEGATE, sent),
        };
        if entered {
            op.window.set(c, Bits::EMPTY);
            return Ok(Flow::Here);
        }
        if generator::can_resume(op.b()) {
            let sent = op.taken(c)?;
            generator::enter(op.gil, op.state, op.b(), kind::DELEGATE, sent)?;
            return Ok(Flow::Here);
        }
        match generator::send_to(op.gil, op.b(), op.c())? {
            // The instruction runs again when the generator is resumed.
            Left::Yielded(value) => Ok(generator::give(op.state, value)),
            Left::Returned(value) => {
                let done = (op.window.take(b), op.window.take(c));
                op.window.put(op.pc.a(), value);
                drop(done);
                Ok(Flow::Next)
            }
        }
    }
}

bodies! {
    GetAiter |op| {
        let iterator = generator::async_iterator(op.gil, op.b())?;
        op.finish_b(iterator)
    }

    GetAnext |op| {
        let awaitable = generator::async_next(op.gil, op.b())?;
        op.put(awaitable)
    }

    EndAsyncFor |op| {
        let (exception, iterator) = (op.taken(op.pc.a())?, op.pc.b());
        match exception.try_into_ref::<Exception>() {
            Ok(exception) if exception.header().shape().class().is_subtype(Kind::StopAsyncIteration.class(op.gil)) => {
                let done = (exception, op.window.take(iterator));
                drop(done);
                Ok(Flow::Next)
            }
            Ok(exception) => Err(Raised::new(exception)),
            Err(_) => Err(runtime_error(op.gil, "no exception")),
        }
    }

    YieldAsync |op| {
        let value = op.b().clone();
        op.consume(TAKE_B);
        Ok(generator::give(op.state, value))
    }
}
