//! `Task`: a coroutine that runs on a loop; as a future, its result. How it runs stands in `step`.

use std::cell::{Cell, OnceCell};

use crate::gil::Gil;
use crate::modules::contextvars::{self, Context};
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Binding, Function, TypeSpec};
use crate::object::raised::{runtime_error, type_error};
use crate::object::roster::Seat;
use crate::object::{
    Arguments, Global, Parameters, Payload, Ref, Result, SlotTable, Storage, Text, Type, Value, intern,
    operations,
};
use crate::types::{builder, descriptor};

use super::future::{self, Future, State, alive, not_deleted, this};
use super::place::Place;
use super::{call_library, names, outcome, registry, shown, step};

/// What tasks have and other futures have not.
#[derive(Default)]
pub struct TaskPart {
    /// Its place among all tasks.
    pub seat: Seat,
    pub coro: Place,
    pub context: Place,
    /// A str, or a number until somebody asks for the name.
    pub name: Place,
    /// What it waits for.
    pub waiter: Place,
    /// Requests to cancel it that have not been taken back.
    requested: Cell<u32>,
    /// A CancelledError is to be raised at the next step.
    pub must_cancel: Cell<bool>,
    /// The loop is to be told if it ends before it is done.
    pub log_destroy_pending: Cell<bool>,
}

/// The type.
pub fn class(gil: Gil<'_>) -> &Ref<Type> {
    static CLASS: Global<OnceCell<Ref<Type>>> = Global::new(OnceCell::new());
    CLASS.get(gil).get_or_init(|| {
        let class = builder::build(gil, &SPEC);
        own_methods(gil, &class);
        class
    })
}

/// Gives a task the methods of a future as its own: in a class that derives from both they come before those of another
/// kind of future.
fn own_methods(gil: Gil<'_>, class: &Ref<Type>) {
    for function in future::SPEC.methods.iter().filter(|function| function.binding == Binding::Instance) {
        let name = intern(gil, function.name);
        if class.entry(&name).is_none() {
            class.set_entry(gil, &name, Some(descriptor::method(gil, class, function)));
        }
    }
}

/// Is the future a task?
pub fn is_task(gil: Gil<'_>, future: &Ref<Future>) -> bool {
    operations::is_instance(gil, future.as_value(), class(gil))
}

/// Is it a coroutine, or what passes for one? The class of the last one that was is remembered.
fn is_coroutine(gil: Gil<'_>, value: &Value) -> Result<bool> {
    static KNOWN: Global<Place> = Global::new(Place::new());
    let class = value.class(gil).as_value();
    if KNOWN.get(gil).is(class) {
        return Ok(true);
    }
    let answer = call_library(gil, "asyncio.coroutines", "iscoroutine", std::slice::from_ref(value))?;
    let is_one = operations::truth(gil, &answer)?;
    if is_one {
        KNOWN.get(gil).set(Some(class.clone()));
    }
    Ok(is_one)
}

/// The number of the next task without a name.
fn next_number(gil: Gil<'_>) -> Value {
    static NUMBER: Global<Cell<i64>> = Global::new(Cell::new(0));
    let number = NUMBER.get(gil);
    number.set(number.get() + 1);
    convert::int(gil, number.get())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    const SIGNATURE: Parameters<5> =
        Parameters::new(["coro", "loop", "name", "context", "eager_start"], 1).keyword_only(1);
    let [coro, of, name, context, eager_start] = arguments.bind(gil, "Task", &SIGNATURE)?;
    let (coro, task) = (convert::given(coro), this(value));
    let is_eager = eager_start.map_or(Ok(false), |eager| operations::truth(gil, eager))?;
    future::begin(gil, task, of)?;
    let part = &task.task;
    if !is_coroutine(gil, coro)? {
        part.log_destroy_pending.set(false);
        return Err(type_error(gil, format!("a coroutine was expected, got {}", shown(gil, coro)?)));
    }
    let context = context.filter(|context| !context.is_none());
    part.context.set(Some(context.cloned().unwrap_or_else(|| contextvars::copy_of_current(gil))));
    part.waiter.set(None);
    part.must_cancel.set(false);
    part.log_destroy_pending.set(true);
    part.requested.set(0);
    part.coro.set(Some(coro.clone()));
    let name = match name.filter(|name| !name.is_none()) {
        Some(name) => operations::str(gil, name)?.into_value(),
        None => next_number(gil),
    };
    part.name.set(Some(name));
    if is_eager && is_running(gil, task)? {
        return start_at_once(gil, task);
    }
    step::step_soon(gil, task, None)?;
    registry::register(gil, task);
    Ok(())
}

fn is_running(gil: Gil<'_>, task: &Ref<Future>) -> Result<bool> {
    let answer = operations::call_method(gil, &task.loop_.get_or_none(), "is_running", &[])?;
    operations::truth(gil, &answer)
}

/// Runs the first step within the call that makes the task.
fn start_at_once(gil: Gil<'_>, task: &Ref<Future>) -> Result<()> {
    let (of, context) = (task.loop_.get_or_none(), task.task.context.get_or_none());
    let Some(context) = context.downcast::<Context>() else {
        return Err(type_error(gil, "an instance of Context was expected"));
    };
    let before = registry::swap(gil, &of, Some(task.to_value()));
    registry::register(gil, task);
    let stepped = contextvars::within(gil, context, || step::advance(gil, task, None).map(|()| Value::NONE));
    drop(registry::swap(gil, &of, before));
    if task.state.get() != State::Pending {
        task.task.seat.leave(gil);
        task.task.coro.set(None);
    }
    stepped.map(drop)
}

fn cancel(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["msg"], 0);
    let [message] = arguments.without_first().bind(gil, "cancel", &SIGNATURE)?;
    let message = message.cloned().unwrap_or(Value::NONE);
    Ok(Value::bool(request(gil, this(&arguments.values[0]), message)?))
}

/// Asks a task to end: a CancelledError is raised where it waits. False if it is done.
fn request(gil: Gil<'_>, task: &Ref<Future>, message: Value) -> Result<bool> {
    task.log_traceback.set(false);
    if task.state.get() != State::Pending {
        return Ok(false);
    }
    let part = &task.task;
    part.requested.set(part.requested.get().saturating_add(1));
    if let Some(waiter) = part.waiter.get()
        && cancel_any(gil, &waiter, message.clone())?
    {
        return Ok(true);
    }
    part.must_cancel.set(true);
    task.cancel_message.set(Some(message));
    Ok(true)
}

/// Cancels a task, a future, or what is made like one; false if it cannot be cancelled.
pub fn cancel_any(gil: Gil<'_>, future: &Value, message: Value) -> Result<bool> {
    if let Some(future) = future::exactly(gil, future) {
        crate::object::recursion::enter(gil)?;
        return match is_task(gil, future) {
            true => request(gil, future, message),
            false => outcome::cancel(gil, future, Some(message)),
        };
    }
    let names = names(gil);
    let method = operations::get_attribute(gil, future, &names.cancel)?;
    let arguments =
        Arguments { values: std::slice::from_ref(&message), names: std::slice::from_ref(&names.msg) };
    let answer = operations::call(gil, &method, arguments)?;
    operations::truth(gil, &answer)
}

fn cancelling(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "cancelling")?;
    Ok(convert::int(gil, this(value).task.requested.get().into()))
}

fn uncancel(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "uncancel")?;
    let part = &this(value).task;
    if let Some(left) = part.requested.get().checked_sub(1) {
        part.requested.set(left);
        if left == 0 {
            part.must_cancel.set(false);
        }
    }
    Ok(convert::int(gil, part.requested.get().into()))
}

fn get_name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "get_name")?;
    let place = &this(value).task.name;
    let name = place.get_or_none();
    let Some(number) = convert::whole(&name) else { return Ok(name) };
    let name = convert::text(gil, &format!("Task-{number}"));
    place.set(Some(name.clone()));
    Ok(name)
}

fn set_name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, name] = arguments.method(gil, "set_name")?;
    let name = if name.downcast::<Text>().is_some() {
        name.clone()
    } else {
        operations::str(gil, name)?.into_value()
    };
    this(value).task.name.set(Some(name));
    Ok(Value::NONE)
}

fn get_coro(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "get_coro")?;
    Ok(this(value).task.coro.get_or_none())
}

fn get_context(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "get_context")?;
    Ok(this(value).task.context.get_or_none())
}

fn get_stack(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["limit"], 0).keyword_only(0);
    let [limit] = arguments.without_first().bind(gil, "get_stack", &SIGNATURE)?;
    let parts = [alive(gil, &arguments.values[0])?.to_value(), limit.cloned().unwrap_or(Value::NONE)];
    call_library(gil, "asyncio.base_tasks", "_task_get_stack", &parts)
}

fn print_stack(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["limit", "file"], 0).keyword_only(0);
    let [limit, file] = arguments.without_first().bind(gil, "print_stack", &SIGNATURE)?;
    let given = |part: Option<&Value>| part.cloned().unwrap_or(Value::NONE);
    let parts = [alive(gil, &arguments.values[0])?.to_value(), given(limit), given(file)];
    call_library(gil, "asyncio.base_tasks", "_task_print_stack", &parts)
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    alive(gil, value)?;
    call_library(gil, "asyncio.base_tasks", "_task_repr", std::slice::from_ref(value))
}

fn set_result(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [_, _] = arguments.method(gil, "set_result")?;
    Err(runtime_error(gil, "Task does not support set_result operation"))
}

fn set_exception(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [_, _] = arguments.method(gil, "set_exception")?;
    Err(runtime_error(gil, "Task does not support set_exception operation"))
}

const LOG_DESTROY_PENDING: Attribute = Attribute {
    name: "_log_destroy_pending",
    doc: "",
    get: |_, value| Ok(Value::bool(this(value).task.log_destroy_pending.get())),
    set: Some(|gil, value, new| {
        let new = operations::truth(gil, &not_deleted(gil, new)?)?;
        this(value).task.log_destroy_pending.set(new);
        Ok(())
    }),
};

/// `Task`
static SPEC: TypeSpec = TypeSpec {
    name: "Task",
    module: "_asyncio",
    signature: "(coro, *, loop=None, name=None, context=None, eager_start=False)",
    doc: "A coroutine wrapped in a Future.",
    base: Some(|gil| builder::build_once(gil, &future::SPEC)),
    layout: Future::layout,
    storage: Storage::Slots,
    flags: flags::BASE | flags::WEAKLY_REFERENCED | flags::OWN_FIELDS,
    slots: SlotTable {
        new: Some(future::new),
        init: Some(init),
        repr: Some(repr),
        finalize: Some(future::finalize_task),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new(
            "cancel",
            "($self, /, msg=None)",
            "Request that this task cancel itself.\n\nThis arranges for a CancelledError to be thrown into the\nwrapped coroutine \
             on the next cycle through the event loop.\nThe coroutine then has a chance to clean up or even deny\nthe request \
             using try/except/finally.\n\nUnlike Future.cancel, this does not guarantee that the\ntask will be cancelled: the \
             exception might be caught and\nacted upon, delaying cancellation of the task or preventing\ncancellation \
             completely.  The task may also return a value or\nraise a different exception.\n\nImmediately after this method is \
             called, Task.cancelled() will\nnot return True (unless the task was already cancelled).  A\ntask will be marked as \
             cancelled when the wrapped coroutine\nterminates with a CancelledError exception (even if cancel()\nwas not \
             called).\n\nThis also increases the task's count of cancellation requests.",
            cancel,
        ),
        Function::new(
            "cancelling",
            "($self, /)",
            "Return the count of the task's cancellation requests.\n\nThis count is incremented when .cancel() is called\nand may \
             be decremented using .uncancel().",
            cancelling,
        ),
        Function::new(
            "uncancel",
            "($self, /)",
            "Decrement the task's count of cancellation requests.\n\nThis should be used by tasks that catch CancelledError\nand \
             wish to continue indefinitely until they are cancelled again.\n\nReturns the remaining number of cancellation \
             requests.",
            uncancel,
        ),
        Function::new(
            "get_stack",
            "($self, /, *, limit=None)",
            "Return the list of stack frames for this task's coroutine.\n\nIf the coroutine is not done, this returns the stack \
             where it is\nsuspended.  If the coroutine has completed successfully or was\ncancelled, this returns an empty list.  \
             If the coroutine was\nterminated by an exception, this returns the list of traceback\nframes.\n\nThe frames are \
             always ordered from oldest to newest.\n\nThe optional limit gives the maximum number of frames to\nreturn; by default \
             all available frames are returned.  Its\nmeaning differs depending on whether a stack or a traceback is\nreturned: the \
             newest frames of a stack are returned, but the\noldest frames of a traceback are returned.  (This matches \
             the\nbehavior of the traceback module.)\n\nFor reasons beyond our control, only one stack frame is\nreturned for a \
             suspended coroutine.",
            get_stack,
        ),
        Function::new(
            "print_stack",
            "($self, /, *, limit=None, file=None)",
            "Print the stack or traceback for this task's coroutine.\n\nThis produces output similar to that of the traceback \
             module,\nfor the frames retrieved by get_stack().  The limit argument\nis passed to get_stack().  The file argument is \
             an I/O stream\nto which the output is written; by default output is written\nto sys.stderr.",
            print_stack,
        ),
        Function::new("get_coro", "($self, /)", "", get_coro),
        Function::new("get_context", "($self, /)", "", get_context),
        Function::new("get_name", "($self, /)", "", get_name),
        Function::new("set_name", "($self, value, /)", "", set_name),
        Function::new("set_result", "($self, result, /)", "", set_result),
        Function::new("set_exception", "($self, exception, /)", "", set_exception),
    ],
    attributes: &[
        LOG_DESTROY_PENDING,
        Attribute::read_only("_must_cancel", "", |_, value| {
            Ok(Value::bool(this(value).task.must_cancel.get()))
        }),
        Attribute::read_only("_coro", "", |_, value| Ok(this(value).task.coro.get_or_none())),
        Attribute::read_only("_fut_waiter", "", |_, value| Ok(this(value).task.waiter.get_or_none())),
    ],
};
