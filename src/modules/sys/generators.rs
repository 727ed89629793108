//! The hooks that an event loop sets to hear of asynchronous generators. Each thread has its own.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::thread::{self, ThreadId};

use crate::gil::Gil;
use crate::modules::convert;
use crate::modules::struct_sequence::{Class, StructSequence};
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Global, Parameters, Result, Value};
use crate::vm::origin;

/// The hooks of a thread.
#[derive(Clone, Default)]
pub struct Hooks {
    /// Called with a generator before it is first iterated.
    pub first: Option<Value>,
    /// Called with a generator that is forgotten before its end.
    pub finalizer: Option<Value>,
}

static HOOKS: Global<RefCell<Option<HashMap<ThreadId, Hooks>>>> = Global::new(RefCell::new(None));

/// The running thread's hooks.
pub fn current(gil: Gil<'_>) -> Hooks {
    let hooks = HOOKS.get(gil).borrow();
    hooks.as_ref().and_then(|hooks| hooks.get(&thread::current().id())).cloned().unwrap_or_default()
}

/// `sys.set_asyncgen_hooks`.
pub fn set(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["firstiter", "finalizer"], 0);
    let [first, finalizer] = arguments.bind(gil, "set_asyncgen_hooks", &SIGNATURE)?;
    for (hook, name) in [(finalizer, "finalizer"), (first, "firstiter")] {
        if let Some(hook) = hook
            && !hook.is_none()
            && hook.class(gil).slots.call.get().is_none()
        {
            let class = hook.class(gil).name();
            return Err(type_error(gil, format!("callable {name} expected, got {class}")));
        }
    }
    let old = current(gil);
    let chosen = |given: Option<&Value>, old: &Option<Value>| match given {
        Some(given) => Some(given.clone()).filter(|given| !given.is_none()),
        None => old.clone(),
    };
    let new = Hooks { first: chosen(first, &old.first), finalizer: chosen(finalizer, &old.finalizer) };
    let replaced = {
        let mut all = HOOKS.get(gil).borrow_mut();
        let all = all.get_or_insert_default();
        match (&new.first, &new.finalizer) {
            (None, None) => all.remove(&thread::current().id()),
            _ => all.insert(thread::current().id(), new),
        }
    };
    drop((old, replaced));
    Ok(Value::NONE)
}

static RECORD: StructSequence = StructSequence {
    name: "asyncgen_hooks",
    module: "builtins",
    doc: "",
    fields: &["firstiter", "finalizer"],
    unnamed: &[],
    hidden: &[],
    constructible: false,
    class: Class::new(OnceCell::new()),
};

/// `sys.get_asyncgen_hooks`.
pub fn get(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "sys.get_asyncgen_hooks")?;
    let Hooks { first, finalizer } = current(gil);
    let items = [first, finalizer].map(|hook| hook.unwrap_or(Value::NONE));
    Ok(RECORD.make(gil, items.to_vec()))
}

/// `sys.set_coroutine_origin_tracking_depth`.
pub fn set_tracking_depth(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["depth"], 1);
    let [depth] = arguments.bind(gil, "set_coroutine_origin_tracking_depth", &SIGNATURE)?;
    let depth = convert::to_i32(gil, convert::given(depth))?;
    match u32::try_from(depth) {
        Ok(depth) => origin::set_depth(depth),
        Err(_) => return Err(value_error(gil, "depth must be >= 0")),
    }
    Ok(Value::NONE)
}

/// `sys.get_coroutine_origin_tracking_depth`.
pub fn tracking_depth(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "sys.get_coroutine_origin_tracking_depth")?;
    Ok(convert::int(gil, origin::depth().into()))
}
