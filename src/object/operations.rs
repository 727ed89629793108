//! The operations of the language on any objects: what the machine, the types and the modules all call.
//!
//! Each asks the operands' types for the slot and follows the language reference's rules for the order of asking.

use super::arguments::Arguments;
use super::class::{Type, flags};
use super::global::Global;
use super::raised::{Kind, Raised, Result, memory_error, overflow_error, type_error, value_error};
use super::recursion;
use super::slots::{Binary, Comparison, Operator};
use super::text::{Text, intern};
use super::value::{Ref, Value};
use super::word::Bits;
use std::cell::OnceCell;

use crate::gil::Gil;

/// `left op right`.
pub fn binary(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    let result = try_binary(gil, operator, left, right)?;
    if result.bits() == Bits::NOT_IMPLEMENTED {
        return Err(unsupported(gil, operator.symbol(), left, right));
    }
    Ok(result)
}

/// `left op= right`: in place where the left operand can.
pub fn inplace(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    if let Some(slot) = left.class(gil).slots.inplace[operator as usize].get() {
        let result = slot(gil, left, right)?;
        if result.bits() != Bits::NOT_IMPLEMENTED {
            return Ok(result);
        }
    }
    let result = try_binary(gil, operator, left, right)?;
    if result.bits() == Bits::NOT_IMPLEMENTED {
        return Err(unsupported_operands(gil, operator, true, left, right));
    }
    Ok(result)
}

/// The TypeError that neither operand knows what to do.
#[cold]
pub fn unsupported_operands(
    gil: Gil<'_>,
    operator: Operator,
    in_place: bool,
    left: &Value,
    right: &Value,
) -> Raised {
    let symbol = match operator {
        _ if !in_place => operator.symbol().to_owned(),
        Operator::Power => "**=".to_owned(),
        _ => format!("{}=", operator.symbol()),
    };
    unsupported(gil, &symbol, left, right)
}

/// Asks the left operand, then the right; a right operand whose type derives from the left's and has a slot of its own
/// is asked first. NotImplemented if neither knows.
pub fn try_binary(gil: Gil<'_>, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    let slot_of = |value: &Value| value.class(gil).slots.binary[operator as usize].get();
    let first = slot_of(left);
    let same = left.class(gil).is(right.class(gil));
    let mut second = if same { None } else { slot_of(right).filter(|slot| !same_slot(first, *slot)) };
    if let (Some(_), Some(slot)) = (first, second)
        && right.class(gil).is_subtype(left.class(gil))
    {
        let result = slot(gil, left, right)?;
        if result.bits() != Bits::NOT_IMPLEMENTED {
            return Ok(result);
        }
        second = None;
    }
    for slot in [first, second].into_iter().flatten() {
        let result = slot(gil, left, right)?;
        if result.bits() != Bits::NOT_IMPLEMENTED {
            return Ok(result);
        }
    }
    Ok(Value::NOT_IMPLEMENTED)
}

fn same_slot(first: Option<Binary>, second: Binary) -> bool {
    first.is_some_and(|first| std::ptr::fn_addr_eq(first, second))
}

#[cold]
fn unsupported(gil: Gil<'_>, symbol: &str, left: &Value, right: &Value) -> Raised {
    let is_print = symbol == ">>"
        && &*left.class(gil).name() == "builtin_function_or_method"
        && find_named(gil, left, "__name__")
            .ok()
            .flatten()
            .and_then(|name| name.downcast::<Text>().map(|name| name.bytes() == b"print"))
            == Some(true);
    let hint = if is_print { ". Did you mean \"print(<message>, file=<output_stream>)\"?" } else { "" };
    let (left, right) = (left.class(gil).name(), right.class(gil).name());
    type_error(gil, format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'{hint}"))
}

/// `left <op> right` for the six comparisons.
pub fn compare(gil: Gil<'_>, comparison: Comparison, left: &Value, right: &Value) -> Result<Value> {
    if left.bits().both_ints(right.bits()) {
        // The order of small ints is that of their words.
        return Ok(Value::bool(comparison.holds(left.bits().raw().cmp(&right.bits().raw()))));
    }
    let slot_of = |value: &Value| value.class(gil).slots.compare.get();
    let (left_class, right_class) = (left.class(gil), right.class(gil));
    if left_class.is(right_class)
        && let Some(slot) = left_class.slots.compare.get()
    {
        let result = slot(gil, left, right, comparison)?;
        if result.bits() != Bits::NOT_IMPLEMENTED {
            return Ok(result);
        }
        let result = slot(gil, right, left, comparison.swapped())?;
        return if result.bits() != Bits::NOT_IMPLEMENTED {
            Ok(result)
        } else {
            by_identity(gil, comparison, left, right)
        };
    }
    let reflected_first = !left_class.is(right_class) && right_class.is_subtype(left_class);
    let ask_left = || slot_of(left).map(|slot| slot(gil, left, right, comparison));
    let ask_right = || slot_of(right).map(|slot| slot(gil, right, left, comparison.swapped()));
    let asked: [&dyn Fn() -> Option<Result<Value>>; 2] =
        if reflected_first { [&ask_right, &ask_left] } else { [&ask_left, &ask_right] };
    for ask in asked {
        if let Some(result) = ask() {
            let result = result?;
            if result.bits() != Bits::NOT_IMPLEMENTED {
                return Ok(result);
            }
        }
    }
    by_identity(gil, comparison, left, right)
}

/// As [`compare`] once the left operand, which was asked first, has given NotImplemented.
pub fn compare_otherwise(gil: Gil<'_>, comparison: Comparison, left: &Value, right: &Value) -> Result<Value> {
    if let Some(slot) = right.class(gil).slots.compare.get() {
        let result = slot(gil, right, left, comparison.swapped())?;
        if result.bits() != Bits::NOT_IMPLEMENTED {
            return Ok(result);
        }
    }
    by_identity(gil, comparison, left, right)
}

/// What comparisons mean of values that have nothing to say about each other.
fn by_identity(gil: Gil<'_>, comparison: Comparison, left: &Value, right: &Value) -> Result<Value> {
    match comparison {
        Comparison::Equal => Ok(Value::bool(left.is(right))),
        Comparison::NotEqual => Ok(Value::bool(!left.is(right))),
        _ => {
            let (left, right) = (left.class(gil).name(), right.class(gil).name());
            let symbol = comparison.symbol();
            Err(type_error(
                gil,
                format!("'{symbol}' not supported between instances of '{left}' and '{right}'"),
            ))
        }
    }
}

/// Is `left <op> right` true?
pub fn compares(gil: Gil<'_>, comparison: Comparison, left: &Value, right: &Value) -> Result<bool> {
    let result = compare(gil, comparison, left, right)?;
    truth(gil, &result)
}

/// Equality as containers see it: identity first.
pub fn equal(gil: Gil<'_>, left: &Value, right: &Value) -> Result<bool> {
    if left.is(right) && !left.bits().is_float() {
        return Ok(true);
    }
    if left.bits().both_ints(right.bits()) {
        return Ok(false);
    }
    if let (Some(left), Some(right)) = (left.downcast::<Text>(), right.downcast::<Text>())
        && left.as_value().is_exact::<Text>(gil)
        && right.as_value().is_exact::<Text>(gil)
    {
        return Ok(left.equals(right));
    }
    Ok(left.is(right) || compares(gil, Comparison::Equal, left, right)?)
}

/// `bool(value)`.
#[inline]
pub fn truth(gil: Gil<'_>, value: &Value) -> Result<bool> {
    match value.bits() {
        Bits::TRUE => Ok(true),
        Bits::FALSE | Bits::NONE => Ok(false),
        bits if bits.is_int() => Ok(bits.as_int() != Some(0)),
        _ => slow_truth(gil, value),
    }
}

fn slow_truth(gil: Gil<'_>, value: &Value) -> Result<bool> {
    let slots = &value.class(gil).slots;
    if let Some(slot) = slots.truth.get() {
        return slot(gil, value);
    }
    match slots.length.get() {
        Some(slot) => Ok(slot(gil, value)? != 0),
        None => Ok(true),
    }
}

/// `hash(value)`.
pub fn hash(gil: Gil<'_>, value: &Value) -> Result<i64> {
    match value.class(gil).slots.hash.get() {
        Some(slot) => slot(gil, value),
        None => Err(type_error(gil, format!("unhashable type: '{}'", value.class(gil).name()))),
    }
}

/// `callable(*arguments)`.
pub fn call(gil: Gil<'_>, callable: &Value, arguments: Arguments<'_>) -> Result<Value> {
    match callable.class(gil).slots.call.get() {
        Some(slot) => slot(gil, callable, arguments),
        None => Err(type_error(gil, format!("'{}' object is not callable", callable.class(gil).name()))),
    }
}

/// `callable(argument)`.
pub fn call_one(gil: Gil<'_>, callable: &Value, argument: &Value) -> Result<Value> {
    call(gil, callable, Arguments::positional(std::slice::from_ref(argument)))
}

/// `value.name`.
pub fn get_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Value> {
    match value.class(gil).slots.get_attribute.get() {
        Some(slot) => slot(gil, value, name).map_err(|raised| told_of(gil, raised, value, name)),
        None => Err(no_attribute(gil, value, name)),
    }
}

/// An AttributeError that does not know of what object and name it speaks is told.
#[cold]
fn told_of(gil: Gil<'_>, raised: Raised, value: &Value, name: &Ref<Text>) -> Raised {
    if raised.is(gil, Kind::AttributeError) {
        let mut fields = raised.exception().fields.borrow_mut();
        if fields.iter().all(|field| field.as_ref().is_none_or(Value::is_none)) && fields.len() <= 2 {
            let before = std::mem::replace(&mut *fields, vec![Some(name.to_value()), Some(value.clone())]);
            drop(fields);
            drop(before);
        }
    }
    raised
}

/// `value.name`, or None where that raises AttributeError.
pub fn find_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Result<Option<Value>> {
    match get_attribute(gil, value, name) {
        Ok(found) => Ok(Some(found)),
        Err(raised) if raised.is(gil, Kind::AttributeError) => Ok(None),
        Err(raised) => Err(raised),
    }
}

/// As [`find_attribute`] by a Rust name.
pub fn find_named(gil: Gil<'_>, value: &Value, name: &str) -> Result<Option<Value>> {
    find_attribute(gil, value, &intern(gil, name))
}

/// `value.name = new`, or `del value.name` where there is no new value.
pub fn set_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>, new: Option<Value>) -> Result<()> {
    match value.class(gil).slots.set_attribute.get() {
        Some(slot) => slot(gil, value, name, new),
        None => Err(no_attribute(gil, value, name)),
    }
}

/// The AttributeError that `value` has no attribute `name`.
#[cold]
pub fn no_attribute(gil: Gil<'_>, value: &Value, name: &Ref<Text>) -> Raised {
    let message = match value.downcast::<Type>() {
        Some(class) => format!("type object '{}' has no attribute '{}'", class.name(), name.lossy()),
        None => format!("'{}' object has no attribute '{}'", value.class(gil).name(), name.lossy()),
    };
    let text = Ref::text(gil, &message).into_value();
    let raised = Raised::with_arguments(gil, Kind::AttributeError, vec![text]);
    *raised.exception().fields.borrow_mut() = vec![Some(name.to_value()), Some(value.clone())];
    raised
}

/// The special method `name` of the value's type, bound to the value; not looked for on the value itself.
pub fn special_method(gil: Gil<'_>, value: &Value, name: &str) -> Result<Option<Value>> {
    let class = value.class(gil);
    let Some(found) = class.lookup(&intern(gil, name)) else { return Ok(None) };
    match found.class(gil).slots.descriptor_get.get() {
        Some(get) => get(gil, &found, Some(value), class.as_value()).map(Some),
        None => Ok(Some(found)),
    }
}

/// Calls the special method `name` with positional arguments, if the type has it.
pub fn call_special(gil: Gil<'_>, value: &Value, name: &str, arguments: &[Value]) -> Result<Option<Value>> {
    match special_method(gil, value, name)? {
        Some(method) => call(gil, &method, Arguments::positional(arguments)).map(Some),
        None => Ok(None),
    }
}

/// `value.name(*arguments)`.
pub fn call_method(gil: Gil<'_>, value: &Value, name: &str, arguments: &[Value]) -> Result<Value> {
    let method = get_attribute(gil, value, &intern(gil, name))?;
    call(gil, &method, Arguments::positional(arguments))
}

/// `iter(value)`.
pub fn iterate(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let slots = &value.class(gil).slots;
    if let Some(slot) = slots.iter.get() {
        let iterator = slot(gil, value)?;
        if iterator.class(gil).slots.next.get().is_none() {
            let name = iterator.class(gil).name();
            return Err(type_error(gil, format!("iter() returned non-iterator of type '{name}'")));
        }
        return Ok(iterator);
    }
    if slots.get_item.get().is_some()
        && let Some(maker) = SEQUENCE_ITERATOR.get(gil).get()
        && !value.class(gil).has(flags::MAPPING | flags::NO_POSITIONS)
    {
        return Ok(maker(gil, value));
    }
    Err(type_error(gil, format!("'{}' object is not iterable", value.class(gil).name())))
}

type SequenceIteratorMaker = fn(Gil<'_>, &Value) -> Value;

static SEQUENCE_ITERATOR: crate::gil::Guarded<std::cell::Cell<Option<SequenceIteratorMaker>>> =
    crate::gil::Guarded::new(std::cell::Cell::new(None));

/// Says how objects that only have `__getitem__` are iterated; the types room does, at start.
pub fn set_sequence_iterator(gil: Gil<'_>, maker: SequenceIteratorMaker) {
    SEQUENCE_ITERATOR.get(gil).set(Some(maker));
}

/// The next item of an iterator; None when it is exhausted.
#[inline]
pub fn next(gil: Gil<'_>, iterator: &Value) -> Result<Option<Value>> {
    match next_or_stop(gil, iterator) {
        Err(raised) if raised.is(gil, Kind::StopIteration) => Ok(None),
        result => result,
    }
}

/// The same for callers to whom the value of a StopIteration matters: where there is one, it is raised.
pub fn next_or_stop(gil: Gil<'_>, iterator: &Value) -> Result<Option<Value>> {
    match iterator.class(gil).slots.next.get() {
        Some(slot) => slot(gil, iterator),
        None => Err(type_error(gil, format!("'{}' object is not an iterator", iterator.class(gil).name()))),
    }
}

/// Calls `see` with each item of an iterable.
pub fn for_each(gil: Gil<'_>, iterable: &Value, mut see: impl FnMut(Value) -> Result<()>) -> Result<()> {
    let iterator = iterate(gil, iterable)?;
    while let Some(item) = next(gil, &iterator)? {
        see(item)?;
    }
    Ok(())
}

/// How many items an iterable says it has: its length, or else its `__length_hint__`.
pub fn length_hint(gil: Gil<'_>, iterable: &Value) -> Result<Option<usize>> {
    if iterable.class(gil).slots.length.get().is_some() {
        match length(gil, iterable) {
            Ok(length) => return Ok(Some(length)),
            Err(raised) if raised.is(gil, Kind::TypeError) => {}
            Err(raised) => return Err(raised),
        }
    }
    static NAME: Global<OnceCell<Ref<Text>>> = Global::new(OnceCell::new());
    let name = NAME.get(gil).get_or_init(|| intern(gil, "__length_hint__"));
    if iterable.class(gil).lookup(name).is_none() {
        return Ok(None);
    }
    let hint = match call_special(gil, iterable, "__length_hint__", &[]) {
        Ok(hint) => hint,
        Err(raised) if raised.is(gil, Kind::TypeError) => None,
        Err(raised) => return Err(raised),
    };
    let Some(hint) = hint.filter(|hint| !hint.is(&Value::NOT_IMPLEMENTED)) else { return Ok(None) };
    let Some(index) = hint.class(gil).slots.index.get() else {
        let class = hint.class(gil).name();
        return Err(type_error(gil, format!("__length_hint__ must be an integer, not {class}")));
    };
    match index(gil, &hint)?.bits().as_int() {
        Some(hint @ 0..) => Ok(Some(hint as usize)),
        Some(_) => Err(value_error(gil, "__length_hint__() should return >= 0")),
        None => Err(overflow_error(gil, "Python int too large to convert to C ssize_t")),
    }
}

/// The items of an iterable. Room is made for what it says it has: a range of a trillion is a MemoryError here and
/// does not end with the machine's memory.
pub fn collect(gil: Gil<'_>, iterable: &Value) -> Result<Vec<Value>> {
    let mut items = Vec::new();
    items.try_reserve(length_hint(gil, iterable)?.unwrap_or(0)).map_err(|_| memory_error(gil, ""))?;
    for_each(gil, iterable, |item| {
        items.push(item);
        Ok(())
    })?;
    Ok(items)
}

/// `len(value)`.
pub fn length(gil: Gil<'_>, value: &Value) -> Result<usize> {
    match value.class(gil).slots.length.get() {
        Some(slot) => slot(gil, value),
        None => Err(type_error(gil, format!("object of type '{}' has no len()", value.class(gil).name()))),
    }
}

/// `value[key]`.
pub fn get_item(gil: Gil<'_>, value: &Value, key: &Value) -> Result<Value> {
    if let Some(slot) = value.class(gil).slots.get_item.get() {
        return slot(gil, value, key);
    }
    if let Some(class) = value.downcast::<Type>() {
        if let Some(method) = find_named(gil, value, "__class_getitem__")? {
            return call_one(gil, &method, key);
        }
        if class.as_value().class(gil).is(class)
            && let Some(item) = TYPE_ITEM.get(gil).get()
        {
            return Ok(item(gil, value, key));
        }
        return Err(type_error(gil, format!("type '{}' is not subscriptable", class.name())));
    }
    Err(type_error(gil, format!("'{}' object is not subscriptable", value.class(gil).name())))
}

type TypeItem = fn(Gil<'_>, &Value, &Value) -> Value;

static TYPE_ITEM: crate::gil::Guarded<std::cell::Cell<Option<TypeItem>>> =
    crate::gil::Guarded::new(std::cell::Cell::new(None));

/// Says what `type[key]` is: a `__class_getitem__` of `type` would be one of every class. The types room does, at start.
pub fn set_type_item(gil: Gil<'_>, item: TypeItem) {
    TYPE_ITEM.get(gil).set(Some(item));
}

/// `value[key] = new`, or `del value[key]` where there is no new value.
pub fn set_item(gil: Gil<'_>, value: &Value, key: &Value, new: Option<Value>) -> Result<()> {
    if let Some(slot) = value.class(gil).slots.set_item.get() {
        return slot(gil, value, key, new);
    }
    let what = match new {
        Some(_) => "does not support item assignment",
        None if key.class(gil).slots.index.get().is_some() => "doesn't support item deletion",
        None => "does not support item deletion",
    };
    Err(type_error(gil, format!("'{}' object {what}", value.class(gil).name())))
}

/// Has the value neither an `__iter__` nor items by number?
pub fn is_not_iterable(gil: Gil<'_>, value: &Value) -> bool {
    let class = value.class(gil);
    class.slots.iter.get().is_none() && class.slots.get_item.get().is_none()
}

/// `item in container`.
pub fn contains(gil: Gil<'_>, container: &Value, item: &Value) -> Result<bool> {
    if let Some(slot) = container.class(gil).slots.contains.get() {
        return slot(gil, container, item);
    }
    let iterator = iterate(gil, container).map_err(|raised| not_a_container(gil, container, raised))?;
    while let Some(candidate) = next(gil, &iterator)? {
        if equal(gil, &candidate, item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cold]
fn not_a_container(gil: Gil<'_>, container: &Value, raised: Raised) -> Raised {
    if !raised.is(gil, Kind::TypeError) {
        return raised;
    }
    type_error(gil, format!("argument of type '{}' is not iterable", container.class(gil).name()))
}

/// `repr(value)`.
pub fn repr(gil: Gil<'_>, value: &Value) -> Result<Ref<Text>> {
    text_result(gil, repr_of(gil, value)?, "__repr__")
}

/// What the `__repr__` gives, be it text or not.
pub fn repr_of(gil: Gil<'_>, value: &Value) -> Result<Value> {
    match value.class(gil).slots.repr.get() {
        Some(slot) => {
            let _level = recursion::level(gil, "while getting the repr of an object")?;
            slot(gil, value)
        }
        None => {
            let address = value.header().map_or(0, |header| (&raw const *header).addr());
            Ok(Ref::text(gil, &format!("<{} object at {address:#x}>", value.class(gil).name())).into_value())
        }
    }
}

/// `str(value)`.
pub fn str(gil: Gil<'_>, value: &Value) -> Result<Ref<Text>> {
    if value.is_exact::<Text>(gil)
        && let Some(text) = value.downcast::<Text>()
    {
        return Ok(text.clone());
    }
    match value.class(gil).slots.str.get() {
        Some(slot) => {
            let _level = recursion::level(gil, "while getting the str of an object")?;
            text_result(gil, slot(gil, value)?, "__str__")
        }
        None => text_result(gil, repr_of(gil, value)?, "__str__"),
    }
}

fn text_result(gil: Gil<'_>, result: Value, method: &str) -> Result<Ref<Text>> {
    result.try_into_ref().map_err(|wrong: Value| {
        type_error(gil, format!("{method} returned non-string (type {})", wrong.class(gil).name()))
    })
}

/// `-value`, `+value`, `~value`, `abs(value)`: by slot, with the TypeError's words for the operand.
pub fn unary(gil: Gil<'_>, value: &Value, slot: Option<super::slots::Unary>, what: &str) -> Result<Value> {
    match slot {
        Some(slot) => slot(gil, value),
        None => Err(type_error(gil, format!("bad operand type for {what}: '{}'", value.class(gil).name()))),
    }
}

/// `isinstance(value, class)` for one type, by its real class only.
pub fn is_instance(gil: Gil<'_>, value: &Value, class: &Ref<Type>) -> bool {
    value.class(gil).is_subtype(class)
}
