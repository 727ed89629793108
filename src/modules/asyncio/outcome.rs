//! What becomes of a future: a result, an exception or a cancellation, and who is told of it.

use crate::gil::Gil;
use crate::object::raised::{Exception, Kind, runtime_error, type_error};
use crate::object::{Arguments, Ref, Result, Type, Value, operations};

use super::future::{Future, State};
use super::schedule::call_soon;
use super::{callback::Callback, cancelled_error, invalid_state, raise};

/// Gives the callbacks of a future that is done to its loop.
fn schedule_callbacks(gil: Gil<'_>, future: &Ref<Future>) -> Result<()> {
    let callbacks = future.callbacks.take();
    if callbacks.is_empty() {
        return Ok(());
    }
    let of = future.loop_.get_or_none();
    for (callback, context) in callbacks {
        call_soon(gil, &of, callback, Some(future.as_value()), &context)?;
    }
    Ok(())
}

/// Calls a function with the future when it is done.
pub fn add_callback(gil: Gil<'_>, future: &Ref<Future>, callback: Callback, context: Value) -> Result<()> {
    if future.state.get() != State::Pending {
        return call_soon(gil, &future.loop_.get_or_none(), callback, Some(future.as_value()), &context);
    }
    future.callbacks.borrow_mut().push((callback, context));
    Ok(())
}

fn expect_pending(gil: Gil<'_>, future: &Future) -> Result<()> {
    if future.state.get() == State::Pending { Ok(()) } else { Err(invalid_state(gil, "invalid state")) }
}

/// Gives the result.
pub fn set_result(gil: Gil<'_>, future: &Ref<Future>, result: Value) -> Result<()> {
    expect_pending(gil, future)?;
    future.result.set(Some(result));
    future.state.set(State::Finished);
    schedule_callbacks(gil, future)
}

/// Gives an exception, or a class of exceptions, in place of the result.
pub fn set_exception(gil: Gil<'_>, future: &Ref<Future>, given: &Value) -> Result<()> {
    expect_pending(gil, future)?;
    let is_class =
        given.downcast::<Type>().is_some_and(|class| class.is_subtype(Kind::BaseException.class(gil)));
    let exception = match is_class {
        true => operations::call(gil, given, Arguments::NONE)?,
        false => given.clone(),
    };
    expect_pending(gil, future)?;
    let exception = match exception.try_into_ref::<Exception>() {
        Ok(exception) => no_stop(gil, exception),
        Err(_) => return Err(type_error(gil, "invalid exception object")),
    };
    let traceback = exception.traceback.borrow().clone();
    future.traceback.set(Some(traceback));
    future.exception.set(Some(exception.into_value()));
    future.state.set(State::Finished);
    schedule_callbacks(gil, future)?;
    future.log_traceback.set(true);
    Ok(())
}

/// A StopIteration would end the coroutine that awaits the future: it is put into a RuntimeError.
fn no_stop(gil: Gil<'_>, exception: Ref<Exception>) -> Ref<Exception> {
    if !operations::is_instance(gil, exception.as_value(), Kind::StopIteration.class(gil)) {
        return exception;
    }
    let message = "StopIteration interacts badly with generators and cannot be raised into a Future";
    let wrapping = runtime_error(gil, message).into_exception();
    let cause = exception.into_value();
    let old = (wrapping.cause.replace(cause.clone()), wrapping.context.replace(cause));
    wrapping.suppress_context.set(true);
    drop(old);
    wrapping
}

/// Cancels the future itself; false if it is done.
pub fn cancel(gil: Gil<'_>, future: &Ref<Future>, message: Option<Value>) -> Result<bool> {
    future.log_traceback.set(false);
    if future.state.get() != State::Pending {
        return Ok(false);
    }
    future.state.set(State::Cancelled);
    future.cancel_message.set(message);
    schedule_callbacks(gil, future)?;
    Ok(true)
}

/// The CancelledError that says that the future was cancelled. The one that came out of a coroutine is given once.
pub fn make_cancelled_error(gil: Gil<'_>, future: &Future) -> Result<Value> {
    if let Some(error) = future.cancelled_error.take() {
        return Ok(error);
    }
    let class = cancelled_error(gil)?;
    match future.cancel_message.get().filter(|message| !message.is_none()) {
        Some(message) => operations::call_one(gil, class, &message),
        None => operations::call(gil, class, Arguments::NONE),
    }
}

/// The result, or (as the error within) the exception that came in its place.
pub fn result(gil: Gil<'_>, future: &Future) -> Result<std::result::Result<Value, Value>> {
    match future.state.get() {
        State::Cancelled => return Err(raise(gil, make_cancelled_error(gil, future)?)),
        State::Pending => return Err(invalid_state(gil, "Result is not set.")),
        State::Finished => future.log_traceback.set(false),
    }
    let Some(exception) = future.exception.get() else { return Ok(Ok(future.result.get_or_none())) };
    if let Some(exception) = exception.downcast::<Exception>() {
        let old = exception.traceback.replace(future.traceback.take().unwrap_or(Value::NONE));
        drop(old);
    }
    Ok(Err(exception))
}

/// The result; the exception that came in its place is raised.
pub fn result_or_raise(gil: Gil<'_>, future: &Future) -> Result<Value> {
    result(gil, future)?.map_err(|exception| raise(gil, exception))
}
