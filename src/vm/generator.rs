//! Generators and coroutines: calls that are left and taken up again.
//!
//! While one waits it owns its registers; they are copied to the stack when it is resumed and back when it yields, so
//! that its body runs as any other call does. The machine resumes one for a `for` loop or a `yield from` without
//! recursion. In `awaiting` stands to whom one may delegate, in `methods` what programs see, in `asynchronous` what
//! asynchronous generators add.

mod asynchronous;
mod awaiting;
pub mod collecting;
mod methods;

use std::cell::{Cell, RefCell};

use smallvec::SmallVec;

use crate::code::object::flags as code_flags;
use crate::code::{Instruction, Intrinsic, Opcode};
use crate::gil::Gil;
use crate::object::native::TypeSpec;
use crate::object::raised::{Exception, Kind, runtime_error, type_error, value_error};
use crate::object::{Arguments, Bits, Payload, Raised, Ref, Result, Text, Value, Visit, operations};
use crate::payload;
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::function::Function;

use super::activation::{Activation, Parts, kind as way};
use super::dispatch::{self, Exit, Flow};
use super::frame::Frame;
use super::place::{Pc, Window, copy, own};
use super::state::{State, state};

pub use asynchronous::AsyncGenerator;
pub use awaiting::{async_iterator, async_next, delegate, send_to};

/// The types.
pub static SPECS: [&TypeSpec; 6] = [
    &methods::GENERATOR,
    &methods::COROUTINE,
    &methods::ASYNC_GENERATOR,
    &awaiting::WRAPPER,
    &asynchronous::SEND,
    &asynchronous::THROW,
];

/// How a resumption ends.
pub enum Left {
    Returned(Value),
    Yielded(Value),
}

/// Where a generator stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    /// Before its first instruction.
    New,
    Waiting,
    Running,
    Ended,
}

/// A call that can wait: what it has on the stack while it runs is kept here meanwhile.
pub struct Suspended {
    pub code: Ref<CodeObject>,
    pub globals: Ref<Dict>,
    pub builtins: Ref<Dict>,
    /// Own their references while the status is `New` or `Waiting`.
    registers: SmallVec<[Cell<Bits>; 8]>,
    /// The instruction that yielded.
    pc: Cell<Pc>,
    status: Cell<Status>,
    /// What the body was handling itself when it yielded, or empty.
    handled: Cell<Bits>,
    frame: RefCell<Option<Ref<Frame>>>,
}

/// The payload of `generator` and `coroutine`.
pub struct Generator {
    body: Suspended,
    name: RefCell<Ref<Text>>,
    qualified_name: RefCell<Ref<Text>>,
}

impl Payload for Generator {
    payload!(Generator, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.body.traverse(visit);
    }

    fn clear(&self) {
        self.body.discard();
    }
}

/// The payload that gives coroutines a layout of their own.
pub struct Coroutine(Generator);

impl Payload for Coroutine {
    payload!(Coroutine, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.0.traverse(visit);
    }

    fn clear(&self) {
        self.0.clear();
    }
}

impl Suspended {
    fn traverse(&self, visit: Visit<'_>) {
        visit(self.code.as_value());
        visit(self.globals.as_value());
        visit(self.builtins.as_value());
        if let Some(window) = self.window() {
            (0..self.registers.len()).filter_map(|place| window.get(place as u16)).for_each(&mut *visit);
        }
        if let Some(handled) = copy(self.handled.get()) {
            visit(&handled);
        }
        if let Some(frame) = &*self.frame.borrow() {
            visit(frame.as_value());
        }
    }

    /// The registers while it waits.
    pub fn window(&self) -> Option<Window> {
        let waits = matches!(self.status.get(), Status::New | Status::Waiting);
        waits.then(|| Window::at(self.registers.as_ptr().cast_mut().cast()))
    }

    /// The word of the instruction that yielded.
    pub fn word(&self) -> usize {
        self.pc.get().word(&self.code)
    }

    /// The instruction that yielded.
    fn instruction(&self) -> Option<Instruction> {
        self.code.words.get(self.word()).and_then(|word| Instruction::decode(word.get()))
    }

    /// Would an exception that is raised where it waits go through unseen?
    fn ends_quietly(&self) -> bool {
        if self.instruction().is_none_or(|found| found.op != Opcode::Yield) {
            return false;
        }
        let Some(handler) = self.code.code.handler_at(self.word() as u32) else { return true };
        let first = self.code.words.get(handler.target as usize).map(Cell::get);
        first.and_then(Instruction::decode).is_some_and(|first| {
            first.op == Opcode::Intrinsic && first.x == Intrinsic::StopIterationError as u8
        })
    }

    /// Ends it if it has not begun; false if it has.
    pub fn end_unbegun(&self) -> bool {
        let is_new = self.status.get() == Status::New;
        if is_new {
            self.discard();
        }
        is_new
    }

    /// Ends it where it waits.
    fn discard(&self) {
        let Some(window) = self.window() else { return };
        let frame = self.frame.take();
        if let Some(frame) = &frame {
            let kept = frame.header().count() > 1;
            let count = if kept { self.code.entry.locals } else { 0 };
            frame.end(self.word(), (0..count).map(|place| window.take(place as u16)).collect(), None);
        }
        window.release(0, self.registers.len());
        self.status.set(Status::Ended);
        let handled = own(self.handled.replace(Bits::EMPTY));
        drop((frame, handled));
    }
}

impl Drop for Suspended {
    fn drop(&mut self) {
        self.discard();
    }
}

/// A generator whose body will run a function's code; its registers are those of a window, which are taken.
pub fn start(gil: Gil<'_>, function: &Ref<Function>, code: &Ref<CodeObject>, window: Window) -> Value {
    let registers = code.entry.registers as u16;
    let body = Suspended {
        code: code.clone(),
        globals: function.globals.clone(),
        builtins: function.builtins.clone(),
        registers: (0..registers).map(|place| Cell::new(window.replace(place, Bits::EMPTY))).collect(),
        pc: Cell::new(Pc::of(code, 0)),
        status: Cell::new(Status::New),
        handled: Cell::new(Bits::EMPTY),
        frame: RefCell::default(),
    };
    let (name, qualified_name) = (function.name.clone(), function.qualified_name.clone());
    of_body(gil, Generator { body, name, qualified_name })
}

/// The generator of a generator expression, whose code takes one argument: it and the cells of the free variables
/// are what the registers from `first` on hold, which are taken.
pub fn of_expression(state: &State, code: &Ref<CodeObject>, window: Window, first: u16) -> Value {
    let activation = state.activation();
    let (locals, free) = (code.entry.locals as u16, code.entry.free as u16);
    let source = |place: u16| match place {
        0 => Some(first),
        _ if place < locals => (place + free).checked_sub(locals).map(|cell| first + 1 + cell),
        _ => None,
    };
    let take = |register: Option<u16>| register.map_or(Bits::EMPTY, |from| window.replace(from, Bits::EMPTY));
    let body = Suspended {
        code: code.clone(),
        globals: activation.globals().clone(),
        builtins: activation.builtins().clone(),
        registers: (0..code.entry.registers as u16).map(|place| Cell::new(take(source(place)))).collect(),
        pc: Cell::new(Pc::of(code, 0)),
        status: Cell::new(Status::New),
        handled: Cell::new(Bits::EMPTY),
        frame: RefCell::default(),
    };
    let (name, qualified_name) = (code.name.clone(), code.qualified_name.clone());
    let generator =
        Generator { body, name: RefCell::new(name), qualified_name: RefCell::new(qualified_name) };
    of_body(state.gil(), generator)
}

/// The object whose type the code's kind says.
fn of_body(gil: Gil<'_>, generator: Generator) -> Value {
    match generator.body.code.code.flags & (code_flags::COROUTINE | code_flags::ASYNC_GENERATOR) {
        0 => Ref::new(gil, generator).into_value(),
        code_flags::COROUTINE => Ref::new(gil, Coroutine(generator)).into_value(),
        _ => Ref::new(gil, AsyncGenerator::new(generator)).into_value(),
    }
}

fn of(value: &Value) -> Option<&Generator> {
    if let Some(generator) = value.downcast::<Generator>() {
        return Some(generator);
    }
    if let Some(coroutine) = value.downcast::<Coroutine>() {
        return Some(&coroutine.0);
    }
    value.downcast::<AsyncGenerator>().map(|generator| &generator.generator)
}

fn this(value: &Value) -> &Generator {
    match of(value) {
        Some(generator) => generator,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn kind(value: &Value) -> &'static str {
    if value.downcast::<Coroutine>().is_some() {
        "coroutine"
    } else if value.downcast::<AsyncGenerator>().is_some() {
        "async generator"
    } else {
        "generator"
    }
}

/// Can the machine resume this iterator itself, as it stands?
#[inline]
pub fn can_resume(value: &Value) -> bool {
    of(value).is_some_and(|generator| matches!(generator.body.status.get(), Status::New | Status::Waiting))
}

/// Begins the activation of a generator that waits, `sent` being what it gets. It goes on by `way`.
pub fn enter(gil: Gil<'_>, state: &State, value: &Value, way: u8, sent: Value) -> Result<()> {
    let is_new = this(value).body.status.get() == Status::New;
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
    let body = &generator.body;
    let status = body.status.get();
    let mut pc = body.pc.get();
    let window = state.activation().top.get();
    let is_usual = body.handled.get() == Bits::EMPTY
        && body.frame.borrow().is_none()
        && state.has_room(window.from(body.registers.len()));
    if !is_usual {
        return false;
    }
    let mut receiver = None;
    match status {
        Status::New if sent == Bits::NONE => {}
        Status::Waiting => {
            let delegates = pc.opcode() == Opcode::YieldFrom as u8;
            let register = if delegates { pc.c() } else { pc.a() };
            if body.registers[usize::from(register)].get().is_heap() {
                return false;
            }
            receiver = Some(register);
            pc = if delegates { pc } else { pc.skip(1) };
        }
        _ => return false,
    }
    for (place, register) in body.registers.iter().enumerate() {
        window.set(place as u16, register.get());
    }
    if let Some(register) = receiver {
        window.set(register, sent);
    }
    state.push(Parts {
        pc,
        window,
        code: &body.code,
        globals: &body.globals,
        builtins: &body.builtins,
        callee: value.clone().into_bits(),
        kind: way,
    });
    body.status.set(Status::Running);
    true
}

/// As [`enter_quickly`] with None for a generator that may delegate to others: those on the way begin dormant, and each
/// takes the tick of its instruction, down to the one that does not delegate.
pub fn enter_deeply(state: &State, value: &Value, way: u8) -> bool {
    let (mut value, mut way, mut deeper) = (value, way, false);
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
#[inline]
fn pass_through<'a>(state: &State, value: &'a Value, way: u8) -> Option<&'a Value> {
    let generator = value.downcast::<Generator>()?;
    let body = &generator.body;
    let (pc, ticks) = (body.pc.get(), state.ticks.get());
    if body.status.get() != Status::Waiting || pc.opcode() != Opcode::YieldFrom as u8 || ticks == 0 {
        return None;
    }
    let window = state.activation().top.get();
    let is_usual = body.handled.get() == Bits::EMPTY
        && body.frame.borrow().is_none()
        && state.has_room(window.from(body.registers.len()))
        && !body.registers[usize::from(pc.c())].get().is_heap();
    let inner = &body.registers[usize::from(pc.b())];
    if !is_usual || !inner.get().is_heap() {
        return None;
    }
    // SAFETY: the register owns its object until the generator is woken, which is after the other has ended.
    let inner = unsafe { Value::borrow(&*inner.as_ptr()) };
    inner.downcast::<Generator>()?;
    state.push(Parts {
        pc,
        window,
        code: &body.code,
        globals: &body.globals,
        builtins: &body.builtins,
        callee: value.clone().into_bits(),
        kind: way | way::DORMANT,
    });
    body.status.set(Status::Running);
    state.ticks.set(ticks - 1);
    Some(inner)
}

/// Gives a dormant activation its registers: something happens in it.
#[inline]
pub fn wake(activation: &Activation) {
    if activation.has(way::DORMANT) {
        activation.kind.set(activation.kind.get() & !way::DORMANT);
        if let Some(generator) = activation.callee().and_then(of) {
            let window = activation.window.get();
            for (place, register) in generator.body.registers.iter().enumerate() {
                window.set(place as u16, register.get());
            }
        }
    }
}

/// Where the registers of a running call are, for those who look at them.
pub fn window_of(activation: &Activation) -> Window {
    match activation.callee().and_then(of).filter(|_| activation.has(way::DORMANT)) {
        Some(generator) => Window::at(generator.body.registers.as_ptr().cast_mut().cast()),
        None => activation.window.get(),
    }
}

/// Begins the activation of a generator that waits where it stands.
fn push<'a>(gil: Gil<'_>, state: &'a State, value: &Value, kind: u8) -> Result<&'a Activation> {
    let body = &this(value).body;
    let window = state.activation().top.get();
    state.make_room(gil, window.from(body.registers.len()))?;
    for (place, register) in body.registers.iter().enumerate() {
        window.set(place as u16, register.get());
    }
    state.push(Parts {
        pc: body.pc.get(),
        window,
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
fn suspend(state: &State) -> (u8, Option<Value>) {
    let activation = state.activation();
    let callee = own(activation.callee_bits());
    let way = activation.way();
    if activation.kind.get() == way | way::DORMANT
        && let Some(generator) = callee.as_ref().and_then(of)
    {
        generator.body.status.set(Status::Waiting);
        state.pop();
        return (way, callee);
    }
    wake(activation);
    if activation.kind.get() == way
        && let Some(body) = callee.as_ref().and_then(of).map(|generator| &generator.body)
    {
        let window = activation.window.get();
        for (place, register) in body.registers.iter().enumerate() {
            register.set(window.replace(place as u16, Bits::EMPTY));
        }
        body.pc.set(activation.pc.get());
        body.status.set(Status::Waiting);
        state.pop();
        return (way, callee);
    }
    if let Some(body) = callee.as_ref().and_then(of).map(|generator| &generator.body) {
        let window = activation.window.get();
        for (place, register) in body.registers.iter().enumerate() {
            register.set(window.replace(place as u16, Bits::EMPTY));
        }
        body.pc.set(activation.pc.get());
        if activation.has(way::HANDLES) {
            let own_handled = state.set_handled(copy(activation.handled.get()));
            body.handled.set(own_handled.map_or(Bits::EMPTY, Value::into_bits));
        }
        body.status.set(Status::Waiting);
        if activation.has(way::FRAMED) {
            let frame = activation.take_frame().and_then(|frame| frame.try_into_ref::<Frame>().ok());
            if let Some(frame) = &frame {
                frame.waits(body);
            }
            *body.frame.borrow_mut() = frame;
        }
    }
    state.pop();
    (way, callee)
}

/// The generator that ran has ended.
pub fn finished(callee: &Option<Value>) {
    if let Some(generator) = callee.as_ref().and_then(of) {
        generator.body.status.set(Status::Ended);
    }
}

/// Gives a value to whoever has resumed the running generator.
pub fn give(state: &State, value: Value) -> Flow {
    loop {
        if state.activation().way() == way::COLLECT {
            return collecting::take(state, value);
        }
        let (way, generator) = suspend(state);
        let activation = state.activation();
        match way {
            way::FOR | way::LOOP => {
                let pc = activation.pc.get();
                activation.window.get().put(pc.a(), value);
                let after = pc.skip(2);
                let is_end = way == way::LOOP;
                activation.pc.set(if is_end { after.jump(i32::from(pc.c() as i16)) } else { after });
                drop(generator);
                return Flow::Here;
            }
            // Who delegates gives it to whoever resumed it.
            way::DELEGATE => drop(generator),
            _ => {
                drop(generator);
                state.set_result(value);
                return Flow::Yield;
            }
        }
    }
}

/// The generator that ran has returned a value; its activation has ended.
pub fn returned(state: &State, way: u8, generator: Option<Value>, value: Value) -> Flow {
    finished(&generator);
    drop(generator);
    if way == way::RESUMED {
        state.set_result(value);
        return Flow::Return;
    }
    let activation = state.activation();
    wake(activation);
    let (pc, window) = (activation.pc.get(), activation.window.get());
    if way == way::DELEGATE {
        activation.pc.set(pc.skip(1));
        drop(window.take(pc.b()));
        window.put(pc.a(), value);
    } else {
        let after = pc.skip(2);
        activation.pc.set(if way == way::LOOP { after } else { after.jump(i32::from(pc.c() as i16)) });
        drop(window.take(pc.b()));
        drop(value);
    }
    Flow::Here
}

/// Takes a generator up again with a value or an exception, and waits until it yields or ends.
fn resume(gil: Gil<'_>, value: &Value, sent: std::result::Result<Value, Raised>) -> Result<Left> {
    let body = &this(value).body;
    match body.status.get() {
        Status::Running => {
            return Err(value_error(gil, format!("{} already executing", kind(value))));
        }
        Status::Ended => {
            return match sent {
                Err(raised) => Err(raised),
                Ok(_) if kind(value) == "coroutine" => {
                    Err(runtime_error(gil, "cannot reuse already awaited coroutine"))
                }
                Ok(_) => Ok(Left::Returned(Value::NONE)),
            };
        }
        Status::New | Status::Waiting => {}
    }
    crate::object::recursion::enter(gil)?;
    let state = state(gil);
    if let Ok(sent) = &sent
        && !sent.bits().is_heap()
        && enter_quickly(state, value, way::RESUMED, sent.bits())
    {
        return run(state, dispatch::drive(state));
    }
    match sent {
        Ok(sent) => {
            enter(gil, state, value, way::RESUMED, sent)?;
            run(state, dispatch::drive(state))
        }
        Err(raised) => {
            if body.status.get() == Status::New {
                // It ends where it begins.
                body.discard();
                return Err(raised);
            }
            push(gil, state, value, way::RESUMED)?;
            throw_here(state, raised)
        }
    }
}

/// Raises an exception where the last activation stands, and waits until it yields or ends.
fn throw_here(state: &State, raised: Raised) -> Result<Left> {
    state.set_raised(raised);
    run(state, dispatch::drive_thrown(state))
}

fn run(state: &State, exit: Exit) -> Result<Left> {
    match exit {
        Exit::Returned => Ok(Left::Returned(state.take_result())),
        Exit::Yielded => Ok(Left::Yielded(state.take_result())),
        Exit::Raised | Exit::GoOn => Err(super::raised(state)),
    }
}

/// A StopIteration that comes out of a generator's body would end the loop around it: it becomes a RuntimeError.
pub fn no_stop(gil: Gil<'_>, raised: Raised) -> Raised {
    let flags = state(gil).running().map_or(0, |activation| activation.code().code.flags);
    let (what, stops) = match flags & (code_flags::COROUTINE | code_flags::ASYNC_GENERATOR) {
        0 => ("generator", &[Kind::StopIteration][..]),
        code_flags::COROUTINE => ("coroutine", &[Kind::StopIteration][..]),
        _ => ("async generator", &[Kind::StopIteration, Kind::StopAsyncIteration][..]),
    };
    let Some(kind) = stops.iter().find(|kind| raised.is(gil, **kind)) else { return raised };
    let wrapped = runtime_error(gil, format!("{what} raised {}", kind.name()));
    let cause = raised.into_exception().into_value();
    let exception = wrapped.exception();
    let old = (exception.cause.replace(cause.clone()), exception.context.replace(cause));
    exception.suppress_context.set(true);
    drop(old);
    wrapped
}

/// What came of a resumption, as methods give it: the value, or StopIteration with what was returned.
fn as_method(gil: Gil<'_>, left: Left) -> Result<Value> {
    match left {
        Left::Yielded(value) => Ok(value),
        Left::Returned(value) => Err(stop(gil, value)),
    }
}

fn stop(gil: Gil<'_>, value: Value) -> Raised {
    let arguments = if value.is_none() { Vec::new() } else { vec![value] };
    Raised::with_arguments(gil, Kind::StopIteration, arguments)
}

/// Raises an exception in a generator; one that delegates gives it to whom it delegates to.
fn throw_into(gil: Gil<'_>, value: &Value, raised: Raised) -> Result<Left> {
    let body = &this(value).body;
    let Some(mut delegation) = delegating(body) else {
        return resume(gil, value, Err(raised));
    };
    crate::object::recursion::enter(gil)?;
    let state = state(gil);
    push(gil, state, value, way::RESUMED)?;
    if raised.is(gil, Kind::GeneratorExit) {
        let closed = methods::close_value(gil, &delegation.1);
        return throw_here(state, closed.err().unwrap_or(raised));
    }
    // The generators in a row run, as they do when the last of them is resumed by a value.
    while let Some(inner) = of(&delegation.1).filter(|inner| inner.body.window().is_some()) {
        let further = delegating(&inner.body);
        if let Err(raised) = push(gil, state, &delegation.1, way::DELEGATE) {
            return throw_here(state, raised);
        }
        match further {
            Some(further) => delegation = further,
            None => return throw_here(state, raised),
        }
    }
    let throw = match operations::find_named(gil, &delegation.1, "throw") {
        Ok(Some(throw)) => throw,
        Ok(None) => return throw_here(state, raised),
        Err(other) => return throw_here(state, other),
    };
    let exception = raised.into_exception().into_value();
    match as_left(gil, operations::call_one(gil, &throw, &exception)) {
        Ok(Left::Yielded(yielded)) => {
            give(state, yielded);
            Ok(Left::Yielded(state.take_result()))
        }
        Ok(Left::Returned(returned)) => {
            let activation = state.activation();
            let window = activation.window.get();
            drop(window.take(delegation.0.b));
            window.put(delegation.0.a, returned);
            activation.pc.set(activation.pc.get().skip(1));
            run(state, dispatch::drive(state))
        }
        Err(raised) => throw_here(state, raised),
    }
}

/// The instruction that delegates, and to what.
fn delegating(body: &Suspended) -> Option<(Instruction, Value)> {
    let instruction = body.instruction().filter(|found| found.op == Opcode::YieldFrom)?;
    let iterator = body.window()?.get(instruction.b)?.clone();
    Some((instruction, iterator))
}

/// What a method that ends with StopIteration gave.
fn as_left(gil: Gil<'_>, result: Result<Value>) -> Result<Left> {
    match result {
        Ok(value) => Ok(Left::Yielded(value)),
        Err(raised) if raised.is(gil, Kind::StopIteration) => {
            let exception = raised.into_exception().into_value();
            let value = operations::find_named(gil, &exception, "value")?;
            Ok(Left::Returned(value.unwrap_or(Value::NONE)))
        }
        Err(raised) => Err(raised),
    }
}
