//! `_copy`: deep copies, for `copy.deepcopy`.
//!
//! The memo is a dict as scripts know it, id of the original -> copy, with the originals kept alive under its own id:
//! hooks get it, and may look at it. Lists, dicts, tuples, methods and what is made of attributes alone are copied here,
//! and so is what a plain reduction describes; other reductions go to `copy.py`.

use std::cell::Cell;

use crate::gil::Gil;
use crate::object::class::flags;
use crate::object::native::Function;
use crate::object::raised::{recursion_error, runtime_error};
use crate::object::{
    Arguments, Payload, Ref, Result, Table, Text, Type, Value, attributes, operations, recursion,
};
use crate::types::bytes::Bytes;
use crate::types::code::CodeObject;
use crate::types::complex::Complex;
use crate::types::dict::{self, Dict};
use crate::types::function;
use crate::types::int::BigInt;
use crate::types::list::{self, List};
use crate::types::method::BoundMethod;
use crate::types::module::ModuleSpec;
use crate::types::native_function::NativeFunction;
use crate::types::object::reduce;
use crate::types::object::{self, Instance};
use crate::types::property::Property;
use crate::types::range::Range;
use crate::types::slots::names::Name;
use crate::types::tuple::{self, Tuple};
use crate::types::{keyed, weakref};

use super::{convert, machine};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_copy",
    doc: "Deep copies.",
    functions: &[Function::new(
        "deepcopy",
        "($module, x, memo, reducers, otherwise, rebuild, /)",
        "A deep copy; what has no way of its own is left to otherwise(x, class, memo) and rebuild(x, memo, *reduced).",
        deepcopy,
    )],
    set_up: None,
};

/// The protocol that objects are reduced for.
const PROTOCOL: i64 = 4;

fn deepcopy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [value, memo, reducers, otherwise, rebuild] = arguments.exactly::<5>(gil, "deepcopy")?;
    if is_atom(value) {
        return Ok(value.clone());
    }
    let new;
    let memo = if memo.is_none() {
        new = dict::of(gil, Table::new());
        &new
    } else {
        memo
    };
    let machine = machine::get(gil)?;
    let room = (machine.recursion_limit)(gil).saturating_sub((machine.depth)(gil));
    let table = memo.downcast::<Dict>().filter(|_| memo.is_exact::<Dict>(gil));
    let run = Run { gil, memo, table, reducers, otherwise, rebuild, room: Cell::new(room) };
    run.copy(value)
}

/// Is a value its own copy, for it never changes and holds nothing that does?
fn is_atom(value: &Value) -> bool {
    let Some(shape) = value.shape() else { return true };
    let class = shape.class();
    if class.has(flags::HEAP) {
        return false;
    }
    let layouts = [
        Text::layout(),
        Bytes::layout(),
        Type::layout(),
        BigInt::layout(),
        function::Function::layout(),
        Complex::layout(),
        Range::layout(),
        Property::layout(),
        NativeFunction::layout(),
        CodeObject::layout(),
        weakref::Reference::layout(),
    ];
    layouts.iter().any(|layout| std::ptr::eq(*layout, class.layout))
}

/// One call of `deepcopy`.
struct Run<'a, 'g> {
    gil: Gil<'g>,
    memo: &'a Value,
    /// The memo, if it is a dict and no other mapping.
    table: Option<&'a Ref<Dict>>,
    reducers: &'a Value,
    otherwise: &'a Value,
    rebuild: &'a Value,
    /// How many calls may still nest: objects in objects count as calls do.
    room: Cell<u32>,
}

/// Calls by which an object in another is copied.
const CALLS: u32 = 2;

impl Run<'_, '_> {
    fn copy(&self, value: &Value) -> Result<Value> {
        if is_atom(value) {
            return Ok(value.clone());
        }
        let key = convert::identity(self.gil, value);
        if let Some(known) = self.recall(&key)? {
            return Ok(known);
        }
        let Some(room) = self.room.get().checked_sub(CALLS) else {
            return Err(recursion_error(self.gil, "maximum recursion depth exceeded"));
        };
        recursion::enter(self.gil)?;
        self.room.set(room);
        let copied = self.copy_new(value, &key);
        self.room.set(room + CALLS);
        let copied = copied?;
        if !copied.is(value) {
            self.note(&key, &copied)?;
            self.keep_alive(value)?;
        }
        Ok(copied)
    }

    /// A copy of what has not been copied before.
    fn copy_new(&self, value: &Value, key: &Value) -> Result<Value> {
        let gil = self.gil;
        if let Some(list) = value.downcast::<List>().filter(|_| value.is_exact::<List>(gil)) {
            return self.copy_list(list, key);
        }
        if let Some(dict) = value.downcast::<Dict>().filter(|_| value.is_exact::<Dict>(gil)) {
            return self.copy_dict(dict, key);
        }
        if let Some(tuple) = value.downcast::<Tuple>().filter(|_| value.is_exact::<Tuple>(gil)) {
            return self.copy_tuple(value, tuple, key);
        }
        if let Some(method) = value.downcast::<BoundMethod>() {
            let receiver = self.copy(&method.receiver)?;
            let parts = [method.function.clone(), receiver];
            return operations::call(gil, value.class(gil).as_value(), Arguments::positional(&parts));
        }
        if value.downcast::<Type>().is_some() {
            return Ok(value.clone());
        }
        self.copy_instance(value, key)
    }

    /// What the memo holds.
    fn recall(&self, key: &Value) -> Result<Option<Value>> {
        if let Some(dict) = self.table {
            return keyed::get(self.gil, &dict.table, key);
        }
        // The memo itself is no copy of anything.
        let found = operations::call_method(self.gil, self.memo, "get", &[key.clone(), self.memo.clone()])?;
        Ok((!found.is(self.memo)).then_some(found))
    }

    fn note(&self, key: &Value, copied: &Value) -> Result<()> {
        match self.table {
            Some(dict) => keyed::set(self.gil, &dict.table, key, copied.clone()),
            None => operations::set_item(self.gil, self.memo, key, Some(copied.clone())),
        }
    }

    /// An id is only good while its object lives.
    fn keep_alive(&self, value: &Value) -> Result<()> {
        let key = convert::identity(self.gil, self.memo);
        match self.recall(&key)?.filter(|kept| !kept.is_none()) {
            None => self.note(&key, &list::of(self.gil, vec![value.clone()])),
            Some(kept) => match kept.downcast::<List>() {
                Some(kept) => {
                    kept.items.borrow_mut().push(value.clone());
                    Ok(())
                }
                None => {
                    operations::call_method(self.gil, &kept, "append", std::slice::from_ref(value)).map(drop)
                }
            },
        }
    }

    fn copy_list(&self, list: &Ref<List>, key: &Value) -> Result<Value> {
        let length = list.items.borrow().len();
        let copied = list::of(self.gil, Vec::with_capacity(length));
        self.note(key, &copied)?;
        let Some(target) = copied.downcast::<List>() else { return Ok(copied) };
        let mut place = 0;
        loop {
            let Some(item) = list.items.borrow().get(place).cloned() else { break };
            let item = if is_atom(&item) { item } else { self.copy(&item)? };
            target.items.borrow_mut().push(item);
            place += 1;
        }
        Ok(copied)
    }

    fn copy_dict(&self, dict: &Ref<Dict>, key: &Value) -> Result<Value> {
        let length = dict.table.borrow().length();
        let copied = dict::of(self.gil, Table::new());
        self.note(key, &copied)?;
        let Some(target) = copied.downcast::<Dict>() else { return Ok(copied) };
        let (mut place, mut done, mut are_distinct) = (0, 0, true);
        loop {
            let next = {
                let table = dict.table.borrow();
                if table.length() != length {
                    return Err(runtime_error(self.gil, "dictionary changed size during iteration"));
                }
                table
                    .next_from(place)
                    .map(|(at, entry)| (at, entry.hash, entry.key.clone(), entry.value.clone()))
            };
            let Some((at, hash, key, value)) = next else { return Ok(copied) };
            let is_same_key = is_atom(&key);
            let key = if is_same_key { key } else { self.copy(&key)? };
            let value = self.copy(&value)?;
            are_distinct &= is_same_key && target.table.borrow().length() == done;
            if are_distinct {
                target.table.borrow_mut().insert_new(hash, key, value);
            } else {
                keyed::set(self.gil, &target.table, &key, value)?;
            }
            (place, done) = (at + 1, done + 1);
        }
    }

    fn copy_tuple(&self, value: &Value, tuple: &Ref<Tuple>, key: &Value) -> Result<Value> {
        let items = tuple.items.iter().map(|item| self.copy(item)).collect::<Result<Vec<_>>>()?;
        // The tuple may have been copied on the way, if it contains itself.
        if let Some(known) = self.recall(key)? {
            return Ok(known);
        }
        let is_same = items.iter().zip(&tuple.items).all(|(copied, item)| copied.is(item));
        Ok(if is_same { value.clone() } else { tuple::of(self.gil, items) })
    }

    /// A copy by the class's own `__deepcopy__`, by its attributes, or by what it is reduced to.
    fn copy_instance(&self, value: &Value, key: &Value) -> Result<Value> {
        let gil = self.gil;
        let copier = object::find(gil, value, Name::DeepCopy.text(gil))?;
        if let Some(copier) = copier.filter(|copier| !copier.is_none()) {
            return operations::call_one(gil, &copier, self.memo);
        }
        let class = value.class(gil);
        let reducer = self.reducer(class)?;
        let reduced = if let Some(reducer) = reducer.filter(|reducer| !reducer.is_none()) {
            operations::call_one(gil, &reducer, value)?
        } else {
            if let Some(state) = plain_state(gil, value, class) {
                return self.copy_plain(class, &state, key);
            }
            match object::find(gil, value, Name::ReduceEx.text(gil))?.filter(|method| !method.is_none()) {
                Some(method) => operations::call_one(gil, &method, &convert::int(gil, PROTOCOL))?,
                None => {
                    let arguments = [value.clone(), class.to_value(), self.memo.clone()];
                    return operations::call(gil, self.otherwise, Arguments::positional(&arguments));
                }
            }
        };
        if reduced.downcast::<Text>().is_some() {
            return Ok(value.clone());
        }
        self.remake(value, key, &reduced)
    }

    /// What `copyreg` was told of a class.
    fn reducer(&self, class: &Ref<Type>) -> Result<Option<Value>> {
        match self.reducers.downcast::<Dict>() {
            Some(reducers) => keyed::get(self.gil, &reducers.table, class.as_value()),
            None => Ok(None),
        }
    }

    /// An instance with copies of these attributes.
    fn copy_plain(&self, class: &Ref<Type>, state: &Value, key: &Value) -> Result<Value> {
        let gil = self.gil;
        let copied = Ref::with_shape(gil, class.root(), Instance).into_value();
        self.note(key, &copied)?;
        if state.is_none() {
            return Ok(copied);
        }
        let state = self.copy(state)?;
        if let Some(state) = state.downcast::<Dict>() {
            for (name, value) in dict::entries(state) {
                if let Some(name) = name.downcast::<Text>()
                    && let Err(value) = attributes::set(gil, &copied, name, value)
                {
                    drop(value);
                    return Err(operations::no_attribute(gil, &copied, name));
                }
            }
        }
        Ok(copied)
    }

    /// The copy that a reduction describes.
    fn remake(&self, value: &Value, key: &Value, reduced: &Value) -> Result<Value> {
        let gil = self.gil;
        let Some((function, arguments, state)) = plain_reduction(reduced) else {
            let mut values = vec![value.clone(), self.memo.clone()];
            values.extend(operations::collect(gil, reduced)?);
            return operations::call(gil, self.rebuild, Arguments::positional(&values));
        };
        let arguments = arguments.items.iter().map(|item| self.copy(item)).collect::<Result<Vec<_>>>()?;
        let copied = operations::call(gil, function, Arguments::positional(&arguments))?;
        self.note(key, &copied)?;
        if let Some(state) = state {
            let state = self.copy(state)?;
            match object::find(gil, &copied, Name::SetState.text(gil))? {
                Some(setter) => drop(operations::call_one(gil, &setter, &state)?),
                None => {
                    let attributes = operations::get_attribute(gil, &copied, Name::Dict.text(gil))?;
                    drop(operations::call_method(gil, &attributes, "update", &[state])?);
                }
            }
        }
        Ok(copied)
    }
}

/// The state of an instance that has attributes and nothing else to be remade from; None if there is more to ask.
fn plain_state(gil: Gil<'_>, value: &Value, class: &Ref<Type>) -> Option<Value> {
    if !reduce::is_plain(gil, class) {
        return None;
    }
    let attributes = attributes::items(gil, value);
    if attributes.is_empty() {
        return Some(Value::NONE);
    }
    let mut table = Table::with_capacity(attributes.len());
    for (name, value) in attributes {
        // Hooks may be among an instance's own attributes; names made at run time are entered as `update` does.
        let name =
            name.downcast::<Text>().filter(|name| name.is_interned() && !name.bytes().starts_with(b"__"))?;
        table.insert_new(name.hash(), name.to_value(), value);
    }
    Some(dict::of(gil, table))
}

/// Function, arguments and state of a reduction that has no items, and no state in two parts.
fn plain_reduction(reduced: &Value) -> Option<(&Value, &Ref<Tuple>, Option<&Value>)> {
    let parts = &reduced.downcast::<Tuple>()?.items;
    if !(2..=5).contains(&parts.len()) || parts.iter().skip(3).any(|part| !part.is_none()) {
        return None;
    }
    let arguments = parts[1].downcast::<Tuple>()?;
    let state = parts.get(2).filter(|state| !state.is_none());
    if state.and_then(|state| state.downcast::<Tuple>()).is_some_and(|state| state.items.len() == 2) {
        return None;
    }
    Some((&parts[0], arguments, state))
}
