//! Counting what runs: how often each instruction of each code object ran, how its inline cache did, and where the GIL
//! changed hands; if wanted, how long it was held and waited for there, too.
//!
//! While it is on, budgets are one tick long, as under a trace function, so that each instruction begins at a boundary.
//! Counts are exact, and so is the place of each switch: the schedule of a computing program is the same as without.
//! Times are those of this watched run, without what the watching itself took at each boundary.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicU64};

use super::state::State;
use crate::code::{Code, Opcode};
use crate::gil::{self, Gil, Guarded};
use crate::object::{Bits, Value};
use crate::types::code::CodeObject;

/// What happened at one word of code. Times are nanoseconds, and 0 unless they were wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How often the instruction ran.
    pub ticks: u64,
    /// How often a thread lost the GIL just before it.
    pub switches: u64,
    /// How often it gave the GIL up itself: to wait, or for native work.
    pub releases: u64,
    /// How often its general form ran, if it has special ones: it had learned nothing yet, or its guess was wrong.
    pub general: u64,
    /// How long the GIL was held in it.
    pub held: u64,
    /// How long the waits for the GIL were that began there, with a switch or after a release.
    pub waited: u64,
}

impl Counts {
    /// Adds the counts of another place.
    pub fn add(&mut self, other: &Counts) {
        self.ticks += other.ticks;
        self.switches += other.switches;
        self.releases += other.releases;
        self.general += other.general;
        self.held += other.held;
        self.waited += other.waited;
    }
}

/// A code object and what happened in it.
pub struct Counted {
    pub code: Rc<Code>,
    pub filename: String,
    /// The instructions as they are now, specialised by running.
    pub words: Vec<u64>,
    /// By word.
    pub counts: Vec<Counts>,
}

/// Does an opcode have special forms, to which its general form leaves what it has learned?
pub fn learns(opcode: Opcode) -> bool {
    let generic = opcode.row().generic;
    crate::code::opcode::ALL.iter().any(|form| *form != generic && form.row().generic == generic)
}

/// A thread's figures as it comes to a boundary.
#[derive(Clone, Copy, Default)]
pub struct Moment {
    turns: u64,
    held: u64,
    waited: u64,
}

impl Moment {
    /// The calling thread's, now.
    pub fn now(gil: Gil<'_>) -> Moment {
        let turns = gil.turns();
        if !TIMED.load(Relaxed) {
            return Moment { turns, ..Moment::default() };
        }
        let (held, waited) = gil.times();
        Moment { turns, held, waited }
    }
}

/// The instruction that a thread began last: code, word, and the thread's figures then.
#[derive(Clone, Copy, Default)]
struct Last {
    code: usize,
    word: usize,
    began: Moment,
}

/// Set once, before the program's first instruction. Relaxed: nothing else hangs on it.
static ON: AtomicBool = AtomicBool::new(false);

/// Whether times are wanted, and how many nanoseconds a boundary takes by itself. Set before `ON`; relaxed as well.
static TIMED: AtomicBool = AtomicBool::new(false);
static COST: AtomicU64 = AtomicU64::new(0);

/// By the address of the code object: the word of a reference that is kept for good, so that the address stands for this
/// object alone, and the counts.
static TABLE: Guarded<RefCell<BTreeMap<usize, (Bits, Vec<Counts>)>>> =
    Guarded::new(RefCell::new(BTreeMap::new()));

thread_local! {
    static LAST: Cell<Last> = Cell::default();
}

/// Begins to count, and to look at the clock if times are wanted. Threads that run already go on uncounted to the end of
/// their budget.
pub fn start(gil: Gil<'_>, timed: bool) {
    TIMED.store(timed, Relaxed);
    if timed {
        COST.store(cost_of_looking(gil), Relaxed);
    }
    ON.store(true, Relaxed);
    gil::leave_time_aside();
    gil.end_budget();
}

/// How many nanoseconds pass between two looks at the clock with nothing between them.
fn cost_of_looking(gil: Gil<'_>) -> u64 {
    let look = |_| {
        let first = Moment::now(gil).held;
        Moment::now(gil).held.saturating_sub(first)
    };
    let mut costs: Vec<u64> = (0..101).map(look).collect();
    costs.sort_unstable();
    costs[costs.len() / 2]
}

/// Is anything counted?
#[inline]
pub fn is_on() -> bool {
    ON.load(Relaxed)
}

/// The instruction of the last activation is about to run; `arrived` is how things stood when the thread came to this
/// boundary.
pub fn instruction(state: &State, arrived: Moment) {
    let gil = state.gil();
    let activation = state.activation();
    let (code, word) = (activation.code(), activation.word());
    let mut table = TABLE.get(gil).borrow_mut();
    let last = LAST.get();
    if let Some(counts) = table.get_mut(&last.code).and_then(|(_, counts)| counts.get_mut(last.word)) {
        counts.releases += arrived.turns.saturating_sub(last.began.turns);
        let held = arrived.held.saturating_sub(last.began.held);
        counts.held += held.saturating_sub(COST.load(Relaxed));
        counts.waited += arrived.waited.saturating_sub(last.began.waited);
    }
    let address = code.pointer().as_ptr().addr();
    let (_, counts) = table
        .entry(address)
        .or_insert_with(|| (code.to_value().into_bits(), vec![Counts::default(); code.words.len()]));
    let counts = &mut counts[word];
    counts.ticks += 1;
    let began = Moment::now(gil);
    counts.switches += began.turns - arrived.turns;
    counts.waited += began.waited.saturating_sub(arrived.waited);
    LAST.set(Last { code: address, word, began });
}

/// The general form of the last activation's instruction runs.
#[inline]
pub fn general(state: &State) {
    if is_on() {
        count_general(state);
    }
}

#[cold]
#[inline(never)]
fn count_general(state: &State) {
    let activation = state.activation();
    let address = activation.code().pointer().as_ptr().addr();
    let mut table = TABLE.get(state.gil()).borrow_mut();
    if let Some(counts) = table.get_mut(&address).and_then(|(_, counts)| counts.get_mut(activation.word())) {
        counts.general += 1;
    }
}

/// What was counted so far, of all code or of that of one file.
pub fn counted(gil: Gil<'_>, filename: Option<&str>) -> Vec<Counted> {
    let table = TABLE.get(gil).borrow();
    let counted = table.values().filter_map(|(bits, counts)| {
        // SAFETY: the word owns a reference that nobody drops.
        let code = unsafe { Value::borrow(bits) }.downcast::<CodeObject>()?;
        let of = code.filename.lossy();
        filename.is_none_or(|filename| of == filename).then(|| Counted {
            code: code.code.clone(),
            filename: of.into_owned(),
            words: code.words.iter().map(Cell::get).collect(),
            counts: counts.clone(),
        })
    });
    counted.collect()
}
