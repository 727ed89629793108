//! A trace in the trace-event format (Google, "Trace Event Format"), which Perfetto and chrome://tracing read.
//!
//! States are complete events (`X`), hand-overs flows (`s`, `f`). Tasks, pickling and messages lie across states, so they
//! are asynchronous events (`b`, `e`). Times are microseconds.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::lanes::{Lane, Process, Span, State, Trace};

/// Beyond so many spans the arrows of the hand-overs are left out, to keep the file small.
const MOST_WITH_ARROWS: usize = 150_000;

/// Writes the file's text.
pub fn write(trace: &Trace, out: impl Write) -> io::Result<()> {
    let spans: usize =
        trace.processes.iter().flat_map(|process| &process.lanes).map(|lane| lane.spans.len()).sum();
    let mut writer = Writer { out, text: String::from("{\"traceEvents\":[\n"), first: true, identity: 0 };
    for (order, process) in trace.processes.iter().enumerate() {
        writer.process(process, order)?;
        if spans <= MOST_WITH_ARROWS {
            writer.handoffs(process)?;
        }
    }
    writer.text += "\n],\"displayTimeUnit\":\"ms\"}\n";
    writer.write_out()
}

/// What a state is called.
pub fn name(state: State) -> &'static str {
    match state {
        State::Held => "holds the GIL",
        State::Waiting => "waits for the GIL",
        State::Away(reason) => reason.name(),
    }
}

/// A text as JSON writes it, quotes included.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            // In a page, "</script>" must not end the script.
            '<' | '\0'..='\x1f' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(quoted, "\\u{:04x}", character as u32);
            }
            _ => quoted.push(character),
        }
    }
    quoted + "\""
}

struct Writer<Out> {
    out: Out,
    /// What is not written yet.
    text: String,
    first: bool,
    /// The last number given to a flow or a task.
    identity: u64,
}

/// So much text is written at once.
const MUCH: usize = 1 << 16;

impl<Out: Write> Writer<Out> {
    fn write_out(&mut self) -> io::Result<()> {
        self.out.write_all(self.text.as_bytes())?;
        self.text.clear();
        Ok(())
    }

    fn event(&mut self, phase: char, process: &Process, thread: u64, rest: std::fmt::Arguments<'_>) {
        let separator = if std::mem::take(&mut self.first) { "" } else { ",\n" };
        let pid = process.process;
        let _ = write!(self.text, "{separator}{{\"ph\":\"{phase}\",\"pid\":{pid},\"tid\":{thread},{rest}}}");
    }

    fn process(&mut self, process: &Process, order: usize) -> io::Result<()> {
        let name = quoted(&super::page::process_name(process, order));
        self.event('M', process, 0, format_args!("\"name\":\"process_name\",\"args\":{{\"name\":{name}}}"));
        self.event(
            'M',
            process,
            0,
            format_args!("\"name\":\"process_sort_index\",\"args\":{{\"sort_index\":{order}}}"),
        );
        let parent = process.parent;
        self.event(
            'M',
            process,
            0,
            format_args!("\"name\":\"process_labels\",\"args\":{{\"labels\":\"started by {parent}\"}}"),
        );
        process.lanes.iter().try_for_each(|lane| self.lane(process, lane))
    }

    fn lane(&mut self, process: &Process, lane: &Lane) -> io::Result<()> {
        let name = quoted(&lane.name);
        let thread = lane.thread;
        self.event(
            'M',
            process,
            thread,
            format_args!("\"name\":\"thread_name\",\"args\":{{\"name\":{name}}}"),
        );
        for span in &lane.spans {
            self.span(process, thread, span);
            if self.text.len() > MUCH {
                self.write_out()?;
            }
        }
        for task in &lane.tasks {
            self.beside(process, thread, "task", &task.name, [task.start, task.end], None);
        }
        for note in &lane.notes {
            self.beside(process, thread, "message", &note.text, [note.start, note.end], Some(note.amount));
        }
        self.write_out()
    }

    /// Something that a thread does beside its states, with the number of bytes if there is one.
    fn beside(
        &mut self,
        process: &Process,
        thread: u64,
        category: &str,
        name: &str,
        times: [u64; 2],
        bytes: Option<u64>,
    ) {
        self.identity += 1;
        let (name, identity) = (quoted(name), self.identity);
        let bytes = bytes.map_or_else(String::new, |bytes| format!(",\"args\":{{\"bytes\":{bytes}}}"));
        for ((phase, at), rest) in ['b', 'e'].into_iter().zip(times).zip([&*bytes, ""]) {
            let at = Micros(at);
            self.event(
                phase,
                process,
                thread,
                format_args!("\"cat\":\"{category}\",\"name\":{name},\"id\":{identity},\"ts\":{at}{rest}"),
            );
        }
    }

    fn span(&mut self, process: &Process, thread: u64, span: &Span) {
        let (at, length) = (Micros(span.start), Micros(span.end - span.start));
        let name = name(span.state);
        let awaited = Some(process.awaited(span)).filter(|awaited| !awaited.is_empty());
        let owner = span.owner.and_then(|owner| process.thread_name(owner));
        let arguments = [("waits for", awaited.as_deref()), ("of", owner)];
        let arguments = arguments.into_iter().filter_map(|(key, value)| Some((key, value?)));
        let arguments: Vec<String> =
            arguments.map(|(key, value)| format!("\"{key}\":{}", quoted(value))).collect();
        let target = match arguments.is_empty() {
            true => String::new(),
            false => format!(",\"args\":{{{}}}", arguments.join(",")),
        };
        self.event(
            'X',
            process,
            thread,
            format_args!("\"cat\":\"gil\",\"name\":\"{name}\",\"ts\":{at},\"dur\":{length}{target}"),
        );
    }

    fn handoffs(&mut self, process: &Process) -> io::Result<()> {
        for handoff in &process.handoffs {
            self.identity += 1;
            let (identity, at, reason) = (self.identity, Micros(handoff.at), handoff.reason.name());
            for (phase, lane, binding) in [('s', handoff.from, ""), ('f', handoff.to, ",\"bp\":\"e\"")] {
                let thread = process.lanes[lane].thread;
                self.event(
                    phase,
                    process,
                    thread,
                    format_args!(
                        "\"cat\":\"handover\",\"name\":\"{reason}\",\"id\":{identity},\"ts\":{at}{binding}"
                    ),
                );
            }
        }
        self.write_out()
    }
}

/// Nanoseconds, shown as microseconds.
struct Micros(u64);

impl std::fmt::Display for Micros {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{:03}", self.0 / 1000, self.0 % 1000)
    }
}
