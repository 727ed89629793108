//! Signals: their classes, which Python code makes, how a context raises them, and the mapping that shows them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::context::{Context, Signals};
use super::number::status;
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::{Kind, Raised, memory_error, type_error, value_error};
use crate::object::{
    Arguments, Comparison, Global, Payload, Ref, Result, SlotTable, Storage, Type, Value, operations,
};
use crate::payload;

/// The signals as bits, in CPython's order.
pub const SIGNALS: [(&str, u32); 9] = [
    ("InvalidOperation", status::ALL_INVALID),
    ("FloatOperation", status::FLOAT_OPERATION),
    ("DivisionByZero", status::DIVISION_BY_ZERO),
    ("Overflow", status::OVERFLOW),
    ("Underflow", status::UNDERFLOW),
    ("Subnormal", status::SUBNORMAL),
    ("Inexact", status::INEXACT),
    ("Rounded", status::ROUNDED),
    ("Clamped", status::CLAMPED),
];

/// What an invalid operation may have been, in CPython's order; the first is the signal itself.
const CONDITIONS: [(&str, u32); 5] = [
    ("InvalidOperation", status::INVALID_OPERATION),
    ("ConversionSyntax", status::CONVERSION_SYNTAX),
    ("DivisionImpossible", status::DIVISION_IMPOSSIBLE),
    ("DivisionUndefined", status::DIVISION_UNDEFINED),
    ("InvalidContext", status::INVALID_CONTEXT),
];

/// What the Python part of the module has told: its classes.
#[derive(Default)]
struct Classes {
    /// Those of signals and conditions, with their names.
    exceptions: Vec<(&'static str, Value)>,
    /// `DecimalTuple`.
    tuple: Option<Value>,
    /// The mapping of signals.
    mapping: Option<Ref<Type>>,
}

static CLASSES: Global<RefCell<Option<Classes>>> = Global::new(RefCell::new(None));

/// `_set_classes(exceptions, tuple, mapping)`: the classes that are made by Python code; `exceptions` by name.
pub fn set_classes(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [exceptions, tuple, mapping] = arguments.exactly::<3>(gil, "_set_classes")?;
    let names = SIGNALS.iter().chain(&CONDITIONS[1..]);
    let exceptions = names
        .map(|(name, _)| Ok((*name, operations::get_item(gil, exceptions, &convert::text(gil, name))?)))
        .collect::<Result<_>>()?;
    let Some(class) =
        mapping.downcast::<Type>().filter(|class| std::ptr::eq(class.layout, SignalMap::layout()))
    else {
        return Err(type_error(gil, "the mapping must derive from SignalMap"));
    };
    let told = Classes { exceptions, tuple: Some(tuple.clone()), mapping: Some(class.clone()) };
    let before = CLASSES.get(gil).replace(Some(told));
    drop(before);
    Ok(Value::NONE)
}

fn exception(gil: Gil<'_>, name: &str) -> Result<Value> {
    let classes = CLASSES.get(gil).borrow();
    let known = classes.iter().flat_map(|classes| &classes.exceptions).find(|(known, _)| *known == name);
    known.map(|(_, class)| class.clone()).ok_or_else(|| unready(gil))
}

/// The class `DecimalTuple`.
pub fn tuple_class(gil: Gil<'_>) -> Result<Value> {
    let classes = CLASSES.get(gil).borrow();
    classes.as_ref().and_then(|classes| classes.tuple.clone()).ok_or_else(|| unready(gil))
}

#[cold]
fn unready(gil: Gil<'_>) -> Raised {
    Raised::with_message(gil, Kind::ImportError, "the module decimal has not been imported")
}

/// The exception for what has been signalled and is trapped.
#[cold]
pub fn raised(gil: Gil<'_>, trapped: u32) -> Raised {
    if trapped & status::NO_MEMORY != 0 {
        return memory_error(gil, "");
    }
    let kinds = || -> Result<(Value, Value)> {
        let (name, _) = SIGNALS.iter().find(|(_, bits)| trapped & bits != 0).unwrap_or(&SIGNALS[0]);
        let all = CONDITIONS.iter().chain(&SIGNALS[1..]).filter(|(_, bits)| trapped & bits != 0);
        let all = all.map(|(name, _)| exception(gil, name)).collect::<Result<_>>()?;
        Ok((exception(gil, name)?, convert::list(gil, all)))
    };
    let made = kinds().and_then(|(class, all)| operations::call_one(gil, &class, &all));
    match made.map(Value::try_into_ref) {
        Ok(Ok(exception)) => Raised::new(exception),
        Ok(Err(_)) => unready(gil),
        Err(raised) => raised,
    }
}

/// The bits of a signal's class.
fn bits_of(gil: Gil<'_>, key: &Value) -> Result<u32> {
    for (name, bits) in SIGNALS {
        if exception(gil, name)?.is(key) {
            return Ok(bits);
        }
    }
    let message = "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, \
                   Underflow, Subnormal, Inexact, Rounded,\n   Clamped]";
    Err(Raised::with_message(gil, Kind::KeyError, message))
}

/// The classes of the signals among the bits.
pub fn classes(gil: Gil<'_>, bits: u32) -> Result<Vec<Value>> {
    SIGNALS.iter().filter(|(_, signal)| bits & signal != 0).map(|(name, _)| exception(gil, name)).collect()
}

/// The signals' names, in the order in which a context shows them.
pub fn names(bits: u32) -> String {
    // By the position of their bits in CPython's word.
    let order = [8, 0, 2, 6, 1, 3, 7, 5, 4].map(|place: usize| SIGNALS[place]);
    let names: Vec<&str> =
        order.iter().filter(|(_, signal)| bits & signal != 0).map(|(name, _)| *name).collect();
    names.join(", ")
}

/// The bits of a list of signals.
pub fn bits_of_list(gil: Gil<'_>, list: &Value) -> Result<u32> {
    let items = convert::sequence_items(list).unwrap_or_default();
    items.iter().try_fold(0, |bits, signal| Ok(bits | bits_of(gil, signal)?))
}

/// The bits of a mapping of all signals to truth values.
pub fn bits_of_mapping(gil: Gil<'_>, mapping: &Value) -> Result<u32> {
    if let Some(map) = mapping.downcast::<SignalMap>() {
        return map.bits(gil);
    }
    let Some(dict) = mapping.downcast::<crate::types::dict::Dict>() else {
        return Err(type_error(gil, "argument must be a signal dict"));
    };
    let invalid = || Raised::with_message(gil, Kind::KeyError, "invalid signal dict");
    let entries = crate::types::dict::entries(dict);
    if entries.len() != SIGNALS.len() {
        return Err(invalid());
    }
    let mut bits = 0;
    for (signal, wanted) in &entries {
        let own = bits_of(gil, signal).map_err(|_| invalid())?;
        bits |= if operations::truth(gil, wanted)? { own } else { 0 };
    }
    Ok(bits)
}

/// The payload of the mapping: the flags or the traps of a context.
///
/// One that a script makes by calling the class shows none.
pub struct SignalMap {
    signals: Option<Rc<Signals>>,
    traps: bool,
}

impl Payload for SignalMap {
    payload!(SignalMap, untracked);
}

impl SignalMap {
    fn cell(&self, gil: Gil<'_>) -> Result<&Cell<u32>> {
        match &self.signals {
            None => Err(value_error(gil, "invalid signal dict")),
            Some(signals) => Ok(if self.traps { &signals.traps } else { &signals.status }),
        }
    }

    fn bits(&self, gil: Gil<'_>) -> Result<u32> {
        Ok(self.cell(gil)?.get())
    }
}

/// The mapping of a context's flags or traps.
pub fn map_of(gil: Gil<'_>, context: &Context, traps: bool) -> Result<Value> {
    let known = &context.maps[usize::from(traps)];
    if let Some(map) = known.get() {
        return Ok(map.clone());
    }
    let class = CLASSES.get(gil).borrow().as_ref().and_then(|classes| classes.mapping.clone());
    let class = class.ok_or_else(|| unready(gil))?;
    let map = SignalMap { signals: Some(Rc::clone(&context.signals)), traps };
    let map = Ref::with_shape(gil, class.root(), map).into_value();
    Ok(known.get_or_init(|| map).clone())
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<SignalMap>> {
    value.downcast().ok_or_else(|| type_error(gil, "not a mapping of signals"))
}

fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    Ok(Value::bool(this(gil, value)?.bits(gil)? & bits_of(gil, key)? != 0))
}

fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    let Some(new) = new else { return Err(value_error(gil, "signal keys cannot be deleted")) };
    let (map, signal) = (this(gil, value)?, bits_of(gil, key)?);
    let (cell, on) = (map.cell(gil)?, operations::truth(gil, &new)?);
    cell.set(if on { cell.get() | signal } else { cell.get() & !signal });
    Ok(())
}

fn iterate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    this(gil, value)?.bits(gil)?;
    operations::iterate(gil, &convert::tuple(gil, classes(gil, u32::MAX)?))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let bits = this(gil, value)?.bits(gil)?;
    let mut shown = Vec::new();
    for (name, signal) in SIGNALS {
        let class = operations::repr(gil, &exception(gil, name)?)?;
        shown.push(format!("{}:{}", class.lossy(), if bits & signal != 0 { "True" } else { "False" }));
    }
    Ok(convert::text(gil, &format!("{{{}}}", shown.join(", "))))
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let wanted = match comparison {
        Comparison::Equal => true,
        Comparison::NotEqual => false,
        _ => return Ok(Value::NOT_IMPLEMENTED),
    };
    let is_mapping =
        right.downcast::<SignalMap>().is_some() || right.downcast::<crate::types::dict::Dict>().is_some();
    if !is_mapping {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let other = match bits_of_mapping(gil, right) {
        Ok(bits) => bits,
        // Another dict is another value, but CPython takes an empty one for a mistake.
        Err(raised) if raised.is(gil, Kind::KeyError) => {
            return match operations::truth(gil, right)? {
                true => Ok(Value::bool(!wanted)),
                false => Err(value_error(gil, "invalid signal dict")),
            };
        }
        Err(raised) => return Err(raised),
    };
    let on = |bits: u32| SIGNALS.map(|(_, signal)| bits & signal != 0);
    Ok(Value::bool((on(this(gil, left)?.bits(gil)?) == on(other)) == wanted))
}

fn copy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [map] = arguments.method(gil, "copy")?;
    let bits = this(gil, map)?.bits(gil)?;
    let dict = Ref::new(gil, crate::types::dict::Dict::new()).into_value();
    for (name, signal) in SIGNALS {
        operations::set_item(gil, &dict, &exception(gil, name)?, Some(Value::bool(bits & signal != 0)))?;
    }
    Ok(dict)
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), SignalMap { signals: None, traps: false }).into_value())
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    name: "SignalMap",
    module: "decimal",
    signature: "",
    doc: "",
    base: None,
    layout: SignalMap::layout,
    storage: Storage::Nothing,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(new),
        repr: Some(repr),
        compare: Some(compare),
        length: Some(|gil, value| this(gil, value)?.bits(gil).map(|_| SIGNALS.len())),
        get_item: Some(get_item),
        set_item: Some(set_item),
        iter: Some(iterate),
        ..SlotTable::EMPTY
    },
    methods: &[Function::new("copy", "($self, /)", "The signals and their values as a dict.", copy)],
    attributes: &[],
};
