//! Tuples with named fields, as the system's structures are shown: `os.stat_result`, `time.struct_time`, `sys.flags`.
//!
//! The visible fields are the tuple's items; further ones can only be asked for by name. Each kind is a static table;
//! its type is made when it is first needed.

use std::cell::OnceCell;

use crate::gil::Gil;
use crate::modules::convert;
use crate::object::class::flags;
use crate::object::native::{Attribute, Function, TypeSpec};
use crate::object::raised::{type_error, value_error};
use crate::object::{
    Arguments, Global, Parameters, Payload, Ref, Result, SlotTable, Storage, Type, Value, intern, operations,
};
use crate::types::builder;
use crate::types::dict::Dict;
use crate::types::tuple::Tuple;

/// Where the type of a kind is kept once it is made.
pub type Class = Global<OnceCell<Ref<Type>>>;

/// A kind of such tuples.
pub struct StructSequence {
    pub name: &'static str,
    pub module: &'static str,
    pub doc: &'static str,
    /// The visible fields in order.
    pub fields: &'static [&'static str],
    /// Which of them have no name of their own.
    pub unnamed: &'static [usize],
    /// Further fields.
    pub hidden: &'static [&'static str],
    /// Can a program make one?
    pub constructible: bool,
    pub class: Class,
}

impl StructSequence {
    /// The type.
    pub fn class(&'static self, gil: Gil<'_>) -> Ref<Type> {
        self.class.get(gil).get_or_init(|| self.build(gil)).clone()
    }

    /// A tuple of this kind: the items of the visible fields, then the hidden ones'.
    pub fn make(&'static self, gil: Gil<'_>, mut items: Vec<Value>) -> Value {
        let hidden = items.split_off(items.len().min(self.fields.len()));
        let tuple = Tuple { items: items.into() };
        let object = Ref::with_shape(gil, self.class(gil).root(), tuple).into_value();
        for (name, value) in self.hidden.iter().zip(hidden) {
            let _ = crate::object::attributes::set(gil, &object, &intern(gil, name), value);
        }
        object
    }

    fn build(&'static self, gil: Gil<'_>) -> Ref<Type> {
        let named = (0..self.fields.len()).filter(|place| !self.unnamed.contains(place));
        let mut attributes: Vec<Attribute> =
            named.clone().map(|place| Attribute::member(self.fields[place], "", FIELDS[place])).collect();
        let hidden = self.hidden.iter().zip(HIDDEN);
        attributes.extend(hidden.map(|(name, getter)| Attribute::member(name, "", getter)));
        let spec = TypeSpec {
            name: self.name,
            module: self.module,
            signature: "",
            doc: self.doc,
            base: Some(|gil| Tuple::layout().exact.get(gil).class().clone()),
            layout: Tuple::layout,
            storage: if self.hidden.is_empty() { Storage::Nothing } else { Storage::Slots },
            flags: flags::SEQUENCE,
            slots: SlotTable { new: Some(new), repr: Some(repr), ..SlotTable::EMPTY },
            methods: METHODS,
            attributes: Box::leak(attributes.into_boxed_slice()),
        };
        // The type lives as long as the process, and so does its table.
        let class = builder::build(gil, Box::leak(Box::new(spec)));
        let number = |number: usize| convert::int(gil, number as i64);
        let names = named.map(|place| convert::text(gil, self.fields[place])).collect();
        for (name, value) in [
            ("n_sequence_fields", number(self.fields.len())),
            ("n_fields", number(self.fields.len() + self.hidden.len())),
            ("n_unnamed_fields", number(self.unnamed.len())),
            ("__match_args__", convert::tuple(gil, names)),
        ] {
            let old = class.attributes.borrow_mut().set_text(&intern(gil, name), value);
            drop(old);
        }
        class.changed(gil);
        KINDS.get(gil).borrow_mut().push((class.clone(), self));
        class
    }
}

static KINDS: Global<std::cell::RefCell<Vec<(Ref<Type>, &'static StructSequence)>>> =
    Global::new(std::cell::RefCell::new(Vec::new()));

/// The kind of a type or of one it derives from.
fn kind_of(gil: Gil<'_>, class: &Ref<Type>) -> Option<&'static StructSequence> {
    KINDS.get(gil).borrow().iter().find(|(known, _)| class.is_subtype(known)).map(|(_, kind)| *kind)
}

fn field<const PLACE: usize>(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let item = value.downcast::<Tuple>().and_then(|tuple| tuple.items.get(PLACE).cloned());
    item.ok_or_else(|| type_error(gil, "a field of another type"))
}

/// The getters of the fields by place.
const FIELDS: [crate::object::slots::Unary; 20] = [
    field::<0>,
    field::<1>,
    field::<2>,
    field::<3>,
    field::<4>,
    field::<5>,
    field::<6>,
    field::<7>,
    field::<8>,
    field::<9>,
    field::<10>,
    field::<11>,
    field::<12>,
    field::<13>,
    field::<14>,
    field::<15>,
    field::<16>,
    field::<17>,
    field::<18>,
    field::<19>,
];

/// A hidden field: an object keeps it as an attribute of its own, under the name that its type has a getter for.
fn hidden<const PLACE: usize>(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let name = kind_of(gil, value.class(gil)).and_then(|kind| kind.hidden.get(PLACE));
    let found = name.and_then(|name| crate::object::attributes::get(gil, value, &intern(gil, name)));
    found.ok_or_else(|| type_error(gil, "a field of another type"))
}

/// The getters of the hidden fields by place.
const HIDDEN: [crate::object::slots::Unary; 12] = [
    hidden::<0>,
    hidden::<1>,
    hidden::<2>,
    hidden::<3>,
    hidden::<4>,
    hidden::<5>,
    hidden::<6>,
    hidden::<7>,
    hidden::<8>,
    hidden::<9>,
    hidden::<10>,
    hidden::<11>,
];

fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let name = crate::types::class::full_name(gil, class);
    let Some(kind) = kind_of(gil, class).filter(|kind| kind.constructible) else {
        return Err(type_error(gil, format!("cannot create '{name}' instances")));
    };
    if let [only] = kind.fields
        && kind.hidden.is_empty()
    {
        // A record of one field is made of that field, not of a sequence.
        let [value] = arguments.bind(gil, kind.name, &Parameters::new([*only], 1))?;
        return Ok(kind.make(gil, vec![convert::given(value).clone()]));
    }
    if arguments.values.is_empty() {
        return Err(type_error(gil, "structseq() missing required argument 'sequence' (pos 1)"));
    }
    const SIGNATURE: Parameters<2> = Parameters::new(["sequence", "dict"], 1);
    let [sequence, further] = arguments.bind(gil, "structseq", &SIGNATURE)?;
    let further = further.and_then(Value::downcast::<Dict>);
    let mut items = operations::collect(gil, convert::given(sequence))
        .map_err(|_| type_error(gil, "constructor requires a sequence"))?;
    let (least, most) = (kind.fields.len(), kind.fields.len() + kind.hidden.len());
    if items.len() < least || items.len() > most {
        let bound = match (least == most, items.len() < least) {
            (true, _) => format!("a {least}-sequence"),
            (false, true) => format!("an at least {least}-sequence"),
            (false, false) => format!("an at most {most}-sequence"),
        };
        return Err(type_error(gil, format!("{name}() takes {bound} ({}-sequence given)", items.len())));
    }
    for name in &kind.hidden[items.len() - least..] {
        let given = further.and_then(|further| convert::get_item(gil, further, name));
        // A time in whole seconds, which has no name of its own, stands for the exact one.
        let visible = kind.fields.iter().position(|field| field == name);
        items.push(given.or_else(|| visible.map(|place| items[place].clone())).unwrap_or(Value::NONE));
    }
    Ok(kind.make(gil, items))
}

fn repr(gil: Gil<'_>, value: &Value) -> Result<Value> {
    crate::object::recursion::enter(gil)?;
    let class = value.class(gil);
    let Some(kind) = kind_of(gil, class) else { return Ok(convert::text(gil, "()")) };
    let items = convert::tuple_items(value).unwrap_or_default();
    let mut parts = Vec::new();
    for (name, item) in kind.fields.iter().zip(&items) {
        parts.push(format!("{name}={}", operations::repr(gil, item)?.lossy()));
    }
    let name = crate::types::class::full_name(gil, class);
    Ok(convert::text(gil, &format!("{name}({})", parts.join(", "))))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    let items = convert::tuple_items(value).unwrap_or_default();
    let class = value.class(gil);
    let made_of = match kind_of(gil, class) {
        Some(kind) if kind.fields.len() == 1 && kind.hidden.is_empty() => items,
        kind => {
            let further = Ref::new(gil, Dict::new());
            for name in kind.map_or(&[][..], |kind| kind.hidden) {
                let found = crate::object::attributes::get(gil, value, &intern(gil, name));
                convert::set_item(gil, &further, name, found.unwrap_or(Value::NONE));
            }
            vec![convert::tuple(gil, items), further.into_value()]
        }
    };
    Ok(convert::tuple(gil, vec![class.to_value(), convert::tuple(gil, made_of)]))
}

/// A record in which some fields have other values.
fn replace(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let value = &arguments.values[0];
    let class = value.class(gil);
    let Some(kind) = kind_of(gil, class) else { return Ok(value.clone()) };
    if arguments.positionals().len() != 1 {
        return Err(type_error(gil, "__replace__() takes no positional arguments"));
    }
    if !kind.unnamed.is_empty() {
        let name = crate::types::class::full_name(gil, class);
        let message = format!("__replace__() is not supported for {name} because it has unnamed field(s)");
        return Err(type_error(gil, message));
    }
    let mut items = convert::tuple_items(value).unwrap_or_default();
    for name in kind.hidden {
        items.push(crate::object::attributes::get(gil, value, &intern(gil, name)).unwrap_or(Value::NONE));
    }
    for (name, new) in arguments.keywords() {
        let known = kind.fields.iter().chain(kind.hidden).position(|known| name.bytes() == known.as_bytes());
        match known {
            Some(place) => items[place] = new.clone(),
            None => {
                let shown = operations::repr(gil, &convert::list(gil, vec![name.to_value()]))?;
                let message = format!("Got unexpected field name(s): {}", shown.lossy());
                return Err(value_error(gil, message));
            }
        }
    }
    Ok(kind.make(gil, items))
}

const METHODS: &[Function] = &[
    Function::new("__reduce__", "($self, /)", "How copies and pickles are made.", reduce),
    Function::new(
        "__replace__",
        "($self, /, **changes)",
        "Return a copy in which some fields have new values.",
        replace,
    ),
];
