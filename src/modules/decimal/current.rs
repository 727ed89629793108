//! The context of the running thread or task, and contexts for a block.

use std::cell::{OnceCell, RefCell};

use super::context::{self, Context};
use crate::gil::{Gil, ThreadId};
use crate::modules::contextvars::{self, ContextVar};
use crate::object::class::flags;
use crate::object::header::Visit;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{Arguments, Global, Payload, Ref, Result, SlotTable, Storage, Value};
use crate::payload;

static VARIABLE: Global<OnceCell<Ref<ContextVar>>> = Global::new(OnceCell::new());

fn variable(gil: Gil<'_>) -> &Ref<ContextVar> {
    VARIABLE.get(gil).get_or_init(|| contextvars::variable(gil, "decimal_context"))
}

/// What was found last: it holds as long as the same thread asks and no context variable has changed.
struct Found {
    thread: ThreadId,
    changes: u64,
    context: Ref<Context>,
}

static FOUND: Global<RefCell<Option<Found>>> = Global::new(RefCell::new(None));

/// The current context.
#[inline]
pub fn current(gil: Gil<'_>) -> Result<Ref<Context>> {
    if let Some(found) = &*FOUND.get(gil).borrow()
        && found.changes == contextvars::changes(gil)
        && found.thread == gil.thread_id()
    {
        return Ok(found.context.clone());
    }
    look_up(gil)
}

#[cold]
fn look_up(gil: Gil<'_>) -> Result<Ref<Context>> {
    let context = match contextvars::get(gil, variable(gil)) {
        Some(known) => context::this(gil, &known)?.clone(),
        None => {
            let made = context::make(gil, context::template(gil));
            drop(contextvars::set(gil, variable(gil), made.to_value()));
            made
        }
    };
    let found =
        Found { thread: gil.thread_id(), changes: contextvars::changes(gil), context: context.clone() };
    let before = FOUND.get(gil).replace(Some(found));
    drop(before);
    Ok(context)
}

fn make_current(gil: Gil<'_>, context: &Ref<Context>) {
    let context = match context::is_template(gil, context) {
        true => context::make(gil, context::fresh(context)),
        false => context.clone(),
    };
    drop(contextvars::set(gil, variable(gil), context.into_value()));
}

/// `getcontext()`.
pub fn get_context(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "decimal.getcontext")?;
    Ok(current(gil)?.into_value())
}

/// `setcontext(context)`.
pub fn set_context(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [given] = arguments.exactly::<1>(gil, "decimal.setcontext")?;
    make_current(gil, context::this(gil, given)?);
    Ok(Value::NONE)
}

/// The payload of what `localcontext` gives.
pub struct ContextManager {
    inside: Ref<Context>,
    outside: Ref<Context>,
}

impl Payload for ContextManager {
    payload!(ContextManager, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.inside.as_value());
        visit(self.outside.as_value());
    }
}

/// `localcontext(ctx=None, **settings)`.
pub fn local_context(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let positionals = arguments.positionals();
    if positionals.len() > 1 {
        let got = arguments.values.len();
        return Err(type_error(gil, format!("function takes at most 9 arguments ({got} given)")));
    }
    let given = positionals.first().or_else(|| arguments.keyword("ctx"));
    let outside = current(gil)?;
    let inside = match given.filter(|given| !given.is_none()) {
        None => (*outside).clone(),
        Some(_) => (*context::given_or_current(gil, given)?).clone(),
    };
    let inside = context::make(gil, inside);
    for (name, value) in arguments.keywords() {
        let known = context::NAMES.iter().find(|known| known.as_bytes() == name.bytes());
        match known {
            Some(_) if value.is_none() => {}
            Some(known) => context::set(gil, &inside, known, value)?,
            None if name.bytes() == b"ctx" => {}
            None => {
                let known = &context::NAMES;
                return Err(crate::object::arguments::unexpected_keyword(gil, "", &name.lossy(), known));
            }
        }
    }
    Ok(Ref::new(gil, ContextManager { inside, outside }).into_value())
}

fn this<'a>(gil: Gil<'_>, arguments: &Arguments<'a>) -> Result<&'a Ref<ContextManager>> {
    let found = arguments.values.first().and_then(Value::downcast);
    found.ok_or_else(|| type_error(gil, "not a context manager of decimal"))
}

fn enter(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let manager = this(gil, &arguments)?;
    make_current(gil, &manager.inside);
    Ok(manager.inside.to_value())
}

fn exit(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    make_current(gil, &this(gil, &arguments)?.outside);
    Ok(Value::FALSE)
}

/// The type of context managers.
pub static SPEC: TypeSpec = TypeSpec {
    name: "ContextManager",
    module: "decimal",
    signature: "",
    doc: "",
    base: None,
    layout: ContextManager::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable::EMPTY,
    methods: &[Function::new("__enter__", "", "", enter), Function::new("__exit__", "", "", exit)],
    attributes: &[],
};
