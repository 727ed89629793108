//! Generators and coroutines: calls that are left and taken up again.
//!
//! While one waits it owns its registers; they are copied to the stack when it is resumed and back when it yields, so
//! that its body runs as any other call does. The machine resumes one for a `for` loop or a `yield from` without
//! recursion. In `awaiting` stands to whom one may delegate, in `methods` what programs see, in `asynchronous` what
//! asynchronous generators add.

mod asynchronous;
mod awaiting;
mod chain;
pub mod collecting;
mod methods;
pub mod origin;
mod resuming;
pub mod unmade;

use std::cell::{Cell, RefCell};

use smallvec::SmallVec;

use crate::code::object::flags as code_flags;
use crate::code::{Instruction, Intrinsic, Opcode};
use crate::gil::{Gil, Guarded};
use crate::object::native::TypeSpec;
use crate::object::raised::{Exception, Kind, runtime_error, type_error, value_error};
use crate::object::{
    Arguments, Bits, Comparison, Payload, Raised, Ref, Result, Text, Value, Visit, operations,
};
use crate::payload;
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::function::Function;

use super::activation::{Activation, Parts, kind as way};
use super::dispatch::{self, Exit, Flow};
use super::frame::Frame;
use super::place::{Pc, Window, copy, own};
use super::state::{State, state};

pub use crate::modules::machine::Left;
pub use asynchronous::AsyncGenerator;
pub use awaiting::{async_iterator, async_next, delegate, send_to};
pub use chain::settle;
pub use resuming::{
    can_resume, end_awaited, enter, enter_awaited, enter_deeply, enter_plainly, enter_quickly, give,
    give_plainly, is_fresh_coroutine, wake, window_of,
};
use resuming::{push, suspend};

/// The types.
pub static SPECS: [&TypeSpec; 6] = [
    &methods::GENERATOR,
    &methods::COROUTINE,
    &methods::ASYNC_GENERATOR,
    &awaiting::WRAPPER,
    &asynchronous::SEND,
    &asynchronous::THROW,
];

/// Where a generator stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    /// Before its first instruction.
    New,
    Waiting,
    Running,
    Ended,
    /// Running or waiting, as `chain` knows.
    Parked,
}

/// A call that can wait: what it has on the stack while it runs is kept here meanwhile.
pub struct Suspended {
    pub code: Ref<CodeObject>,
    pub globals: Ref<Dict>,
    pub builtins: Ref<Dict>,
    /// Own their references while the status is `New`, `Waiting` or `Parked`.
    registers: SmallVec<[Cell<Bits>; 8]>,
    /// The instruction that yielded.
    pc: Cell<Pc>,
    status: Cell<Status>,
    /// What the body was handling itself when it yielded, or empty.
    handled: Cell<Bits>,
    frame: RefCell<Option<Ref<Frame>>>,
    /// The generator it delegates to, where a value may pass through without waking this one: it waits in its `yield
    /// from`, handles nothing, has no frame object, and the register that gets what is sent holds nothing. Not counted:
    /// another register owns it. Empty otherwise.
    inner: Cell<Bits>,
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

/// The payload that gives coroutines a layout of their own, and `cr_origin`.
pub struct Coroutine(Generator, RefCell<Option<Value>>);

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
    /// One that has not begun, and whose registers are still to come.
    #[inline(always)]
    fn new(code: &Ref<CodeObject>, (globals, builtins): (&Ref<Dict>, &Ref<Dict>)) -> Suspended {
        Suspended {
            code: code.clone(),
            globals: globals.clone(),
            builtins: builtins.clone(),
            registers: SmallVec::new(),
            pc: Cell::new(Pc::of(code, 0)),
            status: Cell::new(Status::New),
            handled: Cell::new(Bits::EMPTY),
            frame: RefCell::default(),
            inner: Cell::new(Bits::EMPTY),
        }
    }

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.code.as_value());
        visit(self.globals.as_value());
        visit(self.builtins.as_value());
        if matches!(self.status.get(), Status::New | Status::Waiting | Status::Parked) {
            let window = self.own_window();
            (0..self.registers.len()).filter_map(|place| window.get(place as u16)).for_each(&mut *visit);
        }
        if let Some(handled) = copy(self.handled.get()) {
            visit(&handled);
        }
        if let Some(frame) = &*self.frame.borrow() {
            visit(frame.as_value());
        }
    }

    /// Where it stands.
    #[inline(always)]
    fn status(&self) -> Status {
        if self.status.get() == Status::Parked {
            chain::settle();
        }
        self.status.get()
    }

    /// The registers while it waits.
    pub fn window(&self) -> Option<Window> {
        matches!(self.status(), Status::New | Status::Waiting).then(|| self.own_window())
    }

    /// Its own registers, which are not on the stack.
    fn own_window(&self) -> Window {
        Window::at(self.registers.as_ptr().cast_mut().cast())
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

    /// Has it not begun?
    pub fn is_new(&self) -> bool {
        self.status() == Status::New
    }

    /// Ends it if it has not begun; false if it has.
    pub fn end_unbegun(&self) -> bool {
        let is_new = self.is_new();
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
    let (globals, builtins) = (&function.globals, &function.builtins);
    let (name, qualified_name) = (&function.name, &function.qualified_name);
    let make = || Generator {
        body: Suspended::new(code, (globals, builtins)),
        name: name.clone(),
        qualified_name: qualified_name.clone(),
    };
    of_code(gil, code, make, |count, registers| window.take_words(count, registers))
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
    let make = || Generator {
        body: Suspended::new(code, (activation.globals(), activation.builtins())),
        name: RefCell::new(code.name.clone()),
        qualified_name: RefCell::new(code.qualified_name.clone()),
    };
    of_code(state.gil(), code, make, |count, registers| {
        registers.extend((0..count as u16).map(|place| Cell::new(take(source(place)))));
    })
}

/// The object whose type the code's kind says. It is made where it is to be, since it is large; `fill` is told the number
/// of registers and fills them then.
#[inline(always)]
fn of_code(
    gil: Gil<'_>,
    code: &Ref<CodeObject>,
    make: impl FnOnce() -> Generator,
    fill: impl FnOnce(usize, &mut SmallVec<[Cell<Bits>; 8]>),
) -> Value {
    let count = code.entry.registers as usize;
    match code.code.flags & (code_flags::COROUTINE | code_flags::ASYNC_GENERATOR) {
        0 => {
            let made = Ref::made(gil, make);
            // SAFETY: nobody else knows the new object yet.
            fill(count, unsafe { &mut (*made.pointer().as_ptr()).payload.body.registers });
            made.into_value()
        }
        code_flags::COROUTINE => {
            let made = Ref::made(gil, || Coroutine(make(), RefCell::new(None)));
            // SAFETY: nobody else knows the new object yet.
            fill(count, unsafe { &mut (*made.pointer().as_ptr()).payload.0.body.registers });
            if origin::are_tracked() {
                made.1.replace(origin::here(gil));
            }
            made.into_value()
        }
        _ => {
            let made = Ref::new(gil, AsyncGenerator::new(make()));
            // SAFETY: nobody else knows the new object yet.
            fill(count, unsafe { &mut (*made.pointer().as_ptr()).payload.generator.body.registers });
            made.into_value()
        }
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

/// The generator that ran has ended.
pub fn finished(callee: &Option<Value>) {
    if let Some(generator) = callee.as_ref().and_then(of) {
        generator.body.status.set(Status::Ended);
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
    match body.status() {
        Status::Running => {
            return Err(value_error(gil, format!("{} already executing", kind(value))));
        }
        Status::Ended => {
            return match sent {
                _ if kind(value) == "coroutine" => {
                    Err(runtime_error(gil, "cannot reuse already awaited coroutine"))
                }
                Err(raised) => Err(raised),
                Ok(_) => Ok(Left::Returned(Value::NONE)),
            };
        }
        Status::New | Status::Waiting | Status::Parked => {}
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
            if body.status() == Status::New {
                return Err(methods::raise_at_beginning(gil, value, raised));
            }
            push(gil, state, value, way::RESUMED)?;
            throw_here(state, raised)
        }
    }
}

/// Sends None to a coroutine, or to what is made like one, for native code that drives it.
pub fn go_on(gil: Gil<'_>, value: &Value) -> Result<Left> {
    if of(value).is_none() {
        return match value.class(gil).slots.next.get() {
            Some(_) => send_to(gil, value, &Value::NONE),
            None => as_left(gil, operations::call_method(gil, value, "send", &[Value::NONE])),
        };
    }
    crate::object::recursion::enter(gil)?;
    let state = state(gil);
    if enter_deeply(state, value, way::RESUMED) {
        return run(state, dispatch::drive(state));
    }
    resume(gil, value, Ok(Value::NONE))
}

/// Calls the `throw` of a coroutine, or of what is made like one, for native code that drives it.
pub fn go_on_with(gil: Gil<'_>, value: &Value, exception: &Value) -> Result<Left> {
    as_left(gil, operations::call_method(gil, value, "throw", std::slice::from_ref(exception)))
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
