//! Generators whose items one built-in function collects: `tuple(...)`, `list(...)`, `set(...)`, `any(...)` and
//! `all(...)` of a new generator.
//!
//! The generator runs right above the call, and what it yields goes to the collection while its registers stay where
//! they are. To the program it is as if the function had asked for one item after the other.

use super::*;
use crate::types::list::{self, List};
use crate::types::native_function::NativeFunction;
use crate::types::set::{self, Set};
use crate::types::tuple::{self, Tuple};
use crate::vm::calls;
use crate::vm::handlers::Op;
use crate::vm::peek;

/// Begins to collect what the generator in the one argument's register gives, if the call is of that kind.
#[inline(always)]
pub fn begin(op: Op<'_>) -> bool {
    match peek::exactly::<Generator>(op.window, op.pc.b() + 2) {
        Some(generator) => begin_with(op, generator),
        None => false,
    }
}

#[inline(never)]
fn begin_with(op: Op<'_>, generator: &Ref<Generator>) -> bool {
    let (window, first) = (op.window, op.pc.b());
    let by_keywords = [Opcode::CallKeywords as u8, Opcode::CallSpread as u8].contains(&op.pc.opcode());
    if generator.body.status() != Status::New || by_keywords {
        return false;
    }
    let Some(collection) = collection(op.gil, window.value(first)) else { return false };
    if !enter_quickly(op.state, generator.as_value(), way::COLLECT, Bits::NONE) {
        return false;
    }
    op.state.activation().set_extra(collection);
    true
}

/// What a function begins with: an empty collection; for `any` and `all` the truth that they look for.
fn collection(gil: Gil<'_>, callable: &Value) -> Option<Value> {
    if let Some(class) = callable.downcast::<crate::object::Type>() {
        let exactly = |layout: &'static crate::object::Layout| class.is(layout.exact.get(gil).class());
        if exactly(Tuple::layout()) || exactly(List::layout()) {
            return Some(list::of(gil, Vec::new()));
        }
        return exactly(Set::layout()).then(|| Ref::new(gil, Set::default()).into_value());
    }
    let function = callable.downcast::<NativeFunction>()?;
    let wanted = match function.function.name {
        "any" => Value::TRUE,
        "all" => Value::FALSE,
        _ => return None,
    };
    function.module.as_ref().is_some_and(|module| module.bytes() == b"builtins").then_some(wanted)
}

/// Takes an item from the generator that runs, which goes on.
pub fn take(state: &State, value: Value) -> Flow {
    let gil = state.gil();
    wake(state.activation());
    match put(gil, state.activation().extra(), value) {
        Err(raised) => {
            drop(stop(state));
            state.raise(raised)
        }
        Ok(true) => {
            let found = stop(state);
            deliver(state, found.unwrap_or(Value::NONE))
        }
        Ok(false) => {
            go_on(state);
            Flow::Here
        }
    }
}

/// Enters what the generator that runs yields into a list or a set; false, and nothing done, for others and if that
/// fails, which [`take`] then sees to.
pub fn wants_more(op: Op<'_>) -> Result<bool> {
    let Some(collection) = op.state.activation().extra() else { return Ok(false) };
    let value = op.b();
    if let Some(list) = collection.downcast::<List>() {
        peek::push_item(list, value.clone().into_bits());
        return Ok(true);
    }
    let is_plain = !value.bits().is_heap() || value.downcast::<Text>().is_some();
    match collection.downcast::<Set>().filter(|_| is_plain) {
        Some(_) => set::insert(op.gil, collection, value).map(|()| true),
        None => Ok(false),
    }
}

/// Enters an item; true if no other is wanted.
fn put(gil: Gil<'_>, collection: Option<&Value>, value: Value) -> Result<bool> {
    let Some(collection) = collection else { return Ok(true) };
    if let Some(list) = collection.downcast::<List>() {
        peek::push_item(list, value.into_bits());
        return Ok(false);
    }
    match collection.downcast::<Set>() {
        Some(_) => set::insert(gil, collection, &value).map(|()| false),
        None => Ok(operations::truth(gil, &value)? == collection.is(&Value::TRUE)),
    }
}

/// The generator that runs goes on behind its `yield`, whose value is None.
fn go_on(state: &State) {
    let activation = state.activation();
    let (pc, window) = (activation.pc.get(), activation.window.get());
    if pc.opcode() == Opcode::YieldFrom as u8 {
        window.put(pc.c(), Value::NONE);
        return;
    }
    window.put(pc.a(), Value::NONE);
    activation.pc.set(pc.skip(1));
}

/// Leaves the generator where it is; what was collected.
fn stop(state: &State) -> Option<Value> {
    let collection = state.activation().take_extra();
    drop(suspend(state));
    collection
}

/// The generator has ended: the collection is the call's result.
pub fn end(state: &State, collection: Option<Value>) -> Flow {
    let gil = state.gil();
    let activation = state.activation();
    let callable = activation.window.get().value(activation.pc.get().b());
    let result = match collection {
        None => Value::NONE,
        Some(collection) => match collection.downcast::<List>() {
            Some(list) if !callable.is(List::layout().exact.get(gil).class().as_value()) => {
                tuple::of(gil, list.items.take())
            }
            None if collection.downcast::<Set>().is_none() => Value::bool(!collection.is(&Value::TRUE)),
            _ => collection,
        },
    };
    deliver(state, result)
}

/// Gives a result to the call, and releases what it was about.
fn deliver(state: &State, result: Value) -> Flow {
    let activation = state.activation();
    let first = usize::from(activation.pc.get().b());
    activation.window.get().release(first, first + 3);
    calls::deliver(state, result)
}
