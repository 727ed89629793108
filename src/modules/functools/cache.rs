//! `_lru_cache_wrapper`: a function with a memory of its results.
//!
//! Results lie in a table in the order of their last use, the one that was not used for longest first.

use std::cell::{Cell, RefCell};

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::{Type, flags};
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{
    Arguments, Global, Parameters, Payload, Ref, Result, SlotTable, Storage, Table, Text, Value, Visit,
    intern, operations,
};
use crate::payload;
use crate::types::descriptor::DICT_ROW;
use crate::types::{int, keyed, method, tuple};

/// The payload.
pub struct Cache {
    function: Value,
    /// None: as many as come.
    most: Option<usize>,
    typed: bool,
    /// What `cache_info` makes its answer with.
    info: Value,
    results: RefCell<Table>,
    /// No result lies before this position.
    first: Cell<usize>,
    hits: Cell<i64>,
    misses: Cell<i64>,
}

impl Payload for Cache {
    payload!(Cache, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.function);
        visit(&self.info);
        self.results.borrow().traverse(visit);
    }

    fn clear(&self) {
        let results = self.results.borrow_mut().take();
        drop(results);
    }
}

fn this(value: &Value) -> &Ref<Cache> {
    match value.downcast() {
        Some(cache) => cache,
        None => unreachable!("slots are called on instances of their type"),
    }
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<4> =
        Parameters::new(["user_function", "maxsize", "typed", "cache_info_type"], 4);
    let [function, most, typed, info] = arguments.bind(gil, "lru_cache", &SIGNATURE)?;
    let (function, most) = (convert::given(function), convert::given(most));
    if function.class(gil).slots.call.get().is_none() {
        return Err(type_error(gil, "the first argument must be callable"));
    }
    let most = if most.is_none() {
        None
    } else if most.class(gil).slots.index.get().is_some() {
        Some(convert::whole(&convert::index(gil, most)?).map_or(usize::MAX, |most| most.max(0) as usize))
    } else {
        return Err(type_error(gil, "maxsize should be integer or None"));
    };
    let cache = Cache {
        function: function.clone(),
        most,
        typed: operations::truth(gil, convert::given(typed))?,
        info: convert::given(info).clone(),
        results: RefCell::default(),
        first: Cell::new(0),
        hits: Cell::new(0),
        misses: Cell::new(0),
    };
    Ok(Ref::with_shape(gil, class.root(), cache).into_value())
}

/// What stands between positional and keyword arguments in a key: an object that is nothing else.
static MARK: Global<std::cell::OnceCell<Value>> = Global::new(std::cell::OnceCell::new());

/// What a call is remembered by.
fn key_of(gil: Gil<'_>, arguments: Arguments<'_>, typed: bool) -> Value {
    if !typed && let ([only], []) = (arguments.values, arguments.names) {
        let is_plain = only.is_exact::<Text>(gil) || only.class(gil).is(int::class(gil));
        return if is_plain { only.clone() } else { tuple::of(gil, vec![only.clone()]) };
    }
    let mut parts = arguments.positionals().to_vec();
    if !arguments.names.is_empty() {
        parts.push(MARK.get(gil).get_or_init(|| tuple::of(gil, vec![Value::ELLIPSIS])).clone());
        for (name, value) in arguments.keywords() {
            parts.extend([name.to_value(), value.clone()]);
        }
    }
    if typed {
        parts.extend(arguments.values.iter().map(|value| value.class(gil).to_value()));
    }
    tuple::of(gil, parts)
}

fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    let cache = this(value);
    if cache.most == Some(0) {
        cache.misses.set(cache.misses.get() + 1);
        return operations::call(gil, &cache.function, arguments);
    }
    let key = key_of(gil, arguments, cache.typed);
    let hash = keyed::hash(gil, &key)?;
    if let Some(position) = keyed::find_hashed(gil, &cache.results, &key, hash)? {
        cache.hits.set(cache.hits.get() + 1);
        return Ok(cache.used(position));
    }
    cache.misses.set(cache.misses.get() + 1);
    let result = operations::call(gil, &cache.function, arguments)?;
    // The function may have entered it itself.
    if keyed::find_hashed(gil, &cache.results, &key, hash)?.is_none() {
        let oldest = cache.make_room();
        cache.enter(hash, key, result.clone());
        drop(oldest);
    }
    Ok(result)
}

impl Cache {
    /// The result at a position, which from now on is the one that was used last.
    fn used(&self, position: usize) -> Value {
        if self.most.is_none() {
            let results = self.results.borrow();
            return results.entry(position).map_or(Value::NONE, |entry| entry.value.clone());
        }
        // What is last stays where it is: a comparison that calls the function again would go on for ever, if each call
        // changed the table.
        if self.results.borrow().next_from(position + 1).is_none() {
            let results = self.results.borrow();
            return results.entry(position).map_or(Value::NONE, |entry| entry.value.clone());
        }
        let entry = self.results.borrow_mut().remove(position);
        match entry {
            Some(entry) => {
                let result = entry.value.clone();
                self.enter(entry.hash, entry.key, entry.value);
                result
            }
            None => Value::NONE,
        }
    }

    fn enter(&self, hash: u64, key: Value, result: Value) {
        let mut results = self.results.borrow_mut();
        let before = results.positions();
        results.insert_new(hash, key, result);
        if results.positions() <= before {
            // The holes have been closed.
            self.first.set(0);
        }
    }

    /// Takes out the result that was not used for longest, if all places are taken.
    fn make_room(&self) -> Option<crate::object::table::Entry> {
        let mut results = self.results.borrow_mut();
        if self.most.is_none_or(|most| results.length() < most) {
            return None;
        }
        let first = self.first.get().min(results.positions());
        let oldest =
            results.next_from(first).or_else(|| results.next_from(0)).map(|(position, _)| position)?;
        self.first.set(oldest);
        results.remove(oldest)
    }
}

fn descriptor_get(gil: Gil<'_>, value: &Value, instance: Option<&Value>, _class: &Value) -> Result<Value> {
    Ok(match instance.filter(|instance| !instance.is_none()) {
        Some(instance) => method::of(gil, value.clone(), instance.clone()),
        None => value.clone(),
    })
}

fn cache_info(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "cache_info")?;
    let cache = this(value);
    let length = cache.results.borrow().length();
    let parts = [
        convert::int(gil, cache.hits.get()),
        convert::int(gil, cache.misses.get()),
        cache.most.map_or(Value::NONE, |most| convert::int(gil, most as i64)),
        convert::int(gil, length as i64),
    ];
    operations::call(gil, &cache.info, Arguments::positional(&parts))
}

fn cache_clear(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "cache_clear")?;
    let cache = this(value);
    let results = cache.results.borrow_mut().take();
    cache.first.set(0);
    cache.hits.set(0);
    cache.misses.set(0);
    drop(results);
    Ok(Value::NONE)
}

fn itself(_gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    Ok(arguments.values.first().cloned().unwrap_or(Value::NONE))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    operations::get_attribute(gil, value, &intern(gil, "__qualname__"))
}

/// `_lru_cache_wrapper`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "_lru_cache_wrapper",
    module: "functools",
    signature: "",
    doc: "Create a cached callable that wraps another function.\n\nuser_function:      the function being \
          cached\n\nmaxsize:  0         for no caching\n          None      for unlimited cache size\n          n         for a \
          bounded cache\n\ntyped:    False     cache f(3) and f(3.0) as identical calls\n          True      cache f(3) and \
          f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with the fields:\n                        hits \
          misses currsize maxsize\n",
    base: None,
    layout: Cache::layout,
    storage: Storage::Slots,
    flags: flags::BASE | flags::WEAKLY_REFERENCED | flags::METHOD_DESCRIPTOR,
    slots: SlotTable {
        new: Some(new),
        call: Some(call),
        descriptor_get: Some(descriptor_get),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("cache_info", "($self, /)", "Report cache statistics", cache_info),
        Function::new("cache_clear", "($self, /)", "Clear the cache and cache statistics", cache_clear),
        Function::new("__reduce__", "", "", reduce),
        Function::new("__copy__", "", "", itself),
        Function::new("__deepcopy__", "", "", itself),
    ],
    attributes: &[DICT_ROW],
};
