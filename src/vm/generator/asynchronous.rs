//! Asynchronous generators: what `asend`, `athrow` and `aclose` give to be awaited, and how that drives the generator.
//!
//! The body of one suspends in two ways, and the instruction it suspends at tells them apart: at a `yield` it has an
//! item, which ends the awaiting; at an `await` it passes on what is awaited.

use super::methods::{thrown, warn_of_signature};
use super::*;
use crate::modules::sys::generators as hooks;
use crate::object::class::flags as class_flags;
use crate::object::native::Function as Row;
use crate::object::{SlotTable, Storage};

/// The payload of `async_generator`.
pub struct AsyncGenerator {
    pub(super) generator: Generator,
    /// It has ended, or been told to.
    closed: Cell<bool>,
    /// Somebody awaits its next item.
    awaited: Cell<bool>,
    /// The hooks have been asked for.
    begun: Cell<bool>,
    /// Called with it when it is forgotten.
    finalizer: RefCell<Option<Value>>,
}

impl Payload for AsyncGenerator {
    payload!(AsyncGenerator, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.generator.traverse(visit);
        self.finalizer.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        self.generator.clear();
        let finalizer = self.finalizer.take();
        drop(finalizer);
    }
}

impl AsyncGenerator {
    /// One that has not begun.
    pub fn new(generator: Generator) -> AsyncGenerator {
        AsyncGenerator {
            generator,
            closed: Cell::new(false),
            awaited: Cell::new(false),
            begun: Cell::new(false),
            finalizer: RefCell::default(),
        }
    }

    /// What is to be called with it when it is forgotten before its end.
    pub fn finalizer(&self) -> Option<Value> {
        if self.closed.get() { None } else { self.finalizer.borrow().clone() }
    }

    /// Ends the awaiting; what comes of a resumption for who awaits the next item.
    fn settle(&self, gil: Gil<'_>, result: Result<Left>) -> Result<Left> {
        match result {
            Ok(Left::Yielded(value)) if !self.has_item() => return Ok(Left::Yielded(value)),
            Ok(Left::Yielded(item)) => {
                self.awaited.set(false);
                return Ok(Left::Returned(item));
            }
            _ => self.awaited.set(false),
        }
        let raised = match result {
            Err(raised) => raised,
            Ok(_) => Raised::with_arguments(gil, Kind::StopAsyncIteration, Vec::new()),
        };
        self.closed.set(self.closed.get() || is_end(gil, &raised));
        Err(raised)
    }

    /// Does it stand at a `yield`?
    fn has_item(&self) -> bool {
        self.generator.body.instruction().is_some_and(|instruction| instruction.op == Opcode::YieldAsync)
    }
}

fn is_end(gil: Gil<'_>, raised: &Raised) -> bool {
    raised.is(gil, Kind::StopAsyncIteration) || raised.is(gil, Kind::GeneratorExit)
}

/// The payload of what `__anext__` and `asend` give.
pub struct Sending {
    generator: Ref<AsyncGenerator>,
    sent: Value,
    stage: Cell<Stage>,
}

impl Payload for Sending {
    payload!(Sending, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.generator.as_value());
        visit(&self.sent);
    }
}

/// The payload of what `athrow` and `aclose` give.
pub struct Throwing {
    generator: Ref<AsyncGenerator>,
    /// The arguments of `athrow`; none for `aclose`.
    thrown: Option<Vec<Value>>,
    stage: Cell<Stage>,
}

impl Payload for Throwing {
    payload!(Throwing, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.generator.as_value());
        self.thrown.iter().flatten().for_each(visit);
    }
}

/// How far the awaiting has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    New,
    Begun,
    Ended,
}

/// The generator as an owned reference, after the hooks have been told of it.
fn begin(gil: Gil<'_>, value: &Value) -> Result<Ref<AsyncGenerator>> {
    let Some(generator) = value.downcast::<AsyncGenerator>() else {
        unreachable!("the type's functions are bound to its instances")
    };
    if !generator.begun.replace(true) {
        let hooks = hooks::current(gil);
        *generator.finalizer.borrow_mut() = hooks.finalizer;
        if let Some(first) = hooks.first {
            operations::call_one(gil, &first, value)?;
        }
    }
    Ok(generator.clone())
}

fn sending(gil: Gil<'_>, value: &Value, sent: Value) -> Result<Value> {
    let generator = begin(gil, value)?;
    Ok(Ref::new(gil, Sending { generator, sent, stage: Cell::new(Stage::New) }).into_value())
}

fn throwing(gil: Gil<'_>, value: &Value, thrown: Option<Vec<Value>>) -> Result<Value> {
    let generator = begin(gil, value)?;
    Ok(Ref::new(gil, Throwing { generator, thrown, stage: Cell::new(Stage::New) }).into_value())
}

/// `__anext__`.
pub fn next(gil: Gil<'_>, value: &Value) -> Result<Value> {
    sending(gil, value, Value::NONE)
}

/// `ag_running`.
pub fn runs(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    let awaited = value.downcast::<AsyncGenerator>().is_some_and(|generator| generator.awaited.get());
    Ok(Value::bool(awaited))
}

fn asend(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [generator, sent] = arguments.exactly::<2>(gil, "asend")?;
    sending(gil, generator, sent.clone())
}

fn athrow(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "athrow", 1, 3)?;
    warn_of_signature(gil, arguments, "athrow")?;
    throwing(gil, &arguments.values[0], Some(given.to_vec()))
}

fn aclose(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    throwing(gil, &arguments.values[0], None)
}

/// The methods of asynchronous generators.
pub const METHODS: &[Row] = &[
    Row::new("asend", "", "asend(v) -> send 'v' in generator.", asend),
    Row::new(
        "athrow",
        "",
        "athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.",
        athrow,
    ),
    Row::new("aclose", "", "aclose() -> raise GeneratorExit inside generator.", aclose),
    Row::class("__class_getitem__", "", "See PEP 585", crate::types::generic_alias::class_item),
];

/// Sends a value on to what one of these awaitables stands for, if it is one.
pub fn send_on(gil: Gil<'_>, awaitable: &Value, sent: &Value) -> Option<Result<Left>> {
    if let Some(sending) = awaitable.downcast::<Sending>() {
        return Some(sending.send(gil, sent));
    }
    awaitable.downcast::<Throwing>().map(|throwing| throwing.send(gil, sent))
}

/// Gives an exception to what one of these awaitables stands for.
fn throw_on(gil: Gil<'_>, awaitable: &Value, raised: Raised) -> Result<Left> {
    if let Some(sending) = awaitable.downcast::<Sending>() {
        return sending.throw(gil, raised);
    }
    match awaitable.downcast::<Throwing>() {
        Some(throwing) => throwing.throw(gil, raised),
        None => unreachable!("the types' functions are bound to their instances"),
    }
}

impl Sending {
    fn enter(&self, gil: Gil<'_>) -> Result<()> {
        match self.stage.get() {
            Stage::Ended => {
                return Err(runtime_error(gil, "cannot reuse already awaited __anext__()/asend()"));
            }
            Stage::New if self.generator.awaited.get() => {
                self.stage.set(Stage::Ended);
                return Err(runtime_error(gil, "anext(): asynchronous generator is already running"));
            }
            Stage::New => self.stage.set(Stage::Begun),
            Stage::Begun => {}
        }
        self.generator.awaited.set(true);
        Ok(())
    }

    fn send(&self, gil: Gil<'_>, sent: &Value) -> Result<Left> {
        let is_new = self.stage.get() == Stage::New;
        self.enter(gil)?;
        let sent = if is_new && sent.is_none() { &self.sent } else { sent };
        let result = resume(gil, self.generator.as_value(), Ok(sent.clone()));
        self.finish(gil, result)
    }

    fn throw(&self, gil: Gil<'_>, raised: Raised) -> Result<Left> {
        self.enter(gil)?;
        let result = throw_into(gil, self.generator.as_value(), raised);
        self.finish(gil, result)
    }

    fn finish(&self, gil: Gil<'_>, result: Result<Left>) -> Result<Left> {
        let left = self.generator.settle(gil, result);
        if !matches!(left, Ok(Left::Yielded(_))) {
            self.stage.set(Stage::Ended);
        }
        left
    }
}

impl Throwing {
    fn name(&self) -> &'static str {
        if self.thrown.is_some() { "athrow" } else { "aclose" }
    }

    /// Begins, if it has not: true if it has now.
    fn enter(&self, gil: Gil<'_>) -> Result<bool> {
        match self.stage.get() {
            Stage::Ended => Err(runtime_error(gil, "cannot reuse already awaited aclose()/athrow()")),
            Stage::New if self.generator.awaited.get() => {
                self.stage.set(Stage::Ended);
                let name = self.name();
                Err(runtime_error(gil, format!("{name}(): asynchronous generator is already running")))
            }
            Stage::New => Ok(true),
            Stage::Begun => Ok(false),
        }
    }

    fn begin(&self) {
        self.stage.set(Stage::Begun);
        self.generator.awaited.set(true);
    }

    fn send(&self, gil: Gil<'_>, sent: &Value) -> Result<Left> {
        let generator = self.generator.as_value();
        if self.stage.get() != Stage::Ended && this(generator).body.status() == Status::Ended {
            self.stage.set(Stage::Ended);
            return Ok(Left::Returned(Value::NONE));
        }
        if !self.enter(gil)? {
            let result = resume(gil, generator, Ok(sent.clone()));
            return self.finish(gil, result);
        }
        if self.generator.closed.get() {
            self.stage.set(Stage::Ended);
            return Err(Raised::with_arguments(gil, Kind::StopAsyncIteration, Vec::new()));
        }
        if !sent.is_none() {
            return Err(runtime_error(gil, "can't send non-None value to a just-started coroutine"));
        }
        self.begin();
        let raised = match &self.thrown {
            None => {
                self.generator.closed.set(true);
                Ok(Raised::with_arguments(gil, Kind::GeneratorExit, Vec::new()))
            }
            Some(given) => {
                let all: Vec<Value> = [generator.clone()].into_iter().chain(given.iter().cloned()).collect();
                thrown(gil, Arguments::positional(&all))
            }
        };
        let result = raised.and_then(|raised| throw_into(gil, generator, raised));
        self.finish(gil, result)
    }

    fn throw(&self, gil: Gil<'_>, raised: Raised) -> Result<Left> {
        if self.enter(gil)? {
            self.begin();
        }
        let result = throw_into(gil, self.generator.as_value(), raised);
        self.finish(gil, result)
    }

    fn finish(&self, gil: Gil<'_>, result: Result<Left>) -> Result<Left> {
        if self.thrown.is_none()
            && let Ok(Left::Yielded(_)) = result
            && self.generator.has_item()
        {
            self.generator.awaited.set(false);
            self.stage.set(Stage::Ended);
            return Err(runtime_error(gil, "async generator ignored GeneratorExit"));
        }
        let left = match self.generator.settle(gil, result) {
            Err(raised) if self.thrown.is_none() && is_end(gil, &raised) => Ok(Left::Returned(Value::NONE)),
            left => left,
        };
        if !matches!(left, Ok(Left::Yielded(_))) {
            self.stage.set(Stage::Ended);
        }
        left
    }
}

fn awaitable_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    match send_on(gil, value, &Value::NONE) {
        Some(Ok(Left::Yielded(value))) => Ok(Some(value)),
        Some(Ok(Left::Returned(item))) if item.is_none() => Ok(None),
        Some(Ok(Left::Returned(item))) => Err(stop(gil, item)),
        Some(Err(raised)) => Err(raised),
        None => unreachable!("the types' functions are bound to their instances"),
    }
}

fn send(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [awaitable, sent] = arguments.exactly::<2>(gil, "send")?;
    match send_on(gil, awaitable, sent) {
        Some(left) => as_method(gil, left?),
        None => unreachable!("the types' functions are bound to their instances"),
    }
}

fn throw(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    warn_of_signature(gil, arguments, "throw")?;
    let raised = thrown(gil, arguments)?;
    let left = throw_on(gil, &arguments.values[0], raised)?;
    as_method(gil, left)
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let awaitable = &arguments.values[0];
    let stage = awaitable.downcast::<Sending>().map(|sending| sending.stage.get());
    let stage = stage.or_else(|| awaitable.downcast::<Throwing>().map(|throwing| throwing.stage.get()));
    if stage == Some(Stage::Ended) {
        return Ok(Value::NONE);
    }
    let exit = Raised::with_arguments(gil, Kind::GeneratorExit, Vec::new());
    match throw_on(gil, awaitable, exit) {
        Ok(Left::Yielded(_)) => Err(runtime_error(gil, "coroutine ignored GeneratorExit")),
        Ok(Left::Returned(_)) => Ok(Value::NONE),
        Err(raised) if is_end(gil, &raised) || raised.is(gil, Kind::StopIteration) => Ok(Value::NONE),
        Err(raised) => Err(raised),
    }
}

/// One that is forgotten before anybody awaits it is a mistake.
fn finalize(gil: Gil<'_>, value: &Value) {
    let (generator, name, stage) = match (value.downcast::<Sending>(), value.downcast::<Throwing>()) {
        (Some(sending), _) => (&sending.generator, "asend", sending.stage.get()),
        (None, Some(throwing)) => (&throwing.generator, throwing.name(), throwing.stage.get()),
        (None, None) => return,
    };
    if stage != Stage::New {
        return;
    }
    let owner = generator.generator.qualified_name.borrow().lossy().into_owned();
    let message = format!("coroutine method '{name}' of '{owner}' was never awaited");
    if let Err(raised) = crate::types::warning::warn(gil, Kind::RuntimeWarning, &message) {
        crate::types::unraisable::report(gil, raised, "Exception ignored in", Some(value));
    }
}

const AWAITABLE_METHODS: &[Row] =
    &[Row::new("send", "", "", send), Row::new("throw", "", "", throw), Row::new("close", "", "", close)];

const fn spec(name: &'static str, layout: fn() -> &'static crate::object::Layout) -> TypeSpec {
    TypeSpec {
        name,
        module: "builtins",
        signature: "",
        doc: "",
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: class_flags::NO_INSTANCES,
        slots: SlotTable {
            iter: Some(|_, value| Ok(value.clone())),
            await_: Some(|_, value| Ok(value.clone())),
            next: Some(awaitable_next),
            finalize: Some(finalize),
            ..SlotTable::EMPTY
        },
        methods: AWAITABLE_METHODS,
        attributes: &[],
    }
}

/// The type of what `__anext__` and `asend` give.
pub static SEND: TypeSpec = spec("async_generator_asend", Sending::layout);

/// The type of what `athrow` and `aclose` give.
pub static THROW: TypeSpec = spec("async_generator_athrow", Throwing::layout);
