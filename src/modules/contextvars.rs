//! `_contextvars`: variables whose values belong to a context, and contexts to run things in. Each thread runs in a
//! context, its own one to begin with; asyncio runs each task in one.
//!
//! A copy of a context costs nothing: copies share their map until one of them sets a variable.

use std::cell::{Cell, OnceCell, RefCell};

use crate::gil::{Gil, Guarded, ThreadId};
use crate::object::class::flags;
use crate::object::header::Visit;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, Raised, runtime_error, type_error, value_error};
use crate::object::{
    Arguments, Comparison, Global, Payload, Ref, Result, SlotTable, Storage, Text, Type, Value, operations,
};
use crate::payload;
use crate::types::generic_alias;
use crate::types::module::{Module, ModuleSpec};
use crate::types::object::address;

use super::convert;

/// The payload of a variable.
pub struct ContextVar {
    name: Value,
    default: Option<Value>,
}

impl Payload for ContextVar {
    payload!(ContextVar, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.name);
        self.default.iter().for_each(visit);
    }
}

/// What a context knows: variables and their values.
///
/// Invariant: in the order of the variables' addresses. One that several contexts refer to does not change.
struct Map(RefCell<Vec<(Ref<ContextVar>, Value)>>);

impl Payload for Map {
    payload!(Map, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        for (variable, value) in self.0.borrow().iter() {
            visit(variable.as_value());
            visit(value);
        }
    }

    fn clear(&self) {
        drop(self.0.take());
    }
}

impl Map {
    fn place(&self, variable: &Ref<ContextVar>) -> std::result::Result<usize, usize> {
        self.0.borrow().binary_search_by_key(&variable.pointer(), |(known, _)| known.pointer())
    }

    fn get(&self, variable: &Ref<ContextVar>) -> Option<Value> {
        let place = self.place(variable).ok()?;
        Some(self.0.borrow()[place].1.clone())
    }

    /// Sets the value, or takes it away; the old one.
    fn set(&self, variable: &Ref<ContextVar>, new: Option<Value>) -> Option<Value> {
        match (self.place(variable), new) {
            (Ok(place), Some(new)) => Some(std::mem::replace(&mut self.0.borrow_mut()[place].1, new)),
            (Ok(place), None) => Some(self.0.borrow_mut().remove(place).1),
            (Err(place), Some(new)) => {
                self.0.borrow_mut().insert(place, (variable.clone(), new));
                None
            }
            (Err(_), None) => None,
        }
    }
}

/// The payload of a context.
pub struct Context {
    map: RefCell<Ref<Map>>,
    entered: Cell<bool>,
}

impl Payload for Context {
    payload!(Context, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.map.borrow().as_value());
    }
}

impl Context {
    fn empty(gil: Gil<'_>) -> Context {
        Context::with(Ref::new(gil, Map(RefCell::default())))
    }

    fn with(map: Ref<Map>) -> Context {
        Context { map: RefCell::new(map), entered: Cell::new(false) }
    }

    fn map(&self) -> Ref<Map> {
        self.map.borrow().clone()
    }

    fn set(&self, gil: Gil<'_>, variable: &Ref<ContextVar>, new: Option<Value>) -> Option<Value> {
        CHANGES.get(gil).set(changes(gil) + 1);
        let is_shared = self.map.borrow().header().count() > 1;
        if is_shared {
            let copy = self.map.borrow().0.borrow().clone();
            let before = self.map.replace(Ref::new(gil, Map(RefCell::new(copy))));
            drop(before);
        }
        let map = self.map.borrow();
        map.set(variable, new)
    }
}

/// The payload of what `ContextVar.set` gives.
struct Token {
    context: Ref<Context>,
    variable: Ref<ContextVar>,
    old: Option<Value>,
    used: Cell<bool>,
}

impl Payload for Token {
    payload!(Token, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(self.context.as_value());
        visit(self.variable.as_value());
        self.old.iter().for_each(visit);
    }
}

/// The payload of `Token.MISSING`.
struct Missing;

impl Payload for Missing {
    payload!(Missing, untracked);
}

static MISSING: Global<OnceCell<Value>> = Global::new(OnceCell::new());

/// The contexts that threads run in; the thread that asked last stands first.
static RUNNING: Global<RefCell<Vec<(ThreadId, Ref<Context>)>>> = Global::new(RefCell::new(Vec::new()));

static CHANGES: Guarded<Cell<u64>> = Guarded::new(Cell::new(0));

/// A number that is another one after any variable has been set or any context entered or left: what was looked up
/// under the same number by the same thread still holds.
#[inline]
pub fn changes(gil: Gil<'_>) -> u64 {
    CHANGES.get(gil).get()
}

/// The running thread ends, and so does its context.
pub fn thread_ends(gil: Gil<'_>) {
    let ended = {
        let mut running = RUNNING.get(gil).borrow_mut();
        let place = running.iter().position(|(thread, _)| *thread == gil.thread_id());
        place.map(|place| running.swap_remove(place))
    };
    drop(ended);
}

/// The context that the running thread is in.
fn current(gil: Gil<'_>) -> Ref<Context> {
    let thread = gil.thread_id();
    let known = {
        let mut running = RUNNING.get(gil).borrow_mut();
        let place = running.iter().position(|(owner, _)| *owner == thread);
        place.map(|place| {
            running.swap(0, place);
            running[0].1.clone()
        })
    };
    known.unwrap_or_else(|| {
        let context = Ref::new(gil, Context::empty(gil));
        RUNNING.get(gil).borrow_mut().insert(0, (thread, context.clone()));
        context
    })
}

/// Makes another context that of the running thread; the one before.
fn switch(gil: Gil<'_>, context: Ref<Context>) -> Ref<Context> {
    CHANGES.get(gil).set(changes(gil) + 1);
    current(gil);
    std::mem::replace(&mut RUNNING.get(gil).borrow_mut()[0].1, context)
}

/// A variable without a default.
pub fn variable(gil: Gil<'_>, name: &str) -> Ref<ContextVar> {
    Ref::new(gil, ContextVar { name: convert::text(gil, name), default: None })
}

/// The variable's value in the current context.
pub fn get(gil: Gil<'_>, variable: &Ref<ContextVar>) -> Option<Value> {
    current(gil).map.borrow().get(variable)
}

/// Sets the variable in the current context; what undoes it.
pub fn set(gil: Gil<'_>, variable: &Ref<ContextVar>, value: Value) -> Value {
    let context = current(gil);
    let old = context.set(gil, variable, Some(value));
    Ref::new(gil, Token { context, variable: variable.clone(), old, used: Cell::new(false) }).into_value()
}

// Variables.

fn new_variable(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let positionals = arguments.positionals();
    let [name] = positionals else {
        let (bound, got) = (if positionals.is_empty() { "exactly" } else { "at most" }, positionals.len());
        return Err(type_error(
            gil,
            format!("ContextVar() takes {bound} 1 positional argument ({got} given)"),
        ));
    };
    if let Some((wrong, _)) = arguments.keywords().find(|(name, _)| name.bytes() != b"default") {
        return Err(crate::object::arguments::unexpected_keyword(
            gil,
            "ContextVar",
            &wrong.lossy(),
            &["default"],
        ));
    }
    if name.downcast::<Text>().is_none() {
        return Err(type_error(gil, "context variable name must be a str"));
    }
    // A variable's own hash does not depend on it, but names without one are refused.
    operations::hash(gil, name)?;
    let variable = ContextVar { name: name.clone(), default: arguments.keyword("default").cloned() };
    Ok(Ref::with_shape(gil, class.root(), variable).into_value())
}

fn this<'a, T: Payload>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<T>> {
    value.downcast().ok_or_else(|| {
        let name = value.class(gil).name();
        type_error(gil, format!("descriptor doesn't apply to a '{name}' object"))
    })
}

fn get_variable(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "get", 0, 1)?;
    let variable = this::<ContextVar>(gil, &arguments.values[0])?;
    let found = get(gil, variable).or_else(|| given.first().cloned()).or_else(|| variable.default.clone());
    found.ok_or_else(|| Raised::with_arguments(gil, Kind::LookupError, vec![variable.to_value()]))
}

fn set_variable(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [variable, value] = arguments.method(gil, "set")?;
    Ok(set(gil, this(gil, variable)?, value.clone()))
}

fn reset(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [variable, given] = arguments.method(gil, "reset")?;
    let variable = this::<ContextVar>(gil, variable)?;
    let shown = || Ok(operations::repr(gil, given)?.lossy().into_owned());
    let Some(token) = given.downcast::<Token>() else {
        return Err(type_error(gil, format!("expected an instance of Token, got {}", shown()?)));
    };
    if token.used.get() {
        return Err(runtime_error(gil, format!("{} has already been used once", shown()?)));
    }
    if !token.variable.is(variable) {
        return Err(value_error(gil, format!("{} was created by a different ContextVar", shown()?)));
    }
    let context = current(gil);
    if !token.context.is(&context) {
        return Err(value_error(gil, format!("{} was created in a different Context", shown()?)));
    }
    token.used.set(true);
    let replaced = context.set(gil, variable, token.old.clone());
    drop(replaced);
    Ok(Value::NONE)
}

fn show_variable(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let variable = this::<ContextVar>(gil, value)?;
    let name = operations::repr(gil, &variable.name)?;
    let default = match &variable.default {
        Some(default) => format!(" default={}", operations::repr(gil, default)?.lossy()),
        None => String::new(),
    };
    Ok(convert::text(gil, &format!("<ContextVar name={}{default} at {:#x}>", name.lossy(), address(value))))
}

// Tokens.

fn new_token(gil: Gil<'_>, _class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Err(runtime_error(gil, "Tokens can only be created by ContextVars"))
}

fn show_token(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let token = this::<Token>(gil, value)?;
    let variable = operations::repr(gil, token.variable.as_value())?;
    let used = if token.used.get() { " used" } else { "" };
    Ok(convert::text(gil, &format!("<Token{used} var={} at {:#x}>", variable.lossy(), address(value))))
}

fn missing(gil: Gil<'_>) -> Value {
    MISSING.get(gil).get_or_init(|| Ref::new(gil, Missing).into_value()).clone()
}

// Contexts.

fn new_context(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    if !arguments.values.is_empty() {
        return Err(type_error(gil, "Context() does not accept any arguments"));
    }
    Ok(Ref::with_shape(gil, class.root(), Context::empty(gil)).into_value())
}

fn run(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let context = this::<Context>(gil, &arguments.values[0])?;
    let given = arguments.without_first();
    let Some(callable) = given.positionals().first() else {
        return Err(type_error(gil, "run() missing 1 required positional argument"));
    };
    within(gil, context, || operations::call(gil, callable, given.without_first()))
}

/// Does something within a context.
pub fn within(gil: Gil<'_>, context: &Ref<Context>, act: impl FnOnce() -> Result<Value>) -> Result<Value> {
    if context.entered.get() {
        let shown = operations::repr(gil, context.as_value())?;
        return Err(runtime_error(
            gil,
            format!("cannot enter context: {} is already entered", shown.lossy()),
        ));
    }
    context.entered.set(true);
    let before = switch(gil, context.clone());
    let result = act();
    drop(switch(gil, before));
    context.entered.set(false);
    result
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [context] = arguments.method(gil, "copy")?;
    let map = this::<Context>(gil, context)?.map();
    Ok(Ref::new(gil, Context::with(map)).into_value())
}

fn copy_context(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "_contextvars.copy_context")?;
    Ok(copy_of_current(gil))
}

/// A copy of the context that the running thread is in.
pub fn copy_of_current(gil: Gil<'_>) -> Value {
    Ref::new(gil, Context::with(current(gil).map())).into_value()
}

/// A key as a variable.
fn key<'a>(gil: Gil<'_>, key: &'a Value) -> Result<&'a Ref<ContextVar>> {
    match key.downcast() {
        Some(variable) => Ok(variable),
        None => {
            let shown = operations::repr(gil, key)?;
            Err(type_error(gil, format!("a ContextVar key was expected, got {}", shown.lossy())))
        }
    }
}

fn get_item(gil: Gil<'_>, value: &Value, item: &Value) -> Result<Value> {
    let found = this::<Context>(gil, value)?.map().get(key(gil, item)?);
    found.ok_or_else(|| Raised::with_arguments(gil, Kind::KeyError, vec![item.clone()]))
}

fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    Ok(this::<Context>(gil, value)?.map().place(key(gil, item)?).is_ok())
}

fn get_or(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.method_between(gil, "get", 1, 2)?;
    let found = this::<Context>(gil, &arguments.values[0])?.map().get(key(gil, &given[0])?);
    Ok(found.or_else(|| given.get(1).cloned()).unwrap_or(Value::NONE))
}

fn length(gil: Gil<'_>, value: &Value) -> Result<usize> {
    Ok(this::<Context>(gil, value)?.map().0.borrow().len())
}

/// An iterator over something of each entry.
fn iterator(
    gil: Gil<'_>,
    value: &Value,
    part: fn(Gil<'_>, &(Ref<ContextVar>, Value)) -> Value,
) -> Result<Value> {
    let map = this::<Context>(gil, value)?.map();
    let parts: Vec<Value> = map.0.borrow().iter().map(|entry| part(gil, entry)).collect();
    operations::iterate(gil, &convert::tuple(gil, parts))
}

fn iterate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    iterator(gil, value, |_, (variable, _)| variable.to_value())
}

fn keys(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [context] = arguments.method(gil, "keys")?;
    iterate(gil, context)
}

fn values(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [context] = arguments.method(gil, "values")?;
    iterator(gil, context, |_, (_, value)| value.clone())
}

fn items(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [context] = arguments.method(gil, "items")?;
    iterator(gil, context, |gil, (variable, value)| {
        convert::tuple(gil, vec![variable.to_value(), value.clone()])
    })
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(first), Some(second)) = (left.downcast::<Context>(), right.downcast::<Context>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let wanted = match comparison {
        Comparison::Equal => true,
        Comparison::NotEqual => false,
        _ => return Ok(Value::NOT_IMPLEMENTED),
    };
    let (first, second) = (first.map(), second.map());
    if first.is(&second) {
        return Ok(Value::bool(wanted));
    }
    let entries = first.0.borrow().clone();
    let mut same = entries.len() == second.0.borrow().len();
    for (variable, value) in &entries {
        same = same
            && match second.get(variable) {
                Some(other) => operations::equal(gil, value, &other)?,
                None => false,
            };
    }
    Ok(Value::bool(same == wanted))
}

static VARIABLE: TypeSpec = TypeSpec {
    name: "ContextVar",
    module: "_contextvars",
    signature: "",
    doc: "",
    base: None,
    layout: ContextVar::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable { new: Some(new_variable), repr: Some(show_variable), ..SlotTable::EMPTY },
    methods: &[
        Function::new(
            "get",
            "($self, default=<unrepresentable>, /)",
            "The value in the current context.",
            get_variable,
        ),
        Function::new("set", "($self, value, /)", "Set a value in the current context.", set_variable),
        Function::new("reset", "($self, token, /)", "Undo a set.", reset),
        Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item),
    ],
    attributes: &[Attribute::member("name", "", |gil, value| {
        Ok(this::<ContextVar>(gil, value)?.name.clone())
    })],
};

static CONTEXT: TypeSpec = TypeSpec {
    name: "Context",
    module: "_contextvars",
    signature: "",
    doc: "",
    base: None,
    layout: Context::layout,
    storage: Storage::Nothing,
    flags: flags::WEAKLY_REFERENCED,
    slots: SlotTable {
        new: Some(new_context),
        compare: Some(compare),
        length: Some(length),
        get_item: Some(get_item),
        contains: Some(contains),
        iter: Some(iterate),
        ..SlotTable::EMPTY
    },
    methods: &[
        Function::new("run", "", "Call something within the context.", run),
        Function::new("copy", "($self, /)", "Return a shallow copy of the context object.", copy),
        Function::new(
            "get",
            "($self, key, default=None, /)",
            "The value of a variable, or the default.",
            get_or,
        ),
        Function::new("keys", "($self, /)", "All variables in the context object.", keys),
        Function::new("values", "($self, /)", "The variables' values in the context object.", values),
        Function::new("items", "($self, /)", "All variables and their values in the context object.", items),
    ],
    attributes: &[],
};

static TOKEN: TypeSpec = TypeSpec {
    name: "Token",
    module: "_contextvars",
    signature: "",
    doc: "",
    base: None,
    layout: Token::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SlotTable {
        new: Some(new_token),
        repr: Some(show_token),
        hash: Some(|gil, _| Err(type_error(gil, "unhashable type: '_contextvars.Token'"))),
        ..SlotTable::EMPTY
    },
    methods: &[Function::class("__class_getitem__", "", "See PEP 585", generic_alias::class_item)],
    attributes: &[
        Attribute::read_only("var", "", |gil, value| Ok(this::<Token>(gil, value)?.variable.to_value())),
        Attribute::read_only("old_value", "", |gil, value| {
            Ok(this::<Token>(gil, value)?.old.clone().unwrap_or_else(|| missing(gil)))
        }),
    ],
};

/// A type of which no script makes an instance.
const fn inner(
    name: &'static str,
    layout: fn() -> &'static crate::object::Layout,
    slots: SlotTable,
) -> TypeSpec {
    TypeSpec {
        name,
        module: "builtins",
        signature: "",
        doc: "",
        base: None,
        layout,
        storage: Storage::Nothing,
        flags: flags::NO_INSTANCES,
        slots,
        methods: &[],
        attributes: &[],
    }
}

static MAP_SPEC: TypeSpec = inner("hamt", Map::layout, SlotTable::EMPTY);

static MISSING_SPEC: TypeSpec = inner(
    "Token.MISSING",
    Missing::layout,
    SlotTable { repr: Some(|gil, _| Ok(convert::text(gil, "<Token.MISSING>"))), ..SlotTable::EMPTY },
);

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    use crate::types::builder::build_once;
    build_once(gil, &MAP_SPEC);
    build_once(gil, &MISSING_SPEC);
    for spec in [&VARIABLE, &CONTEXT, &TOKEN] {
        let class = build_once(gil, spec);
        if spec.name == "Token" {
            let name = crate::object::intern(gil, "MISSING");
            drop(class.attributes.borrow_mut().set_text(&name, missing(gil)));
            class.changed(gil);
        }
        module.set(gil, spec.name, class.into_value());
    }
    Ok(())
}

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_contextvars",
    doc: "Context Variables",
    functions: &[Function::new("copy_context", "($module, /)", "", copy_context)],
    set_up: Some(set_up),
};
