//! Raising, matching and unwinding.

use crate::code::object::flags as code_flags;
use crate::code::{Intrinsic, opcode::INTRINSICS};
use crate::gil::Gil;
use crate::object::raised::{Exception, Kind, runtime_error, type_error};
use crate::object::{Arguments, Raised, Ref, Result, Type, Value, operations};
use crate::types::exceptions::group;
use crate::types::{traceback, tuple};

use super::activation::{Activation, kind};
use super::state::State;
use super::{frame, state};

/// `raise`, `raise a`, `raise a from b`: always an error.
pub fn raise(gil: Gil<'_>, exception: Option<Value>, cause: Option<Value>) -> Raised {
    let Some(exception) = exception else {
        return match state::handled(gil) {
            Some(handled) => Raised::new(handled),
            None => runtime_error(gil, "No active exception to reraise"),
        };
    };
    let exception = match instance(gil, exception, "exceptions must derive from BaseException") {
        Ok(exception) => exception,
        Err(raised) => return raised,
    };
    if let Some(cause) = cause {
        let cause = match cause.is_none() {
            true => Value::NONE,
            false => match instance(gil, cause, "exception causes must derive from BaseException") {
                Ok(cause) => cause.into_value(),
                Err(raised) => return raised,
            },
        };
        let old = exception.cause.replace(cause);
        exception.suppress_context.set(true);
        drop(old);
    }
    Raised::new(exception)
}

/// The error that calling an exception's class gave something else.
pub fn no_exception(gil: Gil<'_>, class: &Value, made: &str) -> Raised {
    match operations::repr(gil, class) {
        Ok(class) => {
            let class = class.lossy();
            let message =
                format!("calling {class} should have returned an instance of BaseException, not {made}");
            type_error(gil, message)
        }
        Err(raised) => raised,
    }
}

/// An exception, made by calling it if it is a class.
fn instance(gil: Gil<'_>, value: Value, complaint: &str) -> Result<Ref<Exception>> {
    let value = match value.downcast::<Type>() {
        Some(class) if class.is_subtype(Kind::BaseException.class(gil)) => {
            let made = operations::call(gil, &value, Arguments::NONE)?;
            return made.try_into_ref::<Exception>().map_err(|made| {
                match operations::repr(gil, made.class(gil).as_value()) {
                    Ok(kind) => no_exception(gil, &value, &kind.lossy()),
                    Err(raised) => raised,
                }
            });
        }
        _ => value,
    };
    value.try_into_ref::<Exception>().map_err(|_| type_error(gil, complaint))
}

/// Gives a new exception the one that is being handled as its context, unless that would be a circle.
/// One that it has already stays, unless it is to be replaced.
pub fn set_context(gil: Gil<'_>, exception: &Ref<Exception>, replace: bool) {
    let Some(handled) = state::handled(gil) else { return };
    if handled.is(exception) || !replace && !exception.context.borrow().is_none() {
        return;
    }
    let mut link = handled.clone();
    // The chain may have become a circle: the slower of the two walkers then meets the other.
    let (mut slow, mut moves) = (handled.clone(), false);
    loop {
        let next = link.context.borrow().clone();
        let Ok(next) = next.try_into_ref::<Exception>() else { break };
        if next.is(exception) {
            let cut = link.context.replace(Value::NONE);
            drop(cut);
            break;
        }
        link = next;
        if link.is(&slow) {
            break;
        }
        if moves {
            let next = slow.context.borrow().clone();
            if let Ok(next) = next.try_into_ref::<Exception>() {
                slow = next;
            }
        }
        moves = !moves;
    }
    let old = exception.context.replace(handled.into_value());
    drop(old);
}

/// Does an exception match what an `except` clause names?
pub fn matches(gil: Gil<'_>, exception: &Value, wanted: &Value) -> Result<bool> {
    let candidates = tuple::items_of(wanted).unwrap_or_else(|| vec![wanted.clone()]);
    for candidate in &candidates {
        let class = candidate.downcast::<Type>();
        if class.is_none_or(|class| !class.is_subtype(Kind::BaseException.class(gil))) {
            let message = "catching classes that do not inherit from BaseException is not allowed";
            return Err(type_error(gil, message));
        }
    }
    Ok(candidates.iter().any(|candidate| {
        candidate.downcast::<Type>().is_some_and(|class| exception.class(gil).is_subtype(class))
    }))
}

/// Notes in an exception's traceback that it has passed through a call.
pub fn add_traceback(gil: Gil<'_>, exception: &Ref<Exception>, activation: &Activation) {
    let code = &activation.code().code;
    if code.flags & code_flags::NATIVE_IN_CPYTHON != 0 {
        return;
    }
    let next = exception.traceback.borrow().clone();
    let word = activation.word();
    let line = code.line_near(word as u32);
    let frame = frame::of(gil, activation).into_value();
    let traceback = traceback::of(gil, next, frame, 2 * word as i64, line.into());
    let old = exception.traceback.replace(traceback.into_value());
    drop(old);
}

/// Does an exception's traceback begin with this frame?
pub fn begins_with(exception: &Ref<Exception>, frame: &Value) -> bool {
    let first = exception.traceback.borrow().clone();
    first.downcast::<traceback::Traceback>().is_some_and(|first| first.frame.is(frame))
}

/// `exit(type(exception), exception, exception.__traceback__)`.
pub fn call_exit(gil: Gil<'_>, exit: Vec<Value>, exception: &Value) -> Result<Value> {
    let mut exit = exit.into_iter();
    let Some(function) = exit.next() else { return Err(runtime_error(gil, "no exit function")) };
    let traceback = match exception.downcast::<Exception>() {
        Some(exception) => exception.traceback.borrow().clone(),
        None => Value::NONE,
    };
    let mut arguments: Vec<Value> = exit.collect();
    arguments.extend([exception.class(gil).to_value(), exception.clone(), traceback]);
    super::call_with(gil, &function, &arguments)
}

/// `except*`: the part of a group that matches, and the rest; None for nothing.
pub fn split_group(gil: Gil<'_>, exception: &Value, wanted: &Value) -> Result<(Value, Value)> {
    let candidates = tuple::items_of(wanted).unwrap_or_else(|| vec![wanted.clone()]);
    let group = Kind::BaseExceptionGroup.class(gil);
    for candidate in &candidates {
        let class = candidate.downcast::<Type>();
        if class.is_none_or(|class| !class.is_subtype(Kind::BaseException.class(gil))) {
            let message = "catching classes that do not inherit from BaseException is not allowed";
            return Err(type_error(gil, message));
        }
        if class.is_some_and(|class| class.is_subtype(group)) {
            let message = "catching ExceptionGroup with except* is not allowed. Use except instead.";
            return Err(type_error(gil, message));
        }
    }
    if exception.is_none() {
        return Ok((Value::NONE, Value::NONE));
    }
    if !exception.class(gil).is_subtype(group) || matches(gil, exception, wanted)? {
        let (matched, rest) = group::split_by_type(gil, exception, wanted)?;
        return Ok((matched.unwrap_or(Value::NONE), rest.unwrap_or(Value::NONE)));
    }
    // A class of groups may have a `split` of its own.
    let parts = operations::call_method(gil, exception, "split", std::slice::from_ref(wanted))?;
    let class = exception.class(gil).name();
    let Some(parts) = tuple::items_of(&parts) else {
        let got = parts.class(gil).name();
        return Err(type_error(gil, format!("{class}.split must return a tuple, not {got}")));
    };
    match &parts[..] {
        [matched, rest, ..] => Ok((matched.clone(), rest.clone())),
        _ => {
            let got = parts.len();
            Err(type_error(gil, format!("{class}.split must return a 2-tuple, got tuple of size {got}")))
        }
    }
}

/// `except*`: what is to be raised of what is left and what the handlers raised.
pub fn join_group(gil: Gil<'_>, original: &Value, parts: &Value) -> Result<Value> {
    let parts: Vec<Value> =
        operations::collect(gil, parts)?.into_iter().filter(|part| !part.is_none()).collect();
    if !group::is_group(gil, original) {
        // A plain exception came in a group of one: at most one handler ran.
        return Ok(parts.into_iter().next().unwrap_or(Value::NONE));
    }
    let (again, mut raised): (Vec<Value>, Vec<Value>) =
        parts.into_iter().partition(|part| is_part_of(part, original));
    if !again.is_empty() {
        raised.extend(group::projection(gil, original, &again)?);
    }
    match &raised[..] {
        [] => Ok(Value::NONE),
        [one] => Ok(one.clone()),
        _ => {
            let group = Kind::BaseExceptionGroup.class(gil).to_value();
            let arguments = [Ref::text(gil, "").into_value(), crate::types::list::of(gil, raised)];
            operations::call(gil, &group, Arguments::positional(&arguments))
        }
    }
}

/// Is an exception a part of a group, not raised anew: has it the same traceback, context and cause?
fn is_part_of(part: &Value, original: &Value) -> bool {
    let (Some(part), Some(original)) = (part.downcast::<Exception>(), original.downcast::<Exception>())
    else {
        return false;
    };
    part.traceback.borrow().is(&original.traceback.borrow())
        && part.context.borrow().is(&original.context.borrow())
        && part.cause.borrow().is(&original.cause.borrow())
}

/// The exception in a register is handled no longer: what was handled before, in the next register, is handled again.
pub fn end_handling(state: &State, register: u16) {
    let activation = state.activation();
    let window = activation.window.get();
    let before = match window.take(register + 1) {
        Some(before) => Some(before),
        None => {
            activation.kind.set(activation.kind.get() & !kind::HANDLES);
            super::place::copy(activation.handled.get())
        }
    };
    let handled = state.set_handled(before);
    drop((handled, window.take(register)));
}

/// What [`Intrinsic`] does.
pub fn intrinsic(gil: Gil<'_>, which: u8, first: Option<Value>, second: Option<Value>) -> Result<Value> {
    let first = first.unwrap_or(Value::NONE);
    match INTRINSICS.get(usize::from(which)) {
        Some(Intrinsic::PrintExpression) => {
            match crate::modules::sys::get(gil, "displayhook") {
                Some(hook) => operations::call_one(gil, &hook, &first)?,
                None => return Err(runtime_error(gil, "lost sys.displayhook")),
            };
            Ok(Value::NONE)
        }
        Some(Intrinsic::SetTypeParams) => {
            let name = crate::object::intern(gil, "__type_params__");
            operations::set_attribute(gil, &first, &name, second)?;
            Ok(first)
        }
        Some(Intrinsic::StopIterationError) => {
            let exception = first.try_into_ref::<Exception>();
            let raised = exception.map_or_else(|_| runtime_error(gil, "no exception"), Raised::new);
            Err(super::generator::no_stop(gil, raised))
        }
        Some(&which) => super::type_parameters::make(gil, which, first, second),
        None => Err(runtime_error(gil, "unknown intrinsic")),
    }
}
