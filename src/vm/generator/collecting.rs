//! Generators whose items one built-in function collects: `tuple(...)`, `list(...)`, `set(...)`, `any(...)`, `all(...)`,
//! `sum(...)`, `min(...)` and `max(...)` of a new generator.
//!
//! The generator runs right above the call, and what it yields goes to the collection while its registers stay where
//! they are. To the program it is as if the function had asked for one item after the other. Sums and extremes are
//! collected as long as they are small ints; then the function itself goes on with the generator.

use super::*;
use crate::modules::builtins;
use crate::object::native::Native;
use crate::types::list::{self, List};
use crate::types::native_function::NativeFunction;
use crate::types::set::{self, Set};
use crate::types::tuple::{self, Tuple};
use crate::vm::activation::Purpose;
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
    let Some((purpose, collection)) = beginning(op.gil, window.value(first)) else { return false };
    if !enter_quickly(op.state, generator.as_value(), way::COLLECT, Bits::NONE) {
        return false;
    }
    op.state.activation().purpose.set(purpose);
    op.state.activation().set_extra(collection);
    true
}

/// So many items a new list has room for.
const ROOM: usize = 8;

/// The extreme of no items yet. Whoever yields this is none that is collected for an extreme.
const NOTHING: Value = Value::NOT_IMPLEMENTED;

/// What a function begins with: an empty collection, the number that is added to, or [`NOTHING`].
pub(super) fn beginning(gil: Gil<'_>, callable: &Value) -> Option<(Purpose, Value)> {
    if let Some(class) = callable.downcast::<crate::object::Type>() {
        let exactly = |layout: &'static crate::object::Layout| class.is(layout.exact.get(gil).class());
        if exactly(Tuple::layout()) {
            return Some((Purpose::Tuple, list::of(gil, Vec::with_capacity(ROOM))));
        }
        if exactly(List::layout()) {
            return Some((Purpose::List, list::of(gil, Vec::with_capacity(ROOM))));
        }
        return exactly(Set::layout()).then(|| (Purpose::Set, Ref::new(gil, Set::default()).into_value()));
    }
    let native = callable.downcast::<NativeFunction>()?.function.native;
    let is = |other: Native| std::ptr::fn_addr_eq(native, other);
    let begins = [
        (builtins::ANY, Purpose::Any, Value::FALSE),
        (builtins::ALL, Purpose::All, Value::TRUE),
        (builtins::SUM, Purpose::Sum, Value::small_int(0)?),
        (builtins::MIN, Purpose::Min, NOTHING),
        (builtins::MAX, Purpose::Max, NOTHING),
    ];
    begins.into_iter().find(|(other, ..)| is(*other)).map(|(_, purpose, beginning)| (purpose, beginning))
}

/// Takes an item from the generator that runs, which goes on.
pub fn take(state: &State, value: Value) -> Flow {
    let gil = state.gil();
    let activation = state.activation();
    wake(activation);
    match put(gil, activation, value) {
        Err(raised) => {
            leave_off(state);
            state.raise(raised)
        }
        Ok(Put::Enough(result)) => {
            leave_off(state);
            deliver(state, result)
        }
        Ok(Put::Wanted) => {
            go_on(state);
            Flow::Here
        }
        Ok(Put::Otherwise(value)) => {
            let purpose = activation.purpose.get();
            let (collection, generator) = stop(state);
            match finish_otherwise(gil, purpose, collection, value, generator) {
                Ok(result) => deliver(state, result),
                Err(raised) => state.raise(raised),
            }
        }
    }
}

/// As [`collect_plainly`] where a list is made of the items; None for other collections.
#[inline(always)]
pub fn push_plainly(state: &State, value: Bits) -> Option<bool> {
    let activation = state.activation();
    if !matches!(activation.purpose.get(), Purpose::List | Purpose::Tuple) {
        return None;
    }
    let list = activation.extra().and_then(|list| list.downcast::<List>());
    Some(list.is_some_and(|list| peek::push_within(list, value)))
}

/// As [`take`] for handlers: enters a word where that is simple, its reference passing to the collection. False, and
/// nothing done, otherwise.
#[inline(always)]
pub fn collect_plainly(state: &State, value: Bits) -> bool {
    let activation = state.activation();
    let so_far = activation.extra_bits();
    match activation.purpose.get() {
        Purpose::List | Purpose::Tuple => push_plainly(state, value).unwrap_or(false),
        Purpose::Set => match activation.extra().and_then(|set| set.downcast::<Set>()) {
            Some(set) => peek::enter_number(set, value),
            None => false,
        },
        Purpose::Any => value == Bits::FALSE || value == Bits::NONE,
        Purpose::All => value == Bits::TRUE,
        purpose => match further(purpose, so_far, value) {
            Some(number) => {
                activation.replace_extra_number(number);
                true
            }
            None => false,
        },
    }
}

/// A sum or an extreme with one more item, as long as both are small ints.
#[inline(always)]
fn further(purpose: Purpose, so_far: Bits, item: Bits) -> Option<Bits> {
    if purpose == Purpose::Sum {
        return so_far.checked_add(item);
    }
    if !item.is_int() || !(so_far.is_int() || so_far == Bits::NOT_IMPLEMENTED) {
        return None;
    }
    // The order of small ints is that of their words.
    let better = match purpose {
        Purpose::Min => item.raw() < so_far.raw(),
        _ => item.raw() > so_far.raw(),
    };
    Some(if better || so_far == Bits::NOT_IMPLEMENTED { item } else { so_far })
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

/// What becomes of an item.
enum Put {
    /// It is entered, and others are wanted.
    Wanted,
    /// It settles the result.
    Enough(Value),
    /// It is not collected: the function has to go on by itself.
    Otherwise(Value),
}

/// Enters an item.
fn put(gil: Gil<'_>, activation: &Activation, value: Value) -> Result<Put> {
    let Some(collection) = activation.extra() else { return Ok(Put::Enough(Value::NONE)) };
    let wanted = match activation.purpose.get() {
        Purpose::List | Purpose::Tuple => {
            if let Some(list) = collection.downcast::<List>() {
                peek::push_item(list, value.into_bits());
            }
            return Ok(Put::Wanted);
        }
        Purpose::Set => return set::insert(gil, collection, &value).map(|()| Put::Wanted),
        Purpose::Any => true,
        Purpose::All => false,
        purpose => {
            let truth = |bits: Bits| match bits {
                Bits::TRUE => Bits::small(1),
                Bits::FALSE => Bits::small(0),
                other => other,
            };
            let item = if purpose == Purpose::Sum { truth(value.bits()) } else { value.bits() };
            return Ok(match further(purpose, activation.extra_bits(), item) {
                Some(number) => {
                    activation.replace_extra_number(number);
                    Put::Wanted
                }
                None => Put::Otherwise(value),
            });
        }
    };
    let found = operations::truth(gil, &value)? == wanted;
    Ok(if found { Put::Enough(Value::bool(wanted)) } else { Put::Wanted })
}

/// What a function gives that goes on with an item and the generator it came from.
#[inline(never)]
fn finish_otherwise(
    gil: Gil<'_>,
    purpose: Purpose,
    so_far: Option<Value>,
    item: Value,
    generator: Option<Value>,
) -> Result<Value> {
    let (Some(so_far), Some(generator)) = (so_far, generator) else { return Ok(Value::NONE) };
    let best = (!so_far.is(&NOTHING)).then(|| so_far.clone());
    match purpose {
        Purpose::Sum => builtins::sum_further(gil, so_far, item, &generator),
        Purpose::Min => builtins::extreme_further(gil, Comparison::Less, best, item, &generator),
        _ => builtins::extreme_further(gil, Comparison::Greater, best, item, &generator),
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

/// Leaves the generator, which nobody will resume.
fn leave_off(state: &State) {
    if unmade::is_last(state) {
        drop(unmade::abandon(state));
    } else {
        drop(stop(state));
    }
}

/// Leaves the generator where it is; what was collected, and the generator.
fn stop(state: &State) -> (Option<Value>, Option<Value>) {
    let collection = state.activation().take_extra();
    (collection, suspend(state).1)
}

/// The generator that runs has ended, its registers are empty, and it has nothing else out of the ordinary.
pub fn end_plainly(state: &State) -> Flow {
    let activation = state.activation();
    let (purpose, collection) = (activation.purpose.get(), activation.take_extra());
    let callee = own(activation.callee_bits());
    state.pop();
    finished(&callee);
    drop(callee);
    end(state, purpose, collection)
}

/// The generator has ended: the collection is the call's result.
pub fn end(state: &State, purpose: Purpose, collection: Option<Value>) -> Flow {
    let gil = state.gil();
    let collection = collection.unwrap_or(Value::NONE);
    let result = match purpose {
        Purpose::Tuple => match collection.downcast::<List>() {
            Some(list) => tuple::of(gil, list.items.take()),
            None => collection,
        },
        Purpose::Min | Purpose::Max if collection.is(&NOTHING) => {
            let function = if purpose == Purpose::Min { "min" } else { "max" };
            return state.raise(builtins::no_extreme(gil, function));
        }
        _ => collection,
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
