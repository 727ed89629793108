//! `_abc`: the answers that abstract classes have given, by the class that was asked about.
//!
//! A class is known by the shape of its new instances: shapes are never used twice, so that an answer keeps no class alive
//! and cannot be taken for that of another. A class that gets another shape is asked about again.

use std::cell::{Cell, RefCell};

use hashbrown::HashMap;

use crate::gil::{Gil, Guarded};
use crate::object::class::flags;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{Arguments, Payload, Ref, Result, SlotTable, Storage, Type, Value, intern, operations};
use crate::payload;
use crate::types::builder;
use crate::types::module::{Module, ModuleSpec};

use super::convert;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_abc",
    doc: "Answers of abstract classes.",
    functions: &[
        Function::new(
            "about_instance",
            "($module, answers, instance, /)",
            "Whether the object is an instance, as far as is known; None if it is not.",
            about_instance,
        ),
        Function::new(
            "about_class",
            "($module, answers, subclass, /)",
            "Whether the class is a subclass, as far as is known; None if it is not.",
            about_class,
        ),
        Function::new(
            "remember",
            "($module, answers, subclass, answer, /)",
            "Keep an answer; one of \"no\" until the next call of advance().",
            remember,
        ),
        Function::new(
            "set_pattern_kind",
            "($module, class, like, /)",
            "Lets instances of a class and its subclasses match sequence (32) or mapping patterns (64).",
            set_pattern_kind,
        ),
        Function::new("advance", "($module, /)", "Forget all answers of \"no\".", advance),
    ],
    set_up: Some(set_up),
};

fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    module.set(gil, SPEC.name, builder::build_once(gil, &SPEC).into_value());
    Ok(())
}

/// Goes up whenever anything registers with any abstract class.
static VERSION: Guarded<Cell<u64>> = Guarded::new(Cell::new(1));

/// The payload of `Answers`: for each shape zero for yes, or the version of a no.
#[derive(Default)]
pub struct Answers {
    known: RefCell<HashMap<usize, u64>>,
}

impl Payload for Answers {
    payload!(Answers, untracked);
}

const YES: u64 = 0;

impl Answers {
    fn about(&self, gil: Gil<'_>, class: &Ref<Type>) -> Option<bool> {
        match *self.known.borrow().get(&key(class))? {
            YES => Some(true),
            version => (version == VERSION.get(gil).get()).then_some(false),
        }
    }
}

fn key(class: &Ref<Type>) -> usize {
    std::ptr::from_ref(class.root()).addr()
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Answers>> {
    value
        .downcast()
        .ok_or_else(|| type_error(gil, "the first argument must be the answers of an abstract class"))
}

fn answer(known: Option<bool>) -> Value {
    known.map_or(Value::NONE, Value::bool)
}

fn about_instance(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [answers, instance] = arguments.exactly::<2>(gil, "about_instance")?;
    let answers = this(gil, answers)?;
    let told = operations::get_attribute(gil, instance, &intern(gil, "__class__"))?;
    let Some(class) = told.downcast::<Type>() else { return Ok(Value::NONE) };
    // An object may pretend to be of another class: then its own counts, too, before the answer is no.
    let known = answers.about(gil, class);
    Ok(answer(known.filter(|&yes| yes || class.is(instance.class(gil)))))
}

fn about_class(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [answers, class] = arguments.exactly::<2>(gil, "about_class")?;
    let answers = this(gil, answers)?;
    Ok(answer(class.downcast::<Type>().and_then(|class| answers.about(gil, class))))
}

fn remember(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [answers, class, yes] = arguments.exactly::<3>(gil, "remember")?;
    let yes = convert::to_bool(gil, yes)?;
    if let Some(class) = class.downcast::<Type>() {
        let version = if yes { YES } else { VERSION.get(gil).get() };
        this(gil, answers)?.known.borrow_mut().insert(key(class), version);
    }
    Ok(Value::NONE)
}

fn set_pattern_kind(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [class, kind] = arguments.exactly::<2>(gil, "set_pattern_kind")?;
    let kind = convert::to_i64(gil, kind)?;
    let (sequence, mapping) = (kind & 1 << 5 != 0, kind & 1 << 6 != 0);
    if sequence && mapping {
        let message = "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING";
        return Err(type_error(gil, message));
    }
    if let Some(class) = class.downcast::<Type>() {
        mark_pattern_kind(class, sequence, mapping);
    }
    Ok(Value::NONE)
}

/// What built-in types are to patterns is the interpreter's own knowledge.
fn mark_pattern_kind(class: &Ref<Type>, sequence: bool, mapping: bool) {
    let mut pending = vec![class.clone()];
    while let Some(class) = pending.pop() {
        let is_known = class.has(flags::SEQUENCE) == sequence && class.has(flags::MAPPING) == mapping;
        if !class.has(flags::HEAP) || is_known {
            continue;
        }
        class.set_flag(flags::SEQUENCE, sequence);
        class.set_flag(flags::MAPPING, mapping);
        pending.extend(class.subclasses());
    }
}

fn advance(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "advance")?;
    let version = VERSION.get(gil);
    version.set(version.get() + 1);
    Ok(Value::NONE)
}

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "Answers")?;
    Ok(Ref::with_shape(gil, class.root(), Answers::default()).into_value())
}

fn clear(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [answers] = arguments.method::<1>(gil, "clear")?;
    this(gil, answers)?.known.borrow_mut().clear();
    Ok(Value::NONE)
}

/// The type.
static SPEC: TypeSpec = TypeSpec {
    name: "Answers",
    module: "_abc",
    signature: "",
    doc: "What one abstract class has answered about other classes.",
    base: None,
    layout: Answers::layout,
    storage: Storage::Nothing,
    flags: flags::IMMUTABLE,
    slots: SlotTable { new: Some(new), ..SlotTable::EMPTY },
    methods: &[Function::new("clear", "($self, /)", "Forget all answers.", clear)],
    attributes: &[],
};
