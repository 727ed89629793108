//! `Spool`: a queue of messages in a file that processes share. Adding never waits for a reader.
//!
//! `store` is the queue itself; here is what Python sees of it.

mod store;

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use crate::gil::timeline;
use crate::gil::{Deadline, Gil, Reason};
use crate::modules::convert;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::value_error;
use crate::object::{
    Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value, class, operations,
};
use crate::payload;
use crate::types::bytes;

use super::message::{BATCH, RECEIVED, SENT};
use store::{Attempt, Outcome, Store};

/// The payload of `Spool`: the store until it is closed.
pub struct Spool {
    store: RefCell<Option<Arc<Store>>>,
}

impl Payload for Spool {
    payload!(Spool, untracked);
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["fds"], 0);
    let [descriptors] = arguments.bind(gil, "Spool", &SIGNATURE)?;
    let store = match descriptors {
        None => Store::new(),
        Some(given) => {
            let mut numbers = [0; 4];
            let values = operations::collect(gil, given)?;
            if values.len() != numbers.len() {
                return Err(value_error(gil, "a spool has four descriptors"));
            }
            for (number, value) in numbers.iter_mut().zip(&values) {
                *number = convert::descriptor(gil, value)?;
            }
            // SAFETY: that is what the function's description says: the descriptors are the spool's from now on.
            unsafe { Store::of(numbers) }
        }
    };
    let store = store.map_err(|errno| convert::os_error(gil, errno))?;
    let spool = Spool { store: RefCell::new(Some(Arc::new(store))) };
    Ok(Ref::with_shape(gil, class.root(), spool).into_value())
}

fn this(value: &Value) -> &Ref<Spool> {
    match value.downcast() {
        Some(spool) => spool,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn store(gil: Gil<'_>, value: &Value) -> Result<Arc<Store>> {
    let store = this(value).store.borrow().clone();
    store.ok_or_else(|| value_error(gil, "the spool is closed"))
}

/// Tries until something came of it or the time is over; None then.
fn repeat<T: Send>(
    gil: Gil<'_>,
    timeout: Option<&Value>,
    mut attempt: impl FnMut(Duration) -> Outcome<Attempt<T>> + Send,
) -> Result<Option<T>> {
    let deadline = super::deadline(gil, timeout)?;
    // The first attempt takes what is there at once.
    let mut time = Duration::ZERO;
    loop {
        convert::run_signal_handlers(gil)?;
        let attempted = gil.detach(Reason::Io, || attempt(time));
        if let Attempt::Done(done) = attempted.map_err(|errno| convert::os_error(gil, errno))? {
            return Ok(Some(done));
        }
        if time.is_zero() && deadline.is_none_or(|deadline| !deadline.left().is_zero()) {
            time = deadline.map_or(Duration::MAX, Deadline::left);
            continue;
        }
        if deadline.is_some_and(Deadline::is_past) {
            return Ok(None);
        }
        time = deadline.map_or(Duration::MAX, Deadline::left);
    }
}

fn put(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<4> = Parameters::new(["data", "fds", "most", "timeout"], 1);
    let store = store(gil, &arguments.values[0])?;
    let [data, given, most, timeout] = arguments.without_first().bind(gil, "put", &SIGNATURE)?;
    let data = convert::bytes_like(gil, convert::given(data))?;
    let mut descriptors = Vec::new();
    for value in given.map_or(Ok(Vec::new()), |given| operations::collect(gil, given))? {
        descriptors.push(convert::descriptor(gil, &value)?);
    }
    if descriptors.len() > BATCH {
        return Err(value_error(gil, format!("a message can hold {BATCH} descriptors")));
    }
    let most = most.map_or(Ok(0), |most| convert::to_i64(gil, most))?;
    let most = u64::try_from(most).unwrap_or(0);
    let began = timeline::clock();
    let added = repeat(gil, timeout, |time| store.try_put(&data, &descriptors, most, time))?;
    timeline::took(gil, SENT, data.len() as u64, began);
    Ok(Value::bool(added.is_some()))
}

fn get(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["timeout"], 0);
    let store = store(gil, &arguments.values[0])?;
    let [timeout] = arguments.without_first().bind(gil, "get", &SIGNATURE)?;
    let Some((data, mut received)) = repeat(gil, timeout, |time| store.try_get(time))? else {
        return Ok(Value::NONE);
    };
    // When it came, and how long it took to copy it, only the spool knows.
    timeline::took(gil, RECEIVED, data.len() as u64, timeline::clock());
    let descriptors = received.take().into_iter().map(|number| convert::int(gil, number.into())).collect();
    Ok(convert::tuple(gil, vec![bytes::of(gil, data), convert::tuple(gil, descriptors)]))
}

fn close(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [spool] = arguments.exactly::<1>(gil, "close")?;
    drop(this(spool).store.take());
    Ok(Value::NONE)
}

/// `Spool`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Spool",
    module: "_multiprocessing",
    signature: "",
    doc: "A queue of messages in a file that processes share; the descriptors it is given are its own then.",
    base: None,
    layout: Spool::layout,
    storage: Storage::Nothing,
    flags: class::flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(new), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "put",
            "($self, /, data, fds=(), most=0, timeout=None)",
            "Add bytes and descriptors; False if there were `most` messages all the time.",
            put,
        ),
        Function::new(
            "get",
            "($self, /, timeout=None)",
            "The oldest message, a tuple of bytes and descriptors; None if there was none all the time.",
            get,
        ),
        Function::new("close", "($self, /)", "Close the files.", close),
    ],
    attributes: &[
        Attribute::read_only("count", "How many messages there are.", |gil, value| {
            Ok(convert::int(gil, store(gil, value)?.count() as i64))
        }),
        Attribute::read_only(
            "fds",
            "The descriptors; the second can be read from while there are messages.",
            |gil, value| {
                let numbers = store(gil, value)?.descriptors();
                Ok(convert::tuple(gil, numbers.map(|number| convert::int(gil, number.into())).to_vec()))
            },
        ),
    ],
};
