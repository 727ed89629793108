//! Which tasks there are, and which of them is the current one of each loop.

use std::cell::{OnceCell, RefCell};

use crate::gil::{Gil, Guarded};
use crate::modules::{convert, import};
use crate::object::native::Function;
use crate::object::raised::runtime_error;
use crate::object::roster::Roster;
use crate::object::{Arguments, Global, Parameters, Ref, Result, Value, intern, operations};
use crate::types::module::Module;

use super::future::Future;
use super::{running, shown, task};

/// The tasks that are alive, but for those of other types than ours.
static TASKS: Guarded<Roster> = Guarded::new(Roster::new());

/// The loops that run a task, and their tasks.
static CURRENT: Global<RefCell<Vec<(Value, Value)>>> = Global::new(RefCell::new(Vec::new()));

/// Tasks of other types: a weak set, and a set of those that begin at once.
static FOREIGN: Global<OnceCell<[Value; 2]>> = Global::new(OnceCell::new());

/// Fills in the sets of tasks of other types.
pub fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let library = import::module(gil, "weakref")?;
    let weak_set = operations::get_attribute(gil, &library, &intern(gil, "WeakSet"))?;
    let sets = [operations::call(gil, &weak_set, Arguments::NONE)?, convert::set(gil, &[])?];
    let [scheduled, eager] = FOREIGN.get(gil).get_or_init(|| sets);
    module.set(gil, "_scheduled_tasks", scheduled.clone());
    module.set(gil, "_eager_tasks", eager.clone());
    Ok(())
}

const TASK: Parameters<1> = Parameters::new(["task"], 1);
const LOOP_AND_TASK: Parameters<2> = Parameters::new(["loop", "task"], 2);

/// Adds a task to those that there are.
pub fn register(gil: Gil<'_>, task: &Ref<Future>) {
    task.task.seat.take(gil, &TASKS, task);
}

/// A function of the module that adds a task or takes one away; `which` set it is where it is of another type.
fn change(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, which: usize, adds: bool) -> Result<Value> {
    let [task] = arguments.bind(gil, function, &TASK)?;
    let task = convert::given(task);
    match task.downcast::<Future>().filter(|task| task::is_task(gil, task)) {
        Some(task) if adds => register(gil, task),
        Some(task) => task.task.seat.leave(gil),
        None => {
            let Some(sets) = FOREIGN.get(gil).get() else { return Ok(Value::NONE) };
            let method = if adds { "add" } else { "discard" };
            operations::call_method(gil, &sets[which], method, std::slice::from_ref(task))?;
        }
    }
    Ok(Value::NONE)
}

/// `_register_task`
pub const REGISTER: Function = Function::new(
    "_register_task",
    "($module, /, task)",
    "Register a new task in asyncio as executed by loop.\n\nReturns None.",
    |gil, arguments| change(gil, arguments, "_register_task", 0, true),
);

/// `_register_eager_task`
pub const REGISTER_EAGER: Function = Function::new(
    "_register_eager_task",
    "($module, /, task)",
    "Register a new task in asyncio as executed by loop.\n\nReturns None.",
    |gil, arguments| change(gil, arguments, "_register_eager_task", 1, true),
);

/// `_unregister_task`
pub const UNREGISTER: Function = Function::new(
    "_unregister_task",
    "($module, /, task)",
    "Unregister a task.\n\nReturns None.",
    |gil, arguments| change(gil, arguments, "_unregister_task", 0, false),
);

/// `_unregister_eager_task`
pub const UNREGISTER_EAGER: Function = Function::new(
    "_unregister_eager_task",
    "($module, /, task)",
    "Unregister a task.\n\nReturns None.",
    |gil, arguments| change(gil, arguments, "_unregister_eager_task", 1, false),
);

/// `_registered_tasks`
pub const REGISTERED: Function = Function::new(
    "_registered_tasks",
    "($module, /)",
    "Return a list of all tasks that are registered, of whatever loop.",
    registered,
);

fn registered(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "_asyncio._registered_tasks")?;
    let mut tasks = TASKS.get(gil).members();
    for foreign in FOREIGN.get(gil).get().into_iter().flatten() {
        tasks.extend(operations::collect(gil, foreign)?);
    }
    Ok(convert::list(gil, tasks))
}

/// The task that a loop runs.
fn current(gil: Gil<'_>, of: &Value) -> Option<Value> {
    CURRENT.get(gil).borrow().iter().find(|(known, _)| known.is(of)).map(|(_, task)| task.clone())
}

/// A loop begins to run a task.
pub fn enter(gil: Gil<'_>, of: &Value, task: &Value) -> Result<()> {
    if let Some(other) = current(gil, of) {
        return Err(runtime_error(
            gil,
            format!(
                "Cannot enter into task {} while another task {} is being executed.",
                shown(gil, task)?,
                shown(gil, &other)?
            ),
        ));
    }
    CURRENT.get(gil).borrow_mut().push((of.clone(), task.clone()));
    Ok(())
}

/// A loop ceases to run a task.
pub fn leave(gil: Gil<'_>, of: &Value, task: &Value) -> Result<()> {
    let found = {
        let mut current = CURRENT.get(gil).borrow_mut();
        let place = current.iter().rposition(|(known, own)| known.is(of) && own.is(task));
        place.map(|place| current.swap_remove(place))
    };
    if found.is_some() {
        return Ok(());
    }
    let current = current(gil, of).unwrap_or(Value::NONE);
    Err(runtime_error(
        gil,
        format!(
            "Leaving task {} does not match the current task {}.",
            shown(gil, task)?,
            shown(gil, &current)?
        ),
    ))
}

/// A loop runs another task, or none; which it has run before.
pub fn swap(gil: Gil<'_>, of: &Value, task: Option<Value>) -> Option<Value> {
    let old = {
        let mut current = CURRENT.get(gil).borrow_mut();
        let place = current.iter().position(|(known, _)| known.is(of));
        let old = place.map(|place| current.swap_remove(place));
        current.extend(task.map(|task| (of.clone(), task)));
        old
    };
    old.map(|(_, task)| task)
}

/// `_enter_task`
pub const ENTER: Function = Function::new(
    "_enter_task",
    "($module, /, loop, task)",
    "Enter into task execution or resume suspended task.\n\nTask belongs to loop.\n\nReturns None.",
    |gil, arguments| {
        let [of, task] = arguments.bind(gil, "_enter_task", &LOOP_AND_TASK)?;
        enter(gil, convert::given(of), convert::given(task))?;
        Ok(Value::NONE)
    },
);

/// `_leave_task`
pub const LEAVE: Function = Function::new(
    "_leave_task",
    "($module, /, loop, task)",
    "Leave task execution or suspend a task.\n\nTask belongs to loop.\n\nReturns None.",
    |gil, arguments| {
        let [of, task] = arguments.bind(gil, "_leave_task", &LOOP_AND_TASK)?;
        leave(gil, convert::given(of), convert::given(task))?;
        Ok(Value::NONE)
    },
);

/// `_swap_current_task`
pub const SWAP: Function = Function::new(
    "_swap_current_task",
    "($module, /, loop, task)",
    "Temporarily swap in the supplied task and return the original one (or None).\n\nThis is intended for use during eager \
     coroutine execution.",
    |gil, arguments| {
        let [of, task] = arguments.bind(gil, "_swap_current_task", &LOOP_AND_TASK)?;
        let new = task.filter(|task| !task.is_none()).cloned();
        Ok(swap(gil, convert::given(of), new).unwrap_or(Value::NONE))
    },
);

/// `current_task`
pub const CURRENT_TASK: Function = Function::new(
    "current_task",
    "($module, /, loop=None)",
    "Return a currently executed task.",
    |gil, arguments| {
        const SIGNATURE: Parameters<1> = Parameters::new(["loop"], 0);
        let [of] = arguments.bind(gil, "current_task", &SIGNATURE)?;
        let of = match of.filter(|of| !of.is_none()) {
            Some(of) => of.clone(),
            None => running::expect(gil)?,
        };
        Ok(current(gil, &of).unwrap_or(Value::NONE))
    },
);
