//! Generators and coroutines: frames that are left and taken up again.

use std::cell::{Cell, RefCell};

use crate::code::Opcode;
use crate::code::object::flags;
use crate::gil::Gil;
use crate::object::class::flags as class_flags;
use crate::object::native::{Attribute, Function as Row, TypeSpec};
use crate::object::raised::{Exception, Kind, runtime_error, type_error, value_error};
use crate::object::{
    Arguments, Payload, Raised, Ref, Result, SlotTable, Storage, Text, Type, Value, Visit, operations,
};
use crate::payload;
use crate::types::function::Function;

use super::execute::{self, Left};
use super::frame::Frame;

/// The payload of `generator` and `coroutine`.
pub struct Generator {
    /// None once it has ended.
    frame: RefCell<Option<Ref<Frame>>>,
    name: RefCell<Ref<Text>>,
    qualified_name: RefCell<Ref<Text>>,
    started: Cell<bool>,
    running: Cell<bool>,
}

impl Payload for Generator {
    payload!(Generator, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        if let Some(frame) = &*self.frame.borrow() {
            visit(frame.as_value());
        }
    }

    fn clear(&self) {
        drop(self.frame.take());
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

/// A generator of a function's frame, before its first instruction.
pub fn start(gil: Gil<'_>, function: &Ref<Function>, frame: Ref<Frame>) -> Result<Value> {
    let kind = frame.code.code.flags;
    let generator = Generator {
        frame: RefCell::new(Some(frame)),
        name: RefCell::new(function.name.borrow().clone()),
        qualified_name: RefCell::new(function.qualified_name.borrow().clone()),
        started: Cell::new(false),
        running: Cell::new(false),
    };
    if kind & flags::ASYNC_GENERATOR != 0 {
        let message = "gilly does not run asynchronous generators yet";
        return Err(Raised::with_message(gil, Kind::NotImplementedError, message));
    }
    Ok(match kind & flags::COROUTINE {
        0 => Ref::new(gil, generator).into_value(),
        _ => Ref::new(gil, Coroutine(generator)).into_value(),
    })
}

fn of(value: &Value) -> Option<&Generator> {
    match value.downcast::<Generator>() {
        Some(generator) => Some(generator),
        None => value.downcast::<Coroutine>().map(|coroutine| &coroutine.0),
    }
}

fn this(value: &Value) -> &Generator {
    match of(value) {
        Some(generator) => generator,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn kind(value: &Value) -> &'static str {
    if value.downcast::<Coroutine>().is_some() { "coroutine" } else { "generator" }
}

/// Takes a generator up again with a value or an exception.
fn resume(gil: Gil<'_>, value: &Value, sent: std::result::Result<Value, Raised>) -> Result<Left> {
    let generator = this(value);
    if generator.running.get() {
        return Err(value_error(gil, format!("{} already executing", kind(value))));
    }
    let frame = generator.frame.borrow().clone();
    let Some(frame) = frame else {
        return match sent {
            Err(raised) => Err(raised),
            Ok(_) if kind(value) == "coroutine" => {
                Err(runtime_error(gil, "cannot reuse already awaited coroutine"))
            }
            Ok(_) => Ok(Left::Returned(Value::NONE)),
        };
    };
    let thrown = match sent {
        Ok(sent) => {
            if generator.started.get() {
                receive(&frame, sent);
            } else if !sent.is_none() {
                let message = format!("can't send non-None value to a just-started {}", kind(value));
                return Err(type_error(gil, message));
            }
            None
        }
        Err(raised) if !generator.started.get() => {
            // It ends where it begins.
            drop(generator.frame.take());
            return Err(raised);
        }
        Err(raised) => Some(raised),
    };
    generator.started.set(true);
    generator.running.set(true);
    let result = execute::resume(gil, &frame, thrown);
    generator.running.set(false);
    drop(frame.back.take());
    if !matches!(result, Ok(Left::Yielded(_))) {
        drop(generator.frame.take());
    }
    result.map_err(|raised| no_stop(gil, value, raised))
}

/// Puts what is sent where the instruction that yielded wants it.
fn receive(frame: &Ref<Frame>, sent: Value) {
    let word = frame.code.words.get(frame.current.get()).map(Cell::get);
    let Some(instruction) = word.and_then(crate::code::Instruction::decode) else { return };
    match instruction.op {
        Opcode::YieldFrom => frame.set(instruction.c, Some(sent)),
        _ => frame.set(instruction.a, Some(sent)),
    }
}

/// A StopIteration that comes out of a generator's body would end the loop around it: it becomes a RuntimeError.
fn no_stop(gil: Gil<'_>, value: &Value, raised: Raised) -> Raised {
    if !raised.is(gil, Kind::StopIteration) {
        return raised;
    }
    let wrapped = runtime_error(gil, format!("{} raised StopIteration", kind(value)));
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

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    match resume(gil, value, Ok(Value::NONE))? {
        Left::Yielded(value) => Ok(Some(value)),
        Left::Returned(result) if result.is_none() => Ok(None),
        Left::Returned(result) => Err(stop(gil, result)),
    }
}

fn send(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [generator, value] = arguments.exactly::<2>(gil, "send")?;
    let left = resume(gil, generator, Ok(value.clone()))?;
    as_method(gil, left)
}

fn throw(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "throw", 1, 3)?;
    let exception = match given.get(1).filter(|value| !value.is_none()) {
        Some(value) if value.downcast::<Exception>().is_some() => value.clone(),
        Some(value) => operations::call_one(gil, &given[0], value)?,
        None => given[0].clone(),
    };
    let raised = super::exceptions::raise(gil, Some(exception), None);
    let left = throw_into(gil, &arguments.values[0], raised)?;
    as_method(gil, left)
}

/// Raises an exception in a generator; one that delegates gives it to whom it delegates to.
fn throw_into(gil: Gil<'_>, value: &Value, raised: Raised) -> Result<Left> {
    let frame = this(value).frame.borrow().clone();
    let Some((frame, instruction, iterator)) = frame.and_then(delegating) else {
        return resume(gil, value, Err(raised));
    };
    if raised.is(gil, Kind::GeneratorExit) {
        if let Err(raised) = close_value(gil, &iterator) {
            return resume(gil, value, Err(raised));
        }
        return resume(gil, value, Err(raised));
    }
    let result = if of(&iterator).is_some() {
        throw_into(gil, &iterator, raised)
    } else {
        match operations::find_named(gil, &iterator, "throw")? {
            Some(throw) => {
                let exception = raised.into_exception().into_value();
                as_left(gil, operations::call_one(gil, &throw, &exception))
            }
            None => return resume(gil, value, Err(raised)),
        }
    };
    match result {
        Ok(Left::Yielded(yielded)) => Ok(Left::Yielded(yielded)),
        Ok(Left::Returned(returned)) => {
            frame.set(instruction.b, None);
            frame.set(instruction.a, Some(returned));
            frame.next.set(frame.current.get() + 1);
            go_on(gil, value)
        }
        Err(raised) => resume(gil, value, Err(raised)),
    }
}

/// Goes on after a delegation that has ended.
fn go_on(gil: Gil<'_>, value: &Value) -> Result<Left> {
    let generator = this(value);
    let Some(frame) = generator.frame.borrow().clone() else { return Ok(Left::Returned(Value::NONE)) };
    generator.running.set(true);
    let result = execute::resume(gil, &frame, None);
    generator.running.set(false);
    drop(frame.back.take());
    if !matches!(result, Ok(Left::Yielded(_))) {
        drop(generator.frame.take());
    }
    result.map_err(|raised| no_stop(gil, value, raised))
}

/// The instruction that delegates, and to what.
fn delegating(frame: Ref<Frame>) -> Option<(Ref<Frame>, crate::code::Instruction, Value)> {
    let word = frame.code.words.get(frame.current.get())?.get();
    let instruction = crate::code::Instruction::decode(word).filter(|found| found.op == Opcode::YieldFrom)?;
    let iterator = frame.get(instruction.b)?;
    Some((frame, instruction, iterator))
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    if !this(value).started.get() {
        drop(this(value).frame.take());
        return Ok(Value::NONE);
    }
    if this(value).frame.borrow().is_none() {
        return Ok(Value::NONE);
    }
    let exit = Raised::with_arguments(gil, Kind::GeneratorExit, Vec::new());
    match throw_into(gil, value, exit) {
        Ok(Left::Yielded(_)) => Err(runtime_error(gil, format!("{} ignored GeneratorExit", kind(value)))),
        Ok(Left::Returned(value)) => Ok(value),
        Err(raised) if raised.is(gil, Kind::GeneratorExit) || raised.is(gil, Kind::StopIteration) => {
            Ok(Value::NONE)
        }
        Err(raised) => Err(raised),
    }
}

fn close_value(gil: Gil<'_>, iterator: &Value) -> Result<()> {
    if of(iterator).is_some() {
        return close(gil, Arguments::positional(std::slice::from_ref(iterator))).map(drop);
    }
    match operations::find_named(gil, iterator, "close")? {
        Some(close) => operations::call(gil, &close, Arguments::NONE).map(drop),
        None => Ok(()),
    }
}

/// A generator that is forgotten while it waits runs its `finally` blocks.
fn finalize(gil: Gil<'_>, value: &Value) {
    let waiting = this(value).started.get() && this(value).frame.borrow().is_some();
    if waiting && let Err(raised) = close(gil, Arguments::positional(std::slice::from_ref(value))) {
        crate::types::unraisable::report(gil, raised, "Exception ignored in", Some(value));
    }
}

/// The iterator that `yield from` (0), or `await` (1), delegates to.
pub fn delegate(gil: Gil<'_>, value: &Value, which: u8) -> Result<Value> {
    if which == 0 {
        if value.downcast::<Coroutine>().is_some() {
            let message = "cannot 'yield from' a coroutine object in a non-coroutine generator";
            return Err(type_error(gil, message));
        }
        return operations::iterate(gil, value);
    }
    if value.downcast::<Coroutine>().is_some() {
        return Ok(value.clone());
    }
    match value.class(gil).slots.await_.get() {
        Some(slot) => slot(gil, value),
        None => {
            let name = value.class(gil).name();
            Err(type_error(gil, format!("object {name} can't be used in 'await' expression")))
        }
    }
}

/// Sends a value to an iterator that is delegated to.
pub fn send_to(gil: Gil<'_>, iterator: &Value, sent: &Value) -> Result<Left> {
    if of(iterator).is_some() {
        return resume(gil, iterator, Ok(sent.clone()));
    }
    if sent.is_none() {
        return match operations::next_or_stop(gil, iterator) {
            Ok(Some(value)) => Ok(Left::Yielded(value)),
            Ok(None) => Ok(Left::Returned(Value::NONE)),
            Err(raised) => as_left(gil, Err(raised)),
        };
    }
    as_left(gil, operations::call_method(gil, iterator, "send", std::slice::from_ref(sent)))
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

fn itself(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.clone())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = this(value).qualified_name.borrow().lossy().into_owned();
    let address = crate::types::object::address(value);
    Ok(Ref::text(gil, &format!("<{} object {name} at {address:#x}>", kind(value))).into_value())
}

fn no_new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Err(type_error(gil, format!("cannot create '{}' instances", class.name())))
}

fn frame_of(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    let frame = this(value).frame.borrow().clone();
    Ok(frame.map_or(Value::NONE, Ref::into_value))
}

fn delegated(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    let frame = this(value).frame.borrow().clone();
    Ok(frame.and_then(delegating).map_or(Value::NONE, |(_, _, iterator)| iterator))
}

const METHODS: &[Row] = &[
    Row::new(
        "send",
        "",
        "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
        send,
    ),
    Row::new("throw", "", "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator.", throw),
    Row::new("close", "", "close() -> raise GeneratorExit inside generator.", close),
];

const fn spec(
    name: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    slots: SlotTable,
    attributes: &'static [Attribute],
) -> TypeSpec {
    TypeSpec {
        name,
        module: "builtins",
        doc: "",
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: class_flags::WEAKLY_REFERENCED,
        slots,
        methods: METHODS,
        attributes,
    }
}

const NAME: Attribute = Attribute::read_only("__name__", "name of the generator", |_, value| {
    Ok(this(value).name.borrow().to_value())
});
const QUALIFIED_NAME: Attribute =
    Attribute::read_only("__qualname__", "qualified name of the generator", |_, value| {
        Ok(this(value).qualified_name.borrow().to_value())
    });

/// The type of generators.
pub static SPEC: TypeSpec = spec(
    "generator",
    Generator::layout,
    SlotTable {
        repr: Some(repr),
        iter: Some(itself),
        next: Some(next),
        new: Some(no_new),
        finalize: Some(finalize),
        ..SlotTable::EMPTY
    },
    &[
        NAME,
        QUALIFIED_NAME,
        Attribute::read_only("gi_frame", "", frame_of),
        Attribute::read_only("gi_running", "", |_, value| Ok(Value::bool(this(value).running.get()))),
        Attribute::read_only("gi_yieldfrom", "", delegated),
    ],
);

/// The type of coroutines.
pub static COROUTINE: TypeSpec = spec(
    "coroutine",
    Coroutine::layout,
    SlotTable {
        repr: Some(repr),
        await_: Some(itself),
        new: Some(no_new),
        finalize: Some(finalize),
        ..SlotTable::EMPTY
    },
    &[
        NAME,
        QUALIFIED_NAME,
        Attribute::read_only("cr_frame", "", frame_of),
        Attribute::read_only("cr_running", "", |_, value| Ok(Value::bool(this(value).running.get()))),
        Attribute::read_only("cr_await", "", delegated),
    ],
);
