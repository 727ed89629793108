//! `sys.monitoring`: tools that are told of events, by callbacks that all threads share.
//!
//! While a tool waits for events, every thread runs as if it were traced, and `trace` asks here what to tell. The events
//! of branches, jumps, handlers and of what native functions answer can be asked for, but nothing tells of them.

mod functions;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};

use super::frame::Frame;
use super::trace;
use crate::gil::Gil;
use crate::object::{Global, Ref, Result, Value};
use crate::types::int;

pub use functions::MODULE;

/// So many tools there may be.
const TOOLS: usize = 6;

/// The events, numbered as the bits of a set of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Event {
    Start,
    Resume,
    Return,
    Yield,
    Call,
    Line,
    Instruction,
    Raise = 10,
    Unwind = 12,
}

/// The names of all events, in the order of their bits.
const NAMES: [&str; 17] = [
    "PY_START",
    "PY_RESUME",
    "PY_RETURN",
    "PY_YIELD",
    "CALL",
    "LINE",
    "INSTRUCTION",
    "JUMP",
    "BRANCH",
    "STOP_ITERATION",
    "RAISE",
    "EXCEPTION_HANDLED",
    "PY_UNWIND",
    "PY_THROW",
    "RERAISE",
    "C_RETURN",
    "C_RAISE",
];

/// Those that can be asked for of one code object, and switched off at one place.
const LOCAL: u32 = (1 << 10) - 1;

/// What a tool wants to know of one code object.
struct Local {
    /// Keeps the address, by which it is found, from being used again.
    code: Value,
    events: [u32; TOOLS],
    /// Tool, event and place that a callback wants to hear of no more.
    disabled: BTreeSet<(usize, Event, u32)>,
}

struct Monitor {
    names: RefCell<[Option<Value>; TOOLS]>,
    callbacks: RefCell<[[Option<Value>; NAMES.len()]; TOOLS]>,
    global: Cell<[u32; TOOLS]>,
    local: RefCell<BTreeMap<usize, Local>>,
    /// `DISABLE` and `MISSING`.
    marks: RefCell<Option<[Value; 2]>>,
}

static MONITOR: Global<Monitor> = Global::new(Monitor {
    names: RefCell::new([const { None }; TOOLS]),
    callbacks: RefCell::new([const { [const { None }; NAMES.len()] }; TOOLS]),
    global: Cell::new([0; TOOLS]),
    local: RefCell::new(BTreeMap::new()),
    marks: RefCell::new(None),
});

/// Does any tool wait for events? Written and read under the GIL: no order is asked of it.
static IS_ON: AtomicBool = AtomicBool::new(false);

/// Does any tool wait for events?
#[inline]
pub fn is_on() -> bool {
    IS_ON.load(Ordering::Relaxed)
}

fn address(code: &Value) -> usize {
    code.header().map_or(0, |header| std::ptr::from_ref(header).addr())
}

impl Monitor {
    /// The callback of a tool that is to be told of an event.
    fn callback(&self, tool: usize, event: Event, code: usize, place: u32) -> Option<Value> {
        let bit = 1 << event as u32;
        let local = self.local.borrow();
        let local = local.get(&code);
        let wanted = self.global.get()[tool] | local.map_or(0, |local| local.events[tool]);
        let is_disabled = || local.is_some_and(|local| local.disabled.contains(&(tool, event, place)));
        if wanted & bit == 0 || is_disabled() {
            return None;
        }
        self.callbacks.borrow()[tool][event as usize].clone()
    }

    /// Changes what is noted of a code object, and forgets it when nothing is left.
    fn change_local(&self, code: &Value, change: impl FnOnce(&mut Local)) {
        let mut all = self.local.borrow_mut();
        let fresh = || Local { code: code.clone(), events: [0; TOOLS], disabled: BTreeSet::new() };
        let local = all.entry(address(code)).or_insert_with(fresh);
        change(local);
        let is_empty = local.events == [0; TOOLS] && local.disabled.is_empty();
        let gone = if is_empty { all.remove(&address(code)) } else { None };
        drop(all);
        drop(gone.map(|gone| gone.code));
    }

    /// Some tool has come or gone: see whether anybody still waits. Events without a callback slow nothing down.
    fn settle(&self) {
        let local = self.local.borrow();
        let callbacks = self.callbacks.borrow();
        let is_waiting = |tool: usize| {
            let wanted = local.values().fold(self.global.get()[tool], |all, local| all | local.events[tool]);
            let has_callback = |event: usize| callbacks[tool][event].is_some();
            (0..NAMES.len()).any(|event| wanted & 1 << event != 0 && has_callback(event))
        };
        IS_ON.store((0..TOOLS).any(is_waiting), Ordering::Relaxed);
    }

    fn is_disable(&self, answer: &Value) -> bool {
        self.marks.borrow().as_ref().is_some_and(|[disable, _]| answer.is(disable))
    }
}

/// Tells all tools that want to know: of the code, the place in it, and what belongs to the event.
pub fn tell(gil: Gil<'_>, frame: &Ref<Frame>, event: Event, place: usize, more: &[Value]) -> Result<()> {
    if !is_on() {
        return Ok(());
    }
    let code = frame.code.to_value();
    // A line is known by its number, everything else by where it stands.
    let offset = (event != Event::Line).then(|| int::from_i64(gil, 2 * place as i64));
    let mut arguments = vec![code.clone()];
    arguments.extend(offset);
    arguments.extend_from_slice(more);
    for tool in 0..TOOLS {
        let monitor = MONITOR.get(gil);
        let Some(callback) = monitor.callback(tool, event, address(&code), place as u32) else { continue };
        let answer = trace::untraced(|| super::call_with(gil, &callback, &arguments))?;
        if monitor.is_disable(&answer) && LOCAL & (1 << event as u32) != 0 {
            monitor.change_local(&code, |local| {
                local.disabled.insert((tool, event, place as u32));
            });
        }
    }
    Ok(())
}

/// What stands for an argument that a call does not have.
pub fn missing(gil: Gil<'_>) -> Value {
    MONITOR.get(gil).marks.borrow().as_ref().map_or(Value::NONE, |[_, missing]| missing.clone())
}
