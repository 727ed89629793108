//! Windows of functions whose arguments lie where their parameters are: what is missing is filled in behind them.

use crate::gil::Gil;
use crate::object::{Ref, Result, Text};
use crate::types::code::{CodeObject, Entry};
use crate::types::function::Function;
use crate::vm::place::{Window, retain};
use crate::vm::state::State;
use crate::vm::{bind, peek};

/// Are so many positional arguments enough, with the defaults, and all that the function takes?
#[inline]
pub fn is_simple(function: &Ref<Function>, total: usize) -> bool {
    missing(function, peek::code(function), total).is_some()
}

/// How many defaults a call with so many positional arguments needs, where those are all that the function takes.
#[inline(always)]
fn missing(function: &Ref<Function>, code: &CodeObject, total: usize) -> Option<usize> {
    let simple = code.entry.simple;
    let missing = (simple as usize).wrapping_sub(total);
    (simple != Entry::NEVER && missing <= peek::defaults(function).len()).then_some(missing)
}

/// Makes the window of a function ready that stands behind its positional arguments: defaults, then empty locals, then
/// the cells of the closure. False, and nothing done, where the arguments are not as simple as that.
pub fn prepare(
    gil: Gil<'_>,
    state: &State,
    function: &Ref<Function>,
    window: Window,
    total: usize,
) -> Result<bool> {
    let code = peek::code(function);
    if missing(function, code, total).is_none() {
        return Ok(false);
    }
    state.make_room(gil, window.from(code.entry.registers as usize))?;
    Ok(fill(function, code, window, total))
}

/// As [`prepare`] where the last arguments have names.
pub fn prepare_named(
    gil: Gil<'_>,
    state: &State,
    function: &Ref<Function>,
    window: Window,
    total: usize,
    names: &[Ref<Text>],
) -> Result<bool> {
    let code = peek::code(function);
    if names.is_empty() && code.entry.simple != Entry::NEVER {
        return prepare(gil, state, function, window, total);
    }
    state.make_room(gil, window.from(code.entry.registers as usize))?;
    if names.is_empty() {
        return Ok(bind::gather(gil, function, code, window, total));
    }
    Ok(bind::place(function, code, window, total, names)
        && fill(function, code, window, code.entry.simple as usize))
}

/// As [`prepare`] where there is room.
#[inline(always)]
pub fn fill(function: &Ref<Function>, code: &CodeObject, window: Window, total: usize) -> bool {
    let Some(missing) = missing(function, code, total) else { return false };
    let (defaults, entry) = (peek::defaults(function), &code.entry);
    let mut place = total;
    let from = defaults.len() - missing;
    while place < total + missing {
        let bits = defaults[from + place - total].bits();
        retain(bits);
        window.set(place as u16, bits);
        place += 1;
    }
    window.clear(total + missing, entry.locals as usize);
    let first_free = (entry.locals - entry.free) as usize;
    for (place, cell) in (first_free..).zip(&function.closure) {
        cell.header().retain();
        window.set(place as u16, cell.as_value().bits());
    }
    true
}
