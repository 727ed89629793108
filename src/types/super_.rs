//! `super`: attributes of the bases, from a class's place in the order of resolution on.

use std::cell::{Cell, RefCell};

use super::object;
use super::slots::names::Name;
use crate::gil::{Gil, Guarded};
use crate::object::class::{Type, flags};
use crate::object::native::{Attribute, TypeSpec};
use crate::object::raised::{runtime_error, type_error};
use crate::object::slots::SlotTable;
use crate::object::{Arguments, Payload, Raised, Ref, Result, Storage, Text, Value, Visit, operations};
use crate::payload;

/// The payload of `super`.
#[derive(Default)]
pub struct Super {
    parts: RefCell<Option<Parts>>,
}

#[derive(Clone)]
struct Parts {
    class: Ref<Type>,
    /// The object and the class in whose order to look; None where unbound.
    bound: Option<(Value, Ref<Type>)>,
}

impl Payload for Super {
    payload!(Super, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        if let Some(parts) = &*self.parts.borrow() {
            visit(parts.class.as_value());
            if let Some((value, class)) = &parts.bound {
                visit(value);
                visit(class.as_value());
            }
        }
    }

    fn clear(&self) {
        drop(self.parts.take());
    }
}

/// Finds the class and the object for `super()` without arguments, in the running function.
pub type FindContext = fn(Gil<'_>) -> Result<(Value, Value)>;

static CONTEXT: Guarded<Cell<Option<FindContext>>> = Guarded::new(Cell::new(None));

/// Says how `super()` finds the class and the object; the machine does, at start.
pub fn set_context(gil: Gil<'_>, find: FindContext) {
    CONTEXT.get(gil).set(Some(find));
}

/// `super(class, value)`.
pub fn of(gil: Gil<'_>, class: &Value, value: &Value) -> Result<Value> {
    let parts = parts(gil, class, Some(value))?;
    Ok(Ref::new(gil, Super { parts: RefCell::new(Some(parts)) }).into_value())
}

/// `super(class, value).name`, without making the object.
pub fn attribute(gil: Gil<'_>, class: &Value, value: &Value, name: &Ref<Text>) -> Result<Value> {
    let parts = parts(gil, class, Some(value))?;
    match find(gil, &parts, name)? {
        Some(found) => Ok(found),
        None => operations::get_attribute(gil, &of(gil, class, value)?, name),
    }
}

/// The type `super`.
pub fn class(gil: Gil<'_>) -> &Ref<Type> {
    Super::layout().exact.get(gil).class()
}

/// Is a class `super` itself?
#[inline(always)]
pub fn is_super(class: &Ref<Type>) -> bool {
    Super::layout().exact.is(class.root())
}

/// The function that `super(class, value).name` binds to the value, in the usual case.
pub fn method(gil: Gil<'_>, class: &Value, value: &Value, name: &Ref<Text>) -> Option<Value> {
    let class = class.downcast::<Type>()?;
    let own = value.class(gil);
    if value.downcast::<Type>().is_some() || !own.is_subtype(class) || name.is(Name::Class.text(gil)) {
        return None;
    }
    let mro = own.mro();
    let place = mro.iter().position(|known| known.is(class))?;
    let found = mro[place + 1..].iter().find_map(|base| base.entry(name))?;
    found.class(gil).has(flags::METHOD_DESCRIPTOR).then_some(found)
}

fn parts(gil: Gil<'_>, class: &Value, value: Option<&Value>) -> Result<Parts> {
    let Some(class) = class.downcast::<Type>() else {
        let name = class.class(gil).name();
        return Err(type_error(gil, format!("super() argument 1 must be a type, not {name}")));
    };
    let bound = match value.filter(|value| !value.is_none()) {
        Some(value) => Some((value.clone(), check(gil, class, value)?)),
        None => None,
    };
    Ok(Parts { class: class.clone(), bound })
}

/// The class in whose order to look.
fn check(gil: Gil<'_>, class: &Ref<Type>, value: &Value) -> Result<Ref<Type>> {
    if let Some(own) = value.downcast::<Type>()
        && own.is_subtype(class)
    {
        return Ok(own.clone());
    }
    let own = value.class(gil);
    if own.is_subtype(class) {
        return Ok(own.clone());
    }
    let said = operations::find_attribute(gil, value, Name::Class.text(gil))?;
    if let Some(said) = said.as_ref().and_then(Value::downcast::<Type>)
        && !said.is(own)
        && said.is_subtype(class)
    {
        return Ok(said.clone());
    }
    let kind = if value.downcast::<Type>().is_some() { "type" } else { "instance of" };
    let name = value.downcast::<Type>().map_or_else(|| own.name(), |class| class.name());
    let class = class.name();
    Err(type_error(
        gil,
        format!("super(type, obj): obj ({kind} {name}) is not an instance or subtype of type ({class})."),
    ))
}

/// The attribute behind the class in the order.
fn find(gil: Gil<'_>, parts: &Parts, name: &Ref<Text>) -> Result<Option<Value>> {
    let Some((value, class)) = &parts.bound else { return Ok(None) };
    if name.is(Name::Class.text(gil)) {
        return Ok(None);
    }
    let mro = class.mro();
    let place = mro.iter().position(|known| known.is(&parts.class)).map_or(mro.len(), |place| place + 1);
    let Some(found) = mro[place..].iter().find_map(|base| base.entry(name)) else { return Ok(None) };
    match found.class(gil).slots.descriptor_get.get() {
        Some(get) => {
            let on_class = class.as_value().is(value);
            get(gil, &found, (!on_class).then_some(value), class.as_value()).map(Some)
        }
        None => Ok(Some(found)),
    }
}

fn this<'a>(gil: Gil<'_>, value: &'a Value) -> Result<&'a Ref<Super>> {
    value.downcast().ok_or_else(|| wrong_receiver(gil, value))
}

#[cold]
fn wrong_receiver(gil: Gil<'_>, value: &Value) -> Raised {
    let name = value.class(gil).name();
    type_error(gil, format!("descriptor requires a 'super' object but received a '{name}'"))
}

fn new(gil: Gil<'_>, class: &Ref<Type>, _arguments: Arguments<'_>) -> Result<Value> {
    Ok(Ref::with_shape(gil, class.root(), Super::default()).into_value())
}

fn init(gil: Gil<'_>, value: &Value, arguments: Arguments<'_>) -> Result<()> {
    arguments.no_keywords(gil, "super")?;
    let given = arguments.between(gil, "super()", 0, 2)?;
    let parts = match given {
        [] => {
            let Some(find) = CONTEXT.get(gil).get() else {
                return Err(runtime_error(gil, "super(): no current frame"));
            };
            let (class, value) = find(gil)?;
            parts(gil, &class, Some(&value))?
        }
        [class] => parts(gil, class, None)?,
        [class, value, ..] => parts(gil, class, Some(value))?,
    };
    let old = this(gil, value)?.parts.replace(Some(parts));
    drop(old);
    Ok(())
}

fn get_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Value> {
    let parts = this(gil, value)?.parts.borrow().clone();
    if let Some(parts) = parts
        && let Some(found) = find(gil, &parts, name)?
    {
        return Ok(found);
    }
    object::get_attribute(gil, value, name)
}

fn get(gil: Gil<'_>, value: &Value, instance: Option<&Value>, _class: &Value) -> Result<Value> {
    let parts = this(gil, value)?.parts.borrow().clone();
    match (instance, parts) {
        (Some(instance), Some(Parts { class, bound: None })) => {
            if value.is_exact::<Super>(gil) {
                return of(gil, class.as_value(), instance);
            }
            let own = value.class(gil).to_value();
            operations::call(gil, &own, Arguments::positional(&[class.to_value(), instance.clone()]))
        }
        _ => Ok(value.clone()),
    }
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let parts = this(gil, value)?.parts.borrow().clone();
    let class = parts.as_ref().map_or_else(|| "NULL".into(), |parts| parts.class.name());
    let text = match parts.and_then(|parts| parts.bound) {
        Some((_, own)) => format!("<super: <class '{class}'>, <{} object>>", own.name()),
        None => format!("<super: <class '{class}'>, NULL>"),
    };
    Ok(Ref::text(gil, &text).into_value())
}

fn part(gil: Gil<'_>, value: &Value, pick: impl Fn(&Parts) -> Option<Value>) -> Result<Value> {
    Ok(this(gil, value)?.parts.borrow().as_ref().and_then(pick).unwrap_or(Value::NONE))
}

const DOC: &str = "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n";

pub static SPEC: TypeSpec = TypeSpec {
    name: "super",
    module: "builtins",
    signature: "",
    doc: DOC,
    base: None,
    layout: Super::layout,
    storage: Storage::Nothing,
    flags: flags::BASE,
    slots: SlotTable {
        new: Some(new),
        init: Some(init),
        get_attribute: Some(get_attribute),
        descriptor_get: Some(get),
        repr: Some(repr),
        ..SlotTable::EMPTY
    },
    methods: &[],
    attributes: &[
        Attribute::read_only("__thisclass__", "the class invoking super()", |gil, value| {
            part(gil, value, |parts| Some(parts.class.to_value()))
        }),
        Attribute::read_only("__self__", "the instance invoking super(); may be None", |gil, value| {
            part(gil, value, |parts| Some(parts.bound.as_ref()?.0.clone()))
        }),
        Attribute::read_only(
            "__self_class__",
            "the type of the instance invoking super(); may be None",
            |gil, value| part(gil, value, |parts| Some(parts.bound.as_ref()?.1.to_value())),
        ),
    ],
};
