//! Deadlocks: when no thread can ever go on, the program is told so instead of hanging; and the stacks of all threads.
//!
//! The lock (`gil::stuck`) finds that nobody can go on. Here is said why: what each thread waits for, who has it, and where
//! it was taken.

use std::cell::{Cell, RefCell};
use std::fmt::Write;

use super::lock;
use crate::gil::ledger::{self, Activity};
use crate::gil::stuck::{Occasion, Verdict};
use crate::gil::timeline::{self, Phase};
use crate::gil::{Gil, PendingWork, pending, stuck};
use crate::modules::{convert, posix, report, shutdown, signal};
use crate::object::{Global, Raised, Result, Value};
use crate::vm::threads::{self, Call};

/// The exit status of a program that was stuck.
pub const STATUS: u8 = 86;

/// What a thread waits for.
#[derive(Clone)]
pub enum Target {
    /// A lock.
    Lock(Value),
    /// The end of a thread.
    Thread(u64),
}

static WAITING: Global<RefCell<Vec<(u64, Target)>>> = Global::new(RefCell::new(Vec::new()));

/// While this lives, its thread is known to wait for something.
pub struct Note<'a>(Gil<'a>);

/// Notes what this thread is about to wait for, on the timeline too if there is one.
pub fn note(gil: Gil<'_>, target: Target) -> Note<'_> {
    if timeline::is_on() {
        let (name, owner) = match &target {
            Target::Lock(value) => (lock::name(gil, value), lock::owner(gil, value)),
            Target::Thread(id) => (String::new(), Some(*id)),
        };
        // Who waits for what it has itself waits to be woken, as conditions have it.
        let owner = owner.filter(|owner| *owner != gil.thread_id().get());
        timeline::mark(gil, Phase::Waits, &name, owner.unwrap_or(0));
    }
    WAITING.get(gil).borrow_mut().push((gil.thread_id().get(), target));
    Note(gil)
}

impl Drop for Note<'_> {
    fn drop(&mut self) {
        let me = self.0.thread_id().get();
        let mut waiting = WAITING.get(self.0).borrow_mut();
        let place = waiting.iter().rposition(|(thread, _)| *thread == me);
        let gone = place.map(|place| waiting.remove(place));
        drop(waiting);
        drop(gone);
    }
}

/// In the child of a fork: the other threads are not there.
pub fn forget_others(gil: Gil<'_>) {
    threads::forget_others(gil);
    let me = gil.thread_id().get();
    let (kept, gone): (Vec<_>, Vec<_>) =
        WAITING.get(gil).take().into_iter().partition(|(thread, _)| *thread == me);
    *WAITING.get(gil).borrow_mut() = kept;
    drop(gone);
}

/// What is done about a deadlock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cure {
    /// It is reported, and the process ends.
    Exit,
    /// A `gil.DeadlockError` is raised in one of the threads.
    Raise,
    /// Nothing: the program hangs.
    Ignore,
}

impl Cure {
    /// All of them, with the words for them.
    pub const ALL: [(&'static str, Cure); 3] =
        [("exit", Cure::Exit), ("raise", Cure::Raise), ("ignore", Cure::Ignore)];
}

static CURE: Global<Cell<Cure>> = Global::new(Cell::new(Cure::Exit));
/// The message for the thread in which an error is to be raised, with the thread's number.
static ERROR: Global<RefCell<Option<(u64, String)>>> = Global::new(RefCell::new(None));
/// A report is being made: whoever blocks now ends the process.
static REPORTING: Global<Cell<bool>> = Global::new(Cell::new(false));

/// Chooses what is done about a deadlock; what was done before.
pub fn set_cure(gil: Gil<'_>, cure: Cure) -> Cure {
    CURE.get(gil).replace(cure)
}

/// Begins to look out for deadlocks.
pub fn set_up(gil: Gil<'_>) {
    stuck::set_judge(gil, judge);
}

fn judge(gil: Gil<'_>, occasion: Occasion) -> Verdict {
    // A handler may open a lock, whenever its signal comes.
    if CURE.get(gil).get() == Cure::Ignore || signal::has_handlers(gil) {
        return Verdict::GoOn;
    }
    let threads = all(gil);
    let circle = circle(gil, &threads);
    // A single thread that waits for an event or the like may be waiting for Ctrl-C.
    if threads.len() == 1 && awaited(gil, &threads[0]).is_none() {
        return Verdict::GoOn;
    }
    let text = describe(gil, &threads, circle);
    if CURE.get(gil).get() == Cure::Raise && ERROR.get(gil).borrow().is_none() {
        let main = threads::main(gil);
        let victim = if occasion == Occasion::Blocking { Some(gil.thread_id().get()) } else { main };
        if let Some(victim) = victim {
            *ERROR.get(gil).borrow_mut() = Some((victim, text));
            if occasion == Occasion::Blocking {
                return Verdict::Interrupt;
            }
            pending::request(PendingWork::Call);
            return Verdict::GoOn;
        }
    }
    if !REPORTING.get(gil).replace(true) {
        shutdown::flush(gil);
        report::write_error(gil, &format!("gilly: {text}"));
        shutdown::flush(gil);
    }
    posix::system::leave(STATUS)
}

/// The error that is to be raised in this thread because of a deadlock, if there is one.
pub fn raise_error(gil: Gil<'_>) -> Result<()> {
    let me = gil.thread_id().get();
    let Some((_, text)) = ERROR.get(gil).borrow_mut().take_if(|(victim, _)| *victim == me) else {
        return Ok(());
    };
    let module = crate::modules::import::module(gil, "gil")?;
    let class =
        crate::object::operations::get_attribute(gil, &module, &crate::object::intern(gil, "DeadlockError"))?;
    let error = crate::object::operations::call_one(gil, &class, &convert::text(gil, text.trim_end()))?;
    match error.downcast::<crate::object::raised::Exception>() {
        Some(error) => Err(Raised::new(error.clone())),
        None => Ok(()),
    }
}

/// A thread with what it waits for.
struct Stuck {
    id: u64,
    name: String,
    stack: Vec<Call>,
    target: Option<Target>,
    activity: Activity,
}

impl Stuck {
    fn label(&self) -> String {
        format!("{} ({})", self.name, self.id)
    }

    /// Whether it waits on a lock of its own until somebody opens it, as `Condition.wait` does: that is no lock that
    /// anybody has.
    fn is_in_condition(&self) -> bool {
        self.stack.last().is_some_and(|call| call.name == "Condition.wait")
    }
}

fn all(gil: Gil<'_>) -> Vec<Stuck> {
    let stacks = threads::stacks(gil);
    let waiting = WAITING.get(gil).borrow();
    let mut lines = ledger::snapshot();
    lines.retain(|line| line.activity != Activity::Finished);
    let threads = lines.into_iter().filter_map(|line| {
        let id = line.thread?.get();
        let stack = stacks.iter().find(|(thread, _)| *thread == id).map(|(_, stack)| stack.clone());
        let target = waiting.iter().rfind(|(thread, _)| *thread == id).map(|(_, target)| target.clone());
        Some(Stuck { id, name: line.name, stack: stack.unwrap_or_default(), target, activity: line.activity })
    });
    threads.collect()
}

/// Whom a thread waits for, if it is a thread.
fn awaited(gil: Gil<'_>, thread: &Stuck) -> Option<u64> {
    match thread.target.as_ref()? {
        Target::Thread(id) => Some(*id),
        Target::Lock(_) if thread.is_in_condition() => None,
        Target::Lock(value) => lock::owner(gil, value),
    }
}

fn describe(gil: Gil<'_>, threads: &[Stuck], circle: Option<Vec<usize>>) -> String {
    let mut text = String::from("deadlock: no thread can ever go on\n");
    if let Some(circle) = circle {
        let labels: Vec<String> = circle.iter().map(|&place| threads[place].label()).collect();
        let _ =
            writeln!(text, "In a circle, each waits for the next: {} -> {}", labels.join(" -> "), labels[0]);
    }
    text + &tell(gil, threads)
}

/// The stacks of all threads, with what each waits for.
pub fn stacks(gil: Gil<'_>) -> String {
    tell(gil, &all(gil))
}

fn tell(gil: Gil<'_>, threads: &[Stuck]) -> String {
    let mut text = String::new();
    for thread in threads {
        let _ = writeln!(text, "Thread {}{}:", thread.label(), what(gil, thread, threads));
        for call in &thread.stack {
            let _ = writeln!(text, "  File \"{}\", line {}, in {}", call.file, call.line, call.name);
        }
    }
    text
}

/// What a thread does, or waits for.
fn what(gil: Gil<'_>, thread: &Stuck, threads: &[Stuck]) -> String {
    let label = |id: u64| match threads.iter().find(|thread| thread.id == id) {
        Some(thread) => format!("thread {}", thread.label()),
        None => format!("thread {id}, which has ended"),
    };
    match &thread.target {
        Some(Target::Thread(id)) => format!(" waits for the end of {}", label(*id)),
        Some(Target::Lock(_)) if thread.is_in_condition() => {
            let library =
                |call: &&Call| call.file.contains("/_synchronization.py") || call.file.contains("/queue.py");
            let outermost = thread.stack.iter().rev().take_while(library).last();
            let name = outermost.map_or("Condition.wait", |call| &call.name);
            format!(" waits in {name} until somebody notifies it")
        }
        Some(Target::Lock(value)) => {
            let shown = crate::object::operations::repr(gil, value)
                .map_or_else(|_| "a lock".to_owned(), |shown| shown.lossy().into_owned());
            match lock::owner(gil, value) {
                Some(owner) => {
                    let stack = threads.iter().find(|thread| thread.id == owner).map(|thread| &*thread.stack);
                    let place = lock::place(gil, value).and_then(|(code, word)| {
                        let call = stack?.iter().rev().find(|call| call.code_address == code)?;
                        Some(format!(" at {}:{}", call.file, call.line_of(word)))
                    });
                    let place = place.unwrap_or_default();
                    format!(" waits for {shown}, taken by {}{place}", label(owner))
                }
                None => format!(" waits for {shown}"),
            }
        }
        None => match thread.activity {
            // It is the one that tells, or was about to wait.
            Activity::Holding => String::new(),
            Activity::Queued => " waits for the GIL".to_owned(),
            Activity::Away(reason, _) => format!(" is away: {}", reason.name()),
            Activity::Finished => " has ended".to_owned(),
        },
    }
}

/// The places of threads of which each waits for the next, and the last for the first.
fn circle(gil: Gil<'_>, threads: &[Stuck]) -> Option<Vec<usize>> {
    let next = |place: usize| {
        let awaited = awaited(gil, &threads[place])?;
        threads.iter().position(|thread| thread.id == awaited)
    };
    (0..threads.len()).find_map(|start| {
        let mut circle = vec![start];
        while let Some(place) = next(circle[circle.len() - 1]) {
            if place == start {
                return Some(circle);
            }
            if circle.contains(&place) {
                return None;
            }
            circle.push(place);
        }
        None
    })
}
