//! `_queue`: the unbounded queue between threads, `SimpleQueue`.
//!
//! Its items wait in a plain deque under the GIL; a thread that finds none sleeps until one is put. Putting runs no Python
//! code and takes no lock, so finalizers and signal handlers may do it.

use std::cell::{OnceCell, RefCell};
use std::collections::VecDeque;
use std::time::Duration;

use crate::gil::sync::{Patience, Wait, WaitQueue};
use crate::gil::{Deadline, Gil, Reason};
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::value_error;
use crate::object::{
    Arguments, Global, Kind, Parameters, Payload, Raised, Ref, Result, SlotTable, Storage, Type, Value,
    Visit, class, operations,
};
use crate::payload;
use crate::types::module::{Module, ModuleSpec};
use crate::types::{builder, generic_alias};

use super::convert;
use super::time::span;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_queue",
    doc: "C implementation of the Python queue module.\nThis module is an implementation detail, please do not use it directly.",
    functions: &[],
    set_up: Some(set_up),
};

/// The exception that there is no item.
static EMPTY: Global<OnceCell<Value>> = Global::new(OnceCell::new());

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let empty = convert::exception_class(gil, "Empty", "_queue", Kind::Exception.class(gil).as_value())?;
    module.set(gil, "Empty", EMPTY.get(gil).get_or_init(|| empty).clone());
    module.set(gil, "SimpleQueue", builder::build(gil, &SPEC).into_value());
    Ok(())
}

/// The payload of `SimpleQueue`.
#[derive(Default)]
pub struct SimpleQueue {
    items: RefCell<VecDeque<Value>>,
    waiting: WaitQueue,
}

impl Payload for SimpleQueue {
    payload!(SimpleQueue, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.items.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        let items = self.items.take();
        drop(items);
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "SimpleQueue")?;
    Ok(Ref::with_shape(gil, class.root(), SimpleQueue::default()).into_value())
}

fn this(value: &Value) -> &Ref<SimpleQueue> {
    match value.downcast() {
        Some(queue) => queue,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn add(gil: Gil<'_>, queue: &Value, item: &Value) {
    this(queue).items.borrow_mut().push_back(item.clone());
    this(queue).waiting.wake_one(gil);
}

fn put(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["item", "block", "timeout"], 1);
    let [item, _, _] = arguments.without_first().bind(gil, "put", &SIGNATURE)?;
    add(gil, &arguments.values[0], convert::given(item));
    Ok(Value::NONE)
}

fn put_nowait(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["item"], 1);
    let [item] = arguments.without_first().bind(gil, "put_nowait", &SIGNATURE)?;
    add(gil, &arguments.values[0], convert::given(item));
    Ok(Value::NONE)
}

/// How long a `get` waits.
fn patience(gil: Gil<'_>, block: bool, timeout: Option<&Value>) -> Result<Patience> {
    if !block {
        return Ok(Patience::Never);
    }
    let Some(timeout) = timeout.filter(|timeout| !timeout.is_none()) else { return Ok(Patience::Forever) };
    match u64::try_from(span::nanoseconds(gil, timeout)?) {
        Ok(nanoseconds) => Ok(Patience::Until(Deadline::after(Duration::from_nanos(nanoseconds)))),
        Err(_) => Err(value_error(gil, "'timeout' must be a non-negative number")),
    }
}

fn take(gil: Gil<'_>, queue: &Ref<SimpleQueue>, patience: Patience) -> Result<Value> {
    loop {
        if let Some(item) = queue.items.borrow_mut().pop_front() {
            return Ok(item);
        }
        match queue.waiting.wait(gil, Reason::Queue, patience) {
            Wait::Done => {}
            Wait::Interrupted => convert::run_signal_handlers(gil)?,
            Wait::TimedOut => return Err(empty(gil)),
        }
    }
}

#[cold]
fn empty(gil: Gil<'_>) -> Raised {
    let class = EMPTY.get(gil).get().cloned().unwrap_or(Value::NONE);
    match operations::call(gil, &class, Arguments::NONE).map(Value::try_into_ref) {
        Ok(Ok(exception)) => Raised::new(exception),
        Ok(Err(_)) => value_error(gil, "_queue.Empty is no exception"),
        Err(raised) => raised,
    }
}

fn get(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["block", "timeout"], 0);
    let queue = this(&arguments.values[0]).clone();
    let [block, timeout] = arguments.without_first().bind(gil, "get", &SIGNATURE)?;
    let block = block.map_or(Ok(true), |block| convert::to_bool(gil, block))?;
    take(gil, &queue, patience(gil, block, timeout)?)
}

fn get_nowait(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [queue] = arguments.exactly::<1>(gil, "get_nowait")?;
    take(gil, this(queue), Patience::Never)
}

fn is_empty(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [queue] = arguments.exactly::<1>(gil, "empty")?;
    Ok(Value::bool(this(queue).items.borrow().is_empty()))
}

fn size(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [queue] = arguments.exactly::<1>(gil, "qsize")?;
    Ok(convert::int(gil, this(queue).items.borrow().len() as i64))
}

/// `SimpleQueue`.
static SPEC: TypeSpec = TypeSpec {
    name: "SimpleQueue",
    module: "_queue",
    signature: "()",
    doc: "Simple, unbounded, reentrant FIFO queue.",
    base: None,
    layout: SimpleQueue::layout,
    storage: Storage::Nothing,
    flags: class::flags::BASE | class::flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(new), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "put",
            "($self, /, item, block=True, timeout=None)",
            "Put the item on the queue.\n\nThis method never blocks.",
            put,
        ),
        Function::new(
            "put_nowait",
            "($self, /, item)",
            "Put an item into the queue without blocking.",
            put_nowait,
        ),
        Function::new(
            "get",
            "($self, /, block=True, timeout=None)",
            "Remove and return an item from the queue.",
            get,
        ),
        Function::new(
            "get_nowait",
            "($self, /)",
            "Remove and return an item from the queue without blocking.",
            get_nowait,
        ),
        Function::new("empty", "($self, /)", "Return True if the queue is empty, False otherwise.", is_empty),
        Function::new("qsize", "($self, /)", "Return the approximate size of the queue.", size),
        Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item),
    ],
    attributes: &[],
};
