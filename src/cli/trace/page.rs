//! A trace as a page that needs nothing but a browser: `page.html` with `page.js` and the trace's numbers put in.
//!
//! A lane's spans are one flat list of numbers (length, state, target, owner), which browsers read quickly: each begins where
//! the one before it ends. An owner is the place of a lane in its process, plus one.

use std::fmt::Write;

use super::chrome::{name, quoted};
use super::lanes::{Process, State, Trace};
use crate::gil::Reason;

/// The page around the numbers and the script, and what stands in it for them.
const PAGE: &str = include_str!("page.html");
const NUMBERS: &str = "/* the trace */ null";
const SCRIPT: &str = "/* the script */";

/// The page's text.
pub fn text(trace: &Trace) -> String {
    PAGE.replacen(SCRIPT, include_str!("page.js"), 1).replacen(NUMBERS, &numbers(trace), 1)
}

/// What a process is called: its own name, or its place.
pub fn process_name(process: &Process, order: usize) -> String {
    match (&process.name[..], order) {
        ("", 0) => format!("main process ({})", process.process),
        ("", _) => format!("process {}", process.process),
        (name, _) => format!("{name} ({})", process.process),
    }
}

fn numbers(trace: &Trace) -> String {
    let mut text = format!("{{\"length\":{},\"states\":[", trace.length);
    let away = Reason::ALL.into_iter().map(State::Away);
    let states: Vec<String> =
        [State::Held, State::Waiting].into_iter().chain(away).map(|state| quoted(name(state))).collect();
    text += &states.join(",");
    text += "],\"processes\":[";
    for (order, process) in trace.processes.iter().enumerate() {
        if order > 0 {
            text.push(',');
        }
        write_process(&mut text, process, order);
    }
    text + "]}"
}

/// The place of a state in the list of states.
fn code(state: State) -> usize {
    match state {
        State::Held => 0,
        State::Waiting => 1,
        State::Away(reason) => 2 + reason as usize,
    }
}

fn write_process(text: &mut String, process: &Process, order: usize) {
    let _ = write!(
        text,
        "{{\"name\":{},\"start\":{},\"end\":{},\"dropped\":{},\"lanes\":[",
        quoted(&process_name(process, order)),
        process.start,
        process.end,
        process.dropped
    );
    for (place, lane) in process.lanes.iter().enumerate() {
        let separator = if place == 0 { "" } else { "," };
        let _ = write!(text, "{separator}{{\"name\":{},\"ticks\":{},", quoted(&lane.name), lane.ticks);
        let start = lane.spans.first().map_or(0, |span| span.start);
        let _ = write!(text, "\"start\":{start},\"spans\":");
        let spans = lane.spans.iter().flat_map(|span| {
            let owner = process.lanes.iter().position(|lane| Some(lane.thread) == span.owner);
            let owner = owner.map_or(0, |place| place + 1);
            [span.end - span.start, code(span.state) as u64, span.target as u64, owner as u64]
        });
        write_list(text, spans.map(|number| number.to_string()));
        text.push_str(",\"tasks\":");
        let tasks = lane.tasks.iter().flat_map(|task| {
            [task.start.to_string(), (task.end - task.start).to_string(), quoted(&task.name)]
        });
        write_list(text, tasks);
        text.push_str(",\"notes\":");
        let notes = lane.notes.iter().flat_map(|note| {
            let (start, length) = (note.start.to_string(), (note.end - note.start).to_string());
            [start, length, note.amount.to_string(), quoted(&note.text)]
        });
        write_list(text, notes);
        text.push('}');
    }
    text.push_str("],\"targets\":");
    write_list(text, process.targets.iter().map(|name| quoted(name)));
    text.push_str(",\"handoffs\":");
    let handoffs = process.handoffs.iter().flat_map(|handoff| {
        [handoff.at, handoff.from as u64, handoff.to as u64, code(State::Away(handoff.reason)) as u64]
    });
    write_list(text, handoffs.map(|number| number.to_string()));
    text.push('}');
}

fn write_list(text: &mut String, items: impl Iterator<Item = String>) {
    text.push('[');
    for (place, item) in items.enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&item);
    }
    text.push(']');
}
