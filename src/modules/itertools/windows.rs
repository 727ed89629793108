//! `accumulate`, `pairwise` and `batched`.

use std::cell::{Cell, RefCell};

use super::{REDUCE, SET_STATE, deprecated, made, remade, spec};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::value_error;
use crate::object::{Arguments, Operator, Parameters, Payload, Ref, Result, Type, Value, Visit, operations};
use crate::payload;
use crate::types::iterators::no_keywords;
use crate::types::tuple;

/// The payload of `accumulate`.
pub struct Accumulate {
    iterator: Value,
    /// Addition where there is none.
    function: Option<Value>,
    initial: RefCell<Option<Value>>,
    total: RefCell<Option<Value>>,
}

impl Payload for Accumulate {
    payload!(Accumulate, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.iterator);
        self.function.iter().for_each(&mut *visit);
        self.initial.borrow().iter().chain(self.total.borrow().iter()).for_each(visit);
    }

    fn clear(&self) {
        drop((self.initial.take(), self.total.take()));
    }
}

fn accumulate_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["iterable", "func", "initial"], 1).keyword_only(2);
    let [iterable, function, initial] = arguments.bind(gil, "accumulate", &SIGNATURE)?;
    let iterator = operations::iterate(gil, convert::given(iterable))?;
    let given = |value: Option<&Value>| value.filter(|value| !value.is_none()).cloned();
    let accumulate = Accumulate {
        iterator,
        function: given(function),
        initial: RefCell::new(given(initial)),
        total: RefCell::new(None),
    };
    made(gil, class, accumulate)
}

fn accumulate_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(accumulate) = value.downcast::<Accumulate>() else { return Ok(None) };
    let initial = accumulate.initial.take();
    let total = match initial {
        Some(initial) => initial,
        None => {
            let Some(item) = operations::next(gil, &accumulate.iterator)? else { return Ok(None) };
            let before = accumulate.total.borrow().clone();
            match (before, &accumulate.function) {
                (None, _) => item,
                (Some(before), None) => operations::binary(gil, Operator::Add, &before, &item)?,
                (Some(before), Some(function)) => {
                    operations::call(gil, function, Arguments::positional(&[before, item]))?
                }
            }
        }
    };
    let old = accumulate.total.replace(Some(total.clone()));
    drop(old);
    Ok(Some(total))
}

fn accumulate_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let Some(accumulate) = value.downcast::<Accumulate>() else { return Ok(Value::NONE) };
    let function = accumulate.function.clone().unwrap_or(Value::NONE);
    let (initial, total) = (accumulate.initial.borrow().clone(), accumulate.total.borrow().clone());
    let module = crate::modules::import::module(gil, "itertools")?;
    let after = |first: Value| {
        let first = convert::list(gil, vec![first]);
        operations::call_method(gil, &module, "chain", &[first, accumulate.iterator.clone()])
    };
    match (initial, total) {
        (Some(initial), _) => remade(gil, value, vec![after(initial)?, function], Some(Value::NONE)),
        (None, Some(total)) if total.is_none() => {
            // A total of None would be taken for no total: it is given again, and skipped.
            deprecated(gil)?;
            let class = value.class(gil).to_value();
            let iterator = operations::call(gil, &class, Arguments::positional(&[after(total)?, function]))?;
            let slice = operations::find_named(gil, &module, "islice")?.unwrap_or(Value::NONE);
            let parts = tuple::of(gil, vec![iterator, convert::int(gil, 1), Value::NONE]);
            Ok(tuple::pair(gil, slice, parts))
        }
        (None, total) => {
            let state = total.unwrap_or(Value::NONE);
            remade(gil, value, vec![accumulate.iterator.clone(), function], Some(state))
        }
    }
}

fn accumulate_set_state(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, state] = arguments.method(gil, "__setstate__")?;
    deprecated(gil)?;
    if let Some(accumulate) = value.downcast::<Accumulate>() {
        let old = accumulate.total.replace(Some(state.clone()).filter(|state| !state.is_none()));
        drop(old);
    }
    Ok(Value::NONE)
}

/// `accumulate`.
pub static ACCUMULATE: TypeSpec = spec(
    "accumulate",
    "(iterable, func=None, *, initial=None)",
    "Return series of accumulated sums (or other binary function results).",
    Accumulate::layout,
    accumulate_new,
    accumulate_next,
    &[
        Function::new("__reduce__", "", REDUCE, accumulate_reduce),
        Function::new("__setstate__", "", SET_STATE, accumulate_set_state),
    ],
);

/// The payload of `pairwise`.
pub struct Pairwise {
    iterator: RefCell<Option<Value>>,
    before: RefCell<Option<Value>>,
}

impl Payload for Pairwise {
    payload!(Pairwise, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.iterator.borrow().iter().chain(self.before.borrow().iter()).for_each(visit);
    }

    fn clear(&self) {
        drop((self.iterator.take(), self.before.take()));
    }
}

fn pairwise_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let given = no_keywords(gil, class, "pairwise", arguments)?;
    let given = Arguments::positional(given).between(gil, "pairwise", 1, 1)?;
    let iterator = RefCell::new(Some(operations::iterate(gil, &given[0])?));
    made(gil, class, Pairwise { iterator, before: RefCell::new(None) })
}

fn pairwise_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(pairwise) = value.downcast::<Pairwise>() else { return Ok(None) };
    let Some(mut iterator) = pairwise.iterator.borrow().clone() else { return Ok(None) };
    let ended = || drop((pairwise.iterator.take(), pairwise.before.take()));
    let before = pairwise.before.borrow().clone();
    let before = match before {
        Some(before) => before,
        None => {
            let Some(first) = operations::next(gil, &iterator)? else {
                ended();
                return Ok(None);
            };
            let old = pairwise.before.replace(Some(first.clone()));
            drop(old);
            // Taking the first item may have come back here and ended it.
            let Some(still) = pairwise.iterator.borrow().clone() else { return Ok(None) };
            iterator = still;
            first
        }
    };
    let Some(item) = operations::next(gil, &iterator)? else {
        ended();
        return Ok(None);
    };
    let old = pairwise.before.replace(Some(item.clone()));
    drop(old);
    Ok(Some(tuple::of(gil, vec![before, item])))
}

/// `pairwise`.
pub static PAIRWISE: TypeSpec = spec(
    "pairwise",
    "(iterable, /)",
    "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...",
    Pairwise::layout,
    pairwise_new,
    pairwise_next,
    &[],
);

/// The payload of `batched`.
pub struct Batched {
    iterator: RefCell<Option<Value>>,
    size: usize,
    strict: bool,
    /// The size of the last batch, which the next one probably has, too.
    expected: Cell<usize>,
}

impl Payload for Batched {
    payload!(Batched, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.iterator.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.iterator.take());
    }
}

fn batched_new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<3> = Parameters::new(["iterable", "n", "strict"], 2).keyword_only(2);
    let [iterable, size, strict] = arguments.bind(gil, "batched", &SIGNATURE)?;
    let size = super::endless::size(gil, convert::given(size))?;
    let strict = strict.map_or(Ok(false), |strict| operations::truth(gil, strict))?;
    if size < 1 {
        return Err(value_error(gil, "n must be at least one"));
    }
    let iterator = RefCell::new(Some(operations::iterate(gil, convert::given(iterable))?));
    made(gil, class, Batched { iterator, size: size as usize, strict, expected: Cell::new(0) })
}

fn batched_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    crate::object::recursion::enter(gil)?;
    let Some(batched) = value.downcast::<Batched>() else { return Ok(None) };
    let Some(iterator) = batched.iterator.borrow().clone() else { return Ok(None) };
    let mut items = Vec::with_capacity(batched.expected.get());
    while items.len() < batched.size {
        match operations::next(gil, &iterator) {
            Ok(Some(item)) => items.push(item),
            Ok(None) => break,
            Err(raised) => {
                drop(batched.iterator.take());
                return Err(raised);
            }
        }
    }
    if items.len() == batched.size {
        batched.expected.set(items.len());
        return Ok(Some(tuple::of(gil, items)));
    }
    drop(batched.iterator.take());
    match items.is_empty() {
        true => Ok(None),
        false if batched.strict => Err(value_error(gil, "batched(): incomplete batch")),
        false => Ok(Some(tuple::of(gil, items))),
    }
}

/// `batched`.
pub static BATCHED: TypeSpec = spec(
    "batched",
    "(iterable, n, *, strict=False)",
    "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and \
     accumulates data into tuples up to size\nn.  The input is consumed lazily, just enough to fill a batch.\nThe result \
     is yielded as soon as a batch is full or when the input\niterable is exhausted.\n\n    >>> for batch in \
     batched('ABCDEFG', 3):\n    ...     print(batch)\n    ...\n    ('A', 'B', 'C')\n    ('D', 'E', 'F')\n    ('G',)\n\nIf \
     \"strict\" is True, raises a ValueError if the final batch is shorter than n.",
    Batched::layout,
    batched_new,
    batched_next,
    &[],
);
