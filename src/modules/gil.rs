//! `gil`: the lock as a script sees it. Its figures as plain objects, and its policy; and what `--gil-stats` and
//! `--explain` show at the end, for which `_gil_report` (in Python) finds the words.

mod places;

use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use crate::gil::ledger::{self, Activity, Line, Reason};
use crate::gil::watch::{self, Place};
use crate::gil::{Choice, Gil, ThreadId, timeline};
use crate::object::native::Function;
use crate::object::raised::{Kind, value_error};
use crate::object::{Arguments, Ref, Result, Value, operations};
use crate::types::module::{Module, ModuleSpec};

use super::sys::Configuration;
use super::thread::deadlock::{self, Cure};
use super::{convert, import, machine, sys};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "gil",
    doc: "The global interpreter lock: what each thread does with it, and its policy.",
    functions: &[
        Function::new(
            "stats",
            "($module, /)",
            "What each thread has done with the GIL so far, as dicts and lists.",
            stats,
        ),
        Function::new("policy", "($module, /)", "The policy in force, as set_policy() takes it.", policy),
        Function::new(
            "set_policy",
            "($module, policy, /)",
            "Choose when a thread makes way: ticks:N, interval:SECONDS or py2:N; and the order: fifo or io-first.",
            set_policy,
        ),
        Function::new(
            "on_deadlock",
            "($module, cure, /)",
            "Choose what a deadlock does: 'exit' (with a report), 'raise' (DeadlockError in one thread) or 'ignore'.",
            on_deadlock,
        ),
        Function::new(
            "stacks",
            "($module, /)",
            "The stacks of all threads, with what each waits for.",
            stacks,
        ),
    ],
    set_up: Some(set_up),
};

/// Who imports the module wants to know who waits for whom.
fn set_up(gil: Gil<'_>, module: &Ref<Module>) -> Result<()> {
    let base = Kind::RuntimeError.class(gil);
    module.set(gil, "DeadlockError", convert::exception_class(gil, "DeadlockError", "gil", base.as_value())?);
    watch::start(gil, find_place);
    Ok(())
}

/// The line that this thread is at.
fn find_place(gil: Gil<'_>) -> Option<Place> {
    (machine::find(gil)?.place)(gil)
}

fn policy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "policy")?;
    Ok(convert::text(gil, &Choice::current().to_string()))
}

fn set_policy(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [choice] = arguments.exactly::<1>(gil, "set_policy")?;
    let choice = convert::text_argument(gil, choice, "set_policy", 1)?.lossy().parse::<Choice>();
    choice.map_err(|complaint| value_error(gil, complaint))?.set();
    gil.end_budget();
    Ok(Value::NONE)
}

fn on_deadlock(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    let [cure] = arguments.exactly::<1>(gil, "on_deadlock")?;
    let cure = convert::text_argument(gil, cure, "on_deadlock", 1)?.lossy().into_owned();
    let Some(&(_, cure)) = Cure::ALL.iter().find(|(word, _)| *word == cure) else {
        return Err(value_error(gil, format!("a cure is exit, raise or ignore, not '{cure}'")));
    };
    let before = deadlock::set_cure(gil, cure);
    let word = Cure::ALL.iter().find(|(_, cure)| *cure == before).map_or("", |(word, _)| word);
    Ok(convert::text(gil, word))
}

fn stacks(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "stacks")?;
    Ok(convert::text(gil, &deadlock::stacks(gil)))
}

fn stats(gil: Gil<'_>, arguments: Arguments<'_>) -> Result<Value> {
    arguments.exactly::<0>(gil, "stats")?;
    Ok(figures(gil))
}

/// The ledger as plain objects; docs/gil-stats.schema.json describes them.
fn figures(gil: Gil<'_>) -> Value {
    gil.end_budget();
    let whole = watch::whole();
    let threads = ledger::snapshot().iter().map(|line| thread(gil, line, whole.began)).collect();
    let waits = whole.waits.iter().map(|&(waiter, holder, time)| {
        let fields = vec![
            ("waiter", number(gil, Some(waiter))),
            ("holder", number(gil, Some(holder))),
            ("seconds", seconds(time)),
        ];
        convert::dict(gil, fields).into_value()
    });
    let share = whole.contended.as_secs_f64() / whole.elapsed.as_secs_f64().max(f64::MIN_POSITIVE);
    let mut fields = vec![
        ("version", convert::int(gil, 1)),
        ("policy", convert::text(gil, &Choice::current().to_string())),
        ("elapsed", seconds(whole.elapsed)),
        ("contended", seconds(whole.contended)),
        ("gil_bound", Value::float(share)),
        ("threads", convert::list(gil, threads)),
        ("waits", convert::list(gil, waits.collect())),
    ];
    if Configuration::current().gil_lines {
        fields.extend(places::lists(gil));
    }
    convert::dict(gil, fields).into_value()
}

/// A line of the ledger; times begin with the process.
fn thread(gil: Gil<'_>, line: &Line, zero: u64) -> Value {
    let releases = Reason::ALL.map(|reason| (reason.name(), line.releases(reason)));
    let releases = releases.into_iter().filter(|(_, releases)| releases.count > 0).map(|(name, releases)| {
        let fields = vec![("count", count(gil, releases.count)), ("away", seconds(releases.away))];
        (name, convert::dict(gil, fields).into_value())
    });
    let activity = match line.activity {
        Activity::Holding => "holding",
        Activity::Queued => "queued",
        Activity::Away(reason, _) => reason.name(),
        Activity::Finished => "finished",
    };
    let place = match &line.place {
        Some((file, line)) => {
            let fields =
                vec![("file", convert::text(gil, file)), ("line", convert::int(gil, (*line).into()))];
            convert::dict(gil, fields).into_value()
        }
        None => Value::NONE,
    };
    let fields = vec![
        ("id", number(gil, line.thread)),
        ("name", convert::text(gil, &line.name)),
        ("native_id", convert::int(gil, line.native_id.into())),
        ("activity", convert::text(gil, activity)),
        ("began", seconds(Duration::from_nanos(line.born_at.saturating_sub(zero)))),
        ("ticks", count(gil, line.ticks)),
        ("turns", count(gil, line.turns)),
        ("offers_in_vain", count(gil, line.offers_in_vain)),
        ("held", seconds(line.held)),
        ("waited", seconds(line.waited)),
        ("longest_wait", seconds(line.longest_wait)),
        ("waking", seconds(line.waking)),
        ("held_up", seconds(line.held_up)),
        ("longest_hold", seconds(line.longest_hold)),
        ("place", place),
        ("releases", convert::dict(gil, releases.collect()).into_value()),
    ];
    convert::dict(gil, fields).into_value()
}

fn number(gil: Gil<'_>, thread: Option<ThreadId>) -> Value {
    thread.map_or(Value::NONE, |thread| count(gil, thread.get()))
}

fn count(gil: Gil<'_>, count: u64) -> Value {
    convert::int(gil, i64::try_from(count).unwrap_or(i64::MAX))
}

fn seconds(time: Duration) -> Value {
    Value::float(time.as_secs_f64())
}

/// The process that is to report at its end, 0 for none: its forks are not. Relaxed: no other memory hangs on it.
static REPORTER: AtomicU32 = AtomicU32::new(0);

/// Before the program: watches if the command line asks for a report.
pub fn watch_if_wanted(gil: Gil<'_>) {
    let settings = Configuration::current();
    if settings.gil_stats.is_some() || settings.explain {
        watch::start(gil, find_place);
        if settings.explain {
            timeline::traffic::count();
        }
        REPORTER.store(std::process::id(), Relaxed);
    }
}

/// After the program: shows what the command line asks for.
pub fn report(gil: Gil<'_>) {
    if REPORTER.load(Relaxed) != std::process::id() {
        return;
    }
    let settings = Configuration::current();
    let figures = figures(gil);
    let form = settings.gil_stats.as_ref().map_or(Value::NONE, |form| convert::text(gil, form));
    let shown = import::module(gil, "_gil_report").and_then(|module| {
        operations::call_method(gil, &module, "show", &[figures, form, Value::bool(settings.explain)])
    });
    if let Err(raised) = shown {
        sys::report_unraisable(gil, raised, "Exception ignored in the report on the GIL", None);
    }
}
