//! Giving a callback to a loop.
//!
//! A loop that schedules as `BaseEventLoop` does, by the very function that this class has, need not be asked by a call
//! of Python code: the handle goes to its queue as that function would put it there.

use std::cell::{Cell, OnceCell};

use crate::gil::Gil;
use crate::modules::collections::deque::Deque;
use crate::object::class::flags;
use crate::object::native::Function;
use crate::object::{Arguments, Global, Ref, Result, Storage, Type, Value, attributes, operations};

use super::callback::Callback;
use super::handle::{self, Handle};
use super::names;

/// What is known of the loops of one shape that schedule as `BaseEventLoop` does: where their attributes are.
#[derive(Clone, Copy)]
struct Plain {
    shape: u32,
    ready: usize,
    closed: usize,
    debug: usize,
}

/// The shape that was looked at last.
static PLAIN: Global<Cell<Option<Plain>>> = Global::new(Cell::new(None));

/// `call_soon` and `get_debug` of `BaseEventLoop`.
static METHODS: Global<OnceCell<[Value; 2]>> = Global::new(OnceCell::new());

/// `_know_loop`
pub const KNOW_LOOP: Function = Function::new(
    "_know_loop",
    "($module, class, /)",
    "Tells of the class whose loops schedule in the usual way.",
    know_loop,
);

fn know_loop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [class] = arguments.exactly::<1>(gil, "_know_loop")?;
    let names = names(gil);
    let methods = [
        operations::get_attribute(gil, class, &names.call_soon)?,
        operations::get_attribute(gil, class, &names.get_debug)?,
    ];
    let _ = METHODS.get(gil).set(methods);
    Ok(Value::NONE)
}

/// What is known of a loop, if it is one that schedules in the usual way.
fn plain(gil: Gil<'_>, of: &Value) -> Option<Plain> {
    let id = of.shape()?.id();
    let known = PLAIN.get(gil).get().filter(|known| known.shape == id && id != 0);
    known.or_else(|| examine(gil, of))
}

#[cold]
fn examine(gil: Gil<'_>, of: &Value) -> Option<Plain> {
    let (shape, names) = (of.shape()?, names(gil));
    let class: &Ref<Type> = shape.class();
    let [call_soon, get_debug] = METHODS.get(gil).get()?;
    let has = |name, method: &Value| {
        shape.slot(name).is_none() && class.lookup(name).is_some_and(|found| found.is(method))
    };
    let is_usual = has(&names.call_soon, call_soon) && has(&names.get_debug, get_debug);
    if !is_usual || shape.storage != Storage::Slots || class.has(flags::CUSTOM_ATTRIBUTES) {
        return None;
    }
    let plain = Plain {
        shape: shape.id(),
        ready: shape.slot(&names._ready)?,
        closed: shape.slot(&names._closed)?,
        debug: shape.slot(&names._debug)?,
    };
    PLAIN.get(gil).set(Some(plain));
    Some(plain)
}

/// `loop.get_debug()` as a truth value.
pub fn is_debugging(gil: Gil<'_>, of: &Value) -> Result<bool> {
    let asked = match plain(gil, of).and_then(|plain| attributes::slot(of, plain.debug)) {
        Some(debug) => debug,
        None => {
            let method = operations::get_attribute(gil, of, &names(gil).get_debug)?;
            operations::call(gil, &method, Arguments::NONE)?
        }
    };
    operations::truth(gil, &asked)
}

/// `loop.call_soon(callback, argument, context=context)`.
pub fn call_soon(
    gil: Gil<'_>,
    of: &Value,
    callback: Callback,
    argument: Option<&Value>,
    context: &Value,
) -> Result<()> {
    if let Some(queue) = plain(gil, of).and_then(|plain| open_queue(of, plain))
        && let Some(queue) = queue.downcast::<Deque>()
        && callback.is_callable(gil)
    {
        let handle = Handle::new(gil, callback, handle::Given::of(argument), of, context);
        queue.push_back(Ref::new(gil, handle).into_value());
        return Ok(());
    }
    let names = names(gil);
    let method = operations::get_attribute(gil, of, &names.call_soon)?;
    let values: Vec<Value> = [Some(callback.to_value(gil)), argument.cloned(), Some(context.clone())]
        .into_iter()
        .flatten()
        .collect();
    let arguments = Arguments { values: &values, names: std::slice::from_ref(&names.context) };
    operations::call(gil, &method, arguments).map(drop)
}

/// The queue of a loop that is not closed.
fn open_queue(of: &Value, plain: Plain) -> Option<Value> {
    let closed = attributes::slot(of, plain.closed)?;
    if closed.is(&Value::FALSE) { attributes::slot(of, plain.ready) } else { None }
}
