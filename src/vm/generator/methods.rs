//! What programs see of generators and coroutines: their methods, attributes and types.

use super::*;
use crate::object::class::flags as class_flags;
use crate::object::native::{Attribute, Function as Row, TypeSpec};
use crate::object::{SlotTable, Storage, Type};
use crate::types::traceback::Traceback;
use crate::types::tuple;
use crate::vm::frame;

pub fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let state = state(gil);
    if enter_deeply(state, value, way::RESUMED) {
        return match dispatch::drive(state) {
            Exit::Yielded => Ok(Some(state.take_result())),
            Exit::Returned => match state.take_result() {
                result if result.is_none() => Ok(None),
                result => Err(stop(gil, result)),
            },
            Exit::Raised | Exit::GoOn => Err(crate::vm::raised(state)),
        };
    }
    match resume(gil, value, Ok(Value::NONE))? {
        Left::Yielded(value) => Ok(Some(value)),
        Left::Returned(result) if result.is_none() => Ok(None),
        Left::Returned(result) => Err(stop(gil, result)),
    }
}

fn send(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [generator, value] = arguments.method(gil, "send")?;
    let left = resume(gil, generator, Ok(value.clone()))?;
    as_method(gil, left)
}

fn throw(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    warn_of_signature(gil, arguments, "throw")?;
    let raised = thrown(gil, arguments)?;
    let left = throw_into(gil, &arguments.values[0], raised)?;
    as_method(gil, left)
}

/// Three arguments are out of fashion.
pub fn warn_of_signature(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<()> {
    if arguments.values.len() < 3 {
        return Ok(());
    }
    let message = format!(
        "the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature instead."
    );
    crate::types::warning::warn(gil, Kind::DeprecationWarning, &message)
}

/// The exception that `throw(type, value, traceback)` is about. What making it raises is thrown in its place.
pub fn thrown(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Raised> {
    let given = arguments.without_first().between(gil, "throw", 1, 3)?;
    let value = given.get(1).filter(|value| !value.is_none());
    let traceback = given.get(2).filter(|value| !value.is_none());
    if traceback.is_some_and(|traceback| traceback.downcast::<Traceback>().is_none()) {
        return Err(type_error(gil, "throw() third argument must be a traceback object"));
    }
    let class = given[0].downcast::<Type>().filter(|class| class.is_subtype(Kind::BaseException.class(gil)));
    let made = match (class, value) {
        (Some(class), Some(value)) if value.class(gil).is_subtype(class) => Ok(value.clone()),
        (Some(_), Some(value)) => match tuple::items_of(value) {
            Some(items) => operations::call(gil, &given[0], Arguments::positional(&items)),
            None => operations::call_one(gil, &given[0], value),
        },
        (Some(_), None) => operations::call(gil, &given[0], Arguments::NONE),
        (None, _) => Ok(given[0].clone()),
    };
    let exception = match made {
        Ok(exception) => exception,
        Err(raised) => return Ok(raised),
    };
    let exception = match exception.try_into_ref::<Exception>() {
        Ok(exception) => exception,
        Err(made) if class.is_some() => {
            let kind = made.class(gil).name().to_string();
            return Ok(crate::vm::exceptions::no_exception(gil, &given[0], &kind));
        }
        Err(_) => {
            let name = given[0].class(gil).name();
            let message =
                format!("exceptions must be classes or instances deriving from BaseException, not {name}");
            return Err(type_error(gil, message));
        }
    };
    if class.is_none() && value.is_some() {
        return Err(type_error(gil, "instance exception may not have a separate value"));
    }
    if let Some(traceback) = traceback {
        let old = exception.traceback.replace(traceback.clone());
        drop(old);
    }
    Ok(Raised::new(exception))
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    match this(value).body.status() {
        Status::New => {
            this(value).body.discard();
            return Ok(Value::NONE);
        }
        Status::Ended => return Ok(Value::NONE),
        Status::Waiting if this(value).body.ends_quietly() => {
            this(value).body.discard();
            return Ok(Value::NONE);
        }
        Status::Waiting | Status::Running | Status::Parked => {}
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

pub fn close_value(gil: Gil<'_>, iterator: &Value) -> Result<()> {
    if of(iterator).is_some() {
        return close(gil, Arguments::positional(std::slice::from_ref(iterator))).map(drop);
    }
    match operations::find_named(gil, iterator, "close") {
        Ok(Some(close)) => operations::call(gil, &close, Arguments::NONE).map(drop),
        Ok(None) => Ok(()),
        Err(raised) => {
            crate::modules::sys::report_unraisable(gil, raised, "Exception ignored in", Some(iterator));
            Ok(())
        }
    }
}

/// Ends a generator that has not begun: the error is raised where it begins.
#[cold]
pub(super) fn raise_at_beginning(gil: Gil<'_>, value: &Value, raised: Raised) -> Raised {
    let body = &this(value).body;
    if let Ok(frame) = frame_of(gil, value) {
        let exception = raised.exception();
        let next = exception.traceback.borrow().clone();
        let line = body.code.code.first_line.into();
        let traceback = crate::types::traceback::of(gil, next, frame, -1, line);
        let old = exception.traceback.replace(traceback.into_value());
        drop(old);
    }
    body.discard();
    raised
}

/// A generator that is forgotten while it waits runs its `finally` blocks; a coroutine that never began is a mistake.
fn finalize(gil: Gil<'_>, value: &Value) {
    let status = this(value).body.status();
    if status == Status::Ended {
        return;
    }
    if status == Status::New && value.downcast::<Coroutine>().is_some() {
        warn_of_unawaited(gil, value);
    }
    let hook = value.downcast::<AsyncGenerator>().and_then(|generator| generator.finalizer());
    let ended = match hook {
        Some(hook) => operations::call_one(gil, &hook, value).map(drop),
        None if status == Status::Waiting => {
            close(gil, Arguments::positional(std::slice::from_ref(value))).map(drop)
        }
        None => return,
    };
    if let Err(raised) = ended {
        crate::types::unraisable::report(gil, raised, "Exception ignored in", Some(value));
    }
}

/// Lets the warnings module, which is asked only if the program goes on, tell of a coroutine that nobody awaited.
fn warn_of_unawaited(gil: Gil<'_>, value: &Value) {
    let name = this(value).qualified_name.borrow().lossy().into_owned();
    let mut message = format!("coroutine '{name}' was never awaited");
    match origin::of(value).map(|origin| origin::shown(gil, &origin)) {
        Some(Ok(shown)) => message += &shown,
        Some(Err(raised)) => {
            crate::types::unraisable::report(gil, raised, "Exception ignored in", Some(value));
        }
        None => {}
    }
    if let Err(raised) = crate::types::warning::warn_about(gil, Kind::RuntimeWarning, &message, value) {
        crate::types::unraisable::report(gil, raised, "Exception ignored in", Some(value));
    }
}

fn itself(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.clone())
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = this(value).qualified_name.borrow().lossy().into_owned();
    let address = crate::types::object::address(value);
    let kind = value.class(gil).name();
    Ok(Ref::text(gil, &format!("<{kind} object {name} at {address:#x}>")).into_value())
}

fn no_new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Err(type_error(gil, format!("cannot create '{}' instances", class.name())))
}

fn frame_of(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let body = &this(value).body;
    match body.status() {
        Status::Ended => Ok(Value::NONE),
        Status::New | Status::Waiting => {
            let made = body.frame.borrow().clone();
            let frame = made.unwrap_or_else(|| frame::of_waiting(gil, body));
            *body.frame.borrow_mut() = Some(frame.clone());
            body.inner.set(Bits::EMPTY);
            Ok(frame.into_value())
        }
        Status::Running | Status::Parked => {
            let state = state(gil);
            let running = (0..state.depth()).filter_map(|place| state.below(place));
            let mut own = running.filter(|known| known.callee().is_some_and(|callee| callee.is(value)));
            Ok(own.next().map_or(Value::NONE, |activation| frame::of(gil, activation).into_value()))
        }
    }
}

fn delegated(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(delegating(&this(value).body).map_or(Value::NONE, |(_, iterator)| iterator))
}

fn runs(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(Value::bool(this(value).body.status() == Status::Running))
}

fn waits(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(Value::bool(this(value).body.status() == Status::Waiting))
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
    Row::class("__class_getitem__", "", "See PEP 585", crate::types::generic_alias::class_item),
];

const OF_COROUTINES: &[Row] = &[
    Row::new(
        "send",
        "",
        "send(arg) -> send 'arg' into coroutine,\nreturn next iterated value or raise StopIteration.",
        send,
    ),
    Row::new(
        "throw",
        "",
        "throw(value)\nthrow(type[,value[,traceback]])\n\nRaise exception in coroutine.",
        throw,
    ),
    Row::new("close", "", "close() -> raise GeneratorExit inside coroutine.", close),
    Row::class("__class_getitem__", "", "See PEP 585", crate::types::generic_alias::class_item),
];

const fn spec(
    name: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    slots: SlotTable,
    methods: &'static [Row],
    attributes: &'static [Attribute],
) -> TypeSpec {
    TypeSpec {
        name,
        module: "builtins",
        signature: "",
        doc: "",
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: class_flags::WEAKLY_REFERENCED,
        slots,
        methods,
        attributes,
    }
}

const NAME: Attribute = Attribute {
    name: "__name__",
    doc: "name of the generator",
    get: |_, value| Ok(this(value).name.borrow().to_value()),
    set: Some(|gil, value, new| rename(gil, "__name__", &this(value).name, new)),
};
const QUALIFIED_NAME: Attribute = Attribute {
    name: "__qualname__",
    doc: "qualified name of the generator",
    get: |_, value| Ok(this(value).qualified_name.borrow().to_value()),
    set: Some(|gil, value, new| rename(gil, "__qualname__", &this(value).qualified_name, new)),
};

fn rename(gil: Gil<'_>, what: &str, name: &RefCell<Ref<Text>>, new: Option<Value>) -> Result<()> {
    let Some(Ok(new)) = new.map(Value::try_into_ref::<Text>) else {
        return Err(type_error(gil, format!("{what} must be set to a string object")));
    };
    let old = name.replace(new);
    drop(old);
    Ok(())
}

/// The type of generators.
pub static GENERATOR: TypeSpec = spec(
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
    METHODS,
    &[
        NAME,
        QUALIFIED_NAME,
        Attribute::read_only("gi_frame", "", frame_of),
        Attribute::read_only("gi_running", "", runs),
        Attribute::read_only("gi_suspended", "", waits),
        Attribute::read_only("gi_code", "", |_, value| Ok(this(value).body.code.to_value())),
        Attribute::read_only("gi_yieldfrom", "", delegated),
    ],
);

/// The type of coroutines.
pub static COROUTINE: TypeSpec = spec(
    "coroutine",
    Coroutine::layout,
    SlotTable {
        repr: Some(repr),
        await_: Some(awaiting::wrapper),
        new: Some(no_new),
        finalize: Some(finalize),
        ..SlotTable::EMPTY
    },
    OF_COROUTINES,
    &[
        Attribute { doc: "name of the coroutine", ..NAME },
        Attribute { doc: "qualified name of the coroutine", ..QUALIFIED_NAME },
        Attribute::read_only("cr_frame", "", frame_of),
        Attribute::read_only("cr_running", "", runs),
        Attribute::read_only("cr_suspended", "", waits),
        Attribute::read_only("cr_code", "", |_, value| Ok(this(value).body.code.to_value())),
        Attribute::read_only("cr_await", "", delegated),
        Attribute::read_only("cr_origin", "", |_, value| Ok(origin::of(value).unwrap_or(Value::NONE))),
    ],
);

/// The type of asynchronous generators.
pub static ASYNC_GENERATOR: TypeSpec = spec(
    "async_generator",
    AsyncGenerator::layout,
    SlotTable {
        repr: Some(repr),
        aiter: Some(itself),
        anext: Some(asynchronous::next),
        new: Some(no_new),
        finalize: Some(finalize),
        ..SlotTable::EMPTY
    },
    asynchronous::METHODS,
    &[
        NAME,
        QUALIFIED_NAME,
        Attribute::read_only("ag_frame", "", frame_of),
        Attribute::read_only("ag_running", "", asynchronous::runs),
        Attribute::read_only("ag_suspended", "", waits),
        Attribute::read_only("ag_code", "", |_, value| Ok(this(value).body.code.to_value())),
        Attribute::read_only("ag_await", "", delegated),
    ],
);
