//! Built-in functions over iterables.

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::header::{Payload, Visit};
use crate::object::native::{Function, Native, TypeSpec};
use crate::object::raised::{Kind, Raised, overflow_error, type_error, value_error};
use crate::object::{
    Arguments, Comparison, Operator, Parameters, Ref, Result, SlotTable, Storage, Text, Value, operations,
};
use crate::payload;
use crate::types::list::List;
use crate::types::sequence::iterator::remade_of;
use crate::types::set::{self, FrozenSet, Set};
use crate::types::tuple::Tuple;

/// The functions of this part.
pub static FUNCTIONS: &[Function] = &[
    Function::new("len", "($module, obj, /)", "Return the number of items in a container.", len),
    Function::new("iter", "", "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator", iter),
    Function::new("next", "", "next(iterator[, default])\n\nReturn the next item from the iterator.", next),
    Function::new(
        "aiter",
        "($module, async_iterable, /)",
        "Return an AsyncIterator for an AsyncIterable object.",
        aiter,
    ),
    Function::new(
        "anext",
        "($module, aiterator, default=<unrepresentable>, /)",
        "Return the next item from the async iterator.",
        anext,
    ),
    Function::new(
        "sum",
        "($module, iterable, /, start=0)",
        "Return the sum of a 'start' value (default: 0) plus an iterable of numbers",
        sum,
    ),
    Function::new(
        "min",
        "",
        "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value",
        min,
    ),
    Function::new(
        "max",
        "",
        "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value",
        max,
    ),
    Function::new(
        "all",
        "($module, iterable, /)",
        "Return True if bool(x) is True for all values x in the iterable.",
        all,
    ),
    Function::new(
        "any",
        "($module, iterable, /)",
        "Return True if bool(x) is True for any x in the iterable.",
        any,
    ),
    Function::new(
        "sorted",
        "($module, iterable, /, *, key=None, reverse=False)",
        "Return a new list containing all items from the iterable in ascending order.",
        sorted,
    ),
];

/// Functions that the machine knows.
pub const LEN: Native = len;
pub const SUM: Native = sum;
pub const MIN: Native = min;
pub const MAX: Native = max;
pub const ANY: Native = any;
pub const ALL: Native = all;

fn len(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "len")?;
    let length = operations::length(gil, object)?;
    i64::try_from(length)
        .map(|length| convert::int(gil, length))
        .map_err(|_| overflow_error(gil, "cannot fit 'int' into an index-sized integer"))
}

fn iter(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    match arguments.between(gil, "iter", 1, 2)? {
        [callable, sentinel] => {
            if callable.class(gil).slots.call.get().is_none() {
                return Err(type_error(gil, "iter(v, w): v must be callable"));
            }
            let both = (callable.clone(), sentinel.clone());
            let iterator = CallIterator { both: std::cell::RefCell::new(Some(both)) };
            Ok(Ref::new(gil, iterator).into_value())
        }
        given => operations::iterate(gil, &given[0]),
    }
}

fn next(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "next", 1, 2)?;
    if let Some(default) = given.get(1) {
        return Ok(operations::next(gil, &given[0])?.unwrap_or_else(|| default.clone()));
    }
    match operations::next_or_stop(gil, &given[0])? {
        Some(item) => Ok(item),
        None => Err(convert::stop_iteration(gil)),
    }
}

fn aiter(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [object] = arguments.exactly::<1>(gil, "aiter")?;
    let class = object.class(gil);
    let Some(slot) = class.slots.aiter.get() else {
        return Err(type_error(gil, format!("'{}' object is not an async iterable", class.name())));
    };
    let iterator = slot(gil, object)?;
    if iterator.class(gil).slots.anext.get().is_none() {
        let name = iterator.class(gil).name();
        return Err(type_error(gil, format!("aiter() returned not an async iterator of type '{name}'")));
    }
    Ok(iterator)
}

fn anext(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, "anext", 1, 2)?;
    let class = given[0].class(gil);
    let Some(slot) = class.slots.anext.get() else {
        return Err(type_error(gil, format!("'{}' object is not an async iterator", class.name())));
    };
    let awaitable = slot(gil, &given[0])?;
    match given.get(1) {
        None => Ok(awaitable),
        Some(default) => {
            let awaiting = Awaiting { awaitable, default: default.clone(), inner: Default::default() };
            Ok(Ref::new(gil, awaiting).into_value())
        }
    }
}

fn sum(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<2> = Parameters::new(["iterable", "start"], 1).positional_only(1);
    let [iterable, start] = arguments.bind(gil, "sum", &SIGNATURE)?;
    let start = start.cloned().unwrap_or_else(|| convert::int(gil, 0));
    if let Some((kind, joined)) = convert::joinable(gil, &start) {
        return Err(type_error(gil, format!("sum() can't sum {kind} [use {joined}.join(seq) instead]")));
    }
    let iterator = operations::iterate(gil, convert::given(iterable))?;
    add_all(gil, Total::start(start), &iterator)
}

/// A sum that has come so far, with one more item and all that are still to come of an iterator.
pub fn sum_further(gil: Gil<'_>, so_far: Value, item: Value, iterator: &Value) -> Result<Value> {
    let total = Total::start(so_far).plus(gil, item)?;
    add_all(gil, total, iterator)
}

fn add_all(gil: Gil<'_>, mut total: Total, iterator: &Value) -> Result<Value> {
    while let Some(item) = operations::next(gil, iterator)? {
        total = total.plus(gil, item)?;
    }
    Ok(total.finish(gil))
}

/// A sum as far as it has come: in machine numbers as long as they do.
enum Total {
    Int(i64),
    /// A float and what its additions have lost.
    Float(f64, f64),
    Any(Value),
}

impl Total {
    fn start(start: Value) -> Total {
        let bits = start.bits();
        match (bits.as_int(), convert::as_f64(&start)) {
            (Some(number), _) => Total::Int(number),
            (None, Some(number)) if bits.is_float() => Total::Float(number, 0.0),
            _ => Total::Any(start),
        }
    }

    fn plus(self, gil: Gil<'_>, item: Value) -> Result<Total> {
        let bits = item.bits();
        let whole = match item.bits() {
            crate::object::Bits::TRUE => Some(1),
            crate::object::Bits::FALSE => Some(0),
            _ => bits.as_int(),
        };
        match (self, whole) {
            (Total::Int(total), Some(number)) => match total.checked_add(number) {
                Some(total) => Ok(Total::Int(total)),
                None => Total::Int(total).plus_slowly(gil, item),
            },
            (Total::Int(total), None) if bits.is_float() => {
                let number = convert::as_f64(&item).unwrap_or_default();
                Ok(Total::Float(total as f64 + number, 0.0))
            }
            (Total::Float(total, lost), None) if bits.is_float() => {
                let number = convert::as_f64(&item).unwrap_or_default();
                let sum = total + number;
                let lost = lost
                    + if total.abs() >= number.abs() {
                        (total - sum) + number
                    } else {
                        (number - sum) + total
                    };
                Ok(Total::Float(sum, lost))
            }
            (Total::Float(total, lost), Some(number)) => Ok(Total::Float(total + number as f64, lost)),
            (total, _) => total.plus_slowly(gil, item),
        }
    }

    fn plus_slowly(self, gil: Gil<'_>, item: Value) -> Result<Total> {
        let total = self.finish(gil);
        Ok(Total::Any(operations::binary(gil, Operator::Add, &total, &item)?))
    }

    fn finish(self, gil: Gil<'_>) -> Value {
        match self {
            Total::Int(total) => convert::int(gil, total),
            Total::Float(total, lost) if lost != 0.0 && lost.is_finite() => Value::float(total + lost),
            Total::Float(total, _) => Value::float(total),
            Total::Any(total) => total,
        }
    }
}

fn min(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    extreme(gil, arguments, "min", Comparison::Less)
}

fn max(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    extreme(gil, arguments, "max", Comparison::Greater)
}

fn extreme(gil: Gil<'_>, arguments: Arguments<'_>, function: &str, better: Comparison) -> Result<Value> {
    let positionals = arguments.positionals();
    let (mut key, mut default) = (None, None);
    for (name, value) in arguments.keywords() {
        match name.bytes() {
            b"key" => key = Some(value).filter(|key| !key.is_none()),
            b"default" => default = Some(value),
            _ => {
                return Err(crate::object::unexpected_keyword(
                    gil,
                    function,
                    &name.lossy(),
                    &["key", "default"],
                ));
            }
        }
    }
    if positionals.is_empty() {
        return Err(type_error(gil, format!("{function} expected at least 1 argument, got 0")));
    }
    if let ([iterable], None) = (positionals, key)
        && let Some(found) = extreme_number(gil, iterable, better)
    {
        return Ok(found);
    }
    let mut search = Search { key, better, best: None };
    if positionals.len() > 1 {
        if default.is_some() {
            let message =
                format!("Cannot specify a default for {function}() with multiple positional arguments");
            return Err(type_error(gil, message));
        }
        for item in positionals {
            search.see(gil, item.clone())?;
        }
    } else {
        operations::for_each(gil, &positionals[0], |item| search.see(gil, item))?;
    }
    match (search.best, default) {
        (Some((best, _)), _) => Ok(best),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(no_extreme(gil, function)),
    }
}

/// The least or greatest of a list, a tuple or a set of the built-in types which holds only ints that lie in a word.
fn extreme_number(gil: Gil<'_>, iterable: &Value, better: Comparison) -> Option<Value> {
    if let Some(list) = iterable.downcast::<List>().filter(|_| iterable.is_exact::<List>(gil)) {
        return extreme_of(list.items.borrow().iter(), better);
    }
    if let Some(tuple) = iterable.downcast::<Tuple>().filter(|_| iterable.is_exact::<Tuple>(gil)) {
        return extreme_of(tuple.items.iter(), better);
    }
    let is_set = iterable.is_exact::<Set>(gil) || iterable.is_exact::<FrozenSet>(gil);
    let members = set::members_of(iterable).filter(|_| is_set)?.borrow();
    extreme_of(members.iter().map(|(_, key)| key), better)
}

fn extreme_of<'a>(mut items: impl Iterator<Item = &'a Value>, better: Comparison) -> Option<Value> {
    let mut best = items.next().filter(|item| item.bits().is_int())?.bits();
    for item in items {
        let item = item.bits();
        if !item.is_int() {
            return None;
        }
        // The order of small ints is that of their words.
        if better.holds(item.raw().cmp(&best.raw())) {
            best = item;
        }
    }
    Value::small_int(best.as_int()?)
}

/// The ValueError of `min` or `max` of nothing.
#[cold]
pub fn no_extreme(gil: Gil<'_>, function: &str) -> Raised {
    value_error(gil, format!("{function}() iterable argument is empty"))
}

/// The best of the items so far, of one more, and of all that are still to come of an iterator.
pub fn extreme_further(
    gil: Gil<'_>,
    better: Comparison,
    so_far: Option<Value>,
    item: Value,
    iterator: &Value,
) -> Result<Value> {
    let best = so_far.map(|best| (best.clone(), best));
    let mut search = Search { key: None, better, best };
    search.see(gil, item)?;
    while let Some(item) = operations::next(gil, iterator)? {
        search.see(gil, item)?;
    }
    Ok(search.best.map_or(Value::NONE, |(best, _)| best))
}

/// The best item so far, with its key.
struct Search<'a> {
    key: Option<&'a Value>,
    better: Comparison,
    best: Option<(Value, Value)>,
}

impl Search<'_> {
    fn see(&mut self, gil: Gil<'_>, item: Value) -> Result<()> {
        let key = match self.key {
            Some(key) => operations::call_one(gil, key, &item)?,
            None => item.clone(),
        };
        if let Some((_, best)) = &self.best
            && !operations::compares(gil, self.better, &key, best)?
        {
            return Ok(());
        }
        self.best = Some((item, key));
        Ok(())
    }
}

fn all(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterable] = arguments.exactly::<1>(gil, "all")?;
    Ok(Value::bool(!finds(gil, iterable, false)?))
}

fn any(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [iterable] = arguments.exactly::<1>(gil, "any")?;
    Ok(Value::bool(finds(gil, iterable, true)?))
}

/// Is there an item with this truth?
fn finds(gil: Gil<'_>, iterable: &Value, wanted: bool) -> Result<bool> {
    let iterator = operations::iterate(gil, iterable)?;
    while let Some(item) = operations::next(gil, &iterator)? {
        if operations::truth(gil, &item)? == wanted {
            return Ok(true);
        }
    }
    Ok(false)
}

fn sorted(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let positionals = arguments.positionals();
    let [iterable] = positionals else {
        let got = positionals.len();
        return Err(type_error(gil, format!("sorted expected 1 argument, got {got}")));
    };
    let items = operations::collect(gil, iterable)?;
    let keywords: Vec<_> = arguments.keywords().map(|(name, value)| (name.clone(), value.clone())).collect();
    sorted_list(gil, items, &keywords)
}

/// A list of the items, sorted by `list.sort` with these keywords.
pub fn sorted_list(gil: Gil<'_>, items: Vec<Value>, keywords: &[(Ref<Text>, Value)]) -> Result<Value> {
    let list = convert::list(gil, items);
    let sort = operations::get_attribute(gil, &list, &crate::object::intern(gil, "sort"))?;
    let (names, values): (Vec<_>, Vec<_>) = keywords.iter().cloned().unzip();
    operations::call(gil, &sort, Arguments { values: &values, names: &names })?;
    Ok(list)
}

/// The iterator that `iter(callable, sentinel)` gives; both are let go of at its end.
pub struct CallIterator {
    both: std::cell::RefCell<Option<(Value, Value)>>,
}

impl Payload for CallIterator {
    payload!(CallIterator, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        if let Some((callable, sentinel)) = &*self.both.borrow() {
            visit(callable);
            visit(sentinel);
        }
    }

    fn clear(&self) {
        drop(self.both.take());
    }
}

fn itself(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.clone())
}

fn call_reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.exactly(gil, "__reduce__")?;
    let both = value.downcast::<CallIterator>().and_then(|iterator| iterator.both.borrow().clone());
    let arguments = match both {
        Some((callable, sentinel)) => vec![callable, sentinel],
        None => vec![convert::tuple(gil, Vec::new())],
    };
    remade_of(gil, "iter", arguments, None)
}

fn call_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let Some(iterator) = value.downcast::<CallIterator>() else { return Ok(None) };
    let both = iterator.both.borrow().clone();
    let Some((callable, sentinel)) = both else { return Ok(None) };
    let ended = |result: Result<Option<Value>>| {
        drop(iterator.both.take());
        result
    };
    let called = operations::call(gil, &callable, Arguments::NONE);
    if iterator.both.borrow().is_none() {
        // The call itself has brought the iterator to its end.
        return called.map(|_| None);
    }
    match called {
        Ok(item) if operations::equal(gil, &item, &sentinel)? => ended(Ok(None)),
        Ok(item) => Ok(Some(item)),
        Err(raised) if raised.is(gil, Kind::StopIteration) => ended(Ok(None)),
        Err(raised) => Err(raised),
    }
}

/// The type of `iter(callable, sentinel)`.
pub static CALL_ITERATOR: TypeSpec = TypeSpec {
    name: "callable_iterator",
    module: "builtins",
    signature: "",
    doc: "",
    base: None,
    layout: CallIterator::layout,
    storage: Storage::Nothing,
    flags: flags::NO_INSTANCES,
    slots: SlotTable { iter: Some(itself), next: Some(call_next), ..SlotTable::EMPTY },
    methods: &[Function::new(
        "__reduce__",
        "($self, /)",
        "Return state information for pickling.",
        call_reduce,
    )],
    attributes: &[],
};

/// What `anext(iterator, default)` gives to be awaited.
pub struct Awaiting {
    awaitable: Value,
    default: Value,
    inner: std::cell::OnceCell<Value>,
}

impl Payload for Awaiting {
    payload!(Awaiting, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.awaitable);
        visit(&self.default);
        self.inner.get().into_iter().for_each(visit);
    }
}

fn awaiting_of(value: &Value) -> &Awaiting {
    match value.downcast::<Awaiting>() {
        Some(awaiting) => awaiting,
        None => unreachable!("the type's functions are bound to its instances"),
    }
}

/// Is it a generator of a function that `types.coroutine` has marked?
fn is_marked(gil: Gil<'_>, value: &Value) -> Result<bool> {
    let code = operations::find_named(gil, value, "gi_code")?;
    let code = code.as_ref().and_then(|code| code.downcast::<crate::types::code::CodeObject>());
    Ok(code.is_some_and(|code| code.code.flags & crate::code::object::flags::ITERABLE_COROUTINE != 0))
}

/// The iterator behind the awaitable.
fn inner(gil: Gil<'_>, awaiting: &Awaiting) -> Result<Value> {
    if let Some(inner) = awaiting.inner.get() {
        return Ok(inner.clone());
    }
    let class = awaiting.awaitable.class(gil);
    let inner = match class.slots.await_.get() {
        Some(slot) => slot(gil, &awaiting.awaitable)?,
        None if is_marked(gil, &awaiting.awaitable)? => awaiting.awaitable.clone(),
        None => {
            let name = class.name();
            return Err(type_error(gil, format!("object {name} can't be used in 'await' expression")));
        }
    };
    if inner.class(gil).slots.next.get().is_none() {
        let name = inner.class(gil).name();
        return Err(type_error(gil, format!("__await__() returned non-iterator of type '{name}'")));
    }
    Ok(awaiting.inner.get_or_init(|| inner).clone())
}

/// The end of the iteration is the end of the awaiting, with the default.
fn with_default(gil: Gil<'_>, awaiting: &Awaiting, raised: Raised) -> Raised {
    if !raised.is(gil, Kind::StopAsyncIteration) {
        return raised;
    }
    Raised::with_arguments(gil, Kind::StopIteration, vec![awaiting.default.clone()])
}

fn awaiting_next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let awaiting = awaiting_of(value);
    let inner = inner(gil, awaiting)?;
    operations::next_or_stop(gil, &inner).map_err(|raised| with_default(gil, awaiting, raised))
}

fn awaiting_method(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<Value> {
    let awaiting = awaiting_of(&arguments.values[0]);
    let inner = inner(gil, awaiting)?;
    operations::call_method(gil, &inner, name, &arguments.values[1..])
        .map_err(|raised| with_default(gil, awaiting, raised))
}

/// The type of `anext(iterator, default)`.
pub static AWAITING: TypeSpec = TypeSpec {
    name: "anext_awaitable",
    module: "builtins",
    signature: "",
    doc: "",
    base: None,
    layout: Awaiting::layout,
    storage: Storage::Nothing,
    flags: flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        iter: Some(itself),
        next: Some(awaiting_next),
        await_: Some(itself),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("send", "", "", |gil, arguments| awaiting_method(gil, arguments, "send")),
        Function::new("throw", "", "", |gil, arguments| awaiting_method(gil, arguments, "throw")),
        Function::new("close", "", "", |gil, arguments| awaiting_method(gil, arguments, "close")),
    ],
    attributes: &[],
};
