//! Displays and unpacking: tuples, lists, sets, dicts and strings made of registers, and iterables spread over them.

use crate::code::Opcode;
use crate::code::opcode::{TAKE_B, TAKE_C};
use crate::gil::Gil;
use crate::object::raised::{type_error, value_error};
use crate::object::{Arguments, Bits, Kind, Ref, Result, Text, Value, operations};
use crate::types::dict::{self, Dict};
use crate::types::keyed;
use crate::types::list::{self, List};
use crate::types::sequence;
use crate::types::set::Set;
use crate::types::slice;
use crate::types::str;
use crate::types::tuple::{self, Tuple};

use super::handlers::{Op, words};
use super::peek;

/// So many items the list of a comprehension has room for at first.
const ROOM: usize = 8;

/// Appends to a list.
pub fn append(gil: Gil<'_>, list: &Value, item: Value) -> Result<()> {
    match list.downcast::<List>() {
        Some(list) => {
            let mut items = list.items.borrow_mut();
            if items.capacity() == 0 {
                // Most comprehensions give more than the few items that a vector begins with.
                items.reserve(ROOM);
            }
            items.push(item);
            Ok(())
        }
        None => operations::call_method(gil, list, "append", &[item]).map(drop),
    }
}

/// Adds to a set.
pub fn add(gil: Gil<'_>, set: &Value, item: Value) -> Result<()> {
    match set.downcast::<Set>() {
        Some(_) => crate::types::set::insert(gil, set, &item),
        None => operations::call_method(gil, set, "add", &[item]).map(drop),
    }
}

/// Sets an item of a dict.
pub fn put(gil: Gil<'_>, dict: &Value, key: &Value, value: Value) -> Result<()> {
    if let Some(dict) = peek::exact::<Dict>(dict)
        && key.bits().is_int()
        && let Some(hash) = keyed::plain_hash(key)
    {
        match peek::look(dict, key.bits()) {
            usize::MAX => dict.table.borrow_mut().insert_new(hash, key.clone(), value),
            _ => return keyed::set_hashed(gil, &dict.table, key, hash, value),
        }
        return Ok(());
    }
    if let (Some(dict), Some(name)) = (dict.downcast::<Dict>(), key.downcast::<Text>())
        && key.is_exact::<Text>(gil)
    {
        let old = dict.table.borrow_mut().set_text(name, value);
        drop(old);
        return Ok(());
    }
    if let Some(dict) = dict.downcast::<Dict>().filter(|_| dict.is_exact::<Dict>(gil)) {
        return keyed::set(gil, &dict.table, key, value);
    }
    operations::set_item(gil, dict, key, Some(value))
}

/// A set of items.
pub fn set(gil: Gil<'_>, items: Vec<Value>) -> Result<Value> {
    crate::types::set::of(gil, &items)
}

/// A dict of keys and values in turn.
pub fn map(gil: Gil<'_>, items: Vec<Value>) -> Result<Value> {
    let dict = Ref::new(gil, Dict::new()).into_value();
    let mut items = items.into_iter();
    while let (Some(key), Some(value)) = (items.next(), items.next()) {
        put(gil, &dict, &key, value)?;
    }
    Ok(dict)
}

/// Strings joined.
pub fn string(gil: Gil<'_>, parts: Vec<Value>) -> Value {
    let mut bytes = Vec::new();
    for part in &parts {
        if let Some(text) = part.downcast::<Text>() {
            bytes.extend_from_slice(text.bytes());
        }
    }
    str::of(gil, bytes)
}

/// Takes the values of several registers, empty ones left out.
pub fn span(op: Op<'_>, first: u16, count: usize) -> Vec<Value> {
    let mut values = Vec::with_capacity(count);
    values.extend((0..count).filter_map(|place| op.window.take(first + place as u16)));
    values
}

/// Writes values to registers from a on.
pub fn spread(op: Op<'_>, items: Vec<Value>) {
    for (place, item) in items.into_iter().enumerate() {
        op.window.put(op.pc.a() + place as u16, item);
    }
}

/// A slice of two or three values, taken from registers.
pub fn slice(op: Op<'_>, first: u16, count: u16) -> Result<Value> {
    let (start, stop) = (op.taken(first)?, op.taken(first + 1)?);
    let step = if count > 2 { op.taken(first + 2)? } else { Value::NONE };
    Ok(slice::of(op.gil, start, stop, step))
}

/// The bounds of a slice, if they are plain: ints or None, which the registers do not own.
fn plain_bounds(op: Op<'_>, first: u16) -> Option<(Option<i64>, Option<i64>)> {
    let bound = |register: u16| match op.window.bits(register) {
        Bits::NONE => Some(None),
        bits => bits.as_int().map(Some),
    };
    Some((bound(first)?, bound(first + 1)?))
}

/// What the slice with the bounds from register `first` on picks of the list or tuple in a register.
pub fn sliced(op: Op<'_>, register: u16, first: u16) -> Option<Value> {
    let (start, stop) = plain_bounds(op, first)?;
    if let Some(list) = peek::exactly::<List>(op.window, register) {
        let items = peek::items(list);
        let picked = slice::adjust(start, stop, 1, items.len());
        return Some(list::of(op.gil, peek::copies(&items[picked.span()])));
    }
    let tuple = peek::exactly::<Tuple>(op.window, register)?;
    let picked = slice::adjust(start, stop, 1, tuple.items.len());
    if picked.length == tuple.items.len() {
        return Some(tuple.to_value());
    }
    Some(Ref::new(op.gil, Tuple { items: tuple.items[picked.span()].into() }).into_value())
}

/// Where a slice of plain bounds is made to be looked up in a list by the next instruction, does both. The slice itself
/// is never made; the tick of the second instruction is taken.
pub fn sliced_by_next(op: Op<'_>) -> bool {
    let Op { pc, window, state, gil } = op;
    let (next, ticks) = (pc.skip(1), state.ticks.get());
    let looks_up = [Opcode::LoadItem as u8, Opcode::LoadItemList as u8].contains(&next.opcode());
    if !looks_up || next.c() != pc.a() || next.x() & TAKE_C == 0 || next.b() == pc.a() || ticks <= 0 {
        return false;
    }
    let Some(list) = peek::exactly::<List>(window, next.b()) else { return false };
    let Some((start, stop)) = plain_bounds(op, pc.b()) else { return false };
    let step = match window.bits(pc.b() + 2) {
        Bits::NONE => 1,
        bits => match bits.as_int() {
            Some(step) if step != 0 => step,
            _ => return false,
        },
    };
    let items = peek::items(list);
    let picked = slice::adjust(start, stop, step, items.len());
    let found = sequence::sliced(items, (picked.start, picked.step, picked.length));
    (0..3).for_each(|place| window.set(pc.b() + place, Bits::EMPTY));
    state.ticks.set(ticks - 1);
    state.activation().pc.set(next.skip(words(Opcode::LoadItem)));
    let object = if next.x() & TAKE_B != 0 { window.take(next.b()) } else { None };
    window.put(next.a(), list::of(gil, found));
    drop(object);
    true
}

/// Does `a[c : c+1] = b`, if a is a list, b a list or tuple, and the bounds are plain.
pub fn replace_slice(op: Op<'_>) -> bool {
    let Some((start, stop)) = plain_bounds(op, op.pc.c()) else { return false };
    let Some(list) = peek::exactly::<List>(op.window, op.pc.a()) else { return false };
    let new = if let Some(new) = peek::exactly::<List>(op.window, op.pc.b()) {
        let is_last = op.pc.x() & TAKE_B != 0 && new.header().count() == 1;
        if is_last { new.items.take() } else { peek::items(new).to_vec() }
    } else if let Some(new) = peek::exactly::<Tuple>(op.window, op.pc.b()) {
        new.items.to_vec()
    } else {
        return false;
    };
    list::replace(list, slice::adjust(start, stop, 1, peek::items(list).len()).span(), new);
    true
}

/// Extends a list by an iterable.
pub fn extend(gil: Gil<'_>, list: &Value, iterable: &Value, spread: bool) -> Result<()> {
    if let Some(items) = tuple::items_of(iterable).filter(|_| iterable.is_exact::<Tuple>(gil)) {
        return items.into_iter().try_for_each(|item| append(gil, list, item));
    }
    let iterator = operations::iterate(gil, iterable).map_err(|raised| {
        let class = iterable.class(gil);
        if spread && class.slots.iter.get().is_none() && class.slots.get_item.get().is_none() {
            let name = class.name();
            return type_error(gil, format!("Value after * must be an iterable, not {name}"));
        }
        raised
    })?;
    while let Some(item) = operations::next(gil, &iterator)? {
        append(gil, list, item)?;
    }
    Ok(())
}

/// Updates a dict with a mapping; as keyword arguments for a callable, keys must be new strings.
pub fn update(gil: Gil<'_>, dict: &Value, mapping: &Value, callable: Option<&Value>) -> Result<()> {
    let known_dict = dict::plain(gil, mapping);
    let keys = match known_dict {
        Some(known) => known.table.borrow().iter().map(|entry| entry.key.clone()).collect(),
        None => keys_of(gil, mapping, callable)?,
    };
    for key in keys {
        if let Some(callable) = callable {
            let Some(name) = key.downcast::<Text>() else {
                return Err(type_error(gil, "keywords must be strings"));
            };
            let known =
                dict.downcast::<Dict>().is_some_and(|dict| dict.table.borrow().get_text(name).is_some());
            if known {
                let (shown, name) = (shown(gil, callable), name.lossy());
                let message = format!("{shown} got multiple values for keyword argument '{name}'");
                return Err(type_error(gil, message));
            }
        }
        let value = match known_dict.and_then(|known| keyed::get(gil, &known.table, &key).transpose()) {
            Some(value) => value?,
            None => operations::get_item(gil, mapping, &key)?,
        };
        put(gil, dict, &key, value)?;
    }
    Ok(())
}

/// The keys that an object says it has; without a way to say so it is no mapping.
fn keys_of(gil: Gil<'_>, mapping: &Value, callable: Option<&Value>) -> Result<Vec<Value>> {
    let keys = match operations::find_named(gil, mapping, "keys")? {
        Some(keys) => match operations::call(gil, &keys, Arguments::NONE) {
            Err(raised) if raised.is(gil, Kind::AttributeError) => None,
            keys => Some(keys?),
        },
        None => None,
    };
    if let Some(keys) = keys {
        return operations::collect(gil, &keys);
    }
    let class = mapping.class(gil).name();
    Err(match callable {
        Some(callable) => {
            let shown = shown(gil, callable);
            type_error(gil, format!("{shown} argument after ** must be a mapping, not {class}"))
        }
        None => type_error(gil, format!("'{class}' object is not a mapping")),
    })
}

/// The positional arguments that `callable(*iterable)` gives.
pub fn positional(gil: Gil<'_>, callable: &Value, iterable: &Value) -> Result<Vec<Value>> {
    let class = iterable.class(gil);
    if class.slots.iter.get().is_none() && class.slots.get_item.get().is_none() {
        let (shown, name) = (shown(gil, callable), class.name());
        return Err(type_error(gil, format!("{shown} argument after * must be an iterable, not {name}")));
    }
    operations::collect(gil, iterable)
}

/// A callable as errors about its arguments name it.
fn shown(gil: Gil<'_>, callable: &Value) -> String {
    let name = operations::find_named(gil, callable, "__qualname__").ok().flatten();
    let module = operations::find_named(gil, callable, "__module__").ok().flatten();
    let text = |value: Option<Value>| {
        value.and_then(|value| value.downcast::<Text>().map(|text| text.lossy().into_owned()))
    };
    match (text(name), text(module)) {
        (Some(name), Some(module)) if module != "builtins" => format!("{module}.{name}()"),
        (Some(name), _) => format!("{name}()"),
        _ => match operations::str(gil, callable) {
            Ok(shown) => shown.lossy().into_owned(),
            Err(_) => callable.class(gil).name().to_string(),
        },
    }
}

/// Exactly `count` items.
pub fn unpack(gil: Gil<'_>, value: &Value, count: usize) -> Result<Vec<Value>> {
    if value.is_exact::<Tuple>(gil) || value.is_exact::<List>(gil) {
        let items = tuple::items_of(value)
            .or_else(|| value.downcast::<List>().map(|list| list.items.borrow().clone()))
            .unwrap_or_default();
        return match items.len().cmp(&count) {
            std::cmp::Ordering::Equal => Ok(items),
            std::cmp::Ordering::Less => Err(too_few(gil, count, items.len(), "")),
            std::cmp::Ordering::Greater => {
                Err(value_error(gil, format!("too many values to unpack (expected {count})")))
            }
        };
    }
    let iterator = iterator_to_unpack(gil, value)?;
    let mut items = Vec::with_capacity(count);
    while items.len() < count {
        match operations::next(gil, &iterator)? {
            Some(item) => items.push(item),
            None => return Err(too_few(gil, count, items.len(), "")),
        }
    }
    if operations::next(gil, &iterator)?.is_some() {
        return Err(value_error(gil, format!("too many values to unpack (expected {count})")));
    }
    Ok(items)
}

fn too_few(gil: Gil<'_>, wanted: usize, got: usize, bound: &str) -> crate::object::Raised {
    value_error(gil, format!("not enough values to unpack (expected {bound}{wanted}, got {got})"))
}

fn iterator_to_unpack(gil: Gil<'_>, value: &Value) -> Result<Value> {
    let class = value.class(gil);
    if class.slots.iter.get().is_none() && class.slots.get_item.get().is_none() {
        return Err(type_error(gil, format!("cannot unpack non-iterable {} object", class.name())));
    }
    operations::iterate(gil, value)
}

/// `before` items, a list of the rest, `after` items.
pub fn unpack_rest(gil: Gil<'_>, value: &Value, before: usize, after: usize) -> Result<Vec<Value>> {
    let iterator = iterator_to_unpack(gil, value)?;
    let mut items = Vec::new();
    while let Some(item) = operations::next(gil, &iterator)? {
        items.push(item);
    }
    if items.len() < before + after {
        return Err(too_few(gil, before + after, items.len(), "at least "));
    }
    let last = items.split_off(items.len() - after);
    let rest = items.split_off(before);
    items.push(list::of(gil, rest));
    items.extend(last);
    Ok(items)
}

/// `format(value, specification)` after a conversion.
pub fn format(gil: Gil<'_>, value: Value, conversion: u8, specification: Option<Value>) -> Result<Value> {
    let value = match conversion {
        1 => operations::str(gil, &value)?.into_value(),
        2 => operations::repr(gil, &value)?.into_value(),
        3 => ascii(gil, &operations::repr(gil, &value)?),
        _ => value,
    };
    let empty =
        specification.as_ref().and_then(|text| text.downcast::<Text>()).is_none_or(|text| text.length() == 0);
    if empty && (value.is_exact::<Text>(gil) || value.header().is_none()) {
        return Ok(operations::str(gil, &value)?.into_value());
    }
    let specification = specification.unwrap_or_else(|| Ref::text(gil, "").into_value());
    match operations::call_special(gil, &value, "__format__", &[specification])? {
        Some(text) if text.downcast::<Text>().is_some() => Ok(text),
        Some(wrong) => {
            let name = wrong.class(gil).name();
            Err(type_error(gil, format!("__format__ must return a str, not {name}")))
        }
        None => Err(type_error(gil, format!("Type {} doesn't define __format__", value.class(gil).name()))),
    }
}

fn ascii(gil: Gil<'_>, text: &Ref<Text>) -> Value {
    let mut escaped = String::new();
    for point in text.characters() {
        match point {
            0..0x80 => escaped.push(char::from(point as u8)),
            0x80..0x100 => escaped += &format!("\\x{point:02x}"),
            0x100..0x10000 => escaped += &format!("\\u{point:04x}"),
            _ => escaped += &format!("\\U{point:08x}"),
        }
    }
    Ref::text(gil, &escaped).into_value()
}
