//! Jumps that a trace function asks for by setting `f_lineno`.
//!
//! A jump goes to an instruction that begins the line. The blocks that it leaves are given up without being run to their
//! ends; blocks that have something the jump cannot provide (an iterator, an exception) cannot be entered.

use super::activation::Activation;
use super::exceptions;
use super::frame::Frame;
use super::place::Pc;
use super::state::State;
use super::trace::{self, Event};
use crate::code::Code;
use crate::code::object::PassedLine;
use crate::code::stack::{Held, Stack, fits, stacks};
use crate::gil::Gil;
use crate::object::raised::{Kind, value_error};
use crate::object::{Raised, Ref, Result, Value};
use crate::types::{int, warning};

/// A jump that has been asked for: where to, and the filled temporaries here and there.
pub struct Jump {
    target: usize,
    from: Stack,
    to: Stack,
}

/// `frame.f_lineno = line`: the jump is made when the trace function has returned.
pub fn set_line(gil: Gil<'_>, frame: &Ref<Frame>, new: Option<Value>) -> Result<()> {
    let Some(new) = new else {
        return Err(Raised::with_message(gil, Kind::AttributeError, "cannot delete attribute"));
    };
    if !int::is_exact(gil, &new) {
        return Err(value_error(gil, "lineno must be an integer"));
    }
    let activation = check_event(gil, frame)?;
    let Ok(wanted) = int::to_i64(gil, &new).map(i32::try_from) else {
        return Err(value_error(gil, "lineno out of range"));
    };
    let Ok(wanted) = wanted else { return Err(value_error(gil, "lineno out of range")) };
    let code = &frame.code.code;
    if i64::from(wanted) < i64::from(code.first_line) {
        return Err(value_error(gil, format!("line {wanted} comes before the current code block")));
    }
    let beginnings = beginnings(code);
    let following =
        beginnings.iter().map(|(_, line)| *line).filter(|line| i64::from(*line) >= i64::from(wanted));
    let Some(line) = following.min() else {
        return Err(value_error(gil, format!("line {wanted} comes after the current code block")));
    };
    let places = beginnings.iter().filter(|(_, begins)| *begins == line).map(|(word, _)| *word as usize);
    let jump = choose(gil, code, activation, places)?;
    bind_unbound(gil, activation)?;
    frame.marks.plan_jump(jump, line);
    Ok(())
}

/// Makes the jump that was asked for in the running frame.
pub fn perform(state: &State, jump: Jump) {
    let activation = state.activation();
    give_up(state, &jump.from, &jump.to);
    activation.pc.set(Pc::of(activation.code(), jump.target));
}

/// Jumps go from where a line begins, in the frame that the trace function was told of.
fn check_event<'a>(gil: Gil<'_>, frame: &'a Ref<Frame>) -> Result<&'a Activation> {
    let event = trace::event_in(gil, frame);
    let complaint = match (event, frame.activation()) {
        (Some(Event::Here("line")), Some(activation)) => return Ok(activation),
        (None, _) => "f_lineno can only be set in a trace function",
        (Some(Event::Here("call")), _) if frame.word() == 0 => {
            "can't jump from the 'call' trace event of a new frame"
        }
        (Some(Event::Elsewhere | Event::Here("c_call" | "c_return")), _) => "can't jump during a call",
        _ => "can only jump from a 'line' trace event",
    };
    Err(value_error(gil, complaint))
}

/// Where lines begin: words and their lines.
fn beginnings(code: &Code) -> Vec<(u32, u32)> {
    let passed = code.passed_lines.iter().map(|PassedLine { to, line, .. }| (*to, *line));
    let mut last = 0;
    let begun = code.positions.iter().filter_map(|(word, position)| {
        let is_new = position.line > 0 && position.line != std::mem::replace(&mut last, position.line);
        // The end of a loop's turn belongs to its body, whatever line it is traced with: it is no place to jump to.
        (is_new && !trace::turns(code, *word as usize)).then_some((*word, position.line))
    });
    let mut all: Vec<(u32, u32)> = passed.chain(begun).collect();
    all.sort_unstable();
    all
}

/// The jump to that of the places whose blocks have most in common with those where the program stands.
fn choose(
    gil: Gil<'_>,
    code: &Code,
    activation: &Activation,
    places: impl Iterator<Item = usize>,
) -> Result<Jump> {
    let stacks = stacks(code);
    let Some(from) = stacks.get(activation.word()).cloned().flatten() else {
        return Err(value_error(gil, "can't jump from unreachable code"));
    };
    let window = activation.window.get();
    let is_there = |(register, held): &(u16, Held)| *held != Held::Object || window.get(*register).is_some();
    let mut best: Option<(usize, Stack)> = None;
    let mut complaint = "cannot find bytecode for specified line";
    for place in places {
        let Some(to) = &stacks[place] else { continue };
        if !fits(&from, to) || !to.iter().all(is_there) {
            complaint = match to.last() {
                Some((_, Held::Exception)) => "can't jump into an 'except' block as there's no exception",
                Some((_, Held::Iterator | Held::Loop)) => "can't jump into the body of a for loop",
                _ => "incompatible stacks",
            };
        } else if best.as_ref().is_none_or(|(_, best)| best.len() < to.len()) {
            best = Some((place, to.clone()));
        }
    }
    best.map(|(target, to)| Jump { target, from, to }).ok_or_else(|| value_error(gil, complaint))
}

/// The code may rely on locals that are bound where it goes on: those that are not become None.
fn bind_unbound(gil: Gil<'_>, activation: &Activation) -> Result<()> {
    let window = activation.window.get();
    let count = activation.code().code.nlocals() as u16;
    let unbound: Vec<u16> = (0..count).filter(|place| window.get(*place).is_none()).collect();
    if unbound.is_empty() {
        return Ok(());
    }
    let plural = if unbound.len() == 1 { "" } else { "s" };
    let message = format!("assigning None to {} unbound local{plural}", unbound.len());
    warning::warn(gil, Kind::RuntimeWarning, &message)?;
    for place in unbound {
        window.put(place, Value::NONE);
    }
    Ok(())
}

/// Gives up what the stack here has and that there has not, and moves the rest to the registers where it belongs.
fn give_up(state: &State, from: &[(u16, Held)], to: &[(u16, Held)]) {
    let window = state.activation().window.get();
    for (register, held) in from[to.len()..].iter().rev() {
        match held {
            Held::Exception => exceptions::end_handling(state, *register),
            _ => (0..held.width()).for_each(|further| drop(window.take(register + further))),
        }
    }
    let moved: Vec<_> = from.iter().zip(to).filter(|(from, to)| from.0 != to.0).collect();
    let values: Vec<Vec<Option<Value>>> = moved
        .iter()
        .map(|((from, held), _)| (0..held.width()).map(|further| window.take(from + further)).collect())
        .collect();
    for ((_, (to, _)), values) in moved.into_iter().zip(values) {
        for (further, value) in (0..).zip(values) {
            window.put_option(to + further, value);
        }
    }
}
