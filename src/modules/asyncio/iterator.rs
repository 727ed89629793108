//! `FutureIter`: what `await` and `yield from` get from a future. It gives the future to the task, once, and then its result.

use crate::gil::Gil;
use crate::modules::machine::Left;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Exception, Kind, Raised, runtime_error, type_error};
use crate::object::{Arguments, Payload, Ref, Result, SlotTable, Storage, Type, Value, Visit, operations};
use crate::payload;
use crate::types::traceback::Traceback;
use crate::types::warning;

use super::future::{self, Future, State};
use super::outcome;
use super::place::Place;

/// The payload of `FutureIter`.
pub struct Iterator {
    /// None once the result is given.
    future: Place,
}

impl Payload for Iterator {
    payload!(Iterator, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.future.visit(visit);
    }

    fn clear(&self) {
        self.future.set(None);
    }
}

/// The iterator of a future.
pub fn of(gil: Gil<'_>, future: &Ref<Future>) -> Value {
    let iterator = Iterator { future: Place::default() };
    iterator.future.set(Some(future.to_value()));
    Ref::new(gil, iterator).into_value()
}

/// Takes an iterator of a future up again, if it is one.
pub fn send_on(gil: Gil<'_>, value: &Value) -> Option<Result<Left>> {
    value.downcast::<Iterator>().map(|iterator| send_to(gil, iterator))
}

fn send_to(gil: Gil<'_>, iterator: &Iterator) -> Result<Left> {
    let Some(awaited) = iterator.future.get() else { return Ok(Left::Returned(Value::NONE)) };
    let future = future::this(&awaited);
    if future.state.get() != State::Pending {
        iterator.future.set(None);
        return outcome::result_or_raise(gil, future).map(Left::Returned);
    }
    if future.blocking.replace(true) {
        return Err(runtime_error(gil, "await wasn't used with future"));
    }
    Ok(Left::Yielded(awaited))
}

fn this(value: &Value) -> &Ref<Iterator> {
    match value.downcast() {
        Some(iterator) => iterator,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    match send_to(gil, this(value))? {
        Left::Yielded(future) => Ok(Some(future)),
        Left::Returned(result) if result.is_none() => Ok(None),
        Left::Returned(result) => Err(Raised::with_arguments(gil, Kind::StopIteration, vec![result])),
    }
}

fn send(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    // Futures do not care for values that are sent to them.
    let [iterator, _] = arguments.method(gil, "send")?;
    next(gil, iterator)?.ok_or_else(|| Raised::with_arguments(gil, Kind::StopIteration, Vec::new()))
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterator] = arguments.method(gil, "close")?;
    this(iterator).future.set(None);
    Ok(Value::NONE)
}

fn throw(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "throw", 1, 3)?;
    if given.len() > 1 {
        let message =
            "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.";
        warning::warn(gil, Kind::DeprecationWarning, message)?;
    }
    let exception = thrown(gil, given)?;
    this(&arguments.values[0]).future.set(None);
    Err(Raised::new(exception))
}

/// The exception that `throw(type, value, traceback)` is about.
fn thrown(gil: Gil<'_>, given: &[Value]) -> Result<Ref<Exception>> {
    let part = |place: usize| given.get(place).filter(|part| !part.is_none());
    let traceback = part(2);
    if traceback.is_some_and(|traceback| traceback.downcast::<Traceback>().is_none()) {
        return Err(type_error(gil, "throw() third argument must be a traceback"));
    }
    let class = given[0].downcast::<Type>().filter(|class| class.is_subtype(Kind::BaseException.class(gil)));
    let exception = match (class, part(1)) {
        (Some(class), Some(value)) if operations::is_instance(gil, value, class) => value.clone(),
        (Some(_), Some(value)) => operations::call_one(gil, &given[0], value)?,
        (Some(_), None) => operations::call(gil, &given[0], Arguments::NONE)?,
        (None, Some(_)) if given[0].downcast::<Exception>().is_some() => {
            return Err(type_error(gil, "instance exception may not have a separate value"));
        }
        (None, _) => given[0].clone(),
    };
    let exception = exception.try_into_ref::<Exception>().map_err(|wrong| {
        let name = wrong.class(gil).name();
        let message = format!(
            "exceptions must be classes deriving BaseException or instances of such a class, not {name}"
        );
        type_error(gil, message)
    })?;
    if let Some(traceback) = traceback {
        let old = exception.traceback.replace(traceback.clone());
        drop(old);
    }
    Ok(exception)
}

/// `FutureIter`
pub static SPEC: TypeSpec = TypeSpec {
    name: "FutureIter",
    module: "_asyncio",
    signature: "",
    doc: "",
    base: None,
    layout: Iterator::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable { iter: Some(|_, value| Ok(value.clone())), next: Some(next), ..SlotTable::EMPTY },
    methods: &[
        Function::new("send", "", "", send),
        Function::new("throw", "", "", throw),
        Function::new("close", "", "", close),
    ],
    attributes: &[],
};
