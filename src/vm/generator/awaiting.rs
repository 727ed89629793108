//! Delegation: what `yield from`, `await` and `async for` ask of objects, and the iterator that `__await__` of a
//! coroutine gives.

use super::asynchronous;
use super::*;
use crate::object::native::{Function as Row, TypeSpec};
use crate::object::{SlotTable, Storage};

/// The iterator that `yield from` (0), `await` (1), or what else awaits delegates to.
pub fn delegate(gil: Gil<'_>, value: &Value, which: u8) -> Result<Value> {
    let is_coroutine = is_awaited(value);
    if which == 0 {
        let runs = state(gil).running().map_or(0, |activation| activation.code().code.flags);
        if is_coroutine && runs & code_flags::ITERABLE_COROUTINE == 0 {
            let message = "cannot 'yield from' a coroutine object in a non-coroutine generator";
            return Err(type_error(gil, message));
        }
        return if is_coroutine { Ok(value.clone()) } else { operations::iterate(gil, value) };
    }
    if is_coroutine {
        if value.downcast::<Coroutine>().is_some_and(|coroutine| delegating(&coroutine.0.body).is_some()) {
            return Err(runtime_error(gil, "coroutine is being awaited already"));
        }
        return Ok(value.clone());
    }
    let name = value.class(gil).name();
    let Some(slot) = value.class(gil).slots.await_.get() else {
        if which == 2 {
            let cause = type_error(gil, format!("object {name} can't be used in 'await' expression"));
            return Err(caused(gil, cause, &wrong_next(&name)));
        }
        return Err(type_error(
            gil,
            match which {
                3 => format!(
                    "'async with' received an object from __aenter__ that does not implement __await__: {name}"
                ),
                4 => format!(
                    "'async with' received an object from __aexit__ that does not implement __await__: {name}"
                ),
                _ => format!("object {name} can't be used in 'await' expression"),
            },
        ));
    };
    awaited(gil, slot(gil, value)).map_err(|raised| match which {
        2 => caused(gil, raised, &wrong_next(&name)),
        _ => raised,
    })
}

fn wrong_next(class: &str) -> String {
    format!("'async for' received an invalid object from __anext__: {class}")
}

/// What `__await__` gave, which must be an iterator and no coroutine.
fn awaited(gil: Gil<'_>, result: Result<Value>) -> Result<Value> {
    let iterator = result?;
    if is_awaited(&iterator) {
        return Err(type_error(gil, "__await__() returned a coroutine"));
    }
    if iterator.class(gil).slots.next.get().is_none() {
        let name = iterator.class(gil).name();
        return Err(type_error(gil, format!("__await__() returned non-iterator of type '{name}'")));
    }
    Ok(iterator)
}

/// A TypeError caused by another exception.
fn caused(gil: Gil<'_>, raised: Raised, message: &str) -> Raised {
    let error = type_error(gil, message);
    let cause = raised.into_exception().into_value();
    let old = (error.exception().cause.replace(cause.clone()), error.exception().context.replace(cause));
    error.exception().suppress_context.set(true);
    drop(old);
    error
}

/// Is it a generator of a function that `types.coroutine` has marked?
fn is_marked(value: &Value) -> bool {
    value
        .downcast::<Generator>()
        .is_some_and(|generator| generator.body.code.code.flags & code_flags::ITERABLE_COROUTINE != 0)
}

/// Is it awaited without being asked how: a coroutine, or a generator that is one?
fn is_awaited(value: &Value) -> bool {
    value.downcast::<Coroutine>().is_some() || is_marked(value)
}

/// `aiter(value)`, for `async for`.
pub fn async_iterator(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = value.class(gil).name();
    let Some(slot) = value.class(gil).slots.aiter.get() else {
        let message = format!("'async for' requires an object with __aiter__ method, got {name}");
        return Err(type_error(gil, message));
    };
    let iterator = slot(gil, value)?;
    if iterator.class(gil).slots.anext.get().is_none() {
        let name = iterator.class(gil).name();
        let message = format!(
            "'async for' received an object from __aiter__ that does not implement __anext__: {name}"
        );
        return Err(type_error(gil, message));
    }
    Ok(iterator)
}

/// `anext(iterator)`, for `async for`: what is to be awaited.
pub fn async_next(gil: Gil<'_>, iterator: &Value) -> Result<Value> {
    match iterator.class(gil).slots.anext.get() {
        Some(slot) => slot(gil, iterator),
        None => {
            let name = iterator.class(gil).name();
            let message = format!("'async for' requires an iterator with __anext__ method, got {name}");
            Err(type_error(gil, message))
        }
    }
}

/// Sends a value to an iterator that is delegated to, which is no generator that waits.
pub fn send_to(gil: Gil<'_>, iterator: &Value, sent: &Value) -> Result<Left> {
    if of(iterator).is_some() {
        return resume(gil, iterator, Ok(sent.clone()));
    }
    if let Some(left) = asynchronous::send_on(gil, iterator, sent) {
        return left;
    }
    if let Some(left) = crate::modules::asyncio::iterator::send_on(gil, iterator) {
        return left;
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

/// The payload of `coroutine_wrapper`.
pub struct Wrapper {
    coroutine: Value,
}

impl Payload for Wrapper {
    payload!(Wrapper, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.coroutine);
    }
}

/// What `__await__` of a coroutine gives: an iterator.
pub fn wrapper(gil: Gil<'_>, coroutine: &Value) -> Result<Value> {
    Ok(Ref::new(gil, Wrapper { coroutine: coroutine.clone() }).into_value())
}

fn wrapped(value: &Value) -> &Value {
    match value.downcast::<Wrapper>() {
        Some(wrapper) => &wrapper.coroutine,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn on_coroutine(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<Value> {
    operations::call_method(gil, wrapped(&arguments.values[0]), name, &arguments.values[1..])
}

/// The type of what `__await__` of a coroutine gives.
pub static WRAPPER: TypeSpec = TypeSpec {
    name: "coroutine_wrapper",
    module: "builtins",
    signature: "",
    doc: "A wrapper object implementing __await__ for coroutines.",
    base: None,
    layout: Wrapper::layout,
    storage: Storage::Nothing,
    flags: crate::object::class::flags::NO_INSTANCES,
    slots: SlotTable {
        iter: Some(|_, value| Ok(value.clone())),
        next: Some(|gil, value| methods::next(gil, wrapped(value))),
        ..SlotTable::EMPTY
    },
    methods: &[
        Row::new("send", "", "", |gil, arguments| on_coroutine(gil, arguments, "send")),
        Row::new("throw", "", "", |gil, arguments| on_coroutine(gil, arguments, "throw")),
        Row::new("close", "", "", |gil, arguments| on_coroutine(gil, arguments, "close")),
    ],
    attributes: &[],
};
