//! The iterators over a deque, forwards and backwards: its length must not change meanwhile.

use std::cell::Cell;

use super::{Deque, mutated, this};
use crate::gil::Gil;
use crate::modules::convert;
use crate::object::native::{Function, TypeSpec};
use crate::object::raised::type_error;
use crate::object::{Arguments, Payload, Ref, Result, SlotTable, Storage, Type, Value, Visit};
use crate::payload;

/// What iterators in either direction are.
struct Walk {
    deque: Value,
    next: Cell<usize>,
    version: u64,
}

impl Walk {
    fn of(deque: &Value) -> Walk {
        Walk { deque: deque.clone(), next: Cell::new(0), version: this(deque).version.get() }
    }

    fn next(&self, gil: Gil<'_>, backwards: bool) -> Result<Option<Value>> {
        let deque = this(&self.deque);
        let items = deque.items.borrow();
        let place = self.next.get();
        if deque.version.get() != self.version {
            self.next.set(usize::MAX);
            return Err(mutated(gil));
        }
        if place >= items.len() {
            return Ok(None);
        }
        self.next.set(place + 1);
        Ok(items.get(if backwards { items.len() - 1 - place } else { place }).cloned())
    }

    fn left(&self) -> usize {
        this(&self.deque).items.borrow().len().saturating_sub(self.next.get())
    }
}

/// Goes from the left to the right.
pub struct Forwards(Walk);

/// Goes from the right to the left.
pub struct Backwards(Walk);

impl Payload for Forwards {
    payload!(Forwards, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.0.deque);
    }
}

impl Payload for Backwards {
    payload!(Backwards, tracked);

    fn traverse(&self, visit: Visit<'_>) {
        visit(&self.0.deque);
    }
}

/// An iterator over a deque.
pub fn of(gil: Gil<'_>, deque: &Value, backwards: bool) -> Value {
    match backwards {
        false => Ref::new(gil, Forwards(Walk::of(deque))).into_value(),
        true => Ref::new(gil, Backwards(Walk::of(deque))).into_value(),
    }
}

fn walk(value: &Value) -> (&Walk, bool) {
    match (value.downcast::<Forwards>(), value.downcast::<Backwards>()) {
        (Some(forwards), _) => (&forwards.0, false),
        (_, Some(backwards)) => (&backwards.0, true),
        _ => unreachable!("slots are called on instances of their type"),
    }
}

/// `_deque_iterator(deque, index)`: what unpickling calls.
fn new(gil: Gil<'_>, class: &Ref<Type>, arguments: Arguments<'_>) -> Result<Value> {
    let given = arguments.between(gil, &class.own_name(), 1, 2)?;
    if given[0].downcast::<Deque>().is_none() {
        let (function, name) = (class.own_name(), given[0].class(gil).name());
        return Err(type_error(
            gil,
            format!("{function}() argument 1 must be collections.deque, not {name}"),
        ));
    }
    let passed = given.get(1).map_or(Ok(0), |place| convert::to_i64(gil, place))?;
    let walk = Walk::of(&given[0]);
    walk.next.set(usize::try_from(passed).unwrap_or(0));
    let backwards = std::ptr::eq(class.root(), Backwards::layout().exact.get(gil));
    Ok(match backwards {
        true => Ref::with_shape(gil, class.root(), Backwards(walk)).into_value(),
        false => Ref::with_shape(gil, class.root(), Forwards(walk)).into_value(),
    })
}

fn next(gil: Gil<'_>, value: &Value) -> Result<Option<Value>> {
    let (walk, backwards) = walk(value);
    walk.next(gil, backwards)
}

fn itself(_gil: Gil<'_>, value: &Value) -> Result<Value> {
    Ok(value.clone())
}

fn length_hint(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__length_hint__")?;
    Ok(convert::int(gil, walk(value).0.left() as i64))
}

fn reduce(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value] = arguments.method(gil, "__reduce__")?;
    let (walk, _) = walk(value);
    let length = this(&walk.deque).items.borrow().len();
    let passed = convert::int(gil, walk.next.get().min(length) as i64);
    let given = convert::tuple(gil, vec![walk.deque.clone(), passed]);
    Ok(convert::tuple(gil, vec![value.class(gil).to_value(), given]))
}

const SLOTS: SlotTable =
    SlotTable { new: Some(new), iter: Some(itself), next: Some(next), ..SlotTable::EMPTY };

static METHODS: [Function; 2] = [
    Function::new(
        "__length_hint__",
        "",
        "Private method returning an estimate of len(list(it)).",
        length_hint,
    ),
    Function::new("__reduce__", "", "Return state information for pickling.", reduce),
];

/// The type of the iterators forwards.
pub static FORWARDS: TypeSpec = TypeSpec {
    name: "_deque_iterator",
    module: "_collections",
    signature: "",
    doc: "",
    base: None,
    layout: Forwards::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SLOTS,
    methods: &METHODS,
    attributes: &[],
};

/// The type of the iterators backwards.
pub static BACKWARDS: TypeSpec = TypeSpec {
    name: "_deque_reverse_iterator",
    module: "_collections",
    signature: "",
    doc: "",
    base: None,
    layout: Backwards::layout,
    storage: Storage::Nothing,
    flags: 0,
    slots: SLOTS,
    methods: &METHODS,
    attributes: &[],
};
