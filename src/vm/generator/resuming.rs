//! Taking generators up again and leaving them: how their registers come to the stack and go back.
//!
//! A value passes through generators that only delegate without waking them: their activations are dormant, their
//! registers stay where they are, and they are not counted anew, since a register of whoever delegates to them owns them.

use super::*;
use crate::vm::peek;
use crate::vm::place::retain;

/// Can the machine resume this iterator itself, as it stands?
#[inline]
pub fn can_resume(value: &Value) -> bool {
    of(value).is_some_and(|generator| matches!(generator.body.status(), Status::New | Status::Waiting))
}

/// Begins the activation of a generator that waits, `sent` being what it gets. It goes on by `way`.
pub fn enter(gil: Gil<'_>, state: &State, value: &Value, way: u8, sent: Value) -> Result<()> {
    let is_new = this(value).body.status() == Status::New;
    if is_new && !sent.is_none() {
        let message = format!("can't send non-None value to a just-started {}", kind(value));
        return Err(type_error(gil, message));
    }
    let activation = push(gil, state, value, way)?;
    if is_new {
        return Ok(());
    }
    let (pc, window) = (activation.pc.get(), activation.window.get());
    if pc.opcode() == Opcode::YieldFrom as u8 {
        // The instruction runs again.
        window.put(pc.c(), sent);
    } else {
        activation.pc.set(pc.skip(1));
        window.put(pc.a(), sent);
    }
    Ok(())
}

/// As [`enter`] for a generator that is as usual: it handles nothing, nobody has seen its frame, there is room, and the
/// register that gets what is sent holds nothing. False, and nothing done, otherwise.
#[inline]
pub fn enter_quickly(state: &State, value: &Value, way: u8, sent: Bits) -> bool {
    let Some(generator) = of(value) else { return false };
    enter_body(state, value.bits(), &generator.body, way, sent).is_some()
}

/// As [`enter_quickly`] with None, for handlers: where the generator goes on.
#[inline(always)]
pub fn enter_plainly(state: &State, window: Window, register: u16, way: u8) -> Option<(Pc, Window)> {
    let generator = peek::exactly::<Generator>(window, register)?;
    if generator.body.inner.get() != Bits::EMPTY {
        return None;
    }
    enter_body(state, window.bits(register), &generator.body, way, Bits::NONE)
}

/// As [`enter_plainly`] for a coroutine that is awaited.
#[inline(always)]
pub fn enter_awaited(state: &State, window: Window, register: u16) -> Option<(Pc, Window)> {
    let body = &peek::exactly::<Coroutine>(window, register)?.0.body;
    if body.inner.get() != Bits::EMPTY {
        return None;
    }
    enter_body(state, window.bits(register), body, way::DELEGATE, Bits::NONE)
}

/// Does a register hold a coroutine that has not begun?
#[inline(always)]
pub fn is_fresh_coroutine(window: Window, register: u16) -> bool {
    peek::exactly::<Coroutine>(window, register)
        .is_some_and(|coroutine| coroutine.0.body.status.get() == Status::New)
}

/// The coroutine that runs ends, if it is awaited by one that is awake and has nothing out of the ordinary; its word,
/// which owns a reference. Empty, and nothing done, otherwise.
#[inline(always)]
pub fn end_awaited(state: &State) -> Bits {
    let activation = state.activation();
    let coroutine = activation.callee().and_then(|callee| callee.downcast::<Coroutine>());
    let Some(coroutine) = coroutine.filter(|_| !state.caller().has(way::DORMANT)) else { return Bits::EMPTY };
    coroutine.0.body.status.set(Status::Ended);
    let callee = activation.callee_bits();
    state.pop();
    callee
}

#[inline(always)]
fn enter_body(state: &State, callee: Bits, body: &Suspended, way: u8, sent: Bits) -> Option<(Pc, Window)> {
    let status = body.status.get();
    let mut pc = body.pc.get();
    let window = state.activation().top.get();
    let top = window.from(body.registers.len());
    // SAFETY: nothing else looks at the field meanwhile.
    let is_framed = unsafe { &*body.frame.as_ptr() }.is_some();
    if body.handled.get() != Bits::EMPTY || is_framed || !state.has_room(top) {
        return None;
    }
    let mut receiver = None;
    match status {
        Status::New if sent == Bits::NONE => {}
        Status::Waiting => {
            let delegates = pc.opcode() == Opcode::YieldFrom as u8;
            let register = if delegates { pc.c() } else { pc.a() };
            if body.registers[usize::from(register)].get().is_heap() {
                return None;
            }
            receiver = Some(register);
            pc = if delegates { pc } else { pc.skip(1) };
        }
        _ => return None,
    }
    window.bring(&body.registers);
    if let Some(register) = receiver {
        window.set(register, sent);
    }
    retain(callee);
    state.push(Parts {
        pc,
        window,
        top,
        code: &body.code,
        globals: &body.globals,
        builtins: &body.builtins,
        callee,
        kind: way,
    });
    body.status.set(Status::Running);
    Some((pc, window))
}

/// As [`enter_quickly`] with None for a generator that may delegate to others: those on the way begin dormant, and each
/// takes the tick of its instruction, down to the one that does not delegate.
pub fn enter_deeply(state: &State, value: &Value, way: u8) -> bool {
    let (mut value, mut way, mut deeper) = match chain::resume(state, value, way) {
        Some(inner) => (inner, way::DELEGATE, true),
        None => (value, way, false),
    };
    while let Some(inner) = pass_through(state, value, way) {
        (value, way, deeper) = (inner, way::DELEGATE, true);
    }
    if enter_quickly(state, value, way, Bits::NONE) {
        return true;
    }
    if deeper {
        // The last that delegates does its instruction itself.
        let activation = state.activation();
        wake(activation);
        activation.window.get().put(activation.pc.get().c(), Value::NONE);
        state.ticks.set(state.ticks.get() + 1);
    }
    deeper
}

/// Begins the activation of a generator that delegates to another, dormant; the other one. None, and nothing done, if it
/// does not or if anything is out of the ordinary.
#[inline(always)]
fn pass_through<'a>(state: &State, value: &'a Value, way: u8) -> Option<&'a Value> {
    let body = &value.downcast::<Generator>()?.body;
    if body.inner.get() == Bits::EMPTY || body.status() != Status::Waiting {
        return None;
    }
    let (window, ticks) = (state.activation().top.get(), state.ticks.get());
    let top = window.from(body.registers.len());
    if ticks <= 0 || !state.has_room(top) {
        return None;
    }
    state.push(Parts {
        pc: body.pc.get(),
        window,
        top,
        code: &body.code,
        globals: &body.globals,
        builtins: &body.builtins,
        callee: value.bits(),
        kind: way | way::DORMANT,
    });
    body.status.set(Status::Running);
    state.ticks.set(ticks - 1);
    // SAFETY: the register owns its object until the generator is woken, which is after the other has ended.
    Some(unsafe { Value::borrow(&*body.inner.as_ptr()) })
}

/// Gives a dormant activation its registers and its own reference: something happens in it.
#[inline(always)]
pub fn wake(activation: &Activation) {
    if activation.has(way::DORMANT) {
        wake_up(activation);
    }
}

#[inline(never)]
fn wake_up(activation: &Activation) {
    activation.kind.set(activation.kind.get() & !way::DORMANT);
    if let Some(callee) = activation.callee()
        && let Some(generator) = of(callee)
    {
        std::mem::forget(callee.clone());
        activation.window.get().bring(&generator.body.registers);
        if generator.body.status.get() == Status::Parked {
            chain::wake(activation, &generator.body);
        }
    }
}

/// Where the registers of a running call are, for those who look at them.
pub fn window_of(activation: &Activation) -> Window {
    match activation.callee().and_then(of).filter(|_| activation.has(way::DORMANT)) {
        Some(generator) => generator.body.own_window(),
        None => activation.window.get(),
    }
}

/// Begins the activation of a generator that waits where it stands.
pub fn push<'a>(gil: Gil<'_>, state: &'a State, value: &Value, kind: u8) -> Result<&'a Activation> {
    let body = &this(value).body;
    let window = state.activation().top.get();
    let top = window.from(body.registers.len());
    state.make_room(gil, top)?;
    window.bring(&body.registers);
    state.push(Parts {
        pc: body.pc.get(),
        window,
        top,
        code: &body.code,
        globals: &body.globals,
        builtins: &body.builtins,
        callee: value.clone().into_bits(),
        kind,
    });
    body.status.set(Status::Running);
    let activation = state.activation();
    let handled = body.handled.replace(Bits::EMPTY);
    if handled != Bits::EMPTY {
        activation.handled.set(state.handled_bits());
        activation.flag(way::HANDLES);
        // The one before is kept by who handles it.
        drop(state.set_handled(own(handled)));
    }
    if let Some(frame) = body.frame.take() {
        frame.runs(activation);
        activation.set_frame(frame.into_value());
    }
    Ok(activation)
}

/// Ends the last activation for a while; how it was resumed, and the generator.
pub fn suspend(state: &State) -> (u8, Option<Value>) {
    let kept = unmade::make(state);
    let activation = state.activation();
    wake(activation);
    let callee = own(activation.callee_bits());
    let way = activation.way();
    if let Some(body) = callee.as_ref().and_then(of).map(|generator| &generator.body) {
        let (window, pc) = (activation.window.get(), activation.pc.get());
        window.take_back(&body.registers);
        body.pc.set(pc);
        body.status.set(Status::Waiting);
        body.inner.set(Bits::EMPTY);
        if activation.kind.get() != way {
            suspend_unusual(state, activation, body);
        } else if pc.opcode() == Opcode::YieldFrom as u8 {
            body.inner.set(delegated_to(body, pc));
        }
    }
    state.pop();
    drop(kept);
    (way, callee)
}

/// What is kept of an activation that handles an exception, or has a frame object.
#[inline(never)]
fn suspend_unusual(state: &State, activation: &Activation, body: &Suspended) {
    if activation.has(way::HANDLES) {
        let own_handled = state.set_handled(copy(activation.handled.get()));
        body.handled.set(own_handled.map_or(Bits::EMPTY, Value::into_bits));
    }
    if activation.has(way::FRAMED) {
        let frame = activation.take_frame().and_then(|frame| frame.try_into_ref::<Frame>().ok());
        if let Some(frame) = &frame {
            frame.waits(body);
        }
        *body.frame.borrow_mut() = frame;
    }
}

/// The generator that the `yield from` at `pc` delegates to, if a value may pass through.
fn delegated_to(body: &Suspended, pc: Pc) -> Bits {
    let register = |number: u16| body.registers[usize::from(number)].get();
    if register(pc.c()).is_heap() || !register(pc.b()).is_heap() {
        return Bits::EMPTY;
    }
    let inner = register(pc.b());
    // SAFETY: the register owns its object.
    let is_generator = unsafe { Value::borrow(&inner) }.downcast::<Generator>().is_some();
    if is_generator { inner } else { Bits::EMPTY }
}

/// Gives a value to whoever has resumed the running generator.
pub fn give(state: &State, value: Value) -> Flow {
    // So many dormant activations stand, unbroken, beyond the last one.
    let mut dormant = 0;
    let mut is_first = true;
    loop {
        let kind = state.activation().kind.get();
        let way = if kind == way::DORMANT | (kind & way::WAY) {
            match chain::leave(state, dormant) {
                Some(way) => {
                    dormant = 0;
                    way
                }
                None => {
                    dormant += 1;
                    leave_dormant(state)
                }
            }
        } else if kind & way::WAY == way::COLLECT {
            chain::keep(state, dormant);
            return collecting::take(state, value);
        } else {
            let (way, generator) = suspend(state);
            dormant = if !is_first && stays_dormant(state, way, generator) { dormant + 1 } else { 0 };
            way
        };
        is_first = false;
        if way == way::DELEGATE {
            // Who delegates gives it to whoever resumed it.
            continue;
        }
        chain::keep(state, dormant);
        if way != way::FOR && way != way::LOOP {
            state.set_result(value);
            return Flow::Yield;
        }
        let activation = state.activation();
        let pc = activation.pc.get();
        activation.window.get().put(pc.a(), value);
        let after = pc.skip(2);
        activation.pc.set(if way == way::LOOP { after.jump(i32::from(pc.c() as i16)) } else { after });
        return Flow::Here;
    }
}

/// Makes the activation beyond the last one, of a generator that has just been suspended, a dormant one that could go
/// on, if a value may pass through the generator.
fn stays_dormant(state: &State, way: u8, generator: Option<Value>) -> bool {
    let body = generator.as_ref().and_then(|value| value.downcast::<Generator>()).map(|known| &known.body);
    let passes = body.is_some_and(|body| body.inner.get() != Bits::EMPTY);
    if passes {
        state.beyond_by(1).kind.set(way | way::DORMANT);
    }
    passes
}

/// Ends the last activation, which is dormant, for a while; how it was resumed.
#[inline(always)]
fn leave_dormant(state: &State) -> u8 {
    let activation = state.activation();
    let way = activation.way();
    if let Some(generator) = activation.callee().and_then(|callee| callee.downcast::<Generator>()) {
        generator.body.status.set(Status::Waiting);
    }
    state.pop();
    way
}

/// As [`give`] for handlers: a generator that a `for` loop has resumed, and that has nothing out of the ordinary, gives
/// the word of a value that owns its reference. Where the loop goes on, its window, and what is to be released there.
#[inline(always)]
pub fn give_plainly(state: &State, pc: Pc, window: Window, value: Bits) -> (Pc, Window, Bits, Bits) {
    let activation = state.activation();
    let (callee, is_end) = (activation.callee_bits(), activation.kind.get() == way::LOOP);
    let Some(generator) = activation.callee().and_then(|callee| callee.downcast::<Generator>()) else {
        unreachable!("a `for` loop resumes generators alone")
    };
    let body = &generator.body;
    window.take_back(&body.registers);
    body.pc.set(pc);
    body.status.set(Status::Waiting);
    body.inner.set(Bits::EMPTY);
    state.pop();
    let activation = state.activation();
    let (pc, window) = (activation.pc.get(), activation.window.get());
    let old = window.replace(pc.a(), value);
    let offset = if is_end { i32::from(pc.c() as i16) } else { 0 };
    (pc.skip(2).jump(offset), window, old, callee)
}
