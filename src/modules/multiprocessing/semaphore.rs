//! Semaphores between processes: `SemLock`, two words in shared memory.
//!
//! The first word is the value, on which waiters sleep in the kernel; the second counts those who may be asleep, so that
//! nobody is woken in vain. A process that dies asleep leaves its count behind: that costs system calls, no more. The
//! first word of a semaphore that is never above one, a lock, says who has taken it (`owned`), so that the others need
//! not wait for a dead process.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, SeqCst};
use std::time::Duration;

use crate::gil::{Deadline, Gil, Guarded, Reason};
use crate::modules::convert;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, type_error, value_error};
use crate::object::{
    Arguments, Parameters, Payload, Raised, Ref, Result, SlotTable, Storage, Type, Value, class,
};
use crate::payload;

use super::map::{Map, Region};
use super::owned;

/// The highest value.
pub const MOST: i32 = i32::MAX;

const RECURSIVE_MUTEX: i64 = 0;

/// The payload of `SemLock`.
pub struct Semaphore {
    region: Arc<Region>,
    /// Where the words are.
    offset: usize,
    kind: i64,
    most: u32,
    /// How often this process has acquired and not released it.
    held: Cell<i64>,
    /// The thread that acquired it last.
    holder: Cell<u64>,
    /// The number of forks at which the two above are right.
    forks: Cell<u32>,
}

impl Payload for Semaphore {
    payload!(Semaphore, untracked);
}

/// How many forks lie between the first process and this one.
static FORKS: Guarded<Cell<u32>> = Guarded::new(Cell::new(0));

/// In the child of a fork: what the parent's threads hold is not this process's.
pub fn forget_holds(gil: Gil<'_>) {
    owned::forget();
    FORKS.get(gil).set(FORKS.get(gil).get() + 1);
}

impl Semaphore {
    fn words(&self) -> (&AtomicU32, &AtomicU32) {
        match (self.region.word(self.offset), self.region.word(self.offset + 4)) {
            (Some(value), Some(waiters)) => (value, waiters),
            _ => unreachable!("the place of a semaphore is checked when it is made"),
        }
    }

    /// How often this process holds it.
    fn held(&self, gil: Gil<'_>) -> i64 {
        let forks = FORKS.get(gil).get();
        if self.forks.replace(forks) != forks {
            self.held.set(0);
            self.holder.set(0);
        }
        self.held.get()
    }

    fn is_mine(&self, gil: Gil<'_>) -> bool {
        self.held(gil) > 0 && self.holder.get() == gil.thread_id().get()
    }

    /// Is it a lock, which knows its holder?
    fn is_lock(&self) -> bool {
        self.most == 1
    }

    /// The value.
    fn value(&self) -> u32 {
        let word = self.words().0.load(Acquire);
        if self.is_lock() { (word == owned::FREE).into() } else { word }
    }

    /// Takes one if there is one.
    fn try_take(&self) -> bool {
        let (value, _) = self.words();
        if self.is_lock() {
            return owned::try_take(value);
        }
        value.fetch_update(AcqRel, Relaxed, |value| value.checked_sub(1)).is_ok()
    }

    /// Takes one; true if that was possible before the deadline.
    fn take(&self, gil: Gil<'_>, deadline: Option<Deadline>) -> Result<bool> {
        loop {
            if self.try_take() {
                return Ok(true);
            }
            if deadline.is_some_and(Deadline::is_past) {
                return Ok(self.try_take());
            }
            convert::run_signal_handlers(gil)?;
            // A signal ends the sleep; its handlers run in the next round.
            let ((value, waiters), is_lock) = (self.words(), self.is_lock());
            if gil.detach(Reason::Lock, || sleep(value, waiters, is_lock, deadline.map(Deadline::left))) {
                return Ok(true);
            }
        }
    }

    /// Gives one back; false if that were more than there may be.
    fn give(&self) -> bool {
        let (value, waiters) = self.words();
        if self.is_lock() {
            return owned::free(value, waiters);
        }
        let given = value.fetch_update(SeqCst, Relaxed, |value| (value < self.most).then(|| value + 1));
        if given.is_ok() && waiters.load(SeqCst) > 0 {
            owned::wake(value, 1);
        }
        given.is_ok()
    }
}

/// Sleeps until there may be one; true if it was taken already.
fn sleep(value: &AtomicU32, waiters: &AtomicU32, is_lock: bool, time: Option<Duration>) -> bool {
    if is_lock {
        return owned::take_within(value, waiters, time.unwrap_or(Duration::MAX));
    }
    waiters.fetch_add(1, SeqCst);
    let _interrupted = owned::sleep(value, 0, time);
    waiters.fetch_sub(1, SeqCst);
    false
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<5> = Parameters::new(["kind", "maxvalue", "map", "offset", "value"], 4);
    let [kind, most, map, offset, value] = arguments.bind(gil, "SemLock", &SIGNATURE)?;
    let kind = convert::to_i64(gil, convert::given(kind))?;
    let most = convert::to_i64(gil, convert::given(most))?;
    let Some(region) = convert::given(map).downcast::<Map>().and_then(|map| map.region()) else {
        return Err(type_error(gil, "a semaphore needs an open Map"));
    };
    let offset = usize::try_from(convert::to_i64(gil, convert::given(offset))?).unwrap_or(usize::MAX - 8);
    if !(0..=1).contains(&kind) {
        return Err(value_error(gil, "unrecognized kind"));
    }
    let (Some(word), Some(waiters)) = (region.word(offset), region.word(offset + 4)) else {
        return Err(value_error(gil, "the semaphore does not lie within the map"));
    };
    if let Some(value) = value.filter(|value| !value.is_none()) {
        let value = convert::to_i64(gil, value)?;
        if !(0..=i64::from(MOST)).contains(&value) || value > most {
            return Err(convert::os_error(gil, libc::EINVAL));
        }
        word.store(value as u32, SeqCst);
        waiters.store(0, SeqCst);
    }
    let semaphore = Semaphore {
        region: region.clone(),
        offset,
        kind,
        most: most.clamp(0, MOST.into()) as u32,
        held: Cell::new(0),
        holder: Cell::new(0),
        forks: Cell::new(FORKS.get(gil).get()),
    };
    Ok(Ref::with_shape(gil, class.root(), semaphore).into_value())
}

fn this(value: &Value) -> &Ref<Semaphore> {
    match value.downcast() {
        Some(semaphore) => semaphore,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

/// Until when an `acquire` is to wait; None for ever.
fn deadline(gil: Gil<'_>, block: bool, timeout: Option<&Value>) -> Result<Option<Deadline>> {
    if !block {
        return Ok(Some(Deadline::after(Duration::ZERO)));
    }
    super::deadline(gil, timeout)
}

fn acquire(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["block", "timeout"], 0);
    let semaphore = this(&arguments.values[0]);
    let [block, timeout] = arguments.without_first().bind(gil, "acquire", &SIGNATURE)?;
    let block = block.map_or(Ok(true), |block| convert::to_bool(gil, block))?;
    let deadline = deadline(gil, block, timeout)?;
    take_and_note(gil, semaphore, deadline).map(Value::bool)
}

fn take_and_note(gil: Gil<'_>, semaphore: &Ref<Semaphore>, deadline: Option<Deadline>) -> Result<bool> {
    if semaphore.kind == RECURSIVE_MUTEX && semaphore.is_mine(gil) {
        semaphore.held.set(semaphore.held.get() + 1);
        return Ok(true);
    }
    let semaphore = semaphore.clone();
    if !semaphore.take(gil, deadline)? {
        return Ok(false);
    }
    semaphore.held.set(semaphore.held(gil) + 1);
    semaphore.holder.set(gil.thread_id().get());
    Ok(true)
}

fn release(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let semaphore = this(&arguments.values[0]);
    if semaphore.kind == RECURSIVE_MUTEX {
        if !semaphore.is_mine(gil) {
            let message = "attempt to release recursive lock not owned by thread";
            return Err(Raised::with_message(gil, Kind::AssertionError, message));
        }
        if semaphore.held.get() > 1 {
            semaphore.held.set(semaphore.held.get() - 1);
            return Ok(Value::NONE);
        }
    }
    // Noted first: from the moment it is given back, another thread may take it.
    semaphore.held.set(semaphore.held(gil) - 1);
    if semaphore.give() {
        return Ok(Value::NONE);
    }
    semaphore.held.set(semaphore.held.get() + 1);
    Err(value_error(gil, "semaphore or lock released too many times"))
}

fn enter(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    take_and_note(gil, this(&arguments.values[0]), None).map(Value::bool)
}

fn count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, this(&arguments.values[0]).held(gil)))
}

fn is_mine(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(this(&arguments.values[0]).is_mine(gil)))
}

fn get_value(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(convert::int(gil, this(&arguments.values[0]).value().into()))
}

fn is_zero(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(this(&arguments.values[0]).value() == 0))
}

/// `SemLock`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "SemLock",
    module: "_multiprocessing",
    signature: "",
    doc: "Semaphore/Mutex type",
    base: None,
    layout: Semaphore::layout,
    storage: Storage::Nothing,
    flags: class::flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(new), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "acquire",
            "($self, /, block=True, timeout=None)",
            "Acquire the semaphore/lock.",
            acquire,
        ),
        Function::new("release", "($self, /)", "Release the semaphore/lock.", release),
        Function::new("__enter__", "($self, /)", "Enter the semaphore/lock.", enter),
        Function::new("__exit__", "", "Exit the semaphore/lock.", release),
        Function::new(
            "_count",
            "($self, /)",
            "Num of `acquire()`s minus num of `release()`s for this process.",
            count,
        ),
        Function::new("_is_mine", "($self, /)", "Whether the lock is owned by this thread.", is_mine),
        Function::new("_get_value", "($self, /)", "Get the value of the semaphore.", get_value),
        Function::new("_is_zero", "($self, /)", "Return whether semaphore has value zero.", is_zero),
    ],
    attributes: &[
        Attribute::read_only("kind", "", |gil, value| Ok(convert::int(gil, this(value).kind))),
        Attribute::read_only("maxvalue", "", |gil, value| Ok(convert::int(gil, this(value).most.into()))),
    ],
};
