//! `cmp_to_key`: keys that compare by a function of two.

use std::cell::RefCell;

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{Kind, Raised, type_error};
use crate::object::{
    Arguments, Comparison, Parameters, Payload, Ref, Result, SlotTable, Storage, Value, Visit, operations,
};
use crate::payload;

/// A function as a maker of keys, and with an object a key.
pub struct Key {
    compare: Value,
    object: RefCell<Option<Value>>,
}

impl Payload for Key {
    payload!(Key, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.compare);
        self.object.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.object.take());
    }
}

fn cmp_to_key(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["mycmp"], 1);
    let [compare] = arguments.bind(gil, "cmp_to_key", &SIGNATURE)?;
    let key = Key { compare: convert::given(compare).clone(), object: RefCell::new(None) };
    Ok(Ref::new(gil, key).into_value())
}

fn call(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<Value> {
    const SIGNATURE: Parameters<1> = Parameters::new(["obj"], 1);
    let [object] = arguments.bind(gil, "K", &SIGNATURE)?;
    let Some(maker) = value.downcast::<Key>() else { return Ok(Value::NONE) };
    let key = Key { compare: maker.compare.clone(), object: RefCell::new(object.cloned()) };
    Ok(Ref::new(gil, key).into_value())
}

fn compare(gil: Gil<'_>, left: &Value, right: &Value, comparison: Comparison) -> Result<Value> {
    let (Some(key), Some(other)) = (left.downcast::<Key>(), right.downcast::<Key>()) else {
        return Err(type_error(gil, "other argument must be K instance"));
    };
    let objects = (key.object.borrow().clone(), other.object.borrow().clone());
    let (Some(object), Some(other)) = objects else { return Err(no_object(gil)) };
    let answer = operations::call(gil, &key.compare, Arguments::positional(&[object, other]))?;
    operations::compare(gil, comparison, &answer, &convert::int(gil, 0))
}

#[cold]
fn no_object(gil: Gil<'_>) -> Raised {
    Raised::with_message(gil, Kind::AttributeError, "object")
}

/// The function `cmp_to_key`.
pub const CMP_TO_KEY: Function = Function::new(
    "cmp_to_key",
    "($module, /, mycmp)",
    "Convert a cmp= function into a key= function.\n\n  mycmp\n    Function that compares two objects.",
    cmp_to_key,
);

/// The type of the keys.
pub static SPEC: TypeSpec = TypeSpec {
    name: "KeyWrapper",
    module: "functools",
    signature: "",
    doc: "",
    base: None,
    layout: Key::layout,
    storage: Storage::Nothing,
    flags: crate::object::class::flags::NO_INSTANCES,
    slots: SlotTable { call: Some(call), compare: Some(compare), ..SlotTable::EMPTY },
    methods: &[],
    attributes: &[
        Attribute::read_only("__text_signature__", "", |gil, _| Ok(convert::text(gil, "(obj)"))),
        Attribute {
            name: "obj",
            doc: "Value wrapped by a key function.",
            get: |_, value| {
                let object = value.downcast::<Key>().and_then(|key| key.object.borrow().clone());
                Ok(object.unwrap_or(Value::NONE))
            },
            set: Some(|_, value, new| {
                if let Some(key) = value.downcast::<Key>() {
                    let old = key.object.replace(new);
                    drop(old);
                }
                Ok(())
            }),
        },
    ],
};
