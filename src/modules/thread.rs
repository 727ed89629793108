//! `_thread`: starting threads, locks, and what each thread keeps for itself.

pub mod deadlock;
mod local;
mod lock;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::gil::sync::{Completion, Patience, Wait};
use crate::gil::{Deadline, Gil, Reason};
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Exception, Kind, runtime_error, type_error, value_error};
use crate::object::{
    Arguments, Global, Parameters, Payload, Raised, Ref, Result, SlotTable, Storage, Text, Type, Value,
    operations,
};
use crate::payload;
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

use super::struct_sequence::{Class, StructSequence};
use super::time::span;
use super::{convert, report, sys};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_thread",
    doc: "This module provides primitive operations to write multi-threaded programs.",
    functions: &[
        Function::new("start_new_thread", "", "start_new_thread(function, args[, kwargs])", start_new_thread),
        Function::new("start_new", "", "An obsolete synonym of start_new_thread().", start_new_thread),
        Function::new(
            "start_joinable_thread",
            "",
            "Start a new thread that can be joined by its handle.",
            start_joinable_thread,
        ),
        Function::new(
            "_make_thread_handle",
            "",
            "A handle of a thread that runs already.",
            make_thread_handle,
        ),
        Function::new("allocate_lock", "", "Create a new lock object.", lock::allocate),
        Function::new("allocate", "", "An obsolete synonym of allocate_lock().", lock::allocate),
        Function::new(
            "get_ident",
            "",
            "Return a non-zero integer that uniquely identifies the current thread.",
            get_ident,
        ),
        Function::new(
            "get_native_id",
            "",
            "Return the system's identifier of the current thread.",
            get_native_id,
        ),
        Function::new(
            "stack_size",
            "",
            "Return the thread stack size used when creating new threads.",
            stack_size,
        ),
        Function::new("exit", "", "This is synonymous to ``raise SystemExit''.", exit),
        Function::new("exit_thread", "", "An obsolete synonym of exit().", exit),
        Function::new(
            "interrupt_main",
            "",
            "Simulate the arrival of the given signal in the main thread.",
            interrupt_main,
        ),
        Function::new("daemon_threads_allowed", "", "Return True if daemon threads are allowed.", always),
        Function::new(
            "_is_main_interpreter",
            "",
            "Return True if the current interpreter is the main Python interpreter.",
            always,
        ),
        Function::new("_shutdown", "", "Wait for all threads that are no daemons.", shutdown),
        Function::new("_excepthook", "", "Handle uncaught exceptions of threads.", excepthook),
        Function::new("_count", "", "Return the number of threads started here that are running.", count),
        Function::new("set_name", "", "Set the name of the current thread.", set_name),
    ],
    set_up: Some(set_up),
};

/// What `threading.excepthook` is given.
static HOOK_ARGUMENTS: StructSequence = StructSequence {
    name: "_ExceptHookArgs",
    module: "_thread",
    doc: "ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.",
    fields: &["exc_type", "exc_value", "exc_traceback", "thread"],
    unnamed: &[],
    hidden: &[],
    constructible: true,
    class: Class::new(OnceCell::new()),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, "error", Kind::RuntimeError.class(gil).to_value());
    module.set(gil, "TIMEOUT_MAX", Value::float(9_223_372_036.0));
    module.set(gil, "_ThreadHandle", builder::build(gil, &HANDLE).into_value());
    for name in ["lock", "LockType"] {
        let class = match lock::class(gil) {
            Some(class) => class,
            None => builder::build(gil, &lock::LOCK),
        };
        module.set(gil, name, class.into_value());
    }
    module.set(gil, "RLock", builder::build(gil, &lock::RECURSIVE).into_value());
    module.set(gil, "_local", builder::build(gil, &local::SPEC).into_value());
    module.set(gil, "_ExceptHookArgs", HOOK_ARGUMENTS.class(gil).into_value());
    Ok(())
}

/// The stack of new threads; deep native recursion is an error before it is an overflow. Relaxed: no other memory hangs
/// on it.
static STACK: AtomicUsize = AtomicUsize::new(0);
const USUAL_STACK: usize = 16 << 20;

/// The handle of a thread: by it others wait for its end.
pub struct Handle {
    identity: Cell<u64>,
    started: Cell<bool>,
    done: Rc<Completion>,
}

impl Payload for Handle {
    payload!(Handle, untracked);
}

/// The threads that the end of the program waits for.
static AWAITED: Global<RefCell<Vec<Rc<Completion>>>> = Global::new(RefCell::new(Vec::new()));
static RUNNING: Global<Cell<i64>> = Global::new(Cell::new(0));

/// What a new thread takes along.
struct Luggage {
    function: Value,
    values: Vec<Value>,
    names: Vec<Ref<Text>>,
    done: Rc<Completion>,
}

/// Luggage on its way.
struct Sent(Luggage);

// SAFETY: the values and the count of the completion are used and dropped by the new thread with the GIL held, or with
// the GIL held by the old one if the thread cannot be started.
unsafe impl Send for Sent {}

impl Sent {
    fn unpack(self) -> Luggage {
        self.0
    }
}

fn start(gil: Gil<'_>, luggage: Luggage) -> Result<u64> {
    let stack = match STACK.load(Relaxed) {
        0 => USUAL_STACK,
        size => size,
    };
    let sent = Sent(luggage);
    let started = gil.spawn("Thread", stack, move |gil| {
        let luggage = sent.unpack();
        let _entered = crate::vm::threads::enter(gil);
        RUNNING.get(gil).set(RUNNING.get(gil).get() + 1);
        let arguments = Arguments { values: &luggage.values, names: &luggage.names };
        if let Err(raised) = operations::call(gil, &luggage.function, arguments)
            && !raised.is(gil, Kind::SystemExit)
        {
            let message = "Exception ignored in thread started by";
            sys::report_unraisable_of(gil, raised, message, &luggage.function);
        }
        let Luggage { function, values, names, done } = luggage;
        drop((function, values, names));
        local::thread_ends(gil);
        super::contextvars::thread_ends(gil);
        super::asyncio::running::thread_ends(gil);
        RUNNING.get(gil).set(RUNNING.get(gil).get() - 1);
        done.complete(gil);
    });
    match started {
        Ok(id) => Ok(id.get()),
        Err(_) => Err(runtime_error(gil, "can't start new thread")),
    }
}

fn start_new_thread(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "start_new_thread", 2, 3)?;
    if given[0].class(gil).slots.call.get().is_none() {
        return Err(type_error(gil, "first arg must be callable"));
    }
    let Some(mut values) = convert::tuple_items(&given[1]) else {
        return Err(type_error(gil, "2nd arg must be a tuple"));
    };
    let mut names = Vec::new();
    if let Some(keywords) = given.get(2) {
        let Some(dict) = keywords.downcast::<crate::types::dict::Dict>() else {
            return Err(type_error(gil, "optional 3rd arg must be a dictionary"));
        };
        for entry in dict.table.borrow().iter() {
            if let Some(name) = entry.key.downcast::<Text>() {
                names.push(name.clone());
                values.push(entry.value.clone());
            }
        }
    }
    let done = Rc::new(Completion::new());
    let id = start(gil, Luggage { function: given[0].clone(), values, names, done })?;
    Ok(convert::int(gil, id as i64))
}

fn start_joinable_thread(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["function", "handle", "daemon"], 1);
    let [function, handle, daemon] = arguments.bind(gil, "start_joinable_thread", &SIGNATURE)?;
    let function = convert::given(function);
    if function.class(gil).slots.call.get().is_none() {
        return Err(type_error(gil, "thread function must be callable"));
    }
    let handle = match handle.filter(|handle| !handle.is_none()) {
        Some(handle) => match handle.downcast::<Handle>() {
            Some(handle) => handle.clone(),
            None => return Err(type_error(gil, "'handle' must be a _ThreadHandle")),
        },
        None => new_handle(gil),
    };
    if handle.started.replace(true) {
        return Err(runtime_error(gil, "thread already started"));
    }
    let daemon = daemon.map_or(Ok(true), |daemon| convert::to_bool(gil, daemon))?;
    let done = handle.done.clone();
    if !daemon {
        AWAITED.get(gil).borrow_mut().push(done.clone());
    }
    let luggage = Luggage { function: function.clone(), values: Vec::new(), names: Vec::new(), done };
    match start(gil, luggage) {
        Ok(id) => handle.identity.set(id),
        Err(raised) => {
            handle.started.set(false);
            AWAITED.get(gil).borrow_mut().retain(|awaited| !Rc::ptr_eq(awaited, &handle.done));
            return Err(raised);
        }
    }
    Ok(handle.into_value())
}

fn new_handle(gil: Gil<'_>) -> Ref<Handle> {
    let done = Rc::new(Completion::new());
    Ref::new(gil, Handle { identity: Cell::new(0), started: Cell::new(false), done })
}

fn make_thread_handle(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [identity] = arguments.exactly::<1>(gil, "_make_thread_handle")?;
    let handle = new_handle(gil);
    handle.identity.set(convert::to_i64(gil, identity)? as u64);
    handle.started.set(true);
    Ok(handle.into_value())
}

fn get_ident(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, gil.thread_id().get() as i64))
}

fn get_native_id(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, gil.native_id().into()))
}

fn stack_size(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "stack_size", 0, 1)?;
    let size = given.first().map_or(Ok(0), |size| convert::to_i64(gil, size))?;
    match usize::try_from(size) {
        Ok(size) if size == 0 || size >= 32 * 1024 => {
            let before = if given.is_empty() { STACK.load(Relaxed) } else { STACK.swap(size, Relaxed) };
            Ok(convert::int(gil, before as i64))
        }
        Ok(size) => Err(value_error(gil, format!("size not valid: {size} bytes"))),
        Err(_) => Err(value_error(gil, "size must be 0 or a positive value")),
    }
}

fn exit(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Err(Raised::with_arguments(gil, Kind::SystemExit, Vec::new()))
}

fn interrupt_main(_gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    super::signal::simulate_interrupt();
    Ok(Value::NONE)
}

fn always(_gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::TRUE)
}

fn count(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, running(gil)))
}

/// How many threads that were started here are running.
pub fn running(gil: Gil<'_>) -> i64 {
    RUNNING.get(gil).get()
}

fn set_name(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [name] = arguments.exactly::<1>(gil, "set_name")?;
    let name = convert::text_argument(gil, name, "set_name", 1)?;
    gil.rename_thread(gil.thread_id(), &name.lossy());
    Ok(Value::NONE)
}

fn shutdown(gil: Gil<'_>, _arguments: Arguments<'_>) -> Result<Value> {
    loop {
        let next = AWAITED.get(gil).borrow_mut().pop();
        let Some(done) = next else { return Ok(Value::NONE) };
        wait(gil, &done, None)?;
    }
}

/// Waits for a thread's end; false if the time is over.
fn wait(gil: Gil<'_>, done: &Completion, deadline: Option<Deadline>) -> Result<bool> {
    let patience = deadline.map_or(Patience::Forever, Patience::Until);
    loop {
        match done.wait(gil, Reason::Join, patience) {
            Wait::Done => return Ok(true),
            Wait::TimedOut => return Ok(false),
            Wait::Interrupted => convert::run_signal_handlers(gil)?,
        }
    }
}

fn excepthook(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [given] = arguments.exactly::<1>(gil, "_excepthook")?;
    let field = |name: &str| operations::get_attribute(gil, given, &crate::object::intern(gil, name));
    let (exception, thread) = (field("exc_value")?, field("thread")?);
    let Some(exception) = exception.downcast::<Exception>() else { return Ok(Value::NONE) };
    if exception.as_value().class(gil).is_subtype(Kind::SystemExit.class(gil)) {
        return Ok(Value::NONE);
    }
    let name = match thread.is_none() {
        true => gil.thread_id().to_string(),
        false => operations::str(
            gil,
            &operations::get_attribute(gil, &thread, &crate::object::intern(gil, "name"))?,
        )?
        .lossy()
        .into_owned(),
    };
    report::write_error(gil, &format!("Exception in thread {name}:\n"));
    report::print(gil, exception);
    Ok(Value::NONE)
}

fn this(value: &Value) -> &Handle {
    match value.downcast::<Handle>() {
        Some(handle) => handle,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn handle_new(gil: Gil<'_>, _class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(new_handle(gil).into_value())
}

fn handle_join(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.without_first().between(gil, "join", 0, 1)?;
    let handle = this(&arguments.values[0]);
    if !handle.started.get() {
        return Err(runtime_error(gil, "thread not started"));
    }
    if !handle.done.is_done(gil) && handle.identity.get() == gil.thread_id().get() {
        return Err(runtime_error(gil, "Cannot join current thread"));
    }
    let deadline = match given.first().filter(|timeout| !timeout.is_none()) {
        Some(timeout) => u64::try_from(span::nanoseconds(gil, timeout)?).ok().map(lock::deadline),
        None => None,
    };
    let _note = (!handle.done.is_done(gil))
        .then(|| deadlock::note(gil, deadlock::Target::Thread(handle.identity.get())));
    wait(gil, &handle.done, deadline)?;
    Ok(Value::NONE)
}

fn handle_is_done(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(this(&arguments.values[0]).done.is_done(gil)))
}

fn handle_set_done(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let handle = this(&arguments.values[0]);
    AWAITED.get(gil).borrow_mut().retain(|awaited| !Rc::ptr_eq(awaited, &handle.done));
    handle.done.complete(gil);
    Ok(Value::NONE)
}

/// The type of handles.
static HANDLE: TypeSpec = TypeSpec {
    name: "_ThreadHandle",
    module: "_thread",
    signature: "",
    doc: "",
    base: None,
    layout: Handle::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { new: Some(handle_new), ..SlotTable::EMPTY },
    methods: &[
        Function::new("join", "", "Wait until the thread has ended.", handle_join),
        Function::new("is_done", "", "Whether the thread has ended.", handle_is_done),
        Function::new("_set_done", "", "Count the thread as ended.", handle_set_done),
    ],
    attributes: &[Attribute::read_only("ident", "", |gil, value| {
        Ok(convert::int(gil, this(value).identity.get() as i64))
    })],
};
