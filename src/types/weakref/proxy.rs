//! `weakref.ProxyType` and `weakref.CallableProxyType`: what is done to them is done to the object.

use std::cell::{OnceCell, RefCell};

use super::check;
use crate::gil::Gil;
use crate::object::class::Type;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Kind, Raised, reference_error, type_error};
use crate::object::slots::{Binary, OPERATORS, SlotTable, Unary};
use crate::object::weak::{self, Target};
use crate::object::{
    Arguments, Comparison, Global, Operator, Payload, Ref, Result, Storage, Text, Value, Visit, operations,
};
use crate::payload;
use crate::types::{builder, object};

/// The payload of both.
#[derive(Default)]
pub struct Proxy {
    target: Target,
    callback: RefCell<Option<Value>>,
}

impl Payload for Proxy {
    payload!(Proxy, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        self.callback.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        let old = self.callback.take();
        drop(old);
    }
}

impl Proxy {
    /// The object has ended; the callback comes back.
    pub fn break_off(&self) -> Option<Value> {
        self.target.clear();
        self.callback.take()
    }
}

static CALLABLE: Global<OnceCell<Ref<Type>>> = Global::new(OnceCell::new());

/// Makes the type of callable proxies.
pub fn set_up(gil: Gil<'_>) {
    let class = builder::build(gil, &CALLABLE_SPEC);
    let _ = CALLABLE.get(gil).set(class);
}

/// The type of proxies of objects that can be called.
pub fn callable_class(gil: Gil<'_>) -> Option<Ref<Type>> {
    CALLABLE.get(gil).get().cloned()
}

/// The type of other proxies.
pub fn class(gil: Gil<'_>) -> Ref<Type> {
    Proxy::layout().exact.get(gil).class().clone()
}

/// `weakref.proxy(object, callback)`; one without a callback is made once for each object.
pub fn of(gil: Gil<'_>, object: &Value, callback: Option<Value>) -> Result<Value> {
    check(gil, object)?;
    let Some(header) = object.header() else { return Ok(Value::NONE) };
    if callback.is_none() {
        let is_plain =
            |value: &Value| value.downcast::<Proxy>().is_some_and(|known| known.callback.borrow().is_none());
        if let Some(known) = weak::references(gil, header).into_iter().find(is_plain) {
            return Ok(known);
        }
    }
    let class = match callable_class(gil).filter(|_| object.class(gil).slots.call.get().is_some()) {
        Some(callable) => callable,
        None => class(gil),
    };
    let proxy = Proxy { callback: RefCell::new(callback), ..Proxy::default() };
    let proxy = Ref::with_shape(gil, class.root(), proxy);
    proxy.target.set(gil, header, proxy.header());
    Ok(proxy.into_value())
}

/// The object behind a proxy; any other value is itself.
fn plain(gil: Gil<'_>, value: &Value) -> Result<Value> {
    match value.downcast::<Proxy>() {
        Some(proxy) => proxy.target.get().ok_or_else(|| gone(gil)),
        None => Ok(value.clone()),
    }
}

#[cold]
fn gone(gil: Gil<'_>) -> Raised {
    reference_error(gil, "weakly-referenced object no longer exists")
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let own = object::address(value);
    let text = match value.downcast::<Proxy>().and_then(|proxy| proxy.target.get()) {
        Some(target) => {
            let (class, address) = (target.class(gil).name(), object::address(&target));
            format!("<weakproxy at {own:#x}; to '{class}' at {address:#x}>")
        }
        None => format!("<weakproxy at {own:#x}; dead>"),
    };
    Ok(Ref::text(gil, &text).into_value())
}

fn str(gil: Gil<'_>, value: &Value) -> Result<Value> {
    operations::str(gil, &plain(gil, value)?).map(Ref::into_value)
}

fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    operations::call(gil, &plain(gil, value)?, arguments)
}

fn get_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Value> {
    operations::get_attribute(gil, &plain(gil, value)?, name)
}

fn set_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>, new: Option<Value>) -> Result<()> {
    operations::set_attribute(gil, &plain(gil, value)?, name, new)
}

fn compare(gil: Gil<'_>, value: &Value, other: &Value, comparison: Comparison) -> Result<Value> {
    operations::compare(gil, comparison, &plain(gil, value)?, &plain(gil, other)?)
}

fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    let class = value.class(gil).name();
    Err(type_error(gil, format!("unhashable type: '{class}'")))
}

fn iter(gil: Gil<'_>, value: &Value) -> Result<Value> {
    operations::iterate(gil, &plain(gil, value)?)
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let target = plain(gil, value)?;
    if target.class(gil).slots.next.get().is_none() {
        let name = target.class(gil).name();
        return Err(type_error(gil, format!("Weakref proxy referenced a non-iterator '{name}' object")));
    }
    operations::next(gil, &target)
}

fn length(gil: Gil<'_>, value: &Value) -> Result<usize> {
    operations::length(gil, &plain(gil, value)?)
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    operations::get_item(gil, &plain(gil, value)?, key)
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    operations::set_item(gil, &plain(gil, value)?, key, new)
}

fn contains(gil: Gil<'_>, value: &Value, item: &Value) -> Result<bool> {
    operations::contains(gil, &plain(gil, value)?, item)
}

fn truth(gil: Gil<'_>, value: &Value) -> Result<bool> {
    operations::truth(gil, &plain(gil, value)?)
}

fn binary<const N: usize>(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    operations::binary(gil, Operator::ALL[N], &plain(gil, left)?, &plain(gil, right)?)
}

fn inplace<const N: usize>(gil: Gil<'_>, left: &Value, right: &Value) -> Result<Value> {
    operations::inplace(gil, Operator::ALL[N], &plain(gil, left)?, &plain(gil, right)?)
}

/// A slot of one operand, forwarded.
macro_rules! unary {
    ($slot:ident, $what:literal) => {{
        fn forward(gil: Gil<'_>, value: &Value) -> Result<Value> {
            let target = plain(gil, value)?;
            let slot = target.class(gil).slots.$slot.get();
            operations::unary(gil, &target, slot, $what)
        }
        const FORWARD: Unary = forward;
        Some(FORWARD)
    }};
}

macro_rules! all_operators {
    ($function:ident) => {{
        const TABLE: [Option<Binary>; OPERATORS] = [
            Some($function::<0>),
            Some($function::<1>),
            Some($function::<2>),
            Some($function::<3>),
            Some($function::<4>),
            Some($function::<5>),
            Some($function::<6>),
            Some($function::<7>),
            Some($function::<8>),
            Some($function::<9>),
            Some($function::<10>),
            Some($function::<11>),
            Some($function::<12>),
            Some($function::<13>),
        ];
        TABLE
    }};
}

const fn slots(call: Option<crate::object::slots::Call>) -> SlotTable {
    SlotTable {
        call,
        repr: Some(repr),
        str: Some(str),
        hash: Some(hash),
        get_attribute: Some(get_attribute),
        set_attribute: Some(set_attribute),
        compare: Some(compare),
        iter: Some(iter),
        next: Some(next),
        length: Some(length),
        get_item: Some(get_item),
        set_item: Some(set_item),
        contains: Some(contains),
        truth: Some(truth),
        negative: unary!(negative, "unary -"),
        positive: unary!(positive, "unary +"),
        invert: unary!(invert, "unary ~"),
        absolute: unary!(absolute, "abs()"),
        int: unary!(int, "int()"),
        float: unary!(float, "float()"),
        index: unary!(index, "index()"),
        binary: all_operators!(binary),
        inplace: all_operators!(inplace),
        ..SlotTable::EMPTY
    }
}

/// What has no slot: `reversed` and `bytes` look for methods.
const METHODS: &[Function] = &[
    Function::new("__bytes__", "($self, /)", "", |gil, arguments| special(gil, arguments, "__bytes__")),
    Function::new("__reversed__", "($self, /)", "", |gil, arguments| special(gil, arguments, "__reversed__")),
];

fn special(gil: Gil<'_>, arguments: Arguments<'_>, name: &str) -> Result<Value> {
    arguments.without_first().exactly::<0>(gil, name)?;
    let object = plain(gil, &arguments.values[0])?;
    operations::call_special(gil, &object, name, &[])?.ok_or_else(|| {
        let class = object.class(gil).name();
        Raised::with_message(
            gil,
            Kind::AttributeError,
            &format!("'{class}' object has no attribute '{name}'"),
        )
    })
}

pub static SPEC: TypeSpec = TypeSpec {
    name: "ProxyType",
    module: "weakref",
    signature: "",
    doc: "",
    base: None,
    layout: Proxy::layout,
    storage: Storage::Nothing,
    flags: crate::object::class::flags::NO_INSTANCES,
    slots: slots(None),
    methods: METHODS,
    attributes: &[],
};

static CALLABLE_SPEC: TypeSpec = TypeSpec {
    name: "CallableProxyType",
    module: "weakref",
    signature: "",
    doc: "",
    base: None,
    layout: Proxy::layout,
    storage: Storage::Nothing,
    flags: crate::object::class::flags::NO_INSTANCES,
    slots: slots(Some(call)),
    methods: METHODS,
    attributes: &[],
};
