//! `Future`: a result that is not there yet. A `Task` has the same payload.

use std::cell::{Cell, RefCell};

use smallvec::SmallVec;

use crate::gil::Gil;
use crate::modules::{contextvars, convert};
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, Raised, runtime_error, value_error};
use crate::object::{
    Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value, Visit, intern, operations,
};
use crate::payload;
use crate::types::generic_alias;

use super::callback::Callback;
use super::place::Place;
use super::task::TaskPart;
use super::{call_library, invalid_state, iterator, outcome, running, schedule};

/// Where a future stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    #[default]
    Pending,
    Cancelled,
    Finished,
}

/// A function that is to be called when a future is done, and the context to call it in.
pub type Waiting = (Callback, Value);

/// The payload of `Future` and of `Task`. Until `__init__` has run there is no loop.
#[derive(Default)]
pub struct Future {
    /// What only tasks have.
    pub task: TaskPart,
    pub loop_: Place,
    pub result: Place,
    pub exception: Place,
    /// The traceback that the exception had when it was set.
    pub traceback: Place,
    pub cancel_message: Place,
    /// The CancelledError that has come out of a task's coroutine.
    pub cancelled_error: Place,
    /// Where the future was made, in debug mode.
    pub source_traceback: Place,
    pub callbacks: RefCell<SmallVec<[Waiting; 1]>>,
    pub state: Cell<State>,
    /// A task has been told to wait for it and has not yet begun to.
    pub blocking: Cell<bool>,
    /// Nobody has seen the exception.
    pub log_traceback: Cell<bool>,
}

impl Payload for Future {
    payload!(Future, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        for place in self.places() {
            place.visit(visit);
        }
        for (callback, context) in self.callbacks.borrow().iter() {
            callback.visit(visit);
            visit(context);
        }
    }

    fn clear(&self) {
        for place in self.places() {
            place.set(None);
        }
        let callbacks = self.callbacks.take();
        drop(callbacks);
    }
}

impl Future {
    fn places(&self) -> [&Place; 11] {
        let TaskPart { coro, context, name, waiter, .. } = &self.task;
        [
            &self.loop_,
            &self.result,
            &self.exception,
            &self.traceback,
            &self.cancel_message,
            &self.cancelled_error,
            &self.source_traceback,
            coro,
            context,
            name,
            waiter,
        ]
    }
}

/// The future that a method is bound to.
pub fn this(value: &Value) -> &Ref<Future> {
    match value.downcast() {
        Some(future) => future,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

/// A value as a future of exactly one of the built-in types, not of a class that derives from them.
pub fn exactly<'a>(gil: Gil<'_>, value: &'a Value) -> Option<&'a Ref<Future>> {
    value.downcast::<Future>().filter(|_| !value.class(gil).has(flags::HEAP))
}

/// The future that a method is bound to, once it has a loop.
pub fn alive<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Future>> {
    let future = this(value);
    if future.loop_.is_filled() { Ok(future) } else { Err(not_initialised(gil)) }
}

#[cold]
fn not_initialised(gil: Gil<'_>) -> Raised {
    runtime_error(gil, "Future object is not initialized.")
}

/// `Future.__new__`
pub fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Future::default()).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    const SIGNATURE: Parameters<1> = Parameters::new(["loop"], 0).keyword_only(0);
    let [of] = arguments.bind(gil, "Future", &SIGNATURE)?;
    begin(gil, this(value), of)
}

/// Makes a future of the loop, or of the thread's loop, that is not done.
pub fn begin(gil: Gil<'_>, future: &Ref<Future>, of: Option<&Value>) -> Result<()> {
    if future.loop_.is_filled() {
        future.clear();
    }
    future.state.set(State::Pending);
    future.blocking.set(false);
    future.log_traceback.set(false);
    let of = match of.filter(|of| !of.is_none()) {
        Some(of) => of.clone(),
        None => running::of_thread(gil)?,
    };
    future.loop_.set(Some(of.clone()));
    if schedule::is_debugging(gil, &of)? {
        let stack = call_library(gil, "asyncio.base_futures", "_made_here", &[])?;
        future.source_traceback.set(Some(stack));
    }
    Ok(())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    alive(gil, value)?;
    call_library(gil, "asyncio.base_futures", "_future_repr", std::slice::from_ref(value))
}

fn finalize(gil: Gil<'_>, value: &Value) {
    let future = this(value);
    if !future.log_traceback.replace(false) {
        return;
    }
    let message = format!("{} exception was never retrieved", value.class(gil).own_name());
    let facts = [
        ("message", convert::text(gil, &message)),
        ("exception", future.exception.get_or_none()),
        ("future", value.clone()),
    ];
    tell_loop(gil, future, facts.into());
}

/// The end of a task, which is that of a future, too.
pub fn finalize_task(gil: Gil<'_>, value: &Value) {
    let future = this(value);
    // Whoever keeps it now, it is no longer among the tasks that are alive.
    future.task.seat.leave(gil);
    if future.state.get() == State::Pending && future.task.log_destroy_pending.get() {
        let message = convert::text(gil, "Task was destroyed but it is pending!");
        tell_loop(gil, future, vec![("task", value.clone()), ("message", message)]);
    }
    finalize(gil, value);
}

/// Tells the loop of something that nobody else learns of.
fn tell_loop(gil: Gil<'_>, future: &Ref<Future>, mut facts: Vec<(&str, Value)>) {
    facts.extend(future.source_traceback.get().map(|stack| ("source_traceback", stack)));
    let of = future.loop_.get_or_none();
    let handler = operations::get_attribute(gil, &of, &intern(gil, "call_exception_handler"));
    let (told, what) = match handler {
        Ok(handler) => {
            (operations::call_one(gil, &handler, convert::dict(gil, facts).as_value()).map(drop), handler)
        }
        Err(raised) => (Err(raised), future.to_value()),
    };
    if let Err(raised) = told {
        convert::report_unraisable(gil, raised, "Exception ignored in", &what);
    }
}

fn result(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "result")?;
    let future = alive(gil, value).map_err(|_| invalid_state(gil, "Future object is not initialized."))?;
    outcome::result_or_raise(gil, future)
}

fn exception(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "exception")?;
    let future = alive(gil, value).map_err(|_| invalid_state(gil, "Future object is not initialized."))?;
    match future.state.get() {
        State::Cancelled => Err(super::raise(gil, outcome::make_cancelled_error(gil, future)?)),
        State::Pending => Err(invalid_state(gil, "Exception is not set.")),
        State::Finished => {
            future.log_traceback.set(false);
            Ok(future.exception.get_or_none())
        }
    }
}

fn set_result(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, result] = arguments.method(gil, "set_result")?;
    outcome::set_result(gil, alive(gil, value)?, result.clone())?;
    Ok(Value::NONE)
}

fn set_exception(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, exception] = arguments.method(gil, "set_exception")?;
    outcome::set_exception(gil, alive(gil, value)?, exception)?;
    Ok(Value::NONE)
}

fn add_done_callback(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["fn", "context"], 1).positional_only(1).keyword_only(1);
    let [function, context] = arguments.without_first().bind(gil, "add_done_callback", &SIGNATURE)?;
    let future = this(&arguments.values[0]);
    if !future.loop_.is_filled() {
        return Err(runtime_error(gil, "uninitialized Future object"));
    }
    let context = context.cloned().unwrap_or_else(|| contextvars::copy_of_current(gil));
    let callback = Callback::Object(convert::given(function).clone());
    outcome::add_callback(gil, future, callback, context)?;
    Ok(Value::NONE)
}

fn remove_done_callback(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, function] = arguments.method(gil, "remove_done_callback")?;
    let future = alive(gil, value)?;
    // Comparing runs Python code, which may add and remove others.
    let known: Vec<Waiting> = future.callbacks.borrow().iter().cloned().collect();
    let (mut left, mut removed) = (SmallVec::new(), 0);
    for (callback, context) in known {
        if operations::equal(gil, &callback.to_value(gil), function)? {
            removed += 1;
        } else {
            left.push((callback, context));
        }
    }
    if removed > 0 {
        let old = future.callbacks.replace(left);
        drop(old);
    }
    Ok(convert::int(gil, removed))
}

fn cancel(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["msg"], 0);
    let [message] = arguments.without_first().bind(gil, "cancel", &SIGNATURE)?;
    let future = alive(gil, &arguments.values[0])?;
    Ok(Value::bool(outcome::cancel(gil, future, message.cloned())?))
}

fn cancelled(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "cancelled")?;
    Ok(Value::bool(this(value).state.get() == State::Cancelled))
}

fn done(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "done")?;
    Ok(Value::bool(this(value).state.get() != State::Pending))
}

fn get_loop(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "get_loop")?;
    Ok(alive(gil, value)?.loop_.get_or_none())
}

fn make_cancelled_error(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "_make_cancelled_error")?;
    outcome::make_cancelled_error(gil, this(value))
}

fn iterate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(iterator::of(gil, alive(gil, value)?))
}

fn get_state(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = match alive(gil, value)?.state.get() {
        State::Pending => "PENDING",
        State::Cancelled => "CANCELLED",
        State::Finished => "FINISHED",
    };
    Ok(intern(gil, name).into_value())
}

fn get_callbacks(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let callbacks = alive(gil, value)?.callbacks.borrow().clone();
    if callbacks.is_empty() {
        return Ok(Value::NONE);
    }
    let pair = |(callback, context): Waiting| convert::tuple(gil, vec![callback.to_value(gil), context]);
    Ok(convert::list(gil, callbacks.into_iter().map(pair).collect()))
}

/// An attribute's new value, which must be one.
pub fn not_deleted(gil: Gil<'_>, new: Option<Value>) -> Result<Value> {
    new.ok_or_else(|| Raised::with_message(gil, Kind::AttributeError, "cannot delete attribute"))
}

const BLOCKING: Attribute = Attribute {
    name: "_asyncio_future_blocking",
    doc: "",
    get: |_, value| Ok(Value::bool(this(value).loop_.is_filled() && this(value).blocking.get())),
    set: Some(|gil, value, new| {
        let new = operations::truth(gil, &not_deleted(gil, new)?)?;
        alive(gil, value)?.blocking.set(new);
        Ok(())
    }),
};

const LOG_TRACEBACK: Attribute = Attribute {
    name: "_log_traceback",
    doc: "",
    get: |gil, value| Ok(Value::bool(alive(gil, value)?.log_traceback.get())),
    set: Some(|gil, value, new| {
        if operations::truth(gil, &not_deleted(gil, new)?)? {
            return Err(value_error(gil, "_log_traceback can only be set to False"));
        }
        this(value).log_traceback.set(false);
        Ok(())
    }),
};

const CANCEL_MESSAGE: Attribute = Attribute {
    name: "_cancel_message",
    doc: "",
    get: |_, value| Ok(this(value).cancel_message.get_or_none()),
    set: Some(|gil, value, new| {
        let new = not_deleted(gil, new)?;
        this(value).cancel_message.set(Some(new));
        Ok(())
    }),
};

/// `Future`
pub static SPEC: TypeSpec = TypeSpec {
    name: "Future",
    module: "_asyncio",
    signature: "(*, loop=None)",
    doc: "This class is *almost* compatible with concurrent.futures.Future.\n\n    Differences:\n\n    - result() and exception() \
          do not take a timeout argument and\n      raise an exception when the future isn't done yet.\n\n    - Callbacks \
          registered with add_done_callback() are always called\n      via the event loop's call_soon_threadsafe().\n\n    - \
          This class is not compatible with the wait() and as_completed()\n      methods in the concurrent.futures package.",
    base: None,
    layout: Future::layout,
    storage: Storage::Slots,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        iter: Some(iterate),
        await_: Some(iterate),
        finalize: Some(finalize),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new(
            "result",
            "($self, /)",
            "Return the result this future represents.\n\nIf the future has been cancelled, raises CancelledError.  If \
             the\nfuture's result isn't yet available, raises InvalidStateError.  If\nthe future is done and has an exception \
             set, this exception is raised.",
            result,
        ),
        Function::new(
            "exception",
            "($self, /)",
            "Return the exception that was set on this future.\n\nThe exception (or None if no exception was set) is returned \
             only if\nthe future is done.  If the future has been cancelled, raises\nCancelledError.  If the future isn't done \
             yet, raises\nInvalidStateError.",
            exception,
        ),
        Function::new(
            "set_result",
            "($self, result, /)",
            "Mark the future done and set its result.\n\nIf the future is already done when this method is called, \
             raises\nInvalidStateError.",
            set_result,
        ),
        Function::new(
            "set_exception",
            "($self, exception, /)",
            "Mark the future done and set an exception.\n\nIf the future is already done when this method is called, \
             raises\nInvalidStateError.",
            set_exception,
        ),
        Function::new(
            "add_done_callback",
            "($self, fn, /, *, context=<unrepresentable>)",
            "Add a callback to be run when the future becomes done.\n\nThe callback is called with a single argument - the \
             future object. If\nthe future is already done when this is called, the callback is\nscheduled with call_soon.",
            add_done_callback,
        ),
        Function::new(
            "remove_done_callback",
            "($self, fn, /)",
            "Remove all instances of a callback from the \"call when done\" list.\n\nReturns the number of callbacks removed.",
            remove_done_callback,
        ),
        Function::new(
            "cancel",
            "($self, /, msg=None)",
            "Cancel the future and schedule callbacks.\n\nIf the future is already done or cancelled, return False.  \
             Otherwise,\nchange the future's state to cancelled, schedule the callbacks and\nreturn True.",
            cancel,
        ),
        Function::new("cancelled", "($self, /)", "Return True if the future was cancelled.", cancelled),
        Function::new(
            "done",
            "($self, /)",
            "Return True if the future is done.\n\nDone means either that a result / exception are available, or that \
             the\nfuture was cancelled.",
            done,
        ),
        Function::new("get_loop", "($self, /)", "Return the event loop the Future is bound to.", get_loop),
        Function::new(
            "_make_cancelled_error",
            "($self, /)",
            "Create the CancelledError to raise if the Future is cancelled.\n\nThis should only be called once when handling \
             a cancellation since\nit erases the context exception value.",
            make_cancelled_error,
        ),
        Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item),
    ],
    attributes: &[
        Attribute::read_only("_state", "", get_state),
        BLOCKING,
        Attribute::read_only("_loop", "", |_, value| Ok(this(value).loop_.get_or_none())),
        Attribute::read_only("_callbacks", "", get_callbacks),
        Attribute::read_only("_result", "", |gil, value| Ok(alive(gil, value)?.result.get_or_none())),
        Attribute::read_only("_exception", "", |gil, value| Ok(alive(gil, value)?.exception.get_or_none())),
        LOG_TRACEBACK,
        Attribute::read_only("_source_traceback", "", |_, value| {
            Ok(this(value).source_traceback.get_or_none())
        }),
        CANCEL_MESSAGE,
    ],
};
