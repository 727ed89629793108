//! `count`, `cycle` and `repeat`.

use std::cell::{Cell, RefCell};

use super::{REDUCE, SET_STATE, made, remade, spec, state_parts};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{overflow_error, type_error};
use crate::object::{Arguments, Operator, Parameters, Payload, Ref, Result, Type, Value, Visit, operations};
use crate::payload;
use crate::types::iterators::no_keywords;

/// The payload of `count`.
pub struct Count {
    next: RefCell<Value>,
    step: Value,
}

impl Payload for Count {
    payload!(Count, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.next.borrow());
        visit(&self.step);
    }
}

fn count_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["start", "step"], 0);
    let [start, step] = arguments.bind(gil, "count", &SIGNATURE)?;
    let start = start.cloned().unwrap_or_else(|| convert::int(gil, 0));
    let step = step.cloned().unwrap_or_else(|| convert::int(gil, 1));
    if !is_number(gil, &start) || !is_number(gil, &step) {
        return Err(type_error(gil, "a number is required"));
    }
    // Counting by ones makes plain ints of bools and of other kinds of ints.
    let start = if is_one(gil, &step) && is_int(gil, &start) { convert::index(gil, &start)? } else { start };
    let start = if start.is(&Value::TRUE) || start.is(&Value::FALSE) {
        convert::int(gil, i64::from(start.is(&Value::TRUE)))
    } else {
        start
    };
    made(gil, class, Count { next: RefCell::new(start), step })
}

fn is_number(gil: Gil<'_>, value: &Value) -> bool {
    let slots = &value.class(gil).slots;
    slots.index.get().is_some()
        || slots.int.get().is_some()
        || slots.float.get().is_some()
        || value.downcast::<crate::types::complex::Complex>().is_some()
}

fn is_int(gil: Gil<'_>, value: &Value) -> bool {
    value.class(gil).is_subtype(crate::types::int::class(gil))
}

fn is_one(gil: Gil<'_>, step: &Value) -> bool {
    is_int(gil, step) && convert::whole(step) == Some(1)
}

fn count_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(count) = value.downcast::<Count>() else { return Ok(None) };
    let number = count.next.borrow().clone();
    let following = match (number.bits().as_int(), count.step.bits().as_int()) {
        (Some(number), Some(step)) => convert::int(gil, number + step),
        _ => operations::binary(gil, Operator::Add, &number, &count.step)?,
    };
    let old = count.next.replace(following);
    drop(old);
    Ok(Some(number))
}

fn count_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let Some(count) = value.downcast::<Count>() else { return Ok(Value::NONE) };
    let (name, next) = (value.class(gil).own_name(), count.next.borrow().clone());
    let next = operations::repr(gil, &next)?;
    let shown = if is_one(gil, &count.step) {
        format!("{name}({})", next.lossy())
    } else {
        format!("{name}({}, {})", next.lossy(), operations::repr(gil, &count.step)?.lossy())
    };
    Ok(Ref::text(gil, &shown).into_value())
}

fn count_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(count) = value.downcast::<Count>() else { return Ok(Value::NONE) };
    let mut parts = vec![count.next.borrow().clone()];
    if !is_one(gil, &count.step) {
        parts.push(count.step.clone());
    }
    remade(gil, value, parts, None)
}

/// `count`.
pub static COUNT: TypeSpec = {
    let mut spec = spec(
        "count",
        "(start=0, step=1)",
        "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def \
         count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step",
        Count::layout,
        count_new,
        count_next,
        &[Function::new("__reduce__", "", REDUCE, count_reduce)],
    );
    spec.slots.repr = Some(count_repr);
    spec
};

/// The payload of `cycle`.
pub struct Cycle {
    /// None once it is exhausted.
    iterator: RefCell<Option<Value>>,
    saved: RefCell<Vec<Value>>,
    place: Cell<usize>,
    /// What the iterator still gives has been saved already.
    is_saved: Cell<bool>,
}

impl Payload for Cycle {
    payload!(Cycle, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.iterator.borrow().iter().chain(self.saved.borrow().iter()).for_each(visit);
    }

    fn clear(&self) {
        drop((self.iterator.take(), self.saved.take()));
    }
}

fn cycle_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let given = no_keywords(gil, class, "cycle", arguments)?;
    let given = Arguments::positional(given).between(gil, "cycle", 1, 1)?;
    let iterator = RefCell::new(Some(operations::iterate(gil, &given[0])?));
    made(
        gil,
        class,
        Cycle { iterator, saved: RefCell::default(), place: Cell::new(0), is_saved: Cell::new(false) },
    )
}

fn cycle_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(cycle) = value.downcast::<Cycle>() else { return Ok(None) };
    let iterator = cycle.iterator.borrow().clone();
    if let Some(iterator) = iterator {
        if let Some(item) = operations::next(gil, &iterator)? {
            if !cycle.is_saved.get() {
                cycle.saved.borrow_mut().push(item.clone());
            }
            return Ok(Some(item));
        }
        drop(cycle.iterator.take());
    }
    let place = cycle.place.get();
    let (item, length) = {
        let saved = cycle.saved.borrow();
        (saved.get(place).cloned(), saved.len())
    };
    cycle.place.set(if place + 1 < length { place + 1 } else { 0 });
    Ok(item)
}

fn cycle_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(cycle) = value.downcast::<Cycle>() else { return Ok(Value::NONE) };
    let saved = convert::list(gil, cycle.saved.borrow().clone());
    let iterator = cycle.iterator.borrow().clone();
    let (iterator, is_saved) = match iterator {
        Some(iterator) => (iterator, Value::bool(cycle.is_saved.get())),
        None => {
            let iterator = operations::iterate(gil, &saved)?;
            if cycle.place.get() > 0 {
                let place = convert::int(gil, cycle.place.get() as i64);
                operations::call_method(gil, &iterator, "__setstate__", &[place])?;
            }
            (iterator, Value::TRUE)
        }
    };
    remade(gil, value, vec![iterator], Some(convert::tuple(gil, vec![saved, is_saved])))
}

fn cycle_set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    let Some(cycle) = value.downcast::<Cycle>() else { return Ok(Value::NONE) };
    let parts = state_parts(gil, state, 2)?;
    let Some(saved) = parts[0].downcast::<crate::types::list::List>() else {
        return Err(type_error(gil, "state is not a list"));
    };
    let is_saved = crate::types::int::clamped(gil, &parts[1])? != 0;
    let saved = saved.items.borrow().clone();
    let old = cycle.saved.replace(saved);
    cycle.is_saved.set(is_saved);
    cycle.place.set(0);
    drop(old);
    Ok(Value::NONE)
}

/// `cycle`.
pub static CYCLE: TypeSpec = spec(
    "cycle",
    "(iterable, /)",
    "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
    Cycle::layout,
    cycle_new,
    cycle_next,
    &[
        Function::new("__reduce__", "", REDUCE, cycle_reduce),
        Function::new("__setstate__", "", SET_STATE, cycle_set_state),
    ],
);

/// The payload of `repeat`.
pub struct Repeat {
    object: Value,
    /// How often still; without end where there is none.
    left: Cell<Option<i64>>,
}

impl Payload for Repeat {
    payload!(Repeat, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.object);
    }
}

fn repeat_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["object", "times"], 1);
    let [object, times] = arguments.bind(gil, "repeat", &SIGNATURE)?;
    let left = match times {
        Some(times) => Some(size(gil, times)?.max(0)),
        None => None,
    };
    made(gil, class, Repeat { object: convert::given(object).clone(), left: Cell::new(left) })
}

/// A number that is a size.
pub fn size(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let number = convert::index(gil, value)?;
    convert::whole(&number).ok_or_else(|| overflow_error(gil, "Python int too large to convert to C ssize_t"))
}

fn repeat_next(_gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(repeat) = value.downcast::<Repeat>() else { return Ok(None) };
    match repeat.left.get() {
        Some(0) => return Ok(None),
        Some(left) => repeat.left.set(Some(left - 1)),
        None => {}
    }
    Ok(Some(repeat.object.clone()))
}

fn repeat_repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let Some(repeat) = value.downcast::<Repeat>() else { return Ok(Value::NONE) };
    let (name, object) = (value.class(gil).own_name(), operations::repr(gil, &repeat.object)?);
    let shown = match repeat.left.get() {
        Some(left) => format!("{name}({}, {left})", object.lossy()),
        None => format!("{name}({})", object.lossy()),
    };
    Ok(Ref::text(gil, &shown).into_value())
}

fn repeat_length_hint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__length_hint__")?;
    match value.downcast::<Repeat>().and_then(|repeat| repeat.left.get()) {
        Some(left) => Ok(convert::int(gil, left)),
        None => Err(type_error(gil, "len() of unsized object")),
    }
}

fn repeat_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(repeat) = value.downcast::<Repeat>() else { return Ok(Value::NONE) };
    let mut parts = vec![repeat.object.clone()];
    parts.extend(repeat.left.get().map(|left| convert::int(gil, left)));
    remade(gil, value, parts, None)
}

/// `repeat`.
pub static REPEAT: TypeSpec = {
    let mut spec = spec(
        "repeat",
        "",
        "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If \
         not specified, returns the object\nendlessly.",
        Repeat::layout,
        repeat_new,
        repeat_next,
        &[
            Function::new(
                "__length_hint__",
                "",
                "Private method returning an estimate of len(list(it)).",
                repeat_length_hint,
            ),
            Function::new("__reduce__", "", REDUCE, repeat_reduce),
        ],
    );
    spec.slots.repr = Some(repeat_repr);
    spec.flags |= flags::BASE;
    spec
};
