//! `asyncio.Handle`: a callback that a loop is to run, with its arguments and its context.

use std::cell::Cell;

use crate::gil::Gil;
use crate::modules::contextvars::{self, Context};
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, Setter, TypeSpec};
use crate::object::raised::{Kind, Raised};
use crate::object::{
    Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value, Visit, operations,
};
use crate::payload;
use crate::types::tuple;

use super::callback::Callback;
use super::place::Place;
use super::{call_library, names};

/// The arguments of a callback.
#[derive(Clone)]
pub enum Given {
    Nothing,
    One(Value),
    /// A tuple, or whatever else a program has put there.
    Several(Value),
}

impl Given {
    /// At most one argument.
    pub fn of(argument: Option<&Value>) -> Given {
        argument.map_or(Given::Nothing, |argument| Given::One(argument.clone()))
    }

    fn to_value(&self, gil: Gil<'_>) -> Value {
        match self {
            Given::Nothing => tuple::empty(gil),
            Given::One(argument) => convert::tuple(gil, vec![argument.clone()]),
            Given::Several(arguments) => arguments.clone(),
        }
    }
}

/// The payload of `Handle`.
#[derive(Default)]
pub struct Handle {
    /// None once it is cancelled.
    callback: Cell<Option<Callback>>,
    given: Cell<Option<Given>>,
    context: Place,
    loop_: Place,
    cancelled: Cell<bool>,
}

impl Payload for Handle {
    payload!(Handle, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        peek(&self.callback, |callback| callback.visit(visit));
        peek(&self.given, |given| match given {
            Given::Nothing => {}
            Given::One(value) | Given::Several(value) => visit(value),
        });
        self.context.visit(visit);
        self.loop_.visit(visit);
    }

    fn clear(&self) {
        let parts = (self.callback.take(), self.given.take(), self.context.take(), self.loop_.take());
        drop(parts);
    }
}

/// Looks at what a cell holds, where nobody else can look meanwhile.
fn peek<T, R>(cell: &Cell<Option<T>>, look: impl FnOnce(&T) -> R) -> Option<R> {
    let held = cell.take();
    let seen = held.as_ref().map(look);
    cell.set(held);
    seen
}

impl Handle {
    /// A handle; in a copy of the current context where that is None.
    pub fn new(gil: Gil<'_>, callback: Callback, given: Given, loop_: &Value, context: &Value) -> Handle {
        let handle = Handle::default();
        handle.fill(gil, callback, given, loop_, context);
        handle
    }

    fn fill(&self, gil: Gil<'_>, callback: Callback, given: Given, loop_: &Value, context: &Value) {
        let context = if context.is_none() { contextvars::copy_of_current(gil) } else { context.clone() };
        self.context.set(Some(context));
        self.loop_.set(Some(loop_.clone()));
        self.cancelled.set(false);
        let old = (self.callback.replace(Some(callback)), self.given.replace(Some(given)));
        drop(old);
    }
}

fn this(value: &Value) -> &Ref<Handle> {
    match value.downcast() {
        Some(handle) => handle,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Handle::default()).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    const SIGNATURE: Parameters<4> = Parameters::new(["callback", "args", "loop", "context"], 3);
    let [callback, given, of, context] = arguments.bind(gil, "Handle", &SIGNATURE)?;
    let callback = Callback::Object(convert::given(callback).clone());
    let given = Given::Several(convert::given(given).clone());
    this(value).fill(gil, callback, given, convert::given(of), context.unwrap_or(&Value::NONE));
    Ok(())
}

fn cancel(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "cancel")?;
    let handle = this(value);
    if !handle.cancelled.replace(true) {
        let parts = (handle.callback.take(), handle.given.take());
        drop(parts);
    }
    Ok(Value::NONE)
}

fn cancelled(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "cancelled")?;
    Ok(Value::bool(this(value).cancelled.get()))
}

fn get_context(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "get_context")?;
    Ok(this(value).context.get_or_none())
}

/// Runs the callback; what it raises is told to the loop.
fn run(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "_run")?;
    match run_callback(gil, this(value)) {
        Ok(_) => Ok(Value::NONE),
        Err(raised) if raised.is(gil, Kind::SystemExit) || raised.is(gil, Kind::KeyboardInterrupt) => {
            Err(raised)
        }
        Err(raised) => tell(gil, value, raised),
    }
}

#[cold]
fn tell(gil: Gil<'_>, handle: &Value, raised: Raised) -> Result<Value> {
    let error = raised.into_exception().into_value();
    call_library(gil, "asyncio.events", "_callback_failed", &[handle.clone(), error])?;
    Ok(Value::NONE)
}

fn run_callback(gil: Gil<'_>, handle: &Ref<Handle>) -> Result<Value> {
    let callback = peek(&handle.callback, Callback::clone).unwrap_or(Callback::Object(Value::NONE));
    let given = peek(&handle.given, Given::clone).unwrap_or(Given::Nothing);
    let context = handle.context.get_or_none();
    let several = match &given {
        Given::Several(values) if !values.is_none() => operations::collect(gil, values)?,
        _ => Vec::new(),
    };
    let arguments = match &given {
        Given::One(argument) => std::slice::from_ref(argument),
        _ => &several,
    };
    match context.downcast::<Context>() {
        Some(context) => contextvars::within(gil, context, || callback.call(gil, arguments)),
        None => {
            let mut all = vec![callback.to_value(gil)];
            all.extend_from_slice(arguments);
            let run = operations::get_attribute(gil, &context, &names(gil).run)?;
            operations::call(gil, &run, Arguments::positional(&all))
        }
    }
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    call_library(gil, "asyncio.events", "_shown_handle", std::slice::from_ref(value))
}

fn info(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "_repr_info")?;
    call_library(gil, "asyncio.events", "_handle_info", std::slice::from_ref(value))
}

/// An attribute that a program may set to anything.
const fn part(name: &'static str, get: crate::object::slots::Unary, set: Setter) -> Attribute {
    Attribute { name, doc: "", get, set: Some(set) }
}

/// `asyncio.Handle`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Handle",
    module: "asyncio.events",
    signature: "(callback, args, loop, context=None)",
    doc: "Object returned by callback registration methods.",
    base: None,
    layout: Handle::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(new), init: Some(init), repr: Some(repr), ..SlotTable::EMPTY },
    methods: &[
        Function::new("_repr_info", "($self)", "", info),
        Function::new("get_context", "($self)", "", get_context),
        Function::new("cancel", "($self)", "", cancel),
        Function::new("cancelled", "($self)", "", cancelled),
        Function::new("_run", "($self)", "", run),
    ],
    attributes: &[
        part(
            "_callback",
            |gil, value| {
                Ok(peek(&this(value).callback, |callback| callback.to_value(gil)).unwrap_or(Value::NONE))
            },
            |_, value, new| {
                drop(this(value).callback.replace(new.map(Callback::Object)));
                Ok(())
            },
        ),
        part(
            "_args",
            |gil, value| Ok(peek(&this(value).given, |given| given.to_value(gil)).unwrap_or(Value::NONE)),
            |_, value, new| {
                drop(this(value).given.replace(new.map(Given::Several)));
                Ok(())
            },
        ),
        part(
            "_context",
            |_, value| Ok(this(value).context.get_or_none()),
            |_, value, new| {
                this(value).context.set(new);
                Ok(())
            },
        ),
        part(
            "_loop",
            |_, value| Ok(this(value).loop_.get_or_none()),
            |_, value, new| {
                this(value).loop_.set(new);
                Ok(())
            },
        ),
        part(
            "_cancelled",
            |_, value| Ok(Value::bool(this(value).cancelled.get())),
            |gil, value, new| {
                this(value)
                    .cancelled
                    .set(new.is_some_and(|new| operations::truth(gil, &new).unwrap_or(true)));
                Ok(())
            },
        ),
    ],
};
