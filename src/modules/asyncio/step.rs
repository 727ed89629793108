//! The steps of tasks: a coroutine runs until it waits for something, and goes on when that is done.

use crate::gil::Gil;
use crate::modules::machine::{self, Left};
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, Raised, runtime_error, type_error};
use crate::object::{Arguments, Payload, Ref, Result, SlotTable, Storage, Value, Visit, operations};
use crate::payload;

use super::callback::Callback;
use super::future::{self, Future, State};
use super::{invalid_state, is_cancelled_error, names, outcome, registry, schedule, shown, task};

/// The payload of `TaskStepMethWrapper`: the next step of a task, as an object.
pub struct Step {
    pub task: Ref<Future>,
    pub error: Option<Value>,
}

impl Payload for Step {
    payload!(Step, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.task.as_value());
        self.error.iter().for_each(visit);
    }
}

/// The method that a task is called by when what it waits for is done.
pub static WAKEUP: Function = Function::new("task_wakeup", "", "", |gil, arguments| {
    let [task, future] = arguments.method(gil, "task_wakeup")?;
    wakeup(gil, future::this(task), future)
});

/// Has the next step of a task run soon, with an exception if there is one.
pub fn step_soon(gil: Gil<'_>, task: &Ref<Future>, error: Option<Value>) -> Result<()> {
    let (of, context) = (task.loop_.get_or_none(), task.task.context.get_or_none());
    schedule::call_soon(gil, &of, Callback::Step(task.clone(), error), None, &context)
}

/// Goes on with a task when a future is done that it has waited for.
pub fn wakeup(gil: Gil<'_>, task: &Ref<Future>, future: &Value) -> Result<Value> {
    let became = match future::exactly(gil, future) {
        Some(future) => outcome::result(gil, future),
        None => operations::get_attribute(gil, future, &names(gil).result)
            .and_then(|result| operations::call(gil, &result, Arguments::NONE))
            .map(Ok),
    };
    let error = match became {
        Ok(Ok(_)) => None,
        Ok(Err(exception)) => Some(exception),
        Err(raised) => Some(raised.into_exception().into_value()),
    };
    step(gil, task, error)
}

/// Runs a task until it waits for something or ends.
pub fn step(gil: Gil<'_>, task: &Ref<Future>, error: Option<Value>) -> Result<Value> {
    let of = task.loop_.get_or_none();
    registry::enter(gil, &of, task.as_value())?;
    let stepped = advance(gil, task, error);
    let left = registry::leave(gil, &of, task.as_value());
    stepped.and(left)?;
    Ok(Value::NONE)
}

/// The same without saying that the task is the current one.
pub fn advance(gil: Gil<'_>, task: &Ref<Future>, error: Option<Value>) -> Result<()> {
    if task.state.get() != State::Pending {
        let error = error.map_or(Ok("''".to_owned()), |error| shown(gil, &error))?;
        let message = format!("__step(): already done: {} {error}", shown(gil, task.as_value())?);
        return Err(invalid_state(gil, &message));
    }
    let mut error = error;
    if task.task.must_cancel.replace(false)
        && !error.as_ref().is_some_and(|error| is_cancelled_error(gil, error))
    {
        error = Some(outcome::make_cancelled_error(gil, task)?);
    }
    task.task.waiter.set(None);
    let Some(coro) = task.task.coro.get() else {
        return Err(runtime_error(gil, "uninitialized Task object"));
    };
    let machine = machine::get(gil)?;
    let left = match &error {
        None => (machine.go_on)(gil, &coro),
        Some(error) => (machine.go_on_with)(gil, &coro, error),
    };
    drop(error);
    match left {
        Ok(Left::Yielded(awaited)) => wait_for(gil, task, awaited),
        Ok(Left::Returned(result)) if task.task.must_cancel.replace(false) => {
            // It was cancelled in its last moment.
            drop(result);
            outcome::cancel(gil, task, task.cancel_message.get()).map(drop)
        }
        Ok(Left::Returned(result)) => outcome::set_result(gil, task, result),
        Err(raised) => fail(gil, task, raised),
    }
}

/// The coroutine has ended with an exception.
fn fail(gil: Gil<'_>, task: &Ref<Future>, raised: Raised) -> Result<()> {
    let is_fatal = raised.is(gil, Kind::SystemExit) || raised.is(gil, Kind::KeyboardInterrupt);
    let exception = raised.into_exception();
    if is_cancelled_error(gil, exception.as_value()) {
        task.cancelled_error.set(Some(exception.into_value()));
        return outcome::cancel(gil, task, None).map(drop);
    }
    outcome::set_exception(gil, task, exception.as_value())?;
    if is_fatal { Err(Raised::new(exception)) } else { Ok(()) }
}

/// The coroutine has yielded something: the task goes on when that is done.
fn wait_for(gil: Gil<'_>, task: &Ref<Future>, awaited: Value) -> Result<()> {
    if awaited.is(task.as_value()) {
        return refuse(gil, task, format!("Task cannot await on itself: {}", shown(gil, &awaited)?));
    }
    if awaited.is_none() {
        // A bare yield lets the others run.
        return step_soon(gil, task, None);
    }
    if let Some(future) = future::exactly(gil, &awaited) {
        if !task.loop_.holds(|own| future.loop_.is(own)) {
            return refuse_other_loop(gil, task, &awaited);
        }
        if !future.blocking.replace(false) {
            return refuse_bare_yield(gil, task, &awaited);
        }
        let context = task.task.context.get_or_none();
        outcome::add_callback(gil, future, Callback::Wakeup(task.clone()), context)?;
        return begin_waiting(gil, task, awaited);
    }
    match operations::find_attribute(gil, &awaited, &names(gil)._asyncio_future_blocking)? {
        Some(blocking) if !blocking.is_none() => wait_for_other(gil, task, awaited, &blocking),
        _ => refuse_object(gil, task, &awaited),
    }
}

/// As [`wait_for`] for what is made like a future.
fn wait_for_other(gil: Gil<'_>, task: &Ref<Future>, awaited: Value, blocking: &Value) -> Result<()> {
    let names = names(gil);
    let is_blocking = operations::truth(gil, blocking)?;
    if !task.loop_.is(&loop_of(gil, &awaited)?) {
        return refuse_other_loop(gil, task, &awaited);
    }
    if !is_blocking {
        return refuse_bare_yield(gil, task, &awaited);
    }
    operations::set_attribute(gil, &awaited, &names._asyncio_future_blocking, Some(Value::FALSE))?;
    let add = operations::get_attribute(gil, &awaited, &names.add_done_callback)?;
    let values = [Callback::Wakeup(task.clone()).to_value(gil), task.task.context.get_or_none()];
    operations::call(gil, &add, Arguments { values: &values, names: std::slice::from_ref(&names.context) })?;
    begin_waiting(gil, task, awaited)
}

/// The task waits from now on; if it is to be cancelled, so is what it waits for.
fn begin_waiting(gil: Gil<'_>, task: &Ref<Future>, awaited: Value) -> Result<()> {
    task.task.waiter.set(Some(awaited.clone()));
    if task.task.must_cancel.get() && task::cancel_any(gil, &awaited, task.cancel_message.get_or_none())? {
        task.task.must_cancel.set(false);
    }
    Ok(())
}

/// The loop of a future, or of what is made like one.
fn loop_of(gil: Gil<'_>, future: &Value) -> Result<Value> {
    let names = names(gil);
    match operations::find_attribute(gil, future, &names.get_loop)? {
        Some(get) => operations::call(gil, &get, Arguments::NONE),
        None => operations::get_attribute(gil, future, &names._loop),
    }
}

/// Has a RuntimeError raised in the coroutine, since it has yielded what it must not.
#[cold]
fn refuse(gil: Gil<'_>, task: &Ref<Future>, message: String) -> Result<()> {
    step_soon(gil, task, Some(runtime_error(gil, message).into_exception().into_value()))
}

#[cold]
fn refuse_other_loop(gil: Gil<'_>, task: &Ref<Future>, awaited: &Value) -> Result<()> {
    let (own, other) = (shown(gil, task.as_value())?, shown(gil, awaited)?);
    refuse(gil, task, format!("Task {own} got Future {other} attached to a different loop"))
}

#[cold]
fn refuse_bare_yield(gil: Gil<'_>, task: &Ref<Future>, awaited: &Value) -> Result<()> {
    let (own, other) = (shown(gil, task.as_value())?, shown(gil, awaited)?);
    refuse(gil, task, format!("yield was used instead of yield from in task {own} with {other}"))
}

#[cold]
fn refuse_object(gil: Gil<'_>, task: &Ref<Future>, awaited: &Value) -> Result<()> {
    let other = shown(gil, awaited)?;
    if &*awaited.class(gil).name() != "generator" {
        return refuse(gil, task, format!("Task got bad yield: {other}"));
    }
    let own = shown(gil, task.as_value())?;
    refuse(
        gil,
        task,
        format!("yield was used instead of yield from for generator in task {own} with {other}"),
    )
}

fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    if !arguments.names.is_empty() {
        return Err(type_error(gil, "function takes no keyword arguments"));
    }
    if !arguments.values.is_empty() {
        return Err(type_error(gil, "function takes no positional arguments"));
    }
    match value.downcast::<Step>() {
        Some(own) => step(gil, &own.task, own.error.clone()),
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn task_of(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let _ = gil;
    Ok(value.downcast::<Step>().map_or(Value::NONE, |own| own.task.to_value()))
}

/// `TaskStepMethWrapper`
pub static SPEC: TypeSpec = TypeSpec {
    name: "TaskStepMethWrapper",
    module: "_asyncio",
    signature: "",
    doc: "",
    base: None,
    layout: Step::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable { call: Some(call), ..SlotTable::EMPTY },
    methods: &[],
    attributes: &[Attribute::read_only("__self__", "", task_of)],
};
