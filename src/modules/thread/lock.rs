//! `lock` and `RLock`.

use std::cell::{Cell, OnceCell};
use std::time::Duration;

use crate::gil::sync::{Lock, Patience, RecursiveLock, Wait};
use crate::gil::{Deadline, Gil};
use crate::modules::convert;
use crate::modules::time::span;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{runtime_error, value_error};
use crate::object::{Arguments, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value};
use crate::payload;
use crate::vm::naming;
use crate::vm::threads::here;

use super::deadlock::{self, Target};

/// What reports say of a lock.
#[derive(Default)]
struct Taken {
    /// Where it was taken last: the address of the code and the word, as `vm::threads::here` has it.
    place: Cell<(usize, u32)>,
    /// What code calls it that has waited for it, once somebody wanted to know.
    name: OnceCell<Box<str>>,
}

impl Taken {
    #[inline]
    fn here(&self, gil: Gil<'_>) {
        self.place.set(here(gil));
    }
}

/// The payload of `lock`.
pub struct Simple(Lock, Taken);

impl Payload for Simple {
    payload!(Simple, untracked);
}

/// The payload of `RLock`.
pub struct Recursive(RecursiveLock, Taken);

impl Payload for Recursive {
    payload!(Recursive, untracked);
}

/// The type of locks, if it has been made.
pub fn class(gil: Gil<'_>) -> Option<Ref<Type>> {
    let exact = &Simple::layout().exact;
    exact.is_set(gil).then(|| exact.get(gil).class().clone())
}

/// `allocate_lock()`.
pub fn allocate(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "allocate_lock")?;
    Ok(Ref::new(gil, Simple(Lock::new(), Taken::default())).into_value())
}

fn simple_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "lock")?;
    Ok(Ref::with_shape(gil, class.root(), Simple(Lock::new(), Taken::default())).into_value())
}

fn recursive_new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Recursive(RecursiveLock::new(), Taken::default())).into_value())
}

fn simple(value: &Value) -> &Lock {
    match value.downcast::<Simple>() {
        Some(lock) => &lock.0,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

fn recursive(value: &Value) -> &RecursiveLock {
    match value.downcast::<Recursive>() {
        Some(lock) => &lock.0,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

/// Where a lock was taken last.
fn taken(value: &Value) -> &Taken {
    match (value.downcast::<Simple>(), value.downcast::<Recursive>()) {
        (Some(lock), _) => &lock.1,
        (_, Some(lock)) => &lock.1,
        _ => unreachable!("the types' functions are bound to their instances"),
    }
}

/// The number of the thread that has taken a lock.
pub fn owner(gil: Gil<'_>, value: &Value) -> Option<u64> {
    let owner = match value.downcast::<Simple>() {
        Some(lock) => lock.0.locked_by(gil),
        None => value.downcast::<Recursive>()?.0.owner(gil),
    };
    owner.map(|owner| owner.get())
}

/// Where a lock was taken last: the address of the code and the word.
pub fn place(_gil: Gil<'_>, value: &Value) -> Option<(usize, u32)> {
    Some(taken(value).place.get()).filter(|&(code, _)| code != 0)
}

/// What the code that waits for a lock calls it, as whoever asked first did; empty if it has no name.
pub fn name(gil: Gil<'_>, value: &Value) -> String {
    let name = taken(value).name.get_or_init(|| naming::name_of(gil, value).unwrap_or_default().into());
    name.to_string()
}

/// The moment so many nanoseconds from now.
pub fn deadline(nanoseconds: u64) -> Deadline {
    Deadline::after(Duration::from_nanos(nanoseconds))
}

/// How long an `acquire` is to wait.
fn patience(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Patience> {
    const SIGNATURE: Parameters<2> = Parameters::new(["blocking", "timeout"], 0);
    let [blocking, timeout] = arguments.without_first().bind(gil, "acquire", &SIGNATURE)?;
    let blocking = blocking.map_or(Ok(true), |blocking| convert::to_bool(gil, blocking))?;
    /// What stands for no timeout.
    const UNSET: i64 = -1_000_000_000;
    let timeout = timeout.map_or(Ok(UNSET), |timeout| span::nanoseconds(gil, timeout))?;
    if !blocking {
        if timeout != UNSET {
            return Err(value_error(gil, "can't specify a timeout for a non-blocking call"));
        }
        return Ok(Patience::Never);
    }
    if timeout == UNSET {
        return Ok(Patience::Forever);
    }
    match u64::try_from(timeout) {
        Ok(timeout) => Ok(Patience::Until(deadline(timeout))),
        Err(_) => Err(value_error(gil, "timeout value must be a non-negative number")),
    }
}

/// Waits, with the handlers of signals run in between.
fn obtain(
    gil: Gil<'_>,
    patience: Patience,
    taken: &Taken,
    acquire: impl Fn(Patience) -> Wait,
) -> Result<Value> {
    loop {
        match acquire(patience) {
            Wait::Done => {
                taken.here(gil);
                return Ok(Value::TRUE);
            }
            Wait::TimedOut => return Ok(Value::FALSE),
            Wait::Interrupted => convert::run_signal_handlers(gil)?,
        }
    }
}

fn acquire(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let patience = patience(gil, arguments)?;
    obtain_simple(gil, &arguments.values[0], patience)
}

fn obtain_simple(gil: Gil<'_>, value: &Value, patience: Patience) -> Result<Value> {
    let lock = simple(value);
    let _note = lock.is_locked(gil).then(|| deadlock::note(gil, Target::Lock(value.clone())));
    obtain(gil, patience, taken(value), |patience| lock.acquire(gil, patience))
}

fn enter(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    obtain_simple(gil, &arguments.values[0], Patience::Forever)
}

fn release(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let released = simple(&arguments.values[0]).release(gil);
    released.map(|()| Value::NONE).map_err(|_| runtime_error(gil, "release unlocked lock"))
}

fn locked(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(simple(&arguments.values[0]).is_locked(gil)))
}

fn reset(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    simple(&arguments.values[0]).reset(gil);
    Ok(Value::NONE)
}

fn simple_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let state = if simple(value).is_locked(gil) { "locked" } else { "unlocked" };
    let address = crate::types::object::address(value);
    Ok(convert::text(gil, &format!("<{state} _thread.lock object at {address:#x}>")))
}

fn recursive_acquire(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let patience = patience(gil, arguments)?;
    obtain_recursive(gil, &arguments.values[0], patience)
}

fn recursive_enter(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    obtain_recursive(gil, &arguments.values[0], Patience::Forever)
}

fn obtain_recursive(gil: Gil<'_>, value: &Value, patience: Patience) -> Result<Value> {
    let lock = recursive(value);
    let other = lock.owner(gil).is_some() && !lock.is_owned(gil);
    let _note = other.then(|| deadlock::note(gil, Target::Lock(value.clone())));
    obtain(gil, patience, taken(value), |patience| lock.acquire(gil, patience))
}

fn recursive_release(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let released = recursive(&arguments.values[0]).release(gil);
    released.map(|()| Value::NONE).map_err(|_| runtime_error(gil, "cannot release un-acquired lock"))
}

fn is_owned(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(Value::bool(recursive(&arguments.values[0]).is_owned(gil)))
}

/// `_release_save`: gives the lock up whatever its depth; the depth is what `_acquire_restore` takes.
fn release_save(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let lock = recursive(&arguments.values[0]);
    let depth = lock.depth(gil);
    for _ in 0..depth {
        lock.release(gil).map_err(|_| runtime_error(gil, "cannot release un-acquired lock"))?;
    }
    if depth == 0 {
        return Err(runtime_error(gil, "cannot release un-acquired lock"));
    }
    Ok(convert::int(gil, depth as i64))
}

fn acquire_restore(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [lock, depth] = arguments.method::<2>(gil, "_acquire_restore")?;
    let (lock, depth) = (recursive(lock), convert::to_i64(gil, depth)?);
    for _ in 0..depth {
        let _ = lock.acquire(gil, Patience::Unshakable);
    }
    Ok(Value::NONE)
}

fn recursion_count(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let lock = recursive(&arguments.values[0]);
    Ok(convert::int(gil, if lock.is_owned(gil) { lock.depth(gil) as i64 } else { 0 }))
}

fn recursive_reset(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    recursive(&arguments.values[0]).reset(gil);
    Ok(Value::NONE)
}

fn recursive_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let lock = recursive(value);
    let (owner, depth) = (lock.owner(gil).map_or(0, |owner| owner.get()), lock.depth(gil));
    let state = if owner != 0 { "locked" } else { "unlocked" };
    let address = crate::types::object::address(value);
    let text = format!("<{state} _thread.RLock object owner={owner} count={depth} at {address:#x}>");
    Ok(convert::text(gil, &text))
}

/// `lock`.
pub static LOCK: TypeSpec = TypeSpec {
    name: "lock",
    module: "_thread",
    signature: "",
    doc: "A lock object is a synchronization primitive.",
    base: None,
    layout: Simple::layout,
    storage: Storage::Nothing,
    flags: flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(simple_new), repr: Some(simple_repr), ..SlotTable::EMPTY },
    methods: &[
        Function::new("acquire", "($self, /, blocking=True, timeout=-1)", "Lock the lock.", acquire),
        Function::new("acquire_lock", "", "An obsolete synonym of acquire().", acquire),
        Function::new("release", "($self, /)", "Release the lock.", release),
        Function::new("release_lock", "", "An obsolete synonym of release().", release),
        Function::new("locked", "($self, /)", "Return whether the lock is locked.", locked),
        Function::new("locked_lock", "", "An obsolete synonym of locked().", locked),
        Function::new("_at_fork_reinit", "", "", reset),
        Function::new("__enter__", "", "Lock the lock.", enter),
        Function::new("__exit__", "", "Release the lock.", release),
    ],
    attributes: &[],
};

/// `RLock`.
pub static RECURSIVE: TypeSpec = TypeSpec {
    name: "RLock",
    module: "_thread",
    signature: "",
    doc: "A lock that its owner can take again.",
    base: None,
    layout: Recursive::layout,
    storage: Storage::Nothing,
    flags: flags::BASE | flags::WEAKLY_REFERENCED,
    slots: SlotTable { new: Some(recursive_new), repr: Some(recursive_repr), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "acquire",
            "($self, /, blocking=True, timeout=-1)",
            "Lock the lock.",
            recursive_acquire,
        ),
        Function::new("release", "($self, /)", "Release the lock.", recursive_release),
        Function::new("_is_owned", "", "For internal use by `threading.Condition`.", is_owned),
        Function::new("_release_save", "", "For internal use by `threading.Condition`.", release_save),
        Function::new("_acquire_restore", "", "For internal use by `threading.Condition`.", acquire_restore),
        Function::new("_recursion_count", "", "For internal use by reentrancy checks.", recursion_count),
        Function::new("_at_fork_reinit", "", "", recursive_reset),
        Function::new("__enter__", "", "Lock the lock.", recursive_enter),
        Function::new("__exit__", "", "Release the lock.", recursive_release),
    ],
    attributes: &[],
};
